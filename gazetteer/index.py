"""The index: committed columns expanded into files that are mapped, not read.

`expand` turns `data/*.npz` into a segment: a folder of `.npy` columns and blobs, with the
64-bit hashes of all names sorted for binary search. It needs numpy and the standard
library alone, since it runs inside `pip install`. A segment that a user adds has the same
form, so that one reader serves all.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from gazetteer.errors import SourceError
from gazetteer.names import fold, phrase_hash, skeleton, token_hash

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = [
    "CELL_DEG",
    "COLUMNS",
    "FILTER_BITS",
    "FORMAT_VERSION",
    "cell_of",
    "expand",
    "name_index",
    "whole_folder",
    "write_segment",
]

FORMAT_VERSION = 1
"""Of the segment's layout; a store refuses any other."""
FILTER_BITS = 24
"""Leading bits of a hash that the prefilter knows: 2 MiB, 93 of 100 misses never search."""
CELL_DEG = 0.5
"""Side of a cell of the spatial grid, in degrees."""
_LAT_CELLS = int(180 / CELL_DEG)

COLUMNS: Mapping[str, str] = {
    "lng": "<f8",
    "lat": "<f8",
    "population": "<u4",
    "feature_class": "<u1",
    "country": "<u2",
    "admin1": "<i4",
    "name_count": "<u2",
    "extent_m": "<f4",
    "flags": "<u1",
    "source": "<u1",
}
"""Columns of a segment and their types, one value a row. `admin1` is a row, or -1."""


def cell_of(lng: NDArray[np.float64], lat: NDArray[np.float64]) -> NDArray[np.int32]:
    """Number of the grid cell that holds each point."""
    x = np.floor((lng + 180.0) / CELL_DEG).astype(np.int32)
    y = np.clip(np.floor((lat + 90.0) / CELL_DEG), 0, _LAT_CELLS - 1).astype(np.int32)
    return (x * _LAT_CELLS + y).astype(np.int32)


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
            os.replace(target, old / "old")
            os.replace(scratch, target)
            shutil.rmtree(old)
        else:
            os.replace(scratch, target)
    except BaseException:
        shutil.rmtree(scratch, ignore_errors=True)
        raise


def name_index(
    names: Iterable[str], rows: NDArray[np.uint32]
) -> tuple[NDArray[np.uint64], NDArray[np.uint32], NDArray[np.uint64], NDArray[np.uint32]]:
    """Hashes of names and of their skeletons, sorted, each with the row it belongs to.

    Parameters
    ----------
    names
        Names as written.
    rows
        Row of each name.

    Returns
    -------
    tuple of arrays
        Name hashes, their rows, skeleton hashes, their rows.
    """
    exact: list[int] = []
    exact_rows: list[int] = []
    bones: set[tuple[int, int]] = set()
    for name, row in zip(names, rows.tolist(), strict=True):
        folded = fold(name)
        exact.append(phrase_hash(folded))
        exact_rows.append(row)
        # Other scripts come with a Latin spelling beside them; a query is romanised first.
        if folded.isascii():
            key = skeleton(folded)
            if key:
                bones.add((token_hash(key), row))
    pairs = sorted(bones)
    hashes = np.array(exact, dtype=np.uint64)
    order = np.lexsort((np.array(exact_rows, dtype=np.uint32), hashes))
    return (
        hashes[order],
        np.array(exact_rows, dtype=np.uint32)[order],
        np.array([h for h, _ in pairs], dtype=np.uint64),
        np.array([r for _, r in pairs], dtype=np.uint32),
    )


def write_segment(
    folder: Path,
    *,
    columns: Mapping[str, NDArray[Any]],
    ids: Sequence[str],
    names: Sequence[Sequence[str]],
    geometry: Mapping[str, NDArray[Any]],
    manifest: Mapping[str, Any],
) -> None:
    """Write one segment into an existing, empty folder.

    Parameters
    ----------
    columns
        One array for each entry of `COLUMNS`, one value a row.
    ids
        `place_id` of each row.
    names
        Names of each row, the preferred one first.
    geometry
        `rows`, `xy` (integers of 1e-5 degree), `rings`, `polygons`, `parts` of areas and
        `line_rows`, `line_xy`, `line_parts`, `line_geoms` of lines: ragged arrays as
        Shapely's `to_ragged_array` gives them.
    manifest
        What the store tells of the segment; counts and format are added here.
    """
    size = len(ids)
    for name, kind in COLUMNS.items():
        np.save(folder / f"{name}.npy", np.ascontiguousarray(columns[name], dtype=kind))
    _save_texts(folder, "id", ids)
    id_hashes = np.array([token_hash(text) for text in ids], dtype=np.uint64)
    _save_sorted(folder, "id", id_hashes, np.arange(size, dtype=np.uint32))

    flat = [name for group in names for name in group]
    counts = np.array([len(group) for group in names], dtype=np.int64)
    _save_texts(folder, "name", flat)
    np.save(folder / "row_names.npy", np.concatenate(([0], np.cumsum(counts))).astype("<u4"))
    rows = np.repeat(np.arange(size, dtype=np.uint32), counts)
    hashes, hash_rows, bones, bone_rows = name_index(flat, rows)
    np.save(folder / "hash.npy", hashes.astype("<u8"))
    np.save(folder / "hash_row.npy", hash_rows.astype("<u4"))
    np.save(folder / "skeleton.npy", bones.astype("<u8"))
    np.save(folder / "skeleton_row.npy", bone_rows.astype("<u4"))
    bits = np.zeros(1 << FILTER_BITS, dtype=np.bool_)
    bits[(hashes >> np.uint64(64 - FILTER_BITS)).astype(np.int64)] = True
    np.save(folder / "filter.npy", np.packbits(bits, bitorder="little"))

    cells = cell_of(np.asarray(columns["lng"]), np.asarray(columns["lat"]))
    _save_sorted(folder, "cell", cells, np.arange(size, dtype=np.uint32))
    for name, array in geometry.items():
        np.save(folder / f"geometry_{name}.npy", array)
    text = {"format": FORMAT_VERSION, "rows": size, "names": len(flat), **manifest}
    (folder / "manifest.json").write_text(
        json.dumps(text, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8"
    )


def _save_texts(folder: Path, name: str, texts: Sequence[str]) -> None:
    encoded = [text.encode() for text in texts]
    lengths = np.array([len(text) for text in encoded], dtype=np.int64)
    np.save(folder / f"{name}_start.npy", np.concatenate(([0], np.cumsum(lengths))).astype("<u4"))
    (folder / f"{name}.bin").write_bytes(b"".join(encoded))


def _save_sorted(folder: Path, name: str, keys: NDArray[Any], rows: NDArray[np.uint32]) -> None:
    order = np.argsort(keys, kind="stable")
    np.save(folder / f"{name}_key.npy", keys[order])
    np.save(folder / f"{name}_row.npy", rows[order])


def expand(data_dir: Path, index_dir: Path) -> None:
    """Write the index of the embedded data; nothing is done if it is there and current.

    Parameters
    ----------
    data_dir
        Folder with `places.npz`, `geometry.npz` and `manifest.json`, as `gazetteer.build`
        writes them.
    index_dir
        Folder to write; it appears whole or not at all.

    Raises
    ------
    SourceError
        If a file is missing or is not what the manifest says.
    """
    try:
        manifest = json.loads((data_dir / "manifest.json").read_text("utf-8"))
        for name, digest in manifest["files"].items():
            if hashlib.sha256((data_dir / name).read_bytes()).hexdigest() != digest:
                raise SourceError(f"{data_dir / name}: not the file that manifest.json describes")
    except OSError as error:
        raise SourceError(
            f"{error.filename}: missing; `python -m gazetteer.build` writes the data"
        ) from error
    if _current(index_dir, manifest):
        return
    with np.load(data_dir / "places.npz") as places, np.load(data_dir / "geometry.npz") as shapes:
        texts = bytes(places["names"]).decode().split("\n")
        starts = np.concatenate(([0], np.cumsum(places["names_per_row"].astype(np.int64))))
        columns = {name: places[name] for name in COLUMNS if name in places}
        # coordinates are kept as integers of 1e-5 degree, about a metre
        columns["lng"] = np.cumsum(places["lng"].astype(np.int64)) / 1e5
        columns["lat"] = np.cumsum(places["lat"].astype(np.int64)) / 1e5
        geometry = {
            name: np.cumsum(shapes[name], axis=0, dtype=np.int32)
            if name.endswith("xy")
            else shapes[name]
            for name in shapes.files
        }
        with whole_folder(index_dir) as folder:
            write_segment(
                folder,
                columns=columns,
                ids=bytes(places["ids"]).decode().split("\n"),
                names=[
                    texts[a:b]
                    for a, b in zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True)
                ],
                geometry=geometry,
                manifest=manifest,
            )
            for extra in manifest["extras"]:
                shutil.copyfile(data_dir / extra, folder / extra)


def _current(index_dir: Path, manifest: Mapping[str, Any]) -> bool:
    try:
        there = json.loads((index_dir / "manifest.json").read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return bool(
        there.get("format") == FORMAT_VERSION and there.get("version") == manifest["version"]
    )
