"""What a reference comes to: a belief, or a reason why it cannot be placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from gazetteer.footprints import Belief

__all__ = ["Answer", "Unknown"]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A reference that cannot be placed by its own words."""

    text: str
    why: str
    where_prec: int = 1
    """UCDP class that the words state."""
    drawable: bool = True
    """False for what is nowhere on Earth."""


Answer: TypeAlias = Belief | Unknown
