"""What is known about a phrase and what it comes to: contexts, spans of days, precision."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Final

from geo.dates import calendars, edtf

__all__ = [
    "DAY",
    "Context",
    "When",
    "around",
    "beginning",
    "ending",
    "full_year",
    "months",
    "one_day",
    "precision",
    "span",
]

DAY: Final = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Context:
    """What is known where a phrase stands."""

    published: dt.date | None
    anchor: dt.date | None = None
    """The day last named before the phrase, for "the next day"."""
    span: tuple[dt.date, dt.date] | None = None
    """The time last named, of any length, for "that month" and "of that year"."""
    near: bool = False
    """Whether that was in the same paragraph, so that "the 15th" is of its month."""
    year: int | None = None
    """The year that the paragraph speaks of."""
    past: bool = False
    """Whether the report has told of other years only, and so tells a story of the past."""
    future: bool = False
    beside: bool = False
    """Whether it says the same time again: "four weeks earlier, on 15 December"."""
    day_first: bool | None = None
    """How the text writes 28/06/2021, where another of its dates shows it."""
    outset: dt.date | None = None
    """The day that "the third day" counts from as the first."""
    by_weekdays: bool = False
    """Whether the day last named had its weekday beside it, so that weekdays go on from it."""

    @property
    def told(self) -> int | None:
        """The year of the time last named, for "of that year"."""
        return None if self.span is None else self.span[0].year

    @property
    def month(self) -> dt.date | None:
        """The first day of the month last named; None where the last time had no one month."""
        if self.span is None:
            return None
        start, end = (day.replace(day=1) for day in self.span)
        night = (self.span[1] - self.span[0]).days <= 1
        return end if start == end or night else None


@dataclass(frozen=True, slots=True)
class When:
    """Days and the EDTF that says the same; None is an end that is not known."""

    start: dt.date | None
    end: dt.date | None
    edtf: str
    prec: int
    open_end: bool = False


def precision(start: dt.date | None, end: dt.date | None) -> int:
    """Return the UCDP date precision of a span of days.

    1 one day, 2 two to six days, 3 a week, 4 a month, 5 more or unknown (UCDP GED
    Codebook, `date_prec`). Spans between are counted with the wider class.

    Examples
    --------
    >>> precision(dt.date(2021, 6, 1), dt.date(2021, 6, 30))
    4
    """
    if start is None or end is None:
        return 5
    days = (end - start).days + 1
    for limit, prec in ((1, 1), (6, 2), (7, 3), (31, 4)):
        if days <= limit:
            return prec
    return 5


def one_day(day: dt.date, *, approximate: bool = False) -> When:
    return When(day, day, edtf.day(day, approximate=approximate), 2 if approximate else 1)


def span(start: dt.date, end: dt.date, written: str | None = None, prec: int | None = None) -> When:
    text = written or edtf.interval(edtf.day(start), edtf.day(end))
    return When(start, end, text, prec or precision(start, end))


def months(year: int, first: int, last: int) -> When:
    start, end = calendars.month_days(year, first)[0], calendars.month_days(year, last)[1]
    return span(start, end, edtf.interval(edtf.month(year, first), edtf.month(year, last)))


def around(when: When | None) -> When | None:
    if when is None or when.start is None or "{" in when.edtf or ".." in when.edtf:
        return when
    ends = [end.rstrip("~") + "~" for end in when.edtf.split("/")]
    return replace(when, edtf="/".join(ends), prec=max(2, when.prec))


def beginning(when: When) -> str:
    """First end of a span in EDTF; a decade's as its first year, since 199X ends no interval."""
    first = when.edtf.split("/")[0]
    if first[:1] == "{" and when.start is not None:
        return edtf.day(when.start)
    return edtf.year(int(first[:3]) * 10) if first[3:4] == "X" else first


def ending(when: When) -> str:
    """Last end of a span in EDTF."""
    last = when.edtf.split("/")[-1]
    if last[:1] == "{" and when.end is not None:
        return edtf.day(when.end)
    return edtf.year(int(last[:3]) * 10 + 9) if last[3:4] == "X" else last


def full_year(year: int, context: Context) -> int:
    if year >= 100:
        return year
    if context.published is None:
        # The POSIX rule for two digits.
        return year + (2000 if year <= 68 else 1900)
    full = context.published.year // 100 * 100 + year
    return full if full <= context.published.year + 1 else full - 100
