"""Every place phrase of a clause, in text order."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer.model import Mention
from geo.clauses import Clause
from geo.events import Frame
from geo.whereabouts.growing import grow
from geo.whereabouts.joining import joined
from geo.whereabouts.model import Whereabouts, tables
from geo.whereabouts.named import named
from geo.words import Lexicon

__all__ = ["find_whereabouts"]


def find_whereabouts(
    clause: Clause,
    mentions: Sequence[Mention],
    lex: Lexicon,
    *,
    frames: Sequence[Frame] = (),
    upper: bool = False,
    known: dict[str, float] | None = None,
) -> list[Whereabouts]:
    """Place phrases of a clause in text order; `mentions` are those inside it.

    `frames` are the deeds that the clause tells: what was shelled is a place.
    `known` collects the names that frames showed to be places, with their ranks: told once
    "in Kawlin, a district capital", a later "on Kawlin" is understood.
    """
    t = tables()
    names = named(clause, mentions, frames, t, upper, lex, known if known is not None else {})
    grown = [grow(clause, w, names, t) for w in names]
    return joined(clause, grown, t)
