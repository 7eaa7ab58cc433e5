"""A table holds the same whether it came from rows or from a frame."""

from __future__ import annotations

import dataclasses
import datetime as dt

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from incident_strategies import several_located
from map_cases import REPORT, hostile, many, three
from shapely import Point, box

from geo.errors import IncidentDataError
from geo.frame import from_frame, to_frame
from geo.framed import table_of_frame
from geo.maps import IncidentMap
from geo.table import NOT_STATED, UNDATED, Table, table_of


def assert_same(one: Table, other: Table) -> None:
    assert one.n == other.n
    assert one.ints.keys() == other.ints.keys()
    for name, column in one.ints.items():
        assert column.tolist() == other.ints[name].tolist(), name
    assert one.words.keys() == other.words.keys()
    for name, words in one.words.items():
        assert words.texts() == other.words[name].texts(), name
        assert words.words == other.words[name].words, name
    for name in ("quote", "quote_report_id"):
        assert getattr(one, name).texts() == getattr(other, name).texts()
    assert one.quote_start.tolist() == other.quote_start.tolist()
    assert one.regions.of_row.tolist() == other.regions.of_row.tolist()
    assert one.regions.footprints == other.regions.footprints


@settings(deadline=None, max_examples=40)
@given(several_located)
def test_rows_and_their_frame_make_one_table(items) -> None:
    frame = to_frame(items)
    made = table_of_frame(frame)
    assert made is not None
    assert_same(made, table_of(from_frame(frame)))


@pytest.mark.parametrize("rows", [three(), many(60, 9), hostile()[0]], ids=["3", "60", "hostile"])
def test_maps_of_rows_and_of_their_frame_are_equal_bytes(rows) -> None:
    told = {"title": "T", "subtitle": "S"}
    assert IncidentMap(to_frame(rows, [REPORT]), **told).to_html() == (
        IncidentMap(rows, [REPORT], **told).to_html()
    )


FOREIGN = {
    "incident_id": ["a", "b", "c"],
    "sub_event_type": ["Air/drone strike", "Peaceful protest", None],
    "start_date": ["2021-06-28", None, dt.date(2020, 1, 2)],
    "count_min": [3.0, np.nan, 1.0],
    "actors": [["A", "B"], [], None],
    "quote": [None, None, None],
    "mine": [1.5, 2.5, 3.5],
}


def foreign(**columns: object) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(
        {**FOREIGN, **columns}, geometry=[box(0, 0, 1, 1), None, Point(2, 2)], crs=4326
    )


def test_a_frame_of_somebody_else_needs_few_columns() -> None:
    frame = foreign()
    made = table_of_frame(frame)
    assert made is not None
    assert_same(made, table_of(from_frame(frame)))
    assert made.words["kind"].texts() == ["airstrike", "other", "other"]
    assert made.ints["start"].tolist()[1] == UNDATED
    assert made.ints["count_max"].tolist() == [3, 1, 1]
    assert made.ints["fat_min"].tolist() == [NOT_STATED] * 3
    assert [f.where_prec for f in made.regions.footprints] == [5, 5]


@pytest.mark.parametrize(
    "columns",
    [
        {"sub_event_type": pd.Categorical(["Air/drone strike", None, "Attack"])},
        {"start_date": pd.to_datetime(["2021-06-28", None, "1969-12-31"])},
        {"count_max": [3, None, 4]},
        {"end_date": ["2021-06-30", "2021-01-01", None], "edtf": ["2021-06-28/30", "../2021", ""]},
        {"where_prec": [1, 7, 2], "lat": [0.5, 1, None], "lon": [0.5, 1, None]},
        {"actors": [np.array(["A"], dtype=object), np.array([], dtype=object), None]},
        {"actors_detail": [[{"name": "A"}], [], [{"name": "Z"}]]},
        {"quotes": [[{"text": "q", "start": 1, "end": 2}], None, []], "report_id": ["r", "s", "t"]},
        {"quote": ["Only here.", None, "And here."], "quote_start": [7, None, None]},
        {"related": [["b", "nobody"], None, ["a"]]},
        {"resolution_status": ["ambiguous", None, None], "reason": ["So.", None, None]},
        {"region_50": gpd.GeoSeries([box(0.4, 0.4, 0.6, 0.6), box(5, 5, 6, 6), None], crs=4326)},
        {"open_end": [True, None, False], "date_prec": pd.array([1, None, 5], dtype="Int64")},
        {
            "places": [[{"text": "there", "start": 0, "end": 5}], [], None],
            "place_text": ["x", "", None],
        },
    ],
)
def test_columns_of_many_forms_are_read_as_row_by_row(columns: dict[str, object]) -> None:
    frame = foreign(**columns)
    made = table_of_frame(frame)
    assert made is not None
    assert_same(made, table_of(from_frame(frame)))


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        ({"count_min": [3, -1, 1]}, "row 1: count_min"),
        ({"fatalities_min": [5, 5, 5], "fatalities_max": [6, 6, 4]}, "row 2: fatalities_min"),
        ({"where_prec": [1, 2, 9]}, "row 2: where_prec"),
        ({"start_date": ["June", None, None]}, "row 0: start_date"),
        ({"incident_id": ["a", "", "c"]}, "row 1: incident_id"),
        ({"count_min": [1.5, 1, 1]}, "row 0: count_min"),
        ({"targets": ["a depot", None, None]}, "row 0: targets"),
        ({"kind": ["a", 3, "b"]}, "row 1: kind"),
        ({"resolution_status": ["lost", None, None]}, "row 0: resolution_status"),
        ({"place": [3, None, None]}, "row 0"),
        ({"quotes": [[{"text": 3, "start": 0, "end": 1}], None, None]}, "row 0: quotes"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_row(columns: dict[str, object], says: str) -> None:
    frame = foreign(**columns)
    assert table_of_frame(frame) is None
    with pytest.raises(IncidentDataError, match=says):
        IncidentMap(frame)


def test_a_map_of_a_frame_makes_no_object_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise AssertionError("a row was made")

    frame = to_frame(many(30, 5), [REPORT])
    monkeypatch.setattr("geo.frame.from_frame", fail)
    assert "im-data" in IncidentMap(frame, title="T").to_html()


def test_regions_that_are_equal_are_one_whoever_made_them() -> None:
    rows = many(40, 4)
    copies = [
        dataclasses.replace(
            row,
            resolution=dataclasses.replace(
                row.resolution,
                footprint=dataclasses.replace(row.resolution.footprint),  # type: ignore[type-var]
            ),
        )
        for row in rows
    ]
    assert len(table_of(copies).regions.footprints) <= 4
    assert table_of(copies).regions.of_row.tolist() == table_of(rows).regions.of_row.tolist()
