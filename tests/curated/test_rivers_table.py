"""Rivers: coarse lines through the countries that they touch."""

from __future__ import annotations

import itertools

import pytest
from curated_tables import Row, chunks, rough_country, store
from shapely import Point, union_all

from gazetteer.geodesy import distance_m

TOUCH_DEG = 0.15
"""A line of ten points strays this far from a border river."""


@pytest.mark.parametrize("rows", chunks("rivers"))
def test_the_line_runs_through_the_countries_said(rows: list[Row]) -> None:
    for row in rows:
        line = store().geometry(f"curated:{row['slug']}")
        assert line is not None
        assert line.geom_type in {"LineString", "MultiLineString"}
        shapes = [rough_country(code) for code in row["country"].split()]
        assert all(line.distance(shape) < TOUCH_DEG for shape in shapes), row["slug"]
        inside = line.intersection(union_all(shapes).buffer(TOUCH_DEG)).length / line.length
        assert inside > 0.8, f"{row['slug']}: {inside:.0%}"


@pytest.mark.parametrize("rows", chunks("rivers"))
def test_no_leap_and_no_point_twice(rows: list[Row]) -> None:
    for row in rows:
        numbers = [float(word) for word in row["line"].split()]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        assert 3 <= len(points) <= 20, row["slug"]
        assert len(set(points)) == len(points), row["slug"]
        longest = max(distance_m(a, b) for a, b in itertools.pairwise(points))
        assert longest < 1_400_000, f"{row['slug']}: {longest:.0f} m in one step"


@pytest.mark.parametrize(
    ("slug", "town"),
    [
        ("euphrates-river", (40.15, 35.33)),
        ("euphrates-river", (43.78, 33.35)),
        ("tigris-river", (44.4, 33.33)),
        ("dnipro-river", (35.1, 47.85)),
        ("siverskyi-donets-river", (38.45, 48.93)),
        ("jordan-river", (35.55, 31.8)),
        ("nile-river", (31.2, 30.05)),
        ("niger-river", (-0.05, 16.27)),
        ("indus-river", (68.85, 27.7)),
        ("helmand-river", (64.36, 31.58)),
        ("mekong-river", (102.6, 17.96)),
        ("irrawaddy-river", (96.08, 21.98)),
        ("danube-river", (19.05, 47.5)),
        ("rio-grande-river", (-106.48, 31.75)),
        ("congo-river", (15.3, -4.3)),
        ("orinoco-river", (-63.55, 8.13)),
    ],
)
def test_a_river_passes_its_towns(slug: str, town: tuple[float, float]) -> None:
    line = store().geometry(f"curated:{slug}")
    assert line is not None
    assert line.distance(Point(town)) < 0.4
