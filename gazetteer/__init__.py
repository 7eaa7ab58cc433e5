"""From what a text calls a place to a geometry with a stated uncertainty.

>>> from gazetteer import Gazetteer
>>> Gazetteer.open().resolve("eastern Syria").country_code
'SY'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gazetteer.resolver import Gazetteer

__all__ = ["Gazetteer"]


def __getattr__(name: str) -> Any:
    # Loaded on first use, so that importing a module of this package stays cheap.
    if name == "Gazetteer":
        from gazetteer.resolver import Gazetteer

        return Gazetteer
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
