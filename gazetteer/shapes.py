"""Geometries to the ragged integer arrays of a segment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import shapely

from gazetteer.errors import GeometryError
from gazetteer.geodesy import polygonal
from gazetteer.segment import XY_PER_DEGREE

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

__all__ = ["Ragged", "drawable", "ragged"]

_AREAS = frozenset({"Polygon", "MultiPolygon"})
_LINES = frozenset({"LineString", "MultiLineString", "LinearRing"})


class Ragged(NamedTuple):
    """Shapes as offsets into offsets into coordinates; see `segment.LAYOUT`."""

    kinds: NDArray[np.uint8]
    shape_part: NDArray[np.int64]
    part_ring: NDArray[np.int64]
    ring_xy: NDArray[np.int64]
    xy: NDArray[np.int32]


def drawable(geometry: BaseGeometry | None) -> BaseGeometry | None:
    """The geometry rounded to what a segment keeps and valid; None for points and nothing.

    Examples
    --------
    >>> from shapely import LineString, Point, Polygon
    >>> drawable(Point(1, 2)) is None, drawable(LineString([(0, 0), (1, 1)])).geom_type
    (True, 'LineString')
    >>> drawable(Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])).is_valid
    True
    """
    if geometry is None or geometry.is_empty or geometry.geom_type.endswith("Point"):
        return None
    west, south, east, north = geometry.bounds
    if not (-180.001 <= west <= east <= 180.001 and -90.001 <= south <= north <= 90.001):
        raise GeometryError(
            f"bounds {geometry.bounds} are no degrees: the geometry must be in EPSG:4326, lon-lat"
        )
    flat = shapely.force_2d(geometry)
    if geometry.geom_type in _LINES:
        return flat
    flat = polygonal(flat if flat.is_valid else shapely.make_valid(flat))
    rounded: BaseGeometry = shapely.set_precision(flat, 1 / XY_PER_DEGREE)
    # what is thinner than a metre stays as it was given
    kept = polygonal(flat if rounded.is_empty else rounded)
    return None if kept.is_empty else kept


def ragged(geometries: Sequence[BaseGeometry]) -> Ragged:
    """Areas and lines as ragged arrays, in their order.

    Raises
    ------
    GeometryError
        For a geometry that is neither an area nor a line.
    """
    kinds: list[int] = []
    parts: list[int] = [0]
    rings: list[int] = [0]
    ends: list[int] = [0]
    xy: list[NDArray[Any]] = [np.empty((0, 2))]
    for geometry in geometries:
        area = geometry.geom_type in _AREAS
        if not area and geometry.geom_type not in _LINES:
            raise GeometryError(f"cannot keep a {geometry.geom_type}")
        kinds.append(1 if area else 2)
        pieces = shapely.get_parts(geometry)
        for piece in pieces:
            loops = [piece.exterior, *piece.interiors] if area else [piece]
            for loop in loops:
                coordinates = shapely.get_coordinates(loop)
                xy.append(coordinates)
                ends.append(ends[-1] + len(coordinates))
            rings.append(rings[-1] + len(loops))
        parts.append(parts[-1] + len(pieces))
    return Ragged(
        np.array(kinds, dtype=np.uint8),
        np.array(parts, dtype=np.int64),
        np.array(rings, dtype=np.int64),
        np.array(ends, dtype=np.int64),
        np.round(np.concatenate(xy) * XY_PER_DEGREE).astype(np.int32),
    )
