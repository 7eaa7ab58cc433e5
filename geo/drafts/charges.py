"""What a verdict or a protest is about: the deed behind "guilty of", "jailed for", "condemned"."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from geo.clauses import Clause
from geo.drafts.reading import Sentence
from geo.events import Frame
from geo.whereabouts import Whereabouts
from geo.words import word_set

__all__ = ["charge_of", "of_the_deed"]


_LEADS_TO = {
    "guilty": word_set("of"),
    "convicted": word_set("of for"),
    "acquitted": word_set("of"),
    "accused": word_set("of"),
    "suspected": word_set("of"),
    "suspicion": word_set("of"),
    "indicted": word_set("for on over"),
    "charged": word_set("with over"),
    "sentenced": word_set("for over"),
    "jailed": word_set("for over"),
    "imprisoned": word_set("for over"),
    "fined": word_set("for over"),
    "tried": word_set("for over"),
    "trial": word_set("for over"),
    "arrested": word_set("for over"),
    "detained": word_set("for over"),
    "extradited": word_set("for over"),
    **dict.fromkeys(
        ("protest", "protests", "rally", "rallies", "rallied", "marched", "vigil"),
        word_set("against over"),
    ),
    **dict.fromkeys(("anger", "outrage", "outcry", "fury", "shock"), word_set("at over against")),
    **dict.fromkeys(("connection", "links", "involvement"), word_set("with in")),
    **dict.fromkeys(("verdict", "inquiry", "warrant", "warrants"), word_set("in into for over")),
    "responsibility": word_set("for"),
    "condolences": word_set("for over"),
    "apology": word_set("for over"),
    "apologised": word_set("for over"),
    "apologized": word_set("for over"),
    "compensation": word_set("for"),
    "blamed": word_set("for"),
}
"""Words of a court or a police, and what leads from each to the deed."""
_JUDGES = word_set(
    "condemn denounce deplore repudiate protest criticise criticize mourn lament regret decry "
    "investigate recall commemorate"
)
"""Verbs of whoever speaks of a deed: their day and place are not its own."""
_FAR = 14
"""Words between the two: "convicted on Wednesday in the High Court in London of"."""


def charge_of(clause: Clause, frames: Sequence[Frame]) -> int:
    """The first word of the deed behind "guilty of" or "condemned" if the frames are it, else 0."""
    words = clause.words
    begin = min(f.first for f in frames)
    spoken = _spoken_against(clause, frames)
    if spoken:
        return spoken
    for f in frames:
        if f.commented and f.verb >= 0 and words[f.verb].lemma in _JUDGES:
            return min(begin, clause.phrases[clause.phrase_of[f.first]].first)
    if clause.vocabulary.isdisjoint(_LEADS_TO):
        return 0
    for k in range(begin):
        leads = _LEADS_TO.get(words[k].low)
        if leads is None:
            continue
        for j in range(k + 1, min(begin, k + _FAR)):
            if words[j].text == ";":
                break
            if words[j].low in leads and not words[j + 1].low[:1].isdigit():
                return j + 1
    return 0


def _spoken_against(clause: Clause, frames: Sequence[Frame]) -> int:
    """ "Thousands stood in silence in Newry against the murders of two soldiers"."""
    first = frames[0]
    index = clause.phrase_of[first.first]
    if first.entry.pos != "n" or not first.definite or index < 0 or len(frames) > 1:
        return 0
    preposition = clause.phrases[index].preposition
    over = preposition > 0 and clause.words[preposition].low in {"against", "over"}
    return preposition + 1 if over and first.entry.kind != "armed_clash" else 0


def of_the_deed(
    clause: Clause, sentence: Sentence, found: Sequence[Whereabouts], charge: int
) -> tuple[Sentence, list[Whereabouts]]:
    """The days and places of the deed: those told before it are the court's."""
    begin = clause.words[charge].start
    dates = [m for m in sentence.dates if m.start >= begin]
    return dataclasses.replace(sentence, dates=dates), [w for w in found if w.first >= charge]
