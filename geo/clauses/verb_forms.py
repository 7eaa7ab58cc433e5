"""Forms of verbs that may be something else: "shelling" and "attack" are nouns, "armed" is not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from geo.clauses.model import Word
from geo.clauses.participles import mark_adjective
from geo.words import Lexicon, word_set

__all__ = ["read_form"]


def read_form(words: list[Word], i: int, lex: Lexicon, *, prose: bool) -> None:
    """Tag a form of a known verb where it is one; as a noun it keeps its tag.

    `prose` says that most words begin with a small letter.
    """
    w = words[i]
    if prose and w.text[:1].isupper() and _in_name(words, i):
        return
    lemma, form = lex.verbs[w.low]
    ptag = words[i - 1].tag if i else "."
    after = words[i + 1] if i + 1 < len(words) else None
    if ptag == "-":
        if form in _PAST:
            w.tag, w.lemma = "j", lemma  # "Iran-backed"
            if i > 2 and words[i - 3].tag == "x" and not _may_head(after, lex.tags):
                w.tag = "v"  # "was petrol-bombed by"
        return
    hyphened = after is not None and after.text == "-" and after.start == w.end
    if hyphened and form in {"base", "third"}:
        return
    _READERS[form](words, i, lemma, lex)


def _in_name(words: list[Word], i: int) -> bool:
    """ "Pyu | Saw | Htee": between two capitals in prose, where verbs are not capitalised."""
    if not 0 < i < len(words) - 1:
        return False
    return words[i - 1].text[:1].isupper() and words[i + 1].text[:1].isupper()


_PAST: Final = frozenset({"past", "participle"})


def _may_head(word: Word | None, tags: Mapping[str, str]) -> bool:
    """Whether a word may be the noun that an adjective before it belongs to."""
    return word is not None and word.text[:1].isalpha() and tags.get(word.low, "n") in "nj"


_NOUNS_TOO: Final = word_set(
    "hit set cut shot left felt rose found saw hurt ground lead wound fell lost bore put"
)
"""Past forms that are nouns behind an article or a number: "a hit", "the ground"."""
_SUFFERERS: Final = word_set("wounded injured killed displaced kidnapped accused dead")


def _read_past(words: list[Word], i: int, lemma: str, lex: Lexicon) -> None:
    w = words[i]
    ptag = words[i - 1].tag if i else "."
    after = words[i + 1] if i + 1 < len(words) else None
    w.tag, w.lemma = "v", lemma
    if ptag in "dq" and w.low in _NOUNS_TOO:
        w.tag = "n" if w.low != "lost" else "j"
    elif (
        ptag == "d"
        and w.low in _SUFFERERS
        and (after is None or after.tag != "n" or after.low in lex.tags)
    ):
        w.tag, w.lemma = "n", ""  # "the wounded"
    else:
        mark_adjective(words, i, ptag, after, lex.tags, lex.verbs)


_THINGS_IN_ING: Final = word_set(
    "building meeting wedding gathering crossing dwelling opening landing"
)


def _read_gerund(words: list[Word], i: int, lemma: str, lex: Lexicon) -> None:
    w = words[i]
    before = words[i - 1] if i else None
    ptag = before.tag if before is not None else "."
    after = words[i + 1] if i + 1 < len(words) else None
    follows = lex.tags.get(after.low) if after is not None else None
    if w.low in _THINGS_IN_ING and ptag in "dnjpq":
        return  # "a residential building"
    if w.low in lex.deeds and _names_deed(words, i, follows, lex):
        return
    if ptag in "dj" or (before is not None and before.possessive):
        return
    if ptag == "p" and (follows == "p" or (follows == "s" and w.low in lex.deeds)):
        return  # "in fighting that pitted"
    w.tag, w.lemma = "g", lemma


def _names_deed(words: list[Word], i: int, follows: str | None, lex: Lexicon) -> bool:
    """Whether a deed in -ing, with a word of the tag `follows` behind it, is a noun."""
    ptag = words[i - 1].tag if i else "."
    after = words[i + 1] if i + 1 < len(words) else None
    opens = i == 0 or (i < 4 and not any(x.text[:1].isalpha() for x in words[:i]))
    ends = after is None or not after.text[:1].isalnum()
    if (opens or ptag == ";") and (ends or (after is not None and after.tag == "q")):
        return True  # "Sake: shelling 16 Jan, 2 wounded"
    if opens and follows == "p":
        return True  # "Fighting between", "Shelling in"
    if after is not None and after.low == "of":
        return True  # "the reported bombing of"
    carried = (
        after is None
        or follows in {"x", "m"}
        or (after.low in lex.verbs and lex.verbs[after.low][1] in _PAST)
    )
    if carried and ptag not in "xp":
        return True  # "shooting was heard", "heavy shelling reported"
    # "drive-by shooting in", "the barrel bombing of"
    return ptag == "n" and (ends or follows in {"p", "x", "m", "s"})


_HAVE_OR_BE: Final = word_set("is are was were be been being has have had")
_DO: Final = word_set("do does did didn't doesn't don't")
_NO_SUBJECT: Final = word_set("him her them there")
_ACTORS: Final = word_set("gunmen men people police troops militiamen")
_MOSTLY_VERBS: Final = word_set("kill say injure destroy seize suspect blame")


def _read_base(words: list[Word], i: int, lemma: str, lex: Lexicon) -> None:
    w, tags = words[i], lex.tags
    if not i:
        return
    before = words[i - 1]
    after = words[i + 1] if i + 1 < len(words) else None
    follows = tags.get(after.low) if after is not None else None
    ptag = before.tag
    if (
        ptag == "x"
        and before.low in _HAVE_OR_BE
        and (after is None or after.low == "by" or follows == "p")
    ):
        w.tag, w.lemma = "v", lemma  # "was overrun by"
    elif (
        before.low == "to"
        or ptag == "m"
        or (ptag == "t" and i > 1 and words[i - 2].tag in "mx")
        or (ptag == "r" and before.low not in _NO_SUBJECT)
        or (ptag == "x" and before.low in _DO)
        or (ptag == "a" and i > 1 and words[i - 2].tag == "m")
    ):
        w.tag, w.lemma = "b", lemma
    elif after is None:
        return
    elif ptag == "s" and before.low in {"that", "who", "which"}:
        if follows in {"d", "q", "p", "s"} or after.low.endswith("ly"):
            w.tag, w.lemma = "v", lemma
    elif ptag == "n" and _perceived(words, i):
        w.tag, w.lemma = "v", lemma  # "saw the army shell a school"
    elif ptag == "n":
        counted = follows in {"d", "q", "r"} or after.tag == "q"
        if before.low.endswith("s"):
            owned = after.text.endswith(("'s", "’s"))
            if counted or owned or lemma in _MOSTLY_VERBS:
                w.tag, w.lemma = "v", lemma  # "gunmen attack a"; "strikes kill 12"
        elif counted and before.low in _ACTORS:
            w.tag, w.lemma = "v", lemma


_SAW: Final = word_set("saw watched seen seeing watching")


def _perceived(words: list[Word], i: int) -> bool:
    """Whether a base form tells what somebody saw done: "saw men in uniform | beat two boys"."""
    object_follows = words[i + 1].tag in "nq" and words[i + 1].text[0].isalnum()
    return object_follows and any(w.low in _SAW for w in words[max(0, i - 6) : i - 1])


_TIDINGS: Final = word_set(
    "reports claims allegations rumours rumors accusations charges suggestions"
)
_SPELLS: Final = word_set("day night morning evening afternoon week month")
_VERBS_ONLY: Final = word_set(
    "say kill have include remain continue become injure destroy seize belong evade accuse blame "
    "deny"
)
"""Verbs whose third person is no plural noun."""


def _read_third(words: list[Word], i: int, lemma: str, lex: Lexicon) -> None:
    w = words[i]
    before = words[i - 1] if i else None
    ptag = before.tag if before is not None else "."
    after = words[i + 1] if i + 1 < len(words) else None
    follows = lex.tags.get(after.low) if after is not None else None
    if follows == "d" and i + 2 < len(words) and words[i + 2].low in _SPELLS:
        return  # "2 barrel bombs same day"
    subject = ptag == "n" and before is not None
    governs = subject and after is not None and after.low in _TIDINGS
    if subject and before is not None and not before.possessive and after is not None:
        figure = after.low.isdigit() and w.low not in lex.actors
        governs = governs or follows in {"d", "r"} or after.low == "that" or figure
    if governs or ptag in "rs" or lemma in _VERBS_ONLY:
        w.tag, w.lemma = "v", lemma  # "the army rejects reports that"


_READERS: Final[dict[str, Callable[[list[Word], int, str, Lexicon], None]]] = {
    "past": _read_past,
    "participle": _read_past,
    "gerund": _read_gerund,
    "base": _read_base,
    "third": _read_third,
}
