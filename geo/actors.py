"""Who did it, to whom, with what, how many fell, and who says so.

Works on a clause that is already cut (`geo.clauses`); everything comes back as the
words of the report, without articles and numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from geo.clauses import Clause, Phrase
from geo.events import Frame, Number, find_objects, is_time, read_number
from geo.lexicon.weapons_en import Weapon
from geo.words import Lexicon, word_set

__all__ = [
    "Casualties",
    "Statement",
    "actor_kind",
    "casualties",
    "is_actor",
    "phrase_text",
    "statements",
    "target_kind",
    "weapons_in",
]


@dataclass(slots=True)
class Casualties:
    """Dead and hurt that a clause states; None where it states nothing."""

    dead: Number | None = None
    hurt: Number | None = None
    civilians_dead: Number | None = None
    victims: list[int] = field(default_factory=list)
    """Phrases that name the victims."""


@dataclass(slots=True)
class Statement:
    """Somebody says, claims or denies something; `first` to `last` are the words that say so."""

    speaker: str
    act: str
    """say, claim or deny."""
    first: int
    last: int
    blamed: int = -1
    """Phrase of the party that is blamed, or -1."""
    party: str = ""
    """The words of that phrase."""


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
        if (
            (
                words[first].low in {"two", "three", "four", "five", "one"}
                or words[first].low[:1].isdigit()
            )
            and first + 1 < last
            and words[first + 1].tag == "-"
        ):
            break
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
        last = _owner_end(clause, last)
    return " ".join(source[words[first].start : words[last - 1].end].split())


_OWNED = frozenset(
    {"used", "belonging", "owned", "operated", "held", "controlled", "run", "linked", "affiliated"}
)


def _owner_end(clause: Clause, last: int) -> int:
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


def actor_kind(clause: Clause, phrase: Phrase, lex: Lexicon, states: Sequence[int] = ()) -> str:
    """state, group, force, person or unknown."""
    words = clause.words
    lows = clause.lows[phrase.first : phrase.last]
    for i in range(len(lows)):
        if lex.groups.at(lows, i)[0]:
            return "group"
    head = words[phrase.head].low
    kind = lex.actors.get(head)
    if kind == "force" and any(
        lex.actors.get(low) == "group" or low in {"militia", "rebel"} for low in lows
    ):
        return "group"
    if kind == "person" and {"armed", "masked", "hooded"} & set(lows):
        return "group"
    if kind is None and len(lows) > 1:
        for low in reversed(lows):
            if low in lex.actors:
                kind = lex.actors[low]
                break
    if kind:
        return kind
    if any(phrase.first <= k < phrase.last for k in states):
        return "state"
    for i in range(len(lows)):
        if lex.institutions.at(lows, i)[0]:
            return "state"
    return "unknown"


def is_actor(clause: Clause, phrase: Phrase, lex: Lexicon, states: Sequence[int] = ()) -> bool:
    """Whether a subject can be a party: not a weapon, a time, an event or a pronoun."""
    words = clause.words
    head = words[phrase.head]
    if head.low in {"other", "another", "both", "others"}:
        return False
    if (
        head.tag == "r"
        or is_time(clause, phrase)
        or (head.tag in "qd" and head.low not in lex.actors)
    ):
        return False
    if weapon_at(clause, phrase, lex) is not None:
        return actor_kind(clause, phrase, lex, states) in {"group", "person"} or head.low in {
            "bomber",
            "jets",
            "warplanes",
            "helicopters",
            "aircraft",
            "attacker",
        }
    if head.low in lex.anaphors or (head.low in lex.trigger_words and head.low not in lex.actors):
        return False
    if actor_kind(clause, phrase, lex, states) != "unknown":
        return True
    return head.tag == "n" and head.text[:1].isupper() and head.low not in _NOT_ACTORS


_NOT_ACTORS = word_set(
    "people person children civilians building house car bus vehicle vehicles fire toll "
    "number operation statement report reports incident damage toll responsibility "
    "district province city town village area capital hospital"
)


def weapon_at(clause: Clause, phrase: Phrase, lex: Lexicon) -> Weapon | None:
    """The weapon that a phrase's head names, if it names one."""
    lows = clause.lows
    head = phrase.head
    for first in range(max(phrase.first, head - 3), head + 1):
        window = [lows[k] for k in range(first, head + 1) if clause.words[k].tag != "-"]
        length, values = lex.weapons.at(window, 0)
        if length == len(window) and values and isinstance(values[0], Weapon):
            return values[0]
    return None


def weapons_in(
    clause: Clause, first: int, last: int, lex: Lexicon
) -> list[tuple[int, int, Weapon]]:
    """Weapons named in a stretch of words: first, last, row."""
    words = clause.words
    keep = [k for k in range(first, last) if words[k].tag != "-"]
    lows = [words[k].low for k in keep]
    out: list[tuple[int, int, Weapon]] = []
    i = 0
    while i < len(lows):
        if i and lows[i - 1] == "dive":
            i += 1
            continue  # "drones that dive bomb"
        if (
            lows[i] in {"tank", "tanks"}
            and i
            and lows[i - 1] in {"oil", "fuel", "water", "gas", "storage"}
        ):
            i += 1
            continue
        if lows[i] in lex.weapons and words[keep[i]].tag not in "vb":
            length, values = lex.weapons.at(lows, i)
            if length and isinstance(values[0], Weapon):
                out.append((keep[i], keep[i + length - 1] + 1, values[0]))
                i += length
                continue
        i += 1
    return out


def target_kind(clause: Clause, phrase: Phrase, lex: Lexicon) -> str:
    """military, government, infrastructure, civilian, shipping or unknown."""
    keep = [k for k in range(phrase.first, phrase.last) if clause.words[k].tag != "-"]
    lows = [clause.words[k].low for k in keep]
    best = "unknown"
    shipping = False
    for i in range(len(lows)):
        if lows[i] in lex.targets:
            length, values = lex.targets.at(lows, i)
            if length:
                kinds = [str(v) for v in values]
                shipping = shipping or "shipping" in kinds
                # a word of two kinds ("leader") is not decisive; the last word is the head
                best = kinds[0]
                if "civilian" in kinds and "military" not in kinds:
                    best = "civilian"
        if (
            lows[i]
            in {
                "army",
                "military",
                "soldiers",
                "troops",
                "rebel",
                "militia",
                "militant",
                "guerrilla",
            }
            and best == "civilian"
        ):
            best = "military"
    if any(low in {"displacement", "refugee", "displaced", "idp"} for low in lows) and any(
        low in {"camp", "camps"} for low in lows
    ):
        return "civilian"
    last = phrase.last
    if best in {"civilian", "unknown"} and any(
        low in lex.armed for low in clause.lows[last : _owner_end(clause, last)]
    ):
        return "military"  # whose it is decides over what it is
    if any(
        low in {"military", "army", "weapons", "navy", "naval", "militia"} for low in lows
    ) and best in {"civilian", "unknown", "infrastructure"}:
        return "military"
    if any(
        low in {"police", "government", "presidential", "gendarmerie", "election", "embassy"}
        for low in lows
    ) and best in {"civilian", "unknown"}:
        return "government"
    return "shipping" if shipping and best != "military" else best


# --- Casualties -----------------------------------------------------------------------

_KILL = frozenset(
    {
        "kill",
        "murder",
        "assassinate",
        "massacre",
        "execute",
        "behead",
        "slay",
        "gun down",
        "shoot dead",
        "slaughter",
        "shoot to death",
        "lose their lives",
        "lose his life",
        "lose her life",
        "stab to death",
        "beat to death",
        "lynch",
        "hack to death",
        "die",
        "perish",
        "burn alive",
        "martyr",
        "stone to death",
        "club to death",
    }
)
_HURT = frozenset({"wound", "injure", "hurt", "maim"})
_DEAD_NOUNS = frozenset(
    {"dead", "deaths", "death", "fatalities", "killed", "bodies", "corpses", "martyrs", "kia"}
)
_HURT_NOUNS = frozenset({"wounded", "injured", "injuries", "hurt", "wia"})


def casualties(clause: Clause, frames: Sequence[Frame], lex: Lexicon) -> Casualties:
    """Dead and hurt that the clause states, from its frames and from bare counts."""
    out = Casualties()
    words = clause.words
    for frame in frames:
        if frame.negated or (frame.generic and frame.entry.pos == "v"):
            continue
        lemma = frame.entry.lemma
        dead, hurt = lemma in _KILL, lemma in _HURT
        if not (dead or hurt) or frame.entry.pos != "v":
            continue
        if frame.stage not in {"occurred", "intercepted"}:
            continue
        victims = frame.objects if frame.voice in {"active", "passive"} else frame.subjects
        if frame.voice == "passive" and not victims:
            victims = []
        if frame.voice == "active" and not victims and frame.first + 1 < len(words):
            following = clause.phrase_of[frame.last] if frame.last < len(words) else -1
            victims = (
                [following]
                if following >= 0 and not is_time(clause, clause.phrases[following])
                else []
            )
        total = _total(clause, victims, lex)
        if (
            total is None
            and frame.voice == "passive"
            and frame.first
            and words[frame.first - 1].tag == "q"
        ):
            total = read_number(clause, max(0, frame.first - 4), frame.first, lex)
        if dead:
            out.dead = out.dead or total
            out.victims += [v for v in victims if v >= 0]
            if out.civilians_dead is None:
                civil = [
                    v
                    for v in victims
                    if v >= 0 and words[clause.phrases[v].head].low in lex.civilians
                ]
                out.civilians_dead = _total(clause, civil, lex) if civil else None
        else:
            out.hurt = out.hurt or total
            out.victims += [v for v in victims if v >= 0]
    _bare(clause, out, lex)
    return out


def _total(clause: Clause, victims: Sequence[int], lex: Lexicon) -> Number | None:
    low, high, known = 0, 0, False
    for v in victims:
        if v < 0:
            continue
        phrase = clause.phrases[v]
        head = clause.words[phrase.head]
        if is_time(clause, phrase) or (
            head.low not in lex.people
            and clause.words[phrase.first].tag != "q"
            and len(victims) > 1
        ):
            continue
        number = read_number(clause, phrase.first, phrase.last, lex)
        if (
            number is None
            and phrase.preposition >= 0
            and clause.words[phrase.preposition].low in {"least", "to", "than", "about"}
        ):
            number = read_number(clause, phrase.preposition, phrase.last, lex)
        if head.low in {"nobody", "none", "no-one"}:
            return Number(0, 0)
        if head.tag == "r":
            continue
        if number is None:
            opening = clause.words[phrase.first].low
            single = (
                opening in {"a", "an"}
                or (
                    head.text[:1].isupper()
                    and not head.low.endswith("s")
                    and not clause.words[phrase.first].text.isupper()
                )
                or (
                    head.low in lex.people
                    and not head.low.endswith(
                        (
                            "s",
                            "men",
                            "people",
                            "children",
                            "police",
                            "women",
                            "personnel",
                            "troops",
                            "crew",
                        )
                    )
                    and opening in {"the", "his", "her"}
                )
            )
            if not single:
                continue
            number = Number(1, 1)
        known = True
        low += number.low
        if number.high is None or high < 0:
            high = -1
        else:
            high += number.high
    return Number(low, None if high < 0 else high) if known else None


def _bare(clause: Clause, out: Casualties, lex: Lexicon) -> None:
    """Counts without a verb of killing: "12 dead", "left five wounded", "a toll of nine"."""
    words = clause.words
    for k, w in enumerate(words):
        if w.low in _DEAD_NOUNS and (out.dead is None):
            number = (
                read_number(clause, max(0, k - 4), k, lex)
                if k and words[k - 1].tag in "qnj"
                else None
            )
            if number and _counts_people(clause, k, lex):
                out.dead = number
            elif w.low in {"bodies", "corpses"} and k + 2 < len(words) and words[k + 1].low == "of":
                out.dead = read_number(clause, k + 2, min(len(words), k + 6), lex)
        elif w.low in _HURT_NOUNS and out.hurt is None and k and words[k - 1].tag in "qnj":
            number = read_number(clause, max(0, k - 4), k, lex)
            if number and _counts_people(clause, k, lex):
                out.hurt = number
        elif (
            w.low == "lives"
            and k >= 2
            and out.dead is None
            and any(
                words[j].low in {"claimed", "cost", "lost", "took", "claiming", "costing"}
                for j in range(max(0, k - 6), k)
            )
        ):
            out.dead = read_number(clause, max(0, k - 4), min(len(words), k + 4), lex)
        elif w.low == "toll" and out.dead is None:
            nxt = [j for j in range(k, min(len(words), k + 9)) if words[j].tag == "q"]
            if nxt:
                out.dead = read_number(clause, nxt[0] - 1, min(len(words), nxt[-1] + 1), lex)
        elif (
            w.low in {"casualties", "deaths", "injuries", "victims"}
            and k
            and words[k - 1].low in {"no", "without", "any"}
        ):
            if w.low in {"casualties", "deaths"}:
                out.dead = out.dead or Number(0, 0)
            if w.low in {"casualties", "injuries"}:
                out.hurt = out.hurt or Number(0, 0)
        elif w.low in {"nobody", "no-one"} or (w.low == "one" and k and words[k - 1].low == "no"):
            for j in range(k, min(len(words), k + 5)):
                if words[j].low in {"killed"}:
                    out.dead = out.dead or Number(0, 0)
                elif words[j].low in {"hurt", "injured", "wounded"}:
                    out.hurt = out.hurt or Number(0, 0)


def _counts_people(clause: Clause, k: int, lex: Lexicon) -> bool:
    """The words before "dead" hold a number that is no year, date, or age."""
    words = clause.words
    for j in range(max(0, k - 4), k):
        w = words[j]
        if w.tag in ",;.()":
            continue
        if w.tag == "q" or w.low in lex.numbers:
            between = words[j + 1 : k]
            return all(b.tag in "qnjsa-" or b.low in {"of", "than", "people"} for b in between)
    return False


# --- Who says so ----------------------------------------------------------------------


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
            out.append(Statement(text, "say", k, last))
        elif w.tag in "vg" and w.lemma in _SAY:
            statement = _saying(clause, source, k, lex)
            if statement is not None:
                out.append(statement)
    return out


_SAY = word_set(
    "say tell report announce state confirm claim add note declare indicate reveal "
    "disclose allege assert acknowledge admit write insist maintain affirm deny reject "
    "blame accuse charge post tweet estimate believe explain learn verify document "
    "specify cite quote warn suggest comment inform take"
)


def _saying(clause: Clause, source: str, k: int, lex: Lexicon) -> Statement | None:
    words, of, phrases = clause.words, clause.phrase_of, clause.phrases
    w = words[k]
    n = len(words)
    act = "say"
    ahead = [x.low for x in words[k + 1 : k + 8]]
    behind = {x.low for x in words[max(0, k - 6) : k]}
    if (w.lemma == "claim" and "responsibility" in behind and w.tag == "v") or (
        w.lemma in {"claim", "take", "acknowledge", "admit"}
        and ({"responsibility", "credit"} & set(ahead[:4]))
    ):
        act = "claim"
    elif w.lemma == "take":
        return None
    elif (
        (
            w.lemma == "claim"
            and ahead[:1]
            and ahead[0] in {"the", "this", "an"}
            and _DEEDS & set(ahead[:4])
        )
        or (
            w.lemma in {"confirm", "acknowledge", "admit", "announce"}
            and ahead[:1] == ["the"]
            and _DEEDS & set(ahead[1:4])
        )
        or (w.lemma in {"say", "announce", "claim"} and _own_deed(ahead))
    ):
        act = "claim"
    elif w.lemma in {"deny", "reject"}:
        act = "deny"
    if w.low == "said" and ahead[:1] == ["to"]:
        return None  # "a message said to insult": hearsay, nobody speaks
    if w.lemma in {"claim"} and act == "say" and "lives" in ahead[:5]:
        return None
    # who: left, past auxiliaries and appositions, or right of an inverted verb
    left = k - 1
    while left >= 0 and (words[left].tag in "xamt" or words[left].low in {"both", "all", "each"}):
        if words[left].low in {"was", "were", "been", "is", "are", "be"} and words[left].tag == "x":
            if act == "claim" and w.tag == "v":
                return _claimed_passive(clause, source, k, lex)
            return _blamed_passive(clause, source, k, left)
        if words[left].tag == "t":
            act = "none" if act == "claim" else act
        left -= 1
    speaker = -1
    last = k + 1
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
        if (
            phrases[speaker].first == 0
            and speaker + 1 < len(phrases)
            and is_time(clause, phrases[speaker])
        ):
            return None
    elif left >= 0 and words[left].tag == "s" and words[left].low in {"who", "which"}:
        return None
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
        return None
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
        blamed = of[last] if of[last] >= 0 else -1
        if w.lemma == "charge" or (
            blamed >= 0
            and (
                words[phrases[blamed].head].tag == "r"
                or words[phrases[blamed].head].low in {"other", "others"}
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
    party = phrase_text(clause, source, phrases[blamed]) if blamed >= 0 else ""
    if w.lemma == "accuse":
        party = party.split(" of ")[0]  # "accused the army of murder": of the deed
    return Statement(name, act, min(phrases[speaker].first, k), last, blamed, party)


_CHANNELS = word_set(
    "statement interview report telegram twitter facebook x conference communique "
    "briefing bulletin reporters post media message video television radio reuters afp "
    "agency post"
)


_DEEDS = word_set(
    "kidnapping abduction killings massacre attack attacks blast bombing strike strikes "
    "killing bomb explosion ambush raid assassination shooting bombings"
)


_OWN_DEEDS = word_set(
    "wore worn blew blown detonated carried set attacked drove driven rammed stormed shot fired"
)


def _own_deed(ahead: list[str]) -> bool:
    """ "said (that) it had carried out": the speaker did it."""
    rest = ahead[1:] if ahead[:1] == ["that"] else ahead
    if rest[1:3] in (["of", "its"], ["of", "their"], ["of", "our"]):
        # "said one of its fighters had worn a vest"
        return bool(_OWN_DEEDS & set(rest[3:8])) and not {"was", "were", "been"} & set(rest[3:8])
    if not rest or rest[0] not in {"it", "they", "we", "its", "their", "our"}:
        return False
    return bool(
        {
            "carried",
            "conducted",
            "launched",
            "struck",
            "attacked",
            "targeted",
            "shelled",
            "killed",
            "bombed",
            "ambushed",
            "executed",
            "hit",
            "fired",
            "captured",
            "seized",
            "taken",
        }
        & set(rest[1:5])
    ) and not {"was", "were", "been", "not"} & set(rest[1:4])


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
    if blamed < 0 or words[phrases[blamed].head].tag == "r":
        return None
    if words[phrases[blamed].head].low in {"other", "others", "both"}:
        return None
    party = phrase_text(clause, source, phrases[blamed])
    return Statement("", "say", k, k + 1, blamed, party)


def _claimed_passive(clause: Clause, source: str, k: int, lex: Lexicon) -> Statement | None:
    words, of = clause.words, clause.phrase_of
    for j in range(k + 1, min(len(words) - 1, k + 8)):
        if words[j].low == "by" and of[j + 1] >= 0:
            phrase = clause.phrases[of[j + 1]]
            return Statement(phrase_text(clause, source, phrase), "claim", k, phrase.last)
    return None


def _before_apposition(clause: Clause, comma: int) -> int:
    """ "the spokesman, John Smith, said": the phrase before the inserted one."""
    words, of, phrases = clause.words, clause.phrase_of, clause.phrases
    k = comma - 1
    for j in range(k, max(0, k - 14), -1):
        if (
            words[j].tag == "s"
            and words[j].low in {"which", "who", "whose"}
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
