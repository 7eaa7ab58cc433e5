"""Which frames of a sentence belong to one incident, and how far its words reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.clauses import Clause
from geo.events import Frame
from geo.lexicon.kinds import FAMILY
from geo.merge import GENERAL
from geo.words import Lexicon

__all__ = ["Group", "group_frames", "is_answer", "main_frame", "reach_of"]


@dataclass(slots=True)
class Group:
    frames: list[Frame]
    first: int
    last: int


def group_frames(clause: Clause, frames: list[Frame], lex: Lexicon, text: str) -> list[Group]:
    groups: list[Group] = []
    for frame in frames:
        if groups and not _parted(clause, groups[-1], frame, lex, text):
            groups[-1].frames.append(frame)
            groups[-1].last = frame.last
        else:
            groups.append(Group([frame], frame.first, frame.last))
    return groups


def _parted(clause: Clause, group: Group, frame: Frame, lex: Lexicon, text: str) -> bool:
    """Whether a frame starts another incident than the group's."""
    main = main_frame(group.frames)
    words = clause.words
    if frame.entry.lemma in {"fire", "launch"} and frame.relative and frame.voice == "passive":
        return False  # "15 of 20 rockets fired from Lebanon on Sunday"
    both = frame.entry.role == "event" and main.entry.role == "event"
    if frame.stage != main.stage and both and frame.verb != main.verb and not frame.generic:
        return True
    if frame.generic or main.generic:
        return (
            frame.generic != main.generic
            and main.entry.role == "event"
            and frame.entry.role == "event"
        )
    if frame.entry.role != "event" or main.entry.role != "event":
        if (
            any(w.text == ";" for w in words[main.last : frame.first])
            and frame.finite
            and frame.verb != main.verb
        ):
            return True
        # an effect or weapon goes with the event, unless a "by/after" sets it before
        return bool(
            frame.entry.role == "effect"
            and frame.background
            and main.entry.sure >= 2
            and is_answer(clause, frame)
        )
    if is_answer(clause, frame) or (is_answer(clause, main) and not frame.background):
        return True
    if (
        frame.background
        and not main.background
        and frame.entry.pos == "n"
        and main.finite
        and main.entry.pos == "v"
        and main.entry.lemma not in {"shoot"}
    ):
        return main.entry.sure >= 2 and frame.entry.sure >= 2 and not frame.definite
    if frame.relative and frame.subjects and main.subjects and frame.entry.pos == "n":
        return _subject_text(clause, frame) != _subject_text(clause, main)
    if (
        main.entry.pos == "n"
        and main.definite
        and frame.entry.pos == "v"
        and frame.background
        and frame.finite
    ):
        return True  # "the killings came a week after gunmen ambushed"
    for k in range(frame.first - 1, max(main.last, frame.first - 4), -1):
        if words[k].tag == "r" and words[k - 1].low in {"when", "as"}:
            return False  # "kidnapped passengers when they bombed"
    if frame.entry.sure >= 3 and main.entry.sure >= 3 and frame.finite and main.finite:
        a, b = frame.entry.kind, main.entry.kind
        if a != b and not FAMILY[a] & FAMILY[b] and frame.verb != main.verb:
            between = words[main.last : frame.first] if main.last < frame.first else []
            return any(w.tag in ";s" or w.low in {"while", "also"} for w in between) and bool(
                frame.subjects
            )
    if (
        any(w.text == ";" for w in words[main.last : frame.first])
        and frame.finite
        and frame.verb != main.verb
    ):
        return True
    if frame.first > group.last:
        between = words[group.last : frame.first]
        if any(
            w.low in {"while", "whereas", "meanwhile", "another", "second", "also", "separately"}
            or w.tag == ";"
            for w in between
        ):
            return (
                frame.entry.role == "event"
                and frame.entry.sure >= 2
                and main.entry.sure >= 2
                and not frame.definite
                and bool(frame.subjects or frame.objects)
                and frame.verb != main.verb
            )
    return False


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


def _subject_text(clause: Clause, frame: Frame) -> str:
    k = frame.subjects[0]
    phrase = clause.phrases[k if k >= 0 else ~k]
    return clause.words[phrase.head].low


def main_frame(frames: Sequence[Frame]) -> Frame:
    """The frame that names the incident best."""
    return max(
        frames,
        key=lambda f: (
            not f.generic,
            f.entry.role == "event" and f.entry.sure >= 2,
            f.finite,
            f.entry.sure,
            f.entry.kind not in GENERAL,
            -f.first,
        ),
    )


def reach_of(clause: Clause, group: Group, groups: Sequence[Group]) -> tuple[int, int]:
    """The words that belong to a group: halfway is where the next clause begins."""
    words = clause.words
    low, high = 0, len(words)
    index = list(groups).index(group)
    if index > 0:
        low = _border(clause, groups[index - 1].last, group.first)
    if index + 1 < len(groups):
        high = _border(clause, group.last, groups[index + 1].first)
    del words
    return low, high


def _border(clause: Clause, a: int, b: int) -> int:
    """Between words `a` and `b`: the subordinator, conjunction or comma nearest to `b`."""
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
