"""The frame of a verb: active, passive, reduced or suffered."""

from __future__ import annotations

from geo.clauses import Clause
from geo.events.around import (
    TIME,
    by_agents,
    carriers,
    from_agents,
    helpers,
    origin,
    relative_object,
    right_objects,
)
from geo.events.meanings import HOME_AGAIN, UNDER
from geo.events.model import Frame
from geo.events.participles import past_apposition, reduced_passive, shared_objects, shared_passive
from geo.events.stages import AHEAD, governed_stage, is_background, modal_stage
from geo.events.subjects import left_subject, phrase_before
from geo.words import Lexicon, word_set

__all__ = ["read_verb"]


def _before_aside(clause: Clause, frame: Frame, above: int) -> int:
    """Left of a relative clause after the subject: "rebels who planned a raid were killed"."""
    for index in frame.objects if frame.voice == "passive" else frame.subjects:
        phrase = clause.phrases[index] if index >= 0 else None
        if (
            phrase is not None
            and phrase.last < above
            and clause.lows[phrase.last] in {"who", "which"}
            and clause.words[above].tag in "xm"
            and any(w.tag in "vx" for w in clause.words[phrase.last : above])
        ):
            return phrase.first
    return above


_MODAL = frozenset({"may", "might", "should", "must", "can"})


def read_verb(clause: Clause, frame: Frame, lex: Lexicon) -> None:
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
        if i > 1 and words[i - 1].low in {"of", "for"} and words[i - 2].low in _ABLE:
            frame.generic = True  # "capable of shelling the airport"
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
        frame.subjects = by_agents(clause, frame.last) or from_agents(clause, frame.last)
        if lemma in UNDER or lemma.startswith("fall "):
            frame.subjects = right_objects(clause, frame.last)
        frame.carriers = carriers(clause, frame.last)
        return
    if lemma in _DRIVEN_FROM:
        frame.voice = "passive"  # what changes hands is the place, not who is driven out
        if be:
            frame.subjects = by_agents(clause, frame.last)
        else:
            frame.subjects, frame.relative = left_subject(clause, helper if helper >= 0 else i, lex)
            nobody = lemma == "drive from" and frame.last == i + len(lemma.split())
            frame.generic = frame.generic or nobody  # "he had driven from X": by car
        frame.objects = right_objects(clause, _behind(clause, frame.last))
        frame.stage = "occurred" if w.tag == "v" else frame.stage
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
        *_SUFFERS,
    }
    if w.tag == "v" and not be and not perfect and not intransitive and helper < 0:
        passive = reduced_passive(clause, i, frame, lex)
        shared = -1 if passive else shared_passive(clause, i, frame)
        if shared >= 0:
            frame.voice = "passive"  # "a device was found and disarmed"
            frame.objects, frame.relative = left_subject(clause, shared, lex)
            frame.subjects = by_agents(clause, frame.last)
            frame.background = is_background(clause, i)
            return
    subject_at = helper if helper >= 0 else i
    if (
        passive
        and helper < 0
        and lemma in {"occupy", "hold", "capture", "seize"}
        and any(x.tag in "vx" for k, x in enumerate(words) if k != i)
        and not any(w.low in TIME for w in words[frame.last : frame.last + 12])
    ):
        frame.generic = True  # "a building occupied by the army": how things stood
    if passive:
        frame.voice = "passive"
        frame.objects, frame.relative = left_subject(clause, subject_at, lex)
        if helper < 0 and (not frame.objects or words[i - 1].tag == ","):
            before = phrase_before(clause, i)  # "the loss of Gharyan, retaken by"
            frame.objects = [before] if before >= 0 else frame.objects
        if helper < 0:
            before = of[i - 1] if i else -1
            if before < 0:
                frame.objects = past_apposition(clause, i) or frame.objects
            if before >= 0:
                frame.objects = [before]
                frame.relative = True
        frame.subjects = by_agents(clause, frame.last)
    elif lemma == "fight":
        frame.voice = "active"
        frame.subjects, frame.relative = left_subject(clause, subject_at, lex)
        frame.objects = right_objects(
            clause, frame.last, prepositions=frozenset({"with", "against"})
        )
    elif intransitive:
        frame.voice = "middle"
        frame.subjects, frame.relative = left_subject(clause, subject_at, lex)
        if lemma in {"clash", "skirmish"}:
            frame.voice = "active"
            frame.objects = right_objects(
                clause, frame.last, prepositions=frozenset({"with", "against"})
            )
    else:
        frame.voice = "active"
        if w.tag == "g":
            frame.subjects = []
            if be:
                frame.subjects, frame.relative = left_subject(clause, subject_at, lex)
            elif frame.last < len(words) and words[frame.last].low == "by":
                frame.subjects = by_agents(clause, frame.last)  # "shelling by the army hit"
            elif i and (words[i - 1].tag in ",a" or words[i - 1].low in _ALONGSIDE):
                frame.subjects = _doer_before(clause, i - (words[i - 1].tag in "sp"), lex)
            if not frame.subjects and i < 2 and not be:
                frame.subjects = _doer_behind(clause, frame.last)
        else:
            frame.subjects, frame.relative = left_subject(clause, subject_at, lex)
        to = frozenset({"at", "on", "into", "upon", "against", "towards"})
        frame.objects = (
            right_objects(clause, frame.last, prepositions=to)
            or shared_objects(clause, frame)
            or relative_object(clause, frame.subjects)
        )
    if (
        frame.voice == "active"
        and frame.objects
        and words[clause.phrases[frame.objects[0]].head].low in {"him", "her", "them"}
    ):
        heads = {words[clause.phrases[s].head].low for s in frame.subjects if s >= 0}
        if heads & _GUARDS and 0 not in frame.subjects:
            frame.generic = True  # "before police shot him": the end of it, not another one
    if any(
        _none_of(clause, clause.phrases[x].first)
        and words[min(clause.phrases[x].first + 1, len(words) - 1)].low not in {"fewer", "less"}
        for x in (frame.objects if passive else frame.subjects)
        if x >= 0
    ):
        frame.negated = True  # "no church has been attacked"
    frame.carriers = carriers(clause, frame.last)
    if lemma in {"launch", "fire"}:
        frame.origin = origin(clause, frame.last)
    frame.background = is_background(clause, i)
    if frame.stage == "occurred":
        above = i if helper < 0 else helper
        frame.stage = governed_stage(clause, _before_aside(clause, frame, above), lex)
        if AHEAD & {x.low for x in words[above:i]}:
            frame.stage = "planned"  # "are likely to be attacked"
    present = lex.verbs.get(w.low, ("", form))[1] in {"third", "base"}  # not "hit", "shot"
    if w.tag == "v" and present and not be and frame.entry.sure < 3:
        # the present tense tells a habit, except in headlines
        frame.generic = frame.relative


def _doer_before(clause: Clause, i: int, lex: Lexicon) -> list[int]:
    """Who does what a participial addition tells: "invaded three villages, killing 20"."""
    words = clause.words
    for k in range(i - 1, max(-1, i - 30), -1):
        if words[k].tag in ";s":
            return []
        if words[k].tag == "v":
            helper, _, _, _, be = helpers(clause, k)
            if be:
                return by_agents(clause, k + 1)
            return left_subject(clause, helper if helper >= 0 else k, lex)[0]
    return []


def _doer_behind(clause: Clause, i: int) -> list[int]:
    """Who does what a participle opens with: "After shelling the village, the army withdrew"."""
    words, of = clause.words, clause.phrase_of
    for k in range(i, min(len(words) - 1, i + 24)):
        if words[k].tag in "vx;":
            return []
        if words[k].tag == "," and of[k + 1] >= 0:
            at = clause.phrases[of[k + 1]].last
            while at < len(words) and words[at].tag in "axm":
                at += 1
            if at < len(words) and words[at].tag == "v":
                return [of[k + 1]]
    return []


_ALONGSIDE = frozenset({"before", "after", "while", "by"})
"""What leads from a verb to a further deed of its subject: "surrounded it before shelling"."""


def _none_of(clause: Clause, k: int) -> bool:
    """ "No church", "not one bank", "none of them"."""
    lows = clause.lows
    if lows[k] in {"no", "none", "nobody", "neither"}:
        return True
    return "not" in lows[max(0, k - 1) : k + 1] and bool(
        {"one", "a", "single"} & set(lows[k : k + 2])
    )


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
        "fall victim to",
        "fall to",
        *UNDER,
        *HOME_AGAIN,
    }
)


_SUFFERS = frozenset(
    {
        "meet his death", "meet her death", "meet their deaths", "meet their death", "succumb to",
        "bleed to death", "breathe his last", "fall in battle", "fall in combat",
        "fall in action", "fall in fighting", "fall in the fighting", "fall in clashes",
        "go up in flames", "ring out",
        *(f"{v} {w} wounds" for v in ("suffer", "sustain")
          for w in ("gunshot", "bullet", "stab", "shrapnel")),
    }
)  # fmt: skip
"""Verbs whose subject undergoes it, and whose object is no victim."""


_DRIVEN_FROM = frozenset(
    {
        "drive out of", "push out of", "force out of", "chase out of", "flush out of",
        "throw out of", "dislodge from", "expel from", "oust from", "eject from", "drive from",
        "sweep from", "flush from", "chase from", "clear from", "purge from",
    }
)  # fmt: skip


def _behind(clause: Clause, i: int) -> int:
    """The word after the next "of" or "from": "drove the rebels out of Kisangani"."""
    for k in range(i - 1, min(len(clause.words), i + 12)):
        if clause.lows[k] in {"of", "from"} and k and clause.lows[k - 1] in {"out", "away"}:
            return k + 1
        if clause.lows[k] == "from":
            return k + 1
    return i


_GUARDS = word_set(
    "police officers officer guards guard soldiers troops forces policemen gendarmes "
    "commandos agents"
)


_ABLE = word_set(
    "capable incapable ability power means way ways method purpose habit risk danger fear fears "
    "hope idea possibility thought thoughts notorious known used"
)
