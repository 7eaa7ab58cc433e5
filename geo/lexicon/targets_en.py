"""English words for what is hit, by kind of target, and for people as victims.

Kinds are those of the incident model. ACLED and the Geneva Conventions (civilian
objects, Additional Protocol I, articles 48-58) give the line between military and
civilian; police are counted with government, as MUC-4 and UCDP do with the state.
`PEOPLE` are heads that can die; `CIVILIANS` those of them who take no part in fighting.
"""

from __future__ import annotations

__all__ = ["CIVILIANS", "PEOPLE", "TARGETS"]

TARGETS: dict[str, str] = {
    "military": (
"base, bases, airbase, airbases, air base, outpost, outposts, barracks, garrison, "
"military post, army post, military position, positions, position, troops, soldiers, "
"soldier, convoy, military convoy, army convoy, patrol, patrols, army camp, "
"military camp, headquarters, depot, ammunition depot, arms depot, weapons, weapons "
"storage, ammunition, radar, tank, tanks, armoured vehicle, armored vehicle, vehicle "
"convoy, militants, rebels, insurgents, guerrillas, fighters, fighter, militiamen, "
"terrorists, forces, army, brigade, battalion, unit, units, regiment, military "
"vehicle, military vehicles, helicopter, helicopters, warplane, warplanes, airfield, "
"airfields, air defence, air defense, command post, command centre, command center, "
"launcher, launchers, trench, trenches, stronghold, strongholds, hideout, hideouts, "
"warship, warships, destroyer, frigate, naval base, commander, commanders, "
"peacekeepers, peacekeeper, personnel, troop, servicemen, serviceman, marines, "
"marine, military, military facility, military facilities, military target, military "
"targets, military installation, installations, installation, colonel, general, "
"lieutenant, sergeant, captain, major, officer, officers, lieutenant colonel, "
"members of the army, paratroopers, guard, guards, militia, militias, weapons "
"storage facilities, weapons facility, training camp, training camps, troop carrier, "
"ammunition dump, hqs, brigade hqs, detachment, militant"
),
    "government": (
"government, ministry, police, policeman, policemen, police officer, police "
"officers, police station, checkpoint, checkpoints, mayor, mayors, governor, "
"minister, ministers, official, officials, judge, judges, prosecutor, embassy, "
"embassies, consulate, parliament, president, town hall, city hall, court, prison, "
"jail, ambassador, deputy, deputies, senator, councilman, councillor, congressman, "
"candidate, attorney general, diplomat, diplomats, gendarmes, gendarme, government "
"building, presidential palace, government house, presidential house, intelligence "
"agents, agents, electoral, magistrate, magistrates, vice minister, palace of "
"justice, justice minister, prefect, district chief, politician, politicians, "
"lawmaker, lawmakers, legislator, legislators, law enforcement, security guards, "
"bodyguard, bodyguards, police post, das, secret police, investigators, party, "
"parties, leader, leaders"
),
    "infrastructure": (
"power station, power plant, power line, power lines, substation, pipeline, "
"pipelines, oil pipeline, gas pipeline, refinery, oil refinery, bridge, bridges, "
"railway, railroad, dam, port, airport, electricity, electrical tower, electrical "
"towers, pylon, pylons, high-tension tower, high-tension towers, tower, towers, "
"power grid, energy facility, energy infrastructure, infrastructure, water plant, "
"oil facility, oil facilities, oil field, oil depot, fuel depot, telephone, "
"telephone office, telecommunications, antenna, radio station, television station, "
"grain silo, silos, terminal, oil terminal, road, highway, power, power pylons, "
"transformer, transformers, electric towers, warehouse, energy, nuclear plant, water "
"tank, oil tank, fuel tank, storage tank, gas tank, oil tanks, fuel tanks, "
"water pipeline, track, tracks, train station, railway station, electricity "
"pylons, energy tower, energy towers, power towers, relay station, powerplant"
),
    "shipping": (
"ship, ships, vessel, vessels, tanker, tankers, oil tanker, cargo ship, container "
"ship, bulk carrier, merchant ship, merchant vessel, freighter, boat, boats, "
"carrier, dhow, ferry, fishing boat, cargo vessel, container vessel, chemical tanker"
),
    "civilian": (
"civilian, civilians, people, residents, village, villages, town, city, house, "
"houses, home, homes, hospital, hospitals, school, schools, market, mosque, church, "
"churches, bus, buses, car, cars, truck, trucks, vehicle, vehicles, farmers, farmer, "
"peasants, peasant, students, student, journalist, journalists, priest, priests, aid "
"workers, aid worker, worker, workers, women, woman, children, child, businessman, "
"teacher, teachers, villagers, apartment, apartment building, apartment block, "
"residential building, building, buildings, neighbourhood, neighborhood, "
"neighborhoods, shop, shops, store, stores, bank, banks, hotel, office, offices, "
"restaurant, train, camp for displaced, refugee camp, displacement camp, displaced "
"people, refugees, bishop, jesuits, jesuit priests, trade unionist, union leader, "
"leader, leaders, activist, activists, lawyer, doctor, doctors, nurse, nurses, "
"passengers, travellers, travelers, pedestrians, bystanders, university, factory, "
"farm, farms, crops, livestock, cattle, field, clinic, health centre, health center, "
"ambulance, ambulances, kindergarten, worshippers, mourners, wedding, funeral, rally, "
"procession, gathering, "
"shopping centre, shopping center, mall, cafe, bar, nightclub, supermarket, theatre, "
"theater, headquarters of the party, newspaper, branch, tourists, tourist, "
"foreigner, foreigners, citizen, citizens, nun, nuns, missionary, missionaries, "
"pastor, engineer, engineers, technician, technicians, miners, fishermen, traders, "
"herders, herdsmen, youths, youth, man, men, family, families, peasant families, "
"homes of, residence, residences, vendor, vendors, newsmen, newsman, reporter, "
"reporters, professor, cooperative, coffee, rancher, ranchers, landowner, unionist, "
"unionists, indians, community, communities, hamlet, facilities, facility, "
"installations, offices of, archbishop, monsignor, rector, passerby, passersby, "
"commuters, taxi, minibus, dealership, mission, parish, synagogue, temple, shrine, "
"commercial, business, businesses, employee, employees, daughter, son, wife, "
"husband, brother, sister, mother, father, girl, boy, girls, boys, infant, baby"
),
}  # fmt: skip

PEOPLE = (
    "master, skipper, skippers, crewman, crewmen, tribesman, tribesmen, clansman, clansmen, "
    "staff, pupils, pupil, schoolgirls, schoolboys, schoolgirl, schoolboy, worshipper, cleric, "
    "clerics, imam, imams, seminarians, travellers, travelers, motorists, guests, merchants, "
    "vendors, shoppers, churchgoers, monks, monk, parishioners, volunteers, volunteer, migrants, "
    "migrant, rangers, ranger, herdsman, truckers, trucker, constables, constable, patrolman, "
    "deputies, inmates, inmate, guy, guys, kid, kids, neighbour, neighbours, neighbor, neighbors, "
    "folks, ppl, "
    "people, person, persons, civilian, civilians, soldier, soldiers, policeman, "
    "policemen, officer, officers, villager, villagers, resident, residents, man, men, "
    "woman, women, child, children, girl, girls, boy, boys, student, students, worker, "
    "workers, militant, militants, rebel, rebels, insurgent, insurgents, fighter, "
    "fighters, guerrilla, guerrillas, terrorist, terrorists, peacekeeper, peacekeepers, "
    "journalist, journalists, farmer, farmers, peasant, peasants, priest, priests, "
    "member, members, guard, guards, passenger, passengers, driver, drivers, gunman, "
    "gunmen, troops, personnel, servicemen, serviceman, commander, commanders, leader, "
    "leaders, official, officials, mayor, mayors, judge, judges, minister, governor, "
    "president, teacher, teachers, businessman, businessmen, aid worker, aid workers, "
    "bystander, bystanders, jihadist, jihadists, bandit, bandits, attacker, attackers, "
    "assailant, assailants, marine, marines, sailor, sailors, seafarers, crew, crew "
    "members, pilot, pilots, lawyer, lawyers, doctor, doctors, nurse, nurses, patient, "
    "patients, refugee, refugees, tourist, tourists, citizen, citizens, foreigner, "
    "foreigners, national, nationals, youth, youths, pedestrian, pedestrians, "
    "subversive, subversives, extremist, extremists, bomber, suspect, suspects, others, "
    "adult, adults, elder, elders, paramilitary, paramilitaries, prisoner, prisoners, "
    "detainee, detainees, hostage, hostages, protester, protesters, demonstrator, "
    "demonstrators, general, colonel, lieutenant, sergeant, captain, major, corporal, "
    "private, cadet, cadets, agent, agents, bodyguard, bodyguards, councilman, "
    "candidate, deputy, senator, ambassador, bishop, archbishop, monsignor, jesuit, "
    "jesuits, nun, nuns, unionist, unionists, activist, activists, engineer, engineers, "
    "technician, technicians, individual, individuals, victim, victims, family, "
    "families, son, daughter, wife, husband, brother, brothers, sister, father, mother, "
    "baby, infant, shepherd, shepherds, herder, herders, herdsmen, trader, traders, "
    "fisherman, fishermen, miner, miners, paratroopers, gendarme, gendarmes, americans, "
    "passerby, passersby, worshippers, mourners, settler, settlers, vigilante, "
    "vigilantes, militiaman, militiamen, employee, employees, responders, rescuers, "
    "medic, medics, conscripts, recruits, police, professor, newsman, newsmen, reporter, "
    "congressman, chief, secretary, representative, delegate, magistrate, prosecutor, "
    "attorney, indians, marines, rancher, landowner, landowners, trafficker, "
    "traffickers, deserter, informant"
)

CIVILIANS = (
    "civilian, civilians, villager, villagers, resident, residents, woman, women, child, "
    "children, girl, girls, boy, boys, student, students, worker, workers, journalist, "
    "journalists, farmer, farmers, peasant, peasants, priest, priests, passenger, "
    "passengers, driver, drivers, teacher, teachers, businessman, aid worker, aid "
    "workers, bystander, bystanders, lawyer, doctor, doctors, nurse, nurses, patient, "
    "patients, refugee, refugees, tourist, tourists, pedestrian, pedestrians, protester, "
    "protesters, family, families, trader, traders, fishermen, miners, worshippers, "
    "mourners, herders, shepherd, shepherds, seafarers, crew"
)
