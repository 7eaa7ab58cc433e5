"""A sentence to drafts of incidents: frames grouped, and each group's words gathered."""

from __future__ import annotations

from geo.drafts.draft import DOUBT, read_sentence
from geo.drafts.reading import Reading, Sentence

__all__ = ["DOUBT", "Reading", "Sentence", "read_sentence"]
