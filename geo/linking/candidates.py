"""Parties that an incident without one may be due to, each with where the report tells of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from geo.drafts.roster import Roster, Sighting
from geo.drafts.settling import party_key
from geo.merge import Draft
from geo.model import Actor

__all__ = ["AHEAD", "Candidate", "candidates"]

_MOST = 12
_REACH, AHEAD = 40, 3
"""Sentences before and after an incident in which a party that is named is looked for."""


@dataclass(slots=True)
class Candidate:
    """A party and what the report told of it round about an incident."""

    key: str
    actor: Actor
    did: list[int] = field(default_factory=list)
    """Which incidents are its own, by their place in the report."""
    seen: list[Sighting] = field(default_factory=list)
    """Where it is spoken of, in text order."""


def candidates(
    groups: Sequence[Draft], doers: Sequence[Sequence[Actor]], at: int, roster: Roster
) -> list[Candidate]:
    """The parties that `groups[at]` may be due to, the nearest first.

    Parameters
    ----------
    doers
        Who did each incident, as far as its own words say.
    """
    g = groups[at]
    found: dict[str, Candidate] = {}

    def add(actor: Actor) -> Candidate | None:
        key = party_key(actor.name, roster)
        if key not in found and len(found) < _MOST:
            found[key] = Candidate(key, actor)
        have = found.get(key)
        if have is not None and actor.identified and not have.actor.identified:
            have.actor = actor
        return have

    for k in _outward(at, len(groups)):
        if g.answered and groups[k].opened == g.opened:
            continue  # "Iran fired missiles in answer to the strike on its consulate"
        for actor in doers[k]:
            if actor.identified or groups[k].sentence == g.opened or _often(actor, doers):
                have = add(actor)
                if have is not None:
                    have.did.append(k)
    for seen in reversed(roster.between(g.opened - _REACH, g.opened + AHEAD)):
        if g.answered and seen.sentence == g.opened:
            continue
        if seen.start > g.at and seen.sentence > g.opened + 2 and seen.role not in _OWNING:
            continue
        if not seen.actor.identified and not g.opened <= seen.sentence <= g.sentence:
            continue
        have = add(seen.actor)
        if have is not None:
            have.seen.insert(0, seen)
    return list(found.values())


def _often(actor: Actor, doers: Sequence[Sequence[Actor]]) -> bool:
    """Whether a party that is only described did several: "the pirates" of a bulletin."""
    return sum(any(a.name == actor.name for a in who) for who in doers) > 1


_OWNING = frozenset({"claims", "blamed"})


def _outward(at: int, n: int) -> Iterable[int]:
    """Places of the other incidents, the nearest before first, then those after."""
    yield from range(at - 1, max(-1, at - 12), -1)
    yield from range(at + 1, min(n, at + 4))
