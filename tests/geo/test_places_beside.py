"""Where an incident was that says no place: the scene before it, the title, the dateline."""

from __future__ import annotations

import pytest

from tests.geo.tellings import one, read


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("MOPTI, May 9 (AFP) - A bomb exploded in a crowded market on Wednesday.", "mopti"),
        ("Mopti (AFP) - Gunmen opened fire in a mosque on Wednesday.", "mopti"),
        ("MOPTI, May 9 - A bomber blew himself up in the city centre on Wednesday.", "mopti"),
        # a place of its own, or one at large
        ("MOPTI, May 9 - A bomb exploded in a market in Gao on Wednesday.", "gao"),
        ("MOPTI, May 9 - Rebels killed five soldiers in the north on Wednesday.", "mali"),
        ("MOPTI, May 9 - Rebels killed five soldiers on Wednesday.", "mali"),
        # the deed is in another country than the reporter
        ("BEIRUT, May 9 - In Syria and in Aleppo it was quiet. Syria saw one attack: a bomb killed a Syrian judge at his house on Wednesday.", "syria"),
    ],
)  # fmt: skip
def test_the_dateline_is_where_a_town_was_struck(text: str, place: str) -> None:
    incident = one(text, country_name={"ML": "Mali", "SY": "Syria"}.get)
    assert incident.place is not None
    assert incident.place.text.casefold() == place


def test_the_title_says_where() -> None:
    text = "Gunmen kill nine in Gao market\n\nGunmen killed nine people on Wednesday, police said."
    incident = one(text)
    assert incident.place is not None
    assert incident.place.text == "Gao market"


def test_the_sentence_before_says_where() -> None:
    text = "There has been no peace in Gao since April. On Wednesday gunmen killed a grocer."
    incident = one(text)
    assert incident.place is not None
    assert incident.place.text == "Gao"


@pytest.mark.parametrize(
    "text",
    [
        "Officials in Gao met. On Wednesday gunmen killed a grocer.",
        "He flew to Gao. On Wednesday gunmen killed a grocer.",
        "There is no peace in Gao. It was late. On Wednesday gunmen killed a grocer.",
    ],
)
def test_who_speaks_or_goes_there_sets_no_scene(text: str) -> None:
    assert all(i.place is None or i.place.text != "Gao" for i in read(text))
