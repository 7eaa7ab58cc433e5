"""Ways between places."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import shapely

from gazetteer import relations
from gazetteer.density import Density, Radial
from gazetteer.disambiguation import Scope
from gazetteer.footprints import Belief
from gazetteer.geodesy import distance_m
from gazetteer.interpretation.answers import Answer, Unknown
from gazetteer.interpretation.rivers import Rivers
from gazetteer.model import (
    Between,
    Border,
    LngLat,
    TrailStep,
)

if TYPE_CHECKING:
    pass

__all__ = ["Ways"]


class Ways(Rivers):
    """Strips from place to place."""

    def between(self, node: Between, scope: Scope) -> Answer:
        read = self.read_together(node.ends, scope)
        ends = [end for end in read if isinstance(end, Belief)]
        missing = [end for end in read if isinstance(end, Unknown)]
        if not ends:
            return missing[0]
        if len(ends) == 1:
            p = self.parameters
            density: Density = Radial(ends[0].point, 3.0 * p.near_scale_m, p.near_tail)
            reason = f"{missing[0].text} {missing[0].why}, so near {ends[0].reason}"
            return replace(ends[0], density=density, where_prec=2, reason=reason, area=None)
        areas = [end for end in ends if end.is_area and end.area is not None]
        word = "on the way between" if node.road else "between"
        names = " and ".join(end.reason for end in ends)
        if len(areas) == len(ends) == 2 and all(a.where_prec in {4, 6} for a in areas):
            return self.read(Border(node.ends), scope)
        points = [_facing(end, ends) for end in ends]
        length = sum(distance_m(a, b) for a, b in itertools.pairwise(points))
        step = TrailStep("between", f"{length / 1000:.0f} km from end to end",
                         tuple(p.place_id for end in ends for p in end.places))  # fmt: skip
        return Belief(
            density=relations.between(points, node.road, self.parameters),
            where_prec=2 if length < 50_000.0 else 5,
            name=f"{word} {' and '.join(end.name for end in ends)}",
            reason=f"{word} {names}",
            places=tuple(p for end in ends for p in end.places[:1]),
            steps=(*(s for end in ends for s in end.steps), step),
            country_code=ends[0].country_code,
        )


def _facing(end: Belief, ends: Sequence[Belief]) -> LngLat:
    """Where a way meets its end: a border where it comes closest to the other end."""
    others = [other.point for other in ends if other is not end]
    if end.where_prec != 5 or end.area is None or not others:
        return end.point
    touch = shapely.shortest_line(end.area, shapely.Point(others[0])).coords[0]
    return LngLat(touch[0], touch[1])
