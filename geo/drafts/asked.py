"""Names that stand where places stand: before the colon of a line, in a dateline.

A name alone tells a recogniser too little: "Goma" may be anybody. Asked for as one tells a
place, "in Goma", it is one or it is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from gazetteer.model import Mention
from geo.words import Lexicon

__all__ = ["ask", "with_heads"]

Toponyms = Callable[[str], Sequence[Mention]]

_LED = "in "
_HEADS = re.compile(
    r"(?:\A|(?<=\n)|(?<=[.;:] )|(?<=[-–—•*·] ))"
    r"([^\W\d_][\w'’-]*+(?: [^\W\d_][\w'’-]*+){0,3})"
    r"(?=(?: \([^\n()]{1,40}\))?:\s|,? [-–—] )"
)
_IN_CAPITALS = re.compile(
    r"\b(?:IN|NEAR|AT|OUTSIDE|AROUND)\s"
    r"((?!THE\b|AN?\b)[^\W\d_a-z][\w'’-]*+(?: [^\W\d_][\w'’-]*+){0,2})"
)
_MOST = 300
"""Names of a report that are asked for."""


def ask(name: str, at: int, toponyms: Toponyms) -> list[Mention]:
    """The places that a name says, whose offset in the text is `at`."""
    said = name.title() if name.isupper() else name
    out = []
    for m in toponyms(_LED + said):
        start, end = m.start - len(_LED), m.end - len(_LED)
        if m.place is not None and start >= 0:
            text = name[start:end]
            out.append(
                Mention(start + at, end + at, text, m.place, m.score, m.role, m.form, m.candidates)
            )
    return out


def with_heads(
    text: str, mentions: Sequence[Mention], toponyms: Toponyms, lex: Lexicon, *, upper: bool
) -> list[Mention]:
    """The mentions of a text, and the places that head its lines and sentences.

    In capitals also those after a preposition, where a name looks like any word.
    """
    ends = {m.start: m.end for m in mentions}
    out = list(mentions)
    for asked, head in enumerate(_HEADS.finditer(text)):
        if asked >= _MOST:
            break
        at, name = head.start(1), head[1]
        words = name.casefold().split()
        party = any(lex.groups.at(words, i)[0] for i in range(len(words)))
        if at not in ends and not party and all(word[:1].isupper() for word in name.split()):
            out += [m for m in ask(name, at, toponyms) if m.start == at and m.end == head.end(1)]
    return sorted(out + _led_names(text, out, toponyms) if upper else out, key=lambda m: m.start)


def _led_names(text: str, known: Sequence[Mention], toponyms: Toponyms) -> list[Mention]:
    """Names after a preposition in a text in capitals, in the countries that it speaks of."""
    covered = bytearray(len(text))
    for m in known:
        covered[m.start : m.end] = b"\1" * (m.end - m.start)
    countries = {m.place.country_code for m in known if m.place is not None}
    out = []
    for asked, found in enumerate(_IN_CAPITALS.finditer(text)):
        if asked >= _MOST:
            break
        at = found.start(1)
        if not any(covered[at : found.end(1)]):
            out += [
                m
                for m in ask(found[1], at, toponyms)
                if m.start == at and m.place is not None and m.place.country_code in countries
            ]
    return out
