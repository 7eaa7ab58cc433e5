"""Is this clause an incident? A small linear scorer over features that a person can read.

Each feature is a plain statement about the draft; `geo.lexicon.telling` holds the weight
of each. The weights are learned (`geo.fit`), the features are rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from geo.clauses import Clause
from geo.events import Frame
from geo.lexicon.telling import WEIGHTS
from geo.merge import Draft
from geo.words import Lexicon, word_set

__all__ = ["features", "telling_score"]

_FIRST_PERSON = word_set("we our us i my ours")
_UNREAL = word_set("if would could should might whether unless imagine suppose")
_PROJECTILE = frozenset(
    {
        "fire",
        "launch",
        "throw",
        "hurl",
        "lob",
        "plant",
        "place",
        "drop",
        "enter",
        "board",
        "fall on",
        "land in",
        "land on",
        "land near",
        "slam into",
        "crash into",
    }
)
_VAGUE_NOUNS = word_set(
    "violence aggression atrocity atrocities terrorist sabotage battle combat offensive "
    "unrest bloodshed terrorist act terrorist acts"
)


def telling_score(facts: Iterable[str]) -> float:
    """Sum of the weights of the features; 0 and more is an incident."""
    return WEIGHTS.get("always", 0.0) + sum(WEIGHTS.get(fact, 0.0) for fact in facts)


def features(
    clause: Clause,
    draft: Draft,
    main: Frame,
    frames: Sequence[Frame],
    lex: Lexicon,
    reading: object,
) -> frozenset[str]:
    """Names of the features that hold."""
    out: set[str] = set()
    entry = main.entry
    sure = 0 if draft.sure == 0 else entry.sure
    out.add(f"sure {sure}")
    out.add(f"role {entry.role}")
    nominal = entry.pos == "n"
    out.add(f"{'noun' if nominal else 'verb'}{' finite' if main.finite else ''}")
    if main.voice == "passive":
        out.add("passive")
    if draft.date is not None:
        out.add(
            "dated"
            if draft.date.start is not None and (draft.date.date_prec or 5) <= 3
            else "dated vaguely"
        )
    if draft.place is not None:
        out.add("settlement" if draft.settled else "place")
    if any(d[0] > 0 for d in draft.dead):
        out.add("dead counted")
    if any(h[0] > 0 for h in draft.hurt):
        out.add("hurt counted")
    if draft.weapons:
        out.add("weapon")
    kinds = {a.kind for a in draft.actors}
    if kinds & {"group"}:
        out.add("armed group")
    if kinds & {"force", "state"}:
        out.add("force or state")
    if draft.actors and kinds <= {"unknown", "person"}:
        out.add("other actor")
    for kind in {k for _, k in draft.targets}:
        out.add(f"target {kind}")
    if draft.victims:
        out.add("target named")
    if draft.count is not None and draft.count[0] > 1:
        out.add("counted")
    for flag, name in (
        (main.generic, "generic"),
        (main.negated, "negated"),
        (main.copula, "copula"),
        (main.background, "background"),
        (main.relative, "relative"),
        (main.perfect, "perfect"),
        (main.commented, "commented"),
        (draft.bare, "bare"),
        (draft.aggregate, "aggregate"),
    ):
        if flag:
            out.add(name)
    if draft.anaphor and nominal:
        out.add("points back")
    elif nominal and main.definite:
        out.add("definite")
    if nominal and main.plural and not main.definite and draft.count is None:
        out.add("plural noun at large")
    if draft.stage != "occurred":
        out.add(f"stage {draft.stage}")
    if nominal and main.occurs:
        out.add("occurs")
    others = [f for f in frames if f is not main and not f.generic]
    if any(f.entry.role == "effect" for f in others):
        out.add("effect told")
    if any(f.entry.role == "event" and f.entry.sure >= 2 for f in others):
        out.add("told twice")
    words = set(clause.lows)
    if any(
        (w.low in _FIRST_PERSON and w.tag == "r") or w.low in {"our", "my", "ours"}
        for w in clause.words
    ):
        out.add("first person")
    if words & _UNREAL:
        out.add("unreal")
    if clause.words[-1].text == "?" or (len(clause.words) > 1 and clause.words[-2].text == "?"):
        out.add("question")
    if entry.lemma in _PROJECTILE and not draft.weapons:
        out.add("throws no weapon")
    if entry.lemma in _VAGUE_NOUNS:
        out.add("vague noun")
    if (
        main.carriers
        and entry.lemma in {"bombard", "pelt", "attack", "assault"}
        and not nominal
        and not draft.weapons
    ):
        out.add("with no weapon")
    if entry.lemma == "raid" and kinds <= {"force", "state"} and kinds:
        out.add("police raid")
    if (
        sure == 1
        and not (draft.settled and draft.date is not None)
        and not (kinds & {"group", "force", "state"} or draft.weapons or draft.dead)
    ):
        out.add("weak alone")
    if not (draft.date or draft.place or draft.actors or draft.targets or draft.dead or draft.hurt):
        out.add("nothing else")
    if main.voice == "active" and main.verb >= 0 and clause.words[main.verb].tag == "g":
        out.add("gerund")
    if _beside_non_event(clause, main, lex, bool(draft.dead)):
        out.add("no violence")
    return frozenset(out)


def _beside_non_event(clause: Clause, main: Frame, lex: Lexicon, dead: bool) -> bool:
    """A drill, a film, a strike of workers, a match, a speech stands near by."""
    words = clause.words
    for k, w in enumerate(words):
        if w.low not in lex.non_events or abs(k - main.first) >= 14:
            continue
        length, values = lex.non_events.at([x.low for x in words[k : k + 4]], 0)
        why = str(values[0]) if length else ""
        if why in {"drill", "art", "sport"} and not dead:
            return True
        if why == "nature" and main.entry.role == "effect":
            return True  # "the crash that killed 57"
        if why == "speech":
            return True
        if why == "labour" and ("strike" in main.entry.lemma or main.entry.role == "effect"):
            return True
    return False
