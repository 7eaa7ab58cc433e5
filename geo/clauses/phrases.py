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


_THEN = frozenset({"then", "now"})
"""What a preposition governs alone: "by then | American jets"."""
_UNTIL = frozenset({"before", "at", "around", "by", "towards", "since", "until", "till"})
_AT_THE_HOUR = word_set("prayer prayers mass service raid raids attack attacks meal call")
_SPANS = word_set("minutes hours days nights weeks months years minute hour day week month year")
_FIGHTS = word_set("clashes fighting battles firefight gunfight shootout")
_TIMES = word_set("night morning evening afternoon yesterday today") | DAYS
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
        if tag not in "nqdjr":
            if tag not in 'at("-' or words[i].low in _THEN:
                preposition = -1
            i += 1
            continue
        first = i
        i += 1
        if tag != "r":
            governed = preposition >= 0
            while (
                i < n
                and words[i].start not in seams
                and not _begins_another(words, first, i, governed=governed)
                and _goes_on(words, i)
            ):
                i += 1
        last = i
        while last > first + 1 and words[last - 1].tag == "-":
            last -= 1
        head = last - 1
        while head > first and words[head].tag not in "nr":
            head -= 1
        if words[head].tag not in "nr":
            head = last - 1
        of[first:last] = [len(phrases)] * (last - first)
        phrases.append(Phrase(first, last, head, preposition))
        preposition = -1
    return phrases, of


def _begins_another(words: list[Word], first: int, i: int, *, governed: bool) -> bool:
    """Whether word `i` begins a phrase of its own beside the one from `first`, a date or a time.

    `governed` says that a preposition stands before the phrase.
    """
    w, before = words[i], words[i - 1]
    tag = w.tag
    after = words[i + 1] if i + 1 < len(words) else None
    if (
        w.low in _TIMES
        and before.tag == "n"
        and before.low not in DAYS
        and (after is None or after.tag in "q,.;")
    ):
        return True  # "Airstrike night 7/8 August destroyed"
    if tag == "d":
        return before.tag in "njq" and not before.possessive
    if tag == "q":
        if governed and _follows_date(words, first, i):
            return True
        return before.tag == "n" and after is not None and _counts_apart(w, before, after)
    if tag not in "nj":
        return False
    if governed and (_follows_date(words, first, i) or _follows_time(words, first, i)):
        return True
    return tag == "n" and before.low in _FIGHTS and w.text.isupper()  # "clashes ELN vs 33rd Front"


def _follows_date(words: list[Word], first: int, i: int) -> bool:
    """ "on 8 June | fighters stormed", "on June 8 | fighters", "on 1 June 1993 | two shells"."""
    w, before = words[i], words[i - 1]
    if before.low in MONTHS and (words[first].tag == "q" or i - 1 == first):
        return w.tag != "q" or not _YEAR.fullmatch(w.text)
    if i - 2 < first or words[i - 2].low not in MONTHS:
        return False
    if w.tag == "q":
        return w.low[:1].isalpha() and before.low.isdigit()
    return before.tag == "q"


def _follows_time(words: list[Word], first: int, i: int) -> bool:
    """ "on Monday | fighters stormed", "before noon | men entered", "in evening | Uzbek troops"."""
    w, before, opening = words[i], words[i - 1], words[first]
    if i - 1 == first:
        named = w.text[:1].isupper() and before.text.islower()
        told = first > 0 and words[first - 1].low in _UNTIL and w.low not in _AT_THE_HOUR
        return opening.low in DAYS or (opening.low in _HOURS and (named or told))
    return (
        w.tag == "n"
        and i - 2 == first
        and opening.low == "the"
        and before.low in _HOURS
        and w.low.endswith("s")
        and i + 1 < len(words)
        and words[i + 1].tag == "v"
    )  # "in the afternoon marchers set"


def _counts_apart(w: Word, before: Word, after: Word) -> bool:
    """ "fell to TB | 6 Aug", "an incident | 66 nautical miles", "Palmyra | two days later"."""
    if after.low in _SPANS or (after.low in MONTHS and before.low not in MONTHS):
        return True
    return after.tag == "n" and w.low[:1].isdigit() and not before.text.isupper()


_COUNTING = frozenset({"about", "around", "over", "under", "up", "to", "at", "near"})


def _goes_on(words: list[Word], i: int) -> bool:
    """Whether a phrase goes on with word `i`, as far as tags say."""
    w, before = words[i], words[i - 1]
    tag = w.tag
    if tag in "nqdj-":
        return True
    after = words[i + 1] if i + 1 < len(words) else None
    match tag:
        case "g":
            return before.tag in "djq"
        case "a":
            return after is not None and after.tag in "nj" and before.tag in "dqa"
        case "s":
            return w.low == "than" and before.low in {"more", "less", "fewer"}
        case ",":
            return before.tag == "j" and after is not None and after.tag in "jn"
        case "p":
            if w.low == "of" and before.tag == "q":
                return True  # "dozens of people"
            if w.low in _COUNTING and before.tag == "d" and after is not None and after.tag == "q":
                return True
    # "80 to 100 soldiers"
    return w.low == "to" and before.text.isdigit() and after is not None and after.text.isdigit()
