"""How many: numbers in words and figures, exact, at least, and ranges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from geo.clauses import Clause, Phrase, Word
from geo.words import Lexicon, word_set

__all__ = ["Number", "is_age", "read_number"]


@dataclass(frozen=True, slots=True)
class Number:
    """How many: `high` is None where the text sets no upper end."""

    low: int
    high: int | None


_MONTHS = word_set(
    "january february march april may june july august september october november "
    "december jan feb mar apr jun jul aug sep sept oct nov dec"
)

_LARGE: Final = word_set("hundred thousand dozen million")
_MANY: Final = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000}
"""Plural words to the least that they say: two of them, of scores forty."""
_SOME: Final = word_set(
    "several multiple numerous various series serial wave string spate handful few couple"
)
_OWNERS: Final = word_set("the those these its their his her")
_TWOFOLD: Final = {"twin": 2, "double": 2, "triple": 3}
_MOST_VALUES: Final = 3
"""Numbers of one expression that are looked at."""


_UNITS = word_set("h hr hrs km kms kg nm mm lt gmt")
"""What makes a number a measure: "24 h of fighting"."""


def read_number(clause: Clause, first: int, last: int, lex: Lexicon) -> Number | None:
    """The number that words `first` to `last` state, if any.

    "at least five" is 5 without upper end, "dozens" 24 without upper end, "five or six",
    "five to seven" and "between five and seven" a range; "several" two or more; "300 of
    the 1,100" is 300.
    """
    words = clause.words
    values: list[int] = []
    at_least = at_most = some = False
    i = first
    while i < last:
        w = words[i]
        t = w.low
        if t in {"aged", "age"} or (values and _is_part(words, i, last)):
            break
        if _says_at_least(words, i) or (t == "+" and values):
            at_least = True
        elif _says_at_most(words, i):
            at_most = True
        elif t[:1].isdigit() and i + 1 < len(words) and words[i + 1].low in _UNITS:
            pass
        elif t[:1].isdigit():
            value, i = _figure(words, i, last, known=bool(values))
            if value is not None:
                values.append(value)
        elif t in _MANY:
            values.append(_MANY[t])
            at_least = True
        elif t in _TWOFOLD or (t in {"pair", "couple"} and words[min(i + 1, last)].low == "of"):
            values.append(_TWOFOLD.get(t, 2))
        elif some and t in _LARGE and not values:
            values.append(2 * lex.numbers[t])  # "several hundred"
            at_least = True
        elif t in lex.numbers and t not in {"twin", "pair"}:
            measure = _measured(words, i, lex)
            half = i > 1 and words[i - 1].low == "a" and words[i - 2].low == "half"
            if measure == i:
                _add_word(values, lex.numbers[t] // (2 if half else 1), words, i)
            elif values and words[i - 1].tag == "-":
                values.pop()  # "twenty-five-year-old"
            i = measure
        elif t in _SOME and not values:
            some = True
        i += 1
    if not values:
        return Number(2, None) if some else None
    small, big = min(values[:_MOST_VALUES]), max(values[:_MOST_VALUES])
    lows = {words[k].low for k in range(max(0, first - 1), last)}
    if small != big and "and" in lows and not lows & {"between", "from"}:
        big = small = values[0]
    if at_least and at_most and small != big:
        return Number(small, big)  # "at least 10 and perhaps as many as 30"
    if at_least:
        return Number(small, None)
    return Number(1, big) if at_most else Number(small, big)


def _measured(words: Sequence[Word], i: int, lex: Lexicon) -> int:
    """The last word of a measure that a number opens, or the number: "six-year-old", "four-man"."""
    k = i
    while k + 2 < len(words) and words[k + 1].tag == "-" and words[k + 1].start == words[k].end:
        if words[k + 2].low in lex.numbers or words[k + 2].low[:1].isdigit():
            return i  # "twenty-five", "five-six"
        k += 2
    return k


def _is_part(words: Sequence[Word], i: int, last: int) -> bool:
    """ "of the 1,100" after "300": the whole that it is a part of."""
    return words[i].low == "of" and i + 1 < last and words[i + 1].low in _OWNERS


def _says_at_least(words: Sequence[Word], i: int) -> bool:
    t, before = words[i].low, words[i - 1].low if i else ""
    if t in {"fewer", "less"}:
        return before == "no"
    no_more = i > 1 and words[i - 2].low in {"no", "not"}
    return t in {"least", "over", "minimum", "min"} or (
        t == "than" and before == "more" and not no_more
    )


def _says_at_most(words: Sequence[Word], i: int) -> bool:
    t, before = words[i].low, words[i - 1].low if i else ""
    return (
        t == "most"
        or (t == "to" and before == "up")
        or (t == "many" and before == "as")
        or (t == "than" and before in {"less", "fewer"} and words[i - 2].low != "no")
        or (t == "than" and before == "more" and words[i - 2].low in {"no", "not"})
    )


def _figure(words: Sequence[Word], i: int, last: int, *, known: bool) -> tuple[int | None, int]:
    """A number in figures that is no day, year, hour or age, and the last index read."""
    w, t = words[i], words[i].low
    plain = t.replace(",", "")
    digits = plain.rstrip("stndrh")
    if t[0] == "0" and t[1:].isdigit():
        return None, i  # "0630 IED strike"
    after = words[i + 1].low if i + 1 < len(words) else ""
    month = after in _MONTHS or (
        i > 0 and words[i - 1].low in _MONTHS and not (i > 1 and words[i - 2].low[:1].isdigit())
    )  # in "on 28 November 43 farmers" the day has been said
    year = len(digits) == 4 and digits.isdigit() and 1900 <= int(digits) <= 2100 and "," not in t
    if digits != plain or not digits.isdigit() or len(digits) > 6 or month or year:
        return None, i
    hyphen = i + 1 < last and words[i + 1].text in "-–" and words[i + 1].start == w.end
    if hyphen and i + 2 < last and not words[i + 2].low[:1].isdigit():
        i += 1  # "17-year-old", "3-story"
        while i + 1 < last and (words[i + 1].tag == "-" or words[i + 1].start == words[i].end):
            i += 1
        return None, i
    joined = i > 0 and words[i - 1].text == "-" and words[i - 1].end == w.start
    if joined and words[i - 1].start > 0 and not known:
        return None, i
    return int(digits), i


def _add_word(values: list[int], base: int, words: Sequence[Word], i: int) -> None:
    """A number in words, joined to the one before where both are one: "two hundred and five"."""
    if words[i].low in _LARGE and values:
        values[-1] *= base
    elif values and _adds(values[-1], base, words, i):
        values[-1] += base
    else:
        values.append(base)


def _adds(value: int, base: int, words: Sequence[Word], i: int) -> bool:
    """ "twenty-five", "two hundred and five"."""
    if words[i - 1].tag == "-":
        return base < 10 and value in range(20, 100, 10)
    return base < 100 and words[i - 1].low == "and" and words[i - 2].low in _LARGE


def is_age(clause: Clause, p: Phrase) -> bool:
    """Whether a phrase is the age of whoever is named just before it, between commas."""
    words = clause.words
    if p.last - p.first != 1 or not words[p.first].low.isdigit() or p.first < 2:
        return False
    if words[p.first - 1].tag != "," or p.last >= len(words) or words[p.last].tag not in ",.":
        return False
    before = words[p.first - 2]
    named = before.text[:1].isupper() and before.tag == "n" and before.low not in _MONTHS
    return named and 0 < int(words[p.first].low[:4]) < 110
