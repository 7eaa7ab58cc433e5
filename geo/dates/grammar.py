"""The grammar of date phrases over tagged words: one calendar expression at a time.

One grammar serves all languages: the tables say which word is a month or "since", and
both orders ("last week", "semana pasada") are read. Functions take an index and give
back a node and the index after it, or None; none looks further than a fixed number of
words ahead, so that reading is linear. Ranges, open ends and times of day are put
around these expressions in `geo.dates.phrases`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from geo.dates.counted import CountedDates
from geo.dates.row import Found

__all__ = ["Grammar"]

_MAX_DEPTH: Final = 5
"""Dates within dates: "the end of the second week of late May" needs three."""


class Grammar(CountedDates):
    """Reads calendar expressions in one row of tagged words."""

    def atom(self, index: int) -> Found | None:
        """One calendar expression that begins here: a day, a month, "last week" ..."""
        reader = _READERS.get(self.at(index))
        if reader is None or self.depth >= _MAX_DEPTH:
            return None
        if index in self.read:
            return self.read[index]
        self.depth += 1
        self.read[index] = found = reader(self, index)
        self.depth -= 1
        return found


_READERS: Final[dict[str, Callable[[Grammar, int], Found | None]]] = {
    "iso": Grammar._iso,
    "numeric": Grammar._numeric,
    "big": Grammar._short_numeric,
    "dtg": Grammar._dtg,
    "decade": Grammar._decade,
    "quarter_letter": Grammar._quarter,
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
    "eve": Grammar._eve,
    "dday": Grammar._dday,
    "part": Grammar.part,
    "earlier": Grammar.part,
    "later": Grammar.part,
    "about": Grammar.about,
}
