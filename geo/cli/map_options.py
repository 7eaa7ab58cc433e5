"""The options that every command which writes a map takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

__all__ = ["map_options"]

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
