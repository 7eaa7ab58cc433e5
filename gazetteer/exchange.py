"""Answers as plain JSON values, for files and other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shapely

from gazetteer.model import Candidate, Footprint, Mention, Place, Resolution

if TYPE_CHECKING:
    from gazetteer.resolver import Gazetteer

__all__ = ["candidate_to_json", "mention_to_json", "resolution_to_json"]

_DIGITS = 5
"""Decimal places of a degree: about one metre, finer than any source."""


def resolution_to_json(resolution: Resolution, gazetteer: Gazetteer) -> dict[str, Any]:
    """Write one answer as a JSON object.

    Longitude and latitude are WGS84 degrees; the regions are GeoJSON geometries in
    lon-lat order. Everything about the location is null where nothing was found.
    """
    footprint = resolution.footprint
    code = resolution.country_code
    country = gazetteer.store.country(code) if code else None
    return {
        "resolution_status": str(resolution.status),
        "name": resolution.name,
        "place_ids": [place.place_id for place in resolution.places],
        "country": country.name if country else None,
        "country_code": code,
        "lat": round(footprint.point.lat, _DIGITS) if footprint else None,
        "lon": round(footprint.point.lng, _DIGITS) if footprint else None,
        "where_prec": footprint.where_prec if footprint else None,
        "region_50": _region(footprint, "region_50"),
        "region_90": _region(footprint, "region_90"),
        "reason": resolution.reason,
        "candidates": [candidate_to_json(candidate) for candidate in resolution.candidates],
        "trail": [
            {"rule": step.rule, "text": step.text, "place_ids": list(step.place_ids)}
            for step in (footprint.trail if footprint else ())
        ],
    }


def candidate_to_json(candidate: Candidate) -> dict[str, Any]:
    """Write one candidate as a JSON object, its place flat within it."""
    return {
        **_place(candidate.place),
        "score": round(candidate.score, 4),
        "match": candidate.match,
        "reasons": list(candidate.reasons),
    }


def mention_to_json(mention: Mention, gazetteer: Gazetteer) -> dict[str, Any]:
    """Write one place name found in a text as a JSON object."""
    place = mention.place
    # A place known only from its context is drawn there, but has no name or id of its own.
    near = place or mention.bound
    code = near.country_code if near else None
    country = gazetteer.store.country(code) if code else None
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "name": place.name if place else None,
        "place_id": place.place_id if place else None,
        "lat": round(near.point.lat, _DIGITS) if near else None,
        "lon": round(near.point.lng, _DIGITS) if near else None,
        "country": country.name if country else None,
        "country_code": code,
        "feature_class": str(place.feature_class) if place else None,
        "score": round(mention.score, 4),
        "role": mention.role,
        "form": mention.form,
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "place_id": place.place_id,
        "name": place.name,
        "feature_class": str(place.feature_class),
        "country_code": place.country_code,
        "lat": round(place.point.lat, _DIGITS),
        "lon": round(place.point.lng, _DIGITS),
        "population": place.population,
    }


def _region(footprint: Footprint | None, which: str) -> dict[str, Any] | None:
    if footprint is None:
        return None
    region = shapely.set_precision(getattr(footprint, which), 10**-_DIGITS, mode="valid_output")
    geometry: dict[str, Any] = region.__geo_interface__
    return geometry
