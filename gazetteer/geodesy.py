"""Metres and degrees: distance, buffers, sectors and strips on the globe.

Everything is done on a sphere of the Earth's mean radius, which is within 0.6 % of the
ellipsoid everywhere: far finer than any distance that a text states. Shapes are worked
in an azimuthal equidistant projection around their own middle, in metres, and brought
back; what crosses the antimeridian comes back cut at it, as GeoJSON wants.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias, cast

import numpy as np
import shapely
from shapely import Polygon
from shapely.affinity import translate

from gazetteer.errors import GeometryError

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    Floats: TypeAlias = NDArray[np.float64]

__all__ = [
    "BEARINGS",
    "EARTH_RADIUS_M",
    "LocalProjection",
    "area_km2",
    "bearing_deg",
    "buffer_m",
    "centre_of",
    "destination",
    "disc",
    "distance_m",
    "normalise",
    "polygonal",
    "sector",
    "strip",
    "wrap_lng",
]

EARTH_RADIUS_M = 6_371_008.8
"""Mean radius of WGS84 (IUGG R1)."""

BEARINGS = {
    "north": 0.0,
    "northeast": 45.0,
    "east": 90.0,
    "southeast": 135.0,
    "south": 180.0,
    "southwest": 225.0,
    "west": 270.0,
    "northwest": 315.0,
}
"""Degrees clockwise from true north."""

_FLAT_M = 20_000.0
"""A disc up to this radius is flat to one percent up to 60 degrees of latitude."""

Pair: TypeAlias = tuple[float, float]


def _checked(point: Pair) -> Pair:
    lng, lat = point
    if not (math.isfinite(lng) and math.isfinite(lat) and -90.0 <= lat <= 90.0):
        raise GeometryError(f"not a longitude and latitude in degrees: ({lng}, {lat})")
    return wrap_lng(lng), lat


def wrap_lng(lng: float) -> float:
    """Bring a longitude into -180 to 180."""
    return lng if -180.0 <= lng <= 180.0 else (lng + 180.0) % 360.0 - 180.0


def distance_m(a: Pair, b: Pair) -> float:
    """Distance between two points, in metres along the great circle.

    Parameters
    ----------
    a, b
        Longitude and latitude in degrees.

    Examples
    --------
    >>> round(distance_m((0.0, 0.0), (1.0, 0.0)) / 1000)
    111
    >>> round(distance_m((179.5, 0.0), (-179.5, 0.0)) / 1000)
    111
    """
    (lng1, lat1), (lng2, lat2) = _checked(a), _checked(b)
    p1, p2 = math.radians(lat1), math.radians(lat2)
    h = (
        math.sin((p2 - p1) / 2) ** 2
        + math.cos(p1) * math.cos(p2) * math.sin(math.radians(lng2 - lng1) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_M * math.asin(min(1.0, math.sqrt(h)))


def bearing_deg(a: Pair, b: Pair) -> float:
    """Initial bearing from `a` to `b`, clockwise from true north, 0 to 360.

    Examples
    --------
    >>> round(bearing_deg((0.0, 0.0), (1.0, 0.0)))
    90
    """
    (lng1, lat1), (lng2, lat2) = _checked(a), _checked(b)
    p1, p2, dl = math.radians(lat1), math.radians(lat2), math.radians(lng2 - lng1)
    y = math.sin(dl) * math.cos(p2)
    x = math.cos(p1) * math.sin(p2) - math.sin(p1) * math.cos(p2) * math.cos(dl)
    return math.degrees(math.atan2(y, x)) % 360.0


def destination(origin: Pair, bearing: float, distance: float) -> Pair:
    """Point reached from `origin` after `distance` metres on `bearing` degrees.

    Examples
    --------
    >>> lng, lat = destination((40.0, 34.0), 90.0, 10_000)
    >>> round(lng, 2), round(lat, 2)
    (40.11, 34.0)
    """
    lng, lat = _checked(origin)
    p, d, t = math.radians(lat), distance / EARTH_RADIUS_M, math.radians(bearing)
    sin_lat = math.sin(p) * math.cos(d) + math.cos(p) * math.sin(d) * math.cos(t)
    p2 = math.asin(max(-1.0, min(1.0, sin_lat)))
    dl = math.atan2(
        math.sin(t) * math.sin(d) * math.cos(p),
        math.cos(d) - math.sin(p) * math.sin(p2),
    )
    return wrap_lng(lng + math.degrees(dl)), math.degrees(p2)


@dataclass(frozen=True, slots=True)
class LocalProjection:
    """Azimuthal equidistant projection around a centre: degrees to metres and back.

    Examples
    --------
    >>> import numpy as np
    >>> local = LocalProjection(40.0, 34.0)
    >>> x, y = local.forward(np.array([40.1]), np.array([34.0]))
    >>> lng, lat = local.inverse(x, y)
    >>> round(float(lng[0]), 6), round(float(lat[0]), 6)
    (40.1, 34.0)
    """

    lng: float
    lat: float

    def forward(self, lng: Floats, lat: Floats) -> tuple[Floats, Floats]:
        """Degrees to metres east and north of the centre."""
        p0 = math.radians(self.lat)
        p, dl = np.radians(lat), np.radians(lng - self.lng)
        cos_c = math.sin(p0) * np.sin(p) + math.cos(p0) * np.cos(p) * np.cos(dl)
        ex = np.cos(p) * np.sin(dl)
        ny = math.cos(p0) * np.sin(p) - math.sin(p0) * np.cos(p) * np.cos(dl)
        # The angle through atan2 keeps its digits close to the centre, unlike acos.
        sin_c = np.hypot(ex, ny)
        c = np.arctan2(sin_c, cos_c)
        k = EARTH_RADIUS_M * np.where(sin_c > 1e-15, c / np.maximum(sin_c, 1e-15), 1.0)
        return k * ex, k * ny

    def inverse(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Metres to degrees; longitudes run on past 180, around the centre's own."""
        p0 = math.radians(self.lat)
        rho = np.hypot(x, y)
        c = rho / EARTH_RADIUS_M
        # sin(c)/c, which numpy's sinc gives without a division by zero
        s = np.sinc(c / math.pi) / EARTH_RADIUS_M
        sin_lat = np.cos(c) * math.sin(p0) + y * s * math.cos(p0)
        lat = np.degrees(np.arcsin(np.clip(sin_lat, -1.0, 1.0)))
        dl = np.arctan2(x * s, math.cos(p0) * np.cos(c) - y * s * math.sin(p0))
        return self.lng + np.degrees(dl), lat

    def project(self, geometry: BaseGeometry) -> BaseGeometry:
        """Bring a geometry in degrees to metres."""

        def to_metres(xy: Floats) -> Floats:
            return np.column_stack(self.forward(xy[:, 0], xy[:, 1]))

        out: BaseGeometry = shapely.transform(geometry, to_metres)
        return out

    def unproject(self, geometry: BaseGeometry) -> BaseGeometry:
        """Bring a geometry in metres back to degrees, cut at the antimeridian."""

        def to_degrees(xy: Floats) -> Floats:
            return np.column_stack(self.inverse(xy[:, 0], xy[:, 1]))

        return normalise(shapely.transform(geometry, to_degrees))


def normalise(geometry: BaseGeometry) -> BaseGeometry:
    """Cut a geometry whose longitudes run past 180 and fold the rest back.

    Examples
    --------
    >>> from shapely import box
    >>> [round(v) for v in normalise(box(179, 0, 181, 1)).bounds]
    [-180, 0, 180, 1]
    """
    west, south, east, north = geometry.bounds if not geometry.is_empty else (0, 0, 0, 0)
    if west >= -180.0 and east <= 180.0:
        return geometry
    valid = geometry if geometry.is_valid else shapely.make_valid(geometry)
    parts: list[BaseGeometry] = []
    first = math.floor((west + 180.0) / 360.0)
    last = math.floor((east + 180.0) / 360.0)
    for turn in range(first, last + 1):
        left = -180.0 + 360.0 * turn
        piece = shapely.clip_by_rect(valid, left, south - 1, left + 360.0, north + 1)
        if not piece.is_empty:
            parts.append(translate(piece, xoff=-360.0 * turn))
    out: BaseGeometry = shapely.union_all(parts)
    return out


def centre_of(geometry: BaseGeometry) -> Pair:
    """Middle of a geometry, found on the sphere so that the antimeridian is no edge.

    Examples
    --------
    >>> from shapely import MultiPolygon, box
    >>> lng, lat = centre_of(MultiPolygon([box(179, 0, 180, 2), box(-180, 0, -179, 2)]))
    >>> round(abs(lng)), round(lat)
    (180, 1)
    """
    if geometry.is_empty:
        raise GeometryError("an empty geometry has no middle")
    west, south, east, north = geometry.bounds
    if east - west <= 180.0:
        return (west + east) / 2, (south + north) / 2
    xy = shapely.get_coordinates(geometry)
    lng = np.radians(xy[:, 0])
    middle = math.degrees(math.atan2(float(np.sin(lng).mean()), float(np.cos(lng).mean())))
    return middle, (south + north) / 2


def polygonal(geometry: BaseGeometry) -> BaseGeometry:
    """The areas of a geometry: lines and points that an overlay left behind are dropped."""
    if geometry.geom_type in {"Polygon", "MultiPolygon"}:
        return geometry
    parts = [
        part
        for part in shapely.get_parts(geometry)
        if part.geom_type in {"Polygon", "MultiPolygon"}
    ]
    out: BaseGeometry = shapely.union_all(parts) if parts else Polygon()
    return out


def buffer_m(geometry: BaseGeometry, radius_m: float, *, segments: int = 8) -> BaseGeometry:
    """Everything within `radius_m` metres of a geometry; a negative radius shrinks it.

    Examples
    --------
    >>> from shapely import Point
    >>> round(area_km2(buffer_m(Point(40, 34), 10_000)) / 314, 1)
    1.0
    """
    if not math.isfinite(radius_m):
        raise GeometryError(f"not a radius in metres: {radius_m}")
    if geometry.is_empty:
        return geometry
    local = LocalProjection(*centre_of(geometry))
    out: BaseGeometry = local.project(geometry).buffer(radius_m, quad_segs=segments)
    return local.unproject(out)


def disc(point: Pair, radius_m: float, *, vertices: int = 48) -> BaseGeometry:
    """A disc of `radius_m` metres around a point.

    Examples
    --------
    >>> round(area_km2(disc((0.0, 60.0), 1000)), 1)
    3.1
    """
    lng, lat = _checked(point)
    if not (0.0 < radius_m <= _FLAT_M and abs(lat) < 60.0):
        return sector(point, 0.0, 180.0, 0.0, radius_m, vertices=vertices)
    # So small a disc is a circle on the plate: many are drawn, and this is ten times faster.
    degrees = math.degrees(radius_m / EARTH_RADIUS_M)
    wide = degrees / math.cos(math.radians(lat))
    if not -180.0 < lng - 2 * wide < lng + 2 * wide < 180.0:
        return sector(point, 0.0, 180.0, 0.0, radius_m, vertices=vertices)
    return _polygon(_circle(vertices) * (wide, degrees) + (lng, lat))


@lru_cache(maxsize=8)
def _circle(vertices: int, start: float = 0.0) -> Floats:
    """A circle of radius 1, from a bearing on, whose polygon has the circle's area."""
    step = 2 * math.pi / vertices
    turn = math.radians(start) + step * np.arange(vertices)
    stretch = math.sqrt(step / math.sin(step))
    return np.column_stack((np.sin(turn), np.cos(turn))) * stretch


def sector(
    point: Pair,
    bearing: float,
    half_angle: float,
    r0: float,
    r1: float,
    *,
    vertices: int = 48,
) -> BaseGeometry:
    """A slice of a ring: between `r0` and `r1` metres, `half_angle` degrees either side.

    Examples
    --------
    >>> from shapely import Point
    >>> slice_ = sector((40.0, 34.0), 90.0, 30.0, 10_000, 30_000)
    >>> slice_.contains(Point(40.2, 34.0)), slice_.contains(Point(39.8, 34.0))
    (True, False)
    """
    if not (0.0 <= r0 < r1) or not math.isfinite(r1):
        raise GeometryError(f"not an inner and an outer radius: {r0}, {r1}")
    lng, lat = _checked(point)
    if half_angle >= 180.0 and r0 == 0:
        return _round(lng, lat, r1, bearing, vertices)
    full = half_angle >= 180.0
    half = math.radians(min(half_angle, 180.0))
    # Chords lie inside the arc: the radius is drawn out so that the area is right.
    step = 2 * half / vertices
    stretch = math.sqrt(step / math.sin(step))
    turn = math.radians(bearing) + np.linspace(-half, half, vertices + 1)
    outer = np.column_stack((np.sin(turn), np.cos(turn))) * r1 * stretch
    inner = np.column_stack((np.sin(turn), np.cos(turn))) * r0 * stretch
    if full:
        holes = [inner[:-1]] if r0 > 0 else []
        flat = Polygon(outer[:-1], holes)
    elif r0 > 0:
        flat = Polygon(np.vstack((outer, inner[::-1])))
    else:
        flat = Polygon(np.vstack((outer, np.zeros((1, 2)))))
    return LocalProjection(lng, lat).unproject(flat)


def _round(lng: float, lat: float, radius_m: float, bearing: float, vertices: int) -> BaseGeometry:
    """A disc of any size: the one slice that is drawn thousands of times."""
    x, y = (_circle(vertices, bearing - 180.0) * radius_m).T
    return normalise(_polygon(np.column_stack(LocalProjection(lng, lat).inverse(x, y))))


def _polygon(ring: Floats) -> BaseGeometry:
    """A polygon of one ring; the constructor of the class takes five times as long."""
    return cast("BaseGeometry", shapely.polygons(ring))


def strip(ends: tuple[Pair, ...], half_width_m: float) -> BaseGeometry:
    """Everything within `half_width_m` metres of the straight way through the points.

    Examples
    --------
    >>> from shapely import Point
    >>> strip(((40.0, 34.0), (41.0, 34.0)), 5_000).contains(Point(40.5, 34.0))
    True
    """
    points = [_checked(end) for end in ends]
    local = LocalProjection(*points[len(points) // 2])
    xy = np.array(points, dtype=np.float64)
    x, y = local.forward(xy[:, 0], xy[:, 1])
    flat = shapely.LineString(np.column_stack((x, y))).buffer(half_width_m)
    return local.unproject(flat)


def area_km2(geometry: BaseGeometry) -> float:
    """Area in square kilometres, by the equal-area cylinder of the sphere.

    Examples
    --------
    >>> from shapely import box
    >>> round(area_km2(box(0, 0, 1, 1)) / 1000, 1)
    12.4
    """
    if geometry.is_empty:
        return 0.0

    def to_cylinder(xy: Floats) -> Floats:
        x = np.radians(xy[:, 0]) * EARTH_RADIUS_M
        y = np.sin(np.radians(xy[:, 1])) * EARTH_RADIUS_M
        return np.column_stack((x, y))

    return float(shapely.transform(geometry, to_cylinder).area) / 1e6
