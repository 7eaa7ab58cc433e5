"""The frame of a noun: what carries it, who is named in front of it, whom it is aimed at."""

from __future__ import annotations

from geo.clauses import Clause
from geo.events.around import by_agents, carriers, find_objects, helpers, is_time, right_objects
from geo.events.carriers import ANSWERS, carrying_verb, has_modifier
from geo.events.model import Frame
from geo.events.numbers import Number, read_number
from geo.events.stages import governed_stage, is_background, modal_stage
from geo.events.subjects import left_subject
from geo.words import Lexicon, word_set

__all__ = ["be_passive", "read_noun"]


_HANDLES = word_set("fire use throw launch hurl lob drop shoot unleash plant detonate deploy")
"""What is done with arms: "fired live rounds" tells of them, and does not comment on them."""
_OCCUR = word_set("leave cause see suffer survive witness repel repulse use claim")


_CHARGES = word_set("suspicion charge charges count counts accusation accusations allegation")
"""Of a crime: "on suspicion of murder" tells of an arrest."""


_EQUIPMENT = word_set(
    "positions position tank tanks group groups helicopter helicopters aircraft jet jets ship "
    "ships "
    "zone zones line lines order dress squad squads dog dogs cry hymn ground grounds"
)
"""Things that "battle", "assault" or "combat" only describes."""
_REMARKS = frozenset({"add", "mention", "note", "count", "include", "recall", "remember", "name"})
"""Verbs with which a text says what else there was: "to this must be added the raid on"."""


_CHANNELS = word_set("television tv radio telegram twitter facebook x air channel website")


_ON = frozenset({"on", "against", "at", "targeting", "upon", "into"})


def read_noun(clause: Clause, frame: Frame, lex: Lexicon) -> None:
    words, of = clause.words, clause.phrase_of
    i, last = frame.first, frame.last
    n = len(words)
    index = of[last - 1] if of[last - 1] >= 0 else of[i]  # "the burning of", "throats cut"
    # "live rounds" are what was fired, not how often
    frame.plural = frame.entry.form == "plural" and frame.entry.kind != "protest_violence"
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
        "both",
    }
    frame.count = read_number(clause, phrase.first, i + (clause.lows[i] == "twin"), lex)
    outermost = phrase
    if phrase.preposition < 0 and index > 0 and words[phrase.first - 1].tag == "c":
        beside = clause.phrases[index - 1]
        if beside.last == phrase.first - 1:
            outermost = beside  # "a series of missile and drone strikes"
            if "of" in clause.lows[beside.first : beside.last]:
                frame.count = read_number(clause, beside.first, beside.last, lex)
    over = outermost.preposition
    if over > 0 and words[over].low == "of":
        outer = of[over - 1]
        if outer >= 0:
            word = words[clause.phrases[outer].head].low
            if word == "number" and words[clause.phrases[outer].first].low == "the":
                frame.generic = True  # "brings to nine the number of attacks this year"
            elif word in {
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
                    or read_number(clause, clause.phrases[outer].first, over + 1, lex)
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
                    *_CHARGES,
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
                    *_CHARGES,
                }
    if (
        index >= 0
        and phrase.head >= last
        and words[phrase.head].low not in lex.trigger_words
        and not (frame.plural and is_time(clause, phrase))  # "several explosions night of 3 May"
    ):
        # the trigger only modifies another noun: "attack helicopter", "murder case"
        head = words[phrase.head].low
        frame.modifies = head in _EQUIPMENT and frame.entry.role == "event"
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
        modifier = has_modifier(clause, phrase.first, i, lex)
        if modifier:
            frame.subjects = [~index]  # the words before the trigger, inside its own phrase
    after = phrase.last if of[last - 1] >= 0 or words[last - 1].tag == "p" else last
    frame.subjects = by_agents(clause, after) or frame.subjects
    if words[last - 1].low == "of" and last < n and of[last] >= 0:
        frame.objects = find_objects(clause, of[last])  # "the burning of forty houses"
    k = after
    steps = 0
    while k < n and steps < 14 and not frame.objects:
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
            and (k == after or _behind_agent(clause, after, k))
            and of[k + 1 if k + 1 < n else k] >= 0
            and frame.entry.lemma not in {"number"}
            and not is_time(clause, clause.phrases[of[k + 1]])
        ):
            frame.objects = find_objects(clause, of[k + 1])
            break
        if w.low == "between" and k + 1 < n and of[k + 1] >= 0:
            frame.subjects = find_objects(clause, of[k + 1], both=True)
            break
        if (
            w.low == "with"
            and frame.entry.kind == "armed_clash"
            and k + 1 < n
            and of[k + 1] >= 0
            and words[clause.phrases[of[k + 1]].head].low not in lex.weapons
        ):
            frame.objects = find_objects(clause, of[k + 1])
            break
        k += 1
        steps += 1
    if not frame.subjects and frame.entry.kind == "armed_clash":
        frame.subjects, frame.objects = _sides(clause, after, frame.objects)
    if frame.entry.lemma == "strike" and any(
        words[clause.phrases[s].head].low in _WORKERS for s in frame.subjects if s >= 0
    ):
        frame.generic = True  # "the strike by rail workers"
    frame.carriers = carriers(clause, after)
    # the verb that carries it
    verb, side = carrying_verb(clause, phrase, lex)
    frame.verb = verb
    if side == "copula":
        frame.copula = True
        frame.verb = -1
        frame.finite = True
    elif verb >= 0:
        helper, modal, negated, perfect, be = helpers(clause, verb)
        lemma = words[verb].lemma
        frame.finite = words[verb].tag == "v"
        if (
            frame.plural
            and not be
            and helper < 0
            and side == "object"
            and lex.verbs.get(words[verb].low, ("", ""))[1] in {"third", "base"}
        ):
            frame.generic = True  # "a group that carries out attacks"
        frame.negated = frame.negated or negated
        frame.perfect = perfect
        start = helper if helper >= 0 else verb
        if words[verb].tag == "b":
            frame.stage = modal_stage(clause, verb, modal, lex)
            if frame.stage == "purpose":
                frame.stage, frame.generic = "planned", True
        elif (
            modal in {"could", "may", "might", "should", "would", "can", "must", "will"}
            and not (perfect and modal in {"may", "might"})
            and lemma not in _REMARKS
        ):
            frame.stage = "threatened" if modal == "will" else "planned"
        answered = lemma in ANSWERS and phrase.preposition >= 0  # "with air strikes"
        carried = answered or lemma in lex.light_verbs
        if side == "object" and carried:
            if be and words[verb].tag == "v":
                frame.voice = "passive"
            else:
                frame.voice = "active"
                subjects, frame.relative = left_subject(clause, start, lex)
                frame.subjects = subjects or frame.subjects
        if side == "subject" and words[verb].low in lex.occur:
            frame.occurs = True
        if side == "object" and carried:
            pass
        elif side == "object" and not (lemma in _OCCUR or lemma in _HANDLES or be):
            frame.commented = True
        elif side == "subject" and not be:
            length_objects = right_objects(clause, verb + 1)
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
            frame.subjects = by_agents(clause, verb + 1) or frame.subjects
        if frame.stage == "occurred":
            above = phrase.first if side == "object" else start
            frame.stage = governed_stage(clause, above if above < i else i, lex)
    else:
        frame.stage = governed_stage(clause, phrase.first, lex)
        if (
            not frame.subjects
            and phrase.preposition > 0
            and words[phrase.preposition].low in {"in", "during", "with"}
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
                and frame.entry.role != "effect"
                and words[verb].low not in {"ordered", "expected", "stopped"}
            ):
                frame.stage = stage
    frame.background = is_background(clause, phrase.first)


def _behind_agent(clause: Clause, after: int, k: int) -> bool:
    """ "The killing by soldiers | of ten men"."""
    return (
        clause.lows[after] == "by" and clause.phrase_of[k - 1] == clause.phrase_of[after + 1] >= 0
    )


_VERSUS = frozenset({"vs", "v", "versus", "/", "and", "-", "against", "x"})
_OPPOSING = word_set("between involving opposing pitting pitted pits opposed opposes setting pit")


def _sides(clause: Clause, i: int, objects: list[int]) -> tuple[list[int], list[int]]:
    """ "Fighting resumed between A and B", "a battle that pitted A against B", "involving C"."""
    words, of = clause.words, clause.phrase_of
    if i + 2 < len(words) and of[i] >= 0:
        last = clause.phrases[of[i]].last
        if last + 1 < len(words) and words[last].low in _VERSUS and of[last + 1] >= 0:
            return [of[i]], [of[last + 1]]  # in notes: "clashes ELN vs 33rd Front"
    for k in range(i, min(len(words) - 1, i + 16)):
        w = words[k]
        if w.text == ";":
            break
        if w.low not in _OPPOSING or of[k + 1] < 0 or is_time(clause, clause.phrases[of[k + 1]]):
            continue
        found = find_objects(clause, of[k + 1], both=True)
        for j in range(clause.phrases[found[-1]].last, min(len(words) - 1, k + 16)):
            if words[j].low in {"against", "with"} and of[j + 1] >= 0:
                return found, find_objects(clause, of[j + 1])
            if words[j].tag in "vx;,":
                break
        return found, objects
    return [], objects


_WORKERS = word_set(
    "workers staff drivers teachers nurses doctors union unions employees dockers railwaymen "
    "servants crews lecturers students"
)


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
            armed = heads & lex.armed or any(
                h in lex.groups or lex.actors.get(h) in {"group", "force"} for h in heads
            )
            opens = words[k].lemma in _OPENS and words[i].low == "with"
            named = all(words[clause.phrases[s].head].text[:1].isupper() for s in subjects)
            if subjects and (armed or (opens and named)):
                return subjects
    return []


_OPENS = word_set("open begin start answer respond reply retaliate react counter follow continue")
"""What somebody does with an attack: "Israel opened on Friday with strikes on"."""


def be_passive(clause: Clause, verb: int) -> bool:
    """Whether the verb at `verb` is passive by its auxiliary."""
    return helpers(clause, verb)[4] and clause.words[verb].tag == "v"
