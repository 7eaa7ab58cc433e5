"""What a place is called in the language of the map.

Countries, and cities that a time zone is named after, bear their names of Unicode CLDR;
`write_names` makes the table. Other places bear what the gazetteer holds. It does not say
in which language a name is, so that one is chosen by its letters, and only for languages
whose letters tell: Arabic, Russian and Ukrainian. Elsewhere the English name stays.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from gazetteer.model import FeatureClass
from gazetteer.names import fold, romanise

if TYPE_CHECKING:
    from gazetteer.model import Place
    from gazetteer.store import Store

__all__ = ["LANGUAGES", "country_name", "place_name", "write_names"]

LANGUAGES = ("fr", "es", "ar", "ru", "uk")
"""Languages beside English in which places are named."""

_TABLE = "names.json"
_LARGE = 100_000
"""Inhabitants of a city that may be known by another of its names."""
_VOTES = 6
"""Spellings in other languages that a name in another script is compared with."""

_LETTERS = {
    "ar": re.compile("[ء-غف-ْٰٱ\\s\\-]+"),
    "ru": re.compile("[А-Яа-яЁё\\s\\-–’']+"),
    "uk": re.compile("[А-ЩЬЮЯЄІЇҐа-щьюяєіїґ\\s\\-–’'ʼ]+"),
}
"""Letters of each alphabet: a Persian, Kurdish, Serbian or Kazakh name shows by one more."""

_OWN = {"ru": re.compile("[ыэёЫЭЁ]|ь(?!о)"), "uk": re.compile("[іїєґІЇЄҐ]|ь(?!о)")}
"""Letters that most neighbours of the language do not write."""
_NOT = {
    "ar": re.compile(r"ى(?=\w)|^ئ"),
    "ru": re.compile(r"[^л]ьск|[сц]ьк|ьк\b|не море|[А-Яа-яЁё][А-ЯЁ]"),
    "uk": re.compile(r"ьск|(ое|ая|ый|ие|ский)\b|ево море|[а-щьюяєіїґ][А-ЩЬЮЯЄІЇҐ]|[А-ЩЬЮЯЄІЇҐ]{2}"),
}
"""Endings that only neighbours write, and capitals within a word, which stand for other letters."""

_TYPE_WORDS = {
    "ar": ("محافظة", "ولاية", "إقليم", "منطقة", "مدينة", "مقاطعة"),
    "ru": ("область", "провинция", "мухафаза", "край", "город"),
    "uk": ("область", "провінція", "мухафаза", "край", "місто"),
}

_WATERS = {
    "fr": re.compile(r"(Mer|Golfe|Océan|Détroit|Baie|Manche|Lac|Méditerranée)\b"),
    "es": re.compile(r"(Mar|Golfo|Océano|Estrecho|Bahía|Lago)\b"),
}
"""How the name of a sea begins where letters do not tell the language."""

_SAID_OTHERWISE: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "CD": "République démocratique du Congo", "CG": "République du Congo", "PS": "Palestine",
        "HK": "Hong Kong", "MO": "Macao", "MM": "Birmanie", "UA kyiv": "Kyiv",
    },
    "es": {
        "CD": "República Democrática del Congo", "CG": "República del Congo", "PS": "Palestina",
        "HK": "Hong Kong", "MO": "Macao", "MM": "Birmania", "UA kyiv": "Kyiv",
    },
    "ar": {
        "CD": "جمهورية الكونغو الديمقراطية", "CG": "جمهورية الكونغو", "PS": "فلسطين",
        "HK": "هونغ كونغ", "MO": "ماكاو", "MM": "ميانمار",
    },
    "ru": {
        "CD": "Демократическая Республика Конго", "CG": "Республика Конго", "PS": "Палестина",
        "HK": "Гонконг", "MO": "Макао", "MM": "Мьянма",
    },
    "uk": {
        "CD": "Демократична Республіка Конго", "CG": "Республіка Конго", "PS": "Палестина",
        "HK": "Гонконг", "MO": "Макао", "MM": "М’янма",
    },
}  # fmt: skip
"""Where CLDR's name is a compromise that no report writes; the English table has the same rows."""


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    text = files(__package__).joinpath(_TABLE).read_text("utf-8")
    table: Mapping[str, Mapping[str, str]] = json.loads(text)
    return table


def country_name(store: Store, code: str, lang: str) -> str:
    """Name of a country in a language; its code where nobody knows it.

    Examples
    --------
    >>> from gazetteer.store import Store
    >>> store = Store.open()
    >>> country_name(store, "UA", "ar"), country_name(store, "UA", "en")
    ('أوكرانيا', 'Ukraine')
    """
    place = store.country(code)
    return _table().get(lang, {}).get(code) or (place.name if place else code)


def place_name(store: Store, place: Place, lang: str) -> str:
    """Name of a place in a language, or else its English one.

    Examples
    --------
    >>> from gazetteer.store import Store
    >>> store = Store.open()
    >>> damascus = store.place(store.row_of("geonames:170654"))
    >>> place_name(store, damascus, "fr"), place_name(store, damascus, "uk")
    ('Damas', 'Дамаск')
    """
    if lang not in LANGUAGES:
        return place.name
    if place.feature_class is FeatureClass.COUNTRY and place.country_code:
        return country_name(store, place.country_code, lang)
    row = store.row_of(place.place_id)
    names = store.names_of(row) if row is not None else ()
    if place.feature_class is FeatureClass.POPULATED_PLACE:
        # Another town may bear a city's old name, but no large one does.
        own = names if (place.population or 0) >= _LARGE else (place.name,)
        for name in own:
            if known := _table()[lang].get(f"{place.country_code} {fold(name)}"):
                return known
    if lang in _WATERS:
        if place.feature_class in {FeatureClass.SEA, FeatureClass.STRAIT, FeatureClass.LAKE}:
            return next((name for name in names if _WATERS[lang].match(name)), place.name)
        return place.name
    return _by_letters(names, lang) or place.name


def _by_letters(names: Iterable[str], lang: str) -> str | None:
    """The name that is most likely of the language: by its letters, then by its sound."""
    every = tuple(names)
    fitting = [name for name in every if _LETTERS[lang].fullmatch(name)]
    fitting = [name for name in fitting if not _NOT[lang].search(name)]
    if not fitting:
        return None
    latin = [fold(name) for name in every if name.isascii()]

    def worth(name: str) -> tuple[float, int]:
        heard = romanise(name)
        # What most of the other languages come near to is the common name, not a dialect's.
        votes = sorted((fuzz.ratio(heard, word) for word in latin), reverse=True)[:_VOTES]
        sound = fuzz.ratio(heard, fold(every[0]))
        sound += sum(votes) / max(len(votes), 1) if lang == "ru" else 0.0
        own = (
            (20.0 if lang == "ru" else 12.0) * len(set(_OWN[lang].findall(name)))
            if lang in _OWN
            else 0.0
        )
        # "الموصل" before "موصل": the article belongs to the name where there is one.
        own += 30.0 if lang == "ar" and name.startswith("ال") else 0.0
        return own + sound, -fitting.index(name)

    return _without_type(max(fitting, key=worth), lang)


def _without_type(name: str, lang: str) -> str:
    """ "محافظة الأنبار" is "الأنبار" on a map, where the lettering says what it is."""
    words = name.split()
    bare = [word for word in words if word.lower() not in _TYPE_WORDS[lang]]
    adjective = lang != "ar" and len(bare) < len(words)
    # "Херсонская" alone is no name.
    return name if adjective or not bare else " ".join(bare)


def write_names(path: Path) -> None:
    """Write the table of names from Unicode CLDR, as Babel has it.

    Cities are those that a time zone is named after, by country and English name.
    """
    from babel import Locale
    from babel.core import get_global

    of_zone, renamed = get_global("zone_territories"), get_global("zone_aliases")
    english = Locale("en")
    table: dict[str, dict[str, str]] = {}
    for lang in LANGUAGES:
        locale = Locale(lang)
        names = {
            code: name.partition(" (")[0]
            for code, name in locale.territories.items()
            if re.fullmatch("[A-Z]{2}", code)
        }
        for zone, described in locale.time_zones.items():
            code = of_zone.get(zone) or of_zone.get(renamed.get(zone, ""))
            city = described.get("city")
            known = (english.time_zones.get(zone) or {}).get("city")
            said = known or zone.rpartition("/")[2].replace("_", " ")
            if city and code and code != "ZZ":
                names[f"{code} {fold(said)}"] = city.partition(" (")[0]
        table[lang] = {**names, **_SAID_OTHERWISE[lang]}
    text = json.dumps(table, ensure_ascii=False, indent=0, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
