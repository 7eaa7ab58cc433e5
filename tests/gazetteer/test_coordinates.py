"""Positions in figures, against values that other programs give for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.grammar.coordinates import coordinates
from gazetteer.model import Coordinates


@pytest.mark.parametrize(
    ("text", "lng", "lat", "precision_m"),
    [
        ("34.39 N 40.99 E", 40.99, 34.39, 1_110),
        ("geo:-1.6741,29.2285", 29.2285, -1.6741, 11.1),
        ("48°51'29\"N 2°17'40\"E", 2.29444, 48.85806, 31),
        ("33°55'S 18°25'E", 18.41667, -33.91667, 1_852),
        # The middle of the square in which the converter of the US agency puts 38SMB4488.
        ("38SMB4488", 44.4036, 33.3342, 1_000),
        ("UTM 31N 448251 5411932", 2.29451, 48.85826, 1),
    ],
)
def test_notations(text: str, lng: float, lat: float, precision_m: float) -> None:
    found = coordinates(text)
    assert isinstance(found, Coordinates)
    assert found.point.lng == pytest.approx(lng, abs=2e-3)
    assert found.point.lat == pytest.approx(lat, abs=2e-3)
    assert found.precision_m == pytest.approx(precision_m, rel=0.01)


@pytest.mark.parametrize("text", ["Homs", "99SMB4488", "38SMB448", "91.0, 10.0", "10-15 km", "42"])
def test_what_is_no_position(text: str) -> None:
    assert coordinates(text) is None


@given(st.floats(-80, 80), st.floats(-180, 180))
def test_decimal_round_trip(lat: float, lng: float) -> None:
    found = coordinates(f"{lat:.4f}, {lng:.4f}")
    assert isinstance(found, Coordinates)
    assert found.point.lat == pytest.approx(lat, abs=1e-4)
    assert found.point.lng == pytest.approx(lng, abs=1e-4)
