"""Reports in note form: lines under a day or a place, tables, and the days that they cover.

What stands over a line holds for it: a place before a colon, a place or a day on a line of
its own, the cells of its row; and where a line says no day, the day to which the title
says that the report goes.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer.model import FeatureClass, Mention
from geo.dates import DateMention, find_dates, interpret
from geo.drafts.headings import (
    Heading,
    Line,
    find_heading,
    heading_day,
    heading_of,
    joined,
    opening_of,
    within,
)
from geo.lexicon import notes_en
from geo.lexicon.notes_en import COLUMNS, STANDING
from geo.model import DatePhrase
from geo.text import iter_paragraphs
from geo.whereabouts.model import RANK
from geo.words import split_words, word_set

__all__ = ["Note", "Notes", "begin_notes", "covered_days", "refuted", "under"]


@dataclass(frozen=True, slots=True)
class Note:
    """The own words of a line, and what its row says beside them."""

    start: int
    end: int
    line: tuple[int, int]
    row: bool = False
    dead: int | None = None
    hurt: int | None = None

    def quoted(self, start: int, end: int) -> tuple[int, int]:
        """What to quote of a sentence: at the ends of the line, all that stands there."""
        first, last = self.line
        return first if start == self.start else start, last if end == self.end else end


@dataclass(slots=True)
class Notes:
    """What stands over the present words of a report."""

    published: dt.date | None = None
    itemised: bool = False
    """Whether the report is in note form: each line tells something of its own."""
    listed: bool = False
    """Whether lines of the report have places over them."""
    dashed: bool = False
    """Whether lines begin with capitals and a dash."""
    covers: DatePhrase | None = None
    """The days that the title says the report is about."""
    heading: Heading | None = None
    """The place before the present words."""
    title: Heading | None = None
    """The place that the title names, if it is one and no country."""
    section: Heading | None = None
    """The place on a line of its own above them."""
    day: DatePhrase | None = None
    """The day on a line of its own above them, or in the cells of their row."""
    section_day: DatePhrase | None = None
    columns: tuple[str, ...] = ()
    """What stands in the columns of a table, as far as its head says so."""

    def told_on(self) -> dt.date | None:
        """The day that "today" is in a bulletin of one day, published then or soon after."""
        days = self.covers
        if days is None or days.end is None or days.start != days.end or self.published is None:
            return None
        return days.end if 0 <= (self.published - days.end).days <= _SOON else None

    def open_line(self, line: Line, dates: Sequence[DateMention]) -> Note:
        """Read what stands over a line, and say where its own words are."""
        self.heading, self.day = None, self.section_day
        text, start, end = line.text, line.start, line.end
        cells = _cells(text, start, end)
        if cells and (note := self._row(line, cells, dates)) is not None:
            return note
        day = _whole_day(text, start, end, dates, self.published)
        if day is not None and (self.section_day is not None or day.end != self.published):
            self.section_day = self.day = day  # but not the day of the report, over all of it
            return Note(end, end, (start, end))
        if end - start <= _SHORT and _LETTER.match(text, start, end):
            stop = end - 1 if text[end - 1] == ":" else end
            place = heading_of(line, start, stop, end)
            if place is not None and place.whole:
                self.section = place
                return Note(end, end, (start, end))
            if text[start:stop].isupper():
                self.section = None  # another part of the report: "OUTLOOK"
        begin = opening_of(text, start, end)
        label = _LABEL.match(text, begin, end)
        if label is not None and label[1].strip().casefold() in _UNTOLD:
            return Note(end, end, (start, end))  # "NOT CONFIRMED: shooting down of a jet"
        if self.day is not None and _days_within(dates, begin, end):
            self.day = None  # the line has a day of its own
        return Note(begin, end, (start, end))

    def open_sentence(
        self, line: Line, note: Note, start: int, dates: Sequence[DateMention]
    ) -> Heading | None:
        """Read the heading of a sentence, and the day beside it: "12 Sep: Bourem. Columns"."""
        if note.row:
            return None
        first = start == note.start or "\n" in line.text[max(line.start, start - 2) : start]
        head = find_heading(line, start, note.end, first=first)
        if first or head is not None:
            self.heading = head
        begin = line.start if start == note.start else start
        if head is not None and (days := _days_within(dates, begin, head.body)):
            self.day = days[-1].phrase
        elif ahead := within(dates, start, start + _SHORT)[:1]:
            headed = heading_day(line.text, start, ahead, self.published)
            self.day = headed[0] if headed is not None else self.day
        return head

    def _row(
        self, line: Line, cells: Sequence[tuple[int, int]], dates: Sequence[DateMention]
    ) -> Note | None:
        """The cells of a row: day and place before the words, numbers behind them."""
        text = line.text
        said = [text[a:b].casefold() for a, b in cells]
        kinds = tuple(next((COLUMNS[w] for w in s.split() if w in COLUMNS), "") for s in said)
        if sum(map(bool, kinds)) > 1 and not any(c.isdigit() for s in said for c in s):
            self.columns = kinds
            return Note(line.end, line.end, (line.start, line.end))
        places: list[Heading] = []
        at = 0
        while at < len(cells) - 1:
            a, b = cells[at]
            day = _whole_day(text, a, b, dates, self.published)
            if day is None and b - a <= _NUMERIC and text[a:b].count("/") == 1:
                day = interpret(text[a:b], self.published)  # "25/10", alone in its cell
            if day is not None and day.start is not None:
                self.day = day
            elif not _EMPTY.fullmatch(text, a, b):
                wanted = at < len(self.columns) and self.columns[at] == "place"
                named = dataclasses.replace(line, listed=wanted or bool(at))
                place = heading_of(named, a, b, b) if len(text[a:b].split()) <= 5 else None
                if place is None or len(places) == 2:
                    break
                places.append(place)
            at += 1
        if not at or (self.day is None and not places):
            return None
        if places:
            inner, *outer = sorted(places, key=lambda p: -p.rank)
            self.heading = inner if not outer else under(inner, outer[0])
        last = len(cells)
        tolls: dict[str, int] = {}
        while last > at + 1 and _EMPTY.fullmatch(text, *cells[last - 1]):
            last -= 1
            kind = self.columns[last] if last < len(self.columns) else ""
            number = _NUMBER.search(text, *cells[last])
            if kind and number is not None:
                tolls[kind] = int(number.group())
        return Note(
            cells[at][0],
            cells[last - 1][1],
            (line.start, line.end),
            row=True,
            dead=tolls.get("dead"),
            hurt=tolls.get("hurt"),
        )


_NUMERIC = 5
"""Code points of a day and month in figures: "25/10"."""
_REFUTED = re.compile(
    r"(?:[-–—:;,(\u2190-\u21ff\u2794-\u27bf]\ufe0f?\s?|\b(?:is|was|are|were|that's)\s)"
    r"(?:just |all |totally |a )?(?:not true|untrue|fake|false|nonsense|lie|hoax)\b"
    r"|\b(?:NOT TRUE|FALSE|FAKE)\b|\u274c"
)


def refuted(text: str, start: int, end: int) -> bool:
    """Whether what is told is called untrue behind it: "... blown up ❌ not true"."""
    return _REFUTED.search(text, start, end) is not None


_LABEL = re.compile(r"([^\W\d_][^:\n.]{2,30}):\s")
_UNTOLD = frozenset(split_words(notes_en.UNTOLD))
_SHORT = 60
"""Code points of a line that may be the name of a place alone."""
_LETTER = re.compile(r"[^\W\d_]")
_EMPTY = re.compile(r"[\s\d+~<>≥–—-]{0,12}|n/?a|nil|none", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,6}")
_LEAD = re.compile(r"[^;\n]{1,40};")


def under(inner: Heading, outer: Heading) -> Heading:
    """A place as part of the one that stands above it."""
    if inner.place.text.casefold() in outer.place.text.casefold():
        return outer
    place = joined(inner.place, outer.place)
    return dataclasses.replace(inner, place=place, known=inner.known or outer.known)


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The cells of a row, stripped; none if the line is no row of three or more."""
    for sign in "|\t;":
        if text.count(sign, start, end) < 2 or (sign == ";" and not _LEAD.match(text, start, end)):
            continue
        out: list[tuple[int, int]] = []
        a = start
        while a <= end:
            b = text.find(sign, a, end)
            b = end if b < 0 else b
            left, right = a, b
            while left < right and text[left].isspace():
                left += 1
            while right > left and text[right - 1].isspace():
                right -= 1
            if left < right or a > start:
                out.append((left, right))
            a = b + 1
        return out
    return []


def _days_within(dates: Sequence[DateMention], start: int, end: int) -> list[DateMention]:
    return [
        m for m in within(dates, start, end)
        if m.end <= end and m.kind in {"date", "relative"}
        and m.phrase.start is not None
    ]  # fmt: skip


def _whole_day(
    text: str,
    start: int,
    end: int,
    dates: Sequence[DateMention],
    published: dt.date | None,
) -> DatePhrase | None:
    """The day that a line or a cell is, and nothing else."""
    if end - start > _SHORT:
        return None
    found = _days_within(dates, start, end)
    if not found and within(dates, start, end):
        # read on into the next line: "Fri 14 July" above "2030 shells fell"
        alone = find_dates(text, published=published, start=start, end=end)
        found = _days_within(alone, start, end)
    if not found or (found[0].phrase.date_prec or 5) > 2:
        return None
    rest = text[start : found[0].start] + text[found[-1].end : end]
    return found[0].phrase if not any(c.isalnum() for c in rest) else None


_BULLETINS = word_set(notes_en.BULLETINS)
_SOON = 3
"""Days after which a bulletin is out at the latest."""
_TITLE = 160
"""Code points of a first line that may be a title."""


def covered_days(text: str, published: dt.date | None) -> DatePhrase | None:
    """The days that a title says its bulletin goes over or up to.

    Examples
    --------
    >>> covered_days("LIBYA SITREP AS OF 21 MAR 1200Z", dt.date(2011, 3, 22)).edtf
    '2011-03-21~'
    >>> covered_days("WEEKLY INCIDENT TABLE, 23-29 OCT 2017", None).edtf
    '2017-10-23/2017-10-29'
    >>> covered_days("The war that began on 21 March", dt.date(2011, 3, 22))
    """
    for line in text[: 3 * _TITLE].splitlines()[:3]:
        if len(line) > _TITLE:
            return None
        for m in reversed(find_dates(line, published=published, language="en")):
            phrase = m.phrase
            if m.kind != "date" or phrase.start is None or phrase.end is None:
                continue
            if (phrase.date_prec or 5) > 3:
                continue
            words = line.casefold().replace("-", " ").replace(",", " ").split()
            lead = line[: m.start].casefold().split()[-2:]
            named = not _BULLETINS.isdisjoint(w.strip(".:/()") for w in words)
            if not (named or " ".join(lead) in STANDING or phrase.start < phrase.end):
                continue
            if phrase.start < phrase.end:
                return dataclasses.replace(phrase, date_prec=max(2, phrase.date_prec or 2))
            first = phrase.end - dt.timedelta(days=6 if "weekly" in words else 0)
            day = phrase.end.isoformat()
            edtf = f"{first.isoformat()}/{day}" if first < phrase.end else f"{day}~"
            prec = 3 if first < phrase.end else 2
            return DatePhrase(phrase.text, edtf, first, phrase.end, date_prec=prec)
    return None


def _place_of_title(text: str, mentions: Sequence[Mention]) -> Heading | None:
    """ "MARAWI SITREP NR 4": the one place below a country that a first line names."""
    end = text.find("\n", 0, _TITLE)
    named = [
        Heading.of_mention(m)
        for m in mentions
        if m.end <= end and m.place is not None and m.form == "name"
    ]
    finer = [h for h in named if h.rank > RANK[FeatureClass.COUNTRY]]
    if len(finer) != 1:
        return None
    codes = {m.place.country_code for m in mentions if m.start > end and m.place is not None}
    codes |= {h.place.country_code for h in named if h not in finer}
    return finer[0] if not codes or finer[0].place.country_code in codes else None


def begin_notes(line: Line, published: dt.date | None) -> Notes:
    """Look over a report once: whether it is in note form, and over which days."""
    text = line.text
    noted = headed = dashed = number = full = 0
    for paragraph in iter_paragraphs(text, line.start, min(line.end, line.start + _LOOK)):
        number += 1
        full += paragraph.end - paragraph.start > _FULL
        here = within(line.mentions, paragraph.start, paragraph.end)
        found = find_heading(
            dataclasses.replace(line, mentions=here), paragraph.start, paragraph.end
        )
        place = found is not None and found.known
        headed += place
        dashed += _DASHED.match(text, paragraph.start, paragraph.end) is not None
        opened = opening_of(text, paragraph.start, paragraph.end) > paragraph.start
        noted += place or opened or bool(_cells(text, paragraph.start, paragraph.end))
    dashed = 0 if line.upper else dashed
    items = noted + dashed
    in_notes = items >= 3 and 2 * items >= number - 1 and 3 * full < number
    places = headed if number > 1 else 0
    return Notes(
        published,
        title=_place_of_title(text, line.mentions) if in_notes else None,
        itemised=in_notes,
        listed=places > 0 or dashed > 1,
        dashed=dashed > 1,
        covers=covered_days(text, published) if in_notes else None,
    )


_DASHED = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ' ]{2,30} [-–—] ")
_FULL = 300
"""Code points from which a numbered line is a paragraph of prose."""
_LOOK = 6000
"""Code points by which the form of a report is known."""
