"""A row of the table of words that tell of an incident."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["ACLED", "WIRE", "Trigger"]


class Trigger(NamedTuple):
    """Words of one kind, one role and one sureness, and why they are there."""

    kind: str
    role: str
    sure: int
    reason: str
    nouns: str = ""
    verbs: str = ""


ACLED = "ACLED codebook, sub-event "
WIRE = "common in wire and local reports"
