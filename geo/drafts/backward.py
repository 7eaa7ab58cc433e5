"""Places told before that words point back to: "the town", "the same district", "here"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from gazetteer.model import Mention
from geo.clauses import Clause
from geo.drafts.attachment import OFFICES
from geo.drafts.headings import Heading
from geo.drafts.places import mention_of
from geo.model import PlaceMention
from geo.whereabouts import Whereabouts
from geo.words import word_set

__all__ = ["Told"]

_TYPES = word_set(
    "province region district department governorate village town city state county "
    "island valley camp base port municipality township oblast"
)
_TELLING = _TYPES | {"here", "there"}
"""Words of which one stands wherever a place is pointed back to."""
_TOWNS = word_set("town city village")
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

    def hear(self, text: str, mentions: Sequence[Mention], sentence: int) -> None:
        """Remember the settlements that a sentence names."""
        self.scene = None
        for m in mentions:
            before = text[max(0, m.start - 30) : m.start].casefold().split()[-2:]
            away = not _ELSEWHERE.isdisjoint(before[-1:]) or not OFFICES.isdisjoint(before)
            if m.form != "name" or m.role != "literal" or text[m.end : m.end + 1] == "-" or away:
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
                if not _LEADING.isdisjoint(before[-1:]):
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
            led = first > 1 and words[first - 2].tag == "p" and words[first - 2].low in _LEADING
            if not led and not (k in done_to and words[k].low in _TOWNS):
                continue
            beside = place is not None and 0 <= place.first - k <= 4
            if place is not None and place.rank >= 3 and not beside:
                continue
            return self._of_type(text, clause, k, found, sentence, finite=finite)
        if place is None and sentence - self.deed == 1 and _there(clause, low, high):
            return self.last
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
        near = sentence - self.sentence <= _NEAR_BY
        meant = finite and word in _TOWNS and (near or word != "village")
        return self.town if meant else None


def _there(clause: Clause, low: int, high: int) -> bool:
    """ "a missile came down there", not "there were" and not "up there in"."""
    words = clause.words
    return any(
        words[k].low == "there" and (k + 1 >= len(words) or words[k + 1].tag in ",;.c")
        for k in range(max(low, 1), min(high, len(words)))
    )


def _heading(text: str, clause: Clause, w: Whereabouts) -> Heading:
    place = mention_of(text, clause, w)
    known = bool(w.mentions) and not w.unknown
    return Heading(place, w.rank, w.place_ids(), known, known, place.start, place.end, place.end)
