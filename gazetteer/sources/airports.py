"""Airports and air bases, by way of airportsdata (MIT)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gazetteer.features import DEFAULT_EXTENT_M
from gazetteer.model import FeatureClass, LngLat, Place
from gazetteer.sources import Record

__all__ = ["airports"]

_MILITARY = re.compile(
    r"\b(?:air ?base|afb|air force|naval air|military|army|marine corps|base aerea|raf|"
    r"air station|airbase|ab)\b",
    re.IGNORECASE,
)
# Names that no report uses: helipads, seaplane docks, private strips of the United States.
_MINOR = re.compile(r"\b(?:heli(?:pad|port)|seaplane|ultralight|balloonport|gliderport)\b", re.I)
_TYPE = re.compile(
    r"\s+(?:international|intl|regional|municipal|domestic|airport|airfield|airstrip|"
    r"air ?base|air force base|afb|ab|military)\b.*$",
    re.IGNORECASE,
)


def airports() -> Iterator[Record]:
    """Airports with an ICAO code that reports could name, in the order of the codes."""
    import airportsdata

    for code, row in sorted(airportsdata.load("ICAO").items()):
        name = row["name"].strip()
        known = bool(row["iata"]) or (row["country"] != "US" and not _MINOR.search(name))
        military = bool(_MILITARY.search(name))
        if not name or not (known or (military and not _MINOR.search(name))):
            continue
        kind = FeatureClass.MILITARY_BASE if military else FeatureClass.AIRPORT
        yield Record(
            Place(
                place_id=f"airport:{code}",
                name=name,
                feature_class=kind,
                point=LngLat(float(row["lon"]), float(row["lat"])),
                country_code=row["country"] or None,
                extent_m=DEFAULT_EXTENT_M[kind],
                source="airportsdata",
            ),
            _names(name, row["city"].strip(), military=military),
        )


def _names(name: str, city: str, *, military: bool) -> tuple[str, ...]:
    """The full name, and its short form and the city's with the type word."""
    word = "Air Base" if military else "Airport"
    short = _TYPE.sub("", name).strip()
    names = [name]
    if short and short != name:
        names.append(f"{short} {word}")
    if city and not military:
        names.append(f"{city} {word}")
    if military and short:
        names.append(f"{short} Airbase")
    return tuple(dict.fromkeys(names))
