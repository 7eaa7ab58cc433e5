"""One telling, or several joined, before it becomes an incident."""

from __future__ import annotations

from dataclasses import dataclass, field

from geo.dates import Counted
from geo.model import Actor, DatePhrase, PlaceMention

__all__ = ["EMPTY", "GENERAL", "MOST", "Draft"]


GENERAL = frozenset(
    {"armed_attack", "other", "bombing", "property_destruction", "armed_clash", "ambush"}
)


@dataclass(slots=True)
class Draft:
    """One telling, or several joined, before it becomes an `Incident`."""

    kind: str
    sure: int
    stage: str
    sentence: int
    paragraph: int
    quotes: list[tuple[int, int]]
    weight: float = 0.0
    """How much the main sentence tells: the heaviest leads the quotes."""
    date: DatePhrase | None = None
    date_kind: str = ""
    date_at: int = -1
    """Where the phrase of the date begins; below zero for none of its own."""
    counted: Counted | None = None
    """What the date is counted from: "two days later"."""
    unread: DatePhrase | None = None
    """A phrase that says when, but not in days that could be told."""
    at: int = 0
    """Where the words that tell it best begin."""
    place: PlaceMention | None = None
    place_rank: float = 0.0
    places: list[PlaceMention] = field(default_factory=list)
    place_ids: set[str] = field(default_factory=set)
    place_words: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    units: set[str] = field(default_factory=set)
    """First-order units of the places."""
    points: list[tuple[float, float]] = field(default_factory=list)
    """Longitude and latitude of the settlements among the places, WGS84 degrees."""
    settled: bool = False
    """Whether one of the places is smaller than a province."""
    beside: PlaceMention | None = None
    """The settlement that the sentence before puts something in."""
    actors: list[Actor] = field(default_factory=list)
    targets: list[tuple[str, str]] = field(default_factory=list)
    weapons: list[str] = field(default_factory=list)
    count: tuple[int, int | None] | None = None
    plural: bool = False
    aggregate: bool = False
    dead: list[tuple[int, int | None, str]] = field(default_factory=list)
    hurt: list[tuple[int, int | None, str]] = field(default_factory=list)
    civilians: list[tuple[int, int | None, str]] = field(default_factory=list)
    attribution: list[str] = field(default_factory=list)
    claimed: list[str] = field(default_factory=list)
    denied: list[str] = field(default_factory=list)
    claimants: list[Actor] = field(default_factory=list)
    """The parties behind `claimed`."""
    deniers: list[Actor] = field(default_factory=list)
    unclaimed: bool = False
    """Whether it is said that nobody claimed it."""
    struck: set[str] = field(default_factory=set)
    """Countries whose people or things it was done to, by their adjectives: "US troops"."""
    blamed: list[str] = field(default_factory=list)
    anaphor: bool = False
    """"the attack", "the strikes": points back."""
    bare: bool = False
    """Only casualties or damage: tells more of what was told."""
    apart: bool = False
    """Whether a seam of the sentence parts it from the incident told before it there."""
    ordinal: bool = False
    """"The first bomb", "one of the blasts": one of several that were told together."""
    fresh: bool = False
    """ "another", "a second", "elsewhere": says itself that it is a new one."""
    anew: bool = False
    """Told like something not told before: "a rocket hit", "gunmen stormed", "also"."""
    quiet: bool = False
    """Adds nothing that is worth a quote."""
    verified: bool = True
    accepted: bool = True
    """Whether it may stand as an incident of its own."""
    lack: float = 0.0
    """Score that it is short of to stand (log-odds)."""
    facts: frozenset[str] = frozenset()
    options: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    """The place phrases of its sentence, folded, and their features: for fitting alone."""
    triggers: list[tuple[int, int]] = field(default_factory=list)
    """Where its trigger words stand: for fitting alone."""
    joined: set[str] = field(default_factory=set)
    """Features of the tellings that joined it."""
    victims: set[str] = field(default_factory=set)
    """Words of the targets that no table knows: most often names."""
    covered: DatePhrase | None = None
    """The days that the title of its bulletin says: for an incident of which no day is told."""
    noted: bool = False
    """Whether it is told in a list, whose lines are an incident each."""
    said: DatePhrase | None = None
    """When it was spoken of: a bound for an incident without a day."""
    answered: bool = False
    """Whether another incident is told as its answer or follows it in the sentence."""
    things: set[str] = field(default_factory=set)
    """Vehicles and buildings that it was done to: "the boat" points back to a boat."""
    finer: str = ""
    """A sub-event type that says more than the kind: ground that was taken back, a mob."""
    wide: bool = False
    """Whether its first telling stood for several at large."""
    opened: int = 0
    """Sentence of the first telling; `sentence` is that of the last."""
    follows: str = ""
    """Words that put it just after the incident told before."""


MOST = 60
"""Places or targets kept of one incident; more is a list without end."""


EMPTY = frozenset(
    {
        "target",
        "targets",
        "location",
        "locations",
        "place",
        "places",
        "site",
        "sites",
        "area",
        "areas",
        "person",
        "people",
    }
)
"""Heads that say nothing once a fuller target is there."""
