"""Triggers that only their company makes violent: "took", "lost", "landed", "fell to".

Each reading looks at who does it and to what, and says that it is none, or another sense.
"""

from __future__ import annotations

import dataclasses

from geo.clauses import Clause
from geo.events.around import TIME
from geo.events.model import Frame
from geo.lexicon import ground_en
from geo.words import Entry, Lexicon, word_set

__all__ = [
    "AIRCRAFT",
    "COMING_DOWN",
    "HOME_AGAIN",
    "SEATS",
    "SENT",
    "SET_OFF",
    "SHOTS",
    "TO_DEATH",
    "UNDER",
    "aimed_in_a_note",
    "crowd",
    "is_armed",
    "of_people",
    "taking",
    "to_death",
    "weapon_lands",
]


TO_DEATH = word_set("hack beat stab shoot club stone burn torture crush starve whip")


def to_death(clause: Clause, k: int) -> bool:
    """ "hacked thirty people to death"."""
    lows = clause.lows
    for j in range(k, min(len(lows) - 1, k + 10)):
        if lows[j] == "to" and lows[j + 1] == "death":
            return True
        if clause.words[j].tag in ";vx":
            return False
    return False


SHOTS = word_set("bullets bullet gunfire fire guns shells snipers")


SENT = word_set("place plant drop throw hurl lob toss fling launch fire lay detonate send") | {
    "set off"
}
"""What is done with a weapon: it is its object, never its subject."""


SET_OFF = frozenset(
    {
        "step on", "tread on", "drive over", "run over", "trigger", "trip", "run onto", "go over",
        "go onto", "drive onto", "sail into", "walk onto", "walk into",
    }
)  # fmt: skip
"""What victims do to a mine."""


UNDER = frozenset(
    {
        "come under the control of",
        "come under control of",
        "pass under the control of",
        "pass into the hands of",
        "fall into the hands of",
        "fall under the control of",
        "come into the hands of",
        "return to the control of",
    }
)
"""What a place does when another side gets it."""


HOME_AGAIN = frozenset(
    {
        "return to government control",
        "return to state control",
        "come back under government control",
    }
)
"""The same, of a state's own ground."""


COMING_DOWN = frozenset(
    {
        "land",
        "come down",
        "come in",
        "fly in",
        "crash down",
        "arrive",
        "rain down",
        "impact",
        "tear through",
        "rip through",
        "go up",
    }
)


def aimed_in_a_note(clause: Clause, first: int, last: int, lex: Lexicon) -> bool:
    """ "Two rockets on the port, no casualties": no verb, and a thing or a name aimed at."""
    words, of = clause.words, clause.phrase_of
    if last + 1 >= len(words) or words[last].low not in {"on", "at", "into"} or of[last + 1] < 0:
        return False
    begin = clause.phrases[of[first]].first if of[first] >= 0 else first
    if begin and words[begin - 1].tag not in ";.":
        return False
    for k in range(last, len(words)):
        if words[k].tag in ",;.":
            break
        if words[k].tag in "vxm":
            return False
    aim = words[clause.phrases[of[last + 1]].head]
    return aim.low in lex.targets or (aim.text[:1].isupper() and aim.low not in TIME)


def weapon_lands(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """ "Shells landed across the border": only what is fired or goes off."""
    words = clause.words
    for s in frame.subjects:
        phrase = clause.phrases[s if s >= 0 else ~s]
        lows = clause.lows[phrase.first : phrase.last]
        if lex.weapons.begins_within(lows) and (
            not frame.entry.lemma.startswith("land") or words[phrase.head].low not in AIRCRAFT
        ):
            return True
        if words[phrase.head].low in _GOING_OFF:
            return True
    return False


_GOING_OFF = word_set("explosion explosions blast blasts fire charge charges device devices")


AIRCRAFT = word_set(
    "aircraft helicopter helicopters plane planes jet jets gunship gunships airplane warplane"
)


def is_armed(clause: Clause, indices: list[int], lex: Lexicon) -> bool:
    """Whether one of the phrases names an armed party, or its letters behind it do."""
    for index in indices:
        phrase = clause.phrases[index if index >= 0 else ~index]
        lows = clause.lows[phrase.first : phrase.last]
        if not lex.armed.isdisjoint(lows) or lex.groups.begins_within(lows):
            return True
        behind = clause.lows[phrase.last : phrase.last + 3]
        if behind[:1] == ["("] and len(behind) == 3 and lex.groups.at(behind, 1)[0]:
            return True
    return False


def of_people(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """Whether it is done to people: "shot or burned at least 132", "a patrolman was burned"."""
    words = clause.words
    return any(
        words[p.head].low in lex.people
        or words[p.head].tag in "qr"
        or words[p.head].low.endswith(("man", "men", "girls", "boys", "girl", "boy"))
        or (
            words[p.first].tag == "q"
            and words[p.head].text[:1].isupper()
            and words[p.head].low.endswith("s")
        )  # "21 Filipinos"
        for o in frame.objects
        if o >= 0
        for p in [clause.phrases[o]]
    )


SEATS = word_set(ground_en.SEATS)
"""Places that are taken and lost."""


_SHIPS = word_set("vessel ship tanker freighter trawler dhow boat yacht carrier ferry airliner")


def crowd(clause: Clause, frame: Frame) -> bool:
    """Whether it is done to people gathered: "cleared the sit-in", "broke up a march"."""
    return any(
        low in _GATHERINGS
        for o in frame.objects
        if o >= 0
        for low in clause.lows[clause.phrases[o].first : clause.phrases[o].last]
    )


_GATHERINGS = word_set(
    "sit-in sit protest protests demonstration demonstrations march rally rallies crowd crowds "
    "protesters protestors demonstrators picket encampment gathering vigil"
)


def taking(clause: Clause, frame: Frame, lex: Lexicon) -> Frame | None:
    """ "took" takes a place or a hostage, or tells nothing: "were taken to hospital"."""
    words = clause.words
    ahead = [w.low for w in words[frame.last : frame.last + 12]]
    if frame.voice == "active" and {"hostage", "hostages", "captive", "captives"} & set(ahead):
        _, values = lex.triggers.at(["took", "hostage"], 0)
        entries = [v for v in values if isinstance(v, Entry)]
        if entries and is_armed(clause, frame.subjects, lex):
            frame.entry = entries[0]
            return frame
    things = [clause.phrases[o] for o in frame.objects if o >= 0]
    heads = [words[p.head] for p in things]
    if any(h.low == "lives" for h in heads):
        _, values = lex.triggers.at(["killed"], 0)  # "an attack that took fifteen lives"
        frame.entry = next(v for v in values if isinstance(v, Entry) and v.pos == "v")
        frame.subjects = []
        return frame
    if any(words[p.head].low in _SHIPS for p in things) and frame.voice == "active":
        if not is_armed(clause, frame.subjects, lex):
            return None
        _, values = lex.triggers.at(["hijacked"], 0)
        entries = [v for v in values if isinstance(v, Entry) and v.pos == "v"]
        frame.entry = entries[0]
        return frame
    if any(
        words[p.head].low in lex.people
        or words[p.head].low in {"him", "her", "them"}
        or words[p.first].tag == "q"
        for p in things
    ):
        from_there = bool({"from", "off"} & set(clause.lows[frame.last : frame.last + 12]))
        away = frame.voice == "passive" or from_there
        doers = {words[clause.phrases[s].head].low for s in frame.subjects if s >= 0}
        counted = any(words[k].tag == "q" for p in things for k in range(p.first, p.last))
        armed = is_armed(clause, frame.subjects, lex) or (counted and bool(doers & {"they", "who"}))
        seized = (
            frame.voice == "passive"
            and from_there
            and not {"hospital", "hospitals", "morgue", "scene"} & clause.vocabulary
        )
        if not (away and armed) and not seized:
            return None
        _, values = lex.triggers.at(["kidnapped"], 0)  # "eight girls were taken by gunmen"
        entries = [v for v in values if isinstance(v, Entry) and v.pos == "v"]
        frame.entry = dataclasses.replace(entries[0], sure=2)
        return frame
    if not things and frame.first and words[frame.first - 1].text == ":":
        # "UPPER KODORI: taken by": the place that heads the line
        if not is_armed(clause, frame.subjects, lex):
            return None
        frame.entry = dataclasses.replace(frame.entry, sure=2)
        return frame
    seat = any(low in SEATS for p in things for low in clause.lows[p.first : p.last])
    named = any(h.text[:1].isupper() and not h.text.isupper() and h.low not in TIME for h in heads)
    pronoun = any(
        s >= 0 and words[clause.phrases[s].head].low in {"they", "it", "who"}
        for s in frame.subjects
    )
    if not (seat or named) or not (pronoun or is_armed(clause, frame.subjects, lex)):
        return None
    frame.entry = dataclasses.replace(frame.entry, sure=2)
    return frame
