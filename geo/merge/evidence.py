"""How much speaks for two tellings being of one incident."""

from __future__ import annotations

from geo.lexicon.kinds import FAMILY
from geo.merge.agreement import actors_agree, dates_agree, kinds_agree, places_agree, shared_words
from geo.merge.draft import GENERAL, Draft
from geo.merge.names import party_words
from geo.words import word_set

__all__ = ["evidence", "umbrella"]


def _strikes_back(g: Draft, d: Draft) -> bool:
    """Whether those who did the one are hit by the other: an answer, not the same."""
    if "armed_clash" in {g.kind, d.kind} or d.bare or d.anaphor:
        return False
    did = {w for a in g.actors for w in party_words(a.name)}
    hit = {w for t, _ in d.targets for w in party_words(t)}
    back = _ATTACKERS & {w for t, _ in d.targets for w in t.casefold().split()}
    mine = {w for a in d.actors for w in party_words(a.name)}
    return bool(mine and not mine & did and ((did & hit) or (back and g.actors)))


_ATTACKERS = word_set("attackers assailants attacking ambushers raiders")


def umbrella(g: Draft) -> bool:
    """Whether it stands for several told at large, over a wide area."""
    return g.plural and not g.settled and g.count is not None and g.count[1] is None


def evidence(g: Draft, d: Draft) -> float:
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
        and (when is not False or d.claimed)
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
    if d.fresh or _strikes_back(g, d):
        return -9
    if (
        (umbrella(g) or g.wide)
        and d.place is not None
        and (d.settled or d.place_rank > g.place_rank)
        and not (d.plural or d.anaphor or d.bare)
    ):
        return -9  # one of "a wave of attacks across the province"
    score = 1.0 if aside else 0.0
    if g.aggregate and d.aggregate:
        if who is False:
            return -9
        alike = 0.5 if g.kind == d.kind else 0.0
        if who or (alike and where):
            return 3.0 + alike
        return 2.0 + alike if who is None and where is None else 0.0
    if who is False:
        score -= 1.0 if d.anaphor else 4.0
    if d.anaphor:
        score += 3.5 if d.claimed else 2.0  # "claimed responsibility for the attack"
    if d.bare:
        score += 1.5
    score += 1.5 if when else (1.0 if d.date is None else 0.0)
    if where:
        score += (
            2.0
            if (g.place_ids & d.place_ids and d.settled)
            or shared_words(g.place_words, d.place_words)
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
    if d.anaphor and g.things and d.things:
        score += 1.5 if g.things & d.things else -1.5
    if (g.kind == "territory_change") != (d.kind == "territory_change") and where is not True:
        score -= 1.5  # the town was taken, and somewhere somebody was ambushed
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


# What is done beside an attack and told as part of it: "Eight were wounded and 60 abducted."
_ASIDE = frozenset({"abduction", "arson", "looting", "property_destruction"})


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
