"""The tag of each word, from closed-class tables, verb forms and its neighbours."""

from __future__ import annotations

from collections.abc import Mapping

from geo.clauses.model import Word
from geo.clauses.participles import mark_adjective
from geo.clauses.phrases import DAYS, MONTHS
from geo.words import Lexicon, word_set

__all__ = ["tag_words"]


_THINGS_IN_ING = word_set("building meeting wedding gathering crossing dwelling opening landing")


_NOUNS_IN_LY = word_set("reply supply rally ally family assembly italy july monopoly anomaly")


_HAVE_OR_BE = word_set("is are was were be been being has have had")


_CLOCK = word_set(
    "midnight noon midday dawn dusk sunrise sunset nightfall daybreak monday tuesday wednesday "
    "thursday friday saturday sunday christmas easter ramadan"
)


_AS_AFTER = word_set(
    "dressed disguised known described posing identified seen regarded named such well"
)


_TIDINGS = word_set("reports claims allegations rumours rumors accusations charges suggestions")


_SPELLS = word_set("day night morning evening afternoon week month")


_LETTERS = frozenset({"as", "is"})


_PARTICLES = frozenset({"out", "up", "down", "off", "away", "back"})


def _may_head(word: Word, tags: Mapping[str, str]) -> bool:
    """Whether a word may be the noun that an adjective before it belongs to."""
    return word.text[:1].isalpha() and tags.get(word.low, "n") in "nj"


def tag_words(words: list[Word], lex: Lexicon, text: str) -> None:
    tags, verbs = lex.tags, lex.verbs
    shouting = text[:200].isupper()
    small = not shouting and any(w.text.islower() for w in words)
    n = len(words)
    for i, w in enumerate(words):
        if w.tag != "n":
            continue
        low = w.low
        if (
            low in {"responsible", "able", "unable", "available", "hours"}
            and i
            and words[i - 1].tag == "n"
            and low != "hours"
        ):
            w.tag = "a"  # "militias responsible for"
            continue
        if low == "alive" and i and words[i - 1].tag == "v":
            w.tag = "a"
            continue
        if (
            low in {"dead", "death"}
            and i
            and (words[i - 1].tag == "v" or (low == "death" and i > 1 and words[i - 1].low == "to"))
        ):
            w.tag = "a"  # "shot dead five men", "hacked to death"
            if low == "death":
                words[i - 1].tag = "a"
            continue
        if low == "us" and w.text.isupper() and not shouting:
            continue  # the country, not the pronoun
        if low in _LETTERS and w.text.isupper() and small:
            continue  # a group by its letters: "AS attack on a checkpoint"
        if low == "us" and i + 1 < n and words[i + 1].text[:1].isalpha() and w.text.isupper():
            continue
        if low == "may" and w.text[0].isupper() and i and words[i - 1].tag in "pq":
            continue
        if low == "home" and i and (words[i - 1].tag in "dj" or words[i - 1].possessive):
            continue  # "the home of the mayor"
        if low in {"last", "next"} and i + 1 < n and words[i + 1].low in DAYS | MONTHS:
            w.tag = "d"  # "the palace last Friday": no part of its name
            continue
        tag = tags.get(low)
        if tag is not None:
            w.tag = tag
            if tag == "p":
                following = words[i + 1].low if i + 1 < n else ""
                ahead = words[i + 1] if i + 1 < n else None
                if (
                    low in {"around", "about", "over", "under", "near", "up"}
                    and ahead is not None
                    and (ahead.tag == "q" or tags.get(ahead.low) == "q")
                    and (
                        i == 0
                        or words[i - 1].tag in "vgbcx,sa;"
                        or words[i - 1].low in {"with", "of", "by", "for", "from"}
                    )
                ):
                    w.tag = "q"  # "killed around 160 people"
                elif (
                    low == "to"
                    and i
                    and words[i - 1].low == "up"
                    and ahead is not None
                    and (ahead.tag == "q" or tags.get(ahead.low) == "q")
                ):
                    w.tag = words[i - 1].tag = "q"  # "up to 142 people"
                elif following in {"least", "most"} and low == "at":
                    w.tag = "q"
                elif low in _PARTICLES and i and words[i - 1].tag in "vgb" and following != "of":
                    w.tag = "a"
            if (
                low in {"before", "after", "since", "until"}
                and i + 1 < n
                and (words[i + 1].low in _CLOCK or words[i + 1].low in MONTHS)
            ):
                w.tag = "p"  # "just before midnight on 7 January"
            if low == "that":
                # a determiner before a noun that no verb follows: "that attack"
                nxt = words[i + 1] if i + 1 < n else None
                prev = words[i - 1] if i else None
                if (
                    nxt is not None
                    and nxt.tag == "n"
                    and (
                        prev is None
                        or prev.tag in "p"
                        or (prev.low in tags and tags[prev.low] == "p")
                    )
                ):
                    w.tag = "d"
            if low == "as":
                w.tag = "p" if i and words[i - 1].low in _AS_AFTER else "s"
            continue
        form = verbs.get(low)
        prev = words[i - 1] if i else None
        nxt = words[i + 1] if i + 1 < n else None
        ptag = prev.tag if prev is not None else "."
        if form is None:
            if ptag == "m" and low.isalpha() and not w.text[0].isupper():
                w.tag, w.lemma = "b", low  # "may constitute"
            elif low.endswith("ly") and len(low) > 4 and low not in _NOUNS_IN_LY:
                w.tag = "a"
            elif low.startswith("un") and low.endswith("ed") and nxt is not None and len(low) > 6:
                w.tag = "j"  # "unidentified armed men"
            elif low.endswith("ed") and len(low) > 4 and small and i and w.text[0].isupper():
                pass  # "Jaish-e-Mohammed"
            elif low.endswith("ed") and len(low) > 4 and low not in lex.weapons:
                w.tag, w.lemma = "v", low
                mark_adjective(words, i, ptag, nxt, tags, verbs)
            elif low.endswith("ing") and len(low) > 5 and ptag in "nsc," and low not in _THINGS:
                w.tag, w.lemma = "g", low
            continue
        lemma, name = form
        if ptag == "-" or (nxt is not None and nxt.text == "-" and nxt.start == w.end):
            if ptag == "-" and name in {"past", "participle"}:
                w.tag, w.lemma = "j", lemma  # "Iran-backed"
                if i > 2 and words[i - 3].tag == "x" and (nxt is None or not _may_head(nxt, tags)):
                    w.tag = "v"  # "was petrol-bombed by"
            if name in {"base", "third"} or ptag == "-":
                continue
        if name in {"past", "participle"}:
            w.tag, w.lemma = "v", lemma
            if (
                low
                in {
                    "hit",
                    "set",
                    "cut",
                    "shot",
                    "left",
                    "felt",
                    "rose",
                    "found",
                    "saw",
                    "hurt",
                    "ground",
                    "lead",
                    "wound",
                    "fell",
                    "lost",
                    "bore",
                    "put",
                }
                and ptag in "dq"
            ):
                w.tag = "n" if low != "lost" else "j"
                continue
        if name in {"past", "participle"}:
            if (
                ptag == "d"
                and low
                in {"wounded", "injured", "killed", "displaced", "kidnapped", "accused", "dead"}
                and (nxt is None or nxt.tag != "n" or nxt.low in tags)
            ):
                w.tag, w.lemma = "n", ""
                continue  # "the wounded"
            mark_adjective(words, i, ptag, nxt, tags, verbs)
        elif name == "gerund":
            if low in _THINGS_IN_ING and ptag in "dnjpq":
                continue  # "a residential building"
            if ptag == "-" and low in lex.deeds:
                continue  # "hand-to-hand fighting"
            after = tags.get(nxt.low) if nxt is not None else None
            carried = (
                nxt is None
                or after in {"x", "m"}
                or (nxt.low in verbs and verbs[nxt.low][1] in {"past", "participle"})
            )
            opens = i == 0 or (i < 4 and not any(x.text[:1].isalpha() for x in words[:i]))
            noted = nxt is None or nxt.tag == "q" or not nxt.text[:1].isalnum()
            if low in lex.deeds and noted and (opens or ptag == ";"):
                continue  # "Sake: shelling 16 Jan, 2 wounded"
            if opens and low in lex.deeds and after == "p":
                continue  # "Fighting between", "Shelling in"
            if low in lex.deeds and nxt is not None and nxt.low == "of":
                continue  # "the reported bombing of"
            if low in lex.deeds and carried and ptag not in "xp":
                continue  # "shooting was heard", "heavy shelling reported"
            if ptag in "dj" or (prev is not None and prev.possessive):
                continue
            if (
                ptag == "n"
                and low in lex.deeds
                and (after in {"p", "x", "m"} or nxt is None or not nxt.text[:1].isalnum())
            ):
                continue  # "drive-by shooting in", "the barrel bombing of"
            if ptag == "p" and (after == "p" or (after == "s" and low in lex.deeds)):
                continue  # "in fighting that pitted"
            w.tag, w.lemma = "g", lemma
        elif name == "base":
            if (
                ptag == "x"
                and prev is not None
                and prev.low in _HAVE_OR_BE
                and (nxt is None or nxt.low == "by" or tags.get(nxt.low) == "p")
            ):
                w.tag, w.lemma = "v", lemma  # "was overrun by"
            elif (
                (
                    prev is not None
                    and (
                        prev.low == "to"
                        or ptag == "m"
                        or (ptag == "t" and i > 1 and words[i - 2].tag in "mx")
                    )
                )
                or (
                    ptag == "r"
                    and prev is not None
                    and prev.low not in {"him", "her", "them", "there"}
                )
                or (
                    ptag == "x"
                    and prev is not None
                    and prev.low in {"do", "does", "did", "didn't", "doesn't", "don't"}
                )
                or (ptag == "a" and i > 1 and words[i - 2].tag in "m")
            ):
                w.tag, w.lemma = "b", lemma
            elif ptag == "s" and prev is not None and prev.low in {"that", "who", "which"}:
                nxt_tag = tags.get(nxt.low) if nxt is not None else None
                if nxt_tag in {"d", "q", "p", "s"} or (nxt is not None and nxt.low.endswith("ly")):
                    w.tag, w.lemma = "v", lemma
            elif ptag == "n" and prev is not None and prev.low.endswith("s") and nxt is not None:
                after = tags.get(nxt.low)
                if after in {"d", "q", "r"} or nxt.tag == "q" or nxt.text.endswith(("'s", "’s")):
                    w.tag, w.lemma = "v", lemma  # "gunmen attack a"; "strikes kill 12"
                elif lemma in {"kill", "say", "injure", "destroy", "seize", "suspect", "blame"}:
                    w.tag, w.lemma = "v", lemma
            elif (
                (
                    ptag == "n"
                    and prev is not None
                    and prev.low in {"gunmen", "men", "people", "police", "troops", "militiamen"}
                )
                and nxt is not None
                and (tags.get(nxt.low) in {"d", "q", "r"} or nxt.tag == "q")
            ):
                w.tag, w.lemma = "v", lemma
        elif name == "third":
            after = tags.get(nxt.low) if nxt is not None else None
            if after == "d" and i + 2 < n and words[i + 2].low in _SPELLS:
                continue  # "2 barrel bombs same day"
            if ptag == "n" and nxt is not None and nxt.low in _TIDINGS:
                w.tag, w.lemma = "v", lemma  # "the army rejects reports that"
                continue
            if (
                lemma
                in {
                    "say",
                    "kill",
                    "have",
                    "include",
                    "remain",
                    "continue",
                    "become",
                    "injure",
                    "destroy",
                    "seize",
                    "belong",
                    "evade",
                    "accuse",
                    "blame",
                    "deny",
                }
                or ptag in "rs"
                or (
                    ptag == "n"
                    and not (prev is not None and prev.possessive)
                    and (
                        after in {"d", "r"}
                        or (nxt is not None and nxt.low == "that")
                        or (nxt is not None and nxt.low.isdigit() and low != "forces")
                    )
                )
            ):
                w.tag, w.lemma = "v", lemma


_THINGS = word_set(
    "morning evening building warning wedding meeting clothing nothing something everything "
    "anything ceiling offspring landing crossing housing dwelling railing sibling pumping mining "
    "shopping fishing filling refining polling voting parking"
)
"""Nouns in -ing that no verb is meant by."""
