"""The classes of evidence that a word may carry."""

from __future__ import annotations

from typing import Final

__all__ = ["Word", "listed"]


class Word:
    """Bits, one a class of evidence; a word may be in several.

    Plain integers, not an enumeration: they are tested for every word of every text.
    """

    FUNCTION: Final = 1 << 0
    """Articles, pronouns, auxiliaries, conjunctions: never a name in mixed case."""
    COMMON: Final = 1 << 1
    """An everyday word that is a name only where something says so."""
    INSIDE: Final = 1 << 2
    """in, at, inside: what follows is where something is."""
    MOTION: Final = 1 << 3
    """to, from, into, towards: what follows is an end of a way."""
    NEAR: Final = 1 << 4
    """near, outside, off: what follows is a place that something is close to."""
    OF: Final = 1 << 5
    THE: Final = 1 << 6
    AND: Final = 1 << 7
    ACT: Final = 1 << 8
    """Verbs of governments and teams: said, warned, signed, beat."""
    TITLE: Final = 1 << 9
    """What stands before a person's name: Mr, President, Colonel."""
    GIVEN: Final = 1 << 10
    SURNAME: Final = 1 << 11
    ORGANISATION: Final = 1 << 12
    """Heads of names of organisations and papers: Times, Bank, Party, Army."""
    TEAM: Final = 1 << 13
    DATE: Final = 1 << 14
    """Months and days."""
    GEO: Final = 1 << 15
    """Type words of natural and administrative places: River, County, Province."""
    FACILITY: Final = 1 << 16
    """Type words of what is built: Airport, Bridge, Camp, Hospital."""
    STREET: Final = 1 << 17
    LEADS: Final = 1 << 18
    """Type words that stand before their name: Lake, Mount, Fort, Camp, Port."""
    DIRECTION: Final = 1 << 19
    """north, eastern, upper, central: parts of names and parts of places."""
    GOVERN: Final = 1 << 20
    """Nouns of power and people: government, officials, forces, army, president."""
    GROUND: Final = 1 << 21
    """Nouns of the ground: city, village, border, coast, soil, bases."""
    MOVE: Final = 1 << 22
    """Verbs and nouns that a place follows: arrived, visited, fled, born, bombed."""
    ARTICLE: Final = 1 << 23
    """Small words inside names, in lower case: al, el, de, la, bin, upon."""
    PARTY: Final = 1 << 24
    """Nouns and verbs of talks between powers: relations, talks, war, ambassador."""
    SHORT: Final = 1 << 25
    """Written in lower case with four letters or fewer, as words inside names are."""


def listed(text: str) -> frozenset[str]:
    """The words of a text that lists them.

    Examples
    --------
    >>> sorted(listed("by with"))
    ['by', 'with']
    """
    return frozenset(text.split())
