"""The places of a name that is given as such, with or without its type words and article."""

from __future__ import annotations

import re
from dataclasses import replace

from gazetteer.features import TYPE_WORDS
from gazetteer.names import fold
from gazetteer.toponyms.entries import Entry, Meanings
from gazetteer.toponyms.words import listed

__all__ = ["look_up"]

_PARTS = listed(
    """north south east west northern southern eastern western northeast northwest southeast
    southwest northeastern northwestern southeastern southwestern central upper lower inner outer
    greater downtown mid old new the far ne nw se sw metro"""
)
"""Words before a name that make it a part of the place."""
_AROUND = re.compile(r"['’][sS]$|^[#@]")


def look_up(meanings: Meanings, text: str) -> Entry | None:
    """What a given name may mean: as said, then by what can be taken off or spelt apart."""
    bare = _AROUND.sub("", text.strip())
    key = fold(bare)
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", bare)
    entry = (
        meanings.abbreviation(text)
        or meanings.named(key)
        or meanings.demonym_named(key)
        or meanings.variant(apart)
        or meanings.run_together(key)
    )
    if entry is None and bare.islower() and len(bare) > 1:
        entry = meanings.abbreviation(bare.upper())
    return entry or _typed(meanings, key.split()) or _part(meanings, key.split())


def _typed(meanings: Meanings, words: list[str]) -> Entry | None:
    """ "Idlib governorate", "the province of Idlib": the name and its kind."""
    for at in (-1, 0):
        if len(words) > 1 and words[at] in TYPE_WORDS:
            rest = words[:-1] if at else words[1:]
            if rest[0] == "of" and len(rest) > 1:
                rest = rest[1:]
            entry = meanings.typed(" ".join(rest), words[at])
            if entry is not None:
                return entry
    return None


def _part(meanings: Meanings, words: list[str]) -> Entry | None:
    """ "northern Syria", "downtown Chicago": the whole stands for its part."""
    while len(words) > 1 and words[0] in _PARTS:
        words = words[1:]
        entry = meanings.named(" ".join(words)) or meanings.demonym_named(" ".join(words))
        if entry is not None:
            return replace(entry, match="part")
    return None
