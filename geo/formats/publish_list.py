"""The list of what a publication still shows, for its author to read before the public does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from geo.formats.coarse import Coarse
from geo.formats.publish_options import LISTS, PublishOptions
from geo.formats.withheld import Terms
from geo.model import LocatedIncident, Report

__all__ = ["what_remains"]


def what_remains(
    located: Sequence[LocatedIncident],
    kept: Sequence[LocatedIncident],
    made: Sequence[LocatedIncident],
    reports: Sequence[Report],
    coarse: Mapping[str, Coarse],
    terms: Terms,
    options: PublishOptions,
) -> Iterable[str]:
    """What remains, for the author to read before the public does."""
    kept_ids = {id(item) for item in kept}
    why = Counter(_why_left_out(item, options) for item in located if id(item) not in kept_ids)
    left = "; left out: " + ", ".join(f"{n} {words}" for words, n in sorted(why.items()))
    yield f"{len(made)} of {_some(len(located), 'incident')} remain{left if why else ''}."
    for before, after in zip(kept, made, strict=True):
        shown = coarse.get(before.incident.incident_id)
        if shown is not None:
            yield f"{after.incident.incident_id}: its place is shown only as {shown.words}."
    quotes = [quote for item in made for quote in item.incident.quotes]
    withheld = sum(not quote.text for quote in quotes)
    longest = max((len(quote.text) for quote in quotes), default=0)
    yield (
        f"Of {_some(len(quotes), 'quote')}, {len(quotes) - withheld} can be read, of at most "
        f"{longest} characters; {withheld} withheld, with the position kept."
    )
    filled = [name for name, read in _SEEN if any(read(item) for item in made)]
    yield f"Columns that hold something: {', '.join(filled)}."
    for report in reports:
        parts = [str(report.published or "no date"), report.source, report.title, report.url]
        named = ", ".join(part for part in parts if part)
        yield f"Report {report.report_id}: {named}; SHA-256 {report.sha256[:12]}."
    yield from _warnings(kept, made, coarse, terms, options)


def _some(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _why_left_out(item: LocatedIncident, options: PublishOptions) -> str:
    if item.incident.incident_id in options.leave_out:
        return "by their id"
    if item.incident.stage not in options.stages:
        return f"{item.incident.stage}, not {' or '.join(sorted(options.stages))}"
    return "not mapped"


def _names_in(name: str) -> Callable[[LocatedIncident], bool]:
    return lambda item: bool(getattr(item.incident, name))


_SEEN: tuple[tuple[str, Callable[[LocatedIncident], bool]], ...] = (
    ("place_text", lambda item: item.incident.place is not None),
    ("date_text", lambda item: item.incident.date is not None),
    *((name, _names_in(name)) for name in LISTS),
    ("fatalities", lambda item: item.incident.fatalities_min is not None),
    ("injuries", lambda item: item.incident.injuries_min is not None),
    ("reason", lambda item: bool(item.resolution.reason)),
    ("candidates", lambda item: bool(item.resolution.candidates)),
)


def _warnings(
    kept: Sequence[LocatedIncident],
    made: Sequence[LocatedIncident],
    coarse: Mapping[str, Coarse],
    terms: Terms,
    options: PublishOptions,
) -> Iterable[str]:
    """What a careful author would want to look at again."""
    for before, after in zip(kept, made, strict=True):
        own = before.incident.incident_id
        said = (after.resolution.name, after.resolution.text)
        if own not in coarse and any(text in terms for text in said if text):
            yield (
                f"Look again: {after.incident.incident_id} is shown at a place that another "
                "incident withholds; coarsen it too, or leave it out."
            )
    for rule in options.coarsen:
        word = Terms([rule.what])
        quoting = [
            after.incident.incident_id
            for before, after in zip(kept, made, strict=True)
            if before.incident.incident_id not in coarse
            and any(quote.text in word for quote in after.incident.quotes)
        ]
        if quoting:
            yield (
                f"Look again: {', '.join(quoting)} quote the word {rule.what!r} and keep "
                "their places, for it is not in their target or place."
            )
    if "actors" in options.drop:
        names = Terms(actor.name for item in kept for actor in item.incident.actors)
        if any(quote.text in names for item in made for quote in item.incident.quotes):
            yield "Look again: actors are dropped, but quotes still name some of them."
