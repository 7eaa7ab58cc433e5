"""The gazetteer as a geopy geocoder, in bulk, and with a last resort behind it."""

from __future__ import annotations

from pathlib import Path

import geopandas
import pandas as pd
import pytest
from geopy.location import Location
from geopy.point import Point

from gazetteer.geocoder import FootprintGeocoder, LastResort, resolve_frame
from gazetteer.resolver import Gazetteer


def test_geocode_keeps_the_answer(gazetteer: Gazetteer) -> None:
    found = FootprintGeocoder(gazetteer).geocode("Deir ez-Zor")
    assert isinstance(found, Location)
    assert found.latitude == pytest.approx(35.34, abs=0.1)
    assert found.raw["where_prec"] == 1
    assert found.raw["region_90"]["type"] in {"Polygon", "MultiPolygon"}


def test_nothing_found_is_none(gazetteer: Gazetteer) -> None:
    assert FootprintGeocoder(gazetteer).geocode("an undisclosed location") is None


def test_all_candidates(gazetteer: Gazetteer) -> None:
    found = FootprintGeocoder(gazetteer).geocode("Springfield", exactly_one=False)
    assert isinstance(found, list)
    assert len(found) > 3


def test_geopandas_takes_it(gazetteer: Gazetteer) -> None:
    series = pd.Series(["Goma", "eastern Syria", "Qwxzvograd"], index=[7, 8, 9])
    frame = geopandas.tools.geocode(series, provider=FootprintGeocoder, gazetteer=gazetteer)
    assert list(frame.index) == [7, 8, 9]
    assert frame.geometry[7].x == pytest.approx(29.23, abs=0.1)
    assert frame.geometry[9].is_empty


def test_a_column_becomes_regions(gazetteer: Gazetteer) -> None:
    table = pd.DataFrame(
        {"where": ["eastern Syria", None, "Tripoli"], "land": [None, None, "Lebanon"]},
        index=["a", "b", "c"],
    )
    frame = resolve_frame(table, "where", country="land", gazetteer=gazetteer)
    assert frame.crs.to_epsg() == 4326
    assert list(frame.index) == ["a", "b", "c"]
    assert frame.loc["a", "where_prec"] == 5
    assert frame.loc["a", "trail"]
    assert frame.geometry["b"] is None
    assert frame.loc["c", "country_code"] == "LB"
    with pytest.raises(KeyError):
        resolve_frame(table, "nowhere", gazetteer=gazetteer)


class Service:
    """A stand-in for an online geocoder that counts its requests."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def geocode(self, query: str) -> Location | None:
        self.asked.append(query)
        return Location("Somewhere", Point(1.0, 2.0), {}) if query != "nothing" else None


def test_last_resort_asks_once_and_waits(gazetteer: Gazetteer, tmp_path: Path) -> None:
    service, waits, now = Service(), [], [0.0]
    resort = LastResort(
        service.geocode, tmp_path / "answers.sqlite", clock=lambda: now[0], sleep=waits.append
    )
    coder = FootprintGeocoder(gazetteer, last_resort=resort)
    assert coder.geocode("Goma") is not None
    assert service.asked == []
    for query in ("Qwxzvograd", "Qwxzvograd", "nothing", "nothing"):
        coder.geocode(query) if query != "nothing" else resort(query)
    assert service.asked == ["Qwxzvograd", "nothing"]
    assert waits == [1.0]
    again = LastResort(service.geocode, tmp_path / "answers.sqlite")
    found = again("Qwxzvograd")
    assert found is not None
    assert (found.latitude, found.longitude) == (1.0, 2.0)
    assert again("nothing") is None
    assert len(service.asked) == 2
