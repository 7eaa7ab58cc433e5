"""Names of countries: Unicode CLDR in many languages (Babel), ISO 3166 (pycountry)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from gazetteer.features import TYPE_WORDS
from gazetteer.names import fold, skeleton

__all__ = ["country_names", "english_name", "unit_names"]

LANGUAGES = [
    "en",
    "fr",
    "es",
    "pt",
    "de",
    "it",
    "nl",
    "ru",
    "uk",
    "be",
    "ar",
    "fa",
    "he",
    "tr",
    "ku",
    "ckb",
    "am",
    "ti",
    "so",
    "sw",
    "ha",
    "ps",
    "ur",
    "hi",
    "bn",
    "my",
    "th",
    "vi",
    "zh",
    "ja",
    "ko",
    "id",
    "ms",
    "fil",
    "pl",
    "ro",
    "el",
    "sr",
    "hr",
    "sq",
    "hu",
    "cs",
    "sv",
    "da",
    "fi",
    "az",
    "hy",
    "ka",
    "kk",
    "uz",
    "ky",
    "tg",
    "tk",
    "ta",
    "te",
    "ne",
    "si",
    "km",
    "lo",
    "yo",
    "ig",
]
"""Languages that reports come in; small locales of CLDR repeat or garble foreign names."""

_ENGLISH = {
    "CD": "Democratic Republic of the Congo",
    "CG": "Republic of the Congo",
    "PS": "Palestine",
    "HK": "Hong Kong",
    "MO": "Macao",
    "MM": "Myanmar",
    "TR": "Turkey",
    "CI": "Ivory Coast",
}
"""Where CLDR's English name is a compromise that no report writes."""


@lru_cache(maxsize=1)
def _territories() -> Mapping[str, Mapping[str, str]]:
    from babel import Locale, UnknownLocaleError

    found: dict[str, Mapping[str, str]] = {}
    for language in LANGUAGES:
        try:
            found[language] = Locale(language).territories
        except UnknownLocaleError:
            continue
    return found


def english_name(code: str, fallback: str) -> str:
    """English short name of a country, as reports write it.

    Examples
    --------
    >>> english_name("BA", "Bosnia and Herz."), english_name("CD", "Dem. Rep. Congo")
    ('Bosnia and Herzegovina', 'Democratic Republic of the Congo')
    """
    if code in _ENGLISH:
        return _ENGLISH[code]
    name = _territories()["en"].get(code)
    return _tidy(name)[0] if name else fallback


def _tidy(name: str) -> tuple[str, ...]:
    """ "Myanmar (Burma)" is two names, "Bosnia & Herzegovina" is written out."""
    outer, _, inner = name.partition("(")
    names = [outer.strip().replace(" & ", " and ").replace("’", "'"), inner.rstrip(") ").strip()]
    return tuple(n for n in names if n)


def country_names(code: str, fallback: str) -> tuple[str, ...]:
    """All names of a country, the English short one first."""
    import pycountry

    names = [english_name(code, fallback), fallback]
    for territories in _territories().values():
        if code in territories:
            names += _tidy(territories[code])
    row = pycountry.countries.get(alpha_2=code)
    if row is not None:
        official = (row.name, getattr(row, "common_name", ""), getattr(row, "official_name", ""))
        for name in official:
            # "Congo, The Democratic Republic of the" is read in its natural order
            head, comma, tail = name.partition(", ")
            names += [name, f"{tail} {head}" if comma else ""]
            names.append(re.sub(r"^the ", "", f"{tail} {head}", flags=re.IGNORECASE))
    kept: dict[str, str] = {}
    for name in names:
        if fold(name):
            kept.setdefault(fold(name), name.strip())
    return tuple(kept.values())


@lru_cache(maxsize=1)
def _subdivisions() -> Mapping[str, tuple[str, ...]]:
    import pycountry

    found: dict[str, list[str]] = {}
    for row in pycountry.subdivisions:
        found.setdefault(row.country_code, []).append(row.name)
    return {code: tuple(names) for code, names in found.items()}


def _bare(name: str) -> str:
    return " ".join(word for word in fold(name).split() if word not in TYPE_WORDS) or fold(name)


def unit_names(code: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Names that ISO 3166-2 adds to a first-order unit known by `names`.

    A unit and an entry are the same if one bare name of theirs, type words off, is equal,
    and no other entry of the country shares it.
    """
    bare = {_bare(name) for name in names}
    rows = _subdivisions().get(code, ())
    equal = [row for row in rows if bare & {_bare(part) for part in row.split("/")}]
    if not equal:
        bones = {skeleton(name) for name in bare} - {""}
        equal = [row for row in rows if skeleton(_bare(row)) in bones]
    if len(equal) != 1:
        return ()
    return tuple(part.strip() for part in equal[0].split("/"))
