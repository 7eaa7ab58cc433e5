"""Fit the parameters of the footprints, leaving one file out each time.

    python tests/calibration/fit.py GOLD.jsonl ... [--every 2] [-o fit.json]

Each parameter in turn takes the best of the values below, and once more, from guesses. The loss
of a file is its mean log score on points (where_prec 1 and 2, or none stated), plus a penalty
where the regions hold less or more than they state, beyond one standard error; the loss of a
fold is the mean over its files, plus the mean surprise at which matches were right. Printed: the
parameters of each fold, the figures of the file left out with them, and the fit on all files,
which is what belongs into `gazetteer/parameters.py`. No gold is kept in the repository.

Only what is fitted here is left out: the rules of the language, the parameters that are set by
hand and the bounds of the values were chosen with all files at hand.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from measure import Figures, Matched, Row, doubt, figures, matched, read_gold, score

from gazetteer.candidates import Search
from gazetteer.parameters import DEFAULTS, Parameters
from gazetteer.resolver import Gazetteer
from gazetteer.store import Store

__all__ = ["GRID", "START", "Bench", "fit"]

START = replace(
    DEFAULTS,
    doubt_village=2.0, doubt_spelling=2.0,
    town_scale_m=1_000.0, town_tail=1.2,
    settled_reach=0.75, settled_most=50_000.0,
)  # fmt: skip
"""Guesses: of ten names of villages seven are right, by like spelling fewer still."""

GRID: dict[str, tuple[float, ...]] = {
    "doubt_village": (1.2, 1.6, 2.0),
    "doubt_spelling": (1.2, 1.6, 2.0, 2.4),
    "settled_reach": (0.5, 0.6, 0.75),
    "settled_most": (30_000.0, 50_000.0, 80_000.0),
    "town_scale_m": (700.0, 1_000.0),
    "town_tail": (1.0, 1.2, 1.4),
}
"""Values tried of each fitted parameter. No town of 5,000 people is narrower than the least of
`town_scale_m`; a reach of less than half the spacing would make an island of every place."""
_DOUBT = 0.5
"""Weight of the surprise at which matches are right beside the log score."""
_ROUNDS = 2
"""After so many the descent ends even where something still changes."""


class Bench:
    """Figures of each file under any parameters, each worked out once."""

    def __init__(self, files: dict[str, list[Row]]) -> None:
        self.points = {
            name: [r for r in rows if str(r.get("precision")) not in set("34567")]
            for name, rows in files.items()
        }
        self.store = Store.open()
        self.search = Search(self.store)
        guess = self._gazetteer(START)
        self.matched: dict[str, list[Matched]] = {
            name: matched(rows, guess) for name, rows in self.points.items()
        }
        self._done: dict[tuple[str, Parameters], Figures] = {}

    def _gazetteer(self, parameters: Parameters) -> Gazetteer:
        return Gazetteer(self.store, parameters, search=self.search)

    def figures(self, name: str, parameters: Parameters) -> Figures:
        key = (name, parameters)
        if key not in self._done:
            self._done[key] = figures(score(self.points[name], self._gazetteer(parameters)))
            print(".", end="", flush=True)
        return self._done[key]

    def loss(self, names: Sequence[str], parameters: Parameters) -> float:
        total = 0.0
        for name in names:
            f = self.figures(name, parameters)
            total += f.log_score + _amiss(f.in_50, 0.5, f) + _amiss(f.in_90, 0.9, f)
        matches = [match for name in names for match in self.matched[name]]
        return total / len(names) + _DOUBT * doubt(matches, parameters)


def _amiss(held: float, stated: float, f: Figures) -> float:
    """What it costs that a region holds more or less than it states, beyond chance."""
    chance = math.sqrt(stated * (1.0 - stated) / f.strings)
    return 60.0 * max(0.0, abs(held - stated) - chance) ** 2


def fit(bench: Bench, names: Sequence[str], start: Parameters = START) -> Parameters:
    """The best value of one parameter after the other, until none changes."""
    chosen, least = start, bench.loss(names, start)
    for _ in range(_ROUNDS):
        before = chosen
        for parameter, values in GRID.items():
            for value in values:
                tried = replace(chosen, **{parameter: value})
                loss = bench.loss(names, tried)
                if loss < least:
                    chosen, least = tried, loss
        if chosen == before:
            break
    return chosen


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("gold", nargs="+", type=Path)
    ask.add_argument("--every", type=int, default=1, help="use each n-th text only")
    ask.add_argument("-o", "--out", type=Path)
    args = ask.parse_args()
    bench = Bench({path.stem: _thinned(read_gold(path), args.every) for path in args.gold})
    names = list(bench.points)
    every = fit(bench, names)
    folds = {"all": asdict(every)}
    print("all files:", _changed(every), flush=True)
    for left in names:
        rest = [name for name in names if name != left]
        chosen = fit(bench, rest)
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
