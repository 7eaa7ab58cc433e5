"""Density from geometry: what "east of", "on the border of", "between" make of places.

Each function takes the shapes of places in EPSG:4326 and the parameters, and returns a
`Density`. Nothing here looks a name up. The relations of the language and their shapes:

    part      a mask that fades in along a direction, over where people are
    border    a strip on both sides of the line that two areas share
    offset    a slice of a ring, or a disc about the point that is reached
    between   a strip along the way
    along     a strip along a line, or along one bank of it
    seaward   the sea off a coast
    around    a ring about an area
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely.affinity import scale, translate
from shapely.ops import substring

from gazetteer.density import Cored, Density, Field, Nested, Radial
from gazetteer.geodesy import (
    BEARINGS,
    LocalProjection,
    buffer_m,
    centre_of,
    destination,
    distance_m,
    polygonal,
    sector,
    strip,
)
from gazetteer.model import LngLat
from gazetteer.parameters import Parameters

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = [
    "along",
    "around",
    "between",
    "beyond",
    "border",
    "course",
    "main_mass",
    "offset",
    "part",
    "seaward",
    "shared_border",
    "toward",
    "tripoint",
    "whole",
]

_GAP_DEG = 5.0
"""Of sea or foreign land between two pieces that are still one country to the eye."""
_DEGREE_M = 111_195.0


def whole(area: BaseGeometry, settled: Callable[[], Field], point: LngLat) -> Density:
    """A unit named as such: drawn whole, its denser half within it."""
    return Cored(point, area, lambda: settled().highest(0.5))


def part(settled: Field, which: str, parameters: Parameters) -> Density:
    """A part of an area: "eastern", "far-east", "central".

    The share of the area that lies behind a cell, seen in the direction named, says how
    far into the part the cell is; so a part takes up the same share of every country.
    """
    far = which.startswith("far-")
    name = which.removeprefix("far-")
    lng, lat = settled.axes
    xx, yy = np.meshgrid(lng, lat)
    inside = settled.weights > 0
    middle = lat[np.any(inside, axis=1)].mean()
    shrink = math.cos(math.radians(float(middle)))
    if name in BEARINGS:
        turn = math.radians(BEARINGS[name])
        position = xx * shrink * math.sin(turn) + yy * math.cos(turn)
        start = parameters.far_from if far else parameters.part_from
    else:  # central: the most inward first
        x0, y0 = xx[inside].mean(), yy[inside].mean()
        spread_x = max(float(np.ptp(xx[inside])), 1e-9)
        spread_y = max(float(np.ptp(yy[inside])), 1e-9)
        position = -np.hypot((xx - x0) / spread_x, (yy - y0) / spread_y)
        start = 1.0 - parameters.central_share
    ranks = np.searchsorted(np.sort(position[inside]), position) / max(int(inside.sum()), 1)
    mask = 1.0 / (1.0 + np.exp(-(ranks - start) / parameters.part_fade))
    # What lies well behind the beginning is not in the part at all.
    mask = np.where(ranks < start - parameters.part_fade, 0.0, mask)
    if not (settled.weights * mask).any():
        return settled  # a part of a part of a part: too small to be told from the whole
    # A part is land before it is people: the root keeps a capital from filling it alone.
    return settled.times(mask / np.sqrt(np.maximum(settled.weights, 1e-12)))


@lru_cache(maxsize=64)
def main_mass(area: BaseGeometry) -> BaseGeometry:
    """The pieces of an area that hang together: "western" in the United States is no Alaska.

    A piece belongs to it when it lies within `_GAP_DEG` of one that does, beginning with
    the largest; so the islands of Indonesia are one mass.
    """
    pieces = sorted(shapely.get_parts(area), key=lambda piece: -piece.area)
    kept, left = [pieces[0]], pieces[1:]
    grown = True
    while grown and left:
        mass = shapely.MultiPolygon(kept)
        near = shapely.dwithin(left, mass, _GAP_DEG)
        kept += [piece for piece, close in zip(left, near, strict=True) if close]
        left = [piece for piece, close in zip(left, near, strict=True) if not close]
        grown = bool(near.any())
    return area if not left else shapely.MultiPolygon(kept)


@lru_cache(maxsize=512)
def shared_border(a: BaseGeometry, b: BaseGeometry, tolerance_deg: float = 0.02) -> BaseGeometry:
    """The line that two areas share, empty if they do not touch.

    Boundaries from different sources differ by more than nothing: what lies within
    `tolerance_deg` of both counts as shared.
    """
    near_a = shapely.clip_by_rect(a, *_grown(b.bounds, tolerance_deg))
    near_b = shapely.clip_by_rect(b, *_grown(a.bounds, tolerance_deg))
    if near_a.is_empty or near_b.is_empty:
        return shapely.LineString()
    edge = a.boundary
    edge = shapely.clip_by_rect(edge, *_grown(b.bounds, tolerance_deg))
    line: BaseGeometry = edge.intersection(near_b.buffer(tolerance_deg, quad_segs=2))
    return line if line.length > tolerance_deg else shapely.LineString()


def border(
    line: BaseGeometry, sides: Sequence[BaseGeometry], parameters: Parameters, *, wide: float = 1.0
) -> Density | None:
    """A strip on both sides of a border line, kept to the areas on its sides.

    Parameters
    ----------
    line
        The border.
    sides
        The areas that the strip may lie in; none: both sides, whatever is there.
    wide
        Factor on the width.
    """
    if line.is_empty:
        return None
    land = shapely.union_all(list(sides)) if sides else None
    shapes: list[BaseGeometry] = []
    for half in (parameters.border_half_width_50_m, parameters.border_half_width_90_m):
        shape = buffer_m(line.simplify(0.01), half * wide, segments=4)
        shapes.append(shape if land is None else polygonal(shape.intersection(land)))
    if shapes[0].is_empty:
        return None
    return Nested(_middle(line), (shapes[0], shapes[1]))


def tripoint(sides: Sequence[BaseGeometry], parameters: Parameters) -> Density | None:
    """Where three or more areas meet, or come closest."""
    for reach_deg in (0.02, 0.1, 0.3, 0.8):
        common: BaseGeometry = sides[0].buffer(reach_deg, quad_segs=2)
        for side in sides[1:]:
            common = common.intersection(side.buffer(reach_deg, quad_segs=2))
        if not common.is_empty:
            return Radial(LngLat(*centre_of(common)), parameters.tripoint_scale_m, 1.6)
    return None


def offset(
    origin: LngLat,
    distance_min_m: float,
    distance_max_m: float,
    bearing_deg: float | None,
    parameters: Parameters,
) -> Density:
    """So far from a place, perhaps in a direction.

    With a direction: belief around the point that is reached, as wide as a round figure
    and one of eight directions leave it. Without: the ring.
    """
    middle = (distance_min_m + distance_max_m) / 2
    slack = max(parameters.offset_spread * middle, (distance_max_m - distance_min_m) / 2, 500.0)
    if bearing_deg is None:
        inner, outer = max(0.0, middle - slack), middle + slack
        wider = middle + 2.5 * slack
        return Nested(
            origin,
            (
                sector(origin, 0.0, 180.0, inner, outer),
                sector(origin, 0.0, 180.0, max(0.0, middle - 2.5 * slack), wider),
            ),
        )
    point = LngLat(*destination(origin, bearing_deg, middle))
    scale = parameters.offset_scale_m * min(1.0, middle / 5_000.0) + slack
    return Radial(point, scale, parameters.offset_tail)


def toward(origin: LngLat, bearing_deg: float, size_m: float, parameters: Parameters) -> Density:
    """ "West of X", with no distance: a sector that begins at the place."""
    r50, r90 = 8_000.0 + 2.0 * size_m, 30_000.0 + 4.0 * size_m
    at = LngLat(*destination(origin, bearing_deg, 0.6 * r50))
    inner = sector(origin, bearing_deg, 50.0, 0.0, r50)
    return Nested(at, (inner, sector(origin, bearing_deg, 75.0, 0.0, r90)))


def between(points: Sequence[LngLat], road: bool, parameters: Parameters) -> Density:
    """Along the way through the points; broader where no road is spoken of."""
    length = sum(distance_m(a, b) for a, b in itertools.pairwise(points))
    if length < 200.0:
        return Radial(points[0], parameters.near_scale_m, parameters.near_tail)
    share = parameters.between_share * (0.6 if road else 1.0)
    narrow = max(share * length * 0.5, 1_500.0)
    wide = max(share * length, 4_000.0)
    middle = LngLat(*_along_way(points, 0.5))
    inner_ends = tuple(_along_way(points, s) for s in (0.2, 0.35, 0.5, 0.65, 0.8))
    if len(points) > 2:
        inner_ends = tuple(points)
    inner, outer = strip(inner_ends, narrow), strip(tuple(points), wide)
    return Nested(middle, (inner, outer))


def along(
    line: BaseGeometry,
    side: str | None,
    parameters: Parameters,
    *,
    point: LngLat | None = None,
    halves_m: tuple[float, float] | None = None,
) -> Density:
    """A strip along a line, on both sides or on the one named.

    Parameters
    ----------
    line
        EPSG:4326; from source to mouth, if a side is "left" or "right".
    side
        A direction, "left" or "right" as the line runs, or None.
    parameters
        Half widths, unless `halves_m` gives others.
    point
        The best single point; by default the middle of the line.
    halves_m
        Half widths in metres that hold half and nine tenths of the belief.
    """
    shapes: list[BaseGeometry] = []
    usual = (parameters.line_half_width_50_m, parameters.line_half_width_90_m)
    for half in halves_m or usual:
        shape = buffer_m(line.simplify(0.005), half, segments=4)
        if side in BEARINGS:
            shape = _bank(line, BEARINGS[side], half)
        elif side in {"left", "right"}:
            shape = _bank_of_flow(line, half if side == "left" else -half)
        shapes.append(polygonal(shape))
    return Nested(point or _middle(line), (shapes[0], shapely.union_all(shapes)))


def course(
    line: BaseGeometry,
    point: LngLat,
    up: bool,
    reaches_m: tuple[float, float],
    parameters: Parameters,
) -> Density:
    """A strip along a river from a place on it: against its flow, or with it.

    Parameters
    ----------
    line
        The river from source to mouth, EPSG:4326.
    point
        The place; the course begins where the river comes nearest to it.
    up
        Whether against the flow.
    reaches_m
        Metres of straight-line reach that hold half and nine tenths of the belief.
    parameters
        Half widths of a line.
    """
    if not isinstance(line, shapely.LineString):
        return Radial(point, 3.0 * parameters.near_scale_m, parameters.near_tail)
    at = line.project(shapely.Point(point))
    rest = substring(line, 0.0, at) if up else substring(line, at, line.length)
    shapes: list[BaseGeometry] = []
    halves = (parameters.line_half_width_50_m, parameters.line_half_width_90_m)
    for reach, half in zip(reaches_m, halves, strict=True):
        disc = buffer_m(shapely.Point(point), reach + half, segments=8)
        part_of = rest.intersection(disc)
        pieces = [p for p in shapely.get_parts(part_of) if p.geom_type == "LineString"]
        kept = min(pieces, key=lambda p: p.distance(shapely.Point(point)), default=None)
        shapes.append(buffer_m(shapely.Point(point) if kept is None else kept, half, segments=4))
    inner, outer = polygonal(shapes[0]), polygonal(shapely.union_all(shapes))
    middle = shapely.shortest_line(rest.intersection(inner), inner.centroid).coords
    spot = middle[0] if len(middle) else (inner.centroid.x, inner.centroid.y)
    return Nested(LngLat(spot[0], spot[1]), (inner, outer))


def around(area: BaseGeometry, reach_m: float) -> Density:
    """Near an area: a band about its edge, mostly outside."""
    simple = area.simplify(0.01)
    inner = polygonal(buffer_m(simple.boundary, reach_m * 0.5, segments=4))
    outer = polygonal(buffer_m(simple, reach_m, segments=4))
    return Nested(LngLat(*centre_of(area)), (inner, outer.union(inner)))


def seaward(
    coast: BaseGeometry, land: Sequence[BaseGeometry], parameters: Parameters
) -> Density | None:
    """The sea off a coast: what lies near it and is no land."""
    shapes = []
    dry = shapely.union_all(list(land)) if land else shapely.Polygon()
    for reach in (parameters.coast_reach_50_m, parameters.coast_reach_90_m):
        shapes.append(polygonal(buffer_m(coast, reach, segments=4).difference(dry)))
    if shapes[0].is_empty:
        return None
    inside = shapes[0].representative_point()
    return Nested(LngLat(inside.x, inside.y), (shapes[0], shapes[1]))


def beyond(
    area: BaseGeometry,
    distance_min_m: float,
    distance_max_m: float,
    bearing_deg: float | None,
    parameters: Parameters,
) -> Density:
    """So far from the edge of an area or from a line, perhaps on one side of it."""
    middle = (distance_min_m + distance_max_m) / 2
    slack = max(parameters.offset_spread * middle, (distance_max_m - distance_min_m) / 2, 2_000.0)
    simple = area.simplify(0.01)
    shapes: list[BaseGeometry] = []
    for reach in (slack, 2.5 * slack):
        outer = buffer_m(simple, middle + reach, segments=4)
        least = middle - reach
        shape = outer.difference(buffer_m(simple, least, segments=4)) if least > 0 else outer
        if bearing_deg is not None:
            origin = LngLat(*centre_of(area))
            span = distance_m(area.bounds[:2], area.bounds[2:]) + middle + 3 * reach
            shape = shape.intersection(sector(origin, bearing_deg, 50.0, 0.0, span))
        shapes.append(polygonal(shape))
    inner, wide = shapes[0], shapely.union_all(shapes)
    if inner.is_empty:
        return around(area, middle)
    inside = inner.representative_point()
    return Nested(LngLat(inside.x, inside.y), (inner, polygonal(wide)))


# --- Helpers --------------------------------------------------------------------------


def _grown(
    bounds: tuple[float, float, float, float], by: float
) -> tuple[float, float, float, float]:
    west, south, east, north = bounds
    return west - by, south - by, east + by, north + by


def _middle(line: BaseGeometry) -> LngLat:
    """Halfway along the longest piece of a line: on it, wherever it bends."""
    merged = shapely.line_merge(line) if line.geom_type == "MultiLineString" else line
    pieces = [p for p in shapely.get_parts(merged) if p.geom_type == "LineString"]
    if not pieces:
        return LngLat(*centre_of(line))
    if len(pieces) > 1:
        # A broken border: the point on it that is nearest to the middle of all.
        centre = merged.centroid
        at = shapely.shortest_line(merged, centre).coords[0]
        return LngLat(at[0], at[1])
    at = pieces[0].interpolate(0.5, normalized=True)
    return LngLat(at.x, at.y)


def _along_way(points: Sequence[LngLat], share: float) -> tuple[float, float]:
    local = LocalProjection(*points[0])
    xy = np.array(points, dtype=np.float64)
    x, y = local.forward(xy[:, 0], xy[:, 1])
    flat = shapely.LineString(np.column_stack((x, y))).interpolate(share, normalized=True)
    lng, lat = local.inverse(np.array([flat.x]), np.array([flat.y]))
    return float(lng[0]), float(lat[0])


def _bank(line: BaseGeometry, bearing: float, half_m: float) -> BaseGeometry:
    """What lies within `half_m` of a line on the side named, by moving the line there."""
    lat = centre_of(line)[1]
    turn = math.radians(bearing)
    dx = math.sin(turn) / max(math.cos(math.radians(lat)), 0.05) / _DEGREE_M
    dy = math.cos(turn) / _DEGREE_M
    simple = line.simplify(0.005)
    steps = (0.25, 0.6, 1.0)
    moved = [
        buffer_m(translate(simple, dx * half_m * s, dy * half_m * s), half_m * 0.25, segments=2)
        for s in steps
    ]
    return shapely.union_all(moved)


def _bank_of_flow(line: BaseGeometry, reach_m: float) -> BaseGeometry:
    """What lies left of a line as it runs, or right of it for a negative reach."""
    shrink = max(math.cos(math.radians(centre_of(line)[1])), 0.05)
    flat = scale(line.simplify(0.005), shrink, 1.0, origin=(0, 0))
    bank = flat.buffer(reach_m / _DEGREE_M, quad_segs=4, single_sided=True)
    return scale(bank, 1.0 / shrink, 1.0, origin=(0, 0))
