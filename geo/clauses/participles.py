"""Participles that are adjectives: "wounded men", "Iran-backed militias"."""

from __future__ import annotations

from geo.clauses.model import Word
from geo.words import word_set

__all__ = ["mark_adjective"]


def mark_adjective(
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
    if ptag in "dqpj-" or (prev is not None and (prev.possessive or prev.low == "whose")):
        if ptag == "p" and prev is not None and prev.low == "to" and w.low not in _ADJECTIVES:
            return
        w.tag = "j"
    elif (
        (ptag in "c," and i > 1 and words[i - 2].tag == "j")
        or w.low in _ADJECTIVES
        or (i == 0 and nxt.low not in verbs)
    ):
        w.tag = "j"


_ADJECTIVES = word_set(
    "united armed improvised combined allied displaced alleged suspected unidentified unknown "
    "masked armored armoured hooded uniformed retired wounded attempted failed planned guided "
    "unmanned rocket-propelled mixed elected so-called hired booby-trapped fortified"
)
"""Participles that are adjectives before any noun, "to armed bandits" too."""
