"""A text turned into a row of tagged words, for the grammar of dates to read.

Each word gets the part it plays in a date ("month", "since", "shift") from the table of
its language, or none. Linear in the text: possessive expressions, one table look-up a
word, at most six words ahead.
"""

from __future__ import annotations

import functools
import importlib
import re
from collections.abc import Mapping, Sequence
from typing import Final

from geo.lexicon.dates import HIJRI_MONTHS, HOLIDAYS, ZONES, DateWords

__all__ = ["LANGUAGES", "Scan", "Value", "scan", "table"]

LANGUAGES: Final = ("en", "fr", "es", "ar", "ru", "uk")

Value = int | str | tuple[int, str]

_LETTER = r"[^\W\d_]|[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670]"
_TOKEN = re.compile(
    rf"""
    (?P<ampm>(?<![\w.])[aApP]\.\s?[mM](?:\.|\b))
  | (?P<word>(?:{_LETTER})(?:{_LETTER}|['’ʼ`](?=[^\W\d_]))*+)
  | (?P<iso>(?<![\d/.-])\d{{4}}-\d{{2}}-\d{{2}}(?![\d-])(?:[T ]\d{{2}}:\d{{2}}(?::\d{{2}})?(?:\.\d{{1,6}})?(?:Z|[+-]\d{{2}}:?\d{{2}})?)?)
  | (?P<numeric>(?<![\d/.-])(?:\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}}|\d{{1,2}}-\d{{1,2}}-\d{{2,4}}|\d{{4}}[/.]\d{{1,2}}[/.]\d{{1,2}})(?![\d/-]|\.\d))
  | (?P<dtg>(?<!\d)\d{{6}}\s?[A-IK-Z]\s?[A-Za-z]{{3}}\s?(?:\d{{4}}|\d{{2}})(?!\w))
  | (?P<clock>(?<![\d.:])(?:[01]?\d|2[0-3])[:h][0-5]\d(?::[0-5]\d)?(?![\d:]))
  | (?P<decade>(?<![\d])(?:\d{{3}}0|['’]\d0)(?:['’]?s\b|-х\b|-ті\b))
  | (?P<ordnum>(?<!\d)\d{{1,2}}(?:st|nd|rd|th|ST|ND|RD|TH|er|ème|º|ª|°|-?го|-?му|-?го)(?!\w))
  | (?P<big>\d++(?:[.,]\d++)++)
  | (?P<num>\d++)
  | (?P<blank>\n[ \t\r]*+\n)
  | (?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)
_ARABIC_FOLD = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ـ": ""})
_ARABIC_VOWELS = re.compile(r"[\u0610-\u061a\u064b-\u065f\u0670]")
_MAX_WORDS = 6

Entry = tuple[str, Value]
Table = tuple[dict[str, Entry], dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]]


class Scan:
    """Parallel rows, one entry a token: tag, value, key, start, end, possessive."""

    __slots__ = (
        "capital", "careless", "end", "key", "language", "possessive", "start", "tag", "text",
        "value", "words",
    )  # fmt: skip

    def __init__(self, text: str, language: str, *, careless: bool = False) -> None:
        self.text = text
        self.language = language
        self.words = words_of(language)
        self.careless = careless
        """Written without capitals, as in a chat."""
        self.tag: list[str] = []
        self.value: list[Value] = []
        self.key: list[str] = []
        self.start: list[int] = []
        self.end: list[int] = []
        self.possessive: list[bool] = []
        self.capital: list[bool] = []

    def __len__(self) -> int:
        return len(self.tag)


def fold(word: str) -> str:
    """Give a word the form in which the tables hold it."""
    key = word.casefold()
    if "\u0600" <= key[0] <= "\u06ff":
        return _ARABIC_VOWELS.sub("", key).translate(_ARABIC_FOLD)
    return key.replace("’", "'").replace("ʼ", "'").replace("`", "'") if not key.isascii() else key


@functools.cache
def words_of(language: str) -> DateWords:
    """Return a language's table as written."""
    module = importlib.import_module(f"geo.lexicon.dates_{language}")
    words: DateWords = module.WORDS
    return words


@functools.cache
def table(language: str) -> Table:
    """Return a language's table, flat: single words, and longer entries by first word."""
    words = words_of(language)
    flat: dict[str, Entry] = dict.fromkeys(ZONES, ("zone", 0))
    columns: Sequence[tuple[str, Mapping[str, Value]]] = (
        ("hijri", HIJRI_MONTHS), ("holiday", HOLIDAYS), ("hijri", words.hijri),
        ("holiday", words.holidays), ("unit", words.units), ("num", words.numbers),
        ("ord", words.ordinals), ("part", words.parts), ("daypart", words.dayparts),
        ("season", words.seasons), ("shift", words.shifts), ("day", words.days),
        ("month", words.months), ("weekday", words.weekdays), ("night", words.nights),
    )  # fmt: skip
    for tag, column in columns:
        flat.update({key: (tag, value) for key, value in column.items()})
    # "next" is a shift and more; the small words never take the place of a date word.
    for key, tag in words.words.items():
        flat.setdefault(key, (tag, 0))
    single: dict[str, Entry] = {}
    longer: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for key, entry in flat.items():
        pieces = tuple(fold(match.group()) for match in _TOKEN.finditer(key))
        if len(pieces) == 1:
            single[pieces[0]] = entry
        else:
            longer.setdefault(pieces[0], []).append((pieces, entry))
    ordered = {
        first: tuple(sorted(entries, key=lambda item: -len(item[0])))
        for first, entries in longer.items()
    }
    return single, ordered


def scan(text: str, language: str, start: int = 0, end: int | None = None) -> Scan:
    """Tag the words of a stretch of text.

    Examples
    --------
    >>> row = scan("since 3 April", "en")
    >>> list(zip(row.tag, row.value))
    [('since', 0), ('num', 3), ('month', 4)]
    """
    single, longer = table(language)
    stop = len(text) if end is None else end
    row = Scan(text, language, careless=not any(map(str.isupper, text[start : min(stop, start + 2000)])))
    arabic = language == "ar"
    pieces: list[tuple[str, str, int, int]] = []
    for match in _TOKEN.finditer(text, start, stop):
        kind = match.lastgroup or "mark"
        word = match.group()
        pieces.append((kind, fold(word) if kind == "word" else word, match.start(), match.end()))
    index, count = 0, len(pieces)
    while index < count:
        kind, key, begin, close = pieces[index]
        taken, possessive = 1, False
        entry: Entry | None = None
        if kind == "word":
            if key in longer:
                for keys, candidate in longer[key]:
                    size = len(keys)
                    if size <= count - index and all(
                        pieces[index + step][1] == keys[step] for step in range(1, size)
                    ):
                        entry, taken, close = candidate, size, pieces[index + size - 1][3]
                        break
            if entry is None:
                entry = single.get(key)
            if entry is None and key.endswith("'s"):
                entry = single.get(key[:-2])
                if entry is not None:
                    key, close, possessive = key[:-2], close - 2, True
            if entry is None and "'" in key[1:6] and language == "fr":
                head, _, rest = key.partition("'")
                if head in ("l", "d", "qu") and rest in single:
                    key, entry, begin = rest, single[rest], begin + len(head) + 1
            if entry is None and arabic:
                key, entry, skipped = _arabic(key, single)
                begin += skipped
            if entry is None:
                entry = ("", 0)
        else:
            entry = _number(kind, key)
        row.tag.append(entry[0])
        row.value.append(entry[1])
        row.key.append(key)
        row.start.append(begin)
        row.end.append(close)
        row.possessive.append(possessive or text.startswith(("'s", "’s"), close))
        row.capital.append(kind == "word" and text[begin].isupper())
        index += taken
    return row


def _number(kind: str, text: str) -> Entry:
    if kind == "num":
        return ("num", int(text)) if len(text) <= 4 else ("big", 0)
    if kind == "ordnum":
        return "ordnum", int("".join(filter(str.isdigit, text)))
    if kind == "decade":
        digits = int("".join(filter(str.isdigit, text)))
        return "decade", digits if digits > 99 else 1900 + digits
    if kind in ("iso", "numeric", "dtg", "clock", "big", "ampm", "blank"):
        return kind, text
    return ("dash" if text in "-–—‒−" else "mark"), text


def _arabic(key: str, single: Mapping[str, Entry]) -> tuple[str, Entry | None, int]:
    """Take the particles off that Arabic writes together with the word."""
    for prefix in ("و", "ف", "ب", "ل", "لل", "ك"):
        if key.startswith(prefix) and (entry := single.get(key[len(prefix) :])) is not None:
            return key[len(prefix) :], entry, len(prefix)
    return key, None, 0
