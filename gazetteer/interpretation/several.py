"""More than one place: lists, alternatives, and kinds within a country."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import shapely

from gazetteer.density import Nested
from gazetteer.disambiguation import Scope
from gazetteer.footprints import Belief
from gazetteer.geodesy import buffer_m, distance_m, polygonal
from gazetteer.interpretation.answers import Answer, Unknown
from gazetteer.interpretation.reading import Reading
from gazetteer.model import (
    AnyOf,
    Bounds,
    FeatureClass,
    KindWithin,
    LngLat,
    Name,
    TrailStep,
    Within,
)

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = ["Several"]

_POINTLIKE_M = 60_000.0
"""Two names of one place lie no further apart: beyond, they are two places."""


class Several(Reading):
    """Lists of places, two names of one, and unnamed places of a kind."""

    def kind_within(self, node: KindWithin, scope: Scope) -> Answer:
        outer = self.read(node.within, replace(scope, wants_area=True))
        if isinstance(outer, Unknown):
            return outer
        some = f"{node.kind}s" if node.plural else f"an unnamed {node.kind}"
        some = some[:-2] + "ies" if node.plural and node.kind.endswith("y") else some
        step = TrailStep("a kind within", f"{some} in {outer.name}",
                         tuple(p.place_id for p in outer.places))  # fmt: skip
        if not outer.is_area or outer.area is None:
            return replace(outer, reason=f"{some} in {outer.reason}", steps=(*outer.steps, step))
        known = self._known(node, outer.area)
        density = outer.density
        told = ""
        if len(known) >= 3:
            around = shapely.union_all(
                [buffer_m(shapely.Point(at), 25_000.0, segments=4) for at in known]
            )
            inner = polygonal(around.intersection(outer.area))
            if not inner.is_empty:
                density = Nested(outer.point, (inner, outer.area))
                told = f", denser around the {len(known)} that the gazetteer knows"
        return replace(
            outer,
            density=density,
            name=f"{some} in {outer.name}",
            reason=f"{some} in {outer.reason}, none of them named: the whole area{told}",
            steps=(*outer.steps, step),
        )

    def _known(self, node: KindWithin, area: BaseGeometry) -> list[LngLat]:
        said = node.feature_class
        if (
            said is None
            or said is FeatureClass.POPULATED_PLACE
            or said not in self.store.feature_classes
        ):
            return []
        code = self.store.feature_classes.index(said)
        rows = self.store.rows_within(Bounds(*area.bounds))
        rows = rows[self.store.take("feature_class", rows) == code]
        lng, lat = self.store.take("lng", rows), self.store.take("lat", rows)
        inside = shapely.contains_xy(area, lng, lat)
        return [LngLat(float(x), float(y)) for x, y in zip(lng[inside], lat[inside], strict=True)]

    def any_of(self, node: AnyOf, scope: Scope) -> Answer:
        read = self.read_together(node.members, scope)
        known = [member for member in read if isinstance(member, Belief)]
        missing = [member for member in read if isinstance(member, Unknown)]
        if not known:
            return missing[0]
        if node.conjunction == "alias":
            return self._alias(node, read, scope)
        if len(known) == 1:
            note = f"; {missing[0].text} {missing[0].why}" if missing else ""
            return replace(known[0], reason=known[0].reason + note)
        return self._together(known, node.conjunction, missing)

    def _alias(self, node: AnyOf, read: Sequence[Answer], scope: Scope) -> Answer:
        """Two names of one place, or a place and, in brackets, what it lies in."""
        *_, last = read
        known = [member for member in read if isinstance(member, Belief)]
        if isinstance(last, Belief) and last.is_area and len(node.members) == 2:
            return self.read(Within(node.members[0], node.members[1]), scope)
        first = node.members[0]
        site = isinstance(first, Name) and first.feature_class not in {
            None,
            FeatureClass.POPULATED_PLACE,
        }
        if isinstance(read[0], Unknown) and site and isinstance(last, Belief):
            # "Jabal X (Zabadani)": a mountain that no source holds, by the town named beside it
            return self.read(Within(node.members[0], node.members[-1]), scope)
        if len(known) == 1 or distance_m(known[0].point, known[1].point) < _POINTLIKE_M:
            best = known[0]
            # Of two names the one that is held as said is the safer.
            for other in known[1:]:
                if _sureness(other) > _sureness(best):
                    best = other
            return best
        return self._together(known, "or", [])

    def _together(
        self, known: Sequence[Belief], conjunction: str, missing: Sequence[Unknown]
    ) -> Belief:
        inner = polygonal(shapely.union_all([b.density.highest(0.5) for b in known]))
        outer = polygonal(shapely.union_all([b.density.highest(0.9) for b in known] + [inner]))
        joint = f" {conjunction} "
        reason = joint.join(belief.reason for belief in known)
        if missing:
            reason += f"; {missing[0].text} {missing[0].why}"
        codes = {belief.country_code for belief in known}
        return Belief(
            density=Nested(known[0].point, (inner, outer)),
            where_prec=max(belief.where_prec for belief in known),
            name=joint.join(belief.name for belief in known),
            reason=f"{reason}: drawn together",
            places=tuple(p for belief in known for p in belief.places),
            steps=tuple(s for belief in known for s in belief.steps),
            area=outer if all(belief.is_area for belief in known) else None,
            area_key="+".join(sorted(belief.area_key for belief in known)),
            country_code=codes.pop() if len(codes) == 1 else None,
        )


def _sureness(belief: Belief) -> int:
    order = ("fuzzy", "skeleton", "variant", "exact")
    way = belief.candidates[0].match if belief.candidates else "exact"
    return order.index(way) if way in order else 3
