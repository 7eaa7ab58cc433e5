"""Places told before that words point back to: "the town", "the same district", "here"."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field

from gazetteer.model import Mention
from geo.clauses import Clause
from geo.drafts.attachment import OFFICES
from geo.drafts.headings import Heading
from geo.drafts.places import mention_of
from geo.events import TIME
from geo.model import PlaceMention
from geo.whereabouts import Whereabouts
from geo.whereabouts.naming import Naming
from geo.words import Lexicon, word_set

__all__ = ["TALKS", "Told", "spoken_of"]

_TYPES = word_set(
    "province region district department governorate village town city state county island valley "
    "camp base port municipality township oblast hamlet settlement neighbourhood neighborhood "
    "suburb locality airport market outpost checkpoint junction bridge"
)
_TELLING = _TYPES | {"here", "there", "its"}
"""Words of which one stands wherever a place is pointed back to."""
TALKS = OFFICES | word_set(
    "talks summit meeting council envoy president delegation delegates negotiators diplomats "
    "conference court tribunal trial judge judges hearing verdict sentenced convicted jury funeral "
    "buried burial memorial mourned mourners anniversary film match election elections parliament "
    "ceasefire exercise exercises visited visit visiting"
)
"""Words of where people talk, judge, bury or play: no scene of a deed."""
_SAYS = word_set("told said announced arrived met")
_TOWNS = word_set("town city village hamlet settlement")
_POINTING = word_set("the same this that")
_LEADING = word_set("in at on across inside of into outside near around through throughout")
_ELSEWHERE = word_set("from to towards toward via")
_NEAR_BY = 3
"""Sentences back that "here" and "the village" may reach."""


@dataclass(slots=True)
class Told:
    """The places that a report has told so far, by the words that may point back to them."""

    by_type: dict[str, Heading] = field(default_factory=dict)
    """The last place told with a type word: "province" -> "Cabo Delgado province"."""
    town: Heading | None = None
    """The settlement told last."""
    sentence: int = 0
    """The sentence that told it."""
    last: Heading | None = None
    """The last place of a deed that is smaller than a province."""
    deed: int = 0
    """The sentence that told it."""
    scene: Heading | None = None
    """The settlement that something is in, by the sentence read last."""

    def hear(self, text: str, mentions: Sequence[Mention], sentence: int, words: Set[str]) -> None:
        """Remember the settlements that a sentence of these words names.

        Where people talk, judge or bury is no scene of what is told next: "Talks opened in
        Geneva. Jets bombed a hospital".
        """
        talks = not (words.isdisjoint(TALKS) and words.isdisjoint(_SAYS))
        self.scene = None
        for m in mentions:
            if m.form != "name" or m.role != "literal" or text[m.end : m.end + 1] == "-":
                continue
            before = text[max(0, m.start - 30) : m.start].casefold().split()[-2:]
            if not _ELSEWHERE.isdisjoint(before[-1:]) or not OFFICES.isdisjoint(before):
                continue
            if m.place is not None:
                named = Heading.of_mention(m)
            elif before[-1:] in (["in"], ["over"]) and not (self.town and self.town.known):
                place = PlaceMention(m.text, m.start, m.end)
                named = Heading(place, 6, frozenset(), False, False, m.start, m.end, m.end)
            else:
                continue
            if 5.8 <= named.rank < 7:
                self.town, self.sentence = named, sentence
                if not talks and not _LEADING.isdisjoint(before[-1:]):
                    self.scene = named

    def read(self, text: str, clause: Clause, found: Sequence[Whereabouts]) -> None:
        """Remember the places that a sentence tells with their types."""
        if clause.vocabulary.isdisjoint(_TYPES):
            return
        for whole in found:
            for w in whole.parts or [whole]:
                for low in _TYPES & set(clause.lows[w.first : w.last]):
                    self.by_type[low] = _heading(text, clause, w)

    def place(self, text: str, clause: Clause, w: Whereabouts | None, sentence: int) -> None:
        """Remember where a deed was."""
        if w is not None and w.rank >= 4.7:
            self.last, self.deed = _heading(text, clause, w), sentence

    def meant(
        self,
        text: str,
        clause: Clause,
        reach: tuple[int, int],
        place: Whereabouts | None,
        found: Sequence[Whereabouts],
        done_to: frozenset[int],
        sentence: int,
        passed: Callable[[str], Heading | None],
        *,
        finite: bool,
    ) -> Heading | None:
        """The place that the words of an incident point back to, if they do.

        Parameters
        ----------
        reach
            The words that belong to the incident.
        place
            What they call the place themselves; "the town, in X county" does not do so.
        done_to
            The words of those that it was done to: "seized the city".
        passed
            What of a kind, such as "village", the sentences just before speak of.
        finite
            Whether a verb tells it; "treat the wounded in the city" tells of no incident there.
        """
        low, high = reach
        words = clause.words
        if clause.vocabulary.isdisjoint(_TELLING):
            return None
        for k in range(max(low, 1), min(high, len(words))):
            if words[k].low not in _TYPES or words[k].possessive:
                continue
            if k + 1 < len(words) and words[k + 1].low == "of":
                continue
            first = k
            while first > 1 and words[first - 1].tag in "jn" and k - first < 2:
                first -= 1  # "the Palestinian town"
            if words[first - 1].low not in _POINTING:
                continue
            at = first - 3 if clause.lows[first - 2 : first] == ["the", "same"] else first - 2
            led = at >= 0 and words[at].tag == "p" and words[at].low in _LEADING
            led = led or (at >= 0 and _goal(clause, at))
            if not led and k not in done_to:
                continue
            beside = place is not None and 0 <= place.first - k <= 4
            if place is not None and place.rank >= 3 and not beside:
                continue
            if "same" in clause.lows[first - 1 : k] and words[k].low in _TOWNS and self.last:
                return self.last  # of the deed told before
            return self._of_type(text, clause, k, found, sentence, passed, finite=finite)
        there = _there(clause, low, high)
        if place is None and there >= 0:
            inside = [w for w in found if w.last <= there and w.mentions and 4.7 <= w.rank < 7]
            if inside:
                return _heading(text, clause, inside[-1])  # "the mayor of X said ... there"
            if sentence - self.deed == 1:
                return self.last
            return (self.town if sentence - self.sentence <= 1 else None) or passed("town")
        if place is None and _its_own(clause, low, high):
            near = sentence - self.sentence <= 1
            return (self.town if near else None) or passed("town")
        if "here" in clause.lows[low:high] and (place is None or place.rank < 3):
            return self.town if sentence - self.sentence <= _NEAR_BY else None
        return None

    def _of_type(
        self,
        text: str,
        clause: Clause,
        k: int,
        found: Sequence[Whereabouts],
        sentence: int,
        passed: Callable[[str], Heading | None],
        *,
        finite: bool,
    ) -> Heading | None:
        word = clause.words[k].low
        if word in _TOWNS and finite:
            before = [w for w in found if w.last <= k and w.mentions and 5.8 <= w.rank < 7]
            if before:
                return _heading(text, clause, before[-1])
        if word in self.by_type:
            return self.by_type[word]
        if word not in _TOWNS:
            return passed(word)
        near = sentence - self.sentence <= _NEAR_BY
        if not finite or not (near or word != "village"):
            return None
        beside = self.town is not None and sentence - self.sentence <= 1
        return (None if beside else passed(word)) or self.town


def spoken_of(
    text: str, clause: Clause, found: Sequence[Whereabouts], lex: Lexicon, word: str
) -> Heading | None:
    """What of a kind a sentence without a deed speaks of: "X lies in the hills", "in X camp".

    It is what has the word in its name; for a settlement also the subject, or the last place.
    """
    typed = [w for w in found if word in clause.lows[w.first : w.last]]
    if typed or word not in _TOWNS:
        return _heading(text, clause, typed[-1]) if typed else None
    words = clause.words
    last = Naming(clause, [False] * len(words), False).name_from(0, 4)
    if 0 < last < len(words) and (words[last].tag in "vx," or words[last].low in _LIES | {"in"}):
        lows = clause.lows[:last]
        known = any(
            low in lex.people or low in lex.actors or low in lex.tags or lex.groups.at(lows, i)[0]
            for i, low in enumerate(lows)
        )
        speaks = words[last].tag == "v" and words[last].low in lex.report
        if not known and not speaks:
            start, end = words[0].start, words[last - 1].end
            place = PlaceMention(text[start:end], start, end)
            return Heading(place, 5.2, frozenset(), False, False, start, end, end)
    towns = [
        w
        for w in found
        if 4.7 <= w.rank < 7 and OFFICES.isdisjoint(clause.lows[max(0, w.first - 3) : w.first])
    ]
    return _heading(text, clause, towns[-1]) if towns else None


_LIES = word_set("lies lay stands sits")
_COMES = word_set("come go drive march return ride move arrive walk")


def _goal(clause: Clause, k: int) -> bool:
    """ "Came to the village", with "to" as word `k`."""
    return clause.lows[k] == "to" and any(
        w.lemma in _COMES for w in clause.words[max(0, k - 3) : k]
    )


_OF_A_TOWN = word_set(
    "hospital airport market streets centre center outskirts suburbs port station bridge mosque "
    "church cathedral university school power"
)


def _its_own(clause: Clause, low: int, high: int) -> bool:
    """ "Shells hit its hospital": of the town spoken of."""
    lows = clause.lows[low:high]
    return any(
        x == "its" and not _OF_A_TOWN.isdisjoint(lows[k + 1 : k + 4]) for k, x in enumerate(lows)
    )


def _there(clause: Clause, low: int, high: int) -> int:
    """Where it says "a missile came down there", not "there were" or "up there in"; or -1."""
    words = clause.words
    for k in range(max(low, 1), min(high, len(words))):
        after = words[k + 1] if k + 1 < len(words) else None
        timed = after is not None and (after.low in TIME or after.low in {"on", "in", "last"})
        if words[k].low == "there" and (after is None or after.tag in ",;.c" or timed):
            return k
    return -1


def _heading(text: str, clause: Clause, w: Whereabouts) -> Heading:
    place = mention_of(text, clause, w)
    known = bool(w.mentions) and not w.unknown
    return Heading(place, w.rank, w.place_ids(), known, known, place.start, place.end, place.end)
