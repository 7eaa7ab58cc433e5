"""The evidence that decides between namesakes, on made-up rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import box

from gazetteer.candidates import Match
from gazetteer.disambiguation import Scope, outside_m, rank
from gazetteer.model import FeatureClass, LngLat, Name, Place

TOWN = FeatureClass.POPULATED_PLACE


def row(n: int, *, people: int = 0, at: tuple[float, float] = (10, 10), code: str = "AA",
        kind: FeatureClass = TOWN) -> Match:  # fmt: skip
    place = Place(f"test:{n}", "Aaa", kind, LngLat(*at), code, population=people)
    return Match(place, "exact", 1.0, "Aaa")


BIG, SMALL = row(1, people=200_000), row(2, people=900, at=(30, 30), code="BB")


def best(matches: list[Match], name: Name, scope: Scope) -> str:
    return rank(matches, name, scope)[0].place.place_id


def test_importance_decides_a_bare_name() -> None:
    assert best([SMALL, BIG], Name("Aaa"), Scope()) == "test:1"


def test_a_village_is_no_city() -> None:
    assert best([SMALL, BIG], Name("Aaa", TOWN, "village"), Scope()) == "test:2"


def test_container_decides_over_importance() -> None:
    scope = Scope(container=box(29, 29, 31, 31))
    ranked = rank([SMALL, BIG], Name("Aaa"), scope)
    assert [c.place.place_id for c in ranked] == ["test:2"]


def test_nothing_in_the_container_is_no_candidate() -> None:
    assert rank([SMALL, BIG], Name("Aaa"), Scope(container=box(80, 0, 81, 1))) == ()


def test_other_places_of_the_text_pull() -> None:
    scope = Scope(nearby=(LngLat(30.1, 30.1),), likely=("BB",))
    assert best([SMALL, BIG], Name("Aaa"), scope) == "test:2"


@pytest.mark.parametrize(
    ("word", "kind", "winner"),
    [("province", FeatureClass.ADMIN1, "test:3"), ("city", TOWN, "test:1")],
)
def test_type_word_chooses_the_class(word: str, kind: FeatureClass, winner: str) -> None:
    unit = row(3, kind=FeatureClass.ADMIN1)
    assert best([BIG, unit], Name("Aaa", kind, word), Scope()) == winner


def test_equals_share_alike() -> None:
    ranked = rank([row(1, people=900), row(2, people=900, at=(30, 30))], Name("Aaa"), Scope())
    assert ranked[0].score == pytest.approx(ranked[1].score)


@given(st.lists(st.integers(0, 10**7), min_size=1, max_size=8))
def test_shares_add_up_and_fall(people: list[int]) -> None:
    matches = [row(n, people=p, at=(n * 5, 0)) for n, p in enumerate(people)]
    ranked = rank(matches, Name("Aaa"), Scope())
    scores = [c.score for c in ranked]
    assert scores == sorted(scores, reverse=True)
    assert 0.85 < sum(scores) <= 1.0 + 1e-9


@given(st.permutations([row(n, people=n * 700, at=(n * 5, 0)) for n in range(5)]))
def test_order_of_the_sources_does_not_matter(matches: list[Match]) -> None:
    expected = rank(sorted(matches, key=lambda m: m.place.place_id), Name("Aaa"), Scope())
    assert rank(matches, Name("Aaa"), Scope()) == expected


def test_distance_outside() -> None:
    assert outside_m(box(9, 9, 11, 11), BIG.place) == 0.0
    assert outside_m(box(11, 9, 12, 11), BIG.place) == pytest.approx(109_500, rel=0.01)
