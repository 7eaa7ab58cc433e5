"""Whole date phrases: dates with ranges and open ends around them.

`phrase` reads the longest phrase that begins at a word. A phrase is its node, the words
it covers and the words of its time of day; which days it means is decided later.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from geo.dates.dated import RANGE_JOINERS, Dated
from geo.dates.nodes import (
    Anaphor,
    Day,
    Exact,
    From,
    Month,
    Numeric,
    Offset,
    Part,
    Range,
    Rolling,
    Shifted,
    TimeOnly,
    Unit,
    Until,
    Vague,
    Weekday,
    Year,
)
from geo.dates.phrase import Phrase, begun_at

__all__ = ["Phrases"]


class Phrases(Dated):
    """Reads whole phrases."""

    def phrase(self, index: int) -> Phrase | None:
        """Read the longest phrase that begins at a token."""
        tag = self.at(index)
        if tag in ("", "mark", "the", "of", "and", "blank"):
            return None
        reader = _READERS.get(tag)
        if tag in ("before", "after") and self.time(index) is not None:
            reader = None  # "before dawn on Saturday" is a time of Saturday
        found = reader(self, index) if reader is not None else None
        if found is None and (reader is None or tag in ("between", "from", "since")):
            found = self._range(index)
        return found

    def _range(self, index: int) -> Phrase | None:
        short = self._short_range(index)
        if short is not None:
            return short
        first = self.dated(index)
        if first is None:
            return None
        joined = first
        for _ in range(8):
            following = self._joined(joined)
            if following is None:
                break
            joined = following
        return joined

    def _between(self, index: int) -> Phrase | None:
        found = self._pair(index + 1, ("and", *RANGE_JOINERS))
        return None if found is None else begun_at(found, index)

    def _from_to(self, index: int) -> Phrase | None:
        found = self._pair(index + 1, RANGE_JOINERS)
        if found is not None:
            return begun_at(found, index)
        if self.tag[index] == "of_from":
            return None
        at = self.skip(index + 1, "the")
        inner = self.dated(at)
        if inner is not None and self.at(inner.stop) == "onward":
            return Phrase(From(inner.node), index, inner.stop + 1, inner.times)
        return None

    def _inner(self, index: int) -> Phrase | None:
        at = self.skip(index, "the", "at", "on", "in", "about")
        at = self.skip(at, "the")
        inner = self.dated(at)
        if inner is None and (said := self.year(at)) is not None:
            inner = Phrase(Year(said[0]), at, said[1])
        if inner is None or self.row.possessive[inner.stop - 1]:
            return None
        return inner

    def _since(self, index: int) -> Phrase | None:
        if self.at(index + 1) == "then":
            return Phrase(From(Anaphor(0, "day")), index, index + 2)
        if self.row.language in ("ru", "uk"):
            # "since" is also "from": "с 15 по 20 мая".
            pair = self._pair(index + 1, RANGE_JOINERS)
            if pair is not None:
                return begun_at(pair, index)
        inner = self._inner(index + 1)
        if inner is None or isinstance(inner.node, TimeOnly | Vague | From):
            return None
        stop = self.skip(inner.stop, "onward")
        return Phrase(From(inner.node), index, stop, inner.times)

    def _until(self, index: int) -> Phrase | None:
        inner = self._inner(index + 1)
        if inner is None or isinstance(inner.node, Vague):
            return None
        tag = self.tag[index]
        if isinstance(inner.node, TimeOnly):
            return Phrase(TimeOnly(), index, inner.stop, ((index, inner.stop),))
        if self._names(index + 1, inner.stop):
            return None
        if tag == "by" and not isinstance(
            inner.node, Day | Month | Year | Weekday | Part | Exact | Unit | Shifted
        ):
            return None
        return Phrase(Until(inner.node, tag != "before"), index, inner.stop, inner.times)

    def _after(self, index: int) -> Phrase | None:
        inner = self._inner(index + 1)
        if inner is None or isinstance(inner.node, Vague | Anaphor):
            return None
        if isinstance(inner.node, TimeOnly):
            return Phrase(TimeOnly(), index, inner.stop, ((index, inner.stop),))
        if self._names(index + 1, inner.stop):
            return None
        if not isinstance(inner.node, Day | Month | Year | Exact | Numeric | Part):
            return None
        return Phrase(From(inner.node, after=True), index, inner.stop, inner.times)

    def _names(self, index: int, stop: int) -> bool:
        """ "before the 1989 election": the date names a thing, it bounds nothing."""
        return self.at(index) == "the" and stop < self.size and self.tag[stop] == ""

    def _over_phrase(self, index: int) -> Phrase | None:
        """ "over the past month", "in recent weeks", "for the last ten days"."""
        at = self.skip(index + 1, "the")
        if self._key_at(index) == "within":
            return self._within(index, at)
        if self.at(at) == "num" and self.at(index) == "over":
            return self._days_from(index)
        if self.at(at) not in ("past", "recent", "shift", "few"):
            return None
        inner = self.dated(at)
        if inner is None or not (
            isinstance(inner.node, Vague) or type(inner.node).__name__ == "Rolling"
        ):
            return None
        return Phrase(inner.node, index, inner.stop, inner.times)

    def _within(self, index: int, at: int) -> Phrase | None:
        """ "within hours", "within three days": after what was told before, or what follows."""
        count, after = self.count(at)
        unit = self.unit(after)
        if unit is None:
            past = self.at(at) in ("past", "recent", "shift", "few")
            inner = self.dated(at) if past else None
            rolls = inner is not None and isinstance(inner.node, Rolling | Vague)
            return begun_at(inner, index) if inner is not None and rolls else None
        if self.at(after + 1) == "of":
            return Phrase(Offset(0, unit), index, after + 2)
        if unit in ("minute", "hour"):
            shift = "minute" if unit == "minute" or at > index + 1 else "hours"
            return Phrase(Anaphor((count or 0) // 24, shift), index, after + 1)
        days = {"day": 1, "night": 1, "week": 7, "fortnight": 14}.get(unit)
        plural = self.key[after] in self.row.words.plurals
        if after == at and plural and unit in ("day", "week", "month"):
            return Phrase(Anaphor(0, "within", name=unit), index, after + 1)
        if days is None or not count:
            return None
        return Phrase(Anaphor(count * days, "within"), index, after + 1)

    def _days_from(self, index: int) -> Phrase | None:
        """ "over four days from the 27th", "over two days starting on 3 May"."""
        count, after = self.count(index + 1)
        if not count or self.unit(after) != "day":
            return None
        if self.at(after + 1) not in ("from", "starting", "starting_in"):
            return None
        first = self.atom(self.skip(self.skip(after + 2, "on"), "the"))
        if first is None or not isinstance(first[0], Day | Exact | Numeric | Weekday):
            return None
        last = Anaphor(count - 1, "day", first[0], counted=True)
        return Phrase(Range(first[0], last), index, first[1])


_READERS: Final[dict[str, Callable[[Phrases, int], Phrase | None]]] = {
    "between": Phrases._between,
    "from": Phrases._from_to,
    "of_from": Phrases._from_to,
    "since": Phrases._since,
    "starting_in": Phrases._since,
    "until": Phrases._until,
    "through": Phrases._until,
    "before": Phrases._until,
    "by": Phrases._until,
    "after": Phrases._after,
    "in": Phrases._over_phrase,
    "over": Phrases._over_phrase,
    "for": Phrases._over_phrase,
    "during": Phrases._over_phrase,
}
"""How a phrase goes on that begins with a word of the tag."""
