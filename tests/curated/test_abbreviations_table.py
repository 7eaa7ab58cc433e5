"""Abbreviations: exact case, known places, postal codes only after a comma."""

from __future__ import annotations

import pytest
from curated_tables import Row, chunks, is_place

from gazetteer.sources import curated


@pytest.mark.parametrize("rows", chunks("abbreviations"))
def test_each_place_is_in_the_index(rows: list[Row]) -> None:
    for row in rows:
        assert row["only_after_comma"] in {"yes", "no"}
        assert row["abbreviation"] == row["abbreviation"].strip() != ""
        assert is_place(curated.place_id_of(row["place"])), row
        assert row["source"]


def test_one_meaning_under_one_condition() -> None:
    keys = [(row["abbreviation"], row["only_after_comma"]) for row in curated.rows("abbreviations")]
    assert len(keys) == len(set(keys))


def test_words_and_initials_do_not_stand_alone() -> None:
    words = {"IN", "OR", "ME", "OK", "HI", "OH", "MA", "PA", "SA", "Miss.", "Mass."}
    assert words <= set(curated.abbreviations_after_comma())


@pytest.mark.parametrize(
    ("text", "alone", "after_comma"),
    [
        ("U.S.", "ne:country:US", None),
        ("UAE", "ne:country:AE", None),
        ("CAR", "ne:country:CF", None),
        ("EU", "curated:european-union", None),
        ("Ga.", "ne:admin1:US.georgia", "ne:admin1:US.georgia"),
        ("ON", "ne:admin1:CA.ontario", "ne:admin1:CA.ontario"),
        ("B.C.", "ne:admin1:CA.british-columbia", None),
        ("LA", "geonames:5368361", "ne:admin1:US.louisiana"),
    ],
)
def test_known_abbreviations(text: str, alone: str, after_comma: str | None) -> None:
    assert curated.abbreviations()[text] == alone
    assert curated.abbreviations_after_comma().get(text) == after_comma


def test_every_state_has_its_postal_code() -> None:
    codes = [
        p for p in curated.abbreviations_after_comma().values() if p.startswith("ne:admin1:US")
    ]
    assert len(set(codes)) == 50
