"""Incidents of several reports that tell of the same one become one."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence

from geo.merge.aggregates import days_of, link_aggregates
from geo.merge.agreement import kinds_agree
from geo.merge.draft import GENERAL
from geo.merge.names import name_words, names_town, offset, party_words
from geo.model import Incident

__all__ = ["merge_reports"]


def merge_reports(incidents: Sequence[Incident]) -> tuple[Incident, ...]:
    """Join incidents of several reports that tell of the same one.

    Same family of kind, overlapping days of which one is known to a week or better, the
    same place by name, and no party against it. Every quote, source and disagreement is
    kept: three dead by one and five by another become the range.
    """
    out: list[Incident] = []
    by_day: dict[dt.date, list[int]] = {}
    for incident in incidents:
        found = -1
        for day in days_of(incident.date):
            for index in by_day.get(day, ()):
                if _same(out[index], incident):
                    found = index
                    break
            if found >= 0:
                break
        if found >= 0:
            out[found] = _united(out[found], incident)
        else:
            found = len(out)
            out.append(incident)
        for day in days_of(incident.date):
            bucket = by_day.setdefault(day, [])
            if found not in bucket:
                bucket.append(found)
    return link_aggregates(out)


def _same(a: Incident, b: Incident) -> bool:
    if a.report_id == b.report_id or a.stage != b.stage or a.event_clarity != b.event_clarity:
        return False
    if not kinds_agree(a.kind, b.kind) or a.place is None or b.place is None:
        return False
    if not _same_place(a, b):
        return False
    if a.actors and b.actors:
        ours = {w for x in a.actors for w in party_words(x.name)}
        theirs = {w for x in b.actors for w in party_words(x.name)}
        codes = {x.country_code for x in a.actors if x.country_code} & {
            x.country_code for x in b.actors if x.country_code
        }
        if (
            not ours & theirs
            and not codes
            and all(x.kind in {"state", "force"} for x in (*a.actors, *b.actors))
        ):
            return False
    if a.count_max is not None and b.count_max is not None and a.count_min > 1 and b.count_min > 1:
        return a.count_min <= b.count_max and b.count_min <= a.count_max
    return True


def _same_place(a: Incident, b: Incident) -> bool:
    """Whether two incidents name one place: by its name, or one names the town of the other."""
    mine = {p.name.casefold() for p in a.places if p.name} | {p.text.casefold() for p in a.places}
    yours = {p.name.casefold() for p in b.places if p.name} | {p.text.casefold() for p in b.places}
    if mine & yours:
        return True
    assert a.place is not None
    assert b.place is not None
    x, y = offset(a.place.text), offset(b.place.text)
    if x and y and x != y:
        return False
    inner_a, inner_b = name_words(a.place.text), name_words(b.place.text)
    if inner_a & inner_b:
        return True
    return names_town(inner_a, a.place, b.place) or names_town(inner_b, b.place, a.place)


def _united(a: Incident, b: Incident) -> Incident:
    def both(x: tuple, y: tuple) -> tuple:  # type: ignore[type-arg]
        return x + tuple(v for v in y if v not in x)

    def low(x: int | None, y: int | None) -> int | None:
        return min(v for v in (x, y) if v is not None) if (x is not None or y is not None) else None

    def high(a_low: int | None, a: int | None, b_low: int | None, b: int | None) -> int | None:
        if (a_low is not None and a is None) or (b_low is not None and b is None):
            return None  # "at least 43" by one of them
        return max((v for v in (a, b) if v is not None), default=None)

    finer = a
    if a.kind in GENERAL and b.kind not in GENERAL:
        finer = b
    names = {x.name.casefold() for x in a.actors}
    targets = list(zip(a.targets, a.target_kinds, strict=False))
    targets += [t for t in zip(b.targets, b.target_kinds, strict=False) if t[0] not in a.targets]
    return dataclasses.replace(
        a,
        kind=finer.kind,
        event_type=finer.event_type,
        sub_event_type=finer.sub_event_type,
        date=a.date
        if (a.date and b.date and (a.date.date_prec or 9) <= (b.date.date_prec or 9))
        else b.date or a.date,
        places=both(a.places, b.places),
        actors=a.actors + tuple(x for x in b.actors if x.name.casefold() not in names),
        targets=tuple(t for t, _ in targets),
        target_kinds=tuple(k for _, k in targets),
        weapons=both(a.weapons, b.weapons),
        count_min=min(a.count_min, b.count_min),
        count_max=None
        if a.count_max is None or b.count_max is None
        else max(a.count_max, b.count_max),
        fatalities_min=low(a.fatalities_min, b.fatalities_min),
        fatalities_max=high(a.fatalities_min, a.fatalities_max, b.fatalities_min, b.fatalities_max),
        injuries_min=low(a.injuries_min, b.injuries_min),
        injuries_max=high(a.injuries_min, a.injuries_max, b.injuries_min, b.injuries_max),
        attribution=both(a.attribution, b.attribution),
        claimed_by=both(a.claimed_by, b.claimed_by),
        denied_by=both(a.denied_by, b.denied_by),
        quotes=a.quotes + b.quotes,
        related=both(a.related, b.related),
    )
