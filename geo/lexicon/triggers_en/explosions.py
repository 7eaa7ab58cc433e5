"""What goes off, falls from the sky or is fired from afar."""

from __future__ import annotations

from geo.lexicon.triggers_en.row import ACLED, WIRE, Trigger

__all__ = ["EXPLOSIONS"]

_NOTED = 'told by what was fired, in notes without a verb: "2 rockets on the port"'

EXPLOSIONS: tuple[Trigger, ...] = (
    Trigger(
        "airstrike", "event", 3, ACLED + '"Air/drone strike"',
        (
"airstrike, air strike, air-strike, air raid, airraid, aerial attack, aerial "
"bombardment, aerial bombing, air attack, air assault, bombing raid, bombing run, "
"strafing, air bombardment, aerial strike, barrel bombing, air offensive, carpet "
"bombing, sortie"
),
        "strafe",
    ),
    Trigger(
        "drone_attack", "event", 3, ACLED + '"Air/drone strike"; UAV terms of communiques',
        (
"drone strike, drone attack, uav strike, uav attack, drone raid, drone assault, "
"drone barrage, drone salvo, fpv strike, fpv attack, drone incursion"
),
        "",
    ),
    Trigger(
        "shelling", "event", 3, ACLED + '"Shelling/artillery/missile attack"',
        (
"shelling, artillery fire, mortar fire, artillery barrage, artillery strike, mortar "
"attack, artillery attack, artillery bombardment, mortar barrage, tank fire, "
"artillery exchange, exchange of artillery fire, exchanges of artillery fire, "
"artillery shelling, mortar shelling, indirect fire, counter-battery fire, incoming "
"fire, shellfire, artillery duel, tank shelling, bombardment"
),
        "shell, mortar, bombard",
    ),
    Trigger(
        "rocket_attack", "event", 3, ACLED + '"Shelling/artillery/missile attack"',
        "rocket attack, rocket fire, rocket barrage, rocket strike, rocket salvo",
        "",
    ),
    Trigger(
        "missile_strike", "event", 3, ACLED + '"Shelling/artillery/missile attack"',
        (
"missile strike, missile attack, missile barrage, missile salvo, cruise missile "
"attack, ballistic missile attack"
),
        "",
    ),
    Trigger(
        "suicide_bombing", "event", 3, ACLED + '"Suicide bomb"',
        (
"suicide bombing, suicide attack, suicide blast, suicide car bombing, suicide bomb "
"attack, suicide car bomb, suicide explosion, suicide bomb"
),
        "",
    ),
    Trigger(
        "suicide_bombing", "event", 3, "the deed itself",
        "",
        (
"blow himself to pieces:blew himself to pieces, blow herself to pieces:blew herself to pieces, "
"blow himself up:blew himself up:blown himself up, blow herself up:blew herself "
"up:blown herself up, blow themselves up:blew themselves up:blown themselves up"
),
    ),
    Trigger(
        "suicide_bombing", "weapon", 2, "the bearer names the act: " + WIRE,
        (
"suicide bomber, suicide truck bomber, suicide car bomber, suicide attacker, suicide vest, "
"explosive vest, explosives vest, suicide vehicle, suicide belt, explosive belt"
),
        "",
    ),
    Trigger(
        "car_bombing", "event", 3, "US military and press term for a vehicle-borne bomb",
        (
"car bombing, truck bombing, car bomb attack, car bomb explosion, car bomb blast, "
"truck bomb attack, vehicle bombing"
),
        "",
    ),
    Trigger(
        "car_bombing", "weapon", 2, "US military and press term for a vehicle-borne bomb",
        (
"car bomb, truck bomb, vbied, svbied, booby-trapped car, booby-trapped vehicle, "
"explosives-laden vehicle, explosive-laden vehicle, explosives-laden truck, vehicle "
"bomb, bomb-laden vehicle, explosives-packed car, motorcycle bomb, explosive-laden "
"truck, bomb-rigged car"
),
        "",
    ),
    Trigger("shelling", "fired", 2, _NOTED, "mortar, artillery, tank shell, mortar round", ""),
    Trigger("rocket_attack", "fired", 2, _NOTED, "rocket, grad rocket, katyusha", ""),
    Trigger("missile_strike", "fired", 2, _NOTED, "cruise missile, ballistic missile, missile", ""),
    Trigger("drone_attack", "fired", 2, _NOTED, "drone", ""),
    Trigger(
        "ied", "weapon", 2, ACLED + '"Remote explosive/landmine/IED"',
        (
"ied, improvised device, improvised explosive device, roadside bomb, explosive device, improvised "
"explosive, homemade bomb, magnetic bomb, sticky bomb, remote-controlled bomb, "
"roadside explosive, remote-controlled explosive, improvised bomb, remotely "
"detonated bomb, explosive devices, booby trap"
),
        "",
    ),
    Trigger(
        "ied", "event", 3, ACLED + '"Remote explosive/landmine/IED"',
        (
"ied attack, roadside bombing, ied blast, ied explosion, roadside bomb attack, "
"roadside bomb explosion, ied detonation"
), "",
    ),
    Trigger(
        "landmine", "event", 3, ACLED + '"Remote explosive/landmine/IED"',
        (
"mine explosion, mine blast, landmine explosion, landmine blast, landmine attack, "
"mine attack"
), "",
    ),
    Trigger(
        "landmine", "weapon", 2, ACLED + (
"\"Remote explosive/landmine/IED\"; explosive remnants of war"
),
        (
"landmine, land mine, anti-tank mine, anti-personnel mine, antipersonnel mine, "
"antitank mine, unexploded ordnance, explosive remnant"
), "",
    ),
    Trigger(
        "bombing", "event", 3, ACLED + '"Remote explosive/landmine/IED"',
        (
"bombing, bomb attack, bomb blast, bomb explosion, dynamite attack, bomb attempt, "
"terrorist bombing, dynamiting, attack with explosives, explosive attack, twin "
"bombings, parcel bomb, letter bomb"
),
        "bomb, blow up:blew up:blown up, dynamite, firebomb, detonate",
    ),
    Trigger(
        "bombing", "weapon", 2, "something that goes off is most often a bomb",
        (
"explosion, blast, detonation, bomb, explosive charge, dynamite charge, dynamite "
"stick, explosives, dynamite, explosive charges, charge of dynamite, sticks of "
"dynamite, bombs, tnt, high-powered bomb, time bomb, plastic explosive, molotov "
"cocktail, firebomb, petrol bomb, incendiary bomb, plastic explosives, gasoline bomb"
),
        "explode, go off:went off:gone off",
    ),
    Trigger(
        "bombing", "event", 1, "of a charge or device; one may also set off on a journey",
        "", "set off:set off:set off:setting off",
    ),
    Trigger(
        "grenade", "event", 3, ACLED + '"Grenade"',
        "grenade attack, grenade blast, grenade explosion", "",
    ),
    Trigger(
        "grenade", "weapon", 2, ACLED + '"Grenade"',
        "grenade, hand grenade, fragmentation grenade, rifle grenade", "",
    ),
    Trigger(
        "chemical_attack", "event", 3, "OPCW usage; ACLED sub-event Chemical weapon",
        (
"chemical attack, gas attack, sarin attack, chlorine attack, chemical weapons "
"attack, poison gas attack, nerve agent attack"
), "gas:gassed:gassed:gassing",
    ),
    Trigger(
        "shelling", "weapon", 2, "what is fired by mortars and guns",
        "mortar bomb, mortar round, mortar shell, artillery shell, artillery round, tank shell", "",
    ),
    Trigger(
        "bombing", "event", 2, "what a charge does to a car, a bus, a wall",
        "", "blow apart:blew apart:blown apart, tear apart:tore apart:torn apart, "
        "rip apart:ripped apart:ripped apart:ripping apart",
    ),
    Trigger(
        "airstrike", "weapon", 2, "what is dropped from aircraft",
        "barrel bomb, glide bomb, guided bomb, aerial bomb", "dive bomb",
    ),
    Trigger(
        "bombing", "weapon", 2, "said of a charge that explodes: " + WIRE,
        "", "go up:went up:gone up",
    ),
    Trigger(
        "landmine", "event", 1, "what victims do to a mine or a charge",
        "",
        (
"step on:stepped on:stepped on:stepping on, tread on:trod on:trodden on, drive over:drove "
"over:driven over, run over:ran over:run over:running over, trigger, trip:tripped, run "
"onto:ran onto:run onto:running onto, go over:went over:gone over, go onto:went onto:gone onto, "
"drive onto:drove onto:driven onto, sail into, walk onto, walk into"
),
    ),
    Trigger(
        "landmine", "event", 1, "roads and fields, by an armed party",
        "", "mine:mined:mined:mining, booby-trap",
    ),
    Trigger(
        "bombing", "event", 1, "only by a party or with a charge",
        "", "blast",
    ),
    Trigger(
        "chemical_attack", "event", 3, "OPCW usage",
        "",
        (
"use sarin, use chlorine, use mustard gas, use nerve gas, use nerve agents, use poison gas, "
"use chemical weapons, use toxic gas, use phosgene"
),
    ),
    Trigger(
        "suicide_bombing", "event", 3, "the deed itself, in the words of communiques",
        "",
        (
"explode himself, explode herself, explode themselves, detonate himself, detonate herself, "
"detonate themselves, detonate his vest, detonate her vest, detonate his belt, detonate her belt"
),
    ),
    Trigger(
        "bombing", "event", 3, "the deed as a noun", "blowing up of, blowing-up", "",
    ),
)  # fmt: skip
