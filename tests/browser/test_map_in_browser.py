"""The map as its reader meets it: nothing asked for, nothing run, everything reachable."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import folium
import pytest
from map_cases import HOSTILE, REPORT, footprint, hostile, incident, many, resolution, three
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from shapely import box

from geo.maps import IncidentMap
from geo.model import LocatedIncident
from geo.standalone import iframe, web_text

Open = Callable[..., Any]


def plain_map(**options: Any) -> str:
    return IncidentMap(three(), [REPORT], **{"title": "Three incidents", **options}).to_html()


def test_nothing_is_asked_for_and_nothing_complains(opened: Open) -> None:
    page = opened(plain_map())
    assert page.requests() == []
    assert page.complaints() == []


def test_hostile_text_is_shown_and_never_run(opened: Open) -> None:
    located, reports = hostile()
    bad = " ".join(HOSTILE)
    html = IncidentMap(
        located, reports, title=bad, subtitle=bad, notes=[bad], story={bad: bad}
    ).to_html()
    page = opened(html)
    page.run("app.select(0, {fly: true, focus: true})")
    for panel in ("details",):
        page.run(f"document.querySelectorAll('{panel}').forEach((d) => {{ d.open = true; }})")
    page.run("app.filter.search(arguments[0])", bad)
    page.run("app.surface.redraw()")
    assert page.run("return window.pwned") is None
    assert page.complaints() == []
    text = page.run("return document.body.textContent")
    for words in HOSTILE:
        assert words in text, words
    assert (
        page.run(
            "return [...document.querySelectorAll('a')].filter((a) => !/^(https?:|#)/.test(a.getAttribute('href'))).length"
        )
        == 0
    )
    assert (
        page.run(
            "return document.querySelectorAll('img, svg[onload], [onmouseover], [style*=pwned]').length"
        )
        == 0
    )


def test_hostile_text_stays_inert_on_a_map_of_folium(opened: Open) -> None:
    located, reports = hostile()
    figure_map = folium.Map(location=[35, 38], zoom_start=6, tiles=None)
    IncidentMap(located, reports, title=HOSTILE[1]).add_to(figure_map)
    page = opened(offline(figure_map.get_root().render()))
    page.run("app.select(0)")
    page.wait("document.querySelector('.leaflet-popup .im-card')")
    assert page.run("return window.pwned") is None
    assert HOSTILE[4] in page.run("return document.querySelector('.leaflet-popup').textContent")


def offline(markup: str) -> str:
    """Folium's page with Leaflet in place and its other links taken out."""
    import re

    markup = re.sub(
        r'<script src="[^"]*/leaflet@[^"]*"></script>',
        lambda _: f"<script>{web_text('vendor/leaflet.js')}</script>",
        markup,
    )
    return re.sub(r'<script src="https:[^"]*"></script>|<link [^>]*href="https:[^>]*>', "", markup)


def test_a_hostile_fragment_stays_inert(opened: Open) -> None:
    located, reports = hostile()
    page = opened(
        "<!DOCTYPE html><meta charset=utf-8>"
        + IncidentMap(located, reports, title=HOSTILE[1]).to_fragment(name="m1")
    )
    page.run("app.select(0, {})")
    assert page.run("return window.pwned") is None


def test_two_maps_of_a_page_share_the_code_of_one(opened: Open) -> None:
    first = IncidentMap(three(), [REPORT], title="First").to_fragment(name="first")
    second = IncidentMap(three()[:1], [REPORT], title="Second").to_fragment(
        name="second", carry_code=False
    )
    assert len(second) < len(first) / 3
    page = opened(f"<!DOCTYPE html><meta charset=utf-8>{second}<p>Between</p>{first}")
    page.wait("IncidentMapper.apps.length === 2 && IncidentMapper.apps.every((a) => a.started)")
    assert sorted(page.run("return IncidentMapper.apps.map((a) => a.data.n)")) == [1, 4]
    assert page.run("return location.hash") == ""


def test_a_sandboxed_frame_draws_the_map(opened: Open, tmp_path: Any) -> None:
    inner = tmp_path / "inner.html"
    inner.write_text(plain_map(), encoding="utf-8")
    page = opened(f"<!DOCTYPE html>{iframe('inner.html', title='x')}", wait=False)
    page.driver.switch_to.frame(0)
    page.wait("app && app.started")
    assert page.run("return document.querySelectorAll('.im-item').length") == 4
    page.driver.switch_to.default_content()


def test_a_srcdoc_frame_draws_the_map(opened: Open) -> None:
    page = opened("<!DOCTYPE html>" + IncidentMap(three(), [REPORT])._repr_html_(), wait=False)
    page.driver.switch_to.frame(0)
    page.wait("app && app.started && app.data.texts")
    page.run("app.select(0, {})")
    assert "Quote number 0" in page.run("return document.querySelector('.im-card').textContent")
    page.driver.switch_to.default_content()


AREAS = 2
"""Which canvas of the surface shows what; between them lies the ground of very many areas."""


def colours(page: Any, canvas: int) -> int:
    """How many different colours a canvas shows."""
    return page.run(
        """const c = document.querySelectorAll('.im-surface canvas')[arguments[0]];
        const d = new Uint32Array(c.getContext('2d').getImageData(0, 0, c.width, c.height).data.buffer);
        const seen = new Set(); for (let i = 0; i < d.length; i += 7) seen.add(d[i]); return seen.size;""",
        canvas,
    )


def pixel(page: Any, lng: float, lat: float) -> list[int]:
    return page.run(
        """const p = app.map.project([arguments[1], arguments[0]], app.surface.seen.zoom), v = app.surface.seen;
        const c = document.querySelectorAll('.im-surface canvas')[2], k = c.width / v.w;
        return [...c.getContext('2d').getImageData(Math.round((p.x - v.x) * k), Math.round((p.y - v.y) * k), 1, 1).data];""",
        lng,
        lat,
    )


def test_areas_are_drawn_where_they_are_and_nowhere_else(opened: Open) -> None:
    page = opened(plain_map())
    assert colours(page, AREAS) > 20
    assert pixel(page, 47.9, 29.6)[3] > 0
    assert pixel(page, 49.2, 33.0)[3] == 0
    assert pixel(page, 36.9, 33.0)[3] == 0


def test_the_inner_area_is_denser_than_the_outer(opened: Open) -> None:
    area = footprint(box(36, 32, 44, 38), box(39, 34, 41, 36), 2)
    page = opened(IncidentMap([LocatedIncident(incident(0), resolution(area))], [REPORT]).to_html())
    assert pixel(page, 40.9, 34.1)[3] > pixel(page, 43.5, 37.5)[3] > 0


def test_a_symbol_stands_in_only_while_the_region_is_smaller(opened: Open) -> None:
    page = opened(plain_map())
    far = page.run("return app.marks.sort(app.surface.view(0)).symbols.length")
    page.run("app.map.setView([35.0, 38.2], 14, {animate: false})")
    near = page.run(
        "const s = app.marks.sort(app.surface.view(0)); return [s.symbols.length, s.areas.length]"
    )
    assert (far, near) == (1, [0, 1])


def test_layers_facets_time_and_words_are_one_filter(opened: Open) -> None:
    page = opened(plain_map())

    def state() -> list[int]:
        page.driver.execute_async_script(
            "requestAnimationFrame(() => requestAnimationFrame(arguments[0]))"
        )
        return page.run(
            "return [app.filter.count, document.querySelectorAll('.im-item').length, [...app.marks.live].reduce((a, b) => a + b)]"
        )

    assert state() == [4, 4, 3]
    page.driver.find_element("css selector", ".im-layers .im-row input").click()
    assert state() == [3, 3, 2]
    assert "3 records" in page.run("return document.querySelector('.im-count').textContent")
    page.run("app.filter.reset()")
    page.run("app.filter.span(18718, 18730)")
    assert state() == [2, 2, 1]
    page.run("app.filter.reset()")
    search = page.driver.find_element("css selector", ".im-search")
    search.send_keys('"quote number 2"')
    page.wait("app.filter.query && app.filter.count === 1")
    assert state() == [1, 1, 1]
    search.clear()
    page.run("app.filter.reset()")
    facet = page.run("return app.filter.facets.actor.names.indexOf('Militias')")
    page.run("app.filter.set('actor', arguments[0], false)", facet)
    assert state() == [3, 3, 2]


def test_counts_say_records_and_events(opened: Open) -> None:
    page = opened(plain_map())
    rows = page.run(
        "return [...document.querySelectorAll('.im-layers .im-row')].map((r) => r.textContent)"
    )
    assert any("Drone attacks" in row and "1 record, at least 5 events" in row for row in rows)
    assert "4 records, at least 10 events" in page.run(
        "return document.querySelector('.im-count').textContent"
    )


def test_a_card_says_everything_and_steps_on(opened: Open) -> None:
    page = opened(plain_map())
    page.run("app.select(1, {fly: true, focus: true})")
    card = page.run("return document.querySelector('.im-card').textContent")
    for words in (
        "since April", "2021-04/..", "Since 1 April 2021, open end", "near the river", "River", "Militias", "a depot",
        "at least 5 events", "officials", "Near a river that is known.", "Made by hand.", "Quote number 1", "A report",
    ):  # fmt: skip
        assert words in card, words
    link = page.run(
        "const a = document.querySelector('.im-card a'); return [a.href, a.rel, a.target]"
    )
    assert link == ["https://example.org/report?a=1&b=2", "noopener noreferrer", "_blank"]
    assert page.run("return document.activeElement.className") == "im-cardtitle"
    page.driver.find_element("css selector", ".im-cardbar [aria-label='Next incident']").click()
    assert page.run("return app.selected") != 1
    page.run(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}))"
    )
    assert page.run(
        "return [app.selected, document.activeElement.className.includes('im-item')]"
    ) == [-1, True]


def test_the_unmapped_are_listed_with_the_reason(opened: Open) -> None:
    page = opened(plain_map())
    page.run("app.select(3, {})")
    assert "No such place in the gazetteer." in page.run(
        "return document.querySelector('.im-card').textContent"
    )


def test_the_hash_carries_view_filter_and_selection(opened: Open) -> None:
    html = plain_map()
    page = opened(html)
    page.run(
        "app.filter.set('kind', 0, false); app.filter.span(18718, 18806); app.map.setView([34, 41], 7.5, {animate: false}); app.select(1, {})"
    )
    anchor = "#" + page.run("return app.hash()")
    again = opened(html, anchor=anchor)
    again.wait("app.selected === 1")
    (view, rest), (view_again, rest_again) = (
        h.split("map=")[1].split("&", 1) for h in (anchor, again.run("return app.hash()"))
    )
    assert rest == rest_again
    assert [float(v) for v in view_again.split("/")] == pytest.approx(
        [float(v) for v in view.split("/")], abs=0.01
    )
    assert again.run("return app.filter.shown[0]") == 0


@pytest.mark.parametrize(
    "anchor", ["#map=x/y", "#i=%E0%A4%A", "#off.kind=nothing&t=a..b", "#im-list", "#<img>"]
)
def test_a_broken_hash_does_no_harm(opened: Open, anchor: str) -> None:
    page = opened(plain_map(), anchor=anchor)
    assert page.run("return app.filter.count") == 4
    assert page.complaints() == []


def downloaded(page: Any, call: str) -> str:
    return page.driver.execute_async_script(
        """const done = arguments[1], app = IncidentMapper.apps[0], made = URL.createObjectURL;
        URL.createObjectURL = (blob) => { URL.createObjectURL = made; blob.text().then(done); return made.call(URL, blob); };
        document.querySelectorAll('.im-menubox button')[arguments[0]].click();""",
        int(call),
    )


def test_download_as_geojson_and_csv_is_what_is_shown(opened: Open) -> None:
    page = opened(plain_map())
    page.run("app.filter.set('kind', 0, false)")
    collection = json.loads(downloaded(page, "0"))
    assert len(collection["features"]) == 3
    assert collection["reports"][0]["sha256"] == REPORT.sha256
    first = next(f for f in collection["features"] if f["properties"]["kind"] == "drone_attack")
    (west, south), *_ = first["geometry"]["coordinates"][0][0]
    assert abs(west - 39.0) < 10
    assert abs(south - 33) < 5
    assert first["properties"]["count_max"] is None
    table = downloaded(page, "1").lstrip("\ufeff").splitlines()
    assert len(table) == 4
    assert table[0].startswith("incident_id,")


def test_a_cell_cannot_become_a_formula(opened: Open) -> None:
    row = LocatedIncident(
        incident(0, targets=('=HYPERLINK("http://x")',), weapons=("+1",)), resolution(None)
    )
    page = opened(IncidentMap([row], [REPORT]).to_html())
    table = downloaded(page, "1")
    assert "'=HYPERLINK" in table
    assert "'+1" in table


def test_pictures_hold_title_and_areas(opened: Open) -> None:
    page = opened(plain_map(title="Title & <picture>"))
    drawing = downloaded(page, "3")
    assert drawing.startswith("<svg ")
    assert "Title &#38; &#60;picture&#62;" in drawing
    assert "<pattern" in drawing
    assert "script" not in drawing
    page.driver.execute_async_script(
        "const done = arguments[0], made = URL.createObjectURL; URL.createObjectURL = (b) => { window.png = [b.type, b.size]; return made.call(URL, b); }; document.querySelectorAll('.im-menubox button')[2].click(); setTimeout(done, 800);"
    )
    kind, size = page.run("return window.png")
    assert kind == "image/png"
    assert size > 20_000
    assert page.complaints() == []


def test_every_control_is_reached_by_the_tab_key(opened: Open) -> None:
    page = opened(plain_map())
    seen = []
    for _ in range(60):
        ActionChains(page.driver).send_keys(Keys.TAB).perform()
        name = page.run(
            "const e = document.activeElement; return e.getAttribute('aria-label') || e.className || e.tagName"
        )
        if name in seen[:1] and len(seen) > 10:
            break
        seen.append(name)
    order = " | ".join(seen)
    for words in (
        "im-skip",
        "Light or dark",
        "Save or share",
        "Zoom in",
        "Show all incidents",
        "Play through",
        "From",
        "To",
        "Search places",
        "im-item",
    ):
        assert words in order, (words, order)
    assert (
        order.index("Light or dark")
        < order.index("Zoom in")
        < order.index("Play through")
        < order.index("Search places")
        < order.index("im-item")
    )


def test_time_is_moved_by_the_keyboard(opened: Open) -> None:
    page = opened(plain_map())
    handle = page.driver.find_element("css selector", ".im-handle")
    handle.send_keys(Keys.PAGE_UP)
    assert page.run("return app.filter.first") is not None
    assert "2021" in handle.get_attribute("aria-valuetext")
    assert (
        page.run(
            "return document.querySelector('.im-count [role=status]').getAttribute('aria-live')"
        )
        == "polite"
    )


def test_a_click_on_an_area_opens_its_incident(opened: Open) -> None:
    page = opened(plain_map())
    page.run("const p = app.map.latLngToContainerPoint([30.2, 46.5]); window.at = [p.x, p.y]")
    x, y = page.run(
        "const r = app.map.getContainer().getBoundingClientRect(); return [r.left + at[0], r.top + at[1]]"
    )
    ActionChains(page.driver).move_by_offset(round(x), round(y)).click().perform()
    ActionChains(page.driver).move_by_offset(-round(x), -round(y)).perform()
    page.wait("app.selected === 1")


def test_story_goes_in_the_given_order(opened: Open) -> None:
    page = opened(plain_map(story={"i2": "First, shells.", "i0": "Then strikes."}))
    assert page.run("return [app.selected, document.querySelector('.im-caption').textContent]") == [
        2,
        "First, shells.",
    ]
    page.driver.find_element("css selector", ".im-storybar [aria-label='Next incident']").click()
    assert page.run("return [app.selected, document.querySelector('.im-caption').textContent]") == [
        0,
        "Then strikes.",
    ]


@pytest.mark.parametrize("lang", ["fr", "es", "ar", "ru", "uk"])
def test_every_language_speaks(opened: Open, lang: str) -> None:
    page = opened(plain_map(lang=lang))
    assert page.run("return document.documentElement.lang") == lang
    assert page.run("return document.documentElement.dir") == ("rtl" if lang == "ar" else "ltr")
    english = IncidentMap(three()).words()
    shown = page.run(
        "return document.querySelector('.im-panel').textContent + document.querySelector('.im-time').textContent"
    )
    for key in ("layers", "sort_newest", "in_view"):
        assert english[key] not in shown
    assert page.complaints() == []


def test_a_phone_has_no_sideways_scroll_and_the_list_below(opened: Open) -> None:
    page = opened(plain_map(), width=360, height=740)
    assert page.run("return document.documentElement.scrollWidth") <= 360
    top = "getBoundingClientRect().top"
    assert page.run(
        f"return document.querySelector('.im-panel').{top} > document.querySelector('.im-stage').{top}"
    )


def test_reduced_motion_moves_at_once(opened: Open) -> None:
    page = opened(plain_map(), prefers_reduced_motion="reduce")
    page.run("app.map.setView([35, 38.2], 4, {animate: false}); app.select(2, {fly: true})")
    assert page.run("return app.map.getZoom()") > 8


def test_dark_follows_the_system_and_the_button(opened: Open) -> None:
    page = opened(plain_map(), prefers_color_scheme="dark")
    assert page.run("return app.themeName()") == "dark"
    page.driver.find_element("css selector", "[aria-label='Light or dark']").click()
    assert page.run("return app.themeName()") == "light"


def test_a_thousand_incidents_gather_instead_of_piling_up(opened: Open) -> None:
    page = opened(IncidentMap(many(1000, 200), [REPORT]).to_html())
    page.run("app.map.setZoom(4, {animate: false})")
    spots = page.run(
        "return app.marks.hits.filter((s) => s.radius).map((s) => [s.x, s.y, s.radius, s.records])"
    )
    assert sum(s[3] for s in spots) <= 1000
    for i, a in enumerate(spots):
        for b in spots[i + 1 :]:
            assert ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5 > (a[2] + b[2]) * 0.8


def test_across_the_antimeridian_the_map_stays_whole(opened: Open) -> None:
    east = footprint(box(178.0, -18.5, 179.5, -17.0), box(178.4, -18, 179, -17.5), 4)
    west = footprint(box(-179.5, -17.5, -178.5, -16.0), box(-179.2, -17, -178.8, -16.4), 4)
    rows = [
        LocatedIncident(incident(0), resolution(east)),
        LocatedIncident(incident(1), resolution(west)),
    ]
    page = opened(IncidentMap(rows, [REPORT]).to_html())
    assert page.run("return app.map.getZoom()") > 5
    assert page.run("return app.marks.sort(app.surface.view(0)).areas.length") == 2


def test_names_in_a_text_and_places_on_the_map_lead_to_each_other(opened: Open) -> None:
    text = "First the river, then the hills. " + HOSTILE[1]
    page = opened(plain_map(text=(text, [(6, 15), (22, 31)])))
    assert HOSTILE[1] in page.run("return document.querySelector('.im-report').textContent")
    marks = page.driver.find_elements("css selector", ".im-mark")
    assert [mark.text for mark in marks] == ["the river", "the hills"]
    marks[1].click()
    assert page.run("return app.selected") == 1
    page.run("app.select(0, {})")
    assert marks[0].get_attribute("aria-current") == "true"
    assert marks[1].get_attribute("aria-current") is None
    assert page.run("return window.pwned") is None
    assert page.complaints() == []
