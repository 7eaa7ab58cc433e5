"""Place names in running text: found, and each led to the place that it means."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import compress
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

from gazetteer.features import TYPE_WORDS
from gazetteer.names import fold
from gazetteer.toponyms.answers import mentions
from gazetteer.toponyms.entries import UNKNOWN, Entry
from gazetteer.toponyms.evidence import Candidate, features
from gazetteer.toponyms.frames import frames
from gazetteer.toponyms.given import look_up
from gazetteer.toponyms.lookup import Lexicon, Match
from gazetteer.toponyms.reading import Reading, reconsider, resolve
from gazetteer.toponyms.survey import LOWER, Surroundings, survey
from gazetteer.toponyms.tokens import Gap, Shape, Vocabulary, tokenise
from gazetteer.toponyms.weights import RECOGNITION_WEIGHTS, SENSE_WEIGHTS
from gazetteer.toponyms.words import Word

if TYPE_CHECKING:
    from gazetteer.model import Mention
    from gazetteer.store import Store

__all__ = ["Recogniser"]

SpanFinder: TypeAlias = Callable[[str], Sequence[tuple[int, int]]]

_WINDOW, _TAIL = 100_000, 2_000
"""Characters read at a time, and how far back from there a good end is sought; each such part
of a longer text is a document by itself."""
_HOPELESS = -4.0
"""Log-odds below which a run of words takes no part in anything that follows."""
_GIVEN = 4.0
"""Log-odds of a name that the caller says is one."""
_MOSTLY = 0.3
"""Share of a text in sentences without capitals from which names are sought in them."""
_STARTS = attrgetter("starts")


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
            place around it, with `match` "context", or "elsewhere" where the name has
            namesakes but none in the region that the text puts it in.
        """
        if spans is None and self._find_spans is not None:
            spans = self._find_spans(text)
        if spans is not None:
            given = self.read_spans(text, spans, source=source)
            return tuple(mentions(given, range(len(given.candidates)), self.lexicon))
        return tuple(self.iter_toponyms(text, source=source))

    def iter_toponyms(self, text: str, *, source: str | None = None) -> Iterator[Mention]:
        """As `toponyms`, part by part: memory stays that of one part of a long text."""
        for start, stop in _windows(text):
            part = text if stop - start == len(text) else text[start:stop]
            reading = self.read(part, source=source)
            yield from mentions(reading, self.select(reading), self.lexicon, offset=start)

    # --- the steps, in order ---------------------------------------------------------

    def read(self, text: str, *, source: str | None = None) -> Reading:
        """Candidates of a text with their evidence, and the senses of their names."""
        tokens = tokenise(text, self._vocabularies)
        reading = Reading(tokens)
        reading.around = around = survey(tokens)
        if not len(tokens):
            return reading
        matches = self.lexicon.matches(tokens, _eligible(around), around)
        for match in matches:
            around.match_starts.setdefault(match.first, match.entry)
            around.match_stops.setdefault(match.stop, match.entry)
        taken = {(match.first, match.stop): match for match in matches}
        for match in (*matches, *self._directed(around, matches, taken)):
            if not _is_article_only(around, match, taken):
                self._weigh(reading, match, features(around, match))
        for first, stop, kind in frames(around, set(taken)):
            match = Match(first, stop, 0, tokens.ends[stop - 1], UNKNOWN)
            found = features(around, match, kind)
            entry = self._framed(around, first, stop, kind)
            if entry is not None:
                match = replace(match, entry=entry)
                found.append("typed_known")
            self._weigh(reading, match, found)
        self._resolve(reading, source)
        reconsider(reading, self._recognition)
        return reading

    def read_spans(
        self, text: str, spans: Sequence[tuple[int, int]], *, source: str | None = None
    ) -> Reading:
        """As `read`, for names whose offsets are given: one candidate a span, in order."""
        reading = self.read(text)
        tokens = reading.tokens
        given = Reading(tokens)
        given.around = reading.around
        known = {(c.start, c.end): c for c in reading.candidates if c.entry is not None}
        for start, end in spans:
            name = text[start:end]
            first = max(0, bisect_right(tokens.starts, start) - 1)
            stop = max(first + 1, bisect_left(tokens.starts, end))
            c = known.get((start, end))
            if c is not None:
                entry, found = c.entry, c.features
            else:
                entry = look_up(self.lexicon, name)
                match = Match(first, stop, 0, end, UNKNOWN)
                found = features(given.around, match, "") if len(tokens) else []
            given.candidates.append(
                Candidate(first, stop, start, end, entry, list(found), _GIVEN, fold(name))
            )
        if all(c.entry is None for c in given.candidates):
            # Nothing else says where the text is: a likely spelling is better than nothing.
            for c in given.candidates:
                c.entry = self.lexicon.like(text[c.start : c.end])
        self._resolve(given, source)
        return given

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

    def _resolve(self, reading: Reading, source: str | None) -> None:
        published = self.read(source).candidates if source else ()
        resolve(reading, self._senses, self.store.feature_classes, published)

    def _weigh(self, reading: Reading, match: Match, found: list[str]) -> None:
        weights = self._recognition
        logit = 0.0
        for name in found:
            logit += weights[name]
        if logit < _HOPELESS:
            return
        tokens = reading.tokens
        entry = None if match.entry is UNKNOWN else match.entry
        key = match.entry.key or tokens.text[tokens.starts[match.first] : match.end]
        reading.candidates.append(
            Candidate(
                match.first, match.stop, tokens.starts[match.first] + match.start_cut, match.end,
                entry, found, logit, key,
            )
        )  # fmt: skip

    def _framed(self, around: Surroundings, first: int, stop: int, kind: str) -> Entry | None:
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

    def _directed(
        self, around: Surroundings, matches: Sequence[Match], taken: Mapping[tuple[int, int], Match]
    ) -> Iterator[Match]:
        """ "North Dallas", "Greater Mumbai": names of parts, led to the whole."""
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


def _eligible(around: Surroundings) -> list[int]:
    """The tokens that a name may begin with, ascending."""
    tokens, bits, shapes, joins = around.tokens, around.bits, around.shapes, around.tokens.joins
    words, text = tokens.words, tokens.text
    starts = [
        i
        for i in compress(range(len(words)), map(_STARTS, words))
        if words[i].folded not in _SECTIONS or not _is_numbered(shapes, i)
    ]
    # "al-Bab": a small word in lower case that a capital follows.
    more = {
        i - 1
        for i in starts
        if i and bits[i - 1] & Word.ARTICLE and shapes[i - 1] == Shape.LOWER and joins[i - 1]
    }
    if LOWER in around.modes and around.modes.count(LOWER) > _MOSTLY * len(words):
        plain = Word.FUNCTION | Word.COMMON
        more.update(
            i
            for i, word in enumerate(words)
            if around.modes[i] == LOWER
            and shapes[i] == Shape.LOWER
            and len(word.raw) > 2
            and not bits[i] & plain
        )
    if "#" in text:
        more.update(
            i
            for i, start in enumerate(tokens.starts)
            if shapes[i] == Shape.LOWER and start and text[start - 1] == "#"
        )
    return sorted(more.union(starts)) if more else starts


_SECTIONS = frozenset({
    "para", "paras", "par", "art", "arts", "sec", "fig", "figs", "no", "nos", "ch", "vol", "ref",
    "annex", "item", "point", "step", "table",
})  # fmt: skip
"""What stands before the number of a part of a document: "Para 35" is not in Brazil."""


def _is_numbered(shapes: Sequence[int], i: int) -> bool:
    return i + 1 < len(shapes) and shapes[i + 1] == Shape.NUMBER


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


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Parts of a text, each ending where a paragraph, a sentence or a word does."""
    start = 0
    while start < len(text):
        stop = min(start + _WINDOW, len(text))
        if stop < len(text):
            tail = text[stop - _TAIL : stop]
            for pattern in ("\n\n", "\n", ". ", " "):
                at = tail.rfind(pattern)
                if at >= 0:
                    stop = stop - _TAIL + at + len(pattern)
                    break
        yield start, stop
        start = stop
