"""Days of a month: "15 May 2021", "3, 5 and 9 May", "the second of this month", "on the 12th"."""

from __future__ import annotations

from typing import Final

from geo.dates.figures import FigureDates
from geo.dates.nodes import Anaphor, Day, Days, Unit
from geo.dates.row import Found

__all__ = ["MAX_LIST", "MonthDays"]

MAX_LIST: Final = 12
"""Days of one list that are read."""

_DAY_LEADS: Final = frozenset({
    "on", "since", "until", "before", "after", "from", "between", "and", "to", "by", "through",
})  # fmt: skip
"""What stands before "the 12th" when it is a day."""


class MonthDays(FigureDates):
    """Reads days of a month, its name said, pointed at or left out."""

    def _days_of_month(self, index: int) -> Found | None:
        """ "15 May 2021", "3, 5 and 9 May", "the third of May"."""
        first = self.day_number(index)
        if first is None:
            return None
        days, after = [first[0]], first[1]
        while len(days) < MAX_LIST:
            at = self.of_the(after)
            if self.at(after) == "dash" and self.adjoining(after):
                at = after + 1  # "3-June-2021"
            month = self.month(at, beside=True)
            if month is not None:
                break
            inside = self._month_pointed_at(after, at)
            if inside is not None:
                pointed = tuple(Day(0, day, inside=inside[0]) for day in days)
                return (pointed[0] if len(pointed) == 1 else Days(pointed)), inside[1]
            sign = (
                self.at(after) in ("and", "or", "dash")
                or self.mark(after, ",")
                or self.mark(after, "/")
            )
            following = self.day_number(after + 1) if sign else None
            if following is None and self.mark(after, ",") and self.at(after + 1) == "and":
                following = self.day_number(after + 2)
            if following is not None and following[0] <= days[-1]:
                following = None
            if following is None or self.at(after) == "dash":
                # "15-20 May" is a range, read in `geo.dates.phrases`.
                return self._day_alone(index, first)
            days.append(following[0])
            after = following[1]
        else:
            return None
        if self.at(after) == "the" or (
            self.tag[index] == "ord" and self.at(after) != "of" and self.row.language == "en"
        ):
            return None
        number, after = month
        short = len(self.key[after - 1]) <= 4 or self.mark(after - 1, ".")
        short = short or self._old_year(after)
        if (
            short
            and self.at(after + 1) == ""
            and after + 1 < self.size
            and self.row.words.counts(self.key[after + 1])
        ):
            short = False
        year, shift, after = self.year_after(after, short=short)
        nodes = tuple(Day(number, day, year, shift) for day in days)
        return (nodes[0] if len(nodes) == 1 else Days(nodes)), after

    def _month_pointed_at(self, after: int, at: int) -> Found | None:
        """ "of this month", "of that month", "inst.": the month of a day, without its name."""
        if self.at(after) in ("inst", "ult"):
            short = len(self.key[after]) <= 4
            stop = self.skip_dot(after + 1) if short else after + 1
            return Unit("month", -(self.at(after) == "ult")), stop
        if self.at(at) == "unit" and self.name(at) == "month" and self.at(at - 1) == "the":
            return Anaphor(0, "month"), at + 1  # "on the first of the month"
        if at == after or self.name(at + 1 if self.at(at + 1) == "unit" else at) != "month":
            return None
        if (said := self.shifted_unit(at)) is not None and self.at(at - 1) != "the":
            return Unit("month", said[1]), said[2]
        step = {"that": 0, "same": 0, "previous": -1, "following": 1, "shift": 1}.get(self.at(at))
        return None if step is None else (Anaphor(step, "month"), at + 2)

    def _day_alone(self, index: int, first: tuple[int, int]) -> Found | None:
        """ "on the 12th", "the morning of the 12th", and no noun after it."""
        of_hours = self.at(index - 2) == "of" and self.at(index - 3) == "daypart"
        opens = index == 0 or self.at(index - 1) == "blank" or self.mark(index - 1, ".")
        if self.tag[index] == "ordnum" and opens and self.at(first[1]) == "mark":
            return Day(0, first[0]), first[1]  # "22nd, 1300L: cluster munition"
        if (
            self.tag[index] != "ordnum"
            or self.at(index - 1) != "the"
            or (not of_hours and self.at(index - 2) not in _DAY_LEADS)
        ):
            return None
        after = first[1]
        if after < self.size and self.at(after) == "" and self._opens_with_day(index, after):
            return Day(0, first[0]), after
        if self.at(after) in ("", "unit", "of", "dash", "daypart") and after < self.size:
            return None
        return Day(0, first[0]), after

    def _opens_with_day(self, index: int, after: int) -> bool:
        """ "On the 15th gunmen came", not "on the 15th floor"."""
        opens = self.at(index - 2) == "on" and (
            index < 3 or self.at(index - 3) in ("mark", "blank", "and", "then")
        )
        words = self.row.words
        return opens and self.key[after] not in words.numbered | words.institutions

    def _old_year(self, index: int) -> bool:
        """ "JUNE 11 89": two digits beyond any day, and no noun that they could count."""
        said = self.year(index, short=True)
        return (
            said is not None
            and 31 < said[0] < 100
            and (said[1] >= self.size or self.at(said[1]) != "")
        )
