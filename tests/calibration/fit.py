"""Fit the parameters of the footprints, leaving one file out each time.

    python tests/calibration/fit.py GOLD.jsonl ... [--every 2] [-o fit.json]

Each parameter is profiled over the values below, about the values that stand. The loss of a file is its mean log score on
points (where_prec 1 and 2, or none stated), plus a penalty where the regions do not hold
what they state; the loss of a fold is the mean over its files. Printed: the parameters
of each fold, the figures of the file left out with them, and the fit on all files, which
is what belongs into `gazetteer/parameters.py`. The folds are true to their name only
while the values that stand were not themselves fitted on the file left out: for honest
figures begin from unfitted ones. No gold is kept in the repository.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from measure import Figures, Row, figures, read_gold, score

from gazetteer.candidates import Search
from gazetteer.parameters import DEFAULTS, Parameters
from gazetteer.resolver import Gazetteer
from gazetteer.store import Store

__all__ = ["GRID", "Bench", "fit"]

GRID: dict[str, tuple[float, ...]] = {
    "trust_village": (0.7, 0.82),
    "trust_exact": (0.88, 0.96),
    "trust_skeleton": (0.65, 0.85),
    "trust_fuzzy": (0.45, 0.72),
    "doubt_ignored": (0.12, 0.28),
    "doubt_namesake": (0.02, 0.05),
    "town_scale_m": (700.0, 1_400.0),
    "town_tail": (0.85, 1.5),
    "settled_reach": (0.6, 1.1),
    "settled_power": (-0.15, 0.15),
    "settled_floor": (0.06, 0.22),
}
"""Values tried of each fitted parameter, beside the one that stands."""


class Bench:
    """Figures of each file under any parameters, each worked out once."""

    def __init__(self, files: dict[str, list[Row]]) -> None:
        self.files = files
        self.store = Store.open()
        self.search = Search(self.store)
        self._done: dict[tuple[str, Parameters], Figures] = {}

    def figures(self, name: str, parameters: Parameters) -> Figures:
        key = (name, parameters)
        if key not in self._done:
            gazetteer = Gazetteer(self.store, parameters, search=self.search)
            points = [r for r in self.files[name] if str(r.get("precision")) not in set("4567")]
            self._done[key] = figures(score(points, gazetteer))
            print(".", end="", flush=True)
        return self._done[key]

    def loss(self, names: Sequence[str], parameters: Parameters) -> float:
        total = 0.0
        for name in names:
            f = self.figures(name, parameters)
            total += f.log_score + 40 * ((f.in_90 - 0.9) ** 2 + (f.in_50 - 0.5) ** 2)
        return total / len(names)


def fit(bench: Bench, names: Sequence[str], start: Parameters) -> Parameters:
    """The best value of each parameter by itself, then all of them together."""
    chosen = start
    for parameter, values in GRID.items():
        losses = {
            value: bench.loss(names, replace(start, **{parameter: value}))
            for value in (getattr(start, parameter), *values)
        }
        chosen = replace(chosen, **{parameter: min(losses, key=lambda value: losses[value])})
    # Two parameters may both answer for one error: together they must still be better.
    return chosen if bench.loss(names, chosen) < bench.loss(names, start) else start


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("gold", nargs="+", type=Path)
    ask.add_argument("--every", type=int, default=1, help="use each n-th text only")
    ask.add_argument("-o", "--out", type=Path)
    args = ask.parse_args()
    bench = Bench({path.stem: _thinned(read_gold(path), args.every) for path in args.gold})
    names = list(bench.files)
    every = fit(bench, names, DEFAULTS)
    folds = {"all": asdict(every)}
    print("all files:", _changed(every), flush=True)
    for left in names:
        rest = [name for name in names if name != left]
        chosen = fit(bench, rest, DEFAULTS)
        folds[left] = asdict(chosen)
        print(f"without {left}:", _changed(chosen))
        print(f"  {left} then:", bench.figures(left, chosen), flush=True)
    if args.out:
        args.out.write_text(json.dumps(folds, indent=1))


def _thinned(rows: list[Row], every: int) -> list[Row]:
    """The rows of each n-th text, in alphabetical order."""
    kept = set(sorted({row["place_text"] for row in rows})[::every])
    return [row for row in rows if row["place_text"] in kept]


def _changed(parameters: Parameters) -> dict[str, float]:
    return {name: getattr(parameters, name) for name in GRID}


if __name__ == "__main__":
    main()
