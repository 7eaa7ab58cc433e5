"""Word tables by language: facts of the field and of grammar, no logic.

One module holds one idea. Keys are what `geo.text.tokens` gives as `key`: casefolded,
with a plain apostrophe; entries of several words have one space between them. A module
is imported by the one that reads it, so that importing the package costs nothing.
"""

from __future__ import annotations

__all__: list[str] = []
