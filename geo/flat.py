"""Located incidents as flat rows: the column names of every file and frame.

The row is the object of `geo.contract` laid flat, with what the gazetteer answered
beside it: the properties of a GeoJSON feature, the columns of a frame, the header of a
CSV file. Regions are geometries and stay apart, for each format has its own way to hold
them.
"""

from __future__ import annotations

import datetime as dt
import typing
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from gazetteer.model import (
    Candidate,
    Footprint,
    LngLat,
    Place,
    Resolution,
    ResolutionStatus,
    TrailStep,
)
from geo.contract import DATE_KEYS, incident_from_dict, incident_to_dict, naming, read_value
from geo.model import DatePhrase, Incident, LocatedIncident
from geo.records import decoder, to_json

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from gazetteer.store import Store

__all__ = ["COLUMNS", "EDITABLE", "MAX_CANDIDATES", "located_from_dict", "located_to_dict"]

EDITABLE = (
    "kind", "event_type", "sub_event_type", "edtf", "start_date", "end_date", "open_end",
    "date_prec", "place_text", "actors", "targets", "target_kinds", "weapons", "count_min",
    "count_max", "event_clarity", "fatalities_min", "fatalities_max", "injuries_min",
    "injuries_max", "attribution", "claimed_by", "denied_by", "strike_status", "stage",
    "actors_described",
)  # fmt: skip
"""Columns that a person may correct; the column `as_written` tells whether one has."""

MAX_CANDIDATES = 5
"""Runners-up that travel with a row; a common name may have hundreds."""


def located_to_dict(
    located: LocatedIncident, *, store: Store | None = None, digits: int | None = None
) -> dict[str, Any]:
    """Lay an incident and the answer to its place flat; regions are left to the caller.

    Parameters
    ----------
    store
        Gives the names of the country and of its first-order unit; without it those
        two columns are None.
    digits
        Decimal places of longitudes and latitudes; by default all.

    Examples
    --------
    >>> nowhere = Resolution("", ResolutionStatus.NOT_FOUND, "The report does not say.")
    >>> clash = Incident("a1", "r", "Battles", "Armed clash", "armed_clash")
    >>> row = located_to_dict(LocatedIncident(clash, nowhere))
    >>> row["resolution_status"], row["lat"], list(row) == list(COLUMNS)
    ('not_found', None, True)
    """
    resolution, footprint = located.resolution, located.resolution.footprint
    row = incident_to_dict(located.incident)
    out: dict[str, Any] = {}
    for key, value in row.items():
        if key == "place":
            mention = value or {}
            country, admin1 = _units(resolution, store)
            out["place_text"] = mention.get("text")
            out["place_start"] = mention.get("start")
            out["place_end"] = mention.get("end")
            out["place_name"] = resolution.name
            out["place_country"] = country
            out["place_country_code"] = resolution.country_code
            out["place_admin1"] = admin1
        else:
            out[key] = value
    out["resolution_text"] = resolution.text
    out["resolution_status"] = str(resolution.status)
    out["reason"] = resolution.reason
    out["lat"] = _rounded(footprint.point.lat, digits) if footprint else None
    out["lon"] = _rounded(footprint.point.lng, digits) if footprint else None
    out["where_prec"] = footprint.where_prec if footprint else None
    out["drawn_prec"] = footprint.drawn_prec if footprint else None
    out["place_ids"] = [place.place_id for place in resolution.places]
    out["resolved_places"] = to_json(resolution.places, digits=digits)
    out["candidates"] = to_json(resolution.candidates[:MAX_CANDIDATES], digits=digits)
    out["trail"] = to_json(footprint.trail) if footprint else []
    out["as_written"] = "".join(_digest(out[name]) for name in EDITABLE)
    return out


_DIGEST = 4
"""Hexadecimal digits for each editable column: enough to see a hand, too few to undo it."""


def _digest(value: Any) -> str:
    """A few digits of a cell, the same however a format spells the value."""
    if value is None or value is False:
        text = ""
    elif isinstance(value, (list, tuple)):
        text = "\x1f".join(value)
    elif isinstance(value, float) and value.is_integer():
        text = str(int(value))
    else:
        text = str(value)
    return f"{zlib.crc32(text.encode('utf-8', 'replace')) & 0xFFFF:04x}"


def _corrected(row: Mapping[str, Any]) -> tuple[str, ...]:
    """Columns that somebody changed since the row was written."""
    written = row.get("as_written")
    if not isinstance(written, str) or len(written) != _DIGEST * len(EDITABLE):
        return ()
    parts = (written[at : at + _DIGEST] for at in range(0, len(written), _DIGEST))
    return tuple(
        name
        for name, digest in zip(EDITABLE, parts, strict=True)
        if name in row and _digest(row[name]) != digest
    )


def _rounded(number: float, digits: int | None) -> float:
    return number if digits is None else round(number, digits)


def _units(resolution: Resolution, store: Store | None) -> tuple[str | None, str | None]:
    """Names of the country and of the first-order unit that hold the place."""
    if store is None:
        return None, None
    country = store.country(resolution.country_code) if resolution.country_code else None
    units = {
        place.place_id if place.feature_class == "admin1" else place.admin1
        for place in resolution.places
    }
    unit = units.pop() if len(units) == 1 else None
    row = store.row_of(unit) if unit else None
    return (
        country.name if country else None,
        store.place(row).name if row is not None else None,
    )


def located_from_dict(
    row: Mapping[str, Any],
    *,
    region_90: BaseGeometry | None = None,
    region_50: BaseGeometry | None = None,
) -> LocatedIncident:
    """Read a flat row back, with its regions.

    Columns that somebody changed since the row was written are marked in
    `Incident.edited`. The reference tree is not carried: resolving `resolution_text`
    gives it again. A region without its sister stands for both.

    Raises
    ------
    ValueError
        If a value is of another type than its column wants; the message names it.
    """
    incident = incident_from_dict(row)
    if corrected := _corrected(row):
        edited = tuple(dict.fromkeys((*incident.edited, *corrected)))
        incident = replace(incident, edited=edited)
    outer = region_90 if region_90 is not None else region_50
    footprint = None
    if outer is not None and not outer.is_empty:
        inner = region_50 if region_50 is not None and not region_50.is_empty else outer
        footprint = Footprint(
            point=_point_of(row, inner),
            region_50=inner,
            region_90=outer,
            where_prec=_precision(row, "where_prec") or _COARSEST,
            drawn_prec=_precision(row, "drawn_prec"),
            trail=read_value("trail", decoder(tuple[TrailStep, ...]), row.get("trail") or []),
        )
    return LocatedIncident(incident, _resolution_of(row, incident, footprint))


def _resolution_of(
    row: Mapping[str, Any], incident: Incident, footprint: Footprint | None
) -> Resolution:
    text = row.get("resolution_text")
    if text is None:
        text = incident.place.text if incident.place else ""
    status = row.get("resolution_status") or ("resolved" if footprint else "not_found")
    reason = row.get("reason") or (
        "Placed as the file gives it." if footprint else "The file does not say where this was."
    )
    optional = decoder(str | None)
    with naming():
        return Resolution(
            text=read_value("resolution_text", decoder(str), text),
            status=read_value("resolution_status", decoder(ResolutionStatus), status),
            reason=read_value("reason", decoder(str), reason),
            name=read_value("place_name", optional, row.get("place_name")),
            places=read_value(
                "resolved_places", decoder(tuple[Place, ...]), row.get("resolved_places") or []
            ),
            footprint=footprint,
            candidates=read_value(
                "candidates", decoder(tuple[Candidate, ...]), row.get("candidates") or []
            ),
            country_code=read_value("place_country_code", optional, row.get("place_country_code")),
        )


def _point_of(row: Mapping[str, Any], region: BaseGeometry) -> LngLat:
    lng, lat = row.get("lon"), row.get("lat")
    if lng is None or lat is None:
        inside = region.representative_point()
        return LngLat(inside.x, inside.y)
    point: LngLat = read_value("lon, lat", decoder(LngLat), [lng, lat])
    if abs(point.lng) > 180 or abs(point.lat) > 90:
        raise ValueError(
            f"lon, lat: {lng}, {lat} are no degrees of longitude and latitude; "
            "export the data as EPSG:4326"
        )
    return point


_COARSEST = 5
"""The class of a region that none is given for: a region of any kind."""


def _precision(row: Mapping[str, Any], name: str) -> int | None:
    value = row.get(name)
    if value is None:
        return None
    precision: int = read_value(name, decoder(int), value)
    if not 1 <= precision <= 7:
        raise ValueError(f"{name}: must be 1 to 7, not {precision}")
    return precision


# --- Columns -------------------------------------------------------------------------


def _columns() -> Iterator[tuple[str, str]]:
    """Every column of a flat row with its kind, from the types of the fields."""
    hints = {
        **{DATE_KEYS.get(k, k): v for k, v in typing.get_type_hints(DatePhrase).items()},
        **typing.get_type_hints(Incident),
    }
    kinds: dict[Any, str] = {str: "text", int: "int", bool: "bool", dt.date: "date"}
    extra = {
        "place_start": "int", "place_end": "int", "quote_start": "int", "quote_end": "int",
        "lat": "float", "lon": "float", "where_prec": "int",
        "drawn_prec": "int", "actors": "texts",
        "actors_described": "texts",
        "place_ids": "texts", "actors_detail": "json", "places": "json", "quotes": "json",
        "resolved_places": "json", "candidates": "json", "trail": "json",
    }  # fmt: skip
    nowhere = Resolution("", ResolutionStatus.NOT_FOUND, "")
    for name in located_to_dict(LocatedIncident(Incident("", "", "", "", ""), nowhere)):
        hint = hints.get(name)
        inner = [arg for arg in typing.get_args(hint) if arg is not type(None)]
        if name in extra:
            yield name, extra[name]
        elif hint == tuple[str, ...]:
            yield name, "texts"
        else:
            yield name, kinds.get(inner[0] if inner else hint, "text" if hint is None else "json")


COLUMNS: Mapping[str, str] = dict(_columns())
"""Column name -> text, int, float, bool, date, texts (a list of texts) or json."""
