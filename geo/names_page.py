"""Maps of places rather than of incidents: the names in a text, and one answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.geodesy import disc
from gazetteer.model import FeatureClass, Footprint, Resolution, ResolutionStatus, TrailStep
from geo.maps import IncidentMap
from geo.model import Incident, LocatedIncident, PlaceMention, Quote

if TYPE_CHECKING:
    from gazetteer.model import Candidate, Mention
    from gazetteer.store import Store
    from geo.model import Report

__all__ = ["save_answer_page", "save_names_page"]

_KINDS = {"literal": "place named", "associative": "place stands for people"}
_UNKNOWN = "in no source"
_CANDIDATES = 5


def save_names_page(
    path: Path | str,
    report: Report,
    mentions: Sequence[Mention],
    store: Store,
    *,
    theme: str = "auto",
    lang: str = "en",
) -> Path:
    """Write the page.

    Parameters
    ----------
    path : path
        HTML file to write.
    report : Report
        Whose text is shown, word for word.
    mentions : sequence of Mention
        Names in `report.text`; each is marked and linked both ways to its place.
    store : Store
        Gives places their outline and the map its ground.
    theme, lang : str
        As for `geo.maps.IncidentMap`.

    Notes
    -----
    The same rules as for any map hold: no request, a strict policy, equal bytes for
    equal input, and text that stays text.
    """
    ordered = sorted(mentions, key=lambda mention: (mention.start, mention.end))
    rows = [
        _row(number, mention, report, store)
        for number, mention in enumerate(ordered)
        if report.text[mention.start : mention.end] == mention.text
    ]
    spans = tuple(
        (item.incident.place.start, item.incident.place.end) for item in rows if item.incident.place
    )
    page = IncidentMap(
        rows,
        [report],
        title=report.title or report.report_id,
        store=store,
        theme=theme,
        lang=lang,
        text=(report.text, spans),
    )
    return page.save(path)


def _row(number: int, mention: Mention, report: Report, store: Store) -> LocatedIncident:
    """A mention in the shape that the map draws: a place, a sentence, a reason."""
    kind = _KINDS.get(mention.role, _KINDS["literal"]) if mention.place else _UNKNOWN
    start = max(0, mention.start - 90)
    end = min(len(report.text), mention.end + 90)
    said = PlaceMention(mention.text, mention.start, mention.end)
    row = Incident(
        incident_id=f"name-{number}",
        report_id=report.report_id,
        event_type="",
        sub_event_type=mention.form,
        kind=kind,
        place=said,
        quotes=(Quote(report.text[start:end], start, end, report.report_id),),
    )
    return LocatedIncident(row, _answer(mention, store))


def _answer(mention: Mention, store: Store) -> Resolution:
    place = mention.place
    if place is None:
        return Resolution(
            mention.text,
            ResolutionStatus.NOT_FOUND,
            "Its frame shows a place; no source has the name.",
        )
    others = [c.place.name for c in mention.candidates if c.place.place_id != place.place_id]
    reason = f"{place.name}, {str(place.feature_class).replace('_', ' ')}"
    reason += f"; score {mention.score:.2f}" + (f"; or {', '.join(others[:3])}" if others else "")
    outline = store.geometry(place.place_id) if place.has_geometry else None
    if outline is None or not outline.area:
        outline = disc(place.point, max(place.extent_m, _LEAST_EXTENT_M))
    precision = _PRECISION.get(place.feature_class, 2)
    footprint = Footprint(place.point, outline, outline, precision)
    return Resolution(
        mention.text,
        ResolutionStatus.RESOLVED,
        reason,
        name=place.name,
        places=(place,),
        footprint=footprint,
        country_code=place.country_code,
    )


_LEAST_EXTENT_M = 500.0
"""A place of unknown size is at least a symbol's worth of ground."""

_PRECISION = {
    FeatureClass.COUNTRY: 6,
    FeatureClass.CONTINENT: 6,
    FeatureClass.ADMIN1: 4,
    FeatureClass.ADMIN2: 3,
    FeatureClass.REGION: 5,
    FeatureClass.BORDER: 5,
    FeatureClass.SEA: 7,
    FeatureClass.STRAIT: 7,
}
"""The class of UCDP that a place of each kind is worth; others count as known points."""


def save_answer_page(path: Path, resolution: Resolution, store: Store) -> Path:
    """Draw one answer as a map: its regions, with the reason, the steps and the candidates."""
    said = Incident(
        incident_id="place",
        report_id="",
        event_type="",
        sub_event_type="",
        # A kind that no table knows is called by its own words: here, the place's.
        kind=resolution.text,
        place=PlaceMention(resolution.text, 0, len(resolution.text)),
    )
    footprint = resolution.footprint
    if footprint is not None:
        # The page has no list of candidates; beside the steps they are read as they were weighed.
        weighed = tuple(_step_of(item) for item in resolution.candidates[:_CANDIDATES])
        footprint = replace(footprint, trail=(*footprint.trail, *weighed))
        resolution = replace(resolution, footprint=footprint)
    title = f"{resolution.text}: {resolution.status}"
    page = IncidentMap(
        [LocatedIncident(said, resolution)],
        title=title,
        subtitle=resolution.reason,
        store=store,
    )
    return page.save(path)


def _step_of(candidate: Candidate) -> TrailStep:
    place = candidate.place
    kind = str(place.feature_class).replace("_", " ")
    where = f", {place.country_code}" if place.country_code else ""
    said = f"Candidate: {place.name} ({kind}{where}), score {candidate.score:.2f}"
    return TrailStep("candidate", said, (place.place_id,))
