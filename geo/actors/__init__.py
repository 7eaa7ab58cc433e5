"""Who did it, to whom, with what, how many fell, and who says so.

Works on a clause that is already cut (`geo.clauses`); everything comes back as the
words of the report, without articles and numbers.
"""

from __future__ import annotations

from geo.actors.casualties import Casualties, casualties
from geo.actors.kinds import actor_kind, is_actor
from geo.actors.naming import (
    Sight,
    can_act,
    country_of,
    identified,
    name_party,
    party_at,
    sight_of,
)
from geo.actors.stated import Statement
from geo.actors.statements import statements
from geo.actors.targets import target_kind
from geo.actors.weapons import weapon_at, weapons_in
from geo.actors.wording import phrase_text

__all__ = [
    "Casualties",
    "Sight",
    "Statement",
    "actor_kind",
    "can_act",
    "casualties",
    "country_of",
    "identified",
    "is_actor",
    "name_party",
    "party_at",
    "phrase_text",
    "sight_of",
    "statements",
    "target_kind",
    "weapon_at",
    "weapons_in",
]
