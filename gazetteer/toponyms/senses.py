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
_FEW_CODES = 400
"""Codes that a table of all of them is made for: there are fewer countries."""
_MOST_REGIONS = 8
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


def choose(
    units: Sequence[Unit],
    links: Sequence[Link],
    weights: Mapping[str, float] = SENSE_WEIGHTS,
    classes: Sequence[FeatureClass] = (),
) -> Senses:
    """Weigh the candidates of all units together.

    `classes` decodes the class column of `Entry.static`.
    """
    counts = np.array([len(u.entry.static) for u in units])
    static = np.concatenate([u.entry.static for u in units])
    begin = np.concatenate([[0], np.cumsum(counts)[:-1]])
    unit = np.repeat(np.arange(len(units)), counts)
    context = np.zeros((len(static), len(CONTEXT_FEATURES)))
    for link in links:
        _link(link, static, begin, counts, context)
    for i, u in enumerate(units):
        if u.hint is not None:
            kin = KIN.get(u.hint, frozenset({u.hint}))
            rows = slice(begin[i], begin[i] + counts[i])
            context[rows, 3] = [classes[int(c)] in kin for c in static[rows, 9]]
    w = np.array([weights[name] for name in CONTEXT_FEATURES])
    weight = np.array([u.weight for u in units])
    share = _softmax(static[:, 3] + context @ w, begin, counts)
    linked = {link.inner for link in links if not link.loose}
    siblings = _siblings(units, linked)
    area = static[:, 7]
    countries = _Codes.of(static[:, 4])
    owns = _Codes.of(np.where(area == 2, static[:, 6], static[:, 5]))
    nearest = np.full(len(static), -1.0)
    for _ in range(_ROUNDS):
        nearest = _contextualise(static, unit, begin, share, weight, context, countries, owns)
        best = _best(share, begin, unit)
        for i, others in siblings:
            rows = slice(begin[i], begin[i] + counts[i])
            context[rows, 4] = np.isin(static[rows, 6], static[best[others], 6])
        share = _softmax(static[:, 3] + context @ w, begin, counts)
    best = _best(share, begin, unit)
    km = np.arccos(np.clip(nearest[best], -1, 1)) * _EARTH_KM
    return Senses(static, unit, begin, share, context, best, km)


def _link(
    link: Link,
    static: NDArray[np.float64],
    begin: NDArray[np.int64],
    counts: NDArray[np.int64],
    context: NDArray[np.float64],
) -> None:
    inner = slice(begin[link.inner], begin[link.inner] + counts[link.inner])
    # A region's name has few places; what comes after the likeliest is not meant.
    outer = slice(begin[link.outer], begin[link.outer] + min(counts[link.outer], _MOST_REGIONS))
    a, b = static[inner], static[outer]
    held = _holds(a, b)
    if link.loose:
        context[inner, 1] = np.maximum(context[inner, 1], held.any(axis=1))
    else:
        context[inner, 0] = np.maximum(context[inner, 0], held.any(axis=1))
        context[outer, 2] = np.maximum(context[outer, 2], held.any(axis=0))


def _holds(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.bool_]:
    """For each place of `a` and each of `b`, whether the second holds the first."""
    area = b[:, 7]
    smaller = a[:, 7][:, None] < np.maximum(area, 1)[None, :]
    country = (a[:, 4][:, None] == b[:, 4][None, :]) & (a[:, 4][:, None] >= 0) & (area == 3)
    unit = (a[:, 5][:, None] == b[:, 6][None, :]) & (area == 2)
    near = a[:, :3] @ b[:, :3].T > np.cos(np.where(area == 1, _REGION_KM, _TOWN_KM) / _EARTH_KM)
    around = near & (area <= 1) & (a[:, 6][:, None] != b[:, 6][None, :])
    held: NDArray[np.bool_] = (country & smaller) | unit | around
    return held


def _softmax(
    odds: NDArray[np.float64], begin: NDArray[np.int64], counts: NDArray[np.int64]
) -> NDArray[np.float64]:
    odds = np.exp(odds - np.repeat(np.maximum.reduceat(odds, begin), counts))
    share: NDArray[np.float64] = odds / np.repeat(np.add.reduceat(odds, begin), counts)
    return share


def _best(
    share: NDArray[np.float64], begin: NDArray[np.int64], unit: NDArray[np.int64]
) -> NDArray[np.int64]:
    """For each unit its likeliest candidate, the first among equals."""
    at = np.flatnonzero(share >= np.maximum.reduceat(share, begin)[unit])
    owner = unit[at]
    best: NDArray[np.int64] = at[np.concatenate([[True], owner[1:] != owner[:-1]])]
    return best


@dataclass(frozen=True, slots=True)
class _Codes:
    """Codes of countries or of units, numbered from 0 within the document."""

    index: NDArray[np.int64]
    known: NDArray[np.bool_]
    count: int

    @classmethod
    def of(cls, code: NDArray[np.float64]) -> _Codes:
        if code.max(initial=0) < _FEW_CODES:
            return cls(code.astype(np.int64) + 1, code >= 0, _FEW_CODES + 1)
        values, index = np.unique(code, return_inverse=True)
        return cls(index, code >= 0, len(values))

    def share_of_others(
        self, belief: NDArray[np.float64], unit: NDArray[np.int64], units: int
    ) -> NDArray[np.float64]:
        """How much of the belief in other units goes to the same code; 0 for no code."""
        flat = np.bincount(unit * self.count + self.index, belief, units * self.count)
        table = flat.reshape(units, self.count)
        per_code, per_unit = table.sum(axis=0), table.sum(axis=1)
        own = flat[unit * self.count + self.index]
        share: NDArray[np.float64] = (per_code[self.index] - own) / (
            per_unit.sum() - per_unit[unit] + 0.5
        )
        return share * self.known

    def named(
        self, rows: NDArray[np.int64], unit: NDArray[np.int64], units: int
    ) -> NDArray[np.bool_]:
        """Whether each candidate's code is that of one of `rows` in another unit."""
        times = np.bincount(self.index[rows], minlength=self.count)
        own = np.full(units, -1)
        own[unit[rows]] = self.index[rows]
        named: NDArray[np.bool_] = times[self.index] > (own[unit] == self.index)
        return named & self.known


def _contextualise(
    static: NDArray[np.float64],
    unit: NDArray[np.int64],
    begin: NDArray[np.int64],
    share: NDArray[np.float64],
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
    area = static[:, 7]
    context[:, 7] = countries.share_of_others(belief, unit, len(weight))
    context[:, 8] = owns.share_of_others(belief, unit, len(weight))
    best = _best(share, begin, unit)
    sure = (share[best] > 0.5) & (weight > 0.5)
    kind = area[best]
    context[:, 5] = countries.named(best[sure & (kind == 3)], unit, len(weight)) & (area < 3)
    context[:, 6] = owns.named(best[sure & (kind == 2)], unit, len(weight)) & (area < 2)
    # Closeness to the likeliest places of other names; wide ones say nothing of it.
    anchor = best[(kind == 0) & (weight > 0.3)]
    nearest = np.full(len(static), -1.0)
    if anchor.size:
        cosine = static[:, :3] @ static[anchor, :3].T
        same = (unit[:, None] == unit[anchor]) | (static[:, 6][:, None] == static[anchor, 6])
        cosine[same] = -1.0
        nearest = cosine.max(axis=1)
        point = area == 0
        for column, cosine_within in _WITHIN:
            context[:, column] = (nearest >= cosine_within) & point
    return nearest


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
