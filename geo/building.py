"""One joined telling to an incident of the contract: counts, tolls, types, status, identity."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Sequence

from geo.lexicon.kinds import EVENT_TYPE, KINDS, MILITARY_SUB_EVENT, REFINES
from geo.merge import EMPTY, Draft, umbrella
from geo.model import Actor, DatePhrase, Incident, PlaceMention, Quote, Report
from geo.words import lexicon, word_set

__all__ = ["build_incident", "distinct", "event_count", "toll_range", "with_country"]


def build_incident(g: Draft, report: Report, country_name: Callable[[str], str | None]) -> Incident:
    kind = g.kind
    event_type, sub_event_type = _types(g)
    quotes = tuple(Quote(report.text[a:b], a, b, report.report_id) for a, b in g.quotes)
    low, high = event_count(g)
    date = g.date
    if date is None and g.said is not None and g.said.end is not None:
        bound = g.said.end
        date = DatePhrase(g.said.text, f"../{bound.isoformat()}", None, bound, date_prec=5)
    if date is None and report.published is not None:
        # the report's own day is the one bound there is
        date = DatePhrase(
            "", f"../{report.published.isoformat()}", None, report.published, date_prec=5
        )
    clarity = (
        2
        if g.aggregate
        or umbrella(g)
        or (high is None and _long(date))
        or (high != 1 and _long(date))
        else 1
    )
    dead, hurt = toll_range(g.dead), toll_range(g.hurt)
    named = [t for t in g.targets if t[0].casefold() in _PEOPLE or t[0].casefold() not in EMPTY]
    identity = _identity(report, kind, quotes)
    return Incident(
        incident_id=identity,
        report_id=report.report_id,
        event_type=event_type,
        sub_event_type=sub_event_type,
        kind=kind,
        date=date,
        place=with_country(g.place, country_name),
        places=tuple(p for p in (with_country(p, country_name) for p in g.places) if p is not None),
        actors=tuple(g.actors),
        targets=tuple(t for t, _ in named),
        target_kinds=tuple(k for _, k in named),
        weapons=tuple(g.weapons),
        count_min=low,
        count_max=high,
        event_clarity=clarity,
        fatalities_min=dead[0],
        fatalities_max=dead[1],
        injuries_min=hurt[0],
        injuries_max=hurt[1],
        attribution=tuple(g.attribution),
        claimed_by=tuple(g.claimed),
        denied_by=tuple(g.denied),
        strike_status=_status(g, g.actors),
        stage="intercepted"
        if kind == "weapons_use_disrupted" and g.stage == "occurred"
        else g.stage,
        quotes=quotes,
    )


def _types(g: Draft) -> tuple[str, str]:
    """Event and sub-event type, by the kind and by whom it was done to or who has the ground."""
    row = KINDS[g.kind]
    kinds = {k for _, k in g.targets}
    if g.kind in MILITARY_SUB_EVENT and "military" in kinds and "civilian" not in kinds:
        return MILITARY_SUB_EVENT[g.kind]
    finer = g.finer if REFINES.get(g.finer) == g.kind else ""
    if g.kind == "territory_change":
        group = any(a.kind == "group" for a in g.actors)
        if group and finer == _REGAINED:
            finer = ""  # rebels retake ground as well
        elif not finer and not group and any(map(_of_a_state, g.actors)):
            finer = _REGAINED
    return EVENT_TYPE.get(finer, row.event_type), finer or row.sub_event_type


def _of_a_state(actor: Actor) -> bool:
    """Whether it is a state or its force: not mere "forces", nor those of a cause by name."""
    if actor.kind != "force" or actor.country_code:
        return actor.kind in {"force", "state"}
    words = actor.name.split()
    known = {*lexicon().actors, *_REGULAR}
    cause = any(w[:1].isupper() and not w.isupper() and w.casefold() not in known for w in words)
    return actor.name.casefold() not in _BARE and not cause


_BARE = frozenset({"forces", "force", "units", "unit", "same forces"})
_REGULAR = word_set(
    "government federal national royal republican presidential loyalist regime state regular "
    "armed special imperial joint allied defence defense security general the of and"
)
"""What troops of a state are called, beside their state and their kind."""


_REGAINED = "Government regains territory"


_PEOPLE = frozenset({"people", "person"})


def _long(date: DatePhrase | None) -> bool:
    if date is None or date.end is None or date.start is None:
        return bool(date and date.text)
    return (date.end - date.start).days > 10


def event_count(g: Draft) -> tuple[int, int | None]:
    if g.count is not None:
        return g.count
    if g.plural or g.aggregate:
        if g.kind == "armed_clash" and not g.aggregate:
            return 1, 1  # "clashes" on a day are one fight
        return 2, None
    return 1, 1


def toll_range(tolls: Sequence[tuple[int, int | None, str]]) -> tuple[int | None, int | None]:
    """From the least to the most that anybody says; the upper end is open for "at least"."""
    if not tolls:
        return None, None
    lows = [low for low, _, _ in tolls]
    highs = [high for _, high, _ in tolls]
    positive = [low for low in lows if low > 0]
    # parts of a toll ("among them two children") are not a second opinion
    least = (
        max(positive) if positive and max(positive) > 3 * min(positive) else min(positive or lows)
    )
    most = (
        None
        if any(h is None for h in highs)
        else max(max(h for h in highs if h is not None), least)
    )
    return least, most


def with_country(
    place: PlaceMention | None, country_name: Callable[[str], str | None]
) -> PlaceMention | None:
    if place is None or place.country_code is None or place.country is not None:
        return place
    return dataclasses.replace(place, country=country_name(place.country_code))


def _status(g: Draft, actors: Sequence[Actor]) -> str:
    """Airwars: declared by a party to it, contested, by one source, or likely by several."""
    if g.denied and (g.claimed or g.attribution):
        return "contested"
    if g.claimed:
        return "declared"
    own = {w for a in actors for w in a.name.casefold().replace("-", " ").split() if len(w) > 3}
    codes = {a.country_code for a in actors if a.country_code}
    lex = lexicon()
    for speaker in g.attribution:
        words = speaker.casefold().replace("’", "'").split()
        if own & {w for w in words if len(w) > 3} - {
            "military",
            "army",
            "forces",
            "police",
            "government",
            "officials",
        }:
            return "declared"
        for i in range(len(words)):
            length, values = lex.institutions.at(words, i)
            if length and str(values[0]) in codes:
                return "declared"
    if len(g.attribution) >= 2:
        return "likely"
    if len(g.attribution) == 1 or not g.verified:
        return "single-source claim"
    return "likely"


def _identity(report: Report, kind: str, quotes: Sequence[Quote]) -> str:
    """Of the report's id, the kind and the main words: not of offsets or other text."""
    words = " ".join(quotes[0].text.casefold().split()) if quotes else ""
    return hashlib.sha256(f"{report.report_id}\n{kind}\n{words}".encode()).hexdigest()[:12]


def distinct(incidents: Sequence[Incident]) -> tuple[Incident, ...]:
    """Two incidents of one sentence and kind are told apart by their order in it."""
    seen: dict[str, int] = {}
    out = []
    for incident in incidents:
        n = seen[incident.incident_id] = seen.get(incident.incident_id, 0) + 1
        out.append(
            incident
            if n == 1
            else dataclasses.replace(incident, incident_id=f"{incident.incident_id}-{n}")
        )
    return tuple(out)
