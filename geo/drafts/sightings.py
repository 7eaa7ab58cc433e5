"""Every party that a sentence speaks of, and as what: it acts, suffers, speaks, is blamed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from geo.actors import Sight, Statement, can_act, name_party
from geo.clauses import Phrase
from geo.drafts.roster import Sighting, View
from geo.events.subjects import GAVE_WAY
from geo.words import word_set

__all__ = ["view_of"]

_MOST = 24
"""Phrases of one sentence that are looked at."""


def view_of(sight: Sight, sentence: int, said: Sequence[Statement]) -> View:
    """A sentence for incidents whose own words name no party."""
    accuses = any(s.blamed >= 0 or (s.act == "claim" and s.who >= 0) for s in said)
    return View(sentence, accuses, partial(_sightings, sight, sentence, said))


def _sightings(sight: Sight, sentence: int, said: Sequence[Statement]) -> list[Sighting]:
    out: list[Sighting] = []
    words = sight.clause.words
    for index, phrase in enumerate(sight.clause.phrases[:_MOST]):
        if not can_act(sight, index):
            continue
        actor = name_party(sight, index)
        if actor is None or (actor.kind in {"unknown", "person"} and not _armed(sight, phrase)):
            continue
        role = _role(sight, index, phrase, said)
        if actor.kind == "state" and role == "named":
            continue  # "in Damascus": where, not who
        if words[phrase.head].low in _NO_PARTY and words[phrase.head].text.islower():
            continue
        out.append(Sighting(sentence, words[phrase.head].start, actor, role))
    return out


def _armed(sight: Sight, phrase: Phrase) -> bool:
    return any(phrase.first <= o.first < phrase.last for o in sight.organisations)


def _role(sight: Sight, index: int, phrase: Phrase, said: Sequence[Statement]) -> str:
    words, lex = sight.clause.words, sight.lex
    for s in said:
        if s.blamed == index:
            return "blamed"
        if s.who == index:
            return "claims" if s.act == "claim" else "speaks"
    if phrase.preposition >= 0:
        return "acts" if words[phrase.preposition].low == "by" else "named"
    k = phrase.last
    be = False
    while k < len(words) and words[k].tag in "axm":
        be = be or words[k].low in _BE
        k += 1
    if k < len(words) and words[k].tag == "v":
        if words[k].low in lex.report:
            return "speaks"
        return "suffers" if be or words[k].lemma in GAVE_WAY else "acts"
    if phrase.first and words[phrase.first - 1].tag in "vgb":
        return "suffers"
    return "named"


_NO_PARTY = word_set("front somebody someone anybody anyone one")
"""Heads that are no party: "in front of the school", "somebody threw"."""
_BE = word_set("was were been be is are being")
