"""The parties of an incident once the whole report is read.

Claims and accusations of other sentences arrive, short names meet their long ones, "the
rebels" become the one group that the report names, and a claim outweighs an accusation.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from itertools import pairwise

from geo.actors import Statement
from geo.drafts.roster import Roster
from geo.merge import Draft
from geo.model import Actor
from geo.words import lexicon, word_set

__all__ = ["attach_party", "carry_over", "party_key", "settled_parties"]


def attach_party(g: Draft, s: Statement) -> None:
    """Add whom a sentence of its own blames for the incident."""
    if s.accused is None or _has(g.actors, s.accused.name):
        return
    g.actors.append(dataclasses.replace(s.accused, basis="blame"))
    g.blamed.append(s.accused.name)


_ATTACKS = frozenset(
    {
        "airstrike", "drone_attack", "shelling", "rocket_attack", "missile_strike", "bombing",
        "armed_attack", "ambush", "assassination", "abduction", "arson", "looting", "ied",
        "landmine", "car_bombing", "suicide_bombing", "grenade", "naval_attack", "hijacking",
        "property_destruction", "sexual_violence", "territory_change", "chemical_attack",
        "protest_violence", "riot", "other",
    }
)  # fmt: skip


def carry_over(groups: Sequence[Draft]) -> None:
    """ "Another strike" is by whoever made the strike told just before.

    That a report names one party alone does not make it the author of every attack in it:
    where no words say who did it, the field stays empty.
    """
    for before, g in pairwise(groups):
        if g.actors or g.kind not in _ATTACKS or g.stage != "occurred" or g.denied:
            continue
        if g.fresh and before.kind == g.kind and g.opened - before.sentence <= 1:
            g.actors = [dataclasses.replace(a, basis="anaphor") for a in before.actors]


def _has(actors: Sequence[Actor], name: str) -> bool:
    low = name.casefold()
    return any(low in a.name.casefold() for a in actors)


_UNNAMED = word_set(
    "guerrillas rebels insurgents terrorists subversives guerrilla rebel rebellion insurgent "
    "terrorist columns column"
)


def settled_parties(
    g: Draft, claimants: Sequence[Actor], roster: Roster, home: str | None
) -> tuple[Actor, ...]:
    """The parties to show: those who did it, each once, the surest first.

    Parameters
    ----------
    claimants
        Who says that they did it.
    roster
        The parties that the report told of.
    home
        Country that the report is about, for "the army" of which no more is said.
    """
    actors = list(g.actors)
    claimed = [dataclasses.replace(c, basis="claim") for c in claimants if c.name]
    if claimed:
        kept = {c.name.casefold() for c in claimed}
        blamed = {name.casefold() for name in g.blamed} - kept
        if any(c.identified for c in claimed):
            actors = [a for a in actors if a.name.casefold() not in blamed]
        actors += claimed
    if not actors:
        # who denies it is who is said to have done it
        actors += [dataclasses.replace(d, basis="blame") for d in g.deniers[:1]]
    actors = _one_each(actors, roster)
    actors = _named(actors, roster)
    if g.kind != "armed_clash":
        actors = _without_kinds(actors)
    return tuple(_with_state(a, home) for a in actors)


def party_key(name: str, roster: Roster) -> str:
    """What a party is called at length: organisation, without its people."""
    low = name.casefold().replace("’", "'").removeprefix("the ")
    words = low.replace("-", " ").split()
    groups = lexicon().groups
    for i in range(len(words)):
        length, names = groups.at(words, i)
        if length:
            low = str(names[0])
            break
    return roster.aliases.get(low, low)


def _one_each(actors: Sequence[Actor], roster: Roster) -> list[Actor]:
    out: list[Actor] = []
    keys: list[str] = []
    for actor in actors:
        key = party_key(actor.name, roster)
        aliased = actor.name.casefold() in roster.aliases
        if actor.identified and (actor.kind == "group" or aliased):
            name = roster.names.setdefault(key, actor.name)
            actor = dataclasses.replace(actor, name=name, kind="group")
        at = next((i for i, have in enumerate(keys) if _alike(have, key)), -1)
        if at < 0 and actor.kind == "state" and actor.country_code:
            at = next((i for i, a in enumerate(out) if _of_one_state(a, actor)), -1)
            if at >= 0 and key not in lexicon().institutions:
                out[at], keys[at] = dataclasses.replace(actor, side=out[at].side), key
                continue
        if at < 0 and any(_says_no_more(actor, have) for have in out):
            continue
        if at < 0:
            out.append(actor)
            keys.append(key)
        elif actor.identified and (not out[at].identified or _fuller(actor, out[at])):
            out[at] = dataclasses.replace(actor, side=actor.side or out[at].side)
            keys[at] = key
    return out


def _of_one_state(a: Actor, b: Actor) -> bool:
    """ "Tehran" and "Iran" are one party."""
    return a.kind == "state" and a.country_code == b.country_code and a.side == b.side


_ARMS = word_set(
    "military army forces troops soldiers jets warplanes aircraft planes helicopters drones "
    "artillery gunships units airforce"
)
"""Arms of one state that reports call by one another's names."""


def _says_no_more(new: Actor, have: Actor) -> bool:
    """ "Israeli warplanes", then "Israel's military" and "Israel": one party by three names."""
    if have.kind != "force" or have.country_code is None or new.side != have.side:
        return False
    if new.country_code != have.country_code or not _arm(have):
        return False
    return new.kind == "state" or (new.kind == "force" and _arm(new))


def _arm(actor: Actor) -> bool:
    return actor.name.casefold().split()[-1] in _ARMS


def _fuller(new: Actor, old: Actor) -> bool:
    """ "Gran Grif gang" says more than "Gran Grif"; "FARC" no less than "FARC rebels"."""
    return len(new.name) > len(old.name) and new.name.casefold().startswith(old.name.casefold())


def _alike(a: str, b: str) -> bool:
    """Equal, or one the other with words before or behind it."""
    if a == b or a + "s" == b or b + "s" == a:
        return True
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return len(short) > 2 and (long.startswith(short + " ") or long.endswith(" " + short))


def _named(actors: list[Actor], roster: Roster) -> list[Actor]:
    """ "The rebels" are the one armed group that the report names, if it names just one."""
    if any(a.identified and a.kind != "unknown" for a in actors):
        return actors
    if not any(_UNNAMED & set(a.name.casefold().split()) for a in actors):
        return actors
    groups: dict[str, Actor] = {}
    for _, known in roster.told:
        if known.identified and known.kind == "group":
            groups.setdefault(party_key(known.name, roster), known)
    if len(groups) != 1:
        return actors
    return [*actors, *(dataclasses.replace(a, basis="anaphor") for a in groups.values())]


_KINDS = word_set(
    "men gunmen attackers assailants group terrorists militants individuals persons people "
    "soldiers troops fighters members bomber bombers attacker assailant gunman man aircraft jets "
    "planes helicopters warplanes drones drone artillery"
)
_STEMS = word_set(
    "militia rebel insurgent gang militant guerrilla bandit pirate separatist jihadist settler "
    "gunmen cartel extremist terrorist"
)
_VAGUE = word_set("attackers assailants attacker assailant men group members individuals people")


def _without_kinds(actors: list[Actor]) -> list[Actor]:
    """Leave out a bare kind where a party of that incident is identified or told better."""
    if any(a.identified for a in actors):
        return [a for a in actors if a.identified or _KINDS.isdisjoint(a.name.casefold().split())]
    kept = [a for a in actors if a.name.casefold() not in _VAGUE] or actors[:1]
    out: list[Actor] = []
    told: set[str] = set()
    for actor in kept:
        stems = {w.rstrip("s") for w in actor.name.casefold().replace("-", " ").split()}
        if out and stems & told:
            continue  # "militia forces" after "Iranian-backed militias"
        told |= stems & _STEMS
        out.append(actor)
    return out


_OF_MANY = word_set(
    "nato isaf kfor ecomog unifil minusma monusco amisom atmis unmiss minusca coalition alliance un"
)
"""Forces of several states."""


def _with_state(actor: Actor, home: str | None) -> Actor:
    if home is None or actor.country_code is not None or actor.kind != "force":
        return actor
    words = actor.name.casefold().split()
    if _OF_MANY & set(words):
        return actor
    arms = lexicon().arms_of_state
    if actor.identified and any(arms.at(words, i)[0] for i in range(len(words))):
        return dataclasses.replace(actor, country_code=home)
    return actor
