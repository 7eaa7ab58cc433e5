"""Ids come back as they were, whatever they look like."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.ids import Ids, ids_of


def back(found: Ids, count: int) -> list[str]:
    """The reader of data.js, in Python."""
    odd = dict(zip(found.odd.tolist(), found.odd_words, strict=True))
    ids = []
    for row in range(count):
        if row in odd:
            ids.append(odd[row])
        elif found.planes is not None:
            ids.append(bytes(found.planes[:, row]).hex() + found.words[row])
        else:
            assert found.numbers is not None
            ids.append(found.words[row] + str(found.numbers[row]).zfill(found.width))
    return ids


HASHES = [hashlib.sha256(str(n).encode()).hexdigest()[:12] for n in range(60)]


@pytest.mark.parametrize(
    "ids",
    [
        [f"i{n}" for n in range(100)],
        [f"IRQ{n}" for n in range(50)] + [f"SYR{n:03}" for n in range(50)],
        [f"{n:06}" for n in range(100)],
        [str(10**11 + 7 * n) for n in range(100)],
        ["0"] * 30,
        HASHES,
        [*HASHES, HASHES[0] + "-2", "by hand"],
        [*(f"a-{n}" for n in range(30)), "b"],
    ],
)
def test_patterns_are_found_and_undone(ids: list[str]) -> None:
    found = ids_of(ids)
    assert found is not None
    assert back(found, len(ids)) == ids


@given(
    st.lists(
        st.one_of(
            st.from_regex(r"\A[a-z]{0,3}[0-9]{1,12}\Z"),
            st.from_regex(r"\A[0-9a-f]{10}(-[0-9])?\Z"),
            st.text(max_size=6),
        ),
        max_size=30,
    )
)
def test_any_ids_come_back(ids: list[str]) -> None:
    found = ids_of(ids)
    assert found is None or back(found, len(ids)) == ids


@pytest.mark.parametrize("ids", [[], ["é1"] * 20, ["a\0"] * 20, ["x" * 90 + "1"] * 20])
def test_what_follows_no_pattern_stays_text(ids: list[str]) -> None:
    assert ids_of(ids) is None
