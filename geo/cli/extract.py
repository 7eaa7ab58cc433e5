"""`incident-mapper extract`: the incidents of reports, for review."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geo.cli.console import (
    DAY,
    FILE,
    PATHS,
    complain,
    finish,
    no_incident,
    open_gazetteer,
    parse_day,
    progress,
    read_all,
    text_of,
    transform,
    write_lines,
)

if TYPE_CHECKING:
    import datetime as dt

    from geo.model import Report

__all__ = ["extract"]


@click.command()
@click.argument("reports", nargs=-1, type=PATHS)
@click.option("--jsonl", "jsonl", type=FILE, help="Read reports from a JSON Lines file instead.")
@click.option("-o", "--out", type=PATHS, help="File to write; by default standard output.")
@click.option(
    "--date",
    "published",
    type=DAY,
    metavar="YYYY-MM-DD",
    help="Publication day of reports that state none.",
)
@click.option(
    "--review",
    type=PATHS,
    help="Also write (or bring up to date) this .review.csv, for corrections by hand.",
)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def extract(
    reports: tuple[Path, ...],
    jsonl: Path | None,
    out: Path | None,
    published: dt.date | None,
    review: Path | None,
    quiet: bool,
) -> None:
    """Extract the incidents of REPORTS for review, without resolving places.

    \b
    incident-mapper extract report.txt                       JSON Lines to the screen
    incident-mapper extract report.txt --review report.review.csv
    incident-mapper extract --jsonl reports.jsonl -o incidents.jsonl
    """
    from geo.contract import incident_to_dict
    from geo.pipeline import extract_incidents

    gazetteer = open_gazetteer()

    if jsonl is not None:

        def work(row: dict[str, Any]) -> dict[str, Any]:
            report = _report_of(row, published=parse_day(row.get("date")))
            if report.published is None and published is not None:
                # neither the row nor the text gives a day: the user's is the last resort
                report = _report_of(row, published=published)
            found = extract_incidents(report, gazetteer)
            return {"incidents": [incident_to_dict(incident) for incident in found]}

        transform(jsonl, out, work, label="Extracting", quiet=quiet)
        return
    if not reports:
        raise click.UsageError("Name a report, or a file of them with --jsonl.")
    read, failed = read_all(reports, published)
    with progress("Extracting", sum(len(r.text) for r in read), quiet=quiet) as advance:
        found = {
            report.report_id: extract_incidents(report, gazetteer, advance=advance)
            for report in read
        }
    for report in read:
        if not found[report.report_id]:
            complain(f"{report.report_id}: {no_incident(report)}")
    write_lines(
        (
            {"id": report_id, "incidents": [incident_to_dict(item) for item in incidents]}
            for report_id, incidents in found.items()
        ),
        out,
    )
    if review is not None:
        from geo.formats.review import write_review

        write_review(review, [item for incidents in found.values() for item in incidents])
        click.echo(f"wrote {review}", err=True)
    finish(failed)


def _report_of(row: dict[str, Any], *, published: dt.date | None) -> Report:
    from geo.reports import report_from_text

    return report_from_text(
        text_of(row, "text"),
        str(row["id"]),
        published=published,
        title=row.get("title"),
        source=row.get("source"),
        url=row.get("url"),
    )
