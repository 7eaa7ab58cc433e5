"""Files of many reports: JSON Lines, CSV with a text column, mbox.

Read one report at a time, so that a file of any size fits into memory.
"""

from __future__ import annotations

import csv
import json
import mailbox
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from geo.errors import ReportError
from geo.reports.days import day_of_field
from geo.reports.decoding import decode
from geo.reports.parts import Source

__all__ = ["read_csv", "read_jsonl", "read_mbox", "source_of_row"]

_TEXT: Final = (
    "text", "body", "content", "article", "full_text", "fulltext", "report", "message", "notes",
    "description", "summary", "texto", "texte", "текст",
)  # fmt: skip
_ID: Final = ("id", "report_id", "event_id", "event_id_cnty", "uid", "guid", "key", "number")
_DATE: Final = (
    "date", "published", "publication_date", "published_at", "pubdate", "date_published",
    "timestamp", "created_at", "report_date", "fecha", "event_date",
)  # fmt: skip
_TITLE: Final = ("title", "headline", "subject", "titulo", "titre")
_SOURCE: Final = ("source", "publisher", "outlet", "site", "author", "fuente")
_URL: Final = ("url", "link", "source_url", "permalink")


def _first(row: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((row[name] for name in names if row.get(name) not in (None, "")), None)


def source_of_row(row: Mapping[str, Any], where: str, default_id: str) -> Source:
    """Make a report of one row.

    Raises
    ------
    ReportError
        If the row has no text, or a date that is none.
    """
    folded = {str(key).strip().casefold().replace(" ", "_"): row[key] for key in row if key}
    text = _first(folded, _TEXT)
    if not isinstance(text, str) or not text.strip():
        raise ReportError(f'{where}: no text; name the column or key "text"')
    said = _first(folded, _DATE)
    day = day_of_field(said)
    notes = () if day is not None or said is None else (f"the date {said!r} is not understood",)
    identifier = _first(folded, _ID)
    return Source(
        str(identifier) if identifier is not None else default_id,
        text,
        published=day,
        title=_string(_first(folded, _TITLE)),
        source=_string(_first(folded, _SOURCE)),
        url=_string(_first(folded, _URL)),
        notes=notes,
    )


def _string(value: Any) -> str | None:
    return str(value).strip() or None if value is not None else None


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with path.open("rb") as file:
            for number, raw in enumerate(file, 1):
                if number == 1 and raw.startswith((b"\xff\xfe", b"\xfe\xff")):
                    raise ReportError(f"{path}: UTF-16; save it as UTF-8")
                if raw.strip():
                    yield number, decode(raw, f"{path}, line {number}")
    except OSError as error:
        raise ReportError(f"{path}: cannot be read ({error.strerror or error})") from error


def read_jsonl(path: Path) -> Iterator[Source]:
    """Yield the reports of a JSON Lines file: one object with a "text" a line."""
    for number, line in _lines(path):
        where = f"{path}, line {number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ReportError(f"{where}: not JSON ({error}); one object a line") from error
        if not isinstance(row, dict):
            raise ReportError(f'{where}: not an object; write {{"id": ..., "text": ...}}')
        yield source_of_row(row, where, f"{path.stem}-{number}")


def read_csv(path: Path) -> Iterator[Source]:
    """Yield the reports of a CSV or TSV file with a header and a text column."""
    try:
        with path.open("rb") as file:
            head = file.read(65_536)
    except OSError as error:
        raise ReportError(f"{path}: cannot be read ({error.strerror or error})") from error
    encoding = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    if encoding != "utf-16":
        cut = head.rfind(b"\n")
        decode(head[: cut if cut > 0 else len(head)], path)
    sample = head.decode(encoding, "ignore").split("\n", 1)[0]
    delimiter = max(
        ("\t" if path.suffix.lower() == ".tsv" else ",", ";", "\t", ","), key=sample.count
    )
    limit = csv.field_size_limit()
    csv.field_size_limit(sys.maxsize)
    try:
        with path.open(encoding=encoding, newline="") as file:
            rows = csv.DictReader(file, delimiter=delimiter)
            names = {
                str(name).strip().casefold().replace(" ", "_") for name in rows.fieldnames or ()
            }
            if not names & set(_TEXT):
                raise ReportError(
                    f"{path}: no text column among {', '.join(sorted(names)) or 'no columns'}; "
                    'name it "text"'
                )
            for number, row in enumerate(rows, 2):
                if any(row.values()):
                    yield source_of_row(row, f"{path}, row {number}", f"{path.stem}-{number}")
    except UnicodeDecodeError as error:
        raise ReportError(f"{path}: not UTF-8 text; save it as UTF-8") from error
    except csv.Error as error:
        raise ReportError(f"{path}: not CSV ({error})") from error
    finally:
        csv.field_size_limit(limit)


def read_mbox(path: Path) -> Iterator[Source]:
    """Yield the messages of a mailbox file that hold text."""
    import email
    import email.policy
    import hashlib

    from geo.reports.mail import message_source

    if not path.exists():
        raise ReportError(f"{path}: no such file")
    box = mailbox.mbox(path, create=False)
    try:
        for number, key in enumerate(box.keys(), 1):
            content = box.get_bytes(key)
            message = email.message_from_bytes(content, policy=email.policy.default)
            digest = hashlib.sha256(content).hexdigest()
            source = message_source(message, f"{path.stem}-{number}", sha256=digest)
            if source is not None:
                yield source
    finally:
        box.close()
