"""Names of armed groups in a clause: known ones, and unknown ones by their form.

"The Zetas", "Front for the Liberation of X", "the Martyrs of Y Brigade" stand in no list;
they are known by the head noun that such names have, in mixed case by their capitals, in
upper-case wire text by the words of struggle beside the head.
"""

from __future__ import annotations

from dataclasses import dataclass

from geo.clauses import Clause, Word
from geo.words import Lexicon, word_set

__all__ = ["Organisation", "find_organisations"]


@dataclass(frozen=True, slots=True)
class Organisation:
    """A name in a clause: words `first` to `last`, exclusive."""

    first: int
    last: int
    alias: str = ""
    """The short name that brackets after it define, casefolded."""


def find_organisations(clause: Clause, lex: Lexicon, *, upper: bool) -> list[Organisation]:
    """Names of armed groups in text order, none overlapping another."""
    words, lows = clause.words, clause.lows
    out: list[Organisation] = []
    done = 0
    for k, low in enumerate(lows):
        if k < done:
            continue
        span: tuple[int, int] | None = None
        if low in lex.groups and _is_name(words[k], upper):
            length, _ = lex.groups.at(lows, k)
            if length:
                own = k > done and words[k - 1].low.endswith(_PEOPLES) and not upper
                own = own and words[k - 1].text[:1].isupper() and words[k].text[:1].isupper()
                span = (k - 1 if own else k, k + length)  # "the Pakistani Taliban"
                if not upper and lows[k + length - 1] in lex.group_heads:
                    span = (_opening(words, k, done), k + length)
        if (low in lex.group_heads or low in lex.loose_heads) and words[k].tag in "njg":
            if low == "front" and k and lows[k - 1] == "in":
                continue
            shaped = _shouted(clause, k, lex) if upper else _capitalised(clause, k, lex)
            if shaped is not None and (span is None or shaped[1] >= span[1]):
                span = shaped
        if span is None:
            continue
        if out and span[0] < out[-1].last:
            span = (out.pop().first, span[1])
        if span[0] > 1 and words[span[0] - 1].tag == "(" and _is_short(words[span[0] - 2]):
            out.append(Organisation(span[0] - 2, span[0] - 1))  # "the FPL [Popular ... Forces]"
        out.append(Organisation(*span, _alias(words, span[1])))
        done = span[1]
    return out


def _opening(words: list[Word], k: int, done: int) -> int:
    """Where a name begins that ends like a known one: "West Papua | National Liberation Army"."""
    while k > max(done, 1) and words[k - 1].tag == "n" and _capital(words[k - 1], k - 1):
        k -= 1
    return k


_PEOPLES = ("ani", "ghan", "ian", "ali", "ese", "ish", "qi", "yan", "eni")
_WORDS_TOO = word_set("is eta ira contras taliban")
"""Names that are also words, so that they need their capitals."""


def _is_name(word: Word, upper: bool) -> bool:
    if word.low in {"is", "as"}:
        return word.text.isupper() and not upper
    return upper or word.low not in _WORDS_TOO or word.text[:1].isupper()


_LINKS = word_set("of for the de la del el al and los las do da du des")


def _capitalised(clause: Clause, k: int, lex: Lexicon) -> tuple[int, int] | None:
    """The run of capitalised words around the head at `k`, if it has the form of a name."""
    words = clause.words
    if not words[k].text[:1].isupper():
        return None
    first, last, n = k, k + 1, len(words)
    plain = words[k].low in lex.actors or words[k].low in lex.members
    if k == 0 and plain and n > 1 and not words[1].text[:1].isupper():
        return None  # "Fighters of the X": a capital for the sentence's sake
    while first > 0 and _capital(words[first - 1], first - 1):
        first -= 1
        if words[first].tag == "-" and (first == 0 or not words[first - 1].text[:1].isupper()):
            first += 1
            break
    if first > 1 and words[first - 1].low == "of" and _capital(words[first - 2], first - 2):
        first -= 2  # "Freedom of Russia Legion"
    while last < n:
        if _capital(words[last], last):
            last += 1
        elif words[last].low in _LINKS and last + 1 < n:
            ahead = last + 1
            if words[ahead].low in _LINKS and ahead + 1 < n:
                ahead += 1
            if not words[ahead].text[:1].isupper():
                break
            if words[last].low == "and" and not (
                any(w.low in {"of", "for"} for w in words[k:last])
                and words[ahead].low not in lex.groups
                and not words[ahead].text.isupper()
                and words[last - 1].tag != ")"
            ):
                break  # "the X Front and Y"; but "for the Support of A and B" is one name
            last = ahead + 1
        elif words[last].low == "in" and last + 1 < n and words[last + 1].text == "Opposition":
            last += 2
        elif (
            words[last].low == "in"
            and last + 2 < n
            and words[last + 1].low == "the"
            and words[last + 2].text[:1].isupper()
            and any(w.low == "for" for w in words[k:last])
        ):
            last += 3  # "Movement for Peace in the West"
        else:
            break
    while last > k + 1 and words[last - 1].tag == "-":
        last -= 1
    lows = {w.low for w in words[first:last]}
    if last - first < 2 or (first == 0 and last - first == 2 and words[0].tag in "dpsa"):
        return None
    if words[k].low not in lex.group_heads and not lows & lex.struggle:
        return None
    if _is_arm_of_state(clause, first, last, lex):
        return None
    return first, last


def _capital(word: Word, k: int) -> bool:
    return word.tag == "-" or (
        word.text[:1].isupper()
        and word.tag not in "dpsxrc"
        and (k > 0 or word.tag == "n")
        and word.low not in _DAYS
    )


_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_STATE_WORDS = word_set(
    "army forces force armed air security national royal republican presidential police guard "
    "guards corps command navy special border coast defence defense brigade battalion regiment "
    "division government group the of brigades battalions mechanised mechanized infantry "
    "mountain armoured armored airborne motorised high central council union party"
)


def _is_arm_of_state(clause: Clause, first: int, last: int, lex: Lexicon) -> bool:
    """ "Armed Forces", "Ukrainian Air Force", "5th Mechanised Brigade": no group."""
    arms = lex.arms_of_state.begins_within(clause.lows, first, last)
    rest = [w for w in clause.words[first:last] if w.low not in _STATE_WORDS and w.tag != "-"]
    if not rest:
        return True
    if clause.words[first].low[:1].isdigit() or (first and clause.words[first - 1].tag == "q"):
        return not any(w.low in lex.struggle for w in rest)
    return arms and not any(w.low in lex.struggle for w in rest)


def _shouted(clause: Clause, k: int, lex: Lexicon) -> tuple[int, int] | None:
    """The same in capitals, where only words can tell: "FARABUNDO MARTI ... LIBERATION FRONT"."""
    words, of = clause.words, clause.phrase_of
    if of[k] < 0:
        return None
    phrase = clause.phrases[of[k]]
    first, last, n = phrase.first, k + 1, len(words)
    while first < k and (words[first].tag in "dqav" or words[first].low in lex.people):
        first += 1
    while last + 1 < n and words[last].low in {"of", "for"} and of[last + 1] >= 0:
        inner = clause.phrases[of[last + 1]]
        if words[inner.head].low in lex.people or words[inner.first].tag == "q":
            break
        last = inner.last
        if last - first > 9:
            return None
    named = [w for w in words[first:last] if w.low not in lex.group_heads | lex.loose_heads]
    strong = sum(w.low in lex.struggle and w.low not in _OF_ANY for w in named)
    # a word that is in no table is a name: "ZAPATA", "EXTRADITABLES"
    strange = [
        w
        for w in named
        if w.tag == "n"
        and w.low not in lex.struggle
        and w.low not in lex.actors
        and w.low not in lex.people
        and w.low not in lex.targets
        and w.low not in _COMMON
        and len(w.low) > 2
        and not w.low.endswith(_DERIVED)
    ]
    if strange and _has_members(words, phrase.first, lex):
        return first, last  # "members of the Socialist Workers Party"
    if words[k].low not in lex.group_heads and not strong:
        return None
    if not (strange or strong > 1 or (strong and words[k].low in lex.group_heads)):
        return None
    if (strange and not strong and words[k].low not in _NAMED_ALONE) or _is_arm_of_state(
        clause, first, last, lex
    ):
        return None
    return first, last


def _has_members(words: list[Word], first: int, lex: Lexicon) -> bool:
    """Whether a phrase follows "members of" and the like."""
    return first > 1 and words[first - 1].low == "of" and words[first - 2].low in lex.members


_OF_ANY = word_set("guerrilla armed insurgent combat combatant popular support secret")
"""Words of struggle that any group may have: "urban guerrilla commandos" is no name."""
_NAMED_ALONE = word_set("front frente cartel movement movimiento brigade brigada tigers commando")
_COMMON = word_set(
    "labor labour union political social student students peasant women opposition peace "
    "guerrilla urban rural rebel armed leftist rightist extreme drug drugs trafficking terrorist "
    "national salvadoran colombian peruvian guatemalan honduran chilean cuban government military "
    "war mass popular local regional central northern southern eastern western large small "
    "criminal enemy elite special mobile anti combat battle home world international"
)


_DERIVED = ("ation", "ous", "ing", "ive")
"""Ends of plain words: "the democratization movement" is no group's name."""


def _alias(words: list[Word], last: int) -> str:
    inside = last + 2 < len(words) and words[last].tag == "(" and words[last + 2].tag == ")"
    return words[last + 1].low if inside and _is_short(words[last + 1]) else ""


def _is_short(word: Word) -> bool:
    """Whether it may be the letters that a name is cut to."""
    return word.text.isupper() and 2 <= len(word.text) <= 8
