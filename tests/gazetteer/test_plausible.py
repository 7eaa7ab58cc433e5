"""Areas that an analyst would believe, by kind of reference."""

from __future__ import annotations

import pytest
import shapely

from gazetteer.geodesy import area_km2
from gazetteer.resolver import Gazetteer


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("Talbiseh", 5, 60),
        ("Baghdad", 30, 300),
        ("near Wana", 300, 2_000),
        ("near Baghdad", 1_500, 6_000),
        ("outside Aleppo", 800, 4_000),
        ("on the outskirts of Damascus", 500, 3_000),
        ("the outskirts of Talbiseh", 60, 400),
        ("southern suburbs of Beirut", 50, 800),
        ("northern Khartoum", 50, 800),
        ("5 km west of Kirkuk", 150, 1_000),
        ("10 miles south of Mosul", 400, 2_500),
        ("40 km north-east of Port Sudan", 1_000, 5_000),
        ("about 100 km east of Homs", 4_000, 15_000),
        ("Al-Shifa Hospital", 5, 150),
        ("Ain al-Asad air base", 10, 100),
        ("west of Wana", 300, 3_000),
    ],
)
def test_region_90_is_neither_a_pin_nor_a_province(
    gazetteer: Gazetteer, text: str, least: float, most: float
) -> None:
    footprint = gazetteer.resolve(text).footprint
    assert footprint
    assert least <= area_km2(footprint.region_90) <= most
    assert area_km2(footprint.region_50) < 0.5 * area_km2(footprint.region_90)


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        # the suburb south of Beirut, and Jounieh to the north
        ("southern suburbs of Beirut", (35.51, 33.85), (35.62, 33.98)),
        # Port Sudan lies at 37.22, 19.62: the place told is up the coast, not the city
        ("40 km north-east of Port Sudan", (37.45, 19.88), (37.0, 19.3)),
        ("10 miles south of Mosul", (43.13, 36.2), (43.13, 36.7)),
    ],
)
def test_a_direction_points_that_way(
    gazetteer: Gazetteer, text: str, inside: tuple[float, float], outside: tuple[float, float]
) -> None:
    footprint = gazetteer.resolve(text).footprint
    assert footprint
    assert footprint.region_90.contains(shapely.Point(inside))
    assert not footprint.region_90.contains(shapely.Point(outside))


def test_an_unknown_village_miles_from_a_town_is_not_cut_to_another_town(
    gazetteer: Gazetteer,
) -> None:
    text = "Zzqx village, 40 km west of Mosul, in Tal Afar"
    footprint = gazetteer.resolve(text, country="Iraq").footprint
    assert footprint
    assert area_km2(footprint.region_90) > 500.0
