"""Places inside places, and lists of them."""

from __future__ import annotations

from gazetteer.grammar.english import APPROXIMATE, ENGLISH
from gazetteer.grammar.kinds import AREA, GENERIC, OWNERS, type_words
from gazetteer.grammar.nouns import Nouns
from gazetteer.grammar.words import NEAR, OUTSKIRTS, ROADS
from gazetteer.model import AnyOf, Between, KindWithin, Name, PlaceReference, Within

__all__ = ["Containers"]


_CLOSE = frozenset({"just", "immediately", "directly", "due"})


class Containers(Nouns):
    """Rules for commas, brackets, "in", "of", "and" and "or"."""

    def containment(self, i: int, j: int) -> PlaceReference | None:
        """Commas, parentheses and "in"; a list with commas is left to `listing`."""
        pieces = self.split(i, j, {",", ";"})
        if len(pieces) > 1:
            last = pieces[-1]
            if any(
                self.low(k) in {"and", "or", "&"} and not self.within_name(i, j, k)
                for k in range(*last)
            ):
                first_plain = not any(self.low(k) in {"in", "near", "between"} for k in range(i, j))
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
                inner, within = self.expr(i, k), self.expr(k + 1, j - 1)
                # A bare name in brackets may be another name, or what it lies in.
                if isinstance(within, Name) and within.type_word is None:
                    return AnyOf((inner, within), "alias")
                return Within(inner, within)
        opens = self.first_at(i + 1, j, "(")
        closes = self.first_at(opens, j, ")")
        if opens < closes - 1 and closes < j - 1:
            # "Slavnoye (Shakhtarsk district) Donetsk region"
            node = Within(self.expr(i, opens), self.expr(opens + 1, closes))
            return Within(node, self.expr(closes + 1, j))
        for k in range(i + 1, j - 1):
            if self.low(k) in ENGLISH.inside:
                if self.match_any(k, j, NEAR):
                    continue
                outer = self.expr(k + 1, j)
                kind = self.kind_noun(i, k)
                if kind is not None:
                    return KindWithin(*kind[:1], outer, kind[1], kind[2])
                if all(self.low(n) in GENERIC | ENGLISH.fillers | OWNERS for n in range(i, k)):
                    return outer
                if self.common_noun(i, k):
                    return KindWithin(self.span(self.trim(i, k)[0], k), outer)
                return Within(self.expr(i, k), outer)
        return None

    def first_at(self, i: int, j: int, mark: str) -> int:
        return next((k for k in range(i, j) if self.low(k) == mark), j)

    def common_noun(self, i: int, j: int) -> bool:
        """Whether words in small letters, in a text that has capitals, name no place."""
        i, j, _ = self.trim(i, j)
        said = self.span(i, j)
        return (
            said.isascii()
            and said.islower()
            and not self.text.islower()
            and not self.name_known(i, j)
        )

    def infix(self, i: int, j: int) -> PlaceReference | None:
        """ "X near Y", "a village on the border with Z"."""
        for k in range(i + 1, j - 1):
            start = k
            if self.low(k) in {"on", "along"} and self.low(k + 1) != "the":
                start = k
            word_here = self.low(k)
            hit = (
                # "the Black Sea south of Odesa"
                self._direction_of(i, k, j)
                or self.match_any(k, j, NEAR) is not None
                or self.match_any(k, j, OUTSKIRTS) is not None
                or word_here in {"along", "between", "off", "on", "from", "linking"}
            )
            # "a village 10 km north of X"
            if (not hit or (word_here == "off" and k + 1 >= j)) and (
                self.number(k, j) is None or self.quantity(k, j) is None
            ):
                continue
            if word_here == "from" and not any(self.low(n) in ROADS for n in range(i, k)):
                continue
            if word_here == "on" and k + 2 > j:
                continue
            right = self.expr(start, j)
            words = [self.low(n) for n in range(i, k)]
            said = GENERIC | ENGLISH.fillers | OWNERS
            # "Road 42 between X and Y": a number names no place
            if (
                self.common_noun(i, k)
                or self.kind_noun(i, k) is not None
                or all(w in said or (w.isdigit() and words[0] in ROADS) for w in words)
            ):
                if isinstance(right, Between) and any(w in ROADS for w in words):
                    return Between(right.ends, road=True)
                return right
            # "Pavlopil some 70 km south of": the vague word belongs to the figure
            end = k
            while end > i + 1 and self.low(end - 1) in APPROXIMATE:
                end -= 1
            left = self.expr(i, end)
            if isinstance(right, Between) and any(w in ROADS for w in words):
                right = Between(right.ends, road=True)
            return Within(left, right)
        return None

    def _direction_of(self, i: int, k: int, j: int) -> bool:
        """Whether a direction at `k` begins a relation of its own: "X south of Y"."""
        direction = self.direction(k, j)
        if direction is None or direction[2] or self.low(direction[1]) not in ENGLISH.of:
            return False
        if self.dash(k - 1) or self.low(k - 1) in ENGLISH.directions:
            return False  # "north-east of" is one direction
        return not all(self.low(n) in ENGLISH.far | _CLOSE for n in range(i, k))

    def of_phrase(self, i: int, j: int) -> PlaceReference | None:
        """ "the city of Homs", "Idlib district of Syria"; a name may hold "of" too."""
        for k in range(i + 1, j - 1):
            if self.low(k) not in ENGLISH.of:
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
            if k - i == 2 and fc is not None and self.good(i, i + 1) and self.demonym(i):
                # "the Colombian department of Arauca"
                inner = self.expr(k + 1, j)
                if isinstance(inner, Name):
                    inner = Name(inner.text, inner.feature_class or fc, inner.type_word or word)
                return Within(inner, Name(self.span(i, i + 1)))
            if fc is None and self.common_noun(i, k):
                return KindWithin(self.span(self.trim(i, k)[0], k), self.expr(k + 1, j))
            parted = self.is_name_known and self.name_known(i, k) and self.name_known(k + 1, j)
            if parted or (k - i > 1 and (fc is not None or word in AREA | GENERIC)):
                return Within(self.expr(i, k), self.expr(k + 1, j))
        return None

    def listing(self, i: int, j: int) -> PlaceReference | None:
        """ "Homs and Hama provinces", "X, Y or Z", "Kyiv/Kiev"."""
        marks = {"and", "or", "&", "/", ",", ";"}
        pieces = self.split(i, j, marks)
        if len(pieces) < 2:
            return None
        said = [self.low(k) for k in range(i, j) if self.low(k) in marks]
        conj = "or" if "or" in said else "alias" if set(said) == {"/"} else "and"
        nodes = [self.expr(a, b) for a, b in pieces if self.trim(a, b)[0] < self.trim(a, b)[1]]
        if not nodes:
            return None
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
