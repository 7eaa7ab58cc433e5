"""From a noun phrase to the party that it names: who, of what kind, of which state.

"Members of the X" are X, "a group calling itself the Y" is Y, "soldiers" of whom nothing
more is said stay soldiers, described and not identified.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from gazetteer.model import FeatureClass, Mention
from geo.actors.belonging import told_to_be, whose
from geo.actors.deeds import DEEDS
from geo.actors.described import BARE, PLAIN, counted_from, garbed
from geo.actors.kinds import actor_kind, by_trade, is_actor
from geo.actors.organisations import Organisation, find_organisations
from geo.clauses import Clause, Phrase
from geo.events import is_time
from geo.events.around import TIME
from geo.model import Actor
from geo.words import Lexicon, word_set

__all__ = [
    "Sight",
    "can_act",
    "country_of",
    "identified",
    "name_party",
    "party_at",
    "sight_of",
]


@dataclass(slots=True)
class Sight:
    """A clause with all that naming a party needs."""

    text: str
    clause: Clause
    lex: Lexicon
    mentions: Sequence[Mention]
    upper: bool = False
    states: list[int] = field(default_factory=list)
    """Words that name a country or its people."""
    organisations: list[Organisation] = field(default_factory=list)
    actable: dict[int, bool] = field(default_factory=dict)
    """Phrases looked at before, and whether each can be a party."""


def sight_of(
    text: str, clause: Clause, mentions: Sequence[Mention], lex: Lexicon, *, upper: bool
) -> Sight:
    """Look through a clause for countries and organisations once."""
    sight = Sight(text, clause, lex, mentions, upper)
    k = 0
    words = clause.words
    for m in mentions:
        if m.place is None or m.place.feature_class is not FeatureClass.COUNTRY:
            continue
        while k < len(words) and words[k].end <= m.start:
            k += 1
        j = k
        while j < len(words) and words[j].start < m.end:
            sight.states.append(j)
            j += 1
    sight.organisations = find_organisations(clause, lex, upper=upper)
    return sight


def can_act(sight: Sight, index: int) -> bool:
    """Whether the phrase can be a party: an organisation, a member of one, a force, a state."""
    known = sight.actable.get(index)
    if known is None:
        known = sight.actable[index] = _can_act(sight, index)
    return known


def _can_act(sight: Sight, index: int) -> bool:
    clause, lex = sight.clause, sight.lex
    phrase = clause.phrases[index]
    head = clause.words[phrase.head]
    if head.tag == "r" or clause.words[phrase.first].low in {"no", "nobody", "none"}:
        return False
    for o in sight.organisations:
        if o.first <= phrase.head < o.last:
            return True
    for k in range(phrase.first, phrase.head + 1):
        if clause.lows[k] not in lex.institutions:
            continue
        length, _ = lex.institutions.at(clause.lows, k)
        if length and k + length > phrase.head:
            return True
    inner = whose(clause, index) if head.low in lex.members else -1
    if inner >= 0:
        if _counted(clause, inner) and can_act(sight, inner):
            return True
        owner = name_party(sight, inner)
        if owner is not None and owner.kind in {"group", "force"} and owner.identified:
            return True
    known = head.low in lex.actors or head.low in lex.people or head.low in lex.members
    known = known or head.low in _LEANING or by_trade(head, lex)  # "forces loyal to"
    proper = head.text[:1].isupper() and not sight.upper
    if not known and not proper and phrase.head not in sight.states:
        return False  # "military sources", "army positions"
    if not is_actor(clause, phrase, lex, sight.states, upper=sight.upper):
        return False
    if head.low in lex.actors or phrase.head in sight.states:
        return True
    # a place is no party, but a capital may stand for its state, and "Ahrar al-Sham" is a name
    named = (
        clause.words[k]
        for k in range(phrase.first, phrase.last)
        if clause.words[k].text[:1].isupper()
        and k not in sight.states
        and clause.lows[k] not in _DIRECTED
    )
    opens = next(named, head).start if not sight.upper else head.start
    return not any(
        m.start <= opens <= head.start < m.end
        and m.place is not None
        and m.form == "name"
        and not lex.institutions.at(clause.lows, phrase.head)[0]
        for m in sight.mentions
    )


_DIRECTED = word_set("northern southern eastern western central upper lower greater old new")
_BACKED = word_set(
    "backed linked aligned led supported trained sponsored made flagged allied affiliated "
    "inspired style run held controlled based"
)


def name_party(sight: Sight, index: int, *, deep: int = 0) -> Actor | None:
    """The party that the phrase names; None where it names a thing of somebody's."""
    clause, lex = sight.clause, sight.lex
    words = clause.words
    phrase = clause.phrases[index]
    head = words[phrase.head]
    for org in sight.organisations:
        beside = org.first == phrase.last or (
            org.first == phrase.last + 1 and words[phrase.last].tag == '"'
        )
        if beside and (head.low in lex.members or sight.upper) and words[org.first].tag != "p":
            return _by_organisation(sight, phrase, org)  # 'the rebel group "X"'
        if org.first < phrase.last and org.last > phrase.first:
            found = _by_organisation(sight, phrase, org)
            if found is not None:
                return found
            if _is_backer(sight, org):
                continue
            if org.last <= phrase.head and head.low not in lex.actors:
                return None  # "a FARC camp", "Hamas tunnels"
    if deep < 3 and (head.low in lex.members or head.low in lex.people):
        inner = whose(clause, index)
        if inner < 0 and words[phrase.head].low in PLAIN:
            inner = told_to_be(clause, garbed(clause, phrase.last), believed=True)
            if inner >= 0:
                return name_party(sight, inner, deep=deep + 1)
        if inner >= 0 and _counted(clause, inner) and can_act(sight, inner):
            return name_party(sight, inner, deep=deep + 1)  # "a band of about 20 men"
        if inner >= 0:
            owner = name_party(sight, inner, deep=deep + 1)
            of = phrase.last < len(words) and words[phrase.last].low != "from"
            member = head.low in lex.members  # "residents of X" are not X
            known = owner is not None and owner.identified and owner.kind != "state"
            if known and owner is not None and (owner.kind != "unknown" or (of and member)):
                return owner
    kind = actor_kind(clause, phrase, lex, sight.states)
    code = country_of(sight, phrase.first, phrase.last)
    first, last = _extent(sight, index)
    loyal = words[last - 1].low in _LEANING or (last < len(words) and words[last].low in _LEANING)
    if loyal:
        to = last if words[last - 1].low in _LEANING else last + 1
        if (
            to + 1 < len(words)
            and words[to].low in {"to", "with"}
            and clause.phrase_of[to + 1] >= 0
        ):
            last = clause.phrases[clause.phrase_of[to + 1]].last
    name = " ".join(sight.text[words[first].start : words[last - 1].end].split())
    name = name[:-2] if name.endswith(("'s", "’s")) else name
    return Actor(
        name,
        kind,
        code,
        identified(
            sight,
            phrase,
            kind,
            code,
            last if not loyal or words[phrase.head].low in _LEANING else None,
        ),
        start=words[first].start,
        end=words[last - 1].end,
    )


def _counted(clause: Clause, index: int) -> bool:
    """ "A band of | about 20 men"."""
    phrase = clause.phrases[index]
    of = phrase.preposition >= 0 and clause.lows[phrase.preposition] == "of"
    return of and clause.words[phrase.first].tag == "q"


def party_at(
    sight: Sight, first: int, last: int, kind: str, code: str | None = None, *, named: bool = True
) -> Actor:
    """The party that words `first` to `last` name, without the sign of a possessive."""
    words = sight.clause.words
    name = " ".join(sight.clause.text(sight.text, first, last).split())
    for tail in ("'s", "’s", "'", "’"):
        name = name.removesuffix(tail)
    start = words[first].start
    return Actor(name, kind, code, named, start=start, end=words[last - 1].end)


def _is_backer(sight: Sight, org: Organisation) -> bool:
    """ "Taliban-affiliated", "pro-Houthi": somebody else, who leans on it."""
    words = sight.clause.words
    after = words[org.last : org.last + 2]
    if len(after) == 2 and after[0].tag == "-" and after[1].low in _BACKED:
        return True
    return org.first > 0 and words[org.first - 1].tag == "-"


def _by_organisation(sight: Sight, phrase: Phrase, org: Organisation) -> Actor | None:
    clause, lex = sight.clause, sight.lex
    words = clause.words
    if _is_backer(sight, org):
        return None
    tail = words[org.last : phrase.last]
    head = words[phrase.head]
    if org.last <= phrase.head and not (
        head.low in lex.actors or head.low in lex.people or head.low in lex.members
    ):
        return None
    last = phrase.last if tail else org.last
    whole = words[org.last - 1].low not in _ADJECTIVES
    if whole and all(w.low in lex.members or w.low in _TAIL for w in tail):
        last = org.last  # "M23 fighters" are the M23
    first = org.first
    while first < org.last - 1 and words[first].tag == "d":
        first += 1
    return party_at(sight, first, last, "group")


_LEANING = word_set("loyal allied aligned linked affiliated sympathetic")
_ADJECTIVES = word_set("houthi maoist")
_TAIL = word_set("armed urban rural local suspected alleged column columns patrol insurgency")


_UNITS = word_set(
    "division brigade battalion regiment corps infantry army front squadron group armoured armored "
    "mechanised mechanized motorised motorized airborne tank guards marine rifle commando"
)
_LEADING = word_set(
    "the a an this that these those its their his her some any several many few dozens "
    "scores at least of about around nearly almost more than over up to as other another "
    "hundreds thousands all both no approximately only one estimated such same least each "
    "alleged suspected presumed apparent last next past group groups number"
)


def _extent(sight: Sight, index: int) -> tuple[int, int]:
    """The phrase from its first word that is no number, time or article, with its "of"."""
    clause = sight.clause
    words, phrases = clause.words, clause.phrases
    phrase = phrases[index]
    first, last = phrase.first, phrase.last
    for k in range(phrase.first, phrase.head):
        w = words[k]
        counted = w.tag == "q" and not w.low.endswith(("st", "nd", "rd", "th"))
        counted = counted and words[k + 1].low not in _UNITS  # "the 59 Division"
        if w.low in _LEADING or (w.tag == "d" and w.low != "our") or w.low in TIME or counted:
            if k + 1 < phrase.last and words[k + 1].tag == "-" and counted:
                break  # "17-year-old boy"
            first = k + 1
    while first < phrase.head and words[first].tag in "-a,":
        first += 1
    at = index
    while at + 1 < len(phrases) and last < len(words) and words[last].low == "of":
        following = phrases[at + 1]
        if (
            following.first != last + 1
            or is_time(clause, following)
            or words[following.first].tag == "q"
            or (words[following.first].tag == "d" and words[following.first].low in {"some", "all"})
            or words[following.head].low in DEEDS
        ):
            break  # "paramilitaries of some sixty people": whom, not whose
        last = following.last
        at += 1
    if last == phrase.last and (
        words[phrase.head].low in PLAIN or words[phrase.head].low in _TROOPS
    ):
        last = _sent_by(clause, last)
    if last == phrase.last and words[phrase.head].low in PLAIN:
        last = garbed(clause, last)
        home = clause.phrase_of[last + 1] if last + 1 < len(words) else -1
        if home >= 0 and words[last].low == "from" and words[last + 1].text[:1].isupper():
            last = phrases[home].last  # "fighters from Tigray"
    if first == phrase.head and last == phrase.last and words[first].low in BARE:
        first = counted_from(clause, phrase)
    return first, last


def _sent_by(clause: Clause, last: int) -> int:
    """Where the words end that say whose men they are: "fighters | sent by General X"."""
    words, of = clause.words, clause.phrase_of
    at = last + 1 if last < len(words) and words[last].low in _SENT else last
    if at + 1 >= len(words) or words[at].low not in {"by", "under"} or of[at + 1] < 0:
        return last
    if at == last and words[at].low == "by":
        return last
    end = at + 1
    while end < clause.phrases[of[at + 1]].last and words[end].text[:1].isupper():
        end += 1
    return end if end > at + 1 else last


_TROOPS = word_set("force forces troops soldiers militia militiamen units unit column rebels")
_SENT = word_set("sent led commanded headed directed paid hired ordered")


_KINDS_ONLY = word_set(
    "militants militant rebels rebel insurgents insurgent guerrillas guerrilla gunmen gunman "
    "terrorists terrorist extremists extremist jihadists jihadist bandits fighters fighter "
    "militiamen militia militias separatists group groups gang gangs attackers assailants men "
    "man persons person individuals people youths mob crowd protesters demonstrators criminals "
    "pirates mercenaries bomber bombers herders herdsmen settlers commandos commando suspects "
    "assassins hitmen death paramilitaries paramilitary subversives elements raiders looters "
    "robbers traffickers killers dissidents resistance faction"
)
_BELIEF = word_set(
    "islamist muslim christian sunni shiite shia jewish hindu buddhist catholic communist maoist "
    "marxist leftist rightist islamic arab african western european asian latin jihadi salafist"
)


def identified(
    sight: Sight, phrase: Phrase, kind: str, code: str | None, last: int | None = None
) -> bool:
    """Whether the words say which party it is, and not only of what kind."""
    clause, lex = sight.clause, sight.lex
    words = clause.words
    head = words[phrase.head].low
    last = phrase.last if last is None else last
    if kind == "state":
        return True
    if any(phrase.first <= o.first < last for o in sight.organisations):
        return True
    if lex.arms_of_state.begins_within(clause.lows, phrase.first, last):
        return words[phrase.first].low not in {"a", "an"} or code is not None
    if code is not None and head not in _KINDS_ONLY:
        return True
    if sight.upper:
        return False
    states = set(sight.states)
    for k in range(phrase.first, last):
        w = words[k]
        if not w.text[:1].isupper() or w.tag in "dpq" or k in states or w.low in _BELIEF:
            continue
        if any(m.form == "demonym" and m.start <= w.start < m.end for m in sight.mentions):
            continue
        if k and words[k - 1].text not in {'"', "“", ":"}:
            return True
        common = w.low in lex.actors or w.low in lex.people or w.low in lex.tags
        if not common and w.tag == "n" and w.low not in lex.targets and w.low not in _KINDS_ONLY:
            return True
    return False


def country_of(sight: Sight, first: int, last: int) -> str | None:
    """ISO 3166-1 alpha-2 of the state that the words name, but not of who backs it."""
    clause, lex = sight.clause, sight.lex
    words = clause.words
    a, b = words[first].start, words[last - 1].end
    lows = clause.lows[first:last]
    for i, low in enumerate(lows):
        if low in lex.institutions and (values := lex.institutions.at(lows, i)[1]):
            return str(values[0])
    for m in sight.mentions:
        if (
            a <= m.start < b
            and m.place is not None
            and m.place.country_code
            and not _backer(clause, m)
        ):
            return m.place.country_code
    return None


def _backer(clause: Clause, m: Mention) -> bool:
    """ "Iran-backed militias" are not Iran."""
    for k, w in enumerate(clause.words):
        if w.start >= m.end:
            return w.tag == "-" and k + 1 < len(clause.words) and clause.words[k + 1].low in _BACKED
    return False
