"""Labels of areas on paper.

An area has no pin, because no point of it is better than another: its label lies on its
edge like a tab and says what happened somewhere inside.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.static.marks import draw_symbol, tone
from geo.static.sheet import mercator, plain, text_size

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from geo.static.marks import Marks
    from geo.static.sheet import Box, Sheet
    from geo.style import KindStyle

__all__ = ["draw_tag", "draw_tags"]

_IN_WORDS = 9
"""Areas up to which each label says what happened; of more, it says how much."""
_MOST = 48
_GLYPH_PT, _PAD_PT = 9.5, 3.6
_BOLD_PT, _LIGHT_PT, _LEADING_PT = 7.4, 6.6, 9.0
_GLYPHS = 3


def draw_tags(sheet: Sheet, marks: Marks, areas: Sequence[int]) -> None:
    """A label for each area, the smallest first, because they have the least choice of a place."""
    in_words = len(areas) <= _IN_WORDS
    order = list(reversed(areas)) if in_words else sorted(areas, key=lambda i: -len(marks.rows[i]))
    for number in order[:_MOST]:
        kinds = [kind for kind, _ in marks.kinds([number])][:_GLYPHS]
        lines = _lines(sheet, marks, number, kinds, in_words=in_words)
        width, height = _size(lines, len(kinds))
        unit = 1 / sheet.points_per_unit
        spot = _spot(sheet, marks, number, areas, (width * unit, height * unit))
        if spot is None:
            continue
        x, y = spot
        half = (width * unit / 2, height * unit / 2)
        sheet.taken.append((x - half[0], y - half[1], x + half[0], y + half[1]))
        draw_tag(sheet, sheet.axes, x, y, kinds, lines, unit)


def _lines(
    sheet: Sheet, marks: Marks, number: int, kinds: Sequence[KindStyle], *, in_words: bool
) -> list[str]:
    words, rows = sheet.words, marks.rows[number]
    if not in_words:
        return [words.number(len(rows))]
    if len(rows) == 1:
        incident = marks.located[rows[0]].incident
        return [words.of_one(incident), words.date(incident.date)]
    records = words.say("records", n=len(rows))
    return [words.kind(kinds[0].kind, many=True), records] if len(kinds) == 1 else [records]


def _size(lines: Sequence[str], glyphs: int) -> tuple[float, float]:
    """Width and height of a label in points."""
    text = text_size(lines[0], _BOLD_PT, "bold")
    if len(lines) > 1:
        text = max(text, text_size(lines[1], _LIGHT_PT))
    width = 2 * _PAD_PT + glyphs * (_GLYPH_PT + 1.5) + 1.5 + text
    return width, _LEADING_PT * len(lines) + 2 * _PAD_PT - 1.5


def draw_tag(
    sheet: Sheet,
    axes: Axes,
    x: float,
    y: float,
    kinds: Sequence[KindStyle],
    lines: Sequence[str],
    unit: float,
) -> None:
    """A label around a point of some axes; `unit` is a point in their measure, `y` up or down."""
    from matplotlib.patches import FancyBboxPatch

    width, height = _size(lines, len(kinds))
    look = sheet.look
    edge = tone(sheet, kinds[0]) if len(kinds) == 1 else look["quiet"]
    low, high = axes.get_ylim()
    down = unit if low > high else -unit
    corner = (x - width * unit / 2, y - height * unit / 2)
    style = f"round,pad=0,rounding_size={2.4 * unit}"
    for colour, line, paper in ((look["halo"], 2.6, look["halo"]), (edge, 0.8, look["paper"])):
        pill = FancyBboxPatch(
            corner, width * unit, height * unit, boxstyle=style, facecolor=paper,
            edgecolor=colour, linewidth=line, zorder=12.5, clip_on=True, mutation_aspect=1,
        )  # fmt: skip
        axes.add_artist(pill)
    sign = -1 if sheet.words.rtl else 1
    at = x - sign * (width / 2 - _PAD_PT - _GLYPH_PT / 2) * unit
    for kind in kinds:
        draw_symbol(sheet, axes, at, y, kind, 1, _GLYPH_PT, bare=True)
        at += sign * (_GLYPH_PT + 1.5) * unit
    at += sign * (1.5 - _GLYPH_PT / 2) * unit
    side = "right" if sheet.words.rtl else "left"
    first = -(len(lines) - 1) / 2
    for number, words in enumerate(lines):
        bold = number == 0
        axes.text(
            at, y + down * (first + number) * _LEADING_PT, plain(words), ha=side,
            va="center", fontsize=_BOLD_PT if bold else _LIGHT_PT,
            weight="bold" if bold else "normal", color=look["ink"] if bold else look["quiet"],
            zorder=13, clip_on=True,
        )  # fmt: skip


def _spot(
    sheet: Sheet, marks: Marks, number: int, areas: Sequence[int], size: tuple[float, float]
) -> tuple[float, float] | None:
    """A free place on the region's edge, rather at its top and where no other area lies."""
    region = marks.footprints[number].region_90
    west, south, east, north = shapely.bounds(region)
    rings = shapely.get_exterior_ring(shapely.get_parts(region))
    edge = np.concatenate(
        [shapely.get_coordinates(shapely.segmentize(ring, (east - west) / 30)) for ring in rings]
    )
    others = [marks.footprints[i].region_90 for i in areas if i != number][:12]
    worth = 0.9 * (edge[:, 1] - north) / (north - south or 1)
    worth -= 0.35 * np.abs(edge[:, 0] - (west + east) / 2) / (east - west or 1)
    for other in others:
        worth -= 0.35 * shapely.contains_xy(other, edge[:, 0], edge[:, 1])
    spots = mercator(edge, sheet.west)
    found = _first_free(sheet, spots, worth, size)
    if found is not None:
        return found
    # Its edge is out of sight or taken: somewhere inside, then.
    lng, lat = (
        grid.ravel()
        for grid in np.meshgrid(
            np.linspace(west, east, 17)[1:-1], np.linspace(south, north, 17)[1:-1]
        )
    )
    inside = shapely.contains_xy(region, lng, lat)
    xy = np.column_stack([lng[inside], lat[inside]])
    worth = np.zeros(len(xy))
    for other in others:
        worth -= 0.35 * shapely.contains_xy(other, xy[:, 0], xy[:, 1])
    return _first_free(sheet, mercator(xy, sheet.west), worth, size) if len(xy) else None


def _first_free(
    sheet: Sheet,
    spots: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
    worth: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
    size: tuple[float, float],
) -> tuple[float, float] | None:
    gap = 2 / sheet.points_per_unit
    wide, tall = size[0] / 2 + gap, size[1] / 2 + gap
    for at in np.argsort(-worth, kind="stable"):
        x, y = float(spots[at, 0]), float(spots[at, 1])
        box: Box = (x - wide, y - tall, x + wide, y + tall)
        if sheet.free(box):
            return x, y
    return None
