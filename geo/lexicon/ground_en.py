"""Words for ground that changes hands, and for the ways in which it does so without a fight."""

from __future__ import annotations

__all__ = ["FLAGS", "GROUND", "SEATS", "UNFOUGHT"]

SEATS = (
    "city cities town towns village villages capital palace palaces base bases airport "
    "airports airfield airfields post posts outpost outposts hill hills height heights "
    "bridge bridges barracks garrison garrisons district districts province provinces island "
    "islands control headquarters neighbourhood neighbourhoods neighborhood neighborhoods "
    "quarter quarters suburb suburbs crossing crossings port ports territory position "
    "positions camp camps hamlet hamlets settlement settlements stronghold strongholds "
    "bastion square citadel fortress monastery compound complex ridge seat seats "
    "municipality peninsula enclave township townships checkpoint checkpoints fort"
)
"""Places that are taken and lost."""

GROUND = (
    "area region part parts swathes building buildings embassy hall farm farms road highway "
    "terminal station stations parliament administration ministry prison university hospital "
    "dam refinery oilfield oilfields field fields mine mines roundabout junction centre "
    "center downtown"
)
"""What else is held, of which other things may be said as well: "took part", "lost a building"."""

FLAGS = "flag flags banner banners colours tricolour tricolor standard"

UNFOUGHT: tuple[str, ...] = (
    "without a fight", "without fighting", "without a shot", "without firing a shot",
    "without resistance", "without any resistance", "without a single shot", "not a shot",
    "no fight", "no fighting", "no shots fired", "no resistance", "unopposed", "peacefully",
    "without combat", "without a battle", "without bloodshed", "without opposition",
)  # fmt: skip
"""Words that say that nobody fought for it."""
