"""The command line: arguments in, calls out.

Exit codes: 0 all went well (also when a report holds no incident), 1 some input
could not be worked and the rest was, 2 the command was called wrongly.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from gazetteer.errors import GazetteerError
from geo import __version__
from geo.errors import IncidentMapperError

if TYPE_CHECKING:
    import datetime as dt

    from gazetteer.resolver import Gazetteer
    from geo.model import LocatedIncident, Report

__all__ = ["main"]

_PATHS = click.Path(path_type=Path)
_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


class _Commands(click.Group):
    """Commands in the order of a user's way, and errors that speak to a person."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (IncidentMapperError, GazetteerError) as error:
            _fail(str(error))


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with:  incident-mapper map my-report.txt -o maps/",
)
@click.version_option(__version__, prog_name="incident-mapper")
def main() -> None:
    """Turn reports of attacks into honest maps.

    Reads reports, finds the incidents they tell of, resolves what the text calls a
    place to a region with a stated uncertainty, and writes maps that stand alone in
    one HTML file. Nothing is sent or fetched over the network.
    """


@main.command("map")
@click.argument("reports", nargs=-1, required=True, type=_PATHS)
@click.option("-o", "--out", "out_dir", type=_PATHS, default=Path("maps"), show_default=True,
              help="Folder for the maps; made if it does not exist.")
@click.option("--date", "published", metavar="YYYY-MM-DD",
              help="Publication day of reports that state none.")
@click.option("--title", help="Title of the map; by default the report's own or its name.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def map_command(
    reports: tuple[Path, ...], out_dir: Path, published: str | None, title: str | None, quiet: bool
) -> None:
    """Make maps of REPORTS: text files, or folders of them.

    Writes NAME.html and NAME.geojson for each report, and all.html and all.geojson
    for more than one, then prints what was found and why it is placed there.

    \b
    incident-mapper map seeds/ -o maps/
    incident-mapper map report.txt --date 2021-06-28
    """
    from geo.pipeline import map_reports

    read, failed = _read(reports, published)
    gazetteer = _gazetteer()
    with _progress("Mapping", len(read), quiet=quiet) as advance:
        run = map_reports(read, out_dir, gazetteer=gazetteer, title=title, advance=advance)
    if not quiet:
        for item in run.reports:
            _print_incidents(item.report, item.located)
        for path in (*(p for item in run.reports for p in item.written), *run.written):
            click.echo(f"wrote {path}")
    _finish(failed)


@main.command()
@click.argument("reports", nargs=-1, type=_PATHS)
@click.option("--jsonl", "jsonl", type=_FILE, help="Read reports from a JSON Lines file instead.")
@click.option("-o", "--out", type=_PATHS, help="File to write; by default standard output.")
@click.option("--date", "published", metavar="YYYY-MM-DD",
              help="Publication day of reports that state none.")
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def extract(
    reports: tuple[Path, ...], jsonl: Path | None, out: Path | None, published: str | None,
    quiet: bool,
) -> None:
    """Extract the incidents of REPORTS for review, without resolving places.

    \b
    incident-mapper extract report.txt                       JSON Lines to the screen
    incident-mapper extract --jsonl reports.jsonl -o incidents.jsonl
    """
    from geo.incidents import extract as extract_incidents
    from geo.incidents import incident_to_json
    from geo.reports import report_from_text

    gazetteer = _gazetteer()

    def incidents(report: Report) -> dict[str, Any]:
        found = extract_incidents(report, gazetteer.toponyms)
        return {"incidents": [incident_to_json(incident) for incident in found]}

    if jsonl is not None:
        day = _day(published)

        def work(row: dict[str, Any]) -> dict[str, Any]:
            report = report_from_text(
                row["text"],
                str(row["id"]),
                published=_day(row.get("date")) or day,
                title=row.get("title"),
                source=row.get("source"),
                url=row.get("url"),
            )
            return incidents(report)

        _transform(jsonl, out, work, label="Extracting", quiet=quiet)
        return
    if not reports:
        raise click.UsageError("Name a report, or a file of them with --jsonl.")
    read, failed = _read(reports, published)
    rows = [{"id": report.report_id, **incidents(report)} for report in read]
    _write_lines(rows, out)
    _finish(failed)


@main.command()
@click.argument("incidents", type=_FILE)
@click.option("-o", "--out", type=_PATHS, help="HTML file to write; by default beside the input.")
@click.option("--title", help="Title of the map; by default the file's name.")
def render(incidents: Path, out: Path | None, title: str | None) -> None:
    """Make a map from INCIDENTS: a GeoJSON file that `map` wrote, perhaps corrected.

    \b
    incident-mapper render maps/report.geojson -o report.html
    """
    from geo.formats.geojson import read_geojson
    from geo.maps import IncidentMap

    located, reports = read_geojson(incidents)
    target = out or incidents.with_suffix(".html")
    store = _gazetteer().store
    IncidentMap(located, reports, title=title or incidents.stem, store=store).save(target)
    click.echo(f"wrote {target}")


@main.command()
@click.argument("place", required=False)
@click.option("--country", help="Country that the place is in: a name or an ISO code.")
@click.option("--jsonl", "jsonl", type=_FILE, help="Resolve each line of a JSON Lines file.")
@click.option("-o", "--out", type=_PATHS, help="File to write; by default standard output.")
@click.option("--format", "form", type=click.Choice(["text", "json", "geojson"]), default="text",
              show_default=True)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def resolve(
    place: str | None, country: str | None, jsonl: Path | None, out: Path | None, form: str,
    quiet: bool,
) -> None:
    """Resolve one PLACE, as a text would say it, to a region with a reason.

    \b
    incident-mapper resolve "the Iraq-Syria border region"
    incident-mapper resolve "22 miles west of Wana" --country Pakistan --format geojson
    incident-mapper resolve --jsonl places.jsonl -o answers.jsonl
    """
    from gazetteer.exchange import resolution_to_json

    gazetteer = _gazetteer()
    if jsonl is not None:

        def work(row: dict[str, Any]) -> dict[str, Any]:
            answer = gazetteer.resolve(
                _text(row, "place_text"),
                country=row.get("country") or row.get("country_code") or country,
                context=row.get("context"),
            )
            return resolution_to_json(answer, gazetteer)

        _transform(jsonl, out, work, label="Resolving", quiet=quiet)
        return
    if place is None:
        raise click.UsageError("Say which place, or name a file of them with --jsonl.")
    answer = resolution_to_json(gazetteer.resolve(place, country=country), gazetteer)
    text = {"json": _as_json, "geojson": _as_geojson, "text": _as_text}[form](place, answer)
    _write_text(text, out)


@main.command()
@click.argument("text", required=False, type=_PATHS)
@click.option("--jsonl", "jsonl", type=_FILE, help="Read each line of a JSON Lines file.")
@click.option("-o", "--out", type=_PATHS, help="File to write; by default standard output.")
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def toponyms(text: Path | None, jsonl: Path | None, out: Path | None, quiet: bool) -> None:
    """Find the place names in TEXT, a file, and say which place each one is.

    \b
    incident-mapper toponyms report.txt
    incident-mapper toponyms --jsonl texts.jsonl -o names.jsonl
    """
    from gazetteer.exchange import mention_to_json
    from geo.reports import read_report

    gazetteer = _gazetteer()

    def found(words: str, spans: Any = None) -> dict[str, Any]:
        given = [(int(start), int(end)) for start, end in spans] if spans is not None else None
        mentions = gazetteer.toponyms(words, spans=given)
        return {"toponyms": [mention_to_json(mention, gazetteer) for mention in mentions]}

    if jsonl is not None:
        _transform(jsonl, out, lambda row: found(_text(row, "text"), row.get("spans")),
                   label="Reading", quiet=quiet)
        return
    if text is None:
        raise click.UsageError("Name a text file, or a file of texts with --jsonl.")
    report = read_report(text)
    _write_lines([{"id": report.report_id, **found(report.text)}], out)


@main.group()
def gazetteer() -> None:
    """See what the gazetteer holds."""


@gazetteer.command()
def info() -> None:
    """Say what is inside, from which sources and under which licences."""
    click.echo(json.dumps(dict(_gazetteer().store.info()), indent=2, ensure_ascii=False,
                          default=str))


# --- Helpers -------------------------------------------------------------------------


def _gazetteer() -> Gazetteer:
    from gazetteer.resolver import Gazetteer

    return Gazetteer.open()


def _read(paths: tuple[Path, ...], published: str | None) -> tuple[list[Report], list[str]]:
    """Read what can be read; the messages of what cannot come back beside it."""
    from geo.errors import ReportError
    from geo.pipeline import report_files
    from geo.reports import read_report

    day = _day(published)
    read: list[Report] = []
    failed: list[str] = []
    for path in report_files(paths):
        try:
            report = read_report(path, date=day)
        except ReportError as error:
            failed.append(str(error))
            _complain(str(error))
            continue
        for note in report.notes:
            _complain(f"{path}: {note}")
        read.append(report)
    if not read:
        sys.exit(1)
    return read, failed


def _day(text: str | None) -> dt.date | None:
    if not text:
        return None
    import datetime as dt

    from geo.errors import DateError

    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError as error:
        raise DateError(f"{text!r} is no date; write it as YYYY-MM-DD") from error


def _text(row: dict[str, Any], key: str) -> str:
    value = row[key]
    if not isinstance(value, str):
        raise TypeError(f"{key!r} must be a string, not {type(value).__name__}")
    return value


@contextlib.contextmanager
def _progress(label: str, total: int, *, quiet: bool) -> Iterator[Callable[[str], None]]:
    """A progress bar on a terminal's error stream; nothing elsewhere."""
    if quiet or total < 2 or not sys.stderr.isatty():
        yield lambda _: None
        return
    with click.progressbar(length=total, label=label, file=sys.stderr) as bar:
        yield lambda _: bar.update(1)


def _transform(
    source: Path,
    out: Path | None,
    work: Callable[[dict[str, Any]], dict[str, Any]],
    *,
    label: str,
    quiet: bool,
) -> None:
    from geo.formats.jsonl import transform_jsonl

    if out is None:
        raise click.UsageError("Say where to write with -o.")
    with source.open("rb") as stream:
        total = sum(1 for _ in stream)
    with _progress(label, total, quiet=quiet) as advance:
        failures = transform_jsonl(source, out, work, advance=lambda: advance(""))
    _finish([f"{source}, {failure.message}" for failure in failures], show=True)


def _write_lines(rows: list[dict[str, Any]], out: Path | None) -> None:
    _write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), out)


def _write_text(text: str, out: Path | None) -> None:
    if out is None:
        click.echo(text)
        return
    from geo.formats.jsonl import write_whole

    with write_whole(out) as stream:
        stream.write(text + "\n")
    click.echo(f"wrote {out}", err=True)


def _as_json(place: str, answer: dict[str, Any]) -> str:
    return json.dumps({"place_text": place, **answer}, ensure_ascii=False, indent=2)


def _as_geojson(place: str, answer: dict[str, Any]) -> str:
    properties = {key: value for key, value in answer.items() if key != "region_90"}
    feature = {
        "type": "Feature",
        "geometry": answer["region_90"],
        "properties": {"place_text": place, **properties},
    }
    return json.dumps({"type": "FeatureCollection", "features": [feature]}, ensure_ascii=False)


def _as_text(place: str, answer: dict[str, Any]) -> str:
    lines = [f"{place}: {answer['resolution_status']}", answer["reason"]]
    if answer["lat"] is not None:
        lines.append(
            f"point {answer['lat']:.4f} N {answer['lon']:.4f} E, where_prec {answer['where_prec']}"
        )
    lines += [
        f"  {item['score']:.2f}  {item['name']} ({item['feature_class']}, {item['country_code']})"
        f"  {item['place_id']}"
        for item in answer["candidates"][:5]
    ]
    return "\n".join(lines)


def _print_incidents(report: Report, located: tuple[LocatedIncident, ...]) -> None:
    """One table for a report: what, when, where, how many, and why there."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from geo.layers import count_in_words, kind_label

    heading = _plain(report.report_id)
    if not located:
        click.echo(f"{heading}: no incident found, so no map was made.")
        return
    table = Table(title=heading, title_justify="left", show_lines=True)
    for column in ("What", "When", "Where", "Events", "Why there"):
        table.add_column(column, overflow="fold")
    for item in located:
        incident, date = item.incident, item.incident.date
        when = f"{date.text} ({date.edtf or 'not understood'})" if date else "not said"
        cells = (
            kind_label(incident.kind),
            when,
            incident.place.text if incident.place else "not said",
            count_in_words(incident),
            item.resolution.reason,
        )
        table.add_row(*(Text(_plain(cell)) for cell in cells))
    Console().print(table)


def _plain(text: str) -> str:
    """Report text without the control characters that could steer a terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


def _complain(message: str) -> None:
    click.echo(_plain(message), err=True)


def _finish(failed: list[str], *, show: bool = False) -> None:
    if not failed:
        return
    if show:
        for message in failed[:20]:
            _complain(message)
    _complain(f"{len(failed)} input(s) could not be worked; the rest is done.")
    sys.exit(1)


def _fail(message: str) -> NoReturn:
    _complain(f"incident-mapper: {message}")
    sys.exit(1)


if __name__ == "__main__":
    main()
