"""What a report tells as the background of its news is an incident of its own."""

from __future__ import annotations

import pytest

from tests.geo.tellings import one, read

NEWS = "Rebels shelled a hospital in Gao on Tuesday"


def told(text: str) -> list[tuple[str, str, str]]:
    return [
        (i.kind, i.place.text if i.place else "", (i.date.edtf or "") if i.date else "")
        for i in read(text)
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{NEWS}, a day after the kidnapping of a bishop in Mopti.", "2024-05-06"),
        (f"{NEWS} following the kidnapping of a bishop in Mopti on Monday.", "2024-05-06"),
        (f"{NEWS}. It came a week after the kidnapping of a bishop in Mopti.", "2024-04-30"),
        (f"{NEWS}. The shelling followed the kidnapping of a bishop in Mopti on 2 May.", "05-02"),
        (f"{NEWS}. It was the worst since the kidnapping of a bishop in Mopti in March.", "-03"),
        (f"Two days after gunmen kidnapped a bishop in Mopti, r{NEWS[1:]}.", "2024-05-05"),
    ],
)
def test_what_it_came_after_has_a_day_and_place_of_its_own(text: str, day: str) -> None:
    behind = [t for t in told(text) if t[0] == "abduction"]
    assert [t[1] for t in behind] == ["Mopti"]
    assert day in behind[0][2]
    assert [t for t in told(text) if t[0] == "shelling"] == [("shelling", "Gao", "2024-05-07")]


@pytest.mark.parametrize(
    "later",
    [
        "Protests were held in Mopti on Wednesday against the shelling.",
        "The incident brings to nine the number of attacks in the province this year.",
        "It was the third such attack in Gao in a month.",
        "If rebels attacked Mopti, thousands would flee.",
        "A planned attack in Mopti was called off.",
    ],
)
def test_no_more_than_the_news_is_told(later: str) -> None:
    found = [i for i in read(f"{NEWS}. {later}") if i.stage == "occurred"]
    assert [i.kind for i in found] == ["shelling"]


@pytest.mark.parametrize(
    "text",
    [
        "The hotel in Gao was attacked on 3 May, when nine suicide bombers killed ten people.",
        "Two were killed in Gao on Monday when a bomb exploded as troops tried to defuse it.",
        "By April 3,661 people had been killed in Mali. Gunmen shot six men in Gao on Monday.",
    ],
)
def test_one_is_told(text: str) -> None:
    assert one(text).stage == "occurred"


def test_what_came_of_it_may_be_told_before_when() -> None:
    text = "Nine people were killed in Gao on Tuesday, when rebels shelled a hospital."
    assert one(text).kind == "shelling"


def test_the_attack_may_be_an_abduction() -> None:
    incident = one("Gunmen kidnapped a bishop in Mopti on Tuesday. Mali condemned the attack.")
    assert incident.kind == "abduction"


TWO = [
    f"{NEWS}. On the same day an armed group attacked the clinic at Gao.",
    "A bomb killed two in Gao on Tuesday. About an hour later gunmen shot six in Gao.",
    "Rebels took Gao on Monday. Last night troops drove the rebels out of Gao.",
    "Gunmen shot six men in Gao on Tuesday afternoon. Six were shot in Gao on Wednesday.",
    "On Tuesday rebels bombed a bridge in Gao; nine men have been abducted in Mopti since.",
    "A shell hit a school in Gao on Tuesday. A second school in Gao was struck by a rocket.",
    "Police shot six protesters in Gao on Monday. That night marchers burned a bus.",
    (
        "A blast hit Gao on Monday. The blasts are the deadliest since gunmen killed 166 in Mopti "
        "in 2008."
    ),
    (
        "Rebels shelled Gao on Tuesday. The bloodshed followed an ambush the week before on the road "
        "to Mopti in which five soldiers died."
    ),
    (
        "A bomb killed ten in Gao on Monday. The last such attack was in October 2001, when 38 people "
        "were killed in Gao."
    ),
    (
        "What happened in Gao on 3 May, when rebels shot six men, was repeated in Mopti on 7 May, "
        "when gunmen shot ten."
    ),
]


@pytest.mark.parametrize("text", TWO)
def test_two_incidents_are_told(text: str) -> None:
    assert len(read(text)) == 2


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Gao was quiet until Monday, when gunmen kidnapped a bishop.", "2024-05-06"),
        (
            "It emerged on Thursday that gunmen had kidnapped a bishop in Gao on Sunday.",
            "2024-05-05",
        ),
        ("In the spring of 2022 gunmen kidnapped a bishop in Gao.", "2022-03/2022-05"),
        ("Gunmen kidnapped ten men in Gao on 3 May (released on 8 May).", "2024-05-03"),
        ("In 2019 rebels kidnapped a bishop in Gao.", "2019"),
        (
            "Between 10 and 12 March 2022 all fled. On 15 March gunmen kidnapped six men in Gao.",
            "2022-03-15",
        ),
        (
            "On Saturday, 20 April, the talks ended. On Monday gunmen kidnapped a bishop in Gao.",
            "2024-04-22",
        ),
        ("Survivors of the kidnapping of six men in Gao in March have asked for help.", "2024-03"),
    ],
)
def test_the_day_of_the_deed(text: str, day: str) -> None:
    incident = one(text)
    assert incident.date is not None
    assert incident.date.edtf == day


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        (
            "Police fired straight into a crowd of farmers in Gao on Monday.",
            "protest_violence",
            "Gao",
        ),
        ("The army regained this morning the town of Gao.", "territory_change", "Gao"),
        (
            "The mayor of Gao said that gunmen kidnapped six men there on Monday.",
            "abduction",
            "Gao",
        ),
        ("Ten persons boarded a tanker off Hodeidah on Monday.", "naval_attack", "Hodeidah"),
        ("A diplomat was seized by three armed men in Gao on Friday.", "abduction", "Gao"),
        ("21 Filipinos were detained near Gao by an armed group on Monday.", "abduction", "Gao"),
    ],
)
def test_words_between(text: str, kind: str, place: str) -> None:
    incident = one(text)
    assert incident.kind == kind
    assert incident.place is not None
    assert place in incident.place.text
