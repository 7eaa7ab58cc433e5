"""Shapes from shapes, on plain squares whose answers are known."""

from __future__ import annotations

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, Point, box

from gazetteer import relations
from gazetteer.density import Field
from gazetteer.geodesy import BEARINGS, area_km2, bearing_deg, distance_m
from gazetteer.model import LngLat
from gazetteer.parameters import DEFAULTS

WEST, EAST = box(10, 0, 14, 4), box(14, 0, 18, 4)
NORTH = box(10, 4, 18, 8)


def even(area) -> Field:
    import numpy as np

    west, south, east, north = area.bounds
    return Field(LngLat(west, south), ((east - west) / 40, (north - south) / 40),
                 np.ones((40, 40)), area)  # fmt: skip


def test_border_lies_on_both_sides_and_nowhere_else() -> None:
    line = relations.shared_border(WEST, EAST)
    strip = relations.border(line, [WEST, EAST], DEFAULTS)
    assert strip is not None
    region = strip.highest(0.9)
    for side in (WEST, EAST):
        assert region.intersection(side).area == pytest.approx(region.area / 2, rel=0.02)
    assert region.intersection(NORTH).area < 1e-6
    assert region.covers(strip.highest(0.5))


def test_areas_apart_share_no_border() -> None:
    far = box(30, 0, 34, 4)
    assert relations.shared_border(WEST, far).is_empty
    assert relations.border(relations.shared_border(WEST, far), [WEST, far], DEFAULTS) is None


def test_three_areas_meet_in_a_point() -> None:
    meeting = relations.tripoint([WEST, EAST, NORTH], DEFAULTS)
    assert meeting is not None
    assert distance_m(meeting.point, (14, 4)) < 10_000


@pytest.mark.parametrize("name", sorted(BEARINGS))
def test_part_lies_on_its_side(name: str) -> None:
    region = relations.part(even(WEST), name, DEFAULTS).highest(0.9)
    middle = region.centroid
    turn = (bearing_deg((12, 2), (middle.x, middle.y)) - BEARINGS[name] + 180) % 360 - 180
    assert abs(turn) < 25
    assert WEST.buffer(1e-9).covers(region)
    assert 0.2 < region.area / WEST.area < 0.6


def test_far_part_lies_within_the_part() -> None:
    near, far = (relations.part(even(WEST), n, DEFAULTS).highest(0.9) for n in ("east", "far-east"))
    assert far.difference(near).area < 0.02 * far.area
    assert far.area < near.area


def test_centre_is_central() -> None:
    region = relations.part(even(WEST), "central", DEFAULTS).highest(0.9)
    assert region.covers(Point(12, 2))
    assert not region.covers(Point(10.2, 0.2))


@given(st.floats(0, 359), st.floats(2_000, 300_000))
def test_offset_centre_is_where_it_says(bearing: float, distance: float) -> None:
    start = LngLat(30.0, 15.0)
    belief = relations.offset(start, distance, distance, bearing, DEFAULTS)
    assert distance_m(start, belief.point) == pytest.approx(distance, rel=1e-6)
    assert belief.highest(0.9).covers(belief.highest(0.5))


def test_offset_without_direction_is_a_ring() -> None:
    belief = relations.offset(LngLat(30, 15), 50_000, 50_000, None, DEFAULTS)
    assert not belief.highest(0.9).covers(Point(30, 15))
    assert belief.highest(0.5).covers(Point(30, 15 + 50 / 111.2))


def test_between_holds_the_middle_and_a_road_is_narrower() -> None:
    ends = [LngLat(30, 15), LngLat(31, 15)]
    wide, road = (relations.between(ends, r, DEFAULTS).highest(0.9) for r in (False, True))
    assert road.covers(Point(30.5, 15))
    assert area_km2(road) < area_km2(wide)


def test_one_bank_is_not_the_other() -> None:
    river = LineString([(30, 10), (30, 12)])
    east = relations.along(river, "east", DEFAULTS).highest(0.9)
    assert east.covers(Point(30.05, 11))
    assert not east.intersects(Point(29.95, 11))


def test_sea_off_a_coast_holds_no_land() -> None:
    sea = relations.seaward(Point(10, 2), [WEST], DEFAULTS)
    assert sea is not None
    assert sea.highest(0.9).intersection(WEST).area < 1e-9
    assert sea.highest(0.9).covers(Point(9.9, 2))
    assert relations.seaward(Point(12, 2), [box(-20, -20, 40, 40)], DEFAULTS) is None


def test_whole_is_the_area_itself() -> None:
    belief = relations.whole(WEST, lambda: even(WEST), LngLat(12, 2))
    assert belief.highest(0.9).equals(WEST)
    assert shapely.area(belief.highest(0.5)) < WEST.area
