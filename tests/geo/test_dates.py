"""English date phrases: what is said, what is meant, and what is left open."""

from __future__ import annotations

import datetime as dt

import pytest
from edtf import parse_edtf
from effort import effort
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.dates import DateMention, find_dates, interpret, precision

MONDAY = dt.date(2021, 6, 28)


def found(text: str, day: dt.date | None = MONDAY, **more: object) -> list[DateMention]:
    return list(find_dates(text, published=day, **more))  # type: ignore[arg-type]


def only(text: str, day: dt.date | None = MONDAY, **more: object) -> DateMention:
    mentions = found(text, day, **more)
    assert len(mentions) == 1, mentions
    return mentions[0]


# --- Understood ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "text", "edtf"),
    [
        # days, written out and in figures
        ("It struck on 15 May.", "15 May", "2021-05-15"),
        ("It struck on May 15, 2019.", "May 15, 2019", "2019-05-15"),
        ("It struck on the 3rd of May 2020.", "3rd of May 2020", "2020-05-03"),
        ("It struck on the third of May.", "third of May", "2021-05-03"),
        ("It struck on Sept. 11, 2001.", "Sept. 11, 2001", "2001-09-11"),
        ("It struck on 2021-06-03.", "2021-06-03", "2021-06-03"),
        ("It struck on 2021-06-03T14:30:00Z.", "2021-06-03T14:30:00Z", "2021-06-03"),
        ("It struck on 13/06/2021.", "13/06/2021", "2021-06-13"),
        ("It struck on 06/13/2021.", "06/13/2021", "2021-06-13"),
        ("It struck on 05.06.2021.", "05.06.2021", "2021-06-05"),
        ("It struck at 141230Z JUN 21.", "141230Z JUN 21", "2021-06-14"),
        ("It struck on Friday, June 25, 2021.", "Friday, June 25, 2021", "2021-06-25"),
        ("It struck on Tuesday (June 22).", "Tuesday (June 22)", "2021-06-22"),
        ("It struck on the 12th.", "12th", "2021-06-12"),
        ("It struck on 12 March last year.", "12 March last year", "2020-03-12"),
        ("It struck on 30 December.", "30 December", "2020-12-30"),
        # weekdays and days counted from the report
        ("It struck on Monday.", "Monday", "2021-06-28"),
        ("It struck on Sunday.", "Sunday", "2021-06-27"),
        ("It struck on Tuesday.", "Tuesday", "2021-06-22"),
        ("It struck last Monday.", "last Monday", "2021-06-21"),
        ("It struck on Thursday last week.", "Thursday last week", "2021-06-24"),
        ("It struck yesterday.", "yesterday", "2021-06-27"),
        ("It struck the day before yesterday.", "day before yesterday", "2021-06-26"),
        ("It struck three days ago.", "three days ago", "2021-06-25"),
        ("It struck two days before Easter.", "two days before Easter", "2021-04-02"),
        # weeks, months, years and their parts
        ("It struck last week.", "last week", "2021-06-21/2021-06-27"),
        ("It struck last month.", "last month", "2021-05"),
        ("It struck in May.", "May", "2021-05"),
        ("It struck in December.", "December", "2020-12"),
        ("It struck in March 2019.", "March 2019", "2019-03"),
        ("It struck in February of last year.", "February of last year", "2020-02"),
        ("It struck in late February.", "late February", "2021-02-21/2021-02-28"),
        ("It struck in late February 2020.", "late February 2020", "2020-02-21/2020-02-29"),
        ("It struck in mid-March.", "mid-March", "2021-03-11/2021-03-20"),
        ("It struck early last month.", "early last month", "2021-05-01/2021-05-10"),
        ("It struck earlier this month.", "earlier this month", "2021-06-01/2021-06-28"),
        ("It struck in late 2019.", "late 2019", "2019-09/2019-12"),
        ("It struck at the end of 2019.", "end of 2019", "2019-10/2019-12"),
        ("It struck in 2014.", "2014", "2014"),
        ("It struck in the first half of 2020.", "first half of 2020", "2020-01/2020-06"),
        ("It struck in the second quarter of 2020.", "second quarter of 2020", "2020-04/2020-06"),
        ("It struck in the last week of May.", "last week of May", "2021-05-25/2021-05-31"),
        ("It struck in the week of 14 June.", "week of 14 June", "2021-06-14/2021-06-20"),
        ("It struck in the spring of 2020.", "spring of 2020", "2020-03/2020-05"),
        ("It struck in the early 1980s.", "early 1980s", "1980/1983"),
        ("It struck in the 1990s.", "1990s", "199X"),
        ("It struck a month ago.", "a month ago", "2021-05~"),
        ("It struck two weeks ago.", "two weeks ago", "2021-06-11~/2021-06-17~"),
        ("It struck around 15 May.", "around 15 May", "2021-05-15~"),
        # ranges and lists
        ("Between 15 and 20 May 2021, shells fell.", "Between 15 and 20 May 2021",
         "2021-05-15/2021-05-20"),
        ("From May 15 to 20 shells fell.", "From May 15 to 20", "2021-05-15/2021-05-20"),
        ("Shells fell on 15-20 May.", "15-20 May", "2021-05-15/2021-05-20"),
        ("Shells fell from 28 December to 3 January.", "from 28 December to 3 January",
         "2020-12-28/2021-01-03"),
        ("Shells fell from March to June 2021.", "from March to June 2021", "2021-03/2021-06"),
        ("Shells fell from Monday to Wednesday.", "from Monday to Wednesday",
         "2021-06-21/2021-06-23"),
        ("Shells fell on Monday and Tuesday.", "Monday and Tuesday", "2021-06-21/2021-06-22"),
        ("Shells fell on 3, 5 and 9 May.", "3, 5 and 9 May",
         "{2021-05-03,2021-05-05,2021-05-09}"),
        ("It raged between 2014 and 2017.", "between 2014 and 2017", "2014/2017"),
        ("It struck on the night of 12 to 13 March 2021.", "night of 12 to 13 March 2021",
         "2021-03-12/2021-03-13"),
        ("Over the past month, shells fell.", "Over the past month", "2021-05-28/2021-06-28"),
        ("In the last 24 hours shells fell.", "In the last 24 hours", "2021-06-27/2021-06-28"),
        # feasts
        ("It struck on Good Friday.", "Good Friday", "2021-04-02"),
        ("It struck on Orthodox Easter.", "Orthodox Easter", "2021-05-02"),
        ("It struck on Christmas Eve.", "Christmas Eve", "2020-12-24"),
        ("It struck on Nowruz.", "Nowruz", "2021-03-20/2021-03-21"),
        ("It struck during Ramadan.", "Ramadan", "2021-04-13~/2021-05-12~"),
        ("It struck on the second day of Eid al-Fitr.", "second day of Eid al-Fitr",
         "2021-05-14~"),
        ("It struck on 10 Muharram 1442.", "10 Muharram 1442", "2020-08-29~"),
        ("It struck in the last ten days of Ramadan.", "last ten days of Ramadan",
         "2021-05-03~/2021-05-12~"),
        # open ends
        ("It has struck since April.", "since April", "2021-04/.."),
        ("It has struck since early May.", "since early May", "2021-05-01/.."),
        ("It has struck since 2014.", "since 2014", "2014/.."),
        ("It struck until 15 May.", "until 15 May", "../2021-05-15"),
        ("It struck before 15 May.", "before 15 May", "../2021-05-14"),
        # upper case, as in old wire reports
        ("THE MASS KIDNAPPING TOOK PLACE ON 30 DECEMBER.", "30 DECEMBER", "2020-12-30"),
        ("IT EXPLODED ON 3 JUL 89.", "3 JUL 89", "1989-07-03"),
        ("IT EXPLODED IN MAY.", "MAY", "2021-05"),
        ("IT EXPLODED YESTERDAY.", "YESTERDAY", "2021-06-27"),
    ],
)  # fmt: skip
def test_what_a_phrase_means(sentence: str, text: str, edtf: str) -> None:
    mention = only(sentence)
    assert (mention.phrase.text, mention.phrase.edtf) == (text, edtf)
    assert mention.kind == "date"
    assert not mention.future


def test_since_is_open_and_ends_with_the_report() -> None:
    phrase = only("At least five times since April, drones struck.").phrase
    assert phrase.open_end
    assert (phrase.start, phrase.end) == (dt.date(2021, 4, 1), MONDAY)


@pytest.mark.parametrize(
    ("sentence", "text", "time_of_day", "day"),
    [
        ("It came early Monday morning.", "early Monday morning", "early morning", 28),
        ("It came on Sunday night.", "Sunday night", "night", 27),
        ("It came last night.", "last night", "last night", 27),
        ("It came this morning.", "this morning", "morning", 28),
        ("It came at dawn on Monday.", "dawn on Monday", "dawn", 28),
        ("It came in the early hours of Monday.", "early hours of Monday", "early hours", 28),
        ("It came late on Sunday.", "late on Sunday", "late", 27),
        ("It came on Monday at 02:30.", "Monday at 02:30", "02:30", 28),
        ("It came at 4:30 p.m. local time (13:30 GMT) on Sunday.",
         "4:30 p.m. local time (13:30 GMT) on Sunday", "4:30 p.m. local time (13:30 GMT)", 27),
        ("It came between midnight and 4 a.m. on Sunday.",
         "between midnight and 4 a.m. on Sunday", "between midnight and 4 a.m.", 27),
        ("IT CAME ON 26 JUNE AT 1625.", "26 JUNE AT 1625", "1625", 26),
        ("It came shortly after midnight on 26 June.", "shortly after midnight on 26 June",
         "shortly after midnight", 26),
    ],
)  # fmt: skip
def test_the_time_of_day_is_kept_as_said(
    sentence: str, text: str, time_of_day: str, day: int
) -> None:
    mention = only(sentence)
    assert mention.phrase.text == text
    assert mention.phrase.time_of_day == time_of_day
    assert mention.phrase.start == mention.phrase.end == dt.date(2021, 6, day)


# --- Left open -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "sentence",
    [
        "The siege lasted for two hours.",
        "A three-day curfew was imposed.",
        "It killed 2,000 people and 2015 fighters.",
        "He may have died.",
        "They march on the capital.",
        "IT MAY BE TRUE THAT 10 MAY HAVE DIED.",
        "Resolution 2254 was passed.",
        "The 17 February Brigade and the Sunday Times were hit.",
        "Mon and Sat are short words.",
        "A second attack and a third attempt failed.",
        "He lives in 2000 houses.",
        "It hit No. 15 Hill Street, 400 km away.",
        "",
        "12",
        "the",
    ],
)
def test_what_is_no_date(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Militias have struck in recent weeks.", "vague"),
        ("It struck several months ago.", "vague"),
        ("At dawn, gunmen came.", "time"),
        ("It struck on the third day of the offensive.", "unknown"),
        ("It struck on 05/06/2021.", "unknown"),
        ("The next day it rained.", "unknown"),
    ],
)
def test_what_cannot_be_told_is_bounded_by_the_report(sentence: str, kind: str) -> None:
    mention = only(sentence)
    assert mention.kind == kind
    assert mention.phrase.start is None
    assert mention.phrase.end == MONDAY
    assert mention.phrase.edtf in (None, "../2021-06-28")


def test_a_report_without_a_day_leaves_relative_dates_open() -> None:
    for sentence in ("It struck on Monday.", "It struck last week.", "It struck in recent weeks."):
        phrase = only(sentence, None).phrase
        assert (phrase.edtf, phrase.start, phrase.end) == (None, None, None)
    assert only("It struck on 12 March.", None).phrase.edtf == "XXXX-03-12"
    assert only("It struck on 12 March 2020.", None).phrase.edtf == "2020-03-12"


def test_day_or_month_first_is_told_by_another_date_of_the_text() -> None:
    european = [m.phrase.edtf for m in found("On 13/05/2021 it fell, again on 05/06/2021.")]
    american = [m.phrase.edtf for m in found("On 05/13/2021 it fell, again on 05/06/2021.")]
    assert european[-1] == "2021-06-05"
    assert american[-1] == "2021-05-06"


def test_a_date_after_the_report_is_read_the_other_way() -> None:
    assert only("On 12/05/2021 it struck.").phrase.edtf == "2021-05-12"


# --- What stands around a date -------------------------------------------------------


def test_days_counted_from_the_day_before_them() -> None:
    text = (
        "On 12 May a bomb fell. Two days later, a drone. The next day, another. That night, fire."
    )
    days = [(m.kind, m.phrase.edtf) for m in found(text)]
    assert days == [
        ("date", "2021-05-12"),
        ("relative", "2021-05-14"),
        ("relative", "2021-05-15"),
        ("relative", "2021-05-15"),
    ]


def test_an_anchor_from_outside() -> None:
    mention = only("Two days earlier, a drone crashed.", anchor=dt.date(2021, 5, 3))
    assert mention.phrase.edtf == "2021-05-01"


def test_a_year_that_opens_a_passage_holds_for_it() -> None:
    told = [m.phrase.edtf for m in found("In 2019, rebels took it. On 3 May they left.")]
    assert told == ["2019", "2019-05-03"]


def test_a_year_said_in_passing_does_not() -> None:
    text = "The base, built after the strike of March 2019, was hit. On 3 May it burned."
    assert found(text)[-1].phrase.edtf == "2021-05-03"


def test_what_is_to_come() -> None:
    mention = only("Elections will be held on Friday.")
    assert (mention.phrase.edtf, mention.future) == ("2021-07-02", True)
    assert only("It comes next Monday.").phrase.edtf == "2021-07-05"
    assert only("It was due on Friday.", dt.date(2021, 6, 25)).phrase.edtf == "2021-06-25"


@pytest.mark.parametrize(
    ("sentence", "attributive"),
    [
        ("Monday's attack killed three.", True),
        ("The 12 March bombing killed three.", True),
        ("They spoke of the 2015 nuclear deal.", True),
        ("It struck on Monday.", False),
    ],
)
def test_a_date_that_names_a_thing(sentence: str, attributive: bool) -> None:
    assert only(sentence).attributive is attributive


@pytest.mark.parametrize(
    ("days", "prec"), [(1, 1), (2, 2), (6, 2), (7, 3), (8, 4), (31, 4), (32, 5)]
)
def test_precision_is_that_of_ucdp(days: int, prec: int) -> None:
    assert precision(MONDAY, MONDAY + dt.timedelta(days=days - 1)) == prec
    assert precision(None, MONDAY) == 5


def test_interpret_keeps_the_words() -> None:
    assert interpret("May", MONDAY).edtf == "2021-05"
    left = interpret("when the figs are ripe", MONDAY)
    assert (left.text, left.edtf, left.start, left.end) == (
        "when the figs are ripe", None, None, MONDAY,
    )  # fmt: skip


# --- Whatever the text ---------------------------------------------------------------

WORDS = st.sampled_from(
    [
        "late",
        "early",
        "mid",
        "Monday",
        "May",
        "15",
        "20",
        "2021",
        "and",
        "to",
        "from",
        "since",
        "until",
        "the",
        "of",
        "last",
        "next",
        "two",
        "days",
        "ago\n",
        "",
        "",
        "",
        "week",
        "month",
        "year",
        "-",
        ",",
        ".",
        "(",
        ")",
        "on",
        "in",
        "3rd",
        "Eid",
        "al-Fitr",
        "Ramadan",
        "night",
        "dawn",
        "at",
        "02:30",
        "a.m.",
        "before",
        "after\n",
        "",
        "",
        "",
        "between",
        "31",
        "February",
        "1990s",
        "summer",
        "past",
        "few",
        "recent",
        "that",
        "same",
        "day",
        "earlier",
        "later",
        "05/06/2021",
        "'89\n",
        "",
        "",
        "",
        "s",
        "'",
        "first",
        "quarter",
        "half",
        "Q2",
        "12th",
        "2021-02-30",
        "Friday's",
        "around",
        "weekend",
        "\n",
        "\n\n",
        "9999",
        "0",
        "١٥",
    ]
)
DAYS = st.one_of(st.none(), st.dates(dt.date(1800, 1, 1), dt.date(2200, 1, 1)))


@settings(deadline=None)
@given(st.lists(WORDS, max_size=14), DAYS, DAYS)
def test_every_answer_is_verbatim_ordered_and_valid(
    words: list[str], published: dt.date | None, anchor: dt.date | None
) -> None:
    text = " ".join(words)
    last = 0
    for mention in find_dates(text, published=published, anchor=anchor, language="en"):
        phrase = mention.phrase
        assert last <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == phrase.text
        last = mention.end
        if phrase.start and phrase.end:
            assert phrase.start <= phrase.end
        if phrase.edtf is None:
            assert phrase.date_prec is None
            continue
        assert phrase.date_prec in (1, 2, 3, 4, 5)
        parsed = parse_edtf(phrase.edtf)
        if phrase.start is not None and phrase.start.year > 999:
            assert tuple(parsed.lower_strict())[:3] == (
                phrase.start.year, phrase.start.month, phrase.start.day,
            )  # fmt: skip
        if phrase.end is not None and not phrase.open_end:
            assert tuple(parsed.upper_strict())[:3] == (
                phrase.end.year, phrase.end.month, phrase.end.day,
            )  # fmt: skip
        assert phrase.open_end == phrase.edtf.endswith("/..")


@settings(deadline=None)
@given(st.text(max_size=200), DAYS)
def test_no_text_is_too_odd(text: str, published: dt.date | None) -> None:
    for language in ("en", "fr", "es", "ar", "ru", "uk"):
        for mention in find_dates(text, published=published, language=language):
            assert text[mention.start : mention.end] == mention.phrase.text


@pytest.mark.parametrize(
    "piece",
    ["1", "12-", "May ", "3, ", "the ", "since ", "between 1 and ", "last ", "'s", "1.1.", "(", "\n",
     "Monday and ", "early ", "2 days before ", "at 10:00 ", "of the ", "٣", "from May to "],
)  # fmt: skip
def test_work_grows_with_length_only(piece: str) -> None:
    def work(size: int) -> int:
        text = piece * (size // len(piece))
        return effort(lambda: find_dates(text, published=MONDAY, language="en"))

    work(1000)
    assert work(40_000) < 12 * work(5_000) + 2_000  # 8 if linear, 64 if squared
