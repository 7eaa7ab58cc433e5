"""A GeoDataFrame as the table of a map, column by column and without an object a row.

What a column holds is read as `geo.frame.from_frame` reads it, but for the trace that a
hand leaves in `as_written`: of corrections, the column `edited` is shown. Where a frame holds
something that only a reading row by row can judge, such as a word in place of a number,
the answer is None: that way then names the row that is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import shapely

from gazetteer.model import Footprint, LngLat, ResolutionStatus, TrailStep
from geo.cells import (
    OddCellError,
    days_of,
    flags_of,
    floats_of,
    joined,
    lists_of,
    merged,
    numbers_of,
    same_word,
    words_of,
)
from geo.contract import KIND_OF_SUB_EVENT_TYPE
from geo.flat import located_from_dict
from geo.frame import check_crs
from geo.records import decoder
from geo.regions import Regions, combined, first_rows, same_shapes
from geo.table import NOT_STATED, UNDATED, Table, Words, day_columns, listed

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd
    from numpy.typing import NDArray

    Ints: TypeAlias = NDArray[np.int64]

__all__ = ["countries_of_frame", "table_of_frame"]

_COARSEST = 5
"""Precision of a place that a frame gives without saying how precise it is."""


def table_of_frame(frame: gpd.GeoDataFrame) -> Table | None:
    """Lay a frame with the columns of `geo.frame` out as a table.

    Returns
    -------
    Table or None
        None where the frame has to be read row by row.

    Raises
    ------
    IncidentDataError
        If the CRS is missing or another.

    Examples
    --------
    >>> from geo.frame import to_frame
    >>> table_of_frame(to_frame([])).n
    0
    """
    check_crs(frame)
    try:
        return _table(frame)
    except (OddCellError, ValueError, TypeError, KeyError, AttributeError, OverflowError):
        return None


def _table(frame: gpd.GeoDataFrame) -> Table:
    regions = _regions(frame)
    placed = regions.of_row >= 0
    words = {name: words_of(frame, name) for name in ("event_type", "sub_event_type", "report_id")}
    words |= {name: words_of(frame, name) for name in ("strike_status", "date_text", "edtf")}
    words["time_of_day"] = words_of(frame, "time_of_day")
    words["stage"] = _filled(words_of(frame, "stage"), "occurred")
    words["id"] = words_of(frame, "incident_id")
    if "" in words["id"].words or ("place" in frame and frame["place"].notna().any()):
        raise OddCellError
    words["kind"] = _kinds(words_of(frame, "kind"), words["sub_event_type"])
    for name in ("targets", "weapons", "attribution", "claimed_by", "denied_by", "edited"):
        words[name] = joined(lists_of(frame, name))
    words["actors"] = joined(_actors(frame))
    words["places"] = joined(_fields(lists_of(frame, "places"), "text"))
    words["place"] = words_of(frame, "place_text")
    words["name"] = words_of(frame, "place_name")
    words["country"] = words_of(frame, "place_country_code")
    for name, column in (("reason", "reason"), ("status", "resolution_status")):
        words[name] = _instead(words_of(frame, column), placed, *_unsaid(name))
    if not set(words["status"].words) <= set(ResolutionStatus):
        raise OddCellError
    words["related"] = _related(frame, words["id"])
    quotes, starts, report_ids, counts = _quotes(frame, words["report_id"])
    return Table(
        n=len(frame),
        regions=regions,
        ints={**_figures(frame), **_dates(frame, words), "quotes": counts},
        words=words,
        quote_start=starts,
        quote=quotes,
        quote_report_id=report_ids,
    )


# --- Texts ---------------------------------------------------------------------------


def _filled(column: Words, word: str) -> Words:
    """The same, with a word where there is none."""
    return _respelt([text or word for text in column.words], column.codes)


def _respelt(spelt: Sequence[str], codes: Ints) -> Words:
    return merged(spelt, codes, "") if len(set(spelt)) < len(spelt) else Words(tuple(spelt), codes)


def _unsaid(field: str) -> tuple[str, str]:
    """What a row that says nothing is given: with a region, and without one."""
    row = {"incident_id": "any"}
    placed = located_from_dict(row, region_90=shapely.Point(0, 0)).resolution
    nowhere = located_from_dict(row).resolution
    return str(getattr(placed, field)), str(getattr(nowhere, field))


def _instead(column: Words, placed: NDArray[np.bool_], there: str, nowhere: str) -> Words:
    """A text that is missing says what the row itself shows."""
    if "" not in column.words:
        return column
    extended = [*column.words, there, nowhere]
    at = len(column.words)
    missing = column.codes == column.words.index("")
    return merged(extended, np.where(missing, np.where(placed, at, at + 1), column.codes), "")


def _kinds(kinds: Words, sub_event_types: Words) -> Words:
    if "" not in kinds.words:
        return kinds
    known = [KIND_OF_SUB_EVENT_TYPE.get(word, "other") for word in sub_event_types.words]
    missing = kinds.codes == kinds.words.index("")
    codes = np.where(missing, len(kinds.words) + sub_event_types.codes, kinds.codes)
    return merged([*kinds.words, *known], codes, "")


# --- Lists ---------------------------------------------------------------------------


def _fields(cells: list[Any], field: str) -> list[Any]:
    return [[item[field] for item in cell] if cell else cell for cell in cells]


def _actors(frame: pd.DataFrame) -> list[Any]:
    """Names of the identified, then of the described; as the detail has them, if it agrees."""
    named, described = (lists_of(frame, name, None) for name in ("actors", "actors_described"))
    if "actors_detail" not in frame.columns:
        if "actors_described" not in frame.columns:
            return lists_of(frame, "actors")
        return [[*(n or ()), *(d or ())] for n, d in zip(named, described, strict=True)]
    rows = zip(named, described, lists_of(frame, "actors_detail"), strict=True)
    return [_parties(n, d, detail) for n, d, detail in rows]


def _parties(named: Any, described: Any, detail: Any) -> Any:
    if not detail:
        return [*(named or ()), *(described or ())]
    if len(detail) == 1 and named and not described and named[0] == detail[0]["name"]:
        return named
    names = [actor["name"] for actor in detail]
    if names == named and not described:
        return names
    identified = [actor.get("identified", True) for actor in detail]
    by_name = [name for name, flag in zip(names, identified, strict=True) if flag]
    by_kind = [name for name, flag in zip(names, identified, strict=True) if not flag]
    named = by_name if named is None else list(named)
    described = by_kind if described is None else list(described)
    if sorted(named) == sorted(by_name) and sorted(described) == sorted(by_kind):
        return names
    return [*named, *described]


def _quotes(frame: pd.DataFrame, report_ids: Words) -> tuple[Words, Ints, Words, Ints]:
    """Texts, starts and report ids of all quotes, and how many each row has."""
    cells = lists_of(frame, "quotes")
    if "quote" in frame.columns and not all(cells):
        # A program that knows one quote has it in a column of its own.
        main, start = words_of(frame, "quote"), numbers_of(frame, "quote_start", 0)
        if not any(cells):
            if "" not in main.words:
                return main, start, report_ids, np.ones(len(cells), dtype=np.int64)
            said = np.flatnonzero(np.array([bool(word) for word in main.words])[main.codes])
            whole, of_report = main.codes[said], report_ids.codes[said]
            counts = np.bincount(said, minlength=len(cells))
            return (
                merged(main.words, whole),
                start[said],
                merged(report_ids.words, of_report),
                counts,
            )
        singles = zip(main.texts(), start.tolist(), strict=True)
        cells = [
            cell or ([{"text": text, "start": start}] if text else ())
            for cell, (text, start) in zip(cells, singles, strict=True)
        ]
    quotes: list[Any] = [quote for cell in cells for quote in cell]
    counts = np.fromiter(map(len, cells), dtype=np.int64, count=len(cells))
    owner = np.repeat(np.arange(len(cells)), counts)
    own = report_ids.codes[owner].tolist()
    texts = [quote["text"] for quote in quotes]
    begins = [quote["start"] for quote in quotes]
    named = [
        quote["report_id"] if "report_id" in quote else report_ids.words[code]
        for quote, code in zip(quotes, own, strict=True)
    ]
    if not (set(map(type, texts)) <= {str} and set(map(type, begins)) <= {int}):
        raise OddCellError
    return Words.of(texts), np.array(begins, dtype=np.int64), Words.of(named), counts


def _related(frame: pd.DataFrame, ids: Words) -> Words:
    cells = lists_of(frame, "related")
    if not any(cells):
        return same_word("", len(frame))
    row_of = dict(zip(ids.texts(), range(len(ids.codes)), strict=True))
    return Words.of([listed([str(row_of[r]) for r in row if r in row_of]) for row in cells])


# --- Numbers and days ----------------------------------------------------------------


def _figures(frame: pd.DataFrame) -> dict[str, Ints]:
    found = {
        "clarity": numbers_of(frame, "event_clarity", 1),
        "count_min": numbers_of(frame, "count_min", 1),
        "count_max": numbers_of(frame, "count_max", NOT_STATED),
    }
    if "count_max" not in frame.columns:
        found["count_max"] = found["count_min"].copy()
    for short, name in (("fat", "fatalities"), ("inj", "injuries")):
        for end in ("min", "max"):
            found[f"{short}_{end}"] = numbers_of(frame, f"{name}_{end}", NOT_STATED)
    for what in ("count", "fat", "inj"):
        low, high = found[f"{what}_min"], found[f"{what}_max"]
        both = (low != NOT_STATED) & (high != NOT_STATED)
        if (low < NOT_STATED).any() or (high < NOT_STATED).any() or (low > high)[both].any():
            raise OddCellError
    if (found["count_min"] < 0).any():
        raise OddCellError
    return found


def _dates(frame: pd.DataFrame, words: dict[str, Words]) -> dict[str, Ints]:
    n = len(frame)
    has_start, has_end = "start_date" in frame.columns, "end_date" in frame.columns
    nothing = np.full(n, UNDATED, dtype=np.int64)
    start = days_of(frame, "start_date") if has_start else nothing
    end = days_of(frame, "end_date") if has_end else start
    start = start if has_start else end
    if ((start > end) & (start != UNDATED) & (end != UNDATED)).any():
        raise OddCellError
    edtf = np.array([bool(word) for word in words["edtf"].words], dtype=bool)[words["edtf"].codes]
    found = day_columns(start, end, understood=edtf)
    found["open"] = flags_of(frame, "open_end")
    found["date_prec"] = numbers_of(frame, "date_prec", 0)
    return found


# --- Regions -------------------------------------------------------------------------


def _regions(frame: gpd.GeoDataFrame) -> Regions:
    outer, inner = _shapes(frame, frame.geometry.name), _shapes(frame, "region_50")
    there = ~shapely.is_missing(inner)
    outer = np.where(shapely.is_missing(outer), inner, outer)
    rows = np.flatnonzero(~shapely.is_missing(outer) & ~shapely.is_empty(outer))
    of_row = np.full(len(frame), -1, dtype=np.int64)
    if not len(rows):
        return Regions(of_row, ())
    use_inner = there & ~shapely.is_empty(inner)
    outer = outer[rows]
    inner = np.where(use_inner[rows], inner[rows], outer)
    lng, lat = (floats_of(frame, name)[rows] for name in ("lon", "lat"))
    known = ~(np.isnan(lng) | np.isnan(lat))
    lng, lat = np.where(known, lng, 999.0), np.where(known, lat, 999.0)
    if (np.abs(lng[known]) > 180).any() or (np.abs(lat[known]) > 90).any():
        raise OddCellError
    precision = numbers_of(frame, "where_prec", _COARSEST)
    if ((precision < 1) | (precision > 7)).any():
        raise OddCellError
    precision, drawn = precision[rows], numbers_of(frame, "drawn_prec", 0)[rows]
    number = combined([same_shapes(outer), same_shapes(inner)], [lng, lat, precision, drawn])
    of_row[rows] = number
    first = first_rows(number)
    inside = shapely.get_coordinates(shapely.point_on_surface(inner[first]))
    xy = np.where(known[first, None], np.c_[lng, lat][first], inside)
    trails = _trails(frame, rows[first])
    footprints = tuple(
        Footprint(LngLat(x, y), core, area, prec, trail, seen or None)
        for (x, y), core, area, prec, trail, seen in zip(
            xy.tolist(), inner[first], outer[first], precision[first].tolist(), trails,
            drawn[first].tolist(), strict=True,
        )
    )  # fmt: skip
    return Regions(of_row, footprints)


def _shapes(frame: gpd.GeoDataFrame, name: str) -> NDArray[np.object_]:
    if name not in frame.columns:
        return np.full(len(frame), None, dtype=object)
    return np.asarray(frame[name].array, dtype=object)


def _trails(frame: pd.DataFrame, rows: Ints) -> list[tuple[TrailStep, ...]]:
    """How each distinct region came about, as the first of its rows has it."""
    if "trail" not in frame.columns:
        return [()] * len(rows)
    read = decoder(tuple[TrailStep, ...])
    return [read(cell) for cell in lists_of(frame[["trail"]].iloc[rows], "trail")]


def countries_of_frame(frame: pd.DataFrame) -> list[frozenset[str]]:
    """Codes of the countries that each row's places lie in."""
    codes = words_of(frame, "place_country_code").texts()
    return [
        frozenset({code, *(place.get("country_code") or "" for place in cell)}) - {""}
        for code, cell in zip(codes, lists_of(frame, "resolved_places"), strict=True)
    ]
