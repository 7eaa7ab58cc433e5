"""What the weapons named make of an incident: an "attack" with rockets is a rocket attack."""

from __future__ import annotations

from collections.abc import Iterator

from geo.actors import weapons_in
from geo.drafts.deed import Deed
from geo.drafts.kind_signs import GUNS, Verdict
from geo.drafts.targets import THROW, flies
from geo.lexicon.weapons_en import Weapon
from geo.words import word_set

__all__ = ["armed_with"]


def armed_with(deed: Deed) -> Verdict | None:
    """The kind by the weapon of the highest rank, if it says more than the words did."""
    used = list(_used(deed))
    arms = [weapon for _, weapon in used if weapon is not None]
    kind, sure = deed.kind, max(deed.sure, 2)
    if not arms:
        bombers = any(weapon is None for _, weapon in used)
        return ("bombing", sure) if bombers and kind in {"armed_attack", "other"} else None
    best = max(arms, key=lambda weapon: weapon.rank)
    doers = deed.phrases(s for f in deed.group.frames for s in f.subjects)
    going_off = {k for p in doers for k in range(p.first, p.last)}
    flown = [w for k, w in used if w is not None and w.kind in _FLOWN and k in going_off]
    if flown and kind not in _YIELDS_ABOVE.keys() - _FIRED:
        return flown[0].kind, sure  # "a helicopter fired rockets", "a drone dropped a grenade"
    if deed.main.entry.lemma in {"offensive", "counteroffensive", "assault"}:
        return best.kind, sure  # "opened its offensive with artillery"
    guns = any(weapon.kind == "armed_attack" for weapon in arms) or any(
        f.entry.lemma in GUNS and not f.generic for f in deed.group.frames
    )
    if guns and best.kind in {"bombing", "grenade", "ied"}:
        return "armed_attack", sure  # "threw explosives and fired on worshippers"
    if best.kind == "arson":
        return ("arson" if kind in {"other", "property_destruction"} else kind), deed.sure
    shells = best.kind == "shelling" and any(k in going_off for k, w in used if w is best)
    finer = kind == "bombing" and best.rank == 5 and (best.kind in _SET_OR_THROWN or shells)
    return (best.kind, sure) if finer or best.rank > _YIELDS_ABOVE.get(kind, 0) else None


_YIELDS_ABOVE = {
    "armed_clash": 99,
    "territory_change": 99,
    "suicide_bombing": 9,
    "assassination": 8,
    "ambush": 8,
    "car_bombing": 8,
    "ied": 8,
    "grenade": 7,
    "rocket_attack": 7,
    "missile_strike": 7,
    "shelling": 7,
    "arson": 5,
    "bombing": 5,
}
"""The rank that a weapon has to pass to change the kind; any weapon changes the others."""
_FIRED = frozenset({"bombing", "shelling", "grenade", "rocket_attack", "missile_strike"})
_FLOWN = frozenset({"airstrike", "drone_attack"})
_SET_OR_THROWN = frozenset({"airstrike", "ied", "landmine", "grenade"})


def _used(deed: Deed) -> Iterator[tuple[int, Weapon | None]]:
    """Weapons that are used, with the word they begin at; None for a bomber, who is a person."""
    words, lows = deed.clause.words, deed.clause.lows
    hit = {
        k
        for f in deed.group.frames
        if f.entry.lemma not in THROW
        for p in deed.phrases(f.objects)
        for k in range(p.first, p.last)
    }
    for first, last, weapon in weapons_in(deed.clause, deed.low, deed.high, deed.lex):
        if first in hit and weapon.rank not in {8, 9}:
            continue  # "attacked a tank"
        if last < len(words) and words[last].tag == "n" and words[last].low in _STORES:
            continue
        if first and lows[first - 1] in _NO_WEAPON:
            continue
        if not flies(deed.clause, deed.group, first):
            continue
        yield first, None if _is_person(deed, first) else weapon


def _is_person(deed: Deed, k: int) -> bool:
    """ "A bomber", "seven bombers struck churches": an aircraft comes with whose or which it is."""
    words, lows = deed.clause.words, deed.clause.lows
    if lows[k] not in {"bomber", "bombers"}:
        return False
    index = deed.clause.phrase_of[k]
    first = deed.clause.phrases[index].first if index >= 0 else k
    many = lows[k] == "bombers"  # "a Boko Haram bomber" walks, "Russian bombers" fly
    owned = any(
        words[j].low in _AIR or (many and words[j].tag == "n" and words[j].text[:1].isupper())
        for j in range(first, k)
    )
    return not owned and _FLIES.isdisjoint(lows)


_AIR = word_set(
    "army government military regime force coalition allied enemy strategic heavy light jet "
    "fighter dive stealth nuclear state naval"
)
_FLIES = word_set(
    "warplane warplanes jet jets aircraft plane planes helicopter helicopters sortie sorties "
    "flew fly flying dropped drop dropping pounded bombed bombarded airbase airspace air"
)
_NO_WEAPON = word_set("anti against water fake dummy toy imitation replica mock hoax")
"""What stands before the name of a weapon that is none: "a fake explosive vest"."""
_STORES = word_set(
    "storage depot depots facility facilities factory cache caches squadron manufacturer "
    "launcher launchers base industry dump system systems fuselage siren defence defense "
    "carrier warehouse site sites position positions"
)
