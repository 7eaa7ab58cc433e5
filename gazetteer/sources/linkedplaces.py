"""Linked Places Format: GeoJSON-LD as the World Historical Gazetteer takes and gives it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gazetteer.errors import SourceError
from gazetteer.model import FeatureClass
from gazetteer.sources import Problem, Record
from gazetteer.sources.fields import class_of, country_of, distinct, made_place, point_of

__all__ = ["features", "is_linked_places", "places"]

_BY_LETTER = {
    "A": FeatureClass.ADMIN2,
    "P": FeatureClass.POPULATED_PLACE,
    "S": FeatureClass.FACILITY,
    "R": FeatureClass.FACILITY,
    "L": FeatureClass.REGION,
    "T": FeatureClass.MOUNTAINS,
    "H": FeatureClass.RIVER,
}


def features(path: Path) -> Iterator[tuple[str, Any]]:
    """Features of a GeoJSON file, or of one with a feature a line, with where they stand.

    Raises
    ------
    SourceError
        If the file is no JSON, or no FeatureCollection.
    """
    if path.suffix.lower() in {".jsonl", ".ndjson", ".geojsonl", ".geojsons"}:
        with path.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip(" \x1e\n\r\t"):
                    try:
                        yield f"line {number}", json.loads(line.strip(" \x1e\n\r\t"))
                    except ValueError as error:
                        yield f"line {number}", error
        return
    try:
        whole = json.loads(path.read_text("utf-8-sig"))
    except ValueError as error:
        raise SourceError(f"{path}: no JSON: {error}; is it UTF-8 and complete?") from error
    found = whole.get("features") if isinstance(whole, dict) else None
    if not isinstance(found, list):
        raise SourceError(f"{path}: no FeatureCollection: there is no list of features in it")
    for number, feature in enumerate(found, start=1):
        yield f"feature {number}", feature


def is_linked_places(path: Path) -> bool:
    """Whether the first feature has names of its own, which plain GeoJSON has not."""
    try:
        _, first = next(features(path))
    except (OSError, SourceError, StopIteration):
        return False
    return isinstance(first, dict) and isinstance(first.get("names"), list)


def places(path: Path, *, prefix: str) -> Iterator[Record | Problem]:
    """Every place of a Linked Places file.

    Parameters
    ----------
    prefix
        First part of each `place_id`, such as `whg`.
    """
    for where, feature in features(path):
        try:
            if isinstance(feature, Exception):
                raise ValueError(f"no JSON: {feature}")
            yield _place(feature, where, prefix)
        except (ValueError, TypeError, AttributeError, KeyError) as error:
            yield Problem(where, str(error) or type(error).__name__)


def _place(feature: Any, where: str, prefix: str) -> Record:
    import shapely
    from shapely.geometry import shape

    if not isinstance(feature, dict):
        raise ValueError("not a feature")
    properties = feature.get("properties") or {}
    title = properties.get("title")
    toponyms = [name["toponym"] for name in feature.get("names") or () if name.get("toponym")]
    names = distinct([str(name) for name in (title, *toponyms) if name])
    if not feature.get("geometry"):
        raise ValueError("no geometry: a place that cannot be drawn")
    geometry = shape(feature["geometry"])
    parts = [part for part in shapely.get_parts(geometry) if not part.is_empty]
    areas = [part for part in parts if part.geom_type in {"Polygon", "LineString"}]
    if not parts:
        raise ValueError("an empty geometry")
    at = max(areas, key=lambda part: float(part.length)) if areas else parts[0]
    centre = at.representative_point()
    types = [t.get("label") or "" for t in feature.get("types") or ()]
    letters = properties.get("fclasses") or feature.get("fclasses") or []
    fallback = _BY_LETTER.get(letters[0] if letters else "P", FeatureClass.POPULATED_PLACE)
    codes = feature.get("ccodes") or properties.get("ccodes") or []
    return Record(
        made_place(
            f"{prefix}:{feature.get('@id') or properties.get('id') or where.split()[-1]}",
            names,
            class_of(types[0] if types else "", fallback),
            point_of(centre.x, centre.y),
            country_code=country_of(codes[0]) if len(codes) == 1 else None,
            source=f"Linked Places {prefix}",
        ),
        names,
        geometry if areas else None,
    )
