"""Roles of names against our own labels, which were written before the rules."""

from __future__ import annotations

import re
from pathlib import Path

from gazetteer.resolver import Gazetteer
from gazetteer.toponyms import Recogniser

_GOLD = Path(__file__).with_name("toponym_roles.txt")
_ROLES = {"L": "literal", "A": "associative"}
_FLOOR = 0.95
"""May only rise."""


def labelled() -> list[tuple[str, list[tuple[int, int, str]]]]:
    """Sentences without their marks, and where each marked name stands."""
    sentences = []
    for line in _GOLD.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        text, marks, at = "", [], 0
        for match in re.finditer(r"\[([LA]):([^\]]+)\]", line):
            text += line[at : match.start()]
            marks.append((len(text), len(text) + len(match[2]), _ROLES[match[1]]))
            text += match[2]
            at = match.end()
        sentences.append((text + line[at:], marks))
    return sentences


def test_roles_of_given_names(gazetteer: Gazetteer) -> None:
    recogniser = Recogniser(gazetteer.store)
    right = total = 0
    for text, marks in labelled():
        mentions = recogniser.toponyms(text, spans=[(a, b) for a, b, _ in marks])
        right += sum(m.role == role for m, (_, _, role) in zip(mentions, marks, strict=True))
        total += len(marks)
    assert total >= 200
    assert right / total >= _FLOOR


def test_the_same_names_are_found_in_the_sentences(gazetteer: Gazetteer) -> None:
    recogniser = Recogniser(gazetteer.store)
    found = total = 0
    for text, marks in labelled():
        spans = {(m.start, m.end) for m in recogniser.toponyms(text)}
        found += sum((a, b) in spans for a, b, _ in marks)
        total += len(marks)
    assert found / total >= 0.95
