"""How a part, a length or a distance is said to a person."""

from __future__ import annotations

from gazetteer.geodesy import BEARINGS

__all__ = ["length_words", "offset_words", "part_words"]


def part_words(which: str) -> str:
    if which.startswith("far-"):
        return f"far {which.removeprefix('far-')}ern"
    return (
        which
        if which in {"outskirts", "countryside"}
        else f"{which}ern".replace("centralern", "central")
    )


def offset_words(low: float | None, high: float | None, bearing: float | None) -> str:
    direction = ""
    if bearing is not None:
        names = {value: key for key, value in BEARINGS.items()}
        direction = f"{names.get(bearing, f'{bearing:.0f} degrees')} of "
    if high is None or low is None:
        return direction.strip()
    span = (
        length_words(high) if low in (0.0, high) else f"{length_words(low)} to {length_words(high)}"
    )
    span = f"up to {span}" if low == 0.0 else span
    return f"{span} {direction or 'from '}".strip()


def length_words(metres: float) -> str:
    return f"{metres / 1000:.3g} km" if metres >= 1000 else f"{metres:.0f} m"
