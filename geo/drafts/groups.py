"""Frames that belong to one incident, the main one among them, and how far its words reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.clauses import Clause
from geo.events import Frame
from geo.merge import GENERAL

__all__ = ["Group", "is_answer", "main_frame", "reach_of"]


@dataclass(slots=True)
class Group:
    frames: list[Frame]
    first: int
    last: int
    begin: int = -1
    """The word where its part of the sentence begins, if a seam parts it from the one before."""
    listed: bool = False
    """Whether it is a further item of a list, and so another one than the item before."""
    share: bool = False
    """Whether it is a further place of one toll, whose day is that of all."""


def is_answer(clause: Clause, frame: Frame) -> bool:
    """Whether the frame is what another one answers: "in retaliation for", "responsible for"."""
    if not frame.background:
        return False
    words = clause.words
    for k in range(frame.first - 1, max(-1, frame.first - 8), -1):
        if words[k].low in {
            "response",
            "retaliation",
            "reprisal",
            "revenge",
            "answer",
            "return",
            "responsible",
            "accused",
            "anniversary",
            "suspected",
            "wake",
            "avenge",
            "convicted",
        }:
            return True
        if words[k].tag in "vx;":
            return False
    return False


def _names(frame: Frame) -> bool:
    return frame.entry.role == "event" and frame.entry.sure >= 2


def main_frame(frames: Sequence[Frame]) -> Frame:
    """The frame that names the incident best."""
    if len(frames) == 1:
        return frames[0]
    happened = any(_happened(f) for f in frames)
    return max(
        frames,
        key=lambda f: (
            not f.generic,
            not happened or f.stage in _REAL,
            _names(f) and not (f.commented and f.definite),  # "had fled the fighting"
            _names(f),
            f.finite,
            f.entry.sure,
            f.entry.kind not in GENERAL,
            -f.first,
        ),
    )


_REAL = frozenset({"occurred", "intercepted"})


def _happened(frame: Frame) -> bool:
    """ "Exploded while technicians were trying to defuse it": by a verb of its own."""
    verbal = frame.entry.pos == "v" and frame.finite and not frame.generic
    return verbal and frame.stage in _REAL and frame.entry.role != "effect"


def reach_of(clause: Clause, group: Group, groups: Sequence[Group]) -> tuple[int, int]:
    """The words that belong to a group: halfway is where the next clause begins."""
    low, high = 0, len(clause.words)
    index = list(groups).index(group)
    if index > 0:
        low = _border(clause, groups[index - 1], group)
    if index + 1 < len(groups):
        high = _border(clause, group, groups[index + 1])
    return low, high


def _border(clause: Clause, before: Group, after: Group) -> int:
    """The seam between two groups, or the subordinator, conjunction or comma before the second."""
    a, b = before.last, after.first
    if a <= after.begin <= b:
        return after.begin
    words = clause.words
    best = b
    for k in range(b - 1, a - 1, -1):
        w = words[k]
        if w.tag in "s;" or w.low in {
            "after",
            "following",
            "response",
            "retaliation",
            "responsible",
            "while",
            "answer",
            "reprisal",
            "revenge",
        }:
            return k
        if w.tag in ",c" and best == b:
            best = k
    return best
