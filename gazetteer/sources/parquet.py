"""Overture Maps and OpenStreetMap places as GeoParquet; needs pyarrow.

Overture: `id`, `names` (primary, common, rules), `categories` or `subtype`, `addresses` or
`country`, `population`, `class`, `geometry` (WKB), as its schema names them. OpenStreetMap
as its usual converters write it: `feature_id`, `osm_id` or `id`, `tags` (a map) and `geometry`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

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

__all__ = ["places"]

_BATCH = 20_000
_WANTED = (
    "id", "feature_id", "osm_id", "names", "categories", "basic_category", "subtype", "class",
    "addresses", "country", "population", "tags", "geometry",
)  # fmt: skip
_SUBTYPES = {
    "region": FeatureClass.ADMIN1,
    "county": FeatureClass.ADMIN2,
    "localadmin": FeatureClass.ADMIN2,
    "locality": FeatureClass.POPULATED_PLACE,
    "macrohood": FeatureClass.POPULATED_PLACE,
    "neighborhood": FeatureClass.POPULATED_PLACE,
    "microhood": FeatureClass.POPULATED_PLACE,
    "dependency": FeatureClass.REGION,
}
_TAG_VALUES = {
    "military": FeatureClass.MILITARY_BASE,
    "aeroway": FeatureClass.AIRPORT,
    "waterway": FeatureClass.RIVER,
    "natural": FeatureClass.REGION,
    "boundary": FeatureClass.ADMIN2,
    "place": FeatureClass.POPULATED_PLACE,
}


def places(path: Path) -> Iterator[Record | Problem]:
    """Every named place of a Parquet file, a batch at a time.

    Raises
    ------
    SourceError
        If pyarrow is not installed, or the file is no GeoParquet with an id.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise SourceError(f"{path}: Parquet needs pyarrow; `pip install pyarrow`") from error
    try:
        file = parquet.ParquetFile(path)
    except (pa.ArrowInvalid, OSError) as error:
        raise SourceError(f"{path}: not a Parquet file: {error}") from error
    with file:
        there = set(file.schema_arrow.names)
        if "geometry" not in there or not there & {"id", "feature_id", "osm_id"}:
            raise SourceError(f"{path}: a column `geometry` and an id are needed; it has {there}")
        wanted = [name for name in _WANTED if name in there]
        number = 0
        for batch in file.iter_batches(batch_size=_BATCH, columns=wanted):
            for row in batch.to_pylist():
                number += 1
                try:
                    yield _place(row, f"row {number}")
                except (ValueError, TypeError, KeyError) as error:
                    yield Problem(f"row {number}", str(error))


def _place(row: Mapping[str, Any], where: str) -> Record | Problem:
    import shapely

    if row.get("geometry") is None:
        raise ValueError("no geometry")
    try:
        geometry = shapely.from_wkb(row["geometry"])
    except shapely.errors.ShapelyError as error:
        raise ValueError(f"geometry is no WKB: {error}") from None
    tags = dict(row["tags"]) if row.get("tags") else None
    names = distinct(_tag_names(tags) if tags is not None else _names(row.get("names")))
    if not names:
        return Problem(where, "no name", left_out=True)
    if row.get("class") == "maritime":
        return Problem(where, "the waters of a unit: its land is a row of its own", left_out=True)
    if row.get("subtype") == "country":
        return Problem(where, "a country: the embedded polygon is kept", left_out=True)
    centre = geometry.representative_point()
    key = row.get("id") or row.get("feature_id") or row.get("osm_id")
    return Record(
        made_place(
            f"{'osm' if tags is not None else 'overture'}:{key}",
            names,
            _tag_class(tags) if tags is not None else _class(row),
            point_of(centre.x, centre.y),
            country_code=_country(row, tags),
            source="OpenStreetMap" if tags is not None else "Overture Maps",
            population=count_of((tags or row).get("population")),
        ),
        names,
        None if geometry.geom_type.endswith("Point") else geometry,
    )


def _names(names: Any) -> list[str]:
    if not names:
        return []
    found = [names.get("primary")]
    common = names.get("common") or ()
    # Arrow gives a map as pairs
    found += [text for _, text in (common.items() if isinstance(common, dict) else common)]
    found += [rule.get("value") for rule in names.get("rules") or ()]
    return [str(text) for text in found if text]


def _tag_names(tags: Mapping[str, str]) -> list[str]:
    keys = ["name:en", "int_name", "name", *sorted(k for k in tags if k.startswith("name:"))]
    keys += ["alt_name", "old_name", "official_name", "short_name", "loc_name"]
    return [
        text.strip()
        for key in dict.fromkeys(keys)
        if tags.get(key)
        for text in tags[key].split(";")
    ]


def _class(row: Mapping[str, Any]) -> FeatureClass:
    if row.get("subtype") in _SUBTYPES:
        return _SUBTYPES[row["subtype"]]
    category = (row.get("categories") or {}).get("primary") or row.get("basic_category")
    category = category or row.get("class") or ""
    return class_of(category, FeatureClass.FACILITY)


def _tag_class(tags: Mapping[str, str]) -> FeatureClass:
    for key, fallback in _TAG_VALUES.items():
        if tags.get(key):
            return class_of(tags[key], fallback) if key in {"natural", "place"} else fallback
    return FeatureClass.FACILITY


def _country(row: Mapping[str, Any], tags: Mapping[str, str] | None) -> str | None:
    if tags is not None:
        code: Any = tags.get("is_in:country_code") or tags.get("addr:country")
    else:
        addresses = row.get("addresses") or ()
        code = row.get("country") or (addresses[0].get("country") if addresses else None)
    return country_of(code) if code and len(str(code)) == 2 else None
