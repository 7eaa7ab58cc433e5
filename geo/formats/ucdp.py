"""Rows of the UCDP Georeferenced Event Dataset (columns of version 19.1 and later)."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from geo.formats.rows import coded
from geo.formats.values import code_of, day_in, items_of, point_of, require_columns, whole_of
from geo.model import Actor, DatePhrase, Incident, LocatedIncident, PlaceMention, Quote, Report
from geo.precision import PointReader

__all__ = ["NAME", "check", "matches", "read_row"]

NAME = "UCDP GED"

_NEEDED = (
    "id",
    "type_of_violence",
    "where_prec",
    "latitude",
    "longitude",
    "date_start",
    "date_end",
)

_TYPES = {
    "1": ("Battles", "Armed clash", "armed_clash"),
    "2": ("Battles", "Armed clash", "armed_clash"),
    "3": ("Violence against civilians", "Attack", "armed_attack"),
}
"""By type_of_violence: state-based, non-state, one-sided."""


def matches(header: Collection[str]) -> bool:
    """Whether lower-case column names are those of UCDP GED.

    Examples
    --------
    >>> matches(["id", "relid", "type_of_violence", "where_prec"]), matches(["id", "lat"])
    (True, False)
    """
    return {"type_of_violence", "where_prec"} <= set(header)


def check(header: Collection[str], where: str) -> None:
    """Make sure that the export has what a map needs.

    Raises
    ------
    IncidentDataError
        If columns are missing; the message names them and the remedy.
    """
    require_columns(header, _NEEDED, publisher=NAME, where=where)


def read_row(row: Mapping[str, str], reader: PointReader, report: Report) -> LocatedIncident:
    """One event.

    Raises
    ------
    ValueError
        If a value cannot be read; the message names the column.
    """
    violence = row["type_of_violence"]
    if violence not in _TYPES:
        raise ValueError(f"type_of_violence: must be 1, 2 or 3, not {violence!r}")
    event_type, sub_event_type, kind = _TYPES[violence]
    clarity = 2 if row.get("event_clarity") == "2" else 1
    place = row.get("where_coordinates") or row.get("where_description") or ""
    headline = row.get("source_headline") or ""
    low, high = _count(row, "low"), _count(row, "high")
    best = _count(row, "best")
    where_prec = code_of(row, "where_prec", range(1, 8))
    side_b = row.get("side_b") or ""
    one_sided = violence == "3"
    incident = Incident(
        incident_id=f"ucdp-{row['id']}",
        report_id=report.report_id,
        event_type=event_type,
        sub_event_type=sub_event_type,
        kind=kind,
        date=_date(row),
        place=PlaceMention(place, 0, len(place)) if place else None,
        actors=_actors(row.get("side_a"), None if one_sided else side_b),
        targets=(side_b,) if one_sided and side_b else (),
        target_kinds=("civilian",) if one_sided and side_b else (),
        # An entry that cannot be told apart into events (clarity 2) has no upper end.
        count_max=None if clarity == 2 else 1,
        event_clarity=clarity,
        fatalities_min=low if low is not None else best,
        fatalities_max=high if high is not None else best,
        attribution=items_of(row.get("source_office")),
        quotes=(Quote(headline, 0, len(headline), report.report_id),) if headline else (),
    )
    point = point_of(row, "longitude", "latitude")
    said = f"UCDP gives the point with where_prec {where_prec}."
    return coded(incident, point, where_prec, reader, said=said)


def _count(row: Mapping[str, str], column: str) -> int | None:
    return whole_of(column, row[column]) if row.get(column) else None


def _date(row: Mapping[str, str]) -> DatePhrase:
    start, end = day_in(row, "date_start"), day_in(row, "date_end")
    if start > end:
        raise ValueError(f"date_start: {start} is after date_end {end}")
    edtf = start.isoformat() if start == end else f"{start}/{end}"
    precision = _count(row, "date_prec")
    return DatePhrase(
        edtf.replace("/", " to "),
        edtf,
        start,
        end,
        date_prec=precision if precision in {1, 2, 3, 4, 5} else None,
    )


def _actors(*sides: str | None) -> tuple[Actor, ...]:
    return tuple(
        Actor(side, "state" if side.startswith("Government of") else "group")
        for side in sides
        if side
    )
