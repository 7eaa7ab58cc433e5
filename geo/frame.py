"""Located incidents as a GeoDataFrame and back: stable columns, stable dtypes, EPSG:4326.

The columns are those of `geo.contract`, then `reports` (what names each report that an
incident rests on), `point`, `region_50` and `geometry`, which is `region_90`. A frame
without rows has the same columns and dtypes as one with a million.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.contract import report_from_dict, report_to_dict
from geo.errors import IncidentDataError
from geo.flat import COLUMNS, located_from_dict, located_to_dict
from geo.model import LocatedIncident, Report

if TYPE_CHECKING:
    from gazetteer.store import Store

__all__ = [
    "CRS",
    "DTYPES",
    "FRAME_COLUMNS",
    "check_crs",
    "from_frame",
    "plain_rows",
    "reports_of_frame",
    "reports_of_incident",
    "to_frame",
]

CRS = "EPSG:4326"

FRAME_COLUMNS: Mapping[str, str] = {
    **COLUMNS,
    "reports": "json",
    "point": "geometry",
    "region_50": "geometry",
    "geometry": "geometry",
}
"""Every column of a frame, in order, with its kind."""

# Python's own strings: Arrow's cannot hold the lone surrogates of a badly decoded report.
DTYPES: Mapping[str, str] = {
    "text": "string[python]",
    "int": "Int64",
    "float": "float64",
    "bool": "bool",
    "date": "datetime64[s]",
    "texts": "object",
    "json": "object",
}
"""Kind of column -> pandas dtype. Lists and objects are Python's own."""


def to_frame(
    located: Sequence[LocatedIncident],
    reports: Sequence[Report] = (),
    *,
    store: Store | None = None,
) -> gpd.GeoDataFrame:
    """Lay located incidents out as a GeoDataFrame, one row each.

    Parameters
    ----------
    located
        In the order of the rows.
    reports
        Those that the incidents came from; a row keeps what names its own.
    store
        Gives the names of countries and first-order units.

    Returns
    -------
    GeoDataFrame
        EPSG:4326, a fresh index from 0, columns as in `FRAME_COLUMNS`. Geometry is
        `region_90`; all three geometries are None where nothing can be drawn.

    Examples
    --------
    >>> frame = to_frame([])
    >>> len(frame), frame.crs.to_epsg(), list(frame.columns) == list(FRAME_COLUMNS)
    (0, 4326, True)
    """
    rows = [located_to_dict(item, store=store) for item in located]
    columns: dict[str, Any] = {
        name: _column([row[name] for row in rows], kind) for name, kind in COLUMNS.items()
    }
    known = {report.report_id: report for report in reports}
    columns["reports"] = _column(
        [[report_to_dict(r) for r in reports_of_incident(item, known)] for item in located], "json"
    )
    footprints = [item.resolution.footprint for item in located]
    for name, geometries in (
        ("point", [shapely.Point(f.point) if f else None for f in footprints]),
        ("region_50", [f.region_50 if f else None for f in footprints]),
        ("geometry", [f.region_90 if f else None for f in footprints]),
    ):
        columns[name] = gpd.GeoSeries(geometries, crs=CRS)
    return gpd.GeoDataFrame(columns, geometry="geometry", crs=CRS)


def reports_of_incident(item: LocatedIncident, known: Mapping[str, Report]) -> tuple[Report, ...]:
    """The reports that an incident rests on: its own first, then those it quotes."""
    named = [item.incident.report_id, *(quote.report_id for quote in item.incident.quotes)]
    return tuple(known[name] for name in dict.fromkeys(named) if name in known)


def _column(values: list[Any], kind: str) -> pd.Series[Any]:
    if kind in {"texts", "json"}:
        cells = np.empty(len(values), dtype=object)
        # One by one: numpy would take a list of equal lists for a table.
        for position, value in enumerate(values):
            cells[position] = value
        return pd.Series(cells, dtype=object)
    if kind == "date":
        # Through numpy, which knows the years before 1677 and after 2262.
        days = [np.datetime64("NaT" if value is None else value, "s") for value in values]
        return pd.Series(np.array(days, dtype="datetime64[s]"))
    return pd.Series(values, dtype=DTYPES[kind])


def from_frame(
    frame: gpd.GeoDataFrame, *, skip: Callable[[int, str], None] | None = None
) -> tuple[LocatedIncident, ...]:
    """Read located incidents back out of a GeoDataFrame.

    Parameters
    ----------
    frame
        As `to_frame` makes it; columns may be missing, except `incident_id`, and others
        may stand beside. Geometry must be in EPSG:4326.
    skip
        Called with the position and the reason of each row that cannot be read, and the
        rest go on. Without it the first such row is an error.

    Raises
    ------
    IncidentDataError
        If the CRS is missing or another, or a row cannot be read.

    Examples
    --------
    >>> from_frame(to_frame([]))
    ()
    """
    check_crs(frame)
    regions = _geometries(frame, frame.geometry.name)
    inner = _geometries(frame, "region_50")
    found: list[LocatedIncident] = []
    for position, row in enumerate(plain_rows(frame)):
        try:
            found.append(
                located_from_dict(row, region_90=regions[position], region_50=inner[position])
            )
        except ValueError as error:
            if skip is None:
                raise IncidentDataError(f"row {position}: {error}") from error
            skip(position, str(error))
    return tuple(found)


def check_crs(frame: gpd.GeoDataFrame, name: str = "the frame") -> None:
    """Make sure that a frame's geometry is longitude and latitude in WGS84 degrees.

    Raises
    ------
    IncidentDataError
        If there is no geometry, no CRS, or another one; the message says what to do.

    Examples
    --------
    >>> import geopandas
    >>> check_crs(geopandas.GeoDataFrame(geometry=[]))
    Traceback (most recent call last):
    ...
    geo.errors.IncidentDataError: the frame has no CRS; say which it is with
    frame.set_crs(...), then frame.to_crs("EPSG:4326")
    """
    if not isinstance(frame, gpd.GeoDataFrame) or frame._geometry_column_name is None:
        raise IncidentDataError(f"{name} has no geometry column; name one with set_geometry(...)")
    if frame.crs is None:
        raise IncidentDataError(
            f"{name} has no CRS; say which it is with frame.set_crs(...), "
            f'then frame.to_crs("{CRS}")'
        )
    if not frame.crs.equals(CRS, ignore_axis_order=True):
        raise IncidentDataError(
            f'{name} is in {frame.crs.name}; bring it to degrees with frame.to_crs("{CRS}")'
        )


def _geometries(frame: gpd.GeoDataFrame, name: str) -> Sequence[Any]:
    if name not in frame.columns:
        return [None] * len(frame)
    return list(frame[name].array)


def plain_rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as plain Python values; missing is None, geometries are left out.

    Examples
    --------
    >>> import pandas
    >>> plain_rows(pandas.DataFrame({"a": [1, 2], "b": ["x", None]}))
    [{'a': 1, 'b': 'x'}, {'a': 2, 'b': None}]
    """
    names = [
        name
        for name in frame.columns
        if FRAME_COLUMNS.get(name) != "geometry" and frame[name].dtype != "geometry"
    ]
    columns = [[_plain(value) for value in frame[name].tolist()] for name in names]
    if not columns:
        return [{} for _ in range(len(frame))]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]


def _plain(value: Any) -> Any:
    """A cell as a plain Python value."""
    if value is None or value is pd.NA or value is pd.NaT:
        return None
    if isinstance(value, float):
        return None if math.isnan(value) else value
    if isinstance(value, np.ndarray):
        return [_plain(item) for item in value.tolist()]
    if isinstance(value, (dt.datetime, np.datetime64)):
        return pd.Timestamp(value).date()
    if isinstance(value, np.generic):
        return value.item()
    return value


def reports_of_frame(frame: pd.DataFrame) -> tuple[Report, ...]:
    """The reports that the rows of a frame name, each once, in order of appearance.

    Raises
    ------
    IncidentDataError
        If one of them cannot be read.

    Examples
    --------
    >>> reports_of_frame(to_frame([]))
    ()
    """
    if "reports" not in frame.columns:
        return ()
    found: dict[str, Report] = {}
    for position, rows in enumerate(frame["reports"].tolist()):
        if type(rows) is not list:
            rows = rows if isinstance(rows, (tuple, np.ndarray)) else ()
        for row in rows:
            if type(row) is dict and row.get("report_id") in found:
                continue
            try:
                report = report_from_dict(row)
            except (ValueError, AttributeError, TypeError) as error:
                raise IncidentDataError(f"row {position}: reports: {error}") from error
            found.setdefault(report.report_id, report)
    return tuple(found.values())
