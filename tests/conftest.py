"""Fixtures for all tests: the network is shut, the embedded gazetteer is open."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from hypothesis import settings

from gazetteer.resolver import Gazetteer

ROOT = Path(__file__).resolve().parent.parent
# The gate tries the same examples on every run; at a desk each run tries new ones. Neither
# fails for being slow: machines are noisy, and speed has its benchmarks.
settings.register_profile("desk", deadline=None)
settings.register_profile("gate", deadline=None, derandomize=True)
settings.load_profile("gate" if os.environ.get("CI") else "desk")
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}


def pytest_report_header() -> list[str]:
    import folium
    import numpy
    import shapely

    geos = f"(GEOS {shapely.geos_version_string})"
    versions = (f"folium {folium.__version__}", f"shapely {shapely.__version__} {geos}")
    return [", ".join((*versions, f"numpy {numpy.__version__}"))]


_skipped: list[str] = []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    # Benchmarks are off unless asked for; whatever else is skipped was not tested.
    if report.skipped and not report.nodeid.startswith("tests/benchmarks/"):
        _skipped.append(report.nodeid)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    if report.skipped and not report.nodeid.startswith("tests/benchmarks/"):
        _skipped.append(report.nodeid)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where everything must be there, a skipped test is a failed run."""
    if os.environ.get("INCIDENT_MAPPER_REQUIRE_ALL") and _skipped and session.exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if os.environ.get("INCIDENT_MAPPER_REQUIRE_ALL") and _skipped:
        terminalreporter.write_line("skipped, though all must run:", red=True)
        for nodeid in _skipped:
            terminalreporter.write_line(f"  {nodeid}")


@pytest.fixture(autouse=True)
def _network_is_shut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the loopback may be reached, which the browser's driver needs."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if self.family != socket.AF_UNIX:
            host = address[0] if isinstance(address, tuple) else address
            if host not in _LOOPBACK:
                raise AssertionError(f"a test tried to reach {host!r}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def _no_gazetteers_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path_factory) -> None:
    """What the person at this machine has added must not change a test."""
    monkeypatch.setenv("INCIDENT_MAPPER_DATA", str(tmp_path_factory.getbasetemp() / "user"))


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The embedded gazetteer, opened once."""
    return Gazetteer.open()


@pytest.fixture(scope="session")
def seed_path() -> Path:
    return ROOT / "seeds" / "2021-06-28-us-airstrikes-iraq-syria.txt"
