"""A place that heads a line holds for what the line tells."""

from __future__ import annotations

import pytest

from geo.drafts.headings import heading_place
from tests.geo.tellings import read, toponyms


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Gao: the army post was attacked", "Gao"),
        ("12 Sep: Gao. Columns entered the camp", "Gao"),
        ("- Sumy, 14 March: a drone hit a depot", "Sumy"),
        ("MOSUL - Gunmen fired at a patrol", None),
        ("Mosul - Gunmen fired at a patrol", "Mosul"),
        ("Russia — weakened by war — used drones", None),
        ("In Gao the army post was attacked", None),
        ("Gao was attacked", None),
    ],
)
def test_heading(line: str, name: str | None) -> None:
    found = heading_place(line, 0, toponyms(line))
    assert (found.text if found else None) == name


def test_what_the_line_tells_is_there() -> None:
    (incident,) = read("Log of the week.\n\n- Gao, 7 May: rebels attacked the army post at dawn.")
    assert incident.place is not None
    assert incident.place.text == "Gao"
