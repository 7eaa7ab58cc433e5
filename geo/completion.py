"""What an incident leaves unsaid and the report says near by: its party, its day, its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from geo.actors import Statement
from geo.context import Context
from geo.drafts.settling import attach_party, carry_over, settled_parties
from geo.merge import Draft, umbrella
from geo.model import DatePhrase, Report

__all__ = ["attach", "complete"]


def attach(groups: Sequence[Draft], claims: Sequence[tuple[int, Statement]]) -> None:
    """Claims and denials made in sentences of their own go to the incident told before."""
    for index, s in claims:
        before = [g for g in groups if g.opened <= index]
        if not before:
            continue
        # a telling that goes on later was nearest when it was begun
        g = max(before, key=lambda x: (min(x.sentence, index), x.opened, x.weight))
        named = [x for x in before[-8:] if s.about & (x.place_words | x.victims)]
        g = named[-1] if named else g
        if index - g.sentence > 6 and not named:
            continue
        attach_party(g, s)
        store = {"claim": g.claimed, "deny": g.denied}.get(s.act)
        if store is not None and s.speaker.casefold() not in {x.casefold() for x in store}:
            store.append(s.speaker)
        if s.act == "claim" and s.claimant is not None:
            g.claimants.append(s.claimant)
        elif s.act == "deny" and s.claimant is not None:
            g.deniers.append(s.claimant)


_HOURS = frozenset({"hours", "hour", "minutes"})


def _day_around(groups: Sequence[Draft], i: int, published: dt.date | None) -> DatePhrase | None:
    """The day of what is told just before, for an incident told on in the same breath.

    One of "a wave of attacks that began on Sunday" was on Sunday or after; what follows a
    dated incident in its paragraph, in the simple past, is of that day.
    """
    g = groups[i]
    for before in reversed(groups[max(0, i - 6) : i]):
        if before.date is None or before.date.date_prec != 1 or before.date.end is None:
            continue
        day = before.date.end
        if umbrella(before) and g.sentence - before.sentence <= 8:
            last = min(max(published or day, day), day + dt.timedelta(days=2))
            span = f"{day.isoformat()}/{last.isoformat()}" if last > day else day.isoformat()
            return DatePhrase("", span, day, last, date_prec=2 if last > day else 1)
        if (
            before.paragraph == g.paragraph
            and g.opened - before.sentence <= 1
            and not g.facts & {"perfect", "background", "relative", "points back"}
        ):
            return DatePhrase("", f"{day.isoformat()}~", day, day, date_prec=2)
        return None
    return None


def complete(
    groups: Sequence[Draft],
    report: Report,
    context: Context,
    country_name: Callable[[str], str | None],
) -> None:
    """What an incident leaves unsaid and the report says just before: its place, its day."""
    for i, g in enumerate(groups):
        if g.date is None and g.follows and i and _HOURS & set(g.follows.split()):
            before = groups[i - 1].date
            if before is not None and before.end is not None and before.date_prec == 1:
                day = before.end  # "two hours earlier": the day told just before
                g.date = DatePhrase(g.follows, f"{day.isoformat()}~", day, day, date_prec=2)
        if g.date is None and not g.follows and not g.aggregate:
            g.date = _day_around(groups, i, report.published)
        if g.date is None and g.follows and i:
            before = groups[i - 1].date
            if before is not None and before.end is not None and before.date_prec == 1:
                after = before.end + dt.timedelta(days=1)
                if report.published is not None:
                    after = min(after, max(report.published, before.end))
                span = (
                    f"{before.end.isoformat()}/{after.isoformat()}"
                    if after > before.end
                    else before.end.isoformat()
                )
                g.date = DatePhrase(
                    g.follows, span, before.end, after, date_prec=2 if after > before.end else 1
                )
        if (
            g.place is None
            and i
            and groups[i - 1].place is not None
            and g.paragraph == groups[i - 1].paragraph
        ):
            previous = groups[i - 1]
            g.place, g.places = previous.place, list(previous.places)
            g.place_rank, g.countries = previous.place_rank, set(previous.countries)
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
