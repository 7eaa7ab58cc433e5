"""Place names in running text: found, and each led to the place that it means.

Examples
--------
>>> from gazetteer.store import Store                                # doctest: +SKIP
>>> recogniser = Recogniser(Store.open())                            # doctest: +SKIP
>>> [m.place.name for m in recogniser.toponyms("Rain in Lyon, France.")]  # doctest: +SKIP
['Lyon', 'France']
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from gazetteer.features import TYPE_WORDS
from gazetteer.model import Candidate as PlaceCandidate
from gazetteer.model import FeatureClass, Mention, Place
from gazetteer.names import fold
from gazetteer.toponyms import roles
from gazetteer.toponyms.evidence import LOWER, Candidate, Surroundings, features, frames, survey
from gazetteer.toponyms.lookup import Entry, Lexicon, Match
from gazetteer.toponyms.senses import CONTEXT_FEATURES, Link, Senses, Unit, choose
from gazetteer.toponyms.tokens import Gap, Shape, Tokens, Vocabulary, tokenise
from gazetteer.toponyms.weights import RECOGNITION_WEIGHTS, SENSE_WEIGHTS
from gazetteer.toponyms.words import Word

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gazetteer.store import Store

__all__ = ["Recogniser", "Reading"]

SpanFinder: TypeAlias = Callable[[str], Sequence[tuple[int, int]]]

WINDOW = 100_000
"""Characters read at a time; each such part of a longer text is a document by itself."""
_HOPELESS = -4.0
"""Log-odds below which a run of words takes no part in anything that follows."""
_STARTS = attrgetter("starts")
_SOURCE_LEAST = -2.5
"""The name of a paper is an organisation's, which speaks against the place in it."""
_RUNNERS_UP, _FEWEST, _FAINT = 5, 3, 0.01
"""Candidates told of one name, at the most and, however faint, at the least."""
_MOSTLY = 0.3
"""Share of a text in sentences without capitals from which names are sought in them."""
_NATURAL = frozenset(
    {
        FeatureClass.RIVER, FeatureClass.LAKE, FeatureClass.SEA, FeatureClass.STRAIT,
        FeatureClass.MOUNTAINS, FeatureClass.DESERT,
    }
)  # fmt: skip
_BREAK = re.compile(r"\n\s*\n|(?<=[.!?])\s+|\n|\s+")


class Reading:
    """One document on its way from words to mentions; `learn` looks into it."""

    __slots__ = ("around", "candidates", "links", "senses", "tokens", "unit_of", "units")

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.around: Surroundings
        self.candidates: list[Candidate] = []
        self.units: list[Unit] = []
        self.unit_of: list[int] = []
        """For each candidate the index of its unit, -1 for none."""
        self.links: list[Link] = []
        self.senses: Senses | None = None


class Recogniser:
    """Finds place names in text and resolves them against a store.

    Parameters
    ----------
    store
        The gazetteer's store.
    find_spans
        A finder of names to use instead of our own recognition, such as a model's: given
        a text it returns offsets. Resolution stays ours.
    """

    def __init__(
        self,
        store: Store,
        *,
        find_spans: SpanFinder | None = None,
        recognition: Mapping[str, float] = RECOGNITION_WEIGHTS,
        senses: Mapping[str, float] = SENSE_WEIGHTS,
    ) -> None:
        self.lexicon = Lexicon(store, senses)
        self.store = store
        self._find_spans = find_spans
        self._recognition = recognition
        self._senses = senses
        self._parts: dict[int, tuple[Entry, Entry]] = {}
        self._vocabularies: dict[str, Vocabulary] = {}

    def toponyms(
        self,
        text: str,
        *,
        spans: Sequence[tuple[int, int]] | None = None,
        source: str | None = None,
    ) -> tuple[Mention, ...]:
        """Every place name in a text, in order, with its place where one is known.

        Parameters
        ----------
        text
            Running text of any length.
        spans
            Offsets of the names, if they are known: then each is answered, none is sought.
        source
            Who published the text, such as "The Lincoln Journal": places in it are context.

        Returns
        -------
        tuple of Mention
            In the order of the text; with `spans`, in their order. `place` is None where
            only the frame shows a name to be a place; its first candidate is then the
            place around it, with `match` "context".
        """
        if spans is None and self._find_spans is not None:
            spans = self._find_spans(text)
        if spans is not None:
            given = self.read_spans(text, spans, source=source)
            return tuple(self._mentions(given, range(len(given.candidates)), 0))
        return tuple(self.iter_toponyms(text, source=source))

    def iter_toponyms(self, text: str, *, source: str | None = None) -> Iterator[Mention]:
        """As `toponyms`, part by part: memory stays that of one part of a long text."""
        for start, stop in _windows(text):
            part = text if stop - start == len(text) else text[start:stop]
            reading = self.read(part, source=source)
            yield from self._mentions(reading, self.select(reading), start)

    # --- the steps, in order ---------------------------------------------------------

    def read(self, text: str, *, source: str | None = None) -> Reading:
        """Candidates of a text with their evidence, and the senses of their names."""
        tokens = tokenise(text, self._vocabularies)
        reading = Reading(tokens)
        if not len(tokens):
            return reading
        reading.around = around = survey(tokens)
        matches = self.lexicon.matches(tokens, self._eligible(around))
        for match in matches:
            for i in (match.first, match.stop):
                table = around.match_starts if i == match.first else around.match_stops
                known = table.get(i)
                if known is None or len(known.static) < 1:
                    table[i] = match.entry
        weights = self._recognition
        taken = {(match.first, match.stop): match for match in matches}
        for match in [*matches, *self._directed(around, matches, taken)]:
            if self._is_article_only(around, match, taken):
                continue
            self._add(reading, match, features(around, match), weights)
        for first, stop, kind in frames(around, set(taken)):
            entry = self._framed_entry(around, first, stop, kind)
            match = Match(first, stop, 0, tokens.ends[stop - 1], _UNKNOWN if entry is None else entry)
            found = features(around, Match(first, stop, 0, match.end, _UNKNOWN), kind)
            if entry is not None:
                found.append("typed_known")
            self._add(reading, match, found, weights)
        self._resolve(reading, source)
        self._reconsider(reading)
        return reading

    def select(self, reading: Reading) -> list[int]:
        """Indices of the candidates that stand, longest first where they overlap."""
        taken = bytearray(len(reading.tokens))
        chosen = []
        order = sorted(
            (i for i, c in enumerate(reading.candidates) if c.logit > 0),
            key=lambda i: (
                reading.candidates[i].first - reading.candidates[i].stop,
                -reading.candidates[i].logit,
            ),
        )
        for i in order:
            c = reading.candidates[i]
            if not any(taken[c.first : c.stop]):
                taken[c.first : c.stop] = b"\1" * (c.stop - c.first)
                chosen.append(i)
        return sorted(chosen, key=lambda i: reading.candidates[i].start)

    @staticmethod
    def _eligible(around: Surroundings) -> NDArray[np.bool_]:
        tokens = around.tokens
        words = tokens.words
        eligible = np.fromiter(map(_STARTS, words), np.bool_, len(words))
        bits, lower = around.bit_array, around.shape_array == Shape.LOWER
        # "al-Bab": a small word in lower case that a capital follows.
        small = (bits & Word.ARTICLE != 0) & lower
        small[:-1] &= eligible[1:] & np.fromiter(tokens.joins, np.bool_, len(words))[:-1]
        small[-1] = False
        if LOWER in around.modes:
            plain = np.array(around.modes) == LOWER
            if plain.sum() > _MOSTLY * len(words):
                long = np.fromiter((len(w.raw) > 2 for w in words), np.bool_, len(words))
                eligible |= plain & lower & long & (bits & (Word.FUNCTION | Word.COMMON) == 0)
        eligible |= small
        if "#" in tokens.text:
            for i in np.flatnonzero(lower).tolist():
                start = tokens.starts[i]
                if start and tokens.text[start - 1] == "#":
                    eligible[i] = True
        return eligible

    def _directed(
        self, around: Surroundings, matches: Sequence[Match], taken: Mapping[tuple[int, int], Match]
    ) -> Iterator[Match]:
        """"North Dallas", "Greater Mumbai": names of parts, led to the whole."""
        tokens, bits = around.tokens, around.bits
        for match in matches:
            at = match.first - 1
            if (
                at >= 0
                and bits[at] & Word.DIRECTION
                and tokens.words[at].shape == Shape.CAPITALISED
                and tokens.gaps[at] == Gap.SPACE
                and not match.entry.demonym
                and (at, match.stop) not in taken
            ):
                whole = self._parts.get(id(match.entry))
                if whole is None or whole[0] is not match.entry:
                    e = match.entry
                    part = Entry(e.key, e.static, e.features, match="part")
                    whole = self._parts[id(e)] = (e, part)
                yield Match(at, match.stop, 0, match.end, whole[1])

    @staticmethod
    def _is_article_only(
        around: Surroundings, match: Match, taken: Mapping[tuple[int, int], Match]
    ) -> bool:
        """Whether a name is another with "the" before it: "The Philippines"."""
        if not around.bits[match.first] & Word.THE or match.stop - match.first < 2:
            return False
        rest = taken.get((match.first + 1, match.stop))
        return (
            rest is not None
            and not match.entry.preferred
            and bool(rest.entry.static[0, 6] == match.entry.static[0, 6])
        )

    @staticmethod
    def _add(reading: Reading, match: Match, found: list[str], weights: Mapping[str, float]) -> None:
        logit = 0.0
        for name in found:
            logit += weights[name]
        if logit < _HOPELESS:
            return
        tokens = reading.tokens
        entry = None if match.entry is _UNKNOWN else match.entry
        key = match.entry.key or tokens.text[tokens.starts[match.first] : match.end]
        reading.candidates.append(
            Candidate(
                match.first, match.stop, tokens.starts[match.first] + match.start_cut, match.end,
                entry, found, logit, key,
            )
        )  # fmt: skip

    def _framed_entry(self, around: Surroundings, first: int, stop: int, kind: str) -> Entry | None:
        """The places that a run beside a type word may mean, if any source has them."""
        words = around.tokens.words[first:stop]
        keys = [w.folded for w in words]
        if kind and kind in TYPE_WORDS:
            if keys[-1] == kind and len(keys) > 1:
                keys = keys[:-1]
            elif keys[0] == kind and len(keys) > 1:
                keys = keys[1:]
                if keys[0] == "of":
                    keys = keys[1:]
            entry = self.lexicon.typed(" ".join(keys), kind)
            if entry is not None:
                return entry
        return None

    def _hint(self, around: Surroundings, candidate: Candidate) -> FeatureClass | None:
        tokens, bits = around.tokens, around.bits
        stop, first = candidate.stop, candidate.first
        if "type_after" in candidate.features:
            return TYPE_WORDS.get(tokens.words[stop].folded)
        if "type_of" in candidate.features:
            at = first - 1
            while at > 0 and not bits[at] & Word.OF:
                at -= 1
            return TYPE_WORDS.get(tokens.words[at - 1].folded) if at else None
        if "type_before" in candidate.features:
            return TYPE_WORDS.get(tokens.words[first - 1].folded)
        return None

    def _resolve(self, reading: Reading, source: str | None) -> None:
        tokens, around = reading.tokens, reading.around
        index: dict[tuple[int, int, FeatureClass | None], int] = {}
        by_first: dict[int, int] = {}
        for i, c in enumerate(reading.candidates):
            if c.entry is not None and (
                c.first not in by_first or reading.candidates[by_first[c.first]].logit < c.logit
            ):
                by_first[c.first] = i
        keys: list[tuple[int, int, FeatureClass | None] | None] = []
        outer: list[tuple[int, bool] | None] = []
        for c in reading.candidates:
            if c.entry is None:
                keys.append(None)
                outer.append(None)
                continue
            beside = self._beside(tokens, around, c, by_first, reading.candidates)
            hint = self._hint(around, c)
            outer.append(beside)
            region = reading.candidates[beside[0]].entry if beside and not beside[1] else None
            keys.append((id(c.entry), id(region) if region is not None else 0, hint))
        for c, key in zip(reading.candidates, keys, strict=True):
            if key is None or c.entry is None:
                reading.unit_of.append(-1)
                continue
            at = index.get(key)
            if at is None:
                at = index[key] = len(reading.units)
                reading.units.append(Unit(c.entry, key[2]))
            reading.units[at].weight += _sigmoid(c.logit) * (0.7 if c.entry.demonym else 1.0)
            reading.unit_of.append(at)
        for i, beside in enumerate(outer):
            if beside is not None and reading.unit_of[beside[0]] >= 0:
                link = Link(reading.unit_of[i], reading.unit_of[beside[0]], beside[1])
                if link.inner != link.outer:
                    reading.links.append(link)
        for unit in reading.units:
            unit.weight = min(unit.weight, 1.0 + math.log1p(unit.weight))
        if source:
            for c in self.read(source).candidates:
                if c.entry is not None and c.logit > _SOURCE_LEAST:
                    reading.units.append(Unit(c.entry, None, 1.5))
        if reading.units:
            reading.senses = choose(
                reading.units, reading.links, self._senses, self.store.feature_classes
            )

    @staticmethod
    def _beside(
        tokens: Tokens,
        around: Surroundings,
        c: Candidate,
        by_first: Mapping[int, int],
        candidates: Sequence[Candidate],
    ) -> tuple[int, bool] | None:
        """The candidate that stands beside another as its region, and whether loosely."""
        stop = c.stop
        if stop >= len(tokens) or (c.entry is not None and c.entry.demonym):
            return None
        gap = tokens.gaps[stop - 1]
        words, bits = tokens.words, around.bits
        if gap in (Gap.COMMA, Gap.OPENING) and stop in by_first:
            other = candidates[by_first[stop]]
            if other.entry is not None and not other.entry.demonym:
                return by_first[stop], False
        if gap == Gap.SPACE and stop in by_first:
            other = candidates[by_first[stop]]
            if other.entry is not None and other.entry.match == "abbreviation":
                return by_first[stop], False
        # "in", perhaps with "the", "northern", "province of" before the region.
        at = stop
        if gap == Gap.SPACE and bits[at] & (Word.GEO | Word.GROUND) and words[at].shape == Shape.LOWER:
            at += 1
        if at < len(words) and (bits[at] & Word.INSIDE or (bits[at] & Word.NEAR and words[at].folded == "off")):
            for i in range(at + 1, min(at + 6, len(words))):
                if tokens.gaps[i - 1] == Gap.END:
                    break
                if i in by_first:
                    return by_first[i], True
                if words[i].shape != Shape.LOWER:
                    break
        return None

    def _reconsider(self, reading: Reading) -> None:
        """Weigh each candidate again in the light of the whole document."""
        weights, senses = self._recognition, reading.senses
        strongest: dict[str, float] = {}
        count: dict[str, int] = {}
        for c in reading.candidates:
            strongest[c.key] = max(strongest.get(c.key, -9.0), c.logit)
            count[c.key] = count.get(c.key, 0) + 1
        share = None
        if senses is not None:
            share = senses.context[senses.best, CONTEXT_FEATURES.index("country_share")]
            area = senses.static[senses.best, 7]
            population = senses.static[senses.best, 8]
        for c, at in zip(reading.candidates, reading.unit_of, strict=True):
            found = []
            if count[c.key] > 1:
                top = strongest[c.key]
                if top > 2.0 and c.logit < top - 0.5:
                    found.append("elsewhere_place")
                elif top < 0:
                    found.append("elsewhere_none")
            if at >= 0 and senses is not None and share is not None and area[at] == 0:
                if senses.nearest_km[at] < 150:
                    found.append("near_others")
                if share[at] > 0.25:
                    found.append("country_of_others")
                elif share[at] < 0.05 and senses.nearest_km[at] > 500:
                    found.append("apart_from_others" if population[at] >= 5 else "small_apart_from_others")
            c.features += found
            for name in found:
                c.logit += weights[name]

    # --- mentions --------------------------------------------------------------------

    def _mentions(self, reading: Reading, chosen: Sequence[int], offset: int) -> Iterator[Mention]:
        candidates = reading.candidates
        names = {candidates[i].first for i in chosen}
        ranked: dict[int, tuple[PlaceCandidate, ...]] = {}
        for i in chosen:
            c = candidates[i]
            at = reading.unit_of[i]
            demonym = c.entry is not None and c.entry.demonym
            if at >= 0:
                if at not in ranked:
                    ranked[at] = self._rank(reading, at)
                options = ranked[at]
            else:
                options = ()
            place = options[0].place if options and self._settled(reading, at) else None
            if place is None:
                options = self._context(reading, chosen, i)
            score = _sigmoid(c.logit) * (options[0].score if place is not None else 1.0)
            yield Mention(
                start=c.start + offset,
                end=c.end + offset,
                text=reading.tokens.text[c.start : c.end],
                place=place,
                score=score,
                role=roles.role(reading.around, c.first, c.stop, demonym=demonym, names=names),
                form="demonym" if demonym else "name",
                candidates=options,
            )

    def _settled(self, reading: Reading, at: int) -> bool:
        """Whether a unit has a place: "the Jordan river" is no country."""
        unit, senses = reading.units[at], reading.senses
        if senses is None or unit.hint not in _NATURAL:
            return True
        return bool(senses.context[senses.best[at], CONTEXT_FEATURES.index("type_fits")])

    def _rank(self, reading: Reading, at: int) -> tuple[PlaceCandidate, ...]:
        senses = reading.senses
        assert senses is not None
        begin = int(senses.begin[at])
        entry = reading.units[at].entry
        share = senses.share[begin : begin + len(entry.static)].tolist()
        order = sorted(range(len(share)), key=share.__getitem__, reverse=True)[:_RUNNERS_UP]
        return tuple(
            PlaceCandidate(
                self.store.place(int(senses.static[begin + i, 6])),
                share[i],
                entry.match,
                _reasons(senses, begin + i, entry, first=k == 0),
            )
            for k, i in enumerate(order)
            if k < _FEWEST or share[i] > _FAINT
        )

    def _context(self, reading: Reading, chosen: Sequence[int], i: int) -> tuple[PlaceCandidate, ...]:
        """The place around a name that no source has: the nearest in the text, smallest first."""
        senses = reading.senses
        if senses is None:
            return ()
        here = reading.candidates[i]
        inside = self._inside(reading, here)
        if inside is not None:
            return (
                PlaceCandidate(inside, 0.0, "context", ("in no source; named after this place",)),
            )
        best: tuple[float, int] | None = None
        for j in chosen:
            at = reading.unit_of[j]
            c = reading.candidates[j]
            if j == i or at < 0:
                continue
            gap = c.first - here.stop if c.first > here.first else here.first - c.stop
            # A region right after it is its own; then what was said before, then after.
            cost = gap if c.first < here.first else 1.3 * gap
            if c.first == here.stop and reading.tokens.gaps[here.stop - 1] in (Gap.COMMA, Gap.OPENING):
                cost = -1.0
            if c.entry is not None and c.entry.demonym:
                cost += 40
            cost += 15 * float(senses.static[senses.best[at], 7] == 3)
            cost += 100 * float(senses.static[senses.best[at], 7] == 1)
            if best is None or cost < best[0]:
                best = (cost, at)
        if best is None:
            return ()
        place = self.store.place(int(senses.static[senses.best[best[1]], 6]))
        return (
            PlaceCandidate(place, 0.0, "context", ("in no source; bounded by what stands near it",)),
        )

    def _inside(self, reading: Reading, here: Candidate) -> Place | None:
        """The place whose name is part of a longer name: "Donetsk airport"."""
        words = reading.tokens.words[here.first : here.stop]
        senses = reading.senses
        for length in range(len(words) - 1, 0, -1):
            for first in range(len(words) - length + 1):
                part = words[first : first + length]
                if length == 1 and part[0].bits & _NOT_INSIDE:
                    continue
                entry = self.lexicon.named(" ".join(w.folded for w in part))
                if entry is None:
                    continue
                for at, unit in enumerate(reading.units):
                    if unit.entry is entry and senses is not None:
                        return self.store.place(int(senses.static[senses.best[at], 6]))
                if _NOTED & set(entry.features):
                    return self.store.place(int(entry.static[0, 6]))
        return None

    # --- given spans -----------------------------------------------------------------

    def read_spans(
        self, text: str, spans: Sequence[tuple[int, int]], *, source: str | None = None
    ) -> Reading:
        """As `read`, for names whose offsets are given: one candidate a span, in order."""
        reading = self.read(text, source=None)
        given = Reading(reading.tokens)
        tokens = reading.tokens
        given.around = reading.around if len(tokens) else survey(tokens)
        known = {(c.start, c.end): c for c in reading.candidates if c.entry is not None}
        start_at = {start: i for i, start in enumerate(tokens.starts)}
        for start, end in spans:
            c = known.get((start, end))
            entry = c.entry if c is not None else self._lookup(text[start:end])
            first = start_at.get(start)
            if first is None:
                first = max(0, int(np.searchsorted(tokens.starts, start, side="right")) - 1)
            stop = max(first + 1, int(np.searchsorted(tokens.starts, end)))
            found = c.features if c is not None else features(
                given.around, Match(first, stop, 0, end, _UNKNOWN), ""
            ) if len(tokens) else []
            given.candidates.append(
                Candidate(first, stop, start, end, entry, list(found), 4.0, fold(text[start:end]))
            )
        if all(c.entry is None for c in given.candidates):
            # Nothing else says where the text is: a likely spelling is better than nothing.
            for c in given.candidates:
                c.entry = self.lexicon.like(text[c.start : c.end])
        self._resolve(given, source)
        return given

    def _lookup(self, text: str) -> Entry | None:
        """The places of a name given as such, with or without its type words."""
        bare = re.sub(r"['’][sS]$|^#", "", text.strip())
        entry = self.lexicon.abbreviation(text) or self.lexicon.named(fold(bare))
        if entry is not None:
            return entry
        demonym = self.lexicon.demonym_named(fold(bare))
        if demonym is not None:
            return demonym
        camel = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", bare)
        entry = self.lexicon.variant(camel) or self.lexicon.run_together(fold(bare))
        if entry is not None:
            return entry
        if bare.islower() and len(bare) > 1:
            entry = self.lexicon.abbreviation(bare.upper())
            if entry is not None:
                return entry
        words = fold(bare).split()
        for i in (-1, 0):
            if len(words) > 1 and words[i] in TYPE_WORDS:
                rest = words[:-1] if i else words[1:]
                if rest[0] == "of" and len(rest) > 1:
                    rest = rest[1:]
                entry = self.lexicon.typed(" ".join(rest), words[i])
                if entry is not None:
                    return entry
        # "northern Syria", "downtown Chicago": the whole stands for its part.
        while len(words) > 1 and words[0] in _PARTS:
            words = words[1:]
            entry = self.lexicon.named(" ".join(words)) or self.lexicon.demonym_named(" ".join(words))
            if entry is not None:
                return Entry(entry.key, entry.static, entry.features, entry.demonym, "part")
        return None


_PARTS = frozenset(
    "north south east west northern southern eastern western northeast northwest southeast southwest "
    "northeastern northwestern southeastern southwestern central upper lower inner outer greater "
    "downtown mid old new the far ne nw se sw metro".split()
)
_NOTED = frozenset({"country", "admin1", "town_1e5", "town_1e6"})
_NOT_INSIDE = (
    Word.FUNCTION | Word.COMMON | Word.GEO | Word.FACILITY | Word.STREET | Word.ORGANISATION
    | Word.DIRECTION | Word.GIVEN | Word.TITLE | Word.DATE | Word.ARTICLE
)  # fmt: skip
_UNKNOWN = Entry("", np.empty((0, 10)), ())


def _sigmoid(x: float) -> float:
    return 1.0 / (1.0 + math.exp(-x)) if x > -30 else 0.0


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Parts of a text, each ending where a paragraph, a sentence or a word does."""
    start = 0
    while start < len(text):
        stop = min(start + WINDOW, len(text))
        if stop < len(text):
            tail = text[stop - 2000 : stop]
            for pattern in ("\n\n", "\n", ". ", " "):
                at = tail.rfind(pattern)
                if at >= 0:
                    stop = stop - 2000 + at + len(pattern)
                    break
        yield start, stop
        start = stop


_SAID = {
    "linked": "the region beside it holds it",
    "linked_loosely": "the region said to hold it does",
    "holds_linked": "holds the place beside it",
    "type_fits": "is of the kind said",
    "same_sense": "meant where the name is explained",
    "country_named": "its country is named",
    "unit_named": "its province is named",
    "within_50_km": "within 50 km of another place named",
    "within_200_km": "within 200 km of another place named",
}


_SAID_OF = tuple(_SAID.get(name, "") for name in CONTEXT_FEATURES)


def _reasons(senses: Senses, row: int, entry: Entry, *, first: bool) -> tuple[str, ...]:
    said = [s for s, value in zip(_SAID_OF, senses.context[row].tolist(), strict=True) if value and s]
    if "within 50 km of another place named" in said:
        said.remove("within 200 km of another place named")
    if len(entry.static) == 1:
        said.insert(0, "the only place of that name")
    elif first and not said:
        said.append(f"the most important of {len(entry.static)} places of that name")
    if entry.match == "namesake":
        said.append("the unit itself is in no source; placed at its namesake")
    elif entry.match == "demonym":
        said.append("adjective of the place")
    return tuple(said)
