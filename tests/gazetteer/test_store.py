"""The store over the embedded data: what is found, under which names, and where."""

from __future__ import annotations

import tracemalloc
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Point

from gazetteer.errors import IndexMissingError, IndexVersionError
from gazetteer.model import Bounds, FeatureClass, LngLat
from gazetteer.names import fold, phrase_hash, skeleton
from gazetteer.segment import SegmentWriter
from gazetteer.store import Store


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.open()


def _ids(store: Store, name: str) -> set[str]:
    return {store.place(int(row)).place_id for row in store.rows_named(fold(name))}


# --- Names -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Deir ez-Zor", "geonames:170794"),
        ("Deir Ezzor", "geonames:170794"),
        ("الرقة", "geonames:172955"),
        ("Київ", "geonames:703448"),
        ("Kiev", "geonames:703448"),
        ("Сирия", "ne:country:SY"),
        ("Syrien", "ne:country:SY"),
        ("Syrian Arab Republic", "ne:country:SY"),
        ("العراق", "ne:country:IQ"),
        ("Burma", "ne:country:MM"),
        ("Côte d’Ivoire", "ne:country:CI"),
        ("Ivory Coast", "ne:country:CI"),
        ("Donetsk", "ne:admin1:UA.donetsk"),
        ("حمص", "ne:admin1:SY.homs"),
        ("Homs", "ne:admin1:SY.homs"),
        ("Al Asad Air Base", "airport:ORAA"),
        ("Baghdad International Airport", "airport:ORBI"),
        ("French Guiana", "ne:country:GF"),
    ],
)
def test_a_place_is_found_by_its_names(store: Store, name: str, place_id: str) -> None:
    assert place_id in _ids(store, name)


@pytest.mark.parametrize("code", ["OSM", "DOK", "BGW", "ORBI"])
def test_codes_of_airports_are_no_names(store: Store, code: str) -> None:
    found = {store.place(int(row)) for row in store.rows_named(fold(code))}
    assert not any(p.place_id in {"geonames:99072", "geonames:709717"} for p in found)
    assert not any(p.feature_class is FeatureClass.AIRPORT for p in found)


def test_a_name_that_several_units_claim_is_not_each_ones(store: Store) -> None:
    assert not any(place_id.startswith("ne:admin1:XK") for place_id in _ids(store, "Kosovo"))


def test_every_name_leads_back_to_its_row(store: Store) -> None:
    for row in range(0, store.size, 2_503):
        for name in store.names_of(row):
            assert row in store.rows_named(fold(name)), (row, name)


def test_the_first_name_is_the_places(store: Store) -> None:
    for row in range(0, store.size, 5_003):
        place = store.place(row)
        assert store.names_of(row)[0] == place.name
        assert store.row_of(place.place_id) == row


def test_hashes_of_running_text(store: Store) -> None:
    phrases = ["damascus", "deir ez zor", "alrqt", "not a place at all", ""]
    hashes = np.array([phrase_hash(p) for p in phrases], dtype=np.uint64)
    assert store.contains_hashes(hashes).tolist() == [True, True, False, False, False]
    assert store.rows_named("alrqt").size  # a machine's spelling is found when asked for


@settings(deadline=None)
@given(st.lists(st.integers(0, 2**64 - 1), max_size=50))
def test_hashes_known_are_those_that_have_rows(values: list[int]) -> None:
    store = Store.open()
    known = store.contains_hashes(np.array(values, dtype=np.uint64))
    assert all(store.rows_of_hash(v).size for v, k in zip(values, known, strict=True) if k)


@pytest.mark.parametrize(
    ("query", "place_id"),
    [("Dayr az-Zawr", "geonames:170794"), ("Rakka", "geonames:172955")],
)
def test_skeletons_bridge_spellings(store: Store, query: str, place_id: str) -> None:
    rows = store.rows_with_skeleton(skeleton(query))
    assert store.row_of(place_id) in rows


@pytest.mark.parametrize(
    ("query", "name", "country"),
    [("Kermansha", "Kermanshah", "IR"), ("Khartom", "Khartoum", "SD"), ("Kramtorsk", "Kramatorsk", "UA"),
     ("Kramatosk", "Kramatorsk", "UA")],
)  # fmt: skip
def test_one_slip_away(store: Store, query: str, name: str, country: str) -> None:
    bones = skeleton(query)
    rows = {
        *store.rows_with_skeleton(bones),
        *store.rows_near_skeleton(bones, country_code=country),
    }
    assert name in {store.place(int(row)).name for row in rows}


def test_near_skeletons_keep_to_country_and_limit(store: Store) -> None:
    rows = store.rows_near_skeleton(skeleton("Salamiyah"), country_code="SY", limit=7)
    assert 0 < len(rows) <= 7
    assert {store.place(int(row)).country_code for row in rows} <= {"SY", None}
    assert store.rows_near_skeleton("sl").size == 0  # near to everything


# --- Rows and columns ----------------------------------------------------------------------


def test_columns_say_what_places_say(store: Store) -> None:
    for row in range(0, store.size, 10_007):
        place = store.place(row)
        assert store.column("lng")[row] == place.point.lng
        assert store.column("population")[row] == place.population
        assert store.feature_classes[store.column("feature_class")[row]] is place.feature_class
        assert store.country_codes[store.column("country")[row]] == place.country_code
        unit = int(store.column("admin1")[row])
        assert (store.place(unit).place_id if unit >= 0 else None) == place.admin1


def test_populated_places_lie_in_a_unit_of_their_country(store: Store) -> None:
    classes, units = store.column("feature_class"), store.column("admin1")
    populated = np.flatnonzero(classes == store.feature_classes.index(FeatureClass.POPULATED_PLACE))
    held = populated[units[populated] >= 0]
    assert len(held) > 0.99 * len(populated)
    countries = store.column("country")
    assert (countries[held] == countries[units[held]]).all()


def test_unknown_ids_have_no_row(store: Store) -> None:
    assert store.row_of("geonames:0") is None
    assert store.geometry("geonames:0") is None
    assert store.bounds_of("geonames:0") is None
    with pytest.raises(IndexError):
        store.place(-1)


# --- Space -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("point", "country", "unit"),
    [
        (LngLat(44.4, 33.3), "IQ", "Baghdad"),
        (LngLat(40.14, 35.33), "SY", "Deir ez-Zor"),
        (LngLat(34.1, 45.0), "UA", "Crimea"),
        (LngLat(-13.0, 24.0), "EH", None),
        (LngLat(-52.5, 4.0), "GF", None),
        (LngLat(44.0, 9.5), "SO", "Somaliland"),
        (LngLat(21.1, 42.6), "XK", None),
        (LngLat(34.45, 31.5), "PS", "Gaza Strip"),
        (LngLat(-30.0, 0.0), None, None),
    ],
)
def test_who_holds_a_point(
    store: Store, point: LngLat, country: str | None, unit: str | None
) -> None:
    holder = store.country_at(point)
    assert (holder.country_code if holder else None) == country
    if unit is not None:
        found = store.admin1_at(point)
        assert found is not None
        assert unit in store.names_of(store.row_of(found.place_id) or 0)


def test_many_points_at_once_as_one_by_one(store: Store) -> None:
    rows = np.arange(0, store.size, 9_001)
    lng, lat = store.column("lng")[rows], store.column("lat")[rows]
    for x, y, row in zip(lng, lat, store.units_at(lng, lat), strict=True):
        one = store.admin1_at(LngLat(float(x), float(y)))
        assert (store.place(int(row)).place_id if row >= 0 else None) == (one and one.place_id)


def test_countries_have_sound_polygons_that_hold_their_units(store: Store) -> None:
    for code in ("SY", "UA", "ML", "FR", "FJ"):
        country = store.geometry(f"ne:country:{code}")
        assert country is not None
        assert country.is_valid
        assert store.bounds_of(f"ne:country:{code}") == pytest.approx(country.bounds)
        for unit in store.admin1_units(code):
            shape = store.geometry(unit.place_id)
            assert shape is not None
            assert shape.is_valid
            assert shape.intersection(country).area > 0.95 * shape.area


def test_france_lies_in_europe_and_crimea_in_one_country(store: Store) -> None:
    bounds = store.bounds_of("ne:country:FR")
    assert bounds is not None
    assert bounds.west > -6
    assert bounds.south > 41
    russia = store.geometry("ne:country:RU")
    assert russia is not None
    assert not russia.contains(Point(34.1, 45.0))


def test_neighbours_are_mutual(store: Store) -> None:
    assert {"SY", "IR", "TR"} <= set(store.neighbours("IQ"))
    for country in store.countries():
        code = country.country_code or ""
        assert all(code in store.neighbours(other) for other in store.neighbours(code))
    assert store.neighbours("IS") == ()


@settings(deadline=None)
@given(st.floats(-180, 179), st.floats(-90, 89), st.floats(0.01, 3), st.floats(0.01, 1))
def test_a_box_holds_what_a_scan_finds(west: float, south: float, dx: float, dy: float) -> None:
    store = Store.open()
    bounds = Bounds(west, south, min(west + dx, 180.0), min(south + dy, 90.0))
    lng, lat = store.column("lng"), store.column("lat")
    inside = (lng >= bounds.west) & (lng <= bounds.east)
    inside &= (lat >= bounds.south) & (lat <= bounds.north)
    assert store.rows_within(bounds).tolist() == np.flatnonzero(inside).tolist()


def test_a_box_across_the_antimeridian(store: Store) -> None:
    rows = store.rows_within(Bounds(177.0, -19.0, -179.0, -16.0))
    sides = {store.place(int(row)).point.lng > 0 for row in rows}
    assert sides == {True, False}
    assert all(a < b for a, b in pairwise(rows.tolist()))


@pytest.mark.parametrize("name", ["rivers", "lakes", "disputed_borders"])
def test_layers_for_the_basemap(store: Store, name: str) -> None:
    layer = store.layer(name)
    assert len(layer) > 40
    kind = "Polygon" if name == "lakes" else "LineString"
    assert {shape.geom_type for _, shape in layer} == {kind}
    assert store.layer("no such layer") == ()


# --- Opening -----------------------------------------------------------------------------


def test_opening_maps_and_reads_next_to_nothing() -> None:
    tracemalloc.start()
    Store.open()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8_000_000  # the manifest; the index is some 70 MB


def test_no_index_is_said_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError, match=r"gazetteer\.build --index"):
        Store.open(tmp_path)


def test_an_index_of_another_format_is_refused(tmp_path: Path) -> None:
    SegmentWriter(tmp_path).close(version="1")
    manifest = tmp_path / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"format": ', '"format": 9'))
    with pytest.raises(IndexVersionError, match="format 9"):
        Store.open(tmp_path)


def test_info_names_sources_and_licences(store: Store) -> None:
    info = store.info()
    assert info["places"] == store.size
    assert sum(info["by_feature_class"].values()) == store.size  # type: ignore[attr-defined]
    assert sum(info["by_source"].values()) == store.size  # type: ignore[attr-defined]
    assert "CC BY 4.0" in info["licences"]["GeoNames"]  # type: ignore[index]
