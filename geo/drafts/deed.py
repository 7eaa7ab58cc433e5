"""What a group of frames shows at a glance: who acts, on what, within which words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geo.actors import target_kind, weapon_at
from geo.clauses import Clause, Phrase
from geo.drafts.groups import Group
from geo.events import Frame
from geo.lexicon.weapons_en import Weapon
from geo.whereabouts import Whereabouts
from geo.words import Lexicon

__all__ = ["Deed"]


@dataclass(slots=True)
class Deed:
    """A group of frames and what is asked of it to tell its kind."""

    clause: Clause
    group: Group
    main: Frame
    low: int
    """First word that belongs to the group, and `high` the one behind its last."""
    high: int
    lex: Lexicon
    states: Sequence[int]
    """Words that name a state."""
    found: Sequence[Whereabouts]
    kind: str
    sure: int
    gathered: bool = False
    """Whether the report has just said that people protest."""

    @property
    def verb(self) -> bool:
        """Whether a verb tells it."""
        return self.main.entry.pos == "v"

    @property
    def events(self) -> list[Frame]:
        """What is told to have been done, without its effects and without habits."""
        return [f for f in self.group.frames if f.entry.role != "effect" and not f.generic]

    @property
    def lows(self) -> list[str]:
        """The words that belong to the group."""
        return self.clause.lows[self.low : self.high]

    @property
    def things(self) -> list[Phrase]:
        """What the main frame is done to."""
        return self.phrases(self.main.objects)

    @property
    def doers(self) -> list[Phrase]:
        """Who does it, by the main frame."""
        return self.phrases(self.main.subjects)

    def phrases(self, indices: Iterable[int]) -> list[Phrase]:
        return [self.clause.phrases[x] for x in indices if x >= 0]

    def head(self, phrase: Phrase) -> str:
        return self.clause.words[phrase.head].low

    def heads(self, phrases: Iterable[Phrase]) -> set[str]:
        return {self.head(p) for p in phrases}

    def words(self, phrases: Iterable[Phrase]) -> set[str]:
        """All words of the phrases, casefolded."""
        return {low for p in phrases for low in self.clause.lows[p.first : p.last]}

    def named(self, phrases: Iterable[Phrase]) -> bool:
        """Whether a head is a name, in a text that has lower case."""
        words = self.clause.words
        return not words[self.main.first].text.isupper() and any(
            words[p.head].text[:1].isupper() for p in phrases
        )

    def forces(self, phrases: Iterable[Phrase]) -> bool:
        """Whether one of them is an army, a police or the like."""
        return any(self.lex.actors.get(low) == "force" for low in self.words(phrases))

    def state(self, phrases: Iterable[Phrase]) -> bool:
        """Whether one of them names a state."""
        return any(k in self.states for p in phrases for k in range(p.first, p.last))

    def armed_group(self, phrases: Iterable[Phrase]) -> bool:
        """Whether one of them is a group under arms, by its name or its kind."""
        return any(
            any(self.lex.actors.get(low) == "group" for low in lows)
            or self.lex.groups.begins_within(lows)
            for p in phrases
            for lows in [self.clause.lows[p.first : p.last]]
        )

    def places(self, least: float, most: float = 9.0) -> set[int]:
        """Words of the places named, from a coarse rank to a fine one."""
        return {k for w in self.found if least <= w.rank <= most for k in range(w.first, w.last)}

    def target(self, phrase: Phrase) -> str:
        return target_kind(self.clause, phrase, self.lex)

    def weapon(self, phrase: Phrase) -> Weapon | None:
        return weapon_at(self.clause, phrase, self.lex)
