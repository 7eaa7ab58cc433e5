"""Other ways to write a name: without what is added to it, as a town, with its type word.

Pure functions from a name to the folded keys under which a gazetteer may list it.
"""

from __future__ import annotations

import re

from gazetteer.model import FeatureClass, Name
from gazetteer.names import fold, romanise, variants

__all__ = ["SECTORS", "SITES", "in_russian", "keys_of", "shorter", "towns_of"]

_NUMBERED = re.compile(r"[\s-]+(?:\d{1,2}|I{1,3}|IV)$")

_OF_USE = re.compile(
    r"(?:\s+(?:military|army|air|international|civil(?:ian)?|domestic|national|"
    r"refugee|idp|displacement|main|defen[cs]e|naval|training))+$",
    re.IGNORECASE,
)

_ADJECTIVE = re.compile(r"^(.{3,}?)sk(?:yi|yy|iy|ij|ii|y|i|aya|a|oye|oe|e)$", re.IGNORECASE)

SECTORS = frozenset(["direction", "axis", "sector", "front"])
"""What a front is parted into, each part called by its town: "the Bakhmut direction"."""

_SUFFIXES = (
    ("", "sk ske _ e a y o ka ta kha"),
    (r"i?[iyoe]?v$", "ivka ovka evka yevka iivka ove eve a e o"),
    (r"(?:[iy]?an|[ei]?n)$", "a e ka o"),
)
"""What an adjective leaves off, and what the town that it is made of may end in."""

SITES = frozenset(
    {
        FeatureClass.AIRPORT,
        FeatureClass.MILITARY_BASE,
        FeatureClass.FACILITY,
        FeatureClass.CAMP,
        FeatureClass.BORDER_CROSSING,
    }
)
"""What is often called by the town it stands near."""

_BURMESE = re.compile("[\u1000-\u109f]")
"""Burmese writes the word for town on to the name, or leaves it off."""


def shorter(name: Name) -> tuple[str, ...]:
    """A name without what is added to it: a number, an adjective of use."""
    out = []
    bare = _NUMBERED.sub("", name.text)
    if name.feature_class in SITES:
        bare = _OF_USE.sub("", bare)
    if bare != name.text and len(bare) > 2:
        out.append(bare)
    return tuple(out)


def towns_of(name: Name) -> tuple[str, ...]:
    """Towns that a Slavic district may be named for, which bears the name as an adjective.

    Examples
    --------
    >>> "Lutuhyne" in towns_of(Name("Lutuhynskyi", FeatureClass.ADMIN2, "raion"))
    True
    """
    units = {FeatureClass.ADMIN1, FeatureClass.ADMIN2}
    if name.feature_class not in units and name.type_word not in SECTORS:
        return ()
    stem = _ADJECTIVE.match(name.text if name.text.isascii() else romanise(name.text))
    if stem is None:
        return ()
    towns = []
    for ending, others in _SUFFIXES:
        base = re.sub(ending, "", stem[1]) if ending else stem[1]
        if len(base) > 2 and (base != stem[1] or not ending):
            towns += [base + other.strip("_") for other in others.split()]
    return tuple(dict.fromkeys(towns))


def keys_of(text: str, type_word: str | None) -> tuple[tuple[str, str], ...]:
    """Folded names to look up in turn, each with the way of matching it is."""
    keys: list[tuple[str, str]] = []
    if type_word:
        keys += [(fold(f"{text} {type_word}"), "exact")]
        keys += [(fold(f"{type_word} {text}"), "exact")]
    if _BURMESE.search(text):
        keys += [(fold(text + "မြို့"), "exact"), (fold(text.removesuffix("မြို့")), "exact")]
    spellings = variants(text)
    keys += [(key, "exact" if n == 0 else "variant") for n, key in enumerate(spellings)]
    return tuple(keys)


def in_russian(plain: str) -> str:
    """A Ukrainian name as Russian spells it: g where it has h for that sound."""
    return re.sub(r"(?<![kscztg])h", "g", plain)
