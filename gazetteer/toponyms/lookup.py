"""Names of the store in the words of a text.

All runs of up to five words are hashed; those not met before are tested in one call, and
only those that are names are looked at further.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, product
from typing import TYPE_CHECKING

import numpy as np

from gazetteer.names import HASH_PRIME, fold, phrase_hash
from gazetteer.toponyms.entries import KEPT, Entry, Meanings
from gazetteer.toponyms.survey import Surroundings
from gazetteer.toponyms.tokens import Gap, Shape, Token, Tokens, has_dense, is_dense
from gazetteer.toponyms.weights import SENSE_WEIGHTS
from gazetteer.toponyms.words import Word

if TYPE_CHECKING:
    from gazetteer.store import Store

__all__ = ["Lexicon", "Match"]

_LONGEST = 5
"""Words of the longest name looked for; longer ones are rare in running text."""
_64_BITS = (1 << 64) - 1
_LONGEST_DENSE = 8
"""Signs of the longest name looked for in Chinese and Japanese."""


@dataclass(slots=True)
class Match:
    """A run of tokens that is a name."""

    first: int
    stop: int
    start_cut: int
    """Letters before the name inside the first token: an elided article."""
    end: int
    """Offset of its end in the text."""
    entry: Entry


def _place_in_text(match: Match) -> tuple[int, int]:
    return match.first, -match.stop


class Lexicon(Meanings):
    """The store's names, as a reader of running text looks for them."""

    def __init__(self, store: Store, weights: Mapping[str, float] = SENSE_WEIGHTS) -> None:
        super().__init__(store, weights)
        self._known: dict[int, bool] = {}
        self._specials: dict[str, bool] = {}

    def matches(self, tokens: Tokens, starts: Sequence[int], around: Surroundings) -> list[Match]:
        """Every run of tokens that is a name or an abbreviation, longest first at a start.

        `starts` are the tokens that a name may begin with, ascending. A name goes on over a
        gap that joins, to a capital, a short word or another such start, and ends with a
        word in lower case only if that is a start.
        """
        if not starts:
            return []
        words, joins, bits, shapes = tokens.words, tokens.joins, around.bits, around.shapes
        begins = set(starts)
        asked: list[tuple[int, int, int]] = []
        for first in starts:
            word = words[first]
            asked.append((first, 1, word.hash))
            at, prefix = first, 0
            for length in range(2, _LONGEST + 1):
                if not joins[at]:
                    break
                at += 1
                prefix = (prefix + word.full_hash) * HASH_PRIME & _64_BITS
                word = words[at]
                if shapes[at] != Shape.LOWER or at in begins:
                    asked.append((first, length, prefix + word.hash & _64_BITS))
                    if word.cut:
                        asked.append((first, -length, prefix + word.full_hash & _64_BITS))
                elif not bits[at] & Word.SHORT:
                    break
        known = self._known
        if len(known) >= KEPT:
            known.clear()
        hashes = [h for _, _, h in asked]
        self._learn(set(hashes).difference(known))
        found: list[Match] = []
        for first, length, h in compress(asked, map(known.__getitem__, hashes)):
            self._match(tokens, first, length, h, found)
        if has_dense(tokens.text):
            found.extend(self._dense(tokens))
        specials = self._specials
        for first in starts:
            word = words[first]
            special = specials.get(word.raw)
            if special is None:
                special = self._is_special(word)
            if special or word.forms:
                found.extend(self._special(tokens, first))
        found.sort(key=_place_in_text)
        return found

    def _learn(self, unknown: set[int]) -> None:
        """Ask the store, once for all of them, which hashes not met before are of names."""
        if not unknown:
            return
        known = self._known
        hashes = np.fromiter(unknown, np.uint64, len(unknown))
        for h, is_name in zip(
            hashes.tolist(), self.store.contains_hashes(hashes).tolist(), strict=True
        ):
            known[h] = is_name or h in self._demonyms

    def _dense(self, tokens: Tokens) -> Iterator[Match]:
        """Names among signs that stand without spaces, longest first at each sign."""
        signs = [i for i, word in enumerate(tokens.words) if is_dense(word)]
        together = set(signs)
        spans = []
        for first in signs:
            stop = first + 1
            while (
                stop in together
                and tokens.gaps[stop - 1] == Gap.NOTHING
                and stop - first < _LONGEST_DENSE
            ):
                stop += 1
                spans.append((first, stop))
        keys = ["".join(w.folded for w in tokens.words[a:b]) for a, b in spans]
        hashes = np.fromiter(map(phrase_hash, keys), np.uint64, len(keys))
        for at in np.flatnonzero(self.store.contains_hashes(hashes)).tolist():
            entry = self.named(keys[at])
            if entry is not None:
                first, stop = spans[at]
                yield Match(first, stop, 0, tokens.ends[stop - 1], entry)

    def _match(self, tokens: Tokens, first: int, length: int, h: int, found: list[Match]) -> None:
        stop = first + abs(length)
        end = tokens.ends[stop - 1]
        if length < 0:
            end += tokens.words[stop - 1].cut
        if h in self._demonyms and length > 0:
            entry = self.demonym(h, "", plain=False) if length > 1 else None
            if entry is not None:
                found.append(Match(first, stop, 0, end, entry))
        entry = self._entries.get(h) or self.entry(
            h, self._key(tokens, first, stop, full=length < 0)
        )
        if entry is not None:
            found.append(Match(first, stop, 0, end, entry))

    @staticmethod
    def _key(tokens: Tokens, first: int, stop: int, *, full: bool) -> str:
        words = tokens.words[first:stop]
        parts = [fold(w.raw) if w.cut else w.folded for w in words[:-1]]
        parts.append(fold(words[-1].raw) if full else words[-1].folded)
        return " ".join(parts)

    def _special(self, tokens: Tokens, first: int) -> Iterator[Match]:
        """Abbreviations, demonyms and inflected forms that begin at a token."""
        word = tokens.words[first]
        raw = word.raw[: len(word.raw) - word.cut]
        end = tokens.ends[first]
        entry = self.abbreviation(raw)
        if entry is None and word.shape == Shape.LOWER:
            if len(raw) > 2 or raw == "uk":
                entry = self.abbreviation(raw.upper())
            if entry is None and tokens.text[tokens.starts[first] - 1] == "#":
                entry = self.run_together(word.folded)
        if entry is None and raw[-1] != "." and tokens.text[end : end + 1] == ".":
            entry = self.abbreviation(raw + ".")
            end += entry is not None
        if entry is not None:
            yield Match(first, first + 1, 0, end, entry)
        entry = self.demonym(word.hash, word.folded)
        if entry is not None:
            yield Match(first, first + 1, 0, tokens.ends[first], entry)
        if word.forms:
            yield from self._inflected(tokens, first)

    def _is_special(self, word: Token) -> bool:
        """Whether a word alone is an abbreviation or an adjective of a place."""
        if len(self._specials) >= KEPT:
            self._specials.clear()
        raw = word.raw[: len(word.raw) - word.cut]
        special = self._specials[word.raw] = (
            raw in self.store.abbreviations
            or raw + "." in self.store.abbreviations
            or word.shape == Shape.LOWER
            or self.demonym(word.hash, word.folded) is not None
        )
        return special

    def _inflected(self, tokens: Tokens, first: int) -> Iterator[Match]:
        word = tokens.words[first]
        for form, cut in word.forms:
            entry = self.named(form)
            if entry is not None:
                yield Match(first, first + 1, cut, tokens.ends[first], entry)
                break
        if first + 1 < len(tokens) and tokens.joins[first]:
            after = tokens.words[first + 1]
            here = [(word.folded, 0), *word.forms]
            there = [(after.folded, 0), *after.forms] if after.shape != Shape.LOWER else []
            for (left, cut), (right, _) in list(product(here, there))[1:]:
                entry = self.named(f"{left} {right}")
                if entry is not None:
                    yield Match(first, first + 2, cut, tokens.ends[first + 1], entry)
                    break
