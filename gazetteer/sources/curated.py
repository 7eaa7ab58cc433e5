"""Our own tables: regions, waters, rivers, facilities; points and names of countries.

The tables are CSV files in `gazetteer/curated`, described in the README beside them. A row
says where it lies in one of two ways, or both: as a union of Natural Earth units, or as a
shape drawn by hand. Reading them yields `Record`s, and a few small dictionaries.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import shapely

from gazetteer.errors import SourceError
from gazetteer.geodesy import area_km2, polygonal
from gazetteer.model import FeatureClass, LngLat, Place
from gazetteer.names import fold
from gazetteer.sources import Record
from gazetteer.sources.shapes import Land, composed, drawn, middle, plain_name, simplified

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from gazetteer.sources.courses import Courses
    from gazetteer.sources.shapes import UnitFinder

__all__ = [
    "abbreviations",
    "abbreviations_after_comma",
    "capitals",
    "demonyms",
    "place_id_of",
    "records",
    "rows",
]

_TABLES = Path(__file__).resolve().parent.parent / "curated"
_SOURCE = "incident-mapper"
_UNVERIFIED = "unverified"
_ENDINGS = {
    "air base": ("Air Base", "Airbase", "Airfield", "Base"),
    "base": ("Base", "Military Base"),
    "naval base": ("Naval Base",),
    "border crossing": ("Border Crossing", "Crossing"),
    "refugee camp": ("Refugee Camp", "Camp"),
    "oil field": ("Oil Field", "Oilfield", "Field"),
    "gas field": ("Gas Field", "Field"),
    "nuclear plant": ("Nuclear Power Plant", "Nuclear Plant", "NPP"),
    "power plant": ("Power Plant", "Power Station"),
    "prison": ("Prison",),
}
"""What reports call a facility of a kind: a name with one ending has the others too."""


def records(units: UnitFinder, courses: Courses | None = None) -> Iterator[Record]:
    """Every curated place.

    Parameters
    ----------
    units
        From `ne:country:SY` or `SY:Dayr Az Zawr` (country code and Natural Earth name) to
        its polygon in EPSG:4326; None for what it does not know.
    courses
        Rivers that the lines of our own are laid on; without them they stay as drawn.

    Yields
    ------
    Record
        Countries and first-order units come under their Natural Earth `place_id`, with the
        representative point and further names; the rest under `curated:<slug>`.

    Raises
    ------
    SourceError
        If a row names a unit that does not exist, or its shape cannot be read.
    """
    yield from _known_places("countries", "place_id", FeatureClass.COUNTRY, units)
    yield from _known_places("admin1", "unit", FeatureClass.ADMIN1, units)
    for row in rows("regions"):
        yield _region(row, units)
    countries = [units(row["place_id"]) for row in rows("countries")]
    land = Land(shape for shape in countries if shape is not None)
    for row in rows("waters"):
        yield _water(row, land)
    for row in rows("rivers"):
        yield _river(row, courses)
    for row in rows("facilities"):
        yield _facility(row)


@cache
def rows(table: str) -> tuple[dict[str, str], ...]:
    """The rows of a table, each a dictionary by column name.

    Examples
    --------
    >>> rows("countries")[0]["name"]
    'Andorra'
    """
    with (_TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


def place_id_of(key: str) -> str:
    """`place_id` for what a table calls a place.

    Examples
    --------
    >>> place_id_of("country:IQ"), place_id_of("US:New York"), place_id_of("curated:donbas")
    ('ne:country:IQ', 'ne:admin1:US.new-york', 'curated:donbas')
    """
    kind, _, name = key.partition(":")
    if kind in {"ne", "curated", "geonames", "airport"}:
        return key
    if kind == "country":
        return f"ne:country:{name}"
    return f"ne:admin1:{kind}.{fold(plain_name(name)).replace(' ', '-')}"


def demonyms() -> dict[str, str]:
    """Folded demonym or adjective -> `place_id`.

    Examples
    --------
    >>> demonyms()["nigerien"], demonyms()["nigerian"], demonyms().get("martian")
    ('ne:country:NE', 'ne:country:NG', None)
    """
    return {
        fold(word): place_id_of(row["place"])
        for row in rows("demonyms")
        for word in row["words"].split("|")
    }


def abbreviations() -> dict[str, str]:
    """Abbreviation in its exact case -> `place_id`.

    One that means another place after a comma ("LA") has here what it means alone.

    Examples
    --------
    >>> abbreviations()["UAE"], abbreviations()["TX"], "uae" in abbreviations()
    ('ne:country:AE', 'ne:admin1:US.texas', False)
    """
    return {**abbreviations_after_comma(), **_abbreviations(only_after_comma="no")}


def abbreviations_after_comma() -> dict[str, str]:
    """Those that name a place only after a city and a comma: "Austin, TX", "Macon, Ga."

    Examples
    --------
    >>> abbreviations_after_comma()["TX"], "UAE" in abbreviations_after_comma()
    ('ne:admin1:US.texas', False)
    """
    return _abbreviations(only_after_comma="yes")


def _abbreviations(*, only_after_comma: str) -> dict[str, str]:
    return {
        row["abbreviation"]: place_id_of(row["place"])
        for row in rows("abbreviations")
        if row["only_after_comma"] == only_after_comma
    }


def capitals() -> dict[str, str]:
    """Country code -> name of the seat of government, where there is one."""
    return {row["place_id"][-2:]: row["capital"] for row in rows("countries") if row["capital"]}


# --- Rows to records -----------------------------------------------------------------


def _known_places(
    table: str, key: str, feature_class: FeatureClass, units: UnitFinder
) -> Iterator[Record]:
    """What Natural Earth has already: further names, and the point if the table gives one."""
    for row in rows(table):
        place_id = place_id_of(row[key])
        point = _point(row) if row["lng"] else middle(composed(row[key], units))
        code = place_id.split(":")[2][:2]
        yield _record(row, feature_class, point, place_id=place_id, country=code)


def _region(row: dict[str, str], units: UnitFinder) -> Record:
    whole = composed(row["units"], units) if row["units"] else None
    if row["shape"]:
        shape = drawn(row["shape"])
        if whole is None and row["clip"]:
            clip = " + ".join(f"country:{code}" for code in row["clip"].split())
            whole = composed(clip, units)
        shape = shape if whole is None else polygonal(shapely.intersection(shape, whole))
    elif whole is not None:
        shape = whole
    else:
        raise SourceError(f"curated tables: {row['slug']} has no geometry")
    if shape.is_empty:
        raise SourceError(f"curated tables: {row['slug']} lies outside the land it is clipped to")
    return _with_area(row, simplified(shape))


def _water(row: dict[str, str], land: Land) -> Record:
    shape = drawn(row["shape"])
    if row["class"] != FeatureClass.LAKE:
        shape = land.taken_from(shape)
        if shape.is_empty:
            raise SourceError(f"curated tables: {row['slug']} lies on land")
        shape = simplified(shape)
    return _with_area(row, shape)


def _with_area(row: dict[str, str], shape: BaseGeometry) -> Record:
    return _record(
        row,
        FeatureClass(row["class"]),
        _point(row) if row["lng"] else middle(shape),
        shape=shape,
        extent_m=math.sqrt(area_km2(shape) / math.pi) * 1000,
    )


def _river(row: dict[str, str], courses: Courses | None) -> Record:
    numbers = [float(word) for word in row["line"].split()]
    line: BaseGeometry = shapely.LineString(list(zip(numbers[::2], numbers[1::2], strict=True)))
    line = line if courses is None else courses.laid(line)
    middle = line.interpolate(0.5, normalized=True)
    return _record(row, FeatureClass.RIVER, LngLat(middle.x, middle.y), shape=line)


def _facility(row: dict[str, str]) -> Record:
    """A base that is an airfield of its own joins the airport's row; one inside a civil
    airport stays apart, since the airport is not the base."""
    return _record(
        row,
        FeatureClass(row["class"]),
        _point(row),
        place_id=f"airport:{row['airport']}" if row["airport"] else None,
        extent_m=float(row["extent_km"]) * 1000,
        further=_with_other_endings(row),
    )


def _with_other_endings(row: dict[str, str]) -> tuple[str, ...]:
    """ "Harir Air Base" is also "Harir Airfield" and "Harir Base"."""
    endings = _ENDINGS.get(row["kind"], ())
    # the longest ending first, so that "X Military Base" leaves "X"
    pattern = "|".join(sorted(endings, key=len, reverse=True))
    stems = {
        found[1]: None
        for name in (row["name"], *row["names"].split("|"))
        if endings and (found := re.fullmatch(f"(.+?) (?:{pattern})", name, re.IGNORECASE))
    }
    return tuple(f"{stem} {ending}" for stem in stems for ending in endings)


def _record(
    row: dict[str, str],
    feature_class: FeatureClass,
    point: LngLat,
    *,
    place_id: str | None = None,
    country: str | None = None,
    shape: BaseGeometry | None = None,
    extent_m: float = 0.0,
    further: tuple[str, ...] = (),
) -> Record:
    said = (row["name"], *filter(None, row["names"].split("|")), *further)
    kept: dict[str, str] = {}
    for name in said:
        kept.setdefault(fold(name), name)
    names = tuple(kept.values())
    source = row["source"]
    return Record(
        Place(
            place_id=place_id or f"curated:{row['slug']}",
            name=row["name"],
            feature_class=feature_class,
            point=LngLat(round(point.lng, 5), round(point.lat, 5)),
            country_code=country or _country(row),
            name_count=len(names),
            extent_m=round(extent_m, -2),
            has_geometry=shape is not None,
            source=_SOURCE if source == _UNVERIFIED else f"{_SOURCE}, {_work(source)}",
            verified=source != _UNVERIFIED,
        ),
        names,
        shape,
    )


def _work(source: str) -> str:
    """The work cited, without the row or file in it: the store keeps few sources apart."""
    work = source.partition(",")[0]
    return "airportsdata" if work.startswith("airportsdata ") else work


def _country(row: dict[str, str]) -> str | None:
    """The country said; else the only one whose land the row is made of."""
    if row.get("country"):
        return None if " " in row["country"] else row["country"]
    made_of = set(row.get("clip", "").split())
    for key in filter(None, row.get("units", "").split(" + ")):
        kind, _, name = key.partition(":")
        made_of.add(name if kind == "country" else kind)
    return made_of.pop() if len(made_of) == 1 else None


def _point(row: dict[str, str]) -> LngLat:
    return LngLat(float(row["lng"]), float(row["lat"]))
