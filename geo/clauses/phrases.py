"""Noun phrases: runs between verbs and prepositions, each with the preposition before it."""

from __future__ import annotations

import re
from collections.abc import Set

from geo.clauses.model import Phrase, Word
from geo.words import word_set

__all__ = ["DAYS", "MONTHS", "noun_phrases"]


MONTHS = word_set(
    "january february march april may june july august september october november december"
)


DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")


_HOURS = word_set("dawn daybreak morning noon midday afternoon dusk evening nightfall midnight")


def _opens_name(words: list[Word], i: int) -> bool:
    """Whether a name begins at word `i` in a text that has small letters."""
    return words[i].text[:1].isupper() and words[i - 1].text.islower()


_SPANS = word_set("minutes hours days nights weeks months years minute hour day week month year")
_FIGHTS = word_set("clashes fighting battles firefight gunfight shootout")
_TIMES = word_set("night morning evening afternoon yesterday today") | DAYS


_INSIDE = frozenset("nqdj-")


_YEAR = re.compile(r"[12]\d{3}|\d\d")


def noun_phrases(
    words: list[Word], seams: Set[int] = frozenset()
) -> tuple[list[Phrase], list[int]]:
    """The phrases in text order, and for each word which one it is in, or -1.

    `seams` are offsets of words at which a new phrase begins whatever its tag.
    """
    phrases: list[Phrase] = []
    of = [-1] * len(words)
    i, n = 0, len(words)
    preposition = -1
    while i < n:
        tag = words[i].tag
        if tag == "p":
            preposition = i
            i += 1
            continue
        if tag in "nqdjr":
            first = i
            i += 1
            if tag == "r":
                last = i
            else:
                while i < n and words[i].start not in seams:
                    t = words[i].tag
                    if (
                        (t in "nj" or (t == "q" and not _YEAR.fullmatch(words[i].text)))
                        and words[i - 1].low in MONTHS
                        and (words[first].tag == "q" or i - 1 == first)
                        and preposition >= 0
                    ):
                        break  # "on 8 June fighters stormed"
                    if (
                        t in "nj"
                        and i - 2 >= first
                        and words[i - 1].tag == "q"
                        and words[i - 2].low in MONTHS
                        and preposition >= 0
                    ):
                        break  # "on June 8 fighters stormed"
                    if (
                        t == "q"
                        and i - 2 >= first
                        and words[i].low[:1].isalpha()
                        and words[i - 1].low.isdigit()
                        and words[i - 2].low in MONTHS
                        and preposition >= 0
                    ):
                        break  # "on 1 June 1993 two shells exploded"
                    if (
                        t in "nj"
                        and i - 1 == first
                        and preposition >= 0
                        and (
                            words[first].low in DAYS
                            or (words[first].low in _HOURS and _opens_name(words, i))
                        )
                    ):
                        break  # "on Monday fighters stormed", "towards evening Uzbek troops"
                    if words[i - 1].low in _FIGHTS and words[i].text.isupper() and t == "n":
                        break  # "clashes ELN vs 33rd Front"
                    if (
                        t == "n"
                        and i - 2 == first
                        and preposition >= 0
                        and words[first].low == "the"
                        and words[i - 1].low in _HOURS
                        and words[i].low.endswith("s")
                        and i + 1 < n
                        and words[i + 1].tag == "v"
                    ):
                        break  # "in the afternoon marchers set"
                    if (
                        words[i].low in _TIMES
                        and words[i - 1].tag == "n"
                        and words[i - 1].low not in DAYS
                        and (i + 1 == n or words[i + 1].tag in "q,.;")
                    ):
                        break  # "Airstrike night 7/8 August destroyed"
                    if (
                        t == "q"
                        and words[i - 1].tag == "n"
                        and i + 1 < n
                        and words[i + 1].low in MONTHS
                        and words[i - 1].low not in MONTHS
                    ):
                        break  # "fell to TB 6 Aug"
                    if (
                        t == "q"
                        and words[i - 1].tag == "n"
                        and i + 1 < n
                        and words[i + 1].tag == "n"
                        and words[i].low[:1].isdigit()
                        and not words[i - 1].text.isupper()
                    ):
                        break  # "an incident 66 nautical miles"
                    if (
                        t == "q"
                        and words[i - 1].tag == "n"
                        and i + 1 < n
                        and words[i + 1].low in _SPANS
                    ):
                        break  # "retook Palmyra two days later"
                    if t == "d" and words[i - 1].tag in "njq" and not words[i - 1].possessive:
                        break
                    if (
                        t in _INSIDE
                        or (
                            t == "a"
                            and i + 1 < n
                            and words[i + 1].tag in "nj"
                            and words[i - 1].tag in "dqa"
                        )
                        or (t == "g" and words[i - 1].tag in "djq")
                    ):
                        i += 1
                    elif t == "p" and words[i].low in {"of"} and words[i - 1].tag == "q":
                        i += 1  # "dozens of people"
                    elif (
                        (
                            t == "s"
                            and words[i].low == "than"
                            and words[i - 1].low in {"more", "less", "fewer"}
                        )
                        or (
                            t == "p"
                            and words[i].low
                            in {"about", "around", "over", "under", "up", "to", "at", "near"}
                            and i + 1 < n
                            and words[i + 1].tag == "q"
                            and words[i - 1].tag in "d"
                        )
                        or (
                            words[i].low == "to"
                            and words[i - 1].text.isdigit()
                            and i + 1 < n
                            and words[i + 1].text.isdigit()
                        )  # "80 to 100 soldiers"
                        or (
                            t == ","
                            and words[i - 1].tag in "j"
                            and i + 1 < n
                            and words[i + 1].tag in "jn"
                        )
                    ):
                        i += 1
                    else:
                        break
                last = i
            while last > first + 1 and words[last - 1].tag == "-":
                last -= 1
            head = last - 1
            while head > first and words[head].tag not in "nr":
                head -= 1
            if words[head].tag not in "nr":
                head = last - 1
            index = len(phrases)
            phrases.append(Phrase(first, last, head, preposition))
            for k in range(first, last):
                of[k] = index
            preposition = -1
            continue
        if tag not in 'at("-':
            preposition = -1
        i += 1
    return phrases, of
