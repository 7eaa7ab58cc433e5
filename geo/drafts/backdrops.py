"""Where a sentence turns to an incident that it tells as the background of another.

"Shelled the town on Tuesday, a day after the kidnapping of a bishop in Bukavu": what the one
came after, answers or recalls is an incident of its own, with its own day and place.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from geo.clauses import Clause
from geo.dates import DateMention
from geo.events import TIME, Frame
from geo.lexicon.kinds import FAMILY
from geo.merge import GENERAL
from geo.model import DatePhrase
from geo.whereabouts import Whereabouts
from geo.words import word_set

__all__ = ["turns_to_background"]


def turns_to_background(
    clause: Clause,
    frames: Sequence[Frame],
    dates: Sequence[DateMention],
    found: Sequence[Whereabouts],
) -> list[int]:
    """The words at which the telling turns to what was before, or from that to the news."""
    told = [f for f in frames if not f.generic and _tells(f)]
    return [
        *_days_apart(clause, frames),
        *_from_a_fronted_one(clause, told),
        *_to_a_named_one(clause, told, dates, found),
        *_from_the_one_told(clause, told),
        *_from_clause_to_clause(clause, told, dates, found),
        *_to_the_worst_before(clause, frames, dates, found),
    ]


_UNITS = word_set(
    "minutes hours days weeks months years minute hour day week month year nights eve"
)
_LONG = _UNITS - {"minutes", "minute"}
"""Units that set two incidents apart: what follows within minutes is of the first."""
_TURNS = frozenset({"after", "before", "following", "since"})


def _days_apart(clause: Clause, frames: Sequence[Frame]) -> list[int]:
    """Seams at "three days after": an incident on each side, so many days apart."""
    words = clause.words
    out = []

    def told_by_verb(k: int) -> bool:
        """Whether the frame before word `k` is a verb: not "raids like the one of 3 May, when"."""
        before = [f for f in frames if f.last <= k]
        return bool(before) and before[-1].entry.pos == "v"

    for k in range(1, len(words)):
        if (
            words[k].tag == "s"
            and words[k].low in {"after", "before"}
            and words[k - 1].low in _UNITS
            and words[min(k + 1, len(words) - 1)].tag not in ",p;."  # "the year before, which"
            and any(f.finite and f.last <= k for f in frames)
            and any(f.finite and f.first > k for f in frames)
        ):
            out.append(k)
        if (
            words[k].low == "when"
            and words[k - 1].tag == ","
            and "since" in clause.lows[max(0, k - 5) : k]
            and any(f.last <= k for f in frames)
            and any(f.first > k for f in frames)
        ):
            out.append(k)  # "the worst since 2001, when a car bomb"
        if (
            words[k].low == "when"
            and words[k - 1].tag == ","
            and any(w.low in TIME for w in words[max(0, k - 4) : k])
            and any(
                f.finite
                and _deed(f)
                and not f.occurs
                and f.last <= k
                and ("when" in clause.lows[:k] or _is_another(f, k, frames))
                for f in frames
            )
            and any(
                f.finite
                and f.first > k
                and (
                    f.entry.role == "event"
                    or (f.entry.role == "weapon" and f.entry.pos == "v" and told_by_verb(k))
                    or (f.voice == "active" and told_by_verb(k))
                )
                for f in frames
            )
        ):
            out.append(k)  # "ending a siege that began on Wednesday, when young men opened fire"
    return out


def _tells(frame: Frame) -> bool:
    return frame.entry.role != "weapon" or frame.entry.pos == "v"


def _is_another(frame: Frame, k: int, frames: Sequence[Frame]) -> bool:
    """Not "the hotel was attacked on 28 June, when nine bombers killed": that tells how."""
    later = [f.entry.kind for f in frames if f.first > k and f.finite]
    general = frame.entry.kind in GENERAL and frame.entry.pos == "v"
    return not general and not any(FAMILY[frame.entry.kind] & FAMILY[kind] for kind in later)


def _deed(frame: Frame) -> bool:
    """Not "fifteen were killed on Wednesday, when police shot": what came of it comes first."""
    return frame.entry.role != "effect" and _tells(frame)


def _from_a_fronted_one(clause: Clause, told: Sequence[Frame]) -> list[int]:
    """ "Two days after gunmen seized a bishop in Bukavu, rebels shelled ...": at the comma."""
    words = clause.words
    turn = next((k for k in range(1, min(_OPENING, len(words))) if words[k].low in _FRONTED), -1)
    if turn < 1 or words[turn - 1].low not in _LONG or not told or told[0].first < turn:
        return []
    if turn + 1 < len(words) and words[turn + 1].tag == ",":
        return []  # "the week before, on 24 August"
    if any(w.tag in "vx" for w in words[:turn]):
        return []  # "the blast came three days after"
    for k in range(told[0].last, len(words)):
        if words[k].tag == ";":
            return []
        later = [f for f in told if f.first > k]
        if words[k].tag == "," and later and later[0].finite and _has_a_doer(later[0], told[0]):
            return [k]
    return []


_OPENING = 6
"""Words within which a sentence opens with "two days after", "on the eve of"."""
_FRONTED = frozenset({"after", "before", "following", "of"})


def _has_a_doer(frame: Frame, before: Frame) -> bool:
    """Whether a frame has a subject of its own, or undergoes it."""
    return frame.occurs or bool(set(frame.subjects + frame.objects) - set(before.objects))


def _to_a_named_one(
    clause: Clause,
    told: Sequence[Frame],
    dates: Sequence[DateMention],
    found: Sequence[Whereabouts],
) -> list[int]:
    """ "A day after the kidnapping of a bishop in Bukavu": a noun with a place or day its own."""
    out = []
    for before, frame in itertools.pairwise(told):
        own = bool(frame.objects or frame.subjects) or not frame.definite
        if frame.entry.pos != "n" or not own or frame.entry.sure < 2 or not before.finite:
            continue
        turn = _turn_before(clause, frame, before)
        if turn < 0 or before.entry.lemma in _DYING:
            continue
        points_back = before.entry.pos == "n" and before.definite and not before.objects
        here = _set_down(clause, before.first, turn, dates, found)
        stops = (k for k in range(frame.last, len(clause.words)) if clause.words[k].text == ";")
        there = _set_down(clause, turn, next(stops, len(clause.words)), dates, found)
        apart = not FAMILY[before.entry.kind] & FAMILY[frame.entry.kind]
        if (points_back or here) and (there or (apart and clause.lows[turn - 1] in _LONG)):
            out.append(turn)
    return out


_DYING = frozenset(
    {"die", "perish", "succumb", "wound", "injure", "hurt", "disappear", "lose their lives"}
)
"""What befalls people of one incident."""


def _turn_before(clause: Clause, frame: Frame, before: Frame) -> int:
    """Where "after", "in retaliation for" or "revived memories of" leads to the frame, or -1."""
    words = clause.words
    index = clause.phrase_of[frame.first]
    k = clause.phrases[index].first if index >= 0 else frame.first
    k -= 1
    if k >= before.last and words[k].low in _TURNS:
        return k
    if k > before.last and words[k].low in {"for", "to", "of"} and words[k - 1].low in _BACKWARD:
        return k - 1
    if k >= before.last and (words[k].lemma or words[k].low) in _SET_BESIDE:
        return k
    if k >= before.last and before.background and words[k].lemma == "come":
        return k  # "after the shelling of X on Tuesday came the bombing of Y"
    if k > before.last and words[k].low == "by" and words[k - 1].low in {"followed", "preceded"}:
        return k - 1
    return -1


_BACKWARD = word_set(
    "response retaliation reprisal revenge answer wake memories memory reminiscent similar"
)
_SET_BESIDE = frozenset({"follow", "recall", "echo", "mirror", "precede", "resemble", "evoke"})


def _set_down(
    clause: Clause,
    low: int,
    high: int,
    dates: Sequence[DateMention],
    found: Sequence[Whereabouts],
) -> bool:
    """Whether a day or a settlement is told among the words `low` to `high`."""
    words = clause.words
    start, end = words[low].start, words[high - 1].end
    return any(start <= m.start < end and m.phrase.start is not None for m in dates) or any(
        low <= w.first < high and w.rank >= _TOWN for w in found
    )


_TOWN = 4.7


def _from_clause_to_clause(
    clause: Clause,
    told: Sequence[Frame],
    dates: Sequence[DateMention],
    found: Sequence[Whereabouts],
) -> list[int]:
    """ "Killed in X after rebels had captured Y": each clause with a place or day its own."""
    words, out = clause.words, []
    begin = 0
    for before, frame in itertools.pairwise(told):
        if not (before.finite and frame.finite and (frame.subjects or frame.voice == "passive")):
            continue
        for k in range(before.last, frame.first):
            if words[k].low not in _CLAUSES or words[k].tag != "s":
                continue
            deeds = [f for f in told if begin <= f.first < k and f.entry.lemma not in _DYING]
            if not deeds:
                break
            here = _places_of(clause, deeds[-1], begin, k, found)
            there = _places_of(clause, frame, k, len(words), found)
            names = [{words[w.last - 1].low for w in side} for side in (here, there)]
            if (here and there and not names[0] & names[1]) or _apart(clause, dates, begin, k):
                out.append(k)
                begin = k
            break
    return out


def _places_of(
    clause: Clause, frame: Frame, low: int, high: int, found: Sequence[Whereabouts]
) -> list[Whereabouts]:
    """The towns where it was done or which it was done to, not those that somebody left."""
    things = {
        k
        for o in frame.objects
        if o >= 0
        for k in range(clause.phrases[o].first, clause.phrases[o].last)
    }
    return [
        w
        for w in found
        if low <= w.first < high
        and w.rank >= _TOWN
        and (w.preposition in _AT or w.first in things or w.last - 1 in things)
    ]


_AT = word_set("in at near outside on off around")
_CLAUSES = frozenset({"after", "before", "as"})


def _to_the_worst_before(
    clause: Clause,
    frames: Sequence[Frame],
    dates: Sequence[DateMention],
    found: Sequence[Whereabouts],
) -> list[int]:
    """ "The blasts are the deadliest since gunmen killed 166 in 2008": at "since"."""
    words = clause.words
    for before, frame in itertools.pairwise(frames):
        known = before.entry.pos == "n" and before.definite and not before.objects
        if not known or frame.entry.pos != "v" or not (frame.finite and frame.subjects):
            continue
        for k in range(before.last, frame.first):
            if words[k].low == "since" and _set_down(clause, k, len(words), dates, found):
                return [k]
    return []


def _apart(clause: Clause, dates: Sequence[DateMention], begin: int, k: int) -> bool:
    """Whether a day is told on each side of a word, and they are not one."""
    words = clause.words
    here = [m.phrase for m in dates if words[begin].start <= m.start < words[k].start]
    there = [m.phrase for m in dates if m.start > words[k].start]
    return bool(here and there) and _never_one(here[-1], there[0])


def _never_one(a: DatePhrase, b: DatePhrase) -> bool:
    if a.start is None or b.start is None or a.end is None or b.end is None:
        return False
    return a.end < b.start or b.end < a.start


def _from_the_one_told(clause: Clause, told: Sequence[Frame]) -> list[int]:
    """ "News of the shelling came as gunmen seized a bishop": at "as"."""
    words = clause.words
    for before, frame in itertools.pairwise(told):
        known = before.entry.pos == "n" and before.definite and not before.objects
        if not known or not frame.finite or frame.verb == before.verb:
            continue
        for k in range(before.last + 1, frame.first):
            if words[k].low == "as" and words[k - 1].low in {"came", "comes", "come"}:
                return [k]
    return []
