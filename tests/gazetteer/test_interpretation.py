"""What the nodes of a reference mean together, on the embedded gazetteer."""

from __future__ import annotations

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer import Gazetteer
from gazetteer.geodesy import distance_m
from gazetteer.model import LngLat, ResolutionStatus


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def _at(gazetteer: Gazetteer, text: str, country: str | None = None) -> LngLat:
    footprint = gazetteer.resolve(text, country=country).footprint
    assert footprint is not None
    return footprint.point


def test_upstream_follows_the_river(gazetteer: Gazetteer) -> None:
    up, down = (gazetteer.resolve(f"{way} of Mosul") for way in ("upstream", "downstream"))
    assert "Tigris" in up.reason
    assert up.footprint is not None
    assert down.footprint is not None
    town = _at(gazetteer, "Mosul")
    # The Tigris comes from the north-west.
    assert up.footprint.point.lat > town.lat > down.footprint.point.lat
    far_up = max(p[0] for p in [up.footprint.region_90.bounds[3:]])
    assert far_up > town.lat + 0.3
    assert not up.footprint.region_90.covers(down.footprint.region_90)


def test_a_town_on_no_known_river_says_so(gazetteer: Gazetteer) -> None:
    assert "no river" in gazetteer.resolve("upstream of Wau").reason


def test_banks_by_the_flow(gazetteer: Gazetteer) -> None:
    left = gazetteer.resolve("the left bank of the Dnipro in Kherson oblast")
    right = gazetteer.resolve("the right bank of the Dnipro in Kherson oblast")
    assert left.footprint is not None
    assert right.footprint is not None
    assert left.footprint.where_prec == 5
    # The Dnipro runs south-west there: its left bank lies to the south-east.
    assert left.footprint.region_50.centroid.y < right.footprint.region_50.centroid.y


def test_where_two_rivers_meet(gazetteer: Gazetteer) -> None:
    at = _at(gazetteer, "the confluence of the Khabur and the Euphrates")
    assert distance_m(at, (40.43, 35.14)) < 25_000.0


def test_what_is_measured_at_sea_is_at_sea(gazetteer: Gazetteer) -> None:
    answer = gazetteer.resolve("60 nautical miles southwest of Hodeidah")
    assert answer.footprint is not None
    assert answer.footprint.where_prec == 7
    yemen = gazetteer.store.geometry("ne:country:YE")
    assert yemen is not None
    assert answer.footprint.region_90.intersection(yemen).area < 1e-3


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("the Bakhmut direction", "Bakhmut"),
        ("in the Pokrovsk sector", "Pokrovsk"),
        ("the Iraqi capital", "Baghdad"),
        ("the capital of Chad", "N'Djamena"),
    ],
)
def test_towns_by_what_they_are_to_others(gazetteer: Gazetteer, text: str, town: str) -> None:
    assert distance_m(_at(gazetteer, text), _at(gazetteer, town)) < 15_000.0


def test_the_container_that_holds_the_place_is_the_one_meant(gazetteer: Gazetteer) -> None:
    answer = gazetteer.resolve("Bajo Cauca, Antioquia")
    assert answer.country_code == "CO"
    assert answer.places[0].place_id.startswith("curated:")


def test_a_province_is_not_the_town_in_it(gazetteer: Gazetteer) -> None:
    answer = gazetteer.resolve("Farah, Farah province")
    assert answer.places[0].feature_class.value == "populated_place"
    assert answer.footprint is not None
    assert answer.footprint.where_prec == 1


@pytest.mark.parametrize(
    ("text", "prec"),
    [("Cabo Delgado", 4), ("Kurram Agency", 3), ("Kordofan region", 5), ("Arauca department", 4)],
)
def test_regions_that_are_units(gazetteer: Gazetteer, text: str, prec: int) -> None:
    footprint = gazetteer.resolve(text).footprint
    assert footprint is not None
    assert footprint.where_prec == prec


def test_plural_units_are_units(gazetteer: Gazetteer) -> None:
    answer = gazetteer.resolve("Idlib and Aleppo governorates")
    assert {p.feature_class.value for p in answer.places} == {"admin1"}


def test_a_like_name_is_refused_and_said(gazetteer: Gazetteer) -> None:
    answer = gazetteer.resolve("Mboki", country="Central African Republic")
    assert answer.candidates == ()
    assert "none of the sources" in answer.reason


def test_two_congos(gazetteer: Gazetteer) -> None:
    answer = gazetteer.resolve("Congo")
    assert answer.status is ResolutionStatus.AMBIGUOUS
    assert {place.country_code for place in answer.places} == {"CD", "CG"}
    assert answer.footprint is not None
    for at in ((25.0, -2.0), (15.5, -1.0)):
        assert answer.footprint.region_90.intersects(shapely.Point(at))


@pytest.mark.parametrize(
    ("text", "country", "town"),
    [
        ("Kiev city", "Ukraine", "Kyiv"),
        ("Gorodishche", "Ukraine", "Horodyshche"),
        ("Telmanovsky district, Donetsk region", "Ukraine", "Boykivske"),
        ("Shebekinsky raion", "Russia", "Shebekino"),
    ],
)
def test_slavic_names(gazetteer: Gazetteer, text: str, country: str, town: str) -> None:
    answer = gazetteer.resolve(text, country=country)
    assert town in {candidate.place.name for candidate in answer.candidates}, answer.reason


def test_places_without_commas(gazetteer: Gazetteer) -> None:
    answer = gazetteer.resolve(
        "near Starohnativka village, Telmanovsky region Donetsk region", country="Ukraine"
    )
    assert answer.footprint is not None
    assert distance_m(answer.footprint.point, _at(gazetteer, "Boykivske")) < 40_000.0
    inside = gazetteer.resolve("Slavnoye (Shakhtarsk district) Donetsk region", country="Ukraine")
    assert "Shakhtarsk" in inside.reason


_PIECES = st.sampled_from(
    ["north", "of", "near", "the", "Syria", "Homs", "border", "between", "and", "road", "from",
     "to", "10", "km", "in", ",", "(", ")", "upstream", "Euphrates", "off", "coast", "province",
     "'s", "-", "western", "outskirts", "base", "or", "along", "Iraqi", "capital", "direction"]
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(_PIECES, min_size=1, max_size=14))
def test_any_heap_of_words_has_an_answer(gazetteer: Gazetteer, words: list[str]) -> None:
    answer = gazetteer.resolve(" ".join(words))
    assert answer.reason.endswith(".")
    assert (answer.footprint is None) == (answer.status is ResolutionStatus.NOT_FOUND)


@pytest.mark.parametrize("text", ["north " * 40 + "of Aleppo", "near " * 50 + "Homs", "x, " * 80])
def test_a_phrase_that_does_not_end_is_no_error(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.resolve(text).reason


def test_a_line_in_a_town_is_about_it(gazetteer: Gazetteer) -> None:
    answer = gazetteer.resolve("the Line of Control in Poonch")
    assert answer.footprint is not None
    assert distance_m(answer.footprint.point, (74.1, 33.77)) < 60_000.0


def test_where_both_hold(gazetteer: Gazetteer) -> None:
    whole = gazetteer.resolve("Borno State").footprint
    strip = gazetteer.resolve("Borno State, along the Cameroon border").footprint
    assert whole is not None
    assert strip is not None
    assert strip.where_prec == 5
    assert strip.region_90.area < 0.4 * whole.region_90.area


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Zhdanivka town Donetsk region", "Zhdanivka"),
        ("Pavlopil some 70 kilometres south of Donetsk", "Pavlopil"),
        ("the headquarters of the army in Khartoum", "Khartoum"),
    ],
)
def test_what_else_is_said_beside_a_town(gazetteer: Gazetteer, text: str, town: str) -> None:
    assert town in {place.name for place in gazetteer.resolve(text).places}
