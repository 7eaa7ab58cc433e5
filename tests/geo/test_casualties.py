"""How many died, as a sentence says it."""

from __future__ import annotations

import datetime as dt

import pytest

from gazetteer.resolver import Gazetteer
from geo.incidents import extract
from geo.reports import report_from_text
from tests.geo.tellings import one


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        (
            (
                "At least 20 civilians, among them two children, died in an air strike on Khartoum on "
                "Sunday."
            ),
            (20, None),
            (None, None),
        ),
        (
            "An air strike on Idlib on Sunday killed 12 people, including three women and a child.",
            (12, 12),
            (None, None),
        ),
        (
            (
                "Fourteen people (among them five children) were killed when a shell hit a school in "
                "Donetsk on Monday."
            ),
            (14, 14),
            (None, None),
        ),
        (
            (
                "At least nine people, most of them women, died when a bomb exploded in a market in "
                "Baghdad on Tuesday; 30 were hurt."
            ),
            (9, None),
            (30, 30),
        ),
        (
            (
                "Five soldiers and two civilians were killed in an ambush near Gao on Friday, and "
                "eleven others were wounded."
            ),
            (7, 7),
            (11, 11),
        ),
    ],
)
def test_a_part_of_the_dead_is_not_their_number(
    text: str,
    dead: tuple[int | None, int | None],
    hurt: tuple[int | None, int | None],
    gazetteer: Gazetteer,
) -> None:
    report = report_from_text(text, "r", published=dt.date(2023, 9, 12))
    (incident,) = extract(report, gazetteer.toponyms)
    assert (incident.fatalities_min, incident.fatalities_max) == dead
    assert (incident.injuries_min, incident.injuries_max) == hurt


SAID = [
    (
        "Gunmen on motorbikes shot or burned at least 132 villagers in Diallassagou on Saturday.",
        (132, None),
        (None, None),
    ),
    (
        "A car bomb in Baghdad on Monday claimed 60 lives.",
        (60, 60),
        (None, None),
    ),
    (
        "A car bomb in Baghdad on Monday left 60 dead and more than 100 wounded.",
        (60, 60),
        (100, None),
    ),
    (
        "Shells hit a market in Donetsk on Monday; rescuers recovered the bodies of 14 people.",
        (14, 14),
        (None, None),
    ),
    (
        (
            "We documented the deaths of at least 817 protesters when security forces stormed a "
            "sit-in in Cairo on 14 August."
        ),
        (817, None),
        (None, None),
    ),
    (
        "A drone strike on a meeting in Murzuq on 4 August led to the deaths of 43 people.",
        (43, 43),
        (None, None),
    ),
    (
        (
            "The massacre by paramilitaries of some sixty people at El Salado took place in "
            "February 2000."
        ),
        (60, 60),
        (None, None),
    ),
    (
        (
            "The commission attributes to soldiers the killing of fifteen people in Gao on 3 "
            "November 1991."
        ),
        (15, 15),
        (None, None),
    ),
    (
        "14 Feb: army post at Bamba attacked, 15 FAMa KIA.",
        (15, 15),
        (None, None),
    ),
    (
        "On the 20th jets hit Jamous street in Beirut, 45+ dead.",
        (45, None),
        (None, None),
    ),
    (
        (
            "At least 70 people, three infants among them, were killed when a gang stormed Cabaret "
            "on Thursday."
        ),
        (70, None),
        (None, None),
    ),
    (
        (
            "Militants attacked the town of Kalat on Monday; at least ten people, five of them "
            "police, were killed."
        ),
        (10, None),
        (None, None),
    ),
    (
        (
            "A colonel of the Revolutionary Guards and two bodyguards were shot dead near Zahedan "
            "on Wednesday."
        ),
        (3, 3),
        (None, None),
    ),
    (
        (
            "No fewer than 48 civilians were shot, burned or beaten to death at Lukodi on 19 May "
            "2004."
        ),
        (48, None),
        (None, None),
    ),
    (
        "Nine people were shot or hacked to death at Khamenlok on 13 June by armed men.",
        (9, 9),
        (None, None),
    ),
    (
        "The market at Mastaba was bombed on 15 March (at least 97 dead).",
        (97, None),
        (None, None),
    ),
    (
        (
            "Twelve suicide bombers blew themselves up in Casablanca on 16 May and took 33 people "
            "with them."
        ),
        (33, 33),
        (None, None),
    ),
    (
        (
            "A suicide bomber blew himself up outside the base in Colombo on Monday, taking two "
            "lives."
        ),
        (2, 2),
        (None, None),
    ),
    (
        "Officials put the dead at 64 to 75 after jets bombed a convoy near Prizren on Wednesday.",
        (64, 75),
        (None, None),
    ),
    (
        (
            "Ten Belgian peacekeepers were disarmed, beaten and killed by soldiers in Kigali on 7 "
            "April."
        ),
        (10, 10),
        (None, None),
    ),
    (
        "A mob dragged the mayor through the streets of Ilave on 26 April 2004 and lynched him.",
        (1, 1),
        (None, None),
    ),
    (
        "Intriago, mayor of Manta, was murdered on 23 July.",
        (1, 1),
        (None, None),
    ),
    (
        "Twelve soldiers fell in an ambush near Hakkari on 21 October.",
        (12, 12),
        (None, None),
    ),
    (
        "An ambush near Hakkari on 21 October cost the lives of twelve soldiers.",
        (12, 12),
        (None, None),
    ),
    (
        "An ambush near Hakkari on 21 October cost twelve soldiers their lives.",
        (12, 12),
        (None, None),
    ),
    (
        "The Red Cross collected 115 bodies after gunmen raided Bangassou on Saturday.",
        (115, 115),
        (None, None),
    ),
    (
        "Shelling of Kharkiv on Tuesday killed two and injured seven, among them a child.",
        (2, 2),
        (7, 7),
    ),
    (
        "Shelling of Kharkiv on Tuesday left two people dead and another seven wounded.",
        (2, 2),
        (7, 7),
    ),
    (
        "The toll of Monday's bombing in Karachi rose to 31.",
        (31, 31),
        (None, None),
    ),
    (
        "A grenade thrown into a bar in Bujumbura on Sunday wounded four; nobody was killed.",
        (0, 0),
        (4, 4),
    ),
    (
        "A rocket fell on Sderot on Sunday without causing casualties.",
        (0, 0),
        (0, 0),
    ),
    (
        "Mortar fire on Lyptsi on 13 May, nil casualties.",
        (0, 0),
        (0, 0),
    ),
    (
        (
            "Between 40 and 200 people were killed when militiamen stormed a church in Suai on 6 "
            "September 1999."
        ),
        (40, 200),
        (None, None),
    ),
    (
        "Three soldiers and five militants died in a firefight near Patikul on Friday.",
        (8, 8),
        (None, None),
    ),
    (
        "A strike on Rafah on Monday killed a family of six.",
        (6, 6),
        (None, None),
    ),
    (
        "A strike on Rafah on Monday killed a woman and her three children.",
        (4, 4),
        (None, None),
    ),
    (
        "A strike on Rafah on Monday killed 20, most of them women and children.",
        (20, 20),
        (None, None),
    ),
    (
        "Dozens of civilians were killed in a strike on Rafah on Monday.",
        (24, None),
        (None, None),
    ),
    (
        "As many as 1,300 people perished in a sarin attack on Ghouta on 21 August 2013.",
        (1, 1300),
        (None, None),
    ),
    (
        "Up to 30 people died in a raid on Beni on Friday.",
        (1, 30),
        (None, None),
    ),
    (
        "Gunmen slit the throats of 43 farmers near Maiduguri on 28 November.",
        (43, 43),
        (None, None),
    ),
    (
        "Gunmen executed 43 farmers near Maiduguri on 28 November and kidnapped ten women.",
        (43, 43),
        (None, None),
    ),
    (
        "On 28 November 43 farmers were found dead near Maiduguri after an attack by gunmen.",
        (43, 43),
        (None, None),
    ),
    (
        (
            "A bomb went off in Quetta on Monday. Two policemen and a passer-by were killed and "
            "nine others hurt."
        ),
        (3, 3),
        (9, 9),
    ),
    (
        "A bomb in Quetta on Monday killed two policemen, a doctor and three passers-by.",
        (6, 6),
        (None, None),
    ),
    (
        (
            "ELN rebels attacked a post in Arauca on Monday. The dead are four soldiers and a "
            "guerrilla."
        ),
        (5, 5),
        (None, None),
    ),
    (
        "On Monday a mine near Bria killed one peacekeeper and seriously wounded two more.",
        (1, 1),
        (2, 2),
    ),
    (
        "A mine killed a peacekeeper near Bria on Monday. Two of his comrades were hurt.",
        (1, 1),
        (2, 2),
    ),
    (
        "FIVE SOLDIERS WERE KILLED AND EIGHT WOUNDED IN AN AMBUSH NEAR SAN VICENTE ON 3 MAY.",
        (5, 5),
        (8, 8),
    ),
    (
        "A bomb exploded in Lima on 3 May, with a toll of four dead and 12 wounded.",
        (4, 4),
        (12, 12),
    ),
    (
        "4 x ANA KIA, 6 x ANA WIA in a complex attack on Ghazni on 3 May.",
        (4, 4),
        (6, 6),
    ),
    (
        "Insurgents attacked Ghazni on 3 May. Casualties: 4 killed, 6 injured.",
        (4, 4),
        (6, 6),
    ),
    (
        "Insurgents attacked Ghazni on 3 May (killed: 4, injured: 6).",
        (4, 4),
        (6, 6),
    ),
    (
        (
            "Fighting in Tripoli on Monday has left at least 32 dead, including 12 civilians, and "
            "159 injured."
        ),
        (32, None),
        (159, 159),
    ),
    (
        "A 12-year-old boy was shot dead by soldiers in Jenin on Monday.",
        (1, 1),
        (None, None),
    ),
    (
        "Two brothers aged 9 and 12 were killed by a shell in Taiz on Monday.",
        (2, 2),
        (None, None),
    ),
    (
        "One person was killed and 17 others injured in a blast in Kabul on Monday, police said.",
        (1, 1),
        (17, 17),
    ),
    (
        (
            "Some 300 of the 1,100 hostages died in Beslan on 3 September when troops stormed the "
            "school."
        ),
        (300, 300),
        (None, None),
    ),
    (
        (
            "A strike on a hospital in Kunduz on 3 October killed 42 people: 24 patients, 14 staff "
            "and four relatives."
        ),
        (42, 42),
        (None, None),
    ),
    (
        (
            "In an attack on a village near Mopti on Monday more than 130 Fulani herders lost their"
            " lives."
        ),
        (130, None),
        (None, None),
    ),
]


NEXT_SENTENCE = {
    "Gunmen raided Solhan on Friday. The government put the toll at 132.": (132, 132),
    "A bomb went off in Baghdad on Monday. The ministry raised its count of the dead to 292.": (
        292,
        292,
    ),
    "A bomb exploded at a hotel in Islamabad on Saturday. The dead number at least 53.": (53, None),
    "Gunmen stormed a church in Suai on Friday. Between 79 and 119 of them died.": (79, 119),
    "Shells hit a clinic in Gao on Friday. Several hundred people were killed.": (200, None),
}


@pytest.mark.parametrize(("text", "dead"), list(NEXT_SENTENCE.items()))
def test_a_toll_told_in_the_next_sentence(
    text: str, dead: tuple[int, int | None], gazetteer: Gazetteer
) -> None:
    report = report_from_text(text, "r", published=dt.date(2024, 5, 10))
    (incident,) = extract(report, gazetteer.toponyms)
    assert (incident.fatalities_min, incident.fatalities_max) == dead


@pytest.mark.parametrize(("text", "dead", "hurt"), SAID)
def test_how_reports_say_it(
    text: str,
    dead: tuple[int | None, int | None],
    hurt: tuple[int | None, int | None],
    gazetteer: Gazetteer,
) -> None:
    report = report_from_text(text, "r", published=dt.date(2024, 5, 10))
    (incident,) = extract(report, gazetteer.toponyms)
    assert (incident.fatalities_min, incident.fatalities_max) == dead
    assert (incident.injuries_min, incident.injuries_max) == hurt


def test_a_town_that_fell_is_nobody_dead(gazetteer: Gazetteer) -> None:
    text = "Two towns fell in the offensive near Kidal on Monday as rebels attacked the army."
    report = report_from_text(text, "r", published=dt.date(2024, 5, 10))
    assert all(i.fatalities_min is None for i in extract(report, gazetteer.toponyms))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Weber, 53, was killed by a car bomb near Bidnija on Monday.", ("Anna Weber",)),
        (
            "Jean Moreau, 20, and Paul Petit, 21, were murdered in La Paz on Wednesday night.",
            ("Jean Moreau", "Paul Petit"),
        ),
    ],
)
def test_an_age_is_no_toll(text: str, names: tuple[str, ...], gazetteer: Gazetteer) -> None:
    report = report_from_text(text, "r", published=dt.date(2024, 6, 12))
    (incident,) = extract(report, gazetteer.toponyms)
    assert incident.targets == names
    assert incident.fatalities_min in {None, len(names)}


def test_one_count_or_another_is_a_range() -> None:
    incident = one("Rebels attacked Gao on Monday and killed fifteen, or eleven as first reported.")
    assert (incident.fatalities_min, incident.fatalities_max) == (11, 15)


@pytest.mark.parametrize(
    ("who", "dead"),
    [
        ("A six-year-old girl was", 1),
        ("A twenty-five-year-old man was", 1),
        ("A seven-year-old boy and two women were", 3),
        ("Twenty-five people were", 25),
    ],
)
def test_an_age_in_words_is_no_toll(who: str, dead: int) -> None:
    incident = one(f"{who} killed by shells in Gao on Monday.")
    assert incident.fatalities_min == incident.fatalities_max == dead
    assert not incident.targets[0].startswith("year")
