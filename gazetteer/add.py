"""Gazetteers that the user adds: each source a segment of its own, on top of the embedded one.

A source is read a row at a time into a folder of the user's data directory, which appears
when it is complete and not before: an interruption leaves what was there. Adding the same
file again changes nothing; adding it changed replaces it. What cannot be read is told row
by row in `problems.txt` beside the segment, and the rest goes in.

Where two sources hold one `place_id`, the one with the higher precedence speaks, and
either outranks the embedded gazetteer; countries and first-order units are always the
embedded ones, whose polygons the rest relies on.
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from gazetteer.added import (
    Added,
    list_sources,
    read_added,
    remove_source,
    user_directory,
    user_segments,
)
from gazetteer.errors import GeometryError, SourceError
from gazetteer.model import FeatureClass, LngLat
from gazetteer.names import fold, skeleton
from gazetteer.segment import FORMAT_VERSION, SegmentWriter, whole_folder
from gazetteer.sources import Problem, Record

if TYPE_CHECKING:
    from gazetteer.sources.dump import AlternateNames
    from gazetteer.store import Store

__all__ = [
    "KINDS",
    "Added",
    "add_source",
    "kind_of",
    "list_sources",
    "remove_source",
    "user_directory",
    "user_segments",
]

KINDS: Mapping[str, int] = {
    "geonames": 10,
    "parquet": 20,
    "whosonfirst": 30,
    "linkedplaces": 40,
    "table": 50,
}
"""Kinds of source, each with its usual precedence: the user's own table has the last word."""

_BATCH = 20_000
_SHOWN = 20
_LICENCES = {
    "geonames": {"GeoNames": "CC BY 4.0, https://www.geonames.org/"},
    "whosonfirst": {"Who's On First": "see https://whosonfirst.org/docs/licenses/"},
    "parquet": {"Overture Maps or OpenStreetMap": "ODbL or CDLA, as the file's origin says"},
}


def kind_of(path: Path) -> str:
    """Which reader a file calls for.

    Raises
    ------
    SourceError
        If the file is missing, or none of the readers knows it.
    """
    from gazetteer.sources import dump, linkedplaces, whosonfirst

    if not path.exists():
        raise SourceError(f"{path}: no such file")
    suffix = path.suffix.lower()
    if suffix in {".parquet", ".geoparquet"}:
        return "parquet"
    if whosonfirst.is_whosonfirst(path):
        return "whosonfirst"
    if suffix in {".txt", ".zip"} and dump.is_dump(path):
        return "geonames"
    if suffix in {".json", ".geojson", ".jsonld", ".jsonl", ".ndjson"}:
        return "linkedplaces" if linkedplaces.is_linked_places(path) else "table"
    if suffix in {".csv", ".tsv", ".gpkg", ".shp", ".fgb", ".zip", ".geojsonl"}:
        return "table"
    raise SourceError(
        f"{path}: not known as any of {', '.join(KINDS)}; name the kind if it is one of them"
    )


def add_source(
    path: Path,
    *,
    store: Store,
    kind: str | None = None,
    name: str | None = None,
    columns: Mapping[str, str] | None = None,
    precedence: int | None = None,
    directory: Path | None = None,
    advance: Callable[[int], None] | None = None,
) -> Added:
    """Read a source into a segment of the user's.

    Parameters
    ----------
    path
        The file. Beside a GeoNames dump `admin1CodesASCII.txt` and `alternateNamesV2.txt`
        or `.zip` are read too if they lie there.
    store
        The embedded store: it says which first-order unit holds a place.
    kind
        One of `KINDS`; found from the file if not given.
    name
        What to call the source; from the file's name if not given.
    columns
        For a table: from a field (name, names, lng, lat, class, country, population, id)
        to the column that holds it.
    precedence
        The higher has the last word; that of the kind if not given.
    directory
        Where to keep it; `user_directory()` if not given.
    advance
        Told the number of rows since it was last called.

    Returns
    -------
    Added
        What went in, what did not and why.

    Raises
    ------
    SourceError
        If the file cannot be read at all, or holds not one place.
    """
    kind = kind or kind_of(path)
    if kind not in KINDS:
        raise SourceError(f"{kind!r} is no kind of source; there are {', '.join(KINDS)}")
    name = _slug(name or path.stem)
    folder = (directory or user_directory()) / name
    rank = KINDS[kind] if precedence is None else precedence
    version = _version(path, kind, columns)
    there = read_added(folder)
    if there is not None and (there.version, there.precedence) == (version, rank):
        return replace(there, unchanged=True)
    with whole_folder(folder) as scratch, ExitStack() as stack:
        writer = stack.enter_context(SegmentWriter(scratch, romanised=True))
        report = _Report(
            stack.enter_context((scratch / "problems.txt").open("w", encoding="utf-8"))
        )
        rows = _rows(path, kind, name, columns, store, stack)
        _write(rows, writer, store, report, advance)
        if not writer.rows:
            first = f": {report.examples[0]}" if report.examples else ""
            raise SourceError(f"{path}: not one place in it{first}")
        manifest = {
            "version": version,
            "name": name,
            "kind": kind,
            "origin": path.name,
            "precedence": rank,
            "unreadable": report.unreadable,
            "left_out": dict(report.left_out),
            "examples": report.examples,
            "licences": _LICENCES.get(kind, {}),
        }
        writer.close(**manifest)
    added = read_added(folder)
    assert added is not None
    return added


def _slug(text: str) -> str:
    slug = fold(text).replace(" ", "-")
    if not slug:
        raise SourceError(f"{text!r}: a source's name needs a letter or a digit")
    return slug[:80]


def _version(path: Path, kind: str, columns: Mapping[str, str] | None) -> str:
    """Digest of the file, of what lies beside it, and of how it is read."""
    digest = hashlib.sha256(json.dumps([kind, FORMAT_VERSION, columns], sort_keys=True).encode())
    siblings = [path.with_name(n) for n in _BESIDE] if kind == "geonames" else []
    siblings += [path.with_suffix(s) for s in (".dbf", ".shx", ".prj") if path.suffix == ".shp"]
    for file in (path, *siblings):
        if file.is_file():
            with file.open("rb") as stream:
                for block in iter(lambda: stream.read(1 << 20), b""):
                    digest.update(block)
    return digest.hexdigest()[:12]


_BESIDE = ("admin1CodesASCII.txt", "alternateNamesV2.txt", "alternateNamesV2.zip")


class _Report:
    """What did not go in: each unreadable row on a line of a file, the rest counted."""

    def __init__(self, file: object) -> None:
        self._file = file
        self.unreadable = 0
        self.left_out: Counter[str] = Counter()
        self.examples: list[str] = []

    def add(self, problem: Problem) -> None:
        if problem.left_out:
            self.left_out[problem.why] += 1
            return
        self.unreadable += 1
        text = re.sub(r"\s+", " ", f"{problem.where}: {problem.why}")[:500]
        print(text, file=self._file)  # type: ignore[call-overload]
        if len(self.examples) < _SHOWN:
            self.examples.append(text)


def _rows(
    path: Path,
    kind: str,
    name: str,
    columns: Mapping[str, str] | None,
    store: Store,
    stack: ExitStack,
) -> Iterator[Record | Problem]:
    from gazetteer.sources import dump, linkedplaces, parquet, tables, whosonfirst

    if columns and kind != "table":
        raise SourceError(f"{path}: a column map is for tables, and this is read as {kind}")
    if kind == "geonames":
        units = _Units(store)
        beside = path.with_name("admin1CodesASCII.txt")
        if beside.is_file():
            units.learn(dump.admin1_names(beside))
        return dump.places(
            path,
            unit_of=units.by_code,
            has_unit=units.holds,
            alternates=_alternates(path, stack),
        )
    if kind == "linkedplaces":
        return linkedplaces.places(path, prefix=name)
    if kind == "whosonfirst":
        return whosonfirst.places(path)
    if kind == "parquet":
        return parquet.places(path)
    return tables.places(path, prefix=name, columns=columns)


def _alternates(path: Path, stack: ExitStack) -> AlternateNames | None:
    """alternateNamesV2 from beside a dump, unpacked into a folder that goes with the stack."""
    import tempfile

    from gazetteer.sources.dump import AlternateNames

    text, packed = (path.with_name(n) for n in _BESIDE[1:])
    if not text.is_file():
        if not packed.is_file():
            return None
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        with zipfile.ZipFile(packed) as archive:
            if text.name not in archive.namelist():
                raise SourceError(f"{packed}: holds no {text.name}")
            text = Path(archive.extract(text.name, scratch))
    names = AlternateNames(text)
    stack.callback(names.close)
    return names


class _Units:
    """Which embedded first-order unit a GeoNames code or row speaks of."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._codes: dict[tuple[str, str], str] = {}

    def learn(self, names: Mapping[tuple[str, str], tuple[str, ...]]) -> None:
        """Match the names of admin1CodesASCII to units: a fold or a skeleton that is unique."""
        for (country, code), listed in names.items():
            for key in (fold, skeleton):
                wanted = {key(name) for name in listed} - {""}
                alike = {u for k in wanted for u in self._keyed(country, key).get(k, ())}
                if len(alike) == 1:
                    self._codes[country, code] = alike.pop()
                    break

    def _keyed(self, country: str, key: Callable[[str], str]) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for unit in self._store.admin1_units(country):
            row = self._store.row_of(unit.place_id)
            for name in self._store.names_of(row) if row is not None else ():
                found.setdefault(key(name), set()).add(unit.place_id)
        return found

    def by_code(self, country: str, code: str) -> str | None:
        """`place_id` of the unit with this GeoNames code, if its name told."""
        return self._codes.get((country, code))

    def holds(self, country: str, point: LngLat, names: tuple[str, ...]) -> bool:
        """Whether the unit around the point has one of the names, in some spelling."""
        unit = self._store.admin1_at(point)
        if unit is None or unit.country_code != country:
            return False
        row = self._store.row_of(unit.place_id)
        known = self._store.names_of(row) if row is not None else ()
        bones = {skeleton(name) for name in known} - {""}
        return bool({fold(n) for n in names} & {fold(n) for n in known}) or bool(
            {skeleton(n) for n in names} & bones
        )


def _write(
    rows: Iterable[Record | Problem],
    writer: SegmentWriter,
    store: Store,
    report: _Report,
    advance: Callable[[int], None] | None,
) -> None:
    """Write records a batch at a time, so that units are found for many points at once."""
    stream = iter(rows)
    while batch := list(islice(stream, _BATCH)):
        records = []
        for row in batch:
            if isinstance(row, Problem):
                report.add(row)
            else:
                records.append(row)
        _write_batch(records, writer, store, report)
        if advance is not None:
            advance(len(batch))


def _write_batch(
    records: list[Record], writer: SegmentWriter, store: Store, report: _Report
) -> None:
    from gazetteer.shapes import drawable, ragged

    lng = np.array([record.place.point.lng for record in records])
    lat = np.array([record.place.point.lat for record in records])
    asked = np.array([i for i, r in enumerate(records) if r.place.admin1 is None], dtype=np.int64)
    unit_rows = np.full(len(records), -1, dtype=np.int64)
    if len(asked):
        unit_rows[asked] = store.units_at(lng[asked], lat[asked])
    drawn: list[int] = []
    shapes = []
    for record, unit_row in zip(records, unit_rows.tolist(), strict=True):
        place, country, unit = record.place, record.place.country_code, record.place.admin1
        if unit_row >= 0:
            holder = store.place(unit_row)
            country = country or holder.country_code
            # a border drawn coarsely must not put a place into the neighbour's province
            unit = holder.place_id if holder.country_code == country else None
        try:
            shape = drawable(record.geometry)
        except GeometryError as error:
            report.add(Problem(place.place_id, str(error)))
            continue
        row = writer.add(
            place.place_id,
            record.names,
            place.point.lng,
            place.point.lat,
            place.feature_class,
            country,
            admin1=None if place.feature_class is FeatureClass.ADMIN1 else unit,
            population=place.population,
            extent_m=place.extent_m,
            source=place.source,
            verified=place.verified,
            has_geometry=shape is not None,
        )
        if shape is not None:
            drawn.append(row)
            shapes.append(shape)
    if shapes:
        arrays = ragged(shapes)
        writer.add_shapes(np.array(drawn, dtype=np.uint32), *arrays)
