"""Names that must not be read in what is published, however they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from operator import is_
from typing import TYPE_CHECKING, Any, TypeVar, cast

from gazetteer.grammar import parse
from gazetteer.model import Name
from gazetteer.names import fold, romanise

if TYPE_CHECKING:
    from gazetteer.store import Store
    from geo.model import LocatedIncident

__all__ = ["Terms", "names_of", "swept"]

_LEAST = 3
"""Characters that a name must have; shorter ones stand inside of other words."""

_SQUEEZED_LEAST = 6
"""Characters from which a name is also sought without regard to word ends, as in links."""

_ENDING = 3
"""Letters that may follow a name: cases and possessives of inflected languages."""


class Terms:
    """Names to withhold, and whether a text can be read to contain one.

    Spelling, case, accents, hyphens, script and short endings do not matter.

    Examples
    --------
    >>> terms = Terms(["Deir ez-Zor"])
    >>> "strikes near DEIR EZ ZOR" in terms, "https://x.org/deirezzor-raid" in terms
    (True, True)
    >>> "strikes near Homs" in terms, "anything" in Terms([])
    (False, False)
    """

    def __init__(self, names: Iterable[str]) -> None:
        keys = {key for name in names for key in (fold(name), romanise(name))}
        self.keys = tuple(sorted(key for key in keys if len(key.replace(" ", "")) >= _LEAST))
        squeezed = {key.replace(" ", "") for key in self.keys}
        self._squeezed = tuple(sorted(key for key in squeezed if len(key) >= _SQUEEZED_LEAST))
        self._pattern = re.compile(
            "|".join(rf"(?<![^ ]){_inflected(key)}(?![^ ])" for key in self.keys) or "(?!)"
        )

    def __bool__(self) -> bool:
        return bool(self.keys)

    def __contains__(self, text: object) -> bool:
        if not self.keys or not isinstance(text, str):
            return False
        for key in {fold(text), romanise(text)}:
            if self._pattern.search(key):
                return True
            run_together = key.replace(" ", "")
            if any(term in run_together for term in self._squeezed):
                return True
        return False


def _inflected(key: str) -> str:
    """A folded name as a pattern in which each longer word may end otherwise."""
    parts = []
    for word in key.split():
        # Slavic cases change the letter before the ending too: Дунаївка, у Дунаївці.
        cut = 0 if len(word) < 5 else 2 if len(word) > 5 and not word.isascii() else 1
        ending = rf"\w{{0,{_ENDING + cut}}}" if cut else ""
        parts.append(re.escape(word[: len(word) - cut]) + ending)
    return " ".join(parts)


def names_of(item: LocatedIncident, store: Store | None, allowed: Iterable[str]) -> set[str]:
    """The names by which the place of an incident could be known.

    Parameters
    ----------
    allowed
        Names that may stay: those of the unit that is shown, and of its country.
    """
    incident, resolution = item.incident, item.resolution
    mentions = [*incident.places, *([incident.place] if incident.place else [])]
    said = {mention.text for mention in mentions} | {resolution.text}
    names = {resolution.name or ""} | {mention.name or "" for mention in mentions}
    names |= {place.name for place in resolution.places}
    for text in said - {""}:
        names |= _toponyms(parse(text))
    if resolution.reference is not None:
        names |= _toponyms(resolution.reference)
    if store is not None:
        for place in resolution.places:
            row = store.row_of(place.place_id)
            names |= set(store.names_of(row)) if row is not None else set()
    spared = {fold(name) for name in allowed}
    # "the town" names nothing and stands in many quotes; what is blanked is the row itself.
    return {name for name in names if fold(name) not in spared and name[:1] != name[:1].lower()} | {
        name for name in names if fold(name) not in spared and not name.isascii()
    }


def _toponyms(reference: Any) -> set[str]:
    """The names at the leaves of a place reference."""
    if isinstance(reference, Name):
        return {reference.text}
    if isinstance(reference, tuple):
        return {name for item in reference for name in _toponyms(item)}
    if is_dataclass(reference):
        return {
            name
            for field in fields(reference)
            for name in _toponyms(getattr(reference, field.name))
        }
    return set()


_T = TypeVar("_T")


def swept(value: _T, terms: Terms) -> _T:
    """The same value without any text that holds one of the names, in whatever it holds.

    Examples
    --------
    >>> swept(("Homs", "a bridge"), Terms(["Homs"]))
    ('a bridge',)
    """
    if not terms:
        return value
    out: Any = value
    if isinstance(value, str):
        out = "" if value in terms else value
    elif isinstance(value, tuple) and not hasattr(value, "_fields"):
        new_items = [swept(x, terms) for x in value if not (isinstance(x, str) and x in terms)]
        same = len(new_items) == len(value) and all(map(is_, new_items, value))
        out = value if same else tuple(new_items)
    elif is_dataclass(value) and not isinstance(value, type):
        old = {field.name: getattr(value, field.name) for field in fields(value)}
        new = {name: swept(held, terms) for name, held in old.items()}
        if any(new[name] is not old[name] for name in old):
            out = replace(value, **new)
    return cast(_T, out)
