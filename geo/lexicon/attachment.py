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
    "always": 1.13,
    "owns a party": -4.00,
    "home": -3.00,
    "people from": -1.50,
    "acts": -1.50,
    "earlier clause": -1.50,
    "sets the scene": -1.50,
    "where": 2.00,
    "ahead": -0.23,
    "behind": 0.23,
    "close": 0.59,
    "country": -0.78,
    "district": -1.03,
    "far": -0.40,
    "kind of site": -1.19,
    "much wider": -0.78,
    "nearest": 0.30,
    "next": 0.77,
    "object": 0.71,
    "object bare": -0.28,
    "object from": 0.10,
    "object in": 0.01,
    "object of": 0.21,
    "object on": 1.23,
    "object with": -0.56,
    "opens": 0.31,
    "owns": -0.62,
    "people of": -1.44,
    "prep bare": 0.34,
    "prep from": -0.41,
    "prep in": 0.94,
    "prep near": 1.35,
    "prep of": 0.72,
    "prep on": -0.43,
    "prep to": -0.82,
    "prep with": -1.68,
    "province": 0.84,
    "region": 0.25,
    "settlement": 0.49,
    "site": 0.23,
    "some way": 0.24,
    "subject": -0.52,
    "subject bare": -0.61,
    "subject in": 0.11,
    "subject with": -0.02,
    "unknown": 0.33,
    "verb between": -0.44,
    "verbs between": -0.23,
    "very far": -1.19,
    "wider": -0.23,
}
