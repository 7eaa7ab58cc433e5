"""The words of a picture in its language: the same table that the page speaks from."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from geo.standalone import MapError, web_text
from geo.style import kind_style

if TYPE_CHECKING:
    from geo.layers import Count
    from geo.model import DatePhrase, Incident

__all__ = ["LANGUAGES", "Words"]

LANGUAGES = ("en", "fr", "es", "ar", "ru", "uk")

_SEPARATOR = {"en": ",", "ar": ","}
_NARROW = "\N{NARROW NO-BREAK SPACE}"
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


class Words:
    """What a picture says.

    Examples
    --------
    >>> words = Words("ru")
    >>> words.say("records", n=22), words.say("records", n=11)
    ('22 записи', '11 записей')
    >>> Words("en").say("events_range", low=3, high=4, n=4)
    '3 to 4 events'
    """

    def __init__(self, lang: str) -> None:
        if lang not in LANGUAGES:
            raise MapError(f"no words in {lang!r}; a picture speaks {', '.join(LANGUAGES)}")
        self.lang = lang
        self.rtl = lang == "ar"
        self._said: dict[str, Any] = json.loads(web_text("i18n/en.json"))
        if lang != "en":
            self._said |= json.loads(web_text(f"i18n/{lang}.json"))

    def say(self, key: str, **values: Any) -> str:
        """The words of a key, with values in their places; `n` chooses the plural."""
        said: Any = self._said
        for part in key.split("."):
            said = said[part]
        if isinstance(said, dict):
            said = said.get(_plural(self.lang, int(values["n"]))) or said["other"]
        shown = {k: self.number(v) if isinstance(v, int) else v for k, v in values.items()}
        return str(said).format(**shown)

    def number(self, number: int) -> str:
        """A number with its thousands set apart."""
        return f"{number:,}".replace(",", _SEPARATOR.get(self.lang, _NARROW))

    def kind(self, kind: str, *, many: bool) -> str:
        """Name of a kind of incident."""
        style = kind_style(kind)
        one, several = self._said["kinds"].get(kind, (style.singular, style.plural))
        return str(several if many else one)

    def count(self, count: Count) -> str:
        """ "2 records, at least 5 events"."""
        records = self.say("records", n=count.records)
        if count.events_max is not None and count.events_min == count.records == count.events_max:
            return records
        return f"{records}{self.say('join')}{self.events(count)}"

    def events(self, count: Count) -> str:
        """ "at least 5 events"."""
        low, high = count.events_min, count.events_max
        if high is None:
            return self.say("events_least", n=low)
        if high == low:
            return self.say("events", n=low)
        return self.say("events_range", n=high, low=low, high=high)

    def of_one(self, incident: Incident) -> str:
        """What one record tells of: "Air strike", "Air strike: at least 3"."""
        name, low, high = (
            self.kind(incident.kind, many=False),
            incident.count_min,
            incident.count_max,
        )
        if high is None:
            return self.say("badge_least", n=low, kind=name)
        if high == low:
            return name if low == 1 else self.say("badge", n=low, kind=name)
        return self.say("badge_range", low=low, high=high, kind=name)

    def day(self, day: dt.date) -> str:
        """A day as the language writes it."""
        if self.lang == "en":
            return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
        return f"{day:%d.%m.%Y}" if self.lang in {"ru", "uk"} else f"{day:%d/%m/%Y}"

    def date(self, date: DatePhrase | None) -> str:
        """When something happened, as far as it is known."""
        if date is None or (date.start is None and date.end is None):
            return self.say("undated")
        if date.start is None:
            assert date.end is not None
            return self.say("until", date=self.day(date.end))
        if date.open_end:
            return self.say("since", date=self.day(date.start), until="")
        if date.end is None or date.end == date.start:
            return self.day(date.start)
        if (date.start.year, date.start.month) == (date.end.year, date.end.month) and (
            self.lang in {"en", "ru", "uk"}
        ):
            first = str(date.start.day) if self.lang == "en" else f"{date.start.day:02}"
            return f"{first}–{self.day(date.end)}"
        return f"{self.day(date.start)} – {self.day(date.end)}"


def _plural(lang: str, n: int) -> str:
    """Category of CLDR for a whole number."""
    ten, hundred = n % 10, n % 100
    if lang == "ar":
        if n < 3:
            return ("zero", "one", "two")[n]
        return "few" if 3 <= hundred <= 10 else "many" if hundred >= 11 else "other"
    if lang in {"ru", "uk"}:
        if ten == 1 and hundred != 11:
            return "one"
        return "few" if 2 <= ten <= 4 and not 12 <= hundred <= 14 else "many"
    return "one" if n == 1 or (n == 0 and lang == "fr") else "other"
