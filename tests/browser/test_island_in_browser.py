"""What the browser reads out of an island is what went into it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from map_cases import REPORT, incident, many, resolution, three

from geo.maps import IncidentMap
from geo.model import LocatedIncident
from geo.table import table_of

Open = Callable[..., Any]

READ = """
const d = app.data, texts = {};
for (const name of ['status', 'event_type', 'sub_event_type', 'stage', 'actors', 'country', 'date_text'])
  texts[name] = Array.from({length: d.n}, (_, i) => d.word(name, i));
for (const name of ['place', 'name', 'reason', 'targets', 'weapons'])
  texts[name] = Array.from({length: d.n}, (_, i) => d.long(name, i));
const ints = {};
for (const name of ['region', 'start', 'end', 'count_min', 'count_max', 'fat_min', 'date_prec', 'quotes'])
  ints[name] = Array.from(d[name]);
return {texts, ints, ids: Array.from({length: d.n}, (_, i) => d.id(i)),
        quotes: Array.from({length: d.n}, (_, i) => d.quotesOf(i).map((q) => q.text))};
"""


def with_ids(rows: list[LocatedIncident], ids: list[str]) -> list[LocatedIncident]:
    return [
        replace(row, incident=replace(row.incident, incident_id=name))
        for row, name in zip(rows, ids, strict=True)
    ]


HASHES = [hashlib.sha256(str(n).encode()).hexdigest()[:12] for n in range(300)]


@pytest.mark.parametrize(
    "ids",
    [
        [f"i{n}" for n in range(300)],
        [f"{n:05}" for n in range(300)],
        [*HASHES[:298], f"{HASHES[0]}-2", "made by hand"],
        [f"{'αβγ'[n % 3]}{n * n}" for n in range(300)],
    ],
    ids=["numbers", "filled", "hashes", "words"],
)
def test_every_column_comes_back(opened: Open, ids: list[str]) -> None:
    rows = with_ids(many(300, 11), ids)
    rows[7] = replace(rows[7], resolution=resolution(None))
    rows[9] = replace(rows[9], incident=incident(9, date=None, incident_id=ids[9]))
    table = table_of(rows)
    seen = opened(IncidentMap(rows, [REPORT]).to_html()).run(READ)
    assert seen["ids"] == ids
    for name, column in seen["texts"].items():
        assert column == table.words[name].texts(), name
    end = table.ints["start"] + table.ints["days"]
    for name, numbers in seen["ints"].items():
        expected = {"region": table.regions.of_row, "end": end}.get(name, table.ints.get(name))
        assert numbers == expected.tolist(), name
    assert seen["quotes"] == [[q.text for q in row.incident.quotes] for row in rows]


def test_rows_are_found_by_their_ids(opened: Open) -> None:
    rows = with_ids(many(300, 11), HASHES)
    page = opened(IncidentMap(rows, [REPORT]).to_html(), anchor=f"#i={HASHES[123]}")
    assert page.run("return app.selected") == 123
    assert page.run("return app.data.rowOf('nobody')") == -1


def test_a_small_map_numbers_its_rows(opened: Open) -> None:
    html = IncidentMap(with_ids(many(300, 11), HASHES), [REPORT], small=True).to_html()
    page = opened(html)
    assert page.run("return [app.data.id(0), app.data.rowOf('300')]") == ["1", 299]


def test_columns_are_as_narrow_as_they_can_be(opened: Open) -> None:
    page = opened(IncidentMap(many(300, 11), [REPORT]).to_html())
    kinds = page.run(
        "return ['kind', 'region', 'start', 'fat_min'].map((name) => app.data[name].constructor.name)"
    )
    assert kinds == ["Uint8Array", "Uint8Array", "Uint16Array", "Int8Array"]


def test_two_sets_of_incidents_on_one_page_are_told_apart(opened: Open) -> None:
    first = IncidentMap(three(), [REPORT], title="First").to_fragment(name="first")
    second = IncidentMap(many(20, 3), [REPORT], title="Second").to_fragment(
        name="second", carry_code=False
    )
    page = opened(f"<!DOCTYPE html>{first}{second}", wait=False)
    page.wait("window.IncidentMapper?.apps?.length === 2")
    assert sorted(page.run("return IncidentMapper.apps.map((one) => one.data.n)")) == [4, 20]
