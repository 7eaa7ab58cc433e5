"""What speaks for a place phrase being where an incident was: features that a person can read.

Each feature is a plain statement about the phrase and the words of the incident;
`geo.lexicon.attachment` holds the weight of each. The weights are learned
(`geo.fit_places`), the features are rules.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from geo.actors import Statement
from geo.clauses import Clause
from geo.drafts.groups import Group
from geo.events import Frame
from geo.lexicon.attachment import PREPOSITIONS, SIZES, WEIGHTS
from geo.whereabouts import Whereabouts
from geo.words import Lexicon, word_set

__all__ = ["OFFICES", "Setting", "attachment_score", "features", "setting_of"]

_CLASS = {word: name for name, words in PREPOSITIONS.items() for word in words.split()}
_HOME = word_set(
    "based headquartered born raised trained recruited living stationed native citizen citizens"
)
OFFICES = word_set(
    "authorities officials official government minister ministers ministry diplomats diplomat "
    "spokesman spokeswoman spokesperson analysts analyst observers commander correspondent "
    "correspondents reporter reporters"
)
"""Who speaks from a place, or decides there."""
_HELD = frozenset({"in", "at", "near", "outside"})
_HERE = frozenset({"in", "on", "near"})
_TURNS = word_set("whereupon after before")


@dataclass(frozen=True, slots=True)
class Setting:
    """An incident's words in a sentence, and the place phrases that stand around them."""

    clause: Clause
    group: Group
    main: Frame
    low: int
    """Where the words that belong to the incident begin."""
    lex: Lexicon
    options: Sequence[Whereabouts]
    """The place phrases that may be the incident's."""
    objects: frozenset[int]
    """Words of those that it is done to."""
    subjects: frozenset[int]
    """Words of those that do it."""
    begin: int
    """Where the clause of its first frame begins."""

    def distance(self, w: Whereabouts) -> int:
        """Words between a phrase and the nearest trigger."""
        return min(max(0, w.first - f.last, f.first - w.last) for f in self.group.frames)

    def between(self, w: Whereabouts) -> range:
        """The words between a phrase and the nearest trigger."""
        gaps = [range(f.last, w.first) or range(w.last, f.first) for f in self.group.frames]
        return min(gaps, key=len)


def setting_of(
    clause: Clause,
    found: Sequence[Whereabouts],
    group: Group,
    main: Frame,
    said: Sequence[Statement],
    reach: tuple[int, int],
    lex: Lexicon,
) -> Setting:
    """Gather what the features ask for."""
    low, high = reach
    return Setting(
        clause,
        group,
        main,
        low,
        lex,
        [w for w in found if _may_be(clause, w, group, main, said, low, high)],
        _words_of(clause, [o for f in group.frames for o in f.objects]),
        _words_of(clause, [o for f in group.frames for o in f.subjects]),
        _own_clause(clause, group, low),
    )


def _of_locals(clause: Clause, w: Whereabouts) -> bool:
    """ "Residents of X said that soldiers had burned their houses": they speak of X."""
    return (
        w.first > 1
        and clause.lows[w.first - 1] in {"of", "in"}
        and (clause.lows[w.first - 2] in _LOCALS)
    )


_LOCALS = word_set(
    "residents resident villagers villager inhabitants locals people elders survivors witnesses "
    "witness neighbours neighbors"
)


def _may_be(
    clause: Clause,
    w: Whereabouts,
    group: Group,
    main: Frame,
    said: Sequence[Statement],
    low: int,
    high: int,
) -> bool:
    """Whether a phrase stands among the words of the incident, told and not spoken from."""
    if any(s.spans(w.first) and not _of_locals(clause, w) for s in said):
        return False
    if clause.words[w.last - 1].possessive and any(w.last == s.first for s in said):
        return False  # "Yemen's Houthi movement said"
    if any(f.origin[0] <= w.first < f.origin[1] for f in group.frames):
        return False
    return low <= w.first < high or leads_where(clause, w, main)


def attachment_score(facts: frozenset[str]) -> float:
    """How much better the phrase is than no place at all (log-odds)."""
    return math.fsum([WEIGHTS["always"], *(WEIGHTS.get(fact, 0.0) for fact in facts)])


def features(setting: Setting, w: Whereabouts) -> frozenset[str]:
    """Names of the features that hold of a phrase."""
    preposition = _CLASS.get(w.preposition, "bare")
    if w.preposition == "from" and setting.main.entry.kind == "abduction" and _taken(setting, w):
        preposition = "in"  # where people are taken from is where it happened
    out = {f"prep {preposition}", _size(w)}
    words = setting.clause.words
    if leads_where(setting.clause, w, setting.main):
        out.add("where")
    elif w.first < setting.begin:
        out.add("earlier clause")
    for role, place in (("object", setting.objects), ("subject", setting.subjects)):
        if w.first in place:
            out |= {role, f"{role} {preposition}"}
    if w.unknown:
        out.add("unknown")
    out |= _position(setting, w) | _rivals(setting, w)
    if w.first <= 1 and w.preposition:
        closer = [
            x for x in setting.options if x.first > w.last and _CLASS.get(x.preposition) in _HERE
        ]
        out.add("sets the scene" if closer else "opens")
    if w.last < len(words):
        if words[w.last - 1].possessive:
            index = setting.clause.phrase_of[w.last]
            head = setting.clause.phrases[index].head if index >= 0 else w.last
            acts = w.first in setting.subjects and not w.preposition
            out.add("owns a party" if acts or _party(setting, head) else "owns")
        elif words[w.last].tag in "vxm" and not w.preposition and w.first not in setting.objects:
            out.add("acts")
    before = words[max(0, w.first - 4) : w.first]
    if any(x.low in _HOME for x in before):
        out.add("home")
    governor = _governor(setting.clause, w)
    if w.preposition in {"of", "from"} and governor >= 0 and _party(setting, governor):
        suffers = governor in setting.objects
        out.add(f"victims {w.preposition}" if suffers else f"people {w.preposition}")
    spoken = governor >= 0 and governor not in setting.objects and w.preposition == "in"
    if spoken and words[governor].low in OFFICES:
        out.add("seat")
    if (
        not w.parts
        and w.first not in setting.objects
        and KIND_OF_SITE - 0.05 < w.rank < KIND_OF_SITE + 0.05
    ):
        out.add("kind of site")
    return frozenset(out)


def _taken(setting: Setting, w: Whereabouts) -> bool:
    """ "Abducted nine pupils from X": behind the deed, and of people, not of a bus from X."""
    k = _governor(setting.clause, w)
    lex = setting.lex
    low = setting.clause.lows[k] if k >= 0 else ""
    people = low in lex.people or low in lex.civilians or low == "family"
    return people and setting.main.last <= k


KIND_OF_SITE = 2.6
"""Rank of "Iraqi bases": somewhere in a country, or of its army."""


def _position(setting: Setting, w: Whereabouts) -> set[str]:
    """Where the phrase stands from the nearest trigger."""
    away = setting.distance(w)
    steps = ((1, "next"), (4, "close"), (9, "some way"), (18, "far"))
    out = {next((name for most, name in steps if away <= most), "very far")}
    out.add("ahead" if w.last <= setting.main.first else "behind")
    gap = setting.between(w)
    words = setting.clause.words
    carried = {f.verb for f in setting.group.frames}
    verbs = sum(words[k].tag in "vgb" for k in gap if k not in carried)
    if verbs:
        out.add("verb between" if verbs == 1 else "verbs between")
    return out


def _rivals(setting: Setting, w: Whereabouts) -> set[str]:
    """How the phrase stands among the others within reach."""
    out = set()
    smallest = max(x.rank for x in setting.options)
    if w.rank <= smallest - 1:
        out.add("wider" if w.rank > smallest - 2 else "much wider")
    if setting.distance(w) <= min(setting.distance(x) for x in setting.options):
        out.add("nearest")
    return out


def _party(setting: Setting, k: int) -> bool:
    low = setting.clause.words[k].low
    return low in setting.lex.people or low in setting.lex.armed or low in setting.lex.actors


def _governor(clause: Clause, w: Whereabouts) -> int:
    """The noun before the preposition of a phrase, or -1."""
    k = w.first - 1
    while k >= 0 and clause.words[k].tag in "dqajp":
        k -= 1
    if k < 0 or clause.phrase_of[k] < 0:
        return -1
    return clause.phrases[clause.phrase_of[k]].head


def _size(w: Whereabouts) -> str:
    if w.unknown and w.preposition in _HELD and w.rank < SIZES["settlement"]:
        return "settlement"  # "in X": no word says that it is larger
    return next((name for name, least in SIZES.items() if w.rank >= least), "country")


def _words_of(clause: Clause, phrases: Sequence[int]) -> frozenset[int]:
    spans = [clause.phrases[o] for o in phrases if o >= 0]
    return frozenset(k for p in spans for k in range(p.first, p.last))


def leads_where(clause: Clause, w: Whereabouts, main: Frame) -> bool:
    """ "the bombs in A, and B, where twelve men blew themselves up": it was in B."""
    words = clause.words
    if w.last > main.first or w.last + 1 >= len(words):
        return False
    comma = words[w.last].tag == ","
    at = w.last + 1 if comma else w.last
    if words[at].low != "where":
        return False
    return not any(x.low == "where" or x.tag == ";" for x in words[at + 1 : main.first])


def _own_clause(clause: Clause, group: Group, low: int) -> int:
    """Where what comes before the first frame is another matter: "unrest in X after a bomb"."""
    words = clause.words
    for k in range(group.first - 1, low, -1):
        if words[k].low in _TURNS and words[k].tag == "s":
            return k
        if words[k].tag == ";":
            return k
    return low
