"""Subjects of other verbs of the sentence: who came, who went on, who was spoken of."""

from __future__ import annotations

from collections.abc import Iterator

from geo.actors import Sight, can_act, name_party, weapon_at
from geo.events import Frame
from geo.events.around import helpers, right_objects
from geo.events.subjects import GAVE_WAY, left_subject
from geo.words import word_set

__all__ = [
    "first_subject",
    "subjects_of",
    "who_came",
    "who_fell_upon",
    "who_was_there",
    "who_went_on",
    "whom_met",
]


def who_came(sight: Sight, low: int, high: int) -> int:
    """ "were killed when the X gang came into the town": the armed subject of a when-clause."""
    clause, lex = sight.clause, sight.lex
    words, of = clause.words, clause.phrase_of
    for k in range(max(low, 0), min(high, len(words) - 1)):
        if words[k].tag != "s" or words[k].low not in {"when", "after", "as", "while"}:
            continue
        index = of[k + 1]
        if index < 0:
            continue
        phrase = clause.phrases[index]
        at = phrase.last
        while at < len(words) and words[at].tag in "ax":
            if words[at].low in {"was", "were", "been", "be"}:
                return -1
            if words[at].low == "had" and words[k].low == "after":
                return -1  # "was bombed after rebels had entered it"
            at += 1
        acts = at < len(words) and words[at].tag == "v" and words[at].low not in lex.report
        acts = acts and not _met_weapon(sight, at)
        if acts and words[at].lemma not in GAVE_WAY:
            named = can_act(sight, index)
            head = words[phrase.head].low
            armed = (
                head in lex.armed
                or lex.actors.get(head) in {"group", "force"}
                or any(phrase.first <= o.first < phrase.last for o in sight.organisations)
            )
            if named and armed:
                return index
    return -1


def _met_weapon(sight: Sight, verb: int) -> bool:
    """ "When a patrol met a bomb", "as the lorry hit a mine": they suffered it."""
    found = right_objects(sight.clause, verb + 1, prepositions=_AGAINST)
    phrases = sight.clause.phrases
    meets = sight.clause.lows[verb] in _MEET
    return meets and any(weapon_at(sight.clause, phrases[o], sight.lex) for o in found)


_MEET = word_set("met meets hit hits struck strikes tripped triggered stepped ran drove trod")


def whom_met(sight: Sight, index: int) -> list[int]:
    """ "Clashes broke out when the X met | soldiers": to whom the verb of a subject is done."""
    clause = sight.clause
    k = clause.phrases[index].last
    while k < len(clause.words) and clause.words[k].tag in "ax":
        k += 1
    found = right_objects(clause, k + 1, prepositions=_AGAINST)
    return [o for o in found if can_act(sight, o)]


_AGAINST = frozenset({"with", "into", "on", "at"})


def who_fell_upon(sight: Sight, k: int) -> int:
    """ "Killers came to the village before dawn: 30 people were shot"; -1 for none."""
    lex = sight.lex
    for index, verb in subjects_of(sight, 0, k):
        word = sight.clause.words[verb]
        actor = name_party(sight, index) if can_act(sight, index) else None
        if actor is None or actor.kind not in {"group", "force"} or word.low in lex.report:
            continue
        regular = actor.kind == "force" and word.lemma in _ARRIVED
        return -1 if regular or word.lemma not in _FELL_UPON else index
    return -1


_ARRIVED = word_set("come arrive reach enter go return land deploy move")
_FELL_UPON = _ARRIVED | word_set(
    "attack storm raid burst break ride drive descend surround open turn sweep invade overrun "
    "march force smash ambush fire shell bomb block stop shoot assault"
)
"""What those do who then do the harm; the police may come because it was done."""


def who_was_there(sight: Sight, k: int) -> int:
    """The armed subject nearest before word `k`; -1 for none."""
    for index, verb in subjects_of(sight, 0, k):
        if sight.clause.lows[verb] in sight.lex.report or not can_act(sight, index):
            continue
        actor = name_party(sight, index)
        if actor is not None and actor.kind in {"group", "force", "state"}:
            return index
    return -1


def who_went_on(sight: Sight, main: Frame, low: int) -> int:
    """ "settlers went from house to house, setting alight": the armed subject before it."""
    clause, lex = sight.clause, sight.lex
    words = clause.words
    if main.subjects or main.voice == "passive":
        return -1
    verb = main.verb
    if main.voice == "nominal" and main.entry.role != "weapon" and verb < 0:
        return -1
    if main.voice == "nominal" and main.entry.role != "weapon":
        # "X guerrillas set off a bomb": the doer of what was done with it
        helper, _, _, _, passive = helpers(clause, verb)
        if words[verb].lemma not in _DOING or passive or verb > main.first:
            return -1
        found, _ = left_subject(clause, helper if helper >= 0 else verb, lex)
        if found and can_act(sight, found[0]):
            return found[0]
        return -1
    for index, verb in subjects_of(sight, low, main.first):
        if words[verb].low in lex.report or not can_act(sight, index):
            continue
        if words[verb].lemma in GAVE_WAY or _met_weapon(sight, verb):
            continue  # "a crowd went in, the police ran, the hall was set on fire"
        if any(w.tag == ";" for w in words[verb : main.first]):
            continue
        actor = name_party(sight, index)
        if actor is not None and actor.kind in {"group", "force", "state"}:
            return index
    return -1


_DOING = word_set(
    "set detonate place plant leave throw launch stage mount carry conduct lead open fire drop "
    "commit perpetrate organise organize use begin start unleash wage drive ram park hurl lob "
    "explode make execute resume intensify step answer respond reply retaliate react counter"
)


def first_subject(sight: Sight) -> int:
    """The first phrase that is the subject of a verb other than of speaking; -1 for none."""
    words, report = sight.clause.words, sight.lex.report
    found = [
        index
        for index, verb in subjects_of(sight, 0, len(words), most=6)
        if words[verb].low not in report and words[verb].lemma not in GAVE_WAY
    ]
    return found[-1] if found else -1


def subjects_of(sight: Sight, low: int, high: int, *, most: int = 30) -> Iterator[tuple[int, int]]:
    """Phrases that active verbs have as subjects, with the verb, the nearest to `high` first."""
    clause = sight.clause
    words, phrases = clause.words, clause.phrases
    for index in range(min(len(phrases), most) - 1, -1, -1):
        phrase = phrases[index]
        if phrase.preposition >= 0 or not low <= phrase.first < high:
            continue
        if words[phrase.head].tag == "r":
            continue
        at, last = index, phrase.last
        while (
            at + 1 < len(phrases) and phrases[at + 1].first == last + 1 and words[last].low == "of"
        ):
            at += 1
            last = phrases[at].last
        passive = False
        while last < len(words) and words[last].tag in "axm":
            passive = passive or words[last].low in {"was", "were", "been", "be", "is", "are"}
            last += 1
        if last < len(words) and words[last].tag == "v" and not passive and last < high:
            yield index, last
