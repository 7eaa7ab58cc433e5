"""Hypothesis strategies for incidents, their places and their reports."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import shapely
from hypothesis import strategies as st

from gazetteer.geodesy import disc, polygonal
from gazetteer.model import (
    Candidate,
    FeatureClass,
    Footprint,
    LngLat,
    Place,
    Resolution,
    ResolutionStatus,
    TrailStep,
)
from geo.formats.regions import tidy
from geo.model import (
    Actor,
    DatePhrase,
    Incident,
    LocatedIncident,
    PlaceMention,
    Quote,
    Report,
)

HOSTILE = (
    "</script><script>alert(1)</script>", "${7*7}", "`", "\\1", "<img src=x onerror=alert(1)>",
    "=1+1", "+1", "-1", "@SUM(A1)", "'", "'=x", "\t=x", "a; b", "a | b", ' "quoted" ', "a,b\nc",
    "\r\n", "دير الزور", "Дніпро", "e\u0301", "\u2028", "null", "NaN", "true", "0", "{", "[1]",
)  # fmt: skip

texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=12),
)
ids = st.text("abcdef0123456789-", min_size=1, max_size=10)
dates = st.dates(dt.date(1600, 1, 1), dt.date(2200, 12, 31))
lists = st.lists(texts, max_size=3).map(tuple)
codes = st.sampled_from(["IQ", "SY", "UA", None])


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


@st.composite
def spans(draw: st.DrawFn) -> tuple[int, int, str]:
    text = draw(texts)
    start = draw(st.integers(0, 10_000))
    return start, start + len(text), text


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
    start, end, text = draw(spans())
    return Quote(text, start, end, draw(ids))


@st.composite
def mentions(draw: st.DrawFn) -> PlaceMention:
    start, end, text = draw(spans())
    return PlaceMention(text, start, end, country=draw(maybe(texts)), country_code=draw(codes))


@st.composite
def date_phrases(draw: st.DrawFn) -> DatePhrase:
    days = sorted(draw(st.tuples(dates, dates)))
    start, end = draw(st.sampled_from([tuple(days), (None, days[1]), (None, None)]))
    return DatePhrase(
        draw(texts | st.just("")),
        draw(st.just("2021-06-28") if end is None else maybe(st.just("2021-06-28"))),
        start,
        end,
        open_end=draw(st.booleans()),
        date_prec=draw(maybe(st.integers(1, 5))),
        time_of_day=draw(maybe(texts)),
    )


def ranges(low: int) -> st.SearchStrategy[tuple[int, int]]:
    numbers = st.integers(low, 10**6)
    return st.tuples(numbers, numbers).map(lambda pair: (min(pair), max(pair)))


@st.composite
def incidents(draw: st.DrawFn) -> Incident:
    count_min, count_max = draw(ranges(0))
    dead, hurt = draw(maybe(ranges(0))), draw(maybe(ranges(0)))
    place = draw(maybe(mentions()))
    others = draw(st.lists(mentions(), max_size=2).map(tuple))
    actors = st.builds(Actor, texts, st.sampled_from(["state", "group", "unknown"]), codes)
    return Incident(
        incident_id=draw(ids),
        report_id=draw(ids),
        event_type=draw(texts),
        sub_event_type=draw(texts),
        kind=draw(st.sampled_from(["airstrike", "shelling", "other"])),
        date=draw(maybe(date_phrases())),
        place=place,
        places=(place, *others) if place else others,
        actors=draw(st.lists(actors, max_size=3).map(tuple)),
        targets=draw(lists),
        target_kinds=draw(lists),
        weapons=draw(lists),
        count_min=count_min,
        count_max=draw(st.sampled_from([count_max, None])),
        event_clarity=draw(st.sampled_from([1, 2])),
        fatalities_min=dead and dead[0],
        fatalities_max=dead and dead[1],
        injuries_min=hurt and hurt[0],
        injuries_max=hurt and hurt[1],
        attribution=draw(lists),
        claimed_by=draw(lists),
        denied_by=draw(lists),
        strike_status=draw(maybe(st.just("declared"))),
        stage=draw(st.sampled_from(["occurred", "foiled"])),
        quotes=draw(st.lists(quotes(), max_size=3).map(tuple)),
        related=draw(st.lists(ids, max_size=2).map(tuple)),
        edited=draw(st.lists(st.sampled_from(["kind", "place"]), max_size=2).map(tuple)),
    )


points = st.builds(
    lambda lng, lat: LngLat(round(lng, 5), round(lat, 5)),
    st.floats(-180, 180),
    st.floats(-85, 85),
)
places = st.builds(
    Place,
    place_id=ids,
    name=texts,
    feature_class=st.sampled_from(FeatureClass),
    point=points,
    country_code=codes,
    population=st.integers(0, 10**7),
)
candidates = st.builds(Candidate, places, st.floats(0, 1), reasons=lists)
steps = st.builds(TrailStep, texts, texts, lists)


@st.composite
def raw_regions(draw: st.DrawFn, *, around: LngLat) -> shapely.geometry.base.BaseGeometry:
    """What a resolver may give: discs, rings, stars that cross themselves, several parts."""
    radius_m = draw(st.floats(0.2, 3e5))
    shape = disc(around, radius_m, vertices=draw(st.sampled_from([8, 48])))
    form = draw(st.sampled_from(["disc", "ring", "two", "bow tie"]))
    west, south, east, north = shape.bounds
    if form == "ring":
        shape = shape.difference(disc(around, radius_m / 2))
    elif form == "two" and around.lat < 80:
        shape = shape.union(disc((around.lng, around.lat + 4.5), radius_m / 2))
    elif form == "bow tie" and east - west < 180:
        shape = shapely.Polygon([(west, south), (east, north), (east, south), (west, north)])
    return shape if form == "bow tie" else polygonal(shape)


@st.composite
def footprints(draw: st.DrawFn) -> Footprint:
    point = draw(points)
    outer = tidy(draw(raw_regions(around=point)))
    inner = draw(st.sampled_from([outer, tidy(disc(point, 900.0))]))
    trail = draw(st.lists(steps, max_size=2).map(tuple))
    return Footprint(point, inner, outer, draw(st.integers(1, 7)), trail)


@st.composite
def resolutions(draw: st.DrawFn) -> Resolution:
    footprint = draw(maybe(footprints()))
    return Resolution(
        text=draw(texts),
        status=draw(st.sampled_from(ResolutionStatus)),
        reason=draw(texts),
        name=draw(maybe(texts)),
        places=draw(st.lists(places, max_size=2).map(tuple)),
        footprint=footprint,
        candidates=draw(st.lists(candidates, max_size=2).map(tuple)),
        country_code=draw(codes),
    )


located_incidents = st.builds(LocatedIncident, incidents(), resolutions())
several_located = st.lists(located_incidents, max_size=3).map(tuple)
reports = st.builds(
    Report,
    report_id=ids,
    text=st.just(""),
    sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
    published=maybe(dates),
    title=maybe(texts),
    source=maybe(texts),
    url=maybe(texts),
    dateline=maybe(texts),
    notes=lists,
    licence=maybe(texts),
)
several_reports = st.lists(reports, max_size=3, unique_by=lambda r: r.report_id).map(tuple)


def with_ids(items: tuple[LocatedIncident, ...]) -> tuple[LocatedIncident, ...]:
    """The same with ids that differ."""
    return tuple(
        dataclasses.replace(
            item, incident=dataclasses.replace(item.incident, incident_id=f"i{number}")
        )
        for number, item in enumerate(items)
    )
