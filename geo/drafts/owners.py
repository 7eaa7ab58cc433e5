"""Whose a weapon, a strike or a platform is: "Israeli jets", "a mine laid by Maoists"."""

from __future__ import annotations

from geo.actors import Sight, country_of, name_party, party_at, weapon_at
from geo.actors.kinds import SITES
from geo.events import Frame
from geo.model import Actor
from geo.words import Lexicon, word_set

__all__ = ["modifying_party", "owning_party"]

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
            after = next(
                (j for j in range(k + 1, min(len(words) - 1, k + 9)) if words[j].low == "by"), -1
            )
            if after > 0 and of[after + 1] >= 0:
                return _party(sight, of[after + 1])
            if words[k + 1].low == "from" and k + 2 < len(words) and of[k + 2] >= 0:
                return modifying_party(sight, of[k + 2], frame)  # "fired from an army camp"
            return None
        if w.tag not in ",aq" and w.low not in {"that", "which", "was", "were", "had", "been"}:
            return None
        k += 1
    return None


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
    return weapon or head in lex.trigger_words or head in lex.armed or head in lex.anaphors


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
    k = phrase.first
    spans: list[tuple[int, int, str, str | None]] = []
    while k < last:
        w = words[k]
        if (
            w.low in lex.armed
            and w.low not in lex.trigger_words
            and not _is_weapon(w.low, lex)
            and not _joined(sight, k + 1)
        ):
            start = k
            while (
                start > phrase.first
                and words[start - 1].tag in "nj-"
                and words[start - 1].low
                not in {"recent", "deadly", "alleged", "suspected", "fresh", "new"}
            ):
                start -= 1
            code = country_of(sight, start, k + 1)
            named = code is not None or any(
                lex.arms_of_state.at(clause.lows, j)[0] for j in range(start, k + 1)
            )
            named = named or (
                not sight.upper and any(x.text[:1].isupper() for x in words[max(start, 1) : k])
            )
            kind = lex.actors.get(w.low, "force")
            return party_at(sight, start, k + 1, kind, code, named=named)
        if lex.institutions.at(clause.lows, k)[0] and not _joined(sight, k + 1):
            length, values = lex.institutions.at(clause.lows, k)
            return party_at(sight, k, k + length, "state", str(values[0]))
        of_place = frame.entry.lemma in _OF_A_PLACE or (
            sight.upper and frame.entry.lemma in {"bombing", "bombings", "bomb"}
        )
        if k in sight.states and not (inside and of_place):
            end = k
            while end + 1 < last and (end + 1) in sight.states:
                end += 1
            if _joined(sight, end + 1):
                if end + 2 < last and words[end + 2].low == "led":
                    code = country_of(sight, k, end + 1)  # "Saudi-led air strikes"
                    return party_at(sight, k, end + 3, "force", code)
                k = end + 2
                continue
            spans.append((k, end + 1, "state", country_of(sight, k, end + 1)))
            k = end
        elif w.possessive and w.text[:1].isupper() and w.low not in _DAYS and not sight.upper:
            spans.append((k, k + 1, "unknown", None))
        elif (
            w.text.isupper()
            and 3 <= len(w.text) <= 6
            and not sight.upper
            and w.tag == "n"
            and inside
        ):
            spans.append((k, k + 1, "unknown", None))  # "an XYZ ambush"
        k += 1
    if not spans:
        return None
    first, end, kind, code = spans[0]
    return party_at(sight, first, end, kind, code)


def _joined(sight: Sight, k: int) -> bool:
    """A hyphen follows: "Iran-backed", "army-held"."""
    words = sight.clause.words
    return k < len(words) and words[k].tag == "-"


def _is_weapon(low: str, lex: Lexicon) -> bool:
    return bool(lex.weapons.at([low], 0)[0]) or low in {"drone", "blast", "strike"}
