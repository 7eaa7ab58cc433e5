"""The frame around a trigger: active, passive, nominal or bare."""

from __future__ import annotations

import dataclasses

from geo.clauses import Clause, Phrase
from geo.events.around import (
    TIME,
    by_agents,
    carriers,
    find_objects,
    from_agents,
    helpers,
    is_time,
    left_subject,
    origin,
    phrase_before,
    right_objects,
)
from geo.events.model import Frame
from geo.events.numbers import Number, read_number
from geo.events.stages import governed_stage, is_background, modal_stage
from geo.words import Entry, Lexicon, word_set

__all__ = ["MAX_FRAMES", "find_frames"]


MAX_FRAMES = 40
"""Triggers read in one sentence; one with more is a list without end or bait."""


def find_frames(clause: Clause, lex: Lexicon) -> list[Frame]:
    """Every trigger of the clause with its frame, in text order."""
    frames: list[Frame] = []
    lows, words = clause.lows, clause.words
    i, n = 0, len(words)
    while i < n and len(frames) < MAX_FRAMES:
        if lows[i] not in lex.trigger_words:
            i += 1
            continue
        length, entries = _match(clause, i, lex)
        if not entries:
            i += 1
            continue
        frame = _frame(clause, i, i + length, entries, lex)
        if frame is not None:
            frames.append(frame)
        i += length
    return frames


def _match(clause: Clause, i: int, lex: Lexicon) -> tuple[int, list[Entry]]:
    """The longest trigger at `i`, looking through hyphens ("drive-by", "air-strike")."""
    lows, words = clause.lows, clause.words
    window = [lows[i]]
    spans = [i]
    j = i + 1
    while j < len(words) and len(window) < lex.triggers.longest:
        if words[j].tag == "-":
            j += 1
            continue
        if words[j].tag in ',;.()"':
            break
        window.append(lows[j])
        spans.append(j)
        j += 1
    length, values = lex.triggers.at(window, 0)
    if not length:
        return 0, []
    return spans[length - 1] + 1 - i, [v for v in values if isinstance(v, Entry)]


def _frame(
    clause: Clause, first: int, last: int, entries: list[Entry], lex: Lexicon
) -> Frame | None:
    words = clause.words
    tag = words[first].tag
    if (
        words[first].low == "fire"
        and first
        and words[first - 1].low in {"caught", "catch", "catches", "catching", "on"}
    ):
        return None
    if (
        last < len(words)
        and words[first].low in {"tank", "tanks"}
        and first
        and words[first - 1].low in {"oil", "fuel", "water", "gas", "storage", "septic"}
    ):
        return None
    verbal = tag in "vgbj"
    wanted = [e for e in entries if e.pos == ("v" if verbal else "n")]
    if not wanted and verbal:
        wanted = [e for e in entries if e.pos == "n" and e.lemma not in {"strike"}]
        verbal = False
    if not wanted:
        if all(e.pos == "v" for e in entries) and last - first == 1:
            return None
        wanted = entries
        verbal = wanted[0].pos == "v"
    entry = max(wanted, key=lambda e: (e.sure, e.role == "event"))
    if tag == "j" and verbal and entry.role != "effect":
        verbal = verbal and entry.sure >= 2
        if entry.lemma in {
            "target",
            "occupy",
            "guide",
            "seize",
            "capture",
            "fire",
            "place",
            "plant",
            "destroy",
        }:
            return None
    frame = Frame(entry, first, last)
    if verbal:
        _verbal(clause, frame, lex)
        if entry.lemma == "take" and entry.kind == "territory_change":
            return _taking(clause, frame, lex)
        if entry.lemma in _COMING_DOWN and not _weapon_lands(clause, frame, lex):
            return None
        if entry.lemma in {"land in", "land on", "land near"} and any(
            words[clause.phrases[s].head].low in _AIRCRAFT for s in frame.subjects if s >= 0
        ):
            return None  # "a helicopter landed in"
        if entry.lemma == "fall to" and not _armed(clause, frame.subjects, lex):
            return None
    else:
        _nominal(clause, frame, lex)
    return frame


_COMING_DOWN = frozenset({"land", "come down", "tear through", "rip through"})


def _weapon_lands(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """ "Shells landed across the border": only what is fired or goes off."""
    words = clause.words
    for s in frame.subjects:
        phrase = clause.phrases[s if s >= 0 else ~s]
        lows = clause.lows[phrase.first : phrase.last]
        if any(lex.weapons.at(lows, i)[0] for i in range(len(lows))) and (
            frame.entry.lemma != "land" or words[phrase.head].low not in _AIRCRAFT
        ):
            return True
        if words[phrase.head].low in {"explosion", "explosions", "blast", "blasts", "fire"}:
            return True
    return False


_AIRCRAFT = word_set(
    "aircraft helicopter helicopters plane planes jet jets gunship gunships airplane warplane"
)


def _armed(clause: Clause, indices: list[int], lex: Lexicon) -> bool:
    """Whether one of the phrases names an armed party."""
    for index in indices:
        phrase = clause.phrases[index if index >= 0 else ~index]
        lows = clause.lows[phrase.first : phrase.last]
        if any(low in lex.armed or lex.groups.at(lows, i)[0] for i, low in enumerate(lows)):
            return True
    return False


_SEATS = word_set(
    "city cities town towns village villages capital palace base bases airport airfield post "
    "outpost hill heights bridge barracks garrison district province island control "
    "headquarters neighbourhood neighborhood quarter crossing port territory positions"
)


def _taking(clause: Clause, frame: Frame, lex: Lexicon) -> Frame | None:
    """ "took" takes a place or a hostage, or tells nothing: "were taken to hospital"."""
    words = clause.words
    ahead = [w.low for w in words[frame.last : frame.last + 12]]
    if frame.voice == "active" and {"hostage", "hostages", "captive", "captives"} & set(ahead):
        _, values = lex.triggers.at(["took", "hostage"], 0)
        entries = [v for v in values if isinstance(v, Entry)]
        if entries and _armed(clause, frame.subjects, lex):
            frame.entry = entries[0]
            return frame
    things = [clause.phrases[o] for o in frame.objects if o >= 0]
    heads = [words[p.head] for p in things]
    if any(words[p.head].low in lex.people or words[p.first].tag == "q" for p in things):
        return None
    seat = any(low in _SEATS for p in things for low in clause.lows[p.first : p.last])
    named = any(h.text[:1].isupper() and h.low not in TIME for h in heads)
    pronoun = any(
        s >= 0 and words[clause.phrases[s].head].low in {"they", "it", "who"}
        for s in frame.subjects
    )
    if not (seat or named) or not (pronoun or _armed(clause, frame.subjects, lex)):
        return None
    frame.entry = dataclasses.replace(frame.entry, sure=2)
    return frame


_MODAL = frozenset({"may", "might", "should", "must", "can"})


def _verbal(clause: Clause, frame: Frame, lex: Lexicon) -> None:
    words, of = clause.words, clause.phrase_of
    i = frame.first
    w = words[i]
    form = frame.entry.form
    frame.verb = i
    helper, modal, negated, perfect, be = helpers(clause, i)
    frame.negated = negated
    frame.perfect = perfect
    if w.tag == "b":
        frame.stage = modal_stage(clause, i, modal, lex)
        if frame.stage == "purpose":
            frame.stage, frame.generic = "planned", True
        frame.finite = modal != ""
    elif w.tag == "g":
        frame.finite = be
    elif w.tag == "j":
        frame.generic = True
    else:
        frame.finite = True
    unreal = modal in {"could", "would"} or (modal in _MODAL and not perfect)
    if unreal and w.tag == "v":
        frame.stage = "planned"
    passive = be and (w.tag == "v" or (w.tag == "j" and form == "participle"))
    lemma = frame.entry.lemma
    if lemma in _SUFFERED:
        frame.voice = "passive"  # "came under fire": the subject is the target
        frame.finite = w.tag == "v"
        frame.objects, frame.relative = left_subject(clause, helper if helper >= 0 else i, lex)
        frame.subjects = by_agents(clause, frame.last, lex) or from_agents(clause, frame.last)
        if lemma == "fall to":
            frame.subjects = right_objects(clause, frame.last, lex)
        frame.carriers = carriers(clause, frame.last)
        return
    intransitive = lemma in {
        "explode",
        "go off",
        "clash",
        "die",
        "skirmish",
        "detonate",
        "perish",
        "disappear",
        "lose their lives",
        "lose his life",
        "lose her life",
    }
    if w.tag == "v" and not be and not perfect and not intransitive and helper < 0:
        passive = _reduced_passive(clause, i, frame, lex)
    subject_at = helper if helper >= 0 else i
    if passive:
        frame.voice = "passive"
        frame.objects, frame.relative = left_subject(clause, subject_at, lex)
        if helper < 0 and not frame.objects:
            before = phrase_before(clause, i)
            frame.objects = [before] if before >= 0 else []
        if helper < 0:
            before = of[i - 1] if i else -1
            if before >= 0:
                frame.objects = [before]
                frame.relative = True
        frame.subjects = by_agents(clause, frame.last, lex)
    elif intransitive:
        frame.voice = "middle"
        frame.subjects, frame.relative = left_subject(clause, subject_at, lex)
        if lemma in {"clash", "skirmish"}:
            frame.voice = "active"
            frame.objects = right_objects(
                clause, frame.last, lex, prepositions=frozenset({"with", "against"})
            )
    else:
        frame.voice = "active"
        if w.tag == "g":
            frame.subjects = []
            if be:
                frame.subjects, frame.relative = left_subject(clause, subject_at, lex)
            elif frame.last < len(words) and words[frame.last].low == "by":
                frame.subjects = by_agents(clause, frame.last, lex)  # "shelling by the army hit"
        else:
            frame.subjects, frame.relative = left_subject(clause, subject_at, lex)
        to = frozenset({"at", "on", "into", "upon", "against", "towards"})
        frame.objects = right_objects(clause, frame.last, lex, prepositions=to)
    if (
        frame.voice == "active"
        and frame.objects
        and words[clause.phrases[frame.objects[0]].head].low in {"him", "her", "them"}
    ):
        heads = {words[clause.phrases[s].head].low for s in frame.subjects if s >= 0}
        if heads & _GUARDS:
            frame.generic = True  # "before police shot him": the end of it, not another one
    frame.carriers = carriers(clause, frame.last)
    if lemma in {"launch", "fire"}:
        frame.origin = origin(clause, frame.last)
    frame.background = is_background(clause, i, lex)
    if frame.stage == "occurred":
        frame.stage = governed_stage(clause, i if helper < 0 else helper, lex)
    if w.tag == "v" and form in {"third", "base"} and not be and frame.entry.sure < 3:
        # the present tense tells a habit, except in headlines
        frame.generic = frame.relative


_SUFFERED = frozenset(
    {
        "come under fire",
        "come under attack",
        "come under sniper fire",
        "come under heavy fire",
        "come under mortar fire",
        "come under artillery fire",
        "come under gunfire",
        "take fire",
        "take a direct hit",
        "fall to",
    }
)


_GUARDS = word_set(
    "police officers officer guards guard soldiers troops forces policemen gendarmes "
    "commandos agents"
)


def _reduced_passive(clause: Clause, i: int, frame: Frame, lex: Lexicon) -> bool:
    """Whether a bare participle is passive: "killed in", "facilities struck were"."""
    words, of = clause.words, clause.phrase_of
    n = len(words)
    k = frame.last
    nxt = words[k] if k < n else None
    if nxt is not None and nxt.low == "by":
        return True
    if i == 0:
        return False
    before = of[i - 1]
    if before < 0:
        return (
            words[i - 1].tag in ",("
            and nxt is not None
            and nxt.low in {"in", "on", "near", "during", "when"}
            and frame.entry.lemma in {"kill", "wound", "injure", "kidnap", "abduct", "murder"}
        )
    if nxt is not None and nxt.tag in "xm":
        return True
    head = words[clause.phrases[before].head].low
    if (
        nxt is not None and nxt.low == "at" and nxt.tag == "q"
    ) or frame.entry.lemma not in _DONE_TO:
        return False
    if (
        nxt is None
        or nxt.tag in ".,;)"
        or nxt.low
        in {
            "in",
            "when",
            "during",
            "after",
            "near",
            "on",
            "at",
            "and",
            "since",
            "last",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "yesterday",
            "today",
            "tonight",
            "overnight",
            "again",
        }
    ):
        if (
            frame.entry.lemma in {"fire", "launch", "attack", "land in", "fall on", "strike", "hit"}
            and nxt is not None
            and nxt.low in {"on", "at"}
        ):
            return False
        return (
            head in lex.people
            or words[clause.phrases[before].first].tag == "q"
            or head in {"dead", "more"}
            or head in _BUILDINGS
        )
    return False


# Verbs whose bare participle after a noun is passive: "two people shot in".
_DONE_TO = word_set(
    "kill wound injure kidnap abduct murder shoot hit strike attack target behead "
    "execute assassinate massacre burn destroy damage torch bomb shell ambush stab lynch "
    "slaughter hurt seize capture hijack loot raid storm torture rape abduct bombard "
    "level blow"
) | {
    "gun down",
    "shoot dead",
    "blow up",
    "take hostage",
    "shoot down",
    "set on fire",
    "set ablaze",
    "burn down",
}


_BUILDINGS = word_set(
    "hospital clinic school market village camp church mosque house houses home homes base "
    "airport checkpoint station convoy bus ship tanker vessel embassy building depot"
)


_OCCUR = word_set("leave cause see suffer survive witness repel repulse use claim")


_CHANNELS = word_set("television tv radio telegram twitter facebook x air channel website")


_ON = frozenset({"on", "against", "at", "targeting", "upon", "into"})


def _nominal(clause: Clause, frame: Frame, lex: Lexicon) -> None:
    words, of = clause.words, clause.phrase_of
    i, last = frame.first, frame.last
    n = len(words)
    index = of[last - 1]
    frame.plural = frame.entry.form == "plural"
    if index < 0:
        frame.generic = words[i].tag not in "n"
        frame.stage = governed_stage(clause, i, lex)
        return
    phrase = clause.phrases[index]
    opening = words[phrase.first]
    frame.definite = opening.low in {
        "the",
        "this",
        "that",
        "these",
        "those",
        "its",
        "their",
        "his",
        "her",
    }
    frame.count = read_number(clause, phrase.first, i, lex)
    if phrase.preposition >= 0 and words[phrase.preposition].low == "of" and phrase.preposition > 0:
        outer = of[phrase.preposition - 1]
        if outer >= 0:
            word = words[clause.phrases[outer].head].low
            if word in {
                "series",
                "wave",
                "string",
                "spate",
                "dozens",
                "number",
                "couple",
                "pair",
                "barrage",
                "handful",
                "scores",
                "hundreds",
            }:
                frame.count = (
                    frame.count
                    or read_number(clause, clause.phrases[outer].first, phrase.preposition + 1, lex)
                    or Number(2, None)
                )
            elif (
                word
                in {
                    "risk",
                    "threat",
                    "fear",
                    "danger",
                    "possibility",
                    "use",
                    "kind",
                    "type",
                    "victim",
                    "victims",
                    "scene",
                    "anniversary",
                    "means",
                    "wing",
                    "campaign",
                }
                or words[clause.phrases[outer].head].possessive
            ):
                frame.generic = word in {
                    "risk",
                    "threat",
                    "fear",
                    "danger",
                    "possibility",
                    "kind",
                    "type",
                    "means",
                    "wing",
                }
    if index >= 0 and phrase.head >= last and words[phrase.head].low not in lex.trigger_words:
        # the trigger only modifies another noun: "attack helicopter", "murder case"
        head = words[phrase.head].low
        if (
            head not in lex.people
            and head
            not in {"attempt", "wave", "series", "site", "scene", "operation", "spree", "campaign"}
        ) or (frame.entry.role == "event" and head in lex.people):
            frame.generic = True
    if any(words[k].low in {"no", "without"} for k in range(phrase.first, i)) or (
        phrase.preposition >= 0 and words[phrase.preposition].low in {"without", "despite"}
    ):
        frame.negated = (
            words[phrase.preposition].low != "despite" if phrase.preposition >= 0 else True
        )
    # who: a modifier of the noun, a possessive, or "by"
    if i > phrase.first:
        modifier = _modifier(clause, phrase.first, i, lex)
        if modifier:
            frame.subjects = [~index]  # the words before the trigger, inside its own phrase
    after = phrase.last
    frame.subjects = by_agents(clause, after, lex) or frame.subjects
    k = after
    steps = 0
    while k < n and steps < 14:
        w = words[k]
        if w.tag in ";s" or (w.tag in "vxm"):
            break
        if w.low in _ON and k + 1 < n:
            nxt = k + 1
            while nxt < n and words[nxt].tag in 'a"':
                nxt += 1
            if (
                nxt < n
                and of[nxt] >= 0
                and not is_time(clause, clause.phrases[of[nxt]])
                and words[clause.phrases[of[nxt]].head].low not in _CHANNELS
            ):
                frame.objects = find_objects(clause, of[nxt])
                break
        if (
            w.low == "of"
            and k == after
            and of[k + 1 if k + 1 < n else k] >= 0
            and frame.entry.lemma not in {"number"}
        ):
            frame.objects = find_objects(clause, of[k + 1])
            break
        if w.low in {"between"} and k + 1 < n and of[k + 1] >= 0:
            frame.subjects = find_objects(clause, of[k + 1])
            break
        if w.low == "with" and frame.entry.kind == "armed_clash" and k + 1 < n and of[k + 1] >= 0:
            frame.objects = find_objects(clause, of[k + 1])
            break
        k += 1
        steps += 1
    if not frame.subjects and frame.entry.kind == "armed_clash":
        for k in range(after, min(n - 1, after + 16)):
            if words[k].tag in ";s":
                break
            if (
                words[k].low == "between"
                and of[k + 1] >= 0
                and not is_time(clause, clause.phrases[of[k + 1]])
            ):
                frame.subjects = find_objects(clause, of[k + 1])  # "fighting resumed between"
                break
    frame.carriers = carriers(clause, after)
    # the verb that carries it
    verb, side = _carrying_verb(clause, phrase, lex)
    frame.verb = verb
    if side == "copula":
        frame.copula = True
        frame.verb = -1
        frame.finite = True
    elif verb >= 0:
        helper, modal, negated, perfect, be = helpers(clause, verb)
        lemma = words[verb].lemma
        frame.finite = words[verb].tag == "v"
        frame.negated = frame.negated or negated
        frame.perfect = perfect
        start = helper if helper >= 0 else verb
        if words[verb].tag == "b":
            frame.stage = modal_stage(clause, verb, modal, lex)
            if frame.stage == "purpose":
                frame.stage, frame.generic = "planned", True
        elif modal in {"could", "may", "might", "should", "would", "can", "must", "will"} and not (
            perfect and modal in {"may", "might"}
        ):
            frame.stage = "threatened" if modal == "will" else "planned"
        if side == "object" and lemma in {v.split(" ")[0] for v in lex.light.values()}:
            if be and words[verb].tag == "v":
                frame.voice = "passive"
            else:
                frame.voice = "active"
                subjects, frame.relative = left_subject(clause, start, lex)
                frame.subjects = subjects or frame.subjects
        if side == "subject" and words[verb].low in lex.occur:
            frame.occurs = True
        if side == "object" and lemma in {v.split(" ")[0] for v in lex.light.values()}:
            pass
        elif side == "object" and lemma not in _OCCUR and not be:
            frame.commented = True
        elif side == "subject" and not be:
            length_objects = right_objects(clause, verb + 1, lex)
            if (
                lemma
                in {
                    "hit",
                    "strike",
                    "target",
                    "destroy",
                    "damage",
                    "rock",
                    "shake",
                    "level",
                    "pound",
                }
                and length_objects
            ):
                frame.objects = length_objects
        elif side == "subject" and be:
            frame.subjects = by_agents(clause, verb + 1, lex) or frame.subjects
        if frame.stage == "occurred":
            above = phrase.first if side == "object" else start
            frame.stage = governed_stage(clause, above if above < i else i, lex)
    else:
        frame.stage = governed_stage(clause, phrase.first, lex)
        if (
            not frame.subjects
            and phrase.preposition > 0
            and words[phrase.preposition].low in {"in", "during"}
        ):
            # "have used drones in attacks on": the doer is the clause's subject
            frame.subjects = _doer(clause, phrase.preposition, lex)
    if frame.stage == "occurred":
        for k in range(phrase.first, i):
            length, values = lex.stages.at([words[k].low], 0)
            if (
                length
                and words[k].tag in "jvn"
                and str(values[0]) in {"foiled", "planned", "threatened", "intercepted"}
            ):
                frame.stage = str(values[0])
            elif words[k].low in {
                "possible",
                "potential",
                "future",
                "imminent",
                "would-be",
                "any",
                "further",
                "renewed",
            } and words[k].low in {"possible", "potential", "future", "imminent", "any"}:
                frame.generic = True
    if verb >= 0 and side == "subject" and be_passive(clause, verb):
        lemma = words[verb].lemma
        for stage in ("foiled", "intercepted", "planned", "threatened"):
            length, values = lex.stages.at([words[verb].low], 0)
            if (
                length
                and str(values[0]) == stage
                and words[verb].low not in {"ordered", "expected", "stopped"}
            ):
                frame.stage = stage
    frame.background = is_background(clause, phrase.first, lex)


def _doer(clause: Clause, i: int, lex: Lexicon) -> list[int]:
    """Subject of the nearest active finite verb to the left of `i`, by an armed party."""
    words = clause.words
    for k in range(i - 1, max(-1, i - 30), -1):
        if words[k].tag == ";":
            return []
        if words[k].tag == "v":
            helper, _, _, _, be = helpers(clause, k)
            if be:
                return []
            subjects, _ = left_subject(clause, helper if helper >= 0 else k, lex)
            heads = {words[clause.phrases[s].head].low for s in subjects}
            if subjects and (heads & lex.armed or any(h in lex.groups for h in heads)):
                return subjects
    return []


def be_passive(clause: Clause, verb: int) -> bool:
    """Whether the verb at `verb` is passive by its auxiliary."""
    return helpers(clause, verb)[4] and clause.words[verb].tag == "v"


_MODIFIER_SKIP = frozenset(
    {
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "deadly",
        "recent",
        "new",
        "first",
        "second",
        "third",
        "latest",
        "night",
        "late",
        "early",
    }
)


def _modifier(clause: Clause, first: int, i: int, lex: Lexicon) -> bool:
    words = clause.words
    for k in range(first, i):
        w = words[k]
        if w.possessive or w.low in lex.actors or w.low in lex.armed or w.low in lex.groups:
            return True
        if (
            w.tag == "n"
            and w.low not in _MODIFIER_SKIP
            and w.text[0].isupper()
            and w.low not in TIME
        ):
            return True
    return False


def _reported(clause: Clause, k: int, phrase: Phrase, lex: Lexicon) -> bool:
    """Whether the phrase after a verb of saying is the subject of what is said."""
    words = clause.words
    after = words[phrase.last].tag if phrase.last < len(words) else ""
    return words[k].tag == "v" and words[k].low in lex.report and after in {"v", "x", "m"}


def _carrying_verb(clause: Clause, phrase: Phrase, lex: Lexicon) -> tuple[int, str]:
    """The verb of which the phrase is object (to its left) or subject (to its right)."""
    words = clause.words
    k = phrase.first - 1
    if phrase.preposition >= 0:
        k = phrase.preposition - 1
        # "series of attacks": the outer phrase counts
        if words[phrase.preposition].low == "of" and clause.phrase_of[k] >= 0:
            return _carrying_verb(clause, clause.phrases[clause.phrase_of[k]], lex)
    else:
        while k >= 0 and words[k].tag in 'a"':
            k -= 1
        if k >= 0 and words[k].tag in "vbg" and not _reported(clause, k, phrase, lex):
            return k, "object"
        if k > 0 and words[k].tag in "c," and clause.phrase_of[k - 1] >= 0 and words[k].tag == "c":
            index = clause.phrase_of[k - 1]
            if (
                index + 1 == clause.phrase_of[phrase.first]
                and clause.phrases[index].preposition < 0
            ):
                return _carrying_verb(clause, clause.phrases[index], lex)
    if phrase.preposition >= 0:
        return -1, ""
    n = len(words)
    k = phrase.last
    depth = steps = 0
    while k < n and steps < 30:
        w = words[k]
        if w.tag == "(":
            depth += 1
        elif w.tag == ")":
            depth -= 1
        elif depth <= 0:
            if w.tag == "v":
                return k, "subject"
            if w.tag == "x":
                j = k + 1
                while j < n and words[j].tag in "atx":
                    j += 1
                if j >= n or words[j].tag not in "vg":
                    return k, "copula"
            if w.tag in ";" or (w.tag == "s" and w.low not in {"that", "which", "who", "than"}):
                return -1, ""
            if w.tag == "c" and k + 1 < n and words[k + 1].tag not in "ndqj":
                return -1, ""
        k += 1
        steps += 1
    return -1, ""
