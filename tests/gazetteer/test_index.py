"""Segments on disk: rows in, the same rows out; whole or not at all."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely import LineString, MultiPolygon, Point, Polygon, box

import gazetteer
from gazetteer.errors import GeometryError, SourceError
from gazetteer.index import expand
from gazetteer.mapped import Segment
from gazetteer.model import Bounds, FeatureClass
from gazetteer.names import fold, phrase_hash
from gazetteer.segment import SegmentWriter, filter_bits, whole_folder
from gazetteer.shapes import drawable, ragged
from gazetteer.store import Store

DATA = Path(gazetteer.__file__).parent / "data"

ROWS = st.lists(
    st.tuples(
        st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=4),
        st.floats(-180, 180),
        st.floats(-90, 90),
        st.sampled_from(list(FeatureClass)),
        st.sampled_from([None, "SY", "IQ", "ZZ"]),
        st.integers(0, 2**32 - 1),
        st.booleans(),
    ),
    max_size=30,
)


@given(ROWS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_rows_come_back_as_they_went_in(tmp_path: Path, rows: list[tuple]) -> None:
    folder = tmp_path / "segment"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    writer = SegmentWriter(folder)
    for number, (names, lng, lat, kind, country, people, verified) in enumerate(rows):
        writer.add(f"x:{number}", names, lng, lat, kind, country, population=people,
                   admin1=f"ne:{country}" if country else None, source="s", verified=verified)  # fmt: skip
    writer.close(version="1")
    store = Store([Segment(folder)])
    assert store.size == len(rows)
    for number, (names, lng, lat, kind, country, people, verified) in enumerate(rows):
        place = store.place(number)
        assert place.place_id == f"x:{number}"
        assert store.row_of(place.place_id) == number
        assert store.names_of(number) == tuple(names)
        assert (place.point, place.feature_class) == ((lng, lat), kind)
        assert (place.country_code, place.population) == (country, people)
        assert place.admin1 == (f"ne:{country}" if country else None)
        assert place.verified is verified
        assert all(number in store.rows_named(fold(name)) for name in names)
        assert number in store.rows_within(Bounds(lng, lat, lng, lat))


def test_more_rows_than_a_chunk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gazetteer.segment._CHUNK", 7)
    writer = SegmentWriter(tmp_path)
    for number in range(50):
        writer.add(f"x:{number}", [f"Place {number}", "Same"], number, 0.0, FeatureClass.REGION)
    manifest = writer.close(version="1")
    assert (manifest["rows"], manifest["names"]) == (50, 100)
    store = Store([Segment(tmp_path)])
    assert store.rows_named("same").tolist() == list(range(50))
    assert [store.place(n).name for n in range(50)] == [f"Place {n}" for n in range(50)]


def test_what_machines_spell_is_found_but_not_said(tmp_path: Path) -> None:
    writer = SegmentWriter(tmp_path)
    writer.add("x:1", ["Mosul", "mwsl"], 43.1, 36.3, FeatureClass.POPULATED_PLACE)
    writer.add("x:2", ["Mwsl"], 43.1, 36.3, FeatureClass.POPULATED_PLACE)
    writer.add("x:3", ["Basra", "albsrt"], 47.8, 30.5, FeatureClass.POPULATED_PLACE)
    writer.close(version="1")
    segment = Segment(tmp_path)
    hashes = np.array([phrase_hash(n) for n in ("mwsl", "albsrt", "basra")], dtype=np.uint64)
    assert segment.has_hashes(hashes).tolist() == [True, False, True]
    assert sorted(segment.rows_of("hash", phrase_hash("mwsl")).tolist()) == [0, 1]
    assert segment.rows_of("hash", phrase_hash("albsrt")).tolist() == [2]


def test_an_empty_segment_answers_nothing(tmp_path: Path) -> None:
    with SegmentWriter(tmp_path) as writer:
        writer.close(version="1")
    store = Store([Segment(tmp_path)])
    assert store.size == 0
    assert store.rows_named("anything").size == 0
    assert store.rows_near_skeleton("nthng").size == 0
    assert store.rows_within(Bounds(-180, -90, 180, 90)).size == 0
    assert not store.contains_hashes(np.array([0, 5], dtype=np.uint64)).any()
    assert store.row_of("x:1") is None


# --- Shapes ------------------------------------------------------------------------------

SHAPES = {
    "polygon": box(40, 33, 41, 34),
    "with a hole": Polygon(box(0, 0, 9, 9).exterior, [box(2, 2, 3, 3).exterior]),
    "islands": MultiPolygon([box(0, 0, 1, 1), box(3, 3, 4, 4)]),
    "at the antimeridian": MultiPolygon([box(179, -1, 180, 1), box(-180, -1, -179, 1)]),
    "polar": box(-180, -90, 180, -60),
    "line": LineString([(40, 33), (41, 34), (42, 33)]),
}


@pytest.mark.parametrize("name", SHAPES)
def test_shapes_come_back(tmp_path: Path, name: str) -> None:
    writer = SegmentWriter(tmp_path)
    shapes = [box(10, 10, 11, 11), SHAPES[name], LineString([(0, 0), (1, 1)])]
    rows = [
        writer.add(f"x:{n}", ["X"], 0.0, 0.0, FeatureClass.REGION, has_geometry=True)
        for n in range(len(shapes))
    ]
    writer.add("x:point", ["P"], 0.0, 0.0, FeatureClass.REGION)
    # in two goes, as a long source is written
    writer.add_shapes(np.array(rows[:2]), *ragged(shapes[:2]))
    writer.add_shapes(np.array(rows[2:]), *ragged(shapes[2:]))
    writer.close(version="1")
    store = Store([Segment(tmp_path)])
    for number, shape in enumerate(shapes):
        found = store.geometry(f"x:{number}")
        assert found is not None
        assert found.geom_type == shape.geom_type
        assert found.equals(shape)
        assert store.bounds_of(f"x:{number}") == pytest.approx(shape.bounds)
    assert store.geometry("x:point") is None


def test_what_is_drawn_is_rounded_and_valid() -> None:
    bow = Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])
    drawn = drawable(bow)
    assert drawn is not None
    assert drawn.is_valid
    assert drawable(Point(1, 2)) is None
    assert drawable(Polygon()) is None
    fine = drawable(box(0, 0, 1.0000049, 1))
    assert fine is not None
    assert fine.bounds == (0, 0, 1.0, 1)
    with pytest.raises(GeometryError, match="EPSG:4326"):
        drawable(box(400_000, 5_000_000, 410_000, 5_010_000))
    with pytest.raises(GeometryError, match="Point"):
        ragged([Point(0, 0)])


# --- Folders -----------------------------------------------------------------------------


def _interrupted(target: Path) -> None:
    with whole_folder(target) as folder:
        (folder / "a").write_text("2")
        raise KeyboardInterrupt


def test_a_folder_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "index"
    with whole_folder(target) as folder:
        (folder / "a").write_text("1")
        assert not target.exists()
    assert (target / "a").read_text() == "1"
    with pytest.raises(KeyboardInterrupt):
        _interrupted(target)
    assert (target / "a").read_text() == "1"
    with whole_folder(target) as folder:
        (folder / "b").write_text("3")
    assert [p.name for p in target.iterdir()] == ["b"]
    assert [p.name for p in tmp_path.iterdir()] == ["index"]


@pytest.mark.parametrize(("count", "bits"), [(0, 10), (10**6, 24), (3 * 10**7, 29), (10**12, 30)])
def test_the_prefilter_grows_with_the_names(count: int, bits: int) -> None:
    assert filter_bits(count) == bits


# --- Expanding the committed data --------------------------------------------------------


def test_damaged_or_missing_data_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="missing"):
        expand(tmp_path, tmp_path / "index")
    (tmp_path / "places.npz").write_bytes(b"not what it was")
    manifest = {"files": {"places.npz": "0" * 64}, "version": "1"}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(SourceError, match=r"places\.npz"):
        expand(tmp_path, tmp_path / "index")
    assert not (tmp_path / "index").exists()


@pytest.mark.slow
def test_the_data_expand_to_the_index_that_is_there(tmp_path: Path) -> None:
    """With numpy and the standard library alone, as inside `pip install`."""
    code = (
        "import sys; from pathlib import Path; from gazetteer.index import expand\n"
        "expand(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "heavy = {'shapely', 'anyascii', 'pandas', 'rapidfuzz', 'pyogrio'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    target = tmp_path / "index"
    root = DATA.parent.parent
    subprocess.run([sys.executable, "-c", code, str(DATA), str(target)], check=True, cwd=root)
    there = DATA.parent / "index"
    for file in sorted(there.iterdir()):
        if file.suffix == ".bin":
            assert file.read_bytes() == (target / file.name).read_bytes(), file.name
    before = (target / "manifest.json").stat().st_mtime_ns
    expand(DATA, target)  # current: nothing to do
    assert (target / "manifest.json").stat().st_mtime_ns == before


def test_the_data_are_small_enough_to_commit() -> None:
    assert sum(file.stat().st_size for file in DATA.iterdir()) < 40_000_000
