"""Signs of crowds: what a crowd does, and what the forces of a state do to one."""

from __future__ import annotations

from geo.clauses import Clause, Word
from geo.drafts.deed import Deed
from geo.drafts.kind_signs import GUNS, Verdict
from geo.words import word_set

__all__ = ["by_a_crowd", "gathers", "on_a_crowd"]


def gathers(clause: Clause) -> bool:
    """Whether the clause says that people protest: later sentences tell what befell them."""
    return _any_of(clause, _GATHERING, 0, len(clause.words))


_GATHERING = word_set(
    "protest protests protesters protestors protesting demonstrate demonstrated demonstration "
    "demonstrations demonstrators demonstrating marchers sit-in picket strikers"
)


def by_a_crowd(deed: Deed) -> Verdict | None:
    """ "Protesters burnt down the town hall"; armed men who open fire are no rioters."""
    if "armed" in deed.lows and any(f.entry.lemma in GUNS for f in deed.events):
        return None
    sides = deed.doers or deed.phrases(s for f in deed.events for s in f.subjects)
    doers = deed.heads(p for p in sides if deed.clause.words[p.first].low not in _FEW)
    lemmas = {f.entry.lemma for f in deed.group.frames}
    if doers & _RIOTERS or "lynch" in lemmas:
        return "riot", max(deed.sure, 2)
    bystanders = doers & _BYSTANDERS and lemmas & _BY_HAND
    partisans = doers & _PARTISANS and (deed.kind in _AT_THINGS or lemmas & _STORMING)
    return ("riot", max(deed.sure, 2)) if bystanders or partisans else None


_FEW = word_set("two three four five both 2 3 4 5")
_RIOTERS = word_set(
    "protesters protestors demonstrators rioters crowd crowds strikers youths mob mobs marchers "
    "looters"
)
_BYSTANDERS = word_set(
    "villagers residents vigilantes neighbours neighbors onlookers townspeople townsfolk locals "
    "inhabitants passers-by"
)
_BY_HAND = frozenset(
    {"lynch", "beat", "burn alive", "stone", "stone to death", "club to death", "set ablaze",
     "set alight", "set on fire", "set fire to", "hang", "torch", "hack to death"}
)  # fmt: skip
_PARTISANS = word_set("students supporters fans ultras workers farmers miners teachers residents")
_AT_THINGS = frozenset({"arson", "property_destruction", "looting"})
_STORMING = frozenset({"storm", "invade", "break into", "throw", "hurl", "pelt", "stone"})


def on_a_crowd(deed: Deed) -> Verdict | None:
    """ "Police fired on the march": forces of a state act on a crowd, and no armed group."""
    frames = deed.group.frames
    subjects = deed.phrases(s for f in frames for s in f.subjects)
    heads, actors = deed.heads(subjects), deed.lex.actors
    if heads & _CROWD or any(actors.get(h) == "group" or h in deed.lex.groups for h in heads):
        return None
    verdict = "protest_violence", max(deed.sure, 2)
    police = any(actors.get(h) == "force" for h in heads - _SHOTS or set(deed.lows))
    if not _any_of(deed.clause, _CROWD, deed.low, deed.high):
        told_before = deed.gathered or "riot" in deed.words(subjects) or _MEANS & set(deed.lows)
        hands = any(f.entry.lemma in _AT_PEOPLE for f in frames)
        by_police = any(actors.get(h) == "force" and h not in _FAR for h in heads)
        return verdict if told_before and hands and by_police and not _armed_victims(deed) else None
    victims = deed.heads(deed.phrases(o for f in frames for o in f.objects)) & _CROWD
    if deed.kind == "armed_clash":
        return verdict if police and victims else None
    there = any(w.low in {"at", "during"} for w in _own(deed)) and heads & _SHOTS
    victim = there or (victims and not heads)
    shot = victim and any(f.entry.lemma in _AT_PEOPLE for f in frames)
    armed = deed.armed_group(deed.phrases(o for f in frames for o in f.objects))
    return verdict if (police or shot) and not armed else None


def _own(deed: Deed) -> list[Word]:
    return deed.clause.words[deed.low : deed.high]


def _armed_victims(deed: Deed) -> bool:
    victims = deed.phrases(o for f in deed.group.frames for o in f.objects)
    return (
        deed.armed_group(victims) or deed.forces(victims) or bool(_OPPONENTS & deed.words(victims))
    )


_CROWD = word_set(
    "protest protests protesters protestors protesting demonstration demonstrations demonstrators "
    "demonstrating rally rallies march marchers mourners crowd crowds strikers sit-in picket "
    "striking procession marching"
)
_MEANS = word_set("birdshot batons truncheons teargas pepper-spray tear-gas")
"""What is used on crowds and on nobody else."""
_FAR = word_set(
    "guard guards wardens jets jet aircraft helicopters artillery navy frigate warships warplanes"
)
_OPPONENTS = word_set("rebels militants base barracks convoy checkpoint camp positions")
_AT_PEOPLE = GUNS | {
    "shoot to death", "fire", "fire into", "fire shots at", "fire shots", "kill", "wound",
    "injure", "beat", "storm", "raid", "die", "attack", "hit",
}  # fmt: skip


_SHOTS = word_set("bullet bullets gunfire canister shot shots")
"""What does it where nobody says who fired: "hit by a bullet at a march"."""


def _any_of(clause: Clause, told: frozenset[str], low: int, high: int) -> bool:
    """Whether one of the words is there, or a "sit-in", which is three of them."""
    if clause.vocabulary.isdisjoint(told) and "sit" not in clause.vocabulary:
        return False
    words = clause.words[low:high]
    return any(
        (w.low in told and not _is_month(w))
        or (w.low == "sit" and [x.low for x in words[k + 1 : k + 3]] == ["-", "in"])
        for k, w in enumerate(words)
    )


def _is_month(w: Word) -> bool:
    return w.low == "march" and w.text[:1].isupper()
