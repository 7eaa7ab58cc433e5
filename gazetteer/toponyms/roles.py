"""Whether a name in a sentence is a location, or a government, a people, a team.

After Gritta, Pilehvar and Collier (2020): *literal* where the place itself is meant, or
where something is or happens; *associative* where the name stands for those who govern,
live or play there, or for where a thing or a person comes from.
"""

from __future__ import annotations

from collections.abc import Collection

from gazetteer.toponyms.evidence import Surroundings
from gazetteer.toponyms.tokens import Gap, Shape
from gazetteer.toponyms.words import Word

__all__ = ["ASSOCIATIVE", "LITERAL", "role"]

LITERAL, ASSOCIATIVE = "literal", "associative"

_STOPS = Word.FUNCTION | Word.INSIDE | Word.MOTION | Word.OF | Word.THE | Word.AND
_AUXILIARIES = frozenset(
    "has have had will would may might could should can does did do is was are were not also never "
    "later still now already again then today yesterday have said that it been being".split()
)
_STATE = frozenset("is was are were been being".split())
_PASSIVE = frozenset({"by", "with", "against"})
_LOCAL_POWERS = frozenset("mayor governor residents resident inhabitants people-in".split())
_DEEDS = frozenset(
    "backed led funded made built owned sponsored supplied trained aligned allied born supported "
    "speaking supplied armed".split()
)


def role(around: Surroundings, first: int, stop: int, *, demonym: bool, names: Collection[int] = ()) -> str:
    """The role of the name in tokens `first` to `stop` (exclusive).

    `names` are the first tokens of all names of the text, so that lists are seen.
    """
    if demonym:
        return _of_demonym(around, first, stop)
    tokens, bits = around.tokens, around.bits
    word = tokens.words[stop - 1]
    gap = tokens.gaps[stop - 1]
    head = _head(around, stop) if gap == Gap.SPACE else 0
    if word.cut:
        return ASSOCIATIVE if head & Word.GOVERN and not head & Word.GROUND else LITERAL
    if gap == Gap.HYPHEN and stop < len(tokens):
        following = tokens.words[stop].folded
        if following in _DEEDS:
            return ASSOCIATIVE
    elif head & (Word.GOVERN | Word.ORGANISATION) and not head & Word.GROUND:
        return ASSOCIATIVE
    elif head & Word.GROUND:
        return LITERAL
    begin, end = _list(around, first, stop, names)
    before = _before(around, begin)
    if before is not None:
        return before
    return ASSOCIATIVE if _acts(around, end) else _object(around, begin)


def _of_demonym(around: Surroundings, first: int, stop: int) -> str:
    tokens = around.tokens
    if tokens.gaps[stop - 1] != Gap.SPACE:
        return ASSOCIATIVE
    head = _head(around, stop)
    if head & Word.GROUND and not (head & Word.GOVERN and not head & Word.GEO):
        return LITERAL
    return ASSOCIATIVE


def _head(around: Surroundings, at: int) -> int:
    """Classes of the head of the noun phrase that goes on at a token, 0 if none does."""
    tokens, bits = around.tokens, around.bits
    found = 0
    for i in range(at, min(at + 5, len(tokens))):
        kind = bits[i]
        shape = tokens.words[i].shape
        if kind & _STOPS and not kind & (Word.GROUND | Word.GOVERN):
            break
        verb = kind & (Word.ACT | Word.MOVE) and not kind & (Word.GOVERN | Word.GROUND)
        if verb or shape in (Shape.OPAQUE, Shape.NUMBER):
            break
        if kind & (Word.GOVERN | Word.GROUND):
            found = kind & (Word.GOVERN | Word.GROUND | Word.GEO)
        elif kind & Word.ORGANISATION and shape != Shape.LOWER:
            found = Word.ORGANISATION
        elif kind & Word.DIRECTION and i == at:
            found = Word.GROUND
        if tokens.gaps[i] != Gap.SPACE:
            break
    return found


def _list(around: Surroundings, first: int, stop: int, names: Collection[int]) -> tuple[int, int]:
    """First token and stop of the list of names that a name is part of."""
    tokens, bits = around.tokens, around.bits
    begin, end = first, stop
    for _ in range(6):
        at = begin - 1
        if at > 0 and bits[at] & Word.AND and not tokens.first[at]:
            at -= 1
        elif not (at >= 0 and tokens.gaps[at] == Gap.COMMA):
            break
        back = next((i for i in range(at, max(at - 4, -1), -1) if i in names), None)
        if back is None:
            break
        begin = back
    for _ in range(6):
        at = end
        comma = tokens.gaps[at - 1] == Gap.COMMA
        if at < len(tokens) and bits[at] & Word.AND and (comma or tokens.gaps[at - 1] == Gap.SPACE):
            at += 1
        elif not comma:
            break
        if at < len(tokens) and bits[at] & Word.THE:
            at += 1
        if at not in names:
            break
        end = at + 1
        while end < len(tokens) and tokens.joins[end - 1] and tokens.words[end].shape == Shape.CAPITALISED:
            end += 1
    return begin, end


def _before(around: Surroundings, at: int) -> str | None:
    """What the words before a name make of it; None if they say nothing."""
    tokens, bits, words = around.tokens, around.bits, around.tokens.words
    i = at - 1
    while i >= 0 and not tokens.first[i + 1] and tokens.gaps[i] == Gap.SPACE and (
        bits[i] & Word.THE or (bits[i] & Word.DIRECTION and not bits[i] & Word.NEAR)
        or (words[i].shape == Shape.LOWER and bits[i] & Word.DIRECTION and i and bits[i - 1] & Word.THE and False)
    ):
        i -= 1
    if i < 0 or tokens.first[i + 1] or tokens.gaps[i] not in (Gap.SPACE, Gap.OTHER):
        return None
    kind, word = bits[i], words[i].folded
    noun = bits[i - 1] if i and not tokens.first[i] else 0
    noun_word = words[i - 1].folded if i and not tokens.first[i] else ""
    if kind & Word.OF:
        if noun & Word.GROUND or noun & Word.GEO or noun_word in _LOCAL_POWERS:
            return LITERAL
        return ASSOCIATIVE if noun & (Word.GOVERN | Word.PARTY | Word.TITLE) else LITERAL
    if word in _PASSIVE:
        return LITERAL if noun & Word.GROUND else ASSOCIATIVE
    if word == "between":
        return ASSOCIATIVE if noun & Word.PARTY else LITERAL
    if word in ("from", "to") and noun & (Word.PARTY | Word.GOVERN) and noun & Word.PARTY:
        return ASSOCIATIVE
    if kind & (Word.INSIDE | Word.MOTION | Word.NEAR):
        return LITERAL
    if kind & Word.MOVE and words[i].shape == Shape.LOWER:
        return LITERAL
    if kind & Word.ACT and words[i].shape == Shape.LOWER:
        return ASSOCIATIVE
    return None


def _acts(around: Surroundings, at: int) -> bool:
    """Whether the words after a name make it the subject of an act of power or play."""
    tokens, bits, words = around.tokens, around.bits, around.tokens.words
    gap = tokens.gaps[at - 1]
    if gap not in (Gap.SPACE, Gap.COMMA, Gap.END) or at >= len(words):
        return False
    if gap == Gap.END and tokens.text[tokens.ends[at - 1] : tokens.starts[at]].strip() not in ("",):
        return False
    state = False
    for i in range(at, min(at + 5, len(words))):
        word, kind = words[i].folded, bits[i]
        if words[i].shape != Shape.LOWER:
            return False
        if kind & Word.ACT and not (kind & Word.GROUND):
            return not state
        if word in _AUXILIARIES or word.endswith("ly"):
            state = state or word in _STATE
            continue
        return False
    return False


def _object(around: Surroundings, at: int) -> str:
    return LITERAL
