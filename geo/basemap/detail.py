"""Where a wide map is drawn more finely: around the places of its incidents.

A reader of a map of the world looks at single countries too. One tolerance for all would
either make a coast of straight lines or a file of megabytes, so that the corners of a fine
outline are kept near the incidents, and those of a coarse one elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.island import DEGREE_STEPS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gazetteer.model import Footprint

__all__ = ["Detail"]

_FINE_DEG = 0.014
"""A kilometre and a half: a pixel at the zoom that shows a province."""
_LARGEST_DEG = 8.0
"""Regions wider than this are looked at as a whole; they need no finer ground."""
_AROUND_DEG = 1
"""Cells of one degree around each region that are drawn finely as well."""
_MOST_CELLS = 200
"""More fine ground than this costs more bytes than it is worth."""
_ROWS, _COLUMNS = 180, 360


@dataclass(frozen=True, slots=True, eq=False)
class Detail:
    """A grid of one-degree cells, true where the ground is fine, and how fine it is there."""

    tolerance_deg: float
    cells: NDArray[np.bool_] | None = None
    step_deg: float = 0.0
    """Grid for corners off the fine ground: round numbers take up less room when packed."""

    @classmethod
    def around(cls, footprints: Sequence[Footprint], tolerance_deg: float) -> Detail:
        """Fine ground around the smaller regions of a map.

        Parameters
        ----------
        tolerance_deg
            What the rest of the map is drawn with. Where the fine ground would be hardly
            finer, there is none.
        """
        if tolerance_deg < 2 * _FINE_DEG or not len(footprints):
            return cls(tolerance_deg)
        boxes = shapely.bounds(np.asarray([f.region_90 for f in footprints], dtype=object))
        wide = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
        boxes = np.floor(boxes[wide < _LARGEST_DEG]).astype(np.int64)
        boxes, times = np.unique(boxes, axis=0, return_counts=True)
        cells = np.zeros((_ROWS, _COLUMNS), dtype=bool)
        # Where most happened comes first; what would cost too much stays coarse.
        for at in np.argsort(-times, kind="stable"):
            west, south, east, north = boxes[at].tolist()
            low, high = max(0, south + 90 - _AROUND_DEG), north + 91 + _AROUND_DEG
            columns = np.arange(west + 180 - _AROUND_DEG, east + 181 + _AROUND_DEG) % _COLUMNS
            cells[low:high, columns] = True
            if cells.sum() >= _MOST_CELLS:
                break
        if not cells.any():
            return cls(tolerance_deg)
        return cls(_FINE_DEG, cells, _step(tolerance_deg))

    def __bool__(self) -> bool:
        return self.cells is not None

    def holds(self, xy: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Whether each point, longitude and latitude, is on fine ground."""
        if self.cells is None:
            return np.zeros(len(xy), dtype=bool)
        column = np.floor(xy[:, 0]).astype(np.int64) + 180
        row = np.clip(np.floor(xy[:, 1]).astype(np.int64) + 90, 0, _ROWS - 1)
        return self.cells[row, column % _COLUMNS]

    def near(self, xy: NDArray[np.float64], reach_deg: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Whether fine ground lies within a distance of each point."""
        if self.cells is None:
            return np.zeros(len(xy), dtype=bool)
        row, column = np.nonzero(self.cells)
        east = np.abs(xy[:, 0, None] - (column + 0.5 - 180)[None, :])
        east = np.minimum(east, 360.0 - east) * np.cos(np.radians(xy[:, 1, None]))
        north = np.abs(xy[:, 1, None] - (row + 0.5 - 90)[None, :])
        within: NDArray[np.bool_] = np.hypot(east, north).min(axis=1) < reach_deg + 0.5
        return within

    def covers(self, shapes: NDArray[np.object_]) -> NDArray[np.bool_]:
        """Whether the middle of each shape is on fine ground."""
        if self.cells is None or not len(shapes):
            return np.zeros(len(shapes), dtype=bool)
        boxes = np.nan_to_num(shapely.bounds(shapes).reshape(-1, 4))
        return self.holds((boxes[:, :2] + boxes[:, 2:]) / 2)

    def mixed(self, full: NDArray[np.object_], tolerance_deg: float) -> NDArray[np.object_]:
        """Polygons simplified to one tolerance on fine ground, and to another elsewhere.

        Neighbours share the corners that are kept, so that they stay neighbours.
        """
        # Only the corners that stay are asked for, so that rings that cross do no harm.
        rough = shapely.simplify(full, tolerance_deg, preserve_topology=False)
        fine = shapely.simplify(full, self.tolerance_deg, preserve_topology=False)
        rings, owner = shapely.get_rings(full, return_index=True)
        xy, ring = shapely.get_coordinates(rings, return_index=True)
        keys = _keys(xy)
        here = self.holds(xy)
        keep = _among(keys, rough)
        keep |= here & _among(keys, fine)
        xy = np.where(here[:, None], xy, np.round(xy / self.step_deg) * self.step_deg)
        # A ring begins and ends with the same corner, which always stays.
        ends = np.flatnonzero(np.diff(ring, append=-1))
        keep[ends] = keep[np.append(0, ends[:-1] + 1)] = True
        enough = np.bincount(ring[keep], minlength=len(rings)) > 3
        keep &= enough[ring]
        out = np.full(len(full), shapely.Polygon(), dtype=object)
        if not keep.any():
            return out
        new_ring = np.cumsum(enough) - 1
        made = np.asarray(shapely.linearrings(xy[keep], indices=new_ring[ring[keep]]))
        of_ring = owner[enough]
        # Without its outer ring a polygon is gone, whatever holes are left.
        outer = np.flatnonzero(np.diff(owner, prepend=-1))
        there = np.zeros(len(full), dtype=bool)
        there[owner[outer]] = enough[outer]
        kept = there[of_ring]
        numbers = np.cumsum(there) - 1
        out[there] = shapely.polygons(made[kept], indices=numbers[of_ring[kept]])
        return out


def _step(tolerance_deg: float) -> float:
    """The grid that an island puts corners of a tolerance on."""
    return float(2.0 ** np.floor(np.log2(max(1.0, tolerance_deg * DEGREE_STEPS)))) / DEGREE_STEPS


def _among(keys: NDArray[np.int64], shapes: NDArray[np.object_]) -> NDArray[np.bool_]:
    """Which keys are those of a corner of the shapes."""
    known = np.sort(_keys(shapely.get_coordinates(shapes)))
    if not len(known):
        return np.zeros(len(keys), dtype=bool)
    at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return np.asarray(known[at] == keys)


def _keys(xy: NDArray[np.float64]) -> NDArray[np.int64]:
    """One number for each corner, the same for the same corner."""
    grid = np.round(xy * 1e6).astype(np.int64)
    keys: NDArray[np.int64] = grid[:, 0] * 400_000_000 + grid[:, 1]
    return keys
