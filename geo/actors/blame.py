"""Who is said to be behind it, where no verb of blaming has a speaker."""

from __future__ import annotations

from collections.abc import Iterator

from geo.actors.belonging import told_to_be
from geo.clauses import Clause
from geo.words import Lexicon, word_set

__all__ = ["find_blame"]

_HALF = word_set(
    "attributed attribute attributes attributing ascribed ascribe ascribes traced imputed imputes "
    "credited"
)
_WORDS = word_set("message statement quote remarks remark words letter recording video post saying")
_BLAME = word_set("blame finger suspicion responsibility")
_PUT = word_set(
    "put placed laid pointed pinned pinning points point fell falls falling lies lay rests"
)
_HOLD = word_set(
    "hold holds held regard regards regarded consider considers considered believe believes"
)
_WORK = word_set("work handiwork hallmarks hallmark doing")
_SUSPECT = word_set("suspect suspects suspected")
_CULPRITS = frozenset({"behind", "responsible"})
_SUSPECTS = frozenset({"suspect", "suspects", "culprit", "culprits"})
_OF_A_DEED = frozenset({"in", "for", "of", "behind"})
_SWEEP = word_set("sweep operation operations incursion advance crackdown rampage foray patrol")
_DOERS = word_set(
    "killers attackers perpetrators assailants culprits raiders bombers killer bomber gunmen "
    "kidnappers abductors attacker assailant gunman hijackers"
)
_BE = word_set("was were is are be been being")
_OPENING = frozenset({"that"})
_FIELDS = word_set("perpetrator perpetrators perp perps actor actors attacker attackers culprit")


_THAT = frozenset({"that", "this", "it"})
_TELLING = frozenset().union(
    _HALF, _BLAME, _HOLD, _DOERS, _WORK, _SWEEP, _SUSPECT, _THAT, _FIELDS, _CULPRITS, _SUSPECTS
)
"""Words of which one stands wherever blame is told."""


def find_blame(clause: Clause, lex: Lexicon) -> Iterator[tuple[int, int]]:
    """Word where blame is told, and the phrase of the party, in text order.

    "attributed the attack to X", "put the blame on X", "held X responsible", "X was behind
    it", "the work of X", "the authorities suspect X".
    """
    if clause.vocabulary.isdisjoint(_TELLING):
        return
    words, lows, of = clause.words, clause.lows, clause.phrase_of
    n = len(words)
    for k, low in enumerate(lows):
        if low not in _TELLING:
            continue
        if low in _HALF and not _WORDS & set(lows[max(0, k - 4) : k]):
            at = next((j for j in range(k + 1, min(n - 1, k + 26)) if lows[j] == "to"), -1)
            if at > 0 and of[at + 1] >= 0:
                yield k, of[at + 1]
        elif low in _BLAME:
            near = set(lows[max(0, k - 5) : k]) | set(lows[k + 1 : k + 5])
            at = -1
            if near & _PUT:
                ahead = range(k + 1, min(n - 1, k + 7))
                at = next((j for j in ahead if lows[j] in {"on", "at", "with"}), -1)
            elif low == "responsibility":
                at = _lies_with(clause, k)
            if at > 0 and of[at + 1] >= 0:
                yield k, of[at + 1]
        elif low in _HOLD and k + 1 < n and of[k + 1] >= 0:
            last = clause.phrases[of[k + 1]].last
            if "responsible" in lows[last : last + 4] or "responsible" in lows[k + 1 : last]:
                yield k, of[k + 1]
        elif low in _CULPRITS or (low in _SUSPECTS and k + 1 < n and lows[k + 1] in _OF_A_DEED):
            be = next((j for j in range(k - 1, max(-1, k - 7), -1) if lows[j] in _BE), -1)
            if be <= 0 or "not" in lows[be:k] or any(words[j].tag in ";" for j in range(be, k)):
                continue
            at = be - 1
            while at > 0 and words[at].tag in "xam":
                at -= 1
            index = _whole(clause, of[at]) if of[at] >= 0 else -1
            if index >= 0 and clause.phrases[index].preposition < 0:
                yield k, index
        elif low in _DOERS and of[k] >= 0:
            index = told_to_be(clause, clause.phrases[of[k]].last)
            if index >= 0:
                yield k, index
        elif low in _WORK and k + 2 < n and lows[k + 1] == "of" and of[k + 2] >= 0:
            if set(lows[max(0, k - 6) : k]) & (_BE | {"bore", "bears", "bear", "had", "has"}):
                yield k, of[k + 2]
        elif (
            low in _THAT
            and k + 2 < n
            and lows[k + 1] in {"was", "were"}
            and (
                k == 0
                or words[k - 1].tag in ';."'
                or words[k - 1].low in _OPENING | lex.report.keys()
            )
            and of[k + 2] >= 0
            and clause.phrases[of[k + 2]].first == k + 2
        ):
            yield k, of[k + 2]  # "the post was stormed; that was the X Army", "they say it was"
        elif low in _FIELDS and k + 2 < n and words[k + 1].text == ":" and of[k + 2] >= 0:
            yield k, of[k + 2]  # in notes: "Perpetrator: the X"
        elif low == "suspected" and k > 1 and (k + 1 >= n or words[k + 1].tag in ".;)"):
            at = k - 2 if lows[k - 1] in _BE else k - 1
            if of[at] >= 0:
                yield k, of[at]  # in notes: "grenade, min 16 dead, BH suspected"
        elif low in _SWEEP and k > 1 and k + 2 < n and lows[k + 1] == "by":
            led = next((j for j in range(k - 1, max(-1, k - 4), -1) if words[j].tag == "p"), -1)
            if led >= 0 and lows[led] in {"during", "in", "amid"} and of[k + 2] >= 0:
                yield k, of[k + 2]  # "houses were burned during a sweep by the army"
        elif low == "suspected" and k > 1 and k + 1 < n and lows[k + 1] in {"of", "in"}:
            at = k - 1
            while at > 0 and words[at].tag in "xam":
                at -= 1
            if at < k - 1 and of[at] >= 0:
                yield k, of[at]  # "the X cartel is suspected of the shooting"
        elif (
            low in _SUSPECT
            and words[k].tag in "vb"
            and 0 < k < n - 1
            and of[k + 1] >= 0
            and lows[k - 1] not in _BE
            and words[k - 1].tag in "nra"
        ):
            yield k, of[k + 1]


def _whole(clause: Clause, index: int) -> int:
    """The phrase that one hangs on: "members" of "members of the army", "men" of "men in masks"."""
    phrases = clause.phrases
    while index > 0 and phrases[index].preposition == phrases[index - 1].last:
        index -= 1
    return index


def _lies_with(clause: Clause, k: int) -> int:
    """ "Responsibility for the killing of the mayor in March lies with the rebels"."""
    lows = clause.lows
    for j in range(k + 1, min(len(lows) - 2, k + 24)):
        if lows[j] in {"lies", "lay", "rests", "falls", "rested", "fell"}:
            return j + 1 if lows[j + 1] in {"with", "on", "upon"} else -1
    return -1
