"""Where one main clause ends and another tells of another incident."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from gazetteer.model import FeatureClass, Mention
from geo.clauses import Clause
from geo.dates import DateMention
from geo.drafts.backdrops import turns_to_background
from geo.events import Frame
from geo.lexicon.kinds import FAMILY
from geo.model import DatePhrase
from geo.whereabouts import Whereabouts

__all__ = ["WIDE", "apart_in_time", "seams_of"]


WIDE = frozenset(
    {
        FeatureClass.COUNTRY,
        FeatureClass.ADMIN1,
        FeatureClass.REGION,
        FeatureClass.CONTINENT,
        FeatureClass.SEA,
        FeatureClass.RIVER,
    }
)
"""Places too wide to tell two incidents apart."""


def seams_of(
    clause: Clause,
    frames: Sequence[Frame],
    dates: Sequence[DateMention],
    mentions: Sequence[Mention],
    found: Sequence[Whereabouts] = (),
) -> list[int]:
    """Where one main clause ends and another begins that tells of another incident.

    "On Tuesday a bomber killed nine in the capital, and on 24 August two airliners were
    blown up": each has a verb and a day of its own, or a subject and a town of its own.
    """
    if len(frames) < 2:
        return []
    telling = [f for f in frames if _tells(f)]
    words = clause.words
    own = [m for m in dates if m.kind in {"date", "relative"} and not m.attributive]
    towns = [m for m in mentions if m.place is not None and m.place.feature_class not in WIDE]
    out = turns_to_background(clause, frames, own, found)
    for a, b in itertools.pairwise(telling):
        if a.verb == b.verb:
            continue
        turn = [k for k in range(a.last, b.first) if words[k].low == "whereupon"]
        if turn:
            out.append(turn[0])
            continue
        joint = next(
            (
                k
                for k in range(b.first - 1, a.last - 1, -1)
                if (words[k].tag == "c" and words[k].low in {"and", "but"})
                or words[k].tag == ";"
                or (words[k].low in {"where", "while"} and k and words[k - 1].tag == ",")
            ),
            -1,
        )
        parallel = [
            k
            for k in range(a.last + 1, b.first)
            if words[k].low == "that" and (words[k - 1].tag in ",c")
        ]
        if parallel and b.subjects and not set(a.subjects) & set(b.subjects):
            out.append(parallel[-1] - 1)  # "found that police shot two, and that a mob burned"
            continue
        if joint >= 0 and words[joint].low == "where" and a.entry.lemma in _WIDE and not a.definite:
            continue  # "a second incident was reported in Bukavu, where gunmen kidnapped"
        if joint < 0 or any(w.tag == "s" and w.low != "that" for w in words[joint + 1 : b.first]):
            continue
        begin = max((k for k in out if k <= a.first), default=0)
        left, here, right = words[begin].start, words[joint].start, words[-1].end
        days = [m.phrase for m in own if left <= m.start < here][-1:]
        later = [m.phrase for m in own if here <= m.start < right][:1]
        if days and later and apart_in_time(days[0], later[0]):
            out.append(joint)
            continue
        if not b.subjects and b.voice != "passive":
            continue
        fronted = [
            k
            for k in range(a.last, b.first)
            if (words[k].low in _JOINTS or words[k].tag == ";")
            and _opens_elsewhere(clause, k, found, towns)
        ]
        if fronted or (later and _other_deed(a, b)):
            out.append(fronted[-1] if fronted else joint)
            continue
        if b.entry.lemma in _HURT and _hurt_elsewhere(clause, a, b, joint, found):
            out.append(joint)
            continue
        if b.entry.lemma in _HURT or (b.entry.role == "effect" and a.entry.role != "effect"):
            continue
        shared = set(a.subjects) & set(b.subjects)
        if shared and (b.entry.role != "event" or set(a.objects) & set(b.objects)):
            continue
        there = {m.place.place_id for m in towns if left <= m.start < here and m.place}
        elsewhere = {m.place.place_id for m in towns if here <= m.start < right and m.place}
        if there & elsewhere:
            continue
        said = [w for w in found if w.rank >= 4.7 and not w.parts]
        head = next((k for k in range(min(7, len(words))) if words[k].text == ":"), -1)
        before = {words[w.last - 1].low for w in said if max(begin, head) <= w.first < joint}
        after = {words[w.last - 1].low for w in said if w.first > joint}
        if shared and not (before and after):
            continue
        if _named_apart(clause, a, b):
            out.append(joint)
            continue
        if (there and elsewhere) or (before and after and not before & after):
            out.append(joint)
    return out


_WIDE = frozenset({"incident", "attack", "violence", "incidents", "attacks"})


def _tells(frame: Frame) -> bool:
    """Whether a frame has a verb of its own that tells what happened."""
    said = frame.entry.role != "weapon" or frame.entry.pos == "v"
    return frame.finite and not frame.generic and said


def _opens_elsewhere(
    clause: Clause, joint: int, found: Sequence[Whereabouts], towns: Sequence[Mention]
) -> bool:
    """ "..., and in Callao an officer was shot": a place before the doer, after the joint."""
    words = clause.words
    k = joint + 1
    while k < len(words) and words[k].tag in ",a":
        k += 1
    if k + 2 >= len(words) or words[k].low not in {"in", "at", "near", "outside"}:
        return False
    index = clause.phrase_of[k + 1]
    if index < 0:
        return False
    there = words[clause.phrases[index].first].start
    until = words[clause.phrases[index].last - 1].end
    before = {words[w.last - 1].low for w in found if w.last <= joint and w.rank >= _SMALL}
    here = [w for w in found if clause.phrases[index].first <= w.first < clause.phrases[index].last]
    if before and any(w.rank >= _SMALL and words[w.last - 1].low not in before for w in here):
        return True
    named = [m for m in towns if there <= m.start < until]
    told = {m.place.place_id for m in towns if m.start < words[joint].start and m.place}
    return any(m.place is not None and m.place.place_id not in told for m in named)


_JOINTS = frozenset({"and", "while", "whereas", "but"})
_SMALL = 4.7
"""Rank from which a place is smaller than a province."""


def _other_deed(a: Frame, b: Frame) -> bool:
    """ "Aircraft bombed the town and troops retook it two days later": two deeds of two doers."""
    apart = not FAMILY[a.entry.kind] & FAMILY[b.entry.kind] and a.entry.kind != b.entry.kind
    both = a.entry.role == b.entry.role == "event"
    return apart and both and bool(b.subjects) and not set(a.subjects) & set(b.subjects)


def _named_apart(clause: Clause, a: Frame, b: Frame) -> bool:
    """ "MT SOLENT was shelled, and NAMURA was hit by a rocket": each to a thing by name."""
    return a.voice == b.voice == "passive" and all(
        any(_is_name(clause, o) for o in f.objects if o >= 0) for f in (a, b)
    )


def _is_name(clause: Clause, index: int) -> bool:
    words, phrase = clause.words, clause.phrases[index]
    if index and words[phrase.first].low in {"a", "an"} and words[phrase.first - 1].tag == ",":
        return _is_name(clause, index - 1)  # "MILLENNIAL SPIRIT, a chemical tanker"
    shouted = all(w.text.isupper() for w in words if len(w.text) > 3 and w.text.isalpha())
    return not shouted and words[phrase.head].text.isupper() and len(words[phrase.head].text) > 2


def _hurt_elsewhere(
    clause: Clause, a: Frame, b: Frame, joint: int, found: Sequence[Whereabouts]
) -> bool:
    """ "Killed three men in A and wounded two in B"."""
    small = [w for w in found if w.rank >= _SMALL and w.preposition]
    mine = {clause.lows[w.last - 1] for w in small if a.last <= w.first < joint}
    yours = {clause.lows[w.last - 1] for w in small if b.last <= w.first < b.last + 6}
    return bool(mine and yours) and not mine & yours


_HURT = frozenset({"wound", "injure", "hurt"})  # the rest of one toll


def apart_in_time(a: DatePhrase, b: DatePhrase) -> bool:
    if a.start is None or b.start is None or a.end is None or b.end is None:
        return False
    return not (a.start <= b.end and b.start <= a.end)
