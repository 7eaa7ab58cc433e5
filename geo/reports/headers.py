"""What stands before the prose of a plain report: date, title, source, dateline.

Read from the first few thousand characters only; the text itself stays untouched, and
`Header.body_start` says where the prose begins.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Final

from geo.dates import find_dates
from geo.reports.datelines import SEPARATOR, Dateline, read_dateline
from geo.reports.days import dates_of_line, is_day, read_day, skip_space
from geo.reports.opening_words import BEFORE_DAYS, DOCUMENTS, IN_PROSE
from geo.text import language_of

__all__ = ["Header", "read_header"]

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
    r"\s*+(?:(?:dated?|published):?\s*+)?((?:19|20)\d\d-[01]\d-[0-3]\d)(?![\d-])"
    r"(?:[T ]\d\d:\d\d\S{0,12})?[.,:;]?\s*+",
    re.IGNORECASE,
)
_OPENING_END = re.compile(r"[.:](?:\s|$)|[-–—]{1,2}\s|$")
_PAUSES = ".:-–—"
_BYLINE = re.compile(r"(?:by|from|reporting by|written by|par|por|edited by)\s", re.IGNORECASE)


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
    ('BAGHDAD', datetime.date(2021, 6, 28), 'Reuters', 35)
    """
    language = language_of(text[: 2 * _HEAD]) or "en"
    header = _stamped(text, _leading_date(text, _keyed_lines(text, Header())))
    if header.published is None:
        header = _dated_opening(text, header, language)
    header = _dateline(text, header, published or header.published, language)
    if header.dateline_day is None and header.dateline is None:
        header = _title_and_date_lines(text, header)
        header = _dateline(text, header, published or header.published, language)
    if header.published is None and header.dateline_day is not None:
        header = replace(header, published=header.dateline_day)
    return header


def _line(text: str, position: int) -> tuple[str, int]:
    """The line that begins here, no more than a header's length of it, and its end."""
    end = text.find("\n", position, position + _HEAD)
    end = min(len(text), position + _HEAD) if end < 0 else end
    return text[position:end], end


def _keyed_lines(text: str, header: Header) -> Header:
    """ "Date: 28 June 2021", "Source: ...": lines with a known key before any prose."""
    position = skip_space(text, header.body_start)
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
        position = skip_space(text, end)
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
    below = text.find("\n", match.end(), match.end() + _HEAD)
    if below >= 0 and _LEADING_DATE.match(text, skip_space(text, below)) is not None:
        return header  # the first line of a log
    return replace(header, published=header.published or day, body_start=match.end())


def _dated_opening(text: str, header: Header, language: str) -> Header:
    """ "Statement of 3 March 2024.", "Updated 19 Sept 2022: ...", "Le 5 juin 2021. ..."."""
    start = skip_space(text, header.body_start)
    window = text[start : start + 120].split("\n", 1)[0]
    dates = find_dates(window, published=None, language=language) or dates_of_line(window)
    if not dates or not is_day(dates[0].phrase):
        return header
    lead, rest = window[: dates[0].start].strip("( \t"), window[dates[0].end :].lstrip(") \t")
    words = lead.casefold().replace(":", " ").split()
    if words and (words[0] in IN_PROSE or not _names_document(lead.split())):
        return header
    if not _OPENING_END.match(rest) and window[dates[0].end : dates[0].end + 1] != ")":
        return header
    if not rest and not words:
        return header  # a line of its own, read with the headline
    end = start + len(window) - len(rest) + (rest[:1] in _PAUSES)
    if not text[end:].strip():
        return header
    if rest[:1] in ":–—-" and not words:
        # "3 March 2024: two men died": the day of the report unless it is a list of days,
        # and what happened then happened on that day.
        listed = any(
            _date_line(line[:24].split(":")[0].strip() or "-") is not None
            for line in text[end : end + 2000].split("\n")[1:]
        )
        return header if listed else replace(header, published=dates[0].phrase.start)
    return replace(header, published=dates[0].phrase.start, body_start=skip_space(text, end))


def _names_document(words: list[str]) -> bool:
    """ "Statement of", "Situation report No. 3, published": what leads to a report's day."""
    if len(words) > 7:
        return False
    plain = [word.casefold().strip(".,:;()#") for word in words]
    if not any(word in DOCUMENTS for word in plain):
        return all(word in BEFORE_DAYS for word in plain)
    return all(
        word in DOCUMENTS or word in BEFORE_DAYS or not word or word.isdigit() or said[0].isupper()
        for word, said in zip(plain, words, strict=True)
    )


def _stamped(text: str, header: Header) -> Header:
    """ "[28/06/2021, 14:05] ...": a chat whose lines begin with day and time."""
    start = skip_space(text, header.body_start)
    line = text[start : start + 40]
    if header.published is not None or not line[:1] or line[0] not in "[(0123456789":
        return header
    found = dates_of_line(line)
    if found and found[0].start <= 1 and is_day(found[0].phrase) and found[0].phrase.time_of_day:
        return replace(header, published=found[0].phrase.start)
    return header


def _title_and_date_lines(text: str, header: Header) -> Header:
    """A headline, and lines that hold little but a date or a source, before the prose."""
    lines = _head_lines(text, header.body_start)
    kinds = [_line_kind(line) for line, _ in lines]
    prose = kinds.index("prose") if "prose" in kinds else len(kinds)
    last = max((i for i in range(prose) if kinds[i] != "head"), default=-1)
    if last >= 0 and skip_space(text, lines[last][1]) >= len(text):
        last = -1  # there must be prose after a header
    for (line, end), kind in zip(lines[: last + 1], kinds, strict=False):
        header = replace(header, body_start=skip_space(text, end))
        if kind == "date":
            day, place = _date_line(line), _place_before_date(line)
            header = replace(
                header, published=header.published or day, dateline=header.dateline or place
            )
        elif kind == "key":
            keyed = _keyed_lines(line, replace(header, body_start=0))
            header = replace(keyed, body_start=header.body_start)
        elif kind == "head" and header.title is None:
            header = replace(header, title=line)
    following = lines[last + 1 : last + 2]
    if following and header.title is None and _is_title(text, *following[0]):
        line, end = following[0]
        header = replace(header, title=line.strip("#*_= "), body_start=skip_space(text, end))
    return header


def _head_lines(text: str, start: int) -> list[tuple[str, int]]:
    """The first lines that are not blank, stripped, each with its end."""
    lines: list[tuple[str, int]] = []
    position = skip_space(text, start)
    while position < len(text) and len(lines) < 7 and position - start < _HEAD:
        line, end = _line(text, position)
        lines.append((line.strip(" \t\r"), end))
        position = skip_space(text, end)
    return lines


def _line_kind(line: str) -> str:
    """date, key or by, which belong to a header; head, which may; else prose."""
    match = _KEY_LINE.match(line)
    if match is not None and match[1].strip(" *_").casefold() in _KEYS:
        return "key"
    if len(line) > 160 or line[-1] in '.!?;,:"”»' or line[0] in '-*•“"[>':
        return "by" if _BYLINE.match(line) and len(line) < 80 else "prose"
    if _date_line(line) is not None:
        return "date"
    if _BYLINE.match(line) and len(line) < 80:
        return "by"
    return "head" if len(line) <= 110 and not line[0].islower() else "prose"


def _date_line(line: str) -> dt.date | None:
    """The day of a line that is a date and little else ("Geneva, 28 June 2021")."""
    if len(line) > 90 or not any(char.isdigit() for char in line):
        return None
    found = [m for m in dates_of_line(line) if is_day(m.phrase)]
    if not found:
        return None
    mention = found[0]
    rest = line[: mention.start] + " " + line[mention.end :]
    if mention.phrase.time_of_day:
        rest = rest.replace(mention.phrase.time_of_day, " ")
    words = [word for word in re.split(r"[^\w]+", rest) if word and not word.isdigit()]
    behind = len(line[mention.end :].split())
    return (
        mention.phrase.start if len(words) <= 5 and behind <= 4 and line[-1] not in "!?" else None
    )


def _place_before_date(line: str) -> str | None:
    """ "Geneva, 28 June 2021": what stands before the date, if it looks like a name."""
    found = [m for m in dates_of_line(line) if is_day(m.phrase)]
    head = line[: found[0].start].strip(" ,.–—-|/()") if found else ""
    words = head.split()
    if not words or len(words) > 4 or any(w[0].islower() for w in words if len(w) > 3):
        return None
    if not all(char.isalpha() or char in " ,'’.-/" for char in head):
        return None
    return (
        None if words[0].casefold().rstrip(":") in _KEYS or head.casefold() in _NOT_PLACES else head
    )


_NOT_PLACES: Final = frozenset(
    """press release|published|posted|updated|last updated|situation report|flash update|sitrep|
    monday|tuesday|wednesday|thursday|friday|saturday|sunday|news|bulletin|daily update|
    published on|report|statement|communique|communiqué|for immediate release""".replace("\n", "")
    .replace("    ", "").split("|")
)  # fmt: skip


def _is_title(text: str, line: str, end: int) -> bool:
    """A first line that is a headline: short, no full stop, with prose after it."""
    if line.startswith("#"):
        return True
    if len(line) > 160 or line[-1] in ".:;,-—–!?" or SEPARATOR.search(line[:60]):
        return False
    following = text[skip_space(text, end) :][:300]
    blank = text[end : end + 4].count("\n") > 1
    if not blank and len(following.split("\n", 1)[0]) <= 1.2 * len(line):
        return False  # the first line of wrapped prose
    if len(line.split()) < 2 or len(following) < 40:
        return False
    return blank or following[:1].isupper()


_LIST_HEAD = re.compile(r"[\W\d_]{0,6}[^\W\d_][^:\n]{1,30}(?::| [-–—])\s")


def _in_a_list(text: str, dateline: Dateline) -> bool:
    """Whether lines below begin with names as well: "Gao: ...", no dateline but a list."""
    start = dateline.body_start
    if dateline.agency is not None and ":" not in text[max(0, start - 3) : start]:
        return False
    lines = text[start : start + _HEAD].split("\n")[1:12]
    return sum(_LIST_HEAD.match(line) is not None for line in lines) > 1


def _days_below(text: str, dateline: Dateline, published: dt.date | None) -> bool:
    """Whether the next line is headed by a day as well: "Gao (7 May): ...", lines of a log."""
    below = text.find("\n", dateline.body_start, dateline.body_start + _HEAD)
    if below < 0 or published is None or dateline.day == published:
        return False
    start = skip_space(text, below)
    following = read_dateline(text, start, published=published, language="en")
    return following is not None and following.day is not None


def _dateline(text: str, header: Header, published: dt.date | None, language: str) -> Header:
    start = skip_space(text, header.body_start)
    line = read_dateline(text, start, published=published, language=language)
    if line is None or (line.day is None and _in_a_list(text, line)):
        return replace(header, body_start=start)
    if line.day is not None and line.agency is None and _days_below(text, line, published):
        return replace(header, body_start=start)
    return replace(
        header,
        dateline=line.place or header.dateline,
        dateline_day=line.day,
        source=header.source or line.agency,
        body_start=line.body_start,
    )
