"""The sheet of paper: a map in a frame, margins in inches, and words that are measured."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import shapely

from gazetteer.model import Bounds

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.path import Path as Outline
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from geo.static.words import Words

    Box: TypeAlias = tuple[float, float, float, float]

__all__ = ["Sheet", "fonts", "isolated", "mercator", "plain", "text_size"]

_FONTS = ("Noto Sans", "Segoe UI", "Helvetica Neue", "Arial", "Noto Sans Arabic", "DejaVu Sans")

_KEPT = frozenset("\u200c\u200d\u2068\u2069")


@cache
def fonts() -> tuple[str, ...]:
    """Fonts of `_FONTS` that this computer has, the best first."""
    from matplotlib.font_manager import fontManager

    there = {font.name for font in fontManager.ttflist}
    return tuple(name for name in _FONTS if name in there) or ("DejaVu Sans",)


@cache
def _renderer() -> Any:
    from matplotlib.backends.backend_agg import RendererAgg

    make: Any = RendererAgg
    # Ten dots to a point: at one, widths are rounded to whole points letter by letter.
    return make(8, 8, 720)


@cache
def text_size(words: str, size: float, weight: str = "normal", style: str = "normal") -> float:
    """Width of a line in points."""
    from matplotlib.font_manager import FontProperties

    looks: Any = {"size": size, "weight": weight, "style": style}
    font = FontProperties(family=list(fonts()), **looks)
    width, _, _ = _renderer().get_text_width_height_descent(plain(words), font, False)
    return float(width) / 10


def plain(words: str) -> str:
    """Text as it is: a dollar sign opens no formula, and control characters are gone."""
    # Joiners belong to words; isolates are our own. What else is invisible may turn a line round.
    shown = "".join(c if c.isprintable() or c in _KEPT else " " for c in words)
    return shown.replace("$", r"\$")


def isolated(words: str) -> str:
    """Words that keep their own direction within a line of another."""
    return f"\N{FIRST STRONG ISOLATE}{words}\N{POP DIRECTIONAL ISOLATE}"


def mercator(xy: NDArray[np.float64], west: float) -> NDArray[np.float64]:
    """Longitudes east of `west`, and latitudes as Web Mercator draws them, both in degrees."""
    lng = np.where(xy[:, 0] < west, xy[:, 0] + 360.0, xy[:, 0])
    lat = np.radians(np.clip(xy[:, 1], -85.0, 85.0))
    return np.column_stack([lng, np.degrees(np.log(np.tan(np.pi / 4 + lat / 2)))])


class Sheet:
    """One picture: `axes` holds the map, `page` the whole sheet in inches from its top left."""

    def __init__(
        self, figure: Figure, look: Mapping[str, str], words: Words, shown: Bounds, *, dark: bool
    ) -> None:
        self.figure = figure
        self.look = look
        self.words = words
        self.shown = shown
        self.dark = dark
        self.west = (shown.west + shown.east) / 2 if shown.west > shown.east else -1e9
        self.width, self.height = (float(side) for side in figure.get_size_inches())
        self.page = figure.add_axes((0, 0, 1, 1), zorder=5)
        self.page.set_axis_off()
        self.page.set_xlim(0, self.width)
        self.page.set_ylim(self.height, 0)
        self.axes: Axes = self.page
        self.points_per_unit = 72.0
        self.taken: list[Box] = []

    # --- The map ---------------------------------------------------------------------

    def frame(self, left: float, top: float, wide: float, tall: float) -> None:
        """Open the map: a box on the sheet, in inches; mirrored where lines run leftwards."""
        left = self.width - left - wide if self.words.rtl else left
        bottom = self.height - top - tall
        self.axes = self.figure.add_axes(
            (left / self.width, bottom / self.height, wide / self.width, tall / self.height)
        )
        shown = np.array([[self.shown.west, self.shown.south], [self.shown.east, self.shown.north]])
        (west, low), (east, high) = mercator(shown, self.west)
        middle = (west + east) / 2, (low + high) / 2
        scale = max((east - west) / wide, (high - low) / tall, 0.25 / wide) * 1.16
        self.axes.set_xlim(middle[0] - scale * wide / 2, middle[0] + scale * wide / 2)
        self.axes.set_ylim(middle[1] - scale * tall / 2, middle[1] + scale * tall / 2)
        self.points_per_unit = 72.0 / scale
        self.axes.set_xticks([])
        self.axes.set_yticks([])
        self.axes.set_facecolor(self.look["water"])
        for spine in self.axes.spines.values():
            spine.set_edgecolor(self.look["rule"])

    def spot(self, lng: float, lat: float) -> tuple[float, float]:
        """A point of the earth on the map."""
        x, y = mercator(np.array([[lng, lat]]), self.west)[0]
        return float(x), float(y)

    def outline(self, shape: BaseGeometry) -> Outline:
        """Rings and lines of a shape as one path."""
        from matplotlib.path import Path as Outline

        pieces = []
        for part in shapely.get_parts(shape):
            if part.geom_type == "Polygon":
                pieces += [
                    Outline(mercator(shapely.get_coordinates(ring), self.west), closed=True)
                    for ring in shapely.get_rings(part)
                ]
            elif part.geom_type == "LineString":
                pieces.append(Outline(mercator(shapely.get_coordinates(part), self.west)))
        return Outline.make_compound_path(*pieces) if pieces else Outline(np.zeros((0, 2)))

    def add(self, shape: BaseGeometry, **style: Any) -> None:
        """Draw a shape on the map, if any of it is seen."""
        from matplotlib.patches import PathPatch

        if shape.is_empty:
            return
        outline = self.outline(shape)
        (left, right), (low, high) = self.axes.get_xlim(), self.axes.get_ylim()
        corners = np.asarray(outline.vertices, dtype=np.float64)
        if len(corners):
            west, south = corners.min(axis=0)
            east, north = corners.max(axis=0)
            if west > right or east < left or south > high or north < low:
                return
            # `add_patch` would measure every corner; the frame is set already.
            self.axes.add_artist(PathPatch(outline, **style))

    def free(self, box: Box) -> bool:
        """Whether nothing is written in a box of the map yet."""
        left, right = self.axes.get_xlim()
        low, high = self.axes.get_ylim()
        inside = box[0] > left and box[2] < right and box[1] > low and box[3] < high
        return inside and not any(
            b[0] < box[2] and b[2] > box[0] and b[1] < box[3] and b[3] > box[1] for b in self.taken
        )

    def text_box(self, words: str, x: float, y: float, size: float, align: str, **font: str) -> Box:
        """Room that a line takes up on the map."""
        unit = self.points_per_unit
        width, half = text_size(words, size, **font) / unit, 0.68 * size / unit
        left = {"left": x, "right": x - width, "center": x - width / 2}[align]
        return left, y - half, left + width, y + half

    def write(self, words: str, x: float, y: float, **style: Any) -> None:
        """Write on the map, in letters with a rim."""
        from matplotlib.patheffects import withStroke

        halo = [withStroke(linewidth=1.8, foreground=self.look["halo"])]
        self.axes.text(x, y, plain(words), path_effects=halo, va="center", clip_on=True, **style)

    # --- The margins -----------------------------------------------------------------

    def from_start(self, x: float) -> float:
        """Inches from the side where lines begin, as inches from the left."""
        return self.width - x if self.words.rtl else x

    def line(self, words: str, x: float, y: float, **style: Any) -> None:
        """Write in the margin, `x` inches from where lines begin and `y` from the top."""
        side = "right" if self.words.rtl else "left"
        self.page.text(self.from_start(x), y, plain(words), ha=side, va="center", **style)

    def wrapped(
        self, words: str, room: float, size: float, *, most: int = 9, **font: str
    ) -> list[str]:
        """Lines of at most `room` inches; what is too much ends in dots."""
        lines: list[str] = []
        line = ""
        # By plain blanks only: one that does not break holds "90" and "%" together.
        for word in filter(None, re.split(r"[ \n\t]+", words)):
            longer = f"{line} {word}".strip()
            if line and text_size(longer, size, **font) > room * 72:
                lines.append(line)
                longer = word
            line = longer
        lines = [*lines, line] if line else lines
        if len(lines) > most:
            lines = [*lines[: most - 1], f"{lines[most - 1]} …"]
        return [_fitted(line, room, size, **font) for line in lines]


def _fitted(line: str, room: float, size: float, **font: str) -> str:
    if text_size(line, size, **font) <= room * 72:
        return line
    while len(line) > 1 and text_size(f"{line}…", size, **font) > room * 72:
        line = line[:-1]
    return f"{line.rstrip()}…"
