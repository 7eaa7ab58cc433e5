"""Signs of a kind: a laden vehicle, police before a crowd, poison, guns, ground that is held."""

from __future__ import annotations

from geo.clauses import Clause, Word
from geo.drafts.groups import Group
from geo.words import Lexicon, word_set

__all__ = ["CROWD", "GROUND", "GUNS", "POISON", "is_month", "laden_vehicle", "police_there"]


CROWD = word_set(
    "protest protests protesters protestors demonstration demonstrations demonstrators rally "
    "rallies march marchers mourners crowd crowds strikers sit-in picket"
)


def is_month(w: Word) -> bool:
    return w.low == "march" and w.text[:1].isupper()


def police_there(clause: Clause, group: Group, low: int, high: int, lex: Lexicon) -> bool:
    """Whether forces of a state act on the crowd, and no armed group."""
    heads = {
        clause.words[clause.phrases[s].head].low for f in group.frames for s in f.subjects if s >= 0
    }
    if any(lex.actors.get(h) == "group" or h in lex.groups for h in heads):
        return False
    if heads & CROWD:
        return False
    said = heads or set(clause.lows[low:high])
    return any(lex.actors.get(h) == "force" for h in said)


POISON = word_set("chlorine sarin novichok phosgene tabun")


GUNS = frozenset(
    {
        "fire on",
        "fire at",
        "fire upon",
        "open fire",
        "shoot",
        "gun down",
        "shoot dead",
        "shoot at",
        "spray with bullets",
        "riddle with bullets",
    }
)


GROUND = word_set(
    "town city village base position positions post outpost airport airfield capital "
    "district province area territory bridge barracks headquarters garrison towns "
    "villages cities hill crossing camp port neighbourhood neighborhood municipality "
    "palace quarter parts part swathes station building embassy hall farm farms road "
    "highway island region control"
)


def laden_vehicle(clause: Clause, low: int, high: int) -> str:
    """ "drove a car laden with explosives into": a car bomb, and a suicide bomb if driven."""
    words = clause.words
    for k in range(low, high - 1):
        if words[k].low in {"laden", "packed", "loaded", "filled", "rigged", "stuffed"} and any(
            words[j].low in {"explosives", "explosive", "dynamite", "bombs", "bomb"}
            for j in range(k, min(high, k + 4))
        ):
            near = {words[j].low for j in range(max(low, k - 4), k)} | {
                words[j].low for j in range(k, min(high, k + 3))
            }
            if near & {
                "car",
                "vehicle",
                "truck",
                "van",
                "motorcycle",
                "lorry",
                "pickup",
                "bus",
                "minibus",
                "tanker",
                "ambulance",
                "rickshaw",
            }:
                before = {words[j].low for j in range(max(low, k - 9), k)}
                return (
                    "suicide_bombing"
                    if before & {"drove", "rammed", "crashed", "driving", "ramming"}
                    else "car_bombing"
                )
    return ""
