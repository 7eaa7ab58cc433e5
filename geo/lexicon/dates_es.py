"""Date words of Spanish."""

from __future__ import annotations

from typing import Final

from geo.lexicon.dates import DateWords

__all__ = ["WORDS"]

WORDS: Final = DateWords(
    months={
        "enero": 1, "ene": 1, "febrero": 2, "feb": 2, "marzo": 3, "abril": 4, "abr": 4, "mayo": 5,
        "junio": 6, "jun": 6, "julio": 7, "jul": 7, "agosto": 8, "ago": 8, "septiembre": 9,
        "setiembre": 9, "sept": 9, "octubre": 10, "oct": 10, "noviembre": 11, "nov": 11,
        "diciembre": 12, "dic": 12,
    },
    weekdays={
        "lunes": 0, "martes": 1, "miércoles": 2, "miercoles": 2, "jueves": 3, "viernes": 4,
        "sábado": 5, "sabado": 5, "domingo": 6,
    },
    numbers={
        "un": 1, "una": 1, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6,
        "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12, "quince": 15,
        "veinte": 20, "treinta": 30, "cuarenta": 40,
    },
    ordinals={
        "primero": 1, "primer": 1, "primera": 1, "primeros": 1, "primeras": 1, "segundo": 2,
        "segunda": 2, "tercer": 3, "tercera": 3, "cuarto": 4, "cuarta": 4,
    },
    units={
        "hora": "hour", "horas": "hour", "día": "day", "dia": "day", "días": "day", "dias": "day",
        "noches": "night", "semana": "week", "semanas": "week", "quincena": "fortnight",
        "fin de semana": "weekend", "mes": "month", "meses": "month", "trimestre": "quarter",
        "semestre": "half", "mitad": "half", "año": "year", "años": "year", "década": "decade",
        "siglo": "century",
    },
    shifts={
        "pasado": -1, "pasada": -1, "pasados": -1, "pasadas": -1, "último": -1, "última": -1,
        "últimos": -1, "últimas": -1, "este": 0, "esta": 0, "próximo": 1, "próxima": 1,
    },
    days={
        "hoy": 0, "ayer": -1, "mañana": 1, "anteayer": -2, "antes de ayer": -2, "antier": -2,
        "pasado mañana": 2,
    },
    parts={
        "principios": "early", "comienzos": "early", "inicios": "early", "mediados": "mid",
        "finales": "late", "fines": "late", "fin": "late", "temprano": "early", "tarde": "late",
        "inicio": "early", "comienzo": "early", "final": "late",
    },
    dayparts={
        "madrugada": "dawn", "amanecer": "dawn", "alba": "dawn", "mediodía": "noon",
        "medianoche": "midnight", "noche": "night", "atardecer": "dusk", "anochecer": "dusk",
        "por la mañana": "morning", "la mañana": "morning", "por la tarde": "afternoon",
        "la tarde": "afternoon", "por la noche": "night", "en la noche": "night",
    },
    seasons={"primavera": "spring", "verano": "summer", "otoño": "autumn", "invierno": "winter"},
    nights={"anoche": (-1, "night"), "esta noche": (0, "night"), "antenoche": (-2, "night"),
            "esta mañana": (0, "morning"), "esta tarde": (0, "afternoon")},
    holidays={
        "navidad": "christmas", "nochebuena": "christmas_eve", "nochevieja": "new_year_eve",
        "año nuevo": "new_year", "semana santa": "holy_week", "viernes santo": "good_friday",
        "jueves santo": "holy_thursday", "domingo de pascua": "easter", "pascua": "easter",
        "domingo de ramos": "palm_sunday", "pentecostés": "pentecost",
    },
    words={
        "el": "the", "la": "the", "los": "the", "las": "the", "de": "of", "del": "of_from",
        "en": "in", "a": "at", "al": "to", "durante": "during", "desde": "since",
        "a partir de": "since", "a partir del": "since", "hasta": "until", "antes de": "before",
        "antes del": "before", "después de": "after", "después del": "after", "tras": "after",
        "entre": "between", "y": "and", "e": "and", "o": "or", "hace": "ago_before",
        "antes": "earlier", "después": "later", "más tarde": "later", "atrás": "ago",
        "cerca de": "about", "alrededor de": "about", "alrededor del": "about", "hacia": "about",
        "recientes": "recent", "recientemente": "recently", "últimamente": "recently",
        "unos": "few", "unas": "few", "varios": "few", "varias": "few", "mismo": "same",
        "misma": "same", "siguiente": "following", "aquel": "that", "aquella": "that",
        "hora local": "zone", "por": "for", "a lo largo de": "over", "día siguiente": "day_after",
        "día anterior": "day_before", "víspera": "day_before",
    },
    lasts=frozenset({"últimos", "últimas", "último", "última"}),
    plurals=frozenset({"horas", "días", "dias", "noches", "semanas", "meses", "años"}),
    events=frozenset({
        "ataque", "atentado", "bombardeo", "explosión", "emboscada", "enfrentamiento",
    }),
    counted=frozenset({
        "personas", "civiles", "soldados", "muertos", "heridos", "familias", "habitantes",
    }),
    future=frozenset({"será", "serán", "previsto", "prevista", "programado"}),
    shifts_follow=True,
)  # fmt: skip
