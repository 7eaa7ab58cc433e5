"""A sentence with what was found in it, and what the report has said so far."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from gazetteer.model import Mention
from geo.dates import DateMention
from geo.drafts.backward import Told
from geo.drafts.headings import Heading
from geo.drafts.notes import Notes
from geo.drafts.roster import Roster
from geo.model import DatePhrase

__all__ = ["Reading", "Sentence"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where a sentence stands, and what was found in it beforehand."""

    start: int
    end: int
    index: int
    paragraph: int
    mentions: Sequence[Mention]
    dates: Sequence[DateMention]
    skip: tuple[int, int] | None = None
    """What stands between a heading and the verb that it is the subject of."""
    quoted: tuple[int, int] | None = None
    """What is quoted of it, if not the sentence alone: the whole line of a log."""
    row_day: DatePhrase | None = None
    dead: int | None = None
    hurt: int | None = None
    """What the other cells of its row say."""


@dataclass(slots=True)
class Reading:
    """What the report has said so far, for words that point back."""

    upper: bool = False
    published: dt.date | None = None
    roster: Roster = field(default_factory=Roster)
    """The parties told of so far."""
    known: dict[str, float] = field(default_factory=dict)
    """Place names that only their frames showed."""
    told: Told = field(default_factory=Told)
    """The places told so far."""
    keep_facts: bool = False
    """For fitting the weights: accept everything and keep the features."""
    genre: str = ""
    speech: bool = False
    """What the report is about if not conflict: sport, art, markets, a drill."""
    targets: set[str] = field(default_factory=set)
    gathering: int = -9
    """The last sentence that says that people protest."""
    speaker: str = ""
    notes: Notes = field(default_factory=Notes)
    """What stands over the present words: places, days."""
    afar: tuple[str, int] = ("", -9)
    """The last kind of strike from afar, and its sentence: "Douma was hit" goes on from it."""
    passed: list[Sentence] = field(default_factory=list)
    """The last sentences, of which none tells of a deed: the scene of the next one."""
    here: Heading | None = None
    """The place of the dateline: where "here" and "this city" are."""

    def pass_by(self, sentence: Sentence) -> None:
        """Keep a sentence that tells of no deed: it may set the scene of one."""
        self.passed = [*self.passed[-2:], sentence]
