"""Places that head a line: "12 Sep: Bourem. ...", "Kutum (N Darfur): ...", "12NM SW of Aden."."""

from __future__ import annotations

import bisect
import dataclasses
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TypeVar

from gazetteer.model import FeatureClass, Mention
from geo.clauses import Clause, Word, read_clause
from geo.dates import DateMention
from geo.drafts.places import mention_of
from geo.lexicon import notes_en
from geo.lexicon.shorthand_en import COMPASS
from geo.model import DatePhrase, PlaceMention
from geo.whereabouts import Whereabouts, find_whereabouts
from geo.whereabouts.model import RANK, tables
from geo.whereabouts.naming import Naming
from geo.words import Lexicon, word_set

__all__ = [
    "Heading",
    "Line",
    "find_heading",
    "heading_of",
    "joined",
    "opening_of",
    "opens_with_verb",
    "with_heads_in_capitals",
    "within",
]

_REACH = 90
"""Code points within which a heading ends: longer ones are sentences."""
_OPENING = re.compile(
    r"[\s\-–—•*·▪●#>(\[\U0001f300-\U0001faff\u2600-\u27bf\ufe0f]*+"
    r"(?:(?:[A-Za-z]|\d{1,3})[.)]\s+)?"
    r"(?:(?:\d[\d.:/\-–]*+(?:st|nd|rd|th|hrs?|lt|[zhlabc])?|utc|gmt|approx|about|circa|night|early|late|am|pm|local"
    r"|morning|evening|afternoon|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec"
    r"|january|february|march|april|june|july|august|september|october|november|december)\b"
    r"(?!-)[\s,.:;|)\]/–—-]*+)*+",
    re.IGNORECASE,
)
_STOP = re.compile(r":(?=\s)|\.\s|\s[-–—]\s")
_DASHES = frozenset("-–—")
_STAMP = re.compile(r"(?:[01]\d|2[0-3])[.:h]?[0-5]\d(?:\s?(?:hrs?|h|z|lt|local|[A-Z]))?:?\s+(?=\S)")
_LIST = re.compile(r"[\s\-–—•*·▪●#>]*+(?:\(?(?:[A-Za-z]|\d{1,3})[.)]\s+)?")


@dataclass(frozen=True, slots=True)
class Heading:
    """A place that stands over what follows it."""

    place: PlaceMention
    rank: float
    place_ids: frozenset[str]
    known: bool
    """Whether a source knows a name in it; else only its standing as a heading shows it."""
    whole: bool
    """Whether nothing but places that a source knows stand in it."""
    start: int
    end: int
    """Of the name."""
    body: int
    """Where the words under it begin."""

    @classmethod
    def of_mention(cls, m: Mention) -> Heading:
        """Of a name that a source knows, as it stands."""
        place = m.place
        assert place is not None
        said = PlaceMention(
            m.text,
            m.start,
            m.end,
            name=place.name,
            country_code=place.country_code,
            admin1=place.admin1,
        )
        rank = RANK.get(place.feature_class, 4)
        ids = frozenset({place.place_id})
        return cls(said, rank, ids, True, True, m.start, m.end, m.end)


_Head = tuple[Clause, list[Whereabouts]]


@dataclass(frozen=True, slots=True)
class Line:
    """The stretch of a report in which a heading is looked for."""

    text: str
    start: int
    end: int
    mentions: Sequence[Mention]
    lex: Lexicon
    upper: bool = False
    dashed: bool = False
    """Whether other lines begin with capitals and a dash: "AMHARA - two airports hit"."""
    listed: bool = False
    """Whether other lines of the report have places over them: then unknown names count."""
    heads: dict[tuple[int, int], _Head] = field(default_factory=dict)
    """Heads of lines as read before, by where they stand; up to a bound."""


_START = attrgetter("start")
_Found = TypeVar("_Found", Mention, DateMention)


def within(items: Sequence[_Found], start: int, end: int) -> Sequence[_Found]:
    """Those that begin in a stretch, of items in text order."""
    first = bisect.bisect_left(items, start, key=_START)
    return items[first : bisect.bisect_left(items, end, lo=first, key=_START)]


def opening_of(text: str, start: int, end: int) -> int:
    """Where the own words of a line begin: behind a bullet, a number, a time of day."""
    found = _LIST.match(text, start, end)
    begin = found.end() if found else start
    stamp = _STAMP.match(text, begin, end)
    begin = stamp.end() if stamp else begin
    return begin if begin < end else start


_UNDER = re.compile(r"[)\]]?(?:\s*:|\.?\s*(?:\n|\Z)|\.(?=\s)|\s[-–—](?=\s))")


def heading_day(
    text: str, start: int, dates: Sequence[DateMention], published: dt.date | None
) -> tuple[DatePhrase, bool] | None:
    """The day that a sentence beginning at `start` puts over what follows, and whether it
    stands alone in its line and so over the lines below; None for none.

    "12 December: security forces went from house to house", "a) 19 JUL. Tanker boarded".
    """
    if not dates or dates[0].kind != "date" or dates[0].phrase.date_prec not in (1, 2):
        return None
    day, bullet = dates[0], _LIST.match(text, start)
    end = day.end - (text[day.end - 1] == ".")
    after = _UNDER.match(text, end)
    if bullet is None or bullet.end() != day.start or after is None:
        return None
    alone = after.group().endswith("\n") or after.end() == len(text)
    if alone and day.phrase.end == published:
        return None  # the day of the report
    return day.phrase, alone


def opens_with_verb(text: str, start: int, end: int, lex: Lexicon) -> bool:
    """Whether a heading is the subject of what follows: "Zaranj: fell to", "Barzeh: raided by"."""
    for found in _FIRST.finditer(text, start, min(end, start + 40)):
        low = found.group().lower()
        if lex.tags.get(low) != "a" and not low.endswith("ly"):
            ahead = _NEXT.match(text, found.end(), end)
            follows = ahead is None or ahead[1] is None or lex.tags.get(ahead[1].lower()) == "p"
            return follows and lex.verbs.get(low, ("", ""))[1] in {"past", "participle"}
    return False


_NEXT = re.compile(r"\s+(?:([^\W\d_]+)|\S)")
_FIRST = re.compile(r"[^\W\d_]+")


def find_heading(line: Line, start: int, end: int, *, first: bool = True) -> Heading | None:
    """The place that `text[start:end]` of a line puts over what follows; None for none.

    Only days, hours and bullets may stand before the name, and a colon, a full stop or a
    dash after it; within a line, where `first` does not hold, only a colon.
    """
    text = line.text
    opened = _OPENING.match(text, start, min(end, start + _REACH))
    begin, start = start, opened.end() if opened else start
    limit = min(end, start + _REACH)
    stop = _STOP.search(text, start, limit)
    while stop is not None and stop.start() < limit:
        heading = _up_to(line, begin, start, stop, end, first=first)
        if heading is not None or stop.group() != ". ":
            return heading
        stop = _STOP.search(text, stop.end(), limit)  # "St. Louis: ..."
    return None


def _up_to(
    line: Line, begin: int, start: int, stop: re.Match[str], end: int, *, first: bool
) -> Heading | None:
    text, sign = line.text, stop.group().strip()
    if not (first or sign == ":"):
        return None
    opened = text[begin:start]
    if any(map(str.isdigit, opened)) and (sign == ":" or opened.rstrip()[-1:] in _DASHES):
        line = dataclasses.replace(line, listed=True)  # "14 June - X - rebels kill", "0630 X: IED"
        sign = ":" if sign in _DASHES else sign
    elif line.dashed and sign in _DASHES and text[start : stop.start()].isupper():
        sign = ":"
    body = stop.end()
    while body < end and text[body].isspace():
        body += 1
    heading = heading_of(line, start, stop.start(), body)
    if heading is None or sign == ":":
        return heading
    if not heading.whole:
        return None
    after = text[stop.end() : stop.end() + 1]
    if sign != "." and (heading.rank <= RANK[FeatureClass.COUNTRY] or not (
        after.isupper() or after.isdigit()
    )):  # fmt: skip
        return None  # a dash may also open an aside: "Iran — weakened by sanctions — is"
    return heading


def heading_of(line: Line, start: int, end: int, body: int) -> Heading | None:
    """The place that the words from `start` to `end` are, over what begins at `body`."""
    if end <= start:
        return None
    text = line.text
    mentions = within(line.mentions, start, end)
    if not mentions and not line.listed:
        return None
    clause, found = _read_head(line, start, end, mentions)
    known = [w for w in found if w.mentions and not w.unknown]
    if known and _covered(clause, found):
        w = found[0]
        place = _closed(text, mention_of(text, clause, w), end)
        if w.unknown:
            place = joined(place, mention_of(text, clause, known[0]))
        ids = frozenset(i for x in found for i in x.place_ids())
        last = clause.words[w.first].end if "(" in place.text else place.end
        return Heading(place, max(w.rank, 4.8) if w.unknown else w.rank, ids, True, True,
                       place.start, last, body)  # fmt: skip
    if len(known) == 1 and known[0].first == 0:
        inner = _inner(text, clause, known[0], line, body)
        if inner is not None:
            return inner
    named = _named(clause, line)
    if named is None:
        return None
    first, last = clause.words[0].start, clause.words[named - 1].end
    place = PlaceMention(text[first:last], first, last)
    inside = next((mention_of(text, clause, w) for w in known), None)
    if inside is not None and inside.start < last:
        place = dataclasses.replace(place, country_code=inside.country_code)
    elif inside is not None:
        place = joined(place, inside)
    elif not line.listed:
        return None
    return Heading(place, 5.5, frozenset(), inside is not None, False, first, last, body)


def _read_head(line: Line, start: int, end: int, mentions: Sequence[Mention]) -> _Head:
    """The words and places of a head: looked at for the form of the report, then for its own."""
    head = line.heads.get((start, end))
    if head is None:
        clause = read_clause(line.text, start, end, line.lex)
        head = clause, find_whereabouts(clause, mentions, line.lex, upper=line.upper)
        if len(line.heads) < _KEPT:
            line.heads[start, end] = head
    return head


_KEPT = 100
"""Heads of a report that are kept as read: more than its first look takes in."""


def _inner(text: str, clause: Clause, outer: Whereabouts, line: Line, body: int) -> Heading | None:
    """ "North Kivu, Kabirushe": what no source has in what stands before it."""
    words = clause.words
    k = outer.last
    if k + 1 >= len(words) or words[k].text not in ",/-–":
        return None
    naming = Naming(clause, [False] * len(words), line.upper)
    named = words[k + 1 :]
    if naming.name_from(k + 1, 4) < len(words) or all(_is_common(w, line.lex) for w in named):
        return None
    start, end = named[0].start, named[-1].end
    place = joined(PlaceMention(text[start:end], start, end), mention_of(text, clause, outer))
    return Heading(place, 5.5, outer.place_ids(), True, False, start, end, body)


def _closed(text: str, place: PlaceMention, end: int) -> PlaceMention:
    """With the bracket that closes it: "Zaranj (Nimroz)"."""
    if place.end >= end or text[place.end] != ")" or "(" not in place.text:
        return place
    return dataclasses.replace(place, text=text[place.start : place.end + 1], end=place.end + 1)


_MINOR = frozenset({"and", "of", "the", "city", "area", "position", "posn", "vicinity", "intl"})


def _covered(clause: Clause, found: Sequence[Whereabouts]) -> bool:
    """Whether a heading holds nothing but places, days and kinds of place."""
    kinds = tables().types
    at = {k for w in found for k in range(w.first, w.last)}
    loose = 0
    for k, w in enumerate(clause.words):
        if k in at or w.tag in ',;()-q."' or w.low in _MINOR or w.low in kinds:
            continue
        if w.text in COMPASS and k and clause.words[k - 1].tag == "q":
            continue  # "Position 13-10N 043-05E, Bab el Mandeb"
        if w.tag == "p" or w.low in tables().directions or w.low in tables().parts:
            loose += 1
            continue
        return False
    return loose < 2


def _named(clause: Clause, line: Line) -> int | None:
    """Words of an unknown name that heads a line: "Abu Shouk IDP camp", "Kutum (N Darfur)".

    Capitals throughout, with kinds of place and joining words among them; no word of our
    tables alone, no label such as "Outlook", no party known by its letters.
    """
    words = clause.words
    bracket = next((k for k, w in enumerate(words) if w.tag in "(,"), len(words))
    own = words[:bracket]
    if bracket == len(words) and (away := _distance(own)):
        own = own[away:]  # "25NM W of Mokha"
    if not own or len(own) > 7 or not own[0].text[:1].isupper():
        return None
    t = tables()
    telling = False
    for k, w in enumerate(own):
        if w.low in t.types or w.low in t.directions or w.low in t.parts or w.tag == "-":
            continue
        if w.low in _JOINS and 0 < k < len(own) - 1:
            continue
        if not w.text[:1].isupper() or w.tag in "vqxmrdpsgt" or w.low in _LABELS:
            return None
        short = len(own) == 1 and w.text.isupper() and len(w.text) <= 5 and not line.upper
        telling = telling or not (short or _is_common(w, line.lex))
    kind = own[-1].low in t.types and t.types[own[-1].low] >= 5 and len(own) > 1
    return bracket if telling or kind else None


_LABELS = word_set(notes_en.LABELS)
_JOINS = frozenset({"of", "al", "el", "ul", "as", "de", "la", "e", "i", "and", "/"})


def _distance(words: Sequence[Word]) -> int:
    """Words of "25NM W of" before a name."""
    t = tables()
    for k in range(2, min(5, len(words) - 1)):
        if words[k].low == "of" and words[k - 1].low in t.directions and words[0].tag == "q":
            return k + 1
    return 0


def _is_common(w: Word, lex: Lexicon) -> bool:
    low = w.low
    return (
        low in lex.tags
        or low in lex.verbs
        or low in lex.actors
        or low in lex.armed
        or low in lex.people
        or low in lex.speakers
        or low in lex.trigger_words
        or low in lex.group_heads
        or low in lex.loose_heads
        or low in lex.groups
        or low in lex.institutions
        or low in lex.weapons
    )


_SMALL_HEAD = re.compile(r"(?m)^[^\w\n]{0,4}+([a-z\u00df-\u00ff])[^\n:]{1,40}:(?=\s)")


def with_heads_in_capitals(text: str) -> str:
    """A message in small letters with the first letter before each colon as a capital.

    So that names can be found there: "khartoum: shooting since five". Offsets stay.
    """
    letters = text[:4000]
    if 50 * sum(map(str.isupper, letters)) > len(letters):
        return text
    out = list(text)
    for found in _SMALL_HEAD.finditer(text):
        at = found.start(1)
        out[at] = out[at].upper() if len(out[at].upper()) == 1 else out[at]
    return "".join(out)


def joined(inner: PlaceMention, outer: PlaceMention) -> PlaceMention:
    """ "W suburbs", under "Benghazi": the part, and the place that it is a part of."""
    return PlaceMention(
        f"{inner.text}, {outer.text}",
        inner.start,
        inner.end,
        name=outer.name,
        country=outer.country,
        country_code=outer.country_code,
        admin1=outer.admin1,
    )
