"""Names as keys: what folds together, what stays apart, and what the hashes promise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.names import (
    HASH_PRIME,
    SKELETON_LETTERS,
    fold,
    is_transliteration,
    phrase_hash,
    romanise,
    skeleton,
    token_hash,
    variants,
)

TEXTS = st.text(max_size=40) | st.text(
    alphabet="aeéñßłøİıʼ'’-. الرقةآأىΣςДйё가각カﾞကိုहिंंǅﬁ½Ⅷ", max_size=20
)


@given(TEXTS)
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_fold_ignores_case_and_outer_space(text: str) -> None:
    assert fold(f"  {text} ") == fold(text)
    assert fold(text) == " ".join(fold(text).split())


@pytest.mark.parametrize(
    "spellings",
    [
        ("Al-Qa'im", "Al Qaʼim", "AL QA’IM", "al qāʾim"),
        ("Łódź", "Lodz", "LÓDŹ"),
        ("Kata'ib", "Kataʿib", "Kata`ib"),
        ("الرَّقَّة", "الرقة", "الرقه", "الــرقة"),
        ("İzmir", "Izmir", "ızmır"),
        ("Straße", "STRASSE"),
        ("São Tomé", "Sao Tome\u0301"),
        ("إدلب", "ادلب"),
        ("ادلب", "أدلب"),
    ],
)
def test_spellings_of_one_name_fold_together(spellings: tuple[str, ...]) -> None:
    assert len({fold(text) for text in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Київ", "Kyiv"), ("ကချင်", "ကခင"), ("दिल्ली", "दल्ल"), ("가평", "각평"), ("Homs", "Hims")],
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(TEXTS)
def test_romanised_names_are_ascii_and_folded(text: str) -> None:
    assert romanise(text).isascii()
    assert fold(romanise(text)) == romanise(text)


@given(TEXTS)
def test_variants_are_folded_distinct_and_begin_with_the_fold(text: str) -> None:
    keys = variants(text)
    assert all(fold(key) == key and key for key in keys)
    assert len(set(keys)) == len(keys)
    assert not fold(text) or keys[0] == fold(text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("ash-Shaddadi", "shaddadi"),
        ("St. Petersburg", "saint petersburg"),
        ("Mt Sinjar", "mount sinjar"),
        ("الرقة", "رقه"),
        ("Qaim", "al qaim"),
        ("Харків", "kharkiv"),
        ("The Hague", "hague"),
    ],
)
def test_variants_bridge_articles_abbreviations_and_scripts(text: str, key: str) -> None:
    assert key in variants(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al Lataminah", "Latamneh"),
        ("Hamouriyah", "Hammuriyeh"),
        ("Deir Ezzor", "Dayr az Zawr"),
        ("Deir Ezzor", "دير الزور"),
        ("Ar Raqqah", "Raqqa"),
        ("Raqqa", "الرقة"),
        ("Sheikh Miskin", "Shaykh Maskin"),
        ("Qamishli", "Kamishly"),
        ("Jisr ash Shughur", "Jisr al-Shughour"),
        ("Mashhad", "Meshed"),
        ("Dzhankoy", "Djankoi"),
        ("Mosul", "Al Mawsil"),
    ],
)
def test_skeletons_of_one_name_agree(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("Homs", "Hama"), ("Donetsk", "Luhansk"), ("Basra", "Mosul")]
)
def test_skeletons_of_other_names_differ(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@given(TEXTS)
def test_a_romanised_skeleton_is_made_of_its_letters(text: str) -> None:
    assert set(skeleton(text)) <= set(SKELETON_LETTERS)


@given(st.lists(st.text("abcde", min_size=1, max_size=4), min_size=1, max_size=5))
def test_phrase_hash_grows_by_a_word_at_a_time(words: list[str]) -> None:
    before = phrase_hash(" ".join(words[:-1]))
    assert phrase_hash(" ".join(words)) == (before * HASH_PRIME + token_hash(words[-1])) % 2**64


def test_hashes_do_not_change_between_versions() -> None:
    """An index on disk holds them: whoever changes them must raise the format version."""
    assert phrase_hash("deir ez zor") == 10284756169175147247
    assert phrase_hash("") == 0


def test_transliterations_of_machines_are_told_from_names() -> None:
    assert is_transliteration("mo su er")
    assert not is_transliteration("Mosul")
    assert not is_transliteration("موصل")
