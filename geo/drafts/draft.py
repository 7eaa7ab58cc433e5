"""One group of frames to one draft of an incident, and how a sentence yields them."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from gazetteer.names import fold
from geo.actors import Casualties, Sight, Statement, casualties, sight_of, statements
from geo.clauses import Clause, read_clause
from geo.dates import DateMention
from geo.drafts.afar import comes_by_air, like_the_last
from geo.drafts.afterwards import passed_by
from geo.drafts.attachment import setting_of
from geo.drafts.charges import charge_of, of_the_deed
from geo.drafts.crowds import gathers
from geo.drafts.days import date_of, of_what_came_of_it, said_day
from geo.drafts.grouping import group_frames
from geo.drafts.groups import Group, is_answer, main_frame, reach_of
from geo.drafts.headed import place_at, place_by_heading
from geo.drafts.kinds import kind_of
from geo.drafts.notes import Notes
from geo.drafts.parties import accused_of, actors_of, remember
from geo.drafts.places import place_by_list, place_of, set_places
from geo.drafts.reading import Reading, Sentence
from geo.drafts.scene import set_in_scene, stands_for
from geo.drafts.sightings import view_of
from geo.drafts.signs import GREW, in_care, of_the_victims, opening_follows, stage_occurred
from geo.drafts.stance import set_stance
from geo.drafts.sub_events import finer_type
from geo.drafts.targets import count_of, targets_of, weapons_of
from geo.drafts.together import bound_backgrounds, same_day
from geo.events import Frame, Number, find_frames
from geo.merge import Draft
from geo.model import DatePhrase
from geo.standing import telling_score
from geo.telling import features
from geo.whereabouts import Whereabouts, find_whereabouts
from geo.words import Lexicon

__all__ = ["DOUBT", "read_sentence"]


DOUBT = 1.0
"""How far below zero a telling may score and still be kept until all is read."""


_GATHERED = 2
"""Sentences for which a crowd that was told of stays in the street."""


def read_sentence(
    text: str, sentence: Sentence, lex: Lexicon, reading: Reading
) -> tuple[list[Draft], list[Statement]]:
    """The incidents that one sentence tells, and who says so."""
    seams = {
        _word_from(text, at)
        for m in sentence.dates
        if not m.attributive and _stands_apart(text, m)
        for at in (m.start, m.end)
    }
    clause = read_clause(text, sentence.start, sentence.end, lex, skip=sentence.skip, seams=seams)
    if not clause.words:
        return [], []
    if gathers(clause):
        reading.gathering = sentence.index
    said = statements(clause, text, lex)
    for s in said:
        if s.speaker:
            reading.speaker = s.speaker
        elif s.act != "none":
            s.speaker = reading.speaker
    sight = sight_of(text, clause, sentence.mentions, lex, upper=reading.upper)
    accused = accused_of(sight, said, reading)
    blames = [s for s in said if s.accused is not None]
    frames = [f for f in find_frames(clause, lex) if not _inside_statement(f, said)]
    reading.roster.view(view_of(sight, sentence.index, said))
    if not frames:
        remember(sight, sentence.index, said, reading, accused)
        return [], said
    found = find_whereabouts(
        clause, sentence.mentions, lex, frames=frames, upper=reading.upper, known=reading.known
    )
    found = [
        w
        for w in found
        if not any(o.first <= w.first and w.last <= o.last for o in sight.organisations)
    ]  # "Movement for Peace in the West" is nowhere
    out: list[Draft] = []
    dates = [m for m in sentence.dates if not of_what_came_of_it(clause, m)]
    groups = group_frames(clause, frames, dates, sentence.mentions, found)
    for group in groups:
        draft = _draft(text, sentence, sight, group, groups, found, said, lex, reading)
        if draft is not None:
            out.append(draft)
            if group.share and len(out) > 1:
                same_day(out[-2], draft)
            draft.answered = group.frames[0].background or main_frame(group.frames).background
            _blame(clause, draft, main_frame(group.frames), blames)
    bound_backgrounds(clause, out)
    reading.told.read(text, clause, found)
    remember(sight, sentence.index, said, reading, [a for d in out for a in d.actors])
    return out, said


def _stands_apart(text: str, m: DateMention) -> bool:
    """Whether it is no part of a noun phrase: "in the evening troops", not "late-night raids"."""
    if m.kind != "time":
        return True
    before = text[max(0, m.start - 12) : m.start].casefold().split()[-2:]
    return before[-1:] in (["at"], ["by"], ["towards"]) or before in (
        ["in", "the"],
        ["during", "the"],
    )


def _word_from(text: str, at: int) -> int:
    """Where the word begins that stands at an offset or after it."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _blame(clause: Clause, draft: Draft, main: Frame, blames: Sequence[Statement]) -> None:
    """Whom somebody blames for this deed did it, as far as the report goes."""
    for s in blames:
        assert s.accused is not None
        party = clause.phrases[s.blamed]
        between = clause.words[party.last : main.first]
        parted = [w for w in between if w.tag == ";" or w.low in {"who", "which"}]
        if parted and parted[0].text != ":":  # "X has been behind most of it: in May ..."
            continue  # "blamed soldiers, who had ... fled clashes": another deed
        s.spent = True
        draft.blamed.append(s.accused.name)
        if all(a.name.casefold() != s.accused.name.casefold() for a in draft.actors):
            draft.actors.append(dataclasses.replace(s.accused, basis="blame"))


def _struck(sight: Sight, group: Group) -> set[str]:
    """Countries that the phrases name to which it was done."""
    clause = sight.clause
    phrases = [clause.phrases[o] for f in group.frames for o in f.objects if o >= 0]
    spans = [(clause.words[p.first].start, clause.words[p.last - 1].end) for p in phrases]
    return {
        m.place.country_code
        for m in sight.mentions
        if m.place is not None and m.place.country_code
        for start, end in spans
        if start <= m.start < end
    }


def _day_beside(sentence: Sentence, notes: Notes) -> DatePhrase | None:
    """The day of a note: the one that its line says of something else, or that of the title."""
    days = [m.phrase for m in sentence.dates if m.kind == "date" and m.phrase.date_prec == 1]
    if not days or not notes.itemised or days[0].end is None:
        return notes.covers
    return dataclasses.replace(days[0], edtf=f"{days[0].end.isoformat()}~", date_prec=2)


def _with_row(toll: Casualties, sentence: Sentence) -> Casualties:
    """A toll with what the cells beside the words count."""
    if toll.dead is None and sentence.dead is not None:
        toll.dead = Number(sentence.dead, sentence.dead)
    if toll.hurt is None and sentence.hurt is not None:
        toll.hurt = Number(sentence.hurt, sentence.hurt)
    return toll


def _inside_statement(frame: Frame, said: Sequence[Statement]) -> bool:
    return any(
        s.act in {"claim", "say"} and s.spans(frame.first) and frame.entry.role != "event"
        for s in said
    )


def _draft(
    text: str,
    sentence: Sentence,
    sight: Sight,
    group: Group,
    groups: Sequence[Group],
    found: Sequence[Whereabouts],
    said: Sequence[Statement],
    lex: Lexicon,
    reading: Reading,
) -> Draft | None:
    main = main_frame(group.frames)
    clause, states = sight.clause, sight.states
    low, high = reach_of(clause, group, groups)
    charge = charge_of(clause, group.frames)
    if charge:
        low = max(low, charge)
        sentence, found = of_the_deed(clause, sentence, found, charge)
    toll = casualties(clause, [f for f in group.frames if low <= f.first < high], lex, low, high)
    if group is groups[0]:
        toll = _with_row(toll, sentence)
    gathered = sentence.index - reading.gathering <= _GATHERED
    kind, sure = kind_of(clause, group, main, low, high, lex, states, found, gathered=gathered)
    kind = like_the_last(kind, main, sentence, reading)
    when = date_of(text, reading.published, clause, sentence, main, said, low, high, group.frames)
    date = when.phrase or sentence.row_day
    undated = date is None and reading.notes.day is None and reading.notes.covers is None
    setting = setting_of(clause, found, group, main, said, (low, high), lex)
    place, places, place_facts = place_of(setting)
    before = [s.speaker for s in said if s.speaker and s.first < main.first]
    reading.speaker = before[-1] if before else reading.speaker
    actors = actors_of(sight, group, main, said, reading, low, high)
    if any(s.act == "deny" and s.first < main.first for s in said):
        # "denied it and said Y had fired the missile": what a party says of another
        actors = [dataclasses.replace(a, basis="blame") for a in actors]
    targets = targets_of(text, clause, group, main, toll, lex)
    weapons = weapons_of(text, clause, group, low, high, lex)
    count = count_of(clause, group, main, lex)
    if (
        main.entry.pos == "n"
        and main.definite
        and main.commented
        and not [o for o in main.objects if o >= 0]
    ):
        # "meeting in Bavaria, leaders condemned the attack": their place, not its
        place, places, date = None, [], None
    if (
        main.background
        and is_answer(clause, main)
        and date is None
        and (place is None or (main.entry.kind == "assassination" and not main.plural))
        and (place is None or place.rank < 3)
    ):
        return None  # a motive: "in answer to the killing of"
    if charge and main.entry.pos == "n" and main.definite and place is None and not targets:
        date = None  # "was convicted of the killing in 1989": when judged
    effects = all(f.entry.role == "effect" for f in group.frames)
    if effects and in_care(clause, main):
        place, places = None, []  # where the wounded died is not where they were hit
    if date is not None and "toll" in clause.lows[low:high]:
        grew = [w.start for w in clause.words[low:high] if w.low in GREW]
        if grew and (main.entry.role == "effect" or when.at > grew[0]):
            date = None  # "the death toll of the attack rose to 52 on Saturday"
    vague = date is not None and date.start is None
    long = (
        date is not None
        and date.start is not None
        and date.end is not None
        and (date.end - date.start).days > 10
    )
    plural = main.plural or (count is not None and count.low > 1)
    event_plural = any(
        f.plural and f.entry.role == "event" and (f is main or not f.definite) for f in group.frames
    )
    aggregate = (plural or event_plural) and (
        (date is not None and (date.open_end or vague or (long and count is not None)))
        or (undated and (main.perfect or (not main.finite and count is None and not main.definite)))
        or (undated and any(f.perfect for f in group.frames))
    )
    if main.perfect and undated and not aggregate and main.entry.role != "effect" and event_plural:
        aggregate = True
    if date is None and main.definite and main.entry.pos == "n":
        aggregate = False  # "the strikes had hit": those told of before
    if date is not None and date.open_end:
        aggregate = True
    if aggregate and effects and not actors and not weapons:
        return None  # a count of the dead over some time tells no event
    backward = reading.told.meant(
        text,
        clause,
        (low, high),
        place,
        found,
        setting.objects,
        sentence.index,
        lambda word: passed_by(word, text, sentence, lex, reading),
        finite=main.finite,
    )
    reading.told.place(text, clause, place, sentence.index)
    draft = Draft(
        kind=kind,
        sure=sure,
        stage=main.stage,
        sentence=sentence.index,
        paragraph=sentence.paragraph,
        quotes=[sentence.quoted or (sentence.start, sentence.end)],
        at=clause.words[main.first].start,
        date=date,
        date_kind=when.kind or ("date" if date is not None else ""),
        date_at=when.at if date is not None else -1,
        counted=when.counted,
        unread=when.unread,
        actors=actors,
        targets=targets,
        weapons=weapons,
        count=(count.low, count.high) if count else None,
        plural=event_plural,
        aggregate=aggregate,
        covered=_day_beside(sentence, reading.notes),
        noted=reading.notes.itemised,
    )
    if kind == "armed_attack" and place is not None and comes_by_air(main, actors, place):
        draft.kind = "airstrike"
    draft.struck = _struck(sight, group)
    draft.said = said_day(clause, sentence, said)
    set_places(draft, text, clause, place, places)
    if backward is None:
        place_by_heading(draft, text, clause, place, low, high, reading)
    else:
        place_at(draft, backward)
    scene = stands_for(text, sentence, reading)
    draft.beside = scene.place if scene is not None else None
    if group.listed:
        place_by_list(draft, text, clause, main.first)
    draft.victims = {
        w
        for t, _ in targets
        for w in re.findall(r"[^\W\d_]{4,}", t.casefold())
        if w not in lex.targets
        and w not in lex.people
        and w not in lex.tags
        and w not in lex.verbs
        and w not in lex.actors
    } - draft.place_words
    speakers = [s.speaker for s in said if s.act in {"say", "claim"} and s.speaker]
    draft.attribution = list(dict.fromkeys(speakers))
    # "X said it had struck Y in answer to the killing of": the strike is what X claims
    answered = main.background and any(not main_frame(g.frames).background for g in groups)
    claims = [s for s in said if s.act == "claim" and not answered]
    draft.claimed = [s.speaker for s in claims if s.speaker]
    draft.claimants = [s.claimant for s in claims if s.claimant is not None]
    draft.deniers = [s.claimant for s in said if s.act == "deny" and s.claimant is not None]
    draft.denied = [s.speaker for s in said if s.act == "deny" and s.speaker]
    who = speakers[0] if speakers else ""
    for number, store in (
        (toll.dead, draft.dead),
        (toll.dead_else, draft.dead),
        (toll.hurt, draft.hurt),
        (toll.civilians_dead, draft.civilians),
    ):
        if number is not None:
            store.append((number.low, number.high, who))
    draft.finer = finer_type(clause, draft.kind, group, main, (low, high), lex)
    set_stance(clause, draft, group, main, lex, reading)
    draft.fresh = draft.fresh or group.listed
    if draft.noted and draft.dead and not (draft.bare or draft.anaphor):
        draft.fresh = True  # a note with a deed and a toll of its own
    begin = clause.words[max(group.begin, 0)].start
    # of its own: not what stands over it, nor what the sentence says before a semicolon
    dated = date is not None and draft.date_at >= begin
    own = dated or (place is not None and clause.words[place.first].start >= begin)
    draft.apart = group.begin >= 0 and (own or clause.words[group.begin].text != ";")
    if effects and (in_care(clause, main) or of_the_victims(clause, main)):
        draft.bare, draft.date = True, None
    if main.commented and not (date or place or actors or weapons or draft.dead or draft.claimed):
        draft.bare = True  # "deplored the killing of aid workers"
    if any(s.act == "deny" and s.first < main.first for s in said) and date is None:
        draft.bare = True
    if date is None and stage_occurred(main):
        draft.follows = opening_follows(clause)
    if group is groups[0] and not (reading.notes.itemised):
        set_in_scene(text, draft, clause, main, sentence, found, lex, reading)
    facts = features(
        clause,
        draft,
        main,
        group.frames,
        lex,
        reading.genre,
        undated=reading.published is None,
        speech=reading.speech,
    )
    draft.weight = telling_score(facts)
    draft.facts = facts
    if reading.keep_facts:
        draft.triggers = [
            (clause.words[f.first].start, clause.words[f.last - 1].end) for f in group.frames
        ]
        texts = [fold(clause.text(text, w.first, w.last)) for w in setting.options]
        draft.options = list(zip(texts, place_facts, strict=True))
    draft.accepted = draft.weight >= 0 or reading.keep_facts
    if draft.weight < -DOUBT and not (
        draft.bare or draft.anaphor or draft.claimed or reading.keep_facts
    ):
        return None
    return draft
