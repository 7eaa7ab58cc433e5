"""From a point with a precision code to an honest footprint.

Event data sets give a point and, beside it, a code that says how well the place was
known. A point alone would look more precise than the coder was; here the code becomes a
region. Where the code means an administrative unit and a gazetteer is at hand, the
region is that unit; else it is a disc with the documented limit of its class.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gazetteer.geodesy import area_km2, disc, polygonal
from gazetteer.model import Footprint, LngLat, Place, TrailStep

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from gazetteer.store import Store

__all__ = ["CLASSES", "PointReader", "PrecisionClass", "class_of_limit"]


@dataclass(frozen=True, slots=True)
class PrecisionClass:
    """What a precision code says about where the incident may have been."""

    where_prec: int
    """UCDP 1-7."""
    words: str
    """Fits after "the incident was"."""
    limit_m: float
    """Radius of the disc that stands for the class where no unit is at hand."""
    source: str
    """Where the limit comes from."""


CLASSES: Mapping[int, PrecisionClass] = {
    row.where_prec: row
    for row in (
        PrecisionClass(1, "at the named place", 5_000.0,
                       "convention: a town with its outskirts"),
        PrecisionClass(2, "within about 25 km of the named place", 25_000.0,
                       "UCDP GED codebook, where_prec 2"),
        PrecisionClass(3, "in this second-order unit", 40_000.0,
                       "convention: wider than most second-order units"),
        PrecisionClass(4, "in this first-order unit", 102_000.0,
                       "mean of the 4,556 units of Natural Earth on 149 million km2 of land"),
        PrecisionClass(5, "along a line or in a region without sharp bounds", 100_000.0,
                       "convention"),
        PrecisionClass(6, "in this country", 444_000.0,
                       "mean of the 240 countries of Natural Earth on 149 million km2 of land"),
        PrecisionClass(7, "in international waters or airspace", 200_000.0,
                       "convention: the breadth of an exclusive economic zone, rounded up"),
    )
}  # fmt: skip
"""By UCDP's `where_prec`."""

_SHARE_50 = math.sqrt(0.5)
_SHARE_90 = math.sqrt(0.9)
"""Radii that hold 50 % and 90 % of a disc in which every point is as likely."""

_SEARCH_STEPS = 12
_COARSE_DEG = 0.02
"""The radius that halves a unit is sought on a simplified outline: 2 km do not matter."""


def class_of_limit(limit_m: float) -> int:
    """The `where_prec` that fits a stated radius.

    Examples
    --------
    >>> class_of_limit(800.0), class_of_limit(25_000.0), class_of_limit(90_000.0)
    (1, 2, 5)
    """
    return 1 if limit_m <= CLASSES[1].limit_m else 2 if limit_m <= CLASSES[2].limit_m else 5


class PointReader:
    """Makes footprints of coded points; equal points share one footprint.

    Parameters
    ----------
    store
        Gives the units' outlines and the country of a point. Without it every class is
        a disc.

    Examples
    --------
    >>> footprint = PointReader().footprint(LngLat(40.99, 34.39), 2)
    >>> round(area_km2(footprint.region_90)), round(area_km2(footprint.region_50))
    (1767, 982)
    >>> footprint.trail[0].text
    'The incident was within about 25 km of the named place.'
    """

    def __init__(self, store: Store | None = None) -> None:
        self.store = store
        self._footprints: dict[tuple[LngLat, int, float | None], Footprint] = {}
        self._countries: dict[LngLat, str | None] = {}

    def footprint(
        self, point: LngLat, where_prec: int, *, limit_m: float | None = None
    ) -> Footprint:
        """The region in which an incident with this point and code was.

        Parameters
        ----------
        point
            As the data gives it; WGS84 degrees.
        where_prec
            UCDP 1-7.
        limit_m
            Radius that the data itself states, in metres; wins over that of the class.

        Raises
        ------
        ValueError
            If the point is not in degrees or the code not 1 to 7.
        """
        key = (point, where_prec, limit_m)
        if key not in self._footprints:
            self._footprints[key] = self._made(point, where_prec, limit_m)
        return self._footprints[key]

    def country_code(self, point: LngLat) -> str | None:
        """ISO 3166-1 alpha-2 of the country at a point, if a gazetteer is at hand."""
        if self.store is None:
            return None
        if point not in self._countries:
            country = self.store.country_at(point)
            self._countries[point] = country.country_code if country else None
        return self._countries[point]

    def _made(self, point: LngLat, where_prec: int, limit_m: float | None) -> Footprint:
        if where_prec not in CLASSES:
            raise ValueError(f"where_prec: must be 1 to 7, not {where_prec}")
        if not (abs(point.lng) <= 180 and abs(point.lat) <= 90):
            raise ValueError(
                f"{point.lng}, {point.lat} is no longitude and latitude in degrees; "
                "export the data as EPSG:4326, or swap the two columns"
            )
        row = CLASSES[where_prec]
        unit = None if limit_m is not None else self._unit(point, where_prec)
        outline = self.store.geometry(unit.place_id) if self.store and unit else None
        if unit is not None and outline is not None:
            inner = _nearest_half(outline, point)
            step = TrailStep(
                "coded unit", f"The incident was {row.words}: {unit.name}.", (unit.place_id,)
            )
            return Footprint(point, inner, outline, where_prec, (step,))
        unit = self._unit(point, 4) if where_prec == 3 and limit_m is None else None
        outline = self.store.geometry(unit.place_id) if self.store and unit else None
        radius_m = row.limit_m if limit_m is None else limit_m
        outer = disc(point, radius_m * _SHARE_90)
        inner = disc(point, radius_m * _SHARE_50)
        if outline is not None and not (kept := polygonal(outer.intersection(outline))).is_empty:
            # A second-order unit does not leave its first-order unit.
            outer, inner = kept, _nearest_half(kept, point)
        words = row.words if limit_m is None else f"within {limit_m:,.0f} m of the point given"
        return Footprint(
            point,
            inner,
            outer,
            where_prec,
            (TrailStep("coded point", f"The incident was {words}."),),
        )

    def _unit(self, point: LngLat, where_prec: int) -> Place | None:
        if self.store is None:
            return None
        if where_prec == 4:
            return self.store.admin1_at(point)
        if where_prec == 6:
            return self.store.country_at(point)
        return None


def _nearest_half(outline: BaseGeometry, point: LngLat) -> BaseGeometry:
    """The half of a unit that lies nearest to the coder's point."""
    rough = polygonal(outline.simplify(_COARSE_DEG))
    if rough.is_empty:
        rough = outline
    target = area_km2(rough) / 2
    low, high = 0.0, 6_000_000.0
    for _ in range(_SEARCH_STEPS):
        # Halving the logarithm finds 10 km as fast as 1,000 km.
        middle = math.sqrt(max(low, 500.0) * high)
        if area_km2(polygonal(rough.intersection(disc(point, middle)))) < target:
            low = middle
        else:
            high = middle
    half = polygonal(outline.intersection(disc(point, high)))
    return outline if half.is_empty else half
