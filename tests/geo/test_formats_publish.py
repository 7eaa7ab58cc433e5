"""Publishing: what was taken away is found nowhere in the bytes, what stays is listed."""

from __future__ import annotations

import base64
import binascii
import contextlib
import dataclasses
import json
import re
import zlib
from pathlib import Path
from types import SimpleNamespace

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point, box

from gazetteer.geodesy import area_km2, disc
from gazetteer.model import (
    Candidate,
    FeatureClass,
    Footprint,
    LngLat,
    Name,
    Near,
    Place,
    Resolution,
    ResolutionStatus,
    TrailStep,
)
from geo.errors import IncidentDataError
from geo.formats.coarse import cell_at, coarse_region, precision_of
from geo.formats.files import read_incidents, write_incidents
from geo.formats.publish import Coarsen, PublishOptions, publish
from geo.formats.withheld import Terms
from geo.maps import IncidentMap
from geo.model import Actor, DatePhrase, Incident, LocatedIncident, PlaceMention, Quote, Report

TOWN = Place("x:1", "Dunaivka", FeatureClass.POPULATED_PLACE, LngLat(1.2345, 1.5432), "XA")
TEXT = "A shell hit the women's shelter in Dunaivka, said Olha Petrenko. In Dunaivka it was dark."


def store() -> SimpleNamespace:
    country = Place("ne:country:XA", "Westland", FeatureClass.COUNTRY, LngLat(1, 0.9), "XA")
    unit = Place("ne:admin1:XA.1", "Upper Westland", FeatureClass.ADMIN1, LngLat(1, 1.6), "XA")
    outlines = {country.place_id: box(0, 0, 2, 2), unit.place_id: box(0, 1, 2, 2)}
    names = {0: ("Dunaivka", "Дунаївка"), 1: ("Westland",), 2: ("Upper Westland",)}
    rows = {TOWN.place_id: 0, country.place_id: 1, unit.place_id: 2}
    return SimpleNamespace(
        version="t1",
        geometry=outlines.get,
        row_of=rows.get,
        names_of=names.get,
        place=lambda row: (TOWN, country, unit)[row],
        country=lambda code: country if code == "XA" else None,
        country_at=lambda p: country if outlines[country.place_id].covers(Point(p)) else None,
        admin1_at=lambda p: unit if outlines[unit.place_id].covers(Point(p)) else None,
    )


def placed(name: str, place: Place = TOWN, radius_m: float = 2_000.0) -> Resolution:
    region = disc(place.point, radius_m)
    return Resolution(
        name,
        ResolutionStatus.RESOLVED,
        f"{name} is the only place of that name.",
        reference=Near(Name(name)),
        name=name,
        places=(place,),
        footprint=Footprint(
            place.point, region, region, 1, (TrailStep("name", f"{name} in the gazetteer."),)
        ),
        candidates=(Candidate(place, 1.0),),
        country_code="XA",
    )


SHELTER = LocatedIncident(
    Incident(
        "s1",
        "raid-on-dunaivka",
        "Explosions/Remote violence",
        "Shelling/artillery/missile attack",
        "shelling",
        date=DatePhrase("the night Dunaivka burned", "2021-06-28", None, None),
        place=PlaceMention("the shelter in Dunaivka", 0, 23),
        places=(PlaceMention("the shelter in Dunaivka", 0, 23, name="Dunaivka"),),
        actors=(Actor("The Third Army", start=12, end=26),),
        targets=("the women's shelter in Dunaivka", "a car"),
        target_kinds=("civilian", "civilian"),
        attribution=("Olha Petrenko", "the mayor of Dunaivka"),
        quotes=(Quote(TEXT, 0, len(TEXT), "raid-on-dunaivka"),),
        related=("o1", "gone"),
    ),
    placed("Dunaivka"),
)
OTHER_PLACE = Place("x:2", "Krasne", FeatureClass.POPULATED_PLACE, LngLat(0.5, 0.5), "XA")
OTHER = LocatedIncident(
    Incident(
        "o1",
        "raid-on-dunaivka",
        "Battles",
        "Armed clash",
        "armed_clash",
        targets=("a bridge",),
        target_kinds=("infrastructure",),
        quotes=(
            Quote(TEXT[60:], 60, len(TEXT), "raid-on-dunaivka"),
            Quote("Fighting went on in Krasne, 40 km off.", 200, 238, "raid-on-dunaivka"),
            Quote("Жінки з Дунаївки поїхали.", 300, 325, "second"),
        ),
        related=("s1",),
    ),
    placed("Krasne", OTHER_PLACE),
)
UNMAPPED = LocatedIncident(
    dataclasses.replace(OTHER.incident, incident_id="u1"),
    Resolution("x", ResolutionStatus.NOT_FOUND, "Nowhere."),
)
PLANNED = LocatedIncident(
    dataclasses.replace(OTHER.incident, incident_id="p1", stage="planned"), OTHER.resolution
)
REPORTS = (
    Report(
        "raid-on-dunaivka", TEXT, "ab" * 32, title="Raid on DUNAIVKA", source="A wire",
        url="https://example.org/2021/shelter-in-dunaivka-hit", dateline="Dunaivka",
        notes=("dateline Dunaivka",), marks=((0, "page 1"), (150, "page 2"), (900, "page 3")),
    ),
    Report("second", "words", "cd" * 32, url="https://example.org/2"),
    Report("third", "words", "ef" * 32),
)  # fmt: skip
ALL = (SHELTER, OTHER, UNMAPPED, PLANNED)
HIDE = PublishOptions(coarsen=(Coarsen.parse("shelter=admin1"),), withhold=("Olha Petrenko",))


def strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for item in value.values() for text in strings(item)]
    return [t for item in value for t in strings(item)] if isinstance(value, list) else []


@pytest.mark.parametrize("suffix", [".geojson", ".csv", ".gpkg", ".parquet", ".kml"])
@pytest.mark.parametrize("to", ["admin1", "country", "20km"])
def test_what_was_removed_is_in_no_byte_of_the_file(tmp_path: Path, suffix: str, to: str) -> None:
    if suffix == ".parquet":
        pytest.importorskip("pyarrow")
    options = dataclasses.replace(HIDE, coarsen=(Coarsen.parse(f"shelter={to}"),))
    made = publish(ALL, REPORTS, options, store=store())  # type: ignore[arg-type]
    path = tmp_path / f"x{suffix}"
    write_incidents(path, made.located, made.reports, store=store())  # type: ignore[arg-type]
    held = path.read_bytes()
    text = held.decode("utf-8", "ignore")
    if suffix == ".parquet":
        # Packed; what a reader gets out of it is what can be searched.
        data = read_incidents(path)
        text = repr(data.located) + repr(data.reports)
    for removed in ("Dunaivka", "dunaivka", "DUNAIVKA", "Дунаївк", "Olha", "Petrenko", "1.2345",
                    "1.5432", "women's shelter", "x:1"):  # fmt: skip
        assert removed not in text, removed
    for kept in ("Krasne", "ab" * 32, "cd" * 32, "The Third Army", "a car"):
        assert kept in text


def unpacked(page: str) -> str:
    """A page with all that it carries packed laid open beside it."""
    parts = []

    def opened(packed: re.Match[str]) -> str:
        with contextlib.suppress(binascii.Error, zlib.error):
            # Gzip, zlib and raw deflate, whichever it is.
            raw = base64.b64decode(packed[0])
            parts.append(zlib.decompress(raw, 47).decode("utf-8", "ignore"))
            # Packed, any few letters turn up some time.
            return ""
        return packed[0]

    parts.append(re.sub(r"[A-Za-z0-9+/]{60,}={0,2}", opened, page))
    return "\n".join(parts)


def test_what_was_removed_is_in_no_byte_of_the_map() -> None:
    before = unpacked(IncidentMap(ALL, REPORTS, title="x").to_html())
    assert "Dunaivka" in before
    assert "Olha" in before
    made = publish(ALL, REPORTS, HIDE, store=store())  # type: ignore[arg-type]
    page = unpacked(IncidentMap(made.located, made.reports, title="x").to_html())
    for removed in ("unaivka", "DUNAIVKA", "Дунаївк", "Olha", "Petrenko", "women's shelter"):
        assert removed not in page, removed
    for kept in ("Krasne", "ab" * 32, "The Third Army"):
        assert kept in page


def test_the_chain_of_custody_stays() -> None:
    made = publish(ALL, REPORTS, HIDE, store=store())  # type: ignore[arg-type]
    shelter, other = (item.incident for item in made.located)
    first, second = made.reports
    assert shelter.report_id == first.report_id == "report-1"
    assert shelter.quotes == (Quote("", 0, 0, "report-1"),)
    assert [(a.name, a.start, a.end) for a in shelter.actors] == [("The Third Army", None, None)]
    assert (first.sha256, first.source, first.title, first.url) == ("ab" * 32, "A wire", None, None)
    assert first.text == second.text == ""
    assert first.marks == ((0, "page 1"), (150, "page 2"))
    assert other.quotes[1].text == "Fighting went on in Krasne, 40 km off."
    assert shelter.related == ("o1",)
    assert second.url == "https://example.org/2"


def test_rows_that_are_not_mapped_are_left_out_and_counted() -> None:
    made = publish(ALL, REPORTS, PublishOptions(leave_out=("s1",)))
    assert [item.incident.incident_id for item in made.located] == ["o1"]
    assert made.remaining[0] == (
        "1 of 4 incidents remain; left out: 1 by their id, 1 not mapped, "
        "1 planned, not intercepted or occurred."
    )


def test_other_rows_keep_their_places_and_lose_what_tells() -> None:
    made = publish(ALL, REPORTS, HIDE, store=store())  # type: ignore[arg-type]
    other = made.located[1]
    assert other.resolution.name == "Krasne"
    assert other.resolution.footprint == OTHER.resolution.footprint
    assert [bool(quote.text) for quote in other.incident.quotes] == [False, True, False]


def test_a_coarse_place_does_not_depend_on_the_true_point() -> None:
    shifted = dataclasses.replace(TOWN, point=LngLat(0.3, 1.1))
    regions = {
        publish(
            [LocatedIncident(SHELTER.incident, placed("Dunaivka", place))],
            REPORTS,
            HIDE,
            store=store(),  # type: ignore[arg-type]
        )
        .located[0]
        .resolution.footprint
        for place in (TOWN, shifted)
    }
    assert len(regions) == 1


@given(st.floats(-180, 180), st.floats(-90, 90), st.sampled_from([1e3, 2e4, 1e5, 2e6]))
def test_cells_tile_the_globe(lng: float, lat: float, size_m: float) -> None:
    cell, middle = cell_at(LngLat(lng, lat), size_m)
    assert cell.buffer(1e-9).covers(Point(lng, lat))
    again, same = cell_at(middle, size_m)
    assert (again, same) == (cell, middle)
    assert area_km2(cell) >= 0.6 * (size_m / 1000) ** 2


def test_a_cell_is_never_finer_than_what_was_known() -> None:
    vague = placed("Dunaivka", radius_m=60_000.0).footprint
    assert vague is not None
    shown = coarse_region(vague, precision_of("10km"), None)
    assert area_km2(shown.footprint.region_90) >= area_km2(vague.region_90)
    fine = coarse_region(placed("Dunaivka").footprint, precision_of("10km"), None)  # type: ignore[arg-type]
    assert shown.footprint.region_90.area > 50 * fine.footprint.region_90.area


def test_a_cell_on_a_border_does_not_say_on_which_side() -> None:
    inside = Footprint(LngLat(1, 1), disc((1, 1), 900), disc((1, 1), 900), 1)
    edge = Footprint(LngLat(1.99, 1), disc((1.99, 1), 900), disc((1.99, 1), 900), 1)
    assert coarse_region(inside, precision_of("20km"), store()).country_code == "XA"  # type: ignore[arg-type]
    assert coarse_region(edge, precision_of("20km"), store()).country_code is None  # type: ignore[arg-type]


def test_at_sea_a_cell_stands_for_a_unit() -> None:
    sea = Footprint(LngLat(9, 9), disc((9, 9), 900), disc((9, 9), 900), 7)
    shown = coarse_region(sea, precision_of("country"), store())  # type: ignore[arg-type]
    assert shown.unit is None
    assert area_km2(shown.footprint.region_90) > 9_000


@pytest.mark.parametrize(
    "what", ["shelters", "s1", "civilian", "women's shelter", "populated_place"]
)
def test_a_place_is_chosen_by_word_kind_or_id(what: str) -> None:
    options = PublishOptions(coarsen=(Coarsen.parse(f"{what}=50km"),))
    made = publish([SHELTER], REPORTS, options)
    assert made.located[0].resolution.name is None


def test_columns_are_dropped_shortened_and_quotes_cut() -> None:
    options = PublishOptions(
        drop=("actors", "candidates", "trail", "reason", "title", "place_text", "date_text"),
        shorten={"targets": 12},
        quote_length=30,
    )
    made = publish([SHELTER], REPORTS, options)
    (item,), (report,) = made.located, made.reports
    assert item.incident.actors == ()
    assert item.incident.place is None
    assert item.incident.date is not None
    assert item.incident.date.text == "2021-06-28"
    assert item.incident.targets == ("the women's…", "a car")
    assert item.resolution.candidates == ()
    assert item.resolution.footprint is not None
    assert item.resolution.footprint.trail == ()
    assert report.title is None
    (quote,) = item.incident.quotes
    assert 0 < len(quote.text) <= 30
    assert TEXT[quote.start : quote.end] == quote.text


def test_the_list_names_what_remains_and_what_to_look_at() -> None:
    same_town = LocatedIncident(
        dataclasses.replace(OTHER.incident, incident_id="t1", quotes=()), placed("Dunaivka")
    )
    quoting = dataclasses.replace(
        OTHER,
        incident=dataclasses.replace(
            OTHER.incident,
            incident_id="q1",
            quotes=(Quote("People ran to a shelter.", 400, 424, "second"),),
        ),
    )
    options = dataclasses.replace(
        HIDE, coarsen=(Coarsen.parse("s1=admin1"), Coarsen("shelter", precision_of("20km")))
    )
    # Both rules fit the shelter itself; the coarser one counts.
    made = publish([SHELTER, quoting], REPORTS, options, store=store())  # type: ignore[arg-type]
    listed = "\n".join(made.remaining)
    assert "s1: its place is shown only as Upper Westland." in listed
    assert "Of 2 quotes, 1 can be read, of at most 24 characters; 1 withheld" in listed
    assert "SHA-256 abababababab" in listed
    assert "Look again: q1 quote the word 'shelter'" in listed
    by_id = dataclasses.replace(HIDE, coarsen=(Coarsen.parse("s1=admin1"),))
    made = publish([SHELTER, same_town], REPORTS, by_id, store=store())  # type: ignore[arg-type]
    assert any("t1 is shown at a place that another" in line for line in made.remaining)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (PublishOptions(drop=("kind",)), "kind: no column"),
        (PublishOptions(leave_out=("nobody",)), "nobody: no incident"),
        (PublishOptions(coarsen=(Coarsen.parse("casino=20km"),)), "casino: fits no incident"),
        (PublishOptions(coarsen=(Coarsen.parse("shelter=admin1"),)), "gazetteer is needed"),
        (PublishOptions(shorten={"targets": 0}), "at least"),
    ],
)
def test_a_wish_that_finds_nothing_is_said(options: PublishOptions, words: str) -> None:
    with pytest.raises(IncidentDataError, match=words):
        publish(ALL, REPORTS, options)


@pytest.mark.parametrize("text", ["shelter", "=20km", "shelter=near", "shelter=0km", "shelter="])
def test_a_precision_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(IncidentDataError):
        Coarsen.parse(text)


def test_nothing_asked_for_changes_nothing_but_texts_and_trees() -> None:
    made = publish([OTHER], REPORTS, PublishOptions())
    (item,) = made.located
    assert item.incident == dataclasses.replace(OTHER.incident, related=())
    assert item.resolution == dataclasses.replace(OTHER.resolution, reference=None)


def test_terms_are_found_however_they_are_written() -> None:
    terms = Terms(["Al-Ḥasakah", "Дунаївка", "Izium"])
    for text in ("al hasakah", "AL-HASAKAH's mayor", "alhasakah.html", "у Дунаївці", "dunaivka",
                 "near Izium.", "https://x.org/a-izium-b"):  # fmt: skip
        assert text in terms, text
    for text in ("Hama", "a dune", "", "maximum"):
        assert text not in terms, text


def test_geojson_of_a_publication_is_plain(tmp_path: Path) -> None:
    made = publish(ALL, REPORTS, HIDE, store=store())  # type: ignore[arg-type]
    write_incidents(tmp_path / "x.geojson", made.located, made.reports, store=store())  # type: ignore[arg-type]
    collection = json.loads((tmp_path / "x.geojson").read_text())
    assert not [text for text in strings(collection) if "unaivka" in text.lower()]
    shape = shapely.geometry.shape(collection["features"][0]["geometry"])
    assert shape.equals(box(0, 1, 2, 2))
