"""Triggers in a clause, and the frame around each: who, what, how many, whether at all.

A frame is active ("gunmen attacked the village"), passive ("the base was hit by"),
nominal ("an attack on the base by", "carried out three air strikes against") or bare
("five dead"). Reading is linear in the clause.
"""

from __future__ import annotations

from geo.events.around import TIME, find_objects, is_time
from geo.events.frames import find_frames
from geo.events.ground import unfought
from geo.events.model import Frame
from geo.events.numbers import Number, read_number

__all__ = [
    "TIME",
    "Frame",
    "Number",
    "find_frames",
    "find_objects",
    "is_time",
    "read_number",
    "unfought",
]
