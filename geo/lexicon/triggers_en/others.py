"""Ships and vehicles seized, property burnt and looted, crowds, and what came of it all."""

from __future__ import annotations

from geo.lexicon.triggers_en.row import ACLED, WIRE, Trigger

__all__ = ["OTHERS"]

OTHERS: tuple[Trigger, ...] = (
    Trigger(
        "hijacking", "event", 2, "seizing a vehicle, ship or aircraft under way",
        "hijacking, hijack, skyjacking", "hijack, commandeer, pirate, carjack",
    ),
    Trigger(
        "naval_attack", "event", 2, "attacks at sea; UKMTO and IMB reporting terms",
        "pirate attack, naval attack, ship attack", "board",
    ),
    Trigger(
        "arson", "event", 3, "ACLED codebook, Looting/property destruction",
        "arson, arson attack, torching, burning of, setting on fire, fire-bombing",
        (
"torch, set fire to:set fire to:set fire to:setting fire to, set on fire:set on "
"fire:set on fire:setting on fire, set ablaze:set ablaze:set ablaze:setting ablaze, "
"set alight:set alight:set alight:setting alight, set afire:set afire:set "
"afire:setting afire, burn down:burned down:burnt down, burn "
"to the ground, raze, raze to the ground, reduce to ashes"
),
    ),
    Trigger(
        "arson", "event", 2, "burning of things; fires have other causes too",
        "", "burn:burned:burnt",
    ),
    Trigger(
        "looting", "event", 2, "ACLED codebook, Looting/property destruction",
        (
"looting, robbery, bank robbery, armed robbery, holdup, hold-up, pillage, plunder, "
"plundering, pillaging, extortion, cattle raid, cattle rustling, theft"
),
        "loot, ransack, rob:robbed, plunder, pillage, rustle",
    ),
    Trigger(
        "property_destruction", "effect", 1, "damage to things: an effect that needs a cause",
        "destruction, demolition",
        (
"destroy, damage, demolish, level:levelled:levelled:levelling, leveled, bulldoze, "
"obliterate, gut:gutted, knock out, wreck, topple, cripple, derail, flatten, "
"vandalize, vandalise, dynamited, hole:holed"
),
    ),
    Trigger(
        "weapons_use_disrupted", "event", 3, ACLED + '"Disrupted weapons use"',
        "interception",
        (
"intercept, shoot down:shot down, down, defuse, disarm, make safe:made safe, render safe, "
"deactivate, neutralise, neutralize, "
"bring down:brought down"
),
    ),
    Trigger(
        "riot", "event", 2, "ACLED codebook, Riots",
        (
"riot, mob violence, rioting, violent protest, violent demonstration, unrest, "
"disturbances, rampage, communal violence"
), "riot, rampage",
    ),
    Trigger(
        "protest_violence", "event", 2, "ACLED codebook, Excessive force against protesters",
        (
"crackdown, violent dispersal, tear gas, baton charge, dispersal of the sit-in, dispersal of a "
"sit-in, dispersal of the protest, dispersal of protesters, dispersal of the "
"demonstration, dispersal of demonstrators, dispersal of the march, forced dispersal"
),
        (
"fire tear gas, disperse, clear, break up:broke up:broken up, crush, put down:put down:put "
"down, quell:quelled, suppress, charge"
),
    ),
    Trigger(
        "protest_violence", "event", 3, "ACLED codebook: force that may kill, used on a crowd",
        "live ammunition, live rounds, live fire, rubber bullets", "",
    ),
    Trigger(
        "other", "event", 2, (
"the word of notices to shipping and of log entries; says nothing of the kind"
),
        "incident", "",
    ),
    Trigger(
        "other", "effect", 2, "people dead or hurt: an effect that needs a violent cause",
        "killings, deaths, death, casualties, casualty, fatalities, bloodshed, mass grave",
        "kill, wound, injure, maim, martyr",
    ),
    Trigger(
        "other", "effect", 2, "only of lives: " + WIRE,
        "", "cost:cost, claim",
    ),
    Trigger(
        "other", "effect", 1, "people dead or hurt, by whatever cause",
        "dead, kia, wia, wounded, injured, body, bodies, corpse, martyr, injuries, toll",
        (
"die, hurt:hurt:hurt, perish, disappear, lose their lives:lost their lives, lose his "
"life:lost his life, lose her life:lost her life"
),
    ),
    Trigger(
        "looting", "event", 1, "only by an armed party or a crowd",
        "", "steal:stole:stolen, sack",
    ),
    Trigger(
        "property_destruction", "event", 1, "only by a party or a crowd: farms, shrines, statues",
        "vandalism", "vandalise, vandalize, desecrate, uproot, smash up",
    ),
    Trigger(
        "arson", "event", 3, "the village burnt: an old phrase of wires and chronicles",
        "", "put to the torch:put to the torch:put to the torch:putting to the torch",
    ),
    Trigger(
        "other", "effect", 1, "fighters made harmless, in the words of communiques",
        "", "eliminate, liquidate, annihilate, wipe out, finish off",
    ),
    Trigger(
        "riot", "event", 2, "ACLED codebook, Mob violence: crowds throw stones",
        "stone throwing", "stone",
    ),
    Trigger(
        "other", "effect", 2, "death and wounds by violence, told of those who suffer it",
        "",
        (
"fall victim to:fell victim to:fallen victim to, meet his death:met his death, meet her death:met "
"her death, meet their deaths:met their deaths, meet their death:met their death, succumb to, "
"suffer gunshot wounds, suffer bullet wounds, suffer stab wounds, suffer shrapnel wounds, "
"sustain gunshot wounds, sustain bullet wounds, sustain stab wounds, sustain shrapnel wounds, "
"breathe his last, bleed to death:bled to death"
),
    ),
    Trigger(
        "looting", "event", 1, "only by an armed party: " + WIRE,
        "", "hold up:held up, stick up:stuck up, clean out, strip of:stripped of:stripped of",
    ),
    Trigger(
        "property_destruction", "effect", 1, "buildings and works brought down: " + WIRE,
        "", "reduce to rubble, tear down:tore down:torn down, pull down, put out of action:put out "
        "of action, put out of service:put out of service",
    ),
    Trigger(
        "arson", "event", 2, "fire set on purpose, where a party does it or an attack is told",
        "", "go up in flames:went up in flames:gone up in flames, put a torch to:put a torch "
        "to:put a torch to, set light to:set light to:set light to",
    ),
    Trigger(
        "protest_violence", "event", 3, "ACLED codebook: what is used on a crowd",
        "", "teargas:teargassed, tear-gas:tear-gassed, water-cannon",
    ),
    Trigger(
        "arson", "event", 3, "the deed as a noun",
        "razing, razing of, burning down, setting ablaze, firebombing", "",
    ),
    Trigger(
        "looting", "event", 2, "the deed as a noun", "ransacking", "",
    ),
)  # fmt: skip
