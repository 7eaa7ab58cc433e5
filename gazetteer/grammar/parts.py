"""Parts of places: "eastern Syria", "the far north-east of Nigeria"."""

from __future__ import annotations

from gazetteer.features import TYPE_WORDS
from gazetteer.geodesy import BEARINGS
from gazetteer.grammar.cursor import Cursor
from gazetteer.grammar.english import ENGLISH
from gazetteer.grammar.words import PART_NOUNS
from gazetteer.model import AnyOf, Offset, Part, PlaceReference

__all__ = ["Parts"]


class Parts(Cursor):
    """Rules for directions and middles."""

    def the_part(self, i: int, j: int) -> PlaceReference | None:
        """ "the far north-east of X", "the east of Syria", "the centre of Homs"."""
        k, far = i, False
        if self.low(k) in ENGLISH.far:
            far, k = True, k + 1
        direction = self.direction(k, j)
        if direction is not None:
            name, k = direction[0], direction[1]
        elif self.low(k) in ENGLISH.central:
            name, k = "central", k + 1
        else:
            return None
        while k < j and self.low(k) in PART_NOUNS:
            k += 1
        if self.low(k) not in ENGLISH.of or k + 1 >= j:
            return None
        return Part(f"far-{name}" if far and name != "central" else name, self.expr(k + 1, j))

    def bare_direction_of(self, i: int, j: int) -> PlaceReference | None:
        """ "west of Wana", with no distance; "far north-east of X" is a part."""
        k = i + 1 if self.low(i) in ENGLISH.far | {"just", "immediately", "directly"} else i
        direction = self.direction(k, j)
        if direction is None:
            node = self.the_part(i, j)
            return node if self.low(i) in ENGLISH.central else None
        name, n, adjective = direction
        if adjective or self.low(n) not in ENGLISH.of or n + 1 >= j:
            if self.low(n) in PART_NOUNS:
                return self.the_part(i, j)
            return None
        if self.low(i) in ENGLISH.far:
            return Part(f"far-{name}", self.expr(n + 1, j))
        return Offset(self.expr(n + 1, j), None, None, BEARINGS[name])

    def parts(self, i: int, j: int) -> PlaceReference | None:
        """ "eastern Syria", "northern and eastern Syria", "central Iraq", "rural Idlib"."""
        if j - i > 2 and self.low(j - 1) in TYPE_WORDS and self.name_known(i, j - 1):
            return self.leaf(i, j)  # "North Kivu province" is no part of a Kivu
        k, far = i, False
        if self.low(k) in ENGLISH.far:
            far, k = True, k + 1
        direction = self.direction(k, j)
        if direction is not None and direction[1] < j:
            name, n, _ = direction
            # "northern and eastern Syria": the place is shared
            if self.low(n) in ENGLISH.conj:
                second = self.direction(n + 1, j)
                if second is not None and second[1] < j:
                    of = self.expr(second[1], j)
                    return AnyOf((Part(name, of), Part(second[0], of)), ENGLISH.conj[self.low(n)])
            n += 1 if self.dash(n) else 0
            while n < j and self.low(n) in {"part", "parts", "of"}:
                n += 1
            if n >= j:
                return None
            return Part(f"far-{name}" if far else name, self.expr(n, j))
        if self.low(k) in ENGLISH.central and k + 1 < j:
            n = k + 1
            while n < j and self.low(n) in {"part", "parts", "of"}:
                n += 1
            return Part("central", self.expr(n, j)) if n < j else None
        if self.low(i) == "rural" and i + 1 < j:
            return Part("countryside", self.expr(i + 1, j))
        return None
