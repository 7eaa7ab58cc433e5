"""Pictures without a browser: PNG, SVG and PDF for printed reports, drawn by matplotlib.

The same symbols, hatches, words and basemap as on the map; what a reader cannot click on
paper stands in words beside it.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gazetteer.model import Bounds
from geo import __version__
from geo.basemap import basemap, bounds_around
from geo.standalone import MapError
from geo.static.ground import draw_ground, draw_names, draw_scale
from geo.static.margins import EDGE_IN, KEY_IN, Margins, draw_key
from geo.static.marks import Marks
from geo.static.sheet import Sheet, fonts
from geo.static.tags import draw_tags
from geo.static.words import Words
from geo.style import THEMES

if TYPE_CHECKING:
    from gazetteer.store import Store
    from geo.model import LocatedIncident, Report

__all__ = ["PICTURE_SUFFIXES", "save_picture"]

PICTURE_SUFFIXES = (".png", ".svg", ".pdf")
"""What `save_picture` writes."""

_WORLD = Bounds(-170.0, -56.0, 179.0, 75.0)
_JOINS_ARABIC = (3, 11)
"""Version of matplotlib that first joins Arabic letters and runs them leftwards."""


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
    lang: str = "en",
    unnamed: Container[str] = (),
    size_in: tuple[float, float] = (11.0, 7.6),
    dpi: int = 160,
    **_: Any,
) -> Path:
    """Draw incidents as a still picture.

    Parameters
    ----------
    path : path
        Its suffix says what to write: one of `PICTURE_SUFFIXES`.
    located, reports, store, title, subtitle, notes, lang, unnamed
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
        If matplotlib is not installed or too old for the language, the suffix is none of
        ours, or there are no words in the language.

    Notes
    -----
    Options of a map that paper has no use for, such as `story`, are taken and ignored.
    Equal input gives equal bytes: no date is written into the file.
    """
    target = Path(path)
    if target.suffix.lower() not in PICTURE_SUFFIXES:
        raise MapError(f"{target}: a picture is one of {', '.join(PICTURE_SUFFIXES)}")
    words = Words(lang)
    try:
        import matplotlib
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MapError(
            "pictures need matplotlib: python -m pip install 'incident-mapper[static]'"
        ) from error
    if words.rtl and matplotlib.__version_info__[:2] < _JOINS_ARABIC:
        raise MapError(
            f"matplotlib {matplotlib.__version__} does not join Arabic letters; "
            "python -m pip install 'matplotlib>=3.11'"
        )
    dark = theme == "dark"
    look = THEMES["dark" if dark else "light"]
    settings: dict[Any, Any] = {
        "svg.hashsalt": "incident-mapper",
        "svg.fonttype": "path",
        "pdf.fonttype": 42,
        "font.family": list(fonts()),
        "hatch.linewidth": 0.6,
        "path.simplify": False,
    }
    with matplotlib.rc_context(settings):
        figure = Figure(figsize=size_in, facecolor=look["paper"])
        marks = Marks(located)
        shown = bounds_around(f.region_90 for f in marks.footprints) or _WORLD
        sheet = Sheet(figure, look, words, shown, dark=dark)
        version = f"incident-mapper {__version__}"
        if store is not None:
            version += f" · gazetteer {store.version}"
        beside = KEY_IN if located else 0.0
        margins = Margins.of(
            sheet, title or "", subtitle or "", notes, reports, version=version, beside=beside
        )
        _draw(sheet, marks, margins, store, unnamed)
        target.parent.mkdir(parents=True, exist_ok=True)
        metadata = {".svg": {"Date": None}, ".pdf": {"CreationDate": None}, ".png": {}}
        figure.savefig(
            target, dpi=dpi, facecolor=look["paper"], metadata=metadata[target.suffix.lower()]
        )
    return target


def _draw(
    sheet: Sheet, marks: Marks, margins: Margins, store: Store | None, unnamed: Container[str]
) -> None:
    key = KEY_IN if marks.located else 0.0
    tall = sheet.height - margins.above - margins.below
    sheet.frame(EDGE_IN, margins.above, sheet.width - 2 * EDGE_IN - key, tall)
    base = None
    if store is not None:
        footprints, lang = marks.footprints, sheet.words.lang
        base = basemap(store, sheet.shown, lang=lang, footprints=footprints, unnamed=unnamed)
        draw_ground(sheet, base)
    draw_scale(sheet)
    areas, symbols = marks.sorted(sheet)
    for number in areas:
        marks.draw_area(sheet, number)
    marks.draw_symbols(sheet, symbols)
    draw_tags(sheet, marks, areas)
    if base is not None:
        draw_names(sheet, base)
    margins.draw(sheet)
    draw_key(sheet, marks, margins.above)
