"""Where people are: the prior of areas, and the people around a place."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from gazetteer.geodesy import area_km2
from gazetteer.model import LngLat
from gazetteer.resolver import Gazetteer
from gazetteer.settled import Settlement


@pytest.fixture(scope="module")
def settlement(gazetteer: Gazetteer) -> Settlement:
    return Settlement(gazetteer.store)


def land(gazetteer: Gazetteer, code: str) -> shapely.Geometry:
    country = gazetteer.store.country(code)
    assert country
    shape = gazetteer.store.geometry(country.place_id)
    assert shape is not None
    return shape


@pytest.mark.parametrize("code", ["SY", "UA", "CF", "ID", "EG"])
def test_regions_are_cells_of_the_stated_mass(
    gazetteer: Gazetteer, settlement: Settlement, code: str
) -> None:
    area = land(gazetteer, code)
    field = settlement.field(code, area)
    half, most = field.highest(0.5), field.highest(0.9)
    chosen = field.levels >= field._level_of(0.9)
    cells = shapely.contains_xy(most, *np.meshgrid(*field.axes))
    inside = shapely.contains_xy(area, *np.meshgrid(*field.axes))
    # What is drawn is what was chosen, on land.
    assert (cells == (chosen & inside)).mean() > 0.995
    assert area_km2(half) < 0.6 * area_km2(area)
    assert most.covers(half.representative_point())


def test_egypt_is_its_valley(gazetteer: Gazetteer, settlement: Settlement) -> None:
    half = settlement.field("EG", land(gazetteer, "EG")).highest(0.5)
    assert half.contains(shapely.Point(31.2, 30.6))
    assert not half.contains(shapely.Point(26.5, 25.5))


def test_a_coast_has_people_on_its_shore(gazetteer: Gazetteer, settlement: Settlement) -> None:
    area = shapely.box(35.0, 33.0, 36.0, 34.0)
    field = settlement.field("box", area)
    assert area_km2(field.highest(1.0)) == pytest.approx(area_km2(area), rel=0.02)


def test_an_area_over_the_antimeridian(gazetteer: Gazetteer, settlement: Settlement) -> None:
    region = settlement.field("FJ", land(gazetteer, "FJ")).highest(0.9)
    west, _, east, _ = region.bounds
    assert -180.0 <= west <= east <= 180.0
    assert region.intersects(shapely.Point(178.4, -18.0).buffer(0.3))


def test_a_handful_of_places_says_little(settlement: Settlement) -> None:
    # Two towns in a wide desert: most of the belief is even.
    area = shapely.box(24.0, 23.0, 27.0, 26.0)
    field = settlement.field("desert", area)
    assert area_km2(field.highest(0.5)) > 0.25 * area_km2(area)


def test_people_around_fade_with_distance(settlement: Settlement) -> None:
    cairo = LngLat(31.24, 30.05)
    near = settlement.people_around(cairo)
    further = settlement.people_around(LngLat(31.24, 30.55))
    assert near > 5e6
    assert further < near
    assert settlement.people_around(LngLat(-140.0, -40.0)) == 0.0


def test_more_people_around_make_a_namesake_likelier(gazetteer: Gazetteer) -> None:
    answer = gazetteer.resolve("Shevchenko village", country="Ukraine")
    around = [
        gazetteer._footprints.settlement.people_around(c.place.point) for c in answer.candidates
    ]
    assert around[0] > np.median(around)
    assert sum(c.score for c in answer.candidates) == pytest.approx(1.0, abs=0.05)
