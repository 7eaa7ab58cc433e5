"""Which frames of a sentence belong to one incident."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer.model import Mention
from geo.clauses import Clause
from geo.dates import DateMention
from geo.drafts.groups import Group, is_answer, main_frame
from geo.drafts.lists import listed_items, one_and_other, with_listed
from geo.drafts.seams import seams_of
from geo.drafts.shares import shares
from geo.events import Frame
from geo.lexicon.kinds import FAMILY
from geo.whereabouts import Whereabouts

__all__ = ["group_frames"]


def group_frames(
    clause: Clause,
    frames: list[Frame],
    dates: Sequence[DateMention] = (),
    mentions: Sequence[Mention] = (),
    found: Sequence[Whereabouts] = (),
) -> list[Group]:
    """The frames of a sentence in groups of one incident each, in text order."""
    groups: list[Group] = []
    items = listed_items(clause, frames, dates, found) or shares(clause, frames, found)
    turns = seams_of(clause, frames, dates, mentions, found)
    listed = [item.seam for item in items]
    seams = turns + listed
    for frame in frames:
        if groups and _of_whom(groups[-1], frame):
            continue
        if groups and not (
            any(groups[-1].last <= k < frame.first for k in seams)
            or _parted(clause, groups[-1], frame)
        ):
            groups[-1].frames.append(frame)
            groups[-1].last = frame.last
        else:
            low = groups[-1].last if groups else 0
            begin = _begin(clause, range(low, frame.first), turns, listed) if groups else -1
            groups.append(Group([frame], frame.first, frame.last, begin))
    groups = [part for group in groups for part in one_and_other(clause, group)]
    return with_listed(clause, groups, items)


def _begin(clause: Clause, gap: range, turns: Sequence[int], listed: Sequence[int]) -> int:
    """Where in the gap before it a group's own words begin, or -1.

    At the last item of a list, else at the first turn ("and at Wagah, police recalled 2 May,
    when a bomber"), else at a semicolon.
    """
    items = [k for k in listed if k in gap]
    if items:
        return max(items)
    own = [k for k in turns if k in gap]
    if own:
        return min(own)
    return max((k for k in gap if clause.words[k].text == ";"), default=-1)


def _of_whom(group: Group, frame: Frame) -> bool:
    """ "Shot at protesters who were trying to enter the airport": what the victims were about."""
    done_to = {o for f in group.frames for o in f.objects}
    meant = frame.stage in {"foiled", "planned", "threatened"}
    return meant and frame.relative and not done_to.isdisjoint(frame.subjects)


def _parted(clause: Clause, group: Group, frame: Frame) -> bool:
    """Whether a frame starts another incident than the group's."""
    main = main_frame(group.frames)
    words = clause.words
    if frame.entry.lemma in {"fire", "launch"} and frame.relative and frame.voice == "passive":
        return False  # "15 of 20 rockets fired from Lebanon on Sunday"
    both = frame.entry.role == "event" and main.entry.role == "event"
    if (
        main.stage in {"planned", "threatened"}
        and frame.stage == "occurred"
        and frame.voice == "passive"
        and frame.finite
        and frame.subjects
    ):
        return True  # "rebels who were preparing an ambush were killed by a patrol"
    if frame.stage != main.stage and both and frame.verb != main.verb and not frame.generic:
        return True
    if frame.entry.kind == "weapons_use_disrupted" and any(
        words[k].low in {"second", "another", "third", "other"}
        for o in frame.objects
        if o >= 0
        for k in range(clause.phrases[o].first, clause.phrases[o].last)
    ):
        return True  # "and a second device was found and disarmed"
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
            # "came across dynamite under the line; it was made safe": the same thing
            found = main.entry.role == "weapon" and main.entry.pos == "n"
            return not (found and frame.entry.kind == "weapons_use_disrupted")
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
    if (
        frame.finite
        and frame.subjects + frame.objects
        and not FAMILY[frame.entry.kind] & FAMILY[main.entry.kind]
        and frame.entry.kind in _OF_ITS_OWN
        and any(w.text == ";" for w in words[main.last : frame.first])
    ):
        return True  # "set upon the collectors; ten were left dead, and ten have been carried off"
    for k in range(frame.first - 1, max(main.last, frame.first - 4), -1):
        if words[k].tag == "r" and words[k - 1].low in {"when", "as"}:
            return False  # "kidnapped passengers when they bombed"
    if frame.entry.sure >= 3 and main.entry.sure >= 3 and frame.finite and main.finite:
        a, b = frame.entry.kind, main.entry.kind
        if a != b and not FAMILY[a] & FAMILY[b] and frame.verb != main.verb:
            between = words[main.last : frame.first] if main.last < frame.first else []
            if any(w.text == ";" for w in between):
                return True  # "blew up a shrine; beheaded two men"
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
            w.low
            in {"while", "whereas", "meanwhile", "then", "another", "second", "also", "separately"}
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


_OF_ITS_OWN = frozenset({"abduction", "sexual_violence", "hijacking"})


def _subject_text(clause: Clause, frame: Frame) -> str:
    k = frame.subjects[0]
    phrase = clause.phrases[k if k >= 0 else ~k]
    return clause.words[phrase.head].low
