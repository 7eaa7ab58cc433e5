"""What the user has added: where it lies, what is there, how it goes away again."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gazetteer.errors import SourceError
from gazetteer.segment import FORMAT_VERSION

__all__ = [
    "Added",
    "list_sources",
    "read_added",
    "remove_source",
    "user_directory",
    "user_segments",
]


@dataclass(frozen=True, slots=True)
class Added:
    """A source that the user has added."""

    name: str
    kind: str
    folder: Path
    origin: str
    """File that it was read from."""
    version: str
    precedence: int
    places: int
    names: int
    unreadable: int
    """Rows that could not be read; each has a line in `problems.txt`."""
    left_out: Mapping[str, int]
    """Sound rows that were left out on purpose, by reason."""
    examples: tuple[str, ...] = ()
    """The first unreadable rows, with what is wrong."""
    unchanged: bool = False
    """Whether the very same was there already, so that nothing was done."""


def user_directory() -> Path:
    """Where added gazetteers lie: `INCIDENT_MAPPER_DATA`, or the system's place for data."""
    given = os.environ.get("INCIDENT_MAPPER_DATA")
    if given:
        return Path(given) / "gazetteers"
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "incident-mapper" / "gazetteers"


def list_sources(directory: Path | None = None) -> tuple[Added, ...]:
    """What has been added, lowest precedence first; folders of another version are left out."""
    root = directory or user_directory()
    found = []
    for folder in sorted(root.iterdir()) if root.is_dir() else ():
        if folder.name.startswith("."):
            continue
        added = read_added(folder)
        if added is not None:
            found.append(added)
    return tuple(sorted(found, key=lambda added: (added.precedence, added.name)))


def user_segments(directory: Path | None = None) -> tuple[Path, ...]:
    """Folders for `Store.open(extra=...)`, lowest precedence first."""
    return tuple(added.folder for added in list_sources(directory))


def remove_source(name: str, directory: Path | None = None) -> Added:
    """Remove an added source.

    Raises
    ------
    SourceError
        If nothing of that name has been added.
    """
    there = {added.name: added for added in list_sources(directory)}
    if name not in there:
        raise SourceError(f"no source {name!r} has been added; there are {sorted(there)}")
    folder = there[name].folder
    # renamed first, so that nobody reads a half of it
    doomed = folder.with_name(f".{folder.name}.removed")
    folder.replace(doomed)
    shutil.rmtree(doomed)
    return there[name]


def read_added(folder: Path) -> Added | None:
    """The source in a folder; None for what is none, or is of another version."""
    try:
        manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    if manifest.get("format") != FORMAT_VERSION or "kind" not in manifest:
        return None
    return Added(
        name=folder.name,
        kind=manifest["kind"],
        folder=folder,
        origin=manifest["origin"],
        version=manifest["version"],
        precedence=manifest["precedence"],
        places=manifest["rows"],
        names=manifest["names"],
        unreadable=manifest["unreadable"],
        left_out=manifest["left_out"],
        examples=tuple(manifest["examples"]),
    )
