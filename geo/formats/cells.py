"""Cells of a CSV file: one string each, safe to open in a spreadsheet, and exact.

A spreadsheet runs a cell that begins with = + - or @ as a formula. Such text gets an
apostrophe in front, and so does text that begins with one, so that reading can take
exactly one away. Numbers are written as numbers and need no guard.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

__all__ = ["cell_of", "encodable", "guarded", "join_list", "split_list", "unguarded", "value_of"]

_GUARDED = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""Beginnings that a spreadsheet takes for a formula, full-width ones included."""

_EMPTY = "\\-"
"""An item without a character."""


def encodable(text: str) -> str:
    """The text without lone surrogates, which no file can hold.

    Examples
    --------
    >>> encodable("broken \\ud800 text")
    'broken ? text'
    """
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def guarded(text: str) -> str:
    """Text that no spreadsheet runs.

    Examples
    --------
    >>> guarded("=1+1"), guarded("two"), guarded("'tis")
    ("'=1+1", 'two', "''tis")
    """
    return f"'{text}" if text.startswith(_GUARDED) else text


def unguarded(cell: str) -> str:
    """Take the guard away; unguarded(guarded(x)) == x.

    Examples
    --------
    >>> unguarded("'=1+1"), unguarded("two"), unguarded("''tis"), unguarded("'tis")
    ('=1+1', 'two', "'tis", "'tis")
    """
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_GUARDED) else cell


def join_list(items: Sequence[str]) -> str:
    """Several texts in one cell; a semicolon of their own is written with a backslash.

    Examples
    --------
    >>> join_list(("a depot", "x; y"))
    'a depot; x\\\\; y'
    """
    return "; ".join(_escaped(item) for item in items)


def _escaped(item: str) -> str:
    if not item:
        return _EMPTY
    text = item.replace("\\", "\\\\").replace(";", "\\;")
    # Blanks at the ends are the text's own; those that a person types around ";" are not.
    if text[-1].isspace():
        text = f"{text[:-1]}\\{text[-1]}"
    # "[" at the beginning would look like a list in JSON, as other programs write one.
    return f"\\{text}" if text[0].isspace() or text[0] == "[" else text


def split_list(cell: str) -> tuple[str, ...]:
    """The texts of a cell; split_list(join_list(x)) == x.

    Examples
    --------
    >>> split_list("a depot; x\\\\; y;")
    ('a depot', 'x; y')
    """
    parts: list[list[tuple[str, bool]]] = [[]]
    characters = iter(cell)
    for character in characters:
        if character == "\\":
            following = next(characters, "\\")
            parts[-1].append(("" if following == _EMPTY[1] else following, True))
        elif character == ";":
            parts.append([])
        else:
            parts[-1].append((character, False))
    return tuple("".join(text for text, _ in part) for part in map(_stripped, parts) if part)


def _stripped(part: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    def blank(item: tuple[str, bool]) -> bool:
        return item[0].isspace() and not item[1]

    start, end = 0, len(part)
    while start < end and blank(part[start]):
        start += 1
    while end > start and blank(part[end - 1]):
        end -= 1
    return part[start:end]


def cell_of(value: Any, kind: str) -> str:
    """A value of a column as a cell; None is an empty one.

    Examples
    --------
    >>> cell_of(None, "int"), cell_of(-3, "int"), cell_of("-3", "text"), cell_of(False, "bool")
    ('', '-3', "'-3", 'false')
    """
    if value is None:
        return ""
    if kind == "text":
        return guarded(encodable(value))
    if kind == "texts":
        return guarded(encodable(join_list(value)))
    if kind == "json":
        return encodable(json.dumps(value, ensure_ascii=False)) if value else ""
    if kind == "bool":
        return "true" if value else "false"
    if kind == "date":
        return value.isoformat() if isinstance(value, dt.date) else str(value)
    return repr(value) if kind == "float" else str(value)


def value_of(cell: str, kind: str) -> Any:
    """Read back a cell that `cell_of` wrote, or that a person typed; empty is None.

    Raises
    ------
    ValueError
        If the cell does not fit the kind.

    Examples
    --------
    >>> value_of("3", "int"), value_of("3.0", "int"), value_of("TRUE", "bool"), value_of("", "int")
    (3, 3, True, None)
    >>> value_of("three", "int")
    Traceback (most recent call last):
    ...
    ValueError: must be a whole number, not 'three'
    """
    if kind == "text":
        return unguarded(cell) or None
    if not cell.strip():
        return None
    if kind == "texts":
        return list(split_list(unguarded(cell)))
    if kind == "json":
        return _json(cell)
    if kind == "bool":
        return _bool(cell.strip().lower())
    if kind == "int":
        return _int(cell.strip())
    if kind == "float":
        return _float(cell.strip())
    return cell.strip()


def _json(cell: str) -> Any:
    try:
        return json.loads(cell)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"must be JSON as it was written ({error})") from error


def _bool(cell: str) -> bool:
    # Spreadsheets write TRUE, or 1.
    if cell in {"true", "1", "yes"}:
        return True
    if cell in {"false", "0", "no"}:
        return False
    raise ValueError(f"must be true or false, not {cell!r}")


def _int(cell: str) -> int:
    try:
        return int(cell) if cell.lstrip("-").isdigit() else int(_whole(float(cell)))
    except (ValueError, OverflowError):
        raise ValueError(f"must be a whole number, not {cell!r}") from None


def _whole(number: float) -> float:
    if not number.is_integer():
        raise ValueError
    return number


def _float(cell: str) -> float:
    try:
        return float(cell)
    except ValueError:
        raise ValueError(f"must be a number, not {cell!r}") from None
