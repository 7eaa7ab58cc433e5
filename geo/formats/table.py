"""CSV and other delimited text: our own, ACLED's, UCDP's, GDELT's, or anybody's.

The header says whose it is. A row that cannot be read is named by its line, with the
reason, and the rest go on. Copies from the Humanitarian Data Exchange have a second
header row of tags (`#date`, `#geo+lat`), which is left out.
"""

from __future__ import annotations

import csv
import functools
import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import shapely

from geo.contract import report_from_dict, report_to_dict
from geo.errors import IncidentDataError
from geo.flat import COLUMNS, located_to_dict
from geo.formats import acled, gdelt, ucdp
from geo.formats.cells import cell_of, value_of
from geo.formats.jsonl import Failure, write_whole
from geo.formats.regions import DIGITS, tidy
from geo.formats.rows import IncidentData, located_from_row, named
from geo.model import LocatedIncident, Report

if TYPE_CHECKING:
    from collections.abc import Collection

    from gazetteer.store import Store
    from geo.precision import PointReader

__all__ = ["file_report", "read_table", "region_from_wkt", "reports_of_row", "write_csv"]

_DELIMITERS = ",;\t|"
_CHUNK = 1 << 20


class _Schema(Protocol):
    """A module that reads one publisher's export."""

    NAME: str

    def matches(self, header: Collection[str]) -> bool: ...
    def check(self, header: Collection[str], where: str) -> None: ...
    def read_row(
        self, row: Mapping[str, str], reader: PointReader, report: Report
    ) -> LocatedIncident | None: ...


_SCHEMAS: tuple[_Schema, ...] = (acled, ucdp, gdelt)


def file_report(path: Path, source: str | None = None) -> Report:
    """The file itself as the report that its rows rest on: its name and its bytes' SHA-256."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return Report(path.stem, "", digest.hexdigest(), source=source)


# --- Reading -------------------------------------------------------------------------


def read_table(path: Path, reader: PointReader) -> IncidentData:
    """Read a delimited file, whoever made it.

    Raises
    ------
    IncidentDataError
        If it is no such file, or lacks the columns that a map needs; the message names
        the file and the remedy.
    """
    # Outlines of countries are longer than the csv module expects of a cell.
    csv.field_size_limit(2**31 - 1)
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return _read(path, stream, reader)
    except UnicodeDecodeError as error:
        raise IncidentDataError(
            f"{path}: not UTF-8 text (byte {error.start}); in a spreadsheet, save it as "
            '"CSV UTF-8" and try again'
        ) from error
    except csv.Error as error:
        raise IncidentDataError(f"{path}: no delimited text ({error}); export it again") from error
    except OSError as error:
        raise IncidentDataError(f"{path}: {error.strerror or error}") from error


def _read(path: Path, stream: io.TextIOBase, reader: PointReader) -> IncidentData:
    first = stream.readline()
    if not first.strip():
        raise IncidentDataError(f"{path}: the file is empty; export the incidents again")
    stream.seek(0)
    delimiter = max(_DELIMITERS, key=first.count)
    rows = csv.reader(stream, delimiter=delimiter, strict=False)
    header = [named(cell) for cell in next(rows)]
    if headless := _gdelt_header(header):
        header = list(headless)
        stream.seek(0)
        rows = csv.reader(stream, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    schema = next((schema for schema in _SCHEMAS if schema.matches(header)), None)
    if schema is None:
        _check_header(header, path)
    else:
        schema.check(header, str(path))
    report = file_report(path, schema.NAME if schema else None)
    skipped: list[Failure] = []
    records = _records(rows, header, skipped)
    if schema is not None:
        return _exported(schema, records, reader, report, skipped)
    return _anybodys(records, reader, report, skipped, ours="resolution_status" in header)


def _gdelt_header(first: Sequence[str]) -> tuple[str, ...] | None:
    """GDELT's files have no header; their first row begins with an id and a day."""
    for columns in (gdelt.COLUMNS_V1, gdelt.COLUMNS_V2):
        if len(first) == len(columns) and first[0].isdigit() and first[1][:8].isdigit():
            return columns
    return None


def _check_header(header: Sequence[str], path: Path) -> None:
    known = {"lat", "latitude", "y", "geometry", "wkt", "incident_id", "place_text", "place"}
    if not known & set(header):
        raise IncidentDataError(
            f"{path}, line 1: no column says where; name two of them lat and lon (degrees), "
            f"or one incident_id. Found: {', '.join(header[:12])}"
        )


def _records(
    rows: Iterator[list[str]], header: Sequence[str], skipped: list[Failure]
) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows by column name with their line; ragged ones are skipped by name."""
    reader: Any = rows
    is_first = True
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        tags, is_first = is_first, False
        if tags and all(cell.startswith("#") for cell in row if cell.strip()):
            continue
        while len(row) > len(header) and not row[-1].strip():
            row.pop()
        if len(row) != len(header):
            _skip(skipped, reader.line_num,
                  f"{len(row)} cells where the header has {len(header)}; "
                  "is a quote open, or the line cut short?")  # fmt: skip
            continue
        yield reader.line_num, dict(zip(header, row, strict=True))


def _skip(skipped: list[Failure], line: int, why: str) -> None:
    skipped.append(Failure(line, f"line {line}: {why}"))


def _exported(
    schema: _Schema,
    records: Iterator[tuple[int, dict[str, str]]],
    reader: PointReader,
    report: Report,
    skipped: list[Failure],
) -> IncidentData:
    found: list[LocatedIncident] = []
    reports: dict[str, Report] = {}
    others = 0
    for line, record in records:
        own = gdelt.report_of(record, report) if schema is gdelt else report
        try:
            item = schema.read_row(record, reader, own)
        except (ValueError, KeyError) as error:
            _skip(skipped, line, str(error))
            continue
        if item is None:
            others += 1
            continue
        reports.setdefault(own.report_id, own)
        found.append(item)
    notes = (f"{others:,} rows are about other things than violence.",) if others else ()
    return IncidentData(tuple(found), tuple(reports.values()), tuple(skipped), notes)


def _anybodys(
    records: Iterator[tuple[int, dict[str, str]]],
    reader: PointReader,
    report: Report,
    skipped: list[Failure],
    *,
    ours: bool,
) -> IncidentData:
    found: list[LocatedIncident] = []
    reports: dict[str, Report] = {}
    # Rows that share a region share the object, as they did when they were written.
    region = functools.cache(region_from_wkt)
    for line, record in records:
        try:
            row = _ours(record) if ours else _theirs(record)
            item = located_from_row(
                row,
                reader,
                report,
                line,
                region_90=region(record.get("geometry") or record.get("wkt")),
                region_50=region(record.get("region_50")),
            )
            named_reports = reports_of_row(row)
        except ValueError as error:
            _skip(skipped, line, str(error))
            continue
        if item.incident.report_id == report.report_id:
            reports.setdefault(report.report_id, report)
        for own in named_reports:
            reports[own.report_id] = own
        found.append(item)
    return IncidentData(tuple(found), tuple(reports.values()), tuple(skipped))


def _ours(record: Mapping[str, str]) -> dict[str, Any]:
    kinds = {**COLUMNS, "reports": "json"}
    return {name: _value(name, cell, kinds[name]) for name, cell in record.items() if name in kinds}


def _theirs(record: Mapping[str, str]) -> dict[str, Any]:
    exact = {"int", "float", "bool"}
    return {
        name: _value(name, cell, COLUMNS[name]) if COLUMNS.get(name) in exact else cell
        for name, cell in record.items()
        if cell.strip() and COLUMNS.get(name) != "json"
    }


def _value(name: str, cell: str, kind: str) -> Any:
    try:
        return value_of(cell, kind)
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from None


def region_from_wkt(text: Any) -> Any:
    """Read well-known text; None for an empty cell.

    Raises
    ------
    ValueError
        If it is none.

    Examples
    --------
    >>> region_from_wkt("POINT (40.9 34.4)")
    <POINT (40.9 34.4)>
    """
    if text is None or not str(text).strip():
        return None
    try:
        return shapely.from_wkt(str(text))
    except shapely.errors.ShapelyError as error:
        raise ValueError(f"geometry: no well-known text ({error})") from error


def reports_of_row(row: Mapping[str, Any]) -> tuple[Report, ...]:
    """The reports that a row's `reports` column names.

    Raises
    ------
    ValueError
        If they cannot be read.
    """
    rows = row.get("reports")
    if rows is None:
        return ()
    if not isinstance(rows, list) or not all(isinstance(item, dict) for item in rows):
        raise ValueError("reports: must be a list of objects")
    return tuple(report_from_dict(item) for item in rows)


# --- Writing -------------------------------------------------------------------------


def write_csv(
    path: Path,
    located: Sequence[LocatedIncident],
    reports: Sequence[Report] = (),
    store: Store | None = None,
) -> None:
    """Write incidents as CSV, one row each, whole or not at all.

    The columns are those of `geo.contract`, then `reports` (JSON), `region_50` and
    `geometry` (well-known text, EPSG:4326). No cell can run as a formula.
    """
    known = {report.report_id: report for report in reports}
    drawn: dict[int, str] = {}

    def wkt(region: Any) -> str:
        if region is None:
            return ""
        if id(region) not in drawn:
            drawn[id(region)] = shapely.to_wkt(tidy(region), rounding_precision=DIGITS)
        return drawn[id(region)]

    with write_whole(path) as stream:
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow([*COLUMNS, "reports", "region_50", "geometry"])
        for item in located:
            row = located_to_dict(item, store=store, digits=DIGITS)
            names = dict.fromkeys(
                [item.incident.report_id, *(quote.report_id for quote in item.incident.quotes)]
            )
            own = [report_to_dict(known[name]) for name in names if name in known]
            footprint = item.resolution.footprint
            writer.writerow(
                [
                    *(cell_of(row[name], kind) for name, kind in COLUMNS.items()),
                    cell_of(own, "json"),
                    wkt(footprint.region_50 if footprint else None),
                    wkt(footprint.region_90 if footprint else None),
                ]
            )
