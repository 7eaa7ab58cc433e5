"""Strikes from afar of which a report does not say how they were made."""

from __future__ import annotations

from collections.abc import Sequence

from geo.drafts.reading import Reading, Sentence
from geo.events import Frame
from geo.model import Actor
from geo.whereabouts import Whereabouts

__all__ = ["comes_by_air", "like_the_last"]


def like_the_last(kind: str, main: Frame, sentence: Sentence, reading: Reading) -> str:
    """The kind of a deed of which only the harm is told: that of the strikes just before.

    "Jets have struck the suburb daily. Douma was hit on Monday."
    """
    if kind in _AFAR:
        reading.afar = kind, sentence.index
    elif kind == "armed_attack" and _was_hit(main) and sentence.index - reading.afar[1] <= _REACH:
        return reading.afar[0]
    return kind


def comes_by_air(main: Frame, actors: Sequence[Actor], place: Whereabouts) -> bool:
    """Forces that destroy things in another country come by air; so does a state that hits them."""
    kinds = _FROM_AFAR.get(main.entry.lemma, frozenset())
    there = {m.place.country_code for m in place.mentions if m.place}
    codes = {a.country_code for a in actors if a.country_code and a.kind in kinds}
    return bool(codes and there and not codes & there)


_FROM_AFAR = {
    "destroy": frozenset({"force", "state"}),
    **dict.fromkeys(("hit", "strike", "target"), frozenset({"state"})),
}
_AFAR = frozenset({"airstrike", "drone_attack", "shelling", "rocket_attack", "missile_strike"})


def _was_hit(main: Frame) -> bool:
    """ "Douma was hit": no more is said of how."""
    passive = main.voice == "passive" and not main.subjects
    return main.entry.lemma in _HIT and passive and not main.background


_HIT = frozenset({"hit", "strike", "pound"})

_REACH = 2
"""Sentences for which strikes go on."""
