"""The review file: one row an incident, for an analyst to correct in any spreadsheet.

`<stem>.review.csv` holds each incident's editable fields as extracted, and a column
`action`:

    (empty) or keep   as it stands; a cell that was changed counts as a correction
    edit              the same, said aloud
    delete            the incident is none
    merge into <id>   this row tells of the incident with that id
    split             the incident is several: copy the row, once for each
    undo              as extracted, whatever the cells say

The last column, `extracted`, remembers what the cells held when they were written. It
tells a correction from a value that the next extraction changed, and finds the incident
again by its quotes when its id is another. Rows are never removed: a decision whose
incident has gone waits for it, and any decision is undone by the word `undo`.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from geo import flat
from geo.contract import incident_to_dict
from geo.errors import IncidentDataError
from geo.flat import COLUMNS
from geo.formats.cells import cell_of, guarded, unguarded, value_of
from geo.formats.jsonl import write_whole
from geo.formats.values import day_of
from geo.model import Incident

__all__ = [
    "ACTIONS",
    "EDITABLE",
    "ReviewRow",
    "read_review",
    "refusal",
    "review_row",
    "write_review_rows",
]

ACTIONS = ("keep", "edit", "delete", "merge", "split", "undo")

EDITABLE: Mapping[str, str] = {name: COLUMNS[name] for name in flat.EDITABLE}
"""Column -> kind, as in every other file."""

_HEADER = ("action", "id", "quote", *EDITABLE, "who", "when", "why", "report", "extracted")

_QUOTE_KEY = 200
"""Characters of each quote that are remembered: enough to know it again."""


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One row of a review file."""

    incident_id: str
    action: str = ""
    """One of ACTIONS, or empty."""
    into: str | None = None
    """The id that a merge names."""
    cells: Mapping[str, str] = field(default_factory=dict)
    """Editable column -> cell as it stands, without its guard."""
    base: Mapping[str, str] = field(default_factory=dict)
    """Editable column -> cell as extracted."""
    quotes: tuple[str, ...] = ()
    """Beginnings of the incident's quotes, the main one first."""
    who: str = ""
    when: str = ""
    why: str = ""
    report_id: str = ""
    line: int = 0
    """Line in the file, for messages; 0 for a row not read from one."""

    @property
    def changes(self) -> dict[str, Any]:
        """Editable column -> corrected value; empty for a row that says `undo`.

        Raises
        ------
        ValueError
            If a cell does not fit its column; the message names it.
        """
        if self.action == "undo":
            return {}
        return {
            name: _value(name, cell)
            for name, cell in self.cells.items()
            if name in EDITABLE and not _same(name, cell, self.base.get(name, ""))
        }

    @property
    def is_decided(self) -> bool:
        """Whether a person has said anything in this row."""
        said = any((self.action, self.who, self.when, self.why))
        return said or any(
            not _same(name, cell, self.base.get(name, "")) for name, cell in self.cells.items()
        )


def review_row(incident: Incident) -> ReviewRow:
    """The row of an incident on which nobody has decided yet.

    Examples
    --------
    >>> row = review_row(Incident("a1", "r", "Battles", "Armed clash", "armed_clash"))
    >>> row.cells["kind"], row.cells["count_max"], row.changes
    ('armed_clash', '1', {})
    """
    values = incident_to_dict(incident)
    values["place_text"] = incident.place.text if incident.place else None
    cells = {name: unguarded(cell_of(values[name], kind)) for name, kind in EDITABLE.items()}
    quotes = tuple(quote.text[:_QUOTE_KEY] for quote in incident.quotes)
    return ReviewRow(
        incident.incident_id,
        cells=cells,
        base=cells,
        quotes=quotes,
        report_id=incident.report_id,
    )


# --- Cells ---------------------------------------------------------------------------

_MONTH_FIRST = re.compile(r"(\d{1,2})[./\-](\d{1,2})[./\-](\d{4})$")
_MONTH_YEAR = re.compile(r"([A-Za-z]{3})[a-z]*[ \-](\d\d|\d{4})$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _value(name: str, cell: str) -> Any:
    try:
        kind = EDITABLE[name]
        if kind == "date":
            return day_of(cell).isoformat() if cell.strip() else None
        # The guard is off already; a text that begins with an apostrophe keeps it.
        return value_of(guarded(cell) if kind in {"text", "texts"} else cell, kind)
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from None


def _same(name: str, cell: str, base: str) -> bool:
    """Whether a cell still says what was extracted, perhaps rewritten by a spreadsheet."""
    if cell.strip() == base.strip():
        return True
    if EDITABLE.get(name) == "date" or name == "edtf":
        return base.strip() in _as_spreadsheets_write(cell.strip())
    try:
        return bool(_value(name, cell) == _value(name, base))
    except ValueError:
        return False


def _as_spreadsheets_write(cell: str) -> set[str]:
    """What a date may have been before a spreadsheet wrote it its own way."""
    if found := _MONTH_FIRST.match(cell):
        first, second, year = found.groups()
        return {f"{year}-{first:0>2}-{second:0>2}", f"{year}-{second:0>2}-{first:0>2}"}
    if (found := _MONTH_YEAR.match(cell)) and found[1].lower() in _MONTHS:
        month = _MONTHS.index(found[1].lower()) + 1
        return {f"{century}{found[2][-2:]}-{month:02}" for century in ("19", "20")}
    return set()


# --- The file ------------------------------------------------------------------------


def write_review_rows(path: Path, rows: Iterable[ReviewRow]) -> None:
    """Write rows as a review file, whole or not at all.

    The file begins with a byte order mark, by which spreadsheets know UTF-8.
    """
    with write_whole(path) as stream:
        stream.write("\ufeff")
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow(_HEADER)
        for row in rows:
            action = f"merge into {row.into}" if row.action == "merge" else row.action
            extracted = {"id": row.incident_id, "quotes": list(row.quotes), **row.base}
            writer.writerow(
                [
                    action,
                    cell_of(row.incident_id, "text"),
                    cell_of(row.quotes[0] if row.quotes else None, "text"),
                    *(_cell(name, row.cells.get(name, "")) for name in EDITABLE),
                    *(cell_of(text, "text") for text in (row.who, row.when, row.why)),
                    cell_of(row.report_id, "text"),
                    cell_of(extracted, "json"),
                ]
            )


def _cell(name: str, text: str) -> str:
    return cell_of(text, "text") if EDITABLE[name] in {"text", "texts"} else text


def read_review(path: Path) -> tuple[ReviewRow, ...]:
    """Read a review file as spreadsheets save it: comma, semicolon or tab.

    Raises
    ------
    IncidentDataError
        If it is none, or a row does not say clearly what to do. A decision is never
        passed over in silence: the message names every such row.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise IncidentDataError(
            f'{path}: not UTF-8 text (byte {error.start}); save it as "CSV UTF-8" and try again'
        ) from error
    except OSError as error:
        raise IncidentDataError(f"{path}: {error.strerror or error}") from error
    csv.field_size_limit(2**31 - 1)
    first, _, _ = text.partition("\n")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    header = next(rows, [])
    missing = [name for name in ("action", "id", "extracted") if name not in header]
    if missing:
        raise IncidentDataError(
            f"{path}: no review file, for it lacks the column {', '.join(missing)}; "
            "make one with `incident-mapper extract --review`"
        )
    read: list[ReviewRow] = []
    problems: list[str] = []
    for cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        try:
            if len(cells) < len(header):
                raise ValueError(f"{len(cells)} cells where the header has {len(header)}")
            read.append(_row(dict(zip(header, cells, strict=False)), rows.line_num))
        except ValueError as error:
            problems.append(f"line {rows.line_num}: {error}")
    if problems:
        raise IncidentDataError(refusal(path, problems))
    return tuple(read)


def refusal(path: Path, problems: Sequence[str]) -> str:
    """One message for all rows that do not say clearly what to do."""
    shown = "\n  ".join(problems[:10])
    more = f"\n  and {len(problems) - 10} more" if len(problems) > 10 else ""
    return f"{path}: nothing was applied, for these rows are not clear:\n  {shown}{more}"


def _row(cells: Mapping[str, str], line: int) -> ReviewRow:
    action, into = _action(cells["action"])
    try:
        extracted = json.loads(cells["extracted"]) if cells["extracted"].strip() else {}
        base = {name: str(extracted[name]) for name in EDITABLE if name in extracted}
        quotes = tuple(str(quote) for quote in extracted.get("quotes", ()))
    except (ValueError, AttributeError, TypeError, RecursionError) as error:
        raise ValueError(
            f"extracted: was changed ({error}); restore it, or delete the row and write anew"
        ) from None
    # Spreadsheets turn an id such as 12e5 into a number; the last column remembers it.
    incident_id = str(extracted.get("id") or unguarded(cells["id"].strip()))
    if not incident_id:
        raise ValueError("id: is missing")
    stands = {
        name: unguarded(cells[name]) if EDITABLE[name] in {"text", "texts"} else cells[name]
        for name in EDITABLE
        if name in cells
    }
    row = ReviewRow(
        incident_id=incident_id,
        action=action,
        into=into,
        cells=stands,
        base=base or stands,
        quotes=quotes,
        who=unguarded(cells.get("who", "")),
        when=unguarded(cells.get("when", "")),
        why=unguarded(cells.get("why", "")),
        report_id=unguarded(cells.get("report", "")),
        line=line,
    )
    _ = row.changes
    return row


def _action(cell: str) -> tuple[str, str | None]:
    words = unguarded(cell).strip()
    if words.lower() in ACTIONS and words.lower() != "merge":
        return words.lower(), None
    if found := re.match(r"merge\s+(?:into\s+|with\s+)?(\S+)$", words, re.IGNORECASE):
        return "merge", found[1]
    if words:
        raise ValueError(
            f"action: {words!r} is none of keep, edit, delete, merge into <id>, split, undo"
        )
    return "", None
