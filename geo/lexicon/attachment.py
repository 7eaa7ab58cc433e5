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
    "always": 1.24,
    "owns a party": -4.00,
    "home": -5.00,
    "people from": -1.50,
    "acts": -1.50,
    "earlier clause": -1.50,
    "sets the scene": -1.50,
    "where": 2.00,
    "ahead": -0.26,
    "behind": 0.27,
    "close": 0.57,
    "country": -0.80,
    "district": -0.92,
    "far": -0.44,
    "kind of site": -1.29,
    "much wider": -0.65,
    "nearest": 0.37,
    "next": 0.78,
    "object": 0.60,
    "object bare": -0.25,
    "object from": 0.21,
    "object in": 0.13,
    "object near": 0.02,
    "object of": 0.20,
    "object on": 0.89,
    "object with": -0.60,
    "opens": 0.35,
    "owns": -0.51,
    "people of": -0.55,
    "prep bare": 0.34,
    "prep from": -0.65,
    "prep in": 0.96,
    "prep near": 1.24,
    "prep of": 0.71,
    "prep on": -0.10,
    "prep to": -0.98,
    "prep with": -1.53,
    "province": 0.69,
    "region": 0.15,
    "settlement": 0.42,
    "site": 0.47,
    "some way": 0.28,
    "subject": -0.47,
    "subject bare": -0.46,
    "subject in": 0.01,
    "subject with": -0.02,
    "unknown": 0.33,
    "verb between": -0.53,
    "verbs between": -0.45,
    "very far": -1.18,
    "victims of": -0.07,
    "wider": -0.25,
}
