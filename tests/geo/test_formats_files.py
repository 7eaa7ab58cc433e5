"""Files of incidents: every format there and back, other people's tables, bad rows named."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import json
import xml.etree.ElementTree as ET
from pathlib import Path
from types import SimpleNamespace

import geopandas as gpd
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from incident_strategies import HOSTILE, several_located, with_ids
from shapely import Point, box

from gazetteer.geodesy import area_km2, disc
from gazetteer.model import (
    FeatureClass,
    Footprint,
    LngLat,
    Place,
    Resolution,
    ResolutionStatus,
)
from geo.errors import IncidentDataError
from geo.formats import gdelt
from geo.formats.files import read_incidents, write_incidents
from geo.model import Actor, DatePhrase, Incident, LocatedIncident, PlaceMention, Quote, Report

relaxed = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=10
)
REGION = disc((40.5, 34.4), 9_000)
CLASH = Incident(
    "a1",
    "r",
    "Battles",
    "Armed clash",
    "armed_clash",
    place=PlaceMention("there", 3, 8),
    actors=(Actor("=A"), Actor("B; C")),
    quotes=(Quote("Shots were heard.", 0, 17, "r"),),
)
PLACED = LocatedIncident(
    CLASH,
    Resolution(
        "there",
        ResolutionStatus.RESOLVED,
        "It says so.",
        footprint=Footprint(LngLat(40.5, 34.4), REGION, REGION, 2),
    ),
)
REPORT = Report("r", "", "ab" * 32, source="A wire", url="https://example.org/1")


def store() -> SimpleNamespace:
    """Two countries of one unit each: a gazetteer as far as these readers know one."""
    country = Place("ne:country:XA", "West", FeatureClass.COUNTRY, LngLat(1, 1), "XA")
    unit = Place("ne:admin1:XA.1", "Upper West", FeatureClass.ADMIN1, LngLat(1, 1.5), "XA")
    outlines = {country.place_id: box(0, 0, 2, 2), unit.place_id: box(0, 1, 2, 2)}
    return SimpleNamespace(
        version="t1",
        geometry=outlines.get,
        country=lambda code: country if code == "XA" else None,
        row_of=lambda place_id: None,
        country_at=lambda p: country if outlines[country.place_id].covers(Point(p)) else None,
        admin1_at=lambda p: unit if outlines[unit.place_id].covers(Point(p)) else None,
    )


def table(path: Path, *rows: dict[str, object], tags: bool = False, delimiter: str = ",") -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=delimiter)
        writer.writerow(rows[0])
        if tags:
            writer.writerow([f"#{name}" for name in rows[0]])
        writer.writerows(row.values() for row in rows)
    return path


# --- There and back ------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".geojson", ".csv", ".gpkg", ".parquet"])
@relaxed
@given(items=several_located)
def test_every_format_gives_back_what_it_took(tmp_path: Path, suffix: str, items) -> None:
    if suffix == ".parquet":
        pytest.importorskip("pyarrow")
    items = with_ids(items)
    reports = tuple(Report(r, "", "ab" * 32) for r in {i.incident.report_id for i in items})
    path = tmp_path / f"x{suffix}"
    write_incidents(path, items, reports)
    first = path.read_bytes()
    data = read_incidents(path)
    assert data.located == items
    assert set(data.reports) == set(reports)
    assert data.skipped == ()
    write_incidents(path, items, reports)
    assert path.read_bytes() == first


@relaxed
@given(items=several_located)
def test_kml_is_xml_whatever_the_text(tmp_path: Path, items) -> None:
    path = tmp_path / "x.kml"
    write_incidents(path, items, [])
    root = ET.parse(path).getroot()
    marks = root.findall(".//{http://www.opengis.net/kml/2.2}Placemark")
    assert len(marks) == len(items)


def test_a_file_that_another_program_stored_as_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.geojson"
    write_incidents(path, [PLACED], [REPORT])
    made = json.loads(path.read_text())
    properties = made["features"][0]["properties"]
    for name, value in properties.items():
        if isinstance(value, (list, dict)):
            properties[name] = json.dumps(value)
    properties["open_end"] = 0
    properties["count_min"] = 1.0
    path.write_text(json.dumps(made))
    (item,) = read_incidents(path).located
    assert item.incident == PLACED.incident


@pytest.mark.parametrize("suffix", [".csv", ".gpkg", ".parquet"])
def test_a_row_that_a_person_corrected_says_so(tmp_path: Path, suffix: str) -> None:
    if suffix == ".parquet":
        pytest.importorskip("pyarrow")
    path = tmp_path / f"x{suffix}"
    write_incidents(path, [PLACED], [REPORT])
    if suffix == ".csv":
        path.write_text(path.read_text().replace("armed_clash", "ambush"), newline="")
    elif suffix == ".gpkg":
        frame = gpd.read_file(path)
        frame["kind"] = "ambush"
        frame.to_file(path, layer="incidents", engine="pyogrio")
    else:
        frame = gpd.read_parquet(path)
        frame["kind"] = "ambush"
        frame.to_parquet(path)
    (item,) = read_incidents(path).located
    assert (item.incident.kind, item.incident.edited) == ("ambush", ("kind",))


def test_kml_shows_markup_as_text(tmp_path: Path) -> None:
    quote = Quote(HOSTILE[0], 0, len(HOSTILE[0]), "r")
    item = LocatedIncident(Incident("a", "r", "", "", "other", quotes=(quote,)), PLACED.resolution)
    write_incidents(tmp_path / "x.kml", [item], [REPORT])
    root = ET.parse(tmp_path / "x.kml").getroot()
    balloon = root.findtext(".//{*}Placemark/{*}description") or ""
    assert "&lt;script&gt;" in balloon
    assert "<script>" not in balloon
    assert "https://example.org/1" in balloon


def test_no_cell_of_a_csv_runs_as_a_formula(tmp_path: Path) -> None:
    write_incidents(tmp_path / "x.csv", [PLACED], [REPORT])
    with (tmp_path / "x.csv").open(encoding="utf-8", newline="") as stream:
        cells = [cell for row in csv.reader(stream) for cell in row]
    assert "'=A; B\\; C" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]


def test_a_geopackage_opens_as_a_layer_in_degrees(tmp_path: Path) -> None:
    write_incidents(tmp_path / "x.gpkg", [PLACED], [REPORT])
    frame = gpd.read_file(tmp_path / "x.gpkg", layer="incidents")
    assert frame.crs.to_epsg() == 4326
    assert frame.geometry.iloc[0].contains(Point(40.5, 34.4))


def test_a_failed_write_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "x.gpkg"
    path.write_bytes(b"before")
    with pytest.raises((TypeError, AttributeError)):
        write_incidents(path, [PLACED, None], [])  # type: ignore[list-item]
    assert path.read_bytes() == b"before"
    assert [p.name for p in tmp_path.iterdir()] == ["x.gpkg"]


@pytest.mark.parametrize("name", ["x", "x.docx", "x.shp"])
def test_an_unknown_format_is_refused_with_those_we_write(tmp_path: Path, name: str) -> None:
    with pytest.raises(IncidentDataError, match=r"\.geojson"):
        write_incidents(tmp_path / name, [], [])


# --- Files that are none -------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "remedy"),
    [
        ("x.csv", b"", "empty"),
        ("x.csv", "lat,lon\n34,40,é".encode("latin-1"), "CSV UTF-8"),
        ("x.csv", "lat,lon\n".encode("utf-16"), "CSV UTF-8"),
        ("x.csv", b"name,age\nx,3\n", "lat and lon"),
        ("x.xlsx", b"PK\x03\x04....", "CSV UTF-8"),
        ("x.zip", b"PK\x03\x04....", "unpack"),
        ("x.csv.gz", b"\x1f\x8b\x08....", "unpack"),
        ("x.gpkg", b"not a database", "export it again"),
        ("x.gpkg", b"SQLite format 3\x00" + bytes(200), "cannot be opened"),
        ("x.parquet", b"PAR1" + bytes(200), "cannot be opened"),
        ("x.geojson", b'{"type": "FeatureCollection"', "cut short"),
        ("x.exe", b"MZ\x90\x00", "no format that we read"),
        ("x.csv", b"lat,lon\nnorth,east\n", "none of 1 rows"),
        ("x.csv", b"Country,Month,Year,Events,Fatalities\nX,May,2021,3,4\n", "event-level"),
        ("x.csv", b"event_date,geo_precision\n2021-06-28,1\n", "latitude"),
        ("x.csv", b"id,type_of_violence,where_prec\n1,1,1\n", "date_start"),
        ("x.csv", b"GLOBALEVENTID,SQLDATE\n1,20210628\n", "actiongeo_lat"),
    ],
)
def test_a_bad_file_is_named_with_the_remedy(
    tmp_path: Path, name: str, content: bytes, remedy: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(IncidentDataError, match=remedy) as caught:
        read_incidents(path)
    assert str(path) in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(IncidentDataError, match=r"nowhere\.csv"):
        read_incidents(tmp_path / "nowhere.csv")


# --- Anybody's tables ----------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_of_anybody(tmp_path: Path, delimiter: str) -> None:
    row = {
        "Date": "28.06.2021", "Latitude": "34.4012", "Longitude": "40.9123", "Type": "Mortar fire",
        "Place": "Al-Qaim", "Notes": "Two shells fell.", "Deaths": "2", "Source": "A wire; B",
    }  # fmt: skip
    (item,) = read_incidents(table(tmp_path / "mine.csv", row, delimiter=delimiter)).located
    incident = item.incident
    assert incident.kind == "shelling"
    assert incident.date is not None
    assert incident.date.start == incident.date.end == dt.date(2021, 6, 28)
    assert (incident.fatalities_min, incident.fatalities_max) == (2, 2)
    assert incident.attribution == ("A wire", "B")
    assert incident.quotes[0].text == "Two shells fell."
    assert incident.incident_id == "mine-2"
    footprint = item.resolution.footprint
    assert footprint is not None
    assert footprint.point == (40.9123, 34.4012)
    assert "does not say how precise" in item.resolution.reason


def test_the_file_itself_is_the_report(tmp_path: Path) -> None:
    import hashlib

    path = table(tmp_path / "mine.csv", {"lat": 1.25, "lon": 2.5})
    (report,) = read_incidents(path).reports
    assert report.report_id == "mine"
    assert report.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_coarse_coordinates_are_not_drawn_fine(tmp_path: Path) -> None:
    path = table(tmp_path / "x.csv", {"lat": "34.4", "lon": "41"}, {"lat": 34.40128, "lon": 40.9})
    coarse, fine = (item.resolution.footprint for item in read_incidents(path).located)
    assert coarse is not None
    assert fine is not None
    assert area_km2(coarse.region_90) > 50 * area_km2(fine.region_90) / 2


def test_a_stated_precision_wins(tmp_path: Path) -> None:
    path = table(tmp_path / "x.csv", {"lat": 34.4, "lon": 40.9, "precision_m": 200})
    (item,) = read_incidents(path).located
    footprint = item.resolution.footprint
    assert footprint is not None
    assert area_km2(footprint.region_90) == pytest.approx(3.1416 * 0.04 * 0.9, rel=0.02)
    assert footprint.where_prec == 1


def test_a_row_without_place_is_kept_and_not_drawn(tmp_path: Path) -> None:
    path = table(tmp_path / "x.csv", {"lat": "", "lon": "", "notes": "Shots somewhere."})
    (item,) = read_incidents(path).located
    assert item.resolution.status == "not_found"
    assert item.resolution.footprint is None


def test_bad_rows_are_named_by_line_and_the_rest_go_on(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(
        "id,date,lat,lon\n"
        "a,2021-06-28,34.4,40.9\n"
        "b,06/07/2021,34.4,40.9\n"
        "\n"
        "c,2021-06-28,344,40.9\n"
        "d,2021-06-28,34.4\n"
        "e,2021-06-28,nan,40.9\n"
        "f,2021-06-28,34.4,40.9\n"
    )
    data = read_incidents(path)
    assert [item.incident.incident_id for item in data.located] == ["a", "f"]
    assert [failure.line for failure in data.skipped] == [3, 5, 6, 7]
    why = " | ".join(failure.message for failure in data.skipped)
    for words in ("one way only", "EPSG:4326", "3 cells", "lat: must be a number"):
        assert words in why


def test_ids_used_twice_become_ids_of_their_own(tmp_path: Path) -> None:
    rows = [{"id": "a", "lat": 1, "lon": 2}, {"id": "a-2", "lat": 1, "lon": 2}]
    data = read_incidents(table(tmp_path / "x.csv", rows[0], rows[1], rows[0]))
    assert [item.incident.incident_id for item in data.located] == ["a", "a-2", "a-3"]
    assert data.notes


def test_a_geojson_of_anybody(tmp_path: Path) -> None:
    features = [
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [40.9, 34.4]},
         "properties": {"name": "Air raid", "date": "2021-06-28", "type": "Air raid"}},
        {"type": "Feature", "geometry": shapely.geometry.mapping(REGION), "properties": {}},
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [4e6, 3e6]},
         "properties": {}},
    ]  # fmt: skip
    path = tmp_path / "x.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    data = read_incidents(path)
    raid, area = data.located
    assert raid.incident.kind == "airstrike"
    assert raid.resolution.footprint is not None
    assert raid.resolution.footprint.region_90.area > 0
    assert area.resolution.footprint is not None
    assert area.resolution.footprint.region_90.equals(REGION)
    assert [failure.line for failure in data.skipped] == [3]


def test_a_layer_in_metres_is_brought_to_degrees(tmp_path: Path) -> None:
    frame = gpd.GeoDataFrame({"notes": ["x"]}, geometry=[Point(40.9, 34.4)], crs=4326)
    frame.to_crs(3857).to_file(tmp_path / "x.gpkg", engine="pyogrio")
    (item,) = read_incidents(tmp_path / "x.gpkg").located
    assert item.resolution.footprint is not None
    assert item.resolution.footprint.point == pytest.approx((40.9, 34.4))


def test_a_layer_without_crs_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    frame = gpd.GeoDataFrame({"notes": ["x"]}, geometry=[Point(40.9, 34.4)])
    frame.to_parquet(tmp_path / "x.parquet")
    with pytest.raises(IncidentDataError, match="coordinate system"):
        read_incidents(tmp_path / "x.parquet")


# --- Exports -------------------------------------------------------------------------

ACLED = {
    "event_id_cnty": "XAA1", "event_date": "28 June 2021", "year": 2021, "time_precision": 1,
    "event_type": "Explosions/Remote violence", "sub_event_type": "Air/drone strike",
    "actor1": "Military Forces of West (2010-)", "assoc_actor_1": "", "inter1": "State forces",
    "actor2": "Civilians (West)", "assoc_actor_2": "Farmers (West)", "inter2": "Civilians",
    "country": "West", "admin1": "Upper West", "location": "Somewhere", "latitude": 1.5,
    "longitude": 1.5, "geo_precision": 1, "source": "A wire; B paper",
    "notes": "A strike hit a field.", "fatalities": 3,
}  # fmt: skip


def test_acled(tmp_path: Path) -> None:
    path = table(
        tmp_path / "acled.csv",
        ACLED,
        {**ACLED, "event_id_cnty": "XAA2", "geo_precision": 2, "time_precision": 2},
        {**ACLED, "event_id_cnty": "XAA3", "geo_precision": 3, "time_precision": 3},
        {**ACLED, "event_id_cnty": "XAA4", "geo_precision": 7},
        tags=True,
    )
    data = read_incidents(path, store=store())  # type: ignore[arg-type]
    exact, near, region = data.located
    incident = exact.incident
    assert incident.incident_id == "XAA1"
    assert incident.kind == "airstrike"
    assert incident.actors == (Actor("Military Forces of West (2010-)", "state"),)
    assert incident.targets == ("Civilians (West)", "Farmers (West)")
    assert incident.attribution == ("A wire", "B paper")
    assert (incident.fatalities_min, incident.fatalities_max) == (3, 3)
    assert incident.quotes == (Quote("A strike hit a field.", 0, 21, "acled"),)
    assert exact.resolution.country_code == "XA"
    assert "geo_precision 1" in exact.resolution.reason
    areas = [area_km2(item.resolution.footprint.region_90) for item in data.located]  # type: ignore[union-attr]
    assert areas[0] == pytest.approx(71, abs=1)
    assert areas[1] == pytest.approx(1767, abs=10)
    assert region.resolution.footprint is not None
    assert region.resolution.footprint.region_90.equals(box(0, 1, 2, 2))
    assert near.incident.date == DatePhrase(
        "28 June 2021", "2021-06-25/2021-07-01", dt.date(2021, 6, 25), dt.date(2021, 7, 1),
        date_prec=3,
    )  # fmt: skip
    assert region.incident.date is not None
    assert region.incident.date.edtf == "2021-06"
    assert [failure.line for failure in data.skipped] == [6]
    assert "geo_precision" in data.skipped[0].message


def test_half_of_a_unit_lies_nearest_to_the_point(tmp_path: Path) -> None:
    path = table(tmp_path / "acled.csv", {**ACLED, "geo_precision": 3, "longitude": 0.5})
    footprint = read_incidents(path, store=store()).located[0].resolution.footprint  # type: ignore[arg-type]
    assert footprint is not None
    share = area_km2(footprint.region_50) / area_km2(footprint.region_90)
    assert share == pytest.approx(0.5, abs=0.02)
    assert footprint.region_50.covers(Point(0.5, 1.5))
    assert not footprint.region_50.covers(Point(1.99, 1.99))


UCDP = {
    "id": 7, "relid": "X", "type_of_violence": 1, "side_a": "Government of West", "side_b": "Rebels",
    "source_office": "AP;Reuters", "source_headline": "Clashes in the north", "where_prec": 1,
    "where_coordinates": "Somewhere town", "adm_1": "Upper West", "latitude": 1.5,
    "longitude": 1.5, "country": "West", "event_clarity": 1, "date_prec": 1,
    "date_start": "2021-06-28 00:00:00.000", "date_end": "2021-06-28 00:00:00.000",
    "best": 4, "high": 6, "low": 3,
}  # fmt: skip


def test_ucdp(tmp_path: Path) -> None:
    path = table(
        tmp_path / "ged.csv",
        *({**UCDP, "id": prec, "where_prec": prec} for prec in range(1, 8)),
        {**UCDP, "id": 8, "type_of_violence": 3, "event_clarity": 2, "side_b": "Civilians"},
        {**UCDP, "id": 9, "where_prec": 9},
        {**UCDP, "id": 10, "date_start": "2021-07-28"},
        tags=True,
    )
    data = read_incidents(path, store=store())  # type: ignore[arg-type]
    footprints = [item.resolution.footprint for item in data.located]
    assert all(footprints)
    assert [f.where_prec for f in footprints[:7] if f] == [1, 2, 3, 4, 5, 6, 7]
    assert footprints[3].region_90.equals(box(0, 1, 2, 2))  # type: ignore[union-attr]
    assert footprints[5].region_90.equals(box(0, 0, 2, 2))  # type: ignore[union-attr]
    # A second-order unit does not leave its first-order unit.
    assert footprints[2].region_90.within(box(0, 1, 2, 2).buffer(1e-9))  # type: ignore[union-attr]
    for footprint in footprints:
        assert footprint is not None
        assert footprint.region_50.within(footprint.region_90.buffer(1e-9))
    clash, attack = data.located[0].incident, data.located[7].incident
    assert clash.actors == (Actor("Government of West", "state"), Actor("Rebels", "group"))
    assert (clash.fatalities_min, clash.fatalities_max) == (3, 6)
    assert attack.kind == "armed_attack"
    assert attack.targets == ("Civilians",)
    assert (attack.event_clarity, attack.count_max) == (2, None)
    assert [failure.line for failure in data.skipped] == [11, 12]


def gdelt_row(columns: tuple[str, ...], **values: object) -> str:
    made = {
        "globaleventid": 1, "sqldate": 20210628, "eventcode": "195", "actor1name": "WEST",
        "actiongeo_type": 4, "actiongeo_fullname": "Somewhere, West", "actiongeo_lat": 1.5,
        "actiongeo_long": 1.5, "sourceurl": "https://news.example.org/a", **values,
    }  # fmt: skip
    return "\t".join(str(made.get(name, "")) for name in columns)


@pytest.mark.parametrize("columns", [gdelt.COLUMNS_V1, gdelt.COLUMNS_V2])
@pytest.mark.parametrize("header", [True, False])
def test_gdelt(tmp_path: Path, columns: tuple[str, ...], header: bool) -> None:
    lines = [
        gdelt_row(columns),
        gdelt_row(columns, globaleventid=2, eventcode="036"),
        gdelt_row(columns, globaleventid=3, eventcode="1831", actiongeo_type=1),
        gdelt_row(columns, globaleventid=4, actiongeo_lat=""),
        gdelt_row(columns, globaleventid=5, actiongeo_fullname='Quote" Town'),
    ]
    path = tmp_path / "20210628.export.CSV"
    path.write_text("\n".join(["\t".join(columns)] * header + lines))
    data = read_incidents(path, store=store())  # type: ignore[arg-type]
    strike, bomb, odd = data.located
    assert (strike.incident.kind, bomb.incident.kind) == ("airstrike", "suicide_bombing")
    assert bomb.resolution.footprint is not None
    assert bomb.resolution.footprint.where_prec == 6
    assert odd.incident.place is not None
    assert "software" in strike.resolution.reason
    assert data.reports[0].url == "https://news.example.org/a"
    assert "1 rows are about other things" in data.notes[0]
    assert ["no place" in failure.message for failure in data.skipped] == [True]


def test_gdelt_has_58_and_61_columns() -> None:
    assert (len(gdelt.COLUMNS_V1), len(gdelt.COLUMNS_V2)) == (58, 61)


@pytest.mark.parametrize("suffix", [".geojson", ".csv", ".gpkg", ".parquet"])
def test_what_the_regions_show_survives_beside_what_the_words_say(
    tmp_path: Path, suffix: str
) -> None:
    if suffix == ".parquet":
        pytest.importorskip("pyarrow")
    point = LngLat(40.0, 34.0)
    region = shapely.box(38, 33, 42, 35)
    village = Footprint(point, region, region, 1, drawn_prec=6)
    answer = Resolution("a village", ResolutionStatus.RESOLVED, "r", footprint=village)
    plain = dataclasses.replace(answer, footprint=dataclasses.replace(village, drawn_prec=None))
    rows = [
        LocatedIncident(Incident(name, "r", "Battles", "Armed clash", "armed_clash"), where)
        for name, where in (("a", answer), ("b", plain))
    ]
    path = tmp_path / f"x{suffix}"
    write_incidents(path, rows)
    read = [item.resolution.footprint for item in read_incidents(path).located]
    assert [f and (f.where_prec, f.drawn_prec) for f in read] == [(1, 6), (1, None)]
