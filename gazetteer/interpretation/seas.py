"""The sea off a coast, and the air above a place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import shapely

from gazetteer import relations
from gazetteer.disambiguation import Scope
from gazetteer.footprints import Belief
from gazetteer.geodesy import polygonal
from gazetteer.interpretation.answers import Answer, Unknown
from gazetteer.interpretation.reading import Reading
from gazetteer.model import (
    Off,
    TrailStep,
)

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = ["Seas"]


class Seas(Reading):
    """Coasts, waters and airspace."""

    def off(self, node: Off, scope: Scope) -> Answer:
        of = self.read(node.of, scope)
        if isinstance(of, Unknown):
            return replace(of, where_prec=7)
        step = TrailStep(f"off: {node.kind}", of.name, tuple(x.place_id for x in of.places))
        if node.kind == "airspace" or of.where_prec == 7:
            reason = f"the {node.kind} of {of.reason}" if node.kind == "airspace" else of.reason
            return replace(of, where_prec=7, reason=reason, steps=(*of.steps, step))
        if node.kind == "sea":
            return self._at_sea(of, step)
        return self._coast(of, sea_only=True)

    def _at_sea(self, of: Belief, step: TrailStep) -> Belief:
        """So far off a place, of which only the sea counts."""
        land = self._land_around(of.region())
        sea = of.region().difference(shapely.union_all(land)) if land else of.region()
        if sea.is_empty or sea.area < 0.02 * of.region().area:
            return of
        wet = self.footprints.clipped(of, polygonal(sea))
        return replace(
            wet, where_prec=7, name=of.name, reason=f"at sea, {of.reason}",
            steps=(*of.steps, step), area=None, area_key="",
        )  # fmt: skip

    def _coast(self, of: Belief, *, sea_only: bool = False) -> Answer:
        """The sea off a place, or the strip where its land meets the sea."""
        p = self.parameters
        land = self._land_around(of.region())
        edge = of.area.boundary if of.is_area and of.area is not None else shapely.Point(of.point)
        if of.is_area and of.area is not None:
            others = [g for g in land if not g.contains(shapely.Point(of.point))]
            inland = shapely.union_all([g.buffer(0.05) for g in others]) if others else None
            edge = edge if inland is None else edge.difference(inland)
        words = "off the coast of" if sea_only else "the coast of"
        density = relations.seaward(edge, land, p) if sea_only else None
        if not sea_only and not edge.is_empty:
            density = relations.along(edge, None, p)
        if density is None:
            return replace(of, where_prec=2)
        step = TrailStep("coast", f"{words} {of.name}", tuple(x.place_id for x in of.places))
        return replace(
            of, density=density, where_prec=7 if sea_only else 5, name=f"{words} {of.name}",
            reason=f"{words} {of.reason}", steps=(*of.steps, step), area=None, area_key="",
        )  # fmt: skip

    def _land_around(self, region: BaseGeometry) -> list[BaseGeometry]:
        west, south, east, north = region.bounds
        window = shapely.box(west - 2, south - 2, east + 2, north + 2)
        shapes = (self.store.geometry(country.place_id) for country in self.store.countries())
        return [
            shapely.clip_by_rect(shape, *window.bounds)
            for shape in shapes
            if shape is not None and shape.intersects(window)
        ]
