"""Still pictures: the same content in every format, the same bytes for the same input."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
import shapely
from map_cases import HOSTILE, REPORT, hostile, many, three

from geo.basemap import bounds_around
from geo.layers import Count
from geo.model import LocatedIncident
from geo.standalone import MapError
from geo.static import save_picture
from geo.static.margins import draw_key
from geo.static.marks import HATCHES, Marks
from geo.static.sheet import Sheet, mercator, text_size
from geo.static.tags import draw_tags
from geo.static.words import LANGUAGES, Words
from geo.style import KINDS, THEMES

pytest.importorskip("matplotlib")
from matplotlib.figure import Figure


@pytest.mark.parametrize(
    ("suffix", "magic"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")]
)
def test_each_format_is_written_and_repeats_to_the_byte(
    tmp_path: Path, suffix: str, magic: bytes
) -> None:
    first, second = (
        save_picture(
            tmp_path / f"{name}.{suffix}", three(), [REPORT], title="T", dpi=60, story=True
        )
        for name in ("a", "b")
    )
    assert first.read_bytes().startswith(magic)
    assert first.read_bytes() == second.read_bytes()


def test_areas_and_paper_have_their_colours(tmp_path: Path) -> None:
    from matplotlib.image import imread

    light = imread(save_picture(tmp_path / "a.png", three(), [REPORT], dpi=50))
    dark = imread(save_picture(tmp_path / "b.png", three(), [REPORT], dpi=50, theme="dark"))
    assert light[2, 2, :3].mean() > 0.95
    assert dark[2, 2, :3].mean() < 0.2
    empty = imread(save_picture(tmp_path / "c.png", [], [REPORT], dpi=50))

    def tinted(picture, more: int, less: int) -> float:
        return float((picture[..., more] - picture[..., less] > 0.12).mean())

    assert tinted(light, 0, 2) > 0.002 + tinted(empty, 0, 2)
    assert tinted(light, 2, 0) > 0.01 + tinted(empty, 2, 0)


def test_hostile_text_is_text(tmp_path: Path) -> None:
    located, reports = hostile()
    path = save_picture(
        tmp_path / "a.svg", located, reports, title=" ".join(HOSTILE), notes=["$\\frac{1}{0}$"]
    )
    assert b"<script" not in path.read_bytes()


def test_many_symbols_are_gathered_and_nothing_is_a_picture_too(tmp_path: Path) -> None:
    gathered = save_picture(tmp_path / "a.svg", many(600, 400, radii=(0.001,)), [REPORT])
    single = save_picture(tmp_path / "b.svg", many(40, 30, radii=(0.001,)), [REPORT])
    assert gathered.stat().st_size < 5 * single.stat().st_size
    assert save_picture(tmp_path / "c.png", [], [], dpi=40).stat().st_size > 500


def test_other_suffixes_are_refused(tmp_path: Path) -> None:
    with pytest.raises(MapError, match="png"):
        save_picture(tmp_path / "a.gif", three())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_words_for_every_part(tmp_path: Path, lang: str) -> None:
    words = Words(lang)
    for n in (0, 1, 2, 3, 11, 21, 102, 1_000_000):
        assert words.say("records", n=n)
    assert words.count(Count(1, 5, None)) != words.count(Count(1, 5, 5))
    for item in three():
        assert words.of_one(item.incident)
        assert words.date(item.incident.date)
    drawn = save_picture(tmp_path / "a.png", three(), [REPORT], lang=lang, dpi=40)
    assert drawn.stat().st_size > 5_000


def test_a_language_without_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MapError, match="en, fr"):
        save_picture(tmp_path / "a.png", three(), lang="de")


def test_numbers_and_plurals_follow_the_language() -> None:
    assert Words("en").say("records", n=1234) == "1,234 records"
    assert [Words("ru").say("records", n=n) for n in (1, 2, 5, 21, 111)] == [
        "1 запись", "2 записи", "5 записей", "21 запись", "111 записей",
    ]  # fmt: skip
    assert Words("ar").say("records", n=2) == "سجلان"
    assert Words("fr").say("records", n=0) == "0 fiche"


def sheet_of(located: list[LocatedIncident], lang: str = "en") -> tuple[Sheet, Marks]:
    figure = Figure(figsize=(11, 7.6))
    marks = Marks(located)
    shown = bounds_around(f.region_90 for f in marks.footprints)
    assert shown is not None
    sheet = Sheet(figure, THEMES["light"], Words(lang), shown, dark=False)
    sheet.frame(0.25, 0.5, 8.0, 6.5)
    return sheet, marks


def test_no_symbol_stands_on_a_region_larger_than_it() -> None:
    sheet, marks = sheet_of(list(three()))
    areas, symbols = marks.sorted(sheet)
    assert areas
    assert set(areas) | set(symbols) == set(range(len(marks.footprints)))
    for number in areas:
        marks.draw_area(sheet, number)
    assert not sheet.axes.collections
    draw_tags(sheet, marks, areas)
    # A label lies on the edge of its region: not in it, where it would look like a place.
    for box_, number in zip(sheet.taken, reversed(areas), strict=True):
        ring = mercator(
            shapely.get_coordinates(marks.footprints[number].region_90.boundary), sheet.west
        )
        assert shapely.LineString(ring).intersects(shapely.box(*box_))


def test_labels_do_not_lie_upon_each_other() -> None:
    sheet, marks = sheet_of(list(many(200, 60)))
    areas, symbols = marks.sorted(sheet)
    marks.draw_symbols(sheet, symbols)
    symbols_taken = len(sheet.taken)
    draw_tags(sheet, marks, areas)
    tags = sheet.taken[symbols_taken:]
    assert tags
    for i, a in enumerate(tags):
        for b in tags[i + 1 :]:
            assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3])


def test_lines_fit_the_room_that_they_have() -> None:
    sheet, _ = sheet_of(list(three()))
    lines = sheet.wrapped("many words " * 60 + "x" * 300, 3.0, 8.0, most=4)
    assert len(lines) == 4
    assert all(text_size(line, 8.0) <= 3.0 * 72 for line in lines)
    assert sheet.wrapped("", 3.0, 8.0) == []


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_key_stays_on_the_sheet_however_much_there_is_to_explain(lang: str) -> None:
    located = [
        dataclasses.replace(
            item,
            incident=dataclasses.replace(item.incident, kind=kind),
            resolution=dataclasses.replace(
                item.resolution,
                footprint=item.resolution.footprint
                and dataclasses.replace(item.resolution.footprint, where_prec=number % 7 + 1),
            ),
        )
        for number, (kind, item) in enumerate(
            zip(KINDS, many(26, 26, radii=(0.001, 0.4)), strict=False)
        )
    ]
    sheet, marks = sheet_of(located, lang)
    draw_key(sheet, marks, 0.8)
    words = [text.get_text() for text in sheet.page.texts]
    assert any(text.startswith("+ ") for text in words)
    for text in sheet.page.texts:
        x, y = text.get_position()
        assert 0 < x < sheet.width
        assert 0.5 < y < sheet.height - 0.05, text.get_text()


def test_every_hatch_is_one_that_is_drawn() -> None:
    for name, hatch in HATCHES.items():
        assert hatch or name == "solid"
        assert set(hatch) <= set("/\\|-+xoO.*")
