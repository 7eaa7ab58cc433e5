"""Days of what names its place in the calendar: months, weekdays, seasons, feasts."""

from __future__ import annotations

import datetime as dt
from typing import Final

from geo.dates import calendars, edtf
from geo.dates.nodes import (
    SAME_YEAR,
    Day,
    HijriDate,
    Holiday,
    Month,
    Numeric,
    Season,
    Weekday,
)
from geo.dates.when import DAY, Context, When, around, full_year, months, one_day, span

__all__ = [
    "day_of_month_said",
    "feast",
    "hijri_date",
    "named_month",
    "numeric",
    "season",
    "weekday",
]

_LATELY: Final = 31
"""Days from the report within which a day written "12/03" is of lately."""

_COMING_DAYS: Final = 120
"""A day of a month beside "will" lies at most so far ahead; news plans by the season."""


def _year_said(node: Day | Month | Season, context: Context) -> int | None:
    if node.year is not None:
        return full_year(node.year, context)
    if node.year_shift is not None and abs(node.year_shift - SAME_YEAR) <= 1:
        return None if context.told is None else context.told + node.year_shift - SAME_YEAR
    if node.year_shift is not None and context.published is not None:
        return context.published.year + node.year_shift
    return None


def day_of_month_said(node: Day, context: Context) -> When | None:
    if node.month == 0:
        return _day_of_month(node, context)
    year = _year_said(node, context)
    if year is not None:
        return one_day(dt.date(year, node.month, node.day))
    if context.beside and context.span is not None:
        return _beside(node, context.span)
    if context.published is None:
        dt.date(2000, node.month, node.day)  # raises for 31 February
        if context.year is None:
            return When(None, None, f"XXXX-{node.month:02d}-{node.day:02d}", 5)
        return one_day(dt.date(context.year, node.month, node.day))
    if (year := _story_year(node.month, context)) is not None and not _of_late(node, context):
        day = dt.date(year, node.month, node.day)
        if day <= context.published and node.weekday in (None, day.weekday()):
            return one_day(day)
    candidates = [
        found
        for year in range(context.published.year - 8, context.published.year + 9)
        if (found := _maybe(year, node.month, node.day)) is not None
        and (node.weekday is None or found.weekday() == node.weekday)
    ]
    chosen = _nearest(candidates, context.published, future=context.future)
    return one_day(chosen) if chosen else None


def _story_year(month: int, context: Context) -> int | None:
    """The year of a month without one in a story of the past: the nearest to what was told."""
    if context.future or (context.year is None and not context.past):
        return None
    told = context.span
    if told is None or not (context.near or context.past):
        return context.year
    if context.year is not None and context.year != told[0].year:
        return context.year
    if (told[1] - told[0]).days > _MONTH:
        return told[0].year if context.year is None else context.year
    ahead = (month - told[0].month + 5) % 12 - 5
    return calendars.add_months(told[0], ahead).year


_MONTH: Final = 31


def _of_late(node: Day, context: Context) -> bool:
    """ "A bomb killed eleven in 2019. On 3 June" ten days before the report: news again."""
    report, told = context.published, context.span
    if context.year is not None or report is None or told is None:
        return False
    day = _maybe(report.year, node.month, node.day)
    whole_year = (told[1] - told[0]).days > _MONTH
    return whole_year and day is not None and 0 <= (report - day).days <= _NEWS


_NEWS: Final = 21
"""Days before the report that are news, whatever years were told before."""


def _beside(node: Day, told: tuple[dt.date, dt.date]) -> When | None:
    """ "four weeks earlier, on 15 December": the one nearest to the time named just before."""
    years = (told[0].year + step for step in (-1, 0, 1))
    days = [day for year in years if (day := _maybe(year, node.month, node.day)) is not None]
    near = min(days, key=lambda day: abs((day - told[0]).days), default=None)
    return None if near is None else one_day(near)


def _maybe(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _nearest(days: list[dt.date], report: dt.date, *, future: bool) -> dt.date | None:
    """Return the last of sorted days not after the report, or the next one."""
    if future:
        coming = next((day for day in days if day >= report), None)
        if coming is not None and (coming - report).days <= _COMING_DAYS:
            return coming
    # A report of the evening may bear the date of its own time zone.
    return next((day for day in reversed(days) if day <= report + DAY), None)


def _day_of_month(node: Day, context: Context) -> When | None:
    """ "on the 15th", "Tuesday the 17th": of the month told of, or the last one."""
    told = _of_the_month_told(node, context)
    if told is not None:
        return one_day(told)
    base = context.anchor if context.published is None else context.published
    if base is None:
        return None
    for back in range(13):
        first = calendars.add_months(base.replace(day=1), back if context.future else -back)
        found = _maybe(first.year, first.month, node.day)
        if found is None or node.weekday not in (None, found.weekday()):
            continue
        if found >= base if context.future else found <= base:
            return one_day(found)
    return None if node.weekday is None else weekday(Weekday(node.weekday), context)


_TURN: Final = 20
"""Days that "on the 1st" must lie before a day told to be of the month after."""


def _of_the_month_told(node: Day, context: Context) -> dt.date | None:
    month = context.month
    if month is None or not context.near or context.future:
        return None
    if context.anchor is not None and context.anchor.day - node.day >= _TURN:
        month = calendars.add_months(month, 1)  # "on the 27th ... on the 1st"
    found = _maybe(month.year, month.month, node.day)
    if found is None or node.weekday not in (None, found.weekday()):
        return None
    late = context.published is not None and found > context.published
    return None if late else found


def _last_such(month: int, day: int, context: Context) -> dt.date | None:
    if not 1 <= month <= 12:
        return None
    try:
        when = day_of_month_said(Day(month, day), context)
    except ValueError:
        return None
    return when.start if when is not None else None


def numeric(node: Numeric, context: Context) -> When | None:
    if node.year is None:
        readings = {
            True: _last_such(node.second, node.first, context),
            False: _last_such(node.first, node.second, context),
        }
    else:
        year = full_year(node.year, context)
        readings = {
            True: _maybe(year, node.second, node.first),
            False: _maybe(year, node.first, node.second),
        }
    told = node.day_first if node.day_first is not None else context.day_first
    possible = {
        order: day
        for order, day in readings.items()
        if day is not None
        and (context.published is None or day <= context.published or context.future)
    } or {order: day for order, day in readings.items() if day is not None}
    if len(set(possible.values())) == 1:
        return one_day(next(iter(possible.values())))
    if told is not None and told in possible:
        return one_day(possible[told])
    if node.year is None and context.published is not None:
        # Who leaves the year out writes of lately: one reading must be, and the other not.
        report = context.published
        lately = [day for day in possible.values() if abs((report - day).days) <= _LATELY]
        return around(one_day(lately[0])) if len(lately) == 1 else None
    return None


def named_month(node: Month, context: Context) -> When | None:
    year = _year_said(node, context)
    if year is None and context.beside and context.span is not None and node.shift is None:
        told = context.span[0]
        ahead = (node.month - told.month + 6) % 12 - 6
        year = calendars.add_months(told, ahead).year
    if year is None:
        report = context.published
        if report is None:
            if context.year is None:
                return When(None, None, f"XXXX-{node.month:02d}", 5)
            year = context.year
        elif node.shift is None:
            year = _story_year(node.month, context)
            if year is not None and (year, node.month) > (report.year, report.month):
                year = None
        if year is None and report is not None:
            past = node.month <= report.month if node.shift is None else node.month < report.month
            year = report.year if past else report.year - 1
            if node.shift == 0 and node.month >= report.month:
                year = report.year
            if context.future or node.shift == 1:
                year = report.year + (
                    node.month <= report.month if node.shift == 1 else node.month < report.month
                )
    if year is None:
        return None
    return months(year, node.month, node.month)


def season(node: Season, context: Context) -> When | None:
    first = calendars.SEASONS[node.season]

    def days(year: int) -> tuple[dt.date, dt.date]:
        start = dt.date(year, first, 1)
        return start, calendars.add_months(start, 3) - DAY

    year = _year_said(node, context)
    if year is None:
        report = context.published
        if report is None:
            return None
        begun = [
            y
            for y in (report.year - 2, report.year - 1, report.year, report.year + 1)
            if days(y)[0] <= report
        ]
        year = begun[-1]
        if node.shift == -1 and days(year)[1] >= report:
            year -= 1  # "last summer", said in summer
        if node.shift == -2:
            year -= 2 if days(year)[1] >= report else 1  # "the summer before last"
        if node.shift == 1 or context.future:
            year += 1
    start, end = days(year)
    return span(
        start,
        end,
        edtf.interval(edtf.month(start.year, start.month), edtf.month(end.year, end.month)),
    )


def weekday(node: Weekday, context: Context) -> When | None:
    report = context.published
    if report is None:
        return None
    if node.week_shift is not None:
        monday = calendars.week_days(report, node.week_shift)[0]
        return one_day(monday + node.weekday * DAY)
    if context.beside and context.span is not None and node.shift is None:
        first, last = context.span
        day = first + ((node.weekday - first.weekday()) % 7) * DAY
        if day <= last and (last - first).days < 7:
            return one_day(day)  # "the week before, on the Sunday"
    told = context.anchor
    if context.by_weekdays and told is not None and node.shift is None and not context.future:
        day = told + ((node.weekday - told.weekday()) % 7) * DAY
        if (report - day).days > 7:
            return one_day(day)  # "On Saturday, 29 July, ... On Sunday": the day after
    back = (report.weekday() - node.weekday) % 7
    if node.shift == 1 or (context.future and node.shift is None):
        ahead = -back % 7
        return one_day(report + (ahead or (7 if node.shift == 1 else 0)) * DAY)
    if node.shift is not None and node.shift < 0 and back == 0:
        back = 7
    if node.shift == -2:
        back += 7  # "the Friday before last"
    return one_day(report - back * DAY)


def hijri_date(node: HijriDate, context: Context) -> When | None:
    years: list[int]
    if node.year is not None and node.year < 1800:
        years = [node.year]
    elif node.year is not None:
        middle = calendars.hijri_year_of(dt.date(node.year, 7, 1))
        years = [middle - 1, middle, middle + 1] if middle else []
    elif context.published is not None:
        current = calendars.hijri_year_of(context.published)
        years = [current - 1, current, current + 1] if current else []
    else:
        years = []
    spans = []
    for year in years:
        if node.day is not None:
            day = calendars.hijri_day(year, node.month, node.day)
            span = (day, day) if day else None
        else:
            span = calendars.hijri_month(year, node.month)
        if span and (node.year is None or node.year < 1800 or span[0].year == node.year):
            spans.append(span)
    return _feast(spans, context, said=node.year is not None, shift=node.shift, moon=True)


def feast(node: Holiday, context: Context) -> When | None:
    said = None if node.year is None else full_year(node.year, context)
    if said is None and context.published is None:
        return None
    middle = said if said is not None else context.published.year if context.published else 0
    years = [middle] if said is not None else [middle - 1, middle, middle + 1]
    spans = [span for year in years for span in calendars.holiday(node.name, year)]
    if node.name == "eid" and said is not None and len(spans) > 1:
        return None  # two feasts of that name in the year
    moon = node.name in calendars.MOON_BOUND or node.name == "eid"
    return _feast(spans, context, said=said is not None, shift=node.shift, moon=moon)


def _feast(
    spans: list[tuple[dt.date, dt.date]],
    context: Context,
    *,
    said: bool,
    shift: int | None,
    moon: bool,
) -> When | None:
    """Choose one of the sorted spans of a feast; "~" where the moon may have moved it."""
    if not said and context.published is not None:
        report = context.published
        if shift == 1 or (context.future and shift is None):
            spans = [span for span in spans if span[0] >= report][:1]
        elif shift == -1:
            spans = [span for span in spans if span[1] < report][-1:]
        else:
            spans = [span for span in spans if span[0] <= report + DAY][-1:]
    if not spans:
        return None
    when = span(*spans[-1])
    return around(when) if moon else when
