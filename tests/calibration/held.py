"""How many of the coded places the sources hold at all, and how many of those are found.

    python tests/calibration/held.py GOLD.jsonl ...

A text is held when some populated place, airport or first-order unit within 25 km of a coder's
point has one of its names, or one like it: spelt nearly the same, or of the same consonants.
What is held and not placed within 25 km is an error of linking; the rest no gazetteer of these
sources can place but by what the text says around it.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from measure import Row, read_gold
from rapidfuzz import fuzz

from gazetteer.geodesy import distance_m
from gazetteer.model import Bounds, FeatureClass, Name
from gazetteer.names import romanise, skeleton
from gazetteer.resolver import Gazetteer

__all__ = ["main"]

_NEAR_M = 25_000.0
_CLASSES = {FeatureClass.POPULATED_PLACE, FeatureClass.AIRPORT, FeatureClass.ADMIN1}


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("gold", nargs="+", type=Path)
    ask.add_argument("--list", action="store_true", help="print what is held and not placed")
    args = ask.parse_args()
    gazetteer = Gazetteer.open()
    print("| file | texts | held | of these placed |\n|---|---|---|---|")
    for path in args.gold:
        held, placed, texts = 0, 0.0, 0
        for (text, country), rows in _by_text(read_gold(path)).items():
            texts += 1
            names = list(_names(gazetteer.read(text)))
            if not any(_is_held(gazetteer, names, row) for row in rows[:5]):
                continue
            held += 1
            footprint = gazetteer.resolve(text, country=country).footprint
            share = sum(
                footprint is not None
                and distance_m(footprint.point, (row["lon"], row["lat"])) <= _NEAR_M
                for row in rows
            ) / len(rows)  # fmt: skip
            placed += share
            if args.list and share < 0.5:
                print("   ", text)
        print(f"| {path.stem} | {texts} | {held / texts:.3f} | {placed / max(held, 1):.3f} |")


def _by_text(rows: list[Row]) -> dict[tuple[str, str], list[Row]]:
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["place_text"], row["country"]].append(row)
    return groups


def _names(node: Any) -> Iterator[str]:
    """Every name in a reference."""
    if isinstance(node, Name):
        yield node.text
    elif isinstance(node, tuple):
        for part in node:
            yield from _names(part)
    elif is_dataclass(node):
        for at in fields(node):
            yield from _names(getattr(node, at.name))


def _is_held(gazetteer: Gazetteer, names: list[str], row: Row) -> bool:
    store, point = gazetteer.store, (row["lon"], row["lat"])
    box = Bounds(point[0] - 0.35, point[1] - 0.25, point[0] + 0.35, point[1] + 0.25)
    for at in store.rows_within(box).tolist():
        place = store.place(at)
        if place.feature_class in _CLASSES and distance_m(place.point, point) <= _NEAR_M:
            listed = [(_plain(name), skeleton(name)) for name in store.names_of(at)]
            if any(_alike(name, *spelt) for name in names for spelt in listed):
                return True
    return False


def _alike(name: str, plain: str, bones: str) -> bool:
    flat, own = _plain(name), skeleton(name)
    likeness = fuzz.ratio(flat, plain)
    if flat == plain or (len(flat) >= 4 and likeness >= 84.0):
        return True
    return len(own) >= 3 and own == bones and likeness >= 70.0


def _plain(name: str) -> str:
    return romanise(name).replace(" ", "")


if __name__ == "__main__":
    main()
