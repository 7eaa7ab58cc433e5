"""Who speaks: the phrase before a verb of saying, or behind one that is inverted."""

from __future__ import annotations

from geo.actors.wording import phrase_text
from geo.clauses import Clause
from geo.words import word_set

__all__ = ["find_speaker", "put_in", "speaker_name"]


def find_speaker(clause: Clause, k: int, left: int) -> tuple[int, int]:
    """The phrase of who speaks by the verb at `k`, -1 for none, and where the words go on.

    `left` is the word before the verb and its auxiliaries; an inverted verb has who speaks
    behind it.
    """
    words, of, phrases = clause.words, clause.phrase_of, clause.phrases
    behind = of[k + 1] if k + 1 < len(words) else -1
    if left > 0 and words[left].tag == ",":
        speaker = _before_apposition(clause, left)
        if speaker < 0 and behind >= 0:
            return behind, phrases[behind].last
        return speaker, k + 1
    if left >= 0 and of[left] >= 0:
        speaker = _outermost(clause, of[left])
        if phrases[speaker].preposition >= 0:
            owner = _before_relative(clause, left)
            speaker = owner if owner >= 0 else speaker
        return speaker, k + 1
    inverts = left < 0 or words[left].tag in '";.'
    if inverts and behind >= 0 and words[k].lemma in {"say", "add", "report"}:
        return behind, phrases[behind].last
    return -1, k + 1


def _outermost(clause: Clause, index: int) -> int:
    """ "The governor | of the region": the phrase that all the others hang on."""
    phrases = clause.phrases
    while index > 0 and phrases[index].preposition == phrases[index - 1].last:
        index -= 1
    return index


def speaker_name(clause: Clause, source: str, speaker: int, left: int) -> str:
    """Who speaks, in the report's words: office and name are one speaker."""
    words, phrases = clause.words, clause.phrases
    phrase = phrases[speaker]
    if words[phrase.head].tag == "r":
        return ""
    name = phrase_text(clause, source, phrase)
    at = clause.phrase_of[left - 1] if left > 0 and words[left].tag == "," else -1
    if not name or at <= speaker or phrases[at].preposition >= 0:
        return name
    inner = phrases[at]  # "the Pentagon spokesman, John F. Kirby, said"
    if inner.first != phrase.last + 1 or not words[inner.head].text[:1].isupper():
        return name
    begin = source.find(name, words[phrase.first].start)
    begin = begin if begin >= 0 else words[phrase.first].start
    return " ".join(source[begin : words[inner.last - 1].end].split())


def put_in(clause: Clause, speaker: int, left: int) -> range:
    """ "the group, which is based in X, said": the words put in that tell of the speaker."""
    words, opens = clause.words, clause.phrases[speaker].last
    opens += opens < left and words[opens].tag == "," == words[left].tag
    tells = opens < left and words[opens].low in _RELATIVES
    return range(clause.phrases[speaker].last, left + 1) if tells else range(0)


_RELATIVES = word_set("which who whose where")


def _before_relative(clause: Clause, left: int) -> int:
    """ "a witness who saw rebels shell the market in Goma said": the phrase of who speaks."""
    for k in range(left, max(0, left - 22), -1):
        if clause.words[k].tag in ",;":
            return -1
        if clause.words[k].low in _RELATIVES:
            return clause.phrase_of[k - 1]
    return -1


def _before_apposition(clause: Clause, comma: int) -> int:
    """ "the spokesman, John Smith, said": the phrase before the inserted one."""
    words, of, phrases = clause.words, clause.phrase_of, clause.phrases
    k = comma - 1
    for j in range(k, max(0, k - 22), -1):
        if (
            words[j].tag == "s"
            and words[j].low in _RELATIVES
            and words[j - 1].tag == ","
            and of[j - 2] >= 0
        ):
            return of[j - 2]  # "the group, which is based in X, said"
        if words[j].tag in ",;":
            break
    if k < 0 or of[k] < 0:
        return -1
    inner = _outermost(clause, of[k])
    before = phrases[inner].first - 1
    if before > 0 and words[before].tag == "," and of[before - 1] >= 0:
        return _outermost(clause, of[before - 1])
    return -1
