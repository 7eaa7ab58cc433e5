"""The party of an incident whose own words name none, if the report's words tell it."""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Sequence

from geo.drafts.roster import Roster
from geo.lexicon.linking import CLEAR, ONLY_WHEN, WEIGHTS
from geo.linking.candidates import AHEAD, Candidate, candidates
from geo.linking.signs import CONTINUES, NEAR_BY, signs
from geo.merge import Draft
from geo.model import Actor
from geo.words import split_words

__all__ = ["link_parties", "linkable"]

# What has to be said before the weights are asked at all: that a row goes on, or that the
# party is blamed or claims near by. Without such words nine links in twenty were wrong.
_TIES = (frozenset({"goes on", "of one kind"}), frozenset({"claims or is blamed near by"}))
_ONLY = {word: frozenset(split_words(cell)) for word, cell in ONLY_WHEN.items()}
_WORDS = re.compile(r"[^\W\d_]+")


def linkable(g: Draft) -> bool:
    """Whether the incident's own words and claims give it no party."""
    return g.stage in {"occurred", "intercepted"} and g.kind not in {"armed_clash"} and not g.actors


def link_parties(groups: Sequence[Draft], roster: Roster, text: str) -> None:
    """Give incidents without a party of their own the one that the words around tell."""
    doers = [tuple(a for a in g.actors if a.kind != "person") for g in groups]
    for at, g in enumerate(groups):
        if not linkable(g) or not _may_be_tied(g, roster, text):
            continue
        best, score = None, CLEAR
        for party, signed in scored(groups, doers, at, roster, text):
            if not any(tie <= signed for tie in _TIES):
                continue
            total = math.fsum(WEIGHTS.get(sign, 0.0) for sign in signed)
            if total >= score:
                best, score = party, total
        if best is not None:
            g.actors = [
                dataclasses.replace(a, basis="context", side=None)
                for a in _together(best, groups, doers, at)
            ]
            doers[at] = tuple(g.actors)


def _may_be_tied(g: Draft, roster: Roster, text: str) -> bool:
    """Whether words that can tie a party to it stand there at all."""
    start, end = g.quotes[0]
    if roster.accuses_between(g.opened - NEAR_BY, g.opened + AHEAD):
        return True
    return not CONTINUES.isdisjoint(_words(text, start, end))


def _words(text: str, start: int, end: int) -> frozenset[str]:
    tokens = [w.casefold() for w in _WORDS.findall(text, start, end)]
    following = [*tokens[1:], ""]
    return frozenset(
        w for w, after in zip(tokens, following, strict=True) if after not in _ONLY.get(w, ())
    )


def _together(
    best: Candidate, groups: Sequence[Draft], doers: Sequence[Sequence[Actor]], at: int
) -> Sequence[Actor]:
    """The party, with those that did the incident before together with it."""
    last = next((k for k in range(at - 1, -1, -1) if doers[k]), -1)
    if last in best.did and groups[last].kind != "armed_clash":
        return doers[last]
    return (best.actor,)


def scored(
    groups: Sequence[Draft],
    doers: Sequence[Sequence[Actor]],
    at: int,
    roster: Roster,
    text: str,
) -> list[tuple[Candidate, frozenset[str]]]:
    """The candidates of an incident with the signs that hold for each."""
    rivals = candidates(groups, doers, at, roster)
    start, end = groups[at].quotes[0]
    words = _words(text, start, end)
    return [(r, signs(groups, doers, at, r, rivals, words)) for r in rivals]
