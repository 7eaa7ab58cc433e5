"""Date phrases of French, Spanish, Arabic, Russian and Ukrainian."""

from __future__ import annotations

import datetime as dt

import pytest

from geo.dates import LANGUAGES, find_dates
from geo.dates.calendars import HOLIDAYS
from geo.dates.scan import table
from geo.dates.scan import words_of as words

MONDAY = dt.date(2021, 6, 28)

LAST_WEEK = "2021-06-21/2021-06-27"
LATE_FEBRUARY = "2021-02-21/2021-02-28"
MAY_15_20 = "2021-05-15/2021-05-20"


@pytest.mark.parametrize(
    ("language", "sentence", "edtf"),
    [
        ("fr", "Le 15 mai 2021, une frappe a tué trois civils.", "2021-05-15"),
        ("fr", "La frappe a eu lieu le 1er janvier.", "2021-01-01"),
        ("fr", "La frappe a eu lieu dans la nuit de lundi à mardi.", "2021-06-21/2021-06-22"),
        ("fr", "La frappe a eu lieu hier soir.", "2021-06-27"),
        ("fr", "La frappe a eu lieu lundi dernier.", "2021-06-21"),
        ("fr", "La frappe a eu lieu la semaine dernière.", LAST_WEEK),
        ("fr", "La frappe a eu lieu il y a trois jours.", "2021-06-25"),
        ("fr", "La frappe a eu lieu fin février.", LATE_FEBRUARY),
        ("fr", "La frappe a eu lieu entre le 15 et le 20 mai.", MAY_15_20),
        ("fr", "La frappe a eu lieu du 15 au 20 mai.", MAY_15_20),
        ("fr", "La zone est visée depuis avril.", "2021-04/.."),
        ("fr", "La frappe a eu lieu l'année dernière.", "2020"),
        ("es", "El 15 de mayo de 2021 un ataque mató a tres civiles.", "2021-05-15"),
        ("es", "El ataque ocurrió anoche.", "2021-06-27"),
        ("es", "El ataque ocurrió el lunes.", "2021-06-28"),
        ("es", "El ataque ocurrió el domingo pasado.", "2021-06-27"),
        ("es", "El ataque ocurrió la semana pasada.", LAST_WEEK),
        ("es", "El ataque ocurrió hace tres días.", "2021-06-25"),
        ("es", "El ataque ocurrió a finales de febrero.", LATE_FEBRUARY),
        ("es", "El ataque ocurrió entre el 15 y el 20 de mayo.", MAY_15_20),
        ("es", "El ataque ocurrió en la madrugada del martes.", "2021-06-22"),
        ("es", "Los ataques siguen desde abril.", "2021-04/.."),
        ("es", "El ataque ocurrió en Semana Santa.", "2021-03-28/2021-04-04"),
        ("ar", "قتل ثلاثة أشخاص فجر الاثنين في غارة.", "2021-06-28"),
        ("ar", "قصفت القوات البلدة مساء أمس.", "2021-06-27"),
        ("ar", "وقع الهجوم في 15 مايو 2021.", "2021-05-15"),
        ("ar", "وقع الهجوم في 12 آذار 2020.", "2020-03-12"),
        ("ar", "وقع الهجوم الأسبوع الماضي.", LAST_WEEK),
        ("ar", "وقع الهجوم قبل ثلاثة أيام.", "2021-06-25"),
        ("ar", "وقع الهجوم قبل يومين.", "2021-06-26"),
        ("ar", "تتواصل الهجمات منذ أبريل.", "2021-04/.."),
        ("ar", "وقع الهجوم أواخر فبراير.", LATE_FEBRUARY),
        ("ar", "وقع الهجوم خلال شهر رمضان.", "2021-04-13~/2021-05-12~"),
        ("ru", "В понедельник дрон ударил по городу.", "2021-06-28"),
        ("ru", "В ночь на вторник дрон ударил по городу.", "2021-06-21/2021-06-22"),
        ("ru", "Удар был нанесен 15 мая 2021 года.", "2021-05-15"),
        ("ru", "Удар был нанесен вчера вечером.", "2021-06-27"),
        ("ru", "Удар был нанесен на прошлой неделе.", LAST_WEEK),
        ("ru", "Удар был нанесен три дня назад.", "2021-06-25"),
        ("ru", "Удар был нанесен в конце февраля.", LATE_FEBRUARY),
        ("ru", "Удары наносились с 15 по 20 мая.", MAY_15_20),
        ("ru", "Удары наносятся с апреля.", "2021-04/.."),
        ("ru", "Это было в 2014 году.", "2014"),
        ("uk", "У понеділок дрон ударив по місту.", "2021-06-28"),
        ("uk", "У ніч на вівторок дрон ударив по місту.", "2021-06-21/2021-06-22"),
        ("uk", "Удар було завдано 15 травня 2021 року.", "2021-05-15"),
        ("uk", "Удар було завдано вчора ввечері.", "2021-06-27"),
        ("uk", "Удар було завдано минулого тижня.", LAST_WEEK),
        ("uk", "Удар було завдано три дні тому.", "2021-06-25"),
        ("uk", "Удар було завдано наприкінці лютого.", LATE_FEBRUARY),
        ("uk", "Удари тривають з квітня.", "2021-04/.."),
    ],
)
def test_what_a_phrase_means(language: str, sentence: str, edtf: str) -> None:
    found = find_dates(sentence, published=MONDAY, language=language)
    assert [m.phrase.edtf for m in found] == [edtf]
    assert sentence[found[0].start : found[0].end] == found[0].phrase.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_is_whole(language: str) -> None:
    rows = words(language)
    assert set(rows.months.values()) == set(range(1, 13))
    assert set(rows.weekdays.values()) == set(range(7))
    assert {"day", "week", "month", "year", "hour"} <= set(rows.units.values())
    assert {-1, 0} <= set(rows.days.values())
    assert set(rows.seasons.values()) == {"spring", "summer", "autumn", "winter"}
    assert {"since", "until", "between"} <= set(rows.words.values())
    assert set(rows.holidays.values()) <= {*HOLIDAYS, "eid"}
    assert rows.plurals <= set(rows.units)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_can_be_reached(language: str) -> None:
    single, longer = table(language)
    assert single
    for first, entries in longer.items():
        sizes = [len(keys) for keys, _ in entries]
        assert sizes == sorted(sizes, reverse=True)
        assert all(keys[0] == first for keys, _ in entries)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_month_is_known_alone_with_a_year(language: str) -> None:
    for name, number in words(language).months.items():
        found = find_dates(f"7 {name.capitalize()} 2020", published=MONDAY, language=language)
        assert [m.phrase.edtf for m in found] == [f"2020-{number:02d}-07"], name
