"""People whom nobody names: how many they are, on what they came, what they wore."""

from __future__ import annotations

from geo.clauses import Clause, Phrase
from geo.words import word_set

__all__ = ["BARE", "PLAIN", "counted_from", "garbed"]


def counted_from(clause: Clause, phrase: Phrase) -> int:
    """ "Some | sixty men": of bare men their number says most."""
    first = phrase.head
    while first > phrase.first and clause.words[first - 1].tag == "q":
        first -= 1
    return first


def garbed(clause: Clause, last: int) -> int:
    """Where a description ends: "men | in police uniform", "men | armed with rifles"."""
    words, lows = clause.words, clause.lows
    if last + 1 >= len(words):
        return last
    shown = lows[last] in _SHOWN  # "dressed as soldiers", "wearing masks"
    at = last + 1 if shown and lows[last + 1] not in {"as", "in", "with"} else last + 1 + shown
    index = clause.phrase_of[at] if at < len(words) else -1
    if index < 0 or clause.phrases[index].first != at:
        return last
    look = clause.phrases[index]
    seen = _LOOKS.get(lows[last], frozenset())
    return look.last if shown or lows[look.head] in seen else last


_SHOWN = frozenset({"armed", "dressed", "disguised", "clad", "wearing", "riding", "carrying"})
_GARB = word_set("uniform uniforms fatigues camouflage dress clothes clothing gear masks outfits")
_MOUNTS = word_set(
    "motorcycle motorcycles motorbike motorbikes bikes horseback horses camels foot trucks pickups "
    "boats speedboats skiffs vehicles cars scooter scooters"
)
_ARMS = word_set(
    "guns rifles machetes knives axes clubs sticks pistols spears weapons kalashnikovs swords bows"
)
_LOOKS = {"in": _GARB | _MOUNTS, "on": _MOUNTS, "aboard": _MOUNTS, "with": _ARMS | _GARB}
"""What is seen of men whom nobody names, by the preposition before it."""


PLAIN = word_set(
    "men man people gunmen gunman assailants attackers persons individuals fighters women youths"
)
BARE = frozenset({"men", "man", "people", "persons", "individuals"})
