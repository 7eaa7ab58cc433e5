"""What tells of the same incident again, and what only looks like another one."""

from __future__ import annotations

import pytest

from tests.geo.tellings import one, read


def kinds(text: str) -> list[str]:
    return [incident.kind for incident in read(text)]


@pytest.mark.parametrize(
    "again",
    [
        "A suicide bomber struck at the gate, the ministry said.",
        "The bombing in Iraq came a week after an election.",
        "No group has claimed the attack in the province.",
        "Two of the wounded died at the hospital in Kyiv.",
        "Hundreds of wounded were taken to hospitals in Kyiv.",
    ],
)
def test_the_next_sentence_tells_of_the_same_blast(again: str) -> None:
    incident = one(f"An explosion killed 12 people at a market in Mosul on Tuesday. {again}")
    assert incident.place is not None
    assert "Mosul" in incident.place.text


def test_a_day_later_is_another_one() -> None:
    found = kinds(
        "Bandits bombed a bridge near Kano on Monday. "
        "A day later gunmen attacked the airport in Kano, killing a guard."
    )
    assert len(found) == 2


def test_where_and_when_may_stand_in_two_sentences() -> None:
    incident = one(
        "The death toll from a strike on the railway station of Kharkiv rose to 52. "
        "Families were waiting on Friday morning when a missile came down there."
    )
    assert incident.place is not None
    assert "Kharkiv" in incident.place.text
    assert incident.date is not None
    assert incident.date.start is not None


@pytest.mark.parametrize(
    ("telling", "party"),
    [
        ("Iraq blamed Hezbollah. The bodies were flown to Beirut.", "Hezbollah"),
        ('The army blamed "terrorist organisations".', "terrorist organisations"),
        ("Survivors said the attack was carried out by JNIM fighters.", "JNIM"),
        ("Islamic State said one of its fighters had worn an explosive vest.", "Islamic State"),
        ("The ministry accused the RSF of murder.", "RSF"),
    ],
)
def test_who_did_it_is_said_in_a_later_sentence(telling: str, party: str) -> None:
    incident = one(f"A blast killed nine people at a market in Mosul on Tuesday. {telling}")
    assert party in {actor.name for actor in incident.actors}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels marched into Gao, the largest city, on Monday.", "territory_change"),
        ("Insurgents took over parts of Gao on Monday.", "territory_change"),
        ("Shells landed across the border in Sumy, killing nine people.", "shelling"),
        ("Street battles raged in Aleppo on Sunday between rebels and the army.", "armed_clash"),
        ("The bodies of more than 40 civilians were found in Gao on Monday.", "armed_attack"),
    ],
)
def test_other_words_for_it(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Fighters came down ropes and took the 25 crew members to Hodeidah.",
        "Hundreds of people were taken to Gao on Monday.",
        "More than 1,100 people have been killed in Mali since April.",
        "A helicopter landed in Gao on Monday.",
    ],
)
def test_what_tells_no_event(text: str) -> None:
    assert kinds(text) == []
