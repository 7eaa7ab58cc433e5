"""Sources of places: one module each, every one yielding `Record`s.

What is embedded comes from geonames, naturalearth, countries, airports and curated. What a
user adds is read by dump (GeoNames), linkedplaces, whosonfirst, parquet (Overture, OSM) and
tables (CSV, GeoJSON and whatever GDAL reads); those yield a `Problem` for each row that
they cannot read, or leave out on purpose, and go on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from gazetteer.model import Place

__all__ = ["Problem", "Record"]


@dataclass(frozen=True, slots=True)
class Record:
    """A place on its way into the store."""

    place: Place
    names: tuple[str, ...]
    """All its names, the preferred one first."""
    geometry: BaseGeometry | None = None
    """Polygon or line in EPSG:4326; None for a point."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A row of a source that did not become a place."""

    where: str
    """Where it stands: "line 12", "feature 3"."""
    why: str
    """What is wrong with it, or why it is left out."""
    left_out: bool = False
    """True for a sound row that the gazetteer does not want: a closed place, a duplicate."""
