"""Words of names, of places and of parties, that a second telling repeats."""

from __future__ import annotations

import re

from geo.model import PlaceMention
from geo.words import word_set

__all__ = ["DIVISION", "WORDS", "innermost", "name_words", "names_town", "offset", "party_words"]


_OFFSET = re.compile(
    r"(\d[\d.,]*)\s*(?:km|kms|kilomet\w+|miles?|nm|nautical miles?)\b\W*(?:to the )?"
    r"((?:(?:north|south|east|west)\w*\W*){0,2})",
    re.IGNORECASE,
)


def offset(text: str) -> tuple[str, str] | None:
    """Distance and direction from a named place, if the text gives them."""
    m = _OFFSET.search(text[:200])
    return (m.group(1), m.group(2).strip().casefold()[:5]) if m else None


def party_words(name: str) -> set[str]:
    return {
        w.removesuffix("s") for w in name.casefold().replace("-", " ").split() if w not in _DULL
    }


_DULL = word_set(
    "the of and a an forces force group armed unidentified members army troops united "
    "fighters men military government police for"
)


def names_town(inner: set[str], town: PlaceMention, within: PlaceMention) -> bool:
    """ "Istanbul airport" and "Ataturk airport in Istanbul"; a province or country is no town."""
    wide = f"{town.admin1} {town.country}".casefold()
    rest = set(WORDS.findall(within.text.casefold()))
    there = bool(_SITES & set(WORDS.findall(town.text.casefold())))
    return any(w in rest and (there or w not in wide) for w in inner)


WORDS = re.compile(r"[^\W\d_]+")


DIVISION = word_set(
    "district province county region state governorate department oblast raion municipality "
    "commune canton prefecture area valley"
)


_SITES = word_set("airport base city town station port hospital market university mosque church")


_PLACE_DULL = word_set(
    "the of in near at and town city village district province region state area border "
    "north south east west northern southern eastern western central outskirts "
    "governorate department base bases air airport km miles territory neighborhood "
    "neighbourhood between around outside"
)


def innermost(text: str) -> str:
    return text.split(",")[0].split(" in ")[0].split("(")[0]


def name_words(text: str) -> set[str]:
    """The words of the innermost name of a place phrase: what a second telling repeats.

    Examples
    --------
    >>> sorted(name_words("the village of Gwoza, in Borno State"))
    ['gwoza']
    """
    inner = innermost(text)
    return {w for w in WORDS.findall(inner.casefold()) if w not in _PLACE_DULL and len(w) > 3}
