"""Segments: the one form in which places lie on disk, mapped and never read whole.

A segment is a folder of raw little-endian columns, one value a row, with blobs of names
and ids, the 64-bit hashes of all names sorted for binary search, and a manifest. The
embedded gazetteer is one, and every source that a user adds becomes another.
`SegmentWriter` takes rows one at a time and holds a chunk of them: twelve million rows
need no more memory than the sorting of their hashes.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import numpy as np

from gazetteer.errors import SourceError
from gazetteer.model import FeatureClass
from gazetteer.names import fold, is_transliteration, phrase_hash, skeleton_of_fold, token_hash

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = [
    "CELL_DEG",
    "COLUMNS",
    "FORMAT_VERSION",
    "LAT_CELLS",
    "LAYOUT",
    "XY_PER_DEGREE",
    "SegmentWriter",
    "cell_of",
    "filter_bits",
    "whole_folder",
]

FORMAT_VERSION = 2
"""Of the segment's layout; a store refuses any other."""
CELL_DEG = 0.5
"""Side of a cell of the spatial grid, in degrees."""
LAT_CELLS = int(180 / CELL_DEG)
XY_PER_DEGREE = 100_000.0
"""Geometries are kept in integers of so small a part of a degree, about a metre."""

COLUMNS: Mapping[str, str] = {
    "lng": "<f8",
    "lat": "<f8",
    "population": "<u4",
    "feature_class": "<u1",
    "country": "<u2",
    "admin1": "<u2",
    "name_count": "<u2",
    "extent_m": "<f4",
    "flags": "<u1",
    "source": "<u2",
}
"""One value a row. `feature_class`, `country`, `admin1` and `source` are positions in the
manifest's lists; bit 0 of `flags` says verified, bit 1 that there is a geometry."""

LAYOUT: Mapping[str, str] = {
    **COLUMNS,
    "id": "<u1",
    "id_start": "<u4",
    "id_key": "<u8",
    "id_row": "<u4",
    "name": "<u1",
    "name_start": "<u4",
    "row_names": "<u4",
    "hash_key": "<u8",
    "hash_row": "<u4",
    "hash_said": "<u1",
    "filter": "<u1",
    "skeleton_key": "<u8",
    "skeleton_row": "<u4",
    "cell_key": "<i4",
    "cell_row": "<u4",
    "shape_row": "<u4",
    "shape_kind": "<u1",
    "shape_bounds": "<i4",
    "shape_part": "<u4",
    "part_ring": "<u4",
    "ring_xy": "<u4",
    "xy": "<i4",
}
"""Every file of a segment and the type of its values.

`*_start` and the ragged offsets (`row_names`, `shape_part`, `part_ring`, `ring_xy`) hold
one value more than what they count. `hash_key` is sorted, with the rows beside it in
`hash_row`; `hash_said` is 0 for a machine's transliteration, which no text says. A shape
has parts, a part has rings, a ring has coordinates; a line is a part of one ring.
`shape_bounds` and `xy` are integers, `XY_PER_DEGREE` to the degree.
"""

_CHUNK = 100_000
_BLOB_LIMIT = 2**32 - 1


def cell_of(lng: NDArray[np.float64], lat: NDArray[np.float64]) -> NDArray[np.int32]:
    """Number of the grid cell that holds each point."""
    x = np.floor((lng + 180.0) / CELL_DEG).astype(np.int32)
    y = np.clip(np.floor((lat + 90.0) / CELL_DEG), 0, LAT_CELLS - 1).astype(np.int32)
    return (x * LAT_CELLS + y).astype(np.int32)


def filter_bits(count: int) -> int:
    """Leading bits of a hash that the prefilter knows: some 16 slots for each of `count`.

    Examples
    --------
    >>> filter_bits(1_000_000), filter_bits(0)
    (24, 10)
    """
    return min(30, max(10, int(count).bit_length() + 4))


@contextlib.contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """A folder that takes the place of `target` when it is complete, or never."""
    target.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
    try:
        yield scratch
        scratch.chmod(0o755)
        if target.exists():
            old = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
            target.replace(old / "old")
            scratch.replace(target)
            shutil.rmtree(old)
        else:
            scratch.replace(target)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


class SegmentWriter:
    """Rows in, one segment out.

    Parameters
    ----------
    folder
        An existing, empty folder. It is a segment only after `close`: put it inside
        `whole_folder`, so that an interruption leaves nothing behind.
    romanised
        Whether names in other scripts are found by their skeleton too. The embedded data
        does without: there a Latin spelling stands beside them.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, SegmentWriter(Path(folder)) as writer:
    ...     _ = writer.add("x:1", ["Somewhere"], 40.0, 34.0, FeatureClass.POPULATED_PLACE, "IQ")
    ...     writer.close(version="1")["rows"]
    1
    """

    def __init__(self, folder: Path, *, romanised: bool = False) -> None:
        self.folder = folder
        self._romanised = romanised
        self.rows = 0
        self._names = 0
        self._files: dict[str, IO[bytes]] = {}
        self._columns: dict[str, list[Any]] = {name: [] for name in COLUMNS}
        self._countries: dict[str, int] = {"": 0}
        self._units: dict[str, int] = {"": 0}
        self._sources: dict[str, int] = {}
        self._classes = {c: i for i, c in enumerate(FeatureClass)}
        self._counts = np.zeros(len(FeatureClass), dtype=np.int64)
        self._said: tuple[list[int], list[int]] = ([], [])
        self._unsaid: tuple[list[int], list[int]] = ([], [])
        self._bones: tuple[list[int], list[int]] = ([], [])
        self._texts: dict[str, list[bytes]] = {"id": [], "name": []}
        self._blob_ends = {"id": 0, "name": 0}
        self._id_keys: list[int] = []
        self._row_names: list[int] = []
        self._shapes: dict[str, list[int]] = {"part": [0], "ring": [0], "xy": [0]}
        self._prefixes: set[str] = set()
        for name in ("id_start", "name_start", "row_names"):
            self._append(name, np.zeros(1))
        self._append("shape_row", np.empty(0))

    def __enter__(self) -> SegmentWriter:
        return self

    def __exit__(self, *_: object) -> None:
        # also when something went wrong half-way
        for file in self._files.values():
            file.close()

    def add(
        self,
        place_id: str,
        names: Sequence[str],
        lng: float,
        lat: float,
        feature_class: FeatureClass,
        country_code: str | None = None,
        *,
        admin1: str | None = None,
        population: int = 0,
        extent_m: float = 0.0,
        source: str = "",
        verified: bool = True,
        has_geometry: bool = False,
    ) -> int:
        """Add a row; its number, counted from 0, comes back.

        Parameters
        ----------
        place_id
            `source:id`, unlike any other of the segment.
        names
            As the source writes them, the preferred one first.
        lng, lat
            WGS84 degrees.
        admin1
            `place_id` of the first-order unit that holds it.
        """
        columns = self._columns
        columns["lng"].append(lng)
        columns["lat"].append(lat)
        columns["population"].append(min(max(population, 0), 2**32 - 1))
        columns["feature_class"].append(self._classes[feature_class])
        columns["country"].append(_code(self._countries, country_code or ""))
        columns["admin1"].append(_code(self._units, admin1 or ""))
        columns["name_count"].append(min(len(names), 65_535))
        columns["extent_m"].append(extent_m)
        columns["flags"].append(int(verified) | has_geometry << 1)
        columns["source"].append(_code(self._sources, source))
        self._prefixes.add(place_id.partition(":")[0])
        self._texts["id"].append(place_id.encode())
        self._id_keys.append(token_hash.__wrapped__(place_id))
        self._add_names(names)
        self.rows += 1
        if len(columns["lng"]) >= _CHUNK:
            self._flush()
        return self.rows - 1

    def _add_names(self, names: Sequence[str]) -> None:
        row = self.rows
        bones: set[str] = set()
        texts = self._texts["name"]
        for position, name in enumerate(names):
            texts.append(name.encode())
            folded = fold(name)
            quiet = position > 0 and is_transliteration(name)
            keys, rows = self._unsaid if quiet else self._said
            keys.append(phrase_hash(folded))
            rows.append(row)
            if (self._romanised or folded.isascii()) and not quiet:
                bones.add(skeleton_of_fold(folded))
        bones.discard("")
        for key in sorted(bones):
            self._bones[0].append(token_hash(key))
            self._bones[1].append(row)
        self._names += len(names)
        self._row_names.append(self._names)

    def add_shapes(
        self,
        rows: NDArray[Any],
        kinds: NDArray[Any],
        shape_part: NDArray[Any],
        part_ring: NDArray[Any],
        ring_xy: NDArray[Any],
        xy: NDArray[Any],
    ) -> None:
        """Add geometries as ragged arrays; each row was added `has_geometry`, in order.

        Parameters
        ----------
        rows, kinds
            Row of each shape, and 1 for areas, 2 for lines.
        shape_part, part_ring, ring_xy
            Offsets, starting at 0, one longer than what they count.
        xy
            Integers, `XY_PER_DEGREE` to the degree, longitude first, shape (n, 2).
        """
        self._append("shape_row", rows)
        self._append("shape_kind", kinds)
        self._append("xy", xy)
        first = np.asarray(ring_xy)[np.asarray(part_ring)[np.asarray(shape_part)[:-1]]]
        if len(first):
            corners = (np.minimum.reduceat(xy, first), np.maximum.reduceat(xy, first))
            self._append("shape_bounds", np.hstack(corners))
        for name, file, offsets in (
            ("part", "shape_part", shape_part),
            ("ring", "part_ring", part_ring),
            ("xy", "ring_xy", ring_xy),
        ):
            last = self._shapes[name]
            if file not in self._files:
                self._append(file, np.zeros(1))
            self._append(file, np.asarray(offsets[1:], dtype=np.int64) + last[0])
            last[0] += int(offsets[-1])

    # --- Files ---------------------------------------------------------------------------

    def _append(self, name: str, values: NDArray[Any] | Sequence[Any]) -> None:
        file = self._files.get(name)
        if file is None:
            file = self._files[name] = (self.folder / f"{name}.bin").open("wb")
        kind = LAYOUT.get(name) or LAYOUT[name.partition(".")[0]]
        np.ascontiguousarray(values, dtype=kind).tofile(file)

    def _flush(self) -> None:
        first = self.rows - len(self._columns["lng"])
        cells = cell_of(np.array(self._columns["lng"]), np.array(self._columns["lat"]))
        self._append("cell_key.raw", cells)
        self._counts += np.bincount(self._columns["feature_class"], minlength=len(self._counts))
        for name, values in self._columns.items():
            self._append(name, values)
            values.clear()
        self._append("id_key.raw", np.array(self._id_keys, dtype=np.uint64))
        self._id_keys.clear()
        self._append("row_names", self._row_names)
        self._row_names.clear()
        for name, texts in self._texts.items():
            ends = np.cumsum([len(text) for text in texts], dtype=np.int64) + self._blob_ends[name]
            self._blob_ends[name] = int(ends[-1]) if len(ends) else self._blob_ends[name]
            if self._blob_ends[name] > _BLOB_LIMIT:
                raise SourceError(
                    f"row {first}: the {name}s of one source exceed 4 GiB; add it in parts"
                )
            self._append(f"{name}_start", ends)
            self._append(name, np.frombuffer(b"".join(texts), dtype=np.uint8))
            texts.clear()
        for (keys, rows), kind, row_kind in (
            (self._said, "hash_key.raw", "hash_row.raw"),
            (self._unsaid, "hash_key.unsaid", "hash_row.unsaid"),
            (self._bones, "skeleton_key.raw", "skeleton_row.raw"),
        ):
            self._append(kind, np.array(keys, dtype=np.uint64))
            self._append(row_kind, rows)
            keys.clear()
            rows.clear()

    def close(self, **manifest: Any) -> dict[str, Any]:
        """Sort the indices, write the manifest, and give it back.

        Parameters
        ----------
        manifest
            What the store tells of the segment, `version` at least; counts, format and
            the lists that the columns point into are added here.
        """
        self._flush()
        for name in LAYOUT:
            if name not in self._files and f"{name}.raw" not in self._files:
                ragged = name in {"shape_part", "part_ring", "ring_xy"}
                self._append(name, np.zeros(1 if ragged else 0))
        for file in self._files.values():
            file.close()
        self._sort("id", None)
        self._sort("cell", None)
        self._sort("skeleton", "skeleton_row.raw")
        self._sort("hash", "hash_row.raw", unsaid=True)
        text = {
            "format": FORMAT_VERSION,
            "rows": self.rows,
            "names": self._names,
            "feature_classes": [str(c) for c in FeatureClass],
            "by_feature_class": {
                str(c): int(n)
                for c, n in zip(FeatureClass, self._counts.tolist(), strict=True)
                if n
            },
            "country_codes": list(self._countries),
            "admin1_ids": list(self._units),
            "sources": list(self._sources),
            "id_prefixes": sorted(self._prefixes),
            "filter_bits": filter_bits(self._names),
            **manifest,
        }
        (self.folder / "manifest.json").write_text(
            json.dumps(text, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8"
        )
        return text

    def _sort(self, name: str, rows_from: str | None, *, unsaid: bool = False) -> None:
        """Sort the keys of an index; among equal keys what is said comes first."""
        keys = self._take(f"{name}_key.raw", np.uint64 if name != "cell" else np.int32)
        rows = None if rows_from is None else self._take(rows_from, np.uint32)
        count = len(keys)
        if unsaid:
            keys = np.concatenate((keys, self._take("hash_key.unsaid", np.uint64)))
            assert rows is not None
            rows = np.concatenate((rows, self._take("hash_row.unsaid", np.uint32)))
        order = np.argsort(keys, kind="stable").astype(np.uint32)
        sorted_keys = keys[order]
        del keys
        self._write(f"{name}_key", sorted_keys)
        self._write(f"{name}_row", order if rows is None else rows[order])
        if unsaid:
            self._write("hash_said", order < count)
            bits = filter_bits(self._names)
            known = np.zeros(1 << bits >> 3, dtype=np.uint8)
            leading = np.unique((sorted_keys >> np.uint64(64 - bits)).astype(np.uint32))
            np.bitwise_or.at(known, leading >> 3, np.left_shift(1, leading & 7).astype(np.uint8))
            self._write("filter", known)

    def _take(self, name: str, kind: type) -> NDArray[Any]:
        path = self.folder / f"{name}.bin"
        values: NDArray[Any] = np.fromfile(path, dtype=np.dtype(kind).newbyteorder("<"))
        path.unlink()
        return values

    def _write(self, name: str, values: NDArray[Any]) -> None:
        with (self.folder / f"{name}.bin").open("wb") as file:
            np.ascontiguousarray(values, dtype=LAYOUT[name]).tofile(file)


def _code(table: dict[str, int], text: str) -> int:
    found = table.get(text)
    if found is None:
        found = table[text] = len(table)
    return found
