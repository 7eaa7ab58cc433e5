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

CLEAR = 1.1
"""Where four of five links and more were right in reports that the fit had not seen."""
WEIGHTS: dict[str, float] = {
    "always": -1.67,
    "acts in the sentence": 1.71,
    "acts in the sentence before": 0.71,
    "another acts since": -0.29,
    "another did the last": -0.19,
    "another in the sentence": -0.06,
    "answers another": -2.14,
    "claims or is blamed near by": 0.97,
    "did all that is told": 0.45,
    "did several": 0.92,
    "did the last, further back": 0.36,
    "did the last, next sentence": 1.07,
    "did the last, same sentence": 1.85,
    "did the next": 0.23,
    "goes on": 0.64,
    "heavy weapons of irregulars": -0.54,
    "heavy weapons of regulars": 0.91,
    "in another country": -0.38,
    "in another paragraph": -0.28,
    "in another year": -1.08,
    "in the same place": 0.65,
    "is its target": -1.98,
    "means of irregulars by regulars": -0.70,
    "named in the sentence": 0.30,
    "named in the sentence before": 0.03,
    "of one kind": 0.34,
    "on its own side": -0.96,
    "on the same day": 0.63,
    "only described, elsewhere": -0.14,
    "said to be open": -1.54,
    "speaks in the sentence": 0.07,
    "speaks in the sentence before": -0.05,
    "suffers in the sentence": -0.45,
    "suffers in the sentence before": 0.12,
    "told at large": -0.50,
}
