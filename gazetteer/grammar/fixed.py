"""Phrases that mean what they mean as a whole."""

from __future__ import annotations

import re

__all__ = ["HELD_BY", "UNLOCATABLE", "WHOLE"]

HELD_BY = re.compile(
    r"\b(?:[^\W\d_]+-(?:held|controlled|occupied|run|administered|ruled|dominated|majority)|"
    r"self-(?:proclaimed|declared|styled)|so-called|breakaway|unrecogni[sz]ed)\s+",
    re.IGNORECASE,
)
"""Who holds a place says nothing about where it is."""


UNLOCATABLE = (
    (
        re.compile(
            r"\b(?:undisclosed|unknown|unspecified|unnamed|secret|unidentified)\s+"
            r"(?:location|locations|place|places|area|areas|site|sites|position|positions)\b"
        ),
        "the text withholds the place",
    ),
    (
        re.compile(
            r"^(?:in |the )*(?:cyberspace|cyber space|internet|online|outer space|social media|"
            r"world wide web|dark web|metaverse)$"
        ),
        "it is nowhere on Earth that could be drawn",
    ),
    (
        re.compile(r"^(?:elsewhere|nowhere|unknown|unspecified|various|n/?a|not stated|none)$"),
        "the text names no place",
    ),
)


# Names that hold a direction and would be taken apart without a gazetteer at hand.
WHOLE = frozenset(
    {
        "north korea",
        "south korea",
        "south sudan",
        "western sahara",
        "south africa",
        "east timor",
        "north macedonia",
        "central african republic",
        "north carolina",
        "south carolina",
        "north dakota",
        "south dakota",
        "west virginia",
        "west bank",
        "south ossetia",
        "northern ireland",
        "northern mariana islands",
        "guinea-bissau",
        "timor-leste",
        "bosnia and herzegovina",
        "trinidad and tobago",
        "antigua and barbuda",
        "sao tome and principe",
        "saint kitts and nevis",
        "north kivu",
        "south kivu",
        "saint vincent and the grenadines",
        "turks and caicos islands",
        "south waziristan",
        "north waziristan",
        "western australia",
        "south australia",
        "south georgia",
        "eastern ghouta",
        "western ghouta",
        "middle east",
        "far east",
        "central asia",
        "north america",
        "south america",
        "west africa",
        "east africa",
        "north africa",
        "southern africa",
        "central africa",
        "central america",
        "southeast asia",
        "khyber pakhtunkhwa",
        "jammu and kashmir",
        "wallis and futuna",
        "nord-kivu",
        "newfoundland and labrador",
        "tyne and wear",
        "north darfur",
        "south darfur",
        "west darfur",
        "east darfur",
        "central darfur",
        "north kordofan",
        "south kordofan",
        "west kordofan",
        "northern cyprus",
        "new south wales",
    }
)
