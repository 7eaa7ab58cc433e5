"""GeoNames dumps: a country or the world, with admin codes and alternateNamesV2 (CC BY 4.0).

Files as https://download.geonames.org/export/dump/ gives them, packed or unpacked:
`SY.zip`, `allCountries.txt`, and beside them, if they are there, `admin1CodesASCII.txt` and
`alternateNamesV2.zip`. A line is read and let go, so that size does not matter.
"""

from __future__ import annotations

import contextlib
import io
import mmap
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING

import numpy as np

from gazetteer.errors import SourceError
from gazetteer.model import FeatureClass, LngLat
from gazetteer.names import fold
from gazetteer.sources import Problem, Record
from gazetteer.sources.fields import count_of, distinct, made_place, point_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["AlternateNames", "admin1_names", "is_dump", "places"]

_COLUMNS = 19
_F = FeatureClass
_BY_CODE: Mapping[str, FeatureClass] = {
    "ADM1": _F.ADMIN1, "ADM2": _F.ADMIN2, "ADM3": _F.ADMIN2, "ADM4": _F.ADMIN2,
    "ADM5": _F.ADMIN2, "ADMD": _F.ADMIN2, "AIRP": _F.AIRPORT, "AIRF": _F.AIRPORT,
    "AIRH": _F.AIRPORT, "AIRQ": _F.AIRPORT, "AIRB": _F.MILITARY_BASE, "INSM": _F.MILITARY_BASE,
    "MILB": _F.MILITARY_BASE, "NVB": _F.MILITARY_BASE, "BSTN": _F.MILITARY_BASE,
    "CMPRF": _F.CAMP, "CMP": _F.CAMP, "CSTM": _F.BORDER_CROSSING, "PSTB": _F.BORDER_CROSSING,
    "CONT": _F.CONTINENT, "STM": _F.RIVER, "STMS": _F.RIVER, "STMI": _F.RIVER, "WAD": _F.RIVER,
    "CNL": _F.RIVER, "LK": _F.LAKE, "LKS": _F.LAKE, "RSV": _F.LAKE, "LGN": _F.LAKE,
    "SEA": _F.SEA, "OCN": _F.SEA, "GULF": _F.SEA, "BAY": _F.SEA, "STRT": _F.STRAIT,
    "CHN": _F.STRAIT, "ISL": _F.ISLAND, "ISLS": _F.ISLAND, "DSRT": _F.DESERT, "ERG": _F.DESERT,
}  # fmt: skip
_BY_CLASS: Mapping[str, FeatureClass] = {
    "A": _F.ADMIN2, "P": _F.POPULATED_PLACE, "S": _F.FACILITY, "T": _F.MOUNTAINS,
    "H": _F.RIVER, "L": _F.REGION, "R": _F.FACILITY, "V": _F.REGION, "U": _F.SEA,
}  # fmt: skip
_COUNTRIES = frozenset({"PCL", "PCLI", "PCLD", "PCLF", "PCLS", "PCLIX", "TERR"})
_HISTORICAL = ("H",)
_NOT_NAMES = frozenset(
    {b"link", b"post", b"iata", b"icao", b"faac", b"wkdt", b"unlc", b"tcid", b"phon", b"piny"}
)
"""Language codes of alternateNamesV2 that mark something else than a name."""


def is_dump(path: Path) -> bool:
    """Whether a file looks like a GeoNames dump: 19 columns, an id, two coordinates."""
    try:
        with _opened(path) as lines:
            first = next(iter(lines), b"").decode("utf-8", "replace").rstrip("\n").split("\t")
    except (OSError, SourceError, zipfile.BadZipFile):
        return False
    return len(first) == _COLUMNS and first[0].isdigit() and len(first[6]) <= 1


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """Lines of a text file, or of the one inside a zip that is named like it."""
    if path.suffix.lower() != ".zip":
        with path.open("rb") as lines:
            yield lines
        return
    with zipfile.ZipFile(path) as archive:
        wanted = f"{path.stem}.txt"
        if wanted not in archive.namelist():
            raise SourceError(f"{path}: holds no {wanted}; unpack it and name the file in it")
        with archive.open(wanted) as raw:
            yield io.BufferedReader(raw, 1 << 20)  # type: ignore[type-var]


def places(
    path: Path,
    *,
    unit_of: Callable[[str, str], str | None] | None = None,
    has_unit: Callable[[str, LngLat, tuple[str, ...]], bool] | None = None,
    alternates: AlternateNames | None = None,
) -> Iterator[Record | Problem]:
    """Every place of a dump.

    Parameters
    ----------
    path
        Text or zip as GeoNames publishes it.
    unit_of
        From country and admin-1 code to the `place_id` of a first-order unit.
    has_unit
        Whether the store holds a first-order unit of this country, point and names: then
        the row, a point, adds nothing and is left out.
    alternates
        Names of alternateNamesV2.
    """
    with _opened(path) as lines:
        for number, raw in enumerate(lines, start=1):
            try:
                yield _place(raw, number, unit_of, has_unit, alternates)
            except (ValueError, UnicodeDecodeError) as error:
                yield Problem(f"line {number}", str(error))


def _place(
    raw: bytes,
    number: int,
    unit_of: Callable[[str, str], str | None] | None,
    has_unit: Callable[[str, LngLat, tuple[str, ...]], bool] | None,
    alternates: AlternateNames | None,
) -> Record | Problem:
    cells = raw.decode("utf-8").rstrip("\r\n").split("\t")
    if len(cells) != _COLUMNS:
        raise ValueError(f"{len(cells)} columns; a GeoNames dump has {_COLUMNS}")
    key, name, plain, others, lat, lng, letter, code, country = cells[:9]
    if not key.isdigit():
        raise ValueError(f"{key!r} is no GeoNames id")
    if code in _COUNTRIES:
        return Problem(f"line {number}", "a country: the embedded polygon is kept", left_out=True)
    if code.endswith(_HISTORICAL) and code not in {"AIRH", "STMH"} and letter in {"A", "P"}:
        return Problem(f"line {number}", "a place that exists no more", left_out=True)
    feature_class = _BY_CODE.get(code) or _BY_CLASS.get(letter, FeatureClass.REGION)
    listed = [name, plain, *others.split(",")] if others else [name, plain]
    if alternates is not None:
        listed += alternates.of(int(key))
    names = distinct([text for i, text in enumerate(listed) if i < 2 or not _is_code(text)])
    point = point_of(lng, lat)
    if feature_class is FeatureClass.ADMIN1 and has_unit and has_unit(country, point, names):
        return Problem(
            f"line {number}", "a first-order unit: the embedded polygon is kept", left_out=True
        )
    return Record(
        made_place(
            f"geonames:{key}",
            names,
            feature_class,
            point,
            country_code=country or None,
            source="GeoNames",
            admin1=unit_of(country, cells[10]) if unit_of and cells[10] else None,
            population=count_of(cells[14]),
        ),
        names,
    )


def _is_code(name: str) -> bool:
    """Airport codes and links stand among GeoNames' alternate names."""
    return (len(name) <= 4 and name.isascii() and name.isupper()) or name.startswith("http")


def admin1_names(path: Path) -> dict[tuple[str, str], tuple[str, ...]]:
    """Names by country and code out of `admin1CodesASCII.txt`.

    Raises
    ------
    SourceError
        If a line is not `SY.04<tab>name<tab>ascii name<tab>id`.
    """
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        cells = line.split("\t")
        country, dot, code = cells[0].partition(".")
        if len(cells) < 3 or not dot:
            raise SourceError(f"{path}, line {number}: not an admin-1 code and two names")
        found[country, code] = tuple(dict.fromkeys(n for n in cells[1:3] if fold(n)))
    return found


class AlternateNames:
    """Names of alternateNamesV2.txt by GeoNames id; the file is mapped, not held.

    Parameters
    ----------
    path
        The unpacked text file. It is read once for the place of each name in it: twelve
        bytes a name are held.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._text = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        keys: list[NDArray[np.int64]] = []
        starts: list[NDArray[np.int64]] = []
        ids: list[int] = []
        offsets: list[int] = []
        at = 0
        for line in iter(self._text.readline, b""):
            cells = line.split(b"\t", 4)
            if len(cells) > 3 and cells[1].isdigit() and cells[2] not in _NOT_NAMES:
                ids.append(int(cells[1]))
                offsets.append(at)
            at += len(line)
            if len(ids) >= 1_000_000:
                keys.append(np.array(ids, dtype=np.int64))
                starts.append(np.array(offsets, dtype=np.int64))
                ids.clear()
                offsets.clear()
        keys.append(np.array(ids, dtype=np.int64))
        starts.append(np.array(offsets, dtype=np.int64))
        all_keys = np.concatenate(keys).astype(np.int32)
        order = np.argsort(all_keys, kind="stable")
        self._keys = all_keys[order]
        self._starts = np.concatenate(starts)[order]

    def of(self, geonameid: int) -> list[str]:
        """Names of a place, as listed."""
        left = int(self._keys.searchsorted(np.int32(geonameid)))
        right = int(self._keys.searchsorted(np.int32(geonameid), side="right"))
        names = []
        for start in self._starts[left:right].tolist():
            end = self._text.find(b"\n", start)
            line = self._text[start : end if end >= 0 else len(self._text)]
            names.append(line.split(b"\t")[3].decode("utf-8", "replace"))
        return names

    def close(self) -> None:
        """Let the file go."""
        self._text.close()
