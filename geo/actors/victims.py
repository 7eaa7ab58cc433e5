"""How many people some phrases name: "two policemen and a passer-by", "a family of six"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from geo.clauses import Clause
from geo.events import Number, is_time, read_number
from geo.words import Lexicon, word_set

__all__ = ["total_of", "whole_of"]

_PART: Final = word_set("them whom these those")
_NOBODY: Final = word_set("nobody none no-one")
_GROUPS: Final = word_set("family group crew team household convoy")
_MANY_ENDINGS: Final = (
    "s", "men", "people", "children", "police", "women", "personnel", "troops", "crew",
)  # fmt: skip
_HIM: Final = word_set("him her")
_LEADS: Final = word_set("least to than about most some over nearly around only")
"""Words that stand between a count and what governs it: "at least", "up to"."""


def whole_of(clause: Clause, v: int) -> int:
    """The victims of whom a phrase names a part: "20 civilians, among them two children"."""
    if v < 0:
        return v
    words, phrase = clause.words, clause.phrases[v]
    lows = clause.lows
    at, after = phrase.first - 1, phrase.last
    if at >= 1 and lows[at] in _PART and lows[at - 1] == "among":
        at -= 1
    elif at >= 2 and lows[at] in _PART and lows[at - 1] == "of":
        at -= 2  # "nine people, most of them women"
    elif after + 1 < len(words) and lows[after] in {"among", "of"} and lows[after + 1] in _PART:
        at += 1  # "70 people, three infants among them"
    elif lows[phrase.head] in _PART and at >= 1 and lows[at] in {"among", "of"}:
        inner = clause.phrase_of[at - 1]
        if inner < 0:
            return v
        at = clause.phrases[inner].first
    elif at < 0 or lows[at] not in {"including", "among"}:
        return v
    at -= 1
    while at >= 0 and words[at].text in {",", "(", "-", "–", "—"}:
        at -= 1
    whole = clause.phrase_of[at] if at >= 0 else -1
    return whole if whole >= 0 else v


def total_of(
    clause: Clause, victims: Sequence[int], lex: Lexicon, *, near: int = -1
) -> Number | None:
    """How many people the phrases name together; None where none of them is counted.

    `near` is the word of the verb: names joined to a phrase before it are counted too.
    """
    low, high, known, is_open = 0, 0, False, False
    given = [v for v in victims if v >= 0]
    if len(given) == _EITHER and (either := _either(clause, given[0], given[1], lex)) is not None:
        return either
    joined = list(dict.fromkeys(x for v in given for x in _with_joined(clause, v, near, lex)))
    for v in joined:
        number = _count_of(clause, v, lex, alone=len(joined) == 1)
        if number is None:
            continue
        if number == Number(0, 0):
            return number
        known = True
        low += number.low
        is_open = is_open or number.high is None
        high += number.high or 0
    return Number(low, None if is_open else high) if known else None


_EITHER = 2


def _either(clause: Clause, a: int, b: int, lex: Lexicon) -> Number | None:
    """ "Killed fifteen, or eleven as first reported": between the two, not both together."""
    if "or" not in clause.lows[clause.phrases[a].last : clause.phrases[b].first]:
        return None
    one, other = (_count_of(clause, v, lex, alone=False) for v in (a, b))
    if one is None or other is None:
        return None
    is_open = one.high is None or other.high is None
    high = None if is_open else max(one.high or 0, other.high or 0)
    return Number(min(one.low, other.low), high)


def _with_joined(clause: Clause, v: int, near: int, lex: Lexicon) -> list[int]:
    """The phrase and those joined to it: "a colonel of the Guards and two bodyguards"."""
    out = [v]
    words = clause.words
    for index in range(v + 1, min(len(clause.phrases), v + 8)):
        phrase, before = clause.phrases[index], clause.phrases[index - 1]
        gap = words[before.last : phrase.first]
        if near > phrase.first > 0 and not (phrase.last <= near):
            break
        if 0 <= clause.phrases[v].first < near <= phrase.first:
            break  # before the verb only
        if phrase.preposition >= before.last:
            if words[phrase.preposition].low != "of" or len(gap) > 1:
                break
            continue  # "of the Guards"
        joints = [w for w in gap if w.tag in ",c"]
        if len(gap) != len(joints) or not joints or any(w.low in {"or", "but"} for w in joints):
            break
        head = words[phrase.head]
        if (
            not (head.low in lex.people or head.low == "passer")
            or _count_of(clause, index, lex, alone=False) is None
        ):
            break
        follows = clause.lows[phrase.last : phrase.last + 2]
        if follows[:1] in (["among"], ["of"]) and follows[1:] and follows[1] in _PART:
            break  # "three of them"
        if phrase.last < len(words) and words[phrase.last].tag in "vx" and near < 0:
            break  # the subject of another verb
        out.append(index)
    between = clause.lows[clause.phrases[v].last : clause.phrases[out[-1]].first]
    return out if "and" in between else [v]


def _count_of(clause: Clause, v: int, lex: Lexicon, *, alone: bool) -> Number | None:
    """How many people one phrase names."""
    words, phrase = clause.words, clause.phrases[v]
    head = words[phrase.head]
    if head.low in _NOBODY:
        return Number(0, 0)
    counted = words[phrase.first].tag == "q"
    if _is_age(clause, v):
        return None
    if is_time(clause, phrase) or (not _is_person(head.low, lex) and not counted and not alone):
        return None
    of_people = phrase.last < len(words) and words[phrase.last].low == "of"
    if of_people and _GROUPS & set(clause.lows[phrase.first : phrase.last + 1]):
        return read_number(clause, phrase.last + 1, min(len(words), phrase.last + 4), lex)
    if phrase.last + 1 < len(words) and words[phrase.last].low in _GROUPS:
        return read_number(clause, phrase.last + 2, min(len(words), phrase.last + 5), lex)
    if head.tag == "r":
        return Number(1, 1) if head.low in _HIM else _of_them(clause, v, lex)
    number = read_number(clause, _begin(clause, v), phrase.last, lex)
    if number is None and phrase.preposition >= 0 and words[phrase.preposition].low in _LEADS:
        number = read_number(clause, phrase.preposition, phrase.last, lex)
    if number is None and _is_single(clause, v, lex):
        return Number(1, 1)
    return number


def _of_them(clause: Clause, v: int, lex: Lexicon) -> Number | None:
    """ "between 79 and 119 of them died"."""
    first, lows = clause.phrases[v].first, clause.lows
    counted = clause.phrase_of[first - 2] if first >= 2 and lows[first - 1] == "of" else -1
    if counted < 0 or clause.words[clause.phrases[counted].first].tag != "q":
        return None
    return read_number(clause, _begin(clause, counted), first - 1, lex)


_LEADING: Final = word_set("at least more fewer less than no up to as many over some about most")


def _is_person(head: str, lex: Lexicon) -> bool:
    return head in lex.people or head == "passer"  # "passer-by" is three words


def _begin(clause: Clause, v: int) -> int:
    """Where the count of a phrase begins: "between 40 and | 200 people", "as many as | 30"."""
    first, lows = clause.phrases[v].first, clause.lows
    if first >= 3 and lows[first - 1] == "and" and lows[first - 3] == "between":
        return first - 3
    begin = first
    while begin and first - begin < 3 and lows[begin - 1] in _LEADING:
        begin -= 1
    return begin


def _is_age(clause: Clause, v: int) -> bool:
    """ "two brothers aged 9 and 12": the second is no count."""
    first = clause.phrases[v].first
    return bool({"aged", "age", "ages"} & set(clause.lows[max(0, first - 3) : first]))


def _is_single(clause: Clause, v: int, lex: Lexicon) -> bool:
    """ "a soldier", "the mayor", "Cirilo Robles": one person."""
    words, phrase = clause.words, clause.phrases[v]
    head, opening = words[phrase.head], words[phrase.first]
    if opening.low in {"a", "an"}:
        return True
    name = head.text[:1].isupper() and not opening.text.isupper()
    if name and not head.low.endswith("s"):
        return True
    if head.low not in lex.people or head.low.endswith(_MANY_ENDINGS):
        return False
    apposed = phrase.first > 0 and words[phrase.first - 1].tag == ","
    return opening.low in {"the", "his", "her"} or apposed
