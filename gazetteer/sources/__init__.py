"""Sources of places: one module each, every one yielding `Record`s."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from gazetteer.model import Place

__all__ = ["Record"]


@dataclass(frozen=True, slots=True)
class Record:
    """A place on its way into the store."""

    place: Place
    names: tuple[str, ...]
    """All its names, the preferred one first."""
    geometry: BaseGeometry | None = None
    """EPSG:4326, lon-lat; None for what is only a point."""
