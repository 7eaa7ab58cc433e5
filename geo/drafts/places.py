"""Where: the place phrase of the sentence that is the incident's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gazetteer.model import FeatureClass, Mention
from geo.actors import Statement
from geo.clauses import Clause
from geo.drafts.groups import Group
from geo.events import Frame
from geo.merge import Draft, name_words
from geo.model import PlaceMention
from geo.whereabouts import Whereabouts
from geo.words import word_set

__all__ = ["TYPE_WORDS", "mention_of", "name_words", "place_of", "place_of_type", "set_places"]


TYPE_WORDS = word_set(
    "province region district department governorate village town city state county "
    "island valley camp base port municipality township oblast"
)


def place_of_type(
    clause: Clause, low: int, high: int, told: Mapping[str, tuple[PlaceMention, Whereabouts]]
) -> tuple[PlaceMention, Whereabouts] | None:
    """ "in the province", "in the village": the one told of last."""
    words = clause.words
    for k in range(max(low, 2), min(high, len(words))):
        if words[k].low in TYPE_WORDS and words[k - 1].low in {"the", "same", "this", "that"}:
            after = words[k + 1].low if k + 1 < len(words) else ""
            led = words[k - 2].low in {"in", "at", "on", "across", "inside", "of"}
            taken = words[k - 2].tag == "v" and words[k].low in {"city", "town", "village"}
            if ((words[k - 2].tag == "p" and led) or taken) and after != "of":
                return told.get(words[k].low)
    return None


def place_of(
    clause: Clause,
    found: Sequence[Whereabouts],
    group: Group,
    main: Frame,
    said: Sequence[Statement],
    low: int,
    high: int,
) -> tuple[Whereabouts | None, list[Whereabouts]]:
    words = clause.words
    best: Whereabouts | None = None
    best_score = -99.0
    kept: list[Whereabouts] = []
    objects = {
        k
        for f in group.frames
        for o in f.objects
        if o >= 0
        for k in range(clause.phrases[o].first, clause.phrases[o].last)
    }
    subjects = {
        k
        for f in group.frames
        for o in f.subjects
        if o >= 0
        for k in range(clause.phrases[o].first, clause.phrases[o].last)
    }
    begin = _own_clause(clause, group, low)
    for w in found:
        if any(s.first <= w.first < s.last for s in said):
            continue
        if any(f.origin[0] <= w.first < f.origin[1] for f in group.frames):
            continue
        inside = low <= w.first < high
        distance = min(abs(w.first - main.last), abs(main.first - w.last))
        score = 1.6 * w.rank - 0.12 * distance
        led = _leads_where(clause, w, main)
        if led:
            score += 4
        elif not inside or w.first < begin:
            score -= 14
        prep = w.preposition
        in_object = w.first in objects
        if prep in {
            "in",
            "at",
            "near",
            "on",
            "outside",
            "over",
            "around",
            "off",
            "along",
            "between",
            "inside",
            "across",
            "throughout",
            "within",
            "of",
            "into",
            "where",
        }:
            score += 2
        elif prep in {
            "from",
            "since",
            "than",
            "with",
            "by",
            "for",
            "against" if not in_object else "",
        }:
            score -= 5
        elif prep in {"to", "towards", "toward", "via"}:
            score -= 2.5
        if in_object:
            score += 2
        if (
            w.first in subjects
            and w.first > 0
            and prep not in {"in", "at", "near", "outside", "on"}
        ):
            score -= 4
        if prep == "" and not in_object and w.first not in subjects:
            score -= 1.0
        if prep == "" and w.last < len(words) and words[w.last].tag in "vxm" and not in_object:
            score -= 5  # "Iran has devised": a party, not a place
        if (w.first > 0 and words[w.first - 1].low in {"based", "headquartered"}) or (
            w.first > 1
            and words[w.first - 2].low
            in {"based", "born", "raised", "trained", "headquartered", "living"}
        ):
            score -= 6
        if (inside or led) and score > -1:
            kept.append(w)
        if score > best_score:
            best, best_score = w, score
    if best is not None and best_score < 0.3:
        best = None
    if best is not None and best not in kept:
        kept.insert(0, best)
    return best, kept


def _leads_where(clause: Clause, w: Whereabouts, main: Frame) -> bool:
    """ "the bombs in A, and B, where twelve men blew themselves up": it was in B."""
    words = clause.words
    if w.last > main.first or w.last + 1 >= len(words):
        return False
    comma = words[w.last].tag == ","
    at = w.last + 1 if comma else w.last
    if words[at].low != "where":
        return False
    return not any(x.low == "where" or x.tag == ";" for x in words[at + 1 : main.first])


def _own_clause(clause: Clause, group: Group, low: int) -> int:
    """Where the clause of the first frame begins: "was on its way to X when fighters opened"."""
    words = clause.words
    for k in range(group.first - 1, low, -1):
        if words[k].low in {"when", "while", "whereupon", "after", "as"} and words[k].tag == "s":
            return k
        if words[k].tag == ";":
            return k
    return low


_WIDE = frozenset(
    {
        FeatureClass.COUNTRY,
        FeatureClass.ADMIN1,
        FeatureClass.REGION,
        FeatureClass.CONTINENT,
        FeatureClass.SEA,
        FeatureClass.RIVER,
    }
)


def set_places(
    draft: Draft,
    text: str,
    clause: Clause,
    place: Whereabouts | None,
    places: Sequence[Whereabouts],
) -> None:
    if place is None:
        return
    draft.place = mention_of(text, clause, place)
    draft.place_rank = place.rank
    draft.places = [mention_of(text, clause, w) for w in places]
    draft.settled = place.rank >= 4.7
    for m in place.mentions:
        if m.place is not None:
            draft.place_ids.add(m.place.place_id)
            if m.place.feature_class not in _WIDE:
                draft.points.append((m.place.point.lng, m.place.point.lat))
            if m.place.admin1:
                draft.units.add(m.place.admin1)
            if m.place.feature_class is FeatureClass.ADMIN1:
                draft.units.add(m.place.place_id)
            if m.place.country_code:
                draft.countries.add(m.place.country_code)
    draft.place_words = name_words(draft.place.text)


_MISSIONS = ("embassy", "consulate", "ambassador", "consul", "legation", "chancery")


def _owner_of_embassy(text: str, m: Mention) -> bool:
    """ "the Soviet embassy" lies in another country than the one that it is of."""
    after = text[m.end : m.end + 12].casefold().split()[:1]
    before = text[max(0, m.start - 20) : m.start].casefold().split()[-3:]
    if after and after[0].strip(".,'") in _MISSIONS:
        return True
    return bool(before) and before[-1] in {"of", "the"} and any(x in before for x in _MISSIONS)


def mention_of(text: str, clause: Clause, w: Whereabouts) -> PlaceMention:
    """The phrase as said, with what the recogniser knew of it."""
    start, end = clause.words[w.first].start, clause.words[w.last - 1].end
    while end > start and text[end - 1] in "'’":
        end -= 1
    if clause.words[w.last - 1].possessive and text[start:end].endswith(("'s", "’s")):
        end -= 2
    known = [m for m in w.mentions if m.place is not None and not _owner_of_embassy(text, m)]
    place = known[0].place if known and not w.unknown else None
    code = next((m.place.country_code for m in known if m.place and m.place.country_code), None)
    country = next(
        (m.place.name for m in known if m.place and m.place.feature_class is FeatureClass.COUNTRY),
        None,
    )
    admin1 = next(
        (m.place.name for m in known if m.place and m.place.feature_class is FeatureClass.ADMIN1),
        None,
    )
    if admin1 is None and known:
        admin1 = known[0].place.admin1 if known[0].place else None
    return PlaceMention(
        text=text[start:end],
        start=start,
        end=end,
        name=place.name if place else None,
        country=country,
        country_code=code,
        admin1=admin1,
    )
