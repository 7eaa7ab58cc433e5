"""How a telling stands to those before it: new, pointing back, bare or without anything new."""

from __future__ import annotations

import itertools

from geo.actors import weapon_at
from geo.clauses import Clause
from geo.drafts.groups import Group
from geo.drafts.reading import Reading
from geo.events import TIME, Frame
from geo.merge import GENERAL, Draft
from geo.words import Lexicon, word_set

__all__ = ["set_stance"]


def set_stance(
    clause: Clause, draft: Draft, group: Group, main: Frame, lex: Lexicon, reading: Reading
) -> None:
    words = clause.words
    told_by_company = draft.sure >= 2 and draft.kind in {"protest_violence", "territory_change"}
    events = [
        f
        for f in group.frames
        if (f.entry.role == "event" and (f.entry.sure >= 2 or told_by_company))
        or f.entry.role == "weapon"
    ]
    definite = [
        o
        for f in group.frames
        for o in (*f.subjects, *f.objects)
        if o >= 0 and words[clause.phrases[o].first].low in {"the", "both", "those", "these"}
    ]
    if not draft.date and any(
        weapon_at(clause, clause.phrases[o], lex) is not None for o in definite
    ):
        draft.anaphor = True  # "the missiles": those told of before
    armed = any(a.kind != "unknown" for a in draft.actors) or bool(draft.weapons)
    adds = main.first > 0 and words[main.first - 1].tag == ","  # "took the town, killing ten"
    by_somebody = armed and main.voice == "active" and bool(main.objects) and not adds
    told = bool(draft.date or draft.place or armed) and main.entry.pos == "v"
    told = told and (main.finite or by_somebody)  # "began killing men"
    told = told and main.entry.lemma not in {
        "die",
        "perish",
        "disappear",
        "lose their lives",
        "lose his life",
        "lose her life",
    }
    told = told and (main.entry.lemma != "damage" or armed)
    told = told or _charged(clause, draft, main)
    told = told or (
        main.entry.lemma in {"die", "perish", "dead", "kia"}
        and (main.finite or main.entry.lemma in {"dead", "kia"})
        and (draft.settled or bool(draft.weapons))
        and bool(draft.dead)
        and draft.date is not None
        and draft.date.date_prec == 1
    )
    told = told or bool(
        main.entry.lemma.startswith("lose") and main.finite and draft.dead and draft.weapons
    )  # "a week later ten died at the station"
    if main.entry.role == "effect" and told:
        events.append(main)  # "131 civilians were killed by the M23 in"
        if draft.kind == "other":
            draft.kind = "armed_attack"
    draft.bare = draft.bare or (
        not events
        and not any(
            f.entry.sure >= 1 and f.entry.role == "event" and f.finite for f in group.frames
        )
    )
    if main.entry.role == "effect" and any(
        words[clause.phrases[s].head].low in _SPLINTERS for s in main.subjects if s >= 0
    ):
        draft.bare = not draft.date  # "hurt by fragments": of what was told before
    nominal = main.entry.pos == "n"
    if not nominal and draft.kind in GENERAL and not (draft.date or draft.place):
        # "the facilities struck": what was hit is known from before
        heads = [
            words[clause.phrases[o].head].low
            for o in main.objects
            if o >= 0 and words[clause.phrases[o].first].low == "the"
        ]
        if any(head in reading.targets for head in heads):
            draft.bare = True
    if (
        main.entry.lemma in {"body", "bodies", "corpse", "mass grave"}
        and main.verb >= 0
        and words[main.verb].lemma in _TURN_UP
    ):
        events.append(main)
        draft.bare = False
        if draft.kind == "other":
            draft.kind = "armed_attack"
        return
    for f in group.frames:
        if f.entry.pos != "n" or not f.definite or words[f.last - 1].low not in lex.anaphors:
            continue
        if f is not main and (main.entry.pos == "n" or main.entry.role == "event"):
            continue
        # "the killing of the general" names its own; "the attack on the village" points back
        if draft.date and f.subjects and any(s >= 0 for s in f.subjects):
            continue  # "the raid last Wednesday by the army": told in full
        own = [o for o in f.objects if o >= 0]
        if own and not any(words[clause.phrases[o].head].low in reading.targets for o in own):
            continue
        draft.anaphor = True
    if nominal and main.copula and main.definite and not draft.date:
        draft.anaphor = True  # "The raid on the village was the deadliest in years"
    if (
        draft.anaphor
        and main.entry.pos == "n"
        and main.verb >= 0
        and not draft.date
        and words[main.verb].lemma in _SETS_IN_TIME
    ):
        # "the attack came weeks before talks in Havana": when, not where
        draft.place, draft.places, draft.settled = None, [], False
        draft.place_ids, draft.place_words, draft.countries = set(), set(), set()
    draft.things = {
        words[clause.phrases[o].head].low
        for o in (*main.objects, 0 if clause.phrases and clause.phrases[0].first == 0 else -1)
        if o >= 0
    } & _THINGS
    if not nominal and not draft.date and main.first + 1 < len(words):
        near = words[main.last : main.last + 8]
        if any(a.low == "of" and b.low == "them" for a, b in itertools.pairwise(near)):
            draft.anaphor = True  # "shot down more than sixty of them"
    if not nominal and not draft.date and not draft.fresh:
        # "The boat was hit near the village": what was hit is known from before
        opens = 0 if clause.phrases and clause.phrases[0].first == 0 else -1
        for o in (*main.objects, opens):
            phrase = clause.phrases[o] if o >= 0 else None
            if phrase is not None and words[phrase.first].low == "the":
                head = words[phrase.head].low
                draft.anaphor = draft.anaphor or (
                    head in reading.targets and head in _THINGS and phrase.preposition < 0
                )
    if any(
        w.low in {"another", "separate", "separately", "elsewhere", "meanwhile"}
        for w in words[max(0, main.first - 6) : main.first] + words[:3]
    ):
        draft.fresh = not draft.anaphor
    before = {w.low for w in words[max(0, main.first - 3) : main.first]}
    if nominal and "such" in before and not draft.dead:
        draft.anaphor = True  # "the third such attack in a week": one more of those told of
        draft.quiet = True
    elif nominal and before & {"second", "third", "fourth", "similar"} and not main.definite:
        draft.fresh = True
    opening = [w.low for w in words[:5]]
    if draft.date and _log_entry(clause):
        draft.fresh = not draft.anaphor
    if _another_day(opening) and not draft.bare and main.entry.role != "weapon":
        draft.fresh = not draft.anaphor
    draft.anew = not (draft.anaphor or draft.bare) and _told_anew(clause, main)
    if any(a == "the" and b in _HURT for a, b in itertools.pairwise(opening[:4])):
        draft.anaphor = True  # "the victims", "two of the wounded"
        later = draft.date if main.entry.role == "effect" else None
        if later is not None and later.date_prec == 1 and opening[:1] != ["the"]:
            draft.date = None  # the day that they died of it
    adds = bool(
        draft.date or draft.place or draft.dead or draft.hurt or draft.count or draft.claimed
    )
    adds = adds or bool(draft.weapons and not draft.anaphor)
    reading.targets |= {
        words[clause.phrases[o].head].low
        for f in group.frames
        for o in (*f.objects, *f.subjects)
        if o >= 0
    }
    draft.quiet = (
        draft.quiet
        or (main.copula and draft.anaphor)
        or (draft.anaphor and not adds and not (draft.actors and draft.targets))
        or (main.entry.role != "event" and not adds and not draft.targets)
    )


def _charged(clause: Clause, draft: Draft, main: Frame) -> bool:
    """ "Accused of killing nine farmers in Beni on Sunday": told in full, if as a charge."""
    before = clause.lows[main.first - 1 : main.first]
    full = draft.date is not None and draft.place is not None and bool(draft.dead)
    return full and main.entry.pos == "v" and before in (["of"], ["for"])


def _told_anew(clause: Clause, main: Frame) -> bool:
    """ "A rocket hit", "three drones also struck": nobody spoke of them before."""
    words = clause.words
    if any(w.low == "there" for w in words[main.last : main.last + 3]):
        return False  # "when a missile came down there": where was told before
    if any(w.low == "also" for w in words[max(0, main.first - 3) : main.last + 2]):
        return True
    if "there" in clause.lows[main.last : main.last + 2]:
        return False  # "a missile came down there": where the one told before was
    if main.entry.pos == "n":
        return not main.definite and main.occurs
    doers = main.objects if main.voice == "passive" else main.subjects
    told = [clause.phrases[s] for s in doers if s >= 0]
    if not told or main.entry.role == "effect":
        return False
    opening, head = words[told[0].first], words[told[0].head]
    plain = opening.tag in "jn" and opening.text[:1].islower() and head.low.endswith("s")
    return opening.low in {"a", "an", "some", "several"} or opening.tag == "q" or plain


_SETS_IN_TIME = word_set(
    "come follow precede coincide overshadow cast prompt draw spark raise end mark threaten "
    "complicate"
)

_TURN_UP = word_set("find discover recover unearth dump exhume leave turn surface lie wash float")
"""What is said of bodies that tells of a killing: "was left outside the market"."""

_SPLINTERS = word_set("fragments fragment debris shrapnel splinters splinter wreckage glass")

_HURT = word_set("victims dead survivors bodies wounded injured")
_THINGS = word_set(
    "boat ship vessel tanker bus train car truck convoy lorry plane helicopter aircraft hotel "
    "church mosque school hospital embassy building market bridge pipeline plant refinery depot"
)

_UNITS = word_set("hours days nights weeks months years day night week month year")


def _log_entry(clause: Clause) -> bool:
    """ "07 Sep, late morning: river boat hit": an entry of a log, under its own day."""
    words = clause.words
    first = words[0].low
    if words[0].tag != "q" and first not in TIME:
        return False
    for k in range(1, min(9, len(words) - 1)):
        if words[k].text == ":":
            return True
        if words[k].tag in "vx.":
            return False
    return False


def _another_day(opening: list[str]) -> bool:
    """ "The next morning", "Two days later", "The day after that": not what was told before."""
    if opening[:2] in (["the", "next"], ["the", "following"], ["a", "day"], ["days", "later"]):
        return True
    if opening[:1] == ["the"] and opening[1:2] and opening[1] in {"day", "night", "week"}:
        return bool(opening[2:3]) and opening[2] in {"after", "before"}
    for k in range(4):
        if (
            opening[k : k + 1]
            and opening[k] in _UNITS
            and opening[k + 1 : k + 2]
            and opening[k + 1] in {"later", "earlier", "before"}
        ):
            return True
    return False
