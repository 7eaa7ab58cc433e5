"""Incidents on paper: regions at their true size, and symbols for those too small to see."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from geo.columns import regions_of
from geo.layers import layers_of
from geo.static.sheet import mercator
from geo.style import OUTLINES, KindStyle, kind_style, path_commands, precision_style

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.path import Path as Outline

    from geo.model import LocatedIncident
    from geo.static.sheet import Sheet

__all__ = ["EDGES", "HATCHES", "SYMBOL_PT", "Marks", "draw_symbol", "tone"]

SYMBOL_PT = 15.0
HATCHES = {
    "solid": "", "dots": "...", "lines": "///", "sparse": "//", "waves": "--", "cross": "xx",
}  # fmt: skip
EDGES: dict[str, Any] = {"solid": "-", "dashed": (0, (5, 3.5)), "soft": (0, (1.5, 3))}


@dataclass(slots=True)
class _Cell:
    """Regions too small to draw, gathered where their symbols would overlap."""

    x: float
    y: float
    regions: list[int]
    weight: int


class Marks:
    """The regions of a picture and what happened in each."""

    def __init__(self, located: Sequence[LocatedIncident]) -> None:
        self.located = located
        regions = regions_of(located)
        self.footprints = regions.footprints
        self.rows: list[list[int]] = [[] for _ in self.footprints]
        for row, number in enumerate(regions.of_row):
            if number >= 0:
                self.rows[number].append(row)
        self._lean = {layer.kind: i % 2 for i, layer in enumerate(layers_of(located))}

    def kinds(self, regions: Sequence[int]) -> list[tuple[KindStyle, int]]:
        """Kinds of incidents in some regions, the most frequent first."""
        tally: dict[str, int] = {}
        for number in regions:
            for row in self.rows[number]:
                kind = self.located[row].incident.kind
                tally[kind] = tally.get(kind, 0) + 1
        ranked = sorted(tally.items(), key=lambda item: (-item[1], item[0]))
        return [(kind_style(kind), count) for kind, count in ranked]

    def precision(self, number: int) -> int:
        """The class that a region is drawn by."""
        footprint = self.footprints[number]
        return footprint.drawn_prec or footprint.where_prec

    def sorted(self, sheet: Sheet) -> tuple[list[int], list[int]]:
        """Regions large enough to see, the largest first; and the others."""
        sizes = []
        for footprint in self.footprints:
            west, south, east, north = shapely.bounds(footprint.region_90)
            low, high = mercator(np.array([[west, south], [east, north]]), -1e9)[:, 1]
            sizes.append(max(east - west, high - low) * sheet.points_per_unit)
        order = sorted(range(len(sizes)), key=lambda i: (-sizes[i], i))
        return (
            [i for i in order if sizes[i] >= SYMBOL_PT],
            [i for i in range(len(sizes)) if sizes[i] < SYMBOL_PT],
        )

    def draw_area(self, sheet: Sheet, number: int) -> None:
        """A region at its true size, the inner one denser, hatched by its precision."""
        from matplotlib.colors import to_rgba

        footprint, kind = self.footprints[number], self.kinds([number])[0][0]
        style, colour = precision_style(self.precision(number)), tone(sheet, kind)
        outer, inner = footprint.region_90, footprint.region_50
        hatch = HATCHES[style.hatch]
        # Lines of every other kind lean the other way, so that overlaps can be read.
        hatch = hatch.replace("/", "\\") if self._lean[kind.kind] else hatch
        none: dict[str, Any] = {"facecolor": "none"}
        sheet.add(outer, facecolor=to_rgba(colour, 0.09), edgecolor="none", zorder=6)
        # A country's hatch covers half a map: fainter than that of a district.
        faint = to_rgba(colour, 0.28 if style.hatch == "sparse" else 0.4)
        sheet.add(outer, edgecolor=faint, linewidth=0, hatch=hatch, zorder=6.1, **none)
        line = {"edgecolor": to_rgba(colour, 0.9), "linestyle": EDGES[style.edge]}
        sheet.add(outer, linewidth=0.9, zorder=6.2, **line, **none)
        sheet.add(
            inner, facecolor=to_rgba(colour, 0.22), edgecolor=to_rgba(colour, 0.5), linewidth=0.5,
            zorder=6.3,
        )  # fmt: skip

    def draw_symbols(self, sheet: Sheet, symbols: Sequence[int]) -> None:
        """A symbol for each region too small to see; those that would overlap share one."""
        for cell in self._gathered(sheet, symbols):
            kind = self.kinds(cell.regions)[0][0]
            precision = max(self.precision(number) for number in cell.regions)
            draw_symbol(sheet, sheet.axes, cell.x, cell.y, kind, precision)
            half = 0.55 * SYMBOL_PT / sheet.points_per_unit
            sheet.taken.append((cell.x - half, cell.y - half, cell.x + half, cell.y + half))
            if cell.weight > 1:
                sheet.axes.annotate(
                    sheet.words.number(cell.weight), (cell.x, cell.y),
                    (SYMBOL_PT * 0.5, SYMBOL_PT * 0.45), textcoords="offset points", ha="center",
                    va="center", fontsize=6, weight="bold", color=sheet.look["paper"], zorder=12,
                    bbox={"boxstyle": "round,pad=0.25", "fc": sheet.look["ink"], "ec": "none"},
                )  # fmt: skip

    def _gathered(self, sheet: Sheet, symbols: Sequence[int]) -> list[_Cell]:
        room = SYMBOL_PT * 1.15 / sheet.points_per_unit
        cells: list[_Cell] = []
        for number in sorted(symbols, key=lambda i: (-len(self.rows[i]), i)):
            x, y = sheet.spot(*self.footprints[number].point)
            near = next((c for c in cells if math.hypot(c.x - x, c.y - y) < room), None)
            if near:
                near.regions.append(number)
                near.weight += len(self.rows[number])
            else:
                cells.append(_Cell(x, y, [number], len(self.rows[number])))
        return cells


def tone(sheet: Sheet, kind: KindStyle) -> str:
    """A kind's colour, lighter on dark paper."""
    if not sheet.dark:
        return kind.colour
    parts = [int(kind.colour[i : i + 2], 16) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(part * 0.55 + 255 * 0.45):02x}" for part in parts)


def draw_symbol(
    sheet: Sheet,
    axes: Axes,
    x: float,
    y: float,
    kind: KindStyle,
    where_prec: int,
    side: float = SYMBOL_PT,
    *,
    bare: bool = False,
) -> None:
    """A symbol whose form tells the precision; `bare` draws what is inside it alone."""
    colour, halo = tone(sheet, kind), sheet.look["halo"]
    white = sheet.look["paper"] if sheet.dark else "#ffffff"

    def mark(path: str, share: float, **style: Any) -> None:
        outline = _marker(path)
        # A marker is scaled so that its farthest corner lies at half its size.
        reach = float(np.abs(np.asarray(outline.vertices, dtype=np.float64)).max())
        area = (side * share * 2 * reach) ** 2
        axes.scatter([x], [y], s=area, marker=outline, clip_on=True, **style)

    outline = OUTLINES[kind.outline]
    badge = precision_style(where_prec).badge
    if bare:
        mark(kind.glyph, 1.0, facecolor=colour, edgecolor="none", zorder=13)
    elif badge == "solid":
        mark(outline, 0.95, facecolor=colour, edgecolor=halo, linewidth=0.8, zorder=10)
        mark(kind.glyph, 0.78, facecolor=white, edgecolor="none", zorder=11)
    elif badge == "ring":
        mark(outline, 1.0, facecolor=halo, edgecolor=colour, linewidth=0.7, zorder=10)
        mark(outline, 0.78, facecolor=colour, edgecolor="none", zorder=10.5)
        mark(kind.glyph, 0.64, facecolor=white, edgecolor="none", zorder=11)
    else:
        dashes: dict[str, Any] = {"linewidth": 0.9, "linestyle": (0, (2.4, 1.6)), "zorder": 10}
        mark(outline, 0.95, facecolor=sheet.look["paper"], edgecolor=colour, **dashes)
        mark(kind.glyph, 0.76, facecolor=colour, edgecolor="none", zorder=11)


def _marker(path: str) -> Outline:
    """A path of `style` as a marker around 0, one unit wide, y up."""
    from matplotlib.path import Path as Outline

    corners: list[tuple[float, float]] = []
    codes: list[Any] = []
    for letter, numbers in path_commands(path):
        pairs = [
            ((x - 12) / 24, (12 - y) / 24) for x, y in zip(numbers[::2], numbers[1::2], strict=True)
        ]
        if letter == "Z":
            corners.append(corners[-1])
            codes.append(Outline.CLOSEPOLY)
        else:
            corners += pairs
            codes += [
                {"M": Outline.MOVETO, "L": Outline.LINETO, "C": Outline.CURVE4}[letter]
            ] * len(pairs)
    return Outline(corners, codes)
