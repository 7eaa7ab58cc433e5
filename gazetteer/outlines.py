"""From the cells of a grid to the polygons around them, and from regions to their union.

The edges between chosen cells and others are found all at once and followed round; each
ring then runs through the middles of the edges, which rounds the stairs off and keeps
areas apart that only touch at a corner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np
import shapely

from gazetteer.geodesy import polygonal

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from gazetteer.model import LngLat

__all__ = ["joined", "outline"]


def outline(chosen: NDArray[np.bool_], corner: LngLat, step: tuple[float, float]) -> BaseGeometry:
    """The chosen cells of a grid as areas with rounded corners.

    Parameters
    ----------
    chosen
        A flag a cell, rows from south to north.
    corner
        South-western corner of the grid, degrees.
    step
        Cell size in degrees east and north.

    Returns
    -------
    Polygon or MultiPolygon
        As wide as the cells but for their corners; empty if none is chosen.

    Examples
    --------
    >>> import numpy as np
    >>> from gazetteer.model import LngLat
    >>> ring = np.ones((3, 3), dtype=bool)
    >>> ring[1, 1] = False
    >>> shape = outline(ring, LngLat(10, 40), (1.0, 1.0))
    >>> shape.area, len(shape.interiors)
    (8.0, 1)
    """
    rings = _rings(chosen)
    if not rings:
        return shapely.Polygon()
    scale = np.array(step)
    origin = np.array((corner.lng, corner.lat))
    shells: list[Any] = []
    holes: list[Any] = []
    for ring in rings:
        # Chosen cells lie to the left, so what runs clockwise is a hole.
        x, y = ring[:, 0], ring[:, 1]
        turned = float(x @ np.roll(y, -1) - y @ np.roll(x, -1))
        (shells if turned > 0 else holes).append(_rounded(ring) * scale + origin)
    areas = shapely.polygons([shapely.linearrings(shell) for shell in shells])
    if holes:
        areas = _pierced(areas, [shapely.linearrings(hole) for hole in holes])
    whole = areas[0] if len(areas) == 1 else shapely.multipolygons(areas)
    return cast("BaseGeometry", whole)


def _rings(chosen: NDArray[np.bool_]) -> list[NDArray[np.float64]]:
    """The corners that each boundary passes, chosen cells to the left, one step an edge."""
    padded = np.pad(chosen, 1)
    width = padded.shape[1] + 1
    starts, ends = [], []
    # Where a cell differs from its neighbour there is an edge, and the chosen side gives
    # its direction: east below a chosen cell, north right of it, and so on.
    south = padded[1:] & ~padded[:-1]
    north = padded[:-1] & ~padded[1:]
    west = padded[:, 1:] & ~padded[:, :-1]
    east = padded[:, :-1] & ~padded[:, 1:]
    for flags, low, at, to in (
        (south, (1, 0), (0, 0), (0, 1)),
        (north, (1, 0), (0, 1), (0, 0)),
        (west, (0, 1), (1, 0), (0, 0)),
        (east, (0, 1), (0, 0), (1, 0)),
    ):
        row, column = np.nonzero(flags)
        row, column = row + low[0], column + low[1]
        starts.append((row + at[0]) * width + column + at[1])
        ends.append((row + to[0]) * width + column + to[1])
    start, end = np.concatenate(starts), np.concatenate(ends)
    if not start.size:
        return []
    order = np.argsort(start, kind="stable")
    start, end = start[order], end[order]
    follows = np.searchsorted(start, end)
    # Two edges leave a corner where chosen cells touch by it: turn left, round one's own.
    twice = np.flatnonzero(start[np.minimum(follows + 1, start.size - 1)] == end)
    twice = twice[follows[twice] + 1 < start.size]
    came = end[twice] - start[twice]
    left = np.select([came == 1, came == width, came == -1], [width, -1, -width], default=1)
    second = end[follows[twice] + 1] - start[follows[twice] + 1]
    follows[twice] += second == left
    ahead, seen = follows.tolist(), bytearray(start.size)
    rings = []
    for first in range(start.size):
        if seen[first]:
            continue
        ring, edge = [], first
        while not seen[edge]:
            seen[edge] = 1
            ring.append(edge)
            edge = ahead[edge]
        corners = start[ring]
        rings.append(np.column_stack((corners % width - 1.0, corners // width - 1.0)))
    return rings


def _rounded(ring: NDArray[np.float64]) -> NDArray[np.float64]:
    """The middles of a ring's edges, without those on the way straight on."""
    middles = (ring + np.roll(ring, -1, axis=0)) / 2
    ahead = np.roll(middles, -1, axis=0) - middles
    behind = np.roll(ahead, 1, axis=0)
    return middles[np.any(np.abs(ahead - behind) > 1e-9, axis=1)]


def _pierced(areas: NDArray[Any], holes: list[Any]) -> NDArray[Any]:
    """The areas with the holes cut out of the smallest that each lies in."""
    of: dict[int, list[Any]] = {}
    order = np.argsort(shapely.area(areas))
    for hole in holes:
        inside = shapely.contains(areas[order], hole)
        if inside.any():
            of.setdefault(int(order[int(inside.argmax())]), []).append(hole)
    for n, cut in of.items():
        areas[n] = shapely.polygons(shapely.get_exterior_ring(areas[n]), cut)
    return areas


def joined(regions: list[BaseGeometry]) -> BaseGeometry:
    """The union; the usual cases, far apart or one inside the other, without an overlay."""
    if not regions:
        return shapely.Polygon()
    big, *rest = sorted(regions, key=lambda region: -region.area)
    shapely.prepare(big)
    apart: list[BaseGeometry] = []
    meeting = [big]
    for region in rest:
        if not big.intersects(region) and not any(other.intersects(region) for other in apart):
            apart.append(region)
        elif not big.contains(region):
            meeting.append(region)
    whole = big if len(meeting) == 1 else _united(big, meeting[1:])
    pieces = np.concatenate([shapely.get_parts(region) for region in (whole, *apart)])
    if len(meeting) > 1 and any(whole.intersects(region) for region in apart):
        return polygonal(shapely.union_all(pieces))
    return _gathered(pieces)


def _united(big: BaseGeometry, others: list[BaseGeometry]) -> BaseGeometry:
    """The union, worked only where it changes something: most pieces of a country stay."""
    pieces = shapely.get_parts(big)
    west, south, east, north = shapely.bounds(pieces).T
    met = np.zeros(len(pieces), dtype=np.bool_)
    for other in others:
        x0, y0, x1, y1 = other.bounds
        met |= (west <= x1) & (east >= x0) & (south <= y1) & (north >= y0)
    one = polygonal(shapely.union_all([*pieces[met], *others]))
    return _gathered(np.concatenate((pieces[~met], shapely.get_parts(one))))


def _gathered(pieces: NDArray[np.object_]) -> BaseGeometry:
    """Polygons that do not meet as one geometry."""
    return cast("BaseGeometry", pieces[0] if len(pieces) == 1 else shapely.multipolygons(pieces))
