"""Names that only their frame shows to be places: "the village of X", "X village"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.clauses import Clause
from geo.events import Frame
from geo.whereabouts.led import Led
from geo.whereabouts.model import JOINING, Whereabouts, Words
from geo.whereabouts.naming import NOT_PLACES
from geo.whereabouts.stricken import stricken_names
from geo.words import Lexicon, word_set

__all__ = ["FOUGHT", "frame_names", "told_names"]


def told_names(clause: Clause, taken: list[bool], known: dict[str, float]) -> list[Whereabouts]:
    """Names that an earlier frame of the report showed to be places."""
    out: list[Whereabouts] = []
    words = clause.words
    for k, w in enumerate(words if known else ()):
        if taken[k] or not w.text[:1].isupper():
            continue
        for n in (3, 2, 1):
            name = " ".join(x.low for x in words[k : k + n])
            if k + n <= len(words) and name in known and not any(taken[k : k + n]):
                out.append(Whereabouts(k, k + n, [], known[name], unknown=True))
                for j in range(k, min(len(words), k + n)):
                    taken[j] = True
                break
    return out


def frame_names(
    clause: Clause,
    taken: list[bool],
    frames: Sequence[Frame],
    lex: Lexicon,
    t: Words,
    upper: bool,
) -> list[Whereabouts]:
    """Names that only their frame shows to be places: "the village of X", "X village".

    The surest frames come first; what one takes, none after it looks at.
    """
    framing = _Framing(clause, taken, upper, t, frames, lex)
    surest = (
        framing.type_of_name,
        framing.name_and_type,
        framing.name_in_apposition,
        framing.called_name,
        framing.name_in_container,
        framing.numbered_site,
    )
    cased = (
        framing.ends_of_way,
        framing.name_after_preposition,
        framing.names_after_colon,
        framing.name_before_where,
        framing.raided_names,
        framing.under_fire,
        framing.stricken,
        framing.scene,
        framing.site_and_name,
        framing.owner_of_site,
        framing.listed_name,
    )
    out: list[Whereabouts] = []
    # in capitals "SEIZED WEAPONS, VEHICLES" reads like "raided X, Y"
    for frame in surest if upper else surest + cased:
        for found in frame():
            out.append(found)
            taken[found.first : found.last] = [True] * (found.last - found.first)
    return out


_RAID = word_set(
    "raid storm overrun capture seize enter recapture retake reach attack shell bomb bombard pound "
    "strike hit invade occupy loot burn besiege take liberate ransack"
)
_PLACE_ONLY = word_set(
    "storm overrun enter recapture retake shell bomb bombard pound strike raid raze torch besiege "
    "encircle liberate"
)
_FIRE = word_set("fire attack shelling bombardment siege")
_SCENES = word_set("massacre massacres bombing bombings siege killings shootings blast explosion")
_SITES = word_set(
    "market bazaar hospital airport mosque church school suburbs outskirts centre center port "
    "harbour stadium station prison square"
)
_GO = word_set(
    "road highway route bus train convoy truck travelling traveling border axis track "
    "line car vehicle"
)
_JOINING = word_set("between from linking connecting joining")
_AND = word_set("and to with")
_OR = word_set("and or")
_CAME = word_set("came come")
FOUGHT = word_set(
    "clash clashes clashed fighting battle battles war violence talks tension tensions ceasefire "
    "truce conflict relations agreement fight fights firefight combat gunfight dispute feud"
)
"""What is between parties, not places."""


@dataclass(frozen=True, slots=True)
class _Framing(Led):
    """One clause, looked through frame by frame."""

    def ends_of_way(self) -> Iterator[Whereabouts]:
        """ "on the road between A and B", "from A to B", of which one end may be known."""
        words, lows = self.clause.words, self.clause.lows
        for k in self.where(_JOINING, short=3):
            way = not _GO.isdisjoint(lows[max(0, k - 4) : k])
            fought = not FOUGHT.isdisjoint(lows[max(0, k - 4) : k])
            if not way and (fought or lows[k] != "between"):
                continue
            mid = self.end_of(k + 1)
            if mid == k + 1 or mid + 1 >= len(words) or words[mid].low not in _AND:
                continue
            last = self.end_of(mid + 1)
            unknown = not (self.taken[k + 1] and self.taken[mid + 1])
            sure = way or self.taken[k + 1] or self.taken[mid + 1]
            if last > mid + 1 and unknown and (sure or not k or words[k - 1].tag in "vap,"):
                first = k - 1 if way and lows[k - 1] in JOINING else k
                preposition = "between" if first == k else "on"
                yield Whereabouts(first, last, [], 4.8, preposition=preposition, unknown=True)

    def under_fire(self) -> Iterator[Whereabouts]:
        """ "X came under artillery fire"."""
        words, lows = self.clause.words, self.clause.lows
        for k in self.where(_CAME, short=1):
            if not k or lows[k + 1] != "under" or self.taken[k - 1]:
                continue
            if _FIRE.isdisjoint(lows[k + 2 : k + 5]):
                continue
            first = self.name_to(k, 4)
            if first < k and words[first].low not in NOT_PLACES:
                yield Whereabouts(first, k, [], 5.2, unknown=True)

    def scene(self) -> Iterator[Whereabouts]:
        """ "the X massacre", "the X bombing"."""
        words = self.clause.words
        for k in self.where(_SCENES):
            if k < 2 or self.taken[k - 1]:
                continue
            first = self.name_to(k, 4)
            letters = words[k - 1].text.isupper()
            if 0 < first < k and words[first - 1].low == "the" and not letters:
                yield Whereabouts(first, k, [], 5.2, unknown=True)

    def stricken(self) -> Iterator[Whereabouts]:
        """What a deed was done to."""
        return stricken_names(self, self.frames, self.lex, self.t)

    def owner_of_site(self) -> Iterator[Whereabouts]:
        """ "X's market was bombed"."""
        words = self.clause.words
        for k, w in enumerate(words[:-1]):
            if not w.possessive or self.taken[k] or not w.text[:1].isupper():
                continue
            ahead = self.clause.lows[k + 1 : k + 4]
            if not _SITES.isdisjoint(ahead) and w.low not in NOT_PLACES and w.tag == "n":
                yield Whereabouts(self.name_to(k + 1, 3), k + 1, [], 5.2, unknown=True)

    def listed_name(self) -> Iterator[Whereabouts]:
        """ "In Goma and X rebels killed ten": a name beside one that is known to be a place."""
        words = self.clause.words
        for k in self.where(_OR, short=1):
            if k < 2 or not self.taken[k - 1]:
                continue
            first = k - 1
            while first > 0 and self.taken[first - 1]:
                first -= 1
            last = self.name_from(k + 1, 3)
            if last == k + 1 or first == 0 or words[first - 1].low not in {"in", "at", "near"}:
                continue
            if last >= len(words) or words[last].tag not in "vxm":  # "and X said"
                yield Whereabouts(k + 1, last, [], 5.0, unknown=True)

    def name_before_where(self) -> Iterator[Whereabouts]:
        """ "remembers X Y, where twelve soldiers fell"."""
        words = self.clause.words
        for k in self.where({"where"}):
            if k < 3 or words[k - 1].tag != ",":
                continue
            first = self.name_to(k - 1, 4)
            if 0 < first < k - 1:
                yield Whereabouts(first, k - 1, [], 5.2, unknown=True)

    def raided_names(self) -> Iterator[Whereabouts]:
        """ "raided X Y, on the border": an unknown name as what was raided, and then placed."""
        words = self.clause.words
        for k, w in enumerate(words[:-2]):
            if w.tag != "v" or w.lemma not in _RAID:
                continue
            last = self.name_from(k + 1, 5)
            if last == k + 1 or last + 1 >= len(words):
                continue
            end = self.list_from(last)
            plain = w.lemma in _PLACE_ONLY and words[last].tag in "c.p;,"
            named = words[end - 1].low not in self.t.facilities
            if named and (plain or end > last or self.placed(last) or words[last].low == "in"):
                yield Whereabouts(k + 1, end, [], 5.2, unknown=True)
