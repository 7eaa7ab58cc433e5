"""One segment on disk, mapped: its rows by hash, by id and by cell, and their shapes."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from gazetteer.errors import IndexMissingError, IndexVersionError
from gazetteer.model import Bounds, FeatureClass
from gazetteer.names import token_hash
from gazetteer.segment import FORMAT_VERSION, LAT_CELLS, LAYOUT, XY_PER_DEGREE, cell_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

__all__ = ["Segment"]

_NO_ROWS: NDArray[np.uint32] = np.empty(0, dtype=np.uint32)


class Segment:
    """One folder that `SegmentWriter` wrote; rows count from 0.

    Raises
    ------
    IndexMissingError
        If the folder holds no segment.
    IndexVersionError
        If another version wrote it.
    """

    def __init__(self, folder: Path) -> None:
        try:
            self.manifest: Mapping[str, Any] = json.loads(
                (folder / "manifest.json").read_text("utf-8")
            )
        except (FileNotFoundError, NotADirectoryError) as error:
            raise IndexMissingError(
                f"no gazetteer index in {folder}; `python -m gazetteer.build --index` makes it "
                "from the data beside it, and so does `pip install .`"
            ) from error
        if self.manifest.get("format") != FORMAT_VERSION:
            raise IndexVersionError(
                f"{folder}: the index has format {self.manifest.get('format')}, this version "
                f"reads {FORMAT_VERSION}; make it anew with `python -m gazetteer.build --index`, "
                "or `incident-mapper gazetteer add` for one of your own"
            )
        self.folder = folder
        self.size: int = self.manifest["rows"]
        self.feature_classes = tuple(FeatureClass(c) for c in self.manifest["feature_classes"])
        self.country_codes: tuple[str | None, ...] = tuple(
            code or None for code in self.manifest["country_codes"]
        )
        self.admin1_ids: tuple[str | None, ...] = tuple(
            place_id or None for place_id in self.manifest["admin1_ids"]
        )
        self.sources: tuple[str, ...] = tuple(self.manifest["sources"])
        self._shift = np.uint64(64 - self.manifest["filter_bits"])
        self._arrays: dict[str, NDArray[Any]] = {}

    def array(self, name: str) -> NDArray[Any]:
        """A file of the segment, mapped on first use."""
        found = self._arrays.get(name)
        if found is None:
            path, kind = self.folder / f"{name}.bin", np.dtype(LAYOUT[name])
            # an empty file cannot be mapped
            if path.stat().st_size:
                found = np.memmap(path, dtype=kind, mode="r").view(np.ndarray)
            else:
                found = np.empty(0, dtype=kind)
            self._arrays[name] = found
        return found

    def text(self, kind: str, position: int) -> str:
        """Text number `position` of the blob of names ("name") or of ids ("id")."""
        starts = self.array(f"{kind}_start")
        return bytes(self.array(kind)[starts[position] : starts[position + 1]]).decode()

    def names_of(self, row: int) -> tuple[str, ...]:
        """Names of a row, the preferred one first."""
        at = self.array("row_names")
        first, last = int(at[row]), int(at[row + 1])
        starts = self.array("name_start")[first : last + 1].tolist()
        blob = bytes(self.array("name")[starts[0] : starts[-1]])
        return tuple(blob[a - starts[0] : b - starts[0]].decode() for a, b in pairwise(starts))

    def rows_of(self, index: str, key: int) -> NDArray[np.uint32]:
        """Rows that a sorted index ("hash", "skeleton", "id") lists under a key."""
        keys = self.array(f"{index}_key")
        wanted = keys.dtype.type(key)
        left = int(keys.searchsorted(wanted))
        if left == len(keys) or keys[left] != wanted:
            return _NO_ROWS
        right = left + int(keys[left:].searchsorted(wanted, side="right"))
        return self.array(f"{index}_row")[left:right]

    def rows_of_all(self, index: str, keys: NDArray[np.uint64]) -> NDArray[np.uint32]:
        """Rows listed under any of the keys, repeats and all."""
        listed = self.array(f"{index}_key")
        if not len(listed):
            return _NO_ROWS
        lefts = listed.searchsorted(keys)
        known = np.flatnonzero(listed[np.minimum(lefts, len(listed) - 1)] == keys)
        if not len(known):
            return _NO_ROWS
        rights = listed.searchsorted(keys[known], side="right")
        rows = self.array(f"{index}_row")
        return np.concatenate(
            [rows[a:b] for a, b in zip(lefts[known].tolist(), rights.tolist(), strict=True)]
        )

    def has_hashes(self, hashes: NDArray[np.uint64]) -> NDArray[np.bool_]:
        """For each phrase hash, whether a name that a text could say has it."""
        leading = (hashes >> self._shift).astype(np.int64)
        bits = self.array("filter")[leading >> 3] >> (leading & 7).astype(np.uint8) & 1
        found: NDArray[np.bool_] = bits.astype(np.bool_)
        maybe = np.flatnonzero(found)
        if len(maybe):
            keys = self.array("hash_key")
            at = np.minimum(keys.searchsorted(hashes[maybe]), len(keys) - 1)
            # what is said stands first among equal keys
            found[maybe] = (keys[at] == hashes[maybe]) & self.array("hash_said")[at].astype(bool)
        return found

    def row_of(self, place_id: str) -> int | None:
        """Row of a place id."""
        for row in self.rows_of("id", token_hash(place_id)).tolist():
            if self.text("id", row) == place_id:
                return int(row)
        return None

    def rows_within(self, bounds: Bounds) -> NDArray[np.int64]:
        """Rows whose point lies in a box that does not cross the antimeridian, ascending."""
        corners = cell_of(
            np.array([bounds.west, bounds.east]), np.array([bounds.south, bounds.north])
        )
        west, south = divmod(int(corners[0]), LAT_CELLS)
        east, north = divmod(int(corners[1]), LAT_CELLS)
        keys, rows = self.array("cell_key"), self.array("cell_row")
        stripes = np.arange(west, east + 1, dtype=np.int32) * LAT_CELLS
        lefts = keys.searchsorted((stripes + south).astype(np.int32))
        rights = keys.searchsorted((stripes + north).astype(np.int32), side="right")
        pieces = [rows[a:b] for a, b in zip(lefts.tolist(), rights.tolist(), strict=True)]
        local = np.concatenate([_NO_ROWS, *pieces]).astype(np.int64)
        lng, lat = self.array("lng")[local], self.array("lat")[local]
        inside = (lng >= bounds.west) & (lng <= bounds.east)
        inside &= (lat >= bounds.south) & (lat <= bounds.north)
        return np.sort(local[inside])

    @functools.cached_property
    def _shape_of_row(self) -> dict[int, int]:
        return {row: i for i, row in enumerate(self.array("shape_row").tolist())}

    def bounds(self, row: int) -> Bounds | None:
        """Box around the geometry of a row, or None; nothing is drawn for it."""
        at = self._shape_of_row.get(row)
        if at is None:
            return None
        corners = self.array("shape_bounds")[4 * at : 4 * at + 4] / XY_PER_DEGREE
        return Bounds(*corners.tolist())

    def geometry(self, row: int) -> BaseGeometry | None:
        """Polygon or line of a row, EPSG:4326; None for what is only a point."""
        at = self._shape_of_row.get(row)
        if at is None:
            return None
        import shapely

        first, last = at, at + 1
        offsets: list[NDArray[np.int64]] = []
        for name in ("shape_part", "part_ring", "ring_xy"):
            starts = self.array(name)[first : last + 1].astype(np.int64)
            offsets.insert(0, starts - starts[0])
            first, last = int(starts[0]), int(starts[-1])
        xy = self.array("xy")[2 * first : 2 * last].reshape(-1, 2) / XY_PER_DEGREE
        if self.array("shape_kind")[at] == 1:
            kind = shapely.GeometryType.MULTIPOLYGON
        else:
            # a line is a part of one ring
            kind, offsets = shapely.GeometryType.MULTILINESTRING, [offsets[0], offsets[2]]
        shape = shapely.from_ragged_array(kind, xy, tuple(offsets))[0]
        parts = shapely.get_parts(shape)
        out: BaseGeometry = parts[0] if len(parts) == 1 else shape
        return out
