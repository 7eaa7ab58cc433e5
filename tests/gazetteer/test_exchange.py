"""Answers as JSON: the keys of the contract, and values that any program can read."""

from __future__ import annotations

import json

import pytest
from shapely.geometry import shape

from gazetteer.exchange import mention_to_json, resolution_to_json
from gazetteer.model import Candidate, Mention
from gazetteer.resolver import Gazetteer

KEYS = {
    "resolution_status", "name", "place_ids", "country", "country_code", "lat", "lon",
    "where_prec", "region_50", "region_90", "reason", "candidates",
}  # fmt: skip


@pytest.mark.parametrize("text", ["eastern Syria", "Goma", "off the coast of Mukalla"])
def test_an_answer(gazetteer: Gazetteer, text: str) -> None:
    out = json.loads(json.dumps(resolution_to_json(gazetteer.resolve(text), gazetteer)))
    assert set(out) >= KEYS
    assert -90 <= out["lat"] <= 90
    inner, outer = shape(out["region_50"]), shape(out["region_90"])
    assert inner.is_valid
    assert outer.is_valid
    assert outer.buffer(1e-4).covers(inner)


def test_nothing_found_is_null(gazetteer: Gazetteer) -> None:
    out = resolution_to_json(gazetteer.resolve("an undisclosed location"), gazetteer)
    assert out["resolution_status"] == "not_found"
    assert all(out[key] is None for key in ("lat", "lon", "region_50", "region_90", "name"))
    assert out["reason"]


def test_mention_of_a_place_known_only_from_its_context(gazetteer: Gazetteer) -> None:
    goma = gazetteer.resolve("Goma").places[0]
    mention = Mention(
        0, 4, "Xqzt", None, 0.4, "literal", "name", (Candidate(goma, 1.0, "context"),)
    )
    out = mention_to_json(mention, gazetteer)
    assert (out["name"], out["place_id"]) == (None, None)
    assert out["country_code"] == "CD"
    assert out["lat"] == pytest.approx(-1.68, abs=0.05)
    bare = mention_to_json(Mention(0, 4, "Xqzt", None, 0.1, "literal", "name"), gazetteer)
    assert bare["lat"] is None
