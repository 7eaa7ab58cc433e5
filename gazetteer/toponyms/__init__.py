"""Names in running text: every place name found, and which place each is."""

from __future__ import annotations

from gazetteer.toponyms.recogniser import Recogniser

__all__ = ["Recogniser"]
