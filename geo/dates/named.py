"""Dates that name their own place in the calendar: days, months, years, feasts."""

from __future__ import annotations

from typing import Final

from geo.dates.month_days import MAX_LIST, MonthDays
from geo.dates.nodes import (
    Anaphor,
    Day,
    Days,
    Decade,
    Exact,
    HijriDate,
    Holiday,
    Month,
    Nth,
    Numeric,
    Season,
    Unit,
    Weekday,
    Year,
)
from geo.dates.row import SUPPORT, Found

__all__ = ["NamedDates"]

_MODERN: Final = 1900
"""Before it four figures are more often an hour than a year."""

_OCCASIONS: Final = frozenset({
    "the", "of", "in", "on", "at", "for", "during", "over", "since", "until", "before", "after",
    "by", "from", "between", "and", "shift", "part", "ord", "this", "following", "through", "unit",
})  # fmt: skip

_OPENINGS: Final = frozenset({"mark", "blank", "and"})
"""What stands before a phrase that opens its clause."""
_NOT_YEARS: Final = frozenset(
    {
        "people",
        "persons",
        "men",
        "women",
        "children",
        "civilians",
        "soldiers",
        "troops",
        "fighters",
        "militants",
        "families",
        "houses",
        "homes",
        "villages",
        "km",
        "kilometres",
        "kilometers",
        "miles",
        "metres",
        "meters",
        "hectares",
        "feet",
        "dollars",
        "euros",
        "rockets",
        "shells",
        "missiles",
        "drones",
        "bodies",
        "prisoners",
        "refugees",
        "households",
        "cases",
        "members",
        "hours",
        "gmt",
        "utc",
        "personas",
        "personnes",
        "habitants",
        "soldats",
        "soldados",
        "civils",
        "civiles",
        "familias",
        "familles",
        "muertos",
        "morts",
        "человек",
        "солдат",
        "семей",
        "домов",
        "осіб",
        "людей",
    }
)


class NamedDates(MonthDays):
    """Reads days, months, years, weekdays, seasons and feasts."""

    def _decade(self, index: int) -> Found | None:
        return Decade(self.number(index)), index + 1

    def _bare_year(self, index: int) -> Found | None:
        said = self.year(index)
        if said is None:
            return None
        after = said[1]
        opens = self.at(index - 1) == "in" and (index < 2 or self.at(index - 2) in _OPENINGS)
        if (
            not opens  # "In 2019 rebels shelled"
            and self.at(after) == ""
            and after < self.size
            and (self.key[after] in _NOT_YEARS or self.row.words.counts(self.key[after]))
        ):
            return None
        before = self.at(index - 1)
        if after > index + 1:
            return Year(said[0]), after  # "2014 года"
        if said[0] < _MODERN and before not in ("in", "of", "since", "from"):
            return None  # "at around 1830"
        if before == "about" and self.at(index - 2) == "at":
            return None  # "at around 1940": a time of day
        in_brackets = self.mark(index - 1, "(") and self.mark(after, ")")
        if before == "the":
            # "the 2015 deal", but "the 2000 fighters".
            noun = self.key[after] if after < self.size else ""
            if self.at(after) != "" or not noun or (said[0] % 100 == 0 and noun.endswith("s")):
                return None
        elif not (
            before in SUPPORT
            or before in ("the", "about", "season", "dash", "to", "unit", "and")
            or in_brackets
        ):
            return None
        return Year(said[0]), after

    def _month(self, index: int) -> Found | None:
        """ "May", "May 2021", "May 15, 2021", "May 3, 5 and 9", "last year's May"."""
        day = self.day_number(index + 1 if not self.mark(index + 1, ".") else index + 2)
        beside = day is not None and (self.at(index + 1) != "the" or self.at(index + 2) == "ordnum")
        year_next = self.year(self.of_the(index + 1)) is not None
        dotted = index + 2 if self.mark(index + 1, ".") else index + 1
        support = (
            beside
            or year_next
            or self.at(index - 1) in ("num", "ordnum")
            or (self.at(dotted) in ("dash", "to", "and") and self.at(dotted + 1) == "month")
        )
        month = self.month(index, beside=support)
        if month is None:
            return None
        number, after = month
        if beside and self._counts_in_month(index, after):
            return Month(number), after
        if beside and (first := self.day_number(after)) is not None:
            days, stop = [first[0]], first[1]
            while len(days) < MAX_LIST and self.at(stop) in ("and", "or", "mark"):
                if self.at(stop) == "mark" and self.key[stop] != ",":
                    break
                at = stop + 2 if self.mark(stop, ",") and self.at(stop + 1) == "and" else stop + 1
                following = self.day_number(at)
                # "May 3, 20 people": a plain noun after the number means it counts.
                if (
                    following is None
                    or self.at(at) in ("ord",)
                    or (self.at(following[1]) == "" and following[1] < self.size)
                    or self.at(following[1]) in ("unit", "month")
                ):
                    break
                days.append(following[0])
                stop = following[1]
            year, shift, stop = self.year_after(stop, short=self._old_year(stop))
            nodes = tuple(Day(number, value, year, shift) for value in days)
            return (nodes[0] if len(nodes) == 1 else Days(nodes)), stop
        year, shift, after = self.year_after(after)
        if (
            year is None
            and shift is None
            and self.at(after) == "shift"
            and (self.row.words.shifts_follow)
        ):
            return Month(number, None, self.number(after)), after + 1
        return Month(number, year, None, shift), after

    def _counts_in_month(self, index: int, after: int) -> bool:
        """ "in August 13 people died", not "on August 13 people died"."""
        said = self.day_number(after)
        noun = self._key_at(said[1]) if said is not None else ""
        return self.at(index - 1) == "in" and self.row.words.counts(noun)

    def _weekday(self, index: int) -> Found | None:
        """ "Monday", "Monday, 28 June", "Monday last week", "lundi dernier"."""
        key, weekday = self.key[index], self.number(index)
        after = index + 1
        if (
            self.mark(after, ".")
            and len(key) <= 5
            and self.at(after + 1) in ("num", "month", "mark")
        ):
            after += 1
        begin = self.skip(after, "the")
        bracket = self.mark(begin, "(")
        if self.mark(begin, ",") or self.at(begin) == "on" or bracket:
            begin = self.skip(begin + 1, "the", "on")
        if (
            self.at(begin) in ("num", "ordnum", "month", "iso", "numeric", "big")
            and not self.row.possessive[index]
        ):
            date = self.atom(begin)
            if (
                date is not None
                and isinstance(date[0], Day | Exact | Numeric)
                and (not bracket or self.mark(date[1], ")"))
            ):
                node = date[0]
                date = (node, date[1] + 1) if bracket else date
                if isinstance(node, Day):
                    node = Day(node.month, node.day, node.year, node.year_shift, weekday)
                return node, date[1]
        if (numbered := self._weekday_numbered(index, after)) is not None:
            return numbered
        if key in self.row.words.needs_support and not (
            (self.at(index - 1) == "on" or self.mark(after, ":") or self.at(after) == "daypart")
            and (self.row.capital[index] or self.row.careless)
        ):
            return None
        if (within := self._of_that_week(index, after)) is not None:
            return within
        shifted = self.shifted_unit(self.skip(after, "of"))
        if shifted is not None and shifted[0] == "week" and not self.row.possessive[index]:
            return Weekday(weekday, None, shifted[1]), shifted[2]
        if self.at(after) == "shift" and (
            self.row.words.shifts_follow
            or (self.key[after] in self.row.words.lasts and self.ends_clause(after + 1))
        ):
            return Weekday(weekday, self.number(after)), after + 1  # "Thursday last"
        if self.at(index - 1) == "the" and self.at(after) in ("before", "after", "before_last"):
            if self.at(after) == "before_last":
                return Weekday(weekday, -2), after + 1
            if self.ends_clause(after + 1):
                side = -1 if self.at(after) == "before" else 1
                return Anaphor(side, "weekday", name=weekday), after + 1  # "the Sunday before"
        if self._key_at(index - 1) in ("a", "one", "any") and self.at(after) not in ("", "daypart"):
            return None  # "on a Friday in June", but "in a Monday raid"
        return Weekday(weekday), after

    def _of_that_week(self, index: int, after: int) -> Found | None:
        """ "Wednesday of the same week", "Monday of the following week"."""
        at = self.skip(after + 1, "the")
        step = {"that": 0, "same": 0, "previous": -1, "following": 1}.get(self.at(at))
        if self.at(after) != "of" or step is None or self.name(at + 1) != "week":
            return None
        return Anaphor(step, "weekday of week", name=self.number(index)), at + 2

    def _weekday_numbered(self, index: int, after: int) -> Found | None:
        """ "Tuesday the 17th", "Mon 23rd", "Sat 27:"."""
        at = self.skip(after, "the")
        said = self.day_number(at)
        if said is None or self.row.possessive[index]:
            return None
        apart = self.at(said[1]) == "dash" and not self.adjoining(said[1] - 1)  # "Sat 10 - they"
        ends = apart or self.at(said[1]) in ("mark", "blank")
        bare = self.at(at) == "num" and at == after and ends
        bare = bare and not self.mark(said[1], "/") and not self.mark(said[1], "%")
        if not (self.at(at) == "ordnum" or bare):
            return None
        return Day(0, said[0], weekday=self.number(index)), said[1]

    def _season(self, index: int) -> Found | None:
        season, after = self.name(index), index + 1
        if self.key[index] == "fall" and self.at(after) == "of" and not self.year(after + 1):
            return None  # "the fall of the town"
        if self.at(index - 1) == "the" and self.at(after) == "before_last":
            return Season(season, None, -2), after + 1
        bare = self.at(after) == "before" and self.ends_clause(after + 1)
        if self.at(index - 1) == "the" and bare:
            return Anaphor(-1, "season", name=season), after + 1  # "the summer before"
        year, shift, stop = self.year_after(after)
        if year is None and shift is None:
            if self.at(after) == "shift" and self.row.words.shifts_follow:
                return Season(season, None, self.number(after)), after + 1
            before = self.at(index - 1)
            if before == "the":
                before = self.at(index - 2)
            if before not in SUPPORT:
                return None
        return Season(season, year, None, shift), stop

    def _hijri_day(self, index: int) -> Found | None:
        first = self.day_number(index)
        if first is None:
            return None
        month = self.of_the(first[1])
        if self.at(month) != "hijri":
            return None
        found = self._hijri(month)
        if found is None or not isinstance(found[0], HijriDate) or first[0] > 30:
            return None
        return HijriDate(found[0].month, first[0], found[0].year), found[1]

    def _hijri(self, index: int) -> Found | None:
        month, after = self.number(index), index + 1
        if self.row.language == "en" and not (self.row.capital[index] or self.row.careless):
            return None
        for probe in (after, self.of_the(after)):
            if self.at(probe) == "num" and len(self.key[probe]) == 4:
                value = self.number(probe)
                if 1343 <= value <= 1500 or 1900 <= value <= 2077:
                    return HijriDate(month, None, value), probe + 1
        if not self.occasion(index):
            return None
        return HijriDate(month), after

    def occasion(self, index: int) -> bool:
        """Whether "Ramadan" or "Eid" is a time here and not somebody's name."""
        if self.at(index - 1) in _OCCASIONS or self.row.language != "en":
            return True
        if self.at(index + 1) == "" and index + 1 < self.size and self.row.capital[index + 1]:
            return False  # "Ramadan Abdullah Shallah"
        named = self.at(index - 1) == "" and index > 0 and self.row.capital[index - 1]
        return not named and self.number(index) in (0, 9)

    def _holiday(self, index: int) -> Found | None:
        name, after = self.name(index), index + 1
        year, _, stop = self.year_after(after)
        if self.key[index] in self.row.words.needs_support and not self.occasion(index):
            return None
        return Holiday(name, year), stop

    def _quarter(self, index: int) -> Found | None:
        """ "Q2 2021", "Q2 of 2021"."""
        if not self.adjoining(index) or self.at(index + 1) != "num":
            return None
        year, shift, stop = self.year_after(index + 2)
        number = self.number(index + 1)
        if not 1 <= number <= 4 or (year is None and shift is None):
            return None
        inner = Year(year) if year is not None else Unit("year", shift or 0)
        return Nth(number, 1, "quarter", inner), stop
