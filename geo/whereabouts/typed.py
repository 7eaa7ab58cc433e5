"""Names beside a word for what they are: "the village of X", "X camp", "Y, a town in Z"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from geo.whereabouts.model import Whereabouts, Words
from geo.whereabouts.naming import NOT_PLACES, Naming
from geo.words import word_set

__all__ = ["Typed"]

_KINDS_OF_SITE = word_set(
    "air military naval army refugee displacement oil fuel gas power arms ammunition police border "
    "gold diamond coal copper cobalt lithium uranium salt iron jade railway bus train grain water "
    "processing refining desalination nuclear treatment"
)
_CENTRES = word_set(
    "detention shopping health medical trauma training community cultural trade reception"
)
_CENTRE = frozenset({"centre", "center"})
_NAMED_SITES = word_set("hotel camp fort base bridge port mount lake villa")
_LEADING = word_set("in at near on outside of around from to along inside ,")
_SPOTS = word_set("place spot site locality")
_CALLED = word_set("called named known dubbed")
_LED = word_set("in at near the outside of around")
_NOT_LEADING = word_set("capital city town state highway road axis motorway circle")
"""Types that a name of something else may follow: "the capital Friday"."""
_OPENING_TYPES = frozenset({"airport", "airfield", "base", "airbase"})
"""Types that let a name open a sentence: "Al Asad base was hit"."""


@dataclass(frozen=True, slots=True)
class Typed(Naming):
    """One clause, looked through for the words of kinds of place."""

    t: Words

    def type_of_name(self) -> Iterator[Whereabouts]:
        """ "the village of Kfar Tebnit", "the villages of X, Y and Z"."""
        words = self.clause.words
        for k in self.where(self.t.kinds, short=2):
            w, rank = words[k], self.t.types[words[k].low]
            if rank < 4 or words[k + 1].low != "of" or self.taken[k + 2]:
                continue
            last = self.name_from(k + 2, 5)
            if last == k + 2:
                continue
            if w.low.endswith("s") and not self.upper:
                last = self.list_from(last)
            yield Whereabouts(k, last, [], rank - 0.5, unknown=True)

    def name_and_type(self) -> Iterator[Whereabouts]:
        """ "Kfar Tebnit village", "in LA RANERA stream", "Nigeria's Ondo State"."""
        words, t = self.clause.words, self.t
        for k in self.where(t.kinds | _CENTRE if _CENTRE & self.clause.vocabulary else t.kinds):
            w, rank, start = words[k], t.types.get(words[k].low), k
            if w.low in _CENTRE and k > 1 and words[k - 1].low in _CENTRES:
                rank, start = 7, k - 1
            if rank is None or self.taken[k]:
                continue
            if start > 1 and words[start - 1].low in _KINDS_OF_SITE and not self.taken[start - 1]:
                start -= 1
            first = self.name_to(start, 6 - (k - start))
            if first == start or (first == 0 and w.low not in _OPENING_TYPES):
                continue
            if words[first].low in t.directions or words[first].low in t.parts:
                continue
            if self.led(first, rank):
                yield Whereabouts(first, k + 1, [], rank - 0.5, unknown=True)

    def led(self, first: int, rank: int) -> bool:
        """Whether the words before a name with its type let it be a place."""
        words = self.clause.words
        capital = words[first].text[:1].isupper() and not self.upper
        if rank >= 6 and capital and words[first].low not in NOT_PLACES:
            return True
        if first == 0:
            return False
        before = words[first - 1]
        if before.possessive and self.taken[first - 1] and not self.upper:
            return True
        if before.low == "the" and first > 1:
            before = words[first - 2]
        if before.tag == "v" and capital:
            return True
        return before.low in ({"in", "at", "near"} if self.upper else _LEADING)

    def name_in_apposition(self) -> Iterator[Whereabouts]:
        """ "Wad al-Noura, a village in Gezira"."""
        words = self.clause.words
        for k in self.where(self.t.kinds):
            rank = self.t.types[words[k].low]
            if rank not in {5, 6, 7} or k < 3:
                continue
            j = k - 1
            while j > 0 and words[j].tag in "jn" and k - j < 5:
                j -= 1  # "a small village", "a Hmar village"
            if words[j].low not in {"a", "the"} or j < 2 or words[j - 1].tag != ",":
                continue
            first = self.name_to(j - 1, 6)
            led = first > 0 and words[first - 1].low in {"at", "in", "near"}
            if first < j - 1 and words[first].text[:1].isupper() and (not self.upper or led):
                yield Whereabouts(first, j - 1, [], rank - 0.5, unknown=True)

    def called_name(self) -> Iterator[Whereabouts]:
        """ "a settlement called X", "in the locality X"."""
        words, types = self.clause.words, self.t.types
        for k in self.where(self.t.kinds | _SPOTS, short=1):
            w, rank = words[k], types.get(words[k].low, 0)
            called = words[k + 1].low in _CALLED
            if not (rank in {5, 6} or called) or not w.text.islower():
                continue
            first = k + 1
            if called:
                first += 2 if words[min(first + 1, len(words) - 1)].low == "as" else 1
            elif self.upper or not k or words[k - 1].low not in _LED or w.low in _NOT_LEADING:
                continue
            last = self.name_from(first, 5)
            if last > first:
                yield Whereabouts(first, last, [], max(rank - 0.5, 5.2), unknown=True)

    def site_and_name(self) -> Iterator[Whereabouts]:
        """ "the Hotel Splendid", "Camp Bastion"."""
        words = self.clause.words
        for k in self.where(_NAMED_SITES, short=1):
            if not words[k].text[:1].isupper() or self.taken[k]:
                continue
            last = self.name_from(k + 1, 3)
            if last > k + 1:
                yield Whereabouts(k, last, [], 6.5, unknown=True)

    def names_after_colon(self) -> Iterator[Whereabouts]:
        """ "raided four villages: A, B and C", "villages like A and B"."""
        words = self.clause.words
        for k in self.where(self.t.kinds, short=2):
            w = words[k]
            if self.t.types[w.low] < 5 or not w.low.endswith("s"):
                continue
            if words[k + 1].text != ":" and words[k + 1].low not in {"like", "including"}:
                continue
            last = self.name_from(k + 2, 4)
            if last > k + 2:
                rank = self.t.types[w.low] - 0.5
                yield Whereabouts(k, self.list_from(last), [], rank, unknown=True)
