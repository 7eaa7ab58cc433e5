"""Which place each name means, on places made for the test."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gazetteer.model import FeatureClass
from gazetteer.toponyms.entries import Entry
from gazetteer.toponyms.senses import CONTEXT_FEATURES, Link, Senses, Unit, choose

CLASSES = (FeatureClass.POPULATED_PLACE, FeatureClass.COUNTRY, FeatureClass.RIVER)
TOWN, COUNTRY, RIVER = range(3)
_rows = iter(range(10_000))


def place(
    lng: float, lat: float, *, prior: float = 0.0, country: int = 1, kind: int = TOWN
) -> list[float]:
    x, y = math.radians(lng), math.radians(lat)
    area = {TOWN: 0, COUNTRY: 3, RIVER: 1}[kind]
    return [
        math.cos(y) * math.cos(x), math.cos(y) * math.sin(x), math.sin(y),
        prior, country, -1, next(_rows), area, 4.0, kind,
    ]  # fmt: skip


def unit(
    key: str, *places: list[float], hint: FeatureClass | None = None, weight: float = 1.0
) -> Unit:
    return Unit(Entry(key, np.array(places), ()), hint, weight)


def shares(senses: Senses, units: list[Unit], at: int) -> list[float]:
    begin = int(senses.begin[at])
    return senses.share[begin : begin + len(units[at].entry.static)].tolist()


def test_importance_decides_without_context() -> None:
    units = [unit("tripoli", place(13, 33, prior=3), place(36, 34, prior=1))]
    senses = choose(units, [], classes=CLASSES)
    first, second = shares(senses, units, 0)
    assert first > second
    assert first + second == pytest.approx(1)


def test_the_region_beside_a_name_overrules_importance() -> None:
    units = [
        unit("tripoli", place(13, 33, prior=3, country=1), place(36, 34, prior=1, country=2)),
        unit("lebanon", place(36, 34, kind=COUNTRY, country=2, prior=5)),
    ]
    senses = choose(units, [Link(0, 1)], classes=CLASSES)
    first, second = shares(senses, units, 0)
    assert second > 0.6 > first


def test_closeness_to_other_names_decides_between_equals() -> None:
    units = [
        unit("san juan", place(-70, -31, country=1), place(-66, 18, country=2)),
        unit("ponce", place(-66.6, 18, country=2)),
        unit("bayamon", place(-66.2, 18.4, country=2)),
    ]
    senses = choose(units, [], classes=CLASSES)
    assert shares(senses, units, 0)[1] > 0.9
    assert senses.nearest_km[0] < 60


def test_a_type_word_favours_its_kind() -> None:
    towns = [place(36, 32, prior=1), place(35, 32, kind=RIVER, prior=0)]
    plain = [unit("jordan", *towns)]
    hinted = [unit("jordan", *towns, hint=FeatureClass.RIVER)]
    without = shares(choose(plain, [], classes=CLASSES), plain, 0)[1]
    with_hint = shares(choose(hinted, [], classes=CLASSES), hinted, 0)[1]
    assert with_hint > 0.5 > without


def test_a_name_explained_once_keeps_its_sense() -> None:
    towns = [place(13, 33, prior=2, country=1), place(36, 34, prior=1, country=2)]
    entry = Entry("tripoli", np.array(towns), ())
    units = [
        Unit(entry, None, 1.0),
        Unit(entry, None, 1.0),
        unit("lebanon", place(36, 34, kind=COUNTRY, country=2, prior=5)),
    ]
    senses = choose(units, [Link(0, 2)], classes=CLASSES)
    assert shares(senses, units, 1)[1] > 0.5
    same = CONTEXT_FEATURES.index("same_sense")
    assert senses.context[int(senses.begin[1]) + 1, same] == 1


def test_a_name_is_no_context_of_itself() -> None:
    units = [unit("x", place(0, 0, kind=COUNTRY, country=1), place(1, 1, country=1))]
    senses = choose(units, [], classes=CLASSES)
    for feature in ("country_named", "country_share"):
        assert not senses.context[:, CONTEXT_FEATURES.index(feature)].any()


def test_a_town_that_its_region_does_not_hold_is_another_one() -> None:
    palma = Entry("palma", np.array([place(2.6, 39.6, prior=3, country=1)]), ())
    mozambique = unit("mozambique", place(36, -18, kind=COUNTRY, country=2, prior=5))
    units = [Unit(palma, None, 1.0), Unit(palma, None, 1.0), mozambique]
    beside = choose(units, [Link(0, 2)], classes=CLASSES)
    assert beside.strangers == {0: 2, 1: 2}, "said once, meant ever after"
    listed = choose(units, [Link(0, 2, listed=True)], classes=CLASSES)
    assert not listed.strangers, "Palma, Mozambique and Kenya: a list"


def test_a_town_that_its_region_holds_is_no_stranger() -> None:
    lebanon = unit("lebanon", place(36, 34, kind=COUNTRY, country=2, prior=5))
    towns = [place(13, 33, prior=2, country=1), place(36, 34, prior=1, country=2)]
    assert not choose([unit("tripoli", *towns), lebanon], [Link(0, 1)], classes=CLASSES).strangers
