"""Points and names of first-order units."""

from __future__ import annotations

import pytest
from curated_tables import Row, chunks, is_place, point_of, store
from shapely import Point

from gazetteer.names import fold
from gazetteer.sources import curated


@pytest.mark.parametrize("rows", chunks("admin1"))
def test_the_point_is_in_the_unit(rows: list[Row]) -> None:
    for row in rows:
        place_id = curated.place_id_of(row["unit"])
        assert is_place(place_id), place_id
        shape = store().geometry(place_id)
        assert shape is not None
        if row["lng"]:
            assert shape.distance(Point(point_of(row))) < 0.1, row["unit"]


@pytest.mark.parametrize("rows", chunks("admin1"))
def test_the_index_took_the_point_and_the_names(rows: list[Row]) -> None:
    for row in rows:
        found = store().row_of(curated.place_id_of(row["unit"]))
        assert found is not None
        if row["lng"]:
            assert store().place(found).point == pytest.approx(point_of(row), abs=1e-4)
        for name in filter(None, row["names"].split("|")):
            assert found in store().rows_named(fold(name)), name


@pytest.mark.parametrize(("code", "count"), [("US", 51), ("CA", 13), ("AU", 8)])
def test_federal_states_are_all_there(code: str, count: int) -> None:
    assert sum(row["unit"].startswith(f"{code}:") for row in curated.rows("admin1")) >= count
