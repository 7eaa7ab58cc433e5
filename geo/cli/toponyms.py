"""`incident-mapper toponyms`: the place names in a text, and which places they are."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geo.cli.console import (
    DAY,
    FILE,
    PATHS,
    open_gazetteer,
    plain,
    text_of,
    transform,
    write_lines,
    write_text,
)

if TYPE_CHECKING:
    import datetime as dt

    from gazetteer.model import Mention
    from gazetteer.resolver import Gazetteer

__all__ = ["toponyms"]


@click.command()
@click.argument("text", required=False, type=PATHS)
@click.option("--jsonl", "jsonl", type=FILE, help="Read each line of a JSON Lines file.")
@click.option("-o", "--out", type=PATHS, help="File to write; by default standard output.")
@click.option(
    "--date",
    "published",
    type=DAY,
    metavar="YYYY-MM-DD",
    help="Publication day, if the text states none.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl", "geojson", "html"]),
    default="text",
    show_default=True,
    help="text: marked text and a table; html: the text beside a map.",
)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def toponyms(
    text: Path | None,
    jsonl: Path | None,
    out: Path | None,
    published: dt.date | None,
    form: str,
    quiet: bool,
) -> None:
    """Find the place names in TEXT, a file, and say which place each one is.

    \b
    incident-mapper toponyms report.txt
    incident-mapper toponyms report.txt --format html -o names.html
    incident-mapper toponyms --jsonl texts.jsonl -o names.jsonl
    """
    from gazetteer.exchange import mention_to_json
    from geo.reports import read_report

    gazetteer = open_gazetteer()

    def found(words: str, spans: Any = None) -> dict[str, Any]:
        given = [(int(start), int(end)) for start, end in spans] if spans is not None else None
        mentions = gazetteer.toponyms(words, spans=given)
        return {"toponyms": [mention_to_json(mention, gazetteer) for mention in mentions]}

    if jsonl is not None:
        transform(
            jsonl,
            out,
            lambda row: found(text_of(row, "text"), row.get("spans")),
            label="Reading",
            quiet=quiet,
        )
        return
    if text is None:
        raise click.UsageError("Name a text file, or a file of texts with --jsonl.")
    report = read_report(text, date=published)
    if form == "jsonl":
        write_lines([{"id": report.report_id, **found(report.text)}], out)
        return
    mentions = gazetteer.toponyms(report.text)
    if form == "text":
        write_text(_as_text(report.text, mentions), out)
    elif form == "geojson":
        write_text(json.dumps(_as_geojson(mentions, gazetteer), ensure_ascii=False), out)
    else:
        from geo.names_page import save_names_page

        if out is None:
            raise click.UsageError("Say where to write the page with -o.")
        save_names_page(out, report, mentions, gazetteer.store)
        click.echo(f"wrote {out}", err=True)


def _as_text(text: str, mentions: Sequence[Mention]) -> str:
    from gazetteer.toponyms import mark_names, table_rows

    marked = "".join(c if c.isprintable() or c == "\n" else " " for c in mark_names(text, mentions))
    head = ("name", "place", "kind", "lat, lon", "role", "why")
    # a name stands in the table once, however often the text repeats it
    distinct = dict.fromkeys((head, *table_rows(mentions)))
    rows = [tuple(plain(cell) for cell in row) for row in distinct]
    widths = [min(40, max(len(row[i]) for row in rows)) for i in range(len(rows[0]))]
    lines = (
        "  ".join(cell[:40].ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
    return "\n".join((marked.rstrip(), "", *lines))


def _as_geojson(mentions: Sequence[Mention], gazetteer: Gazetteer) -> dict[str, Any]:
    """One feature a mention; null geometry where no source has the name."""
    from gazetteer.exchange import mention_to_json

    features = []
    for row in (mention_to_json(mention, gazetteer) for mention in mentions):
        where = None if row["lat"] is None else [row["lon"], row["lat"]]
        geometry = {"type": "Point", "coordinates": where} if where else None
        features.append({"type": "Feature", "geometry": geometry, "properties": row})
    return {"type": "FeatureCollection", "features": features}
