"""Every trigger of a clause and the frame around it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from geo.clauses import Clause
from geo.events.around import TIME
from geo.events.company import in_company, strikes_mine
from geo.events.ground import clearing, falling, flagging, handing, leaving, losing
from geo.events.meanings import (
    COMING_DOWN,
    SET_OFF,
    SHOTS,
    TO_DEATH,
    UNDER,
    aimed_in_a_note,
    crowd,
    is_armed,
    of_people,
    taking,
    to_death,
    weapon_lands,
)
from geo.events.model import Frame
from geo.events.nominal import read_noun
from geo.events.numbers import is_age
from geo.events.senses import innocent, innocent_noun
from geo.events.stages import said_to_be_false, supposed
from geo.events.verbal import read_verb
from geo.words import Entry, Lexicon, word_set

__all__ = ["MAX_FRAMES", "find_frames"]


MAX_FRAMES = 40
"""Triggers read in one sentence; one with more is a list without end or bait."""


def find_frames(clause: Clause, lex: Lexicon) -> list[Frame]:
    """Every trigger of the clause with its frame, in text order."""
    frames: list[Frame] = []
    lows, words = clause.lows, clause.words
    read = 0
    for i in [k for k, low in enumerate(lows) if low in lex.trigger_words]:
        if i < read:
            continue
        if len(frames) == MAX_FRAMES:
            break
        length, entries = _match(clause, i, lex)
        if not entries:
            continue
        verb = i
        while verb + 1 < i + length and words[verb].tag == "a" and words[verb].low.endswith("ly"):
            verb += 1  # "forcibly recruited"
        frame = _frame(clause, verb, i + length, entries, lex)
        if frame is not None and not frame.modifies:
            if frame.stage == "occurred" and said_to_be_false(clause, i):
                frame.stage = "denied"
            elif frame.stage == "occurred" and supposed(clause, i):
                frame.stage, frame.generic = "planned", True
            frame.negated = frame.negated or (lows[0] in _NEVER and lows[1:2] == ["no"])
            _continue_infinitive(clause, frames, frame)
            frame.objects = [
                o for o in frame.objects if o < 0 or not is_age(clause, clause.phrases[o])
            ]
            frames.append(frame)
        read = i + length
    return frames


def _continue_infinitive(clause: Clause, before: Sequence[Frame], frame: Frame) -> None:
    """ "Wanted to storm the hall, take hostages and blow up the pylons": all of it is a plan."""
    if not before or frame.entry.form != "base" or before[-1].stage == "occurred":
        return
    words, last = clause.words, before[-1]
    if frame.entry.pos != "v" or not frame.first or words[last.first].tag != "b":
        return
    if words[frame.first - 1].tag not in ",c":
        return
    between = words[last.last : frame.first]
    if any(w.tag in "xms;" for w in between):
        return
    frame.stage, frame.generic = last.stage, last.generic


_NEVER = word_set("at in under by on")
"""What opens "at no moment", "under no circumstances"."""


def _match(clause: Clause, i: int, lex: Lexicon) -> tuple[int, list[Entry]]:
    """The longest trigger at `i`, looking through hyphens ("drive-by", "air-strike")."""
    lows, words = clause.lows, clause.words
    window = [lows[i]]
    spans = [i]
    j, n, most = i + 1, len(words), lex.triggers.longest_from(lows[i])
    while j < n and len(window) < most:
        if words[j].tag == "-":
            j += 1
            continue
        if words[j].tag in ',;.()"':
            break
        if j + 1 < n and lows[j] in _DEGREES.get(lows[j + 1], ()):
            j += 1
            continue
        if lows[j] in _MANNER or (words[j].tag == "a" and lows[j].endswith("ly")):
            j += 1
            continue  # "fired straight into", "shot indiscriminately at"
        window.append(lows[j])
        spans.append(j)
        j += 1
    length, values = lex.triggers.at(window, 0)
    if words[i].tag in "vgb":
        parted, across = _across_object(clause, i, lex)
        if parted > length:
            return 1, across
    if length == 2 and window[1] == "on" and _dated(clause, spans[1] + 1):
        length, values = lex.triggers.at(window[:1], 0)  # "fell on 27 January"
    if not length:
        return 0, []
    return spans[length - 1] + 1 - i, [v for v in values if isinstance(v, Entry)]


_MANNER = word_set("straight again point-blank")
_DEGREES = {
    "control": word_set("full complete total effective sole its their his firm partial back"),
    "fire": word_set("live heavy sustained indiscriminate automatic direct intense random"),
}
"""What may stand inside "took full control of" and "opened live fire"."""


def _dated(clause: Clause, i: int) -> bool:
    """Whether a date begins here: "fell on 27 January" has no particle."""
    return bool({*clause.lows[i : i + 2]} & TIME)


def _across_object(clause: Clause, i: int, lex: Lexicon) -> tuple[int, list[Entry]]:
    """A phrasal verb that holds its object: "led two priests away", "set the market on fire"."""
    lows, of = clause.lows, clause.phrase_of
    if i + 1 >= len(lows) or of[i + 1] < 0:
        return 0, []
    end = clause.phrases[of[i + 1]].last
    for _ in range(_JOINED):
        if end + 1 < len(lows) and lows[end] in _INSIDE and of[end + 1] >= 0:
            end = clause.phrases[of[end + 1]].last
    behind = lows[end : end + 1]
    if lows[end - 1] in _PARTICLES and end - 1 > i + 1 and not _PARTICLES & set(behind):
        end -= 1  # read as the end of the object: "shot two brothers dead"
    if end >= len(lows) or lows[end] not in _PARTICLES or _dated(clause, end + 1):
        return 0, []  # "fired rockets at a base in Goma on Tuesday" has no particle
    length, values = lex.triggers.at([lows[i], *lows[end : end + 3]], 0)
    if length < 2:
        return 0, []
    found = [v for v in values if isinstance(v, Entry) and v.pos == "v"]
    if lows[end] == "into":
        vehicle = lows[clause.phrases[of[i + 1]].head] in _DRIVEN_INTO
        found = [v for v in found if v.kind == "abduction" or (vehicle and v.lemma in _DRIVEN)]
    return (length, found) if found else (0, [])


_INSIDE = word_set("of and , in at")
_JOINED = 4
"""Phrases of one object: "a priest, two nuns and a dozen of the pupils"."""


_DRIVEN_INTO = word_set(
    "car cars van truck lorry vehicle pickup bus motorcycle tractor bulldozer drone drones plane "
    "aircraft jet boat boats"
)
_DRIVEN = frozenset({"drive into", "ram into", "plough into", "plow into", "fly into"})
"""What is done with a vehicle to attack: "drove a van into the crowd"."""


_PARTICLES = word_set(
    "away off out up down apart back dead hostage hostages captive captives ablaze alight afire on "
    "to with from into alive pieces"
)
"""What may stand behind the object of a phrasal verb."""


def _uncounted(clause: Clause, frame: Frame) -> bool:
    """ "Two landed in the market": what they were is known from before, or nothing is said."""
    heads = [clause.words[clause.phrases[s].head] for s in frame.subjects if s >= 0]
    return not heads or any(h.tag in "qr" for h in heads)


def _past_hyphen(clause: Clause, i: int) -> list[str]:
    """The word at `i`, past a hyphen."""
    k = i + 1 if clause.lows[i : i + 1] == ["-"] else i
    return clause.lows[k : k + 1] if k > i else []


_DEADLY = word_set("dead killed wounded")


_LED = frozenset(
    {"drag away", "drag off", "lead away", "lead off", "march off", "march out", "march away",
     "bundle into", "shove into", "herd away", "herd into", "round up", "detain"}
)  # fmt: skip
"""Said of people alone, whoever it is that was "dragged away on Monday"."""


_TO = UNDER | {"fall to", "fall victim to"}


_HITTING = frozenset({"fall on", "land on", "land in", "land near", "hit", "come down on"})
_BROKEN_UP = frozenset({"charge", "clear", "break up", "crush", "put down", "quell", "suppress"})
"""What is done to a crowd, and to much else."""


_STATES = word_set("target occupy guide seize capture fire place plant destroy")
"""Verbs whose participle before a noun says how a thing stands."""


_SHOT_IN_THE_AIR = frozenset(
    {"fire", "fire shots", "fire into", "shoot", "open fire", "fire several shots"}
)
_RIOT_POLICE = word_set("police cops policemen officers squad squads unit units gear shields guns")


_HARMLESS = word_set(
    "gas boiler cylinder fireworks firework transformer methane fake dummy toy imitation replica "
    "mock"
)
"""What explodes by accident, or not at all: "a fake explosive vest"."""


_CHANGING_HANDS: dict[str, Callable[[Clause, Frame, Lexicon], Frame | None]] = {
    "take": taking,
    "take back": taking,
    "lose": losing,
    "fall": falling,
    **dict.fromkeys(("cleanse", "purge", "recover", "rid", "free"), clearing),
    **dict.fromkeys(("hoist", "raise", "run up"), flagging),
    **dict.fromkeys(
        ("hand over", "hand back", "hand to", "turn over", "cede", "surrender", "relinquish"),
        handing,
    ),
    **dict.fromkeys(
        (
            "withdraw from", "pull out of", "pull back from", "retreat from", "abandon",
            "evacuate", "vacate", "leave",
        ),
        leaving,
    ),
}  # fmt: skip
"""What the verbs of ground that changes hands need beside them."""


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
    if entries[0].role == "fired":
        if not aimed_in_a_note(clause, first, last, lex):
            return None
        entries = [dataclasses.replace(e, role="weapon") for e in entries]
    verbal = tag in "vgbj"
    wanted = [e for e in entries if e.pos == ("v" if verbal else "n")]
    if not wanted and verbal:
        wanted = [e for e in entries if e.pos == "n" and e.lemma not in {"strike"}]
        verbal = False
    if not wanted:
        verbs = all(e.pos == "v" for e in entries)
        if verbs and (last - first == 1 or (first and words[first - 1].tag == "d")):
            return None  # "the fire at the bar"
        wanted = entries
        verbal = wanted[0].pos == "v"
    entry = max(wanted, key=lambda e: (e.sure, e.role == "event"))
    stands = tag == "j" and verbal and entry.role != "effect"
    if stands and (entry.sure < 2 or entry.lemma in _STATES):
        return None  # "stolen tankers", "the occupied bank"
    if words[first].low in {"burnt", "burned"} and _past_hyphen(clause, last) == ["out"]:
        return None  # "a burnt-out shop": how it stood
    if entry.lemma == "riot" and last < len(words) and words[last].low in _RIOT_POLICE:
        return None  # "riot police"
    if words[first - 1].low in _HARMLESS and first and entry.role == "weapon":
        return None  # "a gas explosion"
    if verbal and entry.lemma in TO_DEATH and to_death(clause, last):
        entry = dataclasses.replace(entry, kind="armed_attack", role="event", sure=3)
    frame = Frame(entry, first, last)
    if verbal and _SHOT_IN_THE_AIR & {entry.lemma} and "air" in clause.lows[last : last + 5]:
        return None  # "fired into the air"
    if verbal:
        read_verb(clause, frame, lex)
        if entry.lemma == "burn" and of_people(clause, frame, lex):
            frame.entry = dataclasses.replace(entry, kind="armed_attack", role="event", sure=2)
        led = entry.lemma in _LED and frame.voice == "passive"
        people = led or of_people(clause, frame, lex)
        if entry.kind == "abduction" and entry.sure < 2 and not people:
            frame.entry = dataclasses.replace(entry, kind="looting")  # "drove off the cattle"
        if innocent(clause, frame, lex) or not in_company(clause, frame, lex):
            return None
        if entry.lemma in _HITTING and weapon_lands(clause, frame, lex):
            frame.entry = dataclasses.replace(frame.entry, sure=2)  # "a drone fell on the yard"
        if entry.lemma in SET_OFF or (
            entry.lemma in {"hit", "strike"} and strikes_mine(clause, frame)
        ):
            # who steps on a mine did not lay it
            frame.objects = frame.subjects if frame.voice == "active" else []
            frame.subjects = []
        reading = _CHANGING_HANDS.get(entry.lemma)
        if reading is not None and entry.kind == "territory_change":
            return reading(clause, frame, lex)
        if entry.lemma in {"cost", "claim"} and "lives" not in clause.lows[last : last + 6]:
            return None
        if entry.lemma == "charge" and "with" in clause.lows[last : last + 12]:
            return None  # charged before a court
        if entry.lemma in _BROKEN_UP and not crowd(clause, frame):
            ground = [e for e in wanted if e.kind == "territory_change"]
            frame.entry = ground[0] if ground else entry
            return clearing(clause, frame, lex) if ground else None
        if entry.lemma in COMING_DOWN and not weapon_lands(clause, frame, lex):
            return None
        if entry.lemma in {"land in", "land on", "land near"} and not (
            weapon_lands(clause, frame, lex) or _uncounted(clause, frame)
        ):
            return None  # "a helicopter landed in", "paratroopers landed near"
        if entry.lemma == "fight" and not (
            is_armed(clause, frame.subjects, lex)
            or is_armed(clause, frame.objects, lex)
            or (frame.subjects and _DEADLY & set(clause.lows))
        ):
            return None  # "negotiators fought over the wording"
        if entry.lemma == "fall to" and SHOTS & set(clause.lows[last : last + 4]):
            _, values = lex.triggers.at(["killed"], 0)  # "ten had fallen to army bullets"
            frame.entry = next(v for v in values if isinstance(v, Entry) and v.pos == "v")
            return frame
        if entry.lemma in _TO:
            if not is_armed(clause, frame.subjects, lex):
                return None
            frame.entry = dataclasses.replace(entry, sure=2)
    else:
        of_what = clause.lows[last : last + 1] == ["of"]
        if entry.kind == "territory_change" and entry.sure < 2 and not of_what:
            return None  # "the Baloch Liberation Front", not "the liberation of Kobane"
        read_noun(clause, frame, lex)
        if innocent_noun(clause, frame, lex):
            return None
    return frame
