"""What the commands share: reading what was named, progress, messages, exit codes."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

if TYPE_CHECKING:
    import datetime as dt

    from gazetteer.resolver import Gazetteer
    from geo.model import LocatedIncident, Report

__all__ = [
    "DAY",
    "FILE",
    "PATHS",
    "complain",
    "fail",
    "finish",
    "no_incident",
    "open_gazetteer",
    "parse_day",
    "plain",
    "print_incidents",
    "progress",
    "read_all",
    "text_of",
    "transform",
    "write_lines",
    "write_text",
]


class _Day(click.ParamType):  # type: ignore[type-arg, unused-ignore]
    """A day as ISO 8601 writes it."""

    name = "day"

    def convert(self, value: Any, param: Any, ctx: Any) -> dt.date:
        from geo.errors import DateError

        try:
            day = parse_day(str(value))
        except DateError as error:
            self.fail(str(error), param, ctx)
        if day is None:
            self.fail("write it as YYYY-MM-DD", param, ctx)
        return day


DAY = _Day()
PATHS = click.Path(path_type=Path)
FILE = click.Path(path_type=Path, exists=True, dir_okay=False)

_MOST_SHOWN = 20
"""Failures listed one by one; the count at the end covers all."""


def open_gazetteer() -> Gazetteer:
    """The embedded gazetteer, with what the user has added on top."""
    from gazetteer.add import user_segments
    from gazetteer.resolver import Gazetteer

    return Gazetteer.open(extra=user_segments())


def read_all(paths: Sequence[Path], day: dt.date | None) -> tuple[list[Report], list[str]]:
    """Read what can be read; the messages of what cannot come back beside it."""
    from geo.errors import ReportError
    from geo.pipeline import report_files
    from geo.reports import read_reports

    read: list[Report] = []
    failed: list[str] = []
    for path in report_files(paths):
        try:
            for report in read_reports(path, date=day):
                for note in report.notes:
                    complain(f"{path}: {note}")
                read.append(report)
        except ReportError as error:
            failed.append(str(error))
            complain(str(error))
    if not read:
        sys.exit(1)
    return read, failed


def parse_day(text: str | None) -> dt.date | None:
    """A day as ISO 8601 writes it; None for nothing."""
    if not text:
        return None
    import datetime as dt

    from geo.errors import DateError

    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError as error:
        raise DateError(f"{text!r} is no date; write it as YYYY-MM-DD") from error


def text_of(row: dict[str, Any], key: str) -> str:
    """The string under `key` of a JSON object; KeyError or TypeError otherwise."""
    value = row[key]
    if not isinstance(value, str):
        raise TypeError(f"{key!r} must be a string, not {type(value).__name__}")
    return value


@contextlib.contextmanager
def progress(label: str, total: int | None, *, quiet: bool) -> Iterator[Callable[[int], None]]:
    """Progress on a terminal's error stream; nothing elsewhere. None: the end is not known."""
    if quiet or not sys.stderr.isatty() or (total is not None and total < 2):
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True)) as bar:
        task = bar.add_task(label, total=total)
        yield lambda steps: bar.advance(task, steps)


def transform(
    source: Path,
    out: Path | None,
    work: Callable[[dict[str, Any]], dict[str, Any]],
    *,
    label: str,
    quiet: bool,
) -> None:
    """Run `work` over a JSON Lines file and end with the exit code that fits."""
    from geo.formats.jsonl import transform_jsonl

    if out is None:
        raise click.UsageError("Say where to write with -o.")
    with source.open("rb") as stream:
        total = sum(1 for _ in stream)
    with progress(label, total, quiet=quiet) as advance:
        failures = transform_jsonl(source, out, work, advance=lambda: advance(1))
    finish([f"{source}, {failure.message}" for failure in failures], show=True)


def write_lines(rows: Iterable[dict[str, Any]], out: Path | None) -> None:
    """Write JSON Lines to a file, whole or not at all, or to standard output."""
    write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), out)


def write_text(text: str, out: Path | None) -> None:
    """Write text to a file, whole or not at all, or to standard output."""
    if out is None:
        click.echo(text)
        return
    from geo.formats.jsonl import write_whole

    with write_whole(out) as stream:
        stream.write(text + "\n")
    click.echo(f"wrote {out}", err=True)


def print_incidents(report: Report, located: Sequence[LocatedIncident]) -> None:
    """One table for a report: what, when, where, how many, and why there."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from geo.layers import count_in_words, kind_label

    heading = plain(report.report_id)
    if not located:
        click.echo(f"{heading}: {no_incident(report)}, so no map was made.")
        return
    table = Table(title=heading, title_justify="left", show_lines=True)
    for column in ("What", "When", "Where", "Events", "Why there"):
        table.add_column(column, overflow="fold")
    for item in located:
        incident, date = item.incident, item.incident.date
        said = (date.text if date else "") or "not said"
        when = f"{said} ({date.edtf or 'not understood'})" if date else said
        cells = (
            kind_label(incident.kind),
            when,
            incident.place.text if incident.place else "not said",
            count_in_words(incident),
            item.resolution.reason,
        )
        table.add_row(*(Text(plain(cell)) for cell in cells))
    Console().print(table)


def no_incident(report: Report) -> str:
    """Why nothing was found, as far as it can be told."""
    from geo.incidents import LANGUAGES

    if report.language is None or report.language in LANGUAGES:
        return "no incident found"
    known = ", ".join(sorted(LANGUAGES))
    return (
        f"no incident found: the text seems to be in {report.language!r}, and incidents are "
        f"read in {known} only (names and dates are read in more languages)"
    )


def plain(text: str) -> str:
    """Report text without the control characters that could steer a terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


def complain(message: str) -> None:
    """Say something on the error stream."""
    click.echo(plain(message), err=True)


def finish(failed: Sequence[str], *, show: bool = False) -> None:
    """End with exit code 1 if anything failed, and say how much did."""
    if not failed:
        return
    if show:
        for message in failed[:_MOST_SHOWN]:
            complain(message)
    count = "1 input" if len(failed) == 1 else f"{len(failed):,} inputs"
    complain(f"{count} could not be worked; whatever else there was is done.")
    sys.exit(1)


def fail(message: str) -> NoReturn:
    """End with exit code 1 and one line that says why."""
    complain(f"incident-mapper: {message}")
    sys.exit(1)
