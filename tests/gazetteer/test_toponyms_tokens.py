"""A text as tokens, and what is known of each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.names import fold
from gazetteer.toponyms.tokens import Gap, Shape, Tokens, Vocabulary, tokenise
from gazetteer.toponyms.words import LANGUAGES, Word, guess_language, inflections, word_classes


def read(text: str) -> Tokens:
    return tokenise(text, {})


def words(text: str) -> list[str]:
    tokens = read(text)
    return [tokens.text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iraq-Syria border", ["Iraq", "Syria", "border"]),
        ("Ireland’s and Sana'a", ["Ireland", "and", "Sana'a"]),
        ("the U.S. and D.C", ["the", "U.S.", "and", "D.C"]),
        ("#PrayForParis", ["Pray", "For", "Paris"]),
        ("#ferguson @CNN", ["ferguson", "@CNN"]),
        ("see http://t.co/Ab1, ok", ["see", "http://t.co/Ab1,", "ok"]),
        ("北京 rain", ["北", "京", "rain"]),
        ("مَدِينَة", ["مَدِينَة"]),
        ("", []),
        (" : !", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("New York", Gap.SPACE), ("New\nYork", Gap.SPACE), ("Guinea-Bissau", Gap.HYPHEN),
        ("Paris, Texas", Gap.COMMA), ("Homs (Syria", Gap.OPENING), ("end\n\nNew", Gap.END),
        ("done! Next", Gap.END), ("St. Louis", Gap.DOT), ("A/B", Gap.SLASH), ("Bosnia & Herzegovina", Gap.AMPERSAND),
    ],
)  # fmt: skip
def test_gaps(text: str, gap: int) -> None:
    assert read(text).gaps[0] == gap


def test_a_name_runs_on_over_a_saint_but_not_over_a_sentence() -> None:
    assert read("St. Louis").joins[0]
    assert not read("It ended. Louis left").joins[1]
    assert read("It ended. Louis left").first == [True, False, True, False]
    assert not read("John F. Kirby").first[2]


def test_shapes() -> None:
    tokens = read("Rain in NSW, دمشق 26 @x")
    assert [w.shape for w in tokens.words] == [
        Shape.CAPITALISED, Shape.LOWER, Shape.CAPITALS, Shape.UNCASED, Shape.NUMBER, Shape.OPAQUE,
    ]  # fmt: skip


@given(st.text(max_size=300))
def test_tokens_are_in_order_and_inside(text: str) -> None:
    tokens = read(text)
    at = 0
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        assert at <= start < end <= len(text)
        at = end
    count = len(tokens)
    assert count == len(tokens.gaps) == len(tokens.first) == len(tokens.joins) == len(tokens.words)
    if count:
        assert tokens.gaps[-1] == Gap.END


def test_a_vocabulary_stays_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Vocabulary, "LIMIT", 10)
    vocabulary = Vocabulary("en")
    for i in range(35):
        assert vocabulary[f"w{i}"].raw == f"w{i}"
    assert len(vocabulary) <= 10


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_tables_are_folded_words_of_known_classes(language: str) -> None:
    classes = word_classes(language)
    assert len(classes) > 200
    assert all(fold(word) == word and " " not in word for word in classes)
    assert any(bits & Word.INSIDE for bits in classes.values())
    for entries in LANGUAGES[language].values():
        listed = entries.split()
        assert len(listed) == len(set(listed))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the strike was in the north of the country", "en"),
        ("une attaque dans le nord du pays", "fr"),
        ("un ataque en el norte del país", "es"),
        ("взрыв произошел в городе и на севере области", "ru"),
        ("вибух стався у місті та на півночі області", "uk"),
        ("وقع هجوم في مدينة من شمال البلاد", "ar"),
        ("Qwx Zrt", "en"),
    ],
)
def test_languages_are_told_apart(text: str, language: str) -> None:
    assert guess_language(fold(word) for word in text.split()) == language


@pytest.mark.parametrize(
    ("language", "inflected", "base"),
    [
        ("ru", "сирии", "сирия"), ("ru", "мариуполем", "мариуполь"), ("uk", "львові", "львів"),
        ("uk", "херсонською", "херсонська"), ("ar", "وبغداد", "بغداد"), ("ar", "للعراق", "العراق"),
    ],
)  # fmt: skip
def test_inflected_words_lead_to_their_base(language: str, inflected: str, base: str) -> None:
    assert fold(base) in inflections(language, fold(inflected))
    assert inflections("en", "paris") == ()
