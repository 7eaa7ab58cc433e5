"""Columns of a frame as arrays and words, whatever form each of them comes in.

A column that has to be read row by row, such as one with a word in place of a number,
raises `OddCellError`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import pandas as pd

from geo.records import decoder
from geo.table import LIST_MARK, UNDATED, Words, listed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints: TypeAlias = NDArray[np.int64]

__all__ = [
    "OddCellError",
    "days_of",
    "flags_of",
    "floats_of",
    "joined",
    "lists_of",
    "merged",
    "numbers_of",
    "same_word",
    "words_of",
]

_EPOCH = dt.date(1970, 1, 1).toordinal()


class OddCellError(Exception):
    """A column holds what has to be read row by row; nobody outside `geo.framed` sees it."""


def _factored(series: pd.Series[Any]) -> tuple[list[Any], Ints]:
    """Distinct values and the number of each row's; -1 where there is none."""
    if isinstance(series.dtype, pd.CategoricalDtype):
        return list(series.cat.categories), np.asarray(series.cat.codes, dtype=np.int64)
    codes, distinct = pd.factorize(series.to_numpy(dtype=object), use_na_sentinel=True)
    return list(distinct), np.asarray(codes, dtype=np.int64)


def words_of(frame: pd.DataFrame, name: str) -> Words:
    """A column of texts; a missing one is no text, and so is a missing column."""
    if name not in frame.columns:
        return same_word("", len(frame))
    distinct, codes = _factored(frame[name])
    if not set(map(type, distinct)) <= {str}:
        raise OddCellError
    if codes.min(initial=0) == 0 and not isinstance(frame[name].dtype, pd.CategoricalDtype):
        return Words(tuple(distinct), codes)
    return merged(distinct, codes, "")


def merged(distinct: Sequence[str], codes: Ints, missing: str = "") -> Words:
    """Number texts in the order of their first rows; where there is none, `missing` is."""
    spelt = [*map(str, distinct), missing]
    numbers = {word: number for number, word in enumerate(dict.fromkeys(spelt))}
    plain = np.array([numbers[word] for word in spelt], dtype=np.int64)[codes]
    # The numbers that occur, by the row in which each does first.
    kept, first, inverse = np.unique(plain, return_index=True, return_inverse=True)
    order = np.argsort(first, kind="stable")
    rank = np.empty(len(kept), dtype=np.int64)
    rank[order] = np.arange(len(kept))
    names = list(numbers)
    return Words(tuple(names[n] for n in kept[order].tolist()), rank[inverse])


def same_word(word: str, n: int) -> Words:
    """One text for all rows."""
    return Words((word,) if n else (), np.zeros(n, dtype=np.int64))


def lists_of(frame: pd.DataFrame, name: str, missing: tuple[()] | None = ()) -> list[Any]:
    """Cells of a column of lists; by default a missing one is an empty list."""
    if name not in frame.columns:
        return [missing] * len(frame)
    cells: list[Any] = frame[name].tolist()
    if set(map(type, cells)) <= {list, tuple}:
        return cells
    for at, cell in enumerate(cells):
        kind = type(cell)
        if kind is list or kind is tuple:
            continue
        if kind is np.ndarray:
            cells[at] = cell.tolist()
        elif cell is None or cell is pd.NA or cell != cell:
            cells[at] = missing
        else:
            raise OddCellError
    return cells


def joined(cells: list[Any]) -> Words:
    """Lists of texts, each as one text; see `geo.table.listed`."""
    if not any(cells):
        return same_word("", len(cells))
    joined = list(map(LIST_MARK.join, cells))
    parted = sum(map(len, cells)) - sum(map(bool, cells))
    # Where a text holds the mark itself, it must lose it first.
    if "".join(joined).count(LIST_MARK) != parted:
        joined = list(map(listed, cells))
    return Words.of(joined)


def numbers_of(frame: pd.DataFrame, name: str, missing: int) -> Ints:
    """A column of whole numbers; `missing` where there is none."""
    if name not in frame.columns:
        return np.full(len(frame), missing, dtype=np.int64)
    series = frame[name]
    if series.dtype == bool:
        raise OddCellError
    if series.dtype == object:
        distinct, codes = _factored(series)
        read = decoder(int)
        return np.array([*map(read, distinct), missing], dtype=np.int64)[codes]
    values = series.to_numpy(dtype=np.float64, na_value=np.nan)
    none = np.isnan(values)
    whole = np.where(none, missing, values).astype(np.int64)
    if not np.array_equal(whole[~none], values[~none]):
        raise OddCellError
    return whole


def days_of(frame: pd.DataFrame, name: str) -> Ints:
    """Days since 1970; `UNDATED` where there is none."""
    series = frame[name]
    if series.dtype.kind == "M" and getattr(series.dtype, "tz", None) is None:
        days = series.to_numpy().astype("datetime64[D]")
        return np.where(np.isnat(days), UNDATED, days.astype(np.int64))
    distinct, codes = _factored(series)
    read = decoder(dt.date)
    known = [read(day).toordinal() - _EPOCH for day in distinct]
    return np.array([*known, UNDATED], dtype=np.int64)[codes]


def flags_of(frame: pd.DataFrame, name: str) -> Ints:
    """A column of true and false as 1 and 0; what is missing is false."""
    if name not in frame.columns:
        return np.zeros(len(frame), dtype=np.int64)
    distinct, codes = _factored(frame[name])
    if not all(isinstance(value, (bool, np.bool_)) for value in distinct):
        raise OddCellError
    return np.array([*map(int, distinct), 0], dtype=np.int64)[codes]


def floats_of(frame: pd.DataFrame, name: str) -> NDArray[np.float64]:
    """A column of numbers; what is missing is not a number."""
    if name not in frame.columns:
        return np.full(len(frame), np.nan)
    return frame[name].to_numpy(dtype=np.float64, na_value=np.nan)
