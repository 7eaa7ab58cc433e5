"""What a date phrase says, before it is known which day the report was written.

The grammar builds these; `geo.dates.resolve` gives them their days.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

__all__ = [
    "SAME_YEAR",
    "Anaphor",
    "Around",
    "Day",
    "Days",
    "Decade",
    "Exact",
    "From",
    "HijriDate",
    "Holiday",
    "Month",
    "Node",
    "Nth",
    "NthDay",
    "Numeric",
    "Offset",
    "Part",
    "Past",
    "Range",
    "Rolling",
    "Season",
    "Shifted",
    "TimeOnly",
    "Unit",
    "Unknown",
    "Until",
    "Vague",
    "Weekday",
    "Year",
]


SAME_YEAR: Final = 9999
"""As the shift of a year: the year last told, "of that year"."""


@dataclass(frozen=True, slots=True)
class Exact:
    """A day with its year, as in 2021-06-28."""

    day: dt.date


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month, the year perhaps unsaid; month 0 is unsaid too ("on the 12th")."""

    month: int
    day: int
    year: int | None = None
    """Below 100 where two digits were written."""
    year_shift: int | None = None
    """-1 for "of last year"."""
    weekday: int | None = None
    """Said beside it; helps to tell the year."""
    inside: Node | None = None
    """The month it is of, where that is no name: "the second of this month"."""


@dataclass(frozen=True, slots=True)
class Days:
    """Several days, or several months, of a list."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Numeric:
    """28/06/2021: two numbers whose order the writer knew."""

    first: int
    second: int
    year: int | None
    """None for the last such day, as in "on 24/08"."""
    day_first: bool | None
    """None where nothing in the phrase tells."""


@dataclass(frozen=True, slots=True)
class Month:
    month: int
    year: int | None = None
    shift: int | None = None
    """-1 "last March", 0 "this March", +1 "next March"."""
    year_shift: int | None = None


@dataclass(frozen=True, slots=True)
class Year:
    year: int


@dataclass(frozen=True, slots=True)
class Decade:
    year: int
    """The first of the ten."""


@dataclass(frozen=True, slots=True)
class Season:
    season: str
    year: int | None = None
    shift: int | None = None
    year_shift: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    weekday: int
    shift: int | None = None
    week_shift: int | None = None
    """-1 for "Monday last week"."""


@dataclass(frozen=True, slots=True)
class Shifted:
    """Whole days from the report's own: yesterday is -1."""

    days: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the calendar: last week is ("week", -1)."""

    unit: str
    shift: int
    so_far: bool = False
    """"earlier this week": up to the report's own day."""
    definite: bool = False
    """"the month", not "this month": the one that is told of, if another than the report's."""


@dataclass(frozen=True, slots=True)
class Past:
    """A point some units back from the report: "three days ago"."""

    count: int
    unit: str
    day: Node | None = None
    """From when it is counted, if not from the report: "a week ago today"."""


@dataclass(frozen=True, slots=True)
class Rolling:
    """The stretch of some units up to the report: "the past 24 hours"."""

    count: int
    unit: str


@dataclass(frozen=True, slots=True)
class Vague:
    """Lately, with no number: "in recent weeks"."""

    unit: str | None
    point: bool = False
    """"weeks ago" rather than "in recent weeks"."""


@dataclass(frozen=True, slots=True)
class Anaphor:
    """Leans on another date of the text: "two days later", "the same day", "that month"."""

    count: int
    unit: str
    base: Node | None = None
    """The date it is counted from, where the phrase says that itself."""
    name: int | str | None = None
    """Which weekday, or which season; "exact" for one counted to the day, "event" for
    one counted from "the attack"."""
    counted: bool = False
    """Counted in units ("a week later"), not by the calendar ("the following week")."""


@dataclass(frozen=True, slots=True)
class Offset:
    """So long before or after something told: "a day after a bomber killed nine"."""

    count: int
    """Below zero for before; 0 within the day."""
    unit: str


@dataclass(frozen=True, slots=True)
class NthDay:
    """ "day three of the offensive", "D+3": 1 is the day it began."""

    number: int


@dataclass(frozen=True, slots=True)
class Part:
    """early, mid, late, or a half, of a longer time."""

    part: str
    inner: Node


@dataclass(frozen=True, slots=True)
class Nth:
    """ "the first three weeks of May", "the second day of Eid"; -1 is the last."""

    ordinal: int
    count: int
    unit: str
    inner: Node | None


@dataclass(frozen=True, slots=True)
class HijriDate:
    month: int
    day: int | None = None
    year: int | None = None
    """Hijri, or Gregorian when above 1800."""
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Holiday:
    name: str
    year: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Around:
    inner: Node


@dataclass(frozen=True, slots=True)
class Range:
    first: Node
    last: Node
    night: bool = False
    """"the night of 12 to 13 March"."""


@dataclass(frozen=True, slots=True)
class From:
    """Since, or after, with no end but the report's own day."""

    inner: Node
    after: bool = False


@dataclass(frozen=True, slots=True)
class Until:
    inner: Node
    inclusive: bool = True


@dataclass(frozen=True, slots=True)
class TimeOnly:
    """A time of day and no day."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A date phrase whose day cannot be told from the text."""


Node = (
    Exact | Day | Days | Numeric | Month | Year | Decade | Season | Weekday | Shifted | Unit | Past
    | Rolling | Vague | Anaphor | Offset | NthDay | Part | Nth | HijriDate | Holiday | Around
    | Range | From | Until | TimeOnly | Unknown
)  # fmt: skip
