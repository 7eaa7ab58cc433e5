"""Counts say records, and events where they differ."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazetteer.model import Resolution, ResolutionStatus
from geo.layers import Count, count_in_words, count_of, kind_label, layers_of
from geo.model import Incident, LocatedIncident

ONE = Incident("a", "r", "Explosions/Remote violence", "Air/drone strike", "airstrike")


def located(*incidents: Incident) -> list[LocatedIncident]:
    nowhere = Resolution("x", ResolutionStatus.NOT_FOUND, "Not in the gazetteer.")
    return [LocatedIncident(incident, nowhere) for incident in incidents]


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (1, 1, "1 record"),
        (3, 3, "1 record, 3 events"),
        (5, None, "1 record, at least 5 events"),
        (1, None, "1 record, at least 1 event"),
        (2, 4, "1 record, 2 to 4 events"),
    ],
)
def test_count_in_words(low: int, high: int | None, words: str) -> None:
    assert count_in_words(replace(ONE, count_min=low, count_max=high)) == words


def test_one_open_end_opens_the_sum() -> None:
    open_end = replace(ONE, count_min=5, count_max=None)
    assert count_of([ONE, open_end]) == Count(2, 6, None)
    assert count_of([ONE, open_end]).in_words() == "2 records, at least 6 events"


def test_thousands_are_grouped() -> None:
    assert Count(12_000, 12_000, 12_000).in_words() == "12,000 records"


def test_layers_hold_each_row_once_in_the_order_of_the_legend() -> None:
    rows = located(
        replace(ONE, kind="riot"),
        ONE,
        replace(ONE, kind="cattle raid"),
        replace(ONE, count_min=2, count_max=2),
    )
    layers = layers_of(rows)
    assert [layer.kind for layer in layers] == ["airstrike", "riot", "cattle raid"]
    assert sorted(row for layer in layers for row in layer.rows) == [0, 1, 2, 3]
    assert layers[0].rows == (1, 3)
    assert layers[0].count == Count(2, 3, 3)
    assert kind_label("cattle raid") == "Cattle raid"
