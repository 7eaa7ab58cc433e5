"""Phrases side by side that speak of one time: "four weeks earlier, on 15 December"."""

from __future__ import annotations

import datetime as dt
from typing import Final

from geo.dates.clock import Clock
from geo.dates.nodes import (
    Anaphor,
    Day,
    Exact,
    Node,
    NthDay,
    Numeric,
    Offset,
    TimeOnly,
    Unknown,
    Weekday,
)
from geo.dates.phrase import Phrase
from geo.dates.resolve import resolve
from geo.dates.scan import Scan
from geo.dates.when import Context, When, one_day

__all__ = ["beside", "day_again", "day_beside", "resolved", "start_counting"]


def resolved(node: Node, context: Context) -> When | None:
    """The days of a phrase; None too where it leans on a date that it cannot belong to."""
    if isinstance(node, TimeOnly | Unknown | Offset):
        return None
    when = resolve(node, context)
    if (
        isinstance(node, Anaphor | NthDay)
        and when is not None
        and when.start is not None
        and context.published is not None
        and not context.future
        and when.start > context.published
    ):
        return None  # "three days later", counted from a date that it does not belong to
    return when


_BESIDE: Final = 4
"""Words at most between two phrases that say the same day: "Sunday mass on 27 January"."""


def beside(row: Scan, before: Phrase | None, found: Phrase) -> bool:
    """Whether a date says again when it was: "four weeks earlier, on 15 December"."""
    if before is None or not isinstance(before.node, Anaphor | Unknown):
        return False
    gap = range(before.stop, found.first)
    linked = all(row.tag[i] in _LINKS or row.key[i] in (",", "(") for i in gap)
    return len(gap) > 0 and linked


_LINKS: Final = frozenset({"on", "in", "at", "the", "during"})


def day_beside(row: Scan, found: Phrase, after: Phrase, context: Context) -> When | None:
    """The day that a date right after a weekday gives: "Sunday mass on 27 January"."""
    assert isinstance(found.node, Weekday)
    if not 0 < after.first - found.stop <= _BESIDE or not isinstance(after.node, Day | Exact):
        return None
    if any(row.tag[i] in ("mark", "blank", "and") for i in range(found.stop, after.first)):
        return None
    when = resolved(after.node, context)
    if when is None or when.start is None or when.start.weekday() != found.node.weekday:
        return None
    return when


def day_again(row: Scan, before: Phrase, found: Phrase, clock: Clock) -> When | None:
    """The day named just before, where a weekday only tells more of it: "8 July, a Sunday"."""
    assert isinstance(found.node, Weekday)
    gap = range(before.stop, found.first)
    apposed = len(gap) == 2 and row.key[gap[0]] in (",", "(") and row.key[gap[1]] in ("a", "the")
    day = clock.day if isinstance(before.node, Day | Exact | Numeric) and apposed else None
    return one_day(day) if day is not None and day.weekday() == found.node.weekday else None


def start_counting(
    row: Scan, clock: Clock, found: Phrase, after: Phrase | None, when: When, opened: int
) -> None:
    """ "began on 6 March", "Friday, the third day of": where "day one" lies."""
    if when.start is None or when.start != when.end:
        return
    if after is not None and isinstance(after.node, NthDay):
        gap = range(found.stop, after.first)
        if 0 < len(gap) <= 2 and all(row.key[i] in (",", "(", "the") for i in gap):
            clock.outset = when.start - (after.node.number - 1) * dt.timedelta(days=1)
            return
    lead = range(max(opened, found.first - _BESIDE), found.first)
    if any(row.tag[i] == "began" for i in lead):
        clock.outset = when.start
