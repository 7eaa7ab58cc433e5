"""Names in running text beside two dictionary matchers that resolve nothing, in one run.

    python -m pytest tests/benchmarks/test_toponyms.py --benchmark-only

The documents are news-like: about 400 words each, drawn from our own reports and sentences.
flashgeotext and geotext are compared with where they are installed. What is measured goes to
`extra_info`: documents a second, and how many times the speed of ours a matcher has.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gazetteer.store import Store
from gazetteer.toponyms import Recogniser

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = 200
FILLER = (
    "Rescue workers searched the rubble through the night and asked people to keep away.",
    "The number of casualties could rise, because several people were still missing.",
    "No group has claimed responsibility, and the investigation was at an early stage.",
    "Witnesses described a loud blast, then smoke, and windows broken in nearby houses.",
    "A spokesman declined to say how many soldiers were involved or when they would leave.",
    "Prices of bread and fuel have doubled since the spring, and queues are long.",
    "The two sides are to meet again next week, although little progress is expected.",
    "Aid groups said that roads were cut and that supplies would last for a few days only.",
)
"""News has about one name in 25 words; our labelled sentences have one in nine."""
ON_ONE_CORE = pytest.mark.benchmark(timer=time.process_time)
"""Seconds of this process alone, whatever else the machine does."""


def sentences() -> list[str]:
    """Of our reports twice, of the sentences with labelled roles, which hold more names, once."""
    reports = [
        sentence
        for path in sorted([*ROOT.glob("seeds/*.txt"), *ROOT.glob("seeds/samples/*.*")])
        for sentence in re.split(r"(?<=[.!?”])\s+", path.read_text("utf-8"))
    ]
    marked = (ROOT / "tests/gazetteer/toponym_roles.txt").read_text("utf-8").splitlines()
    plain = [re.sub(r"\[[LA]:([^\]]+)\]", r"\1", line) for line in marked if line[:1].isalpha()]
    return 2 * reports + plain


def documents(count: int = DOCUMENTS) -> list[str]:
    """Documents of about 400 words, the same on every run."""
    draw = random.Random(1)
    pool = sentences()
    made = []
    for _ in range(count):
        parts: list[str] = []
        while sum(len(p.split()) for p in parts) < 400:
            parts += [draw.choice(pool), draw.choice(FILLER), draw.choice(FILLER)]
        made.append(" ".join(parts))
    return made


@pytest.fixture(scope="module")
def news() -> list[str]:
    return documents()


def over(read: Callable[[str], Any], texts: list[str]) -> None:
    for text in texts:
        read(text)


def note_speed(benchmark: Any, texts: list[str], ours: float | None = None) -> None:
    """Documents a second, and their ratio to `ours`, where something was measured."""
    if benchmark.stats is not None:
        speed = len(texts) / benchmark.stats["min"]
        benchmark.extra_info["documents_per_second"] = round(speed)
        if ours is not None:
            benchmark.extra_info["times_ours"] = round(speed / ours, 2)


@pytest.fixture(scope="module")
def ours(news: list[str]) -> float:
    """Documents that we read a second of this process, once all words have been met."""
    recogniser = Recogniser(Store.open())
    over(recogniser.toponyms, news)
    start = time.process_time()
    over(recogniser.toponyms, news)
    return len(news) / (time.process_time() - start)


@ON_ONE_CORE
def test_toponyms_with_resolution(benchmark: Any, news: list[str]) -> None:
    recogniser = Recogniser(Store.open())
    benchmark.pedantic(over, (recogniser.toponyms, news), rounds=5, warmup_rounds=1)
    note_speed(benchmark, news)


@ON_ONE_CORE
def test_toponyms_for_the_first_time(benchmark: Any, news: list[str]) -> None:
    recogniser = Recogniser(Store.open())
    benchmark.pedantic(over, (recogniser.toponyms, news), rounds=1)
    note_speed(benchmark, news)


@ON_ONE_CORE
def test_flashgeotext(benchmark: Any, news: list[str], ours: float) -> None:
    module = pytest.importorskip("flashgeotext.geotext")
    matcher = module.GeoText()
    benchmark.pedantic(over, (matcher.extract, news), rounds=5, warmup_rounds=1)
    note_speed(benchmark, news, ours)


@ON_ONE_CORE
def test_geotext(benchmark: Any, news: list[str], ours: float) -> None:
    module = pytest.importorskip("geotext")
    benchmark.pedantic(over, (module.GeoText, news), rounds=5, warmup_rounds=1)
    note_speed(benchmark, news, ours)


def test_start_up(benchmark: Any) -> None:
    store = Store.open()
    text = "Two people were hurt in Gaziantep, Turkey."
    benchmark.pedantic(lambda: Recogniser(store).toponyms(text), rounds=5)


def test_ten_times_the_length(benchmark: Any) -> None:
    recogniser = Recogniser(Store.open())
    unit = "\n\n".join(documents(40))
    recogniser.toponyms(unit)

    def seconds(text: str) -> float:
        start = time.perf_counter()
        for _ in recogniser.iter_toponyms(text):
            pass
        return time.perf_counter() - start

    once = min(seconds(unit) for _ in range(3))
    many = benchmark.pedantic(seconds, ("\n\n".join([unit] * 10),), rounds=1)
    benchmark.extra_info["times_the_time"] = round(many / once, 1)


def test_fifty_megabytes_in_bounded_memory(benchmark: Any, tmp_path: Path) -> None:
    unit = "\n\n".join(documents(40))
    path = tmp_path / "long.txt"
    path.write_text("\n\n".join([unit] * (50_000_000 // len(unit) + 1)), "utf-8")
    assert path.stat().st_size > 50_000_000
    script = (
        "import resource, sys; from pathlib import Path\n"
        "from gazetteer.store import Store; from gazetteer.toponyms import Recogniser\n"
        "text = Path(sys.argv[1]).read_text('utf-8'); r = Recogniser(Store.open())\n"
        "r.toponyms(text[:200_000]); peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "before = peak(); n = sum(1 for _ in r.iter_toponyms(text)); print(n, peak() - before)"
    )
    command = [sys.executable, "-c", script, str(path)]
    run = benchmark.pedantic(
        subprocess.run,
        (command,),
        {"check": True, "capture_output": True, "text": True, "cwd": ROOT},
        rounds=1,
    )
    found, grown_kb = map(int, run.stdout.split())
    assert found > 100_000
    assert grown_kb < 60_000
