"""The map: Folium underneath, our own element for incidents, one file that stands alone."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Container, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from gazetteer.model import Bounds
from geo import __version__
from geo.basemap import Basemap, basemap, bounds_around
from geo.columns import incident_columns, text_columns
from geo.headline import (
    COUNTRIES_NAMED,
    countries_in_words,
    countries_of,
    days_of_reports,
    headline,
)
from geo.island import Island, packed
from geo.layers import Layer, grouped
from geo.leaflet import page_parts
from geo.standalone import (
    DocumentParts,
    MapError,
    document,
    fragment,
    srcdoc,
    web_text,
    world_bytes,
)
from geo.style import GROUPS, OUTLINES, PRECISIONS, SYMBOL_PX, THEMES, kind_style
from geo.table import UNDATED, Table, table_of
from geo.tiles import online_tiles

if TYPE_CHECKING:
    import folium
    from geopandas import GeoDataFrame

    from gazetteer.store import Store
    from geo.model import LocatedIncident, Report

__all__ = ["LANGUAGES", "IncidentMap"]

LANGUAGES = ("en", "fr", "es", "ar", "ru", "uk")
"""Languages that the map can speak; report text stays as it is."""

_RIGHT_TO_LEFT = frozenset({"ar"})
_WORLD = Bounds(-170.0, -56.0, 179.0, 75.0)
_REPORTS_LISTED = 200


class IncidentMap:
    """Incidents on a map, each as the region that the text allows.

    Parameters
    ----------
    located : sequence of LocatedIncident, or GeoDataFrame
        What to draw; those without a footprint are listed with the reason. A frame has
        the columns of `geo.frame`.
    reports : sequence of Report
        Where they come from.
    title, subtitle : str, optional
        Shown above the map; the title is by default that of the only report.
    notes : sequence of str
        Paragraphs under the map.
    store : Store, optional
        An open gazetteer, from which the basemap is drawn; without it there is none.
    layers_by : str
        What a layer is: `kind`, `actor`, `source`, `precision` or `status`.
    story : bool or mapping
        Tell the incidents in order of time; or in the order of the mapping's
        `incident_id`s, each with a caption.
    theme : str
        `light`, `dark` or `auto`, which follows the reader's system.
    lang : str
        Language of the map's own words, one of `LANGUAGES`.
    text : (str, sequence of (int, int)), optional
        A text to show beside the map, and where in it each row is named: code points,
        end exclusive, in the order of the rows.
    tiles : str, optional
        Address of an online basemap, such as `https://tiles.example/{z}/{x}/{y}.png`.
        The page then asks that host, and no other, for pictures, and says so; its own
        basemap stays underneath. By default a map asks nobody.
    tiles_credit : str, optional
        Whom the pictures are owed to, as the host wants it said; `tiles` needs it.
    small : bool
        Leave out the ids of incidents, for which row numbers then stand.
    unnamed : container of str
        Names that the basemap must not write.

    Examples
    --------
    >>> html = IncidentMap([], [], title="Nothing yet").to_html()
    >>> "default-src 'none'" in html
    True
    >>> html == IncidentMap([], [], title="Nothing yet").to_html()
    True
    """

    def __init__(
        self,
        located: Sequence[LocatedIncident] | GeoDataFrame,
        reports: Sequence[Report] = (),
        *,
        title: str | None = None,
        subtitle: str | None = None,
        notes: Sequence[str] = (),
        store: Store | None = None,
        layers_by: str = "kind",
        story: bool | Mapping[str, str] = False,
        theme: str = "auto",
        lang: str = "en",
        text: tuple[str, Sequence[tuple[int, int]]] | None = None,
        tiles: str | None = None,
        tiles_credit: str | None = None,
        small: bool = False,
        unnamed: Container[str] = (),
    ) -> None:
        if lang not in LANGUAGES:
            raise MapError(f"no words in {lang!r}; the map speaks {', '.join(LANGUAGES)}")
        if theme not in {"auto", "light", "dark"}:
            raise MapError(f"no theme {theme!r}; there are auto, light and dark")
        if layers_by not in {"kind", "actor", "source", "precision", "status"}:
            raise MapError(
                f"layers by {layers_by!r}? They go by kind, actor, source, precision or status"
            )
        self.lang = lang
        self._frame: Any = None
        self._located: tuple[LocatedIncident, ...] | None = None
        self._table: Table | None = None
        if hasattr(located, "itertuples"):
            from geo.frame import reports_of_frame
            from geo.framed import table_of_frame

            self._frame = located
            reports = reports or reports_of_frame(self._frame)
            self._table = table_of_frame(self._frame)
            if self._table is None:
                # Row by row, so that an error names the row.
                self._table = table_of(self.located)
        else:
            self._located = tuple(located)
        self.reports = tuple(reports)
        if subtitle is None:
            subtitle = days_of_reports(self.reports, self.words(), lang)
        self.subtitle = subtitle
        self.notes = tuple(notes)
        self.store = store
        self.layers_by = layers_by
        self.story = story
        self.theme = theme
        self.text = text
        self.tiles = online_tiles(tiles, tiles_credit)
        self.small = small
        self.unnamed = unnamed
        self._basemap: Basemap | None = None
        self._bounds: Bounds | None = None
        self._layered: tuple[Layer, ...] | None = None
        self.title = title or headline(
            self.reports, self._layers(), self._countries(), self.words()
        )

    # --- What goes into the page -----------------------------------------------------

    def bounds(self) -> Bounds | None:
        """The box of all regions, WGS84 degrees; None where nothing can be drawn."""
        if self._bounds is None:
            self._bounds = bounds_around(f.region_90 for f in self.table().regions.footprints)
        return self._bounds

    @property
    def located(self) -> tuple[LocatedIncident, ...]:
        """What is drawn, one by one; of a frame they are made when somebody asks."""
        if self._located is None:
            from geo.frame import from_frame

            self._located = from_frame(self._frame)
        return self._located

    def table(self) -> Table:
        """What is drawn, as columns."""
        if self._table is None:
            self._table = table_of(self.located)
        return self._table

    def _layers(self) -> tuple[Layer, ...]:
        if self._layered is None:
            kinds, ints = self.table().words["kind"], self.table().ints
            self._layered = grouped(kinds.words, kinds.codes, ints["count_min"], ints["count_max"])
        return self._layered

    def _countries(self) -> list[str]:
        """Names of the countries that the incidents lie in, the most frequent first."""
        named = set(self.table().words["country"].words) - {""}
        if self.store is None or len(named) > COUNTRIES_NAMED:
            return []
        if self._located is None:
            from geo.framed import countries_of_frame

            codes = countries_of_frame(self._frame)
        else:
            codes = countries_of(self._located)
        return countries_in_words(codes, self.store, self.lang)

    def words(self) -> dict[str, Any]:
        """The map's own words in its language."""
        words: dict[str, Any] = json.loads(web_text("i18n/en.json"))
        if self.lang != "en":
            words.update(json.loads(web_text(f"i18n/{self.lang}.json")))
        return words

    def islands(self, island_id: str = "im-data") -> tuple[tuple[str, str], ...]:
        """The data islands: element id and base64 text of each."""
        # zlib leaves the interpreter free: long texts are packed while columns are made.
        with ThreadPoolExecutor(2) as pool:
            texts = Island()
            kinds = [layer.kind for layer in self._layers()]
            text_columns(self.table(), self.reports, kinds, texts)
            packed_texts = pool.submit(packed, texts.to_bytes())
            packed_head = pool.submit(packed, self._head().to_bytes())
            return ((island_id, packed_head.result()), (f"{island_id}-text", packed_texts.result()))

    def _head(self) -> Island:
        head = Island()
        kinds = [layer.kind for layer in self._layers()]
        incident_columns(self.table(), self.reports, kinds, head, ids=not self.small)
        words = self.words()
        named = words.pop("kinds")
        head.header |= {
            "n": self.table().n,
            "title": self.title,
            "subtitle": self.subtitle or "",
            "notes": list(self.notes),
            "product": f"incident-mapper {__version__}",
            "gazetteer": self._gazetteer_version(),
            "credits": self._credits(),
            "lang": self.lang,
            "layers_by": self.layers_by,
            "story": self._story(),
            "words": words,
            "kinds": [_kind_entry(kind, named) for kind in kinds],
            "groups": {key: words["groups"].get(key, name) for key, name in GROUPS.items()},
            "outlines": dict(OUTLINES),
            "precisions": [
                {"hatch": p.hatch, "edge": p.edge, "spacing": p.spacing_px, "badge": p.badge}
                for p in PRECISIONS.values()
            ],
            "symbol": SYMBOL_PX,
            "themes": {name: dict(theme) for name, theme in THEMES.items()},
            "reports": [_report_entry(report) for report in self.reports],
            "bounds": self.bounds(),
            "base": self._base(head),
            "text": _marked_text(self.text) if self.text else None,
            "tiles": self.tiles and self.tiles.header(),
        }
        return head

    def _story(self) -> list[list[Any]]:
        """Row and caption of each step."""
        if not self.story:
            return []
        table = self.table()
        if isinstance(self.story, Mapping):
            ids = table.words["id"].texts()
            rows = dict(zip(ids, range(len(ids)), strict=True))
            missing = [key for key in self.story if key not in rows]
            if missing:
                raise MapError(
                    f"the story names incidents that are not there: {', '.join(missing)}"
                )
            return [[rows[key], caption] for key, caption in self.story.items()]
        start = table.ints["start"]
        order = np.lexsort((np.arange(table.n), start, start == UNDATED))
        return [[row, ""] for row in order.tolist()]

    def _base(self, head: Island) -> dict[str, Any] | None:
        if self.store is None:
            return None
        shown = self.bounds() or _WORLD
        if self._basemap is None:
            self._basemap = basemap(
                self.store,
                shown,
                lang=self.lang,
                footprints=self.table().regions.footprints,
                unnamed=self.unnamed,
            )
        base = self._basemap
        head.adopt(world_bytes())
        for name in ("land", "provinces", "lakes", "rivers", "disputed"):
            head.add_shapes(f"b.{name}", getattr(base, name), tolerance_deg=base.tolerance_deg)
        labels = sorted(base.labels, key=lambda label: (label.kind, -label.weight, label.name))
        head.add_text("b.label", [label.name for label in labels])
        head.add_ints("b.label.x", [round(label.point.lng * 1e4) for label in labels])
        head.add_ints("b.label.y", [round(label.point.lat * 1e4) for label in labels])
        head.add_text("b.label.kind", [label.kind for label in labels])
        head.add_ints("b.label.size", [round(100 * label.size_deg) for label in labels])
        return {"box": base.bounds, "tolerance": base.tolerance_deg}

    def _gazetteer_version(self) -> str:
        return f"gazetteer {self.store.version}" if self.store is not None else "no gazetteer"

    def _credits(self) -> list[str]:
        return [
            "Places: GeoNames (geonames.org), CC BY 4.0, and tables of incident-mapper",
            "Borders and waters: Natural Earth, public domain",
            "Airports: airportsdata, MIT",
            "Map: Leaflet, BSD 2-Clause",
        ]

    # --- Ways out --------------------------------------------------------------------

    def _center(self) -> tuple[float, float]:
        """Latitude and longitude of the middle of what is shown."""
        shown = self.bounds() or _WORLD
        west, east = shown.west, shown.east if shown.east >= shown.west else shown.east + 360
        return (shown.south + shown.north) / 2, (west + east) / 2

    def to_folium(self, *, carry: bool = True, island_id: str = "im-data") -> folium.Map:
        """A folium.Map with the incidents on it, ready for further layers of Folium."""
        from geo.on_folium import IncidentLayer, folium_map

        figure_map = folium_map(*self._center())
        islands = self.islands(island_id) if carry else ()
        figure_map.add_child(IncidentLayer(island_id, islands, carry=carry))
        return figure_map

    def add_to(self, figure_map: folium.Map, *, island_id: str | None = None) -> IncidentMap:
        """Draw the incidents on a map of Folium beside its own layers.

        Strings of reports stay inert there too, but the page then does what Folium's
        page does: it links scripts and tiles.
        """
        from geo.on_folium import IncidentLayer, free_island_id

        name = island_id or free_island_id(figure_map)
        figure_map.add_child(IncidentLayer(name, self.islands(name), carry=True))
        return self

    def to_html(self) -> str:
        """The whole document: no request, strict policy, the same bytes for the same input."""
        pictures = (self.tiles.origin,) if self.tiles else ()
        return document(
            self._parts(), shell=self._shell(), islands=self.islands(), pictures=pictures
        )

    def _parts(self, island_id: str = "im-data") -> DocumentParts:
        return page_parts(*self._center(), island_id)

    def to_fragment(self, *, name: str = "im-data", carry_code: bool = True) -> str:
        """The map as a part of a page, without a frame around it.

        Parameters
        ----------
        name : str
            Distinguishes the maps of one page.
        carry_code : bool
            False for all but one of the maps of a page: they share its code.

        Notes
        -----
        The page's own policy holds, not ours; texts of reports stay inert all the same.
        Where the page's policy forbids inline scripts, use `to_srcdoc`.
        """
        if not re.fullmatch(r"[A-Za-z][\w-]*", name):
            raise MapError(f"{name!r} is no name: a letter, then letters, digits and dashes")
        parts = self._parts(name)
        # Branca's ids start at 1 in every map; in a shared page the name tells them apart.
        key = name.replace("-", "_")
        parts.body = parts.body.replace("map_1", f"map_{key}")
        parts.scripts[-1] = parts.scripts[-1].replace("map_1", f"map_{key}")
        parts.styles = [style.replace("map_1", f"map_{key}") for style in parts.styles]
        shell = self._shell(name)
        return fragment(parts, shell=shell, islands=self.islands(name), carry_code=carry_code)

    def to_srcdoc(self, *, height: int = 640) -> str:
        """The whole document as a sandboxed frame: for pages that cannot link a file."""
        return srcdoc(self.to_html(), title=self.title, height=height)

    def save(self, path: Path | str) -> Path:
        """Write the document; the file appears only when it is complete."""
        target = Path(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = self.to_html()
        handle, scratch = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            # mkstemp makes private files; a map is for readers.
            mask = os.umask(0)
            os.umask(mask)
            Path(scratch).chmod(0o666 & ~mask)
            Path(scratch).replace(target)
        except BaseException:
            Path(scratch).unlink(missing_ok=True)
            raise
        return target

    def _repr_html_(self) -> str:
        return self.to_srcdoc()

    def _shell(self, island_id: str = "im-data") -> dict[str, Any]:
        words = self.words()
        listed = [_report_entry(report) for report in self.reports[:_REPORTS_LISTED]]
        more = len(self.reports) - len(listed)
        return {
            "island_id": island_id,
            "lang": self.lang,
            "dir": "rtl" if self.lang in _RIGHT_TO_LEFT else "ltr",
            "theme": self.theme,
            "title": self.title,
            "subtitle": self.subtitle,
            "notes": self.notes,
            "product": f"incident-mapper {__version__}",
            "gazetteer": self._gazetteer_version(),
            "credits": self._credits(),
            "reports": listed,
            "more_reports": f"+ {more:,}" if more else "",
            "words": words["shell"],
            "beside": self.text is not None,
        }


def _marked_text(text: tuple[str, Sequence[tuple[int, int]]]) -> dict[str, Any]:
    """The text and its spans, which a browser counts in units of UTF-16."""
    words, spans = text

    def units(start: int, end: int) -> int:
        return sum(2 if ord(character) > 0xFFFF else 1 for character in words[start:end])

    marks, seen, at = [], 0, 0
    for start, end in spans:
        at += units(seen, start)
        seen = start
        marks.append([at, at + units(start, end)])
    return {"words": words, "marks": marks}


def _kind_entry(kind: str, named: Mapping[str, Iterable[str]]) -> dict[str, Any]:
    style = kind_style(kind)
    singular, plural = named.get(kind, (style.singular, style.plural))
    return {
        "kind": kind,
        "one": singular,
        "many": plural,
        "group": style.group,
        "colour": style.colour,
        "outline": style.outline,
        "glyph": style.glyph,
    }


def _report_entry(report: Report) -> dict[str, str]:
    published = report.published.isoformat() if report.published else ""
    return {
        "id": report.report_id,
        "name": report.title or report.report_id,
        "source": report.source or "",
        "published": published,
        "url": report.url if report.url and report.url.startswith(("https://", "http://")) else "",
        "sha256": report.sha256,
        "licence": report.licence or "",
        "detail": ", ".join(word for word in (report.source, published, report.licence) if word),
    }
