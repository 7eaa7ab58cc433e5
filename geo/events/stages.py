"""Whether it happened: what modals and the words above a trigger make of it."""

from __future__ import annotations

from geo.clauses import Clause
from geo.events.around import helpers
from geo.words import Lexicon, word_set

__all__ = [
    "AHEAD",
    "governed_stage",
    "is_background",
    "modal_stage",
    "said_to_be_false",
    "supposed",
]


def modal_stage(clause: Clause, i: int, modal: str, lex: Lexicon) -> str:
    words = clause.words
    if modal in {"will", "would", "shall", "'ll", "won't"}:
        return "threatened"
    if modal:
        return "planned"
    k = i - 1
    while k >= 0 and words[k].tag in "at":
        k -= 1
    if k >= 0 and words[k].low == "to":
        # an infinitive takes its standing from the verb above it
        stage = governed_stage(clause, k, lex)
        if stage != "occurred":
            return stage
        for j in range(k - 1, max(-1, k - 6), -1):
            if words[j].tag in "vxb":
                above = words[j].lemma or words[j].low
                if above == "use":
                    # "used live rounds to disperse" happened; "were used to carry out" is a purpose
                    return "purpose" if helpers(clause, j)[4] else "occurred"
                if above in {"manage", "continue", "begin", "start", "proceed", "go"}:
                    return "occurred"
                break
            if words[j].tag in ";":
                break
        return "purpose"
    return "occurred"


def governed_stage(clause: Clause, i: int, lex: Lexicon) -> str:
    """What the words above the trigger make of it: "foiled an attack", "threatened to"."""
    words = clause.words
    k = i - 1
    steps = 0
    while k >= 0 and steps < 7:
        w = words[k]
        if w.low == "to" and steps < 3 and k and words[k - 1].low in AHEAD:
            return "planned"  # "vessels likely to be targeted"
        if w.tag in ";." or (w.tag == "s" and w.low not in {"that"}):
            break
        if w.tag == "g" and w.low in lex.report:
            break  # "denied it, saying the rebels had shelled"
        if w.tag == "," and (words[i].tag in "vx" or (steps > 0 and words[k - 1].tag not in "nj")):
            break
        if w.low == "to" and words[i].tag == "v" and k + 1 < i:
            break  # "whose convoy they had tried to halt shot at it"
        if w.low in _ANSWERS and words[k + 1].low in {"for", "to", "over"}:
            break  # "had sworn vengeance for the raid": the raid was no threat
        length, values = lex.stages.at([x.low for x in words[k : k + 3]], 0)
        if length:
            stage = str(values[0])
            verbal = w.tag in "vbgj" or w.tag == "n"
            if (
                stage in {"threatened", "planned"}
                and w.tag == "n"
                and not _leads_to(clause, k + length, i)
            ):
                verbal = False
            if (
                stage == "planned"
                and w.low in {"order", "ordered", "orders", "want", "wanted", "hope"}
                and w.tag in "vn"
            ):
                verbal = w.low in {"want", "wanted", "hope"}
            if stage == "intercepted":
                verbal = verbal and k + length <= i
            in_court = w.low == "tried" and k + 1 < len(words) and words[k + 1].low == "for"
            if verbal and w.low not in _OTHER_SENSE and not in_court:
                return stage
        elif (
            w.tag in "v"
            and w.lemma
            and w.lemma not in lex.light.values()
            and steps > 0
            and w.lemma not in {"be", "take"}
        ):
            break
        k -= 1
        steps += 1
    return "occurred"


AHEAD = word_set("likely unlikely poised")
_ANSWERS = word_set("vengeance revenge retaliation reprisal reprisals response answer retribution")
_OTHER_SENSE = word_set("fear expected ready found stop stopped train trains bar bars aim aims")


def _leads_to(clause: Clause, k: int, i: int) -> bool:
    """Whether only "to", "of", "that" and modifiers stand between."""
    return all(
        w.low in {"to", "of", "that", "will", "would"} or w.tag in "djqnma"
        for w in clause.words[k:i]
    )


def is_background(clause: Clause, i: int) -> bool:
    words = clause.words
    k = i - 1
    steps = 0
    while k >= 0 and steps < 8:
        w = words[k]
        if w.low in {"after", "following", "since"}:
            return True
        if (
            w.low in {"to", "for"}
            and k
            and words[k - 1].low
            in {"response", "retaliation", "reprisal", "revenge", "return", "answer", "responsible"}
        ):
            return True
        if (
            w.low == "of"
            and k
            and words[k - 1].low
            in {"wake", "eve", "accused", "suspected", "convicted", "anniversary"}
        ):
            return True
        if w.tag in ";," or (w.tag in "vx" and steps):
            return False
        k -= 1
        steps += 1
    return False


def supposed(clause: Clause, i: int) -> bool:
    """ "If rebels attacked the town, thousands would flee": no more than supposed."""
    words, lows = clause.words, clause.lows
    if not _OPEN & set(lows):
        return False
    for k in range(i - 1, max(-1, i - _CONDITION), -1):
        if words[k].tag == ";" or (words[k].tag == "," and i - k > 1):
            return False
        if words[k].tag == "s":
            return words[k].low in {"if", "unless"} and lows[k - 1 : k] != ["as"]
    return False


_OPEN = word_set("would could will may might should 'll")
_CONDITION = 12
"""Words from "if" to the verb that it opens."""


def said_to_be_false(clause: Clause, i: int) -> bool:
    """Whether the clause says that the telling at `i` is untrue or was not shown.

    "Reports of a bombing of the terminal are false", "allegations that ministers paid for
    the attack were not proved".
    """
    if clause.vocabulary.isdisjoint(_JUDGING):
        return False
    lows = clause.lows
    end = next((k for k in range(i, len(lows)) if lows[k] in {";", ":"}), len(lows))
    rest = lows[i:end]
    if _UNTRUE & set(rest[:14]):
        return True
    shown = any(
        low in {"not", "never", "nor"} and _SHOWN & set(rest[k + 1 : k + 5])
        for k, low in enumerate(rest)
    )
    return shown and bool(_SAID & set(lows[:i]))


_UNTRUE = word_set("false untrue baseless unfounded fabricated groundless unproven unsubstantiated")
_SHOWN = word_set("proved proven substantiated confirmed shown borne corroborated established")
_JUDGING = _UNTRUE | _SHOWN
_SAID = word_set(
    "allegation allegations claim claims report reports rumour rumours rumor rumors version account"
)
