"""Running text as tokens: what each word is, and what stands between it and the next.

A text is split once, by one regular expression, into words and gaps; everything that
can be known of a word without its neighbours is kept in a cache over all texts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter, sub
from typing import Final

from gazetteer.names import fold, phrase_hash
from gazetteer.toponyms.words import Word, guess_language, inflections, word_classes

__all__ = ["Gap", "Shape", "Token", "Tokens", "Vocabulary", "has_dense", "is_dense", "tokenise"]

_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0903"
    "\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0b82-\u0bcd\u0e31-\u0e4e\u200c\u200d"
)
"""Marks that belong to a word though they are no letters."""
_APOSTROPHES = "'’ʼʿʾ‘`´"
_WORD = rf"[^\W_](?:[^\W_]|[{_MARKS}])*"
_DENSE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Scripts written without spaces between words: each sign is a token of its own."""
_SPLIT = re.compile(
    # The first way takes nearly every word, and a gap is passed over by the second.
    rf"([A-Za-z]+(?=[\s,])|(?=[\w@#])(?:[{_DENSE}]|"
    r"[^\W_]+(?=[\s,;)\"])|https?://\S*|www\.\S+|[\w.+-]+@[\w-]+\.\w+|[@#]\w+"
    r"|\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?|\b[^\W\d_]\.[^\W\d_]\b"
    rf"|{_WORD}(?:[{_APOSTROPHES}]{_WORD})*))"
)
_ONE_DENSE = re.compile(f"[{_DENSE}]")
_CAMEL = re.compile(r"[^\W\d_a-z]+(?![a-z])|[^\W\d_a-z]?[a-z]+|\d+|[^\W_]+")
_ELISION = re.compile(rf"^(?:[dlnscj]|qu|jusqu|lorsqu)[{_APOSTROPHES}](?=\w)", re.IGNORECASE)
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}][sS]$")
_ABBREVIATED = frozenset(
    [
        "st",
        "ste",
        "mt",
        "ft",
        "pt",
        "mts",
        "sta",
        "sto",
        "fr",
        "gen",
        "col",
        "lt",
        "sgt",
        "capt",
        "maj",
        "dr",
        "mr",
        "mrs",
        "ms",
        "prof",
        "sen",
        "rep",
        "gov",
        "rev",
        "adm",
        "brig",
        "cmdr",
        "pres",
        "no",
        "vs",
    ]
)
_FUNCTIONAL = Word.FUNCTION | Word.INSIDE | Word.MOTION | Word.OF | Word.THE | Word.AND
_PLAINLY = 0.25
"""Share of English function words that leaves no doubt."""
_SHORT = 4
_SAMPLE = 100
"""Words from the beginning of a text that its language is guessed from."""
_JOINED_BY_DOT = frozenset(["st", "ste", "mt", "ft", "pt", "sta", "sto"])


class _Chunks(dict[str, tuple[str, tuple[str, ...]]]):
    """What stands between two spaces: the gap before its first word, and words and gaps after.

    Much the same chunks come again in every text, and nothing that is matched runs over a
    space, so that only new ones are split.
    """

    LIMIT, LONGEST = 100_000, 40

    def __missing__(self, chunk: str) -> tuple[str, tuple[str, ...]]:
        before, *rest = _SPLIT.split(chunk + " ")
        pieces = before, tuple(rest)
        if len(chunk) <= self.LONGEST:
            if len(self) >= self.LIMIT:
                self.clear()
            self[chunk] = pieces
        return pieces


_CHUNKS = _Chunks()


def _split(text: str) -> list[str]:
    """Gaps and words in turn, as `_SPLIT.split` gives them."""
    *chunks, last = text.split(" ")
    pieces = [""]
    for chunk in chunks:
        before, rest = _CHUNKS[chunk]
        if before:
            pieces[-1] += before
        pieces += rest
    end = _SPLIT.split(last)
    pieces[-1] += end[0]
    pieces += end[1:]
    return pieces


class Shape:
    """How a word is written."""

    LOWER: Final = 0
    CAPITALISED: Final = 1
    CAPITALS: Final = 2
    UNCASED: Final = 3
    """Letters of a script that knows no case."""
    NUMBER: Final = 4
    OPAQUE: Final = 5
    """A web address, a mail address, a user's handle."""


class Gap:
    """What stands between a word and the next."""

    SPACE: Final = 0
    HYPHEN: Final = 1
    NOTHING: Final = 2
    """Parts of one hashtag."""
    AMPERSAND: Final = 3
    COMMA: Final = 4
    DOT: Final = 5
    """A full stop that may belong to an abbreviation."""
    SLASH: Final = 6
    OPENING: Final = 7
    """A bracket opens."""
    CLOSING: Final = 8
    END: Final = 9
    """A sentence, a clause with its own capital, or a line ends."""
    OTHER: Final = 10


_JOINS = tuple(
    gap in (Gap.SPACE, Gap.HYPHEN, Gap.NOTHING, Gap.AMPERSAND) for gap in range(Gap.OTHER + 1)
)
"""For each gap whether a name may run over it."""
_CUT = attrgetter("cut")


@dataclass(slots=True, eq=False)
class Token:
    """All that a word says by itself; one object for all its occurrences.

    Never changed once made, but not frozen: they are made by the thousand.
    """

    raw: str
    folded: str
    """Without a possessive ending."""
    hash: int
    full_hash: int
    """Of the word with its possessive ending, which some names carry ("Queen Anne's")."""
    bits: int
    """`Word` classes."""
    shape: int
    """`Shape`."""
    cut: int
    """Length of the possessive ending."""
    starts: bool
    """Whether a name in mixed-case text may begin here."""
    forms: tuple[tuple[str, int], ...] = ()
    """Dictionary forms it may come from, each with what is cut from its front."""


class Vocabulary(dict[str, Token]):
    """The words of one language met so far, each with what is known of it."""

    LIMIT = 200_000
    """Entries kept; a text in one language rarely has more distinct words."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self._classes = word_classes(language)

    def __missing__(self, raw: str) -> Token:
        if len(self) >= self.LIMIT:
            self.clear()
        token = self[raw] = self._read(raw)
        return token

    def _read(self, raw: str) -> Token:
        first, plain = raw[0], raw.isascii() and raw.isalnum()
        if not plain and ("://" in raw or "@" in raw or raw.startswith("www.")):
            return Token(raw, "", 0, 0, 0, Shape.OPAQUE, 0, starts=False)
        end = None if plain else _POSSESSIVE.search(raw)
        cut = len(raw) - end.start() if end else 0
        bare = raw[: len(raw) - cut]
        folded = fold(bare)
        bits = self._classes.get(folded, 0)
        shape = _shape(bare)
        if shape == Shape.LOWER and len(bare) <= _SHORT:
            bits |= Word.SHORT
        forms: list[tuple[str, int]] = []
        elided = None if plain else _ELISION.match(bare)
        if elided and len(bare) > elided.end() + 1:
            forms.append((fold(bare[elided.end() :]), elided.end()))
        if "\uac00" <= first <= "\ud7a3":
            # Korean particles follow their noun without a space.
            forms.extend((folded[:end], 0) for end in range(len(folded) - 1, 1, -1))
        forms.extend((form, 0) for form in inflections(self.language, folded))
        starts = shape in (Shape.CAPITALISED, Shape.CAPITALS, Shape.UNCASED) or (
            bool(elided) and bare[elided.end()].isupper() if elided else False
        )
        base = phrase_hash(folded)
        full = phrase_hash(fold(raw)) if cut else base
        return Token(raw, folded, base, full, bits, shape, cut, starts=starts, forms=tuple(forms))


def is_dense(word: Token) -> bool:
    """Whether a token is a sign of a script without spaces between words."""
    return len(word.raw) == 1 and bool(_ONE_DENSE.match(word.raw))


def has_dense(text: str) -> bool:
    """Whether a text has any sign of such a script."""
    return not text.isascii() and _ONE_DENSE.search(text) is not None


def _shape(word: str) -> int:
    if word.islower() and not word[0].isdigit():
        return Shape.LOWER
    if word[0].isdigit():
        return Shape.NUMBER
    if word[0].isupper() and word[1:].islower():
        return Shape.CAPITALISED
    if word.isupper() and sum(c.isalpha() for c in word) > 1:
        return Shape.CAPITALS
    if any(c.isupper() for c in word):
        return Shape.CAPITALISED
    return Shape.LOWER if any(c.islower() for c in word) else Shape.UNCASED


class _Gaps(dict[str, int]):
    """Codes of the gaps met so far."""

    def __missing__(self, gap: str) -> int:
        code = _gap(gap)
        if len(gap) <= 4:
            self[gap] = code
        return code


def _gap(gap: str) -> int:
    bare = gap.strip()
    if not bare:
        if not gap:
            return Gap.NOTHING
        return Gap.END if len(re.findall(r"\n|\r(?!\n)", gap)) > 1 else Gap.SPACE
    if bare in "-‐‑" and len(gap) == 1:
        return Gap.HYPHEN
    if bare == "&":
        return Gap.AMPERSAND
    if bare == "," and "\n\n" not in gap:
        return Gap.COMMA
    if bare == ".":
        return Gap.DOT
    if bare == "/":
        return Gap.SLASH
    if re.search(r"[.!?…:;][\"”’'»)\]]*(?:\s|$)", gap) or "\n" in gap or re.search('[“"«]$', gap):
        return Gap.END
    if "(" in bare or "[" in bare:
        return Gap.OPENING
    if bare[0] in ")]":
        return Gap.CLOSING
    return Gap.OTHER


_GAPS = _Gaps()


@dataclass(slots=True)
class Tokens:
    """A text's tokens; the lists run in parallel."""

    text: str
    language: str
    words: list[Token]
    starts: list[int]
    ends: list[int]
    """Exclusive, before a possessive ending."""
    gaps: list[int]
    """`Gap` after each word; `END` after the last."""
    first: list[bool]
    """Whether the word begins a sentence or a clause."""
    joins: list[bool]
    """Whether a name may run on from the word to the next."""

    def __len__(self) -> int:
        return len(self.words)


def tokenise(text: str, vocabularies: dict[str, Vocabulary]) -> Tokens:
    """Split a text into tokens, guessing its language from its function words.

    `vocabularies` is filled as languages are met.

    Examples
    --------
    >>> tokens = tokenise("Near St. Louis's airport, #PrayForParis", {})
    >>> [tokens.text[a:b] for a, b in zip(tokens.starts, tokens.ends)]
    ['Near', 'St', 'Louis', 'airport', 'Pray', 'For', 'Paris']
    """
    pieces = _split(text)
    if "#" in text:
        pieces = _split_hashtags(pieces)
    raw, between = pieces[1::2], pieces[2::2]
    ends = list(accumulate(map(len, pieces)))
    language, words = _words(raw, vocabularies)
    starts = ends[0:-1:2]
    stops = ends[1::2]
    gaps = [_GAPS[gap] for gap in between]
    if gaps:
        gaps[-1] = Gap.END
    cuts = list(map(_CUT, words))
    bounds = list(map(sub, stops, cuts)) if any(cuts) else stops
    joins = [_JOINS[gap] for gap in gaps]
    first = [True, *[gap == Gap.END for gap in gaps]]
    first.pop()
    at = -1
    for _ in range(gaps.count(Gap.DOT)):
        at = gaps.index(Gap.DOT, at + 1)
        word = words[at]
        joins[at] = word.folded in _JOINED_BY_DOT
        if at + 1 < len(words):
            first[at + 1] = not (
                word.folded in _ABBREVIATED or (len(word.raw) == 1 and word.shape != Shape.NUMBER)
            )
    return Tokens(text, language, words, starts, bounds, gaps, first, joins)


def _words(raw: list[str], vocabularies: dict[str, Vocabulary]) -> tuple[str, list[Token]]:
    english = vocabularies.get("en") or vocabularies.setdefault("en", Vocabulary("en"))
    words = [english[word] for word in raw]
    sample = words[:_SAMPLE]
    if sum([word.bits & _FUNCTIONAL != 0 for word in sample]) > _PLAINLY * len(sample):
        return "en", words
    language = guess_language([word.folded for word in sample])
    if language != "en":
        vocabulary = vocabularies.get(language)
        if vocabulary is None:
            vocabulary = vocabularies.setdefault(language, Vocabulary(language))
        words = [vocabulary[word] for word in raw]
    return language, words


def _split_hashtags(pieces: list[str]) -> list[str]:
    """Gaps and words in turn, hashtags taken apart where their capitals change.

    The sign goes to the gap before; a hashtag that has no such parts stays whole.
    """
    split = [pieces[0]]
    for word, gap in zip(pieces[1::2], pieces[2::2], strict=True):
        if word[0] != "#":
            split += (word, gap)
            continue
        split[-1] += "#"
        parts = _CAMEL.findall(word)
        if sum(map(len, parts)) != len(word) - 1:
            parts = [word[1:]]
        for part in parts[:-1]:
            split += (part, "")
        split += (parts[-1], gap)
    return split
