"""Where a name begins and ends that no source has: capitals, with the small words within them."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from geo.clauses import Clause
from geo.words import word_set

__all__ = ["ARTICLES", "NOT_PLACES", "OF_PARTIES", "SIGNS", "Naming", "glued"]

NOT_PLACES = word_set(
    "jan feb mar apr jun jul aug sep sept oct nov dec "
    "western eastern northern southern "
    "monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december president minister "
    "general colonel mr mrs king prince mayor governor sheikh prime foreign ramadan i he "
    "she it they we christmas easter eid us parliament congress telegram facebook "
    "twitter x reuters afp ap english arabic french spanish russian islam operation war "
    "council group opposition assembly"
)
ARTICLES = word_set("al el as ash ad az ez es et an at ar er ul ur ed")
"""Articles within Arabic names."""
_PARTICLES = word_set(
    "de la el al los las del da do dos das des le les du bin ibn à aux sur sous y den van von"
)
_SHORT = word_set("e i al el ul ad az")
SIGNS = frozenset("-'’‘ʿʼ")
"""What joins the halves of a name."""
OF_PARTIES = word_set(
    "backed linked aligned led supported trained sponsored made flagged born owned based "
    "controlled affiliated allied held occupied bound wide era"
)
"""What a hyphen joins to a name that is no part of it: "Iran-backed", "M23-held"."""


def glued(clause: Clause, k: int) -> bool:
    """Whether a word follows the one before without a space."""
    return 0 < k < len(clause.words) and clause.words[k].start == clause.words[k - 1].end


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of a clause; `taken` are words of phrases found before."""

    clause: Clause
    taken: list[bool]
    upper: bool

    def name_from(self, first: int, most: int) -> int:
        """Where the name ends that begins at `first`; `first` for none."""
        words = self.clause.words
        begin = first
        if (
            first + 2 < len(words)
            and words[first].low in ARTICLES
            and glued(self.clause, first + 2)
        ):
            begin += 2  # "al-Zubayr"
        last = first
        while (
            last < len(words)
            and last - first < most + self.joints(first, last)
            and not self.taken[last]
            and (last < begin or self.namelike(last))
        ):
            last += 1
        while last > first and (words[last - 1].text in _PARTICLES or words[last - 1].tag == "-"):
            last -= 1
        if last <= begin or not words[begin].text[:1].isupper():
            return first
        if words[first].low in NOT_PLACES or words[last - 1].low in NOT_PLACES:
            return first
        return last

    def where(self, told: Set[str], *, short: int = 0) -> list[int]:
        """Where one of the words stands, up to `short` words before the end."""
        if self.clause.vocabulary.isdisjoint(told):
            return []
        lows = self.clause.lows
        return [k for k, low in enumerate(lows[:-short] if short else lows) if low in told]

    def end_of(self, first: int) -> int:
        """Where a name ends, known or not, that begins at `first`."""
        last = first
        while last < len(self.taken) and self.taken[last] and last - first < 5:
            last += 1
        return last if last > first else self.name_from(first, 3)

    def name_to(self, last: int, most: int) -> int:
        """Where the name begins that ends before `last`; `last` for none."""
        first = last
        words = self.clause.words
        while (
            first > 0
            and last - first < most + self.joints(first, last)
            and not self.taken[first - 1]
            and self.namelike(first - 1)
        ):
            first -= 1
        while (
            first < last and words[first].text in _PARTICLES and not glued(self.clause, first + 1)
        ):
            first += 1
        return first

    def joints(self, first: int, last: int) -> int:
        """Hyphens and particles, which do not count as words of a name."""
        words = self.clause.words[first:last]
        return sum(w.tag == "-" or w.low in _PARTICLES for w in words)

    def list_from(self, last: int) -> int:
        """Where the list of names ends that goes on at `last`: ", B and C"."""
        words = self.clause.words
        while last + 1 < len(words) and words[last].tag in ",c":
            begin = last + 1
            if words[last].tag == "," and words[begin].tag == "c":
                begin += 1
            end = self.name_from(begin, 4) if begin < len(words) else begin
            if end == begin:
                break
            last = end
        return last

    def namelike(self, k: int) -> bool:
        """Whether a word may be part of a name."""
        word = self.clause.words[k]
        if word.tag == "-" or word.text in _SHORT:
            return word.tag != "-" or self.joins(k)
        if self.within(k):
            return True  # "Kitango-an", "Dasht-e-Barchi"
        if not self.upper and self.enclosed(k):
            return True  # "Let Yet Kone"
        if word.tag not in "njvbg" or word.low in NOT_PLACES:
            return word.low in _PARTICLES and word.tag != "q"
        if word.text in _PARTICLES:
            return True
        return word.text[:1].isupper() and (not self.upper or len(word.low) > 1)

    def enclosed(self, k: int) -> bool:
        """Whether a capital stands between two others."""
        words = self.clause.words
        return (
            0 < k < len(words) - 1
            and all(w.text.istitle() for w in words[k - 1 : k + 2])
            and words[k].tag not in "pc,;"
            and words[k].low not in NOT_PLACES
        )

    def joins(self, k: int) -> bool:
        """Whether a hyphen stands within a name."""
        words = self.clause.words
        return k + 1 < len(words) and words[k + 1].low not in OF_PARTIES

    def within(self, k: int) -> bool:
        """Whether a word in small letters hangs on a capital by a hyphen."""
        words = self.clause.words
        return (
            k > 1
            and words[k - 1].tag == "-"
            and glued(self.clause, k)
            and glued(self.clause, k - 1)
            and words[k - 2].text[:1].isupper()
            and words[k].text.isalpha()
            and len(words[k].text) < 4
            and words[k].low not in OF_PARTIES
        )
