"""A sentence, read: words with tags, noun phrases, and where each stands."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Clause", "Phrase", "Word"]


@dataclass(slots=True)
class Word:
    """A word of a sentence; offsets are those of the report."""

    start: int
    end: int
    text: str
    low: str
    tag: str = "n"
    """n noun-like, v finite verb or participle, g -ing form, b base verb, d determiner,
    q quantity, p preposition, c coordinator, s subordinator, x auxiliary, m modal,
    r pronoun, a adverb, t not, j participle used as adjective, `,` `;` `(` `)` `"` marks."""
    lemma: str = ""
    possessive: bool = False


@dataclass(slots=True)
class Phrase:
    """A noun phrase: words `first` to `last`, exclusive."""

    first: int
    last: int
    head: int
    preposition: int
    """Index of the preposition that governs it, or -1."""


@dataclass(slots=True)
class Clause:
    """A sentence, read."""

    start: int
    end: int
    words: list[Word]
    lows: list[str]
    vocabulary: frozenset[str]
    """The words, each once: what is not among them need not be looked for."""
    phrases: list[Phrase]
    phrase_of: list[int]
    """For each word the index of its noun phrase, or -1."""

    def text(self, source: str, first: int, last: int) -> str:
        return source[self.words[first].start : self.words[last - 1].end]
