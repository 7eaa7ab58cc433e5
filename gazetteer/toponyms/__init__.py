"""Names in running text: every place name found, and which place each is.

`words` holds what words say, by language; `tokens` the text as words; `lookup` the
store's names in it; `evidence` what speaks for a name; `senses` which place it means;
`roles` whether it is a location at all; `weights` how much each of these counts, fitted
by `learn` from the hand-set `priors`.
"""

from __future__ import annotations

from gazetteer.toponyms.markup import mark_names, table_rows
from gazetteer.toponyms.recogniser import Recogniser

__all__ = ["Recogniser", "mark_names", "table_rows"]
