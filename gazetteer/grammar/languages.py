"""Other languages' words of place, put into English; names stay as they are.

A report from the ground says "au nord de Bamako", "شمال سوريا" or "біля Бахмута". Only
the closed-class words are exchanged, phrase by phrase, and only where the phrase is
recognisably of that language; what the names mean is left to the gazetteer. Declined
Slavic names are brought back to the nominative that the gazetteer knows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from gazetteer.grammar.declension import nominative
from gazetteer.grammar.phrases import ADJECTIVES, DIRECTIONS, RULES, TYPES

__all__ = ["to_english"]

_SCRIPTS = {
    "ar": re.compile("[\u0600-\u06ff]"),
    "fa": re.compile("[\u0600-\u06ff]"),
    "uk": re.compile("[\u0400-\u04ff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "am": re.compile("[\u1200-\u137f]"),
    "my": re.compile("[\u1000-\u109f]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
}
_HINT = re.compile(
    r"[\u0370-\u1dff\u2e80-\ud7ff]|\b(?:du|de|del|des|entre|al|au|d['’]|a|axe|route|frente|frontera)\b",
    re.IGNORECASE,
)
_MARKS = str.maketrans(
    {"،": ",", "؛": ";", "，": ",", "、": ",", "；": ";", "፣": ",", "၊": ",", "\u200b": ""}
    | {chr(start + n): str(n) for start in (0x0660, 0x06F0, 0xFF10) for n in range(10)}
)
_SLOT = re.compile(r"\{(\d)(ern|d|w|a)\}")
_LISTS = (
    (re.compile(r" et "), re.compile(r"^(?:le |la |les |l['’]\s*)")),
    (re.compile(r" y "), re.compile(r"^(?:el |la |los )")),
    (re.compile(r" (?:та|і|й|и) "), re.compile("^$")),
    (re.compile(r" و(?=\S{3})"), re.compile("^$")),
)
"""The words for "and", and the articles that stand before the names they join."""
_DEEP = 3
"""Relations within relations that one phrase may hold: near the outskirts of the city of."""


def to_english(text: str, is_name: Callable[[str], bool] | None = None) -> str:
    """Put the words of place of another language into English.

    Parameters
    ----------
    text
        What a text calls a place.
    is_name
        Whether a phrase is the name of a place; such a phrase is left alone.

    Examples
    --------
    >>> to_english("à 30 km au nord de Bamako")
    '30 km north of Bamako'
    >>> to_english("cerca de Arauca"), to_english("شرق سوريا")
    ('near Arauca', 'eastern سوريا')
    >>> to_english("eastern Syria")
    'eastern Syria'
    """
    if not _HINT.search(text):
        return text
    text = text.translate(_MARKS)
    whole = _by_rules(text, is_name, 0)
    if whole != text or "," not in text:
        return whole
    # A comma parts two phrases, each of which may have words of its own.
    return ", ".join(_by_rules(part.strip(), is_name, 0) for part in text.split(","))


def _by_rules(text: str, is_name: Callable[[str], bool] | None, depth: int) -> str:
    if is_name is not None and is_name(text):
        return text
    for language, rule, out in _compiled():
        script = _SCRIPTS.get(language)
        if script is not None and not script.search(text):
            continue
        found = rule.match(text)
        if found:
            return _filled(out, found, language, is_name, depth)
    for pattern, before in _LISTS:
        listed = pattern.sub(" and ", text)
        if listed != text:
            pieces = (before.sub("", piece) for piece in re.split(r"\s*,\s*| and ", listed))
            read = [_by_rules(piece, is_name, depth + 1) for piece in pieces if piece]
            known = is_name is None or all(map(is_name, read))
            if depth < _DEEP and known and len(read) > 1:
                return f"{', '.join(read[:-1])} and {read[-1]}"
    return nominative(text, is_name) if _SCRIPTS["ru"].search(text) else text


@lru_cache(maxsize=1)
def _compiled() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    return tuple(
        (
            language,
            re.compile(
                rule.replace("{d}", _any(DIRECTIONS.get(language, {})))
                .replace("{w}", _any(TYPES.get(language, {}))),
                re.IGNORECASE,
            ),
            out,
        )
        for language, rule, out in RULES
    )  # fmt: skip


def _any(words: dict[str, str]) -> str:
    return "(" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + ")"


def _filled(
    out: str,
    found: re.Match[str],
    language: str,
    is_name: Callable[[str], bool] | None,
    depth: int,
) -> str:
    def slot(hit: re.Match[str]) -> str:
        word, form = found[int(hit[1])], hit[2]
        if form == "a":
            return ADJECTIVES.get(word, word)
        if form == "w":
            return TYPES[language][word.lower()]
        direction = DIRECTIONS[language][word.lower()]
        return direction if form == "d" or direction == "central" else f"{direction}ern"

    def name(hit: re.Match[str]) -> str:
        said = found[int(hit[1])].strip()
        if said.isdecimal() or depth >= _DEEP:
            return said
        return _by_rules(said, is_name, depth + 1)

    return re.sub(r"\\(\d)", name, _SLOT.sub(slot, out))
