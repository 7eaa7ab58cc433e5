"""The gazetteer as a whole: what a text calls a place in, an answer with a reason out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from gazetteer.candidates import Search
from gazetteer.disambiguation import Scope
from gazetteer.footprints import Belief, Footprints
from gazetteer.grammar import parse
from gazetteer.interpretation import Answer, Interpreter, Unknown
from gazetteer.model import (
    FeatureClass,
    Mention,
    Place,
    PlaceReference,
    Resolution,
    ResolutionStatus,
    TrailStep,
)
from gazetteer.names import fold
from gazetteer.parameters import DEFAULTS, Parameters
from gazetteer.store import Store

if TYPE_CHECKING:
    from gazetteer.toponyms import Recogniser

__all__ = ["Gazetteer"]


class Gazetteer:
    """Resolves place references against a store.

    Parameters
    ----------
    store
        The gazetteer's rows; `Gazetteer.open()` opens the embedded ones.
    parameters
        How wide words are.
    search
        What looks names up, if several gazetteers of one store shall share it.

    Examples
    --------
    >>> gazetteer = Gazetteer.open()
    >>> answer = gazetteer.resolve("eastern Syria")
    >>> answer.country_code, answer.footprint.where_prec
    ('SY', 5)
    >>> str(gazetteer.resolve("an undisclosed location").status)
    'not_found'
    """

    def __init__(
        self, store: Store, parameters: Parameters = DEFAULTS, *, search: Search | None = None
    ) -> None:
        self.store = store
        self._search = search or Search(store)
        self._footprints = Footprints(store, parameters)
        self._interpreter = Interpreter(self._footprints, self._search)
        self._known = lru_cache(maxsize=16384)(self._is_name)
        self._recogniser: Recogniser | None = None
        # One answer may be asked for many times over: reports repeat their places.
        self._answer = lru_cache(maxsize=4096)(self._resolve)

    @classmethod
    def open(
        cls,
        path: Path | None = None,
        *,
        extra: Sequence[Path] = (),
        parameters: Parameters = DEFAULTS,
    ) -> Gazetteer:
        """Open the embedded gazetteer, or the index at `path`, with more on top.

        Raises
        ------
        IndexMissingError, IndexVersionError
            If there is no index, or one of another version.
        """
        return cls(Store.open(path, extra=extra), parameters)

    def resolve(
        self,
        text: str,
        *,
        country: str | None = None,
        context: str | None = None,
        context_places: Sequence[Place] = (),
    ) -> Resolution:
        """Say where a place reference is.

        Parameters
        ----------
        text
            What the text calls the place, in any of the forms that `grammar` reads.
        country
            The country it is in, by name or ISO code, if that is known for certain.
        context
            Text around the reference, searched for other places.
        context_places
            Other places of the same text.

        Returns
        -------
        Resolution
            With a footprint, unless nothing can be drawn; never an exception.
        """
        nearby = list(context_places)
        if context:
            nearby += [m.place for m in self.toponyms(context) if m.place and m.role == "literal"]
        return self._answer(text, country, tuple(nearby))

    def read(self, text: str) -> PlaceReference:
        """What the grammar makes of a text, with this gazetteer's names at hand."""
        return parse(text, is_name=self._known, is_demonym=self._is_demonym)

    def toponyms(
        self,
        text: str,
        *,
        spans: Sequence[tuple[int, int]] | None = None,
        source: str | None = None,
    ) -> tuple[Mention, ...]:
        """Place names in running text; see `gazetteer.toponyms`."""
        if self._recogniser is None:
            from gazetteer.toponyms import Recogniser

            self._recogniser = Recogniser(self.store)
        return self._recogniser.toponyms(text, spans=spans, source=source)

    # --- one answer

    def _resolve(self, text: str, country: str | None, nearby: tuple[Place, ...]) -> Resolution:
        reference = self.read(text)
        scope, note = self._scope(country, nearby)
        answer = self._interpreter.read(reference, scope)
        if isinstance(answer, Unknown):
            answer = self._in_country(answer, scope)
        if isinstance(answer, Unknown):
            return Resolution(
                text=text,
                status=ResolutionStatus.NOT_FOUND,
                reason=_sentence(_why_not(answer), note),
                reference=reference,
            )
        answer = self._kept_to_country(answer, scope)
        return Resolution(
            text=text,
            status=answer.status,
            reason=_sentence(answer.reason, note),
            reference=reference,
            name=answer.name,
            places=answer.places,
            footprint=self._footprints.draw(answer),
            candidates=answer.candidates,
            country_code=answer.country_code,
        )

    def _scope(self, country: str | None, nearby: Sequence[Place]) -> tuple[Scope, str]:
        points = tuple(
            place.point
            for place in nearby
            if place.feature_class not in {FeatureClass.COUNTRY, FeatureClass.CONTINENT}
        )
        likely = tuple(dict.fromkeys(p.country_code for p in nearby if p.country_code))
        scope = Scope(nearby=points[:12], likely=likely)
        if not country:
            return scope, ""
        code = self._search.country_code(country)
        if code is None:
            return scope, f"the country given, {country!r}, is unknown and was left out"
        return Scope((code,), given=True, nearby=points[:12], likely=likely), ""

    def _kept_to_country(self, belief: Belief, scope: Scope) -> Belief:
        """What is wide and on land ends at the border of a country given for certain."""
        if not scope.given or len(scope.countries) != 1 or belief.where_prec not in {2, 5}:
            return belief
        if belief.country_code == scope.countries[0] and belief.is_area:
            return belief
        country = self.store.country(scope.countries[0])
        area = self.store.geometry(country.place_id) if country else None
        if area is None:
            return belief
        kept = self._footprints.clipped(belief, area)
        return replace(kept, country_code=scope.countries[0]) if kept is not belief else belief

    def _in_country(self, unknown: Unknown, scope: Scope) -> Answer:
        """What no source holds, in the country that was given."""
        spoken = scope.countries if scope.given else scope.likely
        if not unknown.drawable or not spoken:
            return unknown
        # Of several countries that the text speaks of, the first is the one it is about.
        country = self.store.country(spoken[0])
        if country is None:
            return unknown
        whole = self._footprints.named(country)
        if whole.area is None:
            return whole
        settled = self._footprints.settlement.field(country.place_id, whole.area)
        step = TrailStep(
            "where people are in the country",
            f'"{unknown.text}" {unknown.why}',
            (country.place_id,),
        )
        return Belief(
            density=settled,
            where_prec=unknown.where_prec,
            name=country.name,
            reason=f"{_why_not(unknown)}: only the country "
            f"{'given' if scope.given else 'that the text speaks of'}, {country.name}, is known, "
            "and drawn where people are",
            places=(country,),
            steps=(step,),
            country_code=country.country_code,
            drawn_prec=6,
        )

    def _is_name(self, phrase: str) -> bool:
        if phrase in self.store.abbreviations:
            return True
        rows = self._search.rows_named(fold(phrase))
        if not rows.size:
            return False
        if _PART.match(phrase):
            # "western Niger" is a part, whatever row has it among its names; "Eastern
            # Ghouta" is the name of a row, and stays whole.
            return any(fold(self.store.place(int(row)).name) == fold(phrase) for row in rows[:8])
        return True

    def _is_demonym(self, word: str) -> bool:
        return fold(word) in self.store.demonyms


_PART = re.compile(r"(?:north|south|east|west|central)(?:-?(?:east|west))?(?:ern)?[\s-]", re.I)


def _why_not(unknown: Unknown) -> str:
    said = unknown.text or "The text"
    return f"{said}{': ' if unknown.why.startswith(('the ', 'it ')) else ' '}{unknown.why}"


def _sentence(text: str, note: str) -> str:
    text = text[:1].upper() + text[1:]
    return f"{text}{f'; {note}' if note else ''}."
