"""The word tables compiled for reading: inflected forms, phrases, sets.

Tables give base forms; here they become look-ups by casefolded word. Built once, on
first use, and shared.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from geo.lexicon import actors_en, grammar_en, targets_en, triggers_en, weapons_en
from geo.lexicon.shorthand_en import SHORTHAND

__all__ = ["Entry", "Lexicon", "Phrases", "inflect", "lexicon", "split_words", "word_set"]


def split_words(words: str) -> list[str]:
    """The entries of a comma-separated table cell, without repetition."""
    return list(dict.fromkeys(w.strip() for w in words.split(",") if w.strip()))


def word_set(words: str) -> frozenset[str]:
    """The words of a space-separated list."""
    return frozenset(words.split())


@cache
def inflect(verb: str) -> tuple[str, str, str, str, str]:
    """Base, third person, past, participle and gerund of an English verb.

    An irregular verb names its forms: `base:past[:participle[:gerund]]`. The particle of
    a phrasal verb stays behind the verb.

    Examples
    --------
    >>> inflect("storm")
    ('storm', 'storms', 'stormed', 'stormed', 'storming')
    >>> inflect("carry out")[2:]
    ('carried out', 'carried out', 'carrying out')
    >>> inflect("strike:struck")[3]
    'struck'
    """
    base, *given = [part.strip() for part in verb.split(":")]
    head, _, tail = base.partition(" ")
    if tail and head.endswith("ly") and not given:
        a, b, c, d, e = (f"{head} {form}" for form in inflect(tail))  # "sexually assault"
        return a, b, c, d, e
    tail = f" {tail}" if tail else ""
    if head.endswith(("s", "sh", "ch", "x", "z")):
        third = head + "es"
    elif head.endswith("y") and head[-2] not in "aeiou":
        third = head[:-1] + "ies"
    else:
        third = head + "s"
    if head.endswith("e"):
        past = head + "d"
    elif head.endswith("y") and head[-2] not in "aeiou":
        past = head[:-1] + "ied"
    else:
        past = head + "ed"
    gerund = head[:-1] + "ing" if head.endswith("e") and not head.endswith("ee") else head + "ing"
    if given and given[0] == head + head[-1] + "ed":
        gerund = head + head[-1] + "ing"
    past_form = given[0] if given else past + tail
    participle = given[1] if len(given) > 1 else past_form
    gerund_form = given[2] if len(given) > 2 else gerund + tail
    return base, third + tail, past_form, participle, gerund_form


def _nationals() -> list[str]:
    """People by where they are from, in the plural: "Filipinos", "Frenchmen"."""
    from gazetteer.sources.curated import demonyms  # brings numpy and shapely with it

    return [w for w in demonyms() if w.endswith(("s", "men", "women")) and " " not in w]


def _plural(noun: str) -> str:
    if noun.endswith(("s", "fire", "fighting", "ordnance", "violence", "dynamite")):
        return noun
    if noun.endswith(("sh", "ch", "x")):
        return noun + "es"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


@dataclass(frozen=True, slots=True)
class Entry:
    """One trigger form."""

    kind: str
    role: str
    sure: int
    pos: str
    """`n` or `v`."""
    lemma: str
    form: str
    """`base`, `third`, `past`, `participle`, `gerund` for verbs; `singular`, `plural`."""


class Phrases:
    """Longest match of phrases on a list of words; a dict by first word, so linear."""

    __slots__ = ("_by_first",)

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], object]]] = {}

    def add(self, phrase: str, value: object, *, hyphens: bool = False) -> None:
        """Add a phrase; with `hyphens` as a text has it whose hyphens are words of their own."""
        named = any(letter.isdigit() for letter in phrase)  # "f-16" is one word
        apart = phrase if named else phrase.replace("-", " - " if hyphens else " ")
        words = tuple(apart.split())
        bucket = self._by_first.setdefault(words[0], [])
        if (words, value) not in bucket:
            insort(bucket, (words, value), key=lambda item: -len(item[0]))

    def at(self, words: list[str], i: int) -> tuple[int, list[object]]:
        """Length of the longest phrase at `i` and the values it has; 0 and [] for none."""
        bucket = self._by_first.get(words[i])
        if bucket is None:
            return 0, []
        found: list[object] = []
        length = 0
        for phrase, value in bucket:
            n = len(phrase)
            if length and n < length:
                break
            if n == 1 or tuple(words[i : i + n]) == phrase:
                length = n
                found.append(value)
        return length, found

    def longest_from(self, word: str) -> int:
        """Words of the longest phrase that begins with a word; 0 for none."""
        bucket = self._by_first.get(word)
        return len(bucket[0][0]) if bucket else 0

    def begins_within(self, words: list[str], first: int = 0, last: int | None = None) -> bool:
        """Whether a phrase begins at one of the words from `first` to `last`, exclusive."""
        by_first = self._by_first
        for i in range(first, len(words) if last is None else last):
            if words[i] in by_first and self.at(words, i)[0]:
                return True
        return False

    def opened_by_none(self, words: Iterable[str]) -> bool:
        """Whether no phrase begins with any of the words."""
        return self._by_first.keys().isdisjoint(words)

    def __contains__(self, word: str) -> bool:
        return word in self._by_first

    def openings(self) -> frozenset[str]:
        """The first words of all phrases."""
        return frozenset(self._by_first)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that reading needs, for one language."""

    language: str
    triggers: Phrases
    trigger_words: frozenset[str]
    """First words of triggers: a sentence without any of them is not read further."""
    light: dict[str, str]
    light_verbs: frozenset[str]
    """Their lemmas, without the particles."""
    light_phrases: Phrases
    occur: dict[str, str]
    report: dict[str, str]
    """Form to lemma."""
    tags: dict[str, str]
    verbs: dict[str, tuple[str, str]]
    """Form to (lemma, form name)."""
    stages: Phrases
    weapons: Phrases
    targets: Phrases
    actors: dict[str, str]
    armed: frozenset[str]
    groups: Phrases
    institutions: Phrases
    group_heads: frozenset[str]
    """Heads of names of armed groups; `loose_heads` need a word of `struggle` beside them."""
    loose_heads: frozenset[str]
    struggle: frozenset[str]
    members: frozenset[str]
    arms_of_state: Phrases
    people: frozenset[str]
    civilians: frozenset[str]
    speakers: frozenset[str]
    non_events: Phrases
    anaphors: frozenset[str]
    before: Phrases
    numbers: dict[str, int]
    negations: frozenset[str]
    quantifiers: frozenset[str]
    deeds: frozenset[str]
    """Nouns in -ing that name an incident: "bombing", "shelling"."""


_FORMS = ("base", "third", "past", "participle", "gerund")


def _forms(cell: str) -> dict[str, str]:
    return {form: inflect(verb)[0] for verb in split_words(cell) for form in inflect(verb)}


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The compiled tables of a language; English is the one there is."""
    g, a, t = grammar_en, actors_en, targets_en
    triggers = Phrases()
    for row in triggers_en.TRIGGERS:
        for noun in split_words(row.nouns):
            for form, name in ((noun, "singular"), (_plural(noun), "plural")):
                if name == "plural" and form == noun:
                    continue
                number = "plural" if noun.endswith("s") and name == "singular" else name
                triggers.add(form, Entry(row.kind, row.role, row.sure, "n", noun, number))
        for verb in split_words(row.verbs):
            for form, name in zip(inflect(verb), _FORMS, strict=True):
                triggers.add(form, Entry(row.kind, row.role, row.sure, "v", inflect(verb)[0], name))
    tags: dict[str, str] = {}
    for cell, tag in (
        (g.ADVERBS, "a"),
        (g.QUANTIFIERS, "q"),
        (g.PREPOSITIONS, "p"),
        (g.COORDINATORS, "c"),
        (g.SUBORDINATORS, "s"),
        (g.AUXILIARIES, "x"),
        (g.MODALS, "m"),
        (g.PRONOUNS, "r"),
        (g.DETERMINERS, "d"),
    ):
        tags.update({word: tag for word in split_words(cell) if " " not in word})
    tags |= {"that": "s", "not": "t", "never": "t", "no": "d", "as": "s", "to": "p", "there": "r"}
    tags |= {"since": "s", "after": "s", "before": "s", "until": "s", "her": "d", "a": "d"}
    tags |= dict.fromkeys(g.NUMBERS, "q")
    verbs: dict[str, tuple[str, str]] = {}
    cells = (g.VERBS, g.LIGHT_VERBS, g.OCCUR_VERBS, g.REPORT_VERBS)
    trigger_verbs = ",".join(row.verbs for row in triggers_en.TRIGGERS)
    stage_verbs = ",".join(g.STAGE_WORDS.values())
    for cell in (*cells, stage_verbs, trigger_verbs):
        for verb in split_words(cell):
            for form, name in zip(inflect(verb), _FORMS, strict=True):
                word = form.split(" ")[0]
                if "-" in word or (word.endswith("ly") and form != word):
                    continue
                if name == "base" and inflect(verb)[2].split(" ")[0] == word:
                    name = "past"  # "hit", "set": past far more often than base
                verbs.setdefault(word, (inflect(verb)[0].split(" ")[0], name))
    for word in (
        "be",
        "warning",
        "warnings",
        "threats",
        "plans",
        "unsuccessful",
        "willing",
        "ready",
        "denial",
        "machine",
    ):
        verbs.pop(word, None)
    stages, weapons, targets = Phrases(), Phrases(), Phrases()
    for stage, cell in g.STAGE_WORDS.items():
        for verb in split_words(cell):
            for form in inflect(verb):
                stages.add(form, stage)
    for weapon in weapons_en.WEAPONS:
        for word in split_words(weapon.words):
            weapons.add(word, weapon)
            weapons.add(_plural(word), weapon)
    for kind, cell in t.TARGETS.items():
        for word in split_words(cell):
            targets.add(word, kind)
    groups, institutions, non_events, before = Phrases(), Phrases(), Phrases(), Phrases()
    light_phrases = Phrases()
    for word in split_words(a.GROUPS):
        groups.add(word, word.replace("-", " "))
        groups.add(word, word.replace("-", " "), hyphens=True)
    designations = split_words(weapons_en.AIRCRAFT)
    aircraft = [*designations, *map(_plural, designations)]
    arms = Phrases()
    for word in split_words(a.ARMS_OF_STATE):
        arms.add(word, word)
    for name, code in a.INSTITUTIONS.items():
        institutions.add(name, code)
    for why, cell in g.NON_EVENTS.items():
        for word in split_words(cell):
            non_events.add(word, why)
    for word in split_words(g.BEFORE):
        before.add(word, word)
    for form, lemma in _forms(g.LIGHT_VERBS).items():
        light_phrases.add(form, lemma)
    known = frozenset(triggers._by_first)
    first = known | {short for short, long in SHORTHAND.items() if long in known}
    return Lexicon(
        language=language,
        triggers=triggers,
        trigger_words=first,
        light=_forms(g.LIGHT_VERBS),
        light_verbs=frozenset(inflect(v)[0].split(" ")[0] for v in split_words(g.LIGHT_VERBS)),
        light_phrases=light_phrases,
        occur={form.split(" ")[0]: lemma for form, lemma in _forms(g.OCCUR_VERBS).items()},
        report=_forms(g.REPORT_VERBS),
        tags=tags,
        verbs=verbs,
        stages=stages,
        weapons=weapons,
        targets=targets,
        actors={w: kind for kind, cell in a.ACTORS.items() for w in split_words(cell)}
        | dict.fromkeys(aircraft, "force"),
        armed=frozenset(split_words(a.ARMED)).union(aircraft),
        groups=groups,
        institutions=institutions,
        group_heads=frozenset(split_words(a.GROUP_HEADS)),
        loose_heads=frozenset(split_words(a.LOOSE_HEADS)),
        struggle=frozenset(split_words(a.STRUGGLE)),
        members=frozenset(split_words(a.MEMBERS)),
        arms_of_state=arms,
        people=frozenset(split_words(t.PEOPLE)).union(_nationals()),
        civilians=frozenset(split_words(t.CIVILIANS)),
        speakers=frozenset(split_words(a.SPEAKERS)),
        non_events=non_events,
        anaphors=frozenset(split_words(g.ANAPHORS)),
        before=before,
        numbers=dict(g.NUMBERS),
        negations=frozenset(split_words(g.NEGATIONS)),
        quantifiers=frozenset(split_words(g.QUANTIFIERS)),
        deeds=frozenset(
            noun.split()[-1]
            for row in triggers_en.TRIGGERS
            for noun in split_words(row.nouns)
            if noun.endswith("ing")
        ),
    )
