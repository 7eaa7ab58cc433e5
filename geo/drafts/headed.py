"""The place of an incident that stands over its words, or of which they tell a part."""

from __future__ import annotations

from geo.clauses import Clause
from geo.drafts.headings import Heading, joined
from geo.drafts.notes import under
from geo.drafts.places import name_words
from geo.drafts.reading import Reading
from geo.merge import Draft
from geo.model import PlaceMention
from geo.whereabouts import Whereabouts
from geo.whereabouts.model import tables
from geo.words import word_set

__all__ = ["place_at", "place_by_heading"]


def place_by_heading(
    draft: Draft,
    text: str,
    clause: Clause,
    own: Whereabouts | None,
    low: int,
    high: int,
    reading: Reading,
) -> None:
    """What stands over the words says where it was, or of what their own place is a part."""
    if reading.here is not None and _is_here(clause, low, high):
        if own is None or own.rank < 4:
            place_at(draft, reading.here)
        return
    notes = reading.notes
    head = notes.heading or notes.section or notes.title
    if head is None:
        return
    above = notes.section or notes.title
    if above is not None and head is not above and not head.known:
        head = under(head, above)
    if own is None:
        place_at(draft, head)
        part = _part(text, clause, low, high)
        if part is not None and draft.place is not None:
            draft.place = joined(part, draft.place)
            draft.places = [draft.place]
    elif (
        _within(draft, head)
        or own.rank <= 2
        or (own.rank < 3.5 and own.rank < head.rank)
        or (own.preposition in _ALONG and head.rank >= _SETTLED)
    ):
        place_at(draft, head)
    elif draft.place is not None and (not own.mentions or _is_site(clause, own, head)):
        if draft.place.text.casefold() in head.place.text.casefold():
            place_at(draft, head)
            return
        draft.place = joined(draft.place, head.place)
        draft.places = [draft.place]
        draft.settled = True
        draft.countries = {head.place.country_code} if head.place.country_code else set()


def _is_site(clause: Clause, own: Whereabouts, head: Heading) -> bool:
    """ "Tripoli: missile on the X compound": a building by name, in the town above it."""
    last = clause.words[own.last - 1].low
    part = tables().types.get(last, 0) == _SITE or last in _QUARTERS
    return part and 5 <= head.rank <= 6 and not own.parts


_SITE = 7
_SETTLED = 4.7
"""Rank from which a heading is smaller than a province."""
_QUARTERS = word_set("district area quarter neighbourhood neighborhood suburb ward street avenue")


def _within(draft: Draft, head: Heading) -> bool:
    """Whether the words' own place is the heading, which is the subject of their verb."""
    return draft.place is not None and head.start <= draft.place.start < head.end


_ALONG = frozenset({"to", "towards", "toward", "from", "via"})
"""What leads to a place elsewhere: "Afgooye: mine on the road to Mogadishu"."""


def place_at(draft: Draft, head: Heading) -> None:
    """Put an incident where a place told elsewhere in the report is."""
    draft.place = head.place
    draft.places = [draft.place]
    draft.place_rank = head.rank
    draft.settled = draft.place_rank >= 4.7
    draft.place_ids = set(head.place_ids)
    draft.place_words = name_words(head.place.text.partition(",")[0])
    draft.countries = {head.place.country_code} if head.place.country_code else set()


_PARTS = word_set("suburbs suburb outskirts centre center bank side quarter periphery")
_OF_PARTS = word_set("city town main old")


def _part(text: str, clause: Clause, low: int, high: int) -> PlaceMention | None:
    """ "W suburbs", "eastern outskirts", "the city centre": a part of the place above."""
    words = clause.words
    directions = tables().directions
    for k in range(max(low, 1), min(high, len(words))):
        if words[k].low not in _PARTS:
            continue
        first = k
        while first > low and (
            words[first - 1].low in directions or words[first - 1].low in _OF_PARTS
        ):
            first -= 1
        if first < k:
            start, end = words[first].start, words[k].end
            return PlaceMention(text[start:end], start, end)
    return None


_THIS = word_set("city town capital village port")


def _is_here(clause: Clause, low: int, high: int) -> bool:
    """ "was shot dead here", "in this city": where the report was written."""
    lows = clause.lows
    if "here" not in clause.vocabulary and "this" not in clause.vocabulary:
        return False
    return any(
        lows[k] == "here" or (lows[k] == "this" and k + 1 < high and lows[k + 1] in _THIS)
        for k in range(low, min(high, len(lows)))
    )
