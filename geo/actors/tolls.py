"""Counts of dead and hurt without a verb of killing: "12 dead", "left five wounded"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from geo.actors.victims import total_of
from geo.clauses import Clause
from geo.events import Number, read_number
from geo.words import Lexicon, word_set

__all__ = ["Tolls", "bare_tolls"]


@dataclass(slots=True)
class Tolls:
    dead: Number | None = None
    hurt: Number | None = None
    dead_else: Number | None = None
    """By somebody else's count."""


_DEAD: Final = word_set("dead deaths death fatalities killed bodies corpses martyrs kia killings")
_HURT: Final = word_set("wounded injured injuries hurt wia")
_CLAIMED: Final = word_set(
    "claimed claims claiming cost costs costing lost losing took takes taking taken"
)
_NUMBERED: Final = word_set("at to number numbered range ranged ranges reached totalled totaled")
"""Words between "the dead" and their number."""
_NOUGHT: Final = word_set("no nil without any zero")
_NONE_OF: Final = word_set("casualties cas deaths injuries victims fatalities")
_TELLS: Final = word_set("said say says spoke speak reported counted put gave claimed told")
_ZERO: Final = Number(0, 0)
_REACH: Final = 4
"""Words before "dead" among which its number stands."""


def bare_tolls(clause: Clause, low: int, high: int, lex: Lexicon) -> Tolls:
    """Read the counts among words `low` to `high` of a clause."""
    out = Tolls()
    words, lows = clause.words, clause.lows
    for k in range(low, min(high, len(words))):
        w = lows[k]
        if w in _DEAD:
            number = _before(clause, k, low, lex) or _after(clause, k, lex)
            if _TELLS & set(lows[max(low, k - 8) : k]):
                out.dead_else = out.dead_else or number
            else:
                out.dead = out.dead or number
        elif w == "fell" and lows[k + 1 : k + 2] in (["in"], ["during"]):
            out.dead = out.dead or _fallen(clause, k, lex)
        elif w in _HURT:
            out.hurt = out.hurt or _before(clause, k, low, lex) or _labelled(clause, k, lex)
        elif w == "lives" and _CLAIMED & set(lows[max(low, k - 6) : k]):
            out.dead = out.dead or _lives(clause, k, low, lex)
        elif w == "throats" and k and lows[k - 1] == "the" and lows[k + 1 : k + 2] == ["of"]:
            out.dead = out.dead or _of(clause, k + 2, lex)
        elif w == "with" and lows[k + 1 : k + 2] in (["them"], ["him"], ["her"]):
            if _CLAIMED & set(lows[max(low, k - 5) : k]):
                out.dead = out.dead or read_number(clause, max(low, k - 4), k, lex)
        elif w == "toll":
            out.dead = out.dead or _toll(clause, k, lex)
        elif w in _NONE_OF and _is_none(lows, k):
            if w not in {"injuries"}:
                out.dead = out.dead or _ZERO
            if w not in {"deaths", "fatalities"}:
                out.hurt = out.hurt or _ZERO
        elif w in {"nobody", "no-one"} or (w == "one" and k and lows[k - 1] == "no"):
            _nobody(clause, k, out)
    return out


def _before(clause: Clause, k: int, low: int, lex: Lexicon) -> Number | None:
    """ "12 dead", "at least nine people dead", "45+ dead", "43 farmers were found dead"."""
    words, lows = clause.words, clause.lows
    at = k
    if at >= 2 and lows[at - 1] in {"found", "shot"} and words[at - 2].tag in "xn":
        at -= 1  # "were found dead"
    while at > low and words[at - 1].tag == "x":
        at -= 1
    if at == low or not (words[at - 1].tag in "qnj" or words[at - 1].text == "+"):
        return None
    first = at
    while first > max(low, at - _REACH):
        before = words[first - 1]
        if (before.tag in ",;()" and before.text != "+") or before.tag == "v":
            break  # "one rescuer counted 80 bodies"
        first -= 1
    return read_number(clause, first, at, lex) if _counts_people(clause, at, low, lex) else None


def _counts_people(clause: Clause, k: int, low: int, lex: Lexicon) -> bool:
    """The words before "dead" hold a number that is no year, date, or age."""
    words = clause.words
    for j in range(k - 1, max(low - 1, k - 5), -1):  # "03 Mar, 47 dead": the nearest
        w = words[j]
        if w.tag in ",;.()" and w.text != "+":
            continue
        if w.tag == "q" or w.low in lex.numbers:
            between = words[j + 1 : k]
            return all(
                b.tag in "qnjsa-" or b.text in {"+", "."} or b.low in {"of", "than", "people"}
                for b in between
            )
    return False


def _after(clause: Clause, k: int, lex: Lexicon) -> Number | None:
    """ "bodies of 14 people", "the dead are four soldiers", "put the dead at 64", "killed: 4"."""
    lows = clause.lows
    following = lows[k + 1] if k + 1 < len(lows) else ""
    the = k > 0 and lows[k - 1] == "the"
    if lows[k] in {"bodies", "corpses", "deaths", "killings"} and following == "of":
        return _of(clause, k + 2, lex)
    if lows[k] == "dead" and the and following in {"are", "were", "include"}:
        index = clause.phrase_of[k + 2] if k + 2 < len(lows) else -1
        return total_of(clause, [index], lex) if index >= 0 and following != "include" else None
    if lows[k] in {"dead", "deaths"} and following in _NUMBERED:
        stop = next((j for j in range(k + 1, len(lows)) if clause.words[j].tag in ",;"), len(lows))
        return read_number(clause, k + 1, min(stop, k + 9), lex)
    return _labelled(clause, k, lex)


def _labelled(clause: Clause, k: int, lex: Lexicon) -> Number | None:
    """ "killed: 4, injured: 6"."""
    if clause.lows[k + 1 : k + 2] != [":"]:
        return None
    return read_number(clause, k + 2, min(len(clause.lows), k + 4), lex)


def _of(clause: Clause, k: int, lex: Lexicon) -> Number | None:
    index = clause.phrase_of[k] if k < len(clause.lows) else -1
    return total_of(clause, [index], lex) if index >= 0 else None


def _fallen(clause: Clause, k: int, lex: Lexicon) -> Number | None:
    """ "twelve soldiers fell in the ambush"; towns fall too."""
    index = clause.phrase_of[k - 1] if k else -1
    if index < 0 or clause.words[clause.phrases[index].head].low not in lex.people:
        return None
    return total_of(clause, [index], lex)


def _lives(clause: Clause, k: int, low: int, lex: Lexicon) -> Number | None:
    """ "claimed 60 lives", "cost the lives of twelve soldiers", "cost twelve men their lives"."""
    if clause.lows[k + 1 : k + 2] == ["of"]:
        return _of(clause, k + 2, lex)
    return read_number(clause, max(low, k - _REACH), k, lex)


def _toll(clause: Clause, k: int, lex: Lexicon) -> Number | None:
    """ "the toll rose to 31", "a toll of four dead"."""
    words = clause.words
    near = [j for j in range(k, min(len(words), k + 9)) if words[j].tag == "q"]
    if not near:
        return None
    last = near[0]
    while last + 1 in near or (last + 2 in near and words[last + 1].low in {"to", "or", "-"}):
        last += 1
    return read_number(clause, near[0] - 1, last + 1, lex)


def _is_none(lows: list[str], k: int) -> bool:
    """ "no casualties", "nil cas", "without causing casualties"."""
    return any(w in _NOUGHT for w in lows[max(0, k - 2) : k])


def _nobody(clause: Clause, k: int, out: Tolls) -> None:
    for w in clause.lows[k : k + 5]:
        if w == "killed":
            out.dead = out.dead or _ZERO
        elif w in {"hurt", "injured", "wounded"}:
            out.hurt = out.hurt or _ZERO
