"""`incident-mapper map`: reports in, maps and incidents out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geo.cli.console import (
    DAY,
    PATHS,
    finish,
    open_gazetteer,
    plain,
    print_incidents,
    progress,
    read_all,
)
from geo.cli.map_options import check_map_options, map_options
from geo.cli.publish_options import publish_options, taken_away

if TYPE_CHECKING:
    import datetime as dt

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
    "--date",
    "published",
    type=DAY,
    metavar="YYYY-MM-DD",
    help="Publication day of reports that state none.",
)
@map_options
@publish_options
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
def map_command(
    reports: tuple[Path, ...], out_dir: Path, published: dt.date | None, quiet: bool, **options: Any
) -> None:
    """Make maps of REPORTS: files, or folders of them.

    Writes NAME.html and NAME.geojson for each report, and all.html and all.geojson
    for more than one, then prints what was found and why it is placed there.

    \b
    incident-mapper map seeds/ -o maps/
    incident-mapper map report.txt --date 2021-06-28
    incident-mapper map report.txt --title "A week in March" --story --lang fr
    incident-mapper map report.txt --publish --coarsen hospital=20km --quote-length 80
    """
    from geo.pipeline import map_reports

    check_map_options(options)
    if out_dir.exists() and not out_dir.is_dir():
        raise click.BadParameter(f"{out_dir} is a file; name a folder", param_hint="--out")
    withheld = taken_away(options)
    read, failed = read_all(reports, published)
    gazetteer = open_gazetteer()
    length = sum(len(report.text) for report in read)
    with progress("Mapping", length, quiet=quiet) as advance:
        run = map_reports(
            read, out_dir, gazetteer=gazetteer, withheld=withheld, options=options, advance=advance
        )
    for line in run.remaining:
        click.echo(plain(line))
    if not quiet:
        for item in run.reports:
            print_incidents(item.report, item.located)
        for path in (*(p for item in run.reports for p in item.written), *run.written):
            click.echo(f"wrote {path}")
    finish(failed)
