"""Names as keys: folding, variants, transliteration, consonant skeletons, hashes.

A name is compared by its `fold`; the store keeps a 64-bit `phrase_hash` of it, built from
the hashes of its words so that every run of words in a text can be hashed with a few
vectorised operations. Where the fold fails, `variants` and then `skeleton` bridge
spellings: the article, the script, and what transliterations disagree about.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

__all__ = [
    "ARTICLES",
    "HASH_PRIME",
    "SKELETON_LETTERS",
    "fold",
    "is_transliteration",
    "phrase_hash",
    "romanise",
    "skeleton",
    "skeleton_of_fold",
    "token_hash",
    "variants",
]

HASH_PRIME = 0x9E37_79B9_7F4A_7C15
"""Odd multiplier of the polynomial hash: 2**64 by the golden ratio (Knuth, TAOCP 3, 6.4)."""

_MASK = 0xFFFF_FFFF_FFFF_FFFF

_APOSTROPHES = "'’‘ʼʻʹʽʿʾ`´ˈ′ʺ״׳ꞌ"
_DROPPED = {ord(c): None for c in _APOSTROPHES}
_DROPPED[0x0640] = None  # tatweel only stretches a word
# Letters that no decomposition takes apart, and Arabic letters that spelling confuses.
_LETTERS = {
    ord(a): b
    for a, b in {
        "ı": "i",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "æ": "ae",
        "œ": "oe",
        "ə": "e",
        "ɛ": "e",
        "ɔ": "o",
        "ŋ": "n",
        "ɓ": "b",
        "ɗ": "d",
        "ƙ": "k",
        "ħ": "h",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ئ": "ي",
        "ؤ": "و",
        "ة": "ه",
        "ک": "ك",
        "ھ": "ه",
        "ہ": "ه",
        "ё": "е",
    }.items()
}

# The sun letters: "ar Raqqah" and "al Raqqah" are one article in two spellings.
_ARABIC = "al el ul il as ash ar an ad at az adh ath es esh er en ed et ez"
_EUROPEAN = "the la le les los las l d de del"
_ARABIC_ARTICLES = frozenset(_ARABIC.split())
ARTICLES = _ARABIC_ARTICLES | frozenset(_EUROPEAN.split())
"""First words that a name may be written with or without."""
_ABBREVIATED = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "pt": "point"}


class _Characters(dict[int, str]):
    """Each character's part of a fold, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _fold_character(chr(code))
        return found


def _fold_character(c: str) -> str:
    low = unicodedata.normalize("NFKD", c.casefold().translate(_DROPPED)).casefold()
    low = "".join(part for part in low.translate(_DROPPED) if not _is_mark(part))
    # Hangul and the like are put together again, so that a syllable is one letter.
    low = unicodedata.normalize("NFKC", low.translate(_LETTERS))
    low = "".join(part for part in low if not _is_mark(part))
    kept = "".join(part if part.isalnum() or _is_vowel_sign(part) else " " for part in low)
    # what one letter stands for is no two words, whatever Unicode writes it out as
    return kept if low or _is_mark(c) or ord(c) in _DROPPED else " "


_CHARACTERS = _Characters()


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """The key under which a name is compared: lower case, marks off, words apart.

    The script stays as it is. Apostrophes of every kind go; whatever is neither a letter
    nor a digit becomes one space. `fold(fold(x)) == fold(x)`.

    Examples
    --------
    >>> fold("Qaḑā’ al-Mawşil")
    'qada al mawsil'
    >>> fold("الرَّقَّة")
    'الرقه'
    >>> fold("...")
    ''
    """
    low = " ".join(text.translate(_CHARACTERS).split())
    return low if low.isascii() else unicodedata.normalize("NFC", low)


def _is_mark(c: str) -> bool:
    """Marks that spelling may leave out; Indic and Burmese vowel signs are letters in effect."""
    return unicodedata.category(c) in {"Mn", "Me"} and not _is_vowel_sign(c)


def _is_vowel_sign(c: str) -> bool:
    return "\u0900" <= c <= "\u109f" and unicodedata.category(c) in {"Mn", "Mc"}


def is_transliteration(name: str) -> bool:
    """Whether a machine spelt it: no capital letter in ASCII, as GeoNames lists "alrqt".

    Examples
    --------
    >>> is_transliteration("alrqt"), is_transliteration("Ar Raqqah"), is_transliteration("الرقة")
    (True, False, False)
    """
    return name.isascii() and name == name.lower()


@lru_cache(maxsize=65_536)
def romanise(text: str) -> str:
    """Fold of an ASCII transliteration (library anyascii), for any script.

    Examples
    --------
    >>> romanise("Київ"), romanise("الرقة")
    ('kiiv', 'lrqh')
    """
    return fold(text if text.isascii() else text.translate(_ASCII))


class _Ascii(dict[int, str]):
    """Transliteration of each character, asked of anyascii when it is first met."""

    def __missing__(self, code: int) -> str:
        from anyascii import anyascii

        found = self[code] = anyascii(chr(code))
        return found


_ASCII = _Ascii()


def variants(text: str) -> tuple[str, ...]:
    """Folded keys to try for a name, best first, without repeats.

    The fold itself; the fold with the article in its plain form, without it, and with
    one; Saint and Mount written out; the transliteration.

    Examples
    --------
    >>> variants("Ar-Raqqah")
    ('ar raqqah', 'al raqqah', 'raqqah')
    >>> variants("St. Louis")
    ('st louis', 'saint louis', 'al st louis')
    """
    folded = fold(text)
    if not folded:
        return ()
    words = folded.split(" ")
    keys = [folded]
    if words[0] in _ABBREVIATED and len(words) > 1:
        keys.append(" ".join((_ABBREVIATED[words[0]], *words[1:])))
    if words[0] in ARTICLES and len(words) > 1:
        rest = " ".join(words[1:])
        if words[0] in _ARABIC_ARTICLES:
            keys.append(f"al {rest}")
        keys.append(rest)
    elif words[0].startswith("ال") and len(words[0]) > 4:
        keys.append(" ".join((words[0][2:], *words[1:])))
    elif folded.isascii():
        keys.append(f"al {folded}")
    if not text.isascii():
        keys.append(romanise(text))
    return tuple(dict.fromkeys(key for key in keys if key))


_VOWELS = frozenset("aeiouy")
# What transliterations of one letter look like, longest first; each to one sign.
_DIGRAPHS = {
    "shch": "X",
    "dsch": "J",
    "sch": "X",
    "tch": "C",
    "dzh": "J",
    "dj": "J",
    "kh": "H",
    "gh": "G",
    "sh": "X",
    "ch": "X",
    "zh": "J",
    "th": "t",
    "dh": "d",
    "ts": "s",
    "tz": "s",
    "ck": "k",
    "ph": "f",
}
_DIGRAPH = re.compile("|".join(_DIGRAPHS))
_DOUBLED = re.compile(r"(.)\1+")
_NO_VOWELS = str.maketrans("", "", "aeiouy")
_ALIKE = str.maketrans(
    {
        "q": "k",
        "c": "k",
        "g": "G",
        "j": "J",
        "h": "",
        "H": "k",
        "z": "s",
        "v": "b",
        "w": "",
        "p": "b",
        "x": "k",
        "ç": "s",
    }
)


SKELETON_LETTERS = "bdfklmnrstCGJX0123456789"
"""Signs that a skeleton of a romanised name is made of."""


@lru_cache(maxsize=65_536)
def skeleton(text: str) -> str:
    """Consonants of a name as transliterations agree on them; empty if too little is left.

    Vowels, doubling, the Arabic article and h go; letters that stand for one sound in
    different systems (q/k/c, z/s/dh, kh/h) become one. Meant for candidates to compare,
    never for an answer by itself.

    Examples
    --------
    >>> skeleton("Al Lataminah") == skeleton("Latamneh")
    True
    >>> skeleton("Hamouriyah") == skeleton("Hammuriyeh")
    True
    >>> skeleton("Deir Ezzor") == skeleton("Dayr az Zawr")
    True
    >>> skeleton("الرقة") == skeleton("Raqqa")
    True
    >>> skeleton("Oya")
    ''
    """
    return skeleton_of_fold(fold(text))


def skeleton_of_fold(folded: str) -> str:
    """`skeleton` of what is folded already."""
    if not folded.isascii():
        # the article is written into the word: ال
        words = [w[2:] if len(w) > 4 and w.startswith("ال") else w for w in folded.split(" ")]
        folded = romanise(" ".join(words))
    every = folded.split(" ")
    words = [w for w in every if w not in ARTICLES] or every
    bones = ""
    before = ""
    for word in words:
        here = _bones(word)
        # one consonant over the joint of two words is one: "Deir Rafat", "Deirrafat"
        if bones and here and bones[-1] == here[0] and before[-1:] == word[:1]:
            here = here[1:]
        bones += here
        before = word
    return bones if len(bones) >= 2 else ""


@lru_cache(maxsize=262_144)
def _bones(word: str) -> str:
    """Skeleton of one romanised word."""
    if len(word) > 4 and word[0] in "ae" and word[1] == word[2] and word[1] not in _VOWELS:
        word = word[1:]  # an article that was written into its word: "Ezzor", "Assalihiyah"
    if "h" in word or "t" in word or "c" in word or "j" in word:
        word = _DIGRAPH.sub(lambda m: _DIGRAPHS[m.group()], word)
    return _DOUBLED.sub(r"\1", word.translate(_ALIKE)).translate(_NO_VOWELS)


@lru_cache(maxsize=262_144)
def token_hash(token: str) -> int:
    """64-bit hash of one folded word."""
    return int.from_bytes(hashlib.blake2b(token.encode(), digest_size=8).digest(), "little")


def phrase_hash(folded: str) -> int:
    """64-bit hash of a folded name, combined from its words.

    `h = h * HASH_PRIME + token_hash(word)` modulo 2**64, from the first word on.

    Examples
    --------
    >>> phrase_hash("al qaim") == (token_hash("al") * HASH_PRIME + token_hash("qaim")) % 2**64
    True
    """
    value = 0
    for token in folded.split():
        value = (value * HASH_PRIME + token_hash(token)) & _MASK
    return value
