"""Positions given in figures, with the precision that their digits state."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from gazetteer.model import Coordinates, LngLat, PlaceReference

__all__ = ["coordinates"]

_DIGIT = re.compile(r"\d")
_NUM = r"[-+−]?\d{1,3}(?:[.,]\d+)?"
_DECIMAL = re.compile(
    rf"^(?:lat(?:itude)?\.?:?\s*)?({_NUM})\s*°?\s*([NS])?\s*[,;/ ]\s*(?:and )?"
    rf"(?:lon(?:g(?:itude)?)?\.?:?\s*)?({_NUM})\s*°?\s*([EW])?$",
    re.IGNORECASE,
)
_DECIMAL_FRONT = re.compile(
    rf"^([NS])\s*({_NUM})\s*°?\s*[,;/ ]?\s*([EW])\s*({_NUM})\s*°?$", re.IGNORECASE
)
_GEO = re.compile(r"^geo:(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)(?:[,;].*)?$", re.IGNORECASE)
_DMS_PART = (
    r"(\d{1,3})\s*[°ºd:\s]\s*(\d{1,2}(?:\.\d+)?)\s*(?:['′’m:\s]\s*"
    r"(?:(\d{1,2}(?:\.\d+)?)\s*(?:[\"″”s]|''|’’)?)?)?"
)
_DMS = re.compile(rf"^{_DMS_PART}\s*([NS])[,;/\s]*{_DMS_PART}\s*([EW])$", re.IGNORECASE)
_UTM = re.compile(
    r"^(?:UTM\s*)?(\d{1,2})\s*([C-HJ-NP-X])\s+(\d{6,7}(?:\.\d+)?)\s*m?\s*E?[,\s]+"
    r"(\d{5,8}(?:\.\d+)?)\s*m?\s*N?$",
    re.IGNORECASE,
)
_MGRS = re.compile(
    r"^(?:MGRS:?\s*)?(\d{1,2})\s*([C-HJ-NP-X])\s*([A-HJ-NP-Z]{2})\s*(\d[\d\s]{0,11})$",
    re.IGNORECASE,
)


def coordinates(text: str) -> PlaceReference | None:
    if not _DIGIT.search(text):
        return None
    text = text.strip().strip("()").strip()
    m = _GEO.match(text)
    if m:
        return _position(float(m[1]), float(m[2]), _decimals(m[1], m[2]), "geo")
    m = _DECIMAL.match(text)
    if m and ("." in text or "°" in text or m[2] or m[4]):
        lat = _number(m[1]) * (-1 if (m[2] or "").upper() == "S" else 1)
        lng = _number(m[3]) * (-1 if (m[4] or "").upper() == "W" else 1)
        return _position(lat, lng, _decimals(m[1], m[3]), "decimal")
    m = _DECIMAL_FRONT.match(text)
    if m:
        lat = _number(m[2]) * (-1 if m[1].upper() == "S" else 1)
        lng = _number(m[4]) * (-1 if m[3].upper() == "W" else 1)
        return _position(lat, lng, _decimals(m[2], m[4]), "decimal")
    m = _DMS.match(text)
    if m:
        lat = _dms(m[1], m[2], m[3]) * (-1 if m[4].upper() == "S" else 1)
        lng = _dms(m[5], m[6], m[7]) * (-1 if m[8].upper() == "W" else 1)
        # A minute of arc is a nautical mile, a second 31 m.
        precision = 1852.0 if m[3] is None else 31.0 / 10 ** len(m[3].partition(".")[2])
        return _position(lat, lng, precision, "degrees, minutes and seconds")
    m = _UTM.match(text)
    if m:
        north = m[2].upper() >= "N"
        return _from_utm(int(m[1]), north, float(m[3]), float(m[4]))
    m = _MGRS.match(text)
    if m:
        return _from_mgrs(int(m[1]), m[2].upper(), m[3].upper(), re.sub(r"\s", "", m[4]))
    return None


def _number(text: str) -> float:
    return float(text.replace("−", "-").replace(",", "."))


def _decimals(a: str, b: str) -> float:
    """Metres that the last digit stands for."""
    digits = max(len(re.split("[.,]", t)[1]) if re.search("[.,]", t) else 0 for t in (a, b))
    return float(max(1.0, 111_000.0 / 10**digits))


def _dms(degrees: str, minutes: str, seconds: str | None) -> float:
    return float(degrees) + float(minutes) / 60 + float(seconds or 0) / 3600


def _position(lat: float, lng: float, precision: float, notation: str) -> PlaceReference | None:
    if abs(lat) > 90 or abs(lng) > 180:
        return None
    return Coordinates(LngLat(lng, lat), precision, notation)


def _from_utm(zone: int, north: bool, easting: float, northing: float) -> PlaceReference | None:
    """UTM through its MGRS reference, which is exact to the metre."""
    grid, error = _grid()
    try:
        reference = grid.UTMToMGRS(zone, "N" if north else "S", easting, northing)
        lat, lng = grid.toLatLon(reference)
    except error:
        return None
    return _position(lat, lng, 1.0, "UTM")


def _from_mgrs(zone: int, band: str, square: str, digits: str) -> PlaceReference | None:
    if len(digits) % 2:
        return None
    half = len(digits) // 2
    # A reference names a cell by its corner: one digit more, a five, is its middle.
    middle = f"{digits[:half]}5{digits[half:]}5" if half < 5 else digits
    grid, error = _grid()
    try:
        lat, lng = grid.toLatLon(f"{zone}{band}{square}{middle}")
    except error:
        return None
    return _position(lat, lng, 10.0 ** (5 - half), "MGRS")


@lru_cache(maxsize=1)
def _grid() -> tuple[Any, type[Exception]]:
    """The converter of the `mgrs` library (GeoTrans), loaded only when figures need it."""
    import mgrs
    from mgrs.core import MGRSError

    return mgrs.MGRS(), MGRSError
