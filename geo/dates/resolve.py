"""From what a phrase says to the days it means, given the day of the report.

Reports tell of what has happened: a day without a year, or a weekday without a week,
is the last one not after the report, unless its clause speaks of the future. Where the
text does not settle a date the answer is None, never a guess.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Final

from geo.dates import calendars, edtf
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

__all__ = ["Context", "When", "precision", "resolve"]

_DAY: Final = dt.timedelta(days=1)

_WEEK_SLACK: Final = 3
"""Days either side of "two weeks ago": half a week, so that the spans of neighbours meet."""

_DAY_PARTS: Final = {
    "early": (0, 1 / 3), "mid": (1 / 3, 2 / 3), "late": (2 / 3, 1), "start": (0, 1 / 4),
    "end": (3 / 4, 1),
}  # fmt: skip
"""Thirds of whatever is parted, quarters for its start and end; of a month days 1-10, 11-20
and 21 to the last."""

_MONTHS_IN: Final = {
    "early": (1, 4), "mid": (5, 8), "late": (9, 12), "start": (1, 3), "end": (10, 12)
}  # fmt: skip
_DAYS_IN: Final = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "start": (1, 10), "end": (21, 31)}
_YEARS_IN: Final = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "start": (0, 2), "end": (7, 9)}


@dataclass(frozen=True, slots=True)
class Context:
    """What is known where a phrase stands."""

    published: dt.date | None
    anchor: dt.date | None = None
    """The day last named before the phrase, for "the next day"."""
    year: int | None = None
    """The year that the paragraph speaks of."""
    future: bool = False
    day_first: bool | None = None
    """How the text writes 28/06/2021, where another of its dates shows it."""


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


def resolve(node: Node, context: Context) -> When | None:
    """Give a node its days; None where they cannot be told."""
    try:
        return _resolve(node, context)
    except (OverflowError, ValueError):  # 30 February, the year 10000
        return None


def _resolve(node: Node, context: Context) -> When | None:
    match node:
        case Exact(day):
            return _day(day)
        case Day():
            return _month_day(node, context)
        case Numeric():
            return _numeric(node, context)
        case Month():
            return _month(node, context)
        case Year(year):
            full = _full_year(year, context)
            return _span(dt.date(full, 1, 1), dt.date(full, 12, 31), edtf.year(full))
        case Decade(first):
            return _span(dt.date(first, 1, 1), dt.date(first + 9, 12, 31), edtf.decade(first))
        case Season():
            return _season(node, context)
        case Weekday():
            return _weekday(node, context)
        case HijriDate():
            return _hijri(node, context)
        case Holiday():
            return _holiday(node, context)
        case Part(part, inner):
            return _part(part, inner, context)
        case Nth():
            return _nth(node, context)
        case Around(inner):
            return _around(resolve(inner, context))
        case Range():
            return _range(node, context)
        case Days(items):
            return _listed(items, context)
        case Anaphor():
            return _anaphor(node, context)
        case Until(inner, inclusive):
            when = resolve(inner, context)
            if when is None or when.start is None or when.end is None:
                return None
            end = when.end if inclusive else when.start - _DAY
            written = edtf.day(end) if "/" in when.edtf or not inclusive else when.edtf
            return When(None, end, edtf.open_start(written), 5)
        case Shifted() | Unit() | Past() | Rolling() | Vague() | From():
            if context.published is None:
                return _without_day(node, context)
            return _from_report(node, context, context.published)
    return None


# --- Spans ---------------------------------------------------------------------------


def _day(day: dt.date, *, approximate: bool = False) -> When:
    return When(day, day, edtf.day(day, approximate=approximate), 2 if approximate else 1)


def _span(start: dt.date, end: dt.date, written: str | None = None, prec: int | None = None) -> When:
    text = written or edtf.interval(edtf.day(start), edtf.day(end))
    return When(start, end, text, prec or precision(start, end))


def _months(year: int, first: int, last: int) -> When:
    start, end = calendars.month_days(year, first)[0], calendars.month_days(year, last)[1]
    return _span(start, end, edtf.interval(edtf.month(year, first), edtf.month(year, last)))


def _around(when: When | None) -> When | None:
    if when is None or when.start is None or "{" in when.edtf or ".." in when.edtf:
        return when
    ends = [end.rstrip("~") + "~" for end in when.edtf.split("/")]
    return replace(when, edtf="/".join(ends), prec=max(2, when.prec))


def _full_year(year: int, context: Context) -> int:
    if year >= 100:
        return year
    if context.published is None:
        # The POSIX rule for two digits.
        return year + (2000 if year <= 68 else 1900)
    full = context.published.year // 100 * 100 + year
    return full if full <= context.published.year + 1 else full - 100


# --- Months, days, weekdays ----------------------------------------------------------


def _year_said(node: Day | Month | Season, context: Context) -> int | None:
    if node.year is not None:
        return _full_year(node.year, context)
    if node.year_shift is not None and context.published is not None:
        return context.published.year + node.year_shift
    return None


def _month_day(node: Day, context: Context) -> When | None:
    if node.month == 0:
        return _day_of_month(node.day, context)
    year = _year_said(node, context)
    if year is not None:
        return _day(dt.date(year, node.month, node.day))
    if context.published is None:
        dt.date(2000, node.month, node.day)  # raises for 31 February
        if context.year is None:
            return When(None, None, f"XXXX-{node.month:02d}-{node.day:02d}", 5)
        return _day(dt.date(context.year, node.month, node.day))
    if context.year is not None and not context.future:
        day = dt.date(context.year, node.month, node.day)
        if day <= context.published and node.weekday in (None, day.weekday()):
            return _day(day)
    candidates = [
        day
        for year in range(context.published.year - 8, context.published.year + 9)
        if (day := _maybe(year, node.month, node.day)) is not None
        and (node.weekday is None or day.weekday() == node.weekday)
    ]
    chosen = _nearest(candidates, context.published, future=context.future)
    return _day(chosen) if chosen else None


def _maybe(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _nearest(days: list[dt.date], report: dt.date, *, future: bool) -> dt.date | None:
    """Return the last of sorted days not after the report, or the next one."""
    if future:
        coming = next((day for day in days if day >= report), None)
        if coming is not None and (coming - report).days < 366:
            return coming
    # A report of the evening may bear the date of its own time zone.
    return next((day for day in reversed(days) if day <= report + _DAY), None)


def _day_of_month(day: int, context: Context) -> When | None:
    base = context.anchor if context.published is None else context.published
    if base is None:
        return None
    for back in range(0, 13):
        first = calendars.add_months(base.replace(day=1), back if context.future else -back)
        found = _maybe(first.year, first.month, day)
        if found is not None and (found >= base if context.future else found <= base):
            return _day(found)
    return None


def _numeric(node: Numeric, context: Context) -> When | None:
    year = _full_year(node.year, context)
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
        return _day(next(iter(possible.values())))
    if told is not None and told in possible:
        return _day(possible[told])
    return None


def _month(node: Month, context: Context) -> When | None:
    year = _year_said(node, context)
    if year is None:
        report = context.published
        if report is None:
            if context.year is None:
                return When(None, None, f"XXXX-{node.month:02d}", 5)
            year = context.year
        elif context.year is not None and node.shift is None and not context.future:
            year = context.year if (context.year, node.month) <= (report.year, report.month) else None
        if year is None and report is not None:
            past = node.month <= report.month if node.shift is None else node.month < report.month
            year = report.year if past else report.year - 1
            if node.shift == 0 and node.month >= report.month:
                year = report.year
            if context.future or node.shift == 1:
                year = report.year + (node.month <= report.month if node.shift == 1
                                      else node.month < report.month)
    if year is None:
        return None
    return _months(year, node.month, node.month)


def _season(node: Season, context: Context) -> When | None:
    first = calendars.SEASONS[node.season]

    def days(year: int) -> tuple[dt.date, dt.date]:
        start = dt.date(year, first, 1)
        return start, calendars.add_months(start, 3) - _DAY

    year = _year_said(node, context)
    if year is None:
        report = context.published
        if report is None:
            return None
        begun = [y for y in (report.year - 2, report.year - 1, report.year, report.year + 1)
                 if days(y)[0] <= report]
        year = begun[-1]
        if node.shift == -1 and days(year)[1] >= report:
            year -= 1  # "last summer", said in summer
        if node.shift == 1 or context.future:
            year += 1
    start, end = days(year)
    return _span(start, end, edtf.interval(edtf.month(start.year, start.month),
                                           edtf.month(end.year, end.month)))


def _weekday(node: Weekday, context: Context) -> When | None:
    report = context.published
    if report is None:
        return None
    if node.week_shift is not None:
        monday = calendars.week_days(report, node.week_shift)[0]
        return _day(monday + node.weekday * _DAY)
    back = (report.weekday() - node.weekday) % 7
    if node.shift == 1 or (context.future and node.shift is None):
        ahead = -back % 7
        return _day(report + (ahead or (7 if node.shift == 1 else 0)) * _DAY)
    if node.shift == -1 and back == 0:
        back = 7
    return _day(report - back * _DAY)


# --- Feasts and the Islamic calendar -------------------------------------------------


def _hijri(node: HijriDate, context: Context) -> When | None:
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


def _holiday(node: Holiday, context: Context) -> When | None:
    said = None if node.year is None else _full_year(node.year, context)
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
    spans: list[tuple[dt.date, dt.date]], context: Context, *, said: bool, shift: int | None,
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
            spans = [span for span in spans if span[0] <= report + _DAY][-1:]
    if not spans:
        return None
    when = _span(*spans[-1])
    return _around(when) if moon else when


# --- Parts ---------------------------------------------------------------------------


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
        return _span(start.replace(day=first), start.replace(day=min(last, end.day)))
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        if start.year == end.year:
            return _months(start.year, *_MONTHS_IN[part])
        first, last = _YEARS_IN[part]
        years = start.year + first, start.year + last
        return _span(dt.date(years[0], 1, 1), dt.date(years[1], 12, 31),
                     edtf.interval(edtf.year(years[0]), edtf.year(years[1])))
    low, high = _DAY_PARTS[part]
    return _span(start + round(low * days) * _DAY,
                 start + max(round(high * days) - 1, round(low * days)) * _DAY)


def _half(part: str, start: dt.date, end: dt.date) -> When:
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return _months(start.year, *((1, 6) if part == "h1" else (7, 12)))
    middle = start + ((end - start).days // 2) * _DAY
    return _span(start, middle) if part == "h1" else _span(middle + _DAY, end)


def _nth(node: Nth, context: Context) -> When | None:
    if node.inner is None:
        if node.unit != "quarter" or context.published is None:
            return None
        year = context.published.year
        if dt.date(year, 3 * node.ordinal - 2, 1) > context.published and not context.future:
            year -= 1
        return _months(year, 3 * node.ordinal - 2, 3 * node.ordinal)
    whole = resolve(node.inner, context)
    if whole is None or whole.start is None or whole.end is None:
        return None
    if node.unit == "week_of":
        return _span(*calendars.week_days(whole.start))
    if node.unit == "week_ending":
        return _span(whole.end - 6 * _DAY, whole.end)
    if node.unit in ("month", "quarter", "year"):
        width = {"month": 1, "quarter": 3, "year": 12}[node.unit]
        if node.ordinal > 0:
            start = calendars.add_months(whole.start, (node.ordinal - 1) * width * node.count)
            end = calendars.add_months(start, width * node.count) - _DAY
        else:
            end = whole.end
            start = calendars.add_months(end + _DAY, -width * node.count)
        if start < whole.start or end > whole.end:
            return None
        return _span(start, end, edtf.interval(edtf.month(start.year, start.month),
                                               edtf.month(end.year, end.month)))
    width = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}.get(node.unit)
    if width is None:
        return None
    length = width * node.count
    if node.ordinal > 0:
        start = whole.start + (node.ordinal - 1) * length * _DAY
        end = start + (length - 1) * _DAY
    else:
        start, end = whole.end - (length - 1) * _DAY, whole.end
    if start > whole.end or start < whole.start:
        return None
    when = _span(start, min(end, whole.end) if width > 1 else end)
    return _around(when) if "~" in whole.edtf else when


# --- Ranges and lists ----------------------------------------------------------------


def _range(node: Range, context: Context) -> When | None:
    last = resolve(node.last, context)
    if last is None or last.end is None or last.start is None:
        return None
    # The beginning is the last such day before the end.
    first = resolve(node.first, replace(context, published=last.end, year=None, future=False))
    if first is None or first.start is None or first.start > last.end:
        return None
    ends = (first.edtf.split("/")[0], last.edtf.split("/")[-1])
    return _span(first.start, last.end, edtf.interval(*ends))


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
        a.end is not None and b.start is not None and b.start - a.end == _DAY
        for a, b in zip(found, found[1:], strict=False)
    )
    if adjoining:
        written = edtf.interval(found[0].edtf.split("/")[0], found[-1].edtf.split("/")[-1])
    elif any("/" in when.edtf for when in found):
        written = edtf.interval(edtf.day(start), edtf.day(end))
    else:
        written = edtf.listed(when.edtf for when in found)
    return _span(start, end, written)


# --- Counted from another date, or from the report -----------------------------------


def _anaphor(node: Anaphor, context: Context) -> When | None:
    anchor = context.anchor
    if node.base is not None:
        base = resolve(node.base, context)
        anchor = base.start if base is not None and base.start == base.end else None
        if base is not None and node.count > 0 and base.end is not None:
            anchor = base.end
        elif base is not None and node.count < 0 and base.start is not None:
            anchor = base.start
    if anchor is None:
        return None
    match node.unit:
        case "day" | "night":
            return _day(anchor + node.count * _DAY)
        case "weekday":
            ahead = (node.count - anchor.weekday()) % 7 or 7
            return _day(anchor + ahead * _DAY)
        case "week" | "fortnight" if node.base is not None or abs(node.count) > 1:
            weeks = node.count * (2 if node.unit == "fortnight" else 1)
            return _day(anchor + weeks * 7 * _DAY, approximate=True)
        case "week":
            return _span(*calendars.week_days(anchor, node.count))
        case "month":
            moved = calendars.add_months(anchor.replace(day=1), node.count)
            return _around(_months(moved.year, moved.month, moved.month)) if node.count else _months(
                moved.year, moved.month, moved.month)
        case "year":
            year = anchor.year + node.count
            return _span(dt.date(year, 1, 1), dt.date(year, 12, 31), edtf.year(year))
    return None


def _without_day(node: Node, context: Context) -> When | None:
    """What can be said of an open end when the report has no date."""
    if isinstance(node, From):
        when = resolve(node.inner, context)
        if when is not None and when.start is not None:
            return When(when.start, None, edtf.open_end(when.edtf.split("/")[0]), 5, open_end=True)
    return None


def _from_report(node: Node, context: Context, report: dt.date) -> When | None:
    match node:
        case Shifted(days):
            return _day(report + days * _DAY)
        case Unit():
            return _unit(node, report, future=context.future)
        case Past(count, unit):
            return _past(count, unit, report)
        case Rolling(count, unit):
            start = _back(report, count, unit)
            return _span(start, report) if start else None
        case Vague(unit):
            prec = {"hour": 2, "day": 3, "week": 4}.get(unit or "", 5)
            return When(None, report, edtf.open_start(edtf.day(report)), prec)
        case From(inner, after):
            when = resolve(inner, context)
            if when is None or when.start is None or when.end is None:
                return None
            start = when.end + _DAY if after and when.end < report else when.start
            if start > report:
                return None
            written = edtf.day(start) if start != when.start else when.edtf.split("/")[0]
            if "{" in written:
                written = edtf.day(start)
            return When(start, report, edtf.open_end(written), precision(start, report), open_end=True)
    return None


def _unit(node: Unit, report: dt.date, *, future: bool = False) -> When | None:
    match node.unit:
        case "day" | "night":
            return _day(report + node.shift * _DAY)
        case "week":
            when = _span(*calendars.week_days(report, node.shift))
        case "weekend":
            # "this weekend" and "at the weekend", said on a weekday: the one before.
            saturday = report - ((report.weekday() - 5) % 7) * _DAY
            shift = node.shift + (1 if node.shift == -1 and report.weekday() < 5 else 0)
            saturday += 7 * shift * _DAY
            when = _span(saturday, saturday + _DAY)
        case "month":
            moved = calendars.add_months(report.replace(day=1), node.shift)
            when = _months(moved.year, moved.month, moved.month)
        case "quarter":
            first = 3 * ((report.month - 1) // 3) + 1
            moved = calendars.add_months(report.replace(month=first, day=1), 3 * node.shift)
            when = _months(moved.year, moved.month, moved.month + 2)
        case "year":
            year = report.year + node.shift
            when = _span(dt.date(year, 1, 1), dt.date(year, 12, 31), edtf.year(year))
        case "decade":
            first = report.year // 10 * 10 + 10 * node.shift
            when = _span(dt.date(first, 1, 1), dt.date(first + 9, 12, 31), edtf.decade(first))
        case _:
            return None
    if (node.so_far or (node.unit == "week" and node.shift == 0 and not future)) and when.start is not None:
        return _span(when.start, report)
    return when


def _back(report: dt.date, count: int, unit: str) -> dt.date | None:
    match unit:
        case "hour":
            return report - -(-count // 24) * _DAY
        case "day" | "night":
            return report - count * _DAY
        case "week":
            return report - 7 * count * _DAY
        case "fortnight":
            return report - 14 * count * _DAY
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


def _past(count: int, unit: str, report: dt.date) -> When | None:
    point = _back(report, count, unit)
    if point is None:
        return None
    match unit:
        case "hour":
            return _span(report - -(-count // 24) * _DAY, report) if count > 6 else _day(report)
        case "day" | "night":
            return _day(point, approximate=count >= 10 and count % 5 == 0)
        case "week" | "fortnight":
            slack = _WEEK_SLACK * _DAY
            return replace(_around(_span(point - slack, min(point + slack, report))) or _day(point),
                           prec=3)
        case "month" | "quarter":
            return _around(_months(point.year, point.month, point.month))
        case "year":
            return _around(_span(dt.date(point.year, 1, 1), dt.date(point.year, 12, 31),
                                 edtf.year(point.year)))
        case "decade":
            return _span(dt.date(point.year - 2, 1, 1), dt.date(point.year + 2, 12, 31),
                         edtf.interval(edtf.year(point.year - 2, approximate=True),
                                       edtf.year(point.year + 2, approximate=True)))
    return None
