"""Names: which place is meant, and how sure that is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gazetteer.disambiguation import AREAS, LINES, Scope, rank
from gazetteer.footprints import WHERE_PREC, Belief
from gazetteer.geodesy import distance_m
from gazetteer.interpretation.answers import Answer, Unknown
from gazetteer.interpretation.weighing import Weighing, equals
from gazetteer.model import (
    Bounds,
    Candidate,
    FeatureClass,
    Name,
    Place,
)
from gazetteer.names import fold
from gazetteer.sources.curated import capitals

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = ["Names"]


class Names(Weighing):
    """What a bare name, with or without its type word, means."""

    def name(self, name: Name, scope: Scope) -> Answer:
        if name.type_word == "capital" and (seat := self._capital(name, scope)) is not None:
            return seat
        matches = self.search.find(name, countries=scope.countries)
        if scope.given and len(scope.countries) == 1:
            matches = tuple(m for m in matches if self._reaches(m.place, scope.countries[0]))
        if not matches and scope.likely and not scope.countries:
            # No such name as said: a near miss counts only where the text is set.
            matches = self.search.find(name, countries=scope.likely)
        matches = tuple(m for m in matches if self._runs_through(m.place, scope.container))
        ranked = rank(matches, name, scope)
        if not ranked:
            return self._unknown(name, scope, held=bool(matches))
        ranked = self.weighed(ranked, scope)
        best = ranked[0]
        field = self._airfield(name, best)
        if field is not None:
            return field
        if (
            best.place.feature_class in AREAS
            and best.score >= 0.5
            and not equals(ranked, alike=True)
        ):
            belief = self.footprints.named(best.place, name)
            if belief.where_prec == 5:
                belief = replace(belief, where_prec=self._unit_prec(name, best.place))
            return replace(belief, candidates=ranked, steps=self._steps(name, best, belief))
        return self._points(name, ranked, matches[0].similarity, scope)

    def _unit_prec(self, name: Name, region: Place) -> int:
        """UCDP class of a region of our own drawing that is a unit of its country too."""
        stated = WHERE_PREC.get(name.feature_class, 0) if name.feature_class else 0
        word = name.type_word or ""
        if stated in {3, 4} and not word.startswith(("region", "depart")):
            return stated  # "Kurram Agency"
        code = region.country_code
        if code is None:
            return 5
        for text in dict.fromkeys((region.name, name.text)):
            for match in self.search.find(Name(text), countries=(code,), fuzzy=False):
                unit = match.place
                if unit.feature_class is not FeatureClass.ADMIN1:
                    continue
                alike = 0.8 < unit.extent_m / max(region.extent_m, 1.0) < 1.25
                if alike and distance_m(unit.point, region.point) < unit.extent_m:
                    return 4
        return 5

    def _runs_through(self, place: Place, container: BaseGeometry | None) -> bool:
        """Whether a river or a line comes into the container; of all else, that it may."""
        if container is None or place.feature_class not in LINES or not place.has_geometry:
            return True
        line = self.store.geometry(place.place_id)
        return line is None or bool(shapely.dwithin(line, container, 0.15))

    def _capital(self, name: Name, scope: Scope) -> Answer | None:
        """ "the Somali capital": the seat of government that our table names."""
        code = self.search.country_code(name.text)
        seat = capitals().get(code) if code else None
        if code is None or seat is None:
            return None
        inside = replace(scope, countries=(code,), given=True)
        return self.name(Name(seat, FeatureClass.POPULATED_PLACE, "city"), inside)

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
        town = fold(best.place.name)
        nearest = min(
            near,
            key=lambda place: (
                place.feature_class is not name.feature_class,
                town not in fold(place.name),
                distance_m(place.point, best.place.point),
            ),
        )
        belief = self.footprints.named(nearest)
        return replace(belief, reason=f"{belief.reason}, the nearest to {best.place.name}")

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
