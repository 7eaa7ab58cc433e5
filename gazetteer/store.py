"""The embedded store: places by name, by id and by position, mapped from disk.

A store is one or more segments (see `gazetteer.index`): the embedded one first, then
those that the user has added. A global row is the offset of its segment plus the row in
it. Opening maps the columns and reads nothing else; geometries load when asked for.
"""

from __future__ import annotations

import functools
import json
import lzma
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from gazetteer.errors import IndexMissingError, IndexVersionError
from gazetteer.index import CELL_DEG, COLUMNS, FILTER_BITS, FORMAT_VERSION, cell_of
from gazetteer.model import Bounds, FeatureClass, LngLat, Place
from gazetteer.names import phrase_hash, token_hash

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    Rows = NDArray[np.int64]

__all__ = ["Segment", "Store"]

_INDEX = Path(__file__).parent / "index"
_NO_ROWS: NDArray[np.int64] = np.empty(0, dtype=np.int64)
_LAT_CELLS = int(180 / CELL_DEG)
T = TypeVar("T")


class Segment:
    """One folder of mapped columns; rows count from 0."""

    def __init__(self, folder: Path) -> None:
        try:
            self.manifest: Mapping[str, Any] = json.loads(
                (folder / "manifest.json").read_text("utf-8")
            )
        except FileNotFoundError as error:
            raise IndexMissingError(
                f"no gazetteer index in {folder}; `python -m gazetteer.build --index` makes it "
                "from the data beside it, and so does `pip install .`"
            ) from error
        if self.manifest.get("format") != FORMAT_VERSION:
            raise IndexVersionError(
                f"{folder}: the index has format {self.manifest.get('format')}, this version "
                f"reads {FORMAT_VERSION}; make it anew with `python -m gazetteer.build --index`"
            )
        self.folder = folder
        self.size: int = self.manifest["rows"]
        self.feature_classes = tuple(FeatureClass(c) for c in self.manifest["feature_classes"])
        self.country_codes: tuple[str | None, ...] = tuple(
            code or None for code in self.manifest["country_codes"]
        )
        self.sources: tuple[str, ...] = tuple(self.manifest["sources"])
        self._arrays: dict[str, NDArray[Any]] = {}

    def array(self, name: str) -> NDArray[Any]:
        """A column or index array, mapped on first use."""
        found = self._arrays.get(name)
        if found is None:
            found = np.load(self.folder / f"{name}.npy", mmap_mode="r").view(np.ndarray)
            self._arrays[name] = found
        return found

    @functools.cached_property
    def _texts(self) -> dict[str, NDArray[np.uint8]]:
        return {
            name: np.memmap(self.folder / f"{name}.bin", dtype=np.uint8, mode="r").view(np.ndarray)
            for name in ("name", "id")
        }

    def text(self, kind: str, position: int) -> str:
        """Text number `position` of the blob of names or ids."""
        starts = self.array(f"{kind}_start")
        return bytes(self._texts[kind][starts[position] : starts[position + 1]]).decode()

    def names_of(self, row: int) -> tuple[str, ...]:
        """Names of a row, the preferred one first."""
        starts = self.array("row_names")
        return tuple(self.text("name", i) for i in range(int(starts[row]), int(starts[row + 1])))

    def rows_of(self, index: str, key: int | np.uint64) -> NDArray[Any]:
        """Rows that a sorted index lists under a key."""
        keys, rows = self.array(_KEYS[index]), self.array(f"{index}_row")
        wanted = keys.dtype.type(key)
        left = int(np.searchsorted(keys, wanted, side="left"))
        right = left
        while right < len(keys) and keys[right] == wanted:
            right += 1
            if right - left > 64:
                right = int(np.searchsorted(keys, wanted, side="right"))
                break
        return rows[left:right]

    def has_hashes(self, hashes: NDArray[np.uint64]) -> NDArray[np.bool_]:
        """For each phrase hash, whether some name has it."""
        leading = (hashes >> np.uint64(64 - FILTER_BITS)).astype(np.int64)
        bits = self.array("filter")[leading >> 3] >> (leading & 7).astype(np.uint8) & 1
        found: NDArray[np.bool_] = bits.astype(np.bool_)
        maybe = np.flatnonzero(found)
        if len(maybe):
            keys = self.array("hash")
            at = np.minimum(np.searchsorted(keys, hashes[maybe]), len(keys) - 1)
            found[maybe] = keys[at] == hashes[maybe]
        return found

    def row_of(self, place_id: str) -> int | None:
        """Row of a place id."""
        for row in self.rows_of("id", token_hash(place_id)).tolist():
            if self.text("id", row) == place_id:
                return int(row)
        return None

    @functools.cached_property
    def _polygon_rows(self) -> dict[int, int]:
        return {row: i for i, row in enumerate(self.array("geometry_rows").tolist())}

    @functools.cached_property
    def _line_rows(self) -> dict[int, int]:
        return {row: i for i, row in enumerate(self.array("geometry_line_rows").tolist())}

    def geometry(self, row: int) -> BaseGeometry | None:
        """Polygon or line of a row, EPSG:4326; None for what is only a point."""
        import shapely

        at = self._polygon_rows.get(row)
        if at is not None:
            xy, (rings, polygons, parts) = self._ragged("xy", ("rings", "polygons", "parts"), at)
            kind = shapely.GeometryType.MULTIPOLYGON
            shape = shapely.from_ragged_array(kind, xy, (rings, polygons, parts))[0]
            parts_of = shapely.get_parts(shape)
            return shapely.make_valid(parts_of[0] if len(parts_of) == 1 else shape)
        at = self._line_rows.get(row)
        if at is not None:
            xy, (points, lines) = self._ragged("line_xy", ("line_parts", "line_geoms"), at)
            kind = shapely.GeometryType.MULTILINESTRING
            shape = shapely.from_ragged_array(kind, xy, (points, lines))[0]
            parts_of = shapely.get_parts(shape)
            return parts_of[0] if len(parts_of) == 1 else shape
        return None

    def _ragged(
        self, coordinates: str, offsets: Sequence[str], at: int
    ) -> tuple[NDArray[np.float64], list[NDArray[np.int64]]]:
        """Coordinates and offsets of one geometry out of the ragged arrays of all."""
        first, last = at, at + 1
        cut: list[NDArray[np.int64]] = []
        for name in reversed(offsets):
            starts = self.array(f"geometry_{name}")[first : last + 1].astype(np.int64)
            cut.append(starts - starts[0])
            first, last = int(starts[0]), int(starts[-1])
        xy = self.array(f"geometry_{coordinates}")[first:last].astype(np.float64) / 1e5
        return xy, cut[::-1]


_KEYS = {"hash": "hash", "skeleton": "skeleton", "id": "id_key", "cell": "cell_key"}


class Store:
    """All segments as one; see `Store.open`.

    Examples
    --------
    >>> store = Store.open()
    >>> rows = store.rows_named("deir ez zor")
    >>> store.place(int(rows[0])).country_code
    'SY'
    >>> store.rows_named("no such place anywhere").size
    0
    """

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = tuple(segments)
        self._offsets: list[int] = []
        total = 0
        for segment in self._segments:
            self._offsets.append(total)
            total += segment.size
        self.size = total
        self.version = "+".join(str(s.manifest["version"]) for s in self._segments)
        first = self._segments[0]
        self.feature_classes = first.feature_classes
        codes = dict.fromkeys(code for s in self._segments for code in s.country_codes)
        self.country_codes: tuple[str | None, ...] = tuple(codes)
        self.demonyms: Mapping[str, str] = first.manifest.get("demonyms", {})
        self.abbreviations: Mapping[str, str] = first.manifest.get("abbreviations", {})
        self._columns: dict[str, NDArray[Any]] = {}
        self._places: dict[int, Place] = {}
        self._geometries: dict[str, BaseGeometry | None] = {}

    @classmethod
    def open(cls, path: Path | None = None, *, extra: Sequence[Path] = ()) -> Store:
        """Open the embedded index, or the one in `path`, with `extra` segments on top.

        Raises
        ------
        IndexMissingError
            If there is no index; the message says how to make it.
        IndexVersionError
            If it was made by another version.
        """
        return cls([Segment(path or _INDEX), *(Segment(folder) for folder in extra)])

    # --- Rows ----------------------------------------------------------------------------

    def rows_named(self, key: str) -> Rows:
        """Rows one of whose names folds to `key` (which is folded already)."""
        return self.rows_of_hash(phrase_hash(key))

    def rows_of_hash(self, value: int) -> Rows:
        """Rows one of whose names has this phrase hash."""
        return self._collect("hash", value)

    def rows_with_skeleton(self, skeleton: str) -> Rows:
        """Rows one of whose Latin names has this consonant skeleton."""
        return self._collect("skeleton", token_hash(skeleton)) if skeleton else _NO_ROWS

    def _collect(self, index: str, value: int) -> Rows:
        found = [
            segment.rows_of(index, value).astype(np.int64) + offset
            for segment, offset in zip(self._segments, self._offsets, strict=True)
        ]
        rows = found[0] if len(found) == 1 else np.concatenate(found)
        return np.unique(rows) if len(rows) > 1 else rows

    def contains_hashes(self, hashes: NDArray[np.uint64]) -> NDArray[np.bool_]:
        """For each phrase hash, whether some name has it."""
        found = self._segments[0].has_hashes(hashes)
        for segment in self._segments[1:]:
            found |= segment.has_hashes(hashes)
        return found

    def _locate(self, row: int) -> tuple[Segment, int]:
        for segment, offset in zip(reversed(self._segments), reversed(self._offsets), strict=True):
            if row >= offset:
                return segment, row - offset
        raise IndexError(row)

    def names_of(self, row: int) -> tuple[str, ...]:
        """Names of a row as its source writes them, the preferred one first."""
        segment, local = self._locate(row)
        return segment.names_of(local)

    def row_of(self, place_id: str) -> int | None:
        """Row of a place id, or None."""
        for segment, offset in zip(self._segments, self._offsets, strict=True):
            row = segment.row_of(place_id)
            if row is not None:
                return row + offset
        return None

    def place(self, row: int) -> Place:
        """The place in a row."""
        row = int(row)
        found = self._places.get(row)
        if found is None:
            if len(self._places) > 100_000:
                self._places.clear()
            found = self._places[row] = self._read(row)
        return found

    def _read(self, row: int) -> Place:
        segment, local = self._locate(row)
        value: Callable[[str], Any] = lambda name: segment.array(name)[local].item()  # noqa: E731
        admin1, flags = value("admin1"), value("flags")
        return Place(
            place_id=segment.text("id", local),
            name=segment.text("name", int(segment.array("row_names")[local])),
            feature_class=segment.feature_classes[value("feature_class")],
            point=LngLat(value("lng"), value("lat")),
            country_code=segment.country_codes[value("country")],
            admin1=segment.text("id", admin1) if admin1 >= 0 else None,
            population=value("population"),
            name_count=value("name_count"),
            extent_m=value("extent_m"),
            has_geometry=bool(flags & 2),
            source=segment.sources[value("source")],
            verified=bool(flags & 1),
        )

    def column(self, name: str) -> NDArray[Any]:
        """One value for each row: lng, lat, population, feature_class, country, admin1,
        name_count or extent_m.

        `feature_class` and `country` are positions in `feature_classes` and
        `country_codes`; `admin1` is a row, or -1.
        """
        if len(self._segments) == 1:
            return self._segments[0].array(name)
        if name not in self._columns:
            self._columns[name] = self._joined(name)
        return self._columns[name]

    def _joined(self, name: str) -> NDArray[Any]:
        parts = []
        for segment, offset in zip(self._segments, self._offsets, strict=True):
            part = segment.array(name)
            if name == "country":
                decode = [self.country_codes.index(code) for code in segment.country_codes]
                part = np.array(decode, dtype=COLUMNS[name])[part]
            elif name == "feature_class":
                decode = [self.feature_classes.index(c) for c in segment.feature_classes]
                part = np.array(decode, dtype=COLUMNS[name])[part]
            elif name == "admin1":
                part = np.where(part >= 0, part + offset, -1)
            parts.append(part)
        return np.concatenate(parts)

    # --- Units ---------------------------------------------------------------------------

    @functools.cached_property
    def _country_rows(self) -> dict[str, int]:
        wanted = self.feature_classes.index(FeatureClass.COUNTRY)
        rows = np.flatnonzero(self._segments[0].array("feature_class") == wanted)
        return {self.place(row).country_code or "": int(row) for row in rows.tolist()}

    @functools.cached_property
    def _unit_rows(self) -> dict[str, list[int]]:
        wanted = self.feature_classes.index(FeatureClass.ADMIN1)
        rows = np.flatnonzero(self._segments[0].array("feature_class") == wanted)
        countries = self._segments[0].array("country")
        found: dict[str, list[int]] = {}
        for row in rows.tolist():
            found.setdefault(self.country_codes[countries[row]] or "", []).append(row)
        return found

    def country(self, code: str) -> Place | None:
        """The country of an ISO 3166-1 alpha-2 code."""
        row = self._country_rows.get(code.upper())
        return None if row is None else self.place(row)

    def countries(self) -> tuple[Place, ...]:
        """All countries."""
        return tuple(self.place(row) for row in self._country_rows.values())

    def admin1_units(self, country_code: str) -> tuple[Place, ...]:
        """First-order units of a country."""
        return tuple(self.place(row) for row in self._unit_rows.get(country_code.upper(), ()))

    def neighbours(self, country_code: str) -> tuple[str, ...]:
        """Codes of the countries that touch this one by land."""
        return tuple(self._segments[0].manifest["neighbours"].get(country_code.upper(), ()))

    # --- Space ---------------------------------------------------------------------------

    def geometry(self, place_id: str) -> BaseGeometry | None:
        """Polygon or line of a place, EPSG:4326, lon-lat; None for what is only a point."""
        if place_id not in self._geometries:
            row = self.row_of(place_id)
            segment, local = self._locate(row) if row is not None else (None, 0)
            self._geometries[place_id] = segment.geometry(local) if segment else None
        return self._geometries[place_id]

    def rows_within(self, bounds: Bounds) -> Rows:
        """Rows whose point lies in a box; `west > east` crosses the antimeridian."""
        if bounds.west > bounds.east:
            halves = (bounds._replace(east=180.0), bounds._replace(west=-180.0))
            return np.concatenate([self.rows_within(half) for half in halves])
        corners = cell_of(
            np.array([bounds.west, bounds.east]), np.array([bounds.south, bounds.north])
        )
        west, south = divmod(int(corners[0]), _LAT_CELLS)
        east, north = divmod(int(corners[1]), _LAT_CELLS)
        found: list[Rows] = []
        for segment, offset in zip(self._segments, self._offsets, strict=True):
            keys, rows = segment.array("cell_key"), segment.array("cell_row")
            stripes = np.arange(west, east + 1, dtype=np.int64) * _LAT_CELLS
            lefts = np.searchsorted(keys, (stripes + south).astype(keys.dtype), side="left")
            rights = np.searchsorted(keys, (stripes + north).astype(keys.dtype), side="right")
            pieces = [rows[a:b] for a, b in zip(lefts.tolist(), rights.tolist(), strict=True)]
            local = np.concatenate(pieces).astype(np.int64)
            lng, lat = segment.array("lng")[local], segment.array("lat")[local]
            inside = (lng >= bounds.west) & (lng <= bounds.east)
            inside &= (lat >= bounds.south) & (lat <= bounds.north)
            found.append(np.sort(local[inside]) + offset)
        return found[0] if len(found) == 1 else np.concatenate(found)

    def country_at(self, point: LngLat) -> Place | None:
        """The country that holds a point."""
        return self._holder(point, self._country_tree)

    def admin1_at(self, point: LngLat) -> Place | None:
        """The first-order unit that holds a point."""
        return self._holder(point, self._unit_tree)

    @functools.cached_property
    def _country_tree(self) -> tuple[Any, list[int]]:
        return self._tree(list(self._country_rows.values()))

    @functools.cached_property
    def _unit_tree(self) -> tuple[Any, list[int]]:
        return self._tree([row for rows in self._unit_rows.values() for row in rows])

    def _tree(self, rows: list[int]) -> tuple[Any, list[int]]:
        import shapely

        return shapely.STRtree([self.geometry(self.place(row).place_id) for row in rows]), rows

    def _holder(self, point: LngLat, tree: tuple[Any, list[int]]) -> Place | None:
        import shapely

        index, rows = tree
        found = index.query(shapely.Point(point), predicate="intersects")
        return self.place(rows[int(found[0])]) if len(found) else None

    def layer(self, name: str) -> tuple[tuple[str, BaseGeometry], ...]:
        """Name and shape of what only a basemap draws: disputed_borders, rivers, lakes."""
        from shapely.geometry import shape

        return tuple((label, shape(item)) for label, item in self._layers.get(name, ()))

    @functools.cached_property
    def _layers(self) -> Mapping[str, Any]:
        packed = (self._segments[0].folder / "layers.json.xz").read_bytes()
        layers: Mapping[str, Any] = json.loads(lzma.decompress(packed))
        return layers

    def info(self) -> Mapping[str, object]:
        """What is inside: version, counts by class and source, licences."""
        classes = np.bincount(self.column("feature_class"), minlength=len(self.feature_classes))
        by_source: dict[str, int] = {}
        for segment in self._segments:
            counts = np.bincount(segment.array("source"), minlength=len(segment.sources))
            for source, count in zip(segment.sources, counts.tolist(), strict=True):
                by_source[source] = by_source.get(source, 0) + count
        return {
            "version": self.version,
            "places": self.size,
            "names": sum(int(s.manifest["names"]) for s in self._segments),
            "by_feature_class": {
                str(c): int(n)
                for c, n in zip(self.feature_classes, classes.tolist(), strict=True)
                if n
            },
            "by_source": by_source,
            "licences": dict(self._segments[0].manifest["licences"]),
        }
