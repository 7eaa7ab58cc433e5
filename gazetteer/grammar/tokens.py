"""A phrase as words and marks, each with its place in the text."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

__all__ = ["DASHES", "Token", "plain", "tokenise"]

_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)?(?=\D|$)|[^\W\d_](?:[\w\u0300-\u036f]|['’‘ʿʾʻʼ`.](?=\w))*\.?|[-–—]|[,;()/&~]|\S",
    re.UNICODE,
)
DASHES = frozenset("-–—")


class Token(NamedTuple):
    """A word or a mark, as written and as compared, with its offsets."""

    text: str
    low: str
    start: int
    end: int


def plain(text: str) -> str:
    """Lower case, marks off, apostrophes straight: for comparing words of the tables."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def tokenise(text: str) -> list[Token]:
    """Cut a phrase into words, numbers and marks."""
    out: list[Token] = []
    for m in _TOKEN.finditer(text):
        word = m.group()
        # A full stop ends a sentence, not an abbreviation, unless letters are dotted.
        if len(word) > 2 and word.endswith(".") and "." not in word[:-1]:
            word = word[:-1] if word.lower() not in {"mt.", "st.", "ft."} else word
        out.append(Token(word, plain(word), m.start(), m.start() + len(word)))
    return out
