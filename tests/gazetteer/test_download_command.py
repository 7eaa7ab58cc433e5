"""`gazetteer add --download`: what it says before it fetches, and that it fetches when told."""

from __future__ import annotations

import http.server
import io
import socket
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from geo.cli import main

_LINE = "9000001\tZarqun\tZarqun\t\t36.2\t37.1\tP\tPPL\tSY\t\t09\t\t\t\t4100\t\t390\tAsia/Damascus\t2024-01-01\n"


class _Server(http.server.BaseHTTPRequestHandler):
    body = b""
    cut: int | None = None
    asked: list[tuple[str, str | None]] = []  # noqa: RUF012

    def do_HEAD(self) -> None:
        self.asked.append(("HEAD", None))
        self._head(0)

    def do_GET(self) -> None:
        wanted = self.headers.get("Range")
        self.asked.append(("GET", wanted))
        start = int(wanted[6:-1]) if wanted else 0
        self._head(start)
        stop, type(self).cut = self.cut, None
        self.wfile.write(self.body[start : stop or len(self.body)])

    def _head(self, start: int) -> None:
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(self.body) - start))
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[type[_Server]]:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("SY.txt", _LINE)
    _Server.body, _Server.cut, _Server.asked = packed.getvalue(), None, []
    monkeypatch.setenv("INCIDENT_MAPPER_DATA", str(tmp_path))
    with http.server.HTTPServer(("127.0.0.1", 0), _Server) as listening:
        monkeypatch.setattr(
            "gazetteer.download._GEONAMES", f"http://127.0.0.1:{listening.server_port}"
        )
        thread = threading.Thread(target=listening.serve_forever, daemon=True)
        thread.start()
        yield _Server
        listening.shutdown()
        thread.join()


def _run(*arguments: str, say: str = "") -> tuple[int, str]:
    result = CliRunner().invoke(main, ["gazetteer", "add", *arguments], input=say)
    return result.exit_code, result.output


def test_it_names_what_and_how_big_and_takes_no_for_an_answer(server: type[_Server]) -> None:
    _, told = _run("--download", "geonames:SY", say="n\n")
    assert "SY.zip" in told
    assert f"{len(server.body):,}" in told or "kB" in told or "MB" in told
    assert server.asked == [("HEAD", None)]


def test_a_cut_is_said_and_the_next_time_goes_on(server: type[_Server], tmp_path: Path) -> None:
    server.cut = 60
    code, told = _run("--download", "geonames:SY", "--yes", "--quiet")
    assert code != 0
    assert "ask again" in told
    code, told = _run("--download", "geonames:SY", "--yes", "--quiet")
    assert (code, server.asked[-1]) == (0, ("GET", "bytes=60-")), told
    assert list(tmp_path.rglob("problems.txt"))


def test_what_is_not_the_file_is_refused(server: type[_Server], tmp_path: Path) -> None:
    server.body = b"<html>not a dump</html>"
    code, told = _run("--download", "geonames:SY", "--yes", "--quiet")
    assert code != 0
    assert "damaged" in told
    assert not list(tmp_path.rglob("*.zip"))


def test_nothing_is_asked_of_the_network_without_the_word(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setenv("INCIDENT_MAPPER_DATA", str(tmp_path / "user"))
    monkeypatch.setattr(socket.socket, "connect", refuse)
    path = tmp_path / "SY.txt"
    path.write_text(_LINE, "utf-8")
    code, told = _run(str(path), "--quiet")
    assert code == 0, told
