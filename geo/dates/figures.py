"""Days written in figures: "2021-06-28", "28/06/2021", "24/08", "281200ZJUN21"."""

from __future__ import annotations

import datetime as dt
import re

from geo.dates.nodes import (
    Day,
    Exact,
    Numeric,
)
from geo.dates.row import Found, Row

__all__ = ["FigureDates"]

_DTG = re.compile(r"(\d\d)\d{4}\s?[A-Z]\s?([A-Za-z]{3})\s?(\d{4}|\d{2})")
_DTG_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


class FigureDates(Row):
    """Reads days that stand in figures."""

    def _iso(self, index: int) -> Found | None:
        year, month, day = (int(part) for part in self.key[index][:10].split("-"))
        try:
            return Exact(dt.date(year, month, day)), index + 1
        except ValueError:
            return None

    def _numeric(self, index: int) -> Found | None:
        text = self.key[index]
        separator = next(char for char in text if not char.isdigit())
        a, b, c = text.split(separator)
        if len(a) == 4:
            year, month, day = int(a), int(b), int(c)
            try:
                return Exact(dt.date(year, month, day)), index + 1
            except ValueError:
                return None
        if len(c) == 3:
            return None
        first, second, year = int(a), int(b), int(c)
        if not (1 <= first <= 31 and 1 <= second <= 31) or min(first, second) > 12:
            return None
        # Nobody writes the month first with full stops; languages but English never do.
        told = True if separator == "." or self.row.language != "en" else None
        if first > 12:
            told = True
        elif second > 12:
            told = False
        elif first == second:
            told = True
        return Numeric(first, second, year, told), index + 1

    def _short_numeric(self, index: int) -> Found | None:
        """ "24/08", "3/14", "17.03": a day without its year, where a day is to be expected."""
        before = self.at(index - 1) if index else "blank"
        if before == "mark" and self.key[index - 1] in ",(":
            before = self.at(index - 2) if index > 1 else "blank"
        text = self.key[index]
        stop = index + 1 if self.at(index) == "big" else index + 3
        heads = self.mark(stop, ":") or (self.mark(stop, "(") and self.at(stop + 1) == "weekday")
        # "02.01: two villages", "15.03 (Mon.)"
        if before not in ("on", "weekday", "blank", "dash") and not heads:
            return None
        if self.at(index) == "big" and len(text) == 5 and text[2] == ".":
            told: bool | None = True
            numbers, stop = (text[:2], text[3:]), index + 1
        elif (
            self.at(index) == "num"
            and self.mark(index + 1, "/")
            and self.at(index + 2) == "num"
            and self.adjoining(index)
            and self.adjoining(index + 1)
            and not self.mark(index + 3, "/")
        ):
            numbers, stop = (text, self.key[index + 2]), index + 3
            told = None if self.row.language == "en" else True
        else:
            return None
        if not all(part.isdigit() and len(part) <= 2 for part in numbers):
            return None
        first, second = (int(part) for part in numbers)
        if not (1 <= first <= 31 and 1 <= second <= 31) or min(first, second) > 12:
            return None
        if max(first, second) > 12:
            told = first > 12
        elif first == second:
            told = True
        return Numeric(first, second, None, told), stop

    def _dtg(self, index: int) -> Found | None:
        match = _DTG.match(self.key[index])
        if match is None or match[2].lower() not in _DTG_MONTHS:
            return None
        month = _DTG_MONTHS.index(match[2].lower()) + 1
        if not 1 <= int(match[1]) <= 31:
            return None
        return Day(month, int(match[1]), int(match[3])), index + 1
