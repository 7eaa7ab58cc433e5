"""The command line as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from geo import __version__
from geo.cli import main

SAID = "date 2021-06-28 The United States carried out airstrikes in eastern Syria on Sunday."


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def test_version() -> None:
    assert __version__ in run("--version").output


def test_map_writes_a_map_and_the_incidents(tmp_path: Path, seed_path: Path) -> None:
    result = run("map", seed_path, "-o", tmp_path)
    assert result.exit_code == 0, result.output
    html, geojson = sorted(tmp_path.iterdir(), reverse=True)
    assert html.suffix == ".html"
    assert geojson.suffix == ".geojson"
    assert "Air strikes" in result.output
    assert "2021-06-28" in result.output


def test_equal_input_gives_equal_bytes(tmp_path: Path, seed_path: Path) -> None:
    for name in ("one", "two"):
        assert run("map", seed_path, "-o", tmp_path / name, "--quiet").exit_code == 0
    one = {p.name: p.read_bytes() for p in (tmp_path / "one").iterdir()}
    two = {p.name: p.read_bytes() for p in (tmp_path / "two").iterdir()}
    assert one == two


def test_several_reports_also_give_one_map_of_all(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(SAID, encoding="utf-8")
    assert run("map", tmp_path, "-o", tmp_path / "out").exit_code == 0
    made = {path.name for path in (tmp_path / "out").iterdir()}
    assert made == {f"{s}.{e}" for s in ("a", "b", "all") for e in ("html", "geojson")}


def test_reports_of_one_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "r.txt").write_text(f"{SAID} ({folder})", encoding="utf-8")
    run("map", tmp_path / "x", tmp_path / "y", "-o", tmp_path / "out")
    assert len(list((tmp_path / "out").glob("r-????????.html"))) == 2


def test_a_report_without_incident_gets_no_map(tmp_path: Path) -> None:
    report = tmp_path / "calm.txt"
    report.write_text("date 2024-05-02 The ministers met in Geneva and spoke of trade.")
    result = run("map", report, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert "no incident" in result.output
    assert not (tmp_path / "out").exists()


def test_a_report_in_a_language_without_tables_says_so(tmp_path: Path) -> None:
    report = tmp_path / "fr.txt"
    report.write_text(
        "Le 5 juin 2021. Des hommes armés ont attaqué le village dans la nuit de vendredi à "
        "samedi et ont tué des habitants, a annoncé le gouvernement.",
        encoding="utf-8",
    )
    assert "'fr'" in run("map", report, "-o", tmp_path / "out").output


@pytest.mark.parametrize(
    ("name", "content", "remedy"),
    [
        ("empty.txt", b"", "empty"),
        ("binary.txt", bytes(range(256)) * 20, "text"),
        ("latin.txt", "Une attaque à Ménaka a tué dix".encode("latin-1"), "UTF-8"),
    ],
)
def test_a_bad_report_is_named_and_the_rest_goes_on(
    tmp_path: Path, name: str, content: bytes, remedy: str
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(SAID, encoding="utf-8")
    result = run("map", tmp_path, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert name in result.output
    assert remedy in result.output
    assert (tmp_path / "out" / "good.html").exists()


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    result = run("map", tmp_path / "nowhere.txt")
    assert result.exit_code == 1
    assert "nowhere.txt" in result.output


def test_a_bad_date_says_how_to_write_it(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(SAID)
    result = run("map", tmp_path / "r.txt", "--date", "28/06/21")
    assert result.exit_code == 2
    assert "YYYY-MM-DD" in result.output


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(SAID.replace("eastern", "\x1b[31meastern"), encoding="utf-8")
    assert "\x1b[31m" not in run("map", tmp_path / "r.txt", "-o", tmp_path / "out").output


def test_render_takes_back_what_map_wrote(tmp_path: Path, seed_path: Path) -> None:
    assert run("map", seed_path, "-o", tmp_path).exit_code == 0
    geojson = tmp_path / f"{seed_path.stem}.geojson"
    result = run("render", geojson, "-o", tmp_path / "again.html")
    assert result.exit_code == 0, result.output
    first, again = (tmp_path / name for name in (f"{seed_path.stem}.html", "again.html"))
    assert abs(again.stat().st_size - first.stat().st_size) < 2_000


def test_a_fragment_is_written_beside_the_page(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(SAID, encoding="utf-8")
    assert run("map", tmp_path / "r.txt", "-o", tmp_path, "--fragment").exit_code == 0
    part = (tmp_path / "r.fragment.html").read_text(encoding="utf-8")
    assert "<html" not in part
    assert "<script" in part


def test_render_draws_a_picture(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(SAID, encoding="utf-8")
    assert run("map", tmp_path / "r.txt", "-o", tmp_path).exit_code == 0
    result = run("render", tmp_path / "r.geojson", "-o", tmp_path / "r.png", "--theme", "dark")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "r.png").read_bytes().startswith(b"\x89PNG")


def test_publishing_lists_what_remains(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(SAID, encoding="utf-8")
    assert run("map", tmp_path / "r.txt", "-o", tmp_path).exit_code == 0
    out = tmp_path / "public.geojson"
    result = run("render", tmp_path / "r.geojson", "--quote-length", 0, "-o", out)
    assert result.exit_code == 0, result.output
    assert "remain" in result.output
    assert "carried out airstrikes" not in out.read_text(encoding="utf-8")


def test_embed_prints_a_sandboxed_frame(tmp_path: Path) -> None:
    (tmp_path / "m.html").write_text("<p>", encoding="utf-8")
    for form in ("iframe", "srcdoc", "markdown"):
        said = run("embed", tmp_path / "m.html", "--as", form).output
        assert "allow-scripts allow-downloads allow-popups" in said
        assert "allow-same-origin" not in said


def test_a_gazetteer_is_added_listed_and_removed(tmp_path: Path) -> None:
    table = tmp_path / "sites.csv"
    table.write_text("name,lat,lon\nCamp Example Site,15.5,32.5\n", encoding="utf-8")
    assert run("gazetteer", "add", table).exit_code == 0
    assert "sites" in run("gazetteer", "list").output
    assert "15.5" in run("resolve", "Camp Example Site").output
    assert run("gazetteer", "remove", "sites").exit_code == 0
    assert "sites" not in run("gazetteer", "list").output


@pytest.mark.parametrize("form", ["text", "geojson", "html"])
def test_toponyms_in_every_form(tmp_path: Path, form: str) -> None:
    (tmp_path / "t.txt").write_text("date 2024-03-04 Shells fell on Kharkiv on Tuesday.")
    out = tmp_path / f"out.{form}"
    assert run("toponyms", tmp_path / "t.txt", "--format", form, "-o", out).exit_code == 0
    assert out.stat().st_size > 50


def test_resolve_answers_with_a_reason() -> None:
    result = run("resolve", "eastern Syria", "--format", "json")
    answer = json.loads(result.output)
    assert answer["resolution_status"] == "resolved"
    assert answer["country_code"] == "SY"
    assert answer["reason"]


def test_a_batch_goes_on_after_a_bad_line(tmp_path: Path) -> None:
    rows = tmp_path / "in.jsonl"
    rows.write_text(
        '{"id": 1, "place_text": "Aleppo"}\nnot json\n{"id": 3, "place_text": "Kyiv"}\n'
    )
    result = run("resolve", "--jsonl", rows, "-o", tmp_path / "out.jsonl")
    out = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert result.exit_code == 1
    assert [row.get("resolution_status") for row in out] == ["resolved", None, "resolved"]
    assert "line 2" in out[1]["error"]


def test_toponyms_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text("Shells fell on Kharkiv on Tuesday.")
    row = json.loads(run("toponyms", tmp_path / "t.txt", "--format", "jsonl").output)
    assert [t["text"] for t in row["toponyms"]] == ["Kharkiv"]
    assert row["toponyms"][0]["country_code"] == "UA"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("map", "{report}", "--date", "2021-13-45"), "YYYY-MM-DD"),
        (("map", "{report}", "--lang", "de"), "'en', 'fr'"),
        (("map", "{report}", "-o", "{report}"), "name a folder"),
        (("map", "{report}", "--tiles", "https://a.example/{{z}}/{{x}}/{{y}}.png"), "attribution"),
        (("map", "{report}", "--tiles-attribution", "X"), "--tiles"),
        (
            (
                "map", "{report}", "--tiles-attribution", "X", "--tiles",
                "http://a.example/{{z}}/{{x}}/{{y}}.png",
            ),
            "https",
        ),
        (("map", "{report}", "--coarsen", "hospital"), "hospital=20km"),
        (("map", "{report}", "--shorten", "targets=x"), "targets=40"),
        (("render", "{rows}", "-o", "{folder}"), "name a file in it"),
        (("render", "{rows}", "-o", "{folder}/x.xyz"), ".png"),
        (("render", "{rows}", "-o", "{rows}"), "read from"),
        (("embed", "{rows}"), "name the .html file"),
        (("resolve", " "), "which place"),
        (("toponyms", "{report}", "--format", "html"), "-o"),
    ],
)  # fmt: skip
def test_a_wrong_call_is_told_what_would_be_right(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    report, rows = tmp_path / "r.txt", tmp_path / "rows.csv"
    report.write_text(SAID, encoding="utf-8")
    rows.write_text("lat,lon,date\n34.5,40.1,2021-06-28\n", encoding="utf-8")
    before = rows.read_bytes()
    result = run(*(word.format(report=report, rows=rows, folder=tmp_path) for word in words))
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())
    assert rows.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["r.txt", "rows.csv"]


def test_a_place_that_cannot_be_written_to_is_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(SAID, encoding="utf-8")
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = run("map", tmp_path / "r.txt", "-q", "-o", tmp_path / "file" / "below")
    assert result.exit_code == 1
    assert "file" in result.output
    assert "Traceback" not in result.output
    assert result.output.count("\n") == 1


def test_a_map_with_tiles_names_their_host_and_credit(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(SAID, encoding="utf-8")
    url = "https://tiles.example/{z}/{x}/{y}.png"
    result = run(
        "map", tmp_path / "r.txt", "-o", tmp_path, "--tiles", url, "--tiles-attribution", "Example"
    )
    assert result.exit_code == 0, result.output
    assert "https://tiles.example" in (tmp_path / "r.html").read_text("utf-8")


def test_a_markdown_snippet_is_a_block_of_its_own(tmp_path: Path) -> None:
    page = tmp_path / "map.html"
    page.write_text("<p>", encoding="utf-8")
    lines = run("embed", page, "--as", "markdown").output.strip().splitlines()
    assert (lines[0], lines[-1]) == ("<div>", "</div>")
    for form in ("markdown", "iframe", "srcdoc"):
        snippet = run("embed", page, "--as", form).output
        assert 'sandbox="allow-scripts allow-downloads allow-popups"' in snippet
