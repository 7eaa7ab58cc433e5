"""Times of day: "at dawn", "4:30 p.m. local time (13:30 GMT)", "1625", "from 02:00 to 04:30"."""

from __future__ import annotations

import re

from geo.dates.grammar import Grammar

__all__ = ["Times"]

_POINTED = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")


class Times(Grammar):
    """Reads times of day."""

    def time(self, index: int, *, military: bool = False) -> int | None:
        """Where a time of day that begins at a token ends, or None."""
        at = index
        if self.at(at) in ("between", "from", "since", "until"):
            return self._time_range(at + 1)
        if self.at(at) == "shortly" and self.at(at + 1) in ("before", "after"):
            at = self.skip(at + 2, "the")
        elif self.at(at) in ("about", "before", "after") and self.at(at + 1) in (
            "clock",
            "daypart",
            "num",
        ):
            at += 1
        at = self.skip(at, "about")
        end = self._clock(at, military=military or self.at(index - 1) == "at")
        if end is not None:
            return end
        if self.at(at) in ("part", "earlier", "later") and self.at(at) != "":
            after = self.skip(at + 1, "in", "dash", "at")
            after = self.skip(after, "the", "that")
            if self.at(after) == "daypart" and self.at(after - 1) != "that":
                return self._daypart(after)
            return None
        return self._daypart(at) if self.at(at) == "daypart" else None

    def _time_range(self, index: int) -> int | None:
        """ "from midnight to 4 a.m.", "between 02:00 and 04:30"."""
        first = self.time(index) if self.at(index) in ("clock", "daypart", "num") else None
        if first is None:
            return None
        if self.at(first - 2) in ("and", "dash"):
            return first  # the clock has read both already
        if self.at(first) not in ("to", "and", "until", "dash"):
            return None
        return self.time(self.skip(first + 1, "about"))

    def _daypart(self, index: int) -> int:
        stop = index + 1
        if self.at(stop) == "hour_word" or (self.at(stop) == "unit" and self.name(stop) == "hour"):
            stop += 1
        if self.at(stop) == "dash" and self.at(stop + 1) == "daypart":
            stop += 2
        return stop

    def _clock(self, index: int, *, military: bool) -> int | None:
        """ "14:30", "4 p.m.", "0945 hours", "1625 local time (1325 GMT)"."""
        stop = self._clock_words(index, military=military)
        if stop is None:
            return None
        stop = self._zone(stop)
        if self.at(stop) == "dash" or self.at(stop) == "and":
            second = self._clock_bare(stop + 1)
            if second is not None:
                stop = self._zone(second)
        if self.bracket(stop):
            # "(13:30 GMT)", "[1530 GMT]", "(local time)"
            inner = self._clock_bare(stop + 1) or stop + 1
            inner = self._zone(inner)
            if inner > stop + 1 and self.bracket(inner, close=True):
                stop = inner + 1
        return stop

    def _clock_words(self, index: int, *, military: bool) -> int | None:
        """The clock alone; `military` says that "at" or the like stands before it."""
        stop = index + 1
        hours = self.at(stop) == "unit" and self.name(stop) == "hour"
        match self.at(index):
            case "clock":
                return stop + (hours or self.at(stop) in ("ampm", "h", "hour_word"))
            case "big" if _POINTED.fullmatch(self.key[index]):
                # "at 03.30 on Friday", "3.30 pm"; "at 3.30 metres" is none.
                worded = self.at(stop) in ("ampm", "zone", "local", "h", "hour_word")
                if worded or (military and self.at(stop) in ("on", "weekday", "day")):
                    return self.skip(stop, "ampm", "h", "hour_word")
            case "num" if len(self.key[index]) == 4 and self.key[index].isdigit():
                return self._four_figures(index, military=military)
            case "num" if self.at(stop) == "oclock":
                return stop + 1
            case "num" if self.at(stop) == "ampm" and 1 <= self.number(index) <= 12:
                return stop + 1
            case "num" if hours and self.row.language != "en" and self.number(index) <= 24:
                # "около 3 часов ночи", "vers 14 heures"
                if military or self.at(stop + 1) == "daypart":
                    return self.skip(self.skip(stop + 1, "of"), "daypart")
        return None

    def _four_figures(self, index: int, *, military: bool) -> int | None:
        """ "0945", "1625 hours", "2300 GMT"; a number like a year needs a word beside it."""
        value, stop = self.number(index), index + 1
        if value % 100 >= 60 or value >= 2400:
            return None
        if self.at(stop) in ("hour_word", "h") or (
            self.at(stop) == "unit" and self.name(stop) == "hour"
        ):
            return stop + 1
        worded = self.at(stop) in ("zone", "local")
        if not worded and len(self._key_at(stop)) == 1 and self._is_glued(index):
            return stop + 1  # "1800C": by the zone of a letter
        return stop if worded or (military and not 1900 <= value <= 2100) else None

    def _clock_bare(self, index: int) -> int | None:
        if self.at(index) == "clock":
            return self.skip(index + 1, "ampm")
        if self.at(index) == "num" and (
            self.at(index + 1) == "ampm"
            or (len(self.key[index]) == 4 and self.at(index + 1) == "zone")
        ):
            return index + 2 if self.at(index + 1) == "ampm" else index + 1
        return None

    def _zone(self, index: int) -> int:
        if self.at(index) == "zone":
            return index + 1
        if self.at(index) == "local":
            return self.skip(index + 1, "time")
        if self.at(index) == "" and self.at(index + 1) == "time" and self.row.capital[index]:
            return index + 2
        return index

    def _time_alone(self, index: int, stop: int) -> bool:
        """Whether a time of day with no day stands as one: "at dawn", "at 14:30"."""
        if self.tag[index] in ("since", "until"):
            return False
        if " " in self.row.text[self.row.start[index] : self.row.end[index]]:
            return True  # "after dark", "under cover of night"
        if self.tag[index] in ("clock", "shortly"):
            return True
        if self.at(index - 1) in (
            "at",
            "in",
            "the",
            "before",
            "after",
            "about",
            "by",
            "during",
            "this",
        ):
            return True
        return (
            self.name(stop - 1) == "overnight"
            or self.at(stop - 1) in ("ampm", "zone")
            or (self.tag[index] in ("about", "before", "after", "part") or stop - index > 1)
        )
