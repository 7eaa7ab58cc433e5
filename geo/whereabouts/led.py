"""Names that the words before them lead to: "outside X", "the edge of X", "shells fell on X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.events import Frame
from geo.whereabouts.model import Whereabouts
from geo.whereabouts.naming import NOT_PLACES, OF_PARTIES
from geo.whereabouts.typed import Typed
from geo.words import Lexicon, word_set

__all__ = ["Led"]

_AT = word_set("in at near outside around inside within along")
_BEFORE_NAMES = _AT | {"of", "from", "on", "against", "onto", "into", "to", "for"}
_DEEDS = word_set(
    "attack attacks raid raids strike strikes assault assaults airstrike airstrikes shelling ambush"
)
_OF_ITSELF = word_set("shelling bombardment bombing bombings siege storming fall recapture loss")
_ON_PLACES = word_set(
    "raid raids assault assaults offensive airstrike airstrikes strikes attack attacks advance "
    "bombs rockets shells missiles mortars drones"
)
_HOLDING = word_set("community stronghold bastion enclave sector spot site place enclaves home")
_LOCALS = word_set("villagers villager residents resident inhabitants elders")
_SPOTS = word_set("edge middle fringes fringe limits district upstream downstream km kilometres")
_WAYS = word_set(
    "close next adjacent road highway route way track entrance approach approaches leading"
)
_FOUGHT_FOR = word_set("battle battles")
_LANDING = word_set("land fall rain crash slam plough")
_COMING = word_set("ride storm march move push cross drive burst walk advance enter come go break")
_LEADS: dict[str, frozenset[str]] = {
    "of": _OF_ITSELF | _SPOTS | _HOLDING | _LOCALS,
    "from": _LOCALS,
    "on": _ON_PLACES,
    "to": _WAYS,
    "for": _FOUGHT_FOR,
}
"""Nouns after which a preposition leads to a place."""
_PLACING = word_set("in on near a the some about north south east west close just outside")
_LYING = word_set(
    "neighbouring neighboring nearby adjacent besieged remote rural occupied restive volatile "
    "troubled isolated mountainous"
)
_NUMBER = word_set("no no. nr number")
_LETTERS = 6
"""Capitals alone that are shorter are a body: "the attack on WFP"."""


@dataclass(frozen=True, slots=True)
class Led(Typed):
    """One clause, looked through for names behind prepositions."""

    frames: Sequence[Frame]
    lex: Lexicon

    def name_after_preposition(self) -> Iterator[Whereabouts]:
        """ "outside Tongo Tongo", "an attack on X, near Y", "the edge of X", "12 km from X"."""
        words = self.clause.words
        for k in self.where(_BEFORE_NAMES, short=1):
            plain = words[k].low in _AT
            deed = k > 0 and words[k].low in {"on", "against"} and words[k - 1].low in _DEEDS
            led = plain or self.leads(k)
            if not led and not deed:
                continue
            first = self.beside(k + 1) if plain else k + 1
            last = self.name_from(first, 4)
            letters = words[first].text.isupper() and len(words[first].text) < _LETTERS
            if last == first or (letters and not plain):
                continue
            if last == first + 1 and words[first].low in self.t.types:
                continue  # "in Ward 6"
            if led or self.placed(last):
                yield Whereabouts(first, last, [], 4.8, unknown=True)

    def leads(self, k: int) -> bool:
        """ "the shelling of X", "fell on X", "villagers of X", "close to X", "rode into X"."""
        words, t = self.clause.words, self.t
        if not k:
            return False
        low, before = words[k].low, words[k - 1]
        if before.low in _LEADS.get(low, ()):
            return True
        if low in {"of", "from"} and before.low in t.directions:
            return True
        if (low == "of" and before.low in t.parts) or (low == "from" and before.low in t.units):
            return True
        if low in {"on", "onto", "into"} and before.tag in "vg" and before.lemma in _LANDING:
            return True
        if low == "to" and before.lemma == "come":
            return True
        if low == "into":
            return any(w.lemma in _COMING for w in words[max(0, k - 4) : k] if w.tag in "vg")
        return low == "from" and any(
            f.entry.kind == "abduction" and f.last <= k < f.last + 8 for f in self.frames
        )

    def beside(self, k: int) -> int:
        """Past the words that only say how a place lies: "in neighbouring X", "in rebel-held X"."""
        words = self.clause.words
        end = min(k + 6, len(words) - 1)
        while k < end and words[k].text.islower():
            joined = k + 2 < end and words[k + 1].tag == "-" and words[k + 2].low in OF_PARTIES
            lies = words[k].low in _LYING or words[k].low in self.t.directions
            if not (joined or lies or words[k].tag == "j"):
                break
            k += 3 if joined else 1
        return k

    def placed(self, last: int) -> bool:
        """Whether what follows a name says where it is: ", near Y", ", 15 km south of"."""
        words = self.clause.words
        if last + 1 >= len(words):
            return False
        after = words[last + 1]
        return words[last].low == "near" or (
            words[last].tag == "," and (after.low in _PLACING or after.text[:1].isdigit())
        )

    def numbered_site(self) -> Iterator[Whereabouts]:
        """ "in Ward 6", "at Camp 17", "of School No 3"."""
        words = self.clause.words
        for k in self.where(self.t.kinds, short=1):
            at = k + 2 if words[k + 1].low in _NUMBER else k + 1
            last = at + 1
            numbered = at < len(words) and words[at].text.isdigit() and len(words[at].text) < 4
            if not numbered or not words[k].text[:1].isupper() or self.taken[k] or self.upper:
                continue
            first = self.name_to(k, 3)
            if first > 0 and words[first - 1].tag in "pd":
                rank = self.t.types[words[k].low] + 0.2
                yield Whereabouts(first, last, [], rank, unknown=True)

    def name_in_container(self) -> Iterator[Whereabouts]:
        """ "IN KABIRUSHE, NORTH KIVU PROVINCE": the place behind shows the one before it."""
        words = self.clause.words
        for k in self.where(_AT, short=3):
            if self.taken[k + 1]:
                continue
            last = k + 1
            while last < min(k + 5, len(words) - 2) and words[last].tag == "n":
                last += 1
            held = words[last].tag == "," and self.taken[last + 1] and last > k + 1
            if held and not any(self.plain(x.low) for x in words[k + 1 : last]):
                yield Whereabouts(k + 1, last, [], 5.2, unknown=True)

    def plain(self, low: str) -> bool:
        """Whether our tables know a word for something else than a name."""
        lex = self.lex
        known = low in lex.targets or low in lex.weapons or low in lex.people or low in lex.actors
        return known or low in lex.armed or low in self.t.types or low in NOT_PLACES
