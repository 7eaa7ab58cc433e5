"""A person's decisions on extracted incidents, applied to this or a later extraction.

A row of a review finds its incident by id, then by the words it quotes, so decisions
outlive a new extraction of the same report or of an updated one. What a person changed
wins and is marked in `Incident.edited`; what nobody touched follows the extraction.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from geo.contract import KIND_OF_SUB_EVENT_TYPE, incident_from_dict, incident_to_dict
from geo.errors import IncidentDataError
from geo.formats.review_file import (
    EDITABLE,
    ReviewRow,
    read_review,
    refusal,
    review_row,
    write_review_rows,
)
from geo.lexicon.kinds import KINDS
from geo.model import Incident, LocatedIncident, PlaceMention

__all__ = [
    "STAGES",
    "STRIKE_STATUSES",
    "Reviewed",
    "apply_review",
    "review_located",
    "write_review",
]

STAGES = ("occurred", "intercepted", "foiled", "threatened", "planned", "denied")
STRIKE_STATUSES = ("declared", "likely", "contested", "single-source claim")

_WHOLE_QUOTE = 40
"""Characters that a quote must have before one that contains it counts as the same."""


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
    matched, _ = _match(old, incidents)
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
    matched, notes = _match(rows, incidents)
    reviewed_as = {extracted: own for own, extracted in matched.items()}
    problems: list[str] = []
    made: dict[str, tuple[Incident, ...]] = {}
    merges: dict[str, ReviewRow] = {}
    for incident in incidents:
        own = reviewed_as.get(incident.incident_id, incident.incident_id)
        group = groups.get(own, []) if incident.incident_id in reviewed_as else []
        try:
            made[own] = _decided(replace(incident, incident_id=own), group)
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


# --- Which row is which incident -----------------------------------------------------


def _match(
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
        if own not in matched and row.is_decided
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


# --- What a row decides --------------------------------------------------------------


def _decided(incident: Incident, group: Sequence[ReviewRow]) -> tuple[Incident, ...]:
    """What becomes of one incident: nothing, itself corrected, or its parts."""
    if not group or any(row.action == "undo" for row in group):
        return (incident,)
    if len(group) == 1:
        (row,) = group
        if row.action == "split":
            raise ValueError(
                f"line {row.line}: action: a split needs the row once for each part; copy it"
            )
        return () if row.action == "delete" else (_edited(incident, row),)
    if odd := [row for row in group if row.action not in {"split", "delete"}]:
        raise ValueError(
            f"line {odd[0].line}: action: the id {incident.incident_id} stands on "
            f"{len(group)} rows; each of them must say split (or delete)"
        )
    parts = [row for row in group if row.action == "split"]
    return tuple(
        replace(
            _edited(incident, row),
            incident_id=f"{incident.incident_id}-{number}",
            edited=_marked(_edited(incident, row).edited, ("incident_id",)),
        )
        for number, row in enumerate(parts, start=1)
    )


def _marked(edited: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*edited, *names)))


def _edited(incident: Incident, row: ReviewRow) -> Incident:
    """The incident with a person's corrections.

    Raises
    ------
    ValueError
        If they do not make an incident; the message names the line and the column.
    """
    changes = row.changes
    if not changes:
        return incident
    try:
        _check_words(changes)
        values = incident_to_dict(incident)
        values.update(_with_consequences(changes, incident))
        place = values.pop("place_text", None)
        if "place_text" in changes:
            values["place"] = None
        changed = incident_from_dict(values)
    except ValueError as error:
        raise ValueError(f"line {row.line}: {error}") from None
    if "place_text" in changes:
        changed = _with_place(changed, incident, place)
    return replace(changed, edited=_marked(incident.edited, changes))


def _check_words(changes: Mapping[str, Any]) -> None:
    allowed: dict[str, Iterable[Any]] = {
        "kind": KINDS,
        "stage": STAGES,
        "strike_status": (*STRIKE_STATUSES, None),
        "date_prec": (1, 2, 3, 4, 5, None),
        "event_clarity": (1, 2),
    }
    for name, words in allowed.items():
        if name in changes and changes[name] not in words:
            listed = ", ".join(str(word) for word in words if word is not None)
            raise ValueError(f"{name}: must be one of {listed}, not {changes[name]!r}")
    for name in ("count_min", "open_end"):
        if name in changes and changes[name] is None:
            raise ValueError(f"{name}: must not be empty")


def _with_consequences(changes: Mapping[str, Any], incident: Incident) -> dict[str, Any]:
    """The corrections and what follows from them for columns left alone."""
    out = dict(changes)
    if "kind" in changes and not {"event_type", "sub_event_type"} & set(changes):
        row = KINDS[changes["kind"]]
        out["event_type"], out["sub_event_type"] = row.event_type, row.sub_event_type
    if "sub_event_type" in changes and "kind" not in changes:
        sub_event_type = changes["sub_event_type"]
        out["kind"] = KIND_OF_SUB_EVENT_TYPE.get(sub_event_type, incident.kind)
    if "edtf" in changes and not {"start_date", "end_date"} & set(changes):
        out["start_date"], out["end_date"], is_open = _interval(changes["edtf"], incident)
        out.setdefault("open_end", is_open)
    elif {"start_date", "end_date", "open_end"} & set(changes):
        date = incident.date
        start = changes.get("start_date", _iso(date.start if date else None))
        end = changes.get("end_date", _iso(date.end if date else None))
        if "end_date" not in changes and start and end and end < start:
            end = start
        out["start_date"], out["end_date"] = start, end or start
        is_open = changes.get("open_end", bool(date and date.open_end))
        out.setdefault("edtf", _edtf(start, end or start, is_open))
    if {"edtf", "start_date", "end_date"} & set(changes):
        out.setdefault("date_prec", _date_prec(out.get("start_date"), out.get("end_date")))
    if "targets" in changes and "target_kinds" not in changes:
        known = dict(zip(incident.targets, incident.target_kinds, strict=False))
        out["target_kinds"] = [known.get(name, "unknown") for name in changes["targets"] or ()]
    for name, kind in EDITABLE.items():
        if kind == "texts" and name in out and out[name] is None:
            out[name] = []
    return out


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _edtf(start: str | None, end: str | None, is_open: bool) -> str | None:
    if start is None:
        return None
    if is_open:
        return f"{start}/.."
    return start if end in {None, start} else f"{start}/{end}"


def _date_prec(start: str | None, end: str | None) -> int | None:
    """UCDP's code for the length of an interval."""
    if start is None or end is None:
        return None
    days = (dt.date.fromisoformat(end) - dt.date.fromisoformat(start)).days + 1
    return next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if days <= most), 5)


_EDTF_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?$")


def _interval(edtf: str | None, incident: Incident) -> tuple[str | None, str | None, bool]:
    """First and last day of an EDTF date or interval, and whether its end is open."""
    if edtf is None:
        return None, None, False
    first, slash, last = edtf.partition("/")
    start, end = _bounds(first, edtf)
    if not slash:
        return start, end, False
    if last in {"..", ""}:
        until = incident.date.end if incident.date and incident.date.end else None
        return start, max(start, _iso(until) or end), True
    return start, _bounds(last, edtf)[1], False


def _bounds(text: str, edtf: str) -> tuple[str, str]:
    found = _EDTF_DATE.match(text)
    try:
        if found is None:
            raise ValueError
        year, month, day = (int(part) if part else 0 for part in found.groups())
        start = dt.date(year, month or 1, day or 1)
        last = day or calendar.monthrange(year, month or 12)[1]
        return start.isoformat(), dt.date(year, month or 12, last).isoformat()
    except ValueError:
        raise ValueError(
            f"edtf: {edtf!r} is not understood; write 2021-06-28, 2021-06 or "
            "2021-06-01/2021-06-28, or give start_date and end_date too"
        ) from None


def _with_place(changed: Incident, before: Incident, text: str | None) -> Incident:
    """The incident at the place that a person named; its words stand in no report."""
    if text is None:
        return replace(changed, place=None)
    known = next((place for place in before.places if place.text == text), None)
    start = before.place.start if before.place else 0
    end = before.place.end if before.place else 0
    return replace(changed, place=known or PlaceMention(text, start, end))


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
        edited=_marked(incident.edited, ("quotes",)),
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
