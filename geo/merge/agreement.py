"""Whether two tellings agree in kind, day, place and party; None where one says nothing."""

from __future__ import annotations

import datetime as dt
import math

from geo.lexicon.kinds import FAMILY
from geo.merge.draft import Draft
from geo.merge.names import DIVISION, WORDS, innermost, offset, party_words
from geo.model import DatePhrase
from geo.words import word_set

__all__ = [
    "NEAR_KM",
    "actors_agree",
    "dates_agree",
    "days_apart",
    "kinds_agree",
    "places_agree",
    "shared_words",
]


def shared_words(a: set[str], b: set[str]) -> bool:
    return bool(a & b)


def kinds_agree(a: str, b: str) -> bool:
    """Whether two tellings may be of one incident as far as their kinds go."""
    if a == b or a == "other" or b == "other":
        return True
    if {a, b} & {
        "abduction",
        "sexual_violence",
        "weapons_use_disrupted",
        "riot",
        "protest_violence",
        "looting",
        "hijacking",
    }:
        return bool(FAMILY[a] & FAMILY[b])
    if "armed_attack" in {a, b} or "property_destruction" in {a, b}:
        return True
    return bool(FAMILY[a] & FAMILY[b])


def dates_agree(a: DatePhrase | None, b: DatePhrase | None) -> bool | None:
    """None where one of them says nothing."""
    if a is None or b is None or (a.start is None and b.start is None):
        return None
    if a.start is None or b.start is None or a.end is None or b.end is None:
        return None if (a.start is None or b.start is None) else True
    exact = a.date_prec == b.date_prec == 1
    dark = _by_night(a) or _by_night(b)
    slack = dt.timedelta(days=1 if exact and dark else 0)
    return a.start <= b.end + slack and b.start <= a.end + slack


def days_apart(a: DatePhrase | None, b: DatePhrase | None) -> bool:
    """Whether two days, each said, are not one, however far a night may reach."""
    if a is None or b is None or not (a.text and b.text):
        return False
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return False
    return a.date_prec == b.date_prec == 1 and (a.end < b.start or b.end < a.start)


def _by_night(date: DatePhrase) -> bool:
    """Whether it was at an hour that one may count to the day before or after."""
    said = date.time_of_day
    if not said:
        return False
    return not _BY_DAY & set(said.casefold().replace("-", " ").split())


_BY_DAY = word_set("morning afternoon noon midday lunchtime lunch breakfast daylight")


def places_agree(a: Draft, b: Draft) -> bool | None:
    """Same, containing or overlapping places; None where one of them names none."""
    if a.place is None or b.place is None:
        return None
    if offset(a.place.text) != offset(b.place.text) and a.settled and b.settled:
        mine, yours = offset(a.place.text), offset(b.place.text)
        if mine and yours:
            return False  # "54 nautical miles southwest of Aden", "85NM southeast of Aden"
    if a.place_ids & b.place_ids or shared_words(a.place_words, b.place_words):
        return True
    if a.countries and b.countries and not a.countries & b.countries:
        return False
    if a.settled and b.settled:
        if not (a.place_ids and b.place_ids):
            # another village by name, with a day of its own, is another place
            inner = f"{innermost(a.place.text)} {innermost(b.place.text)}"
            if DIVISION & set(WORDS.findall(inner.casefold())):
                return None  # a village may lie in the district
            named = bool(a.place_words and b.place_words)
            return False if named and (b.date is not None or not (b.anaphor or b.bare)) else None
        return None if _near(a, b) else False
    # one may hold the other
    if a.units and b.units and not a.units & b.units and (a.place_rank >= 4 and b.place_rank >= 4):
        return False
    if a.place_rank < 3 or b.place_rank < 3:
        return True
    return None if not (a.countries and b.countries) else True


NEAR_KM = 40.0
"""Two settlements so close may be one incident told by the town and by its suburb."""


def _near(a: Draft, b: Draft) -> bool:
    return any(
        math.hypot((x - u) * math.cos(math.radians((y + v) / 2)), y - v) * 111.2 <= NEAR_KM
        for x, y in a.points
        for u, v in b.points
    )


def actors_agree(a: Draft, b: Draft) -> bool | None:
    """None where one of them names no party, or only "gunmen" and the like."""
    mine_all = a.actors or a.claimants
    yours_all = b.actors or b.claimants
    if not mine_all or not yours_all:
        return None
    for x in mine_all:
        for y in yours_all:
            if x.country_code and x.country_code == y.country_code:
                return True
            mine, yours = party_words(x.name), party_words(y.name)
            if mine & yours:
                return True
            unnamed = any(
                not z.identified or (z.country_code is None and z.name.islower()) for z in (x, y)
            )
            one_side = {x.kind, y.kind} <= {"group", "person", "unknown"}
            if unnamed and (one_side or {x.kind, y.kind} <= {"state", "force", "unknown"}):
                return None  # "the army" may be the Russian forces told of before
    return False
