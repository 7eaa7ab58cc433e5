"""A sentence without a deed says where and when the deed after it was."""

from __future__ import annotations

import pytest

from tests.geo.tellings import read

SHOT = "They shot dead 24 people."
STOPPED = "Gunmen stopped it at Sumy and shot 26 passengers."


@pytest.mark.parametrize(
    ("scene", "deed", "place", "day"),
    [
        ("On Sunday some twenty armed men came to Gao.", SHOT, "Gao", "2024-05-05"),
        ("Soldiers came to Mopti at dawn on Monday.", SHOT, "Mopti", "2024-05-06"),
        ("Crowds gathered in central Mosul on Monday.", SHOT, "central Mosul", "2024-05-06"),
        ("On 4 May we were at the market in Agadez.", SHOT, "Agadez", "2024-05-04"),
        ("A bus with pilgrims left Kyiv on Monday.", STOPPED, "Sumy", "2024-05-06"),
    ],
)
def test_scene_gives_place_and_day(scene: str, deed: str, place: str, day: str) -> None:
    (incident,) = read(f"{scene} {deed}")
    assert incident.place is not None
    assert incident.place.text == place
    assert incident.date is not None
    assert incident.date.edtf == day


def test_scene_is_quoted_beside_the_deed() -> None:
    text = "On Sunday some twenty armed men came to Gao. They shot dead 24 people."
    (incident,) = read(text)
    assert [quote.text for quote in incident.quotes] == [
        "They shot dead 24 people.",
        "On Sunday some twenty armed men came to Gao.",
    ]


def test_scene_stands_for_the_deeds_that_follow() -> None:
    burned, raped = read(
        "On 3 May a group of fighters arrived in Gao. They burned 40 houses. "
        "The fighters also raped six women."
    )
    assert [i.place and i.place.text for i in (burned, raped)] == ["Gao", "Gao"]


@pytest.mark.parametrize(
    "text",
    [
        "A funeral was held in Kano on Monday. Gunmen opened fire on a patrol, killing nine.",
        "The UN envoy arrived in Kano on Monday. Gunmen opened fire on a patrol, killing nine.",
        "Talks opened in Kano on Monday. Gunmen opened fire on a patrol, killing nine.",
        "Displaced families reached Kano on Monday. Gunmen opened fire on a patrol, killing nine.",
    ],
)
def test_no_scene_of_another_matter(text: str) -> None:
    assert all(i.date is None or not i.date.text for i in read(text))
    assert all(i.place is None for i in read(text))
