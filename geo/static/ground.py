"""The basemap on paper, and the names that find room on it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.static.sheet import text_size

if TYPE_CHECKING:
    from geo.basemap import Basemap, MapLabel
    from geo.static.sheet import Sheet

__all__ = ["draw_ground", "draw_names", "draw_scale"]

_ORDER = {"country": 0, "sea": 1, "city": 2, "province": 3, "disputed": 4}
_MOST = {"country": 40, "sea": 10, "city": 26, "province": 30, "disputed": 4}
_PROVINCES_BELOW_DEG = 20.0
_OVERHANG = 1.5
"""A name may be so much wider than its ground before it is left out."""
_EARTH_KM_PER_DEG = 111.195


def draw_ground(sheet: Sheet, base: Basemap) -> None:
    """Land, borders and waters."""
    look = sheet.look
    for shape in base.land:
        sheet.add(shape, facecolor=look["land"], edgecolor=look["land"], linewidth=0.5, zorder=2)
    for shape in base.provinces if _span(sheet) < 2 * _PROVINCES_BELOW_DEG else ():
        sheet.add(shape, facecolor="none", edgecolor=look["province"], linewidth=0.4, zorder=3)
    for shape in base.lakes:
        sheet.add(shape, facecolor=look["lake"], edgecolor="none", zorder=3.5)
    for shape in base.rivers:
        sheet.add(shape, facecolor="none", edgecolor=look["river"], linewidth=0.6, zorder=3.6)
    for shape in base.land:
        sheet.add(shape, facecolor="none", edgecolor=look["border"], linewidth=0.6, zorder=4)
    for shape in base.disputed:
        sheet.add(shape, facecolor="none", edgecolor=look["land"], linewidth=1.4, zorder=4.1)
        dashed: dict[str, Any] = {"linewidth": 0.7, "linestyle": (0, (4, 3)), "zorder": 4.2}
        sheet.add(shape, facecolor="none", edgecolor=look["border"], **dashed)


def _span(sheet: Sheet) -> float:
    left, right = sheet.axes.get_xlim()
    return float(right - left)


def draw_names(sheet: Sheet, base: Basemap) -> None:
    """As many names as find room, the weightier first."""
    left = dict(_MOST)
    if _span(sheet) > _PROVINCES_BELOW_DEG:
        left["province"] = left["disputed"] = 0
    known = [label for label in base.labels if label.kind in _ORDER]
    for label in sorted(known, key=lambda x: (_ORDER[x.kind], -x.weight, x.name)):
        if left[label.kind] > 0 and (
            _city(sheet, label) if label.kind == "city" else _name(sheet, label)
        ):
            left[label.kind] -= 1


def _city(sheet: Sheet, label: MapLabel) -> bool:
    x, y = sheet.spot(*label.point)
    colour, gap = sheet.look["city"], 3.4 / sheet.points_per_unit
    for align, sign in (("left", 1), ("right", -1)):
        box = sheet.text_box(label.name, x + sign * gap, y, 6.6, align)
        room = (min(box[0], x - gap), box[1], max(box[2], x + gap), box[3])
        if sheet.free(room):
            sheet.axes.scatter([x], [y], s=4, color=colour, zorder=7)
            sheet.write(
                label.name, x + sign * gap, y, ha=align, fontsize=6.6, color=colour, zorder=8
            )
            sheet.taken.append(room)
            return True
    return False


def _name(sheet: Sheet, label: MapLabel) -> bool:
    look, big = sheet.look, label.kind == "country"
    words = label.name.upper() if big else label.name
    size = {"country": 7.4, "sea": 7.0}.get(label.kind, 6.0)
    font = {"weight": "bold" if big else "normal", "style": "normal" if big else "italic"}
    width = text_size(words, size, **font)
    if label.size_deg and width > _OVERHANG * label.size_deg * sheet.points_per_unit:
        return False
    x, y = sheet.spot(*label.point)
    box = sheet.text_box(words, x, y, size, "center", **font)
    if not sheet.free(box):
        return False
    colour = look["country"] if big else look["coast"] if label.kind == "sea" else look["quiet"]
    sheet.write(words, x, y, ha="center", fontsize=size, zorder=8, color=colour, **font)
    sheet.taken.append(box)
    return True


def draw_scale(sheet: Sheet) -> None:
    """A bar of a round length, true in the middle of the map."""
    (left, right), (low, high) = sheet.axes.get_xlim(), sheet.axes.get_ylim()
    middle = math.degrees(2 * math.atan(math.exp(math.radians((low + high) / 2)))) - 90
    km_per_unit = _EARTH_KM_PER_DEG * math.cos(math.radians(middle))
    room = (right - left) * km_per_unit * 0.22
    if room < 0.5 or right - left > 150:
        return
    power = 10.0 ** math.floor(math.log10(room))
    length = next(step * power for step in (5, 2, 1) if step * power <= room)
    unit = 1 / sheet.points_per_unit
    x, y, wide = left + 10 * unit, low + 10 * unit, length / km_per_unit
    words, ink = f"{length:g} km", sheet.look["ink"]
    bar = np.array([[x, y + 3 * unit], [x, y], [x + wide, y], [x + wide, y + 3 * unit]])
    for colour, line in ((sheet.look["halo"], 3.0), (ink, 1.0)):
        sheet.axes.plot(bar[:, 0], bar[:, 1], color=colour, linewidth=line, zorder=13)
    sheet.write(words, x + wide / 2, y + 7 * unit, ha="center", fontsize=6.4, color=ink, zorder=13)
    sheet.taken.append((left, low, x + wide + 6 * unit, y + 13 * unit))
