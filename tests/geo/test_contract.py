"""The flat mapping: nothing is lost, nothing is guessed, errors name the key."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json

import pytest
from hypothesis import given
from incident_strategies import incidents, reports

from geo.contract import incident_from_dict, incident_to_dict, report_from_dict, report_to_dict
from geo.flat import COLUMNS
from geo.model import Actor, Incident, Quote, Report

CLASH = Incident("a1", "r", "Battles", "Armed clash", "armed_clash")


@given(incidents())
def test_an_incident_survives_json(incident: Incident) -> None:
    assert incident_from_dict(json.loads(json.dumps(incident_to_dict(incident)))) == incident


@given(reports)
def test_a_report_survives_json(report: Report) -> None:
    assert report_from_dict(json.loads(json.dumps(report_to_dict(report)))) == report


def test_the_text_of_a_report_stays_at_home() -> None:
    report = Report("r", "secret words", "ab", published=dt.date(2021, 6, 28))
    assert "secret" not in json.dumps(report_to_dict(report))


def test_every_field_of_an_incident_has_a_column() -> None:
    special = {"date": "edtf", "place": "place_text"}
    for field in dataclasses.fields(Incident):
        assert special.get(field.name, field.name) in COLUMNS


def test_at_least_five_has_no_upper_end() -> None:
    row = incident_to_dict(dataclasses.replace(CLASH, count_min=5, count_max=None))
    assert (row["count_min"], row["count_max"]) == (5, None)
    assert incident_from_dict(row).count_max is None


def test_a_row_without_counts_is_one_event() -> None:
    assert incident_from_dict({"incident_id": "a"}).count_max == 1


def test_a_count_without_upper_column_is_exact() -> None:
    assert incident_from_dict({"incident_id": "a", "count_min": 3}).count_max == 3


def test_one_day_stands_for_both_and_an_open_beginning_stays_open() -> None:
    day = dt.date(2021, 6, 28)
    one = incident_from_dict({"incident_id": "a", "start_date": "2021-06-28"}).date
    open_start = incident_from_dict(
        {"incident_id": "a", "start_date": None, "end_date": "2021-06-28"}
    ).date
    assert one is not None
    assert open_start is not None
    assert (one.start, one.end) == (day, day)
    assert (open_start.start, open_start.end) == (None, day)


def test_actors_edited_as_names_win_over_their_detail() -> None:
    row = incident_to_dict(dataclasses.replace(CLASH, actors=(Actor("A", "group"), Actor("B"))))
    row["actors"] = ["A", "C"]
    assert incident_from_dict(row).actors == (Actor("A", "group"), Actor("C"))


def test_the_quote_column_is_cut_and_the_quotes_are_whole() -> None:
    words = "x" * 700
    row = incident_to_dict(dataclasses.replace(CLASH, quotes=(Quote(words, 5, 705, "r"),)))
    assert (len(row["quote"]), row["quote_start"], row["quote_end"]) == (600, 5, 605)
    assert row["quotes"][0]["text"] == words


def test_a_bare_quote_of_another_program_is_kept() -> None:
    found = incident_from_dict({"incident_id": "a", "report_id": "r", "quote": "Shells fell."})
    assert found.quotes == (Quote("Shells fell.", 0, 12, "r"),)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({}, "incident_id: is missing"),
        ({"incident_id": 7}, "incident_id: must be text"),
        ({"incident_id": "a", "count_min": "three"}, "count_min: must be a whole number"),
        ({"incident_id": "a", "count_min": 4, "count_max": 2}, "more than count_max"),
        ({"incident_id": "a", "fatalities_min": -1}, "below 0"),
        ({"incident_id": "a", "start_date": "28/06/2021"}, "such as 2021-06-28"),
        ({"incident_id": "a", "start_date": "2021-06-28", "end_date": "2021-06-01"}, "after"),
        ({"incident_id": "a", "targets": "a depot"}, "targets: must be a list"),
        ({"incident_id": "a", "actors": 3}, "actors: must be a list"),
        ({"incident_id": "a", "quotes": ["words"]}, "another shape"),
        (
            {"incident_id": "a", "edtf": "2021", "open_end": "yes"},
            "open_end: must be true or false",
        ),
    ],
)
def test_a_bad_value_is_named(row: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        incident_from_dict(row)


def test_the_named_and_the_described_stand_apart_and_read_back() -> None:
    parties = (
        Actor("Aqsa Front", "group", side=1),
        Actor("gunmen", "group", identified=False, side=2),
        Actor("army", "force", "ML"),
    )
    clash = dataclasses.replace(CLASH, actors=parties)
    row = incident_to_dict(clash)
    assert row["actors"] == ["Aqsa Front", "army"]
    assert row["actors_described"] == ["gunmen"]
    assert incident_from_dict(row) == clash
    edited = incident_from_dict({**row, "actors": ["army"]})
    assert [(a.name, a.identified) for a in edited.actors] == [("army", True), ("gunmen", False)]
