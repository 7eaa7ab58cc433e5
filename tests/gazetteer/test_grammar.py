"""What the grammar makes of the language of places."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gazetteer.grammar import parse
from gazetteer.grammar.languages import to_english
from gazetteer.model import (
    Along,
    AnyOf,
    Between,
    Border,
    FeatureClass,
    KindWithin,
    Name,
    Near,
    Off,
    Offset,
    Part,
    Unlocatable,
    Within,
)

NAMES = {
    "syria", "iraq", "mali", "niger", "burkina faso", "saudi arabia", "south sudan", "sudan",
    "saudi", "arabia", "trinidad and tobago", "turkey", "homs", "hama", "aleppo", "wana",
    "deir ez-zor", "baghdad", "mosul", "guinea-bissau", "papua new guinea", "peru", "ecuador",
}  # fmt: skip


def read(text: str):
    return parse(
        text,
        is_name=lambda phrase: phrase.lower() in NAMES,
        is_demonym=lambda word: word.lower() in {"iraqi", "syrian", "turkish", "peruvian"},
    )


@pytest.mark.parametrize("name", ["South Sudan", "Guinea-Bissau", "Trinidad and Tobago"])
def test_known_names_stay_whole(name: str) -> None:
    assert read(name) == Name(name)


def test_a_known_name_with_its_type_is_no_part() -> None:
    """ "North Kivu province" is the province of that name, not the north of a Kivu."""
    named = read("South Sudan state")
    assert isinstance(named, Name)
    assert (named.text, named.type_word) == ("South Sudan", "state")
    assert isinstance(read("southern Homs province"), Part)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("eastern Peru", "east"),
        ("north-western Mali", "northwest"),
        ("the far south of Niger", "far-south"),
        ("central Iraq", "central"),
        ("outskirts of Homs", "outskirts"),
        ("Aleppo countryside", "countryside"),
    ],
)
def test_parts(text: str, part: str) -> None:
    node = read(text)
    assert isinstance(node, Part)
    assert node.part == part


def test_parts_of_parts() -> None:
    assert read("the western countryside of Aleppo") == Part(
        "west", Part("countryside", Name("Aleppo"))
    )


@pytest.mark.parametrize(
    ("text", "low_m", "high_m", "bearing"),
    [
        ("22 miles west of Wana", 35_406, 35_406, 270.0),
        ("about 10-15 km south-east of Homs", 10_000, 15_000, 135.0),
        ("within 5 km of Mosul", 0, 5_000, None),
        ("40 nautical miles north of Baghdad", 74_080, 74_080, 0.0),
        ("1,5 km NW of Hama", 1_500, 1_500, 315.0),
        ("seven kilometres from Aleppo", 7_000, 7_000, None),
        ("sixteen kilometres north of Aleppo", 16_000, 16_000, 0.0),
    ],
)
def test_distances(text: str, low_m: float, high_m: float, bearing: float | None) -> None:
    node = read(text)
    if isinstance(node, Off):  # what is measured in nautical miles is at sea, if there is one
        node = node.of
    assert isinstance(node, Offset)
    assert node.distance_min_m == pytest.approx(low_m, abs=1)
    assert node.distance_max_m == pytest.approx(high_m, abs=1)
    assert node.bearing_deg == bearing


@pytest.mark.parametrize(
    "text",
    [
        "the Peru-Ecuador border region",
        "the border between Peru and Ecuador",
        "Peru's border with Ecuador",
        "the Peruvian border with Ecuador",
    ],
)
def test_borders_of_two(text: str) -> None:
    node = read(text)
    assert isinstance(node, Border)
    assert len(node.sides) == 2


def test_three_sides_meet() -> None:
    node = read("the tri-border area of Mali, Niger and Burkina Faso")
    assert isinstance(node, Border)
    assert [side.text for side in node.sides] == ["Mali", "Niger", "Burkina Faso"]


def test_hyphens_within_names_do_not_part_them() -> None:
    node = read("Deir ez-Zor-Homs road")
    assert node == Between((Name("Deir ez-Zor"), Name("Homs")), road=True)


def test_one_side_of_a_border() -> None:
    node = read("the Syrian side of the border with Turkey")
    assert isinstance(node, Border)
    assert node.on_side == Name("Syrian")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("near Homs", Near),
        ("in the vicinity of Homs", Near),
        ("along the Euphrates", Along),
        ("the east bank of the Euphrates", Along),
        ("off the coast of Peru", Off),
        ("Syrian airspace", Off),
        ("between Homs and Hama", Between),
        ("road from Baghdad to Mosul", Between),
        ("Homs, Syria", Within),
        ("a village in Peru", KindWithin),
        ("Iraqi bases", KindWithin),
        ("Homs and Hama", AnyOf),
        ("an undisclosed location", Unlocatable),
        ("cyberspace", Unlocatable),
    ],
)
def test_kinds_of_reference(text: str, kind: type) -> None:
    assert isinstance(read(text), kind)


def test_plural_type_word_belongs_to_all() -> None:
    node = read("Homs and Hama provinces")
    assert isinstance(node, AnyOf)
    assert {member.feature_class for member in node.members} == {FeatureClass.ADMIN1}


def test_two_names_of_one_place() -> None:
    for text in ("Kyiv/Kiev", "Tell Abyad (Gire Spi)"):
        node = read(text)
        assert isinstance(node, AnyOf)
        assert node.conjunction == "alias"


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("à 30 km au nord de Bamako", "30 km north of Bamako"),
        ("l'est du Tchad", "eastern Tchad"),
        ("cerca de Arauca", "near Arauca"),
        ("la frontera entre Colombia y Venezuela", "border between Colombia and Venezuela"),
        ("شمال سوريا", "northern سوريا"),
        ("ريف حلب الغربي", "western countryside of حلب"),
        ("между Донецком и Горловкой", "between Донецком and Горловкой"),
        ("біля Бахмута", "near Бахмута"),
        ("ሰሜን ኢትዮጵያ", "northern ኢትዮጵያ"),
        ("Deir ez-Zor", "Deir ez-Zor"),
        ("Saint-Louis-du-Nord", "Saint-Louis-du-Nord"),
    ],
)
def test_other_languages(text: str, english: str) -> None:
    assert to_english(text) == english


@settings(deadline=None)
@given(st.text(max_size=60))
def test_never_fails(text: str) -> None:
    assert read(text) is not None


@example(["and", "from", "and", "from"])
@settings(deadline=None)
@given(st.lists(st.sampled_from(
    ["near", "Homs", "and", "the", "-", "border", "of", "12", "km", "east", "(", ")", ",", "in",
     "between", "road", "Syria", "or", "from", "eastern", "bases", "along"]), max_size=9))  # fmt: skip
def test_never_fails_on_its_own_words(words: list[str]) -> None:
    assert read(" ".join(words)) is not None


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Aleppo's suburbs", Part("outskirts", Name("Aleppo"))),
        ("Aleppo's eastern outskirts", Part("east", Part("outskirts", Name("Aleppo")))),
        ("Goma's centre", Part("central", Name("Goma"))),
    ],
)
def test_parts_after_their_whole(text: str, part: Part) -> None:
    assert parse(text) == part
