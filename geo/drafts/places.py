"""Where: the place phrase of the sentence that is the incident's own."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer.model import FeatureClass, Mention
from geo.clauses import Clause
from geo.drafts.attachment import Setting, attachment_score, features
from geo.merge import Draft, name_words
from geo.model import PlaceMention
from geo.whereabouts import Whereabouts

__all__ = ["mention_of", "name_words", "place_by_list", "place_of", "set_places"]


_ELSEWHERE = frozenset({"prep from", "prep to", "prep with", "home", "people of"})
"""Features of where somebody came from, went to or belongs."""


def place_of(
    setting: Setting,
) -> tuple[Whereabouts | None, list[Whereabouts], list[frozenset[str]]]:
    """The place of an incident, every one that it touched, and the features of all options."""
    facts = [features(setting, w) for w in setting.options]
    scores = [attachment_score(f) for f in facts]
    top = max(scores, default=0.0)
    best = setting.options[scores.index(top)] if top > 0 else None
    touched = [
        w
        for w, score, f in zip(setting.options, scores, facts, strict=True)
        if w is best or (score > 0 and not f & _ELSEWHERE)
    ]
    return best, touched, facts


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


def place_by_list(draft: Draft, text: str, clause: Clause, first: int) -> None:
    """The name that an item of a list begins with, unknown as it is: "and Odek on 29 April"."""
    index = clause.phrase_of[first]
    if draft.place is not None or index < 0:
        return
    phrase = clause.phrases[index]
    words = clause.words[phrase.first : phrase.last]
    if not any(w.tag == "n" and w.text[:1].isupper() for w in words):
        return
    start, end = words[0].start, words[-1].end
    draft.place = PlaceMention(text[start:end], start, end)
    draft.places = [draft.place]
    draft.settled = True
    draft.place_rank = 5.0
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
