"""Triggers in a clause, and the frame around each: who, what, how many, whether at all.

A frame is active ("gunmen attacked the village"), passive ("the base was hit by"),
nominal ("an attack on the base by", "carried out three air strikes against") or bare
("five dead"). Reading is linear in the clause: each look to the left or right stops at
a clause boundary.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from geo.clauses import Clause, Phrase
from geo.words import Entry, Lexicon

__all__ = ["Frame", "Number", "find_frames", "find_objects", "is_time", "read_number"]


@dataclass(frozen=True, slots=True)
class Number:
    """How many: `high` is None where the text sets no upper end."""

    low: int
    high: int | None


@dataclass(slots=True)
class Frame:
    """One trigger and what the clause says around it. Numbers are word or phrase indices."""

    entry: Entry
    first: int
    last: int
    voice: str = "nominal"
    """nominal, active, passive or middle ("a bomb exploded")."""
    stage: str = "occurred"
    subjects: list[int] = field(default_factory=list)
    """Phrases: who or what does it (agents of a passive too)."""
    objects: list[int] = field(default_factory=list)
    """Phrases: whom or what it is done to."""
    origin: tuple[int, int] = (-1, -1)
    """Words that say where it was launched from."""
    carriers: list[int] = field(default_factory=list)
    """Phrases introduced by "with" or "using": weapons."""
    count: Number | None = None
    definite: bool = False
    plural: bool = False
    negated: bool = False
    finite: bool = False
    """Whether a finite verb carries it, itself or a verb it depends on."""
    background: bool = False
    """Whether "after", "in response to" and the like put it before the sentence's time."""
    relative: bool = False
    """Whether it stands in a relative clause."""
    verb: int = -1
    """The verb that carries it, or -1."""
    perfect: bool = False
    occurs: bool = False
    """Whether it is the subject of a verb that says it happened: "clashes broke out"."""
    commented: bool = False
    """Whether it is the object of a verb that only speaks of it: "condemned the attack"."""
    copula: bool = False
    """Whether it is only said to be something: "the strikes were the second time"."""
    generic: bool = False
    """Present habit, purpose, modifier: told of, not told."""


_MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)


def read_number(clause: Clause, first: int, last: int, lex: Lexicon) -> Number | None:
    """The number that words `first` to `last` state, if any.

    "at least five" is 5 without upper end, "dozens" 24 without upper end, "five or six"
    and "five to seven" a range, "a", "an" one; "several" two or more.
    """
    words = clause.words
    low: int | None = None
    values: list[int] = []
    at_least = at_most = more = False
    i = first
    while i < last:
        w = words[i]
        t = w.low
        if t in {"least", "fewer"} or (t == "than" and i and words[i - 1].low == "more"):
            at_least = True
        elif t in {"over", "minimum"}:
            at_least = True
        elif t == "most" or (t == "to" and i and words[i - 1].low == "up") or (t == "many" and i and words[i - 1].low == "as"):
            at_most = True
        elif t == "than" and i and words[i - 1].low in {"less", "fewer"}:
            at_most = True
        elif t[:1].isdigit():
            plain = t.replace(",", "")
            digits = plain.rstrip("stndrh")
            dated = i + 1 < len(words) and words[i + 1].low in _MONTHS or i > 0 and words[i - 1].low in _MONTHS
            if digits == plain and digits.isdigit() and len(digits) < 7 and not dated and not (len(digits) == 4 and 1900 <= int(digits) <= 2100 and "," not in t):
                hyphen = i + 1 < last and words[i + 1].text in "-–" and words[i + 1].start == w.end
                if hyphen and i + 2 < last and not words[i + 2].low[:1].isdigit():
                    i += 1  # "17-year-old", "3-story"
                    while i < last and (words[i].tag == "-" or words[i].start == words[i - 1].end):
                        i += 1
                    continue
                if not (i and words[i - 1].text == "-" and words[i - 1].start > 0 and words[i - 1].end == w.start and not values):
                    values.append(int(digits))
        elif t in lex.numbers and t not in {"twin", "pair"}:
            base = lex.numbers[t]
            if t in {"hundred", "thousand", "dozen", "million"} and values:
                values[-1] *= base
            elif values and values[-1] in range(20, 100, 10) and base < 10 and i and words[i - 1].tag == "-":
                values[-1] += base
            else:
                values.append(base)
        elif t == "twin":
            values.append(2)
        elif t in {"pair", "couple"} and i + 1 < last and words[i + 1].low == "of":
            values.append(2)
        elif t in {"dozens", "scores"}:
            values.append(24 if t == "dozens" else 40)
            at_least = True
        elif t == "hundreds":
            values.append(200)
            at_least = True
        elif t == "thousands":
            values.append(2000)
            at_least = True
        elif t in {"several", "multiple", "numerous", "various", "series", "wave", "string", "spate", "handful", "few"} and not values:
            low, more = 2, True
        i += 1
    if values:
        small, big = min(values[:3]), max(values[:3])
        if len(values) > 1 and small != big and "and" in {words[k].low for k in range(first, last)}:
            big = small = values[0]
        if at_least:
            return Number(small, None)
        if at_most:
            return Number(1, big)
        return Number(small, big)
    if low is not None and more:
        return Number(low, None)
    return None


def find_frames(clause: Clause, lex: Lexicon) -> list[Frame]:
    """Every trigger of the clause with its frame, in text order."""
    frames: list[Frame] = []
    lows, words = clause.lows, clause.words
    i, n = 0, len(words)
    while i < n:
        if lows[i] not in lex.trigger_words:
            i += 1
            continue
        length, entries = _match(clause, i, lex)
        if not entries:
            i += 1
            continue
        frame = _frame(clause, i, i + length, entries, lex)
        if frame is not None:
            frames.append(frame)
        i += length
    return frames


def _match(clause: Clause, i: int, lex: Lexicon) -> tuple[int, list[Entry]]:
    """The longest trigger at `i`, looking through hyphens ("drive-by", "air-strike")."""
    lows, words = clause.lows, clause.words
    window = [lows[i]]
    spans = [i]
    j = i + 1
    while j < len(words) and len(window) < lex.triggers.longest:
        if words[j].tag == "-":
            j += 1
            continue
        if words[j].tag in ",;.()\"":
            break
        window.append(lows[j])
        spans.append(j)
        j += 1
    length, values = lex.triggers.at(window, 0)
    if not length:
        return 0, []
    return spans[length - 1] + 1 - i, [v for v in values if isinstance(v, Entry)]


def _frame(
    clause: Clause, first: int, last: int, entries: list[Entry], lex: Lexicon
) -> Frame | None:
    words = clause.words
    tag = words[first].tag
    if words[first].low == "fire" and first and words[first - 1].low in {"caught", "catch", "catches", "catching", "on"}:
        return None
    if last < len(words) and words[first].low in {"tank", "tanks"} and first and words[first - 1].low in {"oil", "fuel", "water", "gas", "storage", "septic"}:
        return None
    verbal = tag in "vgbj"
    wanted = [e for e in entries if e.pos == ("v" if verbal else "n")]
    if not wanted and verbal:
        wanted = [e for e in entries if e.pos == "n" and e.lemma not in {"strike"}]
        verbal = False
    if not wanted:
        if all(e.pos == "v" for e in entries) and last - first == 1:
            return None
        wanted = entries
        verbal = wanted[0].pos == "v"
    entry = max(wanted, key=lambda e: (e.sure, e.role == "event"))
    if tag == "j" and verbal and entry.role != "effect":
        verbal = verbal and entry.sure >= 2
        if entry.lemma in {"target", "occupy", "guide", "seize", "capture", "fire", "place", "plant", "destroy"}:
            return None
    frame = Frame(entry, first, last)
    if verbal:
        _verbal(clause, frame, lex)
    else:
        _nominal(clause, frame, lex)
    return frame


# --- Looking around -------------------------------------------------------------------


def _left_subject(clause: Clause, i: int, lex: Lexicon) -> tuple[list[int], bool]:
    """The phrase that is the subject of a verb at `i`, and whether through a relative."""
    words, of = clause.words, clause.phrase_of
    k = i - 1
    depth = 0
    commas = 0
    if k > 1 and words[k].tag == ",":
        # "the insurgents, who say that they ..., attacked": past what was inserted
        for j in range(k - 1, max(0, k - 25), -1):
            if words[j].tag == "s" and words[j - 1].tag == "," and words[j].low in {"who", "which", "whose", "where"}:
                k = j - 2
                break
            if words[j].tag == ";":
                break
    if k > 0 and words[k].tag == "c" or k > 0 and words[k].tag == "a" and words[k - 1].tag == "c":
        # "killed three and damaged two": the subject of the verb before
        for j in range(k - 1, max(-1, k - 25), -1):
            if words[j].tag == "v" and (j == 0 or words[j - 1].tag not in "dq"):
                helper, _, _, _, be = _helpers(clause, j)
                if be and words[i].tag == "v" and words[i - 1].tag == "c":
                    break
                return _left_subject(clause, helper if helper >= 0 else j, lex)
            if words[j].tag in ";s":
                break
    while k >= 0:
        w = words[k]
        if w.tag == ")":
            depth += 1
        elif w.tag == "(":
            depth = max(0, depth - 1)
        elif depth:
            pass
        elif w.tag == ";":
            return [], False
        elif w.tag == ",":
            commas += 1
        elif w.tag == "s":
            if w.low in {"that", "which", "who", "whom"}:
                antecedent = _phrase_before(clause, k)
                return ([antecedent] if antecedent >= 0 else []), True
            return [], False
        elif w.tag in "vb" and k < i - 1:
            # a verb to the left: shared subject if coordinated, else a reduced relative
            between = words[k + 1 : i]
            if any(b.tag == "c" for b in between) or w.tag == "b":
                return _left_subject(clause, k, lex)
            if w.tag == "v" and k + 1 < i and commas:
                k -= 1
                continue
        elif w.tag in "nrqdj" and of[k] >= 0:
            p = clause.phrases[of[k]]
            object_of = p.first > 0 and words[p.first - 1].tag in "gb"
            if p.first > 1 and words[p.first - 1].tag == "v" and words[p.first - 1].low not in lex.report:
                # "militants who had crossed the river shelled": the antecedent
                for j in range(p.first - 2, max(-1, p.first - 8), -1):
                    if words[j].tag == "s" and words[j].low in {"who", "which", "that"}:
                        antecedent = _phrase_before(clause, j)
                        return ([antecedent] if antecedent >= 0 else []), False
                    if words[j].tag in ";n":
                        break
            if p.preposition < 0 and not object_of and not is_time(clause, p):
                return _with_coordinated_left(clause, of[k]), False
            k = p.first
        k -= 1
    return [], False


def _with_coordinated_left(clause: Clause, index: int) -> list[int]:
    """The phrase and those joined to it by "and" on the left."""
    out = [index]
    phrases, words = clause.phrases, clause.words
    while index > 0 and len(out) < 6:
        before = phrases[index - 1]
        gap = words[before.last : phrases[index].first]
        if gap and all(g.tag in "c,a" for g in gap) and any(g.tag == "c" or g.tag == "," for g in gap):
            if before.preposition >= 0:
                if gap[-1].tag == "c":
                    return out  # "gunmen on motorcycles and trucks": a list in the PP
                return out
            if gap[-1].tag == "," and len(out) == 1:
                return out
            index -= 1
            out.insert(0, index)
        else:
            return out
    return out


def _phrase_before(clause: Clause, k: int) -> int:
    """The phrase that ends at or before word `k`, across a comma and brackets."""
    words, of = clause.words, clause.phrase_of
    k -= 1
    depth = 0
    while k >= 0:
        tag = words[k].tag
        if tag == ")":
            depth += 1
        elif tag == "(":
            depth = max(0, depth - 1)
        elif depth == 0 and of[k] >= 0:
            index = of[k]
            p = clause.phrases[index]
            # "the leader of the group who": the head of an of-phrase is as good
            return index if p.preposition < 0 or words[p.preposition].low != "of" else index
        elif depth == 0 and tag not in ',"-':
            return -1
        k -= 1
    return -1


_TIME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight week weeks month months year years "
    "day days morning night evening afternoon hours hour january february march april may june july august september october "
    "november december dawn dusk noon midnight weekend time times gmt".split()
)


def is_time(clause: Clause, phrase: Phrase) -> bool:
    """Whether a phrase says when: its head is a day, a month or the like."""
    return clause.words[phrase.head].low in _TIME


def _right_objects(clause: Clause, i: int, lex: Lexicon, *, prepositions: frozenset[str] = frozenset()) -> list[int]:
    """Phrases that follow word `i` directly, with those joined to them."""
    words, of = clause.words, clause.phrase_of
    k, n = i, len(words)
    while k < n and (words[k].tag in "a\"" or (words[k].tag == "q" and of[k] < 0)):
        k += 1
    if k < n and words[k].tag == "p" and words[k].low in prepositions:
        k += 1
        while k < n and words[k].tag in "a\"":
            k += 1
    if k >= n or of[k] < 0:
        return []
    index = of[k]
    if is_time(clause, clause.phrases[index]):
        return []
    return find_objects(clause, index)


def find_objects(clause: Clause, index: int) -> list[int]:
    """The phrase and those that "and" or commas join to it on the right."""
    out = [index]
    phrases, words = clause.phrases, clause.words
    while index + 1 < len(phrases) and len(out) < 8:
        here, following = phrases[index], phrases[index + 1]
        gap = words[here.last : following.first]
        tags = [g.tag for g in gap]
        if gap and gap[0].low == "of" and len(gap) == 1:
            index += 1  # stays inside "members of the army"
            continue
        if not gap or any(t not in "c,()" for t in tags) or "c" not in tags and "," not in tags:
            return out
        after = words[following.last].tag if following.last < len(words) else "."
        if after in "vxm" and "c" in tags:
            return out  # "... and the army said": a new clause
        if "c" not in tags and not _list_goes_on(clause, index + 1):
            return out
        if is_time(clause, following):
            return out
        index += 1
        out.append(index)
    return out


def _list_goes_on(clause: Clause, index: int) -> bool:
    """Whether commas after this phrase lead to an "and": a list, not an apposition."""
    phrases, words = clause.phrases, clause.words
    for k in range(index, min(index + 5, len(phrases) - 1)):
        gap = [g.tag for g in words[phrases[k].last : phrases[k + 1].first]]
        if not gap or any(t not in "c," for t in gap):
            return False
        if "c" in gap:
            return True
    return False


def _by_agents(clause: Clause, i: int, lex: Lexicon) -> list[int]:
    """Phrases after "by" to the right of `i`, up to the clause's end."""
    words, of = clause.words, clause.phrase_of
    for k in range(i, min(len(words) - 1, i + 18)):
        w = words[k]
        if w.tag in ";s" and w.low not in {"as"}:
            return []
        if w.tag in "xm":
            return []
        if w.low == "by" and of[k + 1] >= 0:
            p = clause.phrases[of[k + 1]]
            if is_time(clause, p):
                continue
            return find_objects(clause, of[k + 1])
    return []


def _carriers(clause: Clause, i: int) -> list[int]:
    words, of = clause.words, clause.phrase_of
    for k in range(i, min(len(words) - 1, i + 22)):
        w = words[k]
        if w.tag in ";" or w.low in {"who", "which"}:
            return []
        if w.low in {"with", "using", "via"} and of[k + 1] >= 0:
            if w.low == "with" and k and words[k - 1].low in {"clashed", "clashes", "fighting", "battle", "clash", "along", "together"}:
                continue
            return find_objects(clause, of[k + 1])
    return []


# --- Verbs ----------------------------------------------------------------------------


def _verbal(clause: Clause, frame: Frame, lex: Lexicon) -> None:
    words, of = clause.words, clause.phrase_of
    i = frame.first
    w = words[i]
    form = frame.entry.form
    frame.verb = i
    helper, modal, negated, perfect, be = _helpers(clause, i)
    frame.negated = negated
    frame.perfect = perfect
    if w.tag == "b":
        frame.stage = _modal_stage(clause, i, modal, lex)
        if frame.stage == "purpose":
            frame.stage, frame.generic = "planned", True
        frame.finite = modal != ""
    elif w.tag == "g":
        frame.finite = be
    elif w.tag == "j":
        frame.generic = True
    else:
        frame.finite = True
    if modal in {"could", "may", "might", "should", "must", "can", "would"} and w.tag == "v":
        if not perfect or modal in {"could", "would"}:
            frame.stage = "planned"
    passive = be and (w.tag == "v" or (w.tag == "j" and form == "participle"))
    lemma = frame.entry.lemma
    if lemma in _SUFFERED:
        frame.voice = "passive"  # "came under fire": the subject is the target
        frame.finite = w.tag == "v"
        frame.objects, frame.relative = _left_subject(clause, helper if helper >= 0 else i, lex)
        frame.subjects = _by_agents(clause, frame.last, lex) or _from_agents(clause, frame.last)
        frame.carriers = _carriers(clause, frame.last)
        return
    intransitive = lemma in {"explode", "go off", "clash", "die", "skirmish", "detonate", "perish", "disappear", "lose their lives", "lose his life", "lose her life"}
    if w.tag == "v" and not be and not perfect and not intransitive and helper < 0:
        passive = _reduced_passive(clause, i, frame, lex)
    subject_at = helper if helper >= 0 else i
    if passive:
        frame.voice = "passive"
        frame.objects, frame.relative = _left_subject(clause, subject_at, lex)
        if helper < 0 and not frame.objects:
            before = _phrase_before(clause, i)
            frame.objects = [before] if before >= 0 else []
        if helper < 0:
            before = of[i - 1] if i else -1
            if before >= 0:
                frame.objects = [before]
                frame.relative = True
        frame.subjects = _by_agents(clause, frame.last, lex)
    elif intransitive:
        frame.voice = "middle"
        frame.subjects, frame.relative = _left_subject(clause, subject_at, lex)
        if lemma in {"clash", "skirmish"}:
            frame.voice = "active"
            frame.objects = _right_objects(clause, frame.last, lex, prepositions=frozenset({"with", "against"}))
    else:
        frame.voice = "active"
        if w.tag == "g":
            frame.subjects = []
            if be:
                frame.subjects, frame.relative = _left_subject(clause, subject_at, lex)
        else:
            frame.subjects, frame.relative = _left_subject(clause, subject_at, lex)
        to = frozenset({"at", "on", "into", "upon", "against", "towards"})
        frame.objects = _right_objects(clause, frame.last, lex, prepositions=to)
    if frame.voice == "active" and frame.objects and words[clause.phrases[frame.objects[0]].head].low in {"him", "her", "them"}:
        heads = {words[clause.phrases[s].head].low for s in frame.subjects if s >= 0}
        if heads & _GUARDS:
            frame.generic = True  # "before police shot him": the end of it, not another one
    frame.carriers = _carriers(clause, frame.last)
    if lemma in {"launch", "fire"}:
        frame.origin = _origin(clause, frame.last)
    frame.background = _is_background(clause, i, lex)
    if frame.stage == "occurred":
        frame.stage = _governed_stage(clause, i if helper < 0 else helper, lex)
    if w.tag == "v" and form in {"third", "base"} and not be and frame.entry.sure < 3:
        # the present tense tells a habit, except in headlines
        frame.generic = frame.relative


_SUFFERED = frozenset({"come under fire", "come under attack", "take fire", "take a direct hit"})
_GUARDS = frozenset("police officers officer guards guard soldiers troops forces policemen gendarmes commandos agents".split())


def _from_agents(clause: Clause, i: int) -> list[int]:
    """ "came under fire from rebels"."""
    words, of = clause.words, clause.phrase_of
    if i + 1 < len(words) and words[i].low == "from" and of[i + 1] >= 0:
        return find_objects(clause, of[i + 1])
    return []


def _origin(clause: Clause, i: int) -> tuple[int, int]:
    """Words after "from" up to the next "at", "on", "towards": where a thing was launched."""
    words = clause.words
    for k in range(i, min(len(words), i + 20)):
        if words[k].low == "from":
            last = k + 1
            while last < len(words) and words[last].tag not in ";,v" and words[last].low not in {"at", "towards", "toward", "into", "against", "on", "targeting"}:
                last += 1
            return k, last
        if words[k].tag in ";vx":
            break
    return -1, -1


def _helpers(clause: Clause, i: int) -> tuple[int, str, bool, bool, bool]:
    """Left of a verb: first auxiliary, modal, negation, perfect, a form of "be"."""
    words = clause.words
    helper, modal = -1, ""
    negated = perfect = be = False
    k = i - 1
    steps = 0
    while k >= 0 and steps < 7:
        w = words[k]
        if w.tag == "x":
            helper = k
            if w.low in {"have", "has", "had", "having", "haven't", "hasn't", "hadn't"}:
                perfect = True
            elif w.low in {"is", "are", "was", "were", "be", "been", "being", "am", "isn't", "wasn't", "weren't", "got", "get", "gets"}:
                be = True
            negated = negated or w.low.endswith("n't")
        elif w.tag == "m":
            helper, modal = k, w.low
            negated = negated or w.low.endswith("n't") or w.low == "cannot"
        elif w.tag == "t":
            negated = True
        elif w.tag == "a" or w.low in {"to", "both", "all"}:
            pass
        elif w.tag == "q" and w.low in {"only", "about", "nearly", "almost"}:
            pass
        else:
            break
        k -= 1
        steps += 1
    if words[i].tag == "n" and k >= 0:
        pass
    return helper, modal, negated, perfect, be


def _reduced_passive(clause: Clause, i: int, frame: Frame, lex: Lexicon) -> bool:
    """Whether a bare participle is passive: "killed in", "facilities struck were"."""
    words, of = clause.words, clause.phrase_of
    n = len(words)
    k = frame.last
    nxt = words[k] if k < n else None
    if nxt is not None and nxt.low == "by":
        return True
    if i == 0:
        return False
    before = of[i - 1]
    if before < 0:
        return words[i - 1].tag in ",(" and nxt is not None and nxt.low in {"in", "on", "near", "during", "when"} and frame.entry.lemma in {"kill", "wound", "injure", "kidnap", "abduct", "murder"}
    if nxt is not None and nxt.tag in "xm":
        return True
    head = words[clause.phrases[before].head].low
    if nxt is not None and nxt.low == "at" and nxt.tag == "q":
        return False
    if nxt is None or nxt.tag in ".,;)" or nxt.low in {"in", "when", "during", "after", "near", "on", "at", "and", "since", "last", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday"}:
        if frame.entry.lemma in {"fire", "launch", "attack", "land in", "fall on", "strike", "hit"} and nxt is not None and nxt.low in {"on", "at"}:
            return False
        return head in lex.people or words[clause.phrases[before].first].tag == "q" or head in {"dead", "more"}
    return False


def _modal_stage(clause: Clause, i: int, modal: str, lex: Lexicon) -> str:
    words = clause.words
    if modal in {"will", "would", "shall", "'ll", "won't"}:
        return "threatened"
    if modal:
        return "planned"
    k = i - 1
    while k >= 0 and words[k].tag in "at":
        k -= 1
    if k >= 0 and words[k].low == "to":
        # an infinitive takes its standing from the verb above it
        stage = _governed_stage(clause, k, lex)
        if stage != "occurred":
            return stage
        for j in range(k - 1, max(-1, k - 6), -1):
            if words[j].tag in "vxb":
                above = words[j].lemma or words[j].low
                if above == "use":
                    # "used live rounds to disperse" happened; "were used to carry out" is a purpose
                    return "purpose" if _helpers(clause, j)[4] else "occurred"
                if above in {"manage", "continue", "begin", "start", "proceed", "go"}:
                    return "occurred"
                break
            if words[j].tag in ";":
                break
        return "purpose"
    return "occurred"


def _governed_stage(clause: Clause, i: int, lex: Lexicon) -> str:
    """What the words above the trigger make of it: "foiled an attack", "threatened to"."""
    words = clause.words
    k = i - 1
    steps = 0
    while k >= 0 and steps < 7:
        w = words[k]
        if w.tag in ";." or (w.tag == "s" and w.low not in {"that"}):
            break
        if w.tag == "," and steps > 0 and words[k - 1].tag not in "nj":
            break
        length, values = lex.stages.at([x.low for x in words[k : k + 3]], 0)
        if length:
            stage = str(values[0])
            verbal = w.tag in "vbgj" or w.tag == "n"
            if stage in {"threatened", "planned"} and w.tag == "n" and not _leads_to(clause, k + length, i):
                verbal = False
            if stage == "planned" and w.low in {"order", "ordered", "orders", "want", "wanted", "hope"} and w.tag in "vn":
                verbal = w.low in {"want", "wanted", "hope"}
            if stage == "intercepted":
                verbal = verbal and k + length <= i
            if verbal and w.low not in {"fear", "expected", "ready", "found", "stop", "stopped"}:
                return stage
        elif w.tag in "v" and w.lemma and w.lemma not in lex.light.values() and steps > 0 and w.lemma not in {"be", "take"}:
            break
        k -= 1
        steps += 1
    return "occurred"


def _leads_to(clause: Clause, k: int, i: int) -> bool:
    """Whether only "to", "of", "that" and modifiers stand between."""
    return all(w.low in {"to", "of", "that", "will", "would"} or w.tag in "djqnma" for w in clause.words[k:i])


def _is_background(clause: Clause, i: int, lex: Lexicon) -> bool:
    words = clause.words
    k = i - 1
    steps = 0
    while k >= 0 and steps < 8:
        w = words[k]
        if w.low in {"after", "following", "since"}:
            return True
        if w.low in {"to", "for"} and k and words[k - 1].low in {"response", "retaliation", "reprisal", "revenge", "return", "answer", "responsible"}:
            return True
        if w.low == "of" and k and words[k - 1].low in {"wake", "accused", "suspected", "convicted", "anniversary"}:
            return True
        if w.tag in ";," or (w.tag in "vx" and steps):
            return False
        k -= 1
        steps += 1
    return False


# --- Nouns ----------------------------------------------------------------------------

_OCCUR = frozenset("leave cause see suffer survive witness repel repulse use claim".split())
_ON = frozenset({"on", "against", "at", "targeting", "upon", "into"})


def _nominal(clause: Clause, frame: Frame, lex: Lexicon) -> None:
    words, of = clause.words, clause.phrase_of
    i, last = frame.first, frame.last
    n = len(words)
    index = of[last - 1]
    frame.plural = frame.entry.form == "plural"
    if index < 0:
        frame.generic = words[i].tag not in "n"
        frame.stage = _governed_stage(clause, i, lex)
        return
    phrase = clause.phrases[index]
    opening = words[phrase.first]
    frame.definite = opening.low in {"the", "this", "that", "these", "those", "its", "their", "his", "her"}
    frame.count = read_number(clause, phrase.first, i, lex)
    if phrase.preposition >= 0 and words[phrase.preposition].low == "of" and phrase.preposition > 0:
        outer = of[phrase.preposition - 1]
        if outer >= 0:
            word = words[clause.phrases[outer].head].low
            if word in {"series", "wave", "string", "spate", "dozens", "number", "couple", "pair", "barrage", "handful", "scores", "hundreds"}:
                frame.count = frame.count or read_number(clause, clause.phrases[outer].first, phrase.preposition + 1, lex) or Number(2, None)
            elif word in {"risk", "threat", "fear", "danger", "possibility", "use", "kind", "type", "victim", "victims", "scene", "anniversary", "means", "wing", "campaign"} or words[clause.phrases[outer].head].possessive:
                frame.generic = word in {"risk", "threat", "fear", "danger", "possibility", "kind", "type", "means", "wing"}
    if index >= 0 and phrase.head >= last and words[phrase.head].low not in lex.trigger_words:
        # the trigger only modifies another noun: "attack helicopter", "murder case"
        head = words[phrase.head].low
        if head not in lex.people and head not in {"attempt", "wave", "series", "site", "scene", "operation", "spree", "campaign"} or frame.entry.role == "event" and head in lex.people:
            frame.generic = True
    if any(words[k].low in {"no", "without"} for k in range(phrase.first, i)) or (
        phrase.preposition >= 0 and words[phrase.preposition].low in {"without", "despite"}
    ):
        frame.negated = words[phrase.preposition].low != "despite" if phrase.preposition >= 0 else True
    # who: a modifier of the noun, a possessive, or "by"
    if i > phrase.first:
        modifier = _modifier(clause, phrase.first, i, lex)
        if modifier:
            frame.subjects = [~index]  # the words before the trigger, inside its own phrase
    after = phrase.last
    frame.subjects = _by_agents(clause, after, lex) or frame.subjects
    k = after
    steps = 0
    while k < n and steps < 14:
        w = words[k]
        if w.tag in ";s" or (w.tag in "vxm"):
            break
        if w.low in _ON and k + 1 < n:
            nxt = k + 1
            while nxt < n and words[nxt].tag in "a\"":
                nxt += 1
            if nxt < n and of[nxt] >= 0 and not is_time(clause, clause.phrases[of[nxt]]):
                frame.objects = find_objects(clause, of[nxt])
                break
        if w.low == "of" and k == after and of[k + 1 if k + 1 < n else k] >= 0 and frame.entry.lemma not in {"number"}:
            frame.objects = find_objects(clause, of[k + 1])
            break
        if w.low in {"between"} and k + 1 < n and of[k + 1] >= 0:
            frame.subjects = find_objects(clause, of[k + 1])
            break
        if w.low == "with" and frame.entry.kind == "armed_clash" and k + 1 < n and of[k + 1] >= 0:
            frame.objects = find_objects(clause, of[k + 1])
            break
        k += 1
        steps += 1
    frame.carriers = _carriers(clause, after)
    # the verb that carries it
    verb, side = _carrying_verb(clause, phrase, lex)
    frame.verb = verb
    if side == "copula":
        frame.copula = True
        frame.verb = -1
        frame.finite = True
    elif verb >= 0:
        helper, modal, negated, perfect, be = _helpers(clause, verb)
        lemma = words[verb].lemma
        frame.finite = words[verb].tag == "v"
        frame.negated = frame.negated or negated
        frame.perfect = perfect
        start = helper if helper >= 0 else verb
        if words[verb].tag == "b":
            frame.stage = _modal_stage(clause, verb, modal, lex)
            if frame.stage == "purpose":
                frame.stage, frame.generic = "planned", True
        elif modal in {"could", "may", "might", "should", "would", "can", "must", "will"} and not (perfect and modal in {"may", "might"}):
            frame.stage = "threatened" if modal == "will" else "planned"
        if side == "object" and lemma in {v.split(" ")[0] for v in lex.light.values()}:
            if be and words[verb].tag == "v":
                frame.voice = "passive"
            else:
                frame.voice = "active"
                subjects, frame.relative = _left_subject(clause, start, lex)
                frame.subjects = subjects or frame.subjects
        if side == "subject" and words[verb].low in lex.occur:
            frame.occurs = True
        if side == "object" and lemma in {v.split(" ")[0] for v in lex.light.values()}:
            pass
        elif side == "object" and lemma not in _OCCUR and not be:
            frame.commented = True
        elif side == "subject" and not be:
            length_objects = _right_objects(clause, verb + 1, lex)
            if lemma in {"hit", "strike", "target", "destroy", "damage", "rock", "shake", "level", "pound"} and length_objects:
                frame.objects = length_objects
        elif side == "subject" and be:
            frame.subjects = _by_agents(clause, verb + 1, lex) or frame.subjects
        if frame.stage == "occurred":
            frame.stage = _governed_stage(clause, start if start < i else i, lex)
    else:
        frame.stage = _governed_stage(clause, phrase.first, lex)
        if not frame.subjects and phrase.preposition > 0 and words[phrase.preposition].low in {"in", "during"}:
            # "have used drones in attacks on": the doer is the clause's subject
            frame.subjects = _doer(clause, phrase.preposition, lex)
    if frame.stage == "occurred":
        for k in range(phrase.first, i):
            length, values = lex.stages.at([words[k].low], 0)
            if length and words[k].tag in "jvn" and str(values[0]) in {"foiled", "planned", "threatened", "intercepted"}:
                frame.stage = str(values[0])
            elif words[k].low in {"possible", "potential", "future", "imminent", "would-be", "any", "further", "renewed"} and words[k].low in {"possible", "potential", "future", "imminent", "any"}:
                frame.generic = True
    if verb >= 0 and side == "subject" and be_passive(clause, verb):
        lemma = words[verb].lemma
        for stage in ("foiled", "intercepted", "planned", "threatened"):
            length, values = lex.stages.at([words[verb].low], 0)
            if length and str(values[0]) == stage and words[verb].low not in {"ordered", "expected", "stopped"}:
                frame.stage = stage
    frame.background = _is_background(clause, phrase.first, lex)


def _doer(clause: Clause, i: int, lex: Lexicon) -> list[int]:
    """Subject of the nearest active finite verb to the left of `i`, by an armed party."""
    words = clause.words
    for k in range(i - 1, max(-1, i - 30), -1):
        if words[k].tag == ";":
            return []
        if words[k].tag == "v":
            helper, _, _, _, be = _helpers(clause, k)
            if be:
                return []
            subjects, _ = _left_subject(clause, helper if helper >= 0 else k, lex)
            heads = {words[clause.phrases[s].head].low for s in subjects}
            if subjects and (heads & lex.armed or any(h in lex.groups for h in heads)):
                return subjects
    return []


def be_passive(clause: Clause, verb: int) -> bool:
    """Whether the verb at `verb` is passive by its auxiliary."""
    return _helpers(clause, verb)[4] and clause.words[verb].tag == "v"


_MODIFIER_SKIP = frozenset({"the", "a", "an", "this", "that", "these", "those", "deadly", "recent", "new", "first", "second", "third", "latest", "night", "late", "early"})


def _modifier(clause: Clause, first: int, i: int, lex: Lexicon) -> bool:
    words = clause.words
    for k in range(first, i):
        w = words[k]
        if w.possessive or w.low in lex.actors or w.low in lex.armed or w.low in lex.groups:
            return True
        if w.tag == "n" and w.low not in _MODIFIER_SKIP and w.text[0].isupper() and not w.low in _TIME:
            return True
    return False


def _carrying_verb(clause: Clause, phrase: Phrase, lex: Lexicon) -> tuple[int, str]:
    """The verb of which the phrase is object (to its left) or subject (to its right)."""
    words = clause.words
    k = phrase.first - 1
    if phrase.preposition >= 0:
        k = phrase.preposition - 1
        # "series of attacks": the outer phrase counts
        if words[phrase.preposition].low == "of" and clause.phrase_of[k] >= 0:
            return _carrying_verb(clause, clause.phrases[clause.phrase_of[k]], lex)
    else:
        while k >= 0 and words[k].tag in "a\"":
            k -= 1
        if k >= 0 and words[k].tag in "vbg":
            return k, "object"
        if k > 0 and words[k].tag in "c," and clause.phrase_of[k - 1] >= 0 and words[k].tag == "c":
            index = clause.phrase_of[k - 1]
            if index + 1 == clause.phrase_of[phrase.first] and clause.phrases[index].preposition < 0:
                return _carrying_verb(clause, clause.phrases[index], lex)
    if phrase.preposition >= 0:
        return -1, ""
    n = len(words)
    k = phrase.last
    depth = steps = 0
    while k < n and steps < 30:
        w = words[k]
        if w.tag == "(":
            depth += 1
        elif w.tag == ")":
            depth -= 1
        elif depth <= 0:
            if w.tag == "v":
                return k, "subject"
            if w.tag == "x":
                j = k + 1
                while j < n and words[j].tag in "atx":
                    j += 1
                if j >= n or words[j].tag not in "vg":
                    return k, "copula"
            if w.tag in ";" or (w.tag == "s" and w.low not in {"that", "which", "who"}):
                return -1, ""
            if w.tag == "c" and k + 1 < n and words[k + 1].tag not in "ndqj":
                return -1, ""
        k += 1
        steps += 1
    return -1, ""
