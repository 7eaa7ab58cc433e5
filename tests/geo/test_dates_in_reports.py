"""Dates read through whole reports of several styles, in our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from geo.dates import find_dates
from tests.geo.tellings import one

WIRE = """The army said on Sunday that jets had struck two depots before dawn on Saturday. Hours
later, rockets fell on the border town; in the hours that followed, four more were counted.
It was the third raid this month and the twelfth since January. A similar strike on 12 March
killed nine people, a day after Monday's talks were called off."""

MISSION = """Between 15 and 20 May 2021, the mission recorded 14 incidents, up from nine in the
same period last year. On 3, 5 and 9 May, mines exploded on the road north of the town. On the
night of 24 to 25 May, unidentified gunmen burned 40 houses. From January to May 2021, 120 people
were displaced; in the first quarter of 2020 it had been 80."""

UPPER = """GUERRILLAS BLEW UP TWO ELECTRIC TOWERS LAST NIGHT, THE ARMY REPORTED TODAY. THE
ATTACK CAME TWO DAYS AFTER THE 4 MAY AMBUSH. AT 0945 THIS MORNING A BOMB WAS DEFUSED. SUBVERSIVES
MAY HAVE FLED ON 5 MAY. THE 19 APRIL MOVEMENT DENIED IT."""

CHAT = """shelling heard since 6am, more around 14:30
two drones over the bridge last night, one down
elections are set for sunday"""


def told(text: str, day: dt.date) -> list[tuple[str, str | None]]:
    found = find_dates(text, published=day)
    return [(" ".join(m.phrase.text.split()), m.phrase.edtf) for m in found]


def test_wire_copy() -> None:
    assert told(WIRE, dt.date(2021, 6, 28)) == [
        ("Sunday", "2021-06-27"),
        ("before dawn on Saturday", "2021-06-26"),
        ("Hours later", "2021-06-26~"),
        ("the hours that followed", "2021-06-26/2021-06-27"),
        ("this month", "2021-06"),
        ("since January", "2021-01/.."),
        ("12 March", "2021-03-12"),
        ("a day after Monday", "2021-06-22"),
    ]


def test_a_mission_s_report() -> None:
    assert told(MISSION, dt.date(2021, 6, 28)) == [
        ("Between 15 and 20 May 2021", "2021-05-15/2021-05-20"),
        ("last year", "2020"),
        ("3, 5 and 9 May", "{2021-05-03,2021-05-05,2021-05-09}"),
        ("night of 24 to 25 May", "2021-05-24/2021-05-25"),
        ("From January to May 2021", "2021-01/2021-05"),
        ("first quarter of 2020", "2020-01/2020-03"),
    ]


def test_upper_case_wire_copy() -> None:
    assert told(UPPER, dt.date(1989, 5, 7)) == [
        ("LAST NIGHT", "1989-05-06"),
        ("TODAY", "1989-05-07"),
        ("TWO DAYS AFTER THE 4 MAY", "1989-05-06"),
        ("0945 THIS MORNING", "1989-05-07"),
        ("5 MAY", "1989-05-05"),
    ]


def test_chat_messages() -> None:
    assert told(CHAT, dt.date(2021, 6, 28)) == [
        ("6am", None),
        ("around 14:30", None),
        ("last night", "2021-06-27"),
        ("sunday", "2021-07-04"),
    ]


@pytest.mark.parametrize(
    ("sentence", "text", "edtf"),
    [
        ("It came on the night of 24 June/25 June.", "night of 24 June/25 June",
         "2021-06-24/2021-06-25"),
        ("It came over the weekend.", "weekend", "2021-06-26/2021-06-27"),
        ("It came on the weekend of 5 June.", "weekend of 5 June", "2021-06-05/2021-06-06"),
        ("It came in Q2 2020.", "Q2 2020", "2020-04/2020-06"),
        ("It came a week before Ramadan.", "a week before Ramadan", "2021-04-06~"),
        ("It came on Saturday, 26 June, at around 3 a.m.", "Saturday, 26 June, at around 3 a.m.",
         "2021-06-26"),
        ("It came at 03.30 on Friday.", "03.30 on Friday", "2021-06-25"),
        ("It came in the early hours of 26 June local time.", "early hours of 26 June",
         "2021-06-26"),
        ("It came late last night.", "late last night", "2021-06-27"),
        ("It came overnight into Monday.", "overnight into Monday", "2021-06-27/2021-06-28"),
        ("It came from the night of 12 March 2021 on.", "night of 12 March 2021", "2021-03-12"),
        ("It came two and a half years ago.", "two and a half years ago", "2018-12~"),
    ],
)  # fmt: skip
def test_single_phrases(sentence: str, text: str, edtf: str) -> None:
    assert told(sentence, dt.date(2021, 6, 28)) == [(text, edtf)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ramadan Abdullah spoke to Khalid Rajab.",
        "Between 5 and 10 people died, from 10 to 20 were hurt.",
        "Every Friday they march.",
        "It was the second day in a row.",
        "For the first time in a week, shops opened within minutes.",
        "The late-model car of Mr. March sat in the shade.",
        "They mourned the fall of the town.",
        "June Carter was there.",
        "Black Friday and Bloody Sunday are names.",
        "In the dark, smoke rose over 3.30 metres.",
        "AT APPROXIMATELY 1940 A BOMB WENT OFF.",
    ],
)
def test_what_only_looks_like_a_date(sentence: str) -> None:
    assert told(sentence, dt.date(2021, 6, 28)) == []


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("It came on 03-Jun-21.", "2021-06-03"),
        ("It came on 3-June-2021.", "2021-06-03"),
        ("It came on June 3 (Thursday).", "2021-06-03"),
        ("It came the night before last.", "2021-06-26"),
        ("It came the week before last.", "2021-06-14/2021-06-20"),
        ("It came in the latter half of 2020.", "2020-07/2020-12"),
        ("It came later in May.", "2021-05"),
        ("It has come since the weekend.", "2021-06-26/.."),
        ("It came a few hours ago.", "2021-06-27/2021-06-28"),
        ("It came a few minutes ago.", "2021-06-28"),
        ("It came AT 0930 [1530 GMT] THIS MORNING.", "2021-06-28"),
        ("In the previous 24 hours, it came.", "2021-06-27/2021-06-28"),
        ("It came on 23.02.2021.", "2021-02-23"),
        ("It came between 27 Feb - 5 Mar.", "2021-02-27/2021-03-05"),
        ("It came in the early 1970'S.", "1970/1973"),
        ("It came no later than 5 May.", "../2021-05-05"),
        ("It came on 24/05.", "2021-05-24"),
        ("On 5/24 it came.", "2021-05-24"),
        ("Sunday 13.06: it came.", "2021-06-13"),
        ("14/03 - it came.", "2021-03-14"),
        ("It came in the night to Tuesday.", "2021-06-21/2021-06-22"),
        ("In the small hours of 13 May 2020 it came.", "2020-05-13"),
        ("It came on the second of this month.", "2021-06-02"),
        ("IT CAME ON THE 2D OF THIS MONTH.", "2021-06-02"),
        ("It came on the 12th inst. at Gao.", "2021-06-12"),
        ("It came on the 29th ult. at Gao.", "2021-05-29"),
        ("It came on the morning of the 9th.", "2021-06-09"),
        ("On the 9th gunmen came.", "2021-06-09"),
        ("It came on the 5th and the 8th.", "{2021-06-05,2021-06-08}"),
        ("It came on Tuesday the 15th.", "2021-06-15"),
        ("Sat 26: it came.", "2021-06-26"),
        ("It came on Thursday last.", "2021-06-24"),
        ("It came the Friday before last.", "2021-06-18"),
        ("It came the summer before last.", "2019-06/2019-08"),
        ("It came a week ago today.", "2021-06-21"),
        ("It came exactly a month ago yesterday.", "2021-05-27"),
        ("It came half a year ago.", "2020-12~"),
        ("It came in the week to 20 June.", "2021-06-14/2021-06-20"),
        ("It came on the eve of Good Friday.", "2021-04-01"),
        ("It came on the eve of the vote on 10 March.", "2021-03-09"),
        ("It came over four days from 3 May.", "2021-05-03/2021-05-06"),
        ("It came a week to the day after 3 May.", "2021-05-10"),
        ("It came two days after the raid of 3 May.", "2021-05-05"),
        ("It came on 26/06.", "2021-06-26"),
        ("It came on 02/06.", "2021-06-02~"),
        ("yday it came", "2021-06-27"),
        ("thurs nite it came", "2021-06-24"),
        ("this am it came", "2021-06-28"),
        ("It came that Saturday.", "2021-06-26"),
    ],
)
def test_more_ways_to_say_when(sentence: str, edtf: str) -> None:
    assert [m.phrase.edtf for m in find_dates(sentence, published=dt.date(2021, 6, 28))] == [edtf]


def test_a_day_counted_from_the_wrong_date_is_not_told() -> None:
    found = find_dates(
        "On 27 June talks began. Three days later, all left.", published=dt.date(2021, 6, 28)
    )
    assert [(m.kind, m.phrase.edtf) for m in found] == [("date", "2021-06-27"), ("unknown", None)]


@pytest.mark.parametrize(
    ("second", "edtf"),
    [
        ("On 30 July of the same year it ended.", "2019-07-30"),
        ("In January of that year it had begun.", "2019-01"),
        ("On 28 August of the following year it ended.", "2020-08-28"),
        ("Two days before that they came.", "2019-03-10"),
        ("The day after that they came.", "2019-03-13"),
        ("Five days before it a bomb exploded.", "2019-03-07"),
        ("The evening before, they came.", "2019-03-11"),
        ("A fortnight later they came.", "2019-03-26~"),
        ("A week on, they came.", "2019-03-19~"),
        ("Exactly two months later they came.", "2019-05-12"),
        ("On the 20th they came.", "2019-03-20"),
        ("Next day they came.", "2019-03-13"),
        ("That Saturday they came.", "2019-03-09"),
        ("The Sunday before, they came.", "2019-03-10"),
        ("The previous Friday they came.", "2019-03-08"),
        ("That weekend they came.", "2019-03-16/2019-03-17"),
        ("Within hours they came.", "2019-03-12/2019-03-13"),
        ("Within days they came.", "2019-03-12/2019-03-18"),
        ("That September they came.", "2019-09"),
        ("That summer they came.", "2019-06/2019-08"),
        ("The summer before, they came.", "2018-06/2018-08"),
        ("They came on 3 May that year.", "2019-05-03"),
        ("On the twentieth of that month they came.", "2019-03-20"),
        ("Earlier in the month they came.", "2019-03"),
        ("In June of the next year they came.", "2020-06"),
    ],
)
def test_days_that_lean_on_one_told_before(second: str, edtf: str) -> None:
    found = find_dates(f"On 12 March 2019 it came. {second}", published=dt.date(2021, 6, 28))
    assert [m.phrase.edtf for m in found] == ["2019-03-12", edtf]


def test_the_day_of_the_main_clause_is_not_that_of_its_relative() -> None:
    incident = one("A court on Tuesday jailed two men who killed a policeman in Gao in May 2021.")
    assert incident.date is not None
    assert incident.date.edtf == "2021-05"


def test_overnight_at_the_head_of_a_report_is_the_night_before_it() -> None:
    incident = one("Nine people were killed overnight when a drone hit a house in Sumy.")
    assert incident.date is not None
    assert incident.date.edtf == "2024-05-09/2024-05-10"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("In August 2014 it came. Later that month it went.", "2014-08"),
        ("In August 2014 it came. The following month it went.", "2014-09"),
        ("On 27 May 2014 it came. On the 1st it went.", "2014-06-01"),
        ("On 9 January 2014 it came. Four weeks earlier, on 15 December, it went.", "2013-12-15"),
        ("In June 2014 it came. Weeks later, in late July, it went.", "2014-07-21/2014-07-31"),
        ("It came during Sunday mass on 30 May.", "2021-05-30"),
        ("The siege began on 3 May. It fell on day three.", "2021-05-05"),
        ("The siege began on 3 May. It fell on the third day.", "2021-05-05"),
        ("The siege began on 3 May. At D+3 it fell.", "2021-05-06"),
        ("On 5 May, the third day of the siege, it came. On day one it went.", "2021-05-03"),
        ("Ten years ago it came. On 24 August it went.", "2011-08-24"),
        (
            "They came when he fell, on 11 April 2011. It burned at the end of March.",
            "2011-03-21/2011-03-31",
        ),
        ("27 December 2008: they came. 3 January: they went. 6 January: it burned.", "2009-01-06"),
        ("It came on 8 July 2018, a Sunday. Two days later it went.", "2018-07-10"),
        ("On 8 July 2019 it came. On Wednesday of the following week it went.", "2019-07-17"),
        ("On 8 July 2019 it came. The week before, on the Sunday, it went.", "2019-07-07"),
        ("It is only nine days since they came.", "2021-06-19"),
        ("SITREP 24 MAY. Night 22/23: it came.", "2021-05-22/2021-05-23"),
        ("Fri 11: it came. 12th, 1300L: it went.", "2021-06-12"),
        ("It came exactly a month ago, at dusk.", "2021-05-28"),
        ("Mon nite it came.", "2021-06-28"),
        ("In October of last year it came. April was worse. On the 18th it burned.", "2021-04-18"),
        ("On 9 May 2019 it came. On the first day of the year it went.", "2019-01-01"),
        ("In May 13 people died.", "2021-05"),
        ("Sat 26 - they came.", "2021-06-26"),
        ("2 days b4, on may 1st, it came.", "2021-05-01"),
    ],
)
def test_the_clock_of_a_report(text: str, edtf: str) -> None:
    assert find_dates(text, published=dt.date(2021, 6, 28))[-1].phrase.edtf == edtf


@pytest.mark.parametrize(
    "text",
    [
        "On the third day it fell.",  # of what?
        "It came on the eve of the vote.",
        "It came on the weekend of the riots.",
        "Five days into the offensive it came.",
        "On 9 March it came. A few days later it went.",
        "It came in February. Three days later it went.",
    ],
)
def test_a_phrase_that_is_not_understood_is_never_guessed(text: str) -> None:
    last = find_dates(text, published=dt.date(2021, 6, 28))[-1]
    assert (last.kind, last.phrase.start, last.phrase.edtf) == ("unknown", None, None)


@pytest.mark.parametrize(
    "sentence", ["He fell on the 14th floor.", "On the 47th mechanised brigade they fired."]
)
def test_an_ordinal_that_counts_is_no_day(sentence: str) -> None:
    assert told(sentence, dt.date(2021, 6, 28)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Protesters set fire to the town hall in Kasese on Tuesday.",
        "Gunmen set off a bomb in Kasese on Tuesday.",
        "Settlers set cars alight in Kasese on Tuesday.",
    ],
)
def test_what_was_set_on_fire_was_not_set_for_a_day(text: str) -> None:
    (mention,) = find_dates(text, published=dt.date(2024, 5, 10))
    assert mention.phrase.start == dt.date(2024, 5, 7)


def test_what_is_set_to_happen_is_to_come() -> None:
    (mention,) = find_dates("Talks are set to resume on Tuesday.", published=dt.date(2024, 5, 10))
    assert mention.future


FOUND = "The chamber today convicted him of crimes committed in the summer of 1992."


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        (f"{FOUND} It found that on 7 May he shot five men.", "1992-05-07"),
        ("They looked at the events of March 1988. On 16 March aircraft came.", "1988-03-16"),
        ("During the 2008 war Gori was bombed. On 9 August they came again.", "2008-08-09"),
        ("The year 2021 brought no peace. On 9 January soldiers came.", "2021-01-09"),
        ("A bomb killed a judge in 2019. On 3 May gunmen shot another.", "2024-05-03"),
        ("A bomb killed a judge in 2019. On 3 January gunmen shot another.", "2019-01-03"),
    ],
)
def test_the_year_of_a_day_without_one(text: str, edtf: str) -> None:
    assert find_dates(text, published=dt.date(2024, 5, 10))[-1].phrase.edtf == edtf


@pytest.mark.parametrize("opening", ["after", "since", "before"])
def test_that_day_is_the_one_that_an_open_time_names(opening: str) -> None:
    text = f"They had fled {opening} 3 May, when rebels came. On that day fifty died."
    assert find_dates(text, published=dt.date(2024, 5, 10))[-1].phrase.edtf == "2024-05-03"


def test_a_year_counted_back_makes_no_story_of_the_past() -> None:
    text = "The party, created 4 years ago, is small.\n\nOn 27 February its secretary was shot."
    assert told(text, dt.date(2021, 4, 12))[-1] == ("27 February", "2021-02-27")
