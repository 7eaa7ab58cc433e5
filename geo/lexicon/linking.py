"""How much each sign speaks for a party having done what no words of its own tell who did.

Log-odds of a logistic regression, fitted by `python -m geo.fit_linking`; `geo.linking.signs`
says what each sign means. A party at `CLEAR` or more is taken.
"""

from __future__ import annotations

__all__ = ["AIR", "ANSWERS", "CLEAR", "CONTINUES", "CRUDE", "HEAVY", "OPEN", "WEIGHTS"]

CONTINUES = (
    "another, again, further, more, also, second, third, same, too, likewise, later, earlier, "
    "other, series, following, followed, continued, resumed, repeated, next, before, since"
)
"""Words that put an incident into a row with those told before."""
ANSWERS = (
    "answered, answer, answers, retaliation, retaliated, retaliating, response, responded, "
    "revenge, reprisal, reprisals, avenge, avenged, turn"
)
"""Words that make it the answer of another party."""
OPEN = (
    "unidentified, unknown, unclear, disputed, nobody, undetermined, unattributed, suspects, "
    "whoever, mysterious, origin, unexplained"
)
"""Words that leave open who did it."""
AIR = "airstrike, drone_attack, missile_strike"
HEAVY = "shelling, rocket_attack, chemical_attack"
CRUDE = "suicide_bombing, ied, car_bombing, abduction, hijacking, landmine, grenade, assassination"

CLEAR = 1.0
"""Where four of five links and more were right in reports that the fit had not seen."""
WEIGHTS: dict[str, float] = {
    "always": -1.65,
    "acts in the sentence": 1.74,
    "acts in the sentence before": 0.76,
    "another acts since": -0.32,
    "another did the last": -0.07,
    "another in the sentence": -0.16,
    "answers another": -2.02,
    "claims or is blamed near by": 0.95,
    "did all that is told": 0.55,
    "did several": 0.82,
    "did the last, further back": 0.19,
    "did the last, next sentence": 1.10,
    "did the last, same sentence": 1.98,
    "did the next": 0.17,
    "goes on": 0.63,
    "heavy weapons of irregulars": -0.54,
    "heavy weapons of regulars": 0.88,
    "in another country": -0.46,
    "in another paragraph": -0.42,
    "in another year": -1.11,
    "in the same place": 0.65,
    "is its target": -1.98,
    "means of irregulars by regulars": -0.65,
    "named in the sentence": 0.29,
    "named in the sentence before": 0.01,
    "of one kind": 0.46,
    "on its own side": -0.95,
    "on the same day": 0.56,
    "only described, elsewhere": -0.20,
    "said to be open": -1.54,
    "speaks in the sentence": 0.09,
    "speaks in the sentence before": -0.09,
    "suffers in the sentence": -0.47,
    "suffers in the sentence before": 0.13,
    "told at large": -0.36,
}
