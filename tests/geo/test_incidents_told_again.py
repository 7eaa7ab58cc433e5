"""What tells of the same incident again, and what only looks like another one."""

from __future__ import annotations

import pytest

from gazetteer.resolver import Gazetteer
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


SHELLED = "Rebels shelled a hospital in Goma on Tuesday, killing nine people. "


@pytest.mark.parametrize(
    "again",
    [
        "Two of the wounded died on Wednesday.",
        "It was the third attack this month.",
        "The toll rose to twelve on Thursday.",
        "Relatives buried the victims on Wednesday.",
    ],
)
def test_what_came_of_it_is_no_other_incident(again: str) -> None:
    (incident,) = read(SHELLED + again)
    assert incident.date is not None
    assert incident.date.start == incident.date.end
    assert incident.date.text == "Tuesday"


@pytest.mark.parametrize(
    ("other", "party"),
    [
        ("The next day a car bomb went off in Bukavu.", None),
        ("On 3 May the same group had attacked a camp near Bukavu.", "Rebels"),
        ("In a separate incident, gunmen shot dead a judge in Bukavu.", "gunmen"),
        ("Some 40 km away, in Bukavu, militiamen raped six women.", "militiamen"),
    ],
)
def test_what_happened_elsewhere_is_another(other: str, party: str | None) -> None:
    first, second = read(SHELLED + other)
    assert first.place is not None
    assert second.place is not None
    assert first.place.text == "Goma"
    assert "Bukavu" in second.place.text
    assert [a.name for a in second.actors] == ([party] if party else [])


def test_a_dateline_does_not_move_a_town_to_its_country() -> None:
    text = "NAIROBI - Nine people were killed on Tuesday when a hospital in Goma was hit by shells."
    (incident,) = read(text, names=Gazetteer.open().toponyms)
    assert incident.place is not None
    assert (incident.place.text, incident.place.country_code) == ("Goma", "CD")


def test_two_verbs_share_what_was_hit() -> None:
    (incident,) = read("Rebels shot and killed a judge in Goma on Tuesday.")
    assert [a.name for a in incident.actors] == ["Rebels"]
    assert incident.targets == ("judge",)
