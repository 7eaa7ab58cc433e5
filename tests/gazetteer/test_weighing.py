"""How sure a match is, and what that does to the region."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely

from gazetteer.disambiguation import Scope
from gazetteer.geodesy import area_km2
from gazetteer.interpretation.weighing import trust_in
from gazetteer.model import Candidate, FeatureClass, LngLat, Name, Place
from gazetteer.parameters import DEFAULTS
from gazetteer.resolver import Gazetteer

HERE = LngLat(40.0, 34.0)
TOWN = Place("x:1", "Somewhere", FeatureClass.POPULATED_PLACE, HERE, "SY", population=20_000)
BASE = replace(TOWN, feature_class=FeatureClass.MILITARY_BASE)


def trust(name: Name, match: str = "exact", place: Place = TOWN, scope: Scope = Scope()) -> float:  # noqa: B008
    return trust_in(name, Candidate(place, 1.0, match), scope, DEFAULTS)


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        (trust(Name("Somewhere", type_word="town")), trust(Name("Somewhere", type_word="village"))),
        (trust(Name("Somewhere")), trust(Name("Somewhere", type_word="hamlet"))),
        (trust(Name("Somewhere")), trust(Name("Somewhere"), "skeleton")),
        (trust(Name("Somewhere", type_word="town"), "fuzzy"), trust(Name("Somewhere"), "fuzzy")),
        (trust(Name("Somewhere"), "skeleton", BASE), trust(Name("Somewhere"), "skeleton")),
        (
            trust(Name("Somewhere"), "fuzzy", scope=Scope(nearby=(LngLat(40.2, 34.1),))),
            trust(Name("Somewhere"), "fuzzy", scope=Scope(nearby=(LngLat(44.0, 34.1),))),
        ),
    ],
)
def test_doubts_add_up(surer: float, less_sure: float) -> None:
    assert 0.0 < less_sure < surer < 1.0


def test_a_town_is_drawn_as_a_town_and_a_village_with_its_doubt(gazetteer: Gazetteer) -> None:
    town = gazetteer.resolve("Izium town", country="Ukraine").footprint
    village = gazetteer.resolve("Robotyne village", country="Ukraine")
    assert town
    assert village.footprint
    assert area_km2(town.region_90) < 200.0
    assert village.footprint.region_50.area < village.footprint.region_90.area
    # The pin stays on the one that is listed, however wide the doubt.
    for candidate in village.candidates[:1]:
        assert village.footprint.point == candidate.place.point


def test_a_weak_likeness_says_so_and_is_wide(gazetteer: Gazetteer) -> None:
    answer = gazetteer.resolve("Iziumka village", country="Ukraine")
    assert answer.footprint
    if answer.candidates and answer.candidates[0].match in {"skeleton", "fuzzy"}:
        assert "more likely it is another" in answer.reason
    assert area_km2(answer.footprint.region_90) > 100_000.0


def test_a_namesake_among_more_people_comes_first(gazetteer: Gazetteer) -> None:
    answer = gazetteer.resolve("Zhovte village", country="Ukraine")
    assert {str(c.place.feature_class) for c in answer.candidates} == {"populated_place"}
    around = [gazetteer._footprints.settlement.people_around(c.place.point)
              for c in answer.candidates]  # fmt: skip
    assert around[0] == max(around)
    assert answer.footprint
    for candidate in answer.candidates[:2]:
        assert answer.footprint.region_90.intersects(shapely.Point(candidate.place.point))


def test_crowds_are_no_measure_between_countries(gazetteer: Gazetteer) -> None:
    assert gazetteer.resolve("Palmyra").country_code == "SY"
