"""What stands around the map: title, notes, sources, and the key to what is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from geo.layers import layers_of
from geo.static.marks import EDGES, HATCHES, draw_symbol, tone
from geo.static.sheet import isolated
from geo.static.tags import draw_tag
from geo.style import kind_style, precision_style

if TYPE_CHECKING:
    from geo.layers import Layer
    from geo.model import Report
    from geo.static.marks import Marks
    from geo.static.sheet import Sheet
    from geo.style import KindStyle

__all__ = ["EDGE_IN", "KEY_IN", "Margins", "draw_key"]

EDGE_IN = 0.25
"""White space at the edge of the sheet."""
KEY_IN = 2.6
"""Width of the key."""
_TITLE_PT, _SUBTITLE_PT, _NOTE_PT, _SMALL_PT = 16.0, 9.5, 7.6, 6.4
_REPORTS = 4
_FULL_IN, _TIGHT_IN = 0.37, 0.2
"""Height of a layer in the key: on two lines, and on one."""
_SWATCH_IN = 0.5


@dataclass(slots=True)
class Margins:
    """Lines above and below the map: their words and what they look like, top to bottom."""

    head: list[tuple[str, float, dict[str, Any]]] = field(default_factory=list)
    foot: list[tuple[str, float, dict[str, Any]]] = field(default_factory=list)

    @classmethod
    def of(
        cls,
        sheet: Sheet,
        title: str,
        subtitle: str,
        notes: Sequence[str],
        reports: Sequence[Report],
        *,
        version: str,
        beside: float,
    ) -> Margins:
        """Break the words into lines that fit; the key stands `beside` those below the map."""
        room, look = sheet.width - 2 * EDGE_IN, sheet.look
        ink, quiet = {"color": look["ink"]}, {"color": look["quiet"]}
        out = cls()
        for line in sheet.wrapped(title, room, _TITLE_PT, most=2, weight="bold"):
            out.head.append((line, _TITLE_PT, {"weight": "bold", **ink}))
        for line in sheet.wrapped(subtitle, room, _SUBTITLE_PT, most=2):
            out.head.append((line, _SUBTITLE_PT, quiet))
        room -= beside
        for note in notes:
            out.foot += [(x, _NOTE_PT, ink) for x in sheet.wrapped(note, room, _NOTE_PT, most=4)]
        for line in _small_print(sheet, reports, version):
            out.foot += [
                (x, _SMALL_PT, quiet) for x in sheet.wrapped(line, room, _SMALL_PT, most=2)
            ]
        return out

    @property
    def above(self) -> float:
        """Height of the head in inches."""
        return 0.2 + sum(_leading(size) for _, size, _ in self.head) + (0.06 if self.head else 0)

    @property
    def below(self) -> float:
        """Height of the foot in inches."""
        return 0.26 + sum(_leading(size) for _, size, _ in self.foot)

    def draw(self, sheet: Sheet) -> None:
        """Write the lines."""
        for lines, y in ((self.head, 0.16), (self.foot, sheet.height - self.below + 0.1)):
            for words, size, style in lines:
                sheet.line(words, EDGE_IN, y + _leading(size) / 2, fontsize=size, **style)
                y += _leading(size)


def _leading(size: float) -> float:
    return size * 1.55 / 72


def _small_print(sheet: Sheet, reports: Sequence[Report], version: str) -> list[str]:
    words = sheet.words
    lines = []
    for report in reports[:_REPORTS]:
        day = words.day(report.published) if report.published else None
        name = report.title or report.report_id
        own = isolated if words.rtl else str
        said = words.say("join").join(own(x) for x in (name, report.source, day) if x)
        lines.append(f"{words.say('shell.sources')}: {said} · {own(f'SHA-256 {report.sha256}')}")
    if len(reports) > _REPORTS:
        lines[-1] += f" · + {words.number(len(reports) - _REPORTS)}"
    return [*lines, f"{words.say('map_credit')} · {isolated(version) if words.rtl else version}"]


def draw_key(sheet: Sheet, marks: Marks, top: float) -> None:
    """Layers with their counts, then how areas, labels and symbols are to be read."""
    if not marks.located:
        return
    start, y = sheet.width - EDGE_IN - KEY_IN + 0.15, top + 0.1
    words, quiet = sheet.words, {"fontsize": 7, "color": sheet.look["quiet"]}
    layers = layers_of(marks.located)
    kind = kind_style(layers[0].kind)
    unmapped = sum(item.resolution.footprint is None for item in marks.located)
    below = _how_to_read(sheet, marks, start, None, kind) + (0.4 if unmapped else 0.25)
    room = sheet.height - y - below
    # A long list gets one line a layer; one that is too long still ends in a number.
    tight = _FULL_IN * len(layers) > room
    most = max(3, int(room / _TIGHT_IN) - 1)
    shown = layers if not tight or len(layers) <= most else layers[:most]
    for layer in shown:
        y = _layer(sheet, layer, start, y, tight=tight)
    if len(shown) < len(layers):
        sheet.line(f"+ {words.number(len(layers) - len(shown))}", start + 0.32, y, **quiet)
        y += _TIGHT_IN
    y = _how_to_read(sheet, marks, start, y + 0.12, kind)
    if unmapped:
        said = f"{words.say('precision_0')}: {words.number(unmapped)}"
        sheet.line(said, start, y + 0.06, **quiet)


def _layer(sheet: Sheet, layer: Layer, start: float, y: float, *, tight: bool) -> float:
    """One layer; where the next one begins."""
    words, look = sheet.words, sheet.look
    middle = y if tight else y + 0.05
    side = 11 if tight else 13
    kind = kind_style(layer.kind)
    draw_symbol(sheet, sheet.page, sheet.from_start(start + 0.12), middle, kind, 1, side)
    name, count = words.kind(layer.kind, many=True), words.count(layer.count)
    if tight:
        said = sheet.wrapped(
            f"{name}: {words.number(layer.count.records)}", KEY_IN - 0.5, 7.4, most=1
        )
        sheet.line(said[0], start + 0.32, y, fontsize=7.4, color=look["ink"])
        return y + _TIGHT_IN
    for line in sheet.wrapped(name, KEY_IN - 0.5, 8.4, most=2, weight="bold"):
        sheet.line(line, start + 0.32, y, fontsize=8.4, weight="bold", color=look["ink"])
        y += 0.14
    for line in sheet.wrapped(count, KEY_IN - 0.5, 7, most=2):
        sheet.line(line, start + 0.32, y, fontsize=7, color=look["quiet"])
        y += 0.13
    return y + 0.1


def _how_to_read(
    sheet: Sheet, marks: Marks, start: float, top: float | None, kind: KindStyle
) -> float:
    """Explain what is drawn; where that ends. Without a top, only how tall it would be."""
    words, quiet = sheet.words, {"fontsize": 6.8, "color": sheet.look["quiet"]}
    used = sorted({marks.precision(number) for number in range(len(marks.footprints))})
    y = top or 0.0
    if not used:
        return y
    draws = top is not None
    if draws:
        head: dict[str, Any] = {"fontsize": 7.6, "weight": "bold", "color": sheet.look["ink"]}
        sheet.line(words.say("how_to_read"), start, y, **head)
    y += 0.24
    middle = sheet.from_start(start + _SWATCH_IN / 2)

    def said(text: str, y: float, least: float) -> float:
        lines = sheet.wrapped(text, KEY_IN - _SWATCH_IN - 0.28, 6.8)
        for number, line in enumerate(lines if draws else ()):
            sheet.line(line, start + _SWATCH_IN + 0.12, y + 0.125 * (number - 0.5), **quiet)
        return y + max(least, 0.125 * len(lines) + 0.09)

    areas, symbols = marks.sorted(sheet)
    if areas:
        if draws:
            _swatch(sheet, middle, y + 0.06, kind, marks.precision(areas[0]), inner=True)
        y = said(words.say("legend_area"), y, 0.3)
        if draws:
            _swatch(sheet, middle, y + 0.1, kind, marks.precision(areas[0]))
            draw_tag(sheet, sheet.page, middle, y + 0.01, [kind], ["1"], 1 / 72)
        y = said(words.say("legend_tag"), y, 0.34)
    for where_prec in used:
        if areas and draws:
            _swatch(sheet, sheet.from_start(start + 0.14), y, kind, where_prec, wide=0.26)
        if symbols and draws:
            x = sheet.from_start(start + (0.42 if areas else 0.14))
            draw_symbol(sheet, sheet.page, x, y, kind, where_prec, 11)
        name = words.say(f"precision_{where_prec}")
        y = said(words.say("precision_line", n=where_prec, name=name), y + 0.05, 0.18)
    return said(words.say("legend_symbol"), y + 0.05, 0.2) if symbols else y


def _swatch(
    sheet: Sheet,
    x: float,
    y: float,
    kind: KindStyle,
    where_prec: int,
    *,
    wide: float = _SWATCH_IN,
    inner: bool = False,
) -> None:
    """A small area as the map draws those of a precision."""
    from matplotlib.colors import to_rgba
    from matplotlib.patches import Ellipse

    style, colour = precision_style(where_prec), tone(sheet, kind)
    tall = min(0.22, wide * 0.6)
    hatch: dict[str, Any] = {"hatch": HATCHES[style.hatch] * 2, "linewidth": 0}
    line: dict[str, Any] = {"linestyle": EDGES[style.edge], "linewidth": 0.9}
    for look in (
        {"facecolor": to_rgba(colour, 0.09), "edgecolor": to_rgba(colour, 0.4), **hatch},
        {"facecolor": "none", "edgecolor": to_rgba(colour, 0.9), **line},
    ):
        sheet.page.add_artist(Ellipse((x, y), wide, tall, zorder=6, **look))
    if inner:
        dense: dict[str, Any] = {
            "facecolor": to_rgba(colour, 0.22),
            "edgecolor": to_rgba(colour, 0.5),
        }
        sheet.page.add_artist(Ellipse((x, y), wide / 2, tall / 2, zorder=7, linewidth=0.5, **dense))
