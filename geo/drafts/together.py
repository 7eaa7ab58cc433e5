"""Days that the incidents of one sentence give each other."""

from __future__ import annotations

from collections.abc import Sequence

from geo.clauses import Clause
from geo.merge import Draft
from geo.model import DatePhrase

__all__ = ["bound_backgrounds", "same_day"]


def same_day(a: Draft, b: Draft) -> None:
    """ "Killed three in A and two in B on Monday": on that day in both."""
    if a.date is None and b.date is not None:
        a.date, a.date_kind = b.date, b.date_kind
    elif b.date is None and a.date is not None:
        b.date, b.date_kind = a.date, a.date_kind


def bound_backgrounds(clause: Clause, drafts: Sequence[Draft]) -> None:
    """What another incident answers was before it: "militias responsible for recent attacks"."""
    lows = clause.lows
    hours = not _HOURS.isdisjoint(clause.vocabulary) and any(
        lows[k] in {"after", "before"} and lows[k - 1] in _HOURS for k in range(1, len(lows))
    )
    for d in drafts:
        if d.date is not None or not d.answered:
            continue
        answer = next(
            (x for x in drafts if not x.answered and x.date is not None and x.date.start), None
        )
        end = answer.date.end if answer is not None and answer.date is not None else None
        if end is not None and hours and answer is not None:
            d.date, d.date_kind = answer.date, "relative"  # "hours after rebels had killed"
        elif end is not None:
            d.date, d.date_kind = (
                DatePhrase("", f"../{end.isoformat()}", None, end, date_prec=5),
                "vague",
            )


_HOURS = frozenset({"hours", "minutes", "hour"})
