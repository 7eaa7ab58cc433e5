"""The clock of a report: which days, months and years it has told of so far.

A phrase that leans on another ("the next day", "that month", "on the 15th", "12 May") is
read against the clock. It stands at the time named last; a year holds to the end of its
sentence, or of its paragraph where it opens a sentence.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from geo.dates.nodes import (
    SAME_YEAR,
    Anaphor,
    Day,
    Days,
    Exact,
    From,
    Month,
    Node,
    Nth,
    Part,
    Past,
    Range,
    Rolling,
    Season,
    Unit,
    Until,
    Year,
)
from geo.dates.when import Context, When

__all__ = ["Clock"]

_NIGHT: Final = 1
"""Days from the first to the last of a time that still counts as one day: a night."""

_TIMELESS: Final = (From, Until, Rolling)
"""Open ends and stretches up to the report: they name no time that others lean on."""


@dataclass(slots=True)
class Clock:
    """What the text has said so far."""

    published: dt.date | None
    day: dt.date | None = None
    """The day last named, for "two days later"; None once a time without it was named."""
    day_at: int = -1
    """Where the phrase that named it begins."""
    span: tuple[dt.date, dt.date] | None = None
    """The time last named, of any length, for "that month"."""
    paragraph: bool = False
    """Whether that was in the present paragraph."""
    year: int | None = None
    year_leads: bool = False
    """Whether the year opened its sentence, and so holds for those that follow."""
    story: bool = False
    """Whether another year was told, and not only to name a thing: "the strike of 2019"."""
    lately: bool = False
    """Whether a time of the report's own year was told: other years are background then."""
    inquiry: bool = False
    """Whether the paragraph tells what a court or inquiry found: all of it is of the past."""
    day_first: bool | None = None
    """How the text writes 28/06/2021."""
    outset: dt.date | None = None
    """The day that "the third day" counts from as the first."""
    by_weekdays: bool = False
    """Whether the day last named had its weekday beside it: "Saturday, 29 July"."""

    def context(self, *, future: bool, beside: bool = False) -> Context:
        year = self.span[0].year if self.inquiry and self.span is not None else None
        return Context(
            self.published,
            self.day,
            self.span,
            near=self.paragraph,
            year=year if self.year is None else self.year,
            past=self.story and not self.lately,
            future=future,
            beside=beside,
            day_first=self.day_first,
            outset=self.outset,
            by_weekdays=self.by_weekdays and self.paragraph,
        )

    def end_sentence(self, *, paragraph: bool) -> None:
        if paragraph or not self.year_leads:
            self.year = None
        if paragraph:
            self.paragraph = self.inquiry = False

    def tell(
        self, node: Node, when: When, at: int, *, opening: bool, aside: bool, names: bool
    ) -> None:
        """Move to the time of a phrase.

        `opening` is one that opens its sentence, `aside` one that only names a thing by its
        day ("the 2015 deal"), `names` one that may ("the strike of March 2019").
        """
        if isinstance(node, From | Until) and isinstance(node.inner, Day | Exact):
            self._point_at(node, when, at)
        if when.start is None or when.end is None or isinstance(node, _TIMELESS):
            return
        if self.published is None or (not aside and when.end.year >= self.published.year):
            self.lately = True
        self.story = self.story or (
            not names and _says_year(node) and not isinstance(node, Past)
        )  # "the party, created four years ago": a year counted, not told of
        if isinstance(node, Day | Exact):
            self.by_weekdays = isinstance(node, Day) and node.weekday is not None
        if not _within_the_day(node):
            self._move(when.start, when.end, at)
        if _says_year(node) and not aside and (opening or not _from_report(node)):
            self.year, self.year_leads = when.start.year, opening
        elif self.year is not None and isinstance(node, Day | Month):
            self.year = max(self.year, when.start.year)  # "27 December 2008 ... 3 January"

    def _point_at(self, node: From | Until, when: When, at: int) -> None:
        """ "Sworn after 23 March. On that day": the day that an open time begins or ends with."""
        day = when.start if isinstance(node, From) else when.end
        if day is not None:
            shift = (isinstance(node, From) and node.after) - (
                isinstance(node, Until) and not node.inclusive
            )
            day -= dt.timedelta(days=shift)
            self._move(day, day, at)

    def _move(self, start: dt.date, end: dt.date, at: int) -> None:
        self.span, self.paragraph = (start, end), True
        if (end - start).days <= _NIGHT:
            self.day, self.day_at = end, at  # a night counts as the day that it ends on
        elif self.day is not None and not start <= self.day <= end:
            self.day = None


def _within_the_day(node: Node) -> bool:
    """ "hours later", "in the hours that followed": still of the day told before."""
    return isinstance(node, Anaphor) and node.base is None and node.unit in ("hours", "minute")


def _from_report(node: Node) -> bool:
    """ "21 October last year": it holds for others only where it opens their sentence."""
    shift = node.year_shift if isinstance(node, Day | Month) else None
    return shift is not None and abs(shift - SAME_YEAR) > 1


def _says_year(node: Node) -> bool:
    match node:
        case Year() | Exact():
            return True
        case Days(items):
            return any(map(_says_year, items))
        case Range(first, last):
            return _says_year(first) or _says_year(last)
        case Part(inner=inner) | Nth(inner=inner):
            return inner is not None and _says_year(inner)
        case Unit(unit=unit) | Past(unit=unit):
            return unit == "year"
        case (
            Day(year=year, year_shift=shift)
            | Month(year=year, year_shift=shift)
            | Season(year=year, year_shift=shift)
        ):
            return year is not None or shift is not None
    return False
