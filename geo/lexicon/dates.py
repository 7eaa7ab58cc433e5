"""The shape of a language's table of date words, and words that every language shares.

Each language has a module `dates_<code>` with one `WORDS: DateWords`. Sources: the
languages' own calendars as in CLDR (months, weekdays, units), Arabic month names of the
Levant and of Egypt as used by their press; the rest is everyday grammar, written by us.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

__all__ = ["HIJRI_MONTHS", "HOLIDAYS", "ZONES", "DateWords"]


@dataclass(frozen=True, slots=True)
class DateWords:
    """Date words of one language; keys casefolded, several words joined by one space."""

    months: Mapping[str, int]
    """To 1-12."""
    weekdays: Mapping[str, int]
    """To 0-6, Monday first."""
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    """"last" is -1."""
    units: Mapping[str, str]
    """To hour, day, night, week, fortnight, weekend, month, quarter, half, year, decade."""
    shifts: Mapping[str, int]
    """-1 last, 0 this, +1 next: beside a unit, a weekday, a month or a season."""
    days: Mapping[str, int]
    """Days counted from the report's own: yesterday -1, today 0."""
    parts: Mapping[str, str]
    """To early, mid, late: of a month, a year, a decade; before a weekday a time of day."""
    dayparts: Mapping[str, str]
    """Times of day, to night, dawn, morning, noon, afternoon, evening, overnight."""
    seasons: Mapping[str, str]
    words: Mapping[str, str]
    """Small words to the part they play (see `geo.dates.grammar`)."""
    nights: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    """A day and a time of day in one: "last night" is (-1, "night")."""
    holidays: Mapping[str, str] = field(default_factory=dict)
    """To the names of `geo.dates.calendars.HOLIDAYS`."""
    hijri: Mapping[str, int] = field(default_factory=dict)
    """Months of the Islamic calendar, to 1-12."""
    needs_support: frozenset[str] = frozenset()
    """Words that are a month or a weekday only beside a number or a preposition."""
    not_after: frozenset[str] = frozenset()
    """What shows that a doubtful month is none: "may" before "be"."""
    lower_is_other: frozenset[str] = frozenset()
    """Those of them that are another word when written small: "may", "march"."""
    lasts: frozenset[str] = frozenset()
    """Shifts that also count: "the last two weeks", "the last week of May"."""
    plurals: frozenset[str] = frozenset()
    """Units in the plural."""
    events: frozenset[str] = frozenset()
    """Nouns for what a report tells of, so that "a day after the attack" has a base."""
    counted: frozenset[str] = frozenset()
    """Nouns that a number before them counts, so that it is no year."""
    numbered: frozenset[str] = frozenset()
    """Nouns that an ordinal before them numbers, so that it is no day: "the 14th floor"."""
    institutions: frozenset[str] = frozenset()
    """Words that make a date before them a name: "17 February Brigade", "Sunday Times"."""
    periods: frozenset[str] = frozenset()
    """Nouns of what lasts and is told of by its year: "during the 2008 war", "events of 1988"."""
    findings: frozenset[str] = frozenset()
    """Words before a date that put it in the time that a court or inquiry looks into."""
    shifts_follow: bool = False
    """Whether "last" may stand after its noun, as in "semana pasada"."""
    future: frozenset[str] = frozenset()
    """Words before a date that make it one to come."""

    def counts(self, key: str) -> bool:
        """Whether a number before this word counts it."""
        return key in self.counted


ZONES: Final = frozenset(
    {
        "gmt",
        "utc",
        "z",
        "bst",
        "cet",
        "cest",
        "eet",
        "eest",
        "msk",
        "ist",
        "pkt",
        "aft",
        "est",
        "edt",
        "cst",
        "cdt",
        "pst",
        "pdt",
        "wat",
        "cat",
        "eat",
        "sast",
        "trt",
        "ast",
        "irst",
        "jst",
        "kst",
    }
)
"""Abbreviations of time zones, kept with the time as said."""

HIJRI_MONTHS: Final[Mapping[str, int]] = {
    # Common romanisations, in reports of every Latin-script language.
    "muharram": 1, "moharram": 1, "muharam": 1, "safar": 2, "rabi al-awwal": 3,
    "rabi' al-awwal": 3,
    "rabi al-thani": 4, "rabi' al-thani": 4, "jumada al-awwal": 5, "jumada al-thani": 6,
    "rajab": 7, "shaaban": 8, "sha'ban": 8, "shaban": 8, "sha'aban": 8,
    "ramadan": 9, "ramadhan": 9, "ramazan": 9, "ramzan": 9, "ramadán": 9,
    "shawwal": 10, "dhu al-qadah": 11, "dhul qadah": 11, "dhu al-hijjah": 12, "dhul hijjah": 12,
    "dhu al-hijja": 12, "zilhajj": 12,
}  # fmt: skip

HOLIDAYS: Final[Mapping[str, str]] = {
    "eid al-fitr": "eid_al_fitr", "eid ul-fitr": "eid_al_fitr", "eid-al-fitr": "eid_al_fitr",
    "eid al fitr": "eid_al_fitr", "eid ul fitr": "eid_al_fitr", "'eid al-fitr": "eid_al_fitr",
    "id al-fitr": "eid_al_fitr", "aïd el-fitr": "eid_al_fitr", "aid el-fitr": "eid_al_fitr",
    "eid al-adha": "eid_al_adha", "eid ul-adha": "eid_al_adha", "eid al adha": "eid_al_adha",
    "eid ul adha": "eid_al_adha", "eid-al-adha": "eid_al_adha", "id al-adha": "eid_al_adha",
    "aïd el-adha": "eid_al_adha", "aïd el-kébir": "eid_al_adha", "tabaski": "eid_al_adha",
    "kurban bayram": "eid_al_adha", "eid": "eid",
    "ashura": "ashura", "ashoura": "ashura", "achoura": "ashura", "arbaeen": "arbaeen",
    "arba'een": "arbaeen", "mawlid": "mawlid", "mouloud": "mawlid",
    "laylat al-qadr": "laylat_al_qadr",
    "nowruz": "nowruz", "newroz": "nowruz", "nawruz": "nowruz", "norouz": "nowruz",
    "norooz": "nowruz",
    "yom kippur": "yom_kippur", "rosh hashanah": "rosh_hashanah", "passover": "passover",
    "simchat torah": "simchat_torah", "hanukkah": "hanukkah", "purim": "purim",
}  # fmt: skip
