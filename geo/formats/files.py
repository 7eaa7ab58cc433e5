"""Incidents in and out of files: which format it is, by content first and then by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.errors import IncidentDataError
from geo.formats.cells import value_of
from geo.formats.geojson import load_collection, read_reports_of, write_geojson
from geo.formats.jsonl import Failure
from geo.formats.regions import region_from_geojson
from geo.formats.rows import IncidentData, located_from_row
from geo.formats.table import file_report, read_table, write_csv
from geo.model import LocatedIncident, Report
from geo.precision import PointReader

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from gazetteer.store import Store

__all__ = ["READABLE", "WRITABLE", "read_incidents", "write_incidents"]

READABLE = (".geojson", ".json", ".csv", ".tsv", ".gpkg", ".parquet", ".geoparquet")
WRITABLE = (".geojson", ".json", ".csv", ".gpkg", ".parquet", ".geoparquet", ".kml")

_TABLES = (".csv", ".tsv", ".tab", ".txt")

_MAGIC = (
    (b"SQLite format 3\x00", "layer"),
    (b"PAR1", "layer"),
    (b"PK\x03\x04", "packed"),
    (b"\x1f\x8b", "packed"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def read_incidents(path: Path, *, store: Store | None = None) -> IncidentData:
    """Read incidents from a file of any format that we know.

    Parameters
    ----------
    path
        GeoJSON, CSV (ours, anybody's, or an export of ACLED, UCDP GED or GDELT),
        GeoPackage or GeoParquet.
    store
        Turns precision codes that mean a country or a first-order unit into its
        outline, and names the country of a point.

    Returns
    -------
    IncidentData
        Rows that could not be read are named in `skipped`; the rest are there.

    Raises
    ------
    IncidentDataError
        If the file cannot be read at all, or no row of it. The message names the file
        and the remedy.
    """
    reader = PointReader(store)
    match _format_of(path):
        case "layer":
            # GeoPandas takes half a second to import; most files do not need it.
            from geo.formats.gis import read_layer

            data = read_layer(path, reader)
        case "geojson":
            data = _read_features(path, reader)
        case _:
            data = read_table(path, reader)
    if data.skipped and not data.located:
        raise IncidentDataError(
            f"{path}: none of {len(data.skipped)} rows could be read; the first: "
            f"{data.skipped[0].message}"
        )
    return _with_ids_of_their_own(data)


def _format_of(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            head = stream.read(64)
    except OSError as error:
        raise IncidentDataError(f"{path}: {error.strerror or error}") from error
    for magic, form in _MAGIC:
        if head.startswith(magic):
            if form == "packed":
                raise IncidentDataError(
                    f"{path}: a packed file; unpack it, or save the spreadsheet as CSV UTF-8"
                )
            if form == "utf-16":
                raise IncidentDataError(
                    f'{path}: UTF-16 text; in a spreadsheet, save it as "CSV UTF-8" and try again'
                )
            return form
    suffix = path.suffix.lower()
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") or suffix in {".geojson", ".json"}:
        return "geojson"
    if suffix in {".gpkg", ".parquet", ".geoparquet"}:
        raise IncidentDataError(
            f"{path}: no {suffix[1:]} file, whatever its name says; export it again"
        )
    if suffix not in _TABLES:
        raise IncidentDataError(
            f"{path}: no format that we read ({', '.join(READABLE)}); rename or export it"
        )
    return "table"


def _read_features(path: Path, reader: PointReader) -> IncidentData:
    """A FeatureCollection of ours or of anybody's."""
    collection = load_collection(path)
    named = read_reports_of(collection, path) if "product" in collection else ()
    reports = {report.report_id: report for report in named}
    own = file_report(path)
    found: list[LocatedIncident] = []
    skipped: list[Failure] = []
    known: dict[str, BaseGeometry] = {}
    for number, feature in enumerate(collection["features"], start=1):
        try:
            if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
                raise ValueError('no feature; expected {"type": "Feature", "properties": {...}}')
            row = {"incident_id": feature.get("id"), **feature["properties"]}
            item = located_from_row(
                row,
                reader,
                own,
                number,
                region_90=region_from_geojson(feature.get("geometry"), known),
                region_50=_region_50(row.pop("region_50", None), known),
            )
        except ValueError as error:
            skipped.append(Failure(number, f"feature {number}: {error}"))
            continue
        if item.incident.report_id == own.report_id:
            reports.setdefault(own.report_id, own)
        found.append(item)
    return IncidentData(tuple(found), tuple(reports.values()), tuple(skipped))


def _region_50(value: Any, known: dict[str, BaseGeometry]) -> BaseGeometry | None:
    # Programs that know one geometry a feature keep the other as the text of an object.
    return region_from_geojson(value_of(value, "json") if isinstance(value, str) else value, known)


def _with_ids_of_their_own(data: IncidentData) -> IncidentData:
    """Ids that a file uses twice get a number, so that a link leads to one incident."""
    uses = Counter(item.incident.incident_id for item in data.located)
    if all(count == 1 for count in uses.values()):
        return data
    taken = set(uses)
    seen: Counter[str] = Counter()
    located = []
    for item in data.located:
        own = item.incident.incident_id
        seen[own] += 1
        if seen[own] > 1:
            number = seen[own]
            while f"{own}-{number}" in taken:
                number += 1
            taken.add(f"{own}-{number}")
            item = replace(item, incident=replace(item.incident, incident_id=f"{own}-{number}"))
        located.append(item)
    twice = sum(count > 1 for count in uses.values())
    note = f"{twice:,} ids stand on more than one row; the later ones got a number."
    return replace(data, located=tuple(located), notes=(*data.notes, note))


def write_incidents(
    path: Path,
    located: Sequence[LocatedIncident],
    reports: Sequence[Report] = (),
    *,
    store: Store | None = None,
) -> None:
    """Write incidents in the format that the file's name says, whole or not at all.

    Raises
    ------
    IncidentDataError
        If the name says no format that we write, or pyarrow is missing for GeoParquet.
    """
    _writer_of(path)(path, located, reports, store)


def _writer_of(
    path: Path,
) -> Callable[[Path, Sequence[LocatedIncident], Sequence[Report], Store | None], None]:
    match path.suffix.lower():
        case ".geojson" | ".json":
            return write_geojson
        case ".csv":
            return write_csv
        case ".kml":
            from geo.formats.kml import write_kml

            return write_kml
        case ".gpkg":
            from geo.formats.gis import write_geopackage

            return write_geopackage
        case ".parquet" | ".geoparquet":
            from geo.formats.gis import write_geoparquet

            return write_geoparquet
        case suffix:
            raise IncidentDataError(
                f"{path}: no format that we write{f' ({suffix})' if suffix else ''}; "
                f"end the name in one of {', '.join(WRITABLE)}"
            )
