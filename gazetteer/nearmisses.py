"""The names of one country, to be found by a near miss of their consonants."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz

from gazetteer.names import romanise, skeleton, skeleton_of_fold

if TYPE_CHECKING:
    from gazetteer.store import Store

__all__ = ["NameIndex", "in_latin"]

_MOST = 24
"""Rows kept of one name."""
_LENGTH = 5
"""Letters a name needs before a near miss means anything."""
_LEAST = 82.0
"""Least similarity of two romanised names, 0 to 100."""
_BEYOND_LATIN = "\u0250"


class NameIndex:
    """The names of one country, to be found by a near miss of their consonants.

    A name is filed under its skeleton and under each skeleton with one letter left out,
    so two names whose consonants are one edit apart share a drawer.
    """

    def __init__(self, store: Store, country_code: str) -> None:
        self._drawers: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
        code = store.country_codes.index(country_code)
        for row in np.flatnonzero(store.column("country") == code).tolist():
            for plain in dict.fromkeys(map(romanise, in_latin(store.names_of(row)))):
                bones = skeleton_of_fold(plain)
                if len(bones) >= 2:
                    entry = (plain.replace(" ", ""), plain, row)
                    for key in _drawers_of(bones):
                        self._drawers[key].append(entry)

    def nearest(self, text: str, least: float = _LEAST) -> list[tuple[float, str, int]]:
        """Likeness, name and row of what is spelt almost like `text`, likest first."""
        plain = romanise(text)
        if len(plain) < _LENGTH:
            return []
        flat = plain.replace(" ", "")
        best: dict[int, tuple[float, str]] = {}
        for key in _drawers_of(skeleton(plain)):
            for spelt, name, row in self._drawers.get(key, ()):
                likeness = fuzz.ratio(flat, spelt, score_cutoff=least)
                if likeness and likeness > best.get(row, (0.0, ""))[0]:
                    best[row] = (likeness, name)
        found = [(likeness / 100.0, name, row) for row, (likeness, name) in best.items()]
        return sorted(found, key=lambda hit: (-hit[0], hit[2]))[:_MOST]


def in_latin(names: Sequence[str]) -> Sequence[str]:
    """The names in Latin letters: other scripts romanise to nearly what they already say."""
    return [name for name in names if max(name) < _BEYOND_LATIN] or names


def _drawers_of(bones: str) -> set[str]:
    return {bones, *(bones[:n] + bones[n + 1 :] for n in range(len(bones)) if len(bones) > 3)}
