"""What every rule asks of a phrase: its words, its known names, its directions."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from gazetteer.grammar.english import ENGLISH
from gazetteer.grammar.fixed import WHOLE
from gazetteer.grammar.tokens import DASHES, plain, tokenise
from gazetteer.grammar.words import NEAR
from gazetteer.model import PlaceReference

__all__ = ["Cursor", "IsName"]

IsName: TypeAlias = Callable[[str], bool]


class _Low(dict[int, str]):
    """The tokens as compared, by their index; nothing where there is none."""

    def __missing__(self, i: int) -> str:
        return ""


class Cursor(ABC):
    """A phrase as tokens, and the questions that every rule asks of it.

    Rules take a range of tokens, `i` to `j`, and return a node or None.
    """

    def __init__(self, text: str, is_name: IsName | None, is_demonym: IsName | None) -> None:
        self.text = text
        self.tokens = tokenise(text)
        # The rules ask for a word a hundred times a phrase: a look-up, with no call around it.
        self.low = _Low((n, token.low) for n, token in enumerate(self.tokens)).__getitem__
        self.is_name_known = is_name is not None
        self._is_name = is_name
        self._is_demonym = is_demonym

    def span(self, i: int, j: int) -> str:
        if i >= j:
            return ""
        return self.text[self.tokens[i].start : self.tokens[j - 1].end]

    def dash(self, i: int) -> bool:
        return self.low(i) in DASHES

    def name_known(self, i: int, j: int) -> bool:
        phrase = self.span(i, j)
        if not phrase:
            return False
        if plain(phrase) in WHOLE:
            return True
        return self._is_name is not None and self._is_name(phrase)

    def demonym(self, i: int) -> bool:
        word = self.low(i)
        if word in {"us", "u.s.", "u.s", "uk", "u.k."}:
            return True
        if self._is_demonym is not None:
            return self._is_demonym(self.tokens[i].text)
        endings = ("i", "ian", "ish", "ese", "ean", "can", "gan", "ench", "nch", "tch", "eek")
        text = self.tokens[i].text
        return text[:1].isupper() and len(word) > 4 and word.endswith(endings)

    def match(self, i: int, j: int, phrase: str) -> int | None:
        """Index after `phrase` if the tokens from `i` spell it."""
        for word in phrase.split():
            if i >= j or self.low(i) != word:
                return None
            i += 1
        return i

    def match_any(self, i: int, j: int, phrases: tuple[str, ...]) -> tuple[int, str] | None:
        for phrase in _by_first_word(phrases).get(self.low(i), ()):
            end = self.match(i, j, phrase)
            if end is not None:
                return end, phrase
        return None

    def direction(self, i: int, j: int) -> tuple[str, int, bool] | None:
        """A direction at `i`: its name, the index after, whether an adjective."""
        if i >= j:
            return None
        word = self.low(i)
        # "north-east", "north east", "north-eastern"
        first = ENGLISH.directions.get(word)
        if first is None:
            return None
        short = len(word) <= 3
        if short and not self.tokens[i].text.isupper():
            return None
        k = i + 1
        joined = k + 1 if k < j and self.dash(k) and k + 1 < j else k
        if first in {"north", "south"} and joined < j:
            second = ENGLISH.directions.get(self.low(joined))
            if second in {"east", "west"} and len(self.low(joined)) > 3:
                return first + second, joined + 1, self.low(joined).endswith(("ern", "erly"))
            if second in {"northeast", "northwest", "southeast", "southwest"} and joined > k:
                return second, joined + 1, self.low(joined).endswith("ern")
        return first, k, word.endswith(("ern", "erly", "ernmost"))

    def trim(self, i: int, j: int) -> tuple[int, int, bool]:
        """Drop what says nothing at both ends; tell whether "the" was dropped."""
        article = False
        while i < j and (
            self.low(i) in ENGLISH.fillers or self.low(i) in {",", ";", "-", ".", ":"}
        ):
            # "in the vicinity of", "within 10 km of" belong to a relation
            if self.match_any(i, j, NEAR) or self.quantity(i, j) is not None:
                break
            article = article or self.low(i) == "the"
            i += 1
        while j > i and self.low(j - 1) in {",", ";", ".", "-", ":", "!", "?"}:
            j -= 1
        return i, j, article

    def sides(self, i: int, j: int) -> tuple[PlaceReference, ...]:
        """The places of a list joined by commas, "and" or hyphens."""
        out: list[PlaceReference] = []
        for a, b in self.split(i, j, {",", "and", "&", "/"}):
            if any(self.low(k) == "(" for k in range(a, b)):
                out.append(self.expr(a, b))
            else:
                out.extend(self.leaf(c, d) for c, d in self.hyphenated(a, b))
        return tuple(out)

    def first_of(self, i: int, j: int, words: set[str]) -> int:
        """Index of the first of some words that stands outside brackets, else `j`."""
        depth = 0
        for k in range(i, j):
            word = self.low(k)
            depth += (word == "(") - (word == ")")
            if depth == 0 and word in words:
                return k
        return j

    def hyphenated(self, i: int, j: int) -> list[tuple[int, int]]:
        """Cut at hyphens, but not within a name such as "Deir ez-Zor"."""
        i, j, _ = self.trim(i, j)
        cuts = [k for k in range(i + 1, j - 1) if self.dash(k)]
        if i < j and self.name_known(i, j):
            return [(i, j)]
        if not cuts:
            # "Afghanistan Pakistan border", "Syrian Turkish border"
            for k in range(i + 1, j):
                if self.good(i, k) and self.good(k, j):
                    return [(i, k), (k, j)]
            return [(i, j)] if i < j else []
        if self.name_known(i, j):
            return [(i, j)]
        best: tuple[int, int, list[tuple[int, int]]] | None = None
        for mask in range(1, 1 << min(len(cuts), 6)):
            chosen = [c for n, c in enumerate(cuts[:6]) if mask >> n & 1]
            edges = [i - 1, *chosen, j]
            parts = [(edges[n] + 1, edges[n + 1]) for n in range(len(edges) - 1)]
            unknown = sum(not self.good(a, b) for a, b in parts)
            # a hyphen written between capitals parts two names; "ez-Zor" is one
            sound = sum(self.tokens[c - 1].text[:1].islower() for c in chosen)
            worth = (unknown + 2 * sound, len(parts) if self.is_name_known else -len(parts))
            if best is None or worth < best[:2]:
                best = (*worth, parts)
        return best[2] if best is not None else [(i, j)]

    def good(self, i: int, j: int) -> bool:
        if i >= j:
            return False
        return self.name_known(i, j) or (j - i == 1 and self._demonym_known(i))

    def _demonym_known(self, i: int) -> bool:
        return self._is_demonym is not None and self._is_demonym(self.tokens[i].text)

    def split(self, i: int, j: int, marks: set[str]) -> list[tuple[int, int]]:
        """Cut at marks of the top level, not within parentheses or known names."""
        out: list[tuple[int, int]] = []
        start, depth = i, 0
        for k in range(i, j):
            word = self.low(k)
            depth += (word == "(") - (word == ")")
            if depth == 0 and word in marks:
                if word in ENGLISH.conj and self.within_name(i, j, k):
                    continue
                if start < k:
                    out.append((start, k))
                start = k + 1
        if start < j:
            out.append((start, j))
        return out

    def within_name(self, i: int, j: int, k: int) -> bool:
        """Whether the conjunction at `k` stands within a known name."""
        return any(
            self.name_known(a, b)
            for a in range(max(i, k - 3), k)
            for b in range(k + 2, min(j, k + 4) + 1)
        )

    @abstractmethod
    def expr(self, i: int, j: int) -> PlaceReference:
        """The reference that a range of tokens states; the parser brings the rules."""

    @abstractmethod
    def number(self, i: int, j: int) -> tuple[float, float, int] | None:
        """A number or a range at `i`, and the index after it."""

    @abstractmethod
    def quantity(self, i: int, j: int) -> PlaceReference | None:
        """A distance from a place."""

    @abstractmethod
    def leaf(self, i: int, j: int) -> PlaceReference:
        """The range as a name with its type word."""


@lru_cache(maxsize=16)
def _by_first_word(phrases: tuple[str, ...]) -> dict[str, list[str]]:
    """Phrases by their first word, in their order: most words begin none."""
    found: dict[str, list[str]] = {}
    for phrase in phrases:
        found.setdefault(phrase.split()[0], []).append(phrase)
    return found
