"""Densities: the regions hold what they state, and nest."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.density import Cored, Field, Mixture, Nested, Radial
from gazetteer.errors import GeometryError
from gazetteer.geodesy import area_km2, disc
from gazetteer.model import LngLat

scales = st.floats(200.0, 30_000.0)
tails = st.floats(0.5, 2.5)
HERE, THERE = LngLat(12.0, 41.0), LngLat(19.0, 44.0)


def field() -> Field:
    rng = np.random.default_rng(7)
    return Field(LngLat(10, 40), (0.1, 0.1), rng.random((30, 40)), shapely.box(10, 40, 14, 43))


@given(scales, tails)
def test_radial_level_and_mass_agree(scale: float, tail: float) -> None:
    belief = Radial(HERE, scale, tail)
    level = belief.tail / (np.pi * scale**2) / 5
    r2 = (5 ** (1 / (tail + 1)) - 1) * scale**2
    assert belief.mass_above(level) == pytest.approx(1 - (1 + r2 / scale**2) ** -tail, rel=1e-6)


@given(scales, tails)
def test_radial_regions_nest(scale: float, tail: float) -> None:
    belief = Radial(HERE, scale, tail)
    assert belief.highest(0.9).covers(belief.highest(0.5))
    assert belief.highest(0.5).covers(shapely.Point(HERE))


@given(scales, scales)
def test_wider_never_shrinks(a: float, b: float) -> None:
    low, high = sorted((a, b))
    narrow, wide = Radial(HERE, low, 1.0), Radial(HERE, high, 1.0)
    assert area_km2(wide.highest(0.9)) >= area_km2(narrow.highest(0.9)) * 0.999


@given(st.floats(0.1, 0.9), scales, scales)
def test_mixture_mass_is_what_was_asked(share: float, a: float, b: float) -> None:
    both = Mixture(((share, Radial(HERE, a, 1.0)), (1 - share, Radial(THERE, b, 1.0))))
    inner, outer = both.highest(0.5), both.highest(0.9)
    assert outer.buffer(1e-6).covers(inner)
    # The heavier and narrower of the two is in the inner region.
    peak = HERE if share / a**2 > (1 - share) / b**2 else THERE
    assert inner.covers(shapely.Point(peak))


def test_mixture_with_a_field_holds_both() -> None:
    ground = field()
    both = Mixture(((0.5, Radial(LngLat(11, 41), 1_000.0, 1.0)), (0.5, ground)))
    assert both.highest(0.5).covers(shapely.Point(11, 41))
    assert area_km2(both.highest(0.9)) > 0.5 * area_km2(ground.highest(0.8))
    assert both.highest(0.9).is_valid


def test_field_regions_lie_within_and_grow() -> None:
    ground = field()
    areas = [area_km2(ground.highest(mass)) for mass in (0.2, 0.5, 0.9)]
    assert areas == sorted(areas)
    assert ground.within.buffer(1e-9).covers(ground.highest(0.9))
    assert ground.mass_above(0.0) == pytest.approx(1.0)


def test_nested_gives_its_shapes() -> None:
    inner, outer = disc(HERE, 1_000), disc(HERE, 5_000)
    belief = Nested(HERE, (inner, outer))
    assert belief.highest(0.5) is inner
    assert belief.highest(0.9) is outer


def test_nothing_to_spread_is_an_error() -> None:
    with pytest.raises(GeometryError):
        Field(HERE, (0.1, 0.1), np.zeros((2, 2)), shapely.box(0, 0, 1, 1))
    with pytest.raises(GeometryError):
        Nested(HERE, (shapely.Polygon(), shapely.Polygon()))


def test_a_core_is_worked_out_only_when_asked_for() -> None:
    asked = []

    def core() -> shapely.Polygon:
        asked.append(True)
        return shapely.box(1, 1, 2, 2)

    belief = Cored(HERE, shapely.box(0, 0, 4, 4), core)
    assert belief.highest(0.9).equals(shapely.box(0, 0, 4, 4))
    assert not asked
    assert belief.highest(0.5).equals(shapely.box(1, 1, 2, 2))
    assert belief.mass_above(1e-30) == 0.9
    assert asked == [True]


def test_an_empty_core_is_the_whole_area() -> None:
    belief = Cored(HERE, shapely.box(0, 0, 4, 4), shapely.Polygon)
    assert belief.highest(0.5).equals(shapely.box(0, 0, 4, 4))
