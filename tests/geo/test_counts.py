"""How many events a sentence tells of."""

from __future__ import annotations

import datetime as dt

import pytest

from gazetteer.resolver import Gazetteer
from geo.incidents import extract
from geo.reports import report_from_text

SAID = [
    ("The air force carried out a dozen strikes on Idlib on Monday.", (12, 12)),
    ("The air force carried out some two dozen strikes on Idlib on Monday.", (24, 24)),
    ("A string of bombings in Baghdad on Monday killed 40 people.", (2, None)),
    ("Twin bombings in Baghdad on Monday killed 40 people.", (2, 2)),
    ("A double bombing in Baghdad on Monday killed 40 people.", (2, 2)),
    ("Serial blasts in Guwahati on Monday killed 40 people.", (2, None)),
    ("A pair of suicide bombings in Maiduguri on Monday killed 40 people.", (2, 2)),
    ("Rebels attacked the base at Kidal twice on Monday.", (2, 2)),
    ("Kharkiv was shelled four times on Monday.", (4, 4)),
    ("Russian forces shelled Kherson 23 times over the past day, killing one.", (23, 23)),
    ("More than 50 air strikes were carried out on Rafah on Monday.", (50, None)),
    ("At least five attacks on Goma were recorded in May.", (5, None)),
    ("The army said it had repelled six attacks near Bakhmut on Monday.", (6, 6)),
    ("A second air strike hit Rafah on Monday.", (1, 1)),
    ("For the third time this month, drones attacked Moscow on Monday.", (1, 1)),
    ("Several mortar attacks on Donetsk were reported on Monday.", (2, None)),
    ("A wave of attacks across Mali on Monday left 12 dead.", (2, None)),
    ("An attack on Gao on Monday killed five; it was the 14th this year.", (1, 1)),
    ("Jets carried out two strikes near Mosul and one near Kirkuk on Monday.", (2, 2)),
    (
        "Coalition forces conducted 12 strikes consisting of 20 engagements against ISIS near Raqqa on Monday.",
        (12, 12),
    ),
    ("Near Raqqa, three strikes engaged two tactical units on 5 May.", (3, 3)),
    ("Israeli aircraft hit Gaza with three missiles on Monday.", (1, 1)),
    ("A barrage of 30 rockets hit Sderot on Monday.", (1, 1)),
    ("Fewer than ten strikes hit Sanaa on Monday.", (1, 10)),
    ("Five car bombs exploded in Baghdad on Monday.", (5, 5)),
    ("In two separate incidents on 5 May gunmen killed farmers near Jos.", (2, 2)),
    ("Numerous air strikes hit Idlib on Monday.", (2, None)),
    ("Dozens of strikes hit Rafah on Monday.", (24, None)),
    ("Up to ten raids struck Aleppo on Monday.", (1, 10)),
    ("Half a dozen explosions rocked Kabul on Monday.", (6, 6)),
]


@pytest.mark.parametrize(("text", "count"), SAID)
def test_how_many(text: str, count: tuple[int, int | None], gazetteer: Gazetteer) -> None:
    report = report_from_text(text, "r", published=dt.date(2024, 5, 10))
    first = extract(report, gazetteer.toponyms)[0]
    assert (first.count_min, first.count_max) == count
