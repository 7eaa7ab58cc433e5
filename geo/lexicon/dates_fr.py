"""Date words of French."""

from __future__ import annotations

from typing import Final

from geo.lexicon.dates import DateWords

__all__ = ["WORDS"]

WORDS: Final = DateWords(
    months={
        "janvier": 1, "janv": 1, "février": 2, "fevrier": 2, "févr": 2, "mars": 3, "avril": 4,
        "avr": 4, "mai": 5, "juin": 6, "juillet": 7, "juil": 7, "août": 8, "aout": 8,
        "septembre": 9, "sept": 9, "octobre": 10, "oct": 10, "novembre": 11, "nov": 11,
        "décembre": 12, "decembre": 12, "déc": 12,
    },
    weekdays={
        "lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5,
        "dimanche": 6,
    },
    numbers={
        "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
        "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "quinze": 15, "vingt": 20,
        "trente": 30, "quarante": 40, "vingt-quatre": 24, "quarante-huit": 48,
    },
    ordinals={
        "premier": 1, "première": 1, "premiers": 1, "premières": 1, "deuxième": 2, "second": 2,
        "seconde": 2, "troisième": 3, "quatrième": 4, "dernière semaine": -1,
    },
    units={
        "heure": "hour", "heures": "hour", "jour": "day", "jours": "day", "journée": "day",
        "nuits": "night", "semaine": "week", "semaines": "week", "quinzaine": "fortnight",
        "week-end": "weekend", "mois": "month", "trimestre": "quarter", "semestre": "half",
        "moitié": "half", "an": "year", "ans": "year", "année": "year", "années": "year",
        "décennie": "decade", "siècle": "century",
    },
    shifts={
        "dernier": -1, "dernière": -1, "derniers": -1, "dernières": -1, "passé": -1, "passée": -1,
        "ce": 0, "cette": 0, "cet": 0, "prochain": 1, "prochaine": 1,
    },
    days={
        "aujourd'hui": 0, "hier": -1, "demain": 1, "avant-hier": -2, "après-demain": 2,
    },
    parts={
        "début": "early", "fin": "late", "mi": "mid", "milieu": "mid", "courant": "mid",
        "tôt": "early", "tard": "late",
    },
    dayparts={
        "matin": "morning", "matinée": "morning", "après-midi": "afternoon", "soir": "evening",
        "soirée": "evening", "nuit": "night", "aube": "dawn", "l'aube": "dawn", "midi": "noon",
        "minuit": "midnight", "crépuscule": "dusk", "petit matin": "dawn",
    },
    seasons={
        "printemps": "spring", "été": "summer", "l'été": "summer", "automne": "autumn",
        "l'automne": "autumn", "hiver": "winter", "l'hiver": "winter",
    },
    nights={"cette nuit": (0, "night"), "la nuit dernière": (-1, "night"),
            "nuit dernière": (-1, "night")},
    holidays={
        "noël": "christmas", "pâques": "easter", "vendredi saint": "good_friday",
        "jour de l'an": "new_year", "saint-sylvestre": "new_year_eve", "toussaint": "all_saints",
        "pentecôte": "pentecost", "ascension": "ascension", "assomption": "assumption",
    },
    words={
        "le": "the", "la": "the", "les": "the", "l'": "the", "de": "of", "du": "of_from",
        "des": "of_from", "d'": "of", "en": "in", "au": "to", "aux": "to", "à": "at", "dans": "in",
        "pendant": "during", "durant": "during", "depuis": "since", "dès": "since",
        "jusqu'au": "until", "jusqu'en": "until", "jusqu'à": "until", "avant": "before",
        "après": "after", "entre": "between", "et": "and", "ou": "or", "pour": "for",
        "il y a": "ago_before", "voici": "ago_before", "plus tôt": "earlier", "plus tard": "later",
        "auparavant": "earlier", "environ": "about", "vers": "about", "autour": "about",
        "récents": "recent", "récemment": "recently", "dernièrement": "recently",
        "quelques": "few", "plusieurs": "few", "même": "same", "lendemain": "day_after",
        "veille": "day_before", "suivant": "following", "heure locale": "zone", "au cours": "over",
        "au cours des": "over", "sur": "over", "jusqu'à la": "until", "quelques jours": "few",
    },
    lasts=frozenset({"derniers", "dernières"}),
    plurals=frozenset({"heures", "jours", "nuits", "semaines", "années", "ans"}),
    events=frozenset({"attaque", "attentat", "frappe", "bombardement", "raid", "explosion"}),
    counted=frozenset({
        "personnes", "civils", "soldats", "morts", "blessés", "habitants", "combattants",
    }),
    future=frozenset({"sera", "seront", "prévu", "prévue", "prévus", "doit", "doivent"}),
    shifts_follow=True,
)  # fmt: skip
