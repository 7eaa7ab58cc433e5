"""A person's decisions on extracted incidents, applied to this or a later extraction.

A row of a review finds its incident by id, then by the words it quotes, so decisions
outlive a new extraction of the same report or of an updated one. What a person changed
wins and is marked in `Incident.edited`; what nobody touched follows the extraction.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from geo.errors import IncidentDataError
from geo.formats.review_edits import decided, marked
from geo.formats.review_file import (
    ReviewRow,
    read_review,
    refusal,
    review_row,
    write_review_rows,
)
from geo.formats.review_match import match_rows
from geo.model import Incident, LocatedIncident

__all__ = [
    "Reviewed",
    "apply_review",
    "review_located",
    "write_review",
]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Incidents after a review."""

    incidents: tuple[Incident, ...]
    notes: tuple[str, ...] = ()
    """What a person should know: rows whose incident has gone, incidents not yet reviewed."""
    origins: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For each incident's id, the ids of the extracted ones that it was made of."""


# --- The two calls -------------------------------------------------------------------


def write_review(path: Path, incidents: Sequence[Incident]) -> None:
    """Write the review file of an extraction, or bring one up to date.

    Parameters
    ----------
    path
        `<stem>.review.csv`. Decisions that it holds are kept, word for word; cells that
        nobody touched get the values of this extraction; decisions whose incident has
        gone wait at the end.
    incidents
        As extracted, before any review.

    Raises
    ------
    IncidentDataError
        If there is a file and it is not clear; it is left as it was.
    """
    old = read_review(path) if path.exists() else ()
    matched, _ = match_rows(old, incidents)
    rows: list[ReviewRow] = []
    for incident in incidents:
        fresh = review_row(incident)
        mine = [row for row in old if matched.get(row.incident_id) == incident.incident_id]
        rows += [_refreshed(row, fresh) for row in mine] or [fresh]
    rows += [row for row in old if row.incident_id not in matched and row.is_decided]
    write_review_rows(path, rows)


def _refreshed(row: ReviewRow, fresh: ReviewRow) -> ReviewRow:
    """A decision on top of what was extracted this time."""
    touched = {**row.cells} if row.action == "undo" else _touched(row)
    return replace(
        row,
        cells={**fresh.cells, **touched},
        base=fresh.base,
        quotes=fresh.quotes,
        report_id=fresh.report_id,
    )


def _touched(row: ReviewRow) -> dict[str, str]:
    return {name: row.cells[name] for name in row.changes}


def apply_review(incidents: Sequence[Incident], path: Path) -> Reviewed:
    """Apply a review file to extracted incidents.

    Parameters
    ----------
    incidents
        As extracted, from the reports that were reviewed or from updated ones.
    path
        The review file.

    Returns
    -------
    Reviewed
        In the order of the extraction; parts of a split stand where the whole stood.

    Raises
    ------
    IncidentDataError
        If a row is not clear: a cell that does not fit, a merge into nothing or in a
        circle, a copy that does not say `split`. Then nothing is applied; the message
        names every such row with its line.
    """
    rows = read_review(path)
    groups: dict[str, list[ReviewRow]] = defaultdict(list)
    for row in rows:
        groups[row.incident_id].append(row)
    matched, notes = match_rows(rows, incidents)
    reviewed_as = {extracted: own for own, extracted in matched.items()}
    problems: list[str] = []
    made: dict[str, tuple[Incident, ...]] = {}
    merges: dict[str, ReviewRow] = {}
    for incident in incidents:
        own = reviewed_as.get(incident.incident_id, incident.incident_id)
        group = groups.get(own, []) if incident.incident_id in reviewed_as else []
        try:
            made[own] = decided(replace(incident, incident_id=own), group)
        except ValueError as error:
            problems.append(str(error))
            continue
        if len(group) == 1 and group[0].action == "merge":
            merges[own] = group[0]
    targets = _merge_targets(merges, made, groups, problems)
    if problems:
        raise IncidentDataError(refusal(path, problems))
    parents: dict[str, list[str]] = defaultdict(list)
    for own, target in targets.items():
        parents[target].append(own)
    out: list[Incident] = []
    origins: dict[str, tuple[str, ...]] = {}
    for own, parts in made.items():
        if own in targets:
            continue
        told_again = [part for other in parents.get(own, ()) for part in made[other]]
        for part in parts:
            out.append(_merged(part, told_again) if told_again else part)
            origins[part.incident_id] = tuple(
                matched.get(name, name) for name in (own, *parents.get(own, ()))
            )
    fresh = sum(incident.incident_id not in reviewed_as for incident in incidents)
    if fresh and rows:
        notes.append(f"{fresh} incident(s) are new since the review was written.")
    renamed = {extracted: (own,) for own, extracted in matched.items()}
    renamed |= {matched.get(own, own): (target,) for own, target in targets.items()}
    return Reviewed(_related(out, renamed), tuple(notes), origins)


def review_located(
    located: Sequence[LocatedIncident],
    path: Path,
    relocate: Callable[[Sequence[Incident]], Sequence[LocatedIncident]],
) -> tuple[tuple[LocatedIncident, ...], tuple[str, ...]]:
    """Apply a review file to incidents that are placed already.

    Parameters
    ----------
    relocate
        Places incidents anew; called once, for those whose place a person corrected.

    Returns
    -------
    tuple
        The located incidents, and the notes of `apply_review`.
    """
    reviewed = apply_review([item.incident for item in located], path)
    placed = {item.incident.incident_id: item for item in located}
    asked = [item for item in reviewed.incidents if "place_text" in item.edited]
    anew = {item.incident.incident_id: item for item in relocate(asked)} if asked else {}
    out = []
    for incident in reviewed.incidents:
        item = anew.get(incident.incident_id)
        if item is None:
            known = placed[reviewed.origins[incident.incident_id][0]]
            item = replace(known, incident=incident)
        out.append(item)
    return tuple(out), reviewed.notes


# --- Merging -------------------------------------------------------------------------


def _merge_targets(
    merges: Mapping[str, ReviewRow],
    made: Mapping[str, Sequence[Incident]],
    groups: Mapping[str, Sequence[ReviewRow]],
    problems: list[str],
) -> dict[str, str]:
    """For each merged id the one that is left of the chain."""
    targets: dict[str, str] = {}
    for own, row in merges.items():
        seen = [own]
        while (last := seen[-1]) in merges:
            into = merges[last].into or ""
            if into in seen:
                problems.append(f"line {row.line}: action: merges in a circle ({into})")
                break
            seen.append(into)
        else:
            if seen[-1] in made and not made[seen[-1]]:
                problems.append(f"line {row.line}: action: {seen[-1]} is deleted itself")
            elif seen[-1] in made:
                targets[own] = seen[-1]
            elif seen[-1] not in groups:
                problems.append(f"line {row.line}: action: there is no incident {seen[-1]}")
            # A target that this extraction lacks leaves the row as an incident of its own.
    return targets


def _merged(incident: Incident, others: Sequence[Incident]) -> Incident:
    """One incident with the quotes, names and sources of all its tellings.

    Its own date, place, counts and casualties stand: a person chose it as the one to keep.
    """
    joined: dict[str, Any] = {
        name: tuple(
            dict.fromkeys(item for each in (incident, *others) for item in getattr(each, name))
        )
        for name in ("quotes", "actors", "weapons", "attribution", "claimed_by", "denied_by")
    }
    kinds = {
        target: kind
        for each in (*reversed(others), incident)
        for target, kind in zip(each.targets, each.target_kinds, strict=False)
    }
    targets = dict.fromkeys(target for each in (incident, *others) for target in each.targets)
    return replace(
        incident,
        **joined,
        targets=tuple(targets),
        target_kinds=tuple(kinds.get(target, "unknown") for target in targets),
        edited=marked(incident.edited, ("quotes",)),
    )


def _related(
    incidents: Sequence[Incident], renamed: Mapping[str, tuple[str, ...]]
) -> tuple[Incident, ...]:
    """Links between incidents under their ids of now; links to deleted ones fall away."""
    there = {incident.incident_id for incident in incidents}
    out = []
    for incident in incidents:
        names: dict[str, None] = {}
        for name in incident.related:
            for now in renamed.get(name, (name,)):
                parts = (
                    [now]
                    if now in there
                    else sorted(
                        part for part in there if re.fullmatch(rf"{re.escape(now)}-\d+", part)
                    )
                )
                names.update(dict.fromkeys(part for part in parts if part != incident.incident_id))
        out.append(replace(incident, related=tuple(names)))
    return tuple(out)
