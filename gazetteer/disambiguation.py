"""Which of the places of one name is meant, given everything else that is known.

Each candidate gets a log-odds from evidence that adds up: how it was matched, what its
type word says, how important it is, whether it lies inside the container that the text
names, and how near it is to the other places of the text. The shares that come out are
beliefs, not ranks: two villages of equal standing keep one half each.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import shapely
from rapidfuzz import fuzz

from gazetteer.candidates import SMALL, Match
from gazetteer.geodesy import distance_m
from gazetteer.likeness import distance
from gazetteer.model import Candidate, FeatureClass, LngLat, Name, Place
from gazetteer.names import fold

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = ["AREAS", "LINES", "SMALL", "Scope", "outside_m", "rank"]

AREAS = frozenset(
    {
        FeatureClass.COUNTRY,
        FeatureClass.ADMIN1,
        FeatureClass.ADMIN2,
        FeatureClass.CONTINENT,
        FeatureClass.REGION,
        FeatureClass.DESERT,
        FeatureClass.MOUNTAINS,
        FeatureClass.ISLAND,
        FeatureClass.LAKE,
        FeatureClass.SEA,
        FeatureClass.STRAIT,
    }
)
"""Classes whose footprint is their own area rather than a point's surroundings."""

_CLASS_ODDS = {
    FeatureClass.COUNTRY: 7.0,
    FeatureClass.CONTINENT: 6.0,
    FeatureClass.SEA: 3.0,
    FeatureClass.REGION: 2.5,
    FeatureClass.STRAIT: 2.0,
    FeatureClass.ADMIN1: 2.0,
    FeatureClass.DESERT: 1.5,
    FeatureClass.MOUNTAINS: 1.0,
    FeatureClass.RIVER: 1.0,
    FeatureClass.ISLAND: 1.0,
    FeatureClass.MILITARY_BASE: 0.5,
}
"""Readiness to be meant by a bare name, beside a town of a few thousand people."""
_KIN = {
    # A type word of the left allows a row of the right nearly as well as of its own class.
    FeatureClass.ADMIN2: {FeatureClass.REGION, FeatureClass.POPULATED_PLACE, FeatureClass.ADMIN1},
    FeatureClass.ADMIN1: {FeatureClass.REGION, FeatureClass.ADMIN2, FeatureClass.POPULATED_PLACE},
    FeatureClass.POPULATED_PLACE: {
        FeatureClass.CAMP,
        FeatureClass.ISLAND,
        FeatureClass.ADMIN2,
        FeatureClass.MILITARY_BASE,
        FeatureClass.FACILITY,
    },
    FeatureClass.REGION: {FeatureClass.MOUNTAINS, FeatureClass.DESERT, FeatureClass.ADMIN1},
    FeatureClass.MILITARY_BASE: {FeatureClass.AIRPORT, FeatureClass.FACILITY},
    FeatureClass.AIRPORT: {FeatureClass.MILITARY_BASE},
    FeatureClass.FACILITY: {FeatureClass.MILITARY_BASE, FeatureClass.CAMP, FeatureClass.AIRPORT},
    FeatureClass.CAMP: {FeatureClass.POPULATED_PLACE, FeatureClass.MILITARY_BASE},
    FeatureClass.MOUNTAINS: {FeatureClass.REGION},
    FeatureClass.DESERT: {FeatureClass.REGION},
    FeatureClass.SEA: {FeatureClass.STRAIT},
}
_UNITS = frozenset({FeatureClass.ADMIN1, FeatureClass.ADMIN2})
_DISTRICT_M = 45_000.0
"""A first-order unit of a smaller radius may be what a text calls a district."""
LINES = frozenset({FeatureClass.RIVER, FeatureClass.BORDER})
_LETTERS_ALIKE = 70.0
"""Letters that they share then at the least, 0 to 100."""
_SAME_NAME = 0.05
"""As near as this, two spellings are one name; see `likeness.distance`."""
_NEAR_M = 120_000.0
"""Over this distance the places of one text lose their pull on each other."""
_STRANGE_M = 250_000.0
"""A near miss this far from every other place of the text is no match."""
_OUTSIDE_M = 12_000.0
"""Over this distance outside a container a candidate loses e-fold: units are drawn coarsely."""
_TOO_FAR_M = 60_000.0
"""Further outside than this it is another place of the name."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What is known before a name is read."""

    countries: tuple[str, ...] = ()
    """ISO codes of the only countries that come into question; none: all."""
    given: bool = False
    """Whether a country was stated, so that a name found nowhere in it lies there still."""
    container: BaseGeometry | None = None
    """The area that the text puts the place in, EPSG:4326."""
    nearby: tuple[LngLat, ...] = ()
    """Other places of the same text."""
    likely: tuple[str, ...] = ()
    """ISO codes of countries that the text speaks of."""
    holders: tuple[str, ...] = ()
    """`place_id`s of what holds the place: "Farah, Farah province" is no province."""
    wants_area: bool = False
    """Whether the relation needs an area: a border, a part."""


def rank(matches: Sequence[Match], name: Name, scope: Scope) -> tuple[Candidate, ...]:
    """Share the belief out among the places of one name.

    Parameters
    ----------
    matches
        What the name may mean.
    name
        The name, with its type word.
    scope
        What else is known.

    Returns
    -------
    tuple of Candidate
        Best first; scores add up to 1. Empty if none can lie in the container.
    """
    others = [match for match in matches if match.place.place_id not in scope.holders]
    scored: list[tuple[float, Match, tuple[str, ...]]] = []
    for match in others or matches:
        unsure = match.way in {"skeleton", "fuzzy"}
        settled = name.feature_class is FeatureClass.POPULATED_PLACE
        if (unsure or settled) and not _agrees(match.place, name):
            continue
        odds, reasons = _evidence(match, name, scope)
        if odds > -math.inf:
            scored.append((odds, match, reasons))
    said = name.feature_class
    if said is not None and any(match.place.feature_class is said for _, match, _ in scored):
        # "the Dnipro river" is not the city of that name.
        kin = {said, *_KIN.get(said, ())}
        scored = [item for item in scored if item[1].place.feature_class in kin]
    if not scored:
        return ()
    scored.sort(key=lambda item: (-item[0], item[1].place.place_id))
    scored = _without_twins(scored)
    top = scored[0][0]
    shares = [math.exp(odds - top) for odds, _, _ in scored]
    total = sum(shares)
    return tuple(
        Candidate(match.place, share / total, match.way, reasons)
        for share, (_, match, reasons) in zip(shares, scored, strict=True)
        if share / total > 0.01
    )


def _evidence(match: Match, name: Name, scope: Scope) -> tuple[float, tuple[str, ...]]:
    place = match.place
    reasons: list[str] = []
    odds = _class_odds(place, name, scope, reasons)
    # Twice the people, half again the readiness: text follows importance, not quite evenly.
    people = max(place.population, 300)
    if place.feature_class is FeatureClass.POPULATED_PLACE:
        size = _size_odds(people, name.type_word, known=place.population > 0)
        # A unit is named for a town of any size, and a large town is no unit.
        odds += 0.2 * size if name.feature_class in _UNITS else size
    if _alike(place.name, name.text) or fold(place.name) == fold(match.found_as):
        odds += 1.0  # its name of today, not one of long ago
    odds += 0.35 * math.log1p(place.name_count)
    odds += 12.0 * (match.similarity - 1.0)
    if place.country_code in scope.likely:
        odds += 4.0
        reasons.append("in a country that the text speaks of")
    if scope.nearby:
        near = min(distance_m(place.point, other) for other in scope.nearby)
        if match.way in {"skeleton", "fuzzy"} and near > _STRANGE_M:
            return -math.inf, ()  # a like spelling far from all else is another place
        odds += 4.0 * math.exp(-near / _NEAR_M)
        if near < _NEAR_M:
            reasons.append(f"{near / 1000:.0f} km from another place of the text")
    if scope.container is not None:
        outside = outside_m(scope.container, place)
        if place.feature_class in LINES:
            outside = 0.0  # whether it runs through is asked of its course
        elif place.feature_class in AREAS:
            # A sea reaches further than its point.
            outside = max(0.0, outside - 2.0 * place.extent_m)
        if outside > _TOO_FAR_M:
            return -math.inf, ()
        odds -= outside / _OUTSIDE_M
        reasons.append("inside what the text names around it" if outside == 0 else "close to it")
    return odds, tuple(reasons)


def _class_odds(place: Place, name: Name, scope: Scope, reasons: list[str]) -> float:
    said = name.feature_class
    if said is None:
        odds = _CLASS_ODDS.get(place.feature_class, 0.0)
        return odds + (4.0 if scope.wants_area and place.feature_class in AREAS else 0.0)
    if place.feature_class is said:
        reasons.append(f'is what "{name.type_word}" says')
        return 4.0
    if said is FeatureClass.ADMIN2 and place.feature_class is FeatureClass.ADMIN1:
        # In Latin America and Haiti the department is the first-order unit.
        whole = place.extent_m < _DISTRICT_M or (name.type_word or "").startswith("depart")
        return 3.5 if whole else 0.5
    if said is FeatureClass.ADMIN1 and place.feature_class is FeatureClass.POPULATED_PLACE:
        return -2.0
    if place.feature_class in _KIN.get(said, ()):
        return 2.0 + 0.5 * _CLASS_ODDS.get(place.feature_class, 0.0)
    return -2.0 if place.feature_class is FeatureClass.POPULATED_PLACE else -3.0


def _agrees(place: Place, name: Name) -> bool:
    """Whether a place may be what the type word says: a near miss must not be doubly wrong."""
    said = name.feature_class
    return said is None or place.feature_class is said or place.feature_class in _KIN.get(said, ())


def _alike(a: str, b: str) -> bool:
    """Whether two spellings are one name, whoever romanised it."""
    first, second = fold(a), fold(b)
    if first == second:
        return True
    # Sounds are compared only where letters leave it open.
    near = abs(len(first) - len(second)) <= 3 and fuzz.ratio(first, second) >= _LETTERS_ALIKE
    return near and distance(a, b, slavic=True, limit=_SAME_NAME) <= _SAME_NAME


def _size_odds(people: int, type_word: str | None, *, known: bool) -> float:
    """How ready a place of so many people is to be meant, as its type word says."""
    log_people = math.log(people / 1000.0)
    word = (type_word or "").removesuffix("s")
    if word in SMALL:
        # Nobody calls a city a village; among villages size hardly matters.
        return 0.25 * log_people - 1.2 * max(0.0, math.log(people / 8_000.0))
    if word in {"town", "township"}:
        too_small = max(0.0, math.log(3_000.0 / people)) if known else 0.0
        return 0.5 * log_people - 0.8 * max(0.0, math.log(people / 200_000.0)) - 0.8 * too_small
    return 0.75 * log_people


def outside_m(area: BaseGeometry, place: Place) -> float:
    """How far a place lies outside an area, in metres; 0 inside."""
    point = shapely.Point(place.point)
    if shapely.intersects_xy(area, place.point.lng, place.point.lat):
        return 0.0
    near = shapely.shortest_line(area, point).coords[0]
    return distance_m((near[0], near[1]), place.point)


def _without_twins(
    scored: list[tuple[float, Match, tuple[str, ...]]],
) -> list[tuple[float, Match, tuple[str, ...]]]:
    """Drop rows that two sources hold of one place."""
    kept: list[tuple[float, Match, tuple[str, ...]]] = []
    for item in scored:
        if not any(_twins(other.place, item[1].place) for _, other, _ in kept):
            kept.append(item)
    return kept


def _twins(a: Place, b: Place) -> bool:
    if a.feature_class is b.feature_class and a.feature_class in _UNITS:
        # Two sources draw one province: their middles differ by less than half of it.
        half = 0.5 * min(a.extent_m, b.extent_m)
        return a.country_code == b.country_code and distance_m(a.point, b.point) < max(half, 3e3)
    if a.feature_class is b.feature_class:
        return distance_m(a.point, b.point) < 3_000.0
    # A region that is a unit of its country too: Crimea, Somaliland, the Gaza Strip.
    return (
        {a.feature_class, b.feature_class} == {FeatureClass.REGION, FeatureClass.ADMIN1}
        and a.country_code == b.country_code
        and fold(a.name) == fold(b.name)
    )
