"""What somebody says, claims, blames on somebody or denies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.clauses import Word
from geo.model import Actor

__all__ = ["ALL", "Statement"]

ALL = 99


@dataclass(slots=True)
class Statement:
    """Somebody says, claims or denies something; `first` to `last` are the words that say so."""

    speaker: str
    act: str
    """say, claim, deny or blame; none where it is said that nobody did."""
    first: int
    last: int
    blamed: int = -1
    """Phrase of the party that is blamed, or -1."""
    party: str = ""
    """The words of that phrase."""
    who: int = -1
    """Phrase of the speaker, or -1."""
    accused: Actor | None = None
    """The party that is blamed, once its phrase is read."""
    claimant: Actor | None = None
    """The party that claims or denies, likewise."""
    spent: bool = False
    """Whether an incident of the same sentence took the blame."""
    about: frozenset[str] = frozenset()
    """Words of what is claimed."""
    back: bool = False
    """Whether it is about what the sentence before told: "Claimed by X, as was the raid on Y"."""
    many: int = 1
    """How many of the deeds told before it is about: 2 for "both raids", `ALL` for "the raids"."""
    aside: range = range(0)
    """Words put in that tell of the speaker: "the army, which shelled X on Monday, said"."""

    def spans(self, k: int) -> bool:
        """Whether a word is one of those that say so."""
        return self.first <= k < self.last and k not in self.aside

    def offsets(self, words: Sequence[Word]) -> list[tuple[int, int]]:
        """Offsets of the stretches that say so, in a sentence of these words."""
        last = min(self.last, len(words))
        cuts = (self.first, self.aside.start, self.aside.stop, last)
        parts = [cuts[:2], cuts[2:]] if self.aside else [(self.first, last)]
        return [(words[a].start, words[b - 1].end) for a, b in parts if a < b]
