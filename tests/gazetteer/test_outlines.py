"""Outlines of cells: which cells lie inside, holes, corners that touch."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from gazetteer.model import LngLat
from gazetteer.outlines import outline

HERE, STEP = LngLat(10.0, 40.0), (0.5, 0.25)
MASKS = arrays(np.bool_, array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=12))


def middles(mask: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    rows, columns = mask.shape
    x = HERE.lng + STEP[0] * (np.arange(columns) + 0.5)
    y = HERE.lat + STEP[1] * (np.arange(rows) + 0.5)
    xx, yy = np.meshgrid(x, y)
    return xx, yy


@settings(deadline=None)
@given(MASKS)
def test_holds_the_middles_of_chosen_cells_and_no_others(mask: np.ndarray) -> None:
    shape = outline(mask, HERE, STEP)
    assert shape.is_valid
    assert (shapely.intersects_xy(shape, *middles(mask)) == mask).all()


@settings(deadline=None)
@given(st.integers(3, 20), st.integers(3, 20))
def test_a_block_loses_its_corners_only(rows: int, columns: int) -> None:
    block = outline(np.ones((rows, columns), dtype=bool), HERE, STEP)
    cell = STEP[0] * STEP[1]
    assert block.area == pytest.approx((rows * columns - 0.5) * cell)
    assert len(block.exterior.coords) == 9  # an octagon


def test_nothing_chosen_is_nothing() -> None:
    assert outline(np.zeros((3, 4), dtype=bool), HERE, STEP).is_empty


def test_cells_that_touch_by_a_corner_stay_apart() -> None:
    corner = np.eye(2, dtype=bool)
    assert len(outline(corner, HERE, STEP).geoms) == 2


def test_an_island_in_a_hole_keeps_both() -> None:
    rings = np.ones((7, 7), dtype=bool)
    rings[1:-1, 1:-1] = False
    rings[3, 3] = True
    outer, inner = sorted(outline(rings, HERE, STEP).geoms, key=lambda part: -part.area)
    assert len(outer.interiors) == 1
    assert not inner.interiors
    assert shapely.Polygon(outer.interiors[0]).contains(inner)
