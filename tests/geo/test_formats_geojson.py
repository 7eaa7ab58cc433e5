"""GeoJSON: what is written is valid, repeatable, and comes back as it was."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from incident_strategies import (
    points,
    raw_regions,
    several_located,
    several_reports,
)

import geo
from gazetteer.geodesy import disc
from gazetteer.model import Footprint, LngLat, Resolution, ResolutionStatus
from geo.errors import IncidentDataError
from geo.formats.geojson import geojson_lines, read_geojson, write_geojson
from geo.formats.jsonl import Failure
from geo.formats.regions import region_from_geojson, region_to_geojson, tidy
from geo.model import Incident, LocatedIncident, Report

relaxed = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40
)
CLASH = Incident("a1", "r", "Battles", "Armed clash", "armed_clash")


def located(region: shapely.Polygon | None = None) -> LocatedIncident:
    footprint = Footprint(LngLat(40.5, 34.4), region, region, 2) if region else None
    status = ResolutionStatus.RESOLVED if region else ResolutionStatus.NOT_FOUND
    return LocatedIncident(CLASH, Resolution("there", status, "It says so.", footprint=footprint))


@relaxed
@given(several_located, several_reports)
def test_what_is_written_is_read_back(tmp_path: Path, items, reports) -> None:
    path = tmp_path / "x.geojson"
    write_geojson(path, items, reports)
    first = path.read_bytes()
    assert read_geojson(path) == (items, reports)
    write_geojson(path, *read_geojson(path))
    assert path.read_bytes() == first


@relaxed
@given(st.data())
def test_regions_are_valid_rounded_and_right_handed(data: st.DataObject) -> None:
    region = data.draw(points.flatmap(lambda point: raw_regions(around=point)))
    made = region_to_geojson(region)
    shape = region_from_geojson(made)
    assert shape is not None
    assert shape.is_valid
    assert shape.area > 0
    assert -180 <= shape.bounds[0] <= shape.bounds[2] <= 180
    for part in shapely.get_parts(shape):
        assert part.exterior.is_ccw
        assert not any(ring.is_ccw for ring in part.interiors)
    xy = shapely.get_coordinates(shape)
    assert (xy.round(5) == xy).all()
    assert shapely.equals_exact(tidy(shape), shape)


def test_a_region_over_the_antimeridian_is_cut() -> None:
    shape = region_from_geojson(region_to_geojson(disc((179.9, 0.0), 50_000)))
    assert shape is not None
    assert shape.geom_type == "MultiPolygon"
    assert all(part.bounds[2] - part.bounds[0] < 2 for part in shape.geoms)


def test_the_contract_of_a_feature(tmp_path: Path) -> None:
    store = SimpleNamespace(version="g7", country=lambda code: None, row_of=lambda place_id: None)
    report = Report("r", "the text", "ab" * 32, source="A wire", url="https://example.org/1")
    path = tmp_path / "new folder" / "x.geojson"
    write_geojson(path, [located(disc((40.5, 34.4), 9_000)), located()], [report], store)
    made = json.loads(path.read_text(encoding="utf-8"))
    assert made["type"] == "FeatureCollection"
    assert made["product"] == {"name": "incident-mapper", "version": geo.__version__}
    assert made["gazetteer"] == {"version": "g7"}
    assert made["reports"][0]["name"] == "r"
    assert made["reports"][0]["sha256"] == "ab" * 32
    assert "the text" not in path.read_text(encoding="utf-8")
    drawn, undrawn = made["features"]
    assert drawn["geometry"]["type"] == "Polygon"
    assert drawn["properties"]["region_50"]["type"] == "Polygon"
    assert (drawn["properties"]["lat"], drawn["properties"]["lon"]) == (34.4, 40.5)
    assert undrawn["geometry"] is None
    assert undrawn["properties"]["resolution_status"] == "not_found"
    assert not any(
        isinstance(value, dict) for key, value in drawn["properties"].items() if key != "region_50"
    )


def test_one_feature_a_line() -> None:
    text = "".join(geojson_lines([located(), located()], []))
    assert [line[:16] for line in text.splitlines()[1:-1]] == ['{"type": "Featur'] * 2


def test_nothing_half_written(tmp_path: Path) -> None:
    path = tmp_path / "x.geojson"
    path.write_text("before")
    broken = LocatedIncident(CLASH, Resolution("x", ResolutionStatus.RESOLVED, object()))  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        write_geojson(path, [located(), broken], [])
    assert path.read_text() == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["x.geojson"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b'{"type": "FeatureCollection",', "cut short"),
        (b"[1, 2]", "FeatureCollection"),
        (b'{"type": "Feature", "properties": {}}', "FeatureCollection"),
        (b'{"features": [], "crs": {"properties": {"name": "EPSG:3857"}}}', "EPSG:4326"),
        (b'{"features": [], "crs": 5}', "EPSG:4326"),
        (b'{"features": [{"properties": {"incident_id": NaN}}]}', "null"),
        (b"[" * 100_000, "nested"),
        (b'{"features": [], "reports": [3]}', "report 1"),
        (b'{"features": [7]}', "feature 1: no feature"),
        (b'{"features": [{"properties": {}}]}', "feature 1: incident_id"),
    ],
)
def test_a_bad_file_is_named_with_the_remedy(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "bad.geojson"
    path.write_bytes(content)
    with pytest.raises(IncidentDataError, match=words) as caught:
        read_geojson(path)
    assert str(path) in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(IncidentDataError, match=r"nowhere\.geojson"):
        read_geojson(tmp_path / "nowhere.geojson")


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "Polygon", "coordinates": [[[500000, 4649776], [500100, 4649776], [500000, 1]]]},
        {"type": "Polygon", "coordinates": [[["a", "b"]]]},
        {"type": "Polygon", "coordinates": [[[1, 2]]]},
        {"type": "Polygon"},
        {"type": "Circle", "coordinates": [1, 2]},
        {"type": "Point", "coordinates": [1, 2]},
        "POINT (1 2)",
        [1, 2],
    ],
)
def test_a_bad_geometry_skips_its_row_alone(tmp_path: Path, geometry: object) -> None:
    good = {"type": "Feature", "geometry": None, "properties": {"incident_id": "a"}}
    bad = {**good, "geometry": geometry}
    path = tmp_path / "x.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [good, bad, good]}))
    skipped: list[Failure] = []
    items, _ = read_geojson(path, skip=skipped.append)
    assert len(items) == 2
    assert [failure.line for failure in skipped] == [2]


def test_what_a_person_corrected_in_the_file_wins_and_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "x.geojson"
    write_geojson(path, [located()], [])
    made = json.loads(path.read_text())
    made["features"][0]["properties"] |= {"actors": ["A", "B"], "count_min": 2, "count_max": 2}
    path.write_text(json.dumps(made))
    for _ in range(2):
        (item,), reports = read_geojson(path)
        assert [actor.name for actor in item.incident.actors] == ["A", "B"]
        assert item.incident.edited == ("actors", "count_min", "count_max")
        write_geojson(path, [item], reports)


def test_no_pandas_on_this_path() -> None:
    import subprocess
    import sys

    code = "import sys, geo.formats.geojson; print([m for m in ('pandas', 'geopandas', 'folium') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
