"""Small signs in a sentence: told of before, just after, or only of those treated."""

from __future__ import annotations

from geo.clauses import Clause
from geo.events import Frame
from geo.words import word_set

__all__ = ["GREW", "in_care", "of_the_victims", "opening_follows", "stage_occurred"]


def stage_occurred(main: Frame) -> bool:
    return main.stage in {"occurred", "intercepted"} and not main.perfect


GREW = word_set("rose risen rises climbed climbs reached reaches increased grew passed")


_CARE = word_set("hospital hospitals clinic clinics morgue mortuary infirmary")


_PATIENT = word_set(
    "patient patients wounded injured reached brought taken treated admitted transferred "
    "evacuated rushed flown"
)


def in_care(clause: Clause, main: Frame) -> bool:
    """Whether people are told to die or lie wounded where they were treated."""
    lows = clause.vocabulary
    if main.entry.lemma not in {"die", "wounded", "injured", "wound", "injure", "dead"}:
        return False
    return bool(lows & _CARE and lows & _PATIENT)


def of_the_victims(clause: Clause, main: Frame) -> bool:
    """ "A thirtieth victim died in hospital on Thursday": of what was told before."""
    return main.entry.lemma in {"die", "succumb to", "perish"} and any(
        w.low in {"victim", "survivor", "wounded", "injured"}
        for s in main.subjects
        if s >= 0
        for w in clause.words[clause.phrases[s].first : clause.phrases[s].last]
    )


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
