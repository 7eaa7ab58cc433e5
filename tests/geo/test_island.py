"""What an island holds can be read back, and equal content makes equal bytes."""

from __future__ import annotations

import base64
import gzip
import json
import struct

import numpy as np
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point, box

from geo.island import Island, packed


def opened(island: Island) -> tuple[dict, bytes]:
    raw = island.to_bytes()
    (length,) = struct.unpack("<I", raw[:4])
    return json.loads(raw[4 : 4 + length]), raw[4 + length :]


def ints(island: Island, name: str) -> list[int]:
    """The reader of island.js, in Python."""
    header, body = opened(island)
    section = header["sections"][name]
    planes = np.frombuffer(body[section["at"] : section["at"] + section["len"]], dtype=np.uint8)
    column = np.zeros(section["n"], dtype=np.uint64)
    if section["t"]:
        for plane, values in enumerate(planes.reshape(section["t"], section["n"])):
            column |= values.astype(np.uint64) << np.uint64(8 * plane)
    values = column.astype(np.int64) + section["min"]
    if section["d"]:
        values = np.cumsum((values >> 1) ^ -(values & 1)) + section["first"]
    return values.tolist()


@given(st.lists(st.integers(-(2**30), 2**30)))
def test_numbers_come_back(values: list[int]) -> None:
    island = Island()
    island.add_ints("x", values)
    assert ints(island, "x") == values


def test_sorted_numbers_are_differenced() -> None:
    island = Island()
    island.add_ints("x", list(range(0, 300_000, 3)))
    assert len(packed(island.to_bytes())) < 1_500
    assert ints(island, "x") == list(range(0, 300_000, 3))


@given(st.lists(st.text(max_size=12), max_size=40))
def test_texts_come_back_but_for_what_has_no_place(texts: list[str]) -> None:
    island = Island()
    island.add_text("x", texts)
    header, body = opened(island)
    clean = [t.replace("\0", "\ufffd") for t in texts]
    coded = "x.d" in header["sections"]
    section = header["sections"]["x.d" if coded else "x"]
    words = body[section["at"] : section["at"] + section["len"]].decode("utf-8").split("\0")
    if not texts:
        return
    assert [words[c] for c in ints(island, "x")] == clean if coded else words == clean


def test_a_lone_surrogate_does_not_stop_the_map() -> None:
    island = Island()
    island.add_text("x", ["a\ud800b"])
    assert "a\ufffdb".encode() in island.to_bytes()


def test_no_clock_in_the_packing() -> None:
    raw = gzip.decompress(base64.b64decode(packed(b"abc")))
    assert raw == b"abc"
    assert base64.b64decode(packed(b"abc"))[4:8] == bytes(4)


def test_a_disc_is_a_centre_and_a_radius_and_a_square_is_not() -> None:
    disc = Point(40, 0).buffer(0.5, 16)
    island = Island()
    island.add_shapes("r", [disc, box(0, 0, 1, 1)])
    radius, square = ints(island, "r.r")
    assert abs(radius - 0.5 * 111_195) < 1_500
    assert square == 0
    assert ints(island, "r.lines") == [0, 1]
    assert ints(island, "r.points") == [4]


def test_outlines_stay_within_their_tolerance() -> None:
    rng = np.random.default_rng(3)
    angles = np.sort(rng.uniform(0, 2 * np.pi, 300))
    radii = 5 + rng.normal(0, 0.4, 300)
    shape = shapely.polygons(np.c_[20 + radii * np.cos(angles), 10 + radii * np.sin(angles)])
    island = Island()
    island.add_shapes("r", [shape])
    header, body = opened(island)
    section = header["sections"]["r.xy"]
    numbers, value, shift = [], 0, 0
    for byte in body[section["at"] : section["at"] + section["len"]]:
        value |= (byte & 127) << shift
        shift += 7
        if not byte & 128:
            numbers.append((value >> 1) ^ -(value & 1))
            value = shift = 0
    steps = np.cumsum(np.array(numbers).reshape(-1, 2), axis=0)
    (exponent,) = ints(island, "r.exp")
    origin = np.array([ints(island, "r.x")[0], ints(island, "r.y")[0]])
    xy = (steps + origin) * 2**exponent / 1e5
    back = shapely.polygons(xy)
    extent = 2 * radii.max()
    assert shapely.hausdorff_distance(back.boundary, shape.boundary) < 2.5 * extent / 900


def test_nothing_is_a_valid_island() -> None:
    island = Island()
    island.add_shapes("r", [])
    island.add_ints("x", [])
    island.add_text("t", [])
    assert opened(island)[0]["sections"]["x"]["n"] == 0


def test_holes_and_parts_and_empty_shapes() -> None:
    ring = Point(0, 0).buffer(3, 3).difference(Point(0, 0).buffer(1, 3))
    island = Island()
    island.add_shapes(
        "r", [ring, shapely.MultiPolygon([box(0, 0, 1, 1), box(2, 2, 3, 4)]), shapely.Polygon()]
    )
    assert ints(island, "r.lines") == [2, 2, 0]
