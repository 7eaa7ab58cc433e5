"""Which kind of incident a group of frames tells.

First what the verbs and nouns say by themselves: the one that says most leads. Then an
ordered table of signs, each a plain statement about the sentence: the first that holds
decides. What no sign decides is what the leading word says.
"""

from __future__ import annotations

from collections.abc import Sequence

from geo.clauses import Clause
from geo.drafts.arms import armed_with
from geo.drafts.crowds import by_a_crowd, on_a_crowd
from geo.drafts.deed import Deed
from geo.drafts.groups import Group
from geo.drafts.kind_signs import (
    ANY,
    MOVES_IN,
    Sign,
    Verdict,
    beaten_off,
    blown_up_by_driver,
    bombed_from_the_air,
    by_a_laden_vehicle,
    by_a_mine,
    by_poison,
    destroyed_in_flight,
    garrison_overrun,
    ground_taken,
    hit_by_a_blast,
    intercepted,
    made_harmless,
    moved_in,
    ship_taken,
    strafed_on_foot,
    struck_from_the_air,
)
from geo.events import Frame
from geo.merge import GENERAL
from geo.whereabouts import Whereabouts
from geo.words import Lexicon, word_set

__all__ = ["kind_of"]


SIGNS: tuple[Sign, ...] = (
    Sign(intercepted, frozenset({"weapons_use_disrupted"})),
    Sign(beaten_off, frozenset({"armed_attack", "ambush"})),
    Sign(hit_by_a_blast, frozenset({"armed_attack", "other"})),
    Sign(made_harmless, frozenset({"bombing", "ied", "landmine", "property_destruction"})),
    Sign(strafed_on_foot, frozenset({"airstrike"})),
    Sign(ship_taken, frozenset({"territory_change", "abduction", "hijacking"})),
    Sign(garrison_overrun, frozenset({"territory_change"})),
    Sign(ground_taken, frozenset({"territory_change"})),
    Sign(by_a_mine, ANY),
    Sign(blown_up_by_driver, ANY),
    Sign(moved_in, ANY),
    Sign(by_poison, ANY - {"armed_clash", "landmine"}),
    Sign(by_a_laden_vehicle, ANY - {"suicide_bombing"}),
    Sign(by_a_crowd, frozenset({
        "bombing", "armed_attack", "arson", "property_destruction", "looting", "armed_clash",
        "other",
    })),
    Sign(on_a_crowd, frozenset({"armed_attack", "other", "riot", "armed_clash"})),
    Sign(armed_with, frozenset({
        "armed_attack", "other", "bombing", "property_destruction", "assassination", "ambush",
        "armed_clash", "territory_change", "arson", "ied", "suicide_bombing", "car_bombing",
        "shelling", "grenade", "rocket_attack", "missile_strike",
    })),
    Sign(bombed_from_the_air, frozenset({"bombing"})),
    Sign(struck_from_the_air, frozenset({"armed_attack"})),
    Sign(destroyed_in_flight, frozenset({"property_destruction"})),
)  # fmt: skip


def kind_of(
    clause: Clause,
    group: Group,
    main: Frame,
    low: int,
    high: int,
    lex: Lexicon,
    states: Sequence[int],
    found: Sequence[Whereabouts],
    *,
    gathered: bool = False,
) -> Verdict:
    """The kind, and how surely the words tell an incident (0 to 3)."""
    entry = main.entry
    deed = Deed(
        clause, group, main, low, high, lex, states, found, entry.kind, entry.sure, gathered
    )
    deed.kind, deed.sure = _leading(deed)
    for sign in SIGNS:
        if deed.kind in sign.kinds:
            verdict = sign.read(deed)
            if verdict is not None:
                return verdict
    return _plain(deed)


def _leading(deed: Deed) -> Verdict:
    """What the word that says most tells, before weapons and objects are looked at."""
    kind, sure = deed.kind, deed.sure
    told = [
        f.entry
        for f in deed.events
        if f.entry.sure >= 2 and (f.stage == deed.main.stage or f.stage in _HAPPENED)
    ]
    if deed.main.entry.lemma in MOVES_IN:
        done = next((e for e in told if e.lemma not in MOVES_IN and e.pos == "v"), None)
        kind, sure = (done.kind, done.sure) if done is not None else (kind, sure)
    for entry in told:
        if kind in GENERAL and entry.kind not in GENERAL | _BESIDE:
            kind, sure = entry.kind, entry.sure
    if kind == "abduction" and any(
        f.entry.kind in {"armed_attack", "assassination"}
        and f.entry.sure >= 2
        and (f.entry.pos == "v" or f.finite)
        for f in deed.events
    ):
        return "armed_attack", 3  # "kidnapped and killed"
    if (
        kind == "abduction"
        and sure < 2
        and any(f.entry.lemma in _TO_DEATH for f in deed.group.frames)
    ):
        return "armed_attack", 2  # "dragged him out and beat him so that he died"
    if kind in {"arson", "looting", "sexual_violence"} and _kills(deed):
        return "armed_attack", 3  # "killed twenty, raped five women and burned the village"
    if kind in {"arson", "looting"}:
        attacks = (e for e in told if e.pos == "v" and e.kind in _ATTACKS)
        attack = next(attacks, None)
        if attack is not None:
            return attack.kind, attack.sure  # "attacked the village and burnt houses"
    return kind, sure


_HAPPENED = frozenset({"occurred", "intercepted"})
_TO_DEATH = frozenset({"beat", "kill", "die", "shoot", "hack", "stab"})


def _kills(deed: Deed) -> bool:
    frames = [f for f in deed.group.frames if f.entry.lemma == "kill" and f.verb >= 0]
    return any(f.voice == "active" and f.finite and not f.generic for f in frames)


_BANDS = word_set("group groups gang gangs cell cells column columns band bands squad")
_BESIDE = frozenset({"territory_change", "arson", "looting"})
_ATTACKS = frozenset({"armed_attack", "armed_clash", "ambush"})


def _plain(deed: Deed) -> Verdict:
    """What is left of a general word when no sign sharpens it."""
    kind, sure = deed.kind, deed.sure
    aims = {deed.target(p) for p in deed.things} if deed.verb else set()
    bands = deed.verb and deed.heads(deed.things) & _BANDS
    if kind == "property_destruction" and ("military" in aims or bands):
        return "armed_attack", max(sure, 2)
    if kind in {"other", "property_destruction"} and deed.events:
        kind = deed.events[0].entry.kind
    killed = any(f.entry.lemma == "kill" and f.voice == "active" for f in deed.group.frames)
    if kind == "looting" and killed:
        kind = "armed_attack"  # "drove off the cattle and killed four herders"
    return kind, sure
