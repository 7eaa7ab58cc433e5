"""From weighed candidates to mentions: places, runners-up, reasons and roles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from gazetteer.model import Candidate as PlaceCandidate
from gazetteer.model import FeatureClass, Mention, Place
from gazetteer.toponyms import roles
from gazetteer.toponyms.entries import Entry, Meanings
from gazetteer.toponyms.evidence import Candidate
from gazetteer.toponyms.reading import Reading, sigmoid
from gazetteer.toponyms.senses import CONTEXT_FEATURES, Senses
from gazetteer.toponyms.tokens import Gap
from gazetteer.toponyms.words import Word

__all__ = ["mentions"]

_RUNNERS_UP, _FEWEST, _FAINT = 5, 3, 0.01
"""Candidates told of one name, at the most and, however faint, at the least."""
_NATURAL = frozenset(
    {
        FeatureClass.RIVER, FeatureClass.LAKE, FeatureClass.SEA, FeatureClass.STRAIT,
        FeatureClass.MOUNTAINS, FeatureClass.DESERT,
    }
)  # fmt: skip
_NOTED = frozenset({"country", "admin1", "town_1e5", "town_1e6"})
"""Features of a name that is known well enough to place a longer one that holds it."""
_NOT_INSIDE = (
    Word.FUNCTION | Word.COMMON | Word.GEO | Word.FACILITY | Word.STREET | Word.ORGANISATION
    | Word.DIRECTION | Word.GIVEN | Word.TITLE | Word.DATE | Word.ARTICLE
)  # fmt: skip
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
_AROUND = 40
"""Names looked at on either side of one that no source has."""
_AFTER, _ADJECTIVE, _COUNTRY, _WIDE = 1.3, 40.0, 15.0, 100.0
"""How much farther, in words, a place seems as a bound for a name that is in no source: said
after it (as a factor), an adjective, a whole country, a continent or a sea."""


def mentions(
    reading: Reading, chosen: Sequence[int], meanings: Meanings, *, offset: int = 0
) -> Iterator[Mention]:
    """The chosen candidates as mentions, in their order, `offset` added to where they are."""
    candidates = reading.candidates
    names = {candidates[i].first for i in chosen}
    ranked: dict[int, tuple[PlaceCandidate, ...]] = {}
    for position, i in enumerate(chosen):
        c, at = candidates[i], reading.unit_of[i]
        demonym = c.entry is not None and c.entry.demonym
        options: tuple[PlaceCandidate, ...] = ()
        if at >= 0 and reading.senses is not None and _has_place(reading, reading.senses, at):
            if at not in ranked:
                ranked[at] = _rank(reading.senses, at, reading.units[at].entry, meanings)
            options = ranked[at]
        place = options[0].place if options else None
        score = sigmoid(c.logit) * (options[0].score if options else 1.0)
        yield Mention(
            start=c.start + offset,
            end=c.end + offset,
            text=reading.tokens.text[c.start : c.end],
            place=place,
            score=score,
            role=roles.role(reading.around, c.first, c.stop, demonym=demonym, names=names),
            form="demonym" if demonym else "name",
            candidates=options
            or _bound(
                reading, chosen[max(0, position - _AROUND) : position + _AROUND], i, meanings
            ),
        )


def _has_place(reading: Reading, senses: Senses, at: int) -> bool:
    """Whether a unit has a place: "the Jordan river" is no country."""
    if at in senses.strangers:
        return False
    if reading.units[at].hint not in _NATURAL:
        return True
    return bool(senses.context[senses.best[at], CONTEXT_FEATURES.index("type_fits")])


def _rank(senses: Senses, at: int, entry: Entry, meanings: Meanings) -> tuple[PlaceCandidate, ...]:
    begin = int(senses.begin[at])
    if len(entry.static) == 1:
        place = meanings.store.place(int(entry.static[0, 6]))
        return (PlaceCandidate(place, 1.0, entry.match, _reasons(senses, begin, entry)),)
    share = senses.share[begin : begin + len(entry.static)].tolist()
    order = sorted(range(len(share)), key=share.__getitem__, reverse=True)[:_RUNNERS_UP]
    rows = entry.static[order, 6].astype(np.int64).tolist()
    return tuple(
        [
            PlaceCandidate(
                meanings.store.place(row),
                share[i],
                entry.match,
                () if k else _reasons(senses, begin + i, entry),
            )
            for k, (i, row) in enumerate(zip(order, rows, strict=True))
            if k < _FEWEST or share[i] > _FAINT
        ]
    )


def _reasons(senses: Senses, row: int, entry: Entry) -> tuple[str, ...]:
    values = senses.context[row].tolist()
    said = [s for s, value in zip(_SAID_OF, values, strict=True) if value and s]
    if _SAID["within_50_km"] in said:
        said.remove(_SAID["within_200_km"])
    if len(entry.static) == 1:
        said.insert(0, "the only place of that name")
    elif not said:
        said.append(f"the most important of {len(entry.static)} places of that name")
    if entry.match == "namesake":
        said.append("the unit itself is in no source; placed at its namesake")
    elif entry.match == "part":
        said.append("a part of it is meant")
    elif entry.match == "demonym":
        said.append("adjective of the place")
    return tuple(said)


# --- Names that no source has --------------------------------------------------------


def _bound(
    reading: Reading, chosen: Sequence[int], i: int, meanings: Meanings
) -> tuple[PlaceCandidate, ...]:
    """The place around a name that no source has: one that it is named after, or the nearest."""
    senses = reading.senses
    here = reading.candidates[i]
    if senses is not None and (region := senses.strangers.get(reading.unit_of[i])) is not None:
        place = meanings.store.place(int(senses.static[senses.best[region], 6]))
        said = ("known elsewhere only; the text puts it in this region",)
        return (PlaceCandidate(place, 0.0, "elsewhere", said),)
    inside = _inside(reading, chosen, here, meanings)
    if inside is not None:
        return (PlaceCandidate(inside, 0.0, "context", ("in no source; named after this place",)),)
    if senses is None:
        return ()
    distances = {}
    for j in chosen:
        at = reading.unit_of[j]
        if j != i and at >= 0 and at not in senses.strangers:
            area = float(senses.static[senses.best[at], 7])
            distances[j] = _apart(reading, here, reading.candidates[j], area)
    if not distances:
        return ()
    nearest = reading.unit_of[min(distances, key=distances.__getitem__)]
    place = meanings.store.place(int(senses.static[senses.best[nearest], 6]))
    said = ("in no source; bounded by what stands near it",)
    return (PlaceCandidate(place, 0.0, "context", said),)


def _apart(reading: Reading, here: Candidate, other: Candidate, area: float) -> float:
    """How many words apart two names seem, when one is to bound the other."""
    if other.first == here.stop and reading.tokens.gaps[here.stop - 1] in (Gap.COMMA, Gap.OPENING):
        return -1.0
    if other.first > here.first:
        words = _AFTER * (other.first - here.stop)
    else:
        words = float(here.first - other.stop)
    if other.entry is not None and other.entry.demonym:
        words += _ADJECTIVE
    return words + (_COUNTRY if area == 3 else _WIDE if area == 1 else 0.0)


def _inside(
    reading: Reading, chosen: Sequence[int], here: Candidate, meanings: Meanings
) -> Place | None:
    """The place whose name is part of a longer name: "Donetsk airport"."""
    words = reading.tokens.words[here.first : here.stop]
    senses = reading.senses
    units = {reading.unit_of[j] for j in chosen if reading.unit_of[j] >= 0}
    for length in range(len(words) - 1, 0, -1):
        for first in range(len(words) - length + 1):
            part = words[first : first + length]
            if length == 1 and part[0].bits & _NOT_INSIDE:
                continue
            entry = meanings.named(" ".join(w.folded for w in part))
            if entry is None:
                continue
            for at in units:
                if reading.units[at].entry is entry and senses is not None:
                    return meanings.store.place(int(senses.static[senses.best[at], 6]))
            if _NOTED & set(entry.features):
                return meanings.store.place(int(entry.static[0, 6]))
    return None
