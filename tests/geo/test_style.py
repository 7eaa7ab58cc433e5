"""Symbols are told apart by shape as well as by colour, and can be read on paper."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.style import (
    GROUPS,
    KINDS,
    OUTLINES,
    PRECISIONS,
    THEMES,
    kind_style,
    path_commands,
    precision_style,
)


def luminance(colour: str) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_no_two_kinds_look_alike_in_black_and_white() -> None:
    for a, b in combinations(KINDS.values(), 2):
        assert (a.outline, a.glyph) != (b.outline, b.glyph), (a.kind, b.kind)


def test_kinds_of_one_colour_differ_in_outline_or_glyph_and_colour_pairs_in_outline() -> None:
    for a, b in combinations(KINDS.values(), 2):
        if a.colour == b.colour:
            assert a.outline != b.outline, (a.kind, b.kind)


@pytest.mark.parametrize("kind", KINDS)
def test_white_glyph_on_its_colour_has_contrast(kind: str) -> None:
    assert contrast(KINDS[kind].colour, "#ffffff") >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ink", ["ink", "quiet"])
def test_text_has_contrast_on_paper(theme: str, ink: str) -> None:
    assert contrast(THEMES[theme][ink], THEMES[theme]["paper"]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["city", "country"])
def test_names_on_the_map_have_contrast(theme: str, name: str) -> None:
    assert contrast(THEMES[theme][name], THEMES[theme]["land"]) >= 3.0


@pytest.mark.parametrize("path", [*OUTLINES.values(), *(k.glyph for k in KINDS.values())])
def test_paths_stay_in_their_box(path: str) -> None:
    commands = path_commands(path)
    assert commands[0][0] == "M"
    assert commands[-1][0] == "Z"
    for letter, numbers in commands:
        assert len(numbers) == {"M": 2, "L": 2, "C": 6, "Z": 0}[letter]
        assert all(-2 <= number <= 26 for number in numbers)


@given(st.text(max_size=40))
def test_any_word_has_a_look_that_does_not_change(kind: str) -> None:
    assert kind_style(kind) == kind_style(kind)
    assert kind_style(kind).group in GROUPS
    assert kind_style(kind).plural


def test_vaguer_is_drawn_sparser() -> None:
    spacing = [PRECISIONS[n].spacing_px for n in (1, 3, 4, 5, 6)]
    assert spacing == sorted(spacing)
    assert precision_style(99) == PRECISIONS[7]
    assert precision_style(0) == PRECISIONS[1]
