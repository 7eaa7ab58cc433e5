"""Words that tell where sentences end and which language a text is in.

Everyday words of each language; chosen by us, the commonest function words first.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = [
    "ABBREVIATIONS_BEFORE_NAMES",
    "ABBREVIATIONS_THAT_MAY_END",
    "MONTH_ABBREVIATIONS",
    "OTHER_STOP_WORDS",
    "SENTENCE_STARTERS",
    "STOP_WORDS",
]

# Ranks and titles, then words that stand before a number or a name.
ABBREVIATIONS_BEFORE_NAMES: Final = frozenset({
    "mr", "mrs", "ms", "dr", "prof", "rev", "hon", "fr", "sr", "sra", "dra", "dña", "lic", "ing",
    "mme", "mlle", "mgr", "gen", "lt", "col", "maj", "capt", "sgt", "cpl", "pvt", "brig", "adm",
    "cmdr", "cdr", "cmd", "comdr", "insp", "supt", "det", "msgt", "gral", "cnel", "tte", "cap",
    "lt.gen", "maj.gen", "brig.gen", "lt.col", "rep", "sen", "gov", "pres", "amb", "sec", "min",
    "dep", "atty", "gob", "pdte", "st", "ste", "mt", "ft", "no", "nos", "nr", "núm", "num", "art",
    "para", "paras", "fig", "vol", "pp", "ed", "vs", "v", "approx", "ca", "cf", "e.g",
    "incl", "vic", "i.e", "ул", "им", "гор", "пос", "обл", "р-н", "тов", "ген", "полк", "проф",
    "акад", "вул",
    "ім", "просп",
})  # fmt: skip

ABBREVIATIONS_THAT_MAY_END: Final = frozenset({
    "u.s", "u.k", "u.n", "e.u", "u.a.e", "d.c", "p.m", "a.m", "u.s.a", "u.s.s.r", "inc", "ltd",
    "co", "corp", "bros", "jr", "dept", "govt", "assn", "univ", "intl", "jan", "feb", "mar", "apr",
    "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "ene", "abr", "ago", "dic", "janv",
    "févr", "avr", "juil", "déc", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri",
    "sat", "sun", "etc", "al", "km", "kms", "kg", "cm", "mm", "hrs", "hr", "min", "mins", "sec",
    "lb", "lbs", "est", "ave", "blvd", "rd", "bn", "mn", "ee.uu", "eeuu", "n.b", "p.s", "тыс",
    "млн", "млрд", "г", "гг", "км", "т.е", "т.д", "т.п",
})  # fmt: skip

MONTH_ABBREVIATIONS: Final = frozenset({
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
})  # fmt: skip

SENTENCE_STARTERS: Final = frozenset({
    "the", "a", "an", "this", "that", "these", "those", "it", "its", "he", "his", "she", "her",
    "they", "their", "we", "our", "you", "your", "i", "there", "in", "on", "at", "by", "for",
    "from", "with", "without", "of", "after", "before", "during", "since", "while", "when",
    "where", "as", "if", "although", "though", "because", "but", "and", "or", "yet", "so",
    "however", "moreover", "meanwhile", "nevertheless", "earlier", "later", "also", "according",
    "about", "another", "some", "many", "several", "both", "all", "no", "not", "one", "two",
    "three", "officials", "police", "residents", "witnesses", "what", "who", "how", "why", "such",
    "then", "el", "la", "los", "las", "un", "una", "en", "según", "pero", "este", "esta", "le",
    "les", "une", "dans", "selon", "mais", "ce", "cette", "il", "elle", "ils",
})  # fmt: skip

STOP_WORDS: Final[Mapping[str, frozenset[str]]] = {
    "en": frozenset({
        "the", "of", "and", "to", "in", "that", "was", "were", "is", "are", "for", "on",
        "with", "by", "at", "from", "has", "have", "had", "it", "he", "she", "they", "his",
        "her", "their", "this", "which", "who", "be", "been", "not", "but", "an", "or",
        "after", "said", "its", "people", "killed", "a", "near", "when",
        "into", "as", "attack", "army", "yesterday", "two", "three", "against", "while",
    }),
    "fr": frozenset({
        "le", "la", "les", "des", "du", "de", "et", "en", "un", "une", "dans", "que", "qui",
        "est", "sont", "été", "pour", "par", "sur", "au", "aux", "avec", "ce", "cette", "il",
        "elle", "ont", "à", "selon", "plus", "l'armée", "d'une", "d'un", "après", "contre",
        "deux",
    }),
    "es": frozenset({
        "el", "la", "los", "las", "de", "del", "y", "en", "un", "una", "que", "se", "por",
        "con", "para", "al", "fue", "fueron", "es", "son", "su", "sus", "lo", "como", "más",
        "según", "este", "esta", "ha", "han", "tras", "contra", "dos", "entre", "desde",
    }),
    "ar": frozenset({
        "في", "من", "على", "إلى", "عن", "أن", "التي", "الذي", "هذا", "هذه", "كان", "كانت",
        "قد", "مع", "بعد", "قبل", "بين", "و", "ما", "لا", "كما", "أو", "ذلك", "قال", "وقال",
        "يوم", "خلال", "ضد", "منذ", "حيث", "الى", "ان",
    }),
    "ru": frozenset({
        "и", "в", "во", "на", "не", "что", "с", "со", "по", "к", "из", "за", "от", "был",
        "была", "были", "это", "как", "он", "она", "они", "его", "о", "об", "у", "для", "при",
        "после", "также", "или", "до", "но", "более",
    }),
    "uk": frozenset({
        "і", "й", "та", "в", "у", "на", "не", "що", "з", "зі", "із", "по", "до", "від", "за",
        "був", "була", "були", "це", "як", "він", "вона", "вони", "його", "про", "для", "при",
        "після", "також", "або", "але", "більше", "було", "під",
    }),
}  # fmt: skip

# Languages without tables, so that they are not mistaken for one that has them.
OTHER_STOP_WORDS: Final[Mapping[str, frozenset[str]]] = {
    "de": frozenset({
        "der", "die", "das", "und", "in", "den", "von", "zu", "mit", "dass", "bei", "dem",
        "ein", "eine", "ist", "auf", "im", "sich",
    }),
    "pt": frozenset({
        "o", "a", "os", "as", "de", "do", "da", "dos", "das", "em", "no", "na", "nos", "nas",
        "um", "uma", "que", "e", "não", "com", "foi",
    }),
    "it": frozenset({
        "il", "lo", "la", "gli", "di", "del", "della", "dei", "che", "e", "in", "un", "una",
        "non", "per", "con", "è", "sono", "alla",
    }),
    "nl": frozenset({
        "de", "het", "een", "en", "van", "in", "op", "te", "dat", "die", "niet", "met", "is",
        "zijn", "voor", "door", "aan", "er",
    }),
    "tr": frozenset({
        "ve", "bir", "bu", "da", "de", "için", "ile", "olarak", "olan", "çok", "en", "gibi",
        "daha", "ne", "kadar", "sonra",
    }),
    "pl": frozenset({
        "i", "w", "na", "z", "do", "że", "się", "nie", "jest", "o", "po", "przez", "od", "za",
        "jak", "był", "była", "oraz", "dla",
    }),
    "id": frozenset({
        "yang", "dan", "di", "ke", "dari", "untuk", "dengan", "pada", "ini", "itu", "dalam",
        "tidak", "adalah", "akan",
    }),
    "fa": frozenset({
        "در", "به", "از", "که", "این", "را", "با", "است", "برای", "آن", "می", "یک", "شد",
        "بود", "شده", "خود", "های", "و",
    }),
    "ur": frozenset({
        "کے", "میں", "کی", "ہے", "اور", "سے", "کا", "کو", "نے", "پر", "کہ", "ہیں", "یہ", "اس",
    }),
    "bg": frozenset({
        "и", "на", "в", "да", "се", "за", "от", "не", "е", "с", "по", "са", "че", "като",
        "при", "след", "това",
    }),
    "sr": frozenset({
        "и", "у", "на", "је", "да", "се", "од", "за", "са", "су", "који", "не", "што", "био",
    }),
}  # fmt: skip
