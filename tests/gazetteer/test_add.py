"""Gazetteers that the user adds: listed, repeated, replaced, removed; precedence; downloads."""

from __future__ import annotations

import http.server
import io
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from gazetteer.add import (
    KINDS,
    add_source,
    kind_of,
    list_sources,
    remove_source,
    user_directory,
    user_segments,
)
from gazetteer.download import describe, download
from gazetteer.errors import SourceError
from gazetteer.model import Bounds, FeatureClass
from gazetteer.names import fold, skeleton
from gazetteer.store import Store


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.open()


def _csv(path: Path, *rows: str) -> Path:
    path.write_text("id,name,names,lat,lon,class,country\n" + "\n".join(rows) + "\n", "utf-8")
    return path


def _dump(path: Path, *rows: tuple[str, str, str, str, str]) -> Path:
    """A GeoNames dump of id, name, lat, lng, feature code."""
    lines = [
        f"{key}\t{name}\t{name}\t\t{lat}\t{lng}\t{'A' if code.startswith('ADM') else 'P'}\t{code}"
        "\tSY\t\t07\t\t\t\t100\t\t\tAsia/Damascus\t2020-01-01"
        for key, name, lat, lng, code in rows
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_a_table_on_top_of_the_embedded_gazetteer(store: Store, tmp_path: Path) -> None:
    path = _csv(
        tmp_path / "Our Sites.csv",
        "1,Checkpoint Quebec Zulu,نقطة كيو,35.3,40.1,checkpoint,",
        "2,Half a row",
        "3,Camp Yankee Xray,,35.4,40.2,camp,SY",
    )
    told: list[int] = []
    added = add_source(path, store=store, directory=tmp_path / "user", advance=told.append)
    assert (added.name, added.kind, added.places, added.unreadable) == ("our-sites", "table", 2, 1)
    assert sum(told) == 3
    assert added.examples[0].startswith("line 3: ")
    assert (added.folder / "problems.txt").read_text("utf-8").splitlines() == list(added.examples)

    both = Store.open(extra=user_segments(tmp_path / "user"))
    assert both.size == store.size + 2
    (row,) = both.rows_named(fold("Checkpoint Quebec Zulu"))
    place = both.place(int(row))
    assert place.place_id == "our-sites:1"
    assert (place.country_code, place.admin1) == ("SY", "ne:admin1:SY.dayr-az-zawr")
    assert both.rows_named(fold("نقطة كيو")).tolist() == [row]
    assert row in both.rows_with_skeleton(skeleton("Chekpoint Kebek Zulu"))
    assert row in both.rows_near_skeleton(skeleton("Checkpoint Quebe Zulu"), country_code="SY")
    assert row in both.rows_within(Bounds(40.0, 35.2, 40.2, 35.35))
    assert both.row_of("our-sites:1") == row
    # the embedded rows keep their numbers
    assert both.rows_named("damascus").tolist() == store.rows_named("damascus").tolist()
    for name in ("lng", "country", "feature_class", "admin1", "population"):
        rows = np.array([0, store.size - 1, row])
        assert both.take(name, rows).tolist() == both.column(name)[rows].tolist()
        assert both.take(name, rows).tolist()[:2] == store.column(name)[rows[:2]].tolist()
    assert both.place(int(both.column("admin1")[row])).place_id == place.admin1
    assert both.take("lng", np.empty(0, dtype=np.int64)).size == 0
    assert [s["name"] for s in both.info()["segments"]] == ["embedded", "our-sites"]  # type: ignore[attr-defined]


def test_adding_again_changes_nothing_and_changed_replaces(store: Store, tmp_path: Path) -> None:
    path = _csv(tmp_path / "mine.csv", "1,Here,,35,40,town,SY")
    first = add_source(path, store=store, directory=tmp_path / "user")
    stamp = (first.folder / "manifest.json").stat().st_mtime_ns
    again = add_source(path, store=store, directory=tmp_path / "user")
    assert again.unchanged
    assert not first.unchanged
    assert (first.folder / "manifest.json").stat().st_mtime_ns == stamp
    _csv(path, "1,Here,,35,40,town,SY", "2,There,,35,41,town,SY")
    changed = add_source(path, store=store, directory=tmp_path / "user")
    assert (changed.places, changed.unchanged) == (2, False)
    assert [a.name for a in list_sources(tmp_path / "user")] == ["mine"]
    assert remove_source("mine", tmp_path / "user").places == 2
    assert list_sources(tmp_path / "user") == ()
    with pytest.raises(SourceError, match="no source 'mine'"):
        remove_source("mine", tmp_path / "user")


def test_an_interruption_leaves_what_was_there(store: Store, tmp_path: Path) -> None:
    path = _csv(tmp_path / "mine.csv", "1,Here,,35,40,town,SY")
    before = add_source(path, store=store, directory=tmp_path / "user")
    _csv(path, "1,Elsewhere,,35,40,town,SY")

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add_source(path, store=store, directory=tmp_path / "user", advance=interrupt)
    assert list_sources(tmp_path / "user") == (before,)
    assert [p.name for p in (tmp_path / "user").iterdir()] == ["mine"]


def test_a_source_with_no_place_is_refused(store: Store, tmp_path: Path) -> None:
    path = _csv(tmp_path / "mine.csv", "1,Here,,95,40,town,SY")
    with pytest.raises(SourceError, match=r"not one place.*globe"):
        add_source(path, store=store, directory=tmp_path / "user")
    assert user_segments(tmp_path / "user") == ()


def test_a_dump_replaces_rows_and_keeps_to_embedded_units(store: Store, tmp_path: Path) -> None:
    path = _dump(
        tmp_path / "SY.txt",
        ("170794", "Deir ez-Zor Renamed", "35.33", "40.14", "PPLA"),
        ("170792", "Deir ez-Zor", "35.3", "40.1", "ADM1"),
        ("77777777", "Qaryat Quebec", "35.31", "40.11", "PPL"),
        ("77777778", "Manţiqat Quebec", "35.31", "40.11", "ADM2"),
    )
    (tmp_path / "admin1CodesASCII.txt").write_text("SY.07\tDeir ez-Zor\tDeir ez-Zor\t170792\n")
    assert kind_of(path) == "geonames"
    added = add_source(path, store=store, directory=tmp_path / "user")
    assert (added.places, sum(added.left_out.values())) == (3, 1)
    both = Store.open(extra=[added.folder])
    row = both.row_of("geonames:170794")
    assert row is not None
    assert row >= store.size
    assert both.place(row).name == "Deir ez-Zor Renamed"
    # the embedded row of the same id is outranked wherever rows are asked for
    old = store.row_of("geonames:170794")
    assert old in store.rows_named("deir ez zor")
    assert old not in both.rows_named("deir ez zor")
    assert old not in both.rows_within(Bounds(40.0, 35.0, 40.3, 35.5))
    (new,) = both.rows_named(fold("Manţiqat Quebec"))
    assert both.place(int(new)).feature_class is FeatureClass.ADMIN2
    assert both.place(int(new)).admin1 == "ne:admin1:SY.dayr-az-zawr"
    assert len(both.admin1_units("SY")) == len(store.admin1_units("SY"))


def test_the_higher_precedence_speaks(store: Store, tmp_path: Path) -> None:
    dump = _dump(tmp_path / "a.txt", ("77777777", "From the dump", "35.31", "40.11", "PPL"))
    other = _dump(tmp_path / "b.txt", ("77777777", "From the other", "35.31", "40.11", "PPL"))
    add_source(dump, store=store, directory=tmp_path / "user", precedence=99)
    add_source(other, store=store, directory=tmp_path / "user")
    assert [a.precedence for a in list_sources(tmp_path / "user")] == [KINDS["geonames"], 99]
    both = Store.open(extra=user_segments(tmp_path / "user"))
    row = both.row_of("geonames:77777777")
    assert row is not None
    assert both.place(row).name == "From the dump"
    assert both.rows_named(fold("From the other")).size == 0
    # a new precedence is a change
    add_source(other, store=store, directory=tmp_path / "user", precedence=100)
    both = Store.open(extra=user_segments(tmp_path / "user"))
    assert both.place(both.row_of("geonames:77777777") or 0).name == "From the other"


def test_kinds_are_told_from_files(tmp_path: Path) -> None:
    assert kind_of(_csv(tmp_path / "a.csv", "1,A,,1,2,town,SY")) == "table"
    (tmp_path / "a.geojson").write_text('{"type": "FeatureCollection", "features": []}')
    assert kind_of(tmp_path / "a.geojson") == "table"
    with pytest.raises(SourceError, match="no such file"):
        kind_of(tmp_path / "nothing.csv")
    (tmp_path / "a.xyz").write_text("?")
    with pytest.raises(SourceError, match="not known"):
        kind_of(tmp_path / "a.xyz")


def test_wrong_arguments_are_said(store: Store, tmp_path: Path) -> None:
    path = _dump(tmp_path / "a.txt", ("77777777", "X", "35.31", "40.11", "PPL"))
    with pytest.raises(SourceError, match="no kind"):
        add_source(path, store=store, kind="poem", directory=tmp_path)
    with pytest.raises(SourceError, match="column map"):
        add_source(path, store=store, columns={"name": "x"}, directory=tmp_path / "user")
    with pytest.raises(SourceError, match="letter"):
        add_source(path, store=store, name="..", directory=tmp_path)


def test_the_users_directory_can_be_moved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("INCIDENT_MAPPER_DATA", str(tmp_path))
    assert user_directory() == tmp_path / "gazetteers"
    monkeypatch.delenv("INCIDENT_MAPPER_DATA")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    assert user_directory().parts[-2:] == ("incident-mapper", "gazetteers")
    assert list_sources(tmp_path / "not there") == ()


# --- Downloads ---------------------------------------------------------------------------


def _zip(name: str, text: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, text)
    return buffer.getvalue()


class _Dumps(http.server.BaseHTTPRequestHandler):
    files: dict[str, bytes] = {}  # noqa: RUF012
    ranges: list[str | None] = []  # noqa: RUF012

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def do_GET(self) -> None:
        self.ranges.append(self.headers.get("Range"))
        self._answer(body=True)

    def _answer(self, *, body: bool) -> None:
        content = self.files.get(self.path.lstrip("/"))
        if content is None:
            self.send_error(404)
            return
        start = int((self.headers.get("Range") or "bytes=0-")[6:-1])
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(content) - start))
        self.end_headers()
        if body:
            self.wfile.write(content[start:])

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    _Dumps.files, _Dumps.ranges = {"XX.zip": _zip("XX.txt", "a\n" * 5000)}, []
    with http.server.HTTPServer(("127.0.0.1", 0), _Dumps) as listening:
        thread = threading.Thread(target=listening.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.server_port}"
        listening.shutdown()
        thread.join()


def test_a_download_is_described_then_fetched_once(server: str, tmp_path: Path) -> None:
    dump = describe("geonames:XX", base=server)
    assert (dump.filename, dump.size) == ("XX.zip", len(_Dumps.files["XX.zip"]))
    told: list[int] = []
    path = download(dump, tmp_path, advance=told.append)
    assert path.read_bytes() == _Dumps.files["XX.zip"]
    assert sum(told) == dump.size
    assert download(dump, tmp_path) == path
    assert len(_Dumps.ranges) == 1


def test_a_broken_off_download_goes_on(server: str, tmp_path: Path) -> None:
    content = _Dumps.files["XX.zip"]
    (tmp_path / ".XX.zip.part").write_bytes(content[:100])
    path = download(describe("geonames:XX", base=server), tmp_path)
    assert path.read_bytes() == content
    assert _Dumps.ranges == ["bytes=100-"]
    assert [p.name for p in tmp_path.iterdir()] == ["XX.zip"]


def test_a_damaged_download_is_thrown_away(server: str, tmp_path: Path) -> None:
    content = _Dumps.files["XX.zip"]
    (tmp_path / ".XX.zip.part").write_bytes(b"\0" * (len(content) - 10))
    with pytest.raises(SourceError, match="damaged"):
        download(describe("geonames:XX", base=server), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_downloaded_is_said(server: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="404"):
        describe("geonames:YY", base=server)
    for what in ("geonames:../etc/passwd", "elsewhere:XX", "geonames:"):
        with pytest.raises(SourceError, match="no dump"):
            describe(what, base=server)
