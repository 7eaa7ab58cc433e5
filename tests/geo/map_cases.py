"""Located incidents made by hand, for tests of the map; no gazetteer needed."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

from shapely import Point, box
from shapely.affinity import scale
from shapely.geometry.base import BaseGeometry

from gazetteer.model import Footprint, LngLat, Resolution, ResolutionStatus, TrailStep
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
    "${window.pwned=1}",
    "</script><script>window.pwned=1</script>",
    "`;window.pwned=1;`",
    "\\0 \\1 \\u0041 \\x3cscript>",
    "<img src=x onerror=window.pwned=1>",
    "javascript:window.pwned=1",
    "--> <!--<script>",
    "]]></style><script>window.pwned=1</script>",
    "{{7*7}}{% raw %}",
    "\"' onmouseover=window.pwned=1 x='",
    "<svg onload=window.pwned=1>",
    "\u2028\u2029\u202e evil",
)
"""Each was seen to run, or to break a page, when pasted into markup or script."""


def footprint(area: BaseGeometry, core: BaseGeometry, where_prec: int) -> Footprint:
    middle = core.representative_point()
    return Footprint(
        LngLat(middle.x, middle.y), core, area, where_prec, (TrailStep("rule", "Made by hand."),)
    )


def disc(lng: float, lat: float, radius_deg: float) -> BaseGeometry:
    return scale(Point(lng, lat).buffer(radius_deg, 16), 1.2, 1.0)


def incident(number: int, kind: str = "airstrike", **changes: object) -> Incident:
    made = Incident(
        f"i{number}",
        "report",
        "Explosions/Remote violence",
        "Air/drone strike",
        kind,
        date=DatePhrase(
            "on Monday", "2021-06-28", dt.date(2021, 6, 28), dt.date(2021, 6, 28), date_prec=1
        ),
        place=PlaceMention("near the river", 10, 24),
        actors=(Actor("Air force", "state"),),
        targets=("a depot",),
        weapons=("bombs",),
        attribution=("officials",),
        quotes=(
            Quote(f"Quote number {number} of the report.", 10 * number, 10 * number + 30, "report"),
        ),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def resolution(area: Footprint | None, text: str = "near the river") -> Resolution:
    if area is None:
        return Resolution(text, ResolutionStatus.NOT_FOUND, "No such place in the gazetteer.")
    return Resolution(
        text, ResolutionStatus.RESOLVED, "Near a river that is known.", name="River", footprint=area,
        country_code="SY",
    )  # fmt: skip


REPORT = Report(
    "report", "text", "ab" * 32, dt.date(2021, 6, 28), title="A report", source="A source",
    url="https://example.org/report?a=1&b=2",
)  # fmt: skip


def three() -> list[LocatedIncident]:
    """A strip, a province and a country, one of them an open sum."""
    strip = footprint(box(40.4, 33.2, 42.0, 36.6), box(40.8, 34.0, 41.4, 35.4), 5)
    country = footprint(box(39.0, 29.2, 48.4, 37.2), box(43.0, 32.0, 45.4, 35.0), 6)
    small = footprint(disc(38.2, 35.0, 0.02), disc(38.2, 35.0, 0.01), 2)
    since = DatePhrase(
        "since April",
        "2021-04/..",
        dt.date(2021, 4, 1),
        dt.date(2021, 6, 28),
        open_end=True,
        date_prec=5,
    )
    return [
        LocatedIncident(incident(0, count_min=3, count_max=3), resolution(strip)),
        LocatedIncident(
            incident(1, "drone_attack", count_min=5, count_max=None, date=since, event_clarity=2,
                     actors=(Actor("Militias", "group"),)),
            resolution(country),
        ),
        LocatedIncident(incident(2, "shelling", fatalities_min=2), resolution(small)),
        LocatedIncident(incident(3, "abduction", date=None, place=None), resolution(None)),
    ]  # fmt: skip


def hostile() -> tuple[list[LocatedIncident], list[Report]]:
    """Every text field of two incidents and of their report tries to run."""
    bad = " ".join(HOSTILE)
    first = incident(
        0, bad[:120], incident_id=bad, event_type=bad, sub_event_type=bad, stage=bad,
        date=replace(three()[0].incident.date or DatePhrase("", None, None, None), text=bad, edtf=bad,
                     time_of_day=bad),
        place=PlaceMention(bad, 0, 1), places=(PlaceMention(bad, 0, 1),), actors=(Actor(bad),),
        targets=(bad,), weapons=(bad,), attribution=(bad,), claimed_by=(bad,), denied_by=(bad,),
        strike_status=bad, quotes=(Quote(bad, 0, 1, "report"), Quote(bad, 5, 6, "report")),
    )  # fmt: skip
    area = footprint(disc(38.0, 35.0, 0.6), disc(38.0, 35.0, 0.3), 3)
    area = replace(area, trail=(TrailStep(bad, bad), TrailStep("b", bad + "!")))
    answer = Resolution(
        bad, ResolutionStatus.RESOLVED, bad, name=bad, footprint=area, country_code=bad
    )
    report = replace(REPORT, title=bad, source=bad, url="javascript:window.pwned=1", licence=bad)
    return [LocatedIncident(first, answer), *three()[1:]], [report]


def many(
    count: int, regions: int, seed: int = 7, radii: tuple[float, ...] = (0.01, 0.05, 0.2)
) -> list[LocatedIncident]:
    """`count` incidents at `regions` places of Syria and Iraq."""
    rnd = random.Random(seed)
    places = []
    for _ in range(regions):
        lng, lat, radius = rnd.uniform(36, 47), rnd.uniform(31, 37), rnd.choice(radii)
        places.append(
            resolution(
                footprint(disc(lng, lat, radius), disc(lng, lat, radius / 2), rnd.choice((1, 2, 3)))
            )
        )
    words = [
        "rockets",
        "shells",
        "forces",
        "convoy",
        "village",
        "hospital",
        "market",
        "bridge",
        "officials",
        "residents",
        "night",
    ]
    kinds = ("airstrike", "shelling", "drone_attack", "ied", "armed_clash")
    made = []
    for number in range(count):
        day = dt.date(2018, 1, 1) + dt.timedelta(rnd.randrange(1200))
        date = DatePhrase(day.isoformat(), day.isoformat(), day, day, date_prec=1)
        text = " ".join(rnd.choice(words) for _ in range(25))
        made.append(
            LocatedIncident(
                incident(
                    number,
                    rnd.choice(kinds),
                    date=date,
                    quotes=(Quote(text, number, number + 5, "report"),),
                ),
                rnd.choice(places),
            )
        )
    return made
