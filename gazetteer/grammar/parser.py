"""The order of the rules: what binds loosest is tried first."""

from __future__ import annotations

from gazetteer.grammar.containers import Containers
from gazetteer.grammar.lines import Lines
from gazetteer.grammar.parts import Parts
from gazetteer.grammar.quantities import Quantities
from gazetteer.model import Border, PlaceReference, Unlocatable

__all__ = ["Parser"]


class Parser(Quantities, Lines, Parts, Containers):
    """Recursive descent: the rules in their order, each over a range of tokens."""

    def parse(self) -> PlaceReference:
        i, j, _ = self.trim(0, len(self.tokens))
        if i >= j:
            return Unlocatable(self.text, "the text names no place")
        return self.expr(i, j)

    def expr(self, i: int, j: int) -> PlaceReference:
        i, j, article = self.trim(i, j)
        if i >= j:
            return Unlocatable(self.text, "the text names no place")
        if j - i > 1 and self.name_known(i, j):
            # The border of two known places is drawn from them, a row for it or not.
            between = self.border(i, j)
            if isinstance(between, Border) and len(between.sides) > 1:
                return between
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
