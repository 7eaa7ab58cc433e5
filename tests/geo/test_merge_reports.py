"""Pairs of reports in unlike words: the same incident joins, another one does not."""

from __future__ import annotations

import datetime as dt

import pytest

from gazetteer.resolver import Gazetteer
from geo.incidents import extract
from geo.merge import merge_reports
from geo.model import Incident
from geo.reports import report_from_text

SAME = [
    (
        (
            (
                "A car bomb exploded outside a police station in Kirkuk on Monday, "
                "killing five people."
            ),
            "2023-05-09",
        ),
        (
            (
                "Officials said on Tuesday that seven people died when a vehicle packed with "
                "explosives blew up near the police headquarters in Kirkuk the day before."
            ),
            "2023-05-09",
        ),
    ),
    (
        (
            "Gunmen killed 12 farmers at Zabarmari, in Nigeria's Borno State, on Saturday.",
            "2020-11-30",
        ),
        (
            (
                "Boko Haram fighters slaughtered at least 43 rice farmers in Zabarmari on "
                "28 November, a local militia said."
            ),
            "2020-12-01",
        ),
    ),
    (
        (
            (
                "Russian missiles hit the railway station of Kramatorsk on 8 April, "
                "killing 52, Ukraine said."
            ),
            "2022-04-09",
        ),
        (
            (
                "On 8 April 2022 the station in Kramatorsk was struck by a missile; 61 "
                "people were killed."
            ),
            "2022-07-01",
        ),
    ),
    (
        (
            "Suicide bombers attacked the Istanbul airport late on Tuesday, killing 36.",
            "2016-06-29",
        ),
        (
            (
                "Forty-one people were killed in the suicide attack on Ataturk airport in "
                "Istanbul on 28 June."
            ),
            "2016-06-30",
        ),
    ),
]
OTHER = [
    (
        ("Gunmen killed two policemen in Quetta on Monday.", "2023-05-09"),
        ("Gunmen killed two policemen in Peshawar on Monday.", "2023-05-09"),
    ),
    (
        ("Shelling killed one woman in Kherson on Monday.", "2023-05-09"),
        ("Shelling killed two men in Kherson on Wednesday.", "2023-05-11"),
    ),
    (
        ("A bomb went off at a market in Maiduguri on Friday.", "2023-05-13"),
        ("Kidnappers seized a priest in Maiduguri on Friday.", "2023-05-13"),
    ),
    (
        ("Rebels captured Bambari on 22 December.", "2020-12-24"),
        ("Government forces retook Bambari on 23 December.", "2020-12-24"),
    ),
]


def both(pair: tuple[tuple[str, str], ...], gazetteer: Gazetteer) -> list[Incident]:
    found: list[Incident] = []
    for number, (text, day) in enumerate(pair):
        report = report_from_text(text, f"r{number}", published=dt.date.fromisoformat(day))
        found += extract(report, gazetteer.toponyms)
    return found


@pytest.mark.parametrize("pair", SAME)
def test_the_same_joins(pair: tuple[tuple[str, str], ...], gazetteer: Gazetteer) -> None:
    found = both(pair, gazetteer)
    merged = merge_reports(found)
    assert (len(found), len(merged)) == (2, 1)
    tolls = [i.fatalities_min for i in found if i.fatalities_min]
    assert merged[0].fatalities_min == min(tolls)
    assert len(merged[0].quotes) == 2


@pytest.mark.parametrize("pair", OTHER)
def test_another_does_not(pair: tuple[tuple[str, str], ...], gazetteer: Gazetteer) -> None:
    assert len(merge_reports(both(pair, gazetteer))) == 2


def test_at_least_so_many_leaves_the_upper_end_open(gazetteer: Gazetteer) -> None:
    merged = merge_reports(both(SAME[1], gazetteer))
    assert (merged[0].fatalities_min, merged[0].fatalities_max) == (12, None)


def test_an_aggregate_names_its_parts(gazetteer: Gazetteer) -> None:
    text = (
        "Boko Haram has carried out at least 20 attacks in Borno since January. On 3 March Boko "
        "Haram gunmen killed five people in Gwoza. On 5 March the group raided Bama."
    )
    found = both(((text, "2021-06-28"),), gazetteer)
    whole, *parts = found
    assert whole.event_clarity == 2
    assert set(whole.related) == {i.incident_id for i in parts}
