"""Where people and facilities are: the prior of every area.

Most incidents happen where somebody is. Inside an area the belief about an unnamed or
unknown place is therefore spread around its populated places and facilities, wider
where they are sparse, with an even share over the whole.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

import numpy as np
import shapely

from gazetteer.density import Field
from gazetteer.geodesy import area_km2
from gazetteer.model import Bounds, FeatureClass, LngLat
from gazetteer.parameters import DEFAULTS, Parameters

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from gazetteer.store import Store

__all__ = ["Settlement"]

_CELLS = 64
"""Cells along the longer side: finer than a region of 90 % can be told apart."""
_PEOPLED = (
    FeatureClass.POPULATED_PLACE,
    FeatureClass.CAMP,
    FeatureClass.MILITARY_BASE,
    FeatureClass.FACILITY,
    FeatureClass.AIRPORT,
)


class Settlement:
    """Fields of where people are, made once an area and kept.

    Parameters
    ----------
    store
        The gazetteer's rows.
    parameters
        Reach, weight and floor of the belief.
    keep
        How many areas to keep.
    """

    def __init__(self, store: Store, parameters: Parameters = DEFAULTS, *, keep: int = 128) -> None:
        self._store, self._parameters, self._keep = store, parameters, keep
        self._fields: OrderedDict[tuple[str, float | None], Field] = OrderedDict()
        self._over: WeakValueDictionary[tuple[int, float | None], Field] = WeakValueDictionary()
        self._peopled = np.array([fc in _PEOPLED for fc in store.feature_classes])

    def field(self, key: str, area: BaseGeometry, *, floor: float | None = None) -> Field:
        """The prior over an area.

        Parameters
        ----------
        key
            Stands for the area; equal keys must mean equal areas.
        area
            Polygon or MultiPolygon, EPSG:4326.
        floor
            Share of the belief that is even over the area; by default the parameter.
        """
        at = (key, floor)
        if at in self._fields:
            self._fields.move_to_end(at)
            return self._fields[at]
        # One area may go by several keys: as a country, and as what holds a place.
        made = self._over.get((id(area), floor))
        if made is None or made.within is not area:
            made = self._make(area, self._parameters.settled_floor if floor is None else floor)
            self._over[id(area), floor] = made
        self._fields[at] = made
        if len(self._fields) > self._keep:
            self._fields.popitem(last=False)
        return made

    def rows(self, area: BaseGeometry) -> NDArray[np.int64]:
        """Rows of populated places and facilities inside an area."""
        rows = self._store.rows_within(Bounds(*area.bounds))
        rows = rows[self._peopled[self._store.take("feature_class", rows)]]
        lng, lat = self._store.take("lng", rows), self._store.take("lat", rows)
        inside: NDArray[np.int64] = rows[shapely.contains_xy(area, lng, lat)]
        return inside

    def _make(self, area: BaseGeometry, floor: float) -> Field:
        edge = area
        west, south, east, north = area.bounds
        over = east - west > 180.0
        if over:
            # Across the antimeridian: worked on longitudes that run on, 0 to 360.
            area = shapely.transform(area, _run_on)
            west, south, east, north = area.bounds
        shrink = max(math.cos(math.radians((south + north) / 2)), 0.05)
        step = max((east - west) * shrink, north - south) / _CELLS
        step = max(step, 0.002)
        columns = max(1, math.ceil((east - west) * shrink / step))
        lines = max(1, math.ceil((north - south) / step))
        dx, dy = (east - west) / columns or step, (north - south) / lines or step
        corner = LngLat(west, south)
        x = west + dx * (np.arange(columns) + 0.5)
        y = south + dy * (np.arange(lines) + 0.5)
        shapely.prepare(area)
        xx, yy = np.meshgrid(x, y)
        inside = shapely.contains_xy(area, xx, yy).astype(np.float64)
        if not inside.any():
            inside = np.ones_like(xx)
        inside *= np.cos(np.radians(y))[:, None]
        rows = self.rows(edge)
        if not rows.size:
            return Field(corner, (dx, dy), inside, edge)
        lng, lat = self._store.take("lng", rows), self._store.take("lat", rows)
        lng = np.where(lng < 0, lng + 360.0, lng) if over else lng
        people = np.maximum(self._store.take("population", rows).astype(np.float64), 500.0)
        counts = np.zeros((lines, columns))
        at = (
            np.clip(((lat - south) / dy).astype(int), 0, lines - 1),
            np.clip(((lng - west) / dx).astype(int), 0, columns - 1),
        )
        np.add.at(counts, at, people**self._parameters.settled_power)
        spacing_m = math.sqrt(area_km2(area) * 1e6 / rows.size)
        reach_m = self._parameters.settled_reach * spacing_m
        spread = _blur(_blur(counts, reach_m / (dy * 111_195.0)).T,
                       reach_m / (dx * 111_195.0 * shrink)).T  # fmt: skip
        spread *= inside
        if not spread.sum() > 0:
            return Field(corner, (dx, dy), inside, edge)
        mixed = (1.0 - floor) * spread / spread.sum() + floor * inside / inside.sum()
        return Field(corner, (dx, dy), mixed, edge)


def _run_on(xy: NDArray[np.float64]) -> NDArray[np.float64]:
    """Western longitudes on the far side of 180."""
    return np.column_stack((np.where(xy[:, 0] < 0, xy[:, 0] + 360.0, xy[:, 0]), xy[:, 1]))


def _blur(values: NDArray[np.float64], sigma: float) -> NDArray[np.float64]:
    """A Gaussian of `sigma` cells along the first axis."""
    if sigma < 0.3:
        return values
    reach = min(math.ceil(3 * sigma), values.shape[0] - 1)
    offsets = np.arange(-reach, reach + 1)
    kernel = np.exp(-0.5 * (offsets / sigma) ** 2)
    kernel /= kernel.sum()
    padded = np.pad(values, ((reach, reach), (0, 0)))
    out = np.zeros_like(values)
    for n, weight in enumerate(kernel):
        out += weight * padded[n : n + values.shape[0]]
    return out
