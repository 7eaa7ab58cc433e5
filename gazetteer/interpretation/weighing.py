"""Between the candidates of a name: shares, doubt, and what is drawn of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import shapely

from gazetteer.density import Density, Mixture
from gazetteer.disambiguation import AREAS, SMALL, Scope
from gazetteer.footprints import Belief
from gazetteer.geodesy import distance_m, polygonal
from gazetteer.interpretation.reading import Reading
from gazetteer.model import (
    Candidate,
    FeatureClass,
    Name,
    ResolutionStatus,
    TrailStep,
)
from gazetteer.parameters import Parameters

__all__ = ["Weighing", "equals", "trust_in"]

_EQUAL = 0.75
"""Two candidates are equal when the second has this share of the first's belief."""
_APART_M = 25_000.0
"""And when they are further apart than UCDP's "near"."""
_LIKELY = 0.5
"""A match below this is more likely wrong than right."""
_CLOSE_M = 60_000.0
"""Places of one text so close speak for each other."""
_NOBODY = 1_000.0
"""People who live around any place, listed or not."""


class Weighing(Reading):
    """The belief about a name that several places may bear, or none."""

    def _points(
        self, name: Name, ranked: tuple[Candidate, ...], similarity: float, scope: Scope
    ) -> Belief:
        best = ranked[0]
        kept = [c for c in ranked if c.score >= 0.05 * best.score][:8]
        total = sum(c.score for c in kept)
        beliefs = [(c.score / total, self.footprints.named(c.place, name)) for c in kept]
        first = beliefs[0][1]
        equal = equals(kept)
        trust = trust_in(name, best, scope, self.parameters)
        density: Density = (
            first.density if len(beliefs) == 1 else self.footprints.mixed(tuple(beliefs))
        )
        ground = self._ground(scope)
        reason = first.reason + _how(name, best, len(kept))
        if ground is not None and 1.0 - trust > self.parameters.doubt_ignored:
            parts = [(share * trust, belief.density) for share, belief in beliefs]
            density = Mixture((*parts, (1.0 - trust, ground)))
            reason += (
                "; the match is unsure, so the region is wider"
                if trust >= _LIKELY
                else "; more likely it is another, which no source holds, so the region is wide"
            )
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

    def weighed(self, ranked: tuple[Candidate, ...], scope: Scope) -> tuple[Candidate, ...]:
        """The shares of namesakes in one country, by how many people live around each.

        More happens where more people are, and more of it is told. Where several countries
        come into question their crowds are no measure, and areas keep their shares.
        """
        group = [c for c in ranked if c.place.feature_class not in AREAS]
        if len(scope.countries) != 1 or len(group) < 2:
            return ranked
        around = [
            (self.footprints.settlement.people_around(c.place.point) + _NOBODY)
            ** self.parameters.crowd_power
            for c in group
        ]
        held = sum(c.score for c in group)
        total = sum(c.score * n for c, n in zip(group, around, strict=True))
        out = [c for c in ranked if c.place.feature_class in AREAS]
        out += [
            replace(c, score=held * c.score * n / total) for c, n in zip(group, around, strict=True)
        ]
        return tuple(sorted(out, key=lambda c: -c.score))

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


def trust_in(name: Name, best: Candidate, scope: Scope, p: Parameters) -> float:
    """How likely it is that one of the candidates of a name is right.

    Doubts add up as log-odds: what is called a village is mostly too small for the
    sources, so a listed place of its name is often another one.
    """
    odds = p.trust_exact
    word = (name.type_word or "").removesuffix("s")
    unsure = best.match in {"skeleton", "fuzzy"}
    if best.place.feature_class is FeatureClass.POPULATED_PLACE and (
        word in SMALL or (best.match != "exact" and not word)
    ):
        odds -= p.doubt_village
    if unsure:
        odds -= p.doubt_spelling
    if any(distance_m(best.place.point, other) < _CLOSE_M for other in scope.nearby):
        odds += p.trust_nearby
    return 1.0 / (1.0 + math.exp(-odds))


def equals(ranked: Sequence[Candidate], *, alike: bool = False) -> list[Candidate]:
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
