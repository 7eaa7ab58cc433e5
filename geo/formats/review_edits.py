"""What one row of a review makes of its incident: nothing, itself corrected, or its parts.

A corrected column brings what follows from it for columns left alone: new days give a
new EDTF date, a new kind its event types. What a person did not touch stays.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from geo.contract import KIND_OF_SUB_EVENT_TYPE, incident_from_dict, incident_to_dict
from geo.formats.review_file import EDITABLE, ReviewRow
from geo.lexicon.kinds import KINDS
from geo.model import Incident, PlaceMention

__all__ = ["STAGES", "STRIKE_STATUSES", "decided", "marked"]

STAGES = ("occurred", "intercepted", "foiled", "threatened", "planned", "denied")
STRIKE_STATUSES = ("declared", "likely", "contested", "single-source claim")


def decided(incident: Incident, group: Sequence[ReviewRow]) -> tuple[Incident, ...]:
    """What becomes of one incident, given the rows that bear its id.

    Raises
    ------
    ValueError
        If the rows are not clear; the message names the line.
    """
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
            edited=marked(_edited(incident, row).edited, ("incident_id",)),
        )
        for number, row in enumerate(parts, start=1)
    )


def marked(edited: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    """Names of corrected fields, each once.

    Examples
    --------
    >>> marked(("kind",), ("count_min", "kind"))
    ('kind', 'count_min')
    """
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
    return replace(changed, edited=marked(incident.edited, changes))


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
        return end and f"../{end}"
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
    if first in {"..", ""} and slash:
        return None, _bounds(last, edtf)[1], False
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
