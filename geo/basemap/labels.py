"""Names to write on the map, in its language: countries, units, cities, seas, disputed lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gazetteer.model import Bounds, FeatureClass, LngLat
from gazetteer.names import fold
from geo.basemap.boxes import clipped, holds, meets, width_of
from geo.basemap.names import country_name, place_name

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from gazetteer.model import Footprint, Place
    from gazetteer.store import Store
    from geo.basemap.detail import Detail

__all__ = [
    "MapLabel",
    "city_labels",
    "country_labels",
    "line_labels",
    "sea_labels",
    "unit_labels",
    "withheld_ground",
]

_CITIES = 260
_CITIES_A_CELL = 7
_CELLS_ALONG = 9
_CITIES_NEAR = 100
"""Further cities that a wide map names near its incidents."""
_CITIES_A_DEGREE = 3
_QUARTER_DEG = 0.14
"""15 km: what lies so near to a greater city is a part of it on a map."""
_DEGREE_M = 111_195.0
_LEAST_SEA_SHARE, _SEA_DEG = 0.06, 3.0
"""Width of a sea that is named: this share of the map's, or so many degrees."""
_SEA_WORDS = frozenset({"ocean", "sea", "the", "gulf", "of"})


@dataclass(frozen=True, slots=True)
class MapLabel:
    """A name to write on the map, if there is room."""

    name: str
    point: LngLat
    kind: str
    """One of country, province, city, sea, disputed."""
    weight: float
    """The heavier is written first."""
    country_code: str | None = None
    size_deg: float = 0.0
    """Width of the ground that the name has to itself, in degrees; 0 for a point."""


def withheld_ground(footprints: Sequence[Footprint]) -> tuple[Footprint, ...]:
    """Regions that stand for a place which the author does not show.

    A town named inside of one would look like the answer to where it is.
    """
    return tuple(f for f in footprints if any(step.rule == "withheld" for step in f.trail))


def _is_told(point: LngLat, secret: Sequence[Footprint]) -> bool:
    return not any(shapely.contains_xy(f.region_90, point.lng, point.lat) for f in secret)


def country_labels(
    store: Store, inside: Iterable[tuple[Place, BaseGeometry]], box: Bounds, lang: str
) -> Iterable[MapLabel]:
    """Names of countries: where a person would put them, or within what is seen of them."""
    for place, outline in inside:
        point = place.point if holds(box, place.point) else _middle(outline)
        area = float(shapely.area(outline))
        code = place.country_code
        name = country_name(store, code, lang) if code else place.name
        yield MapLabel(name, point, "country", area, code, area**0.5)


def _middle(outline: BaseGeometry) -> LngLat:
    """A point inside the largest part."""
    part = max(shapely.get_parts(outline), key=lambda g: float(g.area))
    spot = shapely.point_on_surface(part)
    return LngLat(float(spot.x), float(spot.y))


def unit_labels(
    store: Store, units: Iterable[Place], box: Bounds, lang: str, secret: Sequence[Footprint]
) -> Iterable[MapLabel]:
    """Names of first-order units; of one that a place is withheld in, only if the map says it."""
    said = {place_id for f in secret for step in f.trail for place_id in step.place_ids}
    for unit in units:
        told = unit.place_id in said or _is_told(unit.point, secret)
        if told and holds(box, unit.point):
            name = place_name(store, unit, lang)
            size_deg = float(unit.extent_m) / _DEGREE_M
            yield MapLabel(
                name, unit.point, "province", float(unit.extent_m), unit.country_code, size_deg
            )


def sea_labels(store: Store, box: Bounds, lang: str) -> Iterable[MapLabel]:
    """Names of seas, gulfs and lakes that take up a good part of the map."""
    wanted = [
        list(store.feature_classes).index(kind) for kind in (FeatureClass.SEA, FeatureClass.LAKE)
    ]
    rows = np.flatnonzero(np.isin(np.asarray(store.column("feature_class")), wanted))
    found: list[tuple[float, Place, BaseGeometry]] = []
    for place in (store.place(int(row)) for row in rows):
        if not place.has_geometry or not meets(store.bounds_of(place.place_id), box):
            continue
        seen = clipped([store.geometry(place.place_id)], box)[0]
        if seen is not None and seen.area**0.5 > min(_SEA_DEG, _LEAST_SEA_SHARE * width_of(box)):
            found.append((float(seen.area), place, seen))
    heads = [_telling_words(place) for _, place, _ in found]
    for (area, place, seen), words in zip(found, heads, strict=True):
        # "Western Indian Ocean" is said by "Indian Ocean".
        if any(other and other < words for other in heads):
            continue
        name = place_name(store, place, lang)
        # Water is big: an English name on it would be the first thing that a reader sees.
        if lang == "en" or name != place.name:
            point = place.point if holds(box, place.point) else _middle(seen)
            yield MapLabel(name, point, "sea", area, None, area**0.5)


def _telling_words(place: Place) -> frozenset[str]:
    return frozenset(fold(place.name).split()) - _SEA_WORDS


def line_labels(names: Sequence[str], lines: NDArray[np.object_]) -> Iterable[MapLabel]:
    """Names of disputed borders, in the middle of what is seen of each."""
    longest: dict[str, BaseGeometry] = {}
    for name, line in zip(names, lines, strict=True):
        for part in shapely.get_parts(line) if name else ():
            if name not in longest or part.length > longest[name].length:
                longest[name] = part
    for name, part in longest.items():
        spot = part.interpolate(0.5, normalized=True)
        yield MapLabel(name, LngLat(float(spot.x), float(spot.y)), "disputed", float(part.length))


def city_labels(
    store: Store, box: Bounds, lang: str, detail: Detail, secret: Sequence[Footprint]
) -> Iterable[MapLabel]:
    """The best-known places of the box, some of each part of it, so that no part is blank.

    Importance is population weighed by renown, the number of names that the sources give;
    a quarter that stands beside a greater city is not named. Where the map is fine, more
    are named.
    """
    rows = np.asarray(store.rows_within(box), dtype=np.int64)
    wanted = list(store.feature_classes).index(FeatureClass.POPULATED_PLACE)
    rows = rows[np.asarray(store.take("feature_class", rows)) == wanted] if len(rows) else rows
    if not len(rows):
        return
    people = np.asarray(store.take("population", rows), dtype=np.float64)
    renown = np.asarray(store.take("name_count", rows), dtype=np.float64)
    weight = people * np.sqrt(1.0 + renown)
    xy = np.column_stack(
        [np.asarray(store.take(name, rows), dtype=np.float64) for name in ("lng", "lat")]
    )
    order = np.lexsort((rows, -weight))
    order = order[weight[order] > 0]
    size = np.array([width_of(box), box.north - box.south]) / _CELLS_ALONG
    from_corner = np.column_stack([(xy[:, 0] - box.west) % 360, xy[:, 1] - box.south])
    coarse = np.floor(from_corner / size).astype(np.int64)
    kept = _spread(order[: 12 * _CITIES], xy, coarse, _CITIES_A_CELL, _CITIES, [])
    if detail:
        near = order[detail.holds(xy[order])]
        fine = np.floor(xy).astype(np.int64)
        kept = _spread(near, xy, fine, _CITIES_A_DEGREE, len(kept) + _CITIES_NEAR, kept)
    for at in kept:
        place = store.place(int(rows[at]))
        if _is_told(place.point, secret):
            name = place_name(store, place, lang)
            yield MapLabel(name, place.point, "city", float(weight[at]), place.country_code)


def _spread(
    order: NDArray[np.int64],
    xy: NDArray[np.float64],
    cells: NDArray[np.int64],
    most_a_cell: int,
    most: int,
    kept: Sequence[int],
) -> list[int]:
    """Those kept already and the next of `order`, a few a cell, none beside a greater one."""
    out = list(kept)
    taken: dict[tuple[int, ...], int] = {}
    for at in kept:
        cell = tuple(cells[at].tolist())
        taken[cell] = taken.get(cell, 0) + 1
    there = set(kept)
    for at in order.tolist():
        cell = tuple(cells[at].tolist())
        if at in there or taken.get(cell, 0) >= most_a_cell or _beside(at, out, xy):
            continue
        taken[cell] = taken.get(cell, 0) + 1
        out.append(at)
        if len(out) >= most:
            break
    return out


def _beside(at: int, kept: Sequence[int], xy: NDArray[np.float64]) -> bool:
    """Whether a place lies within `_QUARTER_DEG` of a weightier one."""
    if not kept:
        return False
    north = np.abs(xy[kept, 1] - xy[at, 1])
    east = np.abs(xy[kept, 0] - xy[at, 0]) * np.cos(np.radians(xy[at, 1]))
    return bool((np.hypot(north, east) < _QUARTER_DEG).any())
