"""Aggregates are linked with the single incidents they cover, never swallowed."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence

from geo.merge.agreement import dates_agree, kinds_agree
from geo.merge.names import party_words
from geo.model import DatePhrase, Incident

__all__ = ["days_of", "link_aggregates"]


def link_aggregates(incidents: Sequence[Incident]) -> tuple[Incident, ...]:
    """Link each aggregate with the single incidents it covers: by kind, party and date."""
    related: dict[str, list[str]] = {i.incident_id: list(i.related) for i in incidents}
    aggregates = [i for i in incidents if i.event_clarity == 2]
    for whole in aggregates:
        for part in incidents:
            if (
                part is whole
                or part.incident_id == whole.incident_id
                or part.event_clarity == 2
                or not _covers(whole, part)
            ):
                continue
            for a, b in ((whole, part), (part, whole)):
                if b.incident_id not in related[a.incident_id]:
                    related[a.incident_id].append(b.incident_id)
    return tuple(dataclasses.replace(i, related=tuple(related[i.incident_id])) for i in incidents)


def _covers(whole: Incident, part: Incident) -> bool:
    if not kinds_agree(whole.kind, part.kind):
        return False
    if dates_agree(whole.date, part.date) is not True:
        return False
    names = {w for a in whole.actors for w in party_words(a.name)}
    theirs = {w for a in part.actors for w in party_words(a.name)}
    if not names & theirs:
        alone = whole.report_id == part.report_id and not theirs
        if not alone and (names or not _told_together(whole, part)):
            return False
    a, b = whole.place, part.place
    return not (a and b and a.country_code and b.country_code and a.country_code != b.country_code)


def _told_together(whole: Incident, part: Incident) -> bool:
    """Whether a day's "wave of attacks" and one attack of it stand in one report."""
    return whole.report_id == part.report_id and bool(days_of(whole.date))


def days_of(date: DatePhrase | None) -> list[dt.date]:
    if date is None or date.start is None or date.end is None or (date.end - date.start).days > 7:
        return []
    return [date.start + dt.timedelta(days=k) for k in range((date.end - date.start).days + 1)]
