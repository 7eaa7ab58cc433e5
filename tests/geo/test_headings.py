"""A place that heads a line holds for what the line tells."""

from __future__ import annotations

import pytest

from geo.drafts.headings import Line, find_heading, opening_of
from geo.words import lexicon
from tests.geo.tellings import read, toponyms


def heading(text: str, *, listed: bool = False) -> str | None:
    line = Line(text, 0, len(text), toponyms(text), lexicon(), listed=listed)
    found = find_heading(line, 0, len(text))
    return found.place.text if found else None


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
        ("21 SEP 0640Z - 14NM SW of Hodeidah. A tanker was hit", "14NM SW of Hodeidah"),
        ("Gao (northern Mali): shells fell", "Gao (northern Mali)"),
    ],
)
def test_heading(line: str, name: str | None) -> None:
    assert heading(line) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Qarvazeh: two shops looted", "Qarvazeh"),
        ("Tel Orbin IDP camp: two shells fell", "Tel Orbin IDP camp"),
        ("Outlook: shelling likely", None),
        ("Army: two soldiers dead", None),
        ("KDFX: not our shells", None),
    ],
)
def test_a_name_that_no_source_knows_heads_a_line_of_a_list(line: str, name: str | None) -> None:
    assert heading(line, listed=True) == name
    assert heading(line) is None


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("2. 1140 patrol hit mine", "patrol hit mine"),
        ("- 0655Z: rockets fell", "rockets fell"),
        ("12 men died", "12 men died"),
        ("1140 refugees arrived", "refugees arrived"),
    ],
)
def test_a_line_begins_behind_its_number_and_hour(line: str, rest: str) -> None:
    assert line[opening_of(line, 0, len(line)) :] == rest


def test_what_the_line_tells_is_there() -> None:
    (incident,) = read("Log of the week.\n\n- Gao, 7 May: rebels attacked the army post at dawn.")
    assert incident.place is not None
    assert incident.place.text == "Gao"


def test_a_heading_is_the_subject_of_a_verb_behind_it() -> None:
    (incident,) = read("Gao (northern Mali): fell to rebels on 31 March, no resistance.")
    assert incident.kind == "territory_change"
    assert incident.place is not None
    assert incident.place.text == "Gao (northern Mali)"


def test_a_part_is_a_part_of_the_place_above_it() -> None:
    (incident,) = read("Gao: shells fell on the W suburbs on 7 May, 3 civ KIA.")
    assert incident.place is not None
    assert incident.place.text == "W suburbs, Gao"
    assert incident.fatalities_min == 3
