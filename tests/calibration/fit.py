"""Fit the parameters of the footprints, leaving one file out each time.

    python tests/calibration/fit.py GOLD.jsonl ... [--rounds 2] [-o fit.json]

A coordinate search over the values below. The loss of a file is its mean log score on
points (where_prec 1 and 2, or none stated), plus a penalty where the regions do not hold
what they state; the loss of a fold is the mean over its files. Printed: the parameters
of each fold, the figures of the file left out with them, and the fit on all files, which
is what belongs into `gazetteer/parameters.py`. No gold is kept in the repository.
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
    "trust_village": (0.6, 0.7, 0.8, 0.87),
    "trust_exact": (0.85, 0.9, 0.95),
    "trust_skeleton": (0.35, 0.5, 0.65, 0.8),
    "trust_fuzzy": (0.2, 0.35, 0.5, 0.65),
    "doubt_namesake": (0.0, 0.02, 0.05, 0.1),
    "doubt_ignored": (0.1, 0.2, 0.3),
    "town_scale_m": (700.0, 1_000.0, 1_500.0, 2_200.0),
    "town_tail": (0.6, 0.8, 1.1, 1.5),
    "town_growth": (0.1, 0.2, 0.3),
    "settled_reach": (0.5, 0.8, 1.2),
    "settled_power": (0.0, 0.15, 0.3, 0.45),
    "settled_floor": (0.05, 0.12, 0.25, 0.4),
    "district_scale_m": (14_000.0, 20_000.0, 28_000.0),
}
"""Values tried of each fitted parameter."""


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
        return self._done[key]

    def loss(self, names: Sequence[str], parameters: Parameters) -> float:
        total = 0.0
        for name in names:
            f = self.figures(name, parameters)
            total += f.log_score + 40 * ((f.in_90 - 0.9) ** 2 + (f.in_50 - 0.5) ** 2)
        return total / len(names)


def fit(bench: Bench, names: Sequence[str], start: Parameters, rounds: int) -> Parameters:
    """Improve one parameter after another until a round changes nothing."""
    best, least = start, bench.loss(names, start)
    for _ in range(rounds):
        before = best
        for parameter, values in GRID.items():
            for value in values:
                tried = replace(best, **{parameter: value})
                loss = bench.loss(names, tried)
                if loss < least - 1e-4:
                    best, least = tried, loss
        if best == before:
            break
    return best


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("gold", nargs="+", type=Path)
    ask.add_argument("--rounds", type=int, default=1)
    ask.add_argument("-o", "--out", type=Path)
    args = ask.parse_args()
    bench = Bench({path.stem: read_gold(path) for path in args.gold})
    names = list(bench.files)
    every = fit(bench, names, DEFAULTS, args.rounds)
    folds = {"all": asdict(every)}
    print("all files:", _changed(every), flush=True)
    for left in names:
        rest = [name for name in names if name != left]
        # One descent from the common fit: what the file left out alone asked for goes.
        chosen = fit(bench, rest, DEFAULTS, args.rounds)
        folds[left] = asdict(chosen)
        print(f"without {left}:", _changed(chosen))
        print(f"  {left} then:", bench.figures(left, chosen), flush=True)
    if args.out:
        args.out.write_text(json.dumps(folds, indent=1))


def _changed(parameters: Parameters) -> dict[str, float]:
    return {name: getattr(parameters, name) for name in GRID}


if __name__ == "__main__":
    main()
