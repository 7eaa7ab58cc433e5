"""Dates that are counted from something: the report, another date, a longer time."""

from __future__ import annotations

from typing import Final

from geo.dates.leaning import DAY_NUMBERED, LeaningDates
from geo.dates.nodes import (
    Anaphor,
    Around,
    Day,
    Decade,
    Exact,
    HijriDate,
    Holiday,
    Month,
    Nth,
    NthDay,
    Numeric,
    Part,
    Past,
    Rolling,
    Season,
    Shifted,
    Unit,
    Unknown,
    Vague,
    Weekday,
    Year,
)
from geo.dates.row import Found

__all__ = ["CountedDates"]

_WEEK_ENDS: Final = frozenset({"ending", "ended", "beginning", "starting", "to"})


class CountedDates(LeaningDates):
    """Reads "last week", "three days ago", "the second day of Eid", "early May"."""

    def _number(self, index: int) -> Found | None:
        """A number: the day of a month, a year, "three days ago"."""
        before = index - 2 if self.mark(index - 1, ".") else index - 1
        numbered = self._key_at(before) in ("no", "nr", "number", "#", "№", "núm")
        if numbered and self.at(before) in ("", "mark"):
            return None  # "Situation report No. 3, 12 March"
        return (
            self._short_numeric(index)
            or self._days_of_month(index)
            or self._hijri_day(index)
            or self._counted(index)
            or self._bare_year(index)
        )

    def _ordinal(self, index: int) -> Found | None:
        """ "first half of 2021", "third week of May", "second day of Eid", "3rd of May"."""
        number = self.number(index)
        after = index + 1
        if number > 0 and (found := self._days_of_month(index)) is not None:
            return found
        return self._nth(number, after, index) or self._hijri_day(index)

    def _nth(self, number: int, after: int, index: int) -> Found | None:
        count, after_count = self.count(after)
        explicit = after_count != after
        if explicit and count is None:
            count = 1
        unit = self.name(after_count) if self.at(after_count) == "unit" else None
        if unit is None:
            return None
        plural = self.key[after_count] in self.row.words.plurals
        after = after_count + 1
        if unit == "quarter" and not explicit and 1 <= number <= 4:
            inner = self._inner_of(after)
            if inner is None:
                return Nth(number, 1, "quarter", None), after
            return Nth(number, 1, "quarter", inner[0]), inner[1]
        if self.at(after) not in ("of", "of_from", "in"):
            alone = unit == "day" and not plural and not explicit and number > 0
            leads = self.at(index - 1) == "the" and self.at(index - 2) in DAY_NUMBERED
            return (NthDay(number), after) if alone and leads else None
        inner = self._inner_of(after)
        if inner is None:
            told = unit == "day" and not plural and number > 0 and self.at(after) == "of"
            return (NthDay(number), after) if told else None
        if unit == "half":
            return Part("h1" if number == 1 else "h2", inner[0]), inner[1]
        if plural and not explicit:
            return Part("early" if number == 1 else "late", inner[0]), inner[1]
        return Nth(number, (count or 1) if explicit else 1, unit, inner[0]), inner[1]

    def _inner_of(self, index: int) -> Found | None:
        """The longer time after "of": a month, a year, a feast, "this year", "the month"."""
        start = self.of_the(index)
        if start == index and self.at(index) not in ("num", "shift", "month"):
            return None
        if self.at(start) == "num" and (said := self.year(start)) is not None:
            return Year(said[0]), said[1]
        if self.at(start) == "unit" and self.name(start) in ("year", "month", "week", "decade"):
            shifted = self.shifted_unit(start)
            if shifted is not None:
                return Unit(shifted[0], shifted[1]), shifted[2]
            if self.name(start) in ("year", "month") and self.at(start + 1) in (
                "of",
                "num",
                "month",
            ):
                return self.atom(self.of_the(start + 1))
            if self.at(start - 1) == "the":
                return Unit(self.name(start), 0, definite=True), start + 1
            return None
        found = self.atom(start)
        if found is None or isinstance(found[0], Weekday | Shifted | Vague | Unknown | Past):
            return None
        return found

    def _shift(self, index: int) -> Found | None:
        """ "last week", "last Monday", "this March", "last 24 hours", "last week of May"."""
        shift, after = self.number(index), index + 1
        tag = self.at(after)
        definite = self.at(index - 1) == "the"
        if self.key[index] in self.row.words.lasts:
            nth = self._nth(-1, after, index)
            if nth is not None and isinstance(nth[0], Nth | Part):
                return nth
            count, stop = self.count(after)
            if stop != after and (unit := self.unit(stop)) is not None:
                return (Vague(unit) if count is None else Rolling(count, unit)), stop + 1
            over = (
                self._over(index)
                if definite
                else (self.row.language != "en" and self.at(index - 1) in ("over", "in", "during"))
            )
            if tag == "unit" and self.key[after] in self.row.words.plurals:
                return Vague(self.name(after)), after + 1
            if over and tag == "unit" and self.name(after) != "night":
                return Rolling(1, self.name(after)), after + 1
        if tag == "few" and shift == 0:
            return None
        if tag == "unit":
            if self.key[after] in self.row.words.plurals:
                return None
            if (definite or self.name(after) == "day") and shift == 1 and self.row.language == "en":
                return Anaphor(1, self.name(after)), after + 1
            unit = self.name(after)
            if unit == "half" or (
                unit in ("day", "night", "hour", "minute", "century") and shift <= 0
            ):
                return None
            begin = self.of_the(after + 1)
            if (
                unit == "week"
                and begin == after + 2
                and self.at(begin) == "weekday"
                and (self.at(after + 1) == "on")
            ):
                return Weekday(self.number(begin), None, shift), begin + 1
            return Unit(unit, shift), after + 1
        if tag == "daypart" and shift == 0:
            return Shifted(0), after  # the time of day is read around it
        if tag == "ampm" and shift == 0:
            return Shifted(0), after + 1  # "this am"
        if tag == "daypart" and shift == 1:
            return Anaphor(1, "day"), after
        if tag == "weekday":
            return Weekday(self.number(after), shift), after + 1
        if tag == "month":
            found = self._month(after)
            if found is None:
                return None
            if isinstance(found[0], Month) and found[0].year is None:
                return Month(found[0].month, None, shift), found[1]
            if isinstance(found[0], Day) and found[0].year is None:
                return found
            return None
        if tag == "season":
            return Season(self.name(after), None, shift), after + 1
        if tag == "hijri":
            return HijriDate(self.number(after), None, None, shift), after + 1
        if tag == "holiday":
            return Holiday(self.name(after), None, shift), after + 1
        return None

    def _over(self, index: int) -> bool:
        """Whether "over the", "in the" or "for the" stands before."""
        return self.at(index - 2) in ("over", "in", "during", "for")

    def _past(self, index: int) -> Found | None:
        """ "past month", "past three weeks", "past few days"."""
        count, after = self.count(index + 1)
        if after == index + 1:
            count = 1
        unit = self.unit(after)
        if unit is None or (
            count == 1
            and after == index + 1
            and self.key[after] in self.row.words.plurals
            and unit != "day"
        ):
            if unit is not None and self.key[after] in self.row.words.plurals:
                return Vague(unit), after + 1
            return None
        if count == 1 and self.key[after] in self.row.words.plurals:
            return Vague(unit), after + 1
        return (Vague(unit) if count is None else Rolling(count, unit)), after + 1

    def _recent(self, index: int) -> Found | None:
        """ "recent weeks"; "recent attacks" is no date."""
        if self.at(index + 1) == "unit":
            return Vague(self.name(index + 1)), index + 2
        return None

    def _recently(self, index: int) -> Found | None:
        return Vague(None), index + 1

    def _day(self, index: int) -> Found | None:
        return Shifted(self.number(index)), index + 1

    def _unit(self, index: int) -> Found | None:
        """ "semana pasada", "days ago", "month of May"; a bare "week" is none."""
        shifted = self.shifted_unit(index)
        if shifted is not None:
            unit = shifted[0]
            if unit in ("minute", "hour", "half", "century") or (
                unit in ("day", "night") and shifted[1] <= 0
            ):
                return None
            return Unit(unit, shifted[1]), shifted[2]
        unit = self.name(index)
        if self.key[index] in self.row.words.plurals:
            if self.at(index + 1) == "ago":
                return Vague(unit, point=True), index + 2
            if self.at(index + 1) in ("earlier", "later", "before", "after"):
                return self._after_unit(None, unit, index + 1)
            if unit in ("hour", "minute") and self._key_at(index + 2) == "followed":
                return Anaphor(0, "hours"), index + 3  # "in the hours that followed"
        if unit[-1:] == "2" or (unit and self.at(index + 1) == "ago"):
            return self._after_unit(2 if unit[-1:] == "2" else 1, unit.rstrip("2"), index + 1)
        if (unit == "week" and self.at(index + 1) == "of") or self._key_at(index + 1) in _WEEK_ENDS:
            return self._week_of(index)
        if self.at(index + 1) == "before_last" and unit in ("week", "weekend", "month", "year"):
            return Unit(unit, -2), index + 2
        if unit == "weekend" and self.at(index - 1) == "the":
            if self.at(index + 1) == "of" and (found := self._week_of(index)) is not None:
                return found
            if self.at(index + 1) == "of":
                return Unknown(), index + 1  # "the weekend of the riots"
            if self.at(index - 2) in ("over", "at", "on", "during", "in", "since", "until"):
                return Unit("weekend", 0), index + 1
        if unit in ("month", "year") and self.at(index + 1) in ("of", "num", "month", "hijri"):
            found = self.atom(self.skip(index + 1, "of"))
            if found is not None and isinstance(found[0], Month | HijriDate) and unit == "month":
                return found
            said = self.year(index + 1)
            if unit == "year" and said is not None:
                return Year(said[0]), said[1]
        if self.at(index - 1) == "the" and self.at(index + 1) in ("before", "after"):
            return self._after_unit(1, unit, index + 1, counted=False)
        if unit == "day" and self.at(index - 1) in DAY_NUMBERED and self.row.language == "en":
            return self._day_numbered(index)
        return None

    def _week_of(self, index: int) -> Found | None:
        """ "week of 14 June", "week ending 20 June"."""
        found = self.atom(self.skip(index + 2, "the"))
        if found is None or not isinstance(found[0], Day | Exact | Numeric):
            return None
        ending = self.key[index + 1] in ("ending", "ended", "to")
        unit = "week_ending" if ending else f"{self.name(index)}_of"
        return Nth(0, 1, unit, found[0]), found[1]

    def part(self, index: int) -> Found | None:
        """ "early May", "end of the year", "mid-2021", "late last week".

        "Later in May" is no part of May: it is later than something told before.
        """
        tag = self.at(index)
        part = {"earlier": "whole", "later": "whole"}.get(tag) or self.name(index)
        after = self.skip(index + 1, "dash")
        start = self.of_the(after)
        if self.at(start) == "num" and (said := self.year(start)) is not None:
            return Part(part, Year(said[0])), said[1]
        if self.at(start) == "unit":
            unit = self.name(start)
            shifted = self.shifted_unit(start)
            if shifted is not None:
                return Part(part, Unit(shifted[0], shifted[1])), shifted[2]
            if self.at(start - 1) == "the" and unit in ("day", "week", "month", "year", "decade"):
                if unit == "day" or self.key[start] in self.row.words.plurals:
                    return None
                if unit in ("month", "year") and self.at(start + 1) == "of":
                    found = self.atom(start + 2)
                    return (Part(part, found[0]), found[1]) if found else None
                if tag == "earlier":
                    return Unit(unit, 0, so_far=True, definite=True), start + 1
                return Part(part, Unit(unit, 0, definite=True)), start + 1
            return None
        found = self.atom(start)
        if found is None:
            return None
        node, stop = found
        if tag == "earlier" and isinstance(node, Unit) and node.shift == 0:
            return Unit(node.unit, 0, so_far=True), stop
        wide = isinstance(node, Anaphor) and node.unit in ("week", "month", "year")
        if wide or isinstance(node, Month | Year | Decade | Unit | Season | HijriDate | Holiday):
            return Part(part, node), stop
        return None

    def about(self, index: int) -> Found | None:
        found = self.atom(self.skip(index + 1, "the"))
        if found is None or isinstance(found[0], Vague | Anaphor):
            return None
        return Around(found[0]), found[1]
