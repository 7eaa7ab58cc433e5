"""What may be shown to the public: less, coarser, and with a list of what is left.

Maps of attacks can hurt people. `publish` leaves out what is not to be mapped, shows
chosen places only as a unit or a grid cell, drops and shortens columns and cuts quotes.
What it takes away is gone from the values, not hidden in them: a withheld place loses
its words, its names in every text and link, its quotes, its candidates and its trail.
The chain of custody stays: each quote's report, position and that report's SHA-256.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from gazetteer.geodesy import area_km2
from gazetteer.model import Resolution, ResolutionStatus
from geo.formats.coarse import Coarse, coarse_region
from geo.formats.publish_list import what_remains
from geo.formats.publish_options import (
    EMPTIED,
    LISTS,
    REPORT_FIELDS,
    Coarsen,
    PublishOptions,
    check_options,
    check_rules,
    is_shown,
    rules_for,
)
from geo.formats.withheld import Terms, names_of, swept
from geo.model import Incident, LocatedIncident, Quote, Report

if TYPE_CHECKING:
    from gazetteer.store import Store

__all__ = ["Coarsen", "PublishOptions", "Published", "publish"]

_NO_REASON = "The author does not show why."


@dataclass(frozen=True, slots=True)
class Published:
    """What may be shown, and a list of it to read before it is."""

    located: tuple[LocatedIncident, ...]
    reports: tuple[Report, ...]
    remaining: tuple[str, ...]
    unnamed: Terms = field(default_factory=lambda: Terms(()))
    """Names that nothing around the incidents may say either, such as a basemap."""


def publish(
    located: Sequence[LocatedIncident],
    reports: Sequence[Report],
    options: PublishOptions,
    *,
    store: Store | None = None,
) -> Published:
    """Take away what is not to be shown.

    Parameters
    ----------
    store
        Knows units, and other names of a withheld place that a text may use.

    Raises
    ------
    IncidentDataError
        If an option names what there is not: a column, an id, a word that fits no row.
        A wish that finds nothing to do is a mistake, and its author must know.
    """
    check_options(options, located)
    kept = [item for item in located if is_shown(item, options)]
    rules = {item.incident.incident_id: rules_for(item, options.coarsen) for item in kept}
    check_rules(options.coarsen, rules)
    coarse = {
        item.incident.incident_id: _coarsest(item, rules[item.incident.incident_id], store)
        for item in kept
        if rules[item.incident.incident_id]
    }
    secret = set(options.withhold)
    for item in kept:
        if shown := coarse.get(item.incident.incident_id):
            secret |= names_of(item, store, _allowed(item, shown, store))
    terms = Terms(secret)
    hidden = [
        quote
        for item in kept
        if item.incident.incident_id in coarse
        for quote in item.incident.quotes
    ]
    made = [
        _published(item, coarse.get(item.incident.incident_id), hidden, terms, options)
        for item in kept
    ]
    shown_reports = _reports(made, reports, terms, options)
    made, shown_reports = _renamed(made, shown_reports, terms)
    # Whatever field a name may still be in, also one that is new since this was written.
    strict = Terms(options.withhold)
    made = [swept(item, strict) for item in made]
    shown_reports = [swept(report, strict) for report in shown_reports]
    lines = what_remains(located, kept, made, shown_reports, coarse, terms, options)
    return Published(tuple(made), tuple(shown_reports), tuple(lines), terms)


# --- Places --------------------------------------------------------------------------


def _coarsest(item: LocatedIncident, rules: Sequence[Coarsen], store: Store | None) -> Coarse:
    footprint = item.resolution.footprint
    if footprint is None:
        raise AssertionError("an incident that is not mapped was kept")
    regions = [coarse_region(footprint, rule.to, store) for rule in rules]
    return max(regions, key=lambda shown: area_km2(shown.footprint.region_90))


def _allowed(item: LocatedIncident, shown: Coarse, store: Store | None) -> set[str]:
    """Names that say no more than the region that is shown."""
    footprint = item.resolution.footprint
    if store is None or footprint is None:
        return {shown.unit.name} if shown.unit else set()
    units = [store.country_at(footprint.point)]
    if shown.unit is None or shown.unit.feature_class != "country":
        units.append(store.admin1_at(footprint.point))
    names: set[str] = set()
    for unit in units:
        if unit is not None:
            row = store.row_of(unit.place_id)
            names |= {unit.name, *(store.names_of(row) if row is not None else ())}
    return names


def _published(
    item: LocatedIncident,
    shown: Coarse | None,
    hidden: Sequence[Quote],
    terms: Terms,
    options: PublishOptions,
) -> LocatedIncident:
    incident = _without(item.incident, terms)
    resolution = item.resolution
    if shown is not None:
        incident = replace(incident, place=None, places=())
        resolution = Resolution(
            text="",
            status=ResolutionStatus.RESOLVED,
            reason=shown.footprint.trail[0].text,
            name=shown.unit.name if shown.unit else None,
            places=(shown.unit,) if shown.unit else (),
            footprint=shown.footprint,
            country_code=shown.country_code,
        )
    else:
        # A row at a withheld place keeps it, and `what_remains` says so; of the others
        # nothing may tell where that place is, be it only as the end of a distance.
        own = Terms(options.withhold) if _names_it(item, terms) else terms
        resolution = _answer(resolution, own, options.drop)
        # The parse tree holds the words again.
        resolution = replace(resolution, reference=None)
        incident = _without_places(incident, own, terms)
    quotes = tuple(_quote(quote, hidden, terms, options) for quote in incident.quotes)
    actors = incident.actors
    if any(not quote.text for quote in quotes):  # no offset may tell what was blanked
        actors = tuple(replace(actor, start=None, end=None) for actor in actors)
    incident = _emptied(replace(incident, quotes=quotes, actors=actors), options)
    return LocatedIncident(incident, resolution)


def _names_it(item: LocatedIncident, terms: Terms) -> bool:
    """Whether a row's own place is said by one of the names."""
    place = item.incident.place
    said = (item.resolution.name, item.resolution.text, place.text if place else None)
    return any(text in terms for text in said if text)


def _without_places(incident: Incident, own: Terms, terms: Terms) -> Incident:
    """The incident without places that are withheld, whether its own or said beside it."""
    place = incident.place if incident.place and incident.place.text not in own else None
    kept = tuple(
        other
        for other in incident.places
        if other.text not in own
        and (other == place or not (other.text in terms or (other.name or "") in terms))
    )
    return replace(incident, place=place, places=kept)


def _without(incident: Incident, terms: Terms) -> Incident:
    """The incident without the names in its lists and words; quotes are seen to apart."""
    if not terms:
        return incident
    kinds = dict(zip(incident.targets, incident.target_kinds, strict=False))
    targets = tuple(name for name in incident.targets if name not in terms)
    lists: dict[str, Any] = {
        name: tuple(text for text in getattr(incident, name) if text not in terms)
        for name in ("weapons", "attribution", "claimed_by", "denied_by")
    }
    date = incident.date
    if date is not None and date.text in terms:
        date = replace(date, text=date.edtf or str(date.start))
    return replace(
        incident,
        **lists,
        targets=targets,
        target_kinds=tuple(kinds[name] for name in targets if name in kinds),
        actors=tuple(actor for actor in incident.actors if actor.name not in terms),
        date=date,
        sub_event_type="" if incident.sub_event_type in terms else incident.sub_event_type,
    )


def _answer(resolution: Resolution, terms: Terms, drop: Sequence[str]) -> Resolution:
    footprint = resolution.footprint
    if footprint is not None and ("trail" in drop or any(s.text in terms for s in footprint.trail)):
        footprint = replace(footprint, trail=())
    return replace(
        resolution,
        footprint=footprint,
        candidates=() if "candidates" in drop or terms else resolution.candidates,
        reason=_NO_REASON if "reason" in drop or resolution.reason in terms else resolution.reason,
        text="" if "place_text" in drop or resolution.text in terms else resolution.text,
        name=None if (resolution.name or "") in terms else resolution.name,
        places=tuple(place for place in resolution.places if place.name not in terms),
    )


def _quote(quote: Quote, hidden: Sequence[Quote], terms: Terms, options: PublishOptions) -> Quote:
    """A quote as far as it may be read; its place in the report always stays."""
    tells = any(
        other.report_id == quote.report_id and other.start < quote.end and quote.start < other.end
        for other in hidden
    )
    if tells or quote.text in terms or options.quote_length == 0:
        return replace(quote, text="", end=quote.start)
    if options.quote_length is None or len(quote.text) <= options.quote_length:
        return quote
    # What is left is verbatim still: no dots are added.
    text = _cut(quote.text, options.quote_length)
    return replace(quote, text=text, end=quote.start + len(text))


def _cut(text: str, most: int) -> str:
    """The beginning of a text, up to the end of a word."""
    if len(text) <= most:
        return text
    head = text[: most + 1]
    space = head.rfind(" ")
    return head[:space].rstrip() if space > most // 2 else text[:most]


def _emptied(incident: Incident, options: PublishOptions) -> Incident:
    for name in options.drop:
        incident = replace(incident, **EMPTIED.get(name, {}))
    date = incident.date
    if date is not None and "time_of_day" in options.drop:
        date = replace(date, time_of_day=None)
    if date is not None and "date_text" in options.drop:
        date = replace(date, text=date.edtf or str(date.start or "undated"))
    short: dict[str, Any] = {"date": date}
    for name, most in options.shorten.items():
        if name == "actors":
            short[name] = tuple(
                replace(actor, name=_shortened(actor.name, most)) for actor in incident.actors
            )
        elif name in LISTS:
            short[name] = tuple(_shortened(text, most) for text in getattr(incident, name))
    return replace(incident, **short)


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{_cut(text, most)}…"


# --- Reports and ids -----------------------------------------------------------------


def _reports(
    made: Sequence[LocatedIncident],
    reports: Sequence[Report],
    terms: Terms,
    options: PublishOptions,
) -> list[Report]:
    """The reports that are still rested on, as far as they may be named."""
    starts: dict[str, list[int]] = {item.incident.report_id: [] for item in made}
    for item in made:
        for quote in item.incident.quotes:
            starts.setdefault(quote.report_id, []).append(quote.start)
    out = []
    for report in reports:
        if report.report_id not in starts:
            continue
        fields: dict[str, Any] = {
            name: None
            for name in REPORT_FIELDS
            if name in options.drop or (getattr(report, name) or "") in terms
        }
        for name in set(options.shorten) & {"title", "source"} - set(fields):
            value = getattr(report, name)
            fields[name] = value and _shortened(value, options.shorten[name])
        marks = {
            max((mark for mark in report.marks if mark[0] <= start), default=None)
            for start in starts[report.report_id]
        }
        out.append(
            replace(
                report,
                **fields,
                text="",
                notes=(),
                dateline=None,
                marks=tuple(sorted(mark for mark in marks if mark and mark[1] not in terms)),
            )
        )
    return out


def _renamed(
    made: list[LocatedIncident], reports: list[Report], terms: Terms
) -> tuple[list[LocatedIncident], list[Report]]:
    """Ids and file names that hold a withheld name get a number instead."""
    told = {item.incident.incident_id for item in made}
    rested = {report.report_id for report in reports} | {
        name
        for item in made
        for name in (item.incident.report_id, *(q.report_id for q in item.incident.quotes))
    }
    new_id = {
        old: f"{what}-{number}"
        for what, names in (("incident", told), ("report", rested))
        for number, old in enumerate(sorted(name for name in names if name in terms), start=1)
    }

    def rename(name: str) -> str:
        return new_id.get(name, name)

    def renamed(item: LocatedIncident) -> LocatedIncident:
        incident = item.incident
        return replace(
            item,
            incident=replace(
                incident,
                incident_id=rename(incident.incident_id),
                report_id=rename(incident.report_id),
                related=tuple(rename(name) for name in incident.related if name in told),
                quotes=tuple(replace(q, report_id=rename(q.report_id)) for q in incident.quotes),
            ),
        )

    return (
        [renamed(item) for item in made],
        [replace(report, report_id=rename(report.report_id)) for report in reports],
    )
