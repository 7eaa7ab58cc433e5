"""GeoPackage and GeoParquet through GeoPandas: the same columns as every other format.

A GeoPackage has one geometry a layer, so `region_50` stands in it as well-known text;
lists are written as in CSV and structured values as JSON. GeoParquet keeps lists and all
three geometries.
"""

from __future__ import annotations

import json
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pandas as pd
import shapely

from geo.errors import IncidentDataError
from geo.formats.cells import encodable, join_list
from geo.formats.jsonl import Failure
from geo.formats.regions import DIGITS, tidy
from geo.formats.rows import IncidentData, located_from_row, typed
from geo.formats.table import file_report, region_from_wkt, reports_of_row
from geo.frame import CRS, FRAME_COLUMNS, plain_rows, to_frame
from geo.model import LocatedIncident, Report

if TYPE_CHECKING:
    from gazetteer.store import Store
    from geo.precision import PointReader

__all__ = ["LAYER", "read_layer", "write_geopackage", "write_geoparquet"]

LAYER = "incidents"

_NO_PARQUET = (
    "{path}: GeoParquet needs pyarrow; install it with "
    "`python -m pip install 'incident-mapper[parquet]'`, or use GeoPackage"
)


# --- Writing -------------------------------------------------------------------------


def write_geopackage(
    path: Path,
    located: Sequence[LocatedIncident],
    reports: Sequence[Report] = (),
    store: Store | None = None,
) -> None:
    """Write incidents as the layer `incidents` of a GeoPackage, whole or not at all."""
    import pyogrio

    frame = _tidied(to_frame(located, reports, store=store))
    for name, kind in FRAME_COLUMNS.items():
        if kind == "texts":
            frame[name] = [encodable(join_list(items)) or None for items in frame[name]]
    frame["region_50"] = [
        None if region is None else shapely.to_wkt(region, rounding_precision=DIGITS)
        for region in frame["region_50"]
    ]
    frame = frame.drop(columns="point")
    with _replacing(path) as target:
        # GDAL writes the hour into the file; equal input must give equal bytes.
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": "1970-01-01T00:00:00Z"})
        try:
            frame.to_file(
                target, layer=LAYER, driver="GPKG", engine="pyogrio", promote_to_multi=True,
                geometry_type="MultiPolygon",
            )  # fmt: skip
        finally:
            pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})


def write_geoparquet(
    path: Path,
    located: Sequence[LocatedIncident],
    reports: Sequence[Report] = (),
    store: Store | None = None,
) -> None:
    """Write incidents as GeoParquet, whole or not at all.

    Raises
    ------
    IncidentDataError
        If pyarrow is not installed.
    """
    frame = _tidied(to_frame(located, reports, store=store))
    with _replacing(path) as target:
        try:
            frame.to_parquet(target, index=False)
        except ImportError as error:
            raise IncidentDataError(_NO_PARQUET.format(path=path)) from error


def _tidied(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The frame as files hold it: tidy regions, encodable text, JSON for objects."""
    drawn: dict[int, Any] = {}

    def tidied(region: Any) -> Any:
        if region is None:
            return None
        if id(region) not in drawn:
            drawn[id(region)] = tidy(region)
        return drawn[id(region)]

    for name, kind in FRAME_COLUMNS.items():
        if name in {"region_50", "geometry"}:
            # The list keeps the regions alive while their identities are keys.
            regions = list(frame[name])
            frame[name] = gpd.GeoSeries([tidied(r) for r in regions], crs=CRS, index=frame.index)
            drawn.clear()
        elif kind == "json":
            frame[name] = [
                encodable(json.dumps(value, ensure_ascii=False)) for value in frame[name]
            ]
        elif kind == "texts":
            frame[name] = [[encodable(text) for text in value] for value in frame[name]]
        elif kind == "text":
            cells = [None if value is pd.NA else encodable(value) for value in frame[name]]
            frame[name] = pd.Series(cells, index=frame.index, dtype=frame[name].dtype)
    return frame


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    """A path of the same name in a folder beside; it replaces `path` once it is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
        target = Path(folder) / path.name
        yield target
        target.replace(path)


# --- Reading -------------------------------------------------------------------------


def read_layer(path: Path, reader: PointReader) -> IncidentData:
    """Read a GeoPackage (its layer `incidents`, else its first) or a GeoParquet file.

    A layer in another coordinate system, if it says which, is brought to EPSG:4326.

    Raises
    ------
    IncidentDataError
        If the file cannot be read or does not say its coordinate system.
    """
    frame = _opened(path)
    report = file_report(path)
    geometries: list[Any] = [None] * len(frame)
    if isinstance(frame, gpd.GeoDataFrame) and frame._geometry_column_name is not None:
        geometries = list(_in_degrees(frame, path).geometry.array)
    inner: Sequence[Any] = list(frame["region_50"]) if "region_50" in frame.columns else geometries
    ours = "resolution_status" in frame.columns
    found: list[LocatedIncident] = []
    reports: dict[str, Report] = {}
    skipped: list[Failure] = []
    for number, row in enumerate(plain_rows(frame), start=1):
        try:
            values = typed(row) if ours else row
            item = located_from_row(
                values,
                reader,
                report,
                number,
                region_90=_single(geometries[number - 1]),
                region_50=_single(_geometry(inner[number - 1])),
            )
            named_reports = reports_of_row(values)
        except ValueError as error:
            skipped.append(Failure(number, f"row {number}: {error}"))
            continue
        if item.incident.report_id == report.report_id:
            reports.setdefault(report.report_id, report)
        for own in named_reports:
            reports[own.report_id] = own
        found.append(item)
    return IncidentData(tuple(found), tuple(reports.values()), tuple(skipped))


def _opened(path: Path) -> pd.DataFrame:
    with path.open("rb") as stream:
        is_parquet = stream.read(4) == b"PAR1"
    try:
        if is_parquet:
            return _parquet(path)
        return _layer(path)
    except ImportError as error:
        raise IncidentDataError(_NO_PARQUET.format(path=path)) from error
    except (OSError, ValueError, RuntimeError) as error:
        if isinstance(error, IncidentDataError):
            raise
        raise IncidentDataError(f"{path}: cannot be opened ({error}); export it again") from error


def _layer(path: Path) -> pd.DataFrame:
    import pyogrio

    with warnings.catch_warnings():
        # GDAL's remarks on a file are no news to an analyst; what it cannot read it raises.
        warnings.simplefilter("ignore", RuntimeWarning)
        layers = [str(name) for name in pyogrio.list_layers(path)[:, 0]]
        if not layers:
            raise IncidentDataError(f"{path}: the GeoPackage has no layer; export it again")
        layer = LAYER if LAYER in layers else layers[0]
        frame: pd.DataFrame = pyogrio.read_dataframe(path, layer=layer)
    return frame


def _parquet(path: Path) -> pd.DataFrame:
    try:
        frame: pd.DataFrame = gpd.read_parquet(path)
        return frame
    except ValueError as error:
        # A table without geometry may still have columns lat and lon.
        if "geo metadata" not in str(error):
            raise
        return pd.read_parquet(path)


def _in_degrees(frame: gpd.GeoDataFrame, path: Path) -> gpd.GeoDataFrame:
    if frame.crs is None:
        raise IncidentDataError(
            f"{path}: the layer does not say its coordinate system; assign the right one and "
            "export it as EPSG:4326"
        )
    return frame if frame.crs.equals(CRS, ignore_axis_order=True) else frame.to_crs(CRS)


def _geometry(value: Any) -> Any:
    # A text column without a single value comes back as not-a-number.
    if isinstance(value, float):
        return None
    return region_from_wkt(value) if isinstance(value, str) else value


def _single(region: Any) -> Any:
    """A collection of one is that one: layers of one type promote every geometry."""
    if region is not None and region.geom_type.startswith("Multi") and len(region.geoms) == 1:
        return region.geoms[0]
    return region
