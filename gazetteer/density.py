"""Beliefs about a point on the globe, and the smallest areas that hold a share of them.

A density says how belief is spread: around a point (`Radial`), over nested shapes
(`Nested`, `Cored`), over a grid (`Field`). A `Mixture` weighs several against each other. Its
`highest(0.9)` is the highest-density set: the smallest area that holds nine tenths of
the belief. All are worked through one question, which adds up over a mixture: how much
belief lies where the density exceeds a level. Levels are shares per square metre.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import shapely

from gazetteer.errors import GeometryError
from gazetteer.geodesy import area_km2, disc, normalise, polygonal, wrap_lng
from gazetteer.model import LngLat
from gazetteer.outlines import joined, outline

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

__all__ = ["Cored", "Density", "Field", "Mixture", "Nested", "Radial"]

_STEPS = 15
"""Halvings of the search for a level: a level is then right to a quarter of a percent."""


class Density(Protocol):
    """A belief of total mass 1 about where a point is."""

    @property
    def point(self) -> LngLat:
        """The best single point."""

    def mass_above(self, level: float) -> float:
        """Share of belief where the density is at least `level` per square metre."""

    def region_above(self, level: float) -> BaseGeometry:
        """Where the density is at least `level`, as areas in EPSG:4326."""

    def highest(self, mass: float) -> BaseGeometry:
        """The smallest area that holds `mass` of the belief."""


@dataclass(frozen=True, slots=True)
class Radial:
    """Belief that falls off around a point with a heavy tail.

    The mass within `r` metres is `1 - (1 + (r / scale_m)**2) ** -tail`, so that radii
    and levels are closed forms of each other.

    Examples
    --------
    >>> village = Radial(LngLat(40.0, 34.0), 1000.0, 1.0)
    >>> round(village.radius_m(0.5)), round(village.radius_m(0.9))
    (1000, 3000)
    """

    point: LngLat
    scale_m: float
    tail: float

    def radius_m(self, mass: float) -> float:
        """Radius in metres of the disc that holds `mass`."""
        return self.scale_m * math.sqrt((1.0 - mass) ** (-1.0 / self.tail) - 1.0)

    def mass_above(self, level: float) -> float:
        x = self._spread(level)
        return 0.0 if x <= 1.0 else 1.0 - math.pow(x, -self.tail)

    def region_above(self, level: float) -> BaseGeometry:
        x = self._spread(level)
        return shapely.Polygon() if x <= 1.0 else self._disc(self.scale_m * math.sqrt(x - 1.0))

    def highest(self, mass: float) -> BaseGeometry:
        return self._disc(self.radius_m(mass))

    def _spread(self, level: float) -> float:
        """1 + (r / scale)**2 at the radius where the density is `level`."""
        peak = self.tail / (math.pi * self.scale_m**2)
        return math.pow(peak / level, 1.0 / (self.tail + 1.0))

    def _disc(self, radius_m: float) -> BaseGeometry:
        # A disc cannot be drawn beyond a quarter of the globe.
        return disc(self.point, min(max(radius_m, 1.0), 9e6), vertices=32)


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Nested:
    """Belief spread evenly over the rings between nested shapes.

    `masses` are the shares within each shape, rising; what lies beyond the outermost
    is not drawn.
    """

    point: LngLat
    shapes: tuple[BaseGeometry, ...]
    masses: tuple[float, ...] = (0.5, 0.9)
    _levels: tuple[float, ...] = field(default=(), compare=False, repr=False)

    def __post_init__(self) -> None:
        if len(self.shapes) != len(self.masses) or any(s.is_empty for s in self.shapes):
            raise GeometryError("nested shapes need an area and a mass each")

    def mass_above(self, level: float) -> float:
        held = 0.0
        for mass, ring in zip(self.masses, self._rings(), strict=True):
            if ring >= level:
                held = mass
        return held

    def region_above(self, level: float) -> BaseGeometry:
        region: BaseGeometry = shapely.Polygon()
        for shape, ring in zip(self.shapes, self._rings(), strict=True):
            if ring >= level:
                region = shape
        return region

    def highest(self, mass: float) -> BaseGeometry:
        for shape, held in zip(self.shapes, self.masses, strict=True):
            if held >= mass:
                return shape
        return self.shapes[-1]

    def _rings(self) -> tuple[float, ...]:
        if not self._levels:
            areas = [0.0, *(area_km2(shape) * 1e6 for shape in self.shapes)]
            masses = [0.0, *self.masses]
            levels = tuple(
                (masses[n + 1] - masses[n]) / max(areas[n + 1] - areas[n], 1.0)
                for n in range(len(self.shapes))
            )
            object.__setattr__(self, "_levels", levels)
        return self._levels


class Cored:
    """An area drawn whole, with a core of half the belief that is worked out when asked for.

    Most areas are named to say where something else is: their core is never drawn.

    Parameters
    ----------
    point
        The best single point.
    area
        Holds nine tenths, EPSG:4326.
    core
        Gives the area that holds half; an empty one stands for the whole.
    """

    def __init__(self, point: LngLat, area: BaseGeometry, core: Callable[[], BaseGeometry]) -> None:
        self.point, self.area, self._core = point, area, core

    @cached_property
    def _nested(self) -> Nested:
        core = self._core()
        return Nested(self.point, (self.area if core.is_empty else core, self.area))

    def mass_above(self, level: float) -> float:
        return self._nested.mass_above(level)

    def region_above(self, level: float) -> BaseGeometry:
        return self._nested.region_above(level)

    def highest(self, mass: float) -> BaseGeometry:
        return self.area if mass > 0.5 else self._nested.highest(mass)


class Field:
    """Belief over the cells of a grid of degrees, kept to an area.

    Parameters
    ----------
    bounds_west, bounds_south
        Corner of the grid, degrees.
    step
        Cell size in degrees east and north.
    weights
        Belief a cell, rows from south to north; any positive total.
    within
        The area that the regions are cut to, EPSG:4326.
    """

    def __init__(
        self,
        corner: LngLat,
        step: tuple[float, float],
        weights: NDArray[np.float64],
        within: BaseGeometry,
    ) -> None:
        total = float(weights.sum())
        if not total > 0:
            raise GeometryError("a field needs some belief to spread")
        self.corner, self.step, self.within = corner, step, within
        self.weights = weights / total
        lat = corner.lat + step[1] * (np.arange(weights.shape[0]) + 0.5)
        metres = 111_195.0
        cell = step[0] * metres * np.cos(np.radians(lat)) * step[1] * metres
        self.levels = self.weights / np.maximum(cell, 1.0)[:, None]
        order = np.argsort(self.levels, axis=None)[::-1]
        # A search wants rising numbers: the sorted levels fall.
        self._falling = -self.levels.ravel()[order]
        self._mass = np.cumsum(self.weights.ravel()[order])
        self._drawn: dict[int, BaseGeometry] = {}

    @cached_property
    def point(self) -> LngLat:
        """The cell that is nearest to all belief, so that it lies among it."""
        lng, lat = self.axes
        x = float((self.weights.sum(axis=0) * lng).sum())
        y = float((self.weights.sum(axis=1) * lat).sum())
        k = math.cos(math.radians(y))
        far = ((lng - x) * k)[None, :] ** 2 + (lat - y)[:, None] ** 2
        far = np.where(self.levels >= self._level_of(0.7), far, np.inf)
        row, column = np.unravel_index(int(np.argmin(far)), far.shape)
        return LngLat(wrap_lng(float(lng[column])), float(lat[row]))

    @property
    def axes(self) -> tuple[NDArray[Any], NDArray[Any]]:
        """Longitudes and latitudes of the cells' middles, degrees."""
        rows, columns = self.weights.shape
        return (
            self.corner.lng + self.step[0] * (np.arange(columns) + 0.5),
            self.corner.lat + self.step[1] * (np.arange(rows) + 0.5),
        )

    def times(self, mask: NDArray[np.float64], within: BaseGeometry | None = None) -> Field:
        """The same belief weighed by a mask of the grid's shape."""
        return Field(self.corner, self.step, self.weights * mask, within or self.within)

    def mass_above(self, level: float) -> float:
        falling, masses = self._ladder
        n = bisect_right(falling, -level)
        return masses[n - 1] if n else 0.0

    @cached_property
    def _ladder(self) -> tuple[list[float], list[float]]:
        """Levels and masses as lists: numpy takes ten times as long to find one number."""
        return self._falling.tolist(), self._mass.tolist()

    def region_above(self, level: float) -> BaseGeometry:
        mass = self.mass_above(level)
        return shapely.Polygon() if mass <= 0.01 else self.highest(mass)

    def highest(self, mass: float) -> BaseGeometry:
        # Shares in steps of a fortieth are finer than the eye, and can be kept.
        key = min(max(round(mass * 40), 1), 40)
        if key not in self._drawn:
            self._drawn[key] = self._draw(min(key / 40, 1.0 - 1e-9))
        return self._drawn[key]

    def _level_of(self, mass: float) -> float:
        n = min(int(np.searchsorted(self._mass, mass)), self._falling.size - 1)
        return max(-float(self._falling[n]), 1e-300)

    def _draw(self, mass: float) -> BaseGeometry:
        cells = normalise(outline(self.levels >= self._level_of(mass), self.corner, self.step))
        cut = polygonal(cells.intersection(self.within))
        # An area smaller than its cells: all of it, or the cells where there is none.
        if cut.is_empty:
            cut = cells if self.within.is_empty else self.within
        return cut


@dataclass(frozen=True, slots=True)
class Mixture:
    """Several beliefs, one of which is right; the one to show first comes first.

    Examples
    --------
    >>> near, far = LngLat(40.0, 34.0), LngLat(44.0, 34.0)
    >>> both = Mixture(((0.5, Radial(near, 1e3, 2.0)), (0.5, Radial(far, 1e3, 2.0))))
    >>> len(both.highest(0.5).geoms)
    2
    """

    parts: Sequence[tuple[float, Density]]
    _held: dict[float, BaseGeometry] = field(default_factory=dict, compare=False, repr=False)

    @property
    def point(self) -> LngLat:
        """The point of the first part: a place that may be meant, before the land around it."""
        return self.parts[0][1].point

    def mass_above(self, level: float) -> float:
        return sum(weight * part.mass_above(level / weight) for weight, part in self.parts)

    def region_above(self, level: float) -> BaseGeometry:
        regions = [part.region_above(level / weight) for weight, part in self.parts]
        return joined([region for region in regions if not region.is_empty])

    def highest(self, mass: float) -> BaseGeometry:
        if len(self.parts) == 1:
            return self.parts[0][1].highest(mass)
        if mass not in self._held:
            self._held[mass] = self.region_above(self._level_of(mass))
        return self._held[mass]

    def _level_of(self, mass: float) -> float:
        """The level above which `mass` of the belief lies, found by halving."""
        low, high = math.log(1e-18), 0.0
        above, exp = [(weight, part.mass_above) for weight, part in self.parts], math.exp
        target = min(mass, self.mass_above(exp(low)) - 1e-9)
        for _ in range(_STEPS):
            middle = (low + high) / 2
            level, held = exp(middle), 0.0
            for weight, mass_above in above:
                held += weight * mass_above(level / weight)
            if held >= target:
                low = middle
            else:
                high = middle
        return exp(low)
