"""What every rule of interpretation has at hand."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import replace

from gazetteer.candidates import Search
from gazetteer.disambiguation import Scope
from gazetteer.footprints import Belief, Footprints
from gazetteer.interpretation.answers import Answer
from gazetteer.model import PlaceReference, ResolutionStatus

__all__ = ["Reading"]


class Reading(ABC):
    """The store, the parameters, and a way to read what a node is made of.

    Parameters
    ----------
    footprints
        Makes beliefs of rows; holds the store and the parameters.
    search
        Looks names up.
    """

    def __init__(self, footprints: Footprints, search: Search) -> None:
        self.footprints, self.search = footprints, search
        self.store, self.parameters = footprints.store, footprints.parameters

    @abstractmethod
    def read(self, reference: PlaceReference, scope: Scope) -> Answer:
        """The belief that a reference states."""

    def read_together(self, nodes: Sequence[PlaceReference], scope: Scope) -> list[Answer]:
        """The members of one phrase, each of several namesakes read again beside the others."""
        read = [self.read(node, scope) for node in nodes]
        for n, (node, answer) in enumerate(zip(nodes, read, strict=True)):
            others = [o for m, o in enumerate(read) if m != n and isinstance(o, Belief)]
            sure = [o for o in others if o.status is ResolutionStatus.RESOLVED]
            if isinstance(answer, Belief) and len(answer.candidates) > 1 and sure:
                beside = replace(
                    scope,
                    nearby=(*scope.nearby, *(o.point for o in sure)),
                    likely=(*scope.likely, *(o.country_code for o in sure if o.country_code)),
                )
                read[n] = self.read(node, beside)
        return read
