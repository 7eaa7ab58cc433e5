"""`incident-mapper toponyms`: the place names in a text, and which places they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from geo.cli.console import (
    FILE,
    PATHS,
    open_gazetteer,
    parse_day,
    text_of,
    transform,
    write_lines,
)

__all__ = ["toponyms"]


@click.command()
@click.argument("text", required=False, type=PATHS)
@click.option("--jsonl", "jsonl", type=FILE, help="Read each line of a JSON Lines file.")
@click.option("-o", "--out", type=PATHS, help="File to write; by default standard output.")
@click.option(
    "--date", "published", metavar="YYYY-MM-DD", help="Publication day, if the text states none."
)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def toponyms(
    text: Path | None, jsonl: Path | None, out: Path | None, published: str | None, quiet: bool
) -> None:
    """Find the place names in TEXT, a file, and say which place each one is.

    \b
    incident-mapper toponyms report.txt
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
    report = read_report(text, date=parse_day(published))
    write_lines([{"id": report.report_id, **found(report.text)}], out)
