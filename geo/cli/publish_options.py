"""The options that take away what is not to be shown before a map is published."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from geo.formats.publish_options import PublishOptions

__all__ = ["publish_options", "taken_away"]

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--publish",
        is_flag=True,
        help="Leave out what is not mapped and list what remains; the options below imply it.",
    ),
    click.option(
        "--coarsen",
        multiple=True,
        metavar="WHAT=HOW",
        help="Show places less exactly: hospital=20km, shelter=admin1, ID=country.",
    ),
    click.option("--withhold", multiple=True, metavar="NAME", help="A name to be read nowhere."),
    click.option("--leave-out", multiple=True, metavar="ID", help="An incident to leave out."),
    click.option("--drop", multiple=True, metavar="FIELD", help="A field to empty."),
    click.option(
        "--shorten", multiple=True, metavar="FIELD=N", help="A field to cut to N characters."
    ),
    click.option("--quote-length", type=click.IntRange(min=0), help="Most characters of a quote."),
)


def publish_options(command: F) -> F:
    """Add the options to a command; `taken_away` reads them back."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def taken_away(given: dict[str, Any]) -> PublishOptions | None:
    """What a user asked to take away; removes the options from `given`."""
    values = {name: given.pop(name) for name in _NAMES}
    if not any(values[name] for name in _NAMES[:-1]) and values["quote_length"] is None:
        return None
    from geo.formats.publish_options import Coarsen, PublishOptions

    return PublishOptions(
        coarsen=tuple(Coarsen.parse(text) for text in values["coarsen"]),
        withhold=values["withhold"],
        leave_out=values["leave_out"],
        drop=values["drop"],
        shorten=dict(_shortened(text) for text in values["shorten"]),
        quote_length=values["quote_length"],
    )


_NAMES = ("publish", "coarsen", "withhold", "leave_out", "drop", "shorten", "quote_length")


def _shortened(text: str) -> tuple[str, int]:
    name, equals, most = text.rpartition("=")
    if not equals or not most.isdigit():
        raise click.UsageError(f"{text!r}: write FIELD=N, such as targets=40")
    return name, int(most)
