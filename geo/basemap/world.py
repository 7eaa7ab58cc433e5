"""All land at a glance: the globe in the corner, and what lies off the map."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import Polygon

from geo.island import Island, packed

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from gazetteer.store import Store

__all__ = ["world_outline", "write_world"]

_WORLD_STEP_DEG = 0.5
_WORLD_LEAST_DEG = 1.2


def world_outline(store: Store) -> tuple[BaseGeometry, ...]:
    """All land at a glance, on a grid of half a degree: the globe, and what lies off the map.

    `geo/web/world.txt` keeps it packed, since it is the same for every map;
    `write_world` makes that file.
    """
    outlines = [store.geometry(place.place_id) for place in store.countries()]
    parts = shapely.get_parts(np.asarray([o for o in outlines if o is not None], dtype=object))
    parts = parts[shapely.area(parts) > _WORLD_LEAST_DEG]
    xy, owner = shapely.get_coordinates(shapely.get_exterior_ring(parts), return_index=True)
    grid = np.round(xy / _WORLD_STEP_DEG)
    fresh = np.ones(len(grid), dtype=bool)
    fresh[1:] = (grid[1:] != grid[:-1]).any(axis=1) | (owner[1:] != owner[:-1])
    fresh &= (np.bincount(owner[fresh], minlength=len(parts)) > 3)[owner]
    lines = shapely.linestrings(
        grid[fresh] * _WORLD_STEP_DEG, indices=_packed_numbers(owner[fresh])
    )
    rough = shapely.simplify(lines, _WORLD_STEP_DEG)
    rings = [shapely.get_coordinates(line) for line in np.atleast_1d(np.asarray(rough))]
    return tuple(Polygon(ring) for ring in rings if len(ring) > 3)


def write_world(path: Path, store: Store) -> None:
    """Write the packed outline of all land."""
    island = Island()
    island.add_shapes("b.world", world_outline(store), tolerance_deg=0.4)
    path.write_text(packed(island.to_bytes()) + "\n", encoding="ascii", newline="\n")


def _packed_numbers(owner: NDArray[np.int64]) -> NDArray[np.int64]:
    """The same groups, numbered without gaps."""
    return np.cumsum(np.diff(owner, prepend=owner[:1]) != 0)
