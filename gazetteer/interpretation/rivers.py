"""Along rivers and other lines: their banks, and what lies upstream of a town."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import shapely

from gazetteer import relations
from gazetteer.density import Density, Radial
from gazetteer.disambiguation import Scope
from gazetteer.footprints import Belief
from gazetteer.geodesy import buffer_m, distance_m
from gazetteer.interpretation.answers import Answer, Unknown
from gazetteer.interpretation.seas import Seas
from gazetteer.model import Along, Between, Border, FeatureClass, LngLat, Place, TrailStep

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = ["Rivers"]

_BESIDE_M = 25_000.0
"""A town lies on a river that is drawn no further off: courses are drawn coarsely."""
_FLOW_50_M, _FLOW_90_M = 30_000.0, 90_000.0
"""How far along its course "upstream of" reaches: a day on the road, by hand."""
_FLOWS = frozenset({"upstream", "downstream"})
_BANKS = {"left": "left bank", "right": "right bank"}


class Rivers(Seas):
    """Strips along lines; the course of a river above or below a place."""

    def along(self, node: Along, scope: Scope) -> Answer:
        if isinstance(node.line, (Border, Between)):
            return self.read(node.line, scope)
        of = self.read(node.line, replace(scope, container=None))
        if isinstance(of, Unknown):
            return replace(of, where_prec=5)
        if node.side == "coast":
            return self._coast(of)
        if node.side in _FLOWS:
            return self._course(of, node.side, scope)
        if node.side == "mouth" and of.area is not None and of.area.geom_type == "LineString":
            return self._mouth(of)
        p = self.parameters
        words = f"the {_BANKS.get(node.side, f'{node.side} side')} of" if node.side else "along"
        step = TrailStep("along", f"{words} {of.name}", tuple(x.place_id for x in of.places))
        if of.area is None:
            density: Density = Radial(of.point, 3.0 * p.near_scale_m, p.near_tail)
        else:
            line = self._within_reach(of.area.boundary if of.is_area else of.area, scope)
            density = relations.along(line, node.side, p)
        return replace(
            of, density=density, where_prec=5, name=f"{words} {of.name}",
            reason=f"{words} {of.reason}", steps=(*of.steps, step), area=None, area_key="",
        )  # fmt: skip

    def _mouth(self, of: Belief) -> Belief:
        lng, lat = of.area.coords[-1] if of.area is not None else of.point
        step = TrailStep("mouth", f"where {of.name} ends", tuple(x.place_id for x in of.places))
        return replace(
            of, density=Radial(LngLat(lng, lat), 8_000.0, 1.3), name=f"mouth of {of.name}",
            reason=f"the mouth of {of.reason}", steps=(*of.steps, step), area=None, area_key="",
        )  # fmt: skip

    def _within_reach(self, line: BaseGeometry, scope: Scope) -> BaseGeometry:
        """What of a line lies in the container, or in the country, that is spoken of."""
        if scope.container is not None:
            limit = buffer_m(scope.container, 5_000.0, segments=2)
        elif len(scope.countries) == 1 and (land := self.store.country(scope.countries[0])):
            shape = self.store.geometry(land.place_id)
            if shape is None:
                return line
            limit = shape.buffer(0.05)
        else:
            return line
        cut = line.intersection(limit)
        return line if cut.is_empty else cut

    def _course(self, of: Belief, way: str, scope: Scope) -> Belief:
        """The course of the river that a place lies on, above it or below."""
        p = self.parameters
        found = self._river_at(of.point, scope)
        if found is None:
            step = TrailStep(way, f"no course of a river is known at {of.name}")
            return replace(
                of, density=Radial(of.point, 3.0 * p.near_scale_m, p.near_tail), where_prec=5,
                name=f"{way} of {of.name}", steps=(*of.steps, step), area=None, area_key="",
                reason=f"{way} of {of.reason}: no river's course is known there, so around it",
            )  # fmt: skip
        river, line = found
        reaches = (_FLOW_50_M, _FLOW_90_M)
        density = relations.course(line, of.point, way == "upstream", reaches, p)
        text = f"{river.name} {way} of {of.name}, up to {reaches[1] / 1000:.0f} km of its course"
        step = TrailStep(way, text, (river.place_id, *(x.place_id for x in of.places)))
        return replace(
            of, density=density, where_prec=5, name=f"{river.name} {way} of {of.name}",
            reason=f"along the {river.name} {way} of {of.reason}", places=(*of.places, river),
            steps=(*of.steps, step), area=None, area_key="", country_code=None,
        )  # fmt: skip

    def _river_at(self, point: LngLat, scope: Scope) -> tuple[Place, BaseGeometry] | None:
        """The river of our tables that runs past a point; the one named around it first."""
        near: list[tuple[float, Place, BaseGeometry]] = []
        for place, line in self._rivers():
            west, south, east, north = line.bounds
            if not (west - 1 < point.lng < east + 1 and south - 1 < point.lat < north + 1):
                continue
            at = shapely.shortest_line(line, shapely.Point(point)).coords[0]
            off = distance_m((at[0], at[1]), point)
            if scope.container is not None and scope.container.covers(shapely.Point(at)):
                off /= 4.0
            if off <= _BESIDE_M:
                near.append((off, place, line))
        if not near:
            return None
        _, place, line = min(near, key=lambda hit: hit[0])
        return place, line

    def _rivers(self) -> list[tuple[Place, BaseGeometry]]:
        if self._lines is None:
            rows = self.store.rows_of_class(FeatureClass.RIVER)
            places = [self.store.place(row) for row in rows]
            lines = [(place, self.store.geometry(place.place_id)) for place in places]
            self._lines = [
                (place, line)
                for place, line in lines
                # Only our own tables say which end is the source.
                if line is not None
                and line.geom_type == "LineString"
                and place.place_id.startswith("curated:")
            ]
        return self._lines

    _lines: list[tuple[Place, BaseGeometry]] | None = None
