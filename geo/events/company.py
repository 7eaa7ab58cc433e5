"""The company a word must keep to tell of violence: who does it, with what, to whom.

"Invaded", "threw", "snatched" are violent when a party to violence, a weapon or a person
stands beside them, and say something else in other company.
"""

from __future__ import annotations

from collections.abc import Callable

from geo.clauses import Clause, Phrase
from geo.events.meanings import is_armed
from geo.events.model import Frame
from geo.words import Entry, Lexicon, word_set

__all__ = ["in_company", "strikes_mine"]


def in_company(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """Whether the frame of a weak word has the company that makes it violent."""
    asked = _ASKED.get(frame.entry.lemma)
    return asked is None or asked(clause, frame, lex)


def _phrases(clause: Clause, indices: list[int]) -> list[Phrase]:
    return [clause.phrases[k if k >= 0 else ~k] for k in indices]


def _party(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """A party to violence or a crowd does it; in the passive nobody else may be named."""
    if frame.voice == "passive" and not frame.subjects:
        return bool(frame.objects)
    return is_armed(clause, frame.subjects, lex) or any(
        w.low in _UNRULY
        or lex.actors.get(w.low) in {"group", "force"}
        or (
            1 < len(w.text) < 7
            and w.text.isupper()
            and not clause.words[frame.first].text.isupper()
        )
        for p in _phrases(clause, frame.subjects)
        for w in clause.words[p.first : _end_of(clause, p)]
    )


def _end_of(clause: Clause, phrase: Phrase) -> int:
    """Where a phrase ends with what "of" hangs on it: "columns of the CMA"."""
    k = phrase.last
    if k + 1 < len(clause.words) and clause.lows[k] == "of" and clause.phrase_of[k + 1] >= 0:
        return clause.phrases[clause.phrase_of[k + 1]].last
    return k


_UNRULY = word_set(
    "mob mobs crowd crowds rioters protesters protestors demonstrators looters youths inmates "
    "supporters students farmers workers settlers villagers robbers thieves hooligans kids "
    "teenagers herdsmen herders they who armed masked hooded "
    "peasants locals tribesmen clansmen neighbours neighbors"
)


def _weapon(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """Something that goes off or hits is what is thrown, laid or fired."""
    return any(
        lex.weapons.at(lows, i)[0] or lows[i] in _THROWN or _goes_off(lows, i, lex)
        for p in _phrases(clause, [*frame.objects, *frame.carriers])
        for lows in [clause.lows[p.first : p.last]]
        for i in range(len(lows))
    )


def _goes_off(lows: list[str], i: int, lex: Lexicon) -> bool:
    """ "Launched a salvo of shells", not "put the dead at 60"."""
    found = lex.triggers.at(lows, i)[1] if lows[i] in lex.trigger_words else []
    return any(isinstance(e, Entry) and e.role != "effect" for e in found)


_THROWN = word_set(
    "stones stone rocks bricks salvo salvos volley volleys barrage rounds shots shot ordnance "
    "munition munitions charges projectile projectiles acid magazine magazines clip clips "
    "chlorine sarin gas napalm phosphorus"
)


def _victim(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """People suffer it."""
    return any(
        clause.words[p.head].low in lex.people
        or clause.words[p.head].low in _SOMEBODY
        or clause.words[p.head].low.endswith("men")
        or any(low in lex.armed for low in clause.lows[p.first : p.last])
        or (clause.words[p.head].text[:1].isupper() and not clause.words[p.head].text.isupper())
        for p in _phrases(clause, frame.objects)
    )


_SOMEBODY = word_set("him her them us who pupils schoolgirls schoolboys villagers worshippers")


def _attacked(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """Neither a mere figure nor a mood nor the weather does it: "hit by a scandal"."""
    return not any(clause.words[p.head].low in _UNARMED for p in _phrases(clause, frame.subjects))


_UNARMED = word_set(
    "scandal scandals crisis crises inflation unemployment prices price shortage shortages "
    "recession economy stock stocks shares demand population debt costs "
    "storm storms quake earthquake hurricane cyclone flood floods drought "
    "pandemic virus outbreak sanctions tariffs tariff rain rains cuts output sales exports profits "
    "suspicion suspicions blame guilt responsibility night darkness silence curtain snow "
    "temperature temperatures news film movie song album turnout"
)


def _stormed(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """No pitch and no stage: "fans stormed the pitch"."""
    return not any(clause.words[p.head].low in _PLAYED_ON for p in _phrases(clause, frame.objects))


_PLAYED_ON = word_set("pitch stage court charts field catwalk cockpit box-office polls podium")


def _mine(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """What lies in the ground or under a vehicle is what goes off: "ran over a mine"."""
    return any(
        low in _BURIED
        for p in _phrases(clause, frame.objects)
        for low in clause.lows[p.first : p.last]
    )


_BURIED = word_set(
    "mine mines landmine landmines ied ieds explosive explosives bomb bombs charge device devices "
    "ordnance munition munitions shell tripwire trap"
)


def strikes_mine(clause: Clause, frame: Frame) -> bool:
    """ "The patrol struck a mine": who hits what lies in the ground is hit."""
    heads = {clause.words[p.head].low for p in _phrases(clause, frame.objects)}
    return frame.voice == "active" and bool(heads & {"mine", "landmine", "ied", "mines"})


def _stronghold(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """Soldiers where they are quartered: "the garrison was surprised at dawn"."""
    things = {low for p in _phrases(clause, frame.objects) for low in clause.lows[p.first : p.last]}
    return frame.voice == "passive" and bool(things & _QUARTERED)


_QUARTERED = word_set("garrison outpost camp barracks patrol column battalion company post base")


def _seized(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """Armed men take people: "was picked up by gunmen"."""
    return is_armed(clause, frame.subjects, lex) and _victim(clause, frame, lex)


def _armed_victim(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """Of people, and a party to violence on one side: "the gang was wiped out"."""
    return _victim(clause, frame, lex) and (
        is_armed(clause, frame.subjects, lex) or is_armed(clause, frame.objects, lex)
    )


def _held(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """Held by a party to violence: an arrest by the police is none."""
    arrest = any(clause.words[p.head].low in _POLICE for p in _phrases(clause, frame.subjects))
    return not arrest and _armed_victim(clause, frame, lex)


_POLICE = word_set("police policemen officers gendarmes authorities agents detectives")


def _against(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """A party to violence on either side: "the guards fought off the attackers"."""
    return _party(clause, frame, lex) or is_armed(clause, frame.objects, lex)


def _both(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """A party to violence does it to something told: "the car drove off" is no robbery."""
    return bool(frame.objects) and _party(clause, frame, lex)


def _no_accident(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """Neither prices nor boilers explode by an enemy's hand, nor is a debate detonated."""
    parties = _phrases(clause, [*frame.subjects, *frame.objects])
    armed = any(lex.weapons.at(clause.lows[p.first : p.last], 0)[0] for p in parties)
    heads = {clause.words[p.head].low for p in parties}
    return armed or not (heads & _UNARMED or heads & _BOILERS)


_BOILERS = word_set(
    "boiler boilers pipe pipes canister furnace heater "
    "cylinder cylinders fireworks firework transformer transformers tyre tyres gas "
    "volcano debate chain row stove"
)


def _no_fire(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """No blaze and no flood does it: "a fire gutted the market"."""
    return not any(clause.words[p.head].low in _BLAZES for p in _phrases(clause, frame.subjects))


_BLAZES = word_set(
    "fire blaze inferno flames wildfire wildfires flood floods floodwaters landslide mudslide "
    "avalanche tsunami storm cyclone hurricane typhoon tornado earthquake quake lightning"
)


def _sent(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """ "sent drones against the plant": not "sent missiles to an ally"."""
    last = max((p.last for p in _phrases(clause, frame.objects)), default=frame.last)
    aimed = clause.lows[last] in _AIMED if last < len(clause.lows) else False
    return aimed and _weapon(clause, frame, lex)


_AIMED = word_set("against into at towards toward over")


def _drowned(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """Somebody does it to people: they also drown by themselves."""
    return _victim(clause, frame, lex) and (
        frame.entry.lemma == "hang" or (frame.voice == "active" and _party(clause, frame, lex))
    )


def _sunk(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """By somebody: a ferry also sinks of itself."""
    return bool(frame.objects) and _party(clause, frame, lex)


def _boarded(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """Armed men board a ship, or so many persons whom nobody names: no passengers a train."""
    if _party(clause, frame, lex):
        return True
    heads = {clause.words[p.head].low for p in _phrases(clause, frame.subjects)}
    things = {clause.words[p.head].low for p in _phrases(clause, frame.objects)}
    return bool(heads & _PERSONS) and bool(things) and not things & _CARRIAGES


_PERSONS = word_set("persons men individuals perpetrators boarders intruders")
_CARRIAGES = word_set("bus train plane flight flights aircraft buses trains planes coach taxi")


def _shots(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """ "Shots rang out": not bells."""
    return any(clause.words[p.head].low in _HEARD for p in _phrases(clause, frame.subjects))


_HEARD = word_set("shot shots gunshot gunshots gunfire shooting explosion explosions blast blasts")


def _many(clause: Clause, frame: Frame, lex: Lexicon) -> bool:
    """ "Drones swarmed the depot", "jets blasted the hill": a weapon or a party does it."""
    flown = any(
        lex.weapons.at(clause.lows[p.first : p.last], i)[0]
        for p in _phrases(clause, [*frame.subjects, *frame.objects])
        for i in range(p.last - p.first)
    )
    return bool(frame.objects) and (flown or is_armed(clause, frame.subjects, lex))


_TABLE: tuple[tuple[Callable[[Clause, Frame, Lexicon], bool], str], ...] = (
    (
        _party,
        (
            "enter, invade, swoop on, swoop down on, descend on, descend upon, fall upon, "
            "charge into, barge into, overwhelm, rout, march into, roll into, sweep into, "
            "advance into, besiege, sack, mine, march out of, uproot, move into, set upon, set "
            "about, lay siege to, "
            "shoot its way into, take out"
        ),
    ),
    (
        _weapon,
        ("place, plant, drop, throw, hurl, lob, toss, fling, launch, set off, put, pump, empty"),
    ),
    (
        _mine,
        (
            "step on, tread on, drive over, run over, trigger, trip, run onto, go over, go onto, "
            "drive onto, sail into, walk onto, walk into"
        ),
    ),
    (_sent, "send"),
    (_seized, "pick up"),
    (_stronghold, "surprise"),
    (_drowned, "drown, hang"),
    (_victim, "snatch, spirit away, beat, beat up, cut down, run down, violate, pick off"),
    (_attacked, "hit, target, fall on"),
    (_stormed, "storm"),
    (
        _no_accident,
        "explode, blow up, go off, go up, detonate, blow apart, kill, wound, injure",
    ),
    (_no_fire, "gut, destroy, damage, wreck, level"),
    (_sunk, "sink"),
    (_shots, "ring out"),
    (_boarded, "board"),
    (_many, "swarm, blast, fly into"),
    (_against, "beat back, drive back, throw back, push back, fight off, hold off, ward off"),
    (_armed_victim, "eliminate, liquidate, annihilate, wipe out, finish off, engage"),
    (_held, "detain"),
    (
        _both,
        (
            "force into, push into, load into, load onto, haul into, drag into, stuff into, drag "
            "out of, drag from, pull from, haul from, force from, hold up, stick up, clean out, "
            "strip of, make off with, make away with, drive off with, drive off, carry off, haul "
            "off, "
            "steal, take away, march off, march out, march away, herd away, herd into"
        ),
    ),
)

_ASKED = {
    lemma.strip(): asked for asked, lemmas in _TABLE for lemma in lemmas.split(",") if lemma.strip()
}
