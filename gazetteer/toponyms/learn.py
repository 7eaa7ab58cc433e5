"""Fit the weights of names in running text on gold corpora.

    python -m gazetteer.toponyms.learn GOLD.jsonl... [--leave-one-out] [--write]

Each line of a gold file is a document: `{"id", "text", "toponyms": [{"start", "end",
"lat", "lon"}]}`. Two models are fitted, both convex but for the senses' sums: a logistic
regression that says whether a run of words is a place name, and a conditional logit
that says which place it is. Both are drawn to the hand-set `PRIOR` tables, so that
evidence the corpora hardly have (other languages, wire text in capitals) keeps the weight
that a reader would give it. The corpora leave adjectives of places out, so these take no
part. With `--leave-one-out` each file is scored with weights fitted on the others.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gazetteer.store import Store
from gazetteer.toponyms.entries import STATIC_FEATURES
from gazetteer.toponyms.priors import RECOGNITION_PRIOR, SENSE_PRIOR
from gazetteer.toponyms.recogniser import Recogniser
from gazetteer.toponyms.senses import CONTEXT_FEATURES

__all__ = ["fit_recognition", "fit_senses", "main"]

_RECOGNITION_SPREAD = 0.1
"""Standard deviation of the prior of a weight, in log-odds: with wider ones, what is learned from
news no longer holds for messages, nor the reverse."""
_SENSE_SPREAD = 1.0
_WITHIN_KM = 161.0
"""Distance that counts as the right place in the field: 100 miles."""
_AREA_KM = 700.0
"""The same for a country or a region, whose published points differ by more."""
_ROUNDS = 3
"""Times that the context is worked out anew with the weights fitted so far."""

Documents = Sequence[Mapping[str, Any]]


def read_gold(path: Path) -> list[dict[str, Any]]:
    """The documents of a gold file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def fit_recognition(
    documents: Documents, store: Store, start: Mapping[str, float], senses: Mapping[str, float]
) -> dict[str, float]:
    """Weights that tell the gold's names from all other candidates."""
    recogniser = Recogniser(store, recognition=start, senses=senses)
    names = list(RECOGNITION_PRIOR)
    column = {name: i for i, name in enumerate(names)}
    rows: list[NDArray[np.float64]] = []
    labels: list[float] = []
    for document in documents:
        gold = {(t["start"], t["end"]) for t in document["toponyms"]}
        for c in recogniser.read(document["text"]).candidates:
            if c.entry is not None and c.entry.demonym:
                continue
            right = (c.start, c.end) in gold
            if not right and any(a <= c.start and c.end <= b for a, b in gold):
                continue
            row = np.zeros(len(names))
            for name in c.features:
                row[column[name]] += 1
            rows.append(row)
            labels.append(float(right))
    x, y = np.array(rows), np.array(labels)
    prior = np.array([RECOGNITION_PRIOR[name] for name in names])
    w = prior.copy()
    precision = np.eye(len(names)) / _RECOGNITION_SPREAD**2
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (y - p) - precision @ (w - prior)
        step = np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + precision, gradient)
        w += np.clip(step, -1, 1)
        if np.abs(step).max() < 1e-6:
            break
    return dict(zip(names, w.round(3).tolist(), strict=True))


def fit_senses(documents: Documents, store: Store) -> dict[str, float]:
    """Weights under which the right places of the gold's names are most believed."""
    names = [*STATIC_FEATURES, *CONTEXT_FEATURES]
    prior = np.array([SENSE_PRIOR[name] for name in names])
    w = prior.copy()
    for _ in range(_ROUNDS):
        weights = dict(zip(names, w.tolist(), strict=True))
        x, unit, right = _sense_rows(documents, Recogniser(store, senses=weights))
        w = _fit_logit(x, unit, right, prior)
    return dict(zip(names, w.round(3).tolist(), strict=True))


def _sense_rows(
    documents: Documents, recogniser: Recogniser
) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.bool_]]:
    """Candidates of all names that have a right and a wrong one, grouped by name."""
    blocks, groups, rights = [], [], []
    count = 0
    for document in documents:
        gold = [t for t in document["toponyms"] if t.get("lat") is not None]
        if not gold:
            continue
        reading = recogniser.read_spans(document["text"], [(t["start"], t["end"]) for t in gold])
        senses = reading.senses
        if senses is None:
            continue
        done = set()
        for t, at in zip(gold, reading.unit_of, strict=True):
            if at < 0 or at in done or len(reading.units[at].entry.static) < 2:
                continue
            done.add(at)
            entry = reading.units[at].entry
            begin = int(senses.begin[at])
            rows = slice(begin, begin + len(entry.static))
            km = _kilometres(t["lat"], t["lon"], senses.static[rows, :3])
            right = km <= _WITHIN_KM
            if not right.any():
                right = (km <= _AREA_KM) & (senses.static[rows, 7] > 0)
            if not right.any() or right.all():
                continue
            evidence = recogniser.lexicon.evidence(entry.rows, entry.key)
            blocks.append(np.hstack([evidence, senses.context[rows]]))
            groups.append(np.full(len(right), count))
            rights.append(right)
            count += 1
    return np.vstack(blocks), np.concatenate(groups), np.concatenate(rights)


def _kilometres(lat: float, lon: float, points: NDArray[np.float64]) -> NDArray[np.float64]:
    a, b = math.radians(lat), math.radians(lon)
    here = np.array([math.cos(a) * math.cos(b), math.cos(a) * math.sin(b), math.sin(a)])
    km: NDArray[np.float64] = np.arccos(np.clip(points @ here, -1, 1)) * 6371.0088
    return km


def _fit_logit(
    x: NDArray[np.float64],
    group: NDArray[np.int64],
    right: NDArray[np.bool_],
    prior: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Ascend the log-likelihood of the right candidates by Adam, drawn to the prior."""
    begin = np.flatnonzero(np.r_[True, group[1:] != group[:-1]])
    w, m, v = prior.copy(), np.zeros_like(prior), np.zeros_like(prior)
    for step in range(1, 601):
        odds = x @ w
        odds -= np.maximum.reduceat(odds, begin)[group]
        p = np.exp(odds)
        p /= np.add.reduceat(p, begin)[group]
        q = p * right
        q /= np.maximum(np.add.reduceat(q, begin), 1e-12)[group]
        gradient = x.T @ (q - p) - (w - prior) / _SENSE_SPREAD**2
        m = 0.9 * m + 0.1 * gradient
        v = 0.99 * v + 0.01 * gradient**2
        w += (
            0.05 * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.99**step)) + 1e-9) / (1 + step / 200)
        )
    return w


def fit(documents: Documents, store: Store) -> tuple[dict[str, float], dict[str, float]]:
    """Both tables, the senses first because recognition asks for their coherence."""
    senses = fit_senses(documents, store)
    recognition: Mapping[str, float] = RECOGNITION_PRIOR
    for _ in range(_ROUNDS):
        recognition = fit_recognition(documents, store, recognition, senses)
    return dict(recognition), senses


def score(documents: Documents, recogniser: Recogniser) -> dict[str, float]:
    """Recognition F1, resolution of gold spans and both together, without demonyms."""
    hit = wanted = found = placed = placed_spans = answered = points = 0
    for document in documents:
        gold = document["toponyms"]
        mentions = [m for m in recogniser.toponyms(document["text"]) if m.form == "name"]
        by_span = {(m.start, m.end): m for m in mentions}
        given = recogniser.toponyms(document["text"], spans=[(t["start"], t["end"]) for t in gold])
        wanted += len(gold)
        found += len(by_span)
        for t, g in zip(gold, given, strict=True):
            m = by_span.get((t["start"], t["end"]))
            hit += m is not None
            if t.get("lat") is not None:
                points += 1
                placed += _is_right(m, t)
                placed_spans += _is_right(g, t)
                answered += g.place is not None or bool(g.candidates)
    p, r = hit / max(1, found), hit / max(1, wanted)
    return {
        "precision": p,
        "recall": r,
        "f1": 2 * p * r / max(1e-9, p + r),
        "spans_acc161": placed_spans / max(1, points),
        "spans_answered": answered / max(1, points),
        "end_to_end": placed / max(1, points),
    }


def _is_right(mention: Any, t: Mapping[str, Any]) -> bool:
    if mention is None:
        return False
    place = mention.place or (mention.candidates[0].place if mention.candidates else None)
    if place is None:
        return False
    lng, lat = math.radians(place.point.lng), math.radians(place.point.lat)
    point = np.array(
        [[math.cos(lat) * math.cos(lng), math.cos(lat) * math.sin(lng), math.sin(lat)]]
    )
    return bool(_kilometres(t["lat"], t["lon"], point)[0] <= _WITHIN_KM)


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, report and, where asked, write `weights.py`."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    ask.add_argument("gold", nargs="+", type=Path)
    ask.add_argument("--leave-one-out", action="store_true")
    ask.add_argument("--write", action="store_true")
    ask.add_argument("--index", type=Path, help="an index other than the embedded one")
    args = ask.parse_args(arguments)
    store = Store.open(args.index)
    corpora = {path.stem: read_gold(path) for path in args.gold}
    if args.leave_one_out:
        for name, documents in corpora.items():
            others = [d for other, ds in corpora.items() if other != name for d in ds]
            recognition, senses = fit(others, store)
            figures = score(documents, Recogniser(store, recognition=recognition, senses=senses))
            print(name, " ".join(f"{k}={v:.3f}" for k, v in figures.items()))
    if args.write:
        recognition, senses = fit([d for ds in corpora.values() for d in ds], store)
        path = Path(__file__).with_name("weights.py")
        path.write_text(_module(recognition, senses), encoding="utf-8")
        print(f"wrote {path}")


def _module(recognition: Mapping[str, float], senses: Mapping[str, float]) -> str:
    lines = [
        '"""How much each piece of evidence counts, in log-odds.',
        "",
        "Written by `python -m gazetteer.toponyms.learn`, which says what they were fitted on:",
        "WikiNews (GeoVirus, Gritta et al. 2018), web pages (TUD-Loc-2013, Katz and Schill 2013)",
        "and tweets (GeoCorpora, Wallgrün et al. 2018), drawn to the tables in `priors`.",
        '"""',
        "",
        "from __future__ import annotations",
        "",
        "from collections.abc import Mapping",
        "",
        '__all__ = ["RECOGNITION_WEIGHTS", "SENSE_WEIGHTS"]',
    ]
    for name, table in (("RECOGNITION_WEIGHTS", recognition), ("SENSE_WEIGHTS", senses)):
        lines += ["", f"{name}: Mapping[str, float] = {{"]
        lines += [f'    "{key}": {value},' for key, value in table.items()]
        lines += ["}"]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
