"""Tolls told by place within a sentence: "killed three people in A, two in B and, in C, eight"."""

from __future__ import annotations

from collections.abc import Sequence

from geo.clauses import Clause
from geo.drafts.lists import Item
from geo.events import Frame
from geo.whereabouts import Whereabouts
from geo.whereabouts.model import tables
from geo.words import word_set

__all__ = ["shares"]

_AT = word_set("in at near outside")
_MORE = word_set("and another a further some about at least around nearly more than over")
_SETTLED = 4.0
"""Rank from which a place is small enough to be one of several."""
_NOUNS = 2
"""Words between the number and its place: "two other people in B"."""


def shares(clause: Clause, frames: Sequence[Frame], found: Sequence[Whereabouts]) -> list[Item]:
    """The further places of a toll, each with the number that is its own."""
    words = clause.words
    places = {w.first: w for w in found if w.rank >= _SETTLED}
    deeds = [f for f in frames if f.finite and not f.generic and _counted(clause, f)]
    if not deeds or len(places) < 2:
        return []
    out: list[Item] = []
    for k in range(deeds[0].last, len(words) - 3):
        if not (words[k].tag in ",;" or words[k].low == "and"):
            continue
        begin = out[-1].end if out else 0
        if not any(begin <= p < k for p in places) and not out:
            continue
        if out and k < out[-1].end:
            continue
        item = _number_first(clause, k, places) or _place_first(clause, k, places)
        if item is not None and not any(k < f.first < item.end and f.finite for f in frames):
            out.append(item)
    return out


def _counted(clause: Clause, frame: Frame) -> bool:
    """ "Killed three people": a number of its own to which the next belongs."""
    phrases = [clause.phrases[o] for o in (*frame.objects, *frame.subjects) if o >= 0]
    return any(clause.words[k].tag == "q" for p in phrases for k in range(p.first, p.last))


def _number_first(clause: Clause, seam: int, places: dict[int, Whereabouts]) -> Item | None:
    """ ", two others in B": the number, then the place."""
    words = clause.words
    k = _past(clause, seam + 1)
    if not _counts(clause, k):
        return None
    at = k + 1
    while (
        at < len(words) and at <= k + _NOUNS and words[at].tag in "njq" and words[at].text.islower()
    ):
        at += 1
    if at >= len(words) or words[at].low not in _AT:
        return None
    place = _place_at(places, at + 1)
    if place is None or _goes_on(clause, place.last):
        return None
    return Item(seam, place.first, place.last, k)


def _place_first(clause: Clause, seam: int, places: dict[int, Whereabouts]) -> Item | None:
    """ "; in B, eight": the place, then the number."""
    words = clause.words
    k = seam + 1
    while k < len(words) - 2 and words[k].low in {"and", ","}:
        k += 1
    place = _place_at(places, k + 1) if words[k].low in _AT else None
    if place is None or place.last >= len(words) or words[place.last].tag != ",":
        return None
    k = _past(clause, place.last + 1)
    if not _counts(clause, k):
        return None
    end = k + 1
    while end < len(words) and end <= k + _NOUNS and words[end].tag in "nj":
        end += 1
    if _goes_on(clause, end):
        return None
    return Item(seam, place.first, end, k)


def _past(clause: Clause, k: int) -> int:
    """Behind "and another", "at least"."""
    while k < len(clause.words) and clause.lows[k] in _MORE:
        k += 1
    return k


def _counts(clause: Clause, k: int) -> bool:
    """Whether a number of people or things stands there, not a distance or a time."""
    words = clause.words
    if k >= len(words) or words[k].tag != "q":
        return False
    return k + 1 == len(words) or words[k + 1].low not in tables().units | _TIMES


_TIMES = word_set(
    "days day weeks week hours hour minutes months month years year am pm january february march "
    "april may june july august september october november december"
)


def _place_at(places: dict[int, Whereabouts], k: int) -> Whereabouts | None:
    return places.get(k) or places.get(k - 1) or places.get(k + 1)


def _goes_on(clause: Clause, k: int) -> bool:
    """Whether a verb follows, which has the number for its own: "and two in B were hurt"."""
    for word in clause.words[k : k + _VERB_BY]:
        if word.tag in ",;.":
            return False
        if word.tag in "vxm":
            return True
    return False


_VERB_BY = 5
"""Words within which such a verb comes: "and two in B on Tuesday were hurt"."""
