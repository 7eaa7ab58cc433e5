"""How much each sign speaks for two tellings being of one incident: a few readable weights.

Each row is a sign that `geo.merge.evidence` finds; the sum at or above zero tells that a
telling is of an incident told before. Fitted by `python -m geo.fit_pairs` on four fifths of
the development reports of MUC-4 (1,040) and on our own (127), from values set by hand;
"place unclear", "place within", "other party", "other state" and "in one breath" were set by hand
after it, and what is told anew was weighed on further reports of our own.
"""

from __future__ import annotations

__all__ = ["PAIRS"]

PAIRS: dict[str, float] = {
    "always": -0.50,
    # what it is
    "same kind": 2.00,
    "in other words": 1.00,
    "ground and deed": -0.50,
    "done beside": 1.00,
    # when and where
    "same day": 2.50,
    "no day": 2.00,
    "same place": 3.00,
    "place within": 0.50,
    "place unclear": -3.00,
    "no place": 1.00,
    "no place or day": 1.50,
    # who, to whom, with what
    "same party": 2.00,
    "other party": -4.00,
    "other state": -3.00,
    "points back at other party": -2.00,
    "same victim": 2.00,
    "other person": -1.50,
    "same toll": 1.50,
    "other toll": -0.70,
    "other count": -1.50,
    # how it is told
    "points back": 2.00,
    "one of them": 4.00,
    "claimed": 3.50,
    "same thing": 1.50,
    "other thing": -1.50,
    "bare": 1.50,
    "in one breath": 1.00,
    "told anew": -1.00,
    "another weapon anew": -3.00,
    # where it stands
    "gap 0": 0.60,
    "gap 1": 1.00,
    "gap 2": 0.50,
    "doubtful before": -0.50,
}
