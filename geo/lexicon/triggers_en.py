"""English words that tell of an incident, by the kind they tell of.

Each row says why its words are there. Words are given in their base form; phrases may
hold several words. An irregular verb gives its forms: "strike:struck:stricken". `sure`
is how far the word alone may be trusted: 3 names an incident of its kind, 2 is violent
in most reports of conflict, 1 needs company (a weapon, a victim, an armed actor).
`role` tells what the word does in a frame:

    event    names the incident itself ("attack", "clashed")
    effect   what came of it: people dead or hurt, things destroyed
    fired    a weapon in a note without a verb, aimed at something ("two rockets on the port")
    weapon   something that goes off, lands or hits ("bomb", "shells")
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["TRIGGERS", "Trigger"]


class Trigger(NamedTuple):
    """One row of the table."""

    kind: str
    role: str
    sure: int
    reason: str
    nouns: str = ""
    verbs: str = ""


_ACLED = "ACLED codebook, sub-event "
_NOTED = 'told by what was fired, in notes without a verb: "2 rockets on the port"'
_WIRE = "common in wire and local reports"

TRIGGERS: tuple[Trigger, ...] = (
    Trigger(
        "airstrike", "event", 3, _ACLED + '"Air/drone strike"',
        (
"airstrike, air strike, air-strike, air raid, airraid, aerial attack, aerial "
"bombardment, aerial bombing, air attack, air assault, bombing raid, bombing run, "
"strafing, air bombardment, aerial strike, barrel bombing, air offensive, carpet "
"bombing, sortie"
),
        "strafe",
    ),
    Trigger(
        "drone_attack", "event", 3, _ACLED + '"Air/drone strike"; UAV terms of communiques',
        (
"drone strike, drone attack, uav strike, uav attack, drone raid, drone assault, "
"drone barrage, drone salvo, fpv strike, fpv attack, drone incursion"
),
        "",
    ),
    Trigger(
        "shelling", "event", 3, _ACLED + '"Shelling/artillery/missile attack"',
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
        "rocket_attack", "event", 3, _ACLED + '"Shelling/artillery/missile attack"',
        "rocket attack, rocket fire, rocket barrage, rocket strike, rocket salvo",
        "",
    ),
    Trigger(
        "missile_strike", "event", 3, _ACLED + '"Shelling/artillery/missile attack"',
        (
"missile strike, missile attack, missile barrage, missile salvo, cruise missile "
"attack, ballistic missile attack"
),
        "",
    ),
    Trigger(
        "suicide_bombing", "event", 3, _ACLED + '"Suicide bomb"',
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
        "suicide_bombing", "weapon", 2, "the bearer names the act: " + _WIRE,
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
        "ied", "weapon", 2, _ACLED + '"Remote explosive/landmine/IED"',
        (
"ied, improvised device, improvised explosive device, roadside bomb, explosive device, improvised "
"explosive, homemade bomb, magnetic bomb, sticky bomb, remote-controlled bomb, "
"roadside explosive, remote-controlled explosive, improvised bomb, remotely "
"detonated bomb, explosive devices, booby trap"
),
        "",
    ),
    Trigger(
        "ied", "event", 3, _ACLED + '"Remote explosive/landmine/IED"',
        (
"ied attack, roadside bombing, ied blast, ied explosion, roadside bomb attack, "
"roadside bomb explosion, ied detonation"
), "",
    ),
    Trigger(
        "landmine", "event", 3, _ACLED + '"Remote explosive/landmine/IED"',
        (
"mine explosion, mine blast, landmine explosion, landmine blast, landmine attack, "
"mine attack"
), "",
    ),
    Trigger(
        "landmine", "weapon", 2, _ACLED + (
"\"Remote explosive/landmine/IED\"; explosive remnants of war"
),
        (
"landmine, land mine, anti-tank mine, anti-personnel mine, antipersonnel mine, "
"antitank mine, unexploded ordnance, explosive remnant"
), "",
    ),
    Trigger(
        "bombing", "event", 3, _ACLED + '"Remote explosive/landmine/IED"',
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
        "grenade", "event", 3, _ACLED + '"Grenade"',
        "grenade attack, grenade blast, grenade explosion", "",
    ),
    Trigger(
        "grenade", "weapon", 2, _ACLED + '"Grenade"',
        "grenade, hand grenade, fragmentation grenade, rifle grenade", "",
    ),
    Trigger(
        "armed_attack", "weapon", 1, "fired by hand: no grenade that is thrown",
        "rocket-propelled grenade, grenade launcher", "",
    ),
    Trigger(
        "chemical_attack", "event", 3, "OPCW usage; ACLED sub-event Chemical weapon",
        (
"chemical attack, gas attack, sarin attack, chlorine attack, chemical weapons "
"attack, poison gas attack, nerve agent attack"
), "gas:gassed:gassed:gassing",
    ),
    Trigger(
        "armed_clash", "event", 3, _ACLED + '"Armed clash"',
        (
"armed clash, gun battle, gunbattle, firefight, gunfight, armed confrontation, "
"exchange of fire, shootout, shoot-out, exchange of gunfire, exchanges of fire, "
"skirmish, gunfire exchange, armed skirmish, armed encounter, heavy fighting, "
"intense fighting, fierce fighting, fierce clashes, violent clashes, heavy clashes, "
"street fighting, crossfire, street battle, pitched battle, running battle, fierce "
"battle, heavy battle, hand-to-hand fighting, hand to hand fighting, close combat"
),
        "exchange fire, exchange gunfire, trade fire, trade shots, exchange shots, trade gunfire",
    ),
    Trigger(
        "armed_clash", "event", 2, _ACLED + '"Armed clash"',
        (
"clash, fighting, battle, combat, confrontation, encounter, counterattack, "
"counteroffensive, offensive"
),
        (
"clash, skirmish, battle, fight:fought, repel:repelled:repelled:repelling, "
"repulse, fend off"
        ),
    ),
    Trigger(
        "territory_change", "event", 2, (
"ACLED codebook, sub-events of Battles on the change of territory"
),
        "capture, recapture, takeover, seizure",
        (
"overrun:overran:overrun:overrunning, capture, recapture, seize control of, take "
"control of:took control of:taken control of, retake:retook:retaken, seize, "
"liberate, occupy:occupied, take over:took over:taken over"
),
    ),
    Trigger(
        "territory_change", "event", 1, "only of a place, by an armed party",
        "",
        (
"take:took:taken, lose:lost, move into, march into, sweep into:swept into, roll "
"into, advance into, fall "
"to:fell to:fallen to"
),
    ),
    Trigger(
        "armed_attack", "event", 3, _ACLED + '"Attack"',
        (
"armed attack, terrorist attack, terror attack, gun attack, shooting attack, mass "
"shooting, drive-by shooting, knife attack, massacre, mass killing, guerrilla "
"attack, militant attack, stabbing, machete attack, armed assault, rebel attack, "
"guerrilla raid, jihadist attack, insurgent attack, slaughter, machinegun fire, "
"machine-gun fire, hail of bullets, machinegun attack, submachinegun fire, stabbing "
"attack"
),
        (

"massacre, gun down:gunned down, "
"machinegun:machinegunned:machinegunned:machinegunning, open fire, behead, lynch, "
"hack to death, stab:stabbed, slaughter, riddle with bullets, come under fire:came "
"under fire, fall victim to:fell victim to:fallen victim to, come under attack:came under "
"attack, come under sniper fire:came under "
"sniper fire, come under heavy fire:came under heavy fire, come under mortar "
"fire:came under mortar fire, come under artillery fire:came under artillery fire, "
"come under gunfire:came under gunfire, come under attack:comes under attack, take "
"fire:took fire:taken fire, shoot dead:shot dead, shoot to death:shot to death, "
"spray with bullets, burn alive, stone to death, club to death:clubbed to death:clubbed to "
"death:clubbing to death"

),
    ),
    Trigger(
        "armed_attack", "event", 2, _ACLED + '"Attack"',
        (
"attack, assault, raid, shooting, onslaught, incursion, gunfire, terrorist action, "
"terrorist act, terrorist acts, act of terrorism, acts of terrorism, attempt on the "
"life, sabotage, strike, attacks, sabotage action, harassment, terrorist actions, "
"criminal attack, siege"
),
        (
"attack, assault, raid, storm, shoot:shot, fire on, fire at, fire upon, fire shots "
"at, fire into, fire several shots, fire shots, shoot at:shot at, strike:struck, "
"harass, sabotage, torture, ram:rammed, plough into, plow into, swerve into, drive "
"into:drove into:driven into, mow down:mowed down:mown down, strafe, take a direct "
"hit:took a direct hit, pound, pummel:pummelled, pummel, torpedo, raze"
),
    ),
    Trigger(
        "armed_attack", "event", 1, "violent only with a weapon, an armed actor or a victim",
        "hit, violence, aggression, atrocity, atrocities",
        (
"target, hack, hit:hit:hit:hitting, send:sent:sent:sending, "
"fire, launch, pound, break into:broke into:broken "
"into, burst into:burst into, beat:beat:beaten, throw:threw:thrown, hurl, pelt, "
"lob:lobbed, drop:dropped:dropped:dropping, plant, place, slam into:slammed into, "
"crash into, land in, land on, land near, rain down on, rain on, fall on:fell "
"on:fallen on, open up on, come down on:came down on, intercept, enter"
),
    ),
    Trigger(
        "armed_attack", "weapon", 2, "said of what is fired or goes off: " + _WIRE,
        "",
        (
"land, come down:came down:come down, tear through:tore through:torn through, rip "
"through:ripped through:ripped through:ripping through, come in:came in:come in, fly in:flew "
"in:flown in, crash down, arrive, rain down, impact"
),
    ),
    Trigger(
        "ambush", "event", 3, "ACLED codebook, under Armed clash and Attack",
        "ambush, ambuscade", "ambush, waylay:waylaid",
    ),
    Trigger(
        "assassination", "event", 3, "killing of a named or chosen person",
        (
"assassination, assassination attempt, murder, killing, homicide, targeted killing, "
"extrajudicial killing, summary execution, assassination bid, attempted murder, "
"slaying, attempted assassination, extrajudicial execution, murder attempt, attempt "
"on his life, attempt on her life, death squad killing, assassinations"
),
        "assassinate, murder, slay:slew:slain",
    ),
    Trigger(
        "assassination", "event", 2, (
"killing of a chosen person; also a judge's sentence, hence not sure"
),
        "execution", "execute",
    ),
    Trigger(
        "abduction", "event", 3, _ACLED + '"Abduction/forced disappearance"',
        (
"kidnapping, abduction, hostage-taking, forced disappearance, enforced "
"disappearance, mass abduction, kidnaping, hostage taking, mass kidnapping, "
"disappearance"
),
        (
"kidnap:kidnapped:kidnapped:kidnapping, abduct, take hostage:took hostage:taken "
"hostage, hold hostage:held hostage, take captive:took captive:taken captive, "
"forcibly recruit, carry off, kidnaped"
),
    ),
    Trigger(
        "abduction", "event", 1, "only of people, and by others than the police",
        "", (
"capture, seize, hold captive:held captive, take away:took away:taken away, drive "
"off with:drove off with:driven off with, make off with:made off with, march off, "
"march out, herd away, herd into, lead off:led off, lead away:led away, drag away:dragged "
"away:dragged away:dragging away, drag off:dragged off:dragged off:dragging off, haul off, "
"march away, round up, bundle into, shove into, ride off with:rode off with:ridden off "
"with, run off with:ran off with:run off with"
),
    ),
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
        "sexual_violence", "event", 3, _ACLED + '"Sexual violence"',
        (
"rape, sexual violence, sexual assault, gang rape, gang-rape"
), "rape, sexually assault, gang-rape",
    ),
    Trigger(
        "weapons_use_disrupted", "event", 3, _ACLED + '"Disrupted weapons use"',
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
        "other", "effect", 2, "only of lives: " + _WIRE,
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
        "armed_attack", "event", 3, "killing by hand or weapon, told by its manner",
        (
"beheading, decapitation, lynching, fusillade, sniper fire, sniper attack, small arms fire, "
"rifle fire, automatic fire, automatic weapons fire, gun violence, ramming attack, car ramming, "
"vehicle ramming, acid attack, throats slit, throat slit, throats had been cut, throats "
"were cut, throat was cut, "
"throats had been slit, throats were slit, throat was slit, throats cut, throat cut, pogrom, "
"bloodbath, revenge killing, reprisal killing, reprisal attack, revenge attack, cross border "
"raid, commando raid, counter attack"
),
        (
"put to death:put to death:put to death:putting to death, put to the sword:put to the sword:put "
"to the sword:putting to the sword, decapitate, bludgeon, knife:knifed, bayonet, machine "
"gun:machine gunned:machine gunned:machine gunning, crucify, strangle, slit the throat:slit the "
"throat, slit the throats:slit the throats, cut the throat:cut the throat, cut the throats:cut "
"the throats, cut their throats:cut their throats, cut his throat:cut his throat, slit their "
"throats:slit their throats, slit his throat:slit his throat, pepper with bullets, "
"pepper with gunfire, rake with bullets, rake with gunfire, "
"spray with gunfire, spray with machinegun fire, riddle with gunfire, shoot up:shot up, open "
"up with, kill in cold blood"
),
    ),
    Trigger(
        "armed_attack", "event", 1, "told by the movement; only of an armed party or a crowd",
        "",
        (
"invade, swoop on, swoop down on, descend on, descend upon, fall upon:fell upon:fallen upon, "
"set upon:set upon:set upon:setting upon, set about:set about:set about:setting about, pounce "
"on, charge into, barge into, overwhelm, rout, besiege, lay siege to:laid siege to, take "
"out:took out:taken out"
),
    ),
    Trigger(
        "armed_attack", "event", 1, "only of people: " + _WIRE,
        "",
        (
"cut down:cut down:cut down:cutting down, run down:ran down:run down, beat up:beat up:beaten up, "
"put:put:put:putting, pump, empty, pick off"
),
    ),
    Trigger(
        "armed_attack", "event", 2, "of ships, by somebody",
        "", "sink:sank:sunk",
    ),
    Trigger(
        "armed_attack", "event", 2, "a place treated as an enemy",
        "", "lay waste to:laid waste to, shoot its way into:shot its way into",
    ),
    Trigger(
        "armed_clash", "event", 1, "only between armed parties",
        "hostilities, standoff, counter offensive",
        (
"engage, beat back:beat back:beaten back, drive back:drove back:driven back, throw back:threw "
"back:thrown back, push back, fight off:fought off, hold off:held off, ward off"
),
    ),
    Trigger(
        "territory_change", "event", 2, _ACLED + '"Government regains territory", and its reverse',
        "",
        (
"regain control of, gain control of, win control of:won control of, wrest control of, assume "
"control of, establish control over, establish control of, restore control over, restore control "
"of, regain control over, gain control over, take control over:took control over:taken control "
"over, seize control over, secure control of, regain, reoccupy, conquer, wrest, win back:won "
"back, reclaim, take back:took back:taken back, reconquer"
),
    ),
    Trigger(
        "territory_change", "event", 2, "the side that had the place loses it",
        "",
        (
"drive out of:drove out of:driven out of, push out of, force out of, chase out of, flush out of, "
"give up:gave up:given up, throw out of:threw out of:thrown out of, dislodge from, expel "
"from:expelled from, oust from, eject from, drive from:drove from:driven from, sweep "
"from:swept from, flush from, chase from, clear from, purge from"
),
    ),
    Trigger(
        "territory_change", "event", 1, "only of a town or a stretch of ground: " + _WIRE,
        "fall, liberation, clearing, retaking, reconquest", "",
    ),
    Trigger(
        "armed_attack", "event", 1, "only of a garrison or a camp",
        "", "surprise",
    ),
    Trigger(
        "territory_change", "event", 2, "the side whose hands it comes into stands behind",
        "",
        (
"come under the control of:came under the control of:come under the control of, come under "
"control of:came under control of:come under control of, pass under the control of, pass into "
"the hands of, fall into the hands of:fell into the hands of:fallen into the hands of, fall "
"under the control of:fell under the control of:fallen under the control of, come into the hands "
"of:came into the hands of:come into the hands of, return to the control of"
),
    ),
    Trigger(
        "territory_change", "event", 2, _ACLED + '"Government regains territory"',
        "",
        "return to government control, return to state control, come back under government "
        "control:came back under government control:come back under government control",
    ),
    Trigger(
        "territory_change", "event", 1, "only of ground, by or of an armed party",
        "",
        (
"cleanse, purge, recover, rid:rid:rid:ridding, clear, free:freed, fall:fell:fallen, hoist, "
"raise, run up:ran up:run up, hand over, hand back, hand to, turn over, cede, surrender, "
"relinquish, withdraw from:withdrew from:withdrawn from, pull out of, pull back from, retreat "
"from, abandon, evacuate, vacate, leave:left:left:leaving"
),
    ),
    Trigger(
        "abduction", "event", 1, "only of people: " + _WIRE,
        "",
        (
"snatch, spirit away, whisk away, detain, drive off:drove off:driven off, make away with:made "
"away with, go missing:went missing:gone missing"
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
        "shelling", "weapon", 2, "what is fired by mortars and guns",
        "mortar bomb, mortar round, mortar shell, artillery shell, artillery round, tank shell", "",
    ),
    Trigger(
        "bombing", "event", 2, "what a charge does to a car, a bus, a wall",
        "", "blow apart:blew apart:blown apart, tear apart:tore apart:torn apart, "
        "rip apart:ripped apart:ripped apart:ripping apart",
    ),
    Trigger(
        "armed_attack", "event", 2, "told by the aim taken",
        "",
        (
"turn their guns on, turn his gun on, turn her gun on, turn his weapon on, turn their weapons on, "
"turn its guns on, turn his rifle on, train their guns on"
),
    ),
    Trigger(
        "arson", "event", 3, "the village burnt: an old phrase of wires and chronicles",
        "", "put to the torch:put to the torch:put to the torch:putting to the torch",
    ),
    Trigger(
        "airstrike", "weapon", 2, "what is dropped from aircraft",
        "barrel bomb, glide bomb, guided bomb, aerial bomb", "dive bomb",
    ),
    Trigger(
        "other", "effect", 1, "fighters made harmless, in the words of communiques",
        "", "eliminate, liquidate, annihilate, wipe out, finish off",
    ),
    Trigger(
        "sexual_violence", "event", 1, "of women and girls",
        "", "violate",
    ),
    Trigger(
        "bombing", "weapon", 2, "said of a charge that explodes: " + _WIRE,
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
        "riot", "event", 2, "ACLED codebook, Mob violence: crowds throw stones",
        "stone throwing", "stone",
    ),
    Trigger(
        "abduction", "event", 1, "only of people, by an armed party",
        "", "pick up",
    ),
    Trigger(
        "sexual_violence", "event", 3, "counted as sexual violence by the Rome Statute's courts",
        "", "forcibly circumcise, strip naked:stripped naked",
    ),
    Trigger(
        "armed_attack", "event", 1, "killing by a mob or a gang; judges sentence to be hanged",
        "", "hang:hung, hang, drown",
    ),
    Trigger(
        "armed_attack", "event", 3, "killing by hand, told by its manner",
        "",
        (
"butcher, hack to pieces, cut to pieces:cut to pieces:cut to pieces:cutting to pieces, chop to "
"pieces:chopped to pieces:chopped to pieces:chopping to pieces, bury alive:buried alive, "
"disembowel:disembowelled, garrotte, immolate, let fly at:let fly at:let fly at:letting fly at, "
"blaze away at, take potshots at:took potshots at:taken potshots at, "
"trample to death, whip to death:whipped to death, starve to death, spear, lance, shoot in cold "
"blood:shot in cold blood:shot in cold blood"
),
    ),
    Trigger(
        "armed_attack", "event", 2, "a vehicle as the weapon",
        "", "ram into:rammed into:rammed into:ramming into, fly into:flew into:flown into",
    ),
    Trigger(
        "armed_attack", "weapon", 2, "said of shots that are heard",
        "", "ring out:rang out:rung out",
    ),
    Trigger(
        "armed_attack", "event", 1, "said of many at once: drones, men under arms",
        "", "swarm",
    ),
    Trigger(
        "ambush", "event", 2, _WIRE,
        "", "lay in wait for, lie in wait for:lay in wait for:lain in wait for, lay an ambush "
        "for:laid an ambush for, set an ambush for:set an ambush for",
    ),
    Trigger(
        "armed_clash", "effect", 2, "who falls in a fight fought",
        "",
        (
"fall in battle:fell in battle:fallen in battle, fall in combat:fell in combat:fallen in combat, "
"fall in action:fell in action:fallen in action, fall in fighting:fell in fighting:fallen in "
"fighting, fall in the fighting:fell in the fighting:fallen in the fighting, fall in clashes:fell "
"in clashes:fallen in clashes"
),
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
        "abduction", "event", 1, "only of people, by an armed party: they are taken along",
        "",
        (
"march into, force into, push into, load into, load onto, haul into, drag into:dragged "
"into:dragged into:dragging into, stuff into, march out of, drag out of:dragged out of:dragged "
"out of:dragging out of, drag from:dragged from:dragged from:dragging from, pull from, haul "
"from, force from, take prisoner:took prisoner:taken prisoner"
),
    ),
    Trigger(
        "abduction", "event", 3, "the words of human rights law",
        "", "forcibly disappear, forcibly conscript, forcibly transfer, forcibly deport",
    ),
    Trigger(
        "looting", "event", 1, "only by an armed party: " + _WIRE,
        "", "hold up:held up, stick up:stuck up, clean out, strip of:stripped of:stripped of",
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
        "property_destruction", "effect", 1, "buildings and works brought down: " + _WIRE,
        "", "reduce to rubble, tear down:tore down:torn down, pull down, put out of action:put out "
        "of action, put out of service:put out of service",
    ),
    Trigger(
        "arson", "event", 2, "fire set on purpose, where a party does it or an attack is told",
        "", "go up in flames:went up in flames:gone up in flames, put a torch to:put a torch "
        "to:put a torch to, set light to:set light to:set light to",
    ),
)  # fmt: skip
