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


def test_the_attack_may_be_an_abduction() -> None:
    incident = one("Gunmen kidnapped a bishop in Mopti on Tuesday. Mali condemned the attack.")
    assert incident.kind == "abduction"
