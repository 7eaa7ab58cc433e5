"""Borders, ways, banks and coasts: relations that stand before their place."""

from __future__ import annotations

from gazetteer.grammar.cursor import Cursor
from gazetteer.grammar.kinds import AREA
from gazetteer.grammar.words import BORDER, COUNTRYSIDE, NEAR, OUTSKIRTS, RIVERSIDE, ROADS, TRIPLE
from gazetteer.model import (
    Along,
    Between,
    Border,
    FeatureClass,
    Name,
    Near,
    Off,
    Part,
    PlaceReference,
    Within,
)

__all__ = ["Lines"]

_REALMS = {"waters": "waters", "airspace": "airspace", "skies": "airspace"}
_BEFORE_REALM = frozenset({"territorial", "international", "coastal", "the", "in"})
_BEFORE_BETWEEN = ROADS | {
    "the",
    "main",
    "area",
    "on",
    "areas",
    "region",
    "a",
    "stretch",
    "of",
    "desert",
    "halfway",
    "midway",
    "way",
    "point",
}


class Lines(Cursor):
    """Rules for what runs along or between places."""

    def border(self, i: int, j: int) -> PlaceReference | None:
        """ "Iraq-Syria border region", "border between X and Y", "X border with Y"."""
        i, j, _ = self.trim(i, j)
        at = next((k for k in range(i, j) if self.low(k) in BORDER), None)
        if at is None or self.low(at + 1) in {
            "crossing",
            "crossings",
            "town",
            "village",
            "post",
            "guard",
            "city",
            "police",
        }:
            return None
        # what stands before a relation word is not the border's own place
        for k in range(i, at):
            if self.low(k) in {",", "near", "along", "between", "in", "on", "of", "from"}:
                return None
        k = at + 1
        while k < j and self.low(k) in AREA | {"line"}:
            k += 1
        head: tuple[PlaceReference, ...] = ()
        h = i
        direction = self.direction(i, at)
        if direction is not None and not self.name_known(i, at):
            h = direction[1]
        if h < at:
            head = self.sides(h, at)
        tail: tuple[PlaceReference, ...] = ()
        rest: tuple[int, int] | None = None
        if k < j and self.low(k) in {"between", "with", "of", "to", "from", "shared"}:
            word = self.low(k)
            k += 1
            if word == "shared" and self.low(k) in {"by", "with"}:
                k += 1
            stop = self.first_of(k, j, {"in", "near"})
            pieces = self.split(k, stop, {","})
            # "border between X and Y, Z province": the list closes with its "and"
            if len(pieces) > 1:
                closing = [
                    n
                    for n, (a, b) in enumerate(pieces)
                    if any(self.low(x) in {"and", "&"} for x in range(a, b))
                ]
                last = closing[0] if closing else 0
                if last < len(pieces) - 1:
                    rest = (pieces[last + 1][0], j)
                stop = pieces[last][1]
            elif stop < j:
                rest = (stop, j)
            tail = self.sides(k, stop)
        elif k < j:
            if self.low(k) not in {",", "in", "near", "at", "inside"}:
                return None
            rest = (k, j)
        sides = head + tail
        node: PlaceReference = Border(sides)
        if direction is not None and h != i and len(sides) == 1:
            node = Part(direction[0], node)
        if rest is not None:
            outer = self.expr(*rest)
            if not sides:
                return Border((outer,))
            return Within(node, outer)
        return node

    def between(self, i: int, j: int) -> PlaceReference | None:
        k, road = i, False
        while k < j and self.low(k) in _BEFORE_BETWEEN:
            road = road or self.low(k) in ROADS
            k += 1
        word = self.low(k)
        if word not in {"between", "linking", "connecting", "from"} or k + 1 >= j:
            return None
        if word == "from" and not road:
            return None
        join = {"and", "to", "&"} if word == "from" else {"and", "&", "with", "to"}
        # the first conjunction closes a pair; commas before it make a longer list
        for c in range(k + 2, j):
            if self.low(c) in join:
                ends = [self.expr(a, b) for a, b in self.split(k + 1, c, {","})]
                stop = self.first_of(c + 1, j, {",", "in", "by", "along", "near"})
                ends.append(self.expr(c + 1, stop))
                node: PlaceReference = Between(tuple(ends), road)
                if stop >= j:
                    return node
                rest = stop if self.low(stop) in {"along", "near"} else stop + 1
                return Within(node, self.expr(rest, j))
        return None

    def along(self, i: int, j: int, side: str | None, *, river: bool) -> PlaceReference:
        """A line and, after "in", what of it is meant."""
        stop = self.first_of(i + 1, j, {"in", "inside", "within"})
        line = self.expr(i, stop)
        if river and isinstance(line, Name) and line.feature_class is None:
            line = Name(line.text, FeatureClass.RIVER, "river")
        node: PlaceReference = Along(line, side)
        return Within(node, self.expr(stop + 1, j)) if stop < j - 1 else node

    def off(self, i: int, j: int) -> PlaceReference | None:
        if self.low(i) in {"off", "offshore"}:
            k = i + 1
            while k < j and (
                self.low(k)
                in {
                    "the",
                    "of",
                    "from",
                    "coast",
                    "coasts",
                    "coastline",
                    "shore",
                    "shores",
                    "port",
                }
                or (
                    self.direction(k, j) is not None
                    and any(self.low(n) in {"coast", "coastline", "shore"} for n in (k + 1, k + 3))
                )
            ):
                k += 1
            if k < j:
                return Off(self.expr(k, j), "coast")
        for k in range(i, min(i + 3, j)):
            kind = _REALMS.get(self.low(k))
            if (
                kind is not None
                and k + 1 < j
                and all(self.low(x) in _BEFORE_REALM for x in range(i, k))
                and self.low(k + 1) in {"of", "off", "over", "near", "in", "around", "above"}
            ):
                s = k + 2
                while s < j and self.low(s) in {"the", "coast", "of"}:
                    s += 1
                if s < j:
                    return Off(self.expr(s, j), kind)
        return None

    def prefix(self, i: int, j: int) -> PlaceReference | None:
        """Relations that stand before their place."""
        # "tri-border area of A, B and C"
        tri = None
        if self.low(i) in {"tri", "three", "triple"} and (
            (self.dash(i + 1) and self.low(i + 2) in BORDER) or self.low(i + 1) in BORDER
        ):
            tri = i + (3 if self.dash(i + 1) else 2)
        elif self.low(i) in TRIPLE:
            tri = i + 1
        if tri is not None:
            while tri < j and self.low(tri) in AREA | {"of", "between", "where", "the", "point"}:
                tri += 1
            if tri < j:
                return Border(self.sides(tri, j))
        # "where Syria, Iraq and Turkey meet"
        if self.low(j - 1) in {"meet", "converge"} and j - i > 3:
            sides = self.sides(i, j - 1)
            if len(sides) > 1:
                return Border(sides)
        # "on the Syrian side of the border (with Turkey)"
        for k in range(i + 1, min(i + 5, j - 2)):
            if self.low(k) == "side" and self.low(k + 1) == "of":
                b = self.border(k + 2, j)
                start = self.trim(k + 2, j)[0]
                if b is None and self.name_known(start, j):
                    return Within(self.expr(start, j), self.leaf(i, k))
                side = self.leaf(i, k)
                if b is not None and isinstance(b, Border):
                    sides = b.sides or (side,)
                    return (
                        Border(sides if len(sides) > 1 else (side, *sides), on_side=side)
                        if (b.sides)
                        else Border((side,), on_side=side)
                    )
        # "between A and B", "road between", "road from A to B"
        between = self.between(i, j)
        if between is not None:
            return between
        # along, the banks of
        if self.low(i) == "along" or self.low(i) == "alongside":
            return self.along(i + 1, j, None, river=False)
        k = i
        bank_side: str | None = None
        direction = self.direction(i, j)
        if direction is not None:
            bank_side, k = direction[0], direction[1]
        elif self.low(k) in {"left", "right"}:
            bank_side, k = self.low(k), k + 1
        bank = self.match_any(k, j, RIVERSIDE)
        if bank is not None and bank[0] < j:
            return self.along(bank[0], j, bank_side, river=bank[1].startswith("bank"))
        for word in ("upstream", "downstream"):
            if self.low(i) == word:
                k = i + 1
                while k < j and self.low(k) in {"of", "from", "on", "along"}:
                    k += 1
                # "upstream of Malakal on the White Nile": what it lies on is a river
                on = self.first_of(k, j, {"on", "along"})
                if k < on < j - 1:
                    i, j, _ = self.trim(on + 1, j)
                    river = self.leaf(i, j)
                    if isinstance(river, Name) and river.feature_class is None:
                        river = Name(river.text, FeatureClass.RIVER, "river")
                    return Within(Along(self.expr(k, on), word), river)
                return Along(self.expr(k, j), word)
        if self.low(i) in {"mouth", "estuary"} and self.low(i + 1) == "of" and i + 2 < j:
            return self.along(i + 2, j, "mouth", river=True)
        # "the confluence of the Khabur and the Euphrates"
        if self.low(i) in {"confluence", "junction"} and self.low(i + 1) in {"of", "between"}:
            sides = self.sides(i + 2, j)
            if len(sides) > 1:
                return Border(tuple(
                    Name(s.text, FeatureClass.RIVER, "river")
                    if isinstance(s, Name) and s.feature_class is None and self.low(i)[0] == "c"
                    else s
                    for s in sides
                ))  # fmt: skip
        # off the coast of, waters, airspace
        off = self.off(i, j)
        if off is not None:
            return off
        # outskirts
        k = i
        if direction is not None:
            k = direction[1]
        out = self.match_any(k, j, OUTSKIRTS)
        if out is not None and out[0] < j:
            inner = Part("outskirts", self.expr(out[0], j))
            return Part(direction[0], inner) if direction else inner
        if self.low(k) in COUNTRYSIDE and self.low(k + 1) == "of" and k + 2 < j:
            inner = Part("countryside", self.expr(k + 2, j))
            return Part(direction[0], inner) if direction else inner
        near = self.match_any(i, j, NEAR)
        if near is not None and near[0] < j:
            return Near(self.expr(near[0], j), near[1])
        return None
