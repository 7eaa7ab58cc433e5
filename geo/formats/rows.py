"""One row of any table or layer -> one located incident.

Columns may bear our own names or those that people use ("latitude", "notes", "deaths").
What a row does not say stays unknown; what it says wrongly is a ValueError that names
the column.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gazetteer.model import LngLat, Resolution, ResolutionStatus
from geo.flat import COLUMNS, located_from_dict
from geo.formats.cells import split_list, value_of
from geo.formats.jsonl import Failure
from geo.formats.regions import checked_region
from geo.formats.values import day_in, items_of, kind_of, number_of, whole_of
from geo.model import Incident, LocatedIncident, Report
from geo.precision import CLASSES, PointReader, class_of_limit

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = [
    "IncidentData",
    "coded",
    "located_from_row",
    "named",
    "typed",
    "with_known_names",
]


@dataclass(frozen=True, slots=True)
class IncidentData:
    """What a file held."""

    located: tuple[LocatedIncident, ...]
    reports: tuple[Report, ...]
    skipped: tuple[Failure, ...] = ()
    """Rows that could not be read; each message names the line and the reason."""
    notes: tuple[str, ...] = ()
    """What else a user should know, such as how many rows were about other things."""


# --- Names of columns ----------------------------------------------------------------

_ALIASES: Mapping[str, tuple[str, ...]] = {
    "incident_id": ("id", "event_id", "fid", "uuid"),
    "lat": ("latitude", "y", "ycoord", "breite"),
    "lon": ("longitude", "lng", "long", "x", "xcoord"),
    "start_date": ("date", "event_date", "date_start", "day", "datetime", "when"),
    "end_date": ("date_end", "until"),
    "date_text": ("date_as_said",),
    "place_text": ("place", "location", "place_name", "site", "town", "city", "village", "where"),
    "kind": ("type", "incident_type", "category", "event_type", "attack_type"),
    "quote": ("notes", "note", "description", "text", "summary", "details", "title", "name"),
    "actors": ("actor", "perpetrator", "perpetrators", "actor1"),
    "targets": ("target",),
    "weapons": ("weapon", "weapon_type"),
    "attribution": ("source", "sources", "attributed_to"),
    "fatalities": ("deaths", "killed", "dead", "fatalities_total"),
    "injuries": ("injured", "wounded", "injuries_total"),
    "limit_m": ("precision_m", "uncertainty_m", "radius_m", "accuracy_m"),
}
"""Our column, and what else people call it; the first that is there and filled counts."""


def named(header: str) -> str:
    """A column's name without regard to case, blanks and hyphens.

    Examples
    --------
    >>> named(" Event Date "), named("Geo-Precision")
    ('event_date', 'geo_precision')
    """
    return re.sub(r"[\s\-]+", "_", header.strip().lower())


def with_known_names(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row under our column names, where they are not there already.

    Examples
    --------
    >>> with_known_names({"Latitude": 34.4, "Notes": "Shells fell."})
    {'latitude': 34.4, 'notes': 'Shells fell.', 'lat': 34.4, 'quote': 'Shells fell.'}
    """
    out = {named(str(key)): value for key, value in row.items()}
    for ours, others in _ALIASES.items():
        if out.get(ours) is None:
            for other in others:
                if out.get(other) is not None:
                    out[ours] = out[other]
                    break
    return out


def typed(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of ours whose values another program may have stored as text.

    Raises
    ------
    ValueError
        If a text is not of its column's kind; the message names the column.

    Examples
    --------
    >>> typed({"actors": '["A", "B"]', "weapons": "a drone; a mine", "open_end": 0})
    {'actors': ['A', 'B'], 'weapons': ['a drone', 'a mine'], 'open_end': False}
    """
    out = dict(row)
    for name, value in row.items():
        kind = _KINDS.get(name)
        try:
            if kind == "texts" and isinstance(value, str):
                listed = value_of(value, "json") if value.startswith("[") else None
                out[name] = listed if listed is not None else list(split_list(value))
            elif kind == "json" and isinstance(value, str):
                out[name] = value_of(value, "json")
            elif kind == "bool" and value is not None:
                out[name] = bool(value)
            elif kind == "date" and isinstance(value, str):
                out[name] = value[:10]
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from None
    return out


_KINDS = {**COLUMNS, "reports": "json"}


# --- Rows ----------------------------------------------------------------------------


def coded(
    incident: Incident,
    point: LngLat,
    where_prec: int,
    reader: PointReader,
    *,
    said: str,
    limit_m: float | None = None,
) -> LocatedIncident:
    """An incident at a point with a precision code.

    Parameters
    ----------
    said
        What the file says about the point; the first half of the reason.
    """
    footprint = reader.footprint(point, where_prec, limit_m=limit_m)
    text = incident.place.text if incident.place else ""
    resolution = Resolution(
        text=text,
        status=ResolutionStatus.RESOLVED,
        reason=f"{said} {footprint.trail[0].text}",
        name=text or None,
        footprint=footprint,
        country_code=reader.country_code(point),
    )
    return LocatedIncident(incident, resolution)


def located_from_row(
    row: Mapping[str, Any],
    reader: PointReader,
    report: Report,
    number: int,
    *,
    region_90: BaseGeometry | None = None,
    region_50: BaseGeometry | None = None,
) -> LocatedIncident:
    """One row of a table or layer as a located incident.

    Parameters
    ----------
    row
        Plain values; our column names or others'.
    report
        The file itself, which stands for rows that name no report.
    number
        Line or position, for the id of a row that has none.
    region_90, region_50
        The row's geometry; a point becomes a region by its precision.

    Raises
    ------
    ValueError
        If a value cannot be read.
    """
    ours = "event_type" in row and "sub_event_type" in row and "kind" in row
    filled = typed(row) if ours else _filled(with_known_names(row))
    if filled.get("incident_id") in (None, ""):
        filled["incident_id"] = f"{report.report_id}-{number}"
    filled["incident_id"] = str(filled["incident_id"])
    filled["report_id"] = str(filled.get("report_id") or report.report_id)
    outer = checked_region(region_90) if region_90 is not None else None
    if outer is not None and outer.area > 0:
        inner = checked_region(region_50) if region_50 is not None else None
        return located_from_dict(filled, region_90=outer, region_50=inner)
    located = located_from_dict(filled)
    if outer is not None and not outer.is_empty:
        point = LngLat(*outer.centroid.coords[0])
    elif filled.get("lon") is not None and filled.get("lat") is not None:
        point = LngLat(number_of("lon", filled["lon"]), number_of("lat", filled["lat"]))
    else:
        return located
    where_prec, limit_m, said = _precision(filled, point)
    return coded(located.incident, point, where_prec, reader, said=said, limit_m=limit_m)


def _filled(row: dict[str, Any]) -> dict[str, Any]:
    """A foreign row with its values in our types."""
    row = {key: value for key, value in row.items() if value not in (None, "")}
    row["kind"] = kind_of(row.get("sub_event_type") or row.get("kind"))
    for column in ("start_date", "end_date"):
        if column in row:
            row.setdefault("date_text", str(row[column]))
            row[column] = day_in(row, column).isoformat()
    if "start_date" in row and "edtf" not in row:
        end = row.get("end_date", row["start_date"])
        one_day = end == row["start_date"]
        row["edtf"] = row["start_date"] if one_day else f"{row['start_date']}/{end}"
    for what in ("fatalities", "injuries"):
        if what in row:
            row.setdefault(f"{what}_min", row[what])
            row.setdefault(f"{what}_max", row[what])
        for column in (f"{what}_min", f"{what}_max"):
            if column in row:
                row[column] = whole_of(column, row[column])
    for column in ("actors", "targets", "weapons", "attribution"):
        if isinstance(row.get(column), str):
            row[column] = list(items_of(row[column], ";|"))
    for column in ("quote", "place_text", "date_text", "event_type"):
        if column in row:
            row[column] = str(row[column])
    row.pop("place", None)
    row.pop("places", None)
    return row


def _precision(row: Mapping[str, Any], point: LngLat) -> tuple[int, float | None, str]:
    """The precision code of a row, a stated radius, and what was said about it."""
    if row.get("limit_m") is not None:
        limit_m = number_of("limit_m", row["limit_m"])
        if not 0 < limit_m < 5_000_000:
            raise ValueError(f"limit_m: must be a radius in metres, not {limit_m}")
        return class_of_limit(limit_m), limit_m, "The file gives the point and its precision."
    if row.get("where_prec") is not None:
        where_prec = whole_of("where_prec", row["where_prec"])
        return where_prec, None, f"The file gives the point with where_prec {where_prec}."
    unit_deg = 10.0 ** -min(_decimals(point.lng), _decimals(point.lat))
    limit_m = max(CLASSES[1].limit_m, 111_000 * unit_deg / 2)
    said = "The file gives the point but does not say how precise it is."
    return class_of_limit(limit_m), limit_m, said


def _decimals(number: float) -> int:
    return len(f"{number:.6f}".rstrip("0").partition(".")[2])
