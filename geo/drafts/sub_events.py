"""A sub-event type of ACLED that says more than the kind: who has the ground, what crowd it was."""

from __future__ import annotations

from geo.actors import actor_kind
from geo.clauses import Clause
from geo.drafts.groups import Group
from geo.events import Frame, unfought
from geo.words import Lexicon, word_set

__all__ = ["finer_type"]


def finer_type(
    clause: Clause, kind: str, group: Group, main: Frame, span: tuple[int, int], lex: Lexicon
) -> str:
    """The sub-event type that the words tell, or none but that of the kind."""
    if kind == "territory_change":
        return _of_ground(clause, main, span, lex)
    if kind == "riot":
        return _of_crowd(clause, group, span)
    return ""


def _of_ground(clause: Clause, main: Frame, span: tuple[int, int], lex: Lexicon) -> str:
    lows = clause.lows[span[0] : span[1]]
    if main.entry.lemma in _GIVEN or unfought(lows):
        return "Non-violent transfer of territory"
    if main.entry.lemma in _TAKEN_BACK:
        return "Government regains territory"
    if main.entry.lemma not in _LOST:
        return ""
    inside = [p for p in clause.phrases if span[0] <= p.first < span[1]]
    takers = {actor_kind(clause, clause.phrases[s], lex) for s in main.subjects if s >= 0}
    losers = {actor_kind(clause, p, lex) for p in inside} - takers
    return "Government regains territory" if "group" in losers and "group" not in takers else ""


_GIVEN = frozenset(
    {
        "hand over", "hand back", "hand to", "turn over", "cede", "surrender", "relinquish",
        "withdraw from", "pull out of", "pull back from", "retreat from", "abandon", "evacuate",
        "vacate", "leave",
    }
)  # fmt: skip
_TAKEN_BACK = frozenset(
    {
        "retake", "recapture", "liberate", "reclaim", "regain", "liberation", "regain control of",
        "regain control over", "restore control over", "restore control of",
        "return to government control",
        "return to state control", "come back under government control", "take back", "win back",
        "cleanse", "reconquer", "reconquest",
    }
)  # fmt: skip
"""Said of the side that had it before: a state, unless a group is told to have done it."""
_LOST = frozenset(
    {
        "lose", "clear", "purge", "rid", "free", "drive out of", "push out of", "force out of",
        "chase out of", "flush out of", "dislodge from", "expel from", "oust from", "eject from",
        "drive from", "sweep from", "flush from", "chase from", "clear from", "purge from",
    }
)  # fmt: skip


def _of_crowd(clause: Clause, group: Group, span: tuple[int, int]) -> str:
    """A mob that turns on people is no demonstration."""
    lows = set(clause.lows[span[0] : span[1]])
    if lows & _DEMONSTRATING:
        return ""
    by_hand = any(f.entry.lemma in _MOB_DEEDS for f in group.frames) or "death" in lows
    return "Mob violence" if by_hand or lows & _MOBS else ""


_DEMONSTRATING = word_set(
    "protest protests protesters protestors protesting demonstration demonstrations demonstrators "
    "demonstrating rally marchers strikers students sit-in"
)
_MOBS = word_set(
    "mob mobs vigilantes lynched lynching communal sectarian interethnic inter-ethnic hindu muslim "
    "christian hooligans"
)
_MOB_DEEDS = frozenset(
    {"lynch", "lynching", "stone to death", "beat", "burn alive", "club to death",
     "communal violence", "mob violence"}
)  # fmt: skip
