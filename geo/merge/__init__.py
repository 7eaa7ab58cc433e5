"""Many tellings of one incident become one; aggregates are linked, never swallowed."""

from __future__ import annotations

from geo.merge.across import merge_reports
from geo.merge.aggregates import link_aggregates
from geo.merge.draft import EMPTY, GENERAL, Draft
from geo.merge.evidence import umbrella
from geo.merge.names import name_words
from geo.merge.tellings import merge_drafts

__all__ = [
    "EMPTY",
    "GENERAL",
    "Draft",
    "link_aggregates",
    "merge_drafts",
    "merge_reports",
    "name_words",
    "umbrella",
]
