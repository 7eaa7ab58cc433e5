"""Small readings that every date phrase is made of: a year, a day of a month, a count.

`Row` walks over tagged words by index. Its readers give back what they found and the
index after it, or None; none looks further than a fixed number of words ahead.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Final

from geo.dates.nodes import SAME_YEAR, Node
from geo.dates.scan import Scan

__all__ = ["SUPPORT", "Found", "Row"]

Found = tuple[Node, int]
"""A node, and the index after its words."""

SUPPORT: Final = frozenset(
    {
        "in",
        "since",
        "of",
        "during",
        "by",
        "until",
        "before",
        "after",
        "from",
        "between",
        "through",
        "over",
        "early",
        "late",
        "part",
        "shift",
        "starting_in",
        "this",
        "on_in",
        "of_from",
        "ago_before",
        "about",
        "and_between",
    }
)
"""Tags after which a doubtful word, such as "May" or "1999", is a date."""

_MONTH_VERBS: Final = frozenset({"was", "saw", "brought", "began", "opened", "ended", "passed"})
_YEAR_AFTER: Final = frozenset({"года", "году", "год", "год.", "г", "р", "року", "рік"})


class Row(ABC):
    """Reads small things in one row of tagged words."""

    def __init__(self, row: Scan) -> None:
        self.row = row
        self.tag = row.tag
        self.value = row.value
        self.key = row.key
        self.size = len(row)
        self.depth = 0
        self.read: dict[int, Found | None] = {}
        """What was found where, so that no place is read twice."""

    def at(self, index: int) -> str:
        """Tag at an index; "" for a plain word and outside."""
        return self.tag[index] if 0 <= index < self.size else ""

    def _key_at(self, index: int) -> str:
        return self.key[index] if 0 <= index < self.size else ""

    def number(self, index: int) -> int:
        value = self.value[index]
        return value if isinstance(value, int) else 0

    def name(self, index: int) -> str:
        value = self.value[index] if 0 <= index < self.size else ""
        return value if isinstance(value, str) else ""

    def adjoining(self, index: int) -> bool:
        """Whether nothing, not even a space, stands between this token and the next."""
        return index + 1 < self.size and self.row.end[index] == self.row.start[index + 1]

    def skip(self, index: int, *tags: str) -> int:
        return index + 1 if self.at(index) in tags else index

    def skip_dot(self, index: int) -> int:
        return index + 1 if self.mark(index, ".") else index

    def mark(self, index: int, sign: str) -> bool:
        return self.at(index) == "mark" and self.key[index] == sign

    def bracket(self, index: int, *, close: bool = False) -> bool:
        return self.at(index) == "mark" and self.key[index] in (")]" if close else "([")

    def of_the(self, index: int) -> int:
        """Skip "of the", "de la", "in": what may stand between two words of one date."""
        index = self.skip(index, "of", "of_from", "in", "on")
        return self.skip(index, "the")

    def year(self, index: int, *, short: bool = False) -> tuple[int, int] | None:
        """A year; with `short` also two digits, as in "3 JUL 89"."""
        if self.at(index) == "mark" and self.key[index] in "'’" and self.adjoining(index):
            index, short = index + 1, True
        if self.at(index) != "num" or not self.key[index].isdigit():
            return None
        value, digits = self.number(index), len(self.key[index])
        if len(self._key_at(index + 1)) == 1 and self._is_glued(index):
            return None  # "12 MAY 1800C": an hour and its zone
        if digits == 4 and 1800 <= value <= 2100:
            after = index + 1
            if self.at(after) == "yearmark" or (
                self.at(after) == "unit"
                and self.name(after) == "year"
                and self.key[after] in _YEAR_AFTER
            ):
                after += 1
                if self.mark(after, ".") and len(self.key[after - 1]) == 1:
                    after += 1
            return value, after
        if digits == 2 and short:
            return value, index + 1
        return None

    def _is_glued(self, index: int) -> bool:
        """Whether a letter follows a number without a space."""
        following = self._key_at(index + 1)
        return following.isascii() and following.isalpha() and self.adjoining(index)

    def year_after(self, index: int, *, short: bool = False) -> tuple[int | None, int | None, int]:
        """A year, or "of last year", after a day or a month: (year, shift, next index)."""
        joined = (
            self.at(index) == "dash" and self.at(index - 1) == "month" and self.adjoining(index)
        )
        for begin in (index, index + 1 if joined or self.mark(index, ",") else index):
            probe = self.of_the(begin)
            for start in (begin, probe):
                said = self.year(start, short=short and (start == index or joined))
                if said is not None:
                    return said[0], None, said[1]
                shifted = self.shifted_unit(start)
                definite = self.at(start - 1) == "the" and self.row.language == "en"
                if shifted is not None and shifted[0] == "year" and not definite:
                    return None, shifted[1], shifted[2]
                step = self._step_in_story(start)
                named = self.at(start + 1) == "unit" and self.name(start + 1) == "year"
                if step is not None and named and (start > index or self.at(start) == "that"):
                    return None, SAME_YEAR + step, start + 2  # "30 July of the same year"
        return None, None, index

    def _step_in_story(self, index: int) -> int | None:
        """ "that", "the following", "the next": years from the one told last."""
        if self.at(index) == "shift" and self.number(index) == 1 and self.at(index - 1) == "the":
            return 1
        steps = {"that": 0, "same": 0, "previous": -1, "following": 1, "next": 1}
        return steps.get(self.at(index))

    def shifted_unit(self, index: int) -> tuple[str, int, int] | None:
        """ "last week", "semana pasada": (unit, shift, next index)."""
        if self.at(index) == "shift" and self.at(index + 1) == "unit":
            return self.name(index + 1), self.number(index), index + 2
        if (
            self.at(index) == "unit"
            and self.at(index + 1) == "shift"
            and self.row.words.shifts_follow
        ):
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
        tens = tag == "num" and self.number(index) in (20, 30) and self.at(index + 1) == "dash"
        if tens and self.at(index + 2) == "ord" and 0 < self.number(index + 2) < 10:
            return self.number(index) + self.number(index + 2), index + 3
        return None

    def month(self, index: int, *, beside: bool) -> tuple[int, int] | None:
        """A month's name; `beside` says that a day or a year stands next to it."""
        if self.at(index) != "month":
            return None
        key, words = self.key[index], self.row.words
        after = index + 1
        dotted = (
            self.mark(after, ".")
            and len(key) <= 4
            and key not in ("may", "june", "july")
            and self.adjoining(index)
        )
        if dotted and self.at(after + 1) in ("num", "mark", "dash", "ordnum", "to", "and"):
            after += 1
        if key in words.needs_support:
            doubtful = key in words.lower_is_other
            numbered = beside and self.at(index + 1) == "ordnum"  # "on may 1st"
            if doubtful and not (self.row.capital[index] or self.row.careless or numbered):
                return None
            follows = self._key_at(index + 1)
            if doubtful and follows in words.not_after and not self.supported(index):
                return None
            if not beside and not self.supported(index) and not self._opens_story(index):
                return None
        return self.number(index), after

    def _opens_story(self, index: int) -> bool:
        """ "June was worse.", "April brought no peace.": a month that opens a sentence."""
        opens = index == 0 or self.at(index - 1) == "blank" or self.mark(index - 1, ".")
        return opens and self.row.capital[index] and self._key_at(index + 1) in _MONTH_VERBS

    def supported(self, index: int) -> bool:
        before = index - 1
        if self.at(before) == "dash" or self.at(before) == "the":
            before -= 1
        return self.at(before) in SUPPORT

    def count(self, index: int) -> tuple[int | None, int]:
        """A number of units in figures or words; None for "few"; index unchanged if none."""
        start = index
        if (
            self.at(index) == "num"
            and self.key[index] in ("a", "an")
            and self.at(index + 1) == "few"
        ):
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

    def ends_clause(self, index: int) -> bool:
        return index >= self.size or self.at(index) in (
            "mark",
            "blank",
            "in",
            "at",
            "on",
            "and",
            "to",
        )

    def event_noun(self, index: int) -> bool:
        """ "the attack", "that raid": something the text has told of."""
        if self.at(index) not in ("the", "that", "shift"):
            return False
        return index + 1 < self.size and self.key[index + 1] in self.row.words.events

    @abstractmethod
    def atom(self, index: int) -> Found | None:
        """One calendar expression that begins here; see `geo.dates.grammar`."""
