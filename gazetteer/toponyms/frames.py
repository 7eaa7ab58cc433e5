"""Runs of words that no source names, in a frame that a place may fill.

"in the village of Kfar Tebnit", "Oleta River State Park", "near Mnogopillya": capitals
with a type word in them or beside them, or after a preposition of place.
"""

from __future__ import annotations

from gazetteer.toponyms.survey import CAPS, NAMELIKE, TITLE, Surroundings
from gazetteer.toponyms.tokens import Gap, Shape
from gazetteer.toponyms.words import Word

__all__ = ["NO_NAME", "frames"]

NO_NAME = Word.FUNCTION | Word.DATE | Word.INSIDE | Word.MOTION | Word.THE | Word.AND | Word.OF
"""Words that are no part of a name at its ends."""
_TYPE = Word.GEO | Word.FACILITY | Word.STREET
_PLACE_NOUN = Word.GEO | Word.GROUND
_OPENERS = Word.COMMON | Word.GOVERN | Word.TITLE | Word.MOVE
"""What may open a sentence without being part of the name that follows."""
_LONGEST = 5
"""Words of the longest name that is recognised by its frame alone."""


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
    for i in around.capitals:
        if i < done or around.modes[i] in (CAPS, TITLE):
            continue
        stop = i + 1
        while stop < count and tokens.joins[stop - 1]:
            if words[stop - 1].cut and (stop in around.match_stops or not bits[stop] & Word.GEO):
                break
            if shapes[stop] in NAMELIKE and not bits[stop] & Word.DATE:
                stop += 1
            elif (
                bits[stop] & (Word.ARTICLE | Word.OF)
                and stop + 1 < count
                and tokens.joins[stop]
                and shapes[stop + 1] in NAMELIKE
                and not bits[stop] & Word.AND
            ):
                stop += 2
            else:
                break
        first = i
        done = stop
        while first < stop and (
            bits[first] & NO_NAME
            or (tokens.first[first] and bits[first] & _OPENERS)
            or (first in around.match_starts and around.match_starts[first].demonym)
        ):
            first += 1
            while first < stop and shapes[first] == Shape.LOWER:
                first += 1
        if first >= stop or stop - first > _LONGEST:
            continue
        # The run as a whole, by what its last or first word or its neighbours are.
        last = bits[stop - 1]
        if stop - first > 1 and last & _TYPE:
            found[first, stop] = words[stop - 1].folded
        elif stop - first > 1 and bits[first] & Word.LEADS and bits[first] & _TYPE:
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
            if before & Word.OF and first > 1 and bits[first - 2] & Word.NEAR:
                found[first, stop] = ""
            elif before & Word.OF and first > 1 and bits[first - 2] & _PLACE_NOUN:
                found[first, stop] = words[first - 2].folded
            elif before & (Word.NEAR | Word.INSIDE | Word.MOTION) and not last & NO_NAME:
                found[first, stop] = ""
    return [(a, b, kind) for (a, b), kind in found.items() if (a, b) not in taken]
