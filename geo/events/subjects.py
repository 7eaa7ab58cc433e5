"""The subject of a verb: the phrase to its left that does it, across what is put in between."""

from __future__ import annotations

from geo.clauses import Clause, Phrase
from geo.events.around import helpers, is_time
from geo.events.numbers import is_age
from geo.words import Lexicon, word_set

__all__ = ["GAVE_WAY", "left_subject", "phrase_before"]


def left_subject(clause: Clause, i: int, lex: Lexicon) -> tuple[list[int], bool]:
    """The phrase that is the subject of a verb at `i`, and whether through a relative."""
    words, of = clause.words, clause.phrase_of
    k = i - 1
    depth = 0
    commas = 0
    if k > 1 and (words[k].tag == "," or words[k].text[0] in "-–—"):
        k = _before_insert(clause, k, lex)
    shared = _shared_verb(clause, i, k, lex)
    if shared >= 0:
        return left_subject(clause, shared, lex)
    while k >= 0:
        w = words[k]
        if w.tag == ")":
            depth += 1
        elif w.tag == "(":
            depth = max(0, depth - 1)
        elif depth:
            pass
        elif w.tag == ";":
            return [], False
        elif w.tag == ",":
            commas += 1
        elif w.tag == "s":
            if w.low in {"that", "which", "who", "whom"}:
                return _antecedent(clause, k, lex), True
            return [], False
        elif w.tag in "vb" and k < i - 1:
            # a verb to the left: shared subject if coordinated, else a reduced relative
            between = words[k + 1 : i]
            if any(b.tag == "c" for b in between) or w.tag == "b":
                return left_subject(clause, k, lex)
            if w.tag == "v" and k + 1 < i and commas:
                k -= 1
                continue
        elif w.tag in "nrqdj" and of[k] >= 0:
            p = clause.phrases[of[k]]
            if is_age(clause, p) or _measures(clause, p) or _has_own_verb(clause, p, i):
                k = p.first - 1
                continue  # "Anna Weber, 53, was killed", "the town that rebels held was"
            object_of = (
                p.first > 0
                and words[p.first - 1].tag in "gb"
                and words[p.first - 1].low not in lex.report  # "saying | the army had shot"
            )
            if (
                p.first > 1
                and words[p.first - 1].tag == "v"
                and words[p.first - 1].low not in lex.report
            ):
                # "militants who had crossed the river shelled": the antecedent
                for j in range(p.first - 2, max(-1, p.first - 8), -1):
                    if words[j].tag == "s" and words[j].low in {"who", "which", "that"}:
                        return _antecedent(clause, j, lex), False
                    if words[j].tag in ";n":
                        break
            if (
                p.first > 1
                and p.preposition < 0
                and words[p.first - 1].tag == "v"
                and words[p.first - 1].low not in lex.report
                and any(w.tag in "c," for w in words[p.last : i])
            ):
                # "blocked a road, pulled men out and shot": one subject for all
                return left_subject(clause, p.first - 1, lex)
            if k == i - 2 and _inserted_place(clause, p):
                k = p.first - 1
                continue
            joined = _joined_to_preposition(clause, of[k])
            if p.preposition < 0 and not object_of and not joined and not is_time(clause, p):
                return _with_coordinated_left(clause, of[k]), False
            if p.last == i and p.preposition >= 0 and _ends_in_a_party(clause, p, lex):
                return [of[k]], False
            k = p.first
        k -= 1
    return [], False


def _shared_verb(clause: Clause, i: int, k: int, lex: Lexicon) -> int:
    """Where the verb begins whose subject the verb at `i` shares; -1 for none.

    "Killed three | and damaged two", "came to the village, | tied them up and shot them".
    `k` is where what stands before the verb ends.
    """
    words = clause.words
    listed = k == i - 1 and words[k].tag == "," and words[i].tag == "v"
    joined = words[k].tag == "c" or words[k].text == ";"
    joined = joined or (k > 0 and words[k].tag == "a" and words[k - 1].tag == "c")
    if k <= 0 or not (listed or joined):
        return -1
    fallback = -1
    j = k
    while j > max(0, k - 30):
        j -= 1
        if words[j].tag == ";" or (words[j].tag == "s" and not listed):
            break
        if words[j].low in lex.report and _inserted_saying(clause, j):
            continue
        if words[j].tag != "v" or (j and words[j - 1].tag in "dq"):
            continue
        if listed and words[j].low in lex.report and clause.lows[j + 1] == "that":
            break
        before = clause.phrase_of[j - 1] if j else -1
        governed = clause.phrases[before].preposition if before >= 0 else -1
        if listed and governed >= 0 and clause.lows[governed] == "with":
            continue  # "marched them off with their hands tied, shot them"
        helper, _, _, _, be = helpers(clause, j)
        if be and words[i].tag == "v" and (listed or words[i - 1].tag == "c"):
            break
        begin = helper if helper >= 0 else j
        above = _subordinator(clause, j)
        if above > 0 and (listed or words[j].lemma in GAVE_WAY):
            fallback = begin if listed and fallback < 0 else fallback
            j = above  # "a house where they were meeting, marched", "after they left and shot"
            continue
        return begin
    return fallback


def _subordinator(clause: Clause, verb: int) -> int:
    """The word that makes the clause of a verb a subordinate one; -1 for none."""
    for m in range(verb - 1, max(-1, verb - 12), -1):
        if clause.words[m].tag == "s":
            told = clause.lows[m] == "that" and (m == 0 or clause.phrase_of[m - 1] < 0)
            return -1 if told else m  # "heard that a crowd surrounded"
        if clause.words[m].tag in "v;":
            return -1
    return -1


def _has_own_verb(clause: Clause, p: Phrase, i: int) -> bool:
    """Whether the phrase is the subject of a verb before `i` that nothing joins to it."""
    words = clause.words
    k = p.last
    perfect = False
    while k < i and words[k].tag in "axm":
        perfect = perfect or words[k].low in {"had", "have", "has"}
        k += 1
    if k >= i or words[k].tag != "v" or not (perfect or words[p.head].tag == "r"):
        return False
    said_to = [w.low for w in words[k + 1 : k + 3]] in (["to", "have"], ["to", "be"])
    return not said_to and not any(w.tag in "c,;" for w in words[p.last : i])


GAVE_WAY = word_set(
    "flee run retreat withdraw escape leave surrender fall die lose suffer survive abandon hide "
    "evacuate arrest detain rescue arrive deny promise"
)
"""Verbs of those who did not do the harm that is told beside them."""


def _antecedent(clause: Clause, k: int, lex: Lexicon) -> list[int]:
    """What the relative at `k` stands for: "men" of "men in uniform who", where they are people."""
    index = phrase_before(clause, k)
    if index < 0:
        return []
    words, phrases = clause.words, clause.phrases
    at = index
    while at > 0 and phrases[at].preposition == phrases[at - 1].last:
        if words[phrases[at].head].low in lex.people:
            break  # "the village of the soldiers who"
        at -= 1
    person = words[phrases[at].head].low in lex.people and words[k].low == "who"
    return [at if person else index]


def _before_insert(clause: Clause, comma: int, lex: Lexicon) -> int:
    """Left of what stands between commas or dashes after a noun, `comma` the second of them.

    "The insurgents, who say that they ..., attacked", "the X, an armed group based in Y, took",
    "the movement, backed by two brigades, took", "the gunmen, police said, fled".
    """
    words, of = clause.words, clause.phrase_of
    said = False
    for j in range(comma - 1, max(0, comma - 25), -1):
        said = said or (words[j].tag == "v" and words[j].low in lex.report)
        if words[j].tag == ";":
            dash = words[comma].tag == ";" and words[j].text == words[comma].text
            return j - 1 if dash and of[j - 1] >= 0 else comma
        if words[j].tag != "," or words[comma].tag == ";" or of[j - 1] < 0:
            continue
        k = j + 1
        while k < comma and words[k].tag == "a":
            k += 1
        opening, following = words[k], words[k + 1]
        told_of = opening.tag == "s" and opening.low in _RELATIVE
        reduced = opening.tag in "vj" and following.tag in "pa"
        apposed = opening.low in _APPOSED or opening.low in _STANDING or opening.tag == "g"
        numbers = opening.tag == "q" and words[j - 1].text[:1].isupper()
        # "the X, 114 men, blew up"
        apposed = apposed or (numbers and clause.phrases[of[k]].last == comma)
        named = of[k] >= 0 and clause.phrases[of[k]].last == comma and opening.text[:1].isupper()
        apposed = apposed or named  # "a designer, Anna Weber, shot"
        if (told_of or reduced or apposed or said) and _is_subject(clause, of[j - 1]):
            return j - 1
        said = False
    return comma


_RELATIVE = frozenset({"who", "which", "whose", "where"})


_APPOSED = frozenset({"a", "an", "the", "one", "its", "their", "another", "itself", "themselves"})


_STANDING = word_set("active notorious loyal close long allied sympathetic famous part known")


def _is_subject(clause: Clause, index: int) -> bool:
    """Whether a phrase, or the one that it hangs on, stands free of prepositions."""
    phrases = clause.phrases
    while index > 0 and (
        phrases[index].preposition == phrases[index - 1].last
        or (is_time(clause, phrases[index]) and phrases[index].first == phrases[index - 1].last)
    ):
        index -= 1
    return phrases[index].preposition < 0 and not is_time(clause, phrases[index])


def _inserted_saying(clause: Clause, verb: int) -> bool:
    """ "Rebels stormed a post, the army said, and burned it": who says so did not burn it."""
    words, phrases = clause.words, clause.phrases
    index = clause.phrase_of[verb - 1] if verb else -1
    if index < 0 or verb + 1 >= len(words) or words[verb + 1].tag != ",":
        return False
    while index and phrases[index].preposition == phrases[index - 1].last:
        index -= 1  # "the mayor of Goma said"
    first = phrases[index].first
    return first > 0 and words[first - 1].tag == ","


def _ends_in_a_party(clause: Clause, p: Phrase, lex: Lexicon) -> bool:
    """ "In X district gunmen blocked": no comma parts the place from who did it."""
    words = clause.words
    return (
        words[p.preposition].low in {"in", "at", "near", "on"}
        and p.preposition == p.first - 1
        and words[p.head].low in lex.armed
        and (words[p.head].low.endswith(("men", "s")) or words[p.head].low in _COLLECTIVE)
        and any(words[j].text[:1].isupper() for j in range(p.first, p.head))
    )


_COLLECTIVE = frozenset(
    {"artillery", "aircraft", "police", "army", "military", "militia", "navy", "gendarmerie"}
)


def _joined_to_preposition(clause: Clause, index: int) -> bool:
    """ "with the support of soldiers and police, attacked": "police" hangs on "of" too."""
    words, phrases = clause.words, clause.phrases
    while index > 0:
        here, before = phrases[index], phrases[index - 1]
        gap = words[before.last : here.first]
        if here.preposition >= 0 or len(gap) != 1 or gap[0].tag != "c":
            return False
        if is_time(clause, before):
            return False  # "bombed the camp on Monday and troops retook"
        if before.preposition >= 0:
            # "the mayor of X and police attacked": a plural subject is as likely there
            return words[before.preposition].low not in _WHERE or before.first < 3
        index -= 1
    return False


_WHERE = word_set("in at near around outside inside along across over off beside behind")


def _inserted_place(clause: Clause, p: Phrase) -> bool:
    """ "an attack in Manbij, northern Syria, killed": what stands between commas after a
    place narrows or widens it and does nothing."""
    words, of = clause.words, clause.phrase_of
    if p.first < 2 or words[p.first - 1].tag != "," or p.last >= len(words):
        return False
    before = of[p.first - 2]
    return (
        words[p.last].tag == ","
        and p.preposition < 0
        and before >= 0
        and words[clause.phrases[before].preposition].low in {"in", "at", "near", "outside", "on"}
        and clause.phrases[before].preposition >= 0
        and words[p.head].text[:1].isupper()
        and words[p.head].tag == "n"
    )


def _with_coordinated_left(clause: Clause, index: int) -> list[int]:
    """The phrase and those joined to it by "and" on the left."""
    out = [index]
    phrases, words = clause.phrases, clause.words
    while index > 0 and len(out) < 6:
        before = phrases[index - 1]
        gap = words[before.last : phrases[index].first]
        if (
            gap
            and all(g.tag in "c,a" for g in gap)
            and any(g.tag == "c" or g.tag == "," for g in gap)
        ):
            if is_time(clause, before):
                return out  # "in Ayacucho last Thursday, and ten people died"
            if before.preposition >= 0:
                if gap[-1].tag == "c":
                    return out  # "gunmen on motorcycles and trucks": a list in the PP
                return out
            if gap[-1].tag == "," and len(out) == 1:
                return out
            index -= 1
            out.insert(0, index)
        else:
            return out
    return out


def phrase_before(clause: Clause, k: int) -> int:
    """The phrase that ends at or before word `k`, across a comma and brackets."""
    words, of = clause.words, clause.phrase_of
    k -= 1
    depth = 0
    while k >= 0:
        tag = words[k].tag
        if tag == ")":
            depth += 1
        elif tag == "(":
            depth = max(0, depth - 1)
        elif depth == 0 and of[k] >= 0:
            return of[k]
        elif depth == 0 and tag not in ',"-':
            return -1
        k -= 1
    return -1


def _measures(clause: Clause, p: Phrase) -> bool:
    """ "The junction, 5 km to the north, was captured": how far, between commas."""
    words = clause.words
    far = any(w.low in _LENGTHS for w in words[p.first : p.last])
    return far and p.first > 0 and words[p.first - 1].tag in ",(" and words[p.first].tag == "q"


_LENGTHS = word_set("km kms kilometres kilometers kilometre kilometer miles mile metres meters nm")
