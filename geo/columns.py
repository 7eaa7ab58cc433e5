"""Located incidents as the columns of a data island."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from geo.island import Island
from geo.model import DatePhrase

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from gazetteer.model import Footprint
    from geo.model import LocatedIncident, Report

__all__ = ["UNDATED", "Regions", "incident_columns", "regions_of", "text_columns"]

UNDATED = -(10**6)
"""Day number of a row that has no date."""

_EPOCH = dt.date(1970, 1, 1).toordinal()
_LIST = "\x1f"
_KEEP_IDS_UP_TO = 20_000
"""Beyond that, an id would cost more than all other columns; the row number stands in."""


def _listed(words: Sequence[str]) -> str:
    """Words as one text; U+001F parts them."""
    if not words:
        return ""
    joined = _LIST.join(words)
    if joined.count(_LIST) != len(words) - 1:
        return _LIST.join(word.replace(_LIST, " ") for word in words)
    return joined


def _lists(items: Iterable[Any], name: str) -> list[str]:
    return [_listed(words) if words else "" for words in map(attrgetter(name), items)]


def _texts(items: Iterable[Any], name: str) -> list[str]:
    return [text or "" for text in map(attrgetter(name), items)]


def _figures(items: Iterable[Any], name: str) -> list[int]:
    return [-1 if number is None else number for number in map(attrgetter(name), items)]


@dataclass(frozen=True, slots=True)
class Regions:
    """The distinct footprints of a map, and which of them each row has."""

    of_row: tuple[int, ...]
    """Position in `footprints`, or -1."""
    footprints: tuple[Footprint, ...]


def regions_of(located: Sequence[LocatedIncident]) -> Regions:
    """Number the distinct footprints.

    Two footprints are one if their outlines, point and precision are equal, whoever
    made them.

    Examples
    --------
    >>> regions_of([])
    Regions(of_row=(), footprints=())
    """
    footprints = [item.resolution.footprint for item in located]
    unique = {id(f): f for f in footprints if f is not None}
    order = list(unique.values())
    outer = shapely.to_wkb(np.asarray([f.region_90 for f in order], dtype=object))
    inner = shapely.to_wkb(np.asarray([f.region_50 for f in order], dtype=object))
    numbers: dict[tuple[Any, ...], int] = {}
    distinct: list[Footprint] = []
    number_of: dict[int, int] = {id(None): -1}
    for footprint, wkb_90, wkb_50 in zip(order, outer, inner, strict=True):
        key = (wkb_90, wkb_50, footprint.point, footprint.where_prec)
        number = numbers.setdefault(key, len(distinct))
        if number == len(distinct):
            distinct.append(footprint)
        number_of[id(footprint)] = number
    return Regions(tuple(map(number_of.__getitem__, map(id, footprints))), tuple(distinct))


def incident_columns(
    located: Sequence[LocatedIncident],
    reports: Sequence[Report],
    kinds: Sequence[str],
    regions: Regions,
    island: Island,
) -> None:
    """Write the columns that drawing, filtering and listing need.

    Parameters
    ----------
    located : sequence of LocatedIncident
        One row each, order kept.
    reports : sequence of Report
        What `report_id`s refer to.
    kinds : sequence of str
        Kinds in the order of the legend; rows hold positions in it.
    regions : Regions
        Of the same rows.
    island : Island
        Filled in place.
    """
    incidents = [item.incident for item in located]
    answers = [item.resolution for item in located]
    kind_number = {kind: number for number, kind in enumerate(kinds)}
    report_number = {report.report_id: number for number, report in enumerate(reports)}

    footprints = regions.footprints
    outer: list[BaseGeometry] = [f.region_90 for f in footprints]
    inner: list[BaseGeometry] = [f.region_50 for f in footprints]
    island.add_shapes("r90", outer)
    island.add_shapes("r50", inner)
    island.add_ints("rx", [round(f.point.lng * 1e4) for f in footprints])
    island.add_ints("ry", [round(f.point.lat * 1e4) for f in footprints])
    island.add_ints("rprec", [f.where_prec for f in footprints])
    # What is drawn may be coarser than what the words state: an unknown village in a known country.
    island.add_ints("rdrawn", [f.drawn_prec or f.where_prec for f in footprints])

    island.add_ints("region", regions.of_row)
    island.add_ints("kind", [kind_number[incident.kind] for incident in incidents])
    _add_dates([incident.date for incident in incidents], island)
    for name, field in _FIGURES:
        island.add_ints(name, _figures(incidents, field))
    island.add_ints("report", [report_number.get(i.report_id, -1) for i in incidents])
    island.add_ints("quotes", [len(i.quotes) for i in incidents])

    island.add_text("status", _texts(answers, "status"))
    for name in ("event_type", "sub_event_type", "stage", "strike_status"):
        island.add_text(name, _texts(incidents, name))
    island.add_text(
        "actors", [_listed([a.name for a in i.actors]) if i.actors else "" for i in incidents]
    )
    island.add_text("country", _texts(answers, "country_code"))
    if len(incidents) <= _KEEP_IDS_UP_TO:
        island.add_text("id", [incident.incident_id for incident in incidents])
    related: list[str] = [""] * len(incidents)
    if any(incident.related for incident in incidents):
        row_of = {incident.incident_id: row for row, incident in enumerate(incidents)}
        related = [_listed([str(row_of[r]) for r in i.related if r in row_of]) for i in incidents]
    island.add_text("related", related)


_FIGURES = (
    ("count_min", "count_min"), ("count_max", "count_max"), ("clarity", "event_clarity"),
    ("fat_min", "fatalities_min"), ("fat_max", "fatalities_max"),
    ("inj_min", "injuries_min"), ("inj_max", "injuries_max"),
)  # fmt: skip


def _add_dates(dates: Sequence[DatePhrase | None], island: Island) -> None:
    """First day and number of days after it; an open start keeps its last day apart."""
    said = [date or _NO_DATE for date in dates]
    number: dict[dt.date | None, int] = {None: UNDATED}
    for date in said:
        for day in (date.start, date.end):
            if day not in number:
                number[day] = day.toordinal() - _EPOCH  # type: ignore[union-attr]
    start = [number[date.start] for date in said]
    end = [number[date.end] for date in said]
    days = [b - a if a != UNDATED and b != UNDATED else 0 for a, b in zip(start, end, strict=True)]
    last = [
        b if a == UNDATED and date.edtf else UNDATED
        for a, b, date in zip(start, end, said, strict=True)
    ]
    is_open = [int(date.open_end) for date in said]
    precision = [date.date_prec or 0 for date in said]
    texts, edtf = _texts(said, "text"), _texts(said, "edtf")
    time_of_day = _texts(said, "time_of_day")
    island.add_ints("start", start)
    island.add_ints("days", days)
    island.add_ints("date_end", last)
    island.add_ints("open", is_open)
    island.add_ints("date_prec", precision)
    island.add_text("date_text", texts)
    # Where the words are the date, as in a table, they need not stand there twice.
    island.add_text("edtf", ["=" if e and e == t else e for e, t in zip(edtf, texts, strict=True)])
    island.add_text("time_of_day", time_of_day)


_NO_DATE = DatePhrase("", None, None, None)


def text_columns(
    located: Sequence[LocatedIncident],
    reports: Sequence[Report],
    regions: Regions,
    island: Island,
) -> None:
    """Write the long texts, which a card or a search reads after the map is there."""
    incidents = [item.incident for item in located]
    answers = [item.resolution for item in located]
    report_number = {report.report_id: number for number, report in enumerate(reports)}
    for name in ("targets", "weapons", "attribution", "claimed_by", "denied_by"):
        island.add_text(name, _lists(incidents, name))
    island.add_text("place", [i.place.text if i.place else "" for i in incidents])
    island.add_text(
        "places", [_listed([p.text for p in i.places]) if i.places else "" for i in incidents]
    )
    island.add_text("name", _texts(answers, "name"))
    island.add_text("reason", _texts(answers, "reason"))
    # How a region came about belongs to the region.
    island.add_text("trail", [_listed([step.text for step in f.trail]) for f in regions.footprints])
    quotes = [quote for incident in incidents for quote in incident.quotes]
    island.add_text("quote", _texts(quotes, "text"))
    island.add_ints("quote_start", [quote.start for quote in quotes])
    island.add_ints("quote_report", [report_number.get(quote.report_id, -1) for quote in quotes])
