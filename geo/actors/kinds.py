"""What kind of party a phrase names, and whether it can be one at all."""

from __future__ import annotations

from collections.abc import Sequence

from geo.actors.weapons import weapon_at
from geo.clauses import Clause, Phrase, Word
from geo.events import is_time
from geo.lexicon.weapons_en import AIRCRAFT
from geo.words import Lexicon, split_words, word_set

__all__ = ["SITES", "actor_kind", "by_trade", "is_actor"]


def actor_kind(clause: Clause, phrase: Phrase, lex: Lexicon, states: Sequence[int] = ()) -> str:
    """state, group, force, person or unknown."""
    words = clause.words
    lows = clause.lows[phrase.first : phrase.last]
    if lex.groups.begins_within(lows):
        return "group"
    head = words[phrase.head].low
    kind = lex.actors.get(head)
    if kind == "force" and any(lex.actors.get(low) == "group" or low in _IRREGULAR for low in lows):
        return "group"
    if kind == "person" and {"armed", "masked", "hooded"} & set(lows):
        return "group"
    if kind is None and len(lows) > 1:
        for low in reversed(lows):
            if low in lex.actors:
                kind = lex.actors[low]
                break
    if kind:
        return kind
    if any(phrase.first <= k < phrase.last for k in states):
        return "state"
    if lex.institutions.begins_within(lows):
        return "state"
    return "person" if by_trade(words[phrase.head], lex) else "unknown"


def by_trade(word: Word, lex: Lexicon) -> bool:
    """Whether a word that no table knows names people by what they do: "rustlers", "loggers"."""
    low = word.low
    return (
        word.text.islower()
        and len(low) > 5
        and low.endswith(_TRADES)
        and low not in _NO_TRADES
        and low not in lex.targets
        and low not in lex.weapons
        and low not in lex.trigger_words
        and low not in lex.anaphors
        and low not in lex.speakers
        and low not in lex.civilians
        and not low.endswith(("quarters", "copters"))
    )


_TRADES = ("ers", "ors", "ists")
_NO_TRADES = word_set(
    "others brothers sisters mothers fathers daughters powers waters numbers letters papers "
    "orders borders rivers towers tractors reactors bulldozers diggers containers carriers "
    "trailers boulders launchers computers corridors mirrors motors members dangers corners "
    "centers disasters fevers flowers layers matters timbers embers cinders shelters factors "
    "sectors errors doors floors colors boosters loudspeakers transformers boilers craters rumors "
    "terrors horrors burners lockers counters wrappers drawers quarters halters bunkers "
)
"""What has the same ending and no will."""


def is_actor(
    clause: Clause,
    phrase: Phrase,
    lex: Lexicon,
    states: Sequence[int] = (),
    *,
    upper: bool = False,
) -> bool:
    """Whether a subject can be a party: not a weapon, a time, an event or a pronoun."""
    words = clause.words
    head = words[phrase.head]
    if head.low in {"other", "another", "both", "others"}:
        return False
    if (
        head.tag == "r"
        or is_time(clause, phrase)
        or (head.tag in "qd" and head.low not in lex.actors)
    ):
        return False
    if weapon_at(clause, phrase, lex) is not None:
        own = actor_kind(clause, phrase, lex, states) in {"group", "person"}
        owned = head.low == "artillery" and clause.lows[phrase.first] in {"enemy", "our"}
        return own or owned or head.low in _CREWED
    if head.low in lex.anaphors or (head.low in lex.trigger_words and head.low not in lex.actors):
        return False
    if head.low in SITES:
        return False
    if head.low in lex.targets and head.low not in lex.actors and head.low not in lex.people:
        return phrase.head in states  # "army post", "vessel X": a thing, whoever owns it
    if actor_kind(clause, phrase, lex, states) != "unknown":
        return True
    if any(low in _VESSELS for low in clause.lows[phrase.first : phrase.head]):
        return False
    return (
        not upper
        and head.tag == "n"
        and head.text[:1].isupper()
        and head.low not in _NOT_ACTORS
        and len(head.low) > 1
    )


# What people sit in: "tanks fired" names a party, if only by its means.
_CREWED = word_set(
    "bomber attacker jet jets warplane warplanes plane planes helicopter helicopters aircraft "
    "gunship gunships tank tanks warship warships gunboat gunboats speedboat speedboats skiff "
    "skiffs bombers"
).union(split_words(AIRCRAFT), (f"{name}s" for name in split_words(AIRCRAFT)))
_IRREGULAR = word_set(
    "militia rebel opposition anti-government breakaway separatist insurgent mutinous renegade "
    "irregular guerrilla revolutionary"
)
"""What makes troops those of a group: "opposition forces"."""
_VESSELS = word_set(
    "ship vessel tanker carrier freighter boat ferry airliner plane flight train bus"
)
SITES = word_set(
    "post posts camp camps base bases position positions convoy checkpoint site vehicle"
)
_NOT_ACTORS = word_set(
    "somebody someone anybody anyone "
    "people person children civilians building house car bus vehicle vehicles fire toll "
    "number operation statement report reports incident damage toll responsibility "
    "district province city town village area capital hospital"
)
