"""`incident-mapper render` and `embed`: incident data to a map, a map to a page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from geo.cli.console import FILE, PATHS, finish, open_gazetteer, plain
from geo.cli.map_options import check_map_options, map_options
from geo.cli.publish_options import publish_options, taken_away

__all__ = ["embed", "render"]


@click.command()
@click.argument("incidents", type=FILE)
@click.option(
    "-o",
    "--out",
    type=PATHS,
    help="File to write; its suffix says what: .html, .png, .svg, .pdf, or a data format.",
)
@click.option("--review", type=FILE, help="Apply the corrections of this .review.csv first.")
@map_options
@publish_options
def render(incidents: Path, out: Path | None, review: Path | None, **options: Any) -> None:
    """Make a map from INCIDENTS: what `map` wrote, perhaps corrected, or foreign data.

    Reads GeoJSON, CSV, GeoPackage, GeoParquet and the exports of ACLED, UCDP GED and
    GDELT; writes a map (HTML), a picture (PNG, SVG, PDF) or data (GeoJSON, CSV,
    GeoPackage, GeoParquet, KML). A row that cannot be read is named and skipped.

    \b
    incident-mapper render maps/report.geojson -o report.html
    incident-mapper render maps/report.geojson --review report.review.csv -o report.png
    incident-mapper render acled.csv --coarsen hospital=20km --withhold "A. Name" -o public.html
    """
    from geo.pipeline import RENDERED, render_incidents

    check_map_options(options)
    target = out or incidents.with_suffix(".html")
    if target.is_dir():
        raise click.BadParameter(f"{target} is a folder; name a file in it", param_hint="--out")
    if target.suffix.lower() not in RENDERED:
        raise click.BadParameter(
            f"{target}: the name must end in one of {', '.join(RENDERED)}", param_hint="--out"
        )
    if target.resolve() == incidents.resolve():
        raise click.BadParameter(f"{target} is what you read from", param_hint="--out")
    done = render_incidents(
        incidents,
        target,
        gazetteer=open_gazetteer(),
        review=review,
        withheld=taken_away(options),
        options=options,
    )
    for line in done.remaining:
        click.echo(plain(line))
    click.echo(f"wrote {target}")
    for note in done.notes:
        click.echo(plain(note), err=True)
    finish(done.unreadable, show=True)


@click.command()
@click.argument("page", type=FILE)
@click.option(
    "--as",
    "form",
    type=click.Choice(["iframe", "srcdoc", "markdown"]),
    default="iframe",
    show_default=True,
    help="iframe links the file; srcdoc carries it; markdown is for MkDocs and Quarto.",
)
@click.option("--title", help="What a screen reader calls the frame; by default the file's name.")
@click.option("--height", type=click.IntRange(120, 4000), default=640, show_default=True)
def embed(page: Path, form: str, title: str | None, height: int) -> None:
    """Print a snippet that puts PAGE, a map, into another page.

    \b
    incident-mapper embed maps/report.html
    incident-mapper embed maps/report.html --as srcdoc > fragment.html
    """
    from geo import standalone

    if page.suffix.lower() not in {".html", ".htm"}:
        raise click.BadParameter(f"{page} is no map; name the .html file", param_hint="PAGE")
    name = title or page.stem
    if form == "srcdoc":
        click.echo(standalone.srcdoc(page.read_text("utf-8"), title=name, height=height))
    elif form == "markdown":
        # A block of its own: Markdown leaves what is inside alone.
        click.echo(f"<div>\n{standalone.iframe(page.name, title=name, height=height)}\n</div>\n")
    else:
        click.echo(standalone.iframe(page.name, title=name, height=height))
