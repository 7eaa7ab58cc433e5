"""All curated tables: what holds for each of them."""

from __future__ import annotations

import pytest
from curated_tables import Row, chunks, faults_of_any_row, names_of, store

from gazetteer.errors import SourceError
from gazetteer.names import fold
from gazetteer.sources import curated
from gazetteer.sources.shapes import composed, drawn

NAMED = ("countries", "admin1", "regions", "waters", "rivers", "facilities")
MADE_OF_SLUGS = ("regions", "waters", "rivers", "facilities")


@pytest.mark.parametrize("rows", [chunk for table in NAMED for chunk in chunks(table)])
def test_rows_are_well_formed(rows: list[Row]) -> None:
    assert list(faults_of_any_row(rows)) == []


def test_a_slug_names_one_place() -> None:
    slugs = [row["slug"] for table in MADE_OF_SLUGS for row in curated.rows(table)]
    assert len(slugs) == len(set(slugs))
    assert all(slug == fold(slug).replace(" ", "-") for slug in slugs)


@pytest.mark.parametrize("table", MADE_OF_SLUGS)
def test_two_rows_of_a_table_have_different_preferred_names(table: str) -> None:
    names = [fold(row["name"]) for row in curated.rows(table)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("rows", [chunk for table in MADE_OF_SLUGS for chunk in chunks(table)])
def test_every_name_finds_its_row_in_the_index(rows: list[Row]) -> None:
    missing = []
    for row in rows:
        place_id = f"airport:{row['airport']}" if row.get("airport") else f"curated:{row['slug']}"
        found = store().row_of(place_id)
        for name in names_of(row):
            if found not in store().rows_named(fold(name)):
                missing.append(f"{place_id}: {name}")
    assert missing == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("polygon 0 0 1 1", "not a shape"),
        ("polygon 0 0 2 2 2 0 0 2", "crosses itself"),
        ("circle 1 2", "not a shape"),
        ("circle a b c", "not a shape"),
        ("blob 1 2 3", "not a shape"),
        ("box 1 2 3", "not a shape"),
    ],
)
def test_a_shape_that_cannot_be_read_is_refused(text: str, why: str) -> None:
    with pytest.raises(SourceError, match=why):
        drawn(text)


def test_parts_of_a_shape_are_joined() -> None:
    both = drawn("box 0 0 1 1; box 5 5 6 6")
    assert both.area == pytest.approx(2)


def test_a_unit_that_does_not_exist_is_refused_by_name() -> None:
    with pytest.raises(SourceError, match="XX:Nowhere"):
        composed("XX:Nowhere", lambda _: None)
