"""Triggers and frames: active, passive, nominal; counts; stages; what is no incident."""

from __future__ import annotations

import pytest

from geo.clauses import read_clause
from geo.events import Number, find_frames, read_number
from geo.incidents import extract
from geo.lexicon.kinds import KINDS
from geo.lexicon.triggers_en import TRIGGERS
from geo.reports import report_from_text
from geo.words import inflect, lexicon
from tests.geo.tellings import one, read, toponyms

LEX = lexicon()


def heads(text: str) -> list[tuple[str, str, list[str], list[str]]]:
    """Lemma, voice, subject heads and object heads of each frame."""
    clause = read_clause(text, 0, len(text), LEX)

    def of(ids: list[int]) -> list[str]:
        return [clause.words[clause.phrases[i].head].low for i in ids if i >= 0]

    return [
        (f.entry.lemma, f.voice, of(f.subjects), of(f.objects)) for f in find_frames(clause, LEX)
    ]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Gunmen on motorcycles attacked the village.", ("attack", "active", ["gunmen"], ["village"])),
        ("The base was attacked by rebels.", ("attack", "passive", ["rebels"], ["base"])),
        ("The army carried out three air strikes against depots.", ("air strike", "active", ["army"], ["depots"])),
        ("An ambush on the convoy by militants failed to stop it.", ("ambush", "nominal", ["militants"], ["convoy"])),
        ("Rebels clashed with soldiers.", ("clash", "active", ["rebels"], ["soldiers"])),
        ("Militants who had crossed the river shelled the town.", ("shell", "active", ["militants"], ["town"])),
        ("The convoy came under fire from insurgents.", ("come under fire", "passive", ["insurgents"], ["convoy"])),
    ],
)  # fmt: skip
def test_frames(text: str, frame: tuple[str, str, list[str], list[str]]) -> None:
    assert frame in heads(text)


def test_a_coordinated_verb_shares_its_subject() -> None:
    frames = {f[0]: f for f in heads("Gunmen stormed the town and killed twelve people.")}
    assert frames["kill"][2] == ["gunmen"]
    assert frames["kill"][3] == ["people"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("three air strikes", 3, 3),
        ("at least five attacks", 5, None),
        ("more than a dozen rockets", 12, None),
        ("dozens of raids", 24, None),
        ("several attacks", 2, None),
        ("five or six blasts", 5, 6),
        ("twenty-five shells", 25, 25),
        ("up to 10 strikes", 1, 10),
        ("1,200 rockets", 1200, 1200),
    ],
)
def test_numbers(text: str, low: int, high: int | None) -> None:
    clause = read_clause(text, 0, len(text), LEX)
    assert read_number(clause, 0, len(clause.words), LEX) == Number(low, high)


@pytest.mark.parametrize("text", ["the 31 October attack", "the 2015 strike", "a 17-year-old boy"])
def test_dates_and_ages_are_no_counts(text: str) -> None:
    clause = read_clause(text, 0, len(text), LEX)
    assert read_number(clause, 0, len(clause.words), LEX) is None


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("kidnap:kidnapped", ("kidnap", "kidnaps", "kidnapped", "kidnapped", "kidnapping")),
        ("blow up:blew up:blown up", ("blow up", "blows up", "blew up", "blown up", "blowing up")),
        ("occupy:occupied", ("occupy", "occupies", "occupied", "occupied", "occupying")),
    ],
)
def test_inflection(verb: str, forms: tuple[str, ...]) -> None:
    assert inflect(verb) == forms


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Warplanes bombed a depot in Aleppo on Tuesday.", "airstrike"),
        ("A drone strike killed two men in Mosul on Tuesday.", "drone_attack"),
        ("Shells fell on Kharkiv on Tuesday, killing two people.", "shelling"),
        ("A rocket attack on Mosul on Tuesday wounded four people.", "rocket_attack"),
        ("Missiles struck a hotel in Kyiv on Tuesday.", "missile_strike"),
        ("A suicide bomber killed nine people in Mogadishu on Tuesday.", "suicide_bombing"),
        ("A car bomb exploded outside a hotel in Mogadishu on Tuesday.", "car_bombing"),
        ("A roadside bomb hit an army vehicle near Mopti on Tuesday.", "ied"),
        ("A bus hit a landmine near Gao on Tuesday, killing four people.", "landmine"),
        ("A grenade was thrown into a bar in Kano on Tuesday.", "grenade"),
        ("Soldiers clashed with rebels near Gao on Tuesday.", "armed_clash"),
        ("Gunmen stormed a village near Mopti on Tuesday.", "armed_attack"),
        ("Militants ambushed a patrol near Gao on Tuesday.", "ambush"),
        ("The mayor of Kano was assassinated on Tuesday.", "assassination"),
        ("Bandits kidnapped 20 pupils near Kano on Tuesday.", "abduction"),
        ("Rebels torched dozens of houses near Gao on Tuesday.", "arson"),
        ("Soldiers raped six women in a village near Gao on Tuesday.", "sexual_violence"),
        ("Air defences shot down five drones over Kyiv on Tuesday.", "weapons_use_disrupted"),
        ("Rebels seized control of Agadez on Tuesday.", "territory_change"),
        ("A man drove a car laden with explosives into a checkpoint in Mogadishu on Tuesday.", "suicide_bombing"),
    ],
)  # fmt: skip
def test_kinds(text: str, kind: str) -> None:
    assert one(text).kind == kind


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Police foiled a suicide attack on the airport of Kano on Tuesday, officials said.", "foiled"),
        ("Air defences intercepted twelve missiles over Kyiv on Tuesday.", "intercepted"),
    ],
)  # fmt: skip
def test_stages(text: str, stage: str) -> None:
    assert one(text).stage == stage


@pytest.mark.parametrize(
    "text",
    [
        "The minister was bombarded with questions in Kyiv on Tuesday.",
        "The navy held an exercise off Beirut on Tuesday with simulated missile strikes.",
        "A film about the bombing of Aleppo opened in Beirut on Tuesday.",
        "Teachers in Kano began a strike over wages on Tuesday.",
        "The United States imposed sanctions on Syria on Tuesday.",
        "The ministers met in Beirut on Tuesday and spoke of trade.",
        "Mopti suffered a heart attack of a harvest, the paper joked.",
        "There was no attack in Gao on Tuesday.",
    ],
)
def test_what_is_no_incident(text: str) -> None:
    assert read(text) == ()


def test_every_trigger_makes_a_kind_that_the_typologies_know() -> None:
    assert {row.kind for row in TRIGGERS} <= set(KINDS)


def test_a_threat_is_not_told_as_done() -> None:
    text = "The rebels threatened on Tuesday to bomb the airport of Kano."
    assert all(i.stage in {"threatened", "planned"} for i in read(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Armed men led a priest and two nuns away from Mopti on Tuesday.", "abduction"),
        ("Rebels set the market of Mopti on fire on Tuesday.", "arson"),
        ("The rebels put seven farmers to death in Mopti on Tuesday.", "armed_attack"),
        ("Robbers sprayed a bus with bullets in Mopti on Tuesday.", "armed_attack"),
        ("Bandits invaded Mopti on Tuesday, killing at least 20 people.", "armed_attack"),
        ("The army drove the rebels out of Mopti on Tuesday.", "territory_change"),
        ("Raiders drove off 300 head of cattle near Mopti on Tuesday.", "looting"),
        ("A patrol came under small-arms fire near Mopti on Tuesday.", "armed_attack"),
        ("Gunmen shot or burned 30 people in Mopti on Tuesday.", "armed_attack"),
        ("Mopti: several explosions night of 7 May, no casualties known.", "bombing"),
        ("Mopti: village of Kobo raided, 7 May, 58 dead.", "armed_attack"),
        (
            "Dynamite was found under a bridge near Mopti on Tuesday and disarmed.",
            "weapons_use_disrupted",
        ),
        ("Villagers and rebels traded shots in Mopti on Tuesday.", "armed_clash"),
        ("A missile took out a school in Mopti on Tuesday.", "missile_strike"),
        ("A body wrapped in a blanket was left at the market of Mopti on Tuesday.", "armed_attack"),
        ("The rebels were thrown out of Mopti by the army on Tuesday.", "territory_change"),
        ("The fall of Mopti on Tuesday shocked the region.", "territory_change"),
        ("The garrison at Mopti was surprised at dawn on Tuesday.", "armed_attack"),
        ("A farmer stepped on a mine near Mopti on Tuesday.", "landmine"),
        ("A suicide truck bomber struck a hotel in Beirut on Tuesday.", "suicide_bombing"),
        ("A crowd stoned a convoy in Mopti on Tuesday.", "riot"),
        (
            "The bodies of five hostages were dumped by a roadside near Mopti on Tuesday.",
            "armed_attack",
        ),
        ("Herders made off with over 2,000 camels near Mopti on Tuesday.", "looting"),
        (
            "The army withdrew from Mopti on Tuesday, which the rebels then occupied.",
            "territory_change",
        ),
        ("The army reported the loss of Mopti, retaken by rebels on Tuesday.", "territory_change"),
    ],
)
def test_wordings_of_violence(text: str, kind: str) -> None:
    assert one(text).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "The president entered the parliament in Beirut on Tuesday.",
        "Delegates boarded a plane in Beirut on Tuesday.",
        "Engineers placed a turbine at the dam of Mopti on Tuesday.",
        "The minister was hit by a scandal in Beirut on Tuesday.",
        "Police arrested three men in Beirut on Tuesday on suspicion of murder.",
        "A gas explosion killed five people in Beirut on Tuesday.",
        "Two miners died in a shaft collapse in Mopti on Tuesday.",
    ],
)
def test_words_in_other_company_tell_nothing(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "A car bomb killed four people in Kano, and gunmen shot dead a policeman in Mopti.",
            ["Kano", "Mopti"],
        ),
        (
            "The shop in Kano was robbed on Friday and, in Mopti, a judge was kidnapped on Monday.",
            ["Kano", "Mopti"],
        ),
        (
            "Bombs exploded in Kano on Monday, in Mopti on Tuesday and in Gao on Wednesday.",
            ["Kano", "Mopti", "Gao"],
        ),
        (
            "Rebels attacked Kano on 3 May, killing six people, and Mopti on 5 May, killing nine.",
            ["Kano", "Mopti"],
        ),
        (
            "Jets bombed positions in Gao on Monday and troops retook Mopti two days later.",
            ["Gao", "Mopti"],
        ),
        (
            "Dynamite was thrown at a bank in Kano, and in Mopti an officer was riddled with bullets.",
            ["Kano", "Mopti"],
        ),
        (
            "Jets bombed Gao overnight, and at Mopti, police say, a bomber killed 60 on 2 May.",
            ["Gao", "Mopti"],
        ),
        (
            "The panel found that police shot two men in Kano, and that a mob burned a bus in Gao.",
            ["Kano", "Gao"],
        ),
    ],
)
def test_several_incidents_in_a_sentence(text: str, places: list[str]) -> None:
    assert [i.place.text for i in read(text) if i.place] == places


def test_who_was_killed_while_planning_did_not_do_it() -> None:
    text = "Five rebels who were preparing an ambush near Mopti were killed by an army patrol on Tuesday."
    stages = {i.stage for i in read(text)}
    assert "occurred" in stages


def test_two_ships_hit_the_same_day_are_two_incidents() -> None:
    text = "On 3 May SOLENT was shelled off Hodeidah, and NAMURA was hit by a rocket the same day."
    assert len(read(text)) == 2


def test_who_steps_on_a_mine_did_not_lay_it() -> None:
    told = one("A farmer stepped on a mine near Mopti on Tuesday.")
    assert not told.actors
    assert told.targets == ("farmer",)


@pytest.mark.parametrize(
    "text",
    [
        "Reports of a bombing in Mopti on Tuesday are false.",
        "The army rejects reports that its helicopter dropped bombs on a school in Mopti.",
        "Allegations that ministers had paid for the attack in Mopti were not proved.",
    ],
)
def test_what_is_said_to_be_false_did_not_happen(text: str) -> None:
    assert all(i.stage == "denied" for i in read(text))


def test_a_deed_by_night_after_a_semicolon_is_another_one() -> None:
    text = (
        "Two farmers were shot dead in Mopti on 3 May as troops drove back a crowd; that night a "
        "driver was burned in his car by unknown persons."
    )
    assert len(read(text)) == 2


def test_what_came_hours_before_came_the_same_day() -> None:
    text = (
        "Rebels raided Mopti on 3 May, killing 60 people; the assault came hours after militiamen "
        "had killed traders in Gao."
    )
    assert {i.date.edtf for i in read(text) if i.date} == {"2024-05-03"}


def test_a_list_goes_on_with_a_village_that_no_gazetteer_knows() -> None:
    text = "Rebels attacked Kano on 3 May, killing six people, and Odek on 5 May, killing nine."
    assert [(i.date.edtf, i.place.text) for i in read(text) if i.date and i.place] == [
        ("2024-05-03", "Kano"),
        ("2024-05-05", "Odek"),
    ]


def test_what_is_done_after_a_semicolon_is_done_by_the_same() -> None:
    told = read(
        "Boko Haram blew up a shrine in Mopti on 3 May; beheaded two men there the same day."
    )
    assert [[a.name for a in i.actors] for i in told] == [["Boko Haram"], ["Boko Haram"]]


def test_hours_of_fighting_are_no_number_of_fights() -> None:
    assert one("Rebels entered Mopti on Tuesday after 24 h street fighting.").count_min == 1


def test_a_weekday_counts_in_a_report_without_a_date() -> None:
    text = "Rebels launched a new offensive near Aleppo on Monday, targeting a town."
    report = report_from_text(text, "undated")
    assert [i.kind for i in extract(report, toponyms)] == ["armed_clash"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Seven bombers struck three churches in Gao on Monday.", "bombing"),
        ("A Boko Haram bomber killed nine people in Kano on Monday.", "bombing"),
        ("Russian bombers struck three churches in Sumy on Monday.", "airstrike"),
        ("Army bombers struck a camp in Gao on Monday.", "airstrike"),
        ("Bombers pounded a camp in Gao on Monday.", "airstrike"),
    ],
)
def test_bomber_is_a_person_unless_it_flies(text: str, kind: str) -> None:
    (incident,) = read(text)
    assert incident.kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen let fly at shoppers in Gao on Tuesday.", "armed_attack"),
        ("Militants put six captives to death in Gao on Tuesday.", "armed_attack"),
        ("A priest met his death at the hands of gunmen in Gao on Tuesday.", "armed_attack"),
        ("Gunmen strafed a house in Gao on Tuesday.", "armed_attack"),
        ("Soldiers repelled a rebel attack in Gao on Tuesday.", "armed_clash"),
        ("Rebels fired rockets at an airport in Gao on Tuesday.", "rocket_attack"),
        ("A drone dropped a grenade on a bus in Gao on Tuesday.", "drone_attack"),
        ("An explosion hit a bus in Gao on Tuesday.", "bombing"),
        ("Police safely detonated a bomb in Gao on Tuesday.", "weapons_use_disrupted"),
        ("Soldiers sexually assaulted six women in Gao on Tuesday.", "sexual_violence"),
        ("Rebels forcibly recruited forty boys in Gao on Tuesday.", "abduction"),
        ("Gunmen marched twenty men into the bush in Gao on Tuesday.", "abduction"),
        ("Soldiers beat back a rebel assault in Gao on Tuesday.", "armed_clash"),
        ("Militiamen burned a family alive in Gao on Tuesday.", "armed_attack"),
        ("Rebels rained rockets on a suburb of Gao on Tuesday.", "rocket_attack"),
        ("Police found and destroyed a cache of mines in Gao on Tuesday.", "weapons_use_disrupted"),
        ("Rebels mined a road in Gao on Tuesday, killing three.", "landmine"),
    ],
)
def test_words_by_which_violence_is_told(text: str, kind: str) -> None:
    assert one(text).kind == kind


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Two F-16s hit a camp near Gao on Monday.", "F-16s"),
        ("US F/A-18s bombed a camp near Gao on Monday.", "US F/A-18s"),
        ("A Russian Su-24 bombed a camp near Gao on Monday.", "Russian Su-24"),
    ],
)
def test_aircraft_by_their_designations(text: str, actor: str) -> None:
    incident = one(text)
    assert incident.kind == "airstrike"
    assert [a.name for a in incident.actors] == [actor]


def test_who_says_so_between_two_verbs_did_neither() -> None:
    incident = one("Rebels stormed a post in Gao, the mayor of Gao said, and then burned it.")
    assert [a.name for a in incident.actors] == ["Rebels"]


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("answered on Monday with raids on Gao", "armed_attack"),
        ("replied with air strikes on Gao on Monday", "airstrike"),
    ],
)
def test_an_answer_with_a_deed(answer: str, kind: str) -> None:
    incident = one(f"The coalition {answer}.")
    assert incident.kind == kind
    assert [a.name for a in incident.actors] == ["coalition"]


def test_what_is_answered_is_done_by_another() -> None:
    found = read("The strikes answer Russia's attack with missiles on Kharkiv on Tuesday.")
    assert all(a.name != "strikes" for i in found for a in i.actors)


def test_a_town_that_was_hit_was_hit_like_the_one_before() -> None:
    _, second = read("Jets bombed Aleppo on Sunday. Mosul was hit on Monday.")
    assert second.kind == "airstrike"


def test_who_fought_the_attackers_did_not_attack() -> None:
    incident = one(
        "Gunmen burst into a temple in Gao on Monday, killing 25 worshippers. Security forces "
        "fought them for six hours and killed all the attackers."
    )
    assert [a.name for a in incident.actors] == ["Gunmen"]


def test_one_rescuer_is_no_toll() -> None:
    incident = one("Jets bombed a wedding in Gao on Monday. One rescuer counted 80 bodies.")
    assert (incident.fatalities_min, incident.fatalities_max) == (80, 80)


@pytest.mark.parametrize(
    "text",
    [
        "Twenty-one Filipinos were detained near Gao by an armed group on Monday.",
        "Ten crew were seized from a tug off Hodeidah on Monday.",
        "Gunmen took away the master of a tanker off Hodeidah on Monday.",
    ],
)
def test_people_taken(text: str) -> None:
    assert one(text).sub_event_type == "Abduction/forced disappearance"


@pytest.mark.parametrize(
    "text",
    ["Police detained nine men in Gao on Monday.", "A suspect was seized in Gao on Monday."],
)
def test_an_arrest_is_no_abduction(text: str) -> None:
    assert read(text) == ()


def test_people_who_came_to_a_place_did_it_there() -> None:
    incident = one("Killers came to Gao before dawn on Monday: 40 people were shot dead.")
    assert incident.place is not None
    assert incident.place.text == "Gao"


def test_what_victims_were_about_is_no_deed_of_theirs() -> None:
    incident = one(
        "Soldiers shot at protesters who were trying to enter the airport in Gao on Monday."
    )
    assert incident.sub_event_type == "Excessive force against protesters"
    assert [a.name for a in incident.actors] == ["Soldiers"]


def test_a_convoy_of_aid_workers_is_no_military_target() -> None:
    assert (
        one("Gunmen ambushed a convoy of aid workers in Gao on Monday.").sub_event_type == "Attack"
    )
    assert one("Gunmen ambushed a convoy in Gao on Monday.").sub_event_type == "Armed clash"


def test_a_direction_is_no_part_of_the_victims() -> None:
    incident = one("Rebels killed nine soldiers north of Gao on Monday.")
    assert incident.targets == ("soldiers",)
    assert incident.place is not None
    assert incident.place.text == "north of Gao"


def test_a_fake_vest_makes_no_suicide_bombing() -> None:
    incident = one("A man wearing a fake explosive vest stabbed two people in Gao on Monday.")
    assert incident.kind == "armed_attack"


def test_who_came_by_car_took_no_town() -> None:
    assert read("He had driven from Gao on Monday.") == ()
