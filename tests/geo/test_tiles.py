"""Online tiles: only when asked for, only by https, from one host, with credit."""

from __future__ import annotations

import pytest
from map_cases import REPORT, three
from test_maps import island, policy_of

from geo.maps import IncidentMap
from geo.standalone import MapError

TILES = "https://tiles.example/{z}/{x}/{y}.png"


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://tiles.example/{z}/{x}/{y}.png", "https"),
        ("//tiles.example/{z}/{x}/{y}.png", "https"),
        ("javascript:alert(1)//{z}/{x}/{y}", "https"),
        ("https:///{z}/{x}/{y}.png", "one host"),
        ("https://{s}.tiles.example/{z}/{x}/{y}.png", "one host"),
        ("https://user@tiles.example/{z}/{x}/{y}.png", "one host"),
        ("https://*/{z}/{x}/{y}.png", "one host"),
        ("https://a.example; script-src */{z}/{x}/{y}.png", "one host"),
        ("https://tiles.example/{z}/{x}.png", "once each"),
        ("https://tiles.example/{z}/{x}/{y}/{key}.png", "once each"),
        ("https://tiles.example/{z}/{x}/{y}.png;", "once each"),
    ],
)
def test_addresses_that_are_refused(url: str, says: str) -> None:
    with pytest.raises(MapError, match=says):
        IncidentMap([], tiles=url, tiles_credit="Somebody")


@pytest.mark.parametrize("credit", [None, "", "  "])
def test_tiles_without_credit_are_refused(credit: str | None) -> None:
    with pytest.raises(MapError, match="owed"):
        IncidentMap([], tiles=TILES, tiles_credit=credit)
    with pytest.raises(MapError, match="no tiles"):
        IncidentMap([], tiles_credit="Somebody")


def test_pictures_come_from_the_host_that_was_named_and_from_no_other() -> None:
    html = IncidentMap(three(), [REPORT], tiles=TILES, tiles_credit="© <b>Somebody").to_html()
    policy = policy_of(html)
    assert policy["img-src"] == ["https://tiles.example"]
    assert policy["default-src"] == ["'none'"]
    assert "connect-src" not in policy
    head, _ = island(html)
    assert head["tiles"]["url"] == TILES
    assert head["tiles"]["host"] == "tiles.example"
    assert "<b>Somebody" not in html


def test_a_map_asks_nobody_by_default() -> None:
    html = IncidentMap(three(), [REPORT]).to_html()
    assert "img-src" not in policy_of(html)
    assert island(html)[0]["tiles"] is None
