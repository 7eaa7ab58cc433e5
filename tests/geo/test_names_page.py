"""The text beside the map: every name is marked, leads to its place, and stays text."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import pytest
from map_cases import HOSTILE

from gazetteer.model import FeatureClass, LngLat, Mention, Place
from gazetteer.store import Store
from geo.maps import IncidentMap, _marked_text
from geo.model import Report
from geo.names_page import save_names_page

TEXT = "\U0001f30d In Exampletown, Nowherians met; " + " ".join(HOSTILE)


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.open()


def mention(words: str, *, known: bool = True, role: str = "literal") -> Mention:
    place = Place(
        "test:1",
        "Exampletown",
        FeatureClass.POPULATED_PLACE,
        LngLat(40.0, 35.0),
        "SY",
        extent_m=900,
    )
    start = TEXT.index(words)
    return Mention(start, start + len(words), words, place if known else None, 0.8, role, "name")


def test_a_page_is_written_and_repeats_to_the_byte(tmp_path: Path, store: Store) -> None:
    report = Report("r", TEXT, hashlib.sha256(TEXT.encode()).hexdigest(), dt.date(2021, 1, 1))
    found = [mention("Nowherians", known=False), mention("Exampletown")]
    first, second = (save_names_page(tmp_path / f"{n}.html", report, found, store) for n in "ab")
    assert first.read_bytes() == second.read_bytes()
    page = first.read_text("utf-8")
    assert "default-src 'none'" in page
    assert HOSTILE[1] not in page


def test_marks_are_counted_as_a_browser_counts() -> None:
    start = TEXT.index("Exampletown")
    marked = _marked_text((TEXT, [(start, start + 11)]))
    ((first, last),) = marked["marks"]
    units = TEXT.encode("utf-16-le")
    assert units[2 * first : 2 * last].decode("utf-16-le") == "Exampletown"
    assert first == start + 1


def test_a_map_without_a_text_has_none() -> None:
    assert IncidentMap([])._head().header["text"] is None
