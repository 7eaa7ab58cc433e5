"""The distinct regions of a map: however many rows share one, it is drawn and stored once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import shapely

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gazetteer.model import Footprint
    from geo.model import LocatedIncident

    Ints: TypeAlias = NDArray[np.int64]

__all__ = ["Regions", "combined", "first_rows", "regions_of", "same_shapes"]


@dataclass(frozen=True, slots=True, eq=False)
class Regions:
    """The distinct footprints of a map, and which of them each row has."""

    of_row: Ints
    """Position in `footprints`, or -1."""
    footprints: tuple[Footprint, ...]


def regions_of(located: Sequence[LocatedIncident]) -> Regions:
    """Number the distinct footprints in the order of their first row.

    Two footprints are one if their outlines, point and precision are equal, whoever
    made them.

    Examples
    --------
    >>> regions_of([]).footprints
    ()
    """
    footprints = [item.resolution.footprint for item in located]
    unique = {id(f): f for f in footprints if f is not None}
    order = list(unique.values())
    if not order:
        return Regions(np.full(len(footprints), -1, dtype=np.int64), ())
    areas = [
        same_shapes(np.array([getattr(f, name) for f in order], dtype=object)).tolist()
        for name in ("region_90", "region_50")
    ]
    others = [list(map(attrgetter(name), order)) for name in _TOLD_APART_BY]
    number = _numbered(zip(*areas, *others, strict=True))
    number_of = dict(zip(unique, number.tolist(), strict=True))
    number_of[id(None)] = -1
    of_row = np.fromiter(
        map(number_of.__getitem__, map(id, footprints)), dtype=np.int64, count=len(footprints)
    )
    return Regions(of_row, tuple(order[at] for at in first_rows(number).tolist()))


_TOLD_APART_BY = ("point", "where_prec", "drawn_prec")


def _numbered(values: Iterable[Any]) -> Ints:
    """Distinct values numbered in order of appearance."""
    rows = list(values)
    distinct = dict.fromkeys(rows)
    number = dict(zip(distinct, range(len(distinct)), strict=True))
    return np.fromiter(map(number.__getitem__, rows), dtype=np.int64, count=len(rows))


def combined(codes: Sequence[Ints], others: Sequence[NDArray[Any]] = ()) -> Ints:
    """Number the distinct rows of several columns, in order of appearance.

    Parameters
    ----------
    codes
        Numbers from 0 on.
    others
        Columns that seldom differ where the codes agree.

    Examples
    --------
    >>> combined([np.array([5, 5, 2, 5]), np.array([0, 1, 0, 0])]).tolist()
    [0, 1, 2, 0]
    """
    joint = np.zeros(len(codes[0]), dtype=np.int64)
    for code in codes:
        joint = joint * (int(code.max(initial=0)) + 1) + code
    _, first, inverse = np.unique(joint, return_index=True, return_inverse=True)
    if not all(np.array_equal(other, other[first[inverse]]) for other in others):
        return _numbered(zip(inverse.tolist(), *(o.tolist() for o in others), strict=True))
    rank = np.empty(len(first), dtype=np.int64)
    rank[np.argsort(first, kind="stable")] = np.arange(len(first))
    return rank[inverse]


def first_rows(number: Ints) -> Ints:
    """Where each number of a column made by `combined` stands first.

    Examples
    --------
    >>> first_rows(np.array([0, 0, 1, 0, 2])).tolist()
    [0, 2, 4]
    """
    highest = np.maximum.accumulate(number)
    return np.flatnonzero(np.diff(highest, prepend=-1))


def same_shapes(shapes: NDArray[np.object_]) -> Ints:
    """A number from 0 on for each shape, equal where shapes are equal point by point.

    Shapes are told apart by box and number of corners first, and only those that agree
    in both are compared; a million copies of a few take a second and no memory.

    Examples
    --------
    >>> from shapely import Point, box
    >>> same_shapes(np.array([Point(1, 2), box(0, 0, 1, 1), Point(1, 2)])).tolist()
    [0, 1, 0]
    """
    ids = np.fromiter(map(id, shapes), dtype=np.int64, count=len(shapes))
    _, first, inverse = np.unique(ids, return_index=True, return_inverse=True)
    return _same_objects(shapes[first])[inverse]


def _same_objects(shapes: NDArray[np.object_]) -> Ints:
    codes = np.zeros(len(shapes), dtype=np.int64)
    rest, used = np.arange(len(shapes)), 0
    while len(rest):
        marks = _marks(shapes[rest])
        _, first, inverse = np.unique(marks, return_index=True, return_inverse=True)
        same = shapely.equals_identical(shapes[rest], shapes[rest[first[inverse]]])
        # Two empty shapes are one, though no point of them is equal.
        same |= rest == rest[first[inverse]]
        codes[rest[same]] = used + inverse[same]
        used += len(first)
        rest = rest[~same]
    return codes


def _marks(shapes: NDArray[np.object_]) -> NDArray[np.uint64]:
    """One number a shape, equal for equal shapes and seldom for others."""
    boxes = np.nan_to_num(shapely.bounds(shapes)).reshape(-1, 4).view(np.uint64)
    mark = shapely.get_num_coordinates(shapes).astype(np.uint64)
    for column in boxes.T:
        mark = (mark ^ column) * np.uint64(0x9E3779B97F4A7C15)
        mark ^= mark >> np.uint64(29)
    return mark
