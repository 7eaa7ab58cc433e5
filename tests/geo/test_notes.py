"""Reports in note form: what stands over a line, beside it in a row, and in the title."""

from __future__ import annotations

import datetime as dt

import pytest

from geo.drafts.notes import covered_days
from tests.geo.tellings import read


@pytest.mark.parametrize(
    ("title", "days"),
    [
        ("MALI SITREP AS OF 7 MAY 1200Z", "2024-05-07~"),
        ("Weekly incident table, 1-7 May 2024", "2024-05-01/2024-05-07"),
        ("Daily security bulletin, 7 May 2024", "2024-05-07~"),
        ("The fighting that began on 7 May 2024", None),
        ("Gao, 7 May 2024", None),
    ],
)
def test_a_title_says_over_which_days_a_bulletin_goes(title: str, days: str | None) -> None:
    found = covered_days(title, dt.date(2024, 5, 8))
    assert (found.edtf if found else None) == days


def test_a_line_without_a_day_is_of_the_days_that_the_title_says() -> None:
    text = (
        "MALI SECURITY SITREP, 7 MAY 2024\n"
        "1. Gao: rebels shelled the airport, 2 civ KIA.\n"
        "2. Mopti: gunmen looted a warehouse on 3 May.\n"
        "3. Gao: NSTR."
    )
    shelled, looted = read(text)
    assert shelled.date is not None
    assert (shelled.date.edtf, shelled.date.date_prec) == ("2024-05-07~", 2)
    assert looted.date is not None
    assert looted.date.edtf == "2024-05-03"


def test_prose_takes_no_day_from_its_title() -> None:
    text = "Security update, 7 May 2024\n\nRebels shelled the airport of Gao. Nobody was hurt."
    (incident,) = read(text)
    assert incident.date is not None
    assert incident.date.start is None


def test_days_and_places_on_lines_of_their_own_hold_below() -> None:
    text = (
        "LOG\n\nTue 7 May\n0640 Gao: rebels shelled the airport.\n"
        "Wed 8 May\nMopti\n- Market looted by gunmen.\n- Two traders kidnapped by gunmen."
    )
    incidents = read(text)
    told = [
        (i.kind, i.place and i.place.text, i.date and i.date.edtf)
        for i in incidents
    ]  # fmt: skip
    assert told == [
        ("shelling", "Gao", "2024-05-07~"),
        ("looting", "Mopti", "2024-05-08~"),
        ("abduction", "Mopti", "2024-05-08~"),
    ]


@pytest.mark.parametrize("sign", [" | ", "\t"])
def test_a_row_of_a_table_is_read_by_its_cells(sign: str) -> None:
    rows = [
        ("Date", "Location", "Incident", "KIA", "WIA"),
        ("6 May 2024", "Gao", "mortars fired at the airport, road to Ansongo cut", "4", "11"),
        ("7 May 2024", "Mopti", "gunmen kidnapped two traders", "-", "-"),
    ]
    shelled, kidnapped = read("\n".join(sign.join(row) for row in rows))
    assert (shelled.place and shelled.place.text, shelled.fatalities_min) == ("Gao", 4)
    assert shelled.injuries_min == 11
    assert shelled.date is not None
    assert shelled.date.edtf == "2024-05-06"
    assert (kidnapped.kind, kidnapped.place and kidnapped.place.text) == ("abduction", "Mopti")
    assert kidnapped.quotes[0].text == sign.join(rows[2])


@pytest.mark.parametrize(
    "note",
    [
        "Gao: 2x suicide bombers blew themselves up ivo mkt, 8 civ KIA.",
        "Gao: two suicide bombers blew themselves up near the market, 8 civilians killed.",
    ],
)
def test_shorthand_is_read_as_the_words_it_stands_for(note: str) -> None:
    (incident,) = read(note)
    assert incident.kind == "suicide_bombing"
    assert (incident.count_min, incident.fatalities_min) == (2, 8)


def test_a_month_in_short_is_no_party() -> None:
    (incident,) = read("Gao: airport shelled by rebels 21 Mar.")
    assert [a.name for a in incident.actors] == ["rebels"]


def test_lines_with_places_before_a_colon_are_no_dateline() -> None:
    text = (
        "MALI DAILY, 7 MAY 2024\nGao (northern Mali): fell to rebels 6 May.\n"
        "Mopti: airstrike night 5/6 May destroyed a clinic, 12 killed.\nKano: quiet."
    )
    fell, strike = read(text)
    assert (fell.kind, fell.place and fell.place.text) == (
        "territory_change",
        "Gao (northern Mali)",
    )
    assert [a.name for a in fell.actors] == ["rebels"]
    assert (strike.kind, strike.fatalities_min) == ("airstrike", 12)


def test_today_in_a_bulletin_is_its_own_day() -> None:
    text = (
        "MALI DAILY, 7 MAY 2024\nGao: market looted by gunmen this afternoon.\n"
        "Mopti: quiet.\nKano: quiet."
    )
    (incident,) = read(text)  # out on the 10th
    assert incident.date is not None
    assert incident.date.edtf == "2024-05-07"


def test_capitals_and_a_dash_head_the_lines_of_a_list() -> None:
    text = (
        "Notes of 9 May.\nTEL ORBIN - market looted by gunmen 6 May.\n"
        "KARVAZEH - two traders kidnapped by gunmen 7 May.\nOUTLOOK - more raids likely."
    )
    assert [i.place and i.place.text for i in read(text)] == ["TEL ORBIN", "KARVAZEH"]


@pytest.mark.parametrize("label", ["NOT CONFIRMED", "Rumour", "Outlook", "Next 48h"])
def test_what_is_only_feared_or_rumoured_is_left_out(label: str) -> None:
    text = f"Gao: quiet.\nMopti: quiet.\n{label}: bomb attack on the market of Kano, 12 killed."
    assert read(text) == ()


def test_each_line_of_a_list_is_an_incident_of_its_own() -> None:
    text = (
        "Gao: airport shelled by rebels 6 May.\nGao: 2x VBIED ivo mkt, 8 KIA.\n"
        "Gao: VBIED at checkpoint, 3 KIA. Mopti: quiet."
    )
    assert [(i.kind, i.fatalities_min) for i in read(text)] == [
        ("shelling", None),
        ("car_bombing", 8),
        ("car_bombing", 3),
    ]


def test_lines_of_a_chat_are_said_one_by_one() -> None:
    text = (
        "still no water here, third day now\n"
        "jets bombed the camp near Gao this morning, windows gone\n"
        "rebels took the airport of Mopti\n"
        "everybody stay in please, bridges closed\n"
        "love to all of you"
    )
    bombed, taken = read(text)
    assert bombed.quotes[0].text == "jets bombed the camp near Gao this morning, windows gone"
    assert taken.quotes[0].text == "rebels took the airport of Mopti"


def test_the_place_of_the_title_holds_for_lines_without_one() -> None:
    text = (
        "GAO SITREP NR 4, 7 MAY 2024\nA. Market torched by rebels 6 May.\n"
        "B. Karvaz camp: 2 rockets on market 6 May, 3 KIA.\nC. Mopti: two traders kidnapped 6 May."
    )
    names = [i.place and i.place.text for i in read(text.replace("GAO", "Gao"))]
    assert names == ["Gao", "Karvaz camp, Gao", "Mopti"]


def test_what_was_fired_tells_a_note_without_a_verb() -> None:
    (rockets,) = read("2 rockets on the port of Hodeidah 6 May, no casualties.")
    assert (rockets.kind, rockets.count_min) == ("rocket_attack", 2)
    assert read("Rockets on display at the port of Hodeidah since 6 May.") == ()


@pytest.mark.parametrize(
    "line",
    [
        "they say the bridge in Gao was blown up today ❌ not true, i can see it",
        "hearing the hospital in Gao was shelled today ➡️ fake, i am next to it",
    ],
)
def test_what_is_called_untrue_behind_is_denied(line: str) -> None:
    assert {i.stage for i in read(line)} == {"denied"}


def test_a_message_in_small_letters_has_places_before_its_colons() -> None:
    (incident,) = read("mopti: rebels shelled the market this morning, 4 dead\nstay safe all")
    assert incident.place is not None
    assert incident.place.text == "mopti"


def test_a_day_in_the_sentence_outweighs_that_of_the_title() -> None:
    text = (
        "MALI SITREP AS AT 7 MAY 2024\nGao: rebels overran base late 5 May, clinic set ablaze.\n"
        "Mopti: quiet.\nKano: quiet."
    )
    assert {i.date and i.date.start for i in read(text)} == {dt.date(2024, 5, 5)}


def test_a_weapon_that_ends_like_a_verb_is_a_noun() -> None:
    (incident,) = read("VBIED in market of Gao 6 May, 12 KIA / 30 WIA.")
    assert (incident.kind, incident.fatalities_min, incident.injuries_min) == (
        "car_bombing",
        12,
        30,
    )


def test_parties_behind_clashes_do_not_hide_them() -> None:
    (incident,) = read("Gao: clashes ELR vs 3rd Front 6 May, 9 fighters dead.")
    assert (incident.kind, incident.fatalities_min) == ("armed_clash", 9)


def test_what_is_likely_is_planned() -> None:
    assert {i.stage for i in read("Ships off Hodeidah are likely to be attacked by rebels.")} <= {
        "planned"
    }


def test_a_quarter_is_in_the_town_above_it() -> None:
    (incident,) = read("Gao: shell hit school in Karvaz district 6 May, 3 killed.")
    assert incident.place is not None
    assert incident.place.text == "Karvaz district, Gao"
