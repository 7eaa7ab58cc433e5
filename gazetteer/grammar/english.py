"""The closed-class words of English: directions, units, numbers, small words.

English is the language of the rules; what other languages say with words of their own is
put into it first by `languages`.
"""

from __future__ import annotations

from dataclasses import dataclass

from gazetteer.numbers import NUMBERS

__all__ = ["APPROXIMATE", "AT_MOST", "ENGLISH", "Words"]


@dataclass(frozen=True, slots=True)
class Words:
    """The closed-class words of one language."""

    directions: dict[str, str]
    """Word to one of the eight directions: nouns, adjectives, abbreviations."""
    central: frozenset[str]
    far: frozenset[str]
    fillers: frozenset[str]
    """Articles and prepositions that may stand before a place and say nothing."""
    inside: frozenset[str]
    of: frozenset[str]
    conj: dict[str, str]
    units: dict[str, float]
    numbers: dict[str, float]


def _english_directions() -> dict[str, str]:
    words: dict[str, str] = {}
    for name in ("north", "south", "east", "west"):
        for form in (name, name + "ern", name + "ernmost", name + "erly", name + "ward"):
            words[form] = name
    for ns in ("north", "south"):
        for ew in ("east", "west"):
            for form in ("", "ern", "erly"):
                words[ns + ew + form] = ns + ew
                words[f"{ns}ern{ew}{form}"] = ns + ew
    short = {"n": "north", "s": "south", "e": "east", "w": "west"}
    short |= {"ne": "northeast", "nw": "northwest", "se": "southeast", "sw": "southwest"}
    short |= {"nne": "north", "ene": "northeast", "ese": "southeast", "sse": "south"}
    short |= {"ssw": "south", "wsw": "southwest", "wnw": "northwest", "nnw": "north"}
    return words | short


ENGLISH = Words(
    directions=_english_directions(),
    central=frozenset({"central", "centre", "center", "middle", "downtown", "heart", "mid"}),
    far=frozenset({"far", "extreme", "deep", "remote", "furthest"}),
    fillers=frozenset(
        [
            "the",
            "a",
            "an",
            "in",
            "at",
            "inside",
            "within",
            "of",
            "on",
            "to",
            "into",
            "from",
            "somewhere",
            "where",
            "over",
            "through",
            "across",
            "throughout",
            "parts",
            "part",
            "some",
            "several",
            "various",
            "entire",
            "whole",
            "region",
            "vicinity",
        ]
    )
    - {"region", "vicinity"},
    inside=frozenset({"in", "inside", "within", "at"}),
    of=frozenset({"of"}),
    conj={"and": "and", "or": "or", "&": "and", "/": "or", "and/or": "or"},
    units={
        "km": 1000.0,
        "kms": 1000.0,
        "kilometer": 1000.0,
        "kilometers": 1000.0,
        "kilometre": 1000.0,
        "kilometres": 1000.0,
        "mile": 1609.344,
        "miles": 1609.344,
        "mi": 1609.344,
        "m": 1.0,
        "meter": 1.0,
        "meters": 1.0,
        "metre": 1.0,
        "metres": 1.0,
        "nm": 1852.0,
        "nmi": 1852.0,
        "yards": 0.9144,
        "ft": 0.3048,
        "feet": 0.3048,
    },
    numbers={**NUMBERS, "hundred": 100, "half": 0.5},
)


APPROXIMATE = frozenset(
    [
        "about",
        "around",
        "some",
        "roughly",
        "approximately",
        "nearly",
        "almost",
        "circa",
        "ca",
        "~",
        "c",
        "over",
    ]
)


AT_MOST = frozenset({"within", "under"})
