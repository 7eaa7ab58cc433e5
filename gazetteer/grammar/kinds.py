"""Nouns that say what a place is, or that it is one, without naming it."""

from __future__ import annotations

from functools import lru_cache

from gazetteer.model import FeatureClass

__all__ = ["AREA", "GENERIC", "KINDS", "MODIFIERS", "OWNERS", "singular", "type_words"]

AREA = frozenset(
    [
        "region",
        "area",
        "areas",
        "zone",
        "zones",
        "strip",
        "belt",
        "territory",
        "lands",
        "district",
        "districts",
        "vicinity",
    ]
)


GENERIC = frozenset(
    [
        "village",
        "villages",
        "town",
        "towns",
        "city",
        "area",
        "areas",
        "location",
        "locations",
        "position",
        "positions",
        "place",
        "places",
        "site",
        "sites",
        "point",
        "somewhere",
        "road",
        "roads",
        "highway",
        "route",
        "region",
        "neighbourhood",
        "neighborhood",
        "building",
        "house",
        "compound",
        "part",
        "parts",
        "territory",
        "spot",
        "field",
    ]
)


KINDS: dict[str, FeatureClass] = {
    "base": FeatureClass.MILITARY_BASE,
    "bases": FeatureClass.MILITARY_BASE,
    "military base": FeatureClass.MILITARY_BASE,
    "military bases": FeatureClass.MILITARY_BASE,
    "airbase": FeatureClass.MILITARY_BASE,
    "airbases": FeatureClass.MILITARY_BASE,
    "air base": FeatureClass.MILITARY_BASE,
    "air bases": FeatureClass.MILITARY_BASE,
    "airfield": FeatureClass.AIRPORT,
    "airfields": FeatureClass.AIRPORT,
    "airport": FeatureClass.AIRPORT,
    "airports": FeatureClass.AIRPORT,
    "outpost": FeatureClass.MILITARY_BASE,
    "outposts": FeatureClass.MILITARY_BASE,
    "installation": FeatureClass.MILITARY_BASE,
    "installations": FeatureClass.MILITARY_BASE,
    "barracks": FeatureClass.MILITARY_BASE,
    "garrison": FeatureClass.MILITARY_BASE,
    "garrisons": FeatureClass.MILITARY_BASE,
    "military facilities": FeatureClass.MILITARY_BASE,
    "refinery": FeatureClass.FACILITY,
    "refineries": FeatureClass.FACILITY,
    "oil facility": FeatureClass.FACILITY,
    "oil facilities": FeatureClass.FACILITY,
    "oil field": FeatureClass.FACILITY,
    "oil fields": FeatureClass.FACILITY,
    "oilfield": FeatureClass.FACILITY,
    "oilfields": FeatureClass.FACILITY,
    "facility": FeatureClass.FACILITY,
    "facilities": FeatureClass.FACILITY,
    "port": FeatureClass.FACILITY,
    "ports": FeatureClass.FACILITY,
    "dam": FeatureClass.FACILITY,
    "dams": FeatureClass.FACILITY,
    "embassy": FeatureClass.FACILITY,
    "embassies": FeatureClass.FACILITY,
    "hospital": FeatureClass.FACILITY,
    "hospitals": FeatureClass.FACILITY,
    "power station": FeatureClass.FACILITY,
    "power stations": FeatureClass.FACILITY,
    "power plant": FeatureClass.FACILITY,
    "power plants": FeatureClass.FACILITY,
    "camp": FeatureClass.CAMP,
    "camps": FeatureClass.CAMP,
    "refugee camp": FeatureClass.CAMP,
    "refugee camps": FeatureClass.CAMP,
    "border crossing": FeatureClass.BORDER_CROSSING,
    "prison": FeatureClass.FACILITY,
    "border crossings": FeatureClass.BORDER_CROSSING,
    "checkpoint": FeatureClass.FACILITY,
    "checkpoints": FeatureClass.FACILITY,
    "site": FeatureClass.FACILITY,
    "sites": FeatureClass.FACILITY,
    "prisons": FeatureClass.FACILITY,
    "airstrips": FeatureClass.AIRPORT,
    "mines": FeatureClass.FACILITY,
    "mosque": FeatureClass.FACILITY,
    "mosques": FeatureClass.FACILITY,
    "church": FeatureClass.FACILITY,
    "churches": FeatureClass.FACILITY,
    "school": FeatureClass.FACILITY,
    "schools": FeatureClass.FACILITY,
    "market": FeatureClass.FACILITY,
    "markets": FeatureClass.FACILITY,
    "settlements": FeatureClass.POPULATED_PLACE,
    "positions": FeatureClass.FACILITY,
    "village": FeatureClass.POPULATED_PLACE,
    "villages": FeatureClass.POPULATED_PLACE,
    "town": FeatureClass.POPULATED_PLACE,
    "towns": FeatureClass.POPULATED_PLACE,
    "city": FeatureClass.POPULATED_PLACE,
    "cities": FeatureClass.POPULATED_PLACE,
}


MODIFIERS = frozenset(
    [
        "nuclear", "oil", "gas", "energy", "power", "naval", "air", "water", "industrial", "idp",
        "displacement", "refugee", "supply", "command", "weapons", "ammunition", "border", "fuel",
        "chemical", "missile", "radar", "drone", "training", "displaced", "persons", "aid",
    ]
)  # fmt: skip
"""What a kind of place is for: "Iranian nuclear facilities", "IDP camps"."""
OWNERS = frozenset(
    [
        "us",
        "u.s.",
        "american",
        "coalition",
        "military",
        "army",
        "government",
        "army's",
        "allied",
        "foreign",
        "russian",
        "turkish",
        "iranian",
        "british",
        "french",
        "nato",
        "un",
        "rebel",
        "militia",
        "unnamed",
        "unspecified",
        "undisclosed",
        "unidentified",
        "remote",
        "small",
        "large",
        "local",
        "former",
        "joint",
        "two",
        "three",
        "several",
        "many",
        "some",
        "new",
        "old",
        "abandoned",
    ]
)


@lru_cache(maxsize=1)
def type_words() -> dict[str, FeatureClass]:
    from gazetteer.features import TYPE_WORDS

    return dict(TYPE_WORDS)


def singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "barracks")):
        return word[:-1]
    return word
