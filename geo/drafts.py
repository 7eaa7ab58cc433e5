"""A sentence to drafts of incidents: frames grouped, and each group's words gathered."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from gazetteer.model import FeatureClass, Mention
from geo.actors import (
    Casualties,
    Statement,
    actor_kind,
    casualties,
    is_actor,
    phrase_text,
    statements,
    target_kind,
    weapon_at,
    weapons_in,
)
from geo.clauses import Clause, read_clause
from geo.dates import DateMention, interpret
from geo.events import Frame, Number, find_frames, find_objects, is_time, read_number
from geo.lexicon.kinds import FAMILY
from geo.merge import EMPTY as _EMPTY
from geo.merge import GENERAL, Draft
from geo.model import Actor, DatePhrase, PlaceMention
from geo.telling import features, telling_score
from geo.whereabouts import Whereabouts, find_whereabouts
from geo.words import Lexicon

__all__ = ["Reading", "Sentence", "read_sentence"]

@dataclass(frozen=True, slots=True)
class Sentence:
    """Where a sentence stands, and what was found in it beforehand."""

    start: int
    end: int
    index: int
    paragraph: int
    mentions: Sequence[Mention]
    dates: Sequence[DateMention]


@dataclass(slots=True)
class Reading:
    """What the report has said so far, for words that point back."""

    upper: bool = False
    published: dt.date | None = None
    actors: list[Actor] = field(default_factory=list)
    known: dict[str, float] = field(default_factory=dict)
    """Place names that only their frames showed."""
    regions: dict[str, tuple[PlaceMention, Whereabouts]] = field(default_factory=dict)
    """The last place told with a type word: "province" -> "Cabo Delgado province"."""
    keep_facts: bool = False
    """For fitting the weights: accept everything and keep the features."""
    targets: set[str] = field(default_factory=set)
    speaker: str = ""


@dataclass(slots=True)
class _Group:
    frames: list[Frame]
    first: int
    last: int


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
    found = find_whereabouts(clause, sentence.mentions, lex, upper=reading.upper, known=reading.known)
    out: list[Draft] = []
    groups = _groups(clause, frames, lex, text)
    for group in groups:
        draft = _draft(text, sentence, clause, group, groups, found, said, lex, reading)
        if draft is not None:
            out.append(draft)
            draft.answered = group.frames[0].background or _main(group.frames).background
    _bound_backgrounds(out)
    return out, said


def _bound_backgrounds(drafts: Sequence[Draft]) -> None:
    """What another incident answers was before it: "militias responsible for recent attacks"."""
    for d in drafts:
        if d.date is not None or not d.answered:
            continue
        end = next((x.date.end for x in drafts if not x.answered and x.date is not None and x.date.start is not None), None)
        if end is not None:
            d.date, d.date_kind = DatePhrase("", f"../{end.isoformat()}", None, end, date_prec=5), "vague"


def _inside_statement(frame: Frame, said: Sequence[Statement]) -> bool:
    return any(s.act in {"claim", "say"} and s.first <= frame.first < s.last and frame.entry.role != "event" for s in said)


# --- Which frames belong together -----------------------------------------------------


def _groups(clause: Clause, frames: list[Frame], lex: Lexicon, text: str) -> list[_Group]:
    groups: list[_Group] = []
    for frame in frames:
        if groups and not _parted(clause, groups[-1], frame, lex, text):
            groups[-1].frames.append(frame)
            groups[-1].last = frame.last
        else:
            groups.append(_Group([frame], frame.first, frame.last))
    return groups


def _parted(clause: Clause, group: _Group, frame: Frame, lex: Lexicon, text: str) -> bool:
    """Whether a frame starts another incident than the group's."""
    main = _main(group.frames)
    words = clause.words
    if frame.stage != main.stage and frame.entry.role == "event" and main.entry.role == "event":
        if not (frame.verb == main.verb or frame.generic):
            return True
    if frame.generic or main.generic:
        return frame.generic != main.generic and main.entry.role == "event" and frame.entry.role == "event"
    if frame.entry.role != "event" or main.entry.role != "event":
        # an effect or weapon goes with the event, unless a "by/after" sets it before
        if frame.entry.role == "effect" and frame.background and main.entry.sure >= 2 and _answer(clause, frame):
            return True
        return False
    if _answer(clause, frame) or (_answer(clause, main) and not frame.background):
        return True
    if frame.background and not main.background and frame.entry.pos == "n" and main.finite and main.entry.pos == "v" and main.entry.lemma not in {"shoot"}:
        return main.entry.sure >= 2 and frame.entry.sure >= 2 and not frame.definite
    if frame.relative and frame.subjects and main.subjects and frame.entry.pos == "n":
        return _subject_text(clause, frame) != _subject_text(clause, main)
    if main.entry.pos == "n" and main.definite and frame.entry.pos == "v" and frame.background and frame.finite:
        return True  # "the killings came a week after gunmen ambushed"
    for k in range(frame.first - 1, max(main.last, frame.first - 4), -1):
        if words[k].tag == "r" and words[k - 1].low in {"when", "as"}:
            return False  # "kidnapped passengers when they bombed"
    if frame.entry.sure >= 3 and main.entry.sure >= 3 and frame.finite and main.finite:
        a, b = frame.entry.kind, main.entry.kind
        if a != b and not FAMILY[a] & FAMILY[b] and frame.verb != main.verb:
            between = words[main.last : frame.first] if main.last < frame.first else []
            return any(w.tag in ";s" or w.low in {"while", "also"} for w in between) and bool(frame.subjects)
    if frame.first > group.last:
        between = words[group.last : frame.first]
        if any(w.low in {"while", "whereas", "meanwhile", "another", "second", "also", "separately"} or w.tag == ";" for w in between):
            return frame.entry.role == "event" and frame.entry.sure >= 2 and main.entry.sure >= 2 and not frame.definite and bool(frame.subjects or frame.objects) and frame.verb != main.verb
    return False


def _answer(clause: Clause, frame: Frame) -> bool:
    """Whether the frame is what another one answers: "in retaliation for", "responsible for"."""
    if not frame.background:
        return False
    words = clause.words
    for k in range(frame.first - 1, max(-1, frame.first - 8), -1):
        if words[k].low in {"response", "retaliation", "reprisal", "revenge", "answer", "return", "responsible", "accused", "anniversary", "suspected", "wake", "avenge", "convicted"}:
            return True
        if words[k].tag in "vx;":
            return False
    return False


def _subject_text(clause: Clause, frame: Frame) -> str:
    k = frame.subjects[0]
    phrase = clause.phrases[k if k >= 0 else ~k]
    return clause.words[phrase.head].low


def _main(frames: Sequence[Frame]) -> Frame:
    """The frame that names the incident best."""
    return max(
        frames,
        key=lambda f: (
            not f.generic,
            f.entry.role == "event" and f.entry.sure >= 2,
            f.finite,
            f.entry.sure,
            f.entry.kind not in GENERAL,
            -f.first,
        ),
    )


# --- One draft ------------------------------------------------------------------------


def _draft(
    text: str,
    sentence: Sentence,
    clause: Clause,
    group: _Group,
    groups: Sequence[_Group],
    found: Sequence[Whereabouts],
    said: Sequence[Statement],
    lex: Lexicon,
    reading: Reading,
) -> Draft | None:
    main = _main(group.frames)
    low, high = _reach(clause, group, groups)
    states = _state_words(clause, sentence.mentions)
    toll = casualties(clause, [f for f in group.frames if low <= f.first < high], lex)
    if len(groups) > 1 and not any(f.entry.role == "effect" for f in group.frames):
        own = any(low <= k < high and clause.words[k].low in {"dead", "casualties", "toll"} for k in range(low, min(high, len(clause.words))))
        if not own:
            toll = Casualties(victims=toll.victims)
    kind, sure = _kind(clause, group, main, low, high, lex, states)
    date, date_kind = _date(text, reading.published, clause, sentence, group, main, said, low, high)
    place, places = _place(clause, found, group, main, said, low, high)
    before = [s.speaker for s in said if s.speaker and s.first < main.first]
    reading.speaker = before[-1] if before else reading.speaker
    actors = _actors(text, clause, group, main, said, states, sentence.mentions, lex, reading)
    targets = _targets(text, clause, group, main, toll, lex, states)
    weapons = _weapons(text, clause, group, low, high, lex)
    count = _count(clause, group, main, lex)
    if main.entry.pos == "n" and main.definite and main.commented and not [o for o in main.objects if o >= 0]:
        # "meeting in Bavaria, leaders condemned the attack": their place, not its
        place, places, date = None, [], None
    if main.background and _answer(clause, main) and date is None and place is None:
        return None  # a motive: "in answer to the killing of"
    vague = date is not None and date.start is None
    long = date is not None and date.start is not None and date.end is not None and (date.end - date.start).days > 10
    plural = main.plural or (count is not None and count.low > 1)
    event_plural = any(f.plural and f.entry.role == "event" for f in group.frames)
    aggregate = (plural or event_plural) and (
        (date is not None and (date.open_end or vague or (long and count is not None)))
        or (date is None and (main.perfect or (not main.finite and count is None and not main.definite)))
        or (date is None and any(f.perfect for f in group.frames))
    )
    if main.perfect and date is None and not aggregate and main.entry.role != "effect" and event_plural:
        aggregate = True
    if date is not None and date.open_end:
        aggregate = True
    backward = None
    if place is None or place.rank < 3:
        backward = _type_alone(clause, low, high, reading)
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
    draft.said = _said_day(clause, sentence, said)
    _set_places(draft, text, clause, place, places)
    if backward is not None:
        draft.place, draft.place_rank = backward[0], backward[1].rank
        draft.places = [draft.place, *(p for p in draft.places if p.text != draft.place.text)]
        draft.settled = backward[1].rank >= 4.7
        draft.place_ids |= set(backward[1].place_ids())
        draft.place_words = _name_words(draft.place.text)
        if draft.place.country_code:
            draft.countries = {draft.place.country_code}
    for whole in found:
        for w in whole.parts or [whole]:
            for k in range(w.first, w.last):
                if clause.words[k].low in _TYPE_WORDS:
                    reading.regions[clause.words[k].low] = (mention_of(text, clause, w), w)
    draft.victims = {
        w
        for t, _ in targets
        for w in re.findall(r"[^\W\d_]{4,}", t.casefold())
        if w not in lex.targets and w not in lex.people and w not in lex.tags and w not in lex.verbs and w not in lex.actors
    } - draft.place_words
    speakers = [s.speaker for s in said if s.act in {"say", "claim"} and s.speaker]
    draft.attribution = list(dict.fromkeys(speakers))
    draft.claimed = [s.speaker for s in said if s.act == "claim" and s.speaker]
    draft.denied = [s.speaker for s in said if s.act == "deny" and s.speaker]
    who = speakers[0] if speakers else ""
    for number, store in ((toll.dead, draft.dead), (toll.hurt, draft.hurt), (toll.civilians_dead, draft.civilians)):
        if number is not None:
            store.append((number.low, number.high, who))
    _stance(clause, draft, group, main, lex, reading)
    if any(s.act == "deny" and s.first < main.first for s in said) and date is None:
        draft.bare = True
    if date is None and stage_occurred(main):
        draft.follows = _follows(clause)
    facts = features(clause, draft, main, group.frames, lex, reading)
    draft.weight = telling_score(facts)
    draft.facts = facts if reading.keep_facts else frozenset()
    draft.accepted = draft.weight >= 0 or reading.keep_facts
    if not draft.accepted and not (draft.bare or draft.anaphor):
        return None
    for name in draft.claimed:
        reading.actors.append(Actor(name, "group"))
    if actors:
        reading.actors = (reading.actors + actors)[-12:]
    return draft


def stage_occurred(main: Frame) -> bool:
    return main.stage in {"occurred", "intercepted"} and not main.perfect


_NEXT = frozenset({"later", "then", "afterwards", "afterward", "subsequently", "shortly", "minutes", "hours", "followed"})


def _follows(clause: Clause) -> str:
    """Opening words that put a sentence just after the one before: "In the hours that followed"."""
    opening = clause.words[:7]
    lows = [w.low for w in opening]
    if "followed" in lows or "later" in lows[:4] or lows[:1] == ["then"] or lows[:2] == ["shortly", "after"] or lows[:1] in (["afterwards"], ["subsequently"]):
        if not {"years", "months", "weeks", "year", "month", "week", "days", "day"} & set(lows):
            return " ".join(lows[: lows.index("followed") + 1] if "followed" in lows else lows[:2])
    return ""


_TYPE_WORDS = frozenset("province region district department governorate village town city state county island valley camp base port municipality township oblast".split())


def _type_alone(
    clause: Clause, low: int, high: int, reading: Reading
) -> tuple[PlaceMention, Whereabouts] | None:
    """ "in the province", "in the village": the one told of last."""
    words = clause.words
    for k in range(max(low, 2), min(high, len(words))):
        if words[k].low in _TYPE_WORDS and words[k - 1].low in {"the", "same", "this", "that"}:
            after = words[k + 1].low if k + 1 < len(words) else ""
            if words[k - 2].tag == "p" and words[k - 2].low in {"in", "at", "on", "across", "inside", "of"} and after != "of":
                return reading.regions.get(words[k].low)
    return None


def _reach(clause: Clause, group: _Group, groups: Sequence[_Group]) -> tuple[int, int]:
    """The words that belong to a group: halfway is where the next clause begins."""
    words = clause.words
    low, high = 0, len(words)
    index = list(groups).index(group)
    if index > 0:
        low = _border(clause, groups[index - 1].last, group.first)
    if index + 1 < len(groups):
        high = _border(clause, group.last, groups[index + 1].first)
    del words
    return low, high


def _border(clause: Clause, a: int, b: int) -> int:
    """Between words `a` and `b`: the subordinator, conjunction or comma nearest to `b`."""
    words = clause.words
    best = b
    for k in range(b - 1, a - 1, -1):
        w = words[k]
        if w.tag in "s;" or w.low in {"after", "following", "response", "retaliation", "responsible", "while", "answer", "reprisal", "revenge"}:
            return k
        if w.tag in ",c" and best == b:
            best = k
    return best


def _state_words(clause: Clause, mentions: Sequence[Mention]) -> list[int]:
    out = []
    k = 0
    for m in mentions:
        if m.place is None or m.place.feature_class is not FeatureClass.COUNTRY:
            continue
        while k < len(clause.words) and clause.words[k].end <= m.start:
            k += 1
        j = k
        while j < len(clause.words) and clause.words[j].start < m.end:
            out.append(j)
            j += 1
    return out


def _kind(
    clause: Clause, group: _Group, main: Frame, low: int, high: int, lex: Lexicon, states: Sequence[int]
) -> tuple[str, int]:
    kind, sure = main.entry.kind, main.entry.sure
    events = [f for f in group.frames if f.entry.role != "effect" and not f.generic]
    for f in events:
        if f.entry.kind not in GENERAL and f.entry.sure >= 2 and kind in GENERAL and f.entry.kind not in {"territory_change", "arson", "looting"}:
            kind, sure = f.entry.kind, f.entry.sure
    if kind == "abduction" and any(f.entry.kind in {"armed_attack", "assassination"} and f.entry.sure >= 3 and f.entry.pos == "v" for f in events):
        kind, sure = "armed_attack", 3
    if kind in {"arson", "looting"}:
        attack = next((f for f in events if f.entry.kind in {"armed_attack", "armed_clash", "ambush"} and f.entry.sure >= 2 and f.entry.pos == "v"), None)
        if attack is not None:
            kind, sure = attack.entry.kind, attack.entry.sure
    if kind == "weapons_use_disrupted":
        things = [clause.phrases[o] for f in group.frames for o in f.objects if o >= 0]
        if main.entry.lemma in {"intercept", "down", "neutralise", "neutralize", "bring down"} and not any(weapon_at(clause, p, lex) for p in things):
            return ("armed_attack", 0) if things and clause.words[things[0].head].low not in {"ship", "vessel", "boat"} else (kind, 0)
        return kind, sure
    if kind in {"territory_change", "abduction", "hijacking"} and main.entry.pos == "v" and main.entry.sure < 3:
        things = [clause.phrases[o] for o in main.objects if o >= 0]
        if any(target_kind(clause, p, lex) == "shipping" for p in things):
            return "naval_attack", 3
    if kind == "territory_change" and main.entry.pos == "v":
        things = [clause.phrases[o] for o in main.objects if o >= 0]
        heads = {clause.words[p.head].low for p in things}
        if heads & lex.people:
            armed = [s for s in main.subjects if s >= 0 and actor_kind(clause, clause.phrases[s], lex) == "group"]
            return ("abduction", 2) if armed else (kind, 0)
        if not any(low in _GROUND for p in things for low in clause.lows[p.first : p.last]):
            named = any(clause.words[p.head].text[:1].isupper() for p in things) and not clause.words[main.first].text.isupper()
            if not named:
                return kind, 0
    vehicle = _laden_vehicle(clause, low, high)
    if vehicle and kind not in {"suicide_bombing"}:
        return vehicle, 3
    if kind in {"armed_attack", "other", "bombing", "property_destruction", "assassination", "ambush", "armed_clash", "territory_change", "arson", "ied", "suicide_bombing", "car_bombing", "shelling"}:
        best = None
        objects = {k for f in group.frames if f.entry.lemma not in _THROW for o in f.objects if o >= 0 for k in range(clause.phrases[o].first, clause.phrases[o].last)}
        for first, last, weapon in weapons_in(clause, low, high, lex):
            if first in objects and weapon.rank not in {9, 8}:
                continue
            if last < len(clause.words) and clause.words[last].low in {"storage", "depot", "depots", "facility", "facilities", "factory", "cache", "caches", "squadron", "manufacturer", "launcher", "launchers", "base", "industry", "dump", "system", "systems", "fuselage", "siren", "defence", "defense", "carrier", "warehouse", "site", "sites", "position", "positions"} and clause.words[last].tag == "n":
                continue
            if first and clause.words[first - 1].low in {"anti", "against"}:
                continue
            if best is None or weapon.rank > best.rank:
                best = weapon
        if best is not None:
            keep = {"assassination": 8, "ambush": 8, "armed_clash": 99, "territory_change": 99, "arson": 5, "bombing": 5, "ied": 8, "suicide_bombing": 9, "car_bombing": 8, "shelling": 7}.get(kind, 0)
            if best.kind == "arson":
                return (kind, sure) if kind not in {"other", "property_destruction"} else ("arson", sure)
            if best.rank > keep or (kind == "bombing" and best.rank == 5 and best.kind in {"airstrike", "ied", "landmine", "grenade"}):
                return best.kind, max(sure, 2)
    if kind == "armed_attack" and main.entry.lemma == "strike":
        sides = [clause.phrases[s if s >= 0 else ~s] for s in main.subjects]
        heads = {low for p in sides for low in clause.lows[p.first : p.last]}
        grouped = any(lex.actors.get(low) == "group" for low in heads) or any(lex.groups.at(clause.lows[p.first : p.last], i)[0] for p in sides for i in range(p.last - p.first))
        stated = any(lex.actors.get(low) == "force" for low in heads) or any(k in states for p in sides for k in range(p.first, p.last))
        if not grouped and (main.entry.pos == "n" and not main.definite or stated):
            return "airstrike", 3  # a "strike" of a state's forces comes from the air
    if kind == "property_destruction" and main.entry.pos == "v":
        things = [target_kind(clause, clause.phrases[o], lex) for o in main.objects if o >= 0]
        if "military" in things:
            kind, sure = "armed_attack", max(sure, 2)
    if kind == "other" and any(f.entry.kind != "other" and not f.generic for f in group.frames):
        f = next(f for f in group.frames if f.entry.kind != "other" and not f.generic)
        kind = f.entry.kind
    return kind, sure


_GROUND = frozenset(
    "town city village base position positions post outpost airport airfield capital district province area territory bridge barracks "
    "headquarters garrison towns villages cities hill crossing camp port neighbourhood neighborhood municipality station building embassy hall farm farms road highway island region control".split()
)


def _laden_vehicle(clause: Clause, low: int, high: int) -> str:
    """ "drove a car laden with explosives into": a car bomb, and a suicide bomb if driven."""
    words = clause.words
    for k in range(low, high - 1):
        if words[k].low in {"laden", "packed", "loaded", "filled", "rigged", "stuffed"} and any(
            words[j].low in {"explosives", "explosive", "dynamite", "bombs", "bomb"} for j in range(k, min(high, k + 4))
        ):
            near = {words[j].low for j in range(max(low, k - 4), k)} | {words[j].low for j in range(k, min(high, k + 3))}
            if near & {"car", "vehicle", "truck", "van", "motorcycle", "lorry", "pickup", "bus", "minibus"}:
                before = {words[j].low for j in range(max(low, k - 9), k)}
                return "suicide_bombing" if before & {"drove", "rammed", "crashed", "driving", "ramming"} else "car_bombing"
    return ""


_THROW = frozenset({"throw", "hurl", "lob", "plant", "place", "drop", "fire", "launch", "detonate", "explode", "go off", "intercept", "shoot down", "down", "defuse", "deactivate", "neutralise", "neutralize"})


def _date(  # type: ignore[no-untyped-def]
    text: str, published: dt.date | None, clause: Clause, sentence: Sentence, group: _Group, main: Frame, said: Sequence[Statement], low: int, high: int
):
    words = clause.words
    masked = [(words[s.first].start, words[min(s.last, len(words)) - 1].end) for s in said if s.act != "none" and s.last > s.first]
    at = words[main.first].start
    begin, end = words[low].start, words[high - 1].end
    best, best_key = None, None
    order = {"date": 0, "relative": 1, "vague": 2, "unknown": 5, "time": 4}
    for m in sentence.dates:
        if any(a <= m.start < b for a, b in masked):
            continue
        if m.kind in {"time", "unknown"} or (m.future and main.stage == "occurred"):
            continue
        near = m.end <= at and at - m.end <= 3
        if m.attributive and m.kind != "vague" and not (near or _in_own_phrase(clause, main, m)):
            continue
        span = (m.end, at) if m.end <= at else (words[main.last - 1].end, m.start)
        if any(w.text == ";" for w in words if span[0] <= w.start < span[1]):
            continue
        inside = begin <= m.start < end
        if not inside and group.frames and len(masked) + 1 > 0:
            if m.start >= end or low > 0:
                # the sentence's own time holds for its other clauses, not the reverse
                if low == 0 or main.background:
                    continue
        key = (not inside, order.get(m.kind, 3), abs(m.start - at))
        if best_key is None or key < best_key:
            best, best_key = m, key
    if best is None:
        return _night_of_report(sentence, masked)
    if best.phrase.open_end and best.end <= at and text[best.end : best.end + 7].lstrip(" ,").startswith("when"):
        # "since January 2017, when a jet bombed": the month itself
        bare = best.phrase.text.split(" ", 1)[-1]
        return interpret(bare, published), "date"
    return best.phrase, best.kind


def _said_day(clause: Clause, sentence: Sentence, said: Sequence[Statement]) -> DatePhrase | None:
    """The day on which somebody spoke of it: the incident was then or before."""
    words = clause.words
    for s in said:
        a, b = words[s.first].start, words[min(s.last, len(words)) - 1].end
        for m in sentence.dates:
            if m.kind == "date" and a <= m.start < b and m.phrase.date_prec == 1 and m.phrase.end is not None and not m.future:
                return m.phrase
    return None


def _night_of_report(  # type: ignore[no-untyped-def]
    sentence: Sentence, masked: Sequence[tuple[int, int]]
):
    """ "said on Wednesday that artillery had shelled the town overnight": the night before."""
    hours = [m for m in sentence.dates if m.kind == "time" and not any(a <= m.start < b for a, b in masked)]
    days = [m for m in sentence.dates if m.kind == "date" and m.phrase.date_prec == 1 and any(a <= m.start < b for a, b in masked)]
    if not hours or not days or days[0].phrase.end is None:
        return None, ""
    day = days[0].phrase.end
    before = day - dt.timedelta(days=1)
    phrase = DatePhrase(
        hours[0].phrase.text, f"{before.isoformat()}/{day.isoformat()}", before, day, date_prec=2,
        time_of_day=hours[0].phrase.time_of_day,
    )  # fmt: skip
    return phrase, "relative"


def _in_own_phrase(clause: Clause, main: Frame, m: DateMention) -> bool:
    index = clause.phrase_of[main.first]
    if index < 0:
        return False
    phrase = clause.phrases[index]
    return clause.words[phrase.first].start <= m.start < clause.words[main.first].start


def _place(
    clause: Clause, found: Sequence[Whereabouts], group: _Group, main: Frame, said: Sequence[Statement], low: int, high: int
) -> tuple[Whereabouts | None, list[Whereabouts]]:
    words = clause.words
    best: Whereabouts | None = None
    best_score = -99.0
    kept: list[Whereabouts] = []
    objects = {k for f in group.frames for o in f.objects if o >= 0 for k in range(clause.phrases[o].first, clause.phrases[o].last)}
    subjects = {k for f in group.frames for o in f.subjects if o >= 0 for k in range(clause.phrases[o].first, clause.phrases[o].last)}
    begin = _own_clause(clause, group, low)
    for w in found:
        if any(s.first <= w.first < s.last for s in said):
            continue
        if any(f.origin[0] <= w.first < f.origin[1] for f in group.frames):
            continue
        inside = low <= w.first < high
        distance = min(abs(w.first - main.last), abs(main.first - w.last))
        score = 1.6 * w.rank - 0.12 * distance
        if not inside:
            score -= 14
        elif w.first < begin:
            score -= 14
        prep = w.preposition
        in_object = w.first in objects
        if prep in {"in", "at", "near", "on", "outside", "over", "around", "off", "along", "between", "inside", "across", "throughout", "within", "of", "into", "where"}:
            score += 2
        elif prep in {"from", "since", "than", "with", "by", "for", "against" if not in_object else ""}:
            score -= 5
        elif prep in {"to", "towards", "toward", "via"}:
            score -= 2.5
        if in_object:
            score += 2
        if w.first in subjects and w.first > 0 and prep not in {"in", "at", "near", "outside", "on"}:
            score -= 4
        if prep == "" and not in_object and w.first not in subjects:
            score -= 1.0
        if prep == "" and w.last < len(words) and words[w.last].tag in "vxm" and not in_object:
            score -= 5  # "Iran has devised": a party, not a place
        if w.first > 0 and words[w.first - 1].low in {"based", "headquartered"} or (w.first > 1 and words[w.first - 2].low in {"based", "born", "raised", "trained", "headquartered", "living"}):
            score -= 6
        if inside and score > -1:
            kept.append(w)
        if score > best_score:
            best, best_score = w, score
    if best is not None and best_score < 0.3:
        best = None
    if best is not None and best not in kept:
        kept.insert(0, best)
    return best, kept


def _own_clause(clause: Clause, group: _Group, low: int) -> int:
    """Where the clause of the first frame begins: "was on its way to X when fighters opened"."""
    words = clause.words
    for k in range(group.first - 1, low, -1):
        if words[k].low in {"when", "while", "whereupon", "after", "as"} and words[k].tag == "s":
            return k
        if words[k].tag == ";":
            return k
    return low


def _set_places(
    draft: Draft, text: str, clause: Clause, place: Whereabouts | None, places: Sequence[Whereabouts]
) -> None:
    if place is None:
        return
    draft.place = mention_of(text, clause, place)
    draft.place_rank = place.rank
    draft.places = [mention_of(text, clause, w) for w in places]
    draft.settled = place.rank >= 4.7
    for m in place.mentions:
        if m.place is not None:
            draft.place_ids.add(m.place.place_id)
            if m.place.admin1:
                draft.units.add(m.place.admin1)
            if m.place.feature_class is FeatureClass.ADMIN1:
                draft.units.add(m.place.place_id)
            if m.place.country_code:
                draft.countries.add(m.place.country_code)
    draft.place_words = _name_words(draft.place.text)


_PLACE_DULL = frozenset(
    "the of in near at and town city village district province region state area border north south east west northern southern eastern western central outskirts "
    "governorate department base bases air airport km miles territory neighborhood neighbourhood".split()
)


def _name_words(text: str) -> set[str]:
    """The last proper word of the innermost name: what a second telling repeats."""
    inner = text.split(",")[0].split(" in ")[0]
    return {w for w in re.findall(r"[^\W\d_]+", inner.casefold()) if w not in _PLACE_DULL and len(w) > 3}


def mention_of(text: str, clause: Clause, w: Whereabouts) -> PlaceMention:
    """The phrase as said, with what the recogniser knew of it."""
    start, end = clause.words[w.first].start, clause.words[w.last - 1].end
    while end > start and text[end - 1] in "'’":
        end -= 1
    if clause.words[w.last - 1].possessive and text[start:end].endswith(("'s", "’s")):
        end -= 2
    known = [m for m in w.mentions if m.place is not None]
    place = known[0].place if known and not w.unknown else None
    code = next((m.place.country_code for m in known if m.place and m.place.country_code), None)
    country = next((m.place.name for m in known if m.place and m.place.feature_class is FeatureClass.COUNTRY), None)
    admin1 = next((m.place.name for m in known if m.place and m.place.feature_class is FeatureClass.ADMIN1), None)
    if admin1 is None and known:
        admin1 = known[0].place.admin1 if known[0].place else None
    return PlaceMention(
        text=text[start:end], start=start, end=end, name=place.name if place else None,
        country=country, country_code=code, admin1=admin1,
    )  # fmt: skip


# --- Who, whom, with what -------------------------------------------------------------


def _actors(
    text: str, clause: Clause, group: _Group, main: Frame, said: Sequence[Statement], states: list[int],
    mentions: Sequence[Mention], lex: Lexicon, reading: Reading,
) -> list[Actor]:
    out: list[Actor] = []
    phrases = clause.phrases
    frames = sorted(group.frames, key=lambda f: (f is not main, f.first))
    seen: set[int] = set()
    for frame in frames:
        if frame.generic or frame.entry.lemma in {"die", "perish", "dead", "disappear", "lose"}:
            continue
        sides = list(frame.subjects)
        if frame.entry.kind == "armed_clash":
            sides += frame.objects
        for index in sides:
            if index in seen:
                continue
            seen.add(index)
            if index < 0:
                actor = _modifier_actor(text, clause, ~index, frame, states, mentions, lex)
            elif not is_actor(clause, phrases[index], lex, states):
                actor = None
                head = clause.words[phrases[index].head]
                if head.tag == "r" and head.low in {"they", "he", "it", "who", "she"} and reading.actors and frame.voice == "active":
                    actor = reading.actors[-1]
                else:
                    actor = _modifier_actor(text, clause, index, frame, states, mentions, lex)
                    if actor is None and index + 1 < len(phrases):
                        owner = phrases[index + 1]
                        before = owner.preposition
                        if before == phrases[index].last and clause.words[before].low in {"of", "from", "belonging"} and is_actor(clause, owner, lex, states):
                            actor = _actor(text, clause, index + 1, states, mentions, lex, reading)
            else:
                actor = _actor(text, clause, index, states, mentions, lex, reading)
            if actor is not None and all(a.name.casefold() != actor.name.casefold() for a in out):
                out.append(actor)
        if out and frame is main and main.entry.kind != "armed_clash":
            break
    for s in said:
        if s.blamed >= 0 and s.blamed < len(phrases) and is_actor(clause, phrases[s.blamed], lex, states):
            actor = _actor(text, clause, s.blamed, states, mentions, lex, reading)
            if all(a.name != actor.name for a in out):
                out.append(actor)
    return out


def _actor(
    text: str, clause: Clause, index: int, states: list[int], mentions: Sequence[Mention], lex: Lexicon, reading: Reading
) -> Actor:
    phrase = clause.phrases[index]
    name = phrase_text(clause, text, phrase)
    opening = clause.words[phrase.first].low
    head = clause.words[phrase.head].low
    if opening in {"its", "his", "their", "our"} and head in _OWN and reading.speaker:
        lows = reading.speaker.casefold().replace("’", "'").split()
        code = next((str(v[0]) for i in range(len(lows)) for n, v in [lex.institutions.at(lows, i)] if n), None)
        return Actor(reading.speaker, "force", code)
    if name.casefold() in {"group", "movement", "organisation", "organization"} and opening in {"the", "this"}:
        for known in reversed(reading.actors):
            if known.kind == "group" and known.name[:1].isupper():
                return known
    if opening in {"those", "these", "the", "this"} and " " not in name:
        for known in reversed(reading.actors):
            if known.name.casefold().endswith(" " + name.casefold()):
                return known
    kind = actor_kind(clause, phrase, lex, states)
    return Actor(name, kind, _country_of(clause, phrase.first, phrase.last, mentions, lex))


_OWN = frozenset("forces troops army military warplanes fighters units soldiers men air navy".split())


def _country_of(
    clause: Clause, first: int, last: int, mentions: Sequence[Mention], lex: Lexicon
) -> str | None:
    words = clause.words
    a, b = words[first].start, words[last - 1].end
    lows = clause.lows[first:last]
    for i in range(len(lows)):
        length, values = lex.institutions.at(lows, i)
        if length:
            return str(values[0])
    for m in mentions:
        if a <= m.start < b and m.place is not None and m.place.country_code and not text_backed(clause, m):
            return m.place.country_code
    return None


def text_backed(clause: Clause, m: Mention) -> bool:
    """ "Iran-backed militias" are not Iran."""
    for k, w in enumerate(clause.words):
        if w.start >= m.end:
            return w.tag == "-" and k + 1 < len(clause.words) and clause.words[k + 1].low in {"backed", "linked", "aligned", "led", "supported", "trained", "sponsored", "made", "flagged"}
    return False


def _modifier_actor(
    text: str, clause: Clause, index: int, frame: Frame, states: list[int], mentions: Sequence[Mention], lex: Lexicon
) -> Actor | None:
    """The party in front of the trigger: "Israeli air strikes", "a Houthi attack"."""
    phrase = clause.phrases[index]
    words = clause.words
    last = min(frame.first, phrase.last) if phrase.first <= frame.first < phrase.last else phrase.head
    spans: list[tuple[int, int, str, str | None]] = []
    k = phrase.first
    lows = clause.lows[phrase.first : last]
    while k < last:
        length, values = lex.groups.at(lows, k - phrase.first)
        if length:
            return Actor(clause.text(text, k, k + length).removesuffix("'s").removesuffix("’s"), "group")
        if words[k].low in lex.armed and weapon_word(words[k].low, lex) is None and words[k].low not in {"drone", "blast", "strike"}:
            start = k
            while start > phrase.first and words[start - 1].tag in "nj-" and words[start - 1].low not in {"recent"}:
                start -= 1
            return Actor(clause.text(text, start, k + 1).removesuffix("'s").removesuffix("’s"), lex.actors.get(words[k].low, "force"), _country_of(clause, start, k + 1, mentions, lex))
        if k in states:
            end = k
            while end + 1 < last and (end + 1) in states:
                end += 1
            if end + 1 < len(words) and words[end + 1].tag == "-":
                k = end + 1
                continue
            code = _country_of(clause, k, end + 1, mentions, lex)
            spans.append((k, end + 1, "state", code))
            k = end
        elif words[k].possessive and words[k].text[:1].isupper() and words[k].low not in {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"}:
            spans.append((k, k + 1, "unknown", None))
        k += 1
    if not spans:
        return None
    first, end, kind, code = spans[0]
    name = clause.text(text, first, end)
    for tail in ("'s", "’s", "'", "’"):
        name = name.removesuffix(tail)
    return Actor(name, kind, code)


def weapon_word(low: str, lex: Lexicon) -> object | None:
    length, values = lex.weapons.at([low], 0)
    return values[0] if length else None


_NO_TARGET = frozenset(
    "attack attacks strike strikes responsibility scene fire damage operation toll statement people's casualties injuries incident death deaths number least victims part night day way use control one area province region district hours "
    "power series majority rest rate reports what it them him others another more anything something everything time others".split()
)


def _targets(
    text: str, clause: Clause, group: _Group, main: Frame, toll: Casualties, lex: Lexicon, states: list[int]
) -> list[tuple[str, str]]:
    phrases, words = clause.phrases, clause.words
    out: list[tuple[str, str]] = []
    indices: list[int] = []
    for frame in sorted(group.frames, key=lambda f: (f is not main, f.first)):
        if frame.generic and frame.entry.pos == "v":
            continue
        if frame.entry.lemma in _THROW and frame.entry.pos == "v":
            indices += _thrown_at(clause, frame)
            continue
        if frame.entry.kind == "armed_clash" and frame is main:
            continue
        if frame.entry.lemma in {"die", "perish"}:
            indices += [s for s in frame.subjects if s >= 0]
            continue
        indices += [o for o in frame.objects if o >= 0]
    for index in dict.fromkeys(indices + toll.victims):
        phrase = phrases[index]
        head = words[phrase.head]
        if head.tag in "rqd" or head.low in _NO_TARGET or weapon_at(clause, phrase, lex) is not None and head.low not in {"tank", "tanks", "helicopter", "helicopters", "aircraft", "plane"}:
            continue
        name = phrase_text(clause, text, phrase, owner=True)
        more = _including(text, clause, phrase.last)
        kind = target_kind(clause, phrase, lex)
        if kind == "unknown" and head.low in {"village", "town", "city"}:
            kind = "civilian"
        if name and all(name.casefold() != t.casefold() for t, _ in out):
            out.append((name, kind))
            if more:
                out.append((more, kind))
    fuller = [t for t in out if t[0].casefold() not in _EMPTY]
    return fuller or out


def _including(text: str, clause: Clause, last: int) -> str:
    """ "bases - including those used by the CIA": the part that is named apart."""
    words, of = clause.words, clause.phrase_of
    for k in range(last, min(len(words) - 4, last + 3)):
        if words[k].low == "including" and words[k + 1].low in {"those", "some", "one"} and words[k + 2].tag in "vj" and words[k + 3].low == "by":
            if of[k + 4] < 0:
                return ""
            ids = find_objects(clause, of[k + 4])
            return " ".join(text[words[k + 1].start : words[clause.phrases[ids[-1]].last - 1].end].split())
        if words[k].tag not in ";,a":
            return ""
    return ""


def _thrown_at(clause: Clause, frame: Frame) -> list[int]:
    """ "fired missiles at a convoy", "dropped bombs on the town": what comes after "at"."""
    for k, phrase in enumerate(clause.phrases):
        if phrase.first < frame.last:
            continue
        if phrase.first - frame.last > 10:
            break
        if phrase.preposition >= 0 and clause.words[phrase.preposition].low in {"at", "on", "into", "against", "onto"} and not is_time(clause, phrase):
            return [k]
    return []


def _weapons(text: str, clause: Clause, group: _Group, low: int, high: int, lex: Lexicon) -> list[str]:
    out: list[str] = []
    objects = {k for f in group.frames if f.entry.lemma not in _THROW for o in f.objects if o >= 0 for k in range(clause.phrases[o].first, clause.phrases[o].last)}
    for first, last, weapon in weapons_in(clause, low, high, lex):
        if first in objects and weapon.kind not in {"bombing", "grenade"}:
            continue
        nxt = clause.words[last] if last < len(clause.words) else None
        if nxt is not None and nxt.tag == "n" and nxt.low in {"storage", "depot", "depots", "facilities", "facility", "factory", "cache", "dump", "warehouse", "site", "sites", "commander"}:
            continue
        index = clause.phrase_of[first]
        start = first
        if index >= 0:
            start = clause.phrases[index].first
            while start < first and (clause.words[start].tag in "dq-s" or clause.words[start].low in {"more", "other", "several", "few"} or clause.words[start].possessive or clause.words[start].low in lex.actors):
                start += 1
        name = " ".join(text[clause.words[start].start : clause.words[last - 1].end].split())
        if len(name) > 60:
            name = clause.text(text, first, last)
        if all(name.casefold() != w.casefold() for w in out):
            out.append(name)
    return out


def _count(clause: Clause, group: _Group, main: Frame, lex: Lexicon) -> Number | None:
    words = clause.words
    for k in range(len(words)):
        if words[k].low == "times" and k and words[k - 1].tag in "qa" and not (k + 1 < len(words) and words[k + 1].low in {"more", "larger", "higher", "as", "the", "square"}):
            number = read_number(clause, max(0, k - 4), k, lex)
            if number:
                return number
        if words[k].low == "twice" and group.frames and abs(k - main.first) < 20:
            return Number(2, 2)
    if main.count is not None and main.entry.role != "effect" and main.entry.kind not in {"grenade", "landmine"}:
        return main.count
    for frame in group.frames:
        if frame.entry.role in {"event", "weapon"} and frame.count is not None and frame.entry.lemma not in {"explosives"}:
            if frame.entry.role == "weapon" and main.entry.lemma in _THROW:
                continue
            if frame.entry.role == "weapon" and frame.entry.kind not in {"car_bombing", "ied", "bombing", "suicide_bombing"}:
                continue
            return frame.count
    return None


# --- Is it one at all -----------------------------------------------------------------


def _stance(
    clause: Clause, draft: Draft, group: _Group, main: Frame, lex: Lexicon, reading: Reading
) -> None:
    words = clause.words
    events = [f for f in group.frames if f.entry.role == "event" and f.entry.sure >= 2 or f.entry.role == "weapon"]
    definite = [o for f in group.frames for o in (*f.subjects, *f.objects) if o >= 0 and words[clause.phrases[o].first].low in {"the", "both", "those", "these"}]
    if not draft.date and any(weapon_at(clause, clause.phrases[o], lex) is not None and words[clause.phrases[o].head].low in reading.targets for o in definite):
        draft.anaphor = True  # "the missiles": those told of before
    armed = any(a.kind != "unknown" for a in draft.actors) or bool(draft.weapons)
    told = bool(draft.date or draft.place or armed) and main.entry.pos == "v" and main.finite
    told = told and main.entry.lemma not in {"die", "perish", "disappear", "lose their lives", "lose his life", "lose her life"}
    told = told and (main.entry.lemma != "damage" or armed)
    if main.entry.role == "effect" and told:
        events.append(main)  # "131 civilians were killed by the M23 in"
        if draft.kind == "other":
            draft.kind = "armed_attack"
    draft.bare = draft.bare or not events and not any(f.entry.sure >= 1 and f.entry.role == "event" and f.finite for f in group.frames)
    nominal = main.entry.pos == "n"
    if not nominal and draft.kind in GENERAL and not (draft.date or draft.place):
        # "the facilities struck": what was hit is known from before
        heads = [words[clause.phrases[o].head].low for o in main.objects if o >= 0 and words[clause.phrases[o].first].low == "the"]
        if any(head in reading.targets for head in heads):
            draft.bare = True
    if main.entry.lemma in {"body", "bodies", "corpse", "mass grave"} and main.verb >= 0 and words[main.verb].lemma in {"find", "discover", "recover", "unearth", "dump", "exhume"}:
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
    if any(w.low in {"another", "separate", "separately", "elsewhere", "meanwhile"} for w in words[max(0, main.first - 6) : main.first] + words[:3]):
        draft.fresh = not draft.anaphor
    if nominal and any(words[k].low in {"second", "third", "fourth", "similar"} for k in range(max(0, main.first - 3), main.first)) and not main.definite:
        draft.fresh = True
    opening = [w.low for w in words[:3]]
    if opening[:1] == ["the"] and opening[1:2] and opening[1] in {"victims", "dead", "survivors", "bodies", "wounded"}:
        draft.anaphor = True
    adds = bool(draft.date or draft.place or draft.dead or draft.hurt or draft.count or draft.claimed)
    adds = adds or bool(draft.weapons and not draft.anaphor)
    reading.targets |= {words[clause.phrases[o].head].low for f in group.frames for o in (*f.objects, *f.subjects) if o >= 0}
    draft.quiet = (main.copula and draft.anaphor) or (draft.anaphor and not adds and not (draft.actors and draft.targets)) or (main.entry.role != "event" and not adds and not draft.targets)
