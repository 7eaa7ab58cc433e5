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

CLEAR = 0.9
"""Where four of five links and more were right in reports that the fit had not seen."""
WEIGHTS: dict[str, float] = {
    "always": -1.70,
    "acts in the sentence": 1.75,
    "acts in the sentence before": 0.75,
    "another acts since": -0.67,
    "another did the last": -0.05,
    "another in the sentence": -0.08,
    "answers another": -2.18,
    "claims or is blamed near by": 0.94,
    "did all that is told": 0.53,
    "did several": 0.88,
    "did the last, further back": 0.35,
    "did the last, next sentence": 1.15,
    "did the last, same sentence": 1.79,
    "did the next": 0.25,
    "goes on": 0.82,
    "heavy weapons of irregulars": -0.49,
    "heavy weapons of regulars": 1.00,
    "in another country": -0.53,
    "in another paragraph": -0.36,
    "in another year": -1.08,
    "in the same place": 0.56,
    "is its target": -2.03,
    "means of irregulars by regulars": -0.74,
    "named in the sentence": 0.40,
    "named in the sentence before": -0.09,
    "of one kind": 0.37,
    "on its own side": -1.05,
    "on the same day": 0.85,
    "only described, elsewhere": -0.36,
    "said to be open": -1.52,
    "speaks in the sentence": -0.03,
    "speaks in the sentence before": -0.04,
    "suffers in the sentence": -0.55,
    "suffers in the sentence before": 0.08,
    "told at large": -0.61,
}
