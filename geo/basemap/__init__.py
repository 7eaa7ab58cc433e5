"""The vector basemap: countries, provinces, waters and labels around what a map shows."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gazetteer.model import Bounds, FeatureClass
from geo.basemap.boxes import bounds_around, clip_box, clipped, meets, width_of
from geo.basemap.detail import Detail
from geo.basemap.labels import (
    MapLabel,
    city_labels,
    country_labels,
    line_labels,
    sea_labels,
    unit_labels,
    withheld_ground,
)
from geo.basemap.shapes import areas, lines
from geo.basemap.world import world_outline, write_world

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from gazetteer.model import Footprint, Place
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

_PROVINCES_BELOW_DEG = 46.0
_WATERS_BELOW_DEG = 120.0
_TOLERANCE_SHARE = 1_800
"""The basemap is simplified to this share of its longer side: under a pixel at the first view."""
_COARSEST_DEG = 0.1
"""A map of the world is still looked at country by country."""
_COARSER_ELSEWHERE = 1.5
_MARGIN_SHARE = 0.12
_DEGREE_M = 111_195.0


@dataclass(frozen=True, slots=True)
class Basemap:
    """What lies under the incidents, in EPSG:4326, clipped to `bounds`."""

    bounds: Bounds
    tolerance_deg: float
    """Of the finest part; what is far from the incidents may be coarser."""
    land: tuple[BaseGeometry, ...] = ()
    provinces: tuple[BaseGeometry, ...] = ()
    lakes: tuple[BaseGeometry, ...] = ()
    rivers: tuple[BaseGeometry, ...] = ()
    disputed: tuple[BaseGeometry, ...] = ()
    labels: tuple[MapLabel, ...] = ()


def basemap(
    store: Store,
    shown: Bounds,
    *,
    lang: str = "en",
    footprints: Sequence[Footprint] = (),
    unnamed: Container[str] = (),
) -> Basemap:
    """Draw from the store what lies around `shown`.

    Parameters
    ----------
    store : Store
        An open gazetteer.
    shown : Bounds
        What the map opens on, WGS84 degrees; `west > east` across the antimeridian.
    lang : str
        Language of the labels, where a name in it is known; else they are English.
    footprints : sequence of Footprint
        What the map shows: around the smaller ones a wide map is drawn more finely, and
        inside those whose place the author withholds no town is named.
    unnamed : container of str
        Names that no label may bear.

    Returns
    -------
    Basemap
        A few tens of kilobytes once packed, whatever the size of the box.
    """
    box = clip_box(shown)
    width = width_of(box)
    tolerance = min(max(width, box.north - box.south) / _TOLERANCE_SHARE, _COARSEST_DEG)
    detail = Detail.around(footprints, tolerance)
    # What the fine ground costs is saved where nobody has a reason to look closely.
    tolerance *= _COARSER_ELSEWHERE if detail else 1.0
    near = [place for place in store.countries() if meets(store.bounds_of(place.place_id), box)]
    around = clipped([store.geometry(place.place_id) for place in near], box)
    inside = [
        (place, outline)
        for place, outline in zip(near, around, strict=True)
        if outline is not None and not shapely.is_empty(outline)
    ]
    units = _units(store, box, detail, wide=width >= _PROVINCES_BELOW_DEG)
    waters = width < _WATERS_BELOW_DEG
    disputed = _layer(store, "disputed_borders")
    disputed_here = clipped([line for _, line in disputed], box)
    outlines = clipped([store.geometry(unit.place_id) for unit in units], box)
    lakes = _shapes_of(store, "lakes", box)
    secret = withheld_ground(footprints)
    labels = (
        *country_labels(store, inside, box, lang),
        *unit_labels(store, units, box, lang, secret),
        *city_labels(store, box, lang, detail, secret),
        *sea_labels(store, box, lang),
        # What the lines are called is known in English only; the legend explains them in each.
        *(line_labels([name for name, _ in disputed], disputed_here) if lang == "en" else ()),
    )
    return Basemap(
        bounds=box,
        tolerance_deg=detail.tolerance_deg,
        land=areas(around, tolerance, detail),
        provinces=areas(outlines, tolerance, detail),
        lakes=areas(lakes, tolerance, detail),
        rivers=lines(_shapes_of(store, "rivers", box)) if waters else (),
        disputed=lines(disputed_here),
        labels=tuple(label for label in labels if label.name not in unnamed),
    )


def _units(store: Store, box: Bounds, detail: Detail, *, wide: bool) -> tuple[Place, ...]:
    """First-order units that a reader is likely to see: the margin does without.

    On a wide map they are those near the incidents.
    """
    if wide and not detail:
        return ()
    across, along = width_of(box) * _MARGIN_SHARE, (box.north - box.south) * _MARGIN_SHARE
    core = Bounds(
        (box.west + across + 180) % 360 - 180, box.south + along,
        (box.east - across + 180) % 360 - 180, box.north - along,
    )  # fmt: skip
    rows = np.asarray(store.rows_within(box if wide else core), dtype=np.int64)
    wanted = list(store.feature_classes).index(FeatureClass.ADMIN1)
    rows = np.sort(rows[store.take("feature_class", rows) == wanted])
    if wide and len(rows):
        xy = np.column_stack([np.asarray(store.take(name, rows)) for name in ("lng", "lat")])
        rows = rows[detail.near(xy, np.asarray(store.take("extent_m", rows)) / _DEGREE_M)]
    places = [store.place(int(row)) for row in rows]
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
    near = [meets(Bounds(*map(float, row)), box) for row in bounds]
    return clipped(shapes[near], box)
