"""Names with their type words, kinds of place, and nouns that stand last."""

from __future__ import annotations

from gazetteer.grammar.cursor import Cursor
from gazetteer.grammar.english import ENGLISH
from gazetteer.grammar.kinds import KINDS, MODIFIERS, OWNERS, singular, type_words
from gazetteer.grammar.words import COUNTRYSIDE, JUNCTIONS, OUTSKIRT_WORDS, ROADS, SECTORS
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
from gazetteer.names import fold

__all__ = ["Nouns"]


_UNITS = frozenset({FeatureClass.ADMIN1, FeatureClass.ADMIN2})


_CENTRES = frozenset({"centre", "center", "heart"})


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
                self.low(k) in OWNERS | MODIFIERS | ENGLISH.fillers
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
            while (
                k > i
                and self.low(k - 1) in OWNERS | MODIFIERS
                and not (k - 1 == i and self.demonym(i))
            ):
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
                owner = Name(text)
                direction = self.direction(k + 1, j)
                if direction is not None and direction[1] == j:
                    return Part(direction[0], owner)  # "Nigeria's north-east"
                if (part := self._own_part(k + 1, j, owner)) is not None:
                    return part
                rest = self.expr(k + 1, j)
                if isinstance(rest, Border) and len(rest.sides) < 2:
                    return Border((owner, *rest.sides))  # "Kenya's border with Somalia"
                return Within(rest, owner)
        if last in ROADS | JUNCTIONS:
            pieces = self.hyphenated(i, j - 1)
            if len(pieces) > 1:
                return Between(tuple(self.leaf(a, b) for a, b in pieces), road=True)
        if last in SECTORS:
            pieces = self.hyphenated(i, j - 1)
            if len(pieces) > 1:
                return Between(tuple(self.leaf(a, b) for a, b in pieces))
            if self.direction(i, j - 1) is None:
                return Near(Name(self.span(i, j - 1), None, last), "in the direction of")
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
        if last in {"area", "areas"}:
            return self.expr(i, j - 1)
        return None

    def _own_part(self, i: int, j: int, owner: Name) -> Part | None:
        """ "Beirut's | southern suburbs", "Goma's | centre": parts that come after their whole."""
        if self.low(j - 1) in _CENTRES and j - i == 1:
            return Part("central", owner)
        if self.low(j - 1) not in OUTSKIRT_WORDS:
            return None
        around = Part("outskirts", owner)
        if j - i == 1:
            return around
        direction = self.direction(i, j - 1)
        whole = direction is not None and direction[1] == j - 1
        return Part(direction[0], around) if direction is not None and whole else None

    def _stacked(self, i: int, end: int, j: int) -> PlaceReference | None:
        """ "Barawe Lower Shabelle region": a place and its unit with no comma between."""
        if end - i < 2 or not self.is_name_known or self.name_known(i, end):
            return None
        for cut in range(end - 1, i, -1):
            types = type_words()
            # "Zhdanivka town Donetsk region": a type word closes the first name
            closed = fold(self.low(cut - 1)) in types and cut - i > 1
            whole = self.name_known(i, cut) or closed
            # an unknown village before a name of two words that is known: "Lower Shabelle"
            strange = end - cut > 1 and len(self.low(cut - 1)) > 3 and cut - i == 1
            strange = strange and fold(self.low(i)) not in types
            if self.name_known(cut, end) and (whole or strange):
                return Within(self.leaf(i, cut), self.leaf(cut, j))
        return None

    def leaf(self, i: int, j: int) -> PlaceReference:
        """A name, with the type word that stands before or after it."""
        i, j, _ = self.trim(i, j)
        text = self.span(i, j)
        for ending in ("'s", "’s"):  # "Kenya's border with Somalia"
            text = text.removesuffix(ending)
        if self.low(j - 1) in OUTSKIRT_WORDS and self.name_known(i, j):
            return Name(text)  # "Beirut's southern suburbs" have a name of their own
        types = type_words()
        # "the Iraqi capital Baghdad": the capital is what is named after it
        for k in range(i, min(i + 3, j - 1)):
            if self.low(k) == "capital" and self.tokens[k + 1].text[:1].isupper():
                return self.leaf(k + 1, j)
        for length in (2, 1):
            if j - i > length:
                after = " ".join(self.low(k) for k in range(j - length, j))
                fc = types.get(fold(after)) or types.get(singular(after))
                if fc is not None:
                    # a hyphen before the type word belongs to neither
                    end = j - length - (1 if self.dash(j - length - 1) else 0)
                    start = i
                    # "Mintaqat az Zabadani district" says it twice
                    if end - i > 1 and types.get(self.low(i)) is fc is FeatureClass.ADMIN2:
                        start = i + 1
                    stacked = self._stacked(start, end, j) if fc in _UNITS else None
                    if stacked is not None:
                        return stacked
                    return Name(self.span(start, max(end, start + 1)), fc, after)
        for length in (2, 1):
            if j - i > length:
                if self.dash(i + length - 1):
                    continue
                before = " ".join(self.low(k) for k in range(i, i + length))
                fc = types.get(fold(before))
                # "Port-au-Prince", "Port Sudan": the word belongs to the name
                if fc is None or self.name_known(i, j):
                    continue
                start = i + length
                # "Velayat-e Herat": Persian joins the type word to its name
                if self.dash(start) and self.low(start + 1) in {"e", "i", "ye", "yi"}:
                    start += 2
                if start < j and not self.dash(start):
                    return Name(self.span(start, j), fc, before)
        return Name(text)
