"""Verbs of blaming: whom, and whether of the deed."""

from __future__ import annotations

from geo.actors.deeds import DEEDS
from geo.actors.stated import Statement
from geo.actors.wording import phrase_text
from geo.clauses import Clause
from geo.events import is_time
from geo.words import Lexicon, word_set

__all__ = ["BLAME", "blamed_by", "blamed_passive", "blaming"]

BLAME = frozenset({"blame", "accuse"})
_OTHERS = frozenset({"other", "others"})


def blamed_by(clause: Clause, k: int, last: int, lex: Lexicon) -> int:
    """The phrase of the party that the verb at `k` blames, looked for from `last` on; or -1."""
    words, of = clause.words, clause.phrase_of
    lemma, n = words[k].lemma, len(words)
    if lemma not in BLAME or last >= n or (lemma == "accuse" and _of_helping(clause, k)):
        return -1
    while last + 1 < n and words[last].tag == '"':
        last += 1  # "blamed 'terrorists'"
    blamed = of[_blamed_on(clause, last, lex) if lemma == "blame" else last]
    head = words[clause.phrases[blamed].head] if blamed >= 0 else None
    return -1 if head is None or head.tag == "r" or head.low in _OTHERS else blamed


def _blamed_on(clause: Clause, i: int, lex: Lexicon) -> int:
    """The word where the party begins: "blamed | X", "an attack that they blamed on | X",
    "blamed the shelling of the school on Monday on | X"."""
    words, of = clause.words, clause.phrase_of
    n = len(words)
    if words[i].low == "on" and i + 1 < n:
        return i + 1
    if of[i] < 0 or words[clause.phrases[of[i]].head].low not in lex.trigger_words | DEEDS:
        return i
    found = i
    for k in range(i, min(n - 1, i + 24)):
        if words[k].tag in "sv;":
            break
        if (
            words[k].low == "on"
            and of[k + 1] >= 0
            and not is_time(clause, clause.phrases[of[k + 1]])
        ):
            found = k + 1
    return found


_HELPING = word_set(
    "backing supporting arming funding financing harbouring harboring training sheltering "
    "involvement interference complicity sponsoring supplying aiding helping meddling hiding"
)


_USED = word_set(
    "shield shields civilians children hospital hospitals school schools territory soil starvation"
)


def _of_helping(clause: Clause, k: int) -> bool:
    """ "accused of backing the rebels", "of using human shields": not of the deed."""
    ahead = set(clause.lows[k + 1 : k + 10])
    shielded = "using" in ahead and not ahead.isdisjoint(_USED)
    return shielded or bool(_HELPING & set(clause.lows[k + 1 : k + 7]))


def blaming(clause: Clause, source: str, k: int) -> Statement | None:
    """ "the ministry said, blaming X": whoever spoke before."""
    at = k + 1
    if at >= len(clause.words) or clause.phrase_of[at] < 0 or _of_helping(clause, k):
        return None
    index = clause.phrase_of[at]
    phrase = clause.phrases[index]
    if clause.words[phrase.head].low in _OTHERS or clause.words[phrase.head].tag == "r":
        return None
    party = phrase_text(clause, source, phrase).split(" of ")[0]
    return Statement("", "blame", k, phrase.last, index, party)


def blamed_passive(clause: Clause, source: str, k: int, left: int) -> Statement | None:
    """ "was blamed on X", "X was accused of it": nobody is named who says so."""
    words, of, phrases = clause.words, clause.phrase_of, clause.phrases
    if words[k].lemma not in BLAME:
        return None
    if k + 2 < len(words) and words[k + 1].low == "on" and of[k + 2] >= 0:
        blamed = of[k + 2]
    else:
        while left >= 0 and words[left].tag in "xat":
            left -= 1
        blamed = of[left] if left >= 0 else -1
    if blamed < 0 or words[phrases[blamed].head].tag == "r" or _of_helping(clause, k):
        return None
    if words[phrases[blamed].head].low in {"other", "others", "both"}:
        return None
    party = phrase_text(clause, source, phrases[blamed])
    return Statement("", "say", k, k + 1, blamed, party)
