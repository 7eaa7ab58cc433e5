"""How far the words reach that say where, and which place is the incident's."""

from __future__ import annotations

import pytest

from gazetteer.resolver import Gazetteer
from geo.fit_places import Choice, fit, right_on
from tests.geo.tellings import one, read


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen attacked a convoy 22 miles west of Gao on Tuesday.", "22 miles west of Gao"),
        ("Jets struck rebel camps in eastern Syria on Tuesday.", "eastern Syria"),
        ("Jets struck camps in the Iraq-Syria border region on Tuesday.", "Iraq-Syria border region"),
        ("Drones struck Ukrainian airfields on Tuesday.", "Ukrainian airfields"),
        ("Shells hit the village of Kfar Tebnit on Tuesday.", "village of Kfar Tebnit"),
        ("Rebels attacked Wad Nour, a village near Gao, on Tuesday.", "Wad Nour, a village near Gao"),
        ("A missile hit a tanker off the coast of Yemen on Tuesday.", "off the coast of Yemen"),
        ("A bomb exploded on the outskirts of Aleppo on Tuesday.", "outskirts of Aleppo"),
        ("Shells fell on Kharkiv and Sumy on Tuesday.", "Kharkiv and Sumy"),
        ("Bandits attacked a bus on the road between Kano and Agadez on Tuesday.", "between Kano and Agadez"),
        ("Gunmen killed two farmers on the road from Gao to Mopti on Tuesday.", "road from Gao to Mopti"),
        ("Gunmen attacked the military post of Inba, near Gao, on Tuesday.", "post of Inba, near Gao"),
        ("Rebels raided Tessa Kwara, in Mali, on Tuesday.", "Tessa Kwara, in Mali"),
        ("A rocket hit the Green Zone in Mosul on Tuesday.", "Green Zone in Mosul"),
        ("Shelling killed two children at the Kali-Ballee mosque in Aleppo on Tuesday.", "Kali-Ballee mosque in Aleppo"),
        ("Bandits attacked a bus on the road between Kano and Darazu on Tuesday.", "road between Kano and Darazu"),
        ("Armed men raided four villages: Bela, Kor Amba, Dessi and Tarro on Tuesday.", "villages: Bela, Kor Amba, Dessi and Tarro"),
        ("Rebels attacked Olamba, 15 km south of Gao, on Tuesday.", "Olamba, 15 km south of Gao"),
        ("Gunmen shot six people in the Puerta Roja bar on Tuesday.", "Puerta Roja bar"),
        ("A bomb hit the church of San Marcos de Ruyo on Tuesday.", "church of San Marcos de Ruyo"),
        ("A bomb exploded in Mosul's mainly Sunni Green Quarter neighbourhood on Tuesday.", "Mosul's mainly Sunni Green Quarter neighbourhood"),
        ("Shells fell on a depot near Kharkiv, in the Sumy direction, on Tuesday.", "near Kharkiv, in the Sumy direction"),
        ("Drones hit the Harun detention centre on Tuesday.", "Harun detention centre"),
        ("The town remembers Karlova, where gunmen killed twelve soldiers on Tuesday.", "Karlova"),
        ("Shells hit a camp near Mosul-'Eissa on Tuesday.", "near Mosul-'Eissa"),
        ("Shells fell on Kafr al-Gao and on nothing else on Tuesday.", "Kafr al-Gao"),
        ("A mob forced its way into the base of the Gao and killed six people in Mopti on Tuesday.", "Mopti"),
        ("Gunmen attacked the airport in Mali's capital on Tuesday.", "Mali's capital"),
        ("Gunmen killed four traders between Kano and Agadez on Tuesday.", "between Kano and Agadez"),
        ("Gunmen killed four traders on the Tessa Kwara-Gao road on Tuesday.", "Tessa Kwara-Gao road"),
        ("Gunmen attacked a bus bound for Mopti near Gao on Tuesday.", "near Gao"),
        ("Gunmen killed four traders on the highway connecting Kano and Agadez on Tuesday.", "highway connecting Kano and Agadez"),
        ("Gunmen shot six people at Let Yet Gone on Tuesday.", "Let Yet Gone"),
        ("Gunmen shot six people on Tuesday at Tessara, a Hausa village near Gao.", "Tessara"),
        ("Gunmen attacked the Frontier Corps post at Tessara on Tuesday.", "Frontier Corps post at Tessara"),
        ("A ship bound from Kano to Mopti was boarded on Tuesday by pirates about 98 miles west of Gao.", "98 miles west of Gao"),
        ("A patrol was shot at between Kobari and Bambele on Tuesday; two men died.", "between Kobari and Bambele"),
        ("Gunmen took four farmers from Tessara on Tuesday and shot them.", "Tessara"),
        ("Killers came to Tessara, a village in the hills, on Tuesday and shot six men.", "Tessara"),
        ("Gunmen shot six people in Ward 6 of Gao on Tuesday.", "Ward 6 of Gao"),
        ("Six people died on Tuesday in the attack on School No 3 in Gao.", "School No 3 in Gao"),
        ("Six people died on Tuesday when shells hit the Tarkuna camp for displaced people in Gao.", "Tarkuna camp for displaced people in Gao"),
        ("BOMBS WENT OFF AT DEHIRA, A SUBURB OF THE CAPITAL, ON TUESDAY.", "DEHIRA"),
    ],
)  # fmt: skip
def test_phrases(text: str, place: str) -> None:
    incident = one(text)
    assert incident.place is not None
    assert incident.place.text == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # an origin, a speaker, a seat are not where it happened
        ("Rockets fired from Lebanon hit a house in Aleppo on Tuesday.", "Aleppo"),
        ("A shell hit a school in Aleppo on Tuesday, officials in Beirut said.", "Aleppo"),
        ("The bombs in Beirut, and in Aleppo, where 12 men blew themselves up on Tuesday, killed 20.", "Aleppo"),
        ("The Movement for Peace in the West attacked a camp near Gao on Tuesday.", "near Gao"),
        ("The patrol was on its way to Mopti when gunmen opened fire near Gao on Tuesday.", "near Gao"),
        ("Fighters from Mopti killed six soldiers at Gao on Tuesday.", "Gao"),
        ("A man of Kano, aged 28, blew himself up in Gao on Tuesday.", "Gao"),
        ("Troops based in Kano attacked a camp near Gao on Tuesday.", "near Gao"),
        ("Guards recruited in Kano killed six villagers of Mopti on Tuesday.", "Mopti"),
        ("Officials in Kano said on Tuesday that two bombs had killed six people at Gao.", "Gao"),
        ("Troops sent from Bamako were attacked outside Gao on Tuesday.", "outside Gao"),
        ("Russia's air force bombed a hospital in Idlib on Tuesday.", "Idlib"),
        # of two that hold it, the smaller
        ("In Mosul, five butchers were shot dead in the Old City district on Tuesday.", "Old City district"),
        ("Rebels launched an offensive in northern Mali on Tuesday, storming the barracks at Gao.", "Gao"),
    ],
)  # fmt: skip
def test_the_place_of_the_incident(text: str, place: str) -> None:
    incident = one(text)
    assert incident.place is not None
    assert incident.place.text == place


def test_places_leave_out_where_they_came_from_and_went() -> None:
    incident = one("A convoy on its way from Kano to Mopti was attacked near Gao on Tuesday.")
    assert [place.text for place in incident.places] == ["near Gao"]


def test_the_fit_prefers_what_the_labels_prefer() -> None:
    near, far = frozenset({"prep in"}), frozenset({"prep from"})
    data = [Choice(str(n), (near, far), (0,), 1.0) for n in range(20)]
    data += [Choice(str(n), (far,), (), 1.0) for n in range(20)]
    weights = fit(data)
    assert weights["prep in"] > 0 > weights["prep from"]
    assert right_on(data, weights) == [True] * 20


def test_a_place_that_points_back() -> None:
    incident = one("Rebels attacked a camp near Gao on Tuesday. Six people were killed.")
    assert incident.place is not None
    assert incident.place.text == "near Gao"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gao buried its dead. On Tuesday gunmen had driven into the town and shot eight men.", "Gao"),
        ("Our flag flies over Mosul. The city was captured by the army on Tuesday.", "Mosul"),
        ("In Gao the names are read out. Six men were shot dead here on Tuesday.", "Gao"),
        ("Smoke hung over Aleppo. Settlers entered the Syrian town, south of Mosul, on Tuesday and killed two men.", "Aleppo"),
        ("Aid came to Mosul. On Tuesday a bomb killed two people in the city of Kano.", "city of Kano"),
        ("Rebels hold Gao. The commander in Mopti spoke of losses. Rebels seized the town on Tuesday.", "Gao"),
        # what was told long before, or is nowhere, is not meant
        ("Aid came to Mosul. It was late. It was little. It was old. Men were shot dead here on Tuesday.", None),
        ("On Tuesday gunmen drove into the town and shot eight men.", None),
    ],
)  # fmt: skip
def test_a_place_told_before_the_sentence(text: str, place: str | None) -> None:
    incident = one(text)
    found = incident.place.text if incident.place and not incident.place.country else None
    assert found == place


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Fighting went on in Mali. On Tuesday guerrillas killed two mayors.", "ML"),
        # whose it was is not where it was
        ("A Russian gunship fired at the main building on Tuesday, killing six people.", None),
        ("Russia's air force shot down a bomber on Tuesday.", None),
        ("Militants were killed on Tuesday in clashes with the Syrian Defence Army.", None),
    ],
)
def test_the_country_that_a_report_is_about(text: str, code: str | None) -> None:
    place = one(text).place
    assert (place.country_code if place else None) == code


def test_there_is_where_the_deed_before_was() -> None:
    text = (
        "On Monday a bomb went off in Gao, killing two. Rebels shot six men dead there on Tuesday."
    )
    assert [i.place.text for i in read(text) if i.place] == ["Gao", "Gao"]


def test_a_nickname_is_no_place() -> None:
    incident = one('Gunmen shot dead Juan "Gao" Ruiz in Mopti on Tuesday.')
    assert [place.text for place in incident.places] == ["Mopti"]


def test_words_are_verbatim() -> None:
    text = "Gunmen attacked a convoy 22 miles west of Gao on Tuesday."
    place = one(text).place
    assert place is not None
    assert text[place.start : place.end] == place.text


def test_here_is_where_the_report_was_written() -> None:
    incident = one("Gao, May 9 - Two men were shot dead here on Wednesday, police said.")
    assert incident.place is not None
    assert incident.place.text.casefold() == "gao"


def test_the_country_of_an_embassy_is_not_where_it_stands() -> None:
    incident = one("In Beirut a bomb damaged the Russian embassy on Tuesday.")
    assert incident.place is not None
    assert incident.place.country_code == "LB"


UNKNOWN_PLACES = [
    "On Monday they shelled Tarkuna, killing three.",
    "On Monday shells landed on Tarkuna, killing three.",
    "Tarkuna was shelled on Monday; three people died.",
    "The attack on Tarkuna on Monday killed three people.",
    "Shelling of Tarkuna on Monday killed ten people.",
    "Ten people died on Monday when Tarkuna came under artillery fire.",
    "On Monday, Tarkuna fell to the rebels.",
    "Tarkuna's market was bombed on Monday, killing ten.",
    "Gunmen stormed the Hotel Tarkuna on Monday, killing ten.",
    "Drones attacked the Tarkuna oil depot on Monday.",
    "Ten villagers of Tarkuna were executed by rebels on Monday.",
    "A patrol was ambushed close to Tarkuna on Monday.",
    "On Monday Tarkuna was taken by the rebels.",
    "Rebels captured Tarkuna on Monday.",
    "Rebels took control of Tarkuna on Monday.",
    "Rockets hit Tarkuna on Monday, killing three.",
    "Troops entered Tarkuna on Monday and killed three men.",
    "Rebels burned Tarkuna to the ground on Monday.",
    "Tarkuna was attacked on Monday; three people died.",
    "Rebels killed three villagers from Tarkuna on Monday.",
    "The Tarkuna massacre of Monday, in which rebels killed forty, was filmed.",
    "A shell landed on Monday on the edge of Tarkuna, killing three.",
    "Gunmen ambushed a truck 12km from Tarkuna on Monday.",
    "Gunmen ambushed a truck on Monday on the road linking Tarkuna to Orsenga.",
    "Gunmen shot three men on Monday in a village known as Tarkuna.",
    "Gunmen shot three men on Monday in the locality Tarkuna.",
    "Gunmen shot three men on Monday in al-Tarkuna.",
    "Gunmen shot three men on Monday in neighbouring Tarkuna.",
    "Gunmen shot three men on Monday in rebel-held Tarkuna.",
    "Gunmen shot three men on Monday in remote Tarkuna.",
    "Gunmen shot three men on Monday at a place called Tarkuna.",
    "Gunmen shot three men on Monday in an area known as Tarkuna.",
    "Gunmen shot three men on Monday at the Tarkuna gold mine.",
    "Gunmen shot three men on Monday in the farming community of Tarkuna.",
    "Gunmen shot three men on Monday at the entrance to Tarkuna.",
    "Gunmen rode into Tarkuna on Monday and shot three men.",
    "Gunmen abducted nine pupils from Tarkuna on Monday.",
    "Witnesses in Tarkuna said that soldiers opened fire on worshippers on Monday.",
    "On Monday nine soldiers died in the battle for Tarkuna.",
    "Bombs on Tarkuna killed nine on Monday.",
    "Ahead of talks in Goma rebels killed nine people in Ban Nawng Tarkuna on Monday.",
    "The rebels' capture of Tarkuna on Monday was swift.",
    "Gunmen shot three men on Monday in Ras-e-Tarkuna.",
]


@pytest.mark.parametrize("text", UNKNOWN_PLACES)
def test_what_befalls_places_shows_an_unknown_name_to_be_one(text: str) -> None:
    incident = read("Government forces shelled Goma on Sunday. " + text)[-1]
    assert incident.place is not None
    assert "Tarkuna" in incident.place.text


@pytest.mark.parametrize(
    "text",
    [
        "The attack on WFP on Monday killed three people.",
        "In Goma and Zelenka said on Monday that ten people had been killed by rebels.",
        "Gunmen shot Tarkun on Monday.",
        "A man attacked Tarkun on Monday with a knife.",
        "Tarkun, who was attacked on Monday, died.",
        "Homes were burned by rebels on Monday.",
        "Rebels attacked Tarkunis on Monday.",
        "Rebels killed ten men in Operation Tarkun on Monday.",
    ],
)
def test_bodies_and_people_are_no_places(text: str) -> None:
    for incident in read("Government forces shelled Goma on Sunday. " + text):
        assert incident.place is None or incident.place.text == "Goma"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Residents of Baga said that soldiers torched their houses on Tuesday.", "Baga"),
        (
            "Fighters attacked a bus on the Sevare-Bandiagara axis on Tuesday.",
            "Sevare-Bandiagara axis",
        ),
    ],
)
def test_where_it_was_is_told_beside(text: str, place: str) -> None:
    incident = one(text)
    assert incident.place is not None
    assert incident.place.text == place


def test_a_site_that_no_source_has_is_not_the_country_of_who_struck_it() -> None:
    text = "Yemen's Houthi movement said it had sent drones against the Abqaiq processing plant on Tuesday."
    incident = read(text, names=Gazetteer.open().toponyms)[0]
    assert incident.place is not None
    assert (incident.place.text, incident.place.country_code) == ("Abqaiq processing plant", None)


@pytest.mark.parametrize("part", ["southern suburbs", "centre", "outskirts"])
def test_a_part_after_its_whole(part: str) -> None:
    incident = one(f"Jets struck a building in Aleppo's {part} on Monday.")
    assert incident.place is not None
    assert incident.place.text == f"Aleppo's {part}"
