"""The command line: arguments in, calls out.

Exit codes: 0 all went well (also when a report holds no incident), 1 some input
could not be worked and the rest was, 2 the command was called wrongly.
"""

from __future__ import annotations

from typing import Any

import click

from gazetteer.errors import GazetteerError
from geo import __version__
from geo.cli.console import fail
from geo.cli.extract import extract
from geo.cli.gazetteer import gazetteer
from geo.cli.map import map_command
from geo.cli.render import embed, render
from geo.cli.resolve import resolve
from geo.cli.toponyms import toponyms
from geo.errors import IncidentMapperError

__all__ = ["main"]


class _Commands(click.Group):
    """Commands in the order of a user's way, and errors that speak to a person."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (IncidentMapperError, GazetteerError) as error:
            fail(str(error))
        except BrokenPipeError:
            # `incident-mapper ... | head` is no failure of ours.
            ctx.exit(0)
        except OSError as error:
            # A full disk, a folder that is not ours to write to: no fault of the program.
            what = f"{error.filename}: " if error.filename else ""
            fail(
                f"{what}{error.strerror or error}; is it the right place, and may you write there?"
            )


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with:  incident-mapper map my-report.txt -o maps/",
)
@click.version_option(__version__, prog_name="incident-mapper")
def main() -> None:
    """Turn reports of attacks into honest maps.

    Reads reports, finds the incidents they tell of, resolves what the text calls a
    place to a region with a stated uncertainty, and writes maps that stand alone in
    one HTML file. Nothing is sent or fetched over the network.
    """


for _command in (map_command, extract, render, embed, resolve, toponyms, gazetteer):
    main.add_command(_command)
