"""Who did it: the subjects of frames, what modifies a trigger, and those who are blamed."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer.model import FeatureClass, Mention
from geo.actors import Statement, actor_kind, is_actor, phrase_text
from geo.clauses import Clause
from geo.drafts.groups import Group
from geo.drafts.reading import Reading
from geo.events import Frame
from geo.model import Actor
from geo.words import Lexicon, word_set

__all__ = ["actors_of", "state_words"]


def state_words(clause: Clause, mentions: Sequence[Mention]) -> list[int]:
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


def actors_of(
    text: str,
    clause: Clause,
    group: Group,
    main: Frame,
    said: Sequence[Statement],
    states: list[int],
    mentions: Sequence[Mention],
    lex: Lexicon,
    reading: Reading,
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
                spoken = [s for s in said if s.speaker and 0 <= phrases[index].first - s.last <= 1]
                if head.tag == "r" and head.low in {"they", "it", "we"} and spoken:
                    lows = spoken[-1].speaker.casefold().split()
                    kind = next(
                        (lex.actors[low] for low in reversed(lows) if low in lex.actors), "unknown"
                    )
                    actor = Actor(spoken[-1].speaker, kind)
                elif (
                    head.tag == "r"
                    and head.low in {"they", "he", "it", "who", "she"}
                    and reading.actors
                    and frame.voice == "active"
                ):
                    actor = reading.actors[-1]
                else:
                    actor = _modifier_actor(text, clause, index, frame, states, mentions, lex)
                    if actor is None and index + 1 < len(phrases):
                        owner = phrases[index + 1]
                        before = owner.preposition
                        if (
                            before == phrases[index].last
                            and clause.words[before].low in {"of", "from", "belonging"}
                            and is_actor(clause, owner, lex, states)
                        ):
                            actor = _actor(text, clause, index + 1, states, mentions, lex, reading)
            else:
                actor = _actor(text, clause, index, states, mentions, lex, reading)
            if actor is not None and all(a.name.casefold() != actor.name.casefold() for a in out):
                out.append(actor)
        if out and frame is main and main.entry.kind != "armed_clash":
            break
    for s in said:
        if (
            s.blamed >= 0
            and s.blamed < len(phrases)
            and is_actor(clause, phrases[s.blamed], lex, states)
        ):
            actor = _actor(text, clause, s.blamed, states, mentions, lex, reading)
            if s.party and s.party != actor.name and actor.name.startswith(s.party):
                actor = Actor(s.party, actor.kind, actor.country_code)
            if all(a.name != actor.name for a in out):
                out.append(actor)
    return out


def _actor(
    text: str,
    clause: Clause,
    index: int,
    states: list[int],
    mentions: Sequence[Mention],
    lex: Lexicon,
    reading: Reading,
) -> Actor:
    phrase = clause.phrases[index]
    name = phrase_text(clause, text, phrase)
    opening = clause.words[phrase.first].low
    head = clause.words[phrase.head].low
    if opening in {"its", "his", "their", "our"} and head in _OWN and reading.speaker:
        lows = reading.speaker.casefold().replace("’", "'").split()
        code = next(
            (str(v[0]) for i in range(len(lows)) for n, v in [lex.institutions.at(lows, i)] if n),
            None,
        )
        return Actor(reading.speaker, "force", code)
    if name.casefold() in {"group", "movement", "organisation", "organization"} and opening in {
        "the",
        "this",
    }:
        for known in reversed(reading.actors):
            if known.kind == "group" and known.name[:1].isupper():
                return known
    if opening in {"those", "these", "the", "this"} and " " not in name:
        for known in reversed(reading.actors):
            if known.name.casefold().endswith(" " + name.casefold()):
                return known
    kind = actor_kind(clause, phrase, lex, states)
    return Actor(name, kind, _country_of(clause, phrase.first, phrase.last, mentions, lex))


_OWN = word_set("forces troops army military warplanes fighters units soldiers men air navy")


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
        if (
            a <= m.start < b
            and m.place is not None
            and m.place.country_code
            and not text_backed(clause, m)
        ):
            return m.place.country_code
    return None


def text_backed(clause: Clause, m: Mention) -> bool:
    """ "Iran-backed militias" are not Iran."""
    for k, w in enumerate(clause.words):
        if w.start >= m.end:
            return (
                w.tag == "-"
                and k + 1 < len(clause.words)
                and clause.words[k + 1].low
                in {
                    "backed",
                    "linked",
                    "aligned",
                    "led",
                    "supported",
                    "trained",
                    "sponsored",
                    "made",
                    "flagged",
                }
            )
    return False


def _modifier_actor(
    text: str,
    clause: Clause,
    index: int,
    frame: Frame,
    states: list[int],
    mentions: Sequence[Mention],
    lex: Lexicon,
) -> Actor | None:
    """The party in front of the trigger: "Israeli air strikes", "a Houthi attack"."""
    phrase = clause.phrases[index]
    words = clause.words
    last = (
        min(frame.first, phrase.last) if phrase.first <= frame.first < phrase.last else phrase.head
    )
    spans: list[tuple[int, int, str, str | None]] = []
    k = phrase.first
    lows = clause.lows[phrase.first : last]
    while k < last:
        length, _values = lex.groups.at(lows, k - phrase.first)
        if length:
            return Actor(
                clause.text(text, k, k + length).removesuffix("'s").removesuffix("’s"), "group"
            )
        if (
            words[k].low in lex.armed
            and weapon_word(words[k].low, lex) is None
            and words[k].low not in {"drone", "blast", "strike"}
        ):
            start = k
            while (
                start > phrase.first
                and words[start - 1].tag in "nj-"
                and words[start - 1].low not in {"recent"}
            ):
                start -= 1
            return Actor(
                clause.text(text, start, k + 1).removesuffix("'s").removesuffix("’s"),
                lex.actors.get(words[k].low, "force"),
                _country_of(clause, start, k + 1, mentions, lex),
            )
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
        elif (
            words[k].possessive
            and words[k].text[:1].isupper()
            and words[k].low
            not in {
                "monday",
                "tuesday",
                "wednesday",
                "thursday",
                "friday",
                "saturday",
                "sunday",
                "today",
                "yesterday",
            }
        ):
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
