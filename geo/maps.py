"""The map: Folium underneath, our own element for incidents, one file that stands alone."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import folium
from branca.element import Element, Figure, MacroElement
from folium.template import Template

from gazetteer.model import Bounds
from geo import __version__
from geo.basemap import Basemap, basemap, bounds_around
from geo.columns import Regions, incident_columns, regions_of, text_columns
from geo.island import Island, packed
from geo.layers import Layer, layers_of
from geo.standalone import (
    DocumentParts,
    MapError,
    app_script,
    app_style,
    document,
    fragment,
    parts_of,
    srcdoc,
    web_text,
    world_bytes,
)
from geo.style import GROUPS, OUTLINES, PRECISIONS, SYMBOL_PX, THEMES, kind_style

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

    from gazetteer.store import Store
    from geo.model import LocatedIncident, Report

__all__ = ["LANGUAGES", "IncidentMap"]

LANGUAGES = ("en", "fr", "es", "ar", "ru", "uk")
"""Languages that the map can speak; report text stays as it is."""

_RIGHT_TO_LEFT = frozenset({"ar"})
_WORLD = Bounds(-170.0, -56.0, 179.0, 75.0)
_REPORTS_LISTED = 200


class _IncidentLayer(MacroElement):
    """The element that draws an island's incidents on a Leaflet map."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "IncidentMapper.attach({{ this._parent.get_name() }}, {{ this.island_id|tojson }});"
        "{% endmacro %}"
    )

    def __init__(self, island_id: str, islands: Sequence[tuple[str, str]], *, carry: bool) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "incidents"
        self.island_id = island_id
        self._islands = islands
        self._carry = carry
        """Whether the page needs our code and the islands beside the script."""

    def render(self, **kwargs: Any) -> Any:
        if self._carry:
            figure = self.get_root()
            if not isinstance(figure, Figure):
                raise MapError("incidents can only be drawn on a map that stands in a figure")
            figure.header.add_child(
                Element(f"<style>{app_style()}</style>\n<script>{app_script()}</script>"),
                name="incident_mapper",
            )
            for name, content in self._islands:
                tag = f'<script type="application/octet-stream" id="{name}">{content}</script>'
                figure.html.add_child(Element(tag), name=name)
        return super().render(**kwargs)  # type: ignore[no-untyped-call]


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
        if hasattr(located, "itertuples"):
            from geo.frame import from_frame, reports_of_frame

            frame: Any = located
            reports = reports or reports_of_frame(frame)
            located = from_frame(frame)
        self.located: tuple[LocatedIncident, ...] = tuple(located)
        self.reports = tuple(reports)
        self.title = title or ""
        self.subtitle = subtitle if subtitle is not None else self._days_of_reports()
        self.notes = tuple(notes)
        self.store = store
        self.layers_by = layers_by
        self.story = story
        self.theme = theme
        self.text = text
        self._basemap: Basemap | None = None
        self._bounds: Bounds | None = None
        self._distinct: Regions | None = None
        self._layered: tuple[Layer, ...] | None = None
        self.title = title or self._headline()

    # --- What goes into the page -----------------------------------------------------

    def bounds(self) -> Bounds | None:
        """The box of all regions, WGS84 degrees; None where nothing can be drawn."""
        if self._bounds is None:
            self._bounds = bounds_around(f.region_90 for f in self._regions().footprints)
        return self._bounds

    def _regions(self) -> Regions:
        if self._distinct is None:
            self._distinct = regions_of(self.located)
        return self._distinct

    def _layers(self) -> tuple[Layer, ...]:
        if self._layered is None:
            self._layered = layers_of(self.located)
        return self._layered

    def _headline(self) -> str:
        """The only report's title; else what happened, and in which countries."""
        if len(self.reports) == 1 and self.reports[0].title:
            return self.reports[0].title
        words = self.words()
        layers = sorted(self._layers(), key=lambda layer: -layer.count.records)[:3]
        named = [words["kinds"].get(x.kind, (x.label, x.label))[1] for x in layers]
        if not named:
            return str(words["shell"]["incidents"])
        join = str(words["join"])
        what = join.join((named[0], *(f"{name[:1].lower()}{name[1:]}" for name in named[1:])))
        places = self._countries()
        return f"{what}: {join.join(places)}" if places else what

    def _days_of_reports(self) -> str | None:
        """When the reports came out: what a reader must know first."""
        days = sorted(report.published for report in self.reports if report.published)
        if not days:
            return None
        said = [self._day(day) for day in dict.fromkeys((days[0], days[-1]))]
        words = self.words()["shell"]
        key = "from_report" if len(self.reports) == 1 else "from_reports"
        return str(words[key]).format(n=len(self.reports), days=" – ".join(said))

    def _day(self, day: dt.date) -> str:
        return f"{day.day} {day:%B %Y}" if self.lang == "en" else f"{day:%d.%m.%Y}"

    def _countries(self) -> list[str]:
        """English names of the countries that the incidents lie in, the most frequent first."""
        answers = {id(item.resolution): item.resolution for item in self.located}
        tally: dict[str, int] = {}
        for answer in answers.values():
            codes = {answer.country_code, *(place.country_code for place in answer.places)}
            for code in codes - {None}:
                tally[str(code)] = tally.get(str(code), 0) + 1
        ranked = sorted(tally, key=lambda code: (-tally[code], code))
        if self.store is None or len(ranked) > 4:
            return []
        found = [self.store.country(code) for code in ranked]
        return [place.name for place in found if place is not None]

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
            text_columns(self.located, self.reports, self._regions(), texts)
            packed_texts = pool.submit(packed, texts.to_bytes())
            packed_head = pool.submit(packed, self._head().to_bytes())
            return ((island_id, packed_head.result()), (f"{island_id}-text", packed_texts.result()))

    def _head(self) -> Island:
        head = Island()
        kinds = [layer.kind for layer in self._layers()]
        incident_columns(self.located, self.reports, kinds, self._regions(), head)
        words = self.words()
        named = words.pop("kinds")
        head.header |= {
            "n": len(self.located),
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
        }
        return head

    def _story(self) -> list[list[Any]]:
        """Row and caption of each step."""
        if not self.story:
            return []
        rows = {item.incident.incident_id: row for row, item in enumerate(self.located)}
        if isinstance(self.story, Mapping):
            missing = [key for key in self.story if key not in rows]
            if missing:
                raise MapError(
                    f"the story names incidents that are not there: {', '.join(missing)}"
                )
            return [[rows[key], caption] for key, caption in self.story.items()]

        def when(row: int) -> tuple[bool, str, int]:
            date = self.located[row].incident.date
            start = date.start if date else None
            return (start is None, start.isoformat() if start else "", row)

        return [[row, ""] for row in sorted(rows.values(), key=when)]

    def _base(self, head: Island) -> dict[str, Any] | None:
        if self.store is None:
            return None
        shown = self.bounds() or _WORLD
        if self._basemap is None:
            self._basemap = basemap(self.store, shown)
        base = self._basemap
        head.adopt(world_bytes())
        for name in ("land", "provinces", "lakes", "rivers", "disputed"):
            head.add_shapes(f"b.{name}", getattr(base, name), tolerance_deg=base.tolerance_deg)
        labels = sorted(base.labels, key=lambda label: (label.kind, -label.weight, label.name))
        head.add_text("b.label", [label.name for label in labels])
        head.add_ints("b.label.x", [round(label.point.lng * 1e4) for label in labels])
        head.add_ints("b.label.y", [round(label.point.lat * 1e4) for label in labels])
        head.add_text("b.label.kind", [label.kind for label in labels])
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

    def to_folium(self, *, carry: bool = True, island_id: str = "im-data") -> folium.Map:
        """A folium.Map with the incidents on it, ready for further layers of Folium."""
        shown = self.bounds() or _WORLD
        west, east = shown.west, shown.east if shown.east >= shown.west else shown.east + 360
        figure_map = folium.Map(
            location=((shown.south + shown.north) / 2, (west + east) / 2),
            zoom_start=4,
            tiles=None,
            zoom_control=False,
            attributionControl=False,
            zoomSnap=0.25,
            zoomDelta=1,
            wheelPxPerZoomLevel=90,
            maxBoundsViscosity=0.8,
        )
        # Without Folium's popups and icons, Leaflet is all that a map needs.
        figure_map.default_js = [link for link in folium.Map.default_js if link[0] == "leaflet"]
        figure_map.default_css = [
            link for link in folium.Map.default_css if link[0] == "leaflet_css"
        ]
        islands = self.islands(island_id) if carry else ()
        figure_map.add_child(_IncidentLayer(island_id, islands, carry=carry))
        return figure_map

    def add_to(self, figure_map: folium.Map, *, island_id: str | None = None) -> IncidentMap:
        """Draw the incidents on a map of Folium beside its own layers.

        Strings of reports stay inert there too, but the page then does what Folium's
        page does: it links scripts and tiles.
        """
        name = island_id or f"im-data-{figure_map.get_name()}"
        figure_map.add_child(_IncidentLayer(name, self.islands(name), carry=True))
        return self

    def to_html(self) -> str:
        """The whole document: no request, strict policy, the same bytes for the same input."""
        return document(self._parts(), shell=self._shell(), islands=self.islands())

    def _parts(self, island_id: str = "im-data") -> DocumentParts:
        figure = self.to_folium(carry=False, island_id=island_id).get_root()
        assert isinstance(figure, Figure)  # a folium.Map always stands in one
        parts = parts_of(figure)
        parts.scripts.insert(1, app_script())
        return parts

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
