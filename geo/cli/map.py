"""`incident-mapper map`: reports in, maps and incidents out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from geo.cli.console import (
    PATHS,
    finish,
    open_gazetteer,
    print_incidents,
    progress,
    read_all,
)
from geo.cli.map_options import map_options

__all__ = ["map_command"]


@click.command("map")
@click.argument("reports", nargs=-1, required=True, type=PATHS)
@click.option(
    "-o",
    "--out",
    "out_dir",
    type=PATHS,
    default=Path("maps"),
    show_default=True,
    help="Folder for the maps; made if it does not exist.",
)
@click.option(
    "--date", "published", metavar="YYYY-MM-DD", help="Publication day of reports that state none."
)
@map_options
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def map_command(
    reports: tuple[Path, ...], out_dir: Path, published: str | None, quiet: bool, **options: Any
) -> None:
    """Make maps of REPORTS: files, or folders of them.

    Writes NAME.html and NAME.geojson for each report, and all.html and all.geojson
    for more than one, then prints what was found and why it is placed there.

    \b
    incident-mapper map seeds/ -o maps/
    incident-mapper map report.txt --date 2021-06-28
    incident-mapper map report.txt --title "A week in March" --story --lang fr
    """
    from geo.pipeline import map_reports

    read, failed = read_all(reports, published)
    gazetteer = open_gazetteer()
    length = sum(len(report.text) for report in read)
    with progress("Mapping", length, quiet=quiet) as advance:
        run = map_reports(read, out_dir, gazetteer=gazetteer, options=options, advance=advance)
    if not quiet:
        for item in run.reports:
            print_incidents(item.report, item.located)
        for path in (*(p for item in run.reports for p in item.written), *run.written):
            click.echo(f"wrote {path}")
    finish(failed)
