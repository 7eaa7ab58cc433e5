"""Outlines from the words of the curated tables: unions of units, and shapes drawn by hand."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias

import shapely
from shapely.geometry.base import BaseGeometry

from gazetteer.errors import SourceError
from gazetteer.geodesy import disc, polygonal, strip
from gazetteer.model import LngLat

if TYPE_CHECKING:
    from shapely import MultiPolygon, Polygon

__all__ = ["Land", "UnitFinder", "composed", "drawn", "middle", "plain_name", "simplified"]

UnitFinder: TypeAlias = Callable[[str], BaseGeometry | None]
"""From `ne:country:SY` or `SY:Dayr Az Zawr` to a polygon; None for what is not there."""

_SHARE = 0.004
"""An outline is simplified to this share of its own width: finer would be seen by nobody,
and a continent would weigh as much as all its countries."""
_FINEST_DEG, _COARSEST_DEG = 0.002, 0.1
_COAST_DEG = 0.01


def plain_name(name: str) -> str:
    """Natural Earth's "Homs (Hims)" without the second name.

    Examples
    --------
    >>> plain_name("Homs (Hims)"), plain_name("Idlib")
    ('Homs', 'Idlib')
    """
    return name.partition("(")[0].strip()


def composed(text: str, units: UnitFinder) -> BaseGeometry:
    """The union of Natural Earth units: `country:ML + SY:Idlib`.

    Raises
    ------
    SourceError
        If a unit does not exist.

    Examples
    --------
    >>> world = {"ne:country:ML": shapely.box(0, 0, 1, 1), "SY:Idlib": shapely.box(1, 0, 2, 1)}
    >>> composed("country:ML + SY:Idlib", world.get).bounds
    (0.0, 0.0, 2.0, 1.0)
    """
    shapes = []
    for key in text.split(" + "):
        kind, _, name = key.partition(":")
        found = units(f"ne:country:{name}" if kind == "country" else f"{kind}:{plain_name(name)}")
        if found is None:
            raise SourceError(f"curated tables: Natural Earth has no unit {key!r}")
        shapes.append(found)
    out: BaseGeometry = shapely.union_all(shapes)
    return out


def drawn(text: str) -> BaseGeometry:
    """A shape drawn by hand, in EPSG:4326; parts are joined by `; `.

    `polygon lng lat ...`, `box west south east north`, `circle lng lat radius_km`, or
    `line lng lat ... width km` for a strip that wide.

    Raises
    ------
    SourceError
        If the text is none of these, or the shape crosses itself.

    Examples
    --------
    >>> drawn("box 40 34 41 35").bounds
    (40.0, 34.0, 41.0, 35.0)
    >>> drawn("star 1 2")
    Traceback (most recent call last):
    gazetteer.errors.SourceError: curated tables: not a shape: 'star 1 2'
    """
    out: BaseGeometry = shapely.union_all([_part(part) for part in text.split("; ")])
    return out


def _part(text: str) -> BaseGeometry:
    kind, *words = text.split()
    try:
        shape = _shape(kind, words)
    except (ValueError, TypeError, IndexError, shapely.errors.GEOSException) as error:
        raise SourceError(f"curated tables: not a shape: {text!r}") from error
    if not shape.is_valid:
        raise SourceError(f"curated tables: crosses itself: {text!r}")
    return shape


def _shape(kind: str, words: list[str]) -> BaseGeometry:
    if kind == "line":
        *words, _, width_km = words
        return strip(_pairs(words), float(width_km) * 500)
    if kind == "polygon":
        return shapely.Polygon(_pairs(words))
    if kind == "box":
        west, south, east, north = map(float, words)
        return shapely.box(west, south, east, north)
    if kind == "circle":
        lng, lat, radius_km = map(float, words)
        return disc((lng, lat), radius_km * 1000)
    raise ValueError(kind)


def _pairs(words: list[str]) -> tuple[tuple[float, float], ...]:
    numbers = [float(word) for word in words]
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def simplified(shape: BaseGeometry) -> BaseGeometry:
    """Outline at the detail that its size deserves; specks are dropped."""
    tolerance = min(max(math.sqrt(shape.area) * _SHARE, _FINEST_DEG), _COARSEST_DEG)
    smooth = polygonal(shapely.make_valid(shape.simplify(tolerance)))
    parts = [part for part in _parts(smooth) if part.area > tolerance**2 * 4]
    out: BaseGeometry = shapely.union_all(parts) if parts else smooth
    return out


def middle(shape: BaseGeometry) -> LngLat:
    """The centroid if it lies inside, else the deepest point of the largest part.

    Examples
    --------
    >>> middle(shapely.box(0, 0, 2, 2))
    LngLat(lng=1.0, lat=1.0)
    """
    largest = max(_parts(shape), key=lambda part: part.area)
    centre = largest.centroid
    if largest.contains(centre):
        return LngLat(centre.x, centre.y)
    lng, lat = shapely.maximum_inscribed_circle(largest, tolerance=0.05).coords[0]
    return LngLat(lng, lat)


def _parts(shape: BaseGeometry) -> list[Polygon | MultiPolygon]:
    return list(shapely.get_parts(shape))


class Land:
    """All countries, to take the land out of a sea that was drawn by hand."""

    def __init__(self, countries: Iterable[BaseGeometry]) -> None:
        # buffer(0) repairs what the simplifying crossed
        self._shapes = [country.simplify(_COAST_DEG).buffer(0) for country in countries]
        self._tree = shapely.STRtree(self._shapes)

    def taken_from(self, shape: BaseGeometry) -> BaseGeometry:
        """What of a shape is water."""
        hit = self._tree.query(shape, predicate="intersects")
        box = shapely.box(*shape.bounds)
        land = shapely.union_all([self._shapes[i].intersection(box) for i in sorted(hit)])
        return polygonal(shape.difference(land))
