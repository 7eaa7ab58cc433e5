"""The words of a phrase as a field quotes them: without articles and numbers, with their owner."""

from __future__ import annotations

from geo.clauses import Clause, Phrase
from geo.events import is_time
from geo.words import word_set

__all__ = ["owner_end", "phrase_text"]


_STRIP = word_set(
    "the a an this that these those its their his her our some any several many few "
    "dozens scores of at least about around nearly almost more than over up to as other "
    "another two three four five six seven eight nine ten eleven twelve dozen than "
    "fifteen twenty thirty forty fifty hundreds thousands unidentified unknown each all "
    "both no approximately only one estimated such same"
)


def phrase_text(clause: Clause, source: str, phrase: Phrase, *, owner: bool = False) -> str:
    """The words of a phrase without leading articles and numbers, "of" kept.

    With `owner`, what a participle adds about whose it is stays too: "facilities used by
    Iran-backed militias".
    """
    words = clause.words
    first, last = phrase.first, phrase.last
    while first < last - 1 and (
        words[first].low in _STRIP or words[first].low[:1].isdigit() or words[first].tag == "-"
    ):
        end = first
        while end + 2 < last and words[end + 1].tag == "-":
            end += 2
        counts = words[first].tag == "q" or words[first].low[:1].isdigit()
        if counts and end > first and words[end].low not in _STRIP:
            break  # "six-year-old girl", not "twenty-five people"
        first += 1
    phrases, of = clause.phrases, clause.phrase_of
    index = of[phrase.first]
    while index + 1 < len(phrases):
        following = phrases[index + 1]
        if following.first != last + 1 or words[last].low != "of" or is_time(clause, following):
            break
        last = following.last
        index += 1
    if owner:
        last = owner_end(clause, last)
    return " ".join(source[words[first].start : words[last - 1].end].split())


_OWNED = frozenset(
    {"used", "belonging", "owned", "operated", "held", "controlled", "run", "linked", "affiliated"}
)


def owner_end(clause: Clause, last: int) -> int:
    """Where the words end that say whose a thing is: "used by militias", "belonging to what
    the Pentagon said were militias"; `last` itself where there are none."""
    words, of, phrases = clause.words, clause.phrase_of, clause.phrases
    if (
        last + 2 >= len(words)
        or words[last].low not in _OWNED
        or words[last + 1].low not in {"by", "to", "with"}
    ):
        return last
    at = last + 2
    if words[at].low == "what":
        at = next(
            (k + 1 for k in range(at, min(len(words) - 1, at + 10)) if words[k].tag == "x"), at
        )
    return phrases[of[at]].last if of[at] >= 0 else last
