"""Names to rows: every spelling that a report may use, and none that it may not."""

from __future__ import annotations

import pytest

from gazetteer.candidates import Search
from gazetteer.model import FeatureClass, Name
from gazetteer.resolver import Gazetteer


@pytest.fixture(scope="module")
def search(gazetteer: Gazetteer) -> Search:
    return Search(gazetteer.store)


@pytest.mark.parametrize(
    ("text", "country", "way"),
    [
        ("Aleppo", "SY", "exact"),
        ("حلب", "SY", "exact"),
        ("the Aleppo", "SY", "variant"),
        ("US", None, "abbreviation"),
        ("Iraqi", None, "demonym"),
        ("Kafranbell", "SY", "skeleton"),
    ],
)
def test_the_surest_way_wins(search: Search, text: str, country: str | None, way: str) -> None:
    found = search.find(Name(text), countries=(country,) if country else ())
    assert found
    assert {match.way for match in found} == {way}


def test_only_the_countries_asked_for(search: Search) -> None:
    found = search.find(Name("Tripoli"), countries=("LB",))
    assert {match.place.country_code for match in found} == {"LB"}


def test_no_near_miss_without_a_country(search: Search) -> None:
    assert search.find(Name("Aleppu Qalamoni")) == ()
    assert search.find(Name("Qwxzvograd")) == ()


def test_near_miss_can_be_refused(search: Search) -> None:
    assert search.find(Name("Kafranbell"), countries=("SY",), fuzzy=False) == ()


def test_a_province_brings_the_city_it_is_named_for(search: Search) -> None:
    classes = {match.place.feature_class for match in search.find(Name("Deir Ezzor"))}
    assert classes == {FeatureClass.ADMIN1, FeatureClass.POPULATED_PLACE}


@pytest.mark.parametrize("text", ["Syria", "SY", "sy", "Сирия", "سوريا"])
def test_countries_by_name_or_code(search: Search, text: str) -> None:
    assert search.country_code(text) == "SY"


def test_what_is_no_country(search: Search) -> None:
    assert search.country_code("Qwxzvograd") is None
