"""The vector basemap: countries, provinces, waters and labels around what a map shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import shapely
from shapely import MultiPolygon, Polygon

from gazetteer.model import Bounds, FeatureClass, LngLat
from geo.island import Island, packed

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from gazetteer.model import Place
    from gazetteer.store import Store

__all__ = [
    "Basemap",
    "MapLabel",
    "basemap",
    "bounds_around",
    "clip_box",
    "world_outline",
    "write_world",
]

_MIN_SPAN_DEG = 2.4
"""A map of one village still shows where in its district it lies."""
_PROVINCES_BELOW_DEG = 46.0
_RIVERS_BELOW_DEG = 120.0
_TOLERANCE_SHARE = 1_800
"""The basemap is simplified to this share of its longer side: under a pixel at the first view."""
_COVERAGE_UP_TO = 40_000
"""Corners beyond which neighbours are simplified one by one: a second saved, a pixel lost."""
_MARGIN_SHARE = 0.12
_COARSEST_DEG = 0.1
"""A map of the world is still looked at country by country."""
_CITIES = 260
_QUARTER_DEG = 0.14
"""15 km: what lies so near to a greater city is a part of it on a map."""
_WORLD_STEP_DEG = 0.5
_WORLD_LEAST_DEG = 1.2


@dataclass(frozen=True, slots=True)
class MapLabel:
    """A name to write on the map, if there is room."""

    name: str
    point: LngLat
    kind: str
    """One of country, province, city, disputed."""
    weight: float
    """The heavier is written first."""
    country_code: str | None = None


@dataclass(frozen=True, slots=True)
class Basemap:
    """What lies under the incidents, in EPSG:4326, clipped to `bounds`."""

    bounds: Bounds
    tolerance_deg: float
    land: tuple[BaseGeometry, ...] = ()
    provinces: tuple[BaseGeometry, ...] = ()
    lakes: tuple[BaseGeometry, ...] = ()
    rivers: tuple[BaseGeometry, ...] = ()
    disputed: tuple[BaseGeometry, ...] = ()
    labels: tuple[MapLabel, ...] = ()


def bounds_around(shapes: Iterable[BaseGeometry]) -> Bounds | None:
    """The smallest box that holds all shapes; None where there are none.

    Where the shapes lie on both sides of the antimeridian and a box across it is the
    smaller one, `west > east`.

    Examples
    --------
    >>> from shapely import Point
    >>> bounds_around([Point(1, 2), Point(3, 5)])
    Bounds(west=1.0, south=2.0, east=3.0, north=5.0)
    >>> bounds_around([Point(179, 0), Point(-178, 1)])
    Bounds(west=179.0, south=0.0, east=-178.0, north=1.0)
    >>> bounds_around([]) is None
    True
    """
    parts = shapely.get_parts(np.asarray(list(shapes), dtype=object))
    boxes = shapely.bounds(parts).reshape(-1, 4)
    boxes = boxes[~np.isnan(boxes).any(axis=1)]
    if not len(boxes):
        return None
    south, north = float(boxes[:, 1].min()), float(boxes[:, 3].max())
    west, east = _tightest(boxes[:, [0, 2]])
    return Bounds(west, south, east, north)


def _tightest(spans: NDArray[np.float64]) -> tuple[float, float]:
    """West and east of the shortest arc that covers all spans of longitude."""
    order = np.argsort(spans[:, 0], kind="stable")
    starts, ends = spans[order, 0], np.maximum.accumulate(spans[order, 1])
    gaps = np.append(starts[1:], starts[0] + 360.0) - ends
    widest = int(np.argmax(gaps))
    # Half the globe and more is shown as people know it, from -180 to 180.
    if widest == len(gaps) - 1 or gaps[widest] < 180.0:
        return float(starts[0]), float(ends[-1])
    return float(starts[widest + 1]), float(ends[widest])


def clip_box(shown: Bounds) -> Bounds:
    """The box that a basemap covers: what is shown and a good deal around it.

    Examples
    --------
    >>> clip_box(Bounds(40, 30, 44, 34))
    Bounds(west=34.0, south=27.0, east=50.0, north=37.0)
    """
    west, south, east, north = shown
    east = east + 360 if east < west else east
    width = max(east - west, _MIN_SPAN_DEG)
    height = max(north - south, _MIN_SPAN_DEG / 2)
    # A wide screen shows a tall map with much land on both sides.
    across = max(width * 1.6, height * 4.0) / 2
    along = max(height * 2.0, width * 2.5) / 2
    middle_x, middle_y = (west + east) / 2, (south + north) / 2
    if across * 2 > 300:
        return Bounds(-180.0, -85.0, 180.0, 85.0)
    left, right = middle_x - across, middle_x + across
    low, high = max(-85.0, middle_y - along), min(85.0, middle_y + along)
    if left < -180 or right > 180:
        left, right = (left + 540) % 360 - 180, (right + 540) % 360 - 180
    return Bounds(left, low, right, high)


def _clipped(
    shapes: Sequence[BaseGeometry | None] | NDArray[np.object_], box: Bounds
) -> NDArray[np.object_]:
    """The part of each shape inside a box, in the order given; empty ones stay empty."""
    geoms = np.asarray(shapes, dtype=object)
    if not len(geoms):
        return geoms
    if box.west <= box.east:
        return shapely.clip_by_rect(geoms, *box)
    left = shapely.clip_by_rect(geoms, box.west, box.south, 180.0, box.north)
    right = shapely.clip_by_rect(geoms, -180.0, box.south, box.east, box.north)
    return shapely.union(left, right)


def _areas(geoms: NDArray[np.object_], tolerance: float) -> tuple[BaseGeometry, ...]:
    """Polygons, neighbours simplified alike, without specks that would not fill a few pixels."""
    parts, owner = shapely.get_parts(geoms, return_index=True)
    big = (shapely.get_dimensions(parts) == 2) & (shapely.area(parts) > (3 * tolerance) ** 2)
    parts, owner = parts[big], owner[big]
    if not len(parts):
        return ()
    parts = _without_small_holes(parts, (3 * tolerance) ** 2)
    simple = _simple_coverage(_thinned(parts, tolerance / 2), tolerance)
    keep = (shapely.get_dimensions(simple) == 2) & ~shapely.is_empty(simple)
    simple, owner = simple[keep], owner[keep]
    pieces = [list(shapely.get_parts(simple[owner == i])) for i in np.unique(owner)]
    return tuple(MultiPolygon(parts) if len(parts) > 1 else parts[0] for parts in pieces)


def _without_small_holes(parts: NDArray[np.object_], least: float) -> NDArray[np.object_]:
    for at in np.flatnonzero(shapely.get_num_interior_rings(parts)):
        rings = shapely.get_rings(parts[at])
        holes = [ring for ring in rings[1:] if shapely.area(shapely.polygons(ring)) > least]
        parts[at] = shapely.polygons(rings[0], holes or None)
    return parts


def _simple_coverage(parts: NDArray[np.object_], tolerance: float) -> NDArray[np.object_]:
    """Simplify neighbours alike, so that no gap opens between them."""
    corners = int(shapely.get_num_coordinates(parts).sum())
    if hasattr(shapely, "coverage_simplify") and corners < _COVERAGE_UP_TO:
        return np.asarray(shapely.coverage_simplify(parts, tolerance, simplify_boundary=True))
    return np.asarray(shapely.simplify(parts, tolerance))


def _thinned(geoms: NDArray[np.object_], step: float) -> NDArray[np.object_]:
    """Corners on a grid, each once: neighbours still share theirs, and most of the time goes."""
    rounded = shapely.transform(geoms, lambda xy: np.round(xy / step) * step)
    thin = np.asarray(shapely.remove_repeated_points(rounded, 0.0))
    # What falls together on the grid, a sliver or a narrow neck, keeps its own corners.
    collapsed = ~shapely.is_valid(thin)
    thin[collapsed] = geoms[collapsed]
    return thin


def basemap(store: Store, shown: Bounds) -> Basemap:
    """Draw from the store what lies around `shown`.

    Parameters
    ----------
    store : Store
        An open gazetteer.
    shown : Bounds
        What the map opens on, WGS84 degrees; `west > east` across the antimeridian.

    Returns
    -------
    Basemap
        A few tens of kilobytes once packed, whatever the size of the box.
    """
    box = clip_box(shown)
    width = _width(box)
    tolerance = min(max(width, box.north - box.south) / _TOLERANCE_SHARE, _COARSEST_DEG)
    near = [place for place in store.countries() if _meets(store.bounds_of(place.place_id), box)]
    outlines = [store.geometry(place.place_id) for place in near]
    around = _clipped(outlines, box)
    land = _areas(around, tolerance)
    inside = [
        (place, outline)
        for place, outline in zip(near, around, strict=True)
        if outline is not None and not shapely.is_empty(outline)
    ]
    units = _units(store, box) if width < _PROVINCES_BELOW_DEG else ()
    provinces = _areas(_clipped([store.geometry(u.place_id) for u in units], box), tolerance)
    waters = width < _RIVERS_BELOW_DEG
    disputed = _layer(store, "disputed_borders")
    disputed_here = _clipped([line for _, line in disputed], box)
    return Basemap(
        bounds=box,
        tolerance_deg=tolerance,
        land=land,
        provinces=provinces,
        lakes=_areas(_shapes_of(store, "lakes", box), tolerance) if waters else (),
        rivers=_lines(_shapes_of(store, "rivers", box)) if waters else (),
        disputed=_lines(disputed_here),
        labels=(
            *_names(inside, box),
            *_unit_names(units, box),
            *_cities(store, box),
            *_line_names([name for name, _ in disputed], disputed_here),
        ),
    )


def _width(box: Bounds) -> float:
    return box.east - box.west + (360.0 if box.west > box.east else 0.0)


def _meets(bounds: Bounds | None, box: Bounds) -> bool:
    """Whether two boxes share ground; either may cross the antimeridian."""
    if bounds is None or bounds.south > box.north or bounds.north < box.south:
        return False
    return (bounds.west - box.west) % 360 <= _width(box) or (
        box.west - bounds.west
    ) % 360 <= _width(bounds)


def _units(store: Store, box: Bounds) -> tuple[Place, ...]:
    """First-order units that a reader is likely to see: the margin does without."""
    across, along = _width(box) * _MARGIN_SHARE, (box.north - box.south) * _MARGIN_SHARE
    core = Bounds(
        (box.west + across + 180) % 360 - 180, box.south + along,
        (box.east - across + 180) % 360 - 180, box.north - along,
    )  # fmt: skip
    rows = np.asarray(store.rows_within(core), dtype=np.int64)
    wanted = list(store.feature_classes).index(FeatureClass.ADMIN1)
    rows = np.sort(rows[store.take("feature_class", rows) == wanted])
    places = (store.place(int(row)) for row in rows)
    return tuple(place for place in places if place.place_id.startswith("ne:"))


def _layer(store: Store, name: str) -> tuple[tuple[str, BaseGeometry], ...]:
    """Names and shapes of a water or line layer; a store built without it has none."""
    try:
        return tuple(store.layer(name))
    except KeyError:
        return ()


def _shapes_of(store: Store, name: str, box: Bounds) -> NDArray[np.object_]:
    shapes = np.asarray([shape for _, shape in _layer(store, name)], dtype=object)
    if not len(shapes):
        return shapes
    bounds = shapely.bounds(shapes)
    near = [_meets(Bounds(*map(float, row)), box) for row in bounds]
    return _clipped(shapes[near], box)


def _line_names(names: Sequence[str], lines: NDArray[np.object_]) -> Iterable[MapLabel]:
    """Names of disputed borders, in the middle of what is seen of each."""
    longest: dict[str, BaseGeometry] = {}
    for name, line in zip(names, lines, strict=True):
        for part in shapely.get_parts(line) if name else ():
            if name not in longest or part.length > longest[name].length:
                longest[name] = part
    for name, part in longest.items():
        spot = part.interpolate(0.5, normalized=True)
        yield MapLabel(name, LngLat(float(spot.x), float(spot.y)), "disputed", float(part.length))


def _lines(geoms: NDArray[np.object_]) -> tuple[BaseGeometry, ...]:
    return tuple(g for g in geoms if not g.is_empty and g.length > 0)


def world_outline(store: Store) -> tuple[BaseGeometry, ...]:
    """All land at a glance, on a grid of half a degree: the globe, and what lies off the map.

    `geo/web/world.txt` keeps it packed, since it is the same for every map;
    `write_world` makes that file.
    """
    outlines = [store.geometry(place.place_id) for place in store.countries()]
    parts = shapely.get_parts(np.asarray([o for o in outlines if o is not None], dtype=object))
    parts = parts[shapely.area(parts) > _WORLD_LEAST_DEG]
    xy, owner = shapely.get_coordinates(shapely.get_exterior_ring(parts), return_index=True)
    grid = np.round(xy / _WORLD_STEP_DEG)
    fresh = np.ones(len(grid), dtype=bool)
    fresh[1:] = (grid[1:] != grid[:-1]).any(axis=1) | (owner[1:] != owner[:-1])
    fresh &= (np.bincount(owner[fresh], minlength=len(parts)) > 3)[owner]
    lines = shapely.linestrings(
        grid[fresh] * _WORLD_STEP_DEG, indices=_packed_numbers(owner[fresh])
    )
    rough = shapely.simplify(lines, _WORLD_STEP_DEG)
    rings = [shapely.get_coordinates(line) for line in np.atleast_1d(np.asarray(rough))]
    return tuple(Polygon(ring) for ring in rings if len(ring) > 3)


def write_world(path: Path, store: Store) -> None:
    """Write the packed outline of all land."""
    island = Island()
    island.add_shapes("b.world", world_outline(store), tolerance_deg=0.4)
    path.write_text(packed(island.to_bytes()) + "\n", encoding="ascii", newline="\n")


def _packed_numbers(owner: NDArray[np.int64]) -> NDArray[np.int64]:
    """The same groups, numbered without gaps."""
    return np.cumsum(np.diff(owner, prepend=owner[:1]) != 0)


def _inside(point: LngLat, box: Bounds) -> bool:
    if not box.south <= point.lat <= box.north:
        return False
    if box.west <= box.east:
        return box.west <= point.lng <= box.east
    return point.lng >= box.west or point.lng <= box.east


def _names(inside: Iterable[tuple[Place, BaseGeometry]], box: Bounds) -> Iterable[MapLabel]:
    """Names of countries: where a person would put them, or within what is seen of them."""
    for place, outline in inside:
        point = place.point
        if not _inside(point, box):
            part = max(shapely.get_parts(outline), key=lambda g: float(g.area))
            spot = shapely.point_on_surface(part)
            point = LngLat(float(spot.x), float(spot.y))
        yield MapLabel(
            place.name, point, "country", float(shapely.area(outline)), place.country_code
        )


def _unit_names(units: Iterable[Place], box: Bounds) -> Iterable[MapLabel]:
    for unit in units:
        if _inside(unit.point, box):
            yield MapLabel(
                unit.name, unit.point, "province", float(unit.extent_m), unit.country_code
            )


def _cities(store: Store, box: Bounds) -> Iterable[MapLabel]:
    """The best-known places of the box, some of each part of it, so that no part is blank.

    Importance is population weighed by renown, the number of names that the sources give;
    a quarter that stands beside a greater city is not named.
    """
    rows = np.asarray(store.rows_within(box), dtype=np.int64)
    if not len(rows):
        return
    wanted = list(store.feature_classes).index(FeatureClass.POPULATED_PLACE)
    rows = rows[np.asarray(store.take("feature_class", rows)) == wanted]
    people = np.asarray(store.take("population", rows), dtype=np.float64)
    renown = np.asarray(store.take("name_count", rows), dtype=np.float64)
    weight = people * np.sqrt(1.0 + renown)
    order = np.lexsort((rows, -weight))[: 12 * _CITIES]
    rows, weight = rows[order], weight[order]
    lng = np.asarray(store.take("lng", rows), dtype=np.float64)
    lat = np.asarray(store.take("lat", rows), dtype=np.float64)
    width = (box.east - box.west) % 360 or 360.0
    across = np.floor(((lng - box.west) % 360) / width * 9).astype(int)
    along = np.floor((lat - box.south) / (box.north - box.south) * 9).astype(int)
    taken: dict[tuple[int, int], int] = {}
    kept: list[int] = []
    for at, cell in enumerate(zip(across.tolist(), along.tolist(), strict=True)):
        if taken.get(cell, 0) >= 7 or weight[at] <= 0 or _beside(at, kept, lng, lat):
            continue
        taken[cell] = taken.get(cell, 0) + 1
        kept.append(at)
        place = store.place(int(rows[at]))
        yield MapLabel(place.name, place.point, "city", float(weight[at]), place.country_code)
        if len(kept) >= _CITIES:
            return


def _beside(at: int, kept: list[int], lng: NDArray[np.float64], lat: NDArray[np.float64]) -> bool:
    """Whether a place lies within `_QUARTER_DEG` of a weightier one."""
    if not kept:
        return False
    north = np.abs(lat[kept] - lat[at])
    east = np.abs(lng[kept] - lng[at]) * np.cos(np.radians(lat[at]))
    return bool((np.hypot(north, east) < _QUARTER_DEG).any())
