"""How much speaks for two tellings being of one incident: signs that a person can read.

Each sign is a plain statement about an incident told before and a telling that follows;
`geo.lexicon.pairs` holds the weight of each. Some things forbid it outright.
"""

from __future__ import annotations

from collections.abc import Iterator

from geo.lexicon.kinds import FAMILY
from geo.lexicon.pairs import PAIRS
from geo.merge.agreement import (
    actors_agree,
    dates_agree,
    days_apart,
    kinds_agree,
    places_agree,
    shared_words,
)
from geo.merge.draft import GENERAL, Draft
from geo.merge.names import party_words
from geo.words import word_set

__all__ = ["evidence", "forbidden", "hits_back", "signs", "umbrella"]


def evidence(g: Draft, d: Draft) -> float:
    """How much speaks for `d` telling of `g` (log-odds); zero and more is the same incident."""
    if forbidden(g, d):
        return -9.0
    return PAIRS["always"] + sum(PAIRS.get(sign, 0.0) for sign in signs(g, d))


def umbrella(g: Draft) -> bool:
    """Whether it stands for several told at large, over a wide area."""
    return g.plural and not g.settled and g.count is not None and g.count[1] is None


def forbidden(g: Draft, d: Draft) -> bool:
    """Whether something says that `d` is not of `g`: another stage, kind, day or place."""
    if not (d.bare or d.anaphor) and (g.stage != d.stage or (d.apart and g.sentence == d.sentence)):
        return True
    if not (
        kinds_agree(g.kind, d.kind)
        or _beside(g, d)
        or _by_a_wider_word(g, d)
        or (d.anaphor and {g.kind, d.kind} <= _REMOTE)
    ):
        return True
    if g.aggregate != d.aggregate and not (d.bare or (d.anaphor and not d.aggregate)):
        return True
    apart = dates_agree(g.date, d.date) is False or _where(g, d) is False
    apart = apart or (days_apart(g.date, d.date) and not _one_name(g, d))
    if apart and not _killed_once(g, d):
        return True
    if d.fresh or _strikes_back(g, d):
        return True
    if d.noted and g.paragraph != d.paragraph and not d.anaphor:
        return True  # another line of a list
    if g.aggregate and d.aggregate and actors_agree(g, d) is False:
        return True
    if {g.kind, d.kind} == {"riot", "protest_violence"} and actors_agree(g, d) is False:
        return not d.anaphor and bool(d.date or d.place)  # what police did, and what a crowd
    if g.kind == d.kind == "territory_change" and actors_agree(g, d) is False and not d.anaphor:
        return True  # taken by the one side, and retaken by the other
    one_of_them = d.settled or d.place_rank > g.place_rank
    return (
        (umbrella(g) or g.wide)
        and d.place is not None
        and one_of_them
        and not (d.plural or d.anaphor or d.bare)
    )  # one of "a wave of attacks across the province"


def signs(g: Draft, d: Draft) -> Iterator[str]:
    """Names of the signs that hold for an incident and a telling that nothing forbids."""
    when, where, who = dates_agree(g.date, d.date), _where(g, d), actors_agree(g, d)
    gap = d.sentence - g.sentence
    if gap <= 2:
        yield f"gap {gap}"
    if g.kind == d.kind:
        yield "same kind"
    elif _in_other_words(g, d) and who is not False:
        yield "in other words"
    if (g.kind == "territory_change") != (d.kind == "territory_change") and not where:
        yield "ground and deed"
    if _beside(g, d):
        yield "done beside"
    if when:
        yield "same day"
    elif d.date is None:
        yield "no day"
    if where:
        yield "same place" if _one_name(g, d) else "place within"
    elif d.place is None:
        yield "no place"
    elif where is None and g.place is not None:
        yield "place unclear"
    if d.place is None and d.date is None:
        yield "no place or day"
    if who is not None:
        yield "same party" if who else "points back at other party" if d.anaphor else "other party"
        if not who and not d.anaphor and _of_two_states(g, d):
            yield "other state"
    if d.anaphor:
        yield "claimed" if d.claimed else "points back"
        if g.things and d.things:
            yield "same thing" if g.things & d.things else "other thing"
    if d.ordinal and g.count is not None and g.count[0] > 1:
        yield "one of them"
    if d.bare:
        yield "bare"
        if not gap:
            yield "in one breath"
    elif d.anew:
        yield "told anew"
        elsewhere = d.settled and not (where and _one_name(g, d))
        if elsewhere and g.kind != d.kind and not {g.kind, d.kind} & GENERAL:
            yield "another weapon anew"
    if g.victims & d.victims:
        yield "same victim"
    elif g.victims and d.victims and not d.anaphor and {g.kind, d.kind} & _OF_PERSONS:
        yield "other person"
    ours, theirs = {x[0] for x in g.dead}, {x[0] for x in d.dead}
    if ours & theirs and d.dead[0][0] > 1:
        yield "same toll"
    elif ours and theirs and not d.bare and not d.anaphor and d.dead[0][0] != g.dead[0][0]:
        yield "other toll"
    if d.count and g.count and d.count[0] > 1 and g.count[0] > 1 and d.count != g.count:
        yield "other count"
    if not g.accepted:
        yield "doubtful before"


def _in_other_words(g: Draft, d: Draft) -> bool:
    """The same told again in finer or wider words: "attack", "car bomb"."""
    general = g.kind in GENERAL or d.kind in GENERAL
    kin = bool(FAMILY[g.kind] & FAMILY[d.kind])
    undated = g.date is None or d.date is None
    return general and kin and undated and not d.aggregate and d.sentence - g.sentence <= 2


def _one_name(g: Draft, d: Draft) -> bool:
    return bool(
        (g.place_ids & d.place_ids and d.settled) or shared_words(g.place_words, d.place_words)
    )


def _where(g: Draft, d: Draft) -> bool | None:
    """Whether the places agree, as a telling that points back understands them."""
    where = places_agree(g, d)
    if where is not False or not d.anaphor:
        return where
    gap = d.sentence - g.sentence
    nearer = (dates_agree(g.date, d.date) is not False or d.claimed) and gap <= 3
    if nearer and (d.claimed or not g.countries or not d.countries or g.countries & d.countries):
        return None  # "the explosion took place on First Avenue": nearer, not elsewhere
    if d.date is None and not (d.settled and d.place_ids) and gap <= 4:
        return None  # "the massacre in the province": wider, whatever the map makes of it
    return where


def _of_two_states(g: Draft, d: Draft) -> bool:
    """Done by forces of one state and by those of another."""
    ours, theirs = ({a.country_code for a in x.actors} for x in (g, d))
    return bool(ours and theirs) and None not in ours | theirs and not ours & theirs


def _beside(g: Draft, d: Draft) -> bool:
    """Done beside an attack and told as part of it: "Eight were wounded and 60 abducted"."""
    return (
        d.place is None
        and d.date is None
        and not d.fresh
        and d.kind in _ASIDE
        and d.sentence - g.sentence <= 2
    )


def _by_a_wider_word(g: Draft, d: Draft) -> bool:
    """ "The attack" of an abduction or a fire told just before."""
    near = d.sentence - g.sentence <= 2 and d.place is None
    noun = "points back" in d.facts and d.kind in _WIDE
    dated = d.date is None or dates_agree(g.date, d.date)
    return noun and near and bool(dated) and not (d.weapons or d.actors)


def _killed_once(g: Draft, d: Draft) -> bool:
    """Whether both tell the killing of one person by name: none is killed on two days."""
    both = {g.kind, d.kind} <= _OF_A_LIFE
    return both and len(g.victims & d.victims) >= 2 and not (g.plural or d.plural)


def _strikes_back(g: Draft, d: Draft) -> bool:
    """Whether those who did the one are hit by the other: an answer, not the same."""
    if "armed_clash" in {g.kind, d.kind} or d.bare or d.anaphor or not g.actors:
        return False
    return hits_back(g, d)


def hits_back(g: Draft, d: Draft) -> bool:
    """Whether `d` is done to those who did `g`: "police fought the attackers"."""
    did = {w for a in g.actors for w in party_words(a.name)}
    hit = {w for t, _ in d.targets for w in party_words(t)}
    back = _ATTACKERS & {w for t, _ in d.targets for w in t.casefold().split()}
    mine = {w for a in d.actors for w in party_words(a.name)}
    return bool(d.actors and not mine & did and ((did & hit) or back))


_WIDE = frozenset({"armed_attack", "other", "assassination"})
_ATTACKERS = word_set(
    "attackers attacker assailants assailant attacking ambushers raiders gunman gunmen shooter "
    "knifeman driver perpetrator perpetrators"
)
_ASIDE = frozenset({"abduction", "arson", "looting", "property_destruction"})
_OF_A_LIFE = frozenset({"assassination", "armed_attack", "bombing", "car_bombing", "other"})
_OF_PERSONS = frozenset({"assassination", "abduction"})
_REMOTE = frozenset(
    {
        "airstrike", "drone_attack", "shelling", "rocket_attack", "missile_strike", "bombing",
        "chemical_attack", "armed_attack", "other",
    }
)  # fmt: skip
