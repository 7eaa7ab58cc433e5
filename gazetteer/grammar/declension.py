"""Slavic names brought back to the case that gazetteers list them in.

"под Артёмовском", "в Донецькій області": the ending says the case, and often leaves open
which nominative it belongs to. Each ending therefore has several, and the first that is
the name of a place is taken.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable

__all__ = ["nominative"]

# Ending: the nominatives it may stand for, likeliest first. Russian and Ukrainian together:
# an ending of the one that the other lacks does no harm, since only known names count.
_ENDINGS = {
    "ському": "ський ське", "цькому": "цький цьке", "ського": "ський ське", "цького": "цький",
    "ском": "ск ский ское", "цком": "цк", "ську": "ськ", "цьку": "цьк", "ськом": "ськ",
    "цьком": "цьк", "ської": "ська", "ской": "ская", "цькій": "цька", "ській": "ська",
    "ского": "ский ское", "ським": "ський ське", "ским": "ский ское",
    "області": "область", "области": "область", "району": "район", "района": "район",
    "районе": "район", "районі": "район", "громаді": "громада", "громади": "громада",
    "щині": "щина", "щини": "щина", "щины": "щина", "щине": "щина",
    "єві": "їв", "ові": "ів ово", "еві": "їв ево", "єва": "їв єво", "ова": "ів ово ов",
    "ева": "ево їв ев", "оля": "іль оль", "олі": "іль оль", "оме": "ом ома", "ого": "ый ий ое е",
    "ому": "ий ый е", "ої": "а", "ою": "а", "ею": "я", "єю": "я", "ой": "а ая", "ей": "я ь",
    "ым": "ый ое", "им": "ий ый е", "ом": "_ о", "ем": "ь е", "ям": "і и", "ии": "ия", "ії": "ія",
    "ці": "ка", "зі": "га", "сі": "ха", "ы": "а ы", "и": "а ь и", "і": "а _ ь о я і",
    "е": "_ а е о ь", "у": "_ а о", "ю": "ь я", "я": "ь й я", "а": "_ о а",
}  # fmt: skip
_BY_LENGTH = sorted(_ENDINGS, key=len, reverse=True)
_SHORTEST = 4
"""Letters of a word whose ending may be one."""
_MOST = 60
"""Nominatives of a phrase that are tried."""


def nominative(text: str, is_name: Callable[[str], bool] | None) -> str:
    """The nominative of a declined name; the text as it is where no form is a known name.

    Parameters
    ----------
    text
        A name of one or several words, in Cyrillic.
    is_name
        Whether a phrase is the name of a place; None: nothing is changed.

    Examples
    --------
    >>> nominative("Артёмовском", lambda name: name == "Артёмовск")
    'Артёмовск'
    >>> nominative("Херсонській області", lambda name: False)
    'Херсонська область'
    """
    words = text.split()
    if not words or is_name is None or is_name(text):
        return text
    forms = [_forms(word) for word in words]
    every = itertools.product(*([*f, w] for f, w in zip(forms, words, strict=True)))
    for chosen in itertools.islice(every, _MOST):
        phrase = " ".join(chosen)
        if is_name(phrase):
            return phrase
    # "Харківської області": the adjective and the type word agree, known or not
    return " ".join(form[0] for form in forms) if 1 < len(words) < 4 else text


def _forms(word: str) -> list[str]:
    low = word.lower()
    if len(word) < _SHORTEST:
        return [word]
    for ending in _BY_LENGTH:
        if low == ending or (low.endswith(ending) and len(word) - len(ending) >= 2):
            stem = word[: len(word) - len(ending)]
            return [stem + base.strip("_") for base in _ENDINGS[ending].split(" ")]
    return [word]
