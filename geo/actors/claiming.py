"""Verbs of saying that claim or deny a deed."""

from __future__ import annotations

from collections.abc import Sequence

from geo.actors.deeds import DEEDS, own_deed
from geo.actors.stated import Statement
from geo.actors.wording import phrase_text
from geo.clauses import Clause, Word
from geo.words import Lexicon, word_set

__all__ = ["act_of", "claimed_passive"]

_ASSUME = word_set("take accept assume")
_OWN_UP = word_set("claim take acknowledge admit accept assume")
_FOR_IT = frozenset({"responsibility", "credit"})
_ONE = word_set("the this an a both all two three that")
_TOLD = word_set("was were had has killed")


def act_of(clause: Clause, k: int, lex: Lexicon) -> str:
    """say, claim or deny, for the verb at `k`; nothing where it says nothing at all."""
    w, words = clause.words[k], clause.words
    ahead = clause.lows[k + 1 : k + 8]
    behind = set(clause.lows[max(0, k - 6) : k])
    if w.lemma == "claim" and "responsibility" in behind and w.tag == "v":
        return "claim"
    if w.lemma in _OWN_UP and _FOR_IT & set(ahead[:4]):
        return "claim"
    if w.lemma in _ASSUME:
        return ""
    if w.lemma == "claim":
        one = ahead[:1] and ahead[0] in _ONE and DEEDS & set(ahead[:6])
        if one and not _TOLD & set(ahead[:5]):
            return "claim"
    if _named_alone(clause, k) or _in_brief(words, k, lex):
        return "claim"
    if w.lemma in _CONFIRM and ahead[:1] == ["the"] and DEEDS & set(ahead[1:4]):
        return "claim"
    if w.lemma in {"say", "announce", "claim"} and own_deed(ahead):
        return "claim"
    if w.lemma in {"deny", "reject"}:
        return "deny"
    heard = ahead[:1] == ["to"] and (w.low == "said" or set(ahead[1:2]) & {"be", "have", "belong"})
    # "a message said to insult", "men believed to be", "claimed 60 lives": nobody speaks
    return "" if heard or (w.lemma == "claim" and "lives" in ahead[:5]) else "say"


_CONFIRM = word_set("confirm acknowledge admit announce")


def _named_alone(clause: Clause, k: int) -> bool:
    """ "X claims Bamba.": a place of which all know what was done there."""
    words = clause.words
    if words[k].low not in {"claimed", "claims"} or k + 1 >= len(words):
        return False
    ends = k + 2 >= len(words) or words[k + 2].tag in ".;"
    return ends and words[k + 1].text[:1].isupper() and not words[0].text.isupper()


def _in_brief(words: Sequence[Word], k: int, lex: Lexicon) -> bool:
    """In notes: "18 dead, AS claimed." The letters of a group, and nothing said after it."""
    if words[k].low not in {"claimed", "claims"} or k < 2 or words[k - 2].tag not in ",;(|-":
        return False
    named = words[k - 1].text.isupper() or bool(lex.groups.at([words[k - 1].low], 0)[0])
    return named and (k + 1 >= len(words) or words[k + 1].tag in ".;,)")


def claimed_passive(clause: Clause, source: str, k: int) -> Statement | None:
    """ "A blast claimed by X", "responsibility taken by X"."""
    words, of = clause.words, clause.phrase_of
    for j in range(k + 1, min(len(words) - 1, k + 8)):
        if words[j].low == "by" and of[j + 1] >= 0:
            phrase = clause.phrases[of[j + 1]]
            name = phrase_text(clause, source, phrase)
            return Statement(name, "claim", k, phrase.last, who=of[j + 1], back=k == 0)
    return None
