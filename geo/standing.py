"""Whether a telling stands as an incident: its own score, and how it stands in its report.

Log-odds of a few readable weights (`geo.lexicon.telling`); zero and more is an incident.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from geo.lexicon.telling import CONTEXT, WEIGHTS
from geo.merge import Draft

__all__ = ["CARELESS", "CLEAR", "LONG", "SHORT", "accept", "accept_joined", "telling_score"]


SHORT, LONG = 200, 1000
"""Code points between which a report's length counts: a note of two lines tells little
beside its incident, a page or ten may be about anything."""


def telling_score(facts: Iterable[str]) -> float:
    """Sum of the weights of the features; 0 and more is an incident."""
    return math.fsum(WEIGHTS.get(fact, 0.0) for fact in ("always", *facts))


CARELESS = 0.6
"""Allowance for a message in lower case, whose names cannot be seen (log-odds)."""


def accept(drafts: Sequence[Draft], length: int, *, careless: bool = False) -> None:
    """Accept the tellings that stand as incidents in a report of `length` code points.

    The same clause counts for more in a short report or beside others that are clear, and
    for less where it is the only trace of violence in a long one: a speech, a treaty.
    """
    weights = [d.weight for d in drafts if not (d.bare or d.quiet)]
    first, second = (*sorted(weights, reverse=True)[:2], 0.0, 0.0)[:2]
    clear = sum(weight >= CLEAR for weight in weights)
    room = CONTEXT["always"] + CONTEXT["length"] * math.log(min(max(length, SHORT), LONG) / LONG)
    room += CARELESS * careless
    for d in drafts:
        best = second if d.weight == first else first
        others = min(clear - (d.weight >= CLEAR), 6)
        score = (
            room
            + CONTEXT["own"] * d.weight
            + CONTEXT["best other"] * min(max(best, 0.0), 3.0)
            + CONTEXT["others"] * others
        )
        d.accepted = score >= 0
        d.lack = max(0.0, -score / CONTEXT["own"])


_GAINS = (
    "dated",
    "settlement",
    "dead counted",
    "hurt counted",
    "weapon",
    "armed group",
    "force or state",
    "target civilian",
    "target government",
    "target infrastructure",
    "target military",
    "target shipping",
)


def accept_joined(groups: Sequence[Draft]) -> list[Draft]:
    """The groups that stand: by their first telling, or by what later ones add to it.

    "4-5 drones came in around 7. Mayor says 3 dead": each says little, both together enough.
    """
    out = []
    for g in groups:
        gained = sum(
            max(WEIGHTS.get(fact, 0.0), 0.0)
            for fact in _GAINS
            if fact in g.joined and fact not in g.facts
        )
        if g.accepted or gained >= g.lack:
            out.append(g)
    return out


CLEAR = 0.5
"""Score of a telling that is an incident by itself (log-odds)."""
