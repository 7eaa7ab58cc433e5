"""What a place reference means: an expression tree in, a belief or a reason out.

One module a family of nodes, each a class of rules over `Reading`; `Interpreter` joins
them, as `Parser` does for the grammar.
"""

from __future__ import annotations

from gazetteer.interpretation.answers import Answer, Unknown
from gazetteer.interpretation.interpreter import Interpreter

__all__ = ["Answer", "Interpreter", "Unknown"]
