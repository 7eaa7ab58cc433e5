"""Times of day: "at dawn", "4:30 p.m. local time (13:30 GMT)", "1625", "from 02:00 to 04:30"."""

from __future__ import annotations

from geo.dates.grammar import Grammar

__all__ = ["Times"]


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
        tag = self.at(index)
        stop = index + 1
        if tag == "clock":
            if self.at(stop) in ("ampm", "h", "hour_word") or (
                self.at(stop) == "unit" and self.name(stop) == "hour"
            ):
                stop += 1
        elif (
            (tag == "num" and self.at(stop) == "ampm" and 1 <= self.number(index) <= 12)
            or (tag == "big" and self.at(stop) == "ampm")
            or (tag == "num" and self.at(stop) == "oclock")
        ):
            stop += 1
        elif (
            self.row.language != "en"
            and tag == "num"
            and self.number(index) <= 24
            and (self.name(stop) == "hour" if self.at(stop) == "unit" else False)
        ):
            if not military and self.at(stop + 1) != "daypart":
                return None
            stop = self.skip(self.skip(stop + 1, "of"), "daypart")
        elif (
            tag == "num"
            and len(self.key[index]) == 4
            and self.number(index) % 100 < 60
            and (self.number(index) < 2400)
            and self.key[index].isdigit()
        ):
            worded = self.at(stop) in ("zone", "hour_word", "local", "h") or (
                self.at(stop) == "unit" and self.key[stop] in ("hours", "hrs")
            )
            if not worded and not (military and not 1900 <= self.number(index) <= 2100):
                return None
            if worded and self.at(stop) in ("hour_word", "h", "unit"):
                stop += 1
        else:
            return None
        stop = self._zone(stop)
        if self.at(stop) == "dash" or self.at(stop) == "and":
            second = self._clock_bare(stop + 1)
            if second is not None:
                stop = self._zone(second)
        if self.mark(stop, "("):
            inner = self._clock_bare(stop + 1)
            inner = None if inner is None else self._zone(inner)
            if inner is not None and self.mark(inner, ")"):
                stop = inner + 1
        return stop

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
