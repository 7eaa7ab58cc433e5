"""What words say about the names beside them: closed tables, one module a language.

A language is a mapping from `Word` (a class of evidence) to its words, folded as
`gazetteer.names.fold` folds them. Adding a language means adding such a module and
naming it in `LANGUAGES`; no rule is written for one language alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from gazetteer.names import fold
from gazetteer.toponyms.words import arabic, english, french, people, russian, spanish, ukrainian
from gazetteer.toponyms.words.classes import Word, listed

__all__ = ["LANGUAGES", "Word", "guess_language", "inflections", "listed", "word_classes"]

LANGUAGES: Mapping[str, Mapping[int, str]] = {
    "en": english.WORDS,
    "fr": french.WORDS,
    "es": spanish.WORDS,
    "ru": russian.WORDS,
    "uk": ukrainian.WORDS,
    "ar": arabic.WORDS,
}

_INFLECTIONS: Mapping[str, Callable[[str], tuple[str, ...]]] = {
    "ru": russian.base_forms,
    "uk": ukrainian.base_forms,
    "ar": arabic.base_forms,
}

_ENOUGH = 0.12
"""Share of a text's words that a language's function words make up, at the least.
In running text of these languages it is a quarter or more; headlines have fewer."""


@cache
def word_classes(language: str) -> Mapping[str, int]:
    """Every folded word of a language and the classes that it is in, as `Word` bits.

    Examples
    --------
    >>> bool(word_classes("en")["in"] & Word.INSIDE)
    True
    """
    classes: dict[str, int] = {}
    for table in (people.WORDS, LANGUAGES[language]):
        for word, entries in table.items():
            for entry in entries.split():
                key = fold(entry)
                classes[key] = classes.get(key, 0) | word
    return classes


@cache
def _function_words(language: str) -> frozenset[str]:
    marks = Word.FUNCTION | Word.INSIDE | Word.MOTION | Word.OF | Word.THE | Word.AND
    return frozenset(w for w, bits in word_classes(language).items() if bits & marks)


def guess_language(words: Iterable[str]) -> str:
    """The language whose function words are most frequent among folded words.

    English where nothing speaks for another: its table also holds the names of people.

    Examples
    --------
    >>> guess_language("la ville de homs dans le centre du pays".split())
    'fr'
    """
    sample = list(words)
    best, most = "en", sum(word in _function_words("en") for word in sample)
    for language in LANGUAGES:
        count = sum(word in _function_words(language) for word in sample)
        if count > most and count >= _ENOUGH * len(sample):
            best, most = language, count
    return best


def inflections(language: str, word: str) -> tuple[str, ...]:
    """Dictionary forms that an inflected word may come from, likeliest first."""
    forms = _INFLECTIONS.get(language)
    return forms(word) if forms else ()
