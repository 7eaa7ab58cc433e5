"""The whole way on one screen: reports in; maps and incidents out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gazetteer.model import Mention
from gazetteer.resolver import Gazetteer
from geo.errors import ReportError
from geo.incidents import extract
from geo.locate import locate
from geo.model import Incident, LocatedIncident, Report
from geo.reports import SUFFIXES

if TYPE_CHECKING:
    from gazetteer.store import Store
    from geo.formats.publish_options import PublishOptions

__all__ = [
    "RENDERED",
    "MapRun",
    "RenderRun",
    "ReportRun",
    "extract_incidents",
    "map_reports",
    "read_and_locate",
    "render_incidents",
    "report_files",
]

_PAGES, _PICTURES = (".html", ".htm"), (".png", ".svg", ".pdf")
_DATA = (".geojson", ".json", ".csv", ".gpkg", ".parquet", ".geoparquet", ".kml")
RENDERED = (*_PAGES, *_PICTURES, *_DATA)
"""How the name of a file may end that `render_incidents` writes."""
_OF_PAGES = frozenset({"fragment", "story", "tiles", "tiles_credit", "small"})
"""Options that a picture has no use for."""


def _unheard(_: int) -> None:
    """Nobody watches the progress."""


@dataclass(frozen=True, slots=True)
class ReportRun:
    """One report and the incidents found in it."""

    report: Report
    located: tuple[LocatedIncident, ...]
    written: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class MapRun:
    """What `map_reports` did."""

    reports: tuple[ReportRun, ...]
    written: tuple[Path, ...]
    """Files of all reports together; empty for a single report."""
    remaining: tuple[str, ...] = ()
    """What is still to be seen after something was withheld."""


def report_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The report files that `paths` name: files as they are, folders by what they hold.

    A folder gives the files in it that can be a report, not those of its subfolders.

    Raises
    ------
    ReportError
        If a path does not exist or a folder holds no report.
    """
    files: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            held = sorted(p for p in path.iterdir() if p.is_file() and p.suffix.lower() in SUFFIXES)
            if not held:
                kinds = ", ".join(sorted(SUFFIXES))
                raise ReportError(f"{path}: the folder holds no report ({kinds})")
            files.update(dict.fromkeys(held))
        elif path.exists():
            files[path] = None
        else:
            raise ReportError(f"{path}: no such file or folder")
    return tuple(files)


def read_and_locate(
    report: Report, gazetteer: Gazetteer, *, advance: Callable[[int], None] = _unheard
) -> tuple[LocatedIncident, ...]:
    """Extract the incidents of one report and resolve their places.

    `advance` is called with the code points that were read since the last call.
    """
    found: list[Mention] = []
    incidents = extract_incidents(report, gazetteer, advance=advance, mentions=found)
    return locate(incidents, gazetteer, mentions={report.report_id: found})


def extract_incidents(
    report: Report,
    gazetteer: Gazetteer,
    *,
    advance: Callable[[int], None] = _unheard,
    mentions: list[Mention] | None = None,
) -> tuple[Incident, ...]:
    """Extract the incidents of one report, with the gazetteer to know its place names.

    `mentions`, if given, is filled with the names that were found on the way.
    """

    def toponyms(text: str) -> Sequence[Mention]:
        names = gazetteer.toponyms(text)
        if mentions is not None:
            mentions.extend(names)
        return names

    def country_name(code: str) -> str | None:
        country = gazetteer.store.country(code)
        return country.name if country else None

    return extract(report, toponyms, advance=advance, country_name=country_name)


def map_reports(
    reports: Sequence[Report],
    out_dir: Path,
    *,
    gazetteer: Gazetteer,
    withheld: PublishOptions | None = None,
    options: Mapping[str, Any] | None = None,
    advance: Callable[[int], None] = _unheard,
) -> MapRun:
    """Write an HTML map and a GeoJSON file for each report, and for all together.

    A report without incidents gets no files: an empty map would say that nothing
    happened.

    Parameters
    ----------
    reports, out_dir
        What to map, and the folder that the files go into.
    gazetteer
        What resolves the places.
    withheld
        What is not to be shown, in any of the files; None shows everything.
    options
        Keyword arguments of `geo.maps.IncidentMap`, such as `title`.
    advance
        Called with the code points that were read since the last call.
    """
    read = [(report, read_and_locate(report, gazetteer, advance=advance)) for report in reports]
    settings = dict(options or {})
    remaining: tuple[str, ...] = ()
    if withheld is not None:
        read, remaining, settings["unnamed"] = _published(read, withheld, gazetteer.store)
    told = [(report, located) for report, located in read if located]
    runs = []
    for (report, located), stem in zip(read, _stems([r for r, _ in read]), strict=True):
        written = _write(out_dir, stem, located, (report,), gazetteer.store, settings)
        runs.append(ReportRun(report, located, written))
    written_all: tuple[Path, ...] = ()
    if len(runs) > 1:
        everything = tuple(item for _, located in told for item in located)
        written_all = _write(
            out_dir, "all", everything, [report for report, _ in told], gazetteer.store, settings
        )
    return MapRun(tuple(runs), written_all, remaining)


def _published(
    read: Sequence[tuple[Report, tuple[LocatedIncident, ...]]],
    withheld: PublishOptions,
    store: Store,
) -> tuple[list[tuple[Report, tuple[LocatedIncident, ...]]], tuple[str, ...], Container[str]]:
    """Each report with what may be shown of it; one that nothing is shown of is gone.

    All are published at once, so that a name withheld in one is withheld in the others.
    """
    from geo.formats.publish import publish

    everything = [item for _, located in read for item in located]
    shown = publish(everything, [report for report, _ in read], withheld, store=store)
    of_report: dict[str, list[LocatedIncident]] = {}
    for item in shown.located:
        of_report.setdefault(item.incident.report_id, []).append(item)
    left = [(r, tuple(of_report.get(r.report_id, ()))) for r in shown.reports]
    return left, shown.remaining, shown.unnamed


def _write(
    out_dir: Path,
    stem: str,
    located: Sequence[LocatedIncident],
    reports: Sequence[Report],
    store: Store,
    options: Mapping[str, Any],
) -> tuple[Path, ...]:
    if not located:
        return ()
    from geo.formats.geojson import write_geojson

    html, geojson = out_dir / f"{stem}.html", out_dir / f"{stem}.geojson"
    out_dir.mkdir(parents=True, exist_ok=True)
    write_geojson(geojson, located, reports, store)
    pages = _save_map(html, located, reports, store, options)
    return (*pages, geojson)


def _save_map(
    path: Path,
    located: Sequence[LocatedIncident],
    reports: Sequence[Report],
    store: Store,
    options: Mapping[str, Any],
) -> tuple[Path, ...]:
    """Write a page, and beside it the fragment of one if the options ask for it."""
    # Folium takes half a second to import; a run that finds nothing never pays it.
    from geo.maps import IncidentMap

    settings = {key: value for key, value in options.items() if key != "fragment"}
    drawn = IncidentMap(located, reports, store=store, **settings)
    drawn.save(path)
    if not options.get("fragment"):
        return (path,)
    from geo.formats.jsonl import write_whole

    part = path.with_suffix(".fragment.html")
    # The name tells the maps of one page apart; it must begin with a letter.
    name = "map-" + re.sub(r"[^A-Za-z0-9_-]+", "-", path.stem)
    with write_whole(part) as stream:
        stream.write(drawn.to_fragment(name=name))
    return (path, part)


def _save_picture(
    path: Path,
    located: Sequence[LocatedIncident],
    reports: Sequence[Report],
    store: Store,
    options: Mapping[str, Any],
) -> None:
    """Draw a picture under the headline that a page of the same incidents has."""
    from geo.maps import IncidentMap
    from geo.static import save_picture

    settings = {key: value for key, value in options.items() if key not in _OF_PAGES}
    page = IncidentMap(located, reports, store=store, **settings)
    settings |= {"title": page.title, "subtitle": page.subtitle}
    save_picture(path, located, reports, store=store, **settings)


def _stems(reports: Sequence[Report]) -> list[str]:
    """File stems, with eight digits of the hash where two reports share a name.

    A report's id may come from a batch that somebody else wrote: nothing of it but
    letters, digits, dots and dashes reaches a path.
    """
    names = [re.sub(r"[^\w.-]+", "-", r.report_id).strip(".-")[:80] or "report" for r in reports]
    uses = Counter(name.casefold() for name in names)
    taken = {"all"} if len(reports) > 1 else set()
    return [
        name
        if uses[name.casefold()] == 1 and name.casefold() not in taken
        else f"{name}-{report.sha256[:8]}"
        for name, report in zip(names, reports, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class RenderRun:
    """What `render_incidents` did."""

    unreadable: tuple[str, ...] = ()
    """One message for each row that could not be read; the rest is done."""
    notes: tuple[str, ...] = ()
    """What a person should know of the data and of the review."""
    remaining: tuple[str, ...] = ()
    """What is still to be seen after something was withheld."""


def render_incidents(
    source: Path,
    target: Path,
    *,
    gazetteer: Gazetteer,
    review: Path | None = None,
    withheld: PublishOptions | None = None,
    options: Mapping[str, Any] | None = None,
) -> RenderRun:
    """Make a map, a picture or a data file of incident data.

    Parameters
    ----------
    source
        A file in any format that `geo.formats` reads.
    target
        What to write; its suffix says as what.
    review
        A `.review.csv` whose corrections are applied first.
    withheld
        What is not to be shown; None shows everything.
    options
        Keyword arguments of `geo.maps.IncidentMap`.
    """
    from geo.formats.files import read_incidents, write_incidents

    store = gazetteer.store
    read = read_incidents(source, store=store)
    located, reports, notes = read.located, read.reports, read.notes
    if review is not None:
        from geo.formats.review import review_located

        located, said = review_located(located, review, lambda items: locate(items, gazetteer))
        notes = (*notes, *said)
    remaining: tuple[str, ...] = ()
    settings = {key: value for key, value in (options or {}).items() if value}
    if withheld is not None:
        from geo.formats.publish import publish

        shown = publish(located, reports, withheld, store=store)
        located, reports, remaining = shown.located, shown.reports, shown.remaining
        settings["unnamed"] = shown.unnamed
    suffix = target.suffix.lower()
    if suffix in _PICTURES:
        _save_picture(target, located, reports, store, settings)
    elif suffix in _PAGES:
        _save_map(target, located, reports, store, settings)
    else:
        write_incidents(target, located, reports, store=store)
    unreadable = tuple(f"{source}, {failure.message}" for failure in read.skipped)
    return RenderRun(unreadable, notes, remaining)
