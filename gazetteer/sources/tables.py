"""A user's own places: CSV, GeoJSON, and what GDAL reads (GeoPackage, shapefiles).

Columns are found by their usual names, or by a map that the user gives. Natural Earth's
shapefiles are such tables.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gazetteer.errors import SourceError
from gazetteer.model import FeatureClass
from gazetteer.sources import Problem, Record
from gazetteer.sources.fields import (
    class_of,
    count_of,
    country_of,
    distinct,
    made_place,
    point_of,
)
from gazetteer.sources.linkedplaces import features

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = ["FIELDS", "places"]

FIELDS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "place_id", "geonameid", "ne_id", "wikidataid", "fid", "ogc_fid"),
    "name": ("name_en", "nameascii", "name", "title", "place", "toponym", "label"),
    "names": ("names", "alternate_names", "alternatenames", "alt_names", "aliases", "namealt"),
    "lng": ("lng", "lon", "long", "longitude", "x", "point_x"),
    "lat": ("lat", "latitude", "y", "point_y"),
    "class": ("feature_class", "class", "type", "featurecla", "kind", "fclass"),
    "country": ("country_code", "iso_a2", "iso2", "country", "cc", "ccode"),
    "population": ("population", "pop_max", "pop", "pop_est"),
}
"""What a row may say, and under which column names it is looked for, first found first."""
_ALIASES = {"lon": "lng", "longitude": "lng", "latitude": "lat", "country_code": "country"}
"""What a user may call a field in a column map."""
_MORE_NAMES = re.compile(r"^name_[a-z]{2,3}$|^name(?:_long|_alt|_local|par)?$|^(?:woe|gn)_name$")
_BATCH = 5_000
_GDAL = frozenset({".gpkg", ".shp", ".fgb", ".gml", ".kml", ".zip", ".gdb"})


def places(
    path: Path, *, prefix: str, columns: Mapping[str, str] | None = None, source: str | None = None
) -> Iterator[Record | Problem]:
    """Every place of a table.

    Parameters
    ----------
    prefix
        First part of each `place_id`.
    columns
        From a field of `FIELDS` to the column that holds it, where the usual names fail.
    source
        What a place of it says about where it comes from; the prefix by default.

    Raises
    ------
    SourceError
        If the file cannot be read, a column of the map is missing, or none has a name.
    """
    suffix = path.suffix.lower()
    if suffix in {".csv", ".tsv", ".txt"}:
        rows = _csv_rows(path)
    elif suffix in {".geojson", ".json", ".jsonl", ".ndjson", ".geojsonl", ".geojsons"}:
        rows = _geojson_rows(path)
    elif suffix in _GDAL:
        rows = _gdal_rows(path)
    else:
        raise SourceError(f"{path}: {suffix or 'a file without suffix'} is none of csv, tsv, "
                          f"geojson, jsonl, gpkg, shp")  # fmt: skip
    found: dict[str, str] | None = None
    for where, row, geometry in rows:
        if isinstance(row, Exception):
            yield Problem(where, f"not readable: {row}")
            continue
        if found is None:
            found = _columns(path, row, columns or {})
        try:
            yield _place(where, row, geometry, found, prefix, source or prefix)
        except (ValueError, TypeError) as error:
            yield Problem(where, str(error))


def _columns(path: Path, row: Mapping[str, Any], given: Mapping[str, str]) -> dict[str, str]:
    given = {_ALIASES.get(field, field): column for field, column in given.items()}
    unknown = set(given) - set(FIELDS)
    if unknown:
        raise SourceError(f"{path}: no such field: {sorted(unknown)}; there are {[*FIELDS]}")
    missing = [column for column in given.values() if column not in row]
    if missing:
        raise SourceError(f"{path}: no column {missing}; it has {sorted(map(str, row))}")
    lower = {str(column).strip().lower(): str(column) for column in row if column is not None}
    found = dict(given)
    for field, usual in FIELDS.items():
        for name in usual:
            if field not in found and name in lower:
                found[field] = lower[name]
    if "name" not in found:
        raise SourceError(
            f"{path}: no column with a name; it has {sorted(map(str, row))}: say which with a "
            "column map, such as name=Ortsname"
        )
    return found


def _place(
    where: str,
    row: Mapping[str, Any],
    geometry: BaseGeometry | None,
    columns: Mapping[str, str],
    prefix: str,
    source: str,
) -> Record:
    def value(field: str) -> Any:
        return row.get(columns[field]) if field in columns else None

    texts = [str(value("name") or "")]
    texts += re.split(r"\s*[;|]\s*", str(value("names"))) if value("names") else []
    texts += [
        str(text)
        for column, text in row.items()
        if isinstance(text, str) and text and _MORE_NAMES.match(str(column).lower())
    ]
    names = distinct(texts)
    drawn = geometry if geometry is not None and not geometry.is_empty else None
    if drawn is not None:
        centre = drawn.representative_point()
        point = point_of(centre.x, centre.y)
    elif value("lng") in {None, ""} or value("lat") in {None, ""}:
        raise ValueError("no geometry, and no longitude and latitude")
    else:
        point = point_of(value("lng"), value("lat"))
    country = value("country")
    known = isinstance(country, str) and country.strip() not in {"-99", "-1", ""}
    fallback = FeatureClass.POPULATED_PLACE
    if drawn is not None and not drawn.geom_type.endswith("Point"):
        fallback = FeatureClass.REGION if "Polygon" in drawn.geom_type else FeatureClass.RIVER
    return Record(
        made_place(
            f"{prefix}:{value('id') if value('id') not in {None, ''} else where.split()[-1]}",
            names,
            class_of(value("class"), fallback),
            point,
            country_code=country_of(country) if known else None,
            source=source,
            population=max(0, count_of(value("population") or 0)),
        ),
        names,
        None if drawn is None or drawn.geom_type.endswith("Point") else drawn,
    )


def _csv_rows(path: Path) -> Iterator[tuple[str, Any, None]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            sample = lines.read(65_536)
            lines.seek(0)
            first = sample.partition("\n")[0]
            delimiter = max("\t;,|", key=first.count)
            reader = csv.DictReader(lines, delimiter=delimiter, strict=False)
            width = len(reader.fieldnames or ())
            for row in reader:
                where = f"line {reader.line_num}"
                if None in row or None in row.values():
                    yield where, ValueError(f"not the {width} cells of the first line"), None
                else:
                    yield where, row, None
    except UnicodeDecodeError as error:
        raise SourceError(f"{path}: not UTF-8: {error}; save it as UTF-8") from error
    except csv.Error as error:
        raise SourceError(f"{path}: not a table: {error}") from error


def _geojson_rows(path: Path) -> Iterator[tuple[str, Any, Any]]:
    from shapely.errors import ShapelyError
    from shapely.geometry import shape

    for where, feature in features(path):
        if isinstance(feature, Exception):
            yield where, feature, None
        elif not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
            yield where, ValueError("no feature with properties"), None
        else:
            try:
                drawn = shape(feature["geometry"]) if feature.get("geometry") else None
                row = feature["properties"]
                if "id" in feature:
                    row = {"id": feature["id"], **row}
                yield where, row, drawn
            except (ShapelyError, ValueError, TypeError, AttributeError, KeyError) as error:
                yield where, ValueError(f"geometry: {error}"), None


def _gdal_rows(path: Path) -> Iterator[tuple[str, Any, Any]]:
    """Rows of the first layer, some thousands at a time, brought to EPSG:4326."""
    import pyogrio

    try:
        total = pyogrio.read_info(path)["features"]
        for first in range(0, max(total, 0), _BATCH):
            frame = pyogrio.read_dataframe(path, skip_features=first, max_features=_BATCH)
            shapes: Any = [None] * len(frame)
            if "geometry" in frame:
                if frame.crs is None:
                    raise SourceError(
                        f"{path}: states no CRS; say which with `ogr2ogr -a_srs EPSG:4326`"
                    )
                shapes = (frame if frame.crs.to_epsg() == 4326 else frame.to_crs(4326)).geometry
            rows = frame.drop(columns="geometry", errors="ignore").to_dict("records")
            for number, (row, drawn) in enumerate(zip(rows, shapes, strict=True), start=first + 1):
                clean = {key: (None if cell != cell else cell) for key, cell in row.items()}
                yield f"feature {number}", clean, drawn
    except pyogrio.errors.DataSourceError as error:
        raise SourceError(f"{path}: GDAL cannot read it: {error}") from error
