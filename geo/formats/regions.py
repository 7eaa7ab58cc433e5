"""Regions as files hold them: valid, rounded, right-handed, cut at the antimeridian."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from gazetteer.geodesy import normalise, polygonal

__all__ = ["DIGITS", "checked_region", "region_from_geojson", "region_to_geojson", "tidy"]

DIGITS = 5
"""Decimal places of a degree: about one metre, finer than any source."""

_TINY_DEG = 2 * 10.0**-DIGITS


def tidy(region: BaseGeometry) -> BaseGeometry:
    """Round a region for a file so that it stays valid; tidy(tidy(x)) == tidy(x).

    Returns
    -------
    Polygon or MultiPolygon
        EPSG:4326, rounded to five decimals, shells counter-clockwise and holes
        clockwise (RFC 7946), between -180 and 180 degrees. A region smaller than the
        rounding becomes a square of two units.

    Examples
    --------
    >>> from shapely import box
    >>> [round(edge) for edge in tidy(box(179, 0, 181, 1)).bounds]
    [-180, 0, 180, 1]
    """
    flat = shapely.force_2d(region)
    if not flat.is_valid:
        flat = shapely.make_valid(flat)
    return _right_handed(_rounded(polygonal(normalise(flat)), middle=flat))


def _rounded(region: BaseGeometry, *, middle: BaseGeometry) -> BaseGeometry:
    """Round plainly where that is enough; overlaying may move where a ring begins."""
    plain = shapely.transform(region, _round)
    if plain.is_valid and plain.area > 0:
        return shapely.remove_repeated_points(plain)
    snapped = polygonal(shapely.set_precision(region, 10.0**-DIGITS, mode="valid_output"))
    again = polygonal(shapely.make_valid(shapely.transform(snapped, _round)))
    if again.area > 0:
        return shapely.remove_repeated_points(again)
    lng, lat = (round(number, DIGITS) for number in middle.centroid.coords[0])
    half = _TINY_DEG / 2
    square = shapely.box(
        max(lng - half, -180), max(lat - half, -90), min(lng + half, 180), min(lat + half, 90)
    )
    return shapely.transform(square, _round)


def _round(xy: np.ndarray[Any, np.dtype[np.float64]]) -> np.ndarray[Any, np.dtype[np.float64]]:
    # Adding zero turns -0.0, which JSON would show, into 0.0.
    return np.round(xy, DIGITS) + 0.0


def _right_handed(region: BaseGeometry) -> BaseGeometry:
    parts = [orient(part) for part in shapely.get_parts(region)]
    out: BaseGeometry = parts[0] if len(parts) == 1 else shapely.multipolygons(parts)
    return out


def region_to_geojson(region: BaseGeometry) -> dict[str, Any]:
    """A region as a GeoJSON geometry, tidied.

    Examples
    --------
    >>> from shapely import box
    >>> region_to_geojson(box(1, 2, 3, 4))["coordinates"][0][0]
    [3.0, 2.0]
    """
    tidied = tidy(region)
    polygons = [
        [shapely.get_coordinates(ring).tolist() for ring in (part.exterior, *part.interiors)]
        for part in shapely.get_parts(tidied)
    ]
    if tidied.geom_type == "Polygon":
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


def region_from_geojson(
    geometry: Any, known: dict[str, BaseGeometry] | None = None
) -> BaseGeometry | None:
    """Read a GeoJSON geometry of any type; None for null or an empty one.

    Parameters
    ----------
    known
        Keeps geometries between calls, so that equal ones are one object.

    Raises
    ------
    ValueError
        If it is no geometry, or its coordinates are no degrees.

    Examples
    --------
    >>> region_from_geojson({"type": "Point", "coordinates": [40.9, 34.4]})
    <POINT (40.9 34.4)>
    >>> region_from_geojson(None) is None
    True
    """
    if geometry is None:
        return None
    if not isinstance(geometry, dict):
        raise ValueError(f"the geometry must be an object or null, not {geometry!r:.60}")
    text = json.dumps({"type": geometry.get("type"), **geometry})
    if known is not None and text in known:
        return known[text]
    try:
        shape = shapely.from_geojson(text)
    except shapely.errors.ShapelyError as error:
        raise ValueError(f"the geometry cannot be read ({error})") from error
    if shape.is_empty:
        return None
    checked = checked_region(shape)
    if known is not None:
        known[text] = checked
    return checked


def checked_region(geometry: BaseGeometry) -> BaseGeometry:
    """Give back a geometry in degrees, made valid if need be.

    Raises
    ------
    ValueError
        If a coordinate is not finite or lies outside -180 to 180, -90 to 90.
    """
    flat = shapely.force_2d(geometry) if geometry.has_z else geometry
    xy = shapely.get_coordinates(flat)
    if not np.isfinite(xy).all():
        raise ValueError("a coordinate of the geometry is no number")
    if len(xy) and (np.abs(xy) > (180.0 + 1e-9, 90.0 + 1e-9)).any():
        worst = xy[np.argmax((np.abs(xy) > (180.0, 90.0)).any(axis=1))]
        raise ValueError(
            f"the coordinate {worst[0]:.6g}, {worst[1]:.6g} is no longitude and latitude in "
            "degrees; export the data as EPSG:4326, longitude first"
        )
    valid: BaseGeometry = flat if flat.is_valid else shapely.make_valid(flat)
    return valid
