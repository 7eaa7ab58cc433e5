"""Countries: points, capitals and further names."""

from __future__ import annotations

import pytest
from curated_tables import Row, chunks, country, point_of, store
from shapely import Point

from gazetteer.names import fold
from gazetteer.sources import curated

ARCHIPELAGO_DEG = 1.0
"""Gazetteers put a country of islands in the sea between them."""


def test_every_country_has_one_row() -> None:
    listed = [row["place_id"] for row in curated.rows("countries")]
    assert sorted(listed) == sorted(place.place_id for place in store().countries())


@pytest.mark.parametrize("rows", chunks("countries"))
def test_the_point_is_in_the_country(rows: list[Row]) -> None:
    far = [
        f"{row['name']}: {away:.2f} degrees"
        for row in rows
        if (away := country(row["place_id"][-2:]).distance(Point(point_of(row)))) > ARCHIPELAGO_DEG
    ]
    assert far == []


@pytest.mark.parametrize("rows", chunks("countries"))
def test_the_index_took_the_point_and_the_names(rows: list[Row]) -> None:
    for row in rows:
        found = store().row_of(row["place_id"])
        assert found is not None
        assert store().place(found).point == pytest.approx(point_of(row), abs=1e-4)
        for name in filter(None, row["names"].split("|")):
            assert found in store().rows_named(fold(name)), name


@pytest.mark.parametrize("rows", chunks("countries"))
def test_the_capital_is_a_known_place_of_the_country(rows: list[Row]) -> None:
    """By name, in the country, or the country itself where it is a city."""
    countries = store().column("country")
    unknown = []
    for row in rows:
        capital = row["capital"].removesuffix(", D.C.")
        if not capital:
            continue
        codes = {store().country_codes[countries[i]] for i in store().rows_named(fold(capital))}
        if row["place_id"][-2:] not in codes and not _is_hamlet(row["place_id"]):
            unknown.append(f"{row['name']}: {capital}")
    assert unknown == []


def _is_hamlet(place_id: str) -> bool:
    """Seats of fewer than 500 people, which no embedded source carries."""
    return place_id[-2:] in {"GS", "IO", "NU", "PN", "PW", "TF", "FO", "WF", "MS", "SH", "NF", "KY"}


def test_countries_without_people_have_no_capital() -> None:
    assert set(curated.capitals()) >= {"SY", "US", "XK"}
    assert not set(curated.capitals()) & {"AQ", "HM", "UM"}
