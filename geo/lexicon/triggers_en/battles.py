"""Armed parties that fight each other, and ground that changes hands."""

from __future__ import annotations

from geo.lexicon.triggers_en.row import ACLED, WIRE, Trigger

__all__ = ["BATTLES"]

BATTLES: tuple[Trigger, ...] = (
    Trigger(
        "armed_clash", "event", 3, ACLED + '"Armed clash"',
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
        "armed_clash", "event", 2, ACLED + '"Armed clash"',
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
        "armed_clash", "event", 1, "only between armed parties",
        "hostilities, standoff, counter offensive",
        (
"engage, beat back:beat back:beaten back, drive back:drove back:driven back, throw back:threw "
"back:thrown back, push back, fight off:fought off, hold off:held off, ward off"
),
    ),
    Trigger(
        "territory_change", "event", 2, ACLED + '"Government regains territory", and its reverse',
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
        "territory_change", "event", 1, "only of a town or a stretch of ground: " + WIRE,
        "fall, liberation, clearing, retaking, reconquest", "",
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
        "territory_change", "event", 2, ACLED + '"Government regains territory"',
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
        "armed_clash", "event", 2, "fights by other names: " + WIRE,
        "flare-up, bloodletting, gunfights, exchange of shots, exchanges of shots, armed exchange",
        "",
    ),
)  # fmt: skip
