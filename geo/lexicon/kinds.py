"""What kinds of incident there are, in the field's own terms.

`KINDS` maps our kind (the layers of the map) to the ACLED event and sub-event type
(ACLED Codebook, edition of 2023) and to the incident type of MUC-4 (1992), an older
typology that evaluations still use. ACLED counts an armed attack on soldiers or police
as a battle; `MILITARY_SUB_EVENT` holds that reading for the kinds it concerns.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["EVENT_TYPE", "FAMILY", "KINDS", "MILITARY_SUB_EVENT", "REFINES", "Kind"]


class Kind(NamedTuple):
    """One kind in three typologies."""

    event_type: str
    sub_event_type: str
    muc_type: str


_REMOTE = "Explosions/Remote violence"
_CIVIL = "Violence against civilians"

KINDS: dict[str, Kind] = {
    "airstrike": Kind(_REMOTE, "Air/drone strike", "BOMBING"),
    "drone_attack": Kind(_REMOTE, "Air/drone strike", "BOMBING"),
    "shelling": Kind(_REMOTE, "Shelling/artillery/missile attack", "ATTACK"),
    "rocket_attack": Kind(_REMOTE, "Shelling/artillery/missile attack", "ATTACK"),
    "missile_strike": Kind(_REMOTE, "Shelling/artillery/missile attack", "ATTACK"),
    "suicide_bombing": Kind(_REMOTE, "Suicide bomb", "BOMBING"),
    "car_bombing": Kind(_REMOTE, "Remote explosive/landmine/IED", "BOMBING"),
    "ied": Kind(_REMOTE, "Remote explosive/landmine/IED", "BOMBING"),
    "landmine": Kind(_REMOTE, "Remote explosive/landmine/IED", "BOMBING"),
    "bombing": Kind(_REMOTE, "Remote explosive/landmine/IED", "BOMBING"),
    "grenade": Kind(_REMOTE, "Grenade", "BOMBING"),
    "chemical_attack": Kind(_REMOTE, "Chemical weapon", "ATTACK"),
    "armed_clash": Kind("Battles", "Armed clash", "ATTACK"),
    "territory_change": Kind("Battles", "Non-state actor overtakes territory", "ATTACK"),
    "armed_attack": Kind(_CIVIL, "Attack", "ATTACK"),
    "ambush": Kind(_CIVIL, "Attack", "ATTACK"),
    "assassination": Kind(_CIVIL, "Attack", "ATTACK"),
    "naval_attack": Kind(_CIVIL, "Attack", "ATTACK"),
    "abduction": Kind(_CIVIL, "Abduction/forced disappearance", "KIDNAPPING"),
    "sexual_violence": Kind(_CIVIL, "Sexual violence", "ATTACK"),
    "arson": Kind("Strategic developments", "Looting/property destruction", "ARSON"),
    "property_destruction": Kind(
        "Strategic developments", "Looting/property destruction", "ATTACK"
    ),
    "looting": Kind("Strategic developments", "Looting/property destruction", "ROBBERY"),
    "hijacking": Kind("Strategic developments", "Other", "HIJACKING"),
    "weapons_use_disrupted": Kind("Strategic developments", "Disrupted weapons use", "ATTACK"),
    "protest_violence": Kind("Protests", "Excessive force against protesters", "ATTACK"),
    "riot": Kind("Riots", "Violent demonstration", "ATTACK"),
    "other": Kind(_CIVIL, "Attack", "ATTACK"),
}

MILITARY_SUB_EVENT: dict[str, tuple[str, str]] = {
    "armed_attack": ("Battles", "Armed clash"),
    "ambush": ("Battles", "Armed clash"),
    "naval_attack": ("Battles", "Armed clash"),
    "other": ("Battles", "Armed clash"),
}

# Sub-event types that tell a kind more exactly, with that kind, and the event type of those
# that the codebook puts elsewhere than the kind.
REFINES: dict[str, str] = {
    "Government regains territory": "territory_change",
    "Non-violent transfer of territory": "territory_change",
    "Mob violence": "riot",
}
EVENT_TYPE: dict[str, str] = {"Non-violent transfer of territory": "Strategic developments"}

# Kinds of one family may tell of the same incident: one sentence says "attack", the
# next says "car bomb". A general kind gives way to a finer one of a family it is in.
FAMILY: dict[str, frozenset[str]] = {
    "airstrike": frozenset({"air", "remote", "blast"}),
    "drone_attack": frozenset({"air", "remote", "blast"}),
    "shelling": frozenset({"artillery", "remote", "clash"}),
    "rocket_attack": frozenset({"artillery", "remote"}),
    "missile_strike": frozenset({"artillery", "air", "remote"}),
    "suicide_bombing": frozenset({"bomb", "blast"}),
    "car_bombing": frozenset({"bomb", "blast"}),
    "ied": frozenset({"bomb", "blast"}),
    "landmine": frozenset({"bomb", "blast"}),
    "bombing": frozenset({"bomb", "blast", "air", "remote"}),
    "grenade": frozenset({"bomb", "blast", "gun"}),
    "chemical_attack": frozenset({"remote", "air"}),
    "armed_clash": frozenset({"clash", "gun"}),
    "territory_change": frozenset({"clash"}),
    "armed_attack": frozenset({"gun", "clash", "person"}),
    "ambush": frozenset({"gun", "clash"}),
    "assassination": frozenset({"gun", "person", "bomb"}),
    "naval_attack": frozenset({"sea", "remote", "hijack"}),
    "abduction": frozenset({"abduction"}),
    "sexual_violence": frozenset({"sexual"}),
    "arson": frozenset({"property"}),
    "property_destruction": frozenset({"property"}),
    "looting": frozenset({"property"}),
    "hijacking": frozenset({"hijack"}),
    "weapons_use_disrupted": frozenset({"disrupted"}),
    "protest_violence": frozenset({"crowd"}),
    "riot": frozenset({"crowd"}),
    "other": frozenset(),
}
