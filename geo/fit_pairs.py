"""Fit the weights of `geo.lexicon.pairs` on labelled reports.

    python -m geo.fit_pairs LABELLED.jsonl [LABELLED.jsonl ...]

Files are those of `geo.fit`. What counts is the outcome: every report is merged with the
weights as they are, its groups are paired with the labels, and a weight moves by a step or
half a step as long as F1 rises by more than chance would have it. First each half of the
reports is fitted and the other half scored, which says what the weights are worth on
reports they have not seen; then all are fitted. Prints the table; nothing is written.
"""

from __future__ import annotations

import datetime as dt
import json
import pickle
import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from gazetteer.resolver import Gazetteer
from geo.incidents import read_drafts
from geo.lexicon.kinds import KINDS
from geo.lexicon.pairs import PAIRS
from geo.merge import Draft, merge_drafts
from geo.reports import report_from_text
from geo.standing import accept, accept_joined

__all__ = ["Outcome", "ascend", "main", "outcome", "readings"]


STEPS = (1.0, -1.0, 0.5, -0.5)
CHANCE = 0.0003
"""Rise of F1 that a move has to bring: one incident of some three thousand."""


class Reading(NamedTuple):
    """A report read once: its tellings, pickled since merging changes them, and its labels."""

    tellings: bytes
    length: int
    labels: list[dict[str, Any]]
    half: int


class Outcome(NamedTuple):
    """Groups, labels and pairs of both, in our own reports and in those of MUC-4."""

    own: tuple[int, int, int]
    muc: tuple[int, int, int]

    @property
    def f1(self) -> float:
        """Mean of both: ours are of many styles, theirs are many."""
        return sum(_f1(*counts) for counts in self if any(counts)) / sum(map(any, self))


def _f1(groups: int, labels: int, pairs: int) -> float:
    return 2 * pairs / max(1, groups + labels)


def readings(path: Path, gazetteer: Gazetteer) -> Iterator[Reading]:
    """The reports of a file, read but not merged."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            day = dt.date.fromisoformat(row["date"]) if row.get("date") else None
            report = report_from_text(row["text"], str(row["id"]), published=day)
            drafts = list(read_drafts(report, gazetteer.toponyms))
            labels = row["incidents"] if "incidents" in row else row["templates"]
            yield Reading(
                pickle.dumps(drafts),
                len(report.text) - report.body_start,
                labels,
                zlib.crc32(str(row["id"]).encode()) % 2,
            )


def outcome(reports: Sequence[Reading]) -> Outcome:
    """Merge every report with the weights as they are and count."""
    counts = {True: [0, 0, 0], False: [0, 0, 0]}
    for report in reports:
        drafts: list[Draft] = pickle.loads(report.tellings)
        accept(drafts, report.length)
        groups = [
            g for g in accept_joined(merge_drafts(drafts)) if g.stage in {"occurred", "intercepted"}
        ]
        own = any("sub_event_type" in label for label in report.labels)
        found = _ours(groups, report.labels) if own else _theirs(groups, report.labels)
        for k, count in enumerate(found):
            counts[own][k] += count
    return Outcome(_triple(counts[True]), _triple(counts[False]))


def _triple(counts: Sequence[int]) -> tuple[int, int, int]:
    return counts[0], counts[1], counts[2]


def _ours(groups: Sequence[Draft], labels: Sequence[dict[str, Any]]) -> tuple[int, int, int]:
    """Groups and labels, one to one, that agree in two of type, day and place."""
    open_labels = sorted(labels, key=lambda label: bool(label["optional"]))
    paired = optional = 0
    for group in groups:
        best = max(open_labels, key=lambda label: _agreement(group, label), default=None)
        if best is not None and _agreement(group, best) >= 2:
            open_labels.remove(best)
            paired += not best["optional"]
            optional += best["optional"]
    return len(groups) - optional, sum(not label["optional"] for label in labels), paired


def _agreement(group: Draft, label: dict[str, Any]) -> int:
    start, end = (dt.date.fromisoformat(label[key]) for key in ("start", "end"))
    date = group.date
    day = (
        date is not None
        and date.start is not None
        and date.end is not None
        and date.start <= end
        and start <= date.end
    )
    kind = KINDS[group.kind].sub_event_type in {label["sub_event_type"], *label["alternatives"]}
    said = group.place.text.casefold() if group.place else ""
    return kind + day + any(word.casefold() in said for word in label["place"])


def _theirs(groups: Sequence[Draft], templates: Sequence[dict[str, Any]]) -> tuple[int, int, int]:
    """Groups and templates by type alone: those labels give few days and places."""
    required = Counter(_type(t) for t in templates if not _optional(t))
    optional = Counter(_type(t) for t in templates if _optional(t))
    told = Counter(KINDS[g.kind].muc_type.replace("BOMBING", "ATTACK") for g in groups)
    paired = told & required
    spared = (told - paired) & optional
    return told.total() - spared.total(), required.total(), paired.total()


def _type(template: dict[str, Any]) -> str:
    return str((template.get("INCIDENT: TYPE") or [""])[0]).replace("BOMBING", "ATTACK")


def _optional(template: dict[str, Any]) -> bool:
    return any("OPTIONAL" in value for value in template.get("MESSAGE: TEMPLATE", []))


def ascend(reports: Sequence[Reading], *, rounds: int = 2) -> dict[str, float]:
    """Move one weight after the other as long as it helps; the table in place, and a copy."""
    best = outcome(reports).f1
    for _ in range(rounds):
        moved = False
        for name in PAIRS:
            before = PAIRS[name]
            for step in STEPS:
                PAIRS[name] = before + step
                score = outcome(reports).f1
                if score > best + CHANCE:
                    best, before, moved = score, PAIRS[name], True
                    break
            PAIRS[name] = before
        if not moved:
            break
    return dict(PAIRS)


def main(argv: list[str] | None = None) -> None:
    """Fit on the files that the arguments name and print the table."""
    gazetteer = Gazetteer.open()
    reports = [r for path in argv or sys.argv[1:] for r in readings(Path(path), gazetteer)]
    first = dict(PAIRS)
    for half in (0, 1):
        unseen = [r for r in reports if r.half != half]
        before = outcome(unseen)
        ascend([r for r in reports if r.half == half])
        print(f"# half {1 - half}, not seen: F1 {before.f1:.3f} -> {outcome(unseen).f1:.3f}")
        PAIRS.update(first)
    print(f"# all, before: F1 {outcome(reports).f1:.3f}")
    weights = ascend(reports)
    print(f"# all, after: F1 {outcome(reports).f1:.3f}")
    print("PAIRS: dict[str, float] = {")
    for name, value in weights.items():
        print(f'    "{name}": {value:.2f},')
    print("}")


if __name__ == "__main__":
    main()
