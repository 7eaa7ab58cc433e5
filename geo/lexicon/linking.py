"""How much each sign speaks for a party having done what no words of its own tell who did.

Log-odds of a logistic regression, fitted by `python -m geo.fit_linking`; `geo.linking.signs`
says what each sign means. A party at `CLEAR` or more is taken.
"""

from __future__ import annotations

__all__ = ["AIR", "ANSWERS", "CLEAR", "CONTINUES", "CRUDE", "HEAVY", "ONLY_WHEN", "OPEN", "WEIGHTS"]

CONTINUES = (
    "another, again, further, more, also, second, third, same, too, likewise, other, series, "
    "continued, resumed, repeated, next"
)
"""Words that put an incident into a row with those told before; "earlier" and "since" do not."""
ONLY_WHEN = {
    "same": "day, night, evening, morning, afternoon, hour, time, week, weekend, month, year, "
    "place, spot, area, road",
    "next": "day, night, evening, morning, afternoon, week, month, year",
    "more": "than",
}
"""What makes such a word say no more than when or how many."""
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
    "always": -1.75,
    "acts in the sentence": 1.52,
    "acts in the sentence before": 0.74,
    "acts since the last": 0.41,
    "another acts since": -0.55,
    "another did the last": -0.15,
    "another in the sentence": -0.09,
    "answers another": -2.12,
    "claims or is blamed near by": 0.95,
    "did all that is told": 0.72,
    "did several": 0.92,
    "did the last, further back": 0.30,
    "did the last, next sentence": 1.12,
    "did the last, same sentence": 1.82,
    "did the next": 0.26,
    "goes on": 0.75,
    "heavy weapons of irregulars": -0.57,
    "heavy weapons of regulars": 1.00,
    "in another country": -0.50,
    "in another paragraph": -0.39,
    "in another year": -1.00,
    "in the same place": 0.57,
    "is its target": -2.00,
    "means of irregulars by regulars": -0.70,
    "named in the sentence": 0.63,
    "named in the sentence before": -0.03,
    "of one kind": 0.43,
    "on its own side": -1.09,
    "on the same day": 0.86,
    "only described, elsewhere": -0.30,
    "said to be open": -1.53,
    "speaks in the sentence": -0.11,
    "speaks in the sentence before": -0.02,
    "suffers in the sentence": -0.54,
    "suffers in the sentence before": 0.07,
    "told at large": -0.61,
}
