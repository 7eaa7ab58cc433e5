"""Dates that are counted from something: the report, another date, a longer time."""

from __future__ import annotations

from typing import Final

from geo.dates.named import NamedDates
from geo.dates.nodes import (
    SAME_YEAR,
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
    Offset,
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

_GONE_BY: Final = frozenset({"is", "only", "just", "now", "already"})

_DAY_NUMBERED: Final = ("on", "by", "mark", "blank")
"""What stands before "day three" and "the third day" when they are days."""


class CountedDates(NamedDates):
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

    def _counted(self, index: int) -> Found | None:
        """ "three days ago", "two days earlier", "a few weeks ago"."""
        count, after = self.count(index)
        if after == index or self.at(after) not in ("unit", "daypart"):
            return None
        unit = self.unit(after)
        if unit is None:
            return None
        if count and unit == "year" and self.name(after - 1) == "half":
            count, unit = 12 * count + 6, "month"  # "two and a half years ago"
        elif count == 1 and unit == "year" and self.name(index - 1 if index else 0) == "half":
            count, unit = 6, "month"  # "half a year ago"
        return self._after_unit(count, unit, after + 1)

    def _after_unit(
        self, count: int | None, unit: str, after: int, *, counted: bool = True
    ) -> Found | None:
        """What follows "two days": ago, earlier, later, before or after a date.

        `counted` is False for "the week before", which is one of the calendar.
        """
        if unit == "year" and count is not None and self.skip_half(after) != after:
            count, unit = 12 * count + 6, "month"
        after, exact = self._to_the_day(self.skip_half(after))
        tag = self.at(after)
        name = "exact" if exact or (count and self._said_exactly(after)) else None
        if tag == "ago" or (tag == "back" and unit not in ("hour",)):
            return self._ago(count, unit, after)
        if self.row.language == "en" and count is not None:
            if tag == "on" and self.at(after + 1) == "mark":
                return Anaphor(count, unit, counted=True), after + 1  # "ten days on, 300 were"
            if tag == "since" and self._since_now(after):
                return Past(count, unit), after + 1  # "it is only ten days since they came"
            if self._key_at(after) == "into":
                return Unknown(), after + 1  # "five days into the offensive"
        short = unit in ("hour", "minute")
        sign = {"earlier": -1, "before": -1, "later": 1, "after": 1, "following": 1}.get(tag)
        if sign is None:
            return None
        if tag in ("before", "after") and self._points_back(after + 1):
            if short or count is None:
                return Anaphor(0, unit) if short else Unknown(), after + 2
            return Anaphor(sign * count, unit, counted=counted), after + 2  # "a day before that"
        if tag in ("before", "after", "following"):
            base = None if short else self.atom(self.skip(after + 1, "the"))
            if base is not None and not isinstance(base[0], Anaphor | Vague | Year):
                if count is None:
                    return Unknown(), base[1]
                return Anaphor(sign * count, unit, base[0], name, counted=True), base[1]
            if self.event_noun(after + 1):
                base = self._day_of_event(after + 3)
                if base is not None and count is not None and not short:
                    return Anaphor(sign * count, unit, base[0], name, counted=True), base[1]
                name = name or "event"
            elif not self.ends_clause(after + 1):
                if count is None and not short:
                    return Unknown(), after + 1
                return Offset(sign * (0 if short else count or 0), unit), after + 1
        if short:
            return Anaphor(sign * round((count or 0) / 24), unit), after + 1
        if count is None:
            return Unknown(), after + 1
        return Anaphor(sign * count, unit, None, name, counted=counted), after + 1

    def _ago(self, count: int | None, unit: str, index: int) -> Found:
        """ "three days ago", "a week ago today", "a year ago this week"."""
        if count is None:
            return Vague(unit, point=True), index + 1
        at = self.skip(index + 1, "on")
        told = self.at(at) in ("day", "weekday", "shift") and not self.row.possessive[at]
        day = self.atom(at) if told and unit in ("week", "fortnight", "month", "year") else None
        if day is None and self._said_exactly(index) and unit in ("week", "month", "year"):
            return Past(count, unit, Shifted(0)), index + 1  # "exactly a month ago"
        if day is None or not isinstance(day[0], Shifted | Weekday | Unit):
            return Past(count, unit), index + 1
        return Past(count, unit, day[0]), day[1]

    def _to_the_day(self, index: int) -> tuple[int, bool]:
        """Past "to the day" in "a week to the day after"."""
        said = self.at(index) == "to" and self.at(index + 1) == "the"
        said = said and self.name(index + 2) == "day"
        return (index + 3, True) if said else (index, False)

    def _since_now(self, index: int) -> bool:
        """Whether the count before "since" is of the time gone by at the report."""
        said = any(self._key_at(at) in _GONE_BY for at in range(max(0, index - 4), index))
        return said and self.at(index + 1) in ("", "the", "num")

    def _said_exactly(self, index: int) -> bool:
        """ "exactly five months later"."""
        return any(self._key_at(at) == "exactly" for at in range(index - 5, index))

    def _day_of_event(self, index: int) -> Found | None:
        """The day of "the attack of 9 March", "the strike on Monday"."""
        if self.at(index) not in ("of", "on", "in") and not self.mark(index, ","):
            return None
        found = self.atom(self.skip(index + 1, "the"))
        return found if found and isinstance(found[0], Day | Exact | Weekday | Numeric) else None

    def _points_back(self, index: int) -> bool:
        """ "that", "it", "this", with nothing after it that it could belong to."""
        if self._key_at(index) not in ("that", "it", "this"):
            return False
        return self.at(index + 1) not in ("unit", "month", "weekday", "daypart", "night")

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
            leads = self.at(index - 1) == "the" and self.at(index - 2) in _DAY_NUMBERED
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
                return Unit(self.name(start), 0), start + 1
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
        if unit == "day" and self.at(index - 1) in _DAY_NUMBERED and self.row.language == "en":
            return self._day_numbered(index)
        return None

    def _day_numbered(self, index: int) -> Found | None:
        """ "on day three of the offensive"."""
        count, after = self.count(index + 1)
        if count is None or after == index + 1 or self.at(after) in ("month", "unit"):
            return None
        return NthDay(count), after

    def _dday(self, index: int) -> Found | None:
        """ "D+3": D itself is the first day."""
        at = index + 2
        if not self.mark(index + 1, "+") or self.at(at) != "num" or not self.adjoining(index):
            return None
        return NthDay(self.number(at) + 1), at + 1

    def _eve(self, index: int) -> Found | None:
        """ "on the eve of Easter Sunday"; of a siege or a vote it cannot be told."""
        if self.at(index - 1) != "the" or self.at(index + 1) != "of":
            return None
        base = self.atom(self.skip(index + 2, "the"))
        if base is None and self.at(index + 2) == "the" and self.at(index + 3) == "":
            base = self._day_of_event(index + 4)  # "the eve of the vote on 10 March"
        if base is None and self.event_noun(index + 2):
            return Anaphor(-1, "day", name="event"), index + 4  # "the eve of that attack"
        if base is None or isinstance(base[0], Anaphor | Vague | Unknown | Year):
            return Unknown(), index + 2
        return Anaphor(-1, "day", base[0]), base[1]

    def _week_of(self, index: int) -> Found | None:
        """ "week of 14 June", "week ending 20 June"."""
        found = self.atom(self.skip(index + 2, "the"))
        if found is None or not isinstance(found[0], Day | Exact | Numeric):
            return None
        ending = self.key[index + 1] in ("ending", "ended", "to")
        unit = "week_ending" if ending else f"{self.name(index)}_of"
        return Nth(0, 1, unit, found[0]), found[1]

    def _ago_before(self, index: int) -> Found | None:
        """ "hace tres días", "il y a trois jours", "قبل يومين"."""
        count, after = self.count(index + 1)
        unit = self.unit(after)
        if unit is None:
            return None
        if unit.endswith("2"):
            count, unit = 2, unit[:-1]
        elif after == index + 1:
            if self.key[after] in self.row.words.plurals:
                return Vague(unit, point=True), after + 1
            count = 1
        return (Vague(unit, point=True) if count is None else Past(count, unit)), after + 1

    def _same(self, index: int) -> Found | None:
        """ "the same day", "that night", "the previous week", "the following morning"."""
        tag, after = self.tag[index], index + 1
        if tag == "that" and self.at(after) == "same":
            after += 1
            tag = "same"
        if tag in ("day_before", "day_after"):
            stop = after + 1 if self._points_back(after) else after
            return Anaphor(-1 if tag == "day_before" else 1, "day"), stop
        step = {"same": 0, "that": 0, "previous": -1, "following": 1, "next": 1}[tag]
        if self.at(after) == "unit" and self.name(after) in (
            "day",
            "week",
            "month",
            "year",
            "night",
            "weekend",
        ):
            if self.key[after] in self.row.words.plurals:
                return None
            return Anaphor(step, self.name(after)), after + 1
        if self.at(after) == "daypart":
            return Anaphor(step, "day"), after  # the time of day is read around it
        if self.at(after) == "weekday" and tag != "same" and not self.row.possessive[after]:
            return Anaphor(step, "weekday", name=self.number(after)), after + 1
        if self.at(after) == "month" and tag == "that" and self.row.capital[after]:
            return Month(self.number(after), None, None, SAME_YEAR), after + 1
        if self.at(after) == "season" and tag == "that":
            return Season(self.name(after), None, None, SAME_YEAR), after + 1
        definite = self.at(index - 1) == "the"  # "following 19 days of fighting" is none
        count, stop = self.count(after)
        counted = self.unit(stop) if stop != after and step and definite else None
        if counted == "hour" and count and step < 0:
            return Rolling(count, counted), stop + 1  # "in the previous 24 hours"
        if counted is not None and count:
            return Unknown(), stop + 1
        return None

    def _night(self, index: int) -> Found | None:
        value = self.value[index]
        return (Shifted(value[0]), index + 1) if isinstance(value, tuple) else None

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
