"""The course of a river: our hand-drawn line laid on the lines that Natural Earth has.

The table of rivers names them and says which end is the source; its lines are coarse, and
lie 8 km from the water in the median. Natural Earth's lines lie in it, but have no names.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = ["Courses"]

_REACH_DEG = 0.35
"""How far off a hand-drawn line the river may run; wider and its neighbours are taken for it."""
_STEP_DEG = 0.02
"""Between the points that are laid on the river, about 2 km."""
_SHARE = 0.6
"""Of a line of Natural Earth, how much must lie that near: a tributary crosses and goes."""
_FINE_DEG = 0.004
"""What the course is simplified by: less than the river is wide on a map of its country."""


class Courses:
    """Rivers without names, to lay a named line on.

    Parameters
    ----------
    lines
        LineStrings in EPSG:4326.
    """

    def __init__(self, lines: Iterable[BaseGeometry]) -> None:
        self._lines = np.array(list(lines), dtype=object)
        self._tree = shapely.STRtree(self._lines)

    def laid(self, drawn: BaseGeometry) -> BaseGeometry:
        """A line from source to mouth, moved to the river that it stands for.

        Where no river of the source runs near, the line stays as it was drawn.

        Examples
        --------
        >>> river = shapely.LineString([(0, 0), (1, 0.1), (2, 0)])
        >>> Courses([river]).laid(shapely.LineString([(0, 0.1), (2, 0.1)])).distance(river)
        0.0
        """
        corridor = drawn.buffer(_REACH_DEG, quad_segs=4)
        near = self._lines[self._tree.query(corridor, predicate="intersects")]
        if not near.size:
            return drawn
        inside = shapely.length(shapely.intersection(near, corridor))
        kept = near[inside >= _SHARE * shapely.length(near)]
        if not kept.size:
            return drawn
        river = shapely.union_all(kept)
        steps = np.linspace(0.0, 1.0, max(2, round(drawn.length / _STEP_DEG)))
        points = np.array([drawn.interpolate(step, normalized=True) for step in steps])
        joins = shapely.shortest_line(points, river)
        on_river = shapely.get_point(joins, 1)
        moved = np.where(shapely.length(joins) <= _REACH_DEG, on_river, points)
        xy = shapely.get_coordinates(moved)
        fresh = np.append(True, np.any(np.diff(xy, axis=0) != 0.0, axis=1))
        if fresh.sum() < 2:
            return drawn
        return shapely.LineString(xy[fresh]).simplify(_FINE_DEG)
