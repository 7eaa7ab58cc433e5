"""Our map beside the anchors, in the same Chromium: size, requests, pixels, times, memory.

    python tests/benchmarks/map_anchors.py                        everything that is installed
    python tests/benchmarks/map_anchors.py --only ours --rows 1000 100000 1000000
    python tests/benchmarks/map_anchors.py --anchors-python /path/to/venv/bin/python -o table.md

Anchors are folium (Marker, FastMarkerCluster, GeoJson), plotly, pydeck and lonboard; those
that are not installed are left out and named. Each is built in a process of its own, by the
interpreter of `--anchors-python` where it is not ours or folium's. Each row carries 200
characters of prose of a made-up distribution; at a million rows it carries none. The network
is shut, and what is asked for is counted. A map counts as drawn once its middle shows
something that it does not show without rows; "basemap" is the share of the middle that is not
of one colour then. "Ready" is the time from navigation to that.
"""

from __future__ import annotations

import argparse
import base64
import gzip
import io
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from map_rows import ACTORS, KINDS, REPORTS, Rows, made_rows  # noqa: E402

NO_TEXT_FROM = 1_000_000
FEW = 3
"""Rows of the map from which the cost of a further one is counted."""
LEAST_SHARE = 0.0001
"""Of the pixels in the middle of a map, about 70: less is no incident."""
LEAST_BASEMAP = 0.005
"""A few points on one colour are no basemap."""
COLUMNS = (
    "rows", "map", "requests", "basemap", "incidents", "MB", "bytes a further row", "of them over its strings",
    "ready s", "filter ms", "time step ms", "heap MB", "renderer MB", "build CPU s", "build memory MB",
)  # fmt: skip


# --- Builders: rows to a file --------------------------------------------------------


def our_frame(rows: Rows) -> Any:
    """Rows as a GeoDataFrame with the columns of `geo.frame`."""
    import geopandas
    import numpy as np
    import pandas as pd
    import shapely
    from shapely.affinity import scale

    outer = []
    for number, (x, y, radius) in enumerate(zip(rows.lng, rows.lat, rows.radius_deg, strict=True)):
        disc = scale(shapely.Point(x, y).buffer(radius, 16), 1.18, 1.0)
        # An eighth of the regions is not round.
        bite = shapely.Point(x + radius, y).buffer(radius)
        outer.append(disc if number % 8 else disc.difference(bite))
    inner = [scale(shape, 0.5, 0.5) for shape in outer]
    n, region = len(rows.region), rows.region
    day = rows.day.astype("datetime64[D]").astype("datetime64[s]")
    precision = np.arange(len(outer)) % 3 + 1
    actors = [[name] for name in ACTORS]
    cells = np.empty(n, dtype=object)
    cells[:] = [actors[a] for a in rows.actor.tolist()]
    reports = np.array([f"r{k}" for k in range(REPORTS)], dtype=object)[rows.report]
    columns: dict[str, Any] = {
        "incident_id": [f"i{k}" for k in range(n)],
        "report_id": reports,
        "event_type": np.full(n, "Explosions/Remote violence", dtype=object),
        "sub_event_type": np.full(n, "Shelling/artillery/missile attack", dtype=object),
        "kind": np.array(KINDS, dtype=object)[rows.kind],
        "start_date": pd.Series(day),
        "end_date": pd.Series(day),
        "date_prec": np.full(n, 1),
        "actors": cells,
        "lon": rows.lng[region],
        "lat": rows.lat[region],
        "where_prec": precision[region],
        "region_50": geopandas.GeoSeries(np.array(inner, dtype=object)[region], crs=4326),
    }
    if rows.texts:
        said = np.datetime_as_string(rows.day.astype("datetime64[D]")).astype(object)
        names = np.array(rows.names, dtype=object)[region]
        columns |= {
            "date_text": said,
            "edtf": said,
            "quote": list(rows.texts),
            "place_text": "near " + names,
            "place_name": names,
            "reason": "Near " + names + ", as said.",
        }
    area = np.array(outer, dtype=object)[region]
    return geopandas.GeoDataFrame(columns, geometry=area, crs=4326)


def ours(rows: Rows) -> Callable[[Path], None]:
    from gazetteer.store import Store
    from geo.maps import IncidentMap
    from geo.model import Report

    frame, store = our_frame(rows), Store.open()
    reports = [
        Report(f"r{k}", "", f"{k:064x}", title=f"Report {k}", url=f"https://example.org/{k}")
        for k in range(REPORTS)
    ]

    def build(path: Path) -> None:
        IncidentMap(frame, reports, store=store, title="Benchmark", subtitle="Made up").save(path)

    return build


def folium_marker(rows: Rows) -> Callable[[Path], None]:
    import folium

    points = rows.points()

    def build(path: Path) -> None:
        shown = folium.Map([33, 42], zoom_start=5)
        for lng, lat, text in points:
            folium.Marker([lat, lng], popup=text).add_to(shown)
        shown.save(str(path))

    return build


def folium_fast(rows: Rows) -> Callable[[Path], None]:
    import folium
    from folium.plugins import FastMarkerCluster

    points = rows.points()

    def build(path: Path) -> None:
        shown = folium.Map([33, 42], zoom_start=5)
        FastMarkerCluster([[lat, lng, text] for lng, lat, text in points]).add_to(shown)
        shown.save(str(path))

    return build


def folium_geojson(rows: Rows) -> Callable[[Path], None]:
    import folium

    points = rows.points()

    def build(path: Path) -> None:
        features = [
            {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": [lng, lat]},
                "properties": {"text": text},
            }
            for lng, lat, text in points
        ]
        shown = folium.Map([33, 42], zoom_start=5)
        folium.GeoJson({"type": "FeatureCollection", "features": features}).add_to(shown)
        shown.save(str(path))

    return build


def plotly(rows: Rows) -> Callable[[Path], None]:
    import plotly.graph_objects as go  # type: ignore[import-not-found,unused-ignore]

    points = rows.points()

    def build(path: Path) -> None:
        lng, lat, text = ([point[k] for point in points] for k in range(3))
        figure = go.Figure(go.Scattergeo(lon=lng, lat=lat, text=text, mode="markers"))
        figure.update_geos(visible=False, lonaxis_range=[34, 49], lataxis_range=[29, 38])
        figure.write_html(str(path), include_plotlyjs=True)

    return build


def pydeck(rows: Rows) -> Callable[[Path], None]:
    import pydeck as pdk  # type: ignore[import-not-found,unused-ignore]

    data = [{"position": [lng, lat], "text": text} for lng, lat, text in rows.points()]

    def build(path: Path) -> None:
        layer = pdk.Layer("ScatterplotLayer", data, get_position="position", get_radius=8000)
        view = pdk.ViewState(latitude=33.5, longitude=41.5, zoom=5)
        deck = pdk.Deck([layer], initial_view_state=view, map_provider=None)
        deck.to_html(str(path), offline=True, open_browser=False)

    return build


def lonboard(rows: Rows) -> Callable[[Path], None]:
    import geopandas
    from lonboard import viz  # type: ignore[import-not-found,unused-ignore]

    lng, lat, text = zip(*rows.points(), strict=True)
    frame = geopandas.GeoDataFrame(
        {"text": text}, geometry=geopandas.points_from_xy(lng, lat), crs=4326
    )
    return lambda path: viz(frame).to_html(str(path))


CONTENDERS: dict[str, tuple[Callable[[Rows], Callable[[Path], None]], str, int]] = {
    "ours": (ours, "return performance.getEntriesByName('im-ready').length > 0", 10**9),
    "folium Marker": (
        folium_marker, "return document.querySelector('.leaflet-marker-icon') !== null", 10_000,
    ),
    "folium FastMarkerCluster": (
        folium_fast, "return document.querySelector('.leaflet-marker-icon') !== null", 100_000,
    ),
    "folium GeoJson": (
        folium_geojson, "return document.querySelector('.leaflet-marker-icon') !== null", 100_000,
    ),
    "plotly": (plotly, "return document.querySelector('.scatterlayer .point, .scatterlayer path, .scattergeo path') !== null", 100_000),
    "pydeck": (pydeck, "return document.querySelector('canvas') !== null", 100_000),
    "lonboard": (lonboard, "return document.querySelector('canvas') !== null", 100_000),
}  # fmt: skip
"""Builder, what a browser sees once it may have drawn, and the most rows that are tried."""
OUR_VENV = {"ours", "folium Marker", "folium FastMarkerCluster", "folium GeoJson"}


def build_here(name: str, count: int, text: bool, out: Path) -> None:
    """In a process of its own: build twice, few rows and many, and print what it took."""
    make = CONTENDERS[name][0]
    few = make(made_rows(FEW, FEW, text=text))
    few(out.with_suffix(".few.html"))
    build = make(made_rows(count, regions_for(count), text=text))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begin, cpu = time.perf_counter(), time.process_time()
    build(out)
    print(
        json.dumps(
            {
                "wall": time.perf_counter() - begin,
                "cpu": time.process_time() - cpu,
                "memory": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024,
                "size": out.stat().st_size,
                "few": out.with_suffix(".few.html").stat().st_size,
            }
        )
    )


def regions_for(count: int) -> int:
    return min(10_000, max(FEW, count // 4))


def strings_cost(rows: Rows) -> float:
    """Bytes a row of its own strings, column by column, as gzip + base64."""
    names = [rows.names[r] for r in rows.region.tolist()]
    days = rows.day.astype("datetime64[D]").astype(str).tolist()
    columns = (
        rows.texts, [f"near {n}" for n in names], names, [f"Near {n}, as said." for n in names],
        days, days, [f"https://example.org/{r}" for r in rows.report.tolist()],
    )  # fmt: skip
    packed = gzip.compress("\0".join("\0".join(column) for column in columns).encode(), 9)
    return len(base64.b64encode(packed)) / len(rows.region)


# --- Chromium ------------------------------------------------------------------------


@contextmanager
def browser() -> Iterator[Any]:
    """A driver of a Chromium without a network."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    for argument in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
        "--disable-component-update", "--disable-sync", "--window-size=1440,900", "--enable-precise-memory-info",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--js-flags=--expose-gc", "--enable-unsafe-swiftshader",
    ):  # fmt: skip
        options.add_argument(argument)
    options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
    options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    options.page_load_strategy = "none"
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    driver.set_script_timeout(120)
    try:
        yield driver
    finally:
        driver.quit()


def renderer_mb(driver: Any) -> float:
    """Resident memory of the largest renderer that the driver started."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            pid, rest = stat.read_text().split(" ", 1)
            children.setdefault(int(rest.rsplit(")", 1)[1].split()[1]), []).append(int(pid))
        except (OSError, ValueError):
            continue
    largest, todo = 0, [driver.service.process.pid]
    while todo:
        pid = todo.pop()
        todo += children.get(pid, [])
        try:
            line = Path(f"/proc/{pid}/cmdline").read_bytes()
            pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        except OSError:
            continue
        if b"--type=renderer" in line:
            largest = max(largest, pages * os.sysconf("SC_PAGE_SIZE"))
    return largest / 1e6


def middle_of(driver: Any) -> Any:
    """Pixels of the middle of the map, as an array of heights, widths and colours."""
    import matplotlib.image

    box = driver.execute_script(
        "const e = document.querySelector('.leaflet-container') || document.body, r = e.getBoundingClientRect();"
        "return [r.left, r.top, r.width, Math.min(r.height || innerHeight, innerHeight - r.top)]"
    )
    raw = driver.get_screenshot_as_png()
    picture = matplotlib.image.imread(io.BytesIO(raw), format="png")
    x, y, w, h = (round(float(v)) for v in box)
    return (picture[y + h // 8 : y + h - h // 8, x + w // 8 : x + w - w // 8, :3] * 255).astype(int)


def share_not_plain(picture: Any) -> float:
    """Share of the pixels that are not of the commonest colour."""
    import numpy as np

    flat = picture.reshape(-1, 3) @ np.array([1, 256, 65536])
    return 1.0 - float(np.unique(flat, return_counts=True)[1].max()) / len(flat)


def share_changed(one: Any, other: Any) -> float:
    if one.shape != other.shape:
        return 1.0
    return float((abs(one - other).max(axis=2) > 8).mean())


PROBE = """
const done = arguments[0], app = IncidentMapper.apps[0], times = {filter: [], time: []};
// A frame is painted once a message that was sent in it arrives.
const painted = () => new Promise((go) => requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => go();
  channel.port2.postMessage(0);
}));
const clock = async (key, work) => {
  await painted();
  const begin = performance.now();
  work();
  await painted();
  times[key].push(performance.now() - begin);
  await new Promise((go) => setTimeout(go, 60));
};
const middle = (values) => values.sort((a, b) => a - b)[values.length >> 1];
(async () => {
  const boxes = [...document.querySelectorAll('.im-layers .im-row input')];
  await painted();
  for (let i = 0; i < 13; i++) await clock('filter', () => boxes[i % boxes.length].click());
  app.filter.reset();
  await new Promise((go) => setTimeout(go, 400));
  for (let i = 0; i < 13; i++) await clock('time', () => app.time.set(app.time.min + i * 40, app.time.min + 300 + i * 40));
  app.filter.reset();
  done({filter: middle(times.filter), time: middle(times.time)});
})();
"""
MEASURE = """
const e = performance.getEntriesByName('im-ready')[0], n = performance.getEntriesByType('navigation')[0];
return [e ? e.startTime : performance.now(), n && n.loadEventEnd > 0];
"""


def opened(driver: Any, path: Path, ready: str, patience: float) -> float | None:
    """Seconds from navigation until the page says that it may have drawn; None if never."""
    driver.get("about:blank")
    driver.get_log("performance")
    driver.get(path.as_uri())
    loaded, begin = None, time.time()
    while time.time() - begin < 180:
        if driver.execute_script(f"return location.protocol === 'file:' && (() => {{{ready}}})()"):
            return float(driver.execute_script(MEASURE)[0]) / 1000
        if loaded is None and driver.execute_script(MEASURE)[1]:
            loaded = time.time()
        if loaded is not None and time.time() - loaded > patience:
            return None
        time.sleep(0.05)
    return None


def asked_for(driver: Any) -> set[str]:
    messages = (json.loads(entry["message"])["message"] for entry in driver.get_log("performance"))
    urls = {
        message["params"]["request"]["url"]
        for message in messages
        if message["method"] == "Network.requestWillBeSent"
    }
    return {url for url in urls if url.startswith("http")}


def in_browser(name: str, path: Path, few: Path, count: int, runs: int) -> dict[str, Any]:
    ready, patience = CONTENDERS[name][1], 4.0 if count <= 10_000 else 15.0
    with browser() as driver:
        # What a map shows without rows is what it shows of the world.
        before = None
        if name != "ours":
            opened(driver, few, ready, patience)
            time.sleep(1.0)
            before = middle_of(driver)
        drawn: list[float] = []
        for _ in range(runs):
            took = opened(driver, path, ready, patience)
            if took is None:
                break
            drawn.append(took)
        time.sleep(1.0)
        after = middle_of(driver)
        found: dict[str, Any] = {"requests": len(asked_for(driver))}
        if name == "ours":
            # The first canvas is the land; what lies on it tells of incidents, and has the names.
            others = "document.querySelectorAll('.im-surface canvas:not(:first-child)')"
            hide = f"{others}.forEach((canvas) => {{ canvas.style.visibility = arguments[0]; }})"
            driver.execute_script(hide, "hidden")
            time.sleep(0.3)
            before = middle_of(driver)
            driver.execute_script(hide, "")
            found |= driver.execute_async_script(PROBE)
        found["basemap"] = share_not_plain(before)
        found["incidents"] = share_changed(before, after)
        driver.execute_script("if (window.gc) { gc(); gc(); }")
        found["heap"] = driver.execute_script("return performance.memory.usedJSHeapSize") / 1e6
        found["renderer"] = renderer_mb(driver)
        if drawn and found["incidents"] > LEAST_SHARE:
            found["ready"] = statistics.median(drawn)
        return found


# --- The table -----------------------------------------------------------------------


def row_of(
    name: str, count: int, built: dict[str, Any], seen: dict[str, Any], strings: float
) -> list[str]:
    further = (built["size"] - built["few"]) / max(1, count - FEW)
    over = f"{further - strings:.1f}" if name == "ours" else ""

    def share(key: str, least: float) -> str:
        return "none" if seen[key] < least else f"{100 * seen[key]:.1f} %"

    def ms(key: str) -> str:
        return f"{seen[key]:.0f}" if key in seen else ""

    return [
        f"{count:,}", name, str(seen["requests"]), share("basemap", LEAST_BASEMAP), share("incidents", LEAST_SHARE),
        f"{built['size'] / 1e6:.2f}", f"{further:.0f}" if name != "ours" else f"{further:.1f}", over,
        f"{seen['ready']:.2f}" if "ready" in seen else "blank", ms("filter"), ms("time"),
        f"{seen['heap']:.0f}", f"{seen['renderer']:.0f}", f"{built['cpu']:.2f}", f"{built['memory']:.0f}",
    ]  # fmt: skip


def built_apart(python: str, name: str, count: int, text: bool, out: Path) -> dict[str, Any] | str:
    """What building took, or the reason why it was not built."""
    command = [python, __file__, "--build", name, "--rows", str(count), "--out", str(out)]
    command += [] if text else ["--no-text"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900)
    if done.returncode:
        return (done.stderr.strip().splitlines() or ["it failed"])[-1]
    answer: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return answer


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", nargs="*", choices=list(CONTENDERS))
    parser.add_argument(
        "--rows", nargs="*", type=int, default=[20, 1_000, 10_000, 100_000, 1_000_000]
    )
    parser.add_argument("--runs", type=int, default=3, help="openings of which the median counts")
    parser.add_argument("--no-text", action="store_true", help="rows without strings")
    parser.add_argument("--anchors-python", default=sys.executable)
    parser.add_argument("-o", "--output", type=Path, help="where the table goes, as Markdown")
    parser.add_argument("--build", choices=list(CONTENDERS), help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args(argv)
    if arguments.build:
        build_here(arguments.build, arguments.rows[0], not arguments.no_text, arguments.out)
        return 0
    lines = ["| " + " | ".join(COLUMNS) + " |", "|" + "---|" * len(COLUMNS)]
    print("\n".join(lines), flush=True)
    for count in arguments.rows:
        text = not arguments.no_text and count < NO_TEXT_FROM
        strings = strings_cost(made_rows(count, regions_for(count))) if text else 0.0
        for name, (_, _, most) in CONTENDERS.items():
            if count > most or (arguments.only and name not in arguments.only):
                continue
            python = sys.executable if name in OUR_VENV else arguments.anchors_python
            with tempfile.TemporaryDirectory() as folder:
                out = Path(folder) / "map.html"
                built = built_apart(python, name, count, text, out)
                if isinstance(built, str):
                    print(f"{name} at {count:,}: {built}", file=sys.stderr, flush=True)
                    continue
                few = out.with_suffix(".few.html")
                seen = in_browser(name, out, few, count, arguments.runs)
            lines.append("| " + " | ".join(row_of(name, count, built, seen, strings)) + " |")
            print(lines[-1], flush=True)
            if arguments.output:
                arguments.output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
