"""The parties told of so far, for words that point back: "the group", "they", "its army"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from geo.model import Actor
from geo.words import word_set

__all__ = ["Roster", "Sighting", "View"]

_SENTENCE = attrgetter("sentence")

_KEPT = 40
_VIEWS = 1000
"""Sentences of a report that are kept for whom they speak of."""
_ANY_GROUP = word_set(
    "group movement organisation organization faction militia outfit cartel gang network "
    "insurgency alliance coalition"
)
_BY_KIND = word_set(
    "rebels rebel guerrillas guerrilla insurgents insurgent militants militant jihadists "
    "terrorists fighters extremists separatists islamists combatants jihadis subversives "
    "militiamen paramilitaries secessionists pirates bandits"
)
_BY_DEED = word_set(
    "attackers assailants raiders intruders perpetrators gunmen killers kidnappers abductors "
    "captors assassins bombers hijackers attacker gunman assailant"
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where a sentence speaks of a party, and as what."""

    sentence: int
    start: int
    actor: Actor
    role: str
    """acts, suffers, speaks, claims, blamed or named."""


@dataclass(slots=True)
class View:
    """A sentence, looked through for its parties only when these are asked for."""

    sentence: int
    accuses: bool
    """Whether somebody claims or is blamed in it."""
    look: Callable[[], Sequence[Sighting]]
    seen: Sequence[Sighting] | None = None

    def sightings(self) -> Sequence[Sighting]:
        """Each mention of a party, in text order."""
        if self.seen is None:
            self.seen = self.look()
        return self.seen


@dataclass(slots=True)
class Roster:
    """Parties in the order told, with the sentence of each."""

    told: list[tuple[int, Actor]] = field(default_factory=list)
    views: list[View] = field(default_factory=list)
    """The sentences, in text order, up to a bound."""
    aliases: dict[str, str] = field(default_factory=dict)
    """Casefolded short name -> casefolded name that brackets defined it for."""
    names: dict[str, str] = field(default_factory=dict)
    """Casefolded name at length -> how the report is to call it throughout."""
    subject: Actor | None = None
    """The party that last was the subject of a sentence."""
    speaker: Actor | None = None
    """The party that last spoke, or for whom somebody spoke."""

    def note(self, sentence: int, actor: Actor) -> None:
        self.told.append((sentence, actor))
        del self.told[:-_KEPT]

    def view(self, view: View) -> None:
        if len(self.views) < _VIEWS:
            self.views.append(view)

    def between(self, first: int, last: int) -> list[Sighting]:
        """The mentions of parties in the sentences from `first` to `last`."""
        return [seen for view in self._views(first, last) for seen in view.sightings()]

    def accuses_between(self, first: int, last: int) -> bool:
        """Whether somebody claims or is blamed in the sentences from `first` to `last`."""
        return any(view.accuses for view in self._views(first, last))

    def _views(self, first: int, last: int) -> list[View]:
        low = bisect_left(self.views, first, key=_SENTENCE)
        return self.views[low : bisect_right(self.views, last, key=_SENTENCE)]

    def named_groups(self) -> list[Actor]:
        """Identified groups, the last told first."""
        return [a for _, a in reversed(self.told) if a.identified and a.kind == "group"]

    def pointed_at(self, name: str, opening: str) -> Actor | None:
        """The party that "the group", "these rebels" or "the militia" points back to."""
        low = name.casefold()
        words = low.split()
        groups = self.named_groups()
        if groups and " of the " in f" {low}" and words[-1] in _ANY_GROUP:
            return groups[0]  # "elements of the same movement"
        if opening not in {"the", "this", "these", "those", "that"}:
            return None
        for _, party in reversed(self.told):
            if party.identified and party.name.casefold().endswith(" " + low):
                return party
        known = self.subject
        if low in _BY_DEED and known is not None and known.identified and known.kind == "group":
            return known
        if groups and len(words) <= 2 and (words[-1] in _ANY_GROUP or words[-1] in _BY_KIND):
            return groups[0]
        if len(words) == 1 and low in _ANY_GROUP:  # "the same group": if only told by kind
            return next((a for _, a in reversed(self.told) if a.kind == "group"), None)
        return None

    def pronoun(self, low: str) -> Actor | None:
        """Who "they", "it", "he" is: the last subject, else the last party told."""
        fits = self.subject is not None and (low != "it" or self.subject.identified)
        if low in {"he", "she"}:
            one = self.subject is not None and not self.subject.name.endswith(("s", "men"))
            return self.subject if one else None
        if low == "they" and self.subject is not None and self.subject.kind == "state":
            plural = next((a for _, a in reversed(self.told) if a.kind == "group"), None)
            return plural or self.subject
        if fits:
            return self.subject
        return self.told[-1][1] if self.told else None
