"""What a map consists of, seen without a browser."""

from __future__ import annotations

import base64
import gzip
import json
import re
import struct
import subprocess
import sys
from pathlib import Path

import folium
import pytest
from map_cases import HOSTILE, REPORT, hostile, many, three

from geo.maps import LANGUAGES, IncidentMap
from geo.standalone import MapError, csp_hash


def island(html: str, name: str = "im-data") -> tuple[dict, bytes]:
    packed = re.search(rf'id="{name}">([^<]*)<', html)
    assert packed
    raw = gzip.decompress(base64.b64decode(packed[1]))
    (length,) = struct.unpack("<I", raw[:4])
    return json.loads(raw[4 : 4 + length]), raw


def policy_of(html: str) -> dict[str, list[str]]:
    content = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert content
    parts = content[1].replace("&#39;", "'").split("; ")
    return {part.split()[0]: part.split()[1:] for part in parts}


@pytest.fixture(scope="module")
def html() -> str:
    return IncidentMap(three(), [REPORT], title="Three", notes=["A note."]).to_html()


def test_the_policy_lets_nothing_through_but_the_blocks_that_are_there(html: str) -> None:
    policy = policy_of(html)
    assert policy["default-src"] == ["'none'"]
    assert not [
        s for sources in policy.values() for s in sources if "unsafe" in s or "*" in s or ":" in s
    ]
    scripts = re.findall(r"<script(?![^>]*octet-stream)[^>]*>(.*?)</script>", html, re.DOTALL)
    code = re.search(r'id="im-code">([^<]*)<', html)
    assert code
    unpacked = gzip.decompress(base64.b64decode(code[1])).decode().split("\0")
    assert sorted(policy["script-src"]) == sorted(csp_hash(s) for s in (*scripts, *unpacked))
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    assert policy["style-src"] == [csp_hash(style)]


def test_no_address_is_named_but_those_of_the_sources(html: str) -> None:
    assert set(re.findall(r'(?:src|href)="([^"]*)"', html)) <= {
        "https://example.org/report?a=1&amp;b=2", "#im-data-list",
    }  # fmt: skip
    assert "url(" not in html
    assert "@import" not in html
    assert not re.search(r"<[^>]+\sstyle=", html)
    assert not re.search(r"<[^>]+\son\w+=", html)


def test_equal_input_gives_equal_bytes(tmp_path: Path) -> None:
    paths = [IncidentMap(many(50, 9), [REPORT]).save(tmp_path / f"{n}.html") for n in "ab"]
    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.html", "b.html"]


def test_sizes(html: str) -> None:
    empty = len(IncidentMap([], []).to_html())
    assert empty <= 250_000
    assert len(html) - empty < 6_000


def test_a_further_incident_costs_little_beside_its_own_words() -> None:
    count = 4_000
    located = many(count, 400)
    whole = IncidentMap(located, [REPORT]).to_html()
    head, _ = island(whole)
    strings = ("date_text", "edtf", "time_of_day", "id")
    body = sum(
        len(base64.b64encode(gzip.compress(island(whole)[1][-1:], 9))) * 0 + section["len"]
        for name, section in head["sections"].items()
        if not name.startswith(("b.", "r90", "r50", *strings))
    )
    assert body / count < 12


def test_each_distinct_region_is_stored_once() -> None:
    head, _ = island(IncidentMap(many(500, 7), [REPORT]).to_html())
    assert head["sections"]["rprec"]["n"] <= 7
    assert head["sections"]["region"]["n"] == 500


def test_product_gazetteer_and_hash_stand_in_the_map(html: str) -> None:
    assert f"SHA-256 {REPORT.sha256}" in html
    assert "incident-mapper" in html
    assert "GeoNames" in html
    assert "CC BY 4.0" in html
    assert "Natural Earth" in html
    head, _ = island(html)
    assert head["reports"][0]["sha256"] == REPORT.sha256
    assert head["product"].startswith("incident-mapper ")


def test_hostile_text_never_reaches_the_markup_raw() -> None:
    located, reports = hostile()
    html = IncidentMap(located, reports, title=HOSTILE[1], notes=list(HOSTILE)).to_html()
    for raw in HOSTILE[1], HOSTILE[4], HOSTILE[10], 'javascript:window.pwned=1"':
        assert raw not in html
    assert html.count("<script") == IncidentMap(three(), [REPORT]).to_html().count("<script")


def test_surrogates_and_control_characters_do_not_stop_a_map(tmp_path: Path) -> None:
    path = IncidentMap(three(), [REPORT], title="a\ud800\x00b").save(tmp_path / "a.html")
    assert "a\ufffd\ufffdb" in path.read_text(encoding="utf-8")


def test_a_failed_save_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        IncidentMap(three(), [REPORT]).save(tmp_path / "a.html")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_language_has_every_word_of_english(lang: str) -> None:
    english, words = IncidentMap([]).words(), IncidentMap([], lang=lang).words()
    assert set(words) == set(english)
    assert set(words["shell"]) == set(english["shell"])

    def fields(pattern: object) -> set[str]:
        text = pattern if isinstance(pattern, str) else pattern["other"]  # type: ignore[index]
        return set(re.findall(r"\{(\w+)\}", text))

    for key, pattern in english.items():
        if key not in {"shell", "groups", "kinds"}:
            assert fields(words[key]) == fields(pattern), key


@pytest.mark.parametrize("option", [{"lang": "xx"}, {"theme": "blue"}, {"layers_by": "weather"}])
def test_unknown_options_are_refused_with_what_there_is(option: dict[str, str]) -> None:
    with pytest.raises(MapError, match="|".join(("fr", "dark", "kind"))):
        IncidentMap([], **option)


def test_a_story_about_nothing_is_refused() -> None:
    with pytest.raises(MapError, match="nowhere"):
        IncidentMap(three(), story={"nowhere": "x"}).to_html()


def test_layers_of_folium_come_along_and_foreign_code_does_not() -> None:
    incident_map = IncidentMap(three(), [REPORT])
    figure_map = incident_map.to_folium(carry=False)
    folium.Circle([34, 40], radius=10_000).add_to(figure_map)
    from geo.standalone import parts_of

    assert "L.circle" in parts_of(figure_map.get_root()).scripts[-1]
    from folium.plugins import MarkerCluster

    MarkerCluster().add_to(figure_map)
    with pytest.raises(MapError, match="markercluster"):
        parts_of(figure_map.get_root())


@pytest.mark.parametrize("rows", [three(), []], ids=["three", "none"])
def test_the_page_is_what_folium_would_write(rows: list) -> None:
    from geo.leaflet import page_parts
    from geo.standalone import app_script, lean_css, parts_of

    drawn = IncidentMap(rows, [REPORT])
    theirs = parts_of(drawn.to_folium(carry=False).get_root())
    ours = page_parts(*drawn._center(), "im-data")

    def plain(text: str) -> str:
        # White space, and the comma that Folium leaves after the last option.
        return re.sub(r"\s+", "", text).replace(",}", "}")

    assert [lean_css(s).split() for s in ours.styles] == [
        lean_css(s).split() for s in theirs.styles
    ]
    assert ours.scripts.pop(1) == app_script()
    assert [plain(s) for s in ours.scripts] == [plain(s) for s in theirs.scripts]
    assert plain(ours.body) == plain(theirs.body)


def test_a_page_is_made_without_importing_folium() -> None:
    script = "import sys; from geo.maps import IncidentMap; IncidentMap([]).to_html(); print('folium' in sys.modules, 'pandas' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "False"]


def test_two_sets_of_incidents_on_one_map_keep_their_own_islands() -> None:
    figure_map = folium.Map(tiles=None)
    IncidentMap(three(), [REPORT]).add_to(figure_map)
    IncidentMap(three()[:1], [REPORT]).add_to(figure_map)
    page = figure_map.get_root().render()
    named = re.findall(r'IncidentMapper\.attach\(map_\w+, "([^"]+)"\)', page)
    assert len(named) == len(set(named)) == 2
    assert [island(page, name)[0]["n"] for name in named] == [4, 1]


def test_on_a_map_of_folium_it_adds_one_copy_of_the_code() -> None:
    figure_map = folium.Map(tiles=None)
    for _ in range(2):
        IncidentMap(three(), [REPORT]).add_to(figure_map)
    page = figure_map.get_root().render()
    assert page.count("window.IncidentMapper =") == 1


def test_names_of_fragments_are_checked() -> None:
    with pytest.raises(MapError, match="name"):
        IncidentMap([]).to_fragment(name='x"><script>')


def test_the_headline_says_what_happened_where_nobody_gave_one() -> None:
    assert IncidentMap(three(), [REPORT]).title == "A report"
    assert (
        IncidentMap(three(), []).title.startswith("Abductions, ")
        or "Air strikes" in IncidentMap(three(), []).title
    )


def test_a_title_is_text_in_the_frame_too() -> None:
    frame = IncidentMap(three(), [REPORT], title='"><script>')._repr_html_()
    assert "<script" not in frame
    assert "allow-same-origin" not in frame


def test_a_frame_is_as_good_as_its_rows() -> None:
    from geo.frame import to_frame

    frame = to_frame(three(), [REPORT])
    drawn = IncidentMap(frame)
    assert [item.incident for item in drawn.located] == [item.incident for item in three()]
    assert drawn.reports[0].sha256 == REPORT.sha256
    assert drawn.bounds() == pytest.approx(IncidentMap(three()).bounds(), abs=1e-4)
