"""One document on its way from words to places: its names tied together and weighed."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from gazetteer.features import TYPE_WORDS
from gazetteer.toponyms.evidence import Candidate
from gazetteer.toponyms.senses import CONTEXT_FEATURES, Link, Senses, Unit, choose
from gazetteer.toponyms.survey import Surroundings
from gazetteer.toponyms.tokens import Gap, Shape, Tokens
from gazetteer.toponyms.words import Word

if TYPE_CHECKING:
    from gazetteer.model import FeatureClass

__all__ = ["Reading", "reconsider", "resolve", "sigmoid"]

_DEMONYM_WEIGHT = 0.7
"""What an adjective says of where a text is, beside a name."""
_SOURCE_WEIGHT = 1.5
"""What a place in the publisher's name says of it."""
_SOURCE_LEAST = -2.5
"""The name of a paper is an organisation's, which speaks against the place in it."""
_NEAR_KM, _FAR_KM = 150.0, 500.0
_MUCH, _LITTLE = 0.25, 0.05
"""Shares of the other names that lie in the same country."""
_LARGE = 5.0
"""Decimal logarithm of the population of a place that is known far from it."""
_SURE, _STEP = 2.0, 0.5
"""Log-odds of a mention that lifts the others of its name, and by how much it must lead."""
_REACH = 6
"""Words after a name within which "in" and its region must stand."""


class Reading:
    """One document; `learn` looks into it."""

    __slots__ = ("around", "candidates", "links", "senses", "tokens", "unit_of", "units")

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.around: Surroundings
        self.candidates: list[Candidate] = []
        self.units: list[Unit] = []
        self.unit_of: list[int] = []
        """For each candidate the index of its unit, -1 for none."""
        self.links: list[Link] = []
        self.senses: Senses | None = None


class _Beside(NamedTuple):
    """The candidate that stands beside another as its region."""

    at: int
    loose: bool


def sigmoid(x: float) -> float:
    """The probability of log-odds."""
    return 1.0 / (1.0 + math.exp(-x)) if x > -30 else 0.0


def resolve(
    reading: Reading,
    weights: Mapping[str, float],
    classes: Sequence[FeatureClass],
    source: Sequence[Candidate] = (),
) -> None:
    """Tie the candidates of a reading into units and weigh what each may mean.

    Mentions of one name are one unit, unless the region beside them or the type word
    differs: one sense per document, save where the text says otherwise. `source` are the
    candidates in the publisher's name: context, not answers.
    """
    candidates = reading.candidates
    at_first: dict[int, int] = {}
    for i, c in enumerate(candidates):
        if c.entry is not None and (
            c.first not in at_first or candidates[at_first[c.first]].logit < c.logit
        ):
            at_first[c.first] = i
    index: dict[tuple[int, int, FeatureClass | None], int] = {}
    beside: list[_Beside | None] = []
    for c in candidates:
        if c.entry is None:
            beside.append(None)
            reading.unit_of.append(-1)
            continue
        other = _beside(reading.tokens, reading.around, c, at_first, candidates)
        beside.append(other)
        region = candidates[other.at].entry if other and not other.loose else None
        hint = _hint(reading.around, c)
        key = (id(c.entry), id(region) if region is not None else 0, hint)
        at = index.get(key)
        if at is None:
            at = index[key] = len(reading.units)
            reading.units.append(Unit(c.entry, hint))
        reading.units[at].weight += sigmoid(c.logit) * (_DEMONYM_WEIGHT if c.entry.demonym else 1)
        reading.unit_of.append(at)
    for i, other in enumerate(beside):
        if other is not None and reading.unit_of[other.at] >= 0:
            listed = _listed(reading.tokens, reading.around, candidates[i], candidates[other.at])
            link = Link(reading.unit_of[i], reading.unit_of[other.at], other.loose, listed)
            if link.inner != link.outer:
                reading.links.append(link)
    for unit in reading.units:
        unit.weight = min(unit.weight, 1.0 + math.log1p(unit.weight))
    for c in source:
        if c.entry is not None and c.logit > _SOURCE_LEAST:
            reading.units.append(Unit(c.entry, None, _SOURCE_WEIGHT))
    if reading.units:
        reading.senses = choose(reading.units, reading.links, weights, classes)


def _hint(around: Surroundings, candidate: Candidate) -> FeatureClass | None:
    """The kind of place that a type word beside a name says it is."""
    words, bits, found = around.tokens.words, around.bits, candidate.features
    if "type_after" in found:
        return TYPE_WORDS.get(words[candidate.stop].folded)
    if "type_of" in found:
        at = candidate.first - 1
        while at > 0 and not bits[at] & Word.OF:
            at -= 1
        return TYPE_WORDS.get(words[at - 1].folded) if at else None
    if "type_before" in found:
        return TYPE_WORDS.get(words[candidate.first - 1].folded)
    return None


def _beside(
    tokens: Tokens,
    around: Surroundings,
    c: Candidate,
    at_first: Mapping[int, int],
    candidates: Sequence[Candidate],
) -> _Beside | None:
    stop = c.stop
    if stop >= len(tokens) or (c.entry is not None and c.entry.demonym):
        return None
    gap = tokens.gaps[stop - 1]
    words, bits = tokens.words, around.bits
    if stop in at_first:
        entry = candidates[at_first[stop]].entry
        # "Tripoli, Lebanon", "Homs (Syria)", "Moore OK"
        if entry is not None and (
            (gap in (Gap.COMMA, Gap.OPENING) and not entry.demonym)
            or (gap == Gap.SPACE and entry.match == "abbreviation")
        ):
            return _Beside(at_first[stop], loose=False)
    # "in", perhaps with "the", "northern", "province of" before the region.
    at = stop
    typed = bits[at] & (Word.GEO | Word.GROUND) and words[at].shape == Shape.LOWER
    if gap == Gap.SPACE and typed:
        at += 1
    if at < len(words) and bits[at] & Word.INSIDE:
        for i in range(at + 1, min(at + _REACH, len(words))):
            if tokens.gaps[i - 1] == Gap.END:
                break
            if i in at_first:
                return _Beside(at_first[i], loose=True)
            if words[i].shape != Shape.LOWER:
                break
    return None


def _listed(tokens: Tokens, around: Surroundings, inner: Candidate, outer: Candidate) -> bool:
    """Whether a name and the one beside it may stand in a list of three and more."""
    first, after = inner.first, outer.stop
    if first in around.match_stops and tokens.gaps[first - 1] == Gap.COMMA:
        return True
    if after >= len(tokens):
        return False
    joined = bool(around.bits[after] & Word.AND)
    return joined or (tokens.gaps[after - 1] == Gap.COMMA and after in around.match_starts)


def reconsider(reading: Reading, weights: Mapping[str, float]) -> None:
    """Weigh each candidate again in the light of the whole document."""
    senses = reading.senses
    strongest: dict[str, float] = {}
    count: dict[str, int] = {}
    for c in reading.candidates:
        strongest[c.key] = max(strongest.get(c.key, -math.inf), c.logit)
        count[c.key] = count.get(c.key, 0) + 1
    share: Sequence[float] = ()
    area: Sequence[float] = ()
    population: Sequence[float] = ()
    nearest: Sequence[float] = ()
    if senses is not None:
        share = senses.context[senses.best, CONTEXT_FEATURES.index("country_share")].tolist()
        area = senses.static[senses.best, 7].tolist()
        population = senses.static[senses.best, 8].tolist()
        nearest = senses.nearest_km.tolist()
    for c, at in zip(reading.candidates, reading.unit_of, strict=True):
        found = []
        if count[c.key] > 1:
            top = strongest[c.key]
            if top > _SURE and c.logit < top - _STEP:
                found.append("elsewhere_place")
            elif top < 0:
                found.append("elsewhere_none")
        if at >= 0 and area[at] == 0:
            if nearest[at] < _NEAR_KM:
                found.append("near_others")
            if share[at] > _MUCH:
                found.append("country_of_others")
            elif share[at] < _LITTLE and nearest[at] > _FAR_KM:
                large = population[at] >= _LARGE
                found.append("apart_from_others" if large else "small_apart_from_others")
        c.features += found
        for name in found:
            c.logit += weights[name]
