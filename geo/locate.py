"""From an incident to where it was, or to the reason why that cannot be said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from gazetteer.model import FeatureClass, Mention, Place, Resolution, ResolutionStatus
from gazetteer.resolver import Gazetteer
from geo.model import Incident, LocatedIncident

__all__ = ["locate"]

_COUNTRY = 6
"""UCDP's class for a country: no finer place is known."""


def locate(
    incidents: Sequence[Incident],
    gazetteer: Gazetteer,
    *,
    mentions: Mapping[str, Sequence[Mention]] | None = None,
) -> tuple[LocatedIncident, ...]:
    """Resolve the place of each incident.

    Parameters
    ----------
    incidents
        As extracted; `Incident.place` holds the words that say where.
    gazetteer
        What resolves those words.
    mentions
        For each `report_id`, the place names found in that report. Those that stand
        for a location are the context in which a name with namesakes is read.

    Returns
    -------
    tuple of LocatedIncident
        One for each incident, in the same order. Where nothing can be drawn the
        resolution is `not_found` and says why.
    """
    found = mentions or {}
    context = {report_id: _literal_places(those) for report_id, those in found.items()}
    units = {report_id: _unit_of(those) for report_id, those in found.items()}
    return tuple(
        LocatedIncident(
            incident,
            _resolve(
                incident,
                gazetteer,
                context.get(incident.report_id, ()),
                units.get(incident.report_id),
                _stranger_in(incident, found.get(incident.report_id, ())),
            ),
        )
        for incident in incidents
    )


def _resolve(
    incident: Incident,
    gazetteer: Gazetteer,
    context_places: Sequence[Place],
    unit: str | None,
    region: Place | None,
) -> Resolution:
    if incident.place is None:
        return Resolution(
            text="",
            status=ResolutionStatus.NOT_FOUND,
            reason="The report does not say where this happened.",
        )
    if region is not None:
        text = f"{incident.place.text}, {region.name}"
        known = gazetteer.resolve(text, context_places=context_places)
        if known.footprint is not None:
            return replace(known, text=incident.place.text)
    alone = gazetteer.resolve(incident.place.text, context_places=context_places)
    if _precision(alone) < _COUNTRY:
        return alone
    # "The Gorro market", told of with "in the south of the capital": where the name is in
    # no source, another place of the same incident bounds it better than the country does,
    # or else the province that the report speaks of.
    for container in (*_containers(incident), *([unit] if unit else ())):
        text = f"{incident.place.text}, {container}"
        bounded = gazetteer.resolve(text, context_places=context_places)
        same_country = alone.country_code in (None, bounded.country_code)
        if same_country and _precision(bounded) < _COUNTRY:
            return replace(bounded, text=incident.place.text)
    return alone


def _stranger_in(incident: Incident, mentions: Sequence[Mention]) -> Place | None:
    """The region of a name that has namesakes elsewhere only: "Palma, Cabo Delgado".

    The text may say the region once and the bare name ever after, so that the words of
    the incident alone would be read as the namesake.
    """
    place = incident.place
    if place is None:
        return None
    for mention in mentions:
        if mention.place is None and mention.text in place.text:
            for candidate in mention.candidates:
                if candidate.match == "elsewhere":
                    return candidate.place
    return None


def _precision(resolution: Resolution) -> int:
    """UCDP class of what is drawn; beyond all classes where nothing is."""
    if resolution.footprint is None:
        return _COUNTRY + 2
    return resolution.footprint.drawn_prec or resolution.footprint.where_prec


def _containers(incident: Incident) -> tuple[str, ...]:
    """The other places of an incident as said, the nearest in the text first."""
    own = incident.place
    if own is None:
        return ()
    others = [place for place in incident.places if place.text != own.text]
    return tuple(place.text for place in sorted(others, key=lambda p: abs(p.start - own.start)))


_UNITS = frozenset({FeatureClass.ADMIN1, FeatureClass.ADMIN2})


def _unit_of(mentions: Sequence[Mention]) -> str | None:
    """The province or district that a report speaks of, if it is one alone."""
    units = {
        m.place.place_id: m.text
        for m in mentions
        if m.place is not None
        and m.place.feature_class in _UNITS
        and (m.role, m.form) == ("literal", "name")
    }
    return next(iter(units.values())) if len(units) == 1 else None


def _literal_places(mentions: Sequence[Mention]) -> tuple[Place, ...]:
    seen: dict[str, Place] = {}
    for mention in mentions:
        if mention.place is not None and mention.role == "literal":
            seen.setdefault(mention.place.place_id, mention.place)
    return tuple(seen.values())
