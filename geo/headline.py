"""What stands above a map where its author says nothing: what happened, where, as of when."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from geo.basemap.names import country_name
from geo.layers import Layer

if TYPE_CHECKING:
    from gazetteer.store import Store
    from geo.model import LocatedIncident, Report

__all__ = ["COUNTRIES_NAMED", "countries_in_words", "countries_of", "days_of_reports", "headline"]

_KINDS_NAMED = 3
COUNTRIES_NAMED = 4
"""More than these make no headline."""


def headline(
    reports: Sequence[Report],
    layers: Sequence[Layer],
    countries: Sequence[str],
    words: Mapping[str, Any],
) -> str:
    """The only report's title; else what happened, and in which countries.

    Parameters
    ----------
    reports, layers
        What the map rests on, and shows.
    countries
        Their names, the most frequent first.
    words
        The map's own words.
    """
    if len(reports) == 1 and reports[0].title:
        return reports[0].title
    most = sorted(layers, key=lambda layer: -layer.count.records)[:_KINDS_NAMED]
    named = [words["kinds"].get(x.kind, (x.label, x.label))[1] for x in most]
    if not named:
        return str(words["shell"]["incidents"])
    join = str(words["join"])
    what = join.join((named[0], *(f"{name[:1].lower()}{name[1:]}" for name in named[1:])))
    return f"{what}: {join.join(countries)}" if countries else what


def days_of_reports(reports: Sequence[Report], words: Mapping[str, Any], lang: str) -> str | None:
    """When the reports came out: what a reader must know first."""
    days = sorted(report.published for report in reports if report.published)
    if not days:
        return None
    said = " – ".join(_day(day, lang) for day in dict.fromkeys((days[0], days[-1])))
    key = "from_report" if len(reports) == 1 else "from_reports"
    return str(words["shell"][key]).format(n=len(reports), days=said)


def _day(day: dt.date, lang: str) -> str:
    return f"{day.day} {day:%B %Y}" if lang == "en" else f"{day:%d.%m.%Y}"


def countries_of(located: Iterable[LocatedIncident]) -> list[frozenset[str]]:
    """Codes of the countries that the places of each distinct answer lie in."""
    answers = {id(item.resolution): item.resolution for item in located}
    return [
        frozenset(
            str(code)
            for code in (answer.country_code, *(place.country_code for place in answer.places))
            if code
        )
        for answer in answers.values()
    ]


def countries_in_words(codes: Iterable[frozenset[str]], store: Store, lang: str) -> list[str]:
    """Names of the countries, the most frequent first; none where there are too many."""
    tally: Counter[str] = Counter()
    for together, rows in Counter(codes).items():
        tally.update(dict.fromkeys(together, rows))
    if len(tally) > COUNTRIES_NAMED:
        return []
    ranked = sorted(tally, key=lambda code: (-tally[code], code))
    known = [code for code in ranked if store.country(code) is not None]
    return [country_name(store, code, lang) for code in known]
