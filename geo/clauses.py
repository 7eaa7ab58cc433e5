"""A sentence cut into words with tags, noun phrases and verbs.

A shallow reading, linear in the length: tags from closed-class tables and verb forms,
noun phrases as runs between verbs and prepositions, each with the preposition that
governs it. It works on upper-case wire text as on mixed case, since no rule needs
capitals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from geo.words import Lexicon, word_set

__all__ = ["Clause", "Phrase", "Word", "read_clause"]

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|[A-Z]{1,3}-?\d{1,3}(?![\w])|[A-Z]\.(?=\s[A-Z])|(?:St|Mt|Ft)\.(?=\s[A-Z])|\d[\d,.]*\d|\d+(?:st|nd|rd|th)?|[^\W\d_]+(?:['’ʿʾ‘`][^\W\d_]+)*['’]?|[-–—]+|\S"
)
_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")


@dataclass(slots=True)
class Word:
    """A word of a sentence; offsets are those of the report."""

    start: int
    end: int
    text: str
    low: str
    tag: str = "n"
    """n noun-like, v finite verb or participle, g -ing form, b base verb, d determiner,
    q quantity, p preposition, c coordinator, s subordinator, x auxiliary, m modal,
    r pronoun, a adverb, t not, j participle used as adjective, `,` `;` `(` `)` `"` marks."""
    lemma: str = ""
    possessive: bool = False


@dataclass(slots=True)
class Phrase:
    """A noun phrase: words `first` to `last`, exclusive."""

    first: int
    last: int
    head: int
    preposition: int
    """Index of the preposition that governs it, or -1."""


@dataclass(slots=True)
class Clause:
    """A sentence, read."""

    start: int
    end: int
    words: list[Word]
    lows: list[str]
    phrases: list[Phrase]
    phrase_of: list[int]
    """For each word the index of its noun phrase, or -1."""

    def text(self, source: str, first: int, last: int) -> str:
        return source[self.words[first].start : self.words[last - 1].end]


_AS_AFTER = word_set(
    "dressed disguised known described posing identified seen regarded named such well"
)
_PARTICLES = frozenset({"out", "up", "down", "off", "away", "back"})


def read_clause(text: str, start: int, end: int, lex: Lexicon) -> Clause:
    """Read `text[start:end]`, one sentence."""
    words: list[Word] = []
    for m in _WORD.finditer(text, start, end):
        raw = m.group()
        low = raw.casefold().replace("’", "'").replace("‘", "'")
        word = Word(m.start(), m.end(), raw, low)
        first = raw[0]
        if first.isalpha():
            if low.endswith(("'s", "s'")) and len(low) > 2:
                word.possessive = True
                low = low[:-2] if low.endswith("'s") else low[:-1]
                word.low = low
            elif low.endswith("'"):
                low = word.low = low[:-1]
        elif first.isdigit():
            word.tag = "q"
        elif first in ",":
            word.tag = ","
        elif first in ";:":
            word.tag = ";"
        elif first in _OPEN:
            word.tag = "("
        elif first in _CLOSE:
            word.tag = ")"
        elif first in "-–—":
            # a hyphen inside a compound joins; a dash between clauses parts
            inside = m.start() > start and not text[m.start() - 1].isspace() and len(raw) == 1
            word.tag = "-" if inside and raw in "-–" else ";"
        elif first in '"“”«»„':
            word.tag = '"'
        else:
            word.tag = "." if first in ".!?" else ","
        words.append(word)
    _tag(words, lex, text)
    lows = [w.low for w in words]
    phrases, phrase_of = _chunk(words)
    return Clause(start, end, words, lows, phrases, phrase_of)


def _tag(words: list[Word], lex: Lexicon, text: str) -> None:
    tags, verbs = lex.tags, lex.verbs
    shouting = text[:200].isupper()
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
        if low == "us" and i + 1 < n and words[i + 1].text[:1].isalpha() and w.text.isupper():
            continue
        if low == "may" and w.text[0].isupper() and i and words[i - 1].tag in "pq":
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
                    and (i == 0 or words[i - 1].tag in "vgbcx,")
                ):
                    w.tag = "q"  # "killed around 160 people"
                elif following in {"least", "most"} and low == "at":
                    w.tag = "q"
                elif low in _PARTICLES and i and words[i - 1].tag in "vgb" and following != "of":
                    w.tag = "a"
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
            if low.endswith("ly") and len(low) > 4:
                w.tag = "a"
            elif low.endswith("ed") and len(low) > 4:
                w.tag, w.lemma = "v", low
                _adjective(words, i, ptag, nxt, tags, verbs)
            elif low.endswith("ing") and len(low) > 5 and ptag in "nsc,":
                w.tag, w.lemma = "g", low
            continue
        lemma, name = form
        if ptag == "-" or (nxt is not None and nxt.text == "-" and nxt.start == w.end):
            if ptag == "-" and name in {"past", "participle"}:
                w.tag, w.lemma = "j", lemma  # "Iran-backed"
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
            _adjective(words, i, ptag, nxt, tags, verbs)
        elif name == "gerund":
            if ptag == "-" and low in lex.deeds:
                continue  # "hand-to-hand fighting"
            after = tags.get(nxt.low) if nxt is not None else None
            carried = (
                nxt is None
                or after in {"x", "m"}
                or (nxt.low in verbs and verbs[nxt.low][1] in {"past", "participle"})
            )
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
            if ptag == "p" and after == "p":
                continue
            w.tag, w.lemma = "g", lemma
        elif name == "base":
            if (
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
                if after in {"d", "q", "r"} or nxt.tag == "q":
                    w.tag, w.lemma = "v", lemma  # "gunmen attack a"; "strikes kill 12"
                elif lemma in {"kill", "say", "injure", "destroy", "seize"}:
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
                    "deny",
                }
                or ptag in "rs"
                or (
                    ptag == "n"
                    and not (prev is not None and prev.possessive)
                    and (after in {"d", "r"} or (nxt is not None and nxt.low == "that"))
                )
            ):
                w.tag, w.lemma = "v", lemma


def _adjective(
    words: list[Word],
    i: int,
    ptag: str,
    nxt: Word | None,
    tags: dict[str, str],
    verbs: dict[str, tuple[str, str]],
) -> None:
    """A participle between a determiner or preposition and a noun is an adjective."""
    w = words[i]
    if nxt is None:
        return
    noun_next = (
        nxt.tag == "n"
        and nxt.low not in tags
        and nxt.text[:1].isalpha()
        and not (nxt.low in verbs and verbs[nxt.low][1] == "past" and not nxt.low.endswith("n"))
    )
    if not noun_next:
        return
    prev = words[i - 1] if i else None
    if ptag in "dqpj-" or (prev is not None and prev.possessive):
        if ptag == "p" and prev is not None and prev.low == "to":
            return
        w.tag = "j"
    elif (
        (ptag in "c," and i > 1 and words[i - 2].tag == "j")
        or w.low
        in {
            "united",
            "armed",
            "improvised",
            "combined",
            "allied",
            "displaced",
            "alleged",
            "suspected",
            "unidentified",
            "unknown",
            "masked",
            "armored",
            "armoured",
            "hooded",
            "uniformed",
            "retired",
            "wounded",
            "attempted",
            "failed",
            "planned",
            "guided",
            "unmanned",
            "rocket-propelled",
            "mixed",
            "elected",
            "so-called",
            "hired",
            "occupied",
            "booby-trapped",
            "fortified",
        }
        or w.low == "united"
        or (i == 0 and nxt.low not in verbs)
    ):
        w.tag = "j"


_MONTHS = word_set(
    "january february march april may june july august september october november december"
)
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_INSIDE = frozenset("nqdj-")


def _chunk(words: list[Word]) -> tuple[list[Phrase], list[int]]:
    phrases: list[Phrase] = []
    of = [-1] * len(words)
    i, n = 0, len(words)
    preposition = -1
    while i < n:
        tag = words[i].tag
        if tag == "p":
            preposition = i
            i += 1
            continue
        if tag in "nqdjr":
            first = i
            i += 1
            if tag == "r":
                last = i
            else:
                while i < n:
                    t = words[i].tag
                    if (
                        t in "nj"
                        and words[i - 1].low in _MONTHS
                        and (words[first].tag == "q" or i - 1 == first)
                        and preposition >= 0
                    ):
                        break  # "on 8 June fighters stormed"
                    if (
                        t in "nj"
                        and i - 1 == first
                        and words[first].low in _DAYS
                        and preposition >= 0
                    ):
                        break
                    if (
                        t == "q"
                        and words[i - 1].tag == "n"
                        and i + 1 < n
                        and words[i + 1].tag == "n"
                        and words[i].low[:1].isdigit()
                        and not words[i - 1].text.isupper()
                    ):
                        break  # "an incident 66 nautical miles"
                    if t == "d" and words[i - 1].tag in "nj" and not words[i - 1].possessive:
                        break
                    if (
                        t in _INSIDE
                        or (
                            t == "a"
                            and i + 1 < n
                            and words[i + 1].tag in "nj"
                            and words[i - 1].tag in "dqa"
                        )
                        or (t == "g" and words[i - 1].tag in "djq")
                    ):
                        i += 1
                    elif t == "p" and words[i].low in {"of"} and words[i - 1].tag == "q":
                        i += 1  # "dozens of people"
                    elif (
                        (
                            t == "s"
                            and words[i].low == "than"
                            and words[i - 1].low in {"more", "less", "fewer"}
                        )
                        or (
                            t == "p"
                            and words[i].low
                            in {"about", "around", "over", "under", "up", "to", "at", "near"}
                            and i + 1 < n
                            and words[i + 1].tag == "q"
                            and words[i - 1].tag in "d"
                        )
                        or (
                            t == ","
                            and words[i - 1].tag in "j"
                            and i + 1 < n
                            and words[i + 1].tag in "jn"
                        )
                    ):
                        i += 1
                    else:
                        break
                last = i
            while last > first + 1 and words[last - 1].tag == "-":
                last -= 1
            head = last - 1
            while head > first and words[head].tag not in "nr":
                head -= 1
            if words[head].tag not in "nr":
                head = last - 1
            index = len(phrases)
            phrases.append(Phrase(first, last, head, preposition))
            for k in range(first, last):
                of[k] = index
            preposition = -1
            continue
        if tag not in 'at("-':
            preposition = -1
        i += 1
    return phrases, of
