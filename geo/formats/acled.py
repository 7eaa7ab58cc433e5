"""Rows of an ACLED export (columns of the codebook of 2023, in either case)."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Collection, Mapping

from geo.contract import KIND_OF_SUB_EVENT_TYPE
from geo.errors import IncidentDataError
from geo.formats.rows import coded
from geo.formats.values import code_of, day_in, items_of, point_of, require_columns, whole_of
from geo.model import Actor, DatePhrase, Incident, LocatedIncident, PlaceMention, Quote, Report
from geo.precision import PointReader

__all__ = ["NAME", "check", "matches", "read_row"]

NAME = "ACLED"

_NEEDED = ("event_date", "event_type", "sub_event_type", "latitude", "longitude", "geo_precision")

_WHERE_PREC = {1: 1, 2: 2, 3: 4}
"""ACLED's geo_precision -> UCDP's where_prec: 1 the named town, 2 near it in a small part
of a region, 3 a larger region for which its capital stands."""

_WHERE_WORDS = {1: "at the named town", 2: "near the named town", 3: "in a larger region"}

_ACTOR_KINDS = {
    "1": "state", "2": "group", "3": "group", "4": "group", "8": "force",
    "state forces": "state", "rebel group": "group", "rebel groups": "group",
    "political militia": "group", "political militias": "group", "identity militia": "group",
    "identity militias": "group", "external/other forces": "force",
}  # fmt: skip
"""By the columns inter1 and inter2, as numbers (until 2024) or words (since)."""

_CIVILIANS = frozenset({"7", "civilians"})


def matches(header: Collection[str]) -> bool:
    """Whether lower-case column names are those of ACLED, by event or summed up.

    Examples
    --------
    >>> matches(["event_id_cnty", "event_date", "geo_precision"]), matches(["lat", "lon"])
    (True, False)
    """
    names = set(header)
    return (
        {"event_date", "geo_precision"} <= names
        or "event_id_cnty" in names
        or ({"month", "year", "events", "fatalities"} <= names and "latitude" not in names)
    )


def check(header: Collection[str], where: str) -> None:
    """Make sure that the export has what a map needs.

    Raises
    ------
    IncidentDataError
        If columns are missing; the message names them and the remedy.
    """
    if "events" in header and "event_date" not in header:
        raise IncidentDataError(
            f"{where}: these are ACLED's sums by month, which have no incidents; "
            "download the event-level export"
        )
    require_columns(header, _NEEDED, publisher=NAME, where=where)


def read_row(row: Mapping[str, str], reader: PointReader, report: Report) -> LocatedIncident:
    """One event.

    Raises
    ------
    ValueError
        If a value cannot be read; the message names the column.
    """
    sub_event_type = row["sub_event_type"]
    geo_precision = code_of(row, "geo_precision", _WHERE_PREC)
    actors, targets = _sides(row)
    dead = whole_of("fatalities", row["fatalities"]) if row.get("fatalities") else None
    notes = row.get("notes") or ""
    place = row.get("location") or row.get("admin3") or row.get("admin2") or row.get("admin1") or ""
    incident = Incident(
        incident_id=row.get("event_id_cnty") or row.get("data_id") or _made_up_id(row),
        report_id=report.report_id,
        event_type=row["event_type"],
        sub_event_type=sub_event_type,
        kind=KIND_OF_SUB_EVENT_TYPE.get(sub_event_type, "other"),
        date=_date(row),
        place=PlaceMention(place, 0, len(place)) if place else None,
        actors=actors,
        targets=targets,
        target_kinds=tuple("civilian" for _ in targets),
        fatalities_min=dead,
        fatalities_max=dead,
        attribution=items_of(row.get("source")),
        quotes=(Quote(notes, 0, len(notes), report.report_id),) if notes else (),
    )
    point = point_of(row, "longitude", "latitude")
    said = (
        f"ACLED gives the point with geo_precision {geo_precision}: {_WHERE_WORDS[geo_precision]}."
    )
    return coded(incident, point, _WHERE_PREC[geo_precision], reader, said=said)


def _made_up_id(row: Mapping[str, str]) -> str:
    raise ValueError("event_id_cnty: is missing")


def _date(row: Mapping[str, str]) -> DatePhrase:
    said, day = row["event_date"], day_in(row, "event_date")
    precision = code_of(row, "time_precision", (1, 2, 3)) if row.get("time_precision") else 1
    if precision == 1:
        return DatePhrase(said, day.isoformat(), day, day, date_prec=1)
    if precision == 2:
        # "A week": the day given stands for three days before and after it.
        start, end = day - dt.timedelta(days=3), day + dt.timedelta(days=3)
        return DatePhrase(said, f"{start}/{end}", start, end, date_prec=3)
    last = calendar.monthrange(day.year, day.month)[1]
    return DatePhrase(said, f"{day:%Y-%m}", day.replace(day=1), day.replace(day=last), date_prec=4)


def _sides(row: Mapping[str, str]) -> tuple[tuple[Actor, ...], tuple[str, ...]]:
    """Who took part, and the civilians among them, who are targets."""
    actors: list[Actor] = []
    targets: list[str] = []
    for number in "12":
        name, inter = row.get(f"actor{number}") or "", (row.get(f"inter{number}") or "").lower()
        allies = items_of(row.get(f"assoc_actor_{number}"))
        if not name:
            continue
        if inter in _CIVILIANS or name.startswith("Civilians"):
            targets += [name, *allies]
        else:
            actors.append(Actor(name, _ACTOR_KINDS.get(inter, "unknown")))
            actors += [Actor(ally) for ally in allies]
    return tuple(dict.fromkeys(actors)), tuple(dict.fromkeys(targets))
