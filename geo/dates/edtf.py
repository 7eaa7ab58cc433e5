"""Writing dates in EDTF (ISO 8601-2, Library of Congress, 2019).

Only the forms that reports need: days, months, years, decades, closed and open
intervals, lists, "~" for approximate. The tests read each one back with the library
`edtf`, which is too slow to import for the product.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

__all__ = ["day", "decade", "interval", "listed", "month", "open_end", "open_start", "year"]


def day(date: dt.date, *, approximate: bool = False) -> str:
    """Write a day: 2021-06-28, or 2021-06-28~."""
    return date.isoformat() + ("~" if approximate else "")


def month(year: int, number: int, *, approximate: bool = False) -> str:
    """Write a month: 2021-06."""
    return f"{year:04d}-{number:02d}" + ("~" if approximate else "")


def year(number: int, *, approximate: bool = False) -> str:
    """Write a year: 2021."""
    return f"{number:04d}" + ("~" if approximate else "")


def decade(first: int) -> str:
    """Write a decade by its first year: 199X."""
    return f"{first // 10:03d}X"


def interval(start: str, end: str) -> str:
    """Write a closed interval; one date where both ends are the same."""
    return start if start == end else f"{start}/{end}"


def open_end(start: str) -> str:
    """Write an interval that goes on: 2021-04/.."""
    return f"{start}/.."


def open_start(end: str) -> str:
    """Write an interval whose beginning is not known: ../2021-06-28."""
    return f"../{end}"


def listed(dates: Iterable[str]) -> str:
    """Write several dates, all of them meant: {2021-05-03,2021-05-05}."""
    return "{" + ",".join(dates) + "}"
