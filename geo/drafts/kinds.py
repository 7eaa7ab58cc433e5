"""Which kind of incident a group of frames tells, sharpened by weapons and objects."""

from __future__ import annotations

from collections.abc import Sequence

from geo.actors import actor_kind, target_kind, weapon_at, weapons_in
from geo.clauses import Clause
from geo.drafts.groups import Group
from geo.drafts.kind_signs import CROWD, GROUND, GUNS, POISON, is_month, laden_vehicle, police_there
from geo.drafts.targets import THROW, flies
from geo.events import Frame
from geo.merge import GENERAL
from geo.whereabouts import Whereabouts
from geo.words import Lexicon, word_set

__all__ = ["kind_of"]


def kind_of(
    clause: Clause,
    group: Group,
    main: Frame,
    low: int,
    high: int,
    lex: Lexicon,
    states: Sequence[int],
    found: Sequence[Whereabouts],
) -> tuple[str, int]:
    kind, sure = main.entry.kind, main.entry.sure
    events = [f for f in group.frames if f.entry.role != "effect" and not f.generic]
    for f in events:
        if (
            f.entry.kind not in GENERAL
            and f.entry.sure >= 2
            and kind in GENERAL
            and f.entry.kind not in {"territory_change", "arson", "looting"}
        ):
            kind, sure = f.entry.kind, f.entry.sure
    if kind == "abduction" and any(
        f.entry.kind in {"armed_attack", "assassination"}
        and f.entry.sure >= 2
        and not f.generic
        and (f.entry.pos == "v" or f.finite)
        for f in events
    ):
        kind, sure = "armed_attack", 3
    if kind in {"arson", "looting"}:
        attack = next(
            (
                f
                for f in events
                if f.entry.kind in {"armed_attack", "armed_clash", "ambush"}
                and f.entry.sure >= 2
                and f.entry.pos == "v"
            ),
            None,
        )
        if attack is not None:
            kind, sure = attack.entry.kind, attack.entry.sure
    if kind == "weapons_use_disrupted":
        things = [clause.phrases[o] for f in group.frames for o in f.objects if o >= 0]
        if (
            any(
                clause.words[p.head].low
                in {
                    "airliner",
                    "plane",
                    "helicopter",
                    "jet",
                    "aircraft",
                    "airplane",
                    "helicopters",
                    "planes",
                }
                for p in things
            )
            and "drone" not in clause.lows
        ):
            return "armed_attack", 3  # people were aboard
        if main.entry.lemma in {
            "intercept",
            "down",
            "neutralise",
            "neutralize",
            "bring down",
        } and not any(weapon_at(clause, p, lex) for p in things):
            return (
                ("armed_attack", 0)
                if things and clause.words[things[0].head].low not in {"ship", "vessel", "boat"}
                else (kind, 0)
            )
        return kind, sure
    if (
        kind in {"territory_change", "abduction", "hijacking"}
        and main.entry.pos == "v"
        and main.entry.sure < 3
    ):
        things = [clause.phrases[o] for o in main.objects if o >= 0]
        if any(target_kind(clause, p, lex) == "shipping" for p in things):
            return "naval_attack", 3
    if kind == "territory_change" and main.entry.lemma == "take":
        places = {k for w in found if w.rank >= 4 for k in range(w.first, w.last)}
        things = [clause.phrases[o] for o in main.objects if o >= 0]
        seat = any(low in GROUND for p in things for low in clause.lows[p.first : p.last])
        there = any(p.first in places or p.head in places for p in things)
        return kind, 3 if seat or there or group.listed else 0
    if kind == "territory_change" and main.entry.pos == "v":
        things = [clause.phrases[o] for o in main.objects if o >= 0]
        heads = {clause.words[p.head].low for p in things}
        if heads & lex.people:
            armed = [
                s
                for s in main.subjects
                if s >= 0 and actor_kind(clause, clause.phrases[s], lex) == "group"
            ]
            return ("abduction", 2) if armed else (kind, 0)
        places = {k for w in found if w.rank >= 4 for k in range(w.first, w.last)}
        there = any(k in places for p in things for k in range(p.first, p.last))
        taken = things or not group.listed
        if (
            taken
            and not there
            and not any(low in GROUND for p in things for low in clause.lows[p.first : p.last])
        ):
            named = (
                any(clause.words[p.head].text[:1].isupper() for p in things)
                and not clause.words[main.first].text.isupper()
            )
            if not named:
                # cocaine, rifles, a suspect: what else was done, or nothing
                rest = [f.entry for f in events if f.entry.kind != "territory_change"]
                return (rest[0].kind, rest[0].sure) if rest else (kind, 0)
    if main.entry.lemma in _SETS_OFF or any(f.entry.lemma in _SETS_OFF for f in group.frames):
        for f in group.frames:
            for o in f.objects if f.entry.lemma in _SETS_OFF else ():
                weapon = weapon_at(clause, clause.phrases[o], lex) if o >= 0 else None
                if weapon is not None and weapon.kind in {"landmine", "ied"}:
                    return weapon.kind, 3  # "their vehicle struck a mine"
    if any(
        f.entry.lemma in _SET_OFF_BY
        and any(x >= 0 and clause.words[clause.phrases[x].head].low == "driver" for x in f.subjects)
        for f in events
    ):
        return "suicide_bombing", 3  # "a lorry was detonated by its driver"
    if main.entry.lemma in _MOVES_IN and len(events) == 1:
        things = [clause.phrases[o] for o in main.objects if o >= 0]
        towns = {k for w in found if 4.7 <= w.rank <= 6.2 for k in range(w.first, w.last)}
        forces = any(
            lex.actors.get(low) == "force" or low in lex.groups
            for x in main.subjects
            if x >= 0
            for low in clause.lows[clause.phrases[x].first : clause.phrases[x].last]
        )
        if forces and any(k in towns for p in things for k in range(p.first, p.last)):
            return "territory_change", 2  # "troops entered the town"
    if POISON & set(clause.lows[low:high]) and kind not in {"armed_clash", "landmine"}:
        return "chemical_attack", 3
    vehicle = laden_vehicle(clause, low, high)
    if vehicle and kind not in {"suicide_bombing"}:
        return vehicle, 3
    if kind in {
        "armed_attack",
        "other",
        "bombing",
        "property_destruction",
        "assassination",
        "ambush",
        "armed_clash",
        "territory_change",
        "arson",
        "ied",
        "suicide_bombing",
        "car_bombing",
        "shelling",
    }:
        best = None
        bombers = False  # "a bomber killed ten": by a bomb
        with_guns = False  # whether guns are named beside
        objects = {
            k
            for f in group.frames
            if f.entry.lemma not in THROW
            for o in f.objects
            if o >= 0
            for k in range(clause.phrases[o].first, clause.phrases[o].last)
        }
        for first, last, weapon in weapons_in(clause, low, high, lex):
            if first in objects and weapon.rank not in {9, 8}:
                continue
            if (
                last < len(clause.words)
                and clause.words[last].low
                in {
                    "storage",
                    "depot",
                    "depots",
                    "facility",
                    "facilities",
                    "factory",
                    "cache",
                    "caches",
                    "squadron",
                    "manufacturer",
                    "launcher",
                    "launchers",
                    "base",
                    "industry",
                    "dump",
                    "system",
                    "systems",
                    "fuselage",
                    "siren",
                    "defence",
                    "defense",
                    "carrier",
                    "warehouse",
                    "site",
                    "sites",
                    "position",
                    "positions",
                }
                and clause.words[last].tag == "n"
            ):
                continue
            if first and clause.words[first - 1].low in {"anti", "against"}:
                continue
            if not flies(clause, group, first):
                continue
            if clause.lows[first] == "bomber" and (
                not first or clause.lows[first - 1] in {"first", "second", "third", "one", "a"}
            ):
                bombers = True
                continue  # a person: the aircraft comes with whose it is
            with_guns = with_guns or weapon.kind == "armed_attack"
            if best is None or weapon.rank > best.rank:
                best = weapon
        if best is not None:
            if main.entry.lemma in {"offensive", "counteroffensive", "assault"}:
                return best.kind, max(sure, 2)  # "opened its offensive with artillery"
            keep = {
                "assassination": 8,
                "ambush": 8,
                "armed_clash": 99,
                "territory_change": 99,
                "arson": 5,
                "bombing": 5,
                "ied": 8,
                "suicide_bombing": 9,
                "car_bombing": 8,
                "shelling": 7,
            }.get(kind, 0)
            guns = with_guns or any(f.entry.lemma in GUNS and not f.generic for f in group.frames)
            if guns and best.kind in {"bombing", "grenade"}:
                return "armed_attack", max(sure, 2)  # "threw explosives and fired on worshippers"
            if best.kind == "arson":
                return (
                    (kind, sure)
                    if kind not in {"other", "property_destruction"}
                    else ("arson", sure)
                )
            if best.rank > keep or (
                kind == "bombing"
                and best.rank == 5
                and best.kind in {"airstrike", "ied", "landmine", "grenade"}
            ):
                return best.kind, max(sure, 2)
        elif bombers and kind in {"armed_attack", "other"}:
            return "bombing", max(sure, 2)
    crowd = {clause.words[clause.phrases[x].head].low for x in main.subjects if x >= 0}
    if crowd & {
        "protesters",
        "demonstrators",
        "rioters",
        "crowd",
        "strikers",
        "youths",
    } and kind in {
        "bombing",
        "armed_attack",
        "arson",
        "property_destruction",
    }:
        return "riot", sure
    if (
        kind in {"armed_attack", "other", "riot"}
        and any(w.low in CROWD and not is_month(w) for w in clause.words[low:high])
        and police_there(clause, group, low, high, lex)
    ):
        return "protest_violence", max(sure, 2)
    if kind == "bombing" and main.entry.lemma == "bomb" and main.entry.pos == "v":
        sides = [clause.phrases[s] for s in main.subjects if s >= 0]
        if any(_FLIERS & set(clause.lows[p.first : p.last]) for p in sides):
            return "airstrike", 3
        if any(k in states for p in sides for k in range(p.first, p.last)) or any(
            lex.actors.get(low) == "force" for p in sides for low in clause.lows[p.first : p.last]
        ):
            return "airstrike", 3  # forces bomb from the air, groups do not
    if kind == "armed_attack" and main.entry.lemma == "strike":
        sides = [clause.phrases[s if s >= 0 else ~s] for s in main.subjects]
        heads = {low for p in sides for low in clause.lows[p.first : p.last]}
        grouped = any(lex.actors.get(low) == "group" for low in heads) or any(
            lex.groups.at(clause.lows[p.first : p.last], i)[0]
            for p in sides
            for i in range(p.last - p.first)
        )
        stated = any(lex.actors.get(low) == "force" for low in heads) or any(
            k in states for p in sides for k in range(p.first, p.last)
        )
        told = main.entry.pos == "n" and (not main.definite or any(o >= 0 for o in main.objects))
        if not grouped and (told or stated):
            return "airstrike", 3  # a "strike" of a state's forces comes from the air
    if kind == "property_destruction" and main.entry.pos == "v":
        aims = [target_kind(clause, clause.phrases[o], lex) for o in main.objects if o >= 0]
        missiles = [clause.phrases[o] for o in main.objects if o >= 0]
        if main.entry.lemma == "destroy" and any(
            (v := weapon_at(clause, p, lex))
            and v.kind in {"drone_attack", "missile_strike", "rocket_attack"}
            for p in missiles
        ):
            return "weapons_use_disrupted", 3  # "destroyed five drones over"
        if "military" in aims:
            kind, sure = "armed_attack", max(sure, 2)
    if kind in {"other", "property_destruction"}:
        finer = [f for f in group.frames if f.entry.role != "effect" and not f.generic]
        if finer:
            kind = finer[0].entry.kind
        if kind == "looting" and main.entry.lemma == "kill" and main.voice == "active":
            kind = "armed_attack"  # "drove off the cattle and killed four herders"
    return kind, sure


_FLIERS = word_set("pilot pilots airmen squadron alliance coalition nato aviation air")


_SET_OFF_BY = frozenset({"detonate", "blow up", "set off", "explode"})


_MOVES_IN = frozenset(
    {"move into", "break into", "enter", "drive into", "march into", "roll into", "sweep into"}
)


_SETS_OFF = frozenset({"strike", "hit", "detonate", "trigger"})
