"""Located incidents as a table: one array a column, each distinct text once.

A map of a hundred thousand rows is made of columns, never of rows. Located incidents and
frames both become a table, with the same columns for the same rows.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from geo.model import DatePhrase
from geo.regions import Regions, regions_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from geo.model import LocatedIncident

    Ints: TypeAlias = NDArray[np.int64]

__all__ = [
    "LIST_MARK",
    "NOT_STATED",
    "UNDATED",
    "Table",
    "Words",
    "day_columns",
    "listed",
    "table_of",
]

UNDATED = -(10**6)
"""Day number of a row that has no date."""

NOT_STATED = -1
"""A figure that nobody gave, or an upper end that is open."""

LIST_MARK = "\x1f"
"""What parts the texts of a list."""

_EPOCH = dt.date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """A column of texts."""

    words: tuple[str, ...]
    """Each distinct text, in the order of its first row."""
    codes: Ints
    """Which of them each row has."""

    @classmethod
    def of(cls, texts: Iterable[Any], spell: Callable[[Any], str] | None = None) -> Words:
        """Number texts, or what `spell` makes a text of; None is no text.

        Examples
        --------
        >>> found = Words.of(["b", None, "b", ""])
        >>> found.words, found.codes.tolist()
        (('b', ''), [0, 1, 0, 1])
        """
        distinct, codes = _factored(texts)
        spelt = [spell(value) if spell else value or "" for value in distinct]
        merged = dict.fromkeys(spelt)
        if len(merged) == len(spelt):
            return cls(tuple(spelt), codes)
        number = dict(zip(merged, range(len(merged)), strict=True))
        return cls(tuple(merged), np.array([number[word] for word in spelt], dtype=np.int64)[codes])

    def texts(self) -> list[str]:
        """The text of each row."""
        return list(map(self.words.__getitem__, self.codes.tolist()))


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Rows of a map as columns; keys are the names of the data island's sections."""

    n: int
    regions: Regions
    ints: dict[str, Ints]
    """Days since 1970, figures, numbers of quotes; see `UNDATED` and `NOT_STATED`."""
    words: dict[str, Words]
    """Texts a row: `kind`, `status`, `actors` (parted by U+001F), `report_id`, `id`..."""
    quote_start: Ints
    quote: Words
    quote_report_id: Words
    """Quotes of all rows, one after the other; `ints["quotes"]` says how many a row has."""


def listed(words: Sequence[str]) -> str:
    """Words as one text; U+001F parts them.

    Examples
    --------
    >>> listed(("a", "b")) == "a" + chr(31) + "b", listed(())
    (True, '')
    """
    if not words:
        return ""
    joined = LIST_MARK.join(words)
    if joined.count(LIST_MARK) != len(words) - 1:
        return LIST_MARK.join(word.replace(LIST_MARK, " ") for word in words)
    return joined


def _factored(values: Iterable[Any]) -> tuple[list[Any], Ints]:
    """Each distinct value in order of appearance, and the number of each row's."""
    rows = values if isinstance(values, list) else list(values)
    # Most columns of most maps say one thing; that is seen much faster than numbered.
    if rows and rows[0] is rows[-1] and rows.count(rows[0]) == len(rows):
        return rows[:1], np.zeros(len(rows), dtype=np.int64)
    distinct = dict.fromkeys(rows)
    number = dict(zip(distinct, range(len(distinct)), strict=True))
    codes = np.fromiter(map(number.__getitem__, rows), dtype=np.int64, count=len(rows))
    return list(distinct), codes


def _fields(records: Sequence[Any], names: Sequence[str]) -> dict[str, list[Any]]:
    """Fields of records as columns; each record is looked at once."""
    columns: list[list[Any]] = [[] for _ in names]
    read = attrgetter(*names)
    for at in range(0, len(records), _AT_ONCE):
        rows = zip(*map(read, records[at : at + _AT_ONCE]), strict=True)
        for column, values in zip(columns, rows, strict=True):
            column += values
    return dict(zip(names, columns, strict=True))


def _figures(values: Iterable[Any], spell: Callable[[Any], int]) -> Ints:
    distinct, codes = _factored(values)
    return np.array([spell(value) for value in distinct], dtype=np.int64)[codes]


def _or(missing: int) -> Callable[[Any], int]:
    return lambda value: missing if value is None else int(value)


def _day(day: dt.date | None) -> int:
    return UNDATED if day is None else day.toordinal() - _EPOCH


def day_columns(start: Ints, end: Ints, *, understood: NDArray[np.bool_]) -> dict[str, Ints]:
    """First day and number of days after it; an open beginning keeps its last day apart.

    `understood` says which rows have a date that the words were understood as.

    Examples
    --------
    >>> found = day_columns(np.array([5, UNDATED]), np.array([7, 9]), understood=np.array([1, 1]))
    >>> found["days"].tolist(), found["date_end"].tolist() == [UNDATED, 9]
    ([2, 0], True)
    """
    both = (start != UNDATED) & (end != UNDATED)
    return {
        "start": start,
        "days": np.where(both, end - start, 0),
        "date_end": np.where((start == UNDATED) & understood, end, UNDATED),
    }


_WORDS_OF_INCIDENT = ("kind", "event_type", "sub_event_type", "stage", "strike_status", "report_id")
_LISTS_OF_INCIDENT = (
    "targets", "weapons", "attribution", "claimed_by", "denied_by", "edited",
)  # fmt: skip
_FIGURES = (
    ("count_min", "count_min", 1), ("count_max", "count_max", NOT_STATED),
    ("clarity", "event_clarity", 1),
    ("fat_min", "fatalities_min", NOT_STATED), ("fat_max", "fatalities_max", NOT_STATED),
    ("inj_min", "injuries_min", NOT_STATED), ("inj_max", "injuries_max", NOT_STATED),
)  # fmt: skip
_OF_INCIDENT = (
    *_WORDS_OF_INCIDENT, *_LISTS_OF_INCIDENT, *(field for _, field, _ in _FIGURES),
    "incident_id", "place", "places", "actors", "related", "date", "quotes",
)  # fmt: skip
_OF_DATE = ("text", "edtf", "time_of_day", "start", "end", "open_end", "date_prec")
_AT_ONCE = 1_000
"""Records that are taken apart together: as many as a processor keeps at hand."""
_NO_DATE = DatePhrase("", None, None, None)


def table_of(located: Sequence[LocatedIncident]) -> Table:
    """Lay located incidents out as columns, rows in their order.

    Examples
    --------
    >>> table_of([]).n
    0
    """
    incidents = [item.incident for item in located]
    answers = [item.resolution for item in located]
    of = _fields(incidents, _OF_INCIDENT)
    ints: dict[str, Ints] = {
        name: _figures(of[field], _or(missing)) for name, field, missing in _FIGURES
    }
    words = {name: Words.of(of[name]) for name in _WORDS_OF_INCIDENT}
    words |= {name: Words.of(of[name], listed) for name in _LISTS_OF_INCIDENT}
    words["id"] = Words.of(of["incident_id"])
    words["place"] = Words.of([p.text if p else "" for p in of["place"]])
    for name, field in (("actors", "name"), ("places", "text")):
        # A tuple, not the records themselves, whose hashes cost more than all the rest.
        told = attrgetter(field)
        words[name] = Words.of([tuple(map(told, row)) for row in of[name]], listed)
    words["related"] = _related(of["related"], words["id"])
    said = _fields(answers, ("status", "name", "reason", "country_code"))
    words["status"] = Words.of(said["status"], str)
    for name, field in (("name", "name"), ("reason", "reason"), ("country", "country_code")):
        words[name] = Words.of(said[field])

    when = _fields([date or _NO_DATE for date in of["date"]], _OF_DATE)
    for name, field in (("date_text", "text"), ("edtf", "edtf"), ("time_of_day", "time_of_day")):
        words[name] = Words.of(when[field])
    ints |= day_columns(
        _figures(when["start"], _day),
        _figures(when["end"], _day),
        understood=_said(words["edtf"]),
    )
    ints["open"] = _figures(when["open_end"], int)
    ints["date_prec"] = _figures(when["date_prec"], _or(0))

    ints["quotes"] = np.fromiter(map(len, of["quotes"]), dtype=np.int64, count=len(incidents))
    quote = _fields([q for row in of["quotes"] for q in row], ("text", "start", "report_id"))
    return Table(
        n=len(incidents),
        regions=regions_of(located),
        ints=ints,
        words=words,
        quote_start=np.array(quote["start"], dtype=np.int64),
        quote=Words.of(quote["text"]),
        quote_report_id=Words.of(quote["report_id"]),
    )


def _said(column: Words) -> NDArray[np.bool_]:
    """Rows whose text is not empty."""
    return np.array([bool(word) for word in column.words], dtype=bool)[column.codes]


def _related(related: Sequence[Sequence[str]], ids: Words) -> Words:
    """Row numbers of the incidents that each row names, as far as they are on the map."""
    if not any(related):
        return Words.of([""] * len(related))
    # Of rows with one id, the last answers to it.
    row_of = dict(zip(ids.texts(), range(len(ids.codes)), strict=True))
    return Words.of([listed([str(row_of[r]) for r in row if r in row_of]) for row in related])
