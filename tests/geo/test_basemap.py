"""The basemap is what lies around the incidents: clipped, small, and without gaps."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point, box

from gazetteer.model import Bounds
from gazetteer.store import Store
from geo.basemap import basemap, bounds_around, clip_box, write_world
from geo.island import Island, packed
from geo.standalone import web_text


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.open()


IRAQ_SYRIA = Bounds(35.8, 29.0, 48.6, 37.4)


def weight(store: Store, shown: Bounds) -> int:
    base = basemap(store, shown)
    island = Island()
    for name in ("land", "provinces", "lakes", "rivers", "disputed"):
        island.add_shapes(name, getattr(base, name), tolerance_deg=base.tolerance_deg)
    return len(packed(island.to_bytes()))


@pytest.mark.parametrize(
    "shown",
    [
        IRAQ_SYRIA,
        Bounds(68, 30, 74, 35),
        Bounds(44.3, 33.2, 44.5, 33.4),
        Bounds(-80, -5, 60, 55),
        Bounds(176, -40, -176, -10),
        Bounds(-170, -60, 179, 80),
    ],
)
def test_tens_of_kilobytes_wherever_it_is(store: Store, shown: Bounds) -> None:
    assert 1_000 < weight(store, shown) < 90_000


def test_it_holds_what_is_there_and_not_what_is_not(store: Store) -> None:
    base = basemap(store, IRAQ_SYRIA)
    land = shapely.union_all(list(base.land))
    assert all(
        land.contains(Point(p)) for p in [(44.4, 33.3), (36.3, 33.5), (47.9, 29.2), (51.4, 35.7)]
    )
    assert not land.contains(Point(33.0, 33.5))
    names = {label.name for label in base.labels if label.kind == "city"}
    assert {"Baghdad", "Damascus", "Mosul", "Aleppo", "Tehran"} <= names
    assert {"Iraq", "Syria"} <= {label.name for label in base.labels if label.kind == "country"}
    assert base.lakes
    assert base.rivers
    assert base.disputed


def test_neighbours_keep_a_common_border(store: Store) -> None:
    base = basemap(store, IRAQ_SYRIA)
    around = box(40.2, 33.8, 41.6, 36.6)
    land = shapely.union_all([shapely.intersection(shape, around) for shape in base.land])
    assert land.area > 0.9999 * around.area


def test_a_quarter_of_a_city_has_no_name_beside_it(store: Store) -> None:
    cities = [label.point for label in basemap(store, IRAQ_SYRIA).labels if label.kind == "city"]
    for i, a in enumerate(cities):
        for b in cities[i + 1 :]:
            east = (a.lng - b.lng) * math.cos(math.radians(a.lat))
            assert math.hypot(east, a.lat - b.lat) >= 0.13


def test_the_packed_world_is_what_the_store_gives(store: Store, tmp_path: Path) -> None:
    write_world(tmp_path / "world.txt", store)
    assert (tmp_path / "world.txt").read_text() == web_text("world.txt")
    assert len(web_text("world.txt")) < 12_000


boxes = st.tuples(
    st.floats(-179, 179), st.floats(-80, 80), st.floats(0.001, 30), st.floats(0.001, 20)
).map(lambda t: (t[0], t[1], min(180.0, t[0] + t[2]), min(84.0, t[1] + t[3])))


@given(st.lists(boxes, min_size=1, max_size=6))
def test_bounds_hold_every_shape_and_so_does_the_clip(
    parts: list[tuple[float, float, float, float]],
) -> None:
    bounds = bounds_around([box(*part) for part in parts])
    assert bounds is not None
    for outer in (bounds, clip_box(bounds)):
        for west, south, east, north in parts:
            assert outer.south <= south
            assert north <= outer.north + 1e-9
            span = (outer.east - outer.west) % 360 or 360
            assert (west - outer.west) % 360 <= span + 1e-6 or outer == Bounds(-180, -85, 180, 85)
            assert (east - outer.west) % 360 <= span + 1e-6 or outer == Bounds(-180, -85, 180, 85)


def test_across_the_antimeridian_the_short_way_is_taken() -> None:
    bounds = bounds_around([box(177, -19, 180, -16), box(-180, -18, -178, -15)])
    assert bounds == Bounds(177.0, -19.0, -178.0, -15.0)
