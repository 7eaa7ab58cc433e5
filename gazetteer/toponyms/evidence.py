"""What speaks for and against a run of words being the name of a place.

Each candidate gets a list of named features, every one a yes-or-no that a reader can
check; `weights` says how much each counts. The features of a word's surroundings are
the same for names that the gazetteer knows and for those that only their frame shows.
"""

from __future__ import annotations

from dataclasses import dataclass

from gazetteer.toponyms.entries import Entry
from gazetteer.toponyms.frames import NO_NAME
from gazetteer.toponyms.lookup import Match
from gazetteer.toponyms.survey import CAPS, MIXED, NAMELIKE, TITLE, Surroundings
from gazetteer.toponyms.tokens import Gap, Shape
from gazetteer.toponyms.words import Word

__all__ = ["Candidate", "features"]

_TYPE = Word.GEO | Word.FACILITY | Word.STREET
_PLACE_NOUN = Word.GEO | Word.GROUND
_EVERYDAY = Word.COMMON | Word.FUNCTION | Word.DATE | Word.ORGANISATION | Word.MOVE | Word.ACT
_GENERIC = _TYPE | Word.DIRECTION | Word.GOVERN | Word.GROUND | Word.TITLE
_PERSON = Word.GIVEN | Word.SURNAME
_ABBREVIATED_WORD = Word.FUNCTION | Word.INSIDE | Word.COMMON | Word.OF | Word.GIVEN
_PLAIN_PARTICLE = Word.OF | Word.AND | Word.FUNCTION
_POWERS = frozenset({"US", "UK", "EU"})
"""Abbreviations of two letters that need no city before them."""
_REGIONS = frozenset({"country", "admin1", "abbreviation"})
_SMALL = frozenset({"town_1e3", "town_1e4"})
_SHORT = 4
"""Letters of an acronym at the most."""

# The first class that a neighbour is in decides.
_BEFORE = ((Word.INSIDE, "in"), (Word.MOTION, "to"), (Word.NEAR, "near"))
_NOUN_OF = (
    (_PLACE_NOUN, "type_of"),
    (Word.NEAR, "near"),
    (Word.TITLE, "title_of"),
)
_CAPITAL_AFTER = (
    (Word.GEO, "geo_after"),
    (Word.STREET, "street_after"),
    (Word.ORGANISATION, "organisation_after"),
    (Word.FACILITY, "facility_after"),
    (Word.TEAM, "team_after"),
    (Word.SURNAME, "surname_after"),
)
_LOWER_AFTER = (
    (Word.GEO, "type_after"),
    (Word.ACT, "act_after"),
    (Word.GOVERN, "govern_after"),
    (Word.ORGANISATION, "body_after"),
)
_ENDS = (
    (Word.GEO, "ends_geo"),
    (Word.STREET, "ends_street"),
    (Word.ORGANISATION, "ends_organisation"),
    (Word.FACILITY, "ends_facility"),
)
_GAP_BEFORE = {Gap.NOTHING: "hashtag_part", Gap.OPENING: "bracket_before"}
_GAP_AFTER = {Gap.NOTHING: "hashtag_goes_on", Gap.OPENING: "bracket_after"}
_FRAMING = frozenset(
    {
        "direction_before", "in", "to", "near", "type_of", "type_before", "move_before",
        "type_after", "region_after",
    }
)  # fmt: skip
"""Features of which one is enough to make a place likely where a word has other senses."""


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


def features(around: Surroundings, match: Match, kind: str | None = None) -> list[str]:
    """The evidence for one candidate; `kind` is set for a frame that no source fills."""
    entry = match.entry
    out = ["bias", *entry.features] if len(entry.static) else ["bias", "unknown"]
    _before(around, match.first, out)
    _after(around, match, out)
    framed = not _FRAMING.isdisjoint(out)
    _itself(around, match, out, framed=framed)
    if framed:
        out.append("framed")
        if not _SMALL.isdisjoint(out):
            out.append("small_framed")
    if kind is not None:
        _frame(around, match.first, match.stop, out)
    return out


def _first_of(table: tuple[tuple[int, str], ...], bits: int) -> str | None:
    for classes, name in table:
        if bits & classes:
            return name
    return None


def _before(around: Surroundings, first: int, out: list[str]) -> None:
    tokens, bits = around.tokens, around.bits
    if not first or tokens.first[first]:
        return
    gap, left = tokens.gaps[first - 1], around.match_stops.get(first)
    if gap in (Gap.SPACE, Gap.OTHER):
        _word_before(around, first, out)
    elif gap == Gap.DOT:
        if bits[first - 1] & Word.TITLE:
            out.append("title_before")
        elif len(tokens.words[first - 1].raw) == 1:
            out.append("initial_before")
    elif gap == Gap.COMMA:
        if left is not None and not left.demonym:
            out.append("comma_before_name")
    elif gap == Gap.HYPHEN:
        out.append("hyphen_before" if left is None else "list")
    elif gap in _GAP_BEFORE:
        out.append(_GAP_BEFORE[gap])


def _word_before(around: Surroundings, first: int, out: list[str]) -> None:
    """The word before a name, past "the" and "northern"."""
    tokens, bits, shapes = around.tokens, around.bits, around.shapes
    at = first - 1
    kind = bits[at]
    if kind & Word.THE:
        out.append("the")
    for skipped in (Word.THE, Word.DIRECTION, Word.THE):
        direction = skipped == Word.DIRECTION
        if not (kind & skipped and at) or (
            direction and (shapes[at] != Shape.LOWER or kind & Word.NEAR)
        ):
            continue
        if direction:
            out.append("direction_before")
        elif tokens.first[at]:
            break
        at -= 1
        kind = bits[at] if tokens.gaps[at] == Gap.SPACE else 0
    plain = shapes[at] == Shape.LOWER or tokens.first[at] or around.modes[first] != MIXED
    preposition = _first_of(_BEFORE, kind) if plain else None
    if preposition:
        out.append(preposition)
    elif kind & Word.OF:
        noun = bits[at - 1] if at and tokens.gaps[at - 1] == Gap.SPACE else 0
        out.append(_first_of(_NOUN_OF, noun) or "of")
    elif kind & Word.TITLE and not kind & Word.PARTY:
        out.append("title_before")
    elif kind & Word.AND and at in around.match_stops and tokens.gaps[at - 1] != Gap.END:
        out.append("list")
    elif at == first - 1:
        _neighbour_before(around, first, kind, out)


def _neighbour_before(around: Surroundings, first: int, kind: int, out: list[str]) -> None:
    shape = around.shapes[first - 1]
    if shape in NAMELIKE:
        if around.modes[first] != MIXED or kind & NO_NAME:
            return
        left = around.match_stops.get(first)
        if len(around.tokens.words[first - 1].raw) == 1:
            out.append("initial_before")
        elif kind & Word.GIVEN:
            out.append("given_before")
        elif kind & _TYPE and kind & Word.LEADS:
            out.append("leads_before")
        elif left is not None and left.demonym:
            out.append("demonym_before")
        else:
            out.append("capital_before")
    elif shape == Shape.LOWER:
        if kind & _PLACE_NOUN:
            out.append("type_before")
        elif kind & Word.MOVE:
            out.append("move_before")
        elif kind & Word.ARTICLE and not kind & _PLAIN_PARTICLE:
            out.append("particle_before")


def _after(around: Surroundings, match: Match, out: list[str]) -> None:
    tokens, stop = around.tokens, match.stop
    last = stop - 1
    possessive = bool(tokens.words[last].cut) and match.end == tokens.ends[last]
    if possessive:
        out.append("possessive")
    if stop >= len(tokens):
        return
    gap, kind, shape = tokens.gaps[last], around.bits[stop], around.shapes[stop]
    right = around.match_starts.get(stop)
    said: str | None = None
    if gap == Gap.SPACE:
        if possessive:
            return
        if shape not in NAMELIKE:
            said = _first_of(_LOWER_AFTER, kind)
        elif around.modes[match.first] == MIXED and not (right is not None and right.demonym):
            said = _first_of(_CAPITAL_AFTER, kind) or (None if kind & NO_NAME else "capital_after")
    elif gap == Gap.HYPHEN:
        said = "hyphen_after" if shape == Shape.LOWER else "hyphen_before_capital"
    elif gap == Gap.COMMA:
        if right is not None and not right.demonym:
            region = not _REGIONS.isdisjoint(right.features)
            said = "region_after" if region else "name_after_comma"
    else:
        said = _GAP_AFTER.get(gap)
    if said:
        out.append(said)


def _itself(around: Surroundings, match: Match, out: list[str], *, framed: bool) -> None:
    tokens, first, stop = around.tokens, match.first, match.stop
    mode, entry = around.modes[first], match.entry
    every, some = around.bits[first], 0
    for bits in around.bits[first:stop]:
        every &= bits
        some |= bits
    start = match.start_cut + tokens.starts[first]
    if start and tokens.text[start - 1] == "#":
        out.append("hashtag")
    if tokens.first[first]:
        out.append("sentence_first")
    single, abbreviation = stop - first == 1, entry.match == "abbreviation"
    if single and abbreviation:
        _abbreviation(around, first, every, out)
    elif single:
        _single(around, first, every, out, framed=framed)
    else:
        if tokens.words[stop - 1].folded in around.persons and not framed:
            out.append("person_elsewhere")
        if around.shapes[first] == Shape.LOWER and around.shapes[stop - 1] == Shape.LOWER:
            out.append("lower_case")
        if around.bits[first] & Word.GIVEN and not some & (_TYPE | Word.LEADS):
            out.append("given_first")
        if every & (Word.COMMON | Word.FUNCTION):
            out.append("common_words")
    if entry.match == "part":
        out.append("directed_first" if tokens.first[first] else "directed")
    if ("organisation_after" in out or "capital_after" in out) and (
        abbreviation or "country" in out
    ):
        out.append("country_of_body")
    if mode == CAPS:
        out.append("caps_text")
    elif mode == TITLE:
        out.append("title_case")


def _single(around: Surroundings, first: int, kind: int, out: list[str], *, framed: bool) -> None:
    word, shape = around.tokens.words[first], around.shapes[first]
    mixed, caps = around.modes[first] == MIXED, around.modes[first] == CAPS
    if (
        kind & (Word.FUNCTION | Word.DATE)
        or (kind & Word.DIRECTION and not mixed)
        or (kind & Word.MOTION and caps)
    ):
        out.append("function_word")
    if kind & _EVERYDAY:
        # "IN THE CAPITAL": where all is in capitals, a preposition before makes no name.
        out.append("common_framed" if framed and not caps else "common")
        if around.tokens.first[first]:
            out.append("common_first")
    elif kind & _GENERIC:
        out.append("generic_word")
    if kind & _PERSON:
        out.append("person_framed" if framed else "person")
    if word.folded in around.persons:
        out.append("person_elsewhere")
    if shape == Shape.LOWER:
        out.append("lower_case")
    elif word.folded in around.lower_words:
        out.append("lower_elsewhere")
    if shape == Shape.CAPITALS and mixed:
        short = len(word.raw) - word.cut <= _SHORT
        out.append("capitals_short" if short else "capitals_long")


def _abbreviation(around: Surroundings, first: int, kind: int, out: list[str]) -> None:
    raw = around.tokens.words[first].raw
    if kind & _ABBREVIATED_WORD:
        out.append("abbreviation_word")
    caps = around.modes[first] == CAPS
    if caps:
        out.append("abbreviation_caps")
    # "A CAR BOMB", "BEIRUT (AP)": a word or an agency, whatever else it may abbreviate.
    if kind & _ABBREVIATED_WORD and "." not in raw and (caps or "bracket_before" in out):
        out.append("function_word")
    if len(raw) == 2 and raw not in _POWERS:
        out.append("two_letters")
    if first in around.match_stops and around.tokens.gaps[first - 1] == Gap.SPACE:
        out.append("abbreviation_after_name")


def _frame(around: Surroundings, first: int, stop: int, out: list[str]) -> None:
    """What a name that no source has is made of."""
    inner = around.bits[first:stop]
    some = 0
    for bits in inner:
        some |= bits
    if len(inner) > 1:
        ends = _first_of(_ENDS, inner[-1])
        if ends:
            out.append(ends)
        elif inner[0] & Word.LEADS:
            out.append("leads_type")
    elif some & (Word.GOVERN | Word.COMMON):
        out.append("unknown_common")
    starts = (around.match_starts.get(i) for i in range(first, stop))
    if any(entry is not None and not entry.demonym for entry in starts):
        out.append("name_inside")
    if some & Word.ORGANISATION:
        out.append("organisation_inside")
    if some & (_PERSON | Word.TITLE):
        out.append("person_inside")
