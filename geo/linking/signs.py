"""What the words say for a party having done an incident that names none: plain statements.

`geo.lexicon.linking` holds the weight of each.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from geo.lexicon import linking
from geo.lexicon.kinds import FAMILY
from geo.linking.candidates import Candidate
from geo.merge import Draft
from geo.model import Actor
from geo.words import split_words

__all__ = ["CONTINUES", "NEAR_BY", "signs"]

CONTINUES = frozenset(split_words(linking.CONTINUES))
"""Words of a row that goes on."""
NEAR_BY = 2
"""Sentences from an incident within which a claim or a blame is near by."""
_ANSWERS, _OPEN = (frozenset(split_words(c)) for c in (linking.ANSWERS, linking.OPEN))
_AIR, _CRUDE, _HEAVY = (
    frozenset(split_words(c)) for c in (linking.AIR, linking.CRUDE, linking.HEAVY)
)
_DOING = frozenset({"acts", "blamed", "claims"})


def signs(
    groups: Sequence[Draft],
    doers: Sequence[Sequence[Actor]],
    at: int,
    party: Candidate,
    rivals: Sequence[Candidate],
    words: frozenset[str],
) -> frozenset[str]:
    """Names of the signs that hold for `party` and the incident `groups[at]`.

    Parameters
    ----------
    doers
        Who did each incident, as far as is known by now.
    words
        Those of the incident's own sentence, casefolded.
    """
    g = groups[at]
    last = next((k for k in range(at - 1, -1, -1) if doers[k]), -1)
    told = {k for k, who in enumerate(doers) if who and k != at}
    out = {"always"}
    nearest = _nearest(groups, at, party, last)
    if nearest is not None:
        out |= _compared(groups[nearest], g, words)
        known = groups[nearest]
        gap = g.opened - (known.sentence if known.sentence <= g.opened else known.opened)
        if nearest > at:
            out.add("did the next")
        elif gap <= 0:
            out.add("did the last, same sentence")
        else:
            out.add("did the last, next sentence" if gap == 1 else "did the last, further back")
    elif last >= 0:
        acted = [s for s in party.seen if s.role == "acts" and groups[last].at < s.start < g.at]
        out.add("acts since the last" if acted else "another did the last")
    if party.did and set(party.did) == told:
        out.add("did all that is told")
    if len(party.did) > 1:
        out.add("did several")
    since = groups[last].at if last >= 0 else -1
    others = [s for r in rivals if r is not party for s in r.seen if since < s.start < g.at]
    if any(s.role in _DOING for s in others):
        out.add("another acts since")
    if not party.actor.identified and (nearest is None or groups[nearest].sentence < g.opened):
        out.add("only described, elsewhere")
    beside = [s for r in rivals if r is not party for s in r.seen if s.sentence == g.opened]
    if any(s.role != "suffers" and s.start > since for s in beside):
        out.add("another in the sentence")
    out |= _mentioned(g, party)
    out |= _fitting(g, party.actor)
    if g.aggregate or (g.date is None and g.facts & {"perfect", "plural noun at large"}):
        out.add("told at large")
    if any(party.key in t.casefold() for t, _ in g.targets):
        out.add("is its target")
    if party.actor.country_code is not None and party.actor.country_code in g.struck:
        out.add("is its target")
    if words & _ANSWERS or g.answered:
        out.add("answers another")
    if words & _OPEN or g.unclaimed:
        out.add("said to be open")
    return frozenset(out)


def _nearest(groups: Sequence[Draft], at: int, party: Candidate, last: int) -> int | None:
    """The party's own incident that this one may go on with: the last told, else the next."""
    if last in party.did:
        return last
    following = [k for k in party.did if k > at]
    if following and groups[following[0]].opened - groups[at].sentence <= 2:
        return following[0]
    return None


def _compared(known: Draft, g: Draft, words: frozenset[str]) -> set[str]:
    """How an incident whose party is known is like the one that names none."""
    out: set[str] = set()
    if known.kind == g.kind or FAMILY[known.kind] & FAMILY[g.kind]:
        out.add("of one kind")
    if known.countries and g.countries and not known.countries & g.countries:
        out.add("in another country")
    if known.place_ids & g.place_ids or known.place_words & g.place_words:
        out.add("in the same place")
    if known.date is not None and g.date is not None and known.date.end and g.date.end:
        apart = abs(known.date.end - g.date.end)
        if apart <= dt.timedelta(days=1):
            out.add("on the same day")
        elif apart > dt.timedelta(days=300):
            out.add("in another year")
    if words & CONTINUES and known.at < g.at:
        out.add("goes on")
    if known.paragraph != g.paragraph:
        out.add("in another paragraph")
    return out


def _mentioned(g: Draft, party: Candidate) -> set[str]:
    out: set[str] = set()
    for seen in party.seen:
        told_on = g.opened < seen.sentence <= g.sentence
        gap = 0 if told_on else g.opened - seen.sentence
        if seen.role in {"claims", "blamed"} and -NEAR_BY <= gap <= NEAR_BY:
            out.add("claims or is blamed near by")
        elif gap == 0 and (told_on or seen.start < g.at):
            out.add(f"{seen.role} in the sentence")
        elif gap == 1:
            out.add(f"{seen.role} in the sentence before")
    return out


def _fitting(g: Draft, actor: Actor) -> set[str]:
    """Whether such parties use such means: jets are a state's, car bombs are not."""
    regular = actor.kind in {"state", "force"}
    out = set()
    if g.kind in _AIR | _HEAVY:
        out.add("heavy weapons of regulars" if regular else "heavy weapons of irregulars")
    elif g.kind in _CRUDE and regular:
        out.add("means of irregulars by regulars")
    sides = {k for _, k in g.targets}
    if (
        regular
        and sides & {"military", "government"}
        and not (actor.country_code and g.countries and actor.country_code not in g.countries)
    ):
        out.add("on its own side")
    return out
