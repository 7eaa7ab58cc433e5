"""A sentence cut into words and read: tags, then noun phrases; linear in the length."""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import chain

from geo.clauses.model import Clause, Word
from geo.clauses.phrases import noun_phrases
from geo.clauses.shorthand import write_out
from geo.clauses.tagging import tag_words
from geo.words import Lexicon

__all__ = ["read_clause"]


_WORD = re.compile(
    "|".join(
        (
            r"[A-Za-z]{2,}+(?=[ \n,;:)])",  # most words, without a look at the rest
            r"(?:[^\W\d_]\.){2,}",  # "U.S."
            r"[aA]/[cC]\b|[uU]/[iI]\b|[wW]/(?:[oO]\b)?|[MSFmsf]/[VTYvty]\b",  # "M/V", "w/o"
            r"(?:[A-Z]/)?[A-Z][A-Za-z]{0,2}-?\d{1,3}[A-Z]?(?:['’]?s)?(?![\w])",  # "M23", "Su-25s"
            r"[A-Z]\.(?=\s[A-Z])|(?:St|Mt|Ft)\.(?=\s[A-Z])",  # "J. Doe", "St. Louis"
            r"\d+(?:st|nd|rd|th)\b|\d[\d,.]*\d|\d+",
            r"[^\W\d_]+(?:['’ʿʾ‘`][^\W\d_]+)*['’]?",
            r"[-–—]+|\S",
        )
    )
)


_OPEN = frozenset("([{")


_CLOSE = frozenset(")]}")


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'").replace("‘", "'")


def read_clause(
    text: str,
    start: int,
    end: int,
    lex: Lexicon,
    *,
    skip: tuple[int, int] | None = None,
    seams: Set[int] = frozenset(),
) -> Clause:
    """Read `text[start:end]`, one sentence, as if what `skip` spans were not there.

    No noun phrase goes on across one of the `seams`, offsets at which a phrase that says
    when begins or ends: "Rebels | last night | blew up", "in the evening | troops fired".
    """
    words: list[Word] = []
    stop, resume = skip or (end, end)
    for m in chain(_WORD.finditer(text, start, stop), _WORD.finditer(text, resume, end)):
        raw = m.group()
        low = raw.lower() if raw.isascii() else _folded(raw)
        a, b = m.span()
        word = Word(a, b, raw, low)
        first = raw[0]
        if first.isalpha():
            if "'" not in low:
                pass
            elif low.endswith(("'s", "s'")) and len(low) > 2:
                word.possessive = True
                low = low[:-2] if low.endswith("'s") else low[:-1]
                word.low = low
            elif low.endswith("'"):
                low = word.low = low[:-1]
        elif first.isdigit():
            word.tag = "q"
        elif first in ",":
            word.tag = ","
        elif first in ";:":
            word.tag = ";"
        elif first in _OPEN:
            word.tag = "("
        elif first in _CLOSE:
            word.tag = ")"
        elif first in "-–—":
            # a hyphen inside a compound joins; a dash between clauses parts
            inside = a > start and not text[a - 1].isspace() and len(raw) == 1
            word.tag = "-" if inside and raw in "-–" else ";"
        elif first in '"“”«»„':
            word.tag = '"'
        else:
            word.tag = "." if first in ".!?" else ","
        words.append(word)
    words = write_out(words, upper=text[start : start + 200].isupper())
    tag_words(words, lex, text)
    lows = [w.low for w in words]
    phrases, phrase_of = noun_phrases(words, seams)
    return Clause(start, end, words, lows, frozenset(lows), phrases, phrase_of)
