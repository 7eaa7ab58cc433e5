"""Pictures without a browser: PNG, SVG and PDF for printed reports, drawn by matplotlib.

The same symbols, hatches and basemap as on the map; what a reader cannot click on paper
stands in words beside it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import shapely

from gazetteer.model import Bounds
from geo.basemap import Basemap, basemap, bounds_around
from geo.columns import regions_of
from geo.layers import count_of, layers_of
from geo.standalone import MapError
from geo.style import OUTLINES, THEMES, KindStyle, kind_style, path_commands, precision_style

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.path import Path as Outline
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from gazetteer.store import Store
    from geo.model import LocatedIncident, Report

    Box: TypeAlias = tuple[float, float, float, float]

__all__ = ["PICTURE_SUFFIXES", "save_picture"]

PICTURE_SUFFIXES = (".png", ".svg", ".pdf")
"""What `save_picture` writes."""

_SYMBOL_PT = 15.0
_HATCHES = {
    "solid": "",
    "dots": "...",
    "lines": "///",
    "sparse": "//",
    "waves": "~~",
    "cross": "xx",
}
_EDGES: dict[str, Any] = {"solid": "-", "dashed": (0, (5, 3.5)), "soft": (0, (1.5, 3))}
_HOW_TO_READ = (
    "Outer area: holds the place with 90 % probability; inner area: with 50 %. "
    "A symbol stands in for an area too small to see."
)
_CREDIT = "Places: GeoNames, CC BY 4.0 · Borders and waters: Natural Earth"
_FONTS = ["Noto Sans", "Segoe UI", "Helvetica Neue", "Arial", "Noto Sans Arabic", "DejaVu Sans"]


def save_picture(
    path: Path | str,
    located: Sequence[LocatedIncident],
    reports: Sequence[Report] = (),
    *,
    store: Store | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    notes: Sequence[str] = (),
    theme: str = "light",
    size_in: tuple[float, float] = (11.0, 7.6),
    dpi: int = 160,
    **_: Any,
) -> Path:
    """Draw incidents as a still picture.

    Parameters
    ----------
    path : path
        Its suffix says what to write: one of `PICTURE_SUFFIXES`.
    located, reports, store, title, subtitle, notes
        As for `geo.maps.IncidentMap`.
    theme : str
        `dark`, or anything else for light.
    size_in : (float, float)
        Width and height in inches.
    dpi : int
        Dots to an inch, for PNG.

    Raises
    ------
    MapError
        If matplotlib is not installed, or the suffix is none of ours.

    Notes
    -----
    Options of a map that paper has no use for, such as `story`, are taken and ignored.
    Equal input gives equal bytes: no date is written into the file.
    """
    target = Path(path)
    if target.suffix.lower() not in PICTURE_SUFFIXES:
        raise MapError(f"{target}: a picture is one of {', '.join(PICTURE_SUFFIXES)}")
    try:
        import matplotlib
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MapError(
            "pictures need matplotlib: python -m pip install 'incident-mapper[static]'"
        ) from error
    look = THEMES["dark" if theme == "dark" else "light"]
    settings: dict[Any, Any] = {
        "svg.hashsalt": "incident-mapper",
        "svg.fonttype": "path",
        "pdf.fonttype": 42,
        "font.family": _installed_fonts(),
        "hatch.linewidth": 0.6,
        "path.simplify": False,
    }
    with matplotlib.rc_context(settings):
        figure = Figure(figsize=size_in, facecolor=look["paper"])
        picture = _Picture(figure, located, reports, store, look, dark=theme == "dark")
        picture.draw(title or "", subtitle or "", notes)
        target.parent.mkdir(parents=True, exist_ok=True)
        metadata = {".svg": {"Date": None}, ".pdf": {"CreationDate": None}, ".png": {}}
        figure.savefig(
            target, dpi=dpi, facecolor=look["paper"], metadata=metadata[target.suffix.lower()]
        )
    return target


def _installed_fonts() -> list[str]:
    from matplotlib.font_manager import fontManager

    there = {font.name for font in fontManager.ttflist}
    return [name for name in _FONTS if name in there] or ["DejaVu Sans"]


def _mercator(xy: NDArray[np.float64], west: float) -> NDArray[np.float64]:
    """Longitudes east of `west`, and latitudes as Web Mercator draws them, both in degrees."""
    lng = np.where(xy[:, 0] < west, xy[:, 0] + 360.0, xy[:, 0])
    lat = np.radians(np.clip(xy[:, 1], -85.0, 85.0))
    return np.column_stack([lng, np.degrees(np.log(np.tan(np.pi / 4 + lat / 2)))])


def _lighter(colour: str) -> str:
    parts = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(part * 0.55 + 255 * 0.45):02x}" for part in parts)


@dataclass(slots=True)
class _Cell:
    """Regions too small to draw, gathered where their symbols would overlap."""

    x: float
    y: float
    regions: list[int]
    weight: int


class _Picture:
    """One drawing: axes, what is drawn on them, and the room that is taken."""

    def __init__(
        self,
        figure: Figure,
        located: Sequence[LocatedIncident],
        reports: Sequence[Report],
        store: Store | None,
        look: Any,
        *,
        dark: bool,
    ) -> None:
        self.figure = figure
        self.located = located
        self.reports = reports
        self.look = look
        self.dark = dark
        regions = regions_of(located)
        self.footprints = regions.footprints
        self.rows: list[list[int]] = [[] for _ in self.footprints]
        for row, number in enumerate(regions.of_row):
            if number >= 0:
                self.rows[number].append(row)
        shown = bounds_around(f.region_90 for f in self.footprints)
        self.shown = shown or Bounds(-170.0, -56.0, 179.0, 75.0)
        self.west = (
            (self.shown.west + self.shown.east) / 2 if self.shown.west > self.shown.east else -1e9
        )
        self.base: Basemap | None = basemap(store, self.shown) if store is not None else None
        self.version = f"gazetteer {store.version}" if store is not None else ""
        self.taken: list[Box] = []

    def draw(self, title: str, subtitle: str, notes: Sequence[str]) -> None:
        width, height = self.figure.get_size_inches()
        foot = 0.62 + 0.15 * min(4, len(self.reports)) + 0.17 * len(notes)
        head = (0.52 if title else 0.12) + (0.24 if subtitle else 0)
        side = 0.245 * width if self.located else 0.0
        box = (0.25 / width, foot / height, 1 - (0.4 + side) / width, 1 - (foot + head) / height)
        self.axes = self.figure.add_axes(box)
        self._frame(box, width, height)
        self._draw_base(self.axes)
        areas, symbols = self._sorted()
        for number in areas:
            self._area(number)
        for cell in self._gathered(symbols):
            self._cell(cell)
        self._badges(areas)
        self._names()
        self._words(title, subtitle, notes, head / height, foot / height)
        self._legend(1 - (side - 0.1) / width, 1 - head / height, width, height)

    # --- Frame and basemap -----------------------------------------------------------

    def _frame(self, box: Sequence[float], width: float, height: float) -> None:
        corners = np.array(
            [[self.shown.west, self.shown.south], [self.shown.east, self.shown.north]]
        )
        (left, low), (right, high) = _mercator(corners, self.west)
        wide, tall = box[2] * width, box[3] * height
        middle = (left + right) / 2, (low + high) / 2
        scale = max((right - left) / wide, (high - low) / tall, 0.25 / wide) * 1.16
        self.axes.set_xlim(middle[0] - scale * wide / 2, middle[0] + scale * wide / 2)
        self.axes.set_ylim(middle[1] - scale * tall / 2, middle[1] + scale * tall / 2)
        self.points_per_unit = 72.0 / scale
        self.axes.set_xticks([])
        self.axes.set_yticks([])
        self.axes.set_facecolor(self.look["water"])
        for spine in self.axes.spines.values():
            spine.set_edgecolor(self.look["rule"])

    def _path(self, shape: BaseGeometry) -> Outline:
        from matplotlib.path import Path as Outline

        pieces = []
        for part in shapely.get_parts(shape):
            if part.geom_type == "Polygon":
                pieces += [
                    Outline(_mercator(shapely.get_coordinates(ring), self.west), closed=True)
                    for ring in shapely.get_rings(part)
                ]
            elif part.geom_type == "LineString":
                pieces.append(Outline(_mercator(shapely.get_coordinates(part), self.west)))
        return Outline.make_compound_path(*pieces) if pieces else Outline(np.zeros((0, 2)))

    def _add(self, shape: BaseGeometry, **style: Any) -> None:
        from matplotlib.patches import PathPatch

        if shape.is_empty:
            return
        outline = self._path(shape)
        (left, right), (low, high) = self.axes.get_xlim(), self.axes.get_ylim()
        corners = np.asarray(outline.vertices, dtype=np.float64)
        if len(corners):
            west, south = corners.min(axis=0)
            east, north = corners.max(axis=0)
            if west > right or east < left or south > high or north < low:
                return
            # `add_patch` would measure every corner; the frame is set already.
            self.axes.add_artist(PathPatch(outline, **style))

    def _draw_base(self, axes: Axes) -> None:
        base, look = self.base, self.look
        if base is None:
            return
        for shape in base.land:
            self._add(
                shape, facecolor=look["land"], edgecolor=look["land"], linewidth=0.5, zorder=2
            )
        for shape in base.provinces:
            self._add(shape, facecolor="none", edgecolor=look["province"], linewidth=0.4, zorder=3)
        for shape in base.lakes:
            self._add(shape, facecolor=look["lake"], edgecolor="none", zorder=3.5)
        for shape in base.rivers:
            self._add(shape, facecolor="none", edgecolor=look["river"], linewidth=0.6, zorder=3.6)
        for shape in base.land:
            self._add(shape, facecolor="none", edgecolor=look["border"], linewidth=0.6, zorder=4)
        for shape in base.disputed:
            self._add(shape, facecolor="none", edgecolor=look["land"], linewidth=1.4, zorder=4.1)
            self._add(
                shape,
                facecolor="none",
                edgecolor=look["border"],
                linewidth=0.7,
                linestyle=(0, (4, 3)),
                zorder=4.2,
            )

    # --- Incidents -------------------------------------------------------------------

    def _sorted(self) -> tuple[list[int], list[int]]:
        """Regions large enough to see, the largest first; and the others."""
        sizes = []
        for footprint in self.footprints:
            west, south, east, north = shapely.bounds(footprint.region_90)
            low, high = _mercator(np.array([[west, south], [east, north]]), -1e9)[:, 1]
            sizes.append(max(east - west, high - low) * self.points_per_unit)
        order = sorted(range(len(sizes)), key=lambda i: (-sizes[i], i))
        return (
            [i for i in order if sizes[i] >= _SYMBOL_PT],
            [i for i in range(len(sizes)) if sizes[i] < _SYMBOL_PT],
        )

    def _kinds(self, regions: Sequence[int]) -> list[tuple[KindStyle, int]]:
        tally: dict[str, int] = {}
        for number in regions:
            for row in self.rows[number]:
                kind = self.located[row].incident.kind
                tally[kind] = tally.get(kind, 0) + 1
        ranked = sorted(tally.items(), key=lambda item: (-item[1], item[0]))
        return [(kind_style(kind), count) for kind, count in ranked]

    def _tone(self, kind: KindStyle) -> str:
        return _lighter(kind.colour) if self.dark else kind.colour

    def _area(self, number: int) -> None:
        from matplotlib.colors import to_rgba

        footprint = self.footprints[number]
        style = precision_style(footprint.drawn_prec or footprint.where_prec)
        colour = self._tone(self._kinds([number])[0][0])
        outer, inner = footprint.region_90, footprint.region_50
        line = to_rgba(colour, 0.9)
        hatch = self._hatch(style.hatch, number)
        self._add(outer, facecolor=to_rgba(colour, 0.09), edgecolor="none", zorder=6)
        self._add(
            outer,
            facecolor="none",
            edgecolor=to_rgba(colour, 0.4),
            linewidth=0,
            hatch=hatch,
            zorder=6.1,
        )
        self._add(
            outer,
            facecolor="none",
            edgecolor=line,
            linewidth=0.9,
            linestyle=_EDGES[style.edge],
            zorder=6.2,
        )
        self._add(
            inner,
            facecolor=to_rgba(colour, 0.22),
            edgecolor=to_rgba(colour, 0.5),
            linewidth=0.5,
            zorder=6.3,
        )

    def _hatch(self, name: str, number: int) -> str:
        """Lines of every other kind lean the other way, so that overlaps can be read."""
        kinds = [layer.kind for layer in layers_of(self.located)]
        lean = kinds.index(self._kinds([number])[0][0].kind) % 2
        return _HATCHES[name].replace("/", "\\") if lean else _HATCHES[name]

    def _spot(self, number: int) -> tuple[float, float]:
        point = self.footprints[number].point
        x, y = _mercator(np.array([[point.lng, point.lat]]), self.west)[0]
        return float(x), float(y)

    def _gathered(self, symbols: Sequence[int]) -> list[_Cell]:
        room = _SYMBOL_PT * 1.15 / self.points_per_unit
        cells: list[_Cell] = []
        for number in sorted(symbols, key=lambda i: (-len(self.rows[i]), i)):
            x, y = self._spot(number)
            near = next((c for c in cells if math.hypot(c.x - x, c.y - y) < room), None)
            if near:
                near.regions.append(number)
                near.weight += len(self.rows[number])
            else:
                cells.append(_Cell(x, y, [number], len(self.rows[number])))
        return cells

    def _cell(self, cell: _Cell) -> None:
        kinds = self._kinds(cell.regions)
        precision = max(
            self.footprints[i].drawn_prec or self.footprints[i].where_prec for i in cell.regions
        )
        self._symbol(self.axes, cell.x, cell.y, kinds[0][0], precision)
        half = 0.55 * _SYMBOL_PT / self.points_per_unit
        self.taken.append((cell.x - half, cell.y - half, cell.x + half, cell.y + half))
        if cell.weight > 1:
            self.axes.annotate(
                f"{cell.weight:,}",
                (cell.x, cell.y),
                (_SYMBOL_PT * 0.5, _SYMBOL_PT * 0.45),
                textcoords="offset points",
                ha="center",
                va="center",
                fontsize=6,
                weight="bold",
                color=self.look["paper"],
                zorder=12,
                bbox={"boxstyle": "round,pad=0.25", "fc": self.look["ink"], "ec": "none"},
            )

    def _symbol(
        self,
        axes: Axes,
        x: float,
        y: float,
        kind: KindStyle,
        where_prec: int,
        side: float = _SYMBOL_PT,
    ) -> None:
        badge = precision_style(where_prec).badge if where_prec else "solid"
        colour = self._tone(kind)
        white = self.look["paper"] if self.dark else "#ffffff"

        def mark(path: str, share: float, **style: Any) -> None:
            outline = _marker(path)
            # A marker is scaled so that its farthest corner lies at half its size.
            reach = float(np.abs(np.asarray(outline.vertices, dtype=np.float64)).max())
            area = (side * share * 2 * reach) ** 2
            axes.scatter([x], [y], s=area, marker=outline, clip_on=True, **style)

        outline, halo = OUTLINES[kind.outline], self.look["halo"]
        if badge == "solid":
            mark(outline, 0.95, facecolor=colour, edgecolor=halo, linewidth=0.8, zorder=10)
            mark(kind.glyph, 0.78, facecolor=white, edgecolor="none", zorder=11)
        elif badge == "ring":
            mark(outline, 1.0, facecolor=halo, edgecolor=colour, linewidth=0.7, zorder=10)
            mark(outline, 0.78, facecolor=colour, edgecolor="none", zorder=10.5)
            mark(kind.glyph, 0.64, facecolor=white, edgecolor="none", zorder=11)
        else:
            mark(
                outline,
                0.95,
                facecolor=self.look["paper"],
                edgecolor=colour,
                linewidth=0.9,
                linestyle=(0, (2.4, 1.6)),
                zorder=10,
            )
            mark(kind.glyph, 0.76, facecolor=colour, edgecolor="none", zorder=11)

    # --- Words on the map --------------------------------------------------------------

    def _free(self, box: Box) -> bool:
        left, right = self.axes.get_xlim()
        low, high = self.axes.get_ylim()
        inside = box[0] > left and box[2] < right and box[1] > low and box[3] < high
        return inside and not any(
            b[0] < box[2] and b[2] > box[0] and b[1] < box[3] and b[3] > box[1] for b in self.taken
        )

    def _text_box(self, words: str, x: float, y: float, size: float, align: str) -> Box:
        unit = self.points_per_unit
        width, half = 0.57 * size * len(words) / unit, 0.75 * size / unit
        left = {"left": x, "right": x - width, "center": x - width / 2}[align]
        return left, y - half, left + width, y + half

    def _write(self, words: str, x: float, y: float, **style: Any) -> None:
        from matplotlib.patheffects import withStroke

        halo = [withStroke(linewidth=1.8, foreground=self.look["halo"])]
        self.axes.text(x, y, _plain(words), path_effects=halo, va="center", clip_on=True, **style)

    def _badges(self, areas: Sequence[int]) -> None:
        """Say in a large area what happened in it, the smallest area first."""
        for number in reversed(areas):
            kinds = self._kinds([number])
            rows = self.rows[number]
            count = count_of(self.located[row].incident for row in rows)
            lines = [kinds[0][0].plural if len(kinds) == 1 else f"{len(rows):,} records"]
            if count.events_max != len(rows):
                lines.append(count.in_words().split(", ", 1)[-1])
            spot = self._area_spot(number, max(lines, key=len))
            if spot is None:
                continue
            x, y, align, box = spot
            self.taken.append(box)
            precision = self.footprints[number].drawn_prec or self.footprints[number].where_prec
            self._symbol(self.axes, x, y, kinds[0][0], precision)
            away = (_SYMBOL_PT * 0.62 / self.points_per_unit) * (1 if align == "left" else -1)
            drop = 4.6 / self.points_per_unit
            for line, (words, weight) in enumerate(zip(lines, ("bold", "normal"), strict=False)):
                shift = drop * (1 - 2 * line) if len(lines) > 1 else 0
                self._write(
                    words,
                    x + away,
                    y + shift,
                    ha=align,
                    fontsize=7.6 - 0.8 * line,
                    weight=weight,
                    color=self.look["ink"],
                    zorder=12,
                )

    def _area_spot(self, number: int, words: str) -> tuple[float, float, str, Box] | None:
        footprint = self.footprints[number]
        west, south, east, north = shapely.bounds(footprint.region_90)
        lng, lat = (
            grid.ravel()
            for grid in np.meshgrid(
                np.linspace(west, east, 15)[1:-1], np.linspace(south, north, 15)[1:-1]
            )
        )
        inside = shapely.contains_xy(footprint.region_90, lng, lat)
        lng, lat = lng[inside], lat[inside]
        worth = 0.4 * shapely.contains_xy(footprint.region_50, lng, lat)
        worth -= np.hypot(lng - footprint.point.lng, lat - footprint.point.lat) / (
            east - west + north - south
        )
        for other in [f.region_90 for i, f in enumerate(self.footprints) if i != number][:12]:
            worth -= 0.7 * shapely.contains_xy(other, lng, lat)
        spots = _mercator(np.column_stack([lng, lat]), self.west)
        half = 0.6 * _SYMBOL_PT / self.points_per_unit
        for at in np.argsort(-worth, kind="stable"):
            x, y = float(spots[at, 0]), float(spots[at, 1])
            for align, sign in (("left", 1), ("right", -1)):
                text = self._text_box(words, x + sign * half, y, 8.4, align)
                box = (min(x - half, text[0]), y - half, max(x + half, text[2]), y + half)
                if self._free(box):
                    return x, y, align, box
        return None

    def _names(self) -> None:
        if self.base is None:
            return
        order = {"country": 0, "city": 1, "province": 2}
        look = self.look
        labels = sorted(
            (label for label in self.base.labels if label.kind in order),
            key=lambda label: (order[label.kind], -label.weight, label.name),
        )
        span = self.axes.get_xlim()[1] - self.axes.get_xlim()[0]
        left = {"country": 40, "city": 26, "province": 30 if span < 14 else 0}
        for label in labels:
            x, y = _mercator(np.array([label.point]), self.west)[0]
            if left[label.kind] <= 0:
                continue
            if label.kind == "city":
                gap = 3.4 / self.points_per_unit
                box = self._text_box(label.name, x + gap, y, 6.6, "left")
                if not self._free((x - gap, box[1], box[2], box[3])):
                    continue
                self.axes.scatter([x], [y], s=4, color=look["city"], zorder=7)
                self._write(
                    label.name, x + gap, y, ha="left", fontsize=6.6, color=look["city"], zorder=8
                )
            else:
                big = label.kind == "country"
                words = label.name.upper() if big else label.name
                box = self._text_box(words, x, y, 8.0 if big else 6.2, "center")
                if not self._free(box):
                    continue
                self._write(
                    words,
                    x,
                    y,
                    ha="center",
                    fontsize=7.4 if big else 6,
                    zorder=8,
                    weight="bold" if big else "normal",
                    style="normal" if big else "italic",
                    color=look["country"] if big else look["quiet"],
                )
            left[label.kind] -= 1
            self.taken.append(box)

    # --- Words around the map ----------------------------------------------------------

    def _words(
        self, title: str, subtitle: str, notes: Sequence[str], head: float, foot: float
    ) -> None:
        from geo import __version__

        width, height = self.figure.get_size_inches()
        left, look = 0.25 / width, self.look

        def line(words: str, y: float, **style: Any) -> None:
            self.figure.text(left, y, _plain(words), va="center", **style)

        room = int(width * 11)
        if title:
            line(
                _cut(title, int(width * 7)),
                1 - 0.30 / height,
                fontsize=16,
                weight="bold",
                color=look["ink"],
            )
        if subtitle:
            line(_cut(subtitle, room), 1 - 0.58 / height, fontsize=9.5, color=look["quiet"])
        y = foot - 0.16 / height
        small = {"fontsize": 6.4, "color": look["quiet"]}
        for note in notes:
            line(_cut(note, room), y, fontsize=7.6, color=look["ink"])
            y -= 0.17 / height
        for report in self.reports[:4]:
            said = ", ".join(
                str(word)
                for word in (report.title or report.report_id, report.source, report.published)
                if word
            )
            line(_cut(f"Source: {said} · SHA-256 {report.sha256}", room + 40), y, **small)
            y -= 0.15 / height
        line(_HOW_TO_READ, y, **small)
        y -= 0.15 / height
        line(f"{_CREDIT} · incident-mapper {__version__} {self.version}", y, **small)

    def _legend(self, left: float, top: float, width: float, height: float) -> None:
        """Layers with their counts, and the precisions that occur."""
        if not self.located:
            return
        look = self.look
        axes = self.figure.add_axes((left, 0.02, 1 - left - 0.1 / width, top - 0.02))
        axes.set_axis_off()
        tall = (top - 0.02) * height
        axes.set_xlim(0, (1 - left) * width)
        axes.set_ylim(tall, 0)
        y = 0.12
        for layer in layers_of(self.located)[:14]:
            self._symbol(axes, 0.14, y, kind_style(layer.kind), 1, side=13)
            axes.text(
                0.32,
                y - 0.065,
                layer.label,
                fontsize=8.4,
                weight="bold",
                va="center",
                color=look["ink"],
            )
            axes.text(
                0.32,
                y + 0.075,
                layer.count.in_words(),
                fontsize=7,
                va="center",
                color=look["quiet"],
            )
            y += 0.36
        y += 0.1
        kind = kind_style(layers_of(self.located)[0].kind)
        for where_prec in sorted({f.drawn_prec or f.where_prec for f in self.footprints}):
            self._symbol(axes, 0.14, y, kind, where_prec, side=11)
            label = f"Precision {where_prec}: {precision_style(where_prec).label.lower()}"
            axes.text(0.32, y, label, fontsize=7, va="center", color=look["quiet"])
            y += 0.24
        unmapped = sum(item.resolution.footprint is None for item in self.located)
        if unmapped:
            axes.text(
                0,
                y + 0.06,
                f"Not on the map: {unmapped:,}",
                fontsize=7,
                va="center",
                color=look["quiet"],
            )


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


def _plain(words: str) -> str:
    """Text as it is: a dollar sign opens no formula, and control characters are gone."""
    return "".join(c if c.isprintable() else " " for c in words).replace("$", r"\$")


def _cut(words: str, room: int) -> str:
    return words if len(words) <= room else words[: room - 1] + "…"
