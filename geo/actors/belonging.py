"""To what people belong or are said to: "members of the X", "men believed to be Ys"."""

from __future__ import annotations

from geo.clauses import Clause
from geo.lexicon import actors_en
from geo.words import split_words, word_set

__all__ = ["told_to_be", "whose"]

_CALLED = frozenset(split_words(actors_en.CALLED))
_BELONGING = frozenset(split_words(actors_en.BELONGING))


def whose(clause: Clause, index: int) -> int:
    """The phrase that tells to what such people belong; -1 for none."""
    words, of, phrases = clause.words, clause.phrase_of, clause.phrases
    k = phrases[index].last
    n = len(words)
    if k < n and words[k].low in {"who", "that"} and k + 1 < n and words[k + 1].lemma in _SELF:
        k += 1
    if k + 1 < n and words[k].tag == "," and words[k + 1].low in _CALLED:
        k += 1  # "the group, known locally as the X"
    steps = 0
    while k < n and steps < 5:
        w = words[k]
        if w.low in _BELONGING and w.low != "in" and k + 1 < n and of[k + 1] >= 0:
            return of[k + 1]
        if w.low not in _CALLED and w.low not in _STEPS:
            if w.tag == "," and steps == 0 and k + 1 < n and of[k + 1] >= 0:
                return _apposed(clause, k)
            if of[k] >= 0 and steps and w.tag in "ndj":
                return of[k]
            return -1
        k += 1
        steps += 1
    return -1


_STEPS = word_set("itself themselves to as with locally commonly widely better also")
_SELF = word_set("call identify describe style claim")


def _apposed(clause: Clause, comma: int) -> int:
    """ "an armed group, the X, attacked": the name between commas."""
    words, of, phrases = clause.words, clause.phrase_of, clause.phrases
    inner = phrases[of[comma + 1]]
    if inner.first != comma + 1 or inner.last >= len(words) or words[inner.last].tag != ",":
        return -1
    return of[comma + 1] if words[inner.head].text[:1].isupper() else -1


_TOLD = word_set(
    "believed thought suspected said identified alleged presumed known as to from members belonged "
    "belong belonging be being of were was are been , who which had have some all later and "
    "reportedly apparently described"
)
_BELIEVED = word_set("believed thought suspected said identified alleged presumed described")
_TIED = word_set("be being were was belonged as from belong belonging")


def told_to_be(clause: Clause, at: int, *, believed: bool = False) -> int:
    """The party after "the attackers, believed to be", "the gunmen belonged to"; -1 for none.

    With `believed` only what somebody takes them for counts, not what they were.
    """
    words, lows, of = clause.words, clause.lows, clause.phrase_of
    k = at
    while k < min(len(words), at + 9) and lows[k] in _TOLD and words[k].tag != ";":
        k += 1
    if k == at or k >= len(words) or of[k] < 0:
        return -1
    tied = set(lows[at:k])
    known = "members" in tied or bool(tied & _TIED)
    return of[k] if known and (not believed or tied & _BELIEVED) else -1
