"""When: the date phrase that belongs to the incident and not to who speaks of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from geo.actors import Statement
from geo.clauses import Clause, Word
from geo.dates import Counted, DateMention, interpret
from geo.drafts.reading import Sentence
from geo.events import Frame
from geo.model import DatePhrase
from geo.words import word_set

__all__ = ["Dated", "date_of", "of_what_came_of_it", "said_day"]


class Dated(NamedTuple):
    """When an incident was, as far as its own sentence says."""

    phrase: DatePhrase | None = None
    kind: str = ""
    at: int = -1
    """Where the phrase begins."""
    counted: Counted | None = None
    unread: DatePhrase | None = None
    """A phrase that says when, but not in days that could be told."""


@dataclass(frozen=True, slots=True)
class _Deed:
    """A deed in its sentence: which of the dates there may be its own."""

    text: str
    clause: Clause
    main: Frame
    said: Sequence[Statement]
    low: int
    high: int
    """The words that tell of it: `low` to `high`."""
    masked: Sequence[tuple[int, int]]
    """Offsets of the words that say who tells of it."""
    breaks: Sequence[int]
    """Offsets of the semicolons."""
    frames: Sequence[Frame] = ()
    """All frames of the deed."""

    @property
    def at(self) -> int:
        return self.clause.words[self.main.first].start

    def holds(self, m: DateMention) -> bool:
        """Whether a phrase ends among its words: "and three days | after that a drone"."""
        words = self.clause.words
        return words[self.low].start < m.end <= words[self.high - 1].end


def date_of(
    text: str,
    published: dt.date | None,
    clause: Clause,
    sentence: Sentence,
    main: Frame,
    said: Sequence[Statement],
    low: int,
    high: int,
    frames: Sequence[Frame] = (),
) -> Dated:
    """When the deed of `main`, told in words `low` to `high`, was by its own sentence."""
    words = clause.words
    masked = [span for s in said if s.act != "none" for span in s.offsets(words)]
    breaks = [w.start for w in words if w.text == ";"]
    deed = _Deed(text, clause, main, said, low, high, masked, breaks, frames)
    about = [m for m in sentence.dates if _is_about_deeds(deed, m)]
    told = [m for m in about if _may_date(deed, m)]
    own = [m for m in told if not _of_the_anniversary(clause, m, main)]
    if told and not own:
        again = DatePhrase(told[0].phrase.text, None, None, published)
        return Dated(unread=again)
    told = own
    # the sentence's own time holds for its other clauses, not the reverse
    shared = low > 0 and not main.background
    best = min(
        (m for m in told if shared or deed.holds(m)),
        key=lambda m: (
            not deed.holds(m),
            _of_the_main_clause(clause, m, main),
            _before_the_turn(clause, m, main),
            m.kind == "vague" or m.phrase.start is None,
            abs(m.start - deed.at),
        ),
        default=None,
    )
    if best is None:
        phrase = _night_of_report(sentence, deed.masked) or _last_night(sentence, published)
        if phrase is not None:
            return Dated(phrase, "relative")
        unread = [m for m in about if m.kind in _UNREAD and not m.attributive and deed.holds(m)]
        return Dated(counted=unread[0].counted, unread=unread[0].phrase) if unread else Dated()
    best = _said_again(text, best, sentence)
    best = _finer(best, [m for m in told if deed.holds(m)])
    if (
        (best.phrase.open_end or best.phrase.start is None)
        and best.end <= deed.at
        and text[best.end : best.end + 7].lstrip(" ,").casefold().startswith("when")
    ):
        # "since January 2017, when a jet bombed", "quiet until Monday, when": the day itself
        bare = best.phrase.text.split(" ", 1)[-1]
        return Dated(interpret(bare, published), "date", best.start)
    return Dated(best.phrase, best.kind, best.start, best.counted)


_COUNTED = 12
"""Code points between "two days after" and the deed that they count from."""
_UNREAD = frozenset({"unknown", "offset"})


def _is_about_deeds(deed: _Deed, m: DateMention) -> bool:
    """No day of who speaks, and none of the page: "Updated 19 Sept"."""
    if any(a <= m.start < b for a, b in deed.masked):
        return False
    before = deed.text[max(0, m.start - 16) : m.start].casefold()
    return not any(word in before for word in _HEADERS)


def _may_date(deed: _Deed, m: DateMention) -> bool:
    """Whether a phrase may say when the deed was, as far as grammar goes."""
    main, words = deed.main, deed.clause.words
    if m.kind in _UNREAD or m.kind == "time" or (m.future and main.stage == "occurred"):
        return False
    counted = m.counted is not None and m.counted.event
    alone = not any(f.finite and f is not main for f in deed.frames)
    behind = main.background and main.entry.pos == "n" and m.start < deed.at and alone
    if counted and behind and deed.at - m.end <= _COUNTED:
        return False  # "two days after the shelling, the governor came": of what was then
    near = 0 <= deed.at - m.end <= 3
    if m.attributive and m.kind != "vague" and not (near or _in_own_phrase(deed, m)):
        return False
    first = m.end <= deed.at
    gap = (m.end, deed.at) if first else (words[main.last - 1].end, m.start)
    alone = first and deed.low == 0 and deed.high >= len(words)
    if not alone and any(gap[0] <= at < gap[1] for at in deed.breaks):
        return False
    return not (
        of_what_came_of_it(deed.clause, m)
        or _of_the_telling(m, main, deed.said, words)
        or _of_an_aside(deed.clause, m, main)
        or _of_the_answer(deed.clause, m, main)
    )


def _of_the_answer(clause: Clause, m: DateMention, main: Frame) -> bool:
    """ "Students protested on Thursday against the murder": the day of the protest."""
    words = clause.words
    noun = main.entry.pos == "n" and main.definite and not main.occurs
    if not noun or m.end > words[main.first].start:
        return False
    for k in range(main.first - 1, max(-1, main.first - _REACH), -1):
        if words[k].tag == ";":
            return False
        if words[k].low in _ANSWERS and words[k].tag in "vgbj":
            return True
    return False


_REACH = 24
"""Words back to a verb that only answers a deed."""
_ANSWERS = word_set(
    "condemned condemn condemns denounced denounce denounces deplored deplores repudiated "
    "repudiates protested protest protesting regretted mourned mourning criticized criticised "
    "praised congratulated demanded demanding investigate investigated investigating examine "
    "examined ordered arrested detained charged indicted sentenced convicted jailed tried "
    "acquitted arraigned threatened resigned presented appointed discussed commemorated "
    "remembered recalled honored honoured promised pledged offered asked urged implicated "
    "involved solve clarify"
)
"""Verbs for what is done about a deed, on a day of their own."""


def of_what_came_of_it(clause: Clause, m: DateMention) -> bool:
    """ "15 kidnapped (released in February)", "born in 1944": a day of something else."""
    words = clause.words
    before = [k for k in range(len(words)) if words[k].end <= m.start][-3:]
    return any(
        words[k].low in _AFTERWARDS
        and not any(w.tag in ",;" for w in words[k + 1 : before[-1] + 1])
        for k in before
    )  # fmt: skip


_AFTERWARDS = frozenset({"released", "freed", "born", "buried", "discharged", "elected"})


def _of_an_aside(clause: Clause, m: DateMention, main: Frame) -> bool:
    """ "the mayor, who was elected in May, was shot", "a group, founded in 1970, attacked"."""
    words = clause.words
    if m.end > words[main.first].start:
        return False
    comma = next(
        (
            k
            for k in range(main.first - 1, max(-1, main.first - _ASIDE), -1)
            if words[k].tag == "," and words[k].start >= m.end
        ),
        -1,
    )
    if comma < 0:
        return False
    for k in range(comma - 1, max(-1, comma - _ASIDE), -1):
        if words[k].tag in ",;":
            opens = words[k + 1] if k + 1 < comma else words[k]
            names = opens.low in _WHO or (opens.tag == "v" and opens.low in _FOUNDED)
            return k > 0 and names and opens.start < m.start
    return False


_ASIDE = 40
"""Words at most of an aside."""
_WHO = frozenset({"who", "which", "whose", "where"})
_FOUNDED = frozenset({"founded", "created", "formed", "established", "born", "elected", "built"})


_LINKS = re.compile(r"[,(]?\s+(?:(?:on|in)\s+)?(?:the\s+)?")


def _said_again(text: str, m: DateMention, sentence: Sentence) -> DateMention:
    """ "four weeks earlier, on 15 December": the fuller of two phrases for one time."""
    if m.kind != "relative":
        return m
    for other in sentence.dates:
        if other.start >= m.end:
            again = _LINKS.fullmatch(text, m.end, other.start) and other.kind == "date"
            return other if again else m
    return m


def _finer(best: DateMention, others: Sequence[DateMention]) -> DateMention:
    """ "Last month a reporter was killed on the 11th": the day within the month."""
    a = best.phrase
    if a.start is None or a.end is None or a.open_end:
        return best
    for m in others:
        b = m.phrase
        if b.start is None or b.end is None or b.open_end or (b.start, b.end) == (a.start, a.end):
            continue
        if a.start <= b.start and b.end <= a.end and (b.end - b.start).days <= 1:
            return m
    return best


def _of_the_telling(
    m: DateMention, main: Frame, said: Sequence[Statement], words: Sequence[Word]
) -> bool:
    """ "On Monday the commander said that the troops had asked for the strike": said on Monday."""
    if not (main.perfect or (main.entry.pos == "n" and main.definite)):
        return False
    return any(
        s.act == "say" and m.end <= words[s.first].start and s.last <= main.first
        for s in said
        if s.last > s.first
    )


def _of_the_anniversary(clause: Clause, m: DateMention, main: Frame) -> bool:
    """ "Friday was the anniversary of the murder": no day of the murder, unless it has a year."""
    before = clause.lows[max(0, main.first - _ANNIVERSARY) : main.first]
    year = any(len(word) == 4 and word.isdigit() for word in m.phrase.text.split())
    return "anniversary" in before and not year


_ANNIVERSARY = 14
"""Words before a deed among which "the anniversary of" makes a day its anniversary's."""


def _of_the_main_clause(clause: Clause, m: DateMention, main: Frame) -> bool:
    """ "a court on Tuesday jailed men who killed": the day of the jailing."""
    words = clause.words
    for k in range(main.first - 1, max(-1, main.first - 9), -1):
        w = words[k]
        if w.end <= m.start or w.tag == ";":
            return False
        if w.tag == "s" and w.low in {"who", "which", "that", "whose"} and w.start >= m.end:
            after = w.low != "that"  # "it emerged on Thursday that gunmen had seized"
            return any(x.tag == "v" for x in words[:k] if x.start >= m.end or not after)
    return False


def _before_the_turn(clause: Clause, m: DateMention, main: Frame) -> bool:
    """ "the third this year, after the kidnapping of a bishop in January": no day of its own."""
    if not main.background or main.entry.pos != "n":
        return False
    words = clause.words
    turns = [
        k for k in range(max(0, main.first - 8), main.first)
        if words[k].low in {"after", "since", "following"}
    ]  # fmt: skip
    return bool(turns) and m.end <= words[turns[-1]].start


_LEAD = 3
"""Sentences at the head of a report in which "overnight" is the night before it."""


def _last_night(sentence: Sentence, published: dt.date | None) -> DatePhrase | None:
    if published is None:
        return None
    for m in sentence.dates:
        if sentence.index > _LEAD and m.start > sentence.start:
            return None  # only "Overnight, rockets ..." opens news of the night again
        if m.kind == "time" and m.phrase.text.casefold() == "overnight":
            before = published - dt.timedelta(days=1)
            written = f"{before.isoformat()}/{published.isoformat()}"
            told = m.phrase.time_of_day
            return DatePhrase(
                m.phrase.text, written, before, published, date_prec=2, time_of_day=told
            )
    return None


_HEADERS = ("updated", "published", "posted", "modified", "last edited")


def said_day(clause: Clause, sentence: Sentence, said: Sequence[Statement]) -> DatePhrase | None:
    """The day on which somebody spoke of it: the incident was then or before."""
    spans = [span for s in said for span in s.offsets(clause.words)]
    for a, b in spans:
        for m in sentence.dates:
            if (
                m.kind == "date"
                and a <= m.start < b
                and m.phrase.date_prec == 1
                and m.phrase.end is not None
                and not m.future
            ):
                return m.phrase
    return None


def _night_of_report(sentence: Sentence, masked: Sequence[tuple[int, int]]) -> DatePhrase | None:
    """ "said on Wednesday that artillery had shelled the town overnight": the night before."""
    hours = [
        m
        for m in sentence.dates
        if m.kind == "time" and not any(a <= m.start < b for a, b in masked)
    ]
    days = [
        m
        for m in sentence.dates
        if m.kind == "date" and m.phrase.date_prec == 1 and any(a <= m.start < b for a, b in masked)
    ]
    if not hours or not days or days[0].phrase.end is None:
        return None
    day = days[0].phrase.end
    before = day - dt.timedelta(days=1)
    return DatePhrase(
        hours[0].phrase.text,
        f"{before.isoformat()}/{day.isoformat()}",
        before,
        day,
        date_prec=2,
        time_of_day=hours[0].phrase.time_of_day,
    )


def _in_own_phrase(deed: _Deed, m: DateMention) -> bool:
    """ "Last week's raid on X in which twelve were hacked to death": of any of its nouns."""
    words, of = deed.clause.words, deed.clause.phrase_of
    nouns = [f for f in deed.frames if f.entry.pos == "n" and f.entry.role == "event"]
    return any(
        words[deed.clause.phrases[of[f.first]].first].start <= m.start < words[f.first].start
        for f in (deed.main, *nouns)
        if of[f.first] >= 0
    )
