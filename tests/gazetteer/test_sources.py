"""What is read from each source, and what is said about rows that cannot be."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from shapely import Point, box

from gazetteer.errors import SourceError
from gazetteer.model import FeatureClass
from gazetteer.sources import Problem, Record, dump, linkedplaces, parquet, tables, whosonfirst
from gazetteer.sources.airports import airports
from gazetteer.sources.countries import country_names, unit_names
from gazetteer.sources.naturalearth import without_type_words

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


def _row(**changes: str) -> str:
    """A line of a GeoNames dump."""
    cells = {
        "id": "900001", "name": "Tall Example", "ascii": "Tall Example", "alt": "تل مثال,Tel Example,XYZ",
        "lat": "35.1", "lng": "40.2", "class": "P", "code": "PPL", "cc": "SY", "cc2": "",
        "a1": "07", "a2": "", "a3": "", "a4": "", "pop": "1200", "elev": "", "dem": "220",
        "tz": "Asia/Damascus", "date": "2020-01-01",
    } | changes  # fmt: skip
    return "\t".join(cells.values())


def _split(rows: object) -> tuple[list[Record], list[Problem]]:
    listed = list(rows)  # type: ignore[call-overload]
    return [r for r in listed if isinstance(r, Record)], [
        p for p in listed if isinstance(p, Problem)
    ]


# --- GeoNames dumps ----------------------------------------------------------------------


def test_a_dump_row_by_row(tmp_path: Path) -> None:
    lines = [
        _row(),
        "torn line",
        _row(id="900002", lat="95"),
        _row(id="900003", lat="north"),
        _row(id="x"),
        _row(id="900004", code="PCLI", **{"class": "A"}),
        _row(id="900005", code="PPLH"),
        _row(id="900006", name="???", ascii="", alt=""),
        _row(id="900007", code="AIRB", **{"class": "S"}, pop=""),
        _row(id="900008", pop="many"),
    ]
    path = tmp_path / "SY.txt"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    records, problems = _split(dump.places(path))
    assert [r.place.place_id for r in records] == ["geonames:900001", "geonames:900007"]
    place = records[0].place
    assert records[0].names == ("Tall Example", "تل مثال", "Tel Example")
    assert (place.point, place.population, place.country_code) == ((40.2, 35.1), 1200, "SY")
    assert records[1].place.feature_class is FeatureClass.MILITARY_BASE
    said = {p.where: p.why for p in problems if not p.left_out}
    assert set(said) == {"line 2", "line 3", "line 4", "line 5", "line 8", "line 10"}
    assert "19" in said["line 2"]
    assert "globe" in said["line 3"]
    assert "no numbers" in said["line 4"]
    assert {p.where for p in problems if p.left_out} == {"line 6", "line 7"}


def test_a_packed_dump_and_what_lies_beside_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "SY.zip", "w") as archive:
        archive.writestr("readme.txt", "not this one")
        archive.writestr("SY.txt", _row() + "\n")
    assert dump.is_dump(tmp_path / "SY.zip")
    text = "1\t900001\tuk\tТель-Приклад\t\t\t\t\n2\t900001\tlink\thttps://x\t\t\t\t\n3\t5\ten\tOther\t\t\t\t\n"
    (tmp_path / "alternateNamesV2.txt").write_text(text, "utf-8")
    alternates = dump.AlternateNames(tmp_path / "alternateNamesV2.txt")
    assert alternates.of(900001) == ["Тель-Приклад"]
    assert alternates.of(4) == []
    (record,), _ = _split(dump.places(tmp_path / "SY.zip", alternates=alternates))
    assert "Тель-Приклад" in record.names
    alternates.close()
    codes = tmp_path / "admin1CodesASCII.txt"
    codes.write_text("SY.07\tDeir ez-Zor\tDeir ez-Zor\t170792\n", "utf-8")
    assert dump.admin1_names(codes) == {("SY", "07"): ("Deir ez-Zor",)}
    codes.write_text("SY-07 Deir ez-Zor\n", "utf-8")
    with pytest.raises(SourceError, match="line 1"):
        dump.admin1_names(codes)


def test_other_text_is_no_dump(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a\tb\n")
    (tmp_path / "b.zip").write_bytes(b"no zip")
    assert not dump.is_dump(tmp_path / "a.txt")
    assert not dump.is_dump(tmp_path / "b.zip")


# --- Linked Places -----------------------------------------------------------------------


def _feature(**changes: object) -> dict[str, object]:
    return {
        "@id": "http://example.org/p/1",
        "type": "Feature",
        "properties": {"title": "Exampletown", "ccodes": ["IQ"]},
        "names": [{"toponym": "Exampletown"}, {"toponym": "مثال"}],
        "types": [{"label": "village"}],
        "geometry": {"type": "Point", "coordinates": [44.0, 33.0]},
    } | changes


def test_linked_places(tmp_path: Path) -> None:
    path = tmp_path / "places.json"
    shape = {"type": "GeometryCollection", "geometries": [
        {"type": "Point", "coordinates": [1, 1]}, json.loads(json.dumps(box(40, 33, 41, 34).__geo_interface__))]}  # fmt: skip
    features = [
        _feature(),
        _feature(**{"@id": "2"}, geometry=None),
        _feature(**{"@id": "3"}, types=[{"label": "province"}], geometry=shape["geometries"][1]),
        "no feature",
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    assert linkedplaces.is_linked_places(path)
    records, problems = _split(linkedplaces.places(path, prefix="mine"))
    assert [r.names for r in records] == [("Exampletown", "مثال")] * 2
    assert records[0].place.place_id == "mine:http://example.org/p/1"
    assert records[0].place.country_code == "IQ"
    assert records[1].geometry is not None
    assert records[1].place.feature_class is FeatureClass.ADMIN1
    assert [p.where for p in problems] == ["feature 2", "feature 4"]


def test_linked_places_a_line_each(tmp_path: Path) -> None:
    path = tmp_path / "places.jsonl"
    path.write_text(json.dumps(_feature()) + "\n{torn\n", "utf-8")
    records, problems = _split(linkedplaces.places(path, prefix="mine"))
    assert len(records) == 1
    assert [p.where for p in problems] == ["line 2"]


@pytest.mark.parametrize("text", ["{", "[1, 2]", '{"type": "Feature"}'])
def test_no_feature_collection(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(text)
    assert not linkedplaces.is_linked_places(path)
    with pytest.raises(SourceError):
        list(linkedplaces.places(path, prefix="x"))


# --- Who's On First ----------------------------------------------------------------------


def test_whosonfirst(tmp_path: Path) -> None:
    path = tmp_path / "wof.db"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(
            "CREATE TABLE spr (id INTEGER, name TEXT, placetype TEXT, country TEXT, latitude REAL,"
            " longitude REAL, is_current INTEGER, is_deprecated INTEGER, is_ceased INTEGER,"
            " is_superseded INTEGER);"
            "CREATE TABLE names (id INTEGER, name TEXT);"
            "CREATE TABLE geojson (id INTEGER, body TEXT);"
            "INSERT INTO spr VALUES (1,'Example County','county','IQ',33.5,44.5,1,0,0,0),"
            " (2,'Gone','locality','IQ',33,44,0,0,0,0), (3,'Iraq','country','IQ',33,44,1,0,0,0),"
            " (4,'Nowhere','locality','IQ',NULL,44,1,0,0,0), (5,'Town','locality','XX1',33,44,-1,0,0,0);"
            "INSERT INTO names VALUES (1,'مثال'), (1,'Example County');"
        )
        body = {
            "properties": {"wof:population": 5000},
            "geometry": box(44, 33, 45, 34).__geo_interface__,
        }
        database.execute("INSERT INTO geojson VALUES (1, ?)", (json.dumps(body),))
        database.commit()
    assert whosonfirst.is_whosonfirst(path)
    records, problems = _split(whosonfirst.places(path))
    assert [r.place.place_id for r in records] == ["wof:1", "wof:5"]
    assert records[0].names == ("Example County", "مثال")
    assert records[0].geometry is not None
    assert (records[0].place.population, records[0].place.feature_class) == (
        5000,
        FeatureClass.ADMIN2,
    )
    assert records[1].place.country_code is None
    assert {(p.where, p.left_out) for p in problems} == {
        ("id 2", True),
        ("id 3", True),
        ("id 4", False),
    }


def test_a_damaged_database(tmp_path: Path) -> None:
    path = tmp_path / "wof.db"
    path.write_bytes(b"SQLite format 3\x00 and then nothing of the kind")
    assert not whosonfirst.is_whosonfirst(path)
    with pytest.raises(SourceError):
        list(whosonfirst.places(path))


# --- Parquet -----------------------------------------------------------------------------


def test_overture_and_openstreetmap(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow", reason="Parquet needs pyarrow")
    from pyarrow import parquet as pq

    overture = [
        {"id": "a", "names": {"primary": "Example", "common": {"ar": "مثال"}}, "subtype": "locality",
         "country": "IQ", "population": 900, "geometry": Point(44, 33).wkb},
        {"id": "b", "names": None, "subtype": "locality", "country": "IQ", "population": None,
         "geometry": Point(44, 33).wkb},
        {"id": "c", "names": {"primary": "Torn", "common": None}, "subtype": "region", "country": "IQ",
         "population": None, "geometry": b"torn"},
    ]  # fmt: skip
    names = pa.struct([("primary", pa.string()), ("common", pa.map_(pa.string(), pa.string()))])
    schema = pa.schema([("id", pa.string()), ("names", names), ("subtype", pa.string()),
                        ("country", pa.string()), ("population", pa.int64()), ("geometry", pa.binary())])  # fmt: skip
    rows = [
        {
            **row,
            "names": row["names"]
            and {**row["names"], "common": [*(row["names"]["common"] or {}).items()]},
        }
        for row in overture
    ]  # type: ignore[index, attr-defined]
    pq.write_table(pa.Table.from_pylist(rows, schema), tmp_path / "o.parquet")
    records, problems = _split(parquet.places(tmp_path / "o.parquet"))
    assert [(r.place.place_id, r.names) for r in records] == [("overture:a", ("Example", "مثال"))]
    assert [(p.where, p.left_out) for p in problems] == [("row 2", True), ("row 3", False)]

    tags = [("name", "Kasernen Beispiel"), ("military", "base"), ("name:en", "Example Barracks")]
    schema = pa.schema([("feature_id", pa.string()), ("tags", pa.map_(pa.string(), pa.string())), ("geometry", pa.binary())])  # fmt: skip
    osm = [{"feature_id": "way/1", "tags": tags, "geometry": box(44, 33, 44.1, 33.1).wkb}]
    pq.write_table(pa.Table.from_pylist(osm, schema), tmp_path / "osm.parquet")
    (record,), _ = _split(parquet.places(tmp_path / "osm.parquet"))
    assert record.place.place_id == "osm:way/1"
    assert record.names == ("Example Barracks", "Kasernen Beispiel")
    assert record.place.feature_class is FeatureClass.MILITARY_BASE
    assert record.geometry is not None

    pq.write_table(pa.table({"a": [1]}), tmp_path / "other.parquet")
    with pytest.raises(SourceError, match="geometry"):
        list(parquet.places(tmp_path / "other.parquet"))


# --- A user's own tables -----------------------------------------------------------------


def test_a_csv_with_usual_columns(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(
        "id;name;names;lat;lon;type;country_code;population\n"
        "1;Example Camp;Camp E|مخيم;33,5;44.1;refugee camp;IQ;1,200\n"
        "2;Example Base;;33.5;44.1;air base;iq;\n"
        "3;Half;\n",
        "utf-8-sig",
    )
    records, problems = _split(tables.places(path, prefix="mine"))
    assert [r.place.place_id for r in records] == ["mine:2"]
    assert records[0].place.feature_class is FeatureClass.MILITARY_BASE
    assert [p.where for p in problems] == ["line 2", "line 4"]
    assert "33,5" in problems[0].why


def test_a_column_map(tmp_path: Path) -> None:
    path = tmp_path / "orte.csv"
    path.write_text("Ortsname,Länge,Breite\nBeispiel,44.1,33.5\n", "utf-8")
    with pytest.raises(SourceError, match="name=Ortsname"):
        list(tables.places(path, prefix="orte"))
    columns = {"name": "Ortsname", "lon": "Länge", "lat": "Breite"}
    (record,), _ = _split(tables.places(path, prefix="orte", columns=columns))
    assert (record.names, record.place.point) == (("Beispiel",), (44.1, 33.5))
    with pytest.raises(SourceError, match="Höhe"):
        list(tables.places(path, prefix="orte", columns={"name": "Höhe"}))
    with pytest.raises(SourceError, match="no such field"):
        list(tables.places(path, prefix="orte", columns={"colour": "Länge"}))


@pytest.mark.parametrize("suffix", [".geojson", ".gpkg", ".shp"])
def test_tables_with_geometry(tmp_path: Path, suffix: str) -> None:
    geopandas = pytest.importorskip("geopandas")
    shapes = [Point(44, 33), box(40, 33, 41, 34)]
    frame = geopandas.GeoDataFrame(
        {"NAME": ["Town", "Province"], "ISO_A2": ["IQ", "-99"], "FEATURECLA": ["town", "province"]},
        geometry=shapes, crs="EPSG:4326",
    )  # fmt: skip
    if suffix == ".shp":
        frame = frame.iloc[1:]
    path = tmp_path / f"mine{suffix}"
    (frame.to_crs(3857) if suffix == ".gpkg" else frame).to_file(path)
    records, problems = _split(tables.places(path, prefix="mine"))
    assert not problems
    assert records[-1].place.feature_class is FeatureClass.ADMIN1
    assert records[-1].place.country_code is None
    assert records[-1].geometry is not None
    assert records[-1].geometry.bounds == pytest.approx((40, 33, 41, 34))


def test_a_table_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("name,lat,lon\nÜ,1,2".encode("latin-1"))
    with pytest.raises(SourceError, match="UTF-8"):
        list(tables.places(tmp_path / "a.csv", prefix="x"))
    (tmp_path / "a.gpkg").write_bytes(b"nothing")
    with pytest.raises(SourceError, match="GDAL"):
        list(tables.places(tmp_path / "a.gpkg", prefix="x"))
    (tmp_path / "a.doc").write_bytes(b"nothing")
    with pytest.raises(SourceError, match="csv"):
        list(tables.places(tmp_path / "a.doc", prefix="x"))


# --- What is embedded --------------------------------------------------------------------


def test_names_of_countries() -> None:
    pytest.importorskip("babel")
    pytest.importorskip("pycountry")
    names = country_names("SY", "Syria")
    assert names[0] == "Syria"
    assert {"Syrian Arab Republic", "سوريا", "Сирия", "Syrien", "Syrie"} <= set(names)


def test_names_of_units_are_those_of_one_entry() -> None:
    pytest.importorskip("pycountry")
    assert "Dayr az Zawr" in unit_names("SY", ("Deir ez-Zor", "Dayr Az Zawr"))
    assert unit_names("SY", ("No Such Unit",)) == ()


def test_type_words_come_off_units() -> None:
    assert without_type_words("Departement d'Ille-et-Vilaine") == "Ille-et-Vilaine"
    assert without_type_words("State of West Bengal") == "West Bengal"
    assert without_type_words("State") == "State"


def test_airports_and_air_bases() -> None:
    pytest.importorskip("airportsdata")
    found = {record.place.place_id: record for record in airports()}
    assert found["airport:ORAA"].place.feature_class is FeatureClass.MILITARY_BASE
    assert found["airport:ORBI"].place.feature_class is FeatureClass.AIRPORT
    assert "Baghdad Airport" in found["airport:ORBI"].names
    assert not any("ORBI" in name for name in found["airport:ORBI"].names)
