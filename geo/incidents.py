"""A report to its incidents: what happened, where, when, how often, and who says so.

Rules over the field's lexicons, in one pass from the first sentence to the last; linear
in the length of the report. Nothing is invented: what the text does not say stays empty,
and every incident quotes its sentences verbatim.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from functools import cache

from gazetteer.model import Mention
from geo.actors import Statement
from geo.building import build_incident, distinct
from geo.clauses import read_clause
from geo.completion import attach, complete
from geo.context import Context
from geo.contract import incident_to_dict
from geo.dates import DateMention, find_dates
from geo.drafts import Reading, Sentence, read_sentence
from geo.drafts.afterwards import place_told_after
from geo.drafts.asked import ask, with_heads
from geo.drafts.headings import Heading, Line, opens_with_verb, with_heads_in_capitals, within
from geo.drafts.notes import begin_notes, refuted
from geo.drafts.places import mention_of
from geo.drafts.roster import Roster
from geo.drafts.sequence import settle_days
from geo.lexicon.genres_en import genre_of, is_speech
from geo.linking import link_parties
from geo.merge import Draft, link_aggregates, merge_drafts
from geo.model import Incident, PlaceMention, Report
from geo.standing import accept, accept_joined
from geo.text import is_upper, iter_paragraphs, sentences
from geo.whereabouts import find_whereabouts
from geo.words import Lexicon, lexicon, word_set

__all__ = ["LANGUAGES", "extract", "incident_to_json", "read_drafts", "settle"]


incident_to_json = incident_to_dict


LANGUAGES = frozenset({"en"})
"""Languages that there are event tables for; a report in another one is read in vain."""


_SAMPLE = 8_000
"""Code points that are enough to tell what a report is about."""


_HEAD = 600
"""Code points of title and dateline that are read along with the text."""
_WINDOW = 60_000  # code points read at a time; a report below it is read whole


def extract(
    report: Report,
    toponyms: Callable[[str], Sequence[Mention]],
    *,
    advance: Callable[[int], None] = lambda _: None,
    country_name: Callable[[str], str | None] = lambda _: None,
) -> tuple[Incident, ...]:
    """The incidents that a report tells of, in text order.

    Parameters
    ----------
    report
        As read; prose before `report.body_start` is not looked at.
    toponyms
        Finds the place names in a text, offsets relative to it. Called once for a report
        of ordinary length, by stretches of paragraphs for a long one.
    advance
        Called with the number of code points read so far.
    country_name
        English short name of a country by ISO 3166-1 alpha-2 code, if it is known.

    Returns
    -------
    tuple of Incident
        Empty for a report without any. Aggregates and the incidents that they cover
        name each other in `related`.
    """
    groups, roster = settle(report, toponyms, advance=advance, country_name=country_name)
    link_parties(groups, roster, report.text)
    incidents = tuple(build_incident(g, report, country_name) for g in groups)
    return link_aggregates(distinct(incidents))


def settle(
    report: Report,
    toponyms: Callable[[str], Sequence[Mention]],
    *,
    advance: Callable[[int], None] = lambda _: None,
    country_name: Callable[[str], str | None] = lambda _: None,
) -> tuple[list[Draft], Roster]:
    """Every incident with the party, day and place that its own words and claims give it,
    and the parties that the report speaks of."""
    context = Context()
    claims: list[tuple[int, Statement]] = []
    drafts = tellings(report, toponyms, context, claims, advance, keep_facts=False)
    body = report.text[report.body_start : report.body_start + _SAMPLE]
    careless = not any(letter.isupper() for letter in body)
    accept(drafts, len(report.text) - report.body_start, careless=careless)
    groups = accept_joined(merge_drafts(drafts))
    attach(groups, claims)
    complete(groups, report, context, country_name)
    return groups, context.roster


def read_drafts(
    report: Report, toponyms: Callable[[str], Sequence[Mention]], *, keep_facts: bool = False
) -> tuple[Draft, ...]:
    """Every telling before merging; with `keep_facts` the doubtful ones too."""
    return tuple(tellings(report, toponyms, Context(), [], lambda _: None, keep_facts=keep_facts))


def tellings(
    report: Report,
    toponyms: Callable[[str], Sequence[Mention]],
    context: Context,
    claims: list[tuple[int, Statement]],
    advance: Callable[[int], None],
    *,
    keep_facts: bool,
) -> list[Draft]:
    lex = lexicon()
    reading = Reading(
        upper=is_upper(report.text[report.body_start : report.body_start + 4000]),
        published=report.published,
        keep_facts=keep_facts,
    )
    sample = report.text[report.body_start : report.body_start + _SAMPLE].casefold()
    words = sample.translate(_PUNCTUATION).split()
    reading.genre, reading.speech = genre_of(set(words)), is_speech(words, len(sample))
    context.roster = reading.roster
    drafts: list[Draft] = []
    index = 0
    told = report.published
    language = report.language if report.language in LANGUAGES else None
    if report.dateline:
        _read_dateline(report, toponyms, context, reading)
    for number, (start, end) in enumerate(_windows(report.text, report.body_start)):
        # What the title calls a place is what the text means by it: "Palma, Cabo Delgado".
        begin = 0 if not number and start <= _HEAD else start
        stretch = with_heads_in_capitals(report.text[begin:end])
        known = with_heads(stretch, toponyms(stretch), toponyms, lex, upper=reading.upper)
        named = [_moved(m, begin, report.text) for m in known]
        found = [m for m in named if m.start >= start]
        line = Line(report.text, start, end, named, lex, upper=reading.upper)
        if not number:
            context.title = _place_of_title(report, named, lex)
            reading.notes = begin_notes(line, report.published)
            reading.published = told = reading.notes.told_on() or report.published
        dates = find_dates(report.text, published=told, language=language, start=start, end=end)
        context.add(report.text, found)
        index = _read(line, dates, reading, drafts, claims, index)
        advance(end)
    return drafts


def _read_dateline(
    report: Report,
    toponyms: Callable[[str], Sequence[Mention]],
    context: Context,
    reading: Reading,
) -> None:
    """Where the report was written: what "here" is, and a vote for the country."""
    line = report.dateline or ""
    at = report.text.find(line)
    known = toponyms(line) or ask(line, 0, toponyms)
    context.add(line, known, dateline=True)
    placed = [m for m in known if m.place is not None and at >= 0]
    placed.sort(key=lambda m: m.place is not None and m.place.feature_class == "country")
    if placed:
        reading.here = Heading.of_mention(_moved(placed[0], at, report.text))
        context.here = reading.here.place if reading.here.rank >= _TOWN else None


def _place_of_title(
    report: Report, mentions: Sequence[Mention], lex: Lexicon
) -> PlaceMention | None:
    """The one place below a province that a title over the text names."""
    at = report.text.find(report.title, 0, report.body_start) if report.title else -1
    if at < 0 or report.title is None:
        return None
    end = at + len(report.title)
    clause = read_clause(report.text, at, end, lex)
    upper = is_upper(report.title)
    found = find_whereabouts(clause, within(mentions, at, end), lex, upper=upper)
    plain = any(word.islower() and len(word) > _PLAIN for word in report.title.split())
    small = [w for w in found if w.rank >= _SMALL and (w.mentions or plain)]
    return mention_of(report.text, clause, small[0]) if len(small) == 1 else None


_PLAIN = 3
"""Letters of a word that a title in capitals throughout would not leave small."""
_SMALL = 4.7
"""Rank from which a place is smaller than a province."""
_TOWN = 5.8


def _windows(text: str, start: int) -> Sequence[tuple[int, int]]:
    if len(text) - start <= _WINDOW:
        return [(start, len(text))] if start < len(text) else []
    out: list[tuple[int, int]] = []
    begin = start
    end = start
    for paragraph in iter_paragraphs(text, start):
        if paragraph.end - begin > _WINDOW and end > begin:
            out.append((begin, end))
            begin = paragraph.start
        end = paragraph.end
    if end > begin:
        out.append((begin, end))
    return out


def _moved(m: Mention, by: int, text: str) -> Mention:
    """A mention at its offsets in the report, as the report writes it."""
    start, end = m.start + by, m.end + by
    return Mention(start, end, text[start:end], m.place, m.score, m.role, m.form, m.candidates)


def _read(
    stretch: Line,
    dates: Sequence[DateMention],
    reading: Reading,
    drafts: list[Draft],
    claims: list[tuple[int, Statement]],
    index: int,
) -> int:
    """Read a stretch of paragraphs, of which the first sentence has the number `index`; what
    is told and claimed goes into `drafts` and `claims`. The number of the next sentence."""
    text, mentions, lex = stretch.text, stretch.mentions, stretch.lex
    parties = _party_words()
    named: Sequence[Mention] = ()
    notes = reading.notes
    words: set[str] = set()
    for paragraph in iter_paragraphs(text, stretch.start, stretch.end):
        line = dataclasses.replace(
            stretch,
            start=paragraph.start,
            end=paragraph.end,
            mentions=within(mentions, paragraph.start, paragraph.end),
            listed=notes.listed,
            dashed=notes.dashed,
        )
        days = within(dates, paragraph.start, paragraph.end)
        note = notes.open_line(line, days)
        for span in sentences(text, note.start, note.end):
            reading.told.hear(text, named, index, words)
            index += 1
            named = within(mentions, span.start, span.end)
            head = notes.open_sentence(line, note, span.start, days)
            if head is not None and head.body >= span.end:
                continue  # "12 Sep: Bourem.": all of it stands over what follows
            words = set(span.text.casefold().replace("-", " ").translate(_PUNCTUATION).split())
            telling = not words.isdisjoint(lex.trigger_words)
            heard = telling or not words.isdisjoint(_CLAIM_WORDS)
            if not heard and words.isdisjoint(parties):
                passed = Sentence(
                    span.start, span.end, index, paragraph.start,
                    named, within(dates, span.start, span.end),
                )  # fmt: skip
                reading.pass_by(passed)
                place_told_after(text, passed, drafts, lex, reading)
                continue
            begin, skip = span.start, None
            if note.row and span.start == note.start:
                head = notes.heading
            if head is not None:
                begin = max(head.body, span.start)
                if opens_with_verb(text, begin, span.end, lex):
                    begin, skip = head.start, (head.end, begin)
            sentence = Sentence(
                begin,
                span.end,
                index,
                paragraph.start,
                named,
                within(dates, span.start, span.end),
                skip=skip,
                quoted=note.quoted(span.start, span.end),
                row_day=notes.day if note.row else None,
                dead=note.dead,
                hurt=note.hurt,
            )
            found, said = read_sentence(text, sentence, lex, reading)
            if not found:
                reading.pass_by(sentence)
                place_told_after(text, sentence, drafts, lex, reading)
            elif any(d.date is not None or d.place is not None for d in found):
                reading.passed = reading.passed if len(found[0].quotes) > 1 else []
            if not heard:  # read for the parties that it speaks of, or blames: "it was the army"
                claims += [
                    (index, s) for s in said if s.accused or (s.claimant and s.act == "claim")
                ]
                continue
            settle_days(text, found, sentence, drafts[-_TOLD:], notes.day, reading.published)
            if found and refuted(text, found[-1].at, span.end):
                found[-1].stage = "denied"
            drafts += found
            if (
                not words.isdisjoint({"verified", "verify", "unverified", "confirm", "confirmed"})
                and not words.isdisjoint({"not", "independently", "unverified", "could"})
                and drafts
            ):
                drafts[-1].verified = False
            for s in said:
                if (
                    (s.act in {"claim", "deny", "none"} and s.speaker and not found)
                    or (s.act == "claim" and s.speaker and found)
                    or (s.act in {"say", "blame"} and (s.speaker or s.party) and not found)
                    or (s.accused is not None and (not s.spent or s.many > 1))
                ):
                    claims.append((index, s))
    return index


_TOLD = 12
"""Tellings back to which a day may point."""


@cache
def _party_words() -> frozenset[str]:
    """Words of which one stands in any sentence that speaks of a party."""
    lex = lexicon()
    return frozenset(lex.actors) | lex.group_heads | (lex.groups.openings() - {"is", "as"})


_PUNCTUATION = str.maketrans(dict.fromkeys('.,;:!?()[]{}"“”«»„—–…/', " ") | {"’": "'", "‘": "'"})


_CLAIM_WORDS = word_set(
    "responsibility claimed claims claim credit denied denies blamed blame blames blaming accused "
    "accuse accuses accusing verified unverified behind responsible attributed attributes "
    "attributing suspect suspects suspected hallmarks attackers assailants killers perpetrators "
    "gunmen raiders kidnappers abductors culprits bombers hijackers"
)
