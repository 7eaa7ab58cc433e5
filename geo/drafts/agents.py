"""Phrases of a frame that act, and those to which it is done."""

from __future__ import annotations

from collections.abc import Iterator

from geo.actors import Sight, weapon_at
from geo.drafts.groups import Group
from geo.events import Frame
from geo.events.around import TIME, at_hands, by_agents, find_objects, helpers
from geo.events.meanings import SENT
from geo.events.subjects import left_subject
from geo.words import word_set

__all__ = ["UNDERGONE", "agents_of", "done_to"]

UNDERGONE = word_set("die perish dead disappear lose wounded injured")
"""Verbs whose subject is the one that suffers."""


def agents_of(sight: Sight, frame: Frame) -> Iterator[tuple[int, int | None]]:
    """Phrases of a frame that act, with the side of each in a fight."""
    if frame.entry.lemma.split(" ")[0] in UNDERGONE and frame.entry.kind != "territory_change":
        for index in at_hands(sight.clause, frame.last):
            yield index, None
        return
    clash = frame.entry.kind == "armed_clash"
    both = frame.objects if clash else []
    subjects = list(frame.subjects)
    tail = sight.clause.words[frame.last : frame.last + 1]
    aside = bool(tail) and tail[0].tag == ","  # "killed, by the UN's count, more than 800"
    has_object = bool(frame.objects) or _object_follows(sight, frame)
    wants = frame.voice == "active" and frame.entry.lemma in _WANTS_OBJECT
    if wants and not has_object and not aside:
        subjects = []  # "X, mayor of Y, murdered on 23 July": a participle, the victim before it
    if not subjects and frame.voice == "active":
        subjects = _before_gerund(sight, frame)
    if frame.voice == "active" and frame.verb >= 0 and not frame.objects and not aside:
        agents = by_agents(sight.clause, frame.last)
        if agents:
            subjects = agents  # "boarded from a helicopter by X": the subject suffered it
    before = sight.clause.words[max(0, frame.first - 8) : frame.first]
    if frame.entry.pos == "n" and any(w.tag == "v" and w.lemma in UNDERGONE for w in before):
        at = frame.first  # "the troops lost two men in an ambush"
        subjects = [s for s in subjects if s < 0 or sight.clause.phrases[s].first > at]
    if clash and len(subjects) > 2 and subjects[0] >= 0:
        words, phrase = sight.clause.words, sight.clause.phrases[subjects[0]]
        told = words[phrase.last].tag == "," if phrase.last < len(words) else False
        if told and words[phrase.head].low in _TOGETHER:
            subjects = subjects[1:]  # "two communities, the A and the B, clashed"
    if not clash and subjects and subjects[-1] >= 0:
        subjects += _companions(sight, subjects[-1])
    for n, index in enumerate(subjects):
        side = None
        if clash and (both or len(subjects) > 1):
            side = 1 if both or n == 0 else 2  # "between A and B", "A clashed with B"
        yield index, side
    for index in both:
        yield index, 2 if subjects else None


def _companions(sight: Sight, index: int) -> list[int]:
    """Who did it with them: "the army, | together with the X, | shelled", "alongside the X"."""
    words, of = sight.clause.words, sight.clause.phrase_of
    first = sight.clause.phrases[index].last
    for k in range(first, min(first + 7, len(words) - 2)):
        if words[k].tag in "vxms;":
            break
        with_them = words[k].low in _WITH and words[k + 1].low == "with"
        at = k + 2 if with_them else k + 1
        if (with_them or words[k].low == "alongside") and of[at] >= 0:
            return find_objects(sight.clause, of[at])
    return []


_WITH = word_set("together along jointly")


def _object_follows(sight: Sight, frame: Frame) -> bool:
    """Whether a noun phrase that is no date stands after the verb."""
    words, k = sight.clause.words, frame.last
    if k >= len(words) or words[k].tag not in "dqnj" or words[k].low in TIME:
        return False
    dated = words[k].tag == "q" and k + 1 < len(words) and words[k + 1].low in TIME
    return not dated  # "murdered 23 July"


def _is_participle(sight: Sight, frame: Frame, subject: int) -> bool:
    """ "The ship X, hijacked off Y on 5 May, lies at anchor": it suffered, a comma before it."""
    words, first = sight.clause.words, frame.first
    if frame.voice != "active" or subject < 0 or first < 1 or words[first - 1].tag != ",":
        return False
    if frame.entry.lemma not in _WANTS_OBJECT and frame.entry.lemma not in _HARM:
        return False
    between = words[sight.clause.phrases[subject].last : first]
    tail = words[frame.last].tag if frame.last < len(words) else "."
    return tail in "pc,.;" and not any(w.tag in "vxmc;s" for w in between)


def _before_gerund(sight: Sight, frame: Frame) -> list[int]:
    """ "Hooded men with rifles bursting into a hall", "Georgian shelling": who stands before."""
    words, of, phrases = sight.clause.words, sight.clause.phrase_of, sight.clause.phrases
    at = frame.first - 1
    if at < 0 or words[frame.first].tag != "g":
        return []
    if words[at].tag == "v" and words[at].lemma in _SEEN:
        helper, _, _, _, be = helpers(sight.clause, at)
        return left_subject(sight.clause, helper, sight.lex)[0] if be else []  # "were seen looting"
    if words[at].tag == "v" and words[at].lemma in _BEGIN:
        return left_subject(sight.clause, at, sight.lex)[0]  # "stepped off and began shooting"
    if of[at] < 0:
        return []
    index = of[at]
    while index > 0 and phrases[index].preposition >= 0:
        if words[phrases[index].preposition].low not in {"with", "in", "on"}:
            return []
        if phrases[index - 1].last != phrases[index].preposition:
            return []
        index -= 1
    return [index]


_BEGIN = word_set("begin start keep continue resume stop admit acknowledge")
_SEEN = word_set("see spot film record observe catch photograph hear")
_WANTS_OBJECT = word_set(
    "kill murder kidnap abduct wound injure assassinate behead execute massacre damage destroy "
    "torch bomb shell hijack slay maim hurt lynch rape burn sink"
) | {"gun down", "shoot dead", "carry off", "take hostage", "lead off"}
_HARM = word_set("attack shoot stab seize board capture raid hit strike target ambush")
_TOGETHER = word_set("communities groups sides clans factions gangs tribes parties militias")


def done_to(sight: Sight, group: Group) -> set[int]:
    """Phrases that the incident is told to be done to: the first verb of each decides."""
    acts: dict[int, bool] = {}
    for frame in sorted(group.frames, key=lambda f: f.first):
        for o in frame.objects:
            if frame.entry.lemma in SENT and weapon_at(
                sight.clause, sight.clause.phrases[o], sight.lex
            ):
                continue  # "shells fired from army positions hit": no victim
            acts.setdefault(o, o in frame.subjects)
        for s in frame.subjects:
            acts.setdefault(s, not _is_participle(sight, frame, s))
    return {index for index, does in acts.items() if index >= 0 and not does}
