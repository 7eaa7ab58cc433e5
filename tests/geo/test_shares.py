"""Tolls told by place within a sentence: an incident each."""

from __future__ import annotations

import pytest

from tests.geo.tellings import read


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rebels killed three people in Gao and two in Mopti on Tuesday.", [("Gao", 3), ("Mopti", 2)]),
        ("On Tuesday rebels killed twelve people in Gao; in Mopti, eight.", [("Gao", 12), ("Mopti", 8)]),
        ("Bombs killed three people in Gao, two in Mopti and at least four near Kano on Tuesday.", [("Gao", 3), ("Mopti", 2), ("near Kano", 4)]),
        ("Gunmen killed 12 people in the village of Tarkuna, and another seven in nearby Orsenga, on Tuesday.", [("village of Tarkuna", 12), ("Orsenga", 7)]),
        ("Rebels ambushed a convoy near Gao on Tuesday, while in Mopti a roadside bomb killed two.", [("near Gao", None), ("Mopti", 2)]),
        # no toll of its own
        ("Rebels killed 12 people in Gao on Tuesday, 40 km from Mopti.", [("Gao", 12)]),
        ("Rebels killed 12 people in Gao on Tuesday, among them two from Mopti.", [("Gao", 12)]),
    ],
)  # fmt: skip
def test_each_place_has_its_own(text: str, told: list[tuple[str, int | None]]) -> None:
    found = read(text)
    assert [(i.place.text, i.fatalities_min) for i in found if i.place] == told
    assert {i.date.edtf for i in found if i.date} == {"2024-05-07"}


def test_a_share_is_of_the_kind_of_the_whole() -> None:
    found = read("Bombs killed three people in Gao and two in Mopti on Tuesday.")
    assert [i.kind for i in found] == ["bombing", "bombing"]


def test_hurt_elsewhere_is_another_incident() -> None:
    found = read("Troops killed three men in Gao and wounded two in Mopti on Tuesday.")
    assert [i.place.text for i in found if i.place] == ["Gao", "Mopti"]
