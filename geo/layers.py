"""Layers of a map: incidents grouped by kind, counted as records and as events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from geo.style import GROUPS, KINDS, kind_style

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from geo.model import Incident, LocatedIncident

__all__ = ["Count", "Layer", "count_in_words", "count_of", "grouped", "kind_label", "layers_of"]


@dataclass(frozen=True, slots=True)
class Count:
    """How many records there are, and how many events they tell of."""

    records: int
    events_min: int
    events_max: int | None
    """None where a record says "at least" without an upper end."""

    def in_words(self) -> str:
        """As it stands beside a layer.

        Examples
        --------
        >>> Count(1, 5, None).in_words()
        '1 record, at least 5 events'
        >>> Count(2, 2, 2).in_words()
        '2 records'
        >>> Count(1, 3, 4).in_words()
        '1 record, 3 to 4 events'
        """
        records = f"{self.records:,} record{'' if self.records == 1 else 's'}"
        if self.events_max is not None and self.events_min == self.records == self.events_max:
            return records
        if self.events_max is None:
            events = f"at least {self.events_min:,}"
        elif self.events_max == self.events_min:
            events = f"{self.events_min:,}"
        else:
            events = f"{self.events_min:,} to {self.events_max:,}"
        return f"{records}, {events} event{'' if events in {'1', 'at least 1'} else 's'}"


@dataclass(frozen=True, slots=True)
class Layer:
    """The incidents of one kind."""

    kind: str
    label: str
    group: str
    """Heading under which the layer control lists it."""
    count: Count
    rows: tuple[int, ...]
    """Positions in the sequence that the layer was made of."""


def count_of(incidents: Iterable[Incident]) -> Count:
    """Count records and events; one open end makes the sum open.

    Examples
    --------
    >>> count_of([])
    Count(records=0, events_min=0, events_max=0)
    """
    lows, highs = [], []
    for incident in incidents:
        lows.append(incident.count_min)
        highs.append(incident.count_max)
    total = None if None in highs else sum(high for high in highs if high is not None)
    return Count(len(lows), sum(lows), total)


def count_in_words(incident: Incident) -> str:
    """One incident's count: "1 record, at least 5 events".

    Examples
    --------
    >>> from geo.model import Incident
    >>> count_in_words(Incident("a", "r", "", "", "airstrike", count_min=3, count_max=3))
    '1 record, 3 events'
    """
    return count_of((incident,)).in_words()


def kind_label(kind: str) -> str:
    """Name of a kind's layer.

    Examples
    --------
    >>> kind_label("drone_attack")
    'Drone attacks'
    """
    return kind_style(kind).plural


def layers_of(located: Sequence[LocatedIncident]) -> tuple[Layer, ...]:
    """Group incidents by kind, in the order of the legend.

    Examples
    --------
    >>> layers_of([])
    ()
    """
    incidents = [item.incident for item in located]
    number: dict[str, int] = {}
    codes = [number.setdefault(incident.kind, len(number)) for incident in incidents]
    highs = [-1 if i.count_max is None else i.count_max for i in incidents]
    return grouped(
        tuple(number),
        np.array(codes, dtype=np.int64),
        np.array([i.count_min for i in incidents], dtype=np.int64),
        np.array(highs, dtype=np.int64),
    )


def grouped(
    kinds: Sequence[str], codes: NDArray[np.int64], low: NDArray[np.int64], high: NDArray[np.int64]
) -> tuple[Layer, ...]:
    """Group rows by kind, in the order of the legend.

    Parameters
    ----------
    kinds
        The distinct kinds.
    codes
        Which of them each row has.
    low, high
        How many events each row tells of; a `high` below 0 is an open end.

    Examples
    --------
    >>> one = np.array([1])
    >>> [layer.label for layer in grouped(("airstrike",), np.array([0]), one, one)]
    ['Air strikes']
    """
    order = {kind: position for position, kind in enumerate(KINDS)}
    groups = tuple(GROUPS)

    def place(number: int) -> tuple[int, int, str]:
        kind = kinds[number]
        return groups.index(kind_style(kind).group), order.get(kind, len(order)), kind

    layers = []
    for number in sorted(range(len(kinds)), key=place):
        kind, rows = kinds[number], np.flatnonzero(codes == number)
        highs = high[rows]
        most = None if (highs < 0).any() else int(highs.sum())
        layers.append(
            Layer(
                kind,
                kind_label(kind),
                GROUPS[kind_style(kind).group],
                Count(len(rows), int(low[rows].sum()), most),
                tuple(rows.tolist()),
            )
        )
    return tuple(layers)
