"""To whom and with what: targets, weapons, and the number of events."""

from __future__ import annotations

from geo.actors import Casualties, phrase_text, target_kind, weapon_at, weapons_in
from geo.clauses import Clause
from geo.drafts.groups import Group
from geo.events import Frame, Number, find_objects, is_time, read_number
from geo.events.around import TIME
from geo.merge import EMPTY as _EMPTY
from geo.words import Lexicon, word_set

__all__ = ["THROW", "count_of", "flies", "targets_of", "weapons_of"]


THROW = frozenset(
    {
        "set off",
        "throw",
        "hurl",
        "lob",
        "plant",
        "place",
        "drop",
        "fire",
        "launch",
        "send",
        "detonate",
        "explode",
        "go off",
        "intercept",
        "shoot down",
        "down",
        "defuse",
        "deactivate",
        "neutralise",
        "neutralize",
        "rain on",
        "rain down on",
        "fly into",
    }
)


_NO_TARGET = word_set(
    "attack attacks strike strikes responsibility scene fire damage operation toll "
    "statement people's casualties injuries incident death deaths number least victims "
    "part night day way use control one area province region district hours power series "
    "lives life pm am gmt majority rest rate reports what it them him others another more "
    "anything something "
    "everything time others next random weapons violence"
)


def targets_of(
    text: str,
    clause: Clause,
    group: Group,
    main: Frame,
    toll: Casualties,
    lex: Lexicon,
) -> list[tuple[str, str]]:
    phrases, words = clause.phrases, clause.words
    out: list[tuple[str, str]] = []
    indices: list[int] = []
    for frame in sorted(group.frames, key=lambda f: (f is not main, f.first)):
        if frame.generic and frame.entry.pos == "v":
            continue
        if frame.entry.lemma in THROW and frame.entry.pos == "v":
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
        if (
            head.tag in "rqdp"
            or head.low in _NO_TARGET
            or (
                weapon_at(clause, phrase, lex) is not None
                and head.low
                not in {"tank", "tanks", "helicopter", "helicopters", "aircraft", "plane"}
            )
        ):
            continue
        name = phrase_text(clause, text, phrase, owner=True)
        more = _including(text, clause, phrase.last)
        kind = target_kind(clause, phrase, lex)
        if kind == "unknown" and _has_of(clause, index):
            kind = target_kind(clause, phrases[index + 1], lex)  # "the garden of a school"
        if kind == "unknown" and head.low in {"village", "town", "city"}:
            kind = "civilian"
        if name and all(name.casefold() != t.casefold() for t, _ in out):
            out.append((name, kind))
            if more:
                out.append((more, kind))
    fuller = [t for t in out if t[0].casefold() not in _EMPTY]
    return fuller or out


def _has_of(clause: Clause, index: int) -> bool:
    last = clause.phrases[index].last
    return (
        index + 1 < len(clause.phrases)
        and last < len(clause.words)
        and clause.words[last].low == "of"
        and clause.phrases[index + 1].first == last + 1
    )


def _including(text: str, clause: Clause, last: int) -> str:
    """ "bases - including those used by the CIA": the part that is named apart."""
    words, of = clause.words, clause.phrase_of
    for k in range(last, min(len(words) - 4, last + 3)):
        if (
            words[k].low == "including"
            and words[k + 1].low in {"those", "some", "one"}
            and words[k + 2].tag in "vj"
            and words[k + 3].low == "by"
        ):
            if of[k + 4] < 0:
                return ""
            ids = find_objects(clause, of[k + 4])
            return " ".join(
                text[words[k + 1].start : words[clause.phrases[ids[-1]].last - 1].end].split()
            )
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
        if (
            phrase.preposition >= 0
            and clause.words[phrase.preposition].low in {"at", "on", "into", "against", "onto"}
            and not is_time(clause, phrase)
        ):
            return [k]
    return []


def weapons_of(
    text: str, clause: Clause, group: Group, low: int, high: int, lex: Lexicon
) -> list[str]:
    out: list[str] = []
    objects = {
        k
        for f in group.frames
        if f.entry.lemma not in THROW
        for o in f.objects
        if o >= 0
        for k in range(clause.phrases[o].first, clause.phrases[o].last)
    }
    for first, last, weapon in weapons_in(clause, low, high, lex):
        if first in objects and weapon.kind not in {"bombing", "grenade"}:
            continue
        if not flies(clause, group, first):
            continue
        nxt = clause.words[last] if last < len(clause.words) else None
        if (
            nxt is not None
            and nxt.tag == "n"
            and nxt.low
            in {
                "storage",
                "depot",
                "depots",
                "facilities",
                "facility",
                "factory",
                "cache",
                "dump",
                "warehouse",
                "site",
                "sites",
                "commander",
            }
        ):
            continue
        index = clause.phrase_of[first]
        start = first
        if index >= 0:
            start = clause.phrases[index].first
            for k in range(start, first):
                if clause.words[k].tag in "dq" or clause.words[k].low in TIME:
                    start = k + 1  # "on 5 February a mortar shell"
            while start < first and (
                clause.words[start].tag in "dqp-s"
                or clause.words[start].low in {"more", "other", "several", "few"}
                or clause.words[start].possessive
                or clause.words[start].low in lex.actors
            ):
                start += 1
        name = " ".join(text[clause.words[start].start : clause.words[last - 1].end].split())
        if len(name) > 60:
            name = clause.text(text, first, last)
        if all(name.casefold() != w.casefold() for w in out):
            out.append(name)
    return out


_PLATFORMS = word_set(
    "plane planes airplane airplanes aircraft helicopter helicopters jet jets gunship gunships "
    "warplane warplanes bomber bombers"
)


def flies(clause: Clause, group: Group, i: int) -> bool:
    """Whether the aircraft at word `i` does something: no "pictures of a burning plane"."""
    index = clause.phrase_of[i]
    if index < 0 or clause.words[clause.phrases[index].head].low not in _PLATFORMS:
        return True
    if any(
        index in f.subjects or index in f.carriers or ~index in f.subjects for f in group.frames
    ):
        return True
    phrase = clause.phrases[index]
    if phrase.preposition >= 0:
        return clause.words[phrase.preposition].low not in {
            "of",
            "on",
            "at",
            "to",
            "for",
            "against",
        }
    return phrase.first == 0 or clause.words[phrase.first - 1].tag not in "vbg"


def count_of(clause: Clause, group: Group, main: Frame, lex: Lexicon) -> Number | None:
    words = clause.words
    for k in range(len(words)):
        if (
            words[k].low == "times"
            and k
            and words[k - 1].tag in "qa"
            and not (
                k + 1 < len(words)
                and words[k + 1].low in {"more", "larger", "higher", "as", "the", "square"}
            )
        ):
            number = read_number(clause, max(0, k - 4), k, lex)
            if number:
                return number
        if words[k].low == "twice" and group.frames and abs(k - main.first) < 20:
            return Number(2, 2)
    if (
        main.count is not None
        and main.entry.role != "effect"
        and main.entry.kind not in {"grenade", "landmine"}
    ):
        return main.count
    for frame in group.frames:
        if (
            frame.entry.role in {"event", "weapon"}
            and frame.count is not None
            and frame.entry.lemma not in {"explosives"}
        ):
            if frame.entry.role == "weapon" and main.entry.lemma in THROW:
                continue
            if frame.entry.role == "weapon" and frame.entry.kind not in {
                "car_bombing",
                "ied",
                "bombing",
                "suicide_bombing",
            }:
                continue
            return frame.count
    return None
