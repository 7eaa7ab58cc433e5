"""How wide words are: every number that a footprint rests on, in one place.

`tests/calibration/fit.py` fits those marked "fitted" on coded events of four countries,
leaving one file out each time, and prints the values of each fold; what stands here is
the fit on all of them, in two rounds on every second text. The others are set by hand
from what is named beside them.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["DEFAULTS", "Parameters"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """Lengths are metres, shares are between 0 and 1."""

    # --- where a coder puts the point of a named place
    town_scale_m: float = 1_000.0
    """Scale of the belief around a populated place of unknown size. Fitted."""
    town_growth: float = 0.15
    """The scale grows with population to this power, from 5,000 people on: fourfold from
    a small town to ten million, as built-up radii do."""
    town_tail: float = 1.1
    """Tail of that belief; smaller is heavier. Fitted."""
    site_scale_m: float = 1_500.0
    """Scale for airports, bases and other facilities: half a runway."""
    unverified_scale_m: float = 6_000.0
    """Scale for a curated row whose source was not opened."""
    district_scale_m: float = 24_000.0
    """Scale for a district known by the town it is named for: 14 km held two thirds of
    coded district points where nine tenths were stated, so it is wider."""

    # --- relations
    near_scale_m: float = 2_500.0
    """"Near", "outside". Coalition statements against their own grid references: median
    1.0 km, p75 2.5, p90 22: a heavy tail."""
    near_tail: float = 0.6
    """Tail of that belief, from the same figures."""
    outskirts_scale_m: float = 4_000.0
    """"Outskirts": the rim of a town. Set to a town's own radius at 100,000 people."""
    countryside_scale_m: float = 18_000.0
    """"Countryside" of a town: its district."""
    offset_scale_m: float = 5_900.0
    """What two teams of coders differ by on drone strikes told as "N miles from X":
    median 10.1 km, p90 57 km, which is this scale with the tail below."""
    offset_tail: float = 0.51
    """See `offset_scale_m`."""
    offset_spread: float = 0.15
    """Error of a stated distance and direction, as a share of the distance."""
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
    settled_reach: float = 0.6
    """Spread around each populated place, as a share of their mean spacing. Fitted."""
    settled_power: float = 0.0
    """A place counts by its population to this power. Fitted."""
    settled_floor: float = 0.12
    """Share of the belief that is even over the area. Fitted."""

    # --- how often a match is right
    trust_exact: float = 0.92
    """A name as said, one such place in the country given. Fitted."""
    trust_village: float = 0.75
    """The same for what is called a village: most are too small for the sources. Fitted."""
    trust_variant: float = 0.95
    """Factor on it after articles or transliteration. Fitted."""
    doubt_namesake: float = 0.0
    """Taken off for each further place of the name. Fitted."""
    trust_skeleton: float = 0.75
    """The same consonants only. Fitted."""
    trust_fuzzy: float = 0.6
    """A letter or two apart. Fitted."""
    doubt_ignored: float = 0.2
    """Below this the chance that no candidate is right is left to the tail. Fitted."""


DEFAULTS = Parameters()
