"""Places told around a deed by sentences that tell of none: "X lies in the hills", "it was X"."""

from __future__ import annotations

from collections.abc import Sequence

from geo.clauses import Clause, read_clause
from geo.drafts.backward import spoken_of
from geo.drafts.headed import place_at
from geo.drafts.headings import Heading
from geo.drafts.places import mention_of
from geo.drafts.reading import Reading, Sentence
from geo.merge import Draft
from geo.model import PlaceMention
from geo.whereabouts import find_whereabouts
from geo.whereabouts.model import tables
from geo.whereabouts.naming import Naming
from geo.words import Lexicon, word_set

__all__ = ["passed_by", "place_told_after"]

_REACH = 3
"""Sentences back that "the village" may reach."""
_HAPPENS = word_set("happen occur take unfold")
_POINTING = word_set("it this that both these")
_SCENES = word_set("scene site location place spot")
_IS = word_set("is was lies lay stands sits")


def passed_by(
    word: str, text: str, sentence: Sentence, lex: Lexicon, reading: Reading
) -> Heading | None:
    """What of a kind the sentences before speak of, the nearest first."""
    for before in reversed(reading.passed):
        if sentence.index - before.index > _REACH:
            return None
        clause = read_clause(text, before.start, before.end, lex)
        if clause.words:
            found = find_whereabouts(clause, before.mentions, lex, upper=reading.upper, known={})
            place = spoken_of(text, clause, found, lex, word)
            if place is not None:
                return place
    return None


def place_told_after(
    text: str, sentence: Sentence, drafts: Sequence[Draft], lex: Lexicon, reading: Reading
) -> None:
    """Give the deed told just before the place that this sentence says it was in."""
    draft = drafts[-1] if drafts else None
    if draft is None or draft.place is not None or sentence.index - draft.sentence > 1:
        return
    clause = read_clause(text, sentence.start, sentence.end, lex)
    name = _of_the_scene(clause)
    if name < 0 and not _tells_where(clause):
        return
    found = find_whereabouts(clause, sentence.mentions, lex, upper=reading.upper, known={})
    places = [mention_of(text, clause, w) for w in found if w.rank >= _LEAST]
    ranks = [w.rank for w in found if w.rank >= _LEAST]
    last = Naming(clause, [False] * len(clause.words), reading.upper).name_from(name, 4)
    if name >= 0 and last > name:
        start, end = clause.words[name].start, clause.words[last - 1].end
        places.insert(0, PlaceMention(text[start:end], start, end))
        ranks.insert(0, _SETTLEMENT)
    if not places:
        return
    best = ranks.index(max(ranks)) if name < 0 else 0
    place = places[best]
    place_at(
        draft,
        Heading(place, ranks[best], frozenset(), False, False, place.start, place.end, place.end),
    )
    draft.places = places
    draft.quotes.append((sentence.start, sentence.end))


_LEAST = 2.7
"""Rank of more than a country."""
_SETTLEMENT = 5.2


def _tells_where(clause: Clause) -> bool:
    """ "It happened in", "the scene was"."""
    words = clause.words
    if not words:
        return False
    if words[0].low in _POINTING:
        return any(w.lemma in _HAPPENS and w.tag == "v" for w in words[1:5])
    return (
        words[0].low == "the" and words[1].low in _SCENES and words[2].low in _IS
        if len(words) > 3
        else False
    )


def _of_the_scene(clause: Clause) -> int:
    """Where a name begins in "The village, X, lies", "The village is called X"; -1 for none."""
    words = clause.words
    if len(words) < 5 or words[0].low != "the" or tables().types.get(words[1].low, 0) < _SETTLEMENT:
        return -1
    if words[2].tag == ",":
        return 3
    if words[2].low in _IS and words[3].low in {"called", "named"}:
        return 4
    return -1
