"""Dead and hurt that a clause states, from its frames and from bare counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from geo.clauses import Clause
from geo.events import Frame, Number, is_time, read_number
from geo.words import Lexicon

__all__ = ["Casualties", "casualties"]


@dataclass(slots=True)
class Casualties:
    """Dead and hurt that a clause states; None where it states nothing."""

    dead: Number | None = None
    hurt: Number | None = None
    civilians_dead: Number | None = None
    victims: list[int] = field(default_factory=list)
    """Phrases that name the victims."""


_KILL = frozenset(
    {
        "kill",
        "murder",
        "assassinate",
        "massacre",
        "execute",
        "behead",
        "slay",
        "gun down",
        "shoot dead",
        "slaughter",
        "shoot to death",
        "lose their lives",
        "lose his life",
        "lose her life",
        "stab to death",
        "beat to death",
        "lynch",
        "hack to death",
        "die",
        "perish",
        "burn alive",
        "martyr",
        "stone to death",
        "club to death",
    }
)


_HURT = frozenset({"wound", "injure", "hurt", "maim"})


_DEAD_NOUNS = frozenset(
    {"dead", "deaths", "death", "fatalities", "killed", "bodies", "corpses", "martyrs", "kia"}
)


_HURT_NOUNS = frozenset({"wounded", "injured", "injuries", "hurt", "wia"})


def casualties(clause: Clause, frames: Sequence[Frame], lex: Lexicon) -> Casualties:
    """Dead and hurt that the clause states, from its frames and from bare counts."""
    out = Casualties()
    words = clause.words
    for frame in frames:
        if frame.negated or (frame.generic and frame.entry.pos == "v"):
            continue
        lemma = frame.entry.lemma
        dead, hurt = lemma in _KILL, lemma in _HURT
        if not (dead or hurt) or frame.entry.pos != "v":
            continue
        if frame.stage not in {"occurred", "intercepted"}:
            continue
        victims = frame.objects if frame.voice in {"active", "passive"} else frame.subjects
        if frame.voice == "passive" and not victims:
            victims = []
        if frame.voice == "active" and not victims and frame.first + 1 < len(words):
            following = clause.phrase_of[frame.last] if frame.last < len(words) else -1
            victims = (
                [following]
                if following >= 0 and not is_time(clause, clause.phrases[following])
                else []
            )
        victims = [_whole(clause, v) for v in victims]
        total = _total(clause, victims, lex)
        if (
            total is None
            and frame.voice == "passive"
            and frame.first
            and words[frame.first - 1].tag == "q"
        ):
            total = read_number(clause, max(0, frame.first - 4), frame.first, lex)
        if dead:
            out.dead = out.dead or total
            out.victims += [v for v in victims if v >= 0]
            if out.civilians_dead is None:
                civil = [
                    v
                    for v in victims
                    if v >= 0 and words[clause.phrases[v].head].low in lex.civilians
                ]
                out.civilians_dead = _total(clause, civil, lex) if civil else None
        else:
            out.hurt = out.hurt or total
            out.victims += [v for v in victims if v >= 0]
    _bare(clause, out, lex)
    return out


def _whole(clause: Clause, v: int) -> int:
    """The victims of whom a phrase names a part: "20 civilians, among them two children"."""
    if v < 0:
        return v
    words = clause.words
    at = clause.phrases[v].first - 1
    if at >= 1 and words[at].low in {"them", "whom", "these"} and words[at - 1].low == "among":
        at -= 1
    elif at >= 2 and words[at].low in {"them", "whom"} and words[at - 1].low == "of":
        at -= 2  # "nine people, most of them women"
    elif at < 0 or words[at].low not in {"including", "among"}:
        return v
    at -= 1
    while at >= 0 and words[at].text in {",", "(", "-", "–", "—"}:
        at -= 1
    whole = clause.phrase_of[at] if at >= 0 else -1
    return whole if whole >= 0 else v


def _total(clause: Clause, victims: Sequence[int], lex: Lexicon) -> Number | None:
    low, high, known = 0, 0, False
    for v in victims:
        if v < 0:
            continue
        phrase = clause.phrases[v]
        head = clause.words[phrase.head]
        if is_time(clause, phrase) or (
            head.low not in lex.people
            and clause.words[phrase.first].tag != "q"
            and len(victims) > 1
        ):
            continue
        number = read_number(clause, phrase.first, phrase.last, lex)
        if (
            number is None
            and phrase.preposition >= 0
            and clause.words[phrase.preposition].low in {"least", "to", "than", "about"}
        ):
            number = read_number(clause, phrase.preposition, phrase.last, lex)
        if head.low in {"nobody", "none", "no-one"}:
            return Number(0, 0)
        if head.tag == "r":
            continue
        if number is None:
            opening = clause.words[phrase.first].low
            single = (
                opening in {"a", "an"}
                or (
                    head.text[:1].isupper()
                    and not head.low.endswith("s")
                    and not clause.words[phrase.first].text.isupper()
                )
                or (
                    head.low in lex.people
                    and not head.low.endswith(
                        (
                            "s",
                            "men",
                            "people",
                            "children",
                            "police",
                            "women",
                            "personnel",
                            "troops",
                            "crew",
                        )
                    )
                    and opening in {"the", "his", "her"}
                )
            )
            if not single:
                continue
            number = Number(1, 1)
        known = True
        low += number.low
        if number.high is None or high < 0:
            high = -1
        else:
            high += number.high
    return Number(low, None if high < 0 else high) if known else None


def _bare(clause: Clause, out: Casualties, lex: Lexicon) -> None:
    """Counts without a verb of killing: "12 dead", "left five wounded", "a toll of nine"."""
    words = clause.words
    for k, w in enumerate(words):
        if w.low in _DEAD_NOUNS and (out.dead is None):
            number = (
                read_number(clause, max(0, k - 4), k, lex)
                if k and words[k - 1].tag in "qnj"
                else None
            )
            if number and _counts_people(clause, k, lex):
                out.dead = number
            elif w.low in {"bodies", "corpses"} and k + 2 < len(words) and words[k + 1].low == "of":
                out.dead = read_number(clause, k + 2, min(len(words), k + 6), lex)
        elif w.low in _HURT_NOUNS and out.hurt is None and k and words[k - 1].tag in "qnj":
            number = read_number(clause, max(0, k - 4), k, lex)
            if number and _counts_people(clause, k, lex):
                out.hurt = number
        elif (
            w.low == "lives"
            and k >= 2
            and out.dead is None
            and any(
                words[j].low in {"claimed", "cost", "lost", "took", "claiming", "costing"}
                for j in range(max(0, k - 6), k)
            )
        ):
            out.dead = read_number(clause, max(0, k - 4), min(len(words), k + 4), lex)
        elif w.low == "toll" and out.dead is None:
            nxt = [j for j in range(k, min(len(words), k + 9)) if words[j].tag == "q"]
            if nxt:
                out.dead = read_number(clause, nxt[0] - 1, min(len(words), nxt[-1] + 1), lex)
        elif (
            w.low in {"casualties", "deaths", "injuries", "victims"}
            and k
            and words[k - 1].low in {"no", "without", "any"}
        ):
            if w.low in {"casualties", "deaths"}:
                out.dead = out.dead or Number(0, 0)
            if w.low in {"casualties", "injuries"}:
                out.hurt = out.hurt or Number(0, 0)
        elif w.low in {"nobody", "no-one"} or (w.low == "one" and k and words[k - 1].low == "no"):
            for j in range(k, min(len(words), k + 5)):
                if words[j].low in {"killed"}:
                    out.dead = out.dead or Number(0, 0)
                elif words[j].low in {"hurt", "injured", "wounded"}:
                    out.hurt = out.hurt or Number(0, 0)


def _counts_people(clause: Clause, k: int, lex: Lexicon) -> bool:
    """The words before "dead" hold a number that is no year, date, or age."""
    words = clause.words
    for j in range(k - 1, max(-1, k - 5), -1):  # "03 Mar, 47 dead": the nearest
        w = words[j]
        if w.tag in ",;.()":
            continue
        if w.tag == "q" or w.low in lex.numbers:
            between = words[j + 1 : k]
            return all(b.tag in "qnjsa-" or b.low in {"of", "than", "people"} for b in between)
    return False
