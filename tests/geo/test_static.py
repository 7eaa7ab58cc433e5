"""Still pictures: the same content in every format, the same bytes for the same input."""

from __future__ import annotations

from pathlib import Path

import pytest
from map_cases import HOSTILE, REPORT, hostile, many, three

from geo.standalone import MapError
from geo.static import save_picture

pytest.importorskip("matplotlib")


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
