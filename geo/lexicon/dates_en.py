"""Date words of English."""

from __future__ import annotations

from typing import Final

from gazetteer.numbers import NUMBERS
from geo.lexicon.dates import DateWords

__all__ = ["WORDS"]

_MONTHS = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4,
    "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9,
    "sept": 9, "sep": 9, "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12,
    "dec": 12,
}  # fmt: skip

_WEEKDAYS = {
    "monday": 0, "mon": 0, "tuesday": 1, "tue": 1, "tues": 1, "wednesday": 2, "wed": 2,
    "thursday": 3, "thu": 3, "thur": 3, "thurs": 3, "friday": 4, "fri": 4, "saturday": 5, "sat": 5,
    "sunday": 6, "sun": 6,
}  # fmt: skip

_NUMBERS = {"a": 1, "an": 1, **{word: n for word, n in NUMBERS.items() if n <= 60}}

_ORDINALS = {
    "first": 1, "second": 2, "latter": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "opening": 1, "final": -1, "closing": -1,
}  # fmt: skip

WORDS: Final = DateWords(
    months=_MONTHS,
    weekdays=_WEEKDAYS,
    numbers=_NUMBERS,
    ordinals=_ORDINALS,
    units={
        "minute": "minute", "minutes": "minute", "moments": "minute", "hour": "hour",
        "hours": "hour", "hrs": "hour", "day": "day", "days": "day",
        "night": "night", "nights": "night", "week": "week", "weeks": "week",
        "fortnight": "fortnight", "weekend": "weekend", "weekends": "weekend",
        "month": "month", "months": "month", "quarter": "quarter", "half": "half",
        "year": "year", "years": "year", "yr": "year", "yrs": "year",
        "decade": "decade", "decades": "decade", "century": "century",
    },
    shifts={"last": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1,
            "this past": -1, "this coming": 1},
    days={
        "today": 0, "right now": 0, "yesterday": -1, "yday": -1, "tomorrow": 1,
        "day before yesterday": -2,
        "day b4 yesterday": -2,
        "day after tomorrow": 2,
    },
    parts={
        "early": "early", "mid": "mid", "late": "late",
        "beginning": "start", "start": "start", "outset": "start", "middle": "mid", "end": "end",
        "opening days": "start", "closing days": "end",
    },
    dayparts={
        "morning": "morning", "afternoon": "afternoon", "evening": "evening", "night": "night",
        "nite": "night",
        "dawn": "dawn", "daybreak": "dawn", "sunrise": "dawn", "noon": "noon", "midday": "noon",
        "midnight": "midnight", "dusk": "dusk", "sunset": "dusk", "nightfall": "dusk",
        "overnight": "overnight", "lunchtime": "noon", "midafternoon": "afternoon",
        "midmorning": "morning", "nighttime": "night", "daytime": "day", "small hours": "early",
        "early hours": "early", "wee hours": "early", "predawn": "dawn", "daylight": "day",
        "after dark": "night",
        "before dark": "dusk", "under cover of darkness": "night", "under cover of night": "night",
        "mornings": "morning", "evenings": "evening", "rush hour": "rush hour",
    },
    seasons={
        "spring": "spring", "springtime": "spring", "summer": "summer", "autumn": "autumn",
        "fall": "autumn", "winter": "winter", "wintertime": "winter", "summertime": "summer",
    },
    nights={
        "tonight": (0, "night"), "last night": (-1, "night"), "last nite": (-1, "night"),
        "last evening": (-1, "evening"),
        "yesterday night": (-1, "night"),
        "night before last": (-2, "night"), "evening before last": (-2, "evening"),
    },
    holidays={
        "christmas": "christmas", "christmas day": "christmas", "christmas eve": "christmas_eve",
        "boxing day": "boxing_day", "orthodox christmas": "orthodox_christmas",
        "easter": "easter", "easter sunday": "easter", "easter day": "easter",
        "good friday": "good_friday", "holy week": "holy_week", "easter week": "easter_week",
        "holy thursday": "holy_thursday", "maundy thursday": "holy_thursday",
        "palm sunday": "palm_sunday", "easter monday": "easter_monday", "pentecost": "pentecost",
        "ash wednesday": "ash_wednesday", "orthodox easter": "orthodox_easter",
        "orthodox easter sunday": "orthodox_easter",
        "new year's day": "new_year", "new year's eve": "new_year_eve",
        "new years eve": "new_year_eve",
        "new year's": "new_year", "new year": "new_year", "may day": "may_day",
    },
    words={
        "the": "the", "of": "of", "in": "in", "on": "on", "at": "at", "during": "during",
        "within": "over", "over": "over", "throughout": "over", "since": "since",
        "starting": "starting", "beginning in": "starting_in", "beginning on": "starting_in",
        "starting in": "starting_in", "starting on": "starting_in", "starting from": "starting_in",
        "until": "until", "till": "until", "til": "until", "up to": "until", "up until": "until",
        "through": "through", "thru": "through", "before": "before", "b4": "before",
        "prior to": "before",
        "after": "after", "following": "following", "between": "between", "from": "from",
        "to": "to", "and": "and", "or": "or", "by": "by", "for": "for", "into": "to",
        "eve": "eve", "inst": "inst", "instant": "inst", "ult": "ult", "ultimo": "ult", "d": "dday",
        "began": "began", "begun": "began", "started": "began", "launched": "began",
        "opened": "began", "ago": "ago", "back": "back", "past": "past", "recent": "recent",
        "recently": "recently",
        "lately": "recently", "the other day": "recently", "before last": "before_last",
        "as recently as": "in", "as early as": "in", "as late as": "in", "no later than": "by",
        "night after night": "idle", "day and night": "idle", "night and day": "idle",
        "day after day": "idle", "day by day": "idle", "few": "few", "several": "few",
        "some": "few", "many": "few",
        "couple": "few", "couple of": "few", "number of": "few", "dozens of": "few",
        "about": "about", "around": "about", "approximately": "about", "circa": "about",
        "roughly": "about", "nearly": "about", "almost": "about", "some time in": "in",
        "sometime in": "in", "on or about": "about", "on or around": "about",
        "same": "same", "that": "that", "previous": "previous", "preceding": "previous",
        "then": "then", "subsequent": "following", "next": "next",
        "earlier": "earlier", "later": "later", "afterwards": "later", "beforehand": "earlier",
        "onwards": "onward", "onward": "onward", "on wards": "onward", "forward": "onward",
        "a.m": "ampm", "p.m": "ampm", "am": "ampm", "pm": "ampm", "a.m.": "ampm", "p.m.": "ampm",
        "o'clock": "oclock", "hours": "hour_word", "local": "local", "time": "time",
        "shortly": "shortly", "just": "shortly", "soon": "shortly", "followed": "followed",
        "bloody": "named", "black": "named", "every": "named", "each": "named", "h": "h",
        "q": "quarter_letter", "date": "date_word", "dated": "date_word",
        "half past": "clock_word", "quarter past": "clock_word", "quarter to": "clock_word",
    },
    needs_support=frozenset({
        "may", "march", "august", "mar", "sat", "sun", "mon", "wed", "thu", "fri", "tue",
        "jan", "feb", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "april", "june",
        "fall", "spring", "eid",
    }),
    not_after=frozenset({
        "be", "have", "has", "not", "also", "well", "still", "yet", "only", "soon", "never",
        "no", "even", "seem", "need", "want", "take", "become", "come", "go",
        "lead", "cause", "result", "include", "help", "already", "possibly",
    }),
    lower_is_other=frozenset({
        "may", "march", "august", "mar", "sat", "sun", "wed", "jan", "dec",
    }),
    lasts=frozenset({"last", "this past"}),
    plurals=frozenset({
        "minutes", "moments", "hours", "hrs", "days", "nights", "weeks", "weekends", "months",
        "years", "yrs",
        "decades",
    }),
    events=frozenset({
        "attack", "attacks", "strike", "strikes", "airstrike", "airstrikes", "bombing",
        "bombings", "raid", "raids", "blast", "explosion", "shelling", "killing", "killings",
        "clash", "clashes", "incident", "assault", "ambush", "assassination", "kidnapping",
        "abduction", "massacre", "operation", "shooting", "offensive",
    }),
    counted=frozenset({
        "people", "persons", "men", "women", "children", "civilians", "soldiers", "troops",
        "fighters", "militants", "families", "houses", "homes", "villages", "km", "kilometres",
        "kilometers", "miles", "metres", "meters", "hectares", "feet", "dollars", "rockets",
        "shells", "missiles", "drones", "bodies", "prisoners", "refugees", "households",
        "members", "guerrillas", "terrorists", "rebels", "policemen", "police", "students",
        "workers", "peasants", "others", "dead", "killed", "wounded", "injured",
        "armed", "bombs", "grenades", "hooded", "unidentified", "heavily", "suspected",
    }),
    numbered=frozenset({
        "floor", "storey", "story", "attempt", "time", "anniversary", "parallel", "minute",
        "century", "round", "birthday", "session", "infantry", "armoured", "armored", "mechanised",
        "mechanized", "mountain", "airborne", "motorised", "motorized", "tank", "artillery",
        "corps", "army", "fleet", "avenue", "mile", "kilometre", "kilometer", "item", "count",
    }),
    periods=frozenset({
        "war", "massacre", "massacres", "genocide", "uprising", "invasion", "offensive", "siege",
        "campaign", "coup", "revolution", "conflict", "crisis", "rebellion", "insurgency",
        "intifada", "events", "crimes", "killings", "violence", "fighting", "bombardment",
    }),
    findings=frozenset({
        "found that", "finds that", "held that", "ruled that", "heard that", "established that",
        "established how", "concluded that", "indictment", "told the court", "convicted of",
        "committed in", "testified that", "was told that",
    }),
    institutions=frozenset({
        "brigade", "brigades", "battalion", "movement", "street", "avenue", "square", "bridge",
        "hospital", "stadium", "university", "airport", "division", "city", "organization",
        "organisation", "front", "group", "party", "times", "mail", "telegraph", "mirror",
        "express", "school", "base", "regiment", "barracks", "park", "district",
        "neighborhood", "neighbourhood", "coalition", "revolution", "martyrs",
    }),
    future=frozenset({
        "will", "shall", "scheduled", "due", "planned", "plans", "expected", "intends",
        "intend", "set", "slated", "'ll",
    }),
)  # fmt: skip
