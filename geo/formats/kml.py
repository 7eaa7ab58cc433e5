"""KML 2.2, for Google Earth and its like: one folder a kind, one placemark an incident."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

import shapely

import geo
from geo.flat import COLUMNS, located_to_dict
from geo.formats.cells import encodable, join_list
from geo.formats.geojson import PRODUCT
from geo.formats.jsonl import write_whole
from geo.formats.regions import DIGITS, tidy

if TYPE_CHECKING:
    from gazetteer.store import Store
    from geo.model import LocatedIncident, Report

__all__ = ["write_kml"]

# What XML 1.0 cannot hold in any form.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

_STYLE = (
    '<Style id="region"><LineStyle><color>ff2a1fa8</color><width>1.5</width></LineStyle>'
    "<PolyStyle><color>402a1fa8</color></PolyStyle></Style>\n"
)


def write_kml(
    path: Path,
    located: Sequence[LocatedIncident],
    reports: Sequence[Report] = (),
    store: Store | None = None,
) -> None:
    """Write incidents as KML, whole or not at all.

    The geometry is `region_90`. The balloon is plain text: what, when, where and why
    there, and the quotes with the name of their report. All columns stand as extended
    data, except those that are lists of objects.
    """
    names = {report.report_id: report for report in reports}
    with write_whole(path) as stream:
        stream.writelines(_document(located, names, store))


def _document(
    located: Sequence[LocatedIncident], names: dict[str, Report], store: Store | None
) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>\n'
    yield f"<description>{_text(_sources(names))}</description>\n" + _STYLE
    folders: dict[str, list[LocatedIncident]] = {}
    for item in located:
        folders.setdefault(item.incident.kind, []).append(item)
    for kind, items in folders.items():
        yield f"<Folder><name>{_text(kind.replace('_', ' '))}</name>\n"
        for item in items:
            yield from _placemark(item, names, store)
        yield "</Folder>\n"
    yield "</Document></kml>\n"


def _sources(names: dict[str, Report]) -> str:
    """Which bytes the incidents were read from, a line for each report."""
    lines = [f"{PRODUCT} {geo.__version__}"]
    for report in names.values():
        parts = [report.report_id, str(report.published or "no date"), report.source, report.url]
        lines.append(", ".join([*filter(None, parts), f"SHA-256 {report.sha256}"]))
    return "\n".join(lines)


def _placemark(
    item: LocatedIncident, names: dict[str, Report], store: Store | None
) -> Iterator[str]:
    row = located_to_dict(item, store=store, digits=DIGITS)
    title = f"{row['kind'].replace('_', ' ')}, {row['place_text'] or 'place not said'}"
    yield f"<Placemark><name>{_text(title)}</name>"
    yield f"<description>{_text(_balloon(item, names))}</description>"
    if row["start_date"]:
        yield f"<TimeSpan><begin>{row['start_date']}</begin><end>{row['end_date']}</end></TimeSpan>"
    yield "<styleUrl>#region</styleUrl><ExtendedData>"
    for name, kind in COLUMNS.items():
        value = row[name]
        if kind == "json" or value is None or value == []:
            continue
        shown = join_list(value) if kind == "texts" else str(value)
        yield f'<Data name="{name}"><value>{_text(shown)}</value></Data>'
    yield "</ExtendedData>"
    if item.resolution.footprint is not None:
        yield _geometry(tidy(item.resolution.footprint.region_90))
    yield "</Placemark>\n"


def _balloon(item: LocatedIncident, names: dict[str, Report]) -> str:
    incident = item.incident
    lines = [f"When: {incident.date.text}" if incident.date else "When: not said"]
    lines.append(f"Why there: {item.resolution.reason}")
    for quote in incident.quotes:
        report = names.get(quote.report_id)
        where = f" ({report.source})" if report and report.source else ""
        link = f" {report.url}" if report and report.url else ""
        lines.append(f'"{quote.text}" - {quote.report_id}{where}{link}')
    return "\n".join(lines)


def _text(text: str) -> str:
    # Google Earth renders a description as HTML after the XML is read: escaping twice
    # leaves a report's angle brackets as text there too.
    return escape(escape(_NO_XML.sub("\ufffd", encodable(text))))


def _geometry(region: Any) -> str:
    polygons = "".join(
        f"<Polygon><outerBoundaryIs>{_ring(part.exterior)}</outerBoundaryIs>"
        + "".join(f"<innerBoundaryIs>{_ring(r)}</innerBoundaryIs>" for r in part.interiors)
        + "</Polygon>"
        for part in shapely.get_parts(region)
    )
    return f"<MultiGeometry>{polygons}</MultiGeometry>"


def _ring(ring: Any) -> str:
    pairs = " ".join(f"{x:.{DIGITS}f},{y:.{DIGITS}f}" for x, y in ring.coords)
    return f"<LinearRing><coordinates>{pairs}</coordinates></LinearRing>"
