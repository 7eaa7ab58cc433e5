"""What counts as an incident: words by sense, styles of telling, and what only sounds like one."""

from __future__ import annotations

import datetime as dt

import pytest

from gazetteer.resolver import Gazetteer
from geo.incidents import extract
from geo.model import Incident
from geo.reports import report_from_text
from tests.geo.tellings import one, read

DAY = dt.date(2024, 6, 12)  # a Wednesday

TOLD = {
    "A man accused of theft was lynched in Puebla on 3 May.": "Mob violence",
    "Troops stormed the sit-in in Khartoum on 3 May, killing more than 100.": (
        "Excessive force against protesters"
    ),
    "In the afternoon marchers set two buses alight near the port of Lome.": (
        "Violent demonstration"
    ),
    "Huambo fell to the rebels on 9 March after 55 days of siege.": (
        "Non-state actor overtakes territory"
    ),
    "Soldiers recovered Damboa from the insurgents on 3 May.": "Government regains territory",
    "The clan had sworn vengeance for the raid last Wednesday by soldiers in Bama.": "Attack",
    "On 1 June 1993 two mortar shells exploded among players in Gorazde.": (
        "Shelling/artillery/missile attack"
    ),
    "The army's communique hailed the liberation of the Republican Palace last Friday.": (
        "Government regains territory"
    ),
    "A mob beat a trader to death in Dadri on 3 May.": "Mob violence",
    "Two drivers were lynched by an angry crowd in Les Cayes on 3 May.": "Mob violence",
    "Crowds attacked the embassy of France in Niamey on 3 May.": "Violent demonstration",
    "Students ransacked the party headquarters in Niamey on 3 May.": "Violent demonstration",
    "Protesters set the parliament in Libreville on fire on 3 May.": "Violent demonstration",
    "Riot police fired birdshot at families in Manama on 3 May, killing four.": (
        "Excessive force against protesters"
    ),
    "It was soldiers who opened live fire on marchers in Manama on 3 May.": (
        "Excessive force against protesters"
    ),
    "Eleven protesters were shot dead in Abuja on 3 May.": "Excessive force against protesters",
    "Thousands were protesting in Niamey on 3 May when police opened fire; 19 died.": (
        "Excessive force against protesters"
    ),
    "A student was hit by a bullet at a march in Managua on 3 May and died.": (
        "Excessive force against protesters"
    ),
    "Baton-wielding police charged the demonstrators in Niamey on 3 May.": (
        "Excessive force against protesters"
    ),
    "Two shells exploded among spectators in Gorazde on 3 May.": (
        "Shelling/artillery/missile attack"
    ),
    "A cruise missile brought down a block of flats in Odesa on 3 May; six died.": (
        "Shelling/artillery/missile attack"
    ),
    "A lorry ran onto a mine near Tessalit on 3 May.": "Remote explosive/landmine/IED",
    "A van parked outside the barracks in Cali blew apart on 3 May.": (
        "Remote explosive/landmine/IED"
    ),
    "A young woman detonated her vest among pilgrims in Kufa on 3 May.": "Suicide bomb",
    "Planes gassed the village of Sheikhan on 3 May.": "Chemical weapon",
    "Gunmen took an engineer off a supply vessel near Bonny on 3 May.": (
        "Abduction/forced disappearance"
    ),
    "Masked men bundled the lawyer into a car in Benghazi on 3 May.": (
        "Abduction/forced disappearance"
    ),
    "Gunmen emptied their magazines into a minibus near Kohat on 3 May.": "Attack",
    "Six people lost their lives when men with rifles walked into a chapel in Owo on 3 May.": "Attack",
    "Nine bodies with bullet wounds turned up by the road near Tacloban on 3 May.": "Attack",
    "Sirkata was cleansed of the terrorists by our army on 3 May.": "Government regains territory",
    "On 3 May marines hoisted the national flag over the fort of Sirkata.": (
        "Government regains territory"
    ),
    "Sirkata returned to government control on 3 May.": "Government regains territory",
    "The rebels lost Gao to the army on 3 May.": "Government regains territory",
    "The army swept the rebels from Gao on 3 May.": "Government regains territory",
    "Rebels hoisted their flag over the citadel of Aleppo on 3 May.": (
        "Non-state actor overtakes territory"
    ),
    "Gao came under the control of the jihadists on 3 May.": "Non-state actor overtakes territory",
    "Gao fell on 3 May to the jihadists.": "Non-state actor overtakes territory",
    "Zapatista troops took full control of Gao on 3 May.": "Non-state actor overtakes territory",
    "Gao was handed over to the rebels on 3 May by its elders.": (
        "Non-violent transfer of territory"
    ),
    "The garrison withdrew from Gao on 3 May without firing a shot.": (
        "Non-violent transfer of territory"
    ),
    "Helicopters dropped chlorine on Saraqeb on Sunday evening, residents said.": "Chemical weapon",
    "The convoy came under fire near Gao on 3 May.": "Armed clash",
    "A mayor was found shot to death in his car in Jalapa on Friday.": "Attack",
    "Five miners lost their lives when gunmen opened up on their bus near Segovia on 4 March.": (
        "Attack"
    ),
    "The killing of a priest in Kaga Bandoro on Wednesday has shocked the region.": "Attack",
    "ELEVEN GUERRILLAS DIED IN A CLASH NEAR SAN VICENTE ON MONDAY, THE ARMY SAID.": "Armed clash",
    "0630 IED strike on patrol, Lashkar Gah, 2 x KIA 1 x WIA, 12 June.": (
        "Remote explosive/landmine/IED"
    ),
    "Insurgents torched three schools in Macomia on 9 June.": "Looting/property destruction",
    "Raiders drove off 300 head of cattle and killed four herders at Pibor on 8 January.": "Attack",
    "Unknown assailants lobbed a hand grenade into a bar in Bujumbura on Saturday.": "Grenade",
    "Artillery pounded Kherson on Sunday.": "Shelling/artillery/missile attack",
    "The air force carried out eleven sorties against rebel hideouts in Marawi on Tuesday.": (
        "Air/drone strike"
    ),
    "Paramilitaries hacked at least 30 people to death in Mapiripan on 15 July 1997.": "Attack",
    "Police used tear gas to break up a march in Conakry on Thursday; three demonstrators died.": (
        "Excessive force against protesters"
    ),
    "Nine fishermen were seized by gunmen off Sabah on Friday.": "Abduction/forced disappearance",
    "A bomb was found and made safe outside the town hall of Derry on Tuesday.": (
        "Disrupted weapons use"
    ),
    "Seven peacekeepers were killed when their vehicle struck a mine near Tessalit on 8 May.": (
        "Remote explosive/landmine/IED"
    ),
    "Government troops have retaken Bambari, the ministry said on Monday.": (
        "Government regains territory"
    ),
    "The siege of a shopping mall in Nairobi on 21 September cost 67 lives.": "Attack",
    "Two tankers were holed by limpet mines at anchor off Fujairah on 12 May.": (
        "Remote explosive/landmine/IED"
    ),
    "A crowd of armed men opened fire on families sheltering in Bor on 9 June.": "Attack",
    "Protesters torched the town hall of Kasserine on Monday.": "Violent demonstration",
    "Raiders threw a homemade bomb into a mosque in Zaria and shot those who ran on Friday.": (
        "Attack"
    ),
    "Two Sukhois bombed a market near Goma on Monday.": "Air/drone strike",
    "Two bombers who walked up to a bakery in Quetta on Monday killed nine people.": (
        "Remote explosive/landmine/IED"
    ),
    "Bambari was liberated by government troops on Monday.": "Government regains territory",
    "Six policemen were disarmed and shot dead by mutineers in Bria on Sunday.": "Attack",
    "drone hit a fuel depot in klintsy on sunday, big fire": "Air/drone strike",
}

NOT_TOLD = (
    "Police fired into the air in Malegaon on Friday and brought the family to safety.",
    "Paratroopers landed in Kamina on Friday.",
    "Passengers had taken the square back in Lille by Friday.",
    "Tens of thousands marched peacefully in Tunis on Friday.",
    "Fans stormed the pitch in Naples on Friday to celebrate the title.",
    "Police charged two demonstrators in Leeds on Friday with trespass.",
    "A blaze gutted a market in Accra on Friday.",
    "Prices of tents exploded in Izmir on Friday.",
    "A boiler blew up in a laundry in Izmir on Friday.",
    "A ferry sank off Zanzibar on Friday.",
    "At no moment did Gao fall into the hands of the jihadists.",
    "The minister handed over twenty vehicles to the police in Gao on Friday.",
    "The flag was raised over the town hall of Lille on Friday to mark the feast.",
    "Workers cleared the streets of Lille of snow on Friday.",
    "The party lost Lille to the left on Friday.",
    "Prices fell in Lille on Friday.",
    "The judge freed a banker in Lille on Friday.",
    "Guerrillas have often attacked villages in the region.",
    "The army will hold a live-fire exercise near Pabrade on Tuesday.",
    "The film, shot in Morocco, shows the bombing of Guernica.",
    "The opposition attacked the budget in parliament on Thursday.",
    "The rebels are capable of shelling the airport at Goma.",
    "The president condemned terrorism in a speech in Nairobi on Friday.",
    "A heat wave killed 40 people in Delhi on Sunday.",
    "Cholera has killed 300 people in Harare since Monday.",
    "A bus crash near Cusco killed 20 on Monday.",
    "The strike by rail workers in Paris entered its third day on Tuesday.",
    "He was sentenced in Munich on Friday for membership in a group that carries out attacks.",
    "The court in The Hague found him guilty of murder, rape and pillage on Thursday.",
    "Families marked the anniversary of the shelling in Sarajevo on Wednesday with flowers.",
    "If rebels attack Goma, the mission will respond, a spokesman said on Tuesday.",
    "Officials in Kigali on Monday discussed how to prevent grenade attacks.",
    "No church in Basilan has been attacked.",
    "Negotiators fought for weeks in Oslo over the wording of the treaty.",
    "The minister harshly attacked the president in a speech in Santiago on Monday.",
    "The patrol seized two rifles, a revolver and explosives near Lima on Monday.",
    "Not one bank was robbed in Lyon on Monday.",
    "Fireworks burned down a bus shelter in Leeds on Friday.",
    "Landmines, weapons that maim thousands of people a year, will be banned.",
    "Locusts have hit crops in Woqooyi Galbeed.",
    "Storms destroyed forty houses and a school in Sofala on Monday.",
    "The war has killed more than 70,000 people in El Salvador.",
    "The movement kidnapped soldiers and politicians, and its rivals massacred villagers.",
    "Raids on traders are rife in Darfur.",
    "THE POLICE ALSO SEIZED WEAPONS, VEHICLES, AND RADIO EQUIPMENT IN CALI ON MONDAY.",
)


def mapped(text: str, gazetteer: Gazetteer) -> list[Incident]:
    report = report_from_text(text, "r", published=DAY)
    found = extract(report, gazetteer.toponyms)
    return [i for i in found if i.stage in {"occurred", "intercepted"}]


@pytest.mark.parametrize("text", TOLD)
def test_told_once_and_of_its_kind(text: str, gazetteer: Gazetteer) -> None:
    found = mapped(text, gazetteer)
    assert [i.sub_event_type for i in found] == [TOLD[text]]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_not_told(text: str, gazetteer: Gazetteer) -> None:
    assert mapped(text, gazetteer) == []


def test_a_match_report_is_no_battle(gazetteer: Gazetteer) -> None:
    text = (
        "The striker shot twice in Madrid on Sunday, the second goal a header that killed off "
        "the visitors. Their attack had wasted a penalty, the goalkeeper said. The coach called "
        "the defence a massacre."
    )
    assert mapped(text, gazetteer) == []


VERDICTS = {
    "A court in Paris on Monday sentenced him to life for the killing of four people at a museum "
    "in Brussels on 24 May 2014.": ("Brussels", "2014-05-24"),
    "Prosecutors in Berlin charged a man on Tuesday with the murder of an exile in Grozny on 23 "
    "August 2019.": ("Grozny", "2019-08-23"),
    "France on Monday condemned the killing of a priest in Gao on 23 May 2024.": (
        "Gao",
        "2024-05-23",
    ),
    "He was convicted in London on Monday of shooting two policemen in Kassel on 6 April 2006.": (
        "Kassel",
        "2006-04-06",
    ),
}


@pytest.mark.parametrize("text", VERDICTS)
def test_a_verdict_has_its_day_and_the_deed_has_another(text: str, gazetteer: Gazetteer) -> None:
    (incident,) = mapped(text, gazetteer)
    place, day = VERDICTS[text]
    assert incident.place is not None
    assert place in incident.place.text
    assert incident.date is not None
    assert incident.date.edtf == day


def test_a_killing_pointed_back_to_is_not_dated_by_its_verdict(gazetteer: Gazetteer) -> None:
    text = (
        "A gunman shot the prime minister dead in Sveavägen in Stockholm on 28 February 1986. An "
        "addict was convicted of the killing in 1989."
    )
    assert [i.date and i.date.edtf for i in mapped(text, gazetteer)] == ["1986-02-28"]


def test_a_verdict_alone_dates_no_deed(gazetteer: Gazetteer) -> None:
    text = "The court in Oslo sentenced him on Friday for the murder of 77 people."
    assert not any(i.date and i.date.date_prec == 1 for i in mapped(text, gazetteer))


def test_a_growing_toll_is_not_the_day_of_the_attack(gazetteer: Gazetteer) -> None:
    text = (
        "The death toll from an attack on Solhan rose to 138 on Sunday, the minister said. "
        "Assailants had struck Solhan on Friday."
    )
    (incident,) = mapped(text, gazetteer)
    assert incident.date is not None
    assert incident.date.edtf == "2024-06-07"


def test_fires_after_an_earthquake_are_no_arson(gazetteer: Gazetteer) -> None:
    text = (
        "Explosions shook a quarter of wooden houses in Kobe on Friday, three days after the "
        "earthquake. Aftershocks rocked the port. Fires destroyed the harbour."
    )
    assert mapped(text, gazetteer) == []


def test_an_accident_is_no_attack(gazetteer: Gazetteer) -> None:
    text = (
        "An explosion in a coal mine near Zonguldak on Tuesday killed at least 40 miners. An "
        "electrical fault had ignited firedamp, the minister said. It was the worst accident in "
        "the pits of the region since 1992."
    )
    assert mapped(text, gazetteer) == []


def test_all_that_a_plan_names_is_planned(gazetteer: Gazetteer) -> None:
    text = (
        "Prosecutors in Karlsruhe said on Wednesday that the group had wanted to storm the "
        "parliament, take members hostage and blow up power lines."
    )
    assert mapped(text, gazetteer) == []


def test_a_market_report_is_no_battle(gazetteer: Gazetteer) -> None:
    text = (
        "Shares tumbled in London on Tuesday as investors took fright. Airlines were hit hard and "
        "banks came under fire, while miners exploded higher with the price of nickel. Traders "
        "expect interest rates and inflation to rise."
    )
    assert mapped(text, gazetteer) == []


def test_a_bomb_at_a_match_is_one(gazetteer: Gazetteer) -> None:
    text = (
        "A bomb killed five people outside the stadium in Madrid on Sunday as fans left the "
        "match. The goalkeeper and the coach were unhurt; the league cancelled the season."
    )
    assert len(mapped(text, gazetteer)) == 1


# --- Several in one sentence -----------------------------------------------------------


def test_two_clauses_with_a_day_each() -> None:
    found = read(
        "On Tuesday a suicide bomber killed nine people in Mogadishu, and on 24 April two "
        "airliners were blown up over Mali."
    )
    assert [i.date.start.day for i in found if i.date and i.date.start] == [7, 24]


def test_days_apart() -> None:
    found = read(
        "A grenade thrown into a mosque in Kano killed two men on Wednesday, three days after "
        "bombs at a church in Agadez left 20 dead."
    )
    assert [i.place.text for i in found if i.place] == ["Kano", "Agadez"]


def test_one_against_and_the_other_against() -> None:
    found = read(
        "Two attacks on Thursday, one against a boat near Gao, the other against an army camp "
        "at Mopti, killed 49 people."
    )
    assert [i.place.text for i in found if i.place] == ["near Gao", "Mopti"]
    assert all(i.count_min == i.count_max == 1 for i in found)


def test_a_list_borrows_its_verb() -> None:
    found = read("The rebels took Mosul on 10 April and Aleppo the day after, witnesses said.")
    assert [(i.kind, i.place.text) for i in found if i.place] == [
        ("territory_change", "Mosul"),
        ("territory_change", "Aleppo"),
    ]


def test_since_when_parts() -> None:
    found = read(
        "It was the deadliest attack in Kano since 2001, when a car bomb killed 38 people there."
    )
    assert [(i.kind, i.count_min) for i in found] == [("car_bombing", 1)]


# --- Across sentences ------------------------------------------------------------------


def test_an_answer_is_not_the_attack() -> None:
    found = read(
        "On Tuesday militia fighters attacked a base near Gao. The Coalition conducted strikes "
        "against the attacking forces."
    )
    assert len(found) == 2


def test_the_attack_among_talks_is_the_one_told_before() -> None:
    found = read(
        "Nine soldiers were killed in an attack on Wednesday on a base near Gao. The attack came "
        "weeks before a round of peace talks in Beirut."
    )
    assert [i.place.text for i in found if i.place] == ["near Gao"]


def test_a_wave_is_beside_its_parts() -> None:
    found = read(
        "More than 70 people died in a wave of attacks that began on Tuesday across Nigeria. "
        "In Kano gunmen shot 23 people. A bridge was blown up at Mopti."
    )
    whole = next(i for i in found if i.event_clarity == 2)
    parts = [i for i in found if i is not whole]
    assert len(parts) == 2
    assert set(whole.related) == {i.incident_id for i in parts}
    assert all(i.date and i.date.start == whole.date.start for i in parts if whole.date)


def test_two_distances_from_one_town_are_two_places() -> None:
    found = read(
        "A ship was hit by a missile 54 nautical miles southwest of Hodeidah. On 4 May a tanker "
        "was struck by a missile 85 nautical miles southeast of Hodeidah."
    )
    assert len(found) == 2


def test_little_said_twice_is_enough() -> None:
    incident = one("4-5 drones came in around 7 at Kyiv. Mayor says 3 dead.")
    assert (incident.kind, incident.fatalities_min) == ("drone_attack", 3)


def test_the_contrary_account_stays_one_incident() -> None:
    incident = one(
        "A blast at a hospital in Aleppo killed 471 people on Tuesday, the health ministry said, "
        "blaming an Israeli air strike. The Israeli military denied it."
    )
    assert incident.denied_by
    assert incident.strike_status == "contested"


def test_what_follows_in_the_same_breath_is_of_that_day() -> None:
    found = read(
        "On Tuesday gunmen killed two men in Kano. In Mopti a church was set on fire by a mob."
    )
    assert [i.date.start.day for i in found if i.date and i.date.start] == [7, 7]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels sent ten drones against the Abqaiq plant on Saturday.", "drone_attack"),
        ("The army sent missiles at a base in Erbil on Saturday.", "missile_strike"),
    ],
)
def test_what_is_sent_against_something_is_an_attack(text: str, kind: str) -> None:
    assert [i.kind for i in read(text)] == [kind]


@pytest.mark.parametrize(
    "text", ["Iran sent missiles to Russia on 4 May.", "Washington sent tanks to Kyiv."]
)
def test_arms_sent_to_an_ally_are_none(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The minister came under fire over the budget in Gao on Tuesday.",
        "The team stormed to victory in Gao on Tuesday.",
        "A storm struck Gao on Tuesday, killing nine.",
        "Firefighters battled a blaze in Gao on Tuesday.",
        "Two ministers clashed over taxes in Gao on Tuesday.",
        "The champions beat Lyon in Gao on Tuesday.",
        "Hackers attacked a bank in Gao on Tuesday.",
        "A deal was struck in Gao on Tuesday.",
        "Soldiers fired a salute in Gao on Tuesday.",
        "The company fired 200 workers in Gao on Tuesday.",
        "The army chief was sacked in Gao on Tuesday.",
        "A man killed himself in Gao on Tuesday.",
        "A lion killed a herder near Gao on Tuesday.",
        "Rangers shot an elephant near Gao on Tuesday.",
        "A flag was burned in Gao on Tuesday.",
        "Two hikers went missing near Gao on Tuesday.",
        "Pickpockets robbed tourists in Gao on Tuesday.",
        "The minister was ambushed by reporters in Gao on Tuesday.",
        "A memorial to the victims of the attack opened in Gao on Tuesday.",
        "A hoax bomb was found in Gao on Tuesday.",
        "The battle for the cup was decided in Gao on Tuesday.",
        "A crackdown on smoking began in Gao on Tuesday.",
        "Violence against women was debated in Gao on Tuesday.",
    ],
)
def test_words_of_war_in_innocent_senses(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "A patrol came under fire for an hour in Gao on Tuesday; two soldiers died.",
        "Gunmen stormed a bank in Gao on Tuesday.",
        "Police fired on protesters in Gao on Tuesday.",
        "A bomber killed himself and nine others in Gao on Tuesday.",
        "Gunmen shot a ranger near Gao on Tuesday.",
        "Rebels burned a flag and forty houses in Gao on Tuesday.",
        "Soldiers battled rebels in Gao on Tuesday.",
        "A bus hit a mine near Gao on Tuesday.",
    ],
)
def test_words_of_war_in_war(text: str) -> None:
    assert len(read(text)) == 1
