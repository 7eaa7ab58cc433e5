"""Days of phrases that lean on another date of the text: "two days later", "that month"."""

from __future__ import annotations

import datetime as dt
from typing import Final

from geo.dates import calendars, edtf
from geo.dates.nodes import Anaphor
from geo.dates.when import DAY, Context, When, around, months, one_day, span

__all__ = ["anaphor", "nth_day"]

_WEEK: Final = 7
_HALF_WEEK: Final = 3
_EXACT: Final = "exact"
_A_FEW: Final = {"day": 6, "week": 27, "month": 182}
"""Days that "within days", "within weeks" and "within months" reach at most."""


def anaphor(node: Anaphor, base: When | None, context: Context) -> When | None:
    """The days that a phrase means, counted from `base` or from what was named last."""
    if node.name == _EXACT:
        return _to_the_day(node, base, context)
    if node.unit in ("month", "year", "season"):
        return _of_calendar(node, base, context)
    anchor = _anchor(node, base, context)
    if anchor is None:
        return None
    match node.unit:
        case "day" | "night":
            return one_day(anchor + node.count * DAY)
        case "hour":
            return one_day(anchor + node.count * DAY, approximate=True)
        case "minute":
            return one_day(anchor)
        case "hours":
            return span(anchor, anchor + DAY)
        case "within":
            reach = node.count if node.name is None else _A_FEW[str(node.name)]
            return span(anchor, anchor + reach * DAY)
        case "weekday":
            return one_day(_weekday(anchor, int(node.name or 0), node.count))
        case "weekday of week":
            return one_day(calendars.week_days(anchor, node.count)[0] + int(node.name or 0) * DAY)
        case "week" | "fortnight" if node.counted:
            weeks = node.count * (2 if node.unit == "fortnight" else 1)
            return one_day(anchor + weeks * _WEEK * DAY, approximate=True)
        case "week":
            return span(*calendars.week_days(anchor, node.count))
        case "weekend":
            saturday = calendars.week_days(anchor, node.count)[0] + 5 * DAY
            return span(saturday, saturday + DAY)
    return None


def _to_the_day(node: Anaphor, base: When | None, context: Context) -> When | None:
    """ "exactly five months later", "ten years to the day after the attack of 11 March 2004"."""
    anchor = _anchor(node, base, context)
    months_in = {"month": 1, "year": 12}.get(node.unit)
    if anchor is None:
        return None
    if months_in is None:
        days = {"week": _WEEK, "fortnight": 2 * _WEEK}.get(node.unit, 1)
        return one_day(anchor + node.count * days * DAY)
    return one_day(calendars.add_months(anchor, node.count * months_in))


def _anchor(node: Anaphor, base: When | None, context: Context) -> dt.date | None:
    """The day that is counted from: the near end of a time of several days."""
    if node.base is not None:
        if base is None or base.start is None or base.end is None:
            return None
        return base.end if node.count > 0 else base.start
    if context.anchor is not None:
        return context.anchor
    if context.span is None or (context.span[1] - context.span[0]).days >= _WEEK:
        return None
    return context.span[node.count > 0]


def _weekday(anchor: dt.date, weekday: int, side: int) -> dt.date:
    """The weekday before the anchor, after it, or nearest to it ("that Sunday")."""
    if side > 0:
        return anchor + ((weekday - anchor.weekday()) % _WEEK or _WEEK) * DAY
    if side < 0:
        return anchor - ((anchor.weekday() - weekday) % _WEEK or _WEEK) * DAY
    return anchor + ((weekday - anchor.weekday() + _HALF_WEEK) % _WEEK - _HALF_WEEK) * DAY


def _of_calendar(node: Anaphor, base: When | None, context: Context) -> When | None:
    """ "that month", "a year later", "the summer before": counted in whole months and years."""
    if node.base is not None:
        anchor = None if base is None else base.start
        month = anchor
    else:
        month, anchor = context.month, context.span[0] if context.span else None
    if node.unit == "month" and month is not None:
        moved = calendars.add_months(month.replace(day=1), node.count)
        when = months(moved.year, moved.month, moved.month)
        return around(when) if node.counted else when
    if anchor is None:
        return None
    if node.unit == "year":
        year = anchor.year + node.count
        return span(dt.date(year, 1, 1), dt.date(year, 12, 31), edtf.year(year))
    if node.unit == "season":
        return _season_before(str(node.name), anchor)
    return None


def _season_before(season: str, anchor: dt.date) -> When:
    """The last season of a name that was over by a day."""
    for year in (anchor.year, anchor.year - 1, anchor.year - 2):
        start = dt.date(year, calendars.SEASONS[season], 1)
        end = calendars.add_months(start, 3) - DAY
        if end < anchor:
            break
    written = (edtf.month(start.year, start.month), edtf.month(end.year, end.month))
    return span(start, end, edtf.interval(*written))


def nth_day(number: int, context: Context) -> When | None:
    """ "day three", "D+3", "on the third day": from the day the text says it began."""
    if context.outset is None:
        return None
    return one_day(context.outset + (number - 1) * DAY)
