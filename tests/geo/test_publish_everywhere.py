"""What an author withholds is found in no file that is written, whatever held it before."""

from __future__ import annotations

import base64
import binascii
import contextlib
import dataclasses
import datetime as dt
import re
import zlib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from gazetteer.geodesy import disc
from gazetteer.model import Footprint, LngLat, Resolution, ResolutionStatus, TrailStep
from gazetteer.store import Store
from geo.cli import main
from geo.formats.files import read_incidents, write_incidents
from geo.formats.publish import Coarsen, PublishOptions, publish
from geo.maps import IncidentMap
from geo.model import Actor, DatePhrase, Incident, LocatedIncident, PlaceMention, Quote, Report

REPORT = """Title: Shelling of Al-Mayadin hospital
Source: Example Monitor
URL: https://example.org/news/mayadin-hospital-shelled

Al-Mayadin, 14 May 2023. Shells hit the Nour hospital in Al-Mayadin on 13 May 2023, killing two
nurses. Doctor Samer Halabi said the ward in Mayadin had been full.

On 12 May 2023 an air strike killed four people in Raqqa. A car bomb wounded three people in
Deir ez-Zor on 11 May 2023, ten kilometres from Mayadin.
"""
REMOVED = ("ayadin", "ayādīn", "الميادين", "Маядин", "Halabi", "40.45", "35.019", "Nour hospital")


def unpacked(content: bytes) -> bytes:
    """A file with all that it carries packed laid open beside it: islands, streams of a PDF."""
    parts = []

    def opened(packed: re.Match[bytes]) -> bytes:
        with contextlib.suppress(binascii.Error, zlib.error):
            parts.append(zlib.decompress(base64.b64decode(packed[0]), 47))
            # Packed, any few letters turn up some time.
            return b""
        return packed[0]

    parts.append(re.sub(rb"[A-Za-z0-9+/]{60,}={0,2}", opened, content))
    for stream in re.finditer(rb"stream\r?\n", content):
        with contextlib.suppress(zlib.error):
            parts.append(zlib.decompressobj().decompress(content[stream.end() :]))
    return b"\n".join(parts)


@pytest.fixture(scope="module")
def mapped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("publish")
    (folder / "al-mayadin-raid.txt").write_text(REPORT, encoding="utf-8")
    done = CliRunner().invoke(
        main, ["map", "-q", str(folder / "al-mayadin-raid.txt"), "-o", str(folder)]
    )
    assert done.exit_code == 0, done.output
    return folder / "al-mayadin-raid.geojson"


HIDE = ["--publish", "--coarsen", "hospital=admin1", "--withhold", "Samer Halabi"]


@pytest.mark.parametrize(
    ("suffix", "lang"),
    [
        *((suffix, "en") for suffix in ("html", "geojson", "csv", "gpkg", "parquet", "kml")),
        *((suffix, "en") for suffix in ("png", "svg", "pdf")),
        *((suffix, "ar") for suffix in ("html", "svg")),
    ],
)
def test_a_real_town_is_in_no_byte_of_any_format(
    mapped: Path, tmp_path: Path, suffix: str, lang: str
) -> None:
    if suffix in {"png", "svg", "pdf"}:
        pytest.importorskip("matplotlib")
    elif suffix == "parquet":
        pytest.importorskip("pyarrow")
    out = tmp_path / f"out.{suffix}"
    args = ["render", str(mapped), "-o", str(out), "--lang", lang, *HIDE]
    done = CliRunner().invoke(main, args)
    assert done.exit_code == 0, done.output
    held = unpacked(out.read_bytes())
    if suffix == "parquet":
        data = read_incidents(out)
        held += repr((data.located, data.reports)).encode()
    for removed in REMOVED[: -3 if suffix in {"svg", "pdf", "png"} else None]:
        assert removed.encode() not in held, removed
        assert removed not in done.output, removed


def test_reports_are_published_on_their_way_in(tmp_path: Path) -> None:
    (tmp_path / "al-mayadin-raid.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "second.txt").write_text(
        "14 May 2023. A mine killed a farmer near Al-Mayadin on 13 May 2023.", encoding="utf-8"
    )
    out = tmp_path / "out"
    names = [str(tmp_path / name) for name in ("al-mayadin-raid.txt", "second.txt")]
    done = CliRunner().invoke(main, ["map", *names, "-o", str(out), *HIDE])
    assert done.exit_code == 0, done.output
    assert "remain" in done.output
    assert not any("mayadin" in path.name for path in out.iterdir())
    page = next(path for path in out.iterdir() if path.name.startswith("report-1.html"))
    held = unpacked(page.read_bytes())
    for removed in REMOVED:
        assert removed.encode() not in held, removed
    # The other row at that place is shown still, and its author is told to look again.
    assert "Look again" in done.output


SECRET = "Zolotarivka-Vostochna"
DAY = dt.date(2023, 5, 13)


def filled() -> LocatedIncident:
    """An incident with a name in each of its texts, and a place that does not bear it."""
    point = LngLat(39.0, 35.95)
    texts: dict[str, Any] = {
        field.name: (SECRET,)
        for field in dataclasses.fields(Incident)
        if str(field.type).startswith("tuple[str")
    }
    said = f"Men of {SECRET} came."
    texts |= {
        "incident_id": f"id-{SECRET}",
        "report_id": f"report-{SECRET}",
        "sub_event_type": SECRET,
        "date": DatePhrase(f"the day of {SECRET}", "2023-05-13", DAY, DAY),
        "place": PlaceMention("Raqqa", 0, 5, name="Raqqa"),
        "places": (PlaceMention("Raqqa", 0, 5, name="Raqqa"), PlaceMention(SECRET, 9, 20)),
        "actors": (Actor(f"The council of {SECRET}"), Actor("The Third Army")),
        "quotes": (Quote(said, 0, len(said), f"report-{SECRET}"),),
        "strike_status": None,
    }
    region = disc(point, 3000)
    trail = (TrailStep("name", f"Not {SECRET}.", ()),)
    answer = Resolution(
        "Raqqa", ResolutionStatus.RESOLVED, f"Raqqa, 40 km from {SECRET}.", name="Raqqa",
        footprint=Footprint(point, region, region, 2, trail), country_code="SY",
    )  # fmt: skip
    return LocatedIncident(
        Incident(**{"event_type": "Battles", "kind": "armed_clash", **texts}), answer
    )


def filled_report() -> Report:
    texts: dict[str, Any] = {
        field.name: SECRET if field.name != "url" else f"https://example.org/{SECRET}"
        for field in dataclasses.fields(Report)
        if str(field.type) in {"str", "str | None"} and field.name != "sha256"
    }
    texts |= {"report_id": f"report-{SECRET}", "sha256": "ab" * 32}
    texts |= {"notes": (SECRET,), "marks": ((0, SECRET),)}
    return Report(**texts)


@pytest.mark.parametrize("suffix", [".geojson", ".csv", ".kml", ".html"])
def test_a_withheld_name_is_gone_from_every_text_that_there_is(tmp_path: Path, suffix: str) -> None:
    store = Store.open()
    options = PublishOptions(withhold=(SECRET,))
    made = publish([filled()], [filled_report()], options, store=store)
    path = tmp_path / f"x{suffix}"
    if suffix == ".html":
        IncidentMap(made.located, made.reports, title="x", store=store, unnamed=made.unnamed).save(
            path
        )
    else:
        write_incidents(path, made.located, made.reports, store=store)
    held = unpacked(path.read_bytes())
    assert SECRET.encode() not in held
    assert b"Zolotar" not in held
    for kept in (b"The Third Army", b"Raqqa", b"ab" * 32):
        assert kept in held
    assert not any(SECRET in line for line in made.remaining)


def test_a_withheld_town_is_not_named_by_the_basemap() -> None:
    store = Store.open()
    options = PublishOptions(withhold=("Raqqa", "Ar Raqqah"))
    row = dataclasses.replace(filled(), incident=Incident("a", "r", "Battles", "x", "armed_clash"))
    made = publish([row], [], options, store=store)
    page = unpacked(IncidentMap(made.located, store=store, title="x").to_html().encode())
    quiet = unpacked(
        IncidentMap(made.located, store=store, title="x", unnamed=made.unnamed).to_html().encode()
    )
    assert b"Raqqa" in page
    assert b"Raqqah" not in quiet


def test_coarse_places_hide_the_names_of_towns_around_them() -> None:
    store = Store.open()
    row = filled()
    options = PublishOptions(coarsen=(Coarsen.parse(f"id-{SECRET}=50km"),), withhold=(SECRET,))
    made = publish([row], [], options, store=store)
    page = unpacked(IncidentMap(made.located, store=store, title="x").to_html().encode())
    assert b"Raqqah" not in page
    assert b"Aleppo" in page
