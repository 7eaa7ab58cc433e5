"""Days written out in a line: what headers, tables and pages say of their publication."""

from __future__ import annotations

import datetime as dt
from typing import Final

from geo.dates import DateMention, find_dates
from geo.model import DatePhrase
from geo.text import language_of

__all__ = ["dates_of_line", "day_of_field", "is_day", "read_day", "skip_space"]

_MAX_LINE: Final = 300


def read_day(text: str | None) -> dt.date | None:
    """Read one written-out day; None where the words leave it open.

    Examples
    --------
    >>> read_day("Mon, 28 Jun 2021 14:05:00 +0300")
    datetime.date(2021, 6, 28)
    >>> read_day("last Monday")
    """
    if not text:
        return None
    found = [m.phrase for m in dates_of_line(text[:_MAX_LINE])]
    days = [phrase for phrase in found if is_day(phrase)]
    return days[0].start if days else None


def day_of_field(value: object) -> dt.date | None:
    """Read the day in a field of data: ISO 8601, or written out; None for anything else."""
    if not isinstance(value, str):
        return None
    try:
        return dt.date.fromisoformat(value.strip()[:10])
    except ValueError:
        return read_day(value)


def dates_of_line(line: str) -> tuple[DateMention, ...]:
    """Dates of a line too short to tell its language: the reading that finds the longest."""
    code = language_of(line)
    readings = [
        find_dates(line, published=None, language=language)
        for language in dict.fromkeys((code or "en", "en", "fr", "es", "ru", "uk", "ar"))
        if language in ("en", code) or not line.isascii() or language in ("fr", "es")
    ]
    return max(readings, key=lambda found: sum(m.end - m.start for m in found if is_day(m.phrase)))


def is_day(phrase: DatePhrase) -> bool:
    return phrase.start is not None and phrase.start == phrase.end


def skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position
