"""Bases, camps, plants, dams and crossings."""

from __future__ import annotations

from collections import Counter

import pytest
from curated_tables import Row, chunks, country, point_of, store
from shapely import Point

from gazetteer.geodesy import distance_m
from gazetteer.model import FeatureClass
from gazetteer.names import fold
from gazetteer.sources import curated

OFFSHORE = {"port", "gas field", "bridge", "naval base", "base", "prison", "refugee camp"}
"""Kinds that stand in the water, or on an island too small for the coast line."""
KINDS = {
    "air base", "airport", "base", "border crossing", "bridge", "camp", "dam", "embassy", "facility",
    "gas field", "headquarters", "hospital", "naval base", "nuclear plant", "nuclear site", "oil field",
    "port", "power plant", "prison", "refinery", "refugee camp", "religious site",
}  # fmt: skip


@pytest.mark.parametrize("rows", chunks("facilities"))
def test_the_point_is_in_the_country_said(rows: list[Row]) -> None:
    astray = []
    for row in rows:
        away = country(row["country"]).distance(Point(point_of(row)))
        may = 0.5 if row["kind"] in OFFSHORE or row["slug"] == "snake-island" else 0.06
        if away > may:
            astray.append(f"{row['slug']}: {away:.2f} degrees")
    assert astray == []


@pytest.mark.parametrize("rows", chunks("facilities"))
def test_kind_class_and_extent(rows: list[Row]) -> None:
    for row in rows:
        assert row["kind"] in KINDS, row["slug"]
        assert 0.2 <= float(row["extent_km"]) <= 60, row["slug"]
        military = row["kind"] in {"air base", "base", "naval base", "headquarters"}
        assert (FeatureClass(row["class"]) is FeatureClass.MILITARY_BASE) == military, row["slug"]


@pytest.mark.parametrize("rows", chunks("facilities"))
def test_an_airfield_is_where_its_airport_is(rows: list[Row]) -> None:
    """What cites airportsdata or joins an airport's row lies on that airport."""
    for row in rows:
        code = row["airport"] or (
            row["source"].split()[1] if row["source"].startswith("airportsdata") else ""
        )
        found = store().row_of(f"airport:{code}") if code else None
        if found is not None:
            away = distance_m(store().place(found).point, point_of(row))
            assert away < 500, f"{row['slug']}: {away:.0f} m"
        assert not row["airport"] or found is not None, row["slug"]


def test_an_airport_is_joined_once() -> None:
    codes = Counter(row["airport"] for row in curated.rows("facilities") if row["airport"])
    assert [code for code, times in codes.items() if times > 1] == []


@pytest.mark.parametrize("rows", chunks("facilities"))
def test_a_row_without_an_opened_source_is_marked(rows: list[Row]) -> None:
    for row in rows:
        if not row["airport"]:
            found = store().row_of(f"curated:{row['slug']}")
            assert found is not None
            assert store().place(found).verified == (row["source"] != "unverified"), row["slug"]


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("Ain al-Asad", (42.44, 33.79)),
        ("قاعدة التنف", (38.62, 33.51)),
        ("Hmeimim", (35.95, 35.41)),
        ("T4 air base", (37.63, 34.52)),
        ("Zaporizhzhia NPP", (34.59, 47.51)),
        ("Каховська ГЕС", (33.37, 46.78)),
        ("al-Hol camp", (41.15, 36.37)),
        ("Rafah crossing", (34.25, 31.25)),
        ("Guantanamo Bay", (-75.15, 19.91)),
        ("Base aérienne 201", (8.0, 16.95)),
        ("Fordow", (50.99, 34.88)),
        ("Harir base", (44.33, 36.53)),
        ("Saky airfield", (33.6, 45.09)),
        ("al-Omar field", (40.56, 35.07)),
        ("Rivne NPP", (25.9, 51.32)),
    ],
)
def test_known_sites_are_found_by_the_names_that_reports_use(
    text: str, point: tuple[float, float]
) -> None:
    places = [store().place(int(row)) for row in store().rows_named(fold(text))]
    assert min(distance_m(place.point, point) for place in places) < 6_000
