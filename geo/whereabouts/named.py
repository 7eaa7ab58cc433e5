"""Names that the gazetteer's recogniser found, kept where they are places and not parties."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer.model import FeatureClass, Mention
from geo.clauses import Clause
from geo.events import Frame
from geo.whereabouts.framed import FOUGHT, frame_names, told_names
from geo.whereabouts.model import JOINING, RANK, Whereabouts, Words
from geo.whereabouts.naming import ARTICLES, NOT_PLACES, OF_PARTIES, SIGNS, glued
from geo.words import Lexicon, word_set

__all__ = ["named"]


def named(
    clause: Clause,
    mentions: Sequence[Mention],
    frames: Sequence[Frame],
    t: Words,
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
        begin, whole = _whole_name(clause, first, last, taken)
        if (
            last == first
            or any(taken[begin:whole])
            or _nickname(clause, first, last)
            or _common_noun(clause, first, last, mention)
            or _joined_to(clause, last)
            or (whole == last and _half_a_compound(clause, first, last, mentions))
            or (first and words[first].low in t.units and words[first - 1].tag == "q")
            or (first and words[first - 1].text in _UNDERTAKINGS)
            or (mention.place is None and words[first].low in NOT_PLACES)
        ):
            continue
        if upper and _common(clause, first, last, mention, lex):
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
                or _end_of_way(clause, first)
                or (words[first - 1].possessive and out and out[-1].last == first)
            )
            if mention.role == "associative" and not here:
                continue
            if _modifies(clause, whole, t, lex):
                continue
            if mention.place is None and lex.groups.begins_within(clause.lows[first:last]):
                continue
            place = mention.place
            rank = RANK.get(place.feature_class, 4) if place else 5.5
            cut = place is None or whole - begin > last - first
            w = Whereabouts(begin, whole, [mention], rank, unknown=cut)
        out.append(w)
        for j in range(w.first, w.last):
            taken[j] = True
    framed = [
        w
        for w in frame_names(clause, taken, frames, lex, t, upper)
        if not _is_group(clause, w, lex)
    ]
    if not upper:
        framed += told_names(clause, taken, known)
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


_UNDERTAKINGS = frozenset({"Operation", "OPERATION", "Exercise", "Task"})
"""What has the name of a place and lies elsewhere."""


def _end_of_way(clause: Clause, first: int) -> bool:
    """ "killed five people between A and B": no fight between two parties."""
    lows = clause.lows
    for k in range(first - 1, max(-1, first - 5), -1):
        if lows[k] == "between":
            return FOUGHT.isdisjoint(lows[max(0, k - 4) : k])
    return False


def _common_noun(clause: Clause, first: int, last: int, mention: Mention) -> bool:
    """ "the base of the Mission": a town has no article unless it names something else."""
    words = clause.words
    place = mention.place
    if place is None or place.feature_class is not FeatureClass.POPULATED_PLACE:
        return False
    if not first or words[first - 1].text != "the" or last - first > 1:
        return False
    of = clause.phrase_of
    return last == len(words) or of[last] < 0 or of[last] != of[first]


def _nickname(clause: Clause, first: int, last: int) -> bool:
    """ "El Chapo" in 'Juan "El Chapo" Ruiz'."""
    words = clause.words
    if not 1 < first < last < len(words) - 1 or {words[first - 1].tag, words[last].tag} != {'"'}:
        return False
    return words[first - 2].text[:1].isupper() and words[last + 1].text[:1].isupper()


def _whole_name(clause: Clause, first: int, last: int, taken: list[bool]) -> tuple[int, int]:
    """ "Tal Al" in "Tal Al-'Eiss", "Qum" in "Ras al-Qum": all of a name that is known by half."""
    words = clause.words
    if first > 2 and words[first - 1].tag == "-" and words[first - 2].text in ARTICLES:
        return (first - 3 if words[first - 3].text[:1].isupper() else first), last
    if last < len(words) and words[last].low in JOINING:
        joined = first
        while first > 1 and _hangs_on(clause, first) and not taken[first - 2]:
            first -= 2  # "the Goma-Rutshuru road"
        while first > 1 and first < joined and words[first - 1].text.istitle():
            first -= 1  # "the Tessa Kwara-Gao road"
    if (
        last + 2 < len(words)
        and words[last].text in ARTICLES
        and words[last + 1].tag == "-"
        and words[last + 2].text[:1].isupper()
    ):
        return first, last + 3
    end = last
    while end < len(words) and words[end].text in SIGNS and words[end].start == words[end - 1].end:
        end += 1
    glued = last + 1 < end < len(words) and words[end].start == words[end - 1].end
    return first, end + 1 if glued and words[end].text[:1].isupper() else last


def _joined_to(clause: Clause, last: int) -> bool:
    """ "Iran-backed", "Belize-flagged": a word about somebody, not a place."""
    words = clause.words
    return last + 1 < len(words) and words[last].tag == "-" and words[last + 1].low in OF_PARTIES


def _modifies(clause: Clause, last: int, t: Words, lex: Lexicon) -> bool:
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


_PLAIN = word_set(
    "the a this that place man entrance bottom grenade car cars city town post road center centre "
    "small north south east west bridge union front peace park main general victory"
)


def _common(clause: Clause, first: int, last: int, mention: Mention, lex: Lexicon) -> bool:
    """In capitals "PLACE", "THE ENTRANCE", "GRENADE" may look like the village of that name."""
    place = mention.place
    wide = place is not None and place.feature_class in {FeatureClass.COUNTRY, FeatureClass.ADMIN1}
    if wide and not all(low in lex.weapons for low in clause.lows[first:last]):
        return False  # but "GRENADE" is no country
    return all(
        low in _PLAIN or low in lex.targets or low in lex.people or low in lex.weapons
        for low in clause.lows[first:last]
    )


def _hangs_on(clause: Clause, k: int) -> bool:
    """Whether a hyphen joins a word to the capital before it."""
    return (
        k > 1
        and clause.words[k - 1].tag == "-"
        and glued(clause, k)
        and glued(clause, k - 1)
        and clause.words[k - 2].text[:1].isupper()
    )


def _half_a_compound(clause: Clause, first: int, last: int, mentions: Sequence[Mention]) -> bool:
    """ "Dasht" in "Dasht-e-Barchi", "Kali" in "Kali-Ballee": not the place of that name."""
    words = clause.words
    ahead = words[last].low if last < len(words) else ""
    if _hangs_on(clause, first) and ahead not in JOINING and words[first - 2].low not in OF_PARTIES:
        return not any(m.start <= words[first - 2].start < m.end for m in mentions)
    if last + 1 >= len(words) or words[last].tag != "-" or words[last].text != "-":
        return False
    after = words[last + 1]
    if any(m.start == after.start for m in mentions):
        return False
    if after.text.islower():
        return len(after.text) <= 3
    joined = last + 2 < len(words) and words[last + 2].low in JOINING
    return after.text[:1].isupper() and not after.text.isupper() and not joined


def _is_adjective(clause: Clause, last: int, t: Words) -> bool:
    return last < len(clause.words) and clause.words[last].low in t.facilities


def _kind_within(
    clause: Clause, first: int, last: int, mention: Mention, t: Words
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
    return lex.groups.begins_within(clause.lows[w.first : w.last])
