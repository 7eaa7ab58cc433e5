"""One trigger and what the clause says around it."""

from __future__ import annotations

from dataclasses import dataclass, field

from geo.events.numbers import Number
from geo.words import Entry

__all__ = ["Frame"]


@dataclass(slots=True)
class Frame:
    """One trigger and what the clause says around it. Numbers are word or phrase indices."""

    entry: Entry
    first: int
    last: int
    voice: str = "nominal"
    """nominal, active, passive or middle ("a bomb exploded")."""
    stage: str = "occurred"
    subjects: list[int] = field(default_factory=list)
    """Phrases: who or what does it (agents of a passive too)."""
    objects: list[int] = field(default_factory=list)
    """Phrases: whom or what it is done to."""
    origin: tuple[int, int] = (-1, -1)
    """Words that say where it was launched from."""
    carriers: list[int] = field(default_factory=list)
    """Phrases introduced by "with" or "using": weapons."""
    count: Number | None = None
    definite: bool = False
    plural: bool = False
    negated: bool = False
    finite: bool = False
    """Whether a finite verb carries it, itself or a verb it depends on."""
    background: bool = False
    """Whether "after", "in response to" and the like put it before the sentence's time."""
    relative: bool = False
    """Whether it stands in a relative clause."""
    verb: int = -1
    """The verb that carries it, or -1."""
    perfect: bool = False
    occurs: bool = False
    """Whether it is the subject of a verb that says it happened: "clashes broke out"."""
    commented: bool = False
    """Whether it is the object of a verb that only speaks of it: "condemned the attack"."""
    copula: bool = False
    """Whether it is only said to be something: "the strikes were the second time"."""
    modifies: bool = False
    """Whether it only says of what sort another thing is: "battle positions"."""
    generic: bool = False
    """Present habit, purpose, modifier: told of, not told."""
