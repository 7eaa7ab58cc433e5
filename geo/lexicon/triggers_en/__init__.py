"""English words that tell of an incident, by the kind they tell of.

Each row says why its words are there. Words are given in their base form; phrases may
hold several words. An irregular verb gives its forms: "strike:struck:stricken". `sure`
is how far the word alone may be trusted: 3 names an incident of its kind, 2 is violent
in most reports of conflict, 1 needs company (a weapon, a victim, an armed actor).
`role` tells what the word does in a frame:

    event    names the incident itself ("attack", "clashed")
    effect   what came of it: people dead or hurt, things destroyed
    fired    a weapon in a note without a verb, aimed at something ("two rockets on the port")
    weapon   something that goes off, lands or hits ("bomb", "shells")
"""

from __future__ import annotations

from geo.lexicon.triggers_en.attacks import ATTACKS
from geo.lexicon.triggers_en.battles import BATTLES
from geo.lexicon.triggers_en.explosions import EXPLOSIONS
from geo.lexicon.triggers_en.others import OTHERS
from geo.lexicon.triggers_en.row import Trigger

__all__ = ["TRIGGERS", "Trigger"]

TRIGGERS: tuple[Trigger, ...] = EXPLOSIONS + BATTLES + ATTACKS + OTHERS
