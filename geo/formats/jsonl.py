"""JSON Lines in, JSON Lines out: a line that fails is reported and the rest go on."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from geo.errors import IncidentDataError

__all__ = ["Failure", "transform_jsonl", "write_whole"]


@dataclass(frozen=True, slots=True)
class Failure:
    """A line that could not be worked, and why."""

    line: int
    message: str


@contextlib.contextmanager
def write_whole(path: Path) -> Iterator[IO[str]]:
    """Open `path` for writing UTF-8 text so that it appears whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as stream:
            yield stream
        # mkstemp is private to the user; a result is as readable as any new file.
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def transform_jsonl(
    source: Path,
    target: Path,
    work: Callable[[dict[str, Any]], dict[str, Any]],
    *,
    advance: Callable[[], None] = lambda: None,
) -> tuple[Failure, ...]:
    """Apply `work` to each object of a JSON Lines file.

    Each line out is `{"id": ..., **work(row)}`, in the order of the lines in. A line
    that is no JSON object, or that `work` rejects with a ValueError, KeyError or
    TypeError, gives `{"id": ..., "error": "..."}`; the run goes on.

    Returns
    -------
    tuple of Failure
        Empty when every line was worked.

    Raises
    ------
    IncidentDataError
        If `source` cannot be opened as UTF-8 text.
    """
    failures: list[Failure] = []
    try:
        with source.open(encoding="utf-8") as lines, write_whole(target) as out:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    out.write(_worked(line, number, work, failures) + "\n")
                advance()
    except UnicodeDecodeError as error:
        raise IncidentDataError(
            f"{source}: not UTF-8 text (byte {error.start}); save it as UTF-8 and try again"
        ) from error
    except OSError as error:
        raise IncidentDataError(f"{source}: {error.strerror or error}") from error
    return tuple(failures)


def _worked(
    line: str,
    number: int,
    work: Callable[[dict[str, Any]], dict[str, Any]],
    failures: list[Failure],
) -> str:
    identity: Any = None
    try:
        row = json.loads(line)
        if not isinstance(row, dict):
            raise TypeError("not a JSON object")
        identity = row.get("id")
        return json.dumps({"id": identity, **work(row)}, ensure_ascii=False)
    except json.JSONDecodeError as error:
        message = f"line {number}: no JSON object ({error.msg}); each line must be one, on its own"
    except KeyError as error:
        message = f"line {number}: the key {error} is missing"
    except (ValueError, TypeError, RecursionError) as error:
        message = f"line {number}: {error}"
    failures.append(Failure(number, message))
    return json.dumps({"id": identity, "error": message}, ensure_ascii=False)
