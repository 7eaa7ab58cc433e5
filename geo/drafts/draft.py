"""One group of frames to one draft of an incident, and how a sentence yields them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.actors import Casualties, Statement, casualties, statements, weapon_at
from geo.clauses import Clause, read_clause
from geo.drafts.days import date_of, said_day
from geo.drafts.groups import Group, group_frames, is_answer, main_frame, reach_of
from geo.drafts.kinds import kind_of
from geo.drafts.parties import actors_of, state_words
from geo.drafts.places import (
    TYPE_WORDS,
    mention_of,
    name_words,
    place_of,
    place_of_type,
    set_places,
)
from geo.drafts.reading import Reading, Sentence
from geo.drafts.targets import count_of, targets_of, weapons_of
from geo.events import Frame, find_frames
from geo.merge import GENERAL, Draft
from geo.model import Actor, DatePhrase
from geo.telling import features, telling_score
from geo.whereabouts import Whereabouts, find_whereabouts
from geo.words import Lexicon, word_set

__all__ = ["DOUBT", "read_sentence"]


DOUBT = 0.35
"""How far below zero a telling may score and still be taken in a short report."""


def read_sentence(
    text: str, sentence: Sentence, lex: Lexicon, reading: Reading
) -> tuple[list[Draft], list[Statement]]:
    """The incidents that one sentence tells, and who says so."""
    clause = read_clause(text, sentence.start, sentence.end, lex)
    if not clause.words:
        return [], []
    said = statements(clause, text, lex)
    for s in said:
        if s.speaker:
            reading.speaker = s.speaker
        elif s.act != "none":
            s.speaker = reading.speaker
    frames = [f for f in find_frames(clause, lex) if not _inside_statement(f, said)]
    if not frames:
        return [], said
    found = find_whereabouts(
        clause, sentence.mentions, lex, upper=reading.upper, known=reading.known
    )
    out: list[Draft] = []
    groups = group_frames(clause, frames, lex, text)
    for group in groups:
        draft = _draft(text, sentence, clause, group, groups, found, said, lex, reading)
        if draft is not None:
            out.append(draft)
            draft.answered = group.frames[0].background or main_frame(group.frames).background
    _bound_backgrounds(out)
    return out, said


def _bound_backgrounds(drafts: Sequence[Draft]) -> None:
    """What another incident answers was before it: "militias responsible for recent attacks"."""
    for d in drafts:
        if d.date is not None or not d.answered:
            continue
        end = next(
            (
                x.date.end
                for x in drafts
                if not x.answered and x.date is not None and x.date.start is not None
            ),
            None,
        )
        if end is not None:
            d.date, d.date_kind = (
                DatePhrase("", f"../{end.isoformat()}", None, end, date_prec=5),
                "vague",
            )


def _inside_statement(frame: Frame, said: Sequence[Statement]) -> bool:
    return any(
        s.act in {"claim", "say"}
        and s.first <= frame.first < s.last
        and frame.entry.role != "event"
        for s in said
    )


def _draft(
    text: str,
    sentence: Sentence,
    clause: Clause,
    group: Group,
    groups: Sequence[Group],
    found: Sequence[Whereabouts],
    said: Sequence[Statement],
    lex: Lexicon,
    reading: Reading,
) -> Draft | None:
    main = main_frame(group.frames)
    low, high = reach_of(clause, group, groups)
    states = state_words(clause, sentence.mentions)
    toll = casualties(clause, [f for f in group.frames if low <= f.first < high], lex)
    if len(groups) > 1 and not any(f.entry.role == "effect" for f in group.frames):
        own = any(
            low <= k < high and clause.words[k].low in {"dead", "casualties", "toll"}
            for k in range(low, min(high, len(clause.words)))
        )
        if not own:
            toll = Casualties(victims=toll.victims)
    kind, sure = kind_of(clause, group, main, low, high, lex, states, found)
    date, date_kind = date_of(
        text, reading.published, clause, sentence, group, main, said, low, high
    )
    place, places = place_of(clause, found, group, main, said, low, high)
    before = [s.speaker for s in said if s.speaker and s.first < main.first]
    reading.speaker = before[-1] if before else reading.speaker
    actors = actors_of(text, clause, group, main, said, states, sentence.mentions, lex, reading)
    targets = targets_of(text, clause, group, main, toll, lex, states)
    weapons = weapons_of(text, clause, group, low, high, lex)
    count = count_of(clause, group, main, lex)
    if (
        main.entry.pos == "n"
        and main.definite
        and main.commented
        and not [o for o in main.objects if o >= 0]
    ):
        # "meeting in Bavaria, leaders condemned the attack": their place, not its
        place, places, date = None, [], None
    if (
        main.background
        and is_answer(clause, main)
        and date is None
        and (place is None or (main.entry.kind == "assassination" and not main.plural))
        and (place is None or place.rank < 3)
    ):
        return None  # a motive: "in answer to the killing of"
    effects = all(f.entry.role == "effect" for f in group.frames)
    if effects and _in_care(clause, main):
        place, places = None, []  # where the wounded died is not where they were hit
    if "toll" in clause.lows[low:high] and _GREW & set(clause.lows[low:high]):
        date = None  # "the death toll rose to 52 on Saturday"
    vague = date is not None and date.start is None
    long = (
        date is not None
        and date.start is not None
        and date.end is not None
        and (date.end - date.start).days > 10
    )
    plural = main.plural or (count is not None and count.low > 1)
    event_plural = any(f.plural and f.entry.role == "event" for f in group.frames)
    aggregate = (plural or event_plural) and (
        (date is not None and (date.open_end or vague or (long and count is not None)))
        or (
            date is None
            and (main.perfect or (not main.finite and count is None and not main.definite))
        )
        or (date is None and any(f.perfect for f in group.frames))
    )
    if (
        main.perfect
        and date is None
        and not aggregate
        and main.entry.role != "effect"
        and event_plural
    ):
        aggregate = True
    if date is None and main.definite and main.entry.pos == "n":
        aggregate = False  # "the strikes had hit": those told of before
    if date is not None and date.open_end:
        aggregate = True
    if aggregate and effects and not actors and not weapons:
        return None  # a count of the dead over some time tells no event
    backward = None
    if place is None or place.rank < 3:
        backward = place_of_type(clause, low, high, reading)
    draft = Draft(
        kind=kind,
        sure=sure,
        stage=main.stage,
        sentence=sentence.index,
        paragraph=sentence.paragraph,
        quotes=[(sentence.start, sentence.end)],
        date=date,
        date_kind=date_kind,
        actors=actors,
        targets=targets,
        weapons=weapons,
        count=(count.low, count.high) if count else None,
        plural=event_plural,
        aggregate=aggregate,
    )
    if main.entry.lemma == "destroy" and kind == "armed_attack" and place is not None:
        there = {m.place.country_code for m in place.mentions if m.place}
        codes = {a.country_code for a in actors if a.country_code and a.kind in {"force", "state"}}
        if codes and there and not codes & there:
            draft.kind = "airstrike"  # forces that destroy things in another country come by air
    draft.said = said_day(clause, sentence, said)
    set_places(draft, text, clause, place, places)
    if backward is not None:
        draft.place, draft.place_rank = backward[0], backward[1].rank
        draft.places = [draft.place, *(p for p in draft.places if p.text != draft.place.text)]
        draft.settled = backward[1].rank >= 4.7
        draft.place_ids |= set(backward[1].place_ids())
        draft.place_words = name_words(draft.place.text)
        if draft.place.country_code:
            draft.countries = {draft.place.country_code}
    for whole in found:
        for w in whole.parts or [whole]:
            for k in range(w.first, w.last):
                if clause.words[k].low in TYPE_WORDS:
                    reading.regions[clause.words[k].low] = (mention_of(text, clause, w), w)
    draft.victims = {
        w
        for t, _ in targets
        for w in re.findall(r"[^\W\d_]{4,}", t.casefold())
        if w not in lex.targets
        and w not in lex.people
        and w not in lex.tags
        and w not in lex.verbs
        and w not in lex.actors
    } - draft.place_words
    speakers = [s.speaker for s in said if s.act in {"say", "claim"} and s.speaker]
    draft.attribution = list(dict.fromkeys(speakers))
    draft.claimed = [s.speaker for s in said if s.act == "claim" and s.speaker]
    draft.denied = [s.speaker for s in said if s.act == "deny" and s.speaker]
    who = speakers[0] if speakers else ""
    for number, store in (
        (toll.dead, draft.dead),
        (toll.hurt, draft.hurt),
        (toll.civilians_dead, draft.civilians),
    ):
        if number is not None:
            store.append((number.low, number.high, who))
    _stance(clause, draft, group, main, lex, reading)
    if effects and _in_care(clause, main):
        draft.bare = True
    if main.commented and not (date or place or actors or weapons or draft.dead or draft.claimed):
        draft.bare = True  # "deplored the killing of aid workers"
    if any(s.act == "deny" and s.first < main.first for s in said) and date is None:
        draft.bare = True
    if date is None and stage_occurred(main):
        draft.follows = _follows(clause)
    facts = features(clause, draft, main, group.frames, lex, reading)
    draft.weight = telling_score(facts)
    draft.facts = facts if reading.keep_facts else frozenset()
    draft.accepted = draft.weight >= 0 or reading.keep_facts
    if draft.weight < -DOUBT and not (
        draft.bare or draft.anaphor or draft.claimed or reading.keep_facts
    ):
        return None
    for name in draft.claimed:
        reading.actors.append(Actor(name, "group"))
    if actors:
        reading.actors = (reading.actors + actors)[-12:]
    return draft


def stage_occurred(main: Frame) -> bool:
    return main.stage in {"occurred", "intercepted"} and not main.perfect


_GREW = word_set("rose risen rises climbed climbs reached reaches increased grew passed")
_CARE = word_set("hospital hospitals clinic clinics morgue mortuary infirmary")
_PATIENT = word_set(
    "wounded injured reached brought taken treated admitted transferred evacuated rushed flown"
)


def _in_care(clause: Clause, main: Frame) -> bool:
    """Whether people are told to die or lie wounded where they were treated."""
    lows = set(clause.lows)
    if main.entry.lemma not in {"die", "wounded", "injured", "wound", "injure", "dead"}:
        return False
    return bool(lows & _CARE and lows & _PATIENT)


_NEXT = frozenset(
    {
        "later",
        "then",
        "afterwards",
        "afterward",
        "subsequently",
        "shortly",
        "minutes",
        "hours",
        "followed",
    }
)


def _follows(clause: Clause) -> str:
    """Opening words that put a sentence just after the one before: "In the hours that followed"."""
    opening = clause.words[:7]
    lows = [w.low for w in opening]
    if (
        "followed" in lows
        or "later" in lows[:4]
        or lows[:1] == ["then"]
        or lows[:2] == ["shortly", "after"]
        or lows[:1] in (["afterwards"], ["subsequently"])
    ) and not {"years", "months", "weeks", "year", "month", "week", "days", "day"} & set(lows):
        return " ".join(lows[: lows.index("followed") + 1] if "followed" in lows else lows[:2])
    return ""


def _stance(
    clause: Clause, draft: Draft, group: Group, main: Frame, lex: Lexicon, reading: Reading
) -> None:
    words = clause.words
    events = [
        f
        for f in group.frames
        if (f.entry.role == "event" and f.entry.sure >= 2) or f.entry.role == "weapon"
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
    told = bool(draft.date or draft.place or armed) and main.entry.pos == "v" and main.finite
    told = told and main.entry.lemma not in {
        "die",
        "perish",
        "disappear",
        "lose their lives",
        "lose his life",
        "lose her life",
    }
    told = told and (main.entry.lemma != "damage" or armed)
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
        and words[main.verb].lemma in {"find", "discover", "recover", "unearth", "dump", "exhume"}
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
        own = [o for o in f.objects if o >= 0]
        if own and not any(words[clause.phrases[o].head].low in reading.targets for o in own):
            continue
        draft.anaphor = True
    if any(
        w.low in {"another", "separate", "separately", "elsewhere", "meanwhile"}
        for w in words[max(0, main.first - 6) : main.first] + words[:3]
    ):
        draft.fresh = not draft.anaphor
    if (
        nominal
        and any(
            words[k].low in {"second", "third", "fourth", "similar"}
            for k in range(max(0, main.first - 3), main.first)
        )
        and not main.definite
    ):
        draft.fresh = True
    opening = [w.low for w in words[:3]]
    if (
        opening[:2] in (["a", "day"], ["the", "next"], ["the", "following"], ["days", "later"])
        or opening[1:3] in (["days", "later"], ["weeks", "later"], ["hours", "later"])
        or opening[1:3] in (["days", "earlier"], ["weeks", "earlier"], ["hours", "earlier"])
    ) and main.entry.role == "event":
        draft.fresh = not draft.anaphor
    if (
        opening[:1] == ["the"]
        and opening[1:2]
        and opening[1] in {"victims", "dead", "survivors", "bodies", "wounded"}
    ):
        draft.anaphor = True
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
        (main.copula and draft.anaphor)
        or (draft.anaphor and not adds and not (draft.actors and draft.targets))
        or (main.entry.role != "event" and not adds and not draft.targets)
    )
