"""Names that a deed shows to be places: what was shelled, taken, entered, attacked by troops.

Nobody shells a man, and ground alone is retaken. Where a deed befalls people as well
("attacked X", "captured X"), the words around decide: who did it, whether a place is told
beside, and whether the name has the look of a place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geo.clauses import Clause, Phrase
from geo.events import Frame
from geo.lexicon import places_en
from geo.whereabouts.model import Whereabouts, Words
from geo.whereabouts.naming import NOT_PLACES, Naming
from geo.words import Lexicon, split_words, word_set

__all__ = ["stricken_names"]

_RANK = 5.2
"""A settlement, or something smaller."""
_AT_PLACES = frozenset(
    {"shelling", "airstrike", "drone_attack", "rocket_attack", "missile_strike", "territory_change"}
)
_AT_EITHER = frozenset({"armed_attack", "arson", "looting", "property_destruction", "bombing"})
_OF_PEOPLE = word_set(
    "shoot kill behead lynch stab slaughter execute torture beat decapitate knife hang poison "
    "ambush intercept send fire launch throw hurl lob plant place machinegun strangle hack "
    "sink engage"
)
"""What of these is done to people, or to what is sent at them."""
_OF_EITHER = word_set("capture seize take")
"""What changes the ground and what befalls people."""
_LETTERS = 6
"""Capitals alone that are shorter are a body: "the attack on WFP"."""
_NEXT = word_set("in at near outside inside on")
_TELLING = word_set("who whose aged was")
_OPENERS = frozenset(split_words(places_en.NAME_OPENERS))
_ENDINGS = tuple(split_words(places_en.NAME_ENDINGS))


def stricken_names(
    naming: Naming, frames: Sequence[Frame], lex: Lexicon, t: Words
) -> Iterator[Whereabouts]:
    """The names that the deeds of a clause were done to and that may be places."""
    words = naming.clause.words
    for frame in frames:
        if frame.entry.kind not in _AT_PLACES and frame.entry.kind not in _AT_EITHER:
            continue
        if frame.entry.lemma.partition(" ")[0] in _OF_PEOPLE:
            continue
        for phrase in _done_to(naming.clause, frame):
            last = naming.name_from(phrase.first, 4)
            if last == phrase.first or last != phrase.last or words[last - 1].possessive:
                continue
            if _is_place(naming, frame, phrase, lex, t):
                yield Whereabouts(phrase.first, last, [], _RANK, unknown=True)


def _done_to(clause: Clause, frame: Frame) -> Iterator[Phrase]:
    for o in frame.objects:
        if o >= 0:
            yield clause.phrases[o]


def _is_place(naming: Naming, frame: Frame, phrase: Phrase, lex: Lexicon, t: Words) -> bool:
    clause = naming.clause
    named = clause.words[phrase.first : phrase.last]
    if len(named) == 1 and named[0].text.isupper() and len(named[0].text) < _LETTERS:
        return False
    if any(_of_a_party(w.low, lex) or _is_common(w.low, lex, t) for w in named):
        return False
    either = frame.entry.kind in _AT_EITHER or frame.entry.lemma in _OF_EITHER
    if not either or _looks_like_a_place(phrase, clause):
        return not _spoken_of(clause, phrase.last)
    if named[-1].low.endswith("s"):
        return False  # "Shia Muslims", "Tutsis"
    if _spoken_of(clause, phrase.last) or _placed(naming, phrase.last):
        return False
    by_force = any(_under_arms(clause, s, lex) for s in frame.subjects if s >= 0)
    if frame.voice == "nominal":  # "the rebels' capture of X"
        by_force = any(
            low in lex.armed for low in clause.lows[max(0, frame.first - 4) : frame.first]
        )
    return by_force or (frame.voice == "passive" and not frame.subjects and len(named) == 1)


def _of_a_party(low: str, lex: Lexicon) -> bool:
    return low in lex.people or low in lex.armed or low in lex.actors or low in NOT_PLACES


def _is_common(low: str, lex: Lexicon, t: Words) -> bool:
    """ "Shops were looted": a capital that only the sentence gives it."""
    known = low in lex.targets or low in lex.weapons or low in lex.civilians
    return known or low in t.facilities or low in t.types


def _looks_like_a_place(phrase: Phrase, clause: Clause) -> bool:
    """ "Kfar X", "San X", "Xabad", "Dasht-e-X"."""
    first, last = clause.words[phrase.first], clause.words[phrase.last - 1]
    if first.low in _OPENERS and phrase.last - phrase.first > 1:
        return True
    return last.low.endswith(_ENDINGS)


def _spoken_of(clause: Clause, last: int) -> bool:
    """ "X, 34,", "X, a teacher", "X, who": somebody."""
    words = clause.words
    if last + 1 >= len(words) or words[last].tag != ",":
        return last < len(words) and words[last].low == "who"
    after = words[last + 1]
    ends = last + 2 >= len(words) or words[last + 2].tag == ","
    return after.low in _TELLING or (after.text.isdigit() and ends)


def _placed(naming: Naming, last: int) -> bool:
    """Whether a settlement is told right behind: people are attacked somewhere."""
    words = naming.clause.words
    for k in range(last, min(last + 6, len(words) - 1)):
        if words[k].tag in "vxsg;":
            return False
        if words[k].low in _NEXT and (naming.taken[k + 1] or words[k + 1].tag == "d"):
            return True
    return False


def _under_arms(clause: Clause, index: int, lex: Lexicon) -> bool:
    """ "Rebels attacked X", "rockets hit X": not "a man attacked X"."""
    phrase = clause.phrases[index]
    lows = clause.lows[phrase.first : phrase.last]
    return any(
        low in lex.armed
        or lex.actors.get(low) in {"group", "force"}
        or lex.groups.at(lows, i)[0]
        or lex.weapons.at(lows, i)[0]
        for i, low in enumerate(lows)
    )
