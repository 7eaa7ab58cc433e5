"""Place phrases that contain, list or qualify each other become one."""

from __future__ import annotations

from gazetteer.model import FeatureClass
from geo.clauses import Clause, Word
from geo.whereabouts.model import JOINING, Whereabouts, Words

__all__ = ["joined"]


def joined(clause: Clause, grown: list[Whereabouts], t: Words) -> list[Whereabouts]:
    """Phrases that contain, list or qualify each other become one."""
    words = clause.words
    out: list[Whereabouts] = []
    for w in grown:
        if out and w.first < out[-1].last:
            previous = out[-1]
            previous.mentions += [m for m in w.mentions if m not in previous.mentions]
            if w.last > previous.last:
                previous.last = w.last
                previous.rank = (
                    max(previous.rank, w.rank) if words[previous.first].low != "between" else 4
                )
            continue
        if out:
            previous = out[-1]
            gap = words[previous.last : w.first]
            lows = [g.low for g in gap]
            if _contains(previous, w, gap, lows, words[w.first].low, t) and not _list_after(
                clause, w, grown
            ):
                inner = Whereabouts(
                    previous.first,
                    previous.last,
                    previous.mentions,
                    previous.rank,
                    previous.preposition,
                )
                previous.parts = [*(previous.parts or [inner]), w]
                previous.last = w.last
                previous.mentions = previous.mentions + w.mentions
                continue
            listing = lows == [","] and _list_after(clause, w, grown) and _alike(previous, w)
            if listing or _owned(clause, previous, w):
                previous.last, previous.rank = w.last, max(previous.rank, w.rank)
                previous.mentions = previous.mentions + w.mentions
                continue
            if _for_people(words, previous, gap):
                previous.last = w.last  # "the X camp for displaced people in A"
                previous.mentions = previous.mentions + w.mentions
                continue
            if lows == ["to"] and words[w.last - 1].low in JOINING:
                previous.last, previous.rank = w.last, w.rank  # "the A to B highway"
                previous.mentions = previous.mentions + w.mentions
                continue
            if _ends_of_way(words, previous.first, lows):
                # "on the road from A to B" lies between them
                previous.first -= 2
                previous.last = w.last
                previous.mentions = previous.mentions + w.mentions
                previous.rank, previous.preposition = 6.2, "on"
                continue
            listed = lows in (["and"], ["or"]) and previous.preposition and _alike(previous, w)
            if listed and previous.rank == w.rank:
                previous.last = w.last
                previous.mentions = previous.mentions + w.mentions
                continue
            if lows in (["and"], ["and", "the"]) and words[previous.first].low == "between":
                previous.last = w.last
                previous.mentions = previous.mentions + w.mentions
                continue
        out.append(w)
    return out


_LINKING = frozenset({"from", "linking", "connecting", "joining"})


def _for_people(words: list[Word], camp: Whereabouts, gap: list[Word]) -> bool:
    """Whether whom a camp is for stands between it and the place that it is in."""
    if not 3 < len(gap) < 8 or words[camp.last - 1].low not in {"camp", "camps", "site"}:
        return False
    return (
        gap[0].low == "for"
        and gap[-1].low in {"in", "near", "outside"}
        and all(g.tag in "njdpa" for g in gap)
    )


def _ends_of_way(words: list[Word], first: int, gap: list[str]) -> bool:
    """Whether a way that "from A to B", "linking A and B" belongs to stands before a place."""
    if first < 2 or gap not in (["to"], ["and"], ["with"]):
        return False
    return words[first - 1].low in _LINKING and words[first - 2].low in JOINING


def _owned(clause: Clause, a: Whereabouts, b: Whereabouts) -> bool:
    """ "Baghdad's heavily fortified Green Zone", "Mosul's old quarter of X"."""
    words = clause.words
    gap = words[a.last : b.first]
    return words[a.last - 1].possessive and len(gap) <= 3 and all(g.tag in "ajn" for g in gap)


def _alike(a: Whereabouts, b: Whereabouts) -> bool:
    return abs(a.rank - b.rank) <= 0.5


def _contains(
    a: Whereabouts, b: Whereabouts, gap: list[Word], lows: list[str], opening: str, t: Words
) -> bool:
    if (
        a.preposition in _BOUND_FOR
        and b.preposition
        and (not lows or (lows == ["in"] and b.rank > 5))
    ):
        return False  # "on its way to A near B"
    if not lows:
        return b.rank < a.rank or a.last == b.first
    if lows == [","] and a.rank >= 3.5 and (opening in t.directions or opening[:1].isdigit()):
        return True  # "the X gorge, south of Y", "Z, 15 km east of Y"
    if a.unknown and not b.unknown and lows in ([","], [",", "in"], [",", "in", "the"], ["in"]):
        return True  # what no source knows lies in what one does
    if a.rank == b.rank and lows in (["in"], [","], [",", "in"]) and _unit(b) and not _unit(a):
        return True  # mountains in a province
    if a.preposition in {"from"} and b.preposition not in {"from"} and "," not in lows:
        return False
    if lows in (
        [","],
        [",", "in"],
        ["in"],
        ["at"],
        [",", "at"],
        [",", "in", "the"],
        ["in", "the"],
        ["of"],
        [",", "near"],
        ["("],
        ["on", "the"],
        [",", "on", "the"],
        [",", "a"],
        [",", "the"],
        [",", "in", "a"],
    ):
        if lows[-1] == "near":
            return a.rank >= 5
        return b.rank < a.rank or (b.rank == a.rank == 6 and lows[0] in {",", "in"})
    if (
        len(lows) <= 7
        and lows[0] == ","
        and (lows[-1] in {"in", "of", "the"} or b.preposition == "near")
        and gap
        and all(g.tag in "njdp,aq" for g in gap)
    ):
        return any(x in {"village", "town", "city", "district", "capital"} for x in lows)
    return (
        lows[0] in {",", "in"}
        and len(lows) <= 3
        and b.rank < a.rank
        and all(g.tag in "pdj," for g in gap)
    )


_BOUND_FOR = frozenset({"to", "for", "from", "towards", "toward"})


def _unit(w: Whereabouts) -> bool:
    return any(
        m.place is not None and m.place.feature_class in {FeatureClass.ADMIN1, FeatureClass.COUNTRY}
        for m in w.mentions
    )


def _list_after(clause: Clause, w: Whereabouts, grown: list[Whereabouts]) -> bool:
    """ "Kharkiv, Sumy and Poltava": what follows a comma is a list, not a container."""
    words = clause.words
    after = w.last
    if after < len(words) and words[after].tag == "c":
        for x in grown:
            if x.first in (after + 1, after + 2) and _alike(x, w):
                return True
    return False
