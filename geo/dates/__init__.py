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

from geo.dates.nodes import (
    Anaphor,
    Day,
    Days,
    Exact,
    Month,
    Node,
    Numeric,
    Range,
    Season,
    TimeOnly,
    Unit,
    Unknown,
    Vague,
    Weekday,
    Year,
)
from geo.dates.phrase import Phrase
from geo.dates.phrases import Phrases
from geo.dates.resolve import resolve
from geo.dates.scan import LANGUAGES, Scan, scan
from geo.dates.when import Context, When, precision
from geo.model import DatePhrase
from geo.text import iter_paragraphs, language_of

__all__ = ["LANGUAGES", "DateMention", "find_dates", "interpret", "precision"]

_MAX_CHUNK: Final = 16_000
"""Characters read at once; bounds memory on reports of any size."""

_FUTURE_REACH: Final = 60
"""Characters before a date in which "will" or "scheduled" makes it one to come."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date phrase where it stands: `text[start:end] == phrase.text`."""

    start: int
    end: int
    phrase: DatePhrase
    kind: str
    """date, relative (to another date of the text), vague, time (of day only) or unknown."""
    future: bool = False
    """Spoken of as to come."""
    attributive: bool = False
    """Names a thing, as in "Monday's attack" or "the 2015 deal"."""


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
    state = _Running(published, anchor)
    found: list[DateMention] = []
    for first, last in _chunks(text, start, stop):
        found.extend(_read(scan(text, code, first, last), state))
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


@dataclass(slots=True)
class _Running:
    """What the text has said so far."""

    published: dt.date | None
    anchor: dt.date | None
    year: int | None = None
    year_leads: bool = False
    """Whether the year opened its sentence, and so holds for those that follow."""
    day_first: bool | None = None
    told: int | None = None
    """Year of the date last named."""


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


def _read(row: Scan, state: _Running) -> Iterator[DateMention]:
    reader = Phrases(row)
    tags = row.tag
    phrases: list[Phrase] = []
    index, size = 0, len(row)
    while index < size:
        if tags[index] in _IDLE:
            index += 1
            continue
        found = reader.phrase(index)
        if found is None or found.stop <= index:
            index += 1
            continue
        phrases.append(found)
        index = found.stop
    if state.day_first is None:
        state.day_first = _day_first(phrases)
    boundary = opened = previous = 0
    for found in phrases:
        while boundary < found.first:
            ended = tags[boundary] == "mark" and row.key[boundary] in _SENTENCE_ENDS
            if ended or tags[boundary] == "blank":
                opened = boundary + 1
                if tags[boundary] == "blank" or not state.year_leads:
                    state.year = None
            boundary += 1
        if not _is_name(row, found):
            future = _is_future(row, previous, found.first)
            opening = found.first - opened <= 2
            yield _mention(row, found, state, opening=opening, future=future)
        previous = found.stop


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
    row: Scan, phrase: Phrase, state: _Running, *, opening: bool, future: bool
) -> DateMention:
    node, first = phrase.node, phrase.first
    if isinstance(node, Anaphor) and first and row.tag[first - 1] == "the":
        first -= 1
    start, end = row.start[first], row.end[phrase.stop - 1]
    context = Context(
        state.published, state.anchor, state.year, state.told, future, state.day_first
    )
    when = None if isinstance(node, TimeOnly | Unknown) else resolve(node, context)
    if isinstance(node, Anaphor) and when and when.start and state.published and not future:
        # "three days later", counted from a date that it does not belong to.
        when = when if when.start <= state.published else None
    if when is not None and state.published is not None:
        if (when.start or when.end or state.published) > state.published:
            future = True
        elif when.end is not None and when.end < state.published:
            future = False
    kind = _kind(node, when)
    attributive = _is_attributive(row, phrase)
    times = " ".join(row.text[row.start[a] : row.end[b - 1]] for a, b in phrase.times)
    time_of_day = " ".join(times.split()) or None
    text = row.text[start:end]
    if when is None:
        said = DatePhrase(
            text, None, None, None if future else state.published, time_of_day=time_of_day
        )
    else:
        said = DatePhrase(
            text, when.edtf, when.start, when.end, when.open_end, when.prec, time_of_day
        )
        _remember(state, node, when, opening=opening, attributive=attributive)
    return DateMention(start, end, said, kind, future, attributive)


def _kind(node: Node, when: When | None) -> str:
    if isinstance(node, TimeOnly):
        return "time"
    if when is None:
        return "unknown"
    if isinstance(node, Vague) and when.start is None:
        return "vague"
    if isinstance(node, Anaphor) and node.base is None:
        return "relative"
    return "date"


def _remember(state: _Running, node: Node, when: When, *, opening: bool, attributive: bool) -> None:
    """Keep the last day named, and the year the paragraph speaks of."""
    if when.start is not None and when.end is not None and (when.end - when.start).days <= 1:
        state.anchor = when.end  # a night counts as the day that it ends on
    if when.start is not None:
        state.told = when.start.year
    said = (
        isinstance(node, Year)
        or (isinstance(node, Unit) and node.unit == "year")
        or (
            isinstance(node, Day | Month | Exact)
            and (isinstance(node, Exact) or node.year is not None or node.year_shift is not None)
        )
    )
    if said and not attributive and when.start is not None:
        state.year, state.year_leads = when.start.year, opening


def _is_future(row: Scan, floor: int, first: int) -> bool:
    """Whether "will" or "scheduled" stands before a date, in its sentence."""
    for index in range(first - 1, floor - 1, -1):
        if row.start[first] - row.end[index] > _FUTURE_REACH:
            return False
        if row.tag[index] == "blank" or row.key[index] in _SENTENCE_ENDS:
            return False
        if row.key[index] in row.words.future:
            return True
    return False


def _is_attributive(row: Scan, phrase: Phrase) -> bool:
    """ "Monday's attack", "the 12 March bombing", "Sunday night strikes"."""
    after = phrase.stop
    if row.possessive[after - 1]:
        return not isinstance(phrase.node, Anaphor)
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
