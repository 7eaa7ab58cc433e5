"""Signs of a kind of incident: each looks at a sentence and gives a verdict or none."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from geo.actors import actor_kind
from geo.drafts.deed import Deed
from geo.lexicon import ground_en
from geo.lexicon.kinds import KINDS
from geo.words import word_set

__all__ = [
    "ANY",
    "GUNS",
    "MOVES_IN",
    "Sign",
    "Verdict",
    "beaten_off",
    "blown_up_by_driver",
    "bombed_from_the_air",
    "by_a_laden_vehicle",
    "by_a_mine",
    "by_poison",
    "destroyed_in_flight",
    "garrison_overrun",
    "ground_taken",
    "hit_by_a_blast",
    "intercepted",
    "made_harmless",
    "moved_in",
    "ship_taken",
    "strafed_on_foot",
    "struck_from_the_air",
]

Verdict = tuple[str, int]
"""A kind, and how surely the words tell an incident (0 to 3)."""


class Sign(NamedTuple):
    """A sign and the kinds that it may sharpen."""

    read: Callable[[Deed], Verdict | None]
    kinds: frozenset[str]


ANY = frozenset(KINDS)
GUNS = frozenset(
    {
        "fire on", "fire at", "fire upon", "open fire", "shoot", "gun down", "shoot dead",
        "shoot at", "spray with bullets", "riddle with bullets",
    }
)  # fmt: skip
"""Triggers that are the use of guns."""


def intercepted(deed: Deed) -> Verdict | None:
    """ "Shot down a drone": disrupted; "shot down a helicopter": people were aboard."""
    things = deed.phrases(o for f in deed.group.frames for o in f.objects)
    if deed.heads(things) & _MANNED and not _UNMANNED & set(deed.clause.lows):
        return "armed_attack", 3
    if deed.main.entry.lemma == "disarm" and not any(deed.weapon(p) for p in deed.things):
        # "the guards were disarmed, beaten and killed": what else was done, or nothing
        rest = [f.entry for f in deed.group.frames if f.entry.kind != deed.kind]
        return (rest[0].kind, rest[0].sure) if rest else (deed.kind, 0)
    arms = [w for w in map(deed.weapon, deed.doers) if w is not None]
    arms = [w for w in arms if w.kind in _FLOWN]
    if arms and not any(map(deed.weapon, things)):
        return arms[0].kind, 3  # "a missile brought down a block of flats"
    caught = deed.main.entry.lemma in _CATCHES
    if caught and deed.heads(things) & deed.lex.people:
        return "armed_clash", 1  # "three terrorists were neutralised"
    if caught and not any(deed.weapon(p) for p in things):
        ship = not things or deed.head(things[0]) in {"ship", "vessel", "boat"}
        return (deed.kind, 0) if ship else ("armed_attack", 0)
    return deed.kind, deed.sure


_FLOWN = frozenset({"missile_strike", "rocket_attack", "drone_attack", "shelling"})
_UNMANNED = word_set("drone drones unmanned uncrewed uav uavs")
_MANNED = word_set("airliner plane helicopter jet aircraft airplane helicopters planes")
_CATCHES = frozenset({"intercept", "down", "neutralise", "neutralize", "bring down"})


def beaten_off(deed: Deed) -> Verdict | None:
    """ "Soldiers repelled a rebel attack": both sides fought."""
    main = deed.main
    fought = main.entry.lemma in _BEATS_OFF or (
        not deed.verb
        and any(
            f.entry.lemma in _BEATS_OFF
            or (f.verb >= 0 and deed.clause.words[f.verb].low in _REPELLED)
            for f in deed.group.frames
        )
    )
    return ("armed_clash", max(deed.sure, 2)) if fought else None


_BEATS_OFF = frozenset(
    {"repel", "repulse", "fend off", "beat back", "drive back", "throw back", "push back",
     "fight off", "hold off", "ward off"}
)  # fmt: skip
_REPELLED = word_set("repelled repulsed")


def hit_by_a_blast(deed: Deed) -> Verdict | None:
    """ "An explosion hit a bus"."""
    what = deed.heads(deed.doers) if deed.verb else set()
    if what & _BOMBS and deed.main.entry.lemma in _FALLS:
        return "airstrike", 2  # "bombs fell on the market"
    return ("bombing", 2) if what & _BLOWS and deed.main.entry.lemma in _HITS else None


_BLOWS = word_set("explosion explosions blast blasts detonation detonations")
_BOMBS = frozenset({"bombs", "bomb"})
_FALLS = frozenset({"fall on", "rain on", "rain down on"})
_HITS = frozenset({"hit", "strike", "target", "slam into", "fall on", "land on", "land in"})


def made_harmless(deed: Deed) -> Verdict | None:
    """ "Sappers safely detonated a bomb", "police destroyed a cache of explosives"."""
    lows = deed.clause.lows[max(0, deed.main.first - 3) : deed.main.last + 3]
    safe = bool({"safely", "controlled"} & set(lows))
    destroyed = any(f.entry.lemma == "destroy" for f in deed.group.frames)
    stored = destroyed and bool({"cache", "caches"} & set(deed.lows))
    police = deed.forces(deed.doers) or not deed.doers
    return ("weapons_use_disrupted", 3) if police and (safe or stored) else None


def strafed_on_foot(deed: Deed) -> Verdict | None:
    """ "Gunmen strafed a house"; what "strafed" it of itself came by air."""
    on_foot = deed.armed_group(deed.doers) or deed.heads(deed.doers) & _GUNMEN
    return ("armed_attack", 3) if deed.main.entry.lemma == "strafe" and on_foot else None


_GUNMEN = word_set("gunmen men attackers assailants gunman assailant attacker hitmen")


def ship_taken(deed: Deed) -> Verdict | None:
    """ "Seized a tanker"."""
    if not deed.verb or deed.main.entry.sure >= 3:
        return None
    shipping = any(deed.target(p) == "shipping" for p in deed.things)
    return ("naval_attack", 3) if shipping else None


def ground_taken(deed: Deed) -> Verdict | None:
    """ "Took the town"; but "took a suspect", "seized cocaine", "occupied with" are nothing."""
    things, places = deed.things, deed.places(4)
    if not deed.verb:
        # "the fall of Aleppo", not "the fall of the government"
        there = any(k in places for p in things for k in range(p.first, p.last))
        known = there or bool(deed.words(things) & _GROUND)
        caught = bool(deed.heads(things) & deed.lex.people) or any(map(deed.weapon, things))
        if caught and not known:
            return deed.kind, 0  # "the capture of twelve leaders", "the seizure of rifles"
        return (deed.kind, 2) if known or deed.main.entry.sure > 1 else (deed.kind, 0)
    first = deed.main.first
    if not things and first and deed.clause.words[first - 1].text == ":":
        return deed.kind, 2  # "Mweso: retaken by": the place that heads the line
    ground = bool(deed.words(things) & _GROUND)
    if deed.main.entry.lemma == "take":
        there = any(p.first in places or p.head in places for p in things)
        known = there or deed.named(things)
        return deed.kind, 3 if ground or known or deed.group.listed else 0
    if deed.heads(things) & deed.lex.people:
        armed = any(actor_kind(deed.clause, p, deed.lex) == "group" for p in deed.doers)
        armed = armed or bool(deed.words(deed.doers) & _ARMED)
        wanted = deed.heads(things) & _WANTED
        seized = deed.main.entry.lemma == "seize" and not deed.doers and not wanted
        return ("abduction", 2) if armed or seized else (deed.kind, 0)
    there = any(k in places for p in things for k in range(p.first, p.last))
    if deed.heads(things) & {"it", "them"}:
        return None  # "bombed the town, and troops retook it"
    if there or ground or deed.named(things) or (deed.group.listed and not things):
        return None
    # cocaine, rifles, a suspect: what else was done, or nothing
    rest = [
        f.entry
        for f in deed.events
        if f.entry.kind != "territory_change" and f.entry.role != "weapon"
    ]
    return (rest[0].kind, rest[0].sure) if rest else (deed.kind, 0)


_WANTED = word_set(
    "suspect suspects fighter fighters militant militants rebel rebels gunman gunmen terrorist "
    "terrorists leader leaders commander commanders member members man men trafficker traffickers"
)
"""Whom police seize."""
_ARMED = word_set("armed gunmen masked hooded attackers assailants")
_GROUND = word_set(ground_en.SEATS) | word_set(ground_en.GROUND)


def by_a_mine(deed: Deed) -> Verdict | None:
    """ "Their vehicle struck a mine"."""
    for f in deed.group.frames:
        for phrase in deed.phrases(f.objects) if f.entry.lemma in _SETS_OFF else ():
            weapon = deed.weapon(phrase)
            if weapon is not None and weapon.kind in {"landmine", "ied"}:
                return weapon.kind, 3
    return None


_SETS_OFF = frozenset({"strike", "hit", "detonate", "trigger"})


def blown_up_by_driver(deed: Deed) -> Verdict | None:
    """ "A lorry was detonated by its driver"."""
    set_off = [f for f in deed.events if f.entry.lemma in _SET_OFF_BY]
    driven = any("driver" in deed.heads(deed.phrases(f.subjects)) for f in set_off)
    of = [*deed.clause.phrase_of, -1]
    own = any(
        (deed.clause.lows[p.first] in {"his", "her", "their"} or deed.head(p) in _WORN_ALONE)
        and deed.head(p) in _WORN
        for f in set_off
        for p in deed.phrases([of[f.last], *f.objects])
    )
    return ("suicide_bombing", 3) if driven or own else None


_WORN = word_set("charge charges vest vests belt belts jacket jackets")
"""What bombers carry on them: "detonated his charge"."""
_WORN_ALONE = word_set("vest vests belt belts")
_SET_OFF_BY = frozenset({"detonate", "blow up", "set off", "explode"})


def garrison_overrun(deed: Deed) -> Verdict | None:
    """ "Overran the garrison", "stormed and overran the post": a fight, and no ground by name."""
    if deed.main.entry.lemma != "overrun" or deed.places(4.7) & {
        k for p in deed.things for k in range(p.first, p.last)
    }:
        return None
    return ("armed_clash", 3) if deed.words(deed.things) & _MANNED_POSTS else None


_MANNED_POSTS = word_set(
    "garrison post posts outpost outposts camp base barracks checkpoint position positions patrol"
)


def moved_in(deed: Deed) -> Verdict | None:
    """ "Troops entered the town"."""
    if deed.main.entry.lemma not in MOVES_IN or len(deed.events) != 1:
        return None
    armed = deed.forces(deed.doers) or deed.armed_group(deed.doers)
    towns = deed.places(4.7, 6.2)
    into = any(k in towns for p in deed.things for k in range(p.first, p.last))
    return ("territory_change", 2) if armed and into else None


MOVES_IN = frozenset(
    {"move into", "break into", "enter", "drive into", "march into", "roll into", "sweep into"}
)


def by_poison(deed: Deed) -> Verdict | None:
    return ("chemical_attack", 3) if _POISON & set(deed.lows) else None


_POISON = word_set("chlorine sarin novichok phosgene tabun")


def by_a_laden_vehicle(deed: Deed) -> Verdict | None:
    """ "Drove a car laden with explosives into": a car bomb, and a suicide bomb if driven."""
    lows = deed.lows
    for k, low in enumerate(lows[:-1]):
        if low not in _LADEN or not _BLASTS & set(lows[k : k + 4]):
            continue
        if _VEHICLES & set(lows[max(0, k - 4) : k + 3]):
            driven = _DRIVEN & set(lows[max(0, k - 9) : k])
            return ("suicide_bombing" if driven else "car_bombing"), 3
    return None


_LADEN = word_set("laden packed loaded filled rigged stuffed")
_BLASTS = word_set("explosives explosive dynamite bombs bomb")
_DRIVEN = word_set("drove rammed crashed driving ramming")
_VEHICLES = word_set(
    "car vehicle truck van motorcycle lorry pickup bus minibus tanker ambulance rickshaw"
)


def bombed_from_the_air(deed: Deed) -> Verdict | None:
    """ "The army bombed the village": forces bomb from the air, groups do not."""
    if deed.main.entry.lemma != "bomb" or not deed.verb:
        return None
    sides = deed.doers
    flown = bool(_FLIERS & deed.words(sides)) or deed.state(sides) or deed.forces(sides)
    return ("airstrike", 3) if flown else None


_FLIERS = word_set("pilot pilots airmen squadron alliance coalition nato aviation air")


def struck_from_the_air(deed: Deed) -> Verdict | None:
    """A "strike" of a state's forces, or one of which no more is said, comes from the air."""
    main = deed.main
    if main.entry.lemma != "strike":
        return None
    sides = [deed.clause.phrases[s if s >= 0 else ~s] for s in main.subjects]
    told = not deed.verb and (not main.definite or any(o >= 0 for o in main.objects))
    stated = deed.forces(sides) or deed.state(sides)
    return ("airstrike", 3) if (told or stated) and not deed.armed_group(sides) else None


def destroyed_in_flight(deed: Deed) -> Verdict | None:
    """ "Destroyed five drones over the bay"."""
    if deed.main.entry.lemma != "destroy" or not deed.verb:
        return None
    fired = [w for w in map(deed.weapon, deed.things) if w is not None]
    return ("weapons_use_disrupted", 3) if any(w.kind in _IN_FLIGHT for w in fired) else None


_IN_FLIGHT = frozenset({"drone_attack", "missile_strike", "rocket_attack"})
