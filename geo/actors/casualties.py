"""Dead and hurt that a clause states: by verbs, by nouns, and by bare counts.

A count belongs to the construction that it stands in: "killed 12 people", "the killing of
12 people", "12 dead", "left 12 dead", "claimed 12 lives". A part ("three of them
children") is never taken for the whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from geo.actors.tolls import bare_tolls
from geo.actors.victims import total_of, whole_of
from geo.clauses import Clause
from geo.events import Frame, Number, is_time, read_number
from geo.words import Lexicon, split_words, word_set

__all__ = ["Casualties", "casualties"]


@dataclass(slots=True)
class Casualties:
    """Dead and hurt that a clause states; None where it states nothing."""

    dead: Number | None = None
    hurt: Number | None = None
    civilians_dead: Number | None = None
    dead_else: Number | None = None
    """The dead by somebody else's count."""
    victims: list[int] = field(default_factory=list)
    """Phrases that name the victims."""


_KILL: Final = frozenset(
    split_words(
        "kill, murder, assassinate, massacre, execute, behead, slay, gun down, mow down, "
        "shoot dead, slaughter, shoot to death, lose their lives, lose his life, lose her life, "
        "stab to death, beat to death, lynch, hack to death, die, perish, burn alive, martyr, "
        "stone to death, club to death, fall in battle, fall in combat, fall in action, "
        "fall in fighting, fall in the fighting, fall in clashes, strangle, decapitate, butcher"
    )
)

_HURT: Final = word_set("wound injure hurt maim")

_MAY_KILL: Final = word_set("shoot burn hack stab beat slash bludgeon hang drown torture")
"""Verbs that say a killing beside another of their kind, or with "to death"."""

_KILLING: Final = word_set(
    "killing killings murder murders massacre massacres slaughter execution executions death "
    "deaths assassination assassinations lynching beheading beheadings"
)


def casualties(
    clause: Clause, frames: Sequence[Frame], lex: Lexicon, low: int = 0, high: int | None = None
) -> Casualties:
    """Dead and hurt by the frames of an incident and the bare counts among its words.

    Parameters
    ----------
    low, high
        The words that belong to the incident; by default the whole clause.
    """
    out = Casualties()
    for frame in frames:
        if frame.negated or frame.stage not in {"occurred", "intercepted"}:
            continue
        if frame.entry.pos == "n":
            if frame.entry.lemma in _KILLING and not (frame.generic and not frame.objects):
                _add_dead(out, _of_killing(clause, frame, lex), frame, clause)
            continue
        if frame.generic:
            continue
        dead = frame.entry.lemma in _KILL or _kills_beside(clause, frame, frames)
        if not dead and frame.entry.lemma not in _HURT:
            continue
        victims = _victims(clause, frame)
        total = total_of(clause, victims, lex, near=frame.first)
        if total is None and frame.voice == "passive" and frame.first:
            total = _number_before(clause, frame.first, lex)
        named = [v for v in victims if v >= 0]
        out.victims += named
        if dead:
            _add_dead(out, total, frame, clause)
            if out.civilians_dead is None:
                civil = [
                    v for v in named if clause.words[clause.phrases[v].head].low in lex.civilians
                ]
                out.civilians_dead = total_of(clause, civil, lex) if civil else None
        else:
            out.hurt = out.hurt or total
    told = bare_tolls(clause, low, len(clause.words) if high is None else high, lex)
    out.dead = out.dead or told.dead or told.dead_else
    out.hurt = out.hurt or told.hurt
    out.dead_else = told.dead_else if told.dead_else != out.dead else None
    return out


def _add_dead(out: Casualties, total: Number | None, frame: Frame, clause: Clause) -> None:
    """The dead of a further verb are added where it tells of others, kept apart otherwise."""
    if total is None:
        return
    if out.dead is None:
        out.dead = total
    elif total.low and frame.entry.pos == "v" and _tells_of_others(clause, frame):
        is_open = out.dead.high is None or total.high is None
        high = None if is_open else (out.dead.high or 0) + (total.high or 0)
        out.dead = Number(out.dead.low + total.low, high)


def _tells_of_others(clause: Clause, frame: Frame) -> bool:
    """ "killed two officers and shot dead five soldiers": a list of verbs, each with its own."""
    index = next((o for o in frame.objects if o >= 0), -1)
    if index < 0 or frame.voice != "active":
        return False
    lows = clause.lows[max(0, frame.first - 2) : frame.first]
    return "and" in lows and "including" not in clause.lows[: frame.first]


def _kills_beside(clause: Clause, frame: Frame, frames: Sequence[Frame]) -> bool:
    """ "shot or burned 132 villagers", "shot, burned or beaten to death"."""
    if frame.entry.lemma not in _MAY_KILL:
        return False
    if clause.lows[frame.last : frame.last + 2] == ["to", "death"]:
        return True
    last = max((clause.phrases[o].last for o in frame.objects if o >= 0), default=-1)
    if frame.entry.lemma == "shoot" and "dead" in clause.lows[max(0, last - 1) : last + 1]:
        return True  # "shot a young man dead"
    for other in frames:
        if other is frame or other.entry.pos != "v":
            continue
        if other.entry.lemma not in _MAY_KILL and other.entry.lemma not in _KILL:
            continue
        a, b = (frame, other) if frame.first < other.first else (other, frame)
        gap = clause.words[a.last : b.first]
        if len(gap) <= 2 and gap and all(w.tag in ",c" for w in gap):
            return True
    return False


def _victims(clause: Clause, frame: Frame) -> list[int]:
    """The phrases that name whom the verb was done to, whole where a part is named."""
    victims = frame.objects if frame.voice in {"active", "passive"} else frame.subjects
    if frame.voice == "active" and not victims and frame.last < len(clause.words):
        index = clause.phrase_of[frame.last]
        if index >= 0 and not is_time(clause, clause.phrases[index]):
            victims = [index]
    return list(dict.fromkeys(whole_of(clause, v) for v in victims))


def _of_killing(clause: Clause, frame: Frame, lex: Lexicon) -> Number | None:
    """ "the killing of fifteen people", "the massacre by soldiers of some sixty villagers"."""
    for index in range(max(0, clause.phrase_of[frame.first]), len(clause.phrases)):
        phrase = clause.phrases[index]
        if phrase.first <= frame.first:
            continue
        if phrase.first - frame.last > 12:
            return None
        if phrase.preposition < frame.last - 1 and not is_time(clause, phrase):
            return None
        governed = clause.words[phrase.preposition].low
        if is_time(clause, phrase):
            continue  # "the killing, the day before, of"
        if governed == "of":
            return total_of(clause, [index], lex)
        if governed not in {"by", "in", "at", "on"}:
            return None
    return None


def _number_before(clause: Clause, k: int, lex: Lexicon) -> Number | None:
    """ "at least 28 were killed": a number without its noun."""
    words = clause.words
    at = k - 1
    while at >= 0 and words[at].tag in "xa":
        at -= 1
    if at < 0 or words[at].tag != "q":
        return None
    return read_number(clause, max(0, at - 3), at + 1, lex)
