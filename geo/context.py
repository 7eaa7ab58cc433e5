"""Which country a report is about at a point."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence

from gazetteer.model import FeatureClass, Mention
from geo.drafts.roster import Roster
from geo.model import PlaceMention
from geo.words import word_set

__all__ = ["Context", "at_large"]


_KNOWN_BY_ALL = 300_000
"""Inhabitants from which on a town is seldom taken for a namesake."""


_OF_TOWNS = word_set(
    "hospital clinic market marketplace bazaar street streets avenue square mosque church temple "
    "cathedral synagogue school university campus college stadium airport station bank cafe bar "
    "restaurant hotel nightclub cinema theatre theater mall supermarket shop shops downtown city "
    "capital house home office offices "
    "embassy consulate parliament ministry palace courthouse apartment apartments suburb suburbs "
    "neighborhood neighbourhood neighborhoods neighbourhoods district protest protesters "
    "demonstrators demonstration rally march marchers riot rioters taxi bus tram metro subway "
    "headquarters prison jail residence building tower port bridge roundabout checkpoint"
)
"""What towns have."""
_AT_LARGE = word_set(
    "country nation nationwide countryside rural province provinces region regions district's "
    "villages village north south east west northern southern eastern western northeast northwest "
    "northeastern northwestern southeastern southwestern central border jungle mountains hamlet "
    "elsewhere abroad highway remote coast sea ship tanker vessel front frontline line"
)
"""What is told of more than a town, or of elsewhere."""


def at_large(words: frozenset[str]) -> bool:
    """Whether words tell of the country or the field, not of the town spoken of."""
    return not words.isdisjoint(_AT_LARGE)


class Context:
    """Which country a report is about at a point: the one named or meant most so far.

    An incident whose sentences name no place at all is put in that country, with the words
    that name it: an analyst reads "guerrillas killed two mayors" in a report from Lima as
    Peru. Nothing finer is ever taken over.
    """

    def __init__(self) -> None:
        self._votes: list[tuple[int, str, float, Mention]] = []
        self._told: dict[str, int] = {}
        """Countries of which a place is named, not a party alone, with where that is first."""
        self.roster = Roster()
        self._counted = 0
        self._sums: dict[str, float] = {}
        """The first votes, up to a number, by country."""
        self.here: PlaceMention | None = None
        """The town of the dateline."""
        self.title: PlaceMention | None = None
        """The one place below a province that the title names."""

    def add(self, text: str, mentions: Sequence[Mention], *, dateline: bool = False) -> None:
        """Let the names of a stretch of text vote for their countries."""
        for m in mentions:
            if m.place is None or not m.place.country_code or len(self._votes) >= 5000:
                continue
            weight = 0.2
            if m.place.feature_class is FeatureClass.COUNTRY:
                weight = 1.0 if m.role == "literal" and m.form == "name" else 0.7
            elif m.place.feature_class is FeatureClass.ADMIN1:
                weight = 0.4
            elif m.place.population >= _KNOWN_BY_ALL:
                weight = 0.6
            if m.role == "literal" and m.form == "name" and not _owns(text, m):
                self._told.setdefault(m.place.country_code, 0 if dateline else m.start)
            at = 0 if dateline else m.start
            self._votes.append((at, m.place.country_code, weight + 2.0 * dateline, m))

    def country(self, offset: int) -> tuple[str | None, float, Mapping[str, float]]:
        """The code with most votes up to `offset`, its lead, and all votes."""
        votes = self._votes_to(offset)
        if not votes:
            return None, 0.0, votes
        code = max(votes, key=lambda c: votes[c])
        return (
            code,
            votes[code] - max((v for c, v in votes.items() if c != code), default=0.0),
            votes,
        )

    def _votes_to(self, offset: int) -> Mapping[str, float]:
        """Votes by country of the names that stand before `offset`; of the first at least.

        Goes on from where it was last asked, since incidents are asked for in text order.
        """
        known = self._votes
        if self._counted > 1 and known[self._counted - 1][0] >= offset:
            self._counted, self._sums = 0, {}
        while self._counted < len(known):
            start, code, weight, _ = known[self._counted]
            if self._counted and start >= offset:
                break
            self._sums[code] = self._sums.get(code, 0.0) + weight
            self._counted += 1
        return self._sums

    def phrase(self, offset: int, country_name: Callable[[str], str | None]) -> PlaceMention | None:
        """The country as a place, at the words that name it best."""
        code, _, _ = self.country(offset)
        if code is None or code not in self._told:
            return None  # "American", "Germany's air force": whose it was, not where
        named = [m for _, c, _, m in self._votes if c == code]
        m = max(
            named,
            key=lambda x: (
                x.place is not None and x.place.feature_class is FeatureClass.COUNTRY,
                x.form == "name",
                -x.start,
            ),
        )
        assert m.place is not None
        is_country = m.place.feature_class is FeatureClass.COUNTRY
        name = m.place.name if is_country else country_name(code)
        if name is None:
            return None
        text = m.text if is_country and m.form == "name" else name
        return PlaceMention(text, m.start, m.end, name=name, country=name, country_code=code)

    def at_home(self, words: frozenset[str], offset: int) -> PlaceMention | None:
        """The town of the dateline, for a deed in a town of that country.

        "GOMA, May 7 - A hospital was hit": the reporter tells of where they are. What is told
        of the country at large, or of the field, is not so told.
        """
        code, _, _ = self.country(offset)
        if self.here is None or self.here.country_code != code:
            return None
        return self.here if words & _OF_TOWNS and not at_large(words) else None

    def checked(self, place: PlaceMention, offset: int) -> PlaceMention:
        """The place with a country, where its own is unknown or out of all context.

        A small place read as lying in a country that nothing else in the report speaks of
        is a namesake: the name stays as said, what the gazetteer made of it goes. A city
        that all know is none, even in a report from Nairobi.
        """
        code, lead, votes = self.country(offset)
        if code is None or place.country_code == code:
            return place
        if place.country_code is None:
            return (
                dataclasses.replace(place, country_code=code)
                if lead > 0.5 and place.name is None and self._told.get(code, offset) < offset
                else place
            )
        if place.country is None and votes.get(place.country_code, 0.0) <= 0.5 and lead >= 0.5:
            return dataclasses.replace(place, country_code=code, name=None, admin1=None)
        return place


def _owns(text: str, m: Mention) -> bool:
    return text[m.end : m.end + 2] in {"'s", "’s"}
