"""From an incident to where it was, or to the reason why that cannot be said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gazetteer.model import Mention, Place, Resolution, ResolutionStatus
from gazetteer.resolver import Gazetteer
from geo.model import Incident, LocatedIncident

__all__ = ["locate"]


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
    context = {report_id: _literal_places(found) for report_id, found in (mentions or {}).items()}
    return tuple(
        LocatedIncident(
            incident, _resolve(incident, gazetteer, context.get(incident.report_id, ()))
        )
        for incident in incidents
    )


def _resolve(
    incident: Incident, gazetteer: Gazetteer, context_places: Sequence[Place]
) -> Resolution:
    if incident.place is None:
        return Resolution(
            text="",
            status=ResolutionStatus.NOT_FOUND,
            reason="The report does not say where this happened.",
        )
    return gazetteer.resolve(incident.place.text, context_places=context_places)


def _literal_places(mentions: Sequence[Mention]) -> tuple[Place, ...]:
    seen: dict[str, Place] = {}
    for mention in mentions:
        if mention.place is not None and mention.role == "literal":
            seen.setdefault(mention.place.place_id, mention.place)
    return tuple(seen.values())
