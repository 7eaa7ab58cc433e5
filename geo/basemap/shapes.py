"""Outlines with no more corners than a reader can see, finer where the incidents are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import MultiPolygon

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from geo.basemap.detail import Detail

__all__ = ["areas", "lines"]

_COVERAGE_UP_TO = 40_000
"""Corners beyond which neighbours are simplified one by one: a second saved, a pixel lost."""


def areas(geoms: NDArray[np.object_], tolerance: float, detail: Detail) -> tuple[BaseGeometry, ...]:
    """Polygons, neighbours simplified alike, without specks that would not fill a few pixels."""
    parts, owner = shapely.get_parts(geoms, return_index=True)
    least = np.where(detail.covers(parts), detail.tolerance_deg, tolerance)
    big = (shapely.get_dimensions(parts) == 2) & (shapely.area(parts) > (3 * least) ** 2)
    parts, owner, least = parts[big], owner[big], least[big]
    if not len(parts):
        return ()
    parts = _without_small_holes(parts, (3 * least) ** 2)
    if detail:
        # All on one grid, valid or not: a corner off it would be none of its neighbour's.
        simple = detail.mixed(_on_grid(parts, detail.tolerance_deg / 2), tolerance)
    else:
        simple = _simple_coverage(_thinned(parts, tolerance / 2), tolerance)
    keep = (shapely.get_dimensions(simple) == 2) & ~shapely.is_empty(simple)
    simple, owner = simple[keep], owner[keep]
    pieces = [list(shapely.get_parts(simple[owner == i])) for i in np.unique(owner)]
    return tuple(MultiPolygon(parts) if len(parts) > 1 else parts[0] for parts in pieces)


def lines(geoms: NDArray[np.object_]) -> tuple[BaseGeometry, ...]:
    """The lines that are there."""
    return tuple(g for g in geoms if not g.is_empty and g.length > 0)


def _without_small_holes(
    parts: NDArray[np.object_], least: NDArray[np.float64]
) -> NDArray[np.object_]:
    for at in np.flatnonzero(shapely.get_num_interior_rings(parts)):
        rings = shapely.get_rings(parts[at])
        holes = [ring for ring in rings[1:] if shapely.area(shapely.polygons(ring)) > least[at]]
        parts[at] = shapely.polygons(rings[0], holes or None)
    return parts


def _simple_coverage(parts: NDArray[np.object_], tolerance: float) -> NDArray[np.object_]:
    """Simplify neighbours alike, so that no gap opens between them."""
    corners = int(shapely.get_num_coordinates(parts).sum())
    if hasattr(shapely, "coverage_simplify") and corners < _COVERAGE_UP_TO:
        return np.asarray(shapely.coverage_simplify(parts, tolerance, simplify_boundary=True))
    return np.asarray(shapely.simplify(parts, tolerance))


def _thinned(geoms: NDArray[np.object_], step: float) -> NDArray[np.object_]:
    """Corners on a grid, each once: neighbours still share theirs, and most of the time goes."""
    thin = _on_grid(geoms, step)
    # What falls together on the grid, a sliver or a narrow neck, keeps its own corners.
    collapsed = ~shapely.is_valid(thin)
    thin[collapsed] = geoms[collapsed]
    return thin


def _on_grid(geoms: NDArray[np.object_], step: float) -> NDArray[np.object_]:
    rounded = shapely.transform(geoms, lambda xy: np.round(xy / step) * step)
    return np.asarray(shapely.remove_repeated_points(rounded, 0.0))
