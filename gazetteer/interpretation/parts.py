"""Parts of places, and what lies near or so far from one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from gazetteer import relations
from gazetteer.density import Density, Mixture, Radial
from gazetteer.disambiguation import Scope
from gazetteer.footprints import Belief
from gazetteer.geodesy import BEARINGS, destination
from gazetteer.interpretation.answers import Answer, Unknown
from gazetteer.interpretation.reading import Reading
from gazetteer.interpretation.words import offset_words, part_words
from gazetteer.model import (
    LngLat,
    Near,
    Offset,
    Part,
    TrailStep,
)

if TYPE_CHECKING:
    pass

__all__ = ["Parts"]

_BESIDE_LINE_M = (15_000.0, 45_000.0)
"""How far "east of" a river reaches: as far as from a town of middling size; by hand."""


class Parts(Reading):
    """Sides, outskirts, surroundings, distances."""

    def part(self, node: Part, scope: Scope) -> Answer:
        of = self.read(node.of, scope)
        if isinstance(of, Unknown):
            return of
        words = part_words(node.part)
        step = TrailStep(
            f"part: {node.part}",
            f"{words} part of {of.name}: what lies furthest that way, by area",
            tuple(p.place_id for p in of.places),
        )
        if of.is_area and node.part in {"outskirts", "countryside"}:
            step = TrailStep(step.rule, f"{of.name} is an area: all of it", step.place_ids)
            return replace(of, steps=(*of.steps, step), reason=f"the {words} of {of.reason}")
        area = of.area if of.is_area else None
        if area is None and not isinstance(of.density, (Radial, Mixture)):
            area = of.density.highest(0.9)
        if area is None:
            density = self._part_of_point(of, node.part)
            prec = 5 if node.part == "countryside" or of.where_prec == 5 else 2
        else:
            key = of.area_key or f"area:{hash(area)}"
            if of.where_prec == 6:
                key, area = f"{key}:mass", relations.main_mass(area)
            floor = self.parameters.part_floor
            settled = self.footprints.settlement.field(key, area, floor=floor)
            density = self.footprints.part(key, settled, node.part)
            prec = 7 if of.where_prec == 7 else 5
        region = density.highest(0.9)
        joint = " of " if node.part in {"outskirts", "countryside"} else " "
        return replace(
            of,
            density=density,
            where_prec=prec,
            name=f"{words}{joint}{of.name}",
            reason=f"{words}{joint}{of.reason}",
            steps=(*of.steps, step),
            area=region if area is not None else None,
            area_key=f"{of.area_key}/{node.part}",
        )

    def _part_of_point(self, of: Belief, which: str) -> Density:
        p = self.parameters
        size = of.places[0].extent_m if of.places else 0.0
        if which == "outskirts":
            # From inside the rim to as far again.
            return _each(
                of.density, lambda d: Radial(d.point, p.outskirts_scale_m + 0.8 * size, 1.3)
            )
        if which == "countryside":
            scale = max(p.countryside_scale_m, 2.0 * size)
            return _each(of.density, lambda d: Radial(d.point, scale, 1.6))
        name = which.removeprefix("far-")
        if name not in BEARINGS:
            return of.density

        def moved(whole: Radial) -> Radial:
            reach = max(whole.radius_m(0.5), 0.8 * size, 1_500.0)
            at = destination(whole.point, BEARINGS[name], 0.7 * reach)
            return Radial(LngLat(*at), 0.6 * reach, 1.6)

        return _each(of.density, moved)

    def near(self, node: Near, scope: Scope) -> Answer:
        if isinstance(node.of, Near):
            return self.read(node.of, scope)  # "in the vicinity of the area around"
        of = self.read(node.of, scope)
        if isinstance(of, Unknown):
            return of
        p = self.parameters
        step = TrailStep(
            f"near: {node.word}", f"near {of.name}", tuple(x.place_id for x in of.places)
        )
        vague = node.word in {"in the direction of", "towards", "toward", "en route to"}
        prec = 2
        if of.area is not None:
            reach = 15_000.0 if of.is_area else p.border_half_width_90_m
            density = relations.around(of.area, reach)
            prec = 5
        elif isinstance(of.density, (Radial, Mixture)):
            size = of.places[0].extent_m if of.places else 0.0
            wide = (p.near_scale_m + 0.5 * size) * (3.0 if vague else 1.0)
            # What is told of a village may be another's: a city is seldom mistaken.
            tail = min(p.near_tail * (1.0 + size / 20_000.0), 1.2)
            density = _each(
                of.density,
                lambda d: Radial(d.point, max(wide, d.scale_m), min(tail, d.tail)),
            )
        else:
            density, prec = of.density, max(of.where_prec, 2)
        return replace(
            of, density=density, where_prec=prec, name=f"near {of.name}",
            reason=f"near {of.reason}", steps=(*of.steps, step), area=None, area_key="",
        )  # fmt: skip

    def offset(self, node: Offset, scope: Scope) -> Answer:
        # A place so far off may lie beyond the container of what it is measured to.
        start = self.read(node.origin, replace(scope, container=None))
        if isinstance(start, Unknown):
            return start
        if node.distance_max_m is None and node.bearing_deg is not None and start.where_prec == 6:
            # "north-east of Nigeria" is in Nigeria, as "north of Lagos" is not in Lagos.
            names = {bearing: name for name, bearing in BEARINGS.items()}
            return self.read(Part(names[node.bearing_deg], node.origin), scope)
        p, bearing = self.parameters, node.bearing_deg
        low, high = node.distance_min_m, node.distance_max_m
        words = offset_words(low, high, bearing)
        if high is None or low is None:
            size = start.places[0].extent_m if start.places else 0.0
            if bearing is None:
                return start
            density: Density = relations.toward(start.point, bearing, size, p)
            if start.area is not None and not start.is_area:
                # "east of the Oskil": all along it, on that side
                names = {degrees: name for name, degrees in BEARINGS.items()}
                density = relations.along(start.area, names[bearing], p, halves_m=_BESIDE_LINE_M)
            far = 20_000.0
        elif start.area is not None:
            density = relations.beyond(start.area, low, high, bearing, p)
            far = high
        else:
            density = relations.offset(start.point, low, high, bearing, p)
            far = high
        step = TrailStep("offset", f"{words} {start.name}", tuple(x.place_id for x in start.places))
        belief = replace(
            start,
            density=density,
            where_prec=2 if far <= 60_000.0 and start.where_prec <= 2 else 5,
            name=f"{words} {start.name}",
            reason=f"{words} {start.reason}",
            steps=(*start.steps, step),
            area=None,
            area_key="",
        )
        # A town cannot hold what is told to be miles from another: it is only near there.
        if scope.container is not None and scope.container.area > density.highest(0.5).area:
            belief = self.footprints.clipped(belief, scope.container)
        return belief


def _each(density: Density, change: Callable[[Radial], Radial]) -> Density:
    """The same belief with each of the places in it changed; areas stay as they are."""
    if isinstance(density, Radial):
        return change(density)
    if isinstance(density, Mixture):
        return Mixture(tuple((share, _each(part, change)) for share, part in density.parts))
    return density
