"""PDF and DOCX, through the extra `documents` (libraries `pypdf` and `python-docx`).

Pages, and paragraphs of DOCX, are kept as marks, so that a quote can say where it stands.
The day a file was made is not the day it was published, so it is named in a note only.
"""

from __future__ import annotations

import datetime as dt
import io
import logging
from pathlib import Path
from typing import Any

from geo.errors import ReportError
from geo.reports.parts import Source

__all__ = ["read_docx", "read_pdf"]

_REMEDY = "needs an extra; run: python -m pip install 'incident-mapper[documents]'"


def read_pdf(content: bytes, path: Path, *, sha256: str) -> Source:
    """Read a PDF that holds text.

    Raises
    ------
    ReportError
        If the extra is missing, the file is damaged or locked, or its pages are pictures.
    """
    try:
        import pypdf
    except ImportError as error:
        raise ReportError(f"{path}: reading PDF {_REMEDY}") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReportError(f"{path}: the PDF is locked by a password; save an open copy")
        pages = [page.extract_text() or "" for page in reader.pages]
        facts = reader.metadata
        title = str(facts.title).strip() if facts and facts.title else None
        made = facts.creation_date if facts else None
    except ReportError:
        raise
    except Exception as error:  # pypdf lets many kinds of errors through on damaged files
        raise ReportError(
            f"{path}: a damaged PDF ({type(error).__name__}); save it anew"
        ) from error
    text, marks = _joined([(f"page {n}", page.strip()) for n, page in enumerate(pages, 1)], "\n\n")
    if not text.strip():
        raise ReportError(f"{path}: the PDF holds pictures of text; run it through OCR first")
    return Source(
        path.stem, text, title=title, sha256=sha256, marks=marks, hints=_made(made)
    )  # fmt: skip


def read_docx(content: bytes, path: Path, *, sha256: str) -> Source:
    """Read a Word document: its paragraphs and the cells of its tables, in order.

    Raises
    ------
    ReportError
        If the extra is missing, or the file is no DOCX or holds no text.
    """
    try:
        import docx
        from docx.table import Table
    except ImportError as error:
        raise ReportError(f"{path}: reading DOCX {_REMEDY}") from error
    try:
        document = docx.Document(io.BytesIO(content))
        parts: list[tuple[str, str]] = []
        for number, block in enumerate(document.iter_inner_content(), 1):
            if isinstance(block, Table):
                parts.extend((f"paragraph {number}", _row(row)) for row in block.rows)
            else:
                parts.append((f"paragraph {number}", block.text.strip()))
        title = document.core_properties.title or None
        made = document.core_properties.created
    except Exception as error:  # zip, XML and key errors of files that are no DOCX
        raise ReportError(
            f"{path}: not a readable DOCX ({type(error).__name__}); save it anew"
        ) from error
    text, marks = _joined([part for part in parts if part[1]], "\n\n")
    if not text.strip():
        raise ReportError(f"{path}: the document holds no text")
    return Source(path.stem, text, title=title, sha256=sha256, marks=marks, hints=_made(made))


def _row(row: Any) -> str:
    cells: list[str] = []
    for cell in row.cells:
        words = " ".join(cell.text.split())
        if words and (not cells or cells[-1] != words):  # merged cells come twice
            cells.append(words)
    return " | ".join(cells)


def _joined(parts: list[tuple[str, str]], glue: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """One text of many parts, with the offset at which each begins."""
    marks: list[tuple[int, str]] = []
    position = 0
    for name, text in parts:
        marks.append((position, name))
        position += len(text) + len(glue)
    return glue.join(text for _, text in parts), tuple(marks)


def _made(made: dt.datetime | None) -> tuple[str, ...]:
    if made is None:
        return ()
    return (f"the file was made on {made.date()}, which need not be its publication day",)
