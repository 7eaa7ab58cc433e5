"""Where: the place phrase of the sentence that is the incident's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gazetteer.model import FeatureClass
from geo.actors import Statement
from geo.clauses import Clause
from geo.drafts.groups import Group
from geo.drafts.reading import Reading
from geo.events import Frame
from geo.merge import Draft
from geo.model import PlaceMention
from geo.whereabouts import Whereabouts
from geo.words import word_set

__all__ = ["TYPE_WORDS", "mention_of", "name_words", "place_of", "place_of_type", "set_places"]


TYPE_WORDS = word_set(
    "province region district department governorate village town city state county "
    "island valley camp base port municipality township oblast"
)


def place_of_type(
    clause: Clause, low: int, high: int, reading: Reading
) -> tuple[PlaceMention, Whereabouts] | None:
    """ "in the province", "in the village": the one told of last."""
    words = clause.words
    for k in range(max(low, 2), min(high, len(words))):
        if words[k].low in TYPE_WORDS and words[k - 1].low in {"the", "same", "this", "that"}:
            after = words[k + 1].low if k + 1 < len(words) else ""
            if (
                words[k - 2].tag == "p"
                and words[k - 2].low in {"in", "at", "on", "across", "inside", "of"}
                and after != "of"
            ):
                return reading.regions.get(words[k].low)
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
        if not inside or w.first < begin:
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
        if inside and score > -1:
            kept.append(w)
        if score > best_score:
            best, best_score = w, score
    if best is not None and best_score < 0.3:
        best = None
    if best is not None and best not in kept:
        kept.insert(0, best)
    return best, kept


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


_PLACE_DULL = word_set(
    "the of in near at and town city village district province region state area border "
    "north south east west northern southern eastern western central outskirts "
    "governorate department base bases air airport km miles territory neighborhood "
    "neighbourhood"
)


def name_words(text: str) -> set[str]:
    """The last proper word of the innermost name: what a second telling repeats."""
    inner = text.split(",")[0].split(" in ")[0]
    return {
        w for w in re.findall(r"[^\W\d_]+", inner.casefold()) if w not in _PLACE_DULL and len(w) > 3
    }


def mention_of(text: str, clause: Clause, w: Whereabouts) -> PlaceMention:
    """The phrase as said, with what the recogniser knew of it."""
    start, end = clause.words[w.first].start, clause.words[w.last - 1].end
    while end > start and text[end - 1] in "'’":
        end -= 1
    if clause.words[w.last - 1].possessive and text[start:end].endswith(("'s", "’s")):
        end -= 2
    known = [m for m in w.mentions if m.place is not None]
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
