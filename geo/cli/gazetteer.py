"""`incident-mapper gazetteer`: what is inside, and what the user puts on top."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geo.cli.console import complain, open_gazetteer, progress

if TYPE_CHECKING:
    from gazetteer.add import Added

__all__ = ["gazetteer"]


@click.group()
def gazetteer() -> None:
    """See what the gazetteer holds, and add to it."""


@gazetteer.command()
def info() -> None:
    """Say what is inside, from which sources and under which licences."""
    from gazetteer.add import list_sources

    about: Mapping[str, Any] = open_gazetteer().store.info()
    click.echo(
        f"gazetteer {about['version']}: {about['places']:,} places, {about['names']:,} names"
    )
    for title, key in (("by kind", "by_feature_class"), ("by source", "by_source")):
        click.echo(f"\n{title}")
        counts = about[key]
        for name, count in sorted(counts.items(), key=lambda pair: -pair[1]):
            click.echo(f"  {count:>12,}  {name.replace('_', ' ')}")
    click.echo("\nlicences")
    for name, licence in about["licences"].items():
        click.echo(f"  {name}: {licence}")
    added = list_sources()
    if added:
        click.echo("\nadded by you (the last has the last word)")
        for source in added:
            _print_added(source)


@gazetteer.command()
@click.argument("source", required=False, type=click.Path(path_type=Path))
@click.option(
    "--download",
    "what",
    help="Fetch a public dump first: geonames:SY, geonames:allCountries, naturalearth:...",
)
@click.option(
    "--kind",
    type=click.Choice(["geonames", "parquet", "whosonfirst", "linkedplaces", "table"]),
    help="What SOURCE is, if its name and content do not say.",
)
@click.option("--name", help="What to call it; by default its file name.")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="OURS=THEIRS",
    help="For your own table: which column is which, such as name=site or lat=y.",
)
@click.option("--precedence", type=int, help="Higher wins where two sources have one name.")
@click.option("--yes", is_flag=True, help="Do not ask before a download.")
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def add(
    source: Path | None,
    what: str | None,
    kind: str | None,
    name: str | None,
    columns: tuple[str, ...],
    precedence: int | None,
    yes: bool,
    quiet: bool,
) -> None:
    """Put a gazetteer on top of the embedded one.

    SOURCE is a GeoNames dump (admin1CodesASCII.txt and alternateNamesV2 beside it are
    used), a Natural Earth shapefile, Linked Places Format, Who's On First SQLite, places
    of Overture or OpenStreetMap as Parquet, or your own GeoJSON, CSV or GeoPackage. Rows
    that cannot be read are listed; the rest goes in. It may be interrupted and repeated.

    \b
    incident-mapper gazetteer add SY.txt
    incident-mapper gazetteer add sites.csv --column name=site --column lat=y --column lon=x
    incident-mapper gazetteer add --download geonames:SY
    """
    from gazetteer.add import add_source

    if (source is None) == (what is None):
        raise click.UsageError("Name a file, or what to download with --download.")
    path = source if what is None else _fetch(what, yes=yes, quiet=quiet)
    assert path is not None
    pairs = dict(_pair(text) for text in columns)
    with progress("Rows read", None, quiet=quiet) as advance:
        added = add_source(
            path,
            store=open_gazetteer().store,
            kind=kind,
            name=name,
            columns=pairs or None,
            precedence=precedence,
            advance=advance,
        )
    _print_added(added)
    for example in added.examples:
        complain(f"  {example}")
    if added.unreadable:
        complain(f"{added.unreadable:,} rows could not be read: {added.folder / 'problems.txt'}")


@gazetteer.command("list")
def list_command() -> None:
    """List what you have added."""
    from gazetteer.add import list_sources, user_directory

    added = list_sources()
    if not added:
        click.echo(f"nothing has been added; it would lie in {user_directory()}")
    for source in added:
        _print_added(source)


@gazetteer.command()
@click.argument("name")
def remove(name: str) -> None:
    """Remove what you have added under NAME."""
    from gazetteer.add import remove_source

    removed = remove_source(name)
    click.echo(f"removed {removed.name} ({removed.places:,} places)")


@gazetteer.command(
    context_settings={"ignore_unknown_options": True, "help_option_names": ["-h", "--help"]}
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def build(arguments: tuple[str, ...]) -> None:
    """Rebuild the embedded data from its public sources (for developers).

    The same as `python -m gazetteer.build`; it needs the extra `build` and says where it
    looks for its sources. ARGUMENTS are handed on, such as --index.
    """
    from gazetteer.build import main

    raise SystemExit(main(list(arguments)))


def _pair(text: str) -> tuple[str, str]:
    ours, equals, theirs = text.partition("=")
    if not equals:
        raise click.UsageError(f"{text!r}: write a column as OURS=THEIRS, such as name=site")
    return ours.strip(), theirs.strip()


def _fetch(what: str, *, yes: bool, quiet: bool) -> Path:
    """Download a public dump after saying what it is and how big."""
    from gazetteer.add import user_directory
    from gazetteer.download import describe, download

    dump = describe(what)
    size = "of unstated size" if dump.size is None else f"{dump.size / 1e6:,.1f} MB"
    click.echo(f"{dump.url}, {size}", err=True)
    if not yes:
        click.confirm("Download it?", abort=True, err=True)
    with progress("Downloading", dump.size, quiet=quiet) as advance:
        return download(dump, user_directory().parent / "downloads", advance=advance)


def _print_added(source: Added) -> None:
    click.echo(
        f"  {source.name}: {source.places:,} places, {source.names:,} names "
        f"({source.kind}, precedence {source.precedence}, from {source.origin})"
    )
    for why, count in source.left_out.items():
        click.echo(f"    {count:,} left out: {why}")
