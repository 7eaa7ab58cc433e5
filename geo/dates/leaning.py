"""Dates that lean on another: "three days ago", "a week later", "that month", "day three"."""

from __future__ import annotations

from typing import Final

from geo.dates.named import NamedDates
from geo.dates.nodes import (
    SAME_YEAR,
    Anaphor,
    Day,
    Exact,
    Month,
    NthDay,
    Numeric,
    Offset,
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

__all__ = ["DAY_NUMBERED", "LeaningDates"]

_GONE_BY: Final = frozenset({"is", "only", "just", "now", "already"})

DAY_NUMBERED: Final = ("on", "by", "mark", "blank")
"""What stands before "day three" and "the third day" when they are days."""


class LeaningDates(NamedDates):
    """Reads what is counted from the report or from something it has told."""

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
            if self._key_at(after) in ("passed", "elapsed") and self.at(after + 1) == "before":
                return Anaphor(count, unit, counted=True), after + 2  # "two days passed before"
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
                if self._key_at(after + 3) == "of" and (count is not None or short):
                    # "a day after the killing of a judge": one that it names itself
                    return Offset(sign * (0 if short else count or 0), unit), after + 1
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
