"""What the gazetteer speaks of: places, references to them, and answers.

Everything here is frozen. Angles are WGS84 degrees (EPSG:4326), lengths are metres,
and axis order is a type: `LngLat` and `Bounds`, never a bare pair.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

__all__ = [
    "Along",
    "AnyOf",
    "Between",
    "Border",
    "Bounds",
    "Candidate",
    "Coordinates",
    "FeatureClass",
    "Footprint",
    "KindWithin",
    "LngLat",
    "Mention",
    "Name",
    "Near",
    "Off",
    "Offset",
    "Part",
    "Place",
    "PlaceReference",
    "Resolution",
    "ResolutionStatus",
    "TrailStep",
    "Unlocatable",
    "Within",
]


class LngLat(NamedTuple):
    """A point, longitude first, in WGS84 degrees."""

    lng: float
    lat: float


class Bounds(NamedTuple):
    """A box in WGS84 degrees; `west > east` where it crosses the antimeridian."""

    west: float
    south: float
    east: float
    north: float


class FeatureClass(StrEnum):
    """What kind of thing a place is; `features.py` gives each a default extent."""

    COUNTRY = "country"
    ADMIN1 = "admin1"
    ADMIN2 = "admin2"
    POPULATED_PLACE = "populated_place"
    AIRPORT = "airport"
    MILITARY_BASE = "military_base"
    FACILITY = "facility"
    CAMP = "camp"
    BORDER_CROSSING = "border_crossing"
    BORDER = "border"
    REGION = "region"
    CONTINENT = "continent"
    SEA = "sea"
    STRAIT = "strait"
    RIVER = "river"
    LAKE = "lake"
    MOUNTAINS = "mountains"
    DESERT = "desert"
    ISLAND = "island"


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the gazetteer."""

    place_id: str
    """`source:id`, such as `geonames:170063`; stable between builds."""
    name: str
    """Preferred English name."""
    feature_class: FeatureClass
    point: LngLat
    """Representative point: where a person would put it."""
    country_code: str | None = None
    """ISO 3166-1 alpha-2, or None for what no country holds alone."""
    admin1: str | None = None
    """`place_id` of the first-order unit that holds it, if known."""
    population: int = 0
    name_count: int = 0
    """How many names the sources give it: a measure of renown."""
    extent_m: float = 0.0
    """Radius of a disc of the place's own area; 0 where nothing is known."""
    has_geometry: bool = False
    """Whether the store holds a polygon or line for it."""
    source: str = ""
    verified: bool = True
    """False for a curated row whose source was not opened; such a row is drawn wider."""


# --- What a text calls a place: a small expression tree ------------------------------


@dataclass(frozen=True, slots=True)
class Name:
    """A toponym, with the feature class if a type word stood beside it."""

    text: str
    feature_class: FeatureClass | None = None
    type_word: str | None = None
    """The type word as said: "province", "oblast", "village"."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a place: "eastern Syria", "the outskirts of Damascus"."""

    part: str
    """One of north, northeast, ..., northwest, central, far-<direction>, outskirts, countryside."""
    of: PlaceReference


@dataclass(frozen=True, slots=True)
class Border:
    """The border between two or more places, or the border of one."""

    sides: tuple[PlaceReference, ...]
    on_side: PlaceReference | None = None
    """"the Syrian side": the strip is kept to this place."""


@dataclass(frozen=True, slots=True)
class Near:
    """Near, around, outside, in the vicinity of; the word as said is kept."""

    of: PlaceReference
    word: str = "near"


@dataclass(frozen=True, slots=True)
class Offset:
    """A distance, and perhaps a direction, from a place: "22 miles west of Wana"."""

    origin: PlaceReference
    distance_min_m: float | None
    distance_max_m: float | None
    """None for both: "west of Wana" with no distance."""
    bearing_deg: float | None
    """Clockwise from true north; None for "10 km from"."""
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Between:
    """Between two or more places, or on the road between them."""

    ends: tuple[PlaceReference, ...]
    road: bool = False


@dataclass(frozen=True, slots=True)
class Along:
    """Along a line: a river, a road, a coast, a border."""

    line: PlaceReference
    side: str | None = None
    """One of east, west, north, south, upstream, downstream; None for both banks."""


@dataclass(frozen=True, slots=True)
class Off:
    """In the sea off a coast, or in the airspace or waters of a place."""

    of: PlaceReference
    kind: str = "coast"
    """One of coast, waters, airspace."""


@dataclass(frozen=True, slots=True)
class KindWithin:
    """Unnamed places of a kind within a place: "Iraqi bases", "a US base in Syria"."""

    kind: str
    """The head noun, singular: "base", "airfield", "refinery"."""
    within: PlaceReference
    feature_class: FeatureClass | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Within:
    """A place inside another: "Kari Kot, South Waziristan"."""

    inner: PlaceReference
    outer: PlaceReference


@dataclass(frozen=True, slots=True)
class AnyOf:
    """A list or an alternative: "Homs and Hama provinces", "X or Y"."""

    members: tuple[PlaceReference, ...]
    conjunction: str = "and"


@dataclass(frozen=True, slots=True)
class Coordinates:
    """A position given in figures, with the precision that its digits state."""

    point: LngLat
    precision_m: float
    notation: str = "decimal"


@dataclass(frozen=True, slots=True)
class Unlocatable:
    """A place, but nowhere on Earth to draw it: "an undisclosed location"."""

    text: str
    why: str


PlaceReference: TypeAlias = (
    Name
    | Part
    | Border
    | Near
    | Offset
    | Between
    | Along
    | Off
    | KindWithin
    | Within
    | AnyOf
    | Coordinates
    | Unlocatable
)


# --- Answers -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Candidate:
    """A gazetteer row that a name may mean."""

    place: Place
    score: float
    """Between 0 and 1 among the candidates of one name."""
    match: str = "exact"
    """How the name was matched: exact, transliterated, type-word, fuzzy."""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TrailStep:
    """One step of how a footprint came about, fit to be read aloud."""

    rule: str
    text: str
    place_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Footprint:
    """A region of belief: where the point of an informed coder would lie.

    `region_50` and `region_90` are Polygon or MultiPolygon in EPSG:4326 and hold that
    point with the stated probability; `region_50` lies inside `region_90`.
    """

    point: LngLat
    region_50: BaseGeometry
    region_90: BaseGeometry
    where_prec: int
    """UCDP 1-7, as the words state it: a village is exact, known to the gazetteer or not."""
    trail: tuple[TrailStep, ...] = ()
    drawn_prec: int | None = None
    """UCDP class of what the regions show, where it is coarser than `where_prec`: the
    country, for a village that the gazetteer does not hold. None: the same."""


class ResolutionStatus(StrEnum):
    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Resolution:
    """The answer to one place reference; never an exception."""

    text: str
    status: ResolutionStatus
    reason: str
    """One sentence for a person."""
    reference: PlaceReference | None = None
    name: str | None = None
    places: tuple[Place, ...] = ()
    footprint: Footprint | None = None
    candidates: tuple[Candidate, ...] = field(default=())
    country_code: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place name found in running text. Offsets are code points, end exclusive."""

    start: int
    end: int
    text: str
    place: Place | None
    """None for a name that only its frame shows to be a place."""
    score: float
    role: str
    """`literal` (a location) or `associative` (a government, a people, a team)."""
    form: str
    """`name` or `demonym`."""
    candidates: tuple[Candidate, ...] = ()

    @property
    def bound(self) -> Place | None:
        """Of a name that no source has, or has elsewhere only, the place around it."""
        if self.place is not None or not self.candidates:
            return None
        first = self.candidates[0]
        return first.place if first.match in ("context", "elsewhere") else None
