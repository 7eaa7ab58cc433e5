"""What kind of thing was hit."""

from __future__ import annotations

from geo.actors.wording import owner_end
from geo.clauses import Clause, Phrase
from geo.words import Lexicon

__all__ = ["target_kind"]


def target_kind(clause: Clause, phrase: Phrase, lex: Lexicon) -> str:
    """military, government, infrastructure, civilian, shipping or unknown."""
    keep = [k for k in range(phrase.first, phrase.last) if clause.words[k].tag != "-"]
    lows = [clause.words[k].low for k in keep]
    best = "unknown"
    shipping = False
    covered = 0  # words of a longer name: "oil tank" is no tank
    for i in range(len(lows)):
        if i >= covered and lows[i] in lex.targets:
            length, values = lex.targets.at(lows, i)
            covered = i + length
            if length:
                kinds = [str(v) for v in values]
                shipping = shipping or "shipping" in kinds
                # a word of two kinds ("leader") is not decisive; the last word is the head
                best = kinds[0]
                if "civilian" in kinds and "military" not in kinds:
                    best = "civilian"
        if (
            lows[i]
            in {
                "army",
                "military",
                "soldiers",
                "troops",
                "rebel",
                "militia",
                "militant",
                "guerrilla",
            }
            and best == "civilian"
        ):
            best = "military"
    if any(low in {"displacement", "refugee", "displaced", "idp"} for low in lows) and any(
        low in {"camp", "camps"} for low in lows
    ):
        return "civilian"
    last = phrase.last
    if (
        best == "military"
        and lows[-1:] in (["convoy"], ["column"])
        and _of_civilians(clause, last, lex)
    ):
        return "civilian"  # "a convoy of aid workers"
    if best in {"civilian", "unknown"} and any(
        low in lex.armed for low in clause.lows[last : owner_end(clause, last)]
    ):
        return "military"  # whose it is decides over what it is
    if any(
        low in {"military", "army", "weapons", "navy", "naval", "militia"} for low in lows
    ) and best in {"civilian", "unknown", "infrastructure"}:
        return "military"
    if any(
        low in {"police", "government", "presidential", "gendarmerie", "election", "embassy"}
        for low in lows
    ) and best in {"civilian", "unknown"}:
        return "government"
    return "shipping" if shipping and best != "military" else best


def _of_civilians(clause: Clause, k: int, lex: Lexicon) -> bool:
    """Whether "of" and people who are no party lead on from a word."""
    if clause.lows[k : k + 1] != ["of"] or k + 1 >= len(clause.words):
        return False
    index = clause.phrase_of[k + 1]
    return index >= 0 and clause.words[clause.phrases[index].head].low in lex.civilians
