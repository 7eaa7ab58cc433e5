"""From what a phrase says to the days it means, given the day of the report.

Reports tell of what has happened: a day without a year, or a weekday without a week,
is the last one not after the report, unless its clause speaks of the future. Where the
text does not settle a date the answer is None, never a guess.
"""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace
from typing import Final

from geo.dates import calendars, edtf
from geo.dates.counted_days import ago, back, calendar_unit
from geo.dates.leaning_days import anaphor, nth_day
from geo.dates.named_days import (
    day_of_month_said,
    feast,
    hijri_date,
    named_month,
    numeric,
    season,
    weekday,
)
from geo.dates.nodes import (
    Anaphor,
    Around,
    Day,
    Days,
    Decade,
    Exact,
    From,
    HijriDate,
    Holiday,
    Month,
    Node,
    Nth,
    NthDay,
    Numeric,
    Part,
    Past,
    Range,
    Rolling,
    Season,
    Shifted,
    Unit,
    Until,
    Vague,
    Weekday,
    Year,
)
from geo.dates.when import (
    DAY,
    Context,
    When,
    around,
    beginning,
    ending,
    full_year,
    months,
    one_day,
    precision,
    span,
)

__all__ = ["resolve"]

_DAY_PARTS: Final = {
    "early": (0, 1 / 3), "mid": (1 / 3, 2 / 3), "late": (2 / 3, 1), "start": (0, 1 / 4),
    "end": (3 / 4, 1),
}  # fmt: skip
"""Thirds of whatever is parted, quarters for its start and end; of a month days 1-10, 11-20
and 21 to the last."""
_MONTHS_IN: Final = {
    "early": (1, 4), "mid": (5, 8), "late": (9, 12), "start": (1, 3), "end": (10, 12)
}  # fmt: skip
_DAYS_IN: Final = {
    "early": (1, 10),
    "mid": (11, 20),
    "late": (21, 31),
    "start": (1, 10),
    "end": (21, 31),
}
_YEARS_IN: Final = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "start": (0, 2), "end": (7, 9)}


def resolve(node: Node, context: Context) -> When | None:
    """Give a node its days; None where they cannot be told."""
    try:
        return _resolve(node, context)
    except (OverflowError, ValueError):  # 30 February, the year 10000
        return None


def _resolve(node: Node, context: Context) -> When | None:
    match node:
        case Exact(day):
            return one_day(day)
        case Day(inside=None):
            return day_of_month_said(node, context)
        case Day(day=day, inside=month) if month is not None:
            return _day_inside(day, month, context)
        case Numeric():
            return numeric(node, context)
        case Month():
            return named_month(node, context)
        case Year(year):
            full = full_year(year, context)
            return span(dt.date(full, 1, 1), dt.date(full, 12, 31), edtf.year(full))
        case Decade(first):
            return span(dt.date(first, 1, 1), dt.date(first + 9, 12, 31), edtf.decade(first))
        case Season():
            return season(node, context)
        case Weekday():
            return weekday(node, context)
        case HijriDate():
            return hijri_date(node, context)
        case Holiday():
            return feast(node, context)
        case Part(part, inner):
            return _part(part, inner, context)
        case Nth():
            return _nth(node, context)
        case Around(inner):
            return around(resolve(inner, context))
        case Range():
            return _range(node, context)
        case Days(items):
            return _listed(items, context)
        case Anaphor():
            return _anaphor(node, context)
        case NthDay(number):
            return nth_day(number, context)
        case Until(inner, inclusive):
            when = resolve(inner, context)
            if when is None or when.start is None or when.end is None:
                return None
            end = when.end if inclusive else when.start - DAY
            written = edtf.day(end) if "/" in when.edtf or not inclusive else ending(when)
            return When(None, end, edtf.open_start(written), 5)
        case Shifted() | Unit() | Past() | Rolling() | Vague() | From():
            if context.published is None:
                return _without_day(node, context)
            return _from_report(node, context, context.published)
    return None


def _day_inside(day: int, month: Node, context: Context) -> When | None:
    """ "the second of this month", "the twelfth of that month"."""
    whole = resolve(month, context)
    if whole is None or whole.start is None:
        return None
    return one_day(whole.start.replace(day=day))


def _part(part: str, inner: Node, context: Context) -> When | None:
    whole = resolve(inner, context)
    if whole is None or whole.start is None or whole.end is None:
        return None
    start, end = whole.start, whole.end
    days = (end - start).days + 1
    if part in ("h1", "h2"):
        return _half(part, start, end)
    if part not in _DAY_PARTS or days == 1:
        return whole
    if start.day == 1 and (start.year, start.month) == (end.year, end.month):
        first, last = _DAYS_IN[part]
        return span(start.replace(day=first), start.replace(day=min(last, end.day)))
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        if start.year == end.year:
            return months(start.year, *_MONTHS_IN[part])
        first, last = _YEARS_IN[part]
        years = start.year + first, start.year + last
        return span(
            dt.date(years[0], 1, 1),
            dt.date(years[1], 12, 31),
            edtf.interval(edtf.year(years[0]), edtf.year(years[1])),
        )
    low, high = _DAY_PARTS[part]
    return span(
        start + round(low * days) * DAY,
        start + max(round(high * days) - 1, round(low * days)) * DAY,
    )


def _half(part: str, start: dt.date, end: dt.date) -> When:
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return months(start.year, *((1, 6) if part == "h1" else (7, 12)))
    middle = start + ((end - start).days // 2) * DAY
    return span(start, middle) if part == "h1" else span(middle + DAY, end)


def _nth(node: Nth, context: Context) -> When | None:
    if node.inner is None:
        if node.unit != "quarter" or context.published is None:
            return None
        year = context.published.year
        if dt.date(year, 3 * node.ordinal - 2, 1) > context.published and not context.future:
            year -= 1
        return months(year, 3 * node.ordinal - 2, 3 * node.ordinal)
    whole = resolve(node.inner, context)
    if whole is None or whole.start is None or whole.end is None:
        return None
    if node.unit == "week_of":
        return span(*calendars.week_days(whole.start))
    if node.unit == "weekend_of":
        saturday = calendars.week_days(whole.start)[0] + 5 * DAY
        return span(saturday, saturday + DAY)
    if node.unit == "week_ending":
        return span(whole.end - 6 * DAY, whole.end)
    if node.unit in ("month", "quarter", "year"):
        width = {"month": 1, "quarter": 3, "year": 12}[node.unit]
        if node.ordinal > 0:
            start = calendars.add_months(whole.start, (node.ordinal - 1) * width * node.count)
            end = calendars.add_months(start, width * node.count) - DAY
        else:
            end = whole.end
            start = calendars.add_months(end + DAY, -width * node.count)
        if start < whole.start or end > whole.end:
            return None
        return span(
            start,
            end,
            edtf.interval(edtf.month(start.year, start.month), edtf.month(end.year, end.month)),
        )
    days = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}.get(node.unit)
    if days is None:
        return None
    length = days * node.count
    if node.ordinal > 0:
        start = whole.start + (node.ordinal - 1) * length * DAY
        end = start + (length - 1) * DAY
    else:
        start, end = whole.end - (length - 1) * DAY, whole.end
    if start > whole.end or start < whole.start:
        return None
    when = span(start, min(end, whole.end) if days > 1 else end)
    return around(when) if "~" in whole.edtf else when


def _range(node: Range, context: Context) -> When | None:
    last = resolve(node.last, context)
    if last is None or last.end is None or last.start is None:
        return None
    # The beginning is the last such day before the end.
    first = resolve(node.first, replace(context, published=last.end, year=None, future=False))
    if first is None or first.start is None or first.start > last.end:
        return None
    ends = (beginning(first), ending(last))
    return span(first.start, last.end, edtf.interval(*ends))


def _listed(items: tuple[Node, ...], context: Context) -> When | None:
    found: list[When] = []
    bound = context
    for item in reversed(items):
        when = resolve(item, bound)
        if when is None or when.start is None or when.end is None:
            return None
        found.insert(0, when)
        bound = replace(context, published=when.end, year=None, future=False)
    start, end = found[0].start, found[-1].end
    if start is None or end is None or start > end:
        return None
    adjoining = all(
        a.end is not None and b.start is not None and b.start - a.end == DAY
        for a, b in itertools.pairwise(found)
    )
    if adjoining:
        written = edtf.interval(beginning(found[0]), ending(found[-1]))
    elif any("/" in when.edtf for when in found):
        written = edtf.interval(edtf.day(start), edtf.day(end))
    else:
        written = edtf.listed(when.edtf for when in found)
    return span(start, end, written)


def _anaphor(node: Anaphor, context: Context) -> When | None:
    if node.base is None:
        when = anaphor(node, None, context)
        if when is None and node.unit == "weekday" and node.count == 0:
            return weekday(Weekday(int(node.name or 0), -1), context)  # "that Saturday"
        return when
    known = context
    if context.published is not None and node.count > 0 and node.unit == "day":
        # "a day after Monday's attack", said on Monday: the Monday before.
        known = replace(context, published=context.published - node.count * DAY)
    return anaphor(node, resolve(node.base, known), context)


def _past(node: Past, context: Context, report: dt.date) -> When | None:
    """ "three days ago", "a week ago today", "a year ago this week"."""
    if node.day is None:
        return ago(node.count, node.unit, report)
    base = resolve(node.day, context)
    if base is None or base.start is None or base.end is None:
        return None
    ends = back(base.start, node.count, node.unit), back(base.end, node.count, node.unit)
    return span(ends[0], ends[1]) if ends[0] and ends[1] else None


def _without_day(node: Node, context: Context) -> When | None:
    """What can be said of an open end when the report has no date."""
    if isinstance(node, From):
        when = resolve(node.inner, context)
        if when is not None and when.start is not None:
            return When(when.start, None, edtf.open_end(beginning(when)), 5, open_end=True)
    return None


def _from_report(node: Node, context: Context, report: dt.date) -> When | None:
    match node:
        case Shifted(days):
            return one_day(report + days * DAY)
        case Unit(definite=True) if context.near and context.span and not context.future:
            told = context.span[0]
            known = calendar_unit(replace(node, so_far=False), told)
            if known is None or known.end is None or known.end < report:
                return known
            return calendar_unit(node, report)
        case Unit():
            return calendar_unit(node, report, future=context.future)
        case Past():
            return _past(node, context, report)
        case Rolling(count, unit):
            start = back(report, count, unit)
            return span(start, report) if start else None
        case Vague("minute"):
            return one_day(report)
        case Vague("hour"):
            return span(report - DAY, report)  # "in the past few hours"
        case Vague(unit):
            prec = {"day": 3, "week": 4}.get(unit or "", 5)
            return When(None, report, edtf.open_start(edtf.day(report)), prec)
        case From(inner, after):
            when = resolve(inner, context)
            if when is None or when.start is None or when.end is None:
                return None
            start = when.end + DAY if after and when.end < report else when.start
            if start > report:
                return None
            written = edtf.day(start) if start != when.start else beginning(when)
            if "{" in written:
                written = edtf.day(start)
            return When(
                start, report, edtf.open_end(written), precision(start, report), open_end=True
            )
    return None
