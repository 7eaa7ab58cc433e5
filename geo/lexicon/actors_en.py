"""English words for those who act in a conflict and those who speak of it.

`ACTORS` holds head nouns by kind of actor; `ARMED` the heads that make the subject of a
vague verb ("entered", "hit") a party to violence. `INSTITUTIONS` maps names that stand
for a state (metonyms) to ISO 3166-1 alpha-2, from general knowledge of where each sits.
`GROUPS` are names of armed non-state groups that are spelled like common words or whose
heads no rule sees; the source is the list of parties in UCDP's actor dataset and press
usage. It is only a help: any capitalised subject of an armed verb is taken as an actor.
"""

from __future__ import annotations

__all__ = [
    "ACTORS",
    "ARMED",
    "ARMS_OF_STATE",
    "BELONGING",
    "CALLED",
    "GROUPS",
    "GROUP_HEADS",
    "INSTITUTIONS",
    "LOOSE_HEADS",
    "MEMBERS",
    "SPEAKERS",
    "STRUGGLE",
]

ACTORS: dict[str, str] = {
    "state": "government, regime, junta, govt, gvt, authorities",
    # regular and other forces of states
    "force": (
        "army, military, enemy, adversary, aggressor, troops, troop, forces, force, soldiers, "
        "soldier, navy, police, "
        "policemen, policeman, gendarmes, gendarmerie, battalion, brigade, division, "
        "regiment, unit, units, warplanes, jets, coalition, artillery, air force, airforce, "
        "marines, paratroopers, patrol, garrison, guard, guards, border guards, security "
        "forces, peacekeepers, commandos, special forces, aircraft, helicopters, gunboats, "
        "fleet, intelligence, officers, security agents, task force, platoon, squad, "
        "detachment, servicemen, corps, commander, warship, warships, frigate, destroyer, "
        "submarine, armies, nato, isaf, kfor, ecomog, unifil, minusma, monusco, amisom, atmis, "
        "unmiss, minusca, policewomen, paratroops, conscripts, snipers, sniper, warplane, "
        "helicopter gunships, gunship, armed forces, jet, fighter jet, cops, tps, acft, command, "
        "general staff, tanks, planes, gunboats, alliance, occupiers, "
        "invaders, berets, troopers, guardsmen, carabinieri, "
        "carabineros, "
        "constables, cossacks, legionnaires, riflemen"
    ),
    # armed groups
    "group": (
        "militia, militias, militiamen, militants, militant, rebels, rebel, insurgents, "
        "insurgent, guerrillas, guerrilla, jihadists, jihadist, jihadis, terrorists, "
        "terrorist, extremists, extremist, separatists, separatist, fighters, fighter, "
        "gunmen, gunman, bandits, bandit, group, faction, front, movement, cartel, gang, "
        "gangs, gang members, paramilitaries, paramilitary, death squad, death squads, "
        "proxies, mercenaries, pirates, subversives, subversive, herders, herdsmen, cell, "
        "column, commando, warlord, cartels, dissidents, hitmen, hired assassins, hired "
        "killers, assassins, criminals, delinquents, drug traffickers, traffickers, army of "
        "liberation, hired gunmen, attackers, attacker, assailants, assailant, raiders, "
        "kidnappers, captors, hooded men, armed men, masked men, vigilantes, mob, urban "
        "commandos, commandos, guerrilla column, squad members, settlers, settler, looters, "
        "robbers, rioters, arsonists, resistance, mafia, narcoterrorists, suspects, bombers, "
        "killers, murderers, poachers, fulani herders, secessionists, loyalists, "
        "narcotraffickers, organisations, organizations, networks, elements, groups, factions, "
        "movements, communities, "
        "nationalists, islamists, supremacists, tribesmen, clansmen, hooligans, "
        "rustlers, cattle rustlers, marauders, hijackers, infiltrators, saboteurs, partisans, "
        "cultists, thugs, clan, clans, tribe, tribes, crowds, youths, rivals, hardliners, cadres, "
        "combatants, warriors, abductors, soldiers of fortune, brigands, highwaymen, crime gangs, "
        "herder, herdsman, raider, kidnapper, looter, rioter, pirate, assassin, mercenary, "
        "trafficker, tribesman, clansman, vigilante, robber, smugglers, smuggler, infiltrator, "
        "mobs, mouvement, hoodlums, perpetrators, skiffs, speedboats, sect, "
        "branch, wing, offshoot, affiliate, gangsters, mobsters, culprits"
    ),
    "person": (
        "bomber, man, men, woman, youth, youths, individuals, individual, persons, unknown "
        "persons, suspect, driver, inmates, prisoners, convicts, protesters, demonstrators, "
        "villagers, residents, crowd, "
        "students"
    ),
}

ARMED = (
    "army, military, troops, forces, force, soldiers, soldier, navy, police, policemen, "
    "gendarmes, battalion, brigade, warplanes, jets, militia, militias, militiamen, "
    "militants, rebels, insurgents, guerrillas, guerrilla, jihadists, jihadis, "
    "terrorists, terrorist, extremists, separatists, fighters, gunmen, gunman, bandits, "
    "cartel, gang, gangs, paramilitaries, death squad, mercenaries, pirates, "
    "subversives, column, commando, commandos, assassins, hitmen, attackers, attacker, "
    "assailants, assailant, raiders, hooded men, armed men, masked men, bomber, drone, "
    "drones, missile, missiles, rocket, rockets, shell, shells, bomb, bombs, aircraft, "
    "warplane, mortars, artillery, helicopters, air force, airstrike, airstrikes, "
    "strike, strikes, blast, explosion, grenade, grenades, group, front, movement, "
    "coalition, individuals, men, marines, paratroopers, units, unit, kidnappers, "
    "bullets, bullet, dynamite, traffickers, delinquents, criminals, barrage, settlers, "
    "mob, mouvement, herders, herdsmen, extremist, rioters, patrol"
)

GROUPS = (
    "islamic state, isis, isil, is, daesh, al-qaeda, al qaeda, taliban, boko haram, "
    "iswap, al-shabaab, al shabaab, al-shabab, hamas, hezbollah, houthis, houthi, isgs, "
    "jnim, m23, adf, codeco, rsf, rapid support forces, tplf, ola, fano, pkk, ypg, sdf, "
    "hts, hayat tahrir al-sham, wagner, wagner group, farc, eln, sendero luminoso, "
    "shining path, fmln, mrta, tupac amaru, m-19, arakan army, pdf, people's defence "
    "force, people's defense force, kachin independence army, karen national union, "
    "ansar al-sunna, seleka, anti-balaka, cpc, lra, ltte, eta, ira, real ira, "
    "continuity ira, plo, islamic jihad, "
    "kata'ib hezbollah, kata'ib sayyid al-shuhada, lashkar-e-taiba, ttp, "
    "tehrik-i-taliban pakistan, bla, islamic state khorasan, popular mobilization "
    "forces, epl, medellin cartel, cali cartel, contras, unita, renamo, ansarul islam, "
    "naxalites, maoists, abu sayyaf, new people's army, npa, jaysh al-islam, free syrian "
    "army, fdlr, mai-mai, extraditables, the extraditables, popular liberation army, "
    "ejercito de liberacion nacional, manuel rodriguez patriotic front, fpmr, simon "
    "bolivar guerrilla coordinating board, lautaro, people's revolutionary army, erp, "
    "morazanist patriotic front, national liberation army, farabundo marti national "
    "liberation front, revolutionary armed forces of colombia, tupac amaru revolutionary "
    "movement, tatmadaw, syrian democratic forces, as, iskp, isis k, aqim, aqap, tnla, mndaa, "
    "knla, kndf, vdp, vdps, hpg, ypj, pjak, wazalendo, ansar allah, ansarullah, tpnpb, ipob, ulfa, "
    "milf, biff, uwsa, pij, qassam brigades, al qassam brigades, quds brigades, al quds brigades"
)

INSTITUTIONS: dict[str, str] = {
    "pentagon": "US",
    "white house": "US",
    "centcom": "US",
    "us central command": "US",
    "u.s. central command": "US",
    "central command": "US",
    "africom": "US",
    "us africa command": "US",
    "state department": "US",
    "washington": "US",
    "us military": "US",
    "u.s. military": "US",
    "american military": "US",
    "cia": "US",
    "fbi": "US",
    "biden": "US",
    "kremlin": "RU",
    "moscow": "RU",
    "russian defence ministry": "RU",
    "russian defense ministry": "RU",
    "kyiv": "UA",
    "kiev": "UA",
    "ukrainian air force": "UA",
    "ukraine's air force": "UA",
    "general staff of the armed forces of ukraine": "UA",
    "idf": "IL",
    "iof": "IL",
    "rf": "RU",
    "vks": "RU",
    "ukr": "UA",
    "uaf": "UA",
    "afu": "UA",
    "zsu": "UA",
    "fardc": "CD",
    "fama": "ML",
    "faca": "CF",
    "endf": "ET",
    "sspdf": "SS",
    "updf": "UG",
    "fadm": "MZ",
    "andsf": "AF",
    "saf": "SD",
    "israel defense forces": "IL",
    "israeli military": "IL",
    "israeli army": "IL",
    "shin bet": "IL",
    "downing street": "GB",
    "ministry of defence": "GB",
    "raf": "GB",
    "whitehall": "GB",
    "ankara": "TR",
    "turkish defence ministry": "TR",
    "turkish defense ministry": "TR",
    "mit": "TR",
    "tehran": "IR",
    "irgc": "IR",
    "revolutionary guards": "IR",
    "islamabad": "PK",
    "ispr": "PK",
    "new delhi": "IN",
    "beijing": "CN",
    "elysee": "FR",
    "baku": "AZ",
    "yerevan": "AM",
    "damascus": "SY",
    "sana": "SY",
    "baghdad": "IQ",
    "riyadh": "SA",
    "saudi-led coalition": "SA",
    "addis ababa": "ET",
    "khartoum": "SD",
    "tatmadaw": "MM",
    "junta": "MM",
    "naypyidaw": "MM",
    "copreta": "SV",
    "coprefa": "SV",
    "seoul": "KR",
    "pyongyang": "KP",
    "tel aviv": "IL",
}

SPEAKERS = (
    "official, officials, spokesman, spokeswoman, spokesperson, ministry, minister, "
    "governor, mayor, police, army, military, statement, report, reports, source, "
    "sources, witness, witnesses, eyewitness, eyewitnesses, resident, residents, agency, "
    "news agency, observatory, monitor, monitors, commander, chief, authorities, "
    "government, council, office, command, general staff, doctor, doctors, medics, "
    "hospital, activists, group, relatives, survivors, survivor, elder, elders, leader, "
    "leaders, un, mission, ngo, organisation, organization, radio, television, "
    "broadcaster, newspaper, communique, bulletin, media, president, prime minister, "
    "general, colonel, captain, major, lieutenant, administrator, administration, "
    "villagers, rescuers, emergency services, prosecutor, prosecutors, embassy, security "
    "forces, health ministry, ukmto, centcom, idf, pentagon, kremlin, coalition, "
    "analyst, analysts, director, secretary, delegate, bishop, priest, judge, deputy, "
    "senator, congressman, militants, rebels, guerrillas, attorney, observers, "
    "investigators, experts, chairman, headquarters"
)

# Heads of the names of armed groups: a capitalised run that holds one is taken for a name.
GROUP_HEADS = (
    "front, frente, army, ejercito, movement, movimiento, mouvement, brigade, brigades, "
    "brigada, cartel, militia, militias, commando, commandos, comando, battalion, "
    "battalions, tigers, mafia, legion, mujahideen, mujahedin, falange, squad, regiment, "
    "column, columna, cell, phalange, faction, gang, grupo, vigilantes, avengers, "
    "liberators, fighters, resistance, jihad"
)
# Heads that name parties, unions and the like as well: only with a word of `STRUGGLE`.
LOOSE_HEADS = (
    "party, partido, organization, organisation, organizacion, league, council, union, "
    "alliance, coalition, group, groups, command, forces, force, corps, guard, guards, "
    "congress, federation, committee, board, network, state"
)
STRUGGLE = (
    "liberation, liberacion, revolutionary, revolucionario, revolucionaria, "
    "revolucionarias, armed, patriotic, patriotico, resistance, salvation, defence, "
    "defense, martyrs, insurgent, guerrilla, guerrillero, jihad, islamic, struggle, "
    "combatant, combat, redemption, anticommunist, popular, self-defence, self-defense, "
    "democratic, independence, autonomy, secret, people's, peoples, lord's, support, "
    "protection, vanguard, volunteer,  partisan, partisans, guards, tigers"
)
# People who are told by what they belong to: "members of the X".
MEMBERS = (
    "members, member, fighters, fighter, militants, militant, men, elements, gunmen, "
    "gunman, units, unit, group, groups, faction, factions, cell, cells, column, columns, "
    "squad, squads, commando, commandos, wing, branch, followers, supporters, "
    "sympathisers, sympathizers, guerrillas, guerrilla, rebels, rebel, insurgents, "
    "terrorists, terrorist, militiamen, militia, combatants, cadres, operatives, "
    "detachment, detachments, contingent, some, dozens, scores, hundreds, thousands, "
    "forces, troops, soldiers, bomber, bombers, paramilitaries, assassins, hitmen, "
    "affiliate, offshoot, front, command, organization, organisation, movement, gang, "
    "pair, number, band, crowd, party, cartel, "
    "leader, leadership, chief, head, spokesman, spokeswoman, spokesperson, commander, "
    "commanders, pilots, pilot, crews, snipers, sniper, adherents, activists"
)
# What leads from such a head to the name of the party.
BELONGING = "of, from, in"
CALLED = "called, calling, known, named, claiming, identifying, identified, belonging"
# Institutions that are a state's own: named by what they are, once the state is clear.
ARMS_OF_STATE = (
    "army, military, navy, police, gendarmerie, gendarmes, government, air force, airforce, "
    "armed forces, security forces, national guard, coast guard, marines, presidential "
    "guard, republican guard, junta, defence forces, defense forces, coalition, alliance, "
    "border guards, special forces, intelligence, coastguard, militaries, authorities, "
    "nato, isaf, kfor, ecomog, unifil, minusma, monusco, amisom, atmis, unmiss, minusca, "
    "regime, defence force, defense force, govt, gvt"
)
