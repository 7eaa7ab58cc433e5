"""The language of places: what a text calls a place, to a small expression tree.

A tokenising recursive descent, pure: it knows words, not places; what other languages
say in words of their own is put into English first. Two callables may
tell it more. `is_name` says whether a phrase is the name of a place, so that "South
Sudan", "Guinea-Bissau" or "Trinidad and Tobago" stay whole; `is_demonym` says whether
a word is an adjective of a country or a region ("Iraqi").

The operators bind like this, loosest first: relations that stand before their place and
take the rest of the phrase ("near", "22 miles west of"), commas and "in" (containment),
lists, parts ("eastern"), and names with their type words.
"""

from __future__ import annotations

import re

from gazetteer.grammar.coordinates import coordinates
from gazetteer.grammar.cursor import IsName
from gazetteer.grammar.fixed import HELD_BY, UNLOCATABLE
from gazetteer.grammar.languages import to_english
from gazetteer.grammar.parser import Parser
from gazetteer.grammar.tokens import plain
from gazetteer.model import Name, PlaceReference, Unlocatable

__all__ = ["parse"]

_LONGEST = 300
"""Letters of a place reference; what is longer is a paragraph, and is not taken apart."""


def parse(
    text: str,
    *,
    is_name: IsName | None = None,
    is_demonym: IsName | None = None,
) -> PlaceReference:
    """Read what a text calls a place.

    Parameters
    ----------
    text
        The phrase, with or without a leading preposition.
    is_name
        Whether a phrase is the name of a known place; such a phrase stays whole.
    is_demonym
        Whether a word is the adjective of a place ("Iraqi").

    Returns
    -------
    PlaceReference
        Never fails: what no rule takes apart is a `Name`.

    Examples
    --------
    >>> parse("eastern Syria")
    Part(part='east', of=Name(text='Syria', feature_class=None, type_word=None))
    >>> type(parse("the Iraq-Syria border region")).__name__
    'Border'
    >>> round(parse("22 miles west of Wana").distance_max_m)
    35406
    """
    text = to_english(" ".join(text.split()), is_name)
    text = HELD_BY.sub("", text)
    words = plain(text).strip(" .,;")
    for pattern, why in UNLOCATABLE:
        if pattern.search(words):
            rest = re.search(r"\b(?:in|inside|within)\s+(?:the\s+)?(.+)$", text)
            if pattern is UNLOCATABLE[0][0] and rest and not pattern.search(plain(rest[1])):
                return parse(rest[1], is_name=is_name, is_demonym=is_demonym)
            return Unlocatable(text, why)
    figures = coordinates(text)
    if figures is not None:
        return figures
    if len(text) > _LONGEST:
        return Name(text)
    return Parser(text, is_name, is_demonym).parse()
