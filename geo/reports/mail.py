"""E-mail: the message's text with day, subject and sender, by the standard library."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import email.utils
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from geo.errors import ReportError
from geo.reports.parts import Source

__all__ = ["message_source", "read_mail"]


def read_mail(content: bytes, path: Path, *, sha256: str) -> Source:
    """Read an .eml file.

    Raises
    ------
    ReportError
        If the message holds no text.
    """
    message = email.message_from_bytes(content, policy=email.policy.default)
    source = message_source(message, path.stem, sha256=sha256)
    if source is None:
        raise ReportError(f"{path}: the message holds no text; save its attachment as a file")
    return source


def message_source(message: EmailMessage, report_id: str, *, sha256: str | None) -> Source | None:
    """Read one message; None where it holds no text."""
    notes: list[str] = []
    body = message.get_body(preferencelist=("plain", "html"))
    text = _content(body)
    if body is not None and body.get_content_type() == "text/html" and text:
        from geo.reports.html import html_text, nested_too_deep

        text = "" if nested_too_deep(text) else html_text(text)[0]
    if not text.strip():
        return None
    attached = [part.get_filename() for part in message.iter_attachments()]
    if attached:
        names = ", ".join(name for name in attached if name) or str(len(attached))
        notes.append(f"attachments are not read: {names}")
    return Source(
        report_id,
        text.replace("\r\n", "\n"),
        published=_day(message),
        title=_header(message, "subject"),
        source=_header(message, "from"),
        sha256=sha256,
        notes=tuple(notes),
    )


def _content(body: Any) -> str:
    if body is None:
        return ""
    try:
        content = body.get_content()
    except (LookupError, UnicodeError, AttributeError, KeyError, ValueError):
        # An unknown charset: the bytes as far as they are Unicode.
        payload = body.get_payload(decode=True)
        content = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    return content if isinstance(content, str) else ""


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message[name]
    except (ValueError, IndexError, AttributeError):  # headers that the parser chokes on
        return None
    return str(value).strip() or None if value is not None else None


def _day(message: EmailMessage) -> dt.date | None:
    """The day in the sender's own time zone, which "today" in the text means."""
    value = _header(message, "date")
    if value is None:
        return None
    try:
        return email.utils.parsedate_to_datetime(value).date()
    except (TypeError, ValueError, IndexError):
        return None
