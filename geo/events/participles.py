"""Participles with no helper of their own: "killed in", "a bomb planted", "found and disarmed"."""

from __future__ import annotations

from geo.clauses import Clause
from geo.events.around import TIME, by_agents, helpers, right_objects
from geo.events.meanings import AIRCRAFT, SENT, is_armed
from geo.events.model import Frame
from geo.lexicon import weapons_en
from geo.words import Lexicon, split_words, word_set

__all__ = ["past_apposition", "reduced_passive", "shared_objects", "shared_passive"]


def past_apposition(clause: Clause, i: int) -> list[int]:
    """ "M/T X, 2 million barrels of crude, seized by": what the commas add is not what was."""
    words, of = clause.words, clause.phrase_of
    if i < 3 or words[i - 1].tag != "," or of[i - 2] < 0:
        return []
    k = clause.phrases[of[i - 2]].first - 1
    while k > 0 and words[k].tag in "pq":
        k = clause.phrases[of[k - 1]].first - 1 if of[k - 1] >= 0 else k - 1
    return [of[k - 1]] if k > 0 and words[k].tag == "," and of[k - 1] >= 0 else []


def shared_objects(clause: Clause, frame: Frame) -> list[int]:
    """The objects of a second verb that the first has too: "shot and killed a judge"."""
    words, k = clause.words, frame.last
    if k + 1 >= len(words) or words[k].low != "and" or words[k + 1].tag != "v":
        return []
    if frame.entry.lemma not in _DONE_TO:
        return []  # "opened fire and looted medicines"
    return right_objects(clause, k + 2)


def reduced_passive(clause: Clause, i: int, frame: Frame, lex: Lexicon) -> bool:
    """Whether a bare participle is passive: "killed in", "facilities struck were"."""
    words, of = clause.words, clause.phrase_of
    n = len(words)
    k = frame.last
    nxt = words[k] if k < n else None
    if nxt is not None and nxt.low == "by":
        return True
    if frame.entry.form == "participle" and lex.verbs.get(words[i].low, ("", ""))[1] != "past":
        return True  # "a grenade thrown", "two students taken"
    if i == 0 or shared_objects(clause, frame):
        return False
    before = of[i - 1]
    sends = nxt is not None and nxt.tag in "qdnj" and nxt.low not in TIME  # "a jet dropped bombs"
    sent = frame.entry.lemma in SENT or frame.entry.kind == "weapons_use_disrupted"
    weapon = before >= 0 and sent and _names_weapon(clause, before, lex)
    if weapon and not sends:
        return True  # "a bomb planted under the bus"
    afar = not _MILES.isdisjoint(clause.lows[k : k + 4])  # "boarded 210 nm off X by pirates"
    near = nxt is None or nxt.tag in "pa,.;" or afar
    if near and is_armed(clause, by_agents(clause, k), lex):
        return True  # "boarded from a helicopter by commandos"
    if before < 0 and words[i - 1].text == ":" and frame.entry.lemma in _DONE_TO:
        return nxt is None or nxt.tag in "qp,.;" or nxt.low in TIME  # "GORI: bombed 9 Aug"
    if before < 0:
        return (
            words[i - 1].tag in ",("
            and nxt is not None
            and nxt.low in {"in", "on", "near", "during", "when"}
            and frame.entry.lemma in {"kill", "wound", "injure", "kidnap", "abduct", "murder"}
        )
    if nxt is not None and nxt.tag in "xm":
        return True
    opened = clause.phrases[before].first
    led = clause.lows[opened - 1] if opened else ""
    if led in {"whom", "which"} or (led == "that" and opened > 1 and of[opened - 2] >= 0):
        return False  # "the priest, whom the rebels shot in"
    head = words[clause.phrases[before].head].low
    whole = _what_of(clause, before)
    if (
        nxt is not None and nxt.low == "at" and nxt.tag == "q"
    ) or frame.entry.lemma not in _DONE_TO:
        return False
    if (
        nxt is None
        or nxt.tag in ".,;)"
        or nxt.low
        in {
            "in",
            "from",
            "with",
            "when",
            "during",
            "after",
            "near",
            "on",
            "at",
            "and",
            "since",
            "last",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "yesterday",
            "today",
            "tonight",
            "overnight",
            "again",
        }
    ):
        if (
            frame.entry.lemma
            in {"fire", "launch", "send", "attack", "land in", "fall on", "strike", "hit"}
            and nxt is not None
            and nxt.low in {"on", "at"}
            and not (whole in _AIRCRAFT and frame.entry.lemma in {"hit", "strike"})
        ):
            return False  # "rebels fired on", not "An-26 hit on Monday"
        named = nxt is not None and nxt.low == "again" and _names_place(clause, before, lex)
        return (
            named
            or head in lex.people
            or words[clause.phrases[before].first].tag == "q"
            or head in {"dead", "more"}
            or head in _BUILDINGS
            or whole in _BUILDINGS
            or whole in _AIRCRAFT
        )
    return False


def _names_place(clause: Clause, index: int, lex: Lexicon) -> bool:
    """ "Ogossagou struck again": a name of one thing, and of no armed party."""
    head = clause.words[clause.phrases[index].head]
    name = head.text[:1].isupper() and not head.text.isupper() and not head.low.endswith("s")
    return name and not is_armed(clause, [index], lex) and head.low not in lex.actors


_MILES = word_set("nm km miles nautical metres meters kilometres kilometers")


def _what_of(clause: Clause, index: int) -> str:
    """What the phrase hangs on: "village" in "the village of Kobo raided"."""
    phrase = clause.phrases[index]
    k = phrase.preposition
    if k < 1 or clause.lows[k] != "of" or clause.phrase_of[k - 1] < 0:
        return ""
    return clause.words[clause.phrases[clause.phrase_of[k - 1]].head].low


def shared_passive(clause: Clause, i: int, frame: Frame) -> int:
    """The auxiliary of the passive that a participle after "and" shares, or -1.

    "Was found and disarmed", "were seized, beaten and shot"; not "was hit and fired back".
    """
    words = clause.words
    k = i - 1
    while k > 0 and words[k].tag == "a":
        k -= 1
    if k < 1 or words[k].tag not in "c,":
        return -1
    nxt = words[frame.last] if frame.last < len(words) else None
    if nxt is not None and nxt.tag in "ndqrj" and nxt.low not in TIME:
        return -1
    for j in range(k - 1, max(-1, k - 20), -1):
        if words[j].tag in ";s":
            return -1
        if words[j].tag == "v":
            helper, _, _, _, be = helpers(clause, j)
            return helper if be else -1
    return -1


def _names_weapon(clause: Clause, index: int, lex: Lexicon) -> bool:
    phrase = clause.phrases[index]
    lows = clause.lows[phrase.first : phrase.last]
    if clause.words[phrase.head].low in AIRCRAFT:
        return False
    return lex.weapons.begins_within(lows)


# Verbs whose bare participle after a noun is passive: "two people shot in".
_DONE_TO = word_set(
    "kill wound injure kidnap abduct murder shoot hit strike attack target behead "
    "execute assassinate massacre burn destroy damage torch bomb shell ambush stab lynch "
    "slaughter hurt seize capture hijack loot raid storm torture rape abduct bombard "
    "level blow hole raze occupy take storm repel repulse"
) | {
    "gun down",
    "shoot dead",
    "blow up",
    "take hostage",
    "carry off",
    "take away",
    "drag away",
    "lead away",
    "shoot down",
    "set on fire",
    "set ablaze",
    "burn down",
    "bring down",
}


_AIRCRAFT = frozenset(split_words(weapons_en.AIRCRAFT))


_BUILDINGS = word_set(
    "hospital clinic school market village camp church mosque house houses home homes base "
    "airport checkpoint station convoy bus ship tanker tankers vessel embassy building depot "
    "port square bridge town city centre center post tower warehouse plant refinery offices "
    "office headquarters barracks compound facility helicopter aircraft plane airliner jet"
)
