"""Many tellings of one incident become one; aggregates are linked, never swallowed.

A telling joins an incident told before when nothing contradicts it (kind, date, place,
party, stage) and enough speaks for it (the same place or day, "the attack", nothing of
its own). An aggregate ("at least five times since April") joins only aggregates.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from geo.lexicon.kinds import FAMILY
from geo.model import Actor, DatePhrase, Incident, PlaceMention
from geo.words import word_set

__all__ = ["Draft", "link_aggregates", "merge_drafts", "merge_reports"]

GENERAL = frozenset(
    {"armed_attack", "other", "bombing", "property_destruction", "armed_clash", "ambush"}
)
_LOOK_BACK = 24


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
    blamed: list[str] = field(default_factory=list)
    anaphor: bool = False
    """"the attack", "the strikes": points back."""
    bare: bool = False
    """Only casualties or damage: tells more of what was told."""
    fresh: bool = False
    """ "another", "a second", "elsewhere": says itself that it is a new one."""
    quiet: bool = False
    """Adds nothing that is worth a quote."""
    verified: bool = True
    accepted: bool = True
    """Whether it may stand as an incident of its own."""
    facts: frozenset[str] = frozenset()
    victims: set[str] = field(default_factory=set)
    """Words of the targets that no table knows: most often names."""
    said: DatePhrase | None = None
    """When it was spoken of: a bound for an incident without a day."""
    answered: bool = False
    """Whether another incident is told as its answer or follows it in the sentence."""
    opened: int = 0
    """Sentence of the first telling; `sentence` is that of the last."""
    follows: str = ""
    """Words that put it just after the incident told before."""


def _shared_words(a: set[str], b: set[str]) -> bool:
    return bool(a & b)


def kinds_agree(a: str, b: str) -> bool:
    """Whether two tellings may be of one incident as far as their kinds go."""
    if a == b or a == "other" or b == "other":
        return True
    if {a, b} & {
        "abduction",
        "sexual_violence",
        "weapons_use_disrupted",
        "riot",
        "protest_violence",
        "looting",
        "hijacking",
    }:
        return bool(FAMILY[a] & FAMILY[b])
    if "armed_attack" in {a, b} or "property_destruction" in {a, b}:
        return True
    return bool(FAMILY[a] & FAMILY[b])


def dates_agree(a: DatePhrase | None, b: DatePhrase | None) -> bool | None:
    """None where one of them says nothing."""
    if a is None or b is None or (a.start is None and b.start is None):
        return None
    if a.start is None or b.start is None or a.end is None or b.end is None:
        return None if (a.start is None or b.start is None) else True
    exact = a.date_prec == b.date_prec == 1
    slack = dt.timedelta(days=1 if exact and (a.time_of_day or b.time_of_day) else 0)
    return a.start <= b.end + slack and b.start <= a.end + slack


def places_agree(a: Draft, b: Draft) -> bool | None:
    """Same, containing or overlapping places; None where one of them names none."""
    if a.place is None or b.place is None:
        return None
    if a.place_ids & b.place_ids or _shared_words(a.place_words, b.place_words):
        return True
    if a.countries and b.countries and not a.countries & b.countries:
        return False
    if a.settled and b.settled:
        if not (a.place_ids and b.place_ids):
            # another village by name, with a day of its own, is another place
            return False if b.date is not None and a.place_words and b.place_words else None
        return None if _near(a, b) else False
    # one may hold the other
    if a.units and b.units and not a.units & b.units and (a.place_rank >= 4 and b.place_rank >= 4):
        return False
    if a.place_rank < 3 or b.place_rank < 3:
        return True
    return None if not (a.countries and b.countries) else True


NEAR_KM = 40.0
"""Two settlements so close may be one incident told by the town and by its suburb."""


def _near(a: Draft, b: Draft) -> bool:
    return any(
        math.hypot((x - u) * math.cos(math.radians((y + v) / 2)), y - v) * 111.2 <= NEAR_KM
        for x, y in a.points
        for u, v in b.points
    )


def actors_agree(a: Draft, b: Draft) -> bool | None:
    """None where one of them names no party, or only "gunmen" and the like."""
    mine_all = a.actors or [Actor(name, "group") for name in a.claimed]
    yours_all = b.actors or [Actor(name, "group") for name in b.claimed]
    if not mine_all or not yours_all:
        return None
    for x in mine_all:
        for y in yours_all:
            if x.country_code and x.country_code == y.country_code:
                return True
            mine, yours = _words(x.name), _words(y.name)
            if mine & yours:
                return True
            unnamed = any(z.country_code is None and z.name.islower() for z in (x, y))
            one_side = {x.kind, y.kind} <= {"group", "person", "unknown"}
            if unnamed and (one_side or {x.kind, y.kind} <= {"state", "force", "unknown"}):
                return None  # "the army" may be the Russian forces told of before
    return False


def _words(name: str) -> set[str]:
    return {
        w.removesuffix("s") for w in name.casefold().replace("-", " ").split() if w not in _DULL
    }


_DULL = word_set(
    "the of and a an forces force group armed unidentified members army troops united "
    "fighters men military government police for"
)


def _evidence(g: Draft, d: Draft) -> float:
    """How much speaks for `d` telling of `g`; below zero where something forbids it."""
    if g.stage != d.stage and not (d.bare or d.anaphor):
        return -9
    aside = (
        d.place is None
        and d.date is None
        and not d.fresh
        and d.kind in _ASIDE
        and d.sentence - g.sentence <= 2
    )
    if (
        not kinds_agree(g.kind, d.kind)
        and not aside
        and not (d.anaphor and {g.kind, d.kind} <= _REMOTE)
    ):
        return -9
    if g.aggregate != d.aggregate and not (d.bare or (d.anaphor and not d.aggregate)):
        return -9
    when, where, who = dates_agree(g.date, d.date), places_agree(g, d), actors_agree(g, d)
    if (
        where is False
        and d.anaphor
        and d.sentence - g.sentence <= 3
        and (d.claimed or not g.countries or not d.countries or g.countries & d.countries)
    ):
        where = None  # "the explosion took place on First Avenue": nearer, not elsewhere
    if (
        where is False
        and d.anaphor
        and d.date is None
        and not (d.settled and d.place_ids)
        and d.sentence - g.sentence <= 4
    ):
        where = None  # "the massacre in the province": wider, whatever the map makes of it
    if when is False or where is False:
        return -9
    if d.fresh:
        return -9
    score = 1.0 if aside else 0.0
    if g.aggregate and d.aggregate:
        if who is False:
            return -9
        alike = 0.5 if g.kind == d.kind else 0.0
        if who or (alike and where):
            return 3.0 + alike
        return 2.0 + alike if who is None and where is None else 0.0
    if who is False:
        score -= 1.0 if d.anaphor else 3.0
    if d.anaphor:
        score += 3.5 if d.claimed else 2.0  # "claimed responsibility for the attack"
    if d.bare:
        score += 1.5
    score += 1.5 if when else (1.0 if d.date is None else 0.0)
    if where:
        score += (
            2.0
            if (g.place_ids & d.place_ids and d.settled)
            or _shared_words(g.place_words, d.place_words)
            else 1.0
        )
    elif d.place is None:
        score += 1.0
    score += 1.0 if who else 0.0
    if (
        (d.date is None or g.date is None)
        and who is not False
        and not d.aggregate
        and d.sentence - g.sentence <= 2
        and g.kind != d.kind
        and FAMILY[g.kind] & FAMILY[d.kind]
    ):
        score += 1.0  # the same told again in finer or wider words
        if g.date is None and d.place is None:
            score += 0.5  # one says where, the other when
    if g.kind == d.kind:
        score += 1.0
    elif g.kind not in GENERAL and d.kind not in GENERAL:
        score -= 1.0
    if g.victims & d.victims:
        score += 2.0
    elif (
        g.victims
        and d.victims
        and {g.kind, d.kind} & {"assassination", "abduction"}
        and not d.anaphor
    ):
        score -= 1.5
    gap = d.sentence - g.sentence
    score += 1.6 if gap == 0 else 1.0 if gap <= 1 else (0.5 if gap <= 2 else 0.0)
    if g.dead and d.dead and {x[0] for x in g.dead} & {x[0] for x in d.dead} and d.dead[0][0] > 1:
        score += 1.5
    elif g.dead and d.dead and not d.bare and not d.anaphor and d.dead[0][0] != g.dead[0][0]:
        score -= 0.7
    if d.count and g.count and d.count[0] > 1 and g.count[0] > 1 and d.count != g.count:
        score -= 1.5
    return score


_ENOUGH = 2.5
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
# What is done beside an attack and told as part of it: "Eight were wounded and 60 abducted."
_ASIDE = frozenset({"abduction", "arson", "looting", "property_destruction", "sexual_violence"})
_REMOTE = frozenset(
    {
        "airstrike",
        "drone_attack",
        "shelling",
        "rocket_attack",
        "missile_strike",
        "bombing",
        "chemical_attack",
        "armed_attack",
        "other",
    }
)


def merge_drafts(drafts: Iterable[Draft]) -> list[Draft]:
    """Join the tellings of one report, in text order."""
    out: list[Draft] = []
    for d in drafts:
        # what has neither day nor place of its own most often tells on
        best, best_score = None, _ENOUGH if d.date or d.place else _ENOUGH - 0.5
        for g in reversed(out[-_LOOK_BACK:]):
            score = _evidence(g, d)
            if score >= best_score and (best is None or score > best_score):
                best, best_score = g, score
        if best is not None:
            _join(best, d)
        elif d.bare or d.quiet or not d.accepted:
            continue
        else:
            d.opened = d.sentence
            out.append(d)
    return out


def _join(g: Draft, d: Draft) -> None:
    if d.weight > g.weight + 1.5 and not d.quiet:
        g.quotes = d.quotes + [q for q in g.quotes if q not in d.quotes]
        g.weight = d.weight
    elif not d.quiet:
        # in text order: a sentence told twice can only be among the last
        g.quotes += [q for q in d.quotes if q not in g.quotes[-8:] and q != g.quotes[0]]
    g.kind, g.sure = _finer(g, d)
    if (g.date is None or _day_quality(d) > _day_quality(g)) and d.date is not None:
        g.date, g.date_kind = d.date, d.date_kind
    if d.place is not None:
        if (
            g.place is None
            or (d.place_rank > g.place_rank and not d.anaphor and not d.bare)
            or (d.place_rank > g.place_rank + 1 and not d.bare)
        ):
            g.place, g.place_rank = d.place, d.place_rank
        g.places += [
            p
            for p in d.places
            if len(g.places) < MOST
            and all(p.text.casefold() != q.text.casefold() for q in g.places)
        ]
        g.place_ids |= d.place_ids
        g.place_words |= d.place_words
        g.countries |= d.countries
        g.units |= d.units
        g.settled |= d.settled
        g.points = (g.points + d.points)[:12]
    for actor in d.actors:
        if all(actor.name.casefold() != a.name.casefold() for a in g.actors):
            g.actors.append(actor)
    for target in d.targets if len(g.targets) < MOST else ():
        words = f" {target[0].casefold()} "
        if all(words not in f" {t[0].casefold()} " for t in g.targets):
            g.targets.append(target)
    if any(t[0].casefold() not in EMPTY for t in g.targets):
        g.targets = [t for t in g.targets if t[0].casefold() not in EMPTY]
    g.victims |= d.victims
    g.said = g.said or d.said
    g.weapons += (
        []
        if d.quiet
        else [w for w in d.weapons if w.casefold() not in {x.casefold() for x in g.weapons}]
    )
    if d.count is not None and (
        g.count is None or (g.count[1] is None and g.count[0] < d.count[0])
    ):
        g.count = d.count
    g.plural = g.plural or d.plural
    g.dead += d.dead
    g.hurt += d.hurt
    g.civilians += d.civilians
    known = {word for name in g.attribution for word in name.casefold().split()[-1:]}
    d.attribution = [x for x in d.attribution if " " in x or x.casefold() not in known]
    for mine, new in (
        (g.attribution, d.attribution),
        (g.claimed, d.claimed),
        (g.denied, d.denied),
        (g.blamed, d.blamed),
    ):
        mine += [x for x in new if x.casefold() not in {y.casefold() for y in mine}]
    g.verified = g.verified and d.verified
    g.sentence = max(g.sentence, d.sentence)
    if g.stage == "planned" and d.stage == "occurred":
        g.stage = "occurred"


def _finer(g: Draft, d: Draft) -> tuple[str, int]:
    """The kind that says more."""
    if g.kind == d.kind:
        return g.kind, max(g.sure, d.sure)
    if g.kind in {"other", "property_destruction"}:
        return d.kind, d.sure
    if (
        d.kind in {"other", "property_destruction"}
        or d.bare
        or (d.anaphor and d.kind == "assassination")
    ):
        return g.kind, g.sure
    order = {
        "other": 0,
        "looting": 0.5,
        "arson": 0.5,
        "armed_attack": 1,
        "armed_clash": 1,
        "bombing": 2,
        "ambush": 2,
        "assassination": 2,
        "abduction": 1,
        "sexual_violence": 1,
    }
    mine, yours = order.get(g.kind, 3), order.get(d.kind, 3)
    return (d.kind, d.sure) if yours > mine else (g.kind, g.sure)


def _day_quality(d: Draft) -> int:
    if d.date is None:
        return 0
    if d.date.start is None:
        return 1
    return {"date": 6, "relative": 5}.get(d.date_kind, 2) - (d.date.date_prec or 3) + 5


# --- Aggregates -----------------------------------------------------------------------


def link_aggregates(incidents: Sequence[Incident]) -> tuple[Incident, ...]:
    """Link each aggregate with the single incidents it covers: by kind, party and date."""
    related: dict[str, list[str]] = {i.incident_id: list(i.related) for i in incidents}
    aggregates = [i for i in incidents if i.event_clarity == 2]
    for whole in aggregates:
        for part in incidents:
            if (
                part is whole
                or part.incident_id == whole.incident_id
                or part.event_clarity == 2
                or not _covers(whole, part)
            ):
                continue
            for a, b in ((whole, part), (part, whole)):
                if b.incident_id not in related[a.incident_id]:
                    related[a.incident_id].append(b.incident_id)
    return tuple(dataclasses.replace(i, related=tuple(related[i.incident_id])) for i in incidents)


def _covers(whole: Incident, part: Incident) -> bool:
    if not FAMILY.get(whole.kind, frozenset()) & FAMILY.get(part.kind, frozenset()):
        return False
    if dates_agree(whole.date, part.date) is not True:
        return False
    names = {w for a in whole.actors for w in _words(a.name)}
    if not names & {w for a in part.actors for w in _words(a.name)}:
        return False
    a, b = whole.place, part.place
    return not (a and b and a.country_code and b.country_code and a.country_code != b.country_code)


# --- Across reports -------------------------------------------------------------------


def merge_reports(incidents: Sequence[Incident]) -> tuple[Incident, ...]:
    """Join incidents of several reports that tell of the same one.

    Same family of kind, overlapping days of which one is known to a week or better, the
    same place by name, and no party against it. Every quote, source and disagreement is
    kept: three dead by one and five by another become the range.
    """
    out: list[Incident] = []
    by_day: dict[dt.date, list[int]] = {}
    for incident in incidents:
        found = -1
        for day in _days(incident.date):
            for index in by_day.get(day, ()):
                if _same(out[index], incident):
                    found = index
                    break
            if found >= 0:
                break
        if found >= 0:
            out[found] = _united(out[found], incident)
        else:
            found = len(out)
            out.append(incident)
        for day in _days(incident.date):
            bucket = by_day.setdefault(day, [])
            if found not in bucket:
                bucket.append(found)
    return link_aggregates(out)


def _days(date: DatePhrase | None) -> list[dt.date]:
    if date is None or date.start is None or date.end is None or (date.end - date.start).days > 7:
        return []
    return [date.start + dt.timedelta(days=k) for k in range((date.end - date.start).days + 1)]


def _same(a: Incident, b: Incident) -> bool:
    if a.report_id == b.report_id or a.stage != b.stage or a.event_clarity != b.event_clarity:
        return False
    if not kinds_agree(a.kind, b.kind) or a.place is None or b.place is None:
        return False
    mine = {p.name.casefold() for p in a.places if p.name} | {p.text.casefold() for p in a.places}
    yours = {p.name.casefold() for p in b.places if p.name} | {p.text.casefold() for p in b.places}
    if not mine & yours:
        return False
    if a.actors and b.actors:
        ours = {w for x in a.actors for w in _words(x.name)}
        theirs = {w for x in b.actors for w in _words(x.name)}
        codes = {x.country_code for x in a.actors if x.country_code} & {
            x.country_code for x in b.actors if x.country_code
        }
        if (
            not ours & theirs
            and not codes
            and all(x.kind in {"state", "force"} for x in (*a.actors, *b.actors))
        ):
            return False
    if a.count_max is not None and b.count_max is not None and a.count_min > 1 and b.count_min > 1:
        return a.count_min <= b.count_max and b.count_min <= a.count_max
    return True


def _united(a: Incident, b: Incident) -> Incident:
    def both(x: tuple, y: tuple) -> tuple:  # type: ignore[type-arg]
        return x + tuple(v for v in y if v not in x)

    def low(x: int | None, y: int | None) -> int | None:
        return min(v for v in (x, y) if v is not None) if (x is not None or y is not None) else None

    def high(x: int | None, y: int | None) -> int | None:
        return max(v for v in (x, y) if v is not None) if (x is not None or y is not None) else None

    finer = a
    if a.kind in GENERAL and b.kind not in GENERAL:
        finer = b
    names = {x.name.casefold() for x in a.actors}
    targets = list(zip(a.targets, a.target_kinds, strict=False))
    targets += [t for t in zip(b.targets, b.target_kinds, strict=False) if t[0] not in a.targets]
    return dataclasses.replace(
        a,
        kind=finer.kind,
        event_type=finer.event_type,
        sub_event_type=finer.sub_event_type,
        date=a.date
        if (a.date and b.date and (a.date.date_prec or 9) <= (b.date.date_prec or 9))
        else b.date or a.date,
        places=both(a.places, b.places),
        actors=a.actors + tuple(x for x in b.actors if x.name.casefold() not in names),
        targets=tuple(t for t, _ in targets),
        target_kinds=tuple(k for _, k in targets),
        weapons=both(a.weapons, b.weapons),
        count_min=min(a.count_min, b.count_min),
        count_max=None
        if a.count_max is None or b.count_max is None
        else max(a.count_max, b.count_max),
        fatalities_min=low(a.fatalities_min, b.fatalities_min),
        fatalities_max=high(a.fatalities_max, b.fatalities_max),
        injuries_min=low(a.injuries_min, b.injuries_min),
        injuries_max=high(a.injuries_max, b.injuries_max),
        attribution=both(a.attribution, b.attribution),
        claimed_by=both(a.claimed_by, b.claimed_by),
        denied_by=both(a.denied_by, b.denied_by),
        quotes=a.quotes + b.quotes,
        related=both(a.related, b.related),
    )
