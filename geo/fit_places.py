"""Fit the weights of `geo.lexicon.attachment` on labelled sentences and reports.

    python -m geo.fit_places LABELLED.jsonl [LABELLED.jsonl ...]

A line holds a sentence, `{"id", "text", "verb": [{"start", "end"}], "location": [{"text"}]}`, as
Halterman's event locations do, or a report, `{"id", "text", "date", "incidents": [...]}`, as
`tests/geo/gold` does. Every incident is a choice among the place phrases of its sentence, and
none of them; right are those that hold a word of the label. Sentences give a place only
where it stands close to the verb: their leaning towards none is fitted apart and left out.
Prints how often the choice is right on reports that the fit had not seen, and the weights.
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gazetteer.names import fold
from gazetteer.resolver import Gazetteer
from geo.incidents import read_drafts
from geo.lexicon.kinds import KINDS
from geo.merge import Draft
from geo.reports import report_from_text

if TYPE_CHECKING:
    import numpy as np

__all__ = ["Choice", "choices", "fit", "main", "right_on"]

HELD = {
    # certain, and too rare in the sentences to be learned
    "owns a party": -4.0,
    "home": -5.0,
    "seat": -4.0,
    "people from": -1.5,
    "acts": -1.5,
    # the sentences have few clauses
    "earlier clause": -1.5,
    # the labels name the larger of two that hold it as often as the smaller: a map wants this
    "sets the scene": -1.5,
    "where": 2.0,
}
"""Weights that are set, not learned, with the reason."""
RIDGE = 1.0
"""Strength of the pull towards zero."""
FOLDS = 5
NONE_WEIGHT = 0.3
"""How much a sentence without a label counts: most do tell a place, but not beside the verb."""
OWN_WEIGHT = 2.0
"""How much a report counts: there are few, of many styles."""
LEANING = "leaning of the sentences"


@dataclass(frozen=True, slots=True)
class Choice:
    """The features of every phrase, which of them are right, and how much the choice counts."""

    report: str
    options: tuple[frozenset[str], ...]
    right: tuple[int, ...]
    weight: float


def choices(path: Path, gazetteer: Gazetteer) -> Iterator[Choice]:
    """The labelled choices of a file, gzipped or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, mode="rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            day = dt.date.fromisoformat(row["date"]) if row.get("date") else None
            report = report_from_text(row["text"], str(row["id"]), published=day)
            drafts = read_drafts(report, gazetteer.toponyms, keep_facts=True)
            shift = report.text.find(row["text"].strip()[:30]) - (
                len(row["text"]) - len(row["text"].lstrip())
            )
            drafts = tuple(d for d in drafts if d.options)
            yield from (
                _of_report(row, drafts) if "incidents" in row else _of_sentence(row, drafts, shift)
            )


def _of_sentence(row: dict[str, Any], drafts: Sequence[Draft], shift: int) -> Iterator[Choice]:
    verbs = [(v["start"] + shift, v["end"] + shift) for v in row["verb"]]
    names = [fold(x["text"]) for x in row["location"]]
    names = [name for name in names if len(name) > 2]
    if not names and row["location"] and any(x["text"].strip() for x in row["location"]):
        return
    for draft in drafts:
        if not any(a < end and start < b for a, b in draft.triggers for start, end in verbs):
            continue
        right = tuple(
            i
            for i, (text, _) in enumerate(draft.options)
            if any(name in text or (len(text) > 3 and text in name) for name in names)
        )
        if names and not right:
            return  # the place is one that the rules do not find, or out of reach
        options = tuple(facts | {LEANING} for _, facts in draft.options)
        yield Choice(str(row["id"]), options, right, 1.0 if right else NONE_WEIGHT)
        return


def _of_report(row: dict[str, Any], drafts: Sequence[Draft]) -> Iterator[Choice]:
    for draft in drafts:
        if draft.bare or draft.stage not in {"occurred", "intercepted"}:
            continue
        held = []
        for label in row["incidents"]:
            names = [fold(name) for name in label["place"]]
            right = tuple(
                i
                for i, (text, _) in enumerate(draft.options)
                if any(name in text for name in names)
            )
            if _tells(draft, label):
                held.append(right)
        known = [right for right in held if right]
        if len(held) == 1 or len(known) == 1:
            right = known[0] if known else ()
            yield Choice(str(row["id"]), tuple(f for _, f in draft.options), right, OWN_WEIGHT)


def _tells(draft: Draft, label: dict[str, Any]) -> bool:
    """Whether kind and day of a telling are those of a label."""
    kinds = {label["sub_event_type"], *label["alternatives"]}
    if draft.date is None or draft.date.start is None or draft.date.end is None:
        return False
    start, end = (dt.date.fromisoformat(label[key]) for key in ("start", "end"))
    return (
        KINDS[draft.kind].sub_event_type in kinds
        and draft.date.start <= end
        and start <= draft.date.end
    )


def fit(data: Sequence[Choice], *, ridge: float = RIDGE) -> dict[str, float]:
    """Conditional logit with a ridge on all but the constant, by Newton steps."""
    import numpy as np

    names = sorted({f for c in data for facts in c.options for f in facts} - set(HELD))
    index = {name: i + 1 for i, name in enumerate(names)}
    tables = []
    for choice in data:
        x = np.zeros((len(choice.options), len(names) + 1))
        x[:, 0] = 1.0
        for row, facts in zip(x, choice.options, strict=True):
            row[[index[f] for f in facts if f in index]] = 1.0
        offset = np.array([sum(HELD.get(f, 0.0) for f in facts) for facts in choice.options])
        tables.append((x, offset, list(choice.right), choice.weight))
    pull = np.full(len(names) + 1, ridge)
    pull[0] = 1e-3
    beta = np.zeros(len(names) + 1)
    for _ in range(40):
        gradient, hessian = -pull * beta, np.diag(pull)
        for x, offset, right, weight in tables:
            share, target = _shares(x @ beta + offset, right)
            mean = x.T @ share
            gradient += weight * (x.T @ (target - share))
            hessian += weight * ((x * share[:, None]).T @ x - np.outer(mean, mean))
        step = np.linalg.solve(hessian, gradient)
        beta += step * min(1.0, 2.0 / float(np.abs(step).max()))
        if float(np.abs(step).max()) < 1e-5:
            break
    learned = {name: float(beta[index[name]]) for name in names if name != LEANING}
    return {"always": float(beta[0]), **HELD, **learned}


def _shares(
    scores: np.ndarray[Any, Any], right: Sequence[int]
) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Probability of each phrase now, and as the label has it; the rest is for none."""
    import numpy as np

    top = max(0.0, float(scores.max()))
    mass = np.exp(scores - top)
    share = mass / (mass.sum() + np.exp(-top))
    target = np.zeros(len(scores))
    if right:
        target[right] = mass[right] / mass[right].sum()
    return share, target


def right_on(data: Sequence[Choice], weights: dict[str, float]) -> list[bool]:
    """Whether the weights choose right, for every choice that has a right phrase."""
    out = []
    for choice in data:
        if not choice.right:
            continue
        scores = [
            weights["always"] + sum(weights.get(f, 0.0) for f in facts) for facts in choice.options
        ]
        best = max(range(len(scores)), key=scores.__getitem__)
        out.append(scores[best] > 0 and best in choice.right)
    return out


def main(argv: list[str] | None = None) -> None:
    """Fit on the files that the arguments name and print the table."""
    gazetteer = Gazetteer.open()
    data = [c for path in argv or sys.argv[1:] for c in choices(Path(path), gazetteer)]
    held: list[bool] = []
    for k in range(FOLDS):
        unseen = [c for c in data if zlib.crc32(c.report.encode()) % FOLDS == k]
        seen = [c for c in data if zlib.crc32(c.report.encode()) % FOLDS != k]
        held += right_on(unseen, fit(seen))
    print(f"# {len(data)} choices; {sum(held) / len(held):.3f} right on reports not seen")
    print("WEIGHTS: dict[str, float] = {")
    for name, value in fit(data).items():
        print(f'    "{name}": {value:.2f},')
    print("}")


if __name__ == "__main__":
    main()
