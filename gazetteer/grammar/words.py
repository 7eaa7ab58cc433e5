"""Words that relate a place to another: near, outskirts, borders, roads, banks.

Only words live here, no rule.
"""

from __future__ import annotations

__all__ = [
    "BORDER",
    "COUNTRYSIDE",
    "JUNCTIONS",
    "NEAR",
    "OUTSKIRTS",
    "OUTSKIRT_WORDS",
    "PART_NOUNS",
    "RIVERSIDE",
    "ROADS",
    "SECTORS",
    "TRIPLE",
]

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
    "road to",
    "road towards",
    "road leading to",
    "highway to",
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


SECTORS = frozenset(["direction", "axis", "sector", "front", "frontline"])
"""As communiqués name a part of a front by a town: "the Bakhmut direction"."""
PART_NOUNS = frozenset(
    [
        "part", "parts", "end", "ends", "corner", "region", "regions", "areas", "area", "half",
        "side", "tip", "flank", "fringe", "fringes", "reaches", "portion", "section", "quarter",
    ]
)  # fmt: skip
"""What follows a direction and adds nothing: "the southern tip of"."""
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


JUNCTIONS = frozenset({"junction", "crossroad", "crossroads", "intersection", "interchange"})


RIVERSIDE = ("banks of", "bank of", "shores of", "shore of", "valley of")
