"""The options that every command which writes a map takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

__all__ = ["check_map_options", "map_options"]

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--title", help="Title of the map; by default the report's own, or its name."),
    click.option("--subtitle", help="One line under the title."),
    click.option("--notes", multiple=True, help="A note under the map; may be given repeatedly."),
    click.option(
        "--layers-by",
        type=click.Choice(["kind", "actor", "source", "precision", "status"]),
        default="kind",
        show_default=True,
        help="What the layers of the map are.",
    ),
    click.option("--story", is_flag=True, help="Tell the incidents one after another, in time."),
    click.option(
        "--theme",
        type=click.Choice(["auto", "light", "dark"]),
        default="auto",
        show_default=True,
        help="Colours; auto follows the reader's system.",
    ),
    click.option(
        "--lang",
        type=click.Choice(["en", "fr", "es", "ar", "ru", "uk"]),
        default="en",
        show_default=True,
        help="Language of the map's own words; quotes stay as they are.",
    ),
    click.option(
        "--tiles",
        metavar="URL",
        help="Also draw an online basemap, such as https://tiles.example/{z}/{x}/{y}.png; "
        "the reader is told and asked. Needs --tiles-attribution.",
    ),
    click.option(
        "--tiles-attribution",
        "tiles_credit",
        metavar="TEXT",
        help="Whom the pictures of --tiles are owed to, as their host wants it said.",
    ),
    click.option(
        "--small", is_flag=True, help="Leave the ids of incidents out, for a smaller file."
    ),
    click.option(
        "--fragment",
        is_flag=True,
        help="Also write NAME.fragment.html, the map as a part of a page of your own.",
    ),
)


def map_options(command: F) -> F:
    """Add the options to a command; they arrive as keyword arguments of `IncidentMap`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def check_map_options(given: Mapping[str, Any]) -> None:
    """Stop before any work where two options contradict each other.

    Raises
    ------
    click.UsageError
        With the option's name as a user typed it.
    """
    from geo.standalone import MapError
    from geo.tiles import online_tiles

    url, credit = given.get("tiles"), given.get("tiles_credit")
    if url and not credit:
        raise click.UsageError("--tiles needs --tiles-attribution: whom are the pictures owed to?")
    if credit and not url:
        raise click.UsageError("--tiles-attribution is of no use without --tiles.")
    try:
        online_tiles(url, credit)
    except MapError as error:
        raise click.BadParameter(str(error), param_hint="--tiles") from error
