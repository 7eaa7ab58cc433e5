"""Calendars: months, weeks, seasons, feasts of several faiths, as spans of days.

Every function returns inclusive first and last days. Islamic dates follow the Umm
al-Qura calendar (library `hijridate`, 1343-1500 AH); the moon may be sighted a day
earlier or later elsewhere. Easter is `dateutil.easter`. Jewish feasts come from
`pyluach` where it is installed.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final

__all__ = [
    "HIJRI_YEARS",
    "HOLIDAYS",
    "MOON_BOUND",
    "SEASONS",
    "add_months",
    "hijri_day",
    "hijri_month",
    "hijri_year_of",
    "holiday",
    "month_days",
    "week_days",
]

Days = tuple[dt.date, dt.date]

HIJRI_YEARS: Final = (1343, 1500)
"""What the library's tables cover: 1924 to 2077."""

SEASONS: Final[Mapping[str, int]] = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""First month of the season, meteorological, north of the equator (World Meteorological
Organization convention of three whole months)."""

_DAY = dt.timedelta(days=1)


def month_days(year: int, month: int) -> Days:
    """First and last day of a month.

    Examples
    --------
    >>> month_days(2024, 2)[1].day
    29
    """
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def week_days(day: dt.date, shift: int = 0) -> Days:
    """Monday and Sunday of the week of a day, or of a week before or after it."""
    monday = day - dt.timedelta(days=day.weekday()) + dt.timedelta(weeks=shift)
    return monday, monday + dt.timedelta(days=6)


def add_months(day: dt.date, months: int) -> dt.date:
    """Move a day by months, to the month's last day where the day does not exist.

    Examples
    --------
    >>> add_months(dt.date(2021, 3, 31), -1)
    datetime.date(2021, 2, 28)
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


# --- The Islamic calendar ------------------------------------------------------------


def hijri_year_of(day: dt.date) -> int | None:
    """Hijri year of a day, or None outside the library's tables.

    Examples
    --------
    >>> hijri_year_of(dt.date(2021, 6, 28))
    1442
    """
    from hijridate import Gregorian

    try:
        return int(Gregorian.fromdate(day).to_hijri().year)
    except (OverflowError, ValueError):
        return None


def hijri_day(year: int, month: int, day: int) -> dt.date | None:
    """Gregorian day of an Islamic date, or None where there is none.

    Examples
    --------
    >>> hijri_day(1442, 9, 1)
    datetime.date(2021, 4, 13)
    """
    from hijridate import Hijri

    try:
        return dt.date(*Hijri(year, month, day).to_gregorian().datetuple())
    except (OverflowError, ValueError):
        return None


def hijri_month(year: int, month: int) -> Days | None:
    """First and last day of an Islamic month, or None outside the tables."""
    from hijridate import Hijri

    first = hijri_day(year, month, 1)
    if first is None:
        return None
    return first, first + (Hijri(year, month, 1).month_length() - 1) * _DAY


# --- Feasts --------------------------------------------------------------------------


def _fixed(month: int, day: int, length: int = 1) -> Callable[[int], list[Days]]:
    def days(year: int) -> list[Days]:
        first = dt.date(year, month, day)
        return [(first, first + (length - 1) * _DAY)]

    return days


def _easter(offset: int, length: int = 1, *, orthodox: bool = False) -> Callable[[int], list[Days]]:
    def days(year: int) -> list[Days]:
        from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

        sunday = easter(year, EASTER_ORTHODOX if orthodox else EASTER_WESTERN)
        first = sunday + offset * _DAY
        return [(first, first + (length - 1) * _DAY)]

    return days


def _islamic(month: int, day: int, length: int = 1) -> Callable[[int], list[Days]]:
    def days(year: int) -> list[Days]:
        # A Gregorian year holds parts of two Hijri years, now and then of three.
        middle = round((year - 622) * 33 / 32)
        found = (hijri_day(hijri, month, day) for hijri in range(middle - 1, middle + 3))
        return [
            (first, first + (length - 1) * _DAY) for first in found if first and first.year == year
        ]

    return days


def _jewish(month: int, day: int, length: int = 1) -> Callable[[int], list[Days]]:
    def days(year: int) -> list[Days]:
        try:
            from pyluach.dates import HebrewDate
        except ImportError:
            return []
        found = (HebrewDate(year + shift, month, day).to_pydate() for shift in (3760, 3761))
        return [(first, first + (length - 1) * _DAY) for first in found if first.year == year]

    return days


HOLIDAYS: Final[Mapping[str, Callable[[int], list[Days]]]] = {
    "christmas": _fixed(12, 25),
    "christmas_eve": _fixed(12, 24),
    "boxing_day": _fixed(12, 26),
    "orthodox_christmas": _fixed(1, 7),
    "new_year": _fixed(1, 1),
    "new_year_eve": _fixed(12, 31),
    "may_day": _fixed(5, 1),
    "epiphany": _fixed(1, 6),
    "assumption": _fixed(8, 15),
    "all_saints": _fixed(11, 1),
    # The equinox moves between the two days.
    "nowruz": _fixed(3, 20, 2),
    "easter": _easter(0),
    "good_friday": _easter(-2),
    "holy_thursday": _easter(-3),
    "palm_sunday": _easter(-7),
    "holy_week": _easter(-7, 8),
    "easter_week": _easter(0, 7),
    "easter_monday": _easter(1),
    "ash_wednesday": _easter(-46),
    "ascension": _easter(39),
    "pentecost": _easter(49),
    "orthodox_easter": _easter(0, orthodox=True),
    "eid_al_fitr": _islamic(10, 1, 3),
    "eid_al_adha": _islamic(12, 10, 4),
    "ashura": _islamic(1, 10),
    "arbaeen": _islamic(2, 20),
    "mawlid": _islamic(3, 12),
    "laylat_al_qadr": _islamic(9, 27),
    "yom_kippur": _jewish(7, 10),
    "rosh_hashanah": _jewish(7, 1, 2),
    "sukkot": _jewish(7, 15, 7),
    "simchat_torah": _jewish(7, 23),
    "hanukkah": _jewish(9, 25, 8),
    "purim": _jewish(12, 14),
    "passover": _jewish(1, 15, 8),
}
"""Feasts by name; each gives its spans that begin in a Gregorian year."""

MOON_BOUND: Final = frozenset(
    {
        "eid_al_fitr",
        "eid_al_adha",
        "ashura",
        "arbaeen",
        "mawlid",
        "laylat_al_qadr",
    }
)
"""Feasts that local sighting of the moon may move by a day."""


def holiday(name: str, year: int) -> list[Days]:
    """Spans of a feast that begin in a Gregorian year; "eid" is either of the two.

    Examples
    --------
    >>> holiday("orthodox_easter", 2021)
    [(datetime.date(2021, 5, 2), datetime.date(2021, 5, 2))]
    >>> holiday("no such feast", 2021)
    []
    """
    if name == "eid":
        return sorted(holiday("eid_al_fitr", year) + holiday("eid_al_adha", year))
    rule = HOLIDAYS.get(name)
    try:
        return rule(year) if rule else []
    except (OverflowError, ValueError):
        return []
