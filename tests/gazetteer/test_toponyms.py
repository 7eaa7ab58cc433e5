"""Names in running text: found, and led to the right place."""

from __future__ import annotations

import re
import types

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.model import Mention
from gazetteer.resolver import Gazetteer
from gazetteer.toponyms import Recogniser, mark_names, table_rows
from gazetteer.toponyms.spacy import entity_spans, register


@pytest.fixture(scope="module")
def recogniser(gazetteer: Gazetteer) -> Recogniser:
    return Recogniser(gazetteer.store)


def names(mentions: tuple[Mention, ...]) -> list[str]:
    return [m.text for m in mentions]


def one(mentions: tuple[Mention, ...], text: str) -> Mention:
    found = [m for m in mentions if m.text == text]
    assert found, f"{text!r} not among {names(mentions)}"
    return found[0]


def where(recogniser: Recogniser, text: str, name: str) -> tuple[str, str | None]:
    mention = one(recogniser.toponyms(text), name)
    assert mention.place is not None
    return str(mention.place.feature_class), mention.place.country_code


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two people were hurt in Gaziantep on Monday.", ["Gaziantep"]),
        ("The convoy left Gao for Timbuktu.", ["Gao", "Timbuktu"]),
        ("Talks between Sudan and South Sudan resumed.", ["Sudan", "South Sudan"]),
        ("BAGHDAD (Reuters) - Gunmen killed a judge.", ["BAGHDAD"]),
        ("Protests spread to Guinea-Bissau and Côte d'Ivoire.", ["Guinea-Bissau", "Côte d'Ivoire"]),
        ("Nepal's north was cut off.", ["Nepal"]),
        ("He lives in St. Louis.", ["St. Louis"]),
        ("Fighting in Deir ez-Zor eased.", ["Deir ez-Zor"]),
        ("#PrayForParis", ["Paris"]),
        ("Strikes on the Iraq-Syria border", ["Iraq", "Syria"]),
        ("shelling near Sloviansk, Ukraine", ["Sloviansk", "Ukraine"]),
    ],
)
def test_names_are_found_whole(recogniser: Recogniser, text: str, found: list[str]) -> None:
    assert names(recogniser.toponyms(text)) == found


@pytest.mark.parametrize(
    ("text", "not_found"),
    [
        ("Michael Jordan, who played for years, retired. Jordan was the best.", "Jordan"),
        ("President Lincoln spoke. Mr Lincoln was tall.", "Lincoln"),
        ("Reading is a pleasure and reading helps.", "Reading"),
        ("The meeting is in March or in May.", "March"),
        ("Nice work, said the teacher. A nice day.", "Nice"),
        ("The Boston Globe reported the case.", "Boston"),
        ("Para 35. On 5 March gunmen shot a judge.", "Para"),
    ],
)
def test_vetoes(recogniser: Recogniser, text: str, not_found: str) -> None:
    assert not_found not in names(recogniser.toponyms(text))


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("She moved to Paris, Texas, last year.", "Paris", ("populated_place", "US")),
        ("She moved to Paris last year.", "Paris", ("populated_place", "FR")),
        ("A bomb went off in Tripoli, Lebanon.", "Tripoli", ("populated_place", "LB")),
        (
            "Militias fought in Tripoli, and Libya closed its airspace.",
            "Tripoli",
            ("populated_place", "LY"),
        ),
        ("Storms hit Atlanta and the rest of Georgia.", "Georgia", ("admin1", "US")),
        ("Tbilisi is the capital of Georgia.", "Georgia", ("country", "GE")),
        ("The Lebanese town of Baalbek was bombed.", "Baalbek", ("populated_place", "LB")),
        ("The strikes were in eastern Syria.", "Syria", ("country", "SY")),
        ("The rockets fell in Iraq.", "Iraq", ("country", "IQ")),
    ],
)
def test_senses(
    recogniser: Recogniser, text: str, name: str, expected: tuple[str, str | None]
) -> None:
    assert where(recogniser, text, name) == expected


def test_one_sense_in_a_document(recogniser: Recogniser) -> None:
    text = "A fire broke out in Birmingham, Alabama. The mayor of Birmingham thanked the crews."
    places = {m.place for m in recogniser.toponyms(text) if m.text == "Birmingham"}
    assert [p.country_code for p in places if p] == ["US"]


def test_a_name_in_no_source_is_found_by_its_frame_and_bounded(recogniser: Recogniser) -> None:
    text = "Shells fell in the village of Qwxtrebil, in Syria."
    mention = one(recogniser.toponyms(text), "Qwxtrebil")
    assert mention.place is None
    assert mention.candidates[0].match == "context"
    assert mention.candidates[0].place.country_code == "SY"


def test_a_country_is_no_river(recogniser: Recogniser) -> None:
    for mention in recogniser.toponyms("They crossed the Jordan river at night."):
        assert mention.place is None or str(mention.place.feature_class) != "country"


def test_demonyms_say_so(recogniser: Recogniser) -> None:
    mentions = recogniser.toponyms("Two Iraqis and a Syrian officer crossed into Turkey.")
    assert [(m.text, m.form) for m in mentions] == [
        ("Iraqis", "demonym"),
        ("Syrian", "demonym"),
        ("Turkey", "name"),
    ]
    assert [m.place.country_code for m in mentions if m.place] == ["IQ", "SY", "TR"]


def test_capitals_and_small_letters(recogniser: Recogniser) -> None:
    wire = "TWO SOLDIERS WERE KILLED NEAR AYACUCHO, PERU, WHEN A BOMB EXPLODED AT THE BARRACKS."
    assert names(recogniser.toponyms(wire)) == ["AYACUCHO", "PERU"]
    assert "lagos" in names(recogniser.toponyms("no light in lagos again, nigeria needs help"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("GUNMEN SHOT COLONEL CARLOS GUERRERO IN BOGOTA. GUERRERO WAS UNHURT.", ["BOGOTA"]),
        ("THE BOMB WENT OFF BEFORE PRESIDENT PAZ ZAMORA CONCLUDED HIS SPEECH IN LIMA.", ["LIMA"]),
        ("[ZAMORA] THE ARMY RAIDED OUR OFFICES IN SANTIAGO, CHILE.", ["SANTIAGO", "CHILE"]),
        ("A BOMB EXPLODED IN ZAMORA, SPAIN, SAID GENERAL RUIZ.", ["ZAMORA", "SPAIN"]),
        ("REBELS TOOK SAN JOSE NEAR VALENCIA, VENEZUELA.", ["SAN JOSE", "VALENCIA", "VENEZUELA"]),
    ],
)
def test_people_where_all_is_in_capitals(
    recogniser: Recogniser, text: str, found: list[str]
) -> None:
    assert names(recogniser.toponyms(text)) == found


def test_runners_up_and_reasons(recogniser: Recogniser) -> None:
    mention = one(recogniser.toponyms("A storm reached Springfield, Illinois."), "Springfield")
    assert mention.place is not None
    assert mention.place == mention.candidates[0].place
    assert len(mention.candidates) > 1
    assert mention.candidates[0].score > mention.candidates[1].score
    assert "the region beside it holds it" in mention.candidates[0].reasons


def test_source_is_context(recogniser: Recogniser) -> None:
    text = "The fair in Lincoln opened on Friday."
    elsewhere = one(
        recogniser.toponyms(text, source="The Spalding Guardian, Lincolnshire, England"), "Lincoln"
    )
    at_home = one(recogniser.toponyms(text, source="Omaha News, Nebraska"), "Lincoln")
    assert at_home.place is not None
    assert elsewhere.place is not None
    assert at_home.place.country_code == "US"
    assert elsewhere.place.country_code == "GB"


def test_given_spans_are_answered_one_by_one(recogniser: Recogniser) -> None:
    text = "From Homs to Hama, and to Xqzworld near Hama"
    spans = [(26, 34), (5, 9), (13, 17)]
    mentions = recogniser.toponyms(text, spans=spans)
    assert [(m.start, m.end) for m in mentions] == spans
    assert mentions[0].place is None
    assert [m.place.country_code for m in mentions[1:] if m.place] == ["SY", "SY"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Une explosion a eu lieu dans la ville de Homs, en Syrie, selon l'armée.",
            {"Homs": "SY", "Syrie": "SY"},
        ),
        (
            "Dos soldados murieron en la ciudad de Arauca, cerca de la frontera con Venezuela.",
            {"Arauca": "CO", "Venezuela": "VE"},
        ),
        ("Взрыв произошел в Донецке, а затем в Харькове.", {"Донецке": "UA", "Харькове": "UA"}),
        ("Вибухи пролунали в Одесі та Києві.", {"Одесі": "UA", "Києві": "UA"}),
        ("وقع انفجار في دمشق وحلب يوم الاثنين", {"دمشق": "SY"}),
        ("北京和上海下雨", {"北京": "CN", "上海": "CN"}),
    ],
)
def test_other_languages(recogniser: Recogniser, text: str, found: dict[str, str]) -> None:
    mentions = recogniser.toponyms(text)
    got = {m.text: m.place.country_code for m in mentions if m.place}
    assert found.items() <= got.items(), got


def test_long_text_in_parts(recogniser: Recogniser) -> None:
    sentence = "A mine went off near Mosul on Monday. "
    text = sentence * 8000
    mentions = list(recogniser.iter_toponyms(text))
    assert len(mentions) == 8000
    assert all(text[m.start : m.end] == "Mosul" for m in mentions)


def test_a_model_may_find_and_we_resolve(gazetteer: Gazetteer) -> None:
    text = "kabul fell; Obama spoke"
    entity = types.SimpleNamespace(start_char=0, end_char=5, label_="GPE")
    person = types.SimpleNamespace(start_char=12, end_char=17, label_="PERSON")
    nlp = lambda _: types.SimpleNamespace(ents=[entity, person])  # noqa: E731
    mentions = Recogniser(gazetteer.store, find_spans=entity_spans(nlp)).toponyms(text)
    assert [(m.text, m.place.country_code) for m in mentions if m.place] == [("kabul", "AF")]


def test_marked_text_gives_the_text_back(recogniser: Recogniser) -> None:
    text = "Washington warned Moscow after the raid on Kharkiv."
    mentions = recogniser.toponyms(text)
    marked = mark_names(text, mentions)
    assert re.sub(r"[\[(]([^:\]]*): [^\])]*[\])]", r"\1", marked) == text
    assert len(table_rows(mentions)) == len(mentions)


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=200)
    | st.lists(
        st.sampled_from(
            [
                "Paris",
                ",",
                "Texas",
                "the",
                "#NewYork",
                "U.S.",
                "'s",
                "New",
                "York",
                "-",
                "\n",
                "(",
                "Дамаск",
                "دمشق",
                "北京",
            ]
        ),
        max_size=25,
    ).map(" ".join)
)
def test_any_text_gives_sound_mentions(recogniser: Recogniser, text: str) -> None:
    mentions = recogniser.toponyms(text)
    end = 0
    for m in mentions:
        assert end <= m.start < m.end <= len(text)
        assert text[m.start : m.end] == m.text
        assert 0 <= m.score <= 1
        assert m.role in ("literal", "associative")
        assert m.form in ("name", "demonym")
        end = m.end
    assert mentions == recogniser.toponyms(text)


def test_the_spacy_component(gazetteer: Gazetteer) -> None:
    spacy = pytest.importorskip("spacy")
    nlp = spacy.blank("en")
    nlp.add_pipe(register(gazetteer.store))
    doc = nlp("Shells fell near Kharkiv, Kyiv said.")
    found = [(s.text, s._.place.country_code, s._.role) for s in doc.spans["toponyms"]]
    assert found == [("Kharkiv", "UA", "literal"), ("Kyiv", "UA", "associative")]
