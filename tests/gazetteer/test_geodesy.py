"""Metres on the globe, against the ellipsoid and across the antimeridian."""

from __future__ import annotations

import math

import pytest
import shapely
from hypothesis import assume, given
from hypothesis import strategies as st
from pyproj import Geod
from shapely.geometry import Point, box

from gazetteer.errors import GeometryError
from gazetteer.geodesy import (
    LocalProjection,
    area_km2,
    bearing_deg,
    buffer_m,
    centre_of,
    destination,
    disc,
    distance_m,
    normalise,
    sector,
    strip,
)

GEOD = Geod(ellps="WGS84")
points = st.tuples(st.floats(-180, 180), st.floats(-85, 85))
metres = st.floats(10, 500_000)


@given(points, points)
def test_distance_is_the_ellipsoids_within_a_percent(a, b) -> None:
    true = GEOD.inv(*a, *b)[2]
    assert distance_m(a, b) == pytest.approx(true, rel=0.01, abs=1)
    assert distance_m(a, b) == pytest.approx(distance_m(b, a))


@given(points, st.floats(0, 360), metres)
def test_destination_is_that_far_and_that_way(origin, bearing, distance) -> None:
    end = destination(origin, bearing, distance)
    assert distance_m(origin, end) == pytest.approx(distance, rel=1e-6, abs=0.01)
    assume(abs(origin[1]) < 80)
    turn = (bearing_deg(origin, end) - bearing + 180) % 360 - 180
    assert abs(turn) < 0.01


@given(points, metres)
def test_disc_has_its_area_and_holds_its_centre(point, radius) -> None:
    region = disc(point, radius)
    assert area_km2(region) == pytest.approx(math.pi * radius**2 / 1e6, rel=0.01)
    west, _, east, _ = region.bounds
    assert -180 <= west <= east <= 180
    assert region.buffer(1e-9).covers(Point(point))


@given(points, st.floats(0, 360), st.floats(5, 170), metres)
def test_sector_is_a_share_of_the_disc(point, bearing, half, radius) -> None:
    assume(abs(point[1]) < 60 or radius < 20_000)
    share = area_km2(sector(point, bearing, half, 0.0, radius)) / area_km2(disc(point, radius))
    assert share == pytest.approx(half / 180, rel=0.05)


def test_across_the_antimeridian() -> None:
    region = disc((179.9, -17.0), 50_000)
    assert region.covers(Point(179.8, -17))
    assert region.covers(Point(-179.9, -17))
    assert abs(centre_of(region)[0]) == pytest.approx(180, abs=0.6)


@given(points, metres)
def test_projection_round_trip(point, radius) -> None:
    local = LocalProjection(*point)
    flat = local.project(Point(point).buffer(0.2))
    back = local.unproject(flat)
    assert area_km2(back) == pytest.approx(area_km2(normalise(Point(point).buffer(0.2))), rel=0.02)


def test_buffer_and_strip_widths() -> None:
    assert area_km2(buffer_m(box(10, 10, 11, 11), 0.0)) == pytest.approx(
        area_km2(box(10, 10, 11, 11)), rel=0.01
    )
    way = strip(((10.0, 0.0), (11.0, 0.0)), 5_000.0)
    assert area_km2(way) == pytest.approx(111.2 * 10 + math.pi * 25, rel=0.02)


@pytest.mark.parametrize("point", [(0.0, 91.0), (math.nan, 0.0), (math.inf, 0.0)])
def test_what_is_no_point(point) -> None:
    with pytest.raises(GeometryError):
        distance_m(point, (0.0, 0.0))


def test_impossible_shapes() -> None:
    with pytest.raises(GeometryError):
        sector((0.0, 0.0), 0.0, 10.0, 5.0, 1.0)
    with pytest.raises(GeometryError):
        buffer_m(Point(0, 0), math.inf)
    with pytest.raises(GeometryError):
        centre_of(shapely.Polygon())
