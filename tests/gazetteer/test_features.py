"""Feature classes: every one has an extent, and type words of many languages name them."""

from __future__ import annotations

import pytest

from gazetteer.features import DEFAULT_EXTENT_M, TYPE_WORDS, default_extent_m
from gazetteer.model import FeatureClass
from gazetteer.names import fold


def test_every_class_has_an_extent() -> None:
    assert set(DEFAULT_EXTENT_M) == set(FeatureClass)
    assert all(extent > 0 for extent in DEFAULT_EXTENT_M.values())


def test_type_words_are_keys_as_they_are_looked_up() -> None:
    assert all(fold(word) == word and word for word in TYPE_WORDS)


@pytest.mark.parametrize(
    ("word", "feature_class"),
    [
        ("governorate", FeatureClass.ADMIN1),
        ("oblast", FeatureClass.ADMIN1),
        ("muhafazat", FeatureClass.ADMIN1),
        ("محافظة", FeatureClass.ADMIN1),
        ("область", FeatureClass.ADMIN1),
        ("raion", FeatureClass.ADMIN2),
        ("Qaḑā’", FeatureClass.ADMIN2),
        ("village", FeatureClass.POPULATED_PLACE),
        ("قرية", FeatureClass.POPULATED_PLACE),
        ("air base", FeatureClass.MILITARY_BASE),
        ("jabal", FeatureClass.MOUNTAINS),
        ("aéroport", FeatureClass.AIRPORT),
    ],
)
def test_type_words_name_their_class(word: str, feature_class: FeatureClass) -> None:
    assert TYPE_WORDS[fold(word)] is feature_class


def test_a_populated_place_grows_with_its_people() -> None:
    place = FeatureClass.POPULATED_PLACE
    village, town, city = (default_extent_m(place, n) for n in (300, 30_000, 3_000_000))
    assert village < town < city < 30_000
    assert default_extent_m(FeatureClass.AIRPORT, 10**9) == DEFAULT_EXTENT_M[FeatureClass.AIRPORT]
