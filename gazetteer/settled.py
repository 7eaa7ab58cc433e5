"""Where people and facilities are: the prior of every area.

Most incidents happen where somebody is. Inside an area the belief about an unnamed or
unknown place is therefore spread around its populated places and facilities, wider
where they are sparse, with an even share over the whole.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from typing import TYPE_CHECKING, cast
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

_CELLS = 96
"""Cells along the longer side of an area."""
_FINEST = 0.01
"""Least size of a cell, degrees: finer than where a village is."""
_KEPT = 50_000
"""Places whose surroundings are remembered."""
_AROUND_M = 30_000.0
"""How far "around" a place goes: an hour's drive to market. Of 10, 30 and 60 km the one that
told most about which listed place of a name is meant."""
_LEAST = 500
"""People below which the sources are chance finds."""
_FEW = 1.0
"""So many places outweigh what is known of them half."""
_SHORE = 0.3
"""Share of a cell that lies inside, where its middle does not."""
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
        self._around: dict[LngLat, float] = {}
        self._settled = np.array(
            [fc is FeatureClass.POPULATED_PLACE for fc in store.feature_classes]
        )
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

    def people_around(self, point: LngLat) -> float:
        """People of the populated places about a point, the nearer the more.

        Each place counts by a Gaussian of `_AROUND_M`, so that a town next door counts
        nearly whole and one beyond 90 km not at all.
        """
        if point not in self._around:
            if len(self._around) >= _KEPT:
                self._around.clear()
            high = 3 * _AROUND_M / 111_195.0
            wide = high / max(math.cos(math.radians(point.lat)), 0.05)
            lng, lat = point
            rows = self._store.rows_within(
                Bounds(max(lng - wide, -180.0), max(lat - high, -90.0),
                       min(lng + wide, 180.0), min(lat + high, 90.0))
            )  # fmt: skip
            north = (self._store.take("lat", rows) - lat) / high
            east = (self._store.take("lng", rows) - lng) / wide
            near = np.exp(-4.5 * (north**2 + east**2))
            places = self._settled[self._store.take("feature_class", rows)]
            people = self._store.take("population", rows) * places
            self._around[point] = float((near * people).sum())
        return self._around[point]

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
        step = max(step, _FINEST)
        columns = max(1, math.ceil((east - west) * shrink / step))
        lines = max(1, math.ceil((north - south) / step))
        dx, dy = (east - west) / columns or step, (north - south) / lines or step
        corner = LngLat(west, south)
        x = west + dx * (np.arange(columns) + 0.5)
        y = south + dy * (np.arange(lines) + 0.5)
        shapely.prepare(area)
        xx, yy = np.meshgrid(x, y)
        within = np.asarray(shapely.contains_xy(area, xx, yy))
        # A cell on the coast whose middle is wet has people on its shore.
        inside = np.where(within, 1.0, np.where(_beside(within), _SHORE, 0.0))
        if not within.any():
            inside = np.ones_like(xx)
        inside *= np.cos(np.radians(y))[:, None]
        rows = self.rows(edge)
        if not rows.size:
            return Field(corner, (dx, dy), inside, edge)
        lng, lat = self._store.take("lng", rows), self._store.take("lat", rows)
        lng = np.where(lng < 0, lng + 360.0, lng) if over else lng
        population = self._store.take("population", rows)
        people = _people(population, self._parameters.settled_most)
        counts = np.zeros((lines, columns))
        at = (
            np.clip(((lat - south) / dy).astype(int), 0, lines - 1),
            np.clip(((lng - west) / dx).astype(int), 0, columns - 1),
        )
        np.add.at(counts, at, people)
        # Of as many places as count: a hundred hamlets beside ten cities are ten.
        counting = float(people.sum() ** 2 / (people**2).sum())
        spacing_m = math.sqrt(area_km2(area) * 1e6 / counting)
        # Less than a cell would only be noise.
        reach_m = max(self._parameters.settled_reach * spacing_m, dy * 111_195.0)
        up = _blur(lines, reach_m / (dy * 111_195.0))
        across = _blur(columns, reach_m / (dx * 111_195.0 * shrink))
        spread = (up @ counts @ across) * inside
        if not spread.sum() > 0:
            return Field(corner, (dx, dy), inside, edge)
        # A handful of places says little about the rest.
        floor += (1.0 - floor) * _FEW / (counting + _FEW)
        mixed = (1.0 - floor) * spread / spread.sum() + floor * inside / inside.sum()
        return Field(corner, (dx, dy), mixed, edge)


def _people(population: NDArray[np.int64], most: float) -> NDArray[np.float64]:
    """How much each place counts: its people up to a bound, the middling for the unknown.

    So a city is no more than a market town, and ten hamlets are less: where every hamlet is
    listed they do not crowd out the towns, and where only towns are, all count alike.
    """
    known = population[population > 0]
    middling = float(np.median(known)) if known.size else most
    people = np.where(population > 0, population, middling)
    return np.clip(people, _LEAST, most)


def _beside(within: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The cells that touch one of these."""
    padded = np.pad(within, 1)
    beside = padded.copy()
    beside[1:] |= padded[:-1]
    beside[:-1] |= padded[1:]
    wide = beside.copy()
    wide[:, 1:] |= beside[:, :-1]
    wide[:, :-1] |= beside[:, 1:]
    return wide[1:-1, 1:-1]


def _run_on(xy: NDArray[np.float64]) -> NDArray[np.float64]:
    """Western longitudes on the far side of 180."""
    return np.column_stack((np.where(xy[:, 0] < 0, xy[:, 0] + 360.0, xy[:, 0]), xy[:, 1]))


def _blur(cells: int, sigma: float) -> NDArray[np.float64]:
    """What blurs a row of cells by a Gaussian of `sigma` cells, as a matrix.

    What runs over the edge is lost: beyond it is another area.
    """
    at = np.arange(cells)
    apart = (at[:, None] - at) / max(sigma, 0.3)
    kernel = np.exp(-0.5 * np.minimum(apart**2, 60.0))
    reach = np.arange(-4 * cells, 4 * cells + 1) / max(sigma, 0.3)
    return cast("NDArray[np.float64]", kernel / np.exp(-0.5 * np.minimum(reach**2, 60.0)).sum())
