"""What a name may mean: its places, and what speaks for each before any context."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from rapidfuzz import fuzz

from gazetteer.features import TYPE_WORDS
from gazetteer.model import FeatureClass
from gazetteer.names import fold, phrase_hash, romanise, skeleton, variants
from gazetteer.toponyms.weights import SENSE_WEIGHTS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gazetteer.store import Store

__all__ = ["KIN", "STATIC_COLUMNS", "STATIC_FEATURES", "UNKNOWN", "Entry", "Meanings"]

_MOST_ROWS = 64
"""Places kept of one name, by importance; no more than this share a name of note."""
_SEAT, _DWARFED, _YIELDS = 20_000, 10, 1.2
"""People of a town that outranks the unit named after it, how many times as many the unit may
have, and by how much, in log-odds, it then yields."""
_ALIKE = 75.0
"""Least likeness, 0 to 100, of two romanised spellings of one name."""
KEPT = 100_000
"""Names whose meanings are kept at a time."""
_COLUMNS = ("lng", "lat", "population", "feature_class", "country", "admin1", "name_count")

STATIC_FEATURES = (
    "log_population", "log_names", "preferred_name",
    *(f"class_{c}" for c in FeatureClass),
)  # fmt: skip
"""What speaks for a place without any context, as `SENSE_WEIGHTS` names it."""

STATIC_COLUMNS = (
    "x", "y", "z", "prior", "country", "admin1", "row", "area", "log_population", "class",
)  # fmt: skip
"""Columns of `Entry.static`: unit vector of the point, log-odds of the place before any
context, codes of its country and first-order unit (-1 for none), its row, and whether it
is a country (3), a first-order unit (2), a wide region or water (1) or less (0)."""

_WIDE = frozenset(
    {
        FeatureClass.CONTINENT, FeatureClass.REGION, FeatureClass.SEA, FeatureClass.STRAIT,
        FeatureClass.RIVER, FeatureClass.LAKE, FeatureClass.MOUNTAINS, FeatureClass.DESERT,
        FeatureClass.BORDER,
    }
)  # fmt: skip
_AREA = {FeatureClass.COUNTRY: 3, FeatureClass.ADMIN1: 2} | dict.fromkeys(_WIDE, 1)
"""What kind of area each class is, where it is one: see `STATIC_COLUMNS`."""
_ADMIN = frozenset({FeatureClass.ADMIN1, FeatureClass.ADMIN2, FeatureClass.REGION})
KIN: Mapping[FeatureClass, frozenset[FeatureClass]] = {
    FeatureClass.ADMIN1: _ADMIN,
    FeatureClass.ADMIN2: _ADMIN,
    FeatureClass.REGION: _ADMIN | {FeatureClass.MOUNTAINS, FeatureClass.DESERT},
    FeatureClass.MILITARY_BASE: frozenset({FeatureClass.MILITARY_BASE, FeatureClass.AIRPORT}),
    FeatureClass.AIRPORT: frozenset({FeatureClass.MILITARY_BASE, FeatureClass.AIRPORT}),
}
"""Classes that a type word of the left may stand for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A name and the places that it may mean."""

    key: str
    static: NDArray[np.float64]
    """One row a place, `STATIC_COLUMNS`; most likely first."""
    features: tuple[str, ...]
    """What the name itself says for or against being a place here."""
    demonym: bool = False
    match: str = "exact"
    """How the places were found: exact, abbreviation, demonym, type-word, namesake, part,
    variant, skeleton."""
    preferred: bool = False
    """Whether the likeliest place goes by this name before any other."""

    @property
    def rows(self) -> NDArray[np.int64]:
        return self.static[:, 6].astype(np.int64)


UNKNOWN = Entry("", np.empty((0, len(STATIC_COLUMNS))), ())
"""What stands for a name that no source has."""


class Meanings:
    """The store's names and what each may mean, worked out once and kept."""

    def __init__(self, store: Store, weights: Mapping[str, float] = SENSE_WEIGHTS) -> None:
        self.store = store
        self._weights = np.array([weights[name] for name in STATIC_FEATURES])
        self._of_class = [weights[f"class_{c}"] for c in store.feature_classes]
        self._columns = {name: store.column(name) for name in _COLUMNS}
        self._classes = store.feature_classes
        self._entries: dict[int, Entry | None] = {}
        self._typed: dict[tuple[str, FeatureClass], Entry | None] = {}
        self._demonyms = {phrase_hash(d): place_id for d, place_id in store.demonyms.items()}
        self._demonym_keys = {phrase_hash(d): d for d in store.demonyms}
        self._abbreviations: dict[str, Entry | None] = {}

    def named(self, key: str) -> Entry | None:
        """What a folded name may mean, or None if it is no name."""
        return self.entry(phrase_hash(key), key)

    def entry(self, h: int, key: str) -> Entry | None:
        """As `named`, for a name whose hash is known."""
        try:
            return self._entries[h]
        except KeyError:
            if len(self._entries) >= KEPT:
                self._entries.clear()
            entry = self._entries[h] = self._entry(self.store.rows_of_hash(h), key)
            return entry

    def abbreviation(self, text: str) -> Entry | None:
        """What an abbreviation in its exact case stands for."""
        try:
            return self._abbreviations[text]
        except KeyError:
            pass
        place_id = self.store.abbreviations.get(text)
        row = self.store.row_of(place_id) if place_id else None
        entry = None
        if row is not None:
            entry = self._entry(np.array([row]), fold(text), match="abbreviation")
        if len(self._abbreviations) >= KEPT:
            self._abbreviations.clear()
        self._abbreviations[text] = entry
        return entry

    def demonym(self, h: int, word: str, *, plain: bool = True) -> Entry | None:
        """The place of an adjective or a people, singular or plural in -s."""
        place_id = self._demonyms.get(h)
        if place_id is None and plain and word.endswith("s"):
            h = phrase_hash(word[:-1])
            place_id = self._demonyms.get(h)
        if place_id is None:
            return None
        key = -int(h) - 1
        if key not in self._entries:
            row = self.store.row_of(place_id)
            self._entries[key] = (
                None
                if row is None
                else self._entry(np.array([row]), self._demonym_keys[h], match="demonym")
            )
        return self._entries[key]

    def demonym_named(self, key: str) -> Entry | None:
        """As `demonym`, for a folded adjective or people."""
        return self.demonym(phrase_hash(key), key, plain=" " not in key)

    def typed(self, key: str, type_word: str) -> Entry | None:
        """What a name may mean beside a type word that is not part of it in any source.

        "Jordan" beside "river" is no country: only rows of the word's class count. A
        first- or second-order unit that no source has is taken to lie around the place
        that it shares its name with.
        """
        wanted = TYPE_WORDS.get(type_word)
        if wanted is None:
            return None
        memo = (key, wanted)
        if memo in self._typed:
            return self._typed[memo]
        allowed = KIN.get(wanted, frozenset({wanted}))
        rows = self.store.rows_named(key)
        classes = self._columns["feature_class"]
        fitting = [r for r in rows.tolist() if self._classes[int(classes[r])] in allowed]
        entry = None
        if fitting:
            entry = self._entry(np.array(fitting), key, match="type-word")
        elif wanted in (FeatureClass.ADMIN1, FeatureClass.ADMIN2, FeatureClass.POPULATED_PLACE):
            towns = [
                r for r in rows.tolist()
                if self._classes[int(classes[r])] is FeatureClass.POPULATED_PLACE
            ]  # fmt: skip
            if towns:
                entry = self._entry(np.array(towns), key, match="namesake")
        if len(self._typed) >= KEPT:
            self._typed.clear()
        self._typed[memo] = entry
        return entry

    def variant(self, text: str) -> Entry | None:
        """What a name may mean once its article, accents or script are set aside."""
        for key in variants(text):
            entry = self.named(key)
            if entry is not None:
                return entry if key == fold(text) else _as(entry, "variant")
        return None

    def run_together(self, key: str) -> Entry | None:
        """What two words of a name written as one may mean: "newyork", "bayarea"."""
        if not 6 <= len(key) <= 24 or " " in key:
            return None
        cuts = range(3, len(key) - 2)
        hashes = np.array([phrase_hash(f"{key[:i]} {key[i:]}") for i in cuts], np.uint64)
        known = np.flatnonzero(self.store.contains_hashes(hashes)).tolist()
        found = [self.named(f"{key[:i]} {key[i:]}") for i in (cuts[k] for k in known)]
        entries = [entry for entry in found if entry is not None]
        return max(entries, key=lambda e: float(e.static[0, 3]), default=None)

    def like(self, text: str) -> Entry | None:
        """What a name may mean that is spelt otherwise in every source."""
        bones = skeleton(text)
        if len(bones) < 3:
            return None
        plain = romanise(text)
        rows = [
            row
            for row in self.store.rows_with_skeleton(bones).tolist()
            if max(fuzz.ratio(plain, romanise(n)) for n in self.store.names_of(row)[:20]) >= _ALIKE
        ]
        return self._entry(np.array(rows, np.int64), fold(text), match="skeleton") if rows else None

    def _entry(self, rows: NDArray[Any], key: str, match: str = "exact") -> Entry | None:
        if not len(rows):
            return None
        rows = self._foremost(np.unique(rows) if len(rows) > 1 else rows)
        # Most names have few places: plain numbers are quicker here than arrays.
        lngs, lats, people, codes, countries, units, counts = (
            self._columns[name][rows].tolist() for name in _COLUMNS
        )
        numbers = rows.tolist()
        classes = [self._classes[code] for code in codes]
        sizes = [math.log10(n + 1) for n in people]
        preferred = [fold(self.store.place(row).name) == key for row in numbers]
        by_people, by_names, by_preferred = self._weights[:3].tolist()
        prior = [
            by_people * size + by_names * math.log10(n + 1) + by_preferred * p + self._of_class[c]
            for size, n, p, c in zip(sizes, counts, preferred, codes, strict=True)
        ]
        _yield_to_seats(numbers, units, classes, people, preferred, prior)
        static = []
        for i in (order := sorted(range(len(numbers)), key=prior.__getitem__, reverse=True)):
            lng, lat, kind = math.radians(lngs[i]), math.radians(lats[i]), classes[i]
            static.append(
                (
                    math.cos(lat) * math.cos(lng), math.cos(lat) * math.sin(lng), math.sin(lat),
                    prior[i], countries[i], units[i], numbers[i], _AREA.get(kind, 0), sizes[i],
                    codes[i],
                )
            )  # fmt: skip
        features = _name_features(key, classes, people, counts, any(preferred), match)
        return Entry(
            key,
            np.array(static, np.float64),
            features,
            match == "demonym",
            match,
            preferred[order[0]],
        )

    def _foremost(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """No more than are kept of one name, those of most note."""
        if len(rows) <= _MOST_ROWS:
            return rows
        columns = self._columns
        weight = columns["population"][rows] + 1e4 * columns["name_count"][rows].astype(float)
        return np.sort(rows[np.argsort(-weight, kind="stable")[:_MOST_ROWS]])

    def evidence(self, rows: NDArray[np.int64], key: str) -> NDArray[np.float64]:
        """What speaks for each place without any context, one column a `STATIC_FEATURES`."""
        columns = self._columns
        out = np.zeros((len(rows), len(STATIC_FEATURES)))
        out[:, 0] = np.log10(columns["population"][rows].astype(np.float64) + 1)
        out[:, 1] = np.log10(columns["name_count"][rows].astype(np.float64) + 1)
        for i, row in enumerate(rows.tolist()):
            out[i, 2] = fold(self.store.place(row).name) == key
            name = f"class_{self._classes[int(columns['feature_class'][row])]}"
            out[i, STATIC_FEATURES.index(name)] = 1.0
        return out


def _as(entry: Entry, match: str) -> Entry:
    return Entry(entry.key, entry.static, entry.features, entry.demonym, match, entry.preferred)


def _yield_to_seats(
    rows: list[int],
    units: list[int],
    classes: list[FeatureClass],
    population: list[int],
    preferred: list[bool],
    prior: list[float],
) -> None:
    """Rank a unit below the large town inside it that it shares its name with.

    "in Kabul" is the city where no type word says otherwise; a province of many times
    its people ("Quebec"), or one that alone goes by the bare name ("New York"), stays.
    """
    place_of = {row: i for i, row in enumerate(rows)}
    for i, kind in enumerate(classes):
        unit = place_of.get(units[i])
        if (
            kind is FeatureClass.POPULATED_PLACE
            and unit is not None
            and population[i] >= _SEAT
            and population[unit] <= _DWARFED * population[i]
            and (preferred[i] or not preferred[unit])
        ):
            prior[unit] = min(prior[unit], prior[i] - _YIELDS)


def _name_features(
    key: str,
    classes: list[FeatureClass],
    population: list[int],
    count: list[int],
    preferred: bool,
    match: str,
) -> tuple[str, ...]:
    features = []
    kinds = set(classes)
    if match in ("abbreviation", "demonym"):
        return (match,)
    if FeatureClass.COUNTRY in kinds:
        features.append("country")
    elif FeatureClass.ADMIN1 in kinds:
        features.append("admin1")
    elif FeatureClass.CONTINENT in kinds:
        features.append("continent")
    elif kinds & (_WIDE | {FeatureClass.ISLAND}):
        features.append("region")
    elif FeatureClass.POPULATED_PLACE not in kinds:
        features.append("facility")
    towns = [
        p for p, c in zip(population, classes, strict=True) if c is FeatureClass.POPULATED_PLACE
    ]
    most = max(towns, default=-1)
    if most >= 0:
        step = min(6, int(math.log10(most + 1)))
        features.append(f"town_1e{max(3, step)}")
    if not preferred:
        features.append("alternate_name_only")
    if max(count) >= 20:
        features.append("many_names")
    if " " in key:
        features.append("several_words")
    if len(key) <= 3:
        features.append("three_letters")
    return tuple(features)
