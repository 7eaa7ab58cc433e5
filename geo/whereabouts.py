"""The words of a sentence that say where, whole enough for the gazetteer to read.

A name alone is not what the text calls a place: "22 miles west of Wana", "the village of
X near Y, in Z province", "off the coast of Hodeidah", "Iraqi bases" are. From each name,
found by the gazetteer's recogniser or known by its frame ("the village of Kfar Tebnit"),
the phrase grows to the left and right over the words that belong to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from gazetteer.model import FeatureClass, Mention
from geo.clauses import Clause, Word
from geo.lexicon import places_en
from geo.words import Lexicon, split_words, word_set

__all__ = ["Whereabouts", "find_whereabouts"]


@dataclass(slots=True)
class Whereabouts:
    """A place phrase in a clause: words `first` to `last`, and the names in it."""

    first: int
    last: int
    mentions: list[Mention] = field(default_factory=list)
    rank: float = 0.0
    """How small the thing is: 7 a site, 6 a settlement, ... 2 a country, 1 a continent."""
    preposition: str = ""
    """The preposition before the phrase, if any."""
    parts: list[Whereabouts] = field(default_factory=list)
    """The phrases that were joined to make this one."""
    unknown: bool = False
    """Whether the innermost name is one that only its frame shows to be a place."""

    def place_ids(self) -> frozenset[str]:
        return frozenset(m.place.place_id for m in self.mentions if m.place)


_RANK: dict[FeatureClass, float] = {
    FeatureClass.COUNTRY: 2,
    FeatureClass.CONTINENT: 1,
    FeatureClass.ADMIN1: 4,
    FeatureClass.ADMIN2: 5,
    FeatureClass.POPULATED_PLACE: 6,
    FeatureClass.AIRPORT: 7,
    FeatureClass.MILITARY_BASE: 7,
    FeatureClass.FACILITY: 7,
    FeatureClass.CAMP: 7,
    FeatureClass.BORDER_CROSSING: 7,
    FeatureClass.BORDER: 4,
    FeatureClass.REGION: 3,
    FeatureClass.SEA: 3,
    FeatureClass.STRAIT: 4.5,
    FeatureClass.RIVER: 3.5,
    FeatureClass.LAKE: 4,
    FeatureClass.MOUNTAINS: 4,
    FeatureClass.DESERT: 3.5,
    FeatureClass.ISLAND: 5,
}


@dataclass(frozen=True, slots=True)
class _Words:
    directions: frozenset[str]
    parts: frozenset[str]
    near: frozenset[str]
    units: frozenset[str]
    types: dict[str, int]
    facilities: frozenset[str]


@cache
def _tables() -> _Words:
    p = places_en
    types = {w: rank for rank, cell in p.TYPE_RANK.items() for w in split_words(cell)}
    for word, rank in list(types.items()):
        types.setdefault(word + "s", rank)
    types["provinces"] = types["states"] = types["governorates"] = 4
    types["cities"], types["municipalities"], types["counties"], types["territories"] = 6, 5, 5, 5
    return _Words(
        frozenset(split_words(p.DIRECTIONS)),
        frozenset(split_words(p.PARTS)),
        frozenset(split_words(p.NEAR)),
        frozenset(split_words(p.UNITS)),
        types,
        frozenset(w for w in split_words(p.FACILITIES) if " " not in w),
    )


_LARGE = frozenset(
    {
        FeatureClass.COUNTRY,
        FeatureClass.ADMIN1,
        FeatureClass.ADMIN2,
        FeatureClass.REGION,
        FeatureClass.CONTINENT,
    }
)
_TITLE_BEFORE = word_set(
    "president minister general colonel mayor governor commander king sheikh mr mrs ms "
    "dr captain major lieutenant senator sergeant prince judge ambassador bishop pope"
)


def find_whereabouts(
    clause: Clause,
    mentions: Sequence[Mention],
    lex: Lexicon,
    *,
    upper: bool = False,
    known: dict[str, float] | None = None,
) -> list[Whereabouts]:
    """Place phrases of a clause in text order; `mentions` are those inside it.

    `known` collects the names that frames showed to be places, with their ranks: told once
    "in Kawlin, a district capital", a later "on Kawlin" is understood.
    """
    t = _tables()
    names = _named(clause, mentions, t, upper, lex, known if known is not None else {})
    grown = [_grow(clause, w, names, t) for w in names]
    return _joined(clause, grown, t)


def _named(
    clause: Clause,
    mentions: Sequence[Mention],
    t: _Words,
    upper: bool,
    lex: Lexicon,
    known: dict[str, float],
) -> list[Whereabouts]:
    words = clause.words
    out: list[Whereabouts] = []
    taken = [False] * len(words)
    k = 0
    for mention in mentions:
        while k < len(words) and words[k].end <= mention.start:
            k += 1
        if k == len(words):
            break
        first = k
        last = first
        while last < len(words) and words[last].start < mention.end:
            last += 1
        if (
            last == first
            or _joined_to(clause, last)
            or _half_a_compound(clause, first, last, mentions)
        ):
            continue
        if mention.form == "demonym" or (
            mention.role == "associative" and _is_adjective(clause, last, t)
        ):
            w = _kind_within(clause, first, last, mention, t)
            if w is None:
                continue
        else:
            here = first and (
                words[first - 1].low in _AT
                or (words[first - 1].possessive and out and out[-1].last == first)
            )
            if mention.role == "associative" and not here:
                continue
            if _modifies(clause, last, t, lex):
                continue
            if mention.place is None and any(
                lex.groups.at(clause.lows[first:last], i)[0] for i in range(last - first)
            ):
                continue
            place = mention.place
            rank = _RANK.get(place.feature_class, 4) if place else 5.5
            w = Whereabouts(first, last, [mention], rank, unknown=place is None)
        out.append(w)
        for j in range(w.first, w.last):
            taken[j] = True
    framed = [w for w in _frame_names(clause, taken, t, upper) if not _is_group(clause, w, lex)]
    if not upper:
        framed += _told_names(clause, taken, known)
        for w in framed:
            name = " ".join(
                x.low for x in words[w.first : w.last] if x.low not in t.types and x.low != "of"
            )
            if name and len(known) < 500:
                known.setdefault(name, w.rank)
    out += framed
    out.sort(key=lambda w: (w.first, -w.last))
    return out


_AT = word_set("in at near outside around across throughout inside over")
_BACKED = word_set(
    "backed linked aligned led supported trained sponsored made flagged born owned based "
    "controlled affiliated allied"
)


def _joined_to(clause: Clause, last: int) -> bool:
    """ "Iran-backed", "Belize-flagged": a word about somebody, not a place."""
    words = clause.words
    return last + 1 < len(words) and words[last].tag == "-" and words[last + 1].low in _BACKED


def _modifies(clause: Clause, last: int, t: _Words, lex: Lexicon) -> bool:
    """ "the US military": a name before a noun that is no kind of place."""
    words, of = clause.words, clause.phrase_of
    if last >= len(words) or words[last].tag != "n" or words[last - 1].possessive:
        return False
    word = words[last]
    if of[last] < 0 or of[last] != of[last - 1] or word.low in t.types or word.low in t.facilities:
        return False
    if word.low in t.directions or word.low in t.parts or word.low in _TIMES:
        return False
    if word.low in lex.targets and word.low not in lex.people and word.low not in lex.armed:
        return False  # "the Paris office", "a Mogadishu hotel"
    if word.text[:1].isupper() and not word.text.isupper():
        return False  # part of a name that the gazetteer knows by half
    return not (
        last + 1 < len(words) and of[last + 1] == of[last] and words[last + 1].low in t.types
    )


_TIMES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday january "
    "february march april may june july august september october november december last "
    "this early late"
)


def _half_a_compound(clause: Clause, first: int, last: int, mentions: Sequence[Mention]) -> bool:
    """ "Dasht" in "Dasht-e-Barchi": not the place of that name."""
    words = clause.words
    if last + 1 < len(words) and words[last].tag == "-" and words[last].text == "-":
        at = words[last + 1].start
        return (
            words[last + 1].text.islower()
            and len(words[last + 1].text) <= 3
            and not any(m.start == at for m in mentions)
        )
    return False


def _is_adjective(clause: Clause, last: int, t: _Words) -> bool:
    return last < len(clause.words) and clause.words[last].low in t.facilities


def _kind_within(
    clause: Clause, first: int, last: int, mention: Mention, t: _Words
) -> Whereabouts | None:
    """ "Iraqi bases": an adjective of a place before a kind of site."""
    words = clause.words
    k = last
    steps = 0
    while k < len(words) and steps < 3 and words[k].tag in "nj":
        if words[k].low in t.facilities and (
            k + 1 >= len(words) or words[k + 1].low not in t.facilities
        ):
            before = words[first - 1].tag if first else "."
            end = k + 1
            start = first
            # "three Ukrainian airfields", "US base": the owner of an army is no place
            if words[k].low in {"ships", "side"}:
                return None
            if before == "-":
                return None
            return Whereabouts(start, end, [mention], 2.6)
        k += 1
        steps += 1
    return None


def _is_group(clause: Clause, w: Whereabouts, lex: Lexicon) -> bool:
    lows = clause.lows[w.first : w.last]
    return any(lex.groups.at(lows, i)[0] for i in range(len(lows)))


def _told_names(clause: Clause, taken: list[bool], known: dict[str, float]) -> list[Whereabouts]:
    """Names that an earlier frame of the report showed to be places."""
    out: list[Whereabouts] = []
    words = clause.words
    for k, w in enumerate(words):
        if taken[k] or not w.text[:1].isupper():
            continue
        for n in (3, 2, 1):
            name = " ".join(x.low for x in words[k : k + n])
            if k + n <= len(words) and name in known and not any(taken[k : k + n]):
                out.append(Whereabouts(k, k + n, [], known[name], unknown=True))
                for j in range(k, min(len(words), k + n)):
                    taken[j] = True
                break
    return out


def _frame_names(clause: Clause, taken: list[bool], t: _Words, upper: bool) -> list[Whereabouts]:
    """Names that only their frame shows to be places: "the village of X", "X village"."""
    words = clause.words
    out: list[Whereabouts] = []
    n = len(words)
    for k, w in enumerate(words):
        rank = t.types.get(w.low)
        if rank is None:
            continue
        # "the village of Kfar Tebnit"
        if k + 2 < n and words[k + 1].low == "of" and rank in {4, 5, 6, 7} and not taken[k + 2]:
            last = k + 2
            while last < n and _namelike(words[last], upper) and last - k < 7:
                last += 1
            if last > k + 2:
                while (
                    last + 1 < n
                    and words[last].tag in ",c"
                    and words[last + 1].text[:1].isupper()
                    and not upper
                    and not taken[last + 1]
                    and words[last + 1].tag == "n"
                    and w.low.endswith("s")
                ):
                    last += 2  # "the villages of X, Y and Z"
                out.append(Whereabouts(k, last, [], rank - 0.5, unknown=True))
                for j in range(k, last):
                    taken[j] = True
                continue
        # "Kfar Tebnit village", "in LA RANERA stream"
        first = k
        if (
            first > 1
            and words[k - 1].low in {"air", "military", "naval", "army", "refugee", "displacement"}
            and not taken[k - 1]
        ):
            first -= 1
        while (
            first > 0
            and _namelike(words[first - 1], upper)
            and not taken[first - 1]
            and k - first < 6
        ):
            first -= 1
        if (
            rank >= 6
            and not upper
            and first < k
            and words[first].text[:1].isupper()
            and words[first].low not in t.directions | t.parts | _NOT_PLACES
            and (first > 0 or w.low in {"airport", "airfield", "base", "airbase"})
        ):
            out.append(Whereabouts(first, k + 1, [], rank - 0.5, unknown=True))
            for j in range(first, k + 1):
                taken[j] = True
            continue
        if (
            first < k
            and first > 0
            and words[first - 1].possessive
            and taken[first - 1]
            and not upper
        ):
            out.append(
                Whereabouts(first, k + 1, [], rank - 0.5, unknown=True)
            )  # "Nigeria's Ondo State"
            for j in range(first, k + 1):
                taken[j] = True
            continue
        if first < k and first > 0 and words[first].low not in t.directions | t.parts:
            before = words[first - 1]
            if before.low == "the" and first > 1:
                before = words[first - 2]
            if before.low in {
                "in",
                "at",
                "near",
                "on",
                "outside",
                "of",
                "around",
                "from",
                "to",
                ",",
            } and (not upper or before.low in {"in", "at", "near"}):
                out.append(Whereabouts(first, k + 1, [], rank - 0.5, unknown=True))
                for j in range(first, k + 1):
                    taken[j] = True
    # "Wad al-Noura, a village in Gezira"
    for k, w in enumerate(words):
        rank = t.types.get(w.low)
        if rank not in {5, 6, 7} or k < 3:
            continue
        j = k - 1
        while j > 0 and words[j].tag in "jn" and not words[j].text[:1].isupper() and k - j < 5:
            j -= 1
        if words[j].low in {"a", "the"} and j > 1 and words[j - 1].tag == "," and not taken[j - 2]:
            last = j - 1
            first = last
            while (
                first > 0
                and _namelike(words[first - 1], upper)
                and not taken[first - 1]
                and last - first < 6
            ):
                first -= 1
            if first < last and words[first].text[:1].isupper() and not upper:
                out.append(Whereabouts(first, last, [], rank - 0.5, unknown=True))
                for j in range(first, last):
                    taken[j] = True
    if not upper:
        for k, w in enumerate(words):  # "between Sevare and Bandiagara"
            if w.low == "between" and k + 3 < n and not any(taken[k + 1 : k + 4]):
                mid = next(
                    (j for j in range(k + 2, min(n - 1, k + 5)) if words[j].low == "and"), -1
                )
                if (
                    mid > 0
                    and all(_namelike(x, upper) for x in words[k + 1 : mid])
                    and words[mid + 1].text[:1].isupper()
                    and words[k + 1].text[:1].isupper()
                    and words[mid + 1].low not in _NOT_PLACES
                    and words[k + 1].low not in _NOT_PLACES
                ):
                    last = mid + 2
                    while (
                        last < n
                        and _namelike(words[last], upper)
                        and not taken[last]
                        and last - mid < 4
                    ):
                        last += 1
                    if any(low in _GO for low in clause.lows[max(0, k - 4) : k]):
                        out.append(
                            Whereabouts(k, last, [], 4.8, preposition="between", unknown=True)
                        )
    # "outside Tongo Tongo", "in Kari Kot": a capitalised run after a preposition of place
    if not upper:
        for k, w in enumerate(words):
            near_of = (
                w.low == "of"
                and k
                and words[k - 1].low
                in {"vicinity", "outskirts", "area", "west", "east", "north", "south"}
            )
            if (
                (w.low in {"in", "at", "near", "outside", "around"} or near_of)
                and k + 1 < n
                and not taken[k + 1]
                and words[k + 1].text[:1].isupper()
            ):
                last = k + 1
                while (
                    last < n and _namelike(words[last], upper) and not taken[last] and last - k < 5
                ):
                    last += 1
                if (
                    last > k + 1
                    and words[k + 1].low not in _NOT_PLACES
                    and words[last - 1].low not in _NOT_PLACES
                ):
                    out.append(Whereabouts(k + 1, last, [], 4.8, unknown=True))
    return out


_GO = word_set(
    "road highway route bus train convoy truck travelling traveling border axis track "
    "line car vehicle"
)
_NOT_PLACES = word_set(
    "western eastern northern southern "
    "monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december president minister "
    "general colonel mr mrs king prince mayor governor sheikh prime foreign ramadan i he "
    "she it they we christmas easter eid us parliament congress telegram facebook "
    "twitter x reuters afp ap english arabic french spanish russian islam operation war "
    "council group"
)


def _namelike(word: Word, upper: bool) -> bool:
    if word.tag == "-" or (
        len(word.text) <= 2 and word.text in {"e", "i", "al", "el", "ul", "ad", "az"}
    ):
        return True
    if word.tag not in "njv" or word.low in _NOT_PLACES:
        return word.low in {"de", "la", "el", "al", "los", "las", "del"} and word.tag != "q"
    return word.text[:1].isupper() and (not upper or len(word.low) > 1)


_JOINING = frozenset(("border", "borders", "frontier", "line", "road", "highway", "axis"))
"""What lies between two places joined by a hyphen."""


def _grow(clause: Clause, w: Whereabouts, names: list[Whereabouts], t: _Words) -> Whereabouts:
    words = clause.words
    first, last = w.first, w.last
    starts = {x.first: x for x in names}
    ends = {x.last: x for x in names}
    n = len(words)
    rank = w.rank
    # to the right: type words, "Iraq-Syria border"
    while last < n:
        word = words[last]
        if word.low in t.types and word.tag in "njvd" and not words[last - 1].possessive:
            # a settlement before "province" is the province
            rank = max(t.types[word.low], 2.7) if t.types[word.low] != 7 or rank != 2 else 2.7
            last += 1
        elif word.tag == "-" and last + 1 in starts and last + 1 < n:
            inner = starts[last + 1]
            if inner.last < n and words[inner.last].low in _JOINING:
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
            and words[last + 2].low in _JOINING
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
            and words[last].low not in _NOT_PLACES
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
                and _is_larger(w)
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
    while k >= 0 and (words[k].tag in "daqj" or words[k].low in {"the"}):
        k -= 1
    if k >= 0 and words[k].tag in "ps":
        out.preposition = words[k].low
    elif (k >= 0 and words[k].tag in "cb") or near:
        out.preposition = words[first].low if near else ""
    del ends
    return out


def _is_larger(w: Whereabouts) -> bool:
    return bool(w.mentions) and all(
        m.place is not None and m.place.feature_class in _LARGE for m in w.mentions
    )


def _distance(clause: Clause, k: int, t: _Words) -> int:
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


def _joined(clause: Clause, grown: list[Whereabouts], t: _Words) -> list[Whereabouts]:
    """Phrases that contain, list or qualify each other become one."""
    words = clause.words
    out: list[Whereabouts] = []
    for w in grown:
        if out and w.first < out[-1].last:
            previous = out[-1]
            if w.last > previous.last:
                previous.last = w.last
                previous.mentions += [m for m in w.mentions if m not in previous.mentions]
                previous.rank = (
                    max(previous.rank, w.rank) if words[previous.first].low != "between" else 4
                )
            continue
        if out:
            previous = out[-1]
            gap = words[previous.last : w.first]
            lows = [g.low for g in gap]
            if _contains(previous, w, gap, lows) and not _list_after(clause, w, grown):
                inner = Whereabouts(
                    previous.first,
                    previous.last,
                    previous.mentions,
                    previous.rank,
                    previous.preposition,
                )
                previous.parts = [*(previous.parts or [inner]), w]
                previous.last = w.last
                previous.mentions = previous.mentions + w.mentions
                continue
            listed = lows in (["and"], ["or"]) and previous.preposition and _alike(previous, w)
            if listed and previous.rank == w.rank:
                previous.last = w.last
                previous.mentions = previous.mentions + w.mentions
                continue
            if lows == ["and"] and words[previous.first].low == "between":
                previous.last = w.last
                previous.mentions = previous.mentions + w.mentions
                continue
        out.append(w)
    return out


def _alike(a: Whereabouts, b: Whereabouts) -> bool:
    return abs(a.rank - b.rank) <= 0.5


def _contains(a: Whereabouts, b: Whereabouts, gap: list[Word], lows: list[str]) -> bool:
    if not lows:
        return b.rank < a.rank or a.last == b.first
    if a.preposition in {"from"} and b.preposition not in {"from"} and "," not in lows:
        return False
    if lows in (
        [","],
        [",", "in"],
        ["in"],
        [",", "in", "the"],
        ["in", "the"],
        ["of"],
        [",", "near"],
        ["("],
        ["on", "the"],
        [",", "on", "the"],
        [",", "a"],
        [",", "the"],
        [",", "in", "a"],
    ):
        if lows[-1] == "near":
            return a.rank >= 5
        return b.rank < a.rank or (b.rank == a.rank == 6 and lows[0] in {",", "in"})
    if (
        len(lows) <= 7
        and lows[0] == ","
        and (lows[-1] in {"in", "of", "the"} or b.preposition == "near")
        and gap
        and all(g.tag in "njdp,aq" for g in gap)
    ):
        return any(x in {"village", "town", "city", "district", "capital"} for x in lows)
    return bool(b.first < len(gap) and False) or (
        lows[0] in {",", "in"}
        and len(lows) <= 3
        and b.rank < a.rank
        and all(g.tag in "pdj," for g in gap)
    )


def _list_after(clause: Clause, w: Whereabouts, grown: list[Whereabouts]) -> bool:
    """ "Kharkiv, Sumy and Poltava": what follows a comma is a list, not a container."""
    words = clause.words
    after = w.last
    if after < len(words) and words[after].tag == "c":
        for x in grown:
            if x.first in (after + 1, after + 2) and _alike(x, w):
                return True
    return False
