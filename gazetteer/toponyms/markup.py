"""A text with its place names marked, for reading in a terminal or checking by eye."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer.model import Mention

__all__ = ["mark_names", "table_rows"]


def mark_names(text: str, mentions: Sequence[Mention]) -> str:
    """Put each place name of a text in brackets, with the place that it means.

    Names that are only associative ("Washington warned") get round brackets. Mentions
    may come in any order but must not overlap.

    Examples
    --------
    >>> from gazetteer.model import FeatureClass, LngLat, Place
    >>> lyon = Place("x:1", "Lyon", FeatureClass.POPULATED_PLACE, LngLat(4.8, 45.7), "FR")
    >>> mark_names("Rain in Lyon.", [Mention(8, 12, "Lyon", lyon, 0.9, "literal", "name")])
    'Rain in [Lyon: Lyon, FR].'
    >>> mark_names("No place here.", [])
    'No place here.'
    """
    pieces: list[str] = []
    at = 0
    for mention in sorted(mentions, key=lambda m: m.start):
        opening, closing = "[]" if mention.role == "literal" else "()"
        pieces += (text[at : mention.start], f"{opening}{mention.text}: {_place(mention)}{closing}")
        at = mention.end
    return "".join((*pieces, text[at:]))


def table_rows(mentions: Sequence[Mention]) -> list[tuple[str, str, str, str, str, str]]:
    """One row a mention: name, place, kind, point, role and the reason for its place.

    Examples
    --------
    >>> table_rows([Mention(0, 5, "Qarah", None, 0.7, "literal", "name")])
    [('Qarah', 'in no source', '', '', 'literal', '')]
    """
    rows = []
    for m in mentions:
        place = m.place
        point = f"{place.point.lat:.3f}, {place.point.lng:.3f}" if place else ""
        kind = str(place.feature_class).replace("_", " ") if place else ""
        said = "; ".join(m.candidates[0].reasons) if m.candidates else ""
        role = m.role if m.form == "name" else f"{m.role}, demonym"
        rows.append((m.text, _place(m), kind, point, role, said))
    return rows


def _place(mention: Mention) -> str:
    if mention.place is None:
        return f"in no source, by {mention.bound.name}" if mention.bound else "in no source"
    code = mention.place.country_code
    return f"{mention.place.name}, {code}" if code else mention.place.name
