"""Speed of resolving, against an exact look-up of the same names as the floor.

Run with `python -m pytest tests/benchmarks/test_resolve.py --benchmark-only`. As last measured on
one of two busy cores: about 1,000 distinct place descriptions a second of CPU time with their
footprints, the first time each is asked (960 to 1,020 of the 2,220 that the calibration uses);
opening 2 to 6 ms after an import of 0.2 to 0.5 s; 196 MB.
"""

from __future__ import annotations

import itertools
import subprocess
import sys

import pytest

from gazetteer.model import FeatureClass
from gazetteer.names import fold
from gazetteer.resolver import Gazetteer

WORDS = ("", " town", " village", " district", " area")
RELATIONS = ("", "near ", "10 km north of ", "outskirts of ", "eastern ")


@pytest.fixture(scope="module")
def texts(gazetteer: Gazetteer) -> list[tuple[str, str]]:
    """Distinct references: names of four countries, right, misspelt and unknown."""
    store = gazetteer.store
    towns = store.feature_classes.index(FeatureClass.POPULATED_PLACE)
    out = []
    for code in ("SY", "UA", "CF", "PK"):
        at = store.country_codes.index(code)
        rows = (
            (store.column("country") == at) & (store.column("feature_class") == towns)
        ).nonzero()
        for n, row in enumerate(rows[0][:150].tolist()):
            name = store.place(row).name
            name = name if n % 3 else f"{name[:-1]}{'ou'[n % 2]}" if n % 2 else f"Zx{name}"
            out.append((f"{RELATIONS[n % 5]}{name}{WORDS[n % 4]}", code))
    return list(dict.fromkeys(out))


def test_resolve_with_footprints(gazetteer: Gazetteer, texts, benchmark) -> None:
    def run() -> int:
        fresh = Gazetteer(gazetteer.store)
        return sum(fresh.resolve(t, country=c).footprint is not None for t, c in texts)

    assert benchmark.pedantic(run, rounds=3) == len(texts)


def test_exact_dictionary_is_the_floor(gazetteer: Gazetteer, texts, benchmark) -> None:
    names = {
        fold(name): row
        for row in range(0, gazetteer.store.size, 50)
        for name in gazetteer.store.names_of(row)
    }
    benchmark(lambda: list(itertools.starmap(lambda t, _: names.get(fold(t)), texts)))


def test_opening(benchmark) -> None:
    benchmark(Gazetteer.open)


def test_resolving_needs_no_pandas() -> None:
    code = (
        "import sys; from gazetteer.resolver import Gazetteer; "
        "Gazetteer.open().resolve('eastern Syria'); "
        "print([m for m in ('pandas', 'geopandas', 'folium', 'geopy') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
