"""Positions given in figures, with the precision that their digits state."""

from __future__ import annotations

import math
import re

from gazetteer.model import Coordinates, LngLat, PlaceReference

__all__ = ["coordinates"]

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
_BANDS = "CDEFGHJKLMNPQRSTUVWX"


def coordinates(text: str) -> PlaceReference | None:
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
        if m[3] is None:
            precision = 1852.0
        else:
            precision = 31.0 / 10 ** len(m[3].partition(".")[2])
        return _position(lat, lng, precision, "degrees, minutes and seconds")
    m = _UTM.match(text)
    if m:
        north = m[2].upper() >= "N"
        return _from_utm(int(m[1]), north, float(m[3]), float(m[4]), 1.0, "UTM")
    m = _MGRS.match(text)
    if m:
        return _from_mgrs(int(m[1]), m[2].upper(), m[3].upper(), re.sub(r"\s", "", m[4]))
    return None


def _number(text: str) -> float:
    return float(text.replace("−", "-").replace(",", "."))


def _decimals(a: str, b: str) -> float:
    """Metres that the last digit stands for."""
    digits = max(len(re.split("[.,]", t)[1]) if re.search("[.,]", t) else 0 for t in (a, b))
    return max(1.0, 111_000.0 / 10**digits)


def _dms(degrees: str, minutes: str, seconds: str | None) -> float:
    return float(degrees) + float(minutes) / 60 + float(seconds or 0) / 3600


def _position(lat: float, lng: float, precision: float, notation: str) -> PlaceReference | None:
    if abs(lat) > 90 or abs(lng) > 180:
        return None
    return Coordinates(LngLat(lng, lat), precision, notation)


def _from_utm(
    zone: int, north: bool, easting: float, northing: float, precision: float, notation: str
) -> PlaceReference | None:
    """Inverse transverse Mercator after Krüger, to the third order: millimetres."""
    if not 1 <= zone <= 60:
        return None
    a, f, k0 = 6_378_137.0, 1 / 298.257223563, 0.9996
    n = f / (2 - f)
    radius = a / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    xi = (northing - (0.0 if north else 10_000_000.0)) / (k0 * radius)
    eta = (easting - 500_000.0) / (k0 * radius)
    beta = (
        n / 2 - 2 * n**2 / 3 + 37 * n**3 / 96,
        n**2 / 48 + n**3 / 15,
        17 * n**3 / 480,
    )
    xi1, eta1 = xi, eta
    for order, b in enumerate(beta, 1):
        xi1 -= b * math.sin(2 * order * xi) * math.cosh(2 * order * eta)
        eta1 -= b * math.cos(2 * order * xi) * math.sinh(2 * order * eta)
    chi = math.asin(math.sin(xi1) / math.cosh(eta1))
    delta = (
        2 * n - 2 * n**2 / 3 - 2 * n**3,
        7 * n**2 / 3 - 8 * n**3 / 5,
        56 * n**3 / 15,
    )
    lat = chi + sum(d * math.sin(2 * order * chi) for order, d in enumerate(delta, 1))
    lng = math.radians(zone * 6 - 183) + math.atan2(math.sinh(eta1), math.cos(xi1))
    return _position(math.degrees(lat), math.degrees(lng), precision, notation)


def _from_mgrs(zone: int, band: str, square: str, digits: str) -> PlaceReference | None:
    if len(digits) % 2 or not 1 <= zone <= 60:
        return None
    half = len(digits) // 2
    size = 10.0 ** (5 - half)
    columns = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")[(zone - 1) % 3]
    rows = "ABCDEFGHJKLMNPQRSTUV" if zone % 2 else "FGHJKLMNPQRSTUVABCDE"
    if square[0] not in columns or square[1] not in rows:
        return None
    easting = (columns.index(square[0]) + 1) * 100_000.0 + int(digits[:half]) * size + size / 2
    northing = rows.index(square[1]) * 100_000.0 + int(digits[half:]) * size + size / 2
    # rows repeat every 2,000 km: the band says which turn
    floor = (_BANDS.index(band) - 10) * 8
    north = band >= "N"
    base = 0.0 if north else 10_000_000.0
    least = math.radians(floor) * 6_367_449.0 * 0.9996 + base - 150_000.0
    while northing < least:
        northing += 2_000_000.0
    return _from_utm(zone, north, easting, northing, size, "MGRS")
