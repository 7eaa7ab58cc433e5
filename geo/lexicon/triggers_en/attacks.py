"""People attacked, killed, taken and violated."""

from __future__ import annotations

from geo.lexicon.triggers_en.row import ACLED, WIRE, Trigger

__all__ = ["ATTACKS"]

ATTACKS: tuple[Trigger, ...] = (
    Trigger(
        "armed_attack", "weapon", 1, "fired by hand: no grenade that is thrown",
        "rocket-propelled grenade, grenade launcher", "",
    ),
    Trigger(
        "armed_attack", "event", 3, ACLED + '"Attack"',
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
        "armed_attack", "event", 2, ACLED + '"Attack"',
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
        "armed_attack", "weapon", 2, "said of what is fired or goes off: " + WIRE,
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
        "abduction", "event", 3, ACLED + '"Abduction/forced disappearance"',
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
        "sexual_violence", "event", 3, ACLED + '"Sexual violence"',
        (
"rape, sexual violence, sexual assault, gang rape, gang-rape"
), "rape, sexually assault, gang-rape",
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
        "armed_attack", "event", 1, "only of people: " + WIRE,
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
        "armed_attack", "event", 1, "only of a garrison or a camp",
        "", "surprise",
    ),
    Trigger(
        "abduction", "event", 1, "only of people: " + WIRE,
        "",
        (
"snatch, spirit away, whisk away, detain, drive off:drove off:driven off, make away with:made "
"away with, go missing:went missing:gone missing"
),
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
        "sexual_violence", "event", 1, "of women and girls",
        "", "violate",
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
        "ambush", "event", 2, WIRE,
        "", "lay in wait for, lie in wait for:lay in wait for:lain in wait for, lay an ambush "
        "for:laid an ambush for, set an ambush for:set an ambush for",
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
        "armed_attack", "event", 2, "the deed as a noun",
        (
"storming, sacking of, strafing of, gunning down, ramming of, sinking of, stoning, hanging of, "
"beating to death, hacking to death, shooting dead"
),
        "",
    ),
)  # fmt: skip
