"""Which tellings of a report are of one incident: the signs, their weights, what they decide."""

from __future__ import annotations

import inspect
import json
from pathlib import Path

import pytest

from gazetteer.resolver import Gazetteer
from geo import fit_pairs
from geo.lexicon.pairs import PAIRS
from geo.merge import evidence as evidence_module
from tests.geo.tellings import read


@pytest.mark.parametrize("sign", sorted(set(PAIRS) - {"always"}))
def test_every_weight_belongs_to_a_sign(sign: str) -> None:
    source = inspect.getsource(evidence_module)
    assert f'"{sign}"' in source or (sign.startswith("gap ") and "gap {gap}" in source)


AGAIN = {
    "by who died": "Gunmen shot dead a judge in Kano on Tuesday. The murder was condemned by the bar. "
    "Police said the judge was killed as he left his house.",
    "by the weapon": "A bomb went off in a market in Mogadishu on Tuesday. Nine traders were killed. "
    "The bomb had been hidden in a cart. Hours after the explosion nobody had claimed it.",
    "killed once": "Juan Rivas, 44, was shot dead in Kano on Tuesday. The governor flew in on "
    "Friday. Juan Rivas was murdered outside Gao, another paper says.",
    "by what was hit": "Two rockets hit a school in Aleppo on Monday. Five pupils died when the "
    "rockets hit the school.",
}
TWO = {
    "hours earlier": "Settlers burned thirty houses in Aleppo on Monday evening. Hours earlier on "
    "Monday a gunman had killed two brothers in their car in Aleppo.",
    "two armies": "The Russian army shelled Kharkiv on Monday. The Ukrainian army shelled a depot on "
    "Monday.",
    "two places": "Shells fell on a market in Mosul on Monday. A minibus was blown up near Kirkuk "
    "bridge.",
    "another weapon": "Missiles hit cities across Ukraine on Monday, killing nine people. Three armed "
    "drones also struck a power station in Makariv.",
    "two victims": "Gunmen killed a mayor named Okello in Gao on Monday. Gunmen killed a priest named "
    "Traore on Wednesday.",
}


@pytest.mark.parametrize("text", AGAIN.values(), ids=AGAIN)
def test_told_again_is_one(text: str) -> None:
    assert len(read(text)) == 1


@pytest.mark.parametrize("text", TWO.values(), ids=TWO)
def test_two_deeds_are_two(text: str) -> None:
    assert len(read(text)) == 2


def test_the_fit_counts_what_a_merge_makes_of_labelled_reports(tmp_path: Path) -> None:
    label = {
        "sub_event_type": "Attack",
        "alternatives": [],
        "start": "2024-05-07",
        "end": "2024-05-07",
        "place": ["Kano"],
        "optional": False,
    }
    row = {
        "id": "a",
        "date": "2024-05-10",
        "text": "Gunmen killed a judge in Kano, Nigeria on 7 May. The killing was condemned.",
        "incidents": [label],
    }
    path = tmp_path / "labelled.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    reports = list(fit_pairs.readings(path, Gazetteer.open()))
    assert fit_pairs.outcome(reports).own == (1, 1, 1)
    before = dict(PAIRS)
    assert fit_pairs.ascend(reports, rounds=1) == before  # nothing left to gain
