# ruff: noqa: E501 - a row of a table stays on one line
"""How incidents look: one symbol a kind, one hatch a precision, for browser and print alike.

Symbols differ by outline, glyph and colour, so that none of the three alone has to be
seen. Paths are written in a 24 by 24 box, y down, with absolute M, L, C and Z only: that
much every canvas, SVG and matplotlib understands.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

__all__ = [
    "GROUPS",
    "KINDS",
    "OUTLINES",
    "PRECISIONS",
    "SYMBOL_PX",
    "THEMES",
    "KindStyle",
    "PrecisionStyle",
    "kind_style",
    "path_commands",
    "precision_style",
]

SYMBOL_PX = 26
"""Width of a symbol on the screen, CSS pixels; a smaller region is shown by its symbol."""


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _polygon(*points: tuple[float, float]) -> str:
    return "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in points) + "Z"


def _regular(sides: int, radius: float, turn_deg: float = 0.0, x: float = 12, y: float = 12) -> str:
    angles = [math.radians(turn_deg - 90 + 360 * i / sides) for i in range(sides)]
    return _polygon(*((x + radius * math.cos(a), y + radius * math.sin(a)) for a in angles))


def _star(points: int, outer: float, inner: float) -> str:
    corners = []
    for i in range(2 * points):
        radius, angle = (inner if i % 2 else outer), math.radians(-90 + 180 * i / points)
        corners.append((12 + radius * math.cos(angle), 12 + radius * math.sin(angle)))
    return _polygon(*corners)


def _disc(x: float, y: float, radius: float) -> str:
    k = 0.5523 * radius  # four cubic arcs make a circle to within 0.03 %
    corners = ((0, -1, 1, 0), (1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1))
    parts = [f"M{_number(x)} {_number(y - radius)}"]
    for ax, ay, bx, by in corners:
        handles = (
            x + radius * ax + k * bx, y + radius * ay + k * by,
            x + radius * bx + k * ax, y + radius * by + k * ay,
            x + radius * bx, y + radius * by,
        )  # fmt: skip
        parts.append("C" + " ".join(_number(v) for v in handles))
    return "".join(parts) + "Z"


def _bar(x1: float, y1: float, x2: float, y2: float, width: float) -> str:
    length = math.hypot(x2 - x1, y2 - y1)
    nx, ny = -(y2 - y1) / length * width / 2, (x2 - x1) / length * width / 2
    return _polygon((x1 + nx, y1 + ny), (x2 + nx, y2 + ny), (x2 - nx, y2 - ny), (x1 - nx, y1 - ny))


OUTLINES: Mapping[str, str] = MappingProxyType(
    {
        "circle": _disc(12, 12, 11),
        "diamond": _polygon((12, -0.4), (24.4, 12), (12, 24.4), (-0.4, 12)),
        "square": _polygon((2, 2), (22, 2), (22, 22), (2, 22)),
        "triangle": _polygon((12, -1.5), (25, 22), (-1, 22)),
        "hexagon": _regular(6, 12),
        "octagon": _regular(8, 11.8, 22.5),
        "pentagon": _regular(5, 12.4),
        "shield": "M2.5 2L21.5 2L21.5 12C21.5 18 17 21.5 12 23.5C7 21.5 2.5 18 2.5 12Z",
    }
)
"""Outlines of symbols, by name."""

_PERSON = _disc(12, 7.4, 3.1) + "M5.8 19C5.8 14 8 12 12 12C16 12 18.2 14 18.2 19Z"
_GLYPHS: dict[str, str] = {
    "plane": _polygon(
        (12, 3), (13.5, 9), (20.6, 14), (20.6, 16), (13.5, 13.8), (13, 18.3), (15.4, 20.2),
        (15.4, 21.2), (12, 20.3), (8.6, 21.2), (8.6, 20.2), (11, 18.3), (10.5, 13.8), (3.4, 16),
        (3.4, 14), (10.5, 9),
    ),
    "drone": (
        _bar(7, 7, 17, 17, 2.2) + _bar(17, 7, 7, 17, 2.2) + _disc(7, 7, 2.9) + _disc(17, 7, 2.9)
        + _disc(7, 17, 2.9) + _disc(17, 17, 2.9)
    ),
    "shell": "M12 3.5C15.2 6.6 16 9.6 16 12.6L16 16.6L8 16.6L8 12.6C8 9.6 8.8 6.6 12 3.5Z"
    + _polygon((8, 18.2), (16, 18.2), (16, 20.6), (8, 20.6)),
    "rocket": "M12 5.5C14.4 7.6 14.8 10.6 14.5 13.4L17 16.4L17 19.4L14 17.8L10 17.8L7 19.4L7 16.4"
    "L9.5 13.4C9.2 10.6 9.6 7.6 12 5.5Z",
    "missile": _polygon((12, 3), (14.2, 7), (14.2, 16.5), (17, 19.5), (17, 21), (7, 21), (7, 19.5),
                        (9.8, 16.5), (9.8, 7)),
    "burst": _star(8, 8.6, 4.2),
    "car": _polygon((3.6, 14.8), (5.6, 13.6), (8, 9), (15.6, 9), (18, 13), (20.4, 14.4), (20.4, 17),
                    (3.6, 17)) + _disc(8, 17, 2.1) + _disc(16.2, 17, 2.1),
    "device": _polygon((6, 10.5), (18, 10.5), (18, 18.5), (6, 18.5)) + _bar(9, 10.6, 7, 5.5, 1.7)
    + _bar(15, 10.6, 17, 5.5, 1.7) + _bar(12, 10.6, 12, 4.8, 1.7),
    "mine": "M4.4 16.6C4.4 11.6 8 9.6 12 9.6C16 9.6 19.6 11.6 19.6 16.6Z" + _bar(12, 9.8, 12, 5.6, 2.4),
    "grenade": _disc(12, 14.6, 5.6) + _polygon((9.6, 4.8), (16.4, 4.8), (18.4, 9.6), (16.8, 10.2),
                                              (14.8, 7), (14.4, 9.4), (9.6, 9.4)),
    "bomb": _disc(11, 14, 6.2) + _bar(14.4, 9.8, 17.6, 5.6, 2.6),
    "swords": _bar(5.4, 5.4, 18.6, 18.6, 3) + _bar(18.6, 5.4, 5.4, 18.6, 3),
    "bolt": _polygon((13.4, 3.4), (6.2, 13.4), (11, 13.4), (10, 20.8), (17.8, 10.2), (13, 10.2)),
    "ambush": _polygon((3.8, 6.2), (7, 6.2), (11, 12), (7, 17.8), (3.8, 17.8), (7.8, 12))
    + _polygon((20.2, 6.2), (17, 6.2), (13, 12), (17, 17.8), (20.2, 17.8), (16.2, 12)),
    "crosshair": _disc(12, 12, 3.2) + _bar(12, 3, 12, 7.4, 2.2) + _bar(12, 16.6, 12, 21, 2.2)
    + _bar(3, 12, 7.4, 12, 2.2) + _bar(16.6, 12, 21, 12, 2.2),
    "person": _PERSON,
    "taken": _disc(9, 7.4, 2.9) + "M3.4 18.6C3.4 13.8 5.4 12 9 12C12.6 12 14.6 13.8 14.6 18.6Z"
    + _polygon((15, 8.6), (17.4, 8.6), (17.4, 6), (21.4, 10), (17.4, 14), (17.4, 11.4), (15, 11.4)),
    "flame": "M12.4 3C13.2 7 17.8 9.4 17.8 14.6C17.8 18.4 15.2 20.8 12 20.8C8.8 20.8 6.2 18.4 6.2 "
    "14.8C6.2 12 8 10.6 9 8.4C9.8 10.2 10.6 10.8 11.4 11.2C12.6 8.4 12 5.4 12.4 3Z",
    "house": _polygon((12, 4), (20, 11), (17.6, 11), (17.6, 19), (13.8, 19), (12.2, 15.4), (10.2, 19),
                      (6.4, 19), (6.4, 11), (4, 11)),
    "bar": _bar(5, 12, 19, 12, 3.6),
    "stop": _polygon((7, 7), (17, 7), (17, 17), (7, 17)),
    "ship": _polygon((3.4, 14.2), (20.6, 14.2), (18.2, 19), (5.8, 19)) + _polygon(
        (8, 10), (16, 10), (16, 13.2), (8, 13.2)) + _bar(12, 10.2, 12, 4.8, 2.2),
    "megaphone": _polygon((4, 9.6), (8, 9.6), (17.6, 5), (17.6, 19), (8, 14.6), (4, 14.6))
    + _polygon((8, 15.6), (11, 16.8), (11, 20.4), (8, 20.4)),
    "crowd": _disc(12, 7.6, 2.7) + _disc(6.4, 10, 2.3) + _disc(17.6, 10, 2.3)
    + "M7.8 18.8C7.8 13.8 9.2 11.8 12 11.8C14.8 11.8 16.2 13.8 16.2 18.8Z"
    + "M2.8 18.8C2.8 15 4 13.4 6.6 13.4L6.6 18.8Z" + "M21.2 18.8C21.2 15 20 13.4 17.4 13.4L17.4 18.8Z",
    "trefoil": _disc(12, 7.6, 3.7) + _disc(7.8, 15, 3.7) + _disc(16.2, 15, 3.7),
    "flag": _bar(7.2, 3.6, 7.2, 20.6, 2.2) + _polygon((8.2, 4.2), (18.6, 7.8), (8.2, 12.2)),
    "dot": _disc(12, 12, 4.4),
}  # fmt: skip

# Nine colours that keep apart under the three common colour-vision deficiencies when
# paired with the outlines below, each at least 4.5 : 1 against the white of its glyph.
_RED, _BLUE, _PURPLE, _RUST = "#bf3326", "#1a68ab", "#7d4a9d", "#a35409"
_TEAL, _OLIVE, _PINK, _SLATE, _NAVY = "#0a756a", "#686c10", "#b2316f", "#4d5966", "#2f3f8c"


@dataclass(frozen=True, slots=True)
class KindStyle:
    """What one kind of incident looks like."""

    kind: str
    singular: str
    plural: str
    group: str
    """Key in `GROUPS`."""
    colour: str
    outline: str
    """Key in `OUTLINES`."""
    glyph: str
    """Path of the white figure inside the outline."""


GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "explosions": "Explosions and remote violence",
        "battles": "Battles",
        "civilians": "Violence against people",
        "unrest": "Riots and protests",
        "strategic": "Strategic developments",
        "other": "Other",
    }
)
"""Groups of the layer control, after ACLED's event types, in the order shown."""


def _kinds() -> Mapping[str, KindStyle]:
    rows = (
        ("airstrike", "Air strike", "Air strikes", "explosions", _RED, "circle", "plane"),
        ("drone_attack", "Drone attack", "Drone attacks", "explosions", _BLUE, "diamond", "drone"),
        ("shelling", "Shelling", "Shelling", "explosions", _PURPLE, "square", "shell"),
        ("rocket_attack", "Rocket attack", "Rocket attacks", "explosions", _RUST, "triangle", "rocket"),
        ("missile_strike", "Missile strike", "Missile strikes", "explosions", _NAVY, "hexagon", "missile"),
        ("suicide_bombing", "Suicide bombing", "Suicide bombings", "explosions", _PINK, "octagon", "burst"),
        ("car_bombing", "Car bombing", "Car bombings", "explosions", _OLIVE, "square", "car"),
        ("ied", "Improvised bomb", "Improvised bombs", "explosions", _TEAL, "hexagon", "device"),
        ("landmine", "Landmine", "Landmines", "explosions", _SLATE, "triangle", "mine"),
        ("grenade", "Grenade attack", "Grenade attacks", "explosions", _OLIVE, "circle", "grenade"),
        ("bombing", "Bombing", "Bombings", "explosions", _RUST, "octagon", "bomb"),
        ("chemical_attack", "Chemical attack", "Chemical attacks", "explosions", _TEAL, "diamond", "trefoil"),
        ("naval_attack", "Attack at sea", "Attacks at sea", "explosions", _NAVY, "pentagon", "ship"),
        ("armed_clash", "Armed clash", "Armed clashes", "battles", _SLATE, "diamond", "swords"),
        ("ambush", "Ambush", "Ambushes", "battles", _PURPLE, "hexagon", "ambush"),
        ("armed_attack", "Armed attack", "Armed attacks", "civilians", _PINK, "square", "bolt"),
        ("assassination", "Assassination", "Assassinations", "civilians", _SLATE, "circle", "crosshair"),
        ("abduction", "Abduction", "Abductions", "civilians", _TEAL, "square", "taken"),
        ("sexual_violence", "Sexual violence", "Sexual violence", "civilians", _PURPLE, "circle", "person"),
        ("arson", "Arson", "Arson", "unrest", _RED, "hexagon", "flame"),
        ("property_destruction", "Destruction of property", "Destruction of property", "unrest", _OLIVE,
         "pentagon", "house"),
        ("riot", "Riot", "Riots", "unrest", _RUST, "circle", "crowd"),
        ("protest_violence", "Violence at a protest", "Violence at protests", "unrest", _BLUE, "octagon",
         "megaphone"),
        ("weapons_use_disrupted", "Weapons use disrupted", "Weapons use disrupted", "strategic", _BLUE,
         "shield", "stop"),
        ("territory_change", "Change of territory", "Changes of territory", "strategic", _NAVY, "square", "flag"),
        ("other", "Other incident", "Other incidents", "other", _SLATE, "octagon", "dot"),
    )  # fmt: skip
    return MappingProxyType({row[0]: KindStyle(*row[:6], glyph=_GLYPHS[row[6]]) for row in rows})


KINDS: Mapping[str, KindStyle] = _kinds()
"""Every kind of incident that has a symbol of its own, in the order of the legend."""

_SPARE_COLOURS = (_TEAL, _PURPLE, _RUST, _NAVY, _PINK, _OLIVE)


def kind_style(kind: str) -> KindStyle:
    """The look of a kind; a kind that we do not know gets a look of its own.

    Parameters
    ----------
    kind : str
        A key such as `airstrike`, or any word that a foreign table uses.

    Examples
    --------
    >>> kind_style("airstrike").plural
    'Air strikes'
    >>> kind_style("cattle raid").plural
    'Cattle raid'
    """
    known = KINDS.get(kind)
    if known is not None:
        return known
    label = " ".join(kind.replace("_", " ").split()) or KINDS["other"].singular
    label = label[:1].upper() + label[1:]
    # The same word must look the same in every map: no clock, no order of appearance.
    spread = sum((i + 1) * ord(c) for i, c in enumerate(kind))
    outlines = tuple(OUTLINES)
    return KindStyle(
        kind,
        label,
        label,
        "other",
        _SPARE_COLOURS[spread % len(_SPARE_COLOURS)],
        outlines[spread // 7 % len(outlines)],
        _GLYPHS["dot"],
    )


@dataclass(frozen=True, slots=True)
class PrecisionStyle:
    """How a `where_prec` of UCDP is drawn: the vaguer, the sparser and the softer."""

    where_prec: int
    label: str
    hatch: str
    """One of solid, dots, lines, cross, sparse, waves."""
    edge: str
    """One of solid, dashed, soft."""
    spacing_px: int
    """Distance of the hatch's lines or dots."""
    badge: str
    """Form of the symbol that stands in: solid, ring or dashed."""


PRECISIONS: Mapping[int, PrecisionStyle] = MappingProxyType(
    {
        1: PrecisionStyle(1, "Exact place", "solid", "solid", 0, "solid"),
        2: PrecisionStyle(2, "Near a known place", "solid", "dashed", 0, "ring"),
        3: PrecisionStyle(3, "District", "dots", "dashed", 6, "ring"),
        4: PrecisionStyle(4, "Province", "lines", "dashed", 7, "dashed"),
        5: PrecisionStyle(5, "Border, road or loose region", "lines", "soft", 9, "dashed"),
        6: PrecisionStyle(6, "Country", "sparse", "soft", 12, "dashed"),
        7: PrecisionStyle(7, "Sea or air", "waves", "soft", 10, "dashed"),
    }
)
"""By UCDP `where_prec`, 1 to 7."""


def precision_style(where_prec: int) -> PrecisionStyle:
    """The look of a precision.

    Examples
    --------
    >>> precision_style(6).hatch
    'sparse'
    """
    return PRECISIONS[min(7, max(1, where_prec))]


THEMES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "light": MappingProxyType(
            {
                "paper": "#fbfaf6", "ink": "#1c1b19", "quiet": "#5d5a53", "rule": "#dcd8cd",
                "water": "#dbe6ea", "land": "#f5f2ea", "far": "#ece8de", "coast": "#93a5ad",
                "border": "#8f897c", "province": "#d0cabc", "river": "#b4cdd6", "lake": "#cddfe5",
                "city": "#45423c", "country": "#77725f", "halo": "#f9f7f1",
            }
        ),
        "dark": MappingProxyType(
            {
                "paper": "#141618", "ink": "#eceae4", "quiet": "#a9a69d", "rule": "#35383b",
                "water": "#10171b", "land": "#24282b", "far": "#1d2123", "coast": "#4b5a62",
                "border": "#74776f", "province": "#3a3f42", "river": "#2c4550", "lake": "#16252c",
                "city": "#c9c6bd", "country": "#9b9a8e", "halo": "#1b1f21",
            }
        ),
    }
)  # fmt: skip
"""Colours of the page and of the basemap, by theme."""


def path_commands(path: str) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """Split a path into its commands, each a letter and its numbers.

    Examples
    --------
    >>> path_commands("M0 0L2 1Z")
    (('M', (0.0, 0.0)), ('L', (2.0, 1.0)), ('Z', ()))
    """
    commands: list[tuple[str, tuple[float, ...]]] = []
    start = 0
    for end in range(1, len(path) + 1):
        if end == len(path) or path[end] in "MLCZ":
            numbers = tuple(float(word) for word in path[start + 1 : end].split())
            commands.append((path[start], numbers))
            start = end
    return tuple(commands)
