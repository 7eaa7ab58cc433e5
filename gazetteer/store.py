"""The store: places by name, by id and by position, mapped from disk.

A store is one or more segments (see `gazetteer.segment`): the embedded one first, then
those that the user has added, each outranking the ones before it where both hold the
same `place_id`. A global row is the offset of its segment plus the row in it. Opening
maps the columns and reads nothing else; geometries load when asked for.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from gazetteer.mapped import Segment
from gazetteer.model import Bounds, FeatureClass, LngLat, Place
from gazetteer.names import SKELETON_LETTERS, phrase_hash, token_hash
from gazetteer.segment import COLUMNS, XY_PER_DEGREE

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    Rows = NDArray[np.int64]

__all__ = ["Store"]

_INDEX = Path(__file__).parent / "index"
_FEW_ROWS = 64
_NO_ROWS: NDArray[np.int64] = np.empty(0, dtype=np.int64)
_CACHED_PLACES = 100_000
_CONSONANTS = SKELETON_LETTERS.rstrip("0123456789")
_CACHED_GEOMETRIES = 8_192


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
        sizes = np.cumsum([0, *(segment.size for segment in self._segments)])
        self._offsets: list[int] = sizes[:-1].tolist()
        self.size = int(sizes[-1])
        self.version = "+".join(str(s.manifest["version"]) for s in self._segments)
        first = self._segments[0]
        self.feature_classes = first.feature_classes
        codes = dict.fromkeys(code for s in self._segments for code in s.country_codes)
        self.country_codes: tuple[str | None, ...] = tuple(codes)
        self.demonyms: Mapping[str, str] = first.manifest.get("demonyms", {})
        self.abbreviations: Mapping[str, str] = first.manifest.get("abbreviations", {})
        self.abbreviations_after_comma: Mapping[str, str] = first.manifest.get(
            "abbreviations_after_comma", {}
        )
        self._columns: dict[str, NDArray[Any]] = {}
        self._places: dict[int, Place] = {}
        self._geometries: dict[str, BaseGeometry | None] = {}
        self._layers: dict[str, tuple[tuple[str, BaseGeometry], ...]] = {}

    @classmethod
    def open(cls, path: Path | None = None, *, extra: Sequence[Path] = ()) -> Store:
        """Open the embedded index, or the one in `path`, with `extra` segments on top.

        Parameters
        ----------
        path
            Folder of the first segment; the embedded gazetteer by default.
        extra
            Folders of further segments, the one with the last word last.

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
        """Rows one of whose names folds to `key` (which is folded already), ascending."""
        return self.rows_of_hash(phrase_hash(key))

    def rows_of_hash(self, value: int) -> Rows:
        """Rows one of whose names has this phrase hash, ascending."""
        return self._joined_rows([s.rows_of("hash", value) for s in self._segments])

    def rows_with_skeleton(self, skeleton: str) -> Rows:
        """Rows one of whose Latin names has this consonant skeleton, ascending."""
        if not skeleton:
            return _NO_ROWS
        key = token_hash(skeleton)
        return self._joined_rows([s.rows_of("skeleton", key) for s in self._segments])

    def rows_near_skeleton(
        self, skeleton: str, *, country_code: str | None = None, limit: int = 400
    ) -> Rows:
        """Rows one of whose skeletons is one sign away: left out, put in, changed, swapped.

        Parameters
        ----------
        skeleton
            As `gazetteer.names.skeleton` gives it. Shorter than three signs it is near
            to everything, and the answer is empty.
        country_code
            Keep what this country holds, and what no country holds alone.
        limit
            Keep so many at most, the rows with the most names and people first.

        Examples
        --------
        >>> from gazetteer.names import skeleton
        >>> store = Store.open()
        >>> rows = store.rows_near_skeleton(skeleton("Kermansha"), country_code="IR")
        >>> "Kermanshah" in {store.place(int(row)).name for row in rows}
        True
        """
        if len(skeleton) < 3:
            return _NO_ROWS
        near = sorted(_one_edit(skeleton) - {skeleton})
        keys = np.array([token_hash.__wrapped__(text) for text in near], dtype=np.uint64)
        rows = self._joined_rows([s.rows_of_all("skeleton", keys) for s in self._segments])
        if country_code is not None and len(rows):
            codes = [
                self.country_codes.index(code)
                for code in (country_code.upper(), None)
                if code in self.country_codes
            ]
            rows = rows[np.isin(self.take("country", rows), codes)]
        if len(rows) > limit:
            renown = self.take("name_count", rows) + np.log1p(self.take("population", rows))
            rows = np.sort(rows[np.argsort(-renown, kind="stable")[:limit]])
        return rows

    def _joined_rows(self, found: Sequence[NDArray[np.uint32]]) -> Rows:
        """Rows of all segments as global ones: ascending, without repeats or outranked ones."""
        parts = []
        for number, local in enumerate(found):
            if len(local):
                outranked = self._outranked(number)
                if outranked is not None:
                    local = local[~outranked[local]]
                parts.append(local.astype(np.int64) + self._offsets[number])
        if not parts:
            return _NO_ROWS
        rows = parts[0] if len(parts) == 1 else np.concatenate(parts)
        if len(rows) > _FEW_ROWS:
            return np.unique(rows)
        # Of a few rows, which most names have, Python makes short work.
        return np.array(sorted(set(rows.tolist())), dtype=np.int64) if len(rows) > 1 else rows

    def _outranked(self, number: int) -> NDArray[np.bool_] | None:
        """Whether a later segment holds the same place id, for each row of a segment."""
        return self._outranked_rows[number] if len(self._segments) > 1 else None

    @functools.cached_property
    def _outranked_rows(self) -> list[NDArray[np.bool_] | None]:
        out: list[NDArray[np.bool_] | None] = []
        for number, segment in enumerate(self._segments):
            mask: NDArray[np.bool_] | None = None
            for later in self._segments[number + 1 :]:
                shared = {*segment.manifest["id_prefixes"]} & {*later.manifest["id_prefixes"]}
                theirs, ours = later.array("id_key"), segment.array("id_key")
                if not shared or not len(theirs):
                    continue
                at = np.minimum(theirs.searchsorted(ours), len(theirs) - 1)
                rows = segment.array("id_row")[theirs[at] == ours]
                if mask is None:
                    mask = np.zeros(segment.size, dtype=np.bool_)
                mask[rows] = True
            out.append(mask)
        return out

    def contains_hashes(self, hashes: NDArray[np.uint64]) -> NDArray[np.bool_]:
        """For each phrase hash, whether some name has it that a text could say.

        The transliterations that machines make ("alrqt") are left out here; `rows_named`
        finds them.
        """
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
        segment, local = self._locate(int(row))
        return segment.names_of(local)

    def row_of(self, place_id: str) -> int | None:
        """Row of a place id, in the segment that outranks the others; or None."""
        for segment, offset in zip(reversed(self._segments), reversed(self._offsets), strict=True):
            row = segment.row_of(place_id)
            if row is not None:
                return row + offset
        return None

    def place(self, row: int) -> Place:
        """The place in a row."""
        row = int(row)
        found = self._places.get(row)
        if found is None:
            if len(self._places) > _CACHED_PLACES:
                self._places.clear()
            found = self._places[row] = self._read(row)
        return found

    def _read(self, row: int) -> Place:
        segment, local = self._locate(row)
        value = {name: segment.array(name)[local].item() for name in COLUMNS}
        return Place(
            place_id=segment.text("id", local),
            name=segment.text("name", int(segment.array("row_names")[local])),
            feature_class=segment.feature_classes[value["feature_class"]],
            point=LngLat(value["lng"], value["lat"]),
            country_code=segment.country_codes[value["country"]],
            admin1=segment.admin1_ids[value["admin1"]],
            population=value["population"],
            name_count=value["name_count"],
            extent_m=value["extent_m"],
            has_geometry=bool(value["flags"] & 2),
            source=segment.sources[value["source"]],
            verified=bool(value["flags"] & 1),
        )

    # --- Columns -------------------------------------------------------------------------

    def column(self, name: str) -> NDArray[Any]:
        """One value for each row: lng, lat, population, feature_class, country, admin1,
        name_count or extent_m.

        `feature_class` and `country` are positions in `feature_classes` and
        `country_codes`; `admin1` is a row, or -1. With further segments the first call
        for a column joins theirs; `take` asks for some rows without that.
        """
        found = self._columns.get(name)
        if found is None:
            parts = [self._decoded(n, name, slice(None)) for n in range(len(self._segments))]
            found = self._columns[name] = parts[0] if len(parts) == 1 else np.concatenate(parts)
        return found

    def take(self, name: str, rows: Rows) -> NDArray[Any]:
        """Values of a column in some rows, as `column(name)[rows]`."""
        if len(self._segments) == 1 or name in self._columns:
            taken: NDArray[Any] = self.column(name)[rows]
            return taken
        number = np.searchsorted(self._offsets, rows, side="right") - 1
        out: NDArray[Any] | None = None
        for n in np.unique(number).tolist():
            mine = np.flatnonzero(number == n)
            part = self._decoded(n, name, rows[mine] - self._offsets[n])
            if out is None:
                out = np.empty(len(rows), dtype=part.dtype)
            out[mine] = part
        return self._decoded(0, name, slice(0, 0)) if out is None else out

    def _decoded(self, number: int, name: str, rows: Any) -> NDArray[Any]:
        """Values of one segment in the terms of the whole store."""
        segment = self._segments[number]
        values: NDArray[Any] = segment.array(name)[rows]
        if name == "country" and number:
            codes = [self.country_codes.index(code) for code in segment.country_codes]
            values = np.array(codes, dtype=COLUMNS[name])[values]
        elif name == "feature_class" and segment.feature_classes != self.feature_classes:
            classes = [self.feature_classes.index(c) for c in segment.feature_classes]
            values = np.array(classes, dtype=COLUMNS[name])[values]
        elif name == "admin1":
            values = self._unit_codes[number][values]
        return values

    @functools.cached_property
    def _unit_codes(self) -> list[NDArray[np.int32]]:
        """For each segment, from its code of a first-order unit to the global row."""
        first = self._segments[0]
        keys, rows = first.array("id_key"), first.array("id_row")
        out = []
        for segment in self._segments:
            wanted = np.array([token_hash(i or "") for i in segment.admin1_ids], dtype=np.uint64)
            at = np.minimum(keys.searchsorted(wanted), len(keys) - 1)
            known = keys[at] == wanted
            out.append(np.where(known, rows[at].astype(np.int32), -1).astype(np.int32))
        return out

    # --- Units ---------------------------------------------------------------------------

    @functools.cached_property
    def _country_rows(self) -> dict[str, int]:
        rows = self.rows_of_class(FeatureClass.COUNTRY)
        return {self.place(row).country_code or "": row for row in rows}

    @functools.cached_property
    def _unit_rows(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for row in self.rows_of_class(FeatureClass.ADMIN1):
            found.setdefault(self.place(row).country_code or "", []).append(row)
        return found

    def rows_of_class(self, feature_class: FeatureClass) -> list[int]:
        """Rows of a class in the embedded segment, which alone rules countries and units."""
        wanted = self.feature_classes.index(feature_class)
        rows: list[int] = np.flatnonzero(
            self._segments[0].array("feature_class") == wanted
        ).tolist()
        return rows

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
            if len(self._geometries) > _CACHED_GEOMETRIES:
                self._geometries.clear()
            row = self.row_of(place_id)
            segment, local = self._locate(row) if row is not None else (None, 0)
            self._geometries[place_id] = segment.geometry(local) if segment else None
        return self._geometries[place_id]

    def bounds_of(self, place_id: str) -> Bounds | None:
        """Box around the geometry of a place, without building it; None for a point."""
        row = self.row_of(place_id)
        if row is None:
            return None
        segment, local = self._locate(row)
        return segment.bounds(local)

    def rows_within(self, bounds: Bounds) -> Rows:
        """Rows whose point lies in a box; `west > east` crosses the antimeridian."""
        if bounds.west > bounds.east:
            halves = (bounds._replace(east=180.0), bounds._replace(west=-180.0))
            return np.unique(np.concatenate([self.rows_within(half) for half in halves]))
        return self._joined_rows(
            [segment.rows_within(bounds).astype(np.uint32) for segment in self._segments]
        )

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

        drawn = [(row, self._segments[0].geometry(row)) for row in rows]
        kept = [(row, shape) for row, shape in drawn if shape is not None]
        return shapely.STRtree([shape for _, shape in kept]), [row for row, _ in kept]

    def _holder(self, point: LngLat, tree: tuple[Any, list[int]]) -> Place | None:
        import shapely

        index, rows = tree
        found = index.query(shapely.Point(point), predicate="intersects")
        return self.place(rows[int(min(found))]) if len(found) else None

    def units_at(self, lng: NDArray[np.float64], lat: NDArray[np.float64]) -> Rows:
        """Row of the first-order unit that holds each point, or -1."""
        import shapely

        index, rows = self._unit_tree
        # prepared once: a test then costs the logarithm of the polygon's points
        shapely.prepare(index.geometries)
        of_point, of_unit = index.query(shapely.points(lng, lat))
        holds = shapely.intersects_xy(index.geometries[of_unit], lng[of_point], lat[of_point])
        of_point, of_unit = of_point[holds], of_unit[holds]
        out = np.full(len(lng), -1, dtype=np.int64)
        out[of_point] = np.array(rows, dtype=np.int64)[of_unit]
        return out

    def layer(self, name: str) -> tuple[tuple[str, BaseGeometry], ...]:
        """Name and shape of what only a basemap draws: disputed_borders, rivers, lakes."""
        if name not in self._layers:
            self._layers[name] = self._read_layer(name)
        return self._layers[name]

    def _read_layer(self, name: str) -> tuple[tuple[str, BaseGeometry], ...]:
        import shapely

        with np.load(self._segments[0].folder / "layers.npz") as arrays:
            if f"{name}_xy" not in arrays:
                return ()
            xy = arrays[f"{name}_xy"] / XY_PER_DEGREE
            rings = arrays[f"{name}_ring"].astype(np.int64)
            parts = arrays[f"{name}_part"].astype(np.int64)
            labels = bytes(arrays[f"{name}_label"]).decode().split("\n")
            areas = bool(arrays[f"{name}_areas"])
        if areas:
            shapes = shapely.from_ragged_array(shapely.GeometryType.POLYGON, xy, (rings, parts))
        else:
            shapes = shapely.from_ragged_array(shapely.GeometryType.LINESTRING, xy, (rings,))
        return tuple(zip(labels, shapes, strict=True))

    # --- About ---------------------------------------------------------------------------

    def info(self) -> Mapping[str, object]:
        """What is inside: version, counts by class and source, licences."""
        by_class: dict[str, int] = {}
        by_source: dict[str, int] = {}
        licences: dict[str, str] = {}
        for segment in self._segments:
            for name, count in segment.manifest["by_feature_class"].items():
                by_class[name] = by_class.get(name, 0) + count
            counts = np.bincount(segment.array("source"), minlength=len(segment.sources))
            for source, count in zip(segment.sources, counts.tolist(), strict=True):
                # a curated row may say after a comma what it was checked against
                name = source.partition(",")[0]
                by_source[name] = by_source.get(name, 0) + count
            licences |= segment.manifest.get("licences", {})
        return {
            "version": self.version,
            "places": self.size,
            "names": sum(int(s.manifest["names"]) for s in self._segments),
            "by_feature_class": by_class,
            "by_source": by_source,
            "licences": licences,
            "segments": [
                {
                    "name": s.manifest.get("name", "embedded"),
                    "places": s.size,
                    "version": s.manifest["version"],
                }
                for s in self._segments
            ],
        }


def _one_edit(text: str) -> set[str]:
    """Every text that leaving out, putting in, changing or swapping one sign makes."""
    cuts = [(text[:i], text[i:]) for i in range(len(text) + 1)]
    near = {a + b[1:] for a, b in cuts if b}
    near |= {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    near |= {a + c + b[1:] for a, b in cuts if b for c in _CONSONANTS}
    near |= {a + c + b for a, b in cuts for c in _CONSONANTS}
    return near
