"""The whole way on one screen: reports in; maps and incidents out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from gazetteer.model import Mention
from gazetteer.resolver import Gazetteer
from geo.errors import ReportError
from geo.formats.geojson import write_geojson
from geo.incidents import extract
from geo.locate import locate
from geo.model import LocatedIncident, Report

__all__ = ["MapRun", "ReportRun", "map_reports", "read_and_locate", "report_files"]

_READABLE = frozenset({".txt", ".md", ".markdown"})


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


def report_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The report files that `paths` name: files as they are, folders by what they hold.

    A folder gives its text and Markdown files, not those of its subfolders.

    Raises
    ------
    ReportError
        If a path does not exist or a folder holds no report.
    """
    files: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            held = sorted(p for p in path.iterdir() if p.is_file() and p.suffix in _READABLE)
            if not held:
                kinds = ", ".join(sorted(_READABLE))
                raise ReportError(f"{path}: the folder holds no report ({kinds})")
            files.update(dict.fromkeys(held))
        elif path.exists():
            files[path] = None
        else:
            raise ReportError(f"{path}: no such file or folder")
    return tuple(files)


def read_and_locate(report: Report, gazetteer: Gazetteer) -> tuple[LocatedIncident, ...]:
    """Extract the incidents of one report and resolve their places."""
    found: list[Mention] = []

    def toponyms(text: str) -> Sequence[Mention]:
        mentions = gazetteer.toponyms(text)
        found.extend(mentions)
        return mentions

    incidents = extract(report, toponyms)
    return locate(incidents, gazetteer, mentions={report.report_id: found})


def map_reports(
    reports: Sequence[Report],
    out_dir: Path,
    *,
    gazetteer: Gazetteer,
    title: str | None = None,
    advance: Callable[[str], None] = lambda _: None,
) -> MapRun:
    """Write an HTML map and a GeoJSON file for each report, and for all together.

    A report without incidents gets no files: an empty map would say that nothing
    happened. `advance` is called with each report's id when it is done.
    """
    stems = _stems(reports)
    runs = []
    for report, stem in zip(reports, stems, strict=True):
        located = read_and_locate(report, gazetteer)
        written = _write(out_dir, stem, located, (report,), title, gazetteer)
        runs.append(ReportRun(report, located, written))
        advance(report.report_id)
    written_all: tuple[Path, ...] = ()
    if len(runs) > 1:
        everything = tuple(item for run in runs for item in run.located)
        written_all = _write(out_dir, "all", everything, tuple(reports), title, gazetteer)
    return MapRun(tuple(runs), written_all)


def _write(
    out_dir: Path,
    stem: str,
    located: tuple[LocatedIncident, ...],
    reports: tuple[Report, ...],
    title: str | None,
    gazetteer: Gazetteer,
) -> tuple[Path, ...]:
    if not located:
        return ()
    # Folium takes half a second to import; a run that finds nothing never pays it.
    from geo.maps import IncidentMap

    html, geojson = out_dir / f"{stem}.html", out_dir / f"{stem}.geojson"
    out_dir.mkdir(parents=True, exist_ok=True)
    write_geojson(geojson, located, reports, gazetteer.store)
    IncidentMap(located, reports, title=title, store=gazetteer.store).save(html)
    return (html, geojson)


def _stems(reports: Sequence[Report]) -> list[str]:
    """File stems, with eight digits of the hash where two reports share a name."""
    uses = Counter(report.report_id for report in reports)
    taken = {"all"} if len(reports) > 1 else set()
    return [
        f"{report.report_id}-{report.sha256[:8]}"
        if uses[report.report_id] > 1 or report.report_id in taken
        else report.report_id
        for report in reports
    ]
