"""Demonyms: each word one place, each place known, the confusable ones apart."""

from __future__ import annotations

import pytest
from curated_tables import Row, chunks, is_place

from gazetteer.names import fold
from gazetteer.sources import curated


@pytest.mark.parametrize("rows", chunks("demonyms"))
def test_each_place_is_in_the_index(rows: list[Row]) -> None:
    assert [row["place"] for row in rows if not is_place(curated.place_id_of(row["place"]))] == []


def test_a_word_means_one_place() -> None:
    places: dict[str, set[str]] = {}
    for row in curated.rows("demonyms"):
        for word in row["words"].split("|"):
            assert fold(word), row
            places.setdefault(fold(word), set()).add(row["place"])
    assert {word: found for word, found in places.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("word", "place_id"),
    [
        ("iraqis", "ne:country:IQ"),
        ("nigerien", "ne:country:NE"),
        ("nigerian", "ne:country:NG"),
        ("guinean", "ne:country:GN"),
        ("equatorial guinean", "ne:country:GQ"),
        ("papua new guinean", "ne:country:PG"),
        ("britons", "ne:country:GB"),
        ("dutch", "ne:country:NL"),
        ("filipino", "ne:country:PH"),
        ("congolese", "ne:country:CD"),
        ("dominican", "ne:country:DO"),
        ("south sudanese", "ne:country:SS"),
        ("north koreans", "ne:country:KP"),
        ("texan", "ne:admin1:US.texas"),
        ("chechen", "ne:admin1:RU.chechnya"),
        ("gazans", "curated:gaza-strip"),
        ("kurdish", "curated:kurdistan"),
        ("scottish", "curated:scotland"),
    ],
)
def test_confusable_words(word: str, place_id: str) -> None:
    assert curated.demonyms()[word] == place_id


def test_every_country_with_people_has_a_demonym() -> None:
    without = {row["place_id"][-2:] for row in curated.rows("countries")} - {
        place_id[-2:] for place_id in curated.demonyms().values() if place_id.startswith("ne:c")
    }
    # Islands and bases whose people have no word of their own in English reports; and the
    # Republic of the Congo, since "Congolese" is the larger neighbour's unless more is said.
    small = "AQ AS AX BL BQ BV CC CK CW CX GG GS HM IO JE KY MF MP MS NF NU PM PN SH SJ SX TC TF TK UM VG VI WF"
    assert without <= {*small.split(), "CG"}
