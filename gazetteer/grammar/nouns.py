"""Names with their type words, kinds of place, and nouns that stand last."""

from __future__ import annotations

from gazetteer.grammar.cursor import Cursor
from gazetteer.grammar.words import (
    COUNTRYSIDE,
    ENGLISH,
    JUNCTIONS,
    KINDS,
    OUTSKIRT_WORDS,
    OWNERS,
    ROADS,
    singular,
    type_words,
)
from gazetteer.model import (
    Along,
    Between,
    Border,
    FeatureClass,
    KindWithin,
    Name,
    Near,
    Off,
    Part,
    PlaceReference,
    Within,
)

__all__ = ["Nouns"]


class Nouns(Cursor):
    """Rules for what a phrase ends with."""

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
                self.low(k) in OWNERS | ENGLISH.fillers
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
            while k > i and self.low(k - 1) in OWNERS and not (k - 1 == i and self.demonym(i)):
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
        if last in ROADS | JUNCTIONS:
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
                    start = i
                    # "Mintaqat az Zabadani district" says it twice
                    if end - i > 1 and types.get(self.low(i)) is fc is FeatureClass.ADMIN2:
                        start = i + 1
                    return Name(self.span(start, max(end, start + 1)), fc, after)
        for length in (2, 1):
            if j - i > length:
                before = " ".join(self.low(k) for k in range(i, i + length))
                fc = types.get(before)
                # "Port-au-Prince", "Port Sudan": the word belongs to the name
                if fc is not None and not self.dash(i + length) and not self.name_known(i, j):
                    return Name(self.span(i + length, j), fc, before)
        return Name(text)
