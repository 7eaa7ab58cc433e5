"""The grammar of date phrases over tagged words: one calendar expression at a time.

One grammar serves all languages: the tables say which word is a month or "since", and
both orders ("last week", "semana pasada") are read. Functions take an index and give
back a node and the index after it, or None; none looks further than a fixed number of
words ahead, so that reading is linear. Ranges, open ends and times of day are put
around these expressions in `geo.dates.phrases`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Final

from geo.dates.nodes import (
    Anaphor,
    Around,
    Day,
    Days,
    Decade,
    Exact,
    HijriDate,
    Holiday,
    Month,
    Node,
    Nth,
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
from geo.dates.scan import Scan

__all__ = ["Found", "Grammar"]

Found = tuple[Node, int]

_MAX_LIST: Final = 12

_SUPPORT: Final = frozenset(
    """in since of during by until before after from between through over early late part shift
    starting_in this on_in of_from ago_before about and_between""".split()
)
"""Tags after which a doubtful word, such as "May" or "1999", is a date."""

_DTG = re.compile(r"(\d\d)\d{4}\s?[A-Z]\s?([A-Za-z]{3})\s?(\d{4}|\d{2})")
_DTG_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()

_NOT_YEARS: Final = frozenset(
    """people persons men women children civilians soldiers troops fighters militants families
    houses homes villages km kilometres kilometers miles metres meters hectares feet dollars euros
    rockets shells missiles drones bodies prisoners refugees households cases members hours gmt utc
    personas personnes habitants soldats soldados civils civiles familias familles muertos morts
    человек солдат семей домов осіб людей""".split()
)

_PLURAL_PARTS: Final = {"day": "early", "week": "early", "month": "early", "year": "early"}


class Grammar:
    """Reads calendar expressions in one row of tagged words."""

    def __init__(self, row: Scan) -> None:
        self.row = row
        self.tag = row.tag
        self.value = row.value
        self.key = row.key
        self.size = len(row)

    # --- small helpers ---------------------------------------------------------------

    def at(self, index: int) -> str:
        """Tag at an index; "" outside."""
        return self.tag[index] if 0 <= index < self.size else ""

    def number(self, index: int) -> int:
        value = self.value[index]
        return value if isinstance(value, int) else 0

    def name(self, index: int) -> str:
        value = self.value[index]
        return value if isinstance(value, str) else ""

    def adjoining(self, index: int) -> bool:
        """Whether nothing, not even a space, stands between this token and the next."""
        return index + 1 < self.size and self.row.end[index] == self.row.start[index + 1]

    def skip(self, index: int, *tags: str) -> int:
        return index + 1 if self.at(index) in tags else index

    def mark(self, index: int, sign: str) -> bool:
        return self.at(index) == "mark" and self.key[index] == sign

    def of_the(self, index: int) -> int:
        """Skip "of the", "de la", "in": what may stand between two words of one date."""
        index = self.skip(index, "of", "of_from", "in", "on")
        return self.skip(index, "the")

    # --- years, days, months ---------------------------------------------------------

    def year(self, index: int, *, short: bool = False) -> tuple[int, int] | None:
        """A year; with `short` also two digits, as in "3 JUL 89"."""
        if self.at(index) == "mark" and self.key[index] in "'’" and self.adjoining(index):
            index, short = index + 1, True
        if self.at(index) != "num" or not self.key[index].isdigit():
            return None
        value, digits = self.number(index), len(self.key[index])
        if digits == 4 and 1800 <= value <= 2100:
            after = index + 1
            if self.at(after) == "yearmark" or (
                self.at(after) == "unit" and self.name(after) == "year" and self.key[after] in _YEAR_AFTER
            ):
                after += 1
                if self.mark(after, ".") and len(self.key[after - 1]) == 1:
                    after += 1
            return value, after
        if digits == 2 and short:
            return value, index + 1
        return None

    def year_after(self, index: int, *, short: bool = False) -> tuple[int | None, int | None, int]:
        """A year, or "of last year", after a day or a month: (year, shift, next index)."""
        for begin in (index, index + 1 if self.mark(index, ",") else index):
            probe = self.of_the(begin)
            for start in {begin, probe}:
                said = self.year(start, short=short and start == index)
                if said is not None:
                    return said[0], None, said[1]
                shifted = self.shifted_unit(start)
                if shifted is not None and shifted[0] == "year":
                    return None, shifted[1], shifted[2]
        return None, None, index

    def shifted_unit(self, index: int) -> tuple[str, int, int] | None:
        """ "last week", "semana pasada": (unit, shift, next index)."""
        if self.at(index) == "shift" and self.at(index + 1) == "unit":
            return self.name(index + 1), self.number(index), index + 2
        if self.at(index) == "unit" and self.at(index + 1) == "shift" and self.row.words.shifts_follow:
            return self.name(index), self.number(index + 1), index + 2
        return None

    def day_number(self, index: int) -> tuple[int, int] | None:
        """A number that can be the day of a month."""
        index = self.skip(index, "the")
        tag = self.at(index)
        if tag == "ordnum" and 1 <= self.number(index) <= 31:
            return self.number(index), index + 1
        if tag == "num" and len(self.key[index]) <= 2 and self.key[index].isdigit():
            if 1 <= self.number(index) <= 31:
                return self.number(index), index + 1
            return None
        if tag == "ord" and self.number(index) > 0:
            return self.number(index), index + 1
        if tag == "num" and self.number(index) in (20, 30) and self.at(index + 1) == "dash":
            if self.at(index + 2) == "ord" and 0 < self.number(index + 2) < 10:
                return self.number(index) + self.number(index + 2), index + 3
        return None

    def month(self, index: int, *, beside: bool) -> tuple[int, int] | None:
        """A month's name; `beside` says that a day or a year stands next to it."""
        if self.at(index) != "month":
            return None
        key, words = self.key[index], self.row.words
        after = index + 1
        if self.mark(after, ".") and len(key) <= 4 and self.adjoining(index):
            if self.at(after + 1) in ("num", "mark", "dash", "ordnum"):
                after += 1
        if key in words.needs_support:
            doubtful = key in words.lower_is_other
            if doubtful and not (self.row.capital[index] or self.row.careless):
                return None
            if self.at(index + 1) == "" and index + 1 < self.size:
                if key in words.lower_is_other and self.key[index + 1] in words.not_after:
                    return None
            if not beside and not self.supported(index):
                return None
        return self.number(index), after

    def supported(self, index: int) -> bool:
        before = index - 1
        if self.at(before) == "dash" or self.at(before) == "the":
            before -= 1
        return self.at(before) in _SUPPORT

    # --- expressions -----------------------------------------------------------------

    def atom(self, index: int) -> Found | None:
        """One calendar expression that begins here: a day, a month, "last week" ..."""
        tag = self.at(index)
        reader = _READERS.get(tag)
        if reader is None:
            return None
        return reader(self, index)

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

    def _dtg(self, index: int) -> Found | None:
        match = _DTG.match(self.key[index])
        if match is None or match[2].lower() not in _DTG_MONTHS:
            return None
        month = _DTG_MONTHS.index(match[2].lower()) + 1
        if not 1 <= int(match[1]) <= 31:
            return None
        return Day(month, int(match[1]), int(match[3])), index + 1

    def _decade(self, index: int) -> Found | None:
        return Decade(self.number(index)), index + 1

    def _number(self, index: int) -> Found | None:
        """A number: the day of a month, a year, "three days ago"."""
        return (
            self._days_of_month(index)
            or self._hijri_day(index)
            or self._counted(index)
            or self._bare_year(index)
        )

    def _days_of_month(self, index: int) -> Found | None:
        """ "15 May 2021", "3, 5 and 9 May", "the third of May"."""
        first = self.day_number(index)
        if first is None:
            return None
        days, after = [first[0]], first[1]
        while len(days) < _MAX_LIST:
            month = self.month(self.of_the(after), beside=True)
            if month is not None:
                break
            sign = self.at(after) in ("and", "or", "dash") or self.mark(after, ",") or self.mark(after, "/")
            following = self.day_number(after + 1) if sign else None
            if following is None and self.mark(after, ",") and self.at(after + 1) == "and":
                following = self.day_number(after + 2)
            if following is not None and following[0] <= days[-1]:
                following = None
            if following is None or self.at(after) == "dash":
                # "15-20 May" is a range, read in `geo.dates.phrases`.
                return self._day_alone(index, first) if len(days) == 1 else None
            days.append(following[0])
            after = following[1]
        else:
            return None
        if self.at(after) == "the" or (self.tag[index] == "ord" and self.at(after) != "of"
                                       and self.row.language == "en"):
            return None
        number, after = month
        short = len(self.key[after - 1]) <= 4 or self.mark(after - 1, ".")
        short = short or self._old_year(after)
        if short and self.at(after + 1) == "" and after + 1 < self.size and self.row.words.counts(
            self.key[after + 1]
        ):
            short = False
        year, shift, after = self.year_after(after, short=short)
        nodes = tuple(Day(number, day, year, shift) for day in days)
        return (nodes[0] if len(nodes) == 1 else Days(nodes)), after

    def _day_alone(self, index: int, first: tuple[int, int]) -> Found | None:
        """ "on the 12th", and no noun after it."""
        if self.tag[index] != "ordnum" or self.at(index - 1) != "the" or self.at(index - 2) not in (
            "on", "since", "until", "before", "after", "from", "between", "and", "to", "by", "through",
        ):
            return None
        if self.at(first[1]) in ("", "unit", "of", "dash", "daypart") and first[1] < self.size:
            return None
        return Day(0, first[0]), first[1]

    def _bare_year(self, index: int) -> Found | None:
        said = self.year(index)
        if said is None:
            return None
        after = said[1]
        if self.at(after) == "" and after < self.size and (
            self.key[after] in _NOT_YEARS or self.row.words.counts(self.key[after])
        ):
            return None
        before = self.at(index - 1)
        if after > index + 1:
            return Year(said[0]), after  # "2014 года"
        in_brackets = self.mark(index - 1, "(") and self.mark(after, ")")
        if before == "the":
            # "the 2015 deal", but "the 2000 fighters".
            noun = self.key[after] if after < self.size else ""
            if self.at(after) != "" or not noun or (said[0] % 100 == 0 and noun.endswith("s")):
                return None
        elif not (before in _SUPPORT or before in ("the", "about", "season", "dash", "to", "unit",
                                                   "and") or in_brackets):
            return None
        return Year(said[0]), after

    def _counted(self, index: int) -> Found | None:
        """ "three days ago", "two days earlier", "a few weeks ago"."""
        count, after = self.count(index)
        if after == index or self.at(after) not in ("unit", "daypart"):
            return None
        unit = self.unit(after)
        if unit is None:
            return None
        return self._after_unit(count, unit, after + 1)

    def count(self, index: int) -> tuple[int | None, int]:
        """A number of units in figures or words; None for "few"; index unchanged if none."""
        start = index
        if self.at(index) == "num" and self.key[index] in ("a", "an") and self.at(index + 1) == "few":
            index += 1
        if self.at(index) == "few":
            return None, self.skip(index + 1, "of")
        if self.at(index) != "num" or len(self.key[index]) > 9:
            return 0, start
        value = self.number(index)
        index += 1
        if value in (20, 30, 40, 50) and self.at(index) == "dash" and self.at(index + 1) == "num":
            value, index = value + self.number(index + 1), index + 2
        if value > 400 or value == 0:
            return 0, start
        return value, self.skip_half(index)

    def skip_half(self, index: int) -> int:
        """ "two and a half years": the half does not change what can be told."""
        if self.at(index) == "and" and self.at(index + 1) == "num" and self.at(index + 2) == "unit":
            return index + 3 if self.name(index + 2) == "half" else index
        return index

    def unit(self, index: int) -> str | None:
        if self.at(index) == "unit":
            return self.name(index)
        if self.at(index) == "daypart" and self.name(index) in ("night", "evening", "morning"):
            return "night"
        return None

    def _after_unit(self, count: int | None, unit: str, after: int) -> Found | None:
        """What follows "two days": ago, earlier, later, before or after a date."""
        if unit == "year" and count is not None and self.skip_half(after) != after:
            count, unit = 12 * count + 6, "month"
        after = self.skip_half(after)
        tag = self.at(after)
        if tag == "ago" or (tag == "back" and unit not in ("hour",)):
            return (Vague(unit, point=True) if count is None else Past(count, unit)), after + 1
        if unit == "hour":
            return None
        sign = {"earlier": -1, "before": -1, "later": 1, "after": 1, "following": 1}.get(tag)
        if sign is None:
            return None
        if tag in ("before", "after", "following"):
            base = self.atom(self.skip(after + 1, "the"))
            if base is not None and not isinstance(base[0], Anaphor | Vague | Year):
                if count is None:
                    return Unknown(), base[1]
                return Anaphor(sign * count, unit, base[0]), base[1]
            if not self.ends_clause(after + 1) and not self.event_noun(after + 1):
                return None
        if count is None:
            return Unknown(), after + 1
        return Anaphor(sign * count, unit), after + 1

    def ends_clause(self, index: int) -> bool:
        return index >= self.size or self.at(index) in ("mark", "blank", "in", "at", "on", "and", "to")

    def event_noun(self, index: int) -> bool:
        """ "the attack", "that raid": something the text has told of."""
        if self.at(index) not in ("the", "that", "shift"):
            return False
        return index + 1 < self.size and self.key[index + 1] in self.row.words.events

    def _ordinal(self, index: int) -> Found | None:
        """ "first half of 2021", "third week of May", "second day of Eid", "3rd of May"."""
        number = self.number(index)
        after = index + 1
        if number > 0 and (found := self._days_of_month(index)) is not None:
            return found
        return self._nth(number, after) or self._hijri_day(index)

    def _nth(self, number: int, after: int) -> Found | None:
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
            return None
        inner = self._inner_of(after)
        if inner is None:
            return (Unknown(), after) if unit == "day" and not plural and number > 0 else None
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
            if self.name(start) in ("year", "month") and self.at(start + 1) in ("of", "num", "month"):
                return self.atom(self.of_the(start + 1))
            if self.at(start - 1) == "the":
                return Unit(self.name(start), 0), start + 1
            return None
        found = self.atom(start)
        if found is None or isinstance(found[0], Weekday | Shifted | Vague | Unknown | Past):
            return None
        return found

    def _month(self, index: int) -> Found | None:
        """ "May", "May 2021", "May 15, 2021", "May 3, 5 and 9", "last year's May"."""
        day = self.day_number(index + 1 if not self.mark(index + 1, ".") else index + 2)
        beside = day is not None and (self.at(index + 1) != "the" or self.at(index + 2) == "ordnum")
        year_next = self.year(self.of_the(index + 1)) is not None
        support = beside or year_next or self.at(index - 1) in ("num", "ordnum") or (
            self.at(index + 1) == "dash" and self.at(index + 2) == "month"
        )
        month = self.month(index, beside=support)
        if month is None:
            return None
        number, after = month
        if beside and (first := self.day_number(after)) is not None:
            days, stop = [first[0]], first[1]
            while len(days) < _MAX_LIST and self.at(stop) in ("and", "or", "mark"):
                if self.at(stop) == "mark" and self.key[stop] != ",":
                    break
                at = stop + 2 if self.mark(stop, ",") and self.at(stop + 1) == "and" else stop + 1
                following = self.day_number(at)
                # "May 3, 20 people": a plain noun after the number means it counts.
                if following is None or self.at(at) in ("ord",) or (
                    self.at(following[1]) == "" and following[1] < self.size
                ) or self.at(following[1]) in ("unit", "month"):
                    break
                days.append(following[0])
                stop = following[1]
            year, shift, stop = self.year_after(stop, short=self._old_year(stop))
            nodes = tuple(Day(number, value, year, shift) for value in days)
            return (nodes[0] if len(nodes) == 1 else Days(nodes)), stop
        year, shift, after = self.year_after(after)
        if year is None and shift is None and self.at(after) == "shift" and (
            self.row.words.shifts_follow
        ):
            return Month(number, None, self.number(after)), after + 1
        return Month(number, year, None, shift), after

    def _old_year(self, index: int) -> bool:
        """ "JUNE 11 89": two digits beyond any day, and no noun that they could count."""
        said = self.year(index, short=True)
        return said is not None and 31 < said[0] < 100 and (
            said[1] >= self.size or self.at(said[1]) != ""
        )

    def _weekday(self, index: int) -> Found | None:
        """ "Monday", "Monday, 28 June", "Monday last week", "lundi dernier"."""
        key, weekday = self.key[index], self.number(index)
        after = index + 1
        if self.mark(after, ".") and len(key) <= 5 and self.at(after + 1) in ("num", "month", "mark"):
            after += 1
        begin = self.skip(after, "the")
        bracket = self.mark(begin, "(")
        if self.mark(begin, ",") or self.at(begin) == "on" or bracket:
            begin = self.skip(begin + 1, "the", "on")
        if self.at(begin) in ("num", "ordnum", "month", "iso", "numeric") and not self.row.possessive[index]:
            date = self.atom(begin)
            if date is not None and isinstance(date[0], Day | Exact | Numeric) and (
                not bracket or self.mark(date[1], ")")
            ):
                node = date[0]
                date = (node, date[1] + 1) if bracket else date
                if isinstance(node, Day):
                    node = Day(node.month, node.day, node.year, node.year_shift, weekday)
                return node, date[1]
        if key in self.row.words.needs_support and not (
            self.at(index - 1) == "on" and (self.row.capital[index] or self.row.careless)
        ):
            return None
        shifted = self.shifted_unit(self.skip(after, "of"))
        if shifted is not None and shifted[0] == "week" and not self.row.possessive[index]:
            return Weekday(weekday, None, shifted[1]), shifted[2]
        if self.at(after) == "shift" and self.row.words.shifts_follow:
            return Weekday(weekday, self.number(after)), after + 1
        return Weekday(weekday), after

    def _shift(self, index: int) -> Found | None:
        """ "last week", "last Monday", "this March", "last 24 hours", "last week of May"."""
        shift, after = self.number(index), index + 1
        tag = self.at(after)
        definite = self.at(index - 1) == "the"
        if self.key[index] in self.row.words.lasts:
            nth = self._nth(-1, after)
            if nth is not None and isinstance(nth[0], Nth | Part):
                return nth
            count, stop = self.count(after)
            if stop != after and (unit := self.unit(stop)) is not None:
                return (Vague(unit) if count is None else Rolling(count, unit)), stop + 1
            over = self._over(index) if definite else (
                self.row.language != "en" and self.at(index - 1) in ("over", "in", "during")
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
            if definite and shift == 1 and self.row.language == "en":
                return Anaphor(1, self.name(after)), after + 1
            unit = self.name(after)
            if unit == "half" or (unit in ("day", "night", "hour", "century") and shift <= 0):
                return None
            begin = self.of_the(after + 1)
            if unit == "week" and begin == after + 2 and self.at(begin) == "weekday" and (
                self.at(after + 1) == "on"
            ):
                return Weekday(self.number(begin), None, shift), begin + 1
            return Unit(unit, shift), after + 1
        if tag == "daypart" and shift == 0:
            return Shifted(0), after  # the time of day is read around it
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
        if unit is None or (count == 1 and after == index + 1 and self.key[after] in self.row.words.plurals
                            and unit != "day"):
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

    def _season(self, index: int) -> Found | None:
        season, after = self.name(index), index + 1
        year, shift, stop = self.year_after(after)
        if year is None and shift is None:
            if self.at(after) == "shift" and self.row.words.shifts_follow:
                return Season(season, None, self.number(after)), after + 1
            before = self.at(index - 1)
            if before == "the":
                before = self.at(index - 2)
            if before not in _SUPPORT:
                return None
        return Season(season, year, None, shift), stop

    def _unit(self, index: int) -> Found | None:
        """ "semana pasada", "days ago", "month of May"; a bare "week" is none."""
        shifted = self.shifted_unit(index)
        if shifted is not None:
            unit = shifted[0]
            if unit in ("hour", "half", "century") or (unit in ("day", "night") and shifted[1] <= 0):
                return None
            return Unit(unit, shifted[1]), shifted[2]
        unit = self.name(index)
        if self.key[index] in self.row.words.plurals and self.at(index + 1) == "ago":
            return Vague(unit, point=True), index + 2
        if unit[-1:] == "2" or (unit and self.at(index + 1) == "ago"):
            return self._after_unit(2 if unit[-1:] == "2" else 1, unit.rstrip("2"), index + 1)
        if unit == "week" and self.at(index + 1) == "of" or self.key[index + 1 : index + 2] in _WEEK_ENDS:
            return self._week_of(index)
        if unit in ("month", "year") and self.at(index + 1) in ("of", "num", "month", "hijri"):
            found = self.atom(self.skip(index + 1, "of"))
            if found is not None and isinstance(found[0], Month | HijriDate) and unit == "month":
                return found
            said = self.year(index + 1)
            if unit == "year" and said is not None:
                return Year(said[0]), said[1]
        if self.at(index - 1) == "the" and self.at(index + 1) in ("before", "after"):
            return self._after_unit(1, unit, index + 1)
        return None

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
        return HijriDate(month), after

    def _holiday(self, index: int) -> Found | None:
        name, after = self.name(index), index + 1
        year, _, stop = self.year_after(after)
        return Holiday(name, year), stop

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
            return Anaphor(-1 if tag == "day_before" else 1, "day"), after
        step = {"same": 0, "that": 0, "previous": -1, "following": 1, "next": 1}[tag]
        if self.at(after) == "unit" and self.name(after) in ("day", "week", "month", "year", "night",
                                                             "weekend"):
            if self.key[after] in self.row.words.plurals:
                return None
            unit = self.name(after)
            return Anaphor(step, "week" if unit == "weekend" else unit), after + 1
        if self.at(after) == "daypart":
            return Anaphor(step, "day"), after  # the time of day is read around it
        if self.at(after) == "weekday" and step > 0:
            return Anaphor(self.number(after), "weekday"), after + 1
        count, stop = self.count(after)
        if stop != after and step and (unit_name := self.unit(stop)) is not None and count:
            return Unknown(), stop + 1
        return None

    def _night(self, index: int) -> Found | None:
        value = self.value[index]
        return (Shifted(value[0]), index + 1) if isinstance(value, tuple) else None

    def part(self, index: int) -> Found | None:
        """ "early May", "end of the year", "mid-2021", "later last week"."""
        tag = self.at(index)
        part = {"earlier": "early", "later": "late"}.get(tag) or self.name(index)
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
                    return Unit(unit, 0, so_far=True), start + 1
                return Part(part, Unit(unit, 0)), start + 1
            return None
        found = self.atom(start)
        if found is None:
            return None
        node, stop = found
        if tag == "earlier" and isinstance(node, Unit) and node.shift == 0:
            return Unit(node.unit, 0, so_far=True), stop
        if isinstance(node, Month | Year | Decade | Unit | Season | HijriDate | Holiday):
            return Part(part, node), stop
        return None

    def about(self, index: int) -> Found | None:
        found = self.atom(self.skip(index + 1, "the"))
        if found is None or isinstance(found[0], Vague | Anaphor):
            return None
        return Around(found[0]), found[1]

    def _week_of(self, index: int) -> Found | None:
        """ "week of 14 June", "week ending 20 June"."""
        found = self.atom(self.skip(index + 2, "the"))
        if found is None or not isinstance(found[0], Day | Exact | Numeric):
            return None
        unit = "week_ending" if self.key[index + 1] in ("ending", "ended") else "week_of"
        return Nth(0, 1, unit, found[0]), found[1]


_WEEK_ENDS: Final = (["ending"], ["ended"], ["beginning"], ["starting"])
_YEAR_AFTER: Final = frozenset("года году год год. г р року рік".split())

_READERS: Final[dict[str, Callable[[Grammar, int], Found | None]]] = {
    "iso": Grammar._iso,
    "numeric": Grammar._numeric,
    "dtg": Grammar._dtg,
    "decade": Grammar._decade,
    "num": Grammar._number,
    "ordnum": Grammar._number,
    "few": Grammar._counted,
    "ord": Grammar._ordinal,
    "month": Grammar._month,
    "weekday": Grammar._weekday,
    "shift": Grammar._shift,
    "past": Grammar._past,
    "recent": Grammar._recent,
    "recently": Grammar._recently,
    "day": Grammar._day,
    "season": Grammar._season,
    "unit": Grammar._unit,
    "hijri": Grammar._hijri,
    "holiday": Grammar._holiday,
    "ago_before": Grammar._ago_before,
    "same": Grammar._same,
    "that": Grammar._same,
    "previous": Grammar._same,
    "following": Grammar._same,
    "day_before": Grammar._same,
    "day_after": Grammar._same,
    "night": Grammar._night,
    "part": Grammar.part,
    "earlier": Grammar.part,
    "later": Grammar.part,
    "about": Grammar.about,
}
