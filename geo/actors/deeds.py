"""Whether somebody speaks of a deed of their own."""

from __future__ import annotations

from geo.words import word_set

__all__ = ["DEEDS", "DEEDS_MANY", "own_deed"]


DEEDS = word_set(
    "kidnapping abduction killings massacre attack attacks blast bombing strike strikes "
    "killing bomb explosion ambush raid assassination shooting bombings raids ambushes blasts "
    "latter explosions assault assaults shelling operation murder murders kidnappings "
    "abductions hijacking beheading beheadings execution executions assassinations massacres "
    "destruction sinking downing suicide"
)


DEEDS_MANY = frozenset(w for w in DEEDS if w.endswith("s")) | {"actions", "incidents"}
"""Words for several deeds."""


_OWN_DEEDS = word_set(
    "wore worn blew blown detonated carried set attacked drove driven rammed stormed shot fired"
)


_HOLDS = word_set("hold holds held holding have has had was were is are")
_HELD = word_set("him her them hostage hostages captive captives prisoner prisoners")


def own_deed(ahead: list[str]) -> bool:
    """ "said (that) it had carried out": the speaker did it."""
    rest = ahead[ahead.index("that") + 1 :] if "that" in ahead[:4] else ahead
    if rest[1:3] in (["of", "its"], ["of", "their"], ["of", "our"]):
        # "said one of its fighters had worn a vest"
        return bool(_OWN_DEEDS & set(rest[3:8])) and not {"was", "were", "been"} & set(rest[3:8])
    if not rest or rest[0] not in {"it", "they", "we", "its", "their", "our"}:
        return False
    if rest[1:4] in (["had", "done", "it"], ["had", "done", "this"]) or rest[1:3] == ["did", "it"]:
        return True
    if rest[1:2] and rest[1] in _HOLDS and _HELD & set(rest[2:6]):
        return True  # "says it holds him": who holds them took them
    stood = rest[1:2] and rest[1] in {"was", "were", "is", "are", "had", "has"}
    if stood and {"behind", "responsible"} & set(rest[2:5]) and "not" not in rest[2:5]:
        return True  # "said it was behind the attack"
    return bool(
        {
            "carried",
            "conducted",
            "launched",
            "struck",
            "attacked",
            "targeted",
            "shelled",
            "killed",
            "bombed",
            "ambushed",
            "executed",
            "hit",
            "fired",
            "captured",
            "seized",
            "taken",
            "planted",
            "detonated",
        }
        & set(rest[1:5])
    ) and not {"was", "were", "been", "not"} & set(rest[1:4])
