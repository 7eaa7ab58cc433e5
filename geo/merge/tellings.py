"""Many tellings of one report become one incident each.

A telling joins an incident told before when nothing contradicts it (kind, date, place,
party, stage) and enough speaks for it (the same place or day, "the attack", nothing of
its own). An aggregate ("at least five times since April") joins only aggregates.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from geo.merge.draft import EMPTY, MOST, Draft
from geo.merge.evidence import evidence, hits_back, umbrella

__all__ = ["merge_drafts"]


_LOOK_BACK = 24


_HOPELESS = 1.5
"""A telling that lacks more than this is not even kept until more is told."""


def merge_drafts(drafts: Iterable[Draft]) -> list[Draft]:
    """Join the tellings of one report, in text order."""
    out: list[Draft] = []
    for d in drafts:
        best, best_score = None, 0.0
        for g in reversed(out[-_LOOK_BACK:]):
            score = evidence(g, d)
            if score >= best_score and (best is None or score > best_score):
                best, best_score = g, score
        if best is not None:
            _join(best, d)
        elif d.bare or d.quiet or d.lack > _HOPELESS or _points_at_nothing(d, out):
            continue
        else:
            d.opened = d.sentence
            d.wide = umbrella(d)
            out.append(d)
    return out


def _points_at_nothing(d: Draft, told: Sequence[Draft]) -> bool:
    """ "The attack" without a day or victims of its own, after others: not one more."""
    return (
        d.anaphor
        and bool(told)
        and d.date is None
        and not (d.dead or d.targets)
        and not (d.plural and d.place is not None)
        and d.sentence - told[-1].sentence <= 6
    )


def _join(g: Draft, d: Draft) -> None:
    if d.weight > g.weight + 1.5 and not d.quiet:
        g.quotes = d.quotes + [q for q in g.quotes if q not in d.quotes]
        g.weight = d.weight
    elif not d.quiet:
        # in text order: a sentence told twice can only be among the last
        g.quotes += [q for q in d.quotes if q not in g.quotes[-8:] and q != g.quotes[0]]
    g.accepted = g.accepted or (d.accepted and not d.bare)
    g.joined |= d.facts
    g.kind, g.sure = _finer(g, d)
    counted_later = d.bare and g.date is not None and g.date.open_end
    if (g.date is None or _day_quality(d) > _day_quality(g)) and not (
        d.date is None or counted_later or _of_many(g, d)
    ):
        g.date, g.date_kind = d.date, d.date_kind
        g.unread = None
    if g.date is None:
        g.unread = g.unread or d.unread
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
    answer = g.kind != "armed_clash" and hits_back(g, d)
    for actor in () if answer else d.actors:
        if all(actor.name.casefold() != a.name.casefold() for a in g.actors):
            g.actors.append(actor)
    for target in d.targets if len(g.targets) < MOST and not answer else ():
        words = f" {target[0].casefold()} "
        if all(words not in f" {t[0].casefold()} " for t in g.targets):
            g.targets.append(target)
    if any(t[0].casefold() not in EMPTY for t in g.targets):
        g.targets = [t for t in g.targets if t[0].casefold() not in EMPTY]
    g.victims |= d.victims
    g.finer = g.finer or d.finer
    g.things |= d.things
    g.said = g.said or d.said
    g.weapons += (
        [] if d.quiet else [w for w in d.weapons if not any(_told(w, x) for x in g.weapons)]
    )
    if (
        d.count is not None
        and not (d.anaphor and d.plural)
        and (g.count is None or (g.count[1] is None and g.count[0] < d.count[0]))
    ):
        g.count = d.count
    if not d.anaphor:  # "both raids" says nothing of the one it joins
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
    g.claimants += d.claimants
    g.struck |= d.struck
    g.deniers += d.deniers
    g.verified = g.verified and d.verified
    g.sentence = max(g.sentence, d.sentence)
    if g.stage == "planned" and d.stage == "occurred":
        g.stage = "occurred"


def _of_many(g: Draft, d: Draft) -> bool:
    """ "Five judges have been killed in six months": no day of the one told before."""
    date = d.date
    fallen = {low for low, _, _ in d.dead if low > 1} - {low for low, _, _ in g.dead}
    if date is None or g.aggregate or g.plural or not (d.bare or d.plural or fallen):
        return False
    return date.start is None or date.end is None or (date.end - date.start).days > _SPAN


_SPAN = 10
"""Days that one incident may have been in, as far as it is said."""


def _told(weapon: str, other: str) -> bool:
    """Whether the same weapon was told in as many words or more: "drone", "armed drones"."""
    short, long = _singular(weapon), _singular(other)
    return long == short or long.endswith(" " + short)


def _singular(name: str) -> str:
    return name.casefold().removesuffix("s")


def _finer(g: Draft, d: Draft) -> tuple[str, int]:
    """The kind that says more."""
    if g.kind == d.kind:
        return g.kind, max(g.sure, d.sure)
    if g.kind in {"other", "property_destruction"}:
        return d.kind, d.sure
    if (
        d.kind in {"other", "property_destruction"}
        or d.bare
        or not d.sure
        or (d.anaphor and d.kind in {"assassination", "armed_attack"} and g.kind != "armed_clash")
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
