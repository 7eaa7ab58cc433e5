"""Violence spoken of at large, feared, fought or answered, and the deed itself."""

from __future__ import annotations

import datetime as dt

import pytest

from geo.incidents import read_drafts
from geo.reports import report_from_text
from tests.geo.tellings import DAY, one, read, toponyms


@pytest.mark.parametrize(
    "text",
    [
        # the toll of a war or of years
        "The rebels announced on Thursday a truce in a war that has left over 70,000 dead.",
        "The president spoke last night of the conflict, which has claimed almost 60,000 lives.",
        "The parties signed a pact in Gao to end ten years of war, which has cost 70,000 lives.",
        "In September 142 murders were reported, the police said.",
        "Last year 2,300 people were murdered, according to official figures.",
        "In the last three years 1,300 policemen have been killed over drug cases, he said.",
        # feared, fought, supposed or planned
        "The campaign is meant to put a stop to rebel attacks and kidnappings of officials.",
        "The country longs for an end to murders, attacks and kidnappings.",
        "If the talks fail, the rebels will bomb the power lines again, he said.",
        # said of words, of people caught, of arms
        "Lawmakers stepped up their attacks on the opposition over the budget on Tuesday.",
        "The police announced on Tuesday the capture of 12 rebel leaders.",
        "The army announced on Tuesday the seizure of 370 rifles.",
    ],
)
@pytest.mark.parametrize("capitals", [False, True])
def test_no_incident(text: str, capitals: bool) -> None:
    assert read(text.upper() if capitals else text) == ()


def test_the_capture_of_a_town_is_told() -> None:
    assert one("The rebels announced on Tuesday the capture of Gao.").kind == "territory_change"


def test_a_war_may_still_have_a_town_s_battle() -> None:
    assert read("The battle for Aleppo on 3 May 2016 left 2,000 dead, hospitals said.")


@pytest.mark.parametrize(
    "answer",
    [
        "Students protested on Thursday against the murder of the mayor.",
        "A judge ordered on Thursday the arrest of a colonel involved in the murder of the mayor.",
        "A minister on Thursday regretted the killing of the mayor.",
    ],
)
def test_what_is_done_about_a_deed_has_a_day_of_its_own(answer: str) -> None:
    incident = one(f"Gunmen murdered mayor Amadou Traore in Gao on 2 May. {answer}")
    assert incident.date is not None
    assert incident.date.start == dt.date(2024, 5, 2)


@pytest.mark.parametrize(
    ("rest", "speech"),
    [
        ("We call on our people to rise, for our cause is just.", True),
        ("The call to rise came from a man whose cause is known.", False),
    ],
)
def test_a_speech_counts_against_what_it_tells(rest: str, speech: bool) -> None:
    text = " ".join(["Soldiers killed a teacher in Mali.", *[rest] * 6])
    (draft,) = read_drafts(report_from_text(text, "r", published=DAY), toponyms, keep_facts=True)
    assert ("speech" in draft.facts) is speech
    assert len(read(text)) == (0 if speech else 1)
