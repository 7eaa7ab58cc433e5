"""Who did it: the agents of frames, what modifies a trigger, and those who are blamed."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from geo.actors import Sight, Statement, can_act, name_party, party_at, weapon_at
from geo.drafts.agents import UNDERGONE, agents_of, done_to
from geo.drafts.groups import Group
from geo.drafts.owners import handling_party, modifying_party, owning_party
from geo.drafts.reading import Reading
from geo.drafts.roster import Roster
from geo.drafts.subjects import first_subject, subjects_of, who_came, who_went_on, whom_met
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
        if frame.generic:
            continue
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
        if came >= 0 and came not in struck:
            met = whom_met(sight, came) if main.entry.kind == "armed_clash" else []
            for index in (came, *met):
                actor = name_party(sight, index)
                if actor is not None and (index == came or actor.kind in {"group", "force"}):
                    _add(out, _pointed(sight, index, actor, reading))
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
    if head.tag == "r" and head.low in {"they", "it", "we", "he", "she", "who"}:
        if phrase.last < len(clause.words) and clause.words[phrase.last].low in lex.report:
            return None  # "mines which, it said, killed": who says so
        spoken = [s for s in said if s.speaker and 0 <= phrase.first - s.last <= 1]
        if head.low == "we" and not spoken:
            spoken = [
                s for s in said if s.who >= 0 and s.first > phrase.first
            ]  # '"We hit it," X said'
        if any(s.act == "none" for s in spoken):
            return None  # "no group said it had attacked the mosque"
        if spoken and head.low in {"they", "it", "we"}:
            speaking = _speaking(sight, spoken[-1], reading.roster)
            return _pointing(speaking or reading.roster.speaker)
        if frame.voice != "active":
            return None
        for earlier, verb in subjects_of(sight, 0, phrase.first):
            if clause.words[verb].low not in lex.report and can_act(sight, earlier):
                return name_party(sight, earlier)  # "X took the town, and they shot"
        return _pointing(reading.roster.pronoun(head.low))
    opening = clause.words[phrase.first].low
    theirs = opening in {"its", "his", "their", "our"}
    if theirs and opening != "our" and weapon_at(clause, phrase, lex) is not None:
        found = _named_before(sight, index) or reading.roster.subject
        return _pointing(found)  # "nor are the Xs innocent: their shells struck a clinic"
    if opening in {"its", "his", "their", "our", "one"} and head.low in _OWN:
        whole = " ".join(clause.lows[phrase.first : phrase.head + 1])
        owned = opening != "one" or "of its" in whole or "of their" in whole or "of our" in whole
        spoken = [s for s in said if s.speaker and (s.first < phrase.first or opening == "our")]
        owner = (
            _speaking(sight, spoken[-1], reading.roster) if spoken else None
        ) or reading.roster.speaker
        told = reading.roster.subject
        if owner is None and told is not None and told.kind in {"state", "group", "force"}:
            owner = told  # "then their planes hit the town"
        if owned and owner is not None:
            return _pointing(owner)
    if opening in {"its", "their", "his"} and head.low in _ALLIES:
        for earlier in range(index - 1, max(-1, index - 4), -1):
            if can_act(sight, earlier):
                return name_party(sight, earlier)  # "X and its allies"
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
    spoken = [s for s in said if s.who >= 0 and s.first < phrase.first]
    itself = opening == "the" and head.low in _ITSELF and phrase.head == phrase.first + 1
    if spoken and (head.low in _SENT or itself):
        sender = _speaking(sight, spoken[-1], reading.roster)
        if sender is not None and sender.identified and (sender.kind == "group" or itself):
            # "X said that a suicide bomber had done it", "a spokesman of X said the group had"
            return _pointing(sender) if itself else sender
    return _pointed(sight, index, actor, reading)


def _named_before(sight: Sight, index: int) -> Actor | None:
    """The last party with a name that the sentence told of before a phrase."""
    first = sight.clause.phrases[index].first
    named = [o for o in sight.organisations if o.last <= first]
    if named:
        return party_at(sight, named[-1].first, named[-1].last, "group")
    for earlier in range(index - 1, max(-1, index - 8), -1):
        if can_act(sight, earlier):
            found = name_party(sight, earlier)
            if found is not None and found.identified and found.kind != "unknown":
                return found
    return None


def _pointed(sight: Sight, index: int, actor: Actor, reading: Reading) -> Actor:
    phrase = sight.clause.phrases[index]
    if actor.identified and actor.kind != "unknown":
        return actor
    lows = sight.clause.lows
    found = reading.roster.pointed_at(actor.name, lows[phrase.first])
    if found is None and "same" in lows[phrase.first : phrase.head]:
        found = reading.roster.subject  # "the same men"
    return _pointing(found) or actor


def _pointing(actor: Actor | None) -> Actor | None:
    """A party that a pronoun or "the group" stands for."""
    return dataclasses.replace(actor, basis="anaphor", side=None) if actor is not None else None


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


_OWN = word_set(
    "forces troops army military warplanes fighters units soldiers men air navy jets aircraft "
    "planes pilots drones members force helicopters police bombers guards ships"
)
_ALLIES = word_set("allies partners proxies supporters affiliates followers backers")
_SENT = word_set(
    "bomber bombers fighter fighters member members commando commandos cell squad unit"
)
_ITSELF = word_set("group movement organisation organization faction militia cartel gang")
_FOR = word_set(
    "spokesman spokeswoman spokesperson leader president minister chief commander ministry "
    "official officials statement general secretary head governor premier envoy government "
    "authorities mouthpiece agency"
)


def _speaking(sight: Sight, statement: Statement, roster: Roster) -> Actor | None:
    """The party that speaks, or for which the speaker speaks: "X's president", "a Y spokesman"."""
    clause = sight.clause
    if statement.who < 0:
        return None
    phrase = clause.phrases[statement.who]
    words = clause.words
    before = statement.who - 1
    if before >= 0 and phrase.first > 1 and words[phrase.first - 1].tag == ",":
        outer = clause.phrases[before]
        if outer.last == phrase.first - 1 and words[outer.head].low in _FOR:
            phrase = outer  # "the group's leader, X, said"
    if words[phrase.head].tag == "r":
        return None
    if words[phrase.head].low in _FOR:
        for k in range(phrase.first, phrase.head):
            if words[k].possessive and words[k].tag == "n":
                known = roster.pointed_at(words[k].low, "the")
                if known is not None:
                    return known
        owned = [k for k in sight.states if phrase.first <= k < phrase.last]
        org = [o for o in sight.organisations if phrase.first <= o.first < phrase.last]
        if org:
            return party_at(sight, org[0].first, org[0].last, "group")
        if owned:
            code = next(
                (
                    m.place.country_code
                    for m in sight.mentions
                    if m.place is not None and m.start <= words[owned[0]].start < m.end
                ),
                None,
            )
            return party_at(sight, owned[0], owned[-1] + 1, "state", code)
        k = phrase.last
        if k + 1 < len(words) and words[k].low in {"of", "for"} and clause.phrase_of[k + 1] >= 0:
            inner = clause.phrase_of[k + 1]
            return name_party(sight, inner) if can_act(sight, inner) else None
    if not can_act(sight, statement.who):
        return None
    return name_party(sight, statement.who)


def accused_of(sight: Sight, said: Sequence[Statement], reading: Reading) -> list[Actor]:
    """The parties that somebody blames in this sentence; claimants are read beside them."""
    out: list[Actor] = []
    clause = sight.clause
    for s in said:
        if s.act in {"claim", "deny"} and s.speaker:
            party = _speaking(sight, s, reading.roster)
            if s.act == "claim" and clause.words[clause.phrases[s.who].head].low in {"it", "they"}:
                party = _pointing(reading.roster.speaker)  # "it had also claimed"
            if party is not None and (party.kind != "unknown" or s.act == "claim"):
                s.claimant = _pointed(sight, s.who, party, reading) if s.who >= 0 else party
                if s.act == "claim" and s.speaker.casefold() in s.claimant.name.casefold():
                    s.speaker = s.claimant.name  # "the Group for the Support of X and Y"
        if s.blamed < 0 or s.blamed >= len(clause.phrases):
            continue
        if not can_act(sight, s.blamed):
            continue
        actor = name_party(sight, s.blamed)
        if actor is not None:
            actor = _pointed(sight, s.blamed, actor, reading)
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
            party = _speaking(sight, s, reading.roster)
            if party is not None and (party.identified or party.kind in {"group", "force"}):
                roster.speaker = party
    for actor in drafts_of:
        roster.note(sentence, actor)
    subject = first_subject(sight)  # who speaks is no doer
    if subject >= 0 and can_act(sight, subject):
        found = name_party(sight, subject)
        if found is not None and (found.kind in {"group", "force", "state"} or found.identified):
            roster.subject = _pointed(sight, subject, found, reading)
    elif drafts_of:
        roster.subject = drafts_of[0]


_TIES = word_set(
    "linked tied ties links allied allegiance loyal affiliated inspired backed sympathetic against "
    "branch offshoot rival fighting former"
)
