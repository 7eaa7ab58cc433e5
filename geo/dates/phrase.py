"""A date phrase, and what two of them share when they are joined."""

from __future__ import annotations

from dataclasses import dataclass

from geo.dates.nodes import (
    Anaphor,
    Day,
    Days,
    Exact,
    From,
    Month,
    Node,
    Numeric,
    Part,
    Range,
    Shifted,
    TimeOnly,
    Unknown,
    Until,
    Vague,
    Weekday,
    Year,
)

__all__ = ["Phrase", "alike", "begun_at", "night_before", "share_year"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A date phrase over tokens `first` to `stop`, the latter left out."""

    node: Node
    first: int
    stop: int
    times: tuple[tuple[int, int], ...] = ()
    """Token spans of its times of day."""


def begun_at(phrase: Phrase, index: int) -> Phrase:
    return Phrase(phrase.node, index, phrase.stop, phrase.times)


def alike(first: Node, second: Node, *, ranged: bool) -> bool:
    """Whether two dates can be the ends of a range, or members of a list."""
    if isinstance(second, TimeOnly | Unknown | Vague | From | Until | Range) or isinstance(
        first, TimeOnly | Unknown | Vague | From | Until
    ):
        return False
    if isinstance(first, Days):
        return not ranged and isinstance(second, type(first.items[-1]))
    day = (Day, Exact, Numeric)
    if isinstance(first, day) and isinstance(second, day):
        return True
    if ranged and isinstance(first, Weekday | Shifted) and isinstance(second, Weekday | Shifted):
        return True
    if isinstance(first, Anaphor) or isinstance(second, Anaphor):
        return False
    if ranged and isinstance(first, Month | Part) and isinstance(second, Month | Part):
        return True
    return type(first) is type(second) and isinstance(first, Weekday | Month | Year | Part)


def share_year(first: Node, last: Node) -> Range:
    """A range whose beginning takes the year that its end says."""
    year = last.year if isinstance(last, Day | Month) else None
    shift = last.year_shift if isinstance(last, Day | Month) else None
    if year is not None or shift is not None:
        if isinstance(first, Day) and first.year is None and isinstance(last, Day | Month):
            # "28 December to 3 January 2021" begins the year before.
            turn = first.month > last.month
            if not turn:
                first = Day(first.month, first.day, year, shift, first.weekday)
        elif (
            isinstance(first, Month)
            and first.year is None
            and isinstance(last, Day | Month)
            and first.month <= last.month
        ):
            first = Month(first.month, year, first.shift, shift)
    return Range(first, last)


def night_before(node: Node) -> Node:
    """The night that leads into a day is shared with the day before."""
    if isinstance(node, Exact | Day | Weekday | Shifted | Numeric):
        return Range(Anaphor(-1, "day", node), node, night=True)
    return node
