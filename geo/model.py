"""What goes from floor to floor: reports, incidents, located incidents, layers.

Everything is frozen; change is by `dataclasses.replace`. Unknown is None or empty,
never guessed. Offsets are Unicode code points into `Report.text`, end exclusive.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazetteer.model import Resolution

__all__ = [
    "Actor",
    "DatePhrase",
    "Incident",
    "LocatedIncident",
    "PlaceMention",
    "Quote",
    "Report",
    "Span",
]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a report's text, with the words themselves."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report as read, its text untouched."""

    report_id: str
    """File stem, or the id given in a batch."""
    text: str
    sha256: str
    """Of the file's bytes, or of the UTF-8 text where there is no file."""
    published: dt.date | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    dateline: str | None = None
    """The place that a dateline names, as said."""
    body_start: int = 0
    """Where the prose begins, after a leading date or header."""
    notes: tuple[str, ...] = ()
    """What the reader of the file wants the user to know."""
    dateline_day: dt.date | None = None
    """The day of the dateline, from which "today" counts; may lie before `published`."""
    language: str | None = None
    """ISO 639-1, as far as word tables can tell; None where no table fits."""
    marks: tuple[tuple[int, str], ...] = ()
    """Where a page, paragraph or row begins: offset and name, such as (5210, "page 3")."""
    licence: str | None = None
    """Under which terms the source may be shown again, as its publisher puts it."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report, verbatim: `report.text[start:end] == text`."""

    text: str
    start: int
    end: int
    report_id: str


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """When, as said and as understood."""

    text: str
    edtf: str | None
    """ISO 8601-2; None where the phrase was not understood."""
    start: dt.date | None
    end: dt.date | None
    """Inclusive; for an open end the report's own day."""
    open_end: bool = False
    date_prec: int | None = None
    """UCDP 1 exact day, 2 two to six days, 3 a week, 4 a month, 5 more."""
    time_of_day: str | None = None
    """"early morning", "late night": as said."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Where, as said; `text` is what the gazetteer is asked to resolve."""

    text: str
    start: int
    end: int
    name: str | None = None
    """The gazetteer's name of the innermost place that the words name, if it knows one."""
    country: str | None = None
    """English short name."""
    country_code: str | None = None
    """ISO 3166-1 alpha-2."""
    admin1: str | None = None
    """Name of the first-order unit, or its `place_id` where only that is known."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A party to an incident: who did it, or who fought."""

    name: str
    kind: str = "unknown"
    """One of state, group, force, person, unknown."""
    country_code: str | None = None
    identified: bool = True
    """Whether the text says which one it is; "gunmen" and "armed men" are known by kind only."""
    side: int | None = None
    """In a fight between parties: 1 or 2, equal for those that fought together."""
    basis: str = "clause"
    """How it is tied to the incident: by the incident's own clause; by an anaphor, a claim or
    an accusation ("blame") elsewhere; or by the context, what is told round about."""
    start: int | None = None
    """Offset of the words that name it."""
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that happened, with the words that carry each field."""

    incident_id: str
    """Stable for equal text."""
    report_id: str
    event_type: str
    """ACLED event type, such as "Explosions/Remote violence"."""
    sub_event_type: str
    """ACLED sub-event type, such as "Air/drone strike"."""
    kind: str
    """Finer, ours: "airstrike", "drone attack", "shelling": the map's layers."""
    date: DatePhrase | None = None
    place: PlaceMention | None = None
    places: tuple[PlaceMention, ...] = ()
    actors: tuple[Actor, ...] = ()
    targets: tuple[str, ...] = ()
    target_kinds: tuple[str, ...] = ()
    """One of military, government, infrastructure, civilian, shipping, unknown for each target."""
    weapons: tuple[str, ...] = ()
    count_min: int = 1
    count_max: int | None = 1
    """None for "at least" without an upper end."""
    event_clarity: int = 1
    """UCDP: 1 a single event, 2 an aggregate of several."""
    fatalities_min: int | None = None
    fatalities_max: int | None = None
    injuries_min: int | None = None
    injuries_max: int | None = None
    attribution: tuple[str, ...] = ()
    claimed_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    strike_status: str | None = None
    """Airwars: declared, likely, contested, single-source claim."""
    stage: str = "occurred"
    """occurred, intercepted, foiled, threatened, planned or denied."""
    quotes: tuple[Quote, ...] = ()
    """The main sentence first."""
    related: tuple[str, ...] = ()
    """`incident_id`s of an aggregate that covers this one, or that this one covers."""
    edited: tuple[str, ...] = ()
    """Names of the fields that a person has corrected; they win over what was extracted."""


@dataclass(frozen=True, slots=True)
class LocatedIncident:
    """An incident and where it was, or the reason why that cannot be said."""

    incident: Incident
    resolution: Resolution
