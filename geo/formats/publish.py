"""What may be shown to the public: less, coarser, and with a list of what is left.

Maps of attacks can hurt people. `publish` leaves out what is not to be mapped, shows
chosen places only as a unit or a grid cell, drops and shortens columns and cuts quotes.
What it takes away is gone from the values, not hidden in them: a withheld place loses
its words, its names in every text and link, its quotes, its candidates and its trail.
The chain of custody stays: each quote's report, position and that report's SHA-256.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from gazetteer.geodesy import area_km2
from gazetteer.model import Resolution, ResolutionStatus
from gazetteer.names import fold
from geo.errors import IncidentDataError
from geo.formats.coarse import Coarse, Precision, coarse_region, precision_of
from geo.formats.withheld import Terms, names_of
from geo.model import Incident, LocatedIncident, Quote, Report

if TYPE_CHECKING:
    from gazetteer.store import Store

__all__ = ["Coarsen", "PublishOptions", "Published", "publish"]


@dataclass(frozen=True, slots=True)
class Coarsen:
    """Which places to show how coarsely."""

    what: str
    """An incident's id, a kind, a kind of target, or a word for it: "shelter"."""
    to: Precision

    @classmethod
    def parse(cls, text: str) -> Coarsen:
        """Read `what=precision`, as a command line has it.

        Raises
        ------
        IncidentDataError
            If it is not of that form.

        Examples
        --------
        >>> Coarsen.parse("hospital=20km")
        Coarsen(what='hospital', to=Precision(unit='cell', cell_m=20000.0))
        """
        what, sign, to = text.rpartition("=")
        if not sign or not what.strip():
            raise IncidentDataError(
                f"{text!r}: say which places and how coarsely, such as hospital=20km, "
                "shelter=admin1 or an incident's id=country"
            )
        return cls(what.strip(), precision_of(to))


@dataclass(frozen=True, slots=True)
class PublishOptions:
    """What to take away."""

    coarsen: tuple[Coarsen, ...] = ()
    """Where several fit a row, the coarsest result counts."""
    leave_out: tuple[str, ...] = ()
    """Ids of incidents to leave out."""
    stages: frozenset[str] = frozenset({"occurred", "intercepted"})
    """What is mapped; the rest is left out."""
    drop: tuple[str, ...] = ()
    """Columns to empty; those in `DROPPABLE`."""
    shorten: Mapping[str, int] = field(default_factory=dict)
    """Column -> most characters of each of its texts."""
    quote_length: int | None = None
    """Most characters of a quote; 0 leaves its position alone."""
    withhold: tuple[str, ...] = ()
    """Names, as of persons and sources, to be read nowhere."""


@dataclass(frozen=True, slots=True)
class Published:
    """What may be shown, and a list of it to read before it is."""

    located: tuple[LocatedIncident, ...]
    reports: tuple[Report, ...]
    remaining: tuple[str, ...]


_LISTS = ("actors", "targets", "weapons", "attribution", "claimed_by", "denied_by")
_EMPTIED: Mapping[str, Mapping[str, Any]] = {
    **{name: {name: ()} for name in _LISTS},
    "targets": {"targets": (), "target_kinds": ()},
    "target_kinds": {"target_kinds": ()},
    "fatalities": {"fatalities_min": None, "fatalities_max": None},
    "injuries": {"injuries_min": None, "injuries_max": None},
    "strike_status": {"strike_status": None},
    "quotes": {"quotes": ()},
    "related": {"related": ()},
    "edited": {"edited": ()},
    "place_text": {"place": None, "places": ()},
}
_REPORT_FIELDS = ("title", "source", "url", "licence")
_ANSWER_FIELDS = ("candidates", "trail", "reason")

DROPPABLE = frozenset({*_EMPTIED, *_REPORT_FIELDS, *_ANSWER_FIELDS, "date_text", "time_of_day"})

_NO_REASON = "The author does not show why."


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
    _check(options, located)
    kept = [item for item in located if _is_shown(item, options)]
    rules = {item.incident.incident_id: _rules_for(item, options.coarsen) for item in kept}
    _check_rules(options.coarsen, rules)
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
    lines = _remaining(located, kept, made, shown_reports, coarse, terms, options)
    return Published(tuple(made), tuple(shown_reports), tuple(lines))


# --- Options -------------------------------------------------------------------------


def _check(options: PublishOptions, located: Sequence[LocatedIncident]) -> None:
    if odd := sorted({*options.drop, *options.shorten} - DROPPABLE):
        raise IncidentDataError(
            f"{', '.join(odd)}: no column that can be dropped or shortened; "
            f"there are {', '.join(sorted(DROPPABLE))}"
        )
    ids = {item.incident.incident_id for item in located}
    if gone := sorted(set(options.leave_out) - ids):
        raise IncidentDataError(f"{', '.join(gone)}: no incident has this id")
    if short := [name for name, most in options.shorten.items() if most < 1]:
        raise IncidentDataError(f"{', '.join(short)}: shorten to 1 character at least, or drop it")


def _check_rules(wanted: Sequence[Coarsen], rules: Mapping[str, Sequence[Coarsen]]) -> None:
    used = {rule for found in rules.values() for rule in found}
    if idle := [rule.what for rule in wanted if rule not in used]:
        raise IncidentDataError(
            f"{', '.join(idle)}: fits no incident that is shown, so no place was withheld; "
            "look for the word in kind, targets and place, or name the incident's id"
        )


def _is_shown(item: LocatedIncident, options: PublishOptions) -> bool:
    return (
        item.resolution.footprint is not None
        and item.incident.stage in options.stages
        and item.incident.incident_id not in options.leave_out
    )


def _rules_for(item: LocatedIncident, wanted: Iterable[Coarsen]) -> tuple[Coarsen, ...]:
    incident, resolution = item.incident, item.resolution
    slugs = {incident.incident_id, incident.kind, *incident.target_kinds}
    slugs |= {str(place.feature_class) for place in resolution.places}
    words = [*incident.targets, *(place.text for place in incident.places), resolution.text]
    words += [incident.place.text] if incident.place else []
    words += [resolution.name or "", *(place.name for place in resolution.places)]
    tokens = {token for text in words for token in fold(text).split()}
    phrases = " | ".join(fold(text) for text in words)
    return tuple(rule for rule in wanted if rule.what in slugs or _says(rule, tokens, phrases))


def _says(rule: Coarsen, tokens: set[str], phrases: str) -> bool:
    """Whether a word, in singular or plural, is among those of an incident."""
    what = fold(rule.what.replace("_", " "))
    if " " in what:
        return what in phrases
    one = what[:-1] if what.endswith("s") and len(what) > 3 else what
    return bool(tokens & {what, one, f"{one}s", f"{one}es"})


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
        resolution = _answer(resolution, Terms(options.withhold), options.drop)
        # The parse tree holds the words again.
        resolution = replace(resolution, reference=None)
        if any(place.text in Terms(options.withhold) for place in incident.places) or (
            incident.place and incident.place.text in Terms(options.withhold)
        ):
            incident = replace(incident, place=None, places=())
    quotes = tuple(_quote(quote, hidden, terms, options) for quote in incident.quotes)
    incident = _emptied(replace(incident, quotes=quotes), options)
    return LocatedIncident(incident, resolution)


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
        incident = replace(incident, **_EMPTIED.get(name, {}))
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
        elif name in _LISTS:
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
            for name in _REPORT_FIELDS
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


# --- The list ------------------------------------------------------------------------


def _remaining(
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
    yield f"{len(made)} of {len(located)} incidents remain{left if why else ''}."
    for before, after in zip(kept, made, strict=True):
        shown = coarse.get(before.incident.incident_id)
        if shown is not None:
            yield f"{after.incident.incident_id}: its place is shown only as {shown.words}."
    quotes = [quote for item in made for quote in item.incident.quotes]
    withheld = sum(not quote.text for quote in quotes)
    longest = max((len(quote.text) for quote in quotes), default=0)
    yield (
        f"{len(quotes) - withheld} quotes remain, of at most {longest} characters; "
        f"{withheld} are withheld, with their position kept."
    )
    filled = [name for name, read in _SEEN if any(read(item) for item in made)]
    yield f"Columns that hold something: {', '.join(filled)}."
    for report in reports:
        parts = [str(report.published or "no date"), report.source, report.title, report.url]
        named = ", ".join(part for part in parts if part)
        yield f"Report {report.report_id}: {named}; SHA-256 {report.sha256[:12]}."
    yield from _warnings(kept, made, coarse, terms, options)


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
    *((name, _names_in(name)) for name in _LISTS),
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
        if own not in coarse and terms and (after.resolution.name or "") in terms:
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
