"""Ids as columns: most are a few words with a number, or digits of a hash.

Ids of which nearly all follow one pattern cost a number or the bytes of a hash each; the
few that do not stand beside, word for word. `Data.id` in `geo/web/js/data.js` reads them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints: TypeAlias = NDArray[np.int64]
    Flags: TypeAlias = NDArray[np.bool_]

__all__ = ["Ids", "ids_of"]

_LONGEST = 64
"""Bytes of an id up to which a pattern is looked for."""
_HASH_DIGITS = 8
"""Hexadecimal digits from which on an id counts as a hash."""
_NUMBER_DIGITS = 9
"""Decimal digits that surely fit 32 bits."""
_MOST, _FEW_WORDS = 0.9, 0.25
"""Share of ids that must follow the pattern; of distinct words beside it, at most."""


@dataclass(frozen=True, slots=True, eq=False)
class Ids:
    """Ids taken apart; `word + number` or `hash + word` for each that is not odd."""

    words: tuple[str, ...]
    """What stands before a number or after a hash, each row its own."""
    numbers: Ints | None
    width: int
    """Digits to which numbers are filled up with zeros; 0 for none."""
    planes: NDArray[np.uint8] | None
    """One row a byte of the hash, one column an id."""
    odd: Ints
    """Rows that follow no pattern."""
    odd_words: tuple[str, ...]


def ids_of(ids: Sequence[str]) -> Ids | None:
    """Take ids apart; None where they follow no pattern.

    Examples
    --------
    >>> found = ids_of([f"IRQ{n}" for n in range(40)])
    >>> set(found.words), int(found.numbers[-1]), found.width
    ({'IRQ'}, 39, 0)
    >>> ids_of(["the first", "the second"]) is None
    True
    """
    if not ids:
        return None
    try:
        raw = np.array(ids, dtype="S")
    except UnicodeEncodeError:
        return None
    width = raw.dtype.itemsize
    # One id of many letters makes all rows wide.
    if width > _LONGEST:
        return None
    lengths = np.fromiter(map(len, ids), dtype=np.int64, count=len(ids))
    # An array of bytes drops zeros at the end.
    if not np.array_equal(lengths, np.char.str_len(raw)):
        return None
    letters = raw.view(np.uint8).reshape(len(ids), width)
    decimal = (letters >= 48) & (letters <= 57)
    return _hashes(ids, letters, decimal) or _numbers(ids, letters, lengths, decimal)


def _run(flags: Flags) -> Ints:
    """How many of the first columns are set, row by row."""
    first: Ints = np.argmin(flags, axis=1)
    return np.where(flags.all(axis=1), flags.shape[1], first)


def _hashes(ids: Sequence[str], letters: NDArray[np.uint8], decimal: Flags) -> Ids | None:
    a_to_f = (letters >= 97) & (letters <= 102)
    runs = _run(decimal | a_to_f)
    digits = int(np.bincount(runs).argmax()) // 2 * 2
    fits = runs == digits
    if (
        digits < _HASH_DIGITS
        or fits.mean() < _MOST
        or not a_to_f[:, :digits].any(axis=1).mean() > 0.5
    ):
        return None
    words = tuple(
        word[digits:] if fit else "" for word, fit in zip(ids, fits.tolist(), strict=True)
    )
    if len(set(words)) > _FEW_WORDS * len(ids) + 1:
        return None
    nibbles = np.where(letters > 57, letters - 87, letters - 48)[:, :digits]
    nibbles = np.where(fits[:, None], nibbles, 0).astype(np.uint8)
    planes = np.ascontiguousarray(((nibbles[:, ::2] << 4) | nibbles[:, 1::2]).T)
    return Ids(words, None, 0, planes, *_odd(ids, ~fits))


def _numbers(
    ids: Sequence[str], letters: NDArray[np.uint8], lengths: Ints, decimal: Flags
) -> Ids | None:
    column = np.arange(letters.shape[1])
    # Letters moved to the right edge, so that the digits of all ids end in one column.
    source = column[None, :] - (letters.shape[1] - lengths)[:, None]
    at = np.clip(source, 0, None)
    right = np.take_along_axis(letters, at, axis=1)
    tail = np.take_along_axis(decimal, at, axis=1) & (source >= 0)
    digits = np.minimum(_run(tail[:, ::-1]), _NUMBER_DIGITS)
    value = np.zeros(len(ids), dtype=np.int64)
    taken = np.zeros(len(ids), dtype=np.int64)
    for place in range(min(_NUMBER_DIGITS, letters.shape[1])):
        digit = right[:, -1 - place].astype(np.int64) - 48
        has = place < digits
        value += np.where(has, digit * 10**place, 0)
        # Zeros in front belong to the word, unless all numbers are of one width.
        taken = np.where(has & (digit > 0), place + 1, taken)
    taken = np.where((digits > 0) & (taken == 0), 1, taken)
    width = int(digits.max()) if len(set(digits.tolist())) == 1 else 0
    taken = digits if width else taken
    fits = taken > 0
    if fits.mean() < _MOST:
        return None
    words = _fronts(ids, letters, np.where(fits, lengths - taken, 0))
    if len(set(words)) > _FEW_WORDS * len(ids) + 1:
        return None
    return Ids(words, value, width, None, *_odd(ids, ~fits))


def _fronts(ids: Sequence[str], letters: NDArray[np.uint8], ends: Ints) -> tuple[str, ...]:
    """The first letters of each id; mostly they are the same for all."""
    end = int(ends[0])
    if (ends == end).all() and (letters[:, :end] == letters[0, :end]).all():
        return (ids[0][:end],) * len(ids)
    return tuple(word[:n] for word, n in zip(ids, ends.tolist(), strict=True))


def _odd(ids: Sequence[str], odd: Flags) -> tuple[Ints, tuple[str, ...]]:
    rows = np.flatnonzero(odd)
    return rows, tuple(ids[row] for row in rows.tolist())
