"""Scenes: a sentence without a deed that says where and when what follows it happened.

"On Sunday some twenty men came to Djibo. They shot dead 24 people": the second sentence
tells the deed, the first its day and place. Such a sentence moves, gathers or places
somebody, or the deed's own words go on from it ("around noon", "they", "the men").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.clauses import Clause, read_clause
from geo.drafts.attachment import OFFICES
from geo.drafts.backward import TALKS
from geo.drafts.headed import place_at
from geo.drafts.headings import Heading
from geo.drafts.places import mention_of
from geo.drafts.reading import Reading, Sentence
from geo.events import TIME, Frame
from geo.merge import Draft
from geo.model import DatePhrase
from geo.whereabouts import Whereabouts, find_whereabouts
from geo.words import Lexicon, word_set

__all__ = ["set_in_scene", "stands_for"]

_REACH = 3
"""Sentences for which a scene stands."""
_ROOM = 4
"""A place as large as a province is no scene."""


def stands_for(text: str, sentence: Sentence, reading: Reading) -> Heading | None:
    """The settlement that the sentence before puts something in, in the same paragraph.

    A funeral or a trial there is another matter, and so is an envoy's visit.
    """
    place = reading.told.scene
    if place is None or place.start < sentence.paragraph:
        return None
    before = text[sentence.paragraph : sentence.start].casefold()[-_BEFORE:]
    words = set(before.replace(".", " ").split())
    return place if words.isdisjoint(_NO_SCENE | _ELSEWHERE | OFFICES) else None


_BEFORE = 250
"""Code points back to which another matter is looked for."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Where and when what follows happened, as a sentence before it says."""

    sentence: Sentence
    place: Heading | None
    day: DatePhrase | None
    moves: bool
    """Whether somebody came, gathered or was there: what follows needs no further tie."""


def set_in_scene(
    text: str,
    draft: Draft,
    clause: Clause,
    main: Frame,
    sentence: Sentence,
    found: Sequence[Whereabouts],
    lex: Lexicon,
    reading: Reading,
) -> None:
    """Give a deed without a day or place those that the words before it say.

    Parameters
    ----------
    found
        The place phrases of its own sentence.
    """
    ahead = [w for w in found if w.last <= main.first and w.rank >= _ROOM and _came(clause, w)]
    ahead = [w for w in ahead if not _turns(clause, w.last, main.first)]
    if draft.place is None and ahead and _goes_on(draft, main):
        place_at(draft, _heading(text, clause, ahead[-1]))  # "came to X at dawn: 30 were shot"
    if draft.date is not None or draft.unread is not None or not _goes_on(draft, main):
        return
    tied = [s for s in _scenes(text, sentence, lex, reading) if s.moves or _takes_up(clause)]
    dated = next((s for s in tied if s.day is not None), None)
    placed = next((s for s in tied if s.place is not None), None)
    spans = []
    if draft.place is None and placed is not None and placed.place is not None:
        place_at(draft, placed.place)
        spans.append((placed.sentence.start, placed.sentence.end))
    if dated is not None:
        draft.date, draft.date_kind = dated.day, "date"
        spans.append((dated.sentence.start, dated.sentence.end))
    draft.quotes += dict.fromkeys(spans)
    if spans:
        if draft.bare and draft.kind == "other":
            draft.kind = "armed_attack"
        draft.anaphor = draft.bare = False  # "18 of them" are those of the scene


def _scenes(text: str, sentence: Sentence, lex: Lexicon, reading: Reading) -> Sequence[Scene]:
    """The scenes that stand for a sentence, the nearest first."""
    out = []
    for before in reversed(reading.passed):
        gap = sentence.index - before.index
        if gap > _REACH or (before.paragraph != sentence.paragraph and gap > 1):
            break
        scene = _scene(text, before, lex, upper=reading.upper)
        if scene is not None:
            out.append(scene)
    return out


def _turns(clause: Clause, first: int, last: int) -> bool:
    """Whether another clause opens among some words: "came to X after soldiers shot"."""
    words, lows = clause.words, clause.lows
    return any(words[k].tag == "s" and lows[k + 1] not in TIME for k in range(first, last))


def _goes_on(draft: Draft, main: Frame) -> bool:
    """Whether a deed is told in the simple past, as the next thing that happened."""
    if draft.aggregate or draft.fresh or draft.stage != "occurred":
        return False
    if draft.bare and not _kills(draft, main):
        return False
    if draft.anaphor and main.entry.pos == "n":
        return False
    if main.perfect or main.background or main.generic or main.negated or main.commented:
        return False
    return (
        main.finite
        or _kills(draft, main)
        or main.voice == "passive"
        or (main.entry.pos == "n" and main.occurs)
    )


def _kills(draft: Draft, main: Frame) -> bool:
    """ "The men went from house to house, killing nine": a toll that tells the deed."""
    return main.entry.form == "gerund" and bool(draft.actors and draft.dead)


def _takes_up(clause: Clause) -> bool:
    """Whether the first words go on from the sentence before: "they", "the men", "at noon"."""
    words = clause.words
    opens = 1 if words[0].tag == "p" and len(words) > 1 else 0
    if words[0].low in _NEXT or words[opens].low in _NEXT or words[opens].tag == "q":
        return True
    return words[0].low in _POINTING or (words[0].tag == "r" and words[0].low != "i")


_NEXT = word_set(
    "then suddenly later after afterwards minutes moments shortly soon noon midday dusk dawn "
    "midnight around about when as"
)
_POINTING = word_set("the they their he she his her it its one some two three all")


def _scene(text: str, sentence: Sentence, lex: Lexicon, *, upper: bool) -> Scene | None:
    if not (sentence.dates or sentence.mentions):
        return None
    clause = read_clause(text, sentence.start, sentence.end, lex)
    lows = set(clause.lows)
    if not clause.words or not lows.isdisjoint(_NO_SCENE):
        return None
    verb = next((k for k, w in enumerate(clause.words) if w.tag == "v" or w.low in _WAS), -1)
    who = clause.lows[: max(verb, 0)]
    if not _ELSEWHERE.isdisjoint(who):
        return None  # the wounded reach a hospital, envoys a capital: nothing happened there
    if verb < 0 or any(w.tag in "mt" for w in clause.words):
        return None
    if any(w.lemma in _SPEAKS and w.tag == "v" for w in clause.words):
        return None
    days = [
        m.phrase
        for m in sentence.dates
        if m.kind in {"date", "relative"}
        and not m.future
        and m.phrase.start is not None
        and (m.phrase.date_prec or 5) <= 2
    ]
    found = find_whereabouts(clause, sentence.mentions, lex, upper=upper, known={})
    places = [w for w in found if w.rank >= _ROOM and _is_where(clause, w)]
    best = max(places, key=lambda w: w.rank, default=None)
    if not days and best is None:
        return None
    moves = any(w.lemma in _MOVES or w.low in _MOVES for w in clause.words if w.tag in "vgbn")
    asked = text[sentence.start : sentence.end].rstrip().endswith("?")  # "What happened on Monday?"
    place = None if best is None else _heading(text, clause, best)
    return Scene(sentence, place, days[0] if days else None, moves or asked)


def _is_where(clause: Clause, w: Whereabouts) -> bool:
    """ "In X", "came to X", "reached X": where somebody is by the end of the sentence."""
    return w.preposition in _AT or _came(clause, w)


def _came(clause: Clause, w: Whereabouts) -> bool:
    """ "Came to X", "reached X"."""
    if w.preposition:
        before = clause.words[max(0, w.first - 9) : w.first]
        return w.preposition in _GOALS and any(x.lemma in _COMES for x in before)
    k = w.first - 1
    while k > 0 and clause.words[k].tag in "dj":
        k -= 1
    return k >= 0 and clause.words[k].tag in "vg" and clause.words[k].lemma in _REACHES


def _heading(text: str, clause: Clause, w: Whereabouts) -> Heading:
    place = mention_of(text, clause, w)
    known = bool(w.mentions) and not w.unknown
    return Heading(place, w.rank, w.place_ids(), known, known, place.start, place.end, place.end)


_AT = word_set("in at near outside around inside on between through across along")
_GOALS = word_set("to into towards toward for")
_COMES = word_set("come go arrive return drive march move advance travel head walk run ride cross")
_REACHES = word_set("reach enter surround encircle cross leave near approach")
_MOVES = word_set(
    "come go arrive reach enter gather assemble march drive travel head cross surround encircle "
    "land move advance approach ride walk return stop leave meet attend sleep wait sit stand work "
    "pass hide shelter camp pray celebrate queue queued lined patrol escort crowd convoy market "
    "wedding procession fair happen happened"
)
_WAS = word_set("was were")
_SPEAKS = word_set(
    "say tell announce report state warn condemn urge claim deny blame accuse add confirm "
    "demand note vow promise agree sign decide approve"
)
_ELSEWHERE = word_set("wounded injured survivors refugees displaced bodies families")
_NO_SCENE = TALKS | word_set("hospital fled flee ago")
