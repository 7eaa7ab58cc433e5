"""Regions that hide where in them a place is: an administrative unit or a grid cell.

A coarse region is a function of the unit or of the cell alone, never of the true point
or of the true region's shape, so nothing can be worked back from it; its point is the
unit's or the cell's own middle.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shapely import box

from gazetteer.geodesy import EARTH_RADIUS_M, area_km2
from gazetteer.model import Footprint, LngLat, Place, TrailStep
from geo.errors import IncidentDataError
from geo.precision import class_of_limit

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from gazetteer.store import Store

__all__ = ["Coarse", "Precision", "cell_at", "coarse_region", "precision_of"]

_METRES_A_DEGREE = math.radians(1.0) * EARTH_RADIUS_M
_SEA_CELL_M = 100_000.0
"""Where no unit is, at sea, a cell of this size stands for one."""


@dataclass(frozen=True, slots=True)
class Precision:
    """How exactly a place may be shown."""

    unit: str
    """`admin1`, `country` or `cell`."""
    cell_m: float = 0.0
    """Side of a cell of the fixed grid, in metres."""


@dataclass(frozen=True, slots=True)
class Coarse:
    """What is shown in a place's stead."""

    footprint: Footprint
    words: str
    """"Upper West", "a cell of 20 km"."""
    unit: Place | None = None
    country_code: str | None = None


def precision_of(text: str) -> Precision:
    """Read `admin1`, `country` or a length in kilometres.

    Raises
    ------
    IncidentDataError
        For anything else.

    Examples
    --------
    >>> precision_of("admin1"), precision_of("20 km").cell_m
    (Precision(unit='admin1', cell_m=0.0), 20000.0)
    """
    said = text.strip().lower()
    if said in {"admin1", "country"}:
        return Precision(said)
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*km", said)
    if found and 1.0 <= float(found[1]) <= 2_000.0:
        return Precision("cell", float(found[1]) * 1000.0)
    raise IncidentDataError(
        f"{text!r} is no precision; say admin1, country, or a distance such as 20km (1 to 2000)"
    )


def cell_at(point: LngLat, size_m: float) -> tuple[BaseGeometry, LngLat]:
    """The cell of a fixed grid that holds a point, and the cell's middle.

    Rows of the grid are `size_m` high; their cells are at least as wide.

    Examples
    --------
    >>> cell, middle = cell_at(LngLat(40.99, 34.39), 20_000.0)
    >>> [round(edge, 2) for edge in cell.bounds]
    [40.85, 34.38, 41.07, 34.56]
    """
    rows = max(1, math.floor(180.0 * _METRES_A_DEGREE / size_m))
    height = 180.0 / rows
    row = min(rows - 1, math.floor((point.lat + 90.0) / height))
    south = -90.0 + row * height
    # The edge nearer to a pole is the shorter one; around the pole itself lies one cell.
    edge = math.radians(max(abs(south), abs(south + height)))
    columns = max(1, math.floor(360.0 * _METRES_A_DEGREE * math.cos(edge) / size_m))
    width = 360.0 / columns
    column = min(columns - 1, math.floor((point.lng + 180.0) / width))
    west = -180.0 + column * width
    cell: BaseGeometry = box(west, south, west + width, south + height)
    return cell, LngLat(west + width / 2, south + height / 2)


def coarse_region(footprint: Footprint, precision: Precision, store: Store | None) -> Coarse:
    """What to show instead of a footprint, never finer than the footprint itself.

    Parameters
    ----------
    store
        Knows the units; without it only cells can be had.

    Raises
    ------
    IncidentDataError
        If a unit is asked for without a gazetteer.
    """
    least_km2 = area_km2(footprint.region_90)
    if precision.unit == "cell":
        return _cell(footprint.point, precision.cell_m, least_km2, store)
    if store is None:
        raise IncidentDataError(
            f"to coarsen to {precision.unit} a gazetteer is needed; give one, or say e.g. 50km"
        )
    units = [store.country_at(footprint.point)]
    if precision.unit == "admin1":
        units.insert(0, store.admin1_at(footprint.point))
    for unit in units:
        outline = store.geometry(unit.place_id) if unit else None
        if unit is None or outline is None or area_km2(outline) < least_km2:
            continue
        where_prec = 6 if unit.feature_class == "country" else 4
        shown = _shown(unit.point, outline, where_prec, unit.name, (unit.place_id,))
        return Coarse(shown, unit.name, unit, unit.country_code)
    return _cell(footprint.point, _SEA_CELL_M, least_km2, store)


def _cell(point: LngLat, size_m: float, least_km2: float, store: Store | None) -> Coarse:
    cell, middle = cell_at(point, size_m)
    while area_km2(cell) < least_km2 and size_m < 5_000_000.0:
        size_m *= 2
        cell, middle = cell_at(point, size_m)
    words = f"a cell of {size_m / 1000:g} km"
    where_prec = class_of_limit(size_m / math.sqrt(math.pi))
    return Coarse(
        _shown(middle, cell, where_prec, words, ()), words, country_code=_country_of(cell, store)
    )


def _country_of(cell: BaseGeometry, store: Store | None) -> str | None:
    """The country of all four corners: one on a border must not say on which side."""
    if store is None:
        return None
    west, south, east, north = cell.bounds
    corners = [LngLat(lng, lat) for lng in (west, east) for lat in (south, north)]
    found = {
        country.country_code if (country := store.country_at(corner)) else None
        for corner in corners
    }
    return found.pop() if len(found) == 1 else None


def _shown(
    point: LngLat, region: BaseGeometry, where_prec: int, words: str, place_ids: tuple[str, ...]
) -> Footprint:
    text = f"The author shows the place only as {words}."
    return Footprint(point, region, region, where_prec, (TrailStep("withheld", text, place_ids),))
