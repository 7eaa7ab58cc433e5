"""Cells: what a spreadsheet could run is guarded, and reading takes the guard away."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from incident_strategies import texts

from geo.formats.cells import cell_of, guarded, join_list, split_list, unguarded, value_of

anything = st.text(st.characters(codec="utf-8"))


@given(anything)
def test_a_guard_comes_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(anything)
def test_no_cell_begins_like_a_formula(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.lists(st.one_of(texts, anything)))
def test_a_list_survives_a_cell(items: list[str]) -> None:
    assert split_list(join_list(items)) == tuple(items)


@given(st.lists(st.one_of(texts, anything), min_size=1))
def test_cells_survive_a_csv_file(items: list[str]) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerow([cell_of(items, "texts"), *(cell_of(t, "text") for t in items)])
    (row,) = csv.reader(io.StringIO(stream.getvalue(), newline=""))
    assert value_of(row[0], "texts") == items
    assert [value_of(cell, "text") or "" for cell in row[1:]] == items


def test_a_person_may_type_a_list_loosely() -> None:
    assert split_list(" a depot ;a school;; ") == ("a depot", "a school")


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("three", "int"),
        ("3.5", "int"),
        ("inf", "int"),
        ("perhaps", "bool"),
        ("x", "float"),
        ("{", "json"),
    ],
)
def test_a_cell_of_another_kind_is_refused(cell: str, kind: str) -> None:
    with pytest.raises(ValueError, match="must be"):
        value_of(cell, kind)
