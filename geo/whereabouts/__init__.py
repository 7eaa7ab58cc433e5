"""The words of a sentence that say where, whole enough for the gazetteer to read.

A name alone is not what the text calls a place: "22 miles west of Wana", "the village of
X near Y, in Z province", "off the coast of Hodeidah", "Iraqi bases" are. From each name,
found by the gazetteer's recogniser or known by its frame ("the village of Kfar Tebnit"),
the phrase grows to the left and right over the words that belong to it.
"""

from __future__ import annotations

from geo.whereabouts.finding import find_whereabouts
from geo.whereabouts.model import Whereabouts

__all__ = ["Whereabouts", "find_whereabouts"]
