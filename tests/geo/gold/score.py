"""Score extracted incidents against labelled reports.

A prediction and a label are the same incident if at least two of type, date and place
agree; pairs are made best first. On the pairs: how often date, place, type, number of
events and actor are right. Run as `python tests/geo/gold/score.py dev [--misses]`.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gazetteer.names import fold
from gazetteer.resolver import Gazetteer
from geo.incidents import extract
from geo.model import Incident
from geo.reports import report_from_text

HERE = Path(__file__).parent
MAPPED = {"occurred", "intercepted"}


@dataclass
class Score:
    """Counts over all reports, and what went wrong in words."""

    found: int = 0
    missed: int = 0
    false: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    asked: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    misses: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        return 2 * self.found / max(1, 2 * self.found + self.missed + self.false)

    def share(self, name: str) -> float:
        return self.right[name] / max(1, self.asked[name])

    def __str__(self) -> str:
        shares = "  ".join(f"{name} {self.share(name):.2f}" for name in FIELDS)
        counts = f"found {self.found}, missed {self.missed}, false {self.false}"
        return f"incidents F1 {self.f1:.3f} ({counts})  {shares}"


def type_agrees(incident: Incident, label: dict[str, Any]) -> bool:
    return incident.sub_event_type in {label["sub_event_type"], *label["alternatives"]}


def date_agrees(incident: Incident, label: dict[str, Any]) -> bool:
    """Overlapping, and not much vaguer than the label."""
    date = incident.date
    if date is None or date.start is None or date.end is None:
        return False
    start, end = (dt.date.fromisoformat(label[key]) for key in ("start", "end"))
    return (
        date.start <= end and start <= date.end and (date.end - date.start) <= 2 * (end - start)
        + dt.timedelta(days=1)
    )  # fmt: skip


def place_agrees(incident: Incident, label: dict[str, Any]) -> bool:
    said = fold(incident.place.text) if incident.place else ""
    return any(fold(word) in said for word in label["place"])


def count_agrees(incident: Incident, label: dict[str, Any]) -> bool:
    """The interval of the label holds the least number, or both are open."""
    least, most = label["count_min"], label["count_max"]
    return least <= incident.count_min and (most is None or incident.count_min <= most)


def actor_agrees(incident: Incident, label: dict[str, Any]) -> bool:
    said = " | ".join(fold(actor.name) for actor in incident.actors)
    return any(fold(word) in said for word in label["actors"])


FIELDS = {
    "type": type_agrees,
    "date": date_agrees,
    "place": place_agrees,
    "count": count_agrees,
    "actor": actor_agrees,
}


def score_report(row: dict[str, Any], incidents: Sequence[Incident], score: Score) -> None:
    """Add one report to the score."""
    labels = row["incidents"]
    mapped = [i for i in incidents if i.stage in MAPPED]
    pairs = []
    for p, incident in enumerate(mapped):
        for g, label in enumerate(labels):
            agree = {name: FIELDS[name](incident, label) for name in FIELDS}
            if agree["type"] + agree["date"] + agree["place"] >= 2:
                pairs.append((-sum(agree.values()), label["optional"], p, g, agree))
    taken_p: set[int] = set()
    taken_g: set[int] = set()
    for _, _, p, g, agree in sorted(pairs, key=lambda pair: pair[:4]):
        if p in taken_p or g in taken_g:
            continue
        taken_p.add(p)
        taken_g.add(g)
        if labels[g]["optional"]:
            continue
        score.found += 1
        for name, good in agree.items():
            if name == "actor" and not labels[g]["actors"]:
                continue
            score.asked[name] += 1
            score.right[name] += good
            if not good:
                score.misses.append(f"{row['id']}: {name} of {labels[g]['place'][0]}")
    for g, label in enumerate(labels):
        if g not in taken_g and not label["optional"]:
            score.missed += 1
            score.misses.append(f"{row['id']}: missed {label['sub_event_type']} {label['place']}")
    for p, incident in enumerate(mapped):
        if p not in taken_p:
            score.false += 1
            where = incident.place.text if incident.place else "nowhere"
            score.misses.append(f"{row['id']}: false {incident.kind} at {where}")


def score_half(half: str, gazetteer: Gazetteer) -> Score:
    """Extract and score all reports of `dev` or `heldout`: every `*.jsonl` there."""
    score = Score()
    files = sorted((HERE / half).glob("*.jsonl"))
    for line in (line for path in files for line in path.read_text("utf-8").splitlines()):
        row = json.loads(line)
        report = report_from_text(
            row["text"], row["id"], published=dt.date.fromisoformat(row["date"])
        )
        score_report(row, extract(report, gazetteer.toponyms), score)
    return score


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("half", choices=["dev", "heldout"])
    parser.add_argument("--misses", action="store_true", help="say what went wrong")
    given = parser.parse_args()
    score = score_half(given.half, Gazetteer.open())
    print(score)
    if given.misses:
        print("\n".join(score.misses))


if __name__ == "__main__":
    main()
