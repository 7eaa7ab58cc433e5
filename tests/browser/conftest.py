"""A real Chromium, opened once, with every request and every error written down."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "geo"))

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
DRIVER = shutil.which("chromedriver")
QUIET = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run", "--hide-scrollbars",
    "--window-size=1280,800", "--host-resolver-rules=MAP * ~NOTFOUND",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A driver; skips, or fails where a browser is a must."""
    if not (CHROMIUM and DRIVER):
        missing = "no Chromium with its driver was found: the tests in a browser did not run"
        if os.environ.get("INCIDENT_MAPPER_REQUIRE_BROWSER"):
            pytest.fail(missing)
        pytest.skip(missing)
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    for argument in QUIET:
        options.add_argument(argument)
    options.binary_location = CHROMIUM
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    driver.set_script_timeout(60)
    yield driver
    driver.quit()


class Page:
    """One map in the browser, with what it asked for and what it complained of."""

    def __init__(self, driver: Any, url: str) -> None:
        self.driver = driver
        self.url = url

    def run(self, script: str, *arguments: Any) -> Any:
        """The value of a script; `app` is the map's own object."""
        return self.driver.execute_script(
            f"const app = window.IncidentMapper?.apps?.[0];{script}", *arguments
        )

    def wait(self, condition: str, seconds: float = 20.0) -> Any:
        from selenium.webdriver.support.ui import WebDriverWait

        return WebDriverWait(self.driver, seconds, 0.05).until(
            lambda _: self.run(f"return {condition}")
        )

    def size(self, width: int, height: int, **features: str) -> None:
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
        )
        self.driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia",
            {
                "media": "",
                "features": [
                    {"name": n.replace("_", "-"), "value": v} for n, v in features.items()
                ],
            },
        )

    def requests(self) -> list[str]:
        """Addresses asked for since the page was opened, the page itself left out."""
        asked = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                asked.append(message["params"]["request"]["url"])
        return [
            url for url in asked if url.split("#")[0] != self.url and not url.startswith("about:")
        ]

    def complaints(self) -> list[str]:
        return [
            e["message"]
            for e in self.driver.get_log("browser")
            if e["level"] in {"SEVERE", "WARNING"}
        ]


@pytest.fixture
def opened(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Open markup from disk and wait until its map is drawn."""

    def open_page(
        html: str,
        *,
        anchor: str = "",
        wait: bool = True,
        width: int = 1280,
        height: int = 800,
        **media: str,
    ) -> Page:
        path = tmp_path / "map.html"
        path.write_text(html, encoding="utf-8")
        chromium.get("about:blank")
        chromium.get_log("performance")
        chromium.get_log("browser")
        page = Page(chromium, path.as_uri())
        page.size(width, height, **media)
        chromium.get(path.as_uri() + anchor)
        if wait:
            page.wait("app && app.started && app.data.texts !== null")
        return page

    yield open_page
    chromium.get("about:blank")
