"""What speaks for a clause telling of an incident: features that a person can read.

Each feature is a plain statement about the draft; `geo.lexicon.telling` holds the weight
of each. The weights are learned (`geo.fit`), the features are rules.
"""

from __future__ import annotations

from collections.abc import Sequence

from geo.clauses import Clause
from geo.events import Frame
from geo.merge import Draft
from geo.words import Lexicon, word_set

__all__ = ["LEAD", "features"]


_FIRST_PERSON = word_set("we our us i my ours")


_HABIT = word_set(
    "long often regularly routinely frequently always usually sometimes habitually common rife "
    "commonplace"
)
_UNREAL = word_set("if would could should might whether unless imagine suppose")


_PROJECTILE = frozenset(
    {
        "set off",
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


def features(
    clause: Clause,
    draft: Draft,
    main: Frame,
    frames: Sequence[Frame],
    lex: Lexicon,
    genre: str,
    *,
    undated: bool = False,
    speech: bool = False,
) -> frozenset[str]:
    """Names of the features that hold."""
    out: set[str] = set()
    entry = main.entry
    sure = 0 if draft.sure == 0 else entry.sure
    out.add(f"sure {sure}")
    if draft.kind == "territory_change" and sure == 0:
        out.add("no place taken")
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
    if undated and "dated" not in out and _names_a_day(clause, draft):
        out.discard("dated vaguely")
        out.add("dated")
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
    if not draft.dead and _counts_victims(clause, main, lex):
        out.add("victims counted")
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
    at_large = main.plural and not main.definite and entry.role == "event"
    if nominal and at_large and draft.count is None:
        out.add("plural noun at large")
    if draft.stage != "occurred":
        out.add(f"stage {draft.stage}")
    if nominal and main.occurs:
        out.add("occurs")
    if nominal and main.voice in {"active", "passive"}:
        out.add("carried out")
    others = [f for f in frames if f is not main and not f.generic]
    if any(f.entry.role == "effect" for f in others):
        out.add("effect told")
    if any(f.entry.role == "event" and f.entry.sure >= 2 for f in others):
        out.add("told twice")
    words = clause.vocabulary
    if words & _FIRST_PERSON and any(
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
    said = draft.date or draft.place or draft.actors or draft.targets or draft.dead or draft.hurt
    goes_off = entry.role == "weapon" and main.finite and bool(draft.weapons)
    if not said and not goes_off and not draft.follows:
        out.add("nothing else")
    going = main.voice == "active" and main.verb >= 0 and clause.words[main.verb].tag == "g"
    if going and not words & _IN_COURT:
        out.add("gerund")  # "jailed for stabbing" tells as much as "stabbed"
    if entry.role == "weapon" and nominal and _at_rest(main, frames, draft):
        out.add("weapon at rest")
    if nominal and _bare_noun(clause, main):
        out.add("bare noun")
    if nominal:
        before = clause.lows[max(0, main.first - _CLOSE // 2) : main.first]
        if not _WISHED_AWAY.isdisjoint(before):
            out.add("wished away")
        if before[-1:] in (["and"], ["or"]) and not main.definite:
            out.add("one of a list")
    if speech:
        out.add("speech")
    if "if" in words:
        out.add("supposed")
    if words & _PLANS:
        out.add("plan")
    if not (draft.date and draft.settled) and _at_large(clause, main, lex):
        out.add("target at large")
        if not (draft.date or draft.place or draft.dead or draft.hurt or draft.weapons):
            out.add("at large in all")
    if (
        not nominal
        and main.finite
        and clause.words[main.first].tag == "v"
        and lex.verbs.get(clause.lows[main.first], ("", ""))[1] in {"third", "base"}
    ):
        out.add("present")
    if (words & _HABIT and draft.date is None) or _at_a_rate(clause):
        out.add("habit")
    if sum(w.tag == '"' for w in clause.words[: main.first]) % 2:
        out.add("quoted")
    if draft.sentence <= LEAD:
        out.add("lead")
    if (
        entry.lemma == "strike"
        and nominal
        and not (
            draft.weapons or kinds & {"group", "force", "state"} or draft.targets or draft.dead
        )
    ):
        out.add("no violence")  # most often of work
    if words & _IN_COURT or words & _SPOKEN_OF:
        out.add("in court" if words & _IN_COURT else "spoken of")
        if words & _IN_COURT and nominal and ("bare noun" in out or not main.finite):
            out.add("crime by name")
    if genre in {"accident", "disaster"} and not (
        draft.weapons or kinds & {"group", "force", "state"}
    ):
        out.add("by accident")
    elif genre and not (draft.dead or draft.hurt):
        out.add("other genre")
    if _of_a_war(clause, draft, main):
        out.add("toll of a war")
    if _over_years(draft):
        out.add("toll of years")
    if _beside_non_event(clause, main, lex, bool(draft.dead)):
        out.add("no violence")
    return frozenset(out)


def _at_a_rate(clause: Clause) -> bool:
    """ "Mines kill thousands of people a year"; but "a year ago"."""
    if clause.vocabulary.isdisjoint(_SPANS):
        return False
    lows = [*clause.lows, "."]
    return any(
        lows[k] in {"a", "per", "each", "every"}
        and lows[k + 1] in _SPANS
        and lows[k + 2] in {".", ",", "in", "and", "by"}
        for k in range(len(lows) - 2)
    )


_SPANS = frozenset({"year", "month", "week"})


def _of_a_war(clause: Clause, draft: Draft, main: Frame) -> bool:
    """ "A conflict that cost 70,000 lives": thousands of dead on no day, in no town, by nobody."""
    if _for_years(draft) or _of_many_months(draft):
        return True
    if not any(low >= GREAT for low, _, _ in draft.dead):
        return False
    before = clause.lows[max(0, main.first - _CLOSE) : main.first]
    said = draft.settled or draft.date is not None or draft.actors
    return not said or (main.entry.role == "effect" and not _WARS.isdisjoint(before))


_WARS = word_set("war wars conflict conflicts strife insurgency struggle")
_CLOSE = 12
"""Words before a toll among which the war stands that took it."""


def _over_years(draft: Draft) -> bool:
    """ "Last year 2,300 people were murdered": a toll of many over months, at nobody's hands."""
    if draft.settled or draft.actors or draft.weapons:
        return False
    if draft.kind in _CRIMES and draft.count is not None and draft.count[0] >= MANY:
        return True  # "142 murders were reported in September"
    date = draft.date
    if date is None or date.start is None or date.end is None:
        return False
    many = any(low >= MANY for low, _, _ in draft.dead)
    return many and (date.end - date.start).days >= SEASON


_CRIMES = frozenset({"assassination", "abduction", "looting"})


MANY = 20
"""Dead that one incident seldom has."""
SEASON = 90
"""Days over which a toll is a statistic."""


def _of_many_months(draft: Draft) -> bool:
    """ "At least 3,661 people were killed in the first half of the year": no one incident."""
    d = draft.date
    if d is None or d.start is None or d.end is None or draft.settled:
        return False
    return (d.end - d.start).days > _MONTHS and any(low >= GREAT for low, _, _ in draft.dead)


_MONTHS = 60
"""Days over which a toll of a thousand and more is that of a war."""


def _for_years(draft: Draft) -> bool:
    """ "Which has fought the state since the early 1990s": a history, in no place."""
    d = draft.date
    if d is None or not d.open_end or d.start is None or d.end is None or draft.place is not None:
        return False
    return draft.kind == "armed_clash" and (d.end - d.start).days > _YEARS


_YEARS = 700
"""Days from which a fight of which nothing but its beginning is told is history."""
GREAT = 1000
"""Dead that one incident hardly ever has; with a day, a town or a party to it, it may."""


def _names_a_day(clause: Clause, draft: Draft) -> bool:
    """Whether a day is said that only the report's own date would place: "on Monday"."""
    edtf = (draft.date.edtf or "") if draft.date is not None else ""
    return (edtf.startswith("XXXX-") and edtf.count("-") == 2) or bool(_DAYS & clause.vocabulary)


_DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight overnight"
)


LEAD = 2
"""Sentences at the head of a report that most often tell what it is about."""


_GOES_OFF = word_set("explosion explosions blast blasts detonation detonations")


_WISHED_AWAY = word_set(
    "end stop stopping stopped halt prevent preventing avoid fight combat combating struggle "
    "eradicate eliminate cease ceasing risk fear fears threat danger possibility"
)
"""Words for what is feared or fought and need not have happened: "an end to kidnappings"."""
_PLANS = word_set("plan plans policy policies strategy")


_IN_COURT = word_set(
    "guilty convicted sentenced indicted charged trial verdict judges judge prosecutor "
    "prosecutors court tribunal indictment acquitted defendants defendant extradition jailed "
    "imprisoned"
)


_SPOKEN_OF = word_set(
    "condemned condemn condemns condemning repudiate repudiated deplored deplore deplores "
    "denounced denounce denounces protest protesting protested regret regrets regretted "
    "investigation investigate investigating inquiry commemorate commemorates anniversary "
    "mourn mourned recall recalled remember remembered policy struggle dialogue peace "
    "negotiations talks agreement proposal reform constitution"
)


def _at_rest(main: Frame, frames: Sequence[Frame], draft: Draft) -> bool:
    """A weapon that is only spoken of: nothing goes off, is used or does harm."""
    if main.entry.lemma in _GOES_OFF or main.occurs or draft.dead or draft.hurt:
        return False
    return not any(
        f is not main and not f.generic and (f.entry.role != "weapon" or f.entry.pos == "v")
        for f in frames
    )


def _bare_noun(clause: Clause, main: Frame) -> bool:
    """ "Murder, rape and pillage": a crime by name, in the singular and without an article."""
    index = clause.phrase_of[main.first]
    if index < 0 or main.entry.form == "plural" or main.occurs or main.count is not None:
        return False
    phrase = clause.phrases[index]
    return (
        phrase.first == main.first
        and phrase.last == main.last
        and not main.objects
        and not main.subjects
    )


def _counts_victims(clause: Clause, main: Frame, lex: Lexicon) -> bool:
    """ "Three officers were gunned down": so many, not officers at large."""
    phrases = [clause.phrases[o] for o in main.objects if o >= 0]
    return any(
        w.low[:1].isdigit() or w.low in lex.numbers
        for p in phrases
        if clause.words[p.head].low in lex.people or clause.words[p.head].low in lex.targets
        for w in clause.words[p.first : p.head]
    )


def _at_large(clause: Clause, main: Frame, lex: Lexicon) -> bool:
    """Done to a whole sort of people or things: "have attacked towns", "kills civilians"."""
    phrases = [clause.phrases[o] for o in main.objects if o >= 0]
    if not phrases:
        return False
    for phrase in phrases:
        opening, head = clause.words[phrase.first], clause.words[phrase.head]
        if opening.tag in "dq" or opening.possessive or not head.low.endswith(("s", "people")):
            return False
        if any(lex.numbers.get(low) for low in clause.lows[phrase.first : phrase.last]):
            return False
        if head.text[:1].isupper() and not head.text.isupper():
            return False
    return True


_ABSTRACT = word_set(
    "budget bill plan plans policy policies decision decisions law laws reform reforms proposal "
    "proposals record idea ideas deal agreement accord treaty statement remarks speech verdict "
    "ruling opposition economy prices inflation supply demand sector currency franc pound "
    "dollar euro nerves championship record legacy "
    "philosophy argument arguments motion corruption poverty problem problems issue issues "
    "candidacy measures package"
)


def _said_of_words(main: Frame) -> bool:
    """Whether the trigger is also said of words and of trade: "attack", "bombard", "hit"."""
    return main.entry.lemma in _OF_WORDS


_OF_WORDS = frozenset(
    {
        "attack",
        "assault",
        "bombard",
        "bombardment",
        "hit",
        "strike",
        "target",
        "fire at",
        "destroy",
        "kill",
        "torpedo",
        "sabotage",
        "ambush",
        "pelt",
        "come under fire",
        "shoot down",
        "launch",
        "fight",
        "raid",
    }
)


def _beside_non_event(clause: Clause, main: Frame, lex: Lexicon, dead: bool) -> bool:
    """A drill, a film, a strike of workers, a match, a speech stands near by."""
    words = clause.words
    if _said_of_words(main) and any(
        words[clause.phrases[o].head].low in _ABSTRACT for o in main.objects if o >= 0
    ):
        return True  # "the opposition attacked the budget"
    for phrase in (clause.phrases[x] for x in main.subjects if x >= 0):
        for k in range(phrase.first, phrase.last):
            _, values = lex.non_events.at(clause.lows[k : phrase.last], 0)
            if "nature" in values:
                return True  # "locusts have hit", "a storm destroyed"
    if lex.non_events.opened_by_none(clause.vocabulary):
        return False
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
