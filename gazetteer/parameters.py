"""How wide words are: every number that a footprint rests on, in one place.

`tests/calibration/fit.py` fits the six marked "fitted" on places that coders have put on
the map in four countries, leaving one file out each time, and prints the values of each fold;
what stands here is the fit on all of them. The others are set by hand from what is named
beside them.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["DEFAULTS", "Parameters"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """Lengths are metres, shares are between 0 and 1."""

    # --- where a coder puts the point of a named place
    town_scale_m: float = 700.0
    """Scale of the belief around a populated place of unknown size. Fitted."""
    town_growth: float = 0.15
    """The scale grows with population to this power, from 5,000 people on: fourfold from
    a small town to ten million, as built-up radii do."""
    town_tail: float = 1.4
    """Tail of that belief; smaller is heavier. Fitted."""
    site_scale_m: float = 1_500.0
    """Scale for airports, bases and other facilities: half a runway."""
    unverified_scale_m: float = 6_000.0
    """Scale for a curated region whose source was not opened."""
    unverified_site_scale_m: float = 2_500.0
    """The same for a site: told to the town, and a town's own radius."""
    district_scale_m: float = 24_000.0
    """Scale for a district known by the town it is named for: 14 km held two thirds of
    coded district points where nine tenths were stated, so it is wider."""

    # --- relations
    near_scale_m: float = 2_500.0
    """"Near", "outside". Coalition statements against their own grid references: median
    1.0 km, p75 2.5, p90 22: a heavy tail."""
    near_tail: float = 0.6
    """Tail of that belief, from the same figures."""
    outskirts_scale_m: float = 1_800.0
    """"Outskirts": this and four fifths of the town's own radius."""
    countryside_scale_m: float = 18_000.0
    """"Countryside" of a town: its district."""
    offset_scale_m: float = 2_500.0
    """What "N miles from X" is off by before the distance tells: where X begins."""
    offset_tail: float = 0.9
    """One in ten is off by more than three times the scale: a direction or a town mistaken,
    as one in eight was in a list of drone strikes."""
    offset_spread: float = 0.15
    """Error of a stated distance and direction, as a share of the distance: one of eight
    directions is off by 11 degrees in the mean (0.2), and most are told closer."""
    border_half_width_50_m: float = 12_000.0
    """Half width of a border strip that holds half of the belief."""
    border_half_width_90_m: float = 35_000.0
    """Half width that holds nine tenths: an hour's drive, short of the next big city."""
    tripoint_scale_m: float = 45_000.0
    """Around a meeting point of three countries."""
    line_half_width_50_m: float = 4_000.0
    """Either side of a road, river or line."""
    line_half_width_90_m: float = 12_000.0
    """See above."""
    between_share: float = 0.2
    """Half width of "between X and Y" as a share of their distance."""
    coast_reach_50_m: float = 25_000.0
    """"Off the coast": about the territorial sea of 12 nautical miles (22 km)."""
    coast_reach_90_m: float = 80_000.0
    """About the contiguous zone and the sight of shore radar (40 nautical miles)."""

    # --- parts of an area
    part_from: float = 0.62
    """"Eastern" begins where this share of the area lies west of it."""
    far_from: float = 0.8
    """The same for "far eastern"."""
    part_fade: float = 0.05
    """Over which share of the area it fades in."""
    central_share: float = 0.35
    """"Central" is this share of the area, the most inward."""
    part_floor: float = 0.6
    """Share of the belief that ignores where people are."""

    # --- where people and facilities are, for a name that is unknown inside an area
    settled_reach: float = 0.5
    """Spread around each populated place, as a share of the mean spacing of those that
    count. Fitted."""
    settled_most: float = 80_000.0
    """A place counts by its people up to so many. Fitted."""
    settled_floor: float = 0.15
    """Share of the belief that is even over the area: about one in seven places lies where no
    list would look for it. Set by hand, as the scores hardly tell 0.05 from 0.2."""

    # --- how often a match is right, as log-odds
    trust_exact: float = 2.8
    """A name listed in the country given, of what is no village: .95 of 182 towns were
    within 10 km of where coders put them. Set by hand."""
    doubt_village: float = 1.6
    """Taken off for what is called a village: most are too small for the sources, and a listed
    one is often another of the name. Fitted."""
    doubt_spelling: float = 1.6
    """Taken off where only consonants agree, or all letters but one or two. Fitted."""
    trust_nearby: float = 1.5
    """Added where another place of the text lies close by: a chance namesake seldom does. Set
    by hand."""
    doubt_ignored: float = 0.2
    """Below this the chance that no candidate is right is left to the tail: a town in a country
    of thousands is not drawn as the country."""
    crowd_power: float = 1.0
    """A namesake's share grows with the people around it to this power: as do events. Set by
    hand; 0.6 to 1.4 score alike."""


DEFAULTS = Parameters()
