"""Boxes of longitude and latitude: around shapes, around a map, across the antimeridian."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gazetteer.model import Bounds, LngLat

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

__all__ = ["bounds_around", "clip_box", "clipped", "holds", "meets", "width_of"]

_MIN_SPAN_DEG = 2.4
"""A map of one village still shows where in its district it lies."""


def bounds_around(shapes: Iterable[BaseGeometry]) -> Bounds | None:
    """The smallest box that holds all shapes; None where there are none.

    Where the shapes lie on both sides of the antimeridian and a box across it is the
    smaller one, `west > east`.

    Examples
    --------
    >>> from shapely import Point
    >>> bounds_around([Point(1, 2), Point(3, 5)])
    Bounds(west=1.0, south=2.0, east=3.0, north=5.0)
    >>> bounds_around([Point(179, 0), Point(-178, 1)])
    Bounds(west=179.0, south=0.0, east=-178.0, north=1.0)
    >>> bounds_around([]) is None
    True
    """
    parts = shapely.get_parts(np.asarray(list(shapes), dtype=object))
    boxes = shapely.bounds(parts).reshape(-1, 4)
    boxes = boxes[~np.isnan(boxes).any(axis=1)]
    if not len(boxes):
        return None
    south, north = float(boxes[:, 1].min()), float(boxes[:, 3].max())
    west, east = _tightest(boxes[:, [0, 2]])
    return Bounds(west, south, east, north)


def _tightest(spans: NDArray[np.float64]) -> tuple[float, float]:
    """West and east of the shortest arc that covers all spans of longitude."""
    order = np.argsort(spans[:, 0], kind="stable")
    starts, ends = spans[order, 0], np.maximum.accumulate(spans[order, 1])
    gaps = np.append(starts[1:], starts[0] + 360.0) - ends
    widest = int(np.argmax(gaps))
    # Half the globe and more is shown as people know it, from -180 to 180.
    if widest == len(gaps) - 1 or gaps[widest] < 180.0:
        return float(starts[0]), float(ends[-1])
    return float(starts[widest + 1]), float(ends[widest])


def clip_box(shown: Bounds) -> Bounds:
    """The box that a basemap covers: what is shown and a good deal around it.

    Examples
    --------
    >>> clip_box(Bounds(40, 30, 44, 34))
    Bounds(west=34.0, south=27.0, east=50.0, north=37.0)
    """
    west, south, east, north = shown
    east = east + 360 if east < west else east
    width = max(east - west, _MIN_SPAN_DEG)
    height = max(north - south, _MIN_SPAN_DEG / 2)
    # A wide screen shows a tall map with much land on both sides.
    across = max(width * 1.6, height * 4.0) / 2
    along = max(height * 2.0, width * 2.5) / 2
    middle_x, middle_y = (west + east) / 2, (south + north) / 2
    if across * 2 > 300:
        return Bounds(-180.0, -85.0, 180.0, 85.0)
    left, right = middle_x - across, middle_x + across
    low, high = max(-85.0, middle_y - along), min(85.0, middle_y + along)
    if left < -180 or right > 180:
        left, right = (left + 540) % 360 - 180, (right + 540) % 360 - 180
    return Bounds(left, low, right, high)


def clipped(
    shapes: Sequence[BaseGeometry | None] | NDArray[np.object_], box: Bounds
) -> NDArray[np.object_]:
    """The part of each shape inside a box, in the order given; empty ones stay empty."""
    geoms = np.asarray(shapes, dtype=object)
    if not len(geoms):
        return geoms
    if box.west <= box.east:
        return shapely.clip_by_rect(geoms, *box)
    left = shapely.clip_by_rect(geoms, box.west, box.south, 180.0, box.north)
    right = shapely.clip_by_rect(geoms, -180.0, box.south, box.east, box.north)
    return shapely.union(left, right)


def width_of(box: Bounds) -> float:
    """Degrees from the western to the eastern edge of a box, eastwards."""
    return box.east - box.west + (360.0 if box.west > box.east else 0.0)


def meets(bounds: Bounds | None, box: Bounds) -> bool:
    """Whether two boxes share ground; either may cross the antimeridian."""
    if bounds is None or bounds.south > box.north or bounds.north < box.south:
        return False
    return (bounds.west - box.west) % 360 <= width_of(box) or (
        box.west - bounds.west
    ) % 360 <= width_of(bounds)


def holds(box: Bounds, point: LngLat) -> bool:
    """Whether a box holds a point; the box may cross the antimeridian."""
    if not box.south <= point.lat <= box.north:
        return False
    if box.west <= box.east:
        return box.west <= point.lng <= box.east
    return point.lng >= box.west or point.lng <= box.east
