"""Borders: of two places, of one, and where three meet."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import shapely

from gazetteer import relations
from gazetteer.density import Density, Nested, Radial
from gazetteer.disambiguation import Scope
from gazetteer.footprints import Belief
from gazetteer.geodesy import buffer_m
from gazetteer.interpretation.answers import Answer, Unknown
from gazetteer.interpretation.reading import Reading
from gazetteer.model import (
    Border,
    FeatureClass,
    LngLat,
    TrailStep,
)

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = ["Borders"]


class Borders(Reading):
    """Strips along what two areas share."""

    def border(self, node: Border, scope: Scope) -> Answer:
        wants = replace(scope, container=None, countries=(), given=False, wants_area=True,
                        likely=(*scope.likely, *scope.countries))  # fmt: skip
        read = [self.read(side, wants) for side in node.sides]
        sides = [side for side in read if isinstance(side, Belief)]
        if not sides:
            missing = [side for side in read if isinstance(side, Unknown)]
            return missing[0] if missing else Unknown("the border", "names no country", 5)
        density, name = self._strip(sides, scope)
        if density is None:
            return Unknown(f"the border of {sides[0].name}", "could not be drawn", 5)
        if isinstance(density, Nested):
            density = replace(density, point=self._peopled_spot(density), _levels=())
        region = density.highest(0.9)
        names = " and ".join(side.name for side in sides)
        step = TrailStep("border", name, tuple(p.place_id for side in sides for p in side.places))
        codes = {side.country_code for side in sides}
        belief = Belief(
            density=density,
            where_prec=5,
            name=f"{names} border" if len(sides) > 1 else f"border of {names}",
            reason=name,
            places=tuple(p for side in sides for p in side.places[:1]),
            steps=(*(s for side in sides for s in side.steps), step),
            area=region,
            area_key=f"border:{'-'.join(sorted(side.area_key for side in sides))}",
            country_code=codes.pop() if len(codes) == 1 else None,
        )
        if node.on_side is not None:
            side = self.read(node.on_side, wants)
            if isinstance(side, Belief) and side.area is not None:
                belief = replace(
                    self.footprints.clipped(belief, side.area),
                    country_code=side.country_code,
                    reason=f"the {side.name} side of {name}",
                )
        return belief

    def _peopled_spot(self, density: Nested) -> LngLat:
        """The populated place of a strip that is nearest to the middle of them all."""
        rows = self.footprints.settlement.rows(density.shapes[0])
        if not rows.size:
            return density.point
        lng, lat = self.store.take("lng", rows), self.store.take("lat", rows)
        x, y = float(lng.mean()), float(lat.mean())
        k = math.cos(math.radians(y))
        best = int((((lng - x) * k) ** 2 + (lat - y) ** 2).argmin())
        return LngLat(float(lng[best]), float(lat[best]))

    def _strip(self, sides: list[Belief], scope: Scope) -> tuple[Density | None, str]:
        p = self.parameters
        areas = [(side, side.area) for side in sides if side.is_area and side.area is not None]
        names = " and ".join(side.name for side in sides)
        if len(areas) == 1 and len(sides) == 1:
            return self._own_border(*areas[0], scope)
        if len(areas) >= 3:
            return relations.tripoint([a for _, a in areas], p), f"where {names} meet"
        if len(areas) == 2:
            (a, area_a), (b, area_b) = areas
            line = relations.shared_border(area_a, area_b)
            if not line.is_empty:
                if len(sides) > 2:
                    third = next(s for s in sides if not s.is_area)
                    at = third.density.highest(0.9)
                    return relations.border(line, [area_a, area_b], p) or Nested(
                        third.point, (at, at)
                    ), f"the border of {a.name} and {b.name} towards {third.name}"
                return (
                    relations.border(line, [area_a, area_b], p),
                    f"a strip on both sides of the common border of {a.reason} and {b.reason}",
                )
            return (
                relations.between([a.point, b.point], False, p),
                f"{names} share no border: what lies between them",
            )
        lone = next((side for side in sides if not side.is_area), None)
        if lone is not None and areas:
            other = areas[0][1]
            line = other.boundary.intersection(buffer_m(shapely.Point(lone.point), 150_000.0))
            if line.is_empty:
                return lone.density, f"near {lone.reason}"
            touch = shapely.shortest_line(line, shapely.Point(lone.point)).coords[0]
            spot = LngLat(touch[0], touch[1])
            return (
                Radial(spot, 12_000.0, 1.3),
                f"the border of {areas[0][0].name} where it is nearest to {lone.reason}",
            )
        lines = [side.area for side in sides if side.area is not None and not side.is_area]
        if len(lines) == len(sides) == 2:
            ends = shapely.shortest_line(*lines).coords
            spot = LngLat((ends[0][0] + ends[-1][0]) / 2, (ends[0][1] + ends[-1][1]) / 2)
            return Radial(spot, 8_000.0, 1.3), f"where {names} meet"
        if len(sides) >= 2:
            return relations.between([side.point for side in sides], False, p), f"between {names}"
        return sides[0].density, f"near {sides[0].reason}"

    def _own_border(
        self, side: Belief, area: BaseGeometry, scope: Scope
    ) -> tuple[Density | None, str]:
        """The border of one area: with the country it is seen from, if that is known."""
        p = self.parameters
        seen_from = [c for c in (*scope.countries, *scope.likely) if c != side.country_code]
        code = side.country_code
        for other in seen_from:
            country = self.store.country(other)
            shape = self.store.geometry(country.place_id) if country else None
            if country is None or shape is None:
                continue
            line = relations.shared_border(area, shape)
            if not line.is_empty:
                return (
                    relations.border(line, [area, shape], p),
                    f"a strip on both sides of the border of {side.name} with {country.name}",
                )
        lands = [area]
        lines = []
        whole = side.places and side.places[0].feature_class is FeatureClass.COUNTRY
        for other in self.store.neighbours(code) if code and whole else ():
            country = self.store.country(other)
            shape = self.store.geometry(country.place_id) if country else None
            if shape is not None:
                lands.append(shape)
                lines.append(relations.shared_border(area, shape))
        line = shapely.union_all(lines) if lines else area.boundary
        return (
            relations.border(line, lands if lines else [], p),
            f"a strip on both sides of the land border of {side.reason}",
        )
