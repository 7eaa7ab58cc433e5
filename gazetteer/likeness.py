"""How far two spellings of a name are apart, as ears would have it.

Two names with the same consonants may be one name in two transliterations ("Tall Rifaat",
"Tall Rif'at") or two names ("Salma", "Salamiyah"). An edit distance over sounds tells them
apart: letters that transliterations exchange cost little, a vowel more or less costs some,
another consonant costs much, and the first sound of a name most of all.
"""

from __future__ import annotations

import re
from functools import lru_cache

from gazetteer.names import ARTICLES, romanise

__all__ = ["distance", "sounds"]

_VOWELS = frozenset("aeiouy")
_DIGRAPHS = {
    "shch": "Š", "sch": "Š", "tch": "č", "dzh": "ž", "dj": "ž", "kh": "X", "gh": "G", "sh": "š",
    "ch": "č", "zh": "ž", "th": "T", "dh": "D", "ts": "c", "tz": "c", "ck": "k", "ph": "f",
    "x": "ks", "q": "k",
}  # fmt: skip
_DIGRAPH = re.compile("|".join(_DIGRAPHS))
_MUTE_H = re.compile(r"(?<=[aeiouy])h$")
_DOUBLED = re.compile(r"([^aeiouy])\1+")
_IOTATED = re.compile(r"[iyj](?=[aeou])")
_SOUND = re.compile(r"[aeiouy]+|.")
_MOST_SOUNDS = 40
"""Longer names are not compared further: a phrase, not a name."""


def _both_ways(costs: dict[str, float]) -> dict[tuple[str, str], float]:
    pairs = {}
    for letters, cost in costs.items():
        for a in letters:
            for b in letters:
                pairs[a, b] = 0.0 if a == b else cost
    return pairs


# Set by hand on names that transliterations are known to spell in several ways: Arabic
# short vowels (Deir, Dayr), Slavic g and h (Gorodishche, Horodyshche), sun letters.
_VOWEL = _both_ways(
    {"ae": 0.1, "ei": 0.1, "ou": 0.1, "ao": 0.2, "ai": 0.25, "au": 0.3, "eo": 0.35, "eu": 0.4,
     "io": 0.5, "iu": 0.5}
)  # fmt: skip
_CONSONANT = _both_ways(
    {"ck": 0.3, "cs": 0.3, "zs": 0.3, "zD": 0.1, "dD": 0.15, "sT": 0.3, "tT": 0.15, "gG": 0.1,
     "gž": 0.2, "jž": 0.05, "gj": 0.2, "šč": 0.15, "šŠ": 0.15, "vw": 0.1, "vb": 0.3, "fv": 0.3,
     "pb": 0.3, "Xh": 0.2, "GX": 0.3, "Xk": 0.3, "gh": 0.25, "kg": 0.35, "td": 0.35, "Gk": 0.4,
     "zž": 0.4, "sš": 0.5, "dz": 0.4, "mn": 0.6}
)  # fmt: skip
_SLAVIC_VOWEL = {**_VOWEL, **_both_ways({"io": 0.15, "eo": 0.15, "ae": 0.3})}
"""Ukrainian has i where Russian has o or e: Ivanivka, Ivanovka."""
_SLAVIC_CONSONANT = {**_CONSONANT, ("g", "h"): 0.05, ("h", "g"): 0.05}
_ENDINGS = frozenset("AEY")
_OTHER_ENDING = 0.4
"""Myrne is not Myrnyi: a Slavic name keeps its gender in every spelling."""
_GLIDES = frozenset("wjv")
_SHADOW = {"u": "w", "o": "w", "i": "j"}
_OTHER_KIND = 2.0
"""A vowel for a consonant: never cheaper than leaving out the one and adding the other."""


@lru_cache(maxsize=65_536)
def sounds(text: str) -> tuple[str, ...]:
    """The sounds of a name: consonants one by one, vowels in runs, without articles.

    Examples
    --------
    >>> sounds("Al Khashniyeh")
    ('X', 'a', 'š', 'n', 'iye')
    """
    every = romanise(text).split()
    out: list[str] = []
    for word in [w for w in every if w not in ARTICLES] or every:
        if len(word) > 4 and word[0] in "ae" and word[1] == word[2] and word[1] not in _VOWELS:
            word = word[1:]  # an article that was written into its word: "Ezzor"
        word = _MUTE_H.sub("", _DIGRAPH.sub(lambda m: _DIGRAPHS[m.group()], word))
        for sound in _SOUND.findall(_DOUBLED.sub(r"\1", word)):
            if out and sound[0] in _VOWELS and out[-1][0] in _VOWELS:
                out[-1] += sound
            elif not out or sound != out[-1]:
                out.append(sound)
    return tuple(out[:_MOST_SOUNDS])


@lru_cache(maxsize=65_536)
def distance(
    a: str, b: str, *, slavic: bool = False, vowels: float = 1.0, limit: float = 1.0
) -> float:
    """How far two spellings are apart: 0 for one sound after the other, 1 for nothing alike.

    Parameters
    ----------
    a, b
        Names in any script.
    slavic
        Whether they are Slavic, whose languages exchange i and o, g and h.
    vowels
        Weight of vowels: 1 where names are romanised from a script that leaves them open,
        more where the name was always written in Latin letters.
    limit
        Beyond this the answer may be 1 at once, which is quicker.

    Returns
    -------
    float
        The cost of turning one into the other, a consonant of the longer.

    Examples
    --------
    >>> distance("Tall Rifaat", "Tall Rif‘at") < 0.05
    True
    >>> distance("Salma", "As Salamīyah") > 0.18 and distance("Hama", "Rama") > 0.3
    True
    >>> distance("Gorodishche", "Horodyshche", slavic=True) < 0.05
    True
    """
    of = _slavic_sounds if slavic else sounds
    first, second = of(a), of(b)
    if first == second:
        return 0.0
    consonants = max(_consonants(a), _consonants(b))
    most = limit * max(consonants, 1)
    by_vowel = _SLAVIC_VOWEL if slavic else _VOWEL
    by_consonant = _SLAVIC_CONSONANT if slavic else _CONSONANT
    adds, drops = _all_added(second, vowels), _all_added(first, vowels)
    before = [0.0]
    for cost in adds:
        before.append(before[-1] + cost)
    for i, x in enumerate(first):
        drop = drops[i]
        here = [before[0] + drop]
        for j, y in enumerate(second):
            if x == y:
                change = 0.0
            elif x in _ENDINGS and y in _ENDINGS:
                change = _OTHER_ENDING
            elif x[0] in _VOWELS and y[0] in _VOWELS:
                change = vowels * _between_vowels(x, y, by_vowel)
            elif x[0] in _VOWELS or y[0] in _VOWELS:
                change = _glide(x, y)
            else:
                change = by_consonant.get((x, y), 1.0) * (1.5 if i == j == 0 else 1.0)
            here.append(min(before[j] + change, before[j + 1] + drop, here[j] + adds[j]))
        before = here
        if min(here) > most:
            return 1.0
    return min(1.0, before[-1] / max(consonants, 1))


@lru_cache(maxsize=65_536)
def _consonants(text: str) -> int:
    return sum(sound[0] not in _VOWELS for sound in sounds(text))


@lru_cache(maxsize=65_536)
def _slavic_sounds(text: str) -> tuple[str, ...]:
    """A Slavic name, its vowels plain, the last as the gender that it is: -a, -oe, -yi."""
    plain = [s if len(s) == 1 else _IOTATED.sub("", s) for s in sounds(text)]
    if plain and plain[-1][0] in _VOWELS:
        last = plain[-1][-1]
        plain[-1] = "A" if last == "a" else "E" if last in "eo" else "Y"
    return tuple(plain)


def _between_vowels(x: str, y: str, costs: dict[tuple[str, str], float]) -> float:
    """One run of vowels for another: what they share, how they begin and end, how long."""
    x, y = x.replace("y", "i"), y.replace("y", "i")
    if x == y:
        return 0.0
    core = min(costs[a, b] for a in x for b in y)
    ends = (costs[x[0], y[0]] + costs[x[-1], y[-1]]) / 2
    cost = core if len(x) == len(y) == 1 else max(core, 0.7 * ends)
    return min(0.6, cost + 0.1 * abs(len(set(x)) - len(set(y))))


def _glide(x: str, y: str) -> float:
    """A w or y that one system writes as a vowel: "Kuweires", "Quwayris"."""
    vowel, other = (x, y) if x[0] in _VOWELS else (y, x)
    return 0.25 if other in _GLIDES and vowel in {"u", "o", "i", "y"} else _OTHER_KIND


@lru_cache(maxsize=65_536)
def _all_added(name: tuple[str, ...], vowels: float) -> list[float]:
    """What each sound costs where the other name lacks it."""
    out = []
    for n, sound in enumerate(name):
        beside = {name[n - 1] if n else "", name[n + 1] if n + 1 < len(name) else ""}
        if sound[0] in _VOWELS or sound in _ENDINGS:
            if _SHADOW.get(sound) in beside:
                out.append(0.1)  # "Zwara", "Zuwara": a glide brings its vowel
            else:
                at_an_end = n in {0, len(name) - 1}
                out.append(vowels * (0.6 if at_an_end else 0.4 + 0.1 * (len(sound) > 1)))
        elif sound in {"h", "w"}:
            out.append(0.35 if n else 0.7)
        else:
            out.append(1.0)
    return out
