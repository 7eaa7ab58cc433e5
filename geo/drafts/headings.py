"""Places and days that head a line: "12 Sep: Bourem. ...", "AMHARA - ...", "Bor, 17 April: ..."."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from gazetteer.model import FeatureClass, Mention
from geo.dates import DateMention
from geo.model import DatePhrase

__all__ = ["heading_day", "heading_place"]

_REACH = 60
"""Code points into the line at which the name may begin: behind a bullet and a day."""
_BEFORE = re.compile(
    r"[\s\-–—•*#>(\[]*(?:(?:\d[\d.:/]*(?:st|nd|rd|th|hrs|[zh])?|approx|about|night|early|late|am|pm"
    r"|morning|evening|afternoon|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february"
    r"|march|april|june|july|august|september|october|november|december)\b[\s,.:;)\]/–—-]*)*",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:,\s[^\n:.–—]{2,30})?\s*(?::|\.\s|\s[-–—]\s|\([^)\n]{1,30}\)\s*(?::|[-–—]))"
)


_BULLET = re.compile(r"[\s\-–—•*#>(\[]*(?:[a-z\d]{1,2}[).]\s+)?", re.IGNORECASE)
_UNDER = re.compile(r"[)\]]?(?:\s*:|\.?\s*(?:\n|\Z)|\.(?=\s)|\s[-–—](?=\s))")


def heading_day(
    text: str, start: int, dates: Sequence[DateMention], published: dt.date | None
) -> tuple[DatePhrase, bool] | None:
    """The day that a sentence beginning at `start` puts over what follows, and whether it
    stands alone in its line and so over the lines below; None for none.

    "12 December: security forces went from house to house", "a) 19 JUL. Tanker boarded".
    """
    if not dates or dates[0].kind != "date" or dates[0].phrase.date_prec not in (1, 2):
        return None
    day, bullet = dates[0], _BULLET.match(text, start)
    end = day.end - (text[day.end - 1] == ".")
    after = _UNDER.match(text, end)
    if bullet is None or bullet.end() != day.start or after is None:
        return None
    alone = after.group().endswith("\n") or after.end() == len(text)
    if alone and day.phrase.end == published:
        return None  # the day of the report
    return day.phrase, alone


def heading_place(text: str, start: int, mentions: Sequence[Mention]) -> Mention | None:
    """The place that a line beginning at `start` puts over what follows; None for none.

    Only days, hours and bullets may stand before the name, and a colon, a full stop or a
    dash after it.
    """
    for m in mentions:
        if m.start - start > _REACH:
            return None
        if m.place is None or m.form != "name":
            continue
        before = _BEFORE.match(text, start, m.start)
        if before is None or before.end() != m.start:
            return None
        after = _AFTER.match(text, m.end)
        if after is None:
            return None
        if after.group().rstrip().endswith((":", ".")):
            return m
        # a dash may also open an aside: "Iran — weakened by sanctions — is"
        rest = text[after.end() : after.end() + 2].lstrip()
        known = m.place.feature_class is not FeatureClass.COUNTRY
        return m if known and (rest[:1].isupper() or rest[:1].isdigit()) else None
    return None
