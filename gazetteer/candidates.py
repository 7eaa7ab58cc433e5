"""From a name to the places that it may mean, and how sure the match is.

The ways are tried from the surest to the least sure, and the first that finds
something ends the search: the name as said (with its type word, then without), an
abbreviation or a demonym, its variants (no article, romanised), its consonants alone,
and last a name that is a letter or two apart. Only places that the limits allow count,
so that a village known as "Kafr Nabl" is looked for in Syria before any namesake.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz

from gazetteer.model import FeatureClass, Name, Place
from gazetteer.names import fold, romanise, skeleton, skeleton_of_fold, variants

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gazetteer.store import Store

__all__ = ["SITES", "Match", "NameIndex", "Search"]

_MOST = 24
"""Rows kept of one name, by population: the rest are too small to win without context."""
_FUZZY_LENGTH = 5
"""Letters a name needs before a near miss means anything."""
_FUZZY_LEAST = 82.0
"""Least similarity of two romanised names, 0 to 100, to pass as a slip of spelling."""
_ANYWHERE_LEAST = 86.0
"""The same where no country narrows the search."""
_SKELETON_LEAST = 66.0
"""The same for names of equal consonants: vowels may differ more than letters."""

_NUMBERED = re.compile(r"[\s-]+(?:\d{1,2}|I{1,3}|IV)$")
_OF_USE = re.compile(
    r"(?:\s+(?:military|army|air|international|civil(?:ian)?|domestic|national|thermal|border|"
    r"refugee|idp|displacement|main|defen[cs]e|naval|training))+$",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"^(.{3,}?)(?:i?[vy])?sk(?:yi|yy|iy|y|ii)$", re.IGNORECASE)
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
_INDEXED = 3_000
"""Rows of a country that are quicker to index once than to search each time."""
_SEAT_PEOPLE = 20_000
"""Fewer make no provincial town."""
_BEYOND_LATIN = "\u0250"
_BURMESE = re.compile("[\u1000-\u109f]")
"""Burmese writes the word for town on to the name, or leaves it off."""


@dataclass(frozen=True, slots=True)
class Match:
    """A row that a name may mean, before anything but the name is weighed."""

    place: Place
    way: str
    """exact, abbreviation, demonym, variant, skeleton or fuzzy."""
    similarity: float
    """1 for a name as said; for the rest the likeness of the spelling, 0 to 1."""
    found_as: str
    """The name of the row that was matched."""


class NameIndex:
    """The names of one country, to be found by a near miss of their consonants.

    A name is filed under its skeleton and under each skeleton with one letter left out,
    so two names whose consonants are one edit apart share a drawer.
    """

    def __init__(self, store: Store, country_code: str) -> None:
        self._drawers: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
        code = store.country_codes.index(country_code)
        for row in np.flatnonzero(store.column("country") == code).tolist():
            for plain in dict.fromkeys(map(romanise, _latin(store.names_of(row)))):
                bones = skeleton_of_fold(plain)
                if len(bones) >= 2:
                    entry = (plain.replace(" ", ""), plain, row)
                    for key in _drawers_of(bones):
                        self._drawers[key].append(entry)

    def nearest(self, text: str, least: float = _FUZZY_LEAST) -> list[tuple[float, str, int]]:
        """Likeness, name and row of what is spelt almost like `text`, likest first."""
        plain = romanise(text)
        if len(plain) < _FUZZY_LENGTH:
            return []
        flat = plain.replace(" ", "")
        best: dict[int, tuple[float, str]] = {}
        for key in _drawers_of(skeleton(plain)):
            for spelt, name, row in self._drawers.get(key, ()):
                likeness = fuzz.ratio(flat, spelt, score_cutoff=least)
                if likeness and likeness > best.get(row, (0.0, ""))[0]:
                    best[row] = (likeness, name)
        found = [(likeness / 100.0, name, row) for row, (likeness, name) in best.items()]
        return sorted(found, key=lambda hit: (-hit[0], hit[2]))[:_MOST]


def _shorter(name: Name) -> tuple[str, ...]:
    """A name without what is added to it: a number, an adjective of use, -skyi."""
    out = []
    bare = _NUMBERED.sub("", name.text)
    if name.feature_class in SITES:
        bare = _OF_USE.sub("", bare)
    if bare != name.text and len(bare) > 2:
        out.append(bare)
    stem = _ADJECTIVE.match(name.text)
    if name.feature_class in {FeatureClass.ADMIN1, FeatureClass.ADMIN2} and stem:
        # Slavic districts bear their town's name as an adjective: Lutuhyne, Lutuhynskyi.
        out += [stem[1] + ending for ending in ("", "e", "a", "y", "ka", "o", "ske", "sk")]
    return tuple(out)


def _keys(text: str, type_word: str | None) -> tuple[tuple[str, str], ...]:
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


def _latin(names: Sequence[str]) -> Sequence[str]:
    """The names in Latin letters: other scripts romanise to nearly what they already say."""
    return [name for name in names if max(name) < _BEYOND_LATIN] or names


def _drawers_of(bones: str) -> set[str]:
    return {bones, *(bones[:n] + bones[n + 1 :] for n in range(len(bones)) if len(bones) > 3)}


class Search:
    """Looks names up in a store.

    Parameters
    ----------
    store
        The gazetteer's rows and names.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._codes = {code: n for n, code in enumerate(store.country_codes)}
        self.rows_named = lru_cache(maxsize=16384)(store.rows_named)
        # A name that one country lacks is asked for again, everywhere.
        self._keys = lru_cache(maxsize=1024)(_keys)
        self._spelt = lru_cache(maxsize=16384)(self._spellings)
        self._among = lru_cache(maxsize=512)(self._mask)
        self._index = lru_cache(maxsize=64)(lambda code: NameIndex(store, code))
        self._find = lru_cache(maxsize=4096)(self._look_up)

    def find(
        self, name: Name, *, countries: Sequence[str] = (), fuzzy: bool = True
    ) -> tuple[Match, ...]:
        """Places that a name may mean.

        Parameters
        ----------
        name
            The name, perhaps with its type word.
        countries
            ISO codes of the only countries that come into question; none: anywhere.
            What belongs to no one country (a sea, a region) comes into question always.
        fuzzy
            Whether to fall back on a near miss. Without a country that is never done:
            the world holds a near miss of every name.

        Returns
        -------
        tuple of Match
            All from one way of matching; empty if nothing is spelt like it.
        """
        return self._find(name, tuple(sorted(countries)), fuzzy)

    def country_code(self, text: str) -> str | None:
        """The ISO code of a country given by name, code or abbreviation."""
        if text.upper() in self._codes:
            return text.upper()
        for match in self.find(Name(text)):
            if match.place.feature_class is FeatureClass.COUNTRY:
                return match.place.country_code
        return None

    def _look_up(self, name: Name, countries: tuple[str, ...], fuzzy: bool) -> tuple[Match, ...]:
        text = name.text.strip()
        named = self._by_short_form(text, countries)
        if named:
            return named
        for key, way in self._keys(text, name.type_word):
            rows = self._allowed(self.rows_named(key), countries)
            if rows.size:
                found = self._matches(rows, way, text, 1.0 if way == "exact" else 0.97)
                return found + self._seats(name, found)
        shorter_ones = _shorter(name)
        for shorter in shorter_ones:
            rows = self._allowed(self.rows_named(fold(shorter)), countries)
            if rows.size:
                return self._matches(rows, "variant", shorter, 0.95)
        if not fuzzy or len(text) < 3:
            return ()
        return self._by_bones(next(iter(shorter_ones), text), countries)

    def _seats(self, name: Name, found: tuple[Match, ...]) -> tuple[Match, ...]:
        """The town a province is named for, where only the province bears this spelling.

        "Deir Ezzor" alone is the city, however the sources happen to spell it.
        """
        units = {m.place.place_id for m in found if m.place.feature_class is FeatureClass.ADMIN1}
        if name.feature_class is not None or len(units) != len(found):
            return ()
        codes = {m.place.country_code for m in found if m.place.country_code}
        alike = self._by_bones(name.text, tuple(sorted(codes)))
        return tuple(
            m
            for m in alike
            if m.place.admin1 in units
            and m.place.feature_class is FeatureClass.POPULATED_PLACE
            and m.place.population >= _SEAT_PEOPLE
            and m.similarity >= 0.8
        )

    def _by_short_form(self, text: str, countries: tuple[str, ...]) -> tuple[Match, ...]:
        store = self._store
        for place_id, way in (
            (store.abbreviations.get(text), "abbreviation"),
            (store.demonyms.get(fold(text)), "demonym"),
        ):
            row = store.row_of(place_id) if place_id else None
            if row is None:
                continue
            # A town may be called like a people; a country never gives way to it.
            place = store.place(row)
            if way == "demonym" and countries and place.country_code not in countries:
                continue
            return (Match(place, way, 1.0, text),)
        return ()

    def _by_bones(self, text: str, countries: tuple[str, ...]) -> tuple[Match, ...]:
        bones = skeleton(text)
        if len(bones) < 2:
            return ()
        # Somewhere in the world there is a place with the consonants of any name.
        least = _SKELETON_LEAST if countries else _ANYWHERE_LEAST
        plain = romanise(text).replace(" ", "")
        rows = self._allowed(self._store.rows_with_skeleton(bones), countries)
        alike: list[tuple[float, str, int]] = []
        for row in self._largest(rows).tolist():
            likeness, spelling = max(
                (fuzz.ratio(plain, spelt, score_cutoff=least), n) for spelt, n in self._spelt(row)
            )
            if likeness >= least:
                alike.append((likeness / 100.0, spelling, row))
        if alike:
            return self._ranked(alike, "skeleton")
        if not countries or len(countries) > 3:
            return ()
        near = [hit for code in countries for hit in self._nearest(text, bones, code)]
        return self._ranked(near, "fuzzy")

    def _nearest(self, text: str, bones: str, code: str) -> list[tuple[float, str, int]]:
        """What a country holds that is spelt almost like `text`."""
        if code not in self._codes:
            return []
        if self._rows_of[self._codes[code]] <= _INDEXED:
            return self._index(code).nearest(text)
        plain = romanise(text).replace(" ", "")
        if len(plain) < _FUZZY_LENGTH:
            return []
        hits = []
        for row in self._store.rows_near_skeleton(bones, country_code=code).tolist():
            likeness, name = max(
                (fuzz.ratio(plain, spelt, score_cutoff=_FUZZY_LEAST), name)
                for spelt, name in self._spelt(row, latin=True)
            )
            if likeness >= _FUZZY_LEAST:
                hits.append((likeness / 100.0, name, row))
        return hits

    def _ranked(self, hits: Iterable[tuple[float, str, int]], way: str) -> tuple[Match, ...]:
        best = sorted(hits, key=lambda hit: (-hit[0], hit[2]))
        # Only what is about as like as the likest: the rest is noise.
        kept = [hit for hit in best if hit[0] >= best[0][0] - 0.08][:8]
        return tuple(
            Match(self._store.place(row), way, likeness, spelling)
            for likeness, spelling, row in kept
        )

    def _matches(
        self, rows: NDArray[np.int64], way: str, text: str, similarity: float
    ) -> tuple[Match, ...]:
        return tuple(
            Match(self._store.place(row), way, similarity, text)
            for row in self._largest(rows).tolist()
        )

    def _spellings(self, row: int, *, latin: bool = False) -> tuple[tuple[str, str], ...]:
        """Names of a row, each after its romanised letters without gaps."""
        names: Sequence[str] = self._store.names_of(row)
        return tuple((romanise(n).replace(" ", ""), n) for n in (_latin(names) if latin else names))

    @cached_property
    def _rows_of(self) -> NDArray[np.int64]:
        """How many rows each country has."""
        return np.bincount(self._store.column("country"), minlength=len(self._codes))

    def _mask(self, countries: tuple[str, ...]) -> NDArray[np.bool_]:
        """For each country code of the store, whether it may be; what no country holds may."""
        mask = np.zeros(len(self._codes), dtype=np.bool_)
        mask[[self._codes[code] for code in (*countries, None) if code in self._codes]] = True
        return mask

    def _allowed(self, rows: NDArray[np.int64], countries: tuple[str, ...]) -> NDArray[np.int64]:
        if not countries or not rows.size:
            return rows
        kept: NDArray[np.int64] = rows[self._among(countries)[self._store.take("country", rows)]]
        return kept

    def _largest(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        if rows.size <= _MOST:
            return rows
        order = np.argsort(-self._store.take("population", rows), kind="stable")[:_MOST]
        kept: NDArray[np.int64] = rows[order]
        return kept
