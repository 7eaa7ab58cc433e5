"""Other languages' words of place, put into English; names stay as they are.

A report from the ground says "au nord de Bamako", "شمال سوريا" or "біля Бахмута". Only
the closed-class words are exchanged, phrase by phrase, and only where the phrase is
recognisably of that language; what the names mean is left to the gazetteer. Declined
Russian and Ukrainian names are brought back to the nominative where their ending is
regular.
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["to_english"]

_DIRECTIONS = {
    "fr": {"nord-est": "northeast", "nord-ouest": "northwest", "sud-est": "southeast",
           "sud-ouest": "southwest", "nord": "north", "sud": "south", "est": "east",
           "ouest": "west", "centre": "central"},
    "es": {"noreste": "northeast", "nororiente": "northeast", "noroeste": "northwest",
           "sureste": "southeast", "suroriente": "southeast", "suroeste": "southwest",
           "norte": "north", "sur": "south", "este": "east", "oriente": "east",
           "oeste": "west", "occidente": "west", "centro": "central"},
    "ar": {"شمال شرق": "northeast", "شمال شرقي": "northeast", "شمال غرب": "northwest",
           "شمال غربي": "northwest", "جنوب شرق": "southeast", "جنوب شرقي": "southeast",
           "جنوب غرب": "southwest", "جنوب غربي": "southwest", "شمال": "north",
           "شمالي": "north", "جنوب": "south", "جنوبي": "south", "شرق": "east",
           "شرقي": "east", "غرب": "west", "غربي": "west", "وسط": "central"},
    "uk": {"північний схід": "northeast", "північний захід": "northwest",
           "південний схід": "southeast", "південний захід": "southwest",
           "північ": "north", "південь": "south", "схід": "east", "захід": "west"},
    "ru": {"северо-восток": "northeast", "северо-запад": "northwest",
           "юго-восток": "southeast", "юго-запад": "southwest", "север": "north",
           "юг": "south", "восток": "east", "запад": "west", "центр": "central"},
    "am": {"ሰሜን ምስራቅ": "northeast", "ሰሜን ምዕራብ": "northwest", "ደቡብ ምስራቅ": "southeast",
           "ደቡብ ምዕራብ": "southwest", "ሰሜን": "north", "ደቡብ": "south", "ምስራቅ": "east",
           "ምሥራቅ": "east", "ምዕራብ": "west"},
    "my": {"အရှေ့မြောက်ပိုင်း": "northeast", "အနောက်မြောက်ပိုင်း": "northwest",
           "အရှေ့တောင်ပိုင်း": "southeast", "အနောက်တောင်ပိုင်း": "southwest",
           "မြောက်ပိုင်း": "north", "တောင်ပိုင်း": "south", "အရှေ့ပိုင်း": "east",
           "အနောက်ပိုင်း": "west", "အလယ်ပိုင်း": "central"},
}  # fmt: skip
_DE = r"(?:du|de la|de l['’]|des|de|d['’])\s*"
_DEL = r"(?:del|de la|de los|de las|de)\s+"


def _any(language: str) -> str:
    words = sorted(_DIRECTIONS[language], key=len, reverse=True)
    return "(" + "|".join(re.escape(word) for word in words) + ")"


def _ern(language: str, word: str) -> str:
    name = _DIRECTIONS[language][word.lower()]
    return name if name == "central" else f"{name}ern"


_RULES: tuple[tuple[str, str, str], ...] = (
    # language, pattern, English; {d} is a direction as a noun, {ern} as an adjective
    ("fr", rf"^à (\d+) (?:km|kilomètres) (?:au |à l['’]\s*){_any('fr')} {_DE}(.+)$",
     r"\1 km {2d} of \3"),
    ("fr", rf"^à (\d+) (?:km|kilomètres) {_DE}(.+)$", r"\1 km from \2"),
    ("fr", rf"^(?:au |à l['’]\s*){_any('fr')} {_DE}(.+)$", r"{1d} of \2"),
    ("fr", rf"^(?:dans )?(?:le |l['’]\s*)?{_any('fr')} {_DE}(.+)$", r"{1ern} \2"),
    ("fr", rf"^(?:près|aux environs|aux alentours|autour|non loin) {_DE}(.+)$", r"near \1"),
    ("fr", r"^(?:la )?frontière entre (?:le |la |l['’]|les )?(.+?) et (?:le |la |l['’]|les )?(.+)$",
     r"border between \1 and \2"),
    ("fr", r"^(?:sur )?(?:la route )?entre (.+?) et (.+)$", r"between \1 and \2"),
    ("fr", rf"^(?:la )?(province|région|ville|village|préfecture) {_DE}(.+)$", r"{w} of \2"),
    ("es", rf"^a (\d+) (?:km|kilómetros) al {_any('es')} {_DEL}(.+)$", r"\1 km {2d} of \3"),
    ("es", rf"^a (\d+) (?:km|kilómetros) {_DEL}(.+)$", r"\1 km from \2"),
    ("es", rf"^al {_any('es')} {_DEL}(.+)$", r"{1d} of \2"),
    ("es", rf"^(?:en )?(?:el )?{_any('es')} {_DEL}(.+)$", r"{1ern} \2"),
    ("es", rf"^(?:cerca|alrededores|en las afueras|afueras) {_DEL}(.+)$", r"near \1"),
    ("es", r"^(?:la )?frontera entre (.+?) y (.+)$", r"border between \1 and \2"),
    ("es", r"^entre (.+?) y (.+)$", r"between \1 and \2"),
    ("es", rf"^(?:la |el )?(provincia|departamento|ciudad|municipio|estado) {_DEL}(.+)$",
     r"{w} of \2"),
    ("ar", r"^(?:على )?الحدود بين (\S+(?: \S+)??) و(.+)$", r"border between \1 and \2"),
    ("ar", r"^(?:على )?الحدود (\S+)[ -]+(\S+)$", r"{1a}-{2a} border"),
    ("ar", r"^بين (.+?) و(.+)$", r"between \1 and \2"),
    ("ar", rf"^ريف (.+?) ال{_any('ar')}$", r"{2ern} countryside of \1"),
    ("ar", r"^ريف (.+)$", r"countryside of \1"),
    ("ar", r"^(?:قرب|بالقرب من|في محيط|محيط|حول) (.+)$", r"near \1"),
    ("ar", rf"^(?:في )?{_any('ar')} (.+)$", r"{1ern} \2"),
    ("uk", r"^(?:біля|поблизу|неподалік від|під|в районі) (.+)$", r"near \1"),
    ("uk", r"^між (.+?) (?:та|і|й) (.+)$", r"between \1 and \2"),
    ("uk", rf"^(?:на )?{_any('uk')}(?:ід|оді|ні)? (.+)$", r"{1ern} \2"),
    ("ru", r"^(?:около|возле|вблизи|у|под|близ|в районе) (.+)$", r"near \1"),
    ("ru", r"^между (.+?) и (.+)$", r"between \1 and \2"),
    ("ru", rf"^(?:на )?{_any('ru')}(?:е)? (.+)$", r"{1ern} \2"),
    ("am", rf"^{_any('am')} (.+)$", r"{1ern} \2"),
    ("am", r"^(.+?) (?:አቅራቢያ|አካባቢ)$", r"near \1"),
    ("my", rf"^(.+?)\s*{_any('my')}$", r"{2ern} \1"),
    ("my", r"^(.+?)(?:မြို့)?\s*(?:အနီး|အနီးတွင်)$", r"near \1"),
)  # fmt: skip
_WORDS = {
    "province": "province", "région": "region", "ville": "city", "village": "village",
    "préfecture": "prefecture", "provincia": "province", "departamento": "department",
    "ciudad": "city", "municipio": "municipality", "estado": "state",
}  # fmt: skip
_ARABIC_ADJECTIVES = {
    "السورية": "Syria", "العراقية": "Iraq", "التركية": "Turkey", "اللبنانية": "Lebanon",
    "الأردنية": "Jordan", "الإيرانية": "Iran", "السعودية": "Saudi Arabia",
    "المصرية": "Egypt", "الليبية": "Libya", "التونسية": "Tunisia", "الجزائرية": "Algeria",
    "المغربية": "Morocco", "السودانية": "Sudan", "اليمنية": "Yemen",
    "الإسرائيلية": "Israel", "الكويتية": "Kuwait", "العمانية": "Oman",
}  # fmt: skip
"""As they stand beside "border", feminine and with the article."""
_NOMINATIVE = (
    (r"ии$", "ия"), (r"ии\b", "ия"), (r"ской области$", "ская область"),
    (r"ької області$", "ька область"), (r"щині$", "щина"), (r"щины$", "щина"),
    (r"ої$", "а"), (r"ії$", "ія"),
)  # fmt: skip
_SCRIPT = {
    "ar": re.compile("[\u0600-\u06ff]"),
    "uk": re.compile("[\u0400-\u04ff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "am": re.compile("[\u1200-\u137f]"),
    "my": re.compile("[\u1000-\u109f]"),
}
_HINT = re.compile(r"[^\x00-\x7f]|\b(?:du|de|del|des|entre|al|au|d['’])\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _compiled() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    return tuple((lang, re.compile(rule, re.IGNORECASE), out) for lang, rule, out in _RULES)


def to_english(text: str) -> str:
    """Put the words of place of another language into English.

    Examples
    --------
    >>> to_english("à 30 km au nord de Bamako")
    '30 km north of Bamako'
    >>> to_english("cerca de Arauca"), to_english("شرق سوريا")
    ('near Arauca', 'eastern سوريا')
    >>> to_english("eastern Syria")
    'eastern Syria'
    """
    if not _HINT.search(text):
        return text
    for language, rule, out in _compiled():
        script = _SCRIPT.get(language)
        if script is not None and not script.search(text):
            continue
        found = rule.match(text)
        if found:
            return _filled(out, found, language)
    return _nominative(text) if _SCRIPT["ru"].search(text) else text


def _filled(out: str, found: re.Match[str], language: str) -> str:
    def put(slot: re.Match[str]) -> str:
        group, form = slot[1], slot[2]
        if form == "w":
            return _WORDS[found[1].lower()]
        word = found[int(group)]
        if form == "a":
            return _ARABIC_ADJECTIVES.get(word, word)
        return _ern(language, word) if form == "ern" else _DIRECTIONS[language][word.lower()]

    said = re.sub(r"\{(\d?)(ern|d|w|a)\}", put, out)
    return re.sub(r"\\(\d)", lambda slot: _name(found[int(slot[1])], language), said)


def _name(text: str, language: str) -> str:
    return _nominative(text) if language in {"ru", "uk"} else text.strip()


def _nominative(text: str) -> str:
    for ending, base in _NOMINATIVE:
        changed = re.sub(ending, base, text.strip())
        if changed != text.strip():
            return changed
    return text.strip()
