"""What an expert reads in the seed report, and the map must therefore show."""

from __future__ import annotations

import datetime as dt

import pytest
from shapely.geometry import Point

from gazetteer.resolver import Gazetteer
from geo.model import LocatedIncident
from geo.pipeline import read_and_locate
from geo.reports import read_report

BAGHDAD, DAMASCUS = Point(44.39, 33.34), Point(36.30, 33.51)
ALEPPO, LATAKIA = Point(37.16, 36.20), Point(35.78, 35.52)
DEIR_EZ_ZOR, AL_QAIM = Point(40.14, 35.34), Point(41.09, 34.37)


@pytest.fixture(scope="module")
def seed(gazetteer: Gazetteer, seed_path) -> tuple[LocatedIncident, ...]:
    return read_and_locate(read_report(seed_path), gazetteer)


def one(seed: tuple[LocatedIncident, ...], words: str) -> LocatedIncident:
    found = [s for s in seed if s.incident.place and words in s.incident.place.text]
    assert len(found) == 1
    return found[0]


def region(located: LocatedIncident):
    assert located.resolution.footprint
    return located.resolution.footprint.region_90


def test_nothing_else_is_an_incident(seed) -> None:
    assert len(seed) in {3, 4}


def test_the_strikes_on_the_border(seed, gazetteer: Gazetteer) -> None:
    located = one(seed, "Iraq-Syria border region")
    incident = located.incident
    assert incident.date is not None
    assert (incident.date.start, incident.date.end) == (dt.date(2021, 6, 28),) * 2
    assert (incident.count_min, incident.count_max) == (3, 3)
    assert incident.sub_event_type == "Air/drone strike"
    assert len(incident.quotes) == 3
    assert any("Pentagon" in name for name in incident.attribution)
    strip = region(located)
    assert strip.covers(Point(40.99, 34.39))
    assert strip.covers(AL_QAIM)
    assert not strip.intersects(BAGHDAD)
    assert not strip.intersects(DAMASCUS)
    sides = [gazetteer.store.geometry(f"ne:country:{code}") for code in ("IQ", "SY")]
    outside = strip.difference(sides[0].union(sides[1]))
    assert outside.area < 0.002 * strip.area
    assert all(strip.intersection(side).area > 0.2 * strip.area for side in sides)


def test_the_strikes_in_eastern_syria(seed, gazetteer: Gazetteer) -> None:
    located = one(seed, "eastern Syria")
    date = located.incident.date
    assert date is not None
    assert date.start is not None
    assert date.end is not None
    assert dt.date(2021, 2, 1) <= date.start < date.end <= dt.date(2021, 2, 28)
    east = region(located)
    assert east.covers(DEIR_EZ_ZOR)
    assert not any(east.intersects(city) for city in (DAMASCUS, ALEPPO, LATAKIA))
    assert east.difference(gazetteer.store.geometry("ne:country:SY")).area < 0.002 * east.area


def test_the_drone_attacks_since_april(seed) -> None:
    located = one(seed, "Iraqi bases")
    incident = located.incident
    assert incident.date is not None
    assert incident.date.edtf == "2021-04/.."
    assert incident.date.open_end
    assert incident.date.start == dt.date(2021, 4, 1)
    assert incident.date.end == dt.date(2021, 6, 28)
    assert (incident.count_min, incident.count_max) == (5, None)
    assert incident.event_clarity == 2
    assert located.resolution.footprint
    assert located.resolution.footprint.where_prec == 6
    assert region(located).area > 1


def test_every_quote_is_verbatim(seed, seed_path) -> None:
    text = read_report(seed_path).text
    for located in seed:
        assert located.incident.quotes
        for quote in located.incident.quotes:
            assert text[quote.start : quote.end] == quote.text


def test_quotes_do_not_overlap_between_incidents_of_one_kind(seed) -> None:
    spans = [(s.incident.kind, q.start, q.end) for s in seed for q in s.incident.quotes[:1]]
    assert len(spans) == len(set(spans))
