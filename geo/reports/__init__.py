"""Files to reports: text, Markdown, HTML, e-mail, PDF, DOCX, and tables of reports.

`read_report` reads a file that holds one report, `read_reports` any file. A report keeps
its text untouched with the offsets valid; what else the file tells (day, title, source,
dateline, pages) stands beside it. A file that cannot be read raises `ReportError`, whose
message names the file, the reason and the remedy.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from geo.errors import ReportError
from geo.model import Report
from geo.reports.days import read_day
from geo.reports.decoding import decode
from geo.reports.headers import read_header
from geo.reports.parts import Source
from geo.text import language_of

__all__ = ["SUFFIXES", "read_report", "read_reports", "report_from_text"]

_ONE: Final = {
    ".txt": "text", ".text": "text", "": "text", ".log": "text",
    ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".eml": "mail", ".pdf": "pdf", ".docx": "docx",
}  # fmt: skip
_MANY: Final = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".mbox": "mbox",
}
_REFUSED: Final = {
    ".doc": "an old Word file; save it as DOCX or as text",
    ".rtf": "RTF; save it as DOCX or as text",
    ".odt": "OpenDocument; save it as DOCX or as text",
    ".xlsx": "a spreadsheet; save it as CSV with a text column",
    ".xls": "a spreadsheet; save it as CSV with a text column",
    ".json": "JSON; give one object a line (.jsonl) with a \"text\" in each",
    ".geojson": "GeoJSON; `incident-mapper render` takes that",
    ".zip": "an archive; unpack it first",
    ".gz": "compressed; unpack it first",
}  # fmt: skip

SUFFIXES: Final = frozenset((*_ONE, *_MANY)) - {""}
"""Endings of the files that can be read."""

NO_DATE: Final = (
    'no publication day found: relative dates ("Monday", "last week") are left open; '
    "give --date YYYY-MM-DD"
)

_DATE_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_]?([01]\d)[-_]?([0-3]\d)(?!\d)")


def read_report(path: Path | str, *, date: dt.date | None = None) -> Report:
    """Read a file that holds one report.

    Parameters
    ----------
    date
        Publication day, taken where the file states none.

    Raises
    ------
    ReportError
        If the file cannot be read, or holds several reports (see `read_reports`).
    """
    reports = read_reports(path, date=date)
    first = next(reports, None)
    if first is None:
        raise ReportError(f"{path}: holds no report")
    if next(reports, None) is not None:
        raise ReportError(
            f"{path}: holds several reports; `read_reports` yields them one by one, and "
            "`incident-mapper extract --jsonl` takes JSON Lines"
        )
    return first


def read_reports(path: Path | str, *, date: dt.date | None = None) -> Iterator[Report]:
    """Read every report of a file, one at a time.

    Text, Markdown, HTML, .eml, PDF and DOCX hold one; JSON Lines, CSV and mbox several.

    Raises
    ------
    ReportError
        If the file cannot be read; for a file of several, when the bad one is reached.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    if suffix in _REFUSED:
        raise ReportError(f"{path}: {_REFUSED[suffix]}")
    if suffix in _MANY:
        from geo.reports import tables

        reader = {"jsonl": tables.read_jsonl, "csv": tables.read_csv, "mbox": tables.read_mbox}
        for source in reader[_MANY[suffix]](path):
            yield _report(source, date)
        return
    yield _report(_read_one(path, _ONE.get(suffix, "text")), date, path=path)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReportError(f"{path}: no such file") from error
    except IsADirectoryError as error:
        raise ReportError(f"{path}: a folder, not a report") from error
    except OSError as error:
        raise ReportError(f"{path}: cannot be read ({error.strerror or error})") from error


def _read_one(path: Path, form: str) -> Source:
    content = _bytes(path)
    digest = hashlib.sha256(content).hexdigest()
    if form == "text":
        if content[:600].lstrip()[:9].lower().startswith((b"<!doctype", b"<html")):
            form = "html"
        else:
            return Source(path.stem, decode(content, path), sha256=digest)
    if not content.strip():
        raise ReportError(f"{path}: the file is empty")
    if form == "markdown":
        from geo.reports.markdown import read_markdown

        return read_markdown(decode(content, path), path.stem, sha256=digest)
    if form == "html":
        from geo.reports.html import read_html

        return read_html(content, path, sha256=digest)
    if form == "mail":
        from geo.reports.mail import read_mail

        return read_mail(content, path, sha256=digest)
    from geo.reports import documents

    reader = documents.read_pdf if form == "pdf" else documents.read_docx
    return reader(content, path, sha256=digest)


def report_from_text(
    text: str,
    report_id: str,
    *,
    published: dt.date | None = None,
    title: str | None = None,
    source: str | None = None,
    url: str | None = None,
    sha256: str | None = None,
) -> Report:
    """Make a report of a text, reading its header for what is not given.

    Examples
    --------
    >>> report = report_from_text("KYIV, March 3, 2024 (AP) - Shells fell.", "r1")
    >>> report.published, report.dateline, report.text[report.body_start:]
    (datetime.date(2024, 3, 3), 'KYIV', 'Shells fell.')
    >>> report_from_text("Shells fell.", "r2").notes[0][:24]
    'no publication day found'
    """
    return _report(Source(report_id, text, published, title, source, url, sha256=sha256), None)


def _report(source: Source, date: dt.date | None, *, path: Path | None = None) -> Report:
    header = read_header(
        source.text[source.body_start :] if source.body_start else source.text,
        published=source.published,
    )
    published = source.published or header.published
    notes = list(source.notes)
    if published is None:
        notes.extend(source.hints)
        published = date
    if published is None and path is not None and (named := _day_in_name(path.stem)) is not None:
        published = named
        notes.append(f"publication day {named} is taken from the file's name")
    if published is None:
        notes.append(NO_DATE)
        if header.dateline is not None and header.dateline_day is None:
            notes.append("a dateline without a year tells no publication day")
    elif header.dateline_day is None and header.dateline is not None and header.published is None:
        # "BAGHDAD, June 28 -" beside a day given from outside: the year is known only now.
        header = read_header(source.text[source.body_start :], published=published)
    text = source.text
    dateline_day = header.dateline_day
    if (
        dateline_day is not None
        and published is not None
        and abs((published - dateline_day).days) > 31
    ):
        dateline_day = None
    return Report(
        report_id=source.report_id,
        text=text,
        sha256=source.sha256 or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        published=published,
        title=source.title or header.title,
        source=source.source or header.source,
        url=source.url or header.url,
        dateline=source.dateline or header.dateline,
        body_start=source.body_start + header.body_start,
        notes=tuple(notes),
        dateline_day=dateline_day,
        language=source.language or language_of(text[source.body_start : source.body_start + 8000]),
        marks=source.marks,
        licence=source.licence,
    )


def _day_in_name(stem: str) -> dt.date | None:
    match = _DATE_IN_NAME.search(stem)
    return read_day("-".join(match.groups())) if match else None
