"""One incident's day by another's: "a day after", "two hours earlier", "hours later".

Date phrases are first read against the date named last. Here they are read against the
incident told last where that is another day: "laid to rest yesterday, a week after the
shooting. Two hours earlier a bomb ..." is two hours before the shooting.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from geo.dates import Counted, DateMention
from geo.drafts.reading import Sentence
from geo.merge import Draft, umbrella
from geo.model import DatePhrase

__all__ = ["day_around", "settle_days"]

_DAY: Final = dt.timedelta(days=1)
_MOST: Final = 40
"""Tellings of one sentence that are set against each other; more is a list without end."""
_DAYS_IN: Final = {"minute": 0, "hour": 0, "day": 1, "night": 1, "week": 7, "fortnight": 14}


def settle_days(
    text: str,
    found: Sequence[Draft],
    sentence: Sentence,
    told: Sequence[Draft],
    heading: DatePhrase | None,
    published: dt.date | None,
) -> None:
    """Give the tellings of a sentence the days that they take from others.

    Parameters
    ----------
    found
        Those of the sentence, in text order.
    told
        The last of the sentences before it.
    heading
        The day that heads the line or the section, if any.
    """
    near = found[:_MOST]
    for d in near:
        if d.counted is not None:
            d.date = _recounted(d, d.counted, [*told, *near], published) or d.date
            d.unread = None if d.date is not None else d.unread
    for m in sentence.dates:
        if m.offset is not None:
            _apart(text, m, m.offset, sentence, near, told)
    heading = _opening_day(text, sentence) or heading
    for d in found:
        if heading is not None and d.date is None and d.unread is None and _is_of_heading(d):
            d.date, d.date_kind = _about(heading.text, heading.start, heading.end), "relative"


def _opening_day(text: str, sentence: Sentence) -> DatePhrase | None:
    """ "TODAY 0330: two drones ...; drones hit the port": the day that opens the sentence."""
    for m in sentence.dates[:1]:
        hour, colon, _ = text[m.end : m.end + 10].partition(":")
        bare = hour.strip(" ,LZh")
        opens = m.start - sentence.start <= 2 and colon and (not bare or bare.isdigit())
        if opens and m.kind == "date" and _single(m.phrase) is not None:
            return m.phrase
    return None


def _single(date: DatePhrase | None) -> dt.date | None:
    """The day of a date of one day; a night counts as the day that it begins."""
    if date is None or date.start is None or date.end is None or date.open_end:
        return None
    return date.start if (date.end - date.start).days <= 1 else None


def _about(text: str, start: dt.date | None, end: dt.date | None) -> DatePhrase | None:
    """A day taken over from elsewhere: known about, UCDP precision 2."""
    if start is None or end is None:
        return None
    days = f"{start.isoformat()}~" if start == end else f"{start.isoformat()}/{end.isoformat()}"
    return DatePhrase(text, days, start, end, date_prec=2)


def _recounted(
    d: Draft, counted: Counted, told: Sequence[Draft], published: dt.date | None
) -> DatePhrase | None:
    """The day of "two hours earlier" by the incident that its base date stands with."""
    base = _base_day(d, counted, told)
    day = None if base is None else base + counted.days * _DAY
    if day is None or (published is not None and day > published):
        return None
    text = d.date.text if d.date is not None else d.unread.text if d.unread is not None else ""
    if d.date is None or d.date.start is None or d.date.end is None:
        return _about(text, day, day)
    reach = d.date.end - d.date.start
    written = _about(text, day, day + reach)
    exact = d.date.date_prec == 1 and not reach and written is not None
    if exact and written is not None:
        return replace(written, edtf=day.isoformat(), date_prec=1)
    return written


def _base_day(d: Draft, counted: Counted, told: Sequence[Draft]) -> dt.date | None:
    """The day of the incident that a phrase is counted from, if another than was read."""
    if counted.event:
        before = [_single(x.date) for x in told if x.sentence < d.sentence and not x.bare]
        return before[-1] if before else None  # "two days before that attack"
    beside = [
        x
        for x in told
        if x is not d
        and not x.bare
        and x.date is not None
        and x.quotes[0][0] <= counted.at < x.quotes[0][1]
    ]
    if not beside or any(x.date_at == counted.at for x in beside):
        return None
    base = _single(beside[-1].date)
    return None if base == counted.day else base


_CAME: Final = frozenset({"came", "comes", "come", "coming", "followed", "happened", "occurred"})


def _came(before: str) -> bool:
    """Whether the words end in "came" or the like: so the subject was told before."""
    return not _CAME.isdisjoint(before.casefold().split()[-1:])


def _apart(
    text: str,
    m: DateMention,
    offset: tuple[int, str],
    sentence: Sentence,
    found: Sequence[Draft],
    told: Sequence[Draft],
) -> None:
    """ "shells fell on the 12th, a day after a bomber had killed nine": each by the other."""
    count, unit = offset
    if unit not in _DAYS_IN:
        return
    shift = count * _DAYS_IN[unit] * _DAY
    before = [d for d in found if d.at < m.start]
    close = _colon(text, m.end, sentence.end)  # "a day after he had gone: 30 were shot"
    after = [d for d in found if m.end <= d.at < close]
    base = after[0] if after else None
    counted = before[-1] if before else after[1] if len(after) > 1 else None
    if base is None:
        if before and count == 0:
            _same_day(before[-1], m, told)
        return
    exact = unit in ("day", "night") or "to the day" in m.phrase.text
    # "yesterday, a week to the day after a man began shooting"
    beside = [x for x in sentence.dates if 0 <= m.start - x.end <= 2 and x.kind == "date"]
    day = _single(beside[0].phrase) if beside else None
    if counted is None or (counted.bare and counted.date is None):
        if day is None and told and _came(text[sentence.start : m.start]):
            day = _single(told[-1].date)  # "these blows came two weeks after"
        if day is not None and base.date_at < m.start:
            _set(base, m, day - shift, exact=exact)
        return
    fronted = not before and base.date_at < 0
    mine = _single(counted.date) if counted.date_at < m.start or fronted else None
    if counted.date_at < 0 and counted.anaphor and told:
        mine = _single(told[-1].date)  # "the attack came a day after": that told of last
    theirs = _single(base.date) if base.date_at > m.end else None
    if theirs is not None and mine is None:
        _set(counted, m, theirs + shift, exact=exact)
    elif mine is not None and theirs is None:
        # "was killed on 25 July, and two days before another had died": earlier, by its tense
        earlier = count < 0 and text[sentence.start : m.start].rstrip().endswith((" and", ";"))
        earlier = earlier and "had" in text[m.end : base.at].split()
        _set(base, m, mine + shift if earlier else mine - shift, exact=exact)


def _colon(text: str, start: int, end: int) -> int:
    """Where the words up to a colon end: what follows it tells more of what stands before."""
    at = text.find(": ", start, end)
    return end if at < 0 else at


def _same_day(d: Draft, m: DateMention, told: Sequence[Draft]) -> None:
    """ "30 minutes after the first one": of the day of the incident told just before."""
    day = _single(told[-1].date) if told and d.sentence - told[-1].sentence <= 2 else None
    if day is not None and d.date is None:
        _set(d, m, day, exact=False)


def _set(d: Draft, m: DateMention, day: dt.date, *, exact: bool) -> None:
    d.date_kind, d.date_at, d.unread = "relative", m.start, None
    d.date = (
        DatePhrase(m.phrase.text, day.isoformat(), day, day, date_prec=1)
        if exact
        else _about(m.phrase.text, day, day)
    )


_EARLIER: Final = frozenset({"perfect", "background", "relative", "points back"})
"""Features of a telling that goes back behind the one before it."""


def _is_of_heading(d: Draft) -> bool:
    return not d.aggregate and not d.facts & (_EARLIER - {"relative"})


_SHIFTS: Final = frozenset({"earlier", "later", "before", "after"})
_HOURS: Final = frozenset({"hours", "hour", "minutes"})


def day_around(groups: Sequence[Draft], i: int, published: dt.date | None) -> DatePhrase | None:
    """The day of an incident without one, from what is told just before it.

    "Two hours earlier" and what follows a dated incident in its paragraph, in the simple
    past, are of that day; "in the hours that followed" is that day or the next; one of "a
    wave of attacks that began on Sunday" was on Sunday or after.
    """
    g = groups[i]
    if g.follows:
        return (_following(g, groups[i - 1].date, published) if i else None) or g.unread
    if g.unread is not None:
        return (_of_the_same(g.unread.text, groups[:i]) if g.unread.start is None else None) or (
            g.unread
        )
    return None if g.aggregate else _same_breath(groups, i, published)


def _of_the_same(said: str, told: Sequence[Draft]) -> DatePhrase | None:
    """ "On the same day", "hours earlier": the day told last, as narrow as it was told."""
    words = set(said.casefold().split())
    if not ("same" in words or (words & _HOURS and words & _SHIFTS)):
        return None
    dated = [d.date for d in told if d.date is not None and d.date.start]
    if words & _HOURS:
        dated = [d for d in dated if _single(d) is not None] or dated  # no year spoken of
    last = dated[-1] if dated else None
    return None if last is None or last.open_end else _about(said, last.start, last.end)


def _following(g: Draft, told: DatePhrase | None, published: dt.date | None) -> DatePhrase | None:
    if told is None or told.end is None or told.date_prec != 1:
        return None
    day = told.end
    if _HOURS & set(g.follows.split()):
        return _about(g.follows, day, day)
    after = day + _DAY if published is None else min(day + _DAY, max(published, day))
    if after > day:
        return _about(g.follows, day, after)
    return DatePhrase(g.follows, day.isoformat(), day, day, date_prec=1)


def _same_breath(groups: Sequence[Draft], i: int, published: dt.date | None) -> DatePhrase | None:
    g = groups[i]
    for before in reversed(groups[max(0, i - 6) : i]):
        if before.date is None or before.date.date_prec != 1 or before.date.end is None:
            continue
        day = before.date.end
        if umbrella(before) and g.sentence - before.sentence <= 8:
            last = min(max(published or day, day), day + 2 * _DAY)
            if last > day:
                return _about("", day, last)
            return DatePhrase("", day.isoformat(), day, day, date_prec=1)
        near = before.paragraph == g.paragraph and g.opened - before.sentence <= 1
        return _about("", day, day) if near and not g.facts & _EARLIER else None
    return None
