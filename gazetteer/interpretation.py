"""What a place reference means: the expression tree, worked from its leaves up.

Every kind of node has one method that returns a `Belief`, or `Unknown` where a name in
it is held by no source. What is unknown never fails the whole: the reference then means
what is known around it, and says so.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import shapely

from gazetteer import relations
from gazetteer.candidates import Search
from gazetteer.density import Density, Mixture, Nested, Radial
from gazetteer.disambiguation import AREAS, SMALL, Scope, rank
from gazetteer.footprints import WHERE_PREC, Belief, Footprints
from gazetteer.geodesy import BEARINGS, buffer_m, destination, distance_m, polygonal
from gazetteer.model import (
    Along,
    AnyOf,
    Between,
    Border,
    Bounds,
    Candidate,
    Coordinates,
    FeatureClass,
    KindWithin,
    LngLat,
    Name,
    Near,
    Off,
    Offset,
    Part,
    Place,
    PlaceReference,
    ResolutionStatus,
    TrailStep,
    Unlocatable,
    Within,
)

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = ["Answer", "Interpreter", "Unknown"]

_AROUND = ", so it is placed by what is named around it: "
_EQUAL = 0.75
"""Two candidates are equal when the second has this share of the first's belief."""
_APART_M = 25_000.0
"""And when they are further apart than UCDP's "near"."""
_POINTLIKE_M = 60_000.0
"""A facility kind is only listed as known sites while there are this few metres between."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A reference that cannot be placed by its own words."""

    text: str
    why: str
    where_prec: int = 1
    """UCDP class that the words state."""
    drawable: bool = True
    """False for what is nowhere on Earth."""


Answer: TypeAlias = Belief | Unknown


class Interpreter:
    """Turns references into beliefs.

    Parameters
    ----------
    footprints
        Makes beliefs of rows; holds the store and the parameters.
    search
        Looks names up.
    """

    def __init__(self, footprints: Footprints, search: Search) -> None:
        self.footprints, self.search = footprints, search
        self.store, self.parameters = footprints.store, footprints.parameters
        self._rules: dict[type, Callable[[Any, Scope], Answer]] = {
            Name: self.name,
            Within: self.within,
            Part: self.part,
            Near: self.near,
            Offset: self.offset,
            Border: self.border,
            Between: self.between,
            Along: self.along,
            Off: self.off,
            KindWithin: self.kind_within,
            AnyOf: self.any_of,
            Coordinates: self.coordinates,
            Unlocatable: self.unlocatable,
        }

    def read(self, reference: PlaceReference, scope: Scope) -> Answer:
        """The belief that a reference states."""
        return self._rules[type(reference)](reference, scope)

    # --- names

    def name(self, name: Name, scope: Scope) -> Answer:
        matches = self.search.find(name, countries=scope.countries)
        if scope.given and len(scope.countries) == 1:
            matches = tuple(m for m in matches if self._reaches(m.place, scope.countries[0]))
        if not matches and scope.likely and not scope.countries:
            # No such name as said: a near miss counts only where the text is set.
            matches = self.search.find(name, countries=scope.likely)
        ranked = rank(matches, name, scope)
        if not ranked:
            return self._unknown(name, scope, held=bool(matches))
        best = ranked[0]
        field = self._airfield(name, best)
        if field is not None:
            return field
        if (
            best.place.feature_class in AREAS
            and best.score >= 0.5
            and not _equals(ranked, alike=True)
        ):
            belief = self.footprints.named(best.place, name)
            return replace(belief, candidates=ranked, steps=self._steps(name, best, belief))
        return self._points(name, ranked, matches[0].similarity, scope)

    def _reaches(self, place: Place, code: str) -> bool:
        """Whether what no country holds alone comes near a country: the Sahel, a sea."""
        if place.country_code is not None:
            return True
        country = self.store.country(code)
        land = self.store.geometry(country.place_id) if country else None
        shape = self.store.geometry(place.place_id) if place.has_geometry else None
        if land is None:
            return True
        west, south, east, north = (shape or shapely.Point(place.point)).bounds
        return bool(shapely.box(west - 2, south - 2, east + 2, north + 2).intersects(land))

    def _airfield(self, name: Name, best: Candidate) -> Belief | None:
        """The airport of a town: the one that is nearest, whatever it is called."""
        flying = {FeatureClass.AIRPORT, FeatureClass.MILITARY_BASE}
        word = name.type_word or ""
        if (
            name.feature_class not in flying
            or not word.startswith("air")
            or best.place.feature_class is not FeatureClass.POPULATED_PLACE
        ):
            return None
        lng, lat = best.place.point
        rows = self.store.rows_within(Bounds(lng - 0.5, lat - 0.3, lng + 0.5, lat + 0.3))
        flies = np.array([fc in flying for fc in self.store.feature_classes])
        places = map(self.store.place, rows[flies[self.store.take("feature_class", rows)]].tolist())
        near = [p for p in places if distance_m(p.point, best.place.point) < 30_000.0]
        if not near:
            return None
        nearest = min(near, key=lambda place: distance_m(place.point, best.place.point))
        belief = self.footprints.named(nearest)
        return replace(belief, reason=f"{belief.reason}, the nearest to {best.place.name}")

    def _points(
        self, name: Name, ranked: tuple[Candidate, ...], similarity: float, scope: Scope
    ) -> Belief:
        best = ranked[0]
        kept = [c for c in ranked if c.score >= 0.05 * best.score][:8]
        total = sum(c.score for c in kept)
        beliefs = [(c.score / total, self.footprints.named(c.place, name)) for c in kept]
        first = beliefs[0][1]
        equal = _equals(kept)
        trust = self._trust(name, best, similarity, len(kept))
        density: Density = (
            first.density if len(beliefs) == 1 else self.footprints.mixed(tuple(beliefs))
        )
        ground = self._ground(scope)
        reason = first.reason + _how(name, best, len(kept))
        if ground is not None and 1.0 - trust > self.parameters.doubt_ignored:
            parts = [(share * trust, belief.density) for share, belief in beliefs]
            density = Mixture((*parts, (1.0 - trust, ground)))
            reason += "; the match is unsure, so the region is wider"
        status = ResolutionStatus.RESOLVED
        if equal:
            status = ResolutionStatus.AMBIGUOUS
            others = " and ".join(self.footprints.describe(c.place) for c in equal[:2])
            reason = f"{first.reason} or {others}: nothing tells which, so both are drawn"
            first = _both(first, [b for c, (_, b) in zip(kept, beliefs, strict=True) if c in equal])
        elif len(kept) > 1:
            reason += ", before its namesakes"
            reason += _because(best)
        return replace(
            first,
            density=density,
            reason=reason,
            candidates=ranked,
            status=status,
            places=tuple(c.place for c in (best, *equal)),
            steps=(*self._steps(name, best, first), *first.steps),
        )

    def _trust(self, name: Name, best: Candidate, similarity: float, namesakes: int) -> float:
        """How likely it is that one of the candidates is right."""
        p = self.parameters
        if best.match == "skeleton":
            return p.trust_skeleton
        if best.match == "fuzzy":
            return p.trust_fuzzy * min(1.0, similarity / 0.9)
        small = (name.type_word or "").removesuffix("s") in SMALL
        trust = p.trust_village if small else p.trust_exact
        if best.place.feature_class is not FeatureClass.POPULATED_PLACE:
            trust = p.trust_exact
        # Where a name has many bearers, some are too small for the sources.
        trust -= p.doubt_namesake * (namesakes - 1)
        return max(trust, 0.4) * (1.0 if best.match == "exact" else p.trust_variant)

    def _ground(self, scope: Scope) -> Density | None:
        """Where an unknown place lies: the container, else the country given."""
        if scope.container is not None:
            key = f"container:{hash(scope.container)}"
            return self.footprints.settlement.field(key, scope.container)
        if scope.given and len(scope.countries) == 1:
            return self._country_field(scope.countries[0])
        return None

    def _country_field(self, code: str) -> Density | None:
        country = self.store.country(code)
        area = self.store.geometry(country.place_id) if country else None
        if country is None or area is None:
            return None
        return self.footprints.settlement.field(country.place_id, area)

    def _steps(self, name: Name, best: Candidate, belief: Belief) -> tuple[TrailStep, ...]:
        text = f'"{name.text}" read as {self.footprints.describe(best.place)}'
        if best.reasons:
            text += f": {'; '.join(best.reasons)}"
        return (TrailStep(f"name, {best.match}", text, (best.place.place_id,)),)

    def _unknown(self, name: Name, scope: Scope, *, held: bool) -> Unknown:
        said = f"{name.text} {name.type_word}" if name.type_word else name.text
        elsewhere = held or (bool(scope.countries) and bool(self.search.find(name, fuzzy=False)))
        why = "is in none of the sources"
        if elsewhere:
            why = "is known elsewhere only"
        prec = WHERE_PREC.get(name.feature_class, 1) if name.feature_class else 1
        if prec == 4:
            prec = 3  # every first-order unit is known: this is a smaller one
        if prec == 5 and not (name.type_word or "").endswith(("s", "range")):
            prec = 2  # one mountain is a place, a range is not
        return Unknown(said, why, prec)

    # --- containment

    def within(self, node: Within, scope: Scope) -> Answer:
        outer = self.read(node.outer, replace(scope, wants_area=False))
        if isinstance(outer, Unknown):
            inner = self.read(node.inner, scope)
            if isinstance(inner, Unknown):
                return inner
            note = TrailStep("container unknown", f'"{outer.text}" {outer.why}')
            return replace(inner, steps=(*inner.steps, note))
        inner_scope = self._inside(outer, scope)
        inner = self.read(node.inner, inner_scope)
        if isinstance(inner, Unknown):
            return self._inside_of(inner, outer)
        if outer.is_area and outer.area is not None:
            # Where its own edge is unsure, what is drawn of it is the limit.
            inner = self.footprints.clipped(inner, outer.density.highest(0.9))
        elif inner.where_prec in {5, 7} or inner.drawn_prec is not None:
            inner = self.footprints.clipped(inner, outer.region())
        code = inner.country_code or outer.country_code
        if outer.is_area and outer.country_code and inner.where_prec != 1:
            code = outer.country_code
        return replace(
            inner,
            country_code=code,
            steps=(*outer.steps, *inner.steps),
        )

    def _inside(self, outer: Belief, scope: Scope) -> Scope:
        countries = scope.countries
        likely = scope.likely
        if outer.country_code and not countries:
            # What is near a border may lie on either side of it.
            if outer.is_area or outer.where_prec == 1:
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

    # --- parts

    def part(self, node: Part, scope: Scope) -> Answer:
        of = self.read(node.of, scope)
        if isinstance(of, Unknown):
            return of
        words = _part_words(node.part)
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
            prec = 5 if node.part == "countryside" else 2
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
            return Radial(of.point, max(p.outskirts_scale_m, 1.3 * size), 1.2)
        if which == "countryside":
            return Radial(of.point, max(p.countryside_scale_m, 2.0 * size), 1.6)
        name = which.removeprefix("far-")
        if name not in BEARINGS:
            return of.density
        spread = of.density.radius_m(0.5) if isinstance(of.density, Radial) else p.town_scale_m
        reach = max(spread, size, 2_000.0)
        if reach > 8_000.0:
            return relations.toward(of.point, BEARINGS[name], reach / 2, p)
        at = destination(of.point, BEARINGS[name], 0.6 * reach)
        return Radial(LngLat(*at), reach, p.town_tail)

    # --- near, and so far from

    def near(self, node: Near, scope: Scope) -> Answer:
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
        elif isinstance(of.density, Radial):
            size = of.places[0].extent_m if of.places else 0.0
            scale = max(p.near_scale_m, of.density.scale_m, size) * (3.0 if vague else 1.0)
            density = Radial(of.point, scale, min(p.near_tail, of.density.tail))
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
        p, bearing = self.parameters, node.bearing_deg
        low, high = node.distance_min_m, node.distance_max_m
        words = _offset_words(low, high, bearing)
        if high is None or low is None:
            size = start.places[0].extent_m if start.places else 0.0
            if bearing is None:
                return start
            density: Density = relations.toward(start.point, bearing, size, p)
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
        if scope.container is not None:
            belief = self.footprints.clipped(belief, scope.container)
        return belief

    # --- lines

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

    def between(self, node: Between, scope: Scope) -> Answer:
        read = [self.read(end, scope) for end in node.ends]
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
            return self.border(Border(node.ends), scope)
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

    def along(self, node: Along, scope: Scope) -> Answer:
        if isinstance(node.line, (Border, Between)):
            return self.read(node.line, scope)
        free = replace(scope, container=None)
        of = self.read(node.line, free)
        if isinstance(of, Unknown):
            return replace(of, where_prec=5)
        if node.side == "coast":
            return self._coast(of)
        p = self.parameters
        words = f"the {node.side} side of" if node.side else "along"
        step = TrailStep("along", f"{words} {of.name}", tuple(x.place_id for x in of.places))
        if of.area is None:
            density: Density = Radial(of.point, 3.0 * p.near_scale_m, p.near_tail)
        else:
            line = of.area.boundary if of.is_area else of.area
            if scope.container is not None:
                cut = line.intersection(buffer_m(scope.container, 5_000.0, segments=2))
                line = line if cut.is_empty else cut
            elif len(scope.countries) == 1 and (land := self.store.country(scope.countries[0])):
                shape = self.store.geometry(land.place_id)
                cut = line.intersection(shape.buffer(0.05)) if shape is not None else line
                line = line if cut.is_empty else cut
            density = relations.along(line, node.side, p)
        return replace(
            of, density=density, where_prec=5, name=f"{words} {of.name}",
            reason=f"{words} {of.reason}", steps=(*of.steps, step), area=None, area_key="",
        )  # fmt: skip

    # --- sea and air

    def off(self, node: Off, scope: Scope) -> Answer:
        of = self.read(node.of, scope)
        if isinstance(of, Unknown):
            return replace(of, where_prec=7)
        step = TrailStep(f"off: {node.kind}", of.name, tuple(x.place_id for x in of.places))
        if node.kind == "airspace" or of.where_prec == 7:
            reason = f"the {node.kind} of {of.reason}" if node.kind == "airspace" else of.reason
            return replace(of, where_prec=7, reason=reason, steps=(*of.steps, step))
        return self._coast(of, sea_only=True)

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

    # --- kinds, lists, figures

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
        read = [self.read(member, scope) for member in node.members]
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
            return self.within(Within(node.members[0], node.members[1]), scope)
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

    def coordinates(self, node: Coordinates, scope: Scope) -> Answer:
        country = self.store.country_at(node.point)
        step = TrailStep(
            "coordinates", f"{node.notation}, to {node.precision_m:.0f} m as its digits say"
        )
        # The digits bound a cell: its half diagonal is about where nine tenths lie.
        return Belief(
            density=Radial(node.point, max(0.35 * node.precision_m, 30.0), 2.0),
            where_prec=1 if node.precision_m <= 5_000.0 else 2,
            name=f"{node.point.lat:.5f}, {node.point.lng:.5f}",
            reason=f"coordinates given ({node.notation}), to {_length(node.precision_m)}",
            steps=(step,),
            country_code=country.country_code if country else None,
        )

    def unlocatable(self, node: Unlocatable, scope: Scope) -> Answer:
        # A place that is withheld is somewhere in the country given; cyberspace is not.
        return Unknown(node.text, node.why, 6, drawable=not node.why.startswith("it is"))


# --- Words ----------------------------------------------------------------------------


def _facing(end: Belief, ends: Sequence[Belief]) -> LngLat:
    """Where a way meets its end: a border where it comes closest to the other end."""
    others = [other.point for other in ends if other is not end]
    if end.where_prec != 5 or end.area is None or not others:
        return end.point
    touch = shapely.shortest_line(end.area, shapely.Point(others[0])).coords[0]
    return LngLat(touch[0], touch[1])


def _equals(ranked: Sequence[Candidate], *, alike: bool = False) -> list[Candidate]:
    """Candidates that nothing puts behind the best; `alike`: of its class alone."""
    best = ranked[0]
    return [
        c
        for c in ranked[1:]
        if c.score >= _EQUAL * best.score
        and distance_m(c.place.point, best.place.point) > _APART_M
        and (not alike or c.place.feature_class is best.place.feature_class)
    ]


def _both(first: Belief, others: Sequence[Belief]) -> Belief:
    """Areas of one name as one area, so that a part or a border is of them all."""
    every = [first, *others]
    areas = [belief.area for belief in every if belief.is_area and belief.area is not None]
    if len(areas) < len(every):
        return first
    codes = {belief.country_code for belief in every}
    return replace(
        first,
        area=polygonal(shapely.union_all(areas)),
        area_key="|".join(belief.area_key for belief in every),
        country_code=first.country_code if len(codes) == 1 else None,
    )


def _how(name: Name, best: Candidate, count: int) -> str:
    if best.match == "exact":
        return ""
    if best.match in {"abbreviation", "demonym"}:
        return ""
    ways = {
        "variant": "by another spelling",
        "skeleton": "by its consonants, as spellings differ",
        "fuzzy": "by a near miss of the spelling",
    }
    return f', matched to "{name.text}" {ways[best.match]}'


def _because(best: Candidate) -> str:
    return (
        f" because it is {best.reasons[0]}" if best.reasons and best.reasons[0][:2] == "in" else ""
    )


def _sureness(belief: Belief) -> int:
    order = ("fuzzy", "skeleton", "variant", "exact")
    way = belief.candidates[0].match if belief.candidates else "exact"
    return order.index(way) if way in order else 3


def _part_words(which: str) -> str:
    if which.startswith("far-"):
        return f"far {which.removeprefix('far-')}ern"
    return (
        which
        if which in {"outskirts", "countryside"}
        else f"{which}ern".replace("centralern", "central")
    )


def _offset_words(low: float | None, high: float | None, bearing: float | None) -> str:
    direction = ""
    if bearing is not None:
        names = {value: key for key, value in BEARINGS.items()}
        direction = f"{names.get(bearing, f'{bearing:.0f} degrees')} of "
    if high is None or low is None:
        return direction.strip()
    span = _length(high) if low in (0.0, high) else f"{_length(low)} to {_length(high)}"
    span = f"up to {span}" if low == 0.0 else span
    return f"{span} {direction or 'from '}".strip()


def _length(metres: float) -> str:
    return f"{metres / 1000:.3g} km" if metres >= 1000 else f"{metres:.0f} m"
