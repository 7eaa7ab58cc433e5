"""A report to its incidents: what happened, where, when, how often, and who says so.

Rules over the field's lexicons, in one pass from the first sentence to the last; linear
in the length of the report. Nothing is invented: what the text does not say stays empty,
and every incident quotes its sentences verbatim.
"""

from __future__ import annotations

import bisect
import dataclasses
import datetime as dt
import hashlib
from collections.abc import Callable, Sequence

from gazetteer.model import FeatureClass, Mention
from geo.actors import Statement
from geo.contract import incident_to_dict
from geo.dates import DateMention, find_dates
from geo.drafts import DOUBT, Reading, Sentence, read_sentence
from geo.lexicon.kinds import KINDS, MILITARY_SUB_EVENT
from geo.merge import EMPTY, Draft, link_aggregates, merge_drafts
from geo.model import Actor, DatePhrase, Incident, PlaceMention, Quote, Report
from geo.text import is_upper, iter_paragraphs, sentences
from geo.words import Lexicon, lexicon, word_set

__all__ = ["LANGUAGES", "extract", "incident_to_json", "read_drafts"]

incident_to_json = incident_to_dict

LANGUAGES = frozenset({"en"})
"""Languages that there are event tables for; a report in another one is read in vain."""

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
    context = _Context()
    claims: list[tuple[int, Statement]] = []
    drafts = _drafts(report, toponyms, context, claims, advance, keep_facts=False)
    _weigh(drafts, len(report.text) - report.body_start)
    groups = merge_drafts(drafts)
    _attach(groups, claims, lexicon())
    _complete(groups, report, context, country_name)
    incidents = tuple(_incident(g, report, country_name) for g in groups)
    return link_aggregates(_distinct(incidents))


SHORT = 900
"""Code points: a notice or message so short is about one thing."""


def _weigh(drafts: Sequence[Draft], length: int) -> None:
    """Accept the doubtful in a short report: nothing but incidents fits into it."""
    for d in drafts:
        d.accepted = d.weight >= (-DOUBT if length < SHORT else 0.0)


def read_drafts(
    report: Report, toponyms: Callable[[str], Sequence[Mention]], *, keep_facts: bool = False
) -> tuple[Draft, ...]:
    """Every telling before merging; with `keep_facts` the doubtful ones too."""
    return tuple(_drafts(report, toponyms, _Context(), [], lambda _: None, keep_facts=keep_facts))


def _drafts(
    report: Report,
    toponyms: Callable[[str], Sequence[Mention]],
    context: _Context,
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
    drafts: list[Draft] = []
    index = 0
    if report.dateline:
        context.add(toponyms(report.dateline), dateline=True)
    for number, (start, end) in enumerate(_windows(report.text, report.body_start)):
        part = report.text[start:end]
        found = [_moved(m, start) for m in toponyms(part)]
        dates = find_dates(report.text, published=report.published, start=start, end=end)
        context.add(found)
        index = _read(report, start, end, found, dates, lex, reading, drafts, claims, index, number)
        advance(end)
    return drafts


class _Context:
    """Which country a report is about at a point: the one named or meant most so far.

    An incident whose sentences name no place at all is put in that country, with the words
    that name it: an analyst reads "guerrillas killed two mayors" in a report from Lima as
    Peru. Nothing finer is ever taken over.
    """

    def __init__(self) -> None:
        self._votes: list[tuple[int, str, float, Mention]] = []

    def add(self, mentions: Sequence[Mention], *, dateline: bool = False) -> None:
        for m in mentions:
            if m.place is None or not m.place.country_code or len(self._votes) >= 5000:
                continue
            weight = 0.2
            if m.place.feature_class is FeatureClass.COUNTRY:
                weight = 1.0 if m.role == "literal" and m.form == "name" else 0.7
            elif m.place.feature_class is FeatureClass.ADMIN1:
                weight = 0.4
            self._votes.append(
                (0 if dateline else m.start, m.place.country_code, weight + 2.0 * dateline, m)
            )

    def country(self, offset: int) -> tuple[str | None, float, dict[str, float]]:
        """The code with most votes up to `offset`, its lead, and all votes."""
        votes: dict[str, float] = {}
        for start, code, weight, _ in self._votes:
            if start >= offset and votes:
                break
            votes[code] = votes.get(code, 0.0) + weight
        if not votes:
            return None, 0.0, votes
        code = max(votes, key=lambda c: votes[c])
        return (
            code,
            votes[code] - max((v for c, v in votes.items() if c != code), default=0.0),
            votes,
        )

    def phrase(self, offset: int, country_name: Callable[[str], str | None]) -> PlaceMention | None:
        """The country as a place, at the words that name it best."""
        code, _, _ = self.country(offset)
        if code is None:
            return None
        named = [m for _, c, _, m in self._votes if c == code]
        m = max(
            named,
            key=lambda x: (
                x.place is not None and x.place.feature_class is FeatureClass.COUNTRY,
                x.form == "name",
                -x.start,
            ),
        )
        assert m.place is not None
        is_country = m.place.feature_class is FeatureClass.COUNTRY
        name = m.place.name if is_country else country_name(code)
        if name is None:
            return None
        text = m.text if is_country and m.form == "name" else name
        return PlaceMention(text, m.start, m.end, name=name, country=name, country_code=code)

    def checked(self, place: PlaceMention, offset: int) -> PlaceMention:
        """The place with a country, where its own is unknown or out of all context.

        A small place read as lying in a country that nothing else in the report speaks of
        is a namesake: the name stays as said, what the gazetteer made of it goes.
        """
        code, lead, votes = self.country(offset)
        if code is None or place.country_code == code:
            return place
        if place.country_code is None:
            return (
                dataclasses.replace(place, country_code=code)
                if lead > 0.5 and place.name is None
                else place
            )
        if place.country is None and votes.get(place.country_code, 0.0) <= 0.5 and lead >= 0.5:
            return dataclasses.replace(place, country_code=code, name=None, admin1=None)
        return place


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


def _moved(m: Mention, by: int) -> Mention:
    if not by:
        return m
    return Mention(m.start + by, m.end + by, m.text, m.place, m.score, m.role, m.form, m.candidates)


def _read(
    report: Report,
    start: int,
    end: int,
    mentions: Sequence[Mention],
    dates: Sequence[DateMention],
    lex: Lexicon,
    reading: Reading,
    drafts: list[Draft],
    claims: list[tuple[int, Statement]],
    index: int,
    number: int,
) -> int:
    starts = [m.start for m in mentions]
    date_starts = [d.start for d in dates]
    text = report.text
    for paragraph in iter_paragraphs(text, start, end):
        for span in sentences(text, paragraph.start, paragraph.end):
            index += 1
            words = set(span.text.casefold().replace("-", " ").translate(_PUNCTUATION).split())
            telling = not words.isdisjoint(lex.trigger_words)
            if not telling and words.isdisjoint(_CLAIM_WORDS):
                continue
            a, b = bisect.bisect_left(starts, span.start), bisect.bisect_left(starts, span.end)
            c, d = (
                bisect.bisect_left(date_starts, span.start),
                bisect.bisect_left(date_starts, span.end),
            )
            sentence = Sentence(
                span.start, span.end, index, paragraph.start, mentions[a:b], dates[c:d]
            )
            found, said = read_sentence(text, sentence, lex, reading)
            drafts += found
            if (
                not words.isdisjoint({"verified", "verify", "unverified", "confirm", "confirmed"})
                and not words.isdisjoint({"not", "independently", "unverified", "could"})
                and drafts
            ):
                drafts[-1].verified = False
            for s in said:
                if s.act == "claim" and s.speaker and not found:
                    reading.actors.append(Actor(s.speaker, "group"))
                if (
                    (s.act in {"claim", "deny"} and s.speaker and not found)
                    or (s.act == "claim" and s.speaker and found)
                    or (s.act == "say" and (s.speaker or s.party) and not found)
                ):
                    claims.append((index, s))
    return index


_PUNCTUATION = str.maketrans(dict.fromkeys('.,;:!?()[]{}"“”«»„—–…/', " ") | {"’": "'", "‘": "'"})
_CLAIM_WORDS = frozenset(
    {
        "responsibility",
        "claimed",
        "denied",
        "denies",
        "credit",
        "blamed",
        "blame",
        "accused",
        "accuse",
        "blames",
        "verified",
        "unverified",
    }
)


def _attach(groups: Sequence[Draft], claims: Sequence[tuple[int, Statement]], lex: Lexicon) -> None:
    """Claims and denials made in sentences of their own go to the incident told before."""
    for index, s in claims:
        before = [g for g in groups if g.opened <= index]
        if not before:
            continue
        # a telling that goes on later was nearest when it was begun
        g = max(before, key=lambda x: (min(x.sentence, index), x.opened, x.weight))
        if index - g.sentence > 6:
            continue
        if s.party and all(s.party.casefold() not in a.name.casefold() for a in g.actors):
            g.actors.append(
                Actor(
                    s.party,
                    "group" if lex.groups.at(s.party.casefold().split(), 0)[0] else "unknown",
                )
            )
        store = {"claim": g.claimed, "deny": g.denied}.get(s.act)
        if store is not None and s.speaker.casefold() not in {x.casefold() for x in store}:
            store.append(s.speaker)


def _complete(
    groups: Sequence[Draft],
    report: Report,
    context: _Context,
    country_name: Callable[[str], str | None],
) -> None:
    """What an incident leaves unsaid and the report says just before: its place, its day."""
    named = {a.name.casefold(): a for g in groups for a in g.actors if _organisation(a.name)}
    for i, g in enumerate(groups):
        if g.date is None and g.follows and i:
            before = groups[i - 1].date
            if before is not None and before.end is not None and before.date_prec == 1:
                after = before.end + dt.timedelta(days=1)
                if report.published is not None:
                    after = min(after, max(report.published, before.end))
                span = (
                    f"{before.end.isoformat()}/{after.isoformat()}"
                    if after > before.end
                    else before.end.isoformat()
                )
                g.date = DatePhrase(
                    g.follows, span, before.end, after, date_prec=2 if after > before.end else 1
                )
        if (
            g.place is None
            and i
            and groups[i - 1].place is not None
            and g.paragraph == groups[i - 1].paragraph
        ):
            previous = groups[i - 1]
            g.place, g.places = previous.place, list(previous.places)
            g.place_rank, g.countries = previous.place_rank, set(previous.countries)
        if g.place is None:
            g.place = context.phrase(g.quotes[0][1], country_name)
            if g.place is not None:
                g.places = [g.place]
        else:
            g.place = context.checked(g.place, g.quotes[0][1])
            g.places = [context.checked(p, g.quotes[0][1]) for p in g.places]
        _name_party(g, named)


_UNNAMED = word_set(
    "guerrillas rebels insurgents terrorists militants subversives guerrilla rebel "
    "extremists jihadists group commandos column"
)


def _organisation(name: str) -> str | None:
    """The armed group that a name holds, as the tables know it."""
    words = name.casefold().replace("’", "'").split()
    groups = lexicon().groups
    for i in range(len(words)):
        length, values = groups.at(words, i)
        if length:
            return str(values[0])
    return None


def _name_party(g: Draft, named: dict[str, Actor]) -> None:
    """ "The rebels" are the one armed group that the report names, if it names just one."""
    if not g.actors or any(_organisation(a.name) for a in g.actors):
        return
    groups = {_organisation(a.name): a for a in named.values()}
    if len(groups) != 1 or not any(
        _UNNAMED & set(a.name.casefold().split()) and a.kind == "group" for a in g.actors
    ):
        return
    g.actors.append(next(iter(groups.values())))


# --- Draft to incident ----------------------------------------------------------------


def _incident(g: Draft, report: Report, country_name: Callable[[str], str | None]) -> Incident:
    kind = g.kind
    row = KINDS[kind]
    event_type, sub_event_type = row.event_type, row.sub_event_type
    kinds = {k for _, k in g.targets}
    if kind in MILITARY_SUB_EVENT and kinds and "military" in kinds and "civilian" not in kinds:
        event_type, sub_event_type = MILITARY_SUB_EVENT[kind]
    actors = list(g.actors)
    for name in g.claimed:
        if all(
            name.casefold() not in a.name.casefold() and a.name.casefold() not in name.casefold()
            for a in actors
        ):
            actors.append(Actor(name, "group"))
    if not actors:
        # the one who denies it is the one who is said to have done it
        actors += [Actor(name, "unknown") for name in g.denied[:1]]
    quotes = tuple(Quote(report.text[a:b], a, b, report.report_id) for a, b in g.quotes)
    low, high = _count(g)
    date = g.date
    if date is None and g.said is not None and g.said.end is not None:
        bound = g.said.end
        date = DatePhrase(g.said.text, f"../{bound.isoformat()}", None, bound, date_prec=5)
    if date is None and report.published is not None:
        # the report's own day is the one bound there is
        date = DatePhrase(
            "", f"../{report.published.isoformat()}", None, report.published, date_prec=5
        )
    clarity = (
        2 if g.aggregate or (high is None and _long(date)) or (high != 1 and _long(date)) else 1
    )
    dead, hurt = _range(g.dead), _range(g.hurt)
    named = [t for t in g.targets if t[0].casefold() in _PEOPLE or t[0].casefold() not in EMPTY]
    identity = _identity(report, kind, quotes)
    return Incident(
        incident_id=identity,
        report_id=report.report_id,
        event_type=event_type,
        sub_event_type=sub_event_type,
        kind=kind,
        date=date,
        place=_named(g.place, country_name),
        places=tuple(p for p in (_named(p, country_name) for p in g.places) if p is not None),
        actors=tuple(actors),
        targets=tuple(t for t, _ in named),
        target_kinds=tuple(k for _, k in named),
        weapons=tuple(g.weapons),
        count_min=low,
        count_max=high,
        event_clarity=clarity,
        fatalities_min=dead[0],
        fatalities_max=dead[1],
        injuries_min=hurt[0],
        injuries_max=hurt[1],
        attribution=tuple(g.attribution),
        claimed_by=tuple(g.claimed),
        denied_by=tuple(g.denied),
        strike_status=_status(g, actors),
        stage="intercepted"
        if kind == "weapons_use_disrupted" and g.stage == "occurred"
        else g.stage,
        quotes=quotes,
    )


_PEOPLE = frozenset({"people", "person"})


def _long(date: DatePhrase | None) -> bool:
    if date is None or date.end is None or date.start is None:
        return bool(date and date.text)
    return (date.end - date.start).days > 10


def _count(g: Draft) -> tuple[int, int | None]:
    if g.count is not None:
        return g.count
    if g.plural or g.aggregate:
        if g.kind == "armed_clash" and not g.aggregate:
            return 1, 1  # "clashes" on a day are one fight
        return 2, None
    return 1, 1


def _range(tolls: Sequence[tuple[int, int | None, str]]) -> tuple[int | None, int | None]:
    """From the least to the most that anybody says; the upper end is open for "at least"."""
    if not tolls:
        return None, None
    lows = [low for low, _, _ in tolls]
    highs = [high for _, high, _ in tolls]
    positive = [low for low in lows if low > 0]
    # parts of a toll ("among them two children") are not a second opinion
    least = (
        max(positive) if positive and max(positive) > 3 * min(positive) else min(positive or lows)
    )
    most = (
        None
        if any(h is None for h in highs)
        else max(max(h for h in highs if h is not None), least)
    )
    return least, most


def _named(
    place: PlaceMention | None, country_name: Callable[[str], str | None]
) -> PlaceMention | None:
    if place is None or place.country_code is None or place.country is not None:
        return place
    return dataclasses.replace(place, country=country_name(place.country_code))


def _status(g: Draft, actors: Sequence[Actor]) -> str:
    """Airwars: declared by a party to it, contested, by one source, or likely by several."""
    if g.denied and (g.claimed or g.attribution):
        return "contested"
    if g.claimed:
        return "declared"
    own = {w for a in actors for w in a.name.casefold().replace("-", " ").split() if len(w) > 3}
    codes = {a.country_code for a in actors if a.country_code}
    lex = lexicon()
    for speaker in g.attribution:
        words = speaker.casefold().replace("’", "'").split()
        if own & {w for w in words if len(w) > 3} - {
            "military",
            "army",
            "forces",
            "police",
            "government",
            "officials",
        }:
            return "declared"
        for i in range(len(words)):
            length, values = lex.institutions.at(words, i)
            if length and str(values[0]) in codes:
                return "declared"
    if len(g.attribution) >= 2:
        return "likely"
    if len(g.attribution) == 1 or not g.verified:
        return "single-source claim"
    return "likely"


def _identity(report: Report, kind: str, quotes: Sequence[Quote]) -> str:
    """Of the report's id, the kind and the main words: not of offsets or other text."""
    words = " ".join(quotes[0].text.casefold().split()) if quotes else ""
    return hashlib.sha256(f"{report.report_id}\n{kind}\n{words}".encode()).hexdigest()[:12]


def _distinct(incidents: Sequence[Incident]) -> tuple[Incident, ...]:
    """Two incidents of one sentence and kind are told apart by their order in it."""
    seen: dict[str, int] = {}
    out = []
    for incident in incidents:
        n = seen[incident.incident_id] = seen.get(incident.incident_id, 0) + 1
        out.append(
            incident
            if n == 1
            else dataclasses.replace(incident, incident_id=f"{incident.incident_id}-{n}")
        )
    return tuple(out)
