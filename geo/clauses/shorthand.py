"""The words that shorthand stands for: "tps" is "troops", "21 Mar" is in March."""

from __future__ import annotations

from geo.clauses.model import Word
from geo.lexicon.shorthand_en import CAPITALS, COMPASS, FIRED, MONTHS, SHORTHAND, WEEKDAYS

__all__ = ["write_out"]

_KNOWN = frozenset({"min", "x", *MONTHS, *WEEKDAYS, *FIRED, *SHORTHAND})
_LETTERS = frozenset({*COMPASS, *CAPITALS})


def write_out(words: list[Word], *, upper: bool) -> list[Word]:
    """Give each word of shorthand the form that the tables know; the text stays as it is.

    The full stop of an abbreviation goes with it, and "2x" is "2".
    """
    if _KNOWN.isdisjoint([w.low for w in words]) and _LETTERS.isdisjoint([w.text for w in words]):
        return words
    out: list[Word] = []
    for k, w in enumerate(words):
        before = out[-1] if out else None
        after = words[k + 1] if k + 1 < len(words) else None
        if before is not None and before.end == w.start:
            if w.low == "x" and before.tag == "q":
                continue  # "2x suicide bombers"
            short = before.low != before.text.casefold() and before.text[:1].isalpha()
            if w.text == "." and short and after is not None:
                continue  # "acc. to", "incl. two children"
        if (low := _long_form(w, before, after, upper=upper)) is not None:
            w.low = low
        out.append(w)
    return out


def _long_form(w: Word, before: Word | None, after: Word | None, *, upper: bool) -> str | None:
    low = w.low
    if low in MONTHS:
        near = _is_day(before) or (after is not None and after.tag == "q")
        return MONTHS[low] if near else None
    if low in WEEKDAYS:
        return WEEKDAYS[low] if _is_day(after) and w.text[:1].isupper() else None
    if low == "min" and after is not None and after.tag == "q":
        return "least"
    if w.text in COMPASS and _points(before, after):
        return COMPASS[w.text]
    if not upper and w.text in CAPITALS:
        return CAPITALS[w.text]
    if low in FIRED:
        fired = after is not None and SHORTHAND.get(after.low, after.low) in _ROUNDS
        return FIRED[low] if fired or w.text.islower() else None
    return SHORTHAND.get(low)


_ROUNDS = frozenset({"rounds", "round", "fire", "shell", "shells", "attack", "bombs"})


def _is_day(w: Word | None) -> bool:
    """A number with which a day of a month may be written: "21", "1st", "20/21"."""
    return w is not None and w.tag == "q" and len(w.text.rstrip("stndrh")) <= 2


_SIDES = frozenset(
    {"of", "suburbs", "suburb", "outskirts", "bank", "part", "parts", "side", "edge"}
)


def _points(before: Word | None, after: Word | None) -> bool:
    """ "12 km SW of", "N Darfur", "W suburbs": a letter before "." or alone is an initial."""
    if after is None or not after.text[:1].isalpha():
        return False
    named = after.text[:1].isupper() and not after.text.isupper()
    return after.low in _SIDES or (named and (before is None or before.text != "."))
