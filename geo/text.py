"""Running text cut into paragraphs, sentences, quotations and tokens, with offsets.

Every span is verbatim: `text[span.start:span.end] == span.text`, in Unicode code points
of the text exactly as given. Everything here is linear in the length of the text, also
on text written to be slow: expressions are possessive (they never go back), look at most
a bounded stretch ahead, and a sentence that does not end is cut at `MAX_SENTENCE`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from geo.lexicon.sentences import (
    ABBREVIATIONS_BEFORE_NAMES,
    ABBREVIATIONS_THAT_MAY_END,
    MONTH_ABBREVIATIONS,
    OTHER_STOP_WORDS,
    SENTENCE_STARTERS,
    STOP_WORDS,
)
from geo.model import Span
from geo.paragraphs import iter_paragraphs, paragraphs, rstrip, skip_space

__all__ = [
    "MAX_SENTENCE",
    "Token",
    "is_upper",
    "iter_paragraphs",
    "iter_sentences",
    "language_of",
    "paragraphs",
    "quotations",
    "sentences",
    "tokens",
]

MAX_SENTENCE: Final = 4000
"""Characters. The longest sentence kept whole; longer ones are lists or bait."""

_SAMPLE = 4000
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670"  # combining; Arabic vowels
# Letters, then combining signs or an apostrophe before a letter, then letters again: each
# part begins with a sign that the part before cannot hold, so there is one way to read it.
_LETTERS = r"[^\W\d_]"
_INNER = rf"(?:(?:[{_MARKS}]++|['’ʼ`](?={_LETTERS})){_LETTERS}*+)*+"

_TOKEN = re.compile(rf"(?P<word>{_LETTERS}++{_INNER})|(?P<number>\d++)|(?P<mark>\S)")
_WORD = re.compile(rf"{_LETTERS}++{_INNER}")
_EMOJI = "\U0001f300-\U0001f64f\U0001f680-\U0001faff\u2600-\u27bf\ufe0f\u200d"
_TERMINATOR = re.compile(rf"[.!?…؟۔。！？]++[\"'”’»)\]]*+|(?:[{_EMOJI}]++\s*+)++")
_TOLD_BY_EMOJI = re.compile(r"[\U0001f300-\U0001faff\u2600-\u26ff\u2705\u2728\u2757\u2764]")
_QUOTE_MARK = re.compile(r"[“”„«»\"]|\n[ \t\r]*+\n")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[a-z\u00e0-\u024f]")
_FOOTNOTE = re.compile(r"(?:\[\d{1,4}\])++")


class Token(NamedTuple):
    """A word, a run of digits or one other sign."""

    start: int
    end: int
    text: str
    key: str
    """Casefolded, with a plain apostrophe: what the word tables are keyed by."""
    kind: str
    """"word", "number" or "mark"."""


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Cut a text into tokens; hyphens split words, apostrophes inside them do not.

    Parameters
    ----------
    start, end
        The stretch to cut, in code points; by default all of it.

    Examples
    --------
    >>> [t.text for t in tokens("Kata’ib fighters, 24 late-night raids")]
    ['Kata’ib', 'fighters', ',', '24', 'late', '-', 'night', 'raids']
    >>> tokens("")
    ()
    """
    stop = len(text) if end is None else end
    return tuple(
        Token(m.start(), m.end(), m.group(), _key(m.group()), m.lastgroup or "mark")
        for m in _TOKEN.finditer(text, start, stop)
    )


def _key(word: str) -> str:
    folded = word.casefold()
    if "’" in folded or "ʼ" in folded or "`" in folded:
        folded = folded.replace("’", "'").replace("ʼ", "'").replace("`", "'")
    return folded


# --- Sentences -----------------------------------------------------------------------


def sentences(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Cut a text into sentences.

    Knows abbreviations, initials, quotations, upper-case wire text, wrapped lines,
    lists, and the full stops of Arabic script; no sentence is longer than
    `MAX_SENTENCE` characters.

    Examples
    --------
    >>> [s.text for s in sentences("Gen. Ali fled to the U.S. on Monday. “Why?” he asked.")]
    ['Gen. Ali fled to the U.S. on Monday.', '“Why?” he asked.']
    >>> sentences("  ")
    ()
    """
    return tuple(iter_sentences(text, start, end))


def iter_sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield what `sentences` returns, one at a time."""
    stop = len(text) if end is None else end
    careless = not any(char.isupper() for char in text[start : min(stop, start + _SAMPLE)])
    for paragraph in iter_paragraphs(text, start, stop):
        first = paragraph.start
        for match in _TERMINATOR.finditer(text, paragraph.start, paragraph.end):
            after = _sentence_end(text, first, match, paragraph.end, careless=careless)
            if after is None:
                continue
            yield from _bounded(text, first, after)
            first = skip_space(text, after, paragraph.end)
        if first < paragraph.end:
            yield from _bounded(text, first, paragraph.end)


def _sentence_end(
    text: str, first: int, match: re.Match[str], stop: int, *, careless: bool
) -> int | None:
    """Where the sentence ends whose last sign `match` may be, or None if it goes on."""
    start, after = match.span()
    if (note := _FOOTNOTE.match(text, after, stop)) is not None:
        after = note.end()
    if after >= stop:
        return after
    sign = text[start]
    if sign not in ".!?…؟۔。！？":
        return after if _ends_with_emoji(text, first, match) else None
    word = _word_before(text, first, start)
    if not text[after].isspace():
        # A space was forgotten ("were hurt.The army"): plain words only, no host names.
        glued = sign in ".!?" and len(word) > 2 and word.islower() and word != "www"
        capital = text[after].isupper() and text[after + 1 : after + 2].islower()
        return after if glued and capital and after == start + 1 else None
    following = skip_space(text, after, stop)
    if following >= stop:
        return after
    next_char = text[following]
    if next_char.islower() and not (careless and len(word) > 2):
        return None
    if sign != "." or match.end() - start > 1:
        return after
    return after if _full_stop(text, first, start, word, following, stop) else None


def _ends_with_emoji(text: str, first: int, match: re.Match[str]) -> bool:
    """Whether an emoji ends what was said, as a full stop does: "no water 😔 jets bombed".

    One that opens a line, one inside a phrase ("hit 💥 in") and a mark like a cross, which
    judges what stands before it, do not.
    """
    if match.start() <= first or not _TOLD_BY_EMOJI.match(match.group()):
        return False
    following = _TOKEN.match(text, match.end())
    return following is not None and _key(following.group()) not in _GOES_ON


_GOES_ON = frozenset({"in", "at", "on", "near", "and", "by", "of", "from", "to", "with", "for"})


def _full_stop(text: str, first: int, start: int, word: str, following: int, stop: int) -> bool:
    """Whether a single "." before white space and no small letter ends a sentence."""
    key = word.casefold()
    if not word:
        return True
    if key.isdigit():
        # "1. At 09:45 ..." numbers an item; "in 2015. The ..." ends a sentence.
        return start - len(word) > first
    if key in ABBREVIATIONS_BEFORE_NAMES:
        return key == "no" and not text[following].isdigit()
    if len(key) == 1:
        return False
    if key in ABBREVIATIONS_THAT_MAY_END or ("." in key and len(key) <= 8):
        token = _TOKEN.match(text, following, stop)
        if token is None:
            return False
        # "the port was hit on 8 Aug. Reports of ..."; but "on 8 Aug. Russian forces ..."
        told = text[first:start].split()
        dated = len(told) > _TOLD_BEFORE_DAY and told[-2].isdigit() and key in MONTH_ABBREVIATIONS
        return _key(token.group()) in SENTENCE_STARTERS or (dated and token.group().istitle())
    return True


_TOLD_BEFORE_DAY = 5
"""Words before a day and month from which on the full stop after them ends a sentence."""


def _word_before(text: str, first: int, position: int) -> str:
    """The letters, digits and inner full stops before a position, 24 at most."""
    begin = position
    floor = max(first, position - 24)
    while begin > floor and (text[begin - 1].isalnum() or text[begin - 1] == "."):
        begin -= 1
    return text[begin:position].lstrip(".")


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > MAX_SENTENCE:
        limit = start + MAX_SENTENCE
        cut = max(text.rfind("\n", start + 1, limit), text.rfind(";", start + 1, limit))
        if cut < start + MAX_SENTENCE // 2:
            cut = max(cut, text.rfind(" ", start + 1, limit))
        cut = limit if cut <= start else cut + 1
        stripped = rstrip(text, start, cut)
        if stripped > start:
            yield Span(start, stripped, text[start:stripped])
        start = skip_space(text, cut, end)
    end = rstrip(text, start, end)
    if start < end:
        yield Span(start, end, text[start:end])


# --- Quotations ----------------------------------------------------------------------

_CLOSERS = {"“": "”", "„": "“”", "«": "»", '"': '"', "»": "«"}


def quotations(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Find what stands between quotation marks, the marks left off.

    A quotation that is not closed ends with its paragraph, as in print.

    Examples
    --------
    >>> [q.text for q in quotations('He said: “We hit it.” She said "no".')]
    ['We hit it.', 'no']
    """
    stop = len(text) if end is None else end
    found: list[Span] = []
    opened: int | None = None
    closers = ""
    for match in _QUOTE_MARK.finditer(text, start, stop):
        mark = match.group()
        if opened is not None and (mark in closers or mark[0] == "\n"):
            found.append(Span(opened, match.start(), text[opened : match.start()]))
            opened = None
        elif opened is None and mark in _CLOSERS:
            opened, closers = match.end(), _CLOSERS[mark]
    if opened is not None and opened < stop:
        found.append(Span(opened, stop, text[opened:stop]))
    return tuple(found)


# --- What kind of text ---------------------------------------------------------------


def is_upper(text: str) -> bool:
    """Whether a text is written in capitals throughout, as old wire reports are.

    Examples
    --------
    >>> is_upper("BOGOTA, 3 JUL 89 (EFE) -- [TEXT] A BOMB EXPLODED")
    True
    >>> is_upper("A bomb exploded in BOGOTA")
    False
    """
    sample = text[:_SAMPLE]
    upper, lower = sum(map(str.isupper, sample)), sum(map(str.islower, sample))
    return upper + lower >= 20 and upper > 0.9 * (upper + lower)


def language_of(text: str) -> str | None:
    """Tell the language of a text among those that have word tables.

    Returns
    -------
    str or None
        "en", "fr", "es", "ar", "ru" or "uk"; None where the text is in none of these or
        too short to tell. Judged by script and by the commonest words of the first
        4,000 characters of letters.

    Examples
    --------
    >>> language_of("The army said that two people were killed in the attack.")
    'en'
    >>> language_of("Die Armee sagte, dass zwei Menschen bei dem Angriff starben.")
    """
    sample = text[: 2 * _SAMPLE].casefold()
    plain = sample.isascii()
    arabic = 0 if plain else len(_ARABIC.findall(sample))
    cyrillic = 0 if plain else len(_CYRILLIC.findall(sample))
    latin = int(_LATIN.search(sample) is not None) if plain else len(_LATIN.findall(sample))
    most = max(arabic, cyrillic, latin)
    if not most:
        return None
    words = Counter(_WORD.findall(sample.replace("’", "'")))
    votes: dict[str, float] = dict.fromkeys(STOP_WORDS, 0.0)
    for word, count in words.items():
        languages = _LANGUAGES_OF.get(word, ())
        for language in languages:
            # A word that several languages share says less.
            votes[language] = votes.get(language, 0.0) + min(count, 12) / len(languages)
    for language, letters in () if plain else _TELLING_LETTERS.items():
        votes[language] += 0.3 * min(10, len(letters.findall(sample)))
    scripts = {"ar": arabic, "fa": arabic, "ur": arabic}
    scripts |= dict.fromkeys(("ru", "uk", "bg", "sr"), cyrillic)
    fitting = {key: vote for key, vote in votes.items() if scripts.get(key, latin) == most}
    best = max(fitting, key=lambda language: (fitting[language], language == "en"))
    return best if fitting[best] >= 0.25 and best in STOP_WORDS else None


_TELLING_LETTERS: Final = {
    "es": re.compile("[áíóúñ¿]"),
    "fr": re.compile("[èêçàùœ]"),
    "ru": re.compile("[ыэё]"),
    "uk": re.compile("[іїєґ]"),
}

_LANGUAGES_OF: Final[dict[str, tuple[str, ...]]] = {}
for _language, _words in (*STOP_WORDS.items(), *OTHER_STOP_WORDS.items()):
    for _word in _words:
        _LANGUAGES_OF[_word] = (*_LANGUAGES_OF.get(_word, ()), _language)
