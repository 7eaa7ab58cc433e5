"""Whether a name in a sentence is a location, or a government, a people, a team.

After Gritta, Pilehvar and Collier (2020): *literal* where the place itself is meant, or
where something is or happens; *associative* where the name stands for those who govern,
live or play there, or for where a thing or a person comes from.
"""

from __future__ import annotations

from collections.abc import Collection

from gazetteer.toponyms.survey import Surroundings
from gazetteer.toponyms.tokens import Gap, Shape
from gazetteer.toponyms.words import Word, listed

__all__ = ["ASSOCIATIVE", "LITERAL", "role"]

LITERAL, ASSOCIATIVE = "literal", "associative"

_STOPS = Word.FUNCTION | Word.INSIDE | Word.MOTION | Word.OF | Word.THE | Word.AND
_HEADS = Word.GROUND | Word.GOVERN
_LONGEST_PHRASE = 5
"""Words looked at for the head of a noun phrase or the verb of a subject."""
_LONGEST_LIST = 6

_STATES = listed("is was are were been being")
_AUXILIARIES = _STATES | listed(
    """has have had will would may might could should can does did do not also never later still
    now already again then today yesterday that it"""
)
_AGENTS = frozenset({"by", "with", "against"})
"""Prepositions after which a place is a party: supplied by, trade with."""
_OF_THE_PLACE = listed(
    "mayor governor residents resident inhabitants population half part parts rest all"
)
"""What a place has as a place, though it be people."""
_OTHERS = listed("member members citizen citizens sources source signatory rival enemy")
_FROM_A_PARTY = listed("striker midfielder defender goalkeeper player team message")
_DEEDS = listed(
    """backed led funded made built owned sponsored supplied trained aligned allied born supported
    speaking armed"""
)
"""What a party has done, in "Iran-backed"."""


def role(
    around: Surroundings, first: int, stop: int, *, demonym: bool, names: Collection[int] = ()
) -> str:
    """The role of the name in tokens `first` to `stop` (exclusive).

    `names` are the first tokens of all names of the text, so that lists are seen.
    """
    tokens = around.tokens
    gap = tokens.gaps[stop - 1]
    head = _head(around, stop) if gap == Gap.SPACE else 0
    if demonym:
        return LITERAL if head & Word.GROUND and not head & Word.GOVERN else ASSOCIATIVE
    if tokens.words[stop - 1].cut:
        return ASSOCIATIVE if head & Word.GOVERN and not head & Word.GROUND else LITERAL
    if gap == Gap.HYPHEN and stop < len(tokens):
        if tokens.words[stop].folded in _DEEDS:
            return ASSOCIATIVE
    elif head & Word.GROUND:
        return LITERAL
    elif head & (Word.GOVERN | Word.ORGANISATION):
        return ASSOCIATIVE
    begin, end = _list(around, first, stop, names)
    return _before(around, begin) or (ASSOCIATIVE if _acts(around, end) else LITERAL)


def _head(around: Surroundings, at: int) -> int:
    """Classes of the head of the noun phrase that goes on at a token, 0 if none does."""
    tokens, bits = around.tokens, around.bits
    found = 0
    for i in range(at, min(at + _LONGEST_PHRASE, len(tokens))):
        kind, shape = bits[i], tokens.words[i].shape
        if kind & _STOPS and not kind & _HEADS:
            break
        verb = kind & (Word.ACT | Word.MOVE) or (not kind and tokens.words[i].folded.endswith("ed"))
        if verb and not kind & _HEADS:
            break
        if shape in (Shape.OPAQUE, Shape.NUMBER):
            break
        if kind & Word.GROUND and (not kind & Word.GOVERN or kind & Word.GEO):
            found = Word.GROUND
        elif kind & _HEADS:
            found = kind & _HEADS
        elif kind & Word.ORGANISATION and shape != Shape.LOWER:
            found = Word.ORGANISATION
        elif kind & Word.DIRECTION and i == at:
            found = Word.GROUND
        if tokens.gaps[i] != Gap.SPACE:
            break
    return found


def _list(around: Surroundings, first: int, stop: int, names: Collection[int]) -> tuple[int, int]:
    """First token and stop of the list of names that a name is part of.

    "Shells fell on Kharkiv, Kyiv said" is no list: the comma ends what is told, and the
    name after it is who tells it.
    """
    tokens, bits = around.tokens, around.bits
    begin, end = first, stop
    for _ in range(_LONGEST_LIST):
        at = begin - 1
        if at > 0 and bits[at] & Word.AND and not tokens.first[at]:
            at -= 1
        elif not (at >= 0 and tokens.gaps[at] == Gap.COMMA) or (
            begin == first and _acts(around, stop)
        ):
            break
        for back in range(at, max(at - 4, -1), -1):
            if back in names:
                begin = back
                break
        else:
            break
    for _ in range(_LONGEST_LIST):
        at = end
        comma = tokens.gaps[at - 1] == Gap.COMMA
        if at < len(tokens) and bits[at] & Word.AND and (comma or tokens.gaps[at - 1] == Gap.SPACE):
            at += 1
        elif not comma:
            break
        if at < len(tokens) and bits[at] & Word.THE:
            at += 1
        if at not in names or (comma and end == at and _acts(around, at + 1)):
            break
        end = at + 1
        while (
            end < len(tokens)
            and tokens.joins[end - 1]
            and tokens.words[end].shape == Shape.CAPITALISED
        ):
            end += 1
    return begin, end


def _before(around: Surroundings, at: int) -> str | None:
    """What the words before a name make of it; None if they say nothing."""
    tokens, bits, words = around.tokens, around.bits, around.tokens.words
    i = at - 1
    while (
        i >= 0
        and not tokens.first[i + 1]
        and tokens.gaps[i] == Gap.SPACE
        and (bits[i] & Word.THE or (bits[i] & Word.DIRECTION and not bits[i] & Word.NEAR))
    ):
        i -= 1
    if i < 0 or tokens.first[i + 1] or tokens.gaps[i] not in (Gap.SPACE, Gap.OTHER):
        return None
    kind, word = bits[i], words[i].folded
    lower = words[i].shape == Shape.LOWER
    noun, noun_word = 0, ""
    if i and not tokens.first[i] and tokens.gaps[i - 1] == Gap.SPACE:
        noun, noun_word = bits[i - 1], words[i - 1].folded
    if kind & Word.OF:
        if noun & (Word.GROUND | Word.GEO) or noun_word in _OF_THE_PLACE:
            return LITERAL
        party = noun & (Word.GOVERN | Word.PARTY | Word.TITLE) or noun_word in _OTHERS
        return ASSOCIATIVE if party else LITERAL
    if word in _AGENTS:
        return LITERAL if noun & Word.GROUND else ASSOCIATIVE
    if word in ("between", "from", "to") and (noun & Word.PARTY or noun_word in _FROM_A_PARTY):
        return ASSOCIATIVE
    if word == "to" and noun_word in ("close", "lost", "loyal", "sold"):
        return ASSOCIATIVE if noun_word != "close" or _spoken_for(around, i) else LITERAL
    if kind & (Word.INSIDE | Word.MOTION | Word.NEAR) or (lower and kind & Word.MOVE):
        return LITERAL
    return ASSOCIATIVE if lower and kind & Word.ACT else None


def _spoken_for(around: Surroundings, at: int) -> bool:
    """Whether someone is close to a power, not something to a place: "a source close to"."""
    return at > 1 and around.tokens.words[at - 2].folded in _OTHERS


def _acts(around: Surroundings, at: int) -> bool:
    """Whether the words after a name make it the subject of an act of power or play."""
    tokens, bits, words = around.tokens, around.bits, around.tokens.words
    if at >= len(words) or tokens.gaps[at - 1] not in (Gap.SPACE, Gap.COMMA):
        return False
    state = False
    for i in range(at, min(at + _LONGEST_PHRASE, len(words))):
        word, kind = words[i].folded, bits[i]
        if words[i].shape != Shape.LOWER:
            return False
        if kind & Word.ACT and not kind & Word.GROUND:
            return not state
        if word not in _AUXILIARIES and not word.endswith("ly"):
            return False
        state = state or word in _STATES
    return False
