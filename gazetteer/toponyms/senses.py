"""Which place each name of a document means.

Two passes. In the first each name is weighed alone: what kind of place, how many people,
how many names, and the region that stands right beside it ("Paris, Texas"). What comes
out of it, weighted by how sure it is, is the context of the second: countries and units
named, closeness to the other places, and the senses of the same name elsewhere.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from gazetteer.model import FeatureClass
from gazetteer.toponyms.entries import KIN, Entry
from gazetteer.toponyms.weights import SENSE_WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

__all__ = ["CONTEXT_FEATURES", "Link", "Senses", "Unit", "choose"]

CONTEXT_FEATURES = (
    "linked", "linked_loosely", "holds_linked", "type_fits", "same_sense", "country_named",
    "unit_named", "country_share", "unit_share", "within_50_km", "within_200_km",
    "within_500_km",
)  # fmt: skip

_EARTH_KM = 6371.0088
_TOWN_KM, _REGION_KM = 60.0, 700.0
"""How far from a town, or a wide region, something beside its name may lie."""
_NEARNESS = np.array(
    [math.cos(_TOWN_KM / _EARTH_KM), math.cos(_REGION_KM / _EARTH_KM), math.inf, math.inf]
)
"""Cosine of the arc that is near for each kind of `area`; a unit or country holds by its code."""
_FEW_CODES = 400
"""Codes that a table of all of them is made for: there are fewer countries."""
_MOST_REGIONS = 8
_LEAST_REGION, _SURE_REGION, _SURE_NAME = 1, 0.6, 0.5
"""From which kind of `area` on (a wide region, a unit, a country) and how surely a region
must be read before a town that is not in it counts as one that no source has."""
_ROUNDS = 1
_WITHIN = tuple(
    (CONTEXT_FEATURES.index(f"within_{km}_km"), math.cos(km / _EARTH_KM)) for km in (50, 200, 500)
)


@dataclass(slots=True)
class Unit:
    """A name in one use: all its mentions that share a region beside them."""

    entry: Entry
    hint: FeatureClass | None
    weight: float = 0.0
    """How sure it is a place at all, summed over its mentions."""


@dataclass(frozen=True, slots=True)
class Link:
    """`inner` stands beside `outer` as a place stands beside its region."""

    inner: int
    outer: int
    loose: bool = False
    listed: bool = False
    """Whether the two may as well be members of a list: "Lagos, Kenya and Uganda"."""


@dataclass(slots=True)
class Senses:
    """The answer: one row a candidate place, grouped by unit."""

    static: NDArray[np.float64]
    unit: NDArray[np.int64]
    begin: NDArray[np.int64]
    share: NDArray[np.float64]
    """Belief in each candidate among those of its unit, 0 to 1."""
    context: NDArray[np.float64]
    """One column a feature of `CONTEXT_FEATURES`."""
    best: NDArray[np.int64]
    """For each unit the row of its likeliest candidate."""
    nearest_km: NDArray[np.float64] = field(default_factory=lambda: np.empty(0))
    """From each unit's likeliest place to the nearest other place of the text."""
    strangers: Mapping[int, int] = field(default_factory=dict)
    """Units whose name is known elsewhere only, and the unit of the region that they are in:
    "Palma, Cabo Delgado", where every Palma of the sources lies in Spain or Brazil."""


def choose(
    units: Sequence[Unit],
    links: Sequence[Link],
    weights: Mapping[str, float] = SENSE_WEIGHTS,
    classes: Sequence[FeatureClass] = (),
) -> Senses:
    """Weigh the candidates of all units together.

    `classes` decodes the class column of `Entry.static`.
    """
    tables = [u.entry.static for u in units]
    static = np.concatenate(tables)
    sizes = list(map(len, tables))
    stops = list(accumulate(sizes))
    begins = [0, *stops[:-1]]
    begin = np.array(begins)
    unit = np.repeat(np.arange(len(units)), sizes)
    context = np.zeros((len(static), len(CONTEXT_FEATURES)))
    for link in links:
        a, b = link.inner, link.outer
        # A region's name has few places; what comes after the likeliest is not meant.
        held = _holds(tables[a], tables[b][:_MOST_REGIONS])
        inner = context[begins[a] : stops[a]]
        if link.loose:
            inner[held.any(axis=1), 1] = 1
        else:
            inner[held.any(axis=1), 0] = 1
            context[begins[b] : begins[b] + held.shape[1]][held.any(axis=0), 2] = 1
    for i, u in enumerate(units):
        if u.hint is not None:
            kin = KIN.get(u.hint, (u.hint,))
            fits = [classes[int(c)] in kin for c in tables[i][:, 9].tolist()]
            context[begins[i] : stops[i], 3] = fits
    w = np.array([weights[name] for name in CONTEXT_FEATURES])
    weight = np.array([u.weight for u in units])
    prior, row = static[:, 3], static[:, 6]
    share = _softmax(prior + context @ w, begin, unit)
    best = _best(share, begin, unit)
    strangers = _strangers(units, links, static, begins, stops, context, share, best, weight)
    # A name that is none of its namesakes says nothing of where the text is.
    weight[list(strangers)] = 0.0
    linked = {link.inner for link in links if not link.loose}
    siblings = _siblings(units, linked)
    countries = _Codes.of(static[:, 4], unit)
    owns = _Codes.of(np.where(static[:, 7] == 2, row, static[:, 5]), unit)
    nearest = np.full(len(static), -1.0)
    for _ in range(_ROUNDS):
        nearest = _contextualise(static, unit, begin, share, best, weight, context, countries, owns)
        for i, others in siblings:
            rows = slice(begins[i], stops[i])
            context[rows, 4] = np.isin(row[rows], row[best[others]])
        share = _softmax(prior + context @ w, begin, unit)
        best = _best(share, begin, unit)
    km = np.arccos(np.minimum(np.maximum(nearest[best], -1), 1)) * _EARTH_KM
    return Senses(static, unit, begin, share, context, best, km, strangers)


def _holds(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.bool_]:
    """For each place of `a` and each of `b`, whether the second holds the first."""
    area = b[:, 7]
    kinds = set(area.tolist())
    other = a[:, 6, None] != b[:, 6]
    held: NDArray[np.bool_] = (a[:, :3] @ b[:, :3].T > _NEARNESS[area.astype(np.int64)]) & other
    if 2 in kinds:
        held |= (a[:, 5, None] == b[:, 6]) & (area == 2)
    if 3 in kinds:
        country = a[:, 4, None]
        held |= (country == b[:, 4]) & (country >= 0) & (area == 3) & (a[:, 7, None] < 3)
    return held


def _softmax(
    odds: NDArray[np.float64], begin: NDArray[np.int64], unit: NDArray[np.int64]
) -> NDArray[np.float64]:
    odds = np.exp(odds - np.maximum.reduceat(odds, begin)[unit])
    share: NDArray[np.float64] = odds / np.add.reduceat(odds, begin)[unit]
    return share


def _best(
    share: NDArray[np.float64], begin: NDArray[np.int64], unit: NDArray[np.int64]
) -> NDArray[np.int64]:
    """For each unit its likeliest candidate, the first among equals."""
    best: NDArray[np.int64] = np.flatnonzero(share >= np.maximum.reduceat(share, begin)[unit])
    if len(best) > len(begin):
        owner = unit[best]
        best = best[np.concatenate([[True], owner[1:] != owner[:-1]])]
    return best


@dataclass(frozen=True, slots=True)
class _Codes:
    """Codes of countries or of units, the many numbered anew within the document."""

    index: NDArray[np.int64]
    known: NDArray[np.bool_]
    count: int
    unit: NDArray[np.int64]
    cell: NDArray[np.int64]
    """Of each candidate in a table of codes by units."""

    @classmethod
    def of(cls, code: NDArray[np.float64], unit: NDArray[np.int64]) -> _Codes:
        index = code.astype(np.int64) + 1
        known, count = index > 0, int(index.max()) + 1
        if count > _FEW_CODES:
            numbers: dict[int, int] = {}
            index = np.array([numbers.setdefault(c, len(numbers)) for c in index.tolist()])
            count = len(numbers)
        return cls(index, known, count, unit, unit * count + index)

    def share_of_others(
        self, belief: NDArray[np.float64], per_unit: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """How much of the belief in other units goes to the same code; 0 for no code."""
        own = np.bincount(self.cell, belief)[self.cell]
        per_code = np.bincount(self.index, belief)[self.index]
        share: NDArray[np.float64] = (per_code - own) / (
            (per_unit.sum() + 0.5 - per_unit)[self.unit]
        )
        return share * self.known

    def named(self, rows: NDArray[np.int64], units: int) -> NDArray[np.bool_]:
        """Whether each candidate's code is that of one of `rows` in another unit."""
        codes = self.index[rows]
        times = np.bincount(codes, minlength=self.count)
        own = np.full(units, -1)
        own[self.unit[rows]] = codes
        named: NDArray[np.bool_] = times[self.index] > (own[self.unit] == self.index)
        return named & self.known


def _contextualise(
    static: NDArray[np.float64],
    unit: NDArray[np.int64],
    begin: NDArray[np.int64],
    share: NDArray[np.float64],
    best: NDArray[np.int64],
    weight: NDArray[np.float64],
    context: NDArray[np.float64],
    countries: _Codes,
    owns: _Codes,
) -> NDArray[np.float64]:
    """Fill the columns of `context` that depend on the other names.

    Gives for each candidate the cosine of the arc to the nearest likeliest place of
    another name, -1 where there is none.
    """
    belief = share * weight[unit]
    per_unit = np.add.reduceat(belief, begin)
    area, row = static[:, 7], static[:, 6]
    context[:, 7] = countries.share_of_others(belief, per_unit)
    context[:, 8] = owns.share_of_others(belief, per_unit)
    kind = area[best]
    sure = (share[best] > 0.5) & (weight > 0.5)
    for column, level, codes in ((5, 3, countries), (6, 2, owns)):
        rows = best[sure & (kind == level)]
        named = codes.named(rows, len(weight)) & (area < level) if rows.size else False
        context[:, column] = named
    # Closeness to the likeliest places of other names; wide ones say nothing of it.
    anchor = best[(kind == 0) & (weight > 0.3)]
    nearest = np.full(len(static), -1.0)
    if anchor.size:
        cosine = static[:, :3] @ static[anchor, :3].T
        cosine[(unit[:, None] == unit[anchor]) | (row[:, None] == row[anchor])] = -1.0
        nearest = cosine.max(axis=1)
        point = area == 0
        for column, cosine_within in _WITHIN:
            context[:, column] = (nearest >= cosine_within) & point
    return nearest


def _strangers(
    units: Sequence[Unit],
    links: Sequence[Link],
    static: NDArray[np.float64],
    begins: Sequence[int],
    stops: Sequence[int],
    context: NDArray[np.float64],
    share: NDArray[np.float64],
    best: NDArray[np.int64],
    weight: NDArray[np.float64],
) -> dict[int, int]:
    """The units of which no candidate lies in the region that the text puts them in."""
    area = static[:, 7]
    names: dict[str, int] = {}
    for link in links:
        inner, outer = slice(begins[link.inner], stops[link.inner]), best[link.outer]
        if (
            not link.loose
            and not link.listed
            and area[outer] >= _LEAST_REGION
            and share[outer] > _SURE_REGION
            and weight[link.outer] > _SURE_NAME
            and not area[inner].any()
            and not context[inner, 0].any()
        ):
            names.setdefault(units[link.inner].entry.key, link.outer)
    if not names:
        return {}
    placed = {units[i.inner].entry.key for i in links if context[best[i.inner], 0]}
    names = {key: outer for key, outer in names.items() if key not in placed}
    return {i: names[u.entry.key] for i, u in enumerate(units) if u.entry.key in names}


def _siblings(units: Sequence[Unit], linked: set[int]) -> list[tuple[int, list[int]]]:
    """For each unit with no region beside it, those of its name that have one."""
    if not linked:
        return []
    by_key: dict[str, list[int]] = {}
    for i in linked:
        by_key.setdefault(units[i].entry.key, []).append(i)
    return [
        (i, by_key[u.entry.key])
        for i, u in enumerate(units)
        if i not in linked and u.entry.key in by_key
    ]
