"""Frames: the way there and back is identity, and a CRS is never guessed."""

from __future__ import annotations

import dataclasses

import geopandas as gpd
import pytest
from hypothesis import given, settings
from incident_strategies import several_located, several_reports
from shapely import box

from gazetteer.model import Footprint, LngLat, Resolution, ResolutionStatus
from geo.errors import IncidentDataError
from geo.frame import DTYPES, FRAME_COLUMNS, from_frame, reports_of_frame, to_frame
from geo.model import Incident, LocatedIncident, Quote, Report

CLASH = Incident("a1", "r", "Battles", "Armed clash", "armed_clash", targets=("a depot",))
FOOTPRINT = Footprint(LngLat(40.5, 34.4), box(40.4, 34.3, 40.6, 34.5), box(40, 34, 41, 35), 2)
PLACED = LocatedIncident(
    CLASH, Resolution("there", ResolutionStatus.RESOLVED, "So.", footprint=FOOTPRINT)
)
REPORT = Report("r", "", "ab" * 32)


@settings(deadline=None, max_examples=25)
@given(several_located, several_reports)
def test_frame_and_back_is_identity(items, reports) -> None:
    frame = to_frame(items, reports)
    assert from_frame(frame) == items
    assert list(frame.columns) == list(FRAME_COLUMNS)
    for name, kind in FRAME_COLUMNS.items():
        assert str(frame[name].dtype) == {"geometry": "geometry", "text": "string"}.get(
            kind, DTYPES.get(kind)
        )


def test_an_empty_frame_has_the_same_dtypes() -> None:
    assert (to_frame([]).dtypes == to_frame([PLACED]).dtypes).all()


def test_three_geometries_in_degrees() -> None:
    frame = to_frame([PLACED])
    assert frame.geometry.name == "geometry"
    assert frame.geometry.iloc[0] == FOOTPRINT.region_90
    assert frame["region_50"].iloc[0] == FOOTPRINT.region_50
    assert (frame["point"].iloc[0].x, frame["point"].iloc[0].y) == FOOTPRINT.point
    assert {frame[name].crs.to_epsg() for name in ("point", "region_50", "geometry")} == {4326}


def test_rows_keep_the_reports_that_they_rest_on() -> None:
    quote = Quote("again", 0, 5, "s")
    item = dataclasses.replace(PLACED, incident=dataclasses.replace(CLASH, quotes=(quote,)))
    others = (Report("s", "", "cd" * 32), Report("t", "", "ef" * 32))
    assert reports_of_frame(to_frame([PLACED, item], (REPORT, *others))) == (REPORT, others[0])


def test_a_frame_without_crs_is_refused() -> None:
    frame = gpd.GeoDataFrame({"incident_id": ["a"]}, geometry=[box(0, 0, 1, 1)])
    with pytest.raises(IncidentDataError, match="set_crs"):
        from_frame(frame)


def test_a_frame_in_metres_is_refused() -> None:
    with pytest.raises(IncidentDataError, match="to_crs"):
        from_frame(to_frame([PLACED]).to_crs(3857))


def test_a_frame_without_geometry_is_refused() -> None:
    with pytest.raises(IncidentDataError, match="set_geometry"):
        from_frame(gpd.GeoDataFrame({"incident_id": ["a"]}))


def test_a_frame_of_somebody_else_needs_an_id_and_areas_only() -> None:
    frame = gpd.GeoDataFrame(
        {"incident_id": ["a"], "count_min": [3], "mine": [1.5]},
        geometry=[box(0, 0, 1, 1)],
        crs="OGC:CRS84",
    )
    (found,) = from_frame(frame)
    assert found.incident.count_max == 3
    assert found.resolution.footprint is not None
    assert found.resolution.footprint.where_prec == 5


def test_a_bad_row_is_named_or_skipped() -> None:
    frame = to_frame([PLACED, PLACED])
    frame.loc[1, "where_prec"] = 9
    with pytest.raises(IncidentDataError, match="row 1: where_prec"):
        from_frame(frame)
    skipped: list[tuple[int, str]] = []
    assert len(from_frame(frame, skip=lambda row, why: skipped.append((row, why)))) == 1
    assert skipped[0][0] == 1


def test_a_corrected_cell_is_read_and_marked() -> None:
    frame = to_frame([PLACED])
    frame.loc[0, "fatalities_min"] = 4
    (found,) = from_frame(frame)
    assert found.incident.fatalities_min == 4
    assert found.incident.edited == ("fatalities_min",)
