"""How a gazetteer with given parameters does on coded places: shares, areas, log score.

Gold is JSON Lines with `place_text`, `country`, `lat`, `lon` and `precision` (UCDP
where_prec, or none). Rows of one text and country share one weight, so that a town
reported a hundred times counts once.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely

from gazetteer.disambiguation import Scope
from gazetteer.geodesy import area_km2, distance_m
from gazetteer.interpretation.weighing import trust_in
from gazetteer.model import Candidate, Name, Within
from gazetteer.parameters import Parameters
from gazetteer.resolver import Gazetteer

__all__ = ["Figures", "Matched", "Scored", "doubt", "figures", "matched", "read_gold", "score"]

Row = dict[str, Any]
_RIGHT_M = 10_000.0
"""A listed place so close to the coder's point is the one that was meant."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One gold row against its answer. Distances are km, areas km2."""

    row: Row
    weight: float
    error_km: float
    outside_50: float
    area_50: float
    outside_90: float
    area_90: float
    where_prec: int
    reason: str

    @property
    def log_score(self) -> float:
        """Minus the log of the density that the regions state at the gold point.

        Uniform inside region_50 (mass 0.5) and in the ring (0.4); beyond, 0.1 falls off
        with the fourth power of distance, in units of the region's equivalent radius.
        """
        inner = max(self.area_50, 1e-2)
        ring = max(self.area_90 - inner, 1e-2)
        if self.outside_50 == 0:
            return -math.log(0.5 / inner)
        if self.outside_90 == 0:
            return -math.log(0.4 / ring)
        radius = math.sqrt(max(self.area_90, 1e-2) / math.pi)
        return -math.log(0.1 * radius**2 / math.pi) + 4 * math.log(radius + self.outside_90)


@dataclass(frozen=True, slots=True)
class Figures:
    """Weighted means over rows."""

    strings: float
    within_25: float
    in_50: float
    in_90: float
    area_50: float
    area_90: float
    log_score: float
    same_prec: float
    near_prec: float


@dataclass(frozen=True, slots=True)
class Matched:
    """A name that was found listed, and how often the place is near where coders put it."""

    name: Name
    best: Candidate
    right: float


def read_gold(path: Path) -> list[Row]:
    """Rows with a place text and a point."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [row for row in rows if row.get("place_text") and row.get("lat") is not None]


def score(rows: Sequence[Row], gazetteer: Gazetteer) -> list[Scored]:
    """Resolve each distinct text with its country, and compare with every gold row."""
    count = Counter((row["place_text"], row["country"]) for row in rows)
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["place_text"], row["country"]].append(row)
    out: list[Scored] = []
    areas: dict[bytes, float] = {}
    for (text, country), group in groups.items():
        answer = gazetteer.resolve(text, country=country)
        footprint = answer.footprint
        if footprint is None:
            continue
        regions = (footprint.region_50, footprint.region_90)
        sizes = []
        for region in regions:
            key = region.wkb
            if key not in areas:
                areas[key] = area_km2(region)
            sizes.append(areas[key])
        for row in group:
            point = shapely.Point(row["lon"], row["lat"])
            out.append(
                Scored(
                    row,
                    1 / count[text, country],
                    distance_m(footprint.point, (row["lon"], row["lat"])) / 1000,
                    _outside(regions[0], point),
                    sizes[0],
                    _outside(regions[1], point),
                    sizes[1],
                    footprint.where_prec,
                    answer.reason,
                )
            )
    return out


def matched(rows: Sequence[Row], gazetteer: Gazetteer) -> list[Matched]:
    """The names that are listed as points, with the share of their rows within 10 km of one."""
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["place_text"], row["country"]].append(row)
    out = []
    for (text, country), group in groups.items():
        answer = gazetteer.resolve(text, country=country)
        name = answer.reference.inner if isinstance(answer.reference, Within) else answer.reference
        if not isinstance(name, Name) or not answer.candidates:
            continue
        listed = [c.place for c in answer.candidates[:8]]
        if answer.footprint is None or answer.footprint.drawn_prec or listed[0].has_geometry:
            continue  # what is listed is not the name itself, or is an area
        right = [
            any(distance_m(place.point, (row["lon"], row["lat"])) < _RIGHT_M for place in listed)
            for row in group
        ]
        out.append(Matched(name, answer.candidates[0], sum(right) / len(right)))
    return out


def doubt(matches: Sequence[Matched], parameters: Parameters) -> float:
    """Mean surprise at which matches were right, in nats: what the trust in them is fitted to."""
    total = 0.0
    for match in matches:
        trust = trust_in(match.name, match.best, Scope(), parameters)
        total -= match.right * math.log(trust) + (1.0 - match.right) * math.log(1.0 - trust)
    return total / max(len(matches), 1)


def _outside(region: Any, point: Any) -> float:
    if region.covers(point):
        return 0.0
    near = shapely.shortest_line(region, point).coords[0]
    return distance_m(near, (point.x, point.y)) / 1000


def figures(scored: Sequence[Scored]) -> Figures:
    """Means over the rows, each text counting once."""
    total = sum(s.weight for s in scored)

    def mean(values: Sequence[float]) -> float:
        return sum(v * s.weight for v, s in zip(values, scored, strict=True)) / total

    coded = [s for s in scored if str(s.row.get("precision")) in set("1234567")]
    weight = sum(s.weight for s in coded) or math.nan
    apart = [(abs(int(s.row["precision"]) - s.where_prec), s.weight) for s in coded]
    return Figures(
        strings=total,
        within_25=mean([s.error_km <= 25 for s in scored]),
        in_50=mean([s.outside_50 == 0 for s in scored]),
        in_90=mean([s.outside_90 == 0 for s in scored]),
        area_50=_median([(s.area_50, s.weight) for s in scored]),
        area_90=_median([(s.area_90, s.weight) for s in scored]),
        log_score=mean([s.log_score for s in scored]),
        same_prec=sum(w for d, w in apart if d == 0) / weight,
        near_prec=sum(w for d, w in apart if d <= 1) / weight,
    )


def _median(pairs: list[tuple[float, float]]) -> float:
    half, run = sum(w for _, w in pairs) / 2, 0.0
    for value, weight in sorted(pairs):
        run += weight
        if run >= half:
            return value
    return math.nan
