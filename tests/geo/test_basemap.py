"""The basemap is what lies around the incidents: clipped, small, and without gaps."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point, box

from gazetteer.geodesy import disc
from gazetteer.model import (
    Bounds,
    Footprint,
    LngLat,
    Resolution,
    ResolutionStatus,
    TrailStep,
)
from gazetteer.store import Store
from geo.basemap import Basemap, basemap, bounds_around, clip_box, write_world
from geo.basemap.names import write_names
from geo.island import Island, packed
from geo.maps import IncidentMap
from geo.model import Incident, LocatedIncident
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


def footprint(lng: float, lat: float, *, km: float = 8, rule: str = "") -> Footprint:
    point = LngLat(lng, lat)
    trail = (TrailStep(rule, "", ()),) if rule else ()
    return Footprint(point, disc(point, km * 500), disc(point, km * 1000), 2, trail)


def named(base: Basemap, kind: str) -> set[str]:
    return {label.name for label in base.labels if label.kind == kind}


@pytest.mark.parametrize(
    ("lang", "country", "city", "sea"),
    [
        ("en", "Syria", "Aleppo", "Mediterranean Sea"),
        ("fr", "Syrie", "Damas", "Méditerranée"),
        ("es", "Siria", "Damasco", "Mar Mediterráneo"),
        ("ar", "سوريا", "حلب", "البحر المتوسط"),
        ("ru", "Сирия", "Алеппо", "Средиземное море"),
        ("uk", "Сирія", "Мосул", "Середземне море"),
    ],
)
def test_labels_are_in_the_language_of_the_map(
    store: Store, lang: str, country: str, city: str, sea: str
) -> None:
    base = basemap(store, Bounds(30, 29, 48, 38), lang=lang)
    assert country in named(base, "country")
    assert city in named(base, "city")
    assert sea in named(base, "sea")
    # A sea that has no name in the language has none on the map either.
    assert lang == "en" or "Ionian Sea" not in named(base, "sea")


def test_a_name_of_another_language_with_the_same_letters_is_not_taken(store: Store) -> None:
    ru, uk = (named(basemap(store, Bounds(30, 46, 40, 51), lang=x), "city") for x in ("ru", "uk"))
    assert {"Харьков", "Донецк", "Краматорск"} <= ru
    assert {"Харків", "Донецьк", "Краматорськ"} <= uk


def test_the_table_of_names_is_what_babel_gives(tmp_path: Path) -> None:
    pytest.importorskip("babel")
    write_names(tmp_path / "names.json")
    table = (tmp_path / "names.json").read_text("utf-8")
    assert '"SY": "Syrie"' in table
    assert "(" not in table


SPREAD = ((36.2, 33.5), (44.4, 33.3), (30.5, 50.4), (-76.5, 3.4), (90.4, 23.7), (121.0, 14.6))


def test_a_wide_map_is_fine_around_its_incidents(store: Store) -> None:
    spots = [footprint(lng, lat) for lng, lat in SPREAD]
    shown = bounds_around(spot.region_90 for spot in spots)
    assert shown is not None
    plain, fine = basemap(store, shown), basemap(store, shown, footprints=spots)

    def corners(base: Basemap, where: shapely.Polygon) -> int:
        return sum(
            int(shapely.contains_xy(where, shapely.get_coordinates(shape)).sum())
            for shape in base.land
        )

    lebanon, canada = box(35, 32.6, 37, 34.6), box(-140, 50, -60, 75)
    assert corners(fine, lebanon) > 3 * corners(plain, lebanon)
    assert corners(fine, canada) < 1.3 * corners(plain, canada)
    assert not plain.provinces
    assert {"Baghdad", "Kyiv"} <= named(fine, "city")
    assert len(named(fine, "city")) > len(named(plain, "city"))
    land = shapely.union_all([shapely.make_valid(shape) for shape in fine.land])
    assert all(land.contains(Point(p)) for p in [(36.3, 33.5), (2.3, 48.8), (-100, 40), (135, -25)])


def test_a_page_of_the_world_is_small_all_the_same(store: Store) -> None:
    rows = [
        LocatedIncident(
            Incident(f"i{number}", "r", "Battles", "Armed clash", "armed_clash"),
            Resolution("x", ResolutionStatus.RESOLVED, "r", footprint=footprint(lng, lat)),
        )
        for number, (lng, lat) in enumerate(SPREAD)
    ]
    assert len(IncidentMap(rows, store=store).to_html().encode()) < 250_000


def test_many_places_make_the_page_no_larger_than_a_few(store: Store) -> None:
    many = [footprint(lng, lat) for lng in range(-100, 140, 8) for lat in range(-30, 60, 8)]
    base = basemap(store, Bounds(-100, -30, 140, 60), footprints=many)
    island = Island()
    for name in ("land", "provinces", "lakes", "rivers", "disputed"):
        island.add_shapes(name, getattr(base, name), tolerance_deg=base.tolerance_deg)
    assert len(packed(island.to_bytes())) < 90_000


def test_no_town_is_named_where_a_place_is_withheld(store: Store) -> None:
    shown = footprint(44.4, 33.3, km=60)
    hidden = footprint(44.4, 33.3, km=60, rule="withheld")
    bounds = bounds_around([shown.region_90])
    assert bounds is not None
    assert "Baghdad" in named(basemap(store, bounds, footprints=[shown]), "city")
    base = basemap(store, bounds, footprints=[hidden])
    for label in base.labels:
        if label.kind in {"city", "province"}:
            assert not hidden.region_90.contains(Point(label.point)), label.name
    assert "Iraq" in named(base, "country")
    quiet = basemap(store, bounds, footprints=[shown], unnamed={"Baghdad"})
    assert "Baghdad" not in named(quiet, "city")


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
