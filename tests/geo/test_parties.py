"""Every way a text tells who did it, one construction a line."""

from __future__ import annotations

import pytest

from tests.geo.tellings import one, read

AGENTS = [
    ("Russian forces shelled the town of Huliaipole on Tuesday.", "Russian forces"),
    ("The town of Huliaipole was shelled by Russian troops on Tuesday.", "Russian troops"),
    ("Russian-led air strikes killed 12 people in Saada on Tuesday.", "Russian-led"),
    ("Air strikes by the Saudi-led coalition killed 12 people in Saada on Tuesday.", "Saudi-led coalition"),
    ("RSF shelling killed seven people in El Fasher on Tuesday.", "RSF"),
    ("Israel's strike on a house in Rafah on Tuesday killed five people.", "Israel"),
    ("Army helicopters fired on the village of Moso on Tuesday, killing six villagers.", "Army helicopters"),
    ("A bomb planted by the ELN exploded in Arauca on Tuesday.", "ELN"),
    ("A mine laid by rebels blew up under a bus near Gao on Tuesday, killing four.", "rebels"),
    ("Members of the Balochistan Liberation Army stormed a police station in Kalat on Tuesday.", "Balochistan Liberation Army"),
    ("Suspected members of the Allied Democratic Forces killed ten people in Beni on Tuesday.", "Allied Democratic Forces"),
    ("Forces loyal to General Haftar shelled Tripoli on Tuesday.", "Forces loyal to General Haftar"),
    ("A group calling itself the Avengers of the Delta blew up a pipeline near Warri on Tuesday.", "Avengers of the Delta"),
    ("An armed group known as the Viper Brigade abducted three engineers near Kirkuk on Tuesday.", "Viper Brigade"),
    ("Los Choneros gang members shot dead a prosecutor in Guayaquil on Tuesday.", "Los Choneros gang members"),
    ("Guerrillas of the ELN planted a charge of dynamite at a bank in Cucuta on Tuesday.", "ELN"),
    ("ELN guerrillas set off explosives at a bank in Cucuta on Tuesday.", "ELN"),
    ("Hundreds of settlers went from house to house in Huwara on Tuesday, setting fire to cars.", "settlers"),
    ("The Zetas killed 12 people in Nuevo Laredo on Tuesday.", "Zetas"),
    ("Police fired on protesters in Dakar on Tuesday, killing two.", "Police"),
    ("Two people were killed in Conakry on Tuesday when security forces shot at demonstrators.", "security forces"),
    ("Al-Shabaab said it was behind a car bomb that killed 12 people in Mogadishu on Tuesday.", "Al-Shabaab"),
    ("Officials blamed Boko Haram for the killing of nine farmers near Maiduguri on Tuesday.", "Boko Haram"),
    ("Kyiv accused Russia of shelling a hospital in Kherson on Tuesday.", "Russia"),
    ("A hospital in Kherson was shelled on Tuesday, Ukrainian officials said, blaming Russia.", "Russia"),
    ("The army said it had killed 11 militants in Sambisa on Tuesday.", "army"),
    ("The army said on Wednesday that its troops had killed 11 militants in Sambisa.", "army"),
    ("Ukraine's president said its army had taken the town of Hadrut on Tuesday.", "Ukraine"),
    ("The killing of three priests in Owo on Tuesday was the work of ISWAP, the governor said.", "ISWAP"),
    ("Militants belonging to Lashkar-e-Islam blew up a school in Bara on Tuesday.", "Lashkar-e-Islam"),
    ("Insurgents linked to Islamic State beheaded two fishermen near Macomia on Tuesday.", "Insurgents linked to Islamic State"),
    ("Members of the Ocelot militia, with the support of soldiers and police, attacked Boga on Tuesday.", "Ocelot militia"),
    ("An al-Shabaab raid killed ten people in Mopti on Tuesday.", "al-Shabaab"),
    ("The Kivu Star Army, an armed group based in the hills, ambushed a lorry near Gao on Tuesday.", "Kivu Star Army"),
    ("Turkish soldiers, long active along the border, shelled a mill near Aleppo on Tuesday.", "Turkish soldiers"),
    ("A mill near Gao, an area long held by rebels, was shelled on Tuesday by government troops.", "government troops"),
    ("Six herders died at the hands of soldiers near Gao on Tuesday.", "soldiers"),
    ("A lorry was allegedly ambushed near Gao on Tuesday by heavily armed smugglers.", "armed smugglers"),
    ("Two hamlets were raided near Gao on Tuesday by men believed to be cattle rustlers.", "cattle rustlers"),
    ("Shells fired from army positions hit a school in Gao on Tuesday.", "army"),
    ("Army-fired rockets hit a school in Gao on Tuesday.", "Army"),
    ("Two women died near Gao on Tuesday when they stepped on a mine laid by bandits.", "bandits"),
    ("Nine people were killed in a herder attack near Gao on Tuesday.", "herder"),
    ("A settler attack on a farm near Gao on Tuesday left six people dead.", "settler"),
    ("Ethiopian government forces shelled a school in Gao on Tuesday.", "Ethiopian government forces"),
    ("The 4th Brigade's shelling of Gao on Tuesday killed six people.", "4th Brigade"),
    ("Officials blamed the shelling of a mill near Gao on Tuesday on the M23.", "M23"),
    ('"We killed six spies near Gao on Tuesday," the M23 said in a statement.', "M23"),
    ("Soldiers admitted burning down forty houses near Gao on Tuesday.", "Soldiers"),
    ("Soldiers surrounded the quarter near Gao on Tuesday before shelling it.", "Soldiers"),
    ("It was men in uniform who shot dead two traders near Gao on Tuesday.", "men in uniform"),
    ("Men in uniform were behind the raid on a mill near Gao on Tuesday.", "Men in uniform"),
    ("Rebels lost a base near Gao to government troops on Tuesday.", "government troops"),
    ("A judge, whom rebels shot near Gao on Tuesday, has died.", "rebels"),
    ("Nine people had their throats cut near Gao by armed men on Tuesday.", "armed men"),
    ("Witnesses told of the burning of the village of Moso, near Gao, on Tuesday by soldiers.", "soldiers"),
    ("Israel opened on Tuesday with strikes on a house in Beirut.", "Israel"),
    ("Shortly before noon soldiers of the guard fired into a crowd in Gao on Tuesday.", "soldiers of the guard"),
    ("By then rebel fighters had begun to shell Gao on Tuesday.", "rebel fighters"),
    ("EARLY ON TUESDAY, SHINING PATH TERRORISTS FROM THE VALLEY ATTACKED A POST NEAR GAO.", "SHINING PATH"),
    ("Two lorries near Gao were hit on Tuesday by explosives which men of the M23 had buried there.", "M23"),
    ("Nine people were killed in Gao on Tuesday at a meeting that a Taliban youth blew up.", "Taliban youth"),
    ("Killers came to Moso, near Gao, before dawn on Tuesday: more than 30 people were shot.", "Killers"),
    ("A trawler was boarded about 210 NM off Hodeidah by eight armed men on Tuesday.", "armed men"),
    ("Fighters sent by Mr Ouedraogo burned the market of Gao on Tuesday.", "Fighters sent by Mr Ouedraogo"),
    ("An army patrol surrounded a house near Gao on Tuesday where boys were meeting, lined them up and shot them.", "army patrol"),
    ("A mob of youths who had said they came to pray forced its way into a school in Gao on Tuesday and shot nine people.", "youths"),
    ("Gunmen herded villagers into a school in Gao on Tuesday just after soldiers had left the area and shot nine.", "Gunmen"),
    ("Forty people were killed in Gao on Tuesday by shelling of houses, fired from the RSF side.", "RSF"),
    ("Soldiers who were looking for deserters from a camp raided a week before opened fire on a bus in Gao on Tuesday.", "Soldiers"),
    ("The Real IRA planted a bomb in Gao on Tuesday.", "Real IRA"),
    ("Fighters from Agadez shelled Gao on Tuesday.", "Fighters from Agadez"),
    ("Boko Haram is the first suspect in the double bombing that killed nine people in Kano on Tuesday.", "Boko Haram"),
    ("A trawler was hijacked by Somali pirates 380NM off Hodeidah on Tuesday.", "Somali pirates"),
    ("Gunmen, police said, murdered a journalist in Gao on Tuesday.", "Gunmen"),
    ("Fighters of the M23 - about fifty of them, a chief said - burned a mill in Gao on Tuesday.", "M23"),
    ("After shelling a mill near Gao on Tuesday, the army withdrew.", "army"),
    ("Soldiers were seen burning houses in Gao on Tuesday.", "Soldiers"),
    ("Witnesses saw soldiers shell a school in Gao on Tuesday.", "soldiers"),
    ("A band of about 20 soldiers raided a hamlet near Gao on Tuesday.", "soldiers"),
    ("Soldiers stand accused of shelling a school in Gao on Tuesday.", "Soldiers"),
    ("Soldiers blamed for shelling of school in Gao on Tuesday", "Soldiers"),
    ("A spokesman for the M23 confirmed that the group had burned a mill in Gao on Tuesday.", "M23"),
    ("The army denied any role, saying rebels had burned a mill in Gao on Tuesday.", "rebels"),
    ("Rebels burned a mill in Gao on Tuesday, accusing the owners of helping soldiers.", "Rebels"),
    ("The inquiry attributes the massacre of thirty villagers near Gao on 3 May 2021 to soldiers.", "soldiers"),
    ("An army patrol struck a mine laid by rebels near Gao on Tuesday; two died.", "rebels"),
    ("Three traders fell victim to rebels near Gao on Tuesday.", "rebels"),
    ("GUERRILLAS OF THE SIMON BOLIVAR LIBERATION FRONT ATTACKED THE TOWN OF TIBU ON TUESDAY.", "SIMON BOLIVAR LIBERATION FRONT"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), AGENTS)
def test_who_did_it(text: str, name: str) -> None:
    assert [actor.name for actor in one(text).actors] == [name]


LATER = [
    ("A constable was shot in Gao on Tuesday. The Continuity IRA says it did it.", "Continuity IRA"),
    ("A grenade killed a boy in Kano on Tuesday. Police ascribe it to the M23.", "M23"),
    ("A mill was burned down near Gao on Tuesday. Witnesses said it was the army.", "army"),
    ("A mill was burned down near Gao on Tuesday. Officials pointed the finger at smugglers.", "smugglers"),
    ("3 May: attack on a mill near Gao. Perpetrator: the M23.", "M23"),
    ("A car bomb killed 12 people in Mogadishu on Tuesday. Al-Shabaab claimed responsibility.", "Al-Shabaab"),
    ("Gunmen attacked a convoy near Ansongo on Tuesday. The Group for the Support of Islam and Muslims (JNIM) claimed the attack.", "Group for the Support of Islam and Muslims"),
    ("A blast killed four people in Quetta on Tuesday. The authorities blamed the Baloch Liberation Front.", "Baloch Liberation Front"),
    ("Nine farmers were killed near Maiduguri on Tuesday. The killings were attributed to Boko Haram.", "Boko Haram"),
    ("Nine people were shot dead in Buni Gari on Tuesday. The attackers, believed to be members of ISWAP, came on motorbikes.", "ISWAP"),
    ("Nine people were shot dead in Uruapan on Tuesday. Prosecutors said the gunmen belonged to the Jalisco cartel.", "Jalisco cartel"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), LATER)
def test_a_later_sentence_tells_who_did_it(text: str, name: str) -> None:
    assert name in [actor.name for actor in one(text).actors]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Clashes between Meitei and Kuki groups killed three people in Bishnupur on Tuesday.", "Meitei", "Kuki groups"),
        ("The army clashed with Taliban fighters near Kunduz on Tuesday.", "army", "Taliban"),
        ("Gao: clashes ELN vs 33rd Front on Tuesday, 9 dead", "ELN", "33rd Front"),
        ("Nine people died near Gao on Tuesday in fighting that pitted the M23 against soldiers.", "M23", "soldiers"),
        ("Fighting between smugglers and men of the M23 broke out near Gao on Tuesday.", "smugglers", "M23"),
        ("At least 20 fighters died in battles between the Arakan Army and junta troops near Ann on Tuesday.", "Arakan Army", "junta troops"),
    ],
)  # fmt: skip
def test_both_sides_of_a_fight(text: str, first: str, second: str) -> None:
    assert [(a.name, a.side) for a in one(text).actors] == [(first, 1), (second, 2)]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Gunmen killed a mayor in Chilapa on Tuesday.", False),
        ("Armed men in uniform abducted a journalist in Gonaives on Tuesday.", False),
        ("Soldiers shot dead four young men in Kumba on Tuesday.", False),
        ("Syrian militants fired at a bus near Hebron on Tuesday, killing two.", False),
        ("Colombian troops killed nine people in Caqueta on Tuesday.", True),
        ("The army shelled the village of Moso on Tuesday, killing six people.", True),
        ("Fulani herders killed 14 farmers in Guma on Tuesday.", True),
    ],
)
def test_known_by_name_or_only_by_kind(text: str, named: bool) -> None:
    assert [actor.identified for actor in one(text).actors] == [named]


def test_words_that_point_back() -> None:
    for told in ("the group shelled Mubambiro", "they shelled Mubambiro"):
        incidents = read(f"M23 rebels attacked Sake on Tuesday. On Wednesday {told}.")
        assert [[a.name for a in i.actors] for i in incidents] == [["M23"], ["M23"]]


def test_who_suffered_it_did_not_do_it() -> None:
    for told in (
        "Two soldiers died near Gao on Tuesday when a patrol met a bomb.",
        "Gao was bombed on Tuesday after rebels had entered it.",
        "Agadez: Mopti struck again on Tuesday.",
    ):
        assert one(told).actors == ()


def test_two_groups_of_one_kind_are_two() -> None:
    told = (
        "A constable was shot in Gao on Tuesday; the Continuity IRA says it did it. On Wednesday two "
        "soldiers were shot dead in Mopti. The Real IRA claimed that attack."
    )
    assert "Real IRA" in [a.name for a in read(told)[-1].actors]


def test_whose_forces_they_are() -> None:
    told = "Government aircraft bombed Gao on Tuesday and its forces took the town on Wednesday."
    assert [i.actors[0].name for i in read(told)] == ["Government aircraft"] * 2
    told = "On Monday Boko Haram entered Gao, residents said. On Tuesday its men ambushed a convoy near Kano."
    assert read(told)[-1].actors[0].name == "Boko Haram"
    told = (
        "On Monday the enemy bombed Gao. In reply our forces struck an airfield at Kano on Tuesday."
    )
    assert read(told)[-1].actors[0].name == "our forces"  # not those told of before


def test_who_met_police_fought_too() -> None:
    told = "Gunmen tried to take the airport of Gao on Tuesday, exchange of fire with police."
    assert [a.name for a in read(told)[-1].actors] == ["Gunmen", "police"]


def test_those_who_did_it_together() -> None:
    for together in ("M23 rebels, together with smugglers,", "M23 rebels alongside smugglers"):
        actors = one(f"{together} raided Gao on Tuesday.").actors
        assert actors[0].name == "M23"
    text = "The M23, together with the Kivu Star Army, raided Gao on Tuesday."
    assert [a.name for a in one(text).actors] == ["M23", "Kivu Star Army"]


def test_who_only_left_or_came_did_not_do_it() -> None:
    text = "A mill was burned down near Gao on Tuesday, a week after police withdrew."
    assert one(text).actors == ()


def test_who_pointed_back_to_is() -> None:
    told = "M23 rebels rode into Sake on Tuesday and shot nine people. On Wednesday {} burned a mill in Gao."
    for again in ("the same men", "the attackers"):
        (actor,) = read(told.format(again))[-1].actors
        assert (actor.name, actor.basis) == ("M23", "anaphor")
    told = "Soldiers came to Sake on Tuesday and shot nine people. On Wednesday {} burned a mill in Gao."
    (actor,) = read(told.format("the attackers"))[-1].actors
    assert actor.name == "attackers"  # whose foe they are the words do not say


def test_where_a_weapon_came_from_is_no_party() -> None:
    assert one("Rockets fired from Lebanon hit a school in Kano on Tuesday.").actors == ()
    assert one("An army base was attacked near Gao on Tuesday, leaving six dead.").actors == ()


def test_the_backer_and_the_speaker_did_not_do_it() -> None:
    incident = one("The M23, which Rwanda is accused of backing, shelled Sake on Tuesday.")
    assert [a.name for a in incident.actors] == ["M23"]
    incident = one("The mayor of Gao said that gunmen attacked a bus on Tuesday near Ansongo.")
    assert [a.name for a in incident.actors] == ["gunmen"]


def test_a_claim_outweighs_an_accusation() -> None:
    incident = one(
        "A car bomb killed 40 policemen near Pulwama on Tuesday. India accused Pakistan of having "
        "a hand in it. The Army of the Faithful Front said it was behind the blast."
    )
    assert [a.name for a in incident.actors] == ["Army of the Faithful Front"]


def test_a_party_has_one_name_throughout() -> None:
    incidents = read(
        "The Kachin Independence Army (KIA) took the town of Sumprabum on Tuesday. The KIA also "
        "attacked a convoy near Bhamo on Wednesday."
    )
    assert {a.name for i in incidents for a in i.actors} == {"Kachin Independence Army"}


def test_another_strike_is_of_the_same_party() -> None:
    incidents = read(
        "An Israeli air strike killed four people in Khan Younis on Tuesday. Another strike hit a "
        "tent in Rafah and killed two."
    )
    assert [[a.name for a in i.actors] for i in incidents] == [["Israeli"], ["Israeli"]]


def test_an_open_question_stays_open() -> None:
    incidents = read(
        "Boko Haram killed nine farmers near Konduga on Monday. On Tuesday a bus was set on fire in "
        "Bamenda. No group has claimed it."
    )
    assert incidents[-1].actors == ()


GOES_ON = [
    ("M23 rebels attacked Sake on Tuesday. On Wednesday further shells hit Goma, killing four.", "M23"),
    ("Israeli jets bombed a house in Beirut on Tuesday, killing two. On Wednesday an air strike hit a clinic in the same city.", "Israeli jets"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), GOES_ON)
def test_a_series_goes_on_with_its_party(text: str, name: str) -> None:
    (linked,) = read(text)[-1].actors
    assert linked.name == name
    assert linked.basis == "context"
    assert text[linked.start : linked.end] == name


@pytest.mark.parametrize(
    "text",
    [
        "Boko Haram is active in Borno State. At least 40 bombings hit the state last year.",
        "Boko Haram killed nine farmers near Konduga on Monday. In Lagos a mayor was shot dead by unknown persons on 3 May 2019.",
        "Israeli jets bombed a house in Beirut on Tuesday. A day earlier more than 20 people had been killed by a bomb in Mosul.",
        "M23 rebels shelled Gao on Tuesday. At the same hour shells hit a school in Mopti, killing nine.",
        "Israeli jets bombed Beirut on Tuesday. On Wednesday rockets killed two Israeli soldiers near Metula.",
        "The Lord's Resistance Army attacked Pajule on 10 October 2003. On 19 May 2004 at Lukodi 48 civilians were shot dead.",
        "Soldiers attacked a camp near Gao on Tuesday. On Wednesday an army convoy was ambushed in retaliation near Mopti.",
    ],
)  # fmt: skip
def test_no_words_no_party(text: str) -> None:
    assert [a.name for a in read(text)[-1].actors if a.basis == "context"] == []


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Boko Haram attacked a village near Kano on Tuesday.", "clause"),
        ("A bomb killed nine people in Kano on Tuesday. Boko Haram claimed the attack.", "claim"),
        ("A bomb killed nine people in Kano on Tuesday. Police blamed Boko Haram.", "blame"),
    ],
)
def test_how_a_party_is_tied_to_its_incident(text: str, basis: str) -> None:
    (actor,) = one(text).actors
    assert actor.basis == basis
    assert text[actor.start : actor.end] == "Boko Haram"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nine people were shot or hacked to death near Gao on Tuesday by armed men.", ["armed men"]),
        ("Three women were raped near Gao on Tuesday by men in police uniform.", ["men in police uniform"]),
        ("Hoodlums set ablaze a police post in Kano on Tuesday.", ["Hoodlums"]),
        ("A candidate was gunned down in Kano after a rally by hooded men on Tuesday.", ["hooded men"]),
        ("Fighters of the M23, by the UN's count, killed 40 people in Gao on Tuesday.", ["M23"]),
        ("Local militiamen, not the M23, attacked Gao on Tuesday.", ["Local militiamen"]),
        ("A man in uniform left the ferry in Gao on Tuesday and began shooting.", ["man in uniform"]),
        ("Soldiers on pickup trucks had burned four houses in Gao on Tuesday and taken away two brothers.", ["Soldiers"]),
    ],
)  # fmt: skip
def test_doers_by_their_kind(text: str, names: list[str]) -> None:
    assert [actor.name for actor in read(text)[0].actors] == names


@pytest.mark.parametrize(
    "text",
    [
        "Army post near Gao attacked on Tuesday, 15 dead.",
        "The tanker Aurora, hijacked off Somalia on 5 May, lies at anchor near Hobyo.",
        "Kidal, attacked on 2 May, has no hospital.",
        "The soldiers were killed by mines on Tuesday which, it said, had been laid near Gao.",
        "Somebody threw a grenade into a market in Gao on Tuesday.",
    ],
)
def test_what_was_hit_did_not_do_it(text: str) -> None:
    assert [actor.name for i in read(text) for actor in i.actors] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("12 May: RF glide bomb hit a school in Kharkiv.", "RU"),
        ("UKR shelled a village near Sumy last night, 1 dead.", "UA"),
        ("Earlier in the week ENDF artillery shelled Kobo.", "ET"),
    ],
)
def test_forces_by_their_abbreviation(text: str, code: str) -> None:
    assert [actor.country_code for actor in read(text)[0].actors] == [code]


def test_letters_that_are_a_word_too() -> None:
    assert [a.name for a in one("26 Aug, Mogadishu: AS attacked a base at dawn.").actors] == ["AS"]
    assert one("As mortars hit Mogadishu on Tuesday, people fled.").actors == ()


def test_what_it_also_claimed() -> None:
    incidents = read(
        "Islamic State claimed the raid on Gao on Tuesday. It had also claimed the beheading of three "
        "men near Mopti in February."
    )
    assert [a.name for a in incidents[-1].actors] == ["Islamic State"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Air strike on a consulate in Beirut on Tuesday, 7 dead. Tehran blames Israel; Israel is silent.", "Israel"),
        ("The mayor of Gao was killed on Tuesday. Responsibility for his death likewise lies with the M23.", "M23"),
        ("A convoy was ambushed near Gao on Tuesday. Officials in two countries suspect Boko Haram.", "Boko Haram"),
        ("The police post at Kano was stormed on Tuesday; that was the Arakan Army.", "Arakan Army"),
    ],
)  # fmt: skip
def test_blame_in_other_words(text: str, name: str) -> None:
    (actor,) = one(text).actors
    assert (actor.name, actor.basis) == (name, "blame")


def test_blame_for_a_list_of_deeds() -> None:
    incidents = read(
        "Boko Haram has been behind most of the bloodshed: in January a bus was attacked near Kano, "
        "killing 8; in March a checkpoint near Gao was raided and two constables died."
    )
    assert [[a.name for a in i.actors] for i in incidents] == [["Boko Haram"], ["Boko Haram"]]


def test_who_speaks_is_not_who_did_it() -> None:
    incidents = read(
        "A bomb killed two men in Kano on Tuesday, police said. No group said it had attacked the "
        "market. The army said the bridge was safe. The day after that they shelled Gao."
    )
    assert [a.name for i in incidents for a in i.actors] == []


@pytest.mark.parametrize(
    "told",
    [
        "Boko Haram claimed both attacks.",
        "Boko Haram claimed responsibility for these two attacks.",
        "The two attacks were blamed on Boko Haram.",
    ],
)
def test_one_claim_for_several_deeds(told: str) -> None:
    incidents = read(
        f"A bus was bombed in Kano on Monday. A bridge near Gao was blown up on Tuesday. {told}"
    )
    assert [[a.name for a in i.actors] for i in incidents] == [["Boko Haram"], ["Boko Haram"]]


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("The president acknowledged that members of the army were responsible.", ["army"]),
        ("We blame the army and the police for this murder.", ["army", "police"]),
        ("A bishop, who accused the army of the murder, called for talks.", ["army"]),
    ],
)
def test_parties_that_are_blamed(told: str, names: list[str]) -> None:
    incidents = read(f"A mayor was shot dead in Gao on Monday. {told}")
    assert [a.name for a in incidents[0].actors] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Air defences shot down five Houthi drones over Beirut on Tuesday.", ["Houthi"]),
        ("Two missiles fired by the Houthis on Tuesday were shot down over Beirut by Israeli forces.", ["Houthis", "Israeli forces"]),
        ("An army helicopter was shot down near Gao on Tuesday.", []),
    ],
)  # fmt: skip
def test_who_sent_what_was_shot_down(text: str, names: list[str]) -> None:
    assert [actor.name for actor in one(text).actors] == names


def test_a_claim_names_the_deed_that_it_is_about() -> None:
    incidents = read(
        "Two men were killed by a grenade in a market of Gao on Tuesday, three days after a bomb at the "
        "cathedral of Mopti killed 20. Islamic State claimed the cathedral bombing."
    )
    assert [[a.name for a in i.actors] for i in incidents] == [[], ["Islamic State"]]


def test_a_claim_that_looks_back() -> None:
    incidents = read(
        "A colonel was shot dead near Gao on Tuesday. Claimed by Boko Haram, as was the April assault "
        "on a police post in Kano."
    )
    assert [[a.name for a in i.actors] for i in incidents] == [["Boko Haram"], ["Boko Haram"]]


def test_who_ran_did_not_set_the_fire() -> None:
    incident = read("The police ran, the whole town hall of Gao was set on fire on Tuesday.")[0]
    assert incident.actors == ()


WHO = {
    "a time before the subject": (
        "In the evening rebels fired mortars at a school in Al Udeid, Qatar.",
        "rebels",
    ),
    "a time after the subject": (
        "Rebels last night blew up a bridge near Sukma, killing nine policemen.",
        "Rebels",
    ),
    "a compound verb": (
        "Three boys died on Monday when their home in Ballymoney was petrol-bombed by loyalists.",
        "loyalists",
    ),
    "a participle before the agent": (
        "The Office documented the rape of five women by unidentified armed men in Menaka on 3 May.",
        "unidentified armed men",
    ),
    "the enemy": ("On 4 May the enemy shelled Ganja with rocket artillery.", "enemy"),
    "by its means": ("On 4 May tanks fired at houses in Yaroun, killing two people.", "tanks"),
    "boats": ("A tanker was hijacked on 3 May off Masirah, by two skiffs.", "skiffs"),
    "an adverb-like noun": (
        "In reply our forces struck a military airfield at Khankendi on 4 May.",
        "our forces",
    ),
    "an answer": (
        "On 4 May Pakistan answered with a raid of its own on Poonch, killing three soldiers.",
        "Pakistan",
    ),
    "a sweep": (
        "Villages around Kyaukme were set on fire on 4 May during a sweep by the army.",
        "army",
    ),
    "a claim in brief": ("Gondar airport hit by rockets late on 4 May, TPLF claimed.", "TPLF"),
    "responsibility taken": (
        (
            "A young man drove a van of explosives into a police convoy at Pulwama on 4 May: forty dead, "
            "responsibility taken by Jaish-e-Mohammed."
        ),
        "Jaish-e-Mohammed",
    ),
    "suspected": (
        (
            "No one has claimed the kidnapping of 20 girls in Chibok on 4 May, but Boko Haram is "
            "suspected."
        ),
        "Boko Haram",
    ),
}


@pytest.mark.parametrize(("text", "party"), WHO.values(), ids=WHO)
def test_who_did_it_is_read_in_the_sentence(text: str, party: str) -> None:
    assert party in [a.name for i in read(text) for a in i.actors]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "At least 38 ISIS militants and nine YPG fighters were killed in clashes near Kobane on Tuesday.",
            ["ISIS", "YPG"],
        ),
        ("More than 20 militants were killed at the hands of the SDF in Gao on Tuesday.", ["SDF"]),
        (
            "A bomb killed five people in Gao on Tuesday, in an attack authorities blamed on Marxist rebels.",
            ["Marxist rebels"],
        ),
    ],
)
def test_who_fell_in_a_fight_fought(text: str, parties: list[str]) -> None:
    assert [a.name for a in one(text).actors] == parties


def test_a_claim_is_of_the_deed_and_not_of_what_it_answers() -> None:
    struck, killed = read(
        "Israel said it had struck nine sites in Lebanon on Monday in response to the killing of "
        "26 people in Beirut on 22 April."
    )
    assert struck.kind == "airstrike"
    assert [a.name for a in struck.actors] == ["Israel"]
    assert killed.claimed_by == ()
    assert killed.actors == ()


def test_what_a_party_says_of_another_is_blame() -> None:
    incident = one(
        "A missile hit a station in Kharkiv on Monday. Ukraine accused Russia of using a Tochka; "
        "the Russian defence ministry denied it and said Ukraine had fired the missile."
    )
    assert {a.basis for a in incident.actors} == {"blame"}
    assert {a.country_code for a in incident.actors} == {"RU", "UA"}


def test_one_party_by_three_names_is_told_once() -> None:
    incident = one(
        "Israeli warplanes struck a building in Beirut on Monday. Israel's military said it had "
        "carried out a targeted strike."
    )
    assert [a.name for a in incident.actors] == ["Israeli warplanes"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Some sixty men on motorbikes", "men on motorbikes"),
        ("Two men dressed as soldiers", "men dressed as soldiers"),
        ("Eight men", "Eight men"),
        ("Gunmen with rifles", "Gunmen with rifles"),
        ("Abu's Jamaat al Muslimeen, 114 men,", "Abu's Jamaat al Muslimeen"),
    ],
)
def test_what_is_seen_of_men_whom_nobody_names(words: str, name: str) -> None:
    incident = one(f"{words} attacked a post in Gao on Monday.")
    assert [a.name for a in incident.actors] == [name]


def test_an_aircraft_that_was_hit_did_nothing() -> None:
    incident = one("An-26 of the Ukrainian air force hit on Monday near Kharkiv.")
    assert incident.actors == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A ship was attacked by boats of the Houthis west of Hodeidah on Monday.", "Houthis"),
        ("A ship was attacked by boats of the Iranian navy on Monday.", "Iranian navy"),
    ],
)
def test_whose_boats_they_are(text: str, name: str) -> None:
    assert [a.name for a in one(text).actors] == [name]


def test_who_answers_a_strike_did_not_make_it() -> None:
    *_, consulate = read(
        "Russia launched 300 drones and missiles at Kyiv overnight in retaliation for a strike on "
        "its consulate in Aleppo on 1 April that killed seven officers."
    )
    assert consulate.actors == ()


def test_a_name_with_a_place_in_it_is_a_name() -> None:
    incident = one("Ahrar Aleppo and allied rebels shelled Mosul on Thursday.")
    assert [a.name for a in incident.actors] == ["Ahrar Aleppo", "allied rebels"]


def test_who_planted_the_device_claims_it() -> None:
    incident = one("A bomb went off in Gao on Monday. The Liberation Army said it had planted it.")
    assert incident.claimed_by == ("Liberation Army",)
