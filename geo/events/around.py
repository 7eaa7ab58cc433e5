"""Looking to the left and right of a word: objects, agents, helpers.

Each look stops at a clause boundary, so that reading stays linear in the clause.
"""

from __future__ import annotations

from geo.clauses import Clause, Phrase
from geo.words import word_set

__all__ = [
    "TIME",
    "at_hands",
    "by_agents",
    "carriers",
    "find_objects",
    "from_agents",
    "helpers",
    "is_time",
    "origin",
    "relative_object",
    "right_objects",
]


TIME = word_set(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight "
    "week weeks month months year years day days morning night evening afternoon hours "
    "nights mornings evenings minutes decade decades "
    "hour january february march april may june july august september october november "
    "december jan feb mar apr jun jul aug sep sept oct nov dec "
    "dawn dusk noon midnight weekend time times gmt"
)


def is_time(clause: Clause, phrase: Phrase) -> bool:
    """Whether a phrase says when: its head is a day, a month or the like."""
    return clause.words[phrase.head].low in TIME


def right_objects(
    clause: Clause, i: int, *, prepositions: frozenset[str] = frozenset()
) -> list[int]:
    """Phrases that follow word `i` directly, with those joined to them."""
    words, of = clause.words, clause.phrase_of
    k, n = i, len(words)
    while k < n and (words[k].tag in 'a"' or (words[k].tag == "q" and of[k] < 0)):
        k += 1
    if k < n and words[k].tag == "p" and words[k].low in prepositions:
        k += 1
        while k < n and words[k].tag in 'a"':
            k += 1
    if k >= n or of[k] < 0:
        return []
    index = of[k]
    phrase = clause.phrases[index]
    if is_time(clause, phrase):
        # "regained this morning the old hall", "captured on Monday the town"
        k = phrase.last
        index = of[k] if k < n and words[k].tag in "dq" else -1
        if index < 0:
            return []
        phrase = clause.phrases[index]
    if is_time(clause, phrase) or words[phrase.head].low in {"range", "random", "will"}:
        return []  # "on Monday", "at close range"
    return find_objects(clause, index)


def relative_object(clause: Clause, subjects: list[int]) -> list[int]:
    """What a relative clause is about: "the terminal, which the militants then occupied"."""
    words, of = clause.words, clause.phrase_of
    first = clause.phrases[subjects[0]].first if subjects and subjects[0] >= 0 else 0
    if (
        first < 2
        or words[first - 1].low not in {"which", "that", "whom"}
        or words[first - 1].tag != "s"
    ):
        return []
    for k in range(first - 2, -1, -1):
        if words[k].tag in "vx;":
            return []
        if of[k] >= 0 and not is_time(clause, clause.phrases[of[k]]):
            return [of[k]]
    return []


def find_objects(clause: Clause, index: int, *, both: bool = False) -> list[int]:
    """The phrase and those that "and" or commas join to it on the right.

    With `both` a second one has to come, whatever follows it: "between A and B killed nine".
    """
    out = [index]
    phrases, words = clause.phrases, clause.words
    while index + 1 < len(phrases) and len(out) < 8:
        here, following = phrases[index], phrases[index + 1]
        gap = words[here.last : following.first]
        tags = [g.tag for g in gap]
        if gap and gap[0].low == "of" and len(gap) == 1:
            index += 1  # stays inside "members of the army"
            continue
        if not gap or any(t not in "c,()" for t in tags) or ("c" not in tags and "," not in tags):
            return out
        after = words[following.last].tag if following.last < len(words) else "."
        if after in "vxm" and "c" in tags and not (both and len(out) == 1):
            return out  # "... and the army said": a new clause
        if "c" not in tags and not _list_goes_on(clause, index + 1):
            return out
        if is_time(clause, following):
            return out
        index += 1
        out.append(index)
    return out


def _list_goes_on(clause: Clause, index: int) -> bool:
    """Whether commas after this phrase lead to an "and": a list, not an apposition."""
    phrases, words = clause.phrases, clause.words
    for k in range(index, min(index + 5, len(phrases) - 1)):
        gap = [g.tag for g in words[phrases[k].last : phrases[k + 1].first]]
        if not gap or any(t not in "c," for t in gap):
            return False
        if "c" in gap:
            return True
    return False


def by_agents(clause: Clause, i: int) -> list[int]:
    """Phrases after "by" to the right of `i`, up to the clause's end."""
    words, of = clause.words, clause.phrase_of
    aside = False
    for k in range(i, min(len(words) - 1, i + 18)):
        w = words[k]
        if w.low in {"after", "before"}:
            aside = True  # "gunned down after a rally by men in masks"
        elif w.tag in ";s" and w.low not in {"as"}:
            return []
        if w.tag in "xm" or w.low in {"following", "during"} or (aside and w.tag in "vg,"):
            return []
        if w.low == "hands":
            return at_hands(clause, k - 2)
        at = k + 1
        while at < len(words) - 1 and words[at].tag in 'a"':
            at += 1  # "by heavily armed men", 'by "bandits"'
        if w.low == "by" and of[at] >= 0:
            if is_time(clause, clause.phrases[of[at]]) or _of_another(clause, i, k):
                continue
            return find_objects(clause, of[at])
    return []


def at_hands(clause: Clause, i: int) -> list[int]:
    """ "Died at the hands of the militia"."""
    lows, of = clause.lows, clause.phrase_of
    for k in range(max(i, 0), min(len(lows) - 4, i + 8)):
        if lows[k : k + 4] == ["at", "the", "hands", "of"] and of[k + 4] >= 0:
            return find_objects(clause, of[k + 4])
    return []


def _of_another(clause: Clause, i: int, by: int) -> bool:
    """Whether "by" goes with how a thing stands: "in an area long held by the rebels"."""
    k = by - 1
    while k > i and clause.words[k].tag == "a":
        k -= 1
    return k >= i and clause.lows[k] in _STANDS


_STANDS = word_set(
    "held controlled occupied run owned ruled governed patrolled guarded inhabited populated used "
    "administered dominated frequented attended visited hosted organised organized protected "
    "escorted accompanied followed backed supported built defended manned populated seized captured"
)


def carriers(clause: Clause, i: int) -> list[int]:
    words, of = clause.words, clause.phrase_of
    for k in range(i, min(len(words) - 1, i + 22)):
        w = words[k]
        if w.tag in ";" or w.low in {"who", "which"}:
            return []
        if w.low in {"with", "using", "via"} and of[k + 1] >= 0:
            if (
                w.low == "with"
                and k
                and words[k - 1].low
                in {"clashed", "clashes", "fighting", "battle", "clash", "along", "together"}
            ):
                continue
            return find_objects(clause, of[k + 1])
    return []


def from_agents(clause: Clause, i: int) -> list[int]:
    """ "came under fire from rebels"."""
    words, of = clause.words, clause.phrase_of
    if i + 1 < len(words) and words[i].low == "from" and of[i + 1] >= 0:
        return find_objects(clause, of[i + 1])
    return []


def origin(clause: Clause, i: int) -> tuple[int, int]:
    """Words after "from" up to the next "at", "on", "towards": where a thing was launched."""
    words = clause.words
    for k in range(i, min(len(words), i + 20)):
        if words[k].low == "from":
            last = k + 1
            while (
                last < len(words)
                and words[last].tag not in ";,v"
                and words[last].low
                not in {"at", "towards", "toward", "into", "against", "on", "targeting"}
            ):
                last += 1
            return k, last
        if words[k].tag in ";vx":
            break
    return -1, -1


def helpers(clause: Clause, i: int) -> tuple[int, str, bool, bool, bool]:
    """Left of a verb: first auxiliary, modal, negation, perfect, a form of "be"."""
    words = clause.words
    helper, modal = -1, ""
    negated = perfect = be = False
    k = i - 1
    steps = 0
    while k >= 0 and steps < 7:
        w = words[k]
        if w.tag == "x":
            helper = k
            if w.low in {"have", "has", "had", "having", "haven't", "hasn't", "hadn't"}:
                perfect = True
            elif w.low in {
                "is",
                "are",
                "was",
                "were",
                "be",
                "been",
                "being",
                "am",
                "isn't",
                "wasn't",
                "weren't",
                "got",
                "get",
                "gets",
            }:
                be = True
            negated = negated or w.low.endswith("n't")
        elif w.tag == "m":
            helper, modal = k, w.low
            negated = negated or w.low.endswith("n't") or w.low == "cannot"
        elif w.tag == "t":
            negated = True
        elif k == i - 1 and w.tag == "-" and k and words[k - 1].tag in "naj":
            k -= 1  # "was petrol-bombed", "had been machine-gunned"
        elif (
            w.tag == "a"
            or w.low in {"to", "both", "all"}
            or (w.tag == "q" and w.low in {"only", "about", "nearly", "almost"})
        ):
            pass
        else:
            break
        k -= 1
        steps += 1
    return helper, modal, negated, perfect, be
