"""Ground that changes hands: lost, cleared, handed over, a flag raised over it.

Most of these verbs say other things as well ("lost the vote", "cleared the table"): each
reading looks for ground and for a party to violence, and says that it is none.
"""

from __future__ import annotations

import dataclasses

from geo.clauses import Clause
from geo.events.around import TIME, right_objects
from geo.events.meanings import SEATS, is_armed
from geo.events.model import Frame
from geo.events.subjects import left_subject
from geo.lexicon import ground_en
from geo.words import Lexicon, word_set

__all__ = ["clearing", "falling", "flagging", "handing", "leaving", "losing", "unfought"]


_FLAGS = word_set(ground_en.FLAGS)


def unfought(lows: list[str]) -> bool:
    """Whether the words say that nobody fought: "without a shot"."""
    said = f" {' '.join(lows)} "
    return any(f" {words} " in said for words in ground_en.UNFOUGHT)


def losing(clause: Clause, frame: Frame, lex: Lexicon) -> Frame | None:
    """ "The army lost the town to the rebels": taken from it."""
    if not _held(clause, frame) or not _sided(clause, frame.subjects, lex):
        return None
    frame.voice = "passive"
    frame.subjects = _armed_behind(clause, frame.last, lex, {"to"})
    return _sure(frame)


def clearing(clause: Clause, frame: Frame, lex: Lexicon) -> Frame | None:
    """ "Cleared the town of insurgents", "freed the village"."""
    if not _held(clause, frame):
        return None
    rid = _armed_behind(clause, frame.last, lex, {"of", "from"})
    seat = any(_lows(clause, o) & SEATS for o in frame.objects if o >= 0)
    freed = frame.entry.lemma == "free" and seat and _sided(clause, frame.subjects, lex)
    return _sure(frame) if rid or freed else None


def flagging(clause: Clause, frame: Frame, lex: Lexicon) -> Frame | None:
    """ "Hoisted their flag over the citadel": the ground is what it flies over."""
    flags = [o for o in frame.objects if o >= 0 and _lows(clause, o) & _FLAGS]
    owners = [o + 1 for o in flags if clause.lows[clause.phrases[o].last :][:1] == ["of"]]
    mine = [*frame.subjects, *owners, *flags]
    if not flags or not _sided(clause, mine, lex):
        return None
    behind = max(frame.last, clause.phrases[flags[-1]].last)
    for k in range(behind, min(len(clause.words) - 1, behind + 8)):
        if clause.lows[k] in {"over", "above", "atop", "on", "at"}:
            frame.objects = right_objects(clause, k + 1)
            frame.subjects = frame.subjects or [o for o in owners if _sided(clause, [o], lex)]
            return _sure(frame) if frame.objects else None
    return None


def handing(clause: Clause, frame: Frame, lex: Lexicon) -> Frame | None:
    """ "Handed the base over to the army": one party gives it, another has it then."""
    heads_line = frame.first > 0 and clause.words[frame.first - 1].text == ":"
    if not _held(clause, frame) and not (heads_line and not frame.objects):
        return None
    to = _armed_behind(clause, frame.first, lex, {"to"})
    if not to and not unfought(clause.lows[frame.last : frame.last + 20]):
        return None
    if frame.voice == "passive":
        frame.subjects = to or frame.subjects
    return _sure(frame)


def leaving(clause: Clause, frame: Frame, lex: Lexicon) -> Frame | None:
    """ "Withdrew from the town without a fight": given up, if it is said that none was fought."""
    armed = _sided(clause, frame.subjects, lex)
    quiet = unfought(clause.lows[frame.last : frame.last + 20])
    return _sure(frame) if armed and quiet and _held(clause, frame) else None


def falling(clause: Clause, frame: Frame, lex: Lexicon) -> Frame | None:
    """ "The town fell on Monday to the rebels", "Saigon fell in April"."""
    frame.voice = "passive"
    frame.objects, frame.relative = left_subject(clause, frame.first, lex)
    frame.subjects = _armed_behind(clause, frame.last, lex, {"to"})
    after = clause.words[frame.last] if frame.last < len(clause.words) else None
    alone = after is None or after.tag in ".,;" or after.low in _WHEN or after.low in TIME
    moving = any(_lows(clause, o) & _MOVING for o in frame.objects if o >= 0)
    if moving or not _held(clause, frame) or not (frame.subjects or alone):
        return None
    return _sure(frame)


_WHEN = frozenset({"on", "in", "after", "without", "early", "late", "before", "at"})


def _sided(clause: Clause, indices: list[int], lex: Lexicon) -> bool:
    """Whether one of the phrases names a side in a war, under arms at the time or not."""
    return is_armed(clause, indices, lex) or any(
        lex.actors.get(low) in {"group", "force"}
        for o in indices
        for low in _lows(clause, o if o >= 0 else ~o)
    )


_MOVING = word_set("prices shares snow rain temperatures sales profits output rates stocks")
"""What falls, whatever stands in the sentence."""


def _sure(frame: Frame) -> Frame:
    frame.entry = dataclasses.replace(frame.entry, sure=2)
    return frame


def _held(clause: Clause, frame: Frame) -> bool:
    """Whether it is done to ground or to something with a name of its own."""
    return any(
        _lows(clause, o) & SEATS
        or (head.text[:1].isupper() and not head.text.isupper() and head.low not in TIME)
        for o in frame.objects
        if o >= 0
        for head in [clause.words[clause.phrases[o].head]]
    )


def _lows(clause: Clause, index: int) -> set[str]:
    phrase = clause.phrases[index]
    return set(clause.lows[phrase.first : phrase.last])


def _armed_behind(clause: Clause, i: int, lex: Lexicon, prepositions: set[str]) -> list[int]:
    """The armed party that one of the prepositions leads to, before the next verb."""
    words = clause.words
    for k in range(i, min(len(words) - 1, i + 14)):
        if k > i and words[k].tag in "vx;":
            return []
        if words[k].low in prepositions:
            found = right_objects(clause, k + 1)
            if _sided(clause, found, lex):
                return found
    return []
