"""Calendars: facts of almanacs, and rules that hold for every day."""

from __future__ import annotations

import calendar
import datetime as dt
import itertools

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.dates import calendars, edtf

DAYS = st.dates(dt.date(1930, 1, 1), dt.date(2070, 12, 31))


@pytest.mark.parametrize(
    ("name", "year", "first"),
    [
        ("easter", 2021, "2021-04-04"),
        ("easter", 2024, "2024-03-31"),
        ("orthodox_easter", 2022, "2022-04-24"),
        ("good_friday", 2023, "2023-04-07"),
        ("ash_wednesday", 2023, "2023-02-22"),
        ("palm_sunday", 2019, "2019-04-14"),
        ("pentecost", 2021, "2021-05-23"),
        ("eid_al_fitr", 2021, "2021-05-13"),
        ("eid_al_adha", 2021, "2021-07-20"),
        ("ashura", 2021, "2021-08-18"),
        ("christmas", 1999, "1999-12-25"),
        ("nowruz", 2021, "2021-03-20"),
    ],
)
def test_feasts(name: str, year: int, first: str) -> None:
    assert str(calendars.holiday(name, year)[0][0]) == first


@pytest.mark.parametrize(
    ("name", "year", "first"),
    [("yom_kippur", 1973, "1973-10-06"), ("passover", 2021, "2021-03-28"),
     ("simchat_torah", 2023, "2023-10-08"), ("hanukkah", 2021, "2021-11-29")],
)  # fmt: skip
def test_jewish_feasts(name: str, year: int, first: str) -> None:
    pytest.importorskip("pyluach")
    assert str(calendars.holiday(name, year)[0][0]) == first


def test_a_lunar_feast_can_come_twice_a_year() -> None:
    assert len(calendars.holiday("eid_al_fitr", 2000)) == 2
    assert len(calendars.holiday("eid", 2021)) == 2


@pytest.mark.parametrize("name", sorted(calendars.HOLIDAYS))
def test_every_feast_comes_every_year_within_it(name: str) -> None:
    if name in ("yom_kippur", "rosh_hashanah", "sukkot", "simchat_torah", "hanukkah", "purim",
                "passover"):  # fmt: skip
        pytest.importorskip("pyluach")
    for year in range(1950, 2060):
        spans = calendars.holiday(name, year)
        assert 1 <= len(spans) <= 2, year
        assert all(first.year == year and first <= last for first, last in spans)


def test_outside_the_tables_there_is_no_answer() -> None:
    assert calendars.hijri_month(1200, 9) is None
    assert calendars.hijri_day(1442, 9, 31) is None
    assert calendars.hijri_year_of(dt.date(1700, 1, 1)) is None
    assert calendars.holiday("eid_al_fitr", 1700) == []
    assert calendars.holiday("no feast", 2021) == []


@settings(deadline=None)
@given(DAYS)
def test_the_islamic_year_turns_with_muharram(day: dt.date) -> None:
    year = calendars.hijri_year_of(day)
    assert year is not None
    months = [calendars.hijri_month(year, month) for month in range(1, 13)]
    spans = [span for span in months if span]
    assert len(spans) == 12
    assert spans[0][0] <= day <= spans[-1][1]
    for (_, last), (first, _) in itertools.pairwise(spans):
        assert (first - last).days == 1


@settings(deadline=None)
@given(DAYS, st.integers(-600, 600))
def test_months_move_to_the_same_day_or_the_last(day: dt.date, months: int) -> None:
    moved = calendars.add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day == min(day.day, calendar.monthrange(moved.year, moved.month)[1])


@settings(deadline=None)
@given(DAYS, st.integers(-9, 9))
def test_weeks_run_from_monday_to_sunday(day: dt.date, shift: int) -> None:
    monday, sunday = calendars.week_days(day, shift)
    assert (monday.weekday(), sunday.weekday()) == (0, 6)
    assert (sunday - monday).days == 6
    assert monday + dt.timedelta(weeks=-shift) <= day <= sunday + dt.timedelta(weeks=-shift)


@settings(deadline=None)
@given(DAYS, DAYS, st.booleans())
def test_what_is_written_can_be_read_back(a: dt.date, b: dt.date, approximate: bool) -> None:
    first, last = sorted((a, b))
    forms = [
        edtf.day(first, approximate=approximate),
        edtf.month(first.year, first.month, approximate=approximate),
        edtf.year(first.year, approximate=approximate),
        edtf.decade(first.year // 10 * 10),
        edtf.interval(edtf.day(first), edtf.day(last)),
        edtf.open_end(edtf.month(first.year, first.month)),
        edtf.open_start(edtf.day(last)),
    ]
    if first < last:
        forms.append(edtf.listed((edtf.day(first), edtf.day(last))))
    for form in forms:
        assert parse_edtf(form) is not None
    low = parse_edtf(forms[4]).lower_strict()
    assert tuple(low)[:3] == (first.year, first.month, first.day)
