"""Names that only their frame shows to be places: "the village of X", "X village"."""

from __future__ import annotations

from geo.clauses import Clause, Word
from geo.whereabouts.model import Whereabouts, Words
from geo.words import word_set

__all__ = ["NOT_PLACES", "frame_names", "told_names"]


def told_names(clause: Clause, taken: list[bool], known: dict[str, float]) -> list[Whereabouts]:
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


def frame_names(clause: Clause, taken: list[bool], t: Words, upper: bool) -> list[Whereabouts]:
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
            and words[first].low not in t.directions | t.parts | NOT_PLACES
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
            hit = before.tag == "v" and not upper and words[first].text[:1].isupper()
            if hit or (
                before.low
                in {
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
                }
                and (not upper or before.low in {"in", "at", "near"})
            ):
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
            led = first > 0 and words[first - 1].low in {"at", "in", "near"}
            if first < last and words[first].text[:1].isupper() and (not upper or led):
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
                    and words[mid + 1].low not in NOT_PLACES
                    and words[k + 1].low not in NOT_PLACES
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
            deed = (
                w.low in {"on", "against"}
                and k > 0
                and words[k - 1].low in _DEEDS
                and k + 2 < n
                and any(
                    words[j].tag == "," and words[j + 1].low in _PLACING
                    for j in range(k + 2, min(n - 1, k + 5))
                )
            )
            near_of = deed or (
                w.low == "of"
                and k > 0
                and (words[k - 1].low in {"vicinity", "outskirts", "area"} | t.directions)
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
                    and words[k + 1].low not in NOT_PLACES
                    and words[last - 1].low not in NOT_PLACES
                ):
                    out.append(Whereabouts(k + 1, last, [], 4.8, unknown=True))
    if not upper:  # in capitals "SEIZED WEAPONS, VEHICLES" reads like "raided X, Y"
        out += _raided(clause, taken, t)
    return out


_RAID = word_set(
    "raid storm overrun capture seize enter recapture retake reach attack shell bomb bombard pound "
    "strike hit invade occupy loot burn besiege take liberate ransack"
)


def _raided(clause: Clause, taken: list[bool], t: Words) -> list[Whereabouts]:
    """ "raided X Y, on the border": an unknown name as what was raided, and then placed."""
    words = clause.words
    n = len(words)
    out: list[Whereabouts] = []
    for k, w in enumerate(words[:-2]):
        if w.tag != "v" or w.lemma not in _RAID or taken[k + 1]:
            continue
        first = last = k + 1
        while last < n and not taken[last] and _namelike(words[last], False) and last - first < 5:
            last += 1
        if last == first or last + 1 >= n or words[first].low in NOT_PLACES:
            continue
        plain = w.lemma in _PLACE_ONLY and words[last].tag in "c.p;"
        listed = words[last].tag == "," and words[last + 1].text[:1].isupper()
        while listed and last + 1 < n and words[last].tag == ",":
            if not _namelike(words[last + 1], False) or taken[last + 1]:
                break  # "attacked X, Y, Z"
            plain = True
            last += 1
            while last < n and not taken[last] and _namelike(words[last], False):
                last += 1
        placed = (
            plain
            or words[last].low in {"in", "near"}
            or (words[last].tag == "," and words[last + 1].low in _PLACING)
        )
        if placed and words[last - 1].low not in NOT_PLACES | t.facilities:
            out.append(Whereabouts(first, last, [], 5.2, unknown=True))
            for j in range(first, last):
                taken[j] = True
    return out


_DEEDS = word_set(
    "attack attacks raid raids strike strikes assault assaults airstrike airstrikes shelling ambush"
)
_PLACE_ONLY = word_set("storm overrun enter recapture retake shell bomb bombard pound strike raid")
_PLACING = word_set("in on near a the some about north south east west close just outside")
_GO = word_set(
    "road highway route bus train convoy truck travelling traveling border axis track "
    "line car vehicle"
)


NOT_PLACES = word_set(
    "jan feb mar apr jun jul aug sep sept oct nov dec "
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
    if word.tag not in "njv" or word.low in NOT_PLACES:
        return word.low in {"de", "la", "el", "al", "los", "las", "del"} and word.tag != "q"
    return word.text[:1].isupper() and (not upper or len(word.low) > 1)
