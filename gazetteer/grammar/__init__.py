"""The language of places: what a text calls a place, to a small expression tree.

A tokenising recursive descent, pure: it knows words, not places. Two callables may
tell it more. `is_name` says whether a phrase is the name of a place, so that "South
Sudan", "Guinea-Bissau" or "Trinidad and Tobago" stay whole; `is_demonym` says whether
a word is an adjective of a country or a region ("Iraqi").

The operators bind like this, loosest first: relations that stand before their place and
take the rest of the phrase ("near", "22 miles west of"), commas and "in" (containment),
lists, parts ("eastern"), and names with their type words.
"""

from __future__ import annotations

import re
import math
from functools import lru_cache

from gazetteer.grammar.coordinates import coordinates
from gazetteer.grammar.cursor import IsName
from gazetteer.grammar.parser import Parser
from gazetteer.grammar.tokens import plain
from gazetteer.grammar.words import APPROXIMATE, AREA, AT_MOST, BORDER, COUNTRYSIDE, GENERIC, KINDS, NEAR, OUTSKIRTS, OUTSKIRT_WORDS, OWNERS, RIVERSIDE, ROADS, TRIPLE, UNLOCATABLE, W, singular, type_words
from gazetteer.model import Along, AnyOf, Between, Border, Coordinates, FeatureClass, KindWithin, LngLat, Name, Near, Off, Offset, Part, PlaceReference, Unlocatable, Within

__all__ = ['parse']

def parse(self) -> PlaceReference:
        i, j, _ = self.trim(0, len(self.tokens))
        if i >= j:
            return Unlocatable(self.text, "the text names no place")
        return self.expr(i, j)

    def trim(self, i: int, j: int) -> tuple[int, int, bool]:
        """Drop what says nothing at both ends; tell whether "the" was dropped."""
        article = False
        while i < j and (self.low(i) in W.fillers or self.low(i) in {",", ";", "-", ".", ":"}):
            # "in the vicinity of", "within 10 km of" belong to a relation
            if self.match_any(i, j, NEAR) or self.quantity(i, j) is not None:
                break
            if self.name_known(i, j) and self.low(i) in {"the"} and j - i > 1:
                pass
            article = article or self.low(i) == "the"
            i += 1
        while j > i and self.low(j - 1) in {",", ";", ".", "-", ":", "!", "?"}:
            j -= 1
        return i, j, article

    def expr(self, i: int, j: int) -> PlaceReference:
        i, j, article = self.trim(i, j)
        if i >= j:
            return Unlocatable(self.text, "the text names no place")
        if j - i > 1 and self.name_known(i, j):
            return self.leaf(i, j)
        for rule in (self.quantity, self.prefix):
            node = rule(i, j)
            if node is not None:
                return node
        if article:
            node = self.the_part(i, j)
            if node is not None:
                return node
        for rule in (
            self.border,
            self.containment,
            self.infix,
            self.bare_direction_of,
            self.parts,
            self.kind,
            self.suffix,
            self.listing,
            self.of_phrase,
        ):
            node = rule(i, j)
            if node is not None:
                return node
        return self.leaf(i, j)

    # -- rules

    def number(self, i: int, j: int) -> tuple[float, float, int] | None:
        """A number or a range at `i`, and the index after it."""
        word = self.low(i)
        if i >= j:
            return None
        if re.fullmatch(r"\d+(?:\.\d+)?", word):
            low = float(word)
        elif re.fullmatch(r"\d{1,3},\d{3}", word):
            low = float(word.replace(",", ""))
        elif re.fullmatch(r"\d+,\d{1,2}", word):
            low = float(word.replace(",", "."))
        elif word in W.numbers:
            low = W.numbers[word]
        else:
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
        unit = W.units.get(self.low(i).rstrip(".")) if i < j else None
        return (unit, i + 1) if unit is not None else None

    def quantity(self, i: int, j: int) -> PlaceReference | None:
        """ "about 10-15 km (6 mi) south-east of X"."""
        approximate = at_most = False
        while i < j and (self.low(i) in APPROXIMATE or self.low(i) in AT_MOST or (
            self.low(i) in {"more", "less", "up", "located", "at", "just", "the", "a"}
            and (self.low(i + 1) in {"than", "to"} or self.number(i + 1, j))
        )):  # fmt: skip
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
        while k < j and self.low(k) in {",", "to", "the", "further", "due", "away", "in", "down",
                                        "up", "on", "or", "so", "straight", "as"}:  # fmt: skip
            if self.low(k) == "in" and not self.direction(k + 1, j):
                break
            k += 1
        bearing: float | None = None
        direction = self.direction(k, j)
        # "10 km East Jerusalem" would be odd: a direction here is always a bearing
        if direction is not None:
            bearing, k = BEARINGS[direction[0]], direction[1]
        while k < j and self.low(k) in {"of", "from", "off", "outside", "inside", "away", "the",
                                        "direction", "distance", "along", "into", "to", "in"}:  # fmt: skip
            k += 1
        if k >= j:
            return None
        return Offset(
            origin=self.expr(k, j),
            distance_min_m=0.0 if at_most else low * metres,
            distance_max_m=high * metres,
            bearing_deg=bearing,
            approximate=approximate,
        )

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
        # "on the Syrian side of the border (with Turkey)"
        for k in range(i + 1, min(i + 5, j - 2)):
            if self.low(k) == "side" and self.low(k + 1) == "of":
                b = self.border(k + 2, j)
                side = self.leaf(i, k)
                if b is not None and isinstance(b, Border):
                    sides = b.sides or (side,)
                    return Border(sides if len(sides) > 1 else (side, *sides), on_side=side) if (
                        b.sides
                    ) else Border((side,), on_side=side)
        # "between A and B", "road between", "road from A to B"
        node = self.between(i, j)
        if node is not None:
            return node
        # along, the banks of
        if self.low(i) == "along" or self.low(i) == "alongside":
            return Along(self.expr(i + 1, j))
        k = i
        side = None
        direction = self.direction(i, j)
        if direction is not None:
            side, k = direction[0], direction[1]
        bank = self.match_any(k, j, RIVERSIDE)
        if bank is not None and bank[0] < j:
            return Along(self.expr(bank[0], j), side)
        for word in ("upstream", "downstream"):
            if self.low(i) == word:
                k = i + 1
                while k < j and self.low(k) in {"of", "from"}:
                    k += 1
                return Along(self.expr(k, j), word)
        # off the coast of, waters, airspace
        node = self.off(i, j)
        if node is not None:
            return node
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

    def between(self, i: int, j: int) -> PlaceReference | None:
        k, road = i, False
        while k < j and (self.low(k) in ROADS | {"the", "main", "area", "on", "areas", "region",
                                                  "a", "stretch", "of", "desert"}):  # fmt: skip
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
                stop = next((n for n in range(c + 1, j) if self.low(n) in {",", "in"}), j)
                ends.append(self.expr(c + 1, stop))
                node: PlaceReference = Between(tuple(ends), road)
                return node if stop >= j else Within(node, self.expr(stop + 1, j))
        return None

    def off(self, i: int, j: int) -> PlaceReference | None:
        if self.low(i) in {"off", "offshore"}:
            k = i + 1
            while k < j and (
                self.low(k) in {"the", "of", "from", "coast", "coasts", "coastline", "shore",
                                "shores", "port"}  # fmt: skip
                or (
                    self.direction(k, j) is not None
                    and any(self.low(n) in {"coast", "coastline", "shore"} for n in (k + 1, k + 3))
                )
            ):
                k += 1
            if k < j:
                return Off(self.expr(k, j), "coast")
        for n, kind in (("waters", "waters"), ("airspace", "airspace"), ("skies", "airspace")):
            for k in range(i, min(i + 3, j)):
                ahead = {"territorial", "international", "coastal", "the", "in"}
                if self.low(k) == n and k + 2 < j + 1 and all(
                    self.low(x) in ahead for x in range(i, k)
                ) and self.low(k + 1) in {"of", "off", "over", "near", "in", "around", "above"}:  # fmt: skip
                    s = k + 2
                    while s < j and self.low(s) in {"the", "coast", "of"}:
                        s += 1
                    if s < j:
                        return Off(self.expr(s, j), kind)
        return None

    def the_part(self, i: int, j: int) -> PlaceReference | None:
        """ "the far north-east of X", "the east of Syria", "the centre of Homs"."""
        k, far = i, False
        if self.low(k) in W.far:
            far, k = True, k + 1
        direction = self.direction(k, j)
        if direction is not None:
            name, k = direction[0], direction[1]
        elif self.low(k) in W.central:
            name, k = "central", k + 1
        else:
            return None
        while k < j and self.low(k) in {"part", "parts", "end", "corner", "region", "areas", "half",
                                        "side", "area"}:  # fmt: skip
            k += 1
        if self.low(k) not in W.of or k + 1 >= j:
            return None
        return Part(f"far-{name}" if far and name != "central" else name, self.expr(k + 1, j))

    def bare_direction_of(self, i: int, j: int) -> PlaceReference | None:
        """ "west of Wana", with no distance; "far north-east of X" is a part."""
        k = i + 1 if self.low(i) in W.far | {"just", "immediately", "directly"} else i
        direction = self.direction(k, j)
        if direction is None:
            node = self.the_part(i, j)
            return node if self.low(i) in W.central else None
        name, n, adjective = direction
        if adjective or self.low(n) not in W.of or n + 1 >= j:
            if self.low(n) in {"part", "parts", "end", "corner", "side", "half", "areas"}:
                return self.the_part(i, j)
            return None
        if self.low(i) in W.far:
            return Part(f"far-{name}", self.expr(n + 1, j))
        return Offset(self.expr(n + 1, j), None, None, BEARINGS[name])

    def parts(self, i: int, j: int) -> PlaceReference | None:
        """ "eastern Syria", "northern and eastern Syria", "central Iraq", "rural Idlib"."""
        k, far = i, False
        if self.low(k) in W.far:
            far, k = True, k + 1
        direction = self.direction(k, j)
        if direction is not None and direction[1] < j:
            name, n, _ = direction
            # "northern and eastern Syria": the place is shared
            if self.low(n) in W.conj:
                second = self.direction(n + 1, j)
                if second is not None and second[1] < j:
                    of = self.expr(second[1], j)
                    return AnyOf((Part(name, of), Part(second[0], of)), W.conj[self.low(n)])
            n += 1 if self.dash(n) else 0
            while n < j and self.low(n) in {"part", "parts", "of"}:
                n += 1
            if n >= j:
                return None
            return Part(f"far-{name}" if far else name, self.expr(n, j))
        if self.low(k) in W.central and k + 1 < j:
            n = k + 1
            while n < j and self.low(n) in {"part", "parts", "of"}:
                n += 1
            return Part("central", self.expr(n, j)) if n < j else None
        if self.low(i) == "rural" and i + 1 < j:
            return Part("countryside", self.expr(i + 1, j))
        return None

    def sides(self, i: int, j: int) -> tuple[PlaceReference, ...]:
        """The places of a list joined by commas, "and" or hyphens."""
        out: list[PlaceReference] = []
        for a, b in self.split(i, j, {",", "and", "&", "/"}):
            out.extend(self.leaf(c, d) for c, d in self.hyphenated(a, b))
        return tuple(out)

    def hyphenated(self, i: int, j: int) -> list[tuple[int, int]]:
        """Cut at hyphens, but not within a name such as "Deir ez-Zor"."""
        i, j, _ = self.trim(i, j)
        cuts = [k for k in range(i + 1, j - 1) if self.dash(k)]
        if not cuts:
            # "Afghanistan Pakistan border", "Syrian Turkish border"
            for k in range(i + 1, j):
                if self.good(i, k) and self.good(k, j):
                    return [(i, k), (k, j)]
            return [(i, j)] if i < j else []
        if self.name_known(i, j):
            return [(i, j)]
        best: tuple[int, int, list[tuple[int, int]]] | None = None
        for mask in range(1, 1 << min(len(cuts), 6)):
            chosen = [c for n, c in enumerate(cuts[:6]) if mask >> n & 1]
            edges = [i - 1, *chosen, j]
            parts = [(edges[n] + 1, edges[n + 1]) for n in range(len(edges) - 1)]
            unknown = sum(not self.good(a, b) for a, b in parts)
            # a hyphen written between capitals parts two names; "ez-Zor" is one
            sound = sum(self.tokens[c - 1].text[:1].islower() for c in chosen)
            worth = (unknown + 2 * sound, len(parts) if self.is_name_known else -len(parts))
            if best is None or worth < best[:2]:
                best = (*worth, parts)
        return best[2] if best is not None else [(i, j)]

    def good(self, i: int, j: int) -> bool:
        if i >= j:
            return False
        return self.name_known(i, j) or (j - i == 1 and self._demonym_known(i))

    def _demonym_known(self, i: int) -> bool:
        return self._is_demonym is not None and self._is_demonym(self.tokens[i].text)

    def split(self, i: int, j: int, marks: set[str]) -> list[tuple[int, int]]:
        """Cut at marks of the top level, not within parentheses or known names."""
        out: list[tuple[int, int]] = []
        start, depth = i, 0
        for k in range(i, j):
            word = self.low(k)
            depth += (word == "(") - (word == ")")
            if depth == 0 and word in marks:
                if word in W.conj and self.within_name(i, j, k):
                    continue
                if start < k:
                    out.append((start, k))
                start = k + 1
        if start < j:
            out.append((start, j))
        return out

    def within_name(self, i: int, j: int, k: int) -> bool:
        """Whether the conjunction at `k` stands within a known name."""
        return any(
            self.name_known(a, b)
            for a in range(max(i, k - 3), k)
            for b in range(k + 2, min(j, k + 4) + 1)
        )

    def border(self, i: int, j: int) -> PlaceReference | None:
        """ "Iraq-Syria border region", "border between X and Y", "X border with Y"."""
        i, j, _ = self.trim(i, j)
        at = next((k for k in range(i, j) if self.low(k) in BORDER), None)
        if at is None or self.low(at + 1) in {"crossing", "crossings", "town", "village", "post",
                                              "guard", "city", "police"}:  # fmt: skip
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
            stop = next((n for n in range(k, j) if self.low(n) in {"in", "near"}), j)
            pieces = self.split(k, stop, {","})
            # "border between X and Y, Z province": the list closes with its "and"
            if len(pieces) > 1:
                closing = [n for n, (a, b) in enumerate(pieces)
                           if any(self.low(x) in {"and", "&"} for x in range(a, b))]  # fmt: skip
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

    def containment(self, i: int, j: int) -> PlaceReference | None:
        """Commas, parentheses and "in"; a list with commas is left to `listing`."""
        pieces = self.split(i, j, {",", ";"})
        if len(pieces) > 1:
            last = pieces[-1]
            if any(self.low(k) in {"and", "or", "&"} and not self.within_name(i, j, k)
                   for k in range(*last)):  # fmt: skip
                first_plain = not any(
                    self.low(k) in {"in", "near", "between"} for k in range(i, j)
                )
                if first_plain:
                    return None
            nodes = [self.expr(a, b) for a, b in pieces]
            node = nodes[-1]
            for inner in reversed(nodes[:-1]):
                node = Within(inner, node)
            return node
        if self.low(j - 1) == ")":
            k = next((k for k in range(i + 1, j) if self.low(k) == "("), None)
            if k is not None and k + 1 < j - 1:
                return Within(self.expr(i, k), self.expr(k + 1, j - 1))
        for k in range(i + 1, j - 1):
            if self.low(k) in W.inside:
                if self.match_any(k, j, NEAR):
                    continue
                outer = self.expr(k + 1, j)
                kind = self.kind_noun(i, k)
                if kind is not None:
                    return KindWithin(*kind[:1], outer, kind[1], kind[2])
                if all(self.low(n) in GENERIC | W.fillers | OWNERS for n in range(i, k)):
                    return outer
                return Within(self.expr(i, k), outer)
        return None

    def infix(self, i: int, j: int) -> PlaceReference | None:
        """ "X near Y", "a village on the border with Z"."""
        for k in range(i + 1, j - 1):
            start = k
            if self.low(k) in {"on", "along"} and self.low(k + 1) != "the":
                start = k
            word_here = self.low(k)
            hit = (
                self.match_any(k, j, NEAR) is not None
                or self.match_any(k, j, OUTSKIRTS) is not None
                or word_here in {"along", "between", "off", "on", "from", "linking"}
            )
            if not hit or (word_here == "off" and k + 1 >= j):
                # "a village 10 km north of X"
                if self.number(k, j) is None or self.quantity(k, j) is None:
                    continue
            if word_here == "from" and not any(self.low(n) in ROADS for n in range(i, k)):
                continue
            if word_here == "on" and k + 2 > j:
                continue
            right = self.expr(start, j)
            words = [self.low(n) for n in range(i, k)]
            if all(w in GENERIC | W.fillers | OWNERS for w in words):
                if isinstance(right, Between) and any(w in ROADS for w in words):
                    return Between(right.ends, road=True)
                return right
            left = self.expr(i, k)
            if isinstance(right, Between) and any(w in ROADS for w in words):
                right = Between(right.ends, road=True)
            return Within(left, right)
        return None

    def kind_noun(self, i: int, j: int) -> tuple[str, FeatureClass | None, bool] | None:
        """A kind ("US bases", "oil facilities") with nothing that names one of them."""
        i, j, _ = self.trim(i, j)
        for length in (2, 1):
            start = j - length
            if start < i:
                continue
            noun = " ".join(self.low(k) for k in range(start, j))
            fc = KINDS.get(noun)
            if fc is None:
                continue
            if all(
                self.low(k) in OWNERS | W.fillers
                or self.demonym(k)
                or not self.tokens[k].text[:1].isupper()
                for k in range(i, start)
            ):
                plural = noun.endswith("s") and noun not in {"barracks"}
                return singular(noun), fc, plural
            return None
        return None

    def kind(self, i: int, j: int) -> PlaceReference | None:
        """ "Iraqi bases", "Ukrainian airfields"."""
        for length in (2, 1):
            start = j - length
            if start <= i:
                continue
            noun = " ".join(self.low(k) for k in range(start, j))
            fc = KINDS.get(noun)
            if fc is None:
                continue
            plural = noun.endswith("s") and noun != "barracks"
            k = start
            while k > i and self.low(k - 1) in OWNERS and not (
                k - 1 == i and self.demonym(i)
            ):  # fmt: skip
                k -= 1
            if k <= i:
                return None
            whole = self.name_known(i, k)
            if (k - i == 1 and self.demonym(i)) or (plural and whole):
                return KindWithin(singular(noun), Name(self.span(i, k)), fc, plural)
            return None
        return None

    def suffix(self, i: int, j: int) -> PlaceReference | None:
        """ "Baghdad-Mosul highway", "Aleppo countryside", "Syrian airspace", "Idlib area"."""
        last = self.low(j - 1)
        if j - i < 2:
            return None
        # "Syria's Idlib province"
        for k in range(i, j - 1):
            word = self.low(k)
            if word.endswith(("'s", "s'")) and len(word) > 3:
                cut = 2 if word.endswith("'s") else 1
                text = self.span(i, k + 1)[:-cut]
                rest = self.expr(k + 1, j)
                owner = Name(text)
                if isinstance(rest, Border) and not rest.sides:
                    return Border((owner,))
                return Within(rest, owner)
        if last in ROADS:
            pieces = self.hyphenated(i, j - 1)
            if len(pieces) > 1:
                return Between(tuple(self.leaf(a, b) for a, b in pieces), road=True)
        if last in COUNTRYSIDE:
            return Part("countryside", self.expr(i, j - 1))
        if last in OUTSKIRT_WORDS:
            return Part("outskirts", self.expr(i, j - 1))
        if last in {"airspace", "skies"}:
            return Off(self.expr(i, j - 1), "airspace")
        if last == "waters":
            k = j - 2 if self.low(j - 2) in {"territorial", "coastal"} else j - 1
            return Off(self.expr(i, k), "waters") if k > i else None
        if last in {"coast", "coastline", "shore"}:
            return Along(self.expr(i, j - 1), "coast")
        if last in {"vicinity", "surroundings", "environs"}:
            return Near(self.expr(i, j - 1), last)
        if last in {"area", "areas", "axis"}:
            pieces = self.hyphenated(i, j - 1)
            if len(pieces) > 1 and last == "axis":
                return Between(tuple(self.leaf(a, b) for a, b in pieces), road=True)
            return self.expr(i, j - 1)
        return None

    def listing(self, i: int, j: int) -> PlaceReference | None:
        """ "Homs and Hama provinces", "X, Y or Z", "Kyiv/Kiev"."""
        marks = {"and", "or", "&", "/", ",", ";"}
        pieces = self.split(i, j, marks)
        if len(pieces) < 2:
            return None
        said = [self.low(k) for k in range(i, j) if self.low(k) in marks]
        conj = "or" if any(s in {"or", "/"} for s in said) else "and"
        nodes = [self.expr(a, b) for a, b in pieces if self.trim(a, b)[0] < self.trim(a, b)[1]]
        last = nodes[-1]
        # a plural type word at the end belongs to all: "Homs and Hama provinces"
        if isinstance(last, Name) and last.type_word and last.type_word.endswith("s"):
            nodes = [
                Name(n.text, last.feature_class, last.type_word)
                if isinstance(n, Name) and n.feature_class is None
                else n
                for n in nodes
            ]
        return AnyOf(tuple(nodes), conj)

    def of_phrase(self, i: int, j: int) -> PlaceReference | None:
        """ "the city of Homs", "Idlib district of Syria"; a name may hold "of" too."""
        for k in range(i + 1, j - 1):
            if self.low(k) not in W.of:
                continue
            word = self.low(k - 1)
            fc = type_words().get(word)
            if k - i == 1 and fc is not None:
                inner = self.expr(k + 1, j)
                if isinstance(inner, Name):
                    return Name(inner.text, inner.feature_class or fc, inner.type_word or word)
                return inner
            if k - i == 1 and word in GENERIC | AREA:
                return self.expr(k + 1, j)
            if k - i > 1 and (fc is not None or word in AREA | GENERIC):
                return Within(self.expr(i, k), self.expr(k + 1, j))
        return None

    def leaf(self, i: int, j: int) -> PlaceReference:
        """A name, with the type word that stands before or after it."""
        i, j, _ = self.trim(i, j)
        text = self.span(i, j)
        types = type_words()
        for length in (2, 1):
            if j - i > length:
                after = " ".join(self.low(k) for k in range(j - length, j))
                fc = types.get(after) or types.get(singular(after))
                if fc is not None:
                    # a hyphen before the type word belongs to neither
                    end = j - length - (1 if self.dash(j - length - 1) else 0)
                    return Name(self.span(i, max(end, i + 1)), fc, after)
        for length in (2, 1):
            if j - i > length:
                before = " ".join(self.low(k) for k in range(i, i + length))
                fc = types.get(before)
                if fc is not None:
                    return Name(self.span(i + length, j), fc, before)
        return Name(text)


@lru_cache(maxsize=1)
def type_words() -> dict[str, FeatureClass]:
    from gazetteer.features import TYPE_WORDS

    return dict(TYPE_WORDS)


def singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "barracks")):
        return word[:-1]
    return word


# --- Coordinates ----------------------------------------------------------------------

_NUM = r"[-+−]?\d{1,3}(?:[.,]\d+)?"
_DECIMAL = re.compile(
    rf"^(?:lat(?:itude)?\.?:?\s*)?({_NUM})\s*°?\s*([NS])?\s*[,;/ ]\s*(?:and )?"
    rf"(?:lon(?:g(?:itude)?)?\.?:?\s*)?({_NUM})\s*°?\s*([EW])?$",
    re.IGNORECASE,
)
_DECIMAL_FRONT = re.compile(
    rf"^([NS])\s*({_NUM})\s*°?\s*[,;/ ]?\s*([EW])\s*({_NUM})\s*°?$", re.IGNORECASE
)
_GEO = re.compile(r"^geo:(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)(?:[,;].*)?$", re.IGNORECASE)
_DMS_PART = (
    r"(\d{1,3})\s*[°ºd:\s]\s*(\d{1,2}(?:\.\d+)?)\s*(?:['′’m:\s]\s*"
    r"(?:(\d{1,2}(?:\.\d+)?)\s*(?:[\"″”s]|''|’’)?)?)?"
)
_DMS = re.compile(rf"^{_DMS_PART}\s*([NS])[,;/\s]*{_DMS_PART}\s*([EW])$", re.IGNORECASE)
_UTM = re.compile(
    r"^(?:UTM\s*)?(\d{1,2})\s*([C-HJ-NP-X])\s+(\d{6,7}(?:\.\d+)?)\s*m?\s*E?[,\s]+"
    r"(\d{5,8}(?:\.\d+)?)\s*m?\s*N?$",
    re.IGNORECASE,
)
_MGRS = re.compile(
    r"^(?:MGRS:?\s*)?(\d{1,2})\s*([C-HJ-NP-X])\s*([A-HJ-NP-Z]{2})\s*(\d[\d\s]{0,11})$",
    re.IGNORECASE,
)
_BANDS = "CDEFGHJKLMNPQRSTUVWX"


def coordinates(text: str) -> PlaceReference | None:
    text = text.strip().strip("()").strip()
    m = _GEO.match(text)
    if m:
        return _position(float(m[1]), float(m[2]), _decimals(m[1], m[2]), "geo")
    m = _DECIMAL.match(text)
    if m and ("." in text or "°" in text or m[2] or m[4]):
        lat = _number(m[1]) * (-1 if (m[2] or "").upper() == "S" else 1)
        lng = _number(m[3]) * (-1 if (m[4] or "").upper() == "W" else 1)
        return _position(lat, lng, _decimals(m[1], m[3]), "decimal")
    m = _DECIMAL_FRONT.match(text)
    if m:
        lat = _number(m[2]) * (-1 if m[1].upper() == "S" else 1)
        lng = _number(m[4]) * (-1 if m[3].upper() == "W" else 1)
        return _position(lat, lng, _decimals(m[2], m[4]), "decimal")
    m = _DMS.match(text)
    if m:
        lat = _dms(m[1], m[2], m[3]) * (-1 if m[4].upper() == "S" else 1)
        lng = _dms(m[5], m[6], m[7]) * (-1 if m[8].upper() == "W" else 1)
        if m[3] is None:
            precision = 1852.0
        else:
            precision = 31.0 / 10 ** len(m[3].partition(".")[2])
        return _position(lat, lng, precision, "degrees, minutes and seconds")
    m = _UTM.match(text)
    if m:
        north = m[2].upper() >= "N"
        return _from_utm(int(m[1]), north, float(m[3]), float(m[4]), 1.0, "UTM")
    m = _MGRS.match(text)
    if m:
        return _from_mgrs(int(m[1]), m[2].upper(), m[3].upper(), re.sub(r"\s", "", m[4]))
    return None


def _number(text: str) -> float:
    return float(text.replace("−", "-").replace(",", "."))


def _decimals(a: str, b: str) -> float:
    """Metres that the last digit stands for."""
    digits = max(len(re.split("[.,]", t)[1]) if re.search("[.,]", t) else 0 for t in (a, b))
    return max(1.0, 111_000.0 / 10**digits)


def _dms(degrees: str, minutes: str, seconds: str | None) -> float:
    return float(degrees) + float(minutes) / 60 + float(seconds or 0) / 3600


def _position(lat: float, lng: float, precision: float, notation: str) -> PlaceReference | None:
    if abs(lat) > 90 or abs(lng) > 180:
        return None
    return Coordinates(LngLat(lng, lat), precision, notation)


def _from_utm(
    zone: int, north: bool, easting: float, northing: float, precision: float, notation: str
) -> PlaceReference | None:
    """Inverse transverse Mercator after Krüger, to the third order: millimetres."""
    if not 1 <= zone <= 60:
        return None
    a, f, k0 = 6_378_137.0, 1 / 298.257223563, 0.9996
    n = f / (2 - f)
    radius = a / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    xi = (northing - (0.0 if north else 10_000_000.0)) / (k0 * radius)
    eta = (easting - 500_000.0) / (k0 * radius)
    beta = (
        n / 2 - 2 * n**2 / 3 + 37 * n**3 / 96,
        n**2 / 48 + n**3 / 15,
        17 * n**3 / 480,
    )
    xi1, eta1 = xi, eta
    for order, b in enumerate(beta, 1):
        xi1 -= b * math.sin(2 * order * xi) * math.cosh(2 * order * eta)
        eta1 -= b * math.cos(2 * order * xi) * math.sinh(2 * order * eta)
    chi = math.asin(math.sin(xi1) / math.cosh(eta1))
    delta = (
        2 * n - 2 * n**2 / 3 - 2 * n**3,
        7 * n**2 / 3 - 8 * n**3 / 5,
        56 * n**3 / 15,
    )
    lat = chi + sum(d * math.sin(2 * order * chi) for order, d in enumerate(delta, 1))
    lng = math.radians(zone * 6 - 183) + math.atan2(math.sinh(eta1), math.cos(xi1))
    return _position(math.degrees(lat), math.degrees(lng), precision, notation)


def _from_mgrs(zone: int, band: str, square: str, digits: str) -> PlaceReference | None:
    if len(digits) % 2 or not 1 <= zone <= 60:
        return None
    half = len(digits) // 2
    size = 10.0 ** (5 - half)
    columns = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")[(zone - 1) % 3]
    rows = "ABCDEFGHJKLMNPQRSTUV" if zone % 2 else "FGHJKLMNPQRSTUVABCDE"
    if square[0] not in columns or square[1] not in rows:
        return None
    easting = (columns.index(square[0]) + 1) * 100_000.0 + int(digits[:half]) * size + size / 2
    northing = rows.index(square[1]) * 100_000.0 + int(digits[half:]) * size + size / 2
    # rows repeat every 2,000 km: the band says which turn
    floor = (_BANDS.index(band) - 10) * 8
    north = band >= "N"
    base = 0.0 if north else 10_000_000.0
    least = math.radians(floor) * 6_367_449.0 * 0.9996 + base - 150_000.0
    while northing < least:
        northing += 2_000_000.0
    return _from_utm(zone, north, easting, northing, size, "MGRS")


# --- The public function --------------------------------------------------------------


def parse(
    text: str,
    *,
    is_name: IsName | None = None,
    is_demonym: IsName | None = None,
) -> PlaceReference:
    """Read what a text calls a place.

    Parameters
    ----------
    text
        The phrase, with or without a leading preposition.
    is_name
        Whether a phrase is the name of a known place; such a phrase stays whole.
    is_demonym
        Whether a word is the adjective of a place ("Iraqi").

    Returns
    -------
    PlaceReference
        Never fails: what no rule takes apart is a `Name`.

    Examples
    --------
    >>> parse("eastern Syria")
    Part(part='east', of=Name(text='Syria', feature_class=None, type_word=None))
    >>> type(parse("the Iraq-Syria border region")).__name__
    'Border'
    >>> round(parse("22 miles west of Wana").distance_max_m)
    35406
    """
    text = " ".join(text.split())
    plain = plain(text).strip(" .,;")
    for pattern, why in UNLOCATABLE:
        if pattern.search(plain):
            rest = re.search(r"\b(?:in|inside|within)\s+(?:the\s+)?(.+)$", text)
            if pattern is UNLOCATABLE[0][0] and rest and not pattern.search(plain(rest[1])):
                return parse(rest[1], is_name=is_name, is_demonym=is_demonym)
            return Unlocatable(text, why)
    figures = coordinates(text)
    if figures is not None:
        return figures
    return Parser(text, is_name, is_demonym).parse()
