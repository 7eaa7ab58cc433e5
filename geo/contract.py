"""One flat mapping between incidents and rows: the column names of every file and frame.

`incident_to_dict` is the JSON Lines form of an incident; `located_to_dict` is the same
laid flat, with what the gazetteer answered beside it: the properties of a GeoJSON
feature, the columns of a frame, the header of a CSV file. Regions are geometries and
stay apart, because each format has its own way to hold them.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import functools
import typing
from collections.abc import Iterator, Mapping
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
from geo.model import (
    Actor,
    DatePhrase,
    Incident,
    LocatedIncident,
    PlaceMention,
    Quote,
    Report,
)
from geo.records import decoder, to_json

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from gazetteer.store import Store

__all__ = [
    "COLUMNS",
    "KIND_OF_SUB_EVENT_TYPE",
    "MAX_CANDIDATES",
    "MAX_QUOTE",
    "incident_from_dict",
    "incident_to_dict",
    "located_from_dict",
    "located_to_dict",
    "report_from_dict",
    "report_to_dict",
]

MAX_QUOTE = 600
"""Characters of the `quote` column; `quotes` holds all words."""

MAX_CANDIDATES = 5
"""Runners-up that travel with a row; a common name may have hundreds."""

_DATE_KEYS = {"text": "date_text", "start": "start_date", "end": "end_date"}
_SPECIAL = frozenset({"date", "place", "places", "actors", "quotes"})

KIND_OF_SUB_EVENT_TYPE: Mapping[str, str] = {
    "Abduction/forced disappearance": "abduction",
    "Agreement": "other",
    "Air/drone strike": "airstrike",
    "Armed clash": "armed_clash",
    "Arrests": "other",
    "Attack": "armed_attack",
    "Change to group/activity": "other",
    "Chemical weapon": "chemical_attack",
    "Disrupted weapons use": "weapons_use_disrupted",
    "Excessive force against protesters": "protest_violence",
    "Government regains territory": "territory_change",
    "Grenade": "grenade",
    "Headquarters or base established": "other",
    "Looting/property destruction": "property_destruction",
    "Mob violence": "riot",
    "Non-state actor overtakes territory": "territory_change",
    "Non-violent transfer of territory": "territory_change",
    "Other": "other",
    "Peaceful protest": "other",
    "Protest with intervention": "protest_violence",
    "Remote explosive/landmine/IED": "ied",
    "Sexual violence": "sexual_violence",
    "Shelling/artillery/missile attack": "shelling",
    "Suicide bomb": "suicide_bombing",
    "Violent demonstration": "riot",
}
"""ACLED's sub-event types (codebook of 2023) and the layer that each belongs to."""


# --- Incident <-> object -------------------------------------------------------------


@functools.cache
def _plain_fields() -> tuple[tuple[str, Any, Any], ...]:
    """Fields of an incident that go by their own name: name, decoder, default."""
    hints = typing.get_type_hints(Incident)
    return tuple(
        (field.name, decoder(hints[field.name]), field.default)
        for field in dataclasses.fields(Incident)
        if field.name not in _SPECIAL
    )


@functools.cache
def _date_fields() -> tuple[tuple[str, str, Any, Any], ...]:
    """Fields of a date phrase: name, key, decoder, default."""
    hints = typing.get_type_hints(DatePhrase)
    return tuple(
        (
            field.name,
            _DATE_KEYS.get(field.name, field.name),
            decoder(hints[field.name]),
            field.default,
        )
        for field in dataclasses.fields(DatePhrase)
    )


def incident_to_dict(incident: Incident) -> dict[str, Any]:
    """Write an incident as one object of the JSON Lines contract.

    Unknown is None. Lists hold plain strings, with the detail in a sister key.

    Examples
    --------
    >>> row = incident_to_dict(Incident("a1", "r", "Battles", "Armed clash", "armed_clash"))
    >>> row["kind"], row["place"], row["actors"], row["quote"]
    ('armed_clash', None, [], None)
    """
    out: dict[str, Any] = {}
    for name, _, _ in _plain_fields():
        out[name] = to_json(getattr(incident, name))
        if name == "kind":
            for field, key, _, default in _date_fields():
                empty = False if default is False else None
                out[key] = to_json(getattr(incident.date, field)) if incident.date else empty
            out["place"] = _mention(incident.place)
            out["places"] = [_mention(place) for place in incident.places]
            out["actors"] = [actor.name for actor in incident.actors]
            out["actors_detail"] = to_json(incident.actors)
    main = incident.quotes[0] if incident.quotes else None
    out["quote"] = main.text[:MAX_QUOTE] if main else None
    out["quote_start"] = main.start if main else None
    out["quote_end"] = main.start + len(out["quote"]) if main else None
    out["quotes"] = to_json(incident.quotes)
    return out


def _mention(place: PlaceMention | None) -> dict[str, Any] | None:
    if place is None:
        return None
    unknown = {"name": None, "country": None, "country_code": None, "admin1": None}
    return {**unknown, **to_json(place)}


def incident_from_dict(row: Mapping[str, Any]) -> Incident:
    """Read an incident from an object of the contract, ours or another program's.

    Only `incident_id` must be there. A list of names that disagrees with its sister key
    wins over it, since the list is what a person edits.

    Raises
    ------
    ValueError
        If a value is of another type than its key wants; the message names the key.

    Examples
    --------
    >>> found = incident_from_dict({"incident_id": "x", "sub_event_type": "Air/drone strike"})
    >>> found.kind, found.date, found.count_min
    ('airstrike', None, 1)
    """
    made: dict[str, Any] = {"report_id": "", "event_type": "", "sub_event_type": ""}
    with _naming():
        for name, read, default in _plain_fields():
            # None is a value only where the field may be None: "at least five" has no upper end.
            if name in row and (row[name] is not None or default is None or name == "count_max"):
                made[name] = _read(name, read, row[name])
        if not made.get("incident_id"):
            raise ValueError("incident_id: is missing")
        _check_ranges(made)
        made.setdefault("kind", KIND_OF_SUB_EVENT_TYPE.get(made["sub_event_type"], "other"))
        made["date"] = _date_of(row)
        made["place"] = _place_of(row)
        made["places"] = _places_of(row)
        made["actors"] = _actors_of(row)
        made["quotes"] = _quotes_of(row, made["report_id"])
    return Incident(**made)


@contextlib.contextmanager
def _naming() -> Iterator[None]:
    """Turn what a value of the wrong shape raises into a ValueError."""
    try:
        yield
    except (TypeError, AttributeError, KeyError) as error:
        raise ValueError(f"a value has another shape than its key wants ({error})") from error


def _check_ranges(made: dict[str, Any]) -> None:
    if "count_max" not in made and made.get("count_min", 1) > 1:
        made["count_max"] = made["count_min"]
    for what in ("count", "fatalities", "injuries"):
        low, high = made.get(f"{what}_min"), made.get(f"{what}_max")
        if any(number is not None and number < 0 for number in (low, high)):
            raise ValueError(f"{what}_min, {what}_max: must not be below 0")
        if low is not None and high is not None and low > high:
            raise ValueError(f"{what}_min: {low} is more than {what}_max {high}")


def _read(key: str, read: Any, value: Any) -> Any:
    try:
        return read(value)
    except ValueError as error:
        raise ValueError(f"{key}: {error}") from None


def _date_of(row: Mapping[str, Any]) -> DatePhrase | None:
    if all(row.get(key) is None for key in ("date_text", "edtf", "start_date", "end_date")):
        return None
    made: dict[str, Any] = {"edtf": None, "start": None, "end": None}
    for field, key, read, _ in _date_fields():
        if row.get(key) is not None:
            made[field] = _read(key, read, row[key])
    start, end = made["start"], made["end"]
    made["start"], made["end"] = start or end, end or start
    if made["start"] and made["end"] and made["start"] > made["end"]:
        raise ValueError(f"start_date: {made['start']} is after end_date {made['end']}")
    made.setdefault("text", made["edtf"] or str(made["start"]))
    return DatePhrase(**made)


def _place_of(row: Mapping[str, Any]) -> PlaceMention | None:
    place = row.get("place")
    if place is not None:
        return _place_mention("place", place)
    if row.get("place_text") is None:
        return None
    flat = {"text": row["place_text"], "start": row.get("place_start"), "end": row.get("place_end")}
    mention = _place_mention("place_text", flat)
    # A flat row has the words alone; what else is known of them stands in the list of all.
    for known in _places_of(row):
        if (known.text, known.start, known.end) == (mention.text, mention.start, mention.end):
            return known
    return mention


def _place_mention(key: str, value: Any) -> PlaceMention:
    if isinstance(value, str):
        value = {"text": value}
    start = value.get("start")
    end = value.get("end")
    filled = {**value, "start": start if start is not None else 0}
    filled["end"] = end if end is not None else filled["start"] + len(value.get("text") or "")
    mention: PlaceMention = _read(key, decoder(PlaceMention), filled)
    return mention


def _places_of(row: Mapping[str, Any]) -> tuple[PlaceMention, ...]:
    return tuple(_place_mention("places", place) for place in row.get("places") or ())


def _actors_of(row: Mapping[str, Any]) -> tuple[Actor, ...]:
    detail: tuple[Actor, ...] = _read(
        "actors_detail", decoder(tuple[Actor, ...]), row.get("actors_detail") or []
    )
    names = row.get("actors")
    if names is None or list(names) == [actor.name for actor in detail]:
        return detail
    texts: tuple[str, ...] = _read("actors", decoder(tuple[str, ...]), names)
    known = {actor.name: actor for actor in detail}
    return tuple(known.get(name, Actor(name)) for name in texts)


def _quotes_of(row: Mapping[str, Any], report_id: str) -> tuple[Quote, ...]:
    given = row.get("quotes")
    if not given and row.get("quote"):
        start = row.get("quote_start") or 0
        given = [{"text": row["quote"], "start": start, "end": start + len(row["quote"])}]
    filled = [{"report_id": report_id, **quote} for quote in given or ()]
    quotes: tuple[Quote, ...] = _read("quotes", decoder(tuple[Quote, ...]), filled)
    return quotes


# --- Report <-> object ---------------------------------------------------------------

_NOT_CARRIED = frozenset({"text", "published", "body_start"})


def report_to_dict(report: Report) -> dict[str, Any]:
    """Write what names a report and proves which one it was; its text stays at home.

    Examples
    --------
    >>> report_to_dict(Report("r", "words", "ab12", published=dt.date(2021, 6, 28)))["date"]
    '2021-06-28'
    """
    record = to_json(dataclasses.replace(report, text=""))
    out = {
        "report_id": report.report_id,
        "name": report.report_id,
        "date": to_json(report.published),
        "sha256": report.sha256,
        "title": report.title,
        "source": report.source,
        "url": report.url,
    }
    return out | {key: value for key, value in record.items() if key not in _NOT_CARRIED}


def report_from_dict(row: Mapping[str, Any]) -> Report:
    """Read what `report_to_dict` wrote; the text is empty.

    Raises
    ------
    ValueError
        If a value is of another type than its key wants.
    """
    filled = {key: value for key, value in row.items() if value is not None}
    filled.setdefault("report_id", filled.get("name"))
    filled.setdefault("sha256", "")
    filled.pop("body_start", None)
    report: Report = decoder(Report)({**filled, "published": row.get("date"), "text": ""})
    return report


# --- Located incident <-> flat row ---------------------------------------------------


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
    out["place_ids"] = [place.place_id for place in resolution.places]
    out["resolved_places"] = to_json(resolution.places, digits=digits)
    out["candidates"] = to_json(resolution.candidates[:MAX_CANDIDATES], digits=digits)
    out["trail"] = to_json(footprint.trail) if footprint else []
    return out


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

    The reference tree is not carried: resolving `resolution_text` gives it again.
    A region without its sister stands for both.

    Raises
    ------
    ValueError
        If a value is of another type than its column wants; the message names it.
    """
    incident = incident_from_dict(row)
    outer = region_90 if region_90 is not None else region_50
    footprint = None
    if outer is not None and not outer.is_empty:
        inner = region_50 if region_50 is not None and not region_50.is_empty else outer
        footprint = Footprint(
            point=_point_of(row, inner),
            region_50=inner,
            region_90=outer,
            where_prec=_where_prec(row),
            trail=_read("trail", decoder(tuple[TrailStep, ...]), row.get("trail") or []),
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
    with _naming():
        return Resolution(
            text=_read("resolution_text", decoder(str), text),
            status=_read("resolution_status", decoder(ResolutionStatus), status),
            reason=_read("reason", decoder(str), reason),
            name=_read("place_name", optional, row.get("place_name")),
            places=_read(
                "resolved_places", decoder(tuple[Place, ...]), row.get("resolved_places") or []
            ),
            footprint=footprint,
            candidates=_read(
                "candidates", decoder(tuple[Candidate, ...]), row.get("candidates") or []
            ),
            country_code=_read("place_country_code", optional, row.get("place_country_code")),
        )


def _point_of(row: Mapping[str, Any], region: BaseGeometry) -> LngLat:
    lng, lat = row.get("lon"), row.get("lat")
    if lng is None or lat is None:
        inside = region.representative_point()
        return LngLat(inside.x, inside.y)
    point: LngLat = _read("lon, lat", decoder(LngLat), [lng, lat])
    if abs(point.lng) > 180 or abs(point.lat) > 90:
        raise ValueError(
            f"lon, lat: {lng}, {lat} are no degrees of longitude and latitude; "
            "export the data as EPSG:4326"
        )
    return point


def _where_prec(row: Mapping[str, Any]) -> int:
    value = row.get("where_prec")
    if value is None:
        return 5
    where_prec: int = _read("where_prec", decoder(int), value)
    if not 1 <= where_prec <= 7:
        raise ValueError(f"where_prec: must be 1 to 7, not {where_prec}")
    return where_prec


# --- Columns -------------------------------------------------------------------------


def _columns() -> Iterator[tuple[str, str]]:
    """Every column of a flat row with its kind, from the types of the fields."""
    hints = {
        **{_DATE_KEYS.get(k, k): v for k, v in typing.get_type_hints(DatePhrase).items()},
        **typing.get_type_hints(Incident),
    }
    kinds: dict[Any, str] = {str: "text", int: "int", bool: "bool", dt.date: "date"}
    extra = {
        "place_start": "int", "place_end": "int", "quote_start": "int", "quote_end": "int",
        "lat": "float", "lon": "float", "where_prec": "int", "actors": "texts",
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
