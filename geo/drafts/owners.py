"""Whose a weapon, a strike or a platform is: "Israeli jets", "a mine laid by Maoists"."""

from __future__ import annotations

from geo.actors import Sight, can_act, country_of, name_party, party_at, weapon_at
from geo.actors.kinds import SITES
from geo.events import Frame
from geo.model import Actor
from geo.words import Lexicon, word_set

__all__ = ["handling_party", "modifying_party", "owning_party"]

_DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday week month year "
    "night morning evening"
)
_OF_A_PLACE = word_set(
    "massacre killing killings murder murders assassination kidnapping kidnappings abduction "
    "blast explosion violence fighting war conflict clash clashes battle unrest "
    "riot riots shooting bomb mine ied suicide"
)
"""Deeds before which a country tells where, not who: "the Syrian massacre"."""
_USED = word_set(
    "fired launched planted laid placed dropped thrown hurled carried operated flown detonated "
    "manned used sent set piloted driven claimed buried hidden left lobbed attributed owned"
)


def owning_party(sight: Sight, index: int, frame: Frame) -> Actor | None:
    """The party behind a thing that did the harm, from the words in and after its phrase."""
    clause = sight.clause
    words, of = clause.words, clause.phrase_of
    found = modifying_party(sight, index, frame)
    if found is not None:
        return None if _is_site(sight, index) and not frame.objects else found
    k = clause.phrases[index].last
    for _ in range(3):
        if k + 1 >= len(words):
            return None
        w = words[k]
        if w.low in {"of", "from", "belonging"} and of[k + 1] >= 0:
            return _party(sight, of[k + 1]) if _does_harm(sight, index) else None
        if w.low in _USED:
            return _handler(sight, k, frame)
        if w.tag not in ",aq" and w.low not in {"that", "which", "was", "were", "had", "been"}:
            return None
        k += 1
    return None


def handling_party(sight: Sight, low: int, high: int, frame: Frame) -> Actor | None:
    """Who used a weapon that the words `low` to `high` name: "stepped on a mine laid by the X"."""
    clause = sight.clause
    for k in range(max(low, 1), min(high, len(clause.words) - 1)):
        if clause.lows[k] not in _USED and clause.lows[k] not in {"which", "that"}:
            continue
        if not _harm_before(sight, k):
            continue
        if clause.lows[k] in _USED:
            found = _handler(sight, k, frame)
        elif clause.lows[k] in {"which", "that"}:
            found = _user(sight, k + 1)
        else:
            continue
        if found is not None:
            return found
    return None


def _harm_before(sight: Sight, k: int) -> bool:
    """Whether word `k` follows a weapon or a deed: "the shelling of houses, | fired from"."""
    clause = sight.clause
    at = k - 2 if clause.words[k - 1].tag == "," and k > 1 else k - 1
    index = clause.phrase_of[at]
    while index > 0 and not _does_harm(sight, index):
        phrase = clause.phrases[index]
        if phrase.preposition < 0 or phrase.preposition != clause.phrases[index - 1].last:
            return False
        index -= 1
    return index >= 0 and _does_harm(sight, index)


def _user(sight: Sight, k: int) -> Actor | None:
    """ "Explosives which | the rebels had buried", "the fighting that | the army began"."""
    clause = sight.clause
    index = clause.phrase_of[k] if k < len(clause.words) else -1
    if index < 0 or not can_act(sight, index):
        return None
    at = clause.phrases[index].last
    while (
        at + 1 < len(clause.phrase_of) and clause.lows[at] == "of" and clause.phrase_of[at + 1] >= 0
    ):
        at = clause.phrases[clause.phrase_of[at + 1]].last
    while at < len(clause.words) and clause.words[at].tag in "ax":
        at += 1
    used = at < len(clause.words) and (clause.lows[at] in _USED or clause.lows[at] in _BEGUN)
    return _party(sight, index) if used else None


_BEGUN = word_set(
    "began started opened staged mounted unleashed provoked committed perpetrated led"
)


def _handler(sight: Sight, used: int, frame: Frame) -> Actor | None:
    """ "Planted | overnight by the rebels", "fired | from army positions"."""
    clause = sight.clause
    lows, of = clause.lows, clause.phrase_of
    for k in range(used + 1, min(len(lows) - 1, used + 9)):
        if lows[k] == "by":
            return _party(sight, of[k + 1]) if of[k + 1] >= 0 else None
        if lows[k] == "from" and of[k + 1] >= 0:
            return _party_there(sight, of[k + 1], frame)
    return None


def _party_there(sight: Sight, index: int, frame: Frame) -> Actor | None:
    """Who is where a thing came from: "army positions", "a rebel-held hill"; no mere country."""
    clause, lex = sight.clause, sight.lex
    phrase = clause.phrases[index]
    for k in range(phrase.first, phrase.last - 2):
        if clause.lows[k + 2] in _HOLDING and clause.words[k + 1].tag == "-":
            kind = "group" if lex.groups.at(clause.lows, k)[0] else lex.actors.get(clause.lows[k])
            if kind is not None:
                return party_at(sight, k, k + 1, kind, named=kind == "group")
    if clause.lows[phrase.head] in _SIDES:
        found = modifying_party(sight, index, frame)
        return found if found is not None and found.kind != "state" else None
    found = _party(sight, index) if can_act(sight, index) else None
    return found if found is not None and found.identified and found.kind in _ARMED else None


_ARMED = frozenset({"group", "force"})
_SIDES = word_set("side sides lines territory areas area trenches direction") | SITES


_HOLDING = word_set("held controlled run ruled occupied")


def _is_site(sight: Sight, index: int) -> bool:
    """ "Army post attacked": in notes the thing that was hit stands before the verb."""
    clause, lex = sight.clause, sight.lex
    head = clause.words[clause.phrases[index].head].low
    return (head in lex.targets or head in SITES) and not _does_harm(sight, index)


def _does_harm(sight: Sight, index: int) -> bool:
    """ "a drone of the army", "the fire of snipers": a weapon or a deed has an owner."""
    clause, lex = sight.clause, sight.lex
    head = clause.words[clause.phrases[index].head].low
    weapon = weapon_at(clause, clause.phrases[index], lex) is not None
    known = head in lex.trigger_words or head in lex.armed or head in lex.anaphors
    return weapon or known or head in _CRAFT


_CRAFT = word_set(
    "boat boats speedboat speedboats skiff skiffs ship ships vessel vessels vehicle vehicles car "
    "cars truck trucks pickup pickups craft submarine submarines warship warships"
)
"""What carries those who do it: "boats of the Houthis"."""


def _party(sight: Sight, index: int) -> Actor | None:
    found = name_party(sight, index)
    if found is None or (found.kind == "unknown" and not found.identified):
        return None
    return found


def modifying_party(sight: Sight, index: int, frame: Frame) -> Actor | None:
    """The party in front of the trigger: "Israeli air strikes", "a Houthi attack"."""
    clause, lex = sight.clause, sight.lex
    words = clause.words
    phrase = clause.phrases[index]
    inside = phrase.first <= frame.first < phrase.last
    last = min(frame.first, phrase.last) if inside else phrase.head
    for org in sight.organisations:
        if phrase.first <= org.first and org.last <= last and not _joined(sight, org.last):
            return party_at(sight, org.first, org.last, "group")
    harm = inside or _does_harm(sight, index)
    of_place = frame.entry.lemma in _OF_A_PLACE or (
        sight.upper and frame.entry.lemma in {"bombing", "bombings", "bomb"}
    )
    first: Actor | None = None
    k = phrase.first
    while k < last:
        w = words[k]
        if _is_doer(sight, k, frame) and not _of_a_target(sight, k + 1, last):
            return _armed_party(sight, phrase.first, k, last, frame)
        if lex.institutions.at(clause.lows, k)[0] and not _joined(sight, k + 1):
            length, values = lex.institutions.at(clause.lows, k)
            return party_at(sight, k, k + length, "state", str(values[0]))
        if k in sight.states and not (inside and of_place):
            end = k
            while end + 1 < last and (end + 1) in sight.states:
                end += 1
            if _joined(sight, end + 1):
                if end + 2 < last and words[end + 2].low == "led":
                    to = end + 3  # "Saudi-led air strikes", "a US-led coalition raid"
                    while to < last and _is_doer(sight, to, frame):
                        to += 1
                    return party_at(sight, k, to, "force", country_of(sight, k, end + 1))
                k = end + 2
                continue
            first = first or party_at(sight, k, end + 1, "state", country_of(sight, k, end + 1))
            k = end
        elif w.possessive and w.text[:1].isupper() and w.low not in _DAYS and not sight.upper:
            first = first or party_at(sight, k, k + 1, "unknown")
        elif harm and _is_acronym(sight, k):
            first = first or party_at(sight, k, k + 1, "unknown")  # "an XYZ ambush"
        k += 1
    return first


def _is_doer(sight: Sight, k: int, frame: Frame) -> bool:
    """Whether a word in front of a deed tells who did it: "army", "rebel", "herder"."""
    lex, low = sight.lex, sight.clause.lows[k]
    deed = low in lex.trigger_words and low not in lex.actors
    if deed or _is_weapon(low, lex) or _joined(sight, k + 1):
        return False
    if low in lex.armed:
        return True
    known = lex.actors.get(low) in {"state", "group", "force"}
    return known and frame.entry.lemma not in _OF_A_PLACE  # "the commander killing"


def _of_a_target(sight: Sight, k: int, last: int) -> bool:
    """ "An army | base attack", "a police | station bombing": whose what was hit is."""
    lows, lex = sight.clause.lows, sight.lex
    return any(
        (lows[j] in lex.targets or lows[j] in SITES)
        and lows[j] not in lex.armed
        and not _is_weapon(lows[j], lex)
        for j in range(k, last)
    )


def _armed_party(sight: Sight, first: int, k: int, last: int, frame: Frame) -> Actor:
    """The party whose head is at `k`, with the words in front: "Ethiopian government forces"."""
    clause, lex = sight.clause, sight.lex
    words = clause.words
    end = k + 1
    while end < last and _is_doer(sight, end, frame):
        end += 1
    start = k
    while start > first and words[start - 1].tag in "nj-q" and words[start - 1].low not in _FRESH:
        if words[start - 1].tag == "q" and not words[start - 1].low.endswith(_ORDINAL):
            break
        start -= 1
    code = country_of(sight, start, end)
    named = code is not None or lex.arms_of_state.begins_within(clause.lows, start, end)
    named = named or (
        not sight.upper and any(x.text[:1].isupper() for x in words[max(start, 1) : end - 1])
    )
    kind = lex.actors.get(words[end - 1].low, "force")
    return party_at(sight, start, end, kind, code, named=named)


_FRESH = word_set(
    "recent deadly alleged suspected fresh new first second third another last latest"
)
_ORDINAL = ("st", "nd", "rd", "th")


def _is_acronym(sight: Sight, k: int) -> bool:
    """Whether the word may be the letters of a group that no table knows: "a KLF drone"."""
    w, lex = sight.clause.words[k], sight.lex
    if sight.upper or w.tag != "n" or not w.text.isupper() or not 3 <= len(w.text) <= 6:
        return False
    return not _is_weapon(w.low, lex) and w.low not in lex.trigger_words


def _joined(sight: Sight, k: int) -> bool:
    """A hyphen follows: "Iran-backed", "army-held"; but "army-fired" tells who did it."""
    words = sight.clause.words
    if k >= len(words) or words[k].tag != "-":
        return False
    return k + 1 >= len(words) or words[k + 1].low not in _USED


def _is_weapon(low: str, lex: Lexicon) -> bool:
    return bool(lex.weapons.at([low], 0)[0]) or low in {"drone", "blast", "strike"}
