"""Who's On First: SQLite distributions with the tables spr, names, geojson and ancestors.

The schema is that of the project's own indexer, go-whosonfirst-sqlite-features, in the two
forms that distributions come in: the later one lists a place's alternate geometries as rows
of their own (`is_alt`), which are no places and are passed over.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from gazetteer.errors import SourceError
from gazetteer.model import FeatureClass
from gazetteer.sources import Problem, Record
from gazetteer.sources.fields import count_of, country_of, distinct, made_place, point_of

__all__ = ["is_whosonfirst", "places"]

_F = FeatureClass
_PLACETYPES: Mapping[str, FeatureClass] = {
    "continent": _F.CONTINENT, "ocean": _F.SEA, "marinearea": _F.SEA, "empire": _F.REGION,
    "macroregion": _F.REGION, "region": _F.ADMIN1, "macrocounty": _F.ADMIN2, "county": _F.ADMIN2,
    "localadmin": _F.ADMIN2, "locality": _F.POPULATED_PLACE, "borough": _F.POPULATED_PLACE,
    "macrohood": _F.POPULATED_PLACE, "neighbourhood": _F.POPULATED_PLACE,
    "microhood": _F.POPULATED_PLACE, "campus": _F.FACILITY, "venue": _F.FACILITY,
    "building": _F.FACILITY, "dependency": _F.REGION, "disputed": _F.REGION,
}  # fmt: skip
_COUNTRIES = frozenset({"country", "planet", "postalcode", "timezone", "empire"})
_SHAPED = frozenset({_F.ADMIN1, _F.ADMIN2, _F.REGION, _F.POPULATED_PLACE})


def is_whosonfirst(path: Path) -> bool:
    """Whether a file is an SQLite database with the table spr."""
    try:
        with path.open("rb") as file:
            if file.read(15) != b"SQLite format 3":
                return False
        with closing(_connect(path)) as database:
            return _has(database, "spr")
    except (OSError, sqlite3.Error):
        return False


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def _has(database: sqlite3.Connection, table: str) -> bool:
    found = database.execute(
        "SELECT 1 FROM sqlite_master WHERE type IN ('table', 'view') AND name = ?", (table,)
    )
    return found.fetchone() is not None


def _columns(database: sqlite3.Connection, table: str) -> frozenset[str]:
    """Names of the columns of a table; none if there is no such table."""
    found = database.execute("SELECT name FROM pragma_table_info(?)", (table,))
    return frozenset(name for (name,) in found)


def places(path: Path) -> Iterator[Record | Problem]:
    """Every current place of a Who's On First database.

    Raises
    ------
    SourceError
        If the file is damaged.
    """
    try:
        with closing(_connect(path)) as database:
            named, shaped = _has(database, "names"), _columns(database, "geojson")
            main = "WHERE NOT is_alt " if "is_alt" in _columns(database, "spr") else ""
            rows = database.execute(
                "SELECT id, name, placetype, country, latitude, longitude, is_current, "
                f"is_deprecated, is_ceased, is_superseded FROM spr {main}ORDER BY id"
            )
            for row in rows:
                try:
                    yield _place(database, row, named=named, shaped=shaped)
                except (ValueError, TypeError) as error:
                    yield Problem(f"id {row[0]}", str(error))
    except sqlite3.Error as error:
        raise SourceError(f"{path}: not a Who's On First database: {error}") from error


def _place(
    database: sqlite3.Connection, row: tuple[object, ...], *, named: bool, shaped: frozenset[str]
) -> Record | Problem:
    key, name, placetype, country, lat, lng, current, *gone = row
    where = f"id {key}"
    if current == 0 or any(value == 1 for value in gone):
        return Problem(where, "not current", left_out=True)
    if placetype in _COUNTRIES:
        return Problem(where, f"a {placetype}: the embedded one is kept", left_out=True)
    feature_class = _PLACETYPES.get(str(placetype), FeatureClass.REGION)
    others: list[str] = []
    if named:
        found = database.execute("SELECT name FROM names WHERE id = ? ORDER BY rowid", (key,))
        others = [str(text) for (text,) in found if text]
    names = distinct([str(name or ""), *others])
    geometry, population = None, 0
    if shaped and feature_class in _SHAPED:
        main = " AND NOT is_alt" if "is_alt" in shaped else ""
        body = database.execute(f"SELECT body FROM geojson WHERE id = ?{main}", (key,)).fetchone()
        if body:
            from shapely.geometry import shape

            feature = json.loads(body[0])
            properties = feature.get("properties") or {}
            population = count_of(properties.get("wof:population"))
            if feature.get("geometry"):
                geometry = shape(feature["geometry"])
    code = str(country or "")
    return Record(
        made_place(
            f"wof:{key}",
            names,
            feature_class,
            point_of(lng, lat),
            country_code=country_of(code) if code.isalpha() and len(code) == 2 else None,
            source="Who's On First",
            population=population,
        ),
        names,
        geometry,
    )
