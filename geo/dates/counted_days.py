"""Days counted back from the day of the report: "last week", "three days ago"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Final

from geo.dates import calendars, edtf
from geo.dates.nodes import (
    Unit,
)
from geo.dates.when import DAY, When, around, months, one_day, span

__all__ = ["ago", "back", "calendar_unit"]

_WEEK_SLACK: Final = 3
"""Days either side of "two weeks ago": half a week, so that the spans of neighbours meet."""


def calendar_unit(node: Unit, report: dt.date, *, future: bool = False) -> When | None:
    match node.unit:
        case "day" | "night":
            return one_day(report + node.shift * DAY)
        case "week":
            when = span(*calendars.week_days(report, node.shift))
        case "weekend":
            # "this weekend" and "at the weekend", said on a weekday: the one before.
            saturday = report - ((report.weekday() - 5) % 7) * DAY
            shift = node.shift + (1 if node.shift == -1 and report.weekday() < 5 else 0)
            saturday += 7 * shift * DAY
            when = span(saturday, saturday + DAY)
        case "month":
            moved = calendars.add_months(report.replace(day=1), node.shift)
            when = months(moved.year, moved.month, moved.month)
        case "quarter":
            first = 3 * ((report.month - 1) // 3) + 1
            moved = calendars.add_months(report.replace(month=first, day=1), 3 * node.shift)
            when = months(moved.year, moved.month, moved.month + 2)
        case "year":
            year = report.year + node.shift
            when = span(dt.date(year, 1, 1), dt.date(year, 12, 31), edtf.year(year))
        case "decade":
            first = report.year // 10 * 10 + 10 * node.shift
            when = span(dt.date(first, 1, 1), dt.date(first + 9, 12, 31), edtf.decade(first))
        case _:
            return None
    if (
        node.so_far or (node.unit == "week" and node.shift == 0 and not future)
    ) and when.start is not None:
        return span(when.start, report)
    return when


def back(report: dt.date, count: int, unit: str) -> dt.date | None:
    match unit:
        case "minute":
            return report
        case "hour":
            return report - -(-count // 24) * DAY
        case "day" | "night":
            return report - count * DAY
        case "week":
            return report - 7 * count * DAY
        case "fortnight":
            return report - 14 * count * DAY
        case "weekend":
            return calendars.week_days(report, -count)[0]
        case "month":
            return calendars.add_months(report, -count)
        case "quarter":
            return calendars.add_months(report, -3 * count)
        case "year":
            return calendars.add_months(report, -12 * count)
        case "decade":
            return calendars.add_months(report, -120 * count)
    return None


def ago(count: int, unit: str, report: dt.date) -> When | None:
    point = back(report, count, unit)
    if point is None:
        return None
    match unit:
        case "minute":
            return one_day(report)
        case "hour":
            return span(report - -(-count // 24) * DAY, report) if count > 6 else one_day(report)
        case "day" | "night":
            return one_day(point, approximate=count >= 10 and count % 5 == 0)
        case "week" | "fortnight":
            slack = _WEEK_SLACK * DAY
            return replace(
                around(span(point - slack, min(point + slack, report))) or one_day(point), prec=3
            )
        case "month" | "quarter":
            return around(months(point.year, point.month, point.month))
        case "year":
            return around(
                span(dt.date(point.year, 1, 1), dt.date(point.year, 12, 31), edtf.year(point.year))
            )
        case "decade":
            return span(
                dt.date(point.year - 2, 1, 1),
                dt.date(point.year + 2, 12, 31),
                edtf.interval(
                    edtf.year(point.year - 2, approximate=True),
                    edtf.year(point.year + 2, approximate=True),
                ),
            )
    return None
