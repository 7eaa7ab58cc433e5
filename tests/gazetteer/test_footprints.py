"""From a row to its regions, on the embedded gazetteer."""

from __future__ import annotations

import pytest
from shapely.geometry import Point

from gazetteer.footprints import Footprints, describe
from gazetteer.geodesy import area_km2
from gazetteer.model import FeatureClass, Name
from gazetteer.resolver import Gazetteer


@pytest.fixture(scope="module")
def footprints(gazetteer: Gazetteer) -> Footprints:
    return Footprints(gazetteer.store)


def place(gazetteer: Gazetteer, text: str):
    return gazetteer.resolve(text).places[0]


def test_a_country_is_drawn_whole(gazetteer: Gazetteer, footprints: Footprints) -> None:
    kenya = place(gazetteer, "Kenya")
    drawn = footprints.draw(footprints.named(kenya))
    assert drawn.where_prec == 6
    assert drawn.region_90.equals(gazetteer.store.geometry(kenya.place_id))
    assert area_km2(drawn.region_50) < 0.6 * area_km2(drawn.region_90)
    assert drawn.region_50.covers(Point(36.82, -1.29))


def test_a_town_is_exact_and_a_city_wider(gazetteer: Gazetteer, footprints: Footprints) -> None:
    town = footprints.draw(footprints.named(place(gazetteer, "Sarmin, Syria")))
    city = footprints.draw(footprints.named(place(gazetteer, "Cairo")))
    assert town.where_prec == city.where_prec == 1
    assert area_km2(town.region_90) < area_km2(city.region_90)


@pytest.mark.parametrize(
    ("word", "kind", "prec"),
    [("district", FeatureClass.ADMIN2, 3), ("province", FeatureClass.ADMIN1, 3)],
)
def test_a_unit_known_by_its_town_is_wider_than_the_town(
    gazetteer: Gazetteer, footprints: Footprints, word: str, kind: FeatureClass, prec: int
) -> None:
    town = place(gazetteer, "Sarmin, Syria")
    unit = footprints.named(town, Name(town.name, kind, word))
    assert unit.where_prec == prec
    assert word in unit.reason
    at = footprints.named(town)
    assert area_km2(unit.density.highest(0.9)) > area_km2(at.density.highest(0.9))


def test_an_unverified_row_is_drawn_wider(gazetteer: Gazetteer, footprints: Footprints) -> None:
    from dataclasses import replace

    sure = place(gazetteer, "Sarmin, Syria")
    unsure = replace(sure, verified=False)
    areas = [area_km2(footprints.named(p).density.highest(0.9)) for p in (sure, unsure)]
    assert areas[1] > areas[0]


def test_clipping_keeps_to_the_area(gazetteer: Gazetteer, footprints: Footprints) -> None:
    syria = gazetteer.store.geometry("ne:country:SY")
    belief = footprints.named(place(gazetteer, "Kenya"))
    assert footprints.clipped(belief, syria) is belief
    iraq = footprints.named(place(gazetteer, "Iraq"))
    strip = syria.buffer(1.0)
    cut = footprints.clipped(iraq, strip)
    assert strip.buffer(1e-9).covers(cut.density.highest(0.9))


def test_description_says_what_and_where(gazetteer: Gazetteer) -> None:
    text = describe(place(gazetteer, "Sarmin, Syria"), gazetteer.store)
    assert "Idlib" in text
    assert text.endswith("Syria)")
