"""What speaks for and against a run of words being the name of a place.

Each candidate gets a list of named features, every one a yes-or-no that a reader can
check; `weights` says how much each counts. The features of a word's surroundings are
the same for names that the gazetteer knows and for those that only their frame shows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

import numpy as np

from gazetteer.toponyms.entries import Entry
from gazetteer.toponyms.lookup import Match
from gazetteer.toponyms.tokens import Gap, Shape, Tokens
from gazetteer.toponyms.words import Word

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["LOWER", "Candidate", "Surroundings", "features", "frames", "survey"]

_NAMELIKE = (Shape.CAPITALISED, Shape.CAPITALS)
_TYPE = Word.GEO | Word.FACILITY | Word.STREET
_PLACE_NOUN = Word.GEO | Word.GROUND
_LEADS = Word.LEADS
_PREPOSITION = Word.INSIDE | Word.MOTION | Word.NEAR | Word.OF
_STATES_LIKE = frozenset({"US", "UK", "EU"})
_NO_NAME = Word.FUNCTION | Word.DATE | Word.INSIDE | Word.MOTION | Word.THE | Word.AND | Word.OF
_OPENERS = Word.COMMON | Word.GOVERN | Word.TITLE | Word.MOVE
"""What may open a sentence without being part of the name that follows."""
_BITS, _SHAPE = attrgetter("bits"), attrgetter("shape")
_LONGEST_FRAME = 5
"""Words of the longest name that is recognised by its frame alone."""
_MIXED, _TITLE, _CAPS, LOWER = range(4)


@dataclass(slots=True)
class Candidate:
    """A run of tokens that may be the name of a place."""

    first: int
    stop: int
    start: int
    end: int
    entry: Entry | None
    """None where only the frame speaks for a place."""
    features: list[str]
    logit: float = 0.0
    key: str = ""


@dataclass(slots=True)
class Surroundings:
    """What the document as a whole says."""

    tokens: Tokens
    bits: list[int]
    shapes: list[int]
    bit_array: NDArray[np.int64]
    shape_array: NDArray[np.int64]
    modes: list[int]
    """How each token's sentence is written: mixed, title, capitals, lower."""
    lower_words: set[str] = field(default_factory=set)
    """Words that the document also writes in lower case."""
    persons: set[str] = field(default_factory=set)
    """Words that follow a title or a given name somewhere in the document."""
    match_starts: dict[int, Entry] = field(default_factory=dict)
    match_stops: dict[int, Entry] = field(default_factory=dict)


def survey(tokens: Tokens) -> Surroundings:
    """Read the document once for its way of writing and the people in it."""
    words = tokens.words
    count = len(words)
    bits = list(map(_BITS, words))
    shapes = list(map(_SHAPE, words))
    bit_array, shape_array = np.array(bits, np.int64), np.array(shapes, np.int64)
    modes = [_MIXED] * count
    begins = [i for i, first in enumerate(tokens.first) if first]
    for a, b in zip(begins, [*begins[1:], count], strict=True):
        mode = _mode(shapes[a:b])
        if mode != _MIXED:
            modes[a:b] = [mode] * (b - a)
    lower = {w.folded for w in words if w.shape == Shape.LOWER}
    around = Surroundings(tokens, bits, shapes, bit_array, shape_array, modes, lower)
    named = (bit_array[:-1] & (Word.TITLE | Word.GIVEN) != 0) & (
        shape_array[1:] == Shape.CAPITALISED
    )
    for i in np.flatnonzero(named).tolist():
        if modes[i] != _MIXED:
            continue
        if tokens.gaps[i] != Gap.SPACE and not (tokens.gaps[i] == Gap.DOT and bits[i] & Word.TITLE):
            continue
        if bits[i] & Word.GIVEN and shapes[i] != Shape.CAPITALISED:
            continue
        j = i + 1
        while (
            j + 1 < count
            and shapes[j + 1] == Shape.CAPITALISED
            and (
                tokens.gaps[j] == Gap.SPACE
                or (tokens.gaps[j] == Gap.DOT and len(words[j].raw) == 1)
            )
            and not words[j].cut
            and j - i < 4
        ):
            j += 1
        if not bits[j] & (_TYPE | Word.ORGANISATION | Word.DATE | Word.GIVEN | Word.TITLE):
            around.persons.add(words[j].folded)
    return around


def _mode(shapes: list[int]) -> int:
    capitals, capitalised = shapes.count(Shape.CAPITALS), shapes.count(Shape.CAPITALISED)
    lower = shapes.count(Shape.LOWER)
    total = capitals + capitalised + lower
    if total >= 3:
        if capitals >= 0.6 * total and capitals >= 3:
            return _CAPS
        if not capitals and not capitalised:
            return LOWER
        if total >= 4 and capitalised + capitals >= 0.6 * total:
            return _TITLE
    return _MIXED


def frames(around: Surroundings, taken: set[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """Runs that no source names, in a frame that a place may fill.

    Gives first token, stop, and the folded type word of the frame ("" for none).
    `taken` are runs that are names already.
    """
    tokens, bits, shapes = around.tokens, around.bits, around.shapes
    words, gaps = tokens.words, tokens.gaps
    count = len(words)
    found: dict[tuple[int, int], str] = {}
    done = 0
    for i in np.flatnonzero(
        (around.shape_array == Shape.CAPITALISED) | (around.shape_array == Shape.CAPITALS)
    ).tolist():
        if i < done or around.modes[i] in (_CAPS, _TITLE):
            continue
        stop = i + 1
        while stop < count and tokens.joins[stop - 1]:
            if words[stop - 1].cut and (stop in around.match_stops or not bits[stop] & Word.GEO):
                break
            if shapes[stop] in _NAMELIKE and not bits[stop] & Word.DATE:
                stop += 1
            elif (
                bits[stop] & (Word.ARTICLE | Word.OF)
                and stop + 1 < count
                and tokens.joins[stop]
                and shapes[stop + 1] in _NAMELIKE
                and not bits[stop] & Word.AND
            ):
                stop += 2
            else:
                break
        first = i
        done = stop
        while first < stop and (
            bits[first] & _NO_NAME
            or (tokens.first[first] and bits[first] & _OPENERS)
            or (first in around.match_starts and around.match_starts[first].demonym)
        ):
            first += 1
            while first < stop and shapes[first] == Shape.LOWER:
                first += 1
        if first >= stop or stop - first > _LONGEST_FRAME:
            continue
        # The run as a whole, by what its last or first word or its neighbours are.
        last = bits[stop - 1]
        if stop - first > 1 and last & _TYPE:
            found[first, stop] = words[stop - 1].folded
        elif stop - first > 1 and bits[first] & _LEADS and bits[first] & _TYPE:
            found[first, stop] = words[first].folded
        elif (
            stop < count
            and gaps[stop - 1] == Gap.SPACE
            and shapes[stop] == Shape.LOWER
            and bits[stop] & Word.GEO
        ):
            found[first, stop] = words[stop].folded
        elif first and shapes[first - 1] == Shape.LOWER:
            before = bits[first - 1]
            if before & Word.OF and first > 1 and bits[first - 2] & _PLACE_NOUN:
                found[first, stop] = words[first - 2].folded
            elif before & (Word.NEAR | Word.INSIDE | Word.MOTION) and not last & _NO_NAME:
                found[first, stop] = ""
    return [(a, b, kind) for (a, b), kind in found.items() if (a, b) not in taken]


def features(around: Surroundings, match: Match, kind: str | None = None) -> list[str]:
    """The evidence for one candidate; `kind` is set for a frame without an entry."""
    tokens, bits, shapes = around.tokens, around.bits, around.shapes
    words, gaps = tokens.words, tokens.gaps
    first, stop, entry = match.first, match.stop, match.entry
    mode = around.modes[first]
    out: list[str] = ["bias", *entry.features] if entry is not None else ["bias", "unknown"]
    frame = False

    # Before.
    at, gap = first - 1, Gap.END
    if first and not tokens.first[first]:
        gap = gaps[at]
    if gap == Gap.SPACE or gap == Gap.OTHER:
        before = bits[at]
        if before & Word.THE and at and not tokens.first[at]:
            out.append("the")
            at -= 1
            before = bits[at] if gaps[at] == Gap.SPACE else 0
        elif before & Word.THE:
            out.append("the")
        if before & Word.DIRECTION and shapes[at] == Shape.LOWER and not before & Word.NEAR and at:
            out.append("direction_before")
            frame = True
            at -= 1
            before = bits[at] if gaps[at] == Gap.SPACE else 0
        if before & Word.THE and at:
            at -= 1
            before = bits[at] if gaps[at] == Gap.SPACE else 0
        lower = shapes[at] == Shape.LOWER or tokens.first[at] or mode != _MIXED
        if lower and before & Word.INSIDE:
            out.append("in")
            frame = True
        elif lower and before & Word.MOTION:
            out.append("to")
            frame = True
        elif lower and before & Word.NEAR:
            out.append("near")
            frame = True
        elif before & Word.OF:
            if at and bits[at - 1] & _PLACE_NOUN and gaps[at - 1] == Gap.SPACE:
                out.append("type_of")
                frame = True
            else:
                out.append("of")
        elif before & Word.TITLE and not before & Word.PARTY:
            out.append("title_before")
        elif before & Word.AND and at and at in around.match_stops and gaps[at - 1] != Gap.END:
            out.append("list")
        elif at == first - 1:
            if shapes[at] in _NAMELIKE and mode == _MIXED and not before & _NO_NAME:
                if len(words[at].raw) == 1:
                    out.append("initial_before")
                elif before & Word.GIVEN:
                    out.append("given_before")
                elif before & _TYPE and before & Word.LEADS:
                    out.append("leads_before")
                elif first in around.match_stops and around.match_stops[first].demonym:
                    out.append("demonym_before")
                else:
                    out.append("capital_before")
            elif shapes[at] == Shape.LOWER and before & _PLACE_NOUN:
                out.append("type_before")
                frame = True
            elif shapes[at] == Shape.LOWER and before & Word.MOVE:
                out.append("move_before")
                frame = True
            elif (
                shapes[at] == Shape.LOWER
                and before & Word.ARTICLE
                and not before & (Word.OF | Word.AND | Word.FUNCTION)
            ):
                out.append("particle_before")
    elif gap == Gap.DOT:
        if bits[at] & Word.TITLE:
            out.append("title_before")
        elif len(words[at].raw) == 1:
            out.append("initial_before")
    elif gap == Gap.COMMA:
        if first in around.match_stops and not around.match_stops[first].demonym:
            out.append("comma_before_name")
    elif gap == Gap.HYPHEN:
        out.append("list" if first in around.match_stops else "hyphen_before")
    elif gap == Gap.NOTHING:
        out.append("hashtag_part")
    elif gap == Gap.OPENING:
        out.append("bracket_before")

    # After.
    gap = gaps[stop - 1]
    possessive = bool(words[stop - 1].cut) and match.end == tokens.ends[stop - 1]
    if possessive:
        out.append("possessive")
    if stop < len(words):
        after, shape = bits[stop], shapes[stop]
        if gap == Gap.SPACE and not possessive:
            if shape in _NAMELIKE:
                if mode == _MIXED:
                    if stop in around.match_starts and around.match_starts[stop].demonym:
                        pass
                    elif after & Word.GEO:
                        out.append("geo_after")
                    elif after & Word.STREET:
                        out.append("street_after")
                    elif after & Word.ORGANISATION:
                        out.append("organisation_after")
                    elif after & Word.FACILITY:
                        out.append("facility_after")
                    elif after & Word.TEAM:
                        out.append("team_after")
                    elif not after & _NO_NAME:
                        out.append("capital_after")
            elif after & Word.GEO:
                out.append("type_after")
                frame = True
            elif after & Word.ACT:
                out.append("act_after")
            elif after & Word.GOVERN:
                out.append("govern_after")
            elif after & Word.ORGANISATION:
                out.append("body_after")
        elif gap == Gap.HYPHEN:
            out.append("hyphen_after" if shape == Shape.LOWER else "hyphen_before_capital")
        elif gap == Gap.COMMA:
            nearby = around.match_starts.get(stop)
            if nearby is not None and not nearby.demonym:
                if {"country", "admin1", "abbreviation"} & set(nearby.features):
                    out.append("region_after")
                    frame = True
                else:
                    out.append("name_after_comma")
        elif gap == Gap.OPENING:
            out.append("bracket_after")
        elif gap == Gap.NOTHING and stop < len(words):
            out.append("hashtag_goes_on")

    # Itself.
    inner = bits[first:stop]
    every = inner[0]
    some = 0
    for b in inner:
        every &= b
        some |= b
    start = match.start_cut + tokens.starts[first]
    if start and tokens.text[start - 1] == "#":
        out.append("hashtag")
    if tokens.first[first]:
        out.append("sentence_first")
    single = stop - first == 1
    abbreviation = entry is not None and entry.match == "abbreviation"
    if single and not abbreviation:
        shape = shapes[first]
        word = words[first].folded
        common = bool(
            every
            & (Word.COMMON | Word.FUNCTION | Word.DATE | Word.ORGANISATION | Word.MOVE | Word.ACT)
        )
        if every & (Word.FUNCTION | Word.DATE):
            out.append("function_word")
        if common:
            out.append("common_framed" if frame else "common")
            if tokens.first[first]:
                out.append("common_first")
        elif every & (_TYPE | Word.DIRECTION | Word.GOVERN | Word.GROUND | Word.TITLE):
            out.append("generic_word")
        if every & (Word.GIVEN | Word.SURNAME):
            out.append("person_framed" if frame else "person")
        if word in around.persons:
            out.append("person_elsewhere")
        if shape != Shape.LOWER and word in around.lower_words:
            out.append("lower_elsewhere")
        if mode == _MIXED and shape == Shape.CAPITALS:
            out.append(
                "capitals_short"
                if len(words[first].raw) - words[first].cut <= 4
                else "capitals_long"
            )
        if shape == Shape.LOWER:
            out.append("lower_case")
    else:
        if words[stop - 1].folded in around.persons and not frame:
            out.append("person_elsewhere")
        if shapes[first] == Shape.LOWER and shapes[stop - 1] == Shape.LOWER:
            out.append("lower_case")
        if bits[first] & Word.GIVEN and not single and not some & (_TYPE | _LEADS):
            out.append("given_first")
        if not single and every & (Word.COMMON | Word.FUNCTION):
            out.append("common_words")
    if entry is not None and entry.match == "part":
        out.append("directed_first" if tokens.first[first] else "directed")
    if abbreviation and single:
        if every & (Word.FUNCTION | Word.INSIDE | Word.COMMON | Word.OF | Word.GIVEN):
            out.append("abbreviation_word")
        if mode == _CAPS:
            out.append("abbreviation_caps")
        if len(words[first].raw) == 2 and words[first].raw not in _STATES_LIKE:
            out.append("two_letters")
        if first in around.match_stops and tokens.gaps[first - 1] == Gap.SPACE:
            out.append("abbreviation_after_name")
    if (
        entry is not None
        and ("organisation_after" in out or "capital_after" in out)
        and ("country" in out or abbreviation)
    ):
        out.append("country_of_body")
    if mode == _CAPS:
        out.append("caps_text")
    elif mode == _TITLE:
        out.append("title_case")
    if frame:
        out.append("framed")
        if entry is not None and ("town_1e3" in out or "town_1e4" in out):
            out.append("small_framed")
    if kind is not None:
        last, lead = bits[stop - 1], bits[first]
        if not single and last & Word.GEO:
            out.append("ends_geo")
        elif not single and last & Word.STREET:
            out.append("ends_street")
        elif not single and last & Word.ORGANISATION:
            out.append("ends_organisation")
        elif not single and last & Word.FACILITY:
            out.append("ends_facility")
        elif not single and lead & _LEADS:
            out.append("leads_type")
        if any(
            i in around.match_starts and not around.match_starts[i].demonym
            for i in range(first, stop)
        ):
            out.append("name_inside")
        if some & Word.ORGANISATION:
            out.append("organisation_inside")
        if some & (Word.GIVEN | Word.SURNAME | Word.TITLE):
            out.append("person_inside")
        if single and every & (Word.GOVERN | Word.COMMON):
            out.append("unknown_common")
    return out
