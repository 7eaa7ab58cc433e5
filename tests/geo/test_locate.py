"""From the words of an incident to a region."""

from __future__ import annotations

import datetime as dt

import pytest

from gazetteer.resolver import Gazetteer
from geo.incidents import extract
from geo.locate import locate
from geo.model import LocatedIncident
from geo.reports import report_from_text


def located(text: str, gazetteer: Gazetteer) -> tuple[LocatedIncident, ...]:
    report = report_from_text(text, "r", published=dt.date(2023, 9, 12))
    mentions = gazetteer.toponyms(text)
    incidents = extract(report, gazetteer.toponyms)
    return locate(incidents, gazetteer, mentions={"r": mentions})


def test_an_unknown_market_lies_in_the_town_that_the_sentence_names(gazetteer: Gazetteer) -> None:
    (item,) = located(
        "At least 43 people were killed on Sunday when a drone struck a market in the south of the "
        "Sudanese capital. Both sides blamed each other for the strike on the Gorro market.",
        gazetteer,
    )
    footprint = item.resolution.footprint
    assert footprint is not None
    assert footprint.point.lat == pytest.approx(15.4, abs=0.3)
    assert footprint.region_90.area < 1.0, "a part of Khartoum, not Sudan"
    assert "none of the sources" in item.resolution.reason


def test_an_incident_without_a_place_says_so(gazetteer: Gazetteer) -> None:
    (item,) = located("Gunmen shot a man dead on Sunday.", gazetteer)
    assert item.resolution.footprint is None
    assert "does not say where" in item.resolution.reason


def test_a_title_says_which_town_is_meant(gazetteer: Gazetteer) -> None:
    """No source holds Palma in Mozambique: better its province than the one in Spain."""
    items = located(
        "Update: Palma, Cabo Delgado\n\nNon-state armed groups attacked Palma town on 24 August "
        "2023, and thousands fled by sea to Pemba.",
        gazetteer,
    )
    assert items
    footprint = items[0].resolution.footprint
    assert footprint is not None
    assert footprint.point.lat == pytest.approx(-12.3, abs=2)
    assert footprint.point.lng == pytest.approx(39.5, abs=2)
    assert "elsewhere" in items[0].resolution.reason


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("Violence has spread in North Kivu province. Rebels killed five men in Nyamulezi on Tuesday.", "North Kivu"),
        ("Rebels killed five men in Nyamulezi on Tuesday. It lies in North Kivu.", "North Kivu"),
        ("Rebels took North Kivu and Ituri last year. Rebels killed five men in Nyamulezi on Tuesday.", "Democratic Republic of the Congo"),
    ],
)  # fmt: skip
def test_an_unknown_village_lies_in_the_province_that_the_report_speaks_of(
    text: str, within: str, gazetteer: Gazetteer
) -> None:
    items = located(text, gazetteer)
    village = next(i for i in items if i.incident.place and "Nyamulezi" in i.incident.place.text)
    assert village.resolution.text == "Nyamulezi"
    assert within in village.resolution.reason
    assert "none of the sources" in village.resolution.reason
