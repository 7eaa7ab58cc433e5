"""`incident-mapper resolve`: one place reference, or a file of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from geo.cli.console import FILE, PATHS, open_gazetteer, text_of, transform, write_text

__all__ = ["resolve"]

_MOST_CANDIDATES = 5


@click.command()
@click.argument("place", required=False)
@click.option("--country", help="Country that the place is in: a name or an ISO code.")
@click.option("--jsonl", "jsonl", type=FILE, help="Resolve each line of a JSON Lines file.")
@click.option("-o", "--out", type=PATHS, help="File to write; by default standard output.")
@click.option("--map", "page", type=PATHS, help="Also draw the answer as an HTML map.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "geojson"]),
    default="text",
    show_default=True,
)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def resolve(
    place: str | None,
    country: str | None,
    jsonl: Path | None,
    out: Path | None,
    page: Path | None,
    form: str,
    quiet: bool,
) -> None:
    """Resolve one PLACE, as a text would say it, to a region with a reason.

    \b
    incident-mapper resolve "the Iraq-Syria border region"
    incident-mapper resolve "22 miles west of Wana" --country Pakistan --format geojson
    incident-mapper resolve "eastern Syria" --map answer.html
    incident-mapper resolve --jsonl places.jsonl -o answers.jsonl
    """
    from gazetteer.exchange import resolution_to_json

    gazetteer = open_gazetteer()
    if jsonl is not None:

        def work(row: dict[str, Any]) -> dict[str, Any]:
            answer = gazetteer.resolve(
                text_of(row, "place_text"),
                country=row.get("country") or row.get("country_code") or country,
                context=row.get("context"),
            )
            return resolution_to_json(answer, gazetteer)

        transform(jsonl, out, work, label="Resolving", quiet=quiet)
        return
    if place is None or not place.strip():
        raise click.UsageError("Say which place, or name a file of them with --jsonl.")
    resolution = gazetteer.resolve(place, country=country)
    answer = resolution_to_json(resolution, gazetteer)
    write_text(
        {"json": _as_json, "geojson": _as_geojson, "text": _as_text}[form](place, answer), out
    )
    if page is not None:
        from geo.names_page import save_answer_page

        save_answer_page(page, resolution, gazetteer.store)
        click.echo(f"wrote {page}", err=True)


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
    lines += [f"  {step['rule']}: {step['text']}" for step in answer["trail"]]
    lines += [
        f"  {item['score']:.2f}  {item['name']} ({item['feature_class']}, {item['country_code']})"
        f"  {item['place_id']}"
        for item in answer["candidates"][:_MOST_CANDIDATES]
    ]
    return "\n".join(lines)
