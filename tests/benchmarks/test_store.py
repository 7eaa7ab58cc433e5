"""The store beside an exact dictionary over the same names, in one run.

    python -m pytest tests/benchmarks/test_store.py --benchmark-only

The dictionary maps each folded name to its rows and is the floor: it answers nothing but
exact names, takes seconds to fill, and lives in memory. `extra_info` of each benchmark says
how many times the dictionary's time the store takes; only ratios are printed as results,
since the time of a machine says nothing about the code.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gazetteer.model import Bounds, LngLat
from gazetteer.names import fold, phrase_hash, skeleton
from gazetteer.store import Store

ROOT = Path(__file__).resolve().parents[2]
NAMES = 2_000


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.open()


@pytest.fixture(scope="module")
def names(store: Store) -> list[str]:
    """Folded names drawn evenly from the rows, and as many that do not exist."""
    draw = random.Random(1)
    found = [fold(store.names_of(draw.randrange(store.size))[0]) for _ in range(NAMES)]
    return [name for known in found for name in (known, known[::-1] + " zz")]


@pytest.fixture(scope="module")
def dictionary(store: Store) -> dict[str, list[int]]:
    filled: dict[str, list[int]] = {}
    for row in range(store.size):
        for name in store.names_of(row):
            filled.setdefault(fold(name), []).append(row)
    return filled


def _per_call(call: Callable[[], Any], count: int) -> float:
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) / count


def test_exact_names(
    benchmark: Any, store: Store, names: list[str], dictionary: dict[str, list[int]]
) -> None:
    assert all(
        sorted(set(dictionary.get(n, []))) == store.rows_named(n).tolist() for n in names[:200]
    )
    floor = min(_per_call(lambda: [dictionary.get(n) for n in names], len(names)) for _ in range(5))
    benchmark(lambda: [store.rows_named(name) for name in names])
    if benchmark.stats:
        benchmark.extra_info["times_the_dictionary"] = (
            benchmark.stats["median"] / len(names) / floor
        )


def test_places_of_names(benchmark: Any, store: Store, names: list[str]) -> None:
    """From a name to its places, as the resolver asks."""
    benchmark(lambda: [[store.place(int(row)) for row in store.rows_named(n)] for n in names])


def test_hashes_of_a_text(benchmark: Any, store: Store, names: list[str]) -> None:
    """Membership of 100,000 phrases at once, nearly none of them a name."""
    draw = np.random.default_rng(1)
    hashes = draw.integers(0, 2**64, 100_000, dtype=np.uint64)
    hashes[:1000] = [phrase_hash(name) for name in names[:1000]]
    known = {int(h) for h in hashes[:1000]}
    floor = min(
        _per_call(lambda: [h in known for h in hashes.tolist()], len(hashes)) for _ in range(5)
    )
    found = benchmark(store.contains_hashes, hashes)
    assert found[:1000:2].all()
    if benchmark.stats:
        benchmark.extra_info["times_a_set"] = benchmark.stats["median"] / len(hashes) / floor


def test_fuzzy_names(benchmark: Any, store: Store, names: list[str]) -> None:
    """Rows one sign of the skeleton away, in a country."""
    bones = [skeleton(name) for name in names[::2]][:200]
    benchmark(lambda: [store.rows_near_skeleton(b, country_code="SY") for b in bones])


def test_boxes(benchmark: Any, store: Store) -> None:
    boxes = [Bounds(x, y, x + 1.0, y + 1.0) for x in range(30, 50) for y in range(30, 40)]
    benchmark(lambda: [store.rows_within(box) for box in boxes])


def test_holders_of_points(benchmark: Any, store: Store) -> None:
    points = [LngLat(x + 0.5, y + 0.5) for x in range(30, 50) for y in range(30, 40)]
    store.country_at(points[0])
    benchmark(lambda: [store.country_at(point) for point in points])


def test_opening(benchmark: Any) -> None:
    benchmark(Store.open)


def test_memory_of_a_thousand_answers(benchmark: Any) -> None:
    """Resident memory of a fresh process that opens the store and answers 1,000 names."""
    code = (
        "import resource\nfrom gazetteer.store import Store\nstore = Store.open()\n"
        "for row in range(0, store.size, store.size // 1000): store.place(row)\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )

    def run() -> int:
        out = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
        )
        return int(out.stdout)

    megabytes = benchmark.pedantic(run, rounds=1)
    benchmark.extra_info["resident_mb"] = megabytes
    assert megabytes < 400
