"""The index: the committed columns expanded into a segment that is mapped, not read.

`expand` needs numpy and the standard library alone, since it runs inside `pip install`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from gazetteer.errors import SourceError
from gazetteer.model import FeatureClass
from gazetteer.segment import FORMAT_VERSION, XY_PER_DEGREE, SegmentWriter, whole_folder

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["expand"]

_TOLD = (
    "version",
    "licences",
    "neighbours",
    "demonyms",
    "abbreviations",
    "abbreviations_after_comma",
)
"""What the manifest of the data tells the store."""


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
    with whole_folder(index_dir) as folder, SegmentWriter(folder) as writer:
        with np.load(data_dir / "places.npz") as places:
            _add_places(writer, places, manifest)
        with np.load(data_dir / "geometry.npz") as shapes:
            writer.add_shapes(
                shapes["shape_row"],
                shapes["shape_kind"],
                shapes["shape_part"],
                shapes["part_ring"],
                shapes["ring_xy"],
                np.cumsum(shapes["xy"], axis=0, dtype=np.int32),
            )
        with np.load(data_dir / "layers.npz") as layers:
            # not compressed, so that a map can be drawn at once
            np.savez(folder / "layers.npz", **{name: layers[name] for name in layers.files})
        writer.close(**{name: manifest[name] for name in _TOLD})


def _add_places(
    writer: SegmentWriter, places: Mapping[str, NDArray[Any]], manifest: Mapping[str, Any]
) -> None:
    names = bytes(places["names"]).decode().split("\n")
    ids = bytes(places["ids"]).decode().split("\n")
    ends = np.concatenate(([0], np.cumsum(places["names_per_row"].astype(np.int64)))).tolist()
    classes = [FeatureClass(c) for c in manifest["feature_classes"]]
    codes, sources = manifest["country_codes"], manifest["sources"]
    # coordinates are kept as differences of integers
    lng = (np.cumsum(places["lng"].astype(np.int64)) / XY_PER_DEGREE).tolist()
    lat = (np.cumsum(places["lat"].astype(np.int64)) / XY_PER_DEGREE).tolist()
    column = {
        name: places[name].tolist()
        for name in (
            "population",
            "feature_class",
            "country",
            "admin1",
            "extent_m",
            "flags",
            "source",
        )
    }
    for row, ((first, last), place_id) in enumerate(zip(pairwise(ends), ids, strict=True)):
        unit, flags = column["admin1"][row], column["flags"][row]
        writer.add(
            place_id,
            names[first:last],
            lng[row],
            lat[row],
            classes[column["feature_class"][row]],
            codes[column["country"][row]],
            admin1=ids[unit] if unit >= 0 else None,
            population=column["population"][row],
            extent_m=column["extent_m"][row],
            source=sources[column["source"][row]],
            verified=bool(flags & 1),
            has_geometry=bool(flags & 2),
        )


def _current(index_dir: Path, manifest: Mapping[str, Any]) -> bool:
    try:
        there = json.loads((index_dir / "manifest.json").read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return bool(
        there.get("format") == FORMAT_VERSION and there.get("version") == manifest["version"]
    )
