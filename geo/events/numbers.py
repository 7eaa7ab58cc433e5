"""How many: numbers in words and figures, exact, at least, and ranges."""

from __future__ import annotations

from dataclasses import dataclass

from geo.clauses import Clause
from geo.words import Lexicon, word_set

__all__ = ["Number", "read_number"]


@dataclass(frozen=True, slots=True)
class Number:
    """How many: `high` is None where the text sets no upper end."""

    low: int
    high: int | None


_MONTHS = word_set(
    "january february march april may june july august september october november "
    "december jan feb mar apr jun jul aug sep sept oct nov dec"
)


def read_number(clause: Clause, first: int, last: int, lex: Lexicon) -> Number | None:
    """The number that words `first` to `last` state, if any.

    "at least five" is 5 without upper end, "dozens" 24 without upper end, "five or six"
    and "five to seven" a range, "a", "an" one; "several" two or more.
    """
    words = clause.words
    low: int | None = None
    values: list[int] = []
    at_least = at_most = more = False
    i = first
    while i < last:
        w = words[i]
        t = w.low
        if (
            t in {"least", "fewer"}
            or (t == "than" and i and words[i - 1].low == "more")
            or t in {"over", "minimum"}
        ):
            at_least = True
        elif (
            t == "most"
            or (t == "to" and i and words[i - 1].low == "up")
            or (t == "many" and i and words[i - 1].low == "as")
            or (t == "than" and i and words[i - 1].low in {"less", "fewer"})
        ):
            at_most = True
        elif t[:1] == "0" and t[1:].isdigit():
            pass  # "0630 IED strike"
        elif t[:1].isdigit():
            plain = t.replace(",", "")
            digits = plain.rstrip("stndrh")
            dated = (i + 1 < len(words) and words[i + 1].low in _MONTHS) or (
                i > 0 and words[i - 1].low in _MONTHS
            )
            if (
                digits == plain
                and digits.isdigit()
                and len(digits) < 7
                and not dated
                and not (len(digits) == 4 and 1900 <= int(digits) <= 2100 and "," not in t)
            ):
                hyphen = i + 1 < last and words[i + 1].text in "-–" and words[i + 1].start == w.end
                if hyphen and i + 2 < last and not words[i + 2].low[:1].isdigit():
                    i += 1  # "17-year-old", "3-story"
                    while i < last and (words[i].tag == "-" or words[i].start == words[i - 1].end):
                        i += 1
                    continue
                if not (
                    i
                    and words[i - 1].text == "-"
                    and words[i - 1].start > 0
                    and words[i - 1].end == w.start
                    and not values
                ):
                    values.append(int(digits))
        elif t in lex.numbers and t not in {"twin", "pair"}:
            base = lex.numbers[t]
            if t in {"hundred", "thousand", "dozen", "million"} and values:
                values[-1] *= base
            elif (
                values
                and values[-1] in range(20, 100, 10)
                and base < 10
                and i
                and words[i - 1].tag == "-"
            ):
                values[-1] += base
            else:
                values.append(base)
        elif t == "twin" or (t in {"pair", "couple"} and i + 1 < last and words[i + 1].low == "of"):
            values.append(2)
        elif t in {"dozens", "scores"}:
            values.append(24 if t == "dozens" else 40)
            at_least = True
        elif t == "hundreds":
            values.append(200)
            at_least = True
        elif t == "thousands":
            values.append(2000)
            at_least = True
        elif (
            t
            in {
                "several",
                "multiple",
                "numerous",
                "various",
                "series",
                "wave",
                "string",
                "spate",
                "handful",
                "few",
            }
            and not values
        ):
            low, more = 2, True
        i += 1
    if values:
        small, big = min(values[:3]), max(values[:3])
        if len(values) > 1 and small != big and "and" in {words[k].low for k in range(first, last)}:
            big = small = values[0]
        if at_least:
            return Number(small, None)
        if at_most:
            return Number(1, big)
        return Number(small, big)
    if low is not None and more:
        return Number(low, None)
    return None
