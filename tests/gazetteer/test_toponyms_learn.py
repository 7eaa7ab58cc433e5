"""The weights of names: tables that agree, and a fit that does what it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gazetteer.resolver import Gazetteer
from gazetteer.toponyms import Recogniser, learn
from gazetteer.toponyms.entries import STATIC_FEATURES
from gazetteer.toponyms.priors import RECOGNITION_PRIOR, SENSE_PRIOR
from gazetteer.toponyms.senses import CONTEXT_FEATURES
from gazetteer.toponyms.weights import RECOGNITION_WEIGHTS, SENSE_WEIGHTS


def document(text: str, *names: tuple[str, float, float]) -> dict[str, object]:
    toponyms = [
        {"start": text.index(n), "end": text.index(n) + len(n), "text": n, "lat": lat, "lon": lon}
        for n, lat, lon in names
    ]
    return {"id": text[:8], "text": text, "toponyms": toponyms}


GOLD = [
    document(
        "Fires burned near Athens, Georgia, on Monday.",
        ("Athens", 33.96, -83.38),
        ("Georgia", 32.75, -83.5),
    ),
    document(
        "Rain is expected in Birmingham, Alabama.",
        ("Birmingham", 33.52, -86.8),
        ("Alabama", 32.75, -86.75),
    ),
    document(
        "Two men were hurt in Tripoli, Lebanon.",
        ("Tripoli", 34.43, 35.84),
        ("Lebanon", 33.83, 35.83),
    ),
]


def test_the_tables_name_the_same_evidence() -> None:
    assert RECOGNITION_WEIGHTS.keys() == RECOGNITION_PRIOR.keys()
    assert SENSE_WEIGHTS.keys() == SENSE_PRIOR.keys()
    assert SENSE_WEIGHTS.keys() == {*STATIC_FEATURES, *CONTEXT_FEATURES}


def test_learning_makes_the_gold_likelier(gazetteer: Gazetteer) -> None:
    weak = dict.fromkeys(SENSE_PRIOR, 0.0)
    fitted = learn.fit_senses(GOLD, gazetteer.store)
    assert fitted["linked"] > 0
    before = learn.score(GOLD, Recogniser(gazetteer.store, senses=weak))
    after = learn.score(GOLD, Recogniser(gazetteer.store, senses=fitted))
    assert after["spans_acc161"] == 1.0
    assert after["spans_acc161"] >= before["spans_acc161"]


def test_recognition_stays_by_its_prior_on_little_gold(gazetteer: Gazetteer) -> None:
    fitted = learn.fit_recognition(GOLD, gazetteer.store, RECOGNITION_PRIOR, SENSE_PRIOR)
    assert fitted.keys() == RECOGNITION_PRIOR.keys()
    assert max(abs(fitted[k] - RECOGNITION_PRIOR[k]) for k in fitted) < 0.5


def test_scores_of_perfect_and_empty_gold(gazetteer: Gazetteer) -> None:
    figures = learn.score([document("It is cold today.")], Recogniser(gazetteer.store))
    assert figures["recall"] == 0
    assert figures["spans_answered"] == 0


def test_the_command_reports_each_file_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("one", "two"):
        lines = "\n".join(json.dumps(d) for d in GOLD)
        (tmp_path / f"{name}.jsonl").write_text(lines, "utf-8")
    learn.main([str(tmp_path / "one.jsonl"), str(tmp_path / "two.jsonl"), "--leave-one-out"])
    out = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in out] == ["one", "two"]
    assert "f1=" in out[0]
