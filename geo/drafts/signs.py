"""Small signs in a sentence: told of before, just after, or only of those treated."""

from __future__ import annotations

from geo.clauses import Clause
from geo.events import Frame
from geo.words import word_set

__all__ = ["GREW", "in_care", "opening_follows", "stage_occurred"]


def stage_occurred(main: Frame) -> bool:
    return main.stage in {"occurred", "intercepted"} and not main.perfect


GREW = word_set("rose risen rises climbed climbs reached reaches increased grew passed")


_CARE = word_set("hospital hospitals clinic clinics morgue mortuary infirmary")


_PATIENT = word_set(
    "wounded injured reached brought taken treated admitted transferred evacuated rushed flown"
)


def in_care(clause: Clause, main: Frame) -> bool:
    """Whether people are told to die or lie wounded where they were treated."""
    lows = clause.vocabulary
    if main.entry.lemma not in {"die", "wounded", "injured", "wound", "injure", "dead"}:
        return False
    return bool(lows & _CARE and lows & _PATIENT)


def opening_follows(clause: Clause) -> str:
    """Opening words that put a sentence just after the one before: "In the hours that followed"."""
    opening = clause.words[:7]
    lows = [w.low for w in opening]
    if (
        "followed" in lows
        or "later" in lows[:4]
        or (lows[1:2] in (["hours"], ["minutes"]) and "earlier" in lows[:4])
        or lows[:1] == ["then"]
        or lows[:2] == ["shortly", "after"]
        or lows[:1] in (["afterwards"], ["subsequently"])
    ) and not {"years", "months", "weeks", "year", "month", "week", "days", "day"} & set(lows):
        return " ".join(lows[: lows.index("followed") + 1] if "followed" in lows else lows[:2])
    return ""
