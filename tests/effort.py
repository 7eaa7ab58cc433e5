"""How much work a call is, counted and not timed: machines are noisy, calls are not."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

__all__ = ["effort"]


def effort(work: Callable[[], object]) -> int:
    """Function calls, of Python and of C, that `work` makes.

    What grows with the square of a text's length shows in them, except inside a single
    call of C, such as one match of a regular expression.
    """
    calls = 0

    def count(frame: FrameType, event: str, arg: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls
