"""What a reader of one format hands over: the text, and what the file says beside it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

__all__ = ["Source"]


@dataclass(frozen=True, slots=True)
class Source:
    """A report as its file gives it, before its header is read."""

    report_id: str
    text: str
    published: dt.date | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    dateline: str | None = None
    sha256: str | None = None
    body_start: int = 0
    marks: tuple[tuple[int, str], ...] = ()
    notes: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    """What may help the user to tell the publication day, where none is found."""
    language: str | None = None
    licence: str | None = None
