"""A sentence cut into words with tags, noun phrases and verbs.

A shallow reading, linear in the length: tags from closed-class tables and verb forms,
noun phrases as runs between verbs and prepositions, each with the preposition that
governs it. It works on upper-case wire text as on mixed case, since no rule needs
capitals.
"""

from __future__ import annotations

from geo.clauses.model import Clause, Phrase, Word
from geo.clauses.reading import read_clause

__all__ = ["Clause", "Phrase", "Word", "read_clause"]
