"""Many tellings of one incident; aggregates beside single incidents."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from geo.merge import merge_reports
from geo.model import DatePhrase, Incident, PlaceMention, Quote
from tests.geo.tellings import one, read


def test_elaborations_join() -> None:
    incident = one(
        "A car bomb exploded outside a hotel in Mogadishu on Tuesday, killing six people. The "
        "blast damaged a mosque. Police said the attack was the worst this year."
    )
    assert len(incident.quotes) >= 2
    assert "mosque" in incident.targets


def test_the_finer_kind_wins() -> None:
    incident = one(
        "An attack in Mogadishu on Tuesday killed six people. The car bomb exploded at noon."
    )
    assert incident.kind == "car_bombing"


def test_two_places_are_two_incidents() -> None:
    found = read(
        "Gunmen attacked a village near Gao on Tuesday, killing four people. In Mopti, militants "
        "ambushed a patrol on Wednesday."
    )
    assert [i.place.text for i in found if i.place] == ["near Gao", "Mopti"]


def test_two_days_are_two_incidents() -> None:
    found = read("Shells hit Kharkiv on Monday. On Wednesday a missile hit Kharkiv.")
    assert len(found) == 2


def test_another_is_another() -> None:
    found = read(
        "A bomb exploded at a market in Kano on Tuesday. Another bomb exploded at a bus stop in "
        "Kano on Tuesday."
    )
    assert len(found) == 2


def test_an_aggregate_is_linked_not_swallowed() -> None:
    found = read(
        "Boko Haram attacked a village near Kano on Tuesday, killing four people. Boko Haram has "
        "attacked villages in Nigeria at least five times since April."
    )
    single = next(i for i in found if i.event_clarity == 1)
    whole = next(i for i in found if i.event_clarity == 2)
    assert (whole.count_min, whole.count_max) == (5, None)
    assert single.related == (whole.incident_id,)
    assert whole.related == (single.incident_id,)


def _incident(report_id: str, **fields: object) -> Incident:
    day = dt.date(2024, 5, 7)
    base = Incident(
        incident_id=f"{report_id}-1",
        report_id=report_id,
        event_type="Explosions/Remote violence",
        sub_event_type="Remote explosive/landmine/IED",
        kind="bombing",
        date=DatePhrase("Tuesday", "2024-05-07", day, day, date_prec=1),
        place=PlaceMention("Kano", 0, 4, name="Kano"),
        places=(PlaceMention("Kano", 0, 4, name="Kano"),),
        fatalities_min=3,
        fatalities_max=3,
        attribution=("police",),
        quotes=(Quote("A bomb.", 0, 7, report_id),),
    )
    return dataclasses.replace(base, **fields)  # type: ignore[arg-type]


def test_two_reports_of_one_incident() -> None:
    other = _incident("b", fatalities_min=5, fatalities_max=5, attribution=("hospital",))
    (joined,) = merge_reports((_incident("a"), other))
    assert (joined.fatalities_min, joined.fatalities_max) == (3, 5)
    assert joined.attribution == ("police", "hospital")
    assert [q.report_id for q in joined.quotes] == ["a", "b"]


def test_reports_of_different_days_stay_apart() -> None:
    day = dt.date(2024, 5, 9)
    later = _incident("b", date=DatePhrase("Thursday", "2024-05-09", day, day, date_prec=1))
    assert len(merge_reports((_incident("a"), later))) == 2


def test_reports_of_different_places_stay_apart() -> None:
    gao = PlaceMention("Gao", 0, 3, name="Gao")
    assert len(merge_reports((_incident("a"), _incident("b", place=gao, places=(gao,))))) == 2


def test_merging_does_not_depend_on_the_order_of_reports() -> None:
    a, b = _incident("a"), _incident("b", fatalities_max=5)
    one_way, other_way = merge_reports((a, b))[0], merge_reports((b, a))[0]
    assert one_way.fatalities_max == other_way.fatalities_max == 5


def test_a_toll_of_years_gives_no_day_to_the_murder_told_before() -> None:
    prosecutor, *_ = read(
        "A prosecutor was shot dead in Gao. In the last six months five judges have been killed."
    )
    assert prosecutor.date is None or prosecutor.date.start is None


def test_a_night_does_not_reach_into_the_day_of_another_place() -> None:
    found = read(
        "Israeli warplanes struck a building in Beirut on Friday, killing 14 people. "
        "On Thursday night Israel hit launchers in southern Lebanon."
    )
    assert [i.date.edtf for i in found if i.date] == ["2024-05-10", "2024-05-09"]


def test_dead_told_in_one_breath_are_of_the_strike_beside_them() -> None:
    executed, struck = read(
        "Rebels executed nine civilians south of Aleppo on Saturday. An air strike hit a convoy "
        "near Mosul on Sunday; 14 people died, including a journalist."
    )
    assert executed.fatalities_max == 9
    assert struck.fatalities_min == 14


def test_police_who_shot_the_driver_did_not_ram_the_crowd() -> None:
    incident = one(
        "A lorry ploughed into a crowd in Gao on Thursday, killing 84 people. Police shot the "
        "driver, a local man."
    )
    assert incident.actors == ()


@pytest.mark.parametrize(
    ("rest", "day"),
    [
        ("and two days before another had died in an ambush near Mopti.", "2024-04-23"),
        ("two days before rebels attacked Mopti.", "2024-04-27"),
    ],
)
def test_days_before_by_the_tense(rest: str, day: str) -> None:
    found = read(f"On 25 April a peacekeeper was killed in Gao, {rest}")
    assert found[-1].date is not None
    assert found[-1].date.start is not None
    assert found[-1].date.start.isoformat() == day
