"""How many died, as a sentence says it."""

from __future__ import annotations

import datetime as dt

import pytest

from gazetteer.resolver import Gazetteer
from geo.incidents import extract
from geo.reports import report_from_text


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        (
            (
                "At least 20 civilians, among them two children, died in an air strike on Khartoum on "
                "Sunday."
            ),
            (20, None),
            (None, None),
        ),
        (
            "An air strike on Idlib on Sunday killed 12 people, including three women and a child.",
            (12, 12),
            (None, None),
        ),
        (
            (
                "Fourteen people (among them five children) were killed when a shell hit a school in "
                "Donetsk on Monday."
            ),
            (14, 14),
            (None, None),
        ),
        (
            (
                "At least nine people, most of them women, died when a bomb exploded in a market in "
                "Baghdad on Tuesday; 30 were hurt."
            ),
            (9, None),
            (30, 30),
        ),
        (
            (
                "Five soldiers and two civilians were killed in an ambush near Gao on Friday, and "
                "eleven others were wounded."
            ),
            (7, 7),
            (11, 11),
        ),
    ],
)
def test_a_part_of_the_dead_is_not_their_number(
    text: str,
    dead: tuple[int | None, int | None],
    hurt: tuple[int | None, int | None],
    gazetteer: Gazetteer,
) -> None:
    report = report_from_text(text, "r", published=dt.date(2023, 9, 12))
    (incident,) = extract(report, gazetteer.toponyms)
    assert (incident.fatalities_min, incident.fatalities_max) == dead
    assert (incident.injuries_min, incident.injuries_max) == hurt
