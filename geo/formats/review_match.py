"""Which row of a review speaks of which incident, in this extraction or a later one.

An id is followed while the incident quotes a word of the same; then the quotes
themselves are. A decision that could fall on either of two incidents falls on neither.
"""

from __future__ import annotations

from collections.abc import Sequence

from geo.formats.review_file import ReviewRow, review_row
from geo.model import Incident

__all__ = ["match_rows"]

_SATISFIED = frozenset({"delete", "merge"})
"""Decisions that ask for nothing once their incident has gone."""

_WHOLE_QUOTE = 40
"""Characters that a quote must have before one that contains it counts as the same."""


def match_rows(
    rows: Sequence[ReviewRow], incidents: Sequence[Incident]
) -> tuple[dict[str, str], list[str]]:
    """For each id in the review the id of the extracted incident, and what was not found."""
    by_id = {incident.incident_id: incident for incident in incidents}
    firsts: dict[str, ReviewRow] = {}
    for row in rows:
        firsts.setdefault(row.incident_id, row)
    matched = {own: own for own, row in firsts.items() if own in by_id and _fits(row, by_id[own])}
    free = [incident for incident in incidents if incident.incident_id not in matched]
    likeness = {
        own: scores
        for own, row in firsts.items()
        if own not in matched
        and (scores := {n: s for n, incident in enumerate(free) if (s := _likeness(row, incident))})
    }
    notes: list[str] = []
    taken: set[int] = set()
    settled: set[str] = set()
    # The surest pairs first, so that a row does not take another's incident.
    pairs = sorted(
        (-score, firsts[own].line, position, own)
        for own, scores in likeness.items()
        for position, score in scores.items()
    )
    for negative, line, position, own in pairs:
        if own in settled or position in taken:
            continue
        settled.add(own)
        rivals = [n for n, s in likeness[own].items() if s == -negative and n not in taken]
        if len(rivals) > 1 and firsts[own].is_decided:
            notes.append(
                f"line {line} ({own}): several incidents quote the same words; the decision waits."
            )
            firsts.pop(own)
            continue
        matched[own] = free[position].incident_id
        taken.add(position)
    notes += [
        f"line {row.line} ({own}): the incident is no longer in the report; the decision waits."
        for own, row in firsts.items()
        if own not in matched and row.is_decided and row.action not in _SATISFIED
    ]
    return matched, notes


def _fits(row: ReviewRow, incident: Incident) -> bool:
    """Whether an equal id means an equal incident: it quotes a word of the same."""
    return not row.quotes or not incident.quotes or _shared(row, incident) > 0


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _shared(row: ReviewRow, incident: Incident) -> int:
    """How many remembered quotes the incident quotes still, in whole or in part."""
    now = [_plain(quote.text) for quote in incident.quotes]
    count = 0
    for old in map(_plain, row.quotes):
        count += any(
            text == old
            or (len(old) >= _WHOLE_QUOTE and old in text)
            or (len(text) >= _WHOLE_QUOTE and text in old)
            for text in now
        )
    return count


def _likeness(row: ReviewRow, incident: Incident) -> int:
    """How surely a row speaks of an incident; 0 where no quote is the same."""
    shared = _shared(row, incident)
    if not shared:
        return 0
    fresh = review_row(incident)
    main = bool(row.quotes and fresh.quotes) and _plain(row.quotes[0]) == _plain(fresh.quotes[0])
    fields = ("kind", "place_text", "start_date", "end_date", "count_min", "actors", "targets")
    alike = sum(row.base.get(name) == fresh.base[name] for name in fields)
    return 100 * shared + 50 * main + 10 * alike
