"""Paragraphs, sentences, quotations and tokens of many kinds of text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from effort import effort
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.text import (
    MAX_SENTENCE,
    is_upper,
    iter_sentences,
    language_of,
    paragraphs,
    quotations,
    sentences,
    tokens,
)


@pytest.mark.parametrize(
    "pieces",
    [
        ["One fell.", "Two rose!", "Why?"],
        ["Gen. A. B. Haddad met Lt. Col. Osei near St. Denis.", "They left."],
        ["The U.S. army struck at 4 a.m. on Monday.", "It was dark."],
        ["He fled to the U.S.", "The army followed."],
        ["On Jan. 5 a mine exploded.", "No. 3 company was hit."],
        ["About 3.5 km away, at 10.30, it fell.", "In 2015.", "The end came."],
        ["“Stop!” he said.", "“We will not,” she said."],
        ["“We hit it.”", "The spokesman left."],
        ["It burned ... for days.", "Then it stopped…", "Nobody came."],
        ["They came, e.g. from Homs, i.e. the north.", "All left."],
        ["He read it.[12]", "Others did not."],
        ["3. AT 0945 THIS MORNING A GROUP ATTACKED MR. LOPEZ.", "THE U.S. EMBASSY WAS HIT."],
        ["هل سقطت القذيفة؟", "نعم سقطت.", "قتل رجلان۔"],
        ["Взрыв прогремел на ул. Мира в г. Харьков.", "Пострадали двое."],
        ["El Sr. Pérez murió.", "¿Quién lo hizo?", "Nadie lo sabe."],
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_stops(pieces: list[str]) -> None:
    assert [s.text for s in sentences(" ".join(pieces))] == pieces


def test_a_forgotten_space() -> None:
    assert len(sentences("Three were hurt.The army left.")) == 2
    assert len(sentences("See www.Example.org for more.")) == 1


def test_a_chat_without_capitals() -> None:
    assert len(sentences("shelling on the village. two dead. all quiet now")) == 3


def test_wrapped_lines_are_joined_and_others_not() -> None:
    wrapped = (
        "GUERRILLAS ATTACKED A POWER STATION IN THE NORTH OF THE COUNTRY LAST\n"
        "NIGHT, LEAVING THE CAPITAL IN THE DARK FOR HOURS.  THE ARMY SAID THAT\n"
        "NOBODY WAS HURT.\n\n   ANOTHER GROUP BURNED A BUS."
    )
    assert [s.text[:9] for s in sentences(wrapped)] == ["GUERRILLA", "THE ARMY ", "ANOTHER G"]
    listed = "Incidents today\n- Shelling of Bama\n- A mine near Gwoza\n14:30 A raid on Konduga"
    assert len(sentences(listed)) == 4


def test_offsets_hold_within_a_stretch() -> None:
    text = "Header.\n\nOne fell. Two rose. Rest."
    inner = sentences(text, 9, 28)
    assert [s.text for s in inner] == ["One fell.", "Two rose."]
    assert all(text[s.start : s.end] == s.text for s in inner)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said “we hit it” and “it burned”.", ["we hit it", "it burned"]),
        ('He said "we hit it".', ["we hit it"]),
        ("Il a dit « oui ».", [" oui "]),
        ("Er sagte „ja“ und ging.", ["ja"]),
        ("“A paragraph that is not closed.\n\nThe next.", ["A paragraph that is not closed."]),
        ("Nobody's words.", []),
    ],
)
def test_quotations(text: str, inside: list[str]) -> None:
    found = quotations(text)
    assert [q.text for q in found] == inside
    assert all(text[q.start : q.end] == q.text for q in found)


def test_tokens_keep_apostrophes_and_split_hyphens() -> None:
    row = tokens("Monday’s late-night raid, 24 dead")
    assert [t.key for t in row] == [
        "monday's", "late", "-", "night", "raid", ",", "24", "dead",
    ]  # fmt: skip
    assert [t.kind for t in row][-2:] == ["number", "word"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army said that two people were killed near the town.", "en"),
        ("THE ARMY SAID THAT TWO PEOPLE WERE KILLED.", "en"),
        ("L'armée a dit que deux personnes ont été tuées dans une attaque.", "fr"),
        ("El ejército dijo que dos personas murieron en un ataque.", "es"),
        ("قتل شخصان في غارة على البلدة", "ar"),
        ("Два человека погибли в результате обстрела на окраине города.", "ru"),
        ("Двоє людей загинули внаслідок обстрілу на околиці міста.", "uk"),
        ("Die Armee sagte, dass zwei Menschen bei dem Angriff starben.", None),
        ("O exército disse que dois homens foram mortos em um ataque.", None),
        ("ارتش گفت که دو نفر در این حمله کشته شدند و این را", None),
        ("12345", None),
        ("", None),
    ],
)
def test_the_language_is_told_or_not(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_upper_case_text_is_known() -> None:
    assert is_upper("A BOMB EXPLODED IN THE CENTER OF THE CITY TODAY.")
    assert not is_upper("A bomb exploded in the center of the city.")
    assert not is_upper("UN")


TEXTS = st.text(
    alphabet=st.one_of(st.sampled_from(".?!… \n\"“”«»'()[]-1aAБя،"), st.characters()), max_size=300
)


@settings(deadline=None)
@given(TEXTS)
def test_spans_are_verbatim_and_in_order(text: str) -> None:
    for cut in (sentences, paragraphs, quotations):
        last = 0
        for span in cut(text):
            assert last <= span.start
            assert text[span.start : span.end] == span.text
            last = span.end
    assert all(text[t.start : t.end] == t.text for t in tokens(text))


@settings(deadline=None)
@given(TEXTS)
def test_sentences_lose_nothing_but_white_space(text: str) -> None:
    def ink(words: str) -> str:
        return "".join(words.split())

    assert ink("".join(s.text for s in sentences(text))) == ink(text)
    assert ink("".join(t.text for t in tokens(text))) == ink(text)


@pytest.mark.parametrize("cut", [lambda text: list(iter_sentences(text)), quotations, tokens])
@pytest.mark.parametrize(
    "piece",
    ["word ", ".", "\n", " ", '"', "“", "[1", "1. ", ".[1]", "a'", ".)", "\n \n", "A.", "e.g. ",
     "…", "«\n", "\u064b", "- a\n"],
)  # fmt: skip
def test_work_grows_with_length_only(cut: Callable[[str], object], piece: str) -> None:
    small, large = (effort(lambda n=n: cut(piece * (n // len(piece)))) for n in (10_000, 80_000))
    assert large < 12 * small + 2_000  # 8 if linear, 64 if squared


def test_a_sentence_without_end_is_cut() -> None:
    text = "bomb after bomb " * 60_000
    pieces = sentences(text)
    assert max(len(s.text) for s in pieces) <= MAX_SENTENCE
    assert sum(len(s.text) for s in pieces) > 0.99 * len(text) - len(pieces)


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("no water here 😔 jets came again", ["no water here 😔", "jets came again"]),
        ("a blast 💥 in the market", ["a blast 💥 in the market"]),
        ("the bridge is gone ❌ not true", ["the bridge is gone ❌ not true"]),
        ("🔴 GAO. Shots heard", ["🔴 GAO.", "Shots heard"]),
    ],
)
def test_an_emoji_ends_what_was_said(said: str, parts: list[str]) -> None:
    assert [s.text for s in sentences(said)] == parts
