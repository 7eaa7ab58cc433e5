"""How much each feature of a place phrase speaks for its being where an incident was.

Log-odds of a conditional logit, fitted by `python -m geo.fit_places`: of the phrases of a
sentence, and none, the one with the highest score is the incident's place.
`geo.drafts.attachment` says what each feature means, `geo.fit_places` which weights are set.
Fitted on 3,006 of Halterman's event locations, with half of those that tell of violence left
out, and on our own reports (127).
"""

from __future__ import annotations

__all__ = ["PREPOSITIONS", "SIZES", "WEIGHTS"]

PREPOSITIONS: dict[str, str] = {
    "in": "in at inside within where throughout across",
    "on": "on over into onto through upon",
    "near": "near outside around off along between beside opposite close",
    "of": "of",
    "from": "from since",
    "to": "to towards toward via for",
    "with": "with by than against as like after before",
}
"""Prepositions that place alike; any other counts as none."""

SIZES: dict[str, float] = {
    "site": 6.5, "settlement": 5.5, "district": 4.6, "province": 3.6, "region": 2.8
}  # fmt: skip
"""The least rank of each size; below the last it is a country."""

WEIGHTS: dict[str, float] = {
    "always": 1.35,
    "owns a party": -4.00,
    "home": -5.00,
    "seat": -4.00,
    "people from": -1.50,
    "acts": -1.50,
    "earlier clause": -1.50,
    "sets the scene": -1.50,
    "where": 2.00,
    "ahead": -0.27,
    "behind": 0.27,
    "close": 0.57,
    "country": -0.80,
    "district": -0.92,
    "far": -0.46,
    "kind of site": -1.39,
    "much wider": -0.55,
    "nearest": 0.35,
    "next": 0.72,
    "object": 0.55,
    "object bare": -0.15,
    "object from": 0.22,
    "object in": 0.10,
    "object near": 0.02,
    "object of": 0.01,
    "object on": 0.94,
    "object with": -0.60,
    "opens": 0.30,
    "owns": -0.40,
    "people of": -0.54,
    "prep bare": 0.35,
    "prep from": -0.63,
    "prep in": 1.06,
    "prep near": 1.16,
    "prep of": 0.68,
    "prep on": -0.07,
    "prep to": -1.02,
    "prep with": -1.52,
    "province": 0.67,
    "region": 0.11,
    "settlement": 0.45,
    "site": 0.48,
    "some way": 0.31,
    "subject": -0.46,
    "subject bare": -0.46,
    "subject in": 0.02,
    "subject with": -0.01,
    "unknown": 0.31,
    "verb between": -0.54,
    "verbs between": -0.47,
    "very far": -1.15,
    "victims of": -0.07,
    "wider": -0.23,
}
