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
        help="Before it goes out: leave out what was only planned, threatened or denied and what "
        "has no place on the map, take away what the next six options name, and list what "
        "remains. They imply it.",
    ),
    click.option(
        "--coarsen",
        multiple=True,
        metavar="WHAT=HOW",
        help="Show places less exactly. WHAT: a word for them (hospital, shelter), a kind, or an "
        "incident's id. HOW: a distance (20km), admin1 or country. May be repeated.",
    ),
    click.option(
        "--withhold",
        multiple=True,
        metavar="NAME",
        help="A person, source or town to be named nowhere: not in quotes, links or labels. "
        "May be repeated.",
    ),
    click.option(
        "--leave-out", multiple=True, metavar="ID", help="An incident to leave out, by its id."
    ),
    click.option(
        "--drop",
        multiple=True,
        metavar="FIELD",
        help="A field to empty, such as actors, attribution, quotes, url or time_of_day; a wrong "
        "one gets you the list.",
    ),
    click.option(
        "--shorten",
        multiple=True,
        metavar="FIELD=N",
        help="A field whose texts are cut to N characters, such as targets=40.",
    ),
    click.option(
        "--quote-length",
        type=click.IntRange(min=0),
        metavar="N",
        help="Cut quotes to N characters; 0 keeps only where they stand in the report.",
    ),
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
    from geo.errors import IncidentDataError
    from geo.formats.publish_options import Coarsen, PublishOptions

    try:
        coarsen = tuple(Coarsen.parse(text) for text in values["coarsen"])
    except IncidentDataError as error:
        raise click.BadParameter(str(error), param_hint="--coarsen") from error
    return PublishOptions(
        coarsen=coarsen,
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
        raise click.BadParameter(
            f"{text!r}: write FIELD=N, such as targets=40", param_hint="--shorten"
        )
    return name, int(most)
