"""What the tests of the curated tables share: rows in chunks, and places by their key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import pytest
from shapely.geometry.base import BaseGeometry

from gazetteer.names import fold
from gazetteer.sources import curated
from gazetteer.store import Store

Row = dict[str, str]
_CHUNK = 40


@cache
def store() -> Store:
    return Store.open()


def chunks(table: str) -> list[object]:
    """The rows of a table, forty at a time, each chunk named by its first row."""
    rows = curated.rows(table)
    parts = [rows[i : i + _CHUNK] for i in range(0, len(rows), _CHUNK)]
    return [pytest.param(part, id=f"{table}:{next(iter(part[0].values()))}") for part in parts]


def names_of(row: Row) -> list[str]:
    return [row["name"], *filter(None, row["names"].split("|"))]


def point_of(row: Row) -> tuple[float, float]:
    return float(row["lng"]), float(row["lat"])


def country(code: str) -> BaseGeometry:
    shape = store().geometry(f"ne:country:{code}")
    assert shape is not None, f"no country {code}"
    return shape


@cache
def rough_country(code: str) -> BaseGeometry:
    """A country without the detail of its coast: enough to tell one from another."""
    return country(code).simplify(0.02)


def faults_of_any_row(rows: Sequence[Row]) -> Iterator[str]:
    """What no row of any table with names may do."""
    for row in rows:
        key = next(iter(row.values()))
        names = names_of(row)
        if len({name.casefold() for name in names}) < len(names):
            yield f"{key}: a name stands twice"
        if any(name != " ".join(name.split()) or not fold(name) for name in names):
            yield f"{key}: a name with stray blanks, or of nothing but signs"
        if any(name.isupper() and name.isascii() and name.isalpha() for name in names[1:]):
            yield f"{key}: an abbreviation belongs to its own table"
        if not row["source"].strip():
            yield f"{key}: no source; write `unverified` if none was opened"
        if None in row or None in row.values():
            yield f"{key}: too many or too few columns"


def is_place(place_id: str) -> bool:
    return store().row_of(place_id) is not None
