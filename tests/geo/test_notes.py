"""Reports in note form: what stands over a line, beside it in a row, and in the title."""

from __future__ import annotations

import datetime as dt

import pytest

from geo.drafts.notes import covered_days
from tests.geo.tellings import read


@pytest.mark.parametrize(
    ("title", "days"),
    [
        ("MALI SITREP AS OF 7 MAY 1200Z", "2024-05-07~"),
        ("Weekly incident table, 1-7 May 2024", "2024-05-01/2024-05-07"),
        ("Daily security bulletin, 7 May 2024", "2024-05-07~"),
        ("The fighting that began on 7 May 2024", None),
        ("Gao, 7 May 2024", None),
    ],
)
def test_a_title_says_over_which_days_a_bulletin_goes(title: str, days: str | None) -> None:
    found = covered_days(title, dt.date(2024, 5, 8))
    assert (found.edtf if found else None) == days


def test_a_line_without_a_day_is_of_the_days_that_the_title_says() -> None:
    text = (
        "MALI SECURITY SITREP, 7 MAY 2024\n"
        "1. Gao: rebels shelled the airport, 2 civ KIA.\n"
        "2. Mopti: gunmen looted a warehouse on 3 May.\n"
        "3. Gao: NSTR."
    )
    shelled, looted = read(text)
    assert shelled.date is not None
    assert (shelled.date.edtf, shelled.date.date_prec) == ("2024-05-07~", 2)
    assert looted.date is not None
    assert looted.date.edtf == "2024-05-03"


def test_prose_takes_no_day_from_its_title() -> None:
    text = "Security update, 7 May 2024\n\nRebels shelled the airport of Gao. Nobody was hurt."
    (incident,) = read(text)
    assert incident.date is not None
    assert incident.date.start is None


def test_days_and_places_on_lines_of_their_own_hold_below() -> None:
    text = (
        "LOG\n\nTue 7 May\n0640 Gao: rebels shelled the airport.\n"
        "Wed 8 May\nMopti\n- Market looted by gunmen.\n- Two traders kidnapped by gunmen."
    )
    incidents = read(text)
    told = [
        (i.kind, i.place and i.place.text, i.date and i.date.edtf)
        for i in incidents
    ]  # fmt: skip
    assert told == [
        ("shelling", "Gao", "2024-05-07~"),
        ("looting", "Mopti", "2024-05-08~"),
        ("abduction", "Mopti", "2024-05-08~"),
    ]


@pytest.mark.parametrize("sign", [" | ", "\t"])
def test_a_row_of_a_table_is_read_by_its_cells(sign: str) -> None:
    rows = [
        ("Date", "Location", "Incident", "KIA", "WIA"),
        ("6 May 2024", "Gao", "mortars fired at the airport, road to Ansongo cut", "4", "11"),
        ("7 May 2024", "Mopti", "gunmen kidnapped two traders", "-", "-"),
    ]
    shelled, kidnapped = read("\n".join(sign.join(row) for row in rows))
    assert (shelled.place and shelled.place.text, shelled.fatalities_min) == ("Gao", 4)
    assert shelled.injuries_min == 11
    assert shelled.date is not None
    assert shelled.date.edtf == "2024-05-06"
    assert (kidnapped.kind, kidnapped.place and kidnapped.place.text) == ("abduction", "Mopti")
    assert kidnapped.quotes[0].text == sign.join(rows[2])


@pytest.mark.parametrize(
    "note",
    [
        "Gao: 2x suicide bombers blew themselves up ivo mkt, 8 civ KIA.",
        "Gao: two suicide bombers blew themselves up near the market, 8 civilians killed.",
    ],
)
def test_shorthand_is_read_as_the_words_it_stands_for(note: str) -> None:
    (incident,) = read(note)
    assert incident.kind == "suicide_bombing"
    assert (incident.count_min, incident.fatalities_min) == (2, 8)


def test_a_month_in_short_is_no_party() -> None:
    (incident,) = read("Gao: airport shelled by rebels 21 Mar.")
    assert [a.name for a in incident.actors] == ["rebels"]
