"""What an incident leaves unsaid and the report says near by: its party, its day, its place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence

from geo.actors import Statement
from geo.context import Context, at_large
from geo.drafts.sequence import day_around
from geo.drafts.settling import attach_party, carry_over, settled_parties
from geo.merge import Draft
from geo.model import DatePhrase, Report

__all__ = ["attach", "complete"]


def _words_of(g: Draft) -> set[str]:
    """Words by which a claim may name an incident: where it was and to what it was done."""
    struck = {w for text, _ in g.targets for w in text.casefold().split() if len(w) > 3}
    return g.place_words | g.victims | struck


_WAVE = 8
"""Sentences back to which "the attacks" may point."""


def attach(groups: Sequence[Draft], claims: Sequence[tuple[int, Statement]]) -> None:
    """Claims and denials made in sentences of their own go to the incident told before."""
    for index, s in claims:
        before = [g for g in groups if g.opened <= index]
        if s.accused is not None and not s.spent:  # the deed that it names was told before
            before = [g for g in before if g.opened < index] or before
        if s.back:
            before = [g for g in before if g.opened < index]
        if not before:
            continue
        # a telling that goes on later was nearest when it was begun
        g = max(before, key=lambda x: (min(x.sentence, index), x.opened, x.weight))
        named = [x for x in before[-8:] if s.about & _words_of(x)]
        g = named[-1] if named else g
        if index - g.sentence > 6 and not named:
            continue
        if s.act == "none":
            g.unclaimed = True  # "no group has claimed it"
        for other in before[-s.many :] if s.many > 1 else ():
            if other is not g and index - other.sentence <= _WAVE and not other.actors:
                attach_party(other, s)
                if s.claimant is not None and s.act == "claim":
                    other.claimed.append(s.speaker)
                    other.claimants.append(s.claimant)
        attach_party(g, s)
        store = {"claim": g.claimed, "deny": g.denied}.get(s.act)
        if store is not None and s.speaker.casefold() not in {x.casefold() for x in store}:
            store.append(s.speaker)
        if s.act == "claim" and s.claimant is not None:
            g.claimants.append(s.claimant)
        elif s.act == "deny" and s.claimant is not None:
            g.deniers.append(s.claimant)


def complete(
    groups: Sequence[Draft],
    report: Report,
    context: Context,
    country_name: Callable[[str], str | None],
) -> None:
    """What an incident leaves unsaid and the report says just before: its place, its day."""
    for i, g in enumerate(groups):
        if g.date is None:
            g.date = day_around(groups, i, report.published)
        if g.date is None and not g.follows and not g.aggregate:
            g.date = g.covered
        if g.place is None:
            _place_beside(groups, i, report, context)
        if g.place is None:
            g.place = context.phrase(g.quotes[0][1], country_name)
            if g.place is not None:
                g.places = [g.place]
        else:
            g.place = context.checked(g.place, g.quotes[0][1])
            g.places = [context.checked(p, g.quotes[0][1]) for p in g.places]
        home, _, _ = context.country(g.quotes[0][1])
        here = g.place is not None and g.place.country_code == home
        g.actors = list(settled_parties(g, g.claimants, context.roster, home if here else None))
    carry_over(groups)


def _place_beside(groups: Sequence[Draft], i: int, report: Report, context: Context) -> None:
    """What is told just before says where it was: a deed, a scene, the title, the dateline."""
    g = groups[i]
    previous = groups[i - 1] if i else None
    if (
        previous is not None
        and previous.place is not None
        and g.paragraph == previous.paragraph
        and (g.beside is None or previous.opened >= g.opened - 1)
    ):
        g.place, g.places = previous.place, list(previous.places)
        g.place_rank, g.countries = previous.place_rank, set(previous.countries)
        return
    told = " ".join(report.text[a:b] for a, b in g.quotes[:_QUOTES])
    words = frozenset(_WORD.findall(told.casefold()))
    title = context.title if i == 0 else None
    beside = None if at_large(words) else g.beside
    news = report.published is None or g.date is None or not _older(g.date, report.published)
    home = context.at_home(words, g.quotes[0][1]) if news else None
    place = beside or title or home
    if place is not None:
        g.place, g.places, g.place_rank = place, [place], _TOWN
        g.countries = {place.country_code} if place.country_code else set()


_WHILE = 31
"""Days after which a deed is no news."""


def _older(date: DatePhrase, published: dt.date) -> bool:
    """Whether it is no news: the reporter on the spot did not see it."""
    return date.end is not None and (published - date.end).days > _WHILE


_WORD = re.compile(r"[^\W\d_]+")
_QUOTES = 3
"""Quotes of an incident that may say what kind of place it was in."""
_TOWN = 6.0
"""Rank of a settlement."""
