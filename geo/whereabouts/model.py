"""A place phrase, and the words that show how far one reaches."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from gazetteer.model import FeatureClass, Mention
from geo.lexicon import places_en
from geo.words import split_words

__all__ = ["JOINING", "RANK", "Whereabouts", "Words", "is_larger", "tables"]


@dataclass(slots=True)
class Whereabouts:
    """A place phrase in a clause: words `first` to `last`, and the names in it."""

    first: int
    last: int
    mentions: list[Mention] = field(default_factory=list)
    rank: float = 0.0
    """How small the thing is: 7 a site, 6 a settlement, ... 2 a country, 1 a continent."""
    preposition: str = ""
    """The preposition before the phrase, if any."""
    parts: list[Whereabouts] = field(default_factory=list)
    """The phrases that were joined to make this one."""
    unknown: bool = False
    """Whether the innermost name is one that only its frame shows to be a place."""

    def place_ids(self) -> frozenset[str]:
        return frozenset(m.place.place_id for m in self.mentions if m.place)


RANK: dict[FeatureClass, float] = {
    FeatureClass.COUNTRY: 2,
    FeatureClass.CONTINENT: 1,
    FeatureClass.ADMIN1: 4,
    FeatureClass.ADMIN2: 5,
    FeatureClass.POPULATED_PLACE: 6,
    FeatureClass.AIRPORT: 7,
    FeatureClass.MILITARY_BASE: 7,
    FeatureClass.FACILITY: 7,
    FeatureClass.CAMP: 7,
    FeatureClass.BORDER_CROSSING: 7,
    FeatureClass.BORDER: 4,
    FeatureClass.REGION: 3,
    FeatureClass.SEA: 3,
    FeatureClass.STRAIT: 4.5,
    FeatureClass.RIVER: 3.5,
    FeatureClass.LAKE: 4,
    FeatureClass.MOUNTAINS: 4,
    FeatureClass.DESERT: 3.5,
    FeatureClass.ISLAND: 5,
}


@dataclass(frozen=True, slots=True)
class Words:
    directions: frozenset[str]
    parts: frozenset[str]
    near: frozenset[str]
    units: frozenset[str]
    types: dict[str, int]
    """Kinds of place, with the rank of each."""
    facilities: frozenset[str]
    kinds: frozenset[str]
    """The words of `types`."""


@cache
def tables() -> Words:
    p = places_en
    types = {w: rank for rank, cell in p.TYPE_RANK.items() for w in split_words(cell)}
    for word, rank in list(types.items()):
        types.setdefault(word + "s", rank)
    types["provinces"] = types["states"] = types["governorates"] = 4
    types["cities"], types["municipalities"], types["counties"], types["territories"] = 6, 5, 5, 5
    return Words(
        frozenset(split_words(p.DIRECTIONS)),
        frozenset(split_words(p.PARTS)),
        frozenset(split_words(p.NEAR)),
        frozenset(split_words(p.UNITS)),
        types,
        frozenset(w for w in split_words(p.FACILITIES) if " " not in w),
        frozenset(types),
    )


_LARGE = frozenset(
    {
        FeatureClass.COUNTRY,
        FeatureClass.ADMIN1,
        FeatureClass.ADMIN2,
        FeatureClass.REGION,
        FeatureClass.CONTINENT,
    }
)


def is_larger(w: Whereabouts) -> bool:
    return bool(w.mentions) and all(
        m.place is not None and m.place.feature_class in _LARGE for m in w.mentions
    )


JOINING = frozenset(("border", "borders", "frontier", "line", "road", "highway", "axis"))
"""What lies between two places joined by a hyphen."""
