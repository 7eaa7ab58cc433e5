"""The closed-class words of the language of places, as tables.

Only words live here, no rule. English is the language of the rules; what other
languages say with words of their own is put into English first by `languages`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from gazetteer.model import FeatureClass

__all__ = [
    "APPROXIMATE",
    "AREA",
    "AT_MOST",
    "BORDER",
    "COUNTRYSIDE",
    "ENGLISH",
    "GENERIC",
    "HELD_BY",
    "JUNCTIONS",
    "KINDS",
    "NEAR",
    "OUTSKIRTS",
    "OUTSKIRT_WORDS",
    "OWNERS",
    "RIVERSIDE",
    "ROADS",
    "TRIPLE",
    "UNLOCATABLE",
    "WHOLE",
    "Words",
    "singular",
    "type_words",
]


@dataclass(frozen=True, slots=True)
class Words:
    """The closed-class words of one language."""

    directions: dict[str, str]
    """Word to one of the eight directions: nouns, adjectives, abbreviations."""
    central: frozenset[str]
    far: frozenset[str]
    fillers: frozenset[str]
    """Articles and prepositions that may stand before a place and say nothing."""
    inside: frozenset[str]
    of: frozenset[str]
    conj: dict[str, str]
    units: dict[str, float]
    numbers: dict[str, float]


def _english_directions() -> dict[str, str]:
    words: dict[str, str] = {}
    for name in ("north", "south", "east", "west"):
        for form in (name, name + "ern", name + "ernmost", name + "erly", name + "ward"):
            words[form] = name
    for ns in ("north", "south"):
        for ew in ("east", "west"):
            for form in ("", "ern", "erly"):
                words[ns + ew + form] = ns + ew
                words[f"{ns}ern{ew}{form}"] = ns + ew
    short = {"n": "north", "s": "south", "e": "east", "w": "west"}
    short |= {"ne": "northeast", "nw": "northwest", "se": "southeast", "sw": "southwest"}
    short |= {"nne": "north", "ene": "northeast", "ese": "southeast", "sse": "south"}
    short |= {"ssw": "south", "wsw": "southwest", "wnw": "northwest", "nnw": "north"}
    return words | short


ENGLISH = Words(
    directions=_english_directions(),
    central=frozenset({"central", "centre", "center", "middle", "downtown", "heart", "mid"}),
    far=frozenset({"far", "extreme", "deep", "remote", "furthest"}),
    fillers=frozenset(
        [
            "the",
            "a",
            "an",
            "in",
            "at",
            "inside",
            "within",
            "of",
            "on",
            "to",
            "into",
            "from",
            "somewhere",
            "where",
            "over",
            "through",
            "across",
            "throughout",
            "parts",
            "part",
            "some",
            "several",
            "various",
            "entire",
            "whole",
            "region",
            "vicinity",
        ]
    )
    - {"region", "vicinity"},
    inside=frozenset({"in", "inside", "within", "at"}),
    of=frozenset({"of"}),
    conj={"and": "and", "or": "or", "&": "and", "/": "or", "and/or": "or"},
    units={
        "km": 1000.0,
        "kms": 1000.0,
        "kilometer": 1000.0,
        "kilometers": 1000.0,
        "kilometre": 1000.0,
        "kilometres": 1000.0,
        "mile": 1609.344,
        "miles": 1609.344,
        "mi": 1609.344,
        "m": 1.0,
        "meter": 1.0,
        "meters": 1.0,
        "metre": 1.0,
        "metres": 1.0,
        "nm": 1852.0,
        "nmi": 1852.0,
        "yards": 0.9144,
        "ft": 0.3048,
        "feet": 0.3048,
    },
    numbers={
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
        "fifteen": 15,
        "twenty": 20,
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "hundred": 100,
        "half": 0.5,
    },
)


APPROXIMATE = frozenset(
    [
        "about",
        "around",
        "some",
        "roughly",
        "approximately",
        "nearly",
        "almost",
        "circa",
        "ca",
        "~",
        "c",
        "over",
    ]
)
AT_MOST = frozenset({"within", "under"})
NEAR = (
    "in the immediate vicinity of",
    "in the vicinity of",
    "in vicinity of",
    "vicinity of",
    "in the neighbourhood of",
    "in the neighborhood of",
    "in the surroundings of",
    "surroundings of",
    "environs of",
    "in the area around",
    "the area around",
    "area around",
    "area near",
    "areas around",
    "areas near",
    "area surrounding",
    "in the area of",
    "in the direction of",
    "not far from",
    "a short distance from",
    "close to",
    "next to",
    "adjacent to",
    "just outside of",
    "just outside",
    "outside of",
    "outside",
    "in and around",
    "near to",
    "near",
    "around",
    "surrounding",
    "nearby",
    "towards",
    "toward",
    "beside",
    "bordering",
    "opposite",
    "approaches to",
    "en route to",
)
OUTSKIRTS = (
    "outskirts of",
    "suburbs of",
    "suburb of",
    "edge of",
    "periphery of",
    "outskirts",
    "suburbs",
    "edges of",
    "fringes of",
)
OUTSKIRT_WORDS = frozenset({"outskirts", "suburbs", "suburb", "periphery", "fringes"})
COUNTRYSIDE = frozenset({"countryside", "rif", "reef", "hinterland"})
BORDER = frozenset({"border", "borders", "frontier", "boundary", "borderland", "borderlands"})
TRIPLE = frozenset({"triborder", "tripoint", "triple-border"})
ROADS = frozenset(
    [
        "road",
        "roads",
        "highway",
        "motorway",
        "route",
        "axis",
        "railway",
        "railroad",
        "line",
        "corridor",
        "freeway",
        "street",
        "autoroute",
        "pipeline",
    ]
)
HELD_BY = re.compile(
    r"\b[^\W\d_]+-(?:held|controlled|occupied|run|administered|ruled|dominated|majority)\s+",
    re.IGNORECASE,
)
"""Who holds a place says nothing about where it is."""
JUNCTIONS = frozenset({"junction", "crossroad", "crossroads", "intersection", "interchange"})
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
RIVERSIDE = ("banks of", "bank of", "shores of", "shore of", "valley of")
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
    "village": FeatureClass.POPULATED_PLACE,
    "villages": FeatureClass.POPULATED_PLACE,
    "town": FeatureClass.POPULATED_PLACE,
    "towns": FeatureClass.POPULATED_PLACE,
    "city": FeatureClass.POPULATED_PLACE,
    "cities": FeatureClass.POPULATED_PLACE,
}
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
UNLOCATABLE = (
    (
        re.compile(
            r"\b(?:undisclosed|unknown|unspecified|unnamed|secret|unidentified)\s+"
            r"(?:location|locations|place|places|area|areas|site|sites|position|positions)\b"
        ),
        "the text withholds the place",
    ),
    (
        re.compile(
            r"^(?:in |the )*(?:cyberspace|cyber space|internet|online|outer space|social media|"
            r"world wide web|dark web|metaverse)$"
        ),
        "it is nowhere on Earth that could be drawn",
    ),
    (
        re.compile(r"^(?:elsewhere|nowhere|unknown|unspecified|various|n/?a|not stated|none)$"),
        "the text names no place",
    ),
)
# Names that hold a direction and would be taken apart without a gazetteer at hand.
WHOLE = frozenset(
    {
        "north korea",
        "south korea",
        "south sudan",
        "western sahara",
        "south africa",
        "east timor",
        "north macedonia",
        "central african republic",
        "north carolina",
        "south carolina",
        "north dakota",
        "south dakota",
        "west virginia",
        "west bank",
        "south ossetia",
        "northern ireland",
        "northern mariana islands",
        "guinea-bissau",
        "timor-leste",
        "bosnia and herzegovina",
        "trinidad and tobago",
        "antigua and barbuda",
        "sao tome and principe",
        "saint kitts and nevis",
        "north kivu",
        "south kivu",
        "saint vincent and the grenadines",
        "turks and caicos islands",
        "south waziristan",
        "north waziristan",
        "western australia",
        "south australia",
        "south georgia",
        "eastern ghouta",
        "western ghouta",
        "middle east",
        "far east",
        "central asia",
        "north america",
        "south america",
        "west africa",
        "east africa",
        "north africa",
        "southern africa",
        "central africa",
        "central america",
        "southeast asia",
        "khyber pakhtunkhwa",
        "jammu and kashmir",
        "wallis and futuna",
        "nord-kivu",
        "newfoundland and labrador",
        "tyne and wear",
        "north darfur",
        "south darfur",
        "west darfur",
        "east darfur",
        "central darfur",
        "north kordofan",
        "south kordofan",
        "west kordofan",
        "northern cyprus",
        "new south wales",
    }
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
