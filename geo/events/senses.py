"""Words of war in innocent senses: a team that beat another, a lion that killed a herder.

Each reading looks at who does it, to whom or what, and at the words right behind: whether
the word tells of sport, of speech, of work, of animals or of the weather.
"""

from __future__ import annotations

from collections.abc import Callable

from geo.clauses import Clause
from geo.events.meanings import is_armed
from geo.events.model import Frame
from geo.words import Lexicon, word_set

__all__ = ["innocent", "innocent_noun"]


def innocent(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """Whether the frame of a verb tells of something else than violence."""
    if frame.voice != "passive" and _any(
        clause, frame.subjects, _NEVER_AT_WAR.get(frame.entry.kind, _NATURE)
    ):
        return lex.armed.isdisjoint(clause.lows[: frame.first])  # no "team of gunmen"
    reading = _READINGS.get(frame.entry.lemma)
    return reading is not None and reading(clause, frame, lex)


def _heads(clause: Clause, indices: list[int]) -> set[str]:
    return {clause.words[clause.phrases[k].head].low for k in indices if k >= 0}


def _any(clause: Clause, indices: list[int], heads: frozenset[str]) -> bool:
    return not heads.isdisjoint(_heads(clause, indices))


_NATURE = word_set(
    "storm storms cyclone hurricane typhoon tornado flood floods landslide earthquake quake "
    "lightning "
    "dog dogs lion lions leopard tiger bear elephant elephants hippo hippos crocodile crocodiles "
    "shark sharks snake snakes bees wasps locusts wolf wolves hyena hyenas bull boar coyotes "
    "hacker hackers virus epidemic cholera"
)
"""Animals, the weather and machines: nobody's enemies."""
_PLAYERS = word_set(
    "team teams side champion champions hosts visitors club clubs striker defender midfielder "
    "goalkeeper boxer batsman bowler favourites singer rapper comedian play movie album"
)
_SPEAKERS = word_set(
    "lawyers lawyer minister ministers senator senators mp mps lawmaker lawmakers delegates "
    "candidates diplomats economists experts critics parties negotiators ambassadors"
)
_NEVER_AT_WAR = {
    "armed_clash": _NATURE | _SPEAKERS | _PLAYERS | word_set("firefighters firemen doctors"),
    "armed_attack": _NATURE | _PLAYERS,
    "bombing": _NATURE | _PLAYERS,
}
"""Who does what sounds like a kind of incident and is none."""


def _blamed(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """ "Came under fire over the budget", "came under attack from fans"."""
    behind = clause.lows[frame.last : frame.last + 4]
    return bool(behind) and (behind[0] in {"over", "for"} or not _CRITICS.isdisjoint(behind))


_CRITICS = word_set("critics fans opposition media press lawmakers unions reporters activists")


def _dismissed(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """ "Fired 200 workers", "was fired", "fired a salute"."""
    if not _SALUTES.isdisjoint(clause.lows[max(0, frame.first - 4) : frame.last + 4]):
        return True
    people = not _heads(clause, frame.objects).isdisjoint(lex.people)
    on = clause.lows[frame.last : frame.last + 1] in (["on"], ["at"], ["into"], ["upon"])
    return people and not on and not is_armed(clause, frame.subjects, lex)


_SALUTES = word_set("salute salutes salvo-salute")


def _sacked(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """ "The army chief was sacked": people lose their posts, towns are plundered."""
    return not _heads(clause, frame.objects).isdisjoint(lex.people)


def _struck(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """ "Teachers struck", "a deal was struck"."""
    return _any(clause, frame.objects, _BARGAINS) or (
        not frame.objects and _any(clause, frame.subjects, _WORKERS)
    )


_BARGAINS = word_set("deal deals coin coins medal balance chord bargain agreement accord blow pose")
_WORKERS = word_set(
    "teachers doctors nurses workers drivers miners dockers staff unions students civil-servants"
)


def _of_animals(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """ "Hunters shot two boars", "the bill was killed", "killed himself", "was shot to fame"."""
    heads = _heads(clause, frame.objects)
    alone = len(frame.objects) == 1 and not heads.isdisjoint(_ONESELF)
    behind = clause.lows[frame.last : frame.last + 3]
    prey = bool(heads) and heads <= _PREY
    return alone or prey or not _FAME.isdisjoint(behind)


_ONESELF = word_set("himself herself themselves itself it")
_PREY = word_set(
    "boar boars elephant elephants lion lions bear bears bull bulls wolf wolves deer rhino rhinos "
    "dog dogs bird birds fish fox foxes cow bill bills film films movie scene scenes video picture "
    "pictures photograph photographs proposal amendment motion"
)
_FAME = word_set("fame prominence stardom wide")


def _burned(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """ "A flag was burned", "farmers burned stubble", "burned in effigy"."""
    things = _heads(clause, frame.objects)
    return (bool(things) and things <= _TINDER) or "effigy" in clause.lows


_TINDER = word_set("flag flags effigy effigies stubble rubbish waste candles incense leaves tyres")


def _fought(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """ "Battled a blaze", "fought the disease"."""
    return _any(clause, frame.objects, _ILLS)


_ILLS = word_set(
    "blaze fire fires flames cancer disease illness malaria inflation corruption poverty crime "
    "addiction odds clock wildfire wildfires infection drought"
)


def _hit(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """ "A bus hit a tree"; not a mine, a crowd or a checkpoint."""
    vehicle = frame.voice == "active" and _any(clause, frame.subjects, _VEHICLES)
    return vehicle and _any(clause, frame.objects, _OBSTACLES)


_VEHICLES = word_set("bus car truck lorry train van minibus taxi motorcycle plane tram ferry boat")
_OBSTACLES = word_set(
    "tree wall pole lamppost car truck lorry bus train bridge barrier cow rock reef"
)


def _stormed(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """ "Stormed to victory"."""
    return clause.lows[frame.last : frame.last + 1] in (["to"], ["ahead"], ["off"], ["out"])


def _waylaid(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """ "Was ambushed by reporters"."""
    return _any(clause, frame.subjects, _PRESS)


_PRESS = word_set("reporters journalists photographers paparazzi fans press media questions")


def _robbed(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """ "Robbed of victory", "pickpockets robbed tourists"."""
    behind = clause.lows[frame.last : frame.last + 4]
    robbed_of = behind[:1] == ["of"] and not _LOST.isdisjoint(behind)
    return robbed_of or _any(clause, frame.subjects, _PETTY)


_LOST = word_set("reputation chance victory title rights right future dignity childhood identity")
_PETTY = word_set("pickpockets pickpocket thieves thief burglars burglar shoplifters")


def _missing(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """ "Two hikers went missing": nobody under arms stands near by."""
    return lex.armed.isdisjoint(clause.lows)


def _floored(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """ "The champion was knocked out"."""
    return not _heads(clause, frame.objects).isdisjoint(lex.people | _PLAYERS)


_Reading = Callable[[Clause, Frame, Lexicon], bool]
_READINGS: dict[str, _Reading] = {
    "come under fire": _blamed,
    "come under attack": _blamed,
    "fire": _dismissed,
    "sack": _sacked,
    "strike": _struck,
    **dict.fromkeys(("shoot", "kill", "gun down", "shoot dead"), _of_animals),
    "burn": _burned,
    **dict.fromkeys(("battle", "fight"), _fought),
    "hit": _hit,
    "storm": _stormed,
    **dict.fromkeys(("ambush", "besiege"), _waylaid),
    **dict.fromkeys(("rob", "steal"), _robbed),
    "go missing": _missing,
    "knock out": _floored,
}


def innocent_noun(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """Whether a noun stands for something else, or for what a monument or a debate is about."""
    lows = clause.lows
    before, behind = lows[max(0, frame.first - 9) : frame.first], lows[frame.last : frame.last + 5]
    if not _MONUMENTS.isdisjoint(before) and frame.definite:
        return True  # "a memorial to the victims of the attack opened"
    if frame.entry.role == "weapon":
        told = frame.entry.lemma == "time bomb" and (behind[:1] == ["of"] or "ticking" in behind)
        return told or not _SHAM.isdisjoint(before[-2:])
    if frame.entry.kind == "armed_clash":
        return behind[:1] in (["for"], ["over"]) and not _PRIZES.isdisjoint(behind)
    if frame.entry.lemma == "crackdown":
        return behind[:1] == ["on"] and not _VICES.isdisjoint(behind)
    if frame.entry.lemma == "violence":
        return behind[:1] == ["against"] and not frame.occurs and not _GROUPS.isdisjoint(behind)
    spoken = frame.entry.lemma in _OF_WORDS and frame.voice == "active"
    return spoken and _any(clause, frame.subjects, _SPEAKERS | _CRITICS)


_MONUMENTS = word_set("memorial monument museum exhibition mural plaque statue cenotaph")
_SHAM = word_set("hoax fake dummy mock toy replica imitation")
_PRIZES = word_set(
    "cup title trophy crown votes hearts inheritance presidency leadership nomination custody "
    "ratings medals championship survival"
)
_VICES = word_set(
    "smoking tax corruption crime drugs speeding smuggling gambling poaching vaping spam fraud "
    "counterfeiters migration prostitution"
)
_GROUPS = word_set("women children girls minorities journalists")
_OF_WORDS = frozenset({"attack", "assault", "onslaught", "offensive", "barrage"})
