"""English names of weapons, platforms and carriers, and the kind of incident each makes.

A weapon sharpens a general word: an "attack" with rockets is a rocket attack. The
higher `rank` wins when several are named in one frame: a suicide bomber in a car is a
suicide bombing. Sources: ACLED codebook (events by weapon), US DoD and UN mine-action
glossaries for the terms, common wire usage for the rest.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["AIRCRAFT", "WEAPONS", "Weapon"]


class Weapon(NamedTuple):
    """A row: what it makes of an attack, how strongly, and why the words are here."""

    kind: str
    rank: int
    reason: str
    words: str


AIRCRAFT = (
    "f-4, f-5, f-7, f-14, f-15, f-16, f-18, f/a-18, f-22, f-35, jf-17, a-10, a-29, b-1, b-2, "
    "b-52, ac-130, ah-64, uh-60, mi-8, mi-17, mi-24, mi-28, mi-35, ka-50, ka-52, mig-21, mig-23, "
    "mig-25, mig-27, mig-29, mig-31, su-22, su-24, su-25, su-27, su-30, su-34, su-35, su-57, "
    "tu-22, tu-95, tu-160, l-39, an-26"
)
"""Designations of military aircraft in conflicts since 1980, as makers write them."""


WEAPONS: tuple[Weapon, ...] = (
    Weapon("suicide_bombing", 9, 'ACLED "Suicide bomb"',
           (
"suicide bomber, suicide truck bomber, suicide car bomber, suicide bombers, suicide vest, "
"suicide belt, explosive vest, "
"explosive belt, suicide attacker, bomb vest, explosives vest"
)),
    Weapon("car_bombing", 8, "vehicle-borne bombs",
           (
"car bomb, truck bomb, vbied, svbied, vehicle bomb, motorcycle bomb, booby-trapped "
"car, explosives-laden vehicle, explosives-laden truck, explosive-laden vehicle, "
"explosives-packed car, bomb-laden car"
)),
    Weapon("drone_attack", 7, "unmanned aircraft: armed, one-way and FPV",
           (
"drone, uav, unmanned aerial vehicle, quadcopter, shahed, fpv drone, kamikaze drone, "
"one-way attack drone, suicide drone, attack drone, loitering munition, lancet, "
"armed drone, reaper drone, predator drone, bayraktar, explosive-laden drone, "
"explosives-laden drone, surface drone, sea drone, naval drone, drone boat, unmanned surface "
"boat, unmanned surface vessel, unmanned surface vehicle, uncrewed surface vessel, uncrewed "
"surface craft, unmanned boat, underwater drone, reconnaissance drone, strike drone"
)),
    Weapon("chemical_attack", 7, "agents on the OPCW schedules and their common names",
           "sarin, chlorine gas, mustard gas, nerve agent, poison gas, chemical weapon, toxic gas"),
    Weapon("missile_strike", 6, "guided and ballistic missiles",
           (
"missile, cruise missile, ballistic missile, anti-ship missile, guided missile, "
"iskander, kalibr, tomahawk, anti-tank missile, surface-to-air missile, s-300, "
"himars, atacms, scud, hypersonic missile"
)),
    Weapon("rocket_attack", 6, "unguided rockets",
           (
"rocket, katyusha, grad, grad rocket, katyusha rocket, qassam, rpg-7 rocket, "
"multiple rocket launcher, rockets"
)),
    Weapon("airstrike", 5, "manned aircraft and what they drop",
           (
"warplane, fighter jet, aircraft, helicopter, jet, bomber, barrel bomb, plane, "
"gunship, helicopter gunship, guided bomb, glide bomb, aerial bomb, guided aerial "
"bomb, air-dropped bomb, cluster bomb, combat aircraft, air "
"force plane, military plane, antonov, motorised paraglider, paramotor, sukhoi, sukhois, mig, "
"migs, mirage, rafale, super tucano, apache helicopter, fighter-bomber, fighter bomber, "
+ AIRCRAFT
)),
    Weapon("shelling", 5, "tube artillery, mortars and tanks",
           (
"artillery, mortar, indirect fire, shell, howitzer, tank, mortar shell, artillery "
"shell, mortar round, mortar bomb, cannon, artillery round, mortar fire, tank shell, "
"mlrs, cluster munition, cluster shell, salvo"
)),
    Weapon("grenade", 5, 'ACLED "Grenade"',
           "grenade, hand grenade, rifle grenade, fragmentation grenade, stun grenade"),
    Weapon("ied", 5, "improvised explosive devices (UN IED lexicon)",
           (
"ied, improvised device, improvised explosive device, roadside bomb, explosive "
"device, sticky bomb, magnetic bomb, homemade bomb, remote-controlled bomb, "
"remote-controlled mine, booby trap, improvised explosive"
)),
    Weapon("landmine", 5, "mines and remnants of war",
           (
"landmine, land mine, limpet mine, sea mine, naval mine, anti-tank mine, "
"anti-personnel mine, antipersonnel mine, mine, "
"unexploded ordnance, unexploded shell, unexploded bomb"
)),
    Weapon("bombing", 4, "explosives of other kinds",
           (
"bomb, dynamite, explosive, explosives, explosive charge, dynamite charge, dynamite "
"stick, tnt, c-4, time bomb, plastic explosive, letter bomb, parcel bomb, charge of "
"dynamite, stick of dynamite, incendiary bomb, high-powered bomb"
)),
    Weapon("naval_attack", 3, "boats that attack (UKMTO and IMB reports)",
           "skiff, small craft, speedboat, small boat, gunboat, fast boat, attack boat"),
    Weapon("arson", 3, "what fires are set with",
           (
"molotov cocktail, petrol bomb, gasoline, incendiary device, firebomb, kerosene, "
"petrol"
)),
    Weapon("armed_attack", 2, "small arms and blades",
           (
"rifle, machinegun, machine gun, submachinegun, submachine gun, pistol, gun, "
"firearm, knife, machete, assault rifle, ak-47, kalashnikov, small arms, automatic "
"weapon, automatic rifle, shotgun, revolver, light weapons, heavy weapons, automatic "
"weapons, ak-47 rifle, m-16 rifle, m-16, m-60 machinegun, bullet, bullets, axe, "
"sword, dagger, machineguns, heavy machinegun, high-powered rifle, automatic rifles, "
"machinegun fire, handgun, sniper rifle, cold weapon, g-3 rifle, galil, uzi, galil "
"rifle, 9-mm pistol, shots"
)),
    Weapon("armed_attack", 1, "launchers that may fire several things",
           (
"rpg, rocket-propelled grenade, bazooka, rocket launcher, grenade launcher, "
"recoilless rifle, catapult, homemade catapult, mobile ramp"
)),
)  # fmt: skip
