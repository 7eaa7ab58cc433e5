"""Datelines: "BAGHDAD, June 28 (Reuters) -", "SAN SALVADOR, 3 JAN 90 -- [TEXT]"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from geo.dates import find_dates
from geo.reports.days import is_day, skip_space
from geo.reports.opening_words import BEFORE_DAYS, IN_PROSE

__all__ = ["SEPARATOR", "Dateline", "read_dateline"]

SEPARATOR = re.compile(
    r"\s?--\s?|\s?[–—]\s?|\s-\s|(?<=[x)])\s?\.?-\s|(?<=[A-ZÀ-Þ]{4}):\s|(?<=[x\d]):\s|(?<=\d{4})\.\s"
)
_ARTICLE = re.compile(r"[ ,]+(?:le|el|la|on)$")
_AGENCY_AFTER = re.compile(r"\s*([^\W\d_][^.\n]{1,30})\.\s")
_AGENCY = re.compile(r"\(([^()\n]{2,60})\)")
_BRACKETED = re.compile(r"\s*\[[^\[\]]{0,200}\]")
_IN_BRACKETS = re.compile(r"\([^()\n]{0,60}\)")
_STALE: Final = 10
"""Days before the publication at most that a dateline's day lies."""
_BETWEEN: Final = 12
"""Characters between two dates of a dateline at most: "3 May (Monday), 14:00"."""
_UNDATED = re.compile(r",?\s*\b(?:NO DATE|n\.d\.|undated)", re.IGNORECASE)
_SHOUTS: Final = frozenset({
    "urgent", "breaking", "watch", "alert", "flash", "newsflash", "live", "video", "warning",
    "note", "summary", "background", "update", "exclusive", "latest", "just in", "photos",
    "incident",     "explainer", "factbox", "analysis", "opinion", "correction", "statement",
})  # fmt: skip
_NO_PLACE: Final = frozenset(
    {
        "clandestine",
        "no city",
        "unattributed",
        "undated",
        "update",
        "exclusive",
    }
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline tells, and where the prose after it begins."""

    place: str | None
    day: dt.date | None
    agency: str | None
    body_start: int


def read_dateline(
    text: str, start: int, *, published: dt.date | None, language: str
) -> Dateline | None:
    """Read the dateline that begins at an offset; None where there is none.

    Examples
    --------
    >>> line = read_dateline("KYIV (AP) - Shells fell.", 0, published=None, language="en")
    >>> line.place, line.agency, line.body_start
    ('KYIV', 'AP', 12)
    """
    window = text[start : start + 160]
    # A dash inside brackets, as in "(ACAN - EFE)", does not end a dateline.
    covered = _IN_BRACKETS.sub(lambda match: "x" * len(match[0]), window)
    for separator in reversed(list(SEPARATOR.finditer(covered, 3))[:3]):
        found = _read_dateline(window[: separator.start()], published, language)
        if found is not None:
            break
    else:
        return None
    place, day, agency = found
    body = start + separator.end()
    for _ in range(5):
        match = _BRACKETED.match(text, body, body + 260)
        if match is None:
            break
        body = match.end()
    if (after := _AGENCY_AFTER.match(text, body, body + 60)) and language in ("ru", "uk"):
        agency, body = agency or after[1], after.end()
    named = None if place.casefold() in _NO_PLACE else place
    return Dateline(named, day, agency, skip_space(text, body))


def _read_dateline(
    lead: str, published: dt.date | None, language: str
) -> tuple[str, dt.date | None, str | None] | None:
    """Place, day and agency of what stands before a dateline's dash; None if it is none."""
    found = next((m for m in _AGENCY.finditer(lead) if _is_agency(lead, m)), None)
    bare = lead
    if found is not None:
        bare = lead[: found.start()] + " " * len(found[0]) + lead[found.end() :]
    dates = [
        m
        for m in find_dates(bare, published=published, language=language)
        if m.kind in ("date", "unknown")
    ]
    place = bare[: dates[0].start] if dates else bare
    undated = _UNDATED.search(place)
    place = (place[: undated.start()] if undated else place).split("\n")[0]
    place = _ARTICLE.sub("", place.rstrip(" ,.(\t:-–—")).strip(" ,.\t:-–—")
    certain = bool(dates or found or undated)
    if not _looks_like_place(place, certain=certain) or place.casefold() in (
        _SHOUTS | BEFORE_DAYS | IN_PROSE
    ):
        return None
    if dates and bare[dates[-1].end :].strip(" ,.():\n"):
        return None
    if any(b.start - a.end > _BETWEEN for a, b in pairwise(dates)):
        return None  # "The Chamber today convicted two men of crimes of the summer of 1992."
    day = dates[0].phrase.start if dates and is_day(dates[0].phrase) else None
    if day is not None and published is not None and (published - day).days > _STALE:
        return None  # the first day of a chronology
    return place, day, found[1].strip() if found else None


def _is_agency(lead: str, match: re.Match[str]) -> bool:
    """Whether brackets hold an agency, "(AP)", and not a country, "PARIS (FRANCE), 5 May"."""
    words = match[1]
    if not words[0].isupper() or sum(map(str.isdigit, words)) > 2 or len(words.split()) > 6:
        return False
    return not lead[match.end() :].lstrip().startswith(",")


def _looks_like_place(place: str, *, certain: bool) -> bool:
    """Capitals, or names with a date or an agency after them."""
    words = [word for word in re.split(r"[\s,/()]+", place) if word]
    if not words or len(words) > 7 or len(place) > 70:
        return False
    letters = [char for char in place if char.isalpha()]
    if not letters or (any(char in place for char in '.;!?"“”:') and not place.isupper()):
        return False
    if sum(char.isupper() for char in letters) >= 0.8 * len(letters) and len(letters) > 2:
        return certain or len(words) <= 4
    named = all(
        word[0].isupper() or word.casefold() in ("of", "de", "la", "el", "al", "the", "del")
        for word in words
    )
    return named and (certain or len(words) <= 2)
