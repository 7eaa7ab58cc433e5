"""Nobody is shut out: axe-core finds nothing to complain of, in either theme."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from map_cases import REPORT, many, three

from geo.maps import IncidentMap
from geo.model import Quote

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def axe() -> str:
    """The code of axe-core, as `.ci/run` or `npm ci` in this folder fetched it."""
    file = HERE / "node_modules" / "axe-core" / "axe.min.js"
    if not file.exists():
        missing = f"axe-core is not there: `npm ci --ignore-scripts` in {HERE.name}/ fetches it"
        if os.environ.get("INCIDENT_MAPPER_REQUIRE_BROWSER"):
            pytest.fail(missing)
        pytest.skip(missing)
    return file.read_text("utf-8")


def violations(page: Any, axe: str) -> list[str]:
    # Given through the driver: the page's own policy would not let a foreign script in.
    page.driver.execute_script(axe + ";window.axe = axe;")
    found = page.driver.execute_async_script(
        "const done = arguments[0]; axe.run(document, {resultTypes: ['violations']}).then((r) => "
        "done(r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html.slice(0, 160) + ' ' + n.any.concat(n.all, n.none).map((a) => a.message).join('; ')).join(' || '))));"
    )
    return list(found)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_axe_finds_nothing(opened: Callable[..., Any], axe: str, theme: str, lang: str) -> None:
    page = opened(
        IncidentMap(three(), [REPORT], theme=theme, lang=lang, notes=["A note."]).to_html()
    )
    page.run("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert violations(page, axe) == []
    page.run("app.select(0, {})")
    assert violations(page, axe) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_among_a_thousand_on_a_phone(
    opened: Callable[..., Any], axe: str, theme: str
) -> None:
    page = opened(
        IncidentMap(many(1000, 60), [REPORT], story=True, theme=theme).to_html(),
        width=390,
        height=844,
    )
    assert violations(page, axe) == []
    page.run("app.back()")
    assert violations(page, axe) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_notice_walk_and_marks(
    opened: Callable[..., Any], axe: str, theme: str
) -> None:
    rows = three()
    first = replace(
        rows[0].incident, edited=("kind", "actors"), quotes=(Quote("", 0, 0, "report"),)
    )
    page = opened(
        IncidentMap(
            [replace(rows[0], incident=first), *rows[1:]],
            [REPORT],
            theme=theme,
            tiles="https://tiles.example/{z}/{x}/{y}.png",
            tiles_credit="Example",
        ).to_html()
    )
    page.run("document.querySelector('.im-walk').focus()")
    assert violations(page, axe) == []
    page.run("document.querySelector('.im-tiles .im-text').click(); app.select(0, {})")
    assert violations(page, axe) == []
