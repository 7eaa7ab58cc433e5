"""From a name to the places that it may mean, and how sure the match is.

The ways are tried from the surest to the least sure, and the first that finds
something ends the search: the name as said (with its type word, then without), an
abbreviation or a demonym, its variants (no article, romanised), its consonants alone,
and last a name that is a letter or two apart. Only places that the limits allow count,
so that a village known as "Kafr Nabl" is looked for in Syria before any namesake. What is
not spelt as said must sound alike (`likeness`): equal consonants are no match by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz

from gazetteer.likeness import distance
from gazetteer.model import FeatureClass, Name, Place
from gazetteer.names import fold, romanise, skeleton
from gazetteer.nearmisses import NameIndex, in_latin
from gazetteer.spellings import SECTORS, SITES, in_russian, keys_of, shorter, towns_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gazetteer.store import Store

__all__ = ["SITES", "SMALL", "Match", "NameIndex", "Search"]

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
_APART = 0.18
"""Furthest that two spellings of one name may sound apart; see `likeness.distance`. Of the
places of coded events whose town the sources hold, no right match lay further; of the
wrong ones, two thirds did."""
_APART_SHORT = 0.13
"""The same for names of up to `_FEW` consonants, which chance makes alike."""
_APART_BARE = 0.12
"""The same for a name without a type word."""
_APART_VILLAGE = 0.06
"""The same for a village: of 50 coded ones matched by consonants, 6 of 18 within this were
right, 1 of 32 beyond."""
_OTHER_CONSONANT = 0.35
"""What a near miss of a consonant costs at the least that is worth a search."""
_FEW, _MANY = 3, 6
_RESPELT = 0.075
"""As near as this, a Slavic name is the same name from another language or system."""
_RESPELT_LEAST = 65.0
"""Letters that two such spellings share, 0 to 100; below, the sounds need not be compared."""
_LATIN_VOWELS = 2.0
"""Weight of a vowel where names were always written in Latin letters: Mboki, Mbaiki."""
_SLAVIC = frozenset(["UA", "RU", "BY", "BG", "RS", "MK", "ME", "BA", "KZ", "KG"])
"""Countries whose places bear names in two Slavic languages, or in one romanised two ways."""
_OTHER_SCRIPTS = """
    AE AF AM BD BH BT CN CY DJ DZ EG EH ER ET GE GR IL IN IQ IR JO JP KH KP KR KW LA LB LK LY MA
    MM MN MR MV NP OM PK PS QA SA SD SO SY TD TH TJ TM TN TW UZ YE
"""
_ROMANISED = _SLAVIC | frozenset(_OTHER_SCRIPTS.split())
"""Countries whose names reach Latin letters from another script, or did until lately."""

SMALL = frozenset({"village", "hamlet", "settlement", "selo", "село", "قرية"})
"""Type words of places that most sources are too coarse for."""
_INDEXED = 3_000
"""Rows of a country that are quicker to index once than to search each time."""
_SEAT_PEOPLE = 20_000
"""Fewer make no provincial town."""


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


def _is_unit(match: Match) -> bool:
    return match.place.feature_class is FeatureClass.ADMIN1


def _furthest(said: Name | None, consonants: int) -> float:
    """How far two spellings may sound apart, by what the type word says.

    A site or a province is one of few; villages are thousands, and most that reports
    speak of are in no source, so that a like name is nearly always another village.
    """
    few = consonants <= _FEW
    if said is not None and (said.type_word or "").removesuffix("s") in SMALL:
        return _APART_VILLAGE if consonants < _MANY else _APART_BARE
    if said is None or said.feature_class is None:
        return _APART_VILLAGE if few else _APART_BARE
    return _APART_SHORT if few and said.feature_class is FeatureClass.POPULATED_PLACE else _APART


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
        self._keys = lru_cache(maxsize=1024)(keys_of)
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
        if name.type_word in SECTORS and (towns := self._first_towns(name, countries)):
            return towns
        for key, way in self._keys(text, name.type_word):
            rows = self._allowed(self.rows_named(key), countries)
            found = self._matches(rows, way, text, 1.0 if way == "exact" else 0.97)
            if name.feature_class is FeatureClass.POPULATED_PLACE and all(map(_is_unit, found)):
                continue  # "Kiev city" is the town, although a unit goes by both words
            if found:
                found += self._seats(name, found) + self._respelt(name, found, countries)
                return self._unit_first(name, found, countries)
        shorter_ones = shorter(name)
        for short in shorter_ones:
            rows = self._allowed(self.rows_named(fold(short)), countries)
            if rows.size:
                return self._matches(rows, "variant", short, 0.95)
        named_for = self._first_towns(name, countries) or self._respelt(name, (), countries)
        if named_for or not fuzzy or len(text) < 3:
            return named_for
        return self._by_bones(next(iter(shorter_ones), text), countries, name)

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

    def _unit_first(
        self, name: Name, found: tuple[Match, ...], countries: tuple[str, ...]
    ) -> tuple[Match, ...]:
        """With the province that is meant, where only its town bears this very spelling."""
        if name.feature_class is not FeatureClass.ADMIN1 or any(map(_is_unit, found)):
            return found
        codes = countries or tuple({m.place.country_code for m in found if m.place.country_code})
        alike = self._by_bones(name.text, codes) if len(codes) <= 3 else ()
        units = {m.place.place_id: m for m in alike if _is_unit(m)}
        for match in found:
            # "Sagaing" in any script, with the word for region: the unit its town gives a name
            if match.place.feature_class is not FeatureClass.POPULATED_PLACE:
                continue
            row = self._store.row_of(match.place.admin1) if match.place.admin1 else None
            unit = self._store.place(row) if row is not None else None
            if unit is not None and fold(match.place.name) in fold(unit.name):
                units.setdefault(unit.place_id, Match(unit, "variant", 0.97, unit.name))
        return found + tuple(units.values())

    def _first_towns(self, name: Name, countries: tuple[str, ...]) -> tuple[Match, ...]:
        """The town that an adjective is made of: the first ending that is one."""
        for town in towns_of(name):
            rows = self._allowed(self.rows_named(fold(town)), countries)
            found = self._matches(rows, "variant", town, 0.95)
            if found:
                return found + self._respelt(Name(town), found, countries)
        return ()

    def _respelt(
        self, name: Name, found: tuple[Match, ...], countries: tuple[str, ...]
    ) -> tuple[Match, ...]:
        """Places whose name is the same in the other Slavic language: Andreyevka, Andriyivka.

        Which of them the sources list under the spelling that a report chose is chance, so
        they stand beside those that are listed as said.
        """
        codes = countries or tuple({m.place.country_code for m in found if m.place.country_code})
        slavic = tuple(sorted(_SLAVIC.intersection(codes)))
        if not slavic or len(codes) > 3 or len(skeleton(name.text)) < _FEW:
            return ()
        held = {m.place.place_id for m in found}
        plain = romanise(name.text)
        out = []
        for spelt in dict.fromkeys(
            (plain, plain.replace("g", "h"), in_russian(plain), plain.replace("x", "ks"))
        ):
            rows = self._allowed(self._store.rows_with_skeleton(skeleton(spelt)), slavic)
            for row in self._largest(rows).tolist():
                place = self._store.place(row)
                # Of old names the sources list both languages' forms; of today's, one.
                if fuzz.ratio(spelt, romanise(place.name)) < _RESPELT_LEAST:
                    continue
                apart = distance(name.text, place.name, slavic=True, limit=_RESPELT)
                if apart <= _RESPELT and place.place_id not in held:
                    held.add(place.place_id)
                    out.append(Match(place, "variant", 1.0 - apart / 2, place.name))
        return tuple(out)

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

    def _by_bones(
        self, text: str, countries: tuple[str, ...], said: Name | None = None
    ) -> tuple[Match, ...]:
        bones = skeleton(text)
        if len(bones) < 2:
            return ()
        # Somewhere in the world there is a place with the consonants of any name.
        least = _SKELETON_LEAST if countries else _ANYWHERE_LEAST
        plain = romanise(text).replace(" ", "")
        rows = self._allowed(self._store.rows_with_skeleton(bones), countries)
        alike: list[tuple[float, str, int]] = []
        for row in self._largest(rows).tolist():
            near = [
                spelling
                for spelt, spelling in self._spelt(row)
                if fuzz.ratio(plain, spelt, score_cutoff=least)
            ]
            alike += self._sounding(text, near, row, said)
        if alike:
            return self._ranked(alike, "skeleton")
        if not countries or len(countries) > 3:
            return ()
        if _furthest(said, len(bones)) * len(bones) < _OTHER_CONSONANT:
            return ()  # so short a name may differ in no consonant
        hits = [
            better
            for code in countries
            for _, spelling, row in self._nearest(text, bones, code)
            for better in self._sounding(text, (spelling,), row, said)
        ]
        return self._ranked(hits, "fuzzy")

    def _sounding(
        self, text: str, spellings: Sequence[str], row: int, said: Name | None
    ) -> list[tuple[float, str, int]]:
        """The spelling of a row that sounds most like a name, if it may be the same name."""
        if not spellings:
            return []
        code = self._store.country_codes[int(self._store.take("country", np.array([row]))[0])]
        vowels = 1.0 if code in _ROMANISED else _LATIN_VOWELS
        most = _furthest(said, len(skeleton(text)))
        apart, spelling = min(
            (distance(text, n, slavic=code in _SLAVIC, vowels=vowels, limit=most), n)
            for n in spellings
        )
        return [(1.0 - apart, spelling, row)] if apart <= most else []

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
        return tuple(
            (romanise(n).replace(" ", ""), n) for n in (in_latin(names) if latin else names)
        )

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
