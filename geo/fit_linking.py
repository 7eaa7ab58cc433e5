"""Fit the weights of `geo.lexicon.linking` on labelled reports.

    python -m geo.fit_linking LABELLED.jsonl [LABELLED.jsonl ...]

Lines are those of `geo.fit`. A row is an incident whose own words name no party, together
with a party that the report speaks of; it holds if the label of that incident names the
party. Prints the weights, and what leaving each report out in turn gives.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from gazetteer.names import fold
from gazetteer.resolver import Gazetteer
from geo.incidents import settle
from geo.lexicon.kinds import KINDS
from geo.linking import linkable
from geo.linking.linker import scored
from geo.merge import Draft
from geo.reports import report_from_text

__all__ = ["Case", "cases", "fit", "main"]

EXPECTED = {
    # a series goes on with its party: the nearer, the surer
    "always": -3.0,
    "did the last, same sentence": 2.0,
    "did the last, next sentence": 1.3,
    "did the last, further back": 0.2,
    "did the next": 0.2,
    "another did the last": -0.8,
    "acts since the last": 0.5,
    "did all that is told": 0.8,
    "did several": 0.7,
    "goes on": 0.8,
    "of one kind": 0.4,
    "in the same place": 0.6,
    "on the same day": 0.8,
    # and breaks off elsewhere
    "in another country": -0.7,
    "in another year": -1.0,
    "in another paragraph": -0.5,
    # who acts in the sentence, with another verb, most often acts on
    "acts in the sentence": 1.8,
    "acts in the sentence before": 0.7,
    "claims or is blamed near by": 1.0,
    "suffers in the sentence": -0.5,
    "another acts since": -1.5,
    "another in the sentence": -0.7,
    # means and sides
    "heavy weapons of regulars": 0.7,
    "heavy weapons of irregulars": -0.5,
    "means of irregulars by regulars": -1.0,
    "is its target": -2.0,
    "on its own side": -1.0,
    # words that warn
    "only described, elsewhere": -1.5,
    "told at large": -1.0,
    "answers another": -2.5,
    "said to be open": -1.5,
}
"""What a careful reader would weigh each sign at; labelled cases are too few to learn from
nothing, so that the fit only corrects this."""
RIDGE = 10.0
"""Strength of the pull towards `EXPECTED`; one of 3, 6, 10 by held-out precision."""
OTHERS_WEIGHT = 0.3
"""How much a report labelled by others counts: their labels leave parties out."""
_ORGANISATIONS = "PERP: ORGANIZATION ID"
_PEOPLE = "PERP: INDIVIDUAL ID"
_VICTIMS = ("PHYS TGT: ID", "HUM TGT: NAME", "HUM TGT: DESCRIPTION")


class Case(NamedTuple):
    """One incident without a party: its candidates' names and signs, and which are right."""

    report: str
    names: tuple[str, ...]
    signs: tuple[frozenset[str], ...]
    right: tuple[bool, ...]
    labelled: bool
    """Whether the label names a party at all."""
    weight: float
    quote: str


def cases(path: Path, gazetteer: Gazetteer) -> Iterator[Case]:
    """The incidents of a file whose own words identify no party."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            day = dt.date.fromisoformat(row["date"]) if row.get("date") else None
            report = report_from_text(row["text"], str(row["id"]), published=day)
            groups, roster = settle(report, gazetteer.toponyms)
            doers = [tuple(a for a in g.actors if a.kind != "person") for g in groups]
            own = "incidents" in row
            for at, g in enumerate(groups):
                if not linkable(g):
                    continue
                wanted = _own(g, row["incidents"]) if own else _theirs(g, row["templates"])
                if wanted is None:
                    continue
                found = scored(groups, doers, at, roster, report.text)
                right = tuple(
                    any(w in fold(c.actor.name) or fold(c.actor.name) in w for w in wanted)
                    for c, _ in found
                )
                if any(right):  # what follows may hang on it
                    doers[at] = (found[right.index(True)][0].actor,)
                yield Case(
                    report.report_id,
                    tuple(c.actor.name for c, _ in found),
                    tuple(s for _, s in found),
                    right,
                    bool(wanted),
                    1.0 if own else OTHERS_WEIGHT,
                    report.text[slice(*g.quotes[0])],
                )


def _own(g: Draft, labels: Sequence[dict[str, Any]]) -> list[str] | None:
    """Who did it according to our own labels; None where none of them is this incident."""
    best: tuple[int, list[str]] = (0, [])
    said = fold(g.place.text) if g.place else ""
    for label in labels:
        first, last = (dt.date.fromisoformat(label[key]) for key in ("start", "end"))
        when = (
            g.date is not None
            and g.date.start is not None
            and g.date.end is not None
            and g.date.start <= last
            and first <= g.date.end
        )
        kind = KINDS[g.kind].sub_event_type in {label["sub_event_type"], *label["alternatives"]}
        where = any(fold(word) in said for word in label["place"])
        if when + where + kind > best[0]:
            best = (when + where + kind, [fold(word) for word in label["actors"]])
    return best[1] if best[0] >= 2 else None


def _theirs(g: Draft, templates: Sequence[dict[str, list[str]]]) -> list[str] | None:
    group = KINDS[g.kind].muc_type.replace("BOMBING", "ATTACK")
    mine = {w for t, _ in g.targets for w in fold(t).split() if len(w) > 3}
    mine |= {w for w in fold(g.place.text).split() if len(w) > 3} if g.place else set()
    for template in templates:
        kind = (template.get("INCIDENT: TYPE") or [""])[0].replace("BOMBING", "ATTACK")
        filled = " ".join(
            v for slot in (*_VICTIMS, "INCIDENT: LOCATION") for v in template.get(slot, [])
        )
        if kind == group and mine & set(fold(filled).split()):
            return [
                fold(name)
                for slot in (_ORGANISATIONS, _PEOPLE)
                for value in template.get(slot, [])
                for name in value.replace("?", "").replace('"', "").split(" / ")
                if fold(name)
            ]
    return None


def fit(data: Sequence[Case], *, ridge: float = RIDGE) -> dict[str, float]:
    """Weighted logistic regression by Newton steps, with a ridge around `EXPECTED`."""
    import numpy as np

    rows = [(s, r, c.weight) for c in data for s, r in zip(c.signs, c.right, strict=True)]
    names = ["always", *sorted({n for s, _, _ in rows for n in s} - {"always"})]
    index = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for k, (s, _, _) in enumerate(rows):
        x[k, [index[n] for n in s]] = 1.0
    y = np.array([float(r) for _, r, _ in rows])
    w = np.array([weight for _, _, weight in rows])
    expected = np.array([EXPECTED.get(name, 0.0) for name in names])
    beta = expected.copy()
    for _ in range(60):
        p = 1 / (1 + np.exp(-x @ beta))
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + ridge * np.eye(len(names))
        gradient = x.T @ (w * (y - p)) - ridge * (beta - expected)
        step = np.clip(np.linalg.solve(hessian, gradient), -0.5, 0.5)
        beta += step
        if float(np.abs(step).max()) < 1e-6:
            break
    return {name: float(beta[index[name]]) for name in names}


def best_of(case: Case, weights: dict[str, float]) -> tuple[float, int]:
    """Score and place of the candidate that the weights like best."""
    totals = [sum(weights.get(n, 0.0) for n in s) for s in case.signs]
    return max(((t, -i) for i, t in enumerate(totals)), default=(-99.0, 0))


def held_out(data: Sequence[Case], folds: int = 20) -> list[tuple[float, bool, Case, int]]:
    """For every case the best candidate by weights that its report had no part in."""
    reports = sorted({c.report for c in data})
    part = {r: k % folds for k, r in enumerate(reports)}
    out = []
    for k in range(folds):
        weights = fit([c for c in data if part[c.report] != k])
        for case in (c for c in data if part[c.report] == k):
            score, place = best_of(case, weights)
            right = bool(case.names) and case.right[-place]
            out.append((score, right, case, -place))
    return out


def main(argv: list[str] | None = None) -> None:
    """Fit on the files that the arguments name and print the table."""
    gazetteer = Gazetteer.open()
    data = [c for path in argv or sys.argv[1:] for c in cases(Path(path), gazetteer)]
    judged = held_out(data)
    for own, whose in ((True, "our labels"), (False, "others' labels")):
        chosen = [j for j in judged if (j[2].weight == 1.0) == own]
        print(
            f"# {whose}: {len(chosen)} incidents, {sum(j[2].labelled for j in chosen)} with a "
            f"party, {sum(any(j[2].right) for j in chosen)} with it among the candidates"
        )
        for clear in (0.5, 0.9, 1.1, 1.3):
            made = [right for score, right, _, _ in chosen if score >= clear]
            share = sum(made) / max(1, len(made))
            print(f"#   CLEAR {clear}: {len(made)} links, {share:.2f} right")
    print("WEIGHTS: dict[str, float] = {")
    for name, value in fit(data).items():
        print(f'    "{name}": {value:.2f},')
    print("}")


if __name__ == "__main__":
    main()
