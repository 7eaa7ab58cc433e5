"""GeoJSON (RFC 7946): one feature an incident, with all that a map of it needs.

The geometry is `region_90`; everything else stands flat in the properties, under the
column names of `geo.contract`. The collection says which product and gazetteer made it
and, for each report, which bytes it was read from. Equal input gives equal bytes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geo
from geo.contract import report_from_dict, report_to_dict
from geo.errors import IncidentDataError
from geo.flat import located_from_dict, located_to_dict
from geo.formats.jsonl import Failure, write_whole
from geo.formats.regions import DIGITS, region_from_geojson, region_to_geojson

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from gazetteer.store import Store
    from geo.model import LocatedIncident, Report

__all__ = [
    "PRODUCT",
    "feature_text",
    "geojson_lines",
    "load_collection",
    "read_geojson",
    "read_reports_of",
    "write_geojson",
]

PRODUCT = "incident-mapper"


def write_geojson(
    path: Path,
    located: Sequence[LocatedIncident],
    reports: Sequence[Report],
    store: Store | None = None,
) -> None:
    """Write incidents as a GeoJSON FeatureCollection, whole or not at all.

    Parameters
    ----------
    path
        File to write; its folder is made if need be.
    located
        One feature each, in this order; the geometry is null where nothing can be drawn.
    reports
        Those that the incidents came from; named in the collection, without their text.
    store
        Gives the gazetteer's version and the names of countries and first-order units.
    """
    with write_whole(path) as stream:
        stream.writelines(geojson_lines(located, reports, store))


def geojson_lines(
    located: Sequence[LocatedIncident], reports: Sequence[Report], store: Store | None = None
) -> Iterator[str]:
    """The collection piece by piece: a head, a line for each feature, a foot.

    Examples
    --------
    >>> print("".join(geojson_lines([], [])))  # doctest: +ELLIPSIS
    {"type": "FeatureCollection", "product": {"name": "incident-mapper", ...
    """
    head = {
        "type": "FeatureCollection",
        "product": {"name": PRODUCT, "version": geo.__version__},
        "gazetteer": {"version": store.version if store else None},
        "reports": [report_to_dict(report) for report in reports],
    }
    yield _dumps(head)[:-1] + ', "features": ['
    # Many incidents share one region; it is worked out and written down once.
    drawn: dict[int, str] = {}
    between = "\n"
    for item in located:
        yield between + feature_text(item, store, drawn)
        between = ",\n"
    yield "\n]}\n"


def feature_text(
    item: LocatedIncident, store: Store | None = None, drawn: dict[int, str] | None = None
) -> str:
    """One incident as the text of a GeoJSON feature.

    `drawn` keeps geometries between calls, by the identity of the region; use one only
    while the regions live.
    """
    known: dict[int, str] = {} if drawn is None else drawn
    footprint = item.resolution.footprint

    def geometry(region: BaseGeometry | None) -> str:
        if region is None:
            return "null"
        if id(region) not in known:
            known[id(region)] = _dumps(region_to_geojson(region))
        return known[id(region)]

    properties = _dumps(located_to_dict(item, store=store, digits=DIGITS))
    return (
        f'{{"type": "Feature", "id": {_dumps(item.incident.incident_id)}, '
        f'"geometry": {geometry(footprint.region_90 if footprint else None)}, '
        f'"properties": {properties[:-1]}, '
        f'"region_50": {geometry(footprint.region_50 if footprint else None)}}}}}'
    )


def _dumps(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _UNWRITABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


# Lone surrogates cannot be encoded; U+2028 and U+2029 end a line for some readers.
_UNWRITABLE = re.compile("[\ud800-\udfff\u2028\u2029]")


def read_geojson(
    path: Path, *, skip: Callable[[Failure], None] | None = None
) -> tuple[tuple[LocatedIncident, ...], tuple[Report, ...]]:
    """Read back what `write_geojson` wrote, perhaps corrected by a person since.

    Parameters
    ----------
    skip
        Called with each feature that cannot be read, and the rest go on. Without it the
        first such feature is an error. `Failure.line` counts features from 1.

    Raises
    ------
    IncidentDataError
        If the file is no GeoJSON, or a feature cannot be read and `skip` is not given.
        The message names the file, the feature and the remedy.
    """
    collection = load_collection(path)
    found: list[LocatedIncident] = []
    known: dict[str, BaseGeometry] = {}
    for number, feature in enumerate(collection["features"], start=1):
        try:
            found.append(_located(feature, known))
        except ValueError as error:
            if skip is None:
                raise IncidentDataError(f"{path}: feature {number}: {error}") from error
            skip(Failure(number, f"feature {number}: {error}"))
    return tuple(found), read_reports_of(collection, path)


def load_collection(path: Path) -> dict[str, Any]:
    """Read a file as a GeoJSON FeatureCollection in EPSG:4326.

    Raises
    ------
    IncidentDataError
        If it is none; the message says what it is and what to do.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise IncidentDataError(
            f"{path}: not UTF-8 text (byte {error.start}); save it as UTF-8 and try again"
        ) from error
    except OSError as error:
        raise IncidentDataError(f"{path}: {error.strerror or error}") from error
    if not text.strip():
        raise IncidentDataError(f"{path}: the file is empty; export the incidents again")
    try:
        collection = json.loads(text, parse_constant=_no_number)
    except RecursionError as error:
        raise IncidentDataError(f"{path}: nested too deeply to be incident data") from error
    except json.JSONDecodeError as error:
        raise IncidentDataError(
            f"{path}, line {error.lineno}: no JSON ({error.msg}); "
            "was the file cut short? Export it again"
        ) from error
    except ValueError as error:
        raise IncidentDataError(f"{path}: no JSON ({error})") from error
    if not isinstance(collection, dict) or not isinstance(collection.get("features"), list):
        raise IncidentDataError(
            f'{path}: no GeoJSON FeatureCollection; expected {{"type": "FeatureCollection", '
            '"features": [...]}'
        )
    _check_crs(collection, path)
    return collection


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no JSON number; write null instead")


def _check_crs(collection: dict[str, Any], path: Path) -> None:
    """GeoJSON of before 2016 may name a coordinate system; only degrees are read."""
    crs = collection.get("crs")
    if crs is None:
        return
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = str(properties.get("name", "")) if isinstance(properties, dict) else ""
    if not name.endswith(("CRS84", "EPSG::4326", "EPSG:4326")):
        raise IncidentDataError(
            f"{path}: the coordinates are in {name or 'an unnamed system'}; "
            "export the data as EPSG:4326"
        )


def _located(feature: Any, known: dict[str, BaseGeometry]) -> LocatedIncident:
    if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
        raise ValueError('no feature; expected {"type": "Feature", "properties": {...}, ...}')
    properties = feature["properties"]
    if not properties.get("incident_id") and feature.get("id") is not None:
        properties = {**properties, "incident_id": str(feature["id"])}
    return located_from_dict(
        properties,
        region_90=_area(feature.get("geometry"), "geometry", known),
        region_50=_area(properties.get("region_50"), "region_50", known),
    )


def _area(geometry: Any, key: str, known: dict[str, BaseGeometry]) -> BaseGeometry | None:
    region = region_from_geojson(geometry, known)
    if region is not None and region.geom_type not in {"Polygon", "MultiPolygon"}:
        raise ValueError(
            f"{key}: a {region.geom_type} is no area; give the point as lon, lat and where_prec"
        )
    return region


def read_reports_of(collection: dict[str, Any], path: Path) -> tuple[Report, ...]:
    """The reports that a collection names.

    Raises
    ------
    IncidentDataError
        If one of them cannot be read.
    """
    rows = collection.get("reports") or []
    if not isinstance(rows, list):
        raise IncidentDataError(f'{path}: "reports" must be a list')
    reports: list[Report] = []
    for number, row in enumerate(rows, start=1):
        try:
            reports.append(report_from_dict(row))
        except (ValueError, TypeError, AttributeError) as error:
            raise IncidentDataError(f"{path}: report {number}: {error}") from error
    return tuple(reports)
