"""Values of foreign tables: kinds of incidents, days, numbers, coordinates, lists.

What cannot be read is a ValueError that names the column.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Collection, Mapping
from typing import Any

from gazetteer.model import LngLat
from geo.contract import KIND_OF_SUB_EVENT_TYPE
from geo.errors import IncidentDataError
from geo.lexicon.kinds import KINDS

__all__ = [
    "code_of",
    "day_in",
    "day_of",
    "items_of",
    "kind_of",
    "number_of",
    "point_of",
    "require_columns",
    "whole_of",
]

_KIND_WORDS = (
    ("drone", "drone_attack"), ("uav", "drone_attack"), ("suicide", "suicide_bombing"),
    ("car bomb", "car_bombing"), ("vbied", "car_bombing"), ("vehicle-borne", "car_bombing"),
    ("air", "airstrike"), ("missile", "missile_strike"), ("rocket", "rocket_attack"),
    ("shell", "shelling"), ("artillery", "shelling"), ("mortar", "shelling"),
    ("mine", "landmine"), ("ied", "ied"), ("improvised", "ied"), ("grenade", "grenade"),
    ("chemical", "chemical_attack"), ("bomb", "bombing"), ("explo", "bombing"),
    ("ambush", "ambush"), ("assassin", "assassination"), ("abduct", "abduction"),
    ("kidnap", "abduction"), ("arson", "arson"), ("sexual", "sexual_violence"),
    ("rape", "sexual_violence"), ("riot", "riot"), ("protest", "protest_violence"),
    ("clash", "armed_clash"), ("battle", "armed_clash"), ("naval", "naval_attack"),
    ("attack", "armed_attack"),
)  # fmt: skip
"""How a word of a foreign type column begins, the more telling first."""


def kind_of(text: str | None) -> str:
    """The layer for what a file calls an incident's type.

    Examples
    --------
    >>> kind_of("Air/drone strike"), kind_of("Mortar attack"), kind_of("Ministry visit")
    ('airstrike', 'shelling', 'other')
    """
    said = (text or "").strip().lower()
    slug = re.sub(r"\W+", "_", said)
    if slug in KINDS:
        return slug
    if said in _KIND_OF_LOWER:
        return _KIND_OF_LOWER[said]
    for beginning, kind in _KIND_WORDS:
        if re.search(rf"(?<!\w){re.escape(beginning)}", said):
            return kind
    return "other"


_KIND_OF_LOWER = {name.lower(): kind for name, kind in KIND_OF_SUB_EVENT_TYPE.items()}

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip


def day_of(value: Any) -> dt.date:
    """A day as tables write it: ISO, 20210628, "28 June 2021", "28-Jun-21".

    Raises
    ------
    ValueError
        For anything else; 06/07/2021 may be June or July and is not guessed.

    Examples
    --------
    >>> day_of("28 June 2021"), day_of("2021-06-28 00:00:00.000"), day_of(20210628)
    (datetime.date(2021, 6, 28), datetime.date(2021, 6, 28), datetime.date(2021, 6, 28))
    >>> day_of("13/06/2021")
    datetime.date(2021, 6, 13)
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    text = str(value).strip()
    remedy = f"no date that reads one way only: {text!r}; write it as YYYY-MM-DD"
    try:
        if found := re.match(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)", text):
            return dt.date(int(found[1]), int(found[2]), int(found[3]))
        if found := re.match(r"(\d{1,2})[ \-]([A-Za-z]{3,9})[ \-](\d{4}|\d\d)$", text):
            return dt.date(_year(found[3]), _month(found[2]), int(found[1]))
        if found := re.match(r"(\d{1,2})[./\-](\d{1,2})[./\-](\d{4})$", text):
            first, second = int(found[1]), int(found[2])
            if "." in text or first > 12 or first == second:
                return dt.date(int(found[3]), second, first)
            if second > 12:
                return dt.date(int(found[3]), first, second)
    except ValueError as error:
        raise ValueError(remedy) from error
    raise ValueError(remedy)


def _year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return 1900 + int(digits) if int(digits) >= 70 else 2000 + int(digits)


def _month(word: str) -> int:
    for number, name in enumerate(_MONTHS, start=1):
        if name.startswith(word.lower()):
            return number
    raise ValueError(word)


def day_in(row: Mapping[str, Any], column: str) -> dt.date:
    """The day in a column."""
    try:
        return day_of(row[column])
    except ValueError as error:
        raise ValueError(f"{column}: {error}") from None


def number_of(column: str, value: Any) -> float:
    """A number, however a table wrote it.

    Examples
    --------
    >>> number_of("lat", "\N{MINUS SIGN}34.5")
    -34.5
    """
    try:
        number = float(str(value).replace("\N{MINUS SIGN}", "-"))
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise ValueError(f"{column}: must be a number, not {value!r}")
    return number


def whole_of(column: str, value: Any) -> int:
    """A whole number; "3.0" is one."""
    number = number_of(column, value)
    if not number.is_integer():
        raise ValueError(f"{column}: must be a whole number, not {value!r}")
    return int(number)


def code_of(row: Mapping[str, str], column: str, known: Collection[int]) -> int:
    """One of a publisher's codes.

    Examples
    --------
    >>> code_of({"where_prec": "9"}, "where_prec", range(1, 4))
    Traceback (most recent call last):
    ...
    ValueError: where_prec: must be one of 1, 2, 3, not '9'
    """
    text = row.get(column) or ""
    if not text.isdigit() or int(text) not in known:
        raise ValueError(f"{column}: must be one of {', '.join(map(str, known))}, not {text!r}")
    return int(text)


def point_of(row: Mapping[str, str], lng: str, lat: str) -> LngLat:
    """The point in two columns.

    Examples
    --------
    >>> point_of({"x": "40.9", "y": ""}, "x", "y")
    Traceback (most recent call last):
    ...
    ValueError: y: the event has no place
    """
    for column in (lng, lat):
        if not (row.get(column) or "").strip():
            raise ValueError(f"{column}: the event has no place")
    return LngLat(number_of(lng, row[lng]), number_of(lat, row[lat]))


def items_of(text: str | None, separators: str = ";") -> tuple[str, ...]:
    """What a cell lists, each once.

    Examples
    --------
    >>> items_of("A wire; a paper;; A wire")
    ('A wire', 'a paper')
    """
    parts = re.split(f"[{re.escape(separators)}]", text or "")
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def require_columns(
    header: Collection[str], needed: Collection[str], *, publisher: str, where: str
) -> None:
    """Make sure that an export has what a map needs.

    Raises
    ------
    IncidentDataError
        If columns are missing; the message names them and the remedy.
    """
    if missing := [name for name in needed if name not in header]:
        raise IncidentDataError(
            f"{where}: the {publisher} export lacks {', '.join(missing)}; "
            "export it with all columns"
        )
