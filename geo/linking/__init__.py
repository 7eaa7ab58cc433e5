"""Who did it, where another sentence than the incident's own says so.

Candidates are the parties that the report tells of round about; a small learned scorer
(`geo.lexicon.linking`) weighs what the words say for each, and only a clear one is taken.
"""

from __future__ import annotations

from geo.linking.candidates import Candidate, candidates
from geo.linking.linker import link_parties, linkable

__all__ = ["Candidate", "candidates", "link_parties", "linkable"]
