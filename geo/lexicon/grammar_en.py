"""English closed-class words and the verbs that frame an incident.

Everything a clause needs to be cut into verbs, noun phrases and their prepositions.
Source: any reference grammar of English; lists of verbs by what they do to the clause
below them (report, plan, deny) follow the event factuality literature (FactBank).
"""

from __future__ import annotations

from gazetteer import numbers

__all__ = [
    "ADVERBS",
    "ANAPHORS",
    "AUXILIARIES",
    "BEFORE",
    "COORDINATORS",
    "DETERMINERS",
    "LIGHT_VERBS",
    "MODALS",
    "NEGATIONS",
    "NON_EVENTS",
    "NUMBERS",
    "OCCUR_VERBS",
    "PREPOSITIONS",
    "PRONOUNS",
    "QUANTIFIERS",
    "REPORT_VERBS",
    "STAGE_WORDS",
    "SUBORDINATORS",
    "VERBS",
]

DETERMINERS = (
    "the, a, an, this, that, these, those, his, her, its, their, our, my, your, some, "
    "any, each, every, another, such, all, both, no, other, same"
)
PREPOSITIONS = (
    "in, on, at, by, with, from, to, into, onto, of, for, against, near, around, "
    "outside, inside, over, under, across, along, through, throughout, between, among, "
    "amid, toward, towards, behind, beside, beyond, within, off, upon, about, via, per, "
    "despite, following, during, including, like, below, above, without, using, "
    "targeting, concerning, according, due, except, versus, vs, up, down, out, opposite, "
    "past, beneath, alongside"
)
COORDINATORS = "and, or, but, nor, &, plus"
SUBORDINATORS = (
    "that, which, who, whom, whose, where, when, while, whereas, because, although, "
    "though, if, unless, whether, as, since, until, after, before, once, how, why, what, "
    "than, so"
)
AUXILIARIES = (
    "be, is, are, was, were, been, being, am, has, have, had, having, do, does, did, "
    "get, got, gets, isn't, wasn't, weren't, hasn't, haven't, hadn't, didn't, don't, "
    "doesn't"
)
MODALS = (
    "will, would, could, may, might, shall, should, must, can, cannot, can't, couldn't, "
    "won't, wouldn't, 'll"
)
NEGATIONS = (
    "not, never, no, neither, nor, without, nobody, cannot, can't, isn't, wasn't, "
    "weren't, hasn't, haven't, hadn't, didn't, don't, doesn't, couldn't, won't, "
    "wouldn't, no-one, none"
)
PRONOUNS = (
    "he, she, it, they, we, i, you, him, her, them, us, me, himself, herself, itself, "
    "themselves, there, someone, nobody, everyone, anyone, one another, each other"
)
QUANTIFIERS = (
    "several, many, few, dozens, scores, hundreds, thousands, some, various, numerous, "
    "multiple, more, most, much, least, only, about, around, approximately, roughly, "
    "nearly, almost, over, another, other, a, couple, at, fewer, less, dozen, half, "
    "pair, string, series, wave, spate, handful, estimated, some, any, countless, least"
)
ADVERBS = (
    "also, then, later, again, now, today, yesterday, tonight, tomorrow, here, early, "
    "late, just, still, already, once, twice, often, ever, soon, too, very, even, so, "
    "meanwhile, however, earlier, ago, away, back, yet, together, instead, moreover, "
    "nevertheless, simultaneously, reportedly, allegedly, apparently, presumably, "
    "seriously, severely, slightly, critically, heavily, overnight, almost, mostly, "
    "perhaps, indeed, first, further, home, apart, abroad, afterward, afterwards, thus, "
    "therefore, hence, nearby, elsewhere, aboard, ahead, "
    "ablaze, alight, afire, aflame"
)
NUMBERS: dict[str, int] = {
    "zero": 0,
    **numbers.NUMBERS,
    "hundred": 100,
    "thousand": 1000,
    "dozen": 12,
    "million": 1_000_000,
    "twin": 2,
    "pair": 2,
}

# Verbs that mean no more than their object: "carried out an attack".
LIGHT_VERBS = (
    "carry out, conduct, launch, stage, mount, make, perform, execute, commit, "
    "perpetrate, undertake:undertook:undertaken, unleash, wage, deliver, lead:led, "
    "engage in, resume, continue, begin:began:begun, direct, order, inflict, carry on, "
    "escalate, intensify, step up, open, initiate, press, renew"
)
# Verbs that say no more than that it happened.
OCCUR_VERBS = (
    "occur:occurred:occurred:occurring, happen, take place:took place:taken place, "
    "erupt, break out:broke out:broken out, come:came:come, follow, continue, ensue, "
    "start, begin:began:begun, flare, rage, leave:left:left, cause, result, claim, kill, "
    "wound, injure, destroy, damage, hit:hit:hit, strike:struck:struck, target, rock, "
    "shake:shook:shaken, rip, tear:tore:torn, go off, last, be, report"
)
REPORT_VERBS = (
    "say:said, tell:told, report, announce, state, confirm, claim, add, note, declare, "
    "warn, explain, indicate, reveal, disclose, allege, assert, acknowledge, "
    "admit:admitted:admitted:admitting, write:wrote:written, describe, insist, maintain, "
    "recall, comment, affirm, stress, point out, estimate, believe, think:thought, "
    "hear:heard, learn, specify, remark, post, tweet, argue, suggest, quote, cite, "
    "blame, accuse, charge, deny, reject, condemn, call, denounce, inform, emphasize, "
    "assure, know:knew:known, release, issue, publish, broadcast, attribute, show, "
    "find:found, document, record, verify"
)

# What a word above the incident makes of it.
STAGE_WORDS: dict[str, str] = {
    "threatened": (
        "threaten, vow, promise, pledge, warn, threat, threats, swear:swore:sworn, warning, "
        "warnings, ultimatum, call for, call on, urge, demand"
    ),
    "planned": (
        "plan:planned:planned:planning, plot:plotted:plotted:plotting, prepare, intend, "
        " consider, order, aim, want, hope, seek:sought, plans, "
        "plot, plotting, planning, intention, propose, discuss, authorise, authorize, "
        "expect, fear, be about to, mull, contemplate, train, conspire, bent on, willing, ready, "
        "prepared"
    ),
    "foiled": (
        "foil, thwart, prevent, avert, abort, frustrate, disrupt, stop:stopped:stopped:stopping, "
        "fail, try, attempt, "
        "stave off, avoid, deter:deterred:deterred:deterring, bar:barred:barred:barring, failed, "
        " unsuccessful, attempted, foiled, thwarted, "
        "abortive, averted, discover"
    ),
    "intercepted": (
        "intercept, shoot down:shot down, down, bring down:brought down, neutralise, "
        "neutralize, defuse, deactivate, repel:repelled, defused, intercepted"
    ),
    "denied": "deny, reject, dismiss, refute, dispute, denial, disavow",
}

# Words that take the violence out of a trigger near by: metaphors, drills, art, law, sport.
NON_EVENTS: dict[str, str] = {
    "speech": (
        "verbal, verbally, rhetorical, media attack, bombarded with questions, media "
        "offensive, charm offensive, political offensive, diplomatic offensive, peace "
        "offensive, heart attack, panic attack, attack ad, cyber attack, cyberattack, "
        "cyber-attack, phishing, harshly attacked, harshly attacks, sharply attacked, sharply "
        "attacks, bitterly attacked, war of words"
    ),
    "drill": (
        "military exercise, exercise, exercises, drill, drills, manoeuvre, manoeuvres, "
        "maneuver, maneuvers, simulation, simulated, rehearsal, war game, wargame, training "
        "exercise, mock"
    ),
    "art": (
        "film, movie, novel, video game, song, documentary, actor, actress, director's, box "
        "office, blockbuster, screenplay"
    ),
    "labour": (
        "hunger strike, labour strike, labor strike, general strike, transport strike, "
        "strikers, walkout, wage, wages, wage talks, trade union strike, rail strike, strike "
        "action, teachers' strike, strike notice, pay rise, transportation strike, work "
        "stoppage, on strike"
    ),
    "sport": (
        "goal, striker, penalty, tournament, championship, shot on goal, defender, "
        "midfielder, cricket, bowled, bowler, innings, semi-final, scored"
    ),
    "nature": (
        "earthquake, hurricane, cyclone, flood, floods, landslide, storm surge, lightning, "
        "tornado, volcano, epidemic, avalanche, crash, collision, derailment, accident, "
        "stampede, outbreak, cholera, shipwreck, heatwave, heat wave, virus, fever, famine, "
        "drought, measles, ebola, malaria, disease, starvation, crane, scaffolding, pandemic, "
        "coronavirus, mudslide, "
        "wildfire, capsized, drowned, collapse of, shaft collapse, mine collapsed, cave-in, "
        "heavy rain, "
        "heavy rains, rainstorm, torrential, gas explosion, gas blast, boiler explosion, locusts, "
        "storms, fireworks, coyotes, sharks, crocodiles, hippos, elephants, bees, "
        "tropical storm, blizzard, monsoon, hail, gales, swarms"
    ),
    "policy": (
        "sanctions, embargo, tariff, tariffs, ceasefire talks, nuclear deal, peace talks, summit"
    ),
}

# Frames that put the incident before the sentence's own time: a background or a motive.
BEFORE = (
    "after, following, since, in response to, in retaliation for, in reprisal for, in "
    "the wake of, days after, hours after, weeks after, a day after, in revenge for, to "
    "avenge, in return for, months after, years after, because of, over"
)

# Nouns that stand for an incident told before.
ANAPHORS = (
    "attack, attacks, strike, strikes, incident, incidents, blast, blasts, explosion, "
    "explosions, assault, bombing, bombings, raid, raids, clash, clashes, shooting, "
    "ambush, killing, killings, massacre, operation, violence, bombardment, shelling, "
    "fighting, action, murder, assassination, kidnapping, abduction, crime, attempt, "
    "assaults, ambushes, massacres, murders, kidnappings, abductions, shootings, crimes, "
    "event, fire, barrage, tragedy, act"
)

# Common verbs, so that a noun phrase ends where a verb begins.
VERBS = (
    "use, take:took:taken, give:gave:given, go:went:gone, come:came:come, see:saw:seen, "
    "get:got:gotten, make:made, know:knew:known, think:thought, become:became:become, "
    "leave:left, keep:kept, let:let, begin:began:begun, seem, help, show:showed:shown, "
    "hear:heard, play, run:ran:run:running, move, live, believe, bring:brought, happen, "
    "write:wrote:written, provide, sit:sat, stand:stood, lose:lost, pay:paid, meet:met, "
    "include, continue, set:set:set:setting, learn, change, lead:led, "
    "understand:understood, watch, follow, stop:stopped:stopped:stopping, create, "
    "speak:spoke:spoken, read:read, allow, add, spend:spent, grow:grew:grown, open, "
    "walk, win:won, offer, remember, love, consider, appear, buy:bought, wait, serve, "
    "die, send:sent, expect, build:built, stay, fall:fell:fallen, cut:cut, reach, "
    "remain, suggest, raise, pass, sell:sold, require, report, decide, pull, return, "
    "explain, hope, develop, carry, break:broke:broken, receive, agree, support, "
    "hit:hit, produce, eat:ate, cover, catch:caught, draw:drew:drawn, "
    "choose:chose:chosen, cause, point, listen, realize, place, close, involve, "
    "increase, wear:wore:worn, fill, drive:drove:driven, travel, arrive, flee:fled, "
    "escape, arrest, detain, rescue, release, free, claim, belong, operate, deploy, "
    "enter, approach, cross, block, search, seek:sought, demand, investigate, identify, "
    "evacuate, treat, hospitalize, suffer, sustain, survive, mark, dive, crash, evade, "
    "grapple, weaken, design, devise, hide:hid:hidden, park, carry, load, pack, plant, "
    "dress, arm, ride:rode:ridden, board, stab, sail, fly:flew:flown, land, fire, drop, "
    "throw:threw:thrown, force, control, hold:held, guard, protect, defend, advance, "
    "retreat, withdraw:withdrew:withdrawn, surround, besiege, patrol, step, try, fail, "
    "attempt, manage, start, end, resume, mourn, bury, vow, react, respond, retaliate, "
    "answer, reply:replied, "
    "condemn, visit, host, sign, elect, vote, appoint, resign, negotiate, discuss, "
    "consider, reject, accept, approve, ban, impose, announce, declare, determine, "
    "confirm, warn, fear, escort, transport, work, cost:cost, bear:bore:borne, owe, "
    "contain, total, number, amount, average, exceed, prompt, trigger, spark, displace, "
    "strand, trap, rock, shake:shook:shaken, tear:tore:torn, rip, shatter, collapse, "
    "sink:sank:sunk, catch:caught, engulf, spread, rise:rose:risen, bring:brought, "
    "belong, locate, gather, accompany, head, join, plan, order, prepare, organise, "
    "organize, wage, stage, mount, conduct, launch, perpetrate, commit, execute, "
    "perform, unleash, vow, occur, erupt, ensue, flare, rage, last, result, blame, "
    "accuse, deny, foil, thwart, prevent, avert, threaten, plot, intend, aim, want, "
    "creep:crept, lay:laid, dig:dug, slit:slit, tie, drag, round, spread:spread, "
    "fight:fought, "
    "dump, discover, recover, unearth, exhume, "
    "clear, pull, patrol, regroup, retreat, surround, blockade, search, suspect"
)
