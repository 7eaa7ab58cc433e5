"""The interpreter: the expression tree of a reference, worked from its leaves up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from gazetteer.candidates import Search
from gazetteer.density import Radial
from gazetteer.disambiguation import Scope
from gazetteer.footprints import Belief, Footprints
from gazetteer.interpretation.answers import Answer, Unknown
from gazetteer.interpretation.words import length_words
from gazetteer.model import (
    Along,
    AnyOf,
    Between,
    Border,
    Coordinates,
    KindWithin,
    Name,
    Near,
    Off,
    Offset,
    Part,
    PlaceReference,
    TrailStep,
    Unlocatable,
    Within,
)

if TYPE_CHECKING:
    pass
from gazetteer.interpretation.borders import Borders
from gazetteer.interpretation.containers import Containers
from gazetteer.interpretation.names import Names
from gazetteer.interpretation.parts import Parts
from gazetteer.interpretation.several import Several
from gazetteer.interpretation.ways import Ways

__all__ = ["Interpreter"]


class Interpreter(Names, Parts, Borders, Ways, Several, Containers):
    """Turns references into beliefs.

    Every kind of node has one method that returns a `Belief`, or `Unknown` where a name
    in it is held by no source. What is unknown never fails the whole: the reference then
    means what is known around it, and says so.

    Parameters
    ----------
    footprints
        Makes beliefs of rows; holds the store and the parameters.
    search
        Looks names up.
    """

    def __init__(self, footprints: Footprints, search: Search) -> None:
        super().__init__(footprints, search)
        self._rules: dict[type, Callable[[Any, Scope], Answer]] = {
            Name: self.name,
            Within: self.within,
            Part: self.part,
            Near: self.near,
            Offset: self.offset,
            Border: self.border,
            Between: self.between,
            Along: self.along,
            Off: self.off,
            KindWithin: self.kind_within,
            AnyOf: self.any_of,
            Coordinates: self.coordinates,
            Unlocatable: self.unlocatable,
        }

    def read(self, reference: PlaceReference, scope: Scope) -> Answer:
        """The belief that a reference states."""
        return self._rules[type(reference)](reference, scope)

    def coordinates(self, node: Coordinates, scope: Scope) -> Answer:
        country = self.store.country_at(node.point)
        step = TrailStep(
            "coordinates", f"{node.notation}, to {node.precision_m:.0f} m as its digits say"
        )
        # The digits bound a cell: its half diagonal is about where nine tenths lie.
        return Belief(
            density=Radial(node.point, max(0.35 * node.precision_m, 30.0), 2.0),
            where_prec=1 if node.precision_m <= 5_000.0 else 2,
            name=f"{node.point.lat:.5f}, {node.point.lng:.5f}",
            reason=f"coordinates given ({node.notation}), to {length_words(node.precision_m)}",
            steps=(step,),
            country_code=country.country_code if country else None,
        )

    def unlocatable(self, node: Unlocatable, scope: Scope) -> Answer:
        # A place that is withheld is somewhere in the country given; cyberspace is not.
        return Unknown(node.text, node.why, 6, drawable=not node.why.startswith("it is"))
