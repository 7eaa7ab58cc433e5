"""The gazetteer for the tools that people already use: geopy, pandas and GeoPandas.

`FootprintGeocoder` is a geopy geocoder, so `geopandas.tools.geocode` takes it; it works
offline and in bulk. `resolve_frame` resolves a column and keeps what a point loses: the
regions, the precision, the reason and the trail. An online geocoder of geopy may stand
behind the gazetteer as a last resort; it is off unless one is handed over, waits between
requests, and asks each question once, ever: answers are kept on disk.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from gazetteer.exchange import resolution_to_json
from gazetteer.model import Resolution
from gazetteer.resolver import Gazetteer

if TYPE_CHECKING:
    import geopandas
    import pandas as pd

__all__ = ["FootprintGeocoder", "LastResort", "resolve_frame"]

_POLITE_SECONDS = 1.0
"""Between two requests: what the usage policy of OpenStreetMap's Nominatim asks."""


class LastResort:
    """An online geocoder behind the gazetteer: slow on purpose, and cached on disk.

    Parameters
    ----------
    geocode
        The `geocode` method of a geopy geocoder. Give that geocoder a `user_agent` with
        the name of your application and an address to write to.
    cache
        File (SQLite) that keeps every answer, also "nothing found".
    seconds
        Least time between two requests.
    clock, sleep
        The clock and the wait, for tests.
    """

    def __init__(
        self,
        geocode: Callable[[str], Any],
        cache: Path,
        *,
        seconds: float = _POLITE_SECONDS,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._geocode, self._seconds = geocode, seconds
        self._clock, self._sleep = clock, sleep
        self._last: float | None = None
        self._cache = cache
        with self._opened() as base:
            base.execute("CREATE TABLE IF NOT EXISTS answers (query TEXT PRIMARY KEY, answer TEXT)")

    def __call__(self, query: str) -> Location | None:
        """The answer from disk, or from the service after a polite wait."""
        with self._opened() as base:
            row = base.execute("SELECT answer FROM answers WHERE query = ?", (query,)).fetchone()
        if row is None:
            answer = self._asked(query)
            with self._opened() as base:
                base.execute("INSERT OR REPLACE INTO answers VALUES (?, ?)", (query, answer))
        else:
            answer = row[0]
        held = json.loads(answer)
        if held is None:
            return None
        return Location(held["address"], Point(held["lat"], held["lon"]), held["raw"])

    def _asked(self, query: str) -> str:
        if self._last is not None:
            self._sleep(max(0.0, self._seconds - (self._clock() - self._last)))
        self._last = self._clock()
        found = self._geocode(query)
        if found is None:
            return "null"
        held = {"address": found.address, "lat": found.latitude, "lon": found.longitude,
                "raw": {"source": "online"}}  # fmt: skip
        return json.dumps(held)

    def _opened(self) -> Any:
        return _Closing(self._cache)


class _Closing:
    """A connection that commits and closes at the end of its block."""

    def __init__(self, path: Path) -> None:
        self._base = sqlite3.connect(path)

    def __enter__(self) -> sqlite3.Connection:
        return self._base

    def __exit__(self, *_: object) -> None:
        self._base.commit()
        self._base.close()


class FootprintGeocoder(Geocoder):  # type: ignore[misc]  # geopy has no types
    """A geopy geocoder over the gazetteer.

    Parameters
    ----------
    gazetteer
        By default the embedded one.
    country
        The country that every query is in, if that is certain.
    last_resort
        Asked when the gazetteer finds nothing; by default nobody is.

    Examples
    --------
    >>> place = FootprintGeocoder().geocode("Deir ez-Zor")
    >>> round(place.latitude, 1), place.raw["where_prec"]
    (35.3, 1)
    >>> FootprintGeocoder().geocode("an undisclosed location") is None
    True
    """

    def __init__(
        self,
        gazetteer: Gazetteer | None = None,
        *,
        country: str | None = None,
        last_resort: LastResort | None = None,
        **geopy: Any,
    ) -> None:
        super().__init__(**geopy)
        self._gazetteer = gazetteer or Gazetteer.open()
        self._country, self._last_resort = country, last_resort

    def geocode(
        self, query: str, *, exactly_one: bool = True, country: str | None = None
    ) -> Location | list[Location] | None:
        """The best point of a place reference, with the whole answer in `raw`.

        Returns
        -------
        Location, list of Location or None
            None where nothing can be drawn. With `exactly_one=False` a list, the
            candidates after the answer.
        """
        answer = self._gazetteer.resolve(query, country=country or self._country)
        if answer.footprint is None:
            found = self._last_resort(query) if self._last_resort else None
            return found if exactly_one or found is None else [found]
        best = self._located(answer)
        if exactly_one:
            return best
        others = [
            Location(c.place.name, Point(c.place.point.lat, c.place.point.lng), {"score": c.score})
            for c in answer.candidates[1:]
        ]
        return [best, *others]

    def _located(self, answer: Resolution) -> Location:
        raw = resolution_to_json(answer, self._gazetteer)
        return Location(answer.name, Point(raw["lat"], raw["lon"]), raw)


def resolve_frame(
    frame: pd.DataFrame,
    column: str,
    *,
    country: str | None = None,
    gazetteer: Gazetteer | None = None,
    geometry: str = "region_90",
) -> geopandas.GeoDataFrame:
    """Resolve a column of place references.

    Parameters
    ----------
    frame
        Any table; it is copied, its index kept.
    column
        Holds the place references; missing values stay unresolved.
    country
        Name of a column with countries, or one country for all rows.
    gazetteer
        By default the embedded one.
    geometry
        Which becomes the geometry: `region_90`, `region_50` or `point`.

    Returns
    -------
    geopandas.GeoDataFrame
        The table with `resolution_status`, `resolved_name`, `place_ids`, `country_code`,
        `where_prec`, `reason`, `trail`, `point`, `region_50` and `region_90`, in EPSG:4326.

    Raises
    ------
    KeyError
        If there is no such column.
    """
    import geopandas
    import shapely

    held = gazetteer or Gazetteer.open()
    texts = frame[column]
    if country is not None and country in frame.columns:
        countries: Sequence[Any] = list(frame[country])
    else:
        countries = [country] * len(frame)
    answers = [
        held.resolve(text, country=where if isinstance(where, str) else None)
        if isinstance(text, str)
        else None
        for text, where in zip(texts, countries, strict=True)
    ]
    prints = [answer.footprint if answer else None for answer in answers]
    out = frame.copy()
    out["resolution_status"] = [str(a.status) if a else None for a in answers]
    out["resolved_name"] = [a.name if a else None for a in answers]
    out["place_ids"] = [tuple(p.place_id for p in a.places) if a else () for a in answers]
    out["country_code"] = [a.country_code if a else None for a in answers]
    out["where_prec"] = [f.where_prec if f else None for f in prints]
    out["reason"] = [a.reason if a else None for a in answers]
    out["trail"] = [tuple(step.text for step in f.trail) if f else () for f in prints]
    shapes = {
        "point": [shapely.Point(f.point) if f else None for f in prints],
        "region_50": [f.region_50 if f else None for f in prints],
        "region_90": [f.region_90 if f else None for f in prints],
    }
    for name, values in shapes.items():
        out[name] = geopandas.GeoSeries(values, index=frame.index, crs="EPSG:4326")
    return geopandas.GeoDataFrame(out, geometry=geometry, crs="EPSG:4326")
