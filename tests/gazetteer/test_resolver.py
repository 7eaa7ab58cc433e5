"""Place references of every kind, against what an atlas says about them."""

from __future__ import annotations

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point

from gazetteer.geodesy import area_km2, distance_m
from gazetteer.model import Resolution, ResolutionStatus
from gazetteer.resolver import Gazetteer

DEIR_EZ_ZOR, DAMASCUS = Point(40.14, 35.34), Point(36.30, 33.51)


def outer(answer: Resolution):
    assert answer.footprint, answer.reason
    return answer.footprint.region_90


@pytest.mark.parametrize(
    ("text", "lng", "lat"),
    [
        ("Deir Ezzor", 40.14, 35.34),
        ("Dayr az Zawr", 40.14, 35.34),
        ("الرقة", 39.01, 35.95),
        ("Київ", 30.52, 50.45),
        ("Kiev", 30.52, 50.45),
        ("Харків", 36.25, 49.98),
        ("Грозный", 45.69, 43.31),
        ("መቐለ", 39.47, 13.49),
        ("မြစ်ကြီးနား", 97.39, 25.38),
        ("Tombouctou", -3.0, 16.77),
        ("Ciudad Juárez", -106.47, 31.69),
        ("Goma town", 29.23, -1.68),
    ],
)
def test_names_in_any_script(gazetteer: Gazetteer, text: str, lng: float, lat: float) -> None:
    answer = gazetteer.resolve(text)
    assert answer.footprint, answer.reason
    assert distance_m(answer.footprint.point, (lng, lat)) < 15_000
    assert answer.footprint.where_prec == 1


@pytest.mark.parametrize(
    ("text", "code", "prec", "inside", "off"),
    [
        ("eastern Syria", "SY", 5, DEIR_EZ_ZOR, DAMASCUS),
        ("western Niger", "NE", 5, Point(2.1, 13.5), Point(13.0, 13.3)),
        ("northern Mozambique", "MZ", 5, Point(39.0, -13.13), Point(32.6, -25.97)),
        ("est du Tchad", "TD", 5, Point(20.83, 13.83), Point(15.04, 12.11)),
        ("norte de Chile", "CL", 5, Point(-68.93, -22.46), Point(-72.94, -41.47)),
        ("شمال سوريا", "SY", 5, Point(37.16, 36.20), DAMASCUS),
        ("на востоке Сирии", "SY", 5, DEIR_EZ_ZOR, DAMASCUS),
        ("ሰሜን ኢትዮጵያ", "ET", 5, Point(39.47, 13.49), Point(38.47, 7.05)),
        ("the far north of Cameroon", "CM", 5, Point(14.32, 10.59), Point(9.7, 4.05)),
        ("Donetsk oblast", "UA", 4, Point(37.8, 48.0), Point(36.25, 49.98)),
        ("Iraqi bases", "IQ", 6, Point(44.36, 33.31), DAMASCUS),
        ("a US base in Syria", "SY", 6, DEIR_EZ_ZOR, Point(44.36, 33.31)),
        ("Ukrainian airfields", "UA", 6, Point(30.52, 50.45), Point(37.6, 55.75)),
        ("western United States", "US", 5, Point(-118.2, 34.1), Point(-149.9, 61.2)),
        ("Kenya", "KE", 6, Point(36.82, -1.29), Point(32.58, 0.35)),
    ],
)
def test_areas(
    gazetteer: Gazetteer, text: str, code: str, prec: int, inside: Point, off: Point
) -> None:
    answer = gazetteer.resolve(text)
    region = outer(answer)
    assert answer.country_code == code
    assert answer.footprint
    assert answer.footprint.where_prec == prec
    assert region.covers(inside)
    assert not region.intersects(off)
    country = gazetteer.store.geometry(f"ne:country:{code}")
    assert region.difference(country).area < 0.002 * region.area


@pytest.mark.parametrize(
    ("text", "sides", "inside"),
    [
        ("the Iraq-Syria border region", ("IQ", "SY"), Point(41.09, 34.37)),
        ("the Colombia-Venezuela border region", ("CO", "VE"), Point(-72.44, 7.85)),
        ("the border between Thailand and Myanmar", ("TH", "MM"), Point(98.56, 16.71)),
        ("Armenian-Azerbaijani border", ("AM", "AZ"), Point(45.85, 39.6)),
        ("frontière entre le Mali et le Niger", ("ML", "NE"), Point(2.44, 15.35)),
        ("الحدود السورية العراقية", ("SY", "IQ"), Point(41.09, 34.37)),
    ],
)
def test_borders(gazetteer: Gazetteer, text: str, sides: tuple[str, str], inside: Point) -> None:
    answer = gazetteer.resolve(text)
    region = outer(answer)
    lands = [gazetteer.store.geometry(f"ne:country:{code}") for code in sides]
    assert region.covers(inside)
    assert region.difference(shapely.union_all(lands)).area < 0.002 * region.area
    assert all(region.intersection(land).area > 0.15 * region.area for land in lands)
    assert answer.footprint
    assert answer.footprint.region_50.covers(Point(answer.footprint.point))


def test_tripoint(gazetteer: Gazetteer) -> None:
    region = outer(gazetteer.resolve("the tri-border area of Mali, Niger and Burkina Faso"))
    assert region.covers(Point(0.2, 14.9))


def test_one_side_of_the_border(gazetteer: Gazetteer) -> None:
    region = outer(gazetteer.resolve("the Syrian side of the border with Turkey"))
    assert region.difference(gazetteer.store.geometry("ne:country:SY")).area < 0.01 * region.area


def test_distance_and_direction(gazetteer: Gazetteer) -> None:
    answer = gazetteer.resolve("30 km south of Lokichoggio", country="Kenya")
    assert answer.footprint
    assert distance_m(answer.footprint.point, (34.35, 3.93)) < 8_000
    assert answer.footprint.where_prec == 2


def test_near_is_wider_than_at(gazetteer: Gazetteer) -> None:
    at, near = gazetteer.resolve("Bukavu"), gazetteer.resolve("near Bukavu")
    assert area_km2(outer(near)) > area_km2(outer(at))


def test_unknown_inside_a_known_container(gazetteer: Gazetteer) -> None:
    answer = gazetteer.resolve("Xqzt village, Idlib province, Syria")
    unit = gazetteer.resolve("Idlib province", country="Syria")
    assert outer(unit).buffer(0.01).covers(outer(answer))
    assert "none of the sources" in answer.reason
    assert answer.footprint
    assert answer.footprint.where_prec == 1
    assert answer.footprint.drawn_prec == 4


def test_a_namesake_elsewhere_is_never_taken(gazetteer: Gazetteer) -> None:
    answer = gazetteer.resolve("Springfield", country="Syria")
    assert answer.country_code == "SY"
    assert "elsewhere" in answer.reason


def test_context_decides_between_namesakes(gazetteer: Gazetteer) -> None:
    homs = gazetteer.resolve("Homs").places
    libya = gazetteer.resolve("Libya").places
    assert gazetteer.resolve("Tripoli", context_places=libya).country_code == "LY"
    assert gazetteer.resolve("Tripoli", context_places=homs).country_code == "LB"


def test_an_unknown_name_falls_back_to_what_the_text_is_about(gazetteer: Gazetteer) -> None:
    haiti = gazetteer.resolve("Port-au-Prince, Haiti").places
    answer = gazetteer.resolve("Xqztville", context_places=haiti)
    assert answer.country_code == "HT"
    assert "the text speaks of" in answer.reason
    assert gazetteer.resolve("Xqztville").status is ResolutionStatus.NOT_FOUND


def test_a_like_spelling_far_from_the_text_is_no_match(gazetteer: Gazetteer) -> None:
    near = gazetteer.resolve("Sagaing, Myanmar").places
    answer = gazetteer.resolve("Kawlinn", context_places=near)
    assert answer.footprint
    assert not answer.candidates or distance_m(answer.footprint.point, near[0].point) < 300_000


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Red Sea", "sea"), ("airfield of Kursk", "airport"), ("Port Sudan", "populated_place")],
)
def test_the_class_that_is_meant(gazetteer: Gazetteer, text: str, kind: str) -> None:
    assert gazetteer.resolve(text).places[0].feature_class == kind


def test_equal_namesakes_are_both_drawn(gazetteer: Gazetteer) -> None:
    answer = gazetteer.resolve("Springfield")
    assert answer.status is ResolutionStatus.AMBIGUOUS
    assert len(answer.places) >= 2
    assert all(outer(answer).covers(Point(place.point)) for place in answer.places[:2])


@pytest.mark.parametrize(
    "text", ["an undisclosed location", "cyberspace", "Qwxzvograd", "the internet", ""]
)
def test_what_cannot_be_drawn(gazetteer: Gazetteer, text: str) -> None:
    answer = gazetteer.resolve(text)
    assert answer.status is ResolutionStatus.NOT_FOUND
    assert answer.footprint is None
    assert answer.reason.endswith(".")


def test_sea_off_a_coast_is_no_land(gazetteer: Gazetteer) -> None:
    answer = gazetteer.resolve("off the coast of Mukalla", country="Yemen")
    region = outer(answer)
    assert answer.footprint
    assert answer.footprint.where_prec == 7
    land = gazetteer.store.geometry("ne:country:YE")
    assert region.intersection(land).area < 0.02 * region.area


def test_list_holds_every_member(gazetteer: Gazetteer) -> None:
    region = outer(gazetteer.resolve("Homs and Hama provinces"))
    assert region.covers(Point(38.5, 34.3))
    assert region.covers(Point(37.0, 35.2))


def test_district_by_its_town(gazetteer: Gazetteer) -> None:
    answer = gazetteer.resolve("Qaḑā’ al Mawşil", country="Iraq")
    assert answer.footprint
    assert answer.footprint.where_prec == 3
    assert outer(answer).covers(Point(43.13, 36.34))


def test_a_near_miss_says_so(gazetteer: Gazetteer) -> None:
    answer = gazetteer.resolve("Kafranbell", country="Syria")
    assert answer.candidates[0].match in {"skeleton", "fuzzy"}
    assert "matched to" in answer.reason


def test_answers_repeat(gazetteer: Gazetteer) -> None:
    again = Gazetteer(gazetteer.store)
    one, two = gazetteer.resolve("eastern Syria"), again.resolve("eastern Syria")
    assert outer(one).equals(outer(two))


PHRASES = st.sampled_from(
    ["near", "eastern", "10 km north of", "outskirts of", "off the coast of", "between Homs and",
     "along", "the border of", "village in", "", "around", "central"]
)  # fmt: skip
PLACES = st.sampled_from(
    ["Syria", "Goma", "Lake Chad", "Donbas", "Fiji", "Mali, Africa", "the Nile", "Gulf of Aden",
     "Chukotka", "Kiribati", "Idlib province", "Xqzt", "Bougainville", "Antarctica"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(PHRASES, PLACES)
def test_every_footprint_nests(gazetteer: Gazetteer, phrase: str, place: str) -> None:
    answer = gazetteer.resolve(f"{phrase} {place}".strip())
    if answer.footprint is None:
        assert answer.status is ResolutionStatus.NOT_FOUND
        return
    inner, region = answer.footprint.region_50, answer.footprint.region_90
    assert not inner.is_empty
    assert region.buffer(1e-6).covers(inner) or inner.difference(region).area < 1e-3 * inner.area
    assert 1 <= answer.footprint.where_prec <= 7
    west, south, east, north = region.bounds
    assert -180 <= west <= east <= 180
    assert -90 <= south <= north <= 90


def test_a_name_of_two_countries_keeps_both(gazetteer: Gazetteer) -> None:
    answer = gazetteer.resolve("Congo")
    assert answer.status is ResolutionStatus.AMBIGUOUS
    assert {place.country_code for place in answer.places} == {"CD", "CG"}
    assert answer.country_code is None
    assert answer.footprint is not None
    for code in ("CD", "CG"):
        country = gazetteer.store.country(code)
        assert country is not None
        assert answer.footprint.region_90.covers(Point(country.point))
    told = gazetteer.resolve("Congo", country="CG")
    assert told.status is ResolutionStatus.RESOLVED
    assert told.country_code == "CG"


@pytest.mark.parametrize("name", ["Crimea", "Somaliland", "Gaza Strip"])
def test_a_region_that_is_a_unit_too_is_one_place(gazetteer: Gazetteer, name: str) -> None:
    answer = gazetteer.resolve(name)
    assert answer.status is ResolutionStatus.RESOLVED
    assert len([c for c in answer.candidates if c.place.name == name]) == 1
