"""The tag of each word, from closed-class tables, verb forms and its neighbours."""

from __future__ import annotations

from collections.abc import Mapping

from geo.clauses.model import Word
from geo.clauses.participles import mark_adjective
from geo.clauses.phrases import DAYS, MONTHS
from geo.clauses.verb_forms import read_form
from geo.words import Lexicon, word_set

__all__ = ["tag_words"]


def tag_words(words: list[Word], lex: Lexicon, text: str) -> None:
    """Give each word its tag where it stands; what stays "n" is a noun or a name."""
    tags, verbs = lex.tags, lex.verbs
    shouting = text[:200].isupper()
    small = not shouting and any(w.text.islower() for w in words)
    prose = _is_prose(words)
    for i, w in enumerate(words):
        if w.tag != "n":
            continue
        low = w.low
        if low in _ODD and _read_odd(words, i, shouting=shouting, small=small):
            continue
        if low in tags:
            w.tag = tags[low]
            if w.tag == "p":
                _read_preposition(words, i, tags)
            elif low in _LEADING:
                _read_leading(words, i, tags)
        elif low in verbs:
            read_form(words, i, lex, prose=prose)
        else:
            _read_ending(words, i, lex, small=small)


def _is_prose(words: list[Word]) -> bool:
    initials = [w.text[0] for w in words]
    return sum(map(str.islower, initials)) > sum(map(str.isupper, initials))


_ODD = word_set(
    "responsible able unable available alive dead death us as is may home last next stand stands "
    "stood north south east west northeast northwest southeast southwest"
)
"""Words that are not what the tables say where their neighbours show it."""


def _read_odd(words: list[Word], i: int, *, shouting: bool, small: bool) -> bool:
    """Whether the neighbours of an odd word settle its tag."""
    w = words[i]
    before = words[i - 1] if i else None
    after = words[i + 1] if i + 1 < len(words) else None
    match w.low:
        case "us":  # the country, not the pronoun
            named = not shouting or (after is not None and after.text[:1].isalpha())
            return w.text.isupper() and named
        case "as" | "is":  # a group by its letters: "AS attack on a checkpoint"
            return small and w.text.isupper()
        case "may":
            return w.text[0].isupper() and before is not None and before.tag in "pq"
        case "home":  # "the home of the mayor"
            return before is not None and (before.tag in "dj" or before.possessive)
        case "stand" | "stands" | "stood":
            if after is None or after.low not in {"accused", "charged"}:
                return False
            w.tag = "x"  # "soldiers stand accused of"
        case "last" | "next":
            if after is None or not (after.low in DAYS or after.low in MONTHS):
                return False
            w.tag = "d"  # "the palace last Friday": no part of its name
        case "death":
            if before is None or not (before.tag == "v" or (i > 1 and before.low == "to")):
                return False
            w.tag = before.tag = "a"  # "hacked to death"
        case _ if w.low.startswith(("north", "south", "east", "west")):
            led = before is not None and before.tag == "n" and before.low not in _MEASURES
            if not led or after is None or after.low != "of":
                return False
            w.tag = "a"  # "killed nine soldiers north of Goma"
        case "dead" | "alive":
            burned = w.low == "alive" and before is not None and before.tag == "n"
            if before is None or not (before.tag == "v" or burned):
                return False
            w.tag = "a"  # "shot dead five men", "burned a family alive"
        case _:
            if before is None or before.tag != "n":
                return False
            w.tag = "a"  # "militias responsible for"
    return True


_MEASURES = word_set("km kms kilometres kilometers kilometre kilometer miles mile nm metres meters")
_PARTICLES = frozenset({"out", "up", "down", "off", "away", "back"})
_COUNTING = frozenset({"around", "about", "over", "under", "near", "up"})
_BEFORE_COUNT = frozenset({"with", "of", "by", "for", "from"})


def _read_preposition(words: list[Word], i: int, tags: Mapping[str, str]) -> None:
    """A preposition that counts, or that is a particle of the verb before it."""
    w = words[i]
    before = words[i - 1] if i else None
    after = words[i + 1] if i + 1 < len(words) else None
    counted = after is not None and (after.tag == "q" or tags.get(after.low) == "q")
    if (
        counted
        and w.low in _COUNTING
        and (before is None or before.tag in "vgbcx,sa;" or before.low in _BEFORE_COUNT)
    ):
        w.tag = "q"  # "killed around 160 people"
    elif counted and w.low == "to" and before is not None and before.low == "up":
        w.tag = before.tag = "q"  # "up to 142 people"
    elif w.low == "at" and after is not None and after.low in {"least", "most"}:
        w.tag = "q"
    elif (
        w.low in _PARTICLES
        and before is not None
        and before.tag in "vgb"
        and (after is None or after.low != "of")
    ):
        w.tag = "a"


_CLOCK = MONTHS | word_set(
    "midnight noon midday dawn dusk sunrise sunset nightfall daybreak monday tuesday wednesday "
    "thursday friday saturday sunday christmas easter ramadan"
)
_AS_AFTER = word_set(
    "dressed disguised known described posing identified seen regarded named such well"
)
_LEADING = word_set("before after since until that as")
"""Subordinators that are something else beside some words."""


def _read_leading(words: list[Word], i: int, tags: Mapping[str, str]) -> None:
    """A preposition before a time or a part, a determiner before a noun."""
    w = words[i]
    before = words[i - 1] if i else None
    after = words[i + 1] if i + 1 < len(words) else None
    if w.low == "as":
        w.tag = "p" if before is not None and before.low in _AS_AFTER else "s"
    elif w.low == "that":
        # a determiner before a noun that no verb follows: "that attack"
        led = before is None or before.tag == "p" or tags.get(before.low) == "p"
        if led and after is not None and after.tag == "n":
            w.tag = "d"
    elif after is not None and after.low in _CLOCK:
        w.tag = "p"  # "just before midnight on 7 January"
    elif (
        w.low == "before"
        and before is not None
        and before.low in _SPELLS
        and after is not None
        and (after.low.endswith("ed") or after.low in _WENT_ON)
    ):
        w.tag = "a"  # "the raid of a week before | opened"


_SPELLS = word_set("week day month year night evening hours days weeks months years morning")
_WENT_ON = word_set("shot took set hit struck was were had has fell broke went blew")
_NOUNS_IN_LY = word_set("reply supply rally ally family assembly italy july monopoly anomaly")
_NOUNS_IN_ED = word_set("bloodshed watershed homestead hundred infrared biped")
_THINGS = word_set(
    "morning evening building warning wedding meeting clothing nothing something everything "
    "anything ceiling offspring landing crossing housing dwelling railing sibling pumping mining "
    "shopping fishing filling refining polling voting parking shining"
)
"""Nouns in -ing that no verb is meant by."""


def _read_ending(words: list[Word], i: int, lex: Lexicon, *, small: bool) -> None:
    """A word of no table, by its ending."""
    w = words[i]
    low, ending = w.low, w.low[-2:]
    ptag = words[i - 1].tag if i else "."
    if ptag == "m" and low.isalpha() and not w.text[0].isupper():
        w.tag, w.lemma = "b", low  # "may constitute"
    elif ending == "ly" and len(low) > 4 and low not in _NOUNS_IN_LY:
        w.tag = "a"
    elif ending == "ed":
        after = words[i + 1] if i + 1 < len(words) else None
        if low.startswith("un") and after is not None and len(low) > 6:
            w.tag = "j"  # "unidentified armed men"
        elif small and i and w.text[0].isupper():
            pass  # "Jaish-e-Mohammed"
        elif len(low) > 4 and low not in lex.weapons and low not in _NOUNS_IN_ED:
            w.tag, w.lemma = "v", low
            mark_adjective(words, i, ptag, after, lex.tags, lex.verbs)
    elif low[-3:] == "ing" and len(low) > 5 and ptag in "nscx," and low not in _THINGS:
        w.tag, w.lemma = "g", low
