"""Fixtures for all tests: the network is shut, the embedded gazetteer is open."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from gazetteer.resolver import Gazetteer

ROOT = Path(__file__).resolve().parent.parent
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}


def pytest_report_header() -> list[str]:
    import folium
    import numpy
    import shapely

    return [
        f"folium {folium.__version__}, shapely {shapely.__version__} "
        f"(GEOS {shapely.geos_version_string}), numpy {numpy.__version__}"
    ]


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
def gazetteer() -> Iterator[Gazetteer]:
    """The embedded gazetteer, opened once."""
    yield Gazetteer.open()


@pytest.fixture(scope="session")
def seed_path() -> Path:
    return ROOT / "seeds" / "2021-06-28-us-airstrikes-iraq-syria.txt"
