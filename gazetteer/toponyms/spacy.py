"""The same names as a spaCy component, or a spaCy model's names with our places.

spaCy is not needed for anything else here and is imported only when asked for
(`pip install 'incident-mapper[spacy]'`).

    nlp.add_pipe("incident_mapper_toponyms")      # doc.spans["toponyms"], span._.place
    Recogniser(store, find_spans=entity_spans(nlp))   # the model finds, we resolve
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any

from gazetteer.toponyms.recogniser import Recogniser

if TYPE_CHECKING:
    from gazetteer.store import Store

__all__ = ["PLACE_LABELS", "entity_spans", "register"]

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
"""Entity labels of spaCy's models that are places; NORP, its peoples, is left out."""


def entity_spans(
    nlp: Callable[[str], Any], labels: Collection[str] = PLACE_LABELS
) -> Callable[[str], list[tuple[int, int]]]:
    """A finder of place names from a pipeline with an entity recogniser.

    Parameters
    ----------
    nlp
        A spaCy pipeline, or anything that makes a text a document with `ents`.
    labels
        Labels of entities that are places.

    Returns
    -------
    callable
        From a text to offsets in code points, end exclusive, for `Recogniser(find_spans=...)`.
    """

    def spans(text: str) -> list[tuple[int, int]]:
        return [(e.start_char, e.end_char) for e in nlp(text).ents if e.label_ in labels]

    return spans


def register(store: Store) -> str:
    """Make the component known to spaCy and give its name for `nlp.add_pipe`.

    The component fills `doc.spans["toponyms"]`; each span carries `span._.place` (a
    `Place` or None), `span._.role` and `span._.mention`. A name that does not fall on
    spaCy's token borders is widened to them.

    Raises
    ------
    ModuleNotFoundError
        If spaCy is not installed.
    """
    from spacy.language import Language
    from spacy.tokens import Span

    for name in ("place", "role", "mention"):
        if not Span.has_extension(name):
            Span.set_extension(name, default=None)
    recogniser = Recogniser(store)

    def toponyms(doc: Any) -> Any:
        found = []
        for mention in recogniser.toponyms(doc.text):
            span = doc.char_span(
                mention.start, mention.end, label=mention.form.upper(), alignment_mode="expand"
            )
            span._.place, span._.role, span._.mention = mention.place, mention.role, mention
            found.append(span)
        doc.spans["toponyms"] = found
        return doc

    Language.component("incident_mapper_toponyms", func=toponyms)
    return "incident_mapper_toponyms"
