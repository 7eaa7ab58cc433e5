"""One reading of a document for its way of writing and the people in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import compress, pairwise
from operator import attrgetter

from gazetteer.toponyms.entries import Entry
from gazetteer.toponyms.tokens import Gap, Shape, Tokens
from gazetteer.toponyms.words import Word

__all__ = ["CAPS", "LOWER", "MIXED", "NAMELIKE", "TITLE", "Surroundings", "survey"]

NAMELIKE = (Shape.CAPITALISED, Shape.CAPITALS)
MIXED, TITLE, CAPS, LOWER = range(4)
"""Ways in which a sentence is written; only mixed case tells names from other words."""
_NO_SURNAME = (
    Word.GEO | Word.FACILITY | Word.STREET | Word.ORGANISATION | Word.DATE | Word.GIVEN | Word.TITLE
)
_LONGEST_PERSON = 4
_BEFORE_PERSON = Word.TITLE | Word.GIVEN
_BITS, _SHAPE, _FOLDED = attrgetter("bits"), attrgetter("shape"), attrgetter("folded")
_IS_LOWER = bytes(shape == Shape.LOWER for shape in range(256))
_IS_CAPITAL = bytes(shape in NAMELIKE for shape in range(256))
"""Tables that turn shapes into yes and no."""


@dataclass(slots=True)
class Surroundings:
    """What the document as a whole says."""

    tokens: Tokens
    bits: list[int]
    shapes: bytes
    capitals: list[int]
    """Tokens that begin with a capital, ascending."""
    modes: list[int]
    """How each token's sentence is written: mixed, title, capitals, lower."""
    lower_words: set[str] = field(default_factory=set)
    """Words that the document also writes in lower case."""
    persons: set[str] = field(default_factory=set)
    """Words that follow a title or a given name somewhere in the document."""
    match_starts: dict[int, Entry] = field(default_factory=dict)
    match_stops: dict[int, Entry] = field(default_factory=dict)


def survey(tokens: Tokens) -> Surroundings:
    """Read the document once for its way of writing and the people in it."""
    words = tokens.words
    count = len(words)
    bits = list(map(_BITS, words))
    shapes = bytes(map(_SHAPE, words))
    capitals = list(compress(range(count), shapes.translate(_IS_CAPITAL)))
    modes = [MIXED] * count
    begins = [i for i, first in enumerate(tokens.first) if first]
    for a, b in pairwise([*begins, count]):
        mode = _mode(shapes, a, b)
        if mode != MIXED:
            modes[a:b] = [mode] * (b - a)
    lower = set(compress(map(_FOLDED, words), shapes.translate(_IS_LOWER)))
    around = Surroundings(tokens, bits, shapes, capitals, modes, lower)
    for named in capitals:
        i = named - 1
        if i < 0 or not bits[i] & _BEFORE_PERSON or shapes[named] != Shape.CAPITALISED:
            continue
        if modes[i] != MIXED:
            continue
        if tokens.gaps[i] != Gap.SPACE and not (tokens.gaps[i] == Gap.DOT and bits[i] & Word.TITLE):
            continue
        if bits[i] & Word.GIVEN and shapes[i] != Shape.CAPITALISED:
            continue
        j = i + 1
        while (
            j + 1 < count
            and shapes[j + 1] == Shape.CAPITALISED
            and (
                tokens.gaps[j] == Gap.SPACE
                or (tokens.gaps[j] == Gap.DOT and len(words[j].raw) == 1)
            )
            and not words[j].cut
            and j - i < _LONGEST_PERSON
        ):
            j += 1
        if not bits[j] & _NO_SURNAME:
            around.persons.add(words[j].folded)
    _persons_in_capitals(around)
    return around


def _persons_in_capitals(around: Surroundings) -> None:
    """ "COLONEL CARLOS GUERRERO", "[ZAMORA]": names where every word is in capitals."""
    words, bits, gaps = around.tokens.words, around.bits, around.tokens.gaps
    for i in around.capitals:
        if around.modes[i] != CAPS:
            continue
        if _speaks(around.tokens, i) and not bits[i]:
            around.persons.add(words[i].folded)
        if not bits[i] & _BEFORE_PERSON:
            continue
        if bits[i] & Word.GIVEN and (bits[i] & Word.COMMON or (i and bits[i - 1] & Word.LEADS)):
            continue  # "SAN JOSE"
        named = 0
        for j in range(i + 1, min(i + 1 + _LONGEST_PERSON, len(words))):
            if gaps[j - 1] != Gap.SPACE or named == _SURNAMES:
                break
            if words[j].folded in _PARTICLES:
                continue
            if bits[j] & ~(Word.GIVEN | Word.SURNAME) or words[j].raw.endswith(_VERBAL):
                break
            if not bits[j] & Word.GIVEN:
                around.persons.add(words[j].folded)
                named += 1


def _speaks(tokens: Tokens, at: int) -> bool:
    """Whether a word stands alone in brackets before what it says: "[ZAMORA] THE FACT IS"."""
    text, start = tokens.text, tokens.starts[at]
    if text[start - 1 : start] != "[" or text[tokens.ends[at] : tokens.ends[at] + 1] != "]":
        return False
    before = text[max(0, start - 6) : start - 1].rstrip()
    return not before or before[-1] in '.?!"]'


_SURNAMES = 2
_PARTICLES = frozenset({"de", "del", "la", "las", "los", "y"})
_VERBAL = ("ED", "ING")
"""Ends of words that go on after a name: "PRESIDENT ZAMORA CONCLUDED"."""


def _mode(shapes: bytes, begin: int, stop: int) -> int:
    capitals = shapes.count(Shape.CAPITALS, begin, stop)
    capitalised = shapes.count(Shape.CAPITALISED, begin, stop)
    total = capitals + capitalised + shapes.count(Shape.LOWER, begin, stop)
    if total >= 3:
        if capitals >= 0.6 * total and capitals >= 3:
            return CAPS
        if not capitals and not capitalised:
            return LOWER
        if total >= 4 and capitalised + capitals >= 0.6 * total:
            return TITLE
    return MIXED
