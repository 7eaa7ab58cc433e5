"""A text turned into a row of tagged words, for the grammar of dates to read.

Each word gets the part it plays in a date ("month", "since", "shift") from the table of
its language, or none. Linear in the text: possessive expressions, one table look-up a
word, no look ahead beyond the longest entry.
"""

from __future__ import annotations

import functools
import importlib
import re
from collections.abc import Mapping, Sequence
from typing import Final

from geo.lexicon.dates import HIJRI_MONTHS, HOLIDAYS, ZONES, DateWords

__all__ = ["LANGUAGES", "Scan", "Value", "scan", "table", "words_of"]

LANGUAGES: Final = ("en", "fr", "es", "ar", "ru", "uk")

Value = int | str | tuple[int, str]

_LETTERS = r"[^\W\d_]"
_SIGNS = r"\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670"  # combining; Arabic vowels
_TOKEN = re.compile(
    rf"""
    (?P<ampm>(?<![\w.])[aApP]\.\s?[mM](?:\.|\b))
  | (?P<word>[A-Za-z]++(?=[\s,.;:])
      |{_LETTERS}++(?:(?:[{_SIGNS}]++|['’ʼ`](?={_LETTERS})){_LETTERS}*+)*+)
  | (?P<iso>(?<![\d/.-])\d{{4}}-\d{{2}}-\d{{2}}(?![\d-])
      (?:[T\ ]\d{{2}}:\d{{2}}(?::\d{{2}})?(?:\.\d{{1,6}})?(?:Z|[+-]\d{{2}}:?\d{{2}})?)?)
  | (?P<numeric>(?<![\d/.-])
      (?:\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|\d{{1,2}}\.\d{{1,2}}\.\d{{2,4}}
        |\d{{1,2}}-\d{{1,2}}-\d{{2,4}}|\d{{4}}[/.]\d{{1,2}}[/.]\d{{1,2}})
      (?![\d/-]|\.\d))
  | (?P<dtg>(?<!\d)\d{{6}}\s?[A-IK-Z]\s?[A-Za-z]{{3}}\s?(?:\d{{4}}|\d{{2}})(?!\w))
  | (?P<clock>(?<![\d.:])(?:[01]?\d|2[0-3])[:h][0-5]\d(?::[0-5]\d)?(?![\d:]))
  | (?P<decade>(?<![\d])(?:\d{{3}}0|['’]\d0)(?:['’]?[sS]\b|-х\b|-ті\b))
  | (?P<ordnum>(?<!\d)\d{{1,2}}(?:st|nd|rd|th|(?<=[23])[dD]|ST|ND|RD|TH|er|ème|º|ª|°|-?го|-?му)
      (?!\w))
  | (?P<big>\d++(?:[.,]\d++)++)
  | (?P<num>\d++)
  | (?P<blank>\n[ \t\r]*+\n)
  | (?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)
_ARABIC_FOLD = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ـ": ""})
_ARABIC_VOWELS = re.compile(r"[\u0610-\u061a\u064b-\u065f\u0670]")
_OWNING = ("'s", "’s")

Entry = tuple[str, Value]
Row = tuple[str, Value, str, int, int, bool, bool]
"""Tag, value, key, start, end, whether a possessive, whether with a capital."""
Table = tuple[dict[str, Entry], dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]]


class Scan:
    """Parallel rows, one entry a token; of a run of words that mean nothing only the ends."""

    __slots__ = (
        "capital", "careless", "end", "key", "language", "possessive", "start", "tag", "text",
        "value", "words",
    )  # fmt: skip

    def __init__(self, text: str, language: str, rows: Sequence[Row], *, careless: bool) -> None:
        self.text = text
        self.language = language
        self.words = words_of(language)
        self.careless = careless
        """Written without capitals, as in a chat."""
        columns = zip(*rows, strict=True) if rows else ((),) * 7
        self.tag: tuple[str, ...]
        self.value: tuple[Value, ...]
        self.key: tuple[str, ...]
        self.start: tuple[int, ...]
        self.end: tuple[int, ...]
        self.possessive: tuple[bool, ...]
        self.capital: tuple[bool, ...]
        (self.tag, self.value, self.key, self.start, self.end, self.possessive,
         self.capital) = columns  # fmt: skip

    def __len__(self) -> int:
        return len(self.tag)


def fold(word: str) -> str:
    """Give a word the form in which the tables hold it."""
    if word.isascii():
        return word.lower()
    key = word.casefold()
    if "\u0600" <= key[0] <= "\u06ff":
        return _ARABIC_VOWELS.sub("", key).translate(_ARABIC_FOLD)
    return key.replace("’", "'").replace("ʼ", "'").replace("`", "'")


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
    for key in words.future:
        flat.setdefault(key, ("will", 0))
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
    matches = list(_TOKEN.finditer(text, start, stop))
    rows: list[Row] = []
    idle = 0  # words in a row that mean nothing
    index, count = 0, len(matches)
    while index < count:
        match = matches[index]
        index += 1
        word = match.group()
        begin, close = match.span()
        if match.lastgroup != "word":
            tag, value = _number(match.lastgroup or "mark", word)
            rows.append((tag, value, word, begin, close, text.startswith(_OWNING, close), False))
            idle = 0
            continue
        key = word.lower() if word.isascii() else fold(word)
        possessive = False
        entry: Entry | None = None
        if key in longer:
            for keys, candidate in longer[key]:
                size = len(keys)
                if index + size - 1 <= count and all(
                    keys[step] == _piece(matches[index + step - 1]) for step in range(1, size)
                ):
                    entry = candidate
                    index += size - 1
                    close = matches[index - 1].end()
                    break
        if entry is None:
            entry = single.get(key)
            if entry is None and not key.isalpha():
                key, entry, begin, close, possessive = _trimmed(
                    key, single, begin, close, elided=language == "fr"
                )
            if entry is None and language == "ar":
                key, entry, skipped = _arabic(key, single)
                begin += skipped
        if entry is None:
            idle += 1
            if idle > 2:
                rows.pop()
            rows.append(("", 0, key, begin, close, False, word[0].isupper()))
            continue
        idle = 0
        rows.append((entry[0], entry[1], key, begin, close, possessive, word[0].isupper()))
    careless = text[start : min(stop, start + 2000)]
    return Scan(text, language, rows, careless=careless == careless.lower())


def _piece(match: re.Match[str]) -> str:
    return fold(match.group()) if match.lastgroup == "word" else match.group()


def _trimmed(
    key: str, single: Mapping[str, Entry], begin: int, close: int, *, elided: bool
) -> tuple[str, Entry | None, int, int, bool]:
    """Take "'s" off the end of a word, and "l'" off the beginning in French."""
    if key.endswith("'s") and (entry := single.get(key[:-2])) is not None:
        return key[:-2], entry, begin, close - 2, True
    if elided:
        head, _, rest = key.partition("'")
        if head in ("l", "d", "qu") and (entry := single.get(rest)) is not None:
            return rest, entry, begin + len(head) + 1, close, False
    return key, None, begin, close, False


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
