"""From a place to a belief, and from a belief to the two regions that are drawn.

A `Belief` is what one reference says about where: a density, its UCDP class, the rows
and the rule that it came from, and a clause that says so to a person. `named` makes one
of a gazetteer row; the resolver combines them; `draw` cuts the regions out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias
from weakref import WeakKeyDictionary

import shapely

from gazetteer.candidates import SITES
from gazetteer.density import Cored, Density, Field, Mixture, Nested, Radial
from gazetteer.disambiguation import AREAS
from gazetteer.geodesy import buffer_m, distance_m, polygonal
from gazetteer.model import (
    Candidate,
    FeatureClass,
    Footprint,
    LngLat,
    Name,
    Place,
    ResolutionStatus,
    TrailStep,
)
from gazetteer.parameters import DEFAULTS, Parameters
from gazetteer.relations import along, border, part, whole
from gazetteer.settled import Settlement

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from gazetteer.store import Store

__all__ = ["WHERE_PREC", "Belief", "Footprints", "describe"]

WHERE_PREC = {
    FeatureClass.COUNTRY: 6,
    FeatureClass.CONTINENT: 6,
    FeatureClass.ADMIN1: 4,
    FeatureClass.ADMIN2: 3,
    FeatureClass.REGION: 5,
    FeatureClass.DESERT: 5,
    FeatureClass.MOUNTAINS: 5,
    FeatureClass.RIVER: 5,
    FeatureClass.BORDER: 5,
    FeatureClass.LAKE: 5,
    FeatureClass.ISLAND: 5,
    FeatureClass.SEA: 7,
    FeatureClass.STRAIT: 7,
}
"""UCDP class of a reference to a place of that feature class; every other is exact, 1."""

_WILD = frozenset({FeatureClass.MOUNTAINS, FeatureClass.DESERT, FeatureClass.RIVER})
"""What reaches well beyond the town that it may be called by."""
_CLASS_WORDS = {
    FeatureClass.ADMIN1: "province or state",
    FeatureClass.ADMIN2: "district",
    FeatureClass.POPULATED_PLACE: "populated place",
    FeatureClass.FACILITY: "facility",
    FeatureClass.BORDER: "border line",
}

_Kept: TypeAlias = Field | Nested | Cored
"""Densities that many answers share, or that take long to cut."""
Cut: TypeAlias = "tuple[BaseGeometry, BaseGeometry]"
_KEPT = 50_000
"""Descriptions kept: some megabytes."""


@dataclass(frozen=True, slots=True)
class Belief:
    """What one reference says about where."""

    density: Density
    where_prec: int
    """UCDP class that the words state, whether or not the gazetteer holds the name."""
    name: str
    """The place in neutral English."""
    reason: str
    """A clause for a person, without its full stop."""
    places: tuple[Place, ...] = ()
    steps: tuple[TrailStep, ...] = ()
    area: BaseGeometry | None = None
    """Its own area or line, where it is one rather than a point."""
    area_key: str = ""
    """Stands for `area` in caches."""
    country_code: str | None = None
    candidates: tuple[Candidate, ...] = ()
    status: ResolutionStatus = ResolutionStatus.RESOLVED
    drawn_prec: int | None = None
    """UCDP class of what is drawn, where that is coarser than what the words state."""

    @property
    def point(self) -> LngLat:
        return self.density.point

    @property
    def is_area(self) -> bool:
        return self.area is not None and self.area.geom_type.endswith("Polygon")

    def region(self) -> BaseGeometry:
        """The area to look inside: its own, or where nine tenths of the belief lie."""
        return self.area if self.area is not None and self.is_area else self.density.highest(0.9)


class Footprints:
    """Makes beliefs of places and regions of beliefs.

    Parameters
    ----------
    store
        The gazetteer's rows and geometries.
    parameters
        How wide words are.
    """

    def __init__(self, store: Store, parameters: Parameters = DEFAULTS) -> None:
        self.store, self.parameters = store, parameters
        self.settlement = Settlement(store, parameters)
        self._areas: dict[str, Density] = {}
        self._named: dict[str, Belief] = {}
        self._described: dict[str, str] = {}
        # What belongs to a density is kept as long as the density is.
        self._drawn: WeakKeyDictionary[_Kept, Cut] = WeakKeyDictionary()
        self._cut: WeakKeyDictionary[_Kept, dict[int, tuple[BaseGeometry, Cut | None]]] = (
            WeakKeyDictionary()
        )

    def named(self, place: Place, name: Name | None = None) -> Belief:
        """The belief about an incident that is told to be at a place.

        Parameters
        ----------
        place
            The gazetteer row.
        name
            How the text called it: "Talbiseh district" is wider than "Talbiseh".
        """
        if place.place_id in self._named:
            return self._named[place.place_id]
        area = self.store.geometry(place.place_id) if place.has_geometry else None
        if area is not None and area.is_empty:
            area = None
        said = name.feature_class if name else None
        prec = WHERE_PREC.get(place.feature_class, 1)
        belief = Belief(
            density=Radial(place.point, 1.0, 1.0),
            where_prec=prec,
            name=place.name,
            reason=self.describe(place),
            places=(place,),
            area=area,
            area_key=place.place_id,
            country_code=place.country_code,
        )
        if area is not None:
            drawn = replace(belief, density=self._of_area(place, area))
            self._named[place.place_id] = drawn  # whatever the text calls it
            return drawn
        unit = said in {FeatureClass.ADMIN1, FeatureClass.ADMIN2, FeatureClass.REGION}
        if unit and place.feature_class is FeatureClass.POPULATED_PLACE:
            step = TrailStep(
                "district by its town",
                "no district boundaries are embedded: a neighbourhood of fitted size around "
                "the town that the district is named for",
                (place.place_id,),
            )
            return replace(
                belief,
                density=Radial(place.point, self.parameters.district_scale_m, 1.6),
                # Every first-order unit has its own polygon: this one is smaller.
                where_prec=3,
                reason=f"{belief.reason}, standing for the {name.type_word if name else 'district'}"
                " that is named for it",
                steps=(step,),
            )
        wild = prec == 1 and said in _WILD
        prec = 2 if wild else prec
        if (wild or said in SITES) and place.feature_class is FeatureClass.POPULATED_PLACE:
            p, word = self.parameters, (name.type_word or "site") if name else "site"
            scale, tail = (3.0 * p.near_scale_m, 1.0) if wild else (p.near_scale_m, p.near_tail)
            return replace(
                belief,
                density=Radial(place.point, scale, tail),
                where_prec=prec,
                reason=f"near {belief.reason}, going by the name of the {word}",
            )
        return replace(belief, density=self._of_point(place), where_prec=prec)

    def describe(self, place: Place) -> str:
        """A place for a person: its name, what it is, and where."""
        if place.place_id not in self._described:
            if len(self._described) > _KEPT:
                self._described.clear()
            self._described[place.place_id] = describe(place, self.store)
        return self._described[place.place_id]

    def _of_point(self, place: Place) -> Radial:
        p = self.parameters
        if place.feature_class in AREAS:
            scale = max(place.extent_m, p.unverified_scale_m)
            return Radial(place.point, scale, 1.3)
        if place.feature_class is FeatureClass.POPULATED_PLACE:
            growth = max(place.population / 5_000.0, 1.0) ** p.town_growth
            scale = p.town_scale_m * growth
        else:
            scale = p.site_scale_m
        if not place.verified:
            scale = max(scale, p.unverified_site_scale_m)
        return Radial(place.point, scale, p.town_tail)

    def _of_area(self, place: Place, area: BaseGeometry) -> Density:
        if place.place_id not in self._areas:
            self._areas[place.place_id] = self._make_area(place, area)
        return self._areas[place.place_id]

    def _make_area(self, place: Place, area: BaseGeometry) -> Density:
        if place.feature_class is FeatureClass.BORDER:
            strip = border(area, [], self.parameters)
            if strip is not None:
                return strip
        if not area.geom_type.endswith("Polygon"):
            return along(area, None, self.parameters)
        if place.feature_class in {FeatureClass.SEA, FeatureClass.STRAIT, FeatureClass.LAKE}:
            inner = area
            for share in (0.03, 0.06, 0.12):
                core = polygonal(area.buffer(-share * min(_sides(area))))
                if core.area > 0.4 * area.area:
                    inner = core
            return Nested(place.point, (inner, area))

        def settled() -> Field:
            return self.settlement.field(place.place_id, area)

        if not place.verified and place.feature_class in AREAS:
            # An area of our own drawing has no sharp edge.
            reach = 0.08 * _size_m(area)
            outer = polygonal(buffer_m(area, reach, segments=3).simplify(0.005))
            return Cored(place.point, outer, lambda: settled().highest(0.6))
        return whole(area, settled, place.point)

    def part(self, key: str, settled: Field, which: str) -> Density:
        """A part of an area, made once."""
        at = f"{key}/{which}"
        if at not in self._areas:
            self._areas[at] = part(settled, which, self.parameters)
        return self._areas[at]

    def draw(self, belief: Belief) -> Footprint:
        """The two regions of a belief."""
        inner, outer = self._regions(belief.density)
        return Footprint(
            point=belief.point,
            region_50=inner,
            region_90=outer,
            where_prec=belief.where_prec,
            trail=belief.steps,
            drawn_prec=belief.drawn_prec,
        )

    def _regions(self, density: Density) -> tuple[BaseGeometry, BaseGeometry]:
        held = self._drawn.get(density) if isinstance(density, _Kept) else None
        if held is not None:
            return held
        inner, outer = density.highest(0.5), density.highest(0.9)
        # Shapes of two makings may stick out by a hair: the larger region holds the smaller.
        nests = isinstance(density, (Mixture, Radial, Field)) or outer.covers(inner)
        if not nests and inner.difference(outer).area > 1e-6 * inner.area:
            outer = polygonal(outer.union(inner))
        if isinstance(density, _Kept):
            self._drawn[density] = inner, outer
        return inner, outer

    def clipped(self, belief: Belief, area: BaseGeometry) -> Belief:
        """The belief kept to an area; unchanged where it would vanish."""
        cut = self._clip(belief.density, area)
        if cut is None:
            return belief
        inner_cut, outer_cut = cut
        point = belief.point
        if not outer_cut.intersects(shapely.Point(point)):
            inside = inner_cut.representative_point()
            point = LngLat(inside.x, inside.y)
        kept = polygonal(belief.area.intersection(area)) if belief.is_area and belief.area else None
        return replace(
            belief,
            density=Nested(point, (inner_cut, outer_cut)),
            area=belief.area if kept is None or kept.is_empty else kept,
            area_key=f"{belief.area_key}&{hash(area)}",
        )

    def _clip(self, density: Density, area: BaseGeometry) -> Cut | None:
        """Both regions of a density within an area; None where it stays as it is."""
        if not isinstance(density, _Kept):
            return _clip(density, area)
        kept = self._cut.setdefault(density, {})
        # The area is kept beside its number, which is then no other's.
        if id(area) not in kept:
            kept[id(area)] = area, _clip(density, area)
        return kept[id(area)][1]

    def mixed(self, beliefs: tuple[tuple[float, Belief], ...]) -> Density:
        """Several beliefs, one of which is right."""
        return Mixture(tuple((share, belief.density) for share, belief in beliefs))


def _clip(density: Density, area: BaseGeometry) -> Cut | None:
    inner, outer = density.highest(0.5), density.highest(0.9)
    if shapely.contains_properly(area, outer):
        return None
    outer_cut = polygonal(outer.intersection(area))
    if outer_cut.is_empty or outer_cut.area < 1e-3 * outer.area:
        return None
    inner_cut = polygonal(inner.intersection(outer_cut))
    return (outer_cut if inner_cut.is_empty else inner_cut), outer_cut


def describe(place: Place, store: Store) -> str:
    """A place for a person: its name, what it is, and where."""
    kind = _CLASS_WORDS.get(place.feature_class, str(place.feature_class).replace("_", " "))
    if place.feature_class in {FeatureClass.COUNTRY, FeatureClass.CONTINENT}:
        return place.name
    where = []
    if place.admin1 and place.feature_class is not FeatureClass.ADMIN1:
        row = store.row_of(place.admin1)
        unit = store.place(row).name if row is not None else ""
        if unit and unit != place.name:
            where.append(unit)
    country = store.country(place.country_code) if place.country_code else None
    if country:
        where.append(country.name)
    inside = f" in {', '.join(where)}" if where else ""
    return f"{place.name} ({kind}{inside})"


def _sides(area: BaseGeometry) -> tuple[float, float]:
    west, south, east, north = area.bounds
    return east - west, north - south


def _size_m(area: BaseGeometry) -> float:
    """Radius of the disc that is as wide as the area's box."""
    west, south, east, north = area.bounds
    return distance_m((west, south), (east, north)) / 2.83
