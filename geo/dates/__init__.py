"""When: date phrases in running text, with the days they mean.

`find_dates` reads a whole report once. Each phrase stays as said; beside it stand the
days it means and the same in EDTF, worked out from the day of the report, or nothing
where that cannot be told. English is covered best, then French and Spanish; Arabic,
Russian and Ukrainian have their months, weekdays and the commonest phrases.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from geo.dates.beside import beside, day_again, day_beside, resolved, start_counting
from geo.dates.clock import Clock
from geo.dates.nodes import (
    Anaphor,
    Day,
    Days,
    Exact,
    Month,
    Node,
    Numeric,
    Offset,
    Range,
    Season,
    TimeOnly,
    Vague,
    Weekday,
    Year,
)
from geo.dates.phrase import Phrase
from geo.dates.phrases import Phrases
from geo.dates.scan import LANGUAGES, Scan, scan
from geo.dates.when import When, precision
from geo.model import DatePhrase
from geo.text import iter_paragraphs, language_of

__all__ = ["LANGUAGES", "Counted", "DateMention", "find_dates", "interpret", "precision"]

_MAX_CHUNK: Final = 16_000
"""Characters read at once; bounds memory on reports of any size."""

_FUTURE_REACH: Final = 60
"""Characters before a date in which "will" or "scheduled" makes it one to come."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a phrase like "two days later" is counted from, and how far."""

    at: int
    """Where the phrase begins that named the day."""
    day: dt.date
    days: int
    event: bool = False
    """Whether it says so itself: "two days before that attack"."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date phrase where it stands: `text[start:end] == phrase.text`."""

    start: int
    end: int
    phrase: DatePhrase
    kind: str
    """date, relative (to another date of the text), vague, time (of day only), offset (from
    something told) or unknown."""
    future: bool = False
    """Spoken of as to come."""
    attributive: bool = False
    """Names a thing, as in "Monday's attack" or "the 2015 deal"."""
    offset: tuple[int, str] | None = None
    """How far what stands before it lies from what follows: "a day after a bomber killed nine"."""
    counted: Counted | None = None
    """The day that a relative phrase is counted from."""


def find_dates(
    text: str,
    *,
    published: dt.date | None,
    anchor: dt.date | None = None,
    language: str | None = None,
    start: int = 0,
    end: int | None = None,
) -> tuple[DateMention, ...]:
    """Find every date phrase of a text, in order, none overlapping another.

    Parameters
    ----------
    published
        Day from which "today" and "Monday" count; None leaves such phrases open.
    anchor
        Day that "the next day" counts from, until the text itself names one.
    language
        One of `LANGUAGES`; by default told from the text, English where it cannot be.
    start, end
        The stretch to read, in code points.

    Examples
    --------
    >>> day = dt.date(2021, 6, 28)
    >>> for found in find_dates("At least five times since April, drones ...", published=day):
    ...     print(found.phrase.text, found.phrase.edtf, found.phrase.end)
    since April 2021-04/.. 2021-06-28
    >>> find_dates("The raid lasted for two hours.", published=day)
    ()
    """
    stop = len(text) if end is None else end
    code = language if language in LANGUAGES else language_of(text[start:stop][:8000]) or "en"
    clock = Clock(published, anchor)
    found: list[DateMention] = []
    for first, last in _chunks(text, start, stop):
        found.extend(_read(scan(text, code, first, last), clock))
    return tuple(found)


def interpret(
    phrase: str,
    published: dt.date | None,
    *,
    anchor: dt.date | None = None,
    language: str | None = None,
) -> DatePhrase:
    """Read one date phrase; what is not understood stays as said, with the report's bound.

    Examples
    --------
    >>> interpret("late February", dt.date(2021, 6, 28)).edtf
    '2021-02-21/2021-02-28'
    >>> interpret("when the figs are ripe", dt.date(2021, 6, 28)).edtf
    """
    # A preposition helps where the phrase alone is doubtful ("May").
    for lead in ("", "in ", "on the "):
        found = find_dates(
            lead + phrase, published=published, anchor=anchor, language=language or "en"
        )
        whole = [m.phrase for m in found if m.kind != "unknown"]
        if whole:
            best = max(whole, key=lambda candidate: len(candidate.text))
            return DatePhrase(
                phrase, best.edtf, best.start, best.end, best.open_end, best.date_prec,
                best.time_of_day,
            )  # fmt: skip
    return DatePhrase(phrase, None, None, published)


# --- One pass over the text ----------------------------------------------------------


def _chunks(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Stretches that no date phrase crosses: paragraphs, gathered or cut to size."""
    first = last = start
    for paragraph in iter_paragraphs(text, start, stop):
        if paragraph.end - first > _MAX_CHUNK and last > first:
            yield first, last
            first = paragraph.start
        while paragraph.end - first > _MAX_CHUNK:
            cut = text.rfind(" ", first + _MAX_CHUNK // 2, first + _MAX_CHUNK)
            cut = first + _MAX_CHUNK if cut < 0 else cut
            yield first, cut
            first = cut
        last = paragraph.end
    if last > first:
        yield first, last


def _read(row: Scan, clock: Clock) -> Iterator[DateMention]:
    phrases = [found for found in _phrases(row) if not _is_name(row, found)]
    if clock.day_first is None:
        clock.day_first = _day_first(phrases)
    boundary = opened = 0
    for number, found in enumerate(phrases):
        while boundary < found.first:
            blank = row.tag[boundary] == "blank"
            if blank or (row.tag[boundary] == "mark" and row.key[boundary] in _SENTENCE_ENDS):
                opened = boundary + 1
                clock.end_sentence(paragraph=blank)
            boundary += 1
        before = phrases[number - 1] if number else None
        clock.inquiry = clock.inquiry or _is_of_inquiry(row, opened, found.first)
        future = _is_future(row, before.stop if before else 0, found.first)
        context = clock.context(future=future, beside=beside(row, before, found))
        when = resolved(found.node, context)
        if before is not None and isinstance(found.node, Weekday):
            when = day_again(row, before, found, clock) or when
        if when is None and isinstance(found.node, Anaphor) and row.key[found.first] == "within":
            continue  # "shops opened within minutes": of nothing told
        after = phrases[number + 1] if number + 1 < len(phrases) else None
        if when is not None and after is not None and isinstance(found.node, Weekday):
            when = day_beside(row, found, after, context) or when
        mention = _mention(row, found, clock, when, future=future)
        yield mention
        if when is not None and not mention.future:
            period = _is_period(row, found)
            aside = mention.attributive and not period
            clock.tell(
                found.node,
                when,
                mention.start,
                opening=found.first - opened <= 2,
                aside=aside,
                names=aside or (row.tag[max(0, found.first - 1)] == "of" and not period),
            )
            start_counting(row, clock, found, after, when, opened)


def _phrases(row: Scan) -> Iterator[Phrase]:
    reader = Phrases(row)
    index, size = 0, len(row)
    while index < size:
        found = reader.phrase(index) if row.tag[index] not in _IDLE else None
        if found is None or found.stop <= index:
            index += 1
            continue
        yield found
        index = found.stop


_SENTENCE_ENDS: Final = frozenset(".!?;؟。")

_IDLE: Final = frozenset({
    "", "will", "mark", "the", "of", "and", "on", "at", "to", "or", "dash", "blank", "then",
    "time", "local", "zone", "ampm",
})  # fmt: skip


def _day_first(phrases: list[Phrase]) -> bool | None:
    """How the text writes dates in figures, where one of them can be read one way only."""
    nodes: list[Node] = []
    for phrase in phrases:
        match phrase.node:
            case Days(items):
                nodes.extend(items)
            case Range(first, last):
                nodes.extend((first, last))
            case node:
                nodes.append(node)
    told = {
        node.day_first
        for node in nodes
        if isinstance(node, Numeric) and node.day_first is not None and node.first != node.second
    }
    return told.pop() if len(told) == 1 else None


def _is_name(row: Scan, phrase: Phrase) -> bool:
    """ "Bloody Sunday", "17 February Brigade", "Sunday Times": names, not dates."""
    before, after = phrase.first - 1, phrase.stop
    if before >= 0 and row.tag[before] == "named" and isinstance(phrase.node, Weekday):
        return True
    if after >= len(row) or not isinstance(phrase.node, Day | Weekday | Month):
        return False
    if isinstance(phrase.node, Weekday) and phrase.times:
        return False
    return (
        row.key[after] in row.words.institutions
        and row.capital[after]
        and not row.possessive[after - 1]
    )


def _mention(
    row: Scan, phrase: Phrase, clock: Clock, when: When | None, *, future: bool
) -> DateMention:
    node, first, published = phrase.node, phrase.first, clock.published
    if isinstance(node, Anaphor | Offset) and first and row.tag[first - 1] == "the":
        first -= 1
    start, end = row.start[first], row.end[phrase.stop - 1]
    if when is not None and published is not None:
        if (when.start or when.end or published) > published:
            future = True
        elif when.end is not None and when.end < published:
            future = False
    times = " ".join(row.text[row.start[a] : row.end[b - 1]] for a, b in phrase.times)
    time_of_day = " ".join(times.split()) or None
    text = row.text[start:end]
    if when is None:
        bound = None if future else published
        said = DatePhrase(text, None, None, bound, time_of_day=time_of_day)
    else:
        said = DatePhrase(
            text, when.edtf, when.start, when.end, when.open_end, when.prec, time_of_day
        )
    return DateMention(
        start,
        end,
        said,
        _kind(node, when),
        future,
        _is_attributive(row, phrase),
        (node.count, node.unit) if isinstance(node, Offset) else None,
        _counted(node, clock),
    )


def _counted(node: Node, clock: Clock) -> Counted | None:
    if not isinstance(node, Anaphor) or node.base is not None or clock.day is None:
        return None
    days = _BY_DAYS.get(node.unit)
    if days is None or (node.unit in ("week", "fortnight") and not node.counted):
        return None
    return Counted(clock.day_at, clock.day, days * node.count, node.name == "event")


_BY_DAYS: Final = {
    "day": 1, "night": 1, "hour": 1, "minute": 0, "hours": 0, "week": 7, "fortnight": 14,
}  # fmt: skip
"""Units in which a phrase is counted from a day, so that it moves along with that day; of
hours whole days are counted already."""


def _kind(node: Node, when: When | None) -> str:
    if isinstance(node, TimeOnly):
        return "time"
    if isinstance(node, Offset):
        return "offset"
    if when is None:
        return "unknown"
    if isinstance(node, Vague) and when.start is None:
        return "vague"
    if isinstance(node, Anaphor) and node.base is None:
        return "relative"
    return "date"


_SET_TO = frozenset({"to", "for"})


def _is_period(row: Scan, phrase: Phrase) -> bool:
    """ "During the 2008 war", "the events of March 1988", "the year 2021": a time told of."""
    periods, first, after = row.words.periods, phrase.first, phrase.stop
    if row.tag[first] == "unit" and isinstance(phrase.node, Year):
        return True
    if after < len(row) and row.key[after] in periods:
        return first > 1 and row.tag[first - 2] in ("during", "in")
    return first > 1 and row.tag[first - 1] == "of" and row.key[first - 2] in periods


_INQUIRY_REACH = 200
"""Code points before a date among which an inquiry shows itself."""


def _is_of_inquiry(row: Scan, opened: int, first: int) -> bool:
    """ "It found that on 7 June armed men": told of the time that a court looks into."""
    begin = max(row.start[opened], row.start[first] - _INQUIRY_REACH)
    before = row.text[begin : row.start[first]].casefold()
    return any(words in before for words in row.words.findings)


def _is_future(row: Scan, floor: int, first: int) -> bool:
    """Whether "will" or "scheduled" stands before a date, in its sentence."""
    for index in range(first - 1, floor - 1, -1):
        if row.start[first] - row.end[index] > _FUTURE_REACH:
            return False
        if row.tag[index] == "blank" or row.key[index] in _SENTENCE_ENDS:
            return False
        if row.key[index] in row.words.future:
            follows = row.key[index + 1]
            if row.key[index] != "set" or follows in _SET_TO:  # not "set fire to the hall"
                return True
    return False


def _is_attributive(row: Scan, phrase: Phrase) -> bool:
    """ "Monday's attack", "the 12 March bombing", "Sunday night strikes"."""
    after = phrase.stop
    if row.possessive[after - 1]:
        occasion = row.tag[phrase.first - 1] in ("during", "at") if phrase.first else False
        return not occasion and not isinstance(phrase.node, Anaphor)
    if isinstance(phrase.node, Day) and phrase.node.month == 0:
        return False  # "on the 20th their planes came"
    if isinstance(phrase.node, Season) and "of" in row.tag[phrase.first : phrase.stop]:
        return False  # "in the spring of 2022 gunmen came"
    if (
        row.language != "en"
        or after >= len(row)
        or row.tag[after] != ""
        or not isinstance(phrase.node, Day | Exact | Numeric | Month | Year | Weekday | Season)
    ):
        return False
    before = phrase.first - 1
    if any(row.tag[i] == "of" for i in range(phrase.first, phrase.stop)) and phrase.times:
        return False  # "in the small hours of 13 May armed men broke in"
    return (before >= 0 and row.tag[before] in ("the", "this", "that")) or (
        before >= 0 and row.key[before] in ("a", "an", "his", "her", "its", "their")
    )
