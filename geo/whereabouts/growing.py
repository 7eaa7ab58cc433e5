"""From a name to the whole phrase: direction, distance, kind and part to its left and right."""

from __future__ import annotations

from geo.clauses import Clause
from geo.whereabouts.model import JOINING, Whereabouts, Words, is_larger
from geo.whereabouts.naming import NOT_PLACES
from geo.words import word_set

__all__ = ["grow"]


_EDGES = frozenset(
    {
        "direction",
        "countryside",
        "outskirts",
        "suburbs",
        "suburb",
        "vicinity",
        "environs",
        "airspace",
    }
)
"""Parts named behind what they are a part of."""


_OWN_PARTS = word_set(
    "suburbs suburb outskirts periphery centre center north south east west north-east"
)


def _own_part(clause: Clause, k: int, t: Words) -> int:
    """Where "Beirut's | southern suburbs", "Mali's | north" ends; `k` itself for nothing such."""
    words = clause.words
    if not words[k - 1].possessive:
        return k
    end = k
    while end < len(words) and words[end].low in t.directions and end - k < _STEPS:
        end += 1
    if end < len(words) and words[end].low in _OWN_PARTS:
        return end + 1
    bare = end > k and words[end - 1].low in _OWN_PARTS
    return end if bare and (end == len(words) or words[end].tag not in "njq") else k


_STEPS = 3
"""Words at most before a part: "north", "-", "eastern"."""


def grow(clause: Clause, w: Whereabouts, names: list[Whereabouts], t: Words) -> Whereabouts:
    words = clause.words
    first, last = w.first, w.last
    starts = {x.first: x for x in names}
    n = len(words)
    rank = w.rank
    # to the right: type words, "Iraq-Syria border"
    while last < n:
        word = words[last]
        if (
            word.low in t.types
            and word.tag in "njvd"
            and (word.low == "capital" or not words[last - 1].possessive)
        ):
            # a settlement before "province" is the province
            rank = max(t.types[word.low], 2.7) if t.types[word.low] != 7 or rank != 2 else 2.7
            last += 1
        elif (end := _own_part(clause, last, t)) > last:
            last, rank = end, max(rank, 3.0)
        elif (
            word.low in _EDGES
            and word.tag == "n"
            and clause.phrase_of[last] >= 0
            and clause.phrase_of[last] == clause.phrase_of[last - 1]
            and not words[last - 1].possessive
        ):
            last += 1  # "the Kherson direction", "Damascus countryside"
        elif word.tag == "-" and last + 1 in starts and last + 1 < n:
            inner = starts[last + 1]
            if inner.last < n and words[inner.last].low in JOINING:
                w.mentions = w.mentions + [m for m in inner.mentions if m not in w.mentions]
                last = inner.last
                rank = 4
            else:
                break
        elif (
            # "the Bamenda-Babadjou road", whose other end no source may have
            word.tag == "-"
            and last + 2 < n
            and words[last + 1].text[:1].isupper()
            and words[last + 2].low in JOINING
        ):
            last += 2
            rank = 4
        elif (
            word.low
            in {
                "international",
                "military",
                "air",
                "refugee",
                "oil",
                "naval",
                "army",
                "border",
                "nuclear",
                "displacement",
                "power",
                "train",
                "bus",
                "police",
            }
            and last + 1 < n
            and words[last + 1].low in t.types
        ):
            last += 1
        else:
            break
    if (
        w.rank >= 4
        and last < n
        and first > 1
        and words[first - 1].low == "of"
        and words[first - 2].low in t.types
    ):
        # "the town of Majdal Shams", of which only a part was known
        while (
            last < n
            and words[last].tag == "n"
            and words[last].text[:1].isupper()
            and not words[last].text.isupper()
            and words[last].low not in NOT_PLACES
            and words[last].low not in t.types
        ):
            last += 1
    if (
        first > 1
        and words[first - 1].low == "of"
        and words[first - 2].low in t.types
        and words[first - 2].low.endswith("s")
    ):
        # "the villages of X, Y and Z"
        while (
            last + 1 < n
            and words[last].tag in ",c"
            and words[last + 1].text[:1].isupper()
            and not words[last + 1].text.isupper()
            and words[last + 1].tag == "n"
        ):
            last += 2
    # to the left
    k = first - 1
    near = False
    while k >= 0:
        word = words[k]
        if word.low in t.directions or (word.tag == "-" and k and words[k - 1].low in t.directions):
            first = k
            rank = max(rank, min(rank + 1, 3.2)) if rank <= 2.5 else rank
        elif (
            word.low in t.types
            and word.tag in "nj"
            and k + 1 == first
            and words[k].low not in {"state", "states", "republic", "region", "area"}
            and not word.possessive
        ):
            if words[k].low in {
                "department",
                "ministry",
                "embassy",
                "headquarters",
                "church",
                "university",
            }:
                break
            first = k
        elif (
            word.low in {"of", "from"}
            and k > 1
            and words[k - 1].low in t.directions | t.units
            and (start := _distance(clause, k - 1, t)) >= 0
            and words[start].low not in t.directions
        ):
            first = start  # "66 nautical miles southwest of"
            rank = max(rank, 5.0)
            near = True
            break
        elif (
            word.low == "of" and k and (words[k - 1].low in t.types or words[k - 1].low in t.parts)
        ):
            head = words[k - 1].low
            if head in {"state", "states", "ministry", "republic", "embassy", "university"}:
                break
            if k > 1 and words[k - 2].low in {
                "main",
                "second",
                "largest",
                "biggest",
                "third",
                "capital",
                "principal",
                "second-largest",
            }:
                break
            if (
                t.types.get(head, 0) in {5, 6}
                and is_larger(w)
                and (k < 2 or words[k - 2].tag in "jn,q" or w.rank == 2)
            ):
                break  # "the main city of Nagorno-Karabakh" is not that region
            if head in t.parts and head not in t.types:
                rank = rank + 0.3 if rank > 2 else 3
            elif t.types.get(head, 0) == 7:
                rank = 7
            first = k - 1
            k = first
        elif (
            word.low in {"of", "from"}
            and k
            and (words[k - 1].low in t.directions or words[k - 1].low in t.units)
        ):
            start = _distance(clause, k - 1, t)
            if start < 0:
                break
            first = start
            rank = max(rank, 4.8)
            near = True
            break
        elif (
            word.low == "the"
            and k
            and (words[k - 1].low in {"of", "near", "outside", "along", "off", "between", "around"})
        ):
            k -= 1
            continue
        elif word.low in t.near and word.tag != "v":
            if word.low in {"inside", "toward", "towards"}:
                break
            first = k
            if word.low == "off" or word.low == "close":
                pass
            near = True
            break
        elif word.low == "to" and k and words[k - 1].low in {"close", "next", "adjacent"}:
            first = k - 1
            near = True
            break
        else:
            break
        k -= 1
    out = Whereabouts(first, last, w.mentions, rank, unknown=w.unknown)
    k = first - 1
    while k >= 0 and (words[k].tag in "daqj-" or words[k + 1].tag == "-"):
        k -= 1  # "in a rebel-held area of"
    came = k > 0 and words[k].low == "to" and words[k - 1].lemma == "come"
    if came or (k > 0 and (words[k - 1].low, words[k].low) in _AS_IN):
        out.preposition = "in"
    elif k >= 0 and words[k].tag in "ps" and not (near and words[k].low == "about"):
        out.preposition = words[k].low
    elif (k >= 0 and words[k].tag in "cb") or near:
        out.preposition = "" if not near else low if (low := words[first].low) in t.near else "near"
    return out


_AS_IN = frozenset({("battle", "for"), ("battles", "for"), ("known", "as"), ("area", "called")})
"""What says "in" by other words: "in the battle for X", "in an area known as X"."""


def _distance(clause: Clause, k: int, t: Words) -> int:
    """First word of "22 miles west", "about 10 km", "west" that ends at `k`; -1 for none."""
    words = clause.words
    j = k
    while j >= 0 and (words[j].low in t.directions or words[j].tag == "-"):
        j -= 1
    direction = j < k
    if j >= 0 and words[j].low in t.units:
        j -= 1
        if j >= 0 and words[j].low in t.units:
            j -= 1
        if j >= 0 and words[j].tag == "-":
            j -= 1
        if j >= 0 and words[j].tag in "qd":
            while j > 0 and words[j - 1].tag == "q" and words[j - 1].low not in {"about", "only"}:
                j -= 1
            return j
        return -1
    if direction:
        return j + 1
    return -1
