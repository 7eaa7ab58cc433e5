"""Who says, claims, blames and denies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.actors.blame import find_blame
from geo.actors.deeds import DEEDS, DEEDS_MANY, own_deed
from geo.actors.wording import phrase_text
from geo.clauses import Clause, Word
from geo.events import find_objects, is_time
from geo.model import Actor
from geo.words import Lexicon, word_set

__all__ = ["ALL", "Statement", "statements"]


@dataclass(slots=True)
class Statement:
    """Somebody says, claims or denies something; `first` to `last` are the words that say so."""

    speaker: str
    act: str
    """say, claim, deny or blame; none where it is said that nobody did."""
    first: int
    last: int
    blamed: int = -1
    """Phrase of the party that is blamed, or -1."""
    party: str = ""
    """The words of that phrase."""
    who: int = -1
    """Phrase of the speaker, or -1."""
    accused: Actor | None = None
    """The party that is blamed, once its phrase is read."""
    claimant: Actor | None = None
    """The party that claims or denies, likewise."""
    spent: bool = False
    """Whether an incident of the same sentence took the blame."""
    about: frozenset[str] = frozenset()
    """Words of what is claimed."""
    back: bool = False
    """Whether it is about what the sentence before told: "Claimed by X, as was the raid on Y"."""
    many: int = 1
    """How many of the deeds told before it is about: 2 for "both raids", `ALL` for "the raids"."""
    aside: range = range(0)
    """Words put in that tell of the speaker: "the army, which shelled X on Monday, said"."""

    def spans(self, k: int) -> bool:
        """Whether a word is one of those that say so."""
        return self.first <= k < self.last and k not in self.aside

    def offsets(self, words: Sequence[Word]) -> list[tuple[int, int]]:
        """Offsets of the stretches that say so, in a sentence of these words."""
        last = min(self.last, len(words))
        cuts = (self.first, self.aside.start, self.aside.stop, last)
        parts = [cuts[:2], cuts[2:]] if self.aside else [(self.first, last)]
        return [(words[a].start, words[b - 1].end) for a, b in parts if a < b]


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


ALL = 99


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


def _in_brief(words: Sequence[Word], k: int, lex: Lexicon) -> bool:
    """In notes: "18 dead, AS claimed." The letters of a group, and nothing said after it."""
    if words[k].low not in {"claimed", "claims"} or k < 2 or words[k - 2].tag not in ",;(|-":
        return False
    named = words[k - 1].text.isupper() or bool(lex.groups.at([words[k - 1].low], 0)[0])
    return named and (k + 1 >= len(words) or words[k + 1].tag in ".;,)")


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
    words, of, phrases = clause.words, clause.phrase_of, clause.phrases
    w = words[k]
    n = len(words)
    act = "say"
    ahead = [x.low for x in words[k + 1 : k + 8]]
    if w.low == "claimed" and ahead[:1] == ["by"]:
        return _claimed_passive(clause, source, k)  # "a blast claimed by X"
    behind = {x.low for x in words[max(0, k - 6) : k]}
    if ahead[:1] == ["by"] and w.lemma in _ASSUME and behind & {"responsibility", "credit"}:
        return _claimed_passive(clause, source, k)  # "responsibility taken by X"
    if w.low == "blamed" and ahead[:1] == ["on"] and k and words[k - 1].tag in ",;(":
        return _blamed_passive(clause, source, k, k)  # "a blast, blamed on X"
    if ahead[:1] == [_BLAMED_WITH.get(w.low)] and k and of[k - 1] >= 0:
        return _blamed_passive(clause, source, k, k - 1)  # in headlines: "X blamed for the raid"
    if (w.lemma == "claim" and "responsibility" in behind and w.tag == "v") or (
        w.lemma in {"claim", "take", "acknowledge", "admit", "accept", "assume"}
        and ({"responsibility", "credit"} & set(ahead[:4]))
    ):
        act = "claim"
    elif w.lemma in {"take", "accept", "assume"}:
        return None
    elif (
        (
            w.lemma == "claim"
            and ahead[:1]
            and ahead[0] in {"the", "this", "an", "a", "both", "all", "two", "three", "that"}
            and DEEDS & set(ahead[:6])
            and not {"was", "were", "had", "has", "killed"} & set(ahead[:5])
        )
        or (
            w.low in {"claimed", "claims"}
            and words[k + 1 : k + 2]
            and words[k + 1].text[:1].isupper()
            and not clause.words[0].text.isupper()
            and (k + 2 >= n or words[k + 2].tag in ".;")  # "X claims Bamba."
        )
        or _in_brief(words, k, lex)
        or (
            w.lemma in {"confirm", "acknowledge", "admit", "announce"}
            and ahead[:1] == ["the"]
            and DEEDS & set(ahead[1:4])
        )
        or (w.lemma in {"say", "announce", "claim"} and own_deed(ahead))
    ):
        act = "claim"
    elif w.lemma in {"deny", "reject"}:
        act = "deny"
    if ahead[:1] == ["to"] and (w.low == "said" or set(ahead[1:2]) & {"be", "have", "belong"}):
        return None  # "a message said to insult", "men believed to be": nobody speaks
    if w.lemma in {"claim"} and act == "say" and "lives" in ahead[:5]:
        return None
    if w.tag == "g" and w.lemma in {"blame", "accuse"}:
        return _blaming(clause, source, k)
    # who: left, past auxiliaries and appositions, or right of an inverted verb
    left = k - 1
    while left >= 0 and (words[left].tag in "xamt" or words[left].low in {"both", "all", "each"}):
        if words[left].low in _PASSIVE and words[left].tag == "x":
            if act == "claim" and w.tag == "v":
                return _claimed_passive(clause, source, k)
            return _blamed_passive(clause, source, k, left)
        if words[left].tag == "t":
            act = "none" if act == "claim" else act
        left -= 1
    if left >= 0 and words[left].tag == "c" and w.lemma in {"blame", "accuse"}:
        return _blaming(clause, source, k)  # "denies it and accuses the soldiers"
    speaker = -1
    last = k + 1
    if left > 1 and words[left].tag == ")":
        # "the X Movement (XM) said"
        opened = next((j for j in range(left - 1, max(-1, left - 9), -1) if words[j].tag == "("), 0)
        left = opened - 1 if opened else left
    if left >= 0 and words[left].tag == "," and left:
        speaker = _before_apposition(clause, left)
        if speaker < 0 and k + 1 < n and of[k + 1] >= 0:
            speaker = of[k + 1]
            last = phrases[speaker].last
    elif left >= 0 and of[left] >= 0:
        speaker = of[left]
        while (
            speaker > 0
            and phrases[speaker].preposition >= 0
            and phrases[speaker - 1].last == phrases[speaker].preposition
        ):
            speaker -= 1  # "the governor of the region said"
        if phrases[speaker].preposition >= 0:
            owner = _before_relative(clause, left)
            speaker = owner if owner >= 0 else speaker
        if (
            phrases[speaker].first == 0
            and speaker + 1 < len(phrases)
            and is_time(clause, phrases[speaker])
        ):
            return None
    elif left >= 0 and words[left].tag == "s" and words[left].low in {"who", "which"}:
        return _blaming(clause, source, k) if w.lemma in {"blame", "accuse"} else None
    elif (
        (left < 0 or words[left].tag in '";.')
        and k + 1 < n
        and of[k + 1] >= 0
        and w.lemma in {"say", "add", "report"}
    ):
        speaker = of[k + 1]
        last = phrases[speaker].last
    if speaker < 0 or is_time(clause, phrases[speaker]):
        return None
    head = words[phrases[speaker].head]
    if head.tag == "r" and head.low not in {"he", "she", "they", "it"}:
        return _blaming(clause, source, k) if w.lemma in {"blame", "accuse"} else None
    name = "" if head.tag == "r" else phrase_text(clause, source, phrases[speaker])
    if (
        name
        and left >= 0
        and words[left].tag == ","
        and of[left - 1] > speaker
        and phrases[of[left - 1]].preposition < 0
    ):
        # "the Pentagon spokesman, John F. Kirby, said": office and name are one speaker
        inner = phrases[of[left - 1]]
        if inner.first == phrases[speaker].last + 1 and words[inner.head].text[:1].isupper():
            begin = source.find(name, words[phrases[speaker].first].start)
            name = " ".join(
                source[
                    begin if begin >= 0 else words[phrases[speaker].first].start : words[
                        inner.last - 1
                    ].end
                ].split()
            )
    if head.low in {"no", "nobody"} or words[phrases[speaker].first].low in {
        "no",
        "nobody",
        "none",
    }:
        act = "none"
    blamed = -1
    if w.lemma in {"blame", "accuse", "charge"} and last < n:
        while last + 1 < n and words[last].tag == '"':
            last += 1  # "blamed 'terrorists'"
        blamed = of[_blamed_on(clause, last, lex) if w.lemma == "blame" else last]
        if (
            w.lemma == "charge"
            or (w.lemma == "accuse" and _of_helping(clause, k))
            or (
                blamed >= 0
                and (
                    words[phrases[blamed].head].tag == "r"
                    or words[phrases[blamed].head].low in {"other", "others"}
                )
            )
        ):
            blamed = -1
    # words that go with the saying: when and how it was said
    steps = 0
    if act in {"say", "claim", "deny"} and blamed < 0:
        while (
            last < n and steps < 9 and not (words[last].low == "that" and words[last].tag in "sd")
        ):
            t = words[last]
            if of[last] >= 0 and is_time(clause, phrases[of[last]]):
                last = phrases[of[last]].last
            elif (
                t.low in {"on", "in", "at", "late", "early", "earlier", "via", "to", "by"}
                and last + 1 < n
                and of[last + 1] >= 0
                and (
                    is_time(clause, phrases[of[last + 1]])
                    or words[phrases[of[last + 1]].head].low in _CHANNELS
                )
            ):
                last = phrases[of[last + 1]].last
            elif t.low in {
                "late",
                "early",
                "earlier",
                "today",
                "yesterday",
                "tonight",
                "also",
                "later",
            }:
                last += 1
            elif (
                t.low == "of"
                and of[last - 1] >= 0
                and last + 1 < n
                and of[last + 1] >= 0
                and steps == 0
                and last > k + 1
            ):
                last = phrases[of[last + 1]].last
            else:
                break
            steps += 1
    about: frozenset[str] = frozenset()
    if act == "claim":
        after = words[k + 1 : k + 12]
        about = frozenset(x.low for x in after if x.tag == "n" and len(x.low) > 3)
        if last == k + 1 and last < n and of[last] >= 0 and DEEDS & set(ahead[:6]):
            # "claimed the attack the day after": the day is that of the claim
            last = phrases[of[last]].last
            while last < n and of[last] >= 0 and is_time(clause, phrases[of[last]]):
                last = phrases[of[last]].last
    party = phrase_text(clause, source, phrases[blamed]) if blamed >= 0 else ""
    if w.lemma == "accuse":
        party = party.split(" of ")[0]  # "accused the army of murder": of the deed
    first = min(phrases[speaker].first, k)
    told = range(phrases[speaker].last, left + 1) if _has_relative(clause, speaker, left) else _NONE
    return Statement(name, act, first, last, blamed, party, speaker, about=about, aside=told)


def _blamed_on(clause: Clause, i: int, lex: Lexicon) -> int:
    """The word where the party begins: "blamed | X", "an attack that they blamed on | X",
    "blamed the shelling of the school on Monday on | X"."""
    words, of = clause.words, clause.phrase_of
    n = len(words)
    if words[i].low == "on" and i + 1 < n:
        return i + 1
    if of[i] < 0 or words[clause.phrases[of[i]].head].low not in lex.trigger_words | DEEDS:
        return i
    found = i
    for k in range(i, min(n - 1, i + 24)):
        if words[k].tag in "sv;":
            break
        if (
            words[k].low == "on"
            and of[k + 1] >= 0
            and not is_time(clause, clause.phrases[of[k + 1]])
        ):
            found = k + 1
    return found


_PASSIVE = word_set("was were been is are be stand stands stood")
_BLAMED_WITH = {"blamed": "for", "accused": "of"}
_ASSUME = word_set("take claim admit accept assume")


_CHANNELS = word_set(
    "statement interview report telegram twitter facebook x conference communique "
    "briefing bulletin reporters post media message video television radio reuters afp "
    "agency post"
)


_HELPING = word_set(
    "backing supporting arming funding financing harbouring harboring training sheltering "
    "involvement interference complicity sponsoring supplying aiding helping meddling hiding"
)


_USED = word_set(
    "shield shields civilians children hospital hospitals school schools territory soil starvation"
)


def _of_helping(clause: Clause, k: int) -> bool:
    """ "accused of backing the rebels", "of using human shields": not of the deed."""
    ahead = set(clause.lows[k + 1 : k + 10])
    shielded = "using" in ahead and not ahead.isdisjoint(_USED)
    return shielded or bool(_HELPING & set(clause.lows[k + 1 : k + 7]))


def _blaming(clause: Clause, source: str, k: int) -> Statement | None:
    """ "the ministry said, blaming X": whoever spoke before."""
    at = k + 1
    if at >= len(clause.words) or clause.phrase_of[at] < 0 or _of_helping(clause, k):
        return None
    index = clause.phrase_of[at]
    phrase = clause.phrases[index]
    if clause.words[phrase.head].low in {"other", "others"} or clause.words[phrase.head].tag == "r":
        return None
    party = phrase_text(clause, source, phrase).split(" of ")[0]
    return Statement("", "blame", k, phrase.last, index, party)


def _blamed_passive(clause: Clause, source: str, k: int, left: int) -> Statement | None:
    """ "was blamed on X", "X was accused of it": nobody is named who says so."""
    words, of, phrases = clause.words, clause.phrase_of, clause.phrases
    if words[k].lemma not in {"blame", "accuse"}:
        return None
    if k + 2 < len(words) and words[k + 1].low == "on" and of[k + 2] >= 0:
        blamed = of[k + 2]
    else:
        while left >= 0 and words[left].tag in "xat":
            left -= 1
        blamed = of[left] if left >= 0 else -1
    if blamed < 0 or words[phrases[blamed].head].tag == "r" or _of_helping(clause, k):
        return None
    if words[phrases[blamed].head].low in {"other", "others", "both"}:
        return None
    party = phrase_text(clause, source, phrases[blamed])
    return Statement("", "say", k, k + 1, blamed, party)


def _claimed_passive(clause: Clause, source: str, k: int) -> Statement | None:
    words, of = clause.words, clause.phrase_of
    for j in range(k + 1, min(len(words) - 1, k + 8)):
        if words[j].low == "by" and of[j + 1] >= 0:
            phrase = clause.phrases[of[j + 1]]
            name = phrase_text(clause, source, phrase)
            return Statement(name, "claim", k, phrase.last, who=of[j + 1], back=k == 0)
    return None


_NONE = range(0)


def _has_relative(clause: Clause, speaker: int, left: int) -> bool:
    """ "the group, which is based in X, said": whether words put in speak of the speaker."""
    words, opens = clause.words, clause.phrases[speaker].last
    opens += opens < left and words[opens].tag == "," == words[left].tag
    return opens < left and words[opens].low in _RELATIVES


_RELATIVES = frozenset({"which", "who", "whose", "where"})


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
    inner = of[k]
    while (
        inner > 0
        and phrases[inner].preposition >= 0
        and phrases[inner - 1].last == phrases[inner].preposition
    ):
        inner -= 1
    before = phrases[inner].first - 1
    if before > 0 and words[before].tag == "," and of[before - 1] >= 0:
        outer = of[before - 1]
        while (
            outer > 0
            and phrases[outer].preposition >= 0
            and phrases[outer - 1].last == phrases[outer].preposition
        ):
            outer -= 1
        return outer
    return -1
