"""Weapons that a phrase or a stretch of words names."""

from __future__ import annotations

from geo.clauses import Clause, Phrase
from geo.lexicon.weapons_en import Weapon
from geo.words import Lexicon, word_set

__all__ = ["weapon_at", "weapons_in"]


def weapon_at(clause: Clause, phrase: Phrase, lex: Lexicon) -> Weapon | None:
    """The weapon that a phrase's head names, if it names one."""
    lows = clause.lows
    head = phrase.head
    for first in range(max(phrase.first, head - 3), head + 1):
        if lows[first] not in lex.weapons:
            continue
        window = [lows[k] for k in range(first, head + 1) if clause.words[k].tag != "-"]
        length, values = lex.weapons.at(window, 0)
        if length == len(window) and values and isinstance(values[0], Weapon):
            return values[0]
    return None


_HOLDS = {
    "tank": word_set("oil fuel water gas storage septic"),
    "mine": word_set(
        "coal gold copper iron diamond salt silver cobalt tin uranium nickel emerald jade opencast "
        "disused artisanal"
    ),
}


def weapons_in(
    clause: Clause, first: int, last: int, lex: Lexicon
) -> list[tuple[int, int, Weapon]]:
    """Weapons named in a stretch of words: first, last, row."""
    if lex.weapons.opened_by_none(clause.lows[first:last]):
        return []
    words = clause.words
    keep = [k for k in range(first, last) if words[k].tag != "-"]
    lows = [words[k].low for k in keep]
    out: list[tuple[int, int, Weapon]] = []
    i = 0
    while i < len(lows):
        if lows[i] not in lex.weapons:
            i += 1
            continue
        if i and lows[i - 1] == "dive":
            i += 1
            continue  # "drones that dive bomb"
        if i and lows[i - 1] in _HOLDS.get(lows[i].removesuffix("s"), ()):
            i += 1
            continue  # "an oil tank", "a coal mine"
        if words[keep[i]].tag not in "vb":
            length, values = lex.weapons.at(lows, i)
            if length and isinstance(values[0], Weapon):
                out.append((keep[i], keep[i + length - 1] + 1, values[0]))
                i += length
                continue
        i += 1
    return out
