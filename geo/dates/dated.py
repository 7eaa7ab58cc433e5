"""A calendar expression with its times of day, alone, in a pair or in a list."""

from __future__ import annotations

from typing import Final

from geo.dates.nodes import (
    Anaphor,
    Around,
    Day,
    Days,
    Exact,
    HijriDate,
    Holiday,
    Month,
    Node,
    Nth,
    Numeric,
    Part,
    Range,
    Season,
    Shifted,
    TimeOnly,
    Unit,
    Unknown,
    Vague,
    Weekday,
    Year,
)
from geo.dates.phrase import Phrase, alike, night_before, share_year
from geo.dates.times import Times

__all__ = ["RANGE_JOINERS", "Dated"]

_ONE_DAY = (
    Day,
    Exact,
    Numeric,
    Weekday,
    Shifted,
    HijriDate,
    Holiday,
    Days,
    Anaphor,
    Unit,
    Nth,
    Around,
)
RANGE_JOINERS: Final = ("to", "until", "through", "dash")
_LIST_JOINERS: Final = ("and", "or")


class Dated(Times):
    """Reads dates with their times of day, and two or more of them joined."""

    def dated(self, index: int) -> Phrase | None:
        """A calendar expression with the times of day before and after it, or one alone."""
        before = self.time(index)
        if (
            before is not None
            and self.at(before) in ("before", "after")
            and self.at(index - 1) == "the"
            and (before + 1 >= self.size or self.at(before + 1) in ("", "mark", "blank", "on"))
            and self.dated_after(before + 1) is None
        ):
            # "the evening before": that of the day before the one told last
            step = -1 if self.at(before) == "before" else 1
            return Phrase(Anaphor(step, "day"), index, before + 1, ((index, before),))
        if before is not None:
            if self.name(before - 1) in ("overnight", "night") and self.at(before) == "to":
                into = self.atom(before + 1)
                if into is not None and isinstance(into[0], Day | Weekday | Exact):
                    return Phrase(night_before(into[0]), index, into[1], ((index, before),))
            date = self._after_time(before)
            if date is not None:
                times = ((index, before), *date.times)
                node = date.node
                if isinstance(node, Day | Weekday | Exact | Shifted | Numeric) and self._leads_into(
                    index, before, date.first
                ):
                    node = night_before(node)
                return Phrase(node, index, date.stop, times)
        if self.at(index) == "night":
            found = self._night(index)
            return Phrase(found[0], index, index + 1, ((index, index + 1),)) if found else None
        atom = self._part_or_atom(index)
        if atom is not None:
            return self._with_times(atom)
        if before is not None and self._time_alone(index, before):
            return Phrase(TimeOnly(), index, before, ((index, before),))
        return None

    def dated_after(self, index: int) -> Phrase | None:
        """A date right after a word, past articles; None where none follows."""
        at = self.skip(index, "the", "on")
        return self._part_or_atom(at) if at < self.size else None

    def _part_or_atom(self, index: int) -> Phrase | None:
        tag = self.at(index)
        if tag in ("part", "earlier", "later"):
            found = self.part(index)
            if found is not None:
                return Phrase(found[0], index, found[1])
            # "early Monday", "late on 12 March", "earlier today": a time of that day.
            at = self.skip(self.skip(index + 1, "dash"), "on", "that", "of")
            if self.at(index + 1) == "that" or self.at(index + 1) == "same":
                at = index + 1
            at = self.skip(at, "the") if self.at(at + 1) == "same" else at
            day = self.atom(at)
            if day is not None and isinstance(
                day[0], Day | Exact | Weekday | Shifted | Anaphor | Numeric | HijriDate
            ):
                return Phrase(day[0], index, day[1], ((index, index + 1),))
            if day is None and self.at(at) == "night":
                night = self._night(at)
                return Phrase(night[0], index, at + 1, ((index, at + 1),)) if night else None
            return None
        found = self.atom(index)
        return None if found is None else Phrase(found[0], index, found[1])

    def _after_time(self, index: int) -> Phrase | None:
        """The date after a time of day: "at dawn | on Monday"."""
        if self.at(index) in ("between", "from"):
            return self._pair(index + 1, ("and", *RANGE_JOINERS))
        at = self.skip(index, "of", "of_from", "on", "in")
        if at == index and self.mark(index, ","):
            at = self.skip(index + 1, "on")
        at = self.skip(at, "the") if self.at(at) == "the" else at
        short = self._short_range(at)
        if short is not None:
            return short
        found = self._part_or_atom(at)
        if found is None or isinstance(found.node, Vague | Month | Year | Season):
            return None
        found = self._with_times(found)
        # "the night of Sunday to Monday"
        if self.at(found.stop) in ("to", "dash", "at") and isinstance(found.node, _ONE_DAY):
            joined = self._joined(found)
            if joined is not None:
                return joined
        return found

    def _leads_into(self, index: int, stop: int, date: int) -> bool:
        """Whether a night is told by the day it leads into, as in "в ночь на вторник"."""
        if self.row.language not in ("ru", "uk"):
            return False
        return (
            any(self.name(i) == "night" for i in range(index, stop)) and self.key[date - 1] == "на"
        )

    def _with_times(self, phrase: Phrase) -> Phrase:
        """Add the times of day that follow a date."""
        times, stop = list(phrase.times), phrase.stop
        if isinstance(phrase.node, Month | Year | Season | Vague):
            return phrase
        for _ in range(3):
            at = stop
            comma = self.mark(at, ",")
            if comma and times:
                break
            bracket = self.bracket(at)
            if comma or bracket:
                at += 1
            at = self.skip(at, "at", "in", "during", "on")
            at = self.skip(at, "the")
            at = self.skip(at, "about")
            if bracket and self.at(at) == "weekday" and self.bracket(at + 1, close=True):
                stop = at + 2  # "June 3 (Thursday)"
                continue
            end = self.time(at, military=self.at(at - 1) in ("at", "about") or bracket)
            if end is None or (self.row.possessive[stop - 1] and at == stop):
                break
            if bracket:
                # "(2300 GMT Sunday)" tells the same moment elsewhere.
                if self.at(end) in ("weekday", "day", "on"):
                    end = self.skip(end, "on") + 1
                if not self.bracket(end, close=True):
                    break
                end += 1
            elif self.name(end - 1) == "overnight" and at != stop:
                break
            if comma and self._after_time(end) is not None:
                break  # the time belongs to the date that follows
            times.append((at, end if not bracket else end - 1))
            stop = end
        return Phrase(phrase.node, phrase.first, stop, tuple(times))

    # --- pairs and lists -------------------------------------------------------------

    def _joined(self, first: Phrase) -> Phrase | None:
        """ "Monday to Wednesday", "15 May - 3 June", "March and April"."""
        joiner = self.at(first.stop)
        ranged, listed = joiner in RANGE_JOINERS, joiner in _LIST_JOINERS
        if self.mark(first.stop, "/") and isinstance(first.node, Day | Numeric):
            ranged = True  # "the night of 24 June/25 June"
        if joiner == "at" and isinstance(first.node, Weekday) and self.row.language in ("fr", "es"):
            ranged = self.at(first.stop + 1) == "weekday"  # "de lundi à mardi"
        if not (ranged or listed) or self.row.possessive[first.stop - 1]:
            return None
        at = self.skip(first.stop + 1, "the", "on")
        at = self.skip(at, "the")
        second = self.dated(at)
        if second is None and ranged and isinstance(first.node, Month) and self.at(at) == "month":
            second = Phrase(Month(self.number(at)), at, at + 1)  # "January to May"
        if second is None or not alike(first.node, second.node, ranged=ranged):
            return None
        times = first.times + second.times
        if ranged:
            if isinstance(first.node, Range | Days):
                return None
            node: Node = share_year(first.node, second.node)
            return Phrase(node, first.first, second.stop, times)
        if isinstance(first.node, Part) and isinstance(second.node, Part):
            return Phrase(share_year(first.node, second.node), first.first, second.stop, times)
        if isinstance(first.node, Part | Range) or isinstance(second.node, Part | Days):
            return None
        items = first.node.items if isinstance(first.node, Days) else (first.node,)
        shared = share_year(items[-1], second.node)
        return Phrase(
            Days((*items[:-1], shared.first, shared.last)), first.first, second.stop, times
        )

    def _short_range(self, index: int) -> Phrase | None:
        """ "15-20 May 2021", "May 15-20", "12/13 March", "2014-17"."""
        if self.at(index) in ("num", "ordnum"):
            return self._day_pair(index, RANGE_JOINERS) or self._year_pair(index)
        if self.at(index) == "month":
            return self._month_day_pair(index, (*RANGE_JOINERS, "and"))
        return None

    def _day_pair(
        self, index: int, joiners: tuple[str, ...], *, slash: bool = True
    ) -> Phrase | None:
        """Two days of one month before its name."""
        first = self.day_number(index)
        if first is None:
            return None
        slashed = slash and self.mark(first[1], "/")
        if self.at(first[1]) not in joiners and not slashed:
            return None
        second = self._days_of_month(first[1] + 1)
        if second is None:
            return self._night_pair(index, first)
        node, stop = second
        last = node.items[-1] if isinstance(node, Days) else node
        if not isinstance(last, Day) or isinstance(node, Days):
            return None
        begin = Day(last.month, first[0], last.year, last.year_shift)
        if begin.day >= last.day:
            return None
        return self._with_times(Phrase(Range(begin, last), index, stop))

    def _night_pair(self, index: int, first: tuple[int, int]) -> Phrase | None:
        """ "night 22/23", "overnight 13-14": the month is that told of."""
        second = self.day_number(first[1] + 1)
        night = self.name(index - 1) in ("night", "overnight")
        if not night or second is None or second[0] != first[0] + 1:
            return None
        return Phrase(Range(Day(0, first[0]), Day(0, second[0])), index, second[1])

    def _month_day_pair(self, index: int, joiners: tuple[str, ...]) -> Phrase | None:
        """Two days of one month after its name."""
        month = self.month(index, beside=True)
        first = self.day_number(month[1]) if month else None
        if month is None or first is None:
            return None
        if self.at(first[1]) not in joiners and not self.mark(first[1], "/"):
            return None
        if self.at(first[1]) == "and":
            return None  # a list, read by the grammar
        second = self.day_number(first[1] + 1)
        if (
            second is None
            or second[0] <= first[0]
            or self.month(second[1], beside=True) is not None
        ):
            return None
        year, shift, stop = self.year_after(second[1])
        return self._with_times(
            Phrase(
                Range(Day(month[0], first[0], year, shift), Day(month[0], second[0], year, shift)),
                index,
                stop,
            )
        )

    def _year_pair(self, index: int) -> Phrase | None:
        first = self.year(index)
        if first is None or self.at(first[1]) != "dash" or not self.adjoining(index):
            return None
        second = self.year(first[1] + 1, short=True)
        if second is None:
            return None
        last = second[0] if second[0] > 99 else first[0] // 100 * 100 + second[0]
        if last <= first[0]:
            return None
        return Phrase(Range(Year(first[0]), Year(last)), index, second[1])

    def _pair(self, index: int, joiners: tuple[str, ...]) -> Phrase | None:
        """Two dates with a joiner between them, as after "between" and "from"."""
        at = self.skip(index, "the", "on", "in")
        at = self.skip(at, "the")
        found = self._day_pair(at, joiners, slash=False) or self._month_day_pair(at, joiners)
        if found is not None:
            return found
        first = self.dated(at)
        if first is None and (said := self.year(at)) is not None:
            first = Phrase(Year(said[0]), at, said[1])
        if first is None and self.at(at) == "month":
            first = Phrase(Month(self.number(at)), at, at + 1)
        if first is None:
            return None
        stop = self.skip(first.stop, "from")
        if self.at(stop) not in joiners:
            return None
        after = self.skip(stop + 1, "the", "on", "in")
        after = self.skip(after, "the")
        second = self.dated(after)
        if second is None and (said := self.year(after)) is not None:
            second = Phrase(Year(said[0]), after, said[1])
        if second is None and self.at(after) == "month":
            year, shift, stop = self.year_after(after + 1)
            second = Phrase(Month(self.number(after), year, None, shift), after, stop)
        if second is None or isinstance(second.node, TimeOnly | Unknown | Vague):
            if isinstance(second, Phrase) and isinstance(second.node, TimeOnly):
                # "between midnight and 4 a.m. on Monday" is read as a time of day.
                return None
            return None
        if isinstance(first.node, TimeOnly):
            times = (*first.times, *second.times)
            return Phrase(second.node, index, second.stop, times)
        node = share_year(first.node, second.node)
        return Phrase(node, index, second.stop, first.times + second.times)
