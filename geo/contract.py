"""Incidents and reports as JSON objects: the keys of the JSON Lines contract.

Reading is lenient where another program may know less than we do, and strict about
what a value is: an error names the key. `geo.flat` lays the same keys flat for files
and frames.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import typing
from collections.abc import Iterator, Mapping
from typing import Any

from geo.model import (
    Actor,
    DatePhrase,
    Incident,
    PlaceMention,
    Quote,
    Report,
)
from geo.records import decoder, encoder, to_json

__all__ = [
    "DATE_KEYS",
    "KIND_OF_SUB_EVENT_TYPE",
    "MAX_QUOTE",
    "incident_from_dict",
    "incident_to_dict",
    "naming",
    "read_value",
    "report_from_dict",
    "report_to_dict",
]

MAX_QUOTE = 600
"""Characters of the `quote` column; `quotes` holds all words."""

DATE_KEYS = {"text": "date_text", "start": "start_date", "end": "end_date"}
"""Field of a date phrase -> its key, where it is another."""
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
def _plain_fields() -> tuple[tuple[str, Any, Any, Any], ...]:
    """Fields of an incident that go by their own name: name, encoder, decoder, default."""
    hints = typing.get_type_hints(Incident)
    return tuple(
        (field.name, encoder(hints[field.name]), decoder(hints[field.name]), field.default)
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
            DATE_KEYS.get(field.name, field.name),
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
    for name, write, _, _ in _plain_fields():
        out[name] = write(getattr(incident, name))
        if name == "kind":
            for field, key, _, default in _date_fields():
                empty = False if default is False else None
                out[key] = to_json(getattr(incident.date, field)) if incident.date else empty
            out["place"] = _mention(incident.place)
            out["places"] = [_mention(place) for place in incident.places]
            out["actors"] = [actor.name for actor in incident.actors if actor.identified]
            out["actors_described"] = [a.name for a in incident.actors if not a.identified]
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
    wins over it, since the list is what a person edits. `actors` holds the parties that the
    text identifies, `actors_described` those known only by kind.

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
    with naming():
        for name, _, read, default in _plain_fields():
            # None is a value only where the field may be None: "at least five" has no upper end.
            if name in row and (row[name] is not None or default is None or name == "count_max"):
                made[name] = read_value(name, read, row[name])
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
def naming() -> Iterator[None]:
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


def read_value(key: str, read: Any, value: Any) -> Any:
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
            made[field] = read_value(key, read, row[key])
    start, end = made["start"], made["end"]
    # A program that knows one day writes one; None beside a day is an open beginning.
    made["start"] = start if "start_date" in row else end
    made["end"] = end if "end_date" in row else start
    if start and end and start > end:
        raise ValueError(f"start_date: {start} is after end_date {end}")
    made.setdefault("text", "")
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
    mention: PlaceMention = read_value(key, decoder(PlaceMention), filled)
    return mention


def _places_of(row: Mapping[str, Any]) -> tuple[PlaceMention, ...]:
    return tuple(_place_mention("places", place) for place in row.get("places") or ())


def _actors_of(row: Mapping[str, Any]) -> tuple[Actor, ...]:
    detail: tuple[Actor, ...] = read_value(
        "actors_detail", decoder(tuple[Actor, ...]), row.get("actors_detail") or []
    )
    chosen: list[Actor] = []
    changed = False
    for key, named in (("actors", True), ("actors_described", False)):
        known = [actor for actor in detail if actor.identified is named]
        names = _texts_of(row, key)
        if names is None or list(names) == [actor.name for actor in known]:
            chosen += known
        else:
            changed = True
            chosen += _matched(names, detail, named)
    return tuple(chosen) if changed else detail  # the order of the text, where nobody edited it


def _texts_of(row: Mapping[str, Any], key: str) -> tuple[str, ...] | None:
    if row.get(key) is None:
        return None
    texts: tuple[str, ...] = read_value(key, decoder(tuple[str, ...]), row[key])
    return texts


def _matched(names: tuple[str, ...], detail: tuple[Actor, ...], named: bool) -> list[Actor]:
    """The parties of a list that a person may have edited, with what else is known of each."""
    known = {actor.name: actor for actor in detail}
    return [dataclasses.replace(known.get(name, Actor(name)), identified=named) for name in names]


def _quotes_of(row: Mapping[str, Any], report_id: str) -> tuple[Quote, ...]:
    given = row.get("quotes")
    if not given and row.get("quote"):
        start = row.get("quote_start") or 0
        given = [{"text": row["quote"], "start": start, "end": start + len(row["quote"])}]
    filled = [{"report_id": report_id, **quote} for quote in given or ()]
    quotes: tuple[Quote, ...] = read_value("quotes", decoder(tuple[Quote, ...]), filled)
    return quotes


# --- Report <-> object ---------------------------------------------------------------

_NOT_CARRIED = frozenset({"text", "published", "body_start"})


def report_to_dict(report: Report) -> dict[str, Any]:
    """Write what names a report and proves which one it was; its text stays at home.

    Examples
    --------
    >>> import datetime
    >>> day = datetime.date(2021, 6, 28)
    >>> report_to_dict(Report("r", "words", "ab12", published=day))["date"]
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
