"""`incident-mapper gazetteer`: what is inside."""

from __future__ import annotations

import json

import click

from geo.cli.console import open_gazetteer

__all__ = ["gazetteer"]


@click.group()
def gazetteer() -> None:
    """See what the gazetteer holds."""


@gazetteer.command()
def info() -> None:
    """Say what is inside, from which sources and under which licences."""
    click.echo(
        json.dumps(dict(open_gazetteer().store.info()), indent=2, ensure_ascii=False, default=str)
    )
