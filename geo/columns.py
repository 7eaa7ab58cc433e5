"""The table of a map as the columns of a data island."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from geo.island import Island
from geo.regions import Regions, regions_of
from geo.table import UNDATED, Table, Words, listed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from geo.model import Report

    Ints: TypeAlias = NDArray[np.int64]

__all__ = ["UNDATED", "Regions", "incident_columns", "regions_of", "text_columns"]

_POINT_STEPS = 10_000
"""Steps to a degree for the point of a region: 11 m, for a symbol of 26 pixels."""

_INTS = (
    "start", "days", "date_end", "open", "date_prec", "count_min", "count_max", "clarity",
    "fat_min", "fat_max", "inj_min", "inj_max", "quotes",
)  # fmt: skip


def incident_columns(
    table: Table,
    reports: Sequence[Report],
    kinds: Sequence[str],
    island: Island,
    *,
    ids: bool = True,
) -> None:
    """Write the columns that drawing, filtering and listing need.

    Parameters
    ----------
    table : Table
        The rows.
    reports : sequence of Report
        What `report_id`s refer to.
    kinds : sequence of str
        Kinds in the order of the legend; rows hold positions in it.
    island : Island
        Filled in place.
    ids : bool
        Whether ids travel; without them the number of a row stands for its id.
    """
    footprints = table.regions.footprints
    island.add_shapes("r90", [f.region_90 for f in footprints])
    island.add_shapes("r50", [f.region_50 for f in footprints])
    points = np.array([f.point for f in footprints], dtype=np.float64).reshape(-1, 2)
    xy = np.round(points * _POINT_STEPS).astype(np.int64)
    island.add_ints("rx", xy[:, 0])
    island.add_ints("ry", xy[:, 1])
    island.add_ints("rprec", [f.where_prec for f in footprints])
    # What is drawn may be coarser than what the words state: an unknown village in a known country.
    island.add_ints("rdrawn", [f.drawn_prec or f.where_prec for f in footprints])

    keys = _keys(table, kinds)
    island.add_ints("region", keys["region"])
    island.add_ints("kind", keys["kind"])
    for name in _INTS:
        island.add_ints(name, table.ints[name])
    island.add_ints("report", _report_numbers(table.words["report_id"], reports))

    for name in ("status", "event_type", "sub_event_type", "stage", "strike_status", "actors"):
        island.add_words(name, table.words[name], keys)
    island.add_words("country", table.words["country"], keys)
    island.add_words("date_text", table.words["date_text"])
    island.add_words("edtf", _unless_said(table.words["edtf"], table.words["date_text"]))
    island.add_words("time_of_day", table.words["time_of_day"])
    island.add_words("related", table.words["related"])
    island.add_words("edited", table.words["edited"])
    if ids:
        island.add_ids("id", table.words["id"].texts())


def text_columns(
    table: Table, reports: Sequence[Report], kinds: Sequence[str], island: Island
) -> None:
    """Write the long texts, which a card or a search reads after the map is there."""
    keys = _keys(table, kinds)
    for name in ("targets", "weapons", "attribution", "claimed_by", "denied_by", "place", "places"):
        island.add_words(name, table.words[name], keys)
    keys = {**keys, "place": table.words["place"].codes}
    for name in ("name", "reason"):
        island.add_words(name, table.words[name], keys)
    # How a region came about belongs to the region.
    trails = [listed([step.text for step in f.trail]) for f in table.regions.footprints]
    island.add_text("trail", trails)
    island.add_words("quote", table.quote)
    island.add_ints("quote_start", table.quote_start)
    island.add_ints("quote_report", _report_numbers(table.quote_report_id, reports))


def _keys(table: Table, kinds: Sequence[str]) -> Mapping[str, Ints]:
    """Columns that others may follow from: what is said of a place depends on its region."""
    kind_number = {kind: number for number, kind in enumerate(kinds)}
    of_word = np.array([kind_number[word] for word in table.words["kind"].words], dtype=np.int64)
    return {"region": table.regions.of_row, "kind": of_word[table.words["kind"].codes]}


def _report_numbers(report_ids: Words, reports: Sequence[Report]) -> Ints:
    number = {report.report_id: number for number, report in enumerate(reports)}
    of_word = np.array([number.get(word, -1) for word in report_ids.words], dtype=np.int64)
    return of_word[report_ids.codes]


def _unless_said(edtf: Words, text: Words) -> Words:
    """Where the words are the date, as in a table, they need not stand there twice."""
    code_of = {word: code for code, word in enumerate(text.words)}
    same_as = np.array([code_of.get(word, -1) for word in edtf.words], dtype=np.int64)
    filled = np.array([bool(word) for word in edtf.words], dtype=bool)
    same = (same_as[edtf.codes] == text.codes) & filled[edtf.codes]
    if not same.any():
        return edtf
    codes, rest = np.zeros(len(same), dtype=np.int64), edtf.codes[~same]
    kept, codes[~same] = np.unique(rest, return_inverse=True)
    codes[~same] += 1
    return Words(("=", *(edtf.words[code] for code in kept.tolist())), codes)
