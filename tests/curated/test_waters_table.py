"""Seas, straits and lakes."""

from __future__ import annotations

import pytest
from curated_tables import Row, chunks, store
from shapely import Point

from gazetteer.model import FeatureClass, LngLat
from gazetteer.names import fold
from gazetteer.sources import curated

WATERS = {FeatureClass.SEA, FeatureClass.STRAIT, FeatureClass.LAKE}


@pytest.mark.parametrize("rows", chunks("waters"))
def test_the_outline_is_valid_and_the_point_is_in_it(rows: list[Row]) -> None:
    for row in rows:
        shape = store().geometry(f"curated:{row['slug']}")
        found = store().row_of(f"curated:{row['slug']}")
        assert shape is not None, row["slug"]
        assert found is not None, row["slug"]
        assert shape.is_valid
        assert not shape.is_empty
        assert FeatureClass(row["class"]) in WATERS
        assert shape.distance(Point(store().place(found).point)) < 0.05, row["slug"]


@pytest.mark.parametrize("rows", chunks("waters"))
def test_the_point_of_a_sea_is_not_on_land(rows: list[Row]) -> None:
    dry = []
    for row in rows:
        found = store().row_of(f"curated:{row['slug']}")
        assert found is not None
        narrow = "line" in row["shape"]  # canals and the Turkish straits are thinner than the coast
        if row["class"] != FeatureClass.LAKE and not narrow:
            held = store().country_at(store().place(found).point)
            if held is not None:
                dry.append(f"{row['slug']}: {held.name}")
    assert dry == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Persian Gulf", "Arabian Gulf"),
        ("Sea of Japan", "East Sea"),
        ("South China Sea", "West Philippine Sea"),
        ("Bab el-Mandeb", "باب المندب"),
        ("Sea of Azov", "Азовське море"),
        ("Gulf of Mexico", "Golfo de México"),
        ("Strait of Hormuz", "مضيق هرمز"),
    ],
)
def test_both_names_of_a_disputed_water_find_it(one: str, other: str) -> None:
    first = set(store().rows_named(fold(one)).tolist())
    assert first & set(store().rows_named(fold(other)).tolist())


@pytest.mark.parametrize(
    ("name", "point"),
    [
        ("red-sea", (38.0, 20.0)),
        ("gulf-of-aden", (47.0, 12.5)),
        ("strait-of-hormuz", (56.5, 26.5)),
        ("black-sea", (34.0, 43.5)),
        ("baltic-sea", (19.0, 56.5)),
        ("south-china-sea", (114.0, 12.0)),
        ("gulf-of-guinea", (3.0, 3.0)),
        ("caribbean-sea", (-75.0, 15.0)),
        ("lake-chad", (14.3, 13.1)),
    ],
)
def test_waters_hold_what_all_agree_on(name: str, point: tuple[float, float]) -> None:
    shape = store().geometry(f"curated:{name}")
    assert shape is not None
    assert shape.covers(Point(point))
    if not name.startswith("lake"):
        assert store().country_at(LngLat(*point)) is None


def test_there_are_enough() -> None:
    assert len(curated.rows("waters")) >= 150
