"""Where an incident was that says no place: the scene before it, the title, the dateline."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from gazetteer.model import Mention
from geo.drafts.asked import with_heads
from geo.words import lexicon
from tests.geo.tellings import one, read, toponyms


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


@pytest.mark.parametrize(
    "text",
    [
        "Tarkuna lies in the hills. On Wednesday rebels attacked the village and killed nine men.",
        "Tarkuna had been quiet for weeks. On Wednesday rebels shelled the town.",
        "Tarkuna is a village of 900 people. Troops came to the village on Wednesday and shot six men.",
        "Some 900 people live in Tarkuna camp. On Wednesday a shell hit the camp, killing three.",
        "Tarkuna has been under siege for months. On Wednesday shells hit its hospital, killing three.",
        "Tarkuna has been under siege for months. On Wednesday shells hit the hospital there.",
        "Nine killed in attack on Tarkuna\n\nGunmen shot dead nine people on Wednesday.",
        # told after the deed
        "Gunmen killed nine people on Wednesday. It happened near Tarkuna.",
        "Gunmen killed nine people on Wednesday. The scene was a market in Tarkuna.",
        "Gunmen raided a village on Wednesday and killed nine. The village, Tarkuna, has no road.",
        "Gunmen raided a village on Wednesday and killed nine. The village is called Tarkuna.",
    ],
)
def test_a_place_that_a_sentence_beside_speaks_of(text: str) -> None:
    incident = one(text)
    assert incident.place is not None
    assert "Tarkuna" in incident.place.text


@pytest.mark.parametrize(
    "text",
    [
        "Tarkunov said so. On Wednesday rebels attacked the village and killed nine men.",
        "Rebels went. On Wednesday rebels attacked the village and killed nine men.",
        "Gunmen killed nine people on Wednesday. It was told in Tarkuna.",
    ],
)
def test_who_speaks_is_no_place(text: str) -> None:
    assert all(i.place is None for i in read(text))


def test_a_name_alone_over_a_line_is_asked_for() -> None:
    """A recogniser that knows a name only where a place may stand."""

    def shy(text: str) -> Sequence[Mention]:
        return [m for m in toponyms(text) if text[max(0, m.start - 3) : m.start] == "in "]

    text = "Gao: two soldiers killed by a mine.\nMopti - a bomb wounded three.\nHe saw Gao: a town."
    assert [m.text for m in with_heads(text, [], shy, lexicon(), upper=False)] == ["Gao", "Mopti"]
    line = "GAO, May 9 - Two men were shot dead here on Wednesday, police said."
    incident = read(line, names=shy)[0]
    assert incident.place is not None
    assert incident.place.text.casefold() == "gao"


def test_in_capitals_a_name_is_asked_for_in_the_countries_told_of() -> None:
    text = "IN MALI IT WAS QUIET. A BOMB EXPLODED NEAR MOPTI ON WEDNESDAY, AND ONE IN KANO."

    def mixed(said: str) -> Sequence[Mention]:
        return toponyms(said.replace("IN MALI", "IN Mali"))

    found = with_heads(text, mixed(text), mixed, lexicon(), upper=True)
    assert [m.text for m in found] == ["Mali", "MOPTI"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Mopti, Tarkuna: armed men kidnapped four people on 8 May.", "Tarkuna, Mopti"),
        ("8 May - Tarkuna - rebels kill two farmers.", "Tarkuna"),
        ("8 May - Tarkuna: rebels kill two farmers.", "Tarkuna"),
    ],
)
def test_an_unknown_name_over_a_line(text: str, place: str) -> None:
    incident = one(text)
    assert incident.place is not None
    assert incident.place.text == place


def test_the_same_city_is_that_of_the_deed_before() -> None:
    text = (
        "Soldiers killed six men in Gao on 1 May. The governor lives in Mopti. "
        "On 3 May troops fired on a procession in the same city, killing two."
    )
    assert [i.place.text for i in read(text) if i.place] == ["Gao", "Gao"]
