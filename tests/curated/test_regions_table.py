"""Regions: outlines that are valid, lie where the row says, and hold what they must hold."""

from __future__ import annotations

import pytest
from curated_tables import Row, chunks, country, rough_country, store
from shapely import Point, union_all

from gazetteer.geodesy import area_km2
from gazetteer.model import FeatureClass
from gazetteer.sources.shapes import drawn

COMPOSED = "composed of Natural Earth units"


@pytest.mark.parametrize("rows", chunks("regions"))
def test_the_outline_is_valid_and_holds_its_point(rows: list[Row]) -> None:
    for row in rows:
        shape = store().geometry(f"curated:{row['slug']}")
        found = store().row_of(f"curated:{row['slug']}")
        assert shape is not None, row["slug"]
        assert found is not None, row["slug"]
        assert shape.is_valid, row["slug"]
        assert not shape.is_empty, row["slug"]
        assert shape.geom_type in {"Polygon", "MultiPolygon"}, row["slug"]
        west, south, east, north = shape.bounds
        assert -180 <= west < east <= 180, row["slug"]
        assert -90 <= south < north <= 90, row["slug"]
        point = Point(store().place(found).point)
        # A continent's or an archipelago's conventional point may lie off its outline.
        assert shape.distance(point) < max(0.1, 0.1 * shape.area**0.5), row["slug"]


@pytest.mark.parametrize("rows", chunks("regions"))
def test_a_drawn_shape_lies_in_the_countries_that_it_is_cut_to(rows: list[Row]) -> None:
    """If less than a third is left of the drawing, its coordinates are wrong."""
    for row in rows:
        if not row["shape"]:
            continue
        assert row["source"] != COMPOSED
        land = [rough_country(code) for code in row["clip"].split()]
        if not land or row["class"] == FeatureClass.ISLAND:
            continue
        whole = drawn(row["shape"])
        kept = whole.intersection(union_all(land)).area / whole.area
        assert kept > 1 / 3, f"{row['slug']}: {kept:.0%}"


@pytest.mark.parametrize("rows", chunks("regions"))
def test_every_country_said_has_a_share(rows: list[Row]) -> None:
    outside = []
    for row in rows:
        codes = row["clip"].split()
        if row["shape"] and len(codes) > 1:
            whole = drawn(row["shape"])
            outside += [
                (row["slug"], code) for code in codes if not whole.intersects(country(code))
            ]
    assert outside == []


@pytest.mark.parametrize("rows", chunks("regions"))
def test_class_and_source_are_known(rows: list[Row]) -> None:
    for row in rows:
        FeatureClass(row["class"])
        assert (row["source"] == COMPOSED) == bool(row["units"] and not row["shape"]), row["slug"]
        assert row["units"] or row["shape"]


@pytest.mark.parametrize(
    ("slug", "inside", "outside"),
    [
        ("donbas", [(37.8, 48.0), (39.3, 48.57)], [(36.2, 50.0)]),
        ("eastern-ghouta", [(36.4, 33.52)], [(36.3, 33.51), (36.8, 33.7)]),
        ("syrian-desert", [(38.28, 34.55)], [(36.3, 33.5)]),
        ("golan-heights", [(35.82, 33.03), (35.78, 32.99)], [(35.57, 33.2), (36.1, 33.2)]),
        ("iraqi-kurdistan", [(44.0, 36.19), (43.0, 36.86), (45.43, 35.56)], [(43.13, 36.34)]),
        ("qandil-mountains", [(45.05, 36.5)], [(44.0, 36.2)]),
        ("sinjar-region", [(41.87, 36.32)], [(43.1, 36.3)]),
        ("sahel", [(0.0, 14.5), (13.0, 13.9), (-3.0, 15.0)], [(3.0, 6.5), (5.0, 27.0)]),
        ("jazira", [(40.75, 36.5), (41.2, 36.4)], []),
        ("karabakh", [(46.75, 39.82)], [(49.9, 40.4)]),
        ("kashmir", [(74.8, 34.1), (73.5, 34.37)], [(77.2, 28.6)]),
        ("tigray", [(39.47, 13.5)], [(38.7, 9.0)]),
        ("horn-of-africa", [(45.3, 2.05), (38.9, 15.3)], []),
        ("liptako-gourma", [(0.0, 14.0), (2.0, 14.2), (-0.05, 16.2)], []),
        ("three-borders-region", [(0.0, 15.0)], []),
        ("darfur", [(25.35, 13.63), (24.88, 12.05)], [(32.5, 15.6)]),
        ("nuba-mountains", [(29.7, 11.0)], []),
        ("abyei", [(28.43, 9.59)], []),
        ("cabo-delgado", [(40.5, -12.97), (40.35, -11.35)], []),
        ("ituri", [(30.25, 1.56)], [(29.47, 0.49)]),
        ("kivu", [(29.22, -1.68), (28.86, -2.5)], []),
        ("casamance", [(-16.27, 12.58)], []),
        ("kabylie", [(4.05, 36.72)], []),
        ("rif", [(-3.93, 35.25)], []),
        ("sinai", [(33.8, 31.13)], []),
        ("negev", [(34.79, 31.25)], []),
        ("galilee", [(35.3, 32.7)], []),
        ("bekaa-valley", [(35.9, 33.85), (36.2, 34.0), (36.1, 33.98)], []),
        ("hauran", [(36.1, 32.62)], []),
        ("druze-mountain", [(36.57, 32.71)], []),
        ("swat-valley", [(72.36, 34.77), (72.43, 34.78)], []),
        ("waziristan", [(70.07, 33.0), (69.57, 32.3)], []),
        ("north-waziristan", [(70.07, 33.0), (69.85, 32.99)], []),
        ("south-waziristan", [(69.57, 32.3)], []),
        ("ferghana-valley", [(71.78, 40.38), (72.8, 40.53)], []),
        ("wakhan-corridor", [(73.0, 37.0)], []),
        ("red-corridor", [(81.5, 19.0), (85.3, 23.3)], []),
        ("northern-rakhine", [(92.37, 20.82)], []),
        ("shan-hills", [(97.75, 20.8)], []),
        ("mindanao", [(125.6, 7.07), (124.25, 8.0), (122.08, 6.92)], []),
        ("sulu-archipelago", [(121.0, 6.05)], []),
        ("papua-highlands", [(138.95, -4.1)], []),
        ("darien-gap", [(-77.6, 8.0)], []),
        ("catatumbo", [(-72.9, 8.6)], []),
        ("golden-triangle", [(100.08, 20.35)], []),
        ("tierra-caliente", [(-102.35, 19.08)], []),
        ("vraem", [(-73.6, -12.6)], []),
        ("transnistria", [(29.63, 46.84)], []),
        ("crimea", [(34.1, 44.95), (33.52, 44.6)], []),
        ("south-ossetia", [(43.97, 42.23)], []),
        ("abkhazia", [(41.0, 43.0)], []),
        ("northern-kosovo", [(20.8, 43.1)], []),
        ("sandzak", [(20.52, 43.14)], []),
        (
            "england",
            [
                (-0.12, 51.5),
                (-1.6, 54.97),
                (-2.98, 53.41),
                (-2.93, 54.89),
                (-4.14, 50.37),
                (1.3, 52.63),
            ],
            [(-3.18, 51.48), (-3.19, 55.95)],
        ),
        ("wales", [(-3.18, 51.48), (-4.13, 53.22), (-3.0, 53.05)], [(-2.6, 51.45), (-2.89, 53.19)]),
        ("northern-ireland", [(-5.93, 54.6), (-7.32, 55.0)], [(-6.26, 53.35)]),
        ("somaliland", [(44.06, 9.56)], []),
        ("gaza-strip", [(34.45, 31.5)], []),
        ("tuscany", [(11.25, 43.77)], []),
        ("andalusia", [(-5.98, 37.39)], []),
        ("bay-area", [(-122.42, 37.77), (-121.89, 37.34), (-122.27, 37.8)], []),
        ("gulf-coast", [(-95.0, 29.4), (-90.07, 29.95)], []),
        ("middle-euphrates-valley", [(40.15, 35.33), (40.92, 34.45)], []),
        ("great-britain-island", [(-0.12, 51.5), (-4.25, 55.86), (-3.18, 51.48)], []),
        ("honshu", [(139.7, 35.68), (135.5, 34.69), (140.87, 38.27)], []),
        ("kyushu", [(130.4, 33.6), (130.55, 31.6)], []),
        ("hokkaido-island", [(141.35, 43.06)], []),
        ("luzon", [(120.98, 14.6), (120.6, 16.4)], []),
        ("visayas", [(123.9, 10.3)], []),
        ("java", [(106.83, -6.17), (112.75, -7.25)], []),
        ("sumatra", [(98.67, 3.58), (100.35, -0.95)], []),
        ("borneo", [(114.6, -3.3), (110.35, 1.55)], []),
        ("newfoundland", [(-52.71, 47.56)], []),
        ("vancouver-island", [(-123.36, 48.43)], []),
        ("north-island", [(174.76, -36.85), (174.78, -41.29)], []),
        ("south-island", [(172.63, -43.53), (170.5, -45.88)], []),
        ("long-island", [(-73.5, 40.75)], []),
        ("manhattan", [(-73.985, 40.75)], []),
        ("hispaniola", [(-72.34, 18.54)], []),
        ("amazon", [(-60.02, -3.1), (-73.25, -3.75)], []),
        ("andes", [(-68.15, -16.5), (-78.5, -0.2), (-74.07, 4.7)], []),
        ("alps", [(11.4, 47.27), (7.0, 45.9)], []),
        ("himalaya", [(86.9, 28.0)], []),
        ("caucasus-mountains", [(42.44, 43.35), (44.6, 42.7)], []),
        ("pyrenees", [(1.5, 42.5)], []),
        ("rocky-mountains", [(-105.6, 40.3), (-116.0, 51.5)], []),
        ("carpathian-mountains", [(25.5, 45.55), (23.5, 48.5)], []),
        ("baghdad-belts", [(44.3, 33.5)], []),
        ("hamrin-mountains", [(44.9, 34.25)], []),
        ("zagros-mountains", [(46.4, 35.0), (50.9, 32.0)], []),
        ("kurdistan", [(40.2, 37.9), (44.0, 36.2), (46.99, 35.3), (41.2, 37.05)], []),
        ("dahiyeh", [(35.51, 33.86)], []),
        ("anglophone-cameroon", [(10.15, 5.96)], []),
        ("niger-delta", [(5.75, 5.5), (7.0, 4.8)], []),
        ("lake-chad-basin", [(13.15, 11.85), (12.6, 13.3)], []),
        ("sambisa-forest", [(13.5, 11.1)], []),
        ("biafra", [(7.5, 6.45)], []),
        ("eastern-dr-congo", [(29.22, -1.68), (30.25, 1.56)], []),
        ("arakan-region", [(92.9, 20.15)], []),
        ("kokang", [(98.77, 23.7)], []),
        ("bangsamoro", [(124.3, 8.0)], []),
        ("republika-srpska", [(17.19, 44.77), (18.1, 44.73)], [(18.4, 43.86)]),
        ("krajina", [(16.2, 44.04)], []),
        ("dalmatia", [(16.44, 43.5)], []),
        ("vojvodina", [(19.84, 45.25)], []),
        ("thrace", [(26.56, 41.68), (25.4, 41.1)], []),
        ("kurram", [(70.1, 33.9)], []),
        ("khyber-agency", [(71.15, 34.1)], []),
        ("bajaur", [(71.5, 34.73)], []),
        ("orakzai", [(71.0, 33.65)], []),
        ("mohmand", [(71.35, 34.4)], []),
        ("tibesti-mountains", [(17.0, 21.3)], []),
        ("aleutian-islands", [(-166.5, 53.9)], []),
        ("kuril-islands", [(147.9, 45.2)], []),
        ("scotland", [(-3.19, 55.95), (-4.25, 55.86), (-2.1, 57.15)], [(-1.6, 54.97)]),
        ("wa-state", [(99.0, 22.6)], []),
    ],
)
def test_regions_hold_the_towns_that_all_agree_on(
    slug: str, inside: list[tuple[float, float]], outside: list[tuple[float, float]]
) -> None:
    shape = store().geometry(f"curated:{slug}")
    assert shape is not None
    # a coast is coarser than a harbour town
    assert [p for p in inside if shape.distance(Point(p)) > 0.02] == []
    assert [p for p in outside if shape.covers(Point(p))] == []


@pytest.mark.parametrize(
    ("slug", "least_km2", "most_km2"),
    [
        ("eastern-ghouta", 60, 400),
        ("gaza-strip", 300, 420),
        ("west-bank", 5000, 6400),
        ("crimea", 24000, 29000),
        ("kurdistan", 200_000, 450_000),
        ("tigray", 40_000, 90_000),
        ("darfur", 400_000, 560_000),
        ("africa", 29e6, 31e6),
        ("europe", 9.5e6, 11.5e6),
        ("south-america", 17e6, 18.5e6),
        ("sahara", 6e6, 10.5e6),
        ("golan-heights", 900, 2200),
    ],
)
def test_areas_are_of_the_published_order(slug: str, least_km2: float, most_km2: float) -> None:
    shape = store().geometry(f"curated:{slug}")
    assert shape is not None
    assert least_km2 < area_km2(shape) < most_km2
