"""What an author asks to be taken away before a map is shown to the public."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from gazetteer.names import fold
from geo.errors import IncidentDataError
from geo.formats.coarse import Precision, precision_of
from geo.model import LocatedIncident

__all__ = [
    "DROPPABLE",
    "EMPTIED",
    "LISTS",
    "REPORT_FIELDS",
    "Coarsen",
    "PublishOptions",
    "check_options",
    "check_rules",
    "is_shown",
    "rules_for",
]


@dataclass(frozen=True, slots=True)
class Coarsen:
    """Which places to show how coarsely."""

    what: str
    """An incident's id, a kind, a kind of target, or a word for it: "shelter"."""
    to: Precision

    @classmethod
    def parse(cls, text: str) -> Coarsen:
        """Read `what=precision`, as a command line has it.

        Raises
        ------
        IncidentDataError
            If it is not of that form.

        Examples
        --------
        >>> Coarsen.parse("hospital=20km")
        Coarsen(what='hospital', to=Precision(unit='cell', cell_m=20000.0))
        """
        what, sign, to = text.rpartition("=")
        if not sign or not what.strip():
            raise IncidentDataError(
                f"{text!r}: say which places and how coarsely, such as hospital=20km, "
                "shelter=admin1 or an incident's id=country"
            )
        return cls(what.strip(), precision_of(to))


@dataclass(frozen=True, slots=True)
class PublishOptions:
    """What to take away."""

    coarsen: tuple[Coarsen, ...] = ()
    """Where several fit a row, the coarsest result counts."""
    leave_out: tuple[str, ...] = ()
    """Ids of incidents to leave out."""
    stages: frozenset[str] = frozenset({"occurred", "intercepted"})
    """What is mapped; the rest is left out."""
    drop: tuple[str, ...] = ()
    """Columns to empty; those in `DROPPABLE`."""
    shorten: Mapping[str, int] = field(default_factory=dict)
    """Column -> most characters of each of its texts."""
    quote_length: int | None = None
    """Most characters of a quote; 0 leaves its position alone."""
    withhold: tuple[str, ...] = ()
    """Names, as of persons and sources, to be read nowhere."""


LISTS = ("actors", "targets", "weapons", "attribution", "claimed_by", "denied_by")
EMPTIED: Mapping[str, Mapping[str, Any]] = {
    **{name: {name: ()} for name in LISTS},
    "targets": {"targets": (), "target_kinds": ()},
    "target_kinds": {"target_kinds": ()},
    "fatalities": {"fatalities_min": None, "fatalities_max": None},
    "injuries": {"injuries_min": None, "injuries_max": None},
    "strike_status": {"strike_status": None},
    "quotes": {"quotes": ()},
    "related": {"related": ()},
    "edited": {"edited": ()},
    "place_text": {"place": None, "places": ()},
}
REPORT_FIELDS = ("title", "source", "url", "licence")
_ANSWER_FIELDS = ("candidates", "trail", "reason")

DROPPABLE = frozenset({*EMPTIED, *REPORT_FIELDS, *_ANSWER_FIELDS, "date_text", "time_of_day"})


def check_options(options: PublishOptions, located: Sequence[LocatedIncident]) -> None:
    if odd := sorted({*options.drop, *options.shorten} - DROPPABLE):
        raise IncidentDataError(
            f"{', '.join(odd)}: no column that can be dropped or shortened; "
            f"there are {', '.join(sorted(DROPPABLE))}"
        )
    ids = {item.incident.incident_id for item in located}
    if gone := sorted(set(options.leave_out) - ids):
        raise IncidentDataError(f"{', '.join(gone)}: no incident has this id")
    if short := [name for name, most in options.shorten.items() if most < 1]:
        raise IncidentDataError(f"{', '.join(short)}: shorten to 1 character at least, or drop it")


def check_rules(wanted: Sequence[Coarsen], rules: Mapping[str, Sequence[Coarsen]]) -> None:
    used = {rule for found in rules.values() for rule in found}
    if idle := [rule.what for rule in wanted if rule not in used]:
        raise IncidentDataError(
            f"{', '.join(idle)}: fits no incident that is shown, so no place was withheld; "
            "look for the word in kind, targets and place, or name the incident's id"
        )


def is_shown(item: LocatedIncident, options: PublishOptions) -> bool:
    return (
        item.resolution.footprint is not None
        and item.incident.stage in options.stages
        and item.incident.incident_id not in options.leave_out
    )


def rules_for(item: LocatedIncident, wanted: Iterable[Coarsen]) -> tuple[Coarsen, ...]:
    incident, resolution = item.incident, item.resolution
    slugs = {incident.incident_id, incident.kind, *incident.target_kinds}
    slugs |= {str(place.feature_class) for place in resolution.places}
    words = [*incident.targets, *(place.text for place in incident.places), resolution.text]
    words += [incident.place.text] if incident.place else []
    words += [resolution.name or "", *(place.name for place in resolution.places)]
    tokens = {token for text in words for token in fold(text).split()}
    phrases = " | ".join(fold(text) for text in words)
    return tuple(rule for rule in wanted if rule.what in slugs or _says(rule, tokens, phrases))


def _says(rule: Coarsen, tokens: set[str], phrases: str) -> bool:
    """Whether a word, in singular or plural, is among those of an incident."""
    what = fold(rule.what.replace("_", " "))
    if " " in what:
        return what in phrases
    one = what[:-1] if what.endswith("s") and len(what) > 3 else what
    return bool(tokens & {what, one, f"{one}s", f"{one}es"})
