"""Places inside places: a village in its district, a name that no source holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import shapely

from gazetteer.density import Density, Radial
from gazetteer.disambiguation import Scope
from gazetteer.footprints import Belief
from gazetteer.geodesy import buffer_m
from gazetteer.interpretation.answers import Answer, Unknown
from gazetteer.interpretation.reading import Reading
from gazetteer.model import (
    AnyOf,
    Name,
    TrailStep,
    Within,
)

if TYPE_CHECKING:
    pass

__all__ = ["Containers"]

_NAMESAKES = 6
"""How many places of the outer name are tried for one that holds the inner name."""
_ABOUT_M = 40_000.0
"""How far from a town a line may run that is said to be in it: in its district; by hand."""
_AROUND = ", so it is placed by what is named around it: "


class Containers(Reading):
    """What lies in what."""

    def within(self, node: Within, scope: Scope) -> Answer:
        outer = self.read(node.outer, self._seen_from(node, scope))
        if isinstance(outer, Unknown):
            inner = self.read(node.inner, scope)
            if isinstance(inner, Unknown):
                return inner
            note = TrailStep("container unknown", f'"{outer.text}" {outer.why}')
            reason = f"{inner.reason}; {outer.text} {outer.why}"
            return replace(inner, steps=(*inner.steps, note), reason=reason)
        inner = self.read(node.inner, self._inside(outer, scope))
        if isinstance(inner, Unknown):
            held = self._in_namesake(node, outer, scope)
            if held is None:
                return self._inside_of(inner, outer)
            outer, inner = held
        inner = self._limited(inner, outer)
        code = inner.country_code or outer.country_code
        if outer.is_area and outer.country_code and inner.where_prec != 1:
            code = outer.country_code
        return replace(
            inner,
            country_code=code,
            steps=(*outer.steps, *inner.steps),
        )

    def _limited(self, inner: Belief, outer: Belief) -> Belief:
        """The inner belief kept to what the outer one allows."""
        strip = outer.where_prec == 5 and (
            not outer.is_area or outer.area_key.startswith("border:")
        )
        if strip and inner.is_area and inner.where_prec in {3, 4, 6}:
            # "Arauca department, near the Venezuelan border": where both hold
            both = self.footprints.clipped(inner, outer.region())
            reason = f"{inner.reason}, {outer.reason}"
            return inner if both is inner else replace(both, where_prec=5, reason=reason)
        if outer.is_area and outer.area is not None:
            # Where its own edge is unsure, what is drawn of it is the limit.
            return self.footprints.clipped(inner, outer.density.highest(0.9))
        if inner.where_prec in {5, 7} or inner.drawn_prec is not None:
            kept = self.footprints.clipped(inner, outer.region())
            if kept is inner and outer.where_prec == 1:
                # "the Line of Control in Poonch": not in the town, but about it
                about = buffer_m(shapely.Point(outer.point), _ABOUT_M)
                return self.footprints.clipped(inner, about)
            return kept
        return inner

    def _seen_from(self, node: Within, scope: Scope) -> Scope:
        """ "Borno State, along the Cameroon border": the border is seen from Borno."""
        scope = replace(scope, wants_area=False)
        if scope.countries or isinstance(node.outer, (Name, Within, AnyOf)):
            return scope
        inner = self.read(node.inner, scope)
        if isinstance(inner, Unknown) or inner.country_code is None:
            return scope
        return replace(scope, likely=(*scope.likely, inner.country_code))

    def _in_namesake(
        self, node: Within, outer: Belief, scope: Scope
    ) -> tuple[Belief, Belief] | None:
        """Another place of the outer name that holds the inner one: Antioquia in Colombia."""
        if outer.drawn_prec is not None:
            return None
        for candidate in outer.candidates[:_NAMESAKES]:
            if candidate.place in outer.places or not candidate.place.has_geometry:
                continue
            namesake = replace(self.footprints.named(candidate.place), candidates=outer.candidates)
            inner = self.read(node.inner, self._inside(namesake, scope))
            if isinstance(inner, Belief) and inner.drawn_prec is None:
                return namesake, inner
        return None

    def _inside(self, outer: Belief, scope: Scope) -> Scope:
        countries = scope.countries
        likely = scope.likely
        if outer.country_code and not countries:
            # What is near a border may lie on either side of it.
            border = outer.area_key.startswith("border:")
            if (outer.is_area and not border) or outer.where_prec == 1:
                countries = (outer.country_code,)
            else:
                likely = (*likely, outer.country_code)
        region = outer.region()
        return replace(
            scope,
            countries=countries,
            likely=likely,
            given=scope.given or bool(countries),
            container=region,
            holders=(*scope.holders, *(place.place_id for place in outer.places)),
            nearby=(*scope.nearby, outer.point) if not outer.is_area else scope.nearby,
        )

    def _inside_of(self, inner: Unknown, outer: Belief) -> Belief:
        """A name that no source holds, inside a place that is known."""
        if outer.is_area and outer.area is not None and outer.area_key:
            limit = outer.density.highest(0.9)
            density: Density = self.footprints.settlement.field(f"in:{outer.area_key}", limit)
            rule = "where people are in the container"
        elif isinstance(outer.density, Radial) and outer.where_prec == 1:
            p = self.parameters
            density = Radial(outer.point, 2.0 * p.near_scale_m, p.near_tail)
            rule = "around the place that the text names beside it"
        else:
            density, rule = outer.density, "the place that the text names around it"
        reason = f"{inner.text} {inner.why}{_AROUND}{outer.reason.rpartition(_AROUND)[2]}"
        step = TrailStep(
            rule, f'"{inner.text}" {inner.why}', tuple(p.place_id for p in outer.places)
        )
        return replace(
            outer,
            density=density,
            reason=reason,
            steps=(*outer.steps, step),
            where_prec=inner.where_prec if outer.where_prec != 2 else 2,
            drawn_prec=max(outer.drawn_prec or outer.where_prec, inner.where_prec),
            area=None,
            area_key="",
        )
