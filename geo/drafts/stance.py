"""How a telling stands to those before it: new, pointing back, bare or without anything new."""

from __future__ import annotations

import itertools
from collections.abc import Container, Sequence
from dataclasses import dataclass

from geo.actors import weapon_at
from geo.clauses import Clause, Phrase
from geo.drafts.groups import Group
from geo.drafts.reading import Reading
from geo.events import TIME, Frame
from geo.merge import GENERAL, Draft
from geo.words import Lexicon, word_set

__all__ = ["set_stance"]


def set_stance(
    clause: Clause, draft: Draft, group: Group, main: Frame, lex: Lexicon, reading: Reading
) -> None:
    """Set how a draft stands to what the report told before: `bare`, `anaphor`, `fresh`, `anew`,
    `quiet`; and take from it the day or place that the words give to something else."""
    telling = _Telling(clause, draft, group, main, lex, reading)
    words = clause.words
    effect = main.entry.role == "effect"
    if not draft.date and telling.names_the_weapons():
        draft.anaphor = True
    full, found = effect and telling.is_told_in_full(), telling.finds_bodies()
    if (full or found) and draft.kind == "other":
        draft.kind = "armed_attack"
    draft.bare = draft.bare or not (full or telling.names_an_event())
    if effect and _any_head(clause, main.subjects, _SPLINTERS):
        draft.bare = not draft.date  # "hurt by fragments": of what was told before
    if telling.is_of_what_was_told():
        draft.bare, draft.date = True, None
    if telling.strikes_what_was_struck():
        draft.bare = True
    if found:
        draft.bare = False
        return
    followed = telling.follows_what_was_told()
    if followed:
        draft.fresh = True
    elif telling.names_one_told_before():
        draft.anaphor = True
    if telling.is_set_in_time():
        draft.place, draft.places, draft.settled = None, [], False
        draft.place_ids, draft.place_words, draft.countries = set(), set(), set()
    draft.things = {words[p.head].low for p in telling.things()} & _THINGS
    if telling.strikes_some_of_them() or telling.strikes_a_known_thing():
        draft.anaphor = True
    _set_fresh(telling)
    opening = _opening(clause)
    draft.ordinal = opening[:2] == ["the", "first"] or opening[:3] == ["one", "of", "the"]
    draft.anew = not (draft.anaphor or draft.bare) and _told_anew(clause, main)
    opening = clause.lows[:4]
    if any(a == "the" and b in _HURT for a, b in itertools.pairwise(opening)):
        draft.anaphor = True  # "the victims", "two of the wounded"
        if effect and draft.date and draft.date.date_prec == 1 and opening[:1] != ["the"]:
            draft.date = None  # the day that they died of it
    reading.targets |= {
        words[clause.phrases[o].head].low
        for f in group.frames
        for o in (*f.objects, *f.subjects)
        if o >= 0
    }
    draft.quiet = draft.quiet or telling.says_nothing_new()


def _set_fresh(telling: _Telling) -> None:
    """Whether the words say that it is another one than those told before."""
    clause, draft, main = telling.clause, telling.draft, telling.main
    lows = clause.lows
    if not _ANOTHER.isdisjoint(lows[max(0, main.first - 6) : main.first] + lows[:3]):
        draft.fresh = not draft.anaphor
    before = lows[max(0, main.first - 3) : main.first]
    nominal = main.entry.pos == "n"
    if nominal and draft.date and _LAST & set(before):
        draft.anaphor, draft.fresh = False, True  # "the last such attack was in 2001, when"
    elif nominal and "such" in before and not draft.dead:
        draft.anaphor = True  # "the third such attack in a week": one more of those told of
        draft.quiet = True
    elif nominal and not _FURTHER.isdisjoint(before) and not main.definite:
        draft.fresh = True
    if telling.strikes_a_second_thing() or telling.says_the_same_day():
        draft.fresh = not (draft.anaphor or draft.bare)
    if draft.date and _log_entry(clause):
        draft.fresh = not draft.anaphor
    if _another_day(_opening(clause)) and not draft.bare and main.entry.role != "weapon":
        draft.fresh = not draft.anaphor


def _opening(clause: Clause) -> list[str]:
    """The first words, past the number of a paragraph."""
    words = clause.words
    first = 2 if len(words) > 2 and words[0].text.isdigit() and words[1].text in ".)" else 0
    return clause.lows[first : first + 5]


_ANOTHER = word_set("another separate separately elsewhere meanwhile")
_LAST = word_set("last previous comparable")
_FURTHER = word_set("second third fourth similar")
_POINTING = word_set("the both those these")


def _any_head(clause: Clause, phrases: Sequence[int], heads: Container[str]) -> bool:
    return any(clause.words[clause.phrases[p].head].low in heads for p in phrases if p >= 0)


@dataclass(frozen=True, slots=True)
class _Telling:
    """A draft with the words that it was read from; its methods are plain statements."""

    clause: Clause
    draft: Draft
    group: Group
    main: Frame
    lex: Lexicon
    reading: Reading

    def names_the_weapons(self) -> bool:
        """ "The missiles": those told of before."""
        clause = self.clause
        phrases = (
            clause.phrases[o]
            for f in self.group.frames
            for o in (*f.subjects, *f.objects)
            if o >= 0
        )
        return any(
            clause.lows[p.first] in _POINTING and weapon_at(clause, p, self.lex) is not None
            for p in phrases
        )

    def names_an_event(self) -> bool:
        """Whether a frame names an incident by itself, or tells one with a verb."""
        draft = self.draft
        company = draft.sure >= 2 and draft.kind in {"protest_violence", "territory_change"}
        return any(
            f.entry.role == "weapon"
            or (
                f.entry.role == "event"
                and (f.entry.sure >= 2 or company or (f.entry.sure >= 1 and f.finite))
            )
            for f in self.group.frames
        )

    def is_told_in_full(self) -> bool:
        """Whether dead or hurt are told with how, when, where or by whom: "were killed by X in"."""
        draft, main = self.draft, self.main
        lemma = main.entry.lemma
        armed = any(a.kind != "unknown" for a in draft.actors) or bool(draft.weapons)
        if (
            main.entry.pos == "v"
            and lemma not in _DYING
            and (lemma != "damage" or armed)
            and (draft.date or draft.place or armed)
            and (main.finite or self._began(armed=armed))
        ):
            return True
        if _charged(self.clause, draft, main):
            return True
        if lemma in _DEAD and (main.finite or lemma in {"dead", "kia"}):
            day = draft.date is not None and draft.date.date_prec == 1
            return bool(day and draft.dead and (draft.settled or draft.weapons))
        # "a week later ten died at the station"
        return bool(lemma.startswith("lose") and main.finite and draft.dead and draft.weapons)

    def _began(self, *, armed: bool) -> bool:
        """ "Began killing men"; not "took the town, killing ten"."""
        main = self.main
        adds = main.first > 0 and self.clause.words[main.first - 1].tag == ","
        return armed and main.voice == "active" and bool(main.objects) and not adds

    def is_of_what_was_told(self) -> bool:
        """A toll that somebody gives, one more time of the same, or what became of who did it.

        "Put the toll at 14 dead", "not the first time that the town had been attacked", "one
        of the attackers was shot dead".
        """
        draft, main, lows = self.draft, self.main, self.clause.lows
        if draft.settled:
            return False
        if main.entry.role == "effect" and main.entry.pos == "n":
            put = main.verb >= 0 and self.clause.words[main.verb].lemma in _PUTS
            if put or (not draft.date and not _TOLLS.isdisjoint(lows)):
                return True
        if draft.date is not None:
            return False
        before = itertools.pairwise(lows[max(0, main.first - 10) : main.first])
        again = any(a in _TURNS and b == "time" for a, b in before)
        if main.perfect and (again or lows[-2:] in (["before", "."], ["already", "."])):
            return True
        did_it = [
            o
            for o in main.objects
            if o >= 0 and lows[self.clause.phrases[o].first] in {"the", "one", "two", "three"}
        ]
        passive = main.voice == "passive" and draft.place is None
        return passive and _any_head(self.clause, did_it, _WHO_DID)

    def follows_what_was_told(self) -> bool:
        """ "In the firefight that followed", "the ensuing chase": another one."""
        lows, main = self.clause.lows, self.main
        after = lows[main.last : main.last + 2]
        ensuing = "ensuing" in lows[max(0, main.first - 2) : main.first]
        return main.entry.pos == "n" and (
            ensuing or after in (["that", "followed"], ["that", "ensued"])
        )

    def strikes_what_was_struck(self) -> bool:
        """ "The facilities struck": what was hit is known from before."""
        draft, main, clause = self.draft, self.main, self.clause
        if main.entry.pos == "n" or draft.kind not in GENERAL or draft.date or draft.place:
            return False
        the = [o for o in main.objects if o >= 0 and clause.lows[clause.phrases[o].first] == "the"]
        return _any_head(clause, the, self.reading.targets)

    def finds_bodies(self) -> bool:
        """ "Bodies were found", "a corpse was left": a killing."""
        main = self.main
        turned_up = main.verb >= 0 and self.clause.words[main.verb].lemma in _TURN_UP
        return turned_up and main.entry.lemma in _BODIES

    def names_one_told_before(self) -> bool:
        """ "The attack on the village", "the raid was the deadliest"; but "the killing of the
        general" names its own, and "the raid last Wednesday by the army" tells all of it."""
        draft, main, clause = self.draft, self.main, self.clause
        nominal = main.entry.pos == "n"
        if nominal and main.copula and main.definite and not draft.date:
            return True
        for f in self.group.frames:
            named = f.entry.pos == "n" and f.definite
            if not named or clause.lows[f.last - 1] not in self.lex.anaphors:
                continue
            if f is not main and (nominal or main.entry.role == "event"):
                continue
            if draft.date and any(s >= 0 for s in f.subjects):
                continue
            own = [o for o in f.objects if o >= 0]
            if not own or _any_head(clause, own, self.reading.targets):
                return True
        return False

    def strikes_a_second_thing(self) -> bool:
        """ "A second hospital was struck", "another shell hit a school": one more, by what it hit.

        Not "a second bomb fell on those who had come to help".
        """
        main, lows = self.main, self.clause.lows
        if main.entry.pos == "n" or not main.finite:
            return False
        things = [self.clause.phrases[o] for o in main.objects if o >= 0]
        doers = [self.clause.phrases[s] for s in main.subjects if s >= 0]
        built = [p for p in things if lows[p.head] in _THINGS]
        return any(
            lows[p.first : p.first + 2] in _SECOND for p in (*built, *(doers if built else ()))
        )

    def says_the_same_day(self) -> bool:
        """ "At the hospital several men were shot on the same day": beside what was told."""
        lows, main = self.clause.lows, self.main
        said = ("same", "day") in itertools.pairwise(lows)
        return said and main.entry.pos == "v" and main.finite and self.draft.place is not None

    def is_set_in_time(self) -> bool:
        """ "The attack came weeks before talks in Havana": when, not where."""
        draft, main = self.draft, self.main
        told = draft.anaphor and main.entry.pos == "n" and main.verb >= 0 and not draft.date
        return told and self.clause.words[main.verb].lemma in _SETS_IN_TIME

    def things(self) -> list[Phrase]:
        """What was hit, and what the sentence opens with."""
        phrases = self.clause.phrases
        opens = [0] if phrases and phrases[0].first == 0 else []
        return [phrases[o] for o in (*self.main.objects, *opens) if o >= 0]

    def strikes_some_of_them(self) -> bool:
        """ "Shot down more than sixty of them"."""
        main, lows = self.main, self.clause.lows
        if main.entry.pos == "n" or self.draft.date:
            return False
        near = itertools.pairwise(lows[main.last : main.last + 8])
        return main.first + 1 < len(lows) and ("of", "them") in near

    def strikes_a_known_thing(self) -> bool:
        """ "The boat was hit near the village": what was hit is known from before."""
        draft, lows = self.draft, self.clause.lows
        if self.main.entry.pos == "n" or draft.date or draft.fresh:
            return False
        return any(
            lows[p.first] == "the"
            and p.preposition < 0
            and lows[p.head] in _THINGS
            and lows[p.head] in self.reading.targets
            for p in self.things()
        )

    def says_nothing_new(self) -> bool:
        """Whether it adds nothing to what was told before."""
        draft, main = self.draft, self.main
        if main.copula and draft.anaphor:
            return True
        adds = draft.date or draft.place or draft.dead or draft.hurt or draft.count or draft.claimed
        if adds or (draft.weapons and not draft.anaphor):
            return False
        if draft.anaphor and not (draft.actors and draft.targets):
            return True
        return main.entry.role != "event" and not draft.targets


_TOLLS = frozenset({"toll", "figure"})
_PUTS = word_set("put give revise raise lower set")
_TURNS = word_set("first second third fourth fifth sixth last")
_WHO_DID = word_set("attackers attacker assailants assailant raiders gunman kidnappers bomber")
_SECOND = (["a", "second"], ["a", "third"], ["another", "shell"], ["another", "rocket"])
_DEAD = frozenset({"die", "perish", "dead", "kia"})
_DYING = frozenset(
    {"die", "perish", "disappear", "lose their lives", "lose his life", "lose her life"}
)
_BODIES = frozenset({"body", "bodies", "corpse", "mass grave"})


def _charged(clause: Clause, draft: Draft, main: Frame) -> bool:
    """ "Accused of killing nine farmers in Beni on Sunday": told in full, if as a charge."""
    before = clause.lows[main.first - 1 : main.first]
    full = draft.date is not None and draft.place is not None and bool(draft.dead)
    return full and main.entry.pos == "v" and before in (["of"], ["for"])


def _told_anew(clause: Clause, main: Frame) -> bool:
    """ "A rocket hit", "three drones also struck": nobody spoke of them before."""
    words = clause.words
    if any(w.low == "there" for w in words[main.last : main.last + 3]):
        return False  # "when a missile came down there": where was told before
    if any(w.low == "also" for w in words[max(0, main.first - 3) : main.last + 2]):
        return True
    if "there" in clause.lows[main.last : main.last + 2]:
        return False  # "a missile came down there": where the one told before was
    if main.entry.pos == "n":
        return not main.definite and main.occurs
    doers = main.objects if main.voice == "passive" else main.subjects
    told = [clause.phrases[s] for s in doers if s >= 0]
    if not told or main.entry.role == "effect":
        return False
    opening, head = words[told[0].first], words[told[0].head]
    plain = opening.tag in "jn" and opening.text[:1].islower() and head.low.endswith("s")
    return opening.low in {"a", "an", "some", "several"} or opening.tag == "q" or plain


_SETS_IN_TIME = word_set(
    "come follow precede coincide overshadow cast prompt draw spark raise end mark threaten "
    "complicate"
)

_TURN_UP = word_set(
    "find discover recover unearth dump exhume leave turn surface lie wash float "
    "gather collect count retrieve"
)
"""What is said of bodies that tells of a killing: "was left outside the market"."""

_SPLINTERS = word_set("fragments fragment debris shrapnel splinters splinter wreckage glass")

_HURT = word_set("victims dead survivors bodies wounded injured")
_THINGS = word_set(
    "boat ship vessel tanker bus train car truck convoy lorry plane helicopter aircraft hotel "
    "church mosque school hospital embassy building market bridge pipeline plant refinery depot"
)

_UNITS = word_set("hour hours days nights weeks months years day night week month year")


def _log_entry(clause: Clause) -> bool:
    """ "07 Sep, late morning: river boat hit": an entry of a log, under its own day."""
    words = clause.words
    first = words[0].low
    if words[0].tag != "q" and first not in TIME:
        return False
    for k in range(1, min(9, len(words) - 1)):
        if words[k].text == ":":
            return True
        if words[k].tag in "vx.":
            return False
    return False


def _another_day(opening: list[str]) -> bool:
    """ "The next morning", "Two days later", "The day after that": not what was told before."""
    if opening[:4] == ["on", "the", "same", "day"] or opening[:3] in _SAME_DAY:
        return True
    if opening[:2] in (["the", "next"], ["the", "following"], ["a", "day"], ["days", "later"]):
        return True
    if opening[:1] == ["the"] and opening[1:2] and opening[1] in {"day", "night", "week"}:
        return bool(opening[2:3]) and opening[2] in {"after", "before"}
    for k in range(4):
        if (
            opening[k : k + 1]
            and opening[k] in _UNITS
            and opening[k + 1 : k + 2]
            and opening[k + 1] in {"later", "earlier", "before"}
        ):
            return True
    return False


_SAME_DAY = (["the", "same", "day"], ["that", "same", "day"], ["on", "that", "day"])
