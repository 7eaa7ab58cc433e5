"""Words that stand for a party told of before: "they", "the group", "its forces", "our men"."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from geo.actors import Sight, Statement, can_act, name_party, party_at, weapon_at
from geo.drafts.roster import Roster
from geo.drafts.subjects import subjects_of
from geo.model import Actor
from geo.words import word_set

__all__ = [
    "PRONOUNS",
    "by_owner",
    "by_pronoun",
    "by_sender",
    "pointed",
    "pointing",
    "speaking",
]

PRONOUNS = frozenset({"they", "it", "we", "he", "she", "who"})
_PARTIES = frozenset({"state", "group", "force"})


def by_pronoun(
    sight: Sight, index: int, said: Sequence[Statement], roster: Roster, *, active: bool
) -> Actor | None:
    """Who "they" are: who speaks of themselves, the subject before, or the last one told of."""
    clause = sight.clause
    phrase = clause.phrases[index]
    low = clause.lows[phrase.head]
    if phrase.last < len(clause.words) and clause.lows[phrase.last] in sight.lex.report:
        return None  # "mines which, it said, killed": who says so
    spoken = [s for s in said if s.speaker and 0 <= phrase.first - s.last <= 1]
    if low == "we" and not spoken:  # '"We hit it," X said'
        spoken = [s for s in said if s.who >= 0 and s.first > phrase.first]
    if any(s.act == "none" for s in spoken):
        return None  # "no group said it had attacked the mosque"
    if spoken and low in {"they", "it", "we"}:
        return pointing(speaking(sight, spoken[-1], roster) or roster.speaker)
    if not active:
        return None
    found = _subject_before(sight, phrase.first)  # "X took the town, and they shot"
    if found is None and low == "they":
        found = _party_before(sight, index)  # "open to the rebels since May, when they stormed"
    return found or pointing(roster.pronoun(low))


def _subject_before(sight: Sight, k: int) -> Actor | None:
    """The nearest party that a verb before word `k` has as its subject, none that speaks."""
    for index, verb in subjects_of(sight, 0, k):
        if sight.clause.lows[verb] not in sight.lex.report and can_act(sight, index):
            return name_party(sight, index)
    return None


def _party_before(sight: Sight, index: int) -> Actor | None:
    """The nearest group or force that the sentence names before a phrase."""
    for earlier in range(index - 1, max(-1, index - 6), -1):
        found = name_party(sight, earlier) if can_act(sight, earlier) else None
        if found is not None and found.kind in {"group", "force"}:
            return found
    return None


def by_owner(sight: Sight, index: int, said: Sequence[Statement], roster: Roster) -> Actor | None:
    """Whose "its forces", "their shells", "one of its drones", "our men", "his allies" are."""
    clause = sight.clause
    phrase = clause.phrases[index]
    lows = clause.lows[phrase.first : phrase.head + 1]
    ours = "our" in lows
    if lows[0] not in _WHOSE and not (lows[0] == "one" and _WHOSE & set(lows)):
        return None
    if not ours and weapon_at(clause, phrase, sight.lex) is not None:
        return pointing(_named_before(sight, index) or roster.subject)
    if lows[-1] in _ALLIES and not ours:
        near = range(index - 1, max(-1, index - 4), -1)
        ally = next((earlier for earlier in near if can_act(sight, earlier)), -1)
        return name_party(sight, ally) if ally >= 0 else None  # "X and its allies"
    if lows[-1] not in _OWN:
        return None
    spoken = [s for s in said if s.speaker and (s.first < phrase.first or ours)]
    found = [speaking(sight, spoken[-1], roster)] if spoken else []
    if not ours:
        found.append(_subject_before(sight, phrase.first))  # "X's jets bombed it, its forces took"
    found += [roster.speaker] if ours else [roster.speaker, roster.subject]
    owner = next((a for a in found if a is not None and (a.kind in _PARTIES or a.identified)), None)
    return pointing(owner)


_WHOSE = frozenset({"its", "his", "their", "our"})


def by_sender(sight: Sight, index: int, said: Sequence[Statement], roster: Roster) -> Actor | None:
    """ "X said that a suicide bomber had done it", "a spokesman of X said that the group had"."""
    phrase = sight.clause.phrases[index]
    lows = sight.clause.lows[phrase.first : phrase.head + 1]
    itself = lows[0] == "the" and lows[-1] in _ITSELF and len(lows) == 2
    spoken = [s for s in said if s.who >= 0 and s.first < phrase.first]
    if not spoken or not (itself or lows[-1] in _SENT):
        return None
    sender = speaking(sight, spoken[-1], roster)
    if sender is None or not sender.identified:
        return None
    if itself:
        return pointing(sender)
    return sender if sender.kind == "group" else None


_OWN = word_set(
    "forces troops army military warplanes fighters units soldiers men air navy jets aircraft "
    "planes pilots drones members force helicopters police bombers guards ships"
)
_ALLIES = word_set("allies partners proxies supporters affiliates followers backers")
_SENT = word_set(
    "bomber bombers fighter fighters member members commando commandos cell squad unit"
)
_ITSELF = word_set("group movement organisation organization faction militia cartel gang")


def _named_before(sight: Sight, index: int) -> Actor | None:
    """The last party with a name that the sentence told of before a phrase."""
    first = sight.clause.phrases[index].first
    named = [o for o in sight.organisations if o.last <= first]
    if named:
        return party_at(sight, named[-1].first, named[-1].last, "group")
    for earlier in range(index - 1, max(-1, index - 8), -1):
        if can_act(sight, earlier):
            found = name_party(sight, earlier)
            if found is not None and found.identified and found.kind != "unknown":
                return found
    return None


def pointed(sight: Sight, index: int, actor: Actor, roster: Roster) -> Actor:
    """The party that a phrase points back to: "the group", "the same men"; else `actor` itself."""
    phrase = sight.clause.phrases[index]
    if actor.identified and actor.kind != "unknown":
        return actor
    lows = sight.clause.lows
    found = roster.pointed_at(actor.name, lows[phrase.first])
    if found is None and "same" in lows[phrase.first : phrase.head]:
        found = roster.subject  # "the same men"
    return pointing(found) or actor


def pointing(actor: Actor | None) -> Actor | None:
    """A party that a pronoun or "the group" stands for."""
    return dataclasses.replace(actor, basis="anaphor", side=None) if actor is not None else None


_FOR = word_set(
    "spokesman spokeswoman spokesperson leader president minister chief commander ministry "
    "official officials statement general secretary head governor premier envoy government "
    "authorities mouthpiece agency"
)


def speaking(sight: Sight, statement: Statement, roster: Roster) -> Actor | None:
    """The party that speaks, or for which the speaker speaks: "X's president", "a Y spokesman"."""
    clause = sight.clause
    if statement.who < 0:
        return None
    phrase = clause.phrases[statement.who]
    words = clause.words
    before = statement.who - 1
    if before >= 0 and phrase.first > 1 and words[phrase.first - 1].tag == ",":
        outer = clause.phrases[before]
        if outer.last == phrase.first - 1 and words[outer.head].low in _FOR:
            phrase = outer  # "the group's leader, X, said"
    if words[phrase.head].tag == "r":
        return None
    if words[phrase.head].low in _FOR:
        for k in range(phrase.first, phrase.head):
            if words[k].possessive and words[k].tag == "n":
                known = roster.pointed_at(words[k].low, "the")
                if known is not None:
                    return known
        owned = [k for k in sight.states if phrase.first <= k < phrase.last]
        org = [o for o in sight.organisations if phrase.first <= o.first < phrase.last]
        if org:
            return party_at(sight, org[0].first, org[0].last, "group")
        if owned:
            code = next(
                (
                    m.place.country_code
                    for m in sight.mentions
                    if m.place is not None and m.start <= words[owned[0]].start < m.end
                ),
                None,
            )
            return party_at(sight, owned[0], owned[-1] + 1, "state", code)
        k = phrase.last
        if k + 1 < len(words) and words[k].low in {"of", "for"} and clause.phrase_of[k + 1] >= 0:
            inner = clause.phrase_of[k + 1]
            return name_party(sight, inner) if can_act(sight, inner) else None
    if not can_act(sight, statement.who):
        return None
    return name_party(sight, statement.who)
