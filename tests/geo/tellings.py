"""Reports for tests, and a recogniser that knows just the names a test gives it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence

from gazetteer.model import FeatureClass, LngLat, Mention, Place
from geo.incidents import extract
from geo.model import Incident
from geo.reports import report_from_text

DAY = dt.date(2024, 5, 10)  # a Friday
COUNTRIES = {
    "Mali": "ML", "Syria": "SY", "Iraq": "IQ", "Ukraine": "UA", "Russia": "RU", "Sudan": "SD",
    "Nigeria": "NG", "Yemen": "YE", "Israel": "IL", "Somalia": "SO", "Niger": "NE", "Lebanon": "LB",
}  # fmt: skip
DEMONYMS = {"Russian": "RU", "Israeli": "IL", "Ukrainian": "UA", "Iraqi": "IQ", "Syrian": "SY"}
CITIES = {
    "Mopti": "ML", "Gao": "ML", "Kharkiv": "UA", "Sumy": "UA", "Aleppo": "SY", "Mosul": "IQ",
    "Kano": "NG", "Hodeidah": "YE", "Mogadishu": "SO", "Kyiv": "UA", "Beirut": "LB", "Agadez": "NE",
}  # fmt: skip


def _place(name: str, code: str, kind: FeatureClass) -> Place:
    return Place(f"test:{code}:{name}", name, kind, LngLat(0.0, 0.0), country_code=code)


def toponyms(text: str) -> Sequence[Mention]:
    """Countries, their adjectives and a few cities."""
    found = []
    for table, kind, form in (
        (COUNTRIES, FeatureClass.COUNTRY, "name"),
        (CITIES, FeatureClass.POPULATED_PLACE, "name"),
        (DEMONYMS, FeatureClass.COUNTRY, "demonym"),
    ):
        for name, code in table.items():
            for m in re.finditer(rf"\b{name}\b", text):
                place = _place(name, code, kind)
                role = "associative" if form == "demonym" else "literal"
                found.append(Mention(m.start(), m.end(), name, place, 1.0, role, form))
    return sorted(found, key=lambda m: m.start)


def read(
    text: str,
    *,
    day: dt.date | None = DAY,
    names: Callable[[str], Sequence[Mention]] = toponyms,
    country_name: Callable[[str], str | None] = lambda _: None,
) -> tuple[Incident, ...]:
    """The incidents of a text published on `day`."""
    report = report_from_text(text, "report", published=day)
    return extract(report, names, country_name=country_name)


def one(
    text: str,
    *,
    day: dt.date | None = DAY,
    country_name: Callable[[str], str | None] = lambda _: None,
) -> Incident:
    """The only incident of a text."""
    found = read(text, day=day, country_name=country_name)
    assert len(found) == 1, [(i.kind, i.quotes[0].text) for i in found]
    return found[0]
