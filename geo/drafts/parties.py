"""Who did it: the agents of frames, what modifies a trigger, and those who are blamed."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from geo.actors import Sight, Statement, can_act, name_party, party_at, weapon_at
from geo.drafts.agents import UNDERGONE, agents_of, done_to
from geo.drafts.groups import Group
from geo.drafts.owners import handling_party, modifying_party, owning_party
from geo.drafts.pointing import (
    PRONOUNS,
    by_owner,
    by_pronoun,
    by_sender,
    pointed,
    pointing,
    speaking,
)
from geo.drafts.reading import Reading
from geo.drafts.subjects import (
    first_subject,
    who_came,
    who_fell_upon,
    who_was_there,
    who_went_on,
    whom_met,
)
from geo.events import Frame, is_time
from geo.model import Actor
from geo.words import word_set

__all__ = ["accused_of", "actors_of", "remember"]


def actors_of(
    sight: Sight,
    group: Group,
    main: Frame,
    said: Sequence[Statement],
    reading: Reading,
    low: int,
    high: int,
) -> list[Actor]:
    """The parties that did what the group's frames tell, both sides of a fight."""
    out = _senders(sight, main)
    frames = sorted(group.frames, key=lambda f: (f is not main, f.first))
    struck = set() if main.entry.kind == "armed_clash" else done_to(sight, group)
    seen = set(struck)
    for frame in frames:
        if frame.generic or (frame is not main and frame.background and frame.perfect):
            continue  # "was bombed after rebels had entered it"
        for index, side in agents_of(sight, frame):
            if index in seen:
                continue
            if index >= 0:
                seen.add(index)
            actor = _party(sight, index, frame, said, reading)
            if actor is not None:
                _add(out, dataclasses.replace(actor, side=side) if side else actor)
        if out and frame is main and main.entry.kind != "armed_clash":
            break
    if main.entry.kind == "armed_clash" and main.objects and not main.subjects:
        other = who_was_there(sight, main.first)  # "gunmen tried to enter, a gunfight with police"
        if other >= 0 and other not in main.objects:
            actor = name_party(sight, other)
            out = [*filter(None, [actor]), *out]
    if not out:
        for frame in frames:  # "sworn vengeance for the raid by X, in which eleven were killed"
            if frame.generic and frame.entry.pos == "n" and not frame.negated:
                for index, _ in agents_of(sight, frame):
                    actor = _party(sight, index, frame, said, reading) if index >= 0 else None
                    if actor is not None and actor.kind != "unknown":
                        _add(out, actor)
    if not out:
        came = who_came(sight, low, high)
        if came < 0:
            came = who_went_on(sight, main, low)
        if came < 0 and main.voice == "passive" and not main.perfect:
            came = who_fell_upon(sight, main.first)
        if came >= 0 and came not in struck:
            met = whom_met(sight, came) if main.entry.kind == "armed_clash" else []
            for index in (came, *met):
                actor = name_party(sight, index)
                if actor is not None and (index == came or actor.kind in {"group", "force"}):
                    _add(out, pointed(sight, index, actor, reading.roster))
    if not out:
        handled = handling_party(sight, low, high, main)
        if handled is not None:
            _add(out, handled)
    if not out and any(f.entry.kind == "armed_clash" for f in frames):
        return _fallen(sight, frames)
    return [a for a in out if not _suffered(sight, a, struck)]


def _fallen(sight: Sight, frames: Sequence[Frame]) -> list[Actor]:
    """ "Nine fighters of the X and six soldiers were killed in clashes": they fought."""
    out: list[Actor] = []
    for frame in frames:
        if frame.entry.kind == "armed_clash":
            continue
        undergone = frame.entry.lemma.split(" ")[0] in UNDERGONE
        for index in frame.subjects if undergone else frame.objects:
            actor = name_party(sight, index) if index >= 0 and can_act(sight, index) else None
            if actor is not None and actor.kind in {"group", "force"}:
                _add(out, actor)
    return out


_UNMANNED = word_set(
    "drone drones uav uavs missile missiles rocket rockets projectile projectiles shahed shaheds"
)


def _senders(sight: Sight, main: Frame) -> list[Actor]:
    """Whose weapon was brought down: "shot down two drones of the Houthis"."""
    out: list[Actor] = []
    if main.entry.kind == "weapons_use_disrupted":
        for index in main.objects:
            phrase = sight.clause.phrases[index]
            unmanned = not _UNMANNED.isdisjoint(sight.clause.lows[phrase.first : phrase.last])
            sender = owning_party(sight, index, main) if unmanned and index >= 0 else None
            if sender is not None and sender.identified:
                _add(out, sender)
    return out


def _add(out: list[Actor], actor: Actor) -> None:
    if actor.name and all(a.name.casefold() != actor.name.casefold() for a in out):
        out.append(actor)


def _suffered(sight: Sight, actor: Actor, struck: set[int]) -> bool:
    """Whether the party goes by the name of one that the incident is told to be done to."""
    words = sight.clause.words
    for phrase in (sight.clause.phrases[o] for o in struck):
        said = " ".join(sight.text[words[phrase.first].start : words[phrase.last - 1].end].split())
        if f" {said}".casefold().endswith(f" {actor.name}".casefold()):
            return True
    return False


def _party(
    sight: Sight, index: int, frame: Frame, said: Sequence[Statement], reading: Reading
) -> Actor | None:
    clause, lex = sight.clause, sight.lex
    if index < 0:
        fallen = frame.entry.role == "effect"  # "15 FAMa KIA"
        return None if fallen else modifying_party(sight, ~index, frame)
    phrase = clause.phrases[index]
    if index and phrase.first and clause.words[phrase.first - 1].tag == "t":
        index -= 1  # "local factions, not X, seized the town"
        phrase = clause.phrases[index]
    head = clause.words[phrase.head]
    if head.tag == "r" and head.low in PRONOUNS:
        return by_pronoun(sight, index, said, reading.roster, active=frame.voice == "active")
    owner = by_owner(sight, index, said, reading.roster)
    if owner is not None:
        return owner
    if not can_act(sight, index):
        found = owning_party(sight, index, frame)
        if found is None and frame.voice in {"active", "passive"}:
            by_people = head.low in lex.people or frame.entry.lemma in _DONE_BY_PEOPLE
            if by_people and _may_be_people(sight, index):
                found = name_party(sight, index)  # "blown up by women with explosives"
        return found
    actor = name_party(sight, index)
    if actor is None:
        return None
    sender = by_sender(sight, index, said, reading.roster)
    if sender is not None:
        return sender
    return pointed(sight, index, actor, reading.roster)


_DONE_BY_PEOPLE = word_set(
    "murder kidnap abduct rape behead loot ransack storm raid rob hurl lob throw lynch torch stab "
    "hack assassinate hijack ambush burgle"
) | {"set ablaze", "set on fire", "set fire to", "gun down", "open fire", "shoot dead"}


_ANYBODY = word_set("somebody someone anybody anyone nobody one")


def _may_be_people(sight: Sight, index: int) -> bool:
    """Whether a phrase of no kind that a table knows may be people: "hoodlums", "an intruder"."""
    clause, lex = sight.clause, sight.lex
    head_at = clause.phrases[index].head
    head = clause.words[head_at]
    if head.tag != "n" or not head.text[:1].isalpha() or head.low in _ANYBODY:
        return False
    if head.low in lex.people:
        return True
    if any(low in lex.targets for low in clause.lows[clause.phrases[index].first : head_at]):
        return False  # "the vessel X"
    return not (
        head.low in lex.targets
        or head.low in lex.trigger_words
        or head.low in lex.anaphors
        or head.low.endswith("ing")
        or is_time(clause, clause.phrases[index])
        or weapon_at(clause, clause.phrases[index], lex) is not None
        or any(m.start <= head.start < m.end for m in sight.mentions)
    )


def accused_of(sight: Sight, said: Sequence[Statement], reading: Reading) -> list[Actor]:
    """The parties that somebody blames in this sentence; claimants are read beside them."""
    out: list[Actor] = []
    clause = sight.clause
    for s in said:
        if s.act in {"claim", "deny"} and s.speaker:
            party = speaking(sight, s, reading.roster)
            if s.act == "claim" and clause.words[clause.phrases[s.who].head].low in {"it", "they"}:
                party = pointing(reading.roster.speaker)  # "it had also claimed"
            if party is not None and (party.kind != "unknown" or s.act == "claim"):
                s.claimant = pointed(sight, s.who, party, reading.roster) if s.who >= 0 else party
                if s.act == "claim" and s.speaker.casefold() in s.claimant.name.casefold():
                    s.speaker = s.claimant.name  # "the Group for the Support of X and Y"
        if s.blamed < 0 or s.blamed >= len(clause.phrases):
            continue
        if not can_act(sight, s.blamed):
            continue
        actor = name_party(sight, s.blamed)
        if actor is not None:
            actor = pointed(sight, s.blamed, actor, reading.roster)
            s.accused = actor
            _add(out, actor)
    return out


def remember(
    sight: Sight,
    sentence: int,
    said: Sequence[Statement],
    reading: Reading,
    drafts_of: Sequence[Actor],
) -> None:
    """Keep the parties of a sentence for those that point back to them."""
    clause, roster = sight.clause, reading.roster
    for org in sight.organisations:
        named = party_at(sight, org.first, org.last, "group")
        if org.alias:
            roster.aliases[org.alias] = named.name.casefold()
        before = clause.lows[max(0, org.first - 4) : org.first]
        joined = org.last < len(clause.words) and clause.words[org.last].tag == "-"
        if not joined and not _TIES & set(before):
            roster.note(sentence, named)
    for s in said:
        if s.speaker and s.who >= 0:
            party = speaking(sight, s, reading.roster)
            if party is not None and (party.identified or party.kind in {"group", "force"}):
                roster.speaker = party
    for actor in drafts_of:
        roster.note(sentence, actor)
    subject = first_subject(sight)  # who speaks is no doer
    if subject >= 0 and can_act(sight, subject):
        found = name_party(sight, subject)
        if found is not None and (found.kind in {"group", "force", "state"} or found.identified):
            roster.subject = pointed(sight, subject, found, reading.roster)
    elif drafts_of:
        roster.subject = drafts_of[0]


_TIES = word_set(
    "linked tied ties links allied allegiance loyal affiliated inspired backed sympathetic against "
    "branch offshoot rival fighting former"
)
