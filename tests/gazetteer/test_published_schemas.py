"""`add` takes files with the schemas that their projects publish, and reports row by row.

The tables and columns are those of go-whosonfirst-sqlite-features (both of its forms), of
Overture's schema reference, and of the usual converter of OpenStreetMap to GeoParquet; the
places in them are invented.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from shapely.geometry import Point, box

from gazetteer import Gazetteer
from gazetteer.add import add_source, list_sources, remove_source
from gazetteer.model import FeatureClass
from gazetteer.store import Store

_SPR = """
CREATE TABLE spr (
  id {key}, parent_id INTEGER, name TEXT, placetype TEXT, {dates} country TEXT, repo TEXT,
  latitude REAL, longitude REAL, min_latitude REAL, min_longitude REAL, max_latitude REAL,
  max_longitude REAL, is_current INTEGER, is_deprecated INTEGER, is_ceased INTEGER,
  is_superseded INTEGER, is_superseding INTEGER, superseded_by TEXT, supersedes TEXT,
  {alt} lastmodified INTEGER);
CREATE TABLE names (
  id INTEGER NOT NULL, placetype TEXT, country TEXT, language TEXT, extlang TEXT, script TEXT,
  region TEXT, variant TEXT, extension TEXT, privateuse TEXT, name TEXT, lastmodified INTEGER);
CREATE TABLE ancestors (
  id INTEGER NOT NULL, ancestor_id INTEGER NOT NULL, ancestor_placetype TEXT,
  lastmodified INTEGER);
CREATE TABLE geojson (id INTEGER NOT NULL, body TEXT, source TEXT, {is_alt} lastmodified INTEGER);
"""


def _spr(
    key: int, name: str, kind: str, lat: float | None, lng: float, current: int = 1
) -> dict[str, object]:
    return {
        "id": key, "parent_id": 85632315, "name": name, "placetype": kind, "country": "IQ",
        "repo": "whosonfirst-data-admin-iq", "latitude": lat, "longitude": lng,
        "is_current": current, "is_deprecated": 0, "is_ceased": 0, "is_superseded": 0,
    }  # fmt: skip


def _insert(database: sqlite3.Connection, table: str, **row: object) -> None:
    slots = ", ".join("?" * len(row))
    columns = ", ".join(row)
    database.execute(f"INSERT INTO {table} ({columns}) VALUES ({slots})", tuple(row.values()))


@pytest.mark.parametrize("later", [False, True])
def test_whosonfirst_distributions(tmp_path: Path, later: bool) -> None:
    path = tmp_path / "whosonfirst-data-admin-iq-latest.db"
    schema = _SPR.format(
        key="TEXT NOT NULL" if later else "INTEGER NOT NULL PRIMARY KEY",
        dates="inception TEXT, cessation TEXT," if later else "",
        alt="is_alt TINYINT, alt_label TEXT," if later else "",
        is_alt="is_alt BOOLEAN, alt_label TEXT," if later else "",
    )
    body = {
        "type": "Feature",
        "properties": {"wof:id": 1, "wof:population": 41_000},
        "geometry": box(44.0, 33.0, 44.2, 33.2).__geo_interface__,
    }
    alternate = {**body, "properties": {}, "geometry": box(0, 0, 1, 1).__geo_interface__}
    with closing(sqlite3.connect(path)) as database:
        database.executescript(schema)
        main = {"is_alt": 0, "alt_label": ""} if later else {}
        for row in (
            _spr(1, "Zarqun", "county", 33.1, 44.1),
            _spr(2, "Qarmuz", "locality", 33.4, 44.4, -1),
            _spr(3, "Gone", "locality", 33.4, 44.4, 0),
            _spr(4, "Iraq", "country", 33.0, 44.0),
            _spr(5, "Nowhere", "locality", None, 44.0),
        ):
            _insert(database, "spr", **row, **main)
        _insert(database, "names", id=1, language="ara", name="زرقون")
        _insert(database, "ancestors", id=2, ancestor_id=1, ancestor_placetype="county")
        if later:
            _insert(
                database,
                "spr",
                **_spr(1, "Zarqun", "county", 0, 0),
                is_alt=1,
                alt_label="naturalearth",
            )
            _insert(
                database,
                "geojson",
                id=1,
                body=json.dumps(alternate),
                source="naturalearth",
                is_alt=1,
            )
        _insert(
            database,
            "geojson",
            id=1,
            body=json.dumps(body),
            source="mz",
            **({"is_alt": 0} if later else {}),
        )
        database.commit()

    store = Store.open()
    added = add_source(path, store=store, directory=tmp_path / "user")
    assert (added.kind, added.places) == ("whosonfirst", 2)
    assert (added.unreadable, sum(added.left_out.values())) == (1, 2)
    assert "id 5" in (added.folder / "problems.txt").read_text("utf-8")

    gazetteer = Gazetteer.open(extra=[added.folder])
    district = gazetteer.resolve("Zarqun district", country="Iraq")
    assert district.places[0].place_id == "wof:1"
    assert district.footprint is not None
    assert district.footprint.where_prec == 3
    assert box(43.9, 32.9, 44.3, 33.3).contains(district.footprint.region_90)
    assert gazetteer.resolve("زرقون", country="Iraq").places[0].population == 41_000
    assert gazetteer.resolve("Qarmuz", country="Iraq").places[0].place_id == "wof:2"
    remove_source(added.name, tmp_path / "user")
    assert list_sources(tmp_path / "user") == ()


def test_overture_divisions_and_places(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow", reason="Parquet needs pyarrow")
    from pyarrow import parquet as pq

    text, words = pa.string(), pa.map_(pa.string(), pa.string())
    rules = pa.list_(pa.struct([("variant", text), ("language", text), ("value", text)]))
    names = pa.struct([("primary", text), ("common", words), ("rules", rules)])
    bounds = pa.struct([(side, pa.float32()) for side in ("xmin", "xmax", "ymin", "ymax")])
    source = pa.list_(pa.struct([("property", text), ("dataset", text), ("record_id", text)]))
    division_area = pa.schema(
        [("id", text), ("geometry", pa.binary()), ("bbox", bounds), ("country", text),
         ("version", pa.int32()), ("sources", source), ("subtype", text), ("class", text),
         ("names", names), ("is_land", pa.bool_()), ("is_territorial", pa.bool_()),
         ("region", text), ("division_id", text)]
    )  # fmt: skip
    shape = box(44.0, 33.0, 44.2, 33.2)
    named = {"primary": "قضاء زرقون", "common": [("en", "Zarqun")],
             "rules": [{"variant": "alternate", "language": "en", "value": "Zarqoun"}]}  # fmt: skip
    area = {"country": "IQ", "version": 1, "region": "IQ-BG", "division_id": "08f", "is_land": True,
            "bbox": {"xmin": 44.0, "xmax": 44.2, "ymin": 33.0, "ymax": 33.2}}  # fmt: skip
    rows = [
        {
            **area,
            "id": "a1",
            "geometry": shape.wkb,
            "subtype": "county",
            "class": "land",
            "names": named,
        },
        {
            **area,
            "id": "a2",
            "geometry": shape.wkb,
            "subtype": "county",
            "class": "maritime",
            "names": named,
        },
        {
            **area,
            "id": "a3",
            "geometry": shape.wkb,
            "subtype": "country",
            "class": "land",
            "names": named,
        },
        {
            **area,
            "id": "a4",
            "geometry": b"\x00",
            "subtype": "county",
            "class": "land",
            "names": named,
        },
    ]
    path = tmp_path / "division_area.parquet"
    pq.write_table(pa.Table.from_pylist(rows, division_area), path)
    store = Store.open()
    added = add_source(path, store=store, directory=tmp_path / "user")
    assert (added.kind, added.places) == ("parquet", 1)
    assert (added.unreadable, sum(added.left_out.values())) == (1, 2)
    assert "row 4" in (added.folder / "problems.txt").read_text("utf-8")
    answer = Gazetteer.open(extra=[added.folder]).resolve("Zarqoun district", country="Iraq")
    assert (answer.places[0].place_id, answer.places[0].feature_class) == (
        "overture:a1",
        FeatureClass.ADMIN2,
    )

    categories = pa.struct([("primary", text), ("alternate", pa.list_(text))])
    address = pa.list_(
        pa.struct([(k, text) for k in ("freeform", "locality", "postcode", "region", "country")])
    )
    place = pa.schema(
        [("id", text), ("geometry", pa.binary()), ("bbox", bounds), ("version", pa.int32()),
         ("sources", source), ("names", names), ("categories", categories),
         ("confidence", pa.float64()), ("websites", pa.list_(text)), ("addresses", address)]
    )  # fmt: skip
    hospital = {
        "id": "p1", "geometry": Point(44.1, 33.1).wkb, "version": 1, "confidence": 0.9,
        "names": {"primary": "Zarqun Teaching Hospital", "common": None, "rules": None},
        "categories": {"primary": "hospital", "alternate": ["health"]},
        "addresses": [{"freeform": "1 Main Street", "locality": "Zarqun", "country": "IQ"}],
    }  # fmt: skip
    pq.write_table(pa.Table.from_pylist([hospital], place), tmp_path / "place.parquet")
    added = add_source(tmp_path / "place.parquet", store=store, directory=tmp_path / "user")
    found = Gazetteer.open(extra=[added.folder]).resolve("Zarqun Teaching Hospital", country="Iraq")
    assert (found.places[0].place_id, found.places[0].country_code) == ("overture:p1", "IQ")
    assert found.places[0].feature_class is FeatureClass.FACILITY


def test_a_world_dump_with_admin_codes_and_alternate_names(tmp_path: Path) -> None:
    line = "9000001\tZarqun\tZarqun\t\t36.2\t37.1\tP\tPPL\tSY\t\t09\t\t\t\t4100\t\t390\tAsia/Damascus\t2024-01-01"
    torn = "9000002\tTorn\tTorn"
    gone = "9000003\tOld Zarqun\tOld Zarqun\t\t36.2\t37.2\tP\tPPLH\tSY\t\t09\t\t\t\t0\t\t390\tAsia/Damascus\t2024-01-01"
    (tmp_path / "allCountries.txt").write_text(f"{line}\n{torn}\n{gone}\n", "utf-8")
    (tmp_path / "admin1CodesASCII.txt").write_text("SY.09\tAleppo\tAleppo\t170062\n", "utf-8")
    (tmp_path / "alternateNamesV2.txt").write_text(
        "1\t9000001\tar\tزرقون\t1\t\t\t\t\t\n2\t9000001\tlink\thttps://example.org\t\t\t\t\t\t\n",
        "utf-8",
    )
    added = add_source(
        tmp_path / "allCountries.txt", store=Store.open(), directory=tmp_path / "user"
    )
    assert added.places == 1
    assert (added.unreadable, added.left_out) == (1, {"a place that exists no more": 1})
    assert "line 2" in (added.folder / "problems.txt").read_text("utf-8")
    place = Gazetteer.open(extra=[added.folder]).resolve("زرقون", country="Syria").places[0]
    assert (place.place_id, place.population) == ("geonames:9000001", 4100)
    assert place.admin1 is not None
