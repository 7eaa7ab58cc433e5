"""What is drawn: areas without pins, labels on their edge, one picture a frame, both directions."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from typing import Any

import pytest
from map_cases import REPORT, disc, footprint, incident, many, resolution, three
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from shapely import box

from geo.maps import IncidentMap
from geo.model import LocatedIncident, Quote

Open = Callable[..., Any]

COUNTS = """const f = app.filter, c = f.counts;
return JSON.stringify([c.records, c.events(), [...c.ofKind], [...c.live], [...c.pairs], f.list.map((x) => [...x.tally]),
  f.bars ? [[...f.bars.exact], [...f.bars.spread].map((v) => Math.round(v * 1e4))] : 0]);"""


def frames(page: Any) -> None:
    page.driver.execute_async_script(
        "requestAnimationFrame(() => requestAnimationFrame(arguments[0]))"
    )


def one_area(**changes: Any) -> list[LocatedIncident]:
    area = footprint(box(40, 31, 46, 36), box(41, 32, 44, 34), 6)
    return [LocatedIncident(incident(0, **changes), resolution(area))]


def test_counts_kept_step_by_step_are_those_counted_afresh(opened: Open) -> None:
    page = opened(IncidentMap(many(600, 40), [REPORT]).to_html())
    rnd = random.Random(5)
    for _ in range(12):
        key = rnd.choice(["kind", "actor", "precision", "source"])
        page.run(
            "const f = app.filter.facets[arguments[0]]; app.filter.set(arguments[0], Math.floor(arguments[1] * f.names.length), arguments[2]);"
            "app.filter.span(app.time.min + arguments[3], app.time.min + arguments[4])",
            key,
            rnd.random(),
            rnd.random() < 0.4,
            rnd.randrange(200),
            rnd.randrange(200, 700),
        )
    kept = page.run(COUNTS)
    page.run("app.filter.recount()")
    assert kept == page.run(COUNTS)
    page.run("app.filter.reset()")
    assert page.run("return app.filter.count") == 600


def test_however_many_steps_one_picture_is_drawn_for_a_frame(opened: Open) -> None:
    page = opened(IncidentMap(many(200, 20), [REPORT]).to_html())
    drawn = page.driver.execute_async_script(
        """const done = arguments[0], app = IncidentMapper.apps[0], draw = app.surface.marks;
        let n = 0; app.surface.marks = function () { n++; return draw.call(this); };
        for (let i = 0; i < 5; i++) app.filter.set('kind', 0, i % 2);
        requestAnimationFrame(() => requestAnimationFrame(() => done(n)));"""
    )
    assert drawn == 1


def test_an_area_has_no_pin_and_its_label_lies_on_its_edge(opened: Open) -> None:
    page = opened(IncidentMap(one_area(), [REPORT]).to_html())
    hits = page.run("return app.marks.hits.map((h) => [h.radius || 0, h.x, h.y, h.half])")
    assert [hit[0] for hit in hits] == [0]
    _, x, y, (_half_width, half_height) = hits[0]
    north, middle = page.run(
        "const v = app.surface.seen, b = app.data.r90.box; return [b[1] * v.scale - v.y, app.data.py[0] * v.scale - v.y]"
    )
    assert abs(y - north) < 3
    assert middle - y > 2 * half_height
    assert page.run("return app.marks.sort(app.surface.view(0)).symbols.length") == 0
    assert x > 0


def test_an_area_that_fills_the_view_keeps_its_label(opened: Open) -> None:
    page = opened(IncidentMap(one_area(), [REPORT]).to_html())
    page.run("app.map.setView([33.5, 43], 9, {animate: false})")
    ((x, y),) = page.run("return app.marks.hits.map((h) => [h.x, h.y])")
    up, right, down, left, width, height = page.run(
        "const v = app.surface.seen; return [...v.inset, v.w, v.h]"
    )
    assert left < x < width - right
    assert up < y < height - down


def test_many_incidents_of_one_vague_region_are_one_area_with_a_count(opened: Open) -> None:
    area = footprint(box(40, 31, 46, 36), box(41, 32, 44, 34), 6)
    rows = [LocatedIncident(incident(n), resolution(area)) for n in range(30)]
    page = opened(IncidentMap(rows, [REPORT]).to_html())
    assert page.run("return app.marks.hits.map((h) => [h.records, h.regions.length])") == [[30, 1]]
    lines = page.run("return app.marks.tags.lines(0, app.marks.counts.kindsAt([0]))")
    assert lines == ["Air strikes", "30 records"]


def test_areas_of_one_size_under_a_click_are_listed_together(opened: Open) -> None:
    first = footprint(box(40, 31, 46, 36), box(41, 32, 44, 34), 6)
    second = footprint(box(40, 31, 46, 36), box(42, 33, 43, 34), 6)
    rows = [LocatedIncident(incident(n), resolution(a)) for n, a in enumerate((first, second))]
    page = opened(IncidentMap(rows, [REPORT]).to_html())
    page.run("app.clicked({latlng: L.latLng(32, 45)})")
    frames(page)
    assert page.run("return [app.selected, document.querySelectorAll('.im-item').length]") == [
        -1,
        2,
    ]
    page.run("app.clicked({latlng: L.latLng(10, 10)})")
    assert page.run("return app.filter.only") is None


def test_pointing_at_an_area_outlines_it(opened: Open) -> None:
    page = opened(IncidentMap(one_area(), [REPORT]).to_html())
    lifted = "return getComputedStyle(app.surface.canvases[3]).display"
    assert page.run(lifted) == "none"
    page.run("app.hovered({latlng: L.latLng(32, 45), containerPoint: L.point(200, 200)})")
    assert page.run(lifted) == "block"
    assert "near the river" in page.run("return document.querySelector('.im-tip').textContent")
    page.run("app.hovered(null)")
    assert page.run(lifted) == "none"


def test_the_map_is_walked_by_keyboard(opened: Open) -> None:
    page = opened(IncidentMap(three(), [REPORT]).to_html())
    keys = ActionChains(page.driver)
    page.run("document.querySelector('.im-walk').focus()")
    first = page.run("return document.activeElement.textContent")
    assert first.startswith("1 of 3")
    assert page.run("return getComputedStyle(app.surface.canvases[3]).display") == "block"
    keys.send_keys(Keys.ARROW_RIGHT).perform()
    assert page.run("return document.activeElement.textContent").startswith("2 of 3")
    ActionChains(page.driver).send_keys(Keys.END).send_keys(Keys.ENTER).perform()
    page.wait("app.selected >= 0")
    assert page.run("return document.activeElement.className") == "im-cardtitle"


def test_very_many_areas_are_one_shaded_ground(opened: Open) -> None:
    rnd = random.Random(3)
    rows = []
    for number in range(400):
        lng, lat = rnd.uniform(36, 46), rnd.uniform(30, 37)
        area = footprint(disc(lng, lat, 0.6), disc(lng, lat, 0.3), 3)
        rows.append(LocatedIncident(incident(number), resolution(area)))
    page = opened(IncidentMap(rows, [REPORT]).to_html())
    assert page.run("return [app.marks.areas.drawn.length, app.marks.areas.each]") == [400, 0]
    assert (
        page.run(
            """const c = app.marks.areas.wash.canvas, d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
        let n = 0; for (let i = 3; i < d.length; i += 4) n += d[i] > 0; return n;"""
        )
        > 500
    )
    assert page.run("return app.marks.tags.marks.hits.filter((h) => h.half).length") == 0
    page.run("app.map.setView([33, 41], 10, {animate: false})")
    assert page.run("return app.marks.areas.each") > 0
    assert "shaded ground" in page.run("return document.querySelector('.im-foot').textContent")


def test_lines_of_the_list_begin_on_the_side_where_arabic_begins(opened: Open) -> None:
    page = opened(IncidentMap(three(), [REPORT], lang="ar").to_html())
    ends = page.run(
        """return [...document.querySelectorAll('.im-item')].map((i) => ['strong', '.im-place bdi', '.im-when'].map((s) => {
          const range = document.createRange(); range.selectNodeContents(i.querySelector(s)); return Math.round(range.getBoundingClientRect().right); }));"""
    )
    for row in ends:
        assert max(row) - min(row) <= 2


@pytest.mark.parametrize(("lang", "width"), [("ar", 1280), ("ar", 390), ("ru", 900), ("en", 2560)])
def test_dates_of_the_axis_never_touch(opened: Open, lang: str, width: int) -> None:
    page = opened(IncidentMap(three(), [REPORT], lang=lang).to_html(), width=width)
    boxes = page.run(
        """const all = document.querySelector('.im-chart').getBoundingClientRect();
        return [...document.querySelectorAll('.im-chart .im-tick')].map((t) => { const r = t.getBoundingClientRect(); return [r.left - all.left, r.right - all.left, all.width]; });"""
    )
    assert len(boxes) >= 2
    boxes.sort()
    for one, other in itertools.pairwise(boxes):
        assert one[1] < other[0]
    assert boxes[0][0] >= -1
    assert boxes[-1][1] <= boxes[-1][2] + 1


def test_time_runs_the_way_the_words_run(opened: Open) -> None:
    early_left = "return app.time.x(app.time.min) < app.time.x(app.time.max)"
    assert opened(IncidentMap(three(), [REPORT]).to_html()).run(early_left) is True
    page = opened(IncidentMap(three(), [REPORT], lang="ar").to_html())
    assert page.run(early_left) is False
    assert page.run("return app.time.dayAt(app.time.x(18750))") == 18750
    handle = page.driver.find_element("css selector", ".im-handle")
    handle.send_keys(Keys.ARROW_LEFT)
    assert page.run("return app.filter.first > app.time.min")


def test_a_withheld_quote_is_said_to_be_withheld(opened: Open) -> None:
    rows = one_area(quotes=(Quote("", 0, 0, "report"),))
    page = opened(IncidentMap(rows, [REPORT]).to_html())
    page.run("app.select(0, {})")
    card = page.run("return document.querySelector('.im-card').textContent")
    assert "Quote withheld at publication" in card
    assert "at character" not in card
    assert "A report" in card


def test_what_a_person_edited_is_marked(opened: Open) -> None:
    page = opened(IncidentMap(one_area(edited=("kind", "count_min")), [REPORT]).to_html())
    page.run("app.select(0, {})")
    marked = page.run(
        "return [...document.querySelectorAll('.im-card .im-edited')].map((e) => e.parentElement.className || e.parentElement.textContent)"
    )
    assert marked == ["im-cardtitle", "Count"]


def test_pictures_from_a_server_wait_for_the_readers_word(opened: Open) -> None:
    page = opened(
        IncidentMap(
            three(),
            [REPORT],
            tiles="https://tiles.example/{z}/{x}/{y}.png",
            tiles_credit="Example & <b>Tiles</b>",
        ).to_html()
    )
    notice = page.driver.find_element("css selector", ".im-tiles")
    assert "tiles.example" in notice.text
    page.run("app.map.setZoom(7, {animate: false})")
    assert page.requests() == []
    notice.find_element("css selector", ".im-button").click()
    page.wait("document.querySelectorAll('.leaflet-tile-pane img').length > 0")
    assert page.run("return document.querySelectorAll('.im-tiles').length") == 0
    asked = page.requests()
    assert asked
    assert all(url.startswith("https://tiles.example/") for url in asked)
    assert "Example & <b>Tiles</b>" in page.run(
        "return document.querySelector('.im-mapcredit').textContent"
    )
    # Nothing has come, so the map's own land stays; and one click puts all back.
    assert not page.run("return app.tiles.covers")
    page.driver.find_element("css selector", ".im-tilesbutton").click()
    assert page.run("return document.querySelectorAll('.leaflet-tile-pane img').length") == 0


def test_a_reader_may_refuse_the_pictures(opened: Open) -> None:
    page = opened(
        IncidentMap(
            three(), [REPORT], tiles="https://tiles.example/{z}/{x}/{y}.png", tiles_credit="Example"
        ).to_html()
    )
    page.driver.find_element("css selector", ".im-tiles .im-text").click()
    assert page.run("return document.querySelectorAll('.im-tiles').length") == 0
    assert page.requests() == []


def test_a_printer_gets_one_canvas_and_the_view_comes_back(opened: Open) -> None:
    page = opened(IncidentMap(three(), [REPORT]).to_html())
    page.run("app.map.setView([35, 38.2], 8, {animate: false})")
    page.run("dispatchEvent(new Event('beforeprint'))")
    assert page.run(
        "return app.surface.canvases.map((c) => getComputedStyle(c).display !== 'none')"
    ) == [True, False, False, False]
    page.run("dispatchEvent(new Event('afterprint'))")
    zoom = page.run("return app.map.getZoom()")
    assert zoom == 8
    assert page.run("return getComputedStyle(app.surface.canvases[2]).display") == "block"


def test_the_story_tells_where_once_the_texts_are_there(opened: Open) -> None:
    page = opened(IncidentMap(three(), [REPORT], story=True).to_html())
    page.wait("document.querySelector('.im-caption').textContent.includes('near the river')")


def test_on_a_phone_the_story_stands_between_map_and_time(opened: Open) -> None:
    html = IncidentMap(three(), [REPORT], story=True).to_html()
    page = opened(html, width=390, height=844)
    tops = page.run(
        "return ['.im-stage', '.im-story', '.im-time', '.im-panel'].map((s) => document.querySelector(s).getBoundingClientRect().top)"
    )
    assert tops == sorted(tops)
    page = opened(html)
    assert page.run("return document.querySelector('.im-panel .im-story') !== null")


def test_where_nothing_has_a_date_none_is_missed(opened: Open) -> None:
    page = opened(IncidentMap(one_area(date=None), [REPORT]).to_html())
    assert page.run("return document.querySelectorAll('.im-item').length") == 1
    page.run("app.select(0, {})")
    shown = page.run("return document.querySelector('.im-panel').textContent")
    assert "No date" not in shown
    assert page.run("return app.marks.tags.lines(0, app.marks.counts.kindsAt([0]), app.dated)") == [
        "Air strike"
    ]


def test_on_a_phone_a_chosen_incident_comes_into_sight(opened: Open) -> None:
    page = opened(
        IncidentMap(three(), [REPORT]).to_html(),
        width=390,
        height=844,
        prefers_reduced_motion="reduce",
    )
    page.run("app.clicked({latlng: L.latLng(30.2, 46.5)})")
    assert page.run("return app.selected") == 1
    top = page.run("return document.querySelector('.im-cardtitle').getBoundingClientRect().top")
    assert 0 < top < 700
    assert (
        page.run("return document.querySelector('.im-stage').getBoundingClientRect().bottom") > 100
    )


def test_a_long_drag_never_shows_the_rim_of_the_drawing(opened: Open) -> None:
    page = opened(IncidentMap(one_area(), [REPORT]).to_html())
    page.run("app.map.setZoom(app.map.getZoom() + 2, {animate: false})")
    box = page.driver.find_element("css selector", ".im-stage")
    drag = ActionChains(page.driver, duration=20).move_to_element_with_offset(box, 200, 40)
    drag.click_and_hold()
    for _ in range(10):
        drag.move_by_offset(-35, 0)
    drag.perform()
    frames(page)
    gap = page.run(
        """const c = app.surface.canvases[0].getBoundingClientRect(), m = app.map.getContainer().getBoundingClientRect();
        return [c.left - m.left, m.right - c.right];"""
    )
    drag.reset_actions()
    assert max(gap) <= 1


def test_a_place_looked_up_by_itself_is_open_with_its_reasons(opened: Open) -> None:
    page = opened(IncidentMap(one_area(date=None, quotes=()), []).to_html())
    page.wait("app.selected === 0")
    assert page.run("return document.querySelector('.im-why details').open") is True
    assert "Made by hand." in page.run("return document.querySelector('.im-why').innerText")
    assert "No date" not in page.run("return document.querySelector('.im-card').textContent")
