"""The data island: incidents as columns, regions stored once, ready for gzip and base64.

An island is a JSON header and a row of sections behind it. Integers lose their smallest
value, are differenced where that helps and are laid out byte plane by byte plane; words
that repeat become a dictionary; outlines become whole numbers of a step that follows the
shape's own size. `geo/web/js/island.js` reads it back.
"""

from __future__ import annotations

import base64
import json
import struct
import zlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import shapely

from geo.ids import ids_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from geo.table import Words

    Ints: TypeAlias = NDArray[np.int64]

__all__ = ["DEGREE_STEPS", "Island", "packed"]

DEGREE_STEPS = 100_000
"""Steps to a degree: 1e-5 degree is at most 1.1 m on the ground."""

_FINE_SHARE, _COARSE_SHARE = 900, 220
_MANY_SHAPES = 3_000
_SEPARATOR = "\0"
_LEVELS = ((1_000_000, 9), (4_000_000, 6), (2**62, 4))
"""Size below which a level of gzip is worth its time: the last steps cost seconds for 7 %."""
_FOLLOWS_FROM = 0.5
"""A column follows from a key of at most this share of its rows."""


def packed(payload: bytes) -> str:
    """Gzip with no clock in it, then base64.

    Examples
    --------
    >>> packed(b"") == packed(b"")
    True
    """
    level = next(level for size, level in _LEVELS if len(payload) < size)
    squeeze = zlib.compressobj(level, zlib.DEFLATED, 31, 9)
    return base64.b64encode(squeeze.compress(payload) + squeeze.flush()).decode("ascii")


def _zigzag(values: Ints) -> Ints:
    return (values << 1) ^ (values >> 63)


def _varints(values: Ints) -> bytes:
    """Each value in seven-bit groups, the lowest first."""
    rest = _zigzag(values).astype(np.uint64)
    lengths = np.ones(len(rest), dtype=np.int64)
    for bits in range(7, 64, 7):
        lengths += rest >= (np.uint64(1) << np.uint64(bits))
    ends = np.cumsum(lengths)
    out = np.zeros(int(ends[-1]) if len(ends) else 0, dtype=np.uint8)
    starts = ends - lengths
    for group in range(int(lengths.max()) if len(lengths) else 0):
        has = lengths > group
        septet = (rest[has] >> np.uint64(7 * group)) & np.uint64(0x7F)
        more = lengths[has] > group + 1
        out[starts[has] + group] = septet.astype(np.uint8) | (more.astype(np.uint8) << 7)
    return out.tobytes()


class Island:
    """Sections under a header; `to_bytes` is the same for equal content.

    Examples
    --------
    >>> island = Island()
    >>> island.add_ints("kind", [3, 3, 4])
    >>> island.header["sections"]["kind"]["n"]
    3
    """

    def __init__(self) -> None:
        self.header: dict[str, Any] = {"sections": {}}
        self._chunks: list[bytes] = []
        self._size = 0

    def _add(self, name: str, entry: Mapping[str, Any], chunk: bytes) -> None:
        self.header["sections"][name] = {**entry, "at": self._size, "len": len(chunk)}
        self._chunks.append(chunk)
        self._size += len(chunk)

    def add_ints(self, name: str, values: Sequence[int] | Ints, *, by: str = "") -> None:
        """Add a column of whole numbers that fit 32 bits after the smallest is taken off.

        `by` names the column whose values, from -1 on, these numbers stand for one by one.
        """
        column = np.asarray(values, dtype=np.int64)
        further = {"by": by} if by else {}
        if not len(column):
            self._add(name, {"t": 0, "n": 0, "min": 0, "max": 0, "d": 0, **further}, b"")
            return
        plain = self._planes(column)
        steps = _zigzag(np.diff(column, prepend=column[:1]))
        differenced = self._planes(steps)
        # The first 64 K values tell which of the two gzip likes better.
        difference_wins = len(zlib.compress(differenced[1][:65536], 1)) < 0.97 * len(
            zlib.compress(plain[1][:65536], 1)
        )
        width, chunk, low = differenced if difference_wins else plain
        entry = {"t": width, "n": len(column), "min": low, "max": int(column.max()), **further}
        entry["d"] = int(difference_wins)
        if difference_wins:
            entry |= {"first": int(column[0]), "low": int(column.min())}
        self._add(name, entry, chunk)

    @staticmethod
    def _planes(column: Ints) -> tuple[int, bytes, int]:
        low = int(column.min())
        offset = (column - low).astype(np.uint64)
        high = int(offset.max())
        width = 0 if high == 0 else 1 if high < 1 << 8 else 2 if high < 1 << 16 else 4
        if width == 0:
            return 0, b"", low
        rows = offset.astype(f"<u{width}").view(np.uint8).reshape(len(column), width)
        return width, np.ascontiguousarray(rows.T).tobytes(), low

    def add_text(self, name: str, texts: Sequence[str]) -> None:
        """Add texts, in a dictionary where words repeat.

        NUL, which parts them, and lone surrogates, which UTF-8 has no place for,
        become U+FFFD.
        """
        distinct = dict.fromkeys(texts)
        number = dict(zip(distinct, range(len(distinct)), strict=True))
        codes = np.fromiter(map(number.__getitem__, texts), dtype=np.int64, count=len(texts))
        self._add_coded(name, tuple(distinct), codes, {})

    def add_words(self, name: str, column: Words, keys: Mapping[str, Ints] | None = None) -> None:
        """Add a column of texts; what follows from one of `keys` costs nothing a row.

        Keys hold numbers from -1 on, such as the region of each row. The reason for a
        place, say, is the same for all rows of a region.
        """
        self._add_coded(name, column.words, column.codes, keys or {})

    def _add_coded(
        self, name: str, words: Sequence[str], codes: Ints, keys: Mapping[str, Ints]
    ) -> None:
        if len(words) > 0.7 * len(codes) and len(codes) > 8:
            texts = words
            if len(words) != len(codes) or not np.array_equal(codes, np.arange(len(codes))):
                texts = list(map(words.__getitem__, codes.tolist()))
            self._add(name, {"t": "s", "n": len(codes)}, self._joined(texts))
            return
        self._add(f"{name}.d", {"t": "s", "n": len(words)}, self._joined(words))
        for key, values in keys.items() if len(words) > 1 else ():
            table = np.zeros(int(values.max()) + 2, dtype=np.int64)
            if len(table) > _FOLLOWS_FROM * len(codes):
                continue
            table[values + 1] = codes
            if np.array_equal(table[values + 1], codes):
                self.add_ints(name, table, by=key)
                return
        self.add_ints(name, codes)

    def add_ids(self, name: str, ids: Sequence[str]) -> None:
        """Add texts of which most are words with a number, or digits of a hash."""
        found = ids_of(ids)
        if found is None:
            self.add_text(name, ids)
            return
        self.add_text(f"{name}.word", found.words)
        if found.numbers is not None:
            self.add_ints(f"{name}.number", found.numbers)
            self.header["sections"][f"{name}.number"]["digits"] = found.width
        if found.planes is not None:
            entry = {"t": len(found.planes), "n": len(ids)}
            self._add(f"{name}.hash", entry, found.planes.tobytes())
        self.add_ints(f"{name}.odd", found.odd)
        self.add_text(f"{name}.odd.word", found.odd_words)

    @staticmethod
    def _joined(texts: Sequence[str]) -> bytes:
        whole = _SEPARATOR.join(texts)
        if whole.count(_SEPARATOR) != max(0, len(texts) - 1):
            whole = _SEPARATOR.join(text.replace(_SEPARATOR, "\ufffd") for text in texts)
        try:
            return whole.encode("utf-8")
        except UnicodeEncodeError:
            return (
                whole.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode("utf-8")
            )

    def add_shapes(
        self, name: str, shapes: Sequence[BaseGeometry], *, tolerance_deg: float | None = None
    ) -> None:
        """Add polygons and lines in EPSG:4326, each simplified to a share of its own size.

        A polygon whose corners all lie within 2.5 % of one distance from its middle is kept
        as a centre and a radius. `tolerance_deg` gives one tolerance to all instead.
        """
        geoms = np.asarray(shapes, dtype=object)
        count = len(geoms)
        bounds = shapely.bounds(geoms).reshape(count, 4) if count else np.zeros((0, 4))
        bounds = np.nan_to_num(bounds)
        extent = np.maximum(bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1])
        if tolerance_deg is None:
            share = _FINE_SHARE if count < _MANY_SHAPES else _COARSE_SHARE
            tolerance = np.maximum(extent / share, 0.5 / DEGREE_STEPS)
        else:
            tolerance = np.full(count, tolerance_deg)
        exponent = np.floor(np.log2(np.maximum(1.0, tolerance * DEGREE_STEPS))).astype(np.int64)
        radius_m = _disc_radii_m(geoms, bounds)
        is_disc = radius_m > 0
        outlines = geoms.copy()
        if (~is_disc).any():
            rough = shapely.simplify(geoms[~is_disc], tolerance[~is_disc], preserve_topology=False)
            lost = shapely.is_empty(rough)
            rough[lost] = geoms[~is_disc][lost]
            outlines[~is_disc] = rough
        step = (1 << exponent) / DEGREE_STEPS
        lines, of_line, is_ring = _lines_of(outlines, is_disc)
        xy, line_of_xy = shapely.get_coordinates(lines, return_index=True)
        shape_of_xy = of_line[line_of_xy] if len(xy) else np.zeros(0, dtype=np.int64)
        grid = (
            np.round(xy / step[shape_of_xy][:, None]).astype(np.int64)
            if len(xy)
            else xy.astype(np.int64)
        )
        # A ring's last point repeats its first, and the browser closes it anyway.
        keep = np.ones(len(grid), dtype=bool)
        if len(grid) > 1:
            same_line = line_of_xy[1:] == line_of_xy[:-1]
            keep[1:] = ~(same_line & (grid[1:] == grid[:-1]).all(axis=1))
            ends = np.flatnonzero(np.append(~same_line, True))
            keep[ends[is_ring[line_of_xy[ends]]]] = False
        grid, line_of_xy, shape_of_xy = grid[keep], line_of_xy[keep], shape_of_xy[keep]
        starts_shape = np.diff(shape_of_xy, prepend=-1) != 0
        steps = np.diff(grid, axis=0, prepend=np.zeros((1, 2), dtype=np.int64))
        steps[starts_shape] = 0
        origin = np.zeros((count, 2), dtype=np.int64)
        origin[shape_of_xy[starts_shape]] = grid[starts_shape]
        if is_disc.any():
            middle = (bounds[:, :2] + bounds[:, 2:]) / 2
            exponent[is_disc] = 0
            origin[is_disc] = np.round(middle[is_disc] * DEGREE_STEPS)
        self.add_ints(f"{name}.exp", exponent)
        self.add_ints(f"{name}.x", origin[:, 0])
        self.add_ints(f"{name}.y", origin[:, 1])
        self.add_ints(f"{name}.r", np.round(radius_m).astype(np.int64))
        self.add_ints(f"{name}.lines", np.bincount(of_line, minlength=count) if count else [])
        self.add_ints(f"{name}.points", np.bincount(line_of_xy, minlength=len(lines)))
        self._add(f"{name}.xy", {"t": "v", "n": len(steps)}, _varints(steps.reshape(-1)))

    def adopt(self, payload: bytes) -> None:
        """Take over every section of an island that was made before."""
        (length,) = struct.unpack_from("<I", payload)
        sections = json.loads(payload[4 : 4 + length])["sections"]
        for name, entry in sections.items():
            at = 4 + length + entry["at"]
            self._add(name, entry, payload[at : at + entry["len"]])

    def to_bytes(self) -> bytes:
        """The island: length of the header, the header, the sections."""
        header = json.dumps(self.header, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        head = header.encode("utf-8", "replace")
        return struct.pack("<I", len(head)) + head + b"".join(self._chunks)


def _lines_of(
    outlines: NDArray[np.object_], is_disc: NDArray[np.bool_]
) -> tuple[NDArray[np.object_], Ints, NDArray[np.bool_]]:
    """Rings of polygons and lines of lines; the shape of each, and whether it is a ring."""
    wanted = np.flatnonzero(~is_disc)
    parts, of_part = shapely.get_parts(outlines[wanted], return_index=True)
    is_area = shapely.get_dimensions(parts) == 2
    rings, of_ring = shapely.get_rings(parts[is_area], return_index=True)
    is_line = shapely.get_dimensions(parts) == 1
    lines = np.concatenate([rings, parts[is_line]])
    shape = np.concatenate([of_part[is_area][of_ring], of_part[is_line]])
    order = np.argsort(shape, kind="stable")
    of_line = wanted[shape[order]] if len(wanted) else np.zeros(0, dtype=np.int64)
    return lines[order], of_line, order < len(rings)


def _disc_radii_m(geoms: NDArray[np.object_], bounds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Radius of each shape that is a disc, 0 for the others."""
    radii = np.zeros(len(geoms))
    if not len(geoms):
        return radii
    single = shapely.get_num_geometries(geoms) == 1
    first = shapely.get_geometry(geoms, 0)
    can = single & (shapely.get_dimensions(first) == 2)
    can[can] &= shapely.get_num_interior_rings(first[can]) == 0
    can &= shapely.get_num_coordinates(geoms) >= 16
    can &= (np.abs(bounds[:, [1, 3]]).max(axis=1) < 80) & (bounds[:, 3] - bounds[:, 1] < 6)
    picked = np.flatnonzero(can)
    if not len(picked):
        return radii
    xy, owner = shapely.get_coordinates(first[picked], return_index=True)
    middle = ((bounds[:, :2] + bounds[:, 2:]) / 2)[picked]
    metres_lat = 111_195.0
    dy = (xy[:, 1] - middle[owner, 1]) * metres_lat
    dx = (
        (xy[:, 0] - middle[owner, 0])
        * metres_lat
        * np.cos(np.radians((xy[:, 1] + middle[owner, 1]) / 2))
    )
    distance = np.hypot(dx, dy)
    starts = np.flatnonzero(np.diff(owner, prepend=-1))
    farthest = np.maximum.reduceat(distance, starts)
    nearest = np.minimum.reduceat(distance, starts)
    round_enough = nearest > 0.95 * farthest
    radii[picked[round_enough]] = ((farthest + nearest) / 2)[round_enough]
    return radii
