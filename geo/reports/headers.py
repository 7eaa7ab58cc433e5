"""What stands before the prose of a plain report: date, title, source, dateline.

Read from the first few thousand characters only; the text itself stays untouched, and
`Header.body_start` says where the prose begins.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from typing import Final

from geo.dates import DateMention, find_dates
from geo.model import DatePhrase
from geo.text import language_of

__all__ = ["Header", "read_day", "read_header"]

_HEAD: Final = 4000
_MAX_LINE: Final = 300

_KEYS: Final = {
    "date": "date", "published": "date", "publication date": "date", "published on": "date",
    "date published": "date", "updated": "updated", "posted": "date", "posted on": "date",
    "issued": "date", "dated": "date", "sent": "date", "fecha": "date", "publié le": "date",
    "дата": "date", "опубликовано": "date", "опубліковано": "date", "التاريخ": "date",
    "title": "title", "headline": "title", "subject": "title", "titre": "title",
    "título": "title", "asunto": "title", "objet": "title",
    "source": "source", "from": "source", "publisher": "source", "agency": "source",
    "author": "author", "by": "author", "fuente": "source", "outlet": "source",
    "url": "url", "link": "url", "location": "place", "dateline": "place", "to": "other",
    "language": "other", "tags": "other", "id": "other", "ref": "other", "reference": "other",
    "classification": "other", "dtg": "date",
}  # fmt: skip
_KEY_LINE = re.compile(r"[ \t*_]{0,4}([^\W\d_][^:\n]{0,24})[*_ ]{0,3}:[*_]{0,2}[ \t]*(\S[^\n]*)?")
_LEADING_DATE = re.compile(
    r"\s*(?:date[d:]?\s*|published\s*:?\s*)?((?:19|20)\d\d-[01]\d-[0-3]\d)(?![\d-])(?:[T ]\d\d:\d\d\S{0,12})?[.,:;]?\s*",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s?--\s?|\s?[–—]\s?|\s-\s")
_AGENCY = re.compile(r"\(([^()\n]{2,60})\)")
_BRACKETED = re.compile(r"\s*\[[^\[\]]{0,200}\]")
_IN_BRACKETS = re.compile(r"\([^()\n]{0,60}\)")
_UNDATED = re.compile(r",?\s*\b(?:NO DATE|n\.d\.|undated)", re.IGNORECASE)
_NO_PLACE: Final = frozenset({"clandestine", "no city", "unattributed", "undated", "update", "exclusive"})


@dataclass(frozen=True, slots=True)
class Header:
    """What a report says of itself before its prose begins."""

    published: dt.date | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    dateline: str | None = None
    dateline_day: dt.date | None = None
    body_start: int = 0
    extra: tuple[tuple[str, str], ...] = field(default=())


def read_day(text: str | None) -> dt.date | None:
    """Read one written-out day; None where the words leave it open.

    Examples
    --------
    >>> read_day("Mon, 28 Jun 2021 14:05:00 +0300")
    datetime.date(2021, 6, 28)
    >>> read_day("last Monday")
    """
    if not text:
        return None
    found = [m.phrase for m in _dates(text[:_MAX_LINE])]
    days = [phrase for phrase in found if _is_day(phrase)]
    return days[0].start if days else None


def _dates(line: str) -> tuple[DateMention, ...]:
    """Dates of a line too short to tell its language: the reading that finds the longest."""
    code = language_of(line)
    readings = [
        find_dates(line, published=None, language=language)
        for language in dict.fromkeys((code or "en", "en", "fr", "es", "ru", "uk", "ar"))
        if language in ("en", code) or not line.isascii() or language in ("fr", "es")
    ]
    return max(readings, key=lambda found: sum(m.end - m.start for m in found if _is_day(m.phrase)))


def _is_day(phrase: DatePhrase) -> bool:
    return phrase.start is not None and phrase.start == phrase.end


def read_header(text: str, *, published: dt.date | None = None) -> Header:
    """Read what stands before the prose.

    Parameters
    ----------
    published
        The day where the file's own data tell it; helps with datelines that say no year.

    Examples
    --------
    >>> header = read_header("BAGHDAD, June 28, 2021 (Reuters) - Two men died.")
    >>> header.dateline, header.published, header.source, header.body_start
    ('BAGHDAD', datetime.date(2021, 6, 28), 'Reuters', 36)
    """
    language = language_of(text[:2 * _HEAD]) or "en"
    header = _leading_date(text, _keyed_lines(text, Header()))
    header = _dateline(text, header, published or header.published, language)
    if header.dateline_day is None and header.dateline is None:
        header = _title_and_date_lines(text, header)
        header = _dateline(text, header, published or header.published, language)
    if header.published is None and header.dateline_day is not None:
        header = replace(header, published=header.dateline_day)
    return header


def _skip_space(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _line(text: str, position: int) -> tuple[str, int]:
    """The line that begins here, no more than a header's length of it, and its end."""
    end = text.find("\n", position, position + _HEAD)
    end = min(len(text), position + _HEAD) if end < 0 else end
    return text[position:end], end


def _keyed_lines(text: str, header: Header) -> Header:
    """ "Date: 28 June 2021", "Source: ...": lines with a known key before any prose."""
    position = _skip_space(text, header.body_start)
    while position < _HEAD:
        line, end = _line(text, position)
        match = _KEY_LINE.match(line) if len(line) <= _MAX_LINE else None
        key = _KEYS.get(match[1].strip(" *_").casefold()) if match else None
        if match is None or key is None:
            break
        value = (match[2] or "").strip(" *_\"'\r")
        if key in ("date", "updated"):
            day = read_day(value)
            if day is None:
                break
            if header.published is None or key == "date":
                header = replace(header, published=day)
        elif key == "title" and value:
            header = replace(header, title=value)
        elif key in ("source", "author") and value:
            if header.source is None or key == "source":
                header = replace(header, source=value)
        elif key == "url" and value:
            header = replace(header, url=value)
        elif key == "place" and value:
            header = replace(header, dateline=value)
        position = _skip_space(text, end)
        header = replace(header, body_start=position)
    return header


def _leading_date(text: str, header: Header) -> Header:
    """ "date 2021-06-28 The United States ...": a date that runs into the prose."""
    match = _LEADING_DATE.match(text, header.body_start, header.body_start + 200)
    if match is None:
        return header
    try:
        day = dt.date.fromisoformat(match[1])
    except ValueError:
        return header
    return replace(header, published=header.published or day, body_start=match.end())


def _title_and_date_lines(text: str, header: Header) -> Header:
    """A headline, and lines that hold little but a date or a source, before the prose."""
    position = _skip_space(text, header.body_start)
    for step in range(6):
        line, end = _line(text, position)
        stripped = line.strip(" \t\r#*_=")
        following = _skip_space(text, end)
        if not stripped or following >= len(text) or len(stripped) > 200:
            break
        day = _date_line(stripped)
        if day is not None:
            place = _place_before_date(stripped)
            header = replace(
                header,
                published=header.published or day,
                dateline=header.dateline or place,
                body_start=following,
            )
        elif step == 0 and header.title is None and _is_title(text, line, stripped, end):
            header = replace(header, title=stripped, body_start=following)
        elif stripped.casefold().startswith("by ") and len(stripped) < 60 and stripped[-1] != ".":
            header = replace(header, body_start=following)
        else:
            keyed = _keyed_lines(text, replace(header, body_start=position))
            if keyed.body_start <= position:
                break
            header, following = keyed, keyed.body_start
        position = following
    return header


def _date_line(line: str) -> dt.date | None:
    """The day of a line that is a date and little else ("Geneva, 28 June 2021")."""
    if len(line) > 90 or not any(char.isdigit() for char in line):
        return None
    found = [m for m in _dates(line) if _is_day(m.phrase)]
    if not found:
        return None
    mention = found[0]
    rest = line[: mention.start] + " " + line[mention.end :]
    if mention.phrase.time_of_day:
        rest = rest.replace(mention.phrase.time_of_day, " ")
    words = [word for word in re.split(r"[^\w]+", rest) if word and not word.isdigit()]
    return mention.phrase.start if len(words) <= 5 and line[-1] not in "!?" else None


def _place_before_date(line: str) -> str | None:
    """ "Geneva, 28 June 2021": what stands before the date, if it looks like a name."""
    found = [m for m in _dates(line) if _is_day(m.phrase)]
    head = line[: found[0].start].strip(" ,.–—-|/()") if found else ""
    words = head.split()
    if not words or len(words) > 4 or any(w[0].islower() for w in words if len(w) > 3):
        return None
    if not all(char.isalpha() or char in " ,'’.-/" for char in head):
        return None
    return None if words[0].casefold().rstrip(":") in _KEYS or head.casefold() in _NOT_PLACES else head


_NOT_PLACES: Final = frozenset(
    """press release|published|posted|updated|last updated|situation report|flash update|sitrep|
    monday|tuesday|wednesday|thursday|friday|saturday|sunday|news|bulletin|daily update|
    published on|report|statement|communique|communiqué|for immediate release""".replace("\n", "")
    .replace("    ", "").split("|")
)  # fmt: skip


def _is_title(text: str, line: str, stripped: str, end: int) -> bool:
    """A first line that is a headline: short, no full stop, with prose after it."""
    if line.lstrip().startswith("#"):
        return True
    if len(stripped) > 160 or stripped[-1] in ".:;,-—–" or _SEPARATOR.search(stripped[:60]):
        return False
    following = text[_skip_space(text, end) :][:300]
    blank = text[end : end + 3].count("\n") > 1 or text[end : end + 4].count("\r\n") > 1
    if not blank and len(following.split("\n", 1)[0]) <= 1.2 * len(stripped):
        return False  # the first line of wrapped prose
    words = stripped.split()
    if len(words) < 2 or len(following) < 40:
        return False
    return blank or following[:1].isupper()


def _dateline(
    text: str, header: Header, published: dt.date | None, language: str
) -> Header:
    """ "BAGHDAD, June 28 (Reuters) -", "SAN SALVADOR, 3 JAN 90 -- [TEXT]"."""
    start = _skip_space(text, header.body_start)
    window = text[start : start + 160]
    # A dash inside brackets, as in "(ACAN - EFE)", does not end a dateline.
    covered = _IN_BRACKETS.sub(lambda match: "x" * len(match[0]), window)
    separator = _SEPARATOR.search(covered, 3)
    if separator is None:
        return replace(header, body_start=start)
    lead = window[: separator.start()]
    agency = next((m for m in _AGENCY.finditer(lead) if _is_agency(lead, m)), None)
    bare = lead[: agency.start()] + " " * len(agency[0]) + lead[agency.end() :] if agency else lead
    dates = [m for m in find_dates(bare, published=published, language=language)
             if m.kind in ("date", "unknown")]
    place = bare[: dates[0].start] if dates else bare
    undated = _UNDATED.search(place)
    place = (place[: undated.start()] if undated else place).strip(" ,.\t\n:").split("\n")[0]
    if not _looks_like_place(place, certain=bool(dates or agency or undated)):
        return replace(header, body_start=start)
    if dates and bare[dates[-1].end :].strip(" ,.():\n"):
        return replace(header, body_start=start)
    day = dates[0].phrase.start if dates and _is_day(dates[0].phrase) else None
    body = start + separator.end()
    for _ in range(5):
        match = _BRACKETED.match(text, body, body + 260)
        if match is None:
            break
        body = match.end()
    body = _skip_space(text, body)
    name = place if place.casefold() not in _NO_PLACE else None
    source = header.source or (agency[1].strip() if agency else None)
    return replace(
        header,
        dateline=name or header.dateline,
        dateline_day=day,
        source=source,
        body_start=body,
    )


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
    if not letters or (any(char in place for char in ".;!?\"“”:") and not place.isupper()):
        return False
    if sum(char.isupper() for char in letters) >= 0.8 * len(letters) and len(letters) > 2:
        return certain or len(words) <= 4
    named = all(word[0].isupper() or word.casefold() in ("of", "de", "la", "el", "al", "the", "del")
                for word in words)
    return named and (certain or len(words) <= 2)

