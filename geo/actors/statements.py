"""Who says, claims, blames and denies."""

from __future__ import annotations

from geo.actors.blame import find_blame
from geo.actors.blaming import BLAME, blamed_by, blamed_passive, blaming
from geo.actors.claiming import act_of, claimed_passive
from geo.actors.deeds import DEEDS, DEEDS_MANY
from geo.actors.speakers import find_speaker, put_in, speaker_name
from geo.actors.stated import ALL, Statement
from geo.actors.wording import phrase_text
from geo.clauses import Clause
from geo.events import find_objects, is_time
from geo.words import Lexicon, word_set

__all__ = ["statements"]


def statements(clause: Clause, source: str, lex: Lexicon) -> list[Statement]:
    """Every saying, claiming, blaming and denying in the clause."""
    words, of = clause.words, clause.phrase_of
    out: list[Statement] = []
    n = len(words)
    for k, w in enumerate(words):
        if w.low == "according" and k + 2 < n and words[k + 1].low == "to" and of[k + 2] >= 0:
            ids = find_objects(clause, of[k + 2])
            last = clause.phrases[ids[-1]].last
            text = phrase_text(clause, source, clause.phrases[ids[0]])
            while last < n and words[last].tag not in ",;." and words[last].tag in "pnqdja-(":
                last += 1
            out.append(Statement(text, "say", k, last, who=ids[0]))
        elif (w.tag in "vg" and w.lemma in _SAY) or _accuses(clause, k):
            statement = _saying(clause, source, k, lex)
            if statement is not None:
                statement.many = _how_many(clause, statement, k, lex)
                out.append(statement)
                out += _blamed_beside(clause, source, statement)
    taken = {s.blamed for s in out}
    for k, index in find_blame(clause, lex):
        if index not in taken:
            taken.add(index)
            party = phrase_text(clause, source, clause.phrases[index])
            out.append(Statement("", "blame", k, k + 1, index, party))
    return out


def _how_many(clause: Clause, said: Statement, k: int, lex: Lexicon) -> int:
    """ "Claimed both raids", "the assaults were blamed on": how many deeds that is."""
    if said.act not in {"claim", "deny"} and said.blamed < 0:
        return 1
    passive = k > 0 and clause.words[k - 1].tag == "x"
    near = clause.words[max(0, k - 6) : k] if passive else clause.words[k + 1 : k + 10]
    lows = [w.low for w in near]
    for i, low in enumerate(lows):
        if low in DEEDS_MANY and i and lows[i - 1] != "of":
            opened = {x for x in lows[max(0, i - 4) : i] if x in _THOSE or x in lex.numbers}
            if not opened & _THOSE:
                return 1
            if "both" in opened:
                return 2
            return max((n for x in opened if (n := lex.numbers.get(x, 0))), default=ALL)
    return 1


_THOSE = word_set("the these those both all")


def _accuses(clause: Clause, k: int) -> bool:
    """ "We blame", "they accuse": the base form after a pronoun."""
    w = clause.words[k]
    return w.tag == "b" and w.lemma in {"blame", "accuse"} and k > 0 and w.low == w.lemma


def _blamed_beside(clause: Clause, source: str, said: Statement) -> list[Statement]:
    """ "Blamed the army and the police": each a blame of its own."""
    if said.blamed < 0 or said.first > clause.phrases[said.blamed].first:
        return []
    return [
        Statement(
            said.speaker, said.act, said.first, said.last, other,
            phrase_text(clause, source, clause.phrases[other]).split(" of ")[0], many=said.many,
        )
        for other in find_objects(clause, said.blamed)[1:]
    ]  # fmt: skip


_SAY = word_set(
    "say tell report announce state confirm claim add note declare indicate reveal "
    "disclose allege assert acknowledge admit write insist maintain affirm deny reject "
    "blame accuse charge post tweet estimate believe explain learn verify document "
    "specify cite quote warn suggest comment inform take accept assume"
)


def _saying(clause: Clause, source: str, k: int, lex: Lexicon) -> Statement | None:
    """What the verb at `k` says, claims, denies or blames, and who does; None for nothing."""
    words, of, phrases = clause.words, clause.phrase_of, clause.phrases
    w, n = words[k], len(words)
    ahead = clause.lows[k + 1 : k + 8]
    if ahead[:1] == ["by"] and (w.low == "claimed" or _taken(clause, k)):
        return claimed_passive(clause, source, k)
    if w.low == "blamed" and ahead[:1] == ["on"] and k and words[k - 1].tag in ",;(":
        return blamed_passive(clause, source, k, k)  # "a blast, blamed on X"
    if ahead[:1] == [_BLAMED_WITH.get(w.low)] and k and of[k - 1] >= 0:
        return blamed_passive(clause, source, k, k - 1)  # in headlines: "X blamed for the raid"
    act = act_of(clause, k, lex)
    if not act:
        return None
    accuses = w.lemma in BLAME
    if w.tag == "g" and accuses:
        return blaming(clause, source, k)
    left = k - 1
    while left >= 0 and (words[left].tag in "xamt" or words[left].low in _EACH):
        if words[left].low in _PASSIVE and words[left].tag == "x":
            if act == "claim" and w.tag == "v":
                return claimed_passive(clause, source, k)
            return blamed_passive(clause, source, k, left)
        if words[left].tag == "t" and act == "claim":
            act = "none"
        left -= 1
    if left > 1 and words[left].tag == ")":
        # "the X Movement (XM) said"
        opened = next((j for j in range(left - 1, max(-1, left - 9), -1) if words[j].tag == "("), 0)
        left = opened - 1 if opened else left
    if accuses and left >= 0 and (words[left].tag == "c" or words[left].low in {"who", "which"}):
        return blaming(clause, source, k)  # "denies it and accuses the soldiers"
    speaker, last = find_speaker(clause, k, left)
    if speaker < 0 or is_time(clause, phrases[speaker]):
        return None
    head = words[phrases[speaker].head]
    if head.tag == "r" and head.low not in _SPEAKING:
        return blaming(clause, source, k) if accuses else None
    if {head.low, words[phrases[speaker].first].low} & _NOBODY:
        act = "none"
    blamed = blamed_by(clause, k, last, lex)
    if act in {"say", "claim", "deny"} and blamed < 0:
        last = _when_said(clause, k, last)
    about: frozenset[str] = frozenset()
    if act == "claim":
        about = frozenset(x.low for x in words[k + 1 : k + 12] if x.tag == "n" and len(x.low) > 3)
        if last == k + 1 and last < n and of[last] >= 0 and DEEDS & set(ahead[:6]):
            # "claimed the attack the day after": the day is that of the claim
            last = phrases[of[last]].last
            while last < n and of[last] >= 0 and is_time(clause, phrases[of[last]]):
                last = phrases[of[last]].last
    party = phrase_text(clause, source, phrases[blamed]) if blamed >= 0 else ""
    if w.lemma == "accuse":
        party = party.split(" of ")[0]  # "accused the army of murder": of the deed
    return Statement(
        speaker_name(clause, source, speaker, left),
        act,
        min(phrases[speaker].first, k),
        last,
        blamed,
        party,
        speaker,
        about=about,
        aside=put_in(clause, speaker, left),
    )


_BLAMED_WITH = {"blamed": "for", "accused": "of"}
_EACH = frozenset({"both", "all", "each"})
_PASSIVE = word_set("was were been is are be stand stands stood")
_SPEAKING = frozenset({"he", "she", "they", "it"})
_NOBODY = frozenset({"no", "nobody", "none"})


def _taken(clause: Clause, k: int) -> bool:
    """ "Responsibility taken by X"."""
    behind = clause.lows[max(0, k - 6) : k]
    return clause.words[k].lemma in _ASSUME and ("responsibility" in behind or "credit" in behind)


_ASSUME = word_set("take claim admit accept assume")


def _when_said(clause: Clause, k: int, last: int) -> int:
    """Where the words end that go with the saying at `k`: when, where and how it was said."""
    words, of, phrases = clause.words, clause.phrase_of, clause.phrases
    for step in range(9):
        if last >= len(words) or (words[last].low == "that" and words[last].tag in "sd"):
            return last
        led = of[last + 1] if last + 1 < len(words) else -1
        if of[last] >= 0 and is_time(clause, phrases[of[last]]):
            last = phrases[of[last]].last
        elif words[last].low in _LEADS and led >= 0 and _of_saying(clause, led):
            last = phrases[led].last
        elif words[last].low in _WHEN:
            last += 1
        elif (
            words[last].low == "of" and of[last - 1] >= 0 and led >= 0 and not step and last > k + 1
        ):
            last = phrases[led].last
        else:
            return last
    return last


_LEADS = word_set("on in at late early earlier via to by")
_WHEN = word_set("late early earlier today yesterday tonight also later")


def _of_saying(clause: Clause, index: int) -> bool:
    phrase = clause.phrases[index]
    return is_time(clause, phrase) or clause.lows[phrase.head] in _CHANNELS


_CHANNELS = word_set(
    "statement interview report telegram twitter facebook x conference communique "
    "briefing bulletin reporters post media message video television radio reuters afp "
    "agency post"
)
