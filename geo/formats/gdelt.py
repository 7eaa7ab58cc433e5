"""Rows of GDELT's event export, versions 1 and 2, with or without a header.

GDELT codes every act in the news, from a visit to a bombing, by CAMEO. Rows that are
not violent are no incidents and are counted, not skipped one by one. GDELT's places and
roles are found by machine; the map says so in each reason.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from urllib.parse import urlsplit

from geo.formats.rows import coded
from geo.formats.values import day_in, point_of, require_columns
from geo.model import Actor, DatePhrase, Incident, LocatedIncident, PlaceMention, Report
from geo.precision import PointReader

__all__ = ["COLUMNS_V1", "COLUMNS_V2", "NAME", "check", "matches", "read_row", "report_of"]

NAME = "GDELT"

_HEAD = ("globaleventid", "sqldate", "monthyear", "year", "fractiondate")
_ACTOR = (
    "code", "name", "countrycode", "knowngroupcode", "ethniccode", "religion1code",
    "religion2code", "type1code", "type2code", "type3code",
)  # fmt: skip
_ACTION = (
    "isrootevent", "eventcode", "eventbasecode", "eventrootcode", "quadclass",
    "goldsteinscale", "nummentions", "numsources", "numarticles", "avgtone",
)  # fmt: skip
_GEO_V1 = ("type", "fullname", "countrycode", "adm1code", "lat", "long", "featureid")
_GEO_V2 = ("type", "fullname", "countrycode", "adm1code", "adm2code", "lat", "long", "featureid")


def _columns(geo_columns: Sequence[str]) -> tuple[str, ...]:
    actors = [f"actor{number}{name}" for number in "12" for name in _ACTOR]
    places = [f"{who}geo_{name}" for who in ("actor1", "actor2", "action") for name in geo_columns]
    return (*_HEAD, *actors, *_ACTION, *places, "dateadded", "sourceurl")


COLUMNS_V1 = _columns(_GEO_V1)
"""58 columns of the daily files (event codebook 1.03, 2013)."""

COLUMNS_V2 = _columns(_GEO_V2)
"""61 columns of the 15-minute files (event codebook 2.0, 2015)."""

_NEEDED = ("globaleventid", "sqldate", "eventcode", "actiongeo_lat", "actiongeo_long")

_EXPLOSIONS, _BATTLES = "Explosions/Remote violence", "Battles"
_CIVILIANS, _STRATEGIC = "Violence against civilians", "Strategic developments"

_CAMEO = {
    "145": ("Riots", "Violent demonstration", "riot"),
    "171": (_STRATEGIC, "Looting/property destruction", "property_destruction"),
    "180": (_CIVILIANS, "Attack", "armed_attack"),
    "181": (_CIVILIANS, "Abduction/forced disappearance", "abduction"),
    "182": (_CIVILIANS, "Attack", "armed_attack"),
    "1821": (_CIVILIANS, "Sexual violence", "sexual_violence"),
    "183": (_EXPLOSIONS, "Remote explosive/landmine/IED", "bombing"),
    "1831": (_EXPLOSIONS, "Suicide bomb", "suicide_bombing"),
    "1832": (_EXPLOSIONS, "Suicide bomb", "car_bombing"),
    "1833": (_EXPLOSIONS, "Remote explosive/landmine/IED", "ied"),
    "1834": (_EXPLOSIONS, "Remote explosive/landmine/IED", "bombing"),
    "184": (_CIVILIANS, "Attack", "armed_attack"),
    "185": (_CIVILIANS, "Attack", "assassination"),
    "186": (_CIVILIANS, "Attack", "assassination"),
    "190": (_BATTLES, "Armed clash", "armed_clash"),
    "192": (_BATTLES, "Non-state actor overtakes territory", "territory_change"),
    "193": (_BATTLES, "Armed clash", "armed_clash"),
    "194": (_EXPLOSIONS, "Shelling/artillery/missile attack", "shelling"),
    "195": (_EXPLOSIONS, "Air/drone strike", "airstrike"),
    "1951": (_EXPLOSIONS, "Air/drone strike", "airstrike"),
    "1952": (_EXPLOSIONS, "Air/drone strike", "drone_attack"),
    "200": (_CIVILIANS, "Attack", "armed_attack"),
    "202": (_CIVILIANS, "Attack", "armed_attack"),
    "203": (_CIVILIANS, "Attack", "armed_attack"),
    "2041": (_EXPLOSIONS, "Chemical weapon", "chemical_attack"),
}
"""CAMEO event code -> ACLED event type, sub-event type and our layer; others are no incidents."""

_WHERE_PREC = {"1": 6, "2": 4, "3": 2, "4": 2, "5": 4}
"""By ActionGeo_Type: 1 country, 2 US state, 3 US city, 4 city elsewhere, 5 first-order unit.
A machine found the city in the news, so the incident is only near it."""


def matches(header: Collection[str]) -> bool:
    """Whether lower-case column names, or the first row of a file without, are GDELT's.

    Examples
    --------
    >>> matches(["globaleventid", "sqldate"]), matches(["id", "lat"])
    (True, False)
    """
    return "globaleventid" in header


def check(header: Collection[str], where: str) -> None:
    """Make sure that the export has what a map needs.

    Raises
    ------
    IncidentDataError
        If columns are missing; the message names them and the remedy.
    """
    require_columns(header, _NEEDED, publisher=NAME, where=where)


def report_of(row: Mapping[str, str], file: Report) -> Report:
    """The article that a row was read from; the file's SHA-256 is its proof."""
    url = row.get("sourceurl") or ""
    if not url.startswith(("http://", "https://")):
        return file
    digest = hashlib.sha256(url.encode("utf-8", "replace")).hexdigest()[:8]
    return Report(
        f"{file.report_id}-{digest}",
        "",
        file.sha256,
        source=urlsplit(url).hostname,
        url=url,
        licence=file.licence,
    )


def read_row(row: Mapping[str, str], reader: PointReader, report: Report) -> LocatedIncident | None:
    """One event, or None if it is no incident.

    Raises
    ------
    ValueError
        If a value cannot be read; the message names the column.
    """
    code = row["eventcode"]
    known = _CAMEO.get(code) or _CAMEO.get(code[:3])
    if known is None:
        return None
    event_type, sub_event_type, kind = known
    place = row.get("actiongeo_fullname") or ""
    day = day_in(row, "sqldate")
    incident = Incident(
        incident_id=f"gdelt-{row['globaleventid']}",
        report_id=report.report_id,
        event_type=event_type,
        sub_event_type=sub_event_type,
        kind=kind,
        date=DatePhrase(day.isoformat(), day.isoformat(), day, day, date_prec=1),
        place=PlaceMention(place, 0, len(place)) if place else None,
        actors=_names(row, "actor1name"),
        targets=tuple(actor.name for actor in _names(row, "actor2name")),
        target_kinds=tuple("unknown" for _ in _names(row, "actor2name")),
        attribution=(report.source,) if report.source else (),
    )
    point = point_of(row, "actiongeo_long", "actiongeo_lat")
    where_prec = _WHERE_PREC.get(row.get("actiongeo_type") or "", 5)
    said = "GDELT's software read the place from the news."
    return coded(incident, point, where_prec, reader, said=said)


def _names(row: Mapping[str, str], column: str) -> tuple[Actor, ...]:
    name = (row.get(column) or "").title()
    return (Actor(name),) if name else ()
