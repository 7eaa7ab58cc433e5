"""One incident's day by another's, and by the line that heads it."""

from __future__ import annotations

import datetime as dt

import pytest

from geo.model import Incident
from tests.geo.tellings import read

DAY = dt.date(2024, 5, 10)  # a Friday


def days(text: str) -> dict[str, str | None]:
    """EDTF of each incident's day by its place."""
    found: list[Incident] = list(read(text, day=DAY))
    return {i.place.text: i.date.edtf if i.date else None for i in found if i.place is not None}


APART = {
    "On 2 May shells hit a clinic in Gao, a day after a suicide bomber had killed nine people in "
    "Mopti.": {"Gao": "2024-05-02", "Mopti": "2024-05-01"},
    "Shells hit a clinic in Gao two days after a suicide bomber killed nine people in Mopti on "
    "30 April.": {"Gao": "2024-05-02", "Mopti": "2024-04-30"},
    "A car bomb killed four people in Gao on Monday. The attack came three days after gunmen had "
    "shot six soldiers dead in Mopti.": {"Gao": "2024-05-06", "Mopti": "2024-05-03"},
}


@pytest.mark.parametrize(("text", "expected"), list(APART.items()))
def test_days_apart(text: str, expected: dict[str, str]) -> None:
    assert days(text) == expected


def test_hours_earlier_are_counted_from_the_incident_not_from_the_burial() -> None:
    found = days(
        "The dead were buried yesterday, a week to the day after a man opened fire on a crowd in "
        "Gao. Two hours earlier a bomb had exploded in Kano and killed eight people."
    )
    assert found == {"Gao": "2024-05-02", "Kano": "2024-05-02~"}


def test_a_day_later_is_counted_from_the_deed_not_from_who_told_of_it() -> None:
    found = days(
        "Five policemen were killed last Friday when gunmen ambushed a patrol in Gao, the "
        "ministry said on Thursday. On the following day a bomb exploded in Mopti."
    )
    assert found == {"Gao": "2024-05-03", "Mopti": "2024-05-04"}


def test_a_day_that_heads_a_line_holds_for_it_and_no_further() -> None:
    found = days(
        "2 May: The talks went on. Gunmen killed four people in Gao.\n"
        "Gunmen killed five people in Kano."
    )
    assert found == {"Gao": "2024-05-02~", "Kano": "../2024-05-10"}


def test_a_day_alone_in_its_line_holds_for_the_lines_below() -> None:
    found = days(
        "All is quiet in the north.\n2 May\nGunmen killed four people in Gao.\n\n"
        "Shells hit a school in Kano."
    )
    assert found == {"Gao": "2024-05-02~", "Kano": "2024-05-02~"}


def test_a_phrase_that_is_not_understood_stays_as_said() -> None:
    (first, second) = read(
        "Gunmen killed four people in Gao on 2 May. A few weeks later a bomb exploded in Mopti.",
        day=DAY,
    )
    assert first.date is not None
    assert second.date is not None
    assert second.date.text == "A few weeks later"
    assert (second.date.start, second.date.edtf, second.date.end) == (None, None, DAY)


def test_a_finer_day_inside_a_month_is_the_day() -> None:
    assert days("Last month a driver was killed by a mortar shell in Gao on the 11th.") == {
        "Gao": "2024-04-11"
    }


def test_overnight_opens_news_of_the_night_before_the_report() -> None:
    found = days(
        "The talks went on. Nobody spoke. The council met. The street was calm. Overnight, "
        "rockets hit a school in Gao."
    )
    assert found == {"Gao": "2024-05-09/2024-05-10"}


def test_these_blows_came_after_another() -> None:
    found = days(
        "Rebels attacked an army post in Gao on 2 May. The assault came a week to the day after "
        "jets had bombed their camp in Kano."
    )
    assert found == {"Gao": "2024-05-02", "Kano": "2024-04-25"}


def test_an_anniversary_is_not_the_day_of_the_deed() -> None:
    text = "On Friday, the anniversary of the bombing that killed nine people in Gao, shops closed."
    (incident,) = read(text, day=DAY)
    assert incident.date is not None
    assert incident.date.start is None


def test_the_first_day_of_a_chronology_is_no_dateline() -> None:
    (incident,) = read(
        "GAO TIMELINE. 2 January 2024: before dawn, gunmen killed six people.", day=DAY
    )
    assert incident.date is not None
    assert incident.date.start == dt.date(2024, 1, 2)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The mayor, who was elected in March 2021, was shot dead in Gao.", "../2024-05-10"),
        ("The group, founded in the early 1970s, attacked an army post in Gao.", "../2024-05-10"),
        ("The convoy, which left Kano on Monday, was ambushed near Gao on Thursday.", "2024-05-09"),
        ("Gunmen opened fire on a market in Gao at around 1830 on Monday.", "2024-05-06"),
        ("THE POST HAD BEEN VACANT SINCE 2 MAY WHEN THE JUDGE WAS SHOT DEAD IN GAO.", "2024-05-02"),
    ],
)
def test_a_date_of_something_else_is_not_the_deed_s(text: str, edtf: str) -> None:
    (incident,) = read(text, day=DAY)
    assert incident.date is not None
    assert incident.date.edtf == edtf


def test_minutes_after_are_of_the_day_told_before() -> None:
    found = days(
        "A bomb exploded outside a bank in Gao on 2 May. Another bomb exploded in Kano, 30 minutes "
        "after the first one."
    )
    assert found == {"Gao": "2024-05-02", "Kano": "2024-05-02~"}


def test_the_eve_of_that_attack_is_counted_from_it() -> None:
    found = days(
        "Four soldiers died in a gunfight in Gao on Tuesday. It came four days after a suicide "
        "bomber had killed 40 policemen in Mopti. On the eve of that attack a school in Kano was "
        "damaged by a bomb."
    )
    assert found == {"Gao": "2024-05-07", "Mopti": "2024-05-03", "Kano": "2024-05-02"}


def test_the_day_that_opens_a_sentence_holds_for_all_of_it() -> None:
    found = days(
        "Fri 3: shells hit a school in Gao, 2 children killed. Today 0330: a drone struck a house "
        "in Sumy; drones hit a port in Kano, 7 injured."
    )
    assert found["Kano"] == "2024-05-10~"


def test_the_same_day_is_as_narrow_as_the_day_told() -> None:
    told = read(
        "A missile struck a parade in Aden in August 2019, killing nine soldiers. On the same day suicide "
        "bombers attacked a police station in Taiz."
    )
    assert [(i.date.start, i.date.end) for i in told if i.date] == [
        (dt.date(2019, 8, 1), dt.date(2019, 8, 31))
    ] * 2
