"""Numbers, units and distances: "about 10-15 km south-east of X"."""

from __future__ import annotations

import re

from gazetteer.geodesy import BEARINGS
from gazetteer.grammar.cursor import Cursor
from gazetteer.grammar.english import APPROXIMATE, AT_MOST, ENGLISH
from gazetteer.model import Off, Offset, PlaceReference

__all__ = ["Quantities"]


_NAUTICAL_M = 1852.0


class Quantities(Cursor):
    """Rules for how far a place is from another."""

    def number(self, i: int, j: int) -> tuple[float, float, int] | None:
        """A number or a range at `i`, and the index after it."""
        word = self.low(i)
        if i >= j:
            return None
        figures = _figures(word) if word[:1].isdecimal() else None
        if figures is not None:
            low = figures
        elif word in ENGLISH.numbers:
            low = ENGLISH.numbers[word]
        else:
            if word not in {"a", "several", "dozens"}:
                return None
            if self.match(i, j, "a few") or word == "several":
                return 2.0, 8.0, i + (1 if word == "several" else 2)
            if self.match(i, j, "a couple of"):
                return 1.5, 3.0, i + 3
            if self.match(i, j, "a dozen") or self.match(i, j, "dozens of"):
                return 10.0, 60.0 if word == "dozens" else 14.0, i + 2
            return None
        k = i + 1
        if k + 1 < j and (self.dash(k) or self.low(k) in {"to", "or"}):
            upper = self.number(k + 1, j)
            if upper is not None and upper[0] > low:
                return low, upper[1], upper[2]
        return low, low, k

    def unit(self, i: int, j: int) -> tuple[float, int] | None:
        if i < j and self.dash(i):
            i += 1
        if i < j and self.low(i) in {"nautical", "sea"} and self.low(i + 1) in {"miles", "mile"}:
            return 1852.0, i + 2
        unit = ENGLISH.units.get(self.low(i).rstrip(".")) if i < j else None
        return (unit, i + 1) if unit is not None else None

    def quantity(self, i: int, j: int) -> PlaceReference | None:
        """ "about 10-15 km (6 mi) south-east of X"."""
        approximate = at_most = False
        while i < j and (
            self.low(i) in APPROXIMATE
            or self.low(i) in AT_MOST
            or (
                self.low(i) in {"more", "less", "up", "located", "at", "just", "the", "a"}
                and (self.low(i + 1) in {"than", "to"} or self.number(i + 1, j))
            )
        ):
            at_most = at_most or self.low(i) in AT_MOST or self.low(i) in {"less", "up"}
            approximate = approximate or self.low(i) in APPROXIMATE or self.low(i) == "more"
            i += 2 if self.low(i + 1) in {"than", "to"} else 1
        number = self.number(i, j)
        if number is None:
            return None
        low, high, k = number
        unit = self.unit(k, j)
        if unit is None:
            return None
        metres, k = unit
        if k < j and self.low(k) == "(":  # the same in another unit
            while k < j and self.low(k) != ")":
                k += 1
            k += 1
        while k < j and self.low(k) in {
            ",",
            "to",
            "the",
            "further",
            "due",
            "away",
            "in",
            "down",
            "up",
            "on",
            "or",
            "so",
            "straight",
            "as",
        }:
            if self.low(k) == "in" and not self.direction(k + 1, j):
                break
            k += 1
        at_sea = metres == _NAUTICAL_M
        bearing: float | None = None
        direction = self.direction(k, j)
        # "10 km East Jerusalem" would be odd: a direction here is always a bearing
        if direction is not None:
            bearing, k = BEARINGS[direction[0]], direction[1]
        while k < j and self.low(k) in {
            "of",
            "from",
            "off",
            "outside",
            "inside",
            "away",
            "the",
            "direction",
            "distance",
            "along",
            "into",
            "to",
            "in",
        }:
            at_sea = at_sea or self.low(k) == "off"
            k += 1
        while at_sea and k < j - 1 and self.low(k) in {"coast", "shore", "port", "of", "the"}:
            k += 1
        if k >= j:
            return None
        offset = Offset(
            origin=self.expr(k, j),
            distance_min_m=0.0 if at_most else low * metres,
            distance_max_m=high * metres,
            bearing_deg=bearing,
            approximate=approximate,
        )
        return Off(offset, "sea") if at_sea else offset


def _figures(word: str) -> float | None:
    """A number in figures: a comma parts thousands, or else decimals."""
    if re.fullmatch(r"\d+(?:\.\d+)?", word):
        return float(word)
    if re.fullmatch(r"\d{1,3},\d{3}", word):
        return float(word.replace(",", ""))
    if re.fullmatch(r"\d+,\d{1,2}", word):
        return float(word.replace(",", "."))
    return None
