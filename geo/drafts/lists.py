"""Lists within a sentence: "one against, the other against", "one town in May, another in June"."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Sequence
from typing import NamedTuple

from geo.clauses import Clause, Word
from geo.dates import DateMention
from geo.drafts.groups import Group, main_frame
from geo.drafts.seams import apart_in_time
from geo.events import Frame
from geo.whereabouts import Whereabouts

__all__ = ["MAX_ITEMS", "Item", "listed_items", "one_and_other", "with_listed"]


_ONE = frozenset({"one", "first"})


_OTHER = frozenset({"other", "another", "second"})


_AGAINST = frozenset({"against", "on", "at", "in", "near", "targeting", "outside"})


def one_and_other(clause: Clause, group: Group) -> list[Group]:
    """ "Two attacks, one against a boat near Gao, the other against a camp at Bamba": two.

    What is told of both together, a toll above all, stays with neither.
    """
    main = main_frame(group.frames)
    if main.entry.pos != "n" or not main.plural or main.generic:
        return [group]
    words = clause.words
    n = min(len(words) - 2, main.last + 40)
    at: list[int] = []
    for k in range(main.last, n):
        wanted = _OTHER if at else _ONE
        if words[k].low in wanted and words[k + 1].low in _AGAINST:
            at.append(k)
            if len(at) == 2:
                break
    if len(at) < 2:
        return [group]
    out: list[Group] = []
    for k in at:
        index = clause.phrase_of[k + 2]
        there = words[k + 1].low in {"against", "on", "at", "targeting"}
        frame = dataclasses.replace(
            main,
            first=k,
            last=k + 1,
            objects=[index] if index >= 0 and there else [],
            count=None,
            plural=False,
        )
        out.append(Group([frame], k, k + 1, listed=bool(out)))
    return out


class Item(NamedTuple):
    """A dated place of a list, in word indices."""

    seam: int
    """Where the item before it ends."""
    place: int
    end: int
    share: int = -1
    """The number that is told of it alone."""


def listed_items(
    clause: Clause,
    frames: Sequence[Frame],
    dates: Sequence[DateMention],
    found: Sequence[Whereabouts],
) -> list[Item]:
    """Where one dated place of a list ends and the next begins.

    "took Mosul on 10 June and Tikrit the day after", "the hall in Sana'a (8 October, 140
    dead), the market at Mastaba (15 March, 97 dead)": a day and a place each.
    """
    words = clause.words
    days = [m for m in dates if m.kind in {"date", "relative"} and m.phrase.start is not None]
    if len(days) < 2:
        return []
    flat = [w for w in found if not w.parts] + [p for w in found for p in w.parts]
    places = sorted({w.first for w in flat if w.rank >= 4})
    acts = [f for f in frames if (f.entry.role != "effect" or f.count) and not f.generic]
    out: list[Item] = []
    begin = 0
    for before, day in itertools.pairwise(days[:MAX_ITEMS]):
        if not apart_in_time(before.phrase, day.phrase):
            continue
        at, there = _word_at(words, before.end), _word_at(words, day.start)
        if {w.low for w in words[max(at, there - 3) : there + 1]} & _ON_TO:
            continue  # "on 24 March and went on until 29 March"
        stops = [k for k in range(at, there + 1) if words[k].tag in ",;" or words[k].low == "and"]
        if not stops:
            continue
        clear = [
            k
            for k in stops
            if words[k].text == ";" or (words[k].tag == "," and words[k + 1].low == "and")
        ]
        own = [p for p in places if at < p < there and p > (clear[-1] if clear else stops[0])]
        if own:
            seam = clear[-1] if clear else max(k for k in stops if k < own[-1])
            place = own[-1]
        else:
            seam = clear[-1] if clear else stops[-1]
            end = next((k for k in range(there, len(words)) if words[k].tag == ";"), len(words))
            place = next((p for p in places if there < p < min(end, there + 14)), -1)
            if place < 0:
                place = _told_place(clause, seam, there, min(end, there + 8))
        deeds = [
            f.first
            for f in frames
            if not (f.generic or _addition(clause, f)) and stops[0] < f.first < max(place, there)
        ]
        if not clear and deeds and min(deeds) < seam:
            # the deed of the later item stands before its place
            earlier = [k for k in stops if k < min(deeds)]
            if not earlier:
                continue
            seam = earlier[-1]
        if place < 0 or not any(begin <= p < seam for p in places):
            # no place to go by: both must name what was done
            if not any(begin <= f.first < seam for f in acts):
                continue
            if not any(f.first > seam for f in acts):
                continue
        last = max(place, _word_at(words, day.end))
        stop = (k for k in range(last, len(words)) if words[k].tag in ",;" or words[k].low == "and")
        out.append(Item(seam, place, next(stop, len(words))))
        begin = seam
    return out


def _told_place(clause: Clause, seam: int, day: int, end: int) -> int:
    """A place that no gazetteer knows: "and Odek on 29 April", "on 27 July, near the memorial"."""
    words, of = clause.words, clause.phrase_of
    k = day - 1
    while k > seam and words[k].tag in "pd,":
        k -= 1
    named = words[k].text[:1].isupper() and not words[k].text.isupper()
    if k > seam and named and of[k] >= 0 and clause.phrases[of[k]].first - seam in {1, 2}:
        return clause.phrases[of[k]].first
    for k in range(day, min(end, len(words) - 1)):
        if words[k].tag in "vx;":
            return -1
        if words[k].low in {"near", "outside", "at", "in"} and of[k + 1] >= 0 and k > day + 1:
            return clause.phrases[of[k + 1]].first
    return -1


def _addition(clause: Clause, frame: Frame) -> bool:
    """ ", killing six": the end of an item, not the deed of the next."""
    words = clause.words
    return words[frame.first].tag == "g" and frame.first > 0 and words[frame.first - 1].tag == ","


_ON_TO = frozenset({"until", "till", "through", "since"})


MAX_ITEMS = 12
"""Dates of one sentence that are looked at as a list."""


def with_listed(clause: Clause, groups: list[Group], items: Sequence[Item]) -> list[Group]:
    """Add the items of a list that have no verb of their own: they borrow the one before."""
    if not items:
        return groups
    out = list(groups)
    for seam, place, end, share in items:
        if place < 0:
            continue
        following = [item.seam for item in items if item.seam > seam]
        if _has_a_verb(groups, seam, end, min(following, default=_FAR)):
            continue
        beside = [g for g in out if any(seam <= f.first < end for f in g.frames)]
        if any(f.finite or f.entry.role == "event" for g in beside for f in g.frames):
            continue
        told = [
            f
            for g in groups
            for f in g.frames
            if f.last <= seam and _deed(f) and not (f.generic or f.negated)
        ]
        if not told:
            continue
        index = clause.phrase_of[share] if share >= 0 else -1
        frame = _lent(told[-1], place, [index] if index >= 0 else [])
        causes = [
            _lent(f, place, [])
            for g in groups
            for f in g.frames
            if index >= 0
            and told[-1] in g.frames
            and f is not told[-1]
            and f.entry.role != "effect"
        ]  # "bombs killed three in A and two in B"
        rest = [f for g in beside for f in g.frames]
        out = [g for g in out if g not in beside]
        last = max([place + 1, *(f.last for f in rest)])
        out.append(Group([*causes, frame, *rest], place, last, seam, True, share=share >= 0))
    return sorted(out, key=lambda g: g.first)


def _lent(frame: Frame, place: int, objects: list[int]) -> Frame:
    """What was done, as done once more at another place of the sentence."""
    return dataclasses.replace(
        frame, first=place, last=place + 1, objects=objects, count=None, plural=False
    )


_FAR = 10**6


def _has_a_verb(groups: Sequence[Group], seam: int, end: int, until: int) -> bool:
    """ "On Wednesday that of X, where gunmen kidnapped": an item with a doer of its own."""
    before = {s for g in groups for f in g.frames if f.last <= seam for s in f.subjects}
    return any(
        f.finite and _deed(f) and f.subjects and not before & set(f.subjects)
        for g in groups
        for f in g.frames
        if end <= f.first < until
    )


def _deed(frame: Frame) -> bool:
    """Whether a frame says what was done, so that an item without a verb may borrow it."""
    return frame.entry.role == "event" or (frame.entry.pos == "v" and frame.finite)


def _word_at(words: Sequence[Word], offset: int) -> int:
    """Index of the first word at or after an offset."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high) // 2
        if words[middle].start < offset:
            low = middle + 1
        else:
            high = middle
    return low
