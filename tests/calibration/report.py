"""The calibration picture and table of the README, each file with parameters of the others.

    python tests/calibration/report.py fit.json GOLD.jsonl ... --plot maps/calibration.png

`fit.json` is what `fit.py` wrote: for each file the parameters fitted without it. Needs
matplotlib. Prints a Markdown table, and the ten worst texts with their answers.
"""

from __future__ import annotations

import argparse
import json
import math
from pathlib import Path

import matplotlib
from measure import Figures, Scored, figures, read_gold, score

from gazetteer.candidates import Search
from gazetteer.parameters import Parameters
from gazetteer.resolver import Gazetteer
from gazetteer.store import Store

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # the backend must be chosen first

__all__ = ["main"]

_COLOURS = ("#1b6ca8", "#d1495b", "#3f7d20", "#8a5a83", "#c98500", "#555555")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("fit", type=Path)
    ask.add_argument("gold", nargs="+", type=Path)
    ask.add_argument("--plot", type=Path, required=True)
    ask.add_argument("--worst", type=int, default=10)
    args = ask.parse_args()
    folds = json.loads(args.fit.read_text())
    store = Store.open()
    search = Search(store)
    by_file: dict[str, list[Scored]] = {}
    for path in args.gold:
        rows = read_gold(path)
        gazetteer = Gazetteer(store, Parameters(**folds[path.stem]), search=search)
        by_file[path.stem] = score(rows, gazetteer)
    print(_table(by_file))
    print(_worst(by_file, args.worst))
    _plot(by_file, args.plot)


def _pointlike(scored: list[Scored]) -> list[Scored]:
    return [s for s in scored if str(s.row.get("precision")) not in set("34567")]


def _table(by_file: dict[str, list[Scored]]) -> str:
    lines = [
        (
            "| file | texts | within 25 km | region_50 holds | region_90 holds "
            "| median km2 (50, 90) | log score | where_prec same / within 1 |"
        ),
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, scored in by_file.items():
        for label, part in ((name, scored), ("- points (prec 1-2)", _pointlike(scored))):
            f = figures(part)
            prec = "" if math.isnan(f.same_prec) else f"{f.same_prec:.2f} / {f.near_prec:.2f}"
            lines.append(
                f"| {label} | {f.strings:.0f} | {f.within_25:.3f} | {_with_error(f.in_50, f)} | "
                f"{_with_error(f.in_90, f)} | {f.area_50:,.0f}, {f.area_90:,.0f} | "
                f"{f.log_score:.2f} | {prec} |"
            )
    return "\n".join(lines)


def _with_error(share: float, f: Figures) -> str:
    return f"{share:.3f} ± {2 * math.sqrt(share * (1 - share) / f.strings):.3f}"


def _worst(by_file: dict[str, list[Scored]], count: int) -> str:
    every = sorted((s for part in by_file.values() for s in _pointlike(part)),
                   key=lambda s: -s.log_score)  # fmt: skip
    seen: set[str] = set()
    lines = ["", "| text | log score | km off | answer |", "|---|---|---|---|"]
    for s in every:
        text = s.row["place_text"]
        if text in seen or len(seen) == count:
            continue
        seen.add(text)
        lines.append(f"| {text} | {s.log_score:.1f} | {s.error_km:.0f} | {s.reason} |")
    return "\n".join(lines)


def _plot(by_file: dict[str, list[Scored]], path: Path) -> None:
    figure, axes = plt.subplots(1, 2, figsize=(9.6, 4.4), sharey=True)
    for axis, title, groups in (
        (axes[0], "by file, points (where_prec 1-2)",
         {name: _pointlike(scored) for name, scored in by_file.items()}),
        (axes[1], "by the coder's where_prec, all files", _by_prec(by_file)),
    ):  # fmt: skip
        axis.plot([0, 1], [0, 1], color="#999999", linewidth=1, linestyle=":")
        for n, (name, scored) in enumerate(groups.items()):
            f = figures(scored)
            shift = 0.012 * (n - (len(groups) - 1) / 2)
            observed = [f.in_50, f.in_90]
            error = [2 * math.sqrt(p * (1 - p) / f.strings) for p in observed]
            axis.errorbar(
                [0.5 + shift, 0.9 + shift], observed, yerr=error, fmt="o", capsize=3,
                color=_COLOURS[n % len(_COLOURS)], label=f"{name} ({f.strings:.0f} texts)",
            )  # fmt: skip
        axis.set_title(title, fontsize=10)
        axis.set_xlabel("stated probability")
        axis.set_xlim(0.3, 1.0)
        axis.set_ylim(0.2, 1.02)
        axis.set_xticks([0.5, 0.9])
        axis.legend(fontsize=7, loc="lower right", frameon=False)
    axes[0].set_ylabel("share of coders' points inside (± 2 s.e.)")
    figure.tight_layout()
    figure.savefig(path, dpi=110, metadata={"Software": None})


def _by_prec(by_file: dict[str, list[Scored]]) -> dict[str, list[Scored]]:
    groups: dict[str, list[Scored]] = {}
    for scored in by_file.values():
        for s in scored:
            code = str(s.row.get("precision"))
            if code in set("12345"):
                groups.setdefault(f"where_prec {code}", []).append(s)
    return dict(sorted(groups.items()))


if __name__ == "__main__":
    main()
