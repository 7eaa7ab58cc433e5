"""What readers of foreign rows share: numbers, classes and country codes with their checks."""

from __future__ import annotations

import math
from collections.abc import Mapping

from gazetteer.features import DEFAULT_EXTENT_M, TYPE_WORDS, default_extent_m
from gazetteer.model import FeatureClass, LngLat, Place
from gazetteer.names import fold

__all__ = ["class_of", "count_of", "country_of", "distinct", "made_place", "point_of"]

_CLASSES: Mapping[str, FeatureClass] = {fold(c.value): c for c in FeatureClass}


def point_of(lng: object, lat: object) -> LngLat:
    """A checked point from two texts or numbers in degrees.

    Raises
    ------
    ValueError
        If one is no number, or lies outside the globe.

    Examples
    --------
    >>> point_of("44.4", 33.3)
    LngLat(lng=44.4, lat=33.3)
    """
    try:
        x, y = float(str(lng)), float(str(lat))
    except ValueError:
        raise ValueError(f"longitude {lng!r}, latitude {lat!r} are no numbers") from None
    if not (math.isfinite(x) and math.isfinite(y) and abs(x) <= 180.0 and abs(y) <= 90.0):
        raise ValueError(f"longitude {lng!r}, latitude {lat!r} lie outside the globe")
    return LngLat(x, y)


def count_of(value: object) -> int:
    """Inhabitants from a text or number; 0 where nothing is said.

    Examples
    --------
    >>> count_of("1,200"), count_of(""), count_of(None), count_of(3.0)
    (1200, 0, 0, 3)
    """
    if value is None or value == "" or value != value:
        return 0
    try:
        count = int(float(str(value).replace(",", "").replace(" ", "")))
    except (ValueError, OverflowError):
        raise ValueError(f"population {value!r} is no number") from None
    if count < 0:
        raise ValueError(f"population {value!r} is negative")
    return count


def country_of(value: object) -> str | None:
    """ISO 3166-1 alpha-2 code from a text; None where nothing is said.

    Examples
    --------
    >>> country_of("sy"), country_of(" "), country_of(None)
    ('SY', None, None)
    """
    text = "" if value is None or value != value else str(value).strip().upper()
    if not text:
        return None
    if len(text) != 2 or not text.isalpha() or not text.isascii():
        raise ValueError(f"country {value!r} is no ISO 3166-1 alpha-2 code")
    return text


def class_of(value: object, fallback: FeatureClass = FeatureClass.POPULATED_PLACE) -> FeatureClass:
    """Feature class from its name or from any type word that the grammar knows.

    Examples
    --------
    >>> class_of("military_base").value, class_of("oblast").value, class_of("").value
    ('military_base', 'admin1', 'populated_place')
    """
    key = "" if value is None or value != value else fold(str(value).replace("_", " "))
    if not key:
        return fallback
    found = _CLASSES.get(key) or _CLASSES.get(key.replace(" ", "_")) or TYPE_WORDS.get(key)
    if found is not None:
        return found
    for word in reversed(key.split()):
        if word in TYPE_WORDS:
            return TYPE_WORDS[word]
    return fallback


def distinct(names: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Names that fold to something, each fold once, in order.

    Examples
    --------
    >>> distinct(["Ar Raqqah", "ar-raqqah", "?", "Raqqa"])
    ('Ar Raqqah', 'Raqqa')
    """
    if len(names) == 1:
        return (names[0],) if fold(names[0]) else ()
    kept: dict[str, str] = {}
    for name in names:
        key = fold(name)
        if key:
            kept.setdefault(key, name)
    return tuple(kept.values())


def made_place(
    place_id: str,
    names: tuple[str, ...],
    feature_class: FeatureClass,
    point: LngLat,
    *,
    country_code: str | None,
    source: str,
    admin1: str | None = None,
    population: int = 0,
) -> Place:
    """A place with the default extent of its class; a name is demanded.

    Raises
    ------
    ValueError
        If there is no name.
    """
    if not names:
        raise ValueError("no name that holds a letter or a digit")
    populated = feature_class is FeatureClass.POPULATED_PLACE
    extent_m = default_extent_m(feature_class, population) if populated else 0.0
    return Place(
        place_id=place_id,
        name=names[0],
        feature_class=feature_class,
        point=point,
        country_code=country_code,
        admin1=admin1,
        population=population,
        name_count=len(names),
        extent_m=extent_m or DEFAULT_EXTENT_M[feature_class],
        source=source,
    )
