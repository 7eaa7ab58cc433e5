"""Our map beside the anchors, in the same Chromium: size, requests, time to the map, memory.

    python tests/benchmarks/map_anchors.py                       everything that is installed
    python tests/benchmarks/map_anchors.py --only ours --rows 1000 100000 1000000

Anchors are folium (Marker, FastMarkerCluster, GeoJson), plotly, pydeck and lonboard;
those that are not installed are left out and named. Each incident carries about 200
characters of prose of a real vocabulary. The network is shut; what is asked for is
counted. "Ready" is the time from navigation to a drawn map, the median of three.
"""

from __future__ import annotations

import argparse
import base64
import datetime as dt
import gc
import gzip
import json
import random
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from shapely import Point  # noqa: E402
from shapely.affinity import scale  # noqa: E402

from gazetteer.model import Footprint, LngLat, Resolution, ResolutionStatus  # noqa: E402
from gazetteer.store import Store  # noqa: E402
from geo.model import (  # noqa: E402
    Actor,
    DatePhrase,
    Incident,
    LocatedIncident,
    PlaceMention,
    Quote,
    Report,
)

KINDS = ("airstrike", "shelling", "drone_attack", "ied", "armed_clash", "abduction", "arson")
ACTORS = tuple(f"Actor {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
FOLIUM_LIMIT, ANCHOR_LIMIT = 1_000, 100_000


def vocabulary() -> list[str]:
    """Words of our own documentation, weighted as they occur: a natural distribution."""
    words: list[str] = []
    for path in sorted(
        [
            *ROOT.glob("*.md"),
            *ROOT.glob("geo/*.py"),
            *ROOT.glob("gazetteer/*.py"),
            *ROOT.glob("seeds/**/*.txt"),
        ]
    ):
        words += [w for w in path.read_text("utf-8").split() if w.isalpha() and len(w) > 1]
    return words


def incidents(
    count: int, regions: int, *, text: bool = True
) -> tuple[list[LocatedIncident], list[Report]]:
    """`count` incidents in `regions` distinct regions, an eighth of them not round."""
    rnd, words = random.Random(11), vocabulary()
    answers = []
    for number in range(regions):
        lng, lat, radius = (
            rnd.uniform(35, 48),
            rnd.uniform(30, 37),
            rnd.choice((0.01, 0.03, 0.1, 0.3)),
        )
        disc = scale(Point(lng, lat).buffer(radius, 16), 1.18, 1.0)
        outer = disc if number % 8 else disc.difference(Point(lng + radius, lat).buffer(radius))
        inner = scale(outer, 0.5, 0.5)
        name = f"{rnd.choice(words).title()} {rnd.choice(words)}"
        answers.append(
            Resolution(
                f"near {name}" if text else "",
                ResolutionStatus.RESOLVED,
                f"Near {name}, as said." if text else "",
                name=name if text else None,
                footprint=Footprint(LngLat(lng, lat), inner, outer, rnd.choice((1, 2, 3))),
                country_code="IQ",
            )
        )
    made = []
    for number in range(count):
        day = dt.date(2016, 1, 1) + dt.timedelta(int(rnd.random() * 1800))
        length, said = 0, []
        while text and length < 200:
            said.append(rnd.choice(words))
            length += len(said[-1]) + 1
        quotes = (Quote(" ".join(said), rnd.randrange(5000), 0, f"r{number % 50}"),) if text else ()
        answer = rnd.choice(answers)
        made.append(
            LocatedIncident(
                Incident(
                    f"i{number}", f"r{number % 50}", "Explosions/Remote violence", "Shelling", rnd.choice(KINDS),
                    date=DatePhrase(day.isoformat() if text else "", day.isoformat() if text else None, day, day, date_prec=1),
                    place=PlaceMention(answer.text, 0, len(answer.text)) if text else None,
                    actors=(Actor(rnd.choice(ACTORS)),), quotes=quotes,
                ),
                answer,
            )
        )  # fmt: skip
    reports = [
        Report(
            f"r{n}",
            "",
            f"{n:064x}",
            dt.date(2021, 1, 1),
            title=f"Report {n}",
            url=f"https://example.org/{n}",
        )
        for n in range(50)
    ]
    return made, reports


def strings_cost(located: Sequence[LocatedIncident], reports: Sequence[Report]) -> float:
    """Bytes an incident of its own strings, column by column, as gzip + base64."""
    url = {report.report_id: report.url or "" for report in reports}
    columns: list[list[str]] = [[], [], [], [], [], [], []]
    for item in located:
        incident, answer = item.incident, item.resolution
        row = (
            incident.quotes[0].text if incident.quotes else "", incident.place.text if incident.place else "",
            answer.reason, answer.name or "", url[incident.report_id],
            incident.date.text if incident.date else "", (incident.date.edtf or "") if incident.date else "",
        )  # fmt: skip
        for column, word in zip(columns, row, strict=True):
            column.append(word)
    packed = gzip.compress("\0".join("\0".join(c) for c in columns).encode(), 9)
    return len(base64.b64encode(packed)) / len(located)


def ours(
    located: Sequence[LocatedIncident], reports: Sequence[Report], path: Path, store: Store
) -> None:
    from geo.maps import IncidentMap

    IncidentMap(located, reports, store=store, title="Benchmark").save(path)


def _points(located: Sequence[LocatedIncident]) -> list[tuple[float, float, str]]:
    return [
        (
            i.resolution.footprint.point.lng,
            i.resolution.footprint.point.lat,
            i.incident.quotes[0].text,
        )
        for i in located
        if i.resolution.footprint
    ]


def folium_marker(located: Sequence[LocatedIncident], _r: Any, path: Path, _s: Store) -> None:
    import folium

    m = folium.Map([33, 42], zoom_start=5)
    for lng, lat, text in _points(located):
        folium.Marker([lat, lng], popup=text).add_to(m)
    m.save(str(path))


def folium_fast(located: Sequence[LocatedIncident], _r: Any, path: Path, _s: Store) -> None:
    import folium
    from folium.plugins import FastMarkerCluster

    m = folium.Map([33, 42], zoom_start=5)
    FastMarkerCluster([[lat, lng, text] for lng, lat, text in _points(located)]).add_to(m)
    m.save(str(path))


def folium_geojson(located: Sequence[LocatedIncident], _r: Any, path: Path, _s: Store) -> None:
    import folium

    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [lng, lat]},
            "properties": {"text": text},
        }
        for lng, lat, text in _points(located)
    ]
    m = folium.Map([33, 42], zoom_start=5)
    folium.GeoJson({"type": "FeatureCollection", "features": features}).add_to(m)
    m.save(str(path))


def plotly(located: Sequence[LocatedIncident], _r: Any, path: Path, _s: Store) -> None:
    import plotly.graph_objects as go  # type: ignore[import-not-found,unused-ignore]

    points = _points(located)
    figure = go.Figure(
        go.Scattergeo(
            lon=[p[0] for p in points], lat=[p[1] for p in points], text=[p[2] for p in points]
        )
    )
    figure.update_geos(visible=False)
    figure.write_html(str(path), include_plotlyjs=True)


def pydeck(located: Sequence[LocatedIncident], _r: Any, path: Path, _s: Store) -> None:
    import pydeck as pdk  # type: ignore[import-not-found,unused-ignore]

    rows = [{"position": [lng, lat], "text": text} for lng, lat, text in _points(located)]
    layer = pdk.Layer("ScatterplotLayer", rows, get_position="position", get_radius=5000)
    deck = pdk.Deck(
        [layer],
        initial_view_state=pdk.ViewState(latitude=33, longitude=42, zoom=5),
        map_provider=None,
    )
    deck.to_html(str(path), offline=True, open_browser=False)


def lonboard(located: Sequence[LocatedIncident], _r: Any, path: Path, _s: Store) -> None:
    import geopandas
    from lonboard import viz  # type: ignore[import-not-found,unused-ignore]

    points = _points(located)
    frame = geopandas.GeoDataFrame(
        {"text": [p[2] for p in points]},
        geometry=geopandas.points_from_xy([p[0] for p in points], [p[1] for p in points]),
        crs=4326,
    )
    viz(frame).to_html(str(path))


CONTENDERS: dict[str, tuple[Callable[..., None], str, int]] = {
    "ours": (ours, "return performance.getEntriesByName('im-ready').length > 0", 10**9),
    "folium Marker": (folium_marker, "", FOLIUM_LIMIT),
    "folium FastMarkerCluster": (folium_fast, "", ANCHOR_LIMIT),
    "folium GeoJson": (folium_geojson, "", FOLIUM_LIMIT),
    "plotly": (
        plotly,
        "return document.querySelectorAll('.point, .scatterlayer path, .scattergeo path').length > 0",
        ANCHOR_LIMIT,
    ),
    "pydeck": (
        pydeck,
        "return document.querySelector('canvas') && document.querySelector('canvas').width > 300",
        ANCHOR_LIMIT,
    ),
    "lonboard": (lonboard, "return document.querySelector('canvas') !== null", ANCHOR_LIMIT),
}


def browser() -> Any:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    for argument in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
        "--disable-component-update", "--disable-sync", "--window-size=1440,900", "--enable-precise-memory-info",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--js-flags=--expose-gc",
    ):  # fmt: skip
        options.add_argument(argument)
    options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
    options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    driver.set_page_load_timeout(180)
    return driver


PROBE = """
const app = IncidentMapper.apps[0], times = {filter: [], time: []};
const clock = (key, work) => { const t = performance.now(); work(); times[key].push(performance.now() - t); };
for (let i = 0; i < 9; i++) {
  clock('filter', () => app.filter.set('kind', i % app.data.kinds.length, i % 2));
  clock('time', () => app.filter.span(app.time.min + i * 40, app.time.min + 300 + i * 40));
}
app.filter.reset();
const middle = (v) => v.sort((a, b) => a - b)[v.length >> 1];
const c = document.querySelectorAll('.im-surface canvas');
const seen = [...c].map((canvas) => new Set(new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size);
if (window.gc) gc();
return {filter: middle(times.filter), time: middle(times.time), colours: seen, heap: performance.memory.usedJSHeapSize / 1e6};
"""


def in_browser(path: Path, ready: str) -> dict[str, Any]:
    driver = browser()
    try:
        times, found = [], {}
        for _ in range(3):
            driver.get("about:blank")
            driver.get_log("performance")
            driver.get(path.as_uri())
            begin = time.time()
            drawn = None
            while ready and time.time() - begin < 90:
                if driver.execute_script(ready):
                    drawn = driver.execute_script(
                        "const e = performance.getEntriesByName('im-ready')[0]; return e ? e.startTime : performance.now()"
                    )
                    break
                time.sleep(0.1)
            times.append(drawn)
        asked = set()
        for entry in driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                url = message["params"]["request"]["url"]
                if url.startswith("http"):
                    asked.add(url)
        if "im-ready" in ready and times[-1] is not None:
            found = driver.execute_script(PROBE)
        done = [t for t in times if t is not None]
        return {
            "ready": statistics.median(done) / 1000 if done else None,
            "urls": len(asked),
            **found,
        }
    finally:
        driver.quit()


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", nargs="*", choices=list(CONTENDERS))
    parser.add_argument("--rows", nargs="*", type=int, default=[20, 1_000, 100_000])
    parser.add_argument("--no-text", action="store_true", help="incidents without strings")
    arguments = parser.parse_args()
    store = Store.open()
    print(
        f"{'what':26} {'rows':>9} {'build s':>8} {'MB':>7} {'B/row':>7} {'ready s':>8} {'URLs':>5}  more"
    )
    for rows in arguments.rows:
        located, reports = incidents(
            rows, min(10_000, max(3, rows // 4)), text=not arguments.no_text
        )
        strings = 0.0 if arguments.no_text else strings_cost(located, reports)
        for name, (build, ready, limit) in CONTENDERS.items():
            if (arguments.only and name not in arguments.only) or rows > limit:
                continue
            with tempfile.TemporaryDirectory() as folder:
                path, empty = Path(folder) / "map.html", Path(folder) / "empty.html"
                try:
                    if name == "ours":
                        build(located[:3], reports, empty, store)
                    gc.collect()
                    gc.freeze()
                    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
                    begin, cpu = time.perf_counter(), time.process_time()
                    build(located, reports, path, store)
                    took, cpu = time.perf_counter() - begin, time.process_time() - cpu
                    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
                except ImportError as error:
                    print(f"{name:26} not installed: {error}")
                    continue
                size = path.stat().st_size
                seen = in_browser(path, ready)
                drawn = f"{seen['ready']:8.2f}" if seen["ready"] is not None else f"{'blank':>8}"
                more = ""
                if name == "ours":
                    over = (size - empty.stat().st_size) / rows - strings
                    more = (
                        f"strings {strings:.1f} B, over them {over:.1f} B; cpu {cpu:.1f} s, +{grown:.0f} MB; filter "
                        f"{seen.get('filter', 0):.0f} ms, time step {seen.get('time', 0):.0f} ms, heap "
                        f"{seen.get('heap', 0):.0f} MB, colours {seen.get('colours')}"
                    )
                print(
                    f"{name:26} {rows:9,} {took:8.2f} {size / 1e6:7.2f} {size / rows:7.0f} {drawn} {seen['urls']:5}  {more}",
                    flush=True,
                )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
