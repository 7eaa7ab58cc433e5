"""The verb that carries a noun, and the party in front of it."""

from __future__ import annotations

from geo.clauses import Clause, Phrase
from geo.events.around import TIME, is_time
from geo.words import Lexicon

__all__ = ["ANSWERS", "carrying_verb", "has_modifier"]


_MODIFIER_SKIP = frozenset(
    {
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "deadly",
        "recent",
        "new",
        "first",
        "second",
        "third",
        "latest",
        "night",
        "late",
        "early",
    }
)


def has_modifier(clause: Clause, first: int, i: int, lex: Lexicon) -> bool:
    words = clause.words
    for k in range(first, i):
        w = words[k]
        if w.possessive or w.low in lex.actors or w.low in lex.armed or w.low in lex.groups:
            return True
        if (
            w.tag == "n"
            and w.low not in _MODIFIER_SKIP
            and w.text[0].isupper()
            and w.low not in TIME
        ):
            return True
    return False


def _reported(clause: Clause, k: int, phrase: Phrase, lex: Lexicon) -> bool:
    """Whether the phrase after a verb of saying is the subject of what is said."""
    words = clause.words
    after = words[phrase.last].tag if phrase.last < len(words) else ""
    return words[k].tag == "v" and words[k].low in lex.report and after in {"v", "x", "m"}


_LAID = frozenset(
    {"wrapped", "planted", "hidden", "strapped", "buried", "tied", "riddled", "stuffed", "packed"}
)
"""Participles behind a noun that say how it was found, not what became of it."""


_BE = frozenset({"is", "was", "are", "were", "been", "be"})


def _in_phrase(clause: Clause, k: int) -> bool:
    """Whether word `k` ends a noun phrase: what a copula speaks of."""
    return clause.phrase_of[k] >= 0


ANSWERS = frozenset({"answer", "respond", "reply", "retaliate", "react", "counter"})
"""Verbs that carry a deed told with "with"."""


def _before_time(clause: Clause, k: int) -> int:
    """The word before a time that ends at word `k`, or `k` itself."""
    index = clause.phrase_of[k] if k >= 0 else -1
    if index < 0 or not is_time(clause, clause.phrases[index]):
        return k
    phrase = clause.phrases[index]
    return (phrase.preposition if phrase.preposition >= 0 else phrase.first) - 1


_NESTED = 8  # phrases within phrases: "one of a series of waves of attacks"


def carrying_verb(clause: Clause, phrase: Phrase, lex: Lexicon, nested: int = 0) -> tuple[int, str]:
    """The verb of which the phrase is object (to its left) or subject (to its right)."""
    words = clause.words
    k = phrase.first - 1
    deep = nested >= _NESTED
    if phrase.preposition >= 0:
        k = phrase.preposition - 1
        # "series of attacks": the outer phrase counts
        if k >= 0 and words[phrase.preposition].low == "of" and clause.phrase_of[k] >= 0:
            return carrying_verb(clause, clause.phrases[clause.phrase_of[k]], lex)
        if words[phrase.preposition].low == "with":
            at = _before_time(clause, k)
            if at >= 0 and words[at].tag in "vg" and words[at].lemma in ANSWERS:
                return at, "object"  # "answered on Monday with a raid"
    else:
        while k >= 0 and words[k].tag in 'a"':
            k -= 1
        if k >= 0 and words[k].tag in "vbg" and not _reported(clause, k, phrase, lex):
            return k, "object"
        if k > 0 and words[k].tag in "c," and clause.phrase_of[k - 1] >= 0 and words[k].tag == "c":
            index = clause.phrase_of[k - 1]
            if (
                index + 1 == clause.phrase_of[phrase.first]
                and clause.phrases[index].preposition < 0
                and not deep
            ):
                return carrying_verb(clause, clause.phrases[index], lex, nested + 1)
    if phrase.preposition >= 0:
        return -1, ""
    before = phrase.first - 1
    while before > 0 and words[before].tag == "a":
        before -= 1
    if before > 0 and words[before].low in _BE and _in_phrase(clause, before - 1):
        return before, "copula"  # "It was the deadliest attack since"
    n = len(words)
    k = phrase.last
    depth = steps = 0
    while k < n and steps < 30:
        w = words[k]
        if w.tag == "(":
            depth += 1
        elif w.tag == ")":
            depth -= 1
        elif depth <= 0:
            if w.low in _LAID and k == phrase.last:
                k += 1
                continue  # "a body wrapped in a blanket was left"
            if w.tag == "v" or (w.tag == "b" and k and words[k - 1].tag in "mat"):
                return k, "subject"
            if w.tag == "x":
                j = k + 1
                while j < n and words[j].tag in "atx":
                    j += 1
                if j >= n or words[j].tag not in "vg":
                    return k, "copula"
            if w.tag in ";" or (w.tag == "s" and w.low not in {"that", "which", "who", "than"}):
                return -1, ""
            if w.tag == "c" and k + 1 < n and words[k + 1].tag not in "ndqj":
                return -1, ""
        k += 1
        steps += 1
    return -1, ""
